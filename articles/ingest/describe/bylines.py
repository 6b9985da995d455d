"""Who signs a text: the author that a header line names without a colon."""

import re

from articles.ingest.describe import labels
from articles.ingest.describe.dateline import AGENCIES
from articles.written_dates import read_date

_DANGLING = re.compile(r"(?:[\s,]+(?:le|la|de|du|des|et|and|и|avec|with))*[\s,]*$")
_WITH = rf"(?:avec|with)\s(?:{AGENCIES}|(?:les\s)?agences|agencies)(?![^\W_])"
_SHARED = re.compile(rf"\s(?:{_WITH}|\({_WITH}\))")
_ON_A_DAY = re.compile(r"\s(?:ON|LE)\s")
_LIST_COMMA = re.compile(r",\s+")


def read_byline(text: str, begin: int) -> tuple[str, int] | None:
    """(the author, where the name ends) where a byline stands at `begin` of a header line."""
    for pattern in (labels.ARABIC_BYLINE, labels.LOGIN):
        if found := pattern.match(text, begin):
            return found["name"], found.end()
    if begin and (login := labels.LOGIN_LAST.match(text, begin)) and login["name"].islower():
        return login["name"], login.end()
    announced = labels.BYLINE.match(text, begin)
    name = labels.NAME.match(text, announced.end()) if announced else None
    if name is None or len(name[0]) > 90:
        return None
    value = _DANGLING.sub("", _before_what_follows(name[0], text[name.start() :])).rstrip(" ,&/")
    end = name.start() + len(value)
    if shared := _SHARED.match(text, end):
        end = shared.end()
    # «Par Rabat, les…» or «By Friday the…»: after a name the line ends, or a date, a time or a bar follows.
    if re.match(r"\s+[a-zà-öа-я]{3,}", text[end:]) and not re.match(
        r"\s+(?:publié|posted|avec|with)\b", text[end:]
    ):
        return None
    return value, end


def _before_what_follows(name: str, rest: str) -> str:
    """The names before a comma with an outlet or a date behind it: «John Smith, Reuters, Nov. 1, 2013»."""
    for comma in _LIST_COMMA.finditer(name):
        behind = rest[comma.end() :]
        if labels.OUTLET.match(behind) or read_date(behind):
            name = name[: comma.start()]
            break
    # In capitals the day that follows is written as names are: “ADRIATIC EDITOR ON TUESDAY”.
    on = _ON_A_DAY.search(name)
    return name[: on.start()] if on and read_date(rest[on.end() :]) else name
