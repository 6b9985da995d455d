"""Words that say nothing of a text: left out of a query beside others, whatever the language of the texts.

PostgreSQL leaves them out in the texts of their own language; in those of the others «le» of «le Kremlin» would have
to stand. Such as mean something in another language here («car», «son», «or») are none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from articles.names import fold
from articles.names.tokens import TITLES
from articles.search.pieces import Piece

_FRENCH = (
    "à a au aux avec ce ces cet cette celui celle ceux celles de des du d dans elle elles en et il ils je j la le"
    " les l leur leurs lui ma me m mes moi mon ne n nos notre nous on ou où par pas pour qu que qui quoi sa se s"
    " ses sous sur ta te t tes toi tu un une vos votre vous c y même mêmes mais ni si sans chez entre contre vers"
    " dont donc comme ainsi alors aussi après avant depuis dès pendant lors lorsque puis quand parce plus moins"
    " très trop peu tout tous toute toutes autre autres chaque plusieurs quelque quelques quel quelle quels"
    " quelles sauf selon encore ici là cela ça voici voilà est es sont suis êtes étais était étions étiez"
    " étaient serai seras serons serez seront serais serait seraient sois soit soyons soyez soient être as avons"
    " avez ont avais avait aviez avaient aurai auras aurons aurez auront aurais aurait auraient aie aies"
    " ait ayant fut furent fût eut eurent fait faire peut peuvent"
)
_ENGLISH = (
    "a an the and of at by for with about against between into through during before after above below to from up"
    " down in out off over under again further then once here there when where why how all any both each few more"
    " most other some such no nor not only same so than too very just now i me my myself we our ours ourselves you"
    " your yours he him his himself she her hers herself it its itself they them their theirs themselves what"
    " which who whom this that these those am is are was were be been being have has had having do does did doing"
    " if because as until while should"
)
_RUSSIAN = (
    "и в во не что он на я с со как а то все всё она так его но да ты к ко у же вы за бы по только ее её мне было"
    " вот от меня еще ещё нет о об обо из изо ему теперь когда даже ну вдруг ли если уже или ни быть был него до"
    " вас опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была чтоб"
    " без будто чего тоже себе под подо будет ж тогда кто этот того потому этого какой совсем ним здесь этом почти"
    " мой тем чтобы нее неё сейчас были куда зачем всех никогда можно при наконец другой хоть после над больше тот"
    " через эти нас про всего них какая много разве эту моя впрочем свою этой перед иногда лучше чуть том нельзя"
    " такой такая такое такие им более всегда конечно всю между это"
)
_ARABIC = "في من على إلى الى عن مع أو و ثم هذا هذه ذلك تلك التي الذي الذين أن ان إن ما لا لم قد بين هو هي"


def _with_bare(words: str) -> frozenset[str]:
    """The words, and those with accents also without."""
    bare = {
        "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
        for word in words.split()
    }
    return frozenset(words.split()) | bare


_HAVE = frozenset(
    "ai as a avons avez ont avais avait avions aviez avaient aura auront aurait auraient ait aient ayant".split()
)
#: Those of French texts; some of them mean something elsewhere, or elsewhere in French («été», «avions»). Single
#: letters are PostgreSQL's to leave out, which reads «S 400» as one word first.
FRENCH = frozenset(word for word in f"{_FRENCH} car sera été avions sommes".split() if len(word) > 1)
COMMON = _with_bare(_FRENCH) | frozenset(f"{_ENGLISH} {_RUSSIAN} {_ARABIC}".split())
#: What stands before a name and is none of it, folded.
HONORIFICS = frozenset(
    "m mr mrs ms mme mm mlle dr pr sir monsieur madame mademoiselle herr frau sr sra senor senora г гн господин"
    " господина господину господином господине госпожа госпожи госпоже госпожу госпожои السيد السيده الدكتور".split()
) | {
    "г н",
    "г на",
    "г ну",
    "г ном",
    "г не",
    "г жа",
    "г жи",
    "г же",
    "г жу",
    "г жои",
    "д р",
    "д ра",
    "д ру",
    "д ром",
    "д ре",
}

#: As abbreviated, with its point; what has another meaning without (a gene, a mountain pass) is a title with it alone.
_ABBREVIATED = frozenset(
    "prof col gen lt ltc cpt capt cap cdt cmdt maj sgt adm amb rev fr hon pres sen gov mgr eng ing dir insp"
    " проф акад ген полк подполк лейт кап адм архим прот митр инж доц канд".split()
)
_ALSO_WITHOUT_POINT = frozenset("prof проф акад доц".split())
#: In Arabic a letter or two: doctor; with a point before a whole name, where it is no initial, engineer, professor.
_LETTERS, _POINTED_LETTERS = frozenset(("د", "ا د")), frozenset("ما")

_NOTHING_ELSE = frozenset("mr mrs mme mlle".split())
#: Surnames that are in nearly every text as words: of «Ms May», without the first, every “may” would be left.
_WORDS_OF_ALL_TEXTS = frozenset("may will must might can self".split())


def is_honorific(written: str) -> bool:
    """Whether a word stands before a name and is none of it: an honorific, or a title abbreviated with its point."""
    folded = fold(written)
    if folded in _ABBREVIATED:
        return "." in written or folded in _ALSO_WITHOUT_POINT
    return folded in HONORIFICS or folded in _LETTERS


def is_common(word: str, *, among_capitals: bool) -> bool:
    """Whether a word says nothing; in capitals among small letters it is an acronym: UN, EU."""
    if word.isupper() and len(word) > 1 and not among_capitals:
        return False
    return word.lower() in COMMON


def common_places(pieces: Sequence[Piece], of_names: Container[int]) -> set[int]:
    """The places of the words of a branch that say nothing; what stands at these places belongs to names."""
    among_capitals = all(piece.plain.isupper() for piece in pieces)
    return {
        place
        for place, piece in enumerate(pieces)
        if place not in of_names
        and not (piece.is_phrase or piece.is_prefix or _is_a_letter(pieces, place))
        and (
            is_common(piece.word.removeprefix("-"), among_capitals=among_capitals)
            or (place > 0 and _is_been(pieces[place - 1].word, piece.word))
        )
    } | set(_honorifics(pieces, of_names))


def _honorifics(pieces: Sequence[Piece], of_names: Container[int]) -> Iterator[int]:
    """The places of those that stand before what may be a name: «Mr Djokovic», «г-н Джокович», «السيد ديوكوفيتش»."""
    for place, (piece, name) in enumerate(pairwise(pieces)):
        if place in of_names or not (piece.is_mere_word and name.is_mere_word):
            continue
        first, written = name.plain[:1], piece.plain
        is_name = first.isupper() or (first.isalpha() and first.upper() == first.lower())
        # DR Congo, MS Estonia
        is_acronym = len(written) > 1 and written.isupper() and written.isalpha()
        folded, behind = fold(written), fold(name.plain)
        is_letter = folded in _POINTED_LETTERS and "." in written and _begin_a_whole_name(pieces[place + 1 :])
        is_one = folded in _NOTHING_ELSE or (is_name and not is_acronym) or behind in TITLES
        if (is_letter or is_honorific(written)) and is_one and behind not in _WORDS_OF_ALL_TEXTS:
            yield place


def _begin_a_whole_name(pieces: Sequence[Piece]) -> bool:
    return len(pieces) > 1 and all(piece.is_mere_word for piece in pieces[:2])


def _is_a_letter(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a capital is meant as that letter: vitamine A, S 400."""
    is_before_a_number = place + 1 < len(pieces) and pieces[place + 1].text[:1].isdigit()
    return len(pieces[place].text) == 1 and pieces[place].text.isupper() and (place > 0 or is_before_a_number)


def _is_been(before: str, word: str) -> bool:
    """Whether «été» is that of «a été», and not the summer."""
    return word.lower() in ("été", "ete") and before.lower() in _HAVE
