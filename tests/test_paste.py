"""The paste desk: a text becomes a proposed record, nothing is written unasked, and every decision is kept."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.admin.evidence_rules import rule_in_words
from articles.admin.paste_forms import LONGEST_REVIEWED, tag_names
from articles.ingest.describe import SetAside, describe
from articles.ingest.editing import edit, put_back
from articles.models import Accession, AccessionBatch, Article, Mention, Source, Tag
from articles.vocabulary import MentionStatus
from tests import factories

URL = "/admin/articles/article/paste/"
TEXT = (
    "Source : Le Journal\nPublié le 15 décembre 2016\n\n"
    "Rabat et Moscou signent un accord sur la pêche\n\n"
    "Le ministre de l’agriculture a signé le 13 décembre 2016 un accord avec son homologue russe, en présence de "
    "Nikolaï Patrouchev.\n\n"
    "Lire aussi : Les sardines de Safi\n\n"
    "Les deux pays se reverront au printemps prochain, a dit Abdellatif Hammouchi devant la presse réunie.\n"
)


def opened(client, text=TEXT, **said):
    """The review page of a pasted text."""
    return client.post(
        URL, {"said-text": text.replace("\n", "\r\n"), **{f"said-{k}": v for k, v in said.items()}}
    )


def submitted(response, step, **changes):
    """What a browser would send back from the review page, with some values changed."""
    html = response.content.decode()
    data = {}
    form = response.context["form"]
    for field in form:
        value = field.value()
        if field.name in ("reject", "back", "was_back", "date_choice"):
            continue
        if isinstance(value, bool):
            value = "on" if value else None
        if value is not None:
            data[field.html_name] = str(value).replace("\n", "\r\n")
    data["was_back"] = form["was_back"].value() or []
    shown = response.context["shown"]
    data |= {
        "shown-headline": shown.headline,
        "shown-supplied": "1" if shown.headline_supplied else "",
        "shown-lede": shown.lede.replace("\n", "\r\n"),
        "shown-body": shown.body.replace("\n", "\r\n"),
        "shown-language": shown.language,
    }
    data |= response.context["carried"]
    for row in response.context["review"].rows:
        assert f'name="{row.key}"' in html
        data[row.key] = row.decision
    data.update(changes)
    return {"step": step, **{name: value for name, value in data.items() if value is not None}}


def send(client, response, step, **changes):
    """Submit the review page."""
    return client.post(URL, submitted(response, step, **changes))


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def errors_of(response):
    """All that a page says is wrong."""
    assert response.status_code == 200
    return " ".join(re.findall(r"errorlist[^>]*>(.*?)</ul>", response.content.decode(), re.S))


def nothing_written():
    return not any(model.objects.exists() for model in (Article, Accession, AccessionBatch, Source, Tag))


@pytest.fixture
def editor(admin_client):
    """An editor who reads English."""
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


# The proposal


def test_a_pasted_text_is_shown_as_a_record_and_nothing_is_written(editor, cast):
    response = opened(editor)
    form = response.context["form"]
    assert form["headline"].value() == "Rabat et Moscou signent un accord sur la pêche"
    assert str(form["date"].value()) == "2016-12-15"
    assert form["language"].value() == "fr"
    assert nothing_written()


def test_every_proposal_leads_to_its_words_lit_in_the_source(editor, cast):
    html = opened(editor).content.decode()
    links = set(re.findall(r'href="#(lit-\d+)"', html))
    marks = dict(re.findall(r'<(?:mark|del) id="(lit-\d+)"[^>]*>(.*?)</(?:mark|del)>', html))
    assert len(links) >= 5
    assert links <= set(re.findall(r'<(?:mark|del) id="(lit-\d+)"', html))
    assert any("Nikolaï Patrouchev" in words for words in marks.values())
    assert any("Lire aussi" in words for words in marks.values())
    assert re.sub(r"<[^>]+>", "", html).count("Publié le 15 décembre 2016") >= 1
    assert "style=" not in html


def test_a_date_of_the_running_text_is_offered_and_never_chosen(editor):
    text = TEXT.split("\n\n", 1)[1]
    response = opened(editor, text)
    html = response.content.decode()
    assert response.context["form"]["date"].value() is None
    assert re.search(r'name="date_choice"\s+value="2016-12-13">', html)
    saved = send(editor, response, "publish")
    assert saved.status_code == 302
    assert Article.objects.get().date is None


def test_a_chosen_date_is_taken_with_its_words_as_evidence(editor):
    response = opened(editor, TEXT.split("\n\n", 1)[1])
    send(editor, response, "publish", date_choice="2016-12-13")
    article = Article.objects.get()
    assert str(article.date) == "2016-12-13"
    (ground,) = [ground for ground in article.accession.evidence if ground["field"] == "date"]
    assert (ground["exact"], ground["rule"]) == ("13 décembre 2016", "running_text")


def test_a_text_without_a_headline_shows_that_ours_is_supplied(editor):
    response = opened(editor, "Le ministre de l’agriculture a signé un accord. " * 8)
    assert response.context["form"]["headline_supplied"].value() is True
    assert "no line is a headline" in response.content.decode()


@pytest.mark.parametrize("text", ["", " \n\n ", "\x00\x01\x02 binaire", "1234 5678"])
def test_a_bad_text_is_refused_with_a_reason_and_kept_in_the_page(editor, text):
    response = opened(editor, text)
    assert errors_of(response)
    assert "said-text" in response.content.decode()
    if text.strip() and "\x00" not in text:
        assert text in response.content.decode()
    assert nothing_written()


def test_a_text_too_long_for_the_page_is_kept_and_told(editor):
    text = "Une phrase de presse. " * (LONGEST_REVIEWED // 20)
    response = opened(editor, text)
    assert "too long for this page" in errors_of(response)
    assert text.strip()[-100:] in response.content.decode()


def test_a_wrong_stated_date_is_told_beside_its_field_and_the_text_kept(editor):
    response = opened(editor, date="2016-13")
    assert "There is no month 13" in errors_of(response)
    assert "Les sardines de Safi" in response.content.decode()


def sent_files(editor, *files, **said):
    return editor.post(URL, {"said-inputs": files, **{f"said-{name}": value for name, value in said.items()}})


def carried(response):
    """What the shown page would send again by itself."""
    return dict(re.findall(r'type="hidden"\s+name="(said-\w+)"\s+value="([^"]*)"', response.content.decode()))


def test_a_file_chosen_beside_a_wrong_date_need_not_be_chosen_again(editor):
    refused = sent_files(editor, SimpleUploadedFile("safi.txt", TEXT.encode()), date="2016-13")
    assert "There is no month 13" in errors_of(refused)
    assert "safi.txt" in refused.content.decode()
    assert carried(refused)["said-name"] == "safi.txt"
    shown = editor.post(URL, {**carried(refused), "said-date": "2016-12"})
    assert shown.context["form"]["date"].value() is not None
    assert "Les sardines de Safi" in shown.content.decode()


def test_a_table_of_several_texts_kept_from_before_comes_in_whole(editor):
    table = SimpleUploadedFile("deux.csv", b"headline,body\nUn,Premier texte.\nDeux,Second texte.\n")
    refused = sent_files(editor, table, date="2016-13")
    answer = editor.post(URL, carried(refused))
    assert answer.status_code == 302
    assert "progress" in answer.url
    assert AccessionBatch.objects.get().label == "deux.csv"


@pytest.mark.parametrize("other", ["text", "file"])
def test_what_comes_after_takes_the_place_of_the_kept_file(editor, other):
    refused = sent_files(editor, SimpleUploadedFile("old.txt", b"Un vieux texte, court."), date="2016-13")
    new = (
        {"said-text": TEXT}
        if other == "text"
        else {"said-inputs": SimpleUploadedFile("n.txt", TEXT.encode())}
    )
    shown = editor.post(URL, {**carried(refused), **new})
    assert "Les sardines de Safi" in shown.content.decode()
    assert carried(shown).get("said-name", "") == ("" if other == "text" else "n.txt")


def test_the_editor_may_go_back_to_the_file(editor):
    shown = sent_files(editor, SimpleUploadedFile("safi.txt", TEXT.encode()))
    back = send(editor, shown, "back")
    assert "safi.txt" in back.content.decode()
    assert "Les sardines de Safi" in editor.post(URL, carried(back)).content.decode()


def test_files_that_cannot_be_kept_are_asked_for_again(editor):
    two = [SimpleUploadedFile(name, TEXT.encode()) for name in ("a.txt", "b.txt")]
    assert "Choose the files again" in sent_files(editor, *two, date="2016-13").content.decode()
    refused = sent_files(editor, SimpleUploadedFile("a.xyz", b"x"))
    assert "Unknown format" in errors_of(refused)
    assert "said-content" not in carried(refused)


def test_the_editor_may_go_back_to_the_text(editor):
    response = send(editor, opened(editor), "back")
    assert response.context["form"].initial["text"] == TEXT
    assert nothing_written()


def test_a_visitor_and_an_editor_without_the_right_may_not_paste(client, django_user_model):
    assert client.get(URL).status_code == 302
    client.force_login(django_user_model.objects.create_user("eve", is_staff=True))
    assert client.get(URL).status_code == 403


def test_a_longer_text_with_more_names_needs_no_more_queries(editor, cast):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count(text):
        with CaptureQueriesContext(connection) as queries:
            assert opened(editor, text).status_code == 200
        return len(queries)

    few = count(TEXT)
    names = [factories.PersonFactory(names={"fr": f"Ahmed Benomar{letter}i"}) for letter in "abcdefgh"]
    more = TEXT + "\n\n" + " ".join(f"{name.name} a parlé à la presse." for name in names) * 3
    assert count(more) <= few + 1


# Saving


@pytest.mark.parametrize(("step", "status"), [("draft", "draft"), ("publish", "published")])
def test_saving_keeps_the_pasted_bytes_who_brought_them_and_the_status(
    editor, cast, admin_user, step, status
):
    response = send(editor, opened(editor), step)
    article = Article.objects.get()
    assert response.url == reverse("admin:articles_article_change", args=[article.pk])
    accession = article.accession
    assert bytes(accession.source_bytes) == TEXT.encode()
    assert (article.status, accession.path, accession.encoding) == (status, "paste", "utf-8")
    assert accession.batch.received_by == admin_user
    assert accession.batch.finished
    assert [piece["rule"] for piece in accession.set_aside] == ["related"]
    assert LogEntry.objects.get().object_id == str(article.pk)


def test_what_is_left_alone_is_saved_as_an_ingest_would(editor, cast):
    send(editor, opened(editor), "publish")
    article = Article.objects.get()
    record = describe(TEXT)
    assert (article.headline, article.lede, article.body) == (record.headline, record.lede, record.body)
    found = {(m.exact, m.status, m.confirmed_by) for m in Mention.objects.all()}
    assert found == {("Nikolaï Patrouchev", "linked", None), ("Abdellatif Hammouchi", "linked", None)}
    assert article.accession.evidence[0]["rule"] != "editor"


def test_changed_fields_are_saved_and_the_evidence_says_an_editor_gave_them(editor):
    changes = {
        "headline": "Un autre titre",
        "source": "La Revue",
        "tags": "Pêche, Accords",
        "url": "exemple.ma/1",
    }
    send(editor, opened(editor), "publish", **changes)
    article = Article.objects.get()
    assert (article.headline, article.source.name) == ("Un autre titre", "La Revue")
    assert article.url == "https://exemple.ma/1"
    assert {tag.label for tag in article.tags.all()} == {"Pêche", "Accords"}
    rules = {ground["field"]: ground["rule"] for ground in article.accession.evidence}
    assert (rules["headline"], rules["source"], rules["date"]) == ("editor", "editor", "label_bare")


def test_a_rejected_date_leaves_the_record_undated(editor):
    send(editor, opened(editor), "publish", reject=["date", "source"])
    article = Article.objects.get()
    assert (article.date, article.source) == (None, None)
    assert not [ground for ground in article.accession.evidence if ground["field"] in ("date", "source")]


def test_a_rejected_headline_and_lede_go_back_into_the_text(editor):
    send(editor, opened(editor), "publish", reject=["headline", "lede"])
    article = Article.objects.get()
    assert article.body.startswith("Rabat et Moscou signent un accord sur la pêche\n\nLe ministre")
    assert article.lede == ""
    assert article.headline_supplied


def test_what_was_set_aside_can_be_put_back_where_it_stood(editor):
    send(editor, opened(editor), "publish", back=["0"])
    article = Article.objects.get()
    assert article.body.split("\n\n")[0] == "Lire aussi : Les sardines de Safi"
    assert article.accession.set_aside == []


def test_putting_back_is_shown_once_and_saved_once(editor):
    again = send(editor, opened(editor), "again", back=["0"])
    assert "put back into the text" in again.content.decode()
    assert again.context["form"]["body"].value().count("Les sardines") == 1
    send(editor, again, "publish")
    article = Article.objects.get()
    assert article.body.count("Les sardines") == 1
    assert article.accession.set_aside == []


def test_a_field_with_an_error_is_told_and_nothing_typed_is_lost(editor, cast):
    response = opened(editor)
    (patrouchev, _hammouchi) = response.context["review"].rows
    wrong = send(
        editor, response, "publish", date="2016-02-30", headline="Mon titre", **{patrouchev.key: "reject"}
    )
    assert "There is no 30 February 2016" in errors_of(wrong)
    assert wrong.context["form"]["headline"].value() == "Mon titre"
    assert wrong.context["review"].rows[0].decision == "reject"
    assert nothing_written()


@pytest.mark.parametrize(
    "changes", [{"headline": ""}, {"lede": "", "body": ""}, {"language": "xx"}, {"url": "a b"}]
)
def test_a_record_that_cannot_be_is_refused_before_the_database(editor, changes):
    assert errors_of(send(editor, opened(editor), "publish", **changes))
    assert nothing_written()


def test_blanks_alone_are_no_text(editor):
    refused = send(editor, opened(editor), "publish", lede=" \r\n ", body="\r\n\t")
    assert errors_of(refused)
    send(editor, opened(editor), "publish", lede=" \r\n ")
    assert Article.objects.get().lede == ""


def test_the_same_text_again_is_told_with_a_link_to_its_record(editor):
    send(editor, opened(editor), "publish")
    article = Article.objects.get()
    response = opened(editor)
    assert reverse("admin:articles_article_change", args=[article.pk]) in errors_of(response)
    assert "Les sardines de Safi" in response.content.decode()


def test_a_text_that_came_in_while_it_was_gone_over_is_not_written_twice(editor):
    first, second = opened(editor), opened(editor)
    send(editor, first, "publish")
    response = send(editor, second, "draft")
    assert "on record already" in errors_of(response)
    assert (Article.objects.count(), AccessionBatch.objects.count()) == (1, 1)


# Mentions


def test_what_an_editor_accepts_or_rejects_bears_the_editors_name(editor, cast, admin_user):
    response = opened(editor)
    patrouchev, hammouchi = response.context["review"].rows
    send(editor, response, "publish", **{patrouchev.key: "accept", hammouchi.key: "reject"})
    found = {m.agent_id: (m.status, m.confirmed_by) for m in Mention.objects.all()}
    assert found == {
        cast.patrouchev.pk: (MentionStatus.LINKED, admin_user),
        cast.hammouchi.pk: (MentionStatus.REJECTED, admin_user),
    }


def test_a_proposed_mention_is_linked_only_when_it_is_accepted(editor, cast, admin_user):
    text = TEXT + "\n\nPatrochev est reparti.\n"
    response = opened(editor, text)
    (row,) = [row for row in response.context["review"].rows if row.mention.status == "proposed"]
    send(editor, response, "publish", **{row.key: "accept"})
    mention = Mention.objects.get(exact=row.mention.exact)
    assert (mention.status, mention.confirmed_by) == ("linked", admin_user)


def test_a_decision_follows_its_words_when_the_text_is_changed(editor, cast, admin_user):
    text = TEXT + "\n\nNikolaï Patrouchev est reparti le soir même, content de son voyage au Maroc.\n"
    response = opened(editor, text)
    last = [row for row in response.context["review"].rows if row.mention.exact == "Nikolaï Patrouchev"][-1]
    body = "Un ajout de la rédaction.\n\n" + response.context["form"]["body"].value()
    again = send(editor, response, "again", body=body, **{last.key: "reject"})
    assert [row.decision for row in again.context["review"].rows if row.mention.field == "body"] == [
        "",
        "reject",
    ]
    send(editor, again, "publish")
    rejected = Mention.objects.get(status="rejected")
    article = Article.objects.get()
    assert article.body[rejected.start : rejected.end] == rejected.exact
    assert article.body[rejected.end :].startswith(" est reparti")
    assert Mention.objects.filter(status="linked").count() == 2


def test_a_decision_whose_words_are_gone_is_told(editor, cast):
    response = opened(editor)
    (_first, hammouchi) = response.context["review"].rows
    body = response.context["form"]["body"].value().replace("Abdellatif Hammouchi", "quelqu’un")
    saved = send(editor, response, "publish", body=body, **{hammouchi.key: "reject"})
    assert "no longer stand in the text: Abdellatif Hammouchi" in told(saved)


# Files


def upload(client, *files, **said):
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(URL, {"said-inputs": uploads, **{f"said-{k}": v for k, v in said.items()}})


def test_one_file_of_one_text_is_gone_over_and_kept_byte_for_byte(editor):
    data = TEXT.replace("—", "-").replace("’", "'").encode("cp1252")
    response = upload(editor, ("note.txt", data))
    assert response.context["form"]["headline"].value() == "Rabat et Moscou signent un accord sur la pêche"
    send(editor, response, "publish")
    accession = Accession.objects.get()
    assert (bytes(accession.source_bytes), accession.path, accession.encoding) == (data, "note.txt", "cp1252")


def test_what_a_file_states_of_its_text_is_proposed(editor):
    row = '{"id": "7", "headline": "Titre", "date": "2017", "tags": ["Pêche"], "body": "%s"}' % (
        "Un texte. " * 30
    )
    response = upload(editor, ("un.json", row.encode()))
    form = response.context["form"]
    assert (form["headline"].value(), str(form["date"].value()), form["tags"].value()) == (
        "Titre",
        "2017",
        "Pêche",
    )
    send(editor, response, "publish", tags="Autre")
    article = Article.objects.get()
    assert ([tag.label for tag in article.tags.all()], article.accession.sender_id) == (["Autre"], "7")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.exe", b"MZ", "Unknown format"),
        ("a.json", b'{"body": "Un texte', "Not JSON"),
        ("a.zip", b"PK", "ZIP"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(editor, name, data, reason):
    assert reason in errors_of(upload(editor, (name, data)))
    assert nothing_written()


@pytest.mark.parametrize("content", ["%%%", "é", "abc"])
def test_a_file_damaged_on_its_way_is_told_and_carried_no_further(editor, content):
    response = editor.post(URL, {"said-name": "a.txt", "said-content": content})
    assert "damaged" in errors_of(response)
    assert carried(response) == {}
    assert "Kept from before" not in response.text


def test_a_file_sent_beside_a_text_is_not_lost_untold(editor):
    small = sent_files(editor, SimpleUploadedFile("safi.txt", TEXT.encode()), text="Un texte.")
    assert "not both" in errors_of(small)
    assert carried(small)["said-name"] == "safi.txt"
    assert "Kept from before" in small.text
    two = [SimpleUploadedFile(name, TEXT.encode()) for name in ("a.txt", "b.txt")]
    assert "Choose the files again" in sent_files(editor, *two, text="Un texte.").text


# What it rests on


def test_every_rule_of_a_description_has_words():
    rules = {ground.rule for ground in describe(TEXT).evidence} | {"related", "caption", "header", "editor"}
    assert all(str(rule_in_words(rule)) != rule for rule in rules - {"header", "caption"})


@pytest.mark.parametrize(
    ("text", "names"),
    [("a, b", ["a", "b"]), ("#Maroc #Lac_Tchad", ["Maroc", "Lac Tchad"]), (" ,, ", []), ("", [])],
)
def test_tags_are_read_from_a_line(text, names):
    assert tag_names(text) == names


def test_pieces_are_put_back_in_the_order_of_the_source():
    source = "Pub\nUn deux trois\nquatre\nPhoto\n\nCinq six"
    pieces = [SetAside("Pub", 0, 3, "furniture"), SetAside("Photo", 25, 30, "caption")]
    body = put_back(source, "Un deux trois quatre\n\nCinq six", pieces)
    assert body == "Pub\n\nUn deux trois quatre\n\nPhoto\n\nCinq six"
    assert put_back(source, "Tout autre chose", pieces[1:]) == "Tout autre chose\n\nPhoto"


def test_an_untouched_record_keeps_all_its_evidence():
    record = describe(TEXT)
    values = {
        name: getattr(record, name)
        for name in ("headline", "headline_supplied", "lede", "body", "date", "source", "url", "byline")
    }
    assert edit(record, TEXT, {**values, "language": "fr"}) == record


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("javascript", [False, True])
def test_an_editor_pastes_goes_over_and_publishes_a_text(
    live_server, browser, admin_client, cast, javascript
):
    complaints = []
    context = browser.new_context(java_script_enabled=javascript, locale="en-GB")
    cookie = {"name": "sessionid", "value": admin_client.cookies["sessionid"].value, "url": live_server.url}
    context.add_cookies([cookie])
    page = context.new_page()
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("link", name="Bring in texts").click()
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_role("button", name="Propose the record").click()
    assert (
        page.get_by_label("Headline", exact=True).input_value()
        == "Rabat et Moscou signent un accord sur la pêche"
    )
    anchor = page.get_by_role("link", name="Publié le 15 décembre 2016").get_attribute("href")
    assert page.locator(f"mark{anchor}").inner_text() == "Publié le 15 décembre 2016"
    page.get_by_label("put back into the text").check()
    page.get_by_role("radio", name="reject").first.check()
    page.get_by_role("button", name="Show again as changed").click()
    assert page.get_by_label("Body").input_value().startswith("Lire aussi : Les sardines de Safi")
    page.set_viewport_size({"width": 320, "height": 640})
    if javascript:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Publish").click()
    page.wait_for_selector(".success")
    context.close()
    article = Article.objects.get()
    assert article.body.startswith("Lire aussi : Les sardines de Safi")
    assert [m.status for m in article.mentions.order_by("pk")] == ["rejected", "linked"]
    assert bytes(article.accession.source_bytes) == TEXT.encode()
    assert complaints == []


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "text"),
        ({"date": "hier"}, "date"),
        ({"columns": "x"}, "columns"),
        ({"text": "x" * 300_001}, "text"),
    ],
)
def test_what_is_wrong_stands_below_its_own_field_which_points_to_it(admin_client, said, field):
    given = {f"said-{name}": value for name, value in ({"text": "Un texte."} | said).items() if said}
    html = admin_client.post(reverse("admin:articles_article_paste"), given).content.decode()
    (control,) = re.findall(rf'<(?:input|textarea)[^>]*name="said-{field}"[^>]*>', html)
    assert f'aria-describedby="id_said-{field}' in control
    assert f"id_said-{field}_error" in control
    (error,) = re.finditer(rf'<ul class="errorlist"[^>]*id="id_said-{field}_error"', html)
    assert html.index(control) < error.start()
    between = html[html.index(control) : error.start()]
    assert "<label" not in between


def test_the_language_of_a_text_that_is_too_short_is_told_by_nothing(admin_client):
    (ground,) = [
        one.grounds
        for one in opened(admin_client, text="ok").context["review"].proposals
        if one.bound.name == "language"
    ]
    assert ground == []
