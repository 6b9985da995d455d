"""The forms in which news texts write dates, in French, English, Russian and Arabic, and what stands beside one."""

import re

from articles.months import BLANK, DAY_END, ENGLISH_MONTH, ERA, MONTH, WEEKDAY, WEEKDAY_ANY


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_B = BLANK
_DAY_END = DAY_END
_DAY = rf"(?P<day>\d{{1,2}}|premier){_DAY_END}"
# «Oct 6, 20224 min read»: the minutes that pasting ran into the year.
_MINUTES = r"(?=\d{1,2}\s?(?:min(?:ute)?s?|мин(?:ут\w?)?)\.?\s(?:read|de\slecture|чтения|на\sчтение))"
_YEAR = rf"(?P<year>\d{{4}})(?:(?!\d)|{_MINUTES})"
_ERA = ERA
# Arabic agencies give a month in two sets of names: ديسمبر/كانون الأول, ديسمبر (كانون الأول).
_MONTH = rf"(?P<month>{MONTH})(?:(?:{_B}?[/(]{_B}?|-(?=[\u0621-\u064a]))(?P<again>{MONTH}){_B}?\)?)?"
_TO = rf"(?:{_B}?[-–—/]{_B}?|{_B}(?P<word>au|to|ou|or|по|или|إلى|أو){_B}(?:le{_B})?)"

ISO = _compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
ISO_MONTH = _compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?!\d)(?P<qualifier>[~%?](?!\w))?")
YEAR_FIRST = _compile(r"(?P<year>\d{4})([/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)")
NUMERIC = _compile(rf"(?P<first>\d{{1,2}}){_B}?([/.-]){_B}?(?P<second>\d{{1,2}}){_B}?\2{_B}?{_YEAR}{_ERA}")
# Two figures for the year: the time of day behind them says that it is one.
SHORT_YEAR = _compile(
    rf"(?P<day>\d{{2}})\.(?P<month>\d{{2}})\.(?P<short>\d{{2}})(?={_B}*[,|–—-]?{_B}*(?:à{_B}|в{_B})?\d{{1,2}}[:h]\d{{2}}(?!\d))"
)
# «22.VII.2015», “8.iii.2019”; between blanks small letters may be anything.
_ROMAN_MONTH = r"(?-i:I{1,3}|I?[VX]|VI{1,3}|XII?)|(?<=[./-])(?-i:i{1,3}|i?[vx]|vi{1,3}|xii?)"
ROMAN = _compile(
    rf"(?P<day>\d{{1,2}})(?P<mark>[./-]|[ \xa0])(?P<month>{_ROMAN_MONTH})(?P=mark)(?P<year>\d{{4}})(?!\d)"
)
_ROMAN_LEAD = _compile(
    rf"(?:(?<![^\W_])(?:{WEEKDAY_ANY})[,،]?{_B}*(?:le{_B})?|(?P<article>(?<![^\W_])le{_B}))$"
)
_EARLIEST_BETWEEN_BLANKS = 1800
_LEAD_REACH = 24


def is_roman_day(found: re.Match[str]) -> bool:
    """Whether a match of ROMAN is a day: between blanks «4 X 2000», where nothing says a day, is a product.

    So are years before 1800 there; one letter is a month behind a weekday, behind «le» where nothing follows, and
    where it fills its line.
    """
    if found["mark"] in "./-":
        return True
    if int(found["year"]) < _EARLIEST_BETWEEN_BLANKS or len(found["month"]) > 1:
        return int(found["year"]) >= _EARLIEST_BETWEEN_BLANKS
    text, start = found.string, found.start()
    before = text[max(start - _LEAD_REACH, 0) : start].rpartition("\n")[2]
    lead = _ROMAN_LEAD.search(before)
    if lead is None:
        return not before.strip() and _LINE_ENDS.match(text, found.end()) is not None
    return lead["article"] is None or _GOES_ON.match(text, found.end()) is None


_GOES_ON, _LINE_ENDS = _compile(rf"{_B}*[^\W_]"), _compile(rf"{_B}*(?:\n|$)")
DAYS = _compile(rf"{_DAY}{_TO}(?P<last>\d{{1,2}}){_DAY_END}{_B}*{_MONTH},?{_B}*{_YEAR}{_ERA}")
DAY_MONTH_YEAR = _compile(
    rf"{_DAY}(?:{_B}+(?:of|de|من){_B}+|{_B}*[-./,]?{_B}*){_MONTH}"
    rf"(?:{_B}*[-/,،]?{_B}*(?:عام|سنة|لسنة|لعام|of|de)?{_B}*){_YEAR}{_ERA}"
)
MONTH_DAY_YEAR = _compile(
    rf"{_MONTH}{_B}*[-.]?{_B}*(?:the{_B})?{_DAY}(?:{_TO}(?P<last>\d{{1,2}}){_DAY_END})?{_B}*[-,،]?{_B}*{_YEAR}"
)
MONTH_YEAR = _compile(rf"{_MONTH}{_B}*[-/,،]?{_B}*(?:عام|سنة|لسنة|لعام|of|de)?{_B}*{_YEAR}{_ERA}")
MONTH_NUMBER_YEAR = _compile(r"(?P<month>\d{1,2})[/.](?P<year>\d{4})|(?P<year2>\d{4})/(?P<month2>\d{2})")
LONE_YEAR = _compile(rf"{_YEAR}{_B}*(?:года|год|г\.?|م)?")

