"""manage.py export_archive DIR"""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.preservation.package import PackageError, export_archive, rows_to_write


class Command(BaseCommand):
    """Writes the whole archive as a checksummed package, complete or not at all."""

    help = "Writes the whole archive, with drafts and all sources as they came, as a checksummed package (BagIt)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder", type=Path, metavar="DIR", help="a folder that is not there yet, or empty"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        is_told = sys.stderr.isatty()
        with tqdm(total=rows_to_write() if is_told else None, unit="row", disable=not is_told) as bar:
            try:
                counts = export_archive(options["folder"], bar.update)
            except PackageError as error:
                raise CommandError(str(error)) from error
        self.stdout.write(
            _("%(folder)s: %(articles)d records, %(agents)d people and institutions, %(sources)d sources.")
            % {
                "folder": options["folder"],
                "articles": counts["articles"],
                "agents": counts["agents"],
                "sources": counts["accessions"],
            }
        )
