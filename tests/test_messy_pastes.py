"""What a paste brings along beside headline, lede and body is set aside, and sentences like it stay."""

import pytest

from articles.ingest.describe import describe
from tests.test_describe import A1, AR, E1, EN, HAR, HEN, HFR, HRU, P1, P2, P3, R1, RU, aside, assert_whole

LEDES = {HFR: P1, HEN: E1, HRU: R1, HAR: A1}
TEXTS = {HFR: f"{P1}\n\n{P2}", HEN: EN, HRU: RU, HAR: AR}

ABOVE = [
    (HFR, "[Photo/Agences]"),
    (HFR, "(Photo : MAP) "),
    (HFR, "Sergueï Lavrov, lundi à Rabat. Photo : AFP"),
    (HEN, "[Photo/Agencies]"),
    (HEN, "[Photo/Agencies] "),
    (HEN, "Sergey Lavrov in Rabat on Monday. Photograph: AFP"),
    (HEN, "File photo: Sergey Lavrov speaks in Moscow. REUTERS/Maxim Shemetov\n\n"),
    (HRU, "Сергей Лавров. Фото: ТАСС"),
    (HAR, "(تصوير: و م ع)"),
    (HFR, "Sergueï Lavrov. AFP\n\n"),
]


@pytest.mark.parametrize(("headline", "caption"), ABOVE)
def test_a_caption_above_the_text_is_no_part_of_it(headline: str, caption: str) -> None:
    text = f"{headline}\n\n{caption}{TEXTS[headline]}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, record.lede) == (headline, LEDES[headline])
    assert [(rule, exact.strip()) for rule, exact in aside(record)] == [("caption", caption.strip())]


def test_of_a_long_sentence_with_a_credit_behind_it_only_the_credit_is_set_aside() -> None:
    text = f"{HFR}\n\n{P1} (Crédit photo : DR)\n\n{P2}"
    record = describe(text)
    assert_whole(text, record)
    assert record.lede == P1
    assert aside(record) == [("caption", "(Crédit photo : DR)")]


@pytest.mark.parametrize(
    ("headline", "heading", "titles"),
    [
        (HFR, "LIRE AUSSI", ["Le roi reçoit l'ambassadeur", "Pêche : un accord signé"]),
        (HEN, "RELATED ARTICLES", ["Russia signs fishing deal", "King meets envoy"]),
        (HRU, "Материалы по теме", ["Лавров прибыл в Марокко", "Марокко ждет туристов"]),
        (HAR, "اقرأ أيضا", ["لافروف يصل إلى المغرب", "السفير الروسي في الرباط"]),
    ],
)
@pytest.mark.parametrize("tail", ["", f"\n\n{P3}"])
def test_the_titles_below_a_heading_of_related_texts_go_with_it(
    headline: str, heading: str, titles: list[str], tail: str
) -> None:
    text = "\n".join([headline, "", TEXTS[headline], "", heading, *titles]) + tail
    record = describe(text)
    assert_whole(text, record)
    assert record.headline == headline
    set_aside = "\n".join(exact for rule, exact in aside(record) if rule == "related")
    assert set_aside.split("\n") == [heading, *titles]


@pytest.mark.parametrize(
    "notice",
    [
        ">> A lire aussi : un accord de pêche",
        "Cet article est réservé aux abonnés.",
        "Click here to subscribe",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "Нашли ошибку? Выделите текст и нажмите Ctrl+Enter",
        "Самое интересное — в нашем канале в Дзене",
        "تابعونا على فيسبوك",
        "للمزيد من الأخبار حملوا تطبيقنا",
        "A.B. (avec agences)",
    ],
)
def test_a_notice_below_the_text_is_no_part_of_it(notice: str) -> None:
    text = f"{HFR}\n\n{P1}\n\n{P2}\n\n{notice}"
    record = describe(text)
    assert_whole(text, record)
    assert record.body == P2


