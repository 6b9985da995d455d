"""Words of a query that but say what is wanted to be known: «biographie de», «что сказал», «أخبار»; «combien coûte»."""

from __future__ import annotations

from collections.abc import Container, Sequence

from articles.names import fold
from articles.names.fold import folded_set, script_of
from articles.search.asking_words import (
    AMONG_OTHERS,
    AUXILIARY,
    DETERMINERS,
    DOING,
    INFINITIVE,
    INTERROGATIVES,
    INVERTED,
    KINDS,
    QUESTIONS,
    SAYING,
    SIGNS,
    TEXTS,
    TIMES,
    WHERE,
)
from articles.search.common_words import is_common
from articles.search.leaving_out import Named
from articles.search.pieces import Piece

#: A short query that begins so may be of a remark.
_COMMENT, _SHORT = "comment", 3
#: What asks for a number, and what may stand before; verbs by which the answer is told, and what only makes them one.
_COUNTING = tuple(
    tuple(fold(way).split()) for way in ("combien", "how many", "how much", "сколько", "كم عدد", "كم", "بكم")
)
_BEFORE_QUESTIONS = folded_set(
    "à de pour depuis en par avec dans за на по со с в о из in on at for by في منذ من عن"
)
_BEFORE_COUNTING = folded_set("à de pour depuis за на по со с منذ قبل")
_MEASURING = folded_set("""
coûte coûtent coûtait coûtaient coûté coûter pèse pèsent pesait pesaient peser mesure mesurent mesurait mesurer vaut
valent valait dure durent durait duré compte comptent comptait gagne gagnent gagnait existe existent
cost costs weigh weighs weighed measure measures last lasts lasted earn earns earned exist exists existed
стоит стоят стоил стоила стоило стоили весит весят весил весила весило весили длится длятся длился длилась длилось
составляет составляют составил составила составило составляла насчитывает насчитывается насчитывалось зарабатывает
зарабатывают существует
يبلغ تبلغ بلغ بلغت يساوي تساوي يزن تزن وزنت يكلف تكلف كلف كلفت يستغرق تستغرق استغرق استغرقت يستمر تستمر
""")
_OF_VERBS = folded_set("""
y a ont avait was were has have had does did do there is are been يوجد توجد هناك
""") | {fold("a-t-il"), fold("y-a-t-il")}


def places_of_asking(
    pieces: Sequence[Piece], named: Sequence[Named], kept: Container[str], text: str = ""
) -> set[int]:
    """The places of such words: they begin the query, and nothing but they and words that say nothing stands before
    the first name; of a question, what is right behind the name too.

    What is among the folded words to be `kept` is asked for. Of the whole `text` a sign at its end tells a question.
    """
    first = min(named, key=lambda one: one.start, default=None)
    if first is None or not (first.is_certain(pieces) or first.is_whole(pieces)):
        return set()
    before = pieces[: first.start]
    is_question = bool(before) and _is_question(before[0].plain, text)
    places = {at for at in range(first.start) if _asks(pieces, at, is_question=is_question)}
    if not all(at in places or _says_nothing(piece) for at, piece in enumerate(before)):
        return set()
    if is_question and first.end < len(pieces):
        behind = fold(pieces[first.end].plain)
        is_led_to = any(fold(piece.plain) in AUXILIARY for piece in before)
        if behind in SAYING or behind in DOING or (is_led_to and behind in INFINITIVE):
            places.add(first.end)
    return {at for at in places if fold(pieces[at].plain) not in kept}


def places_of_question(pieces: Sequence[Piece], kept: Container[str], text: str = "") -> set[int]:
    """The places of the words by which a question begins, and of its verb before a pronoun: «à quelle date», «почему»,
    «est-il». None where nothing else tells what it is about.

    What is among the folded words to be `kept` is asked for.
    """
    words = [fold(piece.plain) if piece.is_mere_word else "" for piece in pieces]
    start = 1 if words and words[0] in _BEFORE_QUESTIONS else 0
    places: set[int] = set()
    if words[start : start + 1] and words[start] in INTERROGATIVES and (start or not _is_a_word(words)):
        places.add(start)
    elif words[start : start + 1] and words[start] in DETERMINERS:
        is_of_time = len(words) > start + 1 and words[start + 1] in TIMES
        places.update((start, start + 1) if is_of_time else (start,))
    if places or text.rstrip().endswith(SIGNS):
        places.update(at for at, word in enumerate(words) if word in INVERTED)
    if all(at in places or _is_silent(piece, words[at]) for at, piece in enumerate(pieces)):
        return set()
    # A common word is left out beside others in any case.
    return {at for at in places if words[at] not in kept and not _says_nothing(pieces[at])}


def _is_a_word(words: Sequence[str]) -> bool:
    """Whether the first word may be one that tells something: English comment, a French comment is a question."""
    return words[0] == _COMMENT and len(words) <= _SHORT


def places_of_counting(pieces: Sequence[Piece], kept: Container[str]) -> set[int]:
    """The places of the words that ask how many, or how much, at the beginning: «combien», “how many”, «сколько», «كم»;
    with the verb of measuring right behind, or at the end. None where nothing else tells what of.

    What is among the folded words to be `kept` is asked for.
    """
    words = [fold(piece.plain) if piece.is_mere_word else "" for piece in pieces]
    start = 1 if words and words[0] in _BEFORE_COUNTING else 0
    width = next((len(way) for way in _COUNTING if tuple(words[start : start + len(way)]) == way), 0)
    if not width:
        return set()
    behind = range(start, len(pieces))
    places = {at for at in behind if at < start + width or words[at] in _OF_VERBS}
    verbs = [at for at in behind if words[at] in _MEASURING]
    end = start + width
    while end < len(pieces) and _is_silent(pieces[end], words[end]):
        end += 1
    places.update(at for at in verbs if at in (end, len(pieces) - 1))
    if all(at in places or _is_silent(pieces[at], words[at]) for at in behind):
        return set()
    return {at for at in places if words[at] not in kept}


def _is_silent(piece: Piece, word: str) -> bool:
    return _says_nothing(piece) or word in _OF_VERBS


def _is_question(word: str, text: str) -> bool:
    folded = fold(word).partition(" ")[0]
    if folded in AMONG_OTHERS and word.lower() != WHERE:
        return text.rstrip().endswith(SIGNS)
    return folded in QUESTIONS


def _says_nothing(piece: Piece) -> bool:
    return piece.is_mere_word and is_common(piece.word, among_capitals=True)


def _asks(pieces: Sequence[Piece], at: int, *, is_question: bool) -> bool:
    if not pieces[at].is_mere_word:
        return False
    word = fold(pieces[at].word)
    if word in TEXTS or (is_question and (word in SAYING or at == 0)):
        return True
    if is_question and (word in DOING or word in AUXILIARY):
        return all(map(_says_nothing, pieces[1:at]))  # «où est né»
    # «биография Щеголихиной», but “Kennedy photo” and «photo Kennedy» may be what a text has.
    is_led_on = script_of(word) != "Latn" or is_common(pieces[at + 1].word, among_capitals=True)
    return word in KINDS and is_led_on
