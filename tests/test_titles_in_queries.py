"""What a reader types before a name: titles and what somebody does exclude no text; what tells more, does."""

import pytest

from articles.search.query import read_query
from articles.search.titles import is_title
from tests import factories
from tests.test_sounding import found, proposal

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts():
    """Of one on record, linked, in French; of one who stands on none, whose name waits; of one whom nothing knows."""
    person = factories.PersonFactory(names={"fr": "Tamara Grebentchikova", "ru": "Тамара Гребенщикова"})
    linked = factories.ArticleFactory(
        headline="—", lede="", body="Tamara Grebentchikova a parlé.", language="fr"
    )
    factories.MentionFactory(article=linked, agent=person, exact="Tamara Grebentchikova")
    waiting = factories.ArticleFactory(headline="—", lede="", body="Kirit Modhwadia spoke.", language="en")
    proposal("Kirit Modhwadia")
    unknown = factories.ArticleFactory(headline="—", lede="", body="Djokovic won.", language="en")
    return {"linked": linked.pk, "waiting": waiting.pk, "unknown": unknown.pk}


@pytest.mark.parametrize(
    ("typed", "whose"),
    [
        ("директора Гребенщикову", "linked"),
        ("директору Тамаре Гребенщиковой", "linked"),
        ("вице-президент Гребенщикова", "linked"),
        ("чемпионка Гребенщикова", "linked"),
        ("пианистку Гребенщикову", "linked"),
        ("l'archéologue Grebentchikova", "linked"),
        ("championne Tamara Grebentchikova", "linked"),
        ("chef d'orchestre Grebentchikova", "linked"),
        ("glaciologist Grebentchikova", "linked"),
        ("رائدة الفضاء Grebentchikova", "linked"),
        ("tycoon Kirit Modhwadia", "waiting"),
        ("le juge Modhwadia", "waiting"),
        ("Dr Kirit Modhwadia", "waiting"),
        ("Mr Djokovic", "unknown"),
        ("mr djokovic", "unknown"),
        ("M. Djokovic", "unknown"),
        ("г-н Djokovic", "unknown"),
        ("Prof. Djokovic", "unknown"),
        ("Prof.Grebentchikova", "linked"),
        ("prof Grebentchikova", "linked"),
        ("Col. Grebentchikova", "linked"),
        ("Lt-Col. Grebentchikova", "linked"),
        ("д-р Гребенщикова", "linked"),
        ("д-ру Гребенщиковой", "linked"),
        ("акад. Гребенщикова", "linked"),
        ("г-жа Гребенщикова", "linked"),
        ("د. Grebentchikova", "linked"),
        ("أ.د. Grebentchikova", "linked"),
        ("م. Tamara Grebentchikova", "linked"),
    ],
)
def test_what_is_said_before_a_name_need_stand_in_no_text(texts, typed, whose):
    assert found(typed) == {texts[whose]}


@pytest.mark.parametrize(
    "typed",
    [
        "terroriste Grebentchikova",
        "communiste Grebentchikova",
        "otage Grebentchikova",
        "avocat Grebentchikova",
        "террорист Гребенщикова",
        "адвокат Гребенщиковой",
        "visit Grebentchikova",
        "juge Djokovic",
        "tycoon Djokovic",
        "MS Djokovic",
        '"Mr" Djokovic',
        "Mr*  Djokovic",
        "judges Modhwadia",
    ],
)
def test_words_that_tell_something_are_looked_for(texts, typed):
    body = "Terroriste, communiste, otage, avocat. Террорист, адвокат. Visit, juge, tycoon, judges."
    factories.ArticleFactory(headline="—", lede="", body=body, language="fr")
    factories.ArticleFactory(headline="—", lede="", body="Террорист и адвокат.", language="ru")
    assert found(typed) == set()


def test_an_honorific_alone_is_a_word():
    text = factories.ArticleFactory(headline="—", lede="", body="He was called mister, Mr.", language="en")
    assert found("Mr") == {text.pk}


def test_the_page_can_ask_for_a_title_as_words(texts):
    (name,) = read_query("juge Modhwadia").names
    assert (name.surface, name.agents, name.in_texts) == ("juge Modhwadia", (), ())
    assert read_query("juge Modhwadia", as_words=["juge Modhwadia"]).names == ()
    assert not found("juge Modhwadia", words="juge Modhwadia")


@pytest.mark.parametrize(
    "word",
    "тренера чемпионом инженеру врачом фермера гроссмейстер премьер-министра экс-президенту астроном-любитель"
    " товарища PDG CEO astronaute pianist archéologue vice-président ex-minister المهندس للمدرب السيدة"
    " Prof. prof Gen. rev. д-р проф. г-жа أ.د. د".split(),
)
def test_titles_and_what_people_do(word):
    assert is_title(word) == (word != "астроном-любитель")


@pytest.mark.parametrize(
    "word",
    "террориста коммунистом беженцу заложник адвоката суд тренажёр чемпионат Painter Singer hostage suspect"
    " terroriste islamiste spokesman porte-parole المتهم للمحامي رئيس visit gen col rev م. ع.".split(),
)
def test_words_that_are_no_title(word):
    assert not is_title(word)


