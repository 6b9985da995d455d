"""A dateline of place and day dates its text, whatever closes it, unless the text may only tell of that day."""

import pytest

from articles.ingest.describe import describe
from articles.ingest.describe.dateline import read_dateline
from articles.ingest.describe.headline import supply_headline
from tests.test_describe import AR, EN, FR, HFR, P1, P2, P3, RU, assert_whole, date_of

TEXTS = {"fr": FR, "en": EN, "ru": RU, "ar": AR}

DATELINES = [
    ("fr", "Casablanca, 14 septembre 2019. ", "2019-09-14"),
    ("fr", "CASABLANCA, samedi 14 septembre 2019. ", "2019-09-14"),
    ("fr", "Rabat, le 1er mai 2018. ", "2018-05-01"),
    ("fr", "Rabat, 03/05/2018. ", "2018-05-03"),
    ("fr", "Rabat, 3 mai 2018 : ", "2018-05-03"),
    ("fr", "Le Caire, 3 mai 2018. ", "2018-05-03"),
    ("fr", "Rabat, Maroc, 3 mai 2018. ", "2018-05-03"),
    ("fr", "Rio de Janeiro, 3 sept. 2018. ", "2018-09-03"),
    ("fr", "Yaoundé/N'Djamena, 3 mai 2018 – ", "2018-05-03"),
    ("fr", "YAOUNDÉ/N’DJAMENA, 3 mai 2018. ", "2018-05-03"),
    ("fr", "Alger/Tunis/Rabat, 3 mai 2018. ", "2018-05-03"),
    ("fr", "Niamey (29 août 2023) – ", "2023-08-29"),
    ("fr", "La Haye (29 août 2023). ", "2023-08-29"),
    ("en", "MOSCOW, Nov 23, 2018. ", "2018-11-23"),
    ("en", "MOSCOW, Nov. 23, 2018. ", "2018-11-23"),
    ("en", "AUSTIN, Texas, Nov 23, 2018. ", "2018-11-23"),
    ("en", "London, on May 3, 2018. ", "2018-05-03"),
    ("en", "St. Petersburg, 23 November 2018. ", "2018-11-23"),
    ("en", "New York (May 3, 2018): ", "2018-05-03"),
    ("en", "NIZHNY NOVGOROD (May 3, 2018): ", "2018-05-03"),
    ("ru", "РИГА, 5 июля 2017. ", "2017-07-05"),
    ("ru", "Москва, 13 марта 2016 г. ", "2016-03-13"),
    ("ru", "Санкт-Петербург, 13 марта 2016 года. ", "2016-03-13"),
    ("ru", "Касабланка, Марокко, 3 мая 2018 г. ", "2018-05-03"),
    ("ru", "Ростов-на-Дону (13 марта 2016 г.): ", "2016-03-13"),
    ("ru", "МОСКВА/КИЕВ, 13 мар. 2016. ", "2016-03-13"),
    ("ar", "بيروت، 12 مارس 2020. ", "2020-03-12"),
    ("ar", "بيروت, 12 مارس 2020: ", "2020-03-12"),
    ("ar", "بيروت، 12 آذار/مارس 2020. ", "2020-03-12"),
    ("ar", "بيروت، 12 كانون الثاني 2020. ", "2020-01-12"),
    ("ar", "الجزائر، 12 جانفي 2020. ", "2020-01-12"),
    ("ar", "الدار البيضاء، 12 شتنبر 2020. ", "2020-09-12"),
    ("ar", "الدار البيضاء، المغرب، 12 غشت 2020. ", "2020-08-12"),
    ("ar", "الرباط، في 12 مارس 2020. ", "2020-03-12"),
    ("ar", "بيروت/دمشق، الخميس 12 مارس 2020. ", "2020-03-12"),
    ("ar", "نواكشوط (8 نوفمبر 2014): ", "2014-11-08"),
    ("ar", "الدار البيضاء (٨ نوفمبر ٢٠١٤) - ", "2014-11-08"),
    # A town that is not known, and its country or region.
    ("fr", "Dori (Burkina Faso), 2 août 2016. ", "2016-08-02"),
    ("fr", "Guéret (Creuse), 2 août 2016. ", "2016-08-02"),
    ("fr", "Kaya, Côte d’Ivoire, 2 août 2016. ", "2016-08-02"),
    ("en", "GILGIT, Pakistan, 7 September 2022. ", "2022-09-07"),
    ("ru", "Цукуба (Япония), 10 июля 2022. ", "2022-07-10"),
    ("ru", "Чапаевск (Самарская обл.), 10 июля 2022 г. ", "2022-07-10"),
    ("ar", "سبليت (كرواتيا) - 2 يوليو 2017: ", "2017-07-02"),
    # An unknown one that is called as places are, and not named again.
    ("fr", "Al Thumama, le 2 août 2016. ", "2016-08-02"),
    ("fr", "Oued Zem, le 2 août 2016. ", "2016-08-02"),
    # A rubric in capitals vouches for a place of one word; one in small letters for nothing.
    ("fr", "LUTTE – Naltchik, 27 janvier 2019. ", "2019-01-27"),
    ("fr", "Football - Paris, 27 janvier 2019 - ", "2019-01-27"),
    ("ru", "БОРЬБА – Нальчик, 27 янв 2019. ", "2019-01-27"),
    # Months cut short, with the stop or without it.
    ("fr", "Rabat, 18 fév 2020 - ", "2020-02-18"),
    ("fr", "Rabat, 18 fév. 2020. ", "2020-02-18"),
    ("fr", "Rabat, 18 aoû 2020. ", "2020-08-18"),
    ("en", "London, 8 Sept. 2020. ", "2020-09-08"),
    ("ru", "Москва, 8 нояб 2020 - ", "2020-11-08"),
    ("ar", "بغداد، 12 تشرين أول 2020. ", "2020-10-12"),
]

