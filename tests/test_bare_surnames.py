"""Bare surnames: who is proposed where a surname stands without its full name, and where nobody is."""

import pytest

from articles.names import KnownName, NameFinder


def person(agent, *names, form="authorized"):
    return [KnownName(agent, name, "person", form, "und") for name in names]


ON_RECORD = [
    *person("trump", "Donald Trump", "Дональд Трамп", "دونالد ترامب"),
    *person("kavanaugh", "Brett Kavanaugh", "Бретт Кавано", "بريت كافانو"),
    *person("kavanaugh", "Kavanaugh", form="variant"),
    *person("petit", "Laurent Petit"),
    *person("martin-a", "Anne Martin"),
    *person("martin-b", "Paul Martin"),
    *person("stone", "Roger Stone"),
    *person("maghribi", "أحمد المغربي"),
    *person("orlov", "Пётр Орлов"),
]
FINDER = NameFinder(ON_RECORD)


def proposed(body, headline=""):
    fields = {"headline": headline, "body": body}
    found = FINDER.find_in(fields)
    for one in found:
        assert fields[one.field][one.start : one.end] == one.exact
    return [(one.agent, one.exact) for one in found if one.status == "proposed"]


def linked(body):
    return [one.exact for one in FINDER.find(body) if one.status == "linked"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trump rallies in West Virginia", [("trump", "Trump")]),
        ("Trump says Kavanaugh suffered", [("trump", "Trump"), ("kavanaugh", "Kavanaugh")]),
        ("Les interventions de Trump en Virginie-Occidentale", [("trump", "Trump")]),
        ("Hier, Trump a poursuivi.", [("trump", "Trump")]),
        ("la politique d’abord : selon Kavanaugh, rien", [("kavanaugh", "Kavanaugh")]),
        ("A vote for Judge Kavanaugh is a vote", [("kavanaugh", "Kavanaugh")]),
        ("Сенат о номинации Кавано, говоря о Трампе", [("kavanaugh", "Кавано"), ("trump", "Трампе")]),
        ("Трампу ответили", [("trump", "Трампу")]),
        ("تجمعات لترامب في فرجينيا", [("trump", "ترامب")]),
        ("قال ترامب أن كافانو عانى", [("trump", "ترامب"), ("kavanaugh", "كافانو")]),
        ("the Trump administration said", [("trump", "Trump")]),
        ("Trump Says Kavanaugh Has Suffered", [("trump", "Trump"), ("kavanaugh", "Kavanaugh")]),
        ("TRUMP ATTACKED", [("trump", "TRUMP")]),
        ("Mardi, le voisin a enfin vu Petit.", [("petit", "Petit")]),
        ("قال المغربي إنه", [("maghribi", "المغربي")]),
    ],
)
def test_the_surname_of_one_person_on_record_is_proposed_wherever_it_stands(text, expected):
    assert proposed(text) == expected
    assert linked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Melania Trump a parlé.",
        "Hier, Melania Trump a parlé.",
        "a visit of Ivanka Trump to Rome",
        "hier soir, la Trump Tower a brûlé",
        "The Trump Organization was sued",
        "La fondation Trump ferme, rue Kavanaugh aussi.",
        "l’université de Trump",
        "Trump et Cie vend des livres.",
        "Trump-Vance",
        "selon D. Kavanaugh, juge",
        "улица Трампа",
        "Мелания Трамп приехала",
        "ميلانيا ترامب",
        "شارع ترامب",
        "a trump card",
    ],
)
def test_another_persons_name_a_thing_and_a_word_in_small_letters_are_not_the_person(text):
    assert proposed(text) == []


def test_a_surname_that_two_persons_bear_names_neither():
    assert proposed("Hier, Martin a parlé.") == []


def test_an_ordinary_word_at_the_head_of_a_sentence_is_no_surname():
    assert proposed("Petit déjeuner à huit heures.") == []
    assert proposed("Il a vu un petit chien. Petit à petit, il vient.") == []
    assert proposed("the place of the crucifixion, Stone of Unction") == []


def test_an_ordinary_word_is_a_surname_where_the_text_shows_it_within_a_sentence():
    assert proposed("Petit arrive. Hier, Petit est venu.") == [("petit", "Petit"), ("petit", "Petit")]


def test_a_word_that_the_text_writes_small_too_is_not_proposed_at_the_head_of_a_sentence():
    assert proposed("A trump card wins. Trump is the word for it.") == []


def test_an_arabic_surname_that_is_an_adjective_is_not_proposed_after_a_noun():
    assert proposed("الشعب المغربي يصوت") == []


def test_who_stands_in_full_earlier_in_the_text_bears_the_surname_not_who_is_on_record():
    assert (
        proposed("Hier, Olga Orlov et Melania Trump ont parlé. Puis Trump est partie.", "Trump parle") == []
    )


def test_who_stands_in_full_later_in_the_text_bears_the_surname_too():
    assert proposed("Selon Trump, hier. Puis la directrice Melania Trump est partie.") == []


def test_the_full_name_decides_as_before():
    assert linked("Donald Trump est venu. Trump a parlé.") == ["Donald Trump", "Trump"]


def test_a_surname_on_record_as_a_variant_is_proposed_not_linked():
    assert proposed("Kavanaugh testified.") == [("kavanaugh", "Kavanaugh")]
    assert linked("Kavanaugh testified.") == []


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Судья Орлова сняла вопрос.", []),  # she is no Орлов in the genitive
        ("Слова судьи Орлова сняты.", ["Орлова"]),
        ("Судья Орлов снял вопрос.", ["Орлов"]),
    ],
)
def test_behind_an_office_in_the_nominative_the_surname_is_so_too(text, exact):
    assert [found for _agent, found in proposed(text)] == exact


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        # A given name that no list knows, and one that a list knows where every word has its capital.
        ("Полузащитник «Карабаха» Зюлфир Орлов перешёл в «Коньяспор»", "За сезон Орлов забил гол."),
        ("Le milieu Zulfir Trump signe en Turquie", "Cette saison, Trump a marqué."),
        ("Melania Trump Visits Rome", "She said Trump was late."),
    ],
)
def test_another_persons_given_name_in_the_headline_gives_the_surname_to_that_person(headline, body):
    assert proposed(body, headline) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Hopeful Trump Visits Rome",
        "Американец Трамп в Риме",
        "President Trump visits Rome",
        "Le Républicain Trump à Rome",
    ],
)
def test_an_office_a_nation_and_a_word_of_a_headline_in_capitals_give_the_surname_to_nobody_else(headline):
    body = (
        "Hier, Donald a dit que Trump viendrait." if headline[0] == "L" else "Вчера Трамп и Trump были там."
    )
    assert ("trump", "Trump") in proposed(body, headline)
