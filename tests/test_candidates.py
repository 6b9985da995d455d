"""Candidates: names not on record are proposed with their reason and every place, and what is no name is not."""

import pytest

from articles.candidates import LEAST_SCORE, find_candidates, finding
from articles.names.common_words import is_place
from articles.names.given_names import is_given_name, sounds_given


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """What is claimed here holds of the rules, whether or not the extra `[ner]` is installed."""
    monkeypatch.setattr(finding, "recogniser_of", lambda language: None)


def found(text, language="fr", kind=None, **options):
    proposals = find_candidates({"body": text}, language, **options)
    return {one.text: one for one in proposals if kind in (None, one.kind)}


PERSONS = [
    ("fr", "Hier, le maire a reçu Salima Bouzidi à Rabat.", "Salima Bouzidi", "given name"),
    ("fr", "La réponse de M. Tarvel est attendue.", "Tarvel", "title before"),
    ("fr", "Le ministre de l’Économie, Zorbat Quelmin, a refusé.", "Zorbat Quelmin", "office beside"),
    ("fr", "Le livre de J.-P. Corvelin a paru.", "J.-P. Corvelin", "initials"),
    ("fr", "Il rencontre le roi Mohammed VI, à Fès.", "Mohammed VI", "regnal number"),
    ("fr", "Selon Dominique de Valbrun, rien ne change.", "Dominique de Valbrun", "given name"),
    ("en", "The mayor met Heather O'Dolan on Monday.", "Heather O'Dolan", "given name"),
    ("en", "The case was dropped, Mr. Quillby said.", "Quillby", "title before"),
    ("en", "The case was dropped by Mr. King.", "King", "title before"),
    ("ru", "Об этом заявил Сергей Петрович Вострин.", "Сергей Петрович Вострин", "patronymic"),
    ("ru", "Об этом сообщил В. В. Кротов журналистам.", "В. В. Кротов", "initials"),
    ("ar", "التقى وزير الخارجية المغربي ناصر بوريطة نظيره أمس", "ناصر بوريطة", "given name"),
    ("ar", "وأكد السيد عبد اللطيف الحموشي ذلك", "عبد اللطيف الحموشي", "given name"),
    # An office within the row, an occupation that opens the sentence, one in small letters.
    ("en", "Foreign Minister Abdelouafi Zerbane arrived.", "Abdelouafi Zerbane", "office beside"),
    ("en", "Volcanologist Tarmo Tazrout left early.", "Tarmo Tazrout", "office before"),
    ("ru", "Вулканолог Тазрут Кельди уехал.", "Тазрут Кельди", "office before"),
    ("ru", "Премию дали скрипачке и певице Тазре Кельди.", "Тазре Кельди", "office beside"),
    (
        "en",
        "Everything is ready, said Zorbat Quelmin on Monday.",
        "Zorbat Quelmin",
        "verb of saying or age beside",
    ),
    ("en", "It belongs to Zorbat Quelmin, Velkor's managing director.", "Zorbat Quelmin", "office beside"),
    ("ru", "Гонку вчера выиграл бельгиец Тазрут Кельди.", "Тазрут Кельди", "office beside"),
    ("ru", "По словам Тазрут Кельди, гонка отменена.", "Тазрут Кельди", "verb of saying or age beside"),
    ("en", "She left with her husband Zorbat Quelmin on Monday.", "Zorbat Quelmin", "office beside"),
    ("en", "Foreign Minister Abdelhakim Chikou arrived.", "Abdelhakim Chikou", "office beside"),
    ("en", "Later on, Foreign Minister Tsivras went home.", "Tsivras", "title before"),
    ("en", "Hydrologist Idris Zerrouki left early.", "Idris Zerrouki", "office before"),
    ("ru", "По словам Лейлы Махджуби, это так.", "Лейлы Махджуби", "verb of saying or age beside"),
    ("ru", "Об этом сказал Акакий Кельдинидзе.", "Акакий Кельдинидзе", "verb of saying or age beside"),
    ("ru", "Вчера журналистка Лейла Махджуби уехала.", "Лейла Махджуби", "office beside"),
    # A given name known in another script, by its sound.
    ("ru", "Премию вчера вручили на сцене Сабрине Кельди.", "Сабрине Кельди", "given name"),
    ("en", "It was Ramzan who met Yaroslav Quelmin.", "Yaroslav Quelmin", "given name"),
    ("ru", "Его встретил Абдулкадер Кельди.", "Абдулкадер Кельди", "given name"),
    ("en", "It belongs to Zorbat Quelmenko these days.", "Zorbat Quelmenko", "surname ending"),
    # Arabic surnames that begin like verbs, behind a given name or an occupation with its article.
    ("ar", "وسجل المهاجم كريم تيبيرو هدفا", "كريم تيبيرو", "given name"),
    ("ar", "وكشف المؤرخ يوري تسفيتايفسكي عن وثيقة", "يوري تسفيتايفسكي", "given name"),
    ("ar", "وكشف المؤرخ يوري تسيمفايسكي عن وثيقة", "يوري تسيمفايسكي", "given name"),
    ("ar", "استقبل المبعوث الألماني كيتريش فون هالدرن أمس", "كيتريش فون هالدرن", "office before"),
]


