"""Files and folders become raw texts; each bad one becomes a rejection and the rest goes on."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from articles.ingest import readers
from articles.ingest.columns import read_columns
from articles.ingest.raw_texts import RawText, Rejection
from articles.ingest.readers import FORMATS, iter_paths, read

BODY = "Le roi a été reçu à Moscou."


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def texts(path: Path) -> list[RawText]:
    found = list(read(path))
    assert all(isinstance(item, RawText) for item in found), found
    return [item for item in found if isinstance(item, RawText)]


def codes(path: Path) -> list[str]:
    return [item.code if isinstance(item, Rejection) else "ok" for item in read(path)]


def zipped(folder: Path, members: dict[str, bytes | str]) -> Path:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return write(folder, "x.zip", packed.getvalue())


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT"])
def test_a_text_file_is_one_raw_text_with_its_bytes_unchanged(tmp_path: Path, name: str) -> None:
    data = (BODY + "\r\n").encode("cp1252")
    [raw] = texts(write(tmp_path, name, data))
    assert (raw.data, raw.decoded.text, raw.decoded.encoding) == (data, BODY + "\n", "cp1252")
    assert raw.path == str(tmp_path / name)
    assert len(raw.sha256) == 64
    assert raw.metadata == {}


def test_a_folder_gives_its_files_by_name_at_any_depth_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/config", "a.txt"):
        write(tmp_path, name, BODY)
    found = [str(path.relative_to(tmp_path)) for path in iter_paths([tmp_path])]
    assert found == ["a.txt", "b.txt", "a/z.txt"]


def test_a_path_that_does_not_exist_is_rejected_by_name(tmp_path: Path) -> None:
    [path] = iter_paths([tmp_path / "no.txt"])
    assert codes(path) == ["not_found"]
    assert codes(tmp_path) == ["not_a_file"]


def test_an_unknown_suffix_is_rejected(tmp_path: Path) -> None:
    assert codes(write(tmp_path, "a.docx", b"PK\x03\x04")) == ["unknown_format"]
    assert codes(write(tmp_path, "README", BODY)) == ["unknown_format"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"%PDF-1.4", "binary"), (b"12 34", "no_text"), (b"a" * (20 * 2**20 + 1), "too_large")],
)
def test_a_bad_text_file_is_rejected_with_its_checksum(tmp_path: Path, data: bytes, code: str) -> None:
    [rejection] = read(write(tmp_path, "a.txt", data))
    assert isinstance(rejection, Rejection)
    assert rejection.code == code
    assert len(rejection.sha256) == 64


def test_every_line_of_jsonl_is_a_text_with_its_metadata(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "headline": " Titre ",
        "body": BODY,
        "tags": ["Maroc", "Russie"],
        "date": "2016-12",
        "x": 1,
    }
    path = write(tmp_path, "a.jsonl", json.dumps(row) + "\n\n" + json.dumps({"body": BODY}) + "\n")
    first, second = texts(path)
    assert first.metadata == {"id": "7", "headline": "Titre", "tags": ["Maroc", "Russie"], "date": "2016-12"}
    assert first.decoded.text == BODY
    assert json.loads(first.data) == row
    assert (first.path, second.path) == (f"{path}#1", f"{path}#3")


def test_bad_lines_of_jsonl_are_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        b"{not json}",
        b'{"headline": "no body"}',
        b'{"body": "  "}',
        b'["a list"]',
        b'{"body": "nul \\u0000 inside"}',
        b'{"body": "half a pair \\ud800"}',
        b'{"body": {"a": 1}}',
        b'{"body": "texte", "tags": 3}',
        b'{"body": "caf\xc3"}',
        b'{"body": "' + b"[" * 10 + b'"}',
        b"[" * 100_000,
        b'{"body": "bon texte"}',
    ]
    expected = ["bad_json", "no_text", "no_text", "bad_row", "binary", "undecodable", "bad_row", "bad_row"]
    expected += ["undecodable", "no_text", "no_text", "ok"]
    assert codes(write(tmp_path, "a.jsonl", b"\n".join(lines))) == expected


def test_jsonl_in_utf_16_and_with_a_mark_is_read(tmp_path: Path) -> None:
    line = json.dumps({"body": BODY}, ensure_ascii=False)
    assert [
        raw.decoded.text for raw in texts(write(tmp_path, "a.jsonl", f"{line}\n{line}".encode("utf-16")))
    ] == [BODY] * 2
    assert texts(write(tmp_path, "b.jsonl", line.encode("utf-8-sig")))[0].decoded.text == BODY
    assert codes(write(tmp_path, "c.jsonl", b"\n\n")) == ["empty"]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ([{"body": BODY}, {"body": BODY}], 2),
        ({"body": BODY}, 1),
        ({"total": 1, "articles": [{"body": BODY}]}, 1),
    ],
)
def test_json_is_a_list_an_object_or_our_own_export(tmp_path: Path, content: object, count: int) -> None:
    assert len(texts(write(tmp_path, "a.json", json.dumps(content)))) == count


def test_bad_json_is_rejected(tmp_path: Path) -> None:
    assert codes(write(tmp_path, "a.json", '{"body": ')) == ["bad_json"]
    assert codes(write(tmp_path, "b.json", "[" * 100_000 + "a")) == ["bad_json"]
    assert codes(write(tmp_path, "c.json", '[{"body": "a"}, 3]')) == ["ok", "bad_row"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_rows_are_texts_in_any_encoding_and_with_any_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    rows = [["ID", "Headline", "body", "tags"], ["a1", "Été", f'"{BODY}\n\nSuite, et; fin."', "Maroc|Russie"]]
    content = "\r\n".join(delimiter.join(row) for row in rows)
    [raw] = texts(write(tmp_path, "a.csv", content.encode(encoding)))
    assert raw.metadata == {"id": "a1", "headline": "Été", "tags": ["Maroc", "Russie"]}
    assert raw.decoded.text == f"{BODY}\n\nSuite, et; fin."
    assert raw.path.endswith("a.csv#2")


def test_bad_csv_rows_are_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", f"id,body\n1,\n2,a,b,c\n\n3,{BODY}\n4")
    assert codes(path) == ["no_text", "bad_row", "ok", "no_text"]
    assert codes(write(tmp_path, "b.csv", "id,text\n1,a")) == ["bad_csv"]
    assert codes(write(tmp_path, "c.csv", b"")) == ["empty"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_with_names_of_its_own_is_read_as_its_sender_says(tmp_path: Path, delimiter: str) -> None:
    rows = [["N°", "TITRE ", "Texte", "headline", "Jour"], ["7", "Un titre", BODY, "autre", "2016-12"]]
    path = write(tmp_path, "a.csv", "\n".join(delimiter.join(row) for row in rows))
    columns = read_columns(["headline=Titre", " body = texte", "", "date=Jour", "id=N°"])
    [raw] = read(path, columns)
    assert isinstance(raw, RawText)
    assert raw.metadata == {"id": "7", "headline": "Un titre", "date": "2016-12"}
    assert raw.decoded.text == BODY
    assert json.loads(raw.data) == {
        "n°": "7", "titre": "Un titre", "texte": BODY, "headline": "autre", "jour": "2016-12"
    }  # fmt: skip


def test_a_column_that_means_another_field_no_longer_means_its_own(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", f"lede,body,source\n{BODY},Une source,x\n")
    [raw] = read(path, {"body": "lede", "source": "body"})
    assert isinstance(raw, RawText)
    assert (raw.decoded.text, raw.metadata) == (BODY, {"source": "Une source"})


def test_a_mapping_reaches_the_tables_of_an_archive(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"a.csv": f"Texte\n{BODY}\n", "b.txt": BODY})
    assert [type(item) for item in read(path, {"body": "Texte"})] == [RawText, RawText]


def test_a_column_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", f"Titre;Corps\nUn;{BODY}")
    [rejection] = read(path, {"headline": "Titel", "body": "Corps"})
    assert isinstance(rejection, Rejection)
    assert str(rejection.reason) == (
        "The first row names no column “Titel”; its columns are: titre, corps. "
        "Say which of them holds what, as in body=titre."
    )


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["title=Titre"], "There is no field “title”; the fields are id, headline, lede, body"),
        (["headline"], "“headline” is not of the form NAME=COLUMN."),
        (["headline="], "is not of the form"),
        (["body=a", "BODY=b"], "The field “body” is given two columns."),
    ],
)
def test_a_mapping_that_cannot_be_understood_says_why(lines: list[str], reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        read_columns(lines)


def test_a_sign_within_a_quoted_name_parts_no_cells_and_no_cell_of_a_twofold_name_is_lost(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "a.csv", f'"a, b, c";body;x;x\n1;{BODY};2;3\n')
    [raw] = texts(path)
    assert json.loads(raw.data) == {"a, b, c": "1", "body": BODY, "x": "2", "x (2)": "3"}


def test_a_csv_that_changes_its_encoding_half_way_is_rejected_from_there(tmp_path: Path) -> None:
    good = f"1,{BODY}\n" * 12_000
    assert codes(write(tmp_path, "a.csv", f"id,body\n{good}".encode() + b"2,\xff\xfe\n"))[-1] == "undecodable"


def test_a_long_cell_is_no_obstacle(tmp_path: Path) -> None:
    assert codes(write(tmp_path, "a.csv", "id,body\n1," + "mot " * 100_000)) == ["ok"]


def test_a_zip_gives_the_texts_of_all_formats_in_it(tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        {
            "a.txt": BODY,
            "d/été.md": BODY.encode("cp1252"),
            "r.jsonl": json.dumps({"body": BODY}),
            "r.csv": f"body\n{BODY}",
            "r.json": json.dumps([{"body": BODY}]),
            "__MACOSX/a.txt": BODY,
            "d/.DS_Store": b"x",
        },
    )
    found = texts(path)
    assert [raw.path.removeprefix(f"{path}/") for raw in found] == [
        "a.txt", "d/été.md", "r.jsonl#1", "r.csv#2", "r.json#1"
    ]  # fmt: skip
    assert {raw.decoded.text for raw in found} == {BODY}


def test_dangerous_members_are_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        {
            "../../etc/a.txt": BODY,
            "/abs.txt": BODY,
            "c:\\win.txt": BODY,
            "inner.zip": b"PK",
            "big.txt": b"a" * (20 * 2**20 + 1),
            "photo.jpg": b"x",
            "ok.txt": BODY,
        },
    )
    assert codes(path) == [
        "unsafe_path", "unsafe_path", "unsafe_path", "unknown_format", "too_large", "unknown_format", "ok"
    ]  # fmt: skip


def test_a_broken_an_empty_and_an_overfull_archive_are_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = zipped(tmp_path, {"a.txt": BODY * 50, "b.txt": BODY}).read_bytes()
    assert codes(write(tmp_path, "cut.zip", whole[: len(whole) // 2])) == ["broken_archive"]
    assert codes(write(tmp_path, "text.zip", BODY)) == ["broken_archive"]
    damaged = bytearray(whole)
    damaged[45:50] = b"\xff" * 5
    assert codes(write(tmp_path, "bad.zip", bytes(damaged))) == ["broken_archive", "ok"]
    assert codes(zipped(tmp_path, {"d/": b""})) == ["empty"]
    monkeypatch.setattr(readers, "MAX_MEMBERS", 1)
    assert codes(write(tmp_path, "many.zip", whole)) == ["too_many"]
    monkeypatch.setattr(readers, "MAX_ARCHIVE_BYTES", 100)
    monkeypatch.setattr(readers, "MAX_MEMBERS", 10)
    assert codes(write(tmp_path, "bomb.zip", whole)) == ["too_large"]


def test_the_table_of_formats_is_that_of_the_contract() -> None:
    assert {".txt", ".md", ".json", ".jsonl", ".csv", ".zip"} <= set(FORMATS)
