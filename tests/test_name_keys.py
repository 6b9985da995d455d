"""The keys of names on record and in texts: derived again when the program makes them otherwise."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import AgentName, NameProposal
from articles.names import consonant_key, fold, romanise
from tests import factories

pytestmark = pytest.mark.django_db
migration = import_module("articles.migrations.0016_sounds_anew")
EDITOR = SimpleNamespace(connection=connection)


def proposal(name: str, kind: str = "person", sound: str = "") -> NameProposal:
    return NameProposal.objects.create(
        text=name,
        folded=fold(name),
        surname_consonants=sound,
        kind=kind,
        language="fr",
        score=0.9,
        rule="given name",
    )


def keys() -> list[tuple[str, str]]:
    return list(AgentName.objects.order_by("pk").values_list("romanised", "consonants"))


def test_records_from_before_are_given_their_keys(monkeypatch):
    monkeypatch.setattr(migration, "BATCH", 2)
    people = ["Karim Tchikou", "Alexandre Pouchkine", "Barack Obama", "Abdelhakim Tazi", "Jean Martin"]
    for place, name in enumerate(people):
        factories.PersonFactory(names={"fr": name, "ar": f"محمد ولد {'باخ' * place}"})
    after = keys()
    AgentName.objects.update(romanised="before", consonants="bfr")
    waiting = [
        proposal("Karim Tchikou", sound="before"),
        proposal("Rachid Lachkar"),
        proposal("Tchad"),
        proposal("Nesmara"),
    ]
    waiting += [proposal("Agence Tchikou", kind="institution"), proposal("Baltmarket", kind="institution")]
    migration.derive_keys(None, EDITOR)
    assert keys() == after
    assert (romanise("Karim Tchikou"), consonant_key("Karim Tchikou")) in after
    sounds = dict(NameProposal.objects.values_list("pk", "surname_consonants"))
    assert [sounds[one.pk] for one in waiting] == ["ck", "lckr", "", "nsmr", "", "bltmrkt"]


def test_names_of_religion_and_kazakh_ones_are_given_the_keys_of_their_sound():
    factories.PersonFactory(names={"fr": "Kassym Tokaïev"})
    AgentName.objects.update(romanised="kasim tokaiev", consonants="ksm tkf")
    waiting = proposal("Ahmed Nour Eddine", sound="dn")
    import_module("articles.migrations.0023_sounds_of_letters").Migration.operations[0].code(None, EDITOR)
    assert keys() == [(romanise("Kassym Tokaïev"), "ksm tkf")]
    assert romanise("Kassym Tokaïev") == "kasim tokaev"
    waiting.refresh_from_db()
    assert waiting.surname_consonants == "nrdn"


def test_names_with_marks_are_given_the_keys_of_their_sound():
    factories.PersonFactory(names={"fr": "Zdravko Bučić"})
    AgentName.objects.update(romanised="before", consonants="bfr")
    waiting = proposal("Branko Đukanović", sound="dknfk")
    import_module("articles.migrations.0019_marks_and_habits").Migration.operations[0].code(None, EDITOR)
    assert keys() == [("zdravko bucic", "sdrfk bc")]
    waiting.refresh_from_db()
    assert waiting.surname_consonants == "jknfc"


def test_only_names_whose_keys_changed_are_written():
    factories.PersonFactory(names={"fr": "Karim Tchikou"})
    proposal("Karim Tchikou", sound="ck")
    with CaptureQueriesContext(connection) as queries:
        migration.derive_keys(None, EDITOR)
    assert not any(query["sql"].lstrip().startswith("UPDATE") for query in queries)


def test_names_in_texts_from_before_are_given_their_other_keys(monkeypatch):
    other = import_module("articles.migrations.0026_other_sounds")
    monkeypatch.setattr(other, "BATCH", 1)
    waiting = [
        proposal("Ортамелла Люилье"),
        proposal("Жаном Кохтерлем"),
        proposal("Baltmarket", kind="institution"),
    ]
    other.derive_keys(None, EDITOR)
    sounds = dict(NameProposal.objects.values_list("pk", "other_sounds"))
    assert [sounds[one.pk][:1] for one in waiting] == [["rtml"], ["khtrl"], []]
    with CaptureQueriesContext(connection) as queries:
        other.derive_keys(None, EDITOR)
    assert not any(query["sql"].lstrip().startswith("UPDATE") for query in queries)


def test_names_in_yo_and_of_the_levant_are_given_the_keys_of_their_sound():
    factories.PersonFactory(names={"fr": "Artiom Solovyov"})
    AgentName.objects.update(romanised="artiom soloviov", consonants="rtm slff")
    waiting = proposal("Samia Charwazeh", sound="crfsh")
    import_module("articles.migrations.0027_more_sounds").Migration.operations[0].code(None, EDITOR)
    assert keys() == [("artem solovev", "rtm slf")]
    waiting.refresh_from_db()
    assert waiting.surname_consonants == "crfs"


def test_names_in_texts_keep_the_keys_of_all_their_spellings():
    more = import_module("articles.migrations.0031_sounds_of_more_languages")
    waiting = proposal("Viktor Sjögren", sound="sjkrn")
    NameProposal.objects.update(spellings=["Viktor Sjogren", "Viktor Shegrenn"])
    person = factories.PersonFactory(names={"en": "Jan Szczurek"})
    AgentName.objects.update(other_sounds=[])
    for operation in more.Migration.operations[:2]:
        operation.code(None, EDITOR)
    waiting.refresh_from_db()
    assert {"ckrn", "~fktrskrn"} <= set(waiting.other_sounds)
    assert "crk" in person.names.get().other_sounds
    with CaptureQueriesContext(connection) as queries:
        for operation in more.Migration.operations[:2]:
            operation.code(None, EDITOR)
    assert not any(query["sql"].lstrip().startswith("UPDATE") for query in queries)


def test_names_with_j_and_tx_are_given_the_keys_of_their_sound():
    more = import_module("articles.migrations.0033_sounds_of_j_and_ch")
    person = factories.PersonFactory(names={"es": "Itziar Goikoetxea"})
    right = AgentName.objects.values_list("romanised", "consonants", "other_sounds").get()
    AgentName.objects.update(romanised="itsiar goikoetksea", consonants="tsr kktks", other_sounds=["~srkks"])
    waiting = proposal("Agron Bajraktaraj", sound="before")
    company = proposal("Etxeberria", kind="institution", sound="before")
    for operation in more.Migration.operations[:2]:
        operation.code(None, EDITOR)
    name = person.names.get()
    assert (name.romanised, name.consonants, name.other_sounds) == right
    assert name.consonants == "tsr kc"
    waiting.refresh_from_db()
    company.refresh_from_db()
    assert waiting.surname_consonants == "bjrktrj"
    assert "~krnbrktr" in waiting.other_sounds
    assert company.surname_consonants == "cbr"
    with CaptureQueriesContext(connection) as queries:
        for operation in more.Migration.operations[:2]:
            operation.code(None, EDITOR)
    assert not any(query["sql"].lstrip().startswith("UPDATE") for query in queries)


def test_names_with_lj_and_a_ukrainian_g_are_given_the_keys_of_their_sound():
    more = import_module("articles.migrations.0034_sounds_of_g_and_w")
    person = factories.PersonFactory(names={"en": "Radmilo Kresoljić"})
    AgentName.objects.update(other_sounds=["~rtmlkrslss"])
    waiting = proposal("Орися Моргаецкая", sound="zgtsk")
    for operation in more.Migration.operations[:2]:
        operation.code(None, EDITOR)
    waiting.refresh_from_db()
    assert "~~krsls" in person.names.get().other_sounds
    assert "~~mrsk" in waiting.other_sounds
