"""Names too faint for a person's time: the search alone knows them; and names that texts spell in several ways."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from articles.filters import ArticleFilter
from articles.models import AgentName, NameProposal, NameProposalPlace
from articles.names.other_sounds import other_sounds
from articles.names.romanise import surname_consonants
from articles.preservation.package import export_archive
from articles.proposals import AlreadyDecidedError, accept_as_new, record_proposals
from articles.search.query import read_query
from articles.search.results import search_articles
from articles.search.suggest import suggest
from tests import factories

pytestmark = pytest.mark.django_db

FAINT = "At noon the boat of Zorbat Kelmin was seen in the harbour."
CLEAR = "The minister Zorbat Kelmin spoke in Rabat."


def text(body: str, language: str = "en") -> int:
    article = factories.ArticleFactory(headline="—", lede="", body=body, language=language)
    record_proposals(article, [])
    return article.pk


def found(q: str) -> set[int]:
    criteria = ArticleFilter(QueryDict(urlencode({"q": q}))).criteria
    return {hit.article.pk for hit in search_articles(criteria).hits}


@pytest.fixture
def faint() -> NameProposal:
    text(FAINT)
    return NameProposal.objects.get(text="Zorbat Kelmin")


def test_a_name_below_the_least_score_is_kept_with_its_places_and_waits_for_nobody(faint):
    assert (faint.status, faint.places.count()) == ("faint", 1)
    assert not NameProposal.objects.waiting().filter(pk=faint.pk).exists()
    assert NameProposal.objects.undecided().filter(pk=faint.pk).exists()


def test_an_editor_never_sees_it(faint, admin_client):
    for query in ("", "?status=faint", "?q=Kelmin", "?status=faint&q=Kelmin"):
        page = admin_client.get(reverse("admin:articles_nameproposal_changelist") + query)
        assert "Kelmin" not in page.text.replace("q=Kelmin", "").replace('value="Kelmin"', "")
    assert admin_client.get(reverse("admin:articles_nameproposal_change", args=[faint.pk])).status_code == 404
    article = faint.places.get().article
    assert f"nameproposal/{faint.pk}/" not in admin_client.get(article.get_absolute_url()).text
    assert "Kelmin" not in admin_client.get(reverse("admin:articles_article_delete", args=[article.pk])).text
    assert "New names" not in admin_client.get(reverse("admin:index")).text.replace("New names</a>", "")


def test_it_is_accepted_by_nobody(faint, admin_user):
    with pytest.raises(AlreadyDecidedError):
        accept_as_new(faint, admin_user)


def test_it_is_in_no_package_and_in_no_offer(faint, tmp_path):
    export_archive(tmp_path / "bag")
    files = [path.read_text() for path in (tmp_path / "bag" / "data").glob("name_proposal*.jsonl")]
    assert files
    assert not any("Kelmin" in file for file in files)
    assert suggest("Kelm") == []
    assert read_query("Kelmim").meant == ()


def test_a_text_that_tells_it_better_makes_it_a_new_name_with_all_its_places(faint):
    text(CLEAR)
    faint.refresh_from_db()
    assert (faint.status, faint.places.count()) == ("proposed", 2)
    text(FAINT)
    faint.refresh_from_db()
    assert (faint.status, faint.places.count()) == ("proposed", 3)


def test_what_waits_because_of_a_text_is_told_without_what_is_faint():
    article = factories.ArticleFactory(headline="—", lede="", body=FAINT, language="en")
    assert record_proposals(article, []) == 0
    article.body = CLEAR
    assert record_proposals(article, []) == 1


def test_with_its_last_text_it_is_forgotten(faint):
    NameProposalPlace.objects.all().delete()
    NameProposal.objects.forget_placeless([faint.pk])
    assert not NameProposal.objects.exists()


@pytest.mark.parametrize("typed", ["Zorbat Kellmin", "Зорбат Келмин", "З. Келмин"])
def test_its_text_is_found_by_the_whole_name_in_another_spelling(faint, typed):
    assert found(typed) == {faint.places.get().article_id}


@pytest.mark.parametrize("typed", ["Kellmin", "Келмин", "Anna Kellmin", "Zorbat"])
def test_it_is_not_found_by_one_word_that_is_spelt_otherwise(faint, typed):
    assert not any(one.in_texts for one in read_query(typed).names)


@pytest.mark.parametrize("typed", ["Kellmin", "Кельмин"])
def test_where_another_text_names_somebody_alike_its_surname_is_enough(faint, typed):
    other = text("Министр Зорбат Келмин прибыл.", "ru")
    assert found(typed) == {faint.places.get().article_id, other}


def test_a_namesake_that_waits_says_nothing_for_it(faint):
    other = text("Министр Тамирлан Келмин прибыл.", "ru")
    assert found("Кельмин") == {other}


def test_a_single_word_or_an_institution_is_not_kept_when_it_is_faint():
    text("At noon the boat of Kelmin was seen in the harbour near the Zorbat Institute.")
    assert not NameProposal.objects.filter(status="faint").exists()


def test_link_all_finds_what_a_program_of_before_did_not_keep():
    article = factories.ArticleFactory(headline="—", lede="", body=FAINT, language="en")
    call_command("link")
    assert not NameProposal.objects.exists()
    call_command("link", all=True)
    call_command("link", all=True)
    assert [place.article_id for place in NameProposal.objects.get().places.all()] == [article.pk]


# Spellings


def test_a_name_that_texts_spell_otherwise_has_the_keys_of_all_and_the_marks_of_the_best():
    texts = {
        text("The minister Nilufer Saracoglu spoke in Rabat."),
        text("Le ministre Nilüfer Saraçoğlu parle.", "fr"),
    }
    (name,) = NameProposal.objects.all()
    assert (name.text, name.spellings) == ("Nilüfer Saraçoğlu", ["Nilufer Saracoglu"])
    assert name.surname_consonants == surname_consonants("Nilüfer Saraçoğlu")
    sounds = {surname_consonants("Nilufer Saracoglu"), *other_sounds("Nilufer Saracoglu", is_person=True)}
    assert set(name.other_sounds) == sounds - {name.surname_consonants}
    text("Le ministre NILÜFER SARAÇOĞLU parle.", "fr")
    name.refresh_from_db()
    assert name.spellings == ["Nilufer Saracoglu"]
    assert texts <= found("Сарачоглу")


def test_a_poorer_spelling_that_comes_later_is_kept_too():
    text("Le ministre Nilüfer Saraçoğlu parle.", "fr")
    text("The minister Nilufer Saracoglu spoke in Rabat.")
    (name,) = NameProposal.objects.all()
    assert (name.text, name.spellings) == ("Nilüfer Saraçoğlu", ["Nilufer Saracoglu"])


@pytest.mark.parametrize(
    ("body", "best", "others"),
    [
        ("Nilufer Saracoglu parle. Le ministre Nilüfer Saraçoğlu rit.", "Nilüfer Saraçoğlu", 1),
        ("Nilüfer Saraçoğlu parle. Le ministre Nilufer Saracoglu rit.", "Nilüfer Saraçoğlu", 1),
        ("Nilufer Saracoglu parle. Le ministre NILÜFER SARAÇOĞLU rit.", "Nilufer Saracoglu", 1),
        ("Nilufer Saracoglu parle. Le ministre NILUFER SARACOGLU rit.", "Nilufer Saracoglu", 0),
    ],
)
def test_spellings_within_one_text_are_all_kept_the_best_first(body, best, others):
    text(f"Le ministre {body}", "fr")
    (name,) = NameProposal.objects.all()
    assert (name.text, len(name.spellings), name.places.count()) == (best, others, 2)
    for spelling in (best, *name.spellings):
        assert surname_consonants(spelling) in {name.surname_consonants, *name.other_sounds}


def test_a_better_spelling_is_taken_where_there_are_as_many_as_are_kept_and_the_oldest_goes():
    poor = ["Zorbat Mabila Ngom", "Zorbat Mabíla Ngom", "Zorbat Mabilá Ngom", "Zórbat Mabila Ngom"]
    poor.append("Zorbát Mabila Ngom")
    for spelling in poor:
        text(f"The minister {spelling} spoke in Rabat.")
    name = NameProposal.objects.get()
    assert (name.text, name.spellings) == (poor[1], [poor[0], *poor[2:]])
    text("The minister Zorbát Mabíla-Ngom spoke in Rabat.")
    name.refresh_from_db()
    assert (name.text, name.spellings) == ("Zorbát Mabíla-Ngom", [*poor[2:], poor[1]])
    text("The minister Zorbat Mabilâ Ngom spoke in Rabat.")
    name.refresh_from_db()
    assert (name.text, name.spellings) == ("Zorbát Mabíla-Ngom", [*poor[2:], poor[1]])


def test_a_search_asks_for_the_words_of_every_spelling():
    with_blank = text("The minister Zorbat Mabila Ngom spoke in Rabat.")
    with_hyphen = text("Le ministre Zorbat Mabila-Ngom parle à Rabat.", "fr")
    (name,) = NameProposal.objects.all()
    assert name.text == "Zorbat Mabila-Ngom"
    assert found("Зорбат Мабила-Нгом") == {with_blank, with_hyphen}


def test_names_that_wait_from_before_are_given_the_spellings_of_their_places():
    migration = import_module("articles.migrations.0030_spellings_of_names")
    text("The minister Nilufer Saracoglu spoke in Rabat.")
    text("Le ministre Nilüfer Saraçoğlu parle.", "fr")
    after = NameProposal.objects.values_list("text", "spellings", "surname_consonants").get()
    sounds = set(NameProposal.objects.get().other_sounds)
    before = "Nilufer Saracoglu"
    NameProposal.objects.update(
        text=before,
        spellings=[],
        surname_consonants=surname_consonants(before),
        other_sounds=list(other_sounds(before, is_person=True)),
    )
    migration.derive_spellings(None, SimpleNamespace(connection=connection))
    assert NameProposal.objects.values_list("text", "spellings", "surname_consonants").get() == after
    assert set(NameProposal.objects.get().other_sounds) == sounds


def test_a_spelling_longer_than_a_name_may_be_keeps_no_archive_from_being_brought_up_to_date():
    migration = import_module("articles.migrations.0030_spellings_of_names")
    name = f"Nilufer {'a' * 292}"
    proposal = NameProposal.objects.create(
        text=name, folded=name.lower(), kind="person", language="en", score=0.7, rule="title"
    )
    longer = f"Nilüfer {'á' * 292}"
    for exact in (f"Nilu\u0308fer {'a' * 292}", longer):
        NameProposalPlace.objects.create(
            proposal=proposal, article=factories.ArticleFactory(), field="body", start=0, end=2, exact=exact
        )
    migration.derive_spellings(None, SimpleNamespace(connection=connection))
    proposal.refresh_from_db()
    assert (proposal.text, proposal.spellings) == (longer, [name])


def test_a_program_of_before_is_left_no_faint_name(faint):
    migration = import_module("articles.migrations.0030_spellings_of_names")
    text(CLEAR.replace("Kelmin", "Belmin"))
    names = [type(operation).__name__ for operation in migration.Migration.operations]
    forgetting = names.index("RunSQL")
    # Backwards the rule comes back last, when they are gone.
    assert names[forgetting - 1 : forgetting + 2] == ["RemoveConstraint", "RunSQL", "AddConstraintNotValid"]
    with connection.cursor() as cursor:
        for statement in migration.Migration.operations[forgetting].reverse_sql:
            cursor.execute(statement)
    assert [one.text for one in NameProposal.objects.all()] == ["Zorbat Belmin"]
    assert NameProposalPlace.objects.count() == 1


def test_names_on_record_from_before_are_given_the_keys_of_names_in_texts():
    migration = import_module("articles.migrations.0029_sounds_on_record")
    factories.PersonFactory(names={"ru": "Дэн Сяопин"}, variants=["Ann van der Elzen"])
    after = list(AgentName.objects.order_by("pk").values_list("text", "other_sounds"))
    assert all(keys for _text, keys in after)
    AgentName.objects.update(other_sounds=[])
    migration.derive_keys(None, SimpleNamespace(connection=connection))
    assert list(AgentName.objects.order_by("pk").values_list("text", "other_sounds")) == after


# A name beside another one's


def test_two_words_are_asked_back_for_a_name_only_where_both_are_like_it():
    factories.PersonFactory(names={"fr": "Nikolaï Patrouchev"})
    assert [one.agent.name for one in read_query("Petroushkov").meant] == ["Nikolaï Patrouchev"]
    (name,) = read_query("Nikolai Petroushkov").names
    assert [agent.name for agent in name.agents] == ["Nikolaï Patrouchev"]
    assert [one.agent.name for one in read_query("visite Petroushkov").meant] == ["Nikolaï Patrouchev"]
    assert read_query("Lotfi Petroushkov").meant == ()
    assert read_query("Nikolay Dziri").meant == ()


def test_a_faint_name_is_found_by_its_initial_beside_one_that_waits(faint):
    other = text("В полдень министр Зорбат Келмин сказал.", language="ru")
    assert NameProposal.objects.get(text="Зорбат Келмин").status == "proposed"
    assert found("Z. Kelmin") == {faint.places.get().article_id, other}
