"""Unsaved rows → INSERT statements that can be sent together: what the ORM would send one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection, models

from articles.models import Accession, Article
from articles.statements import Prepared, Statement, send

#: Statements of more rows than that are not kept: they are rare, and each number of rows is another statement.
_MOST_ROWS = 12


def insertion(rows: Sequence[models.Model], *, once: bool = False) -> Statement:
    """The statement that writes these rows of one model; their keys are the database's and not read back.

    `once`: what is there already is left as it is.
    """
    model = type(rows[0])
    values = [value for row in rows for value in _values(row)]
    if len(rows) <= _MOST_ROWS:
        return _prepared_insertion(model, len(rows), once), values
    places = ", ".join(f"({', '.join(['%s'] * len(_fields(model)))})" for _row in rows)
    return _insertion(model, places, once), values


@cache
def _prepared_insertion(model: type[models.Model], rows: int, once: bool) -> Prepared:
    types = _types(model) * rows
    size = len(_fields(model))
    places = ", ".join(f"({_places(row * size, size)})" for row in range(rows))
    name = f"insert_{rows}_{model._meta.db_table}{'_once' if once else ''}"
    return Prepared(name, types, _insertion(model, places, once))


def _insertion(model: type[models.Model], places: str, once: bool) -> str:
    sql = f'INSERT INTO "{model._meta.db_table}" ({_columns(model)}) VALUES {places}'  # noqa: S608 - names of our own
    return f"{sql} ON CONFLICT DO NOTHING" if once else sql


def insert_accessioned(article: Article, accession: Accession, *, after: Sequence[Statement]) -> None:
    """Write an accession and its article in one statement and give both their keys.

    `after` is what is sent with it, and done before. Raises IntegrityError where the bytes of the accession are on
    record already.
    """
    article.derive_days()
    values = [
        value
        for field, value in zip(_fields(Article), _values(article), strict=True)
        if field.name != "accession"
    ]
    *_before, [keys] = send([*after, (_accessioned(), [*_values(accession), *values])])
    article.pk, accession.pk = keys
    article.accession = accession
    for row in (article, accession):
        row._state.adding, row._state.db = False, connection.alias


@cache
def _accessioned() -> Prepared:
    """The statement that writes an accession and its article: the values of the one, then those of the other."""
    size = len(_fields(Accession))
    # The key of the accession comes from the first part of the statement.
    places = iter(range(size + 1, size + len(_fields(Article))))
    chosen = ", ".join(
        "accession.id" if field.name == "accession" else f"${next(places)}" for field in _fields(Article)
    )
    types = tuple(
        kind
        for field, kind in zip(_fields(Article), _types(Article), strict=True)
        if field.name != "accession"
    )
    accessioned = (
        f'INSERT INTO "{Accession._meta.db_table}" ({_columns(Accession)}) VALUES ({_places(0, size)})'  # noqa: S608 - our own names
    )
    described = f'INSERT INTO "{Article._meta.db_table}" ({_columns(Article)}) SELECT {chosen}'
    sql = f"WITH accession AS ({accessioned} RETURNING id) {described} FROM accession RETURNING id, accession_id"
    return Prepared("insert_accessioned", (*_types(Accession), *types), sql)


@cache
def _fields(model: type[models.Model]) -> tuple[models.Field[Any, Any], ...]:
    """What is written of a row: all but the key that the database gives."""
    return tuple(field for field in model._meta.concrete_fields if not field.primary_key)


@cache
def _columns(model: type[models.Model]) -> str:
    return ", ".join(f'"{field.column}"' for field in _fields(model))


@cache
def _types(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(field.db_type(connection) or "text" for field in _fields(model))


def _places(before: int, count: int) -> str:
    return ", ".join(f"${number}" for number in range(before + 1, before + count + 1))


def _values(row: models.Model) -> list[Any]:
    return [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in _fields(type(row))]
