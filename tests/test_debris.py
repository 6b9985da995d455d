"""What pasting brings along is set aside: captions, share bars, notices, agencies' last words."""

import pytest

from articles.ingest.describe import describe
from tests.test_describe import (
    A1,
    AR,
    E1,
    EN,
    FR,
    HFR,
    P1,
    P2,
    P3,
    R1,
    RU,
    aside,
    assert_whole,
    date_of,
)


@pytest.mark.parametrize(
    ("caption", "opening"),
    [
        ("hammouchi", "La récente visite du roi a été saluée."),
        ("patrouchev_putin", "Le secrétaire du Conseil a été reçu."),
        ("IMG_2031", "Le ministre a reçu son homologue."),
        ("photo-dr", "Le roi a reçu le ministre."),
        ("lavrov.jpg", "Selon la MAP, le roi est à Moscou."),
        ("hammouchi", "L’organe consultatif a siégé."),
        ("Nikolaï Patrouchev", "Le secrétaire du Conseil a été reçu."),
        ("AFP", "Le secrétaire du Conseil a été reçu."),
        ("bourita", "Nasser Bourita, ministre, est à Moscou. Nasser Bourita y reste."),
    ],
)
def test_a_caption_run_into_the_first_word_is_set_aside(caption: str, opening: str) -> None:
    text = f"{HFR}\n\n{caption}{opening} {P2}\n\n{P3}"
    record = describe(text)
    assert_whole(text, record)
    assert aside(record) == [("caption", caption)]
    assert record.lede.startswith(opening)


def test_captions_run_into_russian_and_arabic_are_set_aside() -> None:
    assert aside(describe(f"скриншотВ Москве прошли переговоры. {RU}")) == [("caption", "скриншот")]
    assert aside(describe(f"patrushevВ Москве прошли переговоры. {RU}")) == [("caption", "patrushev")]
    assert aside(describe(f"hammouchi{AR}")) == [("caption", "hammouchi")]
    assert aside(describe(f"putinIn Moscow the talks went on. {EN}")) == [("caption", "putin")]


@pytest.mark.parametrize(
    "word",
    "iPhone eBay LeMonde YouTube McDonald DeepMind MacOS LinkedIn WhatsApp O’Neill d’Alger ПриватБанк СберБанк "
    "CanalPlus SpaceX beIN MoveOn TikTok PlayStation HuffPost МегаФон АвтоВАЗ L’Économiste Mc’Intyre TelQuel".split(),
)
def test_a_name_with_a_capital_inside_is_no_caption(word: str) -> None:
    for rest in (FR, EN, RU):
        record = describe(f"{word} est cité ici. {rest}")
        assert record.set_aside == []
        assert record.lede.startswith(word)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Photo : AFP", "caption"),
        ("© MAP", "caption"),
        ("Crédit photo : DR", "caption"),
        ("Ph. MAP", "caption"),
        ("Фото: РИА Новости / Алексей Никольский", "caption"),
        ("(Photo by Fadel Senna/AFP via Getty Images)", "caption"),
        ("صورة: وكالة المغرب العربي للأنباء", "caption"),
        ("Le secrétaire du Conseil, Nikolaï Patrouchev. © MAP", "caption"),
        ("Le roi et M. Lavrov à Rabat (photo MAP)", "caption"),
        ("patrouchev.jpg", "caption"),
        ("![photo](a.jpg)", "caption"),
        ("Partager", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("Partager sur Facebook | Partager sur Twitter", "share"),
        ("Share this", "share"),
        ("Поделиться", "share"),
        ("شارك", "share"),
        ("فيسبوك تويتر واتساب", "share"),
        ("0 Comments", "comments"),
        ("Laisser un commentaire", "comments"),
        ("3 комментария", "comments"),
        ("Lire aussi : Lavrov attendu à Rabat", "related"),
        ("À lire également", "related"),
        ("Read also: Lavrov to visit Rabat", "related"),
        ("Читайте также: Лавров посетит Марокко", "related"),
        ("اقرأ أيضا: لافروف يزور المغرب", "related"),
        ("Nous utilisons des cookies pour améliorer votre expérience.", "cookies"),
        ("This site uses cookies. By continuing you agree to our policy.", "cookies"),
        ("Мы используем файлы cookie.", "cookies"),
        ("Abonnez-vous à notre newsletter", "newsletter"),
        ("Подписывайтесь на наш канал в Telegram", "newsletter"),
        ("Suivez-nous sur Google News et WhatsApp", "newsletter"),
        ("© 2016 Tous droits réservés", "copyright"),
        ("جميع الحقوق محفوظة © هسبريس 2016", "copyright"),
        ("© РИА Новости, 2016", "copyright"),
        ("Accueil > Politique", "furniture"),
        ("Imprimer", "furniture"),
        ("Envoyer par mail", "furniture"),
        ("ⓘ Temps de lecture : 3 min", "furniture"),
        ("Publicité", "furniture"),
        ("1 245 vues", "furniture"),
        ("* * *", "furniture"),
    ],
)
@pytest.mark.parametrize("place", ["top", "below the headline", "middle", "end"])
def test_what_pasting_brings_along_is_set_aside_wherever_it_stands(line: str, rule: str, place: str) -> None:
    parts = [HFR, P1, P2, P3]
    parts.insert({"top": 0, "below the headline": 1, "middle": 3, "end": 4}[place], line)
    for separator in ("\n\n", "\n"):
        text = separator.join(parts)
        record = describe(text)
        assert_whole(text, record)
        assert aside(record) == [(rule, line)]
        assert (record.headline, record.lede, record.body) == (HFR, P1, f"{P2}\n\n{P3}")


