"""Work that outlasts a request, on PostgreSQL alone; `manage.py work` does it, beside `make run`."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.exceptions import JobAborted
from procrastinate.jobs import Job

from articles.dates import EdtfDate
from articles.ingest.accession import Statement, Writer, ingest, link_translations
from articles.ingest.uploads import count_inputs, drop, upload_folder
from articles.intake import intake
from articles.models import AccessionBatch
from articles.vocabulary import BatchState

logger = logging.getLogger(__name__)

ATTEMPTS = 5
_PAUSE = 10  # seconds before the second attempt, and so many more before each later one


class _Resume(BaseRetryStrategy):
    """A job that was broken off by the stop of its worker goes on with the next; one that fails has few attempts."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if isinstance(exception, JobAborted):
            return RetryDecision(retry_in={"seconds": 0})
        if job.attempts + 1 >= ATTEMPTS:
            return None
        return RetryDecision(retry_in={"seconds": _PAUSE * (job.attempts + 1)})


@app.task(name="articles.ingest_uploads", queue="ingest", pass_context=True, retry=_Resume())
def ingest_uploads(
    context: JobContext, *, batch_id: int, stated: dict[str, Any], language: str = settings.LANGUAGE_CODE
) -> None:
    """Read every file that was uploaded with a batch; `language` is that of the reasons and warnings.

    Each text has its own transaction, with its note on the batch: whenever the job is broken off, the next
    attempt passes over what is noted.
    """
    batch = AccessionBatch.objects.filter(pk=batch_id).first()
    if batch is None:
        return
    with batch.held(), translation.override(language):
        batch.refresh_from_db()
        if not batch.is_open:
            return
        try:
            _read_files(context, batch, stated)
        except JobAborted:
            _say(batch, BatchState.WAITING)
            raise
        except Exception as error:
            last = context.job.attempts + 1 >= ATTEMPTS
            _say(batch, BatchState.FAILED if last else BatchState.WAITING, f"{type(error).__name__}: {error}")
            raise


def _read_files(context: JobContext, batch: AccessionBatch, stated: Mapping[str, Any]) -> None:
    """Bring in each text, link the rows that are translations, end the batch; its files are not needed then."""
    folder = upload_folder(Path(settings.MEDIA_ROOT), batch)
    _say(batch, BatchState.RUNNING)
    batch.inputs_expected = count_inputs(folder)
    batch.save(update_fields=["inputs_expected"])
    writer = Writer(batch, intake(), _statement(stated), status=stated["status"])
    translations = []
    for outcome in ingest([folder], writer, shown_from=folder):
        if outcome.translation_of:
            translations.append(outcome)
        if context.should_abort():
            raise JobAborted
    problems = link_translations(translations)
    batch.finish()
    if problems:
        batch.problem = " ".join(problems)[:500]
        batch.save(update_fields=["problem"])
    drop(folder)


def _say(batch: AccessionBatch, state: BatchState, problem: str = "") -> None:
    batch.state, batch.problem = state, problem[:500]
    batch.save(update_fields=["state", "problem"])


def state(statement: Statement, status: str) -> dict[str, Any]:
    """What an editor says of all texts, as a job can carry it."""
    return {
        "source": statement.source,
        "language": statement.language,
        "date": str(statement.date or ""),
        "tags": list(statement.tags),
        "status": status,
    }


def _statement(stated: Mapping[str, Any]) -> Statement:
    date = EdtfDate.parse(stated["date"]) if stated["date"] else None
    return Statement(stated["source"], stated["language"], date, tuple(stated["tags"]))


@app.periodic(cron="* * * * *")
@app.task(name="articles.resume_broken_off", queueing_lock="articles.resume_broken_off", pass_context=True)
async def resume_broken_off(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the queue gives it
    """Give the jobs of workers that were killed to those that live; a killed one is known by its silence."""
    for job in await context.app.job_manager.get_stalled_jobs():
        logger.warning("job %s was broken off and is taken up again", job.id)
        await context.app.job_manager.retry_job(job)