# An agency in strokes or known by name; nothing else closes the dateline.
SIGNED = [
    ("ru", "ЕРЕВАН, 10 ноября 2020. /Интерфакс/ ", "2020-11-10", "Интерфакс"),
    ("ru", "ЕРЕВАН, 10 ноября 2020 г. /Интерфакс/. ", "2020-11-10", "Интерфакс"),
    ("ru", "НАЛЬЧИК, 27 января 2019 года. /Спорт-экспресс/ ", "2019-01-27", "Спорт-экспресс"),
    ("ru", "ЕРЕВАН, 10 ноября. /Интерфакс/ ", None, "Интерфакс"),
    ("ru", "МОСКВА (Интерфакс), 3 марта 2014 года. ", "2014-03-03", "Интерфакс"),
    ("fr", "Ouagadougou, 18 fév 2020 (AFP) - ", "2020-02-18", "AFP"),
    ("fr", "Ouagadougou, 18 fév. (AFP) - ", None, "AFP"),
    ("fr", "PARIS (AFP), 3 mars 2014 – ", "2014-03-03", "AFP"),
    ("fr", "PARIS (AFP) 3 mars 2014. ", "2014-03-03", "AFP"),
    ("en", "PARIS (Reuters) March 3, 2014 - ", "2014-03-03", "Reuters"),
    ("en", "(CNN) Nov. 1 -- ", None, "CNN"),
    ("ar", "واغادوغو (أ ف ب) 20 فبراير 2020 - ", "2020-02-20", "أ ف ب"),
    ("ar", "واغادوغو (رويترز)، 20 فبراير 2020: ", "2020-02-20", "رويترز"),
]


@pytest.mark.parametrize(("language", "dateline", "date", "source"), SIGNED)
def test_an_agency_before_or_behind_the_day_closes_the_dateline(
    language: str, dateline: str, date: str | None, source: str
) -> None:
    text = dateline + TEXTS[language]
    record = describe(text)
    assert_whole(text, record)
    assert (str(record.date) if record.date else None, record.source) == (date, source)
    assert TEXTS[language].startswith(record.headline.rstrip("…"))