@pytest.mark.parametrize(
    "paragraph",
    [
        "La photo du roi avec M. Poutine a fait le tour du monde.",
        "Facebook et Twitter ont été bloqués en Russie, selon Reuters.",
        "Les cookies de ce site sont contraires à la loi, a jugé la CNIL mardi.",
        "Abonnez-vous, dit-il, et vous verrez.",
        "Tous les droits de l’homme sont réservés à personne, a-t-il plaisanté.",
        "Partager le pouvoir n’est pas simple.",
        "Accueil chaleureux pour M. Lavrov à Rabat.",
        "Les commentaires du ministre ont suscité l’émotion (voir plus haut).",
        "Home prices rose by 3% in Casablanca, officials said.",
        "По теме встречи стороны говорили два часа.",
        "Реклама на телевидении запрещена.",
        "صورة المغرب في الخارج تتحسن باستمرار بحسب الوزير.",
        "Le titre est revenu au Wydad.",
        "Q : êtes-vous optimiste ?",
    ],
)
def test_a_paragraph_of_the_article_is_never_set_aside(paragraph: str) -> None:
    record = describe(f"{HFR}\n\n{P1}\n\n{paragraph}\n\n{P2}")
    assert record.set_aside == []
    assert paragraph in record.body


def test_a_whole_pasted_page_comes_out_clean() -> None:
    text = (
        f"Accueil > Politique\n{HFR}\nPar Fouad Harit\nPublié le 26/04/2016 à 14h30\nMis à jour le 27/04/2016 à 09:12\n"
        f"Partager\nFacebook Twitter WhatsApp\n{P1}\n{P2}\nLire aussi : Lavrov attendu à Rabat\n{P3}\n"
        "0 commentaire\nAbonnez-vous à notre newsletter\n© 2016 Le360. Tous droits réservés"
    )
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, record.byline, date_of(record)) == (HFR, "Fouad Harit", "2016-04-26")
    assert (record.lede, record.body) == (P1, f"{P2}\n\n{P3}")
    assert [rule for rule, _exact in aside(record)] == [
        "furniture", "share", "share", "related", "comments", "newsletter", "copyright"
    ]  # fmt: skip


