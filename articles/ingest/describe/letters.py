"""The head of an e-mail pasted with its text: who wrote, when, to whom and about what, or of one sent on."""

import re

from articles.ingest.describe.layout import Line
from articles.ingest.describe.record import Findings
from articles.written_dates import read_date

_LABELS = {
    "sender": r"from|de|от(?:\sкого)?|отправитель|من|المرسل",
    "date": r"sent|date|envoyé(?:\sle)?|le|отправлено|дата|تاريخ\sالإرسال|التاريخ|تاريخ|أُ?رسلت?",
    "to": r"to|à|pour|destinataires?|кому|получатель|إلى",
    "headline": r"subject|objet|sujet|тема|الموضوع",
    "other": (
        r"cci?|bcc|copie|копия|نسخة|reply[ -]to|répondre\sà|importance|pièces?\sjointes?|attachments?|вложени[ея]"
        r"|المرفقات"
    ),
}
_FIELD = re.compile(
    r"[>*\s]*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")\*?\s?:\*?\s*(?P<value>\S.*)?",
    re.IGNORECASE,
)
_SENT_ON = re.compile(
    r"[-–—>\s]*(?:(?:début\sdu\s)?message\s(?:transféré|réexpédié|d['’]origine|original)|(?:begin\s)?forwarded\smessage"
    r"|original\smessage|(?:пересылаемое|пересланное|исходное)\sсообщение|رسالة\s(?:معاد\sتوجيهها|محولة))\s?:?[-–—\s]*",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"^(?:(?:re|fwd?|tr|rv|ответ|رد|إعادة\sتوجيه)\s?:\s*)+", re.IGNORECASE)
_SEARCHED = 15


def take_letter(lines: list[Line], findings: Findings) -> list[Line]:
    """The lines without the head of a letter, whose subject is the headline and whose day counts where no other does.

    Of a letter that was sent on it is the head of the first: who sent it on wrote no text.
    """
    blocks = []
    index = 0
    while index < min(len(lines), _SEARCHED):
        end = _end_of_head(lines, index)
        if not end:
            break
        blocks.append((index, end))
        index = end
    if not blocks:
        return lines
    begin, end = blocks[-1]
    for line in lines[:begin]:
        findings.put_aside(line.start, line.end, "header")
    for line in lines[begin:end]:
        _note(line, findings)
    return lines[end:]


def _end_of_head(lines: list[Line], begin: int) -> int:
    """The index behind a head that begins here, 0 where none does: it says who, when, and to whom or about what."""
    index, found = begin, set()
    while index < len(lines) and _SENT_ON.fullmatch(lines[index].text):
        index += 1
    while index < len(lines) and (field := _FIELD.fullmatch(lines[index].text)) and field["value"]:
        found.add(str(_name_of(field)))
        index += 1
    whole = {"sender", "date"} <= found and found & {"to", "headline"}
    return index if whole else 0


def _name_of(field: re.Match[str]) -> str:
    return next(name for name in _LABELS if field[name])


def _note(line: Line, findings: Findings) -> None:
    field = _FIELD.fullmatch(line.text)
    name = _name_of(field) if field else ""
    if field is None or name not in ("date", "headline"):
        findings.put_aside(line.start, line.end, "header")
        return
    value = field["value"]
    if name == "headline":
        findings.add("headline", _AGAIN.sub("", value, count=1), line.start, line.end, "letter")
    elif (found := read_date(value)) and found.date.precision == "day":
        findings.add("date", found.date.text, line.start, line.end, "letter")
    else:
        findings.put_aside(line.start, line.end, "header")
