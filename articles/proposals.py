"""New names → proposals: written with each text, decided by a person once for all texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from unicodedata import normalize

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.candidates import LEAST_FAINT, LEAST_SCORE, Candidate, Place, find_candidates
from articles.models import Agent, AgentName, Article, Mention, NameProposal, NameProposalPlace
from articles.names import fold, sound_of
from articles.names.other_sounds import other_sounds
from articles.slugs import slug_for
from articles.statements import Prepared, Statement, send
from articles.vocabulary import (
    AgentKind,
    FoundBy,
    MentionStatus,
    NameForm,
    NameStatus,
    ProposalStatus,
    TextField,
)

LONGEST_NAME, LONGEST_WORDS, LONGEST_RULE = 300, 500, 120
#: In so many other spellings a name is kept; each is asked for by its own keys.
MOST_SPELLINGS = 4
#: By so many letters the spellings of one name may differ in length.
_NEARLY = 2


class AlreadyDecidedError(Exception):
    """Another person has decided about this proposal meanwhile."""


_WRITE = Prepared(
    "write_proposals",
    (
        "text[]",
        "text[]",
        "text[]",
        "float8[]",
        "text[]",
        "text",
        "bigint",
        "int[]",
        "text[]",
        "int[]",
        "int[]",
        "text[]",
        "text[]",
        "text[]",
        "float8",
        "int",
    ),
    """
WITH wanted AS (
    SELECT *, CASE WHEN text = upper(text) AND text <> lower(text) THEN 0
        ELSE length(normalize(text, NFD)) + length(text) - length(replace(text, '-', '')) END AS marks
    FROM unnest($1, $2, $3, $4, $5, $13, $14)
        AS wanted (folded, kind, text, score, rule, surname_consonants, other_sounds)
), new AS (
    INSERT INTO articles_nameproposal
        (folded, surname_consonants, other_sounds, kind, text, language, score, rule, status, created)
    SELECT folded, surname_consonants, string_to_array(other_sounds, ' '), kind, text, $6, score, rule,
        CASE WHEN score < $15 THEN 'faint' ELSE 'proposed' END, now()
    FROM wanted ORDER BY folded, kind
    ON CONFLICT (folded, kind) DO NOTHING
    RETURNING id, folded, kind, status
), compared AS (
    -- Whether the text spells it otherwise than it is known, beyond its capitals; and so with more marks. So many
    -- spellings are kept, and a better one always; one all in capitals is no better.
    SELECT known.id, wanted.*, spelt.is_new, spelt.is_new AND wanted.marks > spelt.marks AS is_better
    FROM articles_nameproposal known JOIN wanted USING (folded, kind), LATERAL (
        SELECT length(normalize(known.text, NFD)) + length(known.text) - length(replace(known.text, '-', '')) AS marks
    ) AS best, LATERAL (
        SELECT best.marks, lower(wanted.text) <> lower(known.text) AND wanted.text <> ALL (known.spellings)
            AND (cardinality(known.spellings) < $16 OR wanted.marks > best.marks) AS is_new
    ) AS spelt
    WHERE known.status IN ('proposed', 'faint') AND (wanted.score > known.score OR spelt.is_new)
    ORDER BY folded, kind FOR NO KEY UPDATE OF known
), raised AS (
    -- The better of two reasons, and the spelling with more marks; the keys are those of all spellings.
    UPDATE articles_nameproposal known SET
        score = greatest(known.score, compared.score),
        rule = CASE WHEN compared.score > known.score THEN compared.rule ELSE known.rule END,
        status = CASE WHEN compared.score < $15 THEN known.status ELSE 'proposed' END,
        text = CASE WHEN is_better THEN compared.text ELSE known.text END,
        surname_consonants =
            CASE WHEN is_better THEN compared.surname_consonants ELSE known.surname_consonants END,
        spellings = CASE
            WHEN is_better THEN
                (known.spellings || known.text::text)[greatest(1, cardinality(known.spellings) + 2 - $16):]
            WHEN is_new THEN known.spellings || compared.text ELSE known.spellings END,
        other_sounds = CASE WHEN is_new THEN ARRAY(
            SELECT DISTINCT sound FROM unnest(known.other_sounds || string_to_array(compared.other_sounds, ' ')
                || known.surname_consonants::text || compared.surname_consonants) AS sound
            WHERE length(sound) > 1 AND sound <>
                CASE WHEN is_better THEN compared.surname_consonants ELSE known.surname_consonants END
            ORDER BY sound) ELSE known.other_sounds END
    FROM compared WHERE known.id = compared.id AND known.status IN ('proposed', 'faint')
), held AS (
    -- Kept from being forgotten meanwhile, in the order in which they are forgotten.
    SELECT known.id, folded, kind,
        CASE WHEN status = 'faint' AND wanted.score >= $15 THEN 'proposed' ELSE status END AS status
    FROM articles_nameproposal known JOIN wanted USING (folded, kind)
    ORDER BY folded, kind FOR KEY SHARE OF known
), all_of_them AS (
    SELECT id, folded, kind, status FROM new
    UNION ALL SELECT id, folded, kind, status FROM held
), placed AS (
    INSERT INTO articles_nameproposalplace (proposal_id, article_id, field, start, "end", exact)
    SELECT proposal.id, $7, place.field, place.start, place."end", place.exact
    FROM unnest($8, $9, $10, $11, $12)
        AS place (number, field, start, "end", exact)
    JOIN all_of_them proposal ON proposal.folded = ($1)[place.number]
        AND proposal.kind = ($2)[place.number]
    WHERE proposal.status IN ('proposed', 'faint')
    ON CONFLICT DO NOTHING
)
SELECT count(*), count(*) FILTER (WHERE status = 'proposed') FROM all_of_them
""",
)


def new_names(
    article: Article, taken: Iterable[tuple[str, int, int]], *, with_faint: bool = False
) -> list[Candidate]:
    """What an article seems to name besides the places (field, start, end) that are taken; without the database.

    One for each name and kind, in their order: sorted access keeps two ingests from deadlock. `with_faint`: those too
    that are to be written for the search alone.
    """
    fields = {name: getattr(article, name) for name in TextField.values}
    if article.headline_supplied:
        fields[TextField.HEADLINE] = ""
    found = [
        candidate
        for candidate in find_candidates(fields, article.language, taken=taken)
        if (candidate.score >= LEAST_SCORE or (with_faint and _is_for_search(candidate)))
        and fold(candidate.text)
        and len(candidate.text) <= LONGEST_NAME
    ]
    return sorted(found, key=lambda candidate: (fold(candidate.text), candidate.kind))


def _is_for_search(candidate: Candidate) -> bool:
    """Whether a name too faint for a person's time is a whole name of a person, as a reader may ask for one."""
    words = [word for word in candidate.text.split() if len(word.strip(".")) > 1]
    return candidate.kind == "person" and candidate.score >= LEAST_FAINT and len(words) > 1


