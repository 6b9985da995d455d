"""How well header dates are read: right, missed, or (worst) invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

from articles.dates import EdtfDate
from articles.ingest.describe import describe
from articles.languages import script_of
from articles.written_dates import read_date
from measures.records import Record
from measures.tables import Table, percent

_LABELS = {
    "fr": ("Publié le {long}", "date {iso}", "Mis en ligne le {slashes} à 12h30", "{long}"),
    "en": ("Published: {long}", "Date: {iso}", "LONDON, {long} (Reuters) -", "{long}"),
    "ru": ("Дата публикации: {long}", "{dots}", "МОСКВА, {long} (ТАСС) -", "{long}"),
    "ar": ("تاريخ النشر: {long}", "{iso}", "الرباط، {long} -", "{long}"),
}
_FILLER = {
    "Latn": "Une rencontre à Rabat\n\nLes deux délégations se sont réunies pour examiner la coopération.",
    "Cyrl": "Встреча в Рабате\n\nДелегации двух стран обсудили развитие сотрудничества в этой области.",
    "Arab": "لقاء في الرباط\n\nاجتمع الوفدان لبحث سبل التعاون بين البلدين في هذا المجال.",
}


class _Score:
    """Right, wrong (a date that is not the true one: invented) and missed, by what was read."""

    def __init__(self, title: str) -> None:
        self.table = Table(title)
        self.counts: dict[str, Counter[str]] = {}

    def add(self, group: str, found: str, true: str, text: str, examples: int) -> None:
        """Count one reading; an empty `true` says that there is no date to read."""
        outcome = "right" if found == true else "invented" if found else "missed"
        self.counts.setdefault(group, Counter())[outcome] += 1
        if outcome != "right" and len(self.table.notes) < examples:
            self.table.notes.append(
                f"{outcome}: {text!r} read as {found or 'nothing'}, true {true or 'none'}"
            )

    def finish(self) -> Table:
        """The table, its rows in the order in which the groups came."""
        for group, counts in self.counts.items():
            row: dict[str, str | int | float | None] = {"read": group, "of": counts.total()}
            row |= {f"{outcome} %": percent(counts[outcome], counts.total()) for outcome in ("right",)}
            row |= {outcome: counts[outcome] for outcome in ("right", "invented", "missed")}
            self.table.rows.append(row)
        return self.table


def measure_dates(records: Sequence[Record], examples: int) -> list[Table]:
    """The date of dated texts as they stand, and of header lines rendered from their dates in four languages."""
    dated = [record for record in records if record.date]
    texts = _Score("Publication date of texts as they stand (headline, body)")
    lines = _Score("Header lines rendered from the true dates, before a text")
    for record in dated:
        found = describe(record.full_text).date
        texts.add("texts", str(found or ""), record.date, record.body[:60], examples)
        for language, line, true in _rendered(record.date):
            found = describe(_text(line, language)).date
            lines.add(language, str(found or ""), true, line, examples)
    return [texts.finish(), lines.finish(), _speed([line for r in dated for _, line, _ in _rendered(r.date)])]


def _rendered(edtf: str) -> Iterable[tuple[str, str, str]]:
    """(language, header line, EDTF) of a whole day."""
    day = EdtfDate.parse(edtf)
    if day.precision != "day" or day.earliest is None:
        return
    known: date = day.earliest
    for language, patterns in _LABELS.items():
        for pattern in patterns:
            yield (
                language,
                pattern.format(
                    long=day.format(language),
                    iso=edtf[:10],
                    slashes=f"{known:%d/%m/%Y}",
                    dots=f"{known:%d.%m.%Y}",
                ),
                edtf[:10],
            )


def _text(line: str, language: str = "") -> str:
    """A text under the header line; a dateline, which ends in a dash, opens its first paragraph."""
    script = {"ru": "Cyrl", "ar": "Arab"}.get(language) or script_of(line)
    filler = _FILLER.get(script, _FILLER["Latn"])
    if line.rstrip().endswith(("-", "–", "—")):
        headline, _, lede = filler.partition("\n\n")
        return f"{headline}\n\n{line.rstrip()} {lede}"
    return f"{line}\n{filler}"


def measure_lines(path: Path, examples: int) -> list[Table]:
    """Header lines of a file, each `line<TAB>EDTF`, or nothing after the tab where there is no date."""
    score = _Score(f"Header lines of {path.name}")
    lines = []
    for number, row in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        line, tab, true = row.rpartition("\t")
        if not row.strip():
            continue
        if not tab:
            raise ValueError(f"{path}, line {number}: no tab between the header line and its date")
        true = EdtfDate.parse(true).text if true.strip() else ""
        found = describe(_text(line)).date
        score.add("lines with a date" if true else "lines without", str(found or ""), true, line, examples)
        lines.append(line)
    return [score.finish(), _speed(lines)]


def _speed(lines: Sequence[str]) -> Table:
    table = Table("Speed of reading and of EDTF")
    codes = [
        "2016-12-15",
        "2016-12~",
        "2016?",
        "2016-12-14/2016-12-16",
        "../2016",
        "[2016-12-14,2016-12-15]",
    ] * 200
    for name, work, items in (("written date", read_date, lines), ("EDTF", EdtfDate.parse, codes)):
        start = perf_counter()
        for item in items:
            work(item)
        if items:
            table.rows.append({"what": name, "µs": round(1e6 * (perf_counter() - start) / len(items), 1)})
    return table
