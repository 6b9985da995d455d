"""The founding texts come out right by the general rules, in three languages, through the same ingest as any text."""

import json
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.management.commands import load_samples
from articles.models import Accession, Agent, Article, Mention, Office, Translation
from articles.vocabulary import MentionStatus

ROOT = Path(__file__).parent.parent
GOLD = Path(__file__).parent / "gold"
STEMS = sorted(path.stem for path in GOLD.glob("*.json"))
FIRST, SECOND = "000_4770b2fa59814b7f", "002_e36b762ce0803197"


@pytest.fixture
def samples(db, capsys) -> dict[str, Article]:
    """The sample records by the stem of their file."""
    call_command("load_samples")
    return {Path(a.accession.path).stem: a for a in Article.objects.select_related("accession")}


def gold(stem: str) -> dict:
    return json.loads((GOLD / f"{stem}.json").read_text())


def test_there_are_six_records(samples):
    assert sorted(samples) == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_language_date_and_headline_are_right(samples, stem):
    article, expected = samples[stem], gold(stem)
    assert article.language == expected["language"]
    assert (str(article.date) if article.date else None) == expected["date"]
    assert article.headline_supplied == (expected["headline"] is None)
    if expected["headline"]:
        assert article.headline == expected["headline"]


@pytest.mark.parametrize("stem", STEMS)
def test_every_naming_is_linked_to_whom_it_names_and_no_other(samples, stem):
    found = Counter(
        (mention.agent.key, mention.exact)
        for mention in samples[stem].mentions.filter(status=MentionStatus.LINKED).select_related("agent")
    )
    expected = Counter({(m["key"], m["surface"]): m["count"] for m in gold(stem)["mentions"]})
    assert found == expected


@pytest.mark.parametrize("stem", STEMS)
def test_every_mention_stands_where_it_says(samples, stem):
    article = samples[stem]
    for mention in article.mentions.all():
        assert getattr(article, mention.field)[mention.start : mention.end] == mention.exact


def test_the_first_text_keeps_its_month_and_gets_a_supplied_headline(samples):
    article = samples[FIRST]
    assert article.title == "[Nikolaï Patrouchev est attendu ce 15 décembre au Maroc]"
    assert article.lede.startswith("Nikolaï Patrouchev est attendu")
    assert "2016-12" not in article.lede + article.body


def test_the_second_text_stays_undated_and_without_its_glued_caption(samples):
    article = samples[SECOND]
    assert article.date is None
    assert article.lede.startswith("La récente visite")
    assert "hammouchi" not in article.lede + article.body
    assert [piece["exact"] for piece in article.accession.set_aside] == ["hammouchi"]


@pytest.mark.parametrize("stem", [FIRST, SECOND])
def test_the_source_is_kept_byte_for_byte(samples, stem):
    kept = bytes(Accession.objects.get(path__contains=stem, path__endswith=f"{stem}.txt").source_bytes)
    assert kept == (ROOT / "fixtures" / f"{stem}.txt").read_bytes()


def test_translations_are_linked_to_their_original_and_credited(samples):
    links = Translation.objects.select_related("original", "translation")
    assert sorted((link.original.pk, link.translation.language) for link in links) == sorted(
        (samples[stem].pk, language) for stem in (FIRST, SECOND) for language in ("en", "ru")
    )
    assert all(link.credit for link in links)


def test_the_offices_are_those_the_texts_state(samples):
    stated = {
        (m.agent.key, m.office) for m in Mention.objects.exclude(office="").filter(article=samples[FIRST])
    }
    assert ("abdelilah-benkirane", "chef de gouvernement désigné") in stated
    assert ("fouad-ali-el-himma", "conseiller royal") in stated
    assert Office.objects.filter(agent__key="nikolai-patrouchev").count() == 3


def test_loading_twice_changes_nothing(samples, capsys):
    call_command("load_samples")
    assert Article.objects.count() == 6
    assert Agent.objects.count() == 15


def test_no_path_of_this_machine_is_on_record(samples):
    assert all(not Path(accession.path).is_absolute() for accession in Accession.objects.all())


def test_an_interrupted_loading_leaves_nothing_and_is_done_whole_the_next_time(db, capsys, monkeypatch):
    def interrupted(*_arguments, **_options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("articles.management.commands.load_samples.link_translation", interrupted)
        with pytest.raises(KeyboardInterrupt):
            call_command("load_samples")
    assert not Article.objects.exists()
    call_command("load_samples")
    assert (Article.objects.count(), Translation.objects.count()) == (6, 4)


def test_likely_translations_of_the_samples_are_looked_for_as_those_of_any_texts(db, monkeypatch):
    asked = []
    monkeypatch.setattr(load_samples, "look_for_translations", lambda: asked.append(True))
    call_command("load_samples", verbosity=0)
    call_command("load_samples", verbosity=0)
    assert asked == [True]  # not for an archive that held texts already
