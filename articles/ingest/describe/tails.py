"""How agencies end a text: their name in brackets, who reported and who edited."""

import re

from articles.ingest.describe.credits import credited, is_credit
from articles.ingest.describe.dateline import AGENCIES
from articles.ingest.describe.layout import Paragraph
from articles.ingest.describe.record import Evidence, Findings

_NAME = rf"(?P<source>{AGENCIES})"
_SIGNED = (
    rf"[-–—]*\s?(?:\(\s?{_NAME}\s?\)|\[{_NAME.replace('source', 'square')}\]|/{_NAME.replace('source', 'slash')}/"
    rf"|(?:©|\([сcСC]\))\s?{_NAME.replace('source', 'mark')})\.?"
)
_REPORTED = (
    r"\(?Report(?:ing|ed)\sby\s(?P<byline>[A-ZÀ-ÖØ-Þ][^()\n;]{2,120}?)(?:\sin\s[A-ZÀ-ÖØ-Þ][^;()]{2,40})?"
    r"(?:;\s?(?i:(?:additional\s)?reporting|writing|edit(?:ing|ed)|compiled|translated)\sby\s[^;()]{2,120}){1,4}\.?\)?"
)
_WITH = (
    rf"(?:(?:[A-ZÀ-Ý]\.\s?-?){{1,3}}\s?)?\(?(?:[Aa]vec|AVEC|[Ww]ith|[Сс]|مع)\s(?:les\s)?(?:(?:{AGENCIES}|agences|agencies|агентствами|وكالات|الوكالات)"
    r"(?:\s?,\s?|\set\s|\sand\s|\sи\s|\sو\s?)?){1,4}\)?\.?"
    rf"|\(?(?:[Пп]о\s(?:материалам|информации|данным)|[Сс]\sиспользованием\sматериалов)\s(?:{AGENCIES})\)?\.?"
    r"|\((?:agences|agencies|وكالات)\)\.?"
)
_LONE = re.compile(rf"{_SIGNED}|[-–—]*\s?{_NAME.replace('source', 'bare')}|{_REPORTED}|{_WITH}")
# After the last stop, or after two dashes, nothing belongs to the sentence any more.
_AT_END = re.compile(
    rf"(?:(?<=[.!?…»”\"])\s*(?:{_SIGNED}|(?=\(){_REPORTED})"
    rf"|(?<=\w)\s?[-–—]{{2}}\s?\({_NAME.replace('source', 'dashed')}\))$"
)
_CREDIT_AT_END = re.compile(r"(?<=[.!?…»”\"])\s*(?P<credit>\([^()]{10,290}\))$")
_SOURCES = ("source", "square", "slash", "mark", "bare", "dashed")
_LONGEST = 300


def take_tail(paragraphs: list[Paragraph], findings: Findings) -> tuple[list[Paragraph], list[Evidence]]:
    """(the paragraphs without the agencies' last words, which are set aside; what these say).

    «(MAP)», «(с) РИА Новости» name the source and “Reporting by …; editing by …” the author, as do credits in other
    words; «Avec AFP» says only that an agency was drawn on. Inside a sentence such words stay.
    """
    found: list[Evidence] = []
    while len(paragraphs) > 1 and len(paragraphs[-1].text) <= _LONGEST and len(paragraphs[-1].lines) == 1:
        last = paragraphs[-1]
        signature = _LONE.fullmatch(last.text)
        if signature:
            _note(signature, last.start, findings, found)
        elif is_credit(last.text):
            _note_credit(last.text, last.start, findings, found)
        else:
            break
        paragraphs = paragraphs[:-1]
    if paragraphs:
        line = paragraphs[-1].lines[-1]
        offset = max(len(line.text) - _LONGEST, 0)
        signature = _AT_END.search(line.text, offset) if offset or len(line.text) > 20 else None
        # The stop before it must have a sentence to end.
        if signature and signature.start() >= 20:
            _note(signature, line.start, findings, found)
            paragraphs = [*paragraphs[:-1], paragraphs[-1].without_tail(signature.start())]
        elif (credit := _CREDIT_AT_END.search(line.text)) and is_credit(credit["credit"]):
            _note_credit(credit["credit"], line.start + credit.start("credit"), findings, found)
            paragraphs = [*paragraphs[:-1], paragraphs[-1].without_tail(credit.start())]
    return paragraphs, found


def _note_credit(credit: str, start: int, findings: Findings, found: list[Evidence]) -> None:
    findings.put_aside(start, start + len(credit), "signature")
    if names := credited(credit):
        begin = start + credit.index(names)
        found.append(Evidence("byline", names, names, begin, begin + len(names), "signature"))


def _note(signature: re.Match[str], start: int, findings: Findings, found: list[Evidence]) -> None:
    blank = len(signature[0]) - len(signature[0].lstrip())
    findings.put_aside(start + signature.start() + blank, start + signature.end(), "signature")
    parts = signature.groupdict()
    for field, names in (("source", _SOURCES), ("byline", ("byline",))):
        for name in names:
            if value := parts.get(name):
                begin, end = (start + place for place in signature.span(name))
                found.append(Evidence(field, value, findings.text[begin:end], begin, end, "signature"))
