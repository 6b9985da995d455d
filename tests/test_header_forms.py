"""Forms of a header that no event has: an issue, a page, a correspondent, an agency behind a town, Roman months."""

import pytest

from articles.ingest.describe import describe
from tests.test_other_days import BODIES, date_of

HEADLINES = {
    "fr": "Les bancs du port retrouvent leur bois",
    "en": "Benches of the port get their wood back",
    "ru": "Скамейки порта снова из дерева",
    "ar": "مقاعد الميناء تستعيد خشبها",
}


@pytest.mark.parametrize(
    ("language", "line", "date"),
    [
        ("fr", "Terre & mer, samedi 12 mars 2022, p. 3", "2022-03-12"),
        ("fr", "L'Atlas, vol. 3, n° 4, 12 mars 2022", "2022-03-12"),
        ("fr", "Sports 12/03/2022 10:30", "2022-03-12"),
        ("fr", "Le Mensuel du Nord · Éducation · février 2020", "2020-02"),
        ("fr", "Le Courrier du Sahel, 3 mai 2018", "2018-05-03"),
        ("en", "Coastal Schools Monitor, issue 9, 28 Sept 2019", "2019-09-28"),
        ("en", "Reef Weekly - Vol. 31, No. 47 - November 24, 2017", "2017-11-24"),
        ("en", "Dakar; Wednesday, Nov. 27, 2019; by our correspondent", "2019-11-27"),
        ("en", "Published 18 March 2018 at 04.30 GMT", "2018-03-18"),
        ("ru", "Рельсы моря: дайджест. 29 ноября 2019", "2019-11-29"),
        ("ru", "СПОРТ 26.03.21 09:10", "2021-03-26"),
        ("ru", "Вечерний Минск, 24 янв. 2023 г.", "2023-01-24"),
        ("ru", "№ 6 (1284) | 12.03.25, ср.", "2025-03-12"),
        ("ru", "Полярный вестник. 22 VII 2015", "2015-07-22"),
        ("ar", "الرباط – بترا – الأربعاء 16/4/2014", "2014-04-16"),
    ],
)
def test_a_line_that_only_a_paper_or_its_correspondent_writes_dates_the_text(
    language: str, line: str, date: str
) -> None:
    record = describe(f"{HEADLINES[language]}\n{line}\n{BODIES[language]}")
    assert (record.headline, date_of(record)) == (HEADLINES[language], date)
    assert record.lede == BODIES[language].partition("\n")[0]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Concert au théâtre, samedi 12 mars 2022, p. 14"),
        ("fr", "Salle 3, p. 14, samedi 12 mars 2022"),
        ("fr", "Marathon 12/03/2022 10:30"),
        ("fr", "Concert 12.03.22 10:30"),
        ("fr", "Festival du Nord · Culture · février 2020"),
        ("en", "Grand Final; Wednesday, Nov. 27, 2019; 7 pm"),
        ("ru", "Матч. 26.03.21 19:00"),
        # The weekday is another's.
        ("ru", "№ 6 (1284) | 12.03.25, пт."),
        ("ru", "Хоккей с мячом, 26.03.21 19:00"),
        ("ar", "حفل – الرباط – الأربعاء 16/4/2014"),
    ],
)
def test_what_an_event_writes_beside_its_day_still_dates_no_text(language: str, line: str) -> None:
    assert date_of(describe(f"{HEADLINES[language]}\n{line}\n{BODIES[language]}")) == ""


@pytest.mark.parametrize(
    ("language", "opening", "date"),
    [
        ("en", "SAMBAVA, Madagascar (17 November 2022)—", "2022-11-17"),
        ("ru", "18.11.2022 НАЙРОБИ. ", "2022-11-18"),
        ("ru", "18.11.2022 НАЙРОБИ-МОМБАСА. ", "2022-11-18"),
        ("ar", "الرباط، (رويترز) - 16 شباط 2023 - ", "2023-02-16"),
        # A hall, an old day, and a country that was an event of its own.
        ("ru", "13.11.2015 БАТАКЛАН. ", ""),
        ("fr", "14.07.1789 PARIS. ", ""),
        ("en", "WOODSTOCK, USA (15 August 1969)—", ""),
        ("en", "UNESCO, France (17 November 2022). ", ""),
    ],
)
def test_a_day_in_brackets_or_in_figures_beside_a_place_in_capitals_is_a_dateline(
    language: str, opening: str, date: str
) -> None:
    assert date_of(describe(f"{HEADLINES[language]}\n{opening}{BODIES[language]}")) == date


