"""Names beside what only opens a sentence, beside titles that are given names, and behind peoples."""

import pytest

from articles.candidates import find_candidates


def names(text: str, language: str) -> list[str]:
    found = find_candidates({"body": text}, language, recognise=False)
    return [one.text for one in found if one.kind == "person" and one.score >= 0.5]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Билеты разошлись. Танцевала Тамира Лоркипанидзе в красном.", "Тамира Лоркипанидзе"),
        ("ru", "Школы закрыты. Эколог Гассар Кусайми ожидает дождя.", "Гассар Кусайми"),
        ("ru", "Жюри возглавлял боснийский режиссёр Эмир Селимхоркич.", "Эмир Селимхоркич"),
        ("ru", "Работы прошли под руководством Ревана Цхаркая вчера.", "Ревана Цхаркая"),
        ("ru", "Датский судовладелец Мадес Эстерлор-Кунд оценил убытки.", "Мадес Эстерлор-Кунд"),
        ("ru", "Работа с физиком Нгуен Тхи Мин Ань началась.", "Нгуен Тхи Мин Ань"),
        ("ru", "Он говорил с животноводом Салимом Барвазиром.", "Салимом Барвазиром"),
        ("ru", "Фильм палестинки Хиям Тарвазы получил приз.", "Хиям Тарвазы"),
        ("fr", "Après sa chute, la Biélorusse Jarna Efimtchouk est remontée.", "Jarna Efimtchouk"),
        ("fr", "Il travaille avec la Vietnamienne Nguyen Thi Minh Anh.", "Nguyen Thi Minh Anh"),
        (
            "en",
            "The jury, chaired by Bosnian film-maker Emir Selimhorkic, was unanimous.",
            "Emir Selimhorkic",
        ),
    ],
)
def test_a_name_begins_behind_what_only_leads_to_it(language, text, name):
    assert names(text, language) == [name]


def test_a_title_before_a_known_given_name_is_a_title():
    assert names("L'accord fut signé par Emir Khalid Marzouqi hier.", "fr") == ["Khalid Marzouqi"]


@pytest.mark.parametrize(
    "text", ["Сотрудники завода Новый Свет ушли.", "Под началом Первой Градской больницы."]
)
def test_what_is_no_person_is_none(text):
    assert names(text, "ru") == []
