"""Whether a text looks back on a day from later years: «Il y a dix ans, …», “Sixty years have passed”."""

import re
from datetime import date as calendar_date

from articles.months import WEEKDAY, weekday_number
from articles.names.fold import fold
from articles.written_dates import find_dates

_NUMBERS: dict[str, int] = {}
for _value, _words in {
    1: "un une one один",
    2: "deux two два عامين عامان سنتين سنتان",
    3: "trois three три ثلاث ثلاثه",
    4: "quatre four четыре اربع اربعه",
    5: "cinq five пять خمس خمسه",
    6: "six шесть ست سته",
    7: "sept seven семь سبع سبعه",
    8: "huit eight восемь ثمان ثماني ثمانيه",
    9: "neuf nine девять تسع تسعه",
    10: "dix dizaine ten decade décennie десять десятилетие عشر عشره عقد",
    11: "onze eleven одиннадцать",
    12: "douze twelve двенадцать",
    13: "treize thirteen тринадцать",
    14: "quatorze fourteen четырнадцать",
    15: "quinze quinzaine fifteen пятнадцать",
    16: "seize sixteen шестнадцать",
    17: "seventeen семнадцать",
    18: "eighteen восемнадцать",
    19: "nineteen девятнадцать",
    20: "vingt vingtaine twenty двадцать عشرين عشرون عقدين عقدان",
    30: "trente trentaine thirty тридцать ثلاثين ثلاثون",
    40: "quarante quarantaine forty сорок اربعين اربعون",
    50: "cinquante cinquantaine fifty пятьдесят خمسين خمسون",
    60: "soixante soixantaine sixty шестьдесят ستين ستون",
    70: "septante seventy семьдесят سبعين سبعون",
    80: "octante eighty восемьдесят ثمانين ثمانون",
    90: "nonante ninety девяносто تسعين تسعون",
    100: "cent centaine siècle hundred century сто век قرن مئه مائه",
}.items():
    for _word in _words.split():
        _NUMBERS[fold(_word)] = _value
_FEW = 5
"""Years from which «il y a N ans» looks back; a dispatch itself recalls what was two or three years ago."""
_HEAD = 400
"""Characters of the text in which «il y a N ans» counts within a sentence too."""

_COUNT = r"(?P<n{0}>\d{{1,3}}|[^\W\d_]+(?:[\s-][^\W\d_]+){{0,2}}?)"
_AGO = re.compile(
    r"(?<!\w)(?:"
    rf"(?:il y a|voici|voilà|voila)\s(?:(?:déjà|près de|plus de|environ|tout juste|exactement)\s)?{_COUNT.format(1)}"
    r"(?:\s(?:ans|années|d['’]années)(?!\w)|(?<=décennie)|(?<=siècle))"
    rf"|{_COUNT.format(2)}\s(?:years\s|(?<=decade\s)|(?<=century\s))ago(?!\w)"
    rf"|{_COUNT.format(3)}\s(?:(?:лет|года|год)\s|(?<=десятилетие\s)|(?<=век\s))(?:тому\s)?назад(?!\w)"
    rf"|(?:قبل|منذ)\s(?:(?:نحو|حوالي|أكثر من)\s)?{_COUNT.format(4)}"
    r"(?:\s(?:سنوات|سنة|أعوام|عاما|عامًا|عاماً|عام)(?!\w)|(?<=عقد)|(?<=عقدين)|(?<=قرن))"
    r")",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"(?<!\w)(?:"
    rf"{_COUNT.format(1)}\s(?:ans|années|décennies|d['’]années)\s(?:(?:déjà|plus tard)\s)?"
    r"(?:ont\s(?:déjà\s)?passé|(?:se\s)?sont\s(?:déjà\s)?(?:écoulée?s|passée?s))(?!\w)"
    r"|(?P<n6>décennie|siècle)\s(?:s['’]est\s(?:écoulée?|passée?)|a\spassé)(?!\w)"
    rf"|{_COUNT.format(2)}\s(?:years|decades)\s(?:have|had)\s(?:\w+\s)?(?:passed|elapsed|gone by)(?!\w)"
    rf"|(?:прошло|минуло|миновало)\s(?:уже\s)?{_COUNT.format(3)}\s(?:лет|года|десятилетий)(?!\w)"
    rf"|{_COUNT.format(4)}\s(?:лет|года)\s(?:прошло|минуло|миновало)(?!\w)"
    rf"|(?:مرت|مر|مضت|مضى|انقضت|مرور|مضي)\s(?:(?:نحو|حوالي|أكثر من)\s)?{_COUNT.format(5)}"
    r"\s(?:سنوات|سنة|أعوام|عاما|عامًا|عاماً|عام|عقود)(?!\w)"
    r")",
    re.IGNORECASE,
)
# «Deux siècles plus tard», and where a sentence turns to it, «Dix ans après, …».
_TURNS = re.compile(
    r"(?:décennies|siècles?) (?:plus tard|après)|(?:decades|century|centuries) (?:later|on)\b"
    r"|(?:десятилети[еяй]|столети[еяй]|век|века|веков) спустя|بعد (?:عقود|قرون|قرن)\b"
    r"|(?:^|[.!?…»]\s)(?:[\w-]+\s){1,3}(?:ans (?:plus tard|après,)|years (?:later|on)\b|лет спустя)"
    r"|بعد (?:\w+ ){0,2}(?:سنوات|سنة|عام|عاما|عامًا|أعوام) (?:من|على) ذلك",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE = 24
_WORD = re.compile(r"\w+(?:-\w+)*")
_FIGURES = re.compile(r"\d{1,3}(?!\d)")
_PARTED = re.compile(r"[\n.,;:!?…]")
_DECADES = re.compile(r"décennies|decades|десятилети|عقود", re.IGNORECASE)
_CENTURIES = re.compile(r"siècles|centuries|столети|веков|قرون", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?…؟»:—–]\s*)$")


