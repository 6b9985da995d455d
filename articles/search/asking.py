"""Words of a query that but say what is wanted to be known: «biographie de», «что сказал», «أخبار»; «combien coûte»."""

from __future__ import annotations

from collections.abc import Container, Sequence

from articles.names import fold
from articles.names.fold import folded_set, script_of
from articles.search.common_words import is_common
from articles.search.leaving_out import Named
from articles.search.pieces import Piece

#: Texts, and what is new in them: before a name, with or without a word between.
_TEXTS = folded_set("""
article articles texte textes text texts news latest nouvelle nouvelles actualité actualités actu actus dernier dernière
dernières derniers info infos information informations about tell parle moi dis
статья статьи статей статью статьям статьях новость новости новостей новостях текст тексты текстов материал материалы
материалов публикации публикаций информация информацию последние последняя последних свежие известно рассказ расскажи
расскажите
مقال مقالة مقالات المقالات أخبار الأخبار خبر آخر نصوص نص معلومات حول بخصوص
""")
#: What a text may also be about: where a small word leads on to the name, or a case does.
_KINDS = folded_set("""
biographie biography bio profile profil portrait interview interviews entretien entretiens photo photos photographie
photographies photograph photographs picture pictures image images
биография биографию биографии интервью фото фотография фотографии портрет снимки
سيرة السيرة الذاتية نبذة صورة صور مقابلة مقابلات حوار
""")
#: Behind these a verb of saying is asked for of nobody's words.
_QUESTIONS = folded_set("""
what que qu quoi how who where when why qui où quand pourquoi comment
что чего как кто где когда почему зачем куда откуда ماذا ما بم بماذا من أين متى لماذا كيف
""")
#: These are such words only where a sign tells so: «ou», «من» («from»).
_AMONG_OTHERS, _SIGNS = folded_set("ou من"), ("?", "؟")
_WHERE = "où"
_SAYING = folded_set("""
say says said think thinks dit disait déclaré déclare pense pensait raconte
сказал сказала сказали говорит говорил говорила говорят думает думал думала заявил заявила рассказал рассказала пишет
قال قالت يقول تقول صرح صرحت يرى ترى
""")
#: What else is asked about somebody: behind the name, or the question; and no noun (mort, works, عمل, ولد).
_DOING = folded_set("""
lived born died comes happened travaille travaillait vit vivait habite habitait né née vient faisait
работает работал работала живет жил жила родился родилась умер умерла делает делал делала
يعمل تعمل عملت يعيش تعيش عاش عاشت ولدت توفي توفيت يفعل تفعل
""")
#: Before a name; and what stands behind it then.
_AUXILIARY, _INFINITIVE = folded_set("do does did"), folded_set("work live die come do happen")
#: What asks for a number, and what may stand before; verbs by which the answer is told, and what only makes them one.
_COUNTING = tuple(
    tuple(fold(way).split()) for way in ("combien", "how many", "how much", "сколько", "كم عدد", "كم", "بكم")
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
        is_led_to = any(fold(piece.plain) in _AUXILIARY for piece in before)
        if behind in _SAYING or behind in _DOING or (is_led_to and behind in _INFINITIVE):
            places.add(first.end)
    return {at for at in places if fold(pieces[at].plain) not in kept}


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
    if folded in _AMONG_OTHERS and word.lower() != _WHERE:
        return text.rstrip().endswith(_SIGNS)
    return folded in _QUESTIONS


def _says_nothing(piece: Piece) -> bool:
    return piece.is_mere_word and is_common(piece.word, among_capitals=True)


def _asks(pieces: Sequence[Piece], at: int, *, is_question: bool) -> bool:
    if not pieces[at].is_mere_word:
        return False
    word = fold(pieces[at].word)
    if word in _TEXTS or (is_question and (word in _SAYING or at == 0)):
        return True
    if is_question and (word in _DOING or word in _AUXILIARY):
        return all(map(_says_nothing, pieces[1:at]))  # «où est né»
    # «биография Щеголихиной», but “Kennedy photo” and «photo Kennedy» may be what a text has.
    is_led_on = script_of(word) != "Latn" or is_common(pieces[at + 1].word, among_capitals=True)
    return word in _KINDS and is_led_on
