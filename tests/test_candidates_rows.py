"""Candidates that only what stands beside them tells: elisions, ranks, origins, rows of Arabic names, firms."""

import pytest

from articles.candidates import LEAST_SCORE, find_candidates, finding


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """What is claimed here holds of the rules, whether or not the extra `[ner]` is installed."""
    monkeypatch.setattr(finding, "recogniser_of", lambda language: None)


def found(text, language):
    proposals = find_candidates({"body": text}, language)
    return {one.text: one for one in proposals if one.score >= LEAST_SCORE}


PERSONS = [
    ("en", "The prize went to Anne L'Quelmier on Monday.", "Anne L'Quelmier"),
    ("fr", "Le prix est allé à la Franco-Suédoise Anne L’Quelmier.", "Anne L’Quelmier"),
    ("fr", "Le poète Gabriele D'Arvanzo est mort.", "Gabriele D'Arvanzo"),
    ("fr", "On annonce l'arrivée de Luis de la Quelta sur le banc.", "Luis de la Quelta"),
    ("fr", "Le poète Park Ji-seok publie un récit.", "Park Ji-seok"),
    ("en", "He met External Affairs Minister S. Quelmankar on Monday.", "S. Quelmankar"),
    ("fr", "À Rabat, le général Quelkir refuse de répondre.", "Quelkir"),
    ("ru", "След ведёт к генералу Кельдиру.", "Кельдиру"),
    ("ru", "Вместе с физиком с Сицилии Беатриче Скельдоррой он создал насос.", "Беатриче Скельдоррой"),
    ("ru", "Насос создан нигерийцем Чуквуэмекой Окельджо.", "Чуквуэмекой Окельджо"),
    ("ru", "Премию получили Пьер Агоди, Тазренц Кельд и другие. Кельд уехал.", "Тазренц Кельд"),
    ("fr", "La musique est de la chanteuse Quelmara, venue de Fès.", "Quelmara"),
    ("ru", "Музыку написала певица Кельмара. Концерт Кельмары прошёл.", "Кельмара"),
    ("en", "Plant breeder Nguyen Thi Hanh Dung left.", "Nguyen Thi Hanh Dung"),
    ("en", "Curator Yoon Hye-rim wept.", "Yoon Hye-rim"),
    ("ru", "Глава комитета стадионов Хамад ас-Сувельдани уехал.", "Хамад ас-Сувельдани"),
    ("ru", "Глава федерации судовладельцев Хамади ульд Шельбани уехал.", "Хамади ульд Шельбани"),
    ("ru", "Скончался израильский прозаик Амос Оз.", "Амос Оз"),
    ("ar", "ووعد أمينه العام المهدي بوشتاوي بإصلاح المدرسة", "المهدي بوشتاوي"),
    ("ar", "أما السيناتور الإيطالي لورينزو كاستانياري فرأى ذلك", "لورينزو كاستانياري"),
    ("ar", "ورحبت بها السويسرية هيلين كورفوازييه أمس", "هيلين كورفوازييه"),
    ("ar", "وقال مارفين كوك، المدير التنفيذي للشركة، ذلك", "مارفين كوك"),
    ("ar", "وقال نارسيس تيرميز الذي حضر أمس", "نارسيس تيرميز"),
    ("ar", "غردت مذيعة البرنامج الحواري كارين هنتر أمس", "كارين هنتر"),
    ("ar", "برأ القاضي خير الدين بن سعد تسعة شبان", "خير الدين بن سعد"),
    ("ar", "وكان الوزير نور الدين بوطيب قد غادر", "نور الدين بوطيب"),
    ("ar", "فاز كل من بيار أغوستيني وفيرينك كراوس بجائزة", "بيار أغوستيني"),
    ("ar", "فاز كل من بيار أغوستيني وفيرينك كراوس بجائزة", "فيرينك كراوس"),
    ("ar", "عثر على المخرج الإيراني داريوش مهرجويي مقتولا", "داريوش مهرجويي"),
    ("ar", "ورد وزير المياه الإثيوبي سيليشي بيكيلي بأن بلاده حرة. ويرى بيكيلي ذلك.", "سيليشي بيكيلي"),
    ("ar", "واستمع إليه الأمين العام للأمم المتحدة كورت فالدهايم", "كورت فالدهايم"),
    ("ar", "وتشير أصابع الاتهام إلى الجنرال أوفقير. وطالبت", "أوفقير"),
]


