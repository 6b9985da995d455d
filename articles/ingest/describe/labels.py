"""The labels that press texts put before a date, a source, an author and so on, in four languages."""

import re

# Field → its labels, as a pattern; most need a colon after them.
_LABELS: dict[str, str] = {
    "date": (
        r"date(?:\s+de\s+(?:publication|parution))?|(?:article\s+)?publiée?(?:\s+le)?|(?:article\s+)?paru(?:e)?(?:\s+le)?"
        r"|mise?\s+en\s+ligne(?:\s+le)?|(?:post|cré|ajout)ée?(?:\s+le)?|(?:first\s+)?published(?:\s+(?:on|at))?"
        r"|publication\s+date|date\s+published|(?:posted|added|created)(?:\s+on)?|pubdate"
        r"|(?:radio)?diffusée?\s+le|(?:first\s+)?(?:aired|broadcast)(?:\s+on)?"
        r"|(?:дата\s+эфира|эфир)(?:\s+от)?|вышл[оа]?\s+в\s+эфир|تاريخ\s+البث"
        r"|дата(?:\s+(?:публикации|выхода))?|опубл\.|опубликован[оа]|размещено|создано"
        r"|ن[ُ]?شر(?:ت)?(?:\s+(?:في|يوم|بتاريخ))?|تاريخ(?:\s+(?:النشر|الإصدار))?|التاريخ|بتاريخ"
    ),
    "updated": (
        r"mise?\s+à\s+jour(?:\s+le)?|modifiée?(?:\s+le)?|actualisée?(?:\s+le)?|dernière\s+(?:mise\s+à\s+jour|modification)(?:\s+le)?"
        r"|(?:last\s+)?(?:updated|modified)(?:\s+(?:on|at))?|обновлен[оа]|изменено|дата\s+обновления"
        r"|آخر\s+تحديث|تاريخ\s+التحديث|تم\s+التحديث(?:\s+في)?|تحديث"
    ),
    "headline": r"titre|title|headline|заголовок|название|тема|العنوان|عنوان",
    "lede": r"chapô|chapeau|lede|standfirst|лид|المقدمة",
    "source": (
        r"source|journal|outlet|média|newspaper|publisher|publication|agence|источник|издание|газета|агентство"
        r"|المصدر|مصدر|الصحيفة|الجريدة|الوكالة"
    ),
    "byline": (
        r"auteure?s?|auteur\(s\)|author(?:s|\(s\))?|byline|signature|journaliste|rédaction"
        r"|rédigé\s+par|écrit\s+par|publié\s+par|par|by|posted\s+by|written\s+by|published\s+by"
        r"|автор(?:ы|\s+текста)?|текст\s+подготовил\w?|корреспондент|بقلم|الكاتبة?|كتبت?|كتبه|المؤلف|المحررة?|إعداد"
    ),
    "url": r"url|lien|link|adresse|permalink|web|ссылка|адрес|url-адрес|الرابط|رابط(?:\s+المقال)?",
    "language": r"langue|language|lang|язык|اللغة|لغة\s+المقال",
    "tags": (
        r"tags?|mots[- ]clé?e?f?s?|étiquettes?|keywords?|thèmes?|теги|тэги|метки|ключевые\s+слова"
        r"|الوسوم|وسوم|كلمات\s+(?:مفتاحية|دلالية)|الكلمات\s+(?:المفتاحية|الدلالية)"
    ),
    "section": (
        r"rubrique|filed\s+(?:under|in)|classée?\s+dans"
        r"|catégories?|section|category|categories|рубрика|раздел|категория|القسم|التصنيف|الفئة|قسم"
    ),
    "place": r"lieu|place|location|место|المكان",
    "body": r"texte|text|body|corps|contenu|content|article|текст|содержание|النص|نص\s+المقال",
}
_MARKS = r"[*_]{0,2}"
_ANY_LABEL = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _LABELS.items())
LABEL = re.compile(rf"{_MARKS}(?:{_ANY_LABEL}){_MARKS}\s*[:：=]{_MARKS}\s*", re.IGNORECASE)
"""A label and its colon; the matched group names the field."""

NEXT_LABEL = re.compile(
    rf"(?:\s*[|•·;]\s*|\s+)(?=(?:{_LABELS['date']}|{_LABELS['updated']}|{_LABELS['headline']}|{_LABELS['source']}|{_LABELS['byline']}|{_LABELS['url']}|{_LABELS['language']}|{_LABELS['tags']}|{_LABELS['section']}|{_LABELS['body']})\s*[:：=]\s)|\s+\|\s+",
    re.IGNORECASE,
)
"""Where the value of one label ends on a line that goes on with another."""

