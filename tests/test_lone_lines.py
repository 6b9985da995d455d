"""A short line of its own that ends in a whole day dates its text, below the headline or last; or it does not."""

import pytest

from articles.admin.evidence_rules import rule_in_words
from articles.ingest.describe import describe
from tests.test_describe import A1, A2, E1, E2, HAR, HEN, HFR, HRU, P1, P2, P3, R1, R2, assert_whole, date_of

TEXTS = {"fr": (HFR, P1, P2), "en": (HEN, E1, E2), "ru": (HRU, R1, R2), "ar": (HAR, A1, A2)}
MORE = "\n".join([P3] * 4)
"""Lines enough for the last one to be no header."""

BELOW = [
    ("fr", "Compte rendu d'audience — 17 juin 2021", "2021-06-17"),
    ("fr", "Rencontre avec Nasser Bourita, ministre du Maroc — 4 octobre 2023", "2023-10-04"),
    ("fr", "De notre correspondant à Saransk, 12 octobre 2007", "2007-10-12"),
    ("fr", "De notre envoyé spécial à Fada N'Gourma (5 mars 2020)", "2020-03-05"),
    ("fr", "Revue de presse du 7 décembre 2022", "2022-12-07"),
    ("fr", "Séoul. Paru le 17 janvier 2024.", "2024-01-17"),
    ("en", "Obituary. 16 October 2023", "2023-10-16"),
    ("fr", "Reportage à Alger, 3 mai 2021", "2021-05-03"),
    ("fr", "Portrait : le sage de Fès — 3 mai 2021", "2021-05-03"),
    ("en", "Interview with Kofi Annan. 3 May 2021", "2021-05-03"),
    ("en", "Film review. Monday 16 October 2023", "2023-10-16"),
    ("ru", "Спорт. 11 декабря 2022", "2022-12-11"),
    ("ru", "«Вестник», 3 мая 2018 года", "2018-05-03"),
    ("ar", "الرباط، 18 دجنبر 2023", "2023-12-18"),
    ("ar", "مراكش، السبت 9 شتنبر 2023", "2023-09-09"),
    ("ar", "حوار مع المدرب الوطني - 11 دجنبر 2022", "2022-12-11"),
    ("ar", "الرباط في 15 شتنبر 2022 (و م ع)", "2022-09-15"),
]
LAST = [
    ("fr", "(Le Courrier du Sahel, 9 mai 2022)", "2022-05-09"),
    ("fr", "Le Matin des livres, mercredi 11 juin 2008", "2008-06-11"),
    ("fr", "© Le Quotidien de Genève, samedi 29 décembre 2018. Tous droits réservés.", "2018-12-29"),
    ("fr", "3 août 2015 - S. B.", "2015-08-03"),
    ("fr", "La Tribune de Genève, 3 mai 2021", "2021-05-03"),
    ("fr", "3 mai 2021 – Le Monde", "2021-05-03"),
    ("fr", "3 mai 2021 – Alger", "2021-05-03"),
    ("fr", "Fait à Rabat, le 3 mai 2018", "2018-05-03"),
    ("fr", "Publié le 3 mai 2021", "2021-05-03"),
    ("en", "(Financial Courier, London, 24 January 2023)", "2023-01-24"),
    ("en", "Published: 3 May 2021", "2021-05-03"),
    ("en", "The Irish Times, 3 May 2021", "2021-05-03"),
    ("en", "(Washington Post, 3 May 2021)", "2021-05-03"),
    ("en", "Analysis, 3 May 2021", "2021-05-03"),
    ("ru", "Литературная газета, 3 мая 2021", "2021-05-03"),
    ("ru", "«Экономический вестник», 24 января 2023 г.", "2023-01-24"),
    ("ru", "Опубликовано 3 мая 2021", "2021-05-03"),
    ("ar", "الجزائر، الأربعاء 25 أكتوبر 2023", "2023-10-25"),
    ("ar", "(جريدة العلم، 3 مايو 2021)", "2021-05-03"),
    ("ar", "حرر بالرباط في 18 دجنبر 2023", "2023-12-18"),
    ("ar", "نُشر في 3 مايو 2021", "2021-05-03"),
]
NEITHER = [
    # A picture, an event, an act, a person quoted; what is still to come or was put right.
    ("fr", "Vladimir Poutine à Moscou, le 9 mai 2015"),
    ("fr", "Manifestation à Alger, le 22 février 2019"),
    ("fr", "Une rue de Tunis, 3 mai 2018"),
    ("fr", "Photo : Ahmed Benali, 3 mai 2018"),
    ("fr", "Décret du 3 mai 2018"),
    ("fr", "Loi n° 5, 3 mai 2018"),
    ("fr", "Discours du roi, 20 août 2016"),
    ("fr", "Charles de Gaulle, 18 juin 1940"),
    ("fr", "Né à Rabat, 9 mai 1962"),
    ("fr", "Rendez-vous : 12 mai 2018"),
    ("fr", "Revue de presse, lundi 26 avril 2016"),
    ("fr", "Manifestation d'étudiants (22 février 2019)"),
    ("en", "Demonstrators in Algiers, March 1, 2019"),
    ("en", "The New Courier of London, 05/11/2013"),
    ("ru", "Митинг в Москве — 3 мая 2018"),
    ("ar", "وزير الخارجية في موسكو، 18 دجنبر 2023"),
    ("ar", "مظاهرة بالجزائر، 22 فبراير 2019"),
    ("ar", "ثورة 18 دجنبر 2010"),
]
PROPOSED = [
    # A person, a hall, a body, a work, a battle: it may be a paper that nobody knows, and more often is none.
    ("fr", "Conseil de sécurité, 23 décembre 2016"),
    ("fr", "Assemblée nationale, 23 décembre 2016"),
    ("fr", "« Star Wars », 19 octobre 1977"),
    ("fr", "(Constitution marocaine, 29 juillet 2011)"),
    ("fr", "Bataille d'Alger, 7 janvier 1957"),
    ("fr", "Libération de Paris, 25 août 1954"),
    ("fr", "Première diffusion, 12 mai 2018"),
    ("fr", "Analyse sanguine. 12 mai 2018"),
    ("fr", "Opinion publique — 12 mai 2018"),
    ("fr", "Portrait officiel — 12 mai 2018"),
    ("fr", "Portrait avec chapeau — 12 mai 2018"),
    ("fr", "Le Journal d'Anne Frank, 12 juin 1952"),
    ("fr", "JOURNAL DE GUERRE - 3 MAI 1970"),
    ("en", '"Hamlet", 12 May 2018'),
    ("en", "Feature film. 12 May 2018"),
    ("en", "WEEKLY SALES REPORT - 3 MAY 2018"),
    ("ru", "Большой театр, 12 мая 2018"),
    ("ru", "(Из интервью 3 мая 2010)"),
    ("ru", "Мнение суда. 3 мая 2010"),
    ("ru", "Наука и мы, 5 октября 2023 г."),
    ("ar", "جمال عبد الناصر، 26 يوليو 1956"),
    ("ar", "معركة العلمين، 23 أكتوبر 1952"),
    ("ar", "صحيفة السوابق، 13 غشت 1996"),
]
NAMES = [
    # Two capitals and a day: above a text that is who wrote it or where, below it anything.
    ("fr", "Ahmed Benali, 3 mai 2021"),
    ("fr", "3 mai 2021 – Ahmed Benali"),
    ("fr", "Kofi Annan, 12 décembre 2001"),
    ("fr", "Stade Vélodrome, 12 mai 2018"),
    ("fr", "12 mai 2018 – Stade Vélodrome"),
    ("fr", "Tribune Nord, 12 mai 2018"),
    ("en", "Winston Churchill, 18 June 1955"),
    ("en", "Royal Albert Hall, 12 May 2018"),
    ("en", "Election Day, 8 November 2016"),
    ("en", "Modern Times, 12 May 2018"),
    ("ru", "Юрий Гагарин, 12 апреля 1961"),
]
NOT_BELOW = [
    ("fr", "Entrée libre, 12 mai 2018"),
    ("fr", "REVUE DE TROUPES - 14 JUILLET 1919"),
    ("fr", "Tél. 05.10.22 12:30"),
    ("fr", "IP 10.10.10 10:30"),
    ("ru", "ЖУРНАЛ БОЕВЫХ ДЕЙСТВИЙ - 3 МАЯ 1945"),
]
NOT_LAST = [
    *NOT_BELOW,
    ("fr", "26/04/2016"),
    ("fr", "Portrait : Jean Moulin, 3 mai 2018"),
    ("fr", "Entretien avec Xi Jinping, 3 mai 2018"),
    ("en", "Statement: Kofi Annan, 3 May 2018"),
    ("fr", "— Albert Camus, 4 septembre 1957"),
    ("fr", "(Bourita, 13 novembre 2015)"),
    ("fr", "Nasser Bourita — 3 mai 2018"),
    ("fr", "À Rabat, 3 mai 2018"),
    ("fr", "(Mise à jour, 3 mai 2018)"),
    ("fr", "Prochain numéro, 3 mai 2018"),
    ("fr", "© AFP, 3 mai 2018"),
    ("fr", "Espagne : le gouvernement tombe, 3 mai 2018"),
    ("fr", "Le prix du thé double encore, 3 mai 2018"),
    ("en", "Correction, 5 May 2019"),
    # When it was looked up, till when one may come, what else was printed or happened that day.
    ("fr", "(Consulté le 3 mai 2018)"),
    ("fr", "(Adopté le 3 mai 2018)"),
    ("fr", "(première édition, 3 mai 1978)"),
    ("fr", "Mort de Jacques Chirac, 26 septembre 2018"),
    ("fr", "Abonnement valable – 31 décembre 2018"),
    ("en", "(Accessed 3 May 2018)"),
    ("en", "Born. 9 May 1962"),
    ("ru", "(дата обращения: 03.05.2018)"),
    ("ru", "Срок подачи — 3 мая 2018"),
    ("ar", "آخر أجل، 3 مايو 2018"),
]


