"""A messy raw text gives a record whose every value has its evidence, and of which nothing is lost."""

import textwrap
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest import describe as module
from articles.ingest.describe import ProposedRecord, describe
from articles.ingest.describe.headline import LONGEST_SUPPLIED, first_sentence, supply_headline
from articles.languages import Detection

FIXTURES = Path(__file__).parent.parent / "fixtures"

P1 = (
    "Le ministre des Affaires étrangères, Nasser Bourita, a reçu lundi à Rabat son homologue russe Sergueï Lavrov, "
    "en visite de travail au Maroc."
)
P2 = (
    "Les deux responsables ont passé en revue les relations bilatérales et les moyens de renforcer le partenariat "
    "stratégique approfondi entre les deux pays."
)
P3 = "Ils ont également évoqué la situation en Libye et la question du Sahara, selon un communiqué du ministère."
R1 = "Секретарь Совета безопасности России Николай Патрушев провёл в Рабате переговоры с королём Марокко."
R2 = "Стороны обсудили вопросы двустороннего сотрудничества в области безопасности и борьбы с терроризмом."
A1 = "استقبل الملك محمد السادس اليوم الثلاثاء بالقصر الملكي بالدار البيضاء أمين مجلس الأمن الروسي نيكولاي باتروشيف."
A2 = "وتناولت المباحثات سبل تعزيز التعاون الأمني بين المملكة المغربية وروسيا الاتحادية في مكافحة الإرهاب."
E1 = "King Mohammed VI of Morocco received the secretary of the Russian Security Council in Casablanca on Tuesday."
E2 = "The talks focused on security cooperation between the two countries and the fight against terrorism."
FR, RU, AR, EN = f"{P1}\n\n{P2}", f"{R1}\n\n{R2}", f"{A1}\n\n{A2}", f"{E1}\n\n{E2}"
HFR = "Rabat et Moscou resserrent leurs liens"
HRU = "Патрушев провёл переговоры в Рабате"
HAR = "باتروشيف يجري مباحثات في المغرب"
HEN = "Morocco, Russia boost security ties"


def assert_whole(text: str, record: ProposedRecord) -> None:
    """Offsets are true, and every letter and digit of the text is in a field, in evidence or set aside."""
    for part in [*record.set_aside, *record.evidence, *record.date_proposals]:
        assert text[part.start : part.end] == part.exact
    inside = ("dateline", "running_text")
    kept = record.lede + record.body + "".join(part.exact for part in record.set_aside)
    kept += "".join(part.exact for part in record.evidence if part.rule not in inside)
    assert not Counter(filter(str.isalnum, text)) - Counter(filter(str.isalnum, kept))
    assert record.body
    assert record.headline


def aside(record: ProposedRecord) -> list[tuple[str, str]]:
    return [(part.rule, part.exact) for part in record.set_aside]


def date_of(record: ProposedRecord) -> str:
    return str(record.date) if record.date else ""


# The two founding texts ------------------------------------------------------------------------------------


def test_the_first_seed_keeps_its_month_and_gets_a_headline_from_its_first_sentence() -> None:
    text = (FIXTURES / "000_4770b2fa59814b7f.txt").read_text(encoding="utf-8")
    record = describe(text)
    assert_whole(text, record)
    assert record.headline == "Nikolaï Patrouchev est attendu ce 15 décembre au Maroc"
    assert record.headline_supplied
    assert date_of(record) == "2016-12"
    assert [part.exact for part in record.evidence if part.field == "date"] == ["date 2016-12"]
    assert record.lede.startswith("Nikolaï Patrouchev est attendu")
    assert record.body.startswith("Vers un nouveau rapprochement")
    assert record.language.language == "fr"
    assert ("2016-12-15", "15 décembre") in [(part.value, part.exact) for part in record.date_proposals]


def test_the_second_seed_keeps_its_headline_has_no_date_and_loses_no_caption() -> None:
    text = (FIXTURES / "002_e36b762ce0803197.txt").read_text(encoding="utf-8")
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, record.headline_supplied) == (
        "Maroc-Russie: la coopération sécuritaire prend du rythme",
        False,
    )
    assert record.date is None
    assert aside(record) == [("caption", "hammouchi")]
    assert record.lede.startswith("La récente visite du roi")
    assert record.body.startswith("Après les perspectives")
    assert record.body.endswith("sans en préciser le type.")
    assert "16 mars" in [part.exact for part in record.date_proposals]


