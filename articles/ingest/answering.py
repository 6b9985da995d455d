"""What another process of a pool does; nothing of the archive is imported before Django is set up there."""

from __future__ import annotations

import gc
import logging
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

import django
from django.utils import translation

logger = logging.getLogger(__name__)


class DescribingError(Exception):
    """What went wrong with one text; `str()` is the reason of its rejection."""


Answer = Any
"""`Described` or DescribingError: the archive's own class cannot be named here."""


def serve(pipe: Connection, language: str) -> None:
    """Say that it has begun, take a describer, then describe lot by lot until the pipe closes."""
    # Ctrl-C reaches all processes of a terminal; this one ends with the one that started it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    django.setup()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError), translation.override(language):
        describer = pipe.recv()
        # All names on record stay: no collection of garbage need go through them.
        gc.collect()
        gc.freeze()
        pipe.send(True)
        while True:
            pipe.send([answer(describer, raw) for raw in pipe.recv()])


def answer(describer: Callable[[Any], Any], raw: Any) -> Answer:
    """The description of a text, or what went wrong with it."""
    try:
        return describer(raw)
    except Exception as error:
        logger.exception("%s could not be described", raw.path)
        return DescribingError(f"{type(error).__name__}: {error}")
