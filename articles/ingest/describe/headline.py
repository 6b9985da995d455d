"""Which line of a text is its headline, and a headline made from its first sentence where it has none."""

import re

from articles.ingest.describe.countries import is_country
from articles.ingest.describe.dateline import is_wire
from articles.ingest.describe.labels import OUTLET
from articles.ingest.describe.layout import Paragraph
from articles.ingest.describe.lone_line import is_rubric
from articles.ingest.describe.mastheads import is_numbered, says_how_often
from articles.ingest.describe.papers import is_paper
from articles.ingest.describe.short_years import days_of
from articles.ingest.describe.words import TRAILING
from articles.months import MONTH, WEEKDAY
from articles.names.fold import fold
from articles.written_dates import find_dates

LONGEST_SUPPLIED = 90
"""Characters of a supplied headline, the "…" included."""
_LONGEST_TITLE = 190
_RUBRIC = 3
"""Words of which a sentence says too little: «Football.», «Hockey sur glace.»"""
_FULL_STOP = re.compile(r"(?<!\.)[.。۔][\s»”\"')\]*_]*$")
_UNFINISHED = re.compile(r"[,;:،؛–—¬\xad-]$")
_HEADING = re.compile(r"#{1,6}\s+|\*\*(?=.+\*\*$)|__(?=.+__$)")
_TITLE_MARKS = "#* _"
INNER_END = re.compile(r"[.!?…؟]\s+(?=[«“\"(]?[A-ZÀ-ÖØ-ÞА-ЯЁ])")
# No sentence ends after these: initials, titles, «г. Москва», «им. Горького».
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«\"’'])(?:[A-ZÀ-ÞА-ЯЁ]|S\.?A|S\.?M|M|MM|Mme|Mlle|Dr|Pr|Me|St|Ste|Mr|Mrs|Ms|Sen|Gen|Lt|Col|Gov|No|vs|etc|cf"
    r"|г|гг|им|ул|д|стр|т|тов|руб|млн|млрд|тыс|долл|проф|акад|ген|н)\.$"
)
_LONGEST_ABBREVIATION = 12
_BAR = re.compile(r"\s?[|•·/]\s?|\s[–—-]\s")
_SITE = re.compile(r"\s(?:[|•·–—-]|::)\s(?P<name>[^|•·–—:]{2,40})$")
# Where a site writes its name in one word: its handle, its tag, its address.
_HANDLE = re.compile(r"(?:[@#]|https?://|www\.)[^\s/,;]+", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"[.!?…؟۔](?:[\s]*[»”\"')\]])*(?=\s+[«“„\"(\[—–-]*\s*(?![a-zà-öø-ÿа-яё])\w)|$")


# What an office writes above what it makes known, and its own name above that.
_MADE_KNOWN = re.compile(
    r"communiqué(?:\s(?:de\spresse|conjoint|officiel))?|(?:press|media|news)\srelease|(?:joint\s|press\s)?statement"
    r"|пресс-релиз|сообщение\sдля\s(?:прессы|сми)|(?:совместное\s)?заявление|بلاغ(?:\sصحفي|\sمشترك)?|بيان(?:\sصحفي|\sمشترك)?",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:royaume|république|gouvernement|ministère|ambassade|présidence|direction|agence|cabinet|kingdom|republic|government"
    r"|ministry|embassy|office|department|agency|королевство|республика|правительство|министерство|посольство|управление"
    r"|агентство|المملكة|الجمهورية|جمهورية|حكومة|وزارة|سفارة|رئاسة|مديرية|وكالة)(?![^\W_])",
    re.IGNORECASE,
)
_LETTERHEAD = 5
_PAPER = 5
_ARTICLED = re.compile(r"(?:L[ae]s?\s|L['’]|The\s)[A-ZÀ-ÖØ-Þ]")
_CHANNEL = re.compile(
    r"(?P<words>(?:(?:[A-ZÀ-ÖØ-ÞА-ЯЁ]|[\u0621-\u064a])[^\W\d_]*\s){1,2})(?P<number>\d{1,2})"
)
_CALLED_A_CHANNEL = re.compile(
    r"(?:cha[iî]ne|canal|channel|kanal|télé|tele|tv|radio|канал|радио|тв|قناة|إذاعة|راديو|تلفزيون)\s",
    re.IGNORECASE,
)
_OF_DAYS = re.compile(rf"{MONTH}|{WEEKDAY}", re.IGNORECASE)
_BARS = re.compile(r"\s[|•·]\s")
_LONGEST_DATED = 70
_SET_OFF_BEFORE = re.compile(r"(?:^|[,،;·•|/(—–]|\s-)\s*$")
_SET_OFF_BEHIND = re.compile(r"\s*(?:$|[,،;·•|/)—–.]|-\s)")
_DAY_BETWEEN_BARS = re.compile(r"(?:^|[·•|])\s*\d{1,2}[./]\d{1,2}[./]\d\d(?:\d\d)?\s*(?:$|[·•|])")
_MARKED = re.compile(r"(?:[,،|–—(]|\s-|\.)\s*(?:(?:le|on|от|في)\s)?$", re.IGNORECASE)


