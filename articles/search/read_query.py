"""What a query asks for, once it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.search.near_names import NearName
from articles.search.recognised import RecognisedDate, RecognisedName, RecognisedSubject, RecognisedTerm


@dataclass(frozen=True, slots=True)
class ReadQuery:
    """What a query asks for.

    `tsquery` is PostgreSQL's query for texts of every language, empty where nothing of it can be searched;
    `by_language` has the part for the texts of each language ("" for the other ones), `with_pairs` the same as the
    index is asked, which knows the neighbours in a phrase too; `in_headline` what asks the
    same of their headlines alone. `meant` are names the reader may have meant, `absent` the words that no text has and
    that are read as no name, `records` asks for all that is known by its record.
    """

    text: str = ""
    tsquery: str = ""
    by_language: dict[str, str] = field(default_factory=dict)
    with_pairs: dict[str, str] = field(default_factory=dict)
    in_headline: dict[str, str] = field(default_factory=dict)
    names: tuple[RecognisedName, ...] = ()
    subjects: tuple[RecognisedSubject, ...] = ()
    terms: tuple[RecognisedTerm, ...] = ()
    dates: tuple[RecognisedDate, ...] = ()
    meant: tuple[NearName, ...] = ()
    absent: tuple[str, ...] = ()
    unwritten: tuple[str, ...] = ()  # words that texts have in other forms alone, which may be another word's
    rare: tuple[str, ...] = ()  # these, and words that hardly any text has
    #: All single words that name nobody; none where no words of the archive are known.
    lone: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()  # say only what kind of answer is wanted about somebody
    places_not_asked: frozenset[tuple[int, int]] = frozenset()  # of these and those: branch, piece
    left_out: tuple[str, ...] = ()  # stand in no text, beside a name without which nothing would be found
    ignored: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()  # not looked for in the texts of languages to which they say nothing
    unread: str = ""  # its end, where it is too long
    is_open: bool = False  # a phrase is not closed, and goes to the end
    is_flat: bool = False  # parentheses say nothing: one is open, or they ask for too much
    exact: bool = False
    branches: tuple[tuple[str, ...], ...] = ()  # the pieces as typed, between the ORs
    agents: frozenset[int] = field(default_factory=frozenset)
    records: str = ""
    has_phrase: bool = False

    @property
    def leaves_out(self) -> bool:
        """Whether something is asked for that a text must not have."""
        return any("!" in query for query in self.by_language.values())
