"""Countries, American states, French departments and Russian republics, as a dateline adds them to a small town."""

from articles.names.fold import fold

_LATIN = """
Afghanistan, Afrique du Sud, Ain, Aisne, Alabama, Alaska, Albania, Albanie, Alberta, Algeria, Algérie,
Allemagne, Allier, Alpes-Maritimes, Alpes-de-Haute-Provence, American Samoa, Andorra, Andorre, Angleterre,
Angola, Anguilla, Antigua & Barbuda, Antigua-et-Barbuda, Arabie saoudite, Ardennes, Ardèche, Argentina,
Argentine, Arizona, Ariège, Arkansas, Armenia, Arménie, Aruba, Aube, Aude, Australia, Australie, Austria,
Autriche, Aveyron, Azerbaijan, Azerbaïdjan, Bahamas, Bahrain, Bahreïn, Bangladesh, Barbade, Barbados, Bas-Rhin,
Belarus, Belgique, Belgium, Belize, Benin, Bermuda, Bermudes, Bhoutan, Bhutan, Birmanie, Biélorussie, Bolivia,
Bolivie, Bosnia & Herzegovina, Bosnie-Herzégovine, Botswana, Bouches-du-Rhône, Brazil, Bretagne, British
Columbia, British Indian Ocean Territory, British Virgin Islands, Brunei, Brésil, Bulgaria, Bulgarie, Burkina
Faso, Burma, Burundi, Bénin, California, Calvados, Cambodge, Cambodia, Cameroon, Cameroun, Canada, Cantal,
Cap-Vert, Cape Verde, Caribbean Netherlands, Catalogne, Cayman Islands, Central African Republic, Chad,
Charente, Charente-Maritime, Chechnya, Cher, Chile, Chili, China, Chine, Christmas Island, Chypre, Cisjordanie,
Cocos Islands, Colombia, Colombie, Colorado, Comores, Comoros, Congo - Brazzaville, Congo - Kinshasa,
Congo-Brazzaville, Congo-Kinshasa, Connecticut, Cook Islands, Corrèze, Corse, Corse-du-Sud, Corée du Nord, Corée
du Sud, Costa Rica, Creuse, Croatia, Croatie, Cuba, Curaçao, Cyprus, Czech Republic, Czechia, Côte d'Ivoire,
Côte-d'Or, Côtes-d'Armor, DR Congo, DRC, Dagestan, Daghestan, Danemark, Delaware, Denmark, Deux-Sèvres,
Djibouti, Dominica, Dominican Republic, Dominique, Dordogne, Doubs, Drôme, Ecuador, Egypt, El Salvador, England,
Equatorial Guinea, Eritrea, Espagne, Essonne, Estonia, Estonie, Eswatini, Etats-Unis, Ethiopia, Eure,
Eure-et-Loir, Falkland Islands, Faroe Islands, Fidji, Fiji, Finistère, Finland, Finlande, Florida, France,
French Guiana, French Polynesia, Gabon, Gambia, Gambie, Gard, Georgia, Germany, Gers, Ghana, Gibraltar, Gironde,
Grande-Bretagne, Greece, Greenland, Grenada, Grenade, Groenland, Grèce, Guadeloupe, Guam, Guatemala, Guernesey,
Guernsey, Guinea, Guinea-Bissau, Guinée, Guinée équatoriale, Guinée-Bissau, Guyana, Guyane française, Géorgie,
Géorgie du Sud-et-les Îles Sandwich du Sud, Haiti, Haut-Rhin, Haute-Corse, Haute-Garonne, Haute-Loire,
Haute-Marne, Haute-Savoie, Haute-Saône, Haute-Vienne, Hautes-Alpes, Hautes-Pyrénées, Hauts-de-Seine, Hawaii,
Haïti, Honduras, Hongrie, Hungary, Hérault, Iceland, Idaho, Ille-et-Vilaine, Illinois, Inde, India, Indiana,
Indonesia, Indonésie, Indre, Indre-et-Loire, Iowa, Irak, Iran, Iraq, Ireland, Irlande, Irlande du Nord, Islande,
Isle of Man, Israel, Israël, Isère, Italie, Italy, Ivory Coast, Jamaica, Jamaïque, Japan, Japon, Jersey, Jordan,
Jordanie, Jura, Kabylie, Kansas, Kazakhstan, Kentucky, Kenya, Kirghizstan, Kiribati, Kosovo, Koweït, Kuwait,
Kyrgyzstan, La Réunion, Landes, Laos, Latvia, Lebanon, Lesotho, Lettonie, Liban, Liberia, Libya, Libye,
Liechtenstein, Lithuania, Lituanie, Loir-et-Cher, Loire, Loire-Atlantique, Loiret, Lot, Lot-et-Garonne,
Louisiana, Lozère, Luxembourg, Macedonia, Macédoine, Macédoine du Nord, Madagascar, Maine, Maine-et-Loire,
Malaisie, Malawi, Malaysia, Maldives, Mali, Malta, Malte, Manche, Marne, Maroc, Marshall Islands, Martinique,
Maryland, Massachusetts, Maurice, Mauritania, Mauritanie, Mauritius, Mayenne, Mayotte, Meurthe-et-Moselle,
Meuse, Mexico, Mexique, Michigan, Micronesia, Micronésie, Minnesota, Mississippi, Missouri, Moldavie, Moldova,
Monaco, Mongolia, Mongolie, Montana, Montenegro, Montserrat, Monténégro, Morbihan, Morocco, Moselle, Mozambique,
Myanmar, Namibia, Namibie, Nauru, Nebraska, Nepal, Netherlands, Nevada, New Caledonia, New Hampshire, New
Jersey, New Mexico, New York, New Zealand, Nicaragua, Niger, Nigeria, Niue, Nièvre, Nord, Norfolk Island,
Normandie, North Carolina, North Dakota, North Korea, North Macedonia, Northern Ireland, Northern Mariana
Islands, Norvège, Norway, Nouvelle-Calédonie, Nouvelle-Zélande, Népal, Ohio, Oise, Oklahoma, Oman, Ontario,
Oregon, Orne, Ouganda, Ouzbékistan, Pakistan, Palaos, Palau, Palestine, Palestinian Territories, Panama,
Papouasie-Nouvelle-Guinée, Papua New Guinea, Paraguay, Pas-de-Calais, Pays de Galles, Pays-Bas, Pays-Bas
caribéens, Pennsylvania, Peru, Philippines, Pitcairn Islands, Poland, Pologne, Polynésie française, Porto Rico,
Portugal, Puerto Rico, Puy-de-Dôme, Pyrénées-Atlantiques, Pyrénées-Orientales, Pérou, Qatar, Quebec, Québec,
RCA, RD Congo, RDC, Rhode Island, Rhône, Romania, Roumanie, Royaume-Uni, Russia, Russie, Rwanda, République
centrafricaine, République dominicaine, République tchèque, Réunion, Sahara occidental, Saint-Barthélemy,
Saint-Christophe-et-Niévès, Saint-Marin, Saint-Martin, Saint-Pierre-et-Miquelon, Saint-Vincent-et-les
Grenadines, Sainte-Hélène, Sainte-Lucie, Salvador, Samoa, Samoa américaines, San Marino, Sao Tomé-et-Principe,
Sarthe, Saudi Arabia, Savoie, Saône-et-Loire, Scotland, Seine-Maritime, Seine-Saint-Denis, Seine-et-Marne,
Senegal, Serbia, Serbie, Seychelles, Siberia, Sibérie, Sierra Leone, Singapore, Singapour, Sint Maarten,
Slovakia, Slovaquie, Slovenia, Slovénie, Solomon Islands, Somalia, Somalie, Somme, Soudan, Soudan du Sud, South
Africa, South Carolina, South Dakota, South Georgia & South Sandwich Islands, South Korea, South Sudan, Spain,
Sri Lanka, St. Barthélemy, St. Helena, St. Kitts & Nevis, St. Lucia, St. Martin, St. Pierre & Miquelon, St.
Vincent & Grenadines, Sudan, Suisse, Suriname, Suède, Svalbard & Jan Mayen, Svalbard et Jan Mayen, Swaziland,
Sweden, Switzerland, Syria, Syrie, São Tomé & Príncipe, Sénégal, Tadjikistan, Taiwan, Tajikistan, Tanzania,
Tanzanie, Tarn, Tarn-et-Garonne, Taïwan, Tchad, Tchéquie, Tchétchénie, Tennessee, Territoire britannique de
l'océan Indien, Territoire de Belfort, Territoires palestiniens, Texas, Thailand, Thaïlande, Timor oriental,
Timor-Leste, Togo, Tokelau, Tonga, Trinidad & Tobago, Trinité-et-Tobago, Tunisia, Tunisie, Turkey, Turkmenistan,
Turkménistan, Turks & Caicos Islands, Turquie, Tuvalu, Türkiye, U.S. Virgin Islands, UAE, UK, US, USA, Uganda,
Ukraine, United Arab Emirates, United Kingdom, United States, Uruguay, Utah, Uzbekistan, Val-d'Oise,
Val-de-Marne, Vanuatu, Var, Vatican City, Vaucluse, Vendée, Venezuela, Vermont, Vienne, Vietnam, Virginia, Viêt
Nam, Vosges, Wales, Wallis & Futuna, Wallis-et-Futuna, Washington, West Bank, West Virginia, Western Sahara,
Wisconsin, Wyoming, Yemen, Yonne, Yvelines, Yémen, Zambia, Zambie, Zimbabwe, Åland Islands, Écosse, Égypte,
Émirats arabes unis, Équateur, Érythrée, État de la Cité du Vatican, États-Unis, Éthiopie, Île Christmas, Île
Norfolk, Île de Man, Îles Caïmans, Îles Cocos, Îles Cook, Îles Féroé, Îles Malouines, Îles Mariannes du Nord,
Îles Marshall, Îles Pitcairn, Îles Salomon, Îles Turques-et-Caïques, Îles Vierges britanniques, Îles Vierges des
États-Unis, Îles Åland
"""
_CYRILLIC = """
Австралия, Австрия, Адыгея, Азербайджан, Аландские о-ва, Албания, Алжир, Американское Самоа, Ангилья, Англия,
Ангола, Андорра, Антигуа и Барбуда, Аргентина, Армения, Аруба, Афганистан, Багамы, Бангладеш, Барбадос, Бахрейн,
Башкирия, Беларусь, Белиз, Белоруссия, Бельгия, Бенин, Бермудские о-ва, Бирма, Болгария, Боливия, Бонэйр,
Синт-Эстатиус и Саба, Босния и Герцеговина, Ботсвана, Бразилия, Британская территория в Индийском океане,
Бруней, Буркина-Фасо, Бурунди, Бурятия, Бутан, Вануату, Ватикан, Великобритания, Венгрия, Венесуэла, Виргинские
о-ва, Восточный Тимор, Вьетнам, Габон, Гаити, Гайана, Гамбия, Гана, Гваделупа, Гватемала, Гвинея, Гвинея-Бисау,
Германия, Гернси, Гибралтар, Гондурас, Гонконг, Гренада, Гренландия, Греция, Грузия, Гуам, ДР Конго, ДРК,
Дагестан, Дания, Джерси, Джибути, Доминика, Доминиканская Республика, Египет, Замбия, Западная Сахара, Зимбабве,
Израиль, Ингушетия, Индия, Индонезия, Иордания, Ирак, Иран, Ирландия, Исландия, Испания, Италия, Йемен, КНДР,
КНР, Кабардино-Балкария, Кабо-Верде, Казахстан, Калмыкия, Камбоджа, Камерун, Канада, Карелия, Катар, Кения,
Кипр, Киргизия, Кирибати, Китай, Кокосовые о-ва, Колумбия, Коми, Коморы, Конго - Браззавиль, Конго - Киншаса,
Косово, Коста-Рика, Кот-д'Ивуар, Крым, Куба, Кувейт, Кюрасао, Лаос, Латвия, Лесото, Либерия, Ливан, Ливия,
Литва, Лихтенштейн, Люксембург, Маврикий, Мавритания, Мадагаскар, Майотта, Макао, Македония, Малави, Малайзия,
Мали, Мальдивы, Мальта, Марий Эл, Марокко, Мартиника, Маршалловы о-ва, Мексика, Мозамбик, Молдавия, Молдова,
Монако, Монголия, Монтсеррат, Мордовия, Мьянма, Намибия, Науру, Непал, Нигер, Нигерия, Нидерланды, Никарагуа,
Ниуэ, Новая Зеландия, Новая Каледония, Норвегия, ОАЭ, Оман, Пакистан, Палау, Палестина, Палестинские территории,
Панама, Папуа — Новая Гвинея, Парагвай, Перу, Польша, Португалия, Пуэрто-Рико, Республика Корея, Реюньон,
Россия, Руанда, Румыния, США, Сальвадор, Самоа, Сан-Марино, Сан-Томе и Принсипи, Саудовская Аравия, Северная
Ирландия, Северная Македония, Северная Осетия, Северные Марианские о-ва, Сейшельские о-ва, Сен-Бартелеми,
Сен-Мартен, Сен-Пьер и Микелон, Сенегал, Сент-Винсент и Гренадины, Сент-Китс и Невис, Сент-Люсия, Сербия,
Сингапур, Синт-Мартен, Сирия, Словакия, Словения, Соединенные Штаты, Соломоновы о-ва, Сомали, Судан, Суринам,
Сьерра-Леоне, Таджикистан, Таиланд, Тайвань, Танзания, Татарстан, Того, Токелау, Тонга, Тринидад и Тобаго, Тува,
Тувалу, Тунис, Туркменистан, Турция, Тёркс и Кайкос, Уганда, Удмуртия, Узбекистан, Украина, Уоллис и Футуна,
Уругвай, Уэльс, Фарерские о-ва, Федеративные Штаты Микронезии, Фиджи, Филиппины, Финляндия, Фолклендские о-ва,
Франция, Французская Гвиана, Французская Полинезия, Хакасия, Хорватия, ЦАР, Центрально-Африканская Республика,
Чад, Черногория, Чехия, Чечня, Чили, Чувашия, Швейцария, Швеция, Шотландия, Шпицберген и Ян-Майен, Шри-Ланка,
Эквадор, Экваториальная Гвинея, Эритрея, Эсватини, Эстония, Эфиопия, ЮАР, Южная Георгия и Южные Сандвичевы о-ва,
Южно-Африканская Республика, Южный Судан, Якутия, Ямайка, Япония, о-в Мэн, о-в Норфолк, о-в Рождества, о-в Св.
Елены, о-ва Кайман, о-ва Кука, о-ва Питкэрн
"""
_ARABIC = """
آيسلندا, أذربيجان, أرمينيا, أروبا, أستراليا, أفريقيا الوسطى, أفغانستان, ألبانيا, ألمانيا, أمريكا, أنتيغوا
وبربودا, أندورا, أنغولا, أنغويلا, أورغواي, أوزبكستان, أوغندا, أوكرانيا, أيرلندا, إثيوبيا, إريتريا, إسبانيا,
إستونيا, إسرائيل, إسواتيني, إفريقيا الوسطى, إنجلترا, إندونيسيا, إيران, إيطاليا, اسكتلندا, الأراضي الفلسطينية,
الأرجنتين, الأردن, الإقليم البريطاني في المحيط الهندي, الإكوادور, الإمارات العربية المتحدة, البحرين, البرازيل,
البرتغال, البوسنة والهرسك, التشيك, الجبل الأسود, الجزائر, الدانمرك, الرأس الأخضر, السلفادور, السنغال, السودان,
السويد, الشيشان, الصحراء الغربية, الصومال, الصين, الضفة الغربية, العراق, الغابون, الفاتيكان, الفلبين, الكاميرون,
الكونغو - برازافيل, الكونغو - كينشاسا, الكونغو الديمقراطية, الكويت, المغرب, المكسيك, المملكة العربية السعودية,
المملكة المتحدة, النرويج, النمسا, النيجر, الهند, الولايات المتحدة, اليابان, اليمن, اليونان, انجلترا, بابوا غينيا
الجديدة, باراغواي, باكستان, بالاو, بربادوس, برمودا, بروناي, بريطانيا, بلجيكا, بلغاريا, بليز, بنغلاديش, بنما,
بنين, بوتان, بوتسوانا, بورتوريكو, بوركينا فاسو, بوركينافاسو, بورما, بوروندي, بولندا, بوليفيا, بولينيزيا
الفرنسية, بيرو, بيلاروس, تايلاند, تايوان, تركمانستان, تركيا, ترينيداد وتوباغو, تشاد, تشيلي, تنزانيا, توغو,
توفالو, توكيلاو, تونس, تونغا, تيمور - ليشتي, جامايكا, جبل طارق, جزر آلاند, جزر البهاما, جزر القمر, جزر
المارتينيك, جزر المالديف, جزر بيتكيرن, جزر توركس وكايكوس, جزر سليمان, جزر فارو, جزر فوكلاند, جزر فيرجن
الأمريكية, جزر فيرجن البريطانية, جزر كايمان, جزر كوك, جزر كوكوس, جزر مارشال, جزر ماريانا الشمالية, جزر والس
وفوتونا, جزيرة كريسماس, جزيرة مان, جزيرة نورفولك, جمهورية أفريقيا الوسطى, جمهورية الدومينيكان, جمهورية الكونغو
الديمقراطية, جنوب أفريقيا, جنوب إفريقيا, جنوب السودان, جورجيا, جورجيا الجنوبية وجزر ساندويتش الجنوبية, جيبوتي,
جيرسي, داغستان, دومينيكا, رواندا, روسيا, رومانيا, روينيون, زامبيا, زيمبابوي, ساحل العاج, ساموا, ساموا الأمريكية,
سان بارتليمي, سان بيير ومكويلون, سان مارتن, سان مارينو, سانت فنسنت وجزر غرينادين, سانت كيتس ونيفيس, سانت لوسيا,
سانت مارتن, سانت هيلينا, ساو تومي وبرينسيبي, سريلانكا, سفالبارد وجان ماين, سلوفاكيا, سلوفينيا, سنغافورة, سوريا,
سورية, سورينام, سويسرا, سيراليون, سيشل, صربيا, طاجيكستان, عُمان, غامبيا, غانا, غرينادا, غرينلاند, غواتيمالا,
غوادلوب, غوام, غويانا الفرنسية, غيانا, غيرنزي, غينيا, غينيا الاستوائية, غينيا بيساو, فانواتو, فرنسا, فنزويلا,
فنلندا, فيتنام, فيجي, قبرص, قطر, قيرغيزستان, كازاخستان, كاليدونيا الجديدة, كرواتيا, كمبوديا, كندا, كوبا,
كوراساو, كوريا الجنوبية, كوريا الشمالية, كوستاريكا, كوسوفو, كولومبيا, كيريباتي, كينيا, لاتفيا, لاوس, لبنان,
لوكسمبورغ, ليبيا, ليبيريا, ليتوانيا, ليختنشتاين, ليسوتو, مالطا, مالي, ماليزيا, مايوت, مدغشقر, مصر, مقدونيا
الشمالية, ملاوي, منغوليا, موريتانيا, موريشيوس, موزمبيق, مولدوفا, موناكو, مونتسرات, ميانمار, ميكرونيزيا, ناميبيا,
ناورو, نيبال, نيجيريا, نيكاراغوا, نيوزيلندا, نيوي, هايتي, هندوراس, هنغاريا, هولندا, هولندا الكاريبية, هونغ كونغ
الصينية
"""
_ALL = frozenset(
    fold(name.strip()) for name in f"{_LATIN},{_CYRILLIC},{_ARABIC}".replace("\n", " ").split(",")
)
_RUSSIAN = ("область", "обл.", "край", "республика", "район", "р-н")


def is_country(text: str) -> bool:
    """Whether it is all the name of a country or of a large part of one: «Burkina Faso», «Creuse», «Самарская обл.»."""
    name = text.strip().replace("’", "'")
    words = name.casefold().split()
    return fold(name) in _ALL or (
        1 < len(words) <= 3 and (words[-1] in _RUSSIAN or words[0] in ("республика", "штат"))
    )