def find_title(paragraphs: list[Paragraph], whole: str) -> int:
    """The index of the paragraph that is the headline, -1 for none; those above it are its kickers."""
    if made_known := _below_letterhead(paragraphs):
        return made_known
    for index, paragraph in enumerate(paragraphs[:3]):
        if _HEADING.match(paragraph.text) and index < len(paragraphs) - 1:
            return index
        if not is_title_like(paragraph):
            break
    if len(paragraphs) < 2 or not is_title_like(paragraphs[0]):
        return -1
    if above := _below_furniture(paragraphs, whole):
        return above
    first, second = paragraphs[0].text, paragraphs[1].text
    longer = len(second) > len(first) or sum(len(p.text) for p in paragraphs[1:]) > 2 * len(first)
    if not longer:
        return -1
    return 1 if len(paragraphs) > 2 and _is_kicker(paragraphs[0], paragraphs[1], whole) else 0


def _below_furniture(paragraphs: list[Paragraph], whole: str) -> int:
    """The index of the headline below a menu, a paper's number, a dated line or two rubrics; 0 for none.

    A text has to follow, and the headline says more than a word, and no day.
    """
    heads = [paragraph.text for paragraph in paragraphs[:2]]
    rubrics = all(_is_few(head, whole) for head in heads) and (
        is_paper(heads[0]) or any(map(is_rubric, heads))
    )
    if len(paragraphs) > 3 and rubrics and _outweighs(paragraphs[2], *heads):
        return 2
    if len(paragraphs) > 3 and says_how_often(heads[1]) and is_title_like(paragraphs[2]):
        return 2
    if len(paragraphs) < 3 or not is_title_like(paragraphs[1]):
        return 0
    if len(heads[1].split()) < 2 or find_dates(heads[1]):
        return 0
    return int(_is_menu(heads[0]) or is_numbered(heads[0]) or _ends_in_a_day(heads[0], whole))


def _is_menu(text: str) -> bool:
    """«Sign in | Subscribe | My account»: three parts or more of a word or two, between bars."""
    parts = [part.split() for part in _BARS.split(text)]
    return len(parts) > 2 and all(1 <= len(words) <= 2 for words in parts)


def _ends_in_a_day(text: str, whole: str) -> bool:
    """«Compte rendu, 3 mai 2018»: behind a mark a day ends the line, or a month that a paper is of."""
    has_figures = len(text) <= _LONGEST_DATED and any(char.isdigit() for char in text)
    days = days_of(text, whole) if has_figures else []
    # A day may be read in two ways at one place.
    if (
        len({(day.start, day.end) for day in days}) != 1
        or text[days[0].end :].strip(" .)]г")
        or days[0].date.precision not in ("day", "month")
    ):
        return False
    return _MARKED.search(text[: days[0].start]) is not None


