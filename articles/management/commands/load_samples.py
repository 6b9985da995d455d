"""manage.py load_samples"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from archive import __version__
from articles.authority import import_authorities, read_authorities
from articles.ingest.accession import Statement, Writer, ingest, link_translation
from articles.intake import intake
from articles.models import AccessionBatch, Article
from articles.models.accession import SAMPLES
from articles.samples import load_offices, load_tags, read_samples
from articles.tasks import look_for_translations, look_for_words
from articles.vocabulary import TranslationMethod


class Command(BaseCommand):
    """Accessions the sample texts of fixtures/, through the same ingest as any text, into an empty archive."""

    help = "Fills an empty archive with the sample texts of fixtures/, all or none."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if Article.objects.exists():
            if options["verbosity"]:
                self.stdout.write(_("The archive is not empty: no sample was loaded."))
            return
        folder = settings.BASE_DIR / "fixtures"
        import_authorities(read_authorities(folder / "authorities.csv"))
        load_tags(folder)
        articles = self._ingest(folder)
        load_offices(folder, {path.stem: article for path, article in articles.items()})
        look_for_translations()
        look_for_words()
        self.stdout.write(_("%(count)d sample texts are in the archive.") % {"count": len(articles)})

    def _ingest(self, folder: Path) -> dict[Path, Article]:
        """Write each text, and link the translations to their originals."""
        batch = AccessionBatch.objects.create(program_version=__version__, label=SAMPLES)
        find_mentions = intake()
        articles: dict[Path, Article] = {}
        for sample in read_samples(folder):
            writer = Writer(batch, find_mentions, Statement(tags=sample.tags))
            for outcome in ingest([sample.path], writer, shown_from=folder.parent):
                if outcome.article is None:
                    raise CommandError(f"{outcome.path}: {outcome.reason}")
                articles[sample.path] = outcome.article
            if sample.translation_of:
                link_translation(
                    articles[sample.translation_of],
                    articles[sample.path],
                    credit=sample.credit,
                    method=TranslationMethod.HUMAN,
                )
        batch.finish()
        return articles
