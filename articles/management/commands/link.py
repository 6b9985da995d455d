"""manage.py link [--all]"""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.linking import Linker
from articles.models import Article
from articles.proposals import add_proposals
from articles.tasks import forget_searches, searches_waiting


class Command(BaseCommand):
    """Finds names again after authority records changed; never undoes what a person decided.

    With --all also the names that stand on no record, as the rules of a newer program find them.
    """

    help = "Finds the names on record again in the texts; what a person decided stays."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--all", action="store_true", help="drafts and withdrawn texts too, and names on no record"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        articles = Article.objects.all() if options["all"] else Article.objects.published()
        waiting = searches_waiting() if options["all"] else []
        linker = Linker.of_archive()
        added = removed = named = unnamed = 0
        rows = articles.order_by("pk").iterator(chunk_size=500)
        for article in tqdm(rows, total=articles.count(), unit="text", disable=not self.stdout.isatty()):
            try:
                change = linker.link_again(article)
                added, removed = added + change.added, removed + change.removed
                if options["all"]:
                    # In a transaction of its own: who accepts a name locks it before its texts, which are locked here.
                    proposed = add_proposals(article)
                    named, unnamed = named + proposed.added, unnamed + proposed.removed
            except Article.DoesNotExist:
                continue  # deleted since the texts were listed
        forget_searches(waiting)
        self.stdout.write(
            _("%(added)d mentions added, %(removed)d removed.") % {"added": added, "removed": removed}
        )
        if options["all"]:
            told = _("Places of new names: %(added)d added, %(removed)d removed.")
            self.stdout.write(told % {"added": named, "removed": unnamed})
