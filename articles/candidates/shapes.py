"""Two or three capitals that no list knows: what beside them, or about them, tells a person."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.candidates.credits import is_credited
from articles.candidates.institution_words import COMPANY_WORDS, EN_HEADS, FR_HEADS
from articles.candidates.likely_given import is_likely_given
from articles.candidates.occupations import (
    belongs_to_body,
    is_craft,
    is_occupation,
    is_of_people,
    may_follow,
    may_lead,
    ranks,
)
from articles.candidates.reading import Reading, Word
from articles.candidates.thing_words import THINGS_WITHIN
from articles.names.common_words import is_opener, is_people, is_place
from articles.names.fold import fold, folded_set, script_of
from articles.names.given_names import is_given_name, sounds_given
from articles.names.tokens import PARTICLES
from articles.offices.lexicon import HEADS

SURNAME_SHAPE = re.compile(
    r"(?:[оеё]в|[иы]н|ск(?:ии|ого|ому|им|ая|ои)|енко|швили|дзе|ович|евич|ук|юк|чук|ян|оглу|заде|[оеё]в(?:а|у|ым|ои)|ин(?:а|у|ым|ои)|сон|штеин)$"
)
_OBLIQUE_SHAPE = re.compile(r"(?:ск(?:ого|ому|им|ои|ую)|[оеё]в(?:у|ым|ои)|ин(?:у|ым|ои))$")
_GENITIVE_SHAPE = re.compile(r"(?:[оеё]в|[иы]н)а$")
_LATIN_SURNAME = re.compile(
    r"[a-z]{3,}(?:[oe]va?|[oe]ff|enko|sk(?:y|ii?|aya|aia)|[eo]vi(?:ch|tch|c)|shvili|chvili|idze|adze|yan|zadeh?|oglu|uddin)$"
)
SAYING = frozenset(
    fold(
        "déclaré déclare affirmé affirme estime estimé souligné souligne indiqué indique expliqué "
        "explique ajouté ajoute "
        "précisé précise confié confie annoncé annonce assuré assure rappelé rappelle regretté regrette "
        "dit raconte "
        "raconté commente commenté said says told added declared stated explained noted argued insisted "
        "tweeted wrote warned "
        "заявил заявила сказал сказала сообщил сообщила отметил отметила подчеркнул подчеркнула добавил "
        "добавила считает "
        "рассказал рассказала объяснил пояснил пояснила уверен полагает пишет написал напомнил признал "
        "призвал напомнила говорит поясняет объясняет рассказывает утверждает подчеркивает"
    ).split()
)
_HAVING = frozenset("a avait ont has had est".split())
_AGE = re.compile(
    r"\s*,\s*\d\d\s+(?:ans|лет|года?\b|years)|\s*\(\d\d\)|, \d\d,|, \d\d-летн|, aged \d\d|, \d\d-year"
)
_RU_ADJECTIVE = re.compile(r"(?:ая|ыи|ии|ое|ого|ои|ую|ым|ом|их|ых|ому|ыми|ие|ые)$")
# Before a name of two words stands no article; before places stand these.
_BEFORE_OTHERS = frozenset(
    "à a in at en aux au в во на из the an le la les l du des un une ce cet cette ces un".split()
)


def says(reading: Reading, last: int) -> bool:
    """Whether a verb of saying follows the words that end before `last`."""
    return reading.folded(last + (reading.folded(last) in _HAVING)) in SAYING


def has_age(reading: Reading, last: int) -> bool:
    """Whether an age follows: «, 44 ans», «(44)»."""
    end = reading.words[last - 1].end
    return _AGE.match(reading.text[end : end + 16]) is not None


def is_said(reading: Reading, first: int) -> bool:
    """Whether a verb of saying stands right before: «считает Ли Кайфу», «said Cyrus Kamau», «по словам»."""
    before = reading.folded(first - 1)
    by = before in ("словам", "мнению", "признанию", "утверждению") and reading.folded(first - 2) == "по"
    return (by or before in SAYING) and not reading.words[first].initial


@lru_cache(maxsize=1 << 13)
def _sounds(folded: str) -> bool:
    return (
        sounds_given(folded)
        and not is_place(folded)
        and not is_people(folded)
        and not is_opener(folded)
        and _RUSSIAN_SURNAME.search(folded) is None
    )


_RUSSIAN_SURNAME = re.compile(r"(?:[оеё]в(?:а|у|ым|ои)?|ск(?:ии|ого|ому|им|ая|ои)|енко|ович|евич)$")


def sounds_so(reading: Reading, index: int) -> bool:
    """Whether the word sounds like a given name known in another script, and is no plain word of the text."""
    word = reading.words[index]
    return word.shape == "C" and word.folded not in reading.lower and _sounds(word.folded)


def likely_so(reading: Reading, index: int) -> bool:
    """Whether the word is likely a given name of some country, and no plain word of the text."""
    word = reading.words[index]
    return word.shape == "C" and word.folded not in reading.lower and is_likely_given(word.folded)


def opens_by_sound(reading: Reading, first: int, index: int) -> bool:
    """«Businessman Rustam Achilbekov»: only after what is no name itself."""
    return (
        sounds_so(reading, index)
        and not sounds_so(reading, index - 1)
        and reading.words[first].initial
        and reading.folded(first) in reading.lower
    )


def opens_likely(reading: Reading, first: int) -> bool:
    """«Группа Марго Делестранж», «Curator Magnus Berg»: what opens the sentence is no name, the next word likely is."""
    opening = reading.words[first]
    if not opening.initial or opening.shape != "C" or likely_so(reading, first) or sounds_so(reading, first):
        return False
    return likely_so(reading, first + 1) and not is_place(reading.folded(first + 2))


def governs(reading: Reading, first: int, last: int) -> bool:
    """«Находку Цветаевского», «Письмо Храповой»: a noun opens the sentence, a surname in another case follows.

    A given name would have the surname's case; one that is unknown seldom opens a sentence in an oblique one.
    """
    word = reading.words[first]
    return (
        last == first + 2
        and word.initial
        and script_of(word.text) == "Cyrl"
        and (
            _OBLIQUE_SHAPE.search(reading.folded(first + 1)) is not None
            or (word.folded[-1] in "уюо" and _GENITIVE_SHAPE.search(reading.folded(first + 1)) is not None)
        )
        and not is_given_name(word.folded)
        and not sounds_so(reading, first)
    )


_FROM = frozenset("из с со".split())


def is_origin(reading: Reading, index: int) -> bool:
    """«физик с Сицилии», «певец из Нигерии»: where somebody comes from stands between the occupation and the name."""
    folded, before = reading.folded(index), reading.folded(index - 1)
    if before not in _FROM or reading.words[index].shape != "C":
        return False
    return is_place(folded) or (folded.endswith("ии") and not is_given_name(folded))


def led_by_occupation(reading: Reading, first: int, last: int) -> bool:
    """«певицы Ариане Гранде», «the rapper Mac Miller»: an occupation in small letters right before.

    Who belongs to a club or a paper leads to what sounds like a given name alone («футболист Астон Виллы»).
    """
    place = first - 1 if first < 3 or not is_origin(reading, first - 1) else first - 3
    before = reading.words[place] if first else None
    if before is not None and (_is_under(reading, first) or _is_owner_of_people(reading, first - 1)):
        return True
    if before is None or before.shape != "l" or not may_lead(before.folded):
        return False
    return is_led(reading, first, last, before.folded)


def is_led(reading: Reading, first: int, last: int, calling: str) -> bool:
    """Whether it is a person whom the calling leads to: «футболист Астон Виллы» and “mechanic Honda Civic” are none."""
    if has_sound(reading, first, last) or not (belongs_to_body(calling) or is_craft(calling)):
        return True
    shaped = _LATIN_SURNAME.fullmatch(reading.folded(last - 1)) or has_particle(reading, first, last)
    return is_craft(calling) and bool(shaped or likely_so(reading, first))


_UNDER = folded_set("руководством управлением началом командованием председательством предводительством")
_PEOPLES_ADJECTIVE = re.compile(r"[а-я]{3,}(?:ск|цк)(?:ии|ого|ому|им|ом|ая|ои|ую)")


def _is_under(reading: Reading, first: int) -> bool:
    """«под руководством Тимофея Жильцова»: a person, in the genitive."""
    led = reading.folded(first - 1) in _UNDER and reading.folded(first - 2) == "под"
    return led and reading.folded(first)[-1:] in ("а", "я", "и", "ы")


def _is_owner_of_people(reading: Reading, index: int) -> bool:
    """«датский судовладелец», “Chinese billionaire”: what governs a firm else is somebody of a people here."""
    word, before = reading.words[index], reading.folded(index - 1)
    if word.shape != "l" or word.broken or not is_occupation(word.folded):
        return False
    return is_people(before) if script_of(word.text) == "Latn" else bool(_PEOPLES_ADJECTIVE.fullmatch(before))


# In a French text what stands behind these is an English phrase: «Select Committee on Artificial Intelligence».
_ENGLISH = frozenset("on of the for and".split())


def shaped(
    reading: Reading, first: int, last: int, words: list[Word], language: str
) -> tuple[str, float] | None:
    """(rule, score) of capitals that no list knows: an age, a verb of saying, an occupation, an ending, or
    nothing else; None where they name no person."""
    foldeds = [word.folded for word in words]
    if (
        (reading.loud and not _is_quiet(reading, first))
        or len(words) > 3
        or foldeds[0] in COMPANY_WORDS
        or any(is_opener(part) or is_people(part) for part in foldeds)
    ):
        return None
    cyrillic = script_of(words[0].text) == "Cyrl"
    fits = _fits(reading, first, last, cyrillic, language)
    if cyrillic and not fits:
        return None  # «По словам Белого Дома»
    if is_credited(reading, first, last):
        return None if is_occupation(foldeds[-1]) else ("office beside", 0.6)  # «By Staff Writer»
    if says(reading, last) or is_said(reading, first) or has_age(reading, last):
        return "verb of saying or age beside", 0.75
    before = reading.folded(first - 1)
    if before in _BEFORE_OTHERS or (
        reading.sign(first - 1) in _QUOTES and not _speaks_on(reading, first, last)
    ):
        return None
    if language == "fr" and before in _ENGLISH:
        return None
    if words[0].initial and language in ("en", "fr") and foldeds[0] in reading.lower:
        return None
    if any(word.shape == "U" for word in words):
        return None
    if fits and (led_by_occupation(reading, first, last) or _is_apposed(reading, last)):
        return "office beside", 0.7
    if likely_so(reading, first) and not is_place(foldeds[-1]):
        return "given name", 0.55
    if cyrillic:
        return _cyrillic(reading, first, last, foldeds)
    return _latin(reading, first, last, foldeds, language)


_QUOTES = frozenset('«"“„')
_WITHIN_TITLES = folded_set("""
of and in on at to for the a an from with is are as or by de du des d et en la le les l a au aux dans sur pour sans
и в во на из с со о об для по к у от за под над при без или
""")


def _speaks_on(reading: Reading, first: int, last: int) -> bool:
    """«"Matvey Safronychev covered every angle"»: somebody speaks of a person; a title seldom goes on so."""
    following = reading.words[last] if last < len(reading.words) else None
    if following is None or following.shape != "l" or following.broken or following.folded in _WITHIN_TITLES:
        return False
    shaped = SURNAME_SHAPE if script_of(reading.words[first].text) == "Cyrl" else _LATIN_SURNAME
    return has_sound(reading, first, last) or shaped.search(reading.folded(last - 1)) is not None


def _is_quiet(reading: Reading, index: int) -> bool:
    """A Russian headline of capitalised words: it writes no other word so, unless all stands in capitals."""
    return script_of(reading.words[index].text) == "Cyrl" and not reading.upper


_SURE_SURNAME = re.compile(r"(?:енко|швили|дзе|оглу|заде)$")  # no noun ends so: «Акакий Нишнианидзе»
_FULL_ADJECTIVE = re.compile(r"(?:ая|ыи|ии|ое|ого|ои|ую|их|ых|ому|ыми|ие|ые)$")


def _fits(reading: Reading, first: int, last: int, cyrillic: bool, language: str) -> bool:
    """Not a firm in Latin letters among Russian ones («механикам Bowler Works»), nor an adjective («врач Первой
    Градской»)."""
    if not cyrillic:
        return language != "ru"
    return (
        _FULL_ADJECTIVE.search(reading.folded(first)) is None
        or (is_of_people(reading.folded(first - 1)) and reading.folded(first).endswith("ои"))
        or sounds_so(reading, first)
        or _SURE_SURNAME.search(reading.folded(last - 1)) is not None
    )


# A clause or another's name begins with them: «Alta Loma, where teacher Green Day», «Rolls Royce, said the engineer».
_ANOTHER_BEGINS = SAYING | frozenset(
    fold(
        "who whom whose which that where when while as because but for by with from in at near to by of on "
        "qui que qu dont où lequel laquelle quand lorsque comme mais pour par avec chez dans en sur selon de des du "
        "который которая которое которые которого которой которым где когда чей чья что "
        "как но для с со у в во на от из по о об"
    ).split()
)


def _is_apposed(reading: Reading, last: int) -> bool:
    """«Маршалл Кук, управляющий директор», «Jane Roe, Toyota's managing director»; «Aston Villa, who» tells nothing."""
    if reading.sign(last) != ",":
        return False
    for index in range(last + 1, min(last + 6, len(reading.words))):
        word = reading.words[index]
        if word.shape == "p" and word.text not in "'’":
            return False
        if word.folded in _ANOTHER_BEGINS:
            return False
        if word.shape == "l" and may_follow(word.folded):
            owns = reading.sign(index + 1) in ("'", "’") and reading.words[index + 1].glued
            return not owns and reading.folded(index - 1) not in ("и", "et", "and")
    return False


