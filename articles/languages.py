"""The archive's languages and the others a text may be in, and how a text's language is recognised."""

import re
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import langdetect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from langdetect.detector import Detector
from langdetect.detector_factory import DetectorFactory
from langdetect.utils.ngram import NGram

from articles.scripts import count_scripts, dominant_script


@dataclass(frozen=True, slots=True)
class Language:
    """A language: BCP 47 `code` (lower case), its own `name`, its `label` in the interface language,
    its `script` (ISO 15924), `direction` ("ltr" or "rtl") and PostgreSQL text search configuration."""

    code: str
    name: str
    label: str | Promise
    script: str
    direction: str
    search_config: str


class UnknownLanguageError(KeyError):
    """No such language code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        return f"unknown language code {self.code!r}: known are {', '.join(sorted(LANGUAGES))}"


ARCHIVE_LANGUAGES = ("fr", "en", "ru", "ar")
UNDETERMINED = "und"
_RIGHT_TO_LEFT = {"Arab", "Hebr"}

_ROWS: tuple[tuple[str, str, Any, str], ...] = (
    ("fr", "français", _("French"), "Latn"),
    ("en", "English", _("English"), "Latn"),
    ("ru", "русский", _("Russian"), "Cyrl"),
    ("ar", "العربية", _("Arabic"), "Arab"),
    ("af", "Afrikaans", _("Afrikaans"), "Latn"),
    ("bg", "български", _("Bulgarian"), "Cyrl"),
    ("bn", "বাংলা", _("Bengali"), "Beng"),
    ("ca", "català", _("Catalan"), "Latn"),
    ("cs", "čeština", _("Czech"), "Latn"),
    ("cy", "Cymraeg", _("Welsh"), "Latn"),
    ("da", "dansk", _("Danish"), "Latn"),
    ("de", "Deutsch", _("German"), "Latn"),
    ("el", "ελληνικά", _("Greek"), "Grek"),
    ("es", "español", _("Spanish"), "Latn"),
    ("et", "eesti", _("Estonian"), "Latn"),
    ("fa", "فارسی", _("Persian"), "Arab"),
    ("fi", "suomi", _("Finnish"), "Latn"),
    ("gu", "ગુજરાતી", _("Gujarati"), "Gujr"),
    ("he", "עברית", _("Hebrew"), "Hebr"),
    ("hi", "हिन्दी", _("Hindi"), "Deva"),
    ("hr", "hrvatski", _("Croatian"), "Latn"),
    ("hu", "magyar", _("Hungarian"), "Latn"),
    ("id", "Bahasa Indonesia", _("Indonesian"), "Latn"),
    ("it", "italiano", _("Italian"), "Latn"),
    ("ja", "日本語", _("Japanese"), "Jpan"),
    ("kn", "ಕನ್ನಡ", _("Kannada"), "Knda"),
    ("ko", "한국어", _("Korean"), "Kore"),
    ("lt", "lietuvių", _("Lithuanian"), "Latn"),
    ("lv", "latviešu", _("Latvian"), "Latn"),
    ("mk", "македонски", _("Macedonian"), "Cyrl"),
    ("ml", "മലയാളം", _("Malayalam"), "Mlym"),
    ("mr", "मराठी", _("Marathi"), "Deva"),
    ("ne", "नेपाली", _("Nepali"), "Deva"),
    ("nl", "Nederlands", _("Dutch"), "Latn"),
    ("no", "norsk", _("Norwegian"), "Latn"),
    ("pa", "ਪੰਜਾਬੀ", _("Punjabi"), "Guru"),
    ("pl", "polski", _("Polish"), "Latn"),
    ("pt", "português", _("Portuguese"), "Latn"),
    ("ro", "română", _("Romanian"), "Latn"),
    ("sk", "slovenčina", _("Slovak"), "Latn"),
    ("sl", "slovenščina", _("Slovenian"), "Latn"),
    ("so", "Soomaali", _("Somali"), "Latn"),
    ("sq", "shqip", _("Albanian"), "Latn"),
    ("sv", "svenska", _("Swedish"), "Latn"),
    ("sw", "Kiswahili", _("Swahili"), "Latn"),
    ("ta", "தமிழ்", _("Tamil"), "Taml"),
    ("te", "తెలుగు", _("Telugu"), "Telu"),
    ("th", "ไทย", _("Thai"), "Thai"),
    ("tl", "Tagalog", _("Tagalog"), "Latn"),
    ("tr", "Türkçe", _("Turkish"), "Latn"),
    ("uk", "українська", _("Ukrainian"), "Cyrl"),
    ("ur", "اردو", _("Urdu"), "Arab"),
    ("vi", "Tiếng Việt", _("Vietnamese"), "Latn"),
    ("zh-cn", "简体中文", _("Simplified Chinese"), "Hans"),
    ("zh-tw", "繁體中文", _("Traditional Chinese"), "Hant"),
    (UNDETERMINED, "—", _("undetermined language"), "Zyyy"),
)


def _language(code: str, name: str, label: Any, script: str) -> Language:
    direction = "rtl" if script in _RIGHT_TO_LEFT else "ltr"
    config = f"archive_{code}" if code in ARCHIVE_LANGUAGES else "archive_simple"
    return Language(code, name, label, script, direction, config)


LANGUAGES: dict[str, Language] = {row[0]: _language(*row) for row in _ROWS}
"""Every language a record may have, by code: the archive's four first, "und" (undetermined) last."""


