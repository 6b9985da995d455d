"""What looks like a name to a rule and is none, in whole or at its ends: titles, dates, half names, plain words."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.candidates.far_east import is_korean
from articles.candidates.institution_words import FR_CLASS, FR_HEADS, RU_COMPOUND
from articles.candidates.institutions import russian_head
from articles.candidates.occupations import AFTER_NAMES
from articles.candidates.persons import Run
from articles.candidates.proposal import Kind
from articles.candidates.ranks import VERBAL
from articles.candidates.reading import ADDRESS, RANKS, Reading
from articles.candidates.shapes import sounds_so
from articles.names.common_words import is_calendar, is_opener
from articles.names.fold import folded_set, script_of
from articles.names.given_names import is_given_name
from articles.offices.lexicon import HEADS

_OFFICES = frozenset(head for heads in HEADS.values() for head in heads)
# What stands in capitals and is no body: countries, things, degrees, domains.
_IDLE = folded_set("AI IA ML IR AR VR USSR RF RU FM MA BA BSC MSC PHD MBA DVD TBA AKA ASAP DIY ERA JC ИИ")
_RU_ADDRESS = folded_set(
    "мистер мистера мистеру миссис мисс леди лорд лорда сэр сэра доктор доктора доктору г-н г-на г-жа"
)
# Examinations and posts: nobody sits or holds a body.
_EXAMS_AND_POSTS = folded_set(
    "GCSE GCSES SAT SATS LSAT MCAT GMAT GRE GED NVQ BTEC TOEFL IELTS ECD ECE CEO CFO COO CTO CIO EVP SVP DCI DCS TA"
)
_IDLE_IN_ENGLISH = _IDLE | AFTER_NAMES | _EXAMS_AND_POSTS
_CONTRACTION = re.compile(r"['’](?:m|re|ve|ll|t)$", re.IGNORECASE)
_AR_STREETS = folded_set("ستريت استريت أفينيو أفنيو رود سكوير بارك هيل تاون سيتي")
_AR_OTHERS = folded_set("الأخرى الآخرى أخرى الآخر الآخرين آخرين الآخرون")
_AR_PLAIN = folded_set("أخبار أنباء المحلفين محلفين محلية حكومية خاصة دولية كبيرة كبرى جديدة")


def without_plain_words(reading: Reading, kind: Kind, run: Run, language: str) -> Run | None:
    """The run without the words at its ends that belong to no name; None when what is left names nothing."""
    if kind == "person" and _is_toolbar(reading, run):
        return None
    if language == "ar" and script_of(reading.words[run.first].text) == "Arab":
        return _arabic_person(reading, run) if kind == "person" else _arabic_institution(reading, run)
    if language == "en":
        return _english_person(reading, run) if kind == "person" else _english_institution(reading, run)
    if kind == "institution":
        if run.rule == "acronym with its expansion" and _is_plain_expansion(reading, run, language):
            return None
        return None if run.last == run.first + 1 and reading.folded(run.first) in _IDLE else run
    return _russian_person(reading, run) if language == "ru" else run


# What a page offers to do with it.
_BUTTONS = folded_set("""
partager tweeter imprimer envoyer commenter enregistrer copier suivre facebook twitter email mail whatsapp linkedin
telegram pinterest messenger share tweet print save copy follow comment like pin pocket
поделиться твитнуть печать распечатать сохранить подписаться комментировать нравится вконтакте одноклассники телеграм
""")


def _is_toolbar(reading: Reading, run: Run) -> bool:
    """«Partager Tweeter Imprimer»: at least two words of the buttons that were copied with the text."""
    return sum(reading.folded(place) in _BUTTONS for place in range(run.first, run.last)) > 1


def _is_plain_expansion(reading: Reading, run: Run, language: str) -> bool:
    """«accident vasculaire cérébral (AVC)»: neither a capital nor a word for an institution in it."""
    words = reading.words[run.first : run.last]
    if any(word.shape in ("U", "I") or (word.capital and not word.initial) for word in words):
        return False
    if language == "ru":
        return not any(russian_head(word.folded) or word.folded.startswith(RU_COMPOUND) for word in words)
    return not any(word.folded in FR_HEADS or word.folded in FR_CLASS for word in words)


def _russian_person(reading: Reading, run: Run) -> Run:
    """«Миссис Дэвис» is a surname after a form of address."""
    if run.last > run.first + 1 and reading.folded(run.first) in _RU_ADDRESS:
        if run.last == run.first + 2:
            return Run(run.first + 1, run.last, "title before", 0.95)
        return replace(run, first=run.first + 1)
    return run


def _english_person(reading: Reading, run: Run) -> Run | None:
    """«Rapper Kanye», «Plaid AM», «Minister» after «Prime», «I’m Delicious»."""
    if any(_CONTRACTION.search(word.text) for word in reading.words[run.first : run.last]):
        return None
    headed = _before_heading_verb(reading, run)
    if headed is None or (headed is not run and len(reading.words[headed.first : headed.last]) < 2):
        return headed if headed and headed.rule == "title before" else None
    run = headed
    first, last = run.first, run.last
    while last > first and reading.folded(last - 1) in AFTER_NAMES:
        last -= 1
    while last > first + 1 and _is_plain_opening(reading, first) and not is_korean(reading, first, last):
        first += 1
    addressed = reading.folded(first - 1) in ADDRESS  # «Mr King» is no king
    if not addressed and all(_is_office(reading.folded(place)) for place in range(first, last)):
        return None
    if last == first + 1 and (last, first) != (run.last, run.first):
        return None
    return replace(run, first=first, last=last)


def _before_heading_verb(reading: Reading, run: Run) -> Run | None:
    """«Prime Minister Cameron Quits After Vote»: the run before the verb of a headline; None where that opens it.

    What looks like a verb is a name where the text writes it so («Brooks»), or where it is known or sounds like one.
    """
    if not reading.is_heading:
        return run
    for place in range(run.first, run.last):
        folded = reading.folded(place)
        if folded in reading.named or is_given_name(folded) or sounds_so(reading, place):
            continue
        plain = is_opener(folded) or folded in reading.lower
        if VERBAL.fullmatch(folded.rpartition(" ")[2]) or (plain and place > run.first):
            return replace(run, last=place) if place > run.first else None
    return run


def _is_plain_opening(reading: Reading, index: int) -> bool:
    """A word that the text writes in small letters elsewhere, beside a name in a heading: «Rapper», «Actor»."""
    folded = reading.folded(index)
    return folded in reading.lower and not is_given_name(folded) and reading.words[index].shape == "C"


def _is_office(folded: str) -> bool:
    return (folded in _OFFICES or folded in RANKS) and not is_given_name(folded)


def _english_institution(reading: Reading, run: Run) -> Run | None:
    """«Congress on Thursday», «As China», «@MerPolCC», «USSR», «evaluating the entry-into-service (EIS)»."""
    opening = reading.words[run.first]
    if reading.is_heading and _is_office(opening.folded) and VERBAL.fullmatch(reading.folded(run.first + 1)):
        return None
    if run.last == run.first + 1 and (
        opening.folded in _IDLE_IN_ENGLISH or reading.sign(run.first - 1) in ("@", "#")
    ):
        return None
    if run.rule == "acronym with its expansion" and not any(
        word.capital or word.shape == "I" for word in reading.words[run.first : run.last]
    ):
        return None
    if run.rule == "club word" and opening.shape == "C" and is_opener(opening.folded):
        return None
    last = run.last
    if is_calendar(reading.folded(last - 1)) and reading.folded(last - 2) in ("on", "in", "of", "for"):
        last -= 2
    return replace(run, last=last) if last > run.first else None


def _arabic_person(reading: Reading, run: Run) -> Run | None:
    """«جون استريت» is a street, «السيد بيتر» half a name."""
    if reading.folded(run.last - 1) in _AR_STREETS:
        return None
    single = run.last == run.first + 1
    return None if single and is_given_name(reading.folded(run.first)) else run


def _arabic_institution(reading: Reading, run: Run) -> Run | None:
    """«وكالة أخبار» is any agency; «والمنظمات الحكومية الأخرى» goes on to others."""
    last = next((p for p in range(run.first + 1, run.last) if reading.folded(p) in _AR_OTHERS), run.last)
    if last < run.last:
        joined = [place for place in range(run.first + 1, last) if reading.folded(place).startswith("و")]
        last = joined[-1] if joined else last
    plain = last == run.first + 2 and reading.folded(run.first + 1) in _AR_PLAIN
    headless = last == run.first + 1 and last != run.last
    return None if plain or headless else replace(run, last=last)
