"""Forms in which the first line of a paste states its day: read, or only offered, in four languages."""

import pytest

from articles.ingest.describe import describe
from articles.ingest.describe.either_order import settle_orders
from articles.ingest.describe.record import Evidence, Findings
from tests.test_describe import AR, EN, FR, HFR, P1, P2, RU, assert_whole, date_of

TEXTS = {
    "fr": f"Le roi a annoncé devant la presse qu'il ferait appel.\n\n{P1}\n\n{P2}",
    "en": EN,
    "ru": RU,
    "ar": AR,
}

DATED = [
    ("fr", "15 novembre 2013. ", "2013-11-15"),
    ("fr", "15 novembre 2013 - ", "2013-11-15"),
    ("fr", "15 novembre 2013 — ", "2013-11-15"),
    ("fr", "15 novembre 2013 : ", "2013-11-15"),
    ("fr", "15 novembre 2013 ", "2013-11-15"),
    ("fr", "15 nov. 2013. ", "2013-11-15"),
    ("fr", "Vendredi 15 novembre 2013. ", "2013-11-15"),
    ("fr", "vendredi 15 novembre 2013 - ", "2013-11-15"),
    ("fr", "Le 15 novembre 2013. ", "2013-11-15"),
    ("fr", "(15 novembre 2013) ", "2013-11-15"),
    ("fr", "[15/11/2013] ", "2013-11-15"),
    ("fr", "15/11/2013 ", "2013-11-15"),
    ("fr", "15/11/2013. ", "2013-11-15"),
    ("fr", "15/11/2013 - ", "2013-11-15"),
    ("fr", "15.11.2013 ", "2013-11-15"),
    ("fr", "15-11-2013 ", "2013-11-15"),
    ("fr", "15/11/2013 à 17h32 ", "2013-11-15"),
    ("fr", "15/11/2013 17:32 ", "2013-11-15"),
    ("fr", "15/11/2013 à 17:32 GMT - ", "2013-11-15"),
    ("fr", "03/05/2013 ", "2013-05-03"),
    ("fr", "2013-11-15 ", "2013-11-15"),
    ("fr", "2013-11-15T17:32:00Z ", "2013-11-15"),
    ("fr", "2013-11-15T17:32:00+01:00 ", "2013-11-15"),
    ("fr", "2013-11-15 17:32:00 ", "2013-11-15"),
    ("fr", "2016-12 ", "2016-12"),
    ("fr", "2016-12. ", "2016-12"),
    ("fr", "2016-12 - ", "2016-12"),
    ("fr", "2016-12: ", "2016-12"),
    ("fr", "2016-12, ", "2016-12"),
    ("fr", "2016/12 ", "2016-12"),
    ("fr", "12/2016 ", "2016-12"),
    ("fr", "(2016-12) ", "2016-12"),
    ("fr", "[2016-12] ", "2016-12"),
    ("fr", "Décembre 2016 ", "2016-12"),
    ("fr", "Décembre 2016 - ", "2016-12"),
    ("fr", "date 2016-12 ", "2016-12"),
    ("fr", "source Yabiladi date 2016-12 ", "2016-12"),
    ("fr", "Publié le 15/11/2013 à 17:32 | Mis à jour le 16/11/2013 à 09:10\n", "2013-11-15"),
    ("fr", "Publié le 15 novembre 2013 à 17h32 - Mis à jour le 16 novembre 2013 à 9h10 ", "2013-11-15"),
    ("fr", "Publié le 15 novembre 2013 à 17h32, mis à jour le 16 novembre 2013\n", "2013-11-15"),
    ("fr", "Publié le : 15/11/2013 - 17:32Modifié le : 16/11/2013 - 09:10\n", "2013-11-15"),
    ("fr", "Mis à jour le 16/11/2013 à 09:10 - Publié le 15/11/2013\n", "2013-11-15"),
    ("fr", "Rabat, le 15 novembre 2013. ", "2013-11-15"),
    ("fr", "Rabat, 15 nov. 2013 (MAP) - ", "2013-11-15"),
    ("fr", "Rabat 15 novembre 2013 (MAP) - ", "2013-11-15"),
    ("fr", "Rabat, 15/11/2013 (MAP) ", "2013-11-15"),
    ("fr", "RABAT (15 novembre 2013) - ", "2013-11-15"),
    ("fr", "Par Ahmed Benali, le 15 novembre 2013 à 10h\n", "2013-11-15"),
    ("fr", "Ahmed Benali - 15 novembre 2013\n", "2013-11-15"),
    ("fr", "Le Matin, 15 novembre 2013\n", "2013-11-15"),
    ("fr", "Le Monde | 15.11.2013 à 17h32 • Mis à jour le 16.11.2013 à 09h10 |\n", "2013-11-15"),
    ("en", "Nov. 1, 2013 -- SOFIA, Bulgaria, ", "2013-11-01"),
    ("en", "Nov. 1, 2013 - ", "2013-11-01"),
    ("en", "Nov. 1, 2013. ", "2013-11-01"),
    ("en", "November 1, 2013. ", "2013-11-01"),
    ("en", "November 1, 2013: ", "2013-11-01"),
    ("en", "November 1, 2013 ", "2013-11-01"),
    ("en", "1 November 2013. ", "2013-11-01"),
    ("en", "1st November 2013 - ", "2013-11-01"),
    ("en", "Friday, November 1, 2013 ", "2013-11-01"),
    ("en", "Friday, November 1, 2013. ", "2013-11-01"),
    ("en", "Fri Nov 1, 2013 5:32 PM EDT ", "2013-11-01"),
    ("en", "Fri, 01 Nov 2013 17:32:00 GMT ", "2013-11-01"),
    ("en", "Nov 1, 2013 17:32 GMT ", "2013-11-01"),
    ("en", "SOFIA, Bulgaria, Nov. 1, 2013 -- ", "2013-11-01"),
    ("en", "SOFIA, Bulgaria -- Nov. 1, 2013 -- ", "2013-11-01"),
    ("en", "SOFIA, Bulgaria (Nov. 1, 2013) — ", "2013-11-01"),
    ("en", "SOFIA, Nov. 1, 2013 /PRNewswire/ -- ", "2013-11-01"),
    ("en", "Posted on November 1, 2013 by admin\n", "2013-11-01"),
    ("en", "Posted on Nov 1, 2013 at 5:32 pm ", "2013-11-01"),
    ("en", "Posted: 11/15/2013 5:32 pm EST\n", "2013-11-15"),
    ("en", "Updated November 2, 2013 | Published November 1, 2013\n", "2013-11-01"),
    ("en", "Published 17:32 GMT November 1, 2013 | Updated November 2\n", "2013-11-01"),
    ("en", "First published on Fri 1 Nov 2013 17.32 GMT\n", "2013-11-01"),
    ("en", "11/15/2013 ", "2013-11-15"),
    ("en", "2013-11-01 17:32:05 UTC ", "2013-11-01"),
    ("en", "November 2013 - ", "2013-11"),
    ("ru", "12 мая 2014 г. ", "2014-05-12"),
    ("ru", "12 мая 2014 года. ", "2014-05-12"),
    ("ru", "12 мая 2014. ", "2014-05-12"),
    ("ru", "12 мая 2014 ", "2014-05-12"),
    ("ru", "12 мая 2014 г. - ", "2014-05-12"),
    ("ru", "12 мая 2014, 17:32 ", "2014-05-12"),
    ("ru", "12 мая 2014, 17:32 МСК. ", "2014-05-12"),
    ("ru", "12.05.2014 ", "2014-05-12"),
    ("ru", "12.05.2014 г. ", "2014-05-12"),
    ("ru", "12.05.2014 17:32 ", "2014-05-12"),
    ("ru", "12.05.2014 в 17:32 - ", "2014-05-12"),
    ("ru", "17:32 12.05.2014 ", "2014-05-12"),
    ("ru", "17:32, 12 мая 2014\n", "2014-05-12"),
    ("ru", "Понедельник, 12 мая 2014 г. ", "2014-05-12"),
    ("ru", "понедельник, 12 мая 2014 - ", "2014-05-12"),
    ("ru", "МОСКВА, 12 мая 2014 г. ", "2014-05-12"),
    ("ru", "Москва. 12 мая 2014. ", "2014-05-12"),
    ("ru", "МОСКВА, 12 мая 2014 /ИТАР-ТАСС/. ", "2014-05-12"),
    ("ru", "Москва. 12 мая 2014 года. INTERFAX.RU - ", "2014-05-12"),
    ("ru", "Опубликовано: 12 мая 2014, 17:32 (обновлено 13 мая 2014)\n", "2014-05-12"),
    ("ru", "Опубликовано 12.05.2014 17:32 ", "2014-05-12"),
    ("ru", "[12.05.2014] ", "2014-05-12"),
    ("ar", "12 مارس 2020 - ", "2020-03-12"),
    ("ar", "12 مارس 2020 – ", "2020-03-12"),
    ("ar", "12 مارس 2020. ", "2020-03-12"),
    ("ar", "12 مارس 2020: ", "2020-03-12"),
    ("ar", "12 مارس 2020 ", "2020-03-12"),
    ("ar", "١٢ مارس ٢٠٢٠ ", "2020-03-12"),
    ("ar", "الخميس 12 مارس 2020 ", "2020-03-12"),
    ("ar", "الخميس 12 مارس 2020 - 17:32 ", "2020-03-12"),
    ("ar", "الخميس، 12 مارس 2020. ", "2020-03-12"),
    ("ar", "الخميس 12 مارس/آذار 2020 - ", "2020-03-12"),
    ("ar", "12-03-2020 ", "2020-03-12"),
    ("ar", "12/03/2020 - ", "2020-03-12"),
    ("ar", "2020/03/12 ", "2020-03-12"),
    ("ar", "2020-03-12 ", "2020-03-12"),
    ("ar", "نشر في 12 مارس 2020 الساعة 17:32\n", "2020-03-12"),
    ("ar", "نشر في: 12 مارس 2020 - آخر تحديث: 13 مارس 2020\n", "2020-03-12"),
    ("ar", "الرباط 12 مارس 2020 (و م ع) - ", "2020-03-12"),
    ("ar", "الرباط 12 مارس 2020 (ومع) - ", "2020-03-12"),
    ("ar", "الرباط - 12 مارس 2020 - ", "2020-03-12"),
    ("ar", "الرباط في 12 مارس 2020 - ", "2020-03-12"),
    ("ar", "الرباط، 12 مارس 2020 (و.م.ع) - ", "2020-03-12"),
    ("ar", "الرباط 12 مارس 2020 / و م ع / ", "2020-03-12"),
    ("ar", "الرباط 12-03-2020 (و م ع) - ", "2020-03-12"),
    ("ar", "الدار البيضاء 12 مارس 2020 (و م ع) - ", "2020-03-12"),
    ("ar", "الدار البيضاء 12 مارس 2020 - ", "2020-03-12"),
    ("ar", "موسكو 12 مارس 2020 (سبوتنيك) - ", "2020-03-12"),
    ("ar", "موسكو (12 مارس 2020) - ", "2020-03-12"),
    ("ar", "الرباط 12 مارس 2020. ", "2020-03-12"),
    ("ar", "الرباط 12 مارس 2020: ", "2020-03-12"),
    ("ar", "بيروت الخميس 12 مارس 2020. ", "2020-03-12"),
    ("ar", "الرباط في 12 مارس 2020. ", "2020-03-12"),
    ("ar", "القاهرة 12 مارس 2020 (أ ش أ): ", "2020-03-12"),
    ("ar", "القاهرة 12 مارس 2020 (أ ش أ) - ", "2020-03-12"),
    ("ar", "الرباط 12 مارس 2020 /وكالات/ ", "2020-03-12"),
    ("ar", "الرباط 12 مارس 2020 (و م ع) ", "2020-03-12"),
    ("ar", "الرباط/ 12 مارس 2020/ومع/ ", "2020-03-12"),
    ("ar", "الرباط / 12 مارس 2020 / ومع / ", "2020-03-12"),
    ("ar", "تونس 12 مارس 2020 (وات) - ", "2020-03-12"),
    ("ar", "الجزائر 12 مارس 2020 (واج) - ", "2020-03-12"),
    ("ar", "دبي، الإمارات العربية المتحدة، 12 مارس 2020 – ", "2020-03-12"),
    ("ar", "الرباط - الخميس 12 مارس 2020 - ", "2020-03-12"),
    ("fr", "15 novembre 2013, 17h32. ", "2013-11-15"),
    ("fr", "Paru dans Le Matin le 15 novembre 2013\n", "2013-11-15"),
    ("fr", "Publié dans Le Matin du 15/11/2013\n", "2013-11-15"),
    ("fr", "Article publié le 15 novembre 2013\n", "2013-11-15"),
    ("fr", "Mise en ligne : 15 novembre 2013\n", "2013-11-15"),
    ("fr", "Créé le 15/11/2013\n", "2013-11-15"),
    ("fr", "Publié par Ahmed le 15/11/2013\n", "2013-11-15"),
    ("fr", "ven. 15/11/2013 - 17:32\n", "2013-11-15"),
    ("fr", "Ven, 15/11/2013 - 17:32 ", "2013-11-15"),
    ("fr", "Le vendredi 15 novembre 2013 à 17h32\n", "2013-11-15"),
    ("fr", "AFP le 15/11/2013 à 17:32\n", "2013-11-15"),
    ("fr", "AFP, publié le vendredi 15 novembre 2013 à 17h32\n", "2013-11-15"),
    ("en", "Published November 1, 2013 5:32pm EDT\n", "2013-11-01"),
    ("en", "Published: 17:32 GMT, 1 November 2013 | Updated: 09:10 GMT, 2 November 2013\n", "2013-11-01"),
    ("en", "By John Smith | November 1, 2013\n", "2013-11-01"),
    ("en", "By John Smith, Reuters, Nov. 1, 2013\n", "2013-11-01"),
    ("en", "November 1, 2013 | By John Smith\n", "2013-11-01"),
    ("en", "1 Nov 2013, 17:32 GMT. ", "2013-11-01"),
    ("en", "9:41 AM EDT, Fri November 1, 2013\n", "2013-11-01"),
    ("en", "(November 1, 2013) ", "2013-11-01"),
    ("en", "[Nov 1, 2013] ", "2013-11-01"),
    ("en", "Added: November 1, 2013\n", "2013-11-01"),
    ("en", "Date: Fri, 1 Nov 2013 17:32:05 +0000\n", "2013-11-01"),
    ("en", "05.11.2013 ", "2013-11-05"),
    ("ru", "Дата публикации: 12.05.2014\n", "2014-05-12"),
    ("ru", "12 мая, 2014 - ", "2014-05-12"),
    ("ru", "12 мая 2014 | 17:32\n", "2014-05-12"),
    ("ru", "Пн, 12 мая 2014 17:32\n", "2014-05-12"),
    ("ru", "12/05/2014 ", "2014-05-12"),
    ("ru", "12-05-2014 ", "2014-05-12"),
    ("ru", "Рабат, 12.05.2014. ", "2014-05-12"),
    ("ru", "17:32 | 12 мая 2014 ", "2014-05-12"),
    ("ru", "12.05.14 17:32 ", "2014-05-12"),
    ("fr", "12.05.14 à 17h32 - ", "2014-05-12"),
    ("en", "Fri 1 Nov 2013 17.32 GMT\n", "2013-11-01"),
    ("en", "Nov 1, 20134 min read\n", "2013-11-01"),
    ("ar", "الرباط 17 رجب 1441 هـ الموافق 12 مارس 2020 (و م ع) - ", "2020-03-12"),
    ("ar", "17 رجب 1441 هـ الموافق 12 مارس 2020 م\n", "2020-03-12"),
    ("ru", "Москва, 12 мая 2014, 17:32 — REGNUM ", "2014-05-12"),
]