@pytest.mark.parametrize(("language", "dateline", "date"), DATELINES)
def test_a_dateline_gives_the_date_and_stays_in_the_text_while_the_headline_leaves_it_out(
    language: str, dateline: str, date: str
) -> None:
    text = dateline + TEXTS[language]
    record = describe(text)
    assert_whole(text, record)
    assert (date_of(record), record.source) == (date, "")
    assert f"{record.lede}\n\n{record.body}" == text
    assert record.headline_supplied
    assert TEXTS[language].startswith(record.headline.rstrip("…"))
    assert date_of(describe(f"{HFR}\n\n{text}")) == date


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        # The day of an event, of a birth, of a sentence.
        ("fr", "Accord de Paris (12 décembre 2015) : "),
        ("fr", "Traité de Fès (30 mars 1982) – "),
        ("fr", "Kylian Mbappé (20 décembre 1998) : "),
        ("fr", "À Paris, 3 mai 2018. "),
        ("fr", "Hier, 3 mai 2018. "),
        ("fr", "Mardi, 3 mai 2018. "),
        ("fr", "Né le 3 mai 1988. "),
        ("fr", "Date limite : 3 mai 2018. "),
        # A person, an act, a paper, an event; a rubric before the place.
        ("fr", "Napoléon Bonaparte, 3 mai 2018. "),
        ("fr", "Décret, 3 mai 2018. "),
        ("fr", "DÉCRET, 3 mai 2018. "),
        ("fr", "JORF, 3 mai 2018. "),
        ("fr", "UNESCO, 3 mai 2018. "),
        ("fr", "Charlie Hebdo, 3 mai 2018. "),
        ("fr", "Bataclan, Paris, 3 mai 2018. "),
        ("fr", "Internet, 3 mai 2018. "),
        ("fr", "Ellipse. Paris, 3 mai 2018. "),
        ("fr", "Bataclan (13 novembre 2015). "),
        ("fr", "BATACLAN (13 novembre 2015). "),
        ("fr", "Attentat (13 novembre 2015). "),
        ("fr", "Directive (3 mai 2018). "),
        ("fr", "Macron (3 mai 2018) : "),
        ("fr", "Macron (LREM), 3 mai 2018. "),
        ("fr", "Traité (Paris), 3 mai 2018. "),
        ("fr", "Ministre (France), 3 mai 2018. "),
        ("fr", "Le Décret (France), 3 mai 2018. "),
        ("fr", "Football – Kylian, 3 mai 2018. "),
        ("en", "Grenfell (14 June 2017). "),
        ("en", "Brexit, 23 June 2016. "),
        ("ru", "Указ, 13 марта 2018 г. "),
        ("ru", "Путин (13 марта 2018 г.): "),
        ("ar", "بيان، 12 مارس 2018. "),
        ("ar", "ترامب (12 مارس 2018): "),
        ("fr", "Al Thumama, 3 mai 2018. "),
        ("fr", "Le Pen, le 3 mai 2018. Marine Le Pen a parlé. "),
        ("fr", "Benjamin Stora, le 3 mai 2018. "),
        ("fr", "Paris, mai 2018. "),
        ("fr", "Paris, 3 mai. "),
        ("en", "In London, May 3, 2018. "),
        ("ru", "В Москве, 13 марта 2016 г. "),
        ("ru", "Родился 13 марта 1988 г. "),
        ("ar", "ولد في 12 مارس 1988. "),
        ("ar", "الثلاثاء، 12 مارس 2020. "),
        ("ar", "زلزال الحوز (8 سبتمبر 2023): "),
        ("ar", "قال المتحدث باسم الوزارة، 12 مارس 2020. "),
    ],
)
def test_what_only_resembles_a_dateline_gives_no_date(language: str, opening: str) -> None:
    text = opening + TEXTS[language]
    record = describe(text)
    assert_whole(text, record)
    assert (record.date, record.source) == (None, "")
    assert f"{record.lede}\n\n{record.body}" == text


