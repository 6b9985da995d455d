"""Reading from replicas: for a while, in one thread, what asks the database asks one of its standby servers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from threading import local
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connections

#: One that did not answer is not asked again for so many seconds.
SILENCE = 15.0

_thread = local()
_silent: dict[str, float] = {}
"""Alias → until when it is passed over, by all threads of this process."""


class Router:
    """Tells what reads for longer than the block (an export as it is streamed) where it began to read."""

    def db_for_read(self, _model: Any, **_hints: Any) -> str | None:
        """The alias of the replica this thread reads from now; None for Django's own choice."""
        return getattr(_thread, "alias", None)


@contextmanager
def reading_from_a_replica() -> Iterator[None]:
    """Within, every query of this thread goes to a replica that answers; to the database itself where none does.

    Nothing can be written through a replica. Who has just changed something does not read from one: it may be a
    moment behind.
    """
    aliases = list(settings.REPLICAS)
    random.shuffle(aliases)
    alias = next(filter(_answers, aliases), None)
    if alias is None:
        yield
        return
    primary = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS], _thread.alias = connections[alias], alias
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS], _thread.alias = primary, None


def _answers(alias: str) -> bool:
    """Whether a replica can be reached; one that did not answer is passed over for a while."""
    if monotonic() < _silent.get(alias, 0.0):
        return False
    connection = connections[alias]
    try:
        connection.close_if_unusable_or_obsolete()
        connection.close_if_health_check_failed()  # otherwise made by the first query, whose error it would be
        connection.ensure_connection()
    except Error:
        _pass_over(alias)
        return False
    return True


def _pass_over(alias: str) -> None:
    """Do not ask a replica for a while."""
    _silent[alias] = monotonic() + SILENCE
