"""A day alone below the last sentence of a text: «26 avril 2016», «(3.05.2016)»."""

import re

from articles.ingest.describe.layout import is_terminal
from articles.ingest.describe.refusals import announces, remembers
from articles.written_dates import find_dates

_SENTENCE = 40
_IN_WORDS = re.compile(r"[^\W\d_]{3}")


def closes_a_text(exact: str, day: str, above: str, line: str, whole: str) -> bool:
    """Whether nothing but its one `day`, in EDTF, written `exact`, is the last `line` of a text.

    In figures without brackets it may be that of a print, and below a title or what announces it (`above`) that of
    something else.
    """
    if not exact or line.strip("()[]. ") != exact or len(above) < _SENTENCE or not is_terminal(above):
        return False
    if line[0] not in "([" and _IN_WORDS.search(exact) is None:
        return False
    if any(found.date.text != day for found in find_dates(whole)):
        return False
    return not (remembers(whole, line, day) or announces(whole, line, day))
