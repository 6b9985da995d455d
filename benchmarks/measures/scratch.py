"""An empty archive beside the real one: temporary tables that hide the archive's own from this session."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from measures.records import Record

_TABLES = (
    "article translation resemblance textprint printset textcue commoncue textmeaning".split()
)  # fmt: skip


@contextmanager
def scratch_archive() -> Iterator[Any]:
    """A cursor on the archive's PostgreSQL, where its tables are empty and temporary; nothing of it is touched.

    PostgreSQL looks for a table among the temporary ones first, so the archive's own code runs on them as it
    stands. ValueError where the archive has no tables yet.
    """
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    import django
    from django.db import DatabaseError, connection

    django.setup()
    with connection.cursor() as cursor:
        try:
            for table in _TABLES:
                cursor.execute(
                    f"CREATE TEMPORARY TABLE articles_{table} (LIKE public.articles_{table} INCLUDING ALL)"
                )
        except DatabaseError as error:
            raise ValueError(f"the archive has no tables yet, run manage.py migrate ({error})") from error
        try:
            yield cursor
        finally:
            for table in _TABLES:
                cursor.execute(f"DROP TABLE IF EXISTS pg_temp.articles_{table}")


def copy_rows(cursor: Any, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Put many rows into one of the temporary tables."""
    with cursor.copy(f"COPY articles_{table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def article_of(record: Record, words: int = 0) -> Any:
    """The saved article of an annotated text, of its first so many `words` (0: all)."""
    from articles.dates import EdtfDate, EdtfError
    from articles.models import Article

    headline, body = record.headline[:400], record.body
    if words:
        body = " ".join(body.split()[: max(0, words - len(headline.split()))])
    try:
        date = EdtfDate.parse(record.date) if record.date else None
    except EdtfError:
        date = None
    return Article.objects.create(
        headline=headline or "–", headline_supplied=not headline, lede="", body=body,
        language=record.language, date=date,
    )  # fmt: skip
