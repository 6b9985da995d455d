"""The shortlist of names that may be one: by trigrams of two keys, in PostgreSQL or in this process."""

from __future__ import annotations

import os
import sys
from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self

from articles.names import PROPOSE_THRESHOLD, best_matches, consonant_key, romanise

_KEYS = (romanise, consonant_key)
_LOOKS = ("0.3", "0.2")


class Shortlist(ABC):
    """Names by two keys (romanised, and its consonants); used in a `with`."""

    label: ClassVar[str]

    @abstractmethod
    def __init__(self, names: Sequence[str]) -> None: ...

    @abstractmethod
    def near(self, text: str, limit: int) -> list[str]:
        """`limit` names a key whose trigrams are most like those of the text's keys."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        return None


def _trigrams(key: str) -> set[str]:
    """The trigrams of the words of a key, as pg_trgm makes them."""
    padded = [f"  {word} " for word in key.split()]
    return {word[i : i + 3] for word in padded for i in range(len(word) - 2)}


class InProcess(Shortlist):
    """Posting lists of trigrams; the similarity is that of pg_trgm (shared trigrams over all)."""

    label = "in this process"

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._postings: list[dict[str, list[int]]] = []
        self._sizes: list[list[int]] = []
        for key_of in _KEYS:
            postings: dict[str, list[int]] = defaultdict(list)
            sizes = []
            for place, name in enumerate(names):
                grams = _trigrams(key_of(name))
                sizes.append(len(grams))
                for gram in grams:
                    postings[gram].append(place)
            self._postings.append(dict(postings))
            self._sizes.append(sizes)

    def near(self, text: str, limit: int) -> list[str]:
        """See the base class."""
        places: dict[int, None] = {}
        for key_of, postings, sizes in zip(_KEYS, self._postings, self._sizes, strict=True):
            grams = _trigrams(key_of(text))
            shared: Counter[int] = Counter()
            for gram in grams:
                shared.update(postings.get(gram, ()))
            ranked = sorted(shared, key=lambda p: -shared[p] / (len(grams) + sizes[p] - shared[p]))
            places.update(dict.fromkeys(ranked[:limit]))
        return [self._names[place] for place in places]


class InDatabase(Shortlist):
    """A temporary table with pg_trgm indexes on both keys, in the archive's PostgreSQL."""

    label = "by pg_trgm in PostgreSQL"

    def __init__(self, names: Sequence[str]) -> None:
        sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
        import django
        from django.db import connection

        django.setup()
        self._stack = ExitStack()
        self._cursor: Any = self._stack.enter_context(connection.cursor())
        run = self._cursor.execute
        run("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        run("CREATE TEMPORARY TABLE measured_name (name text, key text, consonants text)")
        rows: Iterable[tuple[str, str, str]] = ((n, romanise(n), consonant_key(n)) for n in names)
        with self._cursor.copy("COPY measured_name FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        for column in ("key", "consonants"):
            run(f"CREATE INDEX ON measured_name USING gin ({column} gin_trgm_ops)")
        run("ANALYZE measured_name")

    def near(self, text: str, limit: int) -> list[str]:
        """See the base class; like `articles.matching`, look twice where the first look has nothing to
        propose."""
        found: list[str] = []
        for least in _LOOKS:
            self._cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, false)", [least])
            found = self._look(text, limit)
            best = best_matches(text, found, 1)
            if best and best[0][1] >= PROPOSE_THRESHOLD:
                break
        return found

    def _look(self, text: str, limit: int) -> list[str]:
        found: dict[str, None] = {}
        for column, key in (("key", romanise(text)), ("consonants", consonant_key(text))):
            # The index finds what is similar at all (%), the distance (<->) orders it.
            query = f"SELECT name FROM measured_name WHERE {column} %% %s ORDER BY {column} <-> %s LIMIT %s"
            self._cursor.execute(query, [key, key, limit])
            found.update((name, None) for (name,) in self._cursor.fetchall())
        return list(found)

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._cursor.execute("DROP TABLE measured_name")
        self._stack.close()
