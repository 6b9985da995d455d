"""Mentions stay on their words when a text is corrected, and what a person decided about them is never lost."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from articles.models import Article, Mention
from articles.passages import reanchor
from articles.vocabulary import MentionStatus, TextField

#: Code points before and after the words that say which of several places is meant.
CONTEXT = 60
#: Those of them that must be there whole for a place to be taken before any other.
NEAREST = 15
#: Beyond any text: where mentions wait while others take their new places, so that no two ever clash.
_AWAY = 1_000_000_000

_ALIKE = ("'’ʼ‘", "-‐‑–", '"“”«»')


@dataclass(frozen=True, slots=True)
class Reanchored:
    """What a correction did to the mentions of an article."""

    moved: tuple[Mention, ...] = ()
    """Still on their words, at another offset."""
    removed: tuple[Mention, ...] = ()
    """Found by the program, decided by no one, and their words are gone."""
    unlinked: tuple[Mention, ...] = ()
    """Decided by a person, and their words are gone: they wait among the proposals, or stay rejected."""


def texts_of(article: Article) -> dict[str, str]:
    """The fields in which names can stand, with their text."""
    return {name: getattr(article, name) for name in TextField.values}


def stands_in(mention: Mention, texts: Mapping[str, str]) -> bool:
    """Whether the words of a mention stand at its place in these texts."""
    return texts[mention.field][mention.start : mention.end] == mention.exact


def plan_reanchoring(
    mentions: Iterable[Mention], before: Mapping[str, str], after: Mapping[str, str]
) -> dict[int, int | None]:
    """Where each mention (by key) begins after the correction; None when its words are gone. Nothing is written.

    What lies before and after the whole correction keeps its place; between the two a quotation is looked for
    by its surroundings, so that of several equal names each keeps its own. Of two linked mentions that would
    begin at one place, the decided and then the longer one has it.
    """
    plan: dict[int, int | None] = {}
    mentions = list(mentions)
    for name in TextField.values:
        inside = [mention for mention in mentions if mention.field == name]
        if before[name] == after[name]:
            plan |= {mention.pk: mention.start if stands_in(mention, after) else None for mention in inside}
            continue
        spans = {(mention.start, mention.exact) for mention in inside}
        places = _new_places(before[name], after[name], spans)
        plan |= {mention.pk: places[mention.start, mention.exact] for mention in inside}
    held: set[tuple[str, int]] = set()
    linked = [mention for mention in mentions if mention.status == MentionStatus.LINKED]
    for mention in sorted(linked, key=lambda m: (not m.is_decided, -len(m.exact), m.pk)):
        place = plan[mention.pk]
        if place is not None and (mention.field, place) in held:
            plan[mention.pk] = None
        elif place is not None:
            held.add((mention.field, place))
    return plan


def _new_places(old: str, new: str, spans: Collection[tuple[int, str]]) -> dict[tuple[int, str], int | None]:
    """Where each (start, words) of the old text begins in the new one; sure places first, then by surroundings."""
    head, tail = _unchanged(old, new)
    places: dict[tuple[int, str], int | None] = dict.fromkeys(spans)
    taken: dict[str, set[int]] = {exact: set() for _start, exact in spans}
    lost, astray = [], []
    for start, exact in sorted(spans):
        end = start + len(exact)
        if old[start:end] != exact:
            astray.append((start, exact))  # its words were gone before: a place only if there is just one
            continue
        place = start if end <= head else start + len(new) - len(old)
        if (end <= head or start >= len(old) - tail) and _stands(new, place, exact, old, start):
            places[start, exact] = place
            taken[exact].add(place)
        else:
            lost.append((start, exact))
    changed = (head, len(new) - tail)
    for context in (NEAREST, 0):  # first those whose nearest surroundings are all there
        for start, exact in lost:
            if places[start, exact] is None:
                found = _quoted_place(
                    old, new, start, exact, _Limits(changed, frozenset(taken[exact]), context)
                )
                places[start, exact] = found
                taken[exact] |= {found} if found is not None else set()
    for start, exact in astray:
        free = [place for place, _end in places_of_words(new, exact) if place not in taken[exact]]
        if len(free) == 1 and new.startswith(exact, free[0]):
            places[start, exact] = free[0]
            taken[exact].add(free[0])
    return places


def _unchanged(old: str, new: str) -> tuple[int, int]:
    """How many code points at the beginning and at the end the two texts share, without counting one twice."""
    head = _shared_length(old, new)
    shortest = min(len(old), len(new)) - head
    return head, _shared_length(old[len(old) - shortest :][::-1], new[len(new) - shortest :][::-1])


def _shared_length(one: str, other: str) -> int:
    """How many code points two texts share at the beginning, by halving: far quicker than one by one."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


