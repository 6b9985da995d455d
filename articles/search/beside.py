"""The words beside a name in a query that belong to it: given names, initials, titles."""

from __future__ import annotations

from collections.abc import Container, Sequence

from articles.models import Agent
from articles.names import fold
from articles.search.name_forms import may_be_of_father, said_before, with_given_name
from articles.search.pieces import Piece
from articles.search.titles import is_title

#: So many words on either side of a surname may be given names.
MOST_GIVEN = 3


def _begin_of_title(place: int, taken: set[int]) -> int:
    """Where a title may begin whose last word this is: none has more than three."""
    first = place
    while first > 0 and place - first < 2 and first - 1 not in taken:
        first -= 1
    return first


def with_given_names(
    pieces: Sequence[Piece],
    start: int,
    end: int,
    agents: tuple[Agent, ...],
    taken: set[int],
    others: Container[int],
) -> tuple[int, int, tuple[Agent, ...]]:
    """The place of a name with the given names, initials and honorifics beside it, and whom these leave; at the places
    of `others` no title stands, but somebody else's name."""
    if pieces[start].is_excluded or pieces[start].is_phrase:
        return start, end, agents
    first, last, meant = start, end, agents
    for step in (-1, 1):
        fits, passed = end - start > 1, 0
        for _word in range(MOST_GIVEN):
            place = first - 1 - passed if step < 0 else last + passed
            if not 0 <= place < len(pieces) or place in taken or not pieces[place].is_mere_word:
                break
            word = pieces[place].plain
            # «Sergueï Lavrov Sergueï …» goes on with another one's name.
            is_again = any(fold(piece.plain) == fold(word) for piece in pieces[first:last])
            fitting = () if is_again else with_given_name(word, meant)
            before = pieces[_begin_of_title(place, taken) : place + 1]
            is_free = step < 0 and not (place in others and is_title(word))
            width, said_of = said_before(before, meant) if is_free else (1, ())
            is_of_father = may_be_of_father(word)
            if not (fitting or said_of or (is_of_father and fits and step > 0)):
                if fits or not is_of_father:
                    break
                passed += 1  # «Юрий Алексеевич Гагарин»: if a given name stands behind it
                continue
            meant, fits, passed = fitting or said_of or meant, fits or bool(fitting), 0
            first, last = min(first, place + 1 - width), max(last, place + 1)
            taken.update(range(first, last))
    return first, last, meant
