"""Arabic names with clitics joined before them, put into Arabic texts that hold no annotation."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from articles.names import KnownName, NameFinder, fold, script_of
from measures.records import Record
from measures.tables import Table, percent

_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "وك")


def read_arabic_names(path: Path, count: int, random: Random) -> list[str]:
    """Whole names in Arabic letters: those of the file (one a line, or names_sample.tsv), parts paired."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0].startswith("lang\t"):
        return [line.strip() for line in lines if line.strip()]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    arabic = [row for row in rows if script_of(row["variant"]) == "Arab"]
    parts = [row["variant"] for row in arabic if row["type"] == "name-part" and len(row["variant"]) > 2]
    whole = [row["variant"] for row in arabic if row["type"] != "name-part" and " " in row["variant"]]
    return whole + [" ".join(random.sample(parts, 2)) for _ in range(count if len(parts) > 1 else 0)]


def measure_clitics(records: Sequence[Record], names: Sequence[str], seed: int, examples: int) -> Table:
    """Recall of names in Arabic texts: where they stand already, and put in with each clitic."""
    random = Random(seed)
    texts = [record.full_text for record in records if record.language == "ar"]
    table = Table("Arabic names found behind clitics, %")
    if not texts or not names:
        table.notes.append("no Arabic text, or no Arabic name: nothing was measured")
        return table
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    names = [name.strip("\u200e\u200f ") for name in names]
    known = [KnownName(fold(name), name, "person", "authorized", "ar") for name in names]
    finder = NameFinder({name.agent: name for name in known}.values())
    for name in known:
        for clitic in _CLITICS:
            words = random.choice(texts).split()
            place = random.randrange(len(words) + 1)
            before = " ".join(words[:place]) + " " + clitic
            # After ل the article is written without its first letter: للرباط.
            written = name.text[1:] if clitic.endswith("ل") and name.text.startswith("ال") else name.text
            text = " ".join([before + written, *words[place:]])
            span = (len(before) - (written != name.text), len(before) + len(written))
            good = any(
                f.agent == name.agent and 0 <= f.start - span[0] <= 2 and f.end == span[1]
                for f in finder.find(text, "ar")
            )
            total[clitic or "none"] += 1
            found[clitic or "none"] += good
            if not good and len(table.notes) < examples:
                table.notes.append(
                    f"missed: {clitic}{name.text} in «…{text[max(0, span[0] - 20) : span[1] + 20]}…»"
                )
    table.rows = [{"clitic": c, "found": percent(found[c], total[c]), "of": total[c]} for c in total]
    table.rows.append({"clitic": "all", "found": percent(found.total(), total.total()), "of": total.total()})
    return table
