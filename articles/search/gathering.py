"""The words of the archive, gathered from its texts a batch at a time: what a misspelt word is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import lru_cache

from django.db import connection, transaction
from django.utils import timezone

from articles.facet_codes import FacetKind, Flag, facet_code
from articles.models import CountedWord, FacetCount, Gathering
from articles.models.written_word import LONGEST_SPELLING
from articles.search.archive import archive_version
from articles.search.slips import is_key, key_of, skeleton_of, words_written

#: About so many texts are read at the most, evenly scattered over the archive.
MOST_READ = 20_000
#: So many are read at once, in a second or two.
BATCH = 400
#: Of so many texts and more, a word of one alone is left out: a slip of that text, as often as not.
MANY_TEXTS = 2_000
#: So many words are kept, the commonest.
MOST_WORDS = 300_000
#: Of a longer text the end is not read.
LONGEST_READ = 200_000

Progress = Callable[[int], object]


def is_stale() -> bool:
    """Whether the archive has changed since its words were gathered, or their gathering has not come to its end."""
    last = Gathering.objects.first()
    if last is None:
        return FacetCount.objects.total(Flag.ENTRY) > 0
    return last.ended is None or last.version != archive_version()


def was_gathered_since(moment: datetime) -> bool:
    """Whether a gathering has come to its end since."""
    return Gathering.objects.filter(ended__gte=moment).exists()


def gather_words(progress: Progress = lambda _done: None) -> None:
    """Gather all words anew, from the first text to the last."""
    Gathering.objects.all().delete()
    while (read := gather_some()) is not None:
        progress(read)


def gather_some() -> int | None:
    """Count the words of the next texts, and how many texts these are; None where the words are gathered.

    Begins anew where the last gathering has come to its end; otherwise it goes on, each time in a transaction of its
    own, so that no text is counted twice. One process at a time: the second one waits for the first.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('archive_gather_words'))")
        under_way = Gathering.objects.filter(ended=None).first() or _begun()
        texts = _texts_behind(under_way)
        if not texts:
            _keep(under_way)
            return None
        _count((language, text) for _key, language, text in texts)
        under_way.after = texts[-1][0]
        under_way.texts += len(texts)
        under_way.save()
        return len(texts)


def _begun() -> Gathering:
    Gathering.objects.all().delete()
    CountedWord.objects.all().delete()
    step = -(-FacetCount.objects.total(Flag.ENTRY) // MOST_READ)
    return Gathering.objects.create(version=archive_version(), step=max(step, 1))


_TEXTS = """
SELECT id, language, left(headline || E'\\n' || lede || E'\\n' || body, %(longest)s) FROM articles_article
WHERE status = 'published' AND id > %(after)s AND abs(hashint8(id)::bigint) %% %(step)s = 0
ORDER BY id LIMIT %(batch)s
"""


def _texts_behind(gathering: Gathering) -> list[tuple[int, str, str]]:
    """Key, language and words of the next texts that readers may read."""
    with connection.cursor() as cursor:
        cursor.execute(
            _TEXTS,
            {"longest": LONGEST_READ, "after": gathering.after, "step": gathering.step, "batch": BATCH},
        )
        return list(cursor.fetchall())


def _count(texts: Iterable[tuple[str, str]]) -> None:
    """Add to each spelling in how many of these texts it is the usual one of its word."""
    counted = Counter(
        (key, language, written) for language, text in texts for key, written in _usual_spellings(text)
    )
    # In one order, as everyone who writes several rows does.
    rows = sorted(counted)
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO articles_countedword AS counted (folded, language, written, skeleton, records)
            SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::int[])
            ON CONFLICT (folded, language, written) DO UPDATE SET records = counted.records + EXCLUDED.records""",
            [
                [key for key, _language, _written in rows],
                [language for _key, language, _written in rows],
                [written for _key, _language, written in rows],
                [skeleton_of(key) for key, _language, _written in rows],
                [counted[row] for row in rows],
            ],
        )


def _usual_spellings(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a text once: its key, and as it is written there most often, in small letters rather."""
    spellings: dict[str, tuple[int, str]] = {}
    for written, times in Counter(words_written(text)).items():
        if key := _key(written):
            spellings[key] = max(spellings.get(key, (0, "")), (times, written))
    return ((key, written) for key, (_times, written) in spellings.items())


@lru_cache(maxsize=50_000)
def _key(written: str) -> str:
    """The key of a spelling; empty where it is none that is kept."""
    key = key_of(written)
    return key if is_key(key) and len(written) <= LONGEST_SPELLING else ""


# Written is what differs alone: of a gathering that found little new, next to nothing.
_KEEP = (
    "DROP TABLE IF EXISTS pg_temp.words_kept",
    """CREATE TEMPORARY TABLE words_kept ON COMMIT DROP AS
    SELECT folded, language, written, skeleton, records FROM (
        SELECT DISTINCT ON (folded, language) folded, language, written, skeleton,
            sum(records) OVER (PARTITION BY folded, language)::int AS records
        FROM articles_countedword counted ORDER BY folded, language, counted.records DESC, written DESC) AS words
    WHERE records >= %(least)s ORDER BY records DESC, folded LIMIT %(most)s""",
    "ALTER TABLE words_kept ADD PRIMARY KEY (folded, language)",
    """DELETE FROM articles_writtenword word WHERE NOT EXISTS (
        SELECT FROM words_kept kept WHERE kept.folded = word.folded AND kept.language = word.language)""",
    """INSERT INTO articles_writtenword AS word (folded, language, written, skeleton, records)
    SELECT folded, language, written, skeleton, records FROM words_kept ORDER BY folded, language
    ON CONFLICT (folded, language) DO UPDATE
        SET written = EXCLUDED.written, skeleton = EXCLUDED.skeleton, records = EXCLUDED.records
        WHERE (word.written, word.skeleton, word.records)
            IS DISTINCT FROM (EXCLUDED.written, EXCLUDED.skeleton, EXCLUDED.records)""",
    "DROP TABLE words_kept",
    "DELETE FROM articles_countedword",
)


def _keep(gathering: Gathering) -> None:
    """Put the words counted in the place of those before; pages may say otherwise from now on."""
    least = 1 if gathering.texts < MANY_TEXTS else 2
    with connection.cursor() as cursor:
        for statement in _KEEP:
            cursor.execute(statement, {"least": least, "most": MOST_WORDS})
    FacetCount.objects.create(code=facet_code(FacetKind.FLAG, Flag.VERSION), count=1)
    # Where something was changed meanwhile, the archive's version is beyond this one.
    gathering.version += 1
    gathering.ended = timezone.now()
    gathering.save()
