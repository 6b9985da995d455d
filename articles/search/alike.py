"""How words of a query are compared with names: by their consonants first, then by their sound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from rapidfuzz.fuzz import ratio

from articles.names import consonant_key, fold, romanise, similarity
from articles.names.eastern import is_eastern_surname
from articles.names.flavours import (
    bare_forms,
    consonants_heard,
    consonants_written,
    keys_written_otherwise,
    without_ben,
)
from articles.names.fold import script_of
from articles.names.given_names import is_given_name
from articles.names.inflect import is_patronymic
from articles.names.other_sounds import keys_in_pinyin
from articles.names.regnal import are_numbered_otherwise, with_roman
from articles.names.romanise import is_ben, with_e, with_sounds
from articles.names.skeleton import MARK, skeletons_of_surname
from articles.names.tokens import has_van, is_numeral, surname_of, without_particles
from articles.search.by_class import (
    are_alike,
    end_otherwise,
    is_surname_in_one,
    is_surname_of,
    without_mute_e,
)
from articles.search.common_words import is_common
from articles.search.in_step import LEAST_WORDS, LONG_ENOUGH, in_step, lost_marks, telling
from articles.search.initials import likeness_with_initials
from articles.search.name_forms import LIKE_AT_ALL, differ_at_the_end
from articles.search.pieces import Piece
from articles.search.rows import LEAST_CONSONANTS, MOST_FORMS, in_one, is_ben_row, other_forms, spoken
from articles.vocabulary import AgentKind

#: Words as alike as this are a whole name; a single word must be more so, and have the consonants of a surname.
LIKE_WHOLE, LIKE_SURNAME = 0.84, 0.9
#: Between Arabic, which leaves vowels out, and other letters so much, where the consonants are the same.
LIKE_ARABIC = 0.86
#: And the surname within a whole name so much, across scripts.
LIKE_PART = 0.7
#: Of no more letters, or fewer consonants, a single word must sound the same in another script; with a small letter
#: the same.
SHORTEST = 4
LEAST_CONSONANTS_AT_ALL = 2
#: What is like the names of more people than that names none of them.
MOST_BEARERS = 3
#: So many keys of a word are looked up as the habits of a language may have it too: each has dozens of others.
MOST_WITH_HABITS = 2
# Names whose letters differ more (of 100) need no closer look.
_ROUGHLY_ALIKE, _SOMEWHAT_ALIKE = 60, 50
_NOT_THE_SAME, _NOT_ALIKE, _NEVER = 0.99, 0.8, 2.0
# So alike where a name of another script sounds the same by the habits of a language.
_SAME_BY_HABIT = 0.97
# A middle name that one of two names lacks makes them so much less alike.
_MIDDLE = 0.03
_HYPHEN = re.compile(r"[^\W\d_]{3}[-‐‑][^\W\d_]{3}")
_VOWELS = frozenset("aeiouy")
_BEFORE_IN_ONE, _BEHIND_IN_ONE = ("abd", "abeid", "abul", "ba", "mir", "dan"), ("oglu", "zad", "zada", "zade")
# With what letters one sound is written: Kirill, Cyrille; what Arabic has for a foreign g.
# Armenian has it, Russian drops it: Hovsepian, Ovsepian.
_MUTE_H = re.compile("^[hх](?=[oaeоае])")
_ALIKE_INITIALS = {"Latn": frozenset("ckqg"), "Arab": frozenset("جغكق")}


def likeness(word: str, name: str) -> float:
    """How alike a folded word and a surname are; 1 where they sound the same."""
    if is_eastern_surname(word, name):
        return 1.0
    *given, last = fold(name).split()
    family = fold(surname_of(name) or name).replace(" ", "")
    # Two words of one with a hyphen: «أوكونجو إيويالا».
    joined = given[-1] + last if len(given) > 1 else last
    if is_numeral(last) or differ_at_the_end(word, last):
        return 0.0
    sound = romanise(with_e(word))
    if sound in (romanise(with_e(last)), romanise(with_e(family))):
        return 1.0
    if lost_marks(word, last):
        return 1.0
    if (marked := with_sounds(name)) != name:
        *_given, last = fold(marked).split()
        if sound == romanise(with_e(last)):
            return 1.0
    value = min(max(similarity(word, one) for one in {last, family, joined}), _NOT_THE_SAME)
    if end_otherwise(word, last):
        return min(value, _NOT_ALIKE)
    return max(value, LIKE_SURNAME) if is_surname_of(word, name) else value


def whole_likeness(words: str, name: str, kind: str) -> float:
    """How alike words and a whole name are; 0 where something tells them apart.

    Of an institution each word must be there; of a person the surname, in other letters at the most. Numbers are the
    same or others, and so are given names that differ in their first letter, or in what tells a man's from a woman's.
    """
    if kind == AgentKind.PERSON:
        words, name = with_roman(words), with_roman(name)
    typed, known = in_step(telling(words, name), telling(name, words))
    if _numbers(typed) != _numbers(known):
        return 0.0
    if kind != AgentKind.PERSON:
        return similarity(words, name) if len(typed) == len(known) else 0.0
    if (
        min(len(typed), len(known)) < LEAST_WORDS
        or not (has_like(known[-1], typed) or _has_first_surname(typed, known))
        or any(_is_another(one, known) for one in typed)
        or not _have_partners(*sorted((typed, known), key=len))
        or (len(typed) == len(known) and has_van(typed) != has_van(known))
    ):
        return 0.0
    value = similarity(words, name)
    if value >= LIKE_WHOLE:
        return value
    return max(value, similarity(" ".join(typed), " ".join(known)), _without_middle(typed, known))


def _without_middle(typed: Sequence[str], known: Sequence[str]) -> float:
    """How alike two names are but for the middle name that one of them has more; 0 where none has."""
    short, long = sorted((typed, known), key=len)
    if (len(short), len(long)) != (LEAST_WORDS, LEAST_WORDS + 1):
        return 0.0
    return similarity(" ".join(short), f"{long[0]} {long[-1]}") - _MIDDLE


def row_likeness(words: str, name: str, kind: str) -> float:
    """How alike words that a reader typed and a name are: as `whole_likeness`, or its surname with its «Ben», or with
    initials before it."""
    if kind != AgentKind.PERSON:
        return whole_likeness(words, name, kind)
    if are_numbered_otherwise(words, name):
        return 0.0
    if value := likeness_with_initials(words, name):
        return value
    if is_ben_row(words):
        value = _likeness_of_ben(words, name)
        if value or is_ben(fold(words).split()[0]):
            return value
    value = whole_likeness(words, name, kind)
    is_alike = value < LIKE_WHOLE and (are_alike(words, name) or is_surname_in_one(words, name))
    return LIKE_WHOLE if is_alike else value


def _likeness_of_ben(words: str, name: str) -> float:
    """How alike such a surname and that of a name are, with its own «Ben» or in one; 0 where not enough."""
    by_class = LIKE_SURNAME if is_surname_of(words, name) else 0.0
    family = surname_of(name)
    if not family or not (is_ben_row(family) or _has_two_in_one(fold(family).rpartition(" ")[2])):
        return by_class
    *child, before, last = fold(words).split()
    value = max(similarity(words, family), similarity(" ".join((*child, before + last)), family))
    scripts = {script_of(words), script_of(family)}
    least = 1.0 if len(scripts) == 1 else LIKE_ARABIC if "Arab" in scripts else LIKE_SURNAME
    return value if value >= least else by_class


def _has_two_in_one(surname: str) -> bool:
    """Whether of a folded surname others make two words: Benbella, Abdelnasser, Bawazir, Simsekoglu."""
    sound = romanise(surname)
    return bool(without_ben(surname)) or sound.startswith(_BEFORE_IN_ONE) or sound.endswith(_BEHIND_IN_ONE)


def _has_first_surname(typed: Sequence[str], known: Sequence[str]) -> bool:
    """Whether words are the given name and the first of two surnames, as Spanish names go: Gonzalo Echeverría."""
    if len(known) < 3 or len(typed) != len(known) - 1 or is_given_name(known[-2]) or is_patronymic(known[-2]):
        return False
    return has_like(known[-2], typed[-1:]) and len(known[-2]) > SHORTEST


def _numbers(words: Iterable[str]) -> set[str]:
    """The numbers among the words of a name, the first of which is none: Xi Jinping."""
    return {word for at, word in enumerate(words) if (at and is_numeral(word)) or not word.isalpha()}


def has_like(word: str, others: Iterable[str]) -> bool:
    """Whether a word of a name has one among others, in any script, that it may be meant for."""
    sound = romanise(word)
    return any(
        ratio(sound, romanise(other)) >= _ROUGHLY_ALIKE or similarity(word, other) >= LIKE_PART
        for other in others
    )


def _have_partners(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each word of a name has one among the others that is somewhat like it, in another script at the least."""
    if script_of(words[0]) == script_of(others[0]):
        return True
    return all(
        any(
            ratio(romanise(word), romanise(other)) >= _SOMEWHAT_ALIKE
            or similarity(word, other) >= LIKE_AT_ALL
            for other in others
        )
        for word in words
    )