@pytest.mark.parametrize(("language", "text", "name", "rule"), PERSONS)
def test_a_person_is_proposed_with_the_reason(language, text, name, rule):
    assert found(text, language, "person")[name].rule == rule


INSTITUTIONS = [
    ("fr", "Le Conseil national des droits humains a répondu.", "Conseil national des droits humains"),
    ("fr", "Elle a saisi le ministère de l’intérieur.", "ministère de l’intérieur"),
    ("fr", "Il a parlé au journal « Le Matinal » hier.", "Le Matinal"),
    ("fr", 'Il dirige l\'association "Un toit demain" à Lyon.', "Un toit demain"),
    ("fr", "Une dépêche de l’agence de presse russe ORB-Vesti le dit.", "ORB-Vesti"),
    ("fr", "Les actions de Cordovia SA ont monté.", "Cordovia SA"),
    ("fr", "Les membres du FRPL ont voté.", "FRPL"),
    ("en", "He wrote to the Ministry of Trade and Industry.", "Ministry of Trade and Industry"),
    ("en", "She leads the Northfield Heritage Foundation.", "Northfield Heritage Foundation"),
    (
        "ru",
        "Об этом сообщили в министерстве иностранных дел Украины.",
        "министерство иностранных дел Украины",
    ),
    ("ru", "Акции ОАО «Вестгаз» выросли.", "Вестгаз"),
    ("ru", "Так пишет газета «Невский курьер».", "Невский курьер"),
    ("ar", "أعلنت وزارة الشؤون الخارجية ذلك", "وزارة الشؤون الخارجية"),
    ("ar", "أعلنت المديرية العامة للأمن الوطني ذلك", "المديرية العامة للأمن الوطني"),
]


@pytest.mark.parametrize(("language", "text", "name"), INSTITUTIONS)
def test_an_institution_is_proposed(language, text, name):
    assert name in found(text, language, "institution")