def get_language(code: str) -> Language:
    """The language of a code, UnknownLanguageError (a KeyError) when there is none."""
    try:
        return LANGUAGES[code]
    except KeyError:
        raise UnknownLanguageError(code) from None


def script_of(text: str) -> str:
    """The script (ISO 15924) most letters of the text are in, "Zyyy" when it has none.

    Kana among the ideographs make a text "Jpan"; ideographs alone are "Hani", Hangul is "Kore".
    """
    return dominant_script(count_scripts(text))


@dataclass(frozen=True, slots=True)
class Detection:
    """What a text is written in: `language` ("und" when too short to tell), `confidence` 0 to 1,
    and `languages`: each that makes up a considerable part of it, the largest first."""

    language: str
    confidence: float
    languages: tuple[str, ...]


_MIN_LETTERS = 20
# From this many letters on, all profiles of a script together are as sure as the archive's few.
_CHECK_LETTERS = 100
_CHECK_PROBABILITY = 0.99
# In a shorter text the other language must show in its letters too, and not in those of a name only.
_FOREIGN_SHARE = 0.025
_OWN_LETTERS: dict[str, frozenset[str]] = {
    "Latn": frozenset("abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ"),
    "Cyrl": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "Arab": frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي"),
}
_CHECK_CHARACTERS = 600
_CONSIDERABLE = 0.2
_PIECES = 24
_PIECE_LETTERS = 40
_PIECE_CHARACTERS = 240

_NOTHING = Detection(UNDETERMINED, 0.0, ())
_TRIALS, _DRAWS = 7, 5
"""langdetect's own: trials whose mean is taken, and draws between two looks at the probabilities."""
_LONGEST_GRAM = NGram.N_GRAM
_SPACES, _LATIN = re.compile(" {2,}"), re.compile("[A-z]")
_SENTENCE = re.compile(r"[^.!?…؟。।\n]+[.!?…؟。।\n]*")
_QUOTATION = re.compile(r"«[^«»\n]{1,400}»|“[^“”\n]{1,400}”|„[^„“”\n]{1,400}[“”]|\"[^\"\n]{1,400}\"")
_BY_SCRIPT: dict[str, tuple[str, ...]] = {}
for _row in _ROWS[:-1]:
    _BY_SCRIPT[_row[3]] = (*_BY_SCRIPT.get(_row[3], ()), _row[0])
_BY_SCRIPT["Hani"] = _BY_SCRIPT.pop("Hans") + _BY_SCRIPT.pop("Hant")


class _Profiles:
    """One detector factory for the archive's languages of each script, and one for all of the script.

    Source of the method: Shuyo, "Language Detection Library for Java" (2010), profiles of 1- to 3-grams.
    A fixed seed makes its sampling the same in every process and thread; the factories are only read.
    """

    def __init__(self) -> None:
        folder = Path(langdetect.__file__).parent / "profiles"
        codes = [code for code in LANGUAGES if code != UNDETERMINED]
        texts = {code: (folder / code).read_text(encoding="utf-8") for code in codes}
        ours = {script: [c for c in all_ if c in ARCHIVE_LANGUAGES] for script, all_ in _BY_SCRIPT.items()}
        self.wide = self._factories(_BY_SCRIPT, texts)
        self.few = self._factories(ours, texts)
        self.only = {script: codes[0] for script, codes in ours.items() if len(codes) == 1}
        self.only |= {script: codes[0] for script, codes in _BY_SCRIPT.items() if len(codes) == 1}

    @staticmethod
    def _factories(groups: Mapping[str, Sequence[str]], texts: dict[str, str]) -> dict[str, DetectorFactory]:
        """A factory for each script that more than one language of the group is written in."""
        factories = {}
        for script, codes in groups.items():
            if len(codes) > 1:
                factories[script] = factory = DetectorFactory()
                factory.seed = 0
                factory.load_json_profile([texts[code] for code in codes])
        return factories


