"""The header of a raw text: labelled lines, lone dates, bylines and addresses, above it or below it."""

import re
from dataclasses import replace

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.ingest.describe import labels
from articles.ingest.describe.dateline import is_wire
from articles.ingest.describe.day_lines import is_gainsaid, is_known_part, names_a_place, take_day_line
from articles.ingest.describe.glued import date_run_into_the_end, read_glued_date, trailing_headers
from articles.ingest.describe.header_days import take_header_day
from articles.ingest.describe.header_parts import BARE, Part, labelled_value, parts_of
from articles.ingest.describe.later import FIRST_YEAR, is_no_issue
from articles.ingest.describe.layout import Line, is_terminal
from articles.ingest.describe.lone_line import returning
from articles.ingest.describe.papers import is_paper, vouches_for_nothing
from articles.ingest.describe.places import is_known_place
from articles.ingest.describe.record import Findings
from articles.ingest.describe.refusals import announces, remembers, tells_of_another_day
from articles.ingest.describe.vague_lines import take_vague_line
from articles.names.fold import fold
from articles.names.given_names import is_given_name
from articles.written_dates import find_dates

_HEAD_LINES = 15
_TAIL_LINES = 6
_DATE_LINES = 7
"""A date that stands alone dates the text only within its first lines."""

# «Imprimé le 7 juin 2018», «Consulté le …»: what was done with a text that was there already, or to somebody.
_DONE = re.compile(
    r"(?:im|ré)?primée?s?|archivée?s?|consultée?s?|téléchargée?s?|enregistrée?s?|adoptée?s?|visitée?s?|vue?|lue?|reçue?|née?|décédée?|traduite?"
    r"|printed|accessed|retrieved|archived|downloaded|viewed|visited|adopted|born|died",
    re.IGNORECASE,
)


_YEAR = re.compile(r"\d{4}")
# «Cellule C», «Hall B»: what is told apart by letters sends no text.
_LETTERED = re.compile(r"\s[A-ZА-ЯЁ]$")
_LONGEST_TITLE = 190
_FEWEST_REPEATED = 3
_LONGEST_HEAD = 70
_RULED = str.maketrans("─━―‒", "––––")
"""Lines that are drawn, for the dashes that they stand for."""


def take_headers(lines: list[Line], findings: Findings) -> list[Line]:
    """The lines that are left when those of the header are noted as evidence, and glued ones cut off."""
    lines = _take_repeated_head(_without_front_matter(lines), findings)
    kept: list[Line] = []
    running = 0
    pending = ""
    for index, line in enumerate(lines):
        if index >= _HEAD_LINES or running >= 2:
            kept += lines[index:]
            break
        if index < _DATE_LINES and not running and not pending:
            titles = not kept and all(_is_running(following) for following in lines[index + 1 : index + 2])
            if take_vague_line(line, findings, titles=titles, first=not kept):
                continue
        aside = len(findings.set_aside)
        rest, pending = _take_line(
            line, findings, pending=pending, near_top=index < _DATE_LINES, first=not kept, running=running > 0
        )
        if rest is line and not running and index < _DATE_LINES and len(kept) < 3:
            rest = _without_glued(line, lines[index + 1 :], findings, above=kept)
        if (
            rest is line
            and not running
            and len(kept) < 4
            and (
                take_day_line(line, lines[index + 1 :], findings, kept)
                or take_header_day(line, lines[index + 1 :], findings, kept)
            )
        ):
            rest = None
        if rest is None and kept and not running and _says_only_here(findings, aside, line):
            # The place is a word of the text, which has it nowhere else.
            del findings.set_aside[aside:]
            rest = line
        if rest is not None:
            kept.append(rest)
            running += _is_running(rest)
    return _take_tail(kept, findings)


def _says_only_here(findings: Findings, aside: int, line: Line) -> bool:
    """Whether a line that dates the text names a place beside the day, and the text has a word of it nowhere else."""
    places = [part.exact for part in findings.set_aside[aside:] if names_a_place(part.exact)]
    return any(not all(returning(place, line.text, findings.text)) for place in places)


def _is_running(line: Line) -> bool:
    return len(line.text) >= 160 or (len(line.text) >= 70 and is_terminal(line.text))


def _without_glued(line: Line, following: list[Line], findings: Findings, *, above: list[Line]) -> Line:
    """A headline's line, or the first of a text, without the date that was run into its beginning or its end."""
    if glued := read_glued_date(line, following, above=above):
        findings.add(glued.field, glued.value, line.start, line.start + glued.end, "glued")
        line = line.cut(glued.text_start)
    for place in [] if is_terminal(line.text) else trailing_headers(line.text):
        tail = line.cut(place)
        parts = parts_of(tail.text)
        if any(part.kind in ("date", "updated") for part in parts) and parts[-1].kind != "end":
            _note(parts, tail, findings)
            return line.head(place)
    return _without_run_in_end(line, following, findings, above=above)