NOTHING = [
    ("fr", "Mardi, la France et le Maroc ont signé. Plusieurs Russes y étaient en Décembre."),
    ("fr", "Des avions de type Velkor Sanja 100 ont été livrés."),
    ("fr", "Heureusement, il a plu. Beaucoup Dormaient."),
    ("fr", "GRANDE RÉUNION À RABAT MARDI SOIR POUR TOUS"),
    ("fr", "Il habite rue Victor Hugo et le plan d’Action avance."),
    ("fr", "Le PIB des USA et la TVA au XXI siècle."),
    ("en", "On Monday the British visited New York City."),
    ("ru", "В понедельник Россия и Украина подписали договор."),
    ("ar", "زار الوفد باسم الشعب مدينة الرباط يوم الثلاثاء"),
    ("en", "The study of AI at his school led to a PhD in the USSR."),
    ("en", "Write to us at @NorthCop or see #KeepItUp today."),
    ("en", "He met the Prime Minister, who was calm."),
    ("en", "It was evaluating the entry-into-service (EIS) schedule."),
    ("en", "As China becomes rich, others follow."),
    ("ar", "وقع الحادث قرب جون ستريت مساء أمس"),
    ("ar", "ومثل أمام هيئة المحلفين أمس"),
    ("ar", "تحدث السيد بيتر، أمس"),
    ("fr", "Directeur Général Adjoint, il se tait."),
    ("ar", "قالت الكاتبة إن اللاعب استعاد لياقته"),
    ("ar", "بحث الوزير سبل تعزيز التعاون"),
    ("ar", "عين الملك سفيرا جديدا"),
    ("ar", "نفى المسؤول الروسي وجود خلاف"),
    ("ar", "أعلن الوزير تعاونا جديدا"),
    ("fr", "Un hôtel près du Dorvel Kalmar a fermé."),
    ("en", "He swam in the Dorvel Kalmar for hours."),
    ("ru", "Письмо Кротовой опубликовано. Находку Вострецовского оценили."),
    # A verb of a heading behind an office within the row.
    ("en", "French Foreign Minister Visits Rabat"),
    ("en", "Foreign Minister Calls for Peace"),
    ("en", "Deputy Defence Minister Says No"),
    ("en", "Later on, Foreign Minister Resigns, they say."),
    ("ru", "По словам Белого Дома, это так."),
    ("ru", "По словам Генерального Штаба, это так."),
    ("ru", "По мнению Советского Спорта, это так."),
    ("ar", "زارت إيران ظريف أمس. وقال ظريف ذلك"),
    ("ar", "بحث في إيران روحاني أمس. وقال روحاني ذلك"),
    ("ar", "استقبلت باريس لافروف أمس. وقال لافروف ذلك"),
    ("ar", "هاجم باريس لافروف أمس. وبباريس لافروف سعيد. وقال لافروف ذلك"),
    ("ar", "قرب كازينو موسكو أمس. وقالت موسكو ذلك"),
    ("de", "Angela Merkel besucht das Ministerium der Justiz."),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_what_is_no_name_is_not_proposed(language, text):
    assert found(text, language) == {}


UNSURE = [
    ("ru", "Вчера владелец Дорвел Калмара продал сеть, там работал врач Первой Градской."),
    ("en", "Pilot Project Phase is over, says the report about a wine of Dorvel Kalmar, a producer."),
    (
        "en",
        "Aston Villa, who had led, lost. Ansar Dine, who took the town, left it, and Sinn Fein, who refused, too.",
    ),
    ("en", "We saw Pink Floyd, who played. It paid Deloitte Touche, who agreed."),
    ("en", "They drove a Rolls Royce. Rolls Royce, the engineer's favourite, was sold."),
    ("en", "She lives near Alta Loma, where teacher Green Day taught."),
    ("en", "He spoke of singer Warner Music at length, and it was defender Aston Villa signed last year."),
    ("ru", "Вчера футболист Астон Виллы забил. Потом хоккеист Тампа Бэй упал."),
    ("ru", "Футболист Астон Виллы забил."),
    ("ru", "Вчера актер Комеди Клаб пришел. С ним журналистка Эль Паис."),
    ("ru", "Журналистка Эль Паис написала."),
    ("ru", "Боец Исламского Государства сдался. Потом сдался боец Исламского Государства."),
    ("ru", "Там продают механикам детали Bowler Works и прочее."),
]


@pytest.mark.parametrize(("language", "text"), UNSURE)
def test_what_may_be_a_thing_is_not_brought_before_a_person(language, text):
    assert all(one.score < LEAST_SCORE for one in found(text, language, "person").values())


TRIMMED = [
    ("fr", "Un vote au Sénat pour la nomination du juge aura lieu.", "Sénat"),
    ("fr", "Une audition au Congrès contre la corruption aura lieu.", "Congrès"),
    ("en", "He testified before Congress on Thursday, calmly.", "Congress"),
    ("en", "Afterwards Heather O'Dolan MSP sent a letter.", "Heather O'Dolan"),
    ("ru", "Потом пришла Миссис Хамвиль и села.", "Хамвиль"),
    ("ar", "توفر مؤسسة العلوم الوطنية والمنظمات الحكومية الأخرى التمويل", "مؤسسة العلوم الوطنية"),
]


@pytest.mark.parametrize(("language", "text", "name"), TRIMMED)
def test_what_only_stands_beside_a_name_is_no_part_of_it(language, text, name):
    assert list(found(text, language)) == [name]


def test_what_a_russian_body_votes_on_is_no_part_of_its_name():
    text = (
        "Голосование в Сенате по утверждению кандидатуры состоится. Вчера ответил Комитет по правам человека."
    )
    assert list(found(text, "ru")) == ["Комитет по правам человека"]


def test_a_plain_word_in_a_heading_is_no_part_of_a_name():
    fields = {"headline": "Actor Larry Hagley, 80, Dies", "body": "The actor Larry Hagley died on Friday."}
    assert [one.text for one in find_candidates(fields, "en")] == ["Larry Hagley"]


@pytest.mark.parametrize(
    "word", ["шарон", "rustam", "abdelouafi", "абдулкадер", "абдельхакимом", "نورالدين", "كيرستي"]
)
def test_a_given_name_known_in_another_script_is_known_by_its_sound(word):
    assert sounds_given(word) or is_given_name(word)


@pytest.mark.parametrize("word", ["письмо", "стена", "abdomen", "france", "الوالدين", "مركز", "كثيرون"])
def test_a_plain_word_does_not_sound_like_a_given_name(word):
    assert not sounds_given(word)


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("джибути", True),
        ("иванове", True),
        ("каракасом", True),
        ("иван", False),
        ("орлов", False),
        ("кроме", False),
    ],
)
def test_a_place_is_known_in_its_own_forms_alone(word, place):
    assert is_place(word) is place