# Dates and headers -----------------------------------------------------------------------------------------

SAMPLES_OF_DATES = [
    (f" date 2016-12 {FR}", "2016-12"),
    (f"date 2016 {FR}", "2016"),
    (f"date 15 décembre 2016 {FR}", "2016-12-15"),
    (f"Date 15/12/2016 {FR}", "2016-12-15"),
    (f"[date 2016-12] {FR}", "2016-12"),
    (f"2016-12-15 {FR}", "2016-12-15"),
    (f"source Yabiladi date 2016-12 {FR}", "2016-12"),
    (f"{HFR}\nMardi 26 avril 2016\n\n{FR}", "2016-04-26"),
    (f"26.04.2016 14:30\n{HRU}\n\n{RU}", "2016-04-26"),
    (f"{HRU}\n26 апреля 2016\n\n{RU}", "2016-04-26"),
    (f"Опубликовано: 26 апреля 2016, 14:30\n{HRU}\n\n{RU}", "2016-04-26"),
    (f"{HAR}\n٢٦ أبريل ٢٠١٦\n\n{AR}", "2016-04-26"),
    (f"{HAR}\nنشر في 26 أبريل 2016\n\n{AR}", "2016-04-26"),
    (f"{HEN}\nApril 26, 2016 2:30 pm\n\n{EN}", "2016-04-26"),
    (f"{HEN}\nPublished: 2016-04-26\nUpdated: 2016-05-02\n\n{EN}", "2016-04-26"),
    (f"{HFR}\nPublié le 26/04/2016 à 14h30\nMis à jour le 27/04/2016 à 09:12\n{FR}", "2016-04-26"),
    (f"Le Matin, 26 avril 2016\n{HFR}\n\n{FR}", "2016-04-26"),
    (f"{HFR}\nPolitique | 26 avril 2016 à 14:30 | Le360.ma\n{FR}", "2016-04-26"),
    (f"Date :\n26 avril 2016\nTitre :\n{HFR}\n\n{FR}", "2016-04-26"),
    (f"{FR}\n\nSource : MAP\nPublié le 26 avril 2016", "2016-04-26"),
    (f"{HFR}\n\nRabat, le 26 avril 2016 (MAP) – {FR}", "2016-04-26"),
    (f"RABAT, January 25, 2019 (TASS) - {EN}", "2019-01-25"),
    (f"МОСКВА, 25 января 2019. /ТАСС/. {RU}", "2019-01-25"),
    (f"РАБАТ /Марокко/, 25 января 2019. /Корр. ТАСС/. {RU}", "2019-01-25"),
    (f"Москва. 25 января 2019. ИНТЕРФАКС.RU - {RU}", "2019-01-25"),
    (f"{HAR}\nالرباط – 26 أبريل 2016 – {AR}", "2016-04-26"),
    (f"موسكو 25 يناير 2019 (سبوتنيك) - {AR}", "2019-01-25"),
    (f"الرباط/ 26 أبريل 2016/ ومع/ {AR}", "2016-04-26"),
    (f"{HFR}\n\n29 mai 2012. - {FR}", "2012-05-29"),
    # What states no date of publication gives none.
    (f"{HRU}\n\nМОСКВА, 25 янв — РИА Новости. {RU}", ""),
    (f"Le 26 avril 2016, {FR}", ""),
    (f"Publié le 14 décembre 2016, le rapport du ministère fait état d'une hausse. {FR}", ""),
    (f"Discours du roi, 20 août 2016\n\n{FR}", ""),
    (f"Mis à jour le 27/04/2016\n{HFR}\n\n{FR}", ""),
    (f"{FR}\n\nLa réunion a eu lieu le 26 avril 2016 à Moscou.", ""),
    (f"{FR}\n\n26 avril 2016", ""),
]


@pytest.mark.parametrize(("text", "date"), SAMPLES_OF_DATES)
def test_a_date_is_taken_from_a_header_or_a_dateline_only(text: str, date: str) -> None:
    record = describe(text)
    assert_whole(text, record)
    assert date_of(record) == date
    assert not record.headline.lower().startswith(("date", "2016"))


