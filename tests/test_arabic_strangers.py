"""Arabic names that are no word of the language: found behind what leads to a person, and in whole."""

import pytest

from articles.candidates import find_candidates
from articles.candidates.arabic_stems import may_be_arabic
from articles.names import fold


def names(text: str) -> list[str]:
    return [
        one.text for one in find_candidates({"body": text}, "ar", recognise=False) if one.kind == "person"
    ]


@pytest.mark.parametrize(
    "word", "مدارس يكتبون والمستشفيات استقبلوا صواريخ تنظيم مهرجان مسؤولون أسبوع".split()
)
def test_a_stem_on_a_pattern_of_the_language_may_be_arabic(word):
    assert may_be_arabic(fold(word))


@pytest.mark.parametrize("word", "غبرتسكل لوركتيبانيدزه ميلوشكوفيتش هوفسنبيان بيركينهيد بنهالو مترو".split())
def test_letters_on_no_pattern_are_of_another_language(word):
    assert not may_be_arabic(fold(word))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ترأس اللجنة البوسني أمير حليمهودجيتش أمس.", "أمير حليمهودجيتش"),
        ("وصل الوفد برئاسة تيودرال غبرتسكل إلى جيبوتي.", "تيودرال غبرتسكل"),
        ("ثم غنت السوبرانو تامارا لوركتيبانيدزه في القاعة.", "تامارا لوركتيبانيدزه"),
        ("ويقود زميلها الشاب ريسكيل أوزكومباييف الطائرة.", "ريسكيل أوزكومباييف"),
        ("يديرها المحامي السويسري جان رودولف شتيركلير منذ عام.", "جان رودولف شتيركلير"),
    ],
)
def test_a_strange_name_is_found_in_whole_behind_what_leads_to_it(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "فاز الفيلم الأمريكي تيرمينيتور جينيسيس بالجائزة.",
        "وتملك شركة الطيران الأوروبية إيرباص هليكوبترز مصنعا.",
        "أطلقت البحرية الأمريكية صواريخ توماهوك أمس.",
        "بيعت هواتف سامسونج الكترونيكس في السوق.",
    ],
)
def test_strange_words_behind_a_thing_are_nobody(text):
    assert names(text) == []


def test_what_is_joined_to_a_strange_word_or_its_object_is_no_part_of_a_name():
    assert names("صمم المهندس الياباني تاكاهيرو ميزوشيما روبوتا. وكان الروبوت صغيرا.") == [
        "تاكاهيرو ميزوشيما"
    ]
    assert "بيار أغوستيني" in names("فاز كل من بيار أغوستيني وفيرينك كراوس بالجائزة.")
