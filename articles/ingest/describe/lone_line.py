"""A short line of its own that ends in a whole day: «Le Matin, 11 juin 2008», “Obituary. 16 October 2023”."""

import re
from dataclasses import dataclass, replace
from datetime import date as calendar_date

from articles.ingest.describe import labels
from articles.ingest.describe.dateline import is_whole_day, is_wire, read_dateline
from articles.ingest.describe.last_days import closes_a_text
from articles.ingest.describe.later import is_recalled, says_its_weekday
from articles.ingest.describe.layout import Line, Paragraph, is_terminal
from articles.ingest.describe.papers import is_paper
from articles.ingest.describe.placed_days import read_placed_line
from articles.ingest.describe.places import is_known_place
from articles.ingest.describe.record import Evidence, Findings
from articles.ingest.describe.refusals import tells_of_another_day
from articles.ingest.describe.words import NO_PLACES, TRAILING
from articles.months import WEEKDAY
from articles.names.fold import fold
from articles.written_dates import WrittenDate, find_dates

_LONGEST = 90
_WORDS = 4
"""Words of a name or a rubric: what is longer may be the headline of another text."""
_SENTENCE = 40
"""Characters of the text that a day at its end is glued to."""

_PREPOSITION = r"(?:(?:le|on|от|في|بتاريخ|يوم)\s?:?\s+)?"
_ON = re.compile(r"\s(?:le|on|от|في|بتاريخ|يوم)\s?:?\s+$", re.IGNORECASE)
_QUOTES = '«“"'
_PARTED = re.compile(rf"(?P<mark>[,،|»”\"–—.(]|\s-)\s*(?P<preposition>{_PREPOSITION})$", re.IGNORECASE)
_RIGHTS = re.compile(r"droits|rights|права|الحقوق", re.IGNORECASE)
_OF_THE = re.compile(r"\s(?:du|of|от|за|ليوم)\s+$", re.IGNORECASE)
# «… построят завод катодов. 22.06.2023», «… de porter des gants. (Publié le 16 mars 2020)»
_BEHIND_A_SENTENCE = re.compile(
    r"[.!?…؟](?:\s?[»”\"])?\s+(?P<rest>[(\[][^()\[\]]+[)\]]\.?|(?:[^\W\d_]+[,،]?\s)?\d[^()!?…؟]{5,30})$"
)
_BRACKETED = re.compile(r"[(\[](?P<inside>[^()\[\]]+)[)\]]\.?")
LABELLED = re.compile(
    rf"(?:^|[.,،|/–—-]\s)(?:{labels.DATE_LABELS[0]})(?:\s+(?:le|on|at|в|في|يوم|بتاريخ))?\s*:?\s*$",
    re.IGNORECASE,
)
"""A label of the day that stands right behind it, at the beginning of its line or behind a mark."""
_SIGNED = re.compile(r"\s*[–—-]\s(?P<name>\S.{0,40})")
_INITIALS = re.compile(r"(?:[A-ZÀ-ÖØ-ÞА-ЯЁ]\.\s?-?){1,4}")
PICTURE = re.compile(
    r"photo|crédit|credit|picture|image|caption|légende|archiv|фото|снимок|архив|صورة|تصوير|عدسة|أرشيف|[©]|/\s?[^\W\d]\w*$",
    re.IGNORECASE,
)
# What kind of a text it is, or who sent it, vouches for the day behind: it is that of the text.
_GENRE = re.compile(
    r"(?:(?:grand\s)?entretien|interview|compte[ -]rendu(?:\sd['’]audience|\sde\slecture)?|reportage|portrait"
    r"|revue\sde\s(?:la\s)?presse|édito(?:rial)?|tribune|chronique|analyse|communiqué(?:\sde\spresse)?|dépêche|nécrologie|brèves?|billet|point\sde\svue|opinion|critique"
    r"|entrevue|obituary|(?:press\s|film\s|book\s)?review|comment|editorial|analysis|profile|feature|press\srelease|statement|column"
    r"|интервью|репортаж|некролог|очерк|комментарий|мнение|колонка|рецензия|обзор(?:\s(?:прессы|печати))?|беседа|заметка|пресс-релиз"
    r"|حوار|مقابلة|تقرير|تحقيق|ربورتاج|افتتاحية|رأي|تحليل|بورتريه|نعي|بلاغ|بيان|مراسلة|(?:جولة|عرض|أقوال)\sالصحف)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
# «Analyse. …», «Portrait : le sage de Fès», «Reportage à Alger»; no «Analyse sanguine».
_GOES_ON = re.compile(
    r"(?P<subject>\s?:\s.+)?"
    r"|(?:\s?[,،.–—-]\s|\s(?:à|au|en|from|in|من|في)\s|\s[–—-]\s)(?P<town>.+)",
    re.IGNORECASE,
)
_REPORTER = re.compile(
    r"(?:(?:de\snotre|par\snotre|notre)\s(?:correspondante?|envoyée?)|from\sour\s(?:own\s)?correspondent"
    r"|(?:от\s)?наш(?:его)?\s(?:собств\w+\s|соб\.\s)?корр|(?:من\s)?مراسلنا)(?![^\W_])",
    re.IGNORECASE,
)
# What a paper is parted into, and whom it spoke with, right below a headline: «Portrait avec chapeau» is a picture.
_RUBRIC = re.compile(
    r"(?:(?:grand\s)?entretien|interview|rencontre|интервью|беседа|حوار|مقابلة)(?:\s(?:avec|with|со?)\s|\s(?:\w+\s)?مع\s).+"
    r"|éducation|environnement|agriculture|énergie|education|environment|science|образование|экология|تعليم|بيئة"
    r"|sports?|football|faits\sdivers|justice|régions?|culture|économie|politique|société|international|monde|cinéma|livres|médias|sciences?|santé"
    r"|economy|politics|business|society|world|books|arts|health|technology"
    r"|из\sзала\sсуда|من\sالمحاكم|rugby|tennis|boxe|boxing|basket|cyclisme|cycling|athlétisme|athletics|judo|lutte|hockey|cricket"
    r"|спорт|футбол|хоккей|теннис|бокс|борьба|шахматы|биатлон|баскетбол|волейбол|культура|экономика|политика|общество|в\sмире|наука|здоровье|происшествия"
    r"|رياضة|ثقافة|اقتصاد|سياسة|مجتمع|دولي|ثقافة وفن|علوم|صحة|حوادث",
    re.IGNORECASE,
)
# «Revue de presse du 7 décembre», and no «Tribune du 3 mai»: what comes out every day is called by its day.
_DAILY = re.compile(
    r"(?:revue\sde\s(?:la\s)?presse|édition|numéro|(?:transcription\sde\sl['’])?émission|(?:transcript\sof\sthe\s)?(?:broadcast|programme)|press\sreview|edition|issue|обзор\s(?:прессы|печати)|выпуск|номер|эфир|передача|حلقة"
    r"|(?:جولة|عرض|أقوال)\sالصحف)$",
    re.IGNORECASE,
)
# The day of an act is that of its signature or of what it orders, as often as of the text.
ACT = re.compile(
    r"(?:décret|loi|arrêté|directive|règlement|circulaire|dahir|traité|accord|convention|discours|decree|law|act|treaty|speech"
    r"|указ|закон|приказ|постановление|договор|речь|مرسوم|قانون|قرار|ظهير|خطاب|اتفاق)",
    re.IGNORECASE,
)
# What is still to come, or was put right later, and what shows a person, a place or an event: no name of a paper.
OTHER_DAY = re.compile(
    r"prochain|à venir|rendez-vous|date limite|mise?s? à jour|actualis|correct|rectific|errat|modifi|next\b|upcoming"
    r"|deadline|until\b|updat|следующ|ближайш|обновл|исправ|до\b|القادم|المقبل|موعد|تصحيح|تحديث|\d"
    # When it was looked up, until when one may apply, when somebody was born or died.
    r"|consult|valable|inscri|abonnement|accessed|retrieved|closing|\bends?\b|обращени|срок|регистрац|أجل"
    r"|\bnée?\b|\bmorte?\b|décès|décéd|\bborn\b|\bdied\b|\bdeath\b|родил|\bумер|скончал|ولد|ولادة|توفي|وفاة",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"(?:une?|des|an?|некотор\w+)\s|[—–-]", re.IGNORECASE)
# «Fait à Rabat, le 3 mai», «حرر بالرباط في»: so a document is dated.
_DONE = re.compile(
    r"(?:fait\s(?:et\ssigné\s)?à|done\s(?:at|in)|совершено\sв|حُ?رر\s(?:في|ب(?=ال)))\s*", re.IGNORECASE
)
_CLITIC = re.compile(r"^[وفبكل]?(?:ال|لل)(?=..)")
_WEEKDAY = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_WRITTEN = re.compile(r"\S*\w\S*")  # a stroke alone is no word
_BESIDE = re.compile(r"\s?[,،|•·]\s|\s[–—-]\s|\.\s")


@dataclass(frozen=True, slots=True)
class LoneLine:
    """The day in EDTF that a paragraph states, its place in the raw text; not `alone`, it is glued to a sentence.

    Not `certain`, nothing of the line says that the day is that of the text: it is one to propose. `rule` says where it
    stands.
    """

    paragraph: Paragraph
    value: str
    start: int
    end: int
    alone: bool = True
    certain: bool = True
    rule: str = "lone_line"

    def evidence(self, text: str) -> Evidence:
        """The evidence for a proposal of the day."""
        return Evidence("date", self.value, text[self.start : self.end], self.start, self.end, self.rule)


def ends_in_a_day(first: str, line: str) -> bool:
    """Whether a short `line` below the `first` of a text, or with nothing above it, ends in its one whole day, and goes
    not on with a sentence."""
    if len(line) > _LONGEST or line[:1].islower():
        return False
    days = find_dates(line)
    if len(days) != 1 or days[0].date.precision not in ("day", "interval"):
        return False
    behind = line[days[0].end :].strip(" .)]/")
    if behind and not is_wire(behind):
        return False
    word = re.split(r"[\s’']", first)[-1]
    return (
        len(_WRITTEN.findall(line[: days[0].start])) <= _WORDS
        and not first.endswith((*",،;:-–—",))
        and word not in TRAILING
    )


def read_lone_line(paragraphs: list[Paragraph], findings: Findings, *, titled: bool) -> LoneLine | None:
    """The line right below a headline, or the last of the text, that dates it; None where another line gainsays it.

    Nothing else may have dated the text yet. Of two such lines, both must state the same day, and one be certain.
    """
    if len(paragraphs) < 2 and not titled:
        return None
    found = [_below(paragraphs[0], findings)] if titled and len(paragraphs) > 1 else []
    found += [_last(paragraphs, findings, titled=titled)] if paragraphs else []
    lines = [line for line in [*found, _in_copyright(findings)] if line is not None]
    if len({line.value for line in lines}) != 1 or _is_gainsaid(lines, findings.text):
        return None
    return next((line for line in lines if line.certain), lines[0])


def _below(paragraph: Paragraph, findings: Findings) -> LoneLine | None:
    return _read(paragraph, findings, last=False)


def _last(paragraphs: list[Paragraph], findings: Findings, *, titled: bool) -> LoneLine | None:
    paragraph = paragraphs[-1]
    line = paragraph.lines[-1]
    behind = _BEHIND_A_SENTENCE.search(line.text[-_LONGEST - 2 :])
    if behind and len(line.text) - len(behind["rest"]) >= _SENTENCE:
        rest = line.cut(len(line.text) - len(behind["rest"]))
        glued = _read(Paragraph((rest,)), findings, last=True, glued=True)
        return replace(glued, paragraph=paragraph, alone=False, rule="last_words") if glued else None
    quoted = len(paragraphs) > 1 and paragraphs[-2].text.endswith(("»", "”", '"'))
    if (
        len(paragraphs) < 2
        or paragraphs[-2].text.endswith((":", ",", "،"))
        or (quoted and not _BRACKETED.fullmatch(paragraph.text))
    ):
        return None
    is_short = len(paragraph.lines) == 1 and len(line.text) <= _LONGEST
    if is_short and (placed := read_placed_line(line.text, findings.text, last=True)):
        return _found(paragraph, placed, 0)
    found = _read(paragraph, findings, last=True)
    alone = findings.text[found.start : found.end] if found and titled else ""
    if found and closes_a_text(alone, found.value, paragraphs[-2].text, line.text, findings.text):
        return replace(found, certain=True)
    return found


def _in_copyright(findings: Findings) -> LoneLine | None:
    """«© Le Quotidien de Genève, samedi 29 décembre 2018. Tous droits réservés.»"""
    for part in findings.set_aside:
        if (
            part.rule != "copyright"
            or not _RIGHTS.search(part.exact)
            or len(days := find_dates(part.exact)) != 1
        ):
            continue
        lead = _lead_of(part.exact[: days[0].start])
        follows = lead is not None and lead[1] in (",", "،")
        if follows and days[0].date.precision == "day" and _says_its_weekday(days[0], part.exact):
            return replace(_found(Paragraph((Line(part.exact, part.start),)), days[0], 0), rule="rights")
    return None


def _read(paragraph: Paragraph, findings: Findings, *, last: bool, glued: bool = False) -> LoneLine | None:
    """The day at the end of a short line, where something of the line vouches that it is that of the text."""
    whole = paragraph.text
    if len(whole) > _LONGEST or len(paragraph.lines) > 1 or _is_captioned(whole) or ACT.match(whole):
        return None
    bracketed = _BRACKETED.fullmatch(whole)
    offset = bracketed.start("inside") if bracketed else 0
    text = bracketed["inside"] if bracketed else whole
    days = find_dates(text)
    if len(days) != 1 or days[0].date.precision != "day" or not _says_its_weekday(days[0], text):
        return None
    before, after = text[: days[0].start], text[days[0].end :].strip()
    # «De notre envoyé spécial à Fada (5 mars 2020)»
    after = "" if (after == ")" and before.endswith("(")) or is_wire(after) else after
    if after in (".", "") and LABELLED.search(before):
        return _found(paragraph, days[0], offset)
    if glued and not before.strip() and after in (".", ""):
        return _found(paragraph, days[0], offset)
    if after:
        return _read_signed(paragraph, text, days[0], offset, last=last)
    lead = _lead_of(before)
    if last and not before.strip() and not glued:
        # A day alone is not certain; but it may agree with that of the dateline.
        return replace(_found(paragraph, days[0], offset), certain=False)
    if lead is None or OTHER_DAY.search(lead[0]):
        return None
    vouched = vouches(*lead, last=last)
    beside = [] if vouched and not is_known_place(lead[0]) else _BESIDE.split(lead[0])
    other = tells_of_another_day(whole, beside, [days[0].date.text], findings.text)
    if vouched and not other:
        return _found(paragraph, days[0], offset)
    # «(Consulté le 3 mai)» tells what was done, and «(première édition, …)» what it was; no name begins small.
    done = lead[1] == "" and _ON.search(before) is not None
    bracketed_name = bracketed is not None and not done and not lead[0].lstrip(_QUOTES)[:1].islower()
    named = bracketed_name or _is_quoted(lead[0])
    # A picture is captioned so too: «Une rue de Tunis, le 3 mai 2018».
    paper = is_paper(lead[0])
    parted = lead[1] not in ("", "(") and (last or named or paper or lead[1] not in ",،")
    returns = returning(lead[0], whole, findings.text)
    # A paper may be called by the town that it writes of.
    returns = returns if not paper or all(returns) else [False]
    if (last and named and not all(returns)) or (
        parted and not any(returns) and is_free(lead[0], paragraph.text)
    ):
        known = parted and paper and not other
        return replace(_found(paragraph, days[0], offset), certain=known)
    return None


def _is_captioned(text: str) -> bool:
    """Whether it says that it shows something; «03/05/2016» does not."""
    return PICTURE.search(text) is not None and re.search(r"[^\W\d_]", text) is not None


def _read_signed(
    paragraph: Paragraph, text: str, day: WrittenDate, offset: int, *, last: bool
) -> LoneLine | None:
    """«3 août 2015 - S. B.»: initials sign a text, or a paper; a name is as often that of who is quoted."""
    if offset == 0 and _is_dateline(text):
        return _found(paragraph, day, offset)
    signed = _SIGNED.fullmatch(text, day.end)
    if signed is None or not last or text[: day.start].strip() or not signed["name"][0].isupper():
        return None
    if len(signed["name"].split()) > _WORDS or OTHER_DAY.search(signed["name"]):
        return None
    certain = _INITIALS.fullmatch(signed["name"]) is not None or any(
        vouches(signed["name"]) for vouches in (is_paper, is_known_place)
    )
    return replace(_found(paragraph, day, offset), certain=certain)


def _found(paragraph: Paragraph, day: WrittenDate, offset: int) -> LoneLine:
    start = paragraph.start + offset
    return LoneLine(paragraph, day.date.text, start + day.start, start + day.end)


def _is_dateline(text: str) -> bool:
    """«الرباط في 15 شتنبر 2022 (و م ع)»: place, day and agency, and nothing behind them."""
    dateline = read_dateline(text)
    return dateline is not None and bool(dateline.source and dateline.date) and dateline.length >= len(text)


def _lead_of(before: str) -> tuple[str, str] | None:
    """(what stands before the day, the mark that parts them: "" for a blank or «du»), None where nothing does."""
    parted = _PARTED.search(before)
    lead = before[: parted.start()] if parted else before
    mark = parted["mark"].strip() if parted else ""
    if parted and mark in '»”"':
        lead += mark
    if parted is None and (of_the := _OF_THE.search(before)):
        lead = before[: of_the.start()]
    elif parted is None:
        lead = re.sub(r"(?:^|\s)(?:le|on|от|في|بتاريخ|يوم)\s?:?\s+$", "", before, flags=re.IGNORECASE)
    lead = lead.strip(" ,،.|:–—-")
    return (lead, mark) if re.search(r"[^\W\d_]{2}", lead) else None


def vouches(lead: str, mark: str, *, last: bool) -> bool:
    """Whether what stands before the day is a place, a kind of text, a rubric or an outlet that is known."""
    if is_known_place(_DONE.sub("", lead)):
        return True
    if not mark:
        return _DAILY.fullmatch(lead) is not None
    if _is_genre(lead, last=last) or labels.OUTLET.fullmatch(lead):
        return True
    return _REPORTER.match(lead) is not None or (not last and _RUBRIC.fullmatch(lead) is not None)


def _is_genre(lead: str, *, last: bool) -> bool:
    """Whether it is a kind of text, with a town or, below the headline, a subject: «Portrait : le sage de Fès»."""
    genre = _GENRE.match(lead)
    goes_on = _GOES_ON.fullmatch(lead, genre.end()) if genre else None
    if goes_on is None or (last and goes_on["subject"]):
        return False
    return not goes_on["town"] or is_known_place(goes_on["town"])


def is_rubric(text: str) -> bool:
    """Whether a line is what a paper is parted into: «Faits divers», “Business”."""
    return _RUBRIC.fullmatch(text) is not None


def _is_quoted(lead: str) -> bool:
    return lead[0] in '«“"' and lead[-1] in '»”"'


def is_free(lead: str, line: str) -> bool:
    """Whether it is written as a name is, and no event, place to go to or picture."""
    begins = lead.lstrip('«“"')[:1]
    if not (begins.isupper() or "\u0621" <= begins <= "\u064a") or len(lead.split()) > _WORDS:
        return False
    if _WEEKDAY.match(lead) or _SHOWN.match(line) or re.search(r"[:;?!؟]", lead):
        return False
    # «Manifestation à Alger» is an event, and no paper.
    return not any(map(_places, re.split(r"[\s,،.]", lead.casefold().replace("’", "'"))))


def _places(word: str) -> bool:
    """«à», «in»; in Arabic the preposition is written to its word: «بالجزائر»."""
    return word in NO_PLACES or word.startswith("بال") or (word.startswith("ب") and is_known_place(word[1:]))


def returning(lead: str, line: str, whole: str) -> list[bool]:
    """For each longer word whether it stands elsewhere in the whole text than in its line too, in whatever form."""
    words = {word[:5] for word in _folded_words(whole.replace(line, "\n", 1))}
    return [word[:5] in words for word in _folded_words(lead)]


def _folded_words(text: str) -> list[str]:
    return [_CLITIC.sub("", fold(word)) for word in _WORD.findall(text)]


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]}\n{text[end:]}"


def _says_its_weekday(day: WrittenDate, text: str) -> bool:
    """Whether it is a whole day, not «vers le 3 mai», with the day of the week that it is said to be."""
    exact = day.date.text
    return is_whole_day(exact) and says_its_weekday(
        text[day.start : day.end], calendar_date.fromisoformat(exact)
    )


def _is_gainsaid(lines: list[LoneLine], whole: str) -> bool:
    """Whether the text knows a later time than that day, or another of its lines states another day."""
    day = calendar_date.fromisoformat(lines[0].value)
    rest = whole
    for line in sorted(lines, key=lambda line: -line.start):
        rest = _without(rest, line.start, line.end)
    if is_recalled(rest, day):
        return True
    return any(states_another(line, day) for line in rest.split("\n"))


def states_another(line: str, day: calendar_date) -> bool:
    """Another day on a short line of its own."""
    if len(line) > _LONGEST or is_terminal(line):
        return False
    return any(found.date.precision == "day" and found.date.latest != day for found in find_dates(line))
