"""Whose office it is not: the person named inside it («адвокат Сноудена», «conseiller de Paul Martin»)."""

from __future__ import annotations

from collections.abc import Sequence

from articles.names.common_words import is_people, is_place
from articles.names.fold import fold
from articles.names.given_names import is_doubtful, is_given_name
from articles.names.inflect import token_key
from articles.offices.lexicon import ARTICLES, JOINTS
from articles.offices.words import Word, is_head

# Whoever holds these serves a person, seldom a place or a body.
_PERSONAL = frozenset(
    token_key(fold(head))
    for head in """avocat avocate conseiller conseillere lawyer attorney adviser advisor адвокат помощник
    советник مستشار مستشاره محامي""".split()
)


def before_a_person(words: Sequence[Word], language: str) -> int:
    """Where the office ends before another person's name, or after its last word (code points)."""
    last = len(words)
    for place in range(1, len(words)):
        if _is_person(words, place, language):
            last = place
            break
    if last < len(words):
        while last > 1 and words[last - 1].folded in JOINTS[language] | ARTICLES[language]:
            last -= 1
    return words[last - 1].end


def _is_person(words: Sequence[Word], place: int, language: str) -> bool:
    word, before = words[place], words[place - 1]
    if language == "ar":
        return is_given_name(word.folded) and not is_doubtful(word.folded) and place + 1 < len(words)
    if not word.written[0].isupper() or is_head(word, language):
        return False
    led = before.folded in JOINTS[language] or is_head(before, language)
    given = is_given_name(word.folded) and not is_doubtful(word.folded)
    if led and given and place + 1 < len(words) and words[place + 1].written[0].isupper():
        return True
    served = place - 1
    while served > 0 and words[served].folded in JOINTS[language]:
        served -= 1
    personal = is_head(words[served], language) and token_key(words[served].folded) in _PERSONAL
    known = is_place(word.folded) or is_people(word.folded) or word.written.isupper()
    return personal and not known and place + 1 == len(words)
