"""Scripts of writing: which one (ISO 15924) the letters of a text belong to."""

from bisect import bisect_right
from collections import Counter
from functools import cache

# First and last code point of the blocks that hold each script's letters (Unicode 15, Blocks.txt), in order.
_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latn"),
    (0x0250, 0x02AF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x0F00, 0x0FFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Kore"),
    (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1800, 0x18AF, "Mong"),
    (0x1C80, 0x1C8F, "Cyrl"),
    (0x1D00, 0x1D7F, "Latn"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x2D30, 0x2D7F, "Tfng"),
    (0x2DE0, 0x2DFF, "Cyrl"),
    (0x3040, 0x30FF, "Jpan"),
    (0x3130, 0x318F, "Kore"),
    (0x31F0, 0x31FF, "Jpan"),
    (0x3400, 0x9FFF, "Hani"),
    (0xA640, 0xA69F, "Cyrl"),
    (0xA720, 0xA7FF, "Latn"),
    (0xAC00, 0xD7AF, "Kore"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB00, 0xFB06, "Latn"),
    (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0xFF21, 0xFF5A, "Latn"),
    (0xFF66, 0xFF9D, "Jpan"),
    (0x20000, 0x2FA1F, "Hani"),
)
_STARTS = [block[0] for block in _BLOCKS]
# So few kana already tell Japanese from Chinese.
_KANA_SHARE = 0.05
NO_SCRIPT = "Zyyy"
UNLISTED_SCRIPT = "Zzzz"


@cache
def script_of_letter(letter: str) -> str | None:
    """The script of one character, "Zzzz" for a letter of a script not listed, None for no letter."""
    if not letter.isalpha():
        return None
    index = bisect_right(_STARTS, ord(letter)) - 1
    if index >= 0 and ord(letter) <= _BLOCKS[index][1]:
        return _BLOCKS[index][2]
    return UNLISTED_SCRIPT


def count_scripts(text: str) -> Counter[str]:
    """How many letters of each script the text has."""
    counts: Counter[str] = Counter()
    for character, times in Counter(text).items():
        if script := script_of_letter(character):
            counts[script] += times
    return counts


def dominant_script(counts: Counter[str]) -> str:
    """The script with most letters, "Zyyy" when there is none; kana and ideographs together are Japanese."""
    if not counts:
        return NO_SCRIPT
    kana, ideographs = counts["Jpan"], counts["Hani"]
    if kana and kana >= _KANA_SHARE * (kana + ideographs):
        counts = Counter({**counts, "Jpan": kana + ideographs, "Hani": 0})
    return max(counts, key=lambda script: counts[script])