@pytest.mark.parametrize(
    "opening",
    ["Bataclan (13 novembre 2015). ", "Napoléon Bonaparte, 3 mai 2018. ", "Ellipse. Paris, 3 mai 2018. "],
)
def test_a_day_that_is_no_dateline_is_not_the_headline_alone_and_is_offered(opening: str) -> None:
    record = describe(opening + FR)
    assert record.headline.startswith(f"{opening}Le ministre")
    assert record.date_proposals[0].exact in opening


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("Paris, 14 juillet 1789. La foule s'empare de la Bastille et ses pierres sont dispersées.", P2),
        ("Berlin, 9 novembre 1989. La foule franchit le mur.", "En 2014, la ville se souvient."),
        ("Berlin, 9 novembre 1989. La foule franchit le mur.", "La ville fut réunie le 3 octobre 1995."),
        ("Berlin, 9 novembre 1989. La foule est là. Ce soir-là, rien n'annonçait la suite.", P2),
        ("Berlin, 9 novembre 1989. La foule franchit le mur.", "Dix ans plus tard, la ville se souvient."),
        (
            "Berlin, 9 novembre 1989. La foule franchit le mur.",
            "Des décennies plus tard, la ville se souvient.",
        ),
        ("Le Caire, 3 mai 2018. La foule est là.", "Tunis, 4 mai 2018. La foule est là aussi."),
    ],
)
def test_a_story_that_opens_with_the_day_it_tells_of_is_not_dated_by_it_but_offers_it(
    opening: str, rest: str
) -> None:
    text = f"{opening}\n\n{P1}\n\n{rest}"
    record = describe(text)
    assert_whole(text, record)
    assert record.date is None
    assert record.date_proposals[0].rule == "running_text"
    assert opening.startswith(record.headline.rstrip("…"))
    assert "La foule" in record.headline


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en", "Berlin, 9 November 1989. That night nobody slept. "),
        ("en", "Berlin, 9 November 1989. Thirty years later the city remembers. "),
        ("ru", "Берлин, 9 ноября 1989 г. В тот вечер толпа собралась у стены. "),
        ("ru", "Берлин, 9 ноября 1989 г. Толпа у стены. Тридцать лет спустя город помнит. "),
        ("ar", "برلين، 9 نوفمبر 1989. في تلك الليلة سقط الجدار. "),
        ("ar", "برلين، 9 نوفمبر 1989. سقط الجدار. بعد ثلاثين عاما من ذلك تتذكر المدينة. "),
    ],
)
def test_a_story_is_told_by_its_words_in_every_language(language: str, opening: str) -> None:
    assert describe(opening + TEXTS[language]).date is None


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("fr", "Beslan, 1er septembre 2004. Des hommes entrent. Vingt ans ont passé. "),
        ("fr", "Paris, 13 novembre 2015. La nuit tombe. Il y a dix ans, la France vacillait. "),
        ("fr", "Paris, 13 novembre 2015. Les attentats perpétrés il y a 10 ans sont commémorés. "),
        ("fr", "Tchernobyl, 26 avril 1986. Le réacteur explose. Quarante ans se sont écoulés. "),
        ("fr", "Tchernobyl, 26 avril 1986. Le réacteur explose. Trois décennies ont passé. "),
        ("fr", "Berlin, 9 novembre 1989. Voilà trente-cinq ans que le mur est tombé. "),
        ("en", "Dallas, 22 November 1963. Sixty years ago this week, shots rang out. "),
        ("en", "DALLAS, 22 November 1963. Shots rang out. Sixty years have passed. "),
        ("en", "Fukushima, 11 March 2011. The sea rose. A decade ago nobody was ready. "),
        ("ru", "Беслан, 1 сентября 2004 г. Двадцать лет назад дети шли в школу. "),
        ("ru", "Беслан, 1 сентября 2004 г. Дети шли в школу. С тех пор прошло 20 лет. "),
        ("ar", "فوكوشيما، 11 مارس 2011. اهتزت الأرض. قبل عشر سنوات وقعت الكارثة. "),
        ("ar", "فوكوشيما، 11 مارس 2011. مرت عشر سنوات على الكارثة. "),
    ],
)
def test_a_story_that_counts_the_years_since_is_not_dated_by_its_day(language: str, opening: str) -> None:
    record = describe(opening + TEXTS[language])
    assert record.date is None
    assert record.date_proposals[0].rule == "running_text"


