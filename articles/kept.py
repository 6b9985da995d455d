"""What is true of one version of the archive, kept by this process until there is another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar, Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

_version: ContextVar[int | None] = ContextVar("archive_version", default=None)


@contextmanager
def at_version(version: int | None) -> Iterator[None]:
    """Within, what was read of this version of the archive need not be read again; of None, all is read."""
    token = _version.set(version)
    try:
        yield
    finally:
        _version.reset(token)


class Kept(Generic[Key, Value]):
    """Values of one version by key, at most about `most` of them.

    They are handed out as they are, not copied: they must not be changed. Only what reads a stated version uses
    them (a public page, see `at_version`); a program, a test or a transaction that may be undone reads afresh.
    """

    _every: ClassVar[list[Kept[Any, Any]]] = []

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: tuple[int | None, dict[Key, Value]] = (None, {})
        self._every.append(self)

    def of(self, keys: Iterable[Key], read: Callable[[set[Key]], Mapping[Key, Value]]) -> dict[Key, Value]:
        """Key → value; those not kept are read, those that `read` does not give are left out."""
        wanted = set(keys)
        version = _version.get()
        if version is None:
            return dict(read(wanted))
        # Taken as one: another thread may begin a new version meanwhile.
        kept_version, values = self._kept
        if kept_version is not None and version < kept_version:
            return dict(read(wanted))  # a replica behind, a slow request: what is newer is not let go for it
        if kept_version != version or len(values) > self._most:
            values = {}
            self._kept = version, values
        if missing := wanted.difference(values):
            values.update(read(missing))
        return {key: values[key] for key in wanted if key in values}

    def one(self, key: Key, read: Callable[[], Value]) -> Value:
        """The value of one key."""
        return self.of([key], lambda _keys: {key: read()})[key]

    @classmethod
    def forget_all(cls) -> None:
        """Let go of everything: another archive is read, whose versions begin anew."""
        for kept in cls._every:
            kept._kept = (None, {})
