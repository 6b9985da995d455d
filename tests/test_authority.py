"""Authority files: read whole or not at all, errors by line and column, a second import updates."""

import pytest
from django.core.management import CommandError, call_command

from articles.models import Agent, AgentName
from tests.conftest import FIXTURES

pytestmark = pytest.mark.django_db

HEADER = "key,kind,name_fr,name_en,name_ru,name_ar,variants,wikidata,note\n"


def imported(tmp_path, text: str) -> None:
    path = tmp_path / "authorities.csv"
    path.write_text(text, encoding="utf-8")
    call_command("import_authorities", path)


def refused(tmp_path, text: str) -> str:
    with pytest.raises(CommandError) as refusal:
        imported(tmp_path, text)
    assert not Agent.objects.exists()
    return str(refusal.value)


def test_a_row_becomes_a_record_with_its_names(tmp_path):
    imported(
        tmp_path,
        HEADER
        + "p1,person,Nikolaï Patrouchev,Nikolai Patrushev,Николай Патрушев,,Petrouchev|Патрушев Н.,,Note\n",
    )
    agent = Agent.objects.get()
    names = {(name.text, name.form, name.language, name.script) for name in agent.names.all()}
    assert ("Николай Патрушев", "authorized", "ru", "Cyrl") in names
    assert ("Petrouchev", "variant", "", "Latn") in names
    assert (agent.key, agent.note, agent.slug) == ("p1", "Note", "p1")


def test_capitals_of_an_institution_are_an_acronym(tmp_path):
    imported(tmp_path, HEADER + "i1,institution,Conseil de sécurité de Russie,,,,CSFR|conseil russe,,\n")
    assert dict(AgentName.objects.exclude(language="fr").values_list("text", "form")) == {
        "CSFR": "acronym",
        "conseil russe": "variant",
    }


def test_a_second_import_of_a_key_updates_and_loses_nothing(tmp_path):
    imported(tmp_path, HEADER + "p1,person,Nicolas Patrouchev,,,,,,Note\n")
    AgentName.objects.create(agent=Agent.objects.get(), text="Ajouté à la main", language="")
    imported(tmp_path, HEADER + "p1,person,Nikolaï Patrouchev,Nikolai Patrushev,,,,Q1,\n")
    agent = Agent.objects.get()
    names = {(name.text, name.form) for name in agent.names.all()}
    assert names == {
        ("Nikolaï Patrouchev", "authorized"),
        ("Nicolas Patrouchev", "variant"),
        ("Nikolai Patrushev", "authorized"),
        ("Ajouté à la main", "variant"),
    }
    assert (agent.wikidata, agent.note) == ("Q1", "Note")


def test_importing_the_same_file_twice_changes_nothing():
    path = FIXTURES / "authorities.csv"
    call_command("import_authorities", path)
    before = list(AgentName.objects.order_by("pk").values_list("pk", "text", "form"))
    call_command("import_authorities", path)
    assert list(AgentName.objects.order_by("pk").values_list("pk", "text", "form")) == before


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (HEADER + "p1,persona,Nom Prénom,,,,,,\n", "line 2, column kind"),
        (HEADER + ",person,Nom Prénom,,,,,,\n", "line 2, column key"),
        (HEADER + "p1,person,,,,,,,\n", "line 2, column name_"),
        (HEADER + "p1,person,?!,,,,,,\n", "line 2, column name_fr"),
        (HEADER + "p1,person,Nom Prénom,,,,,X9,\n", "line 2, column wikidata"),
        (HEADER + "p1,person,Un Nom,,,,,,\np1,person,Autre Nom,,,,,,\n", "line 3, column key"),
        (HEADER + "p1,person\n", "line 2"),
        ("key,name_fr\np1,Nom\n", "line 1, column kind"),
        ("key,kind,name_fr,colour\np1,person,Nom,red\n", "line 1, column colour"),
        ("", "line 1"),
    ],
)
def test_an_error_is_told_by_line_and_column_and_nothing_is_half_done(tmp_path, text, place):
    assert place in refused(tmp_path, text)


def test_all_errors_are_told_at_once(tmp_path):
    said = refused(tmp_path, HEADER + "p1,x,A B,,,,,,\n,person,C D,,,,,,\n")
    assert "line 2" in said
    assert "line 3" in said


def test_a_file_that_is_no_text_is_told(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(CommandError, match="UTF-8"):
        call_command("import_authorities", path)


def test_a_key_cannot_change_its_kind(tmp_path):
    imported(tmp_path, HEADER + "p1,person,Nom Prénom,,,,,,\n")
    with pytest.raises(CommandError, match="line 3, column kind"):
        imported(tmp_path, HEADER + "p2,person,Autre Nom,,,,,,\np1,institution,Nom Prénom,,,,,,\n")
    assert Agent.objects.count() == 1