def write_proposals(
    article: Article, candidates: Iterable[Candidate], *, after: Sequence[Statement] = ()
) -> int:
    """Carry out `after`, then write what a saved article seems to name; how many proposals wait because of it.

    A name that was rejected is not proposed again; one that waits gets this text's places too, the better of the two
    reasons, and its spelling. What is faint waits for nobody. Within the transaction of the text.
    """
    names: dict[tuple[str, str], Candidate] = {}
    for candidate in candidates:
        key = (fold(candidate.text), candidate.kind)
        held = names.setdefault(key, candidate)
        if held is not candidate:
            best = max(held, candidate, key=lambda one: one.score)
            names[key] = replace(best, text=held.text, places=(*held.places, *candidate.places))
    if not names:
        if after:
            send(after)
        return 0
    writing: list[Statement] = [(_WRITE, _parameters(article, one)) for one in _by_spelling(names)]
    answers = send([*after, *writing])
    [(known, waiting)] = answers[len(after)]
    if known < len(names):
        # Another ingest has written one of them since this statement began: now it is seen.
        [[(known, waiting)], *_others] = send(writing)
    return int(waiting)


_Names = dict[tuple[str, str], Candidate]


def _by_spelling(names: _Names) -> list[_Names]:
    """The names with their places, each as the text spells it best; then, without places, as it spells them too."""
    rounds: list[_Names] = [{}]
    for key, candidate in names.items():
        best, *others = _spellings(candidate, key[0])
        rounds[0][key] = replace(candidate, text=best)
        for number, other in enumerate(others[:MOST_SPELLINGS], 1):
            if number == len(rounds):
                rounds.append({})
            rounds[number][key] = replace(candidate, text=other, places=())
    return rounds


