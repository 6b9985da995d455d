"""How far the name of an institution reaches after its head noun, in French, English and Russian."""

from __future__ import annotations

import re

from articles.candidates.institution_words import FR_NOUN_LINKS, FR_STOPS
from articles.candidates.reading import Reading
from articles.candidates.shapes import likely_so, sounds_so
from articles.names.common_words import is_people, is_place
from articles.names.fold import word_set
from articles.names.given_names import is_doubtful, is_given_name
from articles.names.inflect import is_form_of
from articles.names.tokens import FUNCTION_WORDS
from articles.offices.lexicon import FR_VERBS, STOPS

_FR_ADJECTIVE = re.compile(
    r"(?:(?:n|r|i|t|b|c|v|g|d|l)al(?:e|es)?|aux|ien|ienne|iens|iennes|ique|iques|if|ive|aire|aires|eenne?|ois|oise|"
    r"ais|aise|ain|aine|(?:n|i|r|t)el(?:le)?|eur|eure|uni|unie|unis|unies|reme|iste|istes|russe|turque?|arabe|mixte|"
    r"elargi|etranger|etrangere|medical|medicale|populaire|libre|ouvert|publi(?:c|que)|exterieures?|francais|premier|monde|democrate|kurde|belge|suisse|basque)s?$"
)
_FR_BEFORE_OBJECTS = word_set("le la les l un une des ce cette ces son sa ses")
_FR_OPEN = word_set("pour contre sur en")
# Bodies that are named without a purpose: after «Sénat», «Сенат» «pour …», «по …» say what they vote on.
_FR_WHOLE = word_set("senat parlement congres gouvernement bundestag chambre assemblee")
_RU_WHOLE = word_set("сенат конгресс парламент дума правительство")
# They belong to what follows: «Union of South American Nations».
_DIRECTIONS = word_set("north south east west northern southern eastern western central new united great")
_LONGEST = 12
_RU_GENITIVE = re.compile(
    r"(?:[ое]в|еи|ии|ого|его|ои|ых|их|ства|ств|ия|ции|и|ы|а|я|дел|сил|наук|прав|лиц|средств|школ|игр)$"
)
_RU_PLURALS = word_set("дел сил наук прав лиц средств школ игр войск работ услуг дорог цен границ связеи")
_RU_VERB = re.compile(
    r"(?:л|ла|ло|ли|лся|лась|лись|лось|ет|ют|ит|ят|ает|яет|ется|ются|ится|ятся|ть|ться|но|ны|на|ен)$"
)
_RU_STOP = (
    FUNCTION_WORDS
    | STOPS["ru"]
    | word_set(
        "его ее их года году лет дня которого которои которые которых этого этои всех своего своеи своих "
        "ранее тоже уже еще "
        "должна должны сегодня вчера июня июля мая марта апреля августа сентября октября ноября декабря "
        "января февраля или либо "
        "утра вечера можно после перед якобы пока лишь"
    )
)
_RU_ADJECTIVE = re.compile(
    r"(?:ыи|ии|ои|ая|яя|ое|ее|ого|его|ому|ему|ую|юю|ым|им|ом|ои|еи|ые|ие|ых|их|ыми|ими)$"
)


def reach(reading: Reading, head: int, language: str) -> int:
    """The place after the last word of the institution whose head noun stands at `head`."""
    if language == "ru":
        return _reach_russian(reading, head)
    if language == "en":
        return _reach_english(reading, head)
    return _reach_french(reading, head)


# «комитета стадионов Хамад ас-Сувайдани», «федерации судовладельцев Хамади ульд Шейбани».
_WITHIN_PERSONS = frozenset("ульд ould бен бин ибн bin ibn аль эль ас аш фон von".split())


