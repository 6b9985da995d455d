"""Words that say of what country or town somebody is: «норвежский», «الإيراني», “Norwegian”; no creeds, no parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from articles.names.common_words import is_nation, known_places
from articles.names.fold import fold, script_of, word_set

# й is и in folded words.
_RUSSIAN = re.compile(r"([а-я]{2,})(?:ск|цк)(?:ии|ая|ого|ои|ому|им|ом|ую|ие|их|ими)")
_LAST_VOWELS = re.compile(r"[аеиоуыэюяьй]+$")
#: What such a word has between its stem and -ск: марокканский, грузинский, французский, итальянский.
_BETWEEN = ("", "ан", "ин", "уз", "ьян", "уан", "олез")
_SOFTENED = {"ж": "г", "ч": "ц", "ш": "х"}
#: Those whose country is called otherwise.
_OTHERWISE = {
    "неме": "германия",
    "туре": "турция",
    "слова": "словакия",
    "швед": "швеция",
    "дат": "дания",
    "фин": "финляндия",
    "поль": "польша",
    "литов": "литва",
    "латыш": "латвия",
    "венгер": "венгрия",
    "армян": "армения",
    "белорус": "белоруссия",
    "рус": "россия",
    "саудов": "саудовская аравия",
    "москов": "москва",
    "чечен": "чечня",
    "совет": "ссср",
}
#: And in Arabic those that are formed otherwise, folded, without their ending.
_ARABIC_OTHERWISE = {
    "ارمن": "ارمينيا",
    "انجليز": "انجلترا",
    "انكليز": "انكلترا",
    "جورج": "جورجيا",
    "تتر": "تتارستان",
    "اذر": "اذربيجان",
    "قيرغيز": "قيرغيزستان",
    "بنغال": "بنغلاديش",
    "بيلاروس": "بيلاروسيا",
    "كوسوف": "كوسوفو",
    "بيروف": "بيرو",
    "تشيل": "تشيلي",
    "هايت": "هايتي",
    "كونغول": "الكونغو",
    "ايفوار": "ساحل العاج",
    "بوركيناب": "بوركينا فاسو",
    "زيمبابو": "زيمبابوي",
}
_NISBA = re.compile(r"(?:[وف]?[بك]?ال|لل)([\u0621-\u064a]{2,}?)(?:ي|يه)")
_COUNTRY_ENDS = re.compile(r"(?:ستان|يا|يه|ا|ه)$")
_ARTICLE = re.compile("^ال")
#: Before that ending a last vowel may be «او»: «النمساوي».
_VOWEL = "او"
#: Words that say something else: of sports.
_ELSE = word_set("رياض")


@lru_cache(maxsize=1 << 12)
def is_of_nation(folded: str) -> bool:
    """Whether a folded word says from what country or town somebody is."""
    script = script_of(folded)
    if script == "Arab":
        found = _NISBA.fullmatch(folded)
        if found is None or found[1] in _ELSE:
            return False
        return found[1] in _ARABIC_OTHERWISE or bool(_arabic_cores(found[1]) & _arabic_stems())
    if script == "Cyrl":
        found = _RUSSIAN.fullmatch(folded)
        return found is not None and (
            found[1] in _OTHERWISE or not _russian_stems().isdisjoint(_cores(found[1]))
        )
    return is_nation(folded)


@lru_cache(maxsize=1 << 12)
def is_adjective_of(folded: str, place: str) -> bool:
    """Whether a folded word is made of the name of a place: «норвежский», of Норвегия."""
    place = fold(place)
    if script_of(folded) == "Arab":
        found = _NISBA.fullmatch(folded)
        if found is None:
            return False
        stems = set(_arabic_stems_of(place))
        return _ARABIC_OTHERWISE.get(found[1]) == place or bool(_arabic_cores(found[1]) & stems)
    found = _RUSSIAN.fullmatch(folded)
    if found is None or script_of(place) != "Cyrl":
        return False
    return _OTHERWISE.get(found[1]) == place or not set(_stems_of(place)).isdisjoint(_cores(found[1]))


@lru_cache(maxsize=1 << 12)
def stems_of_adjective(folded: str) -> tuple[str, ...]:
    """The stems of places of which a folded Russian or Arabic word may be made, the likeliest first."""
    if script_of(folded) == "Arab":
        found = _NISBA.fullmatch(folded) or _NISBA.fullmatch(f"ال{folded}")
        if found and (known := _ARABIC_OTHERWISE.get(found[1])):
            return tuple(stems_of_place(known))
        return tuple(sorted(_arabic_cores(found[1]), key=len)) if found else ()
    # A neuter is declined as the others are.
    found = _RUSSIAN.fullmatch(re.sub("ое$", "ая", folded))
    if found is None:
        return ()
    if known := _OTHERWISE.get(found[1]):
        return tuple(stems_of_place(known))
    return tuple(dict.fromkeys(_cores(found[1])))


def stems_of_place(place: str) -> Iterator[str]:
    """Those of the name of a place, folded, by which words made of it are known."""
    return _arabic_stems_of(place) if script_of(place) == "Arab" else _stems_of(place)


def _cores(base: str) -> Iterator[str]:
    """Of what places' stems the part of a Russian word before -ск may be."""
    for between in _BETWEEN:
        if base.endswith(between) and (core := _LAST_VOWELS.sub("", base.removesuffix(between))):
            yield core
            if core[-1] in _SOFTENED:
                yield core[:-1] + _SOFTENED[core[-1]]


def _stems_of(place: str) -> Iterator[str]:
    """Those of a Russian place: without its last vowels, without -ск or -стан."""
    yield _LAST_VOWELS.sub("", place)
    for ending in ("истан", "стан", "ск"):
        if place.endswith(ending):
            yield place.removesuffix(ending)
            return


@cache
def _russian_stems() -> frozenset[str]:
    return frozenset(stem for place in known_places("Cyrl") for stem in _stems_of(place) if len(stem) > 1)


def _arabic_cores(core: str) -> frozenset[str]:
    return frozenset((core, core.removesuffix(_VOWEL))) if len(core) > len(_VOWEL) + 1 else frozenset((core,))


def _arabic_stems_of(place: str) -> Iterator[str]:
    # Of «ألمانيا» the article is none.
    for bare in dict.fromkeys((_ARTICLE.sub("", place), place)):
        yield bare
        yield _COUNTRY_ENDS.sub("", bare)


@cache
def _arabic_stems() -> frozenset[str]:
    return frozenset(
        stem for place in known_places("Arab") for stem in _arabic_stems_of(place) if len(stem) > 1
    )