def _spellings(candidate: Candidate, folded: str) -> list[str]:
    """A name, and what its places have that folds to the same, each once but for capitals; the best first."""
    every = {candidate.text.lower(): candidate.text}
    for place in candidate.places:
        # Most others are shorter, a surname, and need not be folded.
        if place.exact not in every.values() and abs(len(place.exact) - len(candidate.text)) <= _NEARLY:
            spelt = " ".join(place.exact.split())
            if len(spelt) <= LONGEST_NAME and fold(spelt) == folded:
                every.setdefault(spelt.lower(), spelt)
    return sorted(every.values(), key=_marks, reverse=True)


def _marks(text: str) -> int:
    """How much a spelling tells, as `_WRITE` counts it; one all in capitals nothing."""
    return 0 if text.isupper() else len(normalize("NFD", text)) + text.count("-")


def _parameters(article: Article, names: _Names) -> list[Any]:
    """The names and, by the number of their name, the places, column by column."""
    places = [
        (number, place)
        for number, candidate in enumerate(names.values(), 1)
        for place in candidate.places
        if len(place.exact) <= LONGEST_WORDS
    ]
    return [
        [folded for folded, _kind in names],
        [kind for _folded, kind in names],
        [candidate.text for candidate in names.values()],
        [candidate.score for candidate in names.values()],
        [candidate.rule[:LONGEST_RULE] for candidate in names.values()],
        article.language,
        article.pk,
        [number for number, _place in places],
        [place.field for _number, place in places],
        [place.start for _number, place in places],
        [place.end for _number, place in places],
        [place.exact for _number, place in places],
        [
            sound_of(candidate.text, is_person=AgentKind(candidate.kind) is AgentKind.PERSON)
            for candidate in names.values()
        ],
        [
            " ".join(other_sounds(candidate.text, is_person=AgentKind(candidate.kind) is AgentKind.PERSON))
            for candidate in names.values()
        ],
        LEAST_SCORE,
        MOST_SPELLINGS,
    ]


def record_proposals(article: Article, mentions: Iterable[Mention]) -> int:
    """Find and write what an article seems to name besides its mentions, instead of what was proposed before."""
    NameProposalPlace.objects.filter(article=article).delete()
    taken = [(mention.field, mention.start, mention.end) for mention in mentions]
    return write_proposals(article, new_names(article, taken, with_faint=True))


@dataclass(frozen=True, slots=True)
class ProposalChange:
    """In how many places of an article a name waits since it was read again, and in how many none waits any more."""

    added: int
    removed: int


def add_proposals(article: Article) -> ProposalChange:
    """Write what a text read before seems to name by the rules there are now.

    What was written before stays, but where one of them has words of it.
    """
    while True:
        with transaction.atomic():
            # As it is now: it may have been corrected since it was read.
            article = Article.objects.get(pk=article.pk)
            state = _state(article)
            found = new_names(article, state[-1], with_faint=True)
            before = _waiting_places(article)
            write_proposals(article, found)
            # Locked after the names, as by who accepts one of them; otherwise each may wait for the other.
            if _state(Article.objects.select_for_update(no_key=True).get(pk=article.pk)) == state:
                _forget_outdone(article, found)
                after = _waiting_places(article)
                return ProposalChange(added=len(after - before), removed=len(before - after))
            transaction.set_rollback(True)


def _state(article: Article) -> tuple[Any, ...]:
    """What the names in an article depend on, the places of its mentions last."""
    taken = sorted(article.mentions.values_list("field", "start", "end"))
    texts = [getattr(article, name) for name in TextField.values]
    return article.language, article.headline_supplied, texts, taken


def _waiting_places(article: Article) -> set[int]:
    places = NameProposalPlace.objects.filter(article=article, proposal__status=ProposalStatus.PROPOSED)
    return set(places.values_list("pk", flat=True))


