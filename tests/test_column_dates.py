"""Dates in a table are read as its whole column writes them, and refused with the remedy where it leaves a doubt."""

import io
import zipfile
from pathlib import Path

import pytest
from django.utils import translation

from articles.ingest.column_dates import Order, in_doubt, order_of, read_cell
from articles.ingest.raw_texts import RawText
from articles.ingest.readers import read
from articles.ingest.statement import Statement, propose

BODY = "Le ministre des Affaires étrangères a reçu lundi à Rabat son homologue russe."


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/05/2014", "15/05/2014", ""], "day_first"),
        (["03/05/2014", "05/15/2014"], "month_first"),
        (["03/05/2014", "05/15/2014", "15/05/2014"], ""),
        (["03/05/2014", "04/05/2014", "2014-05-15", "3 mai 2014"], ""),
        (["03-05-2014", "31.12.2014 10:30"], "day_first"),
        (["45/46/2014", "15/05/14"], ""),
        (["03/05/2014", "le 15/05/2014"], "day_first"),
        (["Date: 05/15/2014"], "month_first"),
        (["05/11/2016 - 13/11/2016"], "day_first"),
        (["05/11/2016/11/13/2016"], "month_first"),
        (["05/11/2016 - 06/11/2016", "05/11/2016 - 06/10/2016"], ""),
        (["samedi 05/11/2016"], "day_first"),
        (["Wednesday, 05/11/2016"], "month_first"),
        (["vendredi 05/11/2016", "vendredi 15/11/2016"], ""),
        (["05.11.2016", "sam. 05.11.2016"], ""),
        (["2016-11-05-2016-11-13", "2016/11/05 - 2016/11/13"], ""),
    ],
)
def test_a_column_says_which_number_is_the_day_where_all_of_it_agrees(cells: list[str], order: str) -> None:
    assert order_of(cells) == order


@pytest.mark.parametrize(
    ("cell", "order", "date"),
    [
        ("03/05/2014", "day_first", "2014-05-03"),
        ("03/05/2014", "month_first", "2014-03-05"),
        ("03/05/2014", "", "03/05/2014"),
        ("15/05/2014", "", "2014-05-15"),
        ("05/15/2014", "", "2014-05-15"),
        ("05/05/2014", "", "2014-05-05"),
        ("03.05.2014", "", "2014-05-03"),
        ("03.05.2014", "month_first", "03.05.2014"),
        ("15/05/2014 10:30", "", "2014-05-15"),
        ("2014-05-15T10:30:00Z", "", "2014-05-15"),
        ("2014/05/03", "", "2014-05-03"),
        ("3 mai 2014", "", "2014-05-03"),
        ("mai 2014", "", "2014-05"),
        ("May 3, 2014", "", "2014-05-03"),
        ("3 мая 2014 г.", "", "2014-05-03"),
        ("3 مايو 2014", "", "2014-05-03"),
        ("2014-05", "", "2014-05"),
        ("2014~", "", "2014~"),
        ("15/05/14", "day_first", "15/05/14"),
        ("31/02/2014", "day_first", "31/02/2014"),
        ("le 3 mai 2014 à Rabat", "", "le 3 mai 2014 à Rabat"),
    ],
)
def test_a_cell_is_read_into_edtf_or_left_as_it_is(cell: str, order: Order, date: str) -> None:
    assert read_cell(cell, order)[0] == date


LED = {
    "le 05/11/2016": ("2016-11-05", "2016-05-11"),
    "Date: 05/11/2016": ("2016-11-05", "2016-05-11"),
    "Publié le 05/11/2016": ("2016-11-05", "2016-05-11"),
    "(05/11/2016)": ("2016-11-05", "2016-05-11"),
    "10:30 05/11/2016": ("2016-11-05", "2016-05-11"),
    "05/11/2016 10:30": ("2016-11-05", "2016-05-11"),
    "about 05/11/2016": ("2016-11-05~", "2016-05-11~"),
    "05/11/2016/06/11/2016": ("2016-11-05/2016-11-06", "2016-05-11/2016-06-11"),
    "1/2/2016 - 3/2/2016": ("2016-02-01/2016-02-03", "2016-01-02/2016-03-02"),
    "03/02/2016–05/02/2016": ("2016-02-03/2016-02-05", "2016-03-02/2016-05-02"),
    "du 03/02/2016 au 05/02/2016": ("2016-02-03/2016-02-05", "2016-03-02/2016-05-02"),
    "05-11-2016-06-11-2016": ("2016-11-05/2016-11-06", "2016-05-11/2016-06-11"),
    "٠٥/١١/٢٠١٦": ("2016-11-05", "2016-05-11"),
    "3 mai 2016 - 05/11/2016": ("2016-05-03/2016-11-05", "2016-05-03/2016-05-11"),
}


