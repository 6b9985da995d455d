"""The archive's languages and the others a text may be in, and how a text's language is recognised."""

from articles.languages.detection import Detection, detect, load_profiles, script_of
from articles.languages.table import (
    ARCHIVE_LANGUAGES,
    LANGUAGES,
    UNDETERMINED,
    Language,
    UnknownLanguageError,
    get_language,
)

__all__ = [
    "ARCHIVE_LANGUAGES",
    "LANGUAGES",
    "UNDETERMINED",
    "Detection",
    "Language",
    "UnknownLanguageError",
    "detect",
    "get_language",
    "load_profiles",
    "script_of",
]
