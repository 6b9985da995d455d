"""A day written in two calendars is read as the Gregorian one, or not at all."""

import pytest

from articles.ingest.describe import describe
from articles.ingest.describe.credits import is_credit
from articles.written_dates import find_dates, read_date
from tests.test_describe import AR, FR, HFR, P1, RU, date_of

WHOLE = [
    ("25 октября (7 ноября) 1917 г.", "1917-11-07"),
    ("25 октября/7 ноября 1917 года", "1917-11-07"),
    ("7 ноября (25 октября) 1917 года", "1917-11-07"),
    ("7 ноября (25 октября ст. ст.) 1917 г.", "1917-11-07"),
    ("14 (27) сентября 1917 года", "1917-09-27"),
    ("28 декабря 1917 (10 января 1918)", "1918-01-10"),
    ("28 декабря 1917 г. (10 января 1918 г.)", "1918-01-10"),
    ("28 декабря 1917 (10 января)", "1918-01-10"),
    ("19 февраля (3 марта) 1861 г.", "1861-03-03"),
    ("25 octobre (7 novembre) 1917", "1917-11-07"),
    ("le 25 octobre / 7 novembre 1917", "1917-11-07"),
    ("7 November (25 October O.S.) 1917", "1917-11-07"),
    ("25 October [N.S. 7 November] 1917", "1917-11-07"),
    ("7 November 1917 (25 October O.S.)", "1917-11-07"),
    ("October 25 (November 7), 1917", "1917-11-07"),
    ("November 7 (O.S. October 25), 1917", "1917-11-07"),
    ("6 joumada II 1437 / 15 mars 2016", "2016-03-15"),
    ("15 mars 2016 / 6 joumada II 1437", "2016-03-15"),
    ("15 mars 2016 (6 joumada II 1437)", "2016-03-15"),
    ("6 joumada II 1437 (15 mars 2016)", "2016-03-15"),
    ("le 5 rabie el aouel 1437 correspondant au 17 décembre 2015", "2015-12-17"),
    ("Tuesday, 6 Jumada al-Thani 1437 AH (15 March 2016)", "2016-03-15"),
    ("Jumada II 06, 1437, March 15, 2016", "2016-03-15"),
    ("15 March 2016 corresponding to 6 Jumada II 1437 H", "2016-03-15"),
    ("6 джумада ас-сани 1437 г. (15 марта 2016 г.)", "2016-03-15"),
    ("25 esfand 1394 (15 mars 2016)", "2016-03-15"),
    ("الثلاثاء 15 مارس 2016 الموافق 6 جمادى الآخرة 1437", "2016-03-15"),
    ("6 جمادى الثانية 1437 (15 مارس 2016)", "2016-03-15"),
    ("15 مارس 2016 (6 جمادى الثانية 1437)", "2016-03-15"),
]


@pytest.mark.parametrize(("text", "date"), WHOLE)
def test_the_gregorian_day_is_read_and_the_other_belongs_to_it(text: str, date: str) -> None:
    written = read_date(text)
    assert written is not None
    assert (written.date.text, written.end) == (date, len(text))
    assert [found.date.text for found in find_dates(f"Texte : {text}, fin.")] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "15 марта (20 апреля) 2016 г.",
        "15 mars (20 avril) 2016",
        # Of which year the other day is nobody can tell.
        "20 декабря (2 января) 1918 г.",
        "25 October (7 November O.S.) 1917",
        "25 October 1917 (O.S.)",
        "October 25, 1917 (Old Style)",
        "25 октября 1917 года (по старому стилю)",
        "6 joumada II 1437",
        "6 Jumada II 1437 AH",
    ],
)
def test_days_that_do_not_agree_or_stand_in_another_calendar_alone_are_no_date(text: str) -> None:
    assert read_date(text) is None
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("du 14 au 16 décembre 2016", "2016-12-14/2016-12-16"),
        ("2016-12-14/2016-12-16", "2016-12-14/2016-12-16"),
        ("3 août 2015 (O. S.)", "2015-08-03"),
        ("15 mars / 28 mars 2016", "2016-03-28"),
        ("12 blessés sur 1400, 15 mars 2016", "2016-03-15"),
        ("3 août 2015 (12 pages)", "2015-08-03"),
    ],
)
def test_spans_and_what_is_signed_are_no_second_calendar(text: str, date: str) -> None:
    assert [found.date.text for found in find_dates(text)] == [date]


@pytest.mark.parametrize(
    "line",
    [
        "Петроград, 25 октября (7 ноября) 1917 г.",
        "25 octobre (7 novembre) 1917",
        "7 November (25 October O.S.) 1917",
    ],
)
@pytest.mark.parametrize("text", [FR, RU, AR])
def test_a_line_in_two_styles_dates_its_text(line: str, text: str) -> None:
    for head in (f"{HFR}\n{line}", f"{line}\n{HFR}"):
        assert date_of(describe(f"{head}\n\n{text}")) == "1917-11-07"


def test_days_in_two_calendars_head_no_text_and_close_a_dateline() -> None:
    record = describe(f"6 joumada II 1437 / 15 mars 2016\n{HFR}\n\n{FR}")
    assert (str(record.date), record.headline) == ("2016-03-15", HFR)
    record = describe(f"{HFR}\n\nAlger, le 6 joumada II 1437 correspondant au 15 mars 2016 (APS) - {P1}")
    assert (str(record.date), record.source) == ("2016-03-15", "APS")


@pytest.mark.parametrize(
    "line",
    [
        "1395/12/20 | " * 1_500,
        "1 محرم 1437 الموافق " * 500,
        "إعداد قانون المالية يثير جدلا واسعا في البرلمان المغربي",
        "تغطية صحفية شاملة للمؤتمر الدولي حول المناخ في مراكش بحضور رؤساء الدول",
        "إعداد " + "ا" * 250,
    ],
    ids=["figures", "months", "budget", "conference", "one word"],
)
def test_no_line_holds_an_import_up(line):
    """Where it did, this test took hours, or more calls than Python allows."""
    assert not is_credit(line[:300])
    assert all(found.date.text.startswith("1395") for found in find_dates(line))


@pytest.mark.parametrize(
    "text", ["Room 12 (16 April 2014)", "Section 3 [16 avril 2014]", "п. 12 (16 апреля 2014)"]
)
def test_a_number_before_a_day_in_brackets_is_no_day_of_another_style(text: str) -> None:
    assert [found.date.text for found in find_dates(text)] == ["2014-04-16"]