def _without_run_in_end(line: Line, following: list[Line], findings: Findings, *, above: list[Line]) -> Line:
    """A headline without the day of its page that touches its last word, unless anything speaks against that day."""
    found = date_run_into_the_end(line.text) if following else None
    # Below a headline it is a line of another kind; above one, if no hour is beside its day.
    if found is None or any(len(one.text.split()) >= _FEWEST_REPEATED for one in above):
        return line
    if (not found[1] and not (_is_running(following[0]) or is_terminal(following[0].text))) or any(
        one.field == "date" and one.value for one in findings.evidence
    ):
        return line
    day, timed = found
    exact, whole = day.date.text, findings.text
    # With its hour only a page is dated so.
    if is_gainsaid(line.text, day, whole) or (
        not timed and (remembers(whole, line.text, exact) or announces(whole, line.text, exact))
    ):
        return line
    findings.add("date", exact, line.start + day.start, line.start + day.end, "glued")
    return line.head(day.start)


def _take_repeated_head(lines: list[Line], findings: Findings) -> list[Line]:
    """The lines without a first that says a day and the headline, which the second says again.

    «11/03/2025 ─ CULTURE ─ p. 22 Un musée des objets cassés»: what stands before it is the head of a paper's page.
    """
    if len(lines) < 3 or len(lines[1].text) > _LONGEST_TITLE or is_terminal(lines[1].text):
        return lines
    title, length = lines[1].text, len(lines[0].text) - len(lines[1].text)
    if not 0 < length <= _LONGEST_HEAD or not lines[0].text.endswith(title):
        return lines
    head = replace(lines[0], text=lines[0].text[:length].translate(_RULED).rstrip(" |•·–—-"))
    parted = lines[0].text[length - 1] in " .|:–—-─"
    if len(title.split()) < _FEWEST_REPEATED or not parted or not find_dates(head.text):
        return lines
    findings.add("headline", title, lines[0].start + length, lines[0].end, "first_line")
    rest = _take_line(head, findings, pending="", near_top=True, first=True, running=False)[0]
    if rest is head and (
        take_day_line(head, lines[1:], findings, []) or take_header_day(head, lines[1:], findings, [])
    ):
        rest = None
    if rest is not None:
        findings.put_aside(rest.start, rest.end, "header")
        findings.propose(find_dates(rest.text), rest.start)
    return lines[1:]


def _without_front_matter(lines: list[Line]) -> list[Line]:
    """The lines without the fences of a Markdown front matter; what stands between them is labelled."""
    if not lines or lines[0].text not in ("---", "+++"):
        return lines
    fence = lines[0].text
    for index, line in enumerate(lines[1:40], 1):
        if line.text in (fence, "..."):
            return lines[1:index] + lines[index + 1 :]
    return lines


def _take_tail(lines: list[Line], findings: Findings) -> list[Line]:
    """Below a text, only labelled lines, addresses and bylines with a date are headers; a lone date is not."""
    while len(lines) > 1 and len(lines[-1].text) <= 200:
        tail = lines[-_TAIL_LINES:]
        for line in reversed(tail[1:]):
            labelled = (
                labels.LABEL.match(line.text) or labels.URL.fullmatch(line.text) or BARE.match(line.text)
            )
            if (
                labelled
                and line.text
                and _take_line(line, findings, pending="", near_top=False, first=False, running=True)[0]
                is None
            ):
                lines = [kept for kept in lines if kept is not line]
                break
        else:
            return lines
    return lines


def _take_line(
    line: Line, findings: Findings, *, pending: str, near_top: bool, first: bool, running: bool
) -> tuple[Line | None, str]:
    """(what is left of the line or None, the field whose value the next line holds or "")."""
    text = line.text
    if pending:
        text_parts = list(labelled_value(text, 0, 0, pending))
        if text_parts and text_parts[-1].end == len(text):
            _note(text_parts, line, findings)
            return None, ""
    label = labels.LABEL.match(text)
    if label and label.end() == len(text) and label.lastgroup != "body":
        findings.put_aside(line.start, line.end, "header")
        return None, str(label.lastgroup)
    parts = parts_of(text, glued=first)
    if not parts:
        return line, ""
    if not near_top and not any(
        part.rule.startswith("label") or part.kind in ("url", "byline") for part in parts
    ):
        return line, ""
    if any(part.rule in ("date_line", "other_calendar") and not part.value for part in parts) and (
        running
        or any(part.rule == "date_line" and part.value for part in parts)
        or not all(_is_place_of_an_unreadable_day(part, parts) for part in parts if part.kind == "other")
    ):
        # A day without a year stands above the text and by itself, or it is a heading or a title.
        return line, ""
    if running and any(part.rule == "date_line" and _YEAR.fullmatch(part.value) for part in parts):
        # Below the text «2019» is a number, or the year that a day of its dateline lacks.
        return line, ""
    if _dates_nothing(parts, text, findings.text, first=first):
        return line, ""
    _note(parts, line, findings)
    if parts[-1].kind == "end":
        rest = line.cut(parts[-1].start)
        return (rest if rest.text else None), ""
    return None, ""