_lock = threading.Lock()
_profiles: _Profiles | None = None


def load_profiles() -> None:
    """Read the language profiles (some 0.3 s), once per process; safe from any thread, called at start-up."""
    _loaded()


def _loaded() -> _Profiles:
    global _profiles
    if _profiles is None:
        with _lock:
            if _profiles is None:
                _profiles = _Profiles()
    return _profiles


def detect(text: str) -> Detection:
    """The language of a text and the languages that make up a fifth of it or more.

    Sentences vote with their letters among the archive's languages of their script; then each language so
    found is checked against every profile of the script, where there is enough text for that to be sure.
    Quotations do not vote, unless nearly all the text is quoted.
    """
    profiles = _loaded()
    if sum(count_scripts(text).values()) < _MIN_LETTERS:
        return _NOTHING
    votes: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    pieces: dict[str, list[str]] = {}
    for piece, script, letters in _sampled(_pieces(_unquoted(text))):
        code, probability = _vote(profiles, piece, script)
        votes[code] += letters
        sure[code] += letters * probability  # type: ignore[assignment]
        pieces.setdefault(code, []).append(piece)
    return _decide(profiles, votes, sure, pieces)


def _decide(
    profiles: _Profiles, votes: Counter[str], sure: Counter[str], pieces: dict[str, list[str]]
) -> Detection:
    total = sum(votes.values())
    languages: dict[str, float] = {}
    for code, letters in votes.most_common():
        if code == UNDETERMINED or (languages and letters < _CONSIDERABLE * total):
            continue
        known, probability = _checked(profiles, code, " ".join(pieces[code]), sure[code] / letters)
        languages[known] = languages.get(known, 0.0) + probability * letters / total
    if not languages:
        return _NOTHING
    ranked = sorted(languages, key=lambda code: -languages[code])
    return Detection(ranked[0], round(languages[ranked[0]], 4), tuple(ranked))


def _unquoted(text: str) -> str:
    rest = _QUOTATION.sub(" ", text)
    letters = sum(count_scripts(rest).values())
    return rest if letters >= max(3 * _MIN_LETTERS, 0.4 * sum(count_scripts(text).values())) else text


def _pieces(text: str) -> list[tuple[str, str, int]]:
    """(text, script, letters) of sentences, short ones joined to what follows them on their line."""
    pieces = []
    for line in text.split("\n"):
        held = ""
        for sentence in _SENTENCE.findall(line):
            held += sentence
            if len(held) >= 2 * _PIECE_LETTERS:
                pieces.append(held[:_PIECE_CHARACTERS])
                held = ""
        if held.strip():
            pieces.append(held[:_PIECE_CHARACTERS])
    counted = [(_lower_capitals(piece), count_scripts(piece)) for piece in pieces]
    return [(piece, dominant_script(counts), max(counts.values())) for piece, counts in counted if counts]


