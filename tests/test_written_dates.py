"""Claims about dates as texts write them: what is read, what is left alone, where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import EdtfDate
from articles.written_dates import find_anchors, find_dates, read_date


def edtf(text):
    written = read_date(text)
    return str(written.date) if written else None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2016-12", "2016-12"),
        ("2016-12-15", "2016-12-15"),
        ("2016/12/14", "2016-12-14"),
        ("15/12/2016", "2016-12-15"),
        ("15.12.2016", "2016-12-15"),
        ("15-12-2016", "2016-12-15"),
        ("03/04/2016", "2016-04-03"),
        ("12/15/2016", "2016-12-15"),
        ("2016-12-15T10:00:00+01:00", "2016-12-15"),
        ("2016-12-15 10:00:00 UTC", "2016-12-15"),
        ("2016-12-14/2016-12-16", "2016-12-14/2016-12-16"),
        ("2016-12~", "2016-12~"),
        ("2016", "2016"),
        ("2016\nTitre", "2016"),
        ("12/2016", "2016-12"),
        ("15 décembre 2016", "2016-12-15"),
        ("15 DECEMBRE 2016", "2016-12-15"),
        ("15 de\u0301cembre 2016", "2016-12-15"),
        ("1er mars 2016", "2016-03-01"),
        ("mardi 26 avril 2016 à 14h30", "2016-04-26"),
        ("mar. 15 mars 2016", "2016-03-15"),
        ("décembre 2016", "2016-12"),
        ("Déc. 2016", "2016-12"),
        ("vers avril 2016", "2016-04~"),
        ("du 14 au 16 décembre 2016", "2016-12-14/2016-12-16"),
        ("le 14 ou le 15 décembre 2016", "[2016-12-14,2016-12-15]"),
        ("Publié le 15 décembre 2016 à 10h", "2016-12-15"),
        ("December 15, 2016", "2016-12-15"),
        ("15 December 2016", "2016-12-15"),
        ("Dec 15th, 2016", "2016-12-15"),
        ("Mar 15, 2016", "2016-03-15"),
        ("Tue, 15 Dec 2016 10:00:00 +0000", "2016-12-15"),
        ("Thursday 15th of December 2016", "2016-12-15"),
        ("circa 2016", "2016~"),
        ("15 декабря 2016 г.", "2016-12-15"),
        ("9 іюля 1926 г.", "1926-07-09"),
        ("ЧЕТВЕРГЪ, 22 АПРѢЛЯ 1926 года", "1926-04-22"),
        ("Августъ 1926", "1926-08"),
        ("26 апреля 2016 года, 12:30", "2016-04-26"),
        ("декабрь 2016", "2016-12"),
        ("в среду, 14 декабря 2016", "2016-12-14"),
        ("15.12.2016, 14:30", "2016-12-15"),
        ("12:30 14.12.2016 (обновлено: 15:40 14.12.2016)", "2016-12-14"),
        ("15 ديسمبر 2016", "2016-12-15"),
        ("15 كانون الأول 2016", "2016-12-15"),
        ("15 دجنبر 2016", "2016-12-15"),
        ("2 غشت 2016", "2016-08-02"),
        ("5 جويلية 2016", "2016-07-05"),
        ("١٥ ديسمبر ٢٠١٦", "2016-12-15"),
        # Two figures for a year beside a time of day; minutes run into the year.
        ("05.10.22 20:15", "2022-10-05"),
        ("05.10.98, 20:15", "1998-10-05"),
        ("Oct 6, 20224 min read", "2022-10-06"),
        ("6 octobre 202212 min de lecture", "2022-10-06"),
        # One day in two calendars.
        ("9 ربيع الأول 1444 هـ الموافق 5 أكتوبر 2022 م", "2022-10-05"),
        ("الأربعاء 9 ربيع الأول 1444هـ الموافق لـ 5 أكتوبر 2022", "2022-10-05"),
        ("٩ ربيع الأول ١٤٤٤هـ الموافق ٥ أكتوبر ٢٠٢٢م", "2022-10-05"),
        ("5 أكتوبر 2022 الموافق 9 ربيع الأول 1444 هـ", "2022-10-05"),
        ("1444/3/9 هـ - 2022/10/5 م", "2022-10-05"),
        ("الثلاثاء 15 ديسمبر 2016", "2016-12-15"),
        ("ديسمبر/كانون الأول 2016", "2016-12"),
        ("15 ديسمبر (كانون الأول) 2016", "2016-12-15"),
    ],
)
def test_a_header_line_is_read_as_exactly_as_it_is_written(text, date):
    assert edtf(text) == date
    assert edtf(f"\n  {text}") == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31 février 2016",
        "31/02/2016",
        "2016-02-31",
        "2016-13-01",
        "29 février 2015",
        "32 décembre 2016",
        "0 décembre 2016",
        "100 jours",
        "2016 personnes",
        "1789",
        "1.2.2016.4",
        "10.12.2016.1",
        "06-12-2016-45",
        "+33 6 12 34 56 78",
        "12 345 €",
        "15/12/16",
        "2016-17",
        "2016-2017",
        "15 décembre",
        "mardi 26 avril",
        "15/3/1438 هـ",
        "16 ربيع الأول 1438",
        "1395/09/25",
        "may 2000 people",
        "12/2016 du conseil",
        "novembre/décembre 2016",
        "15 décembre 20166",
    ],
)
def test_what_is_no_date_is_left_alone(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Le 4 octobre 1918, un tireur visa le lieutenant",
        "В июле 2017 года совет опубликовал план",
        "Décembre 2016 restera dans les mémoires",
        "Vers avril 2016, tout changea",
    ],
)
def test_the_first_words_of_a_sentence_are_no_header(text):
    assert read_date(text) is None


def test_a_date_before_the_text_ends_where_the_text_begins():
    text = " date 2016-12 Nikolaï Patrouchev est attendu ce 15 décembre au Maroc."
    written = read_date(text)
    assert text[written.start : written.end] == "2016-12"


def test_the_span_covers_weekday_and_time_of_day():
    text = "  mardi 26 avril 2016 à 14h30\nTitre"
    written = read_date(text)
    assert text[written.start : written.end] == "mardi 26 avril 2016 à 14h30"


def test_an_assumed_order_of_day_and_month_is_told():
    assert read_date("03/04/2016").rule == "day_first_assumed"
    assert read_date("15/04/2016").rule == "day_first"
    assert read_date("04/15/2016").rule == "month_first"


@pytest.mark.parametrize("before", ["Tél. ", "Tél. : +212 ", "IP ", "Тел.: ", "هاتف: ", "Fax "])
def test_a_number_of_a_telephone_or_an_address_is_no_day_of_two_figures(before):
    assert find_dates(f"{before}05.10.22 12:30") == []
    assert [str(found.date) for found in find_dates(f"{before}Rabat 05.10.22 12:30")] == ["2022-10-05"]
    assert [str(found.date) for found in find_dates(f"{before}15.12.2016")] == ["2016-12-15"]


def test_full_dates_are_found_with_their_offsets_and_others_are_not():
    text = (
        "Le 15 décembre 2016, puis ce 16 décembre, mardi 26 avril, en juin 2015; 31 février 2016, "
        "115 décembre 2016; on December 17, 2016; 18 декабря 2016 года; saison 2011-12; tél. 06.12.2016.45."
    )
    found = [(text[d.start : d.end], str(d.date)) for d in find_dates(text)]
    assert found == [
        ("15 décembre 2016", "2016-12-15"),
        ("juin 2015", "2015-06"),
        ("December 17, 2016", "2016-12-17"),
        ("18 декабря 2016 года", "2016-12-18"),
    ]


def test_days_without_a_year_are_anchors():
    text = "Ce 15 décembre 2016. Ce 16 décembre, mardi 26 avril, lundi; December 15; во вторник, 13 декабря."
    found = [(a.exact, a.day, a.month, a.weekday) for a in find_anchors(text)]
    assert found == [
        ("16 décembre", 16, 12, None),
        ("mardi 26 avril", 26, 4, 1),
        ("lundi", None, None, 0),
        ("December 15", 15, 12, None),
        ("вторник, 13 декабря", 13, 12, 1),
    ]


def test_impossible_days_and_common_words_are_no_anchors():
    assert find_anchors("31 février, en mars 15 personnes, they may 4 times, the sun, sat down") == []


@given(st.dates(), st.sampled_from(["fr", "en", "ru", "ar"]), st.booleans())
def test_a_day_in_our_own_words_is_read_back(day, language, short):
    if day.year >= 1000 and day.year <= 2100:
        words = EdtfDate.parse(day.isoformat()).format(language, short=short)
        assert edtf(words) == day.isoformat()
        assert [str(d.date) for d in find_dates(f"Texte: {words}, fin.")] == [day.isoformat()]


@given(st.text(alphabet=st.sampled_from("0123456789 -/.:,déc. mars may 2016 г. ديسمبر\n~?[]()"), max_size=60))
def test_reading_any_text_gives_honest_spans(text):
    for written in [read_date(text), *find_dates(text)]:
        if written:
            assert 0 <= written.start < written.end <= len(text)
            assert EdtfDate.parse(written.date.text) == written.date
    for anchor in find_anchors(text):
        assert text[anchor.start : anchor.end] == anchor.exact


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("22 VII 2015", "2015-07-22"),
        ("le 3 XI 2018", "2018-11-03"),
        ("8.iii.2019", "2019-03-08"),
        ("12-ix-2004", "2004-09-12"),
        ("chapitre 3 v 2015", ""),
        ("22 IIX 2015", ""),
        ("31 VI 2015", ""),
        # A product, a part and its year, a row of numbers: one letter is no month without more.
        ("Natation : 4 X 2000 mètres", ""),
        ("Le relais du 3 X 1600 m nage libre", ""),
        ("Il a gagné le 4 X 1800 mètres", ""),
        ("Batterie 9 V 1995", ""),
        ("Acte 2 I 1850", ""),
        ("Henri IV 3 II 1589", ""),
        ("4 X 1500", ""),
        ("5 V 1850", "1850-05-05"),
        ("Mardi 5 V 2015, au port", "2015-05-05"),
        ("Paris, le 5 V 2015.", "2015-05-05"),
        ("Paris, 5 IV 2015", "2015-04-05"),
        ("Paris, 5.V.2015", "2015-05-05"),
    ],
)
def test_roman_months_stand_between_blanks_too_and_in_small_letters_between_marks(
    text: str, date: str
) -> None:
    assert [found.date.text for found in find_dates(text)] == ([date] if date else [])
