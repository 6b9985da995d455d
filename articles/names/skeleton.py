"""The skeleton of a whole name: its consonants by the classes within which languages exchange them, its words in one.

«Deng Xiaoping», «Teng Hsiao-p'ing», «Дэн Сяопин» and «دنغ شياو بينغ» have one, tnsbn; so have «van der Elzen» and
«Vanderelzen». It says where to look for a name, and that two names whose letters differ may still be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from articles.names.fold import fold, script_of
from articles.names.romanise import romanised_tokens, with_hamza, with_sounds
from articles.names.tokens import PARTICLES

_Rules = tuple[tuple[re.Pattern[str], str], ...]

#: A skeleton begins so, as no key of consonants does.
MARK = "~"
MARK_OF_SURNAME = "~~"
#: With fewer consonants it is that of too many names.
FEWEST, FEWEST_OF_SURNAME = 3, 4
#: But a surname of so many letters may have three; in Arabic, which leaves vowels out, of less.
LONG_SURNAME, LONG_IN_ARABIC = 8, 6
#: A name has no more words.
MOST_WORDS, MOST_OF_SURNAME = 6, 3


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), new) for pattern, new in pairs)


# k and g, t and d, b and p, f and v, and all that hisses, are written for each other; h is not heard, nor the g of ng.
_CLASSES = str.maketrans("gdpvzcj", "ktbfsss", "aeiouh")
_ONE_SOUND = re.compile(r"(?<=n)g(?![aeiou])|[td](?=[szcj])|^m(?=p)|^n(?=t)")
_REPEATED = re.compile(r"(.)\1+")
# A w, which others write as a vowel; and the v that Turks write for one.
_W_LATIN = re.compile(r"w|ou(?=[aei])|(?<=[ae])v(?=[^aeio])|(?<=[ae])v(?=u)")
_W_CYRILLIC = re.compile("(?<=[ае])в(?=[^аеиоы])")
_J_AFTER = re.compile(r"(?<=[bfhmpv])j")
# What letters may stand for besides: an unmarked c or x for ch and sh, g before e for j, Vietnamese tr; and the end of
# «Skovgaard», which is heard without its d. The ch of Greeks, Germans and Scots is kh.
_OTHERWISE = _rules(
    (r"c(?![hklrt]|$)|(?<=[is])c$|(?<!o)x", "sh"), (r"g(?=[eiy])", "j"), (r"q(?!u)", "ch"),
    (r"^tr(?=[aiou]+(?:n[gh]?|[cimpt])?$)", "ch"), (r"(?<=g)(aa|o)rd$", r"\1r"), (r"^park$", "pak"),
)  # fmt: skip
_MAY_BE_OTHERWISE = re.compile(r"[cgqx]|^tr|^park$")
_KH = re.compile(r"(?<![stc])ch")
# A j for y, before a vowel and behind one: Jansen, Gjon; Bajraj.
_VOWEL_J, _J_BEHIND = re.compile(r"j(?=[aeiou])"), re.compile(r"(?<=[aeiou])j(?![aeiou])")
# What a whole row of words may say by the habits of one language: what it must hold for it, and the rules, in turn.
# South Slavs write a soft l or n with a j, and for ts a c: Nejc Kopelj, «Нейц Копель».
_SOUTH_SLAVIC = re.compile(r"[ln]j"), _rules(
    (r"ic$", "ich"), (r"(?<=[ln])j", ""), (r"(?<!d)j", "i"), (r"c(?![hk])", "ts"),
)  # fmt: skip
# Catalans ch with -ig, Greeks y with gi, and the English the o of Barlow with -ow.
_IG_GI_OW = re.compile(r"ig|gi|ow(?: |$)|ги|غي"), _rules(
    (r"(?<=[aeou])ig(?=[^aeiou]|$)", "ch"), (r"(?<![^aeou])gi(?=[aeou])", "i"), (r"ow$", "o"),
    (r"(?<![^аеоу])ги(?=[аеоу])", "и"), (r"(?<=[اوي])غي(?=[او])", "ي"),
)  # fmt: skip
# Ukraine and Belarus have an h for г: «Гайдаенко», Haidaienko.
_UKRAINIAN = re.compile(r"г.*(?:ко|[ую]к|[ая]к|[сц]ь?к(?:ии|ая|а)|[ое]вич|[еи]ць?)$"), _rules((r"г(?!$)", ""))
# Egypt has a g for the j of Arabic names, which are told by their article: «El Tigani».
_EGYPTIAN = (
    re.compile(r"(?:^| )(?:[ae][ltdszrn]|[аэ](?:ль|[тдзсрн])) "),
    _rules((r"g(?!h)", "j"), (r"г", "дж")),
)
# The last و of «نجوى», «مصطفوي» is heard as a w.
_FINAL_W = re.compile(r"[^اوي ]وي(?: |$)"), _rules((r"(?<=[^اوي])وي$", "في"))
_HABITS = {
    "Latn": (_SOUTH_SLAVIC, _IG_GI_OW, _EGYPTIAN),
    "Cyrl": (_IG_GI_OW, _UKRAINIAN, _EGYPTIAN),
    "Arab": (_IG_GI_OW, _FINAL_W),
}


@lru_cache(maxsize=1 << 13)
def skeletons(name: str) -> tuple[str, ...]:
    """The skeletons that a whole name may have, by what its ambiguous letters may stand for; none of a single word,
    and none of one with few consonants."""
    words = fold(with_hamza(with_sounds(name))).split()
    if not 1 < len(words) <= MOST_WORDS:
        return ()
    readings = dict.fromkeys(_skeleton(row) for row in _readings(words))
    return tuple(MARK + one for one in readings if len(one) >= FEWEST)


@lru_cache(maxsize=1 << 12)
def turned(name: str) -> tuple[str, ...]:
    """A name as it stands, and with its surname first or last instead: «Kretzschmar Hannelore»."""
    words = name.replace(",", " ").split()
    if not 1 < len(words) <= MOST_WORDS:
        return (name,)
    rows = words[1:] + words[:1], words[-1:] + words[:-1]
    return tuple(dict.fromkeys((name, *map(" ".join, rows))))


@lru_cache(maxsize=1 << 12)
def skeletons_on_record(name: str) -> tuple[str, ...]:
    """Those under which a name is kept: its own, those with the first alone of two surnames, as in Spain, and those of
    what it may end in."""
    words = [word for word in fold(name).split() if word not in PARTICLES]
    keys = [*skeletons(name), *(skeletons(" ".join(words[:2])) if len(words) == 3 else ())]
    return tuple(dict.fromkeys((*keys, *(key for end in ends_of(name) for key in skeletons_of_surname(end)))))


def ends_of(name: str) -> tuple[str, ...]:
    """What may be the surname of a whole name: each of its ends, the longest first, of so many words at the most."""
    words = name.split()
    return tuple(" ".join(words[at:]) for at in range(max(1, len(words) - MOST_OF_SURNAME), len(words)))


@lru_cache(maxsize=1 << 13)
def skeletons_of_surname(surname: str) -> tuple[str, ...]:
    """Those of a surname alone, its particles and halves in one: of «van der Elzen», «Abdel-Mawgoud»."""
    words = fold(with_hamza(with_sounds(surname))).split()
    if not 0 < len(words) <= MOST_WORDS:
        return ()
    found = dict.fromkeys(_skeleton(row) for row in _readings(words))
    fewest = FEWEST_OF_SURNAME - _is_long(words)
    return tuple(MARK_OF_SURNAME + one for one in found if len(one) >= fewest)


def _is_long(words: Sequence[str]) -> bool:
    """Whether a surname of one word has many letters."""
    is_arabic = script_of(words[0]) == "Arab"
    return len(words) == 1 and len(words[0]) >= (LONG_IN_ARABIC if is_arabic else LONG_SURNAME)


@lru_cache(maxsize=1 << 14)
def skeletons_of_word(word: str) -> frozenset[str]:
    """Those of a part of a name, however few its consonants: of a given name."""
    return frozenset(map(_skeleton, _readings(fold(with_hamza(with_sounds(word))).split())))


def _readings(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """The words as they are, and with what their letters may stand for besides."""
    joined = " ".join(words)
    plain = [_J_AFTER.sub("i", word) for word in words] if "j" in joined else list(words)
    rows = [plain, list(map(_otherwise, plain))]
    if "j" in joined:
        rows += _with_vowel_j(*rows)
    if "ch" in joined and any(map(_KH.search, plain)):
        rows.append([_KH.sub("kh", word) for word in plain])
    habits = _HABITS.get(script_of(joined), ())
    rows += [[_changed(word, rules) for word in words] for looks, rules in habits if looks.search(joined)]
    found = dict.fromkeys(map(tuple, rows))
    bare = {row: tuple(map(_without_w, row)) for row in found}
    found |= dict.fromkeys(bare.values())
    for row in dict.fromkeys((tuple(rows[0]), tuple(rows[1]))):
        found |= dict.fromkeys(_without_one_w(row, bare[row]))
    return found


def _with_vowel_j(words: Sequence[str], otherwise: Sequence[str]) -> Iterator[list[str]]:
    """The words with a vowel for the j before one, and for the j behind one, with what they say otherwise too."""
    before = [_VOWEL_J.sub("i", word) for word in words]
    yield before
    if any(map(_J_BEHIND.search, words)):
        rows = (words, otherwise, before)
        yield from ([_J_BEHIND.sub("i", word) for word in row] for row in rows)


def _changed(word: str, rules: _Rules) -> str:
    for pattern, new in rules:
        word = pattern.sub(new, word)
    return word


def _otherwise(word: str) -> str:
    if _MAY_BE_OTHERWISE.search(word):
        return _changed(word, _OTHERWISE)
    return word.replace("ج", "غ")


def _without_one_w(words: tuple[str, ...], bare: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words with the w of one of them left out alone, where several have one: «نجوى الطهطاوي»."""
    places = [at for at, pair in enumerate(zip(words, bare, strict=True)) if pair[0] != pair[1]]
    if len(places) > 1:
        yield from ((*words[:at], bare[at], *words[at + 1 :]) for at in places)


def _without_w(word: str) -> str:
    script = script_of(word)
    if script == "Arab":
        return word[:1] + word[1:].replace("و", "") if len(word) > 2 else word.replace("و", "")
    return _W_CYRILLIC.sub("", word) if script == "Cyrl" else _W_LATIN.sub("", word)


def _skeleton(words: Sequence[str]) -> str:
    keys = (_ONE_SOUND.sub("", key).translate(_CLASSES) for key in romanised_tokens(" ".join(words)))
    return _REPEATED.sub(r"\1", "".join(keys))
