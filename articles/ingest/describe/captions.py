"""Captions and credits that pasting ran into the first word of a text: where they end."""

import re

from articles.ingest.describe.dateline import AGENCIES, read_dateline
from articles.ingest.describe.words import ARTICLES, BRANDS, NAME_PREFIXES

_GLUE = re.compile(
    r"(?<=[a-zà-öø-ÿа-яё0-9_)])(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])"
    r"|(?<=[A-Z][A-Z])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ’'])|(?<=[А-ЯЁ][А-ЯЁ])(?=[А-ЯЁ][а-яё])"
    r"|(?<=[A-Za-z0-9_])(?=[А-ЯЁ\u0621-\u064a])"
)
_IMAGE_NAME = re.compile(
    r"(?:[\w()%+-]+\.(?:jpe?g|png|gif|webp)|(?:IMG|DSC|DSCN|DSCF)[_-]?\d{3,}(?:[_-]\d+)*)\s*(?=\S)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+['’]?")
_SENTENCE_END = re.compile(r"[.!?…؟]\s")


def glued_caption(text: str, whole: str, openers: frozenset[str]) -> int:
    """How many characters at the start of a paragraph are a caption run into its first word; 0 for none.

    Case or script changes within a word («hammouchiLa récente visite»), what follows is one of the `openers`
    of sentences, or stands by itself elsewhere in the `whole` text, and the compound stands nowhere else.
    """
    if image := _IMAGE_NAME.match(text):
        return image.end()
    head = text[:140]
    for match in _GLUE.finditer(head):
        cut = match.start()
        before = head[:cut]
        if before.count(" ") > 9 or _SENTENCE_END.search(before):
            return 0
        if _is_glued(text, cut, whole, openers):
            return cut
    return 0


def _is_glued(text: str, cut: int, whole: str, openers: frozenset[str]) -> bool:
    token_start = max(text.rfind(" ", 0, cut), text.rfind("\xa0", 0, cut)) + 1
    prefix = text[token_start:cut]
    word = _WORD.match(text, cut)
    token = prefix + text[cut:].split(maxsplit=1)[0]
    if word is None or not re.search(r"[^\W\d]|\d{2}|_", prefix) or len(prefix) < 2:
        return False
    if (
        prefix.casefold() in NAME_PREFIXES
        or token.casefold().strip(".,:;") in BRANDS
        or whole.count(token) > 1
    ):
        return False
    opener = word[0].replace("’", "'")
    single = len(opener) == 1
    # A capital before the break makes it look like a brand (MoveOn, CanalPlus): only an article may follow.
    if prefix[0].isupper() and prefix[-1].islower() and opener.casefold() not in ARTICLES:
        return False
    if opener.casefold() in openers and (opener[1:].islower() or opener.endswith("'") or single):
        return not single or text[word.end() : word.end() + 1].isspace()
    arabic = "\u0621" <= text[cut] <= "\u064a"
    plain_prefix = token_start == 0 and len(prefix) >= 4 and not prefix[0].isupper()
    if arabic:
        return token_start == 0 and len(prefix) >= 3
    return plain_prefix and len(opener) >= 4 and _stands_elsewhere(opener, whole)


