"""Arabic numbers by their patterns: the plural of four consonants and its singular, two of something and how many are.

No stemmer knows them, and no list has all; what is no word has no hits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from articles.names import fold
from articles.names.common_words import is_arabic_place
from articles.names.given_names import is_given_name
from articles.search.word_groups import ARABIC_GROUPS

_Q = "[^اأإآىءئؤوية]"
#: «دفتر» and «دفاتر»; what begins with a letter of verbs and participles is other words («مقتل», «مقاتل»).
_SHORT = re.compile(rf"((?![متن]){_Q}{_Q})({_Q}{_Q})(ة?)")
_SHORT_MANY = re.compile(rf"((?![متن]){_Q}{_Q})ا({_Q}{_Q})")
#: «قنديل», «صندوق», «مفتاح», «توقيع» and «قناديل»: no verb and no participle is so.
_LONG = re.compile(rf"(?!.*[وي]ن$)((?!ت){_Q}{_Q}{_Q})([اوي])({_Q})")
_LONG_MANY = re.compile(rf"((?!ت){_Q}{_Q})ا({_Q})ي({_Q})")
_ACT = re.compile(r"(ت[^اأإآىة])([^اأإآىةي])ي([^اأإآىةي])")
_ACTS = re.compile(r"(ت[^اأإآىة])ا([^اأإآىةي])ي([^اأإآىةي])")
#: «قفاز» and «قفافيز»: the second letter again.
_DOUBLED = re.compile(rf"((?![متن]){_Q})({_Q})ا({_Q})")
_DOUBLED_MANY = re.compile(rf"((?![متن]){_Q})({_Q})ا\2ي({_Q})")
#: «ضفيرة» and «ضفائر», not back: that may be of «شديد».
_OF_HERS = re.compile(rf"({_Q}{_Q})[وي]({_Q})ة")
#: «إبريق», «أنبوب» and «أباريق».
_WITH_HAMZA = re.compile(rf"[أإا]({_Q})({_Q})[وي]({_Q})")
_WITH_HAMZA_MANY = re.compile(rf"[أا]({_Q})ا({_Q})ي({_Q})")
#: So few letters begin as many other words do; of a dual what is left is a noun's.
_SHORTEST, _LONGEST_OF_OTHERS, _OF_ONE, _OF_TWO = 3, 6, "ة", ("ين", "ان")
_TWO_OF_ONE = (("تين", "ة"), ("تان", "ة"), ("ين", ""), ("ان", ""))


def by_pattern(word: str) -> Iterator[str]:
    """The singulars of a plural, or its plurals of a singular, as the patterns of four consonants make them."""
    if len(word) > _SHORTEST + 1 and word.endswith("اء"):
        yield from (
            f"{word[:-1]}وين",
            f"{word[:-1]}وان",
        )  # of such a word there is no more than two: «ببغاوين»
    elif found := _SHORT.fullmatch(word):
        yield f"{found[1]}ا{found[2]}"
    elif found := _SHORT_MANY.fullmatch(word):
        yield f"{found[1]}{found[2]}"
    elif found := _ACT.fullmatch(word):
        yield f"{found[1]}ا{found[2]}ي{found[3]}"
    elif found := _ACTS.fullmatch(word):
        yield f"{found[1]}{found[2]}ي{found[3]}"
    elif found := _LONG.fullmatch(word):
        yield f"{found[1][:2]}ا{found[1][2]}ي{found[3]}"
    elif found := _LONG_MANY.fullmatch(word):
        yield from (f"{found[1]}{found[2]}{vowel}{found[3]}" for vowel in "ويا")
        yield from by_doubling(word)
    elif found := _OF_HERS.fullmatch(word):
        yield f"{found[1]}ائ{found[2]}"
    elif found := _WITH_HAMZA.fullmatch(word):
        yield f"أ{found[1]}ا{found[2]}ي{found[3]}"
    elif found := _WITH_HAMZA_MANY.fullmatch(word):
        yield from (f"أ{found[1]}{found[2]}{vowel}{found[3]}" for vowel in "وي")
    else:
        yield from by_doubling(word)


def by_doubling(word: str) -> Iterator[str]:
    """The plural of a word, or the word of a plural, that has its second letter twice."""
    if found := _DOUBLED.fullmatch(word):
        yield f"{found[1]}{found[2]}ا{found[2]}ي{found[3]}"
    elif found := _DOUBLED_MANY.fullmatch(word):
        yield f"{found[1]}{found[2]}ا{found[3]}"


def two_of(word: str, others: Iterable[str]) -> Iterator[str]:
    """Two of what a noun with a broken plural means, whichever of both was typed: «حوضين» of «أحواض»."""
    singular = min((word, *others), key=lambda one: len(one.removesuffix(_OF_ONE)))
    if len(singular) < _SHORTEST:
        return
    stem, endings = singular, [*_OF_TWO]
    if singular.endswith(_OF_ONE):
        stem, endings = singular[:-1], ["تين", "تان"]
    elif singular.endswith("اء"):
        stem, endings = singular[:-1], ["وين", "وان"]
    elif len(singular) == _SHORTEST:
        endings = [_OF_TWO[0]]  # «عمران», «سكران» are other words
    yield from (dual for ending in endings if not _is_other_word(dual := stem + ending))


def of_two(word: str) -> Iterator[str]:
    """One and many of what two are: «حوض», «أحواض» of «حوضين»."""
    if _is_other_word(word):
        return
    if len(word) > _LONGEST_OF_OTHERS and word.endswith(("اوين", "اوان")):
        yield f"{word[:-3]}ء"
        return
    for ending, of_one in _TWO_OF_ONE:
        singular = word.removesuffix(ending) + of_one
        if word.endswith(ending) and fold(singular) in ARABIC_GROUPS:
            yield from (singular, *ARABIC_GROUPS[fold(singular)])
            return


def _is_other_word(dual: str) -> bool:
    """«تمرين», «بحرين», «زيدان»."""
    folded = fold(dual)
    known = any(is_arabic_place(word) for word in (folded, f"ال{folded}"))
    return known or folded in ARABIC_GROUPS or is_given_name(folded) or folded in _NO_DUALS


_NO_DUALS = frozenset("عشرين ثلاثين ياسمين ياسين سنين بنين حنين رصين حزين متين يقين".split())


_NOUNS = frozenset({"غاز"})


def with_hamza(word: str) -> str:
    """«ألواح» of «الواح», typed as if it had the article: where a noun known begins so; empty otherwise.

    What is a word behind the article too is that: «السنة», «الغاز».
    """
    folded, rest = fold(word), fold(word.removeprefix("ال"))
    if not word.startswith("ال") or word[2:3] in "أإآ" or rest in ARABIC_GROUPS or rest in _NOUNS:
        return ""
    known = (own for other in ARABIC_GROUPS.get(folded, ()) for own in ARABIC_GROUPS.get(fold(other), ()))
    return next((own for own in known if fold(own) == folded and own != word), "")


def phrase_with_hamza(text: str) -> str:
    """The phrases of a text, where one has a word that is typed so: «"الواح شمسية"»; empty where none has."""
    if '"' not in text or "-" in text or not _WITH_ARTICLE.search(text):
        return ""
    other = _WITH_ARTICLE.sub(lambda word: with_hamza(word[0]) or word[0], text)
    return other if other != text else ""


_WITH_ARTICLE = re.compile(r"(?<![^\W_])ال[^\W\d_]+")
