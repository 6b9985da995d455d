"""Judging a candidate: capitals, punctuation and neighbours tell a name from words that read like one."""

from __future__ import annotations

import re

from articles.names.acronyms import SPOKEN
from articles.names.common_words import is_calendar, is_opener, is_place
from articles.names.fold import fold, script_of, word_set
from articles.names.given_names import is_given_name
from articles.names.index import Candidate
from articles.names.inflect import is_patronymic
from articles.names.regnal import goes_on_in
from articles.names.surname_words import ORDINARY
from articles.names.tokens import FUNCTION_WORDS, PARTICLES
from articles.names.words import Words
from articles.vocabulary import MentionStatus

_INNER = re.compile(r"[^\S\n]*(?:\n[^\S\n]*)?[\-‐‑–'’ʼ‘`´.·\"«»“”„&/]*[^\S\n]*(?:\n[^\S\n]*)?[\"«“„]?")
_BLANK = re.compile(r"[^\S\n]+")
_ON_ONE_LINE = re.compile(r"[^\S\n]*\n?[^\S\n]*")
#: Of these ten are counted, folded: «عشر سنوات», «عشر رسائل»; plurals without an article.
_COUNTED = re.compile("(?!ال)(?:\\w{2,}ات|\\wا?\\wاي\\w|سنين|ايام|اشهر|شهور|اسابيع|ليالي?)")
_RUSSIAN_CASE = re.compile(r"[-‑’']?(?:а|у|ом|е|ы|ов|ам|ами|ах)")
_GENITIVES = word_set("de du des d of")
_ARTICLES = word_set("la l le les the")
_VOWEL = re.compile("[aeiouy]")
#: An acronym of fewer letters is spelt, unless it begins and ends with a vowel.
_SHORTEST_SPOKEN = 4


def judge(words: Words, candidate: Candidate) -> str | None:
    """The mention status of a candidate: certain, doubtful, or None when it is no mention of the name."""
    if not _is_unbroken(words, candidate):
        return None
    if candidate.entry.is_acronym:
        return _judge_acronym(words, candidate)
    if _joined_to_neighbour(words, candidate):
        return None
    if candidate.entry.is_person:
        return _judge_person(words, candidate)
    return _judge_institution(words, candidate)


def _is_unbroken(words: Words, candidate: Candidate) -> bool:
    """Whether nothing that ends a phrase stands inside the candidate."""
    for index in range(candidate.first, candidate.last - 1):
        gap = words.gap_after(index)
        if gap == " ":
            continue
        if "\n" in gap and gap.count("\n") > 1:
            return False
        if candidate.entry.plain and not _INNER.fullmatch(gap):
            return False
        abbreviated = len(words.words[index]) <= 3 or not candidate.entry.plain
        if "." in gap and not abbreviated:
            return False
    return True


def _judge_acronym(words: Words, candidate: Candidate) -> str | None:
    exact = words.text[candidate.start : candidate.end]
    name = candidate.entry.name.text.strip()
    dotted = len(candidate.indices) > 1 and exact.replace(".", "") == name
    inflected = (
        script_of(name) == "Cyrl"
        and len(name) > 2
        and exact.startswith(name)
        and _RUSSIAN_CASE.fullmatch(exact[len(name) :]) is not None
    )
    if exact != name and not dotted and not inflected:
        return _judge_spoken(words, candidate, exact) if _is_spoken(exact) else None
    return MentionStatus.PROPOSED if _among_capitals(words, candidate) else MentionStatus.LINKED


def _is_spoken(exact: str) -> bool:
    """Whether an acronym is written as the word that it is spoken as: Otan, Cédéao, Unesco, Onu."""
    folded = fold(exact)
    has_vowels = _VOWEL.search(folded) is not None and folded.isalpha() and script_of(folded) == "Latn"
    is_long = len(folded) >= _SHORTEST_SPOKEN or (_VOWEL.match(folded) and _VOWEL.match(folded[-1:]))
    return bool(is_long) and len(folded) > 2 and has_vowels and exact[0].isupper() and exact[1:].islower()


def _judge_spoken(words: Words, candidate: Candidate, exact: str) -> str | None:
    """Nothing where it is a word or a given name; doubtful where its capital proves nothing, unless behind an article.

    An acronym that may be a word («l’Eau», «Alena») is certain only where the text has it in capitals too.
    """
    first, word = candidate.first, fold(exact)
    if _joined_to_neighbour(words, candidate) or _goes_on(words, candidate):
        return None
    if word in words.lower_case or word in ORDINARY or is_place(word) or is_calendar(word) or is_opener(word):
        return None
    if word not in SPOKEN and candidate.entry.name.text.strip() not in words.written:
        return None if is_given_name(word) else MentionStatus.PROPOSED
    before = words.words[first - 1] if first else ""
    if before in _ARTICLES and not words.gap_before(first).strip(" '’ʼ"):
        return MentionStatus.LINKED
    if words.in_headline_case or words.is_initial(first) or (first and words.is_capital(first - 1)):
        return MentionStatus.PROPOSED
    return MentionStatus.LINKED


def _among_capitals(words: Words, candidate: Candidate) -> bool:
    """Whether the words on both sides are capitals throughout, so that those of an acronym prove nothing."""
    around = [candidate.first - 2, candidate.first - 1, candidate.last, candidate.last + 1]
    sides = [words.text[words.starts[i] : words.ends[i]] for i in around if 0 <= i < len(words)]
    long = [side for side in sides if len(side) > 3]
    return len(long) > 1 and all(side.isupper() for side in long)


