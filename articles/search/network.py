"""Who is named together with whom: how often two agents stand in the same text, counted from the packed index."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from articles.facet_codes import LARGEST, FacetKind, Flag, facet_code, unpack, value_of
from articles.models import FacetCount, SearchSample
from articles.models.search_entry import SearchEntryQuerySet
from articles.search.plan import MOST_COUNTED, packed_codes

#: Of a sample, what stands together less often says too little.
LEAST_SAMPLED = 3

_ENTRY = facet_code(FacetKind.FLAG, Flag.ENTRY)
#: The codes of people and of institutions stand beside each other.
_FIRST, _LAST = facet_code(FacetKind.PERSON, 0), facet_code(FacetKind.INSTITUTION, LARGEST)


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
    codes, factor = _read(entries, sample)
    counted = Counter(codes)
    agents = {value_of(code): code for code in counted if _FIRST <= code <= _LAST}
    commonest = sorted(agents, key=lambda agent: (agent != always, -counted[agents[agent]], agent))[:most]
    together = _together(codes, {agents[agent]: agent for agent in commonest})
    least = 1 if factor == 1 else LEAST_SAMPLED
    pairs = sorted(together.items(), key=lambda item: (-item[1], item[0]))
    return CoMentions(
        agents={agent: counted[agents[agent]] * factor for agent in commonest},
        pairs={pair: count * factor for pair, count in pairs if count >= least},
        texts=counted[_ENTRY] * factor,
        is_exact=factor == 1,
    )


def _read(entries: SearchEntryQuerySet, sample: SearchEntryQuerySet) -> tuple[array[int], int]:
    """The codes of all entries, or of the sample, and by how much that is smaller."""
    if FacetCount.objects.total(Flag.ENTRY) > MOST_COUNTED:
        codes = unpack(packed_codes(sample))
        if codes.count(_ENTRY) * SearchSample.FACTOR > MOST_COUNTED:
            return codes, SearchSample.FACTOR
    return unpack(packed_codes(entries)), 1


def _together(codes: Iterable[int], agents: Mapping[int, int]) -> Counter[tuple[int, int]]:
    """How often each two of these agents, by their codes, stand in the same entry.

    The codes of an entry rise: whom it names stand before the one that every entry has.
    """
    together: Counter[tuple[int, int]] = Counter()
    named: list[int] = []
    for code in filter({*agents, _ENTRY}.__contains__, codes):
        if code != _ENTRY:
            named.append(agents[code])
        elif named:
            if len(named) > 1:
                together.update(combinations(sorted(named), 2))
            named = []
    return together
