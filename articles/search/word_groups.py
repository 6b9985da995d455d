"""Words of press texts that the stemmers part, each with its other forms: plurals, verbs, broken plurals."""

from __future__ import annotations

from articles.names import fold
from articles.search.arabic_plurals import MORE_PLURALS
from articles.search.arabic_plurals import OWN_WORDS as ARABIC_OWN_WORDS
from articles.search.french_verbs import french_verbs
from articles.search.russian_nouns import MORE_NOUNS, NOUNS_BY_ENDINGS
from articles.search.russian_verbs import NOUNS as IN_UYA
from articles.search.russian_verbs import russian_verbs

_ENGLISH_PLURALS = (
    "child children|man men|woman women|thief thieves|crisis crises|analysis analyses|wife wives|knife knives"
    "|wolf wolves|half halves|foot feet|person people|tooth teeth|mouse mice|goose geese|ox oxen|loaf loaves"
    "|calf calves|shelf shelves|scarf scarves|criterion criteria|phenomenon phenomena|hypothesis hypotheses"
    "|diagnosis diagnoses|thesis theses"
    "|oasis oases|nucleus nuclei|fungus fungi|bacterium bacteria|stimulus stimuli|alumnus alumni|midwife midwives"
    "|housewife housewives|penknife penknives|werewolf werewolves|bookshelf bookshelves|hoof hooves|dwarf dwarves"
    "|wharf wharves|sheaf sheaves|elf elves|louse lice|dormouse dormice|grandchild grandchildren|stepchild stepchildren"
    "|schoolchild schoolchildren|godchild godchildren|grandparent grandparents|passerby passersby"
    "|spokesperson spokespeople|businessperson businesspeople|salesperson salespeople|chairperson chairpeople"
    "|cactus cacti|syllabus syllabi|locus loci|radius radii|bacillus bacilli|curriculum curricula"
    "|memorandum memoranda|referendum referenda|stadium stadia|aquarium aquaria|symposium symposia"
    "|consortium consortia|millennium millennia|stratum strata|spectrum spectra|ovum ova|genus genera|corpus corpora"
    "|matrix matrices|appendix appendices|vertex vertices|codex codices|synopsis synopses|parenthesis parentheses"
    "|neurosis neuroses|psychosis psychoses|metamorphosis metamorphoses|prognosis prognoses|synthesis syntheses"
    "|antithesis antitheses|paralysis paralyses|prosthesis prostheses|metastasis metastases|larva larvae|alga algae"
    "|formula formulae|vertebra vertebrae|antenna antennae|nebula nebulae|supernova supernovae|alumna alumnae"
    "|lens lenses|canvas canvases|bus buses|minibus minibuses|gas gases|iris irises|alias aliases|ibis ibises"
    "|trellis trellises|pancreas pancreases|thermos thermoses|rhinoceros rhinoceroses"
    "|bureau bureaux|plateau plateaux|chateau chateaux|tableau tableaux|gateau gateaux|beau beaux"
)
#: English: verbs of press texts whose past is another stem.
_ENGLISH_VERBS = (
    "leave left|buy bought|bring brought|build built|catch caught|deal dealt|fight fought|find found|flee fled"
    "|hold held|keep kept|lead led|lend lent|lose lost|meet met|pay paid|seek sought|sell sold|send sent|shoot shot"
    "|spend spent|strike struck|teach taught|tell told|think thought|win won|begin began begun|break broke broken"
    "|choose chose chosen|draw drew drawn|drive drove driven|fall fell fallen|freeze froze frozen|give gave given"
    "|grow grew grown|hide hid hidden|rise rose risen|sink sank sunk|speak spoke spoken"
    "|steal stole stolen|swear swore sworn|take took taken|throw threw thrown|withdraw withdrew withdrawn"
    "|write wrote written|arise arose arisen|forbid forbade forbidden|go goes went gone|come came|become became|run ran"
    "|know knew known|see saw seen|hear heard|make made|feel felt|stand stood|understand understood|shake shook shaken"
    "|tear tore torn|wear wore worn|fly flew flown|show shown|eat ate eaten|drink drank drunk|sing sang sung"
    "|swim swam swum|lay laid|ride rode ridden|sit sat|sleep slept|sweep swept|weep wept|breed bred|feed fed|bleed bled"
    "|spring sprang sprung|shrink shrank shrunk|stick stuck|sting stung|hang hung|dig dug|swing swung|bite bit bitten"
    "|get got gotten|forget forgot forgotten|mean meant|overcome overcame|overthrow overthrew overthrown"
    "|undergo undergoes underwent undergone|undertake undertook undertaken|foresee foresaw foreseen|withhold withheld"
    "|uphold upheld|rebuild rebuilt|resell resold|mislead misled|repay repaid|prove proven|weave wove woven"
    "|strive strove striven|light lit|kneel knelt|misunderstand misunderstood|oversee oversaw overseen|ring rang rung"
)
#: Of these the infinitive is not asked: they are words of their own.
OWN_WORDS = frozenset(
    "left rose lead found fell lent led spoke stole sank felt won saw tore wore drunk lay fed bit"
    " sting spring lit wove rung ring meeting meetings building buildings feeling feelings finding findings"
    " standing understanding hearing hearings holdings springs rings lights".split()
)
#: French: what has several stems beside each other in press texts.
_FRENCH_STEMS = (
    "nouveau nouvelle nouveaux nouvelles nouvel|beau belle beaux belles bel|actif active actifs actives"
    "|juif juive juifs juives|bref brève brefs brèves|turc turque turcs turques"
    "|grec grecque grecs grecques|sec sèche secs sèches"
    "|long longue longs longues|doux douce douces|faux fausse fausses|roi rois|loi lois|feu feux|ciel cieux"
    "|oeil œil yeux|genou genoux|aïeul aïeux|vieux vieille vieilles|travail travaux|bail baux"
    "|corail coraux|vitrail vitraux|promettre promis promise promet|élire élisent élu élue élus élues"
    "|permettre permis permet|admettre admis admet|soumettre soumis soumet|transmettre transmis transmet"
    "|conclure conclu conclut|craindre craint crainte|détruire détruit détruite détruisent"
    "|produire produit produite produisent"
    "|réduire réduit réduite réduisent|construire construit construite construisent"
    "|conduire conduit conduite|introduire introduit|interdire interdit interdite"
    "|atteindre atteint atteinte|restreindre restreint|rejoindre rejoint"
    "|vaincre vaincu|convaincre convaincu|vendre vend vendent vendu vendue vendus vendues"
    "|perdre perd perdent perdu perdue perdus perdues|défendre défend défendent défendu défendue"
    "|suspendre suspend suspendu suspendue|répondre répond répondent répondu|étendre étend étendu étendue"
    "|prendre prend prennent pris prise|reprendre reprend reprennent repris reprise"
    "|entreprendre entreprend entrepris|recevoir reçoit reçoivent reçu reçue reçus|mourir meurt meurent mort morte"
    "|ouvrir ouvre ouvrent ouvert ouverte ouverts|découvrir découvre découvert découverte découverts"
    "|offrir offre offrent offert|souffrir souffre souffrent|conquérir conquiert conquis|naître naît né née nés"
    "|reconnaître reconnaît reconnu reconnue|disparaître disparaît disparu disparue disparus"
    "|comparaître comparaît comparu|poursuivre poursuit poursuivent poursuivi|écrire écrit écrivent écrite écrits"
    "|battre bat battent battu battue|abattre abat abattu abattue abattus|exclure exclut exclu exclue exclus"
    "|dissoudre dissout dissous dissoute|payer paie paient paye payé payée|déployer déploie déploient déployé"
    "|envoyer envoie envoient envoyé envoyée|venir vient viennent venu venue"
    "|tenir tenu tenue tient tiennent|détenir détenu détenue détient|obtenir obtenu obtient|soutenir soutenu soutient"
    "|maintenir maintenu maintient|retenir retenu retient|intervenir intervenu intervient|acquérir acquis acquise"
    "|licencier licenciée licencient"
    "|veuf veufs veuve veuves|jeu jeux|berger bergers bergère bergères|boulanger boulangers boulangère"
    " boulangères|religion religions|opinion opinions|suspicion suspicions|connexion connexions|ultra ultras"
    "|extra extras"
)
#: French: verbs in -ier, without this; none that is left with the stem of another word: licence, marie, copie.
_VERBS_IN_IER = (
    "publ négoc étud assoc appréc concil réconcil différenc dissoc remerc modif justif vérif identif qualif disqualif"
    " requalif certif clarif classif intensif simplif amplif codif diversif falsif fortif glorif notif purif ratif"
    " rectif sacrif signif terrif unif électrif planif quantif oubl conf rapatr expatr expéd expropr multipl rall humil"
    " résil affil amnist autops privilég répud rad contrar"
)
#: Russian: what has one stem in the singular and another one in the plural, or a fleeting vowel in its middle.
_RUSSIAN_STEMS = (
    "судно суда судов судам судна"
    "|друг друзья друзей|брат братья братьев|сосед соседи соседей|хозяин хозяева|христианин христиане"
    "|гражданин граждане граждан|крестьянин крестьяне крестьян|англичанин англичане англичан"
    "|подписать подпишет подпишут|сказать скажет скажут|написать напишет напишут|показать покажет покажут"
    "|указать укажет укажут|доказать докажет докажут|оказать окажет окажут|отказать откажет откажут"
    "|отказаться откажется откажутся|оказаться окажется окажутся|принять примет примут|поднять поднимет поднимут"
    "|начать начнёт начнут|взять возьмёт возьмут|найти найдёт найдут нашёл нашла нашли|выйти выйдет выйдут вышел вышли"
    "|прийти придёт придут пришёл пришла пришли|уйти уйдёт уйдут ушёл ушла ушли|дать даст дадут|занять займёт займут"
)
#: Russian: nouns of which the stemmer makes two or more, in all their cases: a vowel that comes and goes, an ending
#: that verbs have, the plural of another stem.
_RUSSIAN_NOUNS = (
    "лимит лимита лимиту лимитом лимите лимиты лимитов лимитам лимитах|режим режима режиму режимом режиме режимы "
    "режимов режимам режимах|объём объёма объёму объёмом объёме объёмы объёмов объёмам объёмах|приём приёма "
    "приёму приёмом приёме приёмы приёмов приёмам приёмах|подъём подъёма подъёму подъёмом подъёме подъёмы "
    "подъёмов|заём займа займу займом займе займы займов займам займах|наём найма найму наймом найме|музей музея "
    "музею музеем музее музеи музеев музеям музеями музеях|юбилей юбилея юбилею юбилеем юбилее юбилеи "
    "юбилеев|герой героя герою героем герое герои героев героям героями|день дня дню днём дне дни дней дням днями "
    "днях|земля земли земле землю землёй земель землям землями землях|"
    "время времени временем времена времён|племя племени племенем племена племён|знамя знамени знаменем "
    "знамена знамён|пламя пламени пламенем|бремя бремени бременем|уголь угля углю углём угле угли углей|узел узла "
    "узлу узлом узле узлы узлов|котёл котла котлом котле котлы котлов|орёл орла орлу орлом орлы орлов|ветер ветра "
    "ветру ветром ветре ветры ветров|костёр костра костром костре костры костров|ковёр ковра ковром ковры "
    "ковров|шатёр шатра шатры шатров|пепел пепла пеплом|огонь огня огню огнём огне огни огней|хребет хребта "
    "хребту хребтом хребте хребты|ложь лжи ложью|рожь ржи рожью|дочь дочери дочерью дочерей дочерям дочерями|мать "
    "матери матерью матерей матерям матерями|церковь церкви церковью церквей церквям церквами церквях|любовь "
    "любви любовью|посол посла послу послом после послы послов послам послами|сестра сестры сестре сестру сестрой "
    "сёстры сестёр сёстрам сёстрами|судьба судьбы судьбе судьбу судьбой судеб судьбам судьбами|тюрьма тюрьмы "
    "тюрьме тюрьму тюрьмой тюрем тюрьмам тюрьмах|письмо письма письму письмом письме писем письмам письмами "
    "письмах|число числа числу числом числе чисел числам числами числах|окно окна окну окном окне окон окнам "
    "окнами окнах|ядро ядра ядром ядре ядер|стекло стекла стеклом стёкол стёкла|зерно зерна зерну зерном зерне "
    "зёрна зёрен|кресло кресла креслу кресел|яйцо яйца яиц яйцами|кольцо кольца кольцом колец|хозяин хозяина "
    "хозяева хозяев|башня башни башню башен|кухня кухни кухне кухню кухонь|капля капли "
    "капель|сотня сотни сотен|таможня таможни таможне таможню таможен|басня басни басен|свадьба свадьбы свадьбу "
    "свадеб|усадьба усадьбы усадьбу усадеб|сын сына сыну сыном сыновья сыновей сыновьям|болгарин болгары болгар "
    "болгарам|татарин татары татар|господин господина господа господ|заяц зайца зайцы зайцев|фестиваль фестиваля "
    "фестивале фестивали фестивалей|человек человека человеку человеком человеке люди людей людям людьми "
    "людях|ребёнок ребёнка ребёнку ребёнком ребёнке дети детей детям детьми детях|лёд льда льду льдом льды "
    "льдов|печать печати печатью|память памяти памятью|кровать кровати кроватей|ртуть ртути ртутью"
)
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
    "|بذرة بذور|تلميذ تلاميذ|راع راعي رعاة|حارس حراس|فنان فنانون|أستاذ أساتذة|مدير مدراء|عميل عملاء"
    "|شريك شركاء|خصم خصوم|لص لصوص|سجن سجون|قبر قبور|قصيدة قصائد|رواية روايات|لوحة لوحات|تمثال تماثيل|مقبرة مقابر"
    "|حديقة حدائق|مزرعة مزارع|محصول محاصيل|شاحنة شاحنات|سيارة سيارات|قارب قوارب|مرض أمراض|دواء أدوية|وباء أوبئة"
    "|جائزة جوائز|بطل أبطال|سباق سباقات|مباراة مباريات|نادي أندية|ناد أندية|منتخب منتخبات|رياضي رياضيون"
    "|قائد قادة|ضابط ضباط|رصاصة رصاص|قذيفة قذائف|لغم ألغام|مقاتل مقاتلون|كمين كمائن|معركة معارك|هجوم هجمات"
    "|مظاهرة مظاهرات|إضراب إضرابات|نقابة نقابات|راتب رواتب|وظيفة وظائف|رسم رسوم|فاتورة فواتير"
    "|حكم أحكام|جريمة جرائم|تهمة تهم|محام محامي محامون|شاهد شهود|عقوبة عقوبات|حفل حفلات|مسرح مسارح|نص نصوص|فصل فصول"
    "|عاصمة عواصم|دبلوماسي دبلوماسيون|حكومة حكومات|برلمان برلمانات|سائق سائقون|راكب ركاب|جثة جثث|ناج ناجون"
    "|مصرف مصارف|طالب طلبة|مهرجان مهرجانات|مغربي مغاربة|امرأة مرأة المرأة نساء|رجل رجال|شاب شباب|شهر شهور|سنة سنين"
    "|أسبوع أسابيع|قرن قرون|جزيرة جزر|بحر بحار|جهة جهات|ماء مياه|أرض أراض|صحراء صحارى|بحيرة بحيرات|غابة غابات"
    "|واد وادي أودية|طائر طيور|حصان خيول|بقرة أبقار|نخلة نخيل|رأس رؤوس|وجه وجوه|ابن أبناء|بنت بنات|زوج أزواج"
    "|أسرة أسر|عائلة عائلات|قبيلة قبائل|يهودي يهود|كنيسة كنائس|ميدان ميادين|ساحة ساحات|غرفة غرف|منزل منازل"
    "|مبنى مباني مبان|فكرة أفكار|رأي آراء|خطاب خطابات|حوار حوارات|لجنة لجان|هيئة هيئات|صندوق صناديق|ربح أرباح"
    "|ثروة ثروات|عقار عقارات|منجم مناجم|محطة محطات|سد سدود|مفاعل مفاعلات|رحلة رحلات|سائح سياح|مطعم مطاعم|شاطئ شواطئ"
    "|سلطة سلطات|رئة رئات|قوة قوات|فئة فئات|نجم نجوم|كوكب كواكب|لغة لغات|اسم أسماء|عيد أعياد|معرض معارض|مقال مقالات"
    "|باحث باحثون|مؤرخ مؤرخون|مهندس مهندسون|سمكة سمك|بندقية بنادق|جبهة جبهات|حاجز حواجز|نفق أنفاق"
    "|موقع مواقع|مسؤول مسؤولون|ممثل ممثلون|مرشح مرشحون|فائز فائزون|خلاف خلافات|نزاع نزاعات|صراع صراعات|هدنة هدنات"
)