def _names_person(reading: Reading, index: int) -> bool:
    """Whether a given name with a surname after it begins here: it is no part of the institution."""
    folded, following = reading.folded(index), index + 1
    if reading.adjacent(following) and reading.folded(following).split(" ")[0] in _WITHIN_PERSONS:
        return True
    if not is_given_name(folded) or is_doubtful(folded):
        return False
    return (
        following < len(reading.words)
        and reading.words[following].shape in "CUIle"
        and reading.adjacent(following)
    )


def _goes_on(reading: Reading, index: int, head: int) -> bool:
    return index < len(reading.words) and index - head < _LONGEST and reading.adjacent(index)


def _reach_french(reading: Reading, head: int) -> int:
    words, end = reading.words, head + 1
    while _goes_on(reading, end, head):
        word, folded = words[end], words[end].folded
        if word.capital:
            if _names_person(reading, end):
                break
            end += 1
        elif word.shape == "l" and _is_adjective(folded):
            end += 1
        elif folded in _FR_OPEN and words[head].folded in _FR_WHOLE:
            break
        elif folded in FR_NOUN_LINKS or folded in _FR_OPEN or folded == "et":
            following = _after_link(reading, end, head)
            if not following:
                break
            end = following
        else:
            break
    return end


def _is_adjective(folded: str) -> bool:
    return (
        folded not in FR_VERBS
        and len(folded) > 3
        and _FR_ADJECTIVE.search(folded) is not None
        and folded not in FR_STOPS
    )


def _after_link(reading: Reading, index: int, head: int) -> int:
    """The place after «de la sûreté», «et des finances», «pour l’énergie»; 0 when no complement follows."""
    words, link = reading.words, reading.folded(index)
    if link in ("la", "le", "les", "l"):
        return 0
    if (
        link in _FR_OPEN
        and (not words[head].capital or link in ("en", "sur"))
        and not _open_link(reading, index, link)
    ):
        return 0
    following = index + 1
    if link == "et" and reading.folded(following) not in ("de", "du", "des", "d"):
        return 0
    while (
        _goes_on(reading, following, head)
        and reading.folded(following) in FR_NOUN_LINKS
        and following - index < 4
    ):
        following += 1
    if not _goes_on(reading, following, head):
        return 0
    word = words[following]
    if word.capital:
        return 0 if _names_person(reading, following) else following + 1
    if _is_infinitive(reading, following):
        return 0
    if word.shape != "l" or word.folded in FR_STOPS or word.folded in FUNCTION_WORDS or len(word.text) < 3:
        return 0
    return following + 1


def _is_infinitive(reading: Reading, index: int) -> bool:
    """«empêchera le Parlement de balayer l'indépendance»: a verb with its object."""
    folded = reading.folded(index)
    return folded.endswith(("er", "ir", "oir", "re")) and reading.folded(index + 1) in _FR_BEFORE_OBJECTS


def _open_link(reading: Reading, index: int, link: str) -> bool:
    """«coopération en Europe»: «en» goes on only to a capital."""
    following = index + 1
    return link == "en" and following < len(reading.words) and reading.words[following].capital


def _reach_english(reading: Reading, head: int) -> int:
    """«Ministry of Trade and Industry»: capitals, with small words only before another capital."""
    words, end = reading.words, head + 1
    linked = False
    while _goes_on(reading, end, head):
        folded = words[end].folded
        if _is_whose(reading, end, head):
            break
        if words[end].capital and not (linked is False and _names_person(reading, end)):
            end += 1
        elif folded in ("of", "for", "on", "to", "and", "the") and (end == head + 1 or linked):
            following = end + 1
            if reading.folded(following) == "the":
                following += 1
            if not _goes_on(reading, following, head) or not words[following].capital:
                break
            if folded == "and" and (not linked or _names_person(reading, following)):
                break
            linked, end = True, following + 1
        else:
            break
    return end


