"""Texts described by other processes come out as if by this one, in their order; none is lost with a process."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from articles.ingest import accession, pool
from articles.ingest.accession import Outcome, Writer, ingest
from articles.ingest.answering import DescribingError
from articles.ingest.describing import Intake
from articles.ingest.pool import DescriberPool
from articles.ingest.raw_texts import RawText
from articles.ingest.readers import read
from articles.intake import intake
from articles.models import Accession, AccessionBatch, Article, BatchInput, NameProposal
from articles.statements import send
from benchmarks.measures.made_texts import made_agents, made_rows
from tests import factories
from tests.conftest import FIXTURES

pytestmark = pytest.mark.django_db


class _Ended(Intake):
    """Ends the process that reads a certain text, and fails over another."""

    def read(self, article):
        if "Kill me" in article.body:
            os.kill(os.getpid(), signal.SIGKILL)
        if "Fail me" in article.body:
            raise RuntimeError("no")

    def mentions_of(self, article, reading):
        return []

    def propose(self, article, reading, mentions, *, after=()):
        send(after)


@pytest.fixture(autouse=True)
def others_are_worth_their_start(monkeypatch):
    """Few texts are enough to have them described elsewhere, in small lots."""
    monkeypatch.setattr(accession, "_FEW", 2)
    monkeypatch.setattr(accession, "_LOT", 4)


def a_writer(using: Intake | None = None, **options) -> Writer:
    return Writer(AccessionBatch.objects.create(program_version="0"), using or intake(), **options)


def rows_file(folder: Path, rows: list[str]) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("\n".join(rows) + "\n")
    return path


@pytest.fixture
def mixed(tmp_path) -> Path:
    """Texts in four languages with people on record and others, a repeated one, bad rows."""
    agents = made_agents(12, 0)
    for agent in agents:
        make = factories.PersonFactory if agent.kind == "person" else factories.InstitutionFactory
        make(names=agent.names)
    rows = list(made_rows(24, agents, 0))
    rows[9:9] = [rows[3], "no JSON", json.dumps({"body": rows[4], "date": "2016-13"})]
    return rows_file(tmp_path, rows)


def told(outcomes: list[Outcome]) -> list[dict]:
    """The reports, without the numbers of the records."""
    reports = [outcome.as_report() for outcome in outcomes]
    return [{**report, "id": None, "warnings": len(report["warnings"])} for report in reports]


def test_other_processes_describe_as_this_one_does_and_in_the_same_order(mixed):
    here = told(list(ingest([mixed], a_writer())))
    proposals = set(NameProposal.objects.values_list("folded", "kind", "score", "rule"))
    inputs = list(BatchInput.objects.order_by("pk").values_list("path", "outcome", "reason"))
    for model in (Article, Accession, NameProposal, BatchInput):
        model.objects.all().delete()
    elsewhere = told(list(ingest([mixed], a_writer(), processes=2)))
    assert elsewhere == here
    assert {report["outcome"] for report in here} == {"created", "duplicate", "rejected"}
    assert any(report["mentions"] for report in here)
    assert set(NameProposal.objects.values_list("folded", "kind", "score", "rule")) == proposals
    assert list(BatchInput.objects.order_by("pk").values_list("path", "outcome", "reason")) == inputs


def test_whom_texts_name_is_read_for_their_reports_all_at_once(mixed, django_assert_num_queries):
    outcomes = list(ingest([mixed], a_writer()))
    naming = [outcome for outcome in outcomes if outcome.mentions]
    assert len(naming) > 10
    with django_assert_num_queries(2):
        reports = [outcome.as_report() for outcome in naming]
    assert all(mention["name"] for report in reports for mention in report["mentions"])


def test_all_processes_begin_before_any_is_waited_for(monkeypatch):
    done = []
    monkeypatch.setattr(
        pool,
        "_Worker",
        lambda: (
            done.append("begun")
            or SimpleNamespace(prepare=lambda _describer: done.append("prepared"), stop=lambda: None)
        ),
    )
    with DescriberPool(a_writer().describer, 2):
        assert done == ["begun", "begun", "prepared", "prepared"]


def test_a_dry_run_writes_nothing_from_other_processes_either(mixed):
    told_of = list(ingest([mixed], a_writer(dry_run=True), processes=2))
    assert len(told_of) == 27
    assert not Article.objects.exists()
    assert not NameProposal.objects.exists()


def test_what_is_on_record_is_a_duplicate_and_is_not_described_again(mixed, monkeypatch):
    list(ingest([mixed], a_writer()))
    seen: list[int] = []
    original = DescriberPool.send
    monkeypatch.setattr(DescriberPool, "send", lambda pool, lot: seen.append(len(lot)) or original(pool, lot))
    again = list(ingest([mixed], a_writer(), processes=1))
    assert {outcome.outcome for outcome in again} == {"duplicate", "rejected"}
    assert sum(seen) == 1  # the row whose date cannot be read


def test_a_text_that_ends_its_process_is_rejected_and_the_rest_goes_on(tmp_path):
    texts = [f"Text number {number} has some words in English, as texts have. " * 3 for number in range(14)]
    texts[5] += "Kill me."
    texts[8] += "Fail me."
    path = rows_file(tmp_path, [json.dumps({"body": text}) for text in texts])
    outcomes = list(ingest([path], a_writer(_Ended()), processes=2))
    rejected = {number: outcome for number, outcome in enumerate(outcomes) if outcome.outcome == "rejected"}
    assert set(rejected) == {5, 8}
    assert rejected[8].reason == "RuntimeError: no"
    assert BatchInput.objects.filter(outcome="rejected").count() == 2
    assert Article.objects.count() == 12


def test_the_processes_end_with_the_pool(tmp_path):
    path = rows_file(tmp_path, list(made_rows(3, [], 0)))
    raws = [raw for raw in read(path) if isinstance(raw, RawText)]
    with DescriberPool(a_writer().describer, 2) as pool:
        pool.send(raws)
        children = psutil.Process().children(recursive=True)
        assert len(children) >= 2
        answers = pool.receive()
        assert len(answers) == 3
        assert not any(isinstance(answer, DescribingError) for answer in answers)
    workers = [
        child for child in children if child.is_running() and "spawn_main" in " ".join(child.cmdline())
    ]
    assert not workers


@pytest.mark.django_db(transaction=True)
def test_a_tag_that_was_removed_meanwhile_is_made_again(tmp_path):
    path = rows_file(tmp_path, list(made_rows(2, [], 0)))
    writer = a_writer()
    writer = replace(writer, statement=replace(writer.statement, tags=("Relu",)))
    first, second = [raw for raw in read(path) if isinstance(raw, RawText)]
    one = writer.accession(first)
    one.article.tags.get().delete()
    other = writer.accession(second)
    assert [tag.label for tag in other.article.tags.all()] == ["Relu"]


@pytest.mark.django_db(transaction=True)
def test_a_killed_ingest_loses_nothing_it_told_leaves_no_process_and_can_go_on(tmp_path, settings):
    path, report = rows_file(tmp_path, list(made_rows(400, [], 0))), tmp_path / "report.jsonl"
    code = (
        "import archive.settings, django, sys; from django.conf import settings\n"
        f"settings.DATABASES['default']['NAME'] = {settings.DATABASES['default']['NAME']!r}\n"
        "django.setup(); from django.core.management import call_command; from pathlib import Path\n"
        "from articles.management.commands import ingest; ingest.spare_processes = lambda: 2\n"
        "call_command('ingest', sys.argv[1], report=Path(sys.argv[2]))"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", code, str(path), str(report)],
        cwd=FIXTURES.parent,
        env={"DJANGO_SETTINGS_MODULE": "archive.settings", "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and (not report.exists() or report.read_text().count("\n") < 80):
        time.sleep(0.02)
    workers = psutil.Process(run.pid).children(recursive=True)
    run.kill()
    run.wait()
    lines = [json.loads(line) for line in report.read_text().splitlines() if line.endswith("}")]
    assert 80 <= len(lines) < 400
    assert len(workers) >= 2
    assert not psutil.wait_procs(workers, timeout=15)[1]
    on_record = set(Article.objects.values_list("pk", flat=True))
    assert {line["id"] for line in lines} <= on_record
    again = list(ingest([path], a_writer()))
    assert Article.objects.count() == 400
    assert {outcome.outcome for outcome in again} == {"created", "duplicate"}