def _dates_nothing(parts: list[Part], text: str, whole: str, *, first: bool) -> bool:
    """Whether a line without a label only tells of a day: whose it is, of a life, or of what is no paper."""
    dated = [part for part in parts if part.rule == "date_line"]
    beside = [part for part in parts if part.kind == "other"]
    if not first and len(dated) == len(beside) == 1 and _is_a_quoted_name(beside[0], dated[0], text, whole):
        return True
    if any(is_no_issue(part.value) for part in dated):
        return True
    if any(_DONE.fullmatch(part.value) and not is_known_place(part.value) for part in beside):
        return True
    named = [part.value for part in beside]
    if any(_may_be_of_an_event(name, text, whole) for name in named):
        return True
    if named and any(map(_is_old, dated)) and not _is_sent(parts, text, whole):
        return True
    days = [text[part.start : part.end] for part in dated]
    values = [part.value for part in dated]
    if dated and tells_of_another_day(text, named, values, whole):
        return True
    return vouches_for_nothing(named, days, whole)


def _may_be_of_an_event(name: str, text: str, whole: str) -> bool:
    """«Cellule C», «Battle Royal» to which the text comes back: of two words or more, and nothing that is known.

    A town of one word comes back, as places do.
    """
    if (
        len(name.split()) < 2
        or is_known_place(name)
        or is_known_part(name)
        or is_given_name(fold(name.split()[0]))
    ):
        return False
    return _LETTERED.search(name) is not None or any(returning(name, text, whole))


def _is_old(dated: Part) -> bool:
    return int(dated.value[:4]) < FIRST_YEAR if _YEAR.match(dated.value) else False


def _is_sent(parts: list[Part], text: str, whole: str) -> bool:
    """Whether a line names who wrote or sent a text, or a paper is named in a line above: those may be of any time."""
    if any(
        part.kind in ("source", "byline") or is_paper(part.value) or is_wire(part.value) for part in parts
    ):
        return True
    return any(is_paper(line.strip()) for line in whole[: max(whole.find(text), 0)].split("\n"))


def _is_a_quoted_name(beside: Part, dated: Part, text: str, whole: str) -> bool:
    """«Kofi Annan, 12 décembre 2001»: who is quoted or shown stands before a comma, who signs before a dash.

    So does, before whatever mark, a person to whom the text comes back.
    """
    words = beside.value.split()
    if len(words) < 2 or beside.start > dated.start or not is_given_name(fold(words[0])):
        return False
    if is_known_place(beside.value) or is_paper(beside.value):
        return False
    return text[beside.end : dated.start].strip() in (",", "،") or _is_named_again(words[-1], whole)


def _is_named_again(surname: str, whole: str) -> bool:
    return len(re.findall(rf"(?<!\w){re.escape(surname)}(?!\w)", whole)) > 1


def _is_place_of_an_unreadable_day(part: Part, parts: list[Part]) -> bool:
    """«Rabat, le 30 février 2016»: what stands beside a day that is none is a place."""
    return any(other.kind == "unreadable" for other in parts) and is_known_place(part.value)


def _note(parts: list[Part], line: Line, findings: Findings) -> None:
    """Parts as evidence; what lies between them in the line is put aside."""
    done = 0
    for part in parts:
        if part.kind in ("time", "other", "body", "end"):
            continue
        _put_rest_aside(findings, line, done, part.start)
        done = part.end
        if part.kind == "unreadable":
            findings.put_aside(line.start + part.start, line.start + part.end, "header")
            message = _("The header says “{text}”, which is no date: no date was taken.")
            if part.rule == "other_calendar":
                message = _("The header says “{text}”, a day of another calendar: no date was taken.")
            findings.warnings.append(format_lazy(message, text=line.text[part.start : part.end]))
            continue
        findings.add(part.kind, part.value, line.start + part.start, line.start + part.end, part.rule)
    last = parts[-1]
    _put_rest_aside(findings, line, done, last.start if last.kind == "end" else len(line.text))


def _put_rest_aside(findings: Findings, line: Line, start: int, end: int) -> None:
    piece = line.text[start:end]
    stripped = piece.strip(" \t\xa0|•·,;/–—-()[]*_#>:.")
    if stripped:
        begin = line.start + start + piece.index(stripped)
        findings.put_aside(begin, begin + len(stripped), "header")