OFFERED = [
    ("fr", "15 novembre 2013, "),
    ("fr", "Le 15 novembre 2013, "),
    ("fr", "Le 15 novembre 2013 "),
    ("fr", "Décembre 2016. "),
    ("fr", "décembre 2016 : "),
    ("fr", "Mis à jour le 16/11/2013 à 09:10 "),
    ("fr", "Le Matin du 15 novembre 2013. "),
    ("en", "November 1, 2013, "),
    ("en", "On November 1, 2013, "),
    ("en", "Updated 17:32 GMT, November 1, 2013\n"),
    ("en", "Last modified on Fri 1 Nov 2013 17.32 GMT\n"),
    ("en", "11/05/2013 "),
    ("en", "November 2013. "),
    ("ru", "12 мая 2014 года "),
    ("ru", "Май 2014. "),
    ("ru", "Май 2014 г. "),
    ("ru", "В мае 2014 г. "),
    ("ar", "آخر تحديث: 13 مارس 2020\n"),
    ("ar", "الرباط 12 مارس 2020 "),
    ("ar", "مارس 2020. "),
    ("ar", "في 12 مارس 2020، "),
    ("ar", "يوم 12 مارس 2020 "),
    ("ar", "الجزائر - أعلن يوم الخميس 12 مارس 2020 "),
    ("ar", "وزير الخارجية 12 مارس 2020. "),
    ("ar", "اتفاقية 12 مارس 2020: "),
    ("ar", "ثورة 12 مارس 2011. "),
    ("ar", "حكومة 12 مارس 2020: "),
    ("fr", "6 juin 1944. "),
    ("fr", "13 novembre 2015. Ce soir-là, Paris est frappée. "),
    ("fr", "Vendredi 13 novembre 2015. Il est 21h17. "),
    ("fr", "15 novembre 2013. Dix ans plus tard, rien n'a changé. "),
    ("fr", "Actualisé le 15 novembre 2013. "),
    ("en", "September 11, 2001. It was 8.46 am. "),
    ("en", "November 1, 2013. Ten years have passed since. "),
    ("en", "Updated at 17:32 GMT on November 1, 2013\n"),
    ("en", "Published 05/11/2013\n"),
    ("ru", "22 июня 1941 г. "),
    ("ru", "12 мая 2014 года Владимир Путин подписал указ. "),
    ("ru", "Обновлено 12.05.2014 17:32\n"),
]