def _in_ier(stem: str) -> str:
    """The forms of a verb in -ier: its participle without accent is cut like another word's plural."""
    return " ".join(f"{stem}{ending}" for ending in "ier ie ies iee iees ient iant".split())


def _groups(lists: str) -> dict[str, tuple[str, ...]]:
    """Folded word → the other words of its group."""
    groups: dict[str, tuple[str, ...]] = {}
    for group in lists.split("|"):
        words = group.split()
        for word in words:
            others = (other for other in words if other != word)
            groups[fold(word)] = (*groups.get(fold(word), ()), *others)
    return groups


#: Of the English groups, what stands first in those of verbs.
IRREGULAR_VERBS = frozenset(group.split()[0] for group in _ENGLISH_VERBS.split("|"))
ENGLISH_GROUPS = _groups(f"{_ENGLISH_PLURALS}|{_ENGLISH_VERBS}")
_FRENCH = "|".join([_FRENCH_STEMS, *map(_in_ier, _VERBS_IN_IER.split())])
FRENCH_GROUPS = _groups("|".join([_FRENCH, *french_verbs()]))
#: Of these any other word is asked for, however short its stem.
FRENCH_CHOSEN = frozenset(_groups(_FRENCH))
RUSSIAN_GROUPS = _groups(
    "|".join([_RUSSIAN_STEMS, _RUSSIAN_NOUNS, MORE_NOUNS, NOUNS_BY_ENDINGS, IN_UYA, *russian_verbs()])
)
ARABIC_GROUPS = {
    word: tuple(dict.fromkeys(other for other in others if other not in ARABIC_OWN_WORDS))
    for word, others in _groups(f"{_ARABIC_PLURALS}{MORE_PLURALS}").items()
}
