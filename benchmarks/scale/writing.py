"""How fast raw texts become records: the project's own ingest, with linking, comparing and index."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from articles.ingest.accession import Writer, ingest
from articles.ingest.pool import spare_processes
from articles.ingest.undo import undo_batch
from articles.intake import intake
from articles.models import AccessionBatch
from benchmarks.scale.client import percentile
from benchmarks.scale.generator import SyntheticArchive, SyntheticArticle

#: So many texts come in one by one, each waited for.
_ALONE = 150


def measure_writing(archive: SyntheticArchive, texts: int) -> dict[str, Any]:
    """Texts the archive does not have, as files, brought in as the command does it; undone afterwards.

    The first `_ALONE` are described and written by one process: `p50_ms` and `p95_ms` of one text that is added to
    the full archive. `texts_a_second` is of the others, described by other processes beside the one that writes.
    """
    batch = AccessionBatch.objects.create(program_version="bench", label="benchmark")
    start = time.perf_counter()
    find_mentions = intake()
    ready = time.perf_counter() - start
    writer, numbers = Writer(batch, find_mentions), range(archive.size + 1, archive.size + texts + 1)
    outcomes, milliseconds = [], []
    with tempfile.TemporaryDirectory() as folder:
        _write(archive, numbers[:_ALONE], Path(folder) / "alone")
        _write(archive, numbers[_ALONE:], Path(folder) / "many")
        before = time.perf_counter()
        for outcome in ingest([Path(folder) / "alone"], writer):
            now = time.perf_counter()
            milliseconds.append((now - before) * 1000)
            outcomes.append(outcome)
            before = now
        start_of_many = time.perf_counter()
        many = list(ingest([Path(folder) / "many"], writer, processes=spare_processes()))
        seconds = time.perf_counter() - start_of_many
    outcomes += many
    batch.finish()
    created = [outcome for outcome in outcomes if outcome.outcome == "created"]
    mentions = sum(len(outcome.mentions) for outcome in created)
    user, _is_new = User.objects.get_or_create(username="bench")
    undo_batch(batch, user)
    return {
        "texts": len(created),
        "texts_a_second": len(many) / seconds,
        "p50_ms": percentile(milliseconds, 50),
        "p95_ms": percentile(milliseconds, 95),
        "mentions_a_text": mentions / max(len(created), 1),
        "seconds_to_read_the_names": ready,
    }


def _write(archive: SyntheticArchive, numbers: range, folder: Path) -> None:
    folder.mkdir()
    for number in numbers:
        text = _as_source(archive.article(number))
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


def _as_source(article: SyntheticArticle) -> str:
    """A text as it might be pasted: headline, date, lede, body."""
    stated = (
        f"{article.earliest:%d.%m.%Y}\n\n" if article.earliest and article.earliest == article.latest else ""
    )
    return f"{article.headline}\n\n{stated}{article.lede}\n\n{article.body}\n"
