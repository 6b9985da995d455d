"""Arabic words in another number than typed, by their patterns, and typed without the hamza of their first letter."""

import pytest

from articles.models import SearchEntry
from articles.search.arabic_patterns import by_pattern, of_two
from articles.search.query import read_query
from tests import factories

pytestmark = pytest.mark.django_db


def finds(typed: str, language: str) -> set[int]:
    """The texts found by these words, taken as words."""
    query = read_query(typed, as_words=[typed]).tsquery
    return {entry.article_id for entry in SearchEntry.objects.matching(query).in_languages([language])}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("أبراج", "برج برجين أبراج"),
        ("برج", "برجين"),
        ("برجين", "برج أبراج"),
        ("حدائق", "حديقتين حديقة"),
        ("حرباء", "حرباوين"),
        ("حرباوين", "حرباء"),
        ("سدود", "السد"),
        ("خندق", "خنادق"),
        ("فنجان", "فناجين"),
        ("بستان", "بساتين"),
        ("بلابل", "بلبل"),
        ("تفاسير", "تفسير"),
        ("دهليز", "دهاليز"),
        ("قفاز", "قفافيز"),
        ("قفافيز", "قفاز"),
        ("ضفيرة", "الضفائر"),
        ("عروسة", "عرائس"),
        ("إبريق", "أباريق"),
        ("أباريق", "إبريق"),
        ("أنبوب", "الأنابيب"),
        ("كرات", "كرة"),
        ("إيران", "وإيران"),
        ("أفران", "وأفران"),
        ("اكواب قديمة", "أكواب وأكواب"),
        ("الغام قديمة", "ألغام"),
        ('"الغام قديمة"', "ألغام وألغام"),
    ],
)
def test_a_word_is_found_in_another_number_and_without_its_hamza(typed, written):
    texts = {factories.ArticleFactory(language="ar", body=f"{word} قديمة.").pk for word in written.split()}
    assert finds(typed, "ar") >= texts


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("تمر", "تمرين"),
        ("مقتل", "مقاتل"),
        ("بحر", "بحرين"),
        ("عمر", "عمران"),
        ("عشر", "عشرين"),
        ("السنة", "ألسنة"),
        ("الغاز", "ألغاز"),
    ],
)
def test_what_is_another_word_is_no_number_of_it(typed, other):
    factories.ArticleFactory(language="ar", body=f"{other}.")
    assert finds(typed, "ar") == set()


@pytest.mark.parametrize("word", "مقاتل تعاون يحاور نحارب عشرين قال وقالت بحث".split())
def test_a_verb_a_participle_and_a_number_are_on_no_pattern_of_a_plural(word):
    assert not list(by_pattern(word))
    assert not list(of_two(word))
