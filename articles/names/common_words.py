"""Capitalised words that name no person and no institution: places, peoples, calendar, openers of sentences."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from articles.names.fold import folded_set, script_of
from articles.names.inflect import is_form_of, token_key
from articles.names.tokens import FUNCTION_WORDS

_LATIN_PLACES = folded_set("""
Afghanistan Afrique Africa Albanie Albania Alger Algérie Algeria Algiers Allemagne Germany Alpes Amérique
America Amériques Americas Amman Amsterdam Angleterre England Angola Ankara Arabie Arabia Saoudite Argentine
Argentina Arizona Arkansas Arménie Armenia Asie Asia Athènes Athens Atlanta Atlantique Atlantic Australie
Australia Autriche Austria Azerbaïdjan Azerbaijan Bagdad Baghdad Bahreïn Bahrain Balkans Baltique Baltic
Bangkok Bangladesh Barcelone Barcelona Belgique Belgium Belgrade Bénin Benin Berlin Berne Beyrouth Beirut
Biélorussie Belarus Bolivie Bolivia Bombay Bordeaux Bosnie Bosnia Boston Botswana Brésil Brazil Brasilia
Bretagne Britain Bretton Bruxelles Brussels Bucarest Budapest Bulgarie Bulgaria Burkina Burundi Caire Cairo
Californie California Cambodge Cambodia Cameroun Cameroon Canada Caraïbes Caribbean Casablanca Caucase
Caucasus Centrafrique Chicago Chili Chile Chine China Chypre Cyprus Colombie Colombia Colorado Congo
Copenhague Copenhagen Corée Korea Corse Côte Coast Crimée Crimea Croatie Croatia Cuba Dakar Damas Damascus
Danemark Denmark Djibouti Donbass Donetsk Doha Dubaï Dubai Dublin Dubayy Écosse Scotland Égypte Egypt
Émirats Emirates Équateur Ecuador Érythrée Eritrea Espagne Spain Essaouira Estonie Estonia Éthiopie Ethiopia
Europe Fès Finlande Finland Floride Florida France Francfort Frankfurt Gabon Galles Wales Gambie Gaza Genève
Geneva Géorgie Georgia Ghana Gibraltar Golfe Gulf Grèce Greece Grenoble Guatemala Guinée Guinea Guyane Haïti
Haiti Hambourg Hamburg Havane Hawaï Hawaii Haye Hague Helsinki Honduras Hongrie Hungary Houston Idlib Inde
India Indiana Indonésie Indonesia Iowa Iran Irak Iraq Irlande Ireland Islamabad Islande Iceland Israël
Israel Istanbul Italie Italy Jamaïque Jamaica Japon Japan Jérusalem Jerusalem Jordanie Kaboul Kabul
Kazakhstan Kenya Khartoum Kiev Kirghizistan Kosovo Kourdistan Kurdistan Koweït Kuwait Lagos Lattaquié
Lettonie Latvia Liban Lebanon Libéria Liberia Libye Libya Liège Lille Lima Lisbonne Lisbon Lituanie
Lithuania Liverpool Londres London Louisiane Louisiana Luxembourg Lyon Macédoine Macedonia Madagascar Madrid
Maghreb Malaisie Malaysia Mali Malte Malta Manche Manchester Manhattan Maroc Morocco Marrakech Marseille
Massachusetts Maurice Mauritanie Mauritania Mecque Mecca Médine Méditerranée Mediterranean Meknès Melbourne
Mexico Mexique Miami Michigan Milan Minnesota Minsk Moldavie Moldova Monaco Mongolie Monténégro Montenegro
Montpellier Montréal Moscou Moscow Mozambique Munich Nantes Naples Nevada Nice Nicaragua Niger Nigeria
Nigéria Normandie Norvège Norway Nouakchott Océanie Odessa Ohio Oman Ontario Oregon Orient Oslo Ottawa
Ouagadougou Ouganda Uganda Oujda Oural Ouzbékistan Pacifique Pacific Pakistan Palestine Panama Pâques
Paraguay Paris Pékin Beijing Pennsylvanie Pennsylvania Pérou Peru Philadelphie Philadelphia Philippines
Pologne Poland Portugal Prague Provence Pyongyang Pyrénées Qatar Québec Quebec Rabat Reims Rennes Rhin Riga
Rio Riyad Riyadh Rome Roumanie Romania Royaume Russie Russia Rwanda Sahara Sahel Salvador Scandinavie
Sarajevo Sénégal Senegal Séoul Seoul Serbie Serbia Sévastopol Shanghai Sibérie Siberia Sierra Sinaï
Singapour Singapore Slovaquie Slovakia Slovénie Slovenia Somalie Somalia Sotchi Sochi Soudan Sudan Stockholm
Strasbourg Suède Sweden Suisse Switzerland Sydney Syrie Syria Taïwan Taiwan Tachkent Tadjikistan Tallinn
Tanger Tangier Tanzanie Tanzania Tbilissi Tchad Chad Tchéquie Tchétchénie Chechnya Téhéran Tehran Tennessee
Tétouan Texas Thaïlande Thailand Tibet Togo Tokyo Toronto Toulouse Tripoli Tunis Tunisie Tunisia
Turkménistan Turquie Turkey Ukraine Uruguay Utah Varsovie Warsaw Vatican Vénétie Venezuela Venise Venice
Vienne Vienna Vietnam Vilnius Virginie Volga Washington Wisconsin Yémen Yemen York Yorkshire Zagreb Zambie
Zambia Zimbabwe Zurich Angeles Vegas Diego Francisco Antonio Jersey Hampshire Dakota Carolina Caroline
Zélande Zealand Kong Hong Delhi Aires Buenos Leone Faso Rica Lanka Tigre Unis Uni États States Kingdom Unies
United Nord Sud Est Ouest North South East West Northern Southern Eastern Western Central Terre Lune Mars
Soleil Seine Loire Rhône Garonne Danube Nil Nile Everest Bénélux Benelux Tindouf Laâyoune Dakhla Agadir Salé
Ceuta Melilla Oran Constantine Annaba Kabylie Rif Atlas Sfax Sousse Carthage Alep Aleppo Homs Palmyre
Mossoul Mosul Kobané Rakka Raqqa Sébastopol Donbas Lougansk Luhansk Marioupol Mariupol Kharkiv Kharkov
Kirkouk Erevan Bakou Astana Bichkek Kigali Bamako Niamey Abidjan Lomé Cotonou Libreville Kinshasa
Brazzaville Luanda Nairobi Addis Abeba Conakry Freetown Tchernobyl Chernobyl Fukushima Hiroshima Jakarta
Manille Hanoï Rangoun Katmandou Colombo Bogota Caracas Quito Santiago Montevideo Asunción Islamic Internet
Net Web
""")
_LATIN_NATIONS = folded_set("""
Afghan Africain Africaine Américain Américaine Allemand Allemande Anglais Anglaise Arabe Argentin Arménien
Asiatique Australien Autrichien Belge Berbère Brésilien Britannique Bulgare Canadien Canadienne Catalan
Chinois Chinoise Chilien Colombien Coréen Corse Croate Cubain Danois Écossais Égyptien
Espagnol Espagnole Européen Européenne Finlandais Français Française Gallois Géorgien Grec Grecque Haïtien
Hongrois Indien Iranien Irakien Irlandais Islandais Israélien Israélienne Italien Italienne Japonais
Japonaise Kurde Libanais Libyen Malien Marocain Marocaine Maghrébin Mexicain Néerlandais
Nigérian Norvégien Ottoman Ouzbek Pakistanais Palestinien Parisien Parisienne Péruvien Polonais Portugais
Québécois Roumain Russe Sahraoui Saoudien Sénégalais Serbe Soudanais Soviétique Suédois Suisse
Syrien Tchèque Tchétchène Tunisien Turc Turque Ukrainien Vietnamien Yéménite Algérien Algérienne Afghans
African American Arab Argentine Armenian Asian Australian Austrian Belgian Brazilian British Bulgarian
Canadian Chinese Croatian Cuban Czech Danish Dutch Egyptian English European Finnish
French Georgian German Greek Hungarian Indian Iranian Iraqi Irish Israeli Italian Japanese
Jordanian Kurdish Korean Lebanese Libyan Mexican Moroccan Nigerian Norwegian Pakistani
Palestinian Polish Portuguese Russian Saudi Scottish Serbian Soviet Spanish
Swedish Swiss Syrian Thai Tunisian Turkish Ukrainian Vietnamese Welsh Yemeni Algerian
Scot Briton
Hollandais Londonien Napolitain Basque
Albanais Andorran Angolais Azerbaïdjanais Bahreïni Bangladais Béninois Biélorusse Birman Bolivien Bosnien
Botswanais Burkinabé Burundais Cambodgien Camerounais Centrafricain Chypriote Comorien Congolais Costaricain
Djiboutien Émirati Équatorien Érythréen Estonien Éthiopien Gabonais Gambien Ghanéen Guatémaltèque Guinéen
Hondurien Indonésien Ivoirien Jamaïcain Jordanien Kazakh Kényan Kirghize Kosovar Koweïtien Laotien Letton
Libérien Lituanien Luxembourgeois Macédonien Malaisien Malgache Maltais Mauricien Mauritanien Moldave Mongol
Monténégrin Mozambicain Namibien Népalais Nicaraguayen Nigérien Omanais Ougandais Panaméen Paraguayen
Philippin Qatari Rwandais Salvadorien Singapourien Slovaque Slovène Somalien Tadjik Tanzanien Tchadien
Thaïlandais Togolais Turkmène Uruguayen Vénézuélien Zambien Zimbabwéen
Albanian Angolan Azerbaijani Bahraini Bangladeshi Belarusian Beninese Bolivian Bosnian Burmese Burundian
Cambodian Cameroonian Chadian Chilean Colombian Congolese Cypriot Djiboutian Ecuadorian Emirati Eritrean
Estonian Ethiopian Gabonese Gambian Ghanaian Guinean Haitian Honduran Icelandic Indonesian Ivorian Jamaican
Kenyan Kuwaiti Kyrgyz Laotian Latvian Liberian Lithuanian Macedonian Malagasy Malawian Malaysian Malian Maltese
Mauritanian Moldovan Mongolian Montenegrin Mozambican Namibian Nepalese Omani Panamanian Paraguayan Peruvian
Filipino Rwandan Romanian Senegalese Singaporean Slovak Slovenian Somali Sudanese Tajik Tanzanian Togolese
Turkmen Ugandan Uruguayan Uzbek Venezuelan Zambian Zimbabwean
""")
_CREEDS_AND_PARTIES = folded_set("""
Chrétien Chiite Juif Juive Musulman Sunnite Catholic Christian Islamist Jewish Muslim Protestant Shia
Shiite Sunni Democrat Democratic Republican Conservative Labour Tory Nazi Communist Olympic Brexit
Républicain Démocrate Socialiste Communiste Travailliste Olympique Olympiques Latin Slave
""")
_LATIN_PEOPLES = _LATIN_NATIONS | _CREEDS_AND_PARTIES
_CALENDAR = folded_set("""
janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi
jeudi vendredi samedi dimanche january february march april may june july august september october november
december monday tuesday wednesday thursday friday saturday sunday jan feb aug sept sep oct nov dec ramadan
noël christmas easter pâques toussaint
""")
_OPENERS = FUNCTION_WORDS | folded_set("""
Abord Actuellement Ailleurs Alors Année Années Aucun Aucune Aujourd hui Aujourd'hui Auparavant Autant Autre
Autres Aussi Aussitôt Avant Beaucoup Bien Bientôt Bref Ceci Cela Celle Celles Celui Certain Certaine
Certaines Certains Ces Cette Ceux Chacun Chacune Chaque Cinq Cité Combien Comment Concernant Contrairement
Côté Dès Début Déjà Demain Depuis Dernier Dernière Derrière Désormais Deux Devant Dix Douze Également Encore
Enfin Ensuite Environ Est Étant Eux Face Faute Fin Finalement Grâce Hormis Huit Ici Interrogé Interrogée
Jamais Jusqu Justement Là Laquelle Lequel Loin Longtemps Lors Malgré Maintenant Merci Même Mieux Moi Moins
Mon Mes Neuf Non Nos Notre Nul Nombre Nombreux Où Oui Outre Parallèlement Parce Parfois Parmi Partout Peu
Peut Plus Plusieurs Plutôt Pourquoi Près Premier Première Presque Puisque Quatre Quelle Quelles Quelque
Quelques Quels Quiconque Quoi Rappelons Rien Sa Ses Sept Seul Seule Seulement Si Sitôt Situé Situé Six Soit
Suite Suivant Suivez Surtout Tel Telle Toujours Tous Tout Toute Toutefois Toutes Très Trois Trop Tu Vingt
Vis Vivement Vos Votre Vous Voilà Via Vu Vidéo Photo Regarder Lire Mise Publié Voir Ah Oh Eh Ok Bonjour
About Above According Across Actually Add Additionally All Almost Along Already Another Any Anyone Anything
Are Around Ask Away Back Be Been Best Better Big Can Can't Could Currently Despite Does Don't Each Early
Either Eight Else Even Eventually Ever Every Everyone Everything Few Fewer Finally First Five Following
Former Four Fresh From Further Get Given Go Good Got Great Half Have Here Hers High Him His Hundreds I I'm
It's Its Just Last Late Later Least Less Let Like Likewise Long Look Lots Made Make Many Maybe Me Meanwhile
Might More Moreover Most Mostly Much Must My Near Nearly Neither Never Nevertheless New News Next Nine No
Nobody None Not Nothing Nowadays Often Ok Old One Other Others Otherwise Our Out Own Part Perhaps Please
Previously Read Really Recent Recently Same Second Secondly See Seven Several Shall She's Should Similarly
Six Some Somebody Someone Something Sometimes Soon Such Sure Ten Thank Thanks That's Their Them Themselves
Then There's Therefore These Third Those Thousands Three Thus Together Too Twice Two Unlike Up Update Upon
Us Usually Very Video Want Was We We're Well Were What's Whatever Whether Whose Within Would Yes You Your
You're Автор Более Больше Бывший Бывшая Ваш Весь Видимо Видео Возможно Во-первых Вообще Впрочем Все Всего
Вскоре Всё Где Глава Говоря Да Давно Далее Два Две Действительно Для Другая Другие Другой Его Ее Едва Если
Есть Еще Зачем Здесь Значит Из-за Иначе Иногда Интересно Источник Их Каждый Казалось Как Какие Какой Конечно
Кроме Кстати Кто Куда Лишь Любой Мало Между Меня Мне Много Многие Может Можно Мой Мы Надо Накануне Например
Напомним Нам Нас Наш Наша Наше Наши Неизвестно Некоторые Нельзя Несколько Несмотря Нет Никто Ничего Новая
Новое Новости Новый Новым Нового Новой Новую Но Нужно Об Оба Обычно Один Одна Однако Одни Одно Около Он Она
Они Оно Опять Особенно Остальные Отвечая Очевидно Очень Первый Первая Почему Почти Поэтому Правда Прежде При
Примерно Причем Просто Против Пусть Пять Раньше Речь Сам Сама Сами Самый Свои Свой Сейчас Скорее Сколько
Следует Следующий Словом Снова Согласно Сообщается Среди Сразу Судя Такая Также Такие Такое Такой Там Те Тем
Теперь Тогда Только Три Трудно Ты Тут Уже Учитывая Хотя Целью Часто Часть Четыре Что Чтобы Эта Эти Это Этот
Является Я Фото Добавим Отметим По-видимому По-прежнему Тем-не-менее
""")
_CYRILLIC_PLACES: dict[str, tuple[str, ...]] = {}
for _place in sorted(
    folded_set("""
