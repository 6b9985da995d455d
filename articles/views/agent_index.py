"""People and institutions from A to Z, by the name in the interface language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db.models import FilteredRelation, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.addresses import address_of
from articles.facet_codes import FacetCounts, FacetKind
from articles.kept import Kept
from articles.languages import LANGUAGES
from articles.models import Agent, AgentName
from articles.models.agent import NAME_FALLBACK
from articles.models.agent_name import AgentLabel
from articles.names import fold, surname_of
from articles.scripts import count_scripts, dominant_script
from articles.search.archive import counts_of
from articles.search.suggest import LONGEST, Suggestion, suggest
from articles.vocabulary import AgentKind, NameForm

#: A longer index is shown letter by letter.
LONGEST_PAGE = 200
#: So many are shown where no name holds what is typed.
LONGEST_SUGGESTED = 20

Index = dict[str, list[int]]
"""Letter → the ids of its agents, both in alphabetical order."""
_kept: Kept[tuple[AgentKind, str], Index] = Kept(2 * len(LANGUAGES))

#: Folding takes й for и; in the alphabet it is the letter after it. This one stands behind all of Russian.
_SHORT_I = "и\u04ff"
#: The article before an Arabic surname, which alphabets pass over.
_ARTICLE = re.compile(r"^(?:ال(?=\w{3})|(?:аль|ас|аш|ат|ад|ан|аз|ар|эль) )")


def agent_list(request: HttpRequest, kind: AgentKind) -> HttpResponse:
    """The index, or its part: one letter of a long one, or the names that hold `q`, or sound so in another script.

    Where none does, those whose names are only like it are asked back.
    """
    query = " ".join(request.GET.get("q", "")[:LONGEST].replace("\x00", "").split())
    index = _index(kind)
    meant: list[Suggestion] = []
    if fold(query):
        found = set(AgentName.objects.like(query).filter(agent__kind=kind).values_list("agent", flat=True))
        meant = [] if found else suggest(query, LONGEST_SUGGESTED, only=kind)
        index = {letter: own for letter, keys in index.items() if (own := [pk for pk in keys if pk in found])}
    total, letters = sum(map(len, index.values())), list(index)
    chosen = request.GET.get("letter", "")
    is_long = total > LONGEST_PAGE
    if is_long:
        chosen = chosen if chosen in index else letters[0]
        index = {chosen: index[chosen]}
    context = {
        "kind": kind,
        "query": query,
        "meant": [(address_of(f"articles:{kind}-detail", one.slug), one.label) for one in meant],
        "letters": letters,
        "alphabets": [list(group) for _script, group in groupby(letters, _script)],
        "chosen": chosen if is_long else "",
        "groups": _groups(index, FacetKind.PERSON if kind == AgentKind.PERSON else FacetKind.INSTITUTION),
        "total": total,
    }
    return render(request, "articles/agent_list.html", context)


def _index(kind: AgentKind) -> Index:
    """All agents of a kind: worked out once for each version of the archive."""
    language = (get_language() or "")[:2]
    return _kept.one((kind, language), lambda: _index_now(_sort_keys(kind, language)))


def _index_now(keys: Mapping[int, str]) -> Index:
    letters: dict[str, list[int]] = {}
    for _key, pk in sorted((key, pk) for pk, key in keys.items()):
        letters.setdefault(_letter(keys[pk]), []).append(pk)
    return {letter: letters[letter] for letter in sorted(letters, key=_letter_order)}


def _sort_keys(kind: AgentKind, language: str) -> dict[int, str]:
    """Agent id → folded name to sort by: persons by surname; by slug where there is no authorized name."""
    authorized = FilteredRelation("names", condition=Q(names__form=NameForm.AUTHORIZED))
    rows = Agent.objects.filter(kind=kind).annotate(authorized=authorized)
    slugs: dict[int, str] = {}
    names: dict[int, dict[str, str]] = {}
    for pk, slug, code, text in rows.values_list("pk", "slug", "authorized__language", "authorized__text"):
        slugs[pk] = slug
        names.setdefault(pk, {})
        if text:
            names[pk][code] = text
    preferred = (language, *NAME_FALLBACK)
    return {
        pk: _sort_key(next((known[code] for code in preferred if code in known), slugs[pk]), kind)
        for pk, known in names.items()
    }


def _sort_key(name: str, kind: AgentKind) -> str:
    surname = surname_of(name) if kind == AgentKind.PERSON else None
    name = f"{surname} {name}" if surname else name
    key = fold(unicodedata.normalize("NFC", name).lower().replace("й", _SHORT_I))
    return _ARTICLE.sub("", key) if surname else key


def _letter(key: str) -> str:
    if key.startswith(_SHORT_I):
        return "Й"
    return key[0].upper() if key[:1].isalpha() else "#"


def _script(letter: str) -> str:
    return dominant_script(count_scripts(letter))


def _letter_order(letter: str) -> tuple[bool, str, str]:
    """The alphabet of the interface's language before the others."""
    script = _script(letter)
    own = LANGUAGES[get_language() or "fr"].script
    return script != own, script, letter


@dataclass(frozen=True, slots=True)
class Listed(AgentLabel):
    """An agent of the index, with the number of texts that name it."""

    article_count: int


def _groups(index: Index, facet: FacetKind) -> list[tuple[str, list[Listed]]]:
    """(letter, agents) in alphabetical order, each agent with its count."""
    labels = AgentName.objects.labels(pk for keys in index.values() for pk in keys)
    counts = counts_of(facet, list(labels))
    return [
        (letter, [_listed(labels[pk], counts.get(pk, 0)) for pk in keys if pk in labels])
        for letter, keys in index.items()
    ]


def commonest_agents(counts: FacetCounts, facet: FacetKind, most: int) -> list[Listed]:
    """The people or institutions in the most of the texts counted, each with its count; one query, or none."""
    found = counts.commonest(facet, most)
    labels = AgentName.objects.labels(found)
    return [_listed(labels[pk], count) for pk, count in found.items() if pk in labels]


def _listed(label: AgentLabel, count: int) -> Listed:
    return Listed(label.pk, label.kind, label.slug, label.name, label.language, count)