def test_what_governs_a_surname_is_no_part_of_the_name():
    fields = {"body": "Иван Востриковский нашёл клад. Находку Востриковского оценили."}
    (person,) = find_candidates(fields, "ru")
    assert [place.exact for place in person.places] == ["Иван Востриковский", "Востриковского"]


def test_a_name_of_which_the_last_word_comes_again_is_surer():
    (person,) = find_candidates({"body": "Вчера приехал Тазрут Кельди. Потом Кельди уехал."}, "ru")
    (once,) = find_candidates({"body": "Вчера приехал Тазрут Кельди."}, "ru")
    assert once.score < LEAST_SCORE <= person.score


def test_an_arabic_surname_that_the_text_says_elsewhere_belongs_to_the_name():
    (person,) = find_candidates({"body": "زار محمد صالح دربنغو المدينة. وأكد دربنغو ذلك"}, "ar")
    assert person.text == "محمد صالح دربنغو"


def test_an_arabic_name_is_found_by_its_surname_said_alone():
    (person,) = find_candidates({"body": "وصل كيتريك هالدران إلى الرباط. وأضاف هالدران ذلك"}, "ar")
    assert [place.exact for place in person.places] == ["كيتريك هالدران", "هالدران"]


def test_an_office_with_its_article_ends_an_arabic_name():
    assert list(found("بموضوع حسام حسن المدير الفني", "ar", "person")) == ["حسام حسن"]


def test_a_surname_of_origin_follows_an_unknown_arabic_given_name_behind_an_address():
    assert list(found("خرج الأستاذ جراف الظفيري أمس", "ar", "person")) == ["جراف الظفيري"]


def test_an_arabic_son_is_part_of_the_name_and_a_birth_is_not():
    assert list(found("أكد محمد ولد سيدوتي ذلك", "ar")) == ["محمد ولد سيدوتي"]
    assert list(found("أكد محمد بوريطو ذلك، وقال أحمد ولد في الرباط", "ar")) == ["محمد بوريطو"]


