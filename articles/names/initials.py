"""With what letters a given name may begin in other scripts and spellings: Е. and Y. of Ерлан, Ж. of Zsófia."""

from __future__ import annotations

from functools import lru_cache

from articles.names.fold import script_of
from articles.names.romanise import initials_of, romanise

#: What begins with one sound may be written with two letters: Дж. Байден, Kh. Meshaal.
DIGRAPHS = frozenset("дж дз ch cs cz dj dz gh gy kh ph rz sh sz th ts tch zh zs ye yu ya yo".split())
# An Arabic letter that carries any vowel; and letters of one sound.
_ANY_VOWEL, _VOWELS = frozenset("اع"), frozenset("aeiouy")
_ALIKE = (
    frozenset(("дж", "dj", "ج", "j", "g", "c", "d")),
    frozenset(("ch", "tch", "ч", "c", "ش", "sh", "ш", "s")),
)
# A letter → with what a name in Latin letters may begin that it stands for, where the key of neither says so: Жолт is
# Zsolt, Хосе José, Яна Jana, Уильям William.
_LATIN = {
    "ж": ("zs", "ge", "gi", "zh"),
    "г": ("h", "gh"),
    "х": ("j", "ge", "gi", "ch", "x"),
    "خ": ("j", "ge", "gi", "ch"),
    "ц": ("z", "c"),
    "ф": ("v", "th"),
    "д": ("gy",),
    "у": ("w", "ou"),
    "я": ("j", "y", "ia"),
    "ю": ("j", "y", "iu"),
    "е": ("j", "y", "ie"),
    "и": ("j", "y"),
    "ي": ("j", "y"),
    "э": ("h",),
}


@lru_cache(maxsize=1 << 12)
def may_begin(letter: str, token: str) -> bool:
    """Whether a folded given name may be meant by a folded initial."""
    own = {letter, letter[0], romanise(letter)[:1]}
    begun = {token[0], *initials_of(token)}
    if own & begun or (letter in _ANY_VOWEL and _VOWELS & begun):
        return True
    if any(letter in alike and alike & begun for alike in _ALIKE):
        return True
    if script_of(token) == "Latn":
        return token.startswith(_LATIN.get(letter, ()))
    # Of a name in other letters the Latin initial.
    return any(one.startswith(letter) for one in _LATIN.get(token[0], ()))