@pytest.mark.parametrize("line", ["La Dépêche du Détroit n° 4 112", "L'Écho du Rif – n° 10 412"])
def test_the_number_of_an_issue_may_have_its_thousands_apart(line: str) -> None:
    record = describe(f"{line}\n{HEADLINES['fr']}\nlundi 14 octobre 2019\n{BODIES['fr']}")
    assert (record.headline, date_of(record)) == (HEADLINES["fr"], "2019-10-14")


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("11/03/2025 ─ CULTURE ─ p. 22 ", "2025-03-11"),
        ("Mardi 11 mars 2025 | ", "2025-03-11"),
        ("CULTURE – 11/03/2025 : ", "2025-03-11"),
    ],
)
def test_a_headline_behind_the_head_of_its_page_is_the_one_that_is_said_again(head: str, date: str) -> None:
    record = describe(f"{head}{HEADLINES['fr']}\n{HEADLINES['fr']}\n{BODIES['fr']}")
    assert (record.headline, date_of(record)) == (HEADLINES["fr"], date)
    assert HEADLINES["fr"] not in record.lede + record.body


def test_the_day_of_an_event_before_a_headline_that_is_said_again_is_proposed() -> None:
    text = f"Concert du 12 mars 2022 – {HEADLINES['fr']}\n{HEADLINES['fr']}\n{BODIES['fr']}"
    record = describe(text)
    assert (record.headline, date_of(record)) == (HEADLINES["fr"], "")
    assert [found.value for found in record.date_proposals] == ["2022-03-12"]


@pytest.mark.parametrize(
    ("language", "line", "date"),
    [
        ("en", "Recife diary 01/28/17", "2017-01-28"),
        ("ru", "Голос пролива, 15.10.19", "2019-10-15"),
        # Either number may be the month; no day; the number of something else.
        ("en", "RECIFE, Brazil — 08/01/17", ""),
        ("fr", "31/02/22", ""),
        ("fr", "Tél. 05.10.22", ""),
        ("fr", "La version 3.1.12 du logiciel", ""),
    ],
)
def test_a_day_with_two_figures_for_its_year_below_a_headline_is_proposed(
    language: str, line: str, date: str
) -> None:
    record = describe(f"{HEADLINES[language]}\n{line}\n{BODIES[language]}")
    assert date_of(record) == ""
    assert [found.value for found in record.date_proposals] == ([date] if date else [])


@pytest.mark.parametrize(
    ("language", "line", "date"),
    [
        ("fr", "30/01/22", "2022-01-30"),
        ("fr", "03/04/22", "2022-04-03"),
        ("en", "RECIFE, Brazil — 18/01/17", "2017-01-18"),
    ],
)
def test_it_dates_the_text_where_the_language_leaves_no_doubt(language: str, line: str, date: str) -> None:
    record = describe(f"{HEADLINES[language]}\n{line}\n{BODIES[language]}")
    assert (date_of(record), record.headline) == (date, HEADLINES[language])


FOREIGN = {
    "ko": (
        "항구 도시의 낡은 등대가 다시 불을 밝혔다",
        "지난 겨울 폭풍으로 꺼졌던 등대가 주민들의 노력으로 다시 켜졌다. 어민들은 밤바다가 한결 안전해졌다고 말했다."
        "\n\n시는 내년까지 부두의 조명도 모두 바꾸기로 하고 예산을 마련하고 있다. 공사는 봄에 시작된다.",
    ),
    "hu": (
        "Újra világít a kikötő régi tornya",
        "A tél viharában kialudt torony fényét a lakók gyűjtéséből állították helyre. A halászok szerint így "
        "biztonságosabb lett az éjszakai hajózás, és a gyerekek is szívesen járnak oda.\n\nA város jövőre a "
        "rakpart lámpáit is kicseréli, a munka tavasszal kezdődik, és őszig tart majd.",
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_of_two_figures_first_and_last_either_may_be_the_year_where_it_may_stand_first(language: str) -> None:
    head, body = FOREIGN[language]
    for line in ("21.03.14", "21.03.14 10:45"):
        record = describe(f"{head}\n{line}\n{body}")
        assert (record.headline, date_of(record)) == (head, "")
        assert [found.value for found in record.date_proposals] == ["2014-03-21", "2021-03-14"]


@pytest.mark.parametrize("line", ["31.03.99", "31.03.99 10:45", "10.10.10", "99.03.31"])
@pytest.mark.parametrize("language", FOREIGN)
def test_two_figures_that_are_but_one_day_are_that_day_where_the_year_may_stand_first(
    language: str, line: str
) -> None:
    head, body = FOREIGN[language]
    record = describe(f"{line}\n\n{head}\n\n{body}")
    assert (record.headline, date_of(record)) == (head, "2010-10-10" if line == "10.10.10" else "1999-03-31")


GERMAN = (
    "Die Fischer der Insel bekommen einen neuen Hafen",
    "Der Minister traf gestern die Fischer der Insel und versprach ihnen Hilfe. Die Gespräche dauerten drei Stunden."
    "\n\nIm nächsten Jahr werden auch die Lampen am Kai erneuert, sagte die Bürgermeisterin am Abend im Rathaus.",
)


@pytest.mark.parametrize("line", ["05.10.22", "Berlin, 05.10.22"])
def test_of_two_figures_the_day_is_first_where_the_year_never_is(line: str) -> None:
    head, body = GERMAN
    record = describe(f"{line}\n\n{head}\n\n{body}")
    assert (record.headline, date_of(record)) == (head, "2022-10-05")


def test_a_paper_with_a_day_of_two_readings_is_no_headline() -> None:
    record = describe(f"Le Matin, 05.10.22\n\n{HEADLINES['en']}\n\n{BODIES['en']}")
    assert (record.headline, date_of(record)) == (HEADLINES["en"], "")
    assert [found.value for found in record.date_proposals] == ["2022-10-05", "2022-05-10"]


@pytest.mark.parametrize(("line", "dates"), [("07.02.21", ["2021-02-07", "2021-07-02"]), ("07/02/21", [])])
def test_english_without_its_small_words_has_two_days_too(line: str, dates: list[str]) -> None:
    text = (
        f"Lighthouse keeper returns home\n{line}\nFishermen welcomed Roger Tull back yesterday, singing sea "
        "shanties. Neighbours brought cakes, flowers, candles.\n\nTull says next winter looks calmer. Storms "
        "wrecked his lantern twice last year, costing everybody sleep."
    )
    record = describe(text)
    assert date_of(record) == ""
    assert [found.value for found in record.date_proposals] == dates


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Résultat au fond 12-10-14"),
        ("fr", "Art. 11.3.14"),
        ("fr", "Alinéa 11.3.14 du code rural"),
        ("en", "Rule 11.3.14 of the club"),
        ("ru", "Пункт 11.3.14 устава"),
        ("fr", "Coupe de la pièce : 12-10-14"),
    ],
)
def test_three_numbers_of_something_else_are_no_day_to_propose(language: str, line: str) -> None:
    for text in (
        f"{HEADLINES[language]}\n{line}\n{BODIES[language]}",
        f"{line}\n{HEADLINES[language]}\n{BODIES[language]}",
    ):
        record = describe(text)
        assert (date_of(record), record.date_proposals) == ("", [])


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Rabat, le 11/03/14", "2014-03-11"),
        ("« La Vigie », 11.03.14", "2014-03-11"),
        ("La Vigie du cap — 11/03/14", "2014-03-11"),
        ("Mardi 11/03/14", "2014-03-11"),
    ],
)
def test_beside_a_place_a_paper_or_a_weekday_they_are_one(line: str, date: str) -> None:
    record = describe(f"{HEADLINES['fr']}\n{line}\n{BODIES['fr']}")
    assert date in [date_of(record), *(found.value for found in record.date_proposals)]


