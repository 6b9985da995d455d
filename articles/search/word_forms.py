"""Other forms of a word that the stemmers keep apart, asked for beside it: what readers take for one word.

The index has the stem of each word as the stemmer of its language cuts it (docs/decisions/0011). Where that parts the
forms of one word, or the accent that was folded before hid an ending from it, a query asks for both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from articles.names import fold

#: A shorter word is as it stands.
SHORTEST = 3
#: Of so many words other forms are asked for: each is another alternative in every text.
MOST_WORDS = 12

_LATIN = re.compile(r"[a-zà-öø-ÿœ]+", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]+", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0621-\u064a\u067e\u0686\u06a4\u06a9\u06af\u06cc]+")

# A number that is no year may be written in groups of three figures.
_NUMBER = re.compile(r"(?!1[89]\d\d$|20\d\d$)[1-9]\d{3,8}")

#: French: how a folded word ends, and how it may end otherwise.
_FRENCH = (
    ("ieres", ("ier",)),
    ("iere", ("ier",)),
    ("iers", ("iere",)),
    ("ier", ("iere",)),
    ("er", ("ee",)),
    ("ees", ("e",)),
    ("ee", ("e",)),
    ("iques", ("ic",)),
    ("ique", ("ic",)),
    ("ics", ("ique",)),
    ("ic", ("ique",)),
    ("aises", ("ais",)),
    ("aise", ("ais",)),
    ("ais", ("aise",)),
    ("aux", ("al", "ail", "au")),
    ("ail", ("aux",)),
)
#: Nouns that are no participles: without their last letter they are other words, «arme», «Anne», «entre».
_FRENCH_NOUNS = frozenset(
    "armee annee journee musee idee entree duree pensee soiree matinee tournee rentree melee vallee fusee maree lycee"
    " trophee allee dictee veillee poupee epee coree guinee mosquee chaussee cheminee epopee contree denree portee"
    " volee montee levee assemblee visee traversee percee puree gelee bouee trouee lignee poignee renommee destinee"
    " randonnee donnee apogee athee mausolee orchidee bolee curee ondee risee ruee nuee couvee galilee judee"
    " mediterranee pyrenee".split()
)
#: What ends in -s and is no plural.
_NO_PLURAL_ENDINGS = ("ss", "ais", "ois", "ous")
_NO_PLURALS = frozenset(
    "paris tunis avis permis tennis souris puis depuis tapis anis colis devis logis pays".split()
)
_ENGLISH = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ising", "izing"),
)
_ENGLISH_PLURALS = (
    "child children",
    "woman women",
    "thief thieves",
    "crisis crises",
    "basis bases",
    "analysis analyses",
    "wife wives",
    "knife knives",
    "wolf wolves",
    "half halves",
    "foot feet",
    "person people",
)
_ENGLISH_PAIRS: dict[str, str] = dict(pair.split()[::step] for pair in _ENGLISH_PLURALS for step in (1, -1))
_WITH_VOWEL = re.compile(r"(.*[бвгджзйклмнпрстфхцчшщ])(?:[оеё](к)|е(ц)|е(н)ь)")
_WITHOUT_VOWEL = re.compile(
    r"(.*[бвгджзйклмнпрстфхцчшщ])ь?(?:(к)(?:а|у|ом|е|и|ов|ам|ами|ах)|(ц)(?:а|у|ом|ем|е|ы|ов|ев|ам|ами|ах)"
    r"|(н)(?:я|ю|ем|е|и|ей|ям|ями|ях))"
)
#: Endings of such as the stemmer parts from each other, by their last letter.
_ENDINGS = {"к": ("а",), "ц": ("а",), "н": ("я", "и", "ей", "ем", "ю")}
#: Arabic: nouns of press texts and their broken plurals.
_ARABIC_PLURALS = (
    "سفينة سفن|طفل أطفال|قرية قرى|مدينة مدن|دولة دول|مصنع مصانع|قاضي قضاة|قاض قضاة|دليل أدلة|متحف متاحف"
    "|مخزن مخازن|فندق فنادق|كتاب كتب|صاروخ صواريخ|طريق طرق|ملعب ملاعب|جمهور جماهير|سماد أسمدة|وزير وزراء"
    "|رئيس رؤساء|قانون قوانين|سفير سفراء|أمير أمراء|ملك ملوك|زعيم زعماء|خبير خبراء|عالم علماء|شاعر شعراء"
    "|كاتب كتاب|صحيفة صحف|خبر أخبار|حزب أحزاب|حرب حروب|جيش جيوش|جندي جنود|سلاح أسلحة|قنبلة قنابل"
    "|طائرة طائرات|ميناء موانئ|بحر بحار|نهر أنهار|جبل جبال|أرض أراضي|بلد بلدان|شعب شعوب|حق حقوق"
    "|قرار قرارات|مجلس مجالس|مركز مراكز|مكتب مكاتب|مشروع مشاريع|برنامج برامج|تقرير تقارير|ملف ملفات"
    "|قضية قضايا|سجين سجناء|ضحية ضحايا|شهيد شهداء|قتيل قتلى|جريح جرحى|مريض مرضى|طبيب أطباء|طالب طلاب"
    "|عامل عمال|فلاح فلاحون|تاجر تجار|سوق أسواق|سعر أسعار|بنك بنوك|شركة شركات|مال أموال|رقم أرقام|شهر أشهر"
    "|يوم أيام|سنة سنوات|عام أعوام|باب أبواب|بيت بيوت|مسجد مساجد|مدرسة مدارس|جامعة جامعات|معهد معاهد"
    "|فريق فرق|لاعب لاعبون|هدف أهداف|نتيجة نتائج|سبب أسباب|أزمة أزمات|حدث أحداث|زلزال زلازل|حريق حرائق"
    "|فيضان فيضانات|إقليم أقاليم|منطقة مناطق|حد حدود|خط خطوط|أنبوب أنابيب|حقل حقول|بئر آبار|مورد موارد"
    "|معدن معادن|سمكة أسماك|شجرة أشجار|حيوان حيوانات|صورة صور|فيلم أفلام|مهاجر مهاجرون|لاجئ لاجئون"
    "|عضو أعضاء|نائب نواب|شيخ شيوخ|وثيقة وثائق|عقد عقود|رسالة رسائل|وفد وفود|حليف حلفاء|عدو أعداء"
    "|صديق أصدقاء|أثر آثار|مبلغ مبالغ|قرض قروض|دين ديون|ضريبة ضرائب|قطاع قطاعات|فرع فروع|جهاز أجهزة"
    "|نظام أنظمة"
)
_ARABIC_PAIRS: dict[str, tuple[str, ...]] = {}
for _one, _many in (pair.split() for pair in _ARABIC_PLURALS.split("|")):
    _ARABIC_PAIRS[fold(_one)] = (*_ARABIC_PAIRS.get(fold(_one), ()), _many)
    _ARABIC_PAIRS[fold(_many)] = (*_ARABIC_PAIRS.get(fold(_many), ()), _one)
#: What is written in one with an Arabic word behind it, where that has no article; with a short one but the first.
_BEFORE_ARABIC = "لكبوف"


def other_forms(word: str, language: str) -> tuple[str, ...]:
    """Other forms in which a word may stand in texts of this language, folded; none of what is in other letters."""
    if language not in _FORMS:
        return ()
    if _NUMBER.fullmatch(word):
        return (f"{int(word):,}".replace(",", " "),)
    letters, forms = _FORMS[language]
    if len(word) < SHORTEST or not letters.fullmatch(word):
        return ()
    return tuple(dict.fromkeys(form for form in forms(word) if form != fold(word)))


def _french(word: str) -> Iterator[str]:
    folded = fold(word)
    if folded not in _FRENCH_NOUNS and folded.removesuffix("s") not in _FRENCH_NOUNS:
        for ending, others in _FRENCH:
            if folded.endswith(ending) and len(folded) > len(ending) + 1:
                yield from (folded.removesuffix(ending) + other for other in others)
                break
    if word.lower().endswith(("é", "és")):
        yield f"{folded.removesuffix('s')}e"
    if folded.endswith("s") and not folded.endswith(_NO_PLURAL_ENDINGS) and folded not in _NO_PLURALS:
        yield folded.removesuffix("s")
    elif not folded.endswith(("s", "x", "z")) and f"{folded}s" not in _NO_PLURALS:
        yield f"{folded}s"


def _english(word: str) -> Iterator[str]:
    folded = fold(word)
    if folded in _ENGLISH_PAIRS:
        yield _ENGLISH_PAIRS[folded]
    for pair in _ENGLISH:
        for one, other in (pair, pair[::-1]):
            if folded.endswith(one) and len(folded) - len(one) >= SHORTEST:
                yield folded.removesuffix(one) + other


def _russian(word: str) -> Iterator[str]:
    """Nouns that lose a vowel where they are inflected (рынок, рынка), and those in -пись."""
    lower = word.lower().replace("ё", "е")
    if lower.endswith(("оец", "еец", "аец")):
        yield f"{lower[:-2]}йца"
    elif lower.endswith(("ойца", "ойцы", "ойцов", "ейца", "ейцы", "ейцев")):
        yield f"{lower[: lower.rindex('й')]}ец"
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
    if lower.endswith("пись"):
        yield f"{lower.removesuffix('ь')}и"
    elif lower.endswith(("писи", "писью", "писей", "писям", "писях")):
        yield f"{lower[: lower.rindex('с')]}сь"


def _arabic(word: str) -> Iterator[str]:
    bare = word.removeprefix("ال")
    if len(bare) >= SHORTEST:
        before = _BEFORE_ARABIC if len(bare) > SHORTEST else _BEFORE_ARABIC[0]
        yield from (letter + bare for letter in before)
    yield from _ARABIC_PAIRS.get(fold(bare), ())


_FORMS: dict[str, tuple[re.Pattern[str], Callable[[str], Iterator[str]]]] = {
    "fr": (_LATIN, _french),
    "en": (_LATIN, _english),
    "ru": (_CYRILLIC, _russian),
    "ar": (_ARABIC, _arabic),
}
