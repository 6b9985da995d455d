"""Spans of time as people ask for them: read in four languages, and left alone where they may be something else."""

import pytest

from articles.periods import find_period


def read(text: str) -> tuple[str, str] | None:
    """(EDTF, the words that say it)."""
    found = find_period(text)
    return (found.date.text, text[found.start : found.end]) if found else None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2018-2019", "2018/2019"),
        ("2018–2019", "2018/2019"),
        ("2018/2019", "2018/2019"),
        ("2018..2019", "2018/2019"),
        ("2018 2019", "2018/2019"),  # the dash between blanks is no word of a query
        ("2017 2018 2019", "2017/2019"),
        ("2019 2017 2018 2020", "2017/2020"),
        ("since 2014 before 2016", "2014/2015"),
        ("avant 2016 après 2013", "2014/2015"),
        ("до 1950 года", "../1949"),
        ("up to 1950", "../1950"),
        ("с 2015 г.", "2015/.."),
        ("2018-19", "2018/2019"),
        ("2014-16", "2014/2016"),
        ("1939-45", "1939/1945"),
        ("1914-1918", "1914/1918"),
        ("2014-03/2015-06", "2014-03/2015-06"),
        ("between 2014 and 2016", "2014/2016"),
        ("entre 2014 et 2016", "2014/2016"),
        ("с 2014 по 2016 год", "2014/2016"),
        ("с 2014 г. по 2016 г.", "2014/2016"),
        ("между 2014 и 2016 годами", "2014/2016"),
        ("بين 2014 و2016", "2014/2016"),
        ("بين عامي 2014 و 2016", "2014/2016"),
        ("من 2014 إلى 2016", "2014/2016"),
        ("from March 2014 to June 2015", "2014-03/2015-06"),
        ("de mars 2014 à juin 2015", "2014-03/2015-06"),
        ("d’avril 2014 à juin 2015", "2014-04/2015-06"),
        ("с марта 2014 по июнь 2015 года", "2014-03/2015-06"),
        ("من مارس 2014 إلى يونيو 2015", "2014-03/2015-06"),
        ("from march to june 2015", "2015-03/2015-06"),
        ("entre mars et juin 2015", "2015-03/2015-06"),
        ("from November to February 2016", "2015-11/2016-02"),
        ("du 3 mars au 5 juin 2015", "2015-03-03/2015-06-05"),
        ("depuis 2014 jusqu’à 2016", "2014/2016"),
        ("since March 2014 until June 2015", "2014-03/2015-06"),
        ("منذ 2014 حتى 2016", "2014/2016"),
        ("années 2014-2016", "2014/2016"),
        ("du 14 au 16 décembre 2016", "2016-12-14/2016-12-16"),
        ("14-16 décembre 2016", "2016-12-14/2016-12-16"),
        ("since 2018", "2018/.."),
        ("depuis 2018", "2018/.."),
        ("depuis le 3 mai 2018", "2018-05-03/.."),
        ("à partir d’avril 2016", "2016-04/.."),
        ("с 2018 года", "2018/.."),
        ("начиная с 2018 года", "2018/.."),
        ("منذ 2018", "2018/.."),
        ("منذ عام 2018", "2018/.."),
        ("2018 onwards", "2018/.."),
        ("с 2018 по настоящее время", "2018/.."),
        ("before 2016", "../2015"),
        ("avant 2016", "../2015"),
        ("до 2016", "../2015"),
        ("قبل 2016", "../2015"),
        ("avant mars 2016", "../2016-02"),
        ("before 1 March 2016", "../2016-02-29"),
        ("until 2016", "../2016"),
        ("jusqu’en 2016", "../2016"),
        ("حتى 2016", "../2016"),
        ("after 2019", "2020/.."),
        ("après 2019", "2020/.."),
        ("после 2019", "2020/.."),
        ("بعد 2019", "2020/.."),
        ("after December 2019", "2020-01/.."),
        ("after 28 February 2016", "2016-02-29/.."),
    ],
)
def test_a_span_of_time_is_read_in_every_language_with_the_words_around_it(text, date):
    assert read(text) == (date, text)
    assert read(f"Brexit {text}") == (date, text)


@pytest.mark.parametrize(
    "text",
    [
        "2016",
        "en 2016",
        "from 2018",
        "juin 2017",
        "2016-12",
        "2011-12",  # a month, as everywhere
        "2016-13",
        "2016-41",
        "2019-2018",
        "2014 and 2016",
        "до 2000 человек",
        "до 1950 человек",
        "up to 1650 people",
        "jusqu’à 1950 personnes",
        "1800-2000 migrants",
        "экспорт по сравнению с 2015 годом",
        "по сравнению с 2015 г.",
        "экспорт вырос с 2015 годом",
        "отчёт по 2016 году",
        "between 1900 and 2000 people",
        "Boeing 737 2018",
        "du 31 février au 5 mars 2017",
        "A2018-2019",
        "2018-2019-2020",
        "march to victory",
    ],
)
def test_what_is_one_date_or_perhaps_a_number_is_no_span(text):
    assert read(text) is None
