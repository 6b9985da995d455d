"""Who is named together with whom: how often two agents stand in the same text, counted from the packed index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from articles.facet_codes import FacetKind, Flag, unpack, value_of
from articles.models import FacetCount, SearchSample
from articles.models.search_entry import SearchEntryQuerySet
from articles.search.plan import MOST_COUNTED, packed_codes

#: Of a sample, what stands together less often says too little.
LEAST_SAMPLED = 3

_BITS = 27
_AGENTS = (FacetKind.PERSON, FacetKind.INSTITUTION)


@dataclass(frozen=True, slots=True)
class CoMentions:
    """The agents named most, each with its number of texts, and the pairs of them that stand in the same text.

    Keys of agents, the most named first; pairs as (smaller key, larger key), the commonest first. All figures are
    estimates where `is_exact` is false.
    """

    agents: dict[int, int]
    pairs: dict[tuple[int, int], int]
    texts: int
    is_exact: bool


def co_mentions(
    entries: SearchEntryQuerySet, sample: SearchEntryQuerySet, most: int, *, always: int | None = None
) -> CoMentions:
    """The `most` agents named most in these entries, and how often each two of them are named together.

    Three statements at most. A result of more than some twenty thousand entries is estimated from the sample;
    `always` is an agent who belongs to the picture whatever its count.
    """
    packed, factor = _read(entries, sample)
    texts = list(_by_text(packed))
    totals = Counter(agent for agents in texts for agent in agents)
    commonest = sorted(totals.items(), key=lambda item: (item[0] != always, -item[1], item[0]))[:most]
    shown = {agent for agent, _count in commonest}
    together: Counter[tuple[int, int]] = Counter()
    for agents in texts:
        together.update(combinations(sorted(shown.intersection(agents)), 2))
    least = 1 if factor == 1 else LEAST_SAMPLED
    pairs = sorted(together.items(), key=lambda item: (-item[1], item[0]))
    return CoMentions(
        agents={agent: count * factor for agent, count in commonest},
        pairs={pair: count * factor for pair, count in pairs if count >= least},
        texts=len(texts) * factor,
        is_exact=factor == 1,
    )


def _read(entries: SearchEntryQuerySet, sample: SearchEntryQuerySet) -> tuple[bytes, int]:
    """The packed codes of all entries, or of the sample, and by how much that is smaller."""
    if FacetCount.objects.total(Flag.ENTRY) > MOST_COUNTED:
        packed = packed_codes(sample)
        if sum(1 for _text in _by_text(packed)) * SearchSample.FACTOR > MOST_COUNTED:
            return packed, SearchSample.FACTOR
    return packed_codes(entries), 1


def _by_text(packed: bytes) -> Iterator[list[int]]:
    """The agents of each entry.

    The codes of an entry rise, and each entry has one of the highest kind, FLAG: where the codes fall, another
    entry begins.
    """
    agents: list[int] = []
    last = 0
    for code in unpack(packed):
        if code < last:
            yield agents
            agents = []
        last = code
        if code >> _BITS in _AGENTS:
            agents.append(value_of(code))
    if last:
        yield agents
