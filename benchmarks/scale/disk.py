"""What an article takes on disk, table by table and index by index."""

from __future__ import annotations

from typing import Any

from benchmarks.scale.database import rows


def disk(size: int) -> list[dict[str, Any]]:
    """Bytes an article of each table's rows, of what stands beside them (TOAST), and of each index, largest first."""
    found = rows(
        "SELECT c.relname, pg_relation_size(c.oid), coalesce(pg_total_relation_size(nullif(c.reltoastrelid, 0)), 0) "
        "FROM pg_class c WHERE c.relkind = 'r' AND c.relname LIKE 'articles_%%'"
    )
    parts = [{"part": name, "bytes": heap} for name, heap, _toast in found]
    parts += [{"part": f"{name} (TOAST)", "bytes": toast} for name, _heap, toast in found]
    indexes = rows(
        "SELECT t.relname, i.relname, pg_relation_size(i.oid) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid "
        "JOIN pg_class t ON t.oid = x.indrelid WHERE t.relname LIKE 'articles_%%'"
    )
    parts += [{"part": f"{table}: index {name}", "bytes": taken} for table, name, taken in indexes]
    for part in parts:
        part["an_article"] = part["bytes"] / size
    return sorted(parts, key=lambda part: -part["bytes"])
