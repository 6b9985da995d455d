"""Word forms of names: Russian endings, Arabic clitics and article, so that a name is found in any case."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.names.fold import script_of, word_set

# Endings are written folded (й is и), longest first. Stripping goes on until nothing is left to strip, so
# that
# «максим» and «максима» meet at one key; what it throws together by excess, `is_form_of` tells apart again.
_ENDINGS = tuple(
    sorted(
        word_set(
            "ыми ими ями ами ого его ому ему ыи ии ои еи ая яя ое ее ые ие ую юю ых их ым им ом ем ам ям "
            "ах ях ою ею ью "
            "ия ию ов ев а я у ю е и ы о ь"
        ),
        key=lambda ending: (-len(ending), ending),
    )
)
_ENDINGS_OF = tuple(
    (length, frozenset(one for one in _ENDINGS if len(one) == length)) for length in (3, 2, 1)
)
_DOUBLED = re.compile(r"([бвгджзклмнпрстфхц])\1|([аеиоуыэюя])(?=\2\2)")
_FLEETING_K = re.compile(r"(?<=..[бвгджзклмнпрстфхцчшщ])[ое]к$")
_FLEETING = {"павел": "павл", "лев": "льв", "петр": "петр", "орел": "орл", "козел": "козл"}

_ADJECTIVE_HARD = word_set("ыи ои ого ому ым ом ая ую ою ое ые ых ыми")
_ADJECTIVE_SOFT = word_set("ии его ему им ем яя юю еи ее ие их ими ого ому ом ая ую ои ое ым")
_VELAR = word_set("им их ими")  # after г к х: Сухим, Донских
_SOFT_NOUN = word_set("я ю ем е и еи ям ями ях ью")
_HARD_NOUN = word_set("а у ом ем ым е ы и ых ыми ам ами ах")
# Folded, al and el are one article; writers join it to a name by a hyphen, a blank or not at all.
_ARTICLE_KEYS = {"el": "al", "аль": "аль", "эль": "аль", "эл": "аль", "ал": "аль"}
_CLITICS = frozenset(
    outer + inner + article
    for outer in ("", "و", "ف")
    for inner in ("", "ب", "ل", "ك")
    for article in ("", "ال")
    if not (inner == "ل" and article)
) | frozenset({"لل", "ولل", "فلل"})  # fmt: skip


def _stem_cyrillic(token: str) -> str:
    token = _FLEETING.get(token, token)
    while True:
        if token.endswith("ец") and len(token) > 4:
            token = (token[:-2] + "иц") if token[-3] in "аеиоу" else token[:-2] + "ц"
        token = _FLEETING_K.sub("к", token)
        for length, endings in _ENDINGS_OF:
            if token[-length:] in endings and len(token) - length >= 2:
                token = token[:-length]
                break
        else:
            return token


def _key_arabic(token: str) -> str:
    if token.startswith("ال") and len(token) > 3:
        return token[2:]
    return token


def token_key(token: str) -> str:
    """The key shared by the forms of one folded token: Cyrillic stem, Arabic word without article, else
    itself."""
    return _ARTICLE_KEYS.get(token, token) if token.isascii() else _key_of_other(token)


@lru_cache(maxsize=1 << 15)
def _key_of_other(token: str) -> str:
    """The key of a token that has other letters than those of folded Latin."""
    script = script_of(token)
    if script == "Cyrl":
        return _ARTICLE_KEYS.get(token) or _undoubled(_stem_cyrillic(token))
    if script == "Arab":
        return _key_arabic(token)
    return token


def _undoubled(token: str) -> str:
    """One letter for two: Russian writes foreign names with either (Филип, Филипп; Кэррол, Кэрролл).

    Of vowels no word has three alike: one of them is a slip of the pen.
    """
    return _DOUBLED.sub(r"\1", token)


def _feminine(token: str) -> frozenset[str]:
    stem = token[:-1]
    if token.endswith("ия"):
        return frozenset(stem + e for e in ("я", "и", "ю", "е", "еи", "ею"))
    if token.endswith(("ая", "яя")):
        stem = token[:-2]
        noun = {token[:-1] + e for e in ("и", "е", "ю", "еи", "ею")}
        return frozenset({stem + e for e in ("ая", "яя", "ои", "еи", "ую", "юю", "ою", "ею")} | noun)
    if re.search(r"(ов|ев|ин|ын)а$", token):
        return frozenset(stem + e for e in ("а", "ои", "у", "ою", "ы", "е"))
    return frozenset(stem + e for e in ("а", "я", "ы", "и", "е", "у", "ю", "ои", "еи", "ою", "ею"))


def _masculine(token: str) -> frozenset[str]:
    if token.endswith(("ыи", "ои")):
        endings = _ADJECTIVE_HARD | (_VELAR if token[-3:-2] in ("г", "к", "х") else frozenset())
        return frozenset(token[:-2] + e for e in endings) | _soft_noun(token)
    if token.endswith("ии"):
        noun = {token[:-2] + e for e in ("ии", "ия", "ию", "ием", "ие", "иев", "иям", "иями", "иях")}
        return frozenset(token[:-2] + e for e in _ADJECTIVE_SOFT) | noun
    if token.endswith(("аи", "еи", "уи", "эи", "юи", "яи", "ь")):
        return _soft_noun(token)
    stem = _FLEETING.get(token, token)
    if token.endswith("ец") and len(token) > 4:
        return _hard_noun(token, token) | _hard_noun(token, _fleeting_ec(token))
    elif re.search(r"[бвгджзклмнпрстфхцчшщ](ок|ек)$", token) and len(token) > 4:
        return _hard_noun(token, token) | _hard_noun(token, token[:-2] + token[-1])
    return _hard_noun(token, stem)


def _fleeting_ec(token: str) -> str:
    return token[:-2] + ("иц" if token[-3] in "аеиоу" else "ц")


def _soft_noun(token: str) -> frozenset[str]:
    return frozenset({token} | {token[:-1] + e for e in _SOFT_NOUN})


def _hard_noun(token: str, stem: str) -> frozenset[str]:
    return frozenset({token} | {stem + e for e in _HARD_NOUN})


@lru_cache(maxsize=1 << 14)
def cyrillic_forms(token: str) -> frozenset[str]:
    """Every form that the folded token, taken as a nominative, can have in a Russian sentence."""
    if len(token) < 2 or not token.isalpha():
        return frozenset({token})
    last = token[-1]
    if token.endswith(("ое", "ее")):
        return frozenset(
            {token} | {token[:-2] + e for e in ("ого", "его", "ому", "ему", "ым", "им", "ом", "ем")}
        )
    if token.endswith(("ые", "ие")):
        return frozenset(
            {token} | {token[:-2] + e for e in ("ых", "их", "ым", "им", "ыми", "ими")} | _neuter(token)
        )
    if last in "ая":
        return _feminine(token)
    if last in "ое":
        return _neuter(token)
    if token.endswith("ы"):
        return frozenset(
            {token} | {token[:-1] + e for e in ("", "ов", "ам", "ами", "ах", "е", "у", "ои", "а")}
        )
    if last == "и" and token[-2] not in "аеиоуыэюя":
        return frozenset(
            {token} | {token[:-1] + e for e in ("", "ов", "еи", "ам", "ами", "ах", "ям", "ями", "ях")}
        )
    if last in "уюэ":
        return frozenset({token})
    return _masculine(token)


def _neuter(token: str) -> frozenset[str]:
    # A surname in -ко or -о, as a foreign one, may stay as it is: the token itself is among its forms.
    return frozenset({token} | {token[:-1] + e for e in ("а", "у", "ом", "е", "я", "ю", "ем", "и")})


def is_form_of(token: str, name_token: str) -> bool:
    """Whether a folded token of a text can be a form of a folded token of a name, their keys being the
    same."""
    if token == name_token or token_key(token) in ("al", "аль"):
        return True
    script = script_of(name_token)
    if script == "Cyrl":
        return token in cyrillic_forms(name_token) or _is_undoubled_form(token, name_token)
    return script == "Arab"


def _is_undoubled_form(token: str, name_token: str) -> bool:
    """Whether they are forms of one name but for a doubled consonant; not for short words (Анна, Ана)."""
    first, second = _undoubled(token), _undoubled(name_token)
    return len(second) > 4 and (first, second) != (token, name_token) and first in cyrillic_forms(second)


def is_clitic(prefix: str) -> bool:
    """Whether folded Arabic letters can stand joined before a word: و ف ب ل ك, two of them, the article."""
    return prefix in _CLITICS


LONGEST_CLITIC = max(map(len, _CLITICS))


def word_readings(word: str) -> tuple[tuple[int, str], ...]:
    """(letters before, key) of the ways to read a folded word: one, but with Arabic clitics several."""
    return _arabic_readings(word) if "\u0600" <= word[:1] < "\u0780" else ((0, token_key(word)),)


@lru_cache(maxsize=1 << 14)
def _arabic_readings(word: str) -> tuple[tuple[int, str], ...]:
    cuts = [cut for cut in range(min(LONGEST_CLITIC + 1, len(word))) if is_clitic(word[:cut])]
    return tuple((cut, key) for cut in cuts for key in dict.fromkeys((token_key(word[cut:]), word[cut:])))


_PATRONYMIC = re.compile(
    r"(?:[ое]вич|ьич|мич|нич|[ое]вн|ичн|инична?)(?:а|у|ем|е|ои|ы|и)?$|.{3}(?:[oe][vw](?:it?s?ch|na)|inichna)$"
)


# The last letters of all these: most words have others, and need not be searched.
_PATRONYMIC_ENDS = ("ch", "na", "ч", "н", "а", "у", "ем", "е", "ои", "ы", "и")


def is_patronymic(token: str) -> bool:
    """Whether a folded token has the shape of a Russian father's name (Платонович, Владимировны, Petrovitch)."""
    return len(token) > 5 and token.endswith(_PATRONYMIC_ENDS) and _PATRONYMIC.search(token) is not None
