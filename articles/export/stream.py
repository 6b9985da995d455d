"""A result as a stream of text, read in one moment of the archive: complete, or broken off by an error."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import chain, islice
from threading import BoundedSemaphore

from django.db import connections, transaction
from django.utils.translation import override

from articles.export.format import Format
from articles.export.loading import BATCH_SIZE, IncompleteExportError, Loader, Row
from articles.export.record import Heading, Record
from articles.export.selection import Selection

#: The longest a single query of an export may take: more than a page may, for it sorts whole results, and the first to
#: read ten thousand texts of a million from a slow disk waits for each of them.
LONGEST_QUERY = "2min"
#: So many results are begun at once by a process, for each has work memory for its sort; another one waits so many
#: seconds for its turn.
MOST_BEGUN_AT_ONCE, PATIENCE = 2, 5.0
#: And so many of more than one batch are written at once: each holds a connection, and a thread, for as long as its
#: reader likes. Shorter ones are over when they are begun.
MOST_AT_ONCE = 2
#: A reader who takes nothing for so long is given up, because an open snapshot holds up the database's cleaning.
LONGEST_PAUSE = "2min"


_beginnings, _places = BoundedSemaphore(MOST_BEGUN_AT_ONCE), BoundedSemaphore(MOST_AT_ONCE)


class CrowdedError(Exception):
    """As many results as may be are being written."""


@contextmanager
def one_moment(using: str) -> Iterator[None]:
    """A transaction in which every query sees the archive as it was at the first one.

    Inside a transaction that is open already, what that one sees.
    """
    connection = connections[using]
    is_outermost = not connection.in_atomic_block
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if is_outermost:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute(
            "SELECT set_config('statement_timeout', %s, true),"
            " set_config('idle_in_transaction_session_timeout', %s, true),"
            # All rows of a cursor are fetched here, so its plan is to be the best for all of them.
            " set_config('cursor_tuple_fraction', '1', true)",
            [LONGEST_QUERY, LONGEST_PAUSE],
        )
        yield


@contextmanager
def _place(places: BoundedSemaphore, patience: float = 0) -> Iterator[None]:
    """One of these places, waited for so many seconds."""
    if not places.acquire(timeout=patience):
        raise CrowdedError
    try:
        yield
    finally:
        places.release()


class Stream(Iterator[str]):
    """The document of a result in parts of some hundred records, never more of it in memory.

    The first part is read at once, so that what fails at the beginning fails before anything is sent; after that
    `heading` is complete. An error later on is raised where it strikes: the end of the document is never written.
    Whoever stops early must `close()`, which ends the transaction. Raises CrowdedError where others are begun for
    longer than it has `PATIENCE`, or, for one of more than a batch, where `MOST_AT_ONCE` such are being written; a
    stream has its place until it ends, fails, is closed or is let go of.
    """

    def __init__(self, selection: Selection, form: Format, heading: Heading, *, site: str) -> None:
        self.heading = heading
        self._parts = _parts(selection, form, heading, site)
        self._first: str | None = next(self._parts)

    def __next__(self) -> str:
        if self._first is not None:
            part, self._first = self._first, None
            return part
        return next(self._parts)

    def close(self) -> None:
        """Let go of the database."""
        self._parts.close()


def _parts(selection: Selection, form: Format, heading: Heading, site: str) -> Generator[str, None, None]:
    language = heading.language
    with ExitStack() as beginning, ExitStack() as place, ExitStack() as moment:
        beginning.enter_context(_place(_beginnings, PATIENCE))
        moment.enter_context(one_moment(selection.using))
        batches, expected = _opened(selection, heading)
        if expected > BATCH_SIZE:
            place.enter_context(_place(_places))
        loader = Loader(site, language, selection.using, form.needs_text, form.needs_source)
        with override(language):
            before = form.begin(heading)
        written = 0
        # The rows are let go of before the transaction ends, also after an error: they are a cursor in it.
        with closing(batches):
            for records in chain.from_iterable(map(loader.load, batches)):
                with override(language):
                    part = before + _joined(form, records)
                beginning.close()
                yield part
                before = form.between
                written += len(records)
        if written != expected:
            raise IncompleteExportError(f"{written} records were read of {expected}.")
        with override(language):
            end = form.end(heading)
        beginning.close()
        # `before` is still the beginning where there is no record at all.
        yield end if written else before + end


def _joined(form: Format, records: list[Record]) -> str:
    return form.between.join(form.write(record) for record in records)


def _opened(selection: Selection, heading: Heading) -> tuple[Generator[list[Row], None, None], int]:
    """The rows in batches, and how many there are."""
    rows, expected = selection.open(heading)
    return _batches(rows), expected


def _batches(rows: Iterable[Row]) -> Generator[list[Row], None, None]:
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH_SIZE)):
        yield batch


def read_record(pk: int, form: Format, heading: Heading, *, site: str, using: str) -> str | None:
    """The document of one published record, or None where there is no such record."""
    loader = Loader(site, heading.language, using, form.needs_text, form.needs_source)
    with one_moment(using):
        try:
            records = next(iter(loader.load([(pk, "")])))
        except IncompleteExportError:
            return None
    with override(heading.language):
        return form.document(heading, records[0])
