"""manage.py rebuild_index [--threads N]"""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.models import Article
from articles.search.gathering import gather_words
from articles.search.index import RebuildUnderWayError, rebuild_index


class Command(BaseCommand):
    """Makes the index anew while the archive stays open, and gathers its words."""

    help = "Makes the search index anew; readers and writers go on meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--threads", type=int, default=2, metavar="N", help="connections at work at once (2)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(total=Article.objects.count(), unit="text", disable=not sys.stderr.isatty()) as bar:
            try:
                done = rebuild_index(bar.update, threads=max(1, options["threads"]))
            except RebuildUnderWayError as error:
                raise CommandError(str(error)) from error
        # Of very many texts not all are read for their words: nobody knows beforehand how many.
        with tqdm(unit="text", disable=not sys.stderr.isatty()) as bar:
            gather_words(bar.update)
        self.stdout.write(_("%(done)d records were gone through.") % {"done": done})
