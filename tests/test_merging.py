"""Two records that are one are made one, with all that both have, by whoever may do so."""

import threading

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from articles.admin import merging
from articles.admin.agents import KindAdmin
from articles.ingest.accession import Writer, ingest
from articles.intake import intake
from articles.merging import merge_agents
from articles.models import Agent, Mention, NameProposal, Office
from articles.search.index import check_index
from articles.vocabulary import MentionStatus, NameForm
from tests import factories
from tests.test_admin import page, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def double(cast):
    """Hammouchi once more, in two other scripts."""
    return factories.PersonFactory(
        names={"ru": "Абделлатиф Хаммуши", "fr": "Abdellatif El Hammouchi"}, variants=["Hammushi"]
    )


def merge(client, *agents, **values):
    return client.post(page("person_merge") + "?" + "&".join(f"of={one.pk}" for one in agents), values)


def test_names_texts_and_offices_of_both_are_on_the_record_that_stays(cast, double):
    article = factories.ArticleFactory(lede="", body="Hammouchi, puis Hammushi.")
    factories.MentionFactory(article=article, agent=cast.hammouchi, exact="Hammouchi")
    factories.MentionFactory(article=article, agent=double, exact="Hammushi")
    Office.objects.create(agent=cast.hammouchi, label="directeur", language="fr")
    Office.objects.create(agent=double, label="directeur", language="fr")
    Office.objects.create(agent=double, label="chef", language="fr")
    kept = merge_agents(cast.hammouchi, double)
    assert {(name.text, name.form) for name in kept.names.all()} == {
        ("Abdellatif Hammouchi", NameForm.AUTHORIZED),
        ("Abdellatif El Hammouchi", NameForm.VARIANT),
        ("Абделлатиф Хаммуши", NameForm.AUTHORIZED),
        ("Hammushi", NameForm.VARIANT),
    }
    assert sorted(kept.mentions.values_list("exact", flat=True)) == ["Hammouchi", "Hammushi"]
    assert sorted(kept.offices.values_list("label", flat=True)) == ["chef", "directeur"]
    assert not Agent.objects.filter(pk=double.pk).exists()
    assert check_index().total == 0


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_mentions_at_one_place_the_linked_and_then_the_decided_one_stays(
    cast, double, admin_user, turned
):
    article = factories.ArticleFactory(lede="", body="Hammouchi, puis Hammushi, puis Hammouche.")
    one, other = (double, cast.hammouchi) if turned else (cast.hammouchi, double)
    proposed = {"status": MentionStatus.PROPOSED}
    rejected = {"status": MentionStatus.REJECTED, "confirmed_by": admin_user}
    for exact, first, second in (
        ("Hammouchi", proposed, {}),
        ("Hammushi", {"found_by": "name"}, rejected),
        ("Hammouche", {**proposed, "found_by": "surname"}, rejected),
    ):
        factories.MentionFactory(article=article, agent=one, exact=exact, **first)
        factories.MentionFactory(article=article, agent=other, exact=exact, **second)
    kept = merge_agents(cast.hammouchi, double)
    found = dict(Mention.objects.filter(agent=kept).values_list("exact", "status"))
    assert found == {
        "Hammouchi": MentionStatus.LINKED,
        "Hammushi": MentionStatus.LINKED,
        "Hammouche": MentionStatus.REJECTED,
    }
    assert kept.mentions.get(exact="Hammushi").confirmed_by is None


@pytest.mark.parametrize("turned", [False, True])
def test_the_mention_that_stays_has_the_office_and_who_decided_of_the_other(cast, double, admin_user, turned):
    article = factories.ArticleFactory(lede="", body="Hammouchi, puis Hammushi.")
    one, other = (double, cast.hammouchi) if turned else (cast.hammouchi, double)
    proposed = {"status": MentionStatus.PROPOSED, "found_by": "surname"}
    for exact, first, second in (
        ("Hammouchi", {}, {**proposed, "office": "directeur"}),
        ("Hammushi", proposed, {**proposed, "confirmed_by": admin_user, "office": "chef"}),
    ):
        factories.MentionFactory(article=article, agent=one, exact=exact, **first)
        factories.MentionFactory(article=article, agent=other, exact=exact, **second)
    kept = merge_agents(cast.hammouchi, double)
    assert set(kept.mentions.values_list("exact", "status", "office", "confirmed_by")) == {
        ("Hammouchi", MentionStatus.LINKED, "directeur", None),
        ("Hammushi", MentionStatus.PROPOSED, "chef", admin_user.pk),
    }


