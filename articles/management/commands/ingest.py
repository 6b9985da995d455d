"""manage.py ingest PATH… [--source NAME] [--language CODE] [--date EDTF] [--tag NAME]… [--map NAME=COLUMN]…"""

import json
import sys
from argparse import ArgumentTypeError
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from archive import __version__
from articles.dates import EdtfDate, EdtfError
from articles.ingest.accession import Outcome, Statement, Writer, ingest, link_translations
from articles.ingest.columns import read_columns
from articles.ingest.pool import spare_processes
from articles.intake import intake
from articles.languages import LANGUAGES
from articles.models import AccessionBatch
from articles.tasks import is_worked, look_for_translations, look_for_words


class Command(BaseCommand):
    """Accessions files and folders; exit status 1 where an input was rejected."""

    help = "Makes a dated, linked record of each text in these files and folders."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--source", default="", metavar="NAME", help="the outlet of all these texts")
        parser.add_argument("--language", type=_language, metavar="CODE", help="instead of detecting it")
        parser.add_argument(
            "--date", type=_date, metavar="EDTF", help="the date of all these texts: 2016, 2016-12, …"
        )
        parser.add_argument("--tag", action="append", default=[], dest="tags", metavar="NAME")
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            dest="columns",
            metavar="NAME=COLUMN",
            help="the column of a .csv that holds a field: headline=Titre",
        )
        parser.add_argument("--dry-run", action="store_true", help="show what would be done, write nothing")
        parser.add_argument(
            "--report", type=Path, metavar="FILE", help="one JSON object a line for each input"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            columns = read_columns(options["columns"])
        except ValueError as error:
            raise CommandError(str(error)) from error
        statement = Statement(
            options["source"], options["language"] or "", options["date"], tuple(options["tags"]), columns
        )
        batch = AccessionBatch(program_version=__version__, label=" ".join(map(str, options["paths"]))[:500])
        batch.save()
        writer = Writer(batch, intake(), statement, dry_run=options["dry_run"])
        with batch.held():
            try:
                counts = self._run(options["paths"], writer, options["report"])
            finally:
                _close(batch)
        self.stdout.write(
            _("%(created)d created, %(duplicate)d duplicates, %(rejected)d rejected.")
            % {name: counts[name] for name in ("created", "duplicate", "rejected")}
        )
        if options["dry_run"]:
            self.stdout.write(_("Nothing was written: this was a dry run."))
        elif counts["created"]:
            self._compare_later()
        if counts["rejected"]:
            sys.exit(1)

    def _run(self, paths: list[Path], writer: Writer, report: Path | None) -> Counter[str]:
        """Write every text, tell of each, and link the rows that are translations of others."""
        counts: Counter[str] = Counter()
        translations: list[Outcome] = []
        with ExitStack() as stack:
            file = stack.enter_context(_open(report)) if report else None
            bar = stack.enter_context(tqdm(unit="text", disable=not sys.stderr.isatty()))
            for outcome in ingest(paths, writer, processes=spare_processes()):
                counts[outcome.outcome] += 1
                bar.update()
                self._tell(outcome, file, bar)
                if outcome.translation_of and not writer.dry_run:
                    translations.append(outcome)
        for problem in link_translations(translations):
            self.stderr.write(problem)
        return counts

    def _compare_later(self) -> None:
        """Likely translations are looked for when all is brought in: it would slow down the import."""
        look_for_translations()
        look_for_words()
        self.stdout.write(
            _("Likely translations of these texts are looked for in the background.")
            if is_worked()
            else _(
                "Likely translations of these texts will be looked for by the next worker (make run, manage.py work), "
                "or now by: manage.py compare"
            )
        )

    def _tell(self, outcome: Outcome, file: TextIO | None, bar: Any) -> None:
        """One line for people, one for the report, which is on disk when this returns."""
        if file:
            file.write(json.dumps(outcome.as_report(), ensure_ascii=False) + "\n")
            file.flush()
        details = [outcome.article.title] if outcome.article else []
        details += [outcome.reason] if outcome.reason else []
        details += outcome.warnings
        names = {"created": _("created"), "duplicate": _("duplicate"), "rejected": _("rejected")}
        with bar.external_write_mode():
            self.stdout.write(
                f"{names[outcome.outcome]}: {outcome.path}" + "".join(f"\n  {text}" for text in details)
            )


def _close(batch: AccessionBatch) -> None:
    """End a batch; one that brought nothing in leaves no trace."""
    if not batch.accessions.exists():
        batch.delete()
    else:
        batch.finish()


def _open(report: Path) -> TextIO:
    try:
        return report.open("w", encoding="utf-8")
    except OSError as error:
        raise CommandError(_("The report cannot be written: %(reason)s") % {"reason": error}) from error


def _date(text: str) -> EdtfDate:
    try:
        return EdtfDate.parse(text)
    except EdtfError as error:
        raise ArgumentTypeError(str(error)) from error


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise ArgumentTypeError(_("Unknown language code: %(code)s.") % {"code": text})
    return text
