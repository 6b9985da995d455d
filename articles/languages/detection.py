"""How a text's language is recognised: its sentences vote, and what they say is checked against all languages."""

import re
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import langdetect

from articles.languages.likelihood import Likelihood
from articles.languages.table import ARCHIVE_LANGUAGES, LANGUAGES, ROWS, UNDETERMINED
from articles.scripts import count_scripts, dominant_script


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
# With more of the letters a language leaves no considerable part to any other.
_MOST = 1 - _CONSIDERABLE + 1e-9
_PIECES = 24
_PIECE_LETTERS = 40
_PIECE_CHARACTERS = 240

_NOTHING = Detection(UNDETERMINED, 0.0, ())
_SENTENCE = re.compile(r"[^.!?…؟。।\n]+[.!?…؟。।\n]*")
_QUOTATION = re.compile(r"«[^«»\n]{1,400}»|“[^“”\n]{1,400}”|„[^„“”\n]{1,400}[“”]|\"[^\"\n]{1,400}\"")
_BY_SCRIPT: dict[str, tuple[str, ...]] = {}
for _row in ROWS[:-1]:
    _BY_SCRIPT[_row[3]] = (*_BY_SCRIPT.get(_row[3], ()), _row[0])
_BY_SCRIPT["Hani"] = _BY_SCRIPT.pop("Hans") + _BY_SCRIPT.pop("Hant")


class _Profiles:
    """The likelihoods of the archive's languages of each script, and those of all languages of the script."""

    def __init__(self) -> None:
        folder = Path(langdetect.__file__).parent / "profiles"
        codes = [code for code in LANGUAGES if code != UNDETERMINED]
        texts = {code: (folder / code).read_text(encoding="utf-8") for code in codes}
        ours = {script: [c for c in all_ if c in ARCHIVE_LANGUAGES] for script, all_ in _BY_SCRIPT.items()}
        self.wide = self._likelihoods(_BY_SCRIPT, texts)
        self.few = self._likelihoods(ours, texts)
        self.only = {script: codes[0] for script, codes in ours.items() if len(codes) == 1}
        self.only |= {script: codes[0] for script, codes in _BY_SCRIPT.items() if len(codes) == 1}

    @staticmethod
    def _likelihoods(groups: Mapping[str, Sequence[str]], texts: dict[str, str]) -> dict[str, Likelihood]:
        """One for each script that more than one language of the group is written in."""
        return {
            script: Likelihood([texts[code] for code in codes])
            for script, codes in groups.items()
            if len(codes) > 1
        }


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
    sample = _sampled(_pieces(_unquoted(text)))
    total = sum(letters for _piece, _script, letters in sample)
    for piece, script, letters in sample:
        code, probability = _vote(profiles, piece, script)
        votes[code] += letters
        sure[code] += letters * probability  # type: ignore[assignment]
        pieces.setdefault(code, []).append(piece)
        if code != UNDETERMINED and votes[code] >= max(_CHECK_CHARACTERS, _MOST * total):
            break  # which languages there are can no longer change; the confidence is that of what was read
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
    if rest == text:
        return text
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
    return text.lower() if upper and upper > sum(map(str.islower, text)) else text


def _vote(profiles: _Profiles, piece: str, script: str) -> tuple[str, float]:
    if script in profiles.only:
        return profiles.only[script], 1.0
    likelihood = profiles.few.get(script) or profiles.wide.get(script)
    return (likelihood.most_likely(piece) if likelihood else None) or (UNDETERMINED, 0.0)


def _checked(profiles: _Profiles, code: str, text: str, probability: float) -> tuple[str, float]:
    """The code, or the language outside the archive that all profiles of the script are sure of."""
    script = LANGUAGES[code].script
    letters = sum(count_scripts(text[:_CHECK_CHARACTERS]).values())
    if script not in profiles.wide or code not in ARCHIVE_LANGUAGES:
        return code, probability
    if letters < _CHECK_LETTERS and not _looks_foreign(text, script):
        return code, probability
    wide = profiles.wide[script]
    found = wide.surely_other(text[:_CHECK_CHARACTERS], ARCHIVE_LANGUAGES, _CHECK_PROBABILITY)
    return found or (code, probability)


def _looks_foreign(text: str, script: str) -> bool:
    """Whether more than a name's letters are none that the archive's languages of the script write."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    foreign = sum(letter not in _OWN_LETTERS[script] for letter in letters)
    return foreign >= 2 and foreign >= _FOREIGN_SHARE * len(letters)
