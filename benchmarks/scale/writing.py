"""How fast raw texts become records: the project's own ingest, with linking, comparing and index."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from articles.ingest.accession import Writer, ingest
from articles.ingest.undo import undo_batch
from articles.intake import intake
from articles.models import AccessionBatch
from benchmarks.scale.client import percentile
from benchmarks.scale.generator import SyntheticArchive, SyntheticArticle


def measure_writing(archive: SyntheticArchive, texts: int) -> dict[str, Any]:
    """Texts the archive does not have, as files, read and written by one process; undone afterwards.

    `texts_a_second` is of all of them together, `p50_ms` and `p95_ms` of one text that is added to the full archive.
    """
    batch = AccessionBatch.objects.create(program_version="bench", label="benchmark")
    start = time.perf_counter()
    find_mentions = intake()
    ready = time.perf_counter() - start
    outcomes, milliseconds = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(archive.size + 1, archive.size + texts + 1):
            text = _as_source(archive.article(number))
            (Path(folder) / f"{number}.txt").write_text(text, encoding="utf-8")
        before = time.perf_counter()
        for outcome in ingest([Path(folder)], Writer(batch, find_mentions)):
            now = time.perf_counter()
            milliseconds.append((now - before) * 1000)
            outcomes.append(outcome)
            before = now
    batch.finish()
    created = [outcome for outcome in outcomes if outcome.outcome == "created"]
    mentions = sum(len(outcome.mentions) for outcome in created)
    user, _is_new = User.objects.get_or_create(username="bench")
    undo_batch(batch, user)
    return {
        "texts": len(created),
        "texts_a_second": len(created) / (sum(milliseconds) / 1000),
        "p50_ms": percentile(milliseconds, 50),
        "p95_ms": percentile(milliseconds, 95),
        "mentions_a_text": mentions / max(len(created), 1),
        "seconds_to_read_the_names": ready,
    }


def _as_source(article: SyntheticArticle) -> str:
    """A text as it might be pasted: headline, date, lede, body."""
    stated = (
        f"{article.earliest:%d.%m.%Y}\n\n" if article.earliest and article.earliest == article.latest else ""
    )
    return f"{article.headline}\n\n{stated}{article.lede}\n\n{article.body}\n"