def _reach_russian(reading: Reading, head: int) -> int:
    words, end, dative = reading.words, head + 1, False
    while _goes_on(reading, end, head) and end - head < 8:
        word, folded = words[end], words[end].folded
        if word.capital:
            if (
                _names_person(reading, end)
                or is_given_name(folded)
                or _is_whose(reading, end, head)
                or _is_pair(reading, end)
            ):
                break
            end += 1
        elif word.shape == "l" and (
            _is_genitive(folded) or (dative and folded.endswith(("ам", "ям", "ым", "им")))
        ):
            end += 1
        elif folded == "по" and any(is_form_of(words[head].folded, whole) for whole in _RU_WHOLE):
            break
        elif folded in ("и", "по") and _goes_on(reading, end + 1, head):
            following = words[end + 1]
            fits = following.shape == "l" and (
                _is_genitive(following.folded) or ((folded == "по" or dative) and len(following.text) > 4)
            )
            if not fits:
                break
            dative = dative or folded == "по"
            end += 2
        elif dative and folded in ("в", "на") and _goes_on(reading, end + 1, head) and words[end + 1].capital:
            end += 2
        else:
            break
    return end


def _is_whose(reading: Reading, index: int, head: int) -> bool:
    """«министерством финансов США Лепса», “Bank of England Governor”: behind the place another name begins."""
    before, word = reading.words[index - 1], reading.words[index]
    placed = before.capital and is_place(before.folded) and before.folded not in _DIRECTIONS
    placed = placed or _STATE.fullmatch(before.folded) is not None
    name = word.shape == "C" and not is_place(word.folded) and not is_people(word.folded)
    return index - 1 > head and placed and name


# «правительства Чадской Республики Идрисса Ндуга»
_STATE = re.compile(r"республики|федерации|королевства")


def _is_pair(reading: Reading, index: int) -> bool:
    """«цивилизаций Солен Кервадек»: behind small letters the sound of a given name, and one word more."""
    following = index + 1
    if reading.words[index - 1].shape != "l" or not reading.adjacent(following):
        return False
    alone = not reading.adjacent(following + 1) or not reading.words[following + 1].capital
    pair = reading.words[index].shape == "C" and reading.words[following].shape == "C" and alone
    return pair and (likely_so(reading, index) or sounds_so(reading, index))


def _is_genitive(folded: str) -> bool:
    if folded in _RU_PLURALS:
        return True
    return (
        len(folded) > 2
        and folded not in _RU_STOP
        and _RU_VERB.search(folded) is None
        and _RU_GENITIVE.search(folded) is not None
    )


# A masculine adjective in the nominative stands before no other case, and none of another before the nominative.
_NOMINATIVE = re.compile(r"(?:ы|и)и$")
_NOT_NOMINATIVE = re.compile(r"(?:ого|его|ому|ему|ым|им|ом|ем|ую|юю|ые|ие|ых|их|ыми|ими|ая|яя|ое|ее)$")


def _agree(adjective: str, following: str) -> bool:
    """Whether an adjective may belong to the adjective right behind it."""
    if _RU_ADJECTIVE.search(following) is None:
        return True
    if _NOMINATIVE.search(adjective):
        return _NOT_NOMINATIVE.search(following) is None
    return _NOT_NOMINATIVE.search(adjective) is None or _NOMINATIVE.search(following) is None


def adjectives_before(reading: Reading, head: int) -> int:
    """The first of the adjectives right before a Russian head noun, at least one with a capital; else `head`."""
    first = head
    while first > 0 and reading.adjacent(first) and head - first < 4:
        word = reading.words[first - 1]
        if word.shape not in ("C", "l") or _RU_ADJECTIVE.search(word.folded) is None or len(word.text) < 5:
            break
        if word.folded.endswith("ии") and word.text[-1:] != "й":
            break  # «отделением Евразии Национального института»
        if word.capital and not _agree(word.folded, reading.folded(first)):
            break  # «сказал Щепковский городскому совету»
        first -= 1
    while first < head and reading.words[first].shape != "C":
        first += 1
    return first