@pytest.mark.parametrize(("language", "line", "date"), BELOW)
def test_a_line_below_the_headline_that_says_what_the_text_is_dates_it_and_stays_in_it(
    language: str, line: str, date: str
) -> None:
    headline, first, second = TEXTS[language]
    text = f"{headline}\n\n{line}\n\n{first}\n\n{second}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, record.lede, date_of(record)) == (headline, first, date)
    assert record.body == f"{line}\n\n{second}"


@pytest.mark.parametrize(("language", "line", "date"), LAST)
def test_the_last_line_of_a_text_that_names_its_paper_or_its_place_dates_it(
    language: str, line: str, date: str
) -> None:
    headline, first, second = TEXTS[language]
    text = f"{headline}\n\n{first}\n\n{second}\n{MORE}\n\n{line}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, record.lede, date_of(record)) == (headline, first, date)


@pytest.mark.parametrize(("language", "line"), NEITHER)
def test_a_day_of_a_picture_an_act_or_an_event_dates_no_text(language: str, line: str) -> None:
    headline, first, second = TEXTS[language]
    for text in (f"{headline}\n\n{line}\n\n{first}\n\n{second}", f"{headline}\n\n{first}\n{MORE}\n\n{line}"):
        record = describe(text)
        assert_whole(text, record)
        assert record.date is None


