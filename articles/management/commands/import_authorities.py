"""manage.py import_authorities FILE.csv"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from articles.authority import AuthorityFileError, import_authorities, read_authorities


class Command(BaseCommand):
    """Imports people and institutions from a CSV file, whole or not at all."""

    help = "Imports people and institutions; a second import of the same key updates."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.csv")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = import_authorities(read_authorities(options["file"]))
        except AuthorityFileError as error:
            raise CommandError(_("Nothing was imported.") + f"\n{error}") from error
        self.stdout.write(
            _("%(created)d created, %(updated)d updated, %(unchanged)d unchanged.")
            % {"created": report.created, "updated": report.updated, "unchanged": report.unchanged}
        )
