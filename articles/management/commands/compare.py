"""manage.py compare [--all]"""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.models import Article, TextCue
from articles.resemblance import record_resemblances, record_translations


class Command(BaseCommand):
    """Proposes what the texts repeat, and what they may be translations of."""

    help = "Compares the texts that were not compared yet: reprints and likely translations are proposed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="texts that were compared before too")

    def handle(self, *args: Any, **options: Any) -> None:
        articles = Article.objects.order_by("pk")
        if not options["all"]:
            articles = articles.filter(~Exists(TextCue.objects.filter(article=OuterRef("pk"))))
        proposed = 0
        rows = articles.iterator(chunk_size=500)
        for article in tqdm(rows, total=articles.count(), unit="text", disable=not self.stdout.isatty()):
            with transaction.atomic():
                proposed += len(record_resemblances(article)) + len(record_translations(article))
        self.stdout.write(_("%(count)d likenesses wait for a person.") % {"count": proposed})