@pytest.mark.parametrize(("language", "line"), NOT_LAST)
def test_a_last_line_that_may_speak_of_something_else_dates_no_text(language: str, line: str) -> None:
    headline, first, second = TEXTS[language]
    text = f"{headline}\n\n{first}\n\n{second}\n{MORE}\n\n{line}"
    record = describe(text)
    assert_whole(text, record)
    assert record.date is None


@pytest.mark.parametrize(("language", "line"), [*PROPOSED, *NAMES])
def test_the_day_of_a_last_line_that_nothing_vouches_for_is_proposed_and_no_date(
    language: str, line: str
) -> None:
    headline, first, second = TEXTS[language]
    text = f"{headline}\n\n{first}\n\n{second}\n{MORE * 20}\n\n{line}"
    record = describe(text)
    assert_whole(text, record)
    assert record.date is None
    assert [found.exact in line for found in record.date_proposals if found.rule == "lone_line"] == [True]
    assert describe(text, offers_dates=False).date is None


@pytest.mark.parametrize(("language", "line"), [*PROPOSED, *NOT_BELOW])
def test_nor_does_such_a_line_below_the_headline_or_above_it_date_a_text(language: str, line: str) -> None:
    headline, first, second = TEXTS[language]
    for text in (
        f"{headline}\n\n{line}\n\n{first}\n\n{second}",
        f"{line}\n\n{headline}\n\n{first}\n\n{second}",
    ):
        record = describe(text)
        assert_whole(text, record)
        assert record.date is None


