"""The stated day of ordinary news stays certain where a word of it could be that of an event, a memory or a table."""

import pytest

from articles.ingest.describe import ProposedRecord, describe
from tests.growth import grows_with_length
from tests.test_describe import A1, A2, E1, E2, HAR, HEN, HFR, HRU, P1, P2, R1, R2, date_of

TEXTS = {"fr": (HFR, P1, P2), "en": (HEN, E1, E2), "ru": (HRU, R1, R2), "ar": (HAR, A1, A2)}
DAY = "2016-05-06"
OPENS = {
    "fr": "Le 5 mai 2016, le ministre a signé la convention avec les délégués de la pêche.",
    "en": "On 5 May 2016, the minister signed the convention with the delegates of the fisheries.",
    "ru": "5 мая 2016 года министр подписал соглашение с делегатами рыбаков.",
}


def proposed(record: ProposedRecord) -> list[str]:
    return [one.value for one in record.date_proposals]


def of(language: str, line: str, *, lede: str = "", head: str = "", behind: str = "") -> ProposedRecord:
    title, first, second = TEXTS[language]
    return describe(f"{head or title}\n{line}\n\n{lede or first}\n\n{second}\n{behind}")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Rabat, 6 mai 2016"),
        ("fr", "Reuters, 6 mai 2016"),
        ("fr", "6 mai 2016"),
        ("en", "London, 6 May 2016"),
        ("ru", "Москва, 6 мая 2016 года"),
    ],
)
def test_a_lede_that_opens_with_another_day_is_no_row_of_a_table(language: str, line: str) -> None:
    assert date_of(of(language, line, lede=OPENS[language])) == DAY


def test_a_place_and_a_day_above_the_headline_date_a_text_that_opens_with_another_day() -> None:
    assert date_of(describe(f"RABAT, 6 mai 2016\n{HFR}\n\n{OPENS['fr']}\n\n{P2}\n")) == DAY


@pytest.mark.parametrize("line", ["6 May 2016", "London, 6 May 2016"])
def test_the_day_of_an_update_is_no_row_of_a_table(line: str) -> None:
    assert date_of(of("en", f"{line}\nUpdated 7 May 2016")) == DAY


@pytest.mark.parametrize(
    "rows",
    [
        "5 mai 2016 : le roi signe le dahir",
        "Concert du soir\n5 mai 2016",
        "Le 5 mai 2016, marche\nLe 7 mai 2016, repos",
        "5 mai 2016, 2,40 m\n7 mai 2016, 2,55 m",
        "Un récit :\n5 mai 2016 – Le ministre signe la convention avec les délégués.\n"
        "4 mai 2016 – Le ministre reçoit les délégués de la pêche au siège de son ministère, où ils restent.",
    ],
)
def test_rows_of_other_days_below_a_day_leave_it_proposed(rows: str) -> None:
    record = of("fr", f"Rabat, 6 mai 2016\n{rows}")
    assert (date_of(record), DAY in proposed(record)) == ("", True)


@pytest.mark.parametrize(
    "line",
    [
        "COLLEGE PARK, May 6, 2016 - {}",
        "Overland Park, Kan., May 6, 2016 — {}",
        "STATE COLLEGE, Pa., May 6, 2016 - {}",
        "Jones Beach, N.Y., 6 May 2016 – {}",
        "GRAND VALLEY, May 6, 2016 — {}",
    ],
)
def test_a_town_that_is_called_like_a_site_opens_a_dispatch(line: str) -> None:
    assert date_of(describe(f"{HEN}\n\n{line.format(E1)}\n\n{E2}\n")) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Doha Summit, May 6, 2016 — {}",
        "Tahrir Square, 6 May 2016 – {}",
        "Battle of the Bridge, 6 May 2016 – {}",
        "Central Park, 6 May 2016 – {}",
        "Trinity College, Dublin, 6 May 2016 – {}",
        "Marathon Park Race, 6 May 2016 – {}",
    ],
)
def test_an_event_or_a_square_opens_none(line: str) -> None:
    assert date_of(describe(f"{HEN}\n\n{line.format(E1)}\n\n{E2}\n")) == ""


