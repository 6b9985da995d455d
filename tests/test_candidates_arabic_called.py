"""Arabic names that their place tells alone: behind a calling of any form, a verb of saying or a ruler's title."""

import pytest

from articles.candidates import find_candidates
from tests.growth import grows_with_length


def names(text: str, least: float = 0.5) -> list[str]:
    found = find_candidates({"body": text}, "ar", recognise=False)
    return [one.text for one in found if one.kind == "person" and one.score >= least]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وشرحت عالمة البحار فيرنا ستراثكلايد سبب المد.", "فيرنا ستراثكلايد"),
        ("ووقع صاحب المقهى غوكهان يلماز أوغلو على العريضة.", "غوكهان يلماز أوغلو"),
        ("ووقفت لاعبة الجودو الفيتنامية فام ثي هونغ ثوي على المنصة.", "فام ثي هونغ ثوي"),
        ("وراجعت خبيرة الخط الجزائرية مليكة آيت أومزيان الوثائق.", "مليكة آيت أومزيان"),
        ("وقال المفتش يرلان توكتاروف إنه تعقب الشبكة.", "يرلان توكتاروف"),
        ("وتلصق المرممة السويسرية فيرينا زغراغن جناحا.", "فيرينا زغراغن"),
        ("وأيدتها مستكشفة الكهوف البريطانية تامسين بنهالو.", "تامسين بنهالو"),
        ("وجمعت المدونة نغوين ثي بيتش نغوك خمسة آلاف توقيع.", "نغوين ثي بيتش نغوك"),
    ],
)
def test_a_calling_of_any_form_leads_to_a_stranger(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقدمت الرسامة دلناز بدرخان معرضها الأول.", "دلناز بدرخان"),
        ("وساعدت القابلة يوستينا غريبوفسكي الأمهات.", "يوستينا غريبوفسكي"),
        ("وقالت فيرنا ستراثكلايد إن المد سيرتفع.", "فيرنا ستراثكلايد"),
    ],
)
def test_what_agrees_with_no_verb_and_no_object_is_faint(text, name):
    assert names(text, 0.4) == [name]
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أسقط المصارع بيرام تيونغان خصمه. أما تيونغان فيحلم بشاحنة.", "بيرام تيونغان"),
        ("وقال مربي النحل نيتس جفيغل: «سرقوا عائلات». وعادت الأسراب إلى جفيغل.", "نيتس جفيغل"),
        ("هكذا تعمل عالمة الأحياء فرزانة گلستانيان. وتقول گلستانيان إن السمكة تعرفها.", "فرزانة گلستانيان"),
        ("«الشوكولاتة غالية»، تقول صانعة الحلوى أفوي نغيسان التي تحمص الحبوب.", "أفوي نغيسان"),
        ("وكانت عالمة المتحجرات إنختويا باتسوخ قد عرفته.", "إنختويا باتسوخ"),
    ],
)
def test_the_frame_of_the_sentence_tells_whom_a_calling_is_of(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "وقرأ المصارع رواية دوستويفسكي في القطار. وقال دوستويفسكي إن الجمال ينقذ العالم.",
        "واشترت المؤسسة سيارات فولكسفاغن جديدة. وأعلنت فولكسفاغن أرباحها.",
        "قال مدير المستشفى أثناء مؤتمر صحفي إن الحالة مستقرة.",
        "وكان الفريق المغربي قد فاز.",
        "وقالت سيدة الأعمال شركة فولكسفاغن لم تدفع.",
        "وشرحت المعلمة برنامج فوتوشوب للتلاميذ. ويستخدم فوتوشوب في الصحافة.",
    ],
)
def test_what_a_calling_does_something_to_is_nobody(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصاحت جورجينا ستويلكوفيتش من فوق مقطورة. ووزعت ستويلكوفيتش ثلاثمئة كوب.", "جورجينا ستويلكوفيتش"),
        ("تثقبه شوشان ملكبكيان، وهي امرأة وحيدة. وتنقل ملكبكيان عن جدها.", "شوشان ملكبكيان"),
        ("وتقود أويانغ شيوتشن ثلاثين مصورا. وتسمح أويانغ شيوتشن بالزيارة.", "أويانغ شيوتشن"),
    ],
)
def test_two_strangers_behind_a_verb_are_somebody_whom_the_text_names_again(text, name):
    assert names(text) == [name]


