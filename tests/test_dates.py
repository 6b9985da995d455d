"""Claims about EDTF dates: reading, bounds, words, storage."""

import pickle
import re
from datetime import date

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import EDTF_PATTERN, EdtfDate, EdtfError, EdtfField, EdtfFormField

if not settings.configured:
    settings.configure(USE_I18N=False)

years = st.integers(1, 9999).map("{:04}".format)
months = st.builds("{}-{:02}".format, years, st.integers(1, 12))
days = st.dates().map(date.isoformat)
qualifiers = st.sampled_from(["", "~", "?", "%"])
points = st.builds("{}{}".format, st.one_of(years, months, days), qualifiers)
expressions = st.one_of(
    points,
    points.map("../{}".format),
    points.map("{}/..".format),
    st.builds("{}/{}".format, points, points),
    st.builds("[{},{}]".format, days, days),
)


def read_or_none(text):
    try:
        return EdtfDate.parse(text)
    except EdtfError:
        return None


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31), "year"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month"),
        ("2016-12-15", date(2016, 12, 15), date(2016, 12, 15), "day"),
        ("2016-12~", date(2016, 12, 1), date(2016, 12, 31), "month"),
        ("../2016-12", None, date(2016, 12, 31), "interval"),
        ("2016-12/..", date(2016, 12, 1), None, "interval"),
        ("2016/2016-03", date(2016, 1, 1), date(2016, 3, 31), "interval"),
        ("[2016-12-14,2016-12-15]", date(2016, 12, 14), date(2016, 12, 15), "choice"),
        ("0001", date(1, 1, 1), date(1, 12, 31), "year"),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month"),
    ],
)
def test_a_date_has_the_bounds_of_what_is_written(text, earliest, latest, precision):
    read = EdtfDate.parse(text)
    assert (read.earliest, read.latest, read.precision, str(read)) == (earliest, latest, precision, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("hier", "form"),
        ("2016?-12", "form"),
        ("15/12/2016", "form"),
        ("2016-1", "form"),
        ("٢٠١٦", "form"),
        ("2016/2017/2018", "form"),
        ("/2016", "form"),
        ("0000", "year"),
        ("2016-13", "month"),
        ("2016-00", "month"),
        ("2016-02-31", "day"),
        ("1699-02-29", "day"),
        ("2016-12-00", "day"),
        ("2016-12/2016-11", "order"),
        ("../..", "open"),
        ("[2016,2017]", "choice"),
        ("[2016-12-15,2016-12-15]", "choice"),
        ("[2016-12-15", "choice"),
        ("[", "choice"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text, code):
    with pytest.raises(EdtfError) as refused:
        EdtfDate.parse(text)
    assert refused.value.code == code
    assert str(refused.value)
    assert pickle.loads(pickle.dumps(refused.value)).code == code


def test_a_missing_day_is_named():
    with pytest.raises(EdtfError, match="31"):
        EdtfDate.parse("2016-02-31")


def test_blanks_are_forgiven_and_a_choice_is_put_in_order():
    assert EdtfDate.parse(" [2016-12-15, 2016-12-14] ").text == "[2016-12-14,2016-12-15]"
    assert EdtfDate.parse("2016 / 2017").text == "2016/2017"


@given(expressions)
def test_reading_the_canonical_text_again_gives_the_same_date(text):
    if read := read_or_none(text):
        assert EdtfDate.parse(str(read)) == read
        assert hash(EdtfDate.parse(read.text)) == hash(read)
        assert pickle.loads(pickle.dumps(read)) == read


@given(expressions)
def test_the_first_day_is_never_after_the_last(text):
    read = read_or_none(text)
    if read and read.earliest and read.latest:
        assert read.earliest <= read.latest


@given(st.one_of(st.text(), st.text("0123456789-/.,[]~?% ", max_size=30)))
def test_reading_any_text_raises_nothing_but_edtf_error(text):
    read = read_or_none(text)
    assert read is None or re.fullmatch(EDTF_PATTERN, read.text)


@given(expressions, st.sampled_from(["fr", "en", "ru", "ar", "de", "fr-ma"]), st.booleans())
def test_every_date_can_be_said_in_every_language(text, language, short):
    if read := read_or_none(text):
        words = read.format(language, short=short)
        assert words.strip() == words
        assert "{" not in words
        assert str(int(re.search(r"\d{4}", text)[0])) in words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("2016-12-15", "fr", "15 décembre 2016"),
        ("2016-03-01", "fr", "1er mars 2016"),
        ("2016-12", "fr", "décembre 2016"),
        ("2016-04~", "fr", "vers avril 2016"),
        ("2016-04-15~", "fr", "vers le 15 avril 2016"),
        ("2016-04?", "fr", "avril 2016\u00a0?"),
        ("../2016-12-15", "fr", "au plus tard le 15 décembre 2016"),
        ("2016/..", "fr", "au plus tôt en 2016"),
        ("2016-12-14/2016-12-16", "fr", "du 14 au 16 décembre 2016"),
        ("2016-04/2016-06", "fr", "d’avril à juin 2016"),
        ("2015-12-30/2016-01-02", "fr", "du 30 décembre 2015 au 2 janvier 2016"),
        ("[2016-12-14,2016-12-15]", "fr", "le 14 ou le 15 décembre 2016"),
        ("2016-12-15", "en", "15 December 2016"),
        ("2016-12-14/2016-12-16", "en", "from 14 to 16 December 2016"),
        ("2016-12-15", "ru", "15 декабря 2016\u00a0г."),
        ("2016-12", "ru", "декабрь 2016\u00a0г."),
        ("2016-12~", "ru", "около декабря 2016\u00a0г."),
        ("2016", "ru", "2016\u00a0г."),
        ("2016-12?", "ru", "декабрь 2016\u00a0г.\u00a0(?)"),
        ("../2016", "ru", "не позднее 2016\u00a0г."),
        ("2016-12-14/2016-12-16", "ru", "с 14 по 16 декабря 2016\u00a0г."),
        ("2016-04/2016-06", "ru", "с апреля по июнь 2016\u00a0г."),
        ("[2016-12-14,2016-12-15]", "ru", "14 или 15 декабря 2016\u00a0г."),
        ("2016/2018", "ru", "2016–2018\u00a0гг."),
        ("2016-12-15", "ar", "15 ديسمبر 2016"),
        ("2016-12?", "ar", "ديسمبر 2016؟"),
        ("2016-12-15", "de", "15 December 2016"),
    ],
)
def test_a_date_is_said_as_its_reader_writes_it(text, language, words):
    assert EdtfDate.parse(text).format(language) == words


