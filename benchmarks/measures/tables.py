"""A measured figure and the table it stands in: printed for people, as plain values for JSON."""

from __future__ import annotations

from dataclasses import dataclass, field

Value = str | int | float | None


@dataclass
class Table:
    """A titled table; every row gives the same columns. `notes` say what was counted and how."""

    title: str
    rows: list[dict[str, Value]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def as_text(self) -> str:
        """The table with aligned columns, numbers to the right."""
        lines = [self.title]
        if self.rows:
            columns = list(self.rows[0])
            cells = [[_cell(row[column]) for column in columns] for row in self.rows]
            widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
            lines.append("  " + "  ".join(c.ljust(w) for c, w in zip(columns, widths, strict=True)))
            for row, texts in zip(self.rows, cells, strict=True):
                pairs = zip(texts, widths, row.values(), strict=True)
                lines.append(
                    "  " + "  ".join(t.ljust(w) if isinstance(v, str) else t.rjust(w) for t, w, v in pairs)
                )
        return "\n".join([*lines, *(f"  · {note}" for note in self.notes)])

    def as_json(self) -> dict[str, object]:
        """The same, for a file."""
        return {"title": self.title, "rows": self.rows, "notes": self.notes}


def percent(part: int, whole: int) -> float | None:
    """A share in per cent to one decimal, None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def _cell(value: Value) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:,.2f}" if abs(value) < 10 else f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else value