@pytest.mark.parametrize(("language", "opening", "date"), DATED)
def test_a_first_line_that_states_a_day_or_a_month_dates_its_text(
    language: str, opening: str, date: str
) -> None:
    text = opening + TEXTS[language]
    record = describe(text)
    assert_whole(text, record)
    assert date_of(record) == date


@pytest.mark.parametrize(("language", "opening"), OFFERED)
def test_a_first_line_of_which_the_day_is_only_likely_offers_it(language: str, opening: str) -> None:
    text = opening + TEXTS[language]
    record = describe(text)
    assert_whole(text, record)
    assert record.date is None
    assert any(found.value for found in record.date_proposals)


def test_of_an_english_date_in_figures_both_days_are_offered_unless_the_text_says_which() -> None:
    record = describe(f"Published 05/11/2013\n{EN}")
    assert record.date is None
    assert [found.value for found in record.date_proposals][:2] == ["2013-11-05", "2013-05-11"]
    assert [str(warning) for warning in record.warnings] == [
        "The text states “Published 05/11/2013”, where either number may be the month: no date was taken."
    ]
    record = describe(f"Published 05/11/2013\nLONDON, 5 November 2013 (Reuters) - {EN}")
    assert (date_of(record), record.warnings) == ("2013-11-05", [])
    assert date_of(describe(f"Publié le 05/11/2013\n{TEXTS['fr']}")) == "2013-11-05"


