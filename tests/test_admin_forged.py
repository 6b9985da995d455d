"""A form that no page of ours sends is refused, and never an error."""

import pytest
from django.contrib import admin

from tests import factories
from tests.test_admin import page, save

pytestmark = pytest.mark.django_db

FORGED = ("abc", "1\x00", "9" * 4400, "-1", "1,2")
LISTS = sorted(
    f"{model._meta.app_label}_{model._meta.model_name}_changelist" for model in admin.site._registry
)


@pytest.mark.parametrize("name", LISTS)
def test_rows_that_cannot_be_are_ticked_in_no_list(admin_client, name):
    for key in FORGED:
        sent = {"action": "delete_selected", "_selected_action": [key]}
        answer = admin_client.post(f"/admin/{name.removesuffix('_changelist').replace('_', '/')}/", sent)
        assert answer.status_code in (200, 302, 403)


@pytest.mark.parametrize(
    ("model", "field"),
    [("article", "source"), ("article", "tags"), ("tag", "broader"), ("translation", "original")],
)
def test_a_choice_that_cannot_be_is_no_error(admin_client, model, field):
    for key in FORGED:
        assert admin_client.get(page(f"{model}_add"), {field: key}).status_code == 200
        refused = admin_client.post(page(f"{model}_add"), {field: key})
        assert refused.status_code == 200
        assert field in refused.context["adminform"].form.errors


def test_a_choice_of_what_is_there_is_kept(admin_client):
    article, tag = factories.ArticleFactory(), factories.TagFactory()
    source = factories.SourceFactory()
    answer = save(
        admin_client, page("article_change", article.pk), tags=[str(tag.pk)], source=str(source.pk), body=""
    )
    assert f'<option value="{tag.pk}" selected>' in answer.text
    assert f'<option value="{source.pk}" selected>' in answer.text


@pytest.mark.parametrize("key", FORGED)
def test_a_record_that_cannot_be_is_not_found(admin_client, cast, key):
    for name in ("agent_change", "person_change", "nameproposal_change", "article_change"):
        for ask in (admin_client.get, admin_client.post):
            assert ask(page(name, key)).status_code in (302, 404)
    asked = {"of": [key, str(cast.hammouchi.pk)]}
    assert admin_client.get(page("person_merge"), asked).status_code == 404