Россия Москва Петербург Санкт Петербург Украина Киев Крым Донбасс Донецк Луганск Харьков Одесса Белоруссия
Беларусь Минск Грузия Тбилиси Армения Ереван Азербайджан Баку Казахстан Астана Алматы Киргизия Бишкек
Узбекистан Ташкент Таджикистан Душанбе Туркмения Ашхабад Молдавия Молдова Кишинев Латвия Рига Литва Вильнюс
Эстония Таллин Европа Азия Африка Америка Австралия Америки США Вашингтон Нью Йорк Калифорния Техас Канада
Мексика Бразилия Аргентина Чили Куба Гавана Венесуэла Колумбия Боливия Германия Берлин Франция Париж Италия
Рим Испания Мадрид Португалия Лиссабон Англия Британия Великобритания Лондон Шотландия Ирландия Дублин
Бельгия Брюссель Голландия Нидерланды Гаага Амстердам Швейцария Женева Берн Цюрих Австрия Вена Польша
Варшава Чехия Прага Словакия Братислава Венгрия Будапешт Румыния Бухарест Болгария София Сербия Белград
Хорватия Загреб Словения Черногория Косово Албания Греция Афины Кипр Турция Анкара Стамбул Сирия Дамаск Ирак
Багдад Иран Тегеран Израиль Иерусалим Палестина Газа Ливан Бейрут Иордания Египет Каир Ливия Триполи Тунис
Алжир Марокко Рабат Касабланка Мавритания Мали Сенегал Судан Эфиопия Сомали Кения Нигерия Конго Ангола Йемен
Саудовская Аравия Катар Доха Кувейт Эмираты Дубай Оман Бахрейн Афганистан Кабул Пакистан Исламабад Индия
Дели Китай Пекин Шанхай Гонконг Тайвань Япония Токио Корея Сеул Пхеньян Вьетнам Таиланд Индонезия Малайзия
Сингапур Филиппины Монголия Скандинавия Швеция Стокгольм Норвегия Осло Финляндия Хельсинки Дания Копенгаген
Исландия Кавказ Сибирь Урал Дальний Восток Поволжье Волга Дон Нева Кубань Сочи Краснодар Ростов Волгоград
Саратов Самара Казань Татарстан Уфа Башкирия Пермь Екатеринбург Челябинск Омск Новосибирск Томск Красноярск
Иркутск Якутия Якутск Хабаровск Владивосток Сахалин Камчатка Магадан Мурманск Архангельск Карелия
Калининград Псков Новгород Тверь Ярославль Кострома Иваново Владимирская Рязань Тула Калуга Брянск Орел
Курск Белгород Воронеж Липецк Тамбов Пенза Ульяновск Киров Ижевск Оренбург Тюмень Чечня Грозный Дагестан
Махачкала Ингушетия Осетия Абхазия Цхинвал Сухуми Кремль Подмосковье Запад Восток Север Юг Земля Луна Марс
Солнце Интернет Рунет Средиземное Черное Балтийское Каспийское Тихий Атлантический Соединенные Штаты Уэльс
Каталония Микронезия Гуам Флорида Аляска Гавайи Огайо Чикаго Бостон Лос Анджелес Сан Франциско Балканы
Прибалтика Закавказье Федерация Союз СССР РФ Братск Сочи
Джибути Чад Нджамена Нигер Ниамей Буркина Фасо Уагадугу Бамако Дакар Гамбия Банжул Гвинея Конакри Бисау Либерия
Монровия Гана Аккра Того Ломе Бенин Котону Камерун Яунде Габон Либревиль Заир Киншаса Браззавиль Руанда Кигали
Бурунди Уганда Кампала Танзания Замбия Лусака Зимбабве Хараре Малави Мозамбик Мапуту Ботсвана Намибия Виндхук
Лесото Мадагаскар Маврикий Коморы Сейшелы Эритрея Асмэра Хартум Аддис Абеба Могадишо Найроби Луанда Претория
Йоханнесбург Кейптаун Нуакшот Лаайюн Танжер Фес Мекнес Агадир Марракеш Уджда Тетуан Дахла Оран Сахель
Магриб Сахара Маскат Даби Манама Аден Рияд Мекка Медина Джидда Алеппо Хомс Мосул Басра Киркук Эрбиль
Непал Катманду Бангладеш Дакка Шри Ланка Коломбо Бирма Мьянма Янгон Лаос Камбоджа Пномпень Ханой Бангкок Джакарта
Манила Мумбаи Калькутта Карачи Лахор Пешавар Кандагар Осака Мельбурн Канберра Окленд Фиджи Гватемала
Гондурас Никарагуа Панама Ямайка Гаити Доминикана Эквадор Кито Перу Лима Парагвай Уругвай Монтевидео Каракас Богота
Гайана Суринам Бразилиа Македония Скопье Босния Герцеговина Сараево Приштина Подгорица Тирана Люксембург
Мальта Монако Андорра Лихтенштейн Ватикан Неаполь Турин Венеция Флоренция Барселона Севилья Валенсия Марсель
Лион Тулуза Бордо Страсбург Ницца Гамбург Мюнхен Франкфурт Кельн Лейпциг Дрезден Роттердам Антверпен
Краков Гданьск Вроцлав Салоники Измир Манчестер Ливерпуль Эдинбург Глазго Белфаст Торонто Монреаль
Ванкувер Майами Хьюстон Даллас Детройт Филадельфия Новороссийск Севастополь Симферополь Ялта Керчь
Мариуполь Херсон Запорожье Днепропетровск Чернигов Полтава Гомель Витебск Гродно Брест
""")
):
    _CYRILLIC_PLACES[token_key(_place)] = (*_CYRILLIC_PLACES.get(token_key(_place), ()), _place)
_ARABIC_PLACES = folded_set("""
أفغانستان ألبانيا ألمانيا الجزائر أندورا أنغولا أرجنتين الأرجنتين أرمينيا أستراليا النمسا أذربيجان بهاماس
البحرين بنغلاديش بربادوس بلجيكا بليز بنين بوتان بوليفيا البوسنة الهرسك بوتسوانا البرازيل بروناي بلغاريا
بوركينا بوروندي بورندي كمبوديا كاميرون الكاميرون كندا تشاد تشيلي شيلي الصين كولومبيا الكونغو كوستاريكا كرواتيا
كوبا قبرص تشيكيا التشيك الدنمارك الدانمارك جيبوتي الدومينيكان إكوادور الإكوادور مصر السلفادور إريتريا إستونيا
إثيوبيا فيجي فنلندا فرنسا الغابون غامبيا غانا اليونان غرينادا غواتيمالا غينيا غيانا هايتي هندوراس المجر
هنغاريا آيسلندا أيسلندا الهند إندونيسيا إيران العراق إيرلندا أيرلندا إسرائيل إيطاليا جامايكا اليابان الأردن
كازاخستان كينيا الكويت قرغيزستان لاوس لاتفيا لبنان ليسوتو ليبيريا ليبيا ليتوانيا لوكسمبورغ مدغشقر مالاوي
ماليزيا المالديف مالي مالطا موريتانيا موريشيوس المكسيك مولدوفا مولدافيا موناكو منغوليا المغرب موزمبيق ميانمار
بورما ناميبيا نيبال هولندا نيوزيلندا نيكاراغوا النيجر نيجيريا النرويج عمان باكستان بنما باراغواي بيرو الفلبين
بولندا بولونيا البرتغال قطر رومانيا روسيا رواندا السعودية السنغال صربيا سيشل سيراليون سنغافورة سلوفاكيا
سلوفينيا الصومال إسبانيا أسبانيا سريلانكا السودان سورينام السويد سويسرا سوريا سورية تايوان طاجيكستان تنزانيا
تايلاند تايلند توغو تونس تركيا تركمانستان أوغندا أوكرانيا الإمارات بريطانيا إنجلترا إنكلترا اسكتلندا ويلز
أمريكا أميركا أوروغواي أوزبكستان فاتيكان الفاتيكان فنزويلا فيتنام اليمن زامبيا زيمبابوي كوسوفو فلسطين كوريا
مقدونيا كردستان الشيشان داغستان القرم سيبيريا أوروبا آسيا إفريقيا أفريقيا القوقاز البلقان الصحراء كابول تيرانا
برلين لواندا يريفان كانبيرا فيينا باكو المنامة دكا بروكسل بورتونوفو سراييفو برازيليا واغادوغو بوجمبورا ياوندي
أوتاوا نجامينا سانتياغو بكين بيجين شنغهاي بوغوتا كينشاسا برازافيل زغرب هافانا نيقوسيا براغ كوبنهاغن كيتو
القاهرة أسمرة تالين أديس أبابا هلسنكي باريس ليبرفيل بانجول تبليسي أكرا أثينا كوناكري بودابست ريكيافيك دلهي
نيودلهي جاكرتا طهران بغداد دبلن القدس روما طوكيو أستانا نيروبي بشكيك ريغا بيروت مونروفيا طرابلس فيلنيوس
أنتاناناريفو كوالالمبور باماكو نواكشوط مكسيكو كيشيناو الرباط مابوتو كاتماندو كاتمندو أمستردام لاهاي نيامي
أبوجا لاغوس أوسلو مسقط إسلامأباد كراتشي ليما مانيلا وارسو لشبونة الدوحة بوخارست موسكو كيغالي الرياض داكار
بلغراد فريتاون براتيسلافا ليوبليانا مقديشو مدريد برشلونة كولومبو الخرطوم ستوكهولم برن جنيف زيورخ زوريخ دمشق
تايبيه دوشنبه بانكوك لومي أنقرة اسطنبول إسطنبول عشقآباد كامبالا كييف أبوظبي دبي لندن واشنطن نيويورك بوسطن
شيكاغو كاليفورنيا فلوريدا تكساس مونتيفيديو طشقند كاراكاس هانوي صنعاء عدن لوساكا هراري بريشتينا رامالله سيول
بيونغيانغ سكوبيه مينسك ميونيخ فرانكفورت هامبورغ ميلانو نابولي البندقية مرسيليا ستراسبورغ مانشستر ليفربول
إدنبرة بطرسبرغ بطرسبورغ سوتشي غروزني دونيتسك خاركيف أوديسا ملبورن تورونتو مونتريال بوينس هونغ كونغ
""")
_ACRONYMS_OF_NOTHING = folded_set("""
TV PC CD DVD PIB VIH SIDA ADN ARN GPS USA US UK UAE URSS RDA RFA RCA RDC EHPAD ONG PDG DG SDF HLM TGV RER BD
OGM TVA SMIC QI SMS CV PME VIP JO KO OK HIV AIDS DNA RNA GDP GNP CEO CFO COO NGO FAQ AM PM BC AD EU ID IQ IT
TNT ADSL HD UHD SUV VTT IVG PMA GPA RTT CDD CDI CAC SARS SRAS COVID ECG IRM AK DM XL AVC LED DPE INF BTP RIP
MWP MP MPS GMT UTC EST CET BST ET PT CNY USD EUR ISBN VF VO LGBT США РФ СССР ФРГ ГДР КНР КНДР ЮАР ОАЭ ВВП
ДНК СМИ СПИД ВИЧ ДТП ЧП ЖКХ НДС ТВ ПК ЕГЭ ВУЗ НЛО АЭС ТЭЦ ГЭС УК УПК РК ЗАГС ООО ОАО ЗАО ПАО АО НАК ИП НКО
НПО ГУП ФГУП ЦПКО АТС МКС БТР МКАД СССP УССР РСФСР ЛГБТ ПРО ПВО ЯО АССР МСК ГМО ПЦР XX XIX XXI XVIII II III
IV VI VII VIII IX XI XII XIII XIV XV XVI XVII
""")


@lru_cache(maxsize=1 << 14)
def is_place(folded: str) -> bool:
    """Whether the folded word is a well-known place or a part of its name."""
    if script_of(folded) == "Cyrl":
        last = folded.split(" ")[-1]
        return any(is_form_of(last, place) for place in _CYRILLIC_PLACES.get(token_key(last), ()))
    return folded in _LATIN_PLACES or (
        " " in folded and all(part in _LATIN_PLACES for part in folded.split())
    )


def is_arabic_place(folded: str) -> bool:
    """Whether the folded word, in Arabic letters, is a country, a capital or another well-known place."""
    return folded in _ARABIC_PLACES


def known_places(script: str) -> Iterable[str]:
    """The well-known places in Arabic or in Russian, folded."""
    if script == "Arab":
        return _ARABIC_PLACES
    return (place for places in _CYRILLIC_PLACES.values() for place in places)


@lru_cache(maxsize=1 << 14)
def is_people(folded: str) -> bool:
    """Whether the folded word is a nationality, a creed or a party's adherent, in the singular or plural."""
    return folded in _LATIN_PEOPLES or _is_in_plural(folded, _STEMS)


