"""A season, a part of a month, a paper and its month: lines of their own that say when, as far as they say it."""

import pytest

from articles.ingest.describe import describe
from tests.test_describe import AR, EN, FR, HAR, HEN, HFR, HRU, P1, P2, RU, aside, assert_whole, date_of

TEXTS = {"fr": (HFR, FR), "en": (HEN, EN), "ru": (HRU, RU), "ar": (HAR, AR)}


@pytest.mark.parametrize(
    ("language", "line", "date"),
    [
        ("fr", "Printemps 2016", "2016-03~/2016-05~"),
        ("fr", "ÉTÉ 2016", "2016-06~/2016-08~"),
        ("en", "Autumn 2016", "2016-09~/2016-11~"),
        ("ru", "Весна 2016 года", "2016-03~/2016-05~"),
        ("ar", "ربيع 2016", "2016-03~/2016-05~"),
        ("fr", "Hiver 2016-2017", "2016-12~/2017-02~"),
        ("en", "Winter 2016/17", "2016-12~/2017-02~"),
        ("fr", "Début mai 2017", "2017-05"),
        ("fr", "Mi-mai 2017", "2017-05"),
        ("fr", "Fin d'avril 2017", "2017-04"),
        ("en", "Late May 2017", "2017-05"),
        ("en", "mid-May 2017", "2017-05"),
        ("ru", "Конец января 1974 года", "1974-01"),
        ("ar", "أواخر يناير 1974", "1974-01"),
        ("fr", "NOVEMBRE 1989 - REVUE « PRÉSENCE »", "1989-11"),
        ("fr", "Revue « Présence » – novembre 1989", "1989-11"),
    ],
)
def test_a_season_or_a_part_of_a_month_above_a_text_dates_it_no_more_exactly_than_it_says(
    language: str, line: str, date: str
) -> None:
    headline, body = TEXTS[language]
    for text in (
        f"{line}\n\n{headline}\n\n{body}",
        f"{headline}\n{line}\n\n{body}",
        f"{line}\n{headline}\n\n{body}",
    ):
        record = describe(text)
        assert_whole(text, record)
        assert (record.headline, date_of(record)) == (headline, date)
        assert line not in record.lede + record.body
        assert not [found for found in record.evidence if found.field == "kicker"]


@pytest.mark.parametrize(
    "line",
    [
        "JOURNAL DE GUERRE - 3 MAI 1970",
        "REVUE DE TROUPES - 14 JUILLET 1969",
        "REVUE DE TROUPES - 14 JUILLET 1919",
        "WEEKLY SALES REPORT - 3 MAY 2018",
        "ЖУРНАЛ БОЕВЫХ ДЕЙСТВИЙ - 3 МАЯ 1945",
        "Revue « Présence » – novembre 1939",
        "Summer 1914",
        "Весна 1945",
        "Début mai 1940",
    ],
)
def test_a_review_of_troops_and_what_is_too_old_to_be_a_date_of_publication_date_nothing(line: str) -> None:
    for text in (f"{line}\n\n{HFR}\n\n{FR}", f"{HFR}\n{line}\n\n{FR}", f"{HFR}\n\n{line}\n\n{FR}"):
        record = describe(text)
        assert_whole(text, record)
        assert record.date is None


@pytest.mark.parametrize("line", ["Hiver 2016", "Hiver 2016-2018", "Printemps 2016-2017", "Été 2999"])
def test_a_season_whose_months_are_not_known_dates_nothing_and_is_no_kicker(line: str) -> None:
    text = f"{line}\n\n{HFR}\n\n{FR}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, record.date, aside(record)) == (HFR, None, [("header", line)])


@pytest.mark.parametrize("line", ["Printemps 2011", "Début mai 2011", "Revue « Présence » – mai 2011"])
def test_a_season_or_a_month_that_a_text_recalls_is_not_its_date(line: str) -> None:
    for recalled in ("Dix ans plus tard, la ville se souvient.", "Tout fut jugé le 3 mai 2018."):
        assert describe(f"{line}\n\n{HFR}\n\n{P1}\n\n{recalled}\n\n{P2}").date is None


@pytest.mark.parametrize(
    "line",
    [
        "Le printemps 2016 arabe",
        "Début mai 2017, la récolte",
        "Fin 2017",
        "NOVEMBRE 1989 - LE MUR DE BERLIN EST TOMBÉ",
    ],
)
def test_a_headline_that_speaks_of_a_season_or_a_month_stays_a_headline(line: str) -> None:
    record = describe(f"{line}\n\n{FR}")
    assert (record.headline, record.date) == (line, None)