@pytest.mark.parametrize(
    "recalled",
    [
        "Il y a deux ans, il avait signé un accord.",
        # Before the day of the text: no one writes it from 2058.
        "Il y a quarante ans, la ville n'avait pas de port.",
        "La société, fondée par son père il y a six ans, emploie vingt personnes.",
    ],
)
def test_a_dispatch_may_recall_other_years(recalled: str) -> None:
    text = f"Rabat, 3 mai 2018. {P1}\n\n{P2}\n\n{P3}\n\n{recalled}"
    assert date_of(describe(text)) == "2018-05-03"


def test_an_unknown_place_is_vouched_for_by_the_weekday_that_the_text_names() -> None:
    # The third of May 2018 was a Thursday.
    for weekday, date in [("jeudi", "2018-05-03"), ("lundi", None), ("jeudi 10", None)]:
        record = describe(f"Trifouilly, 3 mai 2018. Le maire a reçu {weekday} les élus de la région.\n\n{FR}")
        assert (str(record.date) if record.date else None) == date
    for story in ("Trifouilly, 3 mai 2018. Ce jeudi matin", "Décret, 3 mai 2018. Jeudi matin"):
        assert describe(f"{story}, deux hommes entrent à la mairie.\n\n{FR}").date is None


def test_an_arabic_spelling_of_a_foreign_place_may_have_other_long_vowels() -> None:
    for place in ("سان بطرسبرغ", "سان بطرسبورغ", "نوفوسيبرسك"):
        assert date_of(describe(f"{place}، 12 مارس 2020. {AR}")) == "2020-03-12"


def test_a_dispatch_may_look_ahead_and_be_signed_a_day_later() -> None:
    middle = "\n\n".join([P2, P3] * 4)
    text = f"Rabat, 3 mai 2012. {P1}\n\nLe plan court jusqu'en 2020, puis 2026.\n\n{middle}\n\nRabat, le 4 mai 2012"
    assert date_of(describe(text)) == "2012-05-03"


def test_a_dateline_with_an_agency_or_a_dash_needs_no_more_proof() -> None:
    for dateline in ("Paris, 25 août 1944 (AFP) – ", "Paris, 25 août 1944 – "):
        assert date_of(describe(f"{dateline}{FR}\n\nC'était avant le 3 mai 2018.")) == "1944-08-25"


def test_an_agency_that_the_first_sentence_begins_with_is_not_the_source() -> None:
    record = describe(f"Moscow, May 3, 2018. TASS writes that nothing was decided. {EN}")
    assert (date_of(record), record.source, record.headline[:11]) == ("2018-05-03", "", "TASS writes")


def test_a_day_in_brackets_is_no_source() -> None:
    record = describe(f"Rabat (3 mai) – {FR}")
    assert (record.source, record.date, len(record.warnings)) == ("", None, 1)
    assert describe(f"Rabat (20 Minutes) – {FR}").source == "20 Minutes"


