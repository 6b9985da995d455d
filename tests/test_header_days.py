"""A short line of the header that holds one day, and else only names, numbers and hours, dates the text."""

import pytest

from articles.ingest.describe import ProposedRecord, describe
from tests.test_describe import A1, A2, E1, E2, HAR, HEN, HFR, HRU, P1, P2, R1, R2, date_of

TEXTS = {"fr": (HFR, P1, P2), "en": (HEN, E1, E2), "ru": (HRU, R1, R2), "ar": (HAR, A1, A2)}
BELOW = [
    ("fr", "Trébeurden – De notre envoyé – Mardi 3 mai 2016"),
    ("fr", "L'Abeille du Poitou, n° 88, 3 mai 2016"),
    ("fr", "Trébeurden, 3.V.2016"),
    ("fr", "3 mai 2016 | Abonnés"),
    ("fr", "03.05.16"),
    ("en", "BRISBANE: Tuesday, 3 May 2016"),
    ("en", "Sluice • Issue 14 • 3 May 2016"),
    ("en", "By Metro Desk May 3, 2016 6:15am EST"),
    ("en", "Reviewed by Anna Rowe, 3 May 2016"),
    ("ru", "Хоккей. 3 мая 2016, вторник"),
    ("ru", "Приходской листок. 3 мая 2016 года от Р. Х."),
    ("ru", "Волжский рыбак, № 31, 3 мая 2016"),
    ("ru", "3 мая 2016 | 16+"),
    ("ru", "Автор: Анна Ровная. 3 мая 2016"),
    ("ar", "كيتو/ الأناضول/ 03.05.2016"),
    ("ar", "باماكو/3 أيار-مايو 2016/"),
]


@pytest.mark.parametrize(("language", "line"), BELOW)
def test_a_line_of_names_numbers_and_hours_below_the_headline_dates_the_text(
    language: str, line: str
) -> None:
    head, first, second = TEXTS[language]
    record = describe(f"{head}\n{line}\n\n{first}\n\n{second}\n")
    assert (date_of(record), record.headline) == ("2016-05-03", head)


def test_a_number_of_a_paper_that_says_when_it_went_to_press_stands_above_the_headline() -> None:
    record = describe(f"Журнал «Шлюзы», № 6, 2016 (подписано в печать 03.05.2016)\n{HRU}\n\n{R1}\n\n{R2}\n")
    assert (date_of(record), record.headline) == ("2016-05-03", HRU)


@pytest.mark.parametrize(
    "line",
    [
        "Le serment, mardi 4 mai 2016",
        "Version 14.09.23",
        "21.19.23",
        "« Hamlet », 3 mai 2016",
        "Loto de la paroisse, mardi 3 mai 2016",
        "Vide-grenier / Azrou / 3 mai 2016",
        "Chambre n° 7, 3 mai 2016",
        "Une ruelle de Trébeurden, 3 mai 2016",
    ],
)
def test_a_wrong_weekday_a_version_and_what_is_shown_date_nothing(line: str) -> None:
    assert date_of(describe(f"{HFR}\n{line}\n\n{P1}\n\n{P2}\n")) == ""


@pytest.mark.parametrize("end", ["© MAP 2016", "2016", "(2016 г.)", "03/05/2016"])
def test_the_year_at_the_end_belongs_to_the_day_of_the_dateline(end: str) -> None:
    text = f"RABAT, 3 mai (MAP) – {P1}\n\n{P2}\n\n{end}\n"
    assert date_of(describe(text)) == "2016-05-03"


def proposed(record: ProposedRecord) -> list[str]:
    return [one.value or one.exact for one in record.date_proposals]


@pytest.mark.parametrize("end", ["© 2009-2016 Le Portail", "Budget, en millions :\n\n2016"])
def test_two_years_and_a_number_at_the_end_give_it_none(end: str) -> None:
    record = describe(f"RABAT, 3 mai (MAP) – {P1}\n\n{P2}\n\n{end}\n")
    assert (date_of(record), proposed(record)) == ("", ["3 mai"])


def test_another_day_at_the_end_gives_it_none_and_both_are_proposed() -> None:
    record = describe(f"RABAT, 3 mai (MAP) – {P1}\n\n{P2}\n\n04/05/2016\n")
    assert (date_of(record), proposed(record)) == ("", ["2016-05-04", "3 mai"])


@pytest.mark.parametrize(
    "end", ["© 2016 Le Matin. Tous droits réservés.", "© 2016 Maps & Cie", "Copyright 2016 Le Portail"]
)
def test_the_year_of_a_copyright_that_names_another_is_proposed(end: str) -> None:
    record = describe(f"RABAT, 3 mai (MAP) – {P1}\n\n{P2}\n\n{end}\n")
    assert (date_of(record), proposed(record)) == ("", ["2016-05-03", "3 mai"])


@pytest.mark.parametrize(
    "end",
    ["© 2016. Tous droits réservés", "(c) 2016. All rights reserved", "© MAP, 2016. Tous droits réservés"],
)
def test_the_year_of_a_copyright_that_names_nobody_or_the_agency_is_that_of_the_day(end: str) -> None:
    assert date_of(describe(f"RABAT, 3 mai (MAP) – {P1}\n\n{P2}\n\n{end}\n")) == "2016-05-03"


@pytest.mark.parametrize("sign", ["©", "(", "(c)", "©(", "© "])
def test_a_copyright_of_thousands_of_signs_is_soon_read(sign: str) -> None:
    text = f"RABAT, 3 mai (MAP) – {P1}\n\n{P2}\n\n© {sign * 5000} Yolande 2016\n"
    assert date_of(describe(text)) == ""


@pytest.mark.parametrize("end", ["© MAP 19٩٨", "20१६", "(MAP) 20１６"])
def test_a_year_of_figures_of_two_scripts_is_none(end: str) -> None:
    assert date_of(describe(f"RABAT, 3 mai (MAP) – {P1}\n\n{P2}\n\n{end}\n")) == ""


@pytest.mark.parametrize(
    ("language", "day", "date"),
    [
        *(
            ("fr", "03.05.16", "2016-05-03"),
            ("ru", "03.05.16", "2016-05-03"),
            ("ar", "03.05.16", "2016-05-03"),
        ),
        *(("en", "03.05.16", ""), ("en", "13.05.16", "2016-05-13"), ("en", "05.05.16", "2016-05-05")),
    ],
)
def test_two_figures_of_a_year_behind_dots_are_read_day_first_but_in_english(
    language: str, day: str, date: str
) -> None:
    head, first, second = TEXTS[language]
    assert date_of(describe(f"{head}\n{day}\n\n{first}\n\n{second}\n")) == date


def test_an_english_quotation_makes_no_english_text() -> None:
    quoted = "Он сказал: “the day of the game and of the match is to be on the day”."
    assert date_of(describe(f"{HRU}\n03.05.16\n\n{R1} {R1}\n\n{R2} {quoted}\n")) == "2016-05-03"


def test_a_bracket_in_the_headline_and_a_lede_that_opens_with_a_day_hide_no_day() -> None:
    head = f"{HFR} (et leurs voisins)"
    record = describe(f"{head}\nRabat, 3 mai 2016\n\nLe 2 mai 2016, {P1[0].lower()}{P1[1:]}\n\n{P2}\n")
    assert (date_of(record), record.headline) == ("2016-05-03", head)


def test_a_dateline_with_a_stop_and_a_dash_is_cut_off_the_headline() -> None:
    record = describe(f"TUNIS, le 3 mai 2016.- {HFR}\n\n{P1}\n\n{P2}\n")
    assert (date_of(record), record.headline) == ("2016-05-03", HFR)