def test_the_honorific_of_a_surname_that_is_in_all_texts_is_looked_for():
    factories.ArticleFactory(headline="—", lede="", body="They may come.", language="en")
    text = factories.ArticleFactory(headline="—", lede="", body="Ms May came.", language="en")
    assert found("Ms. May") == {text.pk}


@pytest.mark.parametrize(
    "typed",
    [
        "Norwegian king {}",
        "le calligraphe iranien {}",
        "cantatrice tunisienne {}",
        "qui est l'horlogère {} ?",
        "where does {} work?",
        "où habite {}",
        "M. le gouverneur {}",
        "Mme la ministre {}",
        "#{}",
    ],
)
def test_a_nation_beside_a_title_and_what_a_question_asks_need_stand_in_no_text(typed):
    person = factories.PersonFactory(names={"fr": "Zofia Kerestouri"})
    named = factories.ArticleFactory(headline="—", lede="", body="Zofia Kerestouri.", language="fr")
    factories.MentionFactory(article=named, agent=person, exact="Zofia Kerestouri")
    factories.ArticleFactory(headline="—", lede="", body="Le roi norvégien habite ici, where he works.")
    factories.ArticleFactory(headline="—", lede="", body="Norwegian king, work.", language="en")
    hits = found(typed.format("Zofia Kerestouri"))
    assert hits == {named.pk}


@pytest.mark.parametrize("typed", ["норвежский король {}", "иранского каллиграфа {}", "الخطاط الإيراني {}"])
def test_a_nation_beside_a_title_in_russian_and_arabic(typed):
    names = {"ru": "Али Мирдамади", "ar": "علي ميردامادي"}
    person = factories.PersonFactory(names=names)
    named = factories.ArticleFactory(headline="—", lede="", body="Али Мирдамади.", language="ru")
    factories.MentionFactory(article=named, agent=person, exact="Али Мирдамади")
    factories.ArticleFactory(
        headline="—", lede="", body="Норвежский король. Иранский каллиграф.", language="ru"
    )
    factories.ArticleFactory(headline="—", lede="", body="الخطاط الإيراني", language="ar")
    assert found(typed.format(names["ar" if "ا" in typed else "ru"])) == {named.pk}


@pytest.mark.parametrize(
    "typed",
    [
        "городской тренер Гребенщикова",
        "сельский врач Гребенщикова",
        "генерал Донской Гребенщикова",
        "catholic leader Grebentchikova",
        "protestante journaliste Grebentchikova",
        "socialist president Grebentchikova",
        "الرئيسة الحالية Grebentchikova",
        "المدربة الأولى Grebentchikova",
        "الوزيرة المحلية Grebentchikova",
        "عالم Grebentchikova",
        "راع Grebentchikova",
        "الحداد Grebentchikova",
        "gwen cook grebentchikova",
        "gordon singer grebentchikova",
        "baker Grebentchikova",
        "mannequin Grebentchikova",
        "printer Grebentchikova",
    ],
)
def test_words_beside_a_title_that_name_no_nation_and_surnames_are_asked_for(texts, typed):
    factories.ArticleFactory(headline="—", lede="", body=f"{typed.rpartition(' ')[0]}.", language="fr")
    assert found(typed) == set()


@pytest.mark.parametrize(
    ("typed", "nation"),
    [
        ("тренер норвежской сборной", ""),
        ("чешская пианистка Гребенщикова", "чешская"),
        ("польскую пианистку Гребенщикову", "польскую"),
        ("the Danish director Grebentchikova", "Danish"),
        ("directrice sénégalaise Grebentchikova", "sénégalaise"),
        ("الوزيرة النمساوية Grebentchikova", "النمساوية"),
        ("الرئيسة الليبية Grebentchikova", "الليبية"),
    ],
)
def test_a_nation_that_is_not_asked_for_is_told(client, texts, typed, nation):
    query = read_query(typed)
    assert query.unasked == ((nation,) if nation else ())
    if nation:
        assert found(typed) == {texts["linked"]}
        assert read_query(typed, as_words=[nation]).unasked == ()
        assert found(typed, words=nation) == set()
        html = client.get("/en/articles/", {"q": typed}).content.decode()
        assert "Not looked for beside the rest:" in html


def test_whom_texts_name_before_another_is_no_title(texts):
    proposal("Gwenda Botanist")
    assert found("gwenda botanist grebentchikova") == set()
    assert found("botanist grebentchikova") == {texts["linked"]}


@pytest.mark.parametrize("typed", ["M. le gouverneur Modhwadia", "Mme la ministre Kirit Modhwadia"])
def test_a_title_behind_an_article_excludes_no_text_that_nobody_has_linked(texts, typed):
    assert found(typed) == {texts["waiting"]}


def test_a_title_behind_an_article_excludes_no_text_in_other_letters(texts):
    other = factories.ArticleFactory(headline="—", lede="", body="Вчера Гребенщикова молчала.", language="ru")
    unlinked = factories.ArticleFactory(headline="—", lede="", body="Grebentchikova est là.", language="fr")
    assert found("M. le gouverneur Grebentchikova") == {texts["linked"], other.pk, unlinked.pk}
    assert found("gouverneur Grebentchikova") == {texts["linked"], other.pk, unlinked.pk}
