"""The skeleton of a whole name: its consonants by the classes within which languages exchange them, its words in one.

«Deng Xiaoping», «Teng Hsiao-p'ing», «Дэн Сяопин» and «دنغ شياو بينغ» have one, tnsbn; so have «van der Elzen» and
«Vanderelzen». It says where to look for a name, and that two names whose letters differ may still be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from articles.names.fold import fold, script_of
from articles.names.romanise import romanised_tokens, with_hamza, with_sounds
from articles.names.tokens import PARTICLES

#: A skeleton begins so, as no key of consonants does.
MARK = "~"
MARK_OF_SURNAME = "~~"
#: With fewer consonants it is that of too many names.
FEWEST, FEWEST_OF_SURNAME = 3, 4
#: A name has no more words.
MOST_WORDS, MOST_OF_SURNAME = 6, 3

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
_OTHERWISE = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"c(?![hklrt]|$)|(?<=[is])c$|(?<!o)x", "sh"), (r"g(?=[eiy])", "j"), (r"q(?!u)", "ch"),
        (r"^tr(?=[aiou]+(?:n[gh]?|[cimpt])?$)", "ch"), (r"(?<=g)(aa|o)rd$", r"\1r"), (r"^park$", "pak"),
    )
)  # fmt: skip
_KH = re.compile(r"(?<![stc])ch")
# A j for y, before a vowel and behind one: Jansen, Gjon; Bajraj.
_VOWEL_J, _J_BEHIND = re.compile(r"j(?=[aeiou])"), re.compile(r"(?<=[aeiou])j(?![aeiou])")


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
    return tuple(MARK_OF_SURNAME + one for one in found if len(one) >= FEWEST_OF_SURNAME)


@lru_cache(maxsize=1 << 14)
def skeletons_of_word(word: str) -> frozenset[str]:
    """Those of a part of a name, however few its consonants: of a given name."""
    return frozenset(map(_skeleton, _readings(fold(with_hamza(with_sounds(word))).split())))


def _readings(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """The words as they are, and with what their letters may stand for besides."""
    plain = [_J_AFTER.sub("i", word) for word in words]
    rows = [plain, list(map(_otherwise, plain))]
    if any(map(_KH.search, plain)):
        rows.append([_KH.sub("kh", word) for word in plain])
    if any(map(_VOWEL_J.search, plain)):
        rows.append([_VOWEL_J.sub("i", word) for word in plain])
    if any(map(_J_BEHIND.search, plain)):
        rows += [[_J_BEHIND.sub("i", word) for word in row] for row in (plain, rows[-1])]
    return dict.fromkeys((*map(tuple, rows), *(tuple(map(_without_w, row)) for row in rows)))


def _otherwise(word: str) -> str:
    if script_of(word) == "Arab":
        return word.replace("ج", "غ")
    for pattern, new in _OTHERWISE:
        word = pattern.sub(new, word)
    return word


def _without_w(word: str) -> str:
    script = script_of(word)
    if script == "Arab":
        return word[:1] + word[1:].replace("و", "") if len(word) > 2 else word.replace("و", "")
    return _W_CYRILLIC.sub("", word) if script == "Cyrl" else _W_LATIN.sub("", word)


def _skeleton(words: Sequence[str]) -> str:
    keys = (_ONE_SOUND.sub("", key).translate(_CLASSES) for key in romanised_tokens(" ".join(words)))
    return _REPEATED.sub(r"\1", "".join(keys))
