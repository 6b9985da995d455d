"""Recognisers: what a trained model sees is weighed with the rules; without one, or with a broken one, rules go on."""

import logging
import threading
from itertools import pairwise

import pytest

from articles.candidates import find_candidates, finding, recogniser_of, recognisers
from articles.candidates.recognisers import Recogniser

TOY = "toy 1.0"


@pytest.fixture
def recognised(monkeypatch):
    """A recogniser that sees the given words, each time they stand in the text, as what is said."""

    def see(**labels):
        def spans(text):
            return sorted(
                (at, at + len(word), label)
                for word, label in ((key.replace("_", " "), label) for key, label in labels.items())
                for at in range(len(text))
                if text.startswith(word, at)
            )

        monkeypatch.setattr(finding, "recogniser_of", lambda language: Recogniser(TOY, spans))

    return see


def proposed(text, language="fr", **options):
    return {one.text: one for one in find_candidates({"body": text}, language, **options)}


def test_a_person_that_no_rule_finds_is_proposed_with_the_recogniser_as_its_reason(recognised):
    recognised(Quelmin="PER")
    text = "Hier, les partisans de Quelmin ont refusé."
    person = proposed(text)["Quelmin"]
    assert (person.kind, person.rule) == ("person", f"recogniser: {TOY}")
    assert [text[place.start : place.end] for place in person.places] == ["Quelmin"]
    assert proposed(text, recognise=False) == {}


def test_an_institution_that_no_rule_finds_is_proposed(recognised):
    recognised(Febelvor="ORG")
    assert proposed("Les ventes de Febelvor ont monté.")["Febelvor"].kind == "institution"


def test_what_rule_and_recogniser_share_is_surer_and_says_both(recognised):
    text = "Hier, la maire a vu Zorbat Quelmin à Fès."
    alone = proposed(text, recognise=False)["Zorbat Quelmin"]
    recognised(Zorbat_Quelmin="PER")
    both = proposed(text)["Zorbat Quelmin"]
    assert both.rule == f"{alone.rule}; {TOY}"
    assert both.score >= 0.9 > alone.score


def test_a_person_of_a_weak_rule_that_the_recogniser_does_not_see_falls_under_what_is_shown(recognised):
    text = "Hier, la maire a vu Zorbat Quelmin à Fès."
    assert proposed(text, recognise=False)["Zorbat Quelmin"].score >= finding.LEAST_SCORE
    recognised()
    assert proposed(text)["Zorbat Quelmin"].score < finding.LEAST_SCORE


def test_a_person_of_a_strong_rule_stays_without_the_recogniser(recognised):
    text = "La réponse de M. Tarvel est attendue."
    alone = proposed(text, recognise=False)["Tarvel"]
    recognised()
    assert proposed(text)["Tarvel"] == alone


def test_a_form_of_address_is_left_out_of_a_recognised_name(recognised):
    recognised(Миссис_Хамвиль="PER")
    assert "Хамвиль" in proposed("Там была Миссис Хамвиль и ее дети.", "ru")


@pytest.mark.parametrize(
    ("text", "label", "word"),
    [
        ("Il a plu. Obnubilé par le ciel, il part.", "PER", "Obnubilé"),
        ("Arrivés tard le soir, ils dorment.", "ORG", "Arrivés tard"),
        ("Il vient de Genève.", "ORG", "Genève"),
        ("On le lit sur Twitter.", "ORG", "Twitter"),
        ("Il habite place Tarvor au centre.", "PER", "Tarvor"),
        ("Le défilé du groupe « A" + "\n" + "Bertrand » est là.", "ORG", "A\nBertrand"),
        ("Ils saluent le drapeau.", "PER", "drapeau"),
        ("Il arrive Lundi soir.", "PER", "Lundi"),
    ],
)
def test_a_recogniser_is_not_believed_in_what_no_name_can_be(recognised, text, label, word):
    recognised(**{word.replace(" ", "_"): label})
    assert not [one for one in proposed(text).values() if one.rule.startswith("recogniser")]