def _cyrillic(reading: Reading, first: int, last: int, foldeds: list[str]) -> tuple[str, float] | None:
    if _RU_ADJECTIVE.search(foldeds[0]) and not sounds_so(reading, first):
        return None
    if SURNAME_SHAPE.search(foldeds[-1]):
        return "surname ending", 0.7
    if has_sound(reading, first, last) or has_particle(reading, first, last):
        return "given name", 0.6
    return "two capitals", 0.45


def _latin(
    reading: Reading, first: int, last: int, foldeds: list[str], language: str
) -> tuple[str, float] | None:
    if _LATIN_SURNAME.fullmatch(foldeds[-1]) and not is_place(foldeds[-1]):
        return "surname ending", 0.7
    if has_sound(reading, first, last) or has_particle(reading, first, last) or _is_nasab(foldeds):
        return "given name", 0.6
    return "two capitals", 0.5 if language == "fr" else 0.4


def has_sound(reading: Reading, first: int, last: int) -> bool:
    """Whether a word before the last sounds like a given name."""
    return any(sounds_so(reading, index) for index in range(first, last - 1))


def has_particle(reading: Reading, first: int, last: int) -> bool:
    """«Жаклин де Рибе», «Sami al-Haj»: a particle of names within."""
    return any(
        reading.words[index].text[0].islower() and reading.folded(index).split(" ")[0] in _PARTICLES
        for index in range(first + 1, last)
    )


