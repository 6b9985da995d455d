"""In which forms a known term stands: Russian cases, Arabic words behind a clitic; and by which keys it is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articles.names.fold import fold, script_of
from articles.names.inflect import word_readings

#: Between the words of a term, folded, these say nothing: “Ministère de la Défense”, “Ministère Défense”.
_JOINTS = frozenset("a au aux d de des du en et l la le les of on s sur the and for pour".split())
_ARTICLE, _TO_THE = "ال", "لل"
#: What Arabic writes in one with a word and its stemmer leaves there; one of these first letters it takes for a clitic.
_CLITIC, _CLITIC_BEFORE_ONE, _TAKEN_FOR_CLITICS = "ل", "ب", ("و", "ف", "ب")
#: Russian words of fewer letters are acronyms, or in no other case than they stand.
_SHORTEST = 4

# How a Russian word ends in the nominative → how it does in the other cases. ё is е.
_DECLENSIONS = (
    ("ый", "ого ому ым ом ые ых ыми"),
    ("ий", "ия ию ием ии его ого ему ому им ем ом"),
    ("ые", "ых ым ыми"),
    ("ие", "ия ию ием ии их им ими"),
    ("ая", "ой ую ою"),
    ("яя", "ей юю ею"),
    ("ое", "ого ому ым ом"),
    ("ия", "ии ию ией"),
    ("й", "я ю ем е"),
    ("я", "и ю е ей"),
    ("а", "ы у е ой ей ою"),
    ("ы", " ов ам ами ах"),
    ("ь", "я и ю ем е ью"),
    ("о", "а у ом е"),
)
_INDECLINABLE = re.compile(r".*(?:[иуеэю]|[аеиоуэюя][аое])")
_ADJECTIVES = ("ые", "ие", "ое")
#: Behind these letters «ы» is written «и»: Америки.
_SOFTENED = re.compile(r"([кгхжшщч])ы")
_FLEETING = re.compile(r"(.*[бвгджзйклмнпрстфхцчшщ])[ое]([кцт])")
#: An acronym that is declined: МИДа, ТАССом.
_LEAST_DECLINED, _CONSONANTS = 3, frozenset("БВГДЖЗКЛМНПРСТФХЦЧШЩ")
_AFTER_CONSONANT = ("а", "у", "ом", "ем", "е")
# For keys of several words: what a Russian word may end in, the longest first.
_ENDING = re.compile(
    r"(?<=...)(?:иями|ыми|ими|ями|ами|ого|его|ому|ему|иям|иях|иеи|ием|ая|яя|ое|ее|ые|ие|ыи|ии|ои|еи|ую|юю|ых|их|ым|им|ом|ем|ам|ям|ах|ях"
    r"|ов|ев|ью|ия|ию|а|я|о|е|ы|и|у|ю|ь)$"
)
#: What is written with a hyphen the index has in its parts too, side by side; of points it makes two words.
_PARTED = re.compile(r"[\s.-]")
_LAST_VOWELS = re.compile(r"(?<=...)[аеиоуыэюя]+$")


def russian_forms(word: str) -> Iterator[str]:
    """A Russian word in small letters and its other cases; some of them no Russian would form, which do no harm."""
    word = word.lower().replace("ё", "е")
    yield word
    if len(word) < _SHORTEST or (_INDECLINABLE.fullmatch(word) and not word.endswith(_ADJECTIVES)):
        return
    for ending, others in _DECLENSIONS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (_SOFTENED.sub(r"\1и", stem + other) for other in others.split(" "))
            return
    yield from (f"{word}{ending}" for ending in _AFTER_CONSONANT)
    if found := _FLEETING.fullmatch(word):
        yield from (f"{found[1]}{found[2]}{ending}" for ending in _AFTER_CONSONANT)


def asked_forms(text: str, language: str) -> Iterator[str]:
    """How a spelling is asked of the texts of its language, whose stemmer parts these forms; phrases in quotation
    marks."""
    words = text.split()
    if language == "ru" and not text.isupper():
        forms = [" ".join([*words[:-1], form]) for form in russian_forms(words[-1])]
    elif language == "ar" and not text.startswith(_ARTICLE):
        before = ["", _CLITIC, *([_CLITIC_BEFORE_ONE] if text.startswith(_TAKEN_FOR_CLITICS) else [])]
        forms = [letters + text for letters in before]
    else:
        forms = [text]
    yield from (f'"{form.replace("-", " ")}"' if _PARTED.search(form) else form for form in forms)


def read_keys(text: str) -> Iterator[str]:
    """The keys by which a spelling on the table is known."""
    words = fold(text).split()
    if len(words) == 1 and script_of(words[0]) == "Cyrl" and not text.isupper():
        yield from dict.fromkeys(
            fold(" ".join(russian_forms(text))).split()
        )  # all at once: it takes its time
        return
    yield _key(words)
    if text.isupper() and text.isalpha() and len(text) >= _LEAST_DECLINED and text[-1] in _CONSONANTS:
        yield from (f"{words[0]}{ending}" for ending in _AFTER_CONSONANT)


def typed_keys(words: Sequence[str]) -> Iterator[str]:
    """The keys by which folded words of a query may be known; the first of Arabic ones may be behind a clitic."""
    yield _key(words)
    first = words[0]
    if script_of(first) == "Arab":
        if first.startswith(_TO_THE):
            yield _key([first.removeprefix(_TO_THE), *words[1:]])
        for cut, _token in word_readings(first):
            if cut and first[cut:] != first:
                yield _key([first[cut:], *words[1:]])


def typed_firsts(words: Sequence[str]) -> Iterator[str]:
    """With what the keys begin of terms that begin with this folded word."""
    for word in words:
        for key in (*typed_keys([word]), _key([word, ""])):
            yield key.partition(" ")[0]


def _key(words: Sequence[str]) -> str:
    if script_of(words[0]) == "Arab":
        return " ".join(word.removeprefix(_ARTICLE) if len(word) > _SHORTEST else word for word in words)
    if len(words) == 1:
        return words[0]
    if script_of(words[0]) == "Cyrl":
        return " ".join(_LAST_VOWELS.sub("", _ENDING.sub("", word)) for word in words)
    telling = [word for place, word in enumerate(words) if not place or word not in _JOINTS]
    return " ".join(telling if len(telling) > 1 else words)
