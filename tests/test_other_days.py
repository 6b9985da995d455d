"""A day on a line of its own that is an event's, a term's, a life's or a memory's dates no text."""

import pytest

from articles.ingest.describe import ProposedRecord, describe
from articles.ingest.describe.refused_words import REFUSED

FR = (
    "La salle était comble et le public debout. Le directeur artistique promet d'autres soirées du même genre.\n\n"
    "Les billets ont été vendus en trois jours, selon la billetterie, et les bancs étaient trop courts."
)
EN = (
    "The hall was packed and the crowd stayed on its feet. The director promises further evenings of the kind.\n\n"
    "Tickets sold out within three days, the box office said, and the benches were too short for everybody."
)
RU = (
    "Зал был полон, публика не садилась. Художественный руководитель обещает новые вечера такого рода.\n\n"
    "Билеты разошлись за три дня, сообщили в кассе, и скамеек на всех не хватило даже в фойе."
)
AR = (
    "كانت القاعة ممتلئة والجمهور واقفا. ووعد المدير الفني بأمسيات أخرى من هذا النوع في الأشهر التالية.\n\n"
    "ونفدت التذاكر في ثلاثة أيام بحسب شباك التذاكر، ولم تكف المقاعد كل الناس في تلك الليالي."
)
BODIES = {"fr": FR, "en": EN, "ru": RU, "ar": AR}


def date_of(record: ProposedRecord) -> str:
    return record.date.text if record.date else ""


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Concert — samedi 12 mars 2022, 20 h, Casablanca"),
        ("fr", "Salle Bahnini, Rabat, vendredi 12 mars 2021, 18 h 30"),
        ("fr", "Stade Mohammed V, 14 novembre 2020"),
        ("fr", "Maroc – Togo, 14 novembre 2020, 20 h"),
        ("fr", "Merzouga, samedi 3 novembre 2018, 9 h – 17 h"),
        ("fr", "Ifrane, mardi 9 août 2022, 21 h"),
        ("fr", "Du 3 au 9 novembre 2018 – Azrou"),
        ("fr", "Candidatures – 15 avril 2021"),
        ("fr", "Fès, 3 mai 1941 – Rabat, 2 mars 2019"),
        ("fr", "Bataclan, vendredi 13 novembre 2015\nCe soir-là, la rue était calme."),
        ("fr", "Archives – 3 mai 2018"),
        ("fr", "Place Tahrir, 11 février 2011"),
        ("en", "Brighton Book Week • 26 May 2017"),
        ("en", "St Mary's Church, 3 October 2015"),
        ("en", "Concert: Saturday 12 March 2022"),
        ("en", "Dart Duck Race, Totnes, Sunday 5 May 2019"),
        ("en", "Tahrir Square, 11 February 2011"),
        ("ru", "Выборы, 8 сентября 2019"),
        ("ru", "Концерт. 12 марта 2022, 19:00, Малый зал"),
        ("ru", "«Заря» – «Волна», 14 ноября 2020"),
        ("ru", "Годовщина – 12 марта 1999"),
        ("ar", "حفل موسيقي - 12 مارس 2022 - مسرح محمد الخامس"),
        ("ar", "معرض الكتاب – 26 ماي 2017"),
        ("ar", "أمسية – السبت 12 مارس 2022"),
        ("ar", "وفاة – 2 مارس 2019"),
        ("ar", "العرض الأول – 3 أبريل 2019"),
    ],
)
def test_an_event_a_site_or_a_term_beside_a_day_is_no_sender(language: str, line: str) -> None:
    titles = {
        "fr": "Une soirée pour tous",
        "en": "An evening for all",
        "ru": "Вечер для всех",
        "ar": "سهرة للجميع هنا",
    }
    assert date_of(describe(f"{titles[language]}\n{line}\n\n{BODIES[language]}")) == ""


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("fr", "Vingt ans après le séisme\nAl Hoceima, 24 février 2004"),
        ("fr", "Éphéméride\n12 mars 1999"),
        ("en", "On this day\nMarch 12, 1999"),
        ("ru", "День в истории\n12 марта 1999 года"),
        ("ar", "حدث في مثل هذا اليوم\n12 مارس 1999"),
        ("ar", "ذكرى الزلزال\nالحسيمة، 24 فبراير 2004"),
        ("fr", "Le mur est tombé\nBerlin, 9 novembre 1989\n\nCe jour-là, personne ne savait où regarder."),
        ("en", "The queue for bread\nSarajevo, 27 May 1992\n\nIt was the 20th anniversary of the massacre."),
    ],
)
def test_a_place_and_a_day_above_a_text_that_remembers_date_nothing(language: str, head: str) -> None:
    assert date_of(describe(f"{head}\n\n{BODIES[language]}")) == ""


@pytest.mark.parametrize(
    "head",
    [
        "Programme\n\nSamedi 12 mars 2022\n10 h – Ouverture\nDimanche 13 mars 2022\n15 h – Clôture",
        "Les marées de la semaine\nCasablanca, 3 mars 2019\n4 mars 2019 : 2,40 m\n5 mars 2019 : 2,55 m",
    ],
)
def test_the_days_of_a_programme_or_a_table_date_nothing(head: str) -> None:
    assert date_of(describe(f"{head}\n\n{FR}")) == ""


def test_a_letter_and_a_person_to_whom_a_text_comes_back_have_days_of_their_own() -> None:
    letter = "Lettre à un ami perdu\nKairouan, 3 mars 1994\n\nCher Slim, je t'écris de la terrasse.\n\n"
    assert date_of(describe(letter + FR)) == ""
    person = (
        "« Les rails sont neufs »\nTewodros Gebremeskel, 12 mars 2013\n\nGebremeskel parle vite, rit peu.\n\n"
    )
    assert date_of(describe(person + FR)) == ""


def test_a_lone_year_below_the_text_is_no_date() -> None:
    text = (
        "RABAT, 13 mars (MAP) – Le ministre a reçu les délégués de la pêche, qui réclament des quotas justes."
    )
    assert date_of(describe(f"{text}\n\nBudget du port, en millions :\n\n2017")) == ""


def test_papers_agencies_and_towns_beside_a_day_still_date_the_text() -> None:
    for line in ("Rabat, AFP, 12 mars 2021", "Rabat, 12 mars 2021", "Le Courrier du Sahel — 12 mars 2021"):
        assert date_of(describe(f"Une soirée pour tous\n{line}\n\n{FR}")) == "2021-03-12", line


@pytest.mark.parametrize(
    "word",
    [
        "галерейная",
        "аварийного",
        "фестивальская",
        "семинарском",
        "стадионовые",
        "карнавальские",
        "здравствуйте",
    ],
)
def test_russian_adjectives_of_events_and_sites_are_of_what_is_no_sender(word: str) -> None:
    assert REFUSED.fullmatch(word)


@pytest.mark.parametrize(
    "name", ["Пожарский", "Заводском", "Выборгский", "Шахтинская", "Морозовск", "Соборск"]
)
def test_places_and_people_called_by_short_words_are_no_events(name: str) -> None:
    assert not REFUSED.fullmatch(name)
