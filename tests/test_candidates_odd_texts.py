"""Candidates of texts that nobody would write: whatever stands in them, the reading ends, soon, with true places."""

import random
from functools import partial
from typing import Any

import pytest

from articles.candidates import find_candidates, joining, near_names
from articles.candidates.reading import read
from tests.growth import grows_with_length

SENTENCES = {
    "fr": "Le ministre de l’Économie, Zorbat Quelmin, a reçu M. Tarvel (ULM) et J.-P. Corvelin à Rabat.",
    "en": "On Friday Bishop Smith and Foreign Minister Zorbat Quelmin met Mr. King of Cordovia Ltd in Durham.",
    "ru": "Вчера митрополит Досифей (Корчагин) и премьер-министр Тазрут Кельди встретились в Москве с г. Кротовым.",
    "ar": "وقال وزير الخارجية عبد الله ديوب إن الدكتور محمود عبد السلام والسيدة هيلدا فان دير ميرفي وصلوا أمس.",
}
ODD = "( ) « » \" ' ’ - — … . , : | / @ # [ * ¬ _ ٣ ² Ⅳ ª ǅ İ ß ʼ ʻ ʿ ـ َ ﷺ ﷸ ﷴ ﬁ 中 👍".split()
ODD += "و ال لل de al M. г. d' l’ Mc X (York)".split()
ODD += ["", "\n", "\t", "\u00a0", "\u200f", "\u00ad", "\ufeff", "\x00", "\u2028"]


def people(language: str, text: str) -> list[Any]:
    return find_candidates({"body": text}, language, recognise=False)


def mutated(sentence: str, dice: random.Random) -> str:
    """The sentence with words dropped, doubled, in capitals, in brackets, and signs between and within them."""
    words = sentence.split()
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(words))
        word, sign = words[place], dice.choice(ODD)
        cut = dice.randrange(len(word) + 1)
        changed = (f"({word})", word.upper(), word.title(), sign + word, word + sign, sign, "")
        words[place] = dice.choice((*changed, word[:cut] + sign + word[cut:], f"{word} {word}"))
    return " ".join(words[dice.choice((0, 0, 0, 3)) :])


@pytest.mark.parametrize("language", SENTENCES)
def test_whatever_stands_in_a_text_names_are_found_where_they_stand(language):
    dice = random.Random(14)
    for _ in range(400):
        text = mutated(SENTENCES[language], dice)
        taken = [("body", 5, 9)] if text[5:9].isalnum() else []
        for one in find_candidates({"body": text}, language, taken=taken, recognise=False):
            for place in one.places:
                assert text[place.start : place.end] == place.exact.strip() != "", text
                assert not taken or place.end <= 5 or place.start >= 9, text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The team of Bishop Auckland (Durham) won the cup on Friday."),
        ("en", "Bishop Auckland (Durham) won."),
        ("en", "On Friday Bishop Smith (York) and Bishop Jones (Leeds) met."),
        ("ar", "قال مدير المخزن تجاني عبد الماجد ʻ خمس سفن."),
        ("ar", "قال المدير ﷸ ﷺ تجاني ﷸ."),
    ],
)
def test_a_sign_where_a_name_would_go_on_stops_nothing(language, text):
    assert isinstance(find_candidates({"body": text}, language, recognise=False), list)


def test_nothing_that_is_linked_is_proposed_within_another_name():
    text = "وقال وزير الخارجية عبد الله ديوب إن القرار لا رجعة فيه."
    start = text.index("الله")
    found = find_candidates({"body": text}, "ar", taken=[("body", start, start + 4)], recognise=False)
    assert [one.text for one in found if "عبد" in one.text] == []


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize(
    "odd",
    [
        "\n",
        " ",
        ",",
        "(",
        "«",
        "A",
        "Ж",
        "A.",
        "A. ",
        "Ab ",
        "АБ ",
        "Ab-",
        "Ab’",
        "de ",
        "ال",
        "و ",
        "عبد ",
        "¬\n",
        "́",
    ],
)
def test_a_long_row_of_the_same_sign_is_soon_read(language, odd):
    assert grows_with_length(partial(people, language), lambda count: odd * count, 2_000)
    people(language, odd * 20_000)


NAMINGS = {
    "fr": "Hier Ahmed {} a vu Jean {}. M. {} dort. ",
    "ru": "Вчера Иван {} сказал, что Иван Петрович {} спит. ",
    "ar": "قال محمد {} أمس. ",
}


