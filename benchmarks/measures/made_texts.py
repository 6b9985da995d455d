"""Made news texts in four languages, seeded: any number of them, no two alike, with names on record among them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

_SYLLABLES = {
    "Latn": "ma ri ne ha so lan dur ber mon tar vi gel ro ca pe lou chi der ban nou kas tel mou ver".split(),
    "Cyrl": "ма ри не ха со лан дур бер мон тар ви гел ро ка пе лу чи дер бан ну кас тел му вер".split(),
    "Arab": "ما ري نا حا سو لا دو بر مو تا في جل رو كا با لو شي در بن نو قس تل حم عر".split(),
}
_ENDINGS = {
    "Latn": "et in son ier ard man eux elli".split(),
    "Cyrl": "ов ев ин енко ский ук".split(),
    "Arab": "ي ية ان اوي".split(),
}


class _Words(NamedTuple):
    """What the sentences of a language are made of; `frame` shows how.

    `{made}` is a word of syllables: no five words that follow each other stand in very many texts, as in the news.
    """

    script: str
    frame: str
    nouns: list[str]
    verbs: list[str]
    complements: list[str]
    places: list[str]
    given: list[str]
    heads: list[str]
    days: list[str]


_WORDS = {
    "fr": _Words(
        "Latn",
        "{subject} {verb} {noun} {made} {complement} à {place}, selon {noun} {made}, {complement}",
        (
            "l’accord;la réforme;le budget;la récolte;le projet;la visite;la réunion;le rapport;la loi;le port;"
            "l’usine;la route;le marché;la coopération;la formation;le chantier;l’enquête;la délégation;le sommet;"
            "la campagne;le commerce;la pêche;le tourisme;l’hôpital;l’école;la frontière;la banque;le syndicat"
        ).split(";"),
        (
            "a présenté;a défendu;a critiqué;prépare;annonce;a reporté;a signé;a étudié;soutient;a examiné;"
            "a rejeté;attend;a lancé;a retardé;finance;a visité;a décrit;a commenté;a suivi;conteste"
        ).split(";"),
        (
            "avec des partenaires;dans le nord;pour les diplômés;après deux ans;malgré la hausse;devant les députés;"
            "cette semaine;sans attendre;depuis le printemps;devant les ambassadeurs;contre toute attente;sous la "
            "pression;à leur demande;grâce au prêt"
        ).split(";"),
        "Rabat;Casablanca;Tanger;Moscou;Paris;Agadir;Oujda;Kazan;Bruxelles;Marrakech".split(";"),
        "Jean;Marie;Karim;Nadia;Pierre;Hassan;Claire;Youssef;Sophie;Omar;Michel;Leïla".split(";"),
        "Fédération;Office;Agence;Association;Institut;Conseil".split(";"),
        "lundi;mardi;mercredi;jeudi;vendredi".split(";"),
    ),
    "en": _Words(
        "Latn",
        "{subject} {verb} {noun} {made} {complement} in {place}, according to {noun} {made}, {complement}",
        (
            "the agreement;the reform;the budget;the harvest;the project;the visit;the meeting;the report;the law;"
            "the harbour;the factory;the road;the market;the training;the inquiry;the delegation;the summit;"
            "the campaign;the trade;the fishery;the hospital;the school;the border;the bank;the union;the railway"
        ).split(";"),
        (
            "presented;defended;criticised;prepares;announced;postponed;signed;studied;supports;examined;rejected;"
            "awaits;launched;delayed;finances;visited;described;discussed;followed;questioned"
        ).split(";"),
        (
            "with foreign partners;in the north;for young graduates;after two years;despite rising prices;before the "
            "deputies;during the week;without waiting;since the spring;before the ambassadors;against all advice;"
            "under some pressure;at their request;with public loans"
        ).split(";"),
        "Rabat;Casablanca;Tangier;Moscow;London;Agadir;Geneva;Kazan;Brussels;Washington".split(";"),
        "John;Mary;Peter;Susan;David;Helen;Karim;Anna;Robert;Laura;Thomas;Nadia".split(";"),
        "Federation;Office;Agency;Association;Institute;Council".split(";"),
        "on Monday;on Tuesday;on Wednesday;on Thursday;on Friday".split(";"),
    ),
    "ru": _Words(
        "Cyrl",
        "{subject} {verb} {noun} {made} {complement} в городе {place}, сообщает {noun} {made}, {complement}",
        (
            "соглашение;реформу;бюджет;урожай;проект;визит;встречу;доклад;закон;порт;завод;дорогу;рынок;обучение;"
            "расследование;делегацию;саммит;кампанию;торговлю;рыболовство;больницу;школу;границу;банк;союз;станцию"
        ).split(";"),
        (
            "представил;защитил;обсудил;готовит;объявил;отложил;подписал;изучил;поддержал;рассмотрел;отклонил;"
            "ожидает;начал;задержал;финансирует;посетил;описал;оценил;принял;проверил"
        ).split(";"),
        (
            "с зарубежными партнёрами;в северных областях;для молодых специалистов;после двух лет;несмотря на цены;"
            "перед депутатами;в течение недели;не дожидаясь выборов;с конца весны;в присутствии послов;вопреки "
            "мнению экспертов;под давлением фермеров;по просьбе предприятий;благодаря займу"
        ).split(";"),
        "Рабат;Касабланка;Танжер;Москва;Париж;Агадир;Казань;Брюссель;Сочи;Псков".split(";"),
        "Иван;Мария;Пётр;Ольга;Сергей;Елена;Андрей;Анна;Павел;Нина;Виктор;Юрий".split(";"),
        "Федерация;Управление;Агентство;Ассоциация;Институт;Совет".split(";"),
        "в понедельник;во вторник;в среду;в четверг;в пятницу".split(";"),
    ),
    "ar": _Words(
        "Arab",
        "{verb} {subject} {noun} {made} {complement} في {place} حسب {noun} {made} {complement}",
        (
            "الاتفاق;الإصلاح;الميزانية;المحصول;المشروع;الزيارة;الاجتماع;التقرير;القانون;الميناء;المصنع;الطريق;السوق;"
            "التكوين;التحقيق;الوفد;القمة;الحملة;التجارة;الصيد;المستشفى;المدرسة;الحدود;البنك;النقابة;المحطة"
        ).split(";"),
        "قدم;دافع;انتقد;أعد;أعلن;أجل;وقع;درس;دعم;فحص;رفض;انتظر;أطلق;أخر;مول;زار;وصف;ناقش;تابع;راجع".split(
            ";"
        ),
        (
            "مع الشركاء الأجانب;في الأقاليم الشمالية;لفائدة الشباب;بعد سنتين من الأشغال;رغم ارتفاع الأسعار;أمام النواب;"
            "خلال هذا الأسبوع;دون انتظار الانتخابات;منذ نهاية الربيع;بحضور السفراء;خلافا لرأي الخبراء;تحت ضغط "
            "الفلاحين;بطلب من المقاولات;بفضل قرض عمومي"
        ).split(";"),
        "الرباط;الدار البيضاء;طنجة;موسكو;باريس;أكادير;وجدة;قازان;بروكسل;مراكش".split(";"),
        "محمد;أحمد;يوسف;كريم;حسن;عمر;خالد;سعيد;فاطمة;مريم;نادية;ليلى".split(";"),
        "جامعة;مكتب;وكالة;جمعية;معهد;مجلس".split(";"),
        "يوم الاثنين;يوم الثلاثاء;يوم الأربعاء;يوم الخميس;يوم الجمعة".split(";"),
    ),
}
LANGUAGES = tuple(_WORDS)
_SENTENCES = (5, 7)
#: How often a name of a text is one on record, and how many people nobody has on record there are.
_ON_RECORD, _UNKNOWN = 0.6, 40_000


class MadeAgent(NamedTuple):
    """A person or an institution with its name in each language."""

    kind: str
    names: dict[str, str]


def made_agents(count: int, seed: int) -> list[MadeAgent]:
    """That many authority records, three in four of them persons."""
    random = Random(f"agents {seed}")
    return [_agent(random, "institution" if number % 4 == 3 else "person") for number in range(count)]


def _agent(random: Random, kind: str) -> MadeAgent:
    shape = [random.randrange(24) for _ in range(random.randint(2, 4))]
    given = random.randrange(6 if kind == "institution" else 12)
    return MadeAgent(kind, {code: _name(code, kind, given, shape) for code in LANGUAGES})


def _name(code: str, kind: str, given: int, shape: list[int]) -> str:
    words = _WORDS[code]
    made = "".join(_SYLLABLES[words.script][place] for place in shape)
    made = (made + _ENDINGS[words.script][sum(shape) % len(_ENDINGS[words.script])]).capitalize()
    if kind == "person":
        return f"{words.given[given]} {made}"
    return f"{made} {words.heads[given]}" if code == "en" else f"{words.heads[given]} {made}"


def made_rows(count: int, agents: list[MadeAgent], seed: int) -> Iterator[str]:
    """Rows of a .jsonl file: texts of 60 to 100 words, each with two to four namings; some without a headline."""
    random = Random(f"texts {seed}")
    for number in range(count):
        code = random.choice(LANGUAGES)
        sentences = [_sentence(random, code, agents) for _ in range(random.randint(*_SENTENCES))]
        body = ". ".join(sentences[:2]) + ".\n\n" + ". ".join(sentences[2:]) + "."
        row: dict[str, Any] = {"id": str(number), "body": body, "source": f"Journal {number % 12}"}
        if number % 5:
            row["headline"] = _sentence(random, code, agents).split(",")[0]
        if number % 3:
            row["date"] = (
                f"{random.randint(2005, 2019)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
            )
        yield json.dumps(row, ensure_ascii=False)


def _sentence(random: Random, code: str, agents: list[MadeAgent]) -> str:
    words = _WORDS[code]
    subject = _subject(random, code, agents) if random.random() < 0.6 else random.choice(words.nouns)
    sentence = words.frame
    for slot, choices in (("{noun}", words.nouns), ("{complement}", words.complements)):
        while slot in sentence:
            sentence = sentence.replace(slot, random.choice(choices), 1)
    while "{made}" in sentence:
        made = "".join(random.choices(_SYLLABLES[words.script], k=3)) + random.choice(_ENDINGS[words.script])
        sentence = sentence.replace("{made}", made, 1)
    sentence = sentence.format(
        subject=subject, verb=random.choice(words.verbs), place=random.choice(words.places)
    )
    sentence = f"{sentence} {random.choice(words.days)} ({random.randint(2, 9999)})"
    return sentence[0].upper() + sentence[1:]


def _subject(random: Random, code: str, agents: list[MadeAgent]) -> str:
    if agents and random.random() < _ON_RECORD:
        return random.choice(agents).names[code]
    # Few of them are named often, as in a newspaper.
    unknown = Random(int(_UNKNOWN * random.random() ** 3))
    return _agent(unknown, "person").names[code]