@pytest.mark.parametrize(
    ("header", "exact"),
    [
        ("date: 31 février 2016", "date: 31 février 2016"),
        (" date 2016-13 ", "date 2016-13"),
        ("Дата: 31.02.2016", "Дата: 31.02.2016"),
    ],
)
def test_a_header_date_that_the_calendar_refuses_is_warned_of_and_not_taken(header: str, exact: str) -> None:
    record = describe(f"{header}\n{FR}")
    assert record.date is None
    assert record.warnings
    assert ("header", exact) in aside(record)


def test_a_date_outside_the_history_of_the_press_is_not_taken() -> None:
    for year in ("3016", "1204"):
        record = describe(f"Date: {year}-04-26\n{FR}")
        assert record.date is None
        assert record.warnings


def test_two_header_dates_that_differ_are_warned_of() -> None:
    record = describe(f"Date: 2016-04-26\nDate: 2016-05-03\n{FR}")
    assert (date_of(record), len(record.warnings)) == ("2016-04-26", 1)


def test_a_date_of_update_is_only_proposed() -> None:
    record = describe(f"Mis à jour le 27/04/2016\n{HFR}\n\n{FR}")
    assert [(part.field, part.value) for part in record.date_proposals] == [("updated", "2016-04-27")]


def test_dates_of_the_running_text_are_only_proposed() -> None:
    record = describe(f"{HFR}\n\n{FR}\n\nLa visite du 15 mars 2016 et celle du 4 mai furent saluées.")
    assert [(part.value, part.exact) for part in record.date_proposals] == [
        ("2016-03-15", "15 mars 2016"),
        ("", "4 mai"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Titre : {HFR}\nSource : Le Matin\nAuteur : Fouad Harit\nURL : https://lematin.ma/a/1\n\n{FR}",
            (HFR, "Le Matin", "Fouad Harit", "https://lematin.ma/a/1"),
        ),
        (f"Titre: {HFR} Date: 2016-04-26 Source: Le Matin\n{FR}", (HFR, "Le Matin", "", "")),
        (f"**Titre :** {HFR} | **Source :** Hespress\n\n{FR}", (HFR, "Hespress", "", "")),
        (
            f"Заголовок: {HRU}\nИсточник: РИА Новости\nАвтор: Иван Петров\n\n{RU}",
            (HRU, "РИА Новости", "Иван Петров", ""),
        ),
        (f"العنوان: {HAR}\nالمصدر: هسبريس\nبقلم محمد العلوي\n\n{AR}", (HAR, "هسبريس", "محمد العلوي", "")),
        (f"{HFR}\nPar Fouad Harit, le 26/04/2016 à 14:30\n{FR}", (HFR, "", "Fouad Harit", "")),
        (f"{HFR}\nPublié par La Rédaction le 26 avril 2016\n{FR}", (HFR, "", "La Rédaction", "")),
        (f"# {HFR}\n\n*Publié le 26 avril 2016 par Fouad Harit*\n\n{FR}", (HFR, "", "Fouad Harit", "")),
        (
            f"{HEN}\nBy Aziz El Yaakoubi and John Smith\n{EN}",
            (HEN, "", "Aziz El Yaakoubi and John Smith", ""),
        ),
        (f"{HEN}\nPosted by admin on April 26, 2016\n{EN}", (HEN, "", "admin", "")),
        (f"April 26, 2016 | Reuters\n{HEN}\n{EN}", (HEN, "Reuters", "", "")),
        (f"---\ntitle: {HEN}\nauthor: John Smith\ntags: [a, b]\n---\n\n{EN}", (HEN, "", "John Smith", "")),
        (
            f"{HFR}\n\n{FR}\n\nSource: MAP\nhttps://www.mapnews.ma/fr/1",
            (HFR, "MAP", "", "https://www.mapnews.ma/fr/1"),
        ),
        (f"RABAT, Morocco (AP) — {EN}", (E1[:-1], "AP", "", "")),
        (f"Rabat (MAP) - {FR}", ("", "MAP", "", "")),
    ],
)
def test_labels_bylines_and_datelines_name_title_source_author_and_address(
    text: str, expected: tuple[str, ...]
) -> None:
    record = describe(text)
    assert_whole(text, record)
    assert (record.source, record.byline, record.url) == expected[1:]
    assert record.headline.startswith(expected[0][:60])


