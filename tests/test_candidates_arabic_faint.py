"""Arabic names that only an office, a people's adjective or a frame tells: faint, for the search alone."""

import pytest

from articles.candidates import find_candidates
from articles.names import fold
from articles.names.nations import is_of_nation


def found(text):
    return {one.text: one.score for one in find_candidates({"body": text}, "ar") if one.kind == "person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اتفقت وزيرة الخارجية السويدية مارغوت بالدروم على ذلك.", "مارغوت بالدروم"),
        ("وصل نظيرها النرويجي بورغه ترينده إلى المدينة.", "بورغه ترينده"),
        ("قالت مديرة صندوق النقد الدولي كريستالينا فيدروفا إن الديون كبيرة.", "كريستالينا فيدروفا"),
        ("في المدينة رأت نينو بورشانادزه، الرئيسة السابقة للبرلمان، غير ذلك.", "نينو بورشانادزه"),
        ("قدم المعماري الأرمني هوفانيس تير مانفيليان مشروعا جديدا.", "هوفانيس تير مانفيليان"),
        ("اتفقت الوزيرة السويدية مارغوت فالدروم على ذلك.", "مارغوت فالدروم"),
    ],
)
def test_a_name_behind_a_calling_is_known_to_the_search(text, name):
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "الرئيس الفرنسي يصل إلى الرباط اليوم.",
        "الوزير السوري السابق أمس قال إن الأمر صعب.",
        "أعلن الجيش السوري تدمير مواقع للمسلحين.",
        "وقال المتحدث الأمريكي ردا على سؤال إن بلاده ترفض.",
        "زار الوفد الروسي مصنعا جديدا للسيارات.",
        "المدير العام للشركة حضر الاجتماع.",
        "مدير المستشفى الجامعي بمدينة فاس أكد ذلك.",
        "وأعلن الرئيس الألماني حالة طوارئ صحية.",
        "استخدم المهندس السويدي برنامج فوتوشوب.",
        "فاز الفيلم الأمريكي تايتانيك بجوائز كثيرة.",
        "عرض المتحف المصري تمثالا نادرا.",
        "قرر البرلمان الأوروبي فرض رسوم جديدة.",
        "رأت اللجنة، الرئيسة في البلاد، غير ذلك.",
        "وقعت الوزيرة النرويجية اتفاقية سلام.",
        "طلب نظيره الروسي توضيحات عاجلة.",
    ],
)
def test_other_words_are_nobody(text):
    assert found(text) == {}


@pytest.mark.parametrize(
    "word",
    "الأرمني الألماني الألبانية الإنجليزي الجورجية البيروفي التشيلي الهايتي الكونغولي الإيفواري".split(),
)
def test_more_words_say_of_what_country_somebody_is(word):
    assert is_of_nation(fold(word))
