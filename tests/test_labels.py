"""The keys of tags and outlets: every label folded, kept in step with the labels however a record is saved."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from articles.models import Source, Tag
from articles.names import fold
from tests import factories

pytestmark = pytest.mark.django_db


def labelled(**labels) -> list[str]:
    return Tag.objects.get(pk=Tag.objects.create(**labels).pk).folded


def test_every_label_of_a_tag_has_its_key_in_any_script():
    keys = labelled(
        pref_label_fr="Agro-alimentaire",
        pref_label_en="Food industry",
        alt_labels=["Дипломатия", "دبلوماسية", "L’Œuvre"],
    )
    assert keys == ["agro alimentaire", "food industry", "дипломатия", "دبلوماسيه", "l oeuvre"]
    assert keys == [fold(key) for key in keys]


def test_a_key_stands_once_and_none_is_empty():
    assert labelled(pref_label_fr="Énergie", pref_label_en="energie", alt_labels=["ÉNERGIE", "—", "Gaz"]) == [
        "energie",
        "gaz",
    ]


def test_a_label_of_signs_alone_has_no_key():
    assert labelled(pref_label_fr="…") == []
    assert Source.objects.create(name="«»", slug="signs").folded == ""


@pytest.mark.parametrize("name", ["L'Économiste", "L’Économiste", "Lʼéconomiste", "L-ECONOMISTE"])
def test_an_outlet_has_one_key_whatever_its_apostrophe(name):
    assert Source.objects.get(pk=Source.objects.create(name=name).pk).folded == "l economiste"


def test_letters_that_fold_to_many_are_kept_whole():
    name = "\ufdfa" * 200
    assert Source.objects.create(name=name, slug="long").folded == fold(name)
    assert labelled(pref_label_fr=name, slug="long") == [fold(name)]


def test_the_keys_follow_a_label_that_is_saved_alone():
    tag = factories.TagFactory(pref_label_fr="Pêche", pref_label_en="")
    tag.pref_label_fr = "Sel"
    tag.save(update_fields=["pref_label_fr"])
    assert Tag.objects.get(pk=tag.pk).folded == ["sel"]
    tag.alt_labels = ["Соль"]
    tag.save(update_fields=("alt_labels",))
    assert Tag.objects.get(pk=tag.pk).folded == ["sel", "соль"]
    source = factories.SourceFactory(name="Le Monde")
    source.name = "L'Opinion"
    source.save(update_fields=["name"])
    assert Source.objects.get(pk=source.pk).folded == "l opinion"


def test_the_keys_do_not_run_ahead_of_a_label_that_is_not_saved():
    tag = factories.TagFactory(pref_label_fr="Pêche", pref_label_en="")
    tag.pref_label_fr, tag.slug = "Sel", "salt"
    tag.save(update_fields=["slug"])
    assert Tag.objects.get(pk=tag.pk).folded == ["peche"]
    source = factories.SourceFactory(name="Le Monde")
    source.name, source.note = "L'Opinion", "A note."
    source.save(update_fields=["note"])
    assert Source.objects.get(pk=source.pk).folded == "le monde"


def test_the_keys_of_a_record_read_in_part_hold_all_its_labels():
    pk = factories.TagFactory(pref_label_fr="Pêche", pref_label_en="Fishing").pk
    tag = Tag.objects.only("pref_label_fr").get(pk=pk)
    tag.pref_label_fr = "Mer"
    tag.save()
    assert Tag.objects.get(pk=pk).folded == ["mer", "fishing"]


def test_the_keys_follow_update_or_create():
    factories.TagFactory(slug="sea", pref_label_fr="Mer", pref_label_en="")
    Tag.objects.update_or_create(slug="sea", defaults={"pref_label_fr": "Océan"})
    assert Tag.objects.get(slug="sea").folded == ["ocean"]


def test_a_record_made_in_bulk_can_derive_its_keys():
    tags = [Tag(slug="a", pref_label_fr="Sable-doré").derive(), Tag(slug="b", pref_label_en="Sand").derive()]
    Tag.objects.bulk_create(tags)
    assert list(Tag.objects.values_list("folded", flat=True)) == [["sable dore"], ["sand"]]
    Source.objects.bulk_create([Source(slug="c", name="L'Équipe").derive()])
    assert Source.objects.get().folded == "l equipe"


def test_records_from_before_there_were_keys_are_given_theirs():
    tag = factories.TagFactory(pref_label_fr="L’été", pref_label_en="", alt_labels=["Лето", "!"])
    source, nameless = (
        factories.SourceFactory(name="L’Équipe"),
        factories.SourceFactory(name="!", slug="none"),
    )
    Tag.objects.update(folded=[])
    Source.objects.update(folded="")
    import_module("articles.migrations.0013_folded_labels").derive_keys(apps, None)
    assert Tag.objects.get(pk=tag.pk).folded == ["l ete", "лето"]
    assert Source.objects.get(pk=source.pk).folded == "l equipe"
    assert Source.objects.get(pk=nameless.pk).folded == ""


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ("articles_tag WHERE folded && ARRAY['peche', 'дипломатия']::text[]", "tag_folded"),
        (
            "articles_source WHERE folded = ANY (ARRAY['l equipe', 'le monde']::text[])",
            "source_folded_prefix",
        ),
        ("articles_source WHERE folded LIKE 'l eq%'", "source_folded_prefix"),
    ],
)
def test_the_keys_are_looked_up_by_their_index(asked, index):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT id FROM {asked}")
        assert index in "\n".join(row[0] for row in cursor.fetchall())
