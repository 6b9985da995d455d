"""Rulers in texts and in queries: another number is another ruler, however it is written."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.names.regnal import are_of_another, with_roman
from articles.search.query import read_query
from articles.vocabulary import MentionStatus
from tests import factories
from tests.test_by_sound import finder
from tests.test_sounding import found, text


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("إدوارد السابع", "توفي إدوارد السابع عشر في القصر", None),
        ("فريدريك الثاني", "وقال فريدريك الثاني عشر إن", None),
        ("كريستينا الثالثة", "زارت كريستينا الثالثة عشرة المدينة", None),
        ("بيوس الثالث", "كتب البابا بيوس الثالث والعشرون رسالة", None),
        ("Édouard VII", "توفي إدوارد السابع عشر في القصر", None),
        ("إدوارد السابع عشر", "توفي إدوارد السابع عشر في القصر", MentionStatus.LINKED),
        ("إدوارد السابع", "توفي إدوارد السابع في القصر", MentionStatus.LINKED),
        ("إدوارد السابع", "توفي إدوارد السابع.\n\nعشر سنوات مرت", MentionStatus.LINKED),
        ("إدوارد السابع", "قضى إدوارد السابع عشر سنوات في القصر", MentionStatus.PROPOSED),
        ("إدوارد السابع", "كتب إدوارد السابع عشر رسائل إلى البابا", MentionStatus.PROPOSED),
        ("إدوارد السابع", "قام إدوارد السابع عشر رحلات في السنة", MentionStatus.PROPOSED),
        ("إدوارد السابع", "زار إدوارد السابع عشرة بلدان في السنة", MentionStatus.LINKED),
        ("إدوارد السابع", "كان إدوارد السابع عشر ملك فرنسا", None),
    ],
)
def test_a_number_that_goes_on_is_another_rulers(name, body, status):
    assert [one.status for one in finder(name).find(body)] == ([status] if status else [])


@pytest.mark.parametrize(
    ("name", "body", "is_proposed"),
    [
        ("Conrad X", "Вчера Конрад Десятый выступил", False),
        ("Conrad X", "Вчера король Конрад Десятый выступил", True),
        ("Conrad I", "قال كونراد الأول إن", False),
        ("Conrad I", "قال كونراد الأول ملك البلاد", True),
        ("Conrad Premier", "вчера Конрад Первый, король страны", False),
        ("Conrad Ier", "вчера король Конрад I выступил", True),
        ("Conrad 1er", "вчера король Конрад Первый выступил", True),
        ("Conrad Ier", "قال الملك كونراد الأول إن", True),
        ("Conrad Ier", "вчера король Конрад II выступил", False),
        ("Leopold II", "вчера король Леопольд III выступил", False),
        ("Леопольд I", "King Leopold II said so", False),
        ("Conrad IV", "Вчера Конрад Четвёртый выступил", True),
        ("Conrad VI", "وصل كونراد السادسة مساء إلى القصر", False),
        ("Cristina VI", "زارت الملكة كريستينا السادسة القصر", True),
    ],
)
def test_a_letter_alone_numbers_a_ruler_beside_what_rulers_are_called(name, body, is_proposed):
    assert bool(finder(name).find(body)) is is_proposed


@pytest.mark.parametrize(
    ("name", "words", "behind", "is_another"),
    [
        ("Jean-Marie III", "Jean Marie", "I", True),
        ("Jean-Marie III", "Жан Мари", "Второй", True),
        ("Jean-Marie III", "Jean Marie", "the Second", True),
        ("Jean-Marie III", "Jean Marie", "Second", False),
        ("Jean-Marie III", "Jean Marie", "III", False),
        ("Jean-Marie III", "Jean Marie III", "premier discours", False),
        ("جان الثالث", "جان الثالث", "عشر", True),
        ("Jean XIII", "جان الثالث", "عشر", False),
        ("Jean XIII", "جان", "الثالث عشر", False),
        ("Jean III", "جان", "الثالث والعشرون", True),
        ("Jean Marie", "Jean Marie", "II", False),
    ],
)
def test_words_before_a_number_may_be_of_another_ruler(name, words, behind, is_another):
    assert are_of_another(name, words.split(), behind.split()) is is_another


@pytest.mark.parametrize(
    ("name", "as_roman"), [("كارل الحادي", ""), ("كارل الحادي عشر", "كارل xi"), ("كارل الأول", "كارل i")]
)
def test_the_first_of_eleven_alone_is_no_number(name, as_roman):
    assert with_roman(name) == (as_roman or name)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("names", "typed"),
    [
        ({"ar": "إدوارد السابع"}, "إدوارد السابع عشر"),
        ({"fr": "Édouard VII"}, "إدوارد السابع عشر"),
        ({"fr": "Jean-Marie III"}, "Jean Marie I"),
        ({"fr": "Jean-Marie III"}, "Жан Мари II"),
        ({"fr": "Jean-Marie III"}, "Jean Marie the First"),
        ({"fr": "Jean-Marie III", "ru": "Жан Мари III"}, "Жан Мари Второй"),
        ({"fr": "Jean-Marie III", "ar": "جان ماري الثالث"}, "جان ماري الأول"),
        ({"fr": "Jean-Marie III"}, "جان ماري الأول"),
        ({"fr": "Jean-Marie III"}, "جان ماري الحادي عشر"),
        ({"fr": "Jean-Marie III"}, "جان ماري الحادي والعشرون"),
        ({"ar": "جان ماري الثالث"}, "جان ماري الحادي عشر"),
        ({"ar": "جان ماري الثالث"}, "جان ماري الحادي والعشرون"),
        ({"fr": "Frederik IX"}, "فريدريك الحادي عشر"),
        ({"fr": "Frederik IX"}, "فريدريك الرابع"),
        ({"fr": "Frederik IX"}, "Фредерик Четвёртый"),
        ({"fr": "Frederik IX"}, "Frederick IV"),
        ({"fr": "Frederik IX"}, "Frederick I"),
    ],
)
def test_a_query_with_another_number_is_another_ruler(names, typed):
    king = factories.PersonFactory(names=names)
    text("Le roi. Rien.", king)
    query = read_query(typed)
    assert not query.names
    assert not query.meant
    assert found(typed) == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "Jean Marie III",
        "Jean-Marie III",
        "Жан Мари Третий",
        "جان ماري الثالث",
        "Jean Marie the Third",
        "Jean Marie 3",
    ],
)
def test_a_query_with_the_rulers_own_number_is_that_ruler(typed):
    king = factories.PersonFactory(names={"fr": "Jean-Marie III"})
    named = text("Le roi. Rien.", king)
    assert found(typed) == {named}


def king_of_sweden(office: str = "", note: str = ""):
    king = factories.PersonFactory(
        names={"fr": "Gustaf XII", "ru": "Густав XII", "ar": "غوستاف الثاني عشر"}, note=note
    )
    if office:
        king.offices.create(label=office, language="fr")
    return king


@pytest.mark.django_db
@pytest.mark.parametrize("office", ["", "roi de Suède", "короля Швеции", "the Swedish king"])
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Gustaf XII de Suède", ("de", "Suède")),
        ("Gustaf XII roi de Suède", ("roi", "de", "Suède")),
        ("King Gustaf XII of Sweden", ("of", "Sweden")),
        ("Густав XII Шведский", ("Шведский",)),
        ("Густав XII король Швеции", ("король", "Швеции")),
        ("غوستاف الثاني عشر ملك السويد", ("ملك", "السويد")),
    ],
)
def test_the_country_of_a_ruler_need_stand_in_no_text_and_is_told(client, typed, told, office):
    king = king_of_sweden(office)
    named = text("Le roi. Rien.", king)
    query = read_query(typed)
    assert query.unasked == told
    assert found(typed) == {named}
    html = client.get("/en/articles/", {"q": typed}).content.decode()
    assert "Not looked for beside the rest:" in html
    assert read_query(typed, as_words=told).unasked == ()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "Gustaf XII du Danemark",
        "Gustaf XII of Denmark",
        "Gustaf XII d'Espagne",
        "Густав XII Датский",
        "غوستاف الثاني عشر ملك الدنمارك",
    ],
)
@pytest.mark.parametrize(("office", "note"), [("roi de Suède", ""), ("", "King of Sweden, 1850–1907")])
def test_another_country_than_that_on_record_is_asked_for(typed, office, note):
    text("Le roi. Rien.", king_of_sweden(office, note))
    assert read_query(typed).unasked == ()
    assert found(typed) == set()


@pytest.mark.django_db
def test_a_country_of_which_nothing_is_on_record_is_told():
    named = text("Le roi. Rien.", king_of_sweden())
    assert found("Gustaf XII du Danemark") == {named}
    assert read_query("Gustaf XII du Danemark").unasked == ("du", "Danemark")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "Gustaf XII roi Suède",
        "Gustaf XII roi Göteborg",
        "Gustaf XII à Stockholm",
        "Gustaf XII de Stockholm",
        "Густав XII Шведский дворец",
        "Густав XII Королевский театр",
        "Густав XII король Швеция",
        "Густав XII Городской",
        "Gustaf XII Suède",
    ],
)
def test_what_is_no_realm_is_asked_for_behind_a_number(typed):
    text("Le roi. Rien.", king_of_sweden())
    assert found(typed) == set()


@pytest.mark.django_db
def test_an_institution_with_a_number_rules_no_country():
    league = factories.InstitutionFactory(names={"fr": "Division 2"})
    text("La division. Rien.", league)
    assert found("Division 2 du Sénégal") == set()
    assert found("Division 2 d'Espagne") == set()


@pytest.mark.django_db
def test_the_country_behind_a_number_costs_one_statement():
    king_of_sweden("roi de Suède")
    with CaptureQueriesContext(connection) as without:
        read_query("Gustaf XII Suède")
    with CaptureQueriesContext(connection) as with_country:
        read_query("Gustaf XII de Suède")
    assert sum("articles_office" in one["sql"] for one in with_country) == 1
    assert not any("articles_office" in one["sql"] for one in without)
