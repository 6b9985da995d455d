"""What says who wrote or sent the text vouches for the one day beside it; what only may be that does not."""

from datetime import date as calendar_date
from datetime import timedelta

import pytest

from articles.ingest.describe import describe
from tests.test_describe import A1, A2, E1, E2, HAR, HEN, HFR, HRU, P1, P2, P3, R1, R2, assert_whole, date_of

TEXTS = {"fr": (HFR, P1, P2), "en": (HEN, E1, E2), "ru": (HRU, R1, R2), "ar": (HAR, A1, A2)}
DAY = "2016-05-03"

SENT = [
    # Who wrote it: a correspondent, a name at the end of the line, initials.
    ("fr", "Trébeurden, envoyée spéciale / 03/05/2016"),
    ("fr", "Rives d'Armor, mardi 3 mai 2016. Texte : J.-L. B."),
    ("fr", "Rives d'Armor / 3 mai 2016 / Texte : Anne Le Guen"),
    ("ru", "ОСЛО / 3.05.2016 / собкор"),
    ("ru", "Осло, 3 мая 2016, спецкор «Шлюза»"),
    ("ru", "Тёплое Устье, 3 мая. Собств. корр. / опубл. 03.05.16"),
    ("ar", "أوسلو / سهى ن. / 3 أيار 2016"),
    # From where: a letter, an agency, a town and its state, a paper behind its town.
    ("fr", "Lettre d'Oslo, 3 mai 2016"),
    ("en", "Tuesday, 3 May 2016 / Letter from Skarholm"),
    ("en", "OSLO (Fjord Wire) May 3, 2016"),
    ("en", "RED-ELBOW, Sask. - 2016/05/03"),
    ("ru", "Осло. 3 мая. СЕВЕРИНФОРМ. 03.05.2016 10:15"),
    ("ar", "رسالة أوسلو، 3 مايو 2016"),
    ("ar", "الرياض: «الموانئ اليوم» - الثلاثاء 3 مايو 2016"),
    ("ru", "Из зала суда. Осло. 3 мая 2016"),
    ("fr", "ENTREVUE • La Voix de la Baie-Noire • le 3 mai 2016 à 4h00"),
    # Two figures of a year alone, where the language writes the day first or nothing else can be meant.
    ("fr", "03/05/16"),
    ("ar", "03/05/16"),
]
OTHERS = [
    # Initials and letters of others, agencies that send nothing, places and works.
    ("fr", "Envoyé spécial à Oslo, 3 mai 2016, 20 h"),
    ("fr", "Au tribunal, 3 mai 2016"),
    ("fr", "Lettre de Gandhi, 3 mai 2016"),
    ("fr", "Lettre de prison, 3 mai 2016"),
    ("fr", "Cellule C / Oslo / 3 mai 2016"),
    ("fr", "Cellule C, 3 mai 2016"),
    ("ru", "Камера Б, 3 мая 2016"),
    ("en", "Special to be held, 3 May 2016"),
    ("fr", "Agence spatiale européenne, 3 mai 2016"),
    ("fr", "Oslo (Petit Palais) 3 mai 2016"),
    ("en", "Letter from Mary, 3 May 2016"),
    ("en", "Letter from Hospital, 3 May 2016"),
    ("en", "Letter from Readers, 3 May 2016"),
    ("en", "Oslo / Malcolm X / 3 May 2016"),
    ("ru", "Осло / Павел I / 3 мая 2016"),
    ("en", "Oslo (Maria Kane) 3 May 2016"),
    ("ru", "Письмо из тюрьмы, 3 мая 2016"),
    ("ru", "Группа Б / Осло / 3 мая 2016"),
    ("ru", "Осло. 4 мая. 03.05.2016 10:15"),
    ("ar", "رسالة الملك، 3 مايو 2016"),
    ("ar", "أوسلو / فريق ب. / 3 مايو 2016"),
    ("ar", "أوسلو / قاعة ج. / 3 مايو 2016"),
    ("ar", "أوسلو / طائرة ب. / 3 مايو 2016"),
    ("ar", "الرياض: «قمة الموانئ» - 3 مايو 2016"),
    ("ar", "القاهرة: «هاملت» في المسرح - 3 مايو 2016"),
]
ISSUES = [
    ("fr", "Haies & Bocages, n° 88, mai 2016"),
    ("en", "Oslo. May 2016. Nordic Crafts Review"),
    ("ru", "Осло, май 2016 — альманах «Шлюз»"),
    ("ar", "مجلة الموانئ - العدد 88 - مايو 2016"),
]
NO_ISSUES = [
    ("fr", "Revue de troupes, 3 mai 2016"),
    ("fr", "Cellule n° 88, mai 2016"),
    ("fr", "Cahiers de doléances, mai 2016"),
    ("fr", "Revue des troupes d'Armor, mai 2016"),
    ("fr", "Revue des marins à Oslo, mai 2016"),
    ("fr", "Revue de détail, mai 2016"),
    ("fr", "Revue d'effectif, mai 2016"),
    ("en", "Oslo. May 2016. Clinical Trial Review"),
    ("en", "Oslo. May 2016. Annual Spending Review"),
    ("fr", "Revue des effectifs, mai 2016. La revue des effectifs"),
    ("ru", "Ночь «Шлюза», май 2016"),
]


def below(language: str, line: str) -> str:
    headline, first, second = TEXTS[language]
    return f"{headline}\n\n{line}\n\n{first}\n\n{second}\n"