def test_short_dates_abbreviate_the_month():
    assert EdtfDate.parse("2016-04-26").format("fr", short=True) == "26 avr. 2016"
    assert EdtfDate.parse("2016-05-26").format("ru", short=True) == "26 мая 2016\u00a0г."


def test_dates_sort_by_what_they_may_mean():
    texts = ["2016-12-15", "2016", "../2015", "2016-12", "2017/.."]
    assert [str(d) for d in sorted(map(EdtfDate.parse, texts))] == [
        "../2015",
        "2016",
        "2016-12",
        "2016-12-15",
        "2017/..",
    ]


def test_a_month_is_possibly_but_not_certainly_a_day_of_it():
    month, day = EdtfDate.parse("2016-12"), date(2016, 12, 15)
    assert month.possibly_within(day, day)
    assert not month.certainly_within(day, day)
    assert month.certainly_within(date(2016, 1, 1), date(2016, 12, 31))
    assert not month.possibly_within(date(2017, 1, 1), None)


def test_a_doubtful_date_is_never_certain():
    assert not EdtfDate.parse("2016-12?").certainly_within(date(2016, 1, 1), date(2016, 12, 31))
    assert not EdtfDate.parse("2016-12/..").certainly_within(None, date(2020, 1, 1))


def test_qualifiers_are_told_apart():
    marks = {
        q: (EdtfDate.parse(f"2016{q}").is_approximate, EdtfDate.parse(f"2016{q}").is_uncertain)
        for q in ("", "~", "?", "%")
    }
    assert marks == {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}


def test_the_field_stores_the_canonical_text_and_gives_a_date_back():
    field = EdtfField(null=True, blank=True)
    assert field.get_prep_value(EdtfDate.parse("2016-12")) == "2016-12"
    assert field.get_prep_value(" 2016-12 ") == "2016-12"
    assert field.get_prep_value("") is None
    assert field.from_db_value("2016-12", None, None) == EdtfDate.parse("2016-12")
    assert field.from_db_value(None, None, None) is None
    assert field.clean(EdtfDate.parse("2016-12"), None) == field.to_python("2016-12")


def test_the_field_refuses_a_bad_date_as_a_validation_error():
    with pytest.raises(ValidationError) as refused:
        EdtfField().clean("2016-02-31", None)
    assert refused.value.code == "day"
    assert "31" in refused.value.messages[0]


def test_the_field_deconstructs_to_its_own_arguments():
    _name, path, args, kwargs = EdtfField(null=True).deconstruct()
    assert (path, args, kwargs) == ("articles.dates.EdtfField", [], {"null": True})


def test_the_form_field_reads_shows_and_compares_dates():
    form_field = EdtfField(null=True, blank=True).formfield()
    assert isinstance(form_field, EdtfFormField)
    read = EdtfDate.parse("2016-12~")
    assert form_field.clean("2016-12~") == read
    assert form_field.clean("") is None
    assert form_field.prepare_value(read) == "2016-12~"
    assert not form_field.has_changed(read, "2016-12~")
    assert form_field.has_changed(read, "2016-12")
    with pytest.raises(ValidationError):
        form_field.clean("2016-13")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "30 février 2019"),
        ("en", "30 February 2019"),
        ("ru", "30 февраля 2019"),
        ("ar", "30 فبراير 2019"),
        ("de", "30 February 2019"),
    ],
)
def test_a_day_that_no_calendar_has_is_told_as_the_language_writes_it(language, words):
    with pytest.raises(EdtfError) as told:
        EdtfDate.parse("2019-02-30")
    with override(language):
        assert words in str(told.value)
        assert words in str(pickle.loads(pickle.dumps(told.value)))