def test_a_beach_where_a_text_tells_of_an_old_day_opens_no_dispatch() -> None:
    story = (
        "The first wave went ashore at dawn, and the second was late. Seventy years later the bunkers stand."
    )
    assert date_of(describe(f"{HEN}\n\nOMAHA BEACH, 6 June 1944 – {story}\n\n{E2}\n")) == ""
    assert date_of(describe(f"{HEN}\n\nLONG REEF BEACH, 6 June 1984 – That day {story}\n\n{E2}\n")) == ""


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Pont-à-Mousson, le 6 mai 2016 – {}"),
        ("fr", "Pont-Croix, le 6 mai 2016 – {}"),
        ("fr", "Villeneuve-la-Salle, le 6 mai 2016 – {}"),
        ("fr", "Marche-en-Famenne, le 6 mai 2016 – {}"),
        ("ru", "Выборг, 6 мая 2016 – {}"),
        ("ru", "Пожарск, 6 мая 2016 г. – {}"),
    ],
)
def test_a_word_that_begins_or_ends_a_towns_name_is_no_site(language: str, line: str) -> None:
    head, first, second = TEXTS[language]
    assert date_of(describe(f"{head}\n\n{line.format(first)}\n\n{second}\n")) == DAY


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Pont-l'Abbé, 6 mai 2016"),
        ("en", "Miami Beach, 6 May 2016"),
        ("ru", "Выборг, 6 мая 2016 года"),
    ],
)
def test_a_known_town_that_is_called_like_a_site_dates_a_text(language: str, line: str) -> None:
    assert date_of(of(language, line)) == DAY


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Ciné-concert, 6 mai 2016"),
        ("fr", "Pont-de-l'Alma, 6 mai 2016"),
        ("fr", "Fête-de-la-Musique, 6 mai 2016"),
        ("fr", "Semi-marathon, 6 mai 2016"),
        ("fr", "Place Tahrir, 6 mai 2016"),
        ("en", "Hyde Park, 6 May 2016"),
        ("ru", "Театральная площадь, 6 мая 2016"),
        ("ru", "Выборы мэра, 6 мая 2016"),
        ("ru", "Взрывы, 6 мая 2016"),
    ],
)
def test_an_event_and_a_site_alone_beside_a_day_date_nothing(language: str, line: str) -> None:
    record = of(language, line)
    assert (date_of(record), DAY in proposed(record)) == ("", True)


@pytest.mark.parametrize(
    ("language", "line", "lede"),
    [
        (
            "fr",
            "Rabat, 6 mai 2016",
            "Dix ans après la fin de la guerre, le ministre a signé vendredi l'accord.",
        ),
        ("fr", "Rabat, 6 mai 2016", "Quarante ans après la fin de la guerre, le ministre a signé l'accord."),
        (
            "fr",
            "Rabat, 6 mai 2016",
            "Le ministre a reçu vendredi les élus. La cérémonie aura lieu au palais.",
        ),
        ("fr", "Rabat, 6 mai 2016", "Le roi a reçu vendredi les élus. C'est l'anniversaire de la paix."),
        (
            "fr",
            "Rabat, 6 mai 2016",
            "Le ministère a annoncé un accord. La signature aura lieu dans la capitale.",
        ),
        (
            "en",
            "London, 6 May 2016",
            "Forty years later the harbour that he built still works, the minister said.",
        ),
        ("ru", "Москва, 6 мая 2016 года", "Спустя сорок лет министр подписал с рыбаками новое соглашение."),
    ],
)
def test_news_that_names_its_weekday_or_years_still_to_come_remembers_another_day(
    language: str, line: str, lede: str
) -> None:
    assert date_of(of(language, line, lede=lede)) == DAY


@pytest.mark.parametrize(
    ("line", "lede"),
    [
        (
            "Rabat, 6 mai 2011",
            "Dix ans après, les habitants ont gardé les pierres, et nul ne les a comptées.",
        ),
        (
            "Rabat, 6 mai 2011",
            "Ce vendredi-là, la foule attendait. Dix ans après le séisme, la ville est neuve.",
        ),
        ("Rabat, 6 mai 2011", "Une foule attendait vendredi, ce jour-là, devant la gare de la ville."),
        ("Rabat, 6 mai 2011", "Les apiculteurs attendent la foule. La fête aura lieu au centre de la ville."),
        ("Rabat, 6 mai 2011", "Cher Slim, je t'écris de la terrasse où nous étions assis tous les soirs."),
        ("Rabat, 6 mai 2011", "La fête aura lieu vendredi au centre de la ville, et nul ne paiera rien."),
        ("Rabat, 6 mai 2011", "Ils dansaient vendredi. Les survivants se souviennent, et la rue est calme."),
        (
            "Rabat, 6 mai 2011",
            "Ils dansaient vendredi. Dix ans après, la rue est calme et les murs repeints.",
        ),
        ("Rabat, 6 mai 2011", "Quarante survivants se souviennent de la foule devant la gare de la ville."),
        ("Rabat, 6 mai 2011", "La ville fête le dixième anniversaire, et dix ans ont changé la gare."),
        (
            "Rabat, 6 mai 2011",
            "La lettre fut gardée par sa sœur.\n\nMon cher Slim\nJe t'écris de la terrasse.",
        ),
        ("Rabat, 6 mai 2011", "Cher ami,\n\nJe t'écris de la terrasse où nous étions assis tous les soirs."),
        ("Rabat, 6 mai 2011", "« Cher Slim, je t'écris de la terrasse où nous étions tous assis le soir. »"),
    ],
)
def test_a_memory_an_announcement_and_a_letter_leave_the_day_proposed(line: str, lede: str) -> None:
    record = of("fr", line, lede=lede)
    assert (date_of(record), "2011-05-06" in proposed(record)) == ("", True)


