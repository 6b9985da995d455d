"""What an OAI-PMH request asks: its arguments read and checked, its place in a long list; errors by their codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from django.http import QueryDict

from articles.export.selection import read_place, written_place
from articles.languages import LANGUAGES

PREFIX = "oai_dc"
#: The prefix of the sets, which are the languages of the texts.
SET = "language-"

#: Verb → the arguments it must have, and those it may have.
VERBS: dict[str, tuple[set[str], set[str]]] = {
    "Identify": (set(), set()),
    "ListMetadataFormats": (set(), {"identifier"}),
    "ListSets": (set(), {"resumptionToken"}),
    "GetRecord": ({"identifier", "metadataPrefix"}, set()),
    "ListIdentifiers": ({"metadataPrefix"}, {"from", "until", "set", "resumptionToken"}),
    "ListRecords": ({"metadataPrefix"}, {"from", "until", "set", "resumptionToken"}),
}


class OaiError(Exception):
    """A request that cannot be answered: `code` as the protocol names it (3.6), and why."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is to hold, and the last record that was given of it."""

    language: str = ""
    start: datetime | None = None
    end: datetime | None = None  # excluded
    after: tuple[datetime, int] | None = None

    def token(self, modified: datetime, pk: int) -> str:
        """The place behind a record of this list, as a resumption token."""
        ends = (moment.strftime(_TOKEN) if moment else "" for moment in (self.start, self.end))
        return "_".join([self.language, *ends, written_place(modified, pk)])

    def behind(self, after: tuple[datetime, int]) -> Asked:
        """The same list from this place on."""
        return replace(self, after=after)


_TOKEN = "%Y%m%dT%H%M%S"  # noqa: S105 - the form of a moment in a token
_DAY, _SECOND = (
    re.compile(r"\d{4}-\d\d-\d\d", re.ASCII),
    re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII),
)


def read_arguments(arguments: QueryDict) -> dict[str, str]:
    """The arguments by name; raises OaiError for a verb or an argument that the protocol does not have."""
    verbs = arguments.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in VERBS:
        raise OaiError("badVerb", f"The verb is one of {', '.join(VERBS)}, stated once.")
    required, optional = VERBS[verbs[0]]
    given = {name: values for name, values in arguments.lists() if name != "verb"}
    if unknown := set(given) - required - optional:
        raise OaiError("badArgument", f"Not an argument of {verbs[0]}: {', '.join(sorted(unknown))}.")
    if repeated := [name for name, values in given.items() if len(values) > 1]:
        raise OaiError("badArgument", f"Stated more than once: {', '.join(repeated)}.")
    if "resumptionToken" in given:
        if len(given) > 1:
            raise OaiError("badArgument", "A resumptionToken excludes every other argument.")
    elif missing := required - set(given):
        raise OaiError("badArgument", f"Missing: {', '.join(sorted(missing))}.")
    return {"verb": verbs[0]} | {name: values[0] for name, values in given.items()}


def read_list(arguments: dict[str, str]) -> Asked:
    """What a list is asked to hold; raises OaiError."""
    if "resumptionToken" in arguments:
        return _read_token(arguments["resumptionToken"])
    check_prefix(arguments)
    language = arguments.get("set", "")
    if language and language.removeprefix(SET) not in LANGUAGES:
        raise OaiError("noRecordsMatch", "There is no such set.")
    start, end = arguments.get("from"), arguments.get("until")
    if start and end and len(start) != len(end):
        raise OaiError("badArgument", "from and until must be of the same granularity.")
    asked = Asked(
        language.removeprefix(SET),
        _moment(start, "from") if start else None,
        _moment(end, "until") + timedelta(days=1 if len(end) == 10 else 0, seconds=0 if len(end) == 10 else 1)
        if end
        else None,
    )
    if asked.start and asked.end and asked.start >= asked.end:
        raise OaiError("badArgument", "from is later than until.")
    return asked


def check_prefix(arguments: dict[str, str]) -> None:
    """Raises OaiError where another format than Dublin Core is asked for."""
    if arguments.get("metadataPrefix") != PREFIX:
        raise OaiError("cannotDisseminateFormat", f"Records are given as {PREFIX}.")


def _moment(text: str, name: str) -> datetime:
    if not (_DAY.fullmatch(text) or _SECOND.fullmatch(text)):
        raise OaiError("badArgument", f"{name} is no date of the form YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.")
    try:
        return datetime.fromisoformat(text.removesuffix("Z")).replace(tzinfo=UTC)
    except ValueError as error:
        raise OaiError("badArgument", f"{name} is no date: {error}.") from error


def _read_token(token: str) -> Asked:
    try:
        language, start, end, place = token.split("_")
        if language and language not in LANGUAGES:
            raise ValueError(language)
        return Asked(language, _token_moment(start), _token_moment(end), read_place(place))
    except ValueError as error:
        raise OaiError("badResumptionToken", "This is no resumption token of this archive.") from error


def _token_moment(text: str) -> datetime | None:
    return datetime.strptime(text, _TOKEN).replace(tzinfo=UTC) if text else None
