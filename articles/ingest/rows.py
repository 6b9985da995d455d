"""Unsaved rows → INSERT statements that can be sent together: what the ORM would send one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection, models

from articles.models import Accession, Article

Statement = tuple[str, list[Any]]
"""SQL and its parameters."""


def insertion(rows: Sequence[models.Model]) -> Statement:
    """The statement that writes these rows of one model; their keys are the database's and not read back."""
    model = type(rows[0])
    fields = _fields(model)
    places = ", ".join(f"({', '.join(['%s'] * len(fields))})" for _row in rows)
    values = [value for row in rows for value in _values(row)]
    return f'INSERT INTO "{model._meta.db_table}" ({_columns(model)}) VALUES {places}', values  # noqa: S608 - names of our own


def insert_accessioned(article: Article, accession: Accession, *, after: str) -> None:
    """Write an accession and its article in one statement and give both their keys.

    `after` is what is sent with it, and done before. Raises IntegrityError where the bytes of the accession are on
    record already.
    """
    article.derive_days()
    places = ", ".join("%s" for _field in _fields(Accession))
    # The key of the accession comes from the first part of the statement.
    chosen = ", ".join("accession.id" if field.name == "accession" else "%s" for field in _fields(Article))
    accessioned = f'INSERT INTO "{Accession._meta.db_table}" ({_columns(Accession)}) VALUES ({places})'  # noqa: S608 - our own names
    described = f'INSERT INTO "{Article._meta.db_table}" ({_columns(Article)}) SELECT {chosen}'
    sql = f"WITH accession AS ({accessioned} RETURNING id) {described} FROM accession RETURNING id, accession_id"
    values = [
        value
        for field, value in zip(_fields(Article), _values(article), strict=True)
        if field.name != "accession"
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"{after}; {sql}", [*_values(accession), *values])
        while cursor.description is None:
            cursor.nextset()
        article.pk, accession.pk = cursor.fetchone()
    article.accession = accession
    for row in (article, accession):
        row._state.adding, row._state.db = False, connection.alias


def send(statements: Sequence[Statement]) -> None:
    """Send several statements at once."""
    with connection.cursor() as cursor:
        cursor.execute(
            "; ".join(sql for sql, _values in statements),
            [value for _sql, values in statements for value in values],
        )


@cache
def _fields(model: type[models.Model]) -> tuple[models.Field[Any, Any], ...]:
    """What is written of a row: all but the key that the database gives."""
    return tuple(field for field in model._meta.concrete_fields if not field.primary_key)


@cache
def _columns(model: type[models.Model]) -> str:
    return ", ".join(f'"{field.column}"' for field in _fields(model))


def _values(row: models.Model) -> list[Any]:
    return [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in _fields(type(row))]
