"""Other forms of a Russian word that the stemmer parts from it: vowels that come and go, endings taken for others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.names import fold
from articles.search.word_groups import RUSSIAN_GROUPS
from articles.terms import known_terms

#: A shorter word, or what is left of one, is as it stands.
_SHORTEST = 3

_WITH_VOWEL = re.compile(r"(.*[бвгджзйклмнпрстфхцчшщ])(?:[оеё](к)|е(ц)|е(н)ь)")
_WITHOUT_VOWEL = re.compile(
    r"(.*[бвгджзйклмнпрстфхцчшщ])ь?(?:(к)(?:а|у|ой|ом|е|и|ов|ам|ами|ах)|(ц)(?:а|у|ом|ем|е|ы|ов|ев|ам|ами|ах)"
    r"|(н)(?:я|ю|ем|е|и|ей|ям|ями|ях))"
)
# The stemmer takes вокзал, вокзала for what a verb ends in; but such are verbs: стал, писал.
_SURNAME = re.compile(r"(.{2,}[ое]в)(?:а|у|ым|е|ы|ых|ыми|ои)?")
_IN_AL = re.compile(
    r"((?:авто|кино|теле|видео|радио|полу|четверть|супер|медиа|био|строй|лесо|спец|нац)?"
    r"(?:вокз|генер|адмир|журн|кан|капит|сканд|порт|матери|персон|кварт|фили|потенци|фин|сери|термин|арсен|трибун"
    r"|либер|марш|радик|пров|обв|подв|карнав|фестив|сигн|универс|оригин|кардин|мемори"
    r"|васс|интегр|инициа|кримин|хор|интерв|риту|минер|иде|перев|разв|обв|бок|вок|ванд|кинж|крахм|пьедест|шак"
    r"|капр|прив|зав|манг|интеллекту|нелег|феод|аре|театр|аммон|канниб|аксак|маргин)ал)"
    r"(а|у|ом|е|ы|ов|ам|ами|ах)?"
)
_WITH_SHORT_I = re.compile(r"(.*[аоеуи])йц(?:а|у|ем|ом|е|ы|ев|ов|ам|ами|ах)")
# Who comes from somewhere: «россиянин», «россияне», «россиян».
_CITIZEN = re.compile(r"([а-я]{3,}[ая]н)(?:(?P<one>ин(?:а|у|ом|е)?)|е|ам|ами|ах|)")
# A noun that ends as verbs do, in any case: «режим», «крокодил», «спортсмен», «экран», «музей».
_CASES = r"(?P<ending>а|у|ом|е|ы|ов|ам|ами|ах|ой|й|я|и|ю|ев|ем|ям|ями|ях|)"
_CUT = re.compile(
    rf"(?:(?P<hard>[а-я]{{2,}}(?:ит|им|ил|[мг]ен|[ая]н))|(?P<soft>[а-я]{{2,}}е)(?=й|я|и|ю|ев|е|ям|ях)){_CASES}"
)
# Or as nouns do in some case: «перелом», «проблем», «реклам», «запах», «архив», «призыв», «опыт», «ткачих».
_CUT_AS_CASE = re.compile(
    r"(?P<hard>[а-я]*опыт|(?:осн|гол|кор|подк|выз|куз|ул|зас|альк|нор|жерн|рыбол|китол|покр|тыкв)ов"
    r"|(?:выс|зас|пос|пересе|нап|прип|нагр|обогр|перегр|согр|разогр|тетер|корол)ев"
    r"|[а-я]{2,}?(?:[оеа]м|ах|их|[иы]в))"
    rf"(?P<soft>\b\B)?{_CASES}"
)
# «кобыла» is cut as «забыла» is, «кобылы» is not.
_IN_YLA = re.compile(r"(([а-я]{2,})ыл)(а|ы|е|у|ой|ам|ами|ах|)")
# «разбой» is cut as an adjective is, «разбоя» is not.
_IN_OI = re.compile(
    r"((?:раз|от|при|пере|про|подпере|на|у|ков|звер|мордо|водо)бо|(?:за|на|у|от|про|пере|траво|долго)сто|поко|геро|антигеро"
    r"|(?:за|водо|на)по|(?:долго|на|пере|у|мета)стро|перегно|изго|геморро|(?:на|у)до|зако|левко|мезозо|палеозо|подсло|просло)"
    r"(?:й|я|ю|ем|е|и|ев|ям|ями|ях)"
)
#: Shorter stems that are also those of other words: грань, Макс, транш; and so those of «знаком», «поэтому», «массив»,
#: «объектив», «черепаха»; short ones that are of no other; endings of «владею»; «назван», no «название».
_OF_OTHERS = frozenset(
    "гран граф динам макс прав проф транш знак поэт масс приз теор крас норм прот объект курс пасс прогресс корол крап"
    " череп формат фант ворон трус урод черт штат полис кредит грамм лейк подл абсолют".split()
)
_OF_NO_OTHERS = frozenset("арх оп осн отз соз коб".split())
_ALSO_OF_VERBS, _OF_VERBS = ("ю", "ем"), re.compile("(?:ов|зв|аз|ис|зн|зд|бр|сл|гн)ан$")
_PARTICIPLE = re.compile(r"([а-я]{3,})ен(|а|о|ы|ный|ная|ное|ные|ного|ной|ную|ному|ным|ных|ными)")
_IN_IT = re.compile(r"([а-я]{4,}(?<!ход))(?:ить|ил|ила|ило|или|ит|ят)")
_CHANGED = (
    ("ч", "т"),
    ("щ", "т"),
    ("щ", "ст"),
    ("жд", "д"),
    ("ж", "д"),
    ("ж", "з"),
    ("ш", "с"),
    ("бл", "б"),
    ("пл", "п"),
    ("вл", "в"),
    ("мл", "м"),
    ("фл", "ф"),
)
# «рухнуть», «рухнула»: the stemmer takes them for two verbs.
_IN_NUT = re.compile(r"([а-я]{2,}н)(?:уть|ул|ула|уло|ули)(?:ся|сь)?")
#: Endings of such as the stemmer parts from each other, by their last letter.
_ENDINGS = {"к": ("а",), "ц": ("а",), "н": ("я", "и", "ей", "ем", "ю")}


def _cut_as_verbs(word: str) -> Iterator[str]:
    """What the stemmer cuts in some cases for a verb: кредит (кред), but кредита; ресторан, Иран, but в Иране; музей.

    The longer stem is that of no other word; the shorter one is where it is long or ends in a vowel, as others do not.
    """
    if (found := _CUT.fullmatch(word) or _CUT_AS_CASE.fullmatch(word)) and not _OF_VERBS.search(
        found["hard"] or ""
    ):
        noun, soft, ending = found["hard"] or found["soft"], found["soft"], found["ending"]
        yield f"{noun}{'ям' if soft else 'ам'}"
        stem = noun[: -1 if noun.endswith(("ан", "ян")) or soft else -2]
        is_telling = noun.endswith(("ан", "ян")) or (
            stem in _OF_NO_OTHERS or (len(stem) > _SHORTEST and stem not in _OF_OTHERS)
        )
        if ending and is_telling and (not soft or ending not in _ALSO_OF_VERBS):
            yield f"{noun}{'й' if soft else ''}"


def _participles(word: str) -> Iterator[str]:
    """«похищены» beside «похитить», «осуждён» beside «осудили»: before the ending the consonant is another one."""
    if found := _PARTICIPLE.fullmatch(word):
        stem = found[1]
        for changed, plain in _CHANGED:
            rest = stem.removesuffix(changed)
            if rest != stem and len(rest) >= _SHORTEST + (changed == "щ"):  # «священный» is not of «святой»
                yield f"{rest}{plain}ить"
    elif found := _IN_IT.fullmatch(word):
        stem = found[1]
        for changed, plain in _CHANGED:
            rest = stem.removesuffix(plain)
            # «прохожие», «плащ» and «проблем» are of no verb
            if rest != stem and len(rest) >= _SHORTEST + (changed[-1] in "щл"):
                yield f"{rest}{changed}ены"
                if changed[-1] != "л":  # «направление» is more than what was «направлено»
                    yield f"{rest}{changed}енных"


def russian_forms(word: str) -> Iterator[str]:
    """Nouns that lose a vowel where they are inflected (рынок, рынка), those in -пись, surnames in -ов."""
    lower = word.lower().replace("ё", "е")
    yield from RUSSIAN_GROUPS.get(fold(word), ())
    # The stem takes the ending of the nominative for one of a plural: Щеглов, щегл; Щеглова, щеглов.
    is_name = not word.islower() and fold(word) not in known_terms()  # «Женева», no «Женев» and so no «жена»
    if is_name and (surname := _SURNAME.fullmatch(lower)):
        yield from (form for form in (surname[1], f"{surname[1]}а") if form != lower)
    if lower.endswith(("оец", "еец", "аец", "иец")):
        yield f"{lower[:-2]}йца"
    elif found := _WITH_SHORT_I.fullmatch(lower):
        yield f"{found[1]}ец"
    elif found := _WITH_VOWEL.fullmatch(lower):
        stem, *last = found.groups()
        yield from (f"{stem}{letter}{ending}" for letter in last if letter for ending in _ENDINGS[letter])
        if stem.endswith("л") and lower.endswith("ец"):
            yield f"{stem}ьца"
    elif found := _WITHOUT_VOWEL.fullmatch(lower):
        stem, k, c, n = found.groups()
        yield from (f"{stem}{vowel}{k}" for vowel in "ое" if k)
        if c or n:
            yield f"{stem}е{c or 'нь'}"
        yield from (f"{stem}н{ending}" for ending in _ENDINGS["н"] if n)
    elif found := _IN_AL.fullmatch(lower):
        yield from (found[1], f"{found[1]}у")
    if citizen := _CITIZEN.fullmatch(lower):
        yield f"{citizen[1]}{'е' if citizen['one'] else 'ин'}"
    if lower.endswith("ров"):
        yield f"{lower}а"  # «остров», cut as if it were many
    if found := _IN_YLA.fullmatch(lower):
        noun, stem, ending = found.groups()
        yield f"{noun}ам"
        if ending and stem in _OF_NO_OTHERS:
            yield noun
    if found := _IN_OI.fullmatch(lower):
        yield from (f"{found[1]}й", f"{found[1]}я")
    yield from _cut_as_verbs(lower)
    yield from _participles(lower)
    if found := _IN_NUT.fullmatch(lower):
        yield from (f"{found[1]}уть", f"{found[1]}ул")
    if lower.endswith("пись"):
        yield f"{lower.removesuffix('ь')}и"
    elif lower.endswith(("писи", "писью", "писей", "писям", "писях")):
        yield f"{lower[: lower.rindex('с')]}сь"
