"""Other forms of an Arabic word: behind what is written in one with it, before a pronoun, as a verb, as many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.names import fold
from articles.search.arabic_patterns import by_doubling, by_pattern, of_two, two_of, with_hamza
from articles.search.word_groups import ARABIC_GROUPS

_ARTICLE, _TO_THE, _OF_ONE, _OF_MANY, _SHORTEST = "ال", "لل", "ة", "ات", 3
#: Words of other languages that end so have many of them in -ات.
_IN_YA = "يا"
#: What is written in one with a word behind it, where that has no article; with a short one but the first.
_BEFORE = "لكبوف"
#: And with what a word is not in the same number as typed, so many of these at the most.
_IN_ONE, _MOST_BEHIND = "بول", 2
#: What ends so has no alif as an object.
_NO_TANWIN = ("ا", "ة", "ى", "ء", "ون", "ين", "ات", "ان")
#: No word begins so but with a letter that is written in one with it: «لأطباء», «بأسعار»; «كأس» is shorter.
_BEHIND_CLITIC = re.compile("[لبكفو][أإآ].{3}")
#: A stem of fewer letters is as likely another word's («بحر» no form of «حرية»); and so are these behind the first.
_TELLING = 4
_NOT_BEHIND_L = frozenset("جان سان حوم قاح قاء بنان واء اعب يال باس يونيو".split())
#: «لتخزين», «وتحسين»: the stemmer takes their end for a plural's, unless the word stands alone.
_IN_EEN = re.compile("ت[^ام].ين")
#: «وأسوان», «وأغصان»: and that of two; the hamza tells what is left from other words.
_BEGUN_WITH_ALIF = re.compile("[أإآ].{2,}ان")
# «روايتها», hers.
_OWNED = re.compile("(.{3,})ت(?:ها|هم|نا|كم|هما)")
#: Of two letters, with the article, the stemmer leaves it: «الغش»; but these are no nouns, or other words with it.
_TOO_COMMON = frozenset(
    "من عن في لم لن ما لا يا قد كم هل مع أو أم أن إن ان او ام بل ثم لو كي هو هي ذو ذا إذ آل ال تي".split()
)
#: A verb's third person, of him and of her, now and to come; but nouns that begin so.
_HE, _SHE, _TO_COME = "ي", "ت", "س"
_SHORTEST_VERB, _OF_NOUNS = 4, ("ة", "ي", "ين", "ات")
_NO_VERBS = frozenset(
    "يابان يافا ياسر ياسين ياسمين ياقوت يتيم يثرب يحيى يخت يدوي يساري يسار يسوع يعقوب يقين يمن يمني يمين يميني ينبوع"
    " يناير يهود يهودي يوسف يوليو يونان يوناني يونس يونيو يومي يومين يورو يوغا".split()
)


def arabic_forms(word: str) -> Iterator[str]:
    """The forms that may be asked beside it."""
    bare = without_article(word)
    if len(bare) >= _SHORTEST and bare not in _NOT_BEHIND_L:
        before = _BEFORE if len(bare) > _SHORTEST else _BEFORE[0]
        yield from (letter + bare for letter in before)
    if _BEHIND_CLITIC.match(bare) or (bare[0] in _BEFORE and _IN_EEN.fullmatch(bare[1:])):
        yield bare[1:]
    if hamza := with_hamza(word):
        yield from (hamza, *ARABIC_GROUPS[fold(hamza)])
    others = ARABIC_GROUPS.get(fold(bare), ())
    yield from (*others, *(two_of(bare, others) if others else by_pattern(bare)), *of_two(bare))
    # «الخط» of «خطوط»: of two letters, with the article.
    yield from (
        f"{before}{other}" for other in others if len(other) < _SHORTEST for before in (_ARTICLE, _TO_THE)
    )
    # «بقمصان», «وكرسيا»: of several, and of an indefinite object, too.
    yield from (
        letter + other for other in others[:_MOST_BEHIND] if len(other) > _SHORTEST for letter in _IN_ONE
    )
    if len(bare) > _SHORTEST and not bare.endswith(_NO_TANWIN):
        yield f"و{bare}ا"
    if bare.endswith(_OF_ONE) and len(bare) > _SHORTEST:
        yield f"{bare[:-1]}تين"  # two of them
        yield from (f"{bare[:-1]}ته", f"{bare[:-1]}اته")  # «روايته», «رواياته», his
    elif bare.endswith(_OF_MANY) and len(bare) > _SHORTEST + 2:
        yield from (f"{bare[:-2]}ته", f"{bare}ه", f"{bare[:-2]}تين", f"{bare[:-2]}تان")
    elif bare.endswith(_OF_MANY) and len(bare) == _SHORTEST + 1 and not others:
        yield f"{bare[:-2]}ة"  # «كرة» of «كرات», of which the stemmer leaves three letters
    elif bare.endswith(_IN_YA) and len(bare) > len(_IN_YA) + _SHORTEST:
        yield f"{bare}ت"  # «ميليشيات»
    elif owned := _OWNED.fullmatch(bare):
        yield f"{owned[1]}ة"
    short = bare.removeprefix(_TO_THE)
    if len(short) == _SHORTEST - 1 and short not in _TOO_COMMON:
        yield from (form for form in (short, f"{_ARTICLE}{short}", f"{_TO_THE}{short}") if form != word)
    if bare.endswith("ن") and len(bare) == _SHORTEST:
        yield f"{bare}ا"  # «قرنا», which the stemmer takes for «our»
    elif bare.endswith("نا") and len(bare) == _SHORTEST + 1:
        yield bare[:-1]
    if word == bare:
        yield from _as_verb(word)


def _as_verb(word: str) -> Iterator[str]:
    """«يزور» beside «تزور» and «ستزور»; no more of what begins with ت, as nouns do."""
    if word.startswith(_HE) and len(word) >= _SHORTEST_VERB and word not in _NO_VERBS:
        yield from (_SHE + word[1:], _TO_COME + word, _TO_COME + _SHE + word[1:])
    elif word.startswith(_TO_COME + _SHE) and len(word) > _SHORTEST_VERB:
        yield from (_HE + word[2:], word[1:], _TO_COME + _HE + word[2:])
    elif word.startswith(_SHE) and len(word) >= _SHORTEST_VERB and not word.endswith(_OF_NOUNS):
        yield _TO_COME + word


def is_asked_for(word: str, stem: str, form: str, stem_of_form: str) -> bool:
    """Whether a form whose stem is this is asked for beside a word, or its stem says too little."""
    bare = without_article(word)
    if form.endswith("ته") and bare.endswith((_OF_ONE, _OF_MANY)):
        return len(stem_of_form) >= _TELLING
    if form == f"{bare}ا":
        return stem_of_form in (stem, fold(form))
    if form[1:] == bare and form[0] in _BEFORE:
        # The word's own first letter may be taken for such a one: لقاح.
        is_same = stem_of_form in (fold(form[0]) + stem, fold(form[1:]))
        if _BEGUN_WITH_ALIF.fullmatch(bare):
            return len(stem_of_form) >= _SHORTEST
        if _IN_EEN.fullmatch(bare):
            return len(stem_of_form) >= _SHORTEST
        return is_same and len(stem_of_form) >= _TELLING
    if form in by_doubling(bare) and form not in ARABIC_GROUPS.get(fold(bare), ()):
        return stem_of_form == fold(form)  # «شبابيك» is cut to «شباب»
    if form in by_pattern(bare) and form not in ARABIC_GROUPS.get(fold(bare), ()):
        return len(stem_of_form) >= _TELLING
    if form[0] in _IN_ONE and form[1:] in (f"{bare}ا", *ARABIC_GROUPS.get(fold(bare), ())):
        return len(stem_of_form) >= _TELLING
    return True


def without_article(word: str) -> str:
    """A word as it is behind «the»."""
    return word.removeprefix(_ARTICLE)
