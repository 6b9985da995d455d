"""Finding the office stated beside a name: before it, or in apposition after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.names.fold import fold, script_of
from articles.offices import arabic, russian
from articles.offices.lexicon import (
    ARTICLES,
    EN_MODIFIERS,
    FR_MODIFIERS,
    FR_VERBS,
    HEADS,
    JOINTS,
    RELATIVES,
    STOPS,
    TITLE_WORDS,
    TITLES_OF_NAMES,
)
from articles.offices.owners import before_a_person
from articles.offices.words import Word, is_head, words_of

_LONGEST = 160  # code points of an office; what is longer is a clause, not a function
_MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class OfficeSpan:
    """An office as stated: `text[start:end] == exact`, code points, end excluded, article left out."""

    start: int
    end: int
    exact: str


_HARD_BREAK = re.compile(r"[.!?…;؛؟\n:]|[«»“”„\"]")
_PART = re.compile(r"[,،()—–]|[^\S\n]-[^\S\n]")
_QUOTED = re.compile(r"[«\"“„]([^«»\"“”„\n]{1,40})[»\"”]")
_NAME_BEFORE = re.compile(r"[^\W\d_a-zà-ÿа-яё][^\W_]+[ \u00a0\-][^\W\d_a-zà-ÿа-яё][^\W_]+\s*[,،]\s*$")
# What may stand right after a head noun when no comma divides office and name: an adjective, hardly a verb.
_FR_ADJECTIVE = re.compile(
    r"(?:ain|aine|ais|aise|ien|ienne|een|eenne|ois|oise|al|ale|el|elle|if|ive|ique|iste|aire|ier|iere|"
    r"russe|turc|turque|grec|belge|suisse|arabe|espagnol|allemand|adjoint|sortant|chef|britannique|slave|tcheque)s?$"
)
_EN_DEMONYM = re.compile(r"(?:an|ish|ese|ch|qi)$")
_LAST_WORD = re.compile(r"(?<![^\W_])([^\W_]+)\.?$")
_LONGEST_TITLE = 40  # code points, with what folding drops
_TAIL = re.compile(r"\s*\([^()\n]{1,30}\)\s*$")


def find_office(text: str, start: int, end: int, language: str) -> OfficeSpan | None:
    """The office stated for the name at [start:end], before it or in apposition after it; None when unsure.

    `language` is fr, en, ru or ar; in a text of another language nothing is found. The words are taken as they
    stand, from the head noun («secrétaire», «министр» …) on, without the article; nothing is taken over the end
    of a sentence, from another enumeration, or from beside another name.
    """
    if language not in HEADS:
        return None
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no text between {start} and {end}")
    masked = _QUOTED.sub(lambda match: f" {match.group(1)} ", text)
    after = _after(masked, start, end, language)
    before = _before(masked, start, language)
    if before is None or (after is not None and before[2]):
        chosen = after
    elif before[2] and not re.match(r"\s*(?:\([^()]*\)\s*)?(?:[,،.;:!?…)»]|$)", text[end:]):
        # «Après sa rencontre avec le roi, N a déclaré»: only a second comma makes the office an apposition.
        chosen = None
    elif language == "ru" and _is_of_an_owner(text, before, start, end):
        chosen = None
    else:
        chosen = before[:2]
    return _span(text, *chosen, language) if chosen else None


def _is_of_an_owner(text: str, before: tuple[int, int, bool], start: int, end: int) -> bool:
    """Whether the name is in the genitive, the office not: «адвокат Сноудена», «пресс-секретарь президента Путина»."""
    heads = [word.folded for word in words_of(text, *before[:2]) if is_head(word, "ru")]
    nominative = any(head in HEADS["ru"] for head in heads)
    return not before[2] and nominative and russian.is_owner(text, text[start:end])


def _span(text: str, start: int, stop: int, language: str) -> OfficeSpan | None:
    stop = before_a_person(words_of(text, start, stop), language)
    if language == "ar":
        first, *others = words_of(text, start, stop)
        if others and arabic.is_cut(first.written):
            return None
        start += arabic.lead(first.written)
    if text[stop : stop + 1] in ("»", "”", '"') and re.search(r"[«“„\"]", text[start:stop]):
        stop += 1
    return OfficeSpan(start, stop, text[start:stop])


def _before(text: str, start: int, language: str) -> tuple[int, int, bool] | None:
    """«le secrétaire du Conseil (CSFR), N», «conseiller royal N», «وزير الخارجية N»."""
    edge = _before_titles(text, start)
    left = max(0, edge - _LONGEST)
    for match in _HARD_BREAK.finditer(text, left, edge):
        if not _is_abbreviation(text, match):
            left = match.end()
    stretch = text[left:edge]
    comma = stretch.rstrip().endswith((",", "،"))
    if not stretch[-1:].isspace() and not comma:
        return None
    stretch = stretch.rstrip(" \u00a0,،")
    stretch = _TAIL.sub("", stretch)
    # A comma before the office opens it: what stands left of it belongs to something else.
    cut = max((match.end() for match in _PART.finditer(stretch)), default=0)
    if comma and _NAME_BEFORE.search(stretch[:cut]):
        return None
    words = words_of(text, left + cut, left + len(stretch))
    found = _office_in(text, words, language, comma)
    return (*found, comma) if found else None


def _before_titles(text: str, start: int) -> int:
    """Where the titles begin that stand right before a name; its own place where there are none."""
    while (end := len(text[:start].rstrip())) < start:
        word = _LAST_WORD.search(text, max(0, end - _LONGEST_TITLE), end)
        if word is None or fold(word.group(1)) not in TITLE_WORDS:
            break
        start = word.start()
    return start


def _office_in(text: str, words: list[Word], language: str, comma: bool) -> tuple[int, int] | None:
    """The office that ends with the last of the words, read backwards to its head noun."""
    if not words:
        return None
    first = len(words)
    for place in range(len(words) - 1, max(-1, len(words) - _MOST_WORDS - 1), -1):
        word = words[place]
        if word.folded in STOPS[language] and not is_head(word, language):
            break
        first = place
    head = _leading_head(text, words, first, language, bare=not comma)
    if head is None or (words[-1].folded in JOINTS[language] | ARTICLES[language]):
        return None
    if (language == "ar" or not comma) and not _is_bare_office(text, words[head:], language):
        return None
    if (
        language == "ar"
        and head
        and arabic.is_adjective(*((w.written, w.folded) for w in words[head - 1 : head + 1]))
    ):
        return None
    if _names_someone(text, words[head:], language):
        return None
    return words[head].start, words[-1].end


def _is_bare_office(text: str, words: list[Word], language: str) -> bool:
    """Whether the words,
    joined to the name without a comma, are an office and not a subject with its verb."""
    heads = [place for place, word in enumerate(words) if is_head(word, language)]
    rest = range(heads[-1] + 1, len(words))
    if language == "ar":
        phrase = [(word.written, word.folded) for word in words]
        return arabic.phrase_length(phrase) == len(words)
    for place in rest:
        word, before = words[place], words[place - 1]
        joined = word.folded in JOINTS[language] or before.folded in JOINTS[language]
        if joined or not text[word.start].islower() or text[word.start - 1] in "-‐‑":
            continue
        if language == "en":
            return False
        if language == "fr" and not _is_french_adjective(text[word.start : word.end], word.folded):
            return False
        if language == "ru" and russian.is_verb(word.folded):
            return False
    return True


def _is_french_adjective(word: str, folded: str) -> bool:
    participle = word.endswith(("é", "ée", "és", "ées"))
    return folded not in FR_VERBS and (participle or _FR_ADJECTIVE.search(folded) is not None)


def _leading_head(text: str, words: list[Word], first: int, language: str, *, bare: bool) -> int | None:
    """The place of the office's first word: the nearest head noun that no preposition subordinates."""
    best: int | None = None
    for place in range(len(words) - 1, first - 1, -1):
        if not is_head(words[place], language):
            continue
        best = _with_modifiers(words, place, first, language, text)
        direct = place > first and is_head(words[place - 1], language)
        if not (
            direct if bare and language in ("fr", "en") else _is_subordinate(words, place, first, language)
        ):
            break
    if best is not None and language == "fr" and bare and _is_of_a_deputy(words, best):
        return None
    too_far = best is not None and bare and language == "fr" and len(words) - best > 6
    return None if too_far else best


