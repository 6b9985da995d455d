"""EDTF dates in words: how a reader of French, English, Russian or Arabic expects to see them written."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from articles.months import GENITIVE, NAMES, SHORT, SHORT_GENITIVE


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The turns of one language; {0}, {1} are dates, forms for a whole day and for a coarser date apart."""

    about: tuple[str, str]
    doubtful: str
    before: tuple[str, str]
    after: tuple[str, str]
    roughly: str
    """Approximate, said of a whole "before …" or "after …"."""
    between: tuple[str, str]
    either: str
    first: str = "1"
    """The first day of a month."""
    year: str = "{0}"
    """A year, alone or after its month."""
    years: str = ""
    """From one year to another, where that has a turn of its own."""
    elision: bool = False


# U+00A0 keeps the French question mark on the line of its date, and the Russian sign of a year beside its number.
# Arabic has the Gulf's and Egypt's months, which all its press understands, and the Maghreb's digits: 1, 2, 3.
_PHRASES: dict[str, _Phrases] = {
    "fr": _Phrases(
        about=("vers le {0}", "vers {0}"),
        doubtful="{0}\u00a0?",
        before=("au plus tard le {0}", "au plus tard en {0}"),
        after=("au plus tôt le {0}", "au plus tôt en {0}"),
        roughly="{0} environ",
        between=("du {0} au {1}", "de {0} à {1}"),
        either="le {0} ou le {1}",
        first="1er",
        elision=True,
    ),
    "en": _Phrases(
        about=("about {0}", "about {0}"),
        doubtful="{0}?",
        before=("no later than {0}", "no later than {0}"),
        after=("no earlier than {0}", "no earlier than {0}"),
        roughly="{0}, approximately",
        between=("from {0} to {1}", "from {0} to {1}"),
        either="{0} or {1}",
    ),
    "ru": _Phrases(
        about=("около {0}", "около {0}"),
        doubtful="{0}\u00a0(?)",
        before=("не позднее {0}", "не позднее {0}"),
        after=("не ранее {0}", "не ранее {0}"),
        roughly="{0}, приблизительно",
        between=("с {0} по {1}", "с {0} по {1}"),
        either="{0} или {1}",
        year="{0}\u00a0г.",
        years="{0}–{1}\u00a0гг.",
    ),
    "ar": _Phrases(
        about=("نحو {0}", "نحو {0}"),
        doubtful="{0}؟",
        before=("في {0} على أبعد تقدير", "في {0} على أبعد تقدير"),
        after=("ابتداءً من {0}", "ابتداءً من {0}"),
        roughly="{0} تقريبًا",
        between=("من {0} إلى {1}", "من {0} إلى {1}"),
        either="{0} أو {1}",
    ),
}


class _Point(NamedTuple):
    year: int
    month: int
    day: int
    qualifier: str

    @property
    def form(self) -> int:
        """Which of a pair of turns it takes: 0 for a whole day, 1 for a month or a year."""
        return 0 if self.day else 1


_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")


def phrase(text: str, language: str, short: bool) -> str:
    """The words for a canonical EDTF text of our subset, in fr, en, ru or ar (any other: English)."""
    code = language.split("-")[0].lower()
    writer = _Writer(code if code in _PHRASES else "en", short)
    if text[0] == "[":
        first, second = text[1:-1].split(",")
        return writer.either(_point(first), _point(second))
    if "/" not in text:
        return writer.single(_point(text))
    start, end = text.split("/")
    if start == "..":
        return writer.open(writer.phrases.before, _point(end))
    if end == "..":
        return writer.open(writer.phrases.after, _point(start))
    return writer.interval(_point(start), _point(end))


def _point(text: str) -> _Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"not a canonical EDTF date: {text!r}")
    year, month, day, qualifier = match.groups()
    return _Point(int(year), int(month or 0), int(day or 0), qualifier)


class _Writer:
    """One language, long or short month names."""

    def __init__(self, language: str, short: bool) -> None:
        self.language = language
        self.phrases = _PHRASES[language]
        self.names = (SHORT if short else NAMES)[language]
        self.declined = (SHORT_GENITIVE if short else GENITIVE)[language]

    def plain(self, point: _Point, *, after_preposition: bool = False, repeated: str = "") -> str:
        """The date without its qualifier; `repeated` is the part from which on the next date repeats it."""
        if point.day:
            day = self.phrases.first if point.day == 1 else str(point.day)
            parts = [day, self.declined[point.month - 1], self.year(point)]
            return " ".join(parts[: {"": 3, "year": 2, "month": 1}[repeated]])
        if point.month:
            names = self.declined if after_preposition else self.names
            name = names[point.month - 1]
            return name if repeated == "year" else f"{name} {self.year(point)}"
        return self.year(point)

    def year(self, point: _Point) -> str:
        return self.phrases.year.format(point.year)

    def single(self, point: _Point) -> str:
        about, doubtful = point.qualifier in ("~", "%"), point.qualifier in ("?", "%")
        text = self.plain(point, after_preposition=about)
        if about:
            text = self.phrases.about[point.form].format(text)
        return self.phrases.doubtful.format(text) if doubtful else text

    def open(self, turn: tuple[str, str], point: _Point) -> str:
        text = turn[point.form].format(self.plain(point, after_preposition=True))
        if point.qualifier in ("~", "%"):
            text = self.phrases.roughly.format(text)
        return self.phrases.doubtful.format(text) if point.qualifier in ("?", "%") else text

    def interval(self, start: _Point, end: _Point) -> str:
        if start == end:
            return self.single(start)
        if start.qualifier or end.qualifier:
            return f"{self.single(start)} – {self.single(end)}"
        if start.form != end.form:
            return f"{self.plain(start)} – {self.plain(end)}"
        if self.phrases.years and not start.month and not end.month:
            return self.phrases.years.format(start.year, end.year)
        first = self.plain(start, after_preposition=True, repeated=_repeated(start, end))
        turn = self.phrases.between[start.form]
        if self.phrases.elision and not start.day and first[0] in "ao":
            turn = turn.replace("de ", "d’", 1)
        return turn.format(first, self.plain(end))

    def either(self, first: _Point, second: _Point) -> str:
        return self.phrases.either.format(
            self.plain(first, repeated=_repeated(first, second)), self.plain(second)
        )


def _repeated(start: _Point, end: _Point) -> str:
    """From which part on the second date repeats the first: "month", "year", or "" for nowhere."""
    if start.year != end.year or bool(start.month) != bool(end.month):
        return ""
    if start.day and start.month == end.month:
        return "month"
    return "year" if start.month else ""