_CLOCK = (
    r"\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?|\s?h\s?\d{2}|\s?h(?:eures)?(?![^\W_])|(?=\s?[ap]\.?m))(?!\d)"
)
_ZONE = (
    r"(?:\s?(?:Z|UTC|GMT|[A-Z]{2,4}T|MSK|МСК)(?![^\W_]))?"
    r"(?:\s?[+-]\d{2}:?\d{2}(?!\d))?(?:\s?\([^\W\d_]{2,5}\))?"
)
TIME = _compile(
    rf"(?:T(?=\d)|{_B}*[,،|–—-]?{_B}*(?:à|at|в|@|(?:على{_B})?الساعة)?{_B}*)"
    rf"{_CLOCK}(?:\s?[ap]\.?m\.?(?![^\W_]))?{_ZONE}(?![^\W_])"
)
JOIN = _compile(rf"{_B}?[-–—/]{_B}?(?=\w)|{_B}(?:au|à|to|until|по|إلى|حتى){_B}")
# After a date there may stand no letter, no further part of a number, and no other calendar.
STOP = _compile(
    rf"[^\W_]|[-–—./:,]\d|[-–—][^\W\d_]|/(?![\u0621-\u064a])[^\W\d_]|{_B}?(?:هـ|هجري|ه\b)|{_B}?[€$£%]"
)

ISLAMIC = re.compile(r"(?<!\d)1[345]\d\d(?!\d)")
READ_IN = _compile(_MINUTES)
LEAD = _compile(
    r"[\s*_#>•·|\"'“«(\[–—-]*"
    rf"(?P<label>(?:date(?:{_B}(?:de{_B})?(?:publication|parution))?|publiée?|paru|édition|posté|mis{_B}en{_B}ligne|publication{_B}date"
    rf"|posted|published|дата(?:{_B}публикации)?|опубликовано|تاريخ{_B}النشر|التاريخ|تاريخ|نُ?شر)"
    rf"(?:{_B}*:{_B}*|{_B}+)[\"'“]?)?"
    rf"(?:{_CLOCK}(?:\s?[ap]\.?m\.?(?![^\W_]))?{_ZONE}(?:{_B}*[,،|–—-]{_B}*|{_B}+))?"
    rf"(?P<preposition>(?:(?:le|on|во?|في|يوم|بتاريخ|du|from|с|من){_B}*:?{_B}+)*)"
)
# Running prose: after a date that opened with "le", "в" or "about", or a month, a sentence may go on.
PROSE = re.compile(r"[^\S\n]*(?:[,،;][^\S\n]*)?(?:[^\W\d_]|[«“\"(])")
PROSE_AFTER_MONTH = re.compile(r"[^\S\n]+(?![A-ZÀ-ÖØ-ÞА-ЯЁ])[^\W\d_]")
ABOUT = _compile(
    rf"(?:vers|environ|circa|ca\.?|c\.|about|around|approximately|около|примерно|приблизительно|حوالي|نحو){_B}+"
    rf"(?:le{_B}+)?"
)
ABOUT_BEFORE = _compile(rf"(?<![^\W_])(?:{ABOUT.pattern})$")
WEEKDAY_BEFORE = _compile(rf"(?:{WEEKDAY_ANY}){_B}*[,،]?{_B}*(?:(?:the|le|the){_B}+)?")
CANDIDATE = _compile(rf"(?<![^\W_])(?<!\d[-–./,:])(?:\d|premier{_B}|{WEEKDAY_ANY}|{MONTH})")
# «Tél. : 05.10.22 12:30», «IP 10.10.10 10:30»: two figures thrice are the number of something else.
NUMBER_OF = _compile(
    r"(?<![^\W_])(?:t[ée]l(?:[ée]phones?)?|phone|mobile|portable|gsm|fax|télécopie|ip|тел(?:ефон)?|факс|моб|version|ver|v|верс(?:ия)?"
    r"|(?:ال)?هاتف|(?:ال)?فاكس|نقال|جوال|محمول)(?=[\W\d])[\s.:()+/\d-]*$"
)
ORDINAL = _compile(r"(?<![^\W_])(?:n[°º]|№|no\.|nr\.|vol\.|issue|pp?\.)\s?$")
DIGIT_BEFORE = re.compile(r"\d\s*$")
ANCHOR = _compile(
    rf"(?<![^\W_])(?<!\d[-–./,:])(?:"
    rf"(?:(?P<weekday>{WEEKDAY_ANY}){_B}*[,،]?{_B}*(?:le{_B}+)?)?"
    rf"(?:{_DAY}{_B}+(?:of{_B}+|من{_B}+)?{_MONTH}|(?P<month2>{ENGLISH_MONTH}){_B}+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![^\W_]))"
    rf"|(?P<lone>{WEEKDAY}))(?!{_B}*[-/,،]?{_B}*\d{{4}})(?![^\W_]|[-./:,]\d)"
)
