"""With what letters a given name may begin in other scripts and spellings: Е. and Y. of Ерлан, Ж. of Zsófia."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from articles.names.fold import script_of
from articles.names.romanise import initials_of, romanise

#: What begins with one sound may be written with two letters: Дж. Байден, Kh. Meshaal.
DIGRAPHS = frozenset("дж дз ch cs cz dj dz gh gy kh ph rz sh sz th ts tch zh zs ye yu ya yo".split())
# An Arabic letter that carries any vowel; and letters of one sound.
_ANY_VOWEL, _VOWELS = frozenset("اع"), frozenset("aeiouy")
# Before a vowel one is written for the other.
_GLIDES, _SOFT_E = frozenset("iy"), ("ie", "ye")
# German and Polish write one for the other.
_V_SOUNDS = frozenset("vw")
_ALIKE = frozenset(("дж", "dj", "ج", "j", "g"))
# A letter → with what a name in Latin letters may begin that it stands for, where the key of neither says so: Жолт is
# Zsolt, Хосе José, Яна Jana, Уильям William.
_LATIN = {
    "дж": ("dj", "c"),
    "ج": ("dj", "c"),
    "ч": ("tch", "cz"),
    "ш": ("s", "ch"),
    "ش": ("s", "ch"),
    "ж": ("z", "ge", "gi"),
    "г": ("h", "gh"),
    "х": ("j", "ge", "gi", "ch", "x", "kh"),
    "خ": ("j", "ge", "gi", "ch", "kh"),
    "ц": ("z", "c"),
    "ф": ("v", "th"),
    "д": ("gy",),
    "у": ("w", "ou"),
    "я": ("j", "y", "ia", "ya"),
    "ю": ("j", "y", "iu", "yu"),
    "е": ("j", "y", "ie", "ye"),
    "и": ("j", "y"),
    "ي": ("j", "y"),
    "э": ("h",),
}


def may_begin_one(letter: str, given: Iterable[str]) -> bool:
    """Whether one of these folded given names of one person may be meant by a folded initial; where there are some in
    its script, one of these."""
    script = script_of(letter)
    own = [token for token in given if script_of(token) == script]
    if own:
        return any(_begins(letter, token) for token in own)
    return any(_may_begin_elsewhere(letter, token) for token in given)


def _begins(letter: str, token: str) -> bool:
    """Whether a given name begins with an initial of its script: Jean is no G., as it may be in another; Ievgueni is E.
    too, Iouri Y., and Vladimir W."""
    if token.startswith(letter) or (letter == "e" and token.startswith(_SOFT_E)):
        return True
    return {letter, token[0]} <= _V_SOUNDS or ({letter, token[0]} <= _GLIDES and token[1:2] in _VOWELS)


@lru_cache(maxsize=1 << 12)
def _may_begin_elsewhere(letter: str, token: str) -> bool:
    own = {letter, romanise(letter)[:1]}
    begun = {token[0], *initials_of(token)}
    if own & begun or (letter in _ANY_VOWEL and _VOWELS & begun):
        return True
    if letter in _ALIKE and _ALIKE & begun:
        return True
    if script_of(token) == "Latn":
        return token.startswith(_LATIN.get(letter, ()))
    # Of a name in other letters the Latin initial.
    return any(one.startswith(letter) for key in {token[0], token[:2]} for one in _LATIN.get(key, ()))
