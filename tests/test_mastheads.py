"""The running head of a paper's page, and the head of a letter, date the text that was pasted with them."""

import pytest

from articles.ingest.describe import describe
from tests.test_describe import AR, EN, FR, HAR, HEN, HFR, HRU, P1, P2, RU, aside, assert_whole, date_of


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("L’Écho du Rif — n° 412 — Vendredi 18 mars 2016 — Page 3", "2016-03-18"),
        ("L’Écho du Rif n° 412 | 18/03/2016 | p. 3", "2016-03-18"),
        ("Le Mensuel, n° 87, février 2015, p. 12-14", "2015-02"),
        ("The Farmers’ Quarterly, Vol. 12, No. 3, March 2015, pp. 4-9", "2015-03"),
        ("«Сельская жизнь», № 24 (23871), 15 марта 2016 года", "2016-03-15"),
        ("Сельская жизнь № 24/2016, 15.03.2016, с. 3", "2016-03-15"),
        ("جريدة الريف - العدد 412 - الجمعة 18 مارس 2016 - ص 3", "2016-03-18"),
    ],
)
def test_a_paper_its_number_and_its_day_date_the_text_and_head_it_not(line: str, date: str) -> None:
    for head in (f"{line}\n{HFR}", f"{line}\n\n{HFR}", f"{HFR}\n\n{line}"):
        text = f"{head}\n\n{FR}"
        record = describe(text)
        assert_whole(text, record)
        assert (record.headline, date_of(record)) == (HFR, date)


@pytest.mark.parametrize(
    "line",
    [
        "Décret n° 2016-360, 25 mars 2016",
        "Loi n° 12, 3 mai 2016",
        "Affaire n° 412, 18 mars 2016",
        "Приказ № 24, 15 марта 2016 года",
        "قانون عدد 412، 18 مارس 2016",
        # The wrong day of the week, a day that is cited, two names.
        "L’Écho du Rif — n° 412 — lundi 18 mars 2016",
        "L’Écho du Rif n° 412 du 18 mars 2016",
        "Hassan Tazi, L’Écho du Rif, n° 412, 18 mars 2016",
        # Below a headline it is the number of anything, unless it has a page.
        "Match n° 12, 18 mars 2016",
        "Épisode, n° 12, 18 mars 2016",
    ],
)
def test_an_act_a_citation_or_a_wrong_weekday_dates_nothing(line: str) -> None:
    record = describe(f"{HFR}\n\n{line}\n\n{P1}\n\n{P2}")
    assert (record.headline, record.date) == (HFR, None)


def test_a_number_that_a_later_text_cites_dates_nothing() -> None:
    line = "L’Écho du Rif — n° 412 — 18 mars 2016"
    assert describe(f"{line}\n\n{HFR}\n\n{P1}\n\nC’était avant le 3 mai 2019.\n\n{P2}").date is None


LETTERS = [
    (
        "De : Amina Tazi <a.tazi@example.org>\nEnvoyé : mardi 15 mars 2016 10:42\nÀ : presse@example.org\nObjet : TR: ",
        HFR,
        FR,
    ),
    (
        "From: Amina Tazi\nSent: Tuesday, March 15, 2016 10:42 AM\nTo: newsroom@example.org\nCc: Desk\nSubject: FW: ",
        HEN,
        EN,
    ),
    ("From: Amina Tazi\nDate: Tue, 15 Mar 2016 10:42:00 +0000\nSubject: ", HEN, EN),
    (
        "От: Иван Петров <i.petrov@example.org>\nДата: 15 марта 2016 г., 10:42\nКому: red@example.org\nТема: Re: ",
        HRU,
        RU,
    ),
    ("من: أمينة التازي\nالتاريخ: 15 مارس 2016 10:42\nإلى: press@example.org\nالموضوع: ", HAR, AR),
]


@pytest.mark.parametrize(("head", "headline", "text"), LETTERS)
def test_the_head_of_a_letter_gives_headline_and_day(head: str, headline: str, text: str) -> None:
    whole = f"{head}{headline}\n\n{text}"
    record = describe(whole)
    assert_whole(whole, record)
    assert (record.headline, record.headline_supplied, date_of(record)) == (headline, False, "2016-03-15")
    assert (record.lede, record.body, record.byline) == (describe(text).lede, describe(text).body, "")


def test_of_a_letter_sent_on_the_first_counts() -> None:
    head, headline, text = LETTERS[0]
    outer = "From: Desk\nDate: Fri, 18 Mar 2016 09:00:00 +0000\nTo: Archive\nSubject: Fwd: à classer"
    record = describe(f"{outer}\n\n---------- Forwarded message ----------\n{head}{headline}\n\n{text}")
    assert (record.headline, date_of(record)) == (headline, "2016-03-15")


def test_what_the_text_itself_states_goes_before_the_day_it_was_sent() -> None:
    head, headline, _text = LETTERS[0]
    record = describe(f"{head}{headline}\n\nRABAT, 10 mars 2016 (MAP) - {FR}")
    assert (date_of(record), record.source) == ("2016-03-10", "MAP")
    assert describe(f"{head}{headline}\n\nRABAT, 10 mars (MAP) - {FR}").date is None
    assert date_of(describe(f"{head}{headline}\n\nPublié le 3 mars 2016\n\n{FR}")) == "2016-03-03"


def test_a_dialogue_or_a_lone_label_is_no_letter() -> None:
    for head in ("De : Rabat\nÀ : Moscou", "From: Rabat\nTo: Moscow", "Objet : le lait"):
        record = describe(f"{head}\n\n{FR}")
        assert record.date is None
        assert [one for one in aside(record) if "Moscou" in one[1]] == []
