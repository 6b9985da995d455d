"""Other processes that describe texts while this one writes: lots in, their descriptions out, in the same order."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

from django.utils import translation
from django.utils.translation import gettext as _

from articles.ingest.answering import Answer, DescribingError, answer, serve
from articles.ingest.describing import Describer
from articles.ingest.raw_texts import RawText

logger = logging.getLogger(__name__)

_CONTEXT = multiprocessing.get_context("spawn")
"""A new interpreter: nothing of this process, no database connection and no lock, goes along."""


_MOST = 3
"""One process writes: more than so many that describe would wait for it, each with all names on record."""


def spare_processes() -> int:
    """How many processes may well describe while this one writes: 0 where there is one processor only."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count, _MOST) if count > 1 else 0


class DescriberPool:
    """So many processes that describe; used in a `with`.

    A process has one lot at a time and answers before it is sent the next: neither can wait for the other for
    ever, and no more than a lot a process is ever under way. One that ends over a text (out of memory, a fault
    in a library) is replaced, and that text is a DescribingError. All end with this process, however it ends: they
    read from a pipe that closes.
    """

    def __init__(self, describer: Describer, processes: int) -> None:
        self._describer = describer
        self._idle = deque(_started(describer, processes))
        self._busy: deque[tuple[_Worker, Sequence[RawText]]] = deque()

    @property
    def is_full(self) -> bool:
        """Whether every process has its lot."""
        return not self._idle

    @property
    def is_empty(self) -> bool:
        """Whether nothing is under way."""
        return not self._busy

    def send(self, lot: Sequence[RawText]) -> None:
        """Give a lot to a process that has none."""
        worker = self._idle.popleft()
        worker.send(lot)
        self._busy.append((worker, lot))

    def receive(self) -> list[Answer]:
        """What has become of the texts of the lot that was sent first."""
        worker, lot = self._busy.popleft()
        answers = worker.receive()
        if answers is None and not worker.has_begun:
            # No process begins on this machine: it is done here.
            answers = [answer(self._describer, raw) for raw in lot]
        elif answers is None:
            answers = []
            worker = self._replaced(worker)
            for raw in lot:
                # One at a time, to know which it was.
                worker.send([raw])
                alone = worker.receive()
                if alone is None:
                    logger.error("%s ended the process that read it", raw.path)
                    alone = [DescribingError(_("The process that read this text ended."))]
                    worker = self._replaced(worker)
                answers += alone
        self._idle.append(worker)
        return answers

    def _replaced(self, worker: _Worker) -> _Worker:
        worker.stop()
        [new] = _started(self._describer, 1)
        return new

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for worker in [*self._idle, *(worker for worker, _lot in self._busy)]:
            worker.stop()


def _started(describer: Describer, count: int) -> list[_Worker]:
    """So many processes that have what describes: all begin at once, since each is waited for till it takes that."""
    workers = [_Worker() for _ in range(count)]
    for worker in workers:
        worker.prepare(describer)
    return workers


class _Worker:
    """One process and this end of the pipe to it."""

    def __init__(self) -> None:
        self.has_begun = False
        self._pipe, theirs = _CONTEXT.Pipe()
        language = translation.get_language() or "en"
        self._process = _CONTEXT.Process(target=serve, args=(theirs, language), daemon=True)
        self._process.start()
        # Were this end open here too, the end of the process would go unnoticed.
        theirs.close()

    def prepare(self, describer: Describer) -> None:
        """Give it what describes, before any lot."""
        self._send(describer)

    def send(self, lot: Sequence[RawText]) -> None:
        """Have it describe a lot."""
        self._send(lot)

    def _send(self, content: object) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # it is gone: the answer will tell
            self._pipe.send(content)

    def receive(self) -> list[Answer] | None:
        """The answer to what was sent; None where the process has ended instead."""
        try:
            self.has_begun = self.has_begun or self._pipe.recv()
            answers: list[Answer] = self._pipe.recv()
        except (EOFError, ConnectionResetError):
            return None
        return answers

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()
