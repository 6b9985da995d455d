"""Known terms: places, international organisations and bodies of state, as four languages call them."""

from articles.terms.forms import typed_firsts, typed_keys
from articles.terms.institutional import institution_keys, may_be_institution
from articles.terms.table import Known, Spelling, Term, first_words, known_terms, terms

__all__ = [
    "Known",
    "Spelling",
    "Term",
    "first_words",
    "institution_keys",
    "known_terms",
    "may_be_institution",
    "terms",
    "typed_firsts",
    "typed_keys",
]