@pytest.mark.parametrize(("language", "line"), SENT)
def test_who_wrote_or_sent_a_text_vouches_for_the_one_day_beside_it(language: str, line: str) -> None:
    record = describe(text := below(language, line))
    assert_whole(text, record)
    assert (date_of(record), record.headline) == (DAY, TEXTS[language][0])


@pytest.mark.parametrize(("language", "line"), OTHERS)
def test_what_may_be_anything_else_vouches_for_none_and_the_day_is_proposed(language: str, line: str) -> None:
    record = describe(text := below(language, line))
    assert_whole(text, record)
    assert (date_of(record), DAY in [one.value for one in record.date_proposals]) == ("", True)


@pytest.mark.parametrize(("language", "line"), ISSUES)
def test_a_month_beside_a_review_or_a_number_is_that_of_the_issue(language: str, line: str) -> None:
    record = describe(text := below(language, line))
    assert_whole(text, record)
    assert (date_of(record), record.headline) == ("2016-05", TEXTS[language][0])


@pytest.mark.parametrize(("language", "line"), NO_ISSUES)
def test_a_month_beside_anything_else_is_that_of_no_issue(language: str, line: str) -> None:
    assert date_of(describe(below(language, line))) == ""


@pytest.mark.parametrize(
    "rest",
    [
        "Les Rives d'Armor sont fermées.",
        "Le procès s'est ouvert le 3 mai 2018.",
        "Dix ans plus tard, la ville se souvient.",
    ],
)
def test_nor_does_a_name_that_the_text_comes_back_to_or_a_day_that_it_tells_of_from_later(rest: str) -> None:
    text = below("fr", "Rives d'Armor, mardi 3 mai 2011. Texte : J.-L. B.")
    assert date_of(describe(text.replace("2011", "2016"))) == DAY
    assert date_of(describe(f"{text}\n{rest}\n")) == ""


def test_an_old_day_with_its_weekday_is_that_of_the_paper_whose_name_stands_above() -> None:
    for head, date in (("جريدة «صوت الميناء»", "1934-03-09"), ("ميناء هادئ", "")):
        text = f"{head}\nالجمعة في ٩ آذار سنة ١٩٣٤\n{HAR}\n\n{A1}\n\n{A2}\n"
        assert date_of(describe(text)) == date
    assert (
        date_of(describe(text.replace("ميناء هادئ", "جريدة «صوت الميناء»").replace("الجمعة", "الأحد"))) == ""
    )


def test_what_stands_above_the_line_of_the_day_is_the_headline_of_the_sentences_below_it() -> None:
    lede = "Мороз пришёл рано. Вода встала за ночь, и лодки вмёрзли в лёд у самого берега реки."
    record = describe(f"Лодки во льду\nОсло, 3 мая. Собств. корр. / опубл. 03.05.16\n{lede}\n{R1}\n{R2}\n")
    assert (record.headline, date_of(record)) == ("Лодки во льду", DAY)


def test_a_french_review_is_one_unless_the_text_passes_something_in_review() -> None:
    head = f"{HFR}\n\nMai 2016 — Revue des marins d'Armor\n\n{P1}\n\n"
    assert date_of(describe(f"{head}{P3}")) == "2016-05"
    assert date_of(describe(f"{head}{P2}")) == ""


OLD = [
    ("ru", "Бородино, 7 сентября 1812 года", "1812-09-07"),
    ("fr", "Paris, le 12 mars 1871", "1871-03-12"),
    ("en", "Dunkirk, 4 June 1940", "1940-06-04"),
]


@pytest.mark.parametrize(("language", "line", "day"), OLD)
def test_an_old_day_beside_a_place_is_that_of_a_story_and_no_part_of_the_headline(
    language: str, line: str, day: str
) -> None:
    headline, first, second = TEXTS[language]
    for text in (below(language, line), f"{line}\n{headline}\n\n{first}\n\n{second}\n"):
        record = describe(text)
        assert_whole(text, record)
        assert (date_of(record), day in [one.value for one in record.date_proposals]) == ("", True)
        assert record.headline == headline


@pytest.mark.parametrize(
    "head",
    [
        "The Times, 19 November 1863",
        "London, 19 November 1863 (Reuters)",
        "The Times\nLondon, 19 November 1863",
    ],
)
def test_beside_a_paper_or_below_one_a_day_may_be_as_old_as_it_is(head: str) -> None:
    assert date_of(describe(f"{head}\n{HEN}\n\n{E1}\n\n{E2}\n")) == "1863-11-19"


def test_a_name_of_two_words_that_the_text_comes_back_to_is_that_of_what_it_tells_of() -> None:
    text = below("en", "Cell Block, 3 May 2016")
    assert date_of(describe(text)) == DAY
    assert date_of(describe(f"{text}\nThe cell block will be painted.\n")) == ""


def test_a_day_far_ahead_is_that_of_what_is_announced_unless_a_label_says_that_it_is_the_day_of_the_text() -> (
    None
):
    ahead = calendar_date.today() + timedelta(days=120)
    day = f"{ahead:%d.%m.%Y}"
    for text in (below("fr", f"({day})"), f"{HFR}\n\n{P1}\n\n{P2}\n\n({day})\n"):
        record = describe(text)
        assert (date_of(record), str(ahead) in [one.value for one in record.date_proposals]) == ("", True)
        assert record.warnings
    assert date_of(describe(below("fr", f"Publié le {day}"))) == str(ahead)
    soon = f"{calendar_date.today() + timedelta(days=20):%d.%m.%Y}"
    assert date_of(describe(below("fr", f"({soon})")))