def _found(exact: str, value: str) -> Evidence:
    return Evidence("date", value, exact, 0, len(exact), "numeric")


@pytest.mark.parametrize(
    ("exact", "stated", "values"),
    [
        ("05/11/2013", [], ["2013-11-05", "2013-05-11"]),
        ("05/11/2013", ["2013-05-11"], ["2013-05-11"]),
        ("05/11/2013", ["2013-05-11", "2013-11-05"], ["2013-11-05", "2013-05-11"]),
        ("Saturday, 05/11/2013", [], ["2013-05-11"]),
        ("Friday, 05/11/2013", [], ["2013-11-05", "2013-05-11"]),
        ("05/11/2013 - 06/11/2013", [], ["2013-11-05/2013-11-06", "2013-05-11/2013-06-11"]),
        ("05/11/2013 - 11/13/2013", [], ["2013-05-11/2013-11-13"]),
    ],
)
def test_two_days_that_the_text_both_states_stay_in_doubt_and_a_span_keeps_its_ends(
    exact: str, stated: list[str], values: list[str]
) -> None:
    findings = Findings("")
    findings.evidence = [_found(exact, "2013-11-05"), *(_found(day, day) for day in stated)]
    offered = [one.value for one in settle_orders(findings, "en")]
    assert (offered or [findings.evidence[0].value]) == values
    assert bool(offered) == (findings.evidence[0].value == "")


