"""Words of a query that but say what is wanted to be known of somebody: «biographie de», «что сказал», «أخبار»."""

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
what que qu quoi how who where when why qui ou quand pourquoi comment
что чего как кто где когда почему зачем куда откуда ماذا ما بم بماذا من أين متى لماذا كيف
""")
_SAYING = folded_set("""
say says said think thinks dit disait déclaré déclare pense pensait raconte
сказал сказала сказали говорит говорил говорила говорят думает думал думала заявил заявила рассказал рассказала пишет
قال قالت يقول تقول صرح صرحت يرى ترى
work works working live lives living born die died come comes do does did happen happened
travaille travaillait vit vivait habite habitait né née mort morte vient fait faisait
работает работал работала живет жил жила родился родилась умер умерла делает делал делала
يعمل تعمل عمل عملت يعيش تعيش عاش عاشت ولد ولدت توفي توفيت يفعل تفعل
""")


def places_of_asking(pieces: Sequence[Piece], named: Sequence[Named], kept: Container[str]) -> set[int]:
    """The places of such words: they begin the query, and nothing but they and words that say nothing stands before
    the first name; of a question, what is right behind the name too.

    What is among the folded words to be `kept` is asked for.
    """
    first = min(named, key=lambda one: one.start, default=None)
    if first is None or not (first.is_certain(pieces) or first.is_whole(pieces)):
        return set()
    before = pieces[: first.start]
    is_question = bool(before) and fold(before[0].plain).partition(" ")[0] in _QUESTIONS
    places = {at for at in range(first.start) if _asks(pieces, at, is_question=is_question)}
    if not all(
        at in places or (piece.is_mere_word and is_common(piece.word, among_capitals=True))
        for at, piece in enumerate(before)
    ):
        return set()
    if is_question and first.end < len(pieces) and fold(pieces[first.end].plain) in _SAYING:
        places.add(first.end)
    return {at for at in places if fold(pieces[at].plain) not in kept}


def _asks(pieces: Sequence[Piece], at: int, *, is_question: bool) -> bool:
    if not pieces[at].is_mere_word:
        return False
    word = fold(pieces[at].word)
    if word in _TEXTS or (is_question and (word in _SAYING or at == 0)):
        return True
    # «биография Щеголихиной», but “Kennedy photo” and «photo Kennedy» may be what a text has.
    is_led_on = script_of(word) != "Latn" or is_common(pieces[at + 1].word, among_capitals=True)
    return word in _KINDS and is_led_on
