"""What people are called before their names besides their offices: occupations, as words and by their endings."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.names.fold import folded_set, script_of
from articles.names.inflect import is_form_of, token_key
from articles.offices.lexicon import HEADS

_LATIN = folded_set("""
actor actress singer rapper writer reporter footballer player striker goalkeeper midfielder defender winger skater
skier swimmer runner boxer wrestler driver pilot captain astronaut cosmonaut athlete farmer fisherman investor
inventor engineer teacher doctor nurse surgeon poet author painter sculptor photographer filmmaker composer
conductor dancer comedian lawyer accountant banker trader broker merchant shopkeeper entrepreneur billionaire
millionaire tycoon magnate blogger presenter broadcaster publisher translator interpreter smuggler trafficker
sailor skipper officer sergeant corporal detective inspector policeman policewoman firefighter diplomat scholar
philosopher theologian preacher priest rabbi monk student pensioner candidate dissident refugee hostage defendant
suspect widow widower grandfather grandmother curator breeder choreographer playwright screenwriter filmmaker
producer tenor baritone contralto acteur actrice chanteur
chanteuse rappeur rappeuse ecrivain ecrivaine romancier romanciere footballeur footballeuse joueur joueuse attaquant
attaquante defenseur gardien buteur skieur skieuse nageur nageuse coureur coureuse boxeur boxeuse lutteur pilote
cosmonaute astronaute athlete agriculteur agricultrice pecheur investisseur inventeur ingenieur ingenieure
enseignant enseignante instituteur institutrice medecin infirmier infirmiere chirurgien chirurgienne poete poetesse
auteur auteure peintre sculpteur sculptrice compositeur compositrice danseur danseuse comedien comedienne banquier
banquiere commercant negociant entrepreneur milliardaire blogueur blogueuse animateur animatrice editeur editrice
traducteur traductrice interprete armateur marin officier sergent caporal policier policiere gendarme pompier
diplomate philosophe theologien predicateur pretre rabbin moine etudiant etudiante retraite retraitee candidat
candidate dissident dissidente refugie refugiee veuf veuve dramaturge scenariste producteur productrice countess
count duchess duke baron baroness empress comte comtesse duc duchesse baronne imperatrice photographe cineaste
chroniqueur chroniqueuse infirmier couturier couturiere
kurd copt briton spaniard frenchman frenchwoman englishman englishwoman irishman irishwoman dutchman icelander
""")
# What they make, mend, tend or keep has names too: «l'horloger Rolex Daytona», “the mechanic Honda Civic”.
_CRAFTS = folded_set("""
herder shepherdess goatherd watchmaker clockmaker beekeeper winemaker midwife plumber librarian gardener acrobat juggler
jockey mediator puppeteer cellist drummer guitarist mechanic seamstress caretaker firefighter calligrapher jeweller
jeweler blacksmith cobbler lawmaker councillor councilwoman magistrate prosecutor notary veterinarian shaman griot
linguist apprentice whistleblower housekeeper lifeguard restorer engraver
bergere eleveur eleveuse vigneron vigneronne horloger horlogere bijoutier bijoutiere luthier accordeur acrobate jongleur
jongleuse jockey apiculteur apicultrice bibliothecaire jardinier jardiniere menuisier menuisiere forgeron plombier
restaurateur restauratrice mediateur mediatrice dompteur dompteuse dresseur dresseuse calligraphe graveur graveuse
agronome astronome veterinaire magistrat magistrate avocat avocate griot griotte chamane apprenti apprentie
""")
_LATIN |= _CRAFTS
_LATIN_ENDING = re.compile(
    r"[a-z]{3,}(?:olog(?:ist|ue)|(?:n|t|r|c|l|v|d|m)(?:ist|iste)|icien(?:ne)?|ician|ographer|ographe"
    r"|swoman|sman|(?:ss|ce|re|ra|ay)woman|(?:ss|ce|re|ra|ay)man)"
)
_RUSSIAN = (
    folded_set("""