@pytest.mark.parametrize(
    "chronology",
    [
        "4 mars 2019. Arrivée du ministre à Rabat.\n5 mars 2019. Départ du ministre pour Alger.",
        "04/03/2019. Arrivée du ministre à Rabat.\n05/03/2019. Départ du ministre pour Alger.",
        "[04/03/2019] Arrivée du ministre à Rabat.\n[05/03/2019] Départ du ministre pour Alger.",
        "03/2019 Arrivée du ministre à Rabat.\n04/2019 Départ du ministre pour Alger.",
    ],
)
def test_the_first_day_of_a_chronology_is_not_that_of_the_text(chronology: str) -> None:
    assert describe(f"{chronology}\n{P1}").date is None


def test_a_text_of_one_mark_above_its_date_has_a_headline() -> None:
    assert_whole(",\ndate 2016-12", describe(",\ndate 2016-12"))


LATER = [
    "Retour sur une affaire\n\n15 novembre 2013. Il fait froid ce matin-là quand le juge entre.",
    "15 novembre 2013. Le verdict est rendu. Depuis, l'opposant a été empoisonné en août 2020.",
    "15 novembre 2013. Le verdict est rendu. L'appel a été jugé le 3 février 2014.",
    "Mon journal\n\n3 janvier 2014. Je suis arrivé à Rabat.\n\n5 janvier 2014. Il pleut.",
    "(14 juillet 1789) La foule prend la Bastille.",
    "12/2016 Règlement du Conseil sur la pêche",
    "2016-12, 2017-01 Le ministre a voyagé.",
    "Mardi 15 novembre 2013. Le ministre a voyagé.",
]


