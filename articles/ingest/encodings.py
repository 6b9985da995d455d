"""Bytes → text: which encoding a raw text is in, or the reason why it cannot be read."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

Message = str | Promise

MAX_BYTES = 20 * 1024 * 1024
"""Longest single text in bytes: some 3,000 pages, far above any article."""

_SAMPLE_BYTES = 64 * 1024
_CLEAR_MARGIN_BITS = 7

_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90\x00", "EXE"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
)

# UTF-32 before UTF-16: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

# The commoner first, with the bits of evidence that each needs before it is believed.
_LEGACY = {
    "cp1252": 0,
    "cp1251": 0,
    "cp1256": 0,
    "koi8-r": 2,
    "iso8859-15": 4,
    "iso8859-5": 6,
    "iso8859-6": 6,
    "cp866": 6,
    "mac-roman": 10,
    "cp850": 12,
}

_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_NON_ASCII_RUN = re.compile(r"[^\x00-\x7f]{2,40}")
_NON_ASCII_BYTE = re.compile(rb"[\x80-\xff]")
_EXPECTED_WIDE = re.compile(
    r"[\t\n\r -~\xa0-\u024f\u0400-\u04ff\u0600-\u06ff\u200b-\u200f\u2010-\u2044\u20ac\u2116]"
)


class UnreadableInput(ValueError):  # noqa: N818 - it names the input, as the report does
    """A raw input that holds no readable text; `code` is stable, `reason` is for people, lazily translated.

    Codes: "empty", "too_large", "binary", "undecodable", "no_text".
    """

    def __init__(self, code: str, reason: Message) -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


@dataclass(frozen=True)
class Decoded:
    """A decoded text: newlines are "\\n", a byte order mark is gone, nothing else is changed.

    `encoding` is the Python codec that the bytes were read with. Every offset in the archive's
    evidence counts code points of `text`.
    """

    text: str
    encoding: str
    warnings: tuple[Message, ...] = ()


def decode(data: bytes, *, max_bytes: int = MAX_BYTES) -> Decoded:
    """Read `data` as text: UTF-8, UTF-16, UTF-32, or the likeliest legacy encoding of fr, en, ru or ar prose.

    Raises `UnreadableInput` rather than return a text that nobody could have written.
    """
    if not data.strip():
        raise UnreadableInput("empty", _("The file is empty."))
    if len(data) > max_bytes:
        raise UnreadableInput("too_large", too_large(len(data), max_bytes))
    _refuse_known_binary(data)
    encoding, warnings = _find_encoding(data)
    text = data.decode(encoding).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    warnings += _check_text(text)
    return Decoded(text, encoding, tuple(warnings))


def too_large(size: int, limit: int) -> Message:
    """The reason for refusing something of `size` bytes where `limit` are allowed."""
    return format_lazy(
        _("Too large: {size} MiB, where at most {limit} MiB are read."),
        size=f"{size / 2**20:.1f}",
        limit=f"{limit / 2**20:.0f}",
    )


def _refuse_known_binary(data: bytes) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableInput("binary", format_lazy(_("Not a text but a {kind} file."), kind=kind))


def _find_encoding(data: bytes) -> tuple[str, list[Message]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            _require_decodable(data, encoding)
            return encoding, []
    if b"\x00" in data:
        return _wide_encoding(data), []
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error)
        return _legacy_encoding(data, error)
    return "utf-8", []


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """UTF-8 with a few bad bytes is no legacy text: sequences that fit do not occur there by chance."""
    reading = data[:_SAMPLE_BYTES].decode("utf-8", errors="replace")
    damaged = reading.count("\ufffd")
    intact = len(re.findall(r"[\x80-\ufffc]", reading))
    if intact >= 3 and intact > 3 * damaged:
        reason = format_lazy(_("Damaged UTF-8: byte {position} does not fit."), position=error.start)
        raise UnreadableInput("undecodable", reason) from error


def _require_decodable(data: bytes, encoding: str) -> None:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = format_lazy(
            _("Announced as {encoding}, but byte {position} does not fit."),
            encoding=encoding,
            position=error.start,
        )
        raise UnreadableInput("undecodable", reason) from error


def _wide_encoding(data: bytes) -> str:
    """The encoding of UTF-16 or UTF-32 without a mark; prose in it is recognised by its blocks."""
    cut = len(data) if len(data) < _SAMPLE_BYTES else _SAMPLE_BYTES
    for encoding in _WIDE:
        try:
            sample = data[:cut].decode(encoding)
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_EXPECTED_WIDE.findall(sample)) >= 0.97 * len(sample) and _LETTER.search(sample):
            return encoding
    raise UnreadableInput("binary", _("Not a text: it holds NUL bytes."))


def _legacy_encoding(data: bytes, utf8_error: UnicodeDecodeError) -> tuple[str, list[Message]]:
    """The one-byte encoding whose reading of `data` costs the fewest bits for each byte above ASCII."""
    sample = _sample(data)
    if len(_CONTROL.findall(sample.decode("latin-1"))) > 0.01 * len(sample):
        raise UnreadableInput("binary", _("Not a text: it holds control bytes."))
    readings: dict[str, tuple[float, str]] = {}
    for encoding, prior in _LEGACY.items():
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        reading = sample.decode(encoding)
        if reading not in readings:
            readings[reading] = (_bits(reading) + prior, encoding)
    ranked = sorted(readings.values())
    if not ranked or not _is_plausible(sample.decode(ranked[0][1]), ranked[0][0]):
        reason = format_lazy(
            _("Not UTF-8 (byte {position} does not fit), and no other encoding makes it readable text."),
            position=utf8_error.start,
        )
        raise UnreadableInput("undecodable", reason)
    if len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= _CLEAR_MARGIN_BITS:
        return ranked[0][1], []
    message = _("The encoding is uncertain: read as {first}, {second} is nearly as likely.")
    return ranked[0][1], [format_lazy(message, first=ranked[0][1], second=ranked[1][1])]


def _is_plausible(reading: str, bits: float) -> bool:
    """Whether the best reading is prose: real Russian and Arabic news cost at most 5 bits a letter.

    Accented Latin letters are few and stand in ASCII words, so they may be rarer ones; the allowance for
    short texts is the deviation of a mean.
    """
    above = [char for char in reading if char >= "\x80"]
    latin = sum(_script(char) != "Latn" for char in above) < 0.5 * len(above) or _is_mostly_ascii(reading)
    each, spread = (9, 3) if latin else (5, 5)
    return bits <= each * len(above) + spread * math.sqrt(len(above))


def _is_mostly_ascii(reading: str) -> bool:
    return len(_LETTER.findall(reading)) < 2 * len(re.findall(r"[A-Za-z]", reading))


def _sample(data: bytes) -> bytes:
    """The lines that hold a byte above ASCII, up to 64 KiB: all that tells one-byte encodings apart."""
    chosen: list[bytes] = []
    size = 0
    for line in re.split(rb"[\r\n]+", data):
        if _NON_ASCII_BYTE.search(line):
            chosen.append(line[:_SAMPLE_BYTES])
            size += len(line)
            if size >= _SAMPLE_BYTES:
                break
    return b"\n".join(chosen)


def _check_text(text: str) -> list[Message]:
    """What is doubtful in a decoded text; raises where it is no text at all."""
    if not text.strip():
        raise UnreadableInput("empty", _("The file is empty: it holds nothing but blanks."))
    controls = len(_CONTROL.findall(text))
    if controls > 0.01 * len(text) or "\x00" in text:
        raise UnreadableInput("binary", _("Not a text: it holds control bytes."))
    if not _LETTER.search(text):
        raise UnreadableInput("no_text", _("There are no letters in it."))
    warnings: list[Message] = []
    lost = text.count("\ufffd")
    if lost > 0.02 * len(text):
        raise UnreadableInput("undecodable", _("The text was damaged earlier: its letters are lost."))
    if lost:
        warnings.append(format_lazy(_("{count} characters were lost earlier (�)."), count=lost))
    if controls:
        warnings.append(format_lazy(_("{count} control characters stand in the text."), count=controls))
    if _looks_misread(text):
        warnings.append(_("The text was wrongly decoded earlier (such as “Ã©” for “é”)."))
    return warnings


def _looks_misread(text: str) -> bool:
    """True where an earlier program read the text in a wrong encoding and saved what it saw as UTF-8.

    UTF-8 read as one-byte gives runs that decode again; Cyrillic or Arabic read as Latin gives words full
    of accents; KOI8-R read as cp1251 (or the reverse) gives words whose letters are of the wrong case.
    """
    sample = text[:_SAMPLE_BYTES]
    runs = _NON_ASCII_RUN.findall(sample)
    if sum(map(_decodes_again, runs)) >= max(2, 0.15 * len(runs)):
        return True
    accented = len(re.findall(r"[\xc0-\u024f]", sample))
    if accented > 20 and accented > 0.4 * len(_LETTER.findall(sample)):
        return True
    turned = len(re.findall(r"\b[а-яё][А-ЯЁ]{2,}\b", sample))
    return turned > 3 and turned > 0.1 * len(re.findall(r"\b[А-яЁё]{3,}\b", sample))


@lru_cache(maxsize=1 << 14)
def _decodes_again(run: str) -> bool:
    """Whether the letters are bytes of UTF-8; remembered, since a text in Cyrillic or Arabic is all such runs."""
    for encoding in ("cp1252", "latin-1", "cp1251"):
        try:
            return len(run.encode(encoding).decode("utf-8")) < len(run)
        except UnicodeError:
            continue
    return False


# Letters in a thousand of running text; for Latin, in a thousand letters that are not ASCII.
_RUSSIAN = (
    "о110 е85 а80 и74 н67 т63 с55 р47 в45 л43 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч14 й12 х10 ж9 "
    "ш7 ю6 ц5 щ4 э3 ф3 ё1 ъ1 і1 ї1 є1"
)
_ARABIC = (
    "ا125 ل115 ي65 م62 و60 ن55 ر48 ت46 ب36 ع33 د32 ة30 ه30 س28 ف27 ك22 ق22 أ22 ح20 ج14 ط11 ش10 ص10 ى10 خ9 "
    "إ9 ذ8 ز7 ض6 ث6 غ5 ئ5 ء4 ظ3 آ2 ؤ2 ـ2 ً2 َ2 ُ2 ِ2 ّ2 ْ2 ٌ2 ٍ2 پ1 چ1 گ1"
)
_LATIN = (
    "é500 è90 à110 ê55 ç35 ô25 É25 î20 â18 û12 œ12 ù10 À10 ï6 ë4 Ç4 ü4 ö4 ä4 ß3 ñ4 á4 í4 ó4 ú3 È3 Ê3 Î2 "
    "Ô2 Â2 Œ1 Ë1 Ï1 ã1 õ1 å1 ø1 æ1 ò1 ì1 Ü1 Ö1 Ä1 Á1"
)
_TYPOGRAPHIC = frozenset("’‘“”„«»‹›–—…•·°€£№©®™§¬\xa0\u202f،؛؟٪٠١٢٣٤٥٦٧٨٩\u200c\u200d\u200e\u200f")
_JOINERS = frozenset("’‘\xad·\u200c\u200d")


_OPENING = frozenset("“„«‹‘")
# Russian words without a vowel are abbreviations or acronyms, the latter in capitals.
_NO_VOWEL = re.compile(r"\b(?!км|кг|гг|др|см)[бвгджзйклмнпрстфхцчшщъь]{2,}\b")


def _costs(table: str) -> dict[str, float]:
    return {item[0]: -math.log2(int(item[1:]) / 1000) for item in table.split()}


_COST = (
    _costs(_RUSSIAN)
    | {k.upper(): v + 1 for k, v in _costs(_RUSSIAN).items()}
    | _costs(_ARABIC)
    | _costs(_LATIN)
)
_RARE, _IMPOSSIBLE = 14.0, 25.0


def _script(char: str) -> str:
    if "\u0400" <= char <= "\u04ff":
        return "Cyrl"
    if "\u0600" <= char <= "\u06ff":
        return "Arab"
    return "Latn" if char.isalpha() else ""


def _bits(reading: str) -> float:
    """Cost in bits of the characters above ASCII in `reading`, as prose in fr, en, ru or ar.

    A letter costs its rarity; it costs more in a word of another script, after a letter of the wrong
    case, and in a text whose other letters are mostly of another script.
    """
    latin = len(re.findall(r"[A-Za-z]", reading))
    others = len(re.findall(r"[^\W\d_a-zA-Z]", reading))
    share_ascii = latin / max(latin + others, 1)
    total, previous = 10.0 * len(_NO_VOWEL.findall(reading)), " "
    for char, following in zip(reading, reading[1:] + " ", strict=True):
        if char >= "\x80":
            total += _character_bits(previous, char, following, share_ascii)
        elif previous >= "\x80" and char.isalpha() and _script(previous) not in ("", "Latn"):
            total += 8
        previous = char
    return total


def _character_bits(previous: str, char: str, following: str, share_ascii: float) -> float:
    if "\x80" <= char <= "\x9f" or (not char.isprintable() and char not in _TYPOGRAPHIC):
        return _IMPOSSIBLE
    script = _script(char)
    if not script:
        inside_word = previous.isalpha() and following.isalpha() and char not in _JOINERS
        misplaced = inside_word or "\u2500" <= char <= "\u25ff" or (char in _OPENING and previous.isalpha())
        return (3.0 if char in _TYPOGRAPHIC else 11.0) + 10 * misplaced
    bits = _COST.get(char, _RARE) + 5 * (1 - share_ascii if script == "Latn" else share_ascii)
    if previous.isalpha():
        bits += 10 * (_script(previous) != script)
        bits += 8 * (char.isupper() and previous.islower())
        # Two accented letters in a row are rare in Latin prose and the rule in misread Cyrillic or Arabic.
        bits += 5 * (
            script == "Latn" and previous >= "\x80" and (previous, char) not in {("é", "é"), ("é", "è")}
        )
        bits += 8 * (previous in "ةى")
    return bits