def test_every_place_is_given_with_its_exact_words_and_a_surname_joins_its_full_name():
    fields = {
        "headline": "Bouzidi à Rabat",
        "lede": "",
        "body": "Salima Bouzidi est venue. Selon Bouzidi, tout va bien.",
    }
    (person,) = find_candidates(fields, "fr")
    assert [place.field for place in person.places] == ["headline", "body", "body"]
    assert [place.exact for place in person.places] == ["Bouzidi", "Salima Bouzidi", "Bouzidi"]
    assert all(fields[place.field][place.start : place.end] == place.exact for place in person.places)


def test_a_surname_that_two_persons_share_joins_neither():
    people = found("Jean Valbrun et Marie Valbrun sont venus. Valbrun a parlé.")
    assert {len(one.places) for one in people.values()} == {1}


@pytest.mark.parametrize(
    "text",
    [
        "La Direction générale des forêts royales (DGFR) a répondu. La DGFR refuse.",
        "La DGFR (Direction générale des forêts royales) a répondu. La DGFR refuse.",
    ],
)
def test_an_acronym_joins_what_it_stands_for_either_way_round(text):
    (institution,) = find_candidates({"body": text}, "fr")
    assert institution.text == "Direction générale des forêts royales"
    assert institution.rule == "acronym with its expansion"
    assert len(institution.places) == 3


def test_case_variants_are_one_and_the_calm_one_is_proposed():
    (person,) = found("Salima BOUZIDI est là. On a vu Salima Bouzidi.").values()
    assert (person.text, len(person.places)) == ("Salima Bouzidi", 2)


def test_russian_forms_of_one_name_join_under_the_nominative():
    text = "Встреча с Юрием Крапивиным прошла. Юрий Крапивин доволен. Потом Крапивину ответили."
    person = found(text, "ru", "person")["Юрий Крапивин"]
    assert len(person.places) == 3


@pytest.mark.parametrize(
    ("oblique", "nominative"),
    [
        ("Юрия Крапивина", "Юрий Крапивин"),
        ("Николая Рериха", "Николай Рерих"),
        ("Зинаиды Крапивиной", "Зинаида Крапивина"),
        ("Дмитрием Зарубинским", "Дмитрий Зарубинский"),
        ("Тарлана Окуджавы", "Тарлана Окуджавы"),
    ],
)
def test_the_nominative_is_worked_out_only_where_the_given_name_tells_it(oblique, nominative):
    assert nominative in found(f"Без {oblique} решать не стали.", "ru", "person")


def test_what_is_linked_already_is_not_proposed_again():
    text = "Salima Bouzidi a vu Jean Valbrun. M. Valbrun est parti."
    start = text.index("Jean Valbrun")
    names = found(text, taken=[("body", start, start + len("Jean Valbrun"))])
    assert list(names) == ["Salima Bouzidi"]


@pytest.mark.parametrize("span", [("lede", 0, 1), ("body", 0, 99), ("body", 3, 3)])
def test_a_span_outside_its_field_is_refused(span):
    with pytest.raises(ValueError, match="no text in"):
        find_candidates({"body": "Bonjour"}, "fr", taken=[span])


def test_an_arabic_conjunction_is_no_part_of_the_name():
    fields = {"body": "وصرح رئيس الوزراء بأن الاتحاد الأوروبي وافق، والاتحاد الأوروبي شريك"}
    (institution,) = find_candidates(fields, "ar")
    assert [place.exact for place in institution.places] == ["الاتحاد الأوروبي", "الاتحاد الأوروبي"]


def test_scores_are_between_zero_and_one_and_proposals_stand_in_reading_order():
    text = "Le FRPL a reçu Salima Bouzidi, puis M. Tarvel. Le Conseil national des forêts aussi."
    proposals = find_candidates({"body": text}, "fr")
    assert all(0 < one.score <= 1 for one in proposals)
    starts = [one.places[0].start for one in proposals]
    assert starts == sorted(starts)