@pytest.mark.parametrize("opening", LATER)
def test_a_day_that_a_text_may_only_tell_of_is_not_its_date(opening: str) -> None:
    text = f"{opening}\n\n{P1}\n\n{P2}"
    record = describe(text)
    assert_whole(text, record)
    assert record.date is None


def test_a_text_may_announce_what_comes_after_its_day() -> None:
    text = f"15 novembre 2013. Le verdict est rendu. Le plan court jusqu'en 2017.\n\n{P2}"
    assert date_of(describe(text)) == "2013-11-15"
    text = f"15 novembre 2013. Le verdict est rendu. L'appel sera jugé le 3 décembre 2013.\n\n{P2}"
    assert date_of(describe(text)) == "2013-11-15"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Posté par Amina le 15 mars 2016 dans Agriculture | 3 commentaires", "Amina"),
        ("Publié le 15 mars 2016 dans Agriculture", ""),
        ("Posted on March 15, 2016 in News by admin", "admin"),
        ("Posted by Amina Tazi on March 15, 2016 in Farming", "Amina Tazi"),
        ("Опубликовано 15 марта 2016 в рубрике Село", ""),
        ("Новости села, [15.03.2016 10:42]", ""),
        ("Diffusé le 15 mars 2016", ""),
        ("Émission du mardi 15 mars 2016", ""),
        ("Aired March 15, 2016 - 20:00 ET", ""),
        ("Эфир от 15 марта 2016 года", ""),
        ("15 марта 2016, вторник", ""),
        ("Modifié le 7 juin 2018 — publié le 15 mars 2016", ""),
        ("Publié le 15 mars 2016, mis à jour le 7 juin 2018", ""),
        ("Last updated June 7, 2018 | First published March 15, 2016", ""),
        ("Опубликовано: 15 марта 2016, 14:05. Обновлено: 7 июня 2018, 09:00", ""),
        ("تاريخ النشر: 15/03/2016 - آخر تحديث: 07/06/2018", ""),
    ],
)
def test_how_and_where_a_text_was_posted_dates_it(line: str, byline: str) -> None:
    record = describe(f"{HFR}\n{line}\n\n{FR}")
    assert (record.headline, date_of(record), record.byline) == (HFR, "2016-03-15", byline)