def test_two_strangers_that_come_but_once_behind_a_verb_are_nobody():
    assert names("وأعلنت غولدمان ستراتفورد أرباحها أمس.") == []
    assert names("تنتجه مصانع فولكسفاغن، وهي كبيرة. وأعلنت فولكسفاغن أرباحها.") == []


def test_a_surname_that_stands_alone_behind_a_verb_is_one():
    text = "وقدمت الرسامة دلناز بدرخان معرضها الأول. وتأمل بدرخان في العودة."
    [found] = find_candidates({"body": text}, "ar", recognise=False)
    assert found.score >= 0.5
    assert [place.exact for place in found.places] == ["دلناز بدرخان", "بدرخان"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("افتتح الملك فيليبي السادس متحفا للسفن.", "فيليبي السادس"),
        ("وقال بابا الفاتيكان بنديكت السادس عشر إن السلام ممكن.", "بنديكت السادس عشر"),
        ("وتوفي البابا يوحنا بولس الثاني في روما.", "يوحنا بولس الثاني"),
        ("ووصل السلطان عبد الحميد الثاني إلى القصر.", "عبد الحميد الثاني"),
        ("وأكد البطريرك المسكوني برثلماوس الأول ذلك.", "برثلماوس الأول"),
    ],
)
def test_a_ruler_has_his_number(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "وأعلن الملك مشروعات المرحلة الثالثة.",
        "ووصل الأمير إلى المركز الثاني.",
        "سلم الأمير جائزة الأولى على الصف.",
    ],
)
def test_a_number_of_things_behind_a_ruler_is_nobodys(text):
    assert names(text, 0.4) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وتغني الراهبة ماريا كونسيبسيون دي لاس كاساس في الدير.", "ماريا كونسيبسيون دي لاس كاساس"),
        ("ويقود المهندس الصيني أويانغ شي لين الفريق.", "أويانغ شي لين"),
        ("وعاش المهندس الباسكي إينيغو لاراناغا موتشوا هنا.", "إينيغو لاراناغا"),
        ("وعاش المهندس الباسكي إينيغو لاراناغا إتشوا هنا.", "إينيغو لاراناغا إتشوا"),
    ],
)
def test_a_name_goes_on_behind_its_particles_and_syllables(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "وأمام المحكمة ثلاثة عشر يوما للرد.",
        "وأعلن الوزير أربعين إجراء جديدا.",
        "وأصدر الإنتربول مذكرتين سريتين.",
        "واستقبل وزير الداخلية نائب مساعد المدير.",
        "وأعلن الرئيس الفرنسي حالة طوارئ صحية.",
        "وتستخدم المهندسة برنامج فوتوشوب لرسم الخرائط.",
        "وقدمت الوزيرة مشروع قانون جديد إلى البرلمان.",
        "وعبرت ناقلة النفط غلاكسي ليدر المضيق.",
        "وقال مهندس بترول إن البئر جفت.",
        "وقال موقع فيسبوك إنه حذف الصفحات.",
        "وأحرز اللاعب ميداليات برونزية.",
        "سجل اللاعب هدفا رائعا أمس.",
        "ونشرت المؤرخة وثائق أرشيف سري.",
        "وزرعت الفلاحة أشجار زيتون في الحقل.",
        "واستعملت المهندسة برمجيات محاكاة متطورة.",
        "وقالت الرسامة إن اللوحات جاهزة.",
    ],
)
def test_numbers_objects_and_things_are_nobody(text):
    assert names(text, 0.4) == []


def test_a_noun_of_the_feminine_before_a_surname_with_its_article_is_a_given_name():
    found = find_candidates({"body": "وقالت الدكتورة نجفة الورداني إن النتائج جيدة."}, "ar", recognise=False)
    assert [(one.text, one.score) for one in found] == [("نجفة الورداني", 0.7)]


def test_a_long_row_of_callings_and_names_is_soon_read():
    assert grows_with_length(
        lambda text: find_candidates({"body": text}, "ar", recognise=False),
        lambda count: "الرسامة دلناز بدرخان " * count,
        500,
    )