_NASAB = folded_set("abu abou abi ben bin ibn bint binti ould ag ait")


def _is_nasab(foldeds: list[str]) -> bool:
    """«Sami Abu Zuhri», “Khaled Ben Slimane”: in a row of three, whose father or son one is."""
    return len(foldeds) == 3 and foldeds[1] in _NASAB and not any(is_place(part) for part in foldeds)


# «Cavaliere di Gran Croce»: «di», «del», «de la» join other things too.
_PARTICLES = PARTICLES - frozenset("de du des d la le les di del della do da das dos la o st san".split())


def is_ranked_surname(reading: Reading, index: int) -> bool:
    """«le général Oufkir», «генералу Уфкиру»: a lone surname right behind a rank in small letters."""
    word, before = reading.words[index], reading.words[index - 1] if index else None
    if before is None or before.shape != "l" or word.broken or word.initial or reading.loud:
        return False
    if (
        word.shape != "C"
        or len(word.text) < 4
        or word.folded in reading.lower
        or not (ranks(before.folded, word.folded) or _is_of_calling(before.folded, word.folded))
    ):
        return False
    following = reading.words[index + 1] if index + 1 < len(reading.words) else None
    if following is not None and following.shape in "CU" and not following.broken:
        return False  # the row was cut here: «le président Unis Peguero»
    return not (
        is_place(word.folded)
        or is_people(word.folded)
        or is_opener(word.folded)
        or is_given_name(word.folded)
        or sounds_so(reading, index)
        or word.folded in _BEHIND_RANKS
        or _RU_ADJECTIVE.search(word.folded)
        or _QUALIFIES.search(word.folded)
        or "-" in word.text
    )


# Of what declines, only the case of a man who is named or spoken to: «адвокат Пскова» is of a town.
_UNDECLINED = re.compile(r"(?:енко|ько|швили|дзе|оглу|заде)$")
_NAMED, _GIVEN = re.compile(r"(?:[ое]в|[^аеиоуы]ин|ян)$"), re.compile(r"(?:[ое]в|[^аеиоуы]ин)(?:у|ым)$")


def _is_of_calling(before: str, folded: str) -> bool:
    """«о дрессировщике Скоробогатько», «инженер Одинцов»: what is a surname by its end, behind an occupation."""
    if script_of(folded) != "Cyrl" or not may_lead(before) or belongs_to_body(before):
        return False
    if _UNDECLINED.search(folded):
        return True
    if before[-1] in "уюм":
        return _GIVEN.search(folded) is not None
    return before[-1] not in "аеиоуыэюя" and _NAMED.search(folded) is not None


# «procureur Général», «président République», «juge Fédéral».
_BEHIND_RANKS = THINGS_WITHIN | FR_HEADS | EN_HEADS | COMPANY_WORDS | HEADS["fr"] | HEADS["en"]
_QUALIFIES = re.compile(r"(?:n[ae]l|ral|t?if|ique|aire|tion|ment)$")