@pytest.mark.parametrize(
    "line", ["Mis à jour le 7 juin 2018", "Updated June 7, 2018", "آخر تحديث: 16 مارس 2016 - 10:42"]
)
def test_when_it_was_put_right_is_proposed_and_no_date(line: str) -> None:
    record = describe(f"{HFR}\n{line}\n\n{FR}")
    assert (record.date, len(record.date_proposals)) == (None, 1)


@pytest.mark.parametrize(
    "line",
    [
        "Imprimé le 7 juin 2018",
        "Consulté le 7 juin 2018",
        "Archivé le 7 juin 2018",
        "Né le 7 juin 1968",
        "15 mars / 28 mars 2018",
        "1er janvier 2018 – 31 décembre 2018",
        "Vol. 12, No. 3, March 2015",
        "3e trimestre 2018",
        "Q3 2018",
        "2018-W12",
        "III квартал 2018",
        "الربع الثالث 2018",
    ],
)
def test_what_was_done_with_a_text_or_what_it_is_about_is_no_date(line: str) -> None:
    record = describe(f"{HFR}\n\n{line}\n\n{FR}")
    assert (record.headline, record.date) == (HFR, None)


def test_a_title_stands_below_its_office_and_the_kind_of_text() -> None:
    for office, kind in (
        ("Ministère de l’Agriculture", "Communiqué de presse"),
        ("وزارة الفلاحة", "بلاغ صحفي"),
    ):
        record = describe(f"{office}\n\n{kind}\n\nRabat, le 15 mars 2016\n\n{HFR}\n\n{FR}")
        assert (record.headline, date_of(record)) == (HFR, "2016-03-15")
    assert describe(f"{HFR}\n\nCommuniqué de presse\n\nLes faits\n\n{FR}").headline == HFR


def test_a_headline_of_few_words_is_no_kicker_of_a_line_with_its_day() -> None:
    line = "Rassemblement prévu le 22 avril 2016 à 15 h place de la Poste"
    record = describe(f"Les éleveurs manifestent\n{line}\n\n{FR}")
    assert (record.headline, record.date) == ("Les éleveurs manifestent", None)


@pytest.mark.parametrize(
    "line",
    [
        "Erevan, octobre 2009 — revue « Tuf »",
        "Santé · 14.02.22 · Bobo-Dioulasso",
        "Revue du Haut-Pays - mars 2011",
    ],
)
def test_nor_of_one_that_says_where_and_when(line: str) -> None:
    assert describe(f"La pierre répond\n{line}\n\n{FR}").headline == "La pierre répond"


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("Football", "Octobre 2014 : toutes les surprises des grands clubs"),
        ("Jean Dupont", "Les élections d’octobre 2014 vues de Rabat et d’ailleurs"),
    ],
)
def test_a_rubric_or_a_name_above_a_headline_with_a_month_is_one_still(above: str, line: str) -> None:
    assert describe(f"{above}\n{line}\n\n{FR}").headline == line
