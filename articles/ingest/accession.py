"""Files and folders → records: every text read, described and written, and what became of each in its order."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from articles.ingest.answering import Answer, DescribingError
from articles.ingest.columns import Columns
from articles.ingest.outcome import Outcome, reject
from articles.ingest.pool import DescriberPool
from articles.ingest.raw_texts import RawText, Rejection
from articles.ingest.readers import iter_paths, printable, read
from articles.ingest.statement import Statement, propose
from articles.ingest.translating import link_translation, link_translations
from articles.ingest.writer import FindMentions, Writer

__all__ = [
    "FindMentions",
    "Outcome",
    "Statement",
    "Writer",
    "ingest",
    "link_translation",
    "link_translations",
    "propose",
]

logger = logging.getLogger(__name__)

_FEW = 48
"""So many texts are written before other processes are worth their start, about a second."""
_LOT, _LOT_BYTES = 16, 2**20
"""How many texts, of how many bytes, are described by another process and reported together."""


@dataclass(frozen=True, slots=True)
class _Input:
    """What a reader found, and where: `path` as it goes on record."""

    item: RawText | Rejection
    path: str


def ingest(
    paths: Iterable[Path], writer: Writer, *, shown_from: Path | None = None, processes: int = 0
) -> Iterator[Outcome]:
    """Read and write every text of these files and folders, one outcome an input, in their order.

    One bad text never stops the rest: what goes wrong with it is its own rejection. On record a path begins at
    the file or folder that was asked for: where that lies on this machine is nobody's business; the outcomes
    have the paths as they were given, or relative to `shown_from`.

    With `processes`, so many others describe the texts while this one writes, once there are more than a few.
    Each text still has its transaction, but only the last of a lot waits for the disk, and no outcome of the lot
    is told before: what is told is safe even from a power cut.
    """
    inputs = _inputs(paths, writer.statement.columns, shown_from)
    for one in islice(inputs, _FEW) if processes else inputs:
        yield _accession(writer, one)
    if processes and (following := next(inputs, None)):
        with DescriberPool(writer.describer, processes) as pool:
            yield from _in_lots(_lots(following, inputs), writer, pool)


def _in_lots(lots: Iterable[list[_Input]], writer: Writer, pool: DescriberPool) -> Iterator[Outcome]:
    """Keep every process of the pool at work, and write what they have described."""
    waiting: deque[tuple[list[_Input], set[str]]] = deque()
    for lot in lots:
        done = (*waiting.popleft(), pool.receive()) if pool.is_full else None
        known = writer.known(one.item.sha256 for one in lot)
        pool.send([one.item for one in lot if _is_to_describe(one.item, known)])  # type: ignore[misc]
        waiting.append((lot, known))
        if done:
            yield from _write_lot(writer, *done)
    while not pool.is_empty:
        yield from _write_lot(writer, *waiting.popleft(), pool.receive())


def _is_to_describe(item: RawText | Rejection, known: set[str]) -> bool:
    return isinstance(item, RawText) and item.sha256 not in known


def _write_lot(writer: Writer, lot: list[_Input], known: set[str], answers: list[Answer]) -> list[Outcome]:
    """The outcomes of a lot, safe on disk."""
    given = iter(answers)
    outcomes = [
        _accession(writer, one, next(given) if _is_to_describe(one.item, known) else None, is_flushed=False)
        for one in lot
    ]
    writer.flush()
    return outcomes


def _accession(
    writer: Writer, one: _Input, answer: Answer | None = None, *, is_flushed: bool = True
) -> Outcome:
    """Write one input, whatever is wrong with it."""
    item = one.item
    if isinstance(item, Rejection):
        return writer.note(reject(item), one.path)
    try:
        if isinstance(answer, DescribingError):
            return _failed(writer, one, item, str(answer))
        return writer.accession(item, path=one.path, described=answer, is_flushed=is_flushed)
    except Exception as error:
        logger.exception("%s could not be written", item.path)
        return _failed(writer, one, item, f"{type(error).__name__}: {error}")


def _failed(writer: Writer, one: _Input, item: RawText, reason: str) -> Outcome:
    return writer.note(Outcome(item.path, item.sha256, "rejected", reason=reason), one.path)


def _lots(first: _Input, rest: Iterator[_Input]) -> Iterator[list[_Input]]:
    """The inputs some at a time: a lot of long texts is small."""
    lot, size = [first], _size(first)
    for one in rest:
        if len(lot) == _LOT or size > _LOT_BYTES:
            yield lot
            lot, size = [], 0
        lot.append(one)
        size += _size(one)
    yield lot


def _size(one: _Input) -> int:
    return len(one.item.data) if isinstance(one.item, RawText) else 0


def _inputs(paths: Iterable[Path], columns: Columns, shown_from: Path | None) -> Iterator[_Input]:
    """Every input of these files and folders."""
    for asked in paths:
        outside = f"{asked.parent}{os.sep}"
        for path in iter_paths([asked]):
            for item in _items(path, columns):
                if shown_from:
                    item = replace(item, path=item.path.removeprefix(f"{shown_from}{os.sep}"))
                yield _Input(item, item.path.removeprefix(outside))


def _items(path: Path, columns: Columns) -> Iterator[RawText | Rejection]:
    """What a reader finds in a file; a file that breaks its reader is a rejection too."""
    items = read(path, columns)
    while True:
        try:
            yield next(items)
        except StopIteration:
            return
        except Exception as error:
            logger.exception("%s could not be read", path)
            yield Rejection(printable(path), "unreadable", f"{type(error).__name__}: {error}")
            return
