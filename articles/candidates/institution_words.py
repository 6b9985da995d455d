"""The words of institutions in four languages: head nouns, what may follow them, well-known bodies."""

from __future__ import annotations

from articles.names.fold import fold, folded_set
from articles.names.inflect import token_key


def _phrases(lines: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(line).split()) for line in lines.split(";") if line.strip())


FR_HEADS = folded_set("""
ministère ministères secrétariat conseil agence banque université fédération confédération organisation
association parti mouvement front ligue union alliance comité commission commissariat direction office fonds
fondation institut centre cour tribunal parquet chambre assemblée parlement sénat congrès société compagnie
groupe groupement entreprise syndicat syndicale académie musée observatoire bureau autorité armée marine
police gendarmerie garde préfecture rectorat faculté école collège hôpital club cercle coalition
rassemblement forum haut-commissariat haute délégation mission ambassade consulat service inspection caisse
régie ordre collectif réseau chaîne radio télévision journal quotidien hebdomadaire magazine revue site
éditions laboratoire département cabinet conférence communauté commonwealth brigade régiment bataillon
division milice
""")
# Of these a text in lower case already means one body («le ministère de l’intérieur»).
FR_STRONG = folded_set("ministère ministères")
FR_STRONG_PAIRS = _phrases("""
direction générale; conseil de sécurité; cour suprême; cour constitutionnelle; conseil constitutionnel; cour
des comptes; banque centrale; secrétariat général; haut commissariat; haute autorité
""")
# Of these a capitalised complement makes a name even when the head is in lower case («université de Genève»).
FR_LOCAL = folded_set("""
université tribunal institut banque fédération association ligue parti académie musée observatoire syndicat
office agence ministère ministères fondation organisation confédération école conseil cour parquet club
chambre
""")
# A proper name follows these at once («le groupe Citic», «la chaîne RST»): it is the institution.
FR_CLASS = folded_set("""
groupe société compagnie entreprise firme agence chaîne journal quotidien hebdomadaire magazine site parti
banque association ong fondation cabinet constructeur opérateur consortium holding club syndicat maison
start-up startup distributeur fabricant équipementier transporteur assureur régulateur multinationale coentreprise
géant mouvement organisation filiale collectif laboratoire enseigne avionneur
télévision radio
""")
FR_MEDIA = folded_set("""
agence chaîne journal quotidien hebdomadaire magazine site radio télévision revue mensuel bimensuel station
portail tabloïd hebdo périodique gazette presse
""")
FR_NOUN_LINKS = folded_set("de du des d l la le les")
FR_STOPS = folded_set("""
son sa ses leur leurs ce cet cette ces tous tout toute toutes plusieurs moins plus nombreux certains
certaines façon deux trois quatre cinq lundi mardi mercredi jeudi vendredi samedi dimanche janvier février
mars avril mai juin juillet août septembre octobre novembre décembre manière nouveau nouvelle nouveaux
nouvelles première premier fois lui elle eux même sorte suite quoi qui que ceux celle celui celles notre nos
votre mon ma mes autres autre chaque quelque quelques un une
""")

EN_HEADS = folded_set("""
ministry department council agency bank university federation confederation organisation organization
association party movement front league union alliance committee commission directorate office fund
foundation institute institution centre center court tribunal chamber assembly parliament senate congress
company corporation group society syndicate academy museum observatory bureau authority army navy force
forces police guard college school hospital club coalition forum embassy consulate service services board
trust network administration secretariat treasury times post herald tribune gazette guardian telegraph
observer daily news airlines airways motors industries holdings bancorp partners laboratories institutes
enterprises communications technologies systems pharmaceuticals petroleum broadcasting corps regiment
brigade squad task
""")
EN_CLASS = folded_set("""
company firm group newspaper daily magazine website channel broadcaster agency giant startup start-up ngo
charity carmaker bank retailer airline developer publisher tabloid watchdog regulator automaker brewer distributor
manufacturer conglomerate chipmaker insurer
""")
COMPANY_TAILS = folded_set(
    "sa sas sarl ltd limited inc corp plc llc gmbh ag group holding holdings cie co nv bv spa oao"
)
COMPANY_WORDS = folded_set("""
air airlines airways motors energy oil gas steel tobacco media records pictures studios entertainment
capital investments research software systems global foods pharma petroleum telecom mobile electric
electronics financial insurance securities ventures resources mining minerals aerospace automotive chemicals
brothers productions solutions consulting
""")
LATIN_TAILS = folded_set(
    "united fc cf rovers athletic university college council bank party times post news group institute"
)
CLUB_HEADS = folded_set(
    "fc ac as rc sc olympique real atletico sporting stade racing fus raja wydad dynamo spartak inter"
)