def _is_another(word: str, names: Sequence[str]) -> bool:
    """Whether a word stands for none of the words of a name, though one is much like it: Paula, Paul; Raul, Paul."""
    if word in names or any(_sounds_as(word, name, is_surname=name == names[-1]) for name in names):
        return False
    near = max(names, key=lambda name: ratio(romanise(word), romanise(name)))
    if script_of(near) != script_of(word):
        # An e at the end is no sound in Latin letters, and is one in Russian: «Зене» is Zene.
        return "Arab" not in (script_of(near), script_of(word)) and differ_at_the_end(
            *without_mute_e(word, near)
        )
    return differ_at_the_end(word, near) or _begin_otherwise(word, near)


def _sounds_as(word: str, name: str, *, is_surname: bool) -> bool:
    """Whether both sound the same, and are no two names that differ at their end: Benslimane is a Bensliman, but
    Françoise no François."""
    if romanise(word) != romanise(name):
        return False
    is_mute = is_surname and len(word) >= LONG_ENOUGH and word.removesuffix("e") == name.removesuffix("e")
    return is_mute or not differ_at_the_end(word, name)


def _begin_otherwise(first: str, second: str) -> bool:
    """Whether two words of one script begin with other letters, and with other sounds; any vowel is like another."""
    if ratio(first, second) < _ROUGHLY_ALIKE or first[0] == second[0]:
        return False
    if (
        min(map(len, (first, second))) >= LONG_ENOUGH
        and _MUTE_H.sub("", first)[0] == _MUTE_H.sub("", second)[0]
    ):
        return False
    if {first[0], second[0]} <= _ALIKE_INITIALS.get(script_of(first), set()):
        return False
    sounds = {romanise(word)[:1] for word in (first, second)}
    return len(sounds) > 1 and not all(sound in _VOWELS for sound in sounds)


