"""What may stand before a person's name and need stand in no text: honorifics, titles, offices, what somebody does."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from articles.candidates.occupations import is_occupation
from articles.names import fold
from articles.names.fold import folded_set, script_of, word_set
from articles.names.given_names import is_given_name
from articles.names.inflect import cyrillic_forms, is_form_of, token_key, word_readings
from articles.names.nations import is_of_nation
from articles.names.offices import is_office_word
from articles.names.surname_words import ORDINARY
from articles.names.tokens import TITLES
from articles.search.common_words import is_honorific
from articles.search.pieces import Piece

#: Titles that stand before a name, beside those of the linker, which knows only such as a surname alone follows. In
#: Russian in any case, but no word that only has the same stem (суд, судья); in Arabic with their article alone.
_TITLE_WORDS = TITLES | word_set(
    "gm wgm hm hrh mgr msgr excellence maestro maestra docteure ambassadrice maitresse"
    " emperor empereur marechal marshal archbishop bishop cardinal patriarche patriarch chef chief maire mayor coach"
    " император королева принц принцесса эмир султан шейх папа патриарх маршал капитан лейтенант судья мэр глава"
    " депутат сенатор посол канцлер губернатор адмирал академик профессор комиссар прокурор товарищ comrade camarade"
    " سعاده معالي فخامه سمو جلاله المايسترو حضره سياده المطران الاسقف الاب"
    " الملك الملكه الامير الاميره السلطان الشيخ البابا النقيب القاضي العاهل اللواء العميد الفريق المشير الدكتوره"
    " الرييسه الوزيره السفيره الاستاذ الاستاذه المدرب المقدم الرايد الملازم الامام الاميرال"
)
_TITLES = _TITLE_WORDS.union(*(cyrillic_forms(word) for word in _TITLE_WORDS if script_of(word) == "Cyrl"))
#: Of two words, folded, each in its place.
_OF_TWO_WORDS = frozenset(
    fold(words)
    for words in (
        "grand maître|grand maitre|grand master|son excellence|his excellency|her excellency|его превосходительство|"
        "sa majesté|leurs majestés|his majesty|her majesty|its majesty|его величество|её величество|son altesse|"
        "his highness|her highness|royal highness|altesse royale|его высочество|её высочество|sa sainteté|his holiness|"
        "его святейшество|صاحب الجلالة|صاحبة الجلالة|صاحب السمو|صاحبة السمو|السمو الملكي|"
        "رائد الفضاء|رائدة الفضاء|رئيس الوزراء|رئيسة الوزراء|رئيس الحكومة|رئيس الجمهورية|ولي العهد|الأمين العام"
        "|الأمينة العامة|رجل الأعمال|سيدة الأعمال|chef d'orchestre|homme d'affaires|femme d'affaires|homme politique"
        "|secrétaire général|secrétaire générale|secretary general|attorney general|vice president|head coach"
        "|генеральный секретарь|генерального секретаря|генеральному секретарю|генеральным секретарем"
    ).split("|")
)
#: What people do, beside what is read before the names in texts; a word in -ist is else as often what one believes.
#: None that is a common surname too (Baker, Boulanger, الحداد), nor an everyday word (model, navigateur).
_OCCUPATIONS = folded_set("""
champion championne pianist pianiste violonist violinist violoniste guitarist guitariste cellist organist organiste
soloist soliste artist artiste novelist essayist essayiste dramatist columnist journalist journaliste economist
economiste scientist chemist chimiste physicist botanist botaniste dentist dentiste pharmacist psychiatrist linguist
biathlete decathlete triathlete heptathlete gymnast gymnaste biologist biologiste biochimiste linguiste cyclist
cycliste humoriste humorist cartoonist specialist specialiste generaliste urbaniste garagiste medalist medaliste
medallist finalist finaliste чемпион чемпионка гроссмейстер пианист пианистка скрипач скрипачка биатлонист
биатлонистка виолончелист гитарист солист солистка артист артистка журналист журналистка экономист футболист
футболистка хоккеист хоккеистка баскетболист волейболист теннисист теннисистка шахматист шахматистка велосипедист
программист специалист лингвист медалист доктор мастер майор маэстро cantatrice orfevre patissiere cuisinier
cuisiniere libraire archiviste imprimeur relieur geologue geographe choregraphe chorege illusionniste marionnettiste
trompettiste saxophoniste costumiere styliste coiffeur coiffeuse orthophoniste kinesitherapeute pediatre plongeuse
alpiniste navigatrice rameur rameuse lutteuse agronomist archivist bookbinder geologist astronomer geographer
trumpeter saxophonist hairdresser climber mountaineer rower сопрано винодел архивист переплетчик астроном географ
жонглер кукольник трубач саксофонист парикмахер медбрат педиатр статистик водолаз альпинист штурман гребец ساعاتي
خطاط خطاطه مروض مروضه مطرب مطربه خزاف خزافه نحال طباخه عالم عالمه جيولوجي فلكيه راقص راقصه بهلوان ساحر طبال عازف
عازفه ملحن ملحنه مخرجه مصمم مصممه ممرض ممرضه جراحه بيطريه غواص غواصه متسلق متسلقه سباحه مصارع مصارعه ملاكم ملاكمه
""")
_BELIEF = re.compile(r"(?!.*(?:olog|олог)).{3,}(?:iste?|ист(?:к?[аоуыие]|ом|кой|ка)?)")
#: Words that say what befell one or what one strives for, or whose one is: these are asked for.
_TELLING = folded_set("""
suspect defendant hostage refugee dissident candidate widow widower pensioner trafficker smuggler lawyer adviser advisor
spokesman spokeswoman spokesperson assistant deputy envoy interpreter translator member head chair official executive
representative attorney driver
candidat candidate refugie refugiee veuf veuve retraite retraitee avocat avocate conseiller conseillere porte envoye
envoyee adjoint adjointe interprete traducteur traductrice representant representante delegue deleguee responsable
кандидат диссидент беженец заложник подсудимый подозреваемый вдова вдовец пенсионер пенсионерка адвокат советник
помощник заместитель представитель член владелец владелица переводчик переводчица
لاجي رهينه متهم مرشح معارض محام محامي مستشار ناطق ناطقه متحدث متحدثه ممثل عضو مترجم نايب
""")
_HYPHENS = re.compile("[-‐‑]")
_ARTICLE = re.compile(r"^[وف]?(?:[بلك]?ال|لل)")
_LE_LA = word_set("le la")
_BEFORE_TITLES = word_set("vice vize ex co lt gen maj вице экс пресс обер ген")


def is_title(word: str) -> bool:
    """Whether a word is an honorific, a title or an office as it stands before a name, in any case; or, with a small
    letter, what a person does: «чемпиона», «archéologue», “pianist”."""
    if is_honorific(word):
        return True
    parts = _HYPHENS.split(word)
    if len(parts) > 1 and all(parts):
        *before, last = parts
        return _is_title(last) and all(_is_title(part) or fold(part) in _BEFORE_TITLES for part in before)
    return _is_title(word)


def width_of_title(pieces: Sequence[Piece]) -> int:
    """How many of these pieces, the first ones, are a title; none where there is none."""
    if len(pieces) > 2 and is_title_behind_an_article(pieces[:3]):
        return 3
    if len(pieces) > 1 and is_title_of_two_words(pieces[0].word, pieces[1].plain):
        return 2
    return int(bool(pieces) and is_title(pieces[0].word))


def start_of_titles(pieces: Sequence[Piece], start: int, taken: Container[int]) -> int:
    """Where the titles begin that stand right before a name at `start`: there, where none does."""
    for first in (start - 3, start - 2, start - 1):
        if first < 0 or any(at in taken or not pieces[at].is_mere_word for at in range(first, start)):
            continue
        is_surname = first == start - 1 and is_a_surname_there(pieces[:start])
        if width_of_title(pieces[first:start]) == start - first and not is_surname:
            return start_of_titles(pieces, first, taken)
    return start


def is_title_behind_an_article(pieces: Sequence[Piece]) -> bool:
    """Whether these three are «M. le gouverneur», «Mme la ministre»."""
    honorific, article, title = pieces
    return is_honorific(honorific.plain) and fold(article.word) in _LE_LA and is_title(title.word)


def is_a_surname_there(pieces: Sequence[Piece]) -> bool:
    """Whether the last of these words, in small letters what somebody does, stands behind a given name: “tim cook”."""
    if len(pieces) < 2:
        return False
    before, word = (piece.plain for piece in pieces[-2:])
    return word.islower() and is_calling(fold(word)) and is_given_name(fold(before))


def is_title_of_two_words(first: str, second: str) -> bool:
    """Whether both together are one: «رائد الفضاء», «homme d’affaires»; or one with the nation: “Norwegian king”."""
    if fold(f"{first} {second}") in _OF_TWO_WORDS:
        return True
    one, other = fold(first), fold(second)
    if script_of(one) != script_of(other):
        return False
    # «генерал Донской» has a surname.
    is_behind = is_of_nation(other) and not (script_of(other) == "Cyrl" and second[:1].isupper())
    return (is_behind and _is_title(first)) or (is_of_nation(one) and _is_title(second))


def _is_title(word: str) -> bool:
    folded = fold(word)
    if is_honorific(word) or folded in _TITLES:
        return True
    if word.islower() or word.isupper() or script_of(folded) == "Arab":
        is_a_title = is_calling(folded) or (script_of(folded) == "Arab" and _is_office(folded))
        if is_a_title or not word.isupper():
            return is_a_title
    return script_of(folded) != "Cyrl" and _is_office(folded)


def _is_office(folded: str) -> bool:
    readings = word_readings(folded)
    return is_office_word(readings) or any(key in _TITLES for _before, key in readings)


@lru_cache(maxsize=1 << 12)
def is_calling(folded: str) -> bool:
    """Whether a folded word says what a person does, and no more: «terroriste», «otage» and «avocat» tell more."""
    if _is_among(folded, _TELLING):
        return False
    is_own = _is_among(folded, _OCCUPATIONS) and folded not in ORDINARY
    if script_of(folded) == "Arab" and not _ARTICLE.match(folded):
        is_own = False  # «عالم» is a world
    return is_own or (is_occupation(folded) and not _BELIEF.fullmatch(folded))


def _is_among(folded: str, words: frozenset[str]) -> bool:
    if script_of(folded) == "Cyrl":
        key = token_key(folded)
        return any(token_key(word) == key and is_form_of(folded, word) for word in words)
    return folded in words or _ARTICLE.sub("", folded) in words