def is_nation(folded: str) -> bool:
    """Whether the folded word, in Latin letters, is a nationality: no creed, no party."""
    return folded in _LATIN_NATIONS or (
        folded not in _CREEDS_AND_PARTIES and _is_in_plural(folded, _STEMS_OF_NATIONS)
    )


def _is_in_plural(folded: str, stems: frozenset[str]) -> bool:
    """Whether one of these stems is that of a word, which may be of a woman, or of many."""
    stem = folded.rstrip("es")
    if folded[-1:] in "se" and stem in stems:
        return True
    # «Vietnamienne», «Lettonnes»
    return stem.endswith("nn") and folded != stem and stem[:-1] in stems


_STEMS = frozenset(word.rstrip("es") for word in _LATIN_PEOPLES)
_STEMS_OF_NATIONS = frozenset(word.rstrip("es") for word in _LATIN_NATIONS)


@lru_cache(maxsize=1 << 14)
def is_opener(folded: str) -> bool:
    """Whether the folded word is a small word or an adverb, written with a capital only at a beginning."""
    first = folded.split(" ", 1)[0]
    return (
        folded in _OPENERS
        or folded.endswith((" таки", " то"))
        or (first == folded and len(folded) > 6 and folded.endswith(("ement", "amment", "emment")))
    )


def is_calendar(folded: str) -> bool:
    """Whether the folded word is a month, a day or a feast."""
    return folded in _CALENDAR


def is_idle_acronym(folded: str) -> bool:
    """Whether the capitals stand for a country, a thing or a numeral, not for an institution."""
    return folded in _ACRONYMS_OF_NOTHING