актер актриса певец певица рэпер рэппер писатель поэт поэтесса художник художница скульптор фотограф режиссер
продюсер композитор дирижер танцор балерина комик адвокат юрист бухгалтер банкир торговец предприниматель
бизнесмен миллиардер миллионер магнат блогер блоггер ведущий ведущая телеведущий телеведущая радиоведущий
радиоведущая издатель переводчик переводчица моряк шкипер офицер сержант следователь полицейский пожарный
дипломат ученый философ богослов священник раввин монах студент студентка пенсионер пенсионерка кандидат
диссидент беженец заложник подсудимый подозреваемый вдова вдовец драматург сценарист футболист хоккеист
голкипер вратарь нападающий полузащитник защитник форвард бомбардир гонщик пловец пловчиха бегун бегунья боксер
борец лыжник лыжница фигурист фигуристка пилот летчик космонавт спортсмен спортсменка фермер рыбак инвестор
изобретатель инженер учитель учительница врач медсестра хирург кузнец электрик механик капитан обозреватель
корреспондент корреспондентка репортер колумнист правозащитник правозащитница активист активистка писательница
прозаик свидетель свидетельница истец ответчик
физик химик математик генетик медик критик комик исследователь исследовательница преподаватель преподавательница
основательница президентка модельер дизайнер архитектор оператор судовладелец владелец владелица граф
пастух пастушка чабан конюх егерь лесник садовник огородник доярка пекарь повар кондитер мясник сапожник портной
портниха швея ткач ткачиха гончар часовщик часовщица плотник столяр слесарь маляр аптекарь библиотекарь дворник
сторож водитель таксист машинист диспетчер лоцман матрос боцман гид экскурсовод куратор реставратор каллиграф гравер
ювелир укротитель укротительница акробат акробатка клоун фокусник жокей наездник наездница погонщик проводник
агроном зоотехник ветеринар фельдшер акушерка санитар логопед посредник посредница нотариус судья присяжный
тенор баритон контральто графиня герцог герцогиня барон баронесса императрица князь княгиня царь царица
""")
    | HEADS["ru"]
    | folded_set("""
