"""Names in any spelling and script find their record; others do not."""

import pytest
from django.db import connection

from articles import matching
from articles.matching import similar_agents, similar_agents_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    [
        "Nikolaï Petrouchev",
        "Nikolay Patrushev",
        "Николай Патрушев",
        "نيقولاي باتروشيف",
        "PATRUSHEV Nikolai",
        "Nikolai Patruschew",
    ],
)
def test_a_spelling_not_on_record_finds_its_person_first(cast, text):
    matches = similar_agents(text)
    assert matches
    assert matches[0].agent.pk == cast.patrouchev.pk


@pytest.mark.parametrize("text", ["Vladimir Poutine", "Ivan Petrov", "", "?!", "محمد السادس"])
def test_another_name_finds_nobody(cast, text):
    assert similar_agents(text) == []


def test_a_second_look_is_taken_only_where_the_first_has_nothing(cast, monkeypatch):
    looks = []
    shortlists = matching._shortlists
    monkeypatch.setattr(
        matching,
        "_shortlists",
        lambda texts, least: looks.append((list(texts), least)) or shortlists(texts, least),
    )
    first, second = matching.LOOKS
    assert similar_agents("Nikolay Patrushev")
    assert looks == [(["Nikolay Patrushev"], first)]
    similar_agents_of(["Nikolay Patrushev", "Wyqx Zbrtk"])
    assert looks[1:] == [(["Nikolay Patrushev", "Wyqx Zbrtk"], first), (["Wyqx Zbrtk"], second)]


def test_the_kind_narrows(cast):
    assert similar_agents("Nikolay Patrushev", kind="institution") == []


def test_the_shortlist_is_read_from_the_index(cast):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN SELECT 1 FROM articles_agentname WHERE romanised % 'patrucev'")
        assert "name_romanised_trigrams" in "\n".join(row[0] for row in cursor.fetchall())


def test_a_look_up_asks_four_queries_whatever_it_finds(cast, django_assert_num_queries):
    for number in range(20):
        factories.PersonFactory(names={"fr": f"Nikolaï Patrouche{number}"})
    with django_assert_num_queries(4):
        assert len(similar_agents("Nikolaï Patrouchev", limit=50)) > 5


def test_several_names_are_looked_up_together_each_as_by_itself(cast, django_assert_max_num_queries):
    texts = ["Patrushev", "Николай Патрушев", "Hamouchi Abdellatif", "نيكولاي باتروشيف", "Zzyzx", ""]
    alone = {text: similar_agents(text) for text in texts}
    with django_assert_max_num_queries(6):
        together = similar_agents_of(texts)
    assert together == alone
    assert [match.agent for match in together["Николай Патрушев"]] == [cast.patrouchev]
    assert together["Zzyzx"] == []
