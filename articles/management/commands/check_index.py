"""manage.py check_index"""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.models import Article
from articles.search.index import check_index


class Command(BaseCommand):
    """Compares the index with the records; exit status 1 where they differ."""

    help = "Tells how many entries of the index differ from their records."

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(total=Article.objects.count(), unit="text", disable=not sys.stderr.isatty()) as bar:
            found = check_index(bar.update)
        self.stdout.write(
            _(
                "Entries that differ from their record: %(entries)d; sampled ones: %(sampled)d; totals: %(totals)d."
            )
            % {"entries": found.entries, "sampled": found.sampled, "totals": found.totals}
        )
        if found.total:
            self.stderr.write(_("Make the index anew with: manage.py rebuild_index"))
            sys.exit(1)
