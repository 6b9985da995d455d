"""Countries, American states, French departments and Russian republics, as a dateline adds them to a small town."""

from __future__ import annotations

import re
from functools import cache

from articles.names.fold import fold
from articles.terms import terms

# What the table of terms does not have as a country, and acronyms, which it reads as they are written alone.
_LATIN = """
Ain, Aisne, Alabama, Alaska, Alberta, Allier, Alpes-Maritimes, Alpes-de-Haute-Provence, Antigua & Barbuda,
Ardennes, Ardèche, Arizona, Ariège, Arkansas, Aube, Aude, Aveyron, Bas-Rhin, Birmanie, Bouches-du-Rhône,
Bretagne, British Columbia, British Indian Ocean Territory, British Virgin Islands, California, Calvados,
Cantal, Caribbean Netherlands, Catalogne, Charente, Charente-Maritime, Chechnya, Cher, Christmas Island,
Cisjordanie, Cocos Islands, Colorado, Connecticut, Cook Islands, Corrèze, Corse, Corse-du-Sud, Creuse,
Côte-d'Or, Côtes-d'Armor, DRC, Dagestan, Daghestan, Delaware, Deux-Sèvres, Dominique, Dordogne, Doubs, Drôme,
Essonne, Eure, Eure-et-Loir, Finistère, Florida, Gard, Gers, Gironde, Grenade, Guernesey, Guernsey, Géorgie du
Sud-et-les Îles Sandwich du Sud, Haut-Rhin, Haute-Corse, Haute-Garonne, Haute-Loire, Haute-Marne, Haute-Savoie,
Haute-Saône, Haute-Vienne, Hautes-Alpes, Hautes-Pyrénées, Hauts-de-Seine, Hawaii, Hérault, Idaho,
Ille-et-Vilaine, Illinois, Indiana, Indre, Indre-et-Loire, Iowa, Irlande du Nord, Isle of Man, Isère, Jersey,
Jura, Kabylie, Kansas, Kentucky, La Réunion, Landes, Loir-et-Cher, Loire, Loire-Atlantique, Loiret, Lot,
Lot-et-Garonne, Louisiana, Lozère, Maine, Maine-et-Loire, Manche, Marne, Maryland, Massachusetts, Maurice,
Mayenne, Meurthe-et-Moselle, Meuse, Michigan, Minnesota, Mississippi, Missouri, Montana, Morbihan, Moselle,
Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, Niue, Nièvre, Nord, Norfolk Island,
Normandie, North Carolina, North Dakota, Northern Ireland, Ohio, Oise, Oklahoma, Ontario, Oregon, Orne,
Pas-de-Calais, Pays de Galles, Pays-Bas caribéens, Pennsylvania, Pitcairn Islands, Puy-de-Dôme,
Pyrénées-Atlantiques, Pyrénées-Orientales, Quebec, Québec, RCA, RD Congo, RDC, Rhode Island, Rhône,
Saint-Barthélemy, Saint-Martin, Saint-Pierre-et-Miquelon, Sainte-Hélène, Sainte-Lucie, Salvador, Sarthe, Savoie,
Saône-et-Loire, Scotland, Seine-Maritime, Seine-Saint-Denis, Seine-et-Marne, Siberia, Sibérie, Sint Maarten,
Somme, South Carolina, South Dakota, South Georgia & South Sandwich Islands, St. Barthélemy, St. Helena, St.
Kitts & Nevis, St. Lucia, St. Martin, St. Pierre & Miquelon, St. Vincent & Grenadines, Svalbard & Jan Mayen,
Svalbard et Jan Mayen, São Tomé & Príncipe, Tarn, Tarn-et-Garonne, Tchétchénie, Tennessee, Territoire
britannique de l'océan Indien, Territoire de Belfort, Texas, Tokelau, Trinidad & Tobago, Turks & Caicos Islands,
U.S. Virgin Islands, UAE, UK, US, USA, Utah, Val-d'Oise, Val-de-Marne, Var, Vatican City, Vaucluse, Vendée,
Vermont, Vienne, Virginia, Vosges, Wales, Wallis & Futuna, Wallis-et-Futuna, Washington, West Bank, West
Virginia, Wisconsin, Wyoming, Yonne, Yvelines, Åland Islands, Écosse, État de la Cité du Vatican, Île Christmas,
Île Norfolk, Île de Man, Îles Cocos, Îles Cook, Îles Pitcairn, Îles Vierges britanniques, Îles Vierges des
États-Unis, Îles Åland
"""
_CYRILLIC = """
Адыгея, Аландские о-ва, Башкирия, Бермудские о-ва, Бонэйр, Синт-Эстатиус и Саба, Британская территория в
Индийском океане, Бурятия, Виргинские о-ва, Гернси, ДРК, Дагестан, Джерси, Доминика, Ингушетия, КНДР, КНР,
Кабардино-Балкария, Калмыкия, Карелия, Кокосовые о-ва, Коми, Крым, Марий Эл, Маршалловы о-ва, Мордовия, Ниуэ,
ОАЭ, США, Северная Ирландия, Северная Осетия, Северные Марианские о-ва, Сейшельские о-ва, Сен-Бартелеми,
Сен-Мартен, Сен-Пьер и Микелон, Сент-Люсия, Синт-Мартен, Соломоновы о-ва, Татарстан, Токелау, Тува, Удмуртия,
Уоллис и Футуна, Уэльс, Фарерские о-ва, Фолклендские о-ва, Хакасия, ЦАР, Чечня, Чувашия, Шотландия, Шпицберген и
Ян-Майен, ЮАР, Южная Георгия и Южные Сандвичевы о-ва, Якутия, о-в Мэн, о-в Норфолк, о-в Рождества, о-в Св.
Елены, о-ва Кайман, о-ва Кука, о-ва Питкэрн
"""
_ARABIC = """
أمريكا, اسكتلندا, الإقليم البريطاني في المحيط الهندي, الشيشان, الضفة الغربية, بوركينافاسو, توكيلاو, جزر آلاند,
جزر بيتكيرن, جزر فيرجن الأمريكية, جزر فيرجن البريطانية, جزر كوك, جزر كوكوس, جزر والس وفوتونا, جزيرة كريسماس,
جزيرة مان, جزيرة نورفولك, جورجيا الجنوبية وجزر ساندويتش الجنوبية, جيرسي, داغستان, سان بارتليمي, سان بيير
ومكويلون, سان مارتن, سانت لوسيا, سانت مارتن, سانت هيلينا, سفالبارد وجان ماين, غيرنزي, نيوي, هولندا الكاريبية,
هونغ كونغ الصينية
"""
_STATE = re.compile("[A-Z]{2}")
_RUSSIAN = ("область", "обл.", "край", "республика", "район", "р-н")


def is_country(text: str) -> bool:
    """Whether it is all the name of a country or of a large part of one: «Burkina Faso», «Creuse», «Самарская обл.»."""
    name = text.strip().replace("’", "'")
    words = name.casefold().split()
    return fold(name) in _names() or (
        1 < len(words) <= 3 and (words[-1] in _RUSSIAN or words[0] in ("республика", "штат"))
    )


@cache
def _names() -> frozenset[str]:
    """All of them, folded: the countries of the table of terms, whose keys are codes of ISO 3166, and the rest."""
    states = (term for term in terms() if _STATE.fullmatch(term.key))
    names = [one.text for term in states for one in term.spellings if one.is_read and not one.is_acronym]
    others = f"{_LATIN},{_CYRILLIC},{_ARABIC}".replace("\n", " ").split(",")
    return frozenset(fold(name.strip()) for name in (*names, *others)) - {""}