def test_a_name_and_a_day_above_a_text_that_tells_of_much_later_days_is_who_is_quoted() -> None:
    text = f"{HFR}\n\nKofi Annan – 12 décembre 2001\n\n{P1}\n\n"
    assert date_of(describe(f"{text}Le sommet se tiendra le 3 juin 2002.\n\n{P2}")) == "2001-12-12"
    assert describe(f"{text}Il est mort le 18 août 2018.\n\n{P2}").date is None
    weekday = f"{HFR}\n\nKofi Annan – lundi 12 décembre 2001\n\n{P1}\n\n{P2}"
    assert describe(weekday).date is None
    assert date_of(describe(weekday.replace("lundi", "mercredi"))) == "2001-12-12"


@pytest.mark.parametrize(
    "line",
    ["Kofi Annan, 12 décembre 2001", "Jean Dupont, 15 novembre 2013", "Иван Петров, 15 марта 2016"],
)
def test_a_person_before_a_comma_and_a_day_is_who_is_quoted_or_shown_and_the_day_proposed(line: str) -> None:
    record = describe(f"{HFR}\n\n{line}\n\n{P1}\n\n{P2}")
    assert (record.headline, record.date, len(record.date_proposals)) == (HFR, None, 1)
    assert line in (record.lede, *record.body.split("\n\n"))


def test_a_person_to_whom_the_text_comes_back_signs_it_neither() -> None:
    text = f"{HFR}\n\nDriss Bourita – 15 novembre 2013\n\n{P1}\n\n{P2}"
    assert date_of(describe(text.replace("Driss Bourita", "Driss Alaoui"))) == "2013-11-15"
    assert describe(f"{text}\n\nM. Bourita est reparti.").date is None


@pytest.mark.parametrize("place", ["Dori", "Sidi Kacem", "Saint-Étienne", "San Antonio", "Port Saïd"])
def test_a_place_before_a_comma_and_a_day_dates_the_text(place: str) -> None:
    assert date_of(describe(f"{HFR}\n\n{place}, 15 novembre 2013\n\n{P1}\n\n{P2}")) == "2013-11-15"


@pytest.mark.parametrize(
    "line",
    ["Hassan Tazi, 12 mars 1931 – 15 mars 2016", "12 mars 1931 - 15 mars 2016", "12.03.1931 – 15.03.2016"],
)
def test_a_life_is_no_date_of_publication(line: str) -> None:
    record = describe(f"{HFR}\n\n{line}\n\n{P1}\n\n{P2}")
    assert (record.headline, record.date) == (HFR, None)


@pytest.mark.parametrize(
    "rest",
    [
        "Le sommet se tiendra le 3 juin 2019.",
        "Dix ans plus tard, la ville se souvient.",
        "En 2030, rien n'avait changé. En 2025 non plus.",
        "Portrait, 8 mars 2016",
    ],
)
def test_a_text_that_knows_another_day_is_not_dated_by_its_last_line(rest: str) -> None:
    text = f"{HFR}\n\n{P1}\n{MORE}\n\n{rest}\n\n(Le Courrier du Sahel, 9 mai 2016)"
    assert_whole(text, describe(text))
    assert describe(text).date is None
    told = f"{HFR}\n\n{P1}\n{MORE}\n\nL'accord fut signé le 8 mai 2016.\n\n(Le Courrier du Sahel, 9 mai 2016)"
    assert date_of(describe(told)) == "2016-05-09"