BARE_DATE_LABEL = re.compile(
    rf"(?:(?P<date>{_LABELS['date']})|(?P<updated>{_LABELS['updated']}))(?:\s+(?:le|on|at|в|في|يوم|بتاريخ))?[\s.,-]\s*(?=\S)",
    re.IGNORECASE,
)
"""The same labels for dates without a colon: «date 2016-12», «Publié le 26 avril 2016»."""

DATE_LABELS = (_LABELS["date"], _LABELS["updated"])
"""The patterns of the labels of dates, those of a publication first."""

BARE_PAIR = re.compile(
    r"(?:(?P<byline>auteur|author|автор)|(?P<source>source|источник))\s+"
    r"(?P<value>[^\n:]{2,80}?)(?=\s+(?:date|дата)\s+\d)",
    re.IGNORECASE,
)
"""An author or a source without a colon, told by the date label after it: «source Yabiladi date 2016-12»."""

_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_PARTICLE = "el|al|ben|bin|ibn|de|du|d|des|van|von|der|la|le|abd|ould|aït|et|and|и"
_NAME_WORD = rf"(?:{_CAPITAL}[\w.’'-]*|(?:{_PARTICLE})(?=[\s’'-])[’']?)"
NAME = re.compile(
    rf"{_CAPITAL}[\w.’'-]*(?:\s*[,&/]\s*|\s+)?(?:{_NAME_WORD}(?:\s*[,&/]\s*|\s+|(?![\w’'-]))){{0,7}}"
)
"""One to eight words written as a person's name; no Arabic, which has no capitals."""

BYLINE = re.compile(
    r"(?:(?:publié|rédigé|écrit|proposé|reportage|traduit|posté)\s+par|propos\s+recueillis\s+par|par"
    r"|(?:(?:published|written|posted|reported|reporting)\s+)?by|автор|подготовил[аи]?|текст)\s+(?=\S)",
    re.IGNORECASE,
)
"""What announces an author without a colon; only a NAME may follow."""

LOGIN = re.compile(
    r"(?:posted\s+by|publié\s+par|posté\s+par|published\s+by)\s+(?P<name>[\w.-]+)(?=\s+(?:le|on)\s|\s*[,|–-])",
    re.IGNORECASE,
)
"""A user's name after «Posted by», known by the date after it; it need not begin with a capital."""

ARABIC_BYLINE = re.compile(
    r"(?:بقلم|إعداد|تحرير|كتبت?)\s+(?P<name>[\u0621-\u064a]+(?:\s+[\u0621-\u064a]+){0,4}?)(?=$|\s?[–—-]\s?\d)"
)

OUTLET = re.compile(
    r"(?:MAP|AFP|TASS|ITAR-TASS|RIA[\s-]Novosti|Reuters|AP|Associated\s+Press|EFE|Xinhua|APS|TAP|ANSA|DPA|Sputnik|Interfax|RT|BBC(?:\s+News)?"
    r"|ТАСС|ИТАР-ТАСС|РИА\s+Новости|Интерфакс|INTERFAX\.RU|Спутник|REGNUM|ИА\s+REGNUM|Коммерсантъ?|Известия|Российская\s+газета|Ведомости"
    r"|Le\s+Matin(?:\s+du\s+Sahara)?|L['’]Économiste|L['’]Economiste|Le360|Hespress|Yabiladi|Médias24|Medias24|TelQuel|Le\s+Monde|Le\s+Figaro"
    r"|Aujourd['’]hui\s+le\s+Maroc|Libération|L['’]Opinion|Jeune\s+Afrique|La\s+Vie\s+éco|H24info|Le\s+Desk|Bladi(?:\.net)?|Atlasinfo"
    r"|و\.?\s?م\.?\s?ع\.?|وكالة\s+المغرب\s+العربي\s+للأنباء|سبوتنيك|رويترز|تاس|أ\.?\s?ف\.?\s?ب\.?|هسبريس|الجزيرة|أ\s?ف\s?ب|د\s?ب\s?أ|روسيا\s+اليوم"
    r"|(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:ma|com|net|org|fr|ru|info|ma|co\.uk|dz|tn))",
    re.IGNORECASE,
)
"""Agencies and papers known by name, and domain names; anything else in their place is not taken for one."""

IN_PAPER = re.compile(
    r"(?:article\s+)?(?:(?:publiée?|parue?)\s+(?:dans|sur)|published\s+in)\s+(?P<source>[^\n,:;.\d]{2,40}?)\s+(?=(?:le|du|on)\s)",
    re.IGNORECASE,
)
"""«Paru dans Le Matin du …»: the paper that is named before its date."""

LOGIN_LAST = re.compile(r"(?:posted\s+)?(?:by|par)\s+(?P<name>[\w.-]{2,30})$", re.IGNORECASE)
"""A user's name behind a date, at the end of the line."""

URL = re.compile(r"(?:https?://|www\.)[^\s<>«»\"]+[^\s<>«»\".,;:!?)\]]", re.IGNORECASE)