def _below_letterhead(paragraphs: list[Paragraph]) -> int:
    """The index of the headline below an office and «Communiqué de presse», 0 where they do not stand so."""
    for index, paragraph in enumerate(paragraphs[:_LETTERHEAD]):
        if _MADE_KNOWN.fullmatch(paragraph.text.rstrip(" :")):
            follows = len(paragraphs) > index + 2 and is_title_like(paragraphs[index + 1])
            return index + 1 if index and follows else 0
        if not (is_title_like(paragraph) and (_OFFICE.match(paragraph.text) or paragraph.text.isupper())):
            return 0
    return 0


def is_title_like(paragraph: Paragraph) -> bool:
    """Short, not closed by a full stop, not broken off, one sentence."""
    text = paragraph.text
    if len(text) > _LONGEST_TITLE or len(paragraph.lines) > 3 or not re.search(r"[^\W\d_]{2}", text):
        return False
    if _FULL_STOP.search(text) or _UNFINISHED.search(text):
        return False
    return len(text) <= 120 or not INNER_END.search(text)


def _is_kicker(paragraph: Paragraph, following: Paragraph, whole: str) -> bool:
    text, title = paragraph.text, following.text
    if _is_source_line(text):
        return is_title_like(following)
    # «Les éleveurs manifestent», above «Rassemblement le 22 avril 2016», is no kicker: few headlines say a day.
    if any(found.date.precision in ("day", "interval") for found in find_dates(title)) and not is_paper(text):
        return False
    # Nor is it above «Ереван, октябрь 2009 — «Туф»»: where, when and in what paper.
    if _has_a_date_of_its_own(title, whole) and not (is_paper(text) or is_rubric(text)):
        return False
    return _is_few(text, whole) and _outweighs(following, text)


def _has_a_date_of_its_own(text: str, whole: str) -> bool:
    """Whether a day or a month stands between marks, or at an end of the line behind or before one."""
    if len(text) > _LONGEST_DATED or not any(sign.isdigit() for sign in text):
        return False
    if _DAY_BETWEEN_BARS.search(text):
        return True
    return any(
        found.date.precision in ("day", "month")
        and _SET_OFF_BEFORE.search(text[: found.start])
        and _SET_OFF_BEHIND.match(text, found.end)
        for found in days_of(text, whole)
    )


def _is_few(text: str, whole: str) -> bool:
    """Three words at the most, as a rubric or a paper's name has, no exclamation, and no number but of a channel."""
    if re.search(r"\d", text) and not (is_paper(text) or _is_a_channel(text, whole)):
        return False
    return len(text.split()) <= 3 and len(text) <= 30 and not re.search(r"[?!…»\"]$", text)


def _is_a_channel(text: str, whole: str) -> bool:
    """«France 24», «Canal 2»: a country's, called a channel, or what sends the text; no day of a month or a week.

    «Apollo 13» and «Covid 19» are numbered too.
    """
    name = _CHANNEL.fullmatch(text)
    if name is None or any(_OF_DAYS.fullmatch(word) for word in name["words"].split()):
        return False
    of_country = is_country(name["words"].strip()) and (len(name["number"]) == 1 or name["number"] == "24")
    return of_country or _CALLED_A_CHANNEL.match(text) is not None or _sends(text, whole)


def _sends(name: str, whole: str) -> bool:
    """«© Rai 3», «Source : Rai 3», «… demain. (Rai 3)», @rai3."""
    named = re.escape(name)
    signed = re.compile(
        rf"(?:©|\(c\)|(?:source|источник|المصدر)\s?:)\s?{named}(?![^\W_])|[.!?…»”]\s?\({named}\)\s*$",
        re.IGNORECASE | re.MULTILINE,
    )
    handle = "".join(fold(name).split())
    return signed.search(whole) is not None or handle in map(str.casefold, re.findall(r"@(\w+)", whole))


def _outweighs(title: Paragraph, *kickers: str) -> bool:
    """Whether what stands below short lines is so much longer that they are not the headline."""
    longest = max(map(len, kickers))
    return is_title_like(title) and len(title.text) >= 25 and len(title.text) >= 1.5 * longest


