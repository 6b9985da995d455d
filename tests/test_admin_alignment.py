"""The desk's page of paragraphs: how an editor sets them beside each other, what is refused, who may."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from articles.models import Translation
from tests import factories
from tests.test_alignment import HAND, set_by_hand


@pytest.fixture
def link(db) -> Translation:
    """A French text of a lede and three paragraphs, and its Arabic translation of three in all."""
    original = factories.ArticleFactory(lede="Chapeau.", body="Un.\n\nDeux.\n\nTrois.")
    translation = factories.ArticleFactory(
        language="ar", headline="عنوان", lede="", body="واحد.\n\nاثنان.\n\nثلاثة."
    )
    return factories.TranslationFactory(original=original, translation=translation)


def page(link: Translation) -> str:
    return reverse("admin:articles_translation_alignment", args=[link.pk])


def sent(response, **changes) -> dict[str, str]:
    """What a browser would send back from the page, with some values changed."""
    fields = dict(re.findall(r'<input type="number" name="([^"]+)" value="([^"]*)"', response.text))
    stamp = re.search(r'name="seen" value="([^"]+)"', response.text)[1]
    return {"seen": stamp, **fields, **{name.replace("_", "-"): value for name, value in changes.items()}}


def desk_rows(response) -> list[tuple[list[int], list[int]]]:
    """The numbers of the paragraphs in each row of the page."""
    rows = response.context["form"].part_rows()
    return [([part.number for part in row.sides[0]], [part.number for part in row.sides[1]]) for row in rows]


def test_an_editor_moves_paragraphs_and_saves_them_with_their_history(admin_client, admin_user, link):
    shown_first = admin_client.get(page(link))
    assert desk_rows(shown_first) == [([p + 1 for p in a], [p + 1 for p in b]) for a, b in link.rows()]
    moving = admin_client.post(page(link), {**sent(shown_first), "move": "original-1:apart"})
    assert "not saved yet" in moving.text
    link.refresh_from_db()
    assert link.alignment is None
    numbers = {"original_1": "1", "original_2": "1", "original_3": "4", "original_4": "7"}
    numbers |= {"translation_1": "1", "translation_2": "7", "translation_3": "8"}
    response = admin_client.post(page(link), {**sent(moving, **numbers), "save": "1"}, follow=True)
    link.refresh_from_db()
    assert link.alignment == [[[1, 2], [1]], [[3], []], [[4], [2]], [[], [3]]]
    assert "The paragraphs stand as they were set by hand." in response.text
    (entry,) = LogEntry.objects.filter(object_id=str(link.pk), user=admin_user)
    assert entry.change_message == "Paragraphs set beside each other by hand. Now: 1+2–1, 3–, 4–2, –3."


def test_paired_by_order_and_length_again_the_history_keeps_the_rows(admin_client, link):
    set_by_hand(link, *HAND)
    shown = admin_client.get(page(link))
    assert "meanwhile" in admin_client.post(page(link), {**sent(shown), "seen": "before", "again": "1"}).text
    link.refresh_from_db()
    assert link.alignment is not None
    admin_client.post(page(link), {**sent(shown), "again": "1"})
    link.refresh_from_db()
    assert link.alignment is None
    (entry,) = LogEntry.objects.filter(object_id=str(link.pk))
    assert entry.change_message.endswith("Before: 1+2+3–1, 4–, –2+3.")
    admin_client.post(page(link), {**sent(admin_client.get(page(link))), "again": "1"})
    assert LogEntry.objects.filter(object_id=str(link.pk)).count() == 1


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("original_3", "1", "The paragraph before it stands in row 2, and the order is kept."),
        ("original_2", "", "Every paragraph stands in a row: give its number."),
        ("translation_3", "x", "Enter a whole number."),
        ("translation_1", "0", "greater than or equal to 1"),
        ("translation_3", "10000000000", "less than or equal to"),
    ],
)
def test_numbers_that_cannot_be_are_told_at_their_paragraph_and_kept(
    admin_client, link, field, value, reason
):
    set_by_hand(link, [[1], [1]], [[2], [2]], [[3, 4], [3]])
    data = {**sent(admin_client.get(page(link)), **{field: value}), "save": "1"}
    response = admin_client.post(page(link), data)
    name = field.replace("_", "-")
    assert reason in " ".join(response.context["form"].errors[name])
    assert f'<a href="#id_{name}">Row of paragraph' in " ".join(response.text.split())
    assert f'name="{name}" value="{value}"' in response.text or value == ""
    assert sum(len(first) + len(second) for first, second in desk_rows(response)) == 7
    link.refresh_from_db()
    assert link.alignment == [[[1], [1]], [[2], [2]], [[3, 4], [3]]]


def test_rows_made_against_a_text_that_was_changed_meanwhile_are_not_saved_unseen(admin_client, link):
    data = {**sent(admin_client.get(page(link)), original_4="9"), "save": "1"}
    link.original.body = "Un.\n\nDeux autre.\n\nTrois."
    link.original.save()
    response = admin_client.post(page(link), data)
    assert "changed meanwhile" in response.text
    assert 'name="original-4" value="9"' in response.text
    link.original.body += "\n\nQuatre."
    link.original.save()
    response = admin_client.post(page(link), {**sent(response), "save": "1"})
    assert "changed meanwhile" in response.text
    assert max(max(first, default=0) for first, _second in desk_rows(response)) == 5
    link.refresh_from_db()
    assert link.alignment is None
    admin_client.post(page(link), {**sent(response), "save": "1"})
    link.refresh_from_db()
    assert not link.is_outgrown
    assert link.alignment is not None


def test_a_move_that_there_is_not_moves_nothing(admin_client, link):
    opened = admin_client.get(page(link))
    for move in ("original-99:up", "seen:up", "original-1:away", "x", ""):
        response = admin_client.post(page(link), {**sent(opened), "move": move})
        assert desk_rows(response) == desk_rows(opened)


def test_only_who_may_change_links_sets_paragraphs_and_is_offered_to(client, django_user_model, link):
    parallel = f"/en/articles/{link.original_id}/parallel/"
    offer = f'href="{page(link)}"'
    anonymous = client.get(parallel)
    assert offer not in anonymous.text
    assert "Cookie" not in anonymous.get("Vary", "")
    assert client.get(page(link)).status_code == 302
    editor = django_user_model.objects.create_user("plain", is_staff=True)
    staff = Client(SERVER_NAME="localhost")
    staff.force_login(editor)
    assert offer not in staff.get(parallel).text
    assert staff.get(page(link)).status_code == 403
    editor.user_permissions.add(Permission.objects.get(codename="change_translation"))
    assert offer in staff.get(parallel).text
    assert staff.get(page(link)).status_code == 200
    # What an editor saw is kept for no one else.
    assert offer not in client.get(parallel).text


def test_the_editor_is_told_where_rows_set_by_hand_no_longer_fit(admin_client, link):
    set_by_hand(link, *HAND)
    listed = reverse("admin:articles_translation_changelist")
    assert ">set by hand</a>" in admin_client.get(listed).text
    link.translation.body += "\n\nأربعة."
    link.translation.save()
    told = ">set by hand, but no longer fits the texts</a>"
    change = reverse("admin:articles_article_change", args=[link.original_id])
    assert told in admin_client.get(listed).text
    assert told in admin_client.get(change).text
    assert told in admin_client.get(reverse("admin:articles_article_change", args=[link.translation_id])).text
    assert "no longer fit: paragraphs have been added or removed" in admin_client.get(page(link)).text


def test_saving_a_text_says_that_the_rows_no_longer_fit(admin_client, link):
    set_by_hand(link, *HAND)
    address = reverse("admin:articles_article_change", args=[link.original_id])
    form = admin_client.get(address).context["adminform"].form
    values = {name: value for name in form.fields if (value := form[name].value()) not in (None, [], False)}
    formsets = {
        f"{prefix}-{count}_FORMS": "0"
        for prefix in ("mentions", "original_links", "translation_links")
        for count in ("TOTAL", "INITIAL")
    }
    response = admin_client.post(address, {**values, **formsets, "body": "Un seul."}, follow=True)
    assert "no longer fit: they are paired by order and length." in response.text
    assert page(link) in response.text


def test_rows_set_by_hand_are_not_kept_for_another_text(admin_client, link):
    set_by_hand(link, *HAND)
    other = factories.ArticleFactory(language="ar", lede="", body="واحد.\n\nاثنان.\n\nثلاثة.")
    address = reverse("admin:articles_translation_change", args=[link.pk])
    data = {"original": link.original_id, "translation": link.translation_id, "method": "human", "credit": ""}
    admin_client.post(address, data)
    link.refresh_from_db()
    assert (link.method, link.alignment) == ("human", list(HAND))
    admin_client.post(address, {**data, "translation": other.pk})
    link.refresh_from_db()
    assert (link.translation, link.alignment) == (other, None)
    said = LogEntry.objects.filter(object_id=str(link.pk)).values_list("change_message", flat=True)
    assert any("Before: 1+2+3–1, 4–, –2+3." in message for message in said)


def test_texts_of_too_many_paragraphs_for_a_form_are_left_to_order_and_length(admin_client, link):
    link.original.body = "\n\n".join(["Un."] * 1000)
    link.original.save()
    response = admin_client.get(page(link))
    assert "more than 900 paragraphs" in response.text
    assert "<textarea" not in response.text


def test_the_page_holds_no_inline_script_or_style_and_each_text_in_its_language(admin_client, link):
    html = " ".join(admin_client.get(page(link)).text.split())
    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=", html)
    assert '<p lang="ar" dir="rtl"> <span class="desk-part-number">1</span>' in html


def test_the_page_asks_few_queries_however_long_the_texts(admin_client, link, django_assert_max_num_queries):
    link.original.body = "\n\n".join(["Un."] * 60)
    link.original.save()
    with django_assert_max_num_queries(10):
        admin_client.get(page(link))


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_without_javascript_and_with_the_keyboard_alone_an_editor_sets_a_paragraph(
    live_server, browser, admin_client, link
):
    context = browser.new_context(
        java_script_enabled=False, locale="en-GB", viewport={"width": 320, "height": 640}
    )
    cookie = {"name": "sessionid", "value": admin_client.cookies["sessionid"].value, "url": live_server.url}
    context.add_cookies([cookie])
    view = context.new_page()
    complaints: list[str] = []
    view.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    view.goto(live_server.url + page(link))
    before = [row.inner_text() for row in view.locator(".desk-pairs > li").all()]
    view.locator("#original-2-apart").evaluate("node => node.closest('details').open = true")
    view.locator("#original-2-apart").focus()
    view.keyboard.press("Enter")
    view.wait_for_url("**#original-2-apart")
    assert view.evaluate("document.activeElement.id") == "original-2-apart"
    assert [row.inner_text() for row in view.locator(".desk-pairs > li").all()] != before
    view.locator("#id_original-2").focus()
    view.keyboard.press("Enter")  # shows the rows by the numbers; saves nothing
    view.get_by_role("button", name="Save").wait_for()
    assert Translation.objects.get().alignment is None
    assert view.evaluate("document.documentElement.scrollWidth") <= 320
    view.locator("#id_original-1").fill("9")
    view.get_by_role("button", name="Save").click()
    view.get_by_role("alert").wait_for()
    assert view.evaluate("document.activeElement.id") == "state"
    view.get_by_role("alert").get_by_role("link").first.click()
    assert view.evaluate("document.activeElement.id") == "id_original-2"
    view.locator("#id_original-1").fill("1")
    view.get_by_role("button", name="Save").click()
    view.get_by_text("The paragraphs stand as they were set by hand.").wait_for()
    assert Translation.objects.get().alignment is not None
    context.close()
    assert complaints == []
