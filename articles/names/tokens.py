"""Tokens of a name: which of them are particles or titles, which are the surname."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.names.fold import fold, word_set
from articles.names.romanise import is_assimilated_article, is_oglu
from articles.names.words import FOLDED_WORD

PARTICLES = word_set(
    "de du des d la le les l los las van von der den ter ten da dos das di della del do al el ben ibn bin bint binti "
    "mint ould ait aït "
    "abu abou abi aboul abul bou abd abdel abdul mac mc o st saint san sidi moulay аль эль ибн бен бин ульд "
    "абу абуль абул аби абд абдель абдул абдал абдаль ван фон де ди да дер ла ле "
    "минт бинт бинти بن ابن بنت منت ابو ابي ابا ال ولد ايت عبد بو دي فان فون"
)
#: Behind them a father's name stands.
CHILDREN = word_set("ben ibn bin bint binti mint ould بن ابن بنت منت ولد бен бин ибн минт бинт бинти ульд")
# A surname is also met without these: Villepin, Assad; never without the others: Ben Barka, El Himma, Le Pen.
DROPPED = word_set("de d von van al el аль эль фон ван دي فون فان")
# The surnames of Vietnam, which are few, behind which «Van» is a name.
_VAN = word_set("van ван фан فان")
_BEFORE_VAN = word_set(
    "nguyen tran pham huynh hoang phan vu vo dang bui ngo duong truong dinh "
    "нгуен чан фам хюинь хоанг фан ву во данг буи нго зыонг чыонг динь نغوين تران فام هوانغ فو دانغ بوي نغو"
)
_REGNAL = re.compile(r"[ivx]+$")
_ORDINALS = word_set(
    "ier 1er premier الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر "
    "первыи второи третии четвертыи пятыи шестои седьмои восьмои"
)
FUNCTION_WORDS = word_set(
    "a à au aux avec apres avant car chez comme contre dans de depuis des donc dont du durant elle en "
    "entre et hier "
    "il ils la le les leur lors lorsque mais malgre meme ni or ou par parmi pendant pour pourquoi "
    "pourtant puis quand "
    "que quant quel qui quoi sans sauf selon si son sous sur tandis tant un une vers voici voila y l d s "
    "n c j qu m mm "
    "after against also although and as at because before behind besides both but by did does during for "
    "from had has "
    "he her his however if in into is it like of on once only or our over she since so than that the "
    "their then there "
    "they this though through to under until was were what when where which while who why will with "
    "without yet "
    "а без бы в во ведь для до если же за и из или именно к как когда ко либо между на над не но о об "
    "однако от перед "
    "по под после потому при про с сам со так также там тем то тогда у хотя чем через что чтобы это "
    "ранее позднее позже пока сегодня вчера завтра теперь затем кроме помимо наконец "
    "earlier later yesterday today meanwhile now still just even instead among despite "
    "cet cette ces ce nous vous ainsi aussi alors enfin mardi lundi mercredi jeudi vendredi samedi dimanche"
)
TITLES = word_set(
    "m mm mr mrs ms mme mlle dr pr me monsieur madame mademoiselle maitre docteur professeur sir lord "
    "lady prince "
    "princesse princess roi reine king queen cheikh sheikh imam sultan emir general colonel commandant "
    "capitaine "
    "lieutenant amiral admiral captain president presidente ministre minister premier prime senateur "
    "senator depute "
    "depute judge juge secretary secretaire ambassadeur ambassador chancellor chancelier chanceliere "
    "pape pope "
    "г гн господин госпожа президент министр премьер король генерал полковник председатель секретарь"
)


def name_tokens(name: str) -> tuple[str, ...]:
    """The folded tokens of a name, the unit in which names are counted and compared."""
    return tuple(FOLDED_WORD.findall(fold(name)))


def without_particles(words: Sequence[str]) -> list[str]:
    """The folded words of a name but for particles: of «Биляль аш-Шамси» two, of «Dang Van Lam» three."""
    is_van_told = has_van(words)
    return [
        word
        for word, following in zip(words, [*words[1:], ""], strict=False)
        if (word not in PARTICLES or (is_van_told and word in _VAN))
        and not is_assimilated_article(word, following)
    ]


def has_van(words: Sequence[str]) -> bool:
    """Whether the second of the folded words of a name is the Vietnamese «Van», which is a name: Nguyen Van Minh."""
    return len(words) > 1 and words[0] in _BEFORE_VAN and words[1] in _VAN


def is_numeral(folded: str) -> bool:
    """Whether folded words number a ruler: vi, second, السادس, الرابع عشر."""
    return all(word in _ORDINALS or word == "عشر" or _REGNAL.match(word) for word in folded.split())


def _is_regnal(chunk: str) -> bool:
    folded = fold(chunk)
    return folded in _ORDINALS or (chunk.isupper() and _REGNAL.match(folded) is not None)


def _family_chunks(name: str) -> Sequence[str]:
    """The blank-separated parts of a person's name that make up the family name; empty when there is none."""
    head, comma, rest = name.partition(",")
    if comma and rest.strip():
        return head.split()
    chunks = name.split()
    if len(chunks) < 2 or any(_is_regnal(chunk) for chunk in chunks[1:]):
        return ()
    capitals = [chunk for chunk in chunks if len(chunk) > 2 and chunk.isupper()]
    if capitals and len(capitals) < len(chunks):
        first = chunks.index(capitals[0])
        last = len(chunks) - chunks[::-1].index(capitals[-1])
        chunks = chunks[:last]
        if first == 0:
            return chunks
    start = len(chunks) - 1
    if is_oglu(fold(chunks[-1])):
        start -= 1  # «Şimşek Oğlu», «بيرقدار أوغلو»: by itself it is nobody's
    while start > 1 and fold(chunks[start - 1]) in PARTICLES:
        start -= 1
    return chunks[start:]


def surname_of(name: str) -> str | None:
    """The family name with its particles («El Himma», «de Gaulle», «bin Salman»), as written.

    None for a single word and for a regnal name («Mohammed VI»): a numeral is no family name.
    """
    return " ".join(_family_chunks(name)) or None


def surname_variants(name: str) -> tuple[tuple[str, ...], ...]:
    """The folded family name, and the same without a particle that writers drop (Villepin, Assad)."""
    family = surname_of(name)
    if family is None:
        return ()
    tokens = name_tokens(family)
    variants = [tokens]
    while len(tokens) > 1 and tokens[0] in DROPPED:
        tokens = tokens[1:]
        if len(tokens[0]) > 3:
            variants.append(tokens)
    return tuple(variant for variant in variants if variant and len("".join(variant)) > 1)
