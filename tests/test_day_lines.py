"""A short line that names where a text comes from dates it, first of all or below the headline; an event does not."""

import pytest

from articles.ingest.describe import describe
from tests.test_describe import A1, A2, E1, E2, HAR, HEN, HFR, HRU, P1, P2, R1, R2, assert_whole, date_of

TEXTS = {"fr": (HFR, P1, P2), "en": (HEN, E1, E2), "ru": (HRU, R1, R2), "ar": (HAR, A1, A2)}

BELOW = [
    ("fr", "La Voix des Causses, 28 nov. 2023", "2023-11-28"),
    ("fr", "Du correspondant à Lisbonne, 21 avril 2011", "2011-04-21"),
    ("fr", "Le Miroir des champs — Tunis, 22 mars 2015", "2015-03-22"),
    ("fr", "LYON (AFP) - 05/12/2013 - 18h12", "2013-12-05"),
    ("fr", "[Ministère de la Santé] Oslo, 1er juillet 2010", "2010-07-01"),
    ("fr", "Lundi 16 mai 2022 · Temps de lecture : 4 min", "2022-05-16"),
    ("en", "East Anglia River Notes — Monday 1 October 2018", "2018-10-01"),
    ("en", "The Alpine Surveyor, 10 June 2014, p. 4", "2014-06-10"),
    ("en", "Cascade foothills, Canada (24 March 2015)", "2015-03-24"),
    ("ru", "20.09.2021 / Наука / Осло", "2021-09-20"),
    ("ru", "Дори (Буркина-Фасо). «Заря степей», 29.11.2023 г.", "2023-11-29"),
    ("ar", "قرطبونة، 1 مارس 2022", "2022-03-01"),
    ("ar", "قرطبونة ـ 15 تشرين الثاني 2016", "2016-11-15"),
    ("ar", "عدن / خاص - 20 نيسان 2023م", "2023-04-20"),
    ("ar", "عدن (المرسى) 22 مايو 2014", "2014-05-22"),
    ("ar", "أنقرة (الأناضول) الجمعة 6-12-2013", "2013-12-06"),
    ("ar", "تونس ـ وكالات: الأحد 26 نوفمبر 2023", "2023-11-26"),
]
ABOVE = [
    ("fr", "Le Mensuel des jardins — février 2018", "2018-02"),
    ("fr", "Oslo/Genève, mardi 8 octobre 2019", "2019-10-08"),
    ("en", "HARBOUR CROWN COURT REPORT, 2 November 2022", "2022-11-02"),
    ("en", "RSPB news digest, 4 August 2020", "2020-08-04"),
    ("ru", "Журнал «Звезда», май 2009", "2009-05"),
    ("ru", "Странствия. Март 2012", "2012-03"),
]
NEITHER = [
    ("fr", "Attentat du Bataclan — Paris, 13 novembre 2015"),
    ("fr", "Match nul — Rabat, 3 mai 2018"),
    ("fr", "Musée du Louvre, Paris, 3 mai 2018"),
    ("fr", "Le procès, Rabat, 3 mai 2018"),
    ("fr", "Kofi Annan, New York, 12 décembre 2001"),
    ("fr", "Rue de Tunis, 3 mai 2018 / AFP"),
    ("fr", "La Libération de Paris, 25 août 1944"),
    ("fr", "La Nuit des Idées, 30 janvier 2020"),
    ("fr", "L'Appel de Cochin, 6 décembre 1978"),
    ("en", "Tahrir Square, Egypt (28 January 2011)"),
    ("en", "World Press Freedom Day — Thursday 3 May 2018"),
    ("ar", "القدس (المسجد الأقصى) 15 مايو 2018"),
    ("en", "East Anglia River Notes — Tuesday 1 October 2018"),
    ("en", "Doha Summit, Qatar, 3 May 2018"),
    ("ar", "مظاهرة - الجزائر، 22 فبراير 2019"),
]


@pytest.mark.parametrize(("language", "line", "date"), BELOW)
def test_a_line_of_names_and_one_day_below_the_headline_dates_the_text(
    language: str, line: str, date: str
) -> None:
    headline, first, second = TEXTS[language]
    text = f"{headline}\n{line}\n\n{first}\n\n{second}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, date_of(record)) == (headline, date)


@pytest.mark.parametrize(("language", "line", "date"), [*ABOVE, *BELOW[3:6]])
def test_such_a_line_above_the_headline_dates_the_text_and_is_not_its_headline(
    language: str, line: str, date: str
) -> None:
    headline, first, second = TEXTS[language]
    for text in (
        f"{line}\n{headline}\n\n{first}\n\n{second}",
        f"{line}\n\n{headline}\n\n{first}\n\n{second}",
    ):
        record = describe(text)
        assert_whole(text, record)
        assert (record.headline, date_of(record)) == (headline, date)


@pytest.mark.parametrize(("language", "line"), NEITHER)
def test_an_event_a_person_or_a_wrong_day_of_the_week_on_such_a_line_dates_nothing(
    language: str, line: str
) -> None:
    headline, first, second = TEXTS[language]
    for text in (
        f"{headline}\n{line}\n\n{first}\n\n{second}",
        f"{line}\n\n{headline}\n\n{first}\n\n{second}",
    ):
        record = describe(text)
        assert_whole(text, record)
        assert record.date is None


@pytest.mark.parametrize(
    "rest",
    [
        "La voix des Causses s'est tue ce jour-là.",
        "Le procès s'est ouvert le 3 mai 2024.",
        "Dix ans plus tard, la ville se souvient.",
    ],
)
def test_nor_does_one_that_the_text_comes_back_to_or_tells_of_from_later(rest: str) -> None:
    text = f"{HFR}\n\nLa Voix des Causses, 28 nov. 2013\n\n{P1}"
    assert date_of(describe(f"{text}\n\n{P2}")) == "2013-11-28"
    assert describe(f"{text}\n\n{rest}\n\n{P2}").date is None


def test_an_arabic_word_that_the_text_comes_back_to_is_a_town_only_where_it_stands_as_one() -> None:
    for word, sentence, date in (
        ("إعصار", "وخلف الإعصار دمارا كبيرا.", ""),
        ("إعصار", "وقتل ثلاثة في إعصار، وما زال الإعصار قويا.", ""),
        ("ترمبون", "وقال ترمبون إنه لن يحضر.", ""),
        ("قرطبونة", "وفتح المتحف أبوابه في مدينة قرطبونة.", "2023-09-08"),
    ):
        text = f"{HAR}\n\n{word}، 8 سبتمبر 2023\n\n{A1}\n\n{sentence}\n\n{A2}"
        assert date_of(describe(text)) == date


def test_a_month_beside_a_name_dates_no_text_without_a_headline_below_it() -> None:
    assert describe(f"Странствия. Март 2012\n\n{R1}\n\n{R2}").date is None
    assert describe(f"{HRU}\n\nСтранствия. Март 2012\n\n{R1}\n\n{R2}").date is None


def test_a_month_beside_a_place_that_the_text_comes_back_to_is_that_of_an_event() -> None:
    text = f"Осло. Март 2012\n{HRU}\n\n{R1}\n\n"
    assert date_of(describe(f"{text}{R2}")) == "2012-03"
    assert describe(f"{text}В Осло было тихо.\n\n{R2}").date is None


def test_it_may_stand_below_a_paper_a_rubric_and_the_headline() -> None:
    text = f"Le Matin\nFaits divers\n{HFR}\nTunis. Mercredi 12 octobre 2022\n{P1}\n\n{P2}"
    assert (describe(text).headline, date_of(describe(text))) == (HFR, "2022-10-12")