# Credits and agencies --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("caption", "opening"),
    [
        ("Le roi et M. Lavrov, à Rabat. © MAP", P1),
        ("M. Lavrov. © DR", f"L’audience a eu lieu. {P1}"),
        ("© AFP", f"Nasser Bourita est à Moscou. {P1}"),
        ("Photo: Mr Lavrov meets the King. [Reuters/John Smith]", f"RABAT, Morocco (AP) - {E1}"),
        ("Photo: Mr Lavrov meets the King. [Reuters/John Smith] ", f"RABAT, Morocco (AP) - {E1}"),
        ("Фото: Пресс-служба МИД / Иван Петров", f"МОСКВА, 4 мар – РИА Новости. {R1}"),
        ("Лавров в Рабате. © РИА Новости", f"В Рабате прошли переговоры. {R1}"),
        ("صورة: لافروف في الرباط [رويترز]", A1),
        ("لافروف في الرباط © AFP", A1),
    ],
)
def test_a_caption_whose_credit_runs_into_the_text_is_set_aside(caption: str, opening: str) -> None:
    for headline in (HFR, ""):
        text = f"{headline}\n\n{caption}{opening}\n\n{P2}"
        record = describe(text)
        assert_whole(text, record)
        assert [part for part in aside(record) if part[0] == "caption"] == [
            ("caption", caption.rstrip())
        ] or (aside(record)[0][1].strip() == caption.strip())
        assert record.lede == opening


@pytest.mark.parametrize(
    "opening",
    [
        "Photo à l’appui, le ministre (Affaires étrangères) a parlé de M. McDonald et de LeMonde.",
        "Le groupe © LeMonde a publié hier un long entretien avec le ministre marocain.",
        "Rabat (MAP) Le ministre a reçu son homologue russe.",
        "Images : le roi (à gauche) a reçu M. Lavrov au palais, selon la presse de Rabat et de Moscou.",
    ],
)
def test_a_sentence_with_brackets_or_a_mark_is_no_caption(opening: str) -> None:
    record = describe(f"{HFR}\n\n{opening} {P1}\n\n{P2}")
    assert record.set_aside == []
    assert record.lede.startswith(opening)


@pytest.mark.parametrize(
    ("tail", "source", "byline"),
    [
        ("(MAP)", "MAP", ""),
        ("--(MAP)", "MAP", ""),
        ("/ТАСС/", "ТАСС", ""),
        ("(с) РИА Новости", "РИА Новости", ""),
        ("(ومع)", "ومع", ""),
        ("(أ ف ب)", "أ ف ب", ""),
        ("(Avec AFP)", "", ""),
        ("Avec MAP et agences", "", ""),
        ("With AFP", "", ""),
        ("По материалам ТАСС", "", ""),
        ("(مع وكالات)", "", ""),
        ("Reporting by Jane Roe in Rabat; editing by John Smith", "", "Jane Roe"),
        (
            "(Reporting by Jane Roe and Ali Benani; Writing by A. Roe; Editing by J. Doe)",
            "",
            "Jane Roe and Ali Benani",
        ),
    ],
)
def test_the_last_words_of_an_agency_are_set_aside_and_say_what_they_say(
    tail: str, source: str, byline: str
) -> None:
    text = f"{HFR}\n\n{FR}\n\n{tail}"
    record = describe(text)
    assert_whole(text, record)
    assert (aside(record), record.body) == ([("signature", tail)], P2)
    assert (record.source, record.byline) == (source, byline)


@pytest.mark.parametrize(
    ("tail", "byline"),
    [
        ("(Reporting by Amina Tazi in Rabat, Editing by John Smith)", "Amina Tazi"),
        ("Reporting by Amina Tazi in Rabat Editing by John Smith", "Amina Tazi"),
        ("(Additional reporting by Jo Doe; editing by John Smith)", ""),
        ("(Writing by Amina Tazi and Jo Doe; Editing by John Smith)", "Amina Tazi and Jo Doe"),
        ("Associated Press writer Amina Tazi in Rabat contributed to this report.", ""),
        ("(Reportage d’Ahmed Tazi à Rabat, rédigé par Paul Roe, édité par Jean Dupont)", "Ahmed Tazi"),
        ("(Ahmed Tazi; Jean Dupont pour le service français, édité par Paul Roe)", ""),
        ("Reportage d’Ahmed Tazi à Rabat ; édité par Jean Dupont", "Ahmed Tazi"),
        ("(Иван Петров. Редактор Анна Сидорова)", ""),
        ("Материал подготовил Иван Петров", ""),
        ("(تغطية صحفية أمينة التازي من الرباط - إعداد سامي علي للنشرة العربية - تحرير ليلى حسن)", ""),
        ("bur-abc/def/ghi", ""),
    ],
)
@pytest.mark.parametrize("standards", ["", "\n\nOur Standards: The Thomson Reuters Trust Principles."])
def test_who_reported_and_edited_is_no_text(tail: str, byline: str, standards: str) -> None:
    text = f"{HFR}\n\n{FR}\n\n{tail}{standards}"
    record = describe(text)
    assert_whole(text, record)
    assert ("signature", tail) in aside(record)
    assert (record.body, record.byline) == (P2, byline)


