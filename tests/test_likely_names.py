"""Names in full whose given name is of another country, or whose surname comes again, are proposed; things are not."""

import pytest

from articles.candidates import LEAST_SCORE, find_candidates, finding


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """What is claimed here holds of the rules, whether or not the extra `[ner]` is installed."""
    monkeypatch.setattr(finding, "recogniser_of", lambda language: None)


def proposed(body, language, headline=""):
    found = find_candidates({"headline": headline, "body": body}, language)
    return [one.text for one in found if one.score >= LEAST_SCORE and one.kind == "person"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "It was won after Sigurd Halvorby declined to play.", "Sigurd Halvorby"),
        ("en", "They voted for Ngozi Adukwe in the end.", "Ngozi Adukwe"),
        ("ru", "Приз получил вчера Сигурд Халворбю за свою книгу.", "Сигурд Халворбю"),
        ("ru", "Встреча прошла с участием Уго Мендальеса.", "Уго Мендальеса"),
        ("ar", "امتنع النرويجي سيغورد هالفوربي عن اللعب.", "سيغورد هالفوربي"),
    ],
)
def test_a_given_name_of_another_country_tells_a_person(language, text, name):
    assert proposed(text, language) == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Группа Марго Эльстранж задала вопрос.", "Марго Эльстранж"),
        ("en", "Curator Sigurd Halvorby wept.", "Sigurd Halvorby"),
    ],
)
def test_a_word_that_opens_the_sentence_is_no_part_of_the_name(language, text, name):
    assert proposed(text, language) == [name]


def test_an_office_that_resembles_a_form_of_a_given_name_is_none():
    assert proposed("Мэр Драгица Стойкан закрыла завод.", "ru") == ["Драгица Стойкан"]


def test_a_russian_headline_of_few_words_tells_names_by_their_capitals():
    headline = "Полузащитник «Нефтчи» Сигурд Халворбю перешёл в «Коньяспор»"
    assert proposed("Контракт подписан на год.", "ru", headline) == ["Сигурд Халворбю"]


def test_a_surname_that_comes_again_alone_tells_who_was_named_in_full():
    body = "It was won after Quorlin Obeldast declined to play. That week Obeldast played poker."
    assert proposed(body, "en") == ["Quorlin Obeldast"]
    assert proposed("It was won after Quorlin Obeldast declined to play.", "en") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They spoke at the Unasur Summit on Friday. Later the Summit closed."),
        ("en", "It was told by Peruvian President to the press. That day President spoke."),
        ("en", "They went by Dead Sea to the town. There Sea is salt."),
        ("en", "It went to Montreal-based Obeldast this week. The profit of Obeldast fell."),
        ("ar", "أعلنت الوزارة في باريس أن الاجتماع تأجل."),
    ],
)
def test_a_thing_an_office_or_a_place_that_comes_again_is_nobody(language, text):
    assert proposed(text, language) == []
