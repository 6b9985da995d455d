"""A place and a day as no agency marks them: they date the text that they open, stand above or end."""

import pytest

from articles.ingest.describe import describe

EN = "The miners heard it on the radio and went home to wait for better news. " * 3
FR = "Les pêcheurs ont attendu le retour des bateaux et le marché a fermé plus tôt. " * 3
RU = "Рыбаки ждали возвращения лодок, и рынок закрылся раньше обычного. " * 3
AR = "انتظر الصيادون عودة القوارب وأغلق السوق أبوابه قبل الموعد بقليل. " * 3
REST = {"en": EN, "fr": FR, "ru": RU, "ar": AR}
HEADLINES = {
    "en": "Copper town changes hands",
    "fr": "La criée a fermé",
    "ru": "Рынок закрылся",
    "ar": "السوق أغلق أبوابه",
}


@pytest.mark.parametrize(
    ("language", "opening", "day"),
    [
        ("en", "Vologda, 24.05.2017. ", "2017-05-24"),
        ("ru", "Хасавюрт, 6.8.2019. ", "2019-08-06"),
        ("en", "Oslo, Saturday, November 24, 2018. ", "2018-11-24"),
        ("en", "Vares (Saturday, 24 November 2018) ", "2018-11-24"),
        ("en", "VARES, Serbia (Saturday, 24 November 2018) ", "2018-11-24"),
        ("ar", "تونس (13 نيسان 2012) ", "2012-04-13"),
        ("ar", "عمان (الخميس 20 ديسمبر 2018) ", "2018-12-20"),
        ("fr", "GENÈVE (Nations unies), 4 avril 2019. ", "2019-04-04"),
        ("en", "NAIROBI, October 3, 2017 (KNA) ", "2017-10-03"),
        ("fr", "Tbilissi, 19 décembre 2018 / Iveria Presse. ", "2018-12-19"),
        ("en", "Port-au-Prince, January 13, 2011—", "2011-01-13"),
        ("en", "4 December 2014 (Lima) ", "2014-12-04"),
        ("en", "Feb 16th, 2021, NAIROBI - ", "2021-02-16"),
        ("fr", "24/08/2016 ", "2016-08-24"),
    ],
)
def test_an_opening_dates_its_text_and_is_no_part_of_the_lede(language, opening, day):
    record = describe(f"{HEADLINES[language]}\n\n{opening}{REST[language]}")
    assert str(record.date) == day
    assert record.headline == HEADLINES[language]


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("ar", "سراييفو: الاثنين 26 أيلول/سبتمبر 2016", "2016-09-26"),
        ("ar", "بيروت 23 تشرين الأول 2015", "2015-10-23"),
        ("ru", "Баня-Лука, воскресенье, 25 сентября 2016 года", "2016-09-25"),
        ("en", "Nairobi, 27 February 2018", "2018-02-27"),
    ],
)
@pytest.mark.parametrize("form", ["{line}\n{rest}", "{headline}\n{line}\n\n{rest}"])
def test_a_line_of_its_own_dates_the_text_and_is_no_headline(language, line, day, form):
    record = describe(form.format(line=line, rest=REST[language], headline=HEADLINES[language]))
    assert str(record.date) == day
    assert line not in record.headline


def test_the_last_line_with_the_agency_dates_the_text():
    record = describe(f"La criée a fermé\n\n{FR}\n\nDakar, 25 juin 2019 — Agence sénégalaise Teranga")
    assert str(record.date) == "2019-06-25"


def test_an_arabic_author_and_a_day_are_a_header():
    record = describe(f"{HEADLINES['ar']}\nكتبت منى كامل — 09-01-2019\n{AR}")
    assert (str(record.date), record.byline) == ("2019-01-09", "منى كامل")


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("fr", "Bataclan (13 novembre 2015) "),
        ("fr", "BATACLAN (13 novembre 2015) "),
        ("en", "UNESCO, France (17 November 2022) "),
        ("en", "Oslo, Sunday, November 24, 2018. "),  # it was a Saturday
        ("fr", "Le 24/08/2016 "),
        ("fr", "Référendum, 24.08.1916. "),
        ("en", "Oslo (Maria Karlan) 3 May 2016 "),
    ],
)
def test_what_may_be_an_event_or_a_person_dates_nothing(language, opening):
    assert describe(f"{HEADLINES[language]}\n\n{opening}{REST[language]}").date is None


def test_days_that_follow_one_another_are_a_chronicle():
    text = f"{HEADLINES['en']}\n\nVologda, 24.05.2017. {EN}\n\nVologda, 26.05.2017. {EN}"
    assert describe(text).date is None


@pytest.mark.parametrize("who", ["соб. корр.", "собкор"])
def test_a_correspondent_of_no_paper_is_no_source(who):
    record = describe(f"Рынок закрылся\n\nАстрахань, 12 марта 2014 ({who}) - {RU}")
    assert (str(record.date), record.source) == ("2014-03-12", "")