def test_a_credit_behind_the_last_stop_or_above_a_notice_is_no_text() -> None:
    credit = "(Reportage d’Ahmed Tazi, édité par Jean Dupont)"
    for tail in (
        f" {credit}",
        f"\n\n{credit}\n\nNos standards : Les principes de confiance de Thomson Reuters.",
    ):
        record = describe(f"{HFR}\n\n{FR}{tail}")
        assert (record.body, record.byline) == (P2, "Ahmed Tazi")


@pytest.mark.parametrize(
    "line",
    [
        "Репортаж из Москвы",
        "Traduit en justice par Paul Roe",
        "تحرير الموصل من داعش - تحرير الرقة",
        "Reporting by Amina Tazi was at issue",
        "et/ou",
    ],
)
def test_a_line_that_only_begins_as_a_credit_stays(line: str) -> None:
    assert describe(f"{HFR}\n\n{FR}\n\n{P3}\n\n{line}").body.endswith(line)


@pytest.mark.parametrize("tail", ["--(MAP)", " (MAP)", " /ТАСС/", " (с) РИА Новости", " (ومع)"])
def test_an_agency_after_the_last_stop_is_set_aside(tail: str) -> None:
    text = f"{HFR}\n\n{FR}{tail}"
    record = describe(text)
    assert_whole(text, record)
    assert (aside(record), record.body) == ([("signature", tail.strip())], P2)
    assert record.source in tail


@pytest.mark.parametrize(
    "ending",
    [
        "a indiqué l’Agence marocaine de presse (MAP)",
        "a dit le ministre (MAP).",
        "selon lui. Avec MAP, il a signé un accord.",
        "Avec AFP, le ministre a signé un accord de partenariat.",
        "Reporting by the paper; editing by nobody was at issue.",
    ],
)
def test_an_agency_inside_a_sentence_stays_there(ending: str) -> None:
    record = describe(f"{HFR}\n\n{FR}\n\n{P3}\n\n{ending}")
    assert (record.set_aside, record.source, record.byline) == ([], "", "")
    assert record.body.endswith(ending)


def test_the_dateline_names_the_source_before_the_last_words_do() -> None:
    assert describe(f"Rabat (MAP) - {FR} (AFP)").source == "MAP"


def test_a_trail_of_links_run_together_is_furniture_at_its_place_in_the_source() -> None:
    for trail in (
        "AccueilPolitique",
        "HomeNewsWorld",
        "ГлавнаяПолитика",
        "الرئيسيةسياسة",
        "AccueilMarocDiplomatie",
    ):
        for text in (f"{trail}\n{HFR}\n\n{FR}", f"\ufeff  {HFR}\r\n\r\n{FR}\r\n\r\n\t{trail}\r\n"):
            record = describe(text)
            assert_whole(text, record)
            assert aside(record) == [("furniture", trail)]
    for title in ("HomeKit arrive au Maroc", "Accueil de M. Lavrov à Rabat"):
        assert describe(f"{title}\n\n{FR}").headline == title


def test_a_long_line_of_ornaments_is_read_in_no_time() -> None:
    for ornament in ("\ufffd", "@", "🔴 ", "%"):
        line = ornament * 200
        assert describe(f"{HFR}\n\n{FR}\n\n{line}\n\n{P3}").body.endswith(P3)
