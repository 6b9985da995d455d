"""Measures what the archive makes of texts and names, on annotated files that it need never have seen.

Run from the project's root:  .venv/bin/python benchmarks/language.py SUB-COMMAND FILE…  (see --help).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from measures.arabic import measure_clitics, read_arabic_names
from measures.authority import SOURCES, Authority
from measures.dates import measure_dates, measure_lines
from measures.languages import measure_languages
from measures.linking import measure_linking
from measures.names import NamesFileError, measure_names
from measures.records import RecordError, read_records
from measures.repeats import measure_repeats
from measures.shortlist import InDatabase, InProcess
from measures.speed import measure_speed
from measures.suggestions import measure_suggestions
from measures.tables import Table
from measures.translations import measure_translations

_FORMATS = """
file formats
  annotated files   one article a line, UTF-8 JSON: id, lang, headline, body, date, source, pair_id (the same for
                    translations of each other), people and institutions (null: not annotated; []: none; else
                    objects with name, ids and mentions, each with text, field, start, end in code points)
  names files       tab-separated with the columns lang, name, variant, entity_id, type, source; type name-part
                    is part of a person's name, every other type a whole name (…-acronym is passed over)
  lines files       a header line, a tab, its date in EDTF (or nothing where the line has no date)
"""


_Commands = Any  # argparse gives its sub-parsers no public type


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command; exit status 2 where a file cannot be read."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        tables = options.measure(options)
    except (OSError, RecordError, NamesFileError, ValueError) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2
    print("\n\n".join(table.as_text() for table in tables))
    if options.json:
        content = {"measure": options.command, "tables": [table.as_json() for table in tables]}
        options.json.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").partition("\n")[0],
        epilog=_FORMATS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="SUB-COMMAND")
    _add_languages(commands)
    _add_linking(commands)
    _add_names(commands)
    _add_dates(commands)
    _add_suggestions(commands)
    _add_repeats(commands)
    _add_translations(commands)
    return parser


def _command(commands: _Commands, name: str, text: str, files: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=text.partition(":")[0], description=text
    )
    command.add_argument("files", nargs="+", type=Path, metavar=files)
    command.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    command.add_argument("--examples", type=int, default=0, metavar="N", help="show N errors of each kind")
    command.add_argument("--seed", type=int, default=0, help="of all that is drawn at random (0)")
    return command


def _add_languages(commands: _Commands) -> None:
    text = (
        "language detection: accuracy on headlines, headline with lede, the same in capitals and full texts; "
        "both languages of texts made of two translations (pair_id); texts a second"
    )
    command = _command(commands, "languages", text, "FILE.jsonl")
    command.set_defaults(measure=lambda o: measure_languages(read_records(o.files), o.examples))


def _add_linking(commands: _Commands) -> None:
    text = (
        "known names: recall of full names, of surnames after them and of institutions, precision of the links, "
        "speed with many names on record, Arabic names behind clitics; the authority list is what is annotated"
    )
    command = _command(commands, "linking", text, "FILE.jsonl")
    command.add_argument(
        "--authority",
        choices=SOURCES,
        default="base",
        help="base: all names the files give an agent (default); names: an entity's own name only; spellings: "
        "base and the spellings in the other half of the texts, so that no text helps itself",
    )
    command.add_argument(
        "--variants",
        type=int,
        default=100_000,
        metavar="N",
        help="names for the speed (100,000; 0: no speed)",
    )
    command.add_argument(
        "--arabic-names",
        type=Path,
        metavar="FILE",
        help="put these names (one a line, or a names file) with clitics into the Arabic texts",
    )
    command.add_argument(
        "--names", type=int, default=200, metavar="N", help="Arabic names paired of parts (200)"
    )
    command.set_defaults(measure=_measure_linking)


def _measure_linking(options: argparse.Namespace) -> list[Table]:
    records = read_records(options.files)
    marked = [record for record in records if record.annotated]
    tables = measure_linking(records, options.authority, options.examples) if marked else []
    if options.arabic_names:
        names = read_arabic_names(options.arabic_names, options.names, Random(options.seed))
        tables.append(measure_clitics(records, names, options.seed, options.examples))
    if options.variants:
        entities = [(record, entity) for record in marked for entity in record.entities]
        names_on_record = Authority(marked).names(entities, "base")
        tables.append(measure_speed(records, names_on_record, options.variants, options.seed))
    return tables


def _add_names(commands: _Commands) -> None:
    text = (
        "names in any spelling and script: recall at 1 and 5 among many candidates by script, precision at the "
        "threshold for proposing, milliseconds a query"
    )
    command = _command(commands, "names", text, "FILE.tsv")
    command.add_argument(
        "--candidates", type=int, default=50_000, metavar="N", help="names on record (50,000)"
    )
    command.add_argument("--queries", type=int, default=400, metavar="N", help="full names a script (400)")
    command.add_argument(
        "--database",
        action="store_true",
        help="shortlist by pg_trgm in the archive's PostgreSQL, not in memory",
    )
    command.set_defaults(
        measure=lambda o: measure_names(
            o.files, o.candidates, o.queries, o.seed, InDatabase if o.database else InProcess, o.examples
        )
    )


def _add_dates(commands: _Commands) -> None:
    text = (
        "dates: the publication date of dated texts as they stand, and of header lines rendered from it in four "
        "languages: right, invented, missed; with --lines, files of header lines"
    )
    command = _command(commands, "dates", text, "FILE")
    command.add_argument(
        "--lines", action="store_true", help="the files are header lines, each with its EDTF"
    )
    command.set_defaults(
        measure=lambda o: (
            [table for path in o.files for table in measure_lines(path, o.examples)]
            if o.lines
            else measure_dates(read_records(o.files), o.examples)
        )
    )


def _add_suggestions(commands: _Commands) -> None:
    text = (
        "new names: precision, recall and F1 of the people and institutions proposed in annotated texts, by rules "
        "and, where the extra [ner] is installed, with its recognisers; texts a second"
    )
    command = _command(commands, "suggestions", text, "FILE.jsonl")
    command.set_defaults(measure=lambda o: measure_suggestions(read_records(o.files), o.examples))


def _add_repeats(commands: _Commands) -> None:
    text = (
        "reprints: recall of texts that were lightly edited, cut or half rewritten (the edits are made up), whole "
        "and of 100 and 60 words; false proposals a text; milliseconds a query among many articles. In temporary "
        "tables of the archive's PostgreSQL, of whose records nothing is read or written"
    )
    command = _command(commands, "repeats", text, "FILE.jsonl")
    command.add_argument(
        "--articles", type=int, default=100_000, metavar="N", help="on record, with made texts (100,000)"
    )
    command.add_argument("--texts", type=int, default=500, metavar="N", help="texts to edit at most (500)")
    command.set_defaults(
        measure=lambda o: measure_repeats(read_records(o.files), o.articles, o.texts, o.seed, o.examples)
    )


def _add_translations(commands: _Commands) -> None:
    text = (
        "translations: how often the right one (the same pair_id) stands first and among five, by pair of "
        "languages, and what is proposed, right and wrong; milliseconds a query. In temporary tables of the "
        "archive's PostgreSQL, of whose records nothing is read or written"
    )
    command = _command(commands, "translations", text, "FILE.jsonl")
    command.add_argument(
        "--semantic", action="store_true", help="with the extra [semantic] (the default is by cognates alone)"
    )
    command.add_argument(
        "--words", type=int, default=0, metavar="N", help="of each text only its first words (0: all)"
    )
    command.add_argument("--texts", type=int, default=2000, metavar="N", help="on record at most (2,000)")
    command.set_defaults(
        measure=lambda o: measure_translations(
            read_records(o.files), o.words, o.texts, o.seed, o.semantic, o.examples
        )
    )


if __name__ == "__main__":
    sys.exit(main())