@pytest.mark.parametrize(
    "sentence",
    [
        "Все говорят о новом телеграм-канале министра.",
        "المتظاهرون حملوا شعارات تدعو إلى تطبيق القانون.",
        "Download figures for the app have doubled.",
        "This article of the treaty is meant for subscribers to the convention.",
        "Le ministre est rentré à Moscou. TASS",
        "Lire aussi entre les lignes, dit-il.",
        "Click here, he said, and the door opened for the subscribers.",
        "تابعنا المباراة على تويتر مساء أمس.",
    ],
)
def test_a_sentence_that_resembles_a_notice_stays(sentence: str) -> None:
    for text in (f"{HFR}\n\n{P1}\n\n{sentence}\n\n{P2}", f"{HFR}\n\n{P1}\n\n{P2}\n\n{sentence}"):
        record = describe(text)
        assert_whole(text, record)
        assert sentence in record.body


def test_a_byline_shared_with_an_agency_is_no_part_of_the_headline() -> None:
    record = describe(f"{HFR}\nPar Le360 avec MAP le 04/03/2019 à 10h30\n\n{P1}\n\n{P2}")
    assert (record.headline, record.byline, str(record.date)) == (HFR, "Le360", "2019-03-04")


@pytest.mark.parametrize(
    ("headline", "caption"),
    [
        (HEN, "Valery Gergiev conducting at the Barbican in 2019. Photograph: A. Marlowe/PA"),
        (HFR, "Le ministre russe à son arrivée à Rabat en 2019. Photo : A. Benali"),
        (HRU, "Министр в Рабате в 2019 году. Фото: А. Петров/ТАСС"),
    ],
)
def test_a_caption_and_its_credit_on_the_line_above_a_headline_are_no_part_of_it(
    headline: str, caption: str
) -> None:
    text = f"{caption}\n{headline}\n\n{TEXTS[headline]}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, aside(record)) == (headline, [("caption", caption)])


def test_a_byline_that_shares_with_agencies_between_brackets_is_no_part_of_the_headline() -> None:
    for shared in ("(avec agences)", "(avec AFP)", "avec agences"):
        text = f"{HFR}\nPar Le360 {shared}\n\n{P1}\n\n{P2}"
        record = describe(text)
        assert_whole(text, record)
        assert (record.headline, record.byline) == (HFR, "Le360")


@pytest.mark.parametrize(
    ("line", "headline"),
    [("واس | جدة", "ولي العهد يستقبل بايدن"), ("AFP | Rabat", "Le roi en Russie"), ("Le Monde • Idées", HFR)],
)
def test_an_agency_and_a_place_on_a_line_are_no_headline(line: str, headline: str) -> None:
    text = f"{line}\n\n{headline}\n\n{P1}\n\n{P2}"
    record = describe(text)
    assert_whole(text, record)
    assert record.headline == headline


@pytest.mark.parametrize(
    ("name", "below"),
    [
        (" | Le Temps des sciences", "\n\n@letempsdessciences"),
        (" - Le Temps des sciences", "\n\nhttps://www.letempsdessciences.fr/article"),
        (" | Yabiladi", ""),
        (" - Le Monde", ""),
    ],
)
def test_the_name_of_the_site_behind_a_headline_is_set_aside(name: str, below: str) -> None:
    text = f"{HFR}{name}\n\n{P1}\n\n{P2}{below}"
    record = describe(text)
    assert_whole(text, record)
    assert record.headline == HFR
    assert ("header", name[3:]) in aside(record)


@pytest.mark.parametrize(
    "headline", [f"{HFR} | Le ministre répond", "CAN 2023 | Le Monde", "Vidéo | Le roi reçoit"]
)
def test_what_only_stands_behind_a_bar_stays_in_the_headline(headline: str) -> None:
    assert describe(f"{headline}\n\n{P1}\n\n{P2}").headline == headline
