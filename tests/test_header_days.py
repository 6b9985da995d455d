"""A short line of the header that holds one day, and else only names, numbers and hours, dates the text."""

import pytest

from articles.ingest.describe import describe
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


@pytest.mark.parametrize("end", ["© 2009-2016 Le Portail", "Budget, en millions :\n\n2016", "04/05/2016"])
def test_two_years_a_number_or_another_day_at_the_end_give_it_none(end: str) -> None:
    assert date_of(describe(f"RABAT, 3 mai (MAP) – {P1}\n\n{P2}\n\n{end}\n")) != "2016-05-03"


def test_a_dateline_with_a_stop_and_a_dash_is_cut_off_the_headline() -> None:
    record = describe(f"TUNIS, le 3 mai 2016.- {HFR}\n\n{P1}\n\n{P2}\n")
    assert (date_of(record), record.headline) == ("2016-05-03", HFR)