def _forget_outdone(article: Article, found: Iterable[Candidate]) -> None:
    """Delete the places of undecided names that a waiting name found now overlaps; what is faint outdoes the faint."""
    here: dict[tuple[str, str, str, int], Place] = {
        (fold(one.text), one.kind, place.field, place.start): place for one in found for place in one.places
    }
    undecided = NameProposalPlace.objects.filter(
        article=article, proposal__status__in=[NameStatus.PROPOSED, NameStatus.FAINT]
    )
    standing: list[NameProposalPlace] = []
    others: list[NameProposalPlace] = []
    for place in undecided.select_related("proposal"):
        now = here.get((place.proposal.folded, place.proposal.kind, place.field, place.start))
        (others if now is None else standing).append(place)
        if now and now.end != place.end and len(now.exact) <= LONGEST_WORDS:
            place.end, place.exact = now.end, now.exact
            place.save(update_fields=["end", "exact"])
    gone = [other for other in others if any(_outdoes(one, other) for one in standing)]
    NameProposalPlace.objects.filter(pk__in=[place.pk for place in gone]).delete()
    NameProposal.objects.forget_placeless({place.proposal_id for place in gone})


def _outdoes(one: NameProposalPlace, other: NameProposalPlace) -> bool:
    is_as_clear = one.proposal.status == NameStatus.PROPOSED or other.proposal.status == NameStatus.FAINT
    return is_as_clear and one.field == other.field and one.start < other.end and other.start < one.end


def accept_as_new(proposal: NameProposal, user: User, *, text: str = "", kind: str = "") -> Agent:
    """Make an authority record of a proposal, `text` and `kind` as the person corrected them, and link it."""
    with transaction.atomic():
        proposal = _locked(proposal)
        name = text or proposal.text
        agent = Agent.objects.create(
            kind=kind or proposal.kind, slug=slug_for(name, Agent.objects.is_slug_taken)
        )
        language = proposal.language if len(proposal.language) <= 3 else "und"
        AgentName.objects.create(agent=agent, text=name, form=NameForm.AUTHORIZED, language=language)
        _settle(proposal, agent, user)
    return agent


def accept_as_spelling(proposal: NameProposal, agent: Agent, user: User) -> Agent:
    """Put the name on an existing record as another spelling, and link it wherever it was seen."""
    with transaction.atomic():
        proposal = _locked(proposal)
        AgentName.objects.get_or_create(
            agent=agent, text=proposal.text, language="", defaults={"form": NameForm.VARIANT}
        )
        _settle(proposal, agent, user)
    return agent


def reject(proposal: NameProposal, user: User) -> None:
    """Never propose this name again."""
    with transaction.atomic():
        proposal = _locked(proposal)
        proposal.status, proposal.decided_by = ProposalStatus.REJECTED, user
        proposal.save(update_fields=["status", "decided_by"])
        proposal.places.all().delete()


def reject_all(keys: Iterable[int] | QuerySet[Any], user: User) -> int:
    """Never propose the names of these proposals again; how many of them still waited."""
    with transaction.atomic():
        # In the order in which an ingest takes them.
        waiting = NameProposal.objects.waiting().filter(pk__in=keys).order_by("folded", "kind")
        taken = list(waiting.select_for_update(of=("self",)).values_list("pk", flat=True))
        NameProposalPlace.objects.filter(proposal__in=taken).delete()
        return NameProposal.objects.filter(pk__in=taken).update(
            status=ProposalStatus.REJECTED, decided_by=user
        )


def _locked(proposal: NameProposal) -> NameProposal:
    """The proposal as it is now, for us alone; raises AlreadyDecidedError where it no longer waits, or is no more."""
    waiting = NameProposal.objects.waiting().filter(pk=proposal.pk).select_for_update().first()
    if waiting is None:
        raise AlreadyDecidedError(_("Another person has decided about this name meanwhile."))
    return waiting


def _settle(proposal: NameProposal, agent: Agent, user: User) -> None:
    """Link every place to the agent, confirmed by the person; places another name has taken stay as they are."""
    mentions = [
        Mention(
            article_id=place.article_id,
            agent=agent,
            field=place.field,
            start=place.start,
            end=place.end,
            exact=place.exact,
            found_by=FoundBy.NAME,
            status=MentionStatus.LINKED,
            confirmed_by=user,
        )
        for place in proposal.places.select_related("article")
        if getattr(place.article, place.field)[place.start : place.end] == place.exact
    ]
    Mention.objects.bulk_create(mentions, ignore_conflicts=True)
    proposal.status, proposal.agent, proposal.decided_by = ProposalStatus.ACCEPTED, agent, user
    proposal.save(update_fields=["status", "agent", "decided_by"])
    proposal.places.all().delete()
