"""Whether two words of one script are one surname, spelt by the habits of two languages."""

from __future__ import annotations

from functools import lru_cache

from articles.names.flavours import sounds_of

_VOICELESS = str.maketrans("zv", "sf")


@lru_cache(maxsize=1 << 12)
def sound_as_one(first: str, second: str) -> bool:
    """Whether two words are heard alike by the habits of languages, their s and f voiced or not: Bajgelman, Beigelman;
    no Bornstein is a Bernstein."""
    heard = ({key.translate(_VOICELESS) for key in sounds_of(word)} for word in (first, second))
    return bool(set.intersection(*heard))
