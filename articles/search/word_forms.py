"""Other forms of a word that the stemmers keep apart, asked for beside it: what readers take for one word.

The index has the stem of each word as the stemmer of its language cuts it (docs/decisions/0011). Where that parts the
forms of one word, or the accent that was folded before hid an ending from it, a query asks for both. Where the stem
of a form is that of other words («commissions» is cut to that of «comme»), it is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from articles.names import fold

#: A shorter word is as it stands.
SHORTEST = 3
#: Of so many words other forms are asked for: each is another alternative in every text.
MOST_WORDS = 12

_LATIN = re.compile(r"[a-zà-öø-ÿœ]+", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]+", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0621-\u064a\u067e\u0686\u06a4\u06a9\u06af\u06cc]+")

# What is written with a hyphen may be written without.
_COMPOUND, _HYPHEN = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+"), re.compile("[-‐‑]")
# A number that is no year may be written in groups of three figures.
_NUMBER = re.compile(r"(?!1[89]\d\d$|20\d\d$)[1-9]\d{3,8}")

#: French: how a folded word ends, and how it may end otherwise.
_FRENCH = (
    ("ieres", ("ier",)),
    ("iere", ("ier",)),
    ("iers", ("iere",)),
    ("ier", ("iere",)),
    ("mer", ("mee", "ment")),
    ("ment", ("mer",)),
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
    ("aux", ("al", "au")),
)
#: Of fewer letters a participle is one only among these.
_LONG_PARTICIPLE = 7
_SHORT_PARTICIPLES = frozenset("elue tuee alliee exilee lesee noyee volee citee".split())
#: With a capital only what may begin a headline: «Crimée», «Vendée» and «Élysée» are names.
_PERSONS = frozenset(
    "blessee refugiee deputee accusee employee deleguee retraitee invitee associee alliee exilee immigree rescapee"
    " deplacee condamnee envoyee".split()
)
#: Nouns that are no participles: without their last letter they are other words, «arme», «Anne», «entre».
_FRENCH_NOUNS = frozenset(
    "armee annee journee musee idee entree duree pensee soiree matinee tournee rentree melee vallee fusee maree lycee"
    " trophee allee dictee veillee poupee epee coree guinee mosquee chaussee cheminee epopee contree denree portee"
    " montee levee assemblee visee traversee percee puree gelee bouee trouee lignee poignee renommee destinee"
    " randonnee donnee apogee athee mausolee orchidee bolee curee ondee risee ruee nuee couvee galilee judee"
    " mediterranee pyrenee plongee tranchee foulee gorgee flambee jetee rosee crimee vendee elysee pompee retombee"
    " echappee envolee coulee menee lancee avancee arrivee allee percee trainee giroflee maniere priere".split()
)
#: What ends in -ent and is no verb in the plural: an adjective, a noun.
_NO_VERBS = frozenset(
    "absent abstinent accent accident adherent adjacent adolescent affluent agent ambivalent antecedent"
    " apparent ardent argent arpent astringent auvent avent cent clement client coefficient coherent competent"
    " concurrent confident confluent conscient consequent constituent content continent contingent contrevent"
    " convalescent convergent couvent covalent credent decadent decent deficient delinquent dement dent"
    " dependent detergent different diligent dissident divergent dolent effervescent efficient eloquent emergent"
    " eminent equivalent escient evanescent event evident excedent excellent expedient ferment fervent florescent"
    " fluorescent frequent gradient grandiloquent imminent impatient impertinent impudent incandescent incident"
    " inclement incoherent incompetent inconscient indecent independent indigent indolent ingredient inherent"
    " innocent insolent insuffisent intelligent intermittent latent lent luminescent malcontent mecontent moment"
    " negligent nutrient occident omnipotent onguent opulent orient paravent parent patient penitent permanent"
    " pertinent polyvalent pourcent precedent preeminent present president prevalent proeminent prudent quotient"
    " recent recipient recurrent referent regiment relent reminiscent resident rodent rudiment sanguinolent sentiment"
    " sergent serpent somnolent souvent strident subsequent succulent talent tangent torrent transcendent"
    " transparent trident turbulent turgescent urgent vent violent virulent".split()
)
#: What ends so has a plural that the stemmer takes for another ending; other plurals it knows.
_PARTED_PLURALS = ("i", "o", "u", "er", "it")
#: What ends in -s and is no plural.
_NO_PLURALS = frozenset(
    "paris tunis avis permis tennis souris puis depuis tapis anis colis devis logis".split()
)
#: Of fewer letters than this, and than the word's own, a stem is also that of other words; but for these.
_TELLING_STEM = 5
_SHORT_PLURALS = frozenset("elu elus delit delits euro euros".split())
_ENGLISH = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ising", "izing"),
)
_ENGLISH_PLURALS = (
    "child children|woman women|thief thieves|crisis crises|analysis analyses|wife wives|knife knives|wolf wolves"
    "|half halves|foot feet|person people"
)
#: English: verbs of press texts whose past is another stem.
_ENGLISH_VERBS = (
    "leave left|buy bought|bring brought|build built|catch caught|deal dealt|fight fought|find found|flee fled"
    "|hold held|keep kept|lead led|lend lent|lose lost|meet met|pay paid|seek sought|sell sold|send sent|shoot shot"
    "|spend spent|strike struck|teach taught|tell told|think thought|win won|begin began begun|break broke broken"
    "|choose chose chosen|draw drew drawn|drive drove driven|fall fell fallen|freeze froze frozen|give gave given"
    "|grow grew grown|hide hid hidden|rise rose risen|sink sank sunk|speak spoke spoken"
    "|steal stole stolen|swear swore sworn|take took taken|throw threw thrown|withdraw withdrew withdrawn"
    "|write wrote written|arise arose arisen|forbid forbade forbidden"
)
#: Of these the infinitive is not asked: they are words of their own.
_OWN_WORDS = frozenset("left rose lead found fell lent led spoke stole sank felt won".split())
#: French: what has several stems beside each other in press texts.
_FRENCH_STEMS = (
    "vieux vieille vieilles|travail travaux|bail baux|corail coraux|vitrail vitraux"
    "|promettre promis promise promet|élire élu élue élus"
    "|permettre permis permet|admettre admis admet|soumettre soumis soumet|transmettre transmis transmet"
    "|conclure conclu conclut|craindre craint crainte|détruire détruit détruite|produire produit produite"
    "|réduire réduit réduite|construire construit construite|conduire conduit conduite|introduire introduit"
    "|interdire interdit interdite|atteindre atteint atteinte|restreindre restreint|rejoindre rejoint"
    "|vaincre vaincu|convaincre convaincu|vendre vendu vendue|perdre perdu perdue|défendre défendu"
    "|suspendre suspendu suspendue|répondre répondu|prendre pris prise|reprendre repris reprise"
    "|tenir tenu tenue tient|détenir détenu détenue détient|obtenir obtenu obtient|soutenir soutenu soutient"
    "|maintenir maintenu maintient|retenir retenu retient|intervenir intervenu intervient|acquérir acquis acquise"
)
#: Russian: what has one stem in the singular and another one in the plural, or a fleeting vowel in its middle.
_RUSSIAN_STEMS = (
    "судно суда судов судам судна|человек люди людей людям|ребёнок дети детей детям|сын сыновья сыновей"
    "|друг друзья друзей|брат братья братьев|сосед соседи соседей|хозяин хозяева|христианин христиане"
    "|гражданин граждане граждан|крестьянин крестьяне крестьян|англичанин англичане англичан"
    "|подписать подпишет подпишут|сказать скажет скажут|написать напишет напишут|показать покажет покажут"
    "|указать укажет укажут|доказать докажет докажут|оказать окажет окажут|отказать откажет откажут"
    "|отказаться откажется откажутся|оказаться окажется окажутся|принять примет примут|поднять поднимет поднимут"
    "|начать начнёт начнут|взять возьмёт возьмут|найти найдёт найдут нашёл нашла нашли|выйти выйдет выйдут вышел вышли"
    "|прийти придёт придут пришёл пришла пришли|уйти уйдёт уйдут ушёл ушла ушли|дать даст дадут|занять займёт займут"
)


def _groups(lists: str) -> dict[str, tuple[str, ...]]:
    """Folded word → the other words of its group."""
    groups: dict[str, tuple[str, ...]] = {}
    for group in lists.split("|"):
        words = group.split()
        for word in words:
            others = (other for other in words if other != word)
            groups[fold(word)] = (*groups.get(fold(word), ()), *others)
    return groups


_ENGLISH_GROUPS = _groups(f"{_ENGLISH_PLURALS}|{_ENGLISH_VERBS}")
_FRENCH_GROUPS, _RUSSIAN_GROUPS = _groups(_FRENCH_STEMS), _groups(_RUSSIAN_STEMS)
_WITH_VOWEL = re.compile(r"(.*[бвгджзйклмнпрстфхцчшщ])(?:[оеё](к)|е(ц)|е(н)ь)")
_WITHOUT_VOWEL = re.compile(
    r"(.*[бвгджзйклмнпрстфхцчшщ])ь?(?:(к)(?:а|у|ом|е|и|ов|ам|ами|ах)|(ц)(?:а|у|ом|ем|е|ы|ов|ев|ам|ами|ах)"
    r"|(н)(?:я|ю|ем|е|и|ей|ям|ями|ях))"
)
# The stemmer takes вокзал, вокзала for what a verb ends in; but such are verbs: стал, писал.
_SURNAME = re.compile(r"(.{2,}[ое]в)(?:а|у|ым|е|ы|ых|ыми|ои)?")
_IN_AL = re.compile(
    r"((?:вокз|генер|адмир|журн|кан|капит|сканд|порт|матери|персон|кварт|фили|потенци|фин|сери|термин|арсен|трибун"
    r"|либер|марш|радик|пров|обв|подв|карнав|фестив|сигн|универс|оригин|кардин|мемори"
    r"|васс|интегр|инициа|кримин|хор|интерв)ал)"
    r"(а|у|ом|е|ы|ов|ам|ами|ах)?"
)
_WITH_SHORT_I = re.compile(r"(.*[аоеу])йц(?:а|у|ем|ом|е|ы|ев|ов|ам|ами|ах)")
#: Endings of such as the stemmer parts from each other, by their last letter.
_ENDINGS = {"к": ("а",), "ц": ("а",), "н": ("я", "и", "ей", "ем", "ю")}
#: Arabic: nouns of press texts and their broken plurals.
_ARABIC_PLURALS = (
    "سفينة سفن|طفل أطفال|قرية قرى|مدينة مدن|دولة دول|مصنع مصانع|قاضي قضاة|قاض قضاة|دليل أدلة|متحف متاحف"
    "|مخزن مخازن|فندق فنادق|كتاب كتب|صاروخ صواريخ|طريق طرق|ملعب ملاعب|جمهور جماهير|سماد أسمدة|وزير وزراء"
    "|رئيس رؤساء|قانون قوانين|سفير سفراء|أمير أمراء|ملك ملوك|زعيم زعماء|خبير خبراء|شاعر شعراء"
    "|صحيفة صحف|خبر أخبار|حزب أحزاب|حرب حروب|جيش جيوش|جندي جنود|سلاح أسلحة|قنبلة قنابل"
    "|طائرة طائرات|ميناء موانئ|نهر أنهار|جبل جبال|أرض أراضي|بلد بلدان|شعب شعوب|حق حقوق"
    "|قرار قرارات|مجلس مجالس|مركز مراكز|مكتب مكاتب|مشروع مشاريع|برنامج برامج|تقرير تقارير|ملف ملفات"
    "|قضية قضايا|سجين سجناء|ضحية ضحايا|شهيد شهداء|قتيل قتلى|جريح جرحى|مريض مرضى|طبيب أطباء|طالب طلاب"
    "|عامل عمال|فلاح فلاحون|تاجر تجار|سوق أسواق|سعر أسعار|بنك بنوك|شركة شركات|مال أموال|رقم أرقام|شهر أشهر"
    "|يوم أيام|سنة سنوات|باب أبواب|بيت بيوت|مسجد مساجد|مدرسة مدارس|جامعة جامعات|معهد معاهد"
    "|فريق فرق|لاعب لاعبون|هدف أهداف|نتيجة نتائج|سبب أسباب|أزمة أزمات|حدث أحداث|زلزال زلازل|حريق حرائق"
    "|فيضان فيضانات|إقليم أقاليم|منطقة مناطق|حد حدود|خط خطوط|أنبوب أنابيب|حقل حقول|بئر آبار|مورد موارد"
    "|معدن معادن|سمكة أسماك|شجرة أشجار|حيوان حيوانات|صورة صور|فيلم أفلام|مهاجر مهاجرون|لاجئ لاجئون"
    "|عضو أعضاء|نائب نواب|شيخ شيوخ|وثيقة وثائق|عقد عقود|رسالة رسائل|وفد وفود|حليف حلفاء|عدو أعداء"
    "|صديق أصدقاء|أثر آثار|مبلغ مبالغ|قرض قروض|ضريبة ضرائب|قطاع قطاعات|فرع فروع|جهاز أجهزة"
    "|نظام أنظمة|كتيبة كتائب|أسطول أساطيل|زورق زوارق|هزة هزات|لقاح لقاحات|ناقلة ناقلات|سفارة سفارات|غارة غارات"
    "|قمة قمم|خيمة خيام|جسر جسور|قصر قصور|شارع شوارع|قطار قطارات|محكمة محاكم|مستشفى مستشفيات|حاكم حكام|ناخب ناخبون"
    "|ثلج ثلوج|رشوة رشاوى رشاوي|وعد وعود|رهينة رهائن|خسارة خسائر|مجزرة مجازر|خندق خنادق"
    "|عاصمة عواصم|دبلوماسي دبلوماسيون|حكومة حكومات|برلمان برلمانات|سائق سائقون|راكب ركاب|جثة جثث|ناج ناجون"
)
_ARABIC_GROUPS = _groups(_ARABIC_PLURALS)
#: What is written in one with an Arabic word behind it, where that has no article; with a short one but the first.
_BEFORE_ARABIC = "لكبوف"
#: A stem of fewer letters is as likely another word's («بحر» no form of «حرية»); and so are these behind the first.
_TELLING_ARABIC = 4
_NOT_BEHIND_L = frozenset("جان سان حوم قاح قاء بنان واء اعب يال باس يونيو".split())


def other_forms(word: str, language: str) -> tuple[str, ...]:
    """Other forms in which a word may stand in texts of this language, folded; none of what is in other letters."""
    if language not in _FORMS:
        return ()
    if _COMPOUND.fullmatch(word):
        return (_HYPHEN.sub(" ", word),)
    if _NUMBER.fullmatch(word):
        return (f"{int(word):,}".replace(",", " "),)
    letters, forms = _FORMS[language]
    if not letters.fullmatch(word) or (len(word) < SHORTEST and language != "ar"):
        return ()
    return tuple(dict.fromkeys(form for form in forms(word) if form != fold(word)))


def is_asked_for(word: str, stem: str, form: str, stem_of_form: str, language: str) -> bool:
    """Whether a form whose stem is this is asked for beside a word, or its stem says too little."""
    if language == "fr":
        least = _TELLING_STEM - form.endswith("ment")
        is_telling = len(stem_of_form) >= min(least, len(stem))
        is_shortened = stem in (f"{stem_of_form}e", f"{stem_of_form}er")
        is_listed = fold(word) in _SHORT_PLURALS or fold(word) in _FRENCH_GROUPS
        return is_telling or is_shortened or is_listed
    if language == "ar" and form[1:] == _bare(word):
        # The word's own first letter may be taken for such a one: لقاح.
        is_same = stem_of_form in (fold(form[0]) + stem, fold(form[1:]))
        return is_same and len(stem_of_form) >= _TELLING_ARABIC
    return True


def _french(word: str) -> Iterator[str]:
    folded = fold(word)
    yield from map(fold, _FRENCH_GROUPS.get(folded, ()))
    if not _is_noun(folded) and folded not in _NO_VERBS:
        for ending, others in _FRENCH:
            if folded.endswith(ending) and len(folded) > len(ending) + 1:
                if not ending.startswith("ee") or _is_participle(folded, word):
                    yield from _but_nouns(folded.removesuffix(ending) + other for other in others)
                break
    if word.islower():
        yield from _present(folded)
    if word.lower().endswith(("é", "és")):
        yield from _but_nouns([f"{folded.removesuffix('s')}e"])
    singular = folded.removesuffix("s")
    is_long = len(singular) > SHORTEST or singular in _SHORT_PLURALS
    if word[0].isupper() and singular.endswith("o"):
        return  # Carlos
    if singular.endswith(_PARTED_PLURALS) and is_long and f"{singular}s" not in _NO_PLURALS:
        yield f"{singular}s" if folded == singular else singular


def _present(folded: str) -> Iterator[str]:
    """What many do beside what one does, which the stemmer parts: «dénoncent», «dénonce», «dénoncer»."""
    for ending in ("ent", "er", "e"):
        stem = folded.removesuffix(ending)
        if folded.endswith(ending) and len(stem) >= SHORTEST:
            is_verb = f"{stem}ent" not in _NO_VERBS and not stem.endswith("enn")  # vienne
            yield from (
                f"{stem}{other}" for other in (("e", "er") if ending == "ent" else ("ent",)) if is_verb
            )
            return


def _is_noun(folded: str) -> bool:
    return folded.removesuffix("s") in _FRENCH_NOUNS


def _but_nouns(forms: Iterable[str]) -> Iterator[str]:
    """The forms that are no nouns: armer is not asked as armée."""
    return (form for form in forms if not _is_noun(form))


def _is_participle(folded: str, word: str) -> bool:
    """Whether a word in -ée, -ées may be one of a verb."""
    singular = folded.removesuffix("s")
    if not word.islower():
        return singular in _PERSONS
    return len(singular) >= _LONG_PARTICIPLE or singular in _SHORT_PARTICIPLES


def _english(word: str) -> Iterator[str]:
    folded = fold(word)
    if word.islower() and folded not in _OWN_WORDS:
        yield from _ENGLISH_GROUPS.get(folded, ())
    for pair in _ENGLISH:
        for one, other in (pair, pair[::-1]):
            if folded.endswith(one) and len(folded) - len(one) >= SHORTEST:
                yield folded.removesuffix(one) + other


def _russian(word: str) -> Iterator[str]:
    """Nouns that lose a vowel where they are inflected (рынок, рынка), those in -пись, surnames in -ов."""
    lower = word.lower().replace("ё", "е")
    yield from _RUSSIAN_GROUPS.get(fold(word), ())
    # The stem takes the ending of the nominative for one of a plural: Щеглов, щегл; Щеглова, щеглов.
    if not word.islower() and (surname := _SURNAME.fullmatch(lower)):
        yield from (form for form in (surname[1], f"{surname[1]}а") if form != lower)
    if lower.endswith(("оец", "еец", "аец")):
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
    if lower.endswith("пись"):
        yield f"{lower.removesuffix('ь')}и"
    elif lower.endswith(("писи", "писью", "писей", "писям", "писях")):
        yield f"{lower[: lower.rindex('с')]}сь"


def _arabic(word: str) -> Iterator[str]:
    bare = _bare(word)
    if len(bare) >= SHORTEST and bare not in _NOT_BEHIND_L:
        before = _BEFORE_ARABIC if len(bare) > SHORTEST else _BEFORE_ARABIC[0]
        yield from (letter + bare for letter in before)
    yield from _ARABIC_GROUPS.get(fold(bare), ())
    if bare.endswith("ة") and len(bare) > SHORTEST:
        yield f"{bare[:-1]}تين"  # two of them


def _bare(word: str) -> str:
    return word.removeprefix("ال")


_FORMS: dict[str, tuple[re.Pattern[str], Callable[[str], Iterator[str]]]] = {
    "fr": (_LATIN, _french),
    "en": (_LATIN, _english),
    "ru": (_CYRILLIC, _russian),
    "ar": (_ARABIC, _arabic),
}