def test_a_second_place_is_not_taken_for_the_agency_nor_the_agency_for_a_place() -> None:
    for opening, source in [("MOSCOW/LONDON, Nov 23 (Reuters) - ", "Reuters"), ("MOSCOW /TASS/. ", "TASS")]:
        dateline = read_dateline(opening + EN)
        assert dateline is not None
        assert (dateline.length, dateline.source) == (len(opening), source)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Football. Nice a recruté un milieu. Il a vingt ans.", "Football. Nice a recruté un milieu"),
        ("Hockey sur glace. Riga a gagné.", "Hockey sur glace. Riga a gagné"),
        (
            "Casablanca, 14 septembre 2019. La cour a tranché.",
            "Casablanca, 14 septembre 2019. La cour a tranché",
        ),
        ("الرباط في 23 يوليوز 2022. حذرت المديرة.", "الرباط في 23 يوليوز 2022. حذرت المديرة"),
        ("Футбол. Рига. Команда победила в матче.", "Футбол. Рига. Команда победила в матче"),
        ("Le roi est arrivé. Il parle.", "Le roi est arrivé"),
        ("Football.", "Football"),
    ],
)
def test_no_headline_is_supplied_of_a_rubric_or_a_dateline_alone(text: str, headline: str) -> None:
    assert supply_headline(text) == headline


def test_a_rubric_or_a_dateline_that_fills_its_paragraph_is_joined_by_the_next() -> None:
    assert describe(f"Football.\n\n{FR}").headline.startswith("Football. Le ministre")
    assert describe(f"Rabat, 3 mai 2018 –\n\n{FR}").headline.startswith("Le ministre")
    record = describe(f"Moscou, 8 janvier 2013. Hockey sur glace. {FR}")
    assert (date_of(record), record.headline[:28]) == ("2013-01-08", "Hockey sur glace. Le ministr")


def test_a_place_and_its_day_in_brackets_open_a_dispatch() -> None:
    assert date_of(describe(f"{HFR}\n\n(Genève, 3 mai 2018) {P1}\n\n{P2}")) == "2018-05-03"
    assert date_of(describe(f"{HFR}\n\n[OSLO, le 3 mai 2018] – {P1}\n\n{P2}")) == "2018-05-03"


@pytest.mark.parametrize(
    "opens",
    [
        "(Kofi Annan, 3 mai 2018) {}",
        "(Attentat, 3 mai 2018) {}",
        "(Genève, 3 mai 1948) {}",
        "(Genève, 3 mai 2018) rappelle que {}",
        "(Genève, mai 2018) {}",
        "(Genève, 3 mai 2008) {} Dix ans plus tard, la ville se souvient.",
    ],
)
def test_who_or_what_stands_in_brackets_with_a_day_opens_none(opens: str) -> None:
    assert date_of(describe(f"{HFR}\n\n{opens.format(P1)}\n\n{P2}")) == ""


def test_a_dateline_may_stand_below_a_second_headline() -> None:
    second = "La pêche et le commerce au menu des ministres à Rabat"
    assert date_of(describe(f"{HFR}\n{second}\n3 mai 2018. {P1}\n\n{P2}")) == "2018-05-03"
    assert date_of(describe(f"{HFR}\n{second}.\n3 mai 2018. {P1}\n\n{P2}")) == ""


def test_years_after_something_else_in_a_sentence_that_names_its_weekday_recall_no_day() -> None:
    lede = "The first child cried. The country on Monday began to vaccinate, two years after a trial in the north."
    for day, date in (("22 January 2018", "2018-01-22"), ("23 January 2018", "")):
        assert date_of(describe(f"The jabs begin\n{day} - Oslo\n\n{lede}\n\n{P2}")) == date


def test_the_acronym_of_an_agency_signs_the_year_of_its_dateline() -> None:
    text = "The line opens\n\nOSLO, 3 May (Fjord News Agency) - The engineer rode in the cab and closed her eyes.\n\n"
    text += "Four thousand families await compensation, and nobody has asked them where they live now.\n\n"
    assert date_of(describe(f"{text}(c) FNA 2018")) == "2018-05-03"
    assert date_of(describe(f"{text}(c) BBC 2018")) == ""
