"""The months and weekdays in the archive's languages: as we print them, and as news texts write them."""

import re
import unicodedata
from datetime import date as calendar_date


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NAMES: dict[str, tuple[str, ...]] = {
    "fr": _words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "en": _words("January February March April May June July August September October November December"),
    "ru": _words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    "ar": _words("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
}
"""Month names standing alone, January first, by language."""

GENITIVE: dict[str, tuple[str, ...]] = {
    **NAMES,
    "ru": _words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
}
"""Month names after a day or a preposition: only Russian declines them."""

SHORT: dict[str, tuple[str, ...]] = {
    **NAMES,
    "fr": _words("janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc."),
    "en": _words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "ru": _words("янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек."),
}
"""Abbreviated names standing alone; Arabic news does not abbreviate its months."""

SHORT_GENITIVE: dict[str, tuple[str, ...]] = {
    **SHORT,
    "ru": _words("янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек."),
}

# Every way a month is written, besides the lists above. Arabic has three sets in use: the Gulf's and
# Egypt's, the Maghreb's (Morocco's and that of Algeria and Tunisia), and the Levant's (two words for four).
_WRITTEN: dict[int, str] = {
    1: "january jan janv jan январе янв جانفي كانون_الثاني كانون_ثاني",
    2: "february feb fév févr феврале фев февр فيفري شباط",
    3: "march mar марте мар آذار",
    4: "april apr avr апреле апр إبريل أفريل نيسان",
    5: "may мае ماي مايس أيار نوار",
    6: "june jun июне июн يونية يونيه جوان حزيران",
    7: "july jul juil juill июле июл يوليوز يولية يوليه جويلية تموز",
    8: "august aug aoû августе авг غشت أوت آب اغشت أوغسطس",
    9: "september sep sept сентябре сен сент شتنبر شتمبر أيلول",
    10: "october oct октябре окт أوكتوبر تشرين_الأول تشرين_أول",
    11: "november nov ноябре ноя нояб نونبر نوفنبر تشرين_الثاني تشرين_ثاني",
    12: "december dec декабре дек دجنبر دجمبر كانون_الأول كانون_أول",
}

# In Russian as it was spelt before 1918, and abroad long after.
_OLD: dict[int, str] = {
    3: "мартъ мартѣ",
    4: "апрѣль апрѣля апрѣлѣ",
    6: "іюнь іюня іюнѣ",
    7: "іюль іюля іюлѣ",
    8: "августъ августѣ",
}

#: A year that a press text may be of, for a regular expression.
YEAR = r"(?:1[6-9]|20)[0-9][0-9]"
_VERBS_TOO = re.compile(r"(?<![^\W\d_])(?:may|march)(?![^\W\d_])")

_WEEKDAYS: tuple[str, ...] = (
    "lundi monday понедельник понедельника понедѣльникъ понедѣльника الاثنين الإثنين",
    "mardi tuesday вторник вторника вторникъ الثلاثاء",
    "mercredi wednesday среда среду среды الأربعاء",
    "jeudi thursday четверг четверга четвергъ الخميس",
    "vendredi friday пятница пятницу пятницы الجمعة",
    "samedi saturday суббота субботу субботы السبت",
    "dimanche sunday воскресенье воскресенья الأحد",
)
# Too short to mean a weekday anywhere but directly before a date.
_WEEKDAYS_SHORT: tuple[str, ...] = (
    "lun mon пн",
    "mar tue tues вт",
    "mer wed weds ср",
    "jeu thu thur thurs чт",
    "ven fri пт",
    "sam sat сб",
    "dim sun вс",
)

_PRINTED = (NAMES, GENITIVE, SHORT)
_ARABIC_LETTERS = str.maketrans({"ى": "ي", "ة": "ه", "ـ": "", "_": " "})


def fold(word: str) -> str:
    """The word as compared: lower case, no accents or hamzas, one blank between its parts, no final point."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return " ".join(plain.casefold().translate(_ARABIC_LETTERS).rstrip(".").split())


def _numbers(lists: list[tuple[int, str]]) -> dict[str, int]:
    return {fold(word): number for number, words in lists for word in words.split()}


_MONTH_NUMBERS: dict[str, int] = _numbers(
    [*_WRITTEN.items(), *_OLD.items()]
    + [(n, word) for table in _PRINTED for names in table.values() for n, word in enumerate(names, 1)]
)
_MONTH_NUMBERS |= {n: i for i, n in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_WEEKDAY_NUMBERS: dict[str, int] = _numbers(list(enumerate(_WEEKDAYS)) + list(enumerate(_WEEKDAYS_SHORT)))


def month_number(word: str) -> int:
    """1 to 12 for a month as a text writes it (a match of MONTH); KeyError for anything else."""
    return _MONTH_NUMBERS[fold(word)]


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday, as date.weekday() counts (a match of WEEKDAY); KeyError otherwise."""
    return _WEEKDAY_NUMBERS[fold(word)]


def year_of_two_figures(year: int) -> int:
    """The year of two figures: of this century up to the next year, else of the last."""
    return year + (2000 if year <= calendar_date.today().year % 100 + 1 else 1900)


def _alternatives(words: list[str]) -> str:
    """A pattern for the words in any case, accented or not, composed or decomposed, longest first."""
    spelt = {
        "".join(_letter(letter) for letter in word.replace("_", " "))
        for word in sorted(words, key=lambda word: (-len(word), word))
    }
    return "|".join(sorted(spelt, key=lambda pattern: (-len(pattern), pattern)))


def _letter(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter)
    if letter in "اأإآ":
        return "[اأإآ]"
    if letter in "يى":
        return "[يى]"
    if letter in "ةه":
        return "[ةه]"
    if letter == " ":
        return r"\s+"
    if len(decomposed) > 1:
        return f"(?:{letter}|{decomposed[0]}{decomposed[1]}?)"
    return re.escape(letter)


# A word boundary that also stops inside Arabic words and before a combining accent.
_END = r"(?![^\W\d_]|[\u0300-\u036f\u064b-\u0655])"


def _pattern(words: list[str]) -> str:
    """A pattern for the words; a point belongs to abbreviations only, after others it ends a sentence."""
    full = {word for table in (NAMES, GENITIVE) for names in table.values() for word in names}
    full |= {word for names in _OLD.values() for word in names.split()}
    whole = [word for word in words if word in full or len(word) > 5 or fold(word)[0] >= "\u0600"]
    cut = [word for word in words if word not in whole]
    parts = [f"(?:{_alternatives(whole)}){_END}"] + [f"(?:{_alternatives(cut)}){_END}\\.?"] * bool(cut)
    return f"(?:{'|'.join(parts)})"


_month_words = [word for words in (*_WRITTEN.values(), *_OLD.values()) for word in words.split()] + [
    name.rstrip(".") for table in _PRINTED for names in table.values() for name in names
]
MONTH = _pattern(_month_words)
"""A pattern (re.IGNORECASE) for one month name, or an abbreviation with its point; no groups."""
ENGLISH_MONTH = _pattern([*NAMES["en"], *SHORT["en"], "Sept"])
"""A pattern for an English month alone: only English writes the day after it."""
_weekday_words = " ".join(_WEEKDAYS).split()
WEEKDAY = rf"(?:{_alternatives(_weekday_words)}){_END}"
"""A pattern for a weekday's full name."""
WEEKDAY_ANY = rf"(?:{WEEKDAY}|(?:{_alternatives(' '.join(_WEEKDAYS_SHORT).split())}){_END}\.?)"
"""A pattern for a weekday, also abbreviated: to be used only before a date."""
_hijri_words = (
    "محرم المحرم صفر ربيع_الأول ربيع_أول ربيع_الثاني ربيع_ثاني ربيع_الآخر "
    "جمادى_الأولى جمادى_الأول جمادى_الثانية جمادى_الآخرة رجب شعبان رمضان شوال ذو_القعدة ذي_القعدة ذو_الحجة ذي_الحجة"
)
HIJRI_MONTH = rf"(?:{_alternatives(_hijri_words.split())}){_END}"
"""A pattern for a month of the Islamic calendar, whose days are no dates here; no groups."""

# A date stands on one line: day and month across a line end may belong to different things.
BLANK = r"[^\S\n]"
"""A pattern for a blank within a date; no groups."""
DAY_END = r"(?:\s?(?:er|ᵉʳ|re|st|nd|rd|th|-?го|-?е|º|°)(?![^\W\d_]))?"
"""A pattern for what may be written to the number of a day; no groups."""
ERA = rf"(?:{BLANK}?(?:года|году|год|г\.?|م\.?)(?![^\W_]))?"
"""A pattern for what may follow a year; no groups."""


def with_months(text: str) -> str:
    """A text in which «march» and «may», verbs as well in small letters, are months: as a person writes a date."""
    return _VERBS_TOO.sub(lambda word: word[0].capitalize(), text)