RU_HEADS_NOMINATIVE = tuple(
    fold(word)
    for word in """
министерство совет агентство информагентство банк университет федерация организация ассоциация партия
движение фронт лига альянс комитет комиссия управление департамент фонд институт центр суд трибунал палата
собрание парламент сенат конгресс дума общество компания телекомпания корпорация группа профсоюз академия
музей обсерватория бюро служба полиция прокуратура правительство мэрия администрация посольство консульство
миссия представительство госдепартамент ведомство инспекция казначейство больница клуб коалиция форум
холдинг концерн завод издательство театр библиотека сборная гвардия минобороны
""".split()
)
# «Союз», «собрание», «группа» in lower case are too common to be heads by themselves.
RU_STRONG = frozenset(
    token_key(fold(word))
    for word in """
министерство правительство мэрия комитет парламент госдепартамент прокуратура посольство консульство
федерация университет академия институт ассоциация партия администрация совет агентство управление служба
сборная суд банк департамент представительство фонд
""".split()
)
RU_CLASS = frozenset(
    token_key(fold(word))
    for word in """
газета журнал еженедельник ежемесячник телеканал канал радиостанция агентство информагентство издание портал
сайт компания фирма корпорация холдинг концерн банк движение партия организация фонд ассоциация общество
группа группировка институт завод клуб издательство театр объединение союз фракция блок радио телекомпания
видеокомпания авиакомпания оао ооо зао пао ао нак фгуп гуп нко дом интернет-издание консорциум предприятие
центр проект-фонд аукцион газете сервис видеосервис соцсеть оператор
""".split()
)
RU_LEGAL = folded_set("ОАО ООО ЗАО ПАО АО НАК ФГУП ГУП НКО ГК")
RU_COMPOUND = tuple(
    (
        "минюст минобороны минфин минсельхоз минздрав минобрнауки минэкономразвития минэнерго минтранс "
        "минкульт минпромторг минобр "
        "минтруд минприроды минкомсвязи минспорт росстат роскосмос роснефть роспотребнадзор росатом "
        "росгвард "
        "ростуризм росздравнадзор россельхознадзор рособоронэкспорт роснано росимуществ роскомнадзор "
        "ростехнадзор росавиаци "
        "госдум госдеп госкомстат госсовет центробанк центризбирком мосгордум мосгорсуд генпрокурат "
        "минздравсоцразвити "
        "минобрнаук совбез евросоюз еврокомисси "
        "европарламент"
    ).split()
)

