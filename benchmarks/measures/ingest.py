"""How fast short texts become linked records, in how much memory: python -m benchmarks.measures.ingest --texts N."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import perf_counter

import psutil

from benchmarks.measures.made_texts import made_agents, made_rows

_STEP = 10_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the texts, bring them in by the project's own ingest into a database of its own, tell as it goes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("--texts", type=int, default=10_000, metavar="N")
    parser.add_argument("--agents", type=int, default=1_000, metavar="N", help="authority records (1,000)")
    parser.add_argument("--step", type=int, default=_STEP, metavar="N", help="texts between two lines")
    parser.add_argument("--processes", type=int, metavar="N", help="that describe; 0: none (as the command)")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, _database():
        agents = made_agents(options.agents, options.seed)
        file = Path(folder) / "texts.jsonl"
        with file.open("w", encoding="utf-8") as rows:
            rows.writelines(f"{row}\n" for row in made_rows(options.texts, agents, options.seed))
        _write_agents(agents)
        _measure(file, Path(folder) / "report.jsonl", options.step, options.processes)


@contextmanager
def _database() -> Iterator[None]:
    """An empty database of the archive's PostgreSQL, dropped at the end."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    import django
    from django.conf import settings
    from django.db import connection

    django.setup()
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = "measured_ingest"
    connection.settings_dict["TEST"]["NAME"] = "measured_ingest"
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def _write_agents(agents: Sequence[object]) -> None:
    from django.db import transaction

    from articles.models import Agent, AgentName

    with transaction.atomic():
        saved = Agent.objects.bulk_create(
            Agent(kind=agent.kind, slug=f"made-{number}")  # type: ignore[attr-defined]
            for number, agent in enumerate(agents)
        )
        for agent, made in zip(saved, agents, strict=True):
            for language, text in made.names.items():  # type: ignore[attr-defined]
                AgentName.objects.create(agent=agent, text=text, language=language, form="authorized")


def _measure(file: Path, report: Path, step: int, processes: int | None) -> None:
    from articles.ingest.accession import Writer, ingest
    from articles.ingest.pool import spare_processes
    from articles.intake import intake
    from articles.models import AccessionBatch

    batch = AccessionBatch.objects.create(program_version="bench", label="benchmark")
    writer = Writer(batch, intake())
    count = spare_processes() if processes is None else processes
    print(f"{count} processes describe; memory of the writer and of all processes, MB", flush=True)
    print(f"{'texts':>8} {'texts/s':>8} {'of all':>8} {'writer':>8} {'all':>8}")
    start = before = perf_counter()
    mentions = number = 0
    at_start: dict[str, float] = {}
    last: dict[str, float] = {}
    counted_from = counted_to = 0
    with report.open("w", encoding="utf-8") as lines:
        for number, outcome in enumerate(ingest([file], writer, processes=count), 1):
            lines.write(json.dumps(outcome.as_report(), ensure_ascii=False) + "\n")
            mentions += len(outcome.mentions)
            if number == min(step, 500):
                # Those that describe have begun, and the caches are warm.
                at_start, counted_from = _processor_time(), number
            if number % step == 0:
                now = perf_counter()
                own, every = _memory()
                speed, overall = step / (now - before), number / (now - start)
                print(f"{number:8,} {speed:8.0f} {overall:8.0f} {own:8.0f} {every:8.0f}", flush=True)
                before = now
                last, counted_to = _processor_time(), number
    seconds = perf_counter() - start
    if at_start and counted_to > counted_from:
        each = {part: 1000 * (last[part] - at_start[part]) / (counted_to - counted_from) for part in at_start}
        shares = ", ".join(f"{part} {time:.1f}" for part, time in each.items())
        print(f"processor time a text, ms: {shares}; in all {sum(each.values()):.1f}")
    print(
        f"{number:,} texts in {seconds:.0f} s, {number / seconds:.0f} a second; {mentions / number:.1f} mentions a text"
    )


def _processor_time() -> dict[str, float]:
    """Seconds that each part has taken so far: on a machine with other work they tell more than a clock does."""
    from django.db import connection

    writer = psutil.Process()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        session = cursor.fetchone()[0]
    describing = [child for child in writer.children() if child.name().startswith("python")]
    parts = {"writing": [writer], "describing": describing}
    if psutil.pid_exists(session) and psutil.Process(session).name().startswith("postgres"):
        parts["PostgreSQL"] = [psutil.Process(session)]
    return {name: sum(sum(one.cpu_times()[:2]) for one in processes) for name, processes in parts.items()}


def _memory() -> tuple[float, float]:
    """Resident memory of this process, and of it and those it started, in MB."""
    process = psutil.Process()
    own = process.memory_info().rss
    others = 0
    for child in process.children(recursive=True):
        with suppress(psutil.Error):
            others += child.memory_info().rss
    return own / 2**20, (own + others) / 2**20


if __name__ == "__main__":
    main()
