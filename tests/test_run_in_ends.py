"""What a page's headline was copied with, and touches it: its day at the end, the site of a picture before it."""

import pytest

from articles.ingest.describe import describe

PLAIN = (
    "La salle était comble et le public debout. Le directeur artistique promet d'autres soirées du même genre.\n\n"
    "Les billets ont été vendus en trois jours, selon la billetterie, et les bancs étaient trop courts."
)


@pytest.mark.parametrize(
    ("line", "title", "date"),
    [
        ("Le tram de Fès change de bancs14/06/2024 à 11h20", "Le tram de Fès change de bancs", "2024-06-14"),
        (
            "Le tram de Fès change de bancsPublié le 14 juin 2024",
            "Le tram de Fès change de bancs",
            "2024-06-14",
        ),
        ("Faut-il des bancs ici ?Vendredi 14 juin 2024", "Faut-il des bancs ici ?", "2024-06-14"),
        ("Benches get their wood backJune 14, 2024", "Benches get their wood back", "2024-06-14"),
        ("Скамейки снова из дерева14.06.2024 11:20", "Скамейки снова из дерева", "2024-06-14"),
        ("مقاعد خشبية لترام المدينة14/06/2024", "مقاعد خشبية لترام المدينة", "2024-06-14"),
        # A name ends in the number: the month behind it is another's.
        ("La nouvelle vague de la Covid19 mars 2020", "La nouvelle vague de la Covid19 mars 2020", ""),
        ("Ce que dira le sommet du G20 novembre 2022", "Ce que dira le sommet du G20 novembre 2022", ""),
        ("Les nouveautés de la version2.1.2024", "Les nouveautés de la version2.1.2024", ""),
        ("موجة جديدة من كوفيد19 مارس 2020", "موجة جديدة من كوفيد19 مارس 2020", ""),
    ],
)
def test_a_day_that_touches_the_last_word_of_a_headline_is_that_of_its_page(
    line: str, title: str, date: str
) -> None:
    record = describe(f"{line}\n{PLAIN}")
    assert record.headline == title
    assert (record.date.text if record.date else "") == date


@pytest.mark.parametrize(
    "line",
    [
        "Procès-verbal de la réunion du conseil communal du03/05/2016",
        "Le budget que les députés ont adopté le3 mai 2016",
        "Les inscriptions sont ouvertes jusqu'au03/05/2016",
        "Les commerçants du port ferment depuis le mardi3 mai 2016",
        "Un couvre-feu est en vigueur depuis03/05/2016 20:30",
        "The ferry company stops its service untilMay 3, 2016",
        "The bridge has been closed to lorries since3 May 2016",
        "Расписание электричек и автобусов на03.05.2016",
        "Приём заявлений от жителей продлён до03.05.2016 12:00",
        "محضر جلسة مجلس المدينة في03/05/2016",
        "الجسر مغلق أمام الشاحنات منذ03/05/2016",
    ],
)
def test_a_day_that_touches_a_word_of_its_own_phrase_is_of_the_headline(line: str) -> None:
    record = describe(f"{line}\n{PLAIN}")
    assert (record.headline, record.date) == (line, None)


@pytest.mark.parametrize(
    "opening",
    [
        "Le concert aura lieu au port.",
        "Ce soir-là, la rue était calme.",
        "Cinq ans après, le port se souvient.",
    ],
)
def test_a_day_that_touches_a_headline_is_no_date_of_what_is_to_come_or_remembered(opening: str) -> None:
    assert describe(f"Un concert pour le vieux port14/06/2024\n{opening} {PLAIN}").date is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Фото: flickrСкамейки трамвая снова из дерева", "Скамейки трамвая снова из дерева"),
        ("Фото: FlickrСкамейки трамвая снова из дерева", "Скамейки трамвая снова из дерева"),
        ("Photo : UnsplashTram de bois pour les gens du port", "Tram de bois pour les gens du port"),
        ("Photo : pexelsTram de bois pour les gens du port", "Tram de bois pour les gens du port"),
        ("صورة: flickrمقاعد خشبية لترام المدينة", "مقاعد خشبية لترام المدينة"),
    ],
)
def test_the_site_of_a_picture_takes_no_headline_away(line: str, title: str) -> None:
    record = describe(f"{line}\n{PLAIN}")
    assert record.headline == title
    assert [part.rule for part in record.set_aside] == ["caption"]


@pytest.mark.parametrize(
    "above", ["Un concert pour les gens du port\n", "Le vieux port retrouve ses bancs de bois\n"]
)
@pytest.mark.parametrize(
    "line", ["Concert au vieux théâtre16/04/2014", "Marathon de la ville16/04/2014 20:30"]
)
def test_a_day_that_touches_a_line_below_the_headline_is_that_of_no_page(above: str, line: str) -> None:
    assert describe(f"{above}{line}\n{PLAIN}").date is None


def test_a_day_that_touches_a_line_above_the_headline_is_that_of_no_page() -> None:
    record = describe(
        f"Concert au vieux théâtre16/04/2014\nLe vieux port retrouve ses bancs de bois\n{PLAIN}"
    )
    assert record.date is None