@pytest.mark.parametrize(("language", "text", "name"), PERSONS)
def test_a_person_is_proposed_by_what_stands_beside(language, text, name):
    assert found(text, language)[name].kind == "person"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'exposition montre un Maître de la Couture à Paris."),
        ("fr", "La réunion s'achève au Club Mi-temps."),
        ("fr", "Le président Français a parlé, et le général Hiver arrive, comme un hiver."),
        ("fr", "Le procureur Général et le juge Fédéral ont parlé au président République."),
        ("en", "The UN general Assembly met, and the general Motors plant closed."),
        ("ru", "Вчера полковник Генштаба и генерал Вермахта, певец Востока приехали."),
        ("ru", "Он спросил американца Белого Дома."),
        ("ar", "والدفاع عن عز الدين وشرف الدين واجب"),
        ("ru", "Он живёт в доме генерала Русского."),
        ("ar", "ورفض رجال الدين بن علي علماء الدين"),
        ("ar", "وصل الجنرال قائلا إن الأمر انتهى"),
        ("ar", "حضر كل من وزير الصحة ووزير التعليم"),
        ("ar", "فاز كل من مدينة مراكش ومدينة فاس"),
        ("ar", "قال وزير الخارجية المصري سيجري مباحثات"),
        ("ar", "وقال قيادي بارز في الحزب، مدير حملته"),
        ("ar", "وقال دبلوماسي أوروبي إن الأمر انتهى"),
        ("ar", "ووصل المهدي المنتظر، والحسن الثاني"),
        ("ru", "Он выступит вместо певицы Арианы."),
        ("fr", "Le navire est parti de Dar es-Salaam lundi."),
        ("ar", "صديقة السيدة ديفيز لأعوام عديدة"),
    ],
)
def test_what_only_resembles_such_a_name_is_not_proposed(language, text):
    assert not [name for name, one in found(text, language).items() if one.kind == "person" and " " in name]
    assert (
        not {"Général", "Fédéral", "République", "Assembly", "Motors", "Генштаба", "Вермахта", "Востока"}
        & found(text, language).keys()
    )
    assert not {"Français", "Hiver", "Русского", "قائلا", "Арианы"} & found(text, language).keys()


def test_a_surname_with_its_elision_joins_the_full_name():
    (one,) = found("It went to Anne L'Quelmier. The physicist L'Quelmier was in Lund.", "en").values()
    assert [place.exact for place in one.places] == ["Anne L'Quelmier", "L'Quelmier"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le contrat est signé avec Quelatom, premier groupe du pays.", "Quelatom"),
        ("fr", "Le contrat est signé avec Quelatom, premier producteur mondial.", "Quelatom"),
        ("en", "The centre is run by Quelatom, the start-up founded in May.", "Quelatom"),
        ("fr", "Le distributeur russe Quelmarket se retire.", "Quelmarket"),
        ("en", "Consumer watchdog Quelnadzor has counted 312 cases.", "Quelnadzor"),
        ("ru", "Договор подписал Кельдатом, государственная компания.", "Кельдатом"),
    ],
)
def test_a_lone_word_is_a_firm_where_a_comma_says_so(language, text, name):
    assert found(text, language)[name].kind == "institution"


@pytest.mark.parametrize(
    "text",
    [
        "Elle travaille à l'usine de Quelbyshire, a déclaré la société.",
        "Il a rencontré Quelmin, producteur de lait.",
        "Il a rencontré Quelmin, premier ministre.",
        "Il a rencontré Quelmin, patron du groupe.",
        "Il vit à Paris, siège de la société.",
    ],
)
def test_a_comma_before_another_clause_tells_no_firm(text):
    assert not [one for one in found(text, "fr").values() if one.kind == "institution"]