@dataclass(frozen=True, slots=True)
class _Limits:
    """Where a quotation may be found again: in the changed stretch, at no taken place, with so much around it."""

    changed: tuple[int, int]
    taken: frozenset[int]
    context: int


def _quoted_place(old: str, new: str, start: int, exact: str, limits: _Limits) -> int | None:
    """The place of the quotation within the limits that suits its surroundings best."""
    end, width = start + len(exact), len(exact)
    prefix, suffix = old[max(0, start - CONTEXT) : start], old[end : end + CONTEXT]
    before, after = (prefix[-limits.context :], suffix[: limits.context]) if limits.context else ("", "")
    hidden = list(new)
    for place in limits.taken:
        hidden[place] = "\0"
    while (found := reanchor(exact, prefix, suffix, start, "".join(hidden))) is not None:
        inside = found < limits.changed[1] and found + width > limits.changed[0]
        near = new.startswith(after, found + width) and new.endswith(before, 0, found)
        if inside and near and _stands(new, found, exact, old, start):
            return found
        hidden[found] = "\0"
    return None


def _stands(new: str, place: int, exact: str, old: str, start: int) -> bool:
    """Whether the words stand there, and are not grown into a longer word that they were no part of before."""
    end, old_end = place + len(exact), start + len(exact)
    return (
        new[place:end] == exact
        and (not _joined(new, place) or _joined(old, start))
        and (not _joined(new, end) or _joined(old, old_end))
    )


def _joined(text: str, place: int) -> bool:
    """Whether letters or digits stand on both sides of a place."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def places_of_words(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand as a whole, else where they stand within longer words: (start, end) in code points.

    Blanks, apostrophes, hyphens and quotation marks of any kind are taken for one another, since what an editor
    types is not always what was printed.
    """
    pieces = (_pattern(piece) for piece in re.split(r"(\s+)", words.strip()) if piece)
    found = [match.span() for match in re.finditer("".join(pieces), text)] if words.strip() else []
    whole = [(start, end) for start, end in found if not _joined(text, start) and not _joined(text, end)]
    return whole or found


def _pattern(piece: str) -> str:
    if piece.isspace():
        return r"\s+"
    return "".join(_any_alike(character) for character in piece)


def _any_alike(character: str) -> str:
    for alike in _ALIKE:
        if character in alike:
            return f"[{re.escape(alike)}]"
    return re.escape(character)


@transaction.atomic
def reanchor_mentions(
    article: Article, before: Mapping[str, str], *, leaving: Collection[int] = ()
) -> Reanchored:
    """Bring the mentions of an article whose texts were `before` to their words in its texts of now.

    A mention whose words are gone is removed if the program found it and no person decided; otherwise it is kept
    behind the end of its field, where no text stands: a linked one as a proposal, a rejected one rejected.
    Those with a key in `leaving` are only moved out of the way, for the caller to place and save.
    """
    after = texts_of(article)
    mentions = {mention.pk: mention for mention in article.mentions.select_for_update()}
    step_aside(article, [pk for pk in leaving if pk in mentions])
    staying = [mention for pk, mention in mentions.items() if pk not in leaving]
    if after == before:
        return Reanchored()
    plan = plan_reanchoring(staying, before, after)
    gone = [mention for mention in staying if plan[mention.pk] is None]
    removed = tuple(mention for mention in gone if not mention.is_decided)
    behind = [mention for mention in gone if mention.is_decided]
    unlinked = tuple(mention for mention in behind if stands_in(mention, before))  # not those lost earlier
    moved = tuple(mention for mention in staying if plan[mention.pk] not in (None, mention.start))
    for mention, start in (*((m, plan[m.pk] or 0) for m in moved), *_kept_behind(behind, after)):
        mention.start, mention.end = start, start + len(mention.exact)
    for mention in behind:
        if mention.status == MentionStatus.LINKED:
            mention.status = MentionStatus.PROPOSED
    article.mentions.filter(pk__in=[mention.pk for mention in removed]).delete()
    step_aside(article, [mention.pk for mention in (*moved, *behind)])
    Mention.objects.bulk_update([*moved, *behind], ["start", "end", "status"])
    return Reanchored(moved, removed, unlinked)


def _kept_behind(mentions: Iterable[Mention], texts: Mapping[str, str]) -> Iterator[tuple[Mention, int]]:
    """A place of its own for each mention, after the end of its field and a blank."""
    free = {name: len(text) + 1 for name, text in texts.items()}
    for mention in mentions:
        yield mention, free[mention.field]
        free[mention.field] += len(mention.exact) + 1


def step_aside(article: Article, keys: Collection[int]) -> None:
    """Move mentions beyond any text for the rest of this transaction; whoever calls gives them their places."""
    article.mentions.filter(pk__in=keys).update(start=F("start") + _AWAY, end=F("end") + _AWAY)
