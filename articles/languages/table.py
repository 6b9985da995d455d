"""The archive's languages and the others a text may be in: names, script, direction, search configuration."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


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

ROWS: tuple[tuple[str, str, Any, str], ...] = (
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


LANGUAGES: dict[str, Language] = {row[0]: _language(*row) for row in ROWS}
"""Every language a record may have, by code: the archive's four first, "und" (undetermined) last."""


def get_language(code: str) -> Language:
    """The language of a code, UnknownLanguageError (a KeyError) when there is none."""
    try:
        return LANGUAGES[code]
    except KeyError:
        raise UnknownLanguageError(code) from None