def _stands_elsewhere(word: str, whole: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", whole) is not None


_REACH = 400
"""Characters within which a caption with its credit ends."""
_LONGEST_CREDIT = 80
_SHORTEST_TEXT = 40
"""Characters behind a credit in brackets that are text, and no name of who took the picture."""
_CREDIT_LABEL = re.compile(
    r"(?:(?:file\s)?photos?|photograph|ph\.|images?|picture|illustration|légende|caption|crédits?(?:\s?photos?)?|(?:photo\s)?credits?"
    r"|фото|снимок|صورة|الصورة|تصوير)\s?[:：©/.|]\s?",
    re.IGNORECASE,
)
_CREDIT_MARK = re.compile(
    r"©\s?|\((?:c|с)\)\s?|(?:crédits?|credits?)(?:\sphotos?)?\s?:\s?|(?<=[.!?»]\s)(?:photo(?:graph)?|фото)\s?:\s?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(
    r"[(\[](?P<inside>[^()\[\]]{2,80})[)\]](?P<blank>\s?)(?=[«“\"„]?(?:[A-ZÀ-ÖØ-ÞА-ЯЁ]|[\u0621-\u064a]))"
)
_CREDITED = re.compile(r"©|\b(?:photos?|crédits?|credits?|фото)\b|\bph\.|صورة|تصوير", re.IGNORECASE)
# Agencies, and where pictures are taken from.
_SIGNED = re.compile(
    rf"(?<![^\W_])(?:{AGENCIES}|DR|Getty Images|Getty|EPA|Unsplash|Pixabay|Pexels|Flickr|Shutterstock|Freepik"
    r"|Depositphotos|Wikimedia(?: Commons)?|Wikipedia)$"
)
_TITLE_WORDS = 3
_SHORTEST_SITE = 4


def glued_credit(text: str, openers: frozenset[str]) -> int:
    """How many characters at the start of a paragraph are a caption whose credit runs into the text; 0 for none.

    «… à Casablanca. © DRLe Souverain», «Photo: … [Sputnik/Name]RABAT (Reuters) -»: what follows the credit
    without a blank is one of the `openers` of sentences, a dateline, or any capital after brackets.
    """
    head = text[:_REACH]
    label = _CREDIT_LABEL.match(head)
    mark = _CREDIT_MARK.search(head)
    if label is None and mark is None and "[" not in head and "(" not in head:
        return 0
    for brackets in _BRACKETS.finditer(head):
        if _is_credit(brackets, text, labelled=label is not None):
            return brackets.end()
    start = mark or label
    return _end_of_credit(text, head, start.end(), openers) if start else 0


def _is_credit(brackets: re.Match[str], text: str, *, labelled: bool) -> bool:
    """Whether the caption ends in these brackets, and the text begins right after them."""
    rest = text[brackets.end() :]
    if brackets.start() == 0 and _CREDITED.search(brackets["inside"]):
        return len(rest) >= _SHORTEST_TEXT
    if not labelled and (_CREDITED.search(brackets["inside"]) is None or brackets.start() < 15):
        return False
    if brackets["blank"]:
        dateline = read_dateline(rest) if labelled else None
        return dateline is not None and bool(dateline.source or dateline.date)
    return len(rest) >= 20


def _end_of_credit(text: str, head: str, start: int, openers: frozenset[str]) -> int:
    for glue in _GLUE.finditer(head, start):
        credit = head[start : glue.start()]
        if len(credit) > _LONGEST_CREDIT or _SENTENCE_END.search(credit):
            return 0
        if len(credit) >= 2 and _begins_text(text, glue.start(), credit, openers):
            return glue.start()
    return 0


def _begins_text(text: str, cut: int, credit: str, openers: frozenset[str]) -> bool:
    word = _WORD.match(text, cut)
    prefix = re.split(r"\s", credit)[-1]
    if word is None or prefix.casefold() in NAME_PREFIXES or (prefix + word[0]).casefold() in BRANDS:
        return False
    opener = word[0].replace("’", "'")
    if opener.casefold() in openers and not opener[1:].isupper():
        return opener.endswith("'") or text[word.end() : word.end() + 1].isspace()
    if _names_a_site(prefix, text[cut:]):
        return True
    if _SIGNED.search(credit):
        return opener[1:].islower() or "\u0621" <= opener[0] <= "\u064a"
    dateline = read_dateline(text[cut:])
    return dateline is not None and bool(dateline.source)


def _names_a_site(prefix: str, rest: str) -> bool:
    """«Фото: pixabayДеревянное кресло для …»: a site in small letters, and a headline of some words behind it.

    Where the script changes within a word, the word before may have a capital.
    """
    if len(rest.split()) < _TITLE_WORDS or len(prefix) < _SHORTEST_SITE:
        return False
    small = prefix.isalpha() and prefix.islower()
    return small or (
        prefix.isascii()
        and prefix.isalpha()
        and not rest[0].isascii()
        and rest[0].isalpha()
        and not "À" <= rest[0] <= "ÿ"
    )
