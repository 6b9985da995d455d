"""The editor's desk: what an editor sees, decides and corrects, and that nothing decided is ever lost."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.urls import reverse

from articles.linking import Linker
from articles.models import Agent, AgentName, Article, FormerSlug, Mention, Person, Translation
from articles.models.text_print import TextCue
from articles.reanchoring import places_of_words, plan_reanchoring, reanchor_mentions, texts_of
from articles.vocabulary import FoundBy, MentionStatus
from tests import factories

BODY = "Nikolaï Patrouchev est à Rabat.\nPlus tard, Nikolaï Patrouchev a vu Abdellatif Hammouchi à Salé."
EDITED_MODELS = ("article", "person", "institution", "tag", "source", "translation", "mention")


def page(name, *arguments):
    return reverse(f"admin:articles_{name}", args=arguments)


def submitted(response, **changes):
    """What a browser would send back from a change form, with some values changed."""
    data = {}
    context = response.context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if isinstance(value, bool):
                value = "on" if value else None
            if value is not None:
                data[field.html_name] = [str(v) for v in value] if isinstance(value, list) else str(value)
    # As browsers do: line breaks of a text area are sent as CR LF.
    for name in ("body", "lede"):
        if name in data:
            data[name] = data[name].replace("\n", "\r\n")
    data.update(changes)
    return {name: value for name, value in data.items() if value is not None}


def save(client, url, **changes):
    """Open a form, change it and save it."""
    return client.post(url, submitted(client.get(url), **changes))


def added(prefix, row, **values):
    """A further row of an inline."""
    return {
        f"{prefix}-TOTAL_FORMS": str(row + 1),
        **{f"{prefix}-{row}-{name}": v for name, v in values.items()},
    }


def errors_of(response):
    """All messages of a form that was not saved."""
    assert response.status_code == 200, "it was saved"
    found = [str(e) for e in response.context["errors"]]
    return " ".join(found)


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


@pytest.fixture
def article(cast):
    return factories.ArticleFactory(headline="Rabat", lede="", body=BODY)


@pytest.fixture
def first(article, cast):
    """The first Patrouchev, found by the program."""
    return factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Nikolaï Patrouchev")


@pytest.fixture
def hammouchi(article, cast):
    """Hammouchi, marked by an editor."""
    return factories.MentionFactory(
        article=article, agent=cast.hammouchi, exact="Abdellatif Hammouchi", found_by=FoundBy.EDITOR
    )


@pytest.fixture
def english(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


# The list of articles


def test_a_list_of_more_articles_needs_no_more_queries(english, cast, django_assert_num_queries):
    def make(count):
        for _ in range(count):
            mention = factories.MentionFactory(agent=cast.patrouchev)
            mention.article.tags.add(factories.TagFactory())
            mention.article.source = factories.SourceFactory()
            mention.article.save()

    make(2)
    english.get(page("article_changelist"))
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        english.get(page("article_changelist"))
    make(8)
    with django_assert_num_queries(len(few)):
        english.get(page("article_changelist"))


def test_the_list_shows_a_supplied_headline_in_brackets_and_the_date_in_words(english, db):
    factories.ArticleFactory(headline="Sans titre", headline_supplied=True, date="2016-12")
    shown = english.get(page("article_changelist")).content.decode()
    assert "[Sans titre]" in shown
    assert "Dec 2016" in shown or "December 2016" in shown


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("year=2016", {"month", "day", "before"}),
        ("year=2014", {"before"}),
        ("known=none", {"undated"}),
        ("known=coarse", {"month"}),
        ("known=several", {"before"}),
        ("known=doubtful", set()),
        ("year=nonsense", {"month", "day", "before", "undated"}),
    ],
)
def test_the_date_filters_keep_what_a_date_can_mean(english, db, query, expected):
    for headline, date in {
        "month": "2016-12",
        "day": "2016-12-15",
        "before": "../2016",
        "undated": None,
    }.items():
        factories.ArticleFactory(headline=headline, date=date)
    response = english.get(page("article_changelist") + "?" + query)
    assert {article.headline for article in response.context["cl"].result_list} == expected


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("2014/2016", {2014, 2015, 2016}),
        ("2015-12-31/2016-01-01", {2015, 2016}),
        ("2015/..", {2015, 2016, 2017}),
        ("../2015-01-01", {2013, 2014, 2015}),
        ("2015", {2015}),
    ],
)
def test_a_date_of_several_years_is_listed_in_each_of_them(english, db, date, years):
    factories.ArticleFactory(date=date)
    found = set()
    for year in range(2013, 2018):
        if english.get(page("article_changelist"), {"year": year}).context["cl"].result_count:
            found.add(year)
    assert found == years


def test_the_list_can_be_narrowed_to_articles_with_proposals(english, first, cast):
    factories.ArticleFactory()
    Mention.objects.update(status=MentionStatus.PROPOSED)
    response = english.get(page("article_changelist") + "?proposals=yes")
    assert list(response.context["cl"].result_list) == [first.article]


@pytest.mark.parametrize("words", ["Патрушев", "Patrushev", "hammouchi sale", "rabat"])
def test_an_article_is_found_by_any_spelling_of_a_name_and_by_its_words(english, first, words):
    factories.ArticleFactory()
    response = english.get(page("article_changelist"), {"q": words})
    assert list(response.context["cl"].result_list) == [first.article]


@pytest.mark.parametrize("field", ["mention&field_name=agent", "translation&field_name=original"])
def test_a_choice_is_found_by_what_is_typed_even_with_a_nul_in_it(english, article, cast, field):
    typed = "Nikola%00" if "agent" in field else article.headline[:6] + "%00"
    asked = f"{reverse('admin:autocomplete')}?app_label=articles&model_name={field}&term={typed}"
    assert english.get(asked).json()["results"]


def test_a_draft_is_found_by_the_words_of_its_text(english, db):
    draft = factories.ArticleFactory(body="Un déjeuner à Témara.", status="draft")
    response = english.get(page("article_changelist"), {"q": "temara"})
    assert list(response.context["cl"].result_list) == [draft]


@pytest.mark.parametrize("typed", ["gazod", "accord gazo", "rabat gazoduc"])
def test_an_article_is_found_by_a_word_that_is_not_typed_to_its_end(english, db, typed):
    found = factories.ArticleFactory(headline="Accord", body="Le gazoduc de Rabat.")
    factories.ArticleFactory(headline="Accord", body="Le gaz de Rabat.")
    response = english.get(page("article_changelist"), {"q": typed})
    assert list(response.context["cl"].result_list) == [found]


def test_a_single_letter_is_no_beginning_of_a_word(english, db):
    """It would be left out, and «Mohammed V» would find every Mohammed."""
    found = factories.ArticleFactory(headline="Accord", body="Mohammed V est arrivé.")
    factories.ArticleFactory(headline="Accord", body="Mohammed est arrivé.")
    response = english.get(page("article_changelist"), {"q": "Mohammed V"})
    assert list(response.context["cl"].result_list) == [found]


def test_the_filters_offer_what_there_is_public_or_not(english, db):
    """Told by the totals, which know the public records, and by the few others."""
    used, _unused = factories.TagFactory(), factories.TagFactory()
    factories.ArticleFactory(language="ru", date="2016-12", source=None).tags.add(used)
    factories.ArticleFactory(language="fr", date="2017/2019", source=None)
    factories.ArticleFactory(language="ar", date="2021", status="draft", source=None)
    offered = {
        one.title: [str(choice["display"]) for choice in one.choices(response.context["cl"])][1:]
        for response in [english.get(page("article_changelist"))]
        for one in response.context["cl"].filter_specs
    }
    assert offered["year"] == ["2021", "2019", "2017", "2016"]
    assert sorted(offered["language"]) == sorted(["русский", "français", "العربية"])
    assert offered["tags"][:-1] == [str(used)]  # the last is for those without


def test_the_lists_of_subjects_and_people_count_public_texts(english, cast):
    for status in ("published", "published", "draft"):
        article = factories.ArticleFactory(status=status, body="Patrouchev parle.")
        factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Patrouchev")
    counts = {
        one.pk: one.article_count for one in english.get(page("person_changelist")).context["cl"].result_list
    }
    assert counts == {cast.patrouchev.pk: 2, cast.hammouchi.pk: 0}


def test_sources_in_an_older_encoding_are_listed(english, db):
    factories.AccessionFactory()
    older = factories.AccessionFactory(source_bytes=b"caf\xe9", encoding="cp1252")
    listed = english.get(page("accession_changelist"), {"encoding": "other"}).context["cl"].result_list
    assert list(listed) == [older]


@pytest.mark.parametrize("by", ["path", "digest", "sender", "words", "nothing"])
def test_an_accession_is_found_by_its_file_its_digest_its_sender_or_its_text(english, db, by):
    accession = factories.AccessionFactory(path="dossier/Rabat-1.txt", sender_id="agence-7")
    factories.ArticleFactory(accession=accession, headline="Accord", body="Le gazoduc de Témara.")
    factories.ArticleFactory(accession=factories.AccessionFactory(path="dossier/autre.txt"))
    typed = {
        "path": "rabat-1",
        "digest": accession.sha256[:9],
        "sender": "agence-7",
        "words": "temara gazoducs",
    }
    response = english.get(page("accession_changelist"), {"q": typed.get(by, "introuvable")})
    expected = [] if by == "nothing" else [accession]
    assert list(response.context["cl"].result_list) == expected


@pytest.mark.parametrize(
    ("action", "status"), [("publish", "published"), ("draft", "draft"), ("withdraw", "withdrawn")]
)
def test_a_bulk_decision_changes_the_status_and_leaves_a_trail(english, db, action, status):
    articles = [factories.ArticleFactory(status=other) for other in ("published", "draft", "withdrawn")]
    response = english.post(
        page("article_changelist"), {"action": action, "_selected_action": [a.pk for a in articles]}
    )
    assert set(Article.objects.values_list("status", flat=True)) == {status}
    assert "2 articles" in told(response)
    assert LogEntry.objects.count() == 2


# One article


def test_the_page_of_an_article_shows_its_source_what_was_set_aside_and_the_grounds(english, db):
    text = "PUB Nikolaï est là. <b>"
    accession = factories.AccessionFactory(
        text=text,
        set_aside=[{"exact": "PUB", "start": 0, "end": 3, "rule": "advertisement"}],
        evidence=[
            {"field": "date", "value": "2016", "exact": "là", "start": 16, "end": 18, "rule": "stated"}
        ],
    )
    shown = english.get(
        page("article_change", factories.ArticleFactory(accession=accession).pk)
    ).content.decode()
    assert '<del title="advertisement">PUB</del> Nikolaï est là. &lt;b&gt;' in shown
    assert accession.sha256 in shown
    assert "stated" in shown


def test_a_source_that_cannot_be_decoded_any_more_is_still_shown(english, db):
    accession = factories.AccessionFactory(source_bytes=b"caf\xe9", encoding="no-such-encoding")
    response = english.get(page("article_change", factories.ArticleFactory(accession=accession).pk))
    assert response.status_code == 200


def test_more_mentions_on_a_page_need_no_more_queries(english, article, cast):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count():
        with CaptureQueriesContext(connection) as queries:
            english.get(page("article_change", article.pk))
        return len(queries)

    words = re.findall(r"\w+", BODY)[:9]
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact=words[0])
    few = count()
    for word in words[1:]:
        if not article.mentions.filter(start=BODY.index(word)).exists():
            factories.MentionFactory(article=article, agent=factories.PersonFactory(), exact=word)
    assert count() <= few


def test_a_wrong_date_is_refused_beside_its_field_in_the_editors_language(english, article):
    response = save(english, page("article_change", article.pk), date="2016-13")
    assert "There is no month 13" in errors_of(response)
    assert "date" in response.context["adminform"].form.errors


def test_saving_a_form_unchanged_changes_nothing(english, first, hammouchi):
    before = list(Mention.objects.values())
    assert save(english, page("article_change", first.article_id)).status_code == 302
    assert list(Mention.objects.values()) == before
    assert Article.objects.get().body == BODY


def test_only_a_published_article_links_to_its_public_page(english, article):
    assert "View on site" in english.get(page("article_change", article.pk)).content.decode()
    Article.objects.update(status="draft")
    assert "View on site" not in english.get(page("article_change", article.pk)).content.decode()


def test_a_new_article_has_the_names_on_record_linked(english, cast):
    response = save(
        english, page("article_add"), headline="Neuf", body="Abdellatif Hammouchi parle.", language="fr"
    )
    assert response.status_code == 302
    assert Mention.objects.get().agent_id == cast.hammouchi.pk


# Marking a mention


def test_a_mention_is_added_by_the_agent_and_the_words_alone(english, article, cast, admin_user):
    changes = added(
        "mentions", 0, agent=cast.hammouchi.pk, exact="Abdellatif Hammouchi", field="body", status="linked"
    )
    assert save(english, page("article_change", article.pk), **changes).status_code == 302
    mention = Mention.objects.get()
    assert BODY[mention.start : mention.end] == mention.exact == "Abdellatif Hammouchi"
    assert (mention.found_by, mention.confirmed_by) == (FoundBy.EDITOR, admin_user)


def test_mentions_stand_in_the_order_of_the_text(english, cast):
    text = {
        "headline": "Hammouchi parle",
        "lede": "Nikolaï Patrouchev et Abdellatif Hammouchi.",
        "body": BODY,
    }
    article = factories.ArticleFactory(**text)
    Linker.of_archive().link_again(article)
    forms = english.get(page("article_change", article.pk)).context["inline_admin_formsets"][0].formset.forms
    order = [(form.instance.field, form.instance.start) for form in forms if form.instance.pk]
    assert [field for field, _start in order] == ["headline", "lede", "lede", "body", "body", "body"]
    assert [start for field, start in order if field == "body"] == sorted(
        start for field, start in order if field == "body"
    )
    listed = english.get(page("mention_changelist") + "?status=all").context["cl"].result_list
    assert [(mention.field, mention.start) for mention in listed] == order


def test_words_that_stand_several_times_ask_which_one_and_the_number_answers(english, article, cast):
    row = {"agent": cast.patrouchev.pk, "exact": "Nikolaï Patrouchev", "field": "body", "status": "linked"}
    url = page("article_change", article.pk)
    assert "2 places" in errors_of(save(english, url, **added("mentions", 0, **row)))
    assert "2 places" in errors_of(save(english, url, **added("mentions", 0, occurrence="3", **row)))
    assert save(english, url, **added("mentions", 0, occurrence="2", **row)).status_code == 302
    assert Mention.objects.get().start == BODY.rindex("Nikolaï")


def test_the_only_place_not_yet_linked_is_taken_without_asking(english, first, cast):
    row = {"agent": cast.patrouchev.pk, "exact": "Nikolaï Patrouchev", "field": "body", "status": "linked"}
    response = save(english, page("article_change", first.article_id), **added("mentions", 1, **row))
    assert response.status_code == 302
    assert {m.start for m in Mention.objects.all()} == {0, BODY.rindex("Nikolaï")}


def test_words_that_stand_nowhere_are_refused_with_their_field(english, article, cast):
    row = {"agent": cast.patrouchev.pk, "exact": "Poutine", "field": "body", "status": "linked"}
    response = save(english, page("article_change", article.pk), **added("mentions", 0, **row))
    assert "“Poutine” do not stand in this field" in errors_of(response)


def test_a_mention_without_words_or_offsets_is_refused(english, article, cast):
    row = {"agent": cast.patrouchev.pk, "field": "body", "status": "linked"}
    response = save(english, page("article_change", article.pk), **added("mentions", 0, **row))
    assert "Give the words" in errors_of(response)


def test_offsets_alone_say_the_words(english, article, cast):
    row = {"agent": cast.patrouchev.pk, "field": "body", "status": "linked", "start": "8", "end": "18"}
    assert save(english, page("article_change", article.pk), **added("mentions", 0, **row)).status_code == 302
    assert Mention.objects.get().exact == "Patrouchev"


@pytest.mark.parametrize(("start", "end"), [("5", "5"), ("90", "9000"), ("9", "2")])
def test_offsets_outside_the_text_are_refused(english, article, cast, start, end):
    row = {"agent": cast.patrouchev.pk, "field": "body", "status": "linked", "start": start, "end": end}
    response = save(english, page("article_change", article.pk), **added("mentions", 0, **row))
    assert "no words between these offsets" in errors_of(response)


def test_two_names_are_not_linked_at_one_place(english, first, cast):
    row = {"agent": cast.hammouchi.pk, "exact": "Nikolaï", "field": "body", "status": "linked", "start": "0"}
    response = save(english, page("article_change", first.article_id), **added("mentions", 1, **row))
    assert "already linked at this place" in errors_of(response)


def test_two_mentions_may_change_places_with_each_other(english, first, article, cast):
    second = factories.MentionFactory(
        article=article, agent=cast.patrouchev, exact="Nikolaï Patrouchev", start=BODY.rindex("Nikolaï")
    )
    changes = {
        "mentions-0-agent": str(cast.hammouchi.pk),
        "mentions-0-start": str(second.start),
        "mentions-0-end": str(second.end),
        "mentions-1-start": "0",
        "mentions-1-end": str(first.end),
    }
    assert save(english, page("article_change", article.pk), **changes).status_code == 302
    first.refresh_from_db()
    assert (first.start, first.agent_id) == (second.start, cast.hammouchi.pk)


def test_a_changed_status_or_name_records_who_decided(english, first, cast, admin_user):
    save(english, page("article_change", first.article_id), **{"mentions-0-office": "secrétaire"})
    first.refresh_from_db()
    assert (first.office, first.confirmed_by) == ("secrétaire", None)
    save(english, page("article_change", first.article_id), **{"mentions-0-status": "rejected"})
    first.refresh_from_db()
    assert (first.status, first.confirmed_by) == (MentionStatus.REJECTED, admin_user)


def test_what_the_program_found_is_rejected_rather_than_deleted(english, first, hammouchi, admin_user):
    both = {"mentions-0-DELETE": "on", "mentions-1-DELETE": "on"}
    response = save(english, page("article_change", first.article_id), **both)
    mention = Mention.objects.get()
    assert (mention.pk, mention.status, mention.confirmed_by) == (
        first.pk,
        MentionStatus.REJECTED,
        admin_user,
    )
    assert (mention.start, mention.end) == (first.start, first.end)
    assert "rejected, not deleted" in told(response)


# Correcting a text


def test_mentions_stay_on_their_words_when_a_text_is_corrected(english, first, hammouchi):
    response = save(
        english, page("article_change", first.article_id), body="Ajout. " + BODY.replace("Salé", "Fès")
    )
    assert response.status_code == 302
    body = Article.objects.get().body
    for mention in Mention.objects.all():
        assert body[mention.start : mention.end] == mention.exact
    assert {first.pk, hammouchi.pk} <= set(Mention.objects.values_list("pk", flat=True))
    assert "2 mentions followed" in told(response)


def test_a_decided_mention_whose_words_are_gone_waits_among_the_proposals(english, first, hammouchi):
    response = save(english, page("article_change", first.article_id), body="Il ne reste rien.")
    mention = Mention.objects.get()
    assert (mention.pk, mention.status) == (hammouchi.pk, MentionStatus.PROPOSED)
    assert mention.exact == "Abdellatif Hammouchi"
    assert mention.start > len("Il ne reste rien.")
    assert "“Abdellatif Hammouchi”" in told(response)
    assert "“Nikolaï Patrouchev”" in told(response)
    shown = english.get(page("article_change", first.article_id)).content.decode()
    assert "no longer stand in the text" in shown


def test_a_decided_mention_comes_back_to_its_words_when_they_come_back(english, hammouchi):
    url = page("article_change", hammouchi.article_id)
    save(english, url, body="Rien.")
    save(english, url, body=BODY)
    hammouchi.refresh_from_db()
    assert BODY[hammouchi.start : hammouchi.end] == hammouchi.exact
    assert hammouchi.status == MentionStatus.PROPOSED


def test_a_mention_cannot_be_linked_to_words_that_are_gone(english, hammouchi):
    url = page("article_change", hammouchi.article_id)
    save(english, url, body="Rien.")
    assert "no longer stand" in errors_of(save(english, url, **{"mentions-0-status": "linked"}))
    response = save(english, url, body="Abdelatif Hammouchi.", **{"mentions-0-exact": "Abdelatif Hammouchi"})
    assert response.status_code == 302
    hammouchi.refresh_from_db()
    assert (hammouchi.start, hammouchi.exact) == (0, "Abdelatif Hammouchi")


def test_a_mention_edited_with_its_text_is_placed_in_the_new_text(english, first, hammouchi, admin_user):
    changes = {"body": "Bref. " + BODY, "mentions-0-status": "rejected", "mentions-1-DELETE": "on"}
    assert save(english, page("article_change", first.article_id), **changes).status_code == 302
    first.refresh_from_db()
    assert (first.start, first.status, first.confirmed_by) == (6, MentionStatus.REJECTED, admin_user)


class TestPlan:
    """Where mentions begin after a correction, without a database."""

    @staticmethod
    def plan(old, new, *mentions):
        texts = {"headline": "", "lede": ""}
        return plan_reanchoring(mentions, {**texts, "body": old}, {**texts, "body": new})

    @staticmethod
    def mention(key, text, start, end, **values):
        exact = text[start:end]
        return Mention(
            pk=key, field="body", start=start, end=end, exact=exact, found_by=FoundBy.NAME, **values
        )

    def test_of_two_equal_names_the_one_that_was_cut_out_is_gone(self):
        old = "Ali arrive à Rabat. Puis Ali repart de Fès."
        one, two = self.mention(1, old, 0, 3), self.mention(2, old, 25, 28)
        assert self.plan(old, "Puis Ali repart de Fès.", one, two) == {1: None, 2: 5}

    def test_a_paragraph_moved_elsewhere_takes_its_mentions_along(self):
        one_text, other_text = "Le matin, Ali arrive à Rabat.", "Le soir, Ali repart de Fès pour Agadir."
        old, new = f"{one_text}\n{other_text}", f"{other_text}\n{one_text}"
        mentions = [self.mention(1, old, 10, 13), self.mention(2, old, 39, 42)]
        assert self.plan(old, new, *mentions) == {1: len(other_text) + 11, 2: 9}

    def test_a_name_grown_into_a_longer_word_is_gone(self):
        old = "Le Maroc gagne."
        assert self.plan(old, "Le Marocain gagne.", self.mention(1, old, 3, 8)) == {1: None}

    def test_a_name_after_a_joined_particle_stays(self):
        old = "قال والمغرب"
        assert self.plan(old, "ثم قال والمغرب", self.mention(1, old, 5, 11)) == {1: 8}

    def test_a_letter_outside_the_basic_plane_counts_as_one(self):
        old = "Ali parle."
        assert self.plan(old, "😀 Ali parle.", self.mention(1, old, 0, 3)) == {1: 2}

    def test_two_mentions_of_one_place_stay_together(self):
        old = "Ali parle."
        linked, proposed = (
            self.mention(1, old, 0, 3),
            self.mention(2, old, 0, 3, status=MentionStatus.PROPOSED),
        )
        assert self.plan(old, "Hier Ali parle.", linked, proposed) == {1: 5, 2: 5}


def test_mentions_that_take_each_others_offsets_do_not_clash(article, cast):
    one = factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Nikolaï Patrouchev")
    second = BODY.rindex("Nikolaï")
    two = factories.MentionFactory(
        article=article, agent=cast.patrouchev, exact="Nikolaï Patrouchev", start=second
    )
    before = texts_of(article)
    article.body = "x" * (second - 1) + " " + BODY
    article.save()
    report = reanchor_mentions(article, before)
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.start, two.start) == (second, 2 * second)
    assert len(report.moved) == 2


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("l’Union et l'Union", "l'Union", [(0, 7), (11, 18)]),
        ("Ali et Alima", "Ali", [(0, 3)]),
        ("Alima", "Ali", [(0, 3)]),
        ("El\u00a0Himma\nFouad", "El Himma Fouad", [(0, 14)]),
        ("a.b axb", "a.b", [(0, 3)]),
        ("texte", "  ", []),
    ],
)
def test_words_are_found_whole_whatever_blanks_and_apostrophes(text, words, expected):
    assert places_of_words(text, words) == expected


# Proposals


def test_the_list_of_mentions_begins_with_what_waits_for_a_decision(english, first, hammouchi):
    Mention.objects.filter(pk=first.pk).update(status=MentionStatus.PROPOSED)
    assert list(english.get(page("mention_changelist")).context["cl"].result_list) == [first]
    everything = english.get(page("mention_changelist") + "?status=all").context["cl"].result_list
    assert set(everything) == {first, hammouchi}
    found = english.get(page("mention_changelist") + "?status=all&q=Патрушев").context["cl"].result_list
    assert list(found) == [first]


def test_accepted_and_rejected_proposals_say_who_decided(english, first, hammouchi, admin_user):
    Mention.objects.update(status=MentionStatus.PROPOSED)
    for mention, action, status in ((first, "accept", "linked"), (hammouchi, "reject", "rejected")):
        english.post(page("mention_changelist"), {"action": action, "_selected_action": [mention.pk]})
        mention.refresh_from_db()
        assert (mention.status, mention.confirmed_by) == (status, admin_user)
    assert LogEntry.objects.count() == 2


def test_a_proposal_at_a_linked_place_is_left_and_said(english, first, cast):
    rival = factories.MentionFactory(
        article=first.article, agent=cast.hammouchi, exact="Nikolaï", status=MentionStatus.PROPOSED
    )
    response = english.post(page("mention_changelist"), {"action": "accept", "_selected_action": [rival.pk]})
    rival.refresh_from_db()
    assert rival.status == MentionStatus.PROPOSED
    assert "1 mention was left" in told(response)


# People and institutions


def test_a_new_person_has_an_address_made_of_the_first_authorized_name(english, db):
    names = {
        "names-TOTAL_FORMS": "2",
        "names-0-text": "Foulane",
        "names-0-form": "variant",
        "names-0-language": "",
        "names-1-text": "Driss Benali",
        "names-1-form": "authorized",
        "names-1-language": "fr",
    }
    response = save(english, page("person_add"), **names)
    assert response.status_code == 302
    assert Person.objects.get().slug == "driss-benali"
    names |= {"names-1-text": "Driss Bénali"}
    save(english, page("person_add"), **names)
    assert set(Agent.objects.values_list("slug", flat=True)) == {"driss-benali", "driss-benali-2"}


def test_a_person_needs_a_name(english, db):
    assert errors_of(save(english, page("person_add")))
    assert not Agent.objects.exists()


def test_two_authorized_names_in_one_language_are_refused_in_words(english, cast):
    row = {"text": "N. Patrouchev", "form": "authorized", "language": "fr"}
    response = save(english, page("person_change", cast.patrouchev.pk), **added("names", 5, **row))
    assert "already an authorized name in this language" in errors_of(response)


def test_another_name_can_become_the_authorized_one_in_one_step(english, cast):
    response = english.get(page("person_change", cast.patrouchev.pk))
    names = response.context["inline_admin_formsets"][0].formset.forms
    rows = {form.instance.text: form.prefix for form in names}
    changes = {
        f"{rows['Petrouchev']}-form": "authorized",
        f"{rows['Petrouchev']}-language": "fr",
        f"{rows['Nikolaï Patrouchev']}-form": "variant",
    }
    assert save(english, page("person_change", cast.patrouchev.pk), **changes).status_code == 302
    assert cast.patrouchev.names.authorized().in_language("fr").get().text == "Petrouchev"


def test_a_name_without_letters_and_an_authorized_one_without_language_are_refused(english, cast):
    url = page("person_change", cast.hammouchi.pk)
    assert "at least one letter" in errors_of(
        save(english, url, **added("names", 1, text="—", form="variant", language=""))
    )
    assert "needs its language" in errors_of(
        save(english, url, **added("names", 1, text="Abd", form="authorized", language=""))
    )
    assert "number" in errors_of(save(english, url, wikidata="x1"))


@pytest.mark.parametrize("words", ["патрушев", "Patrushev nikolai", "نيكولاي", "PETROUCHEV", "patrouchev"])
def test_a_person_is_found_by_any_spelling(english, cast, words):
    response = english.get(page("person_changelist"), {"q": words})
    assert [agent.pk for agent in response.context["cl"].result_list] == [cast.patrouchev.pk]


@pytest.mark.parametrize("words", ["Хамуши", "Hammuchi"])
def test_a_person_is_found_by_how_a_name_sounds_in_a_script_that_the_record_lacks(english, cast, words):
    response = english.get(page("person_changelist"), {"q": words})
    assert [agent.pk for agent in response.context["cl"].result_list] == [cast.hammouchi.pk]


def test_the_address_of_a_new_person_is_of_the_name_in_latin_letters(english, db):
    rows = {"names-0-text": "Хасан Уриагли", "names-0-form": "authorized", "names-0-language": "ru"}
    rows |= added("names", 1, text="Hassan Ouriagli", form="authorized", language="fr")
    save(english, page("person_add"), **rows)
    assert Agent.objects.get().slug == "hassan-ouriagli"
    assert not FormerSlug.objects.exists(), "nobody has seen the address that it was saved with at first"


def test_a_list_of_more_people_needs_no_more_queries(english, cast, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    english.get(page("person_changelist"))
    with CaptureQueriesContext(connection) as few:
        english.get(page("person_changelist"))
    for _ in range(6):
        factories.MentionFactory(agent=factories.PersonFactory())
    with django_assert_num_queries(len(few)):
        response = english.get(page("person_changelist"))
    assert sorted(agent.article_count for agent in response.context["cl"].result_list)[-6:] == [1] * 6


def test_choosing_an_agent_shows_name_and_kind(english, cast):
    asked = {"app_label": "articles", "model_name": "mention", "field_name": "agent", "term": "csfr"}
    [found] = english.get(page("choices"), asked).json()["results"]
    assert found["text"] == "Conseil de sécurité de la Fédération de Russie (institution)"


def test_choosing_needs_an_editor(client, cast):
    asked = {"app_label": "articles", "model_name": "mention", "field_name": "agent", "term": "csfr"}
    assert client.get(page("choices"), asked).status_code == 302


def test_an_agent_leads_to_the_page_of_its_kind(english, cast):
    response = english.get(page("agent_change", cast.council.pk) + "?_popup=1")
    assert response["Location"] == page("institution_change", cast.council.pk) + "?_popup=1"
    assert english.get(page("agent_change", "nonsense")).status_code == 404


def test_a_named_person_is_not_deleted_and_the_page_says_why(english, first, cast):
    response = english.post(page("person_delete", cast.patrouchev.pk), {"post": "yes"})
    assert "protected" in response.content.decode()
    assert AgentName.objects.filter(agent=cast.patrouchev).exists()


# Everything else


def test_a_rule_only_the_database_sees_broken_is_told_with_what_was_typed(english, article):
    other = factories.ArticleFactory(language="en")
    changes = {
        **added("translation_links", 0, translation=other.pk, method="human", credit="Moi"),
        **added("original_links", 0, original=other.pk, method="human"),
    }
    response = save(english, page("article_change", article.pk), **changes)
    assert "These two texts are already linked" in errors_of(response)
    assert "Moi" in response.content.decode()
    assert not Translation.objects.exists()


def test_sources_and_batches_are_read_only(english, db):
    accession = factories.AccessionFactory()
    factories.ArticleFactory(accession=accession, headline="Fait de ceci")
    for name, record in (("accession", accession), ("accessionbatch", accession.batch)):
        shown = english.get(page(f"{name}_change", record.pk)).content.decode()
        assert "Fait de ceci" in shown
        assert 'name="_save"' not in shown
        assert english.get(page(f"{name}_add")).status_code == 403


def test_no_page_of_the_desk_holds_an_inline_script_or_style(english, first, hammouchi):
    tag, source = factories.TagFactory(), factories.SourceFactory()
    translation = factories.TranslationFactory()
    accession = factories.AccessionFactory()
    records = {
        "article": first.article,
        "person": first.agent,
        "tag": tag,
        "source": source,
        "translation": translation,
        "mention": first,
        "accession": accession,
        "accessionbatch": accession.batch,
    }
    urls = [reverse("admin:index"), page("person_delete", first.agent.pk)]
    urls += [page(f"{name}_change", record.pk) for name, record in records.items()]
    urls += [page(f"{name}_changelist") for name in (*records, "institution")]
    urls += [page(f"{name}_add") for name in EDITED_MODELS if name != "mention"]
    for url in urls:
        response = english.get(url)
        assert response.status_code == 200, url
        shown = response.content.decode()
        assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=", shown), url


def test_the_desk_speaks_the_editors_language_and_offers_the_other(admin_client, settings, db):
    for language, other in (("fr", "English"), ("en", "français")):
        shown = admin_client.get(
            reverse("admin:index"), headers={"accept-language": language}
        ).content.decode()
        assert f'<html lang="{language}"' in shown
        assert settings.ARCHIVE_TITLE in shown
        assert other in shown


def test_a_form_shown_before_another_persons_change_is_refused(admin_client):
    article = factories.ArticleFactory(body="Le corps du texte.")
    address = reverse("admin:articles_article_change", args=[article.pk])
    shown = admin_client.get(address).context["adminform"].form
    Article.objects.get(pk=article.pk).save()
    values = {name: value for name in shown.fields if (value := shown[name].value()) not in (None, [], False)}
    formsets = {
        f"{prefix}-{count}_FORMS": "0"
        for prefix in ("mentions", "original_links", "translation_links")
        for count in ("TOTAL", "INITIAL")
    }
    page = admin_client.post(address, {**values, **formsets, "byline": "Le second"})
    assert page.status_code == 200
    assert "Another person has changed this record" in page.text
    article.refresh_from_db()
    assert article.byline == ""


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_of_a_person_does_not_scroll_sideways_on_a_phone(live_server, browser, admin_client, cast):
    context = browser.new_context(locale="en-GB", viewport={"width": 320, "height": 640})
    cookie = {"name": "sessionid", "value": admin_client.cookies["sessionid"].value, "url": live_server.url}
    context.add_cookies([cookie])
    view = context.new_page()
    view.goto(live_server.url + page("person_change", cast.patrouchev.pk))
    assert view.evaluate("document.documentElement.scrollWidth") <= 320
    tables = "[...document.querySelectorAll('.desk-rows')].every(t => t.scrollWidth <= t.clientWidth)"
    assert view.evaluate(tables)
    names = view.locator("#names-group")
    assert names.get_by_label("Name", exact=True).first.is_visible()
    assert names.get_by_text("Delete", exact=True).first.is_visible()
    context.close()


@pytest.mark.parametrize("language", ["fr", "en", "ru", "ar"])
def test_who_deletes_is_told_of_no_row_by_its_number(admin_client, admin_user, language):
    article, tag = factories.ArticleFactory(), factories.TagFactory()
    article.tags.add(tag)
    TextCue.objects.create(article=article, value=-77)
    admin_user.groups.add(Group.objects.create(name="Lecteurs"))
    tagged = {"fr": "Thèmes d’articles", "en": "Tags of articles", "ru": "Темы статей", "ar": "مواضيع النصوص"}
    for record, words in ((tag, tagged[language]), (article, tagged[language]), (admin_user, "")):
        options = record._meta
        address = reverse(f"admin:{options.app_label}_{options.model_name}_delete", args=[record.pk])
        html = admin_client.get(address, headers={"accept-language": language}).content.decode()
        assert words in html
        assert " object (" not in html
        assert "article-tag" not in html
        assert "-77" not in html


@pytest.mark.parametrize("name", ["group", "user"])
def test_nobody_is_given_rights_to_the_tables_of_the_worker(admin_client, admin_user, name):
    group = Group.objects.create(name="Lecteurs")
    key = {"group": group, "user": admin_user}[name].pk
    html = admin_client.get(reverse(f"admin:auth_{name}_change", args=[key])).content.decode()
    assert "Can change tag" in html
    assert "procrastinate" not in html.lower()


@pytest.mark.parametrize(("language", "words"), [("fr", "texte collé"), ("ar", "نص ملصق")])
def test_what_came_in_no_file_is_told_in_words(admin_client, language, words):
    batch = factories.AccessionFactory(
        path="paste", batch=factories.AccessionBatchFactory(label="paste")
    ).batch
    for view in ("accessionbatch_changelist", "accessionbatch_change", "accession_changelist"):
        address = reverse(f"admin:articles_{view}", args=[batch.pk] if view.endswith("change") else [])
        html = admin_client.get(address, headers={"accept-language": language}).content.decode()
        assert words in html
        assert not re.search(r">\s*(\d{4}-\d\d-\d\d \d\d:\d\d )?paste\s*<", html)


def _linking(client, original, translation, **changes):
    """What the desk says where somebody links two texts."""
    data = {"original": original.pk, "translation": translation.pk, "method": "unknown", "credit": ""}
    return client.post(page("translation_add"), data | changes)


def test_no_translation_is_linked_in_one_language_nor_to_a_translation(english):
    original, french, other = (factories.ArticleFactory(language=code) for code in ("en", "fr", "fr"))
    russian = factories.ArticleFactory(language="ru")
    assert "Both texts are in one language, French" in _linking(english, french, other).text
    assert _linking(english, original, french).status_code == 302
    assert (
        f"is itself a translation: link the original, “{original.title}”"
        in _linking(english, french, russian).text
    )
    assert "has translations of its own" in _linking(english, russian, original).text
    assert "These two texts are already linked" in _linking(english, french, original).text
    assert [(link.original, link.translation) for link in Translation.objects.all()] == [(original, french)]


def test_a_link_that_is_on_record_in_one_language_is_still_credited(english):
    link = factories.TranslationFactory(
        original=factories.ArticleFactory(language="fr"), translation=factories.ArticleFactory(language="fr")
    )
    data = {
        "original": link.original_id,
        "translation": link.translation_id,
        "method": "human",
        "credit": "A. B.",
    }
    assert english.post(page("translation_change", link.pk), data).status_code == 302
    link.refresh_from_db()
    assert link.credit == "A. B."