KNOWN = _phrases("""
sénat; parlement; parlement européen; commission européenne; union européenne; conseil européen; maison
blanche; elysée; pentagone; kremlin; bundestag; congrès; onu; otan; fmi; fifa; uefa; unesco; unicef; oms;
omc; opep; interpol; europol; google; facebook; apple; microsoft; amazon; twitter; youtube; instagram;
whatsapp; netflix; uber; airbnb; tesla; boeing; airbus; samsung; huawei; sony; toyota; nissan; renault;
peugeot; volkswagen; bmw; mercedes benz; siemens; renault nissan; total; engie; edf; gazprom; rosneft;
loukoïl; orange; vodafone; goldman sachs; hsbc; bnp paribas; société générale; reuters; afp; bbc; cnn; fox
news; al jazeera; al jazira; le monde; le figaro; libération; le parisien; l express; new york times;
washington post; wall street journal; financial times; the guardian; der spiegel; bloomberg; bfmtv; france
24; france télévisions; france inter; radio france; médecins sans frontières; amnesty international; human
rights watch; greenpeace; croix rouge; hezbollah; hamas; fatah; al qaïda; al qaida; daech; etat islamique;
boko haram; assemblée nationale; conseil constitutionnel; cour suprême; conseil d état; banque mondiale;
nations unies; ligue arabe; union africaine; premier league; white house; european union; european
commission; united nations; supreme court; al qaeda; islamic state; world bank; red cross; pentagon; nato;
taliban; capitol hill; house of representatives; house of commons; house of lords; scotland yard; senate;
congress; parliament; democratic party; republican party; conservative party; labour party; liverpool fc;
real madrid; manchester united; manchester city; bayern munich; juventus; nasa; fbi; cia; nsa; spotify; ria
novosti; tass; itar tass; sputnik; russia today; interfax; associated press; кремль; госдума; аль джазира;
аль каида; белыи дом; европеискии союз; государственная дума; facebook; единая россия; совет федерации;
верховныи суд; конституционныи суд; евросоюз; риа новости; бундестаг; бундесвер; кнессет; пентагон;
интерпол; юнеско; юкос; нафтогаз; яндекс; газпром; лукоил; сбербанк; внешэкономбанк; интерфакс; гугл; оон;
нато; обсе
""")
AR_HEADS = folded_set("""
وزارة مجلس مديرية وكالة جامعة بنك اتحاد منظمة حزب هيئة لجنة محكمة مؤسسة جمعية شركة صحيفة قناة برلمان مجموعة
حركة جبهة رابطة معهد مركز صندوق جريدة إذاعة نقابة مفوضية سفارة قنصلية أكاديمية جماعة كلية مصرف تحالف ائتلاف
مستشفى نادي متحف مكتب مجلة موقع مرصد مكتبة مندوبية الوزارة المجلس المديرية الوكالة الجامعة البنك الاتحاد
المنظمة الهيئة اللجنة المحكمة المؤسسة الجمعية الشركة البرلمان المجموعة الحركة الجبهة الرابطة المعهد المركز
الصندوق النقابة المفوضية الأكاديمية الجماعة المصرف التحالف الائتلاف المرصد المندوبية المكتب
""")
AR_CLASS = folded_set("جامعة شركة صحيفة قناة وكالة بنك مجموعة مصرف حزب حركة جريدة إذاعة مجلة موقع نادي مؤسسة")
AR_KNOWN = _phrases("""
الأمم المتحدة; الاتحاد الأوروبي; البيت الأبيض; الكرملين; الكونغرس; البنتاغون; حلف شمال الأطلسي; مجلس الأمن;
حماس; حزب الله; الجزيرة نت; رويترز; فيسبوك; غوغل; جوجل; تويتر; أوبك; الفيفا; اليونسكو; اليونيسف; الإنتربول;
صندوق النقد الدولي; البنك الدولي
""")

# Behind a comma they tell that what stood before it is a firm or a body: «Kazatomprom, the uranium company».
APPOSED = folded_set("""
groupe société compagnie entreprise firme filiale géant multinationale coentreprise start-up banque holding consortium
company firm subsidiary giant group conglomerate startup corporation multinational bank airline retailer carmaker
automaker drugmaker brewer utility maker miner
компания корпорация фирма холдинг концерн банк авиакомпания госкорпорация
""")
# The same behind «premier», «largest», «крупнейший».
APPOSED_RANKED = folded_set("""
producteur exportateur importateur constructeur fabricant opérateur distributeur producer exporter importer
manufacturer operator distributor supplier fournisseur производитель экспортер импортер оператор поставщик
""")