@pytest.mark.parametrize(("cell", "dates"), LED.items())
def test_a_cell_that_may_be_two_dates_is_of_its_columns_order_or_in_doubt_whatever_stands_before_it(
    cell: str, dates: tuple[str, str]
) -> None:
    assert read_cell(cell, "") == (cell, None)
    assert str(in_doubt(cell)) == (
        f"“{cell}” may be {dates[0]} or {dates[1]}, and no other date of the column says which: "
        "write the one that is meant."
    )
    orders: tuple[Order, Order] = ("day_first", "month_first")
    for order, date in zip(orders, dates, strict=True):
        read_as, message = read_cell(cell, order)
        assert read_as == date
        assert f"“{cell}” was read as {date}" in str(message)


@pytest.mark.parametrize("order", ["", "day_first"])
@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("05/11/2016 - 13/11/2016", "2016-11-05/2016-11-13"),
        ("05/11/2016/13/11/2016", "2016-11-05/2016-11-13"),
        ("samedi 05/11/2016", "2016-11-05"),
        ("le samedi 05/11/2016", "2016-11-05"),
        ("Saturday, 05/11/2016", "2016-11-05"),
        ("sam. 05/11/2016 - dim. 06/11/2016", "2016-11-05/2016-11-06"),
        ("суббота, 05/11/2016", "2016-11-05"),
        ("السبت 05/11/2016", "2016-11-05"),
        ("sam. 3 mai 2014", "2014-05-03"),
        ("Mar 16, 2016", "2016-03-16"),
        ("3 mar 2016", "2016-03-03"),
        ("03.02.2016 - 05.02.2016", "2016-02-03/2016-02-05"),
        ("2016-11-05 - 2016-11-13", "2016-11-05/2016-11-13"),
        ("2016-11-05-2016-11-13", "2016-11-05/2016-11-13"),
    ],
)
def test_the_other_end_of_a_span_or_a_weekday_says_the_order_without_the_column(
    cell: str, order: Order, date: str
) -> None:
    assert read_cell(cell, order) == (date, None)


@pytest.mark.parametrize("order", ["", "day_first", "month_first"])
@pytest.mark.parametrize(
    "cell",
    [
        "vendredi 05/11/2016",
        "vendredi 15/11/2016",
        "vendredi 3 mai 2014",
        "ven. 3 mai 2014",
        "Friday, May 3, 2014",
        "05/11/2016 (samedi)",
        "05/11/2016; 06/11/2016",
        "5-6/11/2016",
        "05/11/2016 -",
        "05/11/2016/..",
        "from 15/11/2016",
        "– 15/11/2016",
        "с 15.11.2016",
    ],
)
def test_a_weekday_that_is_another_and_a_span_without_its_other_end_are_no_date(
    cell: str, order: Order
) -> None:
    assert read_cell(cell, order) == (cell, None)


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("vendredi 05/11/2016", ("2016-11-05", "2016-05-11")),
        ("05/11/2016 à Rabat", ("2016-11-05", "2016-05-11")),
        ("05/11/2016 - 06/10/2016", ("2016-11-05 - 2016-10-06", "2016-05-11 - 2016-06-10")),
        ("05/11/2016; 06/11/2016", ("2016-11-05; 2016-11-06", "2016-05-11; 2016-06-11")),
        ("5-6/11/2016", None),
        ("– 05/11/2016", None),
        ("05.11.2016", None),
        ("05/05/2016", None),
    ],
)
def test_a_refusal_tells_both_days_of_a_date_and_both_ends_of_a_span(
    cell: str, days: tuple[str, str] | None
) -> None:
    doubt = in_doubt(cell)
    assert (doubt is None) == (days is None)
    if days:
        assert f"“{cell}” may be {days[0]} or {days[1]}, " in str(doubt)