россиянин россиянка американец американка француз француженка немец немка украинец украинка британец британка
англичанин англичанка итальянец итальянка испанец испанка поляк полька белорус белоруска казах грузин грузинка
армянин армянка азербайджанец узбек турок грек серб сербка хорват чех венгр румын болгарин швед шведка норвежец
норвежка финн датчанин голландец голландка бельгиец бельгийка австриец швейцарец португалец бразилец бразильянка
аргентинец мексиканец канадец канадка австралиец китаец китаянка японец японка кореец кореянка индиец иранец
израильтянин палестинец сириец иракец египтянин египтянка алжирец алжирка тунисец туниска марокканец марокканка
ливиец сенегалец малиец нигериец эфиоп кениец кенийка латыш литовец эстонец молдаванин киргиз таджик туркмен
чеченец татарин дагестанец москвич москвичка петербуржец
""")
)
# «палестинка», as «палестинец».
_RUSSIAN |= {f"{word[:-2]}ка" for word in _RUSSIAN if word.endswith(("анец", "инец", "онец", "енец"))}
_CYRILLIC: dict[str, tuple[str, ...]] = {}
for _word in sorted(_RUSSIAN):
    _CYRILLIC[token_key(_word)] = (*_CYRILLIC.get(token_key(_word), ()), _word)
_CYRILLIC_ENDING = re.compile(
    r"(?!пролог|свист|твист|хлист|глист|перевод|хоровод|.*провод|бомбардировщ|траль)"
    r"(?:[а-я]{2,}(?:ровщик|льщик|нщик|щиц)|[а-я]{3,}(?:ограф|овед|[ое]вод)|[а-я]{2,}олог|[а-я]+[тнрцлвд]истк?)"
)
# «технологии», «фотография», «ненависть», «водянистый»
_SCIENCE = re.compile(r"(?:олог|ограф)и|ист(?:ь|и|ью|ыи|ая|ое|ые|ого|ых|ую)$")
# «нигериец», «нигерийцем», «доминиканца», «эфиопийка»: more peoples than any list has.
_OF_PEOPLE = re.compile(r"[а-я]{3,}(?:ие|ии|ан(?=ц)|ане)ц(?:а|у|ем|е)?|[а-я]{3,}иик(?:а|у|ои|е)")
_ARABIC = folded_set("""
ممثل مغني مغن فنان مخرج منتج كاتب اديب شاعر رسام نحات مصور ملحن صحفي صحافي اعلامي مذيع ناشط محامي محام محاسب
مصرفي تاجر سيدة ملياردير مدون ناشر مترجم بحار ربان ضابط رقيب محقق مفتش شرطي دبلوماسي فيلسوف قس راهب
طالب متقاعد مرشح معارض لاجي رهينه متهم لاعب مهاجم مدافع حارس مدرب هداف سباح عداء ملاكم طيار فلاح مزارع صياد
مستثمر مخترع مهندس معماري معلم مدرس طبيب ممرض جراح مورخ باحث محلل خبير اقتصادي مبعوث مندوب مفوض وسيط سفير
مدير وزير رئيس نائب قاضي عقيد لواء عميد جنرال نقيب مقدم كابتن قبطان مستشار منسق موسس زعيم قايد مراسل روائي
سيناريست فيزيائي كيميائي مصمم نجم بطل عداءة متسلق بيولوجي جيولوجي سائق مقاول استاذ دكتور بروفيسور متزلج حكم
""")
_ARABIC_THINGS = folded_set("مؤسسة مدرسة مقدمة مدونة منتجة محافظة قائدة عميدة")
_CLITICS = re.compile(r"(?:[وف]?[بلك]?ال|[وف]?لل)")


@lru_cache(maxsize=1 << 13)
def is_occupation(folded: str) -> bool:
    """Whether the folded word is an office or an occupation, in any Russian case; Arabic ones with their article."""
    script = script_of(folded)
    if script == "Cyrl":
        key = token_key(folded)
        ending = _CYRILLIC_ENDING.fullmatch(key) and not _SCIENCE.search(folded)
        return (
            bool(ending)
            or is_of_people(folded)
            or _SUBSTANTIVE.fullmatch(folded) is not None
            or any(is_form_of(folded, word) for word in _CYRILLIC.get(key, ()))
        )
    if script == "Arab":
        return _is_arabic(folded)
    whole = folded.replace(" ", "")  # “film-maker”
    return (
        folded in _LATIN
        or whole in _LATIN
        or _LATIN_ENDING.fullmatch(folded) is not None
        or folded in _LATIN_OFFICES
    )


_LATIN_OFFICES = HEADS["fr"] | HEADS["en"]


def is_of_people(folded: str) -> bool:
    """Whether the Russian word calls somebody by a people, as its ending tells: «нигериец», «эфиопийка»."""
    return _OF_PEOPLE.fullmatch(folded) is not None


# Behind them in small letters a surname may stand alone; none of them governs a firm or a country.
_RANKS = folded_set("""
général générale colonel commandant amiral maréchal capitaine lieutenant sénateur sénatrice juge procureur président
chanteur chanteuse rappeur rappeuse singer rapper
""")
_RUSSIAN_RANKS = folded_set(
    "генерал полковник подполковник маршал адмирал майор лейтенант сержант певец рэпер певица"
)
_RUSSIAN_RANK_KEYS = frozenset(map(token_key, _RUSSIAN_RANKS))


@lru_cache(maxsize=1 << 12)
def ranks(before: str, folded: str) -> bool:
    """Whether a folded word behind a rank in small letters may be a surname: «le général Oufkir»."""
    if script_of(before) != "Cyrl":
        return before in _RANKS
    governed = before in _RUSSIAN_RANKS and before[-1] != "а" and folded[-1] in "аяы"  # «генерал Вермахта»
    return token_key(before) in _RUSSIAN_RANK_KEYS and not governed


def _is_arabic(folded: str) -> bool:
    """«المهاجم», «والمؤرخة»: with the article; without it a noun may govern what follows («لاعب ليفربول»)."""
    joined = _CLITICS.match(folded)
    if joined is None:
        return False
    rest = folded[joined.end() :]
    forms = (rest,) if rest in _ARABIC_THINGS else (rest, rest.removesuffix("ه"))
    return any(word in _ARABIC or word in HEADS["ar"] for word in forms)


# What follows these in the genitive is as often a firm or a country as a person; offices are read elsewhere.
_GOVERNING = frozenset(
    token_key(word)
    for word in folded_set("""
