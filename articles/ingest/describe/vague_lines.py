"""Lines of their own that date a text by a season, a part of a month, or the paper and its month."""

import re
from datetime import date as calendar_date

from articles.ingest.describe.later import is_recalled
from articles.ingest.describe.layout import Line
from articles.ingest.describe.mastheads import read_masthead
from articles.ingest.describe.papers import GENERIC, is_paper
from articles.ingest.describe.record import Findings
from articles.months import MONTH
from articles.written_dates import read_date

_LONGEST = 60
_MARKS = " –—|-,،;•·"
_SEASONS = {
    "spring": ("03", "05", r"printemps|spring|весна|(?:ال)?ربيع"),
    "summer": ("06", "08", r"été|e\u0301té|summer|лето|(?:ال)?صيف"),
    "autumn": ("09", "11", r"automne|autumn|fall|осень|(?:ال)?خريف"),
    "winter": ("12", "02", r"hiver|winter|зима|(?:ال)?شتاء"),
}
_SEASON = re.compile(
    "(?:"
    + "|".join(f"(?P<{name}>{words})" for name, (_first, _last, words) in _SEASONS.items())
    + r")\s(?:(?:of|de|عام|سنة)\s)?(?P<year>\d{4})(?:\s?[-–—/]\s?(?P<next>\d{4}|\d{2}))?(?:\s?(?:года?|г\.))?",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:début|mi|fin|courant|early|mid|late|(?:beginning|middle|end)\sof|(?:в\s)?(?:начал[оае]|середин[ае]|кон(?:ец|це))"
    r"|(?:في\s)?(?:بداية|مطلع|أوائل|منتصف|أواسط|أواخر|نهاية)(?:\sشهر)?)[\s-]\s?(?:de\s|d['’])?"
    rf"(?P<month>{MONTH}.+)",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"\s[–—|-]\s(?P<paper>{GENERIC}\s(?:\S+\s?){{1,6}})", re.IGNORECASE)
_ABOVE = re.compile(rf"(?P<paper>{GENERIC}\s(?:\S+\s){{1,6}})[–—|-]\s", re.IGNORECASE)


def take_vague_line(line: Line, findings: Findings, *, titles: bool, first: bool) -> bool:
    """Whether a line of the header is nothing but such a date, which is then noted; what dates nothing is set aside.

    A season that `titles` its text, which begins right below it, is the headline.
    """
    if paper := _read_paper_line(line.text, findings.text) or read_masthead(
        line.text, findings.text, first=first
    ):
        value, start, end = paper
        if not value:
            findings.put_aside(line.start, line.end, "header")
            return True
        findings.add("date", value, line.start + start, line.start + end, "date_line")
        _put_aside(line, 0, start, findings)
        _put_aside(line, end, len(line.text), findings)
        return True
    value_of_all = (
        None if titles and _SEASON.fullmatch(line.text) else _read_vague_line(line.text, findings.text)
    )
    if value_of_all:
        findings.add("date", value_of_all, line.start, line.end, "date_line")
    elif value_of_all == "":
        findings.put_aside(line.start, line.end, "header")
    return value_of_all is not None


def _put_aside(line: Line, start: int, end: int, findings: Findings) -> None:
    beside = line.text[start:end]
    begin = start + len(beside) - len(beside.lstrip(_MARKS))
    if rest := beside.strip(_MARKS):
        findings.put_aside(line.start + begin, line.start + begin + len(rest), "header")


def _read_vague_line(text: str, whole: str) -> str | None:
    """The EDTF date of a line that is nothing but a season or a part of a month; None for any other line.

    Of «Début mai 2017» the month is known, of a season about which months it spans; "" where even the years of a
    winter are not, or where the `whole` text recalls that season or month.
    """
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    if part := _PART.fullmatch(text):
        month = read_date(part["month"])
        fills = month and month.end >= len(part["month"].rstrip(". ")) and month.date.precision == "month"
        if month is None or not fills:
            return None
        last = month.date.latest
        return "" if last and is_recalled(whole, last) else month.date.text
    season = _SEASON.fullmatch(text)
    return _of_season(season, whole) if season else None


def _of_season(season: re.Match[str], whole: str) -> str:
    first, last, _words = _SEASONS[next(name for name in _SEASONS if season[name])]
    year, following = int(season["year"]), season["next"]
    crosses = last < first
    if not 1800 <= year <= calendar_date.today().year + 1 or crosses != bool(following):
        return ""
    end = year + 1 if crosses else year
    if following and int(following) != (end if len(following) == 4 else end % 100):
        return ""
    # Southern papers and astronomers begin them otherwise: about these months.
    recalled = is_recalled(whole, calendar_date(end, int(last), 28))
    return "" if recalled else f"{year}-{first}~/{end}-{last}~"


def _read_paper_line(text: str, whole: str) -> tuple[str, int, int] | None:
    """(EDTF, its place) of the day or month beside a paper: «NOVEMBRE 1989 - REVUE « PRÉSENCE »», or behind it.

    Its EDTF is "" where the `whole` text recalls it.
    """
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    above = _ABOVE.match(text)
    start = above.end() if above else 0
    found = read_date(text[start:])
    if found is None or found.date.precision not in ("day", "month"):
        return None
    end = start + found.end
    paper = above if above and end == len(text) else _BESIDE.fullmatch(text, end)
    if paper is None or not is_paper(paper["paper"].strip()):
        return None
    recalled = found.date.latest is None or is_recalled(whole, found.date.latest)
    return "" if recalled else found.date.text, start + found.start, end