def test_a_dear_price_a_quotation_and_a_word_to_the_readers_make_no_letter() -> None:
    line = "Rabat, 6 mai 2016"
    assert date_of(of("fr", line, head="Chère électricité : les prix montent encore")) == DAY
    quoted = "« Cher peuple, vous savez ce que cela veut dire », a dit le ministre."
    assert date_of(of("fr", line, behind=f"\n{quoted}\n")) == DAY
    assert date_of(of("fr", line, lede=f"{quoted} {P1}")) == DAY
    assert date_of(of("fr", line, behind="\nCher lecteur, abonnez-vous à notre lettre.\n")) == DAY


@pytest.mark.parametrize(
    ("line", "day"), [("London | 6 May 2016 | 5pm", DAY), ("Reuters | 6 May 2016 | 5pm", DAY)]
)
def test_an_hour_last_between_bars_is_that_of_publishing(line: str, day: str) -> None:
    assert date_of(of("en", line)) == day


@pytest.mark.parametrize(
    "line",
    [
        "London | 6 May 2016 | 5–7pm",
        "London, 6 May 2016, 5pm",
        "London, 5pm, 6 May 2016",
        "London | Friday 6 May 2016 | 5pm",
    ],
)
def test_an_hour_without_bars_or_before_the_place_and_from_when_to_when_are_an_events(line: str) -> None:
    assert date_of(of("en", line)) == ""


@pytest.mark.parametrize("paper", ["France 24", "Canal 2", "Россия 24", "قناة الشرق 24"])
def test_the_number_of_a_channel_above_a_headline_is_no_headline(paper: str) -> None:
    language = "ru" if paper[0] == "Р" else "ar" if paper[0] == "ق" else "fr"
    head, first, second = TEXTS[language]
    record = describe(f"{paper}\n\n{head}\n\n{first}\n\n{second}\n")
    assert (record.headline, [one.exact for one in record.evidence if one.field == "kicker"]) == (
        head,
        [paper],
    )


@pytest.mark.parametrize("head", ["Soyouz 11", "Grippe 57", "Chapitre 12", "Rai 3", "France 98", "Boeing 73"])
def test_what_else_is_numbered_above_a_longer_line_is_the_headline(head: str) -> None:
    assert describe(f"{head}\n\n{HFR}\n\n{P1} (Rai 3 et {head})\n\n{P2}\n").headline == head


@pytest.mark.parametrize(
    "sent", ["\n\n© Rai 3", " (Rai 3)", "\n\nSource : Rai 3", "\n\nSuivez @rai3 chaque soir."]
)
def test_a_channel_that_sends_the_text_is_no_headline(sent: str) -> None:
    assert describe(f"Rai 3\n\n{HFR}\n\n{P1}\n\n{P2}{sent}\n").headline == HFR


@pytest.mark.parametrize("head", ["3 morts", "Mardi 24", "Mai 24", "Attentat : 12", "Tome 1914"])
def test_a_number_of_the_dead_a_day_and_a_year_are_no_channel(head: str) -> None:
    assert describe(f"{head}\n\n{HFR}\n\n{P1}\n\n{P2}\n").headline == head


@pytest.mark.parametrize(
    "line",
    [
        "vers le 15 avril 2016",
        "Rabat, vers le 15 avril 2016",
        "Le Courrier du Sahel n° 12 — vers le 15 avril 2016 — page 3",
        "© Le Monde, vers le 15 avril 2016. Tous droits réservés",
        "RABAT, vers le 15 avril 2016 (MAP)",
    ],
)
def test_a_day_that_is_about_right_breaks_nothing(line: str) -> None:
    for text in (
        f"{HFR}\n{line}\n\n{P1}\n\n{P2}\n",
        f"{HFR}\n\n{P1}\n\n{P2}\n\n{line}\n",
        f"{line}\n{HFR}\n\n{P1}",
    ):
        assert date_of(describe(text)) in ("", "2016-04-15~")


@pytest.mark.parametrize("filler", ["\n", " ", ",", "A", "\t", " \n", "Cher ", "A-", "A. "])
@pytest.mark.parametrize("text", ["{}\nRabat, 6 mai 2016\n{}\n", "{}\n\nRabat, 6 mai 2016\n\n{}"])
def test_a_hundred_thousand_signs_in_a_row_take_no_time(filler: str, text: str) -> None:
    for written in (
        lambda count: text.format(HFR, f"{filler * count}\n{P1}\n\n{P2}\n"),
        lambda count: text.format(f"{filler * count}\n{HFR}", f"{P1}\n\n{P2}\n"),
    ):
        assert grows_with_length(lambda one: describe(one, offers_dates=False), written, 5_000)
        describe(written(100_000), offers_dates=False)