@pytest.mark.parametrize("language", NAMINGS)
def test_a_list_of_a_thousand_people_who_share_given_names_is_soon_read(language):
    dice = random.Random(14)
    letters = {"fr": ("bdfglmnrst", "aeiou"), "ru": ("бдгклмнрст", "аеиоу"), "ar": ("بدرسفكلمن", "اوي")}[
        language
    ]

    def word() -> str:
        return "".join(dice.choice(one) for _ in range(4) for one in letters).capitalize()

    named = [NAMINGS[language].format(word(), word(), word()) for _ in range(1000)]
    assert len(people(language, "".join(named))) > 400
    assert grows_with_length(partial(people, language), lambda count: "".join(named[:count]), 250)


def test_a_heading_in_capitals_takes_no_longer_for_being_long():
    heading = "ВЧЕРА ТАЗРУТ КЕЛЬДИ И ИВАН КРОТОВ ВСТРЕТИЛИСЬ В МОСКВЕ. "
    assert grows_with_length(partial(people, "ru"), lambda count: heading * count, 100)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hier Ahmed Zerbane a vu Ahmed Zerban. Zerbane dort.", ["Ahmed Zerbane"]),
        ("Hier Ahmed Zerbane a vu Ahmed Tazrout. Tazrout dort.", ["Ahmed Zerbane", "Ahmed Tazrout"]),
        ("Hier Ahmed Ben Zerbane a vu M. Ben Zerbane et M. Zerbane.", ["Ahmed Ben Zerbane"]),
        ("Hier Ahmed Zerbane a vu Jean Zerbane. M. Zerbane dort.", ["Ahmed Zerbane", "Jean Zerbane"]),
    ],
)
def test_spellings_and_surnames_join_and_other_people_do_not(text, names):
    found = find_candidates({"body": text}, "fr", recognise=False)
    assert [one.text for one in found if one.kind == "person"] == names


def surnames(count: int) -> list[str]:
    """So many invented surnames of six letters."""
    dice = random.Random(14)
    return [
        "".join(dice.choice(one) for _ in range(3) for one in ("bdfglmnrst", "aeiou")).title()
        for _ in range(count)
    ]


def counted(monkeypatch: pytest.MonkeyPatch, count: int) -> tuple[int, int]:
    """How many names were compared, and how many words looked up, in a list of people with one given name."""
    compared, looked_up = [], []
    compare, key = near_names.process.extract_iter, joining.token_key

    def comparing(name: str, others: list[str], **options: Any) -> Any:
        compared.append(len(others))
        return compare(name, others, **options)

    def looking_up(word: str) -> str:
        looked_up.append(word)
        return key(word)

    text = "".join(
        f"Hier Marie Curie a vu Marie {one}. Ici dort, Marie, un chat. " for one in surnames(count)
    )
    with monkeypatch.context() as counting:
        counting.setattr(near_names, "_MOST", 50)
        counting.setattr(near_names.process, "extract_iter", comparing)
        counting.setattr(joining, "token_key", looking_up)
        find_candidates({"body": text}, "fr", recognise=False)
    return sum(compared), len(looked_up)


def test_of_people_who_share_a_given_name_four_times_as_many_are_compared_not_much_oftener(monkeypatch):
    few, many = counted(monkeypatch, 200), counted(monkeypatch, 800)
    assert 0 < many[0] < 6 * few[0]
    assert 0 < many[1] < 6 * few[1]


def test_a_name_that_comes_again_is_not_put_among_those_to_compare_again(monkeypatch):
    added = []
    add = near_names.NameIndex.add
    monkeypatch.setattr(
        near_names.NameIndex, "add", lambda self, *given: added.append(given[1]) or add(self, *given)
    )
    text = "Hier Marie Curie a vu Marie Zadabel. " * 50
    find_candidates({"body": text}, "fr", recognise=False)
    assert added == [("marie", "curie"), ("marie", "zadabel")]


def test_words_besides_the_shared_one_have_to_be_alike():
    text = "Hier Christophe Ra a vu Christophe Li. Puis Christophe Zerbane a vu Christophe Zerban."
    found = find_candidates({"body": text}, "fr", recognise=False)
    assert [one.text for one in found] == ["Christophe Ra", "Christophe Li", "Christophe Zerbane"]


def test_whether_a_text_is_a_heading_is_asked_once():
    for text, is_heading in (("Cat Sat on the Mat", True), ("Cat sat under the mat", False)):
        reading = read("body", text, ())
        reading.words.clear()
        assert reading.is_heading is is_heading
