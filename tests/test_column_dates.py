"""Dates in a table are read as its whole column writes them, and refused with the remedy where it leaves a doubt."""

import io
import zipfile
from pathlib import Path

import pytest
from django.utils import translation

from articles.ingest.column_dates import order_of, read_cell
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
def test_a_cell_is_read_into_edtf_or_left_as_it_is(cell: str, order: str, date: str) -> None:
    assert read_cell(cell, order)[0] == date  # type: ignore[arg-type]


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


def test_what_breaks_off_a_table_is_told_once_after_the_rows_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"body,date\n{BODY},15/05/2014\n{BODY} 2,03/05/2014\n".encode() * 4000 + b"\xff\xfe,x\n")
    items = list(read(path))
    assert isinstance(items[0], RawText)
    assert items[0].metadata["date"] == "2014-05-15"
    assert not isinstance(items[-1], RawText)
