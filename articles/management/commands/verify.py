"""manage.py verify DIR"""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from tqdm import tqdm

from articles.preservation.bag import FaultKind
from articles.preservation.package import verify

_WORDS = {
    FaultKind.NO_PACKAGE: gettext_noop("is no package of an archive"),
    FaultKind.UNREADABLE: gettext_noop("cannot be read"),
    FaultKind.MISSING: gettext_noop("is missing"),
    FaultKind.CHANGED: gettext_noop("is not as it was written"),
    FaultKind.UNLISTED: gettext_noop("does not belong to the package"),
    FaultKind.OUTSIDE: gettext_noop("lies outside the package"),
    FaultKind.MISCOUNTED: gettext_noop("does not tell the true number"),
}


class Command(BaseCommand):
    """Reads a whole package again and says what is wrong with it; exit status 1 where something is."""

    help = "Tells whether a package of export_archive is whole; exit status 1 where it is not."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        found = read = 0

        def tell(size: int) -> None:
            nonlocal read
            read += size
            bar.update(size)

        with tqdm(unit="B", unit_scale=True, disable=not sys.stderr.isatty()) as bar:
            for fault in verify(folder, tell):
                found += 1
                self.stderr.write(f"{fault.path}: {_(_WORDS[fault.kind])}")
        if found:
            text = ngettext("%(count)d fault.", "%(count)d faults.", found)
            raise CommandError(text % {"count": found})
        self.stdout.write(_("%(folder)s is whole: %(bytes)d bytes read.") % {"folder": folder, "bytes": read})
