"""A place beside the day of a header is a word of the text: who looks for it finds the text."""

import pytest

from articles.ingest.describe import describe

BODY = (
    "Le juge a libéré le tiers des détenus, dont treize dans une cellule de quatre, selon le greffe.\n\n"
    "Les surveillants ont jugé la décision trop rapide et demandent de l'aide au ministère."
)
HEADLINE = "Les détenus libérés par ordre alphabétique"


@pytest.mark.parametrize(
    "line",
    [
        "Rabat, le 3 mai 2018",
        "Recife (Brésil), 3-5-2018",
        "LYON (AFP) - 03/05/2018 - 18h12",
        "Le Miroir des champs — Tunis, jeudi 3 mai 2018, 18h12",
        "طنجة (المغرب) ٣-٥-٢٠١٨",
        "ماناوس (البرازيل) ٣-٥-٢٠١٨",
    ],
)
def test_the_place_of_a_header_below_the_headline_stays_in_the_text(line: str) -> None:
    record = describe(f"{HEADLINE}\n{line}\n{BODY}")
    assert record.date
    assert record.date.text == "2018-05-03"
    assert (record.headline, record.set_aside) == (HEADLINE, [])
    assert record.lede == BODY.partition("\n")[0]
    assert record.body.startswith(line)


def test_a_place_that_the_text_names_elsewhere_is_set_aside_with_its_day() -> None:
    record = describe(f"{HEADLINE}\nRabat, le 3 mai 2018\n{BODY} Le port de Rabat est vide.")
    assert "le 3 mai" not in record.body
    assert [part.exact for part in record.set_aside] == ["Rabat"]


def test_a_paper_and_a_rubric_beside_the_day_are_set_aside() -> None:
    record = describe(f"{HEADLINE}\nCulture, jeudi 3 mai 2018, p. 3\n{BODY}")
    assert "Culture" not in record.body


def test_a_day_and_its_place_below_a_caption_are_no_headline() -> None:
    record = describe(f"Photo d'archives\nSANAA - Le Miroir, jeudi 3 mai 2018\n{BODY}")
    assert record.headline_supplied
    assert record.headline.startswith("Le juge a libéré")
    assert record.body.startswith("SANAA")