@pytest.mark.parametrize("form", [NameForm.VARIANT, NameForm.ACRONYM])
def test_a_name_that_one_has_authorized_stays_so_where_its_language_has_no_other(cast, double, form):
    kept = factories.PersonFactory(names={"fr": "A. Hammouchi"})
    for text, language in (("Абделлатиф Хаммуши", "ru"), ("Abdellatif El Hammouchi", "fr")):
        kept.names.create(text=text, language=language, form=form)
    merge_agents(kept, double)
    assert set(kept.names.values_list("text", "form")) == {
        ("A. Hammouchi", NameForm.AUTHORIZED),
        ("Абделлатиф Хаммуши", NameForm.AUTHORIZED),
        ("Abdellatif El Hammouchi", form),
        ("Hammushi", NameForm.VARIANT),
    }


def test_two_wikidata_identifiers_are_two_records(admin_client, cast, double):
    Agent.objects.filter(pk=cast.hammouchi.pk).update(wikidata="Q1")
    Agent.objects.filter(pk=double.pk).update(wikidata="Q2")
    html = merge(admin_client, cast.hammouchi, double, stays=double.pk).content.decode()
    assert "Wikidata has two records for them, Q2 and Q1" in html
    assert Agent.objects.filter(pk__in=[cast.hammouchi.pk, double.pk]).count() == 2


def test_two_kinds_are_never_one(cast):
    with pytest.raises(ValidationError):
        merge_agents(cast.hammouchi, cast.council)
    with pytest.raises(ValidationError):
        merge_agents(cast.hammouchi, cast.hammouchi)


def test_what_identifies_a_record_goes_to_the_one_that_has_none(cast, double):
    Agent.objects.filter(pk=cast.hammouchi.pk).update(key=None, note="A")
    Agent.objects.filter(pk=double.pk).update(key="h", wikidata="Q42", note="B")
    NameProposal.objects.create(
        text="H", folded="h", kind="person", language="fr", score=1, rule="x", status="accepted", agent=double
    )
    kept = merge_agents(cast.hammouchi, double)
    assert (kept.key, kept.wikidata, kept.note) == ("h", "Q42", "A\nB")
    assert NameProposal.objects.get().agent_id == kept.pk


def test_an_editor_comes_from_the_list_sees_both_and_chooses_which_stays(admin_client, cast, double):
    chosen = {"action": "merge", "_selected_action": [cast.hammouchi.pk, double.pk]}
    response = admin_client.post(page("person_changelist"), chosen, follow=True)
    html = response.content.decode()
    assert "Abdellatif Hammouchi" in html
    assert "Абделлатиф Хаммуши" in html
    response = merge(admin_client, cast.hammouchi, double, stays=double.pk)
    assert response["Location"] == page("person_change", double.pk)
    assert not Agent.objects.filter(pk=cast.hammouchi.pk).exists()
    assert LogEntry.objects.count() == 2


def test_one_or_three_selected_records_are_not_merged(admin_client, cast, double):
    chosen = {"action": "merge", "_selected_action": [double.pk]}
    response = admin_client.post(page("person_changelist"), chosen, follow=True)
    assert "Select the two records that are one." in response.content.decode()


def test_without_a_choice_nothing_is_merged(admin_client, cast, double):
    assert "Choose the record that stays." in merge(admin_client, cast.hammouchi, double).content.decode()
    assert Agent.objects.filter(pk=double.pk).exists()