def test_tags_and_language_labels_are_evidence() -> None:
    record = describe(f"Langue : fr\nTags : Maroc ; Russie\n{FR}\n\n#Maroc #Russie")
    assert [(part.field, part.value) for part in record.evidence if part.field in ("language", "tags")] == [
        ("language", "fr"),
        ("tags", "Maroc ; Russie"),
        ("tags", "#Maroc #Russie"),
    ]


def test_a_sentence_that_begins_like_a_byline_or_a_label_stays_in_the_text() -> None:
    for opening in (
        "Par Rabat, les routes sont coupées.",
        "By Friday the talks were over.",
        "Par ailleurs, le roi a parlé.",
    ):
        record = describe(f"{opening} {FR}")
        assert record.byline == ""
        assert record.lede.startswith(opening)


# Headline, lede, body --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headline",
    [
        HFR,
        "MAROC-RUSSIE : UN PARTENARIAT RENFORCÉ",
        "Patrouchev à Rabat : pour quoi faire ?",
        "« Nous sommes partenaires »",
        "Lavrov in Rabat: 'We are partners'",
        HRU,
        HAR,
        "Vidéo : le roi reçoit Patrouchev",
    ],
)
@pytest.mark.parametrize("separator", ["\n\n", "\n", "\n\n\n\n \n"])
def test_a_short_first_line_without_a_full_stop_is_the_headline(headline: str, separator: str) -> None:
    text = f"{headline}{separator}{P1}{separator}{P2}{separator}{P3}"
    record = describe(text)
    assert_whole(text, record)
    assert (record.headline, record.headline_supplied) == (headline, False)
    assert record.lede == P1
    assert record.body == f"{P2}\n\n{P3}"


@pytest.mark.parametrize("body", [FR, RU, AR, EN])
def test_a_first_paragraph_of_running_text_is_no_headline(body: str) -> None:
    record = describe(body)
    assert record.headline_supplied
    assert len(record.headline) <= LONGEST_SUPPLIED
    assert body.startswith(record.headline.rstrip("…"))
    assert not record.headline.endswith(".")
    assert (record.lede, record.body) == tuple(body.split("\n\n"))


def test_a_supplied_headline_is_cut_between_words_and_not_after_a_small_one() -> None:
    start = "Le secrétaire général du Conseil de sécurité de la Fédération de Russie est arrivé hier"
    assert supply_headline(f"{start} au Maroc pour une visite.") == f"{start}…"


@pytest.mark.parametrize(
    "sentence",
    [
        "M. Bourita a reçu S.M. le roi à Rabat.",
        "In the U.S. a summit opened.",
        "Президент В. В. Путин прибыл в г. Рабат.",
        "« Nous sommes prêts ! » a dit le ministre.",
        "Le taux est de 3.5 pour cent.",
    ],
)
def test_abbreviations_and_initials_end_no_sentence(sentence: str) -> None:
    assert first_sentence(f"{sentence} Ensuite, rien.") == sentence


def test_the_supplied_headline_leaves_the_dateline_out_and_the_lede_keeps_it() -> None:
    record = describe(f"Rabat - {FR}")
    assert record.headline.startswith("Le ministre")
    assert record.lede.startswith("Rabat - Le ministre")


def test_wrapped_lines_are_put_together_again() -> None:
    wrapped = "\n\n".join(textwrap.fill(part, 70) for part in (f"{P1} {P2}", f"{P3} {P1}"))
    record = describe(f"{HFR}\n\n{wrapped}")
    assert (record.headline, record.lede, record.body) == (HFR, f"{P1} {P2}", f"{P3} {P1}")


def test_one_paragraph_a_line_is_recognised() -> None:
    record = describe("\n".join([HFR, P1, P2, P3]))
    assert (record.headline, record.lede, record.body) == (HFR, P1, f"{P2}\n\n{P3}")


def test_a_kicker_above_the_headline_is_no_headline() -> None:
    record = describe(f"Diplomatie\n{HFR}\n\n{FR}")
    assert record.headline == HFR
    assert [part.exact for part in record.evidence if part.field == "kicker"] == ["Diplomatie"]


