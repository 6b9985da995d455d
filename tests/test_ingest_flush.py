"""An ingest that waits for the disk once, at its end: what is on record then survives the machine."""

import pytest
from django.db import connection, transaction

from articles.ingest.accession import Writer
from articles.intake import intake
from articles.models import Tag
from tests import factories


@pytest.mark.django_db(transaction=True)
def test_after_a_flush_all_that_was_written_before_is_on_the_disk():
    writer = Writer(factories.AccessionBatchFactory(), intake())
    for turn in range(20):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit = off")
            Tag.objects.create(pref_label_en=f"Rivers {turn}")
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_wal_insert_lsn()")
            (written,) = cursor.fetchone()
            writer.flush()
            cursor.execute("SELECT pg_current_wal_flush_lsn() >= %s", [written])
            assert cursor.fetchone() == (True,)