def _is_source_line(text: str) -> bool:
    """«واس | جدة», “Reuters • London”: an agency or a paper between bars, and two words beside it at the most."""
    parts = [part.strip() for part in _BAR.split(text)]
    named = [part for part in parts if is_wire(part) or OUTLET.fullmatch(part)]
    if (
        len(parts) == 2
        and is_rubric(parts[1])
        and len(parts[0].split()) <= _PAPER
        and _ARTICLED.match(parts[0])
    ):
        return True
    return 2 <= len(parts) <= 3 and bool(named) and all(len(p.split()) <= 2 for p in parts if p not in named)


def site_name(title: str, whole: str) -> tuple[int, int] | None:
    """Where a headline ends before the name of the site that a browser writes behind it, and where that begins.

    «… libéré | Le Temps des sciences»: the paper is known, or the text has its handle, its tag or its address.
    """
    behind = _SITE.search(title)
    if behind is None or len(title[: behind.start()].split()) < 3:
        return None
    name = behind["name"].strip()
    signed = "".join(fold(name).split())
    handles = (re.sub(r"[\W_]", "", fold(handle)) for handle in _HANDLE.findall(whole))
    told = OUTLET.fullmatch(name) or (len(signed) >= 5 and any(signed in handle for handle in handles))
    return (behind.start(), behind.start("name")) if told else None


def title_text(paragraph: Paragraph) -> str:
    """The headline without the marks of Markdown around it."""
    text = paragraph.text
    heading = _HEADING.match(text)
    return text[heading.end() :].strip(_TITLE_MARKS) if heading else text


def first_sentence(text: str) -> str:
    """The first sentence of a text with its stop; an abbreviation or an initial does not end one."""
    for match in _SENTENCE_BREAK.finditer(text):
        stop = match.start() + 1
        if not _ABBREVIATION.search(text, max(stop - _LONGEST_ABBREVIATION, 0), stop):
            return text[: match.end()]
    return text


def supply_headline(*paragraphs: str) -> str:
    """A headline from the first sentence: at most 90 characters, cut between words, without a final stop.

    To a rubric or a dateline («Football. …», «Paris, 14 juillet 1789. …») the sentence that follows is joined.
    """
    first, *following = paragraphs
    text = first.lstrip(" .…–—-*#>") or first
    taken = ""
    for rest in (text, *following):
        while rest.strip() and _says_nothing(taken):
            sentence = first_sentence(rest)
            taken, rest = f"{taken} {sentence}", rest[len(sentence) :]
    taken = " ".join(taken.split())
    return _shortened(taken.rstrip(".:;, ") or taken or text.strip())


def _says_nothing(text: str) -> bool:
    """Whether it is a rubric, a word or two before the text, or a place and a day and nothing else."""
    bare = text.strip().rstrip(".:)] ")
    if len(bare.split()) <= _RUBRIC or len(bare) > LONGEST_SUPPLIED:
        return len(bare.split()) <= _RUBRIC
    days = find_dates(bare)
    return bool(days) and days[-1].end >= len(bare) and len(bare[: days[-1].start].split()) <= _RUBRIC


def _shortened(sentence: str) -> str:
    if len(sentence) <= LONGEST_SUPPLIED:
        return sentence.strip()
    cut = sentence[: LONGEST_SUPPLIED - 1]
    # A text without blanks is cut where the limit falls.
    words = (cut if sentence[LONGEST_SUPPLIED - 1].isspace() else cut.rpartition(" ")[0] or cut).split(" ")
    while len(words) > 3 and (
        words[-1].casefold().replace("’", "'") in TRAILING or not words[-1][-1:].isalnum()
    ):
        if words[-1].casefold() in TRAILING or not re.search(r"\w", words[-1]):
            words.pop()
        else:
            words[-1] = words[-1].rstrip(",;:.–—- ")
            if not words[-1] or not words[-1][-1].isalnum():
                break
    return _without_open_mark(" ".join(words)) + "…"


def _without_open_mark(text: str) -> str:
    """Cut before a quotation or bracket that the cut left open, if enough remains."""
    for opening, closing in ("«»", "()", "“”"):
        start = text.rfind(opening)
        if start > 40 and closing not in text[start:]:
            text = text[:start].rstrip(" ,;:")
    return text
