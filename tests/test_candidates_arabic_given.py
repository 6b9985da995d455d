"""Arabic given names of every origin, and those that are common words too."""

import pytest

from articles.candidates import find_candidates


def names(text: str) -> list[str]:
    found = find_candidates({"body": text}, "ar", recognise=False)
    return [one.text for one in found if one.kind == "person" and one.score >= 0.5]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال الفنان وديع أبي نادر إن العدسة نجت.", "وديع أبي نادر"),
        ("وقالت عالمة الآثار إسراء التجاني إن المعبد قديم.", "إسراء التجاني"),
        ("ونفى رئيس لجنة الملاعب حمد السويداني أي تأخير.", "حمد السويداني"),
        ("وكان في القاعة شربل معلوف مع ابنه.", "شربل معلوف"),
        ("وأصدر اللبناني وديع أبي خليل أسطوانته الثالثة.", "وديع أبي خليل"),
    ],
)
def test_everyday_given_names_of_every_origin_begin_a_name(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "يزن الضريح مئة وعشرين طنا.",
        "وبقي كل طفل وديع بين أهله.",
        "ووصل زايد الحمولة إلى الميناء.",
        "ورأى الناس هلال الشهر في المساء.",
    ],
)
def test_given_names_that_are_words_tell_nobody_alone(text):
    assert names(text) == []
