"""Texts that perhaps name someone: found by the name where nobody else is proposed, and told from the others."""

import pytest
from django.http import QueryDict

from articles.filters import ArticleFilter
from articles.models import AgentName, Mention
from articles.search.index import check_index
from articles.search.results import search_articles
from articles.vocabulary import MentionStatus
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def text():
    """A text with a surname alone."""
    return factories.ArticleFactory(
        headline="La sécurité", lede="", body="Pour Patrushev, l’accord tient. Le ministre se tait."
    )


def proposed(text, agent, exact="Patrushev") -> Mention:
    return factories.MentionFactory(article=text, agent=agent, exact=exact, status=MentionStatus.PROPOSED)


def hits(parameters: str):
    return search_articles(ArticleFilter(QueryDict(parameters)).criteria).hits


@pytest.mark.parametrize("q", ["Nikolaï Patrouchev", "Николай Патрушев", "Патрушева", "N. Patrouchev"])
def test_a_text_in_which_a_name_waits_for_a_decision_is_found_by_every_spelling(text, cast, q):
    assert hits("q=Nikolaï Patrouchev") == []
    proposed(text, cast.patrouchev)
    (hit,) = hits(f"q={q}")
    assert hit.is_perhaps
    assert "Patrushev" in [part.text for part in hit.snippet if part.spans]
    assert check_index().total == 0


def test_what_is_linked_is_certain_and_stands_first(text, cast):
    proposed(text, cast.patrouchev)
    linked = factories.ArticleFactory(
        headline="Autre", lede="", body="Nikolaï Patrouchev parle.", date="1999"
    )
    factories.MentionFactory(article=linked, agent=cast.patrouchev, exact="Nikolaï Patrouchev")
    found = hits("q=Nikolaï Patrouchev&sort=relevance")
    assert [(hit.article.pk, hit.is_perhaps) for hit in found] == [(linked.pk, False), (text.pk, True)]


def test_whom_a_headline_perhaps_names_stands_before_whom_a_body_does(cast):
    linked = factories.ArticleFactory(headline="Autre", lede="", body="Nikolaï Patrouchev parle.")
    factories.MentionFactory(article=linked, agent=cast.patrouchev, exact="Nikolaï Patrouchev")
    headed = factories.ArticleFactory(headline="Patrushev à Rabat", lede="", body="Rien.", date="1999")
    factories.MentionFactory(
        article=headed,
        agent=cast.patrouchev,
        field="headline",
        exact="Patrushev",
        status=MentionStatus.PROPOSED,
    )
    found = hits("q=Patrouchev&sort=relevance")
    assert [hit.article.pk for hit in found] == [headed.pk, linked.pk]


def test_a_place_for_which_two_are_proposed_names_neither(text, cast):
    proposed(text, cast.patrouchev)
    other = proposed(text, factories.PersonFactory())
    assert hits("q=Nikolaï Patrouchev") == []
    names = AgentName.objects.filter(agent=other.agent)
    names.update(text="Anna Patrushev", folded="anna patrushev", last_word="patrushev")
    assert [hit.is_perhaps for hit in hits("q=Patrushev")] == [False]  # found by the word, said of nobody
    other.status = MentionStatus.REJECTED
    other.save()
    assert len(hits("q=Nikolaï Patrouchev")) == 1


def test_a_decision_makes_it_certain_or_ends_it(text, cast):
    mention = proposed(text, cast.patrouchev)
    assert hits(f"person={cast.patrouchev.slug}") == []
    mention.status = MentionStatus.LINKED
    mention.save()
    assert [hit.is_perhaps for hit in hits("q=Nikolaï Patrouchev")] == [False]
    mention.status = MentionStatus.REJECTED
    mention.save()
    assert hits("q=Nikolaï Patrouchev") == []


def test_who_is_left_out_is_left_out_for_certain_alone(text, cast):
    proposed(text, cast.patrouchev)
    assert len(hits("q=accord -Медведев")) == 1
    assert len(hits('q=accord -"Николай Патрушев"')) == 1


def test_the_pages_tell_it(text, cast, client):
    proposed(text, cast.patrouchev)
    page = client.get("/fr/articles/", {"q": "Nikolaï Patrouchev"}).content.decode()
    assert 'class="note possible">peut-être <a href="/fr/people/' in page
    record = client.get(f"/en/people/{cast.patrouchev.slug}/").content.decode()
    assert "1 more text perhaps names them" in " ".join(record.split())
    assert "No text in the archive names them yet." not in record


@pytest.mark.parametrize("others", ["", "&language=fr", "&q=accord"])
def test_a_list_of_whom_texts_name_tells_how_many_more_perhaps_do(client, text, cast, others):
    proposed(text, cast.patrouchev)
    linked = factories.ArticleFactory(headline="Autre", lede="", body="Un accord : Nikolaï Patrouchev parle.")
    factories.MentionFactory(article=linked, agent=cast.patrouchev, exact="Nikolaï Patrouchev")
    page = client.get(f"/en/articles/?person={cast.patrouchev.slug}{others}")
    assert [hit.article.pk for hit in page.context["result"].hits] == [linked.pk]
    assert page.context["perhaps"].count == 1
    assert "1 more text perhaps names them" in page.content.decode()
    more = client.get(f"/en/articles/{page.context['perhaps'].address}").context["result"]
    assert {hit.article.pk for hit in more.hits} == {linked.pk, text.pk}


@pytest.mark.parametrize(
    "parameters",
    [
        "person={slug}&language=ru",
        "person={slug}&q=Patrouchev",
        "person={slug}&q=accord OR ministre",
        "person={slug}&q=accord&exact=1",
        "person={slug}&institution={other}",
        "q=Patrouchev",
        "not_person={slug}",
    ],
)
def test_it_does_not_where_none_would_be_found_by_the_name(client, text, cast, parameters):
    proposed(text, cast.patrouchev)
    other = factories.InstitutionFactory()
    address = parameters.format(slug=cast.patrouchev.slug, other=other.slug)
    assert client.get(f"/en/articles/?{address}").context["perhaps"] is None


def test_the_page_says_that_a_minus_leaves_in_what_is_perhaps(client, cast):
    text = factories.ArticleFactory(headline="—", lede="", body="Pour Patruscheff, l’accord tient.")
    proposed(text, cast.patrouchev, "Patruscheff")
    told = "but not texts that perhaps name them in another spelling"
    page = client.get("/en/articles/?q=accord -Patrouchev")
    assert [hit.article.pk for hit in page.context["result"].hits] == [text.pk]
    assert told in page.content.decode()
    assert told not in client.get("/en/articles/?q=accord Patrouchev").content.decode()
