"""Arabic names that the frame of the sentence tells, and what such frames have that is nobody's name."""

import pytest

from articles.candidates import find_candidates


def names(text: str, least: float = 0.5) -> list[str]:
    found = find_candidates({"body": text}, "ar", recognise=False)
    return [one.text for one in found if one.kind == "person" and one.score >= least]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال المهندس رأفت الدسوقي إنه بنى الجسر.", "رأفت الدسوقي"),
        ("وقالت الطبيبة إباء الحداد إن المرض ينتشر. وتضيف الحداد أن اللقاح متوفر.", "إباء الحداد"),
        ("استقبلت مديرة المكتبة اللبنانية سمر الغصين الزوار. وتقول الغصين إن الكتب نجت.", "سمر الغصين"),
        ("وصلت السيدة وداد الصواف إلى بيتها.", "وداد الصواف"),
    ],
)
def test_a_bare_word_before_a_familys_name_is_a_given_one(text, name):
    assert names(text) == [name]


def test_a_familys_name_that_nothing_else_tells_is_faint():
    assert names("قالت مشارق الدوسري إنها سعيدة.") == []
    assert names("قالت مشارق الدوسري إنها سعيدة.", 0.4) == ["مشارق الدوسري"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقالت تيسفالم ولد غابرييلا إن البئر جفت.", "تيسفالم ولد غابرييلا"),
        ("وقالت خبيرة المياه ميريت ولد هايلزغي إن البئر جفت.", "ميريت ولد هايلزغي"),
        ("ألفها غوالتييرو باسكولي، ملحن من بولونيا.", "غوالتييرو باسكولي"),
        ("وقال نغوين كوك هوي إن النهر ارتفع.", "نغوين كوك هوي"),
        ("واتهم نائب رئيس جمعية مصدري الأرز تران ثي ماي الحكومة بالتقصير.", "تران ثي ماي"),
        ("وقد افتتح المهندس يورن فان دن بروكهورست المعرض.", "يورن فان دن بروكهورست"),
    ],
)
def test_a_row_with_a_stranger_is_a_person_where_only_one_may_stand(text, name):
    assert names(text) == [name]


def test_who_only_says_something_in_two_foreign_words_is_faint_until_named_again():
    text = "وقال بالدوفينو كوستريا إنه نادم."
    assert names(text) == []
    assert names(text, 0.4) == ["بالدوفينو كوستريا"]
    assert names(f"{text} وأضاف كوستريا أنه سيعود.") == ["بالدوفينو كوستريا"]


def test_a_surname_behind_a_particle_is_of_whom_the_text_named_in_whole():
    text = "وقد افتتح المهندس يورن فان دن بروكهورست المعرض. وقال فان دن بروكهورست إنه سعيد."
    assert names(text) == ["يورن فان دن بروكهورست"]


def test_an_accusative_behind_the_clauses_verb_is_no_part_of_a_name():
    assert names("ونحت الإستوني ماريك ليفاندوفسكي بورتريها جديدا.") == ["ماريك ليفاندوفسكي"]


@pytest.mark.parametrize(
    "text",
    [
        "حملت أمينة المتحف المفاتيح. وقالت أمينة الصندوق إن المال كاف.",
        "استقبل الوزير وفد البرلمان. وقال البرلمان إنه موافق.",
        "قاد المدرب فريق الشباب إلى الفوز. ويقول الشباب إنهم سعداء.",
        "أكد المدير نص القرار. ويقول القرار إن الضريبة سترتفع.",
        "قال محامي القذافي إن موكله بريء. قال شقيق القذافي إنه بريء.",
        "قال الوزير مساء الاثنين إن المفاوضات مستمرة. وقال المتحدث عقب اللقاء إن الاتفاق قريب.",
        "وقال الرئيس زعيم المعارضة إن البلاد بخير. قال سائق التاكسي إنه بريء.",
        "أطعمت الممرضة صغار الكلاب. وتنبح الكلاب ليلا.",
        "وقالت هيومن رايتس ووتش إن الجيش قصف المدينة. وقال نادي باريس سان جيرمان إنه خسر.",
        "وفي موسكو ولد دوستويفسكي لأسرة فقيرة.",
        "وأعلن مدير فرع شركة الاتصالات فودافون كاليدونيا النتائج.",
    ],
)
def test_what_people_do_and_where_they_are_is_nobody(text):
    assert names(text, 0.4) == []
