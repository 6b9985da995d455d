"""The keys of a name in a text besides that of its surname: as its language has it, in the nominative, by the given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product

from articles.names.eastern import keys_of_eastern
from articles.names.flavours import consonants_heard
from articles.names.fold import fold, script_of
from articles.names.given_names import given_names_of, is_given_name
from articles.names.romanise import consonant_key, surname_consonants
from articles.names.skeleton import MARK, skeletons_on_record
from articles.names.syllables import in_pinyin
from articles.names.tokens import PARTICLES

#: A surname of no more consonants is looked for by the given name too.
FEW_CONSONANTS = 3
#: A key of fewer says nothing; and so many are kept of a name, in so many forms of it.
LEAST, MOST, MOST_FORMS = 2, 8, 4


@lru_cache(maxsize=1 << 12)
def other_sounds(name: str, *, is_person: bool) -> tuple[str, ...]:
    """The other keys under which a name in a text is looked for, in the order in which they tell; none of one word."""
    words = [word for word in fold(name).split() if word not in PARTICLES]
    if not is_person or len(words) < 2:
        return ()
    known = surname_consonants(name)
    forms = [[word for word in fold(form).split() if word not in PARTICLES] for form in in_nominative(name)]
    surnames = dict.fromkeys(key for form in forms for key in consonants_heard(form[-1]))
    keys = dict(surnames) | dict.fromkeys(key for form in forms for key in keys_in_pinyin(form[-1]))
    if min(map(len, (known, *surnames))) <= FEW_CONSONANTS:
        keys |= dict.fromkeys(consonant_key(form[0]) for form in forms)
    keys.pop(known, None)
    first = [key for form in forms for key in keys_of_eastern(" ".join(form)) if key != known]
    told = dict.fromkeys(key for key in (*islice(keys, MOST), *first) if len(key) >= LEAST and " " not in key)
    return (*told, *dict.fromkeys(key for form in in_nominative(name) for key in skeletons_on_record(form)))


@lru_cache(maxsize=1 << 12)
def sounds_on_record(name: str) -> tuple[str, ...]:
    """The other keys under which a name on record is looked for: of its last word as its language has it, and its
    skeletons; none of one word."""
    words = fold(name).split()
    if len(words) < 2:
        return ()
    keys = dict.fromkeys((*consonants_heard(words[-1]), *keys_in_pinyin(words[-1])))
    keys.pop(consonants_heard(words[-1])[0] if keys else "", None)
    told = [key for key in islice(keys, MOST) if len(key) > LEAST]
    # The surname of an eastern name is its first word, and short.
    told += [key for key in keys_of_eastern(name) if len(key) >= LEAST]
    return (*dict.fromkeys(told), *skeletons_on_record(name))


def keys_in_pinyin(word: str) -> tuple[str, ...]:
    """The consonants of a Russian word that may be a Chinese name of two syllables: of «Сяолэй» those of Xiaolei."""
    pinyin = in_pinyin(word) if script_of(word) == "Cyrl" else ""
    return (consonant_key(pinyin),) if pinyin else ()


def is_of_given_name(key: str, name: str) -> bool:
    """Whether a name is looked for by this key since its given name has it, and not its surname."""
    if key.startswith(MARK):
        return False
    ends = (fold(form).rpartition(" ")[2] for form in in_nominative(name))
    return key != surname_consonants(name) and not any(key in consonants_heard(word) for word in ends)


@lru_cache(maxsize=1 << 12)
def in_nominative(name: str) -> tuple[str, ...]:
    """A name as it stands, then, folded, what a Russian one may be a case of: «Теводросом Гебремескелем».

    Its words agree: they are those of a man or of a woman.
    """
    words = fold(name).split()
    if len(words) < 2 or script_of(name) != "Cyrl":
        return (name,)
    others = [row for row in product(*map(_of_woman, words)) if list(row) != words]
    others += _with_surname_as_it_is(words)
    if not _may_be_womans(words):
        others += product(*map(_of_man, words))
    return tuple(dict.fromkeys((name, *map(" ".join, others[:MOST_FORMS]))))


def _with_surname_as_it_is(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Of «Оуян Чживэня», in which only the last word is in its case, since the others are a Chinese surname."""
    *before, last = words
    rows = [(*before, form) for form in _of_man(last) if form != last]
    return [row for row in rows if not _of_man(before[0]) and in_pinyin(" ".join(row))]


# A man's in the genitive, «Павла Иванова», and a woman's: that of «Паула Мартини», «Иванна Петрова».
_WOMANS_SURNAME = re.compile(r"(?:[ое]ва|[иы]на|ая|[^ая])$")


def _may_be_womans(words: Sequence[str]) -> bool:
    """Whether the words, as they stand, may be a woman's name, and no known man's in the genitive."""
    if not words[0].endswith(("а", "я")) or not _WOMANS_SURNAME.search(words[-1]):
        return False
    return not any(is_given_name(form) for form in _of_man(words[0])) or words[0] in given_names_of(words[0])


_Rules = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]


def _rules(*pairs: tuple[str, tuple[str, ...]]) -> _Rules:
    return tuple((re.compile(f"(.){pattern}$"), ends) for pattern, ends in pairs)


_HARD, _VOWEL = "(?<=[бвгджзклмнпрстфхцчшщ])", "(?<=[аеиоуыэюя])"
# The ending of a case → that of the nominative, or several.
_MASCULINE = _rules(
    ("(?<=[сц]к)(?:ого|ому|им|ом)", ("ии",)),
    ("(?:(?<=[ое]в)|(?<=[иы]н))(?:а|у|ым|е)", ("",)),
    (f"{_HARD}(?:а|у|ом)", ("",)),
    (f"{_HARD}(?:я|ю)", ("ь",)),
    (f"{_HARD}ем", ("ь", "")),
    (f"{_VOWEL}(?:я|ю|ем)", ("и",)),
)
_FEMININE = _rules(
    ("(?:(?<=[ое]в)|(?<=[иы]н))(?:ои|у|ы|е)", ("а",)),
    ("(?<=[сц]к)(?:ои|ую)", ("ая",)),
    ("(?<=[гкхжчшщ])(?:и|у|е|ои|еи)", ("а",)),
    (f"{_HARD}(?:ы|у|ои)", ("а",)),
    (f"{_VOWEL}(?:и|ю|еи)", ("я",)),
    (f"{_HARD}(?:и|ю|еи)", ("я",)),
    (f"{_HARD}е", ("а", "я")),
)
_STAYS = re.compile(r"[оеиуыюэ]$")
_NEVER_INFLECTED = re.compile(r"(?:дзе|швили|ко|[иы]х)$")
_STAYS_OF_WOMAN = re.compile(r"[^ая]$")


def _of_man(word: str) -> tuple[str, ...]:
    changed = _restored(word, _MASCULINE)
    return changed or ((word,) if _STAYS.search(word) or _NEVER_INFLECTED.search(word) else ())


def _of_woman(word: str) -> tuple[str, ...]:
    changed = _restored(word, _FEMININE)
    return changed or ((word,) if _STAYS_OF_WOMAN.search(word) else ())


def _restored(word: str, rules: _Rules) -> tuple[str, ...]:
    for pattern, ends in () if _NEVER_INFLECTED.search(word) else rules:
        if found := pattern.search(word):
            return tuple(word[: found.end(1)] + end for end in ends)
    return ()
