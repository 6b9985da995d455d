"""The sample archive: the founding texts, their translations, and the authority records they need."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from articles.models import Agent, Article, Office, Tag


@dataclass(frozen=True, slots=True)
class Sample:
    """One text of the manifest `samples.csv`; paths are those of existing files."""

    path: Path
    tags: tuple[str, ...]
    translation_of: Path | None
    credit: str


def read_samples(folder: Path) -> list[Sample]:
    """The texts of the manifest, the originals before their translations."""
    samples = [
        Sample(
            path=folder / row["path"],
            tags=tuple(filter(None, row["tags"].split("|"))),
            translation_of=folder / row["translation_of"] if row["translation_of"] else None,
            credit=row["credit"],
        )
        for row in _rows(folder / "samples.csv")
    ]
    return sorted(samples, key=lambda sample: sample.translation_of is not None)


def load_tags(folder: Path) -> None:
    """Make the tags of `tags.csv` that the archive has not."""
    rows = list(_rows(folder / "tags.csv"))
    for row in rows:
        Tag.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "pref_label_fr": row["label_fr"],
                "pref_label_en": row["label_en"],
                "alt_labels": list(filter(None, row["alt_labels"].split("|"))),
            },
        )
    for row in rows:
        if row["broader"]:
            Tag.objects.filter(slug=row["slug"], broader=None).update(
                broader=Tag.objects.get(slug=row["broader"])
            )


def load_offices(folder: Path, articles: Mapping[str, Article]) -> None:
    """Put on record the offices that the texts state; `articles` are by the stem of their file."""
    agents = {agent.key: agent for agent in Agent.objects.exclude(key=None)}
    for row in _rows(folder / "offices.csv"):
        Office.objects.get_or_create(
            agent=agents[row["key"]],
            label=row["label"],
            article=articles[row["text"]],
            defaults={"language": row["language"]},
        )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