владелец владелица судовладелец основатель основательница издатель глава директор гендиректор руководитель
председатель представитель член лидер президент премьер министр секретарь начальник заместитель помощник советник
спикер посол консул координатор менеджер капитан продюсер
""")
)
# Behind these in small letters stands a person, in whatever case; with a capital they are of titles too.
_KIN = folded_set("""
wife husband son daughter brother sister father mother uncle aunt cousin nephew niece boyfriend girlfriend colleague
epouse epoux mari femme fils fille frere soeur pere mere oncle tante cousin neveu niece compagnon compagne collegue
""")
_RUSSIAN_KIN = frozenset(
    token_key(word)
    for word in folded_set(
        "жена муж сын дочь брат сестра отец мать дед бабушка внук внучка племянник племянница супруг супруга коллега "
        "подруга соперник соперница однофамилец тезка ученик ученица"
    )
)


# Firms are so called too, behind a comma.
_OF_FIRMS = folded_set("""
producer publisher broadcaster broker trader leader member player candidate investor producteur editeur operateur
negociant membre leader joueur candidat издатель лидер член владелец оператор
""")
# What English writes after a person's name.
AFTER_NAMES = folded_set("MP MPS MSP MEP AM AMS MLA TD MBE OBE CBE KBE PHD MD QC KC RN")
# How the pious, the learned and the noble of all countries are called before their names.
_HONOURED = folded_set("""
metropolitan mufti ayatollah mullah datuk dato tengku sheikha cheikha sayyid ustaz lama
swami monsignor monseigneur abbe abbess archimandrite hieromonk métropolite mollah exarch exarque
владыка владыки владыке муфтий муфтия муфтию муфтием аятолла аятоллы аятолле мулла муллы мулле датук шейха архимандрит
архимандрита архимандриту игумен игумена игумену игумения экзарх экзарха протоиерей протоиерея иеромонах иеромонаха
""")
# «Обвиняемый», «потерпевшей»: participles that have become nouns, in any case of the singular.
_SUBSTANTIVE = re.compile(
    r"(?:обвиняем|подсудим|подозреваем|потерпевш|осужденн|задержанн|арестованн|заведующ|управляющ|командующ|ведущ|погибш"
    r"|умерш|пострадавш|служащ|нападавш)(?:ыи|ии|ая|ого|его|ому|ему|ым|им|ом|ем|ои|еи|ую)"
)
# «Эритрейка», «эфиопиянки»: who comes from a country, with a capital at the beginning of a sentence.
_INHABITANT = re.compile(r"[а-я]{4,}(?:[еи]ик|[аия]нк)(?:а|и|е|у|ои)")


@lru_cache(maxsize=1 << 14)
def is_inhabitant(folded: str) -> bool:
    """Whether a Russian word seems to call a woman by her country."""
    return _INHABITANT.fullmatch(folded) is not None


# They open names of things too: «Pilot Project», «Student Union».
_OF_THINGS = folded_set(
    "pilot student driver player candidate captain producer officer doctor joueur pilote auteur candidat "
    "acrobat jockey apprentice mechanic prosecutor magistrate guitarist drummer lifeguard gardener acrobate griot"
)


# Behind these stands as often the club, the troupe or the paper that they belong to: «хоккеист Тампа Бэй»,
# «defender Aston Villa signed».
_OF_BODIES = folded_set("""
footballer player striker goalkeeper midfielder defender winger skipper coach footballeur footballeuse joueur joueuse
attaquant attaquante defenseur gardien buteur entraineur actor actress acteur actrice comedien comedienne
journalist journaliste reporter correspondent correspondant correspondante columnist chroniqueur chroniqueuse
""")
_RUSSIAN_OF_BODIES = frozenset(
    token_key(word)
    for word in folded_set("""
футболист футболистка хоккеист хоккеистка баскетболист баскетболистка волейболист волейболистка игрок голкипер вратарь
нападающий полузащитник защитник форвард бомбардир тренер актер актриса солист солистка журналист журналистка
корреспондент корреспондентка репортер обозреватель колумнист боец солдат водитель таксист машинист диспетчер повар
гид экскурсовод проводник погонщик сторож матрос боцман
""")
)


@lru_cache(maxsize=1 << 14)
def belongs_to_body(folded: str) -> bool:
    """Whether the word leads to a body's name as well, so that it tells no person by itself."""
    if script_of(folded) == "Cyrl":
        return token_key(folded) in _RUSSIAN_OF_BODIES
    return folded in _OF_BODIES


def is_craft(folded: str) -> bool:
    """Whether a Latin word calls somebody by a craft that leads to a thing's name as well, or a place's."""
    return folded in _CRAFTS


@lru_cache(maxsize=1 << 14)
def may_lead(folded: str) -> bool:
    """Whether a person's name may follow the word, in small letters, without more: «певицы», «the rapper»."""
    if script_of(folded) != "Cyrl":
        return is_occupation(folded) or folded in _KIN
    key = token_key(folded)
    return (key in _RUSSIAN_KIN and len(folded) > 3) or (is_occupation(folded) and key not in _GOVERNING)


@lru_cache(maxsize=1 << 14)
def may_follow(folded: str) -> bool:
    """Whether the word, behind a comma, tells that a person's name stood before it."""
    return is_occupation(folded) and folded not in _OF_FIRMS


@lru_cache(maxsize=1 << 14)
def may_open(folded: str) -> bool:
    """Whether the word, with a capital, stands before a name: «Hydrologist», «Гидролог»."""
    return folded in _HONOURED or (is_occupation(folded) and folded not in _OF_THINGS)
