"""A header line that is written as a day and is none heads no text and dates none, and is told of."""

import pytest

from articles.ingest.describe import describe
from articles.written_dates import impossible_day
from tests.test_describe import AR, FR, HFR, HRU, P1, RU, aside, assert_whole

NO_DAYS = [
    "30 février 2016",
    "mardi 30 février 2016",
    "Le 31 septembre 2014",
    "Rabat, le 30 février 2016",
    "31.04.2015",
    "31/04/2015",
    "2016-13-01",
    "00/00/0000",
    "February 30, 2016",
    "31 июня 2015 года",
    "30 فبراير 2016",
    "15 mars (20 avril) 2016",
    "25 October 1917 (O.S.)",
]


@pytest.mark.parametrize("line", NO_DAYS)
@pytest.mark.parametrize("text", [FR, RU, AR])
def test_an_impossible_day_is_no_headline_and_no_date(line: str, text: str) -> None:
    whole = f"{line}\n\n{text}"
    record = describe(whole)
    assert_whole(whole, record)
    assert (record.date, record.headline_supplied, record.body) == (None, True, describe(text).body)
    assert "no date was taken" in str(record.warnings[0])
    assert [rule for rule, _exact in aside(record)][:1] == ["header"]


@pytest.mark.parametrize("line", NO_DAYS)
def test_the_headline_is_the_one_above_or_below_it(line: str) -> None:
    for head in (f"{line}\n{HFR}", f"{HFR}\n{line}", f"{line}\n\n{HFR}"):
        record = describe(f"{head}\n\n{FR}")
        assert (record.headline, record.headline_supplied, record.date) == (HFR, False, None)


@pytest.mark.parametrize(
    "line", ["6 joumada II 1437", "6 Jumada al-Thani 1437 AH", "6 جمادى الآخرة 1437 هـ", "06/06/1437"]
)
def test_a_day_of_the_islamic_calendar_alone_is_no_headline_and_told_as_what_it_is(line: str) -> None:
    record = describe(f"{line}\n{HFR}\n\n{FR}")
    assert (record.headline, record.date) == (HFR, None)
    assert "another calendar" in str(record.warnings[0])


@pytest.mark.parametrize(
    "line",
    [
        "31 juin 2016, un roman de Driss Chraïbi",
        "Le 30 février 2016 n’aura pas lieu",
        "12 communes rurales en 1437",
        "Version 31.04.2015.2",
    ],
)
def test_a_headline_that_begins_with_such_a_day_stays_one(line: str) -> None:
    assert describe(f"{line}\n\n{FR}").headline == line


@pytest.mark.parametrize("text", ["30 février 2016", "31.04.2015"])
def test_in_the_text_it_stays_where_it_is(text: str) -> None:
    record = describe(f"{HFR}\n\n{FR}\n\n{P1}\n\n{text}")
    assert (record.body.endswith(text), record.warnings) == (True, [])
    assert impossible_day(text) == len(text)


@pytest.mark.parametrize(
    "line",
    [
        "الرباط 15 مارس 2016",
        "الرباط، 15 مارس 2016",
        "الرباط 6 جمادى الآخرة 1437 هـ الموافق 15 مارس 2016 م واس",
    ],
)
def test_a_place_and_a_day_right_below_a_longer_headline_are_no_part_of_it(line: str) -> None:
    headline = "وزير الفلاحة يستقبل مربي الماشية في العاصمة الرباط"
    record = describe(f"{headline}\n{line}\n\n{AR}")
    assert (record.headline, str(record.date)) == (headline, "2016-03-15")
    assert describe(f"{HRU} на\nМоскву 15 марта 2016\n\n{RU}").headline.endswith("2016")
