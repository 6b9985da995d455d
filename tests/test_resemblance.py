"""Resemblances: reprints and translations are found in the archive, proposed once, and decided by a person."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from articles import resemblance as work
from articles import semantics
from articles.cognates import COMMON
from articles.models import Translation
from articles.models.resemblance import Resemblance
from articles.models.text_print import CommonCue, PrintSet, TextCue, TextMeaning, TextPrint
from articles.prints import prints_of
from articles.resemblance import reprints, translations
from articles.vocabulary import ResemblanceKind
from tests.factories import ArticleFactory, TranslationFactory

FRENCH = (
    "Le secrétaire du Conseil de sécurité de la Fédération de Russie, Nikolaï Patrouchev, a été reçu mardi 13 "
    "décembre 2016 à Rabat par Abdellatif Hammouchi. La délégation russe compte 27 personnes. Les deux parties "
    "ont signé un protocole sur le terrorisme et la criminalité organisée, selon l'agence Novosti. "
    "Le montant du programme atteint 1 250 000 dollars."
)
RUSSIAN = (
    "Секретарь Совета безопасности Российской Федерации Николай Патрушев во вторник, 13 декабря 2016 года, был "
    "принят в Рабате Абдельлатифом Хаммуши. Российская делегация насчитывает 27 человек. Стороны подписали "
    "протокол о терроризме и организованной преступности, сообщает агентство «Новости». "
    "Сумма программы составляет 1 250 000 долларов."
)
OTHER_RUSSIAN = (
    "Министр сельского хозяйства рассказал в пятницу, что урожай цитрусовых вырос на 8 процентов. Фермеры "
    "надеются продать апельсины в Европу, а лимоны оставить на внутреннем рынке, пишет газета «Утро»."
)
ENGLISH_CUT = "The talks were held in private."

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_the_extra(monkeypatch):
    """By cognates alone, whether or not the machine has the extra [semantic]."""
    monkeypatch.setattr(semantics, "encoder", lambda: None)


@pytest.fixture
def meanings(monkeypatch):
    """An encoder that knows these texts: what a text says → the place of the one number that is not small."""
    places = {"Патрушев": 1, "Patrouchev": 1, "talks": 1, "урожай": 2, "مباحثات": 1}

    def encode(text):
        vector = [0.01 * (-1) ** place for place in range(semantics.SIZE)]
        for word, place in places.items():
            if word in text:
                vector[10 * place : 10 * place + 10] = [1.0] * 10
        return vector

    monkeypatch.setattr(semantics, "encoder", lambda: encode)


def article(body=FRENCH, language="fr", **fields):
    return ArticleFactory(
        headline="Sans titre", headline_supplied=True, lede="", body=body, language=language, **fields
    )


def recorded(*args, **kwargs):
    made = article(*args, **kwargs)
    work.record_resemblances(made)
    work.record_translations(made)
    return made


def test_a_reprint_is_proposed_with_its_score():
    first = recorded()
    second = article(FRENCH.replace("mardi", "hier").replace("27", "vingt-sept"))
    [pair] = work.record_resemblances(second)
    assert (pair.article, pair.other, pair.kind, pair.status) == (second, first, "reprint", "proposed")
    assert 0.5 < pair.score < 1


def test_another_text_is_no_reprint():
    recorded(OTHER_RUSSIAN, "ru")
    assert work.record_resemblances(article()) == []


def test_a_supplied_headline_is_not_compared():
    made = article()
    assert "Sans titre" not in work.text_of(made)


def test_similar_texts_takes_a_text_that_is_not_on_record():
    first = recorded()
    assert work.similar_texts(FRENCH) == [(first.pk, 1.0)]
    assert work.similar_texts("") == []


def test_similar_texts_are_found_in_two_queries_and_their_absence_in_one(django_assert_num_queries):
    recorded()
    with django_assert_num_queries(2):
        work.similar_texts(FRENCH)
    with django_assert_num_queries(1):
        work.similar_texts(OTHER_RUSSIAN)


def test_a_text_like_none_is_recorded_in_one_query(django_assert_num_queries):
    recorded(OTHER_RUSSIAN, "ru")
    made = article()
    with django_assert_num_queries(1):
        assert work.record_resemblances(made) == []


def test_a_short_text_with_every_other_clause_rewritten_is_a_reprint():
    first = recorded()
    rewritten = " ".join(
        word if place // 6 % 2 else f"autrement{place}" for place, word in enumerate(FRENCH.split())
    )
    assert [number for number, _score in work.similar_texts(rewritten)] == [first.pk]


def test_the_prints_of_a_corrected_text_take_the_place_of_the_former_ones():
    made = recorded()
    made.body = OTHER_RUSSIAN
    made.save()
    work.record_resemblances(made)
    posted = TextPrint.objects.filter(article=made).values_list("value", flat=True)
    assert sorted(posted) == PrintSet.objects.get(article=made).values == prints_of(OTHER_RUSSIAN)


def test_what_a_hundred_texts_share_is_no_resemblance(monkeypatch):
    monkeypatch.setattr(reprints, "COMMON_PRINT", 3)
    for _ in range(3):
        recorded()
    assert work.similar_texts(FRENCH) == []


def test_recording_twice_changes_nothing():
    recorded()
    second = article()
    once = work.record_resemblances(second)
    assert work.record_resemblances(second) == once
    assert TextPrint.objects.filter(article=second).count() > 0
    assert Resemblance.objects.count() == 1


def test_a_corrected_text_loses_the_proposals_that_no_longer_hold():
    recorded()
    second = recorded()
    second.body = OTHER_RUSSIAN
    second.save()
    assert work.record_resemblances(second) == []
    assert not Resemblance.objects.exists()


def test_a_rejected_resemblance_is_never_proposed_again_from_either_side(admin_user):
    first, second = recorded(), recorded()
    work.reject(Resemblance.objects.get(), admin_user)
    assert work.record_resemblances(second) == work.record_resemblances(first) == []
    pair = Resemblance.objects.get()
    assert (pair.status, pair.decided_by) == ("rejected", admin_user)


def test_an_accepted_reprint_stays_and_makes_no_translation(admin_user):
    recorded()
    second = recorded()
    assert work.accept(Resemblance.objects.get(), admin_user) is None
    assert work.record_resemblances(second) == []
    assert Resemblance.objects.accepted().count() == 1
    assert not Translation.objects.exists()


def test_a_decision_is_made_once(admin_user):
    recorded()
    recorded()
    pair = Resemblance.objects.get()
    work.reject(pair, admin_user)
    with pytest.raises(work.AlreadyDecidedError):
        work.accept(pair, admin_user)


def test_a_translation_is_proposed_across_scripts():
    recorded(OTHER_RUSSIAN, "ru")
    russian = recorded(RUSSIAN, "ru")
    french = article()
    [pair] = work.record_translations(french)
    assert (pair.article, pair.other, pair.kind) == (french, russian, "translation")


def test_a_text_in_the_same_language_is_no_translation():
    recorded()
    assert work.likely_translations(article()) == []


def test_the_right_text_is_the_likeliest_translation():
    recorded(OTHER_RUSSIAN, "ru")
    russian = recorded(RUSSIAN, "ru")
    assert work.likely_translations(article())[0][0] == russian.pk


def test_an_unsaved_text_is_told_its_translation_but_not_a_text_on_another_subject():
    russian = recorded(RUSSIAN, "ru")
    recorded(OTHER_RUSSIAN, "ru")
    recorded(ENGLISH_CUT, "en")
    unsaved = ArticleFactory.build(headline="Rabat", lede="", body=FRENCH, language="fr")
    assert [number for number, _score in work.proposed_translations(unsaved)] == [russian.pk]


def test_looking_for_translations_writes_nothing():
    made = article()
    work.proposed_translations(made)
    work.likely_translations(made)
    assert not TextCue.objects.exists()
    assert not Resemblance.objects.exists()


def test_a_translation_that_is_dated_far_away_is_less_likely():
    near = recorded(RUSSIAN, "ru", date="2016-12")
    french = article(date="2016-12-15")
    likely = dict(work.likely_translations(french))[near.pk]
    near.date = type(near.date).parse("2011")
    near.save()
    assert dict(work.likely_translations(french))[near.pk] < likely


def test_a_linked_translation_is_not_proposed():
    russian, french = recorded(RUSSIAN, "ru"), article()
    TranslationFactory(original=french, translation=russian)
    assert work.record_translations(french) == []


def test_two_translations_of_one_original_are_not_proposed_for_each_other():
    russian, french, english = recorded(RUSSIAN, "ru"), article(), article(language="en")
    TranslationFactory(original=english, translation=russian)
    TranslationFactory(original=english, translation=french)
    assert work.record_translations(french) == []


def test_accepting_a_translation_links_the_two_texts(admin_user):
    russian, french = recorded(RUSSIAN, "ru"), recorded()
    pair = Resemblance.objects.translations().get()
    link = work.accept(pair, admin_user)
    assert (link.original, link.translation) == (russian, french)
    assert (pair.status, pair.decided_by) == ("accepted", admin_user)


def test_the_person_says_which_text_is_the_original(admin_user):
    russian, french = recorded(RUSSIAN, "ru"), recorded()
    link = work.accept(Resemblance.objects.get(), admin_user, original=french)
    assert (link.original, link.translation) == (french, russian)


def test_an_original_that_is_neither_text_is_refused_and_nothing_is_decided(admin_user):
    recorded(RUSSIAN, "ru")
    recorded()
    pair = Resemblance.objects.get()
    with pytest.raises(ValueError):
        work.accept(pair, admin_user, original=article(ENGLISH_CUT, "en"))
    assert Resemblance.objects.proposed().get() == pair


ARABIC = "جرت مباحثات مغلقة"


@pytest.mark.usefixtures("meanings")
def test_with_the_extra_a_translation_is_found_that_shares_no_cognate():
    arabic = recorded(ARABIC, "ar")
    recorded(OTHER_RUSSIAN, "ru")
    [pair] = work.record_translations(article(ENGLISH_CUT, "en"))
    assert (pair.other, pair.kind) == (arabic, "translation")
    assert pair.score == pytest.approx(1.0, abs=0.01)


def test_without_the_extra_a_translation_that_shares_no_cognate_is_missed():
    recorded(ARABIC, "ar")
    assert work.record_translations(article(ENGLISH_CUT, "en")) == []
    assert not TextMeaning.objects.exists()


@pytest.mark.usefixtures("meanings")
def test_with_the_extra_the_text_that_means_the_same_comes_before_one_of_kindred_words():
    kindred = recorded(RUSSIAN.replace("Патрушев", "Медведев"), "ru")
    same = recorded("Прошли закрытые переговоры: Патрушев", "ru")
    ranked = work.likely_translations(article())
    assert [number for number, _score in ranked] == [same.pk, kindred.pk]


@pytest.mark.usefixtures("meanings")
def test_with_the_extra_a_text_in_the_same_language_is_no_translation():
    recorded()
    assert work.likely_translations(article()) == []


@pytest.mark.usefixtures("meanings")
def test_a_meaning_is_written_once_and_goes_with_its_article():
    made = recorded()
    work.record_translations(made)
    assert TextMeaning.objects.get().article == made
    made.delete()
    assert not TextMeaning.objects.exists()


def test_texts_without_a_meaning_on_record_are_judged_by_their_cognates(monkeypatch, request):
    russian = recorded(RUSSIAN, "ru")
    request.getfixturevalue("meanings")
    [pair] = work.record_translations(article())
    assert pair.other == russian


@pytest.mark.usefixtures("meanings")
def test_a_meaning_that_is_dated_far_away_is_less_likely():
    near = recorded(RUSSIAN, "ru", date="2016-12")
    french = article(date="2016-12-15")
    likely = dict(work.likely_translations(french))[near.pk]
    near.date = type(near.date).parse("2011")
    near.save()
    assert dict(work.likely_translations(french))[near.pk] < likely


def test_a_cue_of_very_many_texts_is_noted_no_more(monkeypatch):
    monkeypatch.setattr(translations, "COMMON", 2)
    for _ in range(4):
        recorded()
    counts = {
        TextCue.objects.filter(value=value).count()
        for value in CommonCue.objects.values_list("value", flat=True)
    }
    assert counts == {2}
    assert COMMON > 2


def test_an_article_takes_its_prints_cues_and_resemblances_with_it():
    recorded()
    second = recorded()
    second.delete()
    assert not Resemblance.objects.exists()
    assert not TextPrint.objects.filter(article_id=second.pk).exists()
    assert not PrintSet.objects.filter(article_id=second.pk).exists()


def test_a_pair_stands_once_whichever_way_round():
    one, other = article(), article()
    Resemblance.objects.create(article=one, other=other, kind=ResemblanceKind.REPRINT, score=0.5)
    with pytest.raises(IntegrityError), transaction.atomic():
        Resemblance.objects.create(article=other, other=one, kind=ResemblanceKind.REPRINT, score=0.5)
    Resemblance.objects.create(article=other, other=one, kind=ResemblanceKind.TRANSLATION, score=0.5)


@pytest.mark.parametrize("score", [-0.1, 1.1])
def test_a_score_lies_between_nought_and_one(score):
    with pytest.raises(IntegrityError), transaction.atomic():
        Resemblance.objects.create(
            article=article(), other=article(), kind=ResemblanceKind.REPRINT, score=score
        )


def test_an_article_does_not_resemble_itself():
    one = article()
    with pytest.raises(IntegrityError), transaction.atomic():
        Resemblance.objects.create(article=one, other=one, kind=ResemblanceKind.REPRINT, score=1)


@pytest.mark.django_db(transaction=True)
def test_two_ingests_at_once_do_not_miss_each_other():
    ready = threading.Barrier(4)
    written = []

    def ingest():
        try:
            ready.wait(timeout=10)
            with transaction.atomic():
                made = article()
                work.record_resemblances(made)
            written.append(made)
        finally:
            connection.close()

    threads = [threading.Thread(target=ingest) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(written) == 4
    assert Resemblance.objects.reprints().count() == 6


def test_a_likely_translation_of_a_translation_hangs_on_the_original(admin_user):
    original, french, russian = (ArticleFactory(language=code) for code in ("en", "fr", "ru"))
    TranslationFactory(original=original, translation=french)
    pair = Resemblance.objects.create(
        article=russian, other=french, kind=ResemblanceKind.TRANSLATION, score=0.4
    )
    link = work.accept(pair, admin_user, original=french)
    assert (link.original, link.translation) == (original, russian)
    other = Resemblance.objects.create(
        article=russian, other=original, kind=ResemblanceKind.TRANSLATION, score=0.4
    )
    assert work.accept(other, admin_user, original=russian) == link
    assert Translation.objects.count() == 2