def looks_back(text: str, year: int) -> bool:
    """Whether a text that opens with a day of `year` tells of it from later years.

    «Il y a N ans» does where N years later is not still to come: at the beginning of a sentence, or anywhere in the
    opening.
    """
    if any(not is_to_come(text, found.span(), year) for found in _TURNS.finditer(text)):
        return True
    most = calendar_date.today().year - year
    if any(1 < _years(found) <= most for found in _PASSED.finditer(text)):
        return True
    for found in _AGO.finditer(text):
        begins = _SENTENCE_START.search(text[max(found.start() - 3, 0) : found.start()]) is not None
        if (found.start() < _HEAD or begins) and _FEW <= _years(found) <= most:
            return True
    return False


def is_to_come(text: str, span: tuple[int, int], year: int) -> bool:
    """Whether as many years behind a `year` as «Quarante ans après» says, in a span and right before it, lie ahead.

    Such words tell of something older than a day of that year.
    """
    start, end = span
    number = sum(map(_number_of, _WORD.findall(text, start, end)))
    for word in reversed(_WORD.findall(_PARTED.split(text[max(start - _BEFORE, 0) : start])[-1])):
        if not (value := _number_of(word)):
            break
        number += value
    unit = 10 if _DECADES.search(text, start, end) else 100 if _CENTURIES.search(text, start, end) else 1
    return year + max(number, 2 if unit > 1 else number) * unit > calendar_date.today().year


def _number_of(word: str) -> int:
    """The number that «60e», «vingt-cinq» or «сорок» is, 0 for other words and for years."""
    figures = _FIGURES.match(word)
    return int(figures[0]) if figures else sum(map(_value_of, word.split("-")))


def _years(found: re.Match[str]) -> int:
    """The number of a match: «двадцать пять» adds up, «trois décennies» counts tens; 0 where no word is one."""
    number = next(value for value in found.groupdict().values() if value)
    if number.isdigit():
        return int(number)
    total = sum(_value_of(word) for word in re.split(r"[\s-]", number))
    return total * 10 if re.search(r"décennies|decades|десятилетий|عقود", found[0]) else total


def _value_of(word: str) -> int:
    """The number that a word is, with «و» written to it in Arabic: «خمسة وعشرين»."""
    folded = fold(word)
    return _NUMBERS.get(folded) or _NUMBERS.get(folded.removeprefix("و"), 0)


_WEEKDAY = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)


def says_its_weekday(written: str, day: calendar_date) -> bool:
    """Whether the day of the week that a date is written with, if any, is that of the day."""
    weekday = _WEEKDAY.search(written)
    return weekday is None or weekday_number(weekday[0]) == day.weekday()


_SAID_OTHERWISE = re.compile(r"\s+\d|-là")
# «Ce mercredi, deux hommes…»: who tells of a day says so too.
_THIS = re.compile(r"(?<!\w)(?:ce|that|this|тот|ту|то|эту|этот|ذلك|هذا)\s$", re.IGNORECASE)


def names_its_weekday(opening: str, day: calendar_date) -> bool:
    """Whether the first weekday that the opening names, as a dispatch does, is that of the day: «a reçu samedi»."""
    weekday = _WEEKDAY.search(opening)
    if weekday is None or _SAID_OTHERWISE.match(opening, weekday.end()):
        return False
    if _THIS.search(opening[: weekday.start()]):
        return False
    return weekday_number(weekday[0]) == day.weekday()


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_ISSUE = 100
"""Days that a paper which comes out every quarter is about, and some."""


def is_no_issue(edtf: str) -> bool:
    """Whether it goes from a day to one further off than an issue lasts: «1er janvier – 31 décembre 2014».

    So is written what a report is about, and a life.
    """
    first, _slash, last = edtf.partition("/")
    if not (_DAY.fullmatch(first) and _DAY.fullmatch(last)):
        return False
    return (calendar_date.fromisoformat(last) - calendar_date.fromisoformat(first)).days > _LONGEST_ISSUE


_YEAR = re.compile(r"(?<![\w.,/-])[12]\d{3}(?![\w/-]|[.,]\d)")
_FORESEEN = 5
"""Years that a text looks ahead («d'ici 2030»): who writes of later ones looks back."""


FIRST_YEAR = 1950
"""Of an older day a historian tells more often than a paper is dated by it."""


def is_recalled(text: str, last: calendar_date) -> bool:
    """Whether a day that vouches little for itself is of times too old, or is told of from later ones."""
    return last.year < FIRST_YEAR or knows_later(text, last)


def knows_later(text: str, last: calendar_date) -> bool:
    """Whether a text tells of later days than `last`, of years long after it, or looks back on it."""
    if looks_back(text, last.year):
        return True
    told = range(last.year + _FORESEEN + 1, calendar_date.today().year + 1)
    if any(int(number[0]) in told for number in _YEAR.finditer(text)):
        return True
    days = (found.date.latest for found in find_dates(text) if found.date.precision == "day")
    return any(day is not None and day > last for day in days)