def _is_of_a_deputy(words: list[Word], place: int) -> bool:
    """«l’adjoint au procureur général N»: the office may be either’s."""
    led = [word.folded for word in words[max(0, place - 3) : place]]
    return any(word in ("adjoint", "adjointe") for word in led[:-1]) and led[-1] in ("au", "du", "la", "l")


def _is_subordinate(words: list[Word], place: int, first: int, language: str) -> bool:
    """Whether the head noun at `place` hangs on another one: «porte-parole du ministre», «советник
    президента»."""
    if place == first:
        return False
    before = words[place - 1].folded
    if language == "fr":
        return (
            before in ("du", "de", "des", "d", "au", "aux")
            or is_head(words[place - 1], language)
            or (
                before in ("la", "l", "le")
                and place - 1 > first
                and words[place - 2].folded in ("de", "a", "d")
            )
        )
    if language == "en":
        back = place - 1
        while back > first and words[back].folded == "the":
            back -= 1
        return words[back].folded in ("of", "to", "for") or is_head(words[place - 1], language)
    back = place - 1
    while language == "ru" and back > first and russian.is_adjective(words[back].folded):
        back -= 1
    return is_head(words[back], language)


def _with_modifiers(words: list[Word], place: int, first: int, language: str, text: str) -> int:
    titled = text[words[place].start].isupper()
    while place > first:
        word = words[place - 1]
        if language == "en":
            capital = titled and text[word.start].isupper() and word.folded not in ARTICLES["en"]
            demonym = text[word.start].isupper() and _EN_DEMONYM.search(word.folded) is not None
            joined = word.folded in EN_MODIFIERS or is_head(word, "en") or (capital and place > 1) or demonym
        elif language == "fr":
            joined = word.folded in FR_MODIFIERS
        elif language == "ru":
            joined = russian.is_adjective(word.folded)
        else:
            joined = False
        joined = joined or text[word.end : words[place].start] == "-"
        if not joined or word.folded in STOPS[language]:
            return place
        place -= 1
    return place


