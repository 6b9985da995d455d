"""Names that are alike but for what languages exchange: of one skeleton, and with no ends that tell them apart."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import ratio, token_sort_ratio

from articles.names import consonant_key, fold, romanise, similarity
from articles.names.flavours import sounds_of
from articles.names.fold import script_of
from articles.names.korean import are_one_in_korean
from articles.names.one_sound import sound_as_one
from articles.names.romanise import arabic_view
from articles.names.skeleton import (
    MARK_OF_SURNAME,
    MOST_OF_SURNAME,
    ends_of,
    skeletons,
    skeletons_of_surname,
    turned,
)
from articles.names.syllables import in_pinyin
from articles.search.in_step import LEAST_WORDS, telling
from articles.search.initials import begins_with_initials
from articles.search.name_forms import differ_at_the_end

#: Names of one skeleton must be so much alike as they are written, in other letters.
LIKE, LIKE_IN_ARABIC = 0.81, 0.72
#: If their skeleton is short, so much.
LIKE_IF_SHORT, LONG = 0.84, 4
#: A surname of five consonants so much in Russian, and of six in the same script may be in the letters of another
#: language.
LIKE_IF_LONG, TELLING_SURNAME, LONG_SURNAME = 0.75, len(MARK_OF_SURNAME) + 5, len(MARK_OF_SURNAME) + 6
#: One of three consonants so much.
LIKE_IF_VERY_SHORT, SHORT_SURNAME = 0.88, len(MARK_OF_SURNAME) + 4
#: A word of no more consonants is told by its end.
FEW_CONSONANTS = 3
_LONG_U = re.compile(r"(?:ou|oo)[^aeiouy]+$")
_VOWELS = frozenset("aeiouy")
# Names whose letters differ more (of 100) need no closer look.
_ROUGHLY_ALIKE = 60
_BENS = ("bin ", "bu ", "abu ", "ba ", "abeid ", "mir ", "dan ")


def is_roughly_alike(first: str, second: str) -> bool:
    """Whether two romanised names are worth a closer comparison, whichever of their words comes first."""
    if max(ratio(first, second), token_sort_ratio(first, second)) >= _ROUGHLY_ALIKE:
        return True
    surname, _blank, given = first.partition(" ")
    if ratio(f"{given} {surname}", second) >= _ROUGHLY_ALIKE:
        return True
    if (first.startswith(_BENS) and first.count(" ") == 1) or first.endswith("oglu"):
        return True  # a surname alone, which may be short beside the whole name
    # As Arabic leaves them, which writes no e and no o: of «جورجيا ميلوني» and Giorgia Meloni.
    return token_sort_ratio(arabic_view(first), arabic_view(second)) >= _ROUGHLY_ALIKE


def may_be_alike(first: str, second: str) -> bool:
    """Whether two names are worth a closer comparison, by their letters or by their skeletons."""
    return (
        is_roughly_alike(romanise(first), romanise(second))
        or any(not set(skeletons(row)).isdisjoint(skeletons(second)) for row in turned(first))
        or is_surname_in_one(first, second)
        or begins_with_initials(first)
    )


def are_alike(words: str, name: str) -> bool:
    """Whether two whole names of one skeleton, whatever their words, are much alike; also if the one has its surname
    first."""
    return any(_are_alike(row, name) for row in turned(words))


def _are_alike(words: str, name: str) -> bool:
    """The same of names with their words in one order.

    Where their letters differ by what languages exchange alone, less is enough; in one script they are the same but
    for their blanks.
    """
    shared = set(skeletons(words)).intersection(skeletons(name))
    if not shared:
        return False
    scripts = {script_of(words), script_of(name)}
    if len(scripts) == 1:
        plain = {fold(in_pinyin(one) or one).replace(" ", "") for one in (words, name)}
        return len(plain) == 1 or are_one_in_korean(words, name) or _are_heard_alike(words, name)
    least = LIKE_IF_SHORT if max(map(len, shared)) <= LONG else LIKE_IN_ARABIC if "Arab" in scripts else LIKE
    return similarity(words, name) >= least and not _end_apart(words, name)


def _are_heard_alike(words: str, name: str) -> bool:
    """Whether two names of two words and of one script have one given name and surnames of which each is heard as the
    other is, by the habits of languages: Bajgelman, Beigelman."""
    (given, surname), (other_given, other) = (
        (fold(one).partition(" ")[0], one.rpartition(" ")[2]) for one in (words, name)
    )
    return given == other_given and words.count(" ") == name.count(" ") == 1 and _is_heard_as(surname, other)


def _is_heard_as(surname: str, other: str) -> bool:
    shared = set(skeletons_of_surname(surname)).intersection(skeletons_of_surname(other))
    return max(map(len, shared), default=0) >= LONG_SURNAME and sound_as_one(surname, other)


def is_surname_of(words: str, name: str) -> bool:
    """Whether words, in other letters, are a surname in which a name ends: «van der Elzen» of Vanderelzen."""
    return any(_is_surname(words, end) for end in ends_of(name))


def is_surname_in_one(words: str, name: str) -> bool:
    """Whether Arabic words are a surname that others write as one: «قاسم زاده», Ghassemzadeh; «ديمبيلي سيسي»."""
    last = ends_of(name)[-1:]
    return bool(last) and is_arabic_row(words) and _is_surname(words, *last)


def is_arabic_row(words: str) -> bool:
    """Whether these are a few Arabic words, which may be a surname of one word, or of halves, in other letters."""
    return script_of(words) == "Arab" and LEAST_WORDS <= len(words.split()) <= MOST_OF_SURNAME


def _is_surname(words: str, surname: str) -> bool:
    scripts = {script_of(words), script_of(surname)}
    shared = set(skeletons_of_surname(words)).intersection(skeletons_of_surname(surname))
    if not shared or len(scripts) == 1:
        return bool(shared) and _is_heard_as(words, surname)
    likeness = max(similarity(words, surname), similarity(words, fold(surname).replace(" ", "")))
    return likeness >= _least_of(max(map(len, shared)), is_arabic="Arab" in scripts)


def _least_of(consonants: int, *, is_arabic: bool) -> float:
    """How like each other two surnames of two scripts must be that share a skeleton of so many consonants."""
    if consonants < SHORT_SURNAME:
        return LIKE_IF_VERY_SHORT
    if is_arabic:
        return LIKE_IN_ARABIC
    return LIKE_IF_LONG if consonants >= TELLING_SURNAME else LIKE


def _end_apart(first: str, second: str) -> bool:
    """Whether the words of two names of two scripts end in other vowels, which tell people apart."""
    rows = telling(first, second), telling(second, first)
    if end_otherwise(rows[0][-1], rows[1][-1]):
        return True
    if "Arab" in (script_of(first), script_of(second)):
        return False
    pairs = zip(*rows, strict=True) if len(rows[0]) == len(rows[1]) else ()
    return any(differ_at_the_end(*without_mute_e(*pair)) for pair in pairs)


def without_mute_e(word: str, other: str) -> tuple[str, str]:
    """The sounds of a Latin word and a Russian one, but for an e at the end, which the one may not sound, «Зене», Zene,
    and of which Russian may make an a: Clotilde, «Клотильда»."""
    latin, russian = (word, other) if script_of(word) == "Latn" else (other, word)
    if latin.endswith("e") and russian.endswith("а"):
        russian = russian[:-1]
    return romanise(latin).removesuffix("e"), romanise(russian).removesuffix("e")


def end_otherwise(word: str, name: str) -> bool:
    """Whether of two short words, of which one is Arabic, one ends in a vowel, which Arabic writes at the end of names,
    the other in none, however they are heard; or has an «ou» in its last syllable, which Arabic writes too."""
    scripts = script_of(word), script_of(name)
    if scripts[0] == scripts[1] or "Arab" not in scripts or len(consonant_key(word)) > FEW_CONSONANTS:
        return False
    arabic, other = (word, name) if scripts[0] == "Arab" else (name, word)
    if _LONG_U.search(other) and "و" not in arabic:
        return True
    if other.endswith("e"):
        return False  # heard in Bekele, not in Merabtine
    ends = [{sound[-1] in _VOWELS for sound in sounds_of(one)} for one in (arabic, other)]
    return ends[0].isdisjoint(ends[1])
