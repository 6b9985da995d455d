"""Work that outlasts a request, on PostgreSQL alone; `manage.py work` does it, beside `make run`."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import OperationalError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone, translation
from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker
from procrastinate.exceptions import AlreadyEnqueued, JobAborted
from procrastinate.jobs import Job

from articles.dates import EdtfDate
from articles.ingest.accession import Statement, Writer, ingest, link_translations
from articles.ingest.uploads import count_inputs, drop, upload_folder
from articles.intake import intake
from articles.linking import Linker
from articles.models import AccessionBatch, Agent, Article, TextCue
from articles.resemblance import record_translations
from articles.search.gathering import gather_some, is_stale, was_gathered_since
from articles.search.naming import texts_that_may_name
from articles.vocabulary import BatchState

logger = logging.getLogger(__name__)

ATTEMPTS = 5
SILENCE = 30  # seconds after which a worker is taken for dead
_COMPARED_AT_ONCE = 50  # texts, two or three seconds
_LAST = -10  # the priority of what nobody waits for
_SELDOM = timedelta(minutes=55)  # between two gatherings of words
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


def try_again(batch: AccessionBatch) -> bool:
    """Queue the job of a batch that failed once more, with what was stated then; False where it cannot be.

    It cannot where the batch did not fail, or its files or what was stated of them are gone.
    """
    with transaction.atomic():
        failed = AccessionBatch.objects.select_for_update().get(pk=batch.pk)
        jobs = ProcrastinateJob.objects.filter(task_name=ingest_uploads.name, args__batch_id=batch.pk)
        job = jobs.order_by("-pk").first()
        folder = upload_folder(Path(settings.MEDIA_ROOT), batch)
        if failed.state != BatchState.FAILED or job is None or not folder.is_dir():
            return False
        _say(failed, BatchState.WAITING)
        ingest_uploads.defer(**job.args)
    return True


def _read_files(context: JobContext, batch: AccessionBatch, stated: Mapping[str, Any]) -> None:
    """Bring in each text, link the rows that are translations, end the batch; its files are not needed then."""
    folder = upload_folder(Path(settings.MEDIA_ROOT), batch)
    _say(batch, BatchState.RUNNING)
    statement = _statement(stated)
    batch.inputs_expected = count_inputs(folder, statement.columns)
    batch.save(update_fields=["inputs_expected"])
    writer = Writer(batch, intake(), statement, status=stated["status"])
    translations = []
    for outcome in ingest([folder], writer, shown_from=folder):
        if outcome.translation_of:
            translations.append(outcome)
        if context.should_abort():
            raise JobAborted
    problems = link_translations(translations)
    look_for_translations()
    look_for_words()
    batch.finish()
    if problems:
        batch.problem = " ".join(problems)[:500]
        batch.save(update_fields=["problem"])
    drop(folder)


@app.task(name="articles.compare", queue="comparing", pass_context=True, retry=_Resume())
def compare(context: JobContext, *, after: int = 0) -> None:
    """Propose likely translations of texts not compared yet, some of them; the next job goes on `after` the last.

    Between the two all that editors wait for has its turn.
    """
    known = TextCue.objects.filter(article=OuterRef("pk"))
    later = Article.objects.filter(~Exists(known), pk__gt=after).order_by("pk")
    articles = list(later[:_COMPARED_AT_ONCE])
    for article in articles:
        if context.should_abort():
            raise JobAborted
        try:
            record_translations(article)
        except OperationalError:
            raise
        except Exception:
            # One text that cannot be compared keeps no other from it: `manage.py compare` tells what is wrong with it.
            logger.exception("Text %s could not be compared with the others", article.pk)
    if len(articles) == _COMPARED_AT_ONCE:
        look_for_translations(after=articles[-1].pk)


def look_for_translations(*, after: int = 0) -> None:
    """Queue the comparison of the texts that were not compared yet, unless it waits already; last in the queue."""
    later = compare.configure(queueing_lock=compare.name, priority=_LAST)
    with suppress(AlreadyEnqueued), transaction.atomic():
        later.defer(after=after)


@app.task(name="articles.gather_words", queue="gathering", pass_context=True, retry=_Resume())
def gather_words(context: JobContext) -> None:  # noqa: ARG001 - as others
    """Gather the words of some more texts, by which a misspelt one is known; the next job goes on."""
    if gather_some() is not None:
        look_for_words(goes_on=True)


def look_for_words(*, goes_on: bool = False) -> None:
    """Queue the gathering of the archive's words where they are others since, unless it waits already; last in the
    queue, and seldom: what came soon after the last gathering waits for the next hour."""
    if goes_on or (is_stale() and not was_gathered_since(timezone.now() - _SELDOM)):
        later = gather_words.configure(
            queueing_lock=gather_words.name, lock=gather_words.name, priority=_LAST
        )
        with suppress(AlreadyEnqueued), transaction.atomic():
            later.defer()


@app.periodic(cron="7 * * * *")
@app.task(name="articles.gather_changed_words", queueing_lock="articles.gather_changed_words")
def gather_changed_words(timestamp: int) -> None:  # noqa: ARG001 - the queue gives it
    """Gather the words again where texts were pasted, changed or withdrawn."""
    if is_stale():
        look_for_words(goes_on=True)


@app.task(name="articles.link_agent", queue="linking", pass_context=True, retry=_Resume())
def link_agent(context: JobContext, *, agent_id: int) -> None:
    """Find the names again in the texts that may hold those of one agent, since they were changed.

    What a person decided stays. Broken off, it begins anew: what is linked already is found the same.
    """
    agent = Agent.objects.with_names().filter(pk=agent_id).first()
    if agent is None:
        return
    linker = Linker.of_archive()
    articles = texts_that_may_name(agent).only("pk").order_by("pk")
    for article in articles.iterator(chunk_size=500):
        linker.link_again(article)
        if context.should_abort():
            raise JobAborted


def look_through(agents: Iterable[Agent]) -> None:
    """Queue the search for the names of these agents in all texts, once for each that does not wait already."""
    for agent in agents:
        lock = f"articles.link_agent.{agent.pk}"
        with suppress(AlreadyEnqueued), transaction.atomic():
            link_agent.configure(queueing_lock=lock).defer(agent_id=agent.pk)


def searches_waiting() -> list[int]:
    """The numbers of the searches for names that have not begun."""
    return list(_searches().filter(status="todo").values_list("pk", flat=True))


def forget_searches(jobs: Iterable[int]) -> None:
    """Drop searches whose work was done otherwise; one that has begun goes on."""
    for job in jobs:
        app.job_manager.cancel_job_by_id(job, delete_job=True)


def search_state(agent: Agent) -> str:
    """How far the search for the names of an agent has come: "doing", "todo", "failed", or "" for none."""
    states = set(_searches().filter(args__agent_id=agent.pk).values_list("status", flat=True))
    return next((state for state in ("doing", "todo", "failed") if state in states), "")


def _searches() -> QuerySet[ProcrastinateJob]:
    found: QuerySet[ProcrastinateJob] = ProcrastinateJob.objects.filter(task_name=link_agent.name)
    return found


def is_worked() -> bool:
    """Whether a worker is at work: one that lives is heard of every few seconds."""
    alive = timezone.now() - timedelta(seconds=SILENCE)
    return bool(ProcrastinateWorker.objects.filter(last_heartbeat__gte=alive).exists())


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
        "columns": dict(statement.columns),
        "status": status,
    }


def _statement(stated: Mapping[str, Any]) -> Statement:
    date = EdtfDate.parse(stated["date"]) if stated["date"] else None
    columns = stated.get("columns", {})  # a job of an older program has none
    return Statement(stated["source"], stated["language"], date, tuple(stated["tags"]), columns)


@app.periodic(cron="* * * * *")
@app.task(name="articles.resume_broken_off", queueing_lock="articles.resume_broken_off", pass_context=True)
async def resume_broken_off(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the queue gives it
    """Give the jobs of workers that were killed to those that live; a killed one is known by its silence."""
    for job in await context.app.job_manager.get_stalled_jobs():
        logger.warning("job %s was broken off and is taken up again", job.id)
        await context.app.job_manager.retry_job(job)