def _names_someone(text: str, words: list[Word], language: str) -> bool:
    """Whether two capitalised words side by side,
    not led by «de», «of», name another person inside the office."""
    heads = [place for place, word in enumerate(words) if is_head(word, language)]
    if any(_is_title_of(text, words, place, language) for place in heads if place + 1 < len(words)):
        return True
    for place in range(heads[-1] + 1 if heads else 0, len(words) - 1):
        one, other = words[place], words[place + 1]
        names = [text[word.start : word.end] for word in (one, other)]
        titled = all(name[0].isupper() and not name.isupper() for name in names)
        led = place > 0 and words[place - 1].folded in JOINTS[language]
        if (
            titled
            and not led
            and other.start - one.end == 1
            and not (place and text[words[place - 1].start].isupper())
        ):
            return True
    return False


def _is_title_of(text: str, words: list[Word], place: int, language: str) -> bool:
    """Whether the head noun stands before a name of its own: «Princess Marie-Chantal of Greece»."""
    title, name = words[place], words[place + 1]
    return (
        title.folded in TITLES_OF_NAMES
        and name.written[0].isupper()
        and not name.written.isupper()
        and text[title.end : name.start].isspace()
        and not is_head(name, language)
        and not (language == "fr" and _is_french_adjective(name.written, name.folded))
    )


