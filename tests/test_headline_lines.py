"""Which of the first lines is the headline: no menu, no number of a paper, no day, and none of a dateline."""

import pytest

from articles.ingest.describe import describe
from tests.test_describe import A1, A2, E1, E2, HAR, HEN, HFR, HRU, P1, P2, R1, R2, assert_whole, date_of

TEXTS = {"fr": (HFR, P1, P2), "en": (HEN, E1, E2), "ru": (HRU, R1, R2), "ar": (HAR, A1, A2)}

ABOVE = [
    ("fr", "Le Matin\n\nFaits divers"),
    ("fr", "La Gazette des trois vallées\nHebdomadaire — N° 87 — du 1er au 7 février 2020 — 2,50 €"),
    ("fr", "Assemblée nationale, 23 décembre 2016"),
    ("en", "Sign in | Register | My page"),
    ("en", "Home • World • Africa • Society"),
    ("ru", "Утренний берег № 9 (1204)"),
    ("ar", "صحيفة الجسر – العدد 87"),
]
DATELINES = [
    ("fr", "TUNIS (Reuters) 08.06.2022 — ", "2022-06-08", "Reuters"),
    ("fr", "DAKAR, 25 juil 2016 (APX) – ", "2016-07-25", "APX"),
    ("fr", "Le 30 mars 2021, Rabat. — ", "2021-03-30", ""),
    ("ru", "Москва. 20 октября 2017 г. ИНТЕРФАКС-АФРИКА — ", "2017-10-20", "ИНТЕРФАКС-АФРИКА"),
    ("ru", "КАИР, 4 декабря. /Корр. «Зари» Иван Орлов/. ", "", "«Зари» Иван Орлов"),
    ("ar", "تونس 12 مارس 2020 (وات) - ", "2020-03-12", "وات"),
]
RARE = [
    ("fr", "Alger — APS — 15/9/2021. ", "2021-09-15", "APS"),
    ("en", "Muscat, Apr. 22 (Gulf Wire) 2011 -- ", "2011-04-22", "Gulf Wire"),
    ("en", "GENEVA, Oct 8 (Nord, 2019) - ", "2019-10-08", "Nord"),
    ("ru", "Лондон. 11 августа. 2012 год. ", "2012-08-11", ""),
    ("ru", "БАМАКО, 3 мая. /РИА Новости/, 2022 год. ", "2022-05-03", "РИА Новости"),
    ("ru", "31 марта 2021, среда. ", "2021-03-31", ""),
    ("ar", "تونس (الميناء) 19/10/2017 ", "2017-10-19", "الميناء"),
    ("ar", "الكويت – 1 – 7 (كونا) 2010 – ", "2010-07-01", "كونا"),
]
NO_DATELINE = [
    ("fr", "Rabat — APS — mars 2021. "),
    ("fr", "Bataclan — Paris — 13/11/2015. "),
    ("fr", "Le 13 novembre 2015, Bataclan. — "),
    ("fr", "Le 13 novembre 2015, Paris. — Dix ans plus tard, la ville se souvient. "),
    ("ru", "Лондон. 11 августа. 2012 год. В тот вечер зал был полон. "),
    ("ar", "باريس (باتاكلان) 13/11/2015 في تلك الليلة هاجم مسلحون المسرح. "),
    ("en", "Grenfell, June 14. 2017 "),
    ("en", "Apollo, July 20 (Moon) 1969 -- In 2019 the landing was remembered. "),
    ("ru", "31 марта 2021, вторник. "),
    ("ru", "Победа. 9 мая. 2012 год. "),
    ("ar", "زلزال (الحوز) 8/9/2023 "),
    ("ar", "الحرب – 1 – 7 (كونا) 2010 ثم "),
]


@pytest.mark.parametrize(("language", "above"), ABOVE)
def test_a_menu_a_rubric_a_number_or_a_dated_line_is_above_the_headline(language: str, above: str) -> None:
    headline, first, second = TEXTS[language]
    text = f"{above}\n\n{headline}\n\n{first}\n\n{second}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, record.lede) == (headline, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Séisme au Maroc", "Ahmed Benali"),
        ("Loi n° 12", "Ce que dit le texte"),
        ("Un mur, trois villes | Portrait d'une région", "Les habitants racontent"),
        ("Les éleveurs se souviennent du 3 mai 2018", "Un récit de nos lecteurs"),
    ],
)
def test_a_headline_above_its_author_or_its_second_line_stays_the_headline(first: str, second: str) -> None:
    record = describe(f"{first}\n\n{second}\n\nDes milliers de familles dorment dehors\n\n{P1}\n\n{P2}")
    assert record.headline == first


@pytest.mark.parametrize(("language", "dateline", "date", "source"), DATELINES)
def test_a_dateline_that_was_run_into_the_headline_dates_the_text_and_is_cut_off(
    language: str, dateline: str, date: str, source: str
) -> None:
    headline, first, second = TEXTS[language]
    text = f"{dateline}{headline}\n\n{first}\n\n{second}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, date_of(record), record.source) == (headline, date, source)


def test_a_headline_that_only_begins_as_a_dateline_does_is_left_as_it_is() -> None:
    for headline in (
        "Paris, 13 novembre 2015 – La nuit de tous les dangers",
        "Rabat – Le port rouvre ses portes",
    ):
        assert describe(f"{headline}\n\n{P1}\n\n{P2}").headline == headline


@pytest.mark.parametrize(("language", "dateline", "date", "source"), RARE)
def test_a_dateline_may_part_the_year_from_the_day_or_name_its_agency_first(
    language: str, dateline: str, date: str, source: str
) -> None:
    headline, first, second = TEXTS[language]
    text = f"{headline}\n\n{dateline}{first}\n\n{second}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, date_of(record), record.source) == (headline, date, source)
    assert record.lede == f"{dateline}{first}"


@pytest.mark.parametrize(("language", "opening"), NO_DATELINE)
def test_an_event_a_month_or_a_wrong_day_of_the_week_in_such_a_form_dates_nothing(
    language: str, opening: str
) -> None:
    headline, first, second = TEXTS[language]
    record = describe(f"{headline}\n\n{opening}{first}\n\n{second}")
    assert record.date is None
