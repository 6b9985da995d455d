"""What the paste desk finds besides names on record: new names, reprints, translations, each decided on the page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from articles.models import Agent, Article, Mention, NameProposal, Resemblance, Translation
from articles.proposals import record_proposals
from articles.resemblance import record_resemblances, record_translations
from articles.vocabulary import ProposalStatus
from tests import factories
from tests.test_paste import errors_of, nothing_written, opened, submitted, told

URL = "/admin/articles/article/paste/"
TEXT = (
    "Le ministre Aziz Akhannouch reçoit l’ambassadeur\n\n"
    "Le ministre Aziz Akhannouch a reçu lundi 5 mars 2018 à Rabat l’ambassadeur de Russie, a-t-on appris de source "
    "sûre.\n\n"
    "Akhannouch a dit que les 24 navires de pêche reviendraient à Agadir avant le mois de juin, selon son cabinet.\n"
)
LONG = "Le roi a inauguré à Tanger une usine de voitures qui emploiera quatre mille personnes, a dit la direction. "


@pytest.fixture
def editor(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def names_of(response):
    return {row.name.candidate.text: row.name for row in response.context["review"].names}


def sent(response, step, decisions=None, **changes):
    """What a browser would send back, with these decisions about new names."""
    data = submitted(response, step, **changes)
    for text, name in names_of(response).items():
        for field in name.form:
            data.setdefault(field.html_name, str(field.value() or ""))
        for field, value in (decisions or {}).get(text, {}).items():
            data[name.form.add_prefix(field)] = value
    for likeness in response.context["review"].likenesses:
        data.setdefault(likeness.key, likeness.decision)
    return data


def send(client, response, step, decisions=None, **changes):
    return client.post(URL, sent(response, step, decisions, **changes))


def decide(client, decision, text=TEXT, **values):
    """Paste a text, decide about its new name and publish it."""
    return send(
        client, opened(client, text), "publish", {"Aziz Akhannouch": {"decision": decision, **values}}
    )


# New names


def test_a_new_name_is_shown_with_its_places_lit_and_decided_later_by_default(editor, db):
    response = opened(editor, TEXT)
    html = response.content.decode()
    (row,) = [r for r in response.context["review"].names if r.name.candidate.text == "Aziz Akhannouch"]
    assert (len(row.places), row.name.decision) == (3, "")
    marks = dict(re.findall(r'<mark id="(lit-\d+)" class="new-name"[^>]*>(.*?)</mark>', html))
    assert [marks[anchor] for _context, anchor in row.places] == [
        *("Aziz Akhannouch", "Aziz Akhannouch", "Akhannouch")
    ]
    assert nothing_written()
    assert not NameProposal.objects.exists()


def test_more_new_names_need_no_more_queries(editor, cast):
    def count(text):
        with CaptureQueriesContext(connection) as queries:
            response = opened(editor, text)
        return len(queries), len(names_of(response))

    few, names = count(TEXT)
    said = " ".join(
        f"Le ministre {name} Belkacemi l’a dit." for name in ("Hamid", "Karim", "Rachid", "Salim")
    )
    queries, more = count(f"{TEXT}\n{said}\n")
    assert more >= names + 4
    assert queries <= few


def test_a_name_decided_later_waits_among_the_new_names(editor, db):
    decide(editor, "")
    proposal = NameProposal.objects.get(text="Aziz Akhannouch")
    assert (proposal.status, proposal.places.count()) == (ProposalStatus.PROPOSED, 3)
    assert not Agent.objects.exists()


def test_a_new_record_is_made_as_the_editor_corrects_it_and_linked_wherever_it_waits(editor, admin_user):
    older = factories.ArticleFactory(lede="", body="Le ministre Aziz Akhannouch parle.")
    record_proposals(older, [])
    response = opened(editor, TEXT)
    assert "it waits in 1 text on record too" in response.content.decode()
    send(
        editor, response, "publish",
        {"Aziz Akhannouch": {"decision": "new", "text": "Aziz Akhenouch", "kind": "person"}},
    )  # fmt: skip
    agent = Agent.objects.get()
    assert (agent.name, agent.kind) == ("Aziz Akhenouch", "person")
    assert set(agent.mentions.values_list("exact", "status", "confirmed_by")) == {
        ("Aziz Akhannouch", "linked", admin_user.pk),
        ("Akhannouch", "linked", admin_user.pk),
    }
    assert agent.mentions.filter(article=older).count() == 1
    assert ProcrastinateJob.objects.get(task_name="articles.link_agent").args == {"agent_id": agent.pk}


def test_a_like_name_on_record_is_offered_and_taken_as_its_spelling(editor):
    agent = factories.PersonFactory(names={"fr": "Aziz Akhenouche"})
    response = opened(editor, TEXT)
    assert [match.agent for match in names_of(response)["Aziz Akhannouch"].matches] == [agent]
    decide(editor, str(agent.pk))
    assert Agent.objects.count() == 1
    assert agent.names.filter(text="Aziz Akhannouch").exists()
    assert agent.mentions.count() == 3


def test_another_record_can_be_chosen_for_a_spelling(editor, cast):
    decide(editor, "spelling", agent=str(cast.hammouchi.pk))
    assert cast.hammouchi.names.filter(text="Aziz Akhannouch").exists()


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"decision": "spelling"}, "Choose the record"),
        ({"decision": "999999"}, "Choose the record"),
        ({"decision": "9" * 40}, "Choose the record"),
        ({"decision": "new", "text": " … "}, "at least one letter"),
        ({"decision": "new", "kind": "ship"}, "not one of the available choices"),
    ],
)
def test_a_decision_that_cannot_be_carried_out_is_told_and_nothing_is_written(editor, db, values, reason):
    response = send(editor, opened(editor, TEXT), "publish", {"Aziz Akhannouch": values})
    assert reason in errors_of(response)
    assert names_of(response)["Aziz Akhannouch"].decision == values["decision"]
    assert nothing_written()


def test_a_rejected_name_is_asked_neither_here_nor_in_the_next_text(editor, db):
    decide(editor, "reject")
    assert NameProposal.objects.get(text="Aziz Akhannouch").status == ProposalStatus.REJECTED
    assert "Aziz Akhannouch" not in names_of(opened(editor, TEXT.replace("lundi", "mardi")))


def test_a_decision_survives_another_look_and_one_whose_words_are_gone_is_told(editor, db):
    choice = {"Aziz Akhannouch": {"decision": "new"}}
    again = send(editor, opened(editor, TEXT), "again", choice, byline="La rédaction")
    assert names_of(again)["Aziz Akhannouch"].decision == "new"
    gone = send(
        editor, again, "publish", headline="Un titre", lede="", body="Rien de tout cela n’est resté ici."
    )
    assert "Aziz Akhannouch" in told(gone)
    assert not Agent.objects.exists()


def test_a_name_another_person_decided_meanwhile_is_told_and_the_text_kept(editor, admin_user, monkeypatch):
    from articles import proposals

    def refuse(*_arguments, **_options):
        raise proposals.AlreadyDecidedError("Another person has decided about this name meanwhile.")

    monkeypatch.setattr(proposals, "accept_as_new", refuse)
    response = decide(editor, "new")
    assert "meanwhile" in told(response)
    assert Article.objects.count() == 1


def test_a_name_that_stands_where_a_name_on_record_is_found_is_no_new_name(editor, db):
    factories.PersonFactory(names={"fr": "Aziz Akhannouch"})
    assert "Aziz Akhannouch" not in names_of(opened(editor, TEXT))


# Like texts


@pytest.fixture
def reprinted(db):
    """A text on record."""
    sentences = [
        LONG,
        "Les ouvriers venaient du nord. ",
        "La ville attend trois autres usines avant dix ans. ",
    ]
    article = factories.ArticleFactory(headline="Une usine à Tanger", lede="", body=" ".join(sentences * 1))
    record_resemblances(article)
    return article


def reprint_of(article):
    return f"Une usine de plus à Tanger\n\n{article.body} Une phrase de plus à la fin.\n"


def test_a_likely_reprint_is_shown_with_a_link_and_waits_unless_it_is_decided(editor, reprinted):
    response = opened(editor, reprint_of(reprinted))
    (likeness,) = response.context["review"].likenesses
    assert (likeness.kind, likeness.other, likeness.decision) == ("reprint", reprinted, "")
    assert f"/admin/articles/article/{reprinted.pk}/change/" in response.content.decode()
    assert not Resemblance.objects.exists()
    send(editor, response, "draft")
    assert Resemblance.objects.get().status == ProposalStatus.PROPOSED


@pytest.mark.parametrize(
    ("decision", "status"), [("accept", ProposalStatus.ACCEPTED), ("reject", ProposalStatus.REJECTED)]
)
def test_a_reprint_is_decided_on_the_page(editor, reprinted, admin_user, decision, status):
    response = opened(editor, reprint_of(reprinted))
    (likeness,) = response.context["review"].likenesses
    send(editor, response, "publish", **{likeness.key: decision})
    pair = Resemblance.objects.get()
    assert (pair.status, pair.decided_by, pair.other) == (status, admin_user, reprinted)


ENGLISH = (
    "Minister Aziz Akhannouch received the ambassador of Russia in Rabat on 5 March 2018. Akhannouch said that 24 "
    "fishing vessels would return to Agadir before June, according to his cabinet, Sergei Kuznetsov told TASS."
)
FRENCH = (
    "Le ministre reçoit l’ambassadeur\n\nLe ministre Aziz Akhannouch a reçu l’ambassadeur de Russie à Rabat le 5 mars "
    "2018.\n\nAkhannouch a dit que 24 navires reviendraient à Agadir avant juin, selon son cabinet, a dit Sergei "
    "Kuznetsov à TASS.\n"
)


@pytest.fixture
def translated(db):
    """An English text on record."""
    article = factories.ArticleFactory(headline="Akhannouch", lede="", body=ENGLISH, language="en")
    record_translations(article)
    for number in range(3):
        other = factories.ArticleFactory(body=f"Quite another matter, number {number}.", language="en")
        record_translations(other)
    return article


@pytest.mark.parametrize(("decision", "original"), [("original", "old"), ("translation", "new")])
def test_a_likely_translation_is_linked_in_the_direction_the_editor_says(
    editor, translated, decision, original
):
    response = opened(editor, FRENCH)
    (likeness,) = response.context["review"].likenesses
    assert (likeness.kind, likeness.other) == ("translation", translated)
    send(editor, response, "publish", **{likeness.key: decision})
    link = Translation.objects.get()
    assert (link.original == translated) == (original == "old")


def test_a_translation_decided_later_waits_and_a_rejected_one_is_not_proposed_again(editor, translated):
    send(editor, opened(editor, FRENCH), "publish")
    pair = Resemblance.objects.get()
    assert (pair.kind, pair.status) == ("translation", ProposalStatus.PROPOSED)
    Article.objects.filter(language="fr").delete()
    response = opened(editor, FRENCH.replace("selon", "d’après"))
    (likeness,) = response.context["review"].likenesses
    send(editor, response, "publish", **{likeness.key: "reject"})
    record_translations(Article.objects.get(language="fr"))
    assert Resemblance.objects.get().status == ProposalStatus.REJECTED
    assert not Translation.objects.exists()


def test_more_like_texts_and_places_need_no_more_queries(editor, reprinted):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert opened(editor, reprint_of(reprinted)).status_code == 200
        return len(queries)

    few = count()
    for _number in range(3):
        record_resemblances(factories.ArticleFactory(headline="Encore", lede="", body=reprinted.body))
    assert len(opened(editor, reprint_of(reprinted)).context["review"].likenesses) == 4
    assert count() <= few


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_an_editor_chooses_the_record_of_a_spelling_by_typing(live_server, browser, admin_client, cast):
    complaints = []
    context = browser.new_context(locale="en-GB")
    cookie = {"name": "sessionid", "value": admin_client.cookies["sessionid"].value, "url": live_server.url}
    context.add_cookies([cookie])
    page = context.new_page()
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{live_server.url}{URL}")
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_role("button", name="Propose the record").click()
    row = page.locator(".desk-new-name", has_text="Aziz Akhannouch")
    row.locator(".select2-selection").click()
    page.locator(".select2-search__field").fill("hammouchi")
    page.locator(".select2-results__option", has_text="Abdellatif Hammouchi").click()
    row.get_by_label("accept as another spelling of:").check()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Save as draft").click()
    page.wait_for_selector(".success")
    context.close()
    assert cast.hammouchi.mentions.count() == 3
    assert complaints == []


def test_a_mention_and_a_new_name_can_be_decided_together(editor, cast):
    text = TEXT + "\n\nAbdellatif Hammouchi était présent.\n"
    response = opened(editor, text)
    (row,) = response.context["review"].rows
    choice = {"Aziz Akhannouch": {"decision": "new"}}
    send(editor, response, "publish", choice, **{row.key: "reject"})
    assert Mention.objects.get(agent=cast.hammouchi).status == "rejected"
    assert Mention.objects.linked().count() == 3