def test_only_who_may_delete_and_change_people_merges_them(client, cast, double, django_user_model):
    editor = django_user_model.objects.create_user("editor", password="x", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="change_person"))
    client.force_login(editor)
    assert merge(client, cast.hammouchi, double, stays=double.pk).status_code == 403
    assert "Merge two selected" not in client.get(page("person_changelist")).content.decode()


def test_the_page_shows_what_identifies_both_and_says_that_one_of_two_keys_is_lost(
    admin_client, cast, double
):
    address = page("person_merge") + f"?of={cast.hammouchi.pk}&of={double.pk}"
    Agent.objects.filter(pk=cast.hammouchi.pk).update(wikidata="Q42")
    Agent.objects.filter(pk=double.pk).update(key=None)
    html = admin_client.get(address).content.decode()
    assert "<bdi>hammouchi</bdi>" in html
    assert "<bdi>Q42</bdi>" in html
    assert "Both have an authority key" not in html
    Agent.objects.filter(pk=double.pk).update(key="h2")
    assert "Both have an authority key" in admin_client.get(address).content.decode()
    merge(admin_client, cast.hammouchi, double, stays=cast.hammouchi.pk)
    assert Agent.objects.get(pk=cast.hammouchi.pk).key == "hammouchi"
    assert all(entry.change_message.endswith(" · h2") for entry in LogEntry.objects.all())


def test_an_address_of_three_records_merges_none(admin_client, cast, double):
    third = factories.PersonFactory()
    assert merge(admin_client, cast.hammouchi, double, third, stays=double.pk).status_code == 404
    assert Agent.objects.filter(pk=cast.hammouchi.pk).exists()


def test_what_the_database_refuses_is_said_on_the_page(admin_client, cast, double, monkeypatch):
    def refuse(*_agents):
        raise IntegrityError

    monkeypatch.setattr(merging, "merge_agents", refuse)
    html = merge(admin_client, cast.hammouchi, double, stays=double.pk).content.decode()
    assert "The database refused this" in html
    assert not LogEntry.objects.exists()


@pytest.fixture
def importing(tmp_path):
    """An import that has read the names on record and has come to its second text; its outcomes."""

    def begin(*bodies, using=None):
        paths = []
        for number, body in enumerate(bodies):
            paths.append(tmp_path / f"{number}.txt")
            paths[-1].write_text(f"Titre {number}\n\n{body} a présidé une réunion à Rabat.\n")
        outcomes = ingest(paths, Writer(factories.AccessionBatchFactory(), using or intake()))
        assert next(outcomes).outcome == "created"
        return outcomes

    return begin


@pytest.mark.django_db(transaction=True)
def test_an_import_under_way_goes_on_and_names_the_record_that_stays(importing):
    kept = factories.PersonFactory(names={"fr": "Abdellatif Hammouchi"})
    gone = factories.PersonFactory(names={"fr": "Abdellatif El Hammouchi"})
    outcomes = importing(*["Abdellatif El Hammouchi"] * 3)
    merge_agents(kept, gone)
    assert [one.outcome for one in outcomes] == ["created", "created"]
    assert list(Mention.objects.values_list("agent", "exact")) == [(kept.pk, "Abdellatif El Hammouchi")] * 3
    assert check_index().total == 0


@pytest.mark.django_db(transaction=True)
def test_an_import_goes_on_where_a_record_is_gone_again_at_the_second_try(importing, monkeypatch):
    gone = factories.PersonFactory(names={"fr": "Abdellatif Hammouchi"})
    found = intake()
    monkeypatch.setattr(type(found), "renewed", lambda self: self)
    outcomes = importing("Personne", "Abdellatif Hammouchi", using=found)
    gone.delete()
    assert [one.outcome for one in outcomes] == ["created"]
    assert not Mention.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_page_saved_while_its_record_is_merged_does_not_bring_it_back(admin_client):
    kept = factories.PersonFactory(names={"fr": "Abdellatif Hammouchi"})
    gone = factories.PersonFactory(names={"fr": "Abdellatif El Hammouchi"})
    locked, done, saved = threading.Event(), threading.Event(), []

    def save_meanwhile():
        locked.wait(10)
        try:
            saved.append(save(admin_client, page("person_change", gone.pk), note="Anew"))
        finally:
            connection.close()
            done.set()

    other = threading.Thread(target=save_meanwhile)
    other.start()
    with transaction.atomic():
        merge_agents(kept, gone)
        locked.set()
        assert not done.wait(1)
    other.join(20)
    assert saved[0]["Location"] == "/admin/"
    assert list(Agent.objects.values_list("pk", "note")) == [(kept.pk, "")]