def test_a_short_russian_word_is_left_alone_because_its_forms_are_those_of_others(recognised):
    recognised(Ной="PER")
    assert proposed("Там жил старый Ной. Но он ушел.", "ru") == {}


def test_a_first_word_of_a_sentence_counts_where_it_is_recognised_within_one_too(recognised):
    recognised(Marchelli="PER")
    assert proposed("Marchelli arrive.") == {}
    (person,) = proposed("Marchelli arrive. On salue Marchelli.").values()
    assert len(person.places) == 2


def test_a_recognised_surname_joins_the_full_name_that_a_rule_found(recognised):
    recognised(Bouzidi="PER")
    (person,) = proposed("Salima Bouzidi est là. Selon lui, Bouzidi parle.").values()
    assert (person.text, len(person.places)) == ("Salima Bouzidi", 2)


def test_nothing_that_is_linked_already_is_proposed_by_a_recogniser(recognised):
    recognised(Quelmin="PER")
    text = "Les partisans de Quelmin ont refusé."
    start = text.index("Quelmin")
    assert proposed(text, taken=[("body", start, start + 7)]) == {}


def test_a_long_text_is_read_piece_by_piece_and_every_offset_is_that_of_the_text(monkeypatch):
    monkeypatch.setattr(recognisers, "_PIECE", recognisers.pieces_of(60))
    read = []

    def spans(text):
        read.append(len(text))
        return [(at, at + 7, "PER") for at in range(len(text)) if text.startswith("Quelmin", at)]

    text = "\n".join(f"Ligne {number} sur Quelmin" for number in range(20)) + " et" * 60
    found = list(Recogniser(TOY, spans).find(text))
    assert sum(read) == len(text)
    assert max(read) <= 60
    assert [text[span.start : span.end] for span in found] == ["Quelmin"] * 20
    assert all(one.start < other.start for one, other in pairwise(found))


@pytest.fixture
def loader(monkeypatch):
    """Put a loader of our own in the place of French's; nothing that was loaded before counts."""

    def put(load, packages=("json",)):
        monkeypatch.setitem(recognisers._LOADERS, "fr", (packages, load))

    recognisers._load.cache_clear()
    yield put
    recognisers._load.cache_clear()


def test_a_recogniser_that_cannot_be_loaded_is_logged_once_and_the_rules_go_on(loader, caplog):
    def broken():
        raise OSError("the model is half there")

    loader(broken)
    with caplog.at_level(logging.ERROR):
        found = [proposed("Le maire a reçu Salima Bouzidi.") for _ in range(3)]
    assert all("Salima Bouzidi" in one for one in found)
    assert len(caplog.records) == 1


def test_a_recogniser_that_is_not_installed_is_no_error(loader, caplog):
    loader(lambda: pytest.fail("must not load"), packages=("json", "no_such_package_here"))
    assert recogniser_of("fr") is None
    assert caplog.records == []


def test_a_recogniser_is_loaded_once_a_process_however_many_threads_ask_first(loader):
    loaded, seen, barrier = [], [], threading.Barrier(8)

    def load():
        loaded.append(1)
        return Recogniser(TOY, lambda text: [])

    def ask():
        barrier.wait()
        seen.append(recogniser_of("fr"))

    loader(load)
    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(loaded) == 1
    assert len({id(one) for one in seen}) == 1


@pytest.mark.parametrize("language", ["en", "ar", "de", ""])
def test_languages_without_a_trained_recogniser_have_none(language):
    assert recogniser_of(language) is None


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le texte a été lu par Yanbir Kestrelov devant les députés.", "Yanbir Kestrelov"),
        ("ru", "В среду Йорген Квистгор приехал на переговоры в столицу.", "Йорген Квистгор"),
    ],
)
def test_the_installed_recogniser_finds_a_person_and_is_named(language, text, name):
    recogniser = recogniser_of(language)
    if recogniser is None:
        pytest.skip("the extra [ner] is not installed")
    person = proposed(text, language)[name]
    assert person.kind == "person"
    assert recogniser.name in person.rule