def _sampled(pieces: list[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """At most _PIECES of them, evenly spread, without fragments unless there is nothing else."""
    whole = [piece for piece in pieces if piece[2] >= _PIECE_LETTERS] or pieces
    step = max(1.0, len(whole) / _PIECES)
    return [whole[int(index * step)] for index in range(min(len(whole), _PIECES))]


def _lower_capitals(text: str) -> str:
    """Lower case for a text mostly in capitals: the profiles skip words in capitals as acronyms."""
    upper = sum(map(str.isupper, text))
    return text.lower() if upper > sum(map(str.islower, text)) else text


def _vote(profiles: _Profiles, piece: str, script: str) -> tuple[str, float]:
    if script in profiles.only:
        return profiles.only[script], 1.0
    factory = profiles.few.get(script) or profiles.wide.get(script)
    return _most_likely(factory, piece) if factory else (UNDETERMINED, 0.0)


def _checked(profiles: _Profiles, code: str, text: str, probability: float) -> tuple[str, float]:
    """The code, or the language outside the archive that all profiles of the script are sure of."""
    script = LANGUAGES[code].script
    letters = sum(count_scripts(text[:_CHECK_CHARACTERS]).values())
    if script not in profiles.wide or code not in ARCHIVE_LANGUAGES:
        return code, probability
    if letters < _CHECK_LETTERS and not _looks_foreign(text, script):
        return code, probability
    found, sureness = _most_likely(profiles.wide[script], text[:_CHECK_CHARACTERS])
    if found in ARCHIVE_LANGUAGES or found == UNDETERMINED or sureness < _CHECK_PROBABILITY:
        return code, probability
    return found, sureness


def _looks_foreign(text: str, script: str) -> bool:
    """Whether more than a name's letters are none that the archive's languages of the script write."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    foreign = sum(letter not in _OWN_LETTERS[script] for letter in letters)
    return foreign >= 2 and foreign >= _FOREIGN_SHARE * len(letters)


def _most_likely(factory: DetectorFactory, text: str) -> tuple[str, float]:
    """The likeliest language of a factory and its probability, as langdetect's own detector computes them.

    The same numbers in half the time, and less with many languages: each n-gram is looked up once, not at each
    draw, and the probabilities of all languages are multiplied in one go.
    """
    rows = _ngram_rows(factory.word_lang_prob_map, _readied(text))
    if not rows:
        return UNDETERMINED, 0.0
    size, kinds = len(factory.langlist), len(rows)
    mean = [0.0] * size
    random = Random()  # noqa: S311 - draws n-grams, no secrets
    random.seed(factory.seed)
    bits, width = random.getrandbits, kinds.bit_length()
    for _trial in range(_TRIALS):
        weight = (Detector.ALPHA_DEFAULT + random.gauss(0.0, 1.0) * Detector.ALPHA_WIDTH) / Detector.BASE_FREQ
        chances = [1.0 / size] * size
        for draw in count():
            while (number := bits(width)) >= kinds:  # as random.choice, without its calls
                pass
            chances = [chance * (weight + share) for chance, share in zip(chances, rows[number])]  # noqa: B905
            if draw % _DRAWS == 0:
                total = sum(chances)
                chances = [chance / total for chance in chances]
                if max(chances) > Detector.CONV_THRESHOLD or draw >= Detector.ITERATION_LIMIT:
                    break
        mean = [one + chance / _TRIALS for one, chance in zip(mean, chances)]  # noqa: B905
    best = max(mean)
    if best <= Detector.PROB_THRESHOLD:
        return UNDETERMINED, 0.0
    return factory.langlist[mean.index(best)], best


def _readied(text: str) -> str:
    """The text as the profiles were made: no addresses, no doubled spaces, no Latin words in another script."""
    text = Detector.MAIL_RE.sub(" ", Detector.URL_RE.sub(" ", text))
    text = _SPACES.sub(" ", NGram.normalize_vi(text))
    without = _LATIN.sub("", text)
    others = sum(map("\u0300".__le__, text))
    return without if (len(text) - len(without)) * 2 < others else text


def _ngram_rows(known: Mapping[str, list[float]], text: str) -> list[list[float]]:
    """For each 1- to 3-gram that a profile knows, how often each language has it; words in capitals left out."""
    rows: list[list[float]] = []
    grams, in_capitals = " ", False
    for character in text:
        letter, last = _LETTERS[character], grams[-1]
        if last == " ":
            grams, in_capitals = " ", False
            if letter == " ":
                continue
        grams = grams[-2:] + letter
        in_capitals = letter.isupper() and (in_capitals or last.isupper())
        if in_capitals:
            continue
        if letter in known and letter != " ":
            rows.append(known[letter])
        if grams[-2:] in known:
            rows.append(known[grams[-2:]])
        if len(grams) == _LONGEST_GRAM and grams in known:
            rows.append(known[grams])
    return rows


class _Letters(dict[str, str]):
    """Each character as the profiles have it, by langdetect's own rules, found out once."""

    def __missing__(self, character: str) -> str:
        self[character] = letter = str(NGram.normalize(character))
        return letter


_LETTERS = _Letters()
