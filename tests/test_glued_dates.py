"""Dates that pasting ran into a headline or a text are read, and the headline is what is left."""

import pytest

from articles.ingest.describe import describe
from tests.test_describe import (
    AR,
    EN,
    FR,
    HAR,
    HEN,
    HFR,
    HRU,
    P1,
    P2,
    RU,
    assert_whole,
    date_of,
)

TEXTS = {HFR: FR, HRU: RU, HAR: AR, HEN: EN}


@pytest.mark.parametrize(
    ("date", "value", "headline"),
    [
        ("4 mars 2019", "2019-03-04", HFR),
        ("04/03/2019", "2019-03-04", HFR),
        ("04/03/2019 à 10h30", "2019-03-04", HFR),
        ("Le 04/03/2019 à 10h", "2019-03-04", HFR),
        ("Publié le 4 mars 2019", "2019-03-04", HFR),
        ("Mars 2019", "2019-03", HFR),
        ("04.03.2019 09:15", "2019-03-04", HRU),
        ("4 марта 2019 г.", "2019-03-04", HRU),
        ("2019-03-04", "2019-03-04", HRU),
        ("March 4, 2019", "2019-03-04", HEN),
        ("Published: 4 March 2019", "2019-03-04", HEN),
        ("٤ مارس ٢٠١٩", "2019-03-04", HAR),
        ("الاثنين 4 مارس 2019 - 10:00", "2019-03-04", HAR),
        ("2019/03/04", "2019-03-04", HAR),
    ],
)
def test_a_date_glued_to_the_first_word_is_taken_and_the_rest_is_the_headline_or_the_text(
    date: str, value: str, headline: str
) -> None:
    text = f"{date}{headline}\n\n{TEXTS[headline]}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, date_of(record)) == (headline, value)
    assert ("glued", date) in [(part.rule, part.exact) for part in record.evidence]
    for above in ("", f"{headline}\n"):
        text = f"{above}{date}{TEXTS[headline]}"
        record = describe(text)
        assert_whole(text, record)
        assert (record.lede, date_of(record)) == (TEXTS[headline].split("\n")[0], value)


@pytest.mark.parametrize("separator", [" | ", " - ", " – ", ": ", " : ", ". "])
@pytest.mark.parametrize(
    ("date", "headline"),
    [("4 mars 2019", HFR), ("04.03.2019 09:15", HRU), ("4 مارس 2019", HAR), ("March 4, 2019", HEN)],
)
def test_a_date_parted_from_the_headline_by_a_mark_is_taken(date: str, headline: str, separator: str) -> None:
    text = f"{date}{separator}{headline}\n\n{TEXTS[headline]}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, date_of(record)) == (headline, "2019-03-04")


@pytest.mark.parametrize(
    "headline",
    [
        "2016FM, la radio qui monte",
        "16 mai 2003 : retour sur les attentats de Casablanca",
        "G20 2018Fin du sommet",
        "20 août 1953 : Le roi est exilé",
        "4 mars 2019, une date à retenir",
        "Accord du 4 mars 2019",
        "Le rapport publié le 4 mars 2019",
        "تقرير نشر في 4 مارس 2019",
        "Доклад, опубликованный 4 марта 2019",
        "A report published March 4, 2019",
    ],
)
def test_a_headline_that_names_a_day_keeps_it_and_gives_no_date(headline: str) -> None:
    text = f"{headline}\n\n{P1} C’était le 3 mai 2016.\n\n{P2}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, record.date) == (headline, None)


def test_a_chronology_gives_no_date() -> None:
    lines = ["4 mars 2019 : Arrivée de M. Lavrov à Rabat", "5 mars 2019 : Départ de M. Lavrov pour Alger"]
    text = "\n".join([*lines, P1, P2])
    assert_whole(text, describe(text))
    assert describe(text).date is None


@pytest.mark.parametrize("gap", [" ", " | ", "\n"])
@pytest.mark.parametrize(
    ("headline", "header", "value"),
    [
        (HEN, "Published: Mar 4, 2019 | Updated 09:15 GMT", "2019-03-04"),
        (HEN, "Published on March 4, 2019 at 9:15 am", "2019-03-04"),
        (HFR, "Publié le 4 mars 2019 à 10h30", "2019-03-04"),
        (HFR, "Publié le 04/03/2019 | Mis à jour le 05/03/2019", "2019-03-04"),
        (HFR, "Le 04/03/2019 à 10h", "2019-03-04"),
        (HFR, "Mis à jour le 05/03/2019", ""),
        (HRU, "Опубликовано: 4 марта 2019, 09:15", "2019-03-04"),
        (HAR, "نشر في 4 مارس 2019", "2019-03-04"),
    ],
)
def test_a_header_behind_the_headline_is_read_and_cut_off(
    headline: str, header: str, value: str, gap: str
) -> None:
    text = f"{headline}{gap}{header}\n\n{TEXTS[headline]}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, date_of(record)) == (headline, value)
    updates = [part.exact for part in record.evidence if part.field == "updated"]
    assert len(updates) == ("Updated" in header or "Mis à jour" in header)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{HEN}\nMOSCOW, March 4. /TASS/. {EN}", "March 4"),
        (f"{HRU}\nРАБАТ, 4 мар – РИА Новости. {RU}", "4 мар"),
        (f"{HRU}\n4 марта, 09:15\n{RU}", "4 марта"),
        (f"{HFR}\nRabat, 4 mars (MAP) - {FR}", "4 mars"),
        (f"{HEN}\nPublished: Mar 4\n{EN}", "Published: Mar 4"),
        (f"{HAR}\nالرباط 4 مارس (ومع) - {AR}", "4 مارس"),
    ],
)
def test_a_day_stated_without_a_year_is_warned_of_once(text: str, words: str) -> None:
    record = describe(text)
    assert_whole(text, record)
    assert record.date is None
    assert [str(warning) for warning in record.warnings] == [
        f"The text states “{words}” without a year: no date was taken."
    ]
    assert describe(f"Date: 2019-03-04\n{text}").warnings == []


def test_a_day_without_a_year_in_running_text_or_a_title_is_not_warned_of() -> None:
    for text in (f"{HFR}\n\n{P1} C’était le 4 mars.\n\n{P2}", f"Casablanca, 1er mai\n\n{FR}"):
        assert describe(text).warnings == []
