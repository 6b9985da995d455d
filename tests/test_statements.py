"""Statements sent together answer each for itself; a prepared one is made known to a session once."""

import pytest
from django.db import connection, transaction

from articles.statements import Prepared, send

pytestmark = pytest.mark.django_db

DOUBLED = Prepared("test_doubled", ("int",), "SELECT $1 * 2")


def known():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_prepared_statements WHERE name LIKE 'test_%'")
        return [name for (name,) in cursor.fetchall()]


def test_a_statement_without_values_is_carried_out_too(db):
    assert send([(Prepared("one", (), "SELECT 1"), [])]) == [[(1,)]]


def test_each_statement_gives_its_own_rows_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        answers = send([("SELECT %s", [1]), ("SET LOCAL archive.indexing = ''", []), (DOUBLED, [4])])
    assert answers == [[(1,)], [], [(8,)]]


def test_a_prepared_statement_outlives_a_transaction_that_is_rolled_back():
    with transaction.atomic():
        assert send([(DOUBLED, [1])]) == [[(2,)]]
        transaction.set_rollback(True)
    assert known() == ["test_doubled"]
    assert send([(DOUBLED, [2])]) == [[(4,)]]


@pytest.mark.django_db(transaction=True)
def test_a_new_session_is_told_what_the_old_one_knew():
    send([(DOUBLED, [1])])
    connection.close()
    assert known() == []
    assert send([(DOUBLED, [3])]) == [[(6,)]]


def test_values_are_written_as_values():
    quoted = Prepared("test_quoted", ("text", "text[]"), "SELECT $1, cardinality($2)")
    hostile = "'); DROP TABLE articles_article; -- %s $1"
    assert send([(quoted, [hostile, [hostile, "b"]])]) == [[(hostile, 2)]]
