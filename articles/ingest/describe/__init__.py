"""Raw text → proposed record: headline, date, source, lede, body and language, each with its evidence."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date as calendar_date
from datetime import timedelta
from itertools import pairwise

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.dates import EdtfDate
from articles.ingest.describe.debris import is_hashtags, rule_of, set_debris_aside
from articles.ingest.describe.dispatch import note_dateline, take_title_dateline
from articles.ingest.describe.either_order import RULE as EITHER_ORDER
from articles.ingest.describe.either_order import settle_orders
from articles.ingest.describe.headers import take_headers
from articles.ingest.describe.headline import (
    INNER_END,
    find_title,
    site_name,
    supply_headline,
    title_text,
)
from articles.ingest.describe.late_days import settle_late_days
from articles.ingest.describe.layout import Line, Paragraph, group, is_terminal, split_lines
from articles.ingest.describe.letters import take_letter
from articles.ingest.describe.lone_line import ends_in_a_day, read_lone_line
from articles.ingest.describe.proposals import propose_dates
from articles.ingest.describe.record import Evidence, Findings, ProposedRecord, SetAside
from articles.ingest.describe.short_years import days_of
from articles.ingest.describe.tails import take_tail
from articles.ingest.encodings import Message
from articles.languages import ARCHIVE_LANGUAGES, UNDETERMINED, Detection, detect, get_language

__all__ = ["Evidence", "ProposedRecord", "SetAside", "describe"]

_OLDEST_PRESS = 1605
"""Year of the first printed newspaper, the Relation of Strasbourg: an older date is a misreading."""
_HEADING = 2
"""Lines below the headline on which a day may have two figures for its year."""
_SECOND_HEADLINE = 120
_RUNNING = 40
"""Characters from which a line without a stop is running text."""


def describe(
    text: str,
    *,
    filename: str = "",
    headline: str = "",
    lede: str = "",
    offers_dates: bool = True,
    collected: Collection[str] = ARCHIVE_LANGUAGES,
) -> ProposedRecord:
    """Propose a record for a raw text, without changing or losing any of it.

    `headline` and `lede` are what came with the text from elsewhere: no line is then taken for them, but a
    first line that repeats the headline is its evidence. `filename` is only named in warnings: it says
    nothing about the text. Not `offers_dates`, the dates of the running text are not looked for: no person will
    choose among them. `collected` are the codes of the languages that are no surprise in this archive.
    """
    findings = Findings(text)
    lines = take_headers(take_letter(split_lines(text), findings), findings)
    paragraphs = set_debris_aside(group(lines, _alone_in(lines, findings)), findings)
    paragraphs, signatures = take_tail(paragraphs, findings)
    kept = [one for one in paragraphs if _states_a_day(one, findings)]
    # Below a caption it stands above all that may be the headline, and is none.
    above = [one for one in paragraphs[:1] if one in kept]
    title, paragraphs = _take_headline(paragraphs[len(above) :], findings, headline.strip(), kept)
    paragraphs = above + paragraphs
    lone = None if _is_dated(findings) else read_lone_line(paragraphs, findings, titled=bool(title))
    kept += [lone.paragraph] if lone and lone.alone else []
    running = [one for one in paragraphs if one not in kept]
    opening = next((paragraph for paragraph in running if _is_running(paragraph)), None)
    first = opening or next(iter(running), None)
    dateline = note_dateline(first.lines[0].text, first.start, findings) if first else 0
    if title and first and not dateline:
        _note_dateline_below(first, running, findings)
    if lone and lone.certain and not _is_dated(findings):
        findings.add("date", lone.value, lone.start, lone.end, lone.rule)
    likely = settle_late_days(findings, paragraphs, lone)
    # What stands at the head of a text goes before what stands at its end.
    findings.evidence += signatures
    stated_lede = lede.strip() or findings.value("lede")
    lede, body = _lede_and_body(paragraphs, opening, stated_lede)
    if not body:
        # Nothing is left below the headline: the text is what there is.
        lede, body = "", lede or title or text.strip()
        findings.warnings.append(_no_text(filename))
    language = detect("\n".join(filter(None, (title, lede, body))))
    findings.warnings += _language_warnings(language, collected)
    _propose_short_years(paragraphs, findings)
    either = settle_orders(findings, language.language)
    supplied = "" if title else _supplied(paragraphs, first, dateline) or supply_headline(body)
    record = _record(findings, title or supplied, bool(supplied), lede, body, language)
    if not offers_dates:
        return record
    likely += findings.likely
    likely += [lone.evidence(text)] if lone and not lone.certain else []
    return replace(record, date_proposals=either + propose_dates(findings, paragraphs, record.date, likely))


def _propose_short_years(paragraphs: list[Paragraph], findings: Findings) -> None:
    """Note the days with two figures for their year below the headline of a text that nothing else dates.

    The dates of four figures are looked for in all of the text.
    """
    for line in [one.lines[0] for one in paragraphs[:_HEADING]] if not _is_dated(findings) else []:
        days = [day for day in days_of(line.text, findings.text) if day.rule.startswith("short_year")]
        findings.propose(days, line.start)


def _record(
    findings: Findings, headline: str, supplied: bool, lede: str, body: str, language: Detection
) -> ProposedRecord:
    return ProposedRecord(
        headline=headline,
        headline_supplied=supplied,
        byline=findings.value("byline"),
        lede=lede,
        body=body,
        language=language,
        date=_publication_date(findings),
        source=findings.value("source"),
        url=findings.value("url"),
        set_aside=sorted(findings.set_aside, key=lambda part: part.start),
        evidence=sorted(findings.evidence, key=lambda found: found.start),
        warnings=findings.warnings,
    )


def _note_dateline_below(first: Paragraph, running: list[Paragraph], findings: Findings) -> None:
    """Note the dateline of the paragraph below a line that is no sentence: a second headline stands above it."""
    following = running[running.index(first) + 1 :][:1]
    if len(first.text) <= _SECOND_HEADLINE and not is_terminal(first.text) and not _is_dated(findings):
        for paragraph in following:
            note_dateline(paragraph.lines[0].text, paragraph.start, findings)


def _is_dated(findings: Findings) -> bool:
    """Whether anything states a day already, be it without its year."""
    return any(found.field == "date" and found.rule != "letter" for found in findings.evidence)


def _supplied(paragraphs: list[Paragraph], first: Paragraph | None, dateline: int) -> str:
    """A headline from the paragraph that the dateline opens, or from the next where nothing else stands in it."""
    if first is None:
        return ""
    following = paragraphs[paragraphs.index(first) + 1 :][:3]
    return supply_headline(first.text[dateline:], *(paragraph.text for paragraph in following))


def _alone_in(lines: list[Line], findings: Findings) -> Callable[[Line], bool]:
    """What tells of a line whether it goes with no other: one of marks or debris, and a day first or right below."""
    dated = [line for line in lines[:1] if ends_in_a_day("", line.text)]
    dated += [line for first, line in pairwise(lines[:2]) if ends_in_a_day(first.text, line.text)]

    def stands_alone(line: Line) -> bool:
        return (
            any(line is one for one in dated)
            or _states_a_day(line, findings)
            or line.text.startswith("#")
            or is_hashtags(line.text)
            or bool(rule_of(line.text))
        )

    return stands_alone


def _states_a_day(part: Line | Paragraph, findings: Findings) -> bool:
    """Whether it is a line of the header that was kept for its place."""
    days = (found for found in findings.evidence if found.field == "date" and found.rule != "glued")
    return any(part.start <= found.start < part.end for found in days)


def _no_text(filename: str) -> Message:
    if filename:
        return format_lazy(_("There is no text below the headline ({filename})."), filename=filename)
    return _("There is no text below the headline.")


def _take_headline(
    paragraphs: list[Paragraph], findings: Findings, given: str, dated: list[Paragraph]
) -> tuple[str, list[Paragraph]]:
    """(headline or "", the paragraphs below it); one that is `dated` by its own words is none."""
    given = given or findings.value("headline")
    if given:
        if len(paragraphs) > 1 and _same(paragraphs[0].text, given):
            first = paragraphs[0]
            findings.add("headline", given, first.start, first.end, "repeated")
            return given, paragraphs[1:]
        return given, paragraphs
    index = find_title(paragraphs, findings.text)
    if index < 0:
        return "", paragraphs
    if paragraphs[index] in dated or _runs_below_a_day(paragraphs, index, findings):
        index = 0
    for kicker in paragraphs[:index]:
        findings.propose(days_of(kicker.text, findings.text), kicker.start)
        findings.add("kicker", kicker.text, kicker.start, kicker.end, "kicker")
    paragraph = paragraphs[index]
    paragraph = paragraph.cut(take_title_dateline(paragraph.lines[0].text, paragraph.start, findings))
    title, end = title_text(paragraph), paragraph.end
    # What joins its lines or takes marks off it has other offsets than the text.
    if title == findings.text[paragraph.start : end] and (site := site_name(title, findings.text)):
        findings.put_aside(paragraph.start + site[1], end, "header")
        title, end = title[: site[0]], paragraph.start + site[0]
    findings.add("headline", title, paragraph.start, end, "first_line")
    return title, paragraphs[index + 1 :]


def _runs_below_a_day(paragraphs: list[Paragraph], index: int, findings: Findings) -> bool:
    """Whether the line of the day was taken away above a paragraph of sentences: the headline stands above both."""
    above, below = paragraphs[0].end, paragraphs[index].start
    dated = any(one.rule == "date_line" and above <= one.start < below for one in findings.evidence)
    return dated and INNER_END.search(paragraphs[index].text) is not None


def _same(one: str, other: str) -> bool:
    return one.strip(" #*.").casefold() == other.strip(" #*.").casefold()


def _is_running(paragraph: Paragraph) -> bool:
    """A paragraph of sentences, not a stray line such as a name under a picture."""
    return len(paragraph.text) >= _RUNNING or is_terminal(paragraph.text)


def _lede_and_body(paragraphs: list[Paragraph], opening: Paragraph | None, stated: str) -> tuple[str, str]:
    """The first paragraph of running text, if another follows it, and the rest, in their order."""
    last = paragraphs[-1] if paragraphs else None
    if stated or opening is None or opening is last:
        return stated, "\n\n".join(paragraph.text for paragraph in paragraphs)
    rest = [paragraph.text for paragraph in paragraphs if paragraph is not opening]
    return opening.text, "\n\n".join(rest)


_DATE_RULES = (
    *("label", "label_bare", "date_line", "glued", "dateline", "lone_line", "last_words", "rights", "letter"),
)
"""Where a date of publication is stated, the most explicit first."""
_LABELLED = _DATE_RULES[:2]
_AHEAD = timedelta(days=92)
"""So far ahead a quarterly is dated."""


def _publication_date(findings: Findings) -> EdtfDate | None:
    stated = [found for found in findings.evidence if found.field == "date" and found.value]
    stated.sort(key=lambda found: _DATE_RULES.index(found.rule))
    if any(found.field == "date" and not found.value for found in findings.evidence):
        # «RABAT, March 10 (Reuters)» is of that day, and not of the one it was sent on.
        stated = [found for found in stated if found.rule != "letter"]
    for found in stated:
        date = EdtfDate.parse(found.value)
        if _is_of_no_press(date, labelled=found.rule in _LABELLED):
            message = _("The date “{text}” cannot be that of a press text: it was not taken.")
            findings.warnings.append(format_lazy(message, text=found.exact))
            continue
        _warn_of_other_dates(findings, date, stated)
        return date
    _warn_of_what_was_not_taken(findings)
    return None


def _is_of_no_press(date: EdtfDate, *, labelled: bool) -> bool:
    """Whether nothing was printed then: before the press, or so far ahead as what is announced takes place."""
    today = calendar_date.today()
    bounds = [day for day in (date.earliest, date.latest) if day]
    if not labelled and bounds and min(bounds) > today + _AHEAD:
        return True
    years = [day.year for day in bounds]
    return bool(years) and (min(years) < _OLDEST_PRESS or max(years) > today.year + 1)


def _warn_of_what_was_not_taken(findings: Findings) -> None:
    for found in findings.evidence:
        if found.field == "date" and not found.value:
            message = _("The text states “{text}” without a year: no date was taken.")
            if found.rule == EITHER_ORDER:
                message = _(
                    "The text states “{text}”, where either number may be the month: no date was taken."
                )
            findings.warnings.append(format_lazy(message, text=found.exact))
            return


def _warn_of_other_dates(findings: Findings, date: EdtfDate, stated: list[Evidence]) -> None:
    for found in stated:
        other = EdtfDate.parse(found.value)
        agrees = other.possibly_within(date.earliest, date.latest)
        if not agrees and found.rule not in ("dateline", "letter"):
            message = _("The header states two dates, {first} and {second}; the first was taken.")
            findings.warnings.append(format_lazy(message, first=date.text, second=other.text))
            return


def _language_warnings(detection: Detection, collected: Collection[str]) -> list[Message]:
    names = [get_language(code).label for code in detection.languages]
    if len(names) > 1:
        message = _("The text is in two languages, {first} and {second}.")
        return [format_lazy(message, first=names[0], second=names[1])]
    if detection.language == UNDETERMINED:
        return [_("The text is too short to tell its language.")]
    if detection.language not in collected:
        message = _("The text is in none of the archive's languages: {language}.")
        return [format_lazy(message, language=get_language(detection.language).label)]
    return []
