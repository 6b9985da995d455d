"""Whether the head of a dateline names a place: capitals and large cities by their whole names, in four languages."""

import re

from articles.names.common_words import is_idle_acronym, is_opener, is_people, is_place
from articles.names.fold import fold

_LATIN = """
college park, college station, daytona beach, falls church, huntington beach, la tour-du-pin, maisons-alfort,
maisons-laffitte, marche-en-famenne, market harborough, menlo park, miami beach, myrtle beach, newport beach,
overland park, palm beach, palm desert, park city, pont-audemer, pont-l'abbé, pont-l'évêque, pont-saint-esprit,
pont-à-mousson, salon-de-provence, state college, virginia beach, west palm beach,
côte d'ivoire, états-unis, royaume-uni, pays-bas, netherlands, united states, united kingdom, united arab emirates,
abidjan, abou dhabi, abu dhabi, abuja, accra, achgabat, addis ababa, addis abeba, addis-abeba, aden,
agadir, aix-en-provence, ajaccio, al-hoceïma, albany, alexandria, alexandrie, alicante, almaty, amiens,
anchorage, andorre, angers, antalya, antananarivo, antwerp, anvers, apia, ashgabat, asmara, asmera,
assouan, astrakhan, asunción, aswan, atlantic city, auckland, austin, avignon, bali, baltimore, bamako,
bangalore, bangui, banjul, basel, basra, bassora, baton rouge, batoumi, batumi, bayonne, beersheba, bejaïa,
belfast, benghazi, beni mellal, berkane, berlin-est, besançon, beslan, bethlehem, bethléem, biarritz,
bilbao, birmingham, biskra, bissau, bizerte, blida, bloemfontein, bobo-dioulasso, bologna, bologne, bonn,
bouaké, boulogne, bourges, bratislava, bremen, brescia, brest, bridgetown, brighton, brisbane, bristol,
brno, brunei, brême, buea, buffalo, bujumbura, bursa, busan, bâle, béchar, béni mellal, caen, calais,
calcutta, calgary, cali, cambridge, canberra, cancun, cancún, cannes, canton, cape town, cardiff,
cartagena, carthagène, castries, catane, chambéry, chaouen, charleroi, charleston, charm el-cheikh,
chefchaouen, chengdu, chennai, cherbourg, chisinau, chișinău, christchurch, cincinnati, clermont-ferrand,
cleveland, coimbra, cologne, columbus, constanta, cordoue, cork, coventry, cracovie, creteil, créteil,
culiacán, cuzco, córdoba, da nang, dacca, daegu, dalian, dallas, dar es salaam, dar es-salaam, darwin,
davos, deauville, debrecen, deir ezzor, denver, derbent, detroit, dhaka, dijon, dili, diyarbakir, djeddah,
djerba, djibouti-ville, djouba, dodoma, douala, douchanbé, dresde, dresden, durban, dushanbe, düsseldorf,
edimbourg, edinburgh, edmonton, ekaterinbourg, el aaiun, el jadida, el paso, el-aaiun, entebbe, erbil,
errachidia, essen, evian, faro, ferrare, florence, fort lauderdale, fort worth, fort-de-france,
franceville, freetown, funchal, gabès, gafsa, galway, gand, gao, garoua, gdansk, gdańsk, genoa, georgetown,
ghent, gitega, glasgow, goa, goma, gomel, gothenburg, granada, graz, grenade, groningue, grozny,
guadalajara, guangdong, guangzhou, guayaquil, guelmim, gênes, göteborg, haifa, halifax, hama, hangzhou,
hanoi, harare, hargeisa, hartford, havana, haïfa, hebron, herat, ho chi minh, ho chi minh city,
ho chi minh-ville, hobart, hong kong, honolulu, hébron, hérat, ifrane, incheon, inchon, indianapolis,
innsbruck, ioujno-sakhalinsk, irkoutsk, irkutsk, isfahan, ispahan, izmir, jacksonville, jeddah, jijel,
johannesburg, juba, kaliningrad, kampala, kandahar, kano, kaohsiung, karachi, karbala, karlsruhe,
kathmandu, katowice, kaunas, kazan, kenitra, kerbala, khabarovsk, kherson, khouribga, kiel, kingston,
kirkuk, kobe, kolkata, koweit city, koweït city, krakow, kraków, krasnodar, krasnoyarsk, krasnoïarsk,
kuala lumpur, kuwait city, kyiv, kyoto, kénitra, la courneuve, la havane, la haye, la mecque,
la nouvelle-orléans, la paz, la plata, la rochelle, la valette, lahore, larache, las palmas, las vegas,
lausanne, le caire, le cap, le havre, le kef, le mans, le pirée, leeds, leicester, leipzig, lens,
les sables-d'olonne, león, lilongwe, limassol, limoges, linz, ljubljana, lodz, lome, long beach, lorient,
los angeles, louxor, lubumbashi, lucerne, lugano, lusaka, luxor, lviv, lvov, maastricht, macao, madras,
magdebourg, magnitogorsk, maiduguri, makhachkala, makhatchkala, malabo, malaga, malmö, manama, manaus,
manila, mannheim, maputo, maracaibo, maradi, mariehamn, marioupol, maroua, mascate, maseru, mazar-e-charif,
mbabane, memphis, mendoza, metz, mexico city, milwaukee, minneapolis, mogadiscio, mogadishu, mombasa,
monastir, monrovia, monterrey, mopti, moroni, mostaganem, mostar, moulins, mourmansk, mouscron, mulhouse,
mumbai, murmansk, muscat, málaga, n'djamena, nador, nagasaki, nagoya, nancy, nanjing, nashville, nassau,
naypyidaw, ndjamena, new delhi, new orleans, new york, newark, newcastle, nicosia, nicosie, nijni novgorod,
nizhny novgorod, norilsk, nottingham, nouadhibou, noumea, nouméa, nouvelle-delhi, novgorod, novorossiysk,
novorossiïsk, novosibirsk, novossibirsk, nuku'alofa, nuremberg, nîmes, oakland, oklahoma city, omaha, omsk,
orlando, orléans, osaka, ottawa, ouargla, ouarzazate, oufa, oulan-bator, oulianovsk, oviedo, oxford,
padoue, palerme, palermo, palma, pampelune, panama city, panmunjom, papeete, paramaribo, pau, penza, perm,
perpignan, perth, peshawar, peterhof, petropavlovsk, phnom penh, phoenix, pise, pittsburgh, plymouth,
podgorica, pointe-noire, pointe-à-pitre, poitiers, poltava, port louis, port moresby, port of spain,
port said, port sudan, port-au-prince, port-gentil, port-louis, port-saïd, port-soudan, port-vila,
portland, porto, porto alegre, porto-novo, portsmouth, potsdam, poznan, poznań, praia, pretoria, pristina,
prétoria, pskov, puebla, pune, pusan, qingdao, quimper, ramallah, rangoon, ravenne, recife, reykjavik,
rhodes, richmond, rio de janeiro, rivne, roissy, rostock, rostov, rostov-on-don, rostov-sur-le-don,
rotterdam, roubaix, rouen, sabha, sacramento, safi, saint denis, saint petersburg, saint-denis,
saint-domingue, saint-gall, saint-louis, saint-malo, saint-nazaire, saint-pétersbourg, saint-sébastien,
saint-tropez, saint-étienne, salamanque, salonique, salt lake city, saly, salzbourg, salzburg, samarcande,
samarkand, san antonio, san diego, san francisco, san jose, san josé, san juan, san salvador,
san sebastian, sana'a, sanaa, santa cruz, santa fe, santa monica, santiago du chili, santo domingo,
sao paulo, sapporo, saragosse, sarajevo-est, saratov, scranton, seattle, sendai, settat, sevilla, seville,
sfax, sharm el-sheikh, sheffield, shenzhen, sibiu, sidi bel abbès, sidi bouzid, sidi ifni, sidi kacem,
sienne, simferopol, sirte, skopje, smara, smolensk, sofia, southampton, split, springfield, srinagar,
st louis, st petersburg, st. louis, st. paul, st. petersburg, stavanger, stavropol, stuttgart, sumy, suva,
suwon, syrte, szeged, são paulo, são tomé, ségou, sétif, séville, tabriz, taipei, tamanrasset, tampa,
tampere, tampico, tan-tan, taounate, taranto, tarente, taroudant, tarragone, tartous, tartu, tashkent,
taza, tegucigalpa, tel aviv, tel-aviv, thessaloniki, thimphou, thimphu, thiès, tiaret, tijuana, tikrit,
timbuktu, timisoara, timişoara, tioumen, tirana, tiraspol, tizi ouzou, tiznit, tlemcen, tobrouk, tobruk,
tombouctou, tomsk, touggourt, toulon, tours, tozeur, trieste, trondheim, troyes, tucson, tulsa,
tunis-carthage, turin, tver, tyumen, témara, ufa, ulaanbaatar, uppsala, utrecht, vaduz, valence, valencia,
valenciennes, valladolid, valletta, valparaiso, valparaíso, vancouver, varna, venise, verona, versailles,
vichy, victoria falls, vienna, vientiane, vigo, villeurbanne, vitebsk, vladikavkaz, vladivostok, volgograd,
voronej, voronezh, vérone, washington d.c., washington dc, wellington, windhoek, winnipeg, wroclaw,
wrocław, wuhan, xi'an, yalta, yamoussoukro, yangon, yaounde, yaoundé, yekaterinbourg, yekaterinburg,
yerevan, ypres, zaghouan, zaporijia, zaporizhzhia, zaragoza, zarzis, ziguinchor, zinder, zürich, édimbourg,
évian, łódź
"""
_CYRILLIC = """
абакан, абиджан, абу-даби, абуджа, аддис-абеба, аккра, актау, актобе, александрия, алма-ата, аль-хосейма,
анадырь, аннаба, антананариву, антверпен, апатиты, асуан, базель, балашиха, бангалор, банги, барнаул,
батуми, бейрут, бенгази, берген, беслан, бильбао, бирмингем, биробиджан, благовещенск, болонья, бонн,
браззавиль, бремен, брисбен, бристоль, брно, брюгге, бужумбура, бургас, буэнос-айрес, валлетта, варна,
вашингтон, великий новгород, вена, верона, версаль, вифлеем, владикавказ, вологда, воркута, выборг, вьентьян,
гаага, ганновер, гвадалахара, геленджик, гент, генуя, герат, горно-алтайск, грац, гренобль, гронинген,
гуанчжоу, гюмри, гянджа, гётеборг, дакар, дар-эс-салам, дербент, джуба, дижон, днепр, дортмунд, дубна,
душанбе, дюссельдорф, евпатория, елец, женева, житомир, загреб, зальцбург, запорожье, ивано-франковск,
иваново, исфахан, йокогама, йошкар-ола, казань, канны, караганда, кардифф, катовице, каунас, кембридж,
кенитра, кербела, кингстон, кисловодск, клайпеда, клуж, когалым, константина, констанца, кострома, кошице,
краматорск, куала-лумпур, кундуз, курган, кызыл, ла-пас, лас-вегас, лидс, лилль, лимасол, линц, лодзь,
лозанна, лос-анджелес, лугано, луксор, львов, льеж, люблин, любляна, магас, магнитогорск, мазари-шариф,
майкоп, макао, малага, мальмё, мехико, мешхед, милан, минеральные воды, миннеаполис, могадишо, могилев,
монпелье, мостар, мускат, набережные челны, наблус, нагасаки, назарет, назрань, нальчик, нант, нарва,
нджамена, ниамей, нижневартовск, нижний новгород, нижний тагил, николаев, никосия, ниш, нови-сад,
новокузнецк, новый орлеан, норильск, нуакшот, нур-султан, нью-дели, нью-йорк, нюрнберг, обнинск, оксфорд,
орхус, острава, ош, палермо, петрозаводск, петропавловск-камчатский, печ, пиза, пловдив, познань, порт-луи,
порт-морсби, порт-о-пренс, порт-саид, порт-судан, порто, порто-ново, порту, потсдам, пусан, пхукет,
пятигорск, равалпинди, рамалла, рейкьявик, реймс, ренн, рио-де-жанейро, ришон-ле-цион, ровно,
ростов-на-дону, рыбинск, сале, салехард, салоники, самарканд, сан-диего, сан-паулу, сан-сальвадор,
сан-франциско, сан-хосе, сана, санкт-петербург, санто-доминго, саппоро, сарагоса, саранск, северодвинск,
севилья, сегед, сеута, сирт, сиэтл, смоленск, сплит, ставрополь, степанакерт, сургут, сус, сухум, сфакс,
сыктывкар, тайбэй, таллинн, тамбукту, тампере, тебриз, тель-авив, тикрит, тирасполь, тобольск, тобрук,
тольятти, триполи, тронхейм, турку, ужгород, улан-батор, улан-удэ, уппсала, уральск, урумчи, ухань,
феодосия, фукусима, хайдарабад, хайфа, ханты-мансийск, харбин, хеврон, хиросима, хмельницкий, хошимин,
цхинвали, чебоксары, ченнаи, череповец, черкассы, чернобыль, черновцы, чита, штутгарт, шымкент, шэньчжэнь,
элиста, эль-аюн, эль-кувейт, эр-рияд, эспоо, южно-сахалинск, янгон, ярославль
"""
_ARABIC = """
آسفي، أبها، أبو ظبي، أبوجا، أبوظبي، أبيدجان، أتلانتا، أثينا، أدنبرة، أديس أبابا، أديس ابابا، أربيل، أريحا،
أستانا، أسمرة، أسوان، أسونسيون، أصفهان، أفغانستان، أكادير، أكرا، ألماتي، ألمانيا، أم درمان، أمستردام،
أنتاناناريفو، أنتويرب، أنطاليا، أنقرة، أوتاوا، أوديسا، أوساكا، أوسلو، أوغندا، أوكرانيا، أوكلاند، إثيوبيا،
إدلب، إربد، إزمير، إسبانيا، إسرائيل، إسطنبول، إسلام آباد، إشبيلية، إفران، إيران، إيطاليا، اسطنبول،
اسلام آباد، الأرجنتين، الأردن، الأقصر، الإسكندرية، الإسماعيلية، الإمارات، الاسكندرية، البحرين، البرازيل،
البصرة، البليدة، البندقية، الجديدة، الجزائر، الجزائر العاصمة، الجيزة، الحديدة، الحسيمة، الخرطوم، الخليل،
الداخلة، الدار البيضاء، الدمام، الدوحة، الرباط، الرشيدية، الرقة، الرمادي، الرياض، الزرقاء، السعودية،
السليمانية، السمارة، السنغال، السودان، السويداء، السويس، الشارقة، الشلف، الصومال، الصويرة، الصين، الطائف،
العرائش، العراق، العريش، العقبة، العين، العيون، الغردقة، الفاتيكان، الفاشر، الفجيرة، الفلوجة، القامشلي،
القاهرة، القدس، القدس المحتلة، القنيطرة، القيروان، الكويت، اللاذقية، المحمدية، المدينة المنورة، المغرب،
المكسيك، المكلا، المنامة، المنستير، المنصورة، الموصل، الناصرة، الناظور، النجف، النيجر، الهند،
الولايات المتحدة، اليابان، اليمن، انجامينا، باتنة، باريس، بازل، باكستان، باكو، باليرمو، باماكو، بانجول،
بانغي، بانكوك، بجاية، براتيسلافا، برازافيل، برازيليا، براغ، برايا، برسبتة، برشلونة، برشيد، برلين، برمنغهام،
برن، بروكسل، بروكسيل، بريتوريا، بريشتينا، بريطانيا، بسكرة، بشار، بعلبك، بغداد، بكين، بلجيكا، بلغراد،
بلفاست، بلنسية، بنزرت، بنغازي، بنما، بنوم بنه، بني ملال، بوجمبورا، بوخارست، بودابست، بور أو برنس، بور سعيد،
بور سودان، بورت لويس، بورتسودان، بورتو، بورتو نوفو، بوردو، بورسعيد، بوسطن، بوغوتا، بون، بوينس آيرس،
بوينوس آيرس، بيت لحم، بيروت، بيساو، بيسلان، بيشاور، بيشكيك، بيونغ يانغ، تارودانت، تازة، تالين، تايبيه،
تبريز، تبليسي، تبوك، تركيا، تشاد، تشيرنوبيل، تطوان، تعز، تكريت، تل أبيب، تلمسان، تمارة، تمبكتو، تمنراست،
تندوف، تورونتو، تورينو، توزر، تولوز، تونس، تونس العاصمة، تيرانا، تيزنيت، تيزي وزو، جاكرتا، جدة، جربة، جنوة،
جنيف، جنين، جوبا، جوهانسبورغ، جيبوتي، جيجل، حلب، حماة، حمص، حيفا، خاركيف، خان يونس، خريبكة، خنيفرة، خيرسون،
دار السلام، دافوس، داكار، دالاس، دبلن، دبي، درعا، درنة، دريسدن، دكا، دلهي، دمشق، دهوك، دوالا، دودوما،
دوشنبه، دونيتسك، ديار بكر، ديترويت، دير الزور، ديربان، رأس الخيمة، رام الله، رانغون، رفح، رواندا، روتردام،
روسيا، روما، ريغا، ريكيافيك، ريو دي جانيرو، زحلة، زغرب، زوريخ، زيوريخ، سالزبورغ، سالونيك، سامراء،
سان بطرسبرغ، سان خوسيه، سان سلفادور، سان فرانسيسكو، سانت بطرسبرغ، سانتو دومينغو، سانتياغو، ساو باولو، سبها،
ستراسبورغ، ستوكهولم، سراييفو، سرت، سطات، سطيف، سكوبيي، سكيكدة، سلا، سمرقند، سنغافورة، سوتشي، سوريا، سورية،
سوسة، سول، سويسرا، سياتل، سيدني، سيدي بوزيد، سيفاستوبول، سيول، شرم الشيخ، شفشاون، شنغهاي، شيراز، شيكاغو،
صحار، صفاقس، صلالة، صنعاء، صوفيا، صيدا، طانطان، طبرق، طرابلس، طرطوس، طشقند، طنجة، طنطا، طهران، طوكيو،
عجمان، عدن، عشق آباد، عمان، عمّان، عنابة، عنتيبي، غابورون، غازي عنتاب، غانا، غاو، غرداية، غرناطة، غروزني،
غزة، غلاسكو، غوما، فاس، فالنسيا، فاليتا، فانكوفر، فرانكفورت، فرساي، فرنسا، فريتاون، فلاديفوستوك، فلسطين،
فلورنسا، فوكوشيما، فيلادلفيا، فيلنيوس، فيينا، قابس، قازان، قرطبة، قسنطينة، قطر، قفصة، قندهار، كابل، كابول،
كاتماندو، كاراكاس، كامبالا، كانبرا، كانو، كراتشي، كراكوف، كرايستشيرش، كربلاء، كركوك، كلكتا، كلميم، كندا،
كوالا لمبور، كوالالمبور، كوبا، كوبنهاغن، كوتونو، كولومبو، كولونيا، كوناكري، كيب تاون، كيتو، كيدال، كيشيناو،
كيغالي، كينشاسا، كينغستون، كينيا، كييف، لاباز، لاس فيغاس، لاغوس، لاهاي، لاهور، لبنان، لشبونة، لفيف، لندن،
لواندا، لوبومباشي، لوزان، لوس أنجلوس، لوس أنجليس، لوساكا، لوغانسك، لوكسمبورغ، لومي، ليبرفيل، ليبيا،
ليفربول، ليما، ليوبليانا، ليون، مأرب، مابوتو، ماريوبول، مالابو، مالقة، مالي، مانشستر، مانيلا، محج قلعة،
مدريد، مدينة الكويت، مراكش، مرسيليا، مستغانم، مسقط، مصر، مصراتة، مقديشو، مكة، مكة المكرمة، مكسيكو،
مكسيكو سيتي، مكناس، ملبورن، مليلية، موروني، موريتانيا، موسكو، مومباسا، مومباي، مونبلييه، مونتريال،
مونتيفيديو، مونروفيا، ميامي، ميلانو، مينسك، ميونخ، ميونيخ، نابلس، نابولي، ناغازاكي، نانت، نجامينا، نواديبو،
نواذيبو، نواكشوط، نوفوسيبيرسك، نيامي، نيجيريا، نيروبي، نيس، نيقوسيا، نيو دلهي، نيودلهي، نيوم، نيويورك،
هافانا، هامبورغ، هانوي، هرات، هراري، هرجيسا، هلسنكي، هولندا، هونغ كونغ، هيروشيما، هيوستن، وارسو، واشنطن،
واغادوغو، وجدة، ورزازات، ورقلة، وهران، ووهان، ويلينغتون، ويندهوك، يافا، ياموسوكرو، يانغون، ياوندي، يريفان
"""
_WHOLE = frozenset(
    fold(name.strip()) for name in re.split(r"[,،]", f"{_LATIN},{_CYRILLIC},{_ARABIC}") if name.strip()
)
# What the lists of places hold for the sake of names: parts of them, heavenly bodies, seas and points of the compass.
_NO_TOWNS = frozenset(
    fold(
        "Nord Sud Est Ouest North South East West Northern Southern Eastern Western Central Terre Lune Mars Soleil "
        "United Uni Unis Unies États States Royaume Kingdom Internet Net Web Islamic Tigre Coast Côte Golfe Gulf "
        "Orient Atlas Pâques Maurice Francisco Antonio Diego Salvador Caroline Virginie "
        "Запад Восток Север Юг Земля Луна Марс Солнце Интернет Рунет Федерация Союз Кремль Дон Штаты "
        "Соединенные Черное Тихий Дальний"
    ).split()
)
# What stands before a comma and a day, and is no place.
_LABELS = frozenset(
    fold(
        "décret loi arrêté directive règlement circulaire communiqué publié modifié mise tribune entretien éditorial "
        "chronique reportage analyse interview opinion comment editorial published updated posted decree law statement "
        "report release breaking exclusive interpol europol frontex "
        "указ закон приказ постановление заявление опубликовано обновлено интервью "
        "мнение репортаж بيان بلاغ قرار مرسوم قانون ظهير حوار رأي تصريح"
    ).split()
)
_LONG_VOWELS = str.maketrans("", "", "اويىه")
_ARABIC_SKELETONS = frozenset(
    skeleton
    for name in _WHOLE
    if len(skeleton := name.translate(_LONG_VOWELS)) >= 6 and "\u0621" <= name[0] <= "\u064a"
)
"""Foreign places without their long vowels, that each paper writes as it hears them: «بطرسبرغ», «بطرسبورغ»."""
_PARTS = re.compile(r"\s?[/(),،]\s?")
_SHORT = 6
"""Letters up to which a word in capitals may be an acronym: «JORF», «UNESCO»."""


def is_known_place(text: str) -> bool:
    """Whether each part of «Касабланка, Марокко» or «Beyrouth/Damas» is a place that is known by its whole name."""
    parts = [fold(part) for part in _PARTS.split(text.replace("’", "'")) if part.strip()]
    return bool(parts) and all(map(_is_known, parts))


def stands_in_capitals(text: str) -> bool:
    """Whether the first part stands in capitals throughout as agencies write places, not acronyms or labels."""
    part = _PARTS.split(text)[0].rstrip(".")
    if not part.isupper() or is_idle_acronym(fold(part)) or is_label(part):
        return False
    return max(map(len, re.split(r"[\s-]", part))) > _SHORT


def is_label(text: str) -> bool:
    """Whether it names a kind of text or an office that publishes, in any case: «Décret», «Указ», «بيان»."""
    return any(word in _LABELS for word in fold(text).split())


def _is_known(part: str) -> bool:
    if part in _WHOLE or part.translate(_LONG_VOWELS) in _ARABIC_SKELETONS:
        return True
    words = part.split()
    if not words or any(word in _NO_TOWNS or is_opener(word) or is_people(word) for word in words):
        return False
    return all(map(is_place, words))