def how_alike(piece: Piece, keys: Iterable[str], name: str) -> float:
    """How like a name a single word must be to be meant for it; more than 1 where it never is.

    Of the same script, a word in small letters is a word, and a very short one is too; otherwise those that say little
    must sound the same. Arabic has no capitals, and few vowels.
    """
    word = piece.plain
    if "Arab" in (script_of(name), script_of(word)) and script_of(name) != script_of(word):
        return LIKE_ARABIC
    if " " in (family := fold(surname_of(name) or "")) and family.replace(" ", "") == fold(word):
        return 1.0  # Vanderelzen
    is_short = len(fold(word)) <= SHORTEST
    says_little = is_short or min(map(len, keys)) < LEAST_CONSONANTS
    is_a_word = word.islower() and script_of(word) != "Arab"
    if not (says_little or is_a_word):
        return LIKE_SURNAME
    if script_of(name) == script_of(word):
        return _NEVER if is_short or is_a_word else 1.0
    return 1.0 if is_short or is_a_word else _SAME_BY_HABIT


def keys_of_word(piece: Piece) -> dict[str, list[str]]:
    """The consonants of one word of letters alone → the word, folded, or that of which it can be a form; none where
    they say too little."""
    if piece.is_phrase or piece.is_prefix or is_common(piece.word, among_capitals=True):
        return {}
    said = spoken(piece)
    tokens = without_particles(fold(in_one(said)).split())
    if len(tokens) == 2 and _HYPHEN.search(piece.word) and all(map(str.isalpha, tokens)):
        # A surname of two halves is looked up by each.
        whole = skeletons_of_surname(said)
        halves = (key for key in map(consonant_key, tokens) if len(key) >= LEAST_CONSONANTS)
        return {key: ["".join(tokens)] for key in (*halves, *whole)}
    if len(tokens) != 1 or len(tokens[0]) < SHORTEST or not tokens[0].isalpha():
        return {}
    # Of N'Dri on record the surname ends in «Dri».
    last = fold(said).split()[-1:] if in_one(said) != said else ()
    keys: dict[str, list[str]] = {}
    bare = bare_forms(tokens[0])
    # «Лоренц» is the plural of «Лоренцы» too, but no Lőrinczy.
    plurals = (f"{tokens[0]}и", f"{tokens[0]}ы")
    others = [word for word in other_forms(tokens[0]) if word not in plurals]
    for word in (tokens[0], *last, *others)[:MOST_FORMS]:
        key = consonant_key(word)
        if len(key) >= LEAST_CONSONANTS_AT_ALL and key.isalnum():
            keys.setdefault(key, []).append(word)
    if not is_given_name(tokens[0]):
        keys |= {key: ["".join(fold(said).split())] for key in skeletons_of_surname(said)}
        for word in others[: MOST_FORMS - 1]:
            for key in skeletons_of_surname(word):
                keys.setdefault(key, []).append(word)
    # Of «Benbella» the record's surname may be that of «Ben Bella».
    for key in map(consonant_key, bare):
        if len(key) >= LEAST_CONSONANTS_AT_ALL:
            keys.setdefault(key, []).append(tokens[0])
    return keys


def with_habits(keys: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The keys of a word, and those under which a name may be on record that is heard as the word is, by the habits of
    its language: of «هالباخ» that of Halbach. Where to look; how alike the names are is told by their sound."""
    found = dict(keys)
    plain = ((key, words) for key, words in keys.items() if not key.startswith(MARK))
    for key, words in islice(plain, MOST_WITH_HABITS):
        others = consonants_heard(words[0])
        if script_of(words[0]) != "Latn":
            # With its article for a part of it a word is looked up as it is.
            spoken_so = dict.fromkeys((key, *(heard for heard in others if heard[1:] != key)))
            others += tuple(one for heard in spoken_so for one in consonants_written(heard))
        others += (*keys_written_otherwise(words[0]), *keys_in_pinyin(words[0]))
        for other in others:
            if len(other) >= LEAST_CONSONANTS:
                found.setdefault(other, words)
    return found
