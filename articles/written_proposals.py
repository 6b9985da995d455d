"""Names found in a text, written as proposals with their places, in one statement for each way they are spelt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from unicodedata import normalize

from articles.candidates import LEAST_SCORE, Candidate
from articles.models import Article
from articles.names import fold, sound_of
from articles.names.other_sounds import other_sounds
from articles.statements import Prepared, Statement, send
from articles.terms import institution_keys
from articles.vocabulary import AgentKind

LONGEST_NAME, LONGEST_WORDS, LONGEST_RULE = 300, 500, 120
#: In so many other spellings a name is kept; each is asked for by its own keys.
MOST_SPELLINGS = 4
#: By so many letters the spellings of one name may differ in length.
_NEARLY = 2

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


def other_keys(name: str, *, is_person: bool) -> tuple[str, ...]:
    """The keys of a name in a text besides that of its sound: other sounds, or what an institution's says."""
    return other_sounds(name, is_person=True) if is_person else institution_keys(name)


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
            " ".join(other_keys(candidate.text, is_person=AgentKind(candidate.kind) is AgentKind.PERSON))
            for candidate in names.values()
        ],
        LEAST_SCORE,
        MOST_SPELLINGS,
    ]
