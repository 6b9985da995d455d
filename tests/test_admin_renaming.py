"""Names that change are looked for in the older texts, in the background, and namesakes are told."""

from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import JobAborted

from articles import tasks
from articles.authority import namesakes_of
from articles.linking import Linker
from articles.matching import likely_doubles
from articles.models import Agent, Mention, NameProposal
from articles.proposals import record_proposals
from articles.search.naming import texts_that_may_name
from tests import factories
from tests.test_admin import added, page, save
from tests.test_admin_paste_found import TEXT as PASTED
from tests.test_admin_paste_found import opened, send

pytestmark = pytest.mark.django_db

HAMMOUCHI = "Abdellatif Hammouchi"


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def searches():
    return ProcrastinateJob.objects.filter(task_name="articles.link_agent")


def run(agent, *, stops=False):
    """Do the search for an agent in this process, as a worker would."""
    context = SimpleNamespace(should_abort=lambda: stops)
    tasks.link_agent.func(context, agent_id=agent.pk)


def add_person(client, name, **names):
    form = {"names-0-text": name, "names-0-form": "authorized", "names-0-language": "fr", **names}
    return save(client, page("person_add"), **form)


@pytest.fixture
def worker():
    """A worker that was heard of just now."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")


# The search


def test_a_new_person_is_linked_in_the_older_texts_by_the_search(admin_client):
    article = factories.ArticleFactory(body="Aziz Akhannouch a parlé.\n\nAkhannouch est reparti.")
    other = factories.ArticleFactory(body="Rien de lui.")
    add_person(admin_client, "Aziz Akhannouch")
    assert not Mention.objects.exists()
    agent = Agent.objects.get()
    assert [job.args for job in searches()] == [{"agent_id": agent.pk}]
    run(agent)
    assert [m.exact for m in article.mentions.all()] == ["Aziz Akhannouch", "Akhannouch"]
    assert not other.mentions.exists()


def test_a_second_change_before_the_search_queues_no_second_one(admin_client, cast):
    url = page("person_change", cast.hammouchi.pk)
    for number in (1, 2):
        save(admin_client, url, **added("names", number, text=f"Abdellatif Hamouchy{number}", form="variant"))
    assert searches().count() == 1


def test_a_change_of_the_note_alone_looks_through_nothing(admin_client, cast):
    save(admin_client, page("person_change", cast.hammouchi.pk), note="Une note.")
    assert not searches().exists()


def test_what_a_person_decided_stays_through_the_search(admin_client, cast, admin_user):
    article = factories.ArticleFactory(body="Abdellatif Hammouchi a parlé.")
    mention = factories.MentionFactory(
        article=article, agent=cast.hammouchi, exact="Abdellatif Hammouchi", status="rejected",
        confirmed_by=admin_user,
    )  # fmt: skip
    run(cast.hammouchi)
    assert [(m.pk, m.status) for m in article.mentions.all()] == [(mention.pk, "rejected")]


def test_a_name_that_was_taken_away_is_taken_from_the_texts(admin_client, cast):
    article = factories.ArticleFactory(body="Le CSFR s’est réuni.")
    Linker.of_archive().link_again(article)
    assert article.mentions.count() == 1
    cast.council.names.get(text="CSFR").delete()
    run(cast.council)
    assert not article.mentions.exists()


def test_a_search_told_to_stop_gives_its_job_back_and_one_without_an_agent_ends(cast):
    factories.ArticleFactory(body="Abdellatif Hammouchi a parlé.")
    with pytest.raises(JobAborted):
        run(cast.hammouchi, stops=True)
    run(SimpleNamespace(pk=0))


def test_an_accepted_name_is_looked_for_in_the_older_texts(admin_client):
    record_proposals(factories.ArticleFactory(lede="", body="Le ministre Aziz Akhannouch a parlé."), [])
    proposal = NameProposal.objects.get(text="Aziz Akhannouch")
    address = reverse("admin:articles_nameproposal_change", args=[proposal.pk])
    admin_client.post(address, {"text": proposal.text, "kind": "person", "decision": "new"})
    assert [job.args for job in searches()] == [{"agent_id": Agent.objects.get().pk}]


def test_a_surname_alone_in_an_older_text_is_proposed_and_waits_as_a_new_name_no_more():
    article = factories.ArticleFactory(lede="", body="Selon Aziz Akhannouch, rien. Pour Akhannouch, tout.")
    record_proposals(article, [])
    lone = factories.ArticleFactory(lede="", body="Le discours de M. Akhannouch a été long.")
    assert NameProposal.objects.get(text="Aziz Akhannouch").places.exists()
    agent = factories.PersonFactory(names={"fr": "Aziz Akhannouch"})
    run(agent)
    assert [mention.status for mention in lone.mentions.all()] == ["proposed"]
    assert not NameProposal.objects.exists()  # no text bears it any more


def test_what_waits_is_forgotten_though_the_mentions_were_found_before_and_only_where_all_of_it_is_named():
    article = factories.ArticleFactory(lede="", body="Le ministre Aziz Akhannouch a parlé.")
    record_proposals(article, [])
    factories.PersonFactory(names={"fr": "Ali Akhannouch"})
    Linker.of_archive().link_again(article)
    assert NameProposal.objects.get().text == "Aziz Akhannouch"  # a surname within it takes nothing away
    agent = factories.PersonFactory(names={"fr": "Aziz Akhannouch"})
    article.mentions.create(
        agent=agent, field="body", start=12, end=27, exact="Aziz Akhannouch", found_by="name", status="linked"
    )
    Linker.of_archive().link_again(article)
    assert not NameProposal.objects.exists()


@pytest.mark.parametrize(
    ("language", "names", "body", "status"),
    [
        ("fr", {"fr": "Abdellatif Hammouchi"}, "M. Abdellatif Hamouchi a parlé.", "published"),
        ("fr", {"fr": "Abdellatif Hammouchi"}, "Selon Hammouchi, rien.", "published"),
        ("ru", {"ru": "Николай Патрушев"}, "слова Патрушева", "draft"),
        ("fr", {"fr": "Abdellatif Hamouchi"}, "M. Abdellatif HAMMOUCHI a parlé.", "published"),
        ("fr", {"fr": "Mohammed VI"}, "Le roi Mohammed VI a parlé.", "draft"),
        ("fr", {"fr": "Élysée"}, "L’Élysée se tait.", "withdrawn"),
        ("ru", {"ru": "Николай Патрушев"}, "встреча с Николаем Патрушевым", "published"),
        ("ru", {"ru": "Дмитрий Медведев"}, "слова Дмитрия Медведева", "draft"),
        ("ar", {"ar": "نيكولاي باتروشيف"}, "التقى ونيكولاي باتروشيف اليوم", "published"),
        ("ar", {"ar": "المغرب"}, "وصل إلى بالمغرب", "draft"),
        ("de", {"fr": "Angela Merkel"}, "Angela Merkel sprach.", "published"),
        ("en", {"en": "FBI"}, "The F.B.I. said so.", "published"),
        ("fr", {"fr": "DGSN"}, "La D.G.S.N. se tait.", "published"),
    ],
)
def test_the_index_gives_the_texts_that_may_hold_a_name(language, names, body, status):
    agent = factories.PersonFactory(names=names)
    if not any(" " in name for name in names.values()):
        agent = factories.InstitutionFactory(names=names)
    article = factories.ArticleFactory(headline="x", lede="", body=body, language=language, status=status)
    factories.ArticleFactory(body="Autre chose.", status=status)
    assert list(texts_that_may_name(Agent.objects.get(pk=agent.pk))) == [article]


@pytest.mark.parametrize(
    ("name", "held", "language", "passed_over"),
    [
        (
            "Augusto Contreras",
            "Selon Contreras, rien.",
            "fr",
            "Le contrat du président continue.",
        ),
        ("Anne Prestat", "Mme Prestat est venue.", "fr", "Le président a parlé à la presse."),
        ("Imane Son", "Imane Son est venue.", "fr", "Son père et son fils."),
        ("Jean Mais", "Jean Mais est venu.", "fr", "Mais rien."),
        ("Amina Lahrichi-Fassi", "Mme Lahrichi est venue.", "fr", "Le contrat de Mme Alaoui."),
        ("Bob Most", "Bob Most came.", "en", "Most people say so."),
    ],
)
def test_a_surname_that_begins_like_common_words_does_not_give_the_whole_archive(
    name, held, language, passed_over
):
    agent = factories.PersonFactory(names={"fr": name})
    article = factories.ArticleFactory(headline="x", lede="", body=held, language=language)
    factories.ArticleFactory(headline="x", lede="", body=passed_over, language=language)
    assert list(texts_that_may_name(Agent.objects.get(pk=agent.pk))) == [article]


@pytest.mark.parametrize(
    ("names", "body", "language"),
    [
        ({"fr": "Ievgueni Chtcheglov"}, "Евгений Щеглов заявил, что ничего нет.", "ru"),
        ({"ru": "Джулиан Ассанж"}, "Le fondateur Julian Assange a parlé hier.", "fr"),
        ({"ru": "Эдвард Сноуден"}, "Edward Snowden said so on Monday.", "en"),
        ({"en": "Donald Trump"}, "Президент Дональд Трамп заявил об этом.", "ru"),
    ],
)
def test_a_text_in_which_a_new_name_of_the_same_sound_waits_may_name_it_too(names, body, language):
    article = factories.ArticleFactory(headline="x", lede="", body=body, language=language)
    record_proposals(article, [])
    agent = factories.PersonFactory(names=names)
    assert list(texts_that_may_name(Agent.objects.get(pk=agent.pk))) == [article]


def test_a_name_without_a_word_the_index_knows_is_looked_for_everywhere():
    agent = factories.InstitutionFactory(names={"fr": "Elle"})
    articles = {factories.ArticleFactory().pk, factories.ArticleFactory(status="draft").pk}
    found = texts_that_may_name(Agent.objects.get(pk=agent.pk))
    assert set(found.values_list("pk", flat=True)) == articles


def test_more_names_need_no_more_queries_to_be_looked_for():
    def count(agent):
        with CaptureQueriesContext(connection) as queries:
            list(texts_that_may_name(Agent.objects.with_names().get(pk=agent.pk)))
        return len(queries)

    few = factories.PersonFactory(names={"fr": "Aziz Akhannouch"})
    many = factories.PersonFactory(names={"fr": "Ali Alaoui"}, variants=[f"Aly Alaoui{n}" for n in range(9)])
    assert count(few) == count(many)


@pytest.mark.parametrize("at_once", [True, False])
def test_when_a_namesake_is_deleted_the_texts_are_looked_through_for_who_remains(admin_client, at_once):
    kept = factories.PersonFactory(names={"fr": "Donald Trump"})
    mistaken = factories.PersonFactory(names={"fr": "Ivana Trump"})
    factories.PersonFactory(names={"fr": "Aziz Akhannouch"})
    if at_once:
        chosen = {"action": "delete_selected", "_selected_action": [mistaken.pk], "post": "yes"}
        admin_client.post(reverse("admin:articles_person_changelist"), chosen)
    else:
        admin_client.post(page("person_delete", mistaken.pk), {"post": "yes"})
    assert not Agent.objects.filter(pk=mistaken.pk).exists()
    assert [job.args for job in searches()] == [{"agent_id": kept.pk}]


# What the editor is told


def test_the_editor_is_told_that_the_older_texts_are_looked_through(admin_client, worker):
    assert "The older texts are being looked through" in told(add_person(admin_client, "Aziz Akhannouch"))
    agent = Agent.objects.get()
    html = admin_client.get(page("person_change", agent.pk)).text
    assert "The older texts will be looked through in a moment." in html


def test_without_a_worker_the_editor_is_told_what_does_it(admin_client):
    assert "No worker is running" in told(add_person(admin_client, "Aziz Akhannouch"))
    html = admin_client.get(page("person_change", Agent.objects.get().pk)).text
    assert "manage.py link --all" in html


@pytest.mark.parametrize(
    ("status", "words"), [("doing", "are being looked through"), ("failed", "could not be looked through")]
)
def test_the_page_of_a_person_says_how_far_the_search_has_come(admin_client, cast, status, words):
    tasks.look_through([cast.hammouchi])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = %s", [status])
    assert words in admin_client.get(page("person_change", cast.hammouchi.pk)).text


def test_link_does_what_waits_and_leaves_nothing_waiting(admin_client):
    article = factories.ArticleFactory(body="Aziz Akhannouch a parlé.")
    add_person(admin_client, "Aziz Akhannouch")
    call_command("link")
    assert searches().count() == 1  # drafts were not looked through
    call_command("link", all=True)
    assert article.mentions.count() == 1
    assert not searches().exists()
    html = admin_client.get(page("person_change", Agent.objects.get().pk)).text
    assert "No search for these names is waiting." in html


# Namesakes


def test_a_person_of_the_same_name_is_saved_and_the_other_is_told_with_a_link(admin_client, cast):
    response = add_person(admin_client, "ABDELLATIF HAMMOUCHI")
    assert Agent.objects.people().count() == 3
    assert reverse("admin:articles_person_change", args=[cast.hammouchi.pk]) in told(response)
    assert "bears the name “Abdellatif Hammouchi” too" in told(response)
    assert f"{reverse('admin:articles_person_merge')}?of=" in told(response)


def by_the_page(client, _cast):
    person = factories.PersonFactory(names={"fr": "Karim Belkacem"})
    return save(client, page("person_change", person.pk), **{"names-0-text": HAMMOUCHI})


def by_a_new_name(client, _cast):
    record_proposals(factories.ArticleFactory(lede="", body="Le ministre Aziz Akhannouch parle."), [])
    address = page("nameproposal_change", NameProposal.objects.get(text="Aziz Akhannouch").pk)
    return client.post(address, {"text": HAMMOUCHI, "kind": "person", "decision": "new"})


def by_a_text(client, _cast):
    given = {"Aziz Akhannouch": {"decision": "new", "text": HAMMOUCHI}}
    return send(client, opened(client, PASTED), "publish", given)


def by_a_merge(client, cast):
    other = factories.PersonFactory(names={"fr": HAMMOUCHI})
    both = {"of": [cast.patrouchev.pk, other.pk]}
    return client.post(
        f"{page('person_merge')}?{urlencode(both, doseq=True)}", {"stays": str(cast.patrouchev.pk)}
    )


@pytest.mark.parametrize("way", [by_the_page, by_a_new_name, by_a_merge, by_a_text])
def test_whichever_way_a_record_gets_the_very_name_of_another_the_editor_is_told(admin_client, cast, way):
    assert f"bears the name “{HAMMOUCHI}” too" in told(way(admin_client, cast))


def test_a_person_of_another_name_has_no_namesake(admin_client, cast):
    assert "bears the name" not in told(add_person(admin_client, "Aziz Akhannouch"))


def test_a_single_name_and_an_institution_make_no_namesake_of_a_person(cast):
    factories.InstitutionFactory(names={"fr": "Abdellatif Hammouchi"})
    factories.PersonFactory(names={"fr": "Ivan Petrouchev"}, variants=["Petrouchev"])
    assert namesakes_of(cast.hammouchi) == []
    assert namesakes_of(cast.patrouchev) == []


def test_the_warning_is_true_at_the_next_search(admin_client, cast):
    article = factories.ArticleFactory(body="Abdellatif Hammouchi a parlé.")
    Linker.of_archive().link_again(article)
    assert article.mentions.get().status == "linked"
    add_person(admin_client, "Abdellatif Hammouchi")
    run(Agent.objects.latest("pk"))
    assert article.mentions.get().status == "proposed"


# The same in another script


@pytest.mark.parametrize("name", ["Николай Патрушев", "Nicolas Patrouchef", "Patrushev Nikolai"])
def test_who_is_perhaps_on_record_in_another_script_or_spelling_is_told_with_a_link(admin_client, name):
    known = factories.PersonFactory(names={"fr": "Nikolaï Patrouchev"})
    response = add_person(admin_client, name)
    assert Agent.objects.people().count() == 2
    assert "is perhaps the same: it has the name “Nikolaï Patrouchev”" in told(response)
    assert reverse("admin:articles_person_change", args=[known.pk]) in told(response)


@pytest.mark.parametrize("name", ["Aziz Akhannouch", "Patrouchev", "Mohammed V", "Nikolaï Petrov"])
def test_nobody_is_told_for_another_name_a_single_word_or_another_number(admin_client, name):
    factories.PersonFactory(names={"fr": "Nikolaï Patrouchev"})
    factories.PersonFactory(names={"fr": "Mohammed VI"})
    factories.InstitutionFactory(names={"fr": "Aziz Akhannouch"})
    assert "is perhaps the same" not in told(add_person(admin_client, name))


def test_a_namesake_is_told_once(admin_client, cast):
    response = add_person(admin_client, "Abdellatif Hammouchi")
    assert "bears the name" in told(response)
    assert "is perhaps the same" not in told(response)


def test_likely_doubles_cost_few_queries_however_many_the_names(cast, django_assert_max_num_queries):
    for number in range(20):
        factories.AgentNameFactory(agent=cast.hammouchi, text=f"Abdellatif Hammouch{'i' * number}a")
    agent = Agent.objects.with_names().get(pk=cast.hammouchi.pk)
    with django_assert_max_num_queries(6):
        likely_doubles(agent)