def test_a_standfirst_of_one_sentence_is_the_lede() -> None:
    standfirst = "Le haut responsable russe a été reçu par le souverain."
    assert describe(f"{HFR}\n{standfirst}\n{FR}").lede == standfirst


def test_a_stray_line_is_not_taken_for_the_lede_and_not_lost() -> None:
    record = describe(f"{HFR}\n\nCoopération sécuritaire\n\n{FR}")
    assert (record.lede, record.body) == (P1, f"Coopération sécuritaire\n\n{P2}")


@pytest.mark.parametrize(
    "text", ["Le roi reçoit Patrouchev", "Titre : Le roi reçoit Patrouchev", "Photo : AFP", "26 avril 2016"]
)
def test_a_single_line_is_the_body_too(text: str) -> None:
    record = describe(text)
    assert record.headline
    assert record.body
    assert record.lede == ""


def test_a_headline_and_a_lede_that_came_with_the_text_are_not_sought_in_it() -> None:
    record = describe(f"{HFR}\n\n{FR}", headline="Autre titre", lede="Autre chapô.")
    assert (record.headline, record.headline_supplied, record.lede) == ("Autre titre", False, "Autre chapô.")
    assert record.body == f"{HFR}\n\n{FR}"
    assert describe(f"{HFR}\n\n{FR}", headline=HFR).lede == P1


# Language, pace --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "language"), [(FR, "fr"), (EN, "en"), (RU, "ru"), (AR, "ar")])
def test_the_language_is_that_of_the_text_and_gives_no_warning(text: str, language: str) -> None:
    record = describe(text)
    assert record.language.language == language
    assert record.warnings == []


def test_a_bilingual_text_and_one_in_another_language_are_warned_of() -> None:
    assert len(describe(f"{FR}\n\n{RU}").warnings) == 1
    german = "Die Bundeskanzlerin hat am Montag in Berlin den marokkanischen König empfangen, um mit ihm zu sprechen. "
    assert len(describe(german * 3).warnings) == 1


PIECES = [HFR, P1, P2, R1, A1, E1, "\n", "\n\n", *" |,."]
PIECES += (
    "date 2016-12;Date :;Par;Source : MAP;hammouchi;La;—;© MAP;# x;Lire aussi :;26 avril 2016;---;…;«".split(
        ";"
    )
)
PIECES += "https://a.ma/b;Tags:;2016;(MAP);--(MAP);26/04/2016;Publié le 3 mai 2016;Photo : ;]RABAT;Updated 14:05".split(
    ";"
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14), st.text(max_size=12))
def test_whatever_is_pasted_is_described_and_none_of_it_is_lost(pieces: list[str], noise: str) -> None:
    text = "".join(pieces) + noise
    if any(char.isalpha() for char in text):
        assert_whole(text, describe(text))


@pytest.mark.parametrize(
    "piece",
    "Aa ;a;A – ;1 ;«;a.\n;- a\n;Date : ;Rabat, le ;facebook x ;Titre : ;A, B & ;Par A;© A;[a]A ;4 mai 2016A".split(
        ";"
    ),
)
def test_no_text_keeps_the_program_busy_for_ever(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "detect", lambda text: Detection("fr", 1.0, ("fr",)))
    # A pattern that tries every way to read such a text would not end within the lifetime of this machine.
    record = describe(piece * (300_000 // len(piece)) + "fin")
    assert "fin" in record.headline + record.lede + record.body + "".join(p.exact for p in record.set_aside)


GERMAN = (
    "Besuch in Rabat\n\nDer König hat am Montag den Botschafter empfangen, wie das Außenministerium mitteilte.\n\n"
    "Die beiden Länder wollen ihre Zusammenarbeit in der Fischerei und der Landwirtschaft weiter ausbauen.\n"
)


def test_a_text_in_a_language_the_archive_does_not_collect_is_told_as_such():
    (warning,) = describe(GERMAN).warnings
    assert "German" in str(warning)
    assert describe(GERMAN, collected=["fr", "de"]).warnings == []
    assert describe(
        "Le roi a reçu l’ambassadeur.\n\n" + "La visite a duré trois jours à Rabat. " * 4, collected=["ru"]
    ).warnings