def _after(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """«N, le secrétaire général du conseil de sécurité russe, l’organe …», «N, vice-ministre de …»."""
    lead = re.match(r"[^\S\n]*(?:,|،)[^\S\n]*", text[end:])
    if lead is None:
        return None
    begin = end + lead.end()
    right = min(len(text), begin + _LONGEST)
    for match in _HARD_BREAK.finditer(text, begin, right):
        if not _is_abbreviation(text, match):
            right = match.start()
            break
    closing = _PART.search(text[begin:right])
    closed = closing is not None or right < len(text[: begin + _LONGEST]) or right == len(text)
    words = words_of(text, begin, begin + closing.start() if closing else right)
    led = bool(words) and words[0].folded in ARTICLES[language]
    if led and (words[0].folded == "les" or (closing is None and _opens_sentence(text, start))):
        # «Selon N, le ministre a raison.»: the words after the comma are a clause, not an apposition.
        return None
    while words and words[0].folded in ARTICLES[language]:
        words.pop(0)
    return _apposition(text, words, language) if closed and words else None


def _opens_sentence(text: str, start: int) -> bool:
    """Whether at most two words stand between the beginning of the sentence and the name."""
    head = re.split(r"[.!?…\n;:]", text[max(0, start - 40) : start])[-1]
    return len(head) < 40 and len(head.split()) <= 2


def _apposition(text: str, words: list[Word], language: str) -> tuple[int, int] | None:
    heads = [place for place in range(min(4, len(words))) if is_head(words[place], language)]
    if not heads or not _opens_with(text, words, heads[0], language):
        return None
    if language == "ar":
        return _arabic_apposition(words)
    last = len(words) - 1
    for place, word in enumerate(words[heads[0] + 1 :], heads[0] + 1):
        if word.folded in RELATIVES:
            last = place - 1
            break
        if word.folded in STOPS[language]:
            return None
    while last > heads[0] and words[last].folded in JOINTS[language]:
        last -= 1
    if last >= _MOST_WORDS:
        return None
    if _introduces_name(text, words[last].end, language) or _names_someone(text, words[: last + 1], language):
        return None
    return words[0].start, words[last].end


def _arabic_apposition(words: list[Word]) -> tuple[int, int] | None:
    """The noun phrase, where a circumstance or a relative clause follows it or nothing; a verb makes a clause."""
    count = arabic.phrase_length([(word.written, word.folded) for word in words])
    following = words[count].folded if count < len(words) else ""
    if following and following not in arabic.CIRCUMSTANCES | RELATIVES:
        return None
    return words[0].start, words[count - 1].end


def _opens_with(text: str, words: list[Word], head: int, language: str) -> bool:
    """Whether only adjectives stand before the head noun of an apposition."""
    for word in words[:head]:
        adjective = {
            "fr": word.folded in FR_MODIFIERS,
            "en": word.folded in EN_MODIFIERS
            or text[word.start].isupper()
            or word.folded.endswith(("an", "ish")),
            "ru": russian.is_adjective(word.folded) or text[word.end : word.end + 1] == "-",
            "ar": False,
        }[language]
        if not adjective:
            return False
    return True


def _introduces_name(text: str, end: int, language: str) -> bool:
    """Whether a name follows the office: it is then the office of that other name («A, le ministre B», «…,
    B»)."""
    following = re.match(r"(?:\s*\([^()]*\))?\s*,?\s*([^\W_]+)[ \u00a0\-]+([^\W_]+)", text[end : end + 60])
    if following is None:
        return False
    first, second = following.groups()
    return script_of(first) != "Arab" and first[0].isupper() and second[0].isupper() and language != "ar"


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop follows a single letter or a title, and so ends no sentence."""
    if match.group() != ".":
        return False
    word = re.search(r"[^\W_]+$", text[max(0, match.start() - 6) : match.start()])
    return word is not None and (len(word.group()) == 1 or fold(word.group()) in TITLE_WORDS)