def _joined_to_neighbour(words: Words, candidate: Candidate) -> bool:
    """Whether a hyphen makes the candidate part of a longer name (Jean-Pierre Martin, Patrouchev-Dupont)."""
    text = words.text
    before, after = text[: candidate.start][-2:], text[candidate.end : candidate.end + 2]
    hyphen_before = len(before) == 2 and before[1] in "-‐‑" and before[0].isalnum()
    hyphen_after = len(after) == 2 and after[0] in "-‐‑" and after[1].isupper()
    if candidate.entry.is_person:
        return hyphen_before or hyphen_after
    single = len(candidate.entry.words) == 1
    return single and (hyphen_after or hyphen_before)


def _judge_person(words: Words, candidate: Candidate) -> str | None:
    for index in (candidate.first, candidate.last - 1):
        word = words.words[index]
        cased = script_of(word) in ("Latn", "Cyrl")
        # The last syllable of a Korean or Chinese name may be small: Ban Ki-moon, Ким Чен-ир.
        is_syllable = index != candidate.first and words.gap_before(index) in ("-", "‐", "‑")
        if cased and word not in PARTICLES and not words.is_capital(index) and not is_syllable:
            return None
    if _is_half_a_number(words, candidate):
        following = words.words[candidate.last + 1 :][:1]
        return MentionStatus.PROPOSED if any(map(_COUNTED.fullmatch, following)) else None
    if candidate.is_loose or (candidate.is_turned and _is_doubtful_turn(words, candidate)):
        return MentionStatus.PROPOSED
    if _goes_on(words, candidate):
        after = words.text[words.starts[candidate.last] : words.ends[candidate.last]]
        if re.fullmatch(r"[IVX]+", after):
            return None
        if not words.in_headline_case and not is_patronymic(words.words[candidate.last]):
            return MentionStatus.PROPOSED
    return MentionStatus.LINKED


def _is_half_a_number(words: Words, candidate: Candidate) -> bool:
    """Whether the number goes on behind a ruler's name: «محمد السادس» in «محمد السادس عشر» is another one."""
    last = candidate.last
    if last >= len(words) or not goes_on_in(words.words[last - 1], words.words[last]):
        return False
    return _ON_ONE_LINE.fullmatch(words.gap_after(last - 1)) is not None


def _is_doubtful_turn(words: Words, candidate: Candidate) -> bool:
    """Whether the family name before the given one may be chance: «Patrushev Nikolai» is no one's habit but
    in Russian, or with the family name in capitals."""
    first, last = (words.text[words.starts[i] : words.ends[i]] for i in (candidate.first, candidate.last - 1))
    if script_of(first) != "Cyrl" and not (len(first) > 2 and first.isupper() and not last.isupper()):
        return True
    before = candidate.first - 1
    return (
        before >= 0
        and words.is_capital(before)
        and not words.is_initial(before)
        and _BLANK.fullmatch(words.gap_before(candidate.first)) is not None
    )


def _goes_on(words: Words, candidate: Candidate) -> bool:
    """Whether a capitalised word of the same script follows, with nothing but a blank between."""
    return (
        candidate.last < len(words)
        and script_of(words.words[candidate.last]) == script_of(words.words[candidate.last - 1])
        and _BLANK.fullmatch(words.gap_after(candidate.last - 1)) is not None
        and words.is_capital(candidate.last)
    )


def _judge_institution(words: Words, candidate: Candidate) -> str | None:
    name = candidate.entry.words
    if script_of(name[0]) == "Arab":
        if len(name) > 1:
            return MentionStatus.LINKED
        has_article = name[0].startswith("ال") and len(name[0]) > 3
        fits = len(name[0]) > 3 and candidate.has_article == has_article
        return MentionStatus.LINKED if fits else None
    content = [
        i
        for i in candidate.indices
        if words.words[i] not in FUNCTION_WORDS and words.words[i] not in PARTICLES
    ]
    capitals = [i for i in content if not words.tokens[i].is_lower]
    if not capitals:
        return _judge_lower_case(len(candidate.indices), len(content))
    if len(name) == 1 and candidate.entry.name.text.islower():
        return None
    if len(name) == 1 and words.is_initial(candidate.first) and name[0] in words.lower_case:
        return None
    ordinary = len(name) > 1 and not any(i > candidate.first for i in capitals)
    if ordinary and not words.in_headline_case and _has_complement(words, candidate):
        return MentionStatus.PROPOSED
    if script_of(name[0]) == "Latn" and _has_capital_before(words, candidate):
        return MentionStatus.PROPOSED
    return MentionStatus.LINKED


def _judge_lower_case(tokens: int, content: int) -> str | None:
    """A name without any capital: certain with three telling words («conseil de sécurité russe»), else
    doubtful."""
    if content >= 3:
        return MentionStatus.LINKED
    return MentionStatus.PROPOSED if tokens >= 3 and content == 2 else None


def _has_complement(words: Words, candidate: Candidate) -> bool:
    """Whether the name seems to go on: «Banque populaire» in «Banque populaire de Chine»."""
    if _goes_on(words, candidate):
        return True
    place = candidate.last
    if place >= len(words) or words.words[place] not in _GENITIVES:
        return False
    if not _BLANK.fullmatch(words.gap_after(place - 1)):
        return False
    place += 1
    while place < len(words) and words.words[place] in _ARTICLES:
        place += 1
    return place < len(words) and words.is_capital(place)


def _has_capital_before(words: Words, candidate: Candidate) -> bool:
    """Whether a capitalised word stands right before: «Security Council» in «National Security Council»."""
    before = candidate.first - 1
    if before < 0 or len(candidate.entry.words) < 2 or words.in_headline_case:
        return False
    if not _BLANK.fullmatch(words.gap_before(candidate.first)) or words.is_initial(before):
        return False
    return words.is_capital(before) and words.words[before] not in FUNCTION_WORDS