def test_a_span_that_ends_before_it_begins_in_one_order_does_not_say_the_other() -> None:
    cell = "05/11/2016 - 06/10/2016"
    assert read_cell(cell, "") == read_cell(cell, "day_first") == (cell, None)
    assert read_cell(cell, "month_first")[0] == "2016-05-11/2016-06-10"


def _rows(tmp_path: Path, dates: list[str], name: str = "a.csv") -> list[RawText]:
    lines = [f"{number};{BODY} {number};{date}" for number, date in enumerate(dates)]
    content = "\n".join(["id;body;date", *lines])
    path = tmp_path / name
    if name.endswith(".zip"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("t.csv", content)
        path.write_bytes(packed.getvalue())
    else:
        path.write_text(content, encoding="utf-8")
    return [raw for raw in read(path) if isinstance(raw, RawText)]


@pytest.mark.parametrize("name", ["a.csv", "a.zip"])
def test_a_table_of_one_order_is_dated_whole_and_each_date_that_might_be_another_is_told(
    tmp_path: Path, name: str
) -> None:
    rows = _rows(tmp_path, ["03/05/2014", "04/06/2014", "15/05/2014", "2014-05", "3 mai 2014"], name)
    records = [propose(raw, Statement()) for raw in rows]
    assert [str(record.date) for record in records] == [
        "2014-05-03",
        "2014-06-04",
        "2014-05-15",
        "2014-05",
        "2014-05-03",
    ]
    told = [[str(warning) for warning in raw.decoded.warnings] for raw in rows]
    assert told[0] == [
        "The date “03/05/2014” was read as 2014-05-03: in other dates of its column the day stands first."
    ]
    assert told[2:] == [[], [], []]
    assert b'"date": "03/05/2014"' in rows[0].data


def test_a_table_that_leaves_a_doubt_refuses_its_doubtful_rows_and_says_in_words_how_to_mend_them(
    tmp_path: Path,
) -> None:
    doubtful, certain = _rows(tmp_path, ["03/05/2014", "3 mai 2014"])
    assert str(propose(certain, Statement()).date) == "2014-05-03"
    with pytest.raises(ValueError, match="may be 2014-05-03 or 2014-03-05"):
        propose(doubtful, Statement())
    with translation.override("fr"), pytest.raises(ValueError, match="peut être 2014-05-03 ou 2014-03-05"):
        propose(doubtful, Statement())
    both = _rows(tmp_path, ["03/05/2014", "15/05/2014", "05/15/2014"])
    with pytest.raises(ValueError, match="may be"):
        propose(both[0], Statement())
    assert [str(propose(raw, Statement()).date) for raw in both[1:]] == ["2014-05-15", "2014-05-15"]


def test_a_table_is_ordered_by_a_span_and_keeps_the_ends_of_the_others(tmp_path: Path) -> None:
    dates = ["05/11/2016 - 13/11/2016", "1/2/2016 - 3/2/2016", "le 05/11/2016", "vendredi 05/11/2016"]
    *rows, refused = _rows(tmp_path, dates)
    assert [str(propose(raw, Statement()).date) for raw in rows] == [
        "2016-11-05/2016-11-13",
        "2016-02-01/2016-02-03",
        "2016-11-05",
    ]
    assert [len(raw.decoded.warnings) for raw in rows] == [0, 1, 1]
    with pytest.raises(ValueError, match="may be 2016-11-05 or 2016-05-11"):
        propose(refused, Statement())


def test_what_breaks_off_a_table_is_told_once_after_the_rows_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"body,date\n{BODY},15/05/2014\n{BODY} 2,03/05/2014\n".encode() * 4000 + b"\xff\xfe,x\n")
    items = list(read(path))
    assert isinstance(items[0], RawText)
    assert items[0].metadata["date"] == "2014-05-15"
    assert not isinstance(items[-1], RawText)