@pytest.mark.parametrize(
    ("line", "date"),
    [("«Голос пролива», 15.10.19", "2019-10-15"), ("Спорт-день № 161 (27 августа 2016)", "2016-08-27")],
)
def test_the_day_of_a_paper_above_the_headline_is_proposed(line: str, date: str) -> None:
    record = describe(f"{line}\n{HEADLINES['ru']}\n{BODIES['ru']}")
    assert record.headline == HEADLINES["ru"]
    assert [found.value for found in record.date_proposals] == [date]


@pytest.mark.parametrize(
    "line",
    [
        "Posted by Reef Editor on Tuesday, March 11, 2025 in Arts, Travel — Leave a comment",
        "POSTED BY REEF EDITOR ON TUESDAY, MARCH 11, 2025 IN ARTS, TRAVEL — LEAVE A COMMENT",
    ],
)
def test_the_line_that_a_blog_writes_below_its_headline_is_read_in_capitals_too(line: str) -> None:
    record = describe(f"{HEADLINES['en']}\n{line}\n{BODIES['en']}")
    assert (record.headline, date_of(record)) == (HEADLINES["en"], "2025-03-11")
    assert record.byline.title() == "Reef Editor"


@pytest.mark.parametrize(
    ("opening", "last", "date"),
    [
        ("الشارقة في 2 ديسمبر / وام / ", "وام/2020", "2020-12-02"),
        ("RABAT, 2 décembre (MAP) - ", "MAP, 2020", "2020-12-02"),
        ("RABAT, 2 décembre (MAP) - ", "(MAP) 2020", "2020-12-02"),
        # Another than the agency of the dateline.
        ("RABAT, 2 décembre (MAP) - ", "Rivage, 2020", ""),
        ("RABAT, 2 décembre (MAP) - ", "MAP 2020 : le bilan", ""),
    ],
)
def test_the_year_that_the_agency_signs_with_is_that_of_its_dateline(
    opening: str, last: str, date: str
) -> None:
    language = "fr" if opening.isascii() or opening.startswith("RABAT") else "ar"
    assert date_of(describe(f"{HEADLINES[language]}\n{opening}{BODIES[language]}\n{last}")) == date


def test_days_in_figures_before_their_places_that_follow_each_other_are_a_chronicle() -> None:
    opening, _blank, rest = BODIES["ru"].partition("\n\n")
    text = f"{HEADLINES['ru']}\n18.11.2022 НАЙРОБИ. {opening}\n\n19.11.2022 МОСКВА. {rest}"
    assert describe(text).date is None