def test_two_lone_lines_date_a_text_only_where_they_agree() -> None:
    for day, date in (("17 juin 2021", "2021-06-17"), ("18 juin 2021", "")):
        text = f"{HFR}\n\nCompte rendu d'audience — 17 juin 2021\n\n{P1}\n{MORE}\n\n(Le Courrier, {day})"
        assert date_of(describe(text)) == date


def test_a_dateline_goes_before_a_lone_line() -> None:
    text = f"{HFR}\n\nRabat, 8 mai 2016 (MAP) - {P1}\n{MORE}\n\n(Le Courrier du Sahel, 9 mai 2016)"
    assert date_of(describe(text)) == "2016-05-08"


def test_what_ends_a_quotation_is_no_signature() -> None:
    text = f"{HFR}\n\n{P1}\n{MORE}\n\n« Nous avons gagné »\n\nAhmed Benali, 3 mai 2021"
    assert describe(text).date is None


@pytest.mark.parametrize(
    ("language", "day", "date"),
    [
        ("fr", "22 juin 2023", "2023-06-22"),
        ("fr", "(Publié le 22 juin 2023)", "2023-06-22"),
        ("fr", "(Le Courrier du Sahel, 22 juin 2023)", "2023-06-22"),
        ("en", "Thursday, 22 June 2023", "2023-06-22"),
        ("ru", "22.06.2023", "2023-06-22"),
        ("en", "22 June 2023.", "2023-06-22"),
        ("ar", "18 أبريل 2023", "2023-04-18"),
    ],
)
def test_a_day_glued_to_the_last_sentence_dates_the_text(language: str, day: str, date: str) -> None:
    headline, first, second = TEXTS[language]
    text = f"{headline}\n\n{first}\n\n{second} {day}"
    record = describe(text)
    assert_whole(text, record)
    assert date_of(record) == date
    assert describe(f"{headline}\n\n{first}\n\n{second} {first[:-1]} {day}").date is None


@pytest.mark.parametrize(
    ("end", "rule"),
    [
        ("\n\n(Le Courrier du Sahel, 22 juin 2023)", "lone_line"),
        (" (Publié le 22 juin 2023)", "last_words"),
        ("\n\n© Le Monde, jeudi 22 juin 2023. Tous droits réservés.", "rights"),
    ],
)
def test_the_ground_of_a_date_says_where_its_words_stand(end: str, rule: str) -> None:
    headline, first, second = TEXTS["fr"]
    record = describe(f"{headline}\n\n{first}\n\n{second}{end}")
    assert [found.rule for found in record.evidence if found.field == "date"] == [rule]
    assert str(rule_in_words(rule)) != rule


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("fr", "22 juin 2023"),
        ("fr", "(22/06/2023)"),
        ("en", "June 22, 2023"),
        ("ru", "(22.06.2023)"),
        ("ar", "22 يونيو 2023"),
    ],
)
def test_the_one_day_of_a_text_alone_below_its_last_sentence_dates_it(language: str, day: str) -> None:
    headline, first, second = TEXTS[language]
    text = f"{headline}\n\n{first}\n\n{second}\n\n{day}"
    assert_whole(text, describe(text))
    assert date_of(describe(text)) == "2023-06-22"


@pytest.mark.parametrize(
    ("head", "end"),
    [
        # A print, another text's title, a memory, what is still to come, another day, no headline.
        (HFR, "22/06/2023"),
        (HFR, "Le Sahel reverdit\n\n22 juin 2023"),
        (HFR, "Vingt ans après, la ville se souvient de ses morts et de ses maisons.\n\n22 juin 1999"),
        (HFR, "La fête aura lieu au centre de la ville, et nul ne paiera rien du tout.\n\n22 juin 2023"),
        (HFR, "Un accord avait été signé en mars 2021 par les deux pays du fleuve.\n\n22 juin 2023"),
        (HFR, "Les invités arriveront à la gare de la ville et repartiront :\n\n22 juin 2023"),
        ("", "22 juin 2023"),
    ],
)
def test_nor_is_it_certain_where_the_day_may_be_that_of_something_else(head: str, end: str) -> None:
    record = describe(f"{head}\n\n{P1}\n\n{P2}\n\n{end}".strip())
    assert date_of(record) == ""
