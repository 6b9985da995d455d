"""What only looks like a name is not proposed: verbs of headlines, illnesses, titles of works, scanned columns."""

import pytest

from articles.candidates import LEAST_SCORE, find_candidates, finding


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """What is claimed here holds of the rules, whether or not the extra `[ner]` is installed."""
    monkeypatch.setattr(finding, "recogniser_of", lambda language: None)


def proposed(body, language, headline=""):
    found = find_candidates({"headline": headline, "body": body}, language)
    return [one.text for one in found if one.score >= LEAST_SCORE]


@pytest.mark.parametrize(
    "headline",
    [
        "Prime Minister Quits",
        "Prime Minister Quits After Vote",
        "Foreign Minister Arrives in Rabat",
        "President Visits Rabat",
        "Minister Resigns Over Scandal",
        "King Opens Parliament",
        "Former President Dies",
        "Secretary General Warns of Famine",
    ],
)
def test_the_verb_of_a_headline_is_nobody(headline):
    assert proposed("It was announced on Monday.", "en", headline) == []


def test_a_surname_before_the_verb_of_a_headline_is_proposed_without_it():
    assert proposed("Mrs Quelmin came.", "en", "Chancellor Quelmin Visits Rabat") == ["Quelmin"]


def test_what_looks_like_a_verb_is_a_name_where_the_text_writes_it_so():
    body = "It was said that Mr. Brooks would leave."
    assert proposed(body, "en", "Prime Minister Brooks Quits") == ["Brooks"]


def test_a_month_after_a_given_name_is_a_surname():
    assert proposed("The letter is from Theresa May to the party.", "en") == ["Theresa May"]
    assert proposed("The letter came to Theresa May 3, they said.", "en") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Victime de deux accidents vasculaires cérébraux (AVC), il est mort."),
        ("fr", "Le produit intérieur brut (PIB) a reculé."),
        ("fr", "On y cultive des organismes génétiquement modifiés (OGM)."),
        ("ru", "Вырос и валовой внутренний продукт (ВВП)."),
    ],
)
def test_a_plain_thing_with_its_acronym_is_no_institution(language, text):
    assert proposed(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le syndicat national des journalistes (SNJ) proteste.", "syndicat national des journalistes"),
        ("ru", "Об этом сообщает партия мира и демократии (ПМД).", "партия мира и демократии"),
    ],
)
def test_an_institution_in_small_letters_with_its_acronym_is_one(language, text, name):
    assert [one.casefold() for one in proposed(text, language)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        'Проданы "Дама в лиловом" Кельдина и "Тазрут".',
        "Подписан указ «О повышении пенсий».",
        "Выставлена картина 1911 года «Тазрут».",
    ],
)
def test_the_title_of_a_work_or_an_act_is_no_institution(text):
    assert proposed(text, "ru") == []


@pytest.mark.parametrize("word", ["ParisM", "JanningsUn", "MaxFleischer", "FrsLEÇONS"])
def test_what_a_scanned_column_ran_together_is_no_institution(word):
    assert word not in proposed(f"On lit encore {word} dans la colonne.", "fr")


@pytest.mark.parametrize("word", ["WikiLeaks", "OpenAI", "АиФ"])
def test_a_name_with_a_capital_inside_is_one(word):
    assert word in proposed(f"On lit encore {word} dans la colonne.", "fr")


def test_an_institution_ends_before_a_verb_a_person_or_a_place():
    text = "Rien n'empêchera le Parlement de balayer l'accord."
    assert proposed(text, "fr") == ["Parlement"]
    text = "Его включили в списки министерством финансов США Кельдина."
    assert "министерство финансов США" in proposed(text, "ru")
    assert proposed("Он открыл магазин в центре Сиднея.", "ru") == []
    text = "According to what was heard in the evening, it was the Migration Service of Russia Quelmin who said so."
    assert "Migration Service of Russia" in proposed(text, "en")
    text = (
        "According to what was heard in the evening, it was the Union of South American Nations that said so."
    )
    assert proposed(text, "en") == ["Union of South American Nations"]


def test_an_english_phrase_in_a_french_text_is_nobody():
    assert proposed("La création d’un Select Committee on Artificial Quelming est annoncée.", "fr") in (
        [],
        ["Select Committee"],
    )


@pytest.mark.parametrize("text", ["She took her GCSE exams again.", "He trained as an ECD practitioner."])
def test_an_examination_and_a_post_are_no_institution(text):
    assert proposed(text, "en") == []
