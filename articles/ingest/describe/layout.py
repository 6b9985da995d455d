"""The lines of a raw text and the paragraphs they make, with their offsets."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

_LINE = re.compile(r"[^\n\v\f\x85\u2028\u2029]+")
# Blanks and invisible marks that pasting leaves at the ends of a line.
EDGE = " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
EDGE += "\ufeff\u200b\u200e\u200f\x1a\r"

_TERMINAL = re.compile(r"[.!?…؟۔:;][\s»”\"'’)\]*_]*$")
_LIST_ITEM = re.compile(r"(?:[-–—•▪●*·]|\(?\d{1,2}[.)])\s")
_WIDEST_WRAP = 130


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it; `start` is its place in the raw text, in code points."""

    text: str
    start: int
    after_blank: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def head(self, count: int) -> "Line":
        """The first `count` characters of the line, without blanks, bars and dashes at their end."""
        return replace(self, text=self.text[:count].rstrip(EDGE + "|•·–—-"))

    def cut(self, count: int) -> "Line":
        """The line without its first `count` characters and the blanks after them."""
        rest = self.text[count:].lstrip(EDGE)
        return replace(self, text=rest, start=self.end - len(rest))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, never empty."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """The lines joined by blanks; where a word was parted at a line's end, its hyphen stays."""
        if len(self.lines) == 1:
            return self.lines[0].text
        parts = [line.text + ("" if _is_parted(line.text) else " ") for line in self.lines[:-1]]
        return "".join(parts) + self.lines[-1].text

    def cut(self, count: int) -> "Paragraph":
        """The paragraph without the first `count` characters of its first line."""
        first = self.lines[0].cut(count)
        rest = self.lines[1:]
        return Paragraph((first, *rest) if first.text or not rest else rest)

    def without_tail(self, count: int) -> "Paragraph":
        """The paragraph with only the first `count` characters of its last line."""
        last = self.lines[-1]
        return Paragraph((*self.lines[:-1], replace(last, text=last.text[:count].rstrip(EDGE))))


def split_lines(text: str) -> list[Line]:
    """The lines that hold anything, in order."""
    lines: list[Line] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        stripped = match[0].strip(EDGE)
        if not stripped:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip(EDGE))
        between = text[previous_end : match.start()]
        blank = bool(lines) and (between.count("\n") > 1 or bool(between.strip("\n" + EDGE)))
        lines.append(Line(stripped, start, blank))
        previous_end = start + len(stripped)
    return lines


def is_terminal(text: str) -> bool:
    """Whether the text ends as a sentence does, or announces what follows."""
    return _TERMINAL.search(text[-12:]) is not None


def group(lines: list[Line], stands_alone: Callable[[Line], bool]) -> list[Paragraph]:
    """Paragraphs: blocks between blank lines, in which lines that were only wrapped are put together.

    A line is wrapped when the next word would not have fitted on it (the greedy rule of every editor), or
    when it stops within a sentence that the next line takes up in lower case.
    """
    alone = [stands_alone(line) for line in lines]
    width = _wrap_width(lines, alone)
    paragraphs: list[list[Line]] = []
    for index, line in enumerate(lines):
        joins = (
            index > 0
            and not line.after_blank
            and not alone[index]
            and not alone[index - 1]
            and _continues(lines[index - 1], line, width, first=index == 1, head=index <= 2)
        )
        if joins:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [Paragraph(tuple(block)) for block in paragraphs]


def _is_parted(text: str) -> bool:
    return text.endswith(("\xad", "¬")) or (text.endswith("-") and text[-2:-1].isalpha())


def _starts_lower(text: str) -> bool:
    letter = next((char for char in text if char.isalnum()), "")
    return letter.islower()


def _would_fit(line: Line, following: Line, width: float) -> bool:
    return len(line.text) + 1 + len(following.text.split(" ", 1)[0]) <= width


def _wrap_width(lines: list[Line], alone: list[bool]) -> int:
    """The width at which the text was wrapped, 0 when its lines are its paragraphs."""
    pairs = [
        (lines[i - 1], lines[i])
        for i in range(1, len(lines))
        if not lines[i].after_blank and not alone[i] and not alone[i - 1]
    ]
    if not pairs:
        return 0
    width = max(len(line.text) for pair in pairs for line in pair)
    full = sum(not _would_fit(a, b, 0.85 * width) for a, b in pairs)
    open_ended = sum(not is_terminal(a.text) for a, _b in pairs)
    wrapped = width <= _WIDEST_WRAP and full >= 0.6 * len(pairs) and open_ended >= 0.4 * len(pairs)
    return width if wrapped else 0


def _continues(line: Line, following: Line, width: int, *, first: bool, head: bool) -> bool:
    if line.text.endswith(("\xad", "¬")):
        return True
    if (
        _starts_lower(following.text)
        and len(line.text) >= (20 if head else 30)
        and not is_terminal(line.text)
    ):
        return True
    if _LIST_ITEM.match(following.text) and (
        is_terminal(line.text) or not width or _would_fit(line, following, width)
    ):
        return False
    # A headline directly above wrapped text mostly ends before the margin: be strict there.
    return width > 0 and not _would_fit(line, following, width if first else 0.85 * width)
