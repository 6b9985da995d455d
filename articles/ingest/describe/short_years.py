"""Days with two figures for their year on a short line: «30/01/22», «« Le Phare », 15.10.19», “MANAUS — 18/01/17”."""

import re
from datetime import date as calendar_date

from articles.dates import EdtfDate
from articles.ingest.describe.words import latin_language
from articles.months import year_of_two_figures
from articles.written_dates import WrittenDate, find_dates

_LONGEST = 60
_BEGINNING = 1500
_FIGURES = re.compile(
    r"(?<![\w./:-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{2})(?![\w/:-]|\.\d)"
)
# What else is numbered so: «Tél. 05.10.22», «v. 3.1.12».
_NUMBERS = re.compile(
    r"t[ée]l|phone|fax|тел|version|\bv(?:er)?\.|верс|هاتف|\bip\b|page|стр|prix|€|\$", re.IGNORECASE
)


def days_of(text: str, whole: str) -> list[WrittenDate]:
    """The dates of a line above a text or below its headline; of a short one without any, its one day in figures.

    That is read day first but where it cannot be; in English neither where both numbers may be the month.
    """
    days = find_dates(text)
    if days or len(text) > _LONGEST or _NUMBERS.search(text):
        return days
    found = list(_FIGURES.finditer(text))
    if len(found) != 1:
        return []
    first, second = int(found[0]["first"]), int(found[0]["second"])
    english = found[0]["mark"] != "." and is_english(whole)
    if english and first <= 12 and second <= 12 and first != second:
        return []
    day, month = (second, first) if english and second > 12 else (first, second)
    try:
        exact = calendar_date(year_of_two_figures(int(found[0]["year"])), month, day)
    except ValueError:
        return []
    return [WrittenDate(EdtfDate.parse(exact.isoformat()), *found[0].span(), "short_year")]


def is_english(whole: str) -> bool:
    """Whether most of its beginning is in Latin letters, and more of its small words English than French."""
    letters = [char for char in whole[:_BEGINNING] if char.isalpha()]
    return latin_language(whole) == "en" and 2 * sum(map(str.isascii, letters)) > len(letters)