@pytest.mark.django_db(transaction=True)
def test_a_page_being_saved_is_waited_for_and_what_it_says_is_kept(admin_client, monkeypatch):
    kept = factories.PersonFactory(names={"fr": "Abdellatif Hammouchi"})
    gone = factories.PersonFactory(names={"fr": "Abdellatif El Hammouchi"})
    others = []
    finish = KindAdmin.save_related

    def merge_meanwhile():
        try:
            merge_agents(kept, gone)
        finally:
            connection.close()

    def save_related(self, *arguments, **named):
        others.append(threading.Thread(target=merge_meanwhile))
        others[0].start()
        others[0].join(0.5)
        assert others[0].is_alive()
        finish(self, *arguments, **named)

    monkeypatch.setattr(KindAdmin, "save_related", save_related)
    save(admin_client, page("person_change", gone.pk), note="Anew")
    others[0].join(20)
    assert list(Agent.objects.values_list("pk", "note")) == [(kept.pk, "Anew")]


def test_the_address_of_the_record_that_goes_leads_to_the_one_that_stays(client, cast, double):
    for agent in (cast.hammouchi, double):
        article = factories.ArticleFactory(body=f"{agent.names.first().text} parle.")
        factories.MentionFactory(article=article, agent=agent, exact=agent.names.first().text)
    before, slug = double.get_absolute_url(), double.slug
    merge_agents(cast.hammouchi, double)
    answer = client.get(f"{before}?page=1")
    assert (answer.status_code, answer["Location"]) == (301, f"{cast.hammouchi.get_absolute_url()}?page=1")
    listed = client.get("/fr/articles/", {"person": [slug, cast.hammouchi.slug], "language": "fr"})
    assert listed["Location"] == f"/fr/articles/?person={cast.hammouchi.slug}&language=fr"
    assert client.get(listed["Location"]).context["result"].total == 2
    assert client.get("/fr/network/", {"not_person": slug}).status_code == 301
    assert client.get("/fr/articles/", {"person": [slug, "nobody"]})["Location"].endswith("&person=nobody")
    assert client.get(before.replace("/people/", "/institutions/")).status_code == 404


def test_a_record_with_another_slug_is_found_at_the_former_ones_until_somebody_takes_them(client, cast):
    agent, first = cast.hammouchi, cast.hammouchi.get_absolute_url()
    for slug in ("a-hammouchi", "hammouchi-dgsn"):
        Agent.objects.filter(pk=agent.pk).update(slug=slug)
    agent.refresh_from_db()
    answer = client.get(first)
    assert (answer["Location"], answer["Cache-Control"]) == (agent.get_absolute_url(), "no-cache")
    assert Agent.objects.is_slug_taken("a-hammouchi")
    other = factories.PersonFactory(slug="a-hammouchi")
    assert client.get(other.get_absolute_url()).status_code == 200
    assert sorted(agent.former_slugs.values_list("slug", flat=True)) == [first.rstrip("/").rpartition("/")[2]]


def test_a_former_address_is_given_to_nobody_else_at_the_desk(admin_client, cast, double):
    slug = double.slug
    merge_agents(cast.hammouchi, double)
    response = save(admin_client, page("person_change", cast.patrouchev.pk), slug=slug)
    assert "leads to Abdellatif Hammouchi" in response.content.decode()
    own = save(admin_client, page("person_change", cast.hammouchi.pk), slug=slug)
    assert own.status_code == 302
    assert Agent.objects.get(pk=cast.hammouchi.pk).slug == slug
