"""How much is asked of a text's words, counted: how a word sounds is found out only where a name may stand."""

from collections.abc import Sequence

from articles.names import KnownName, NameFinder, by_skeleton, by_sound


def _finder(*names: Sequence[str]) -> NameFinder:
    """Of people, each with all spellings of their name."""
    return NameFinder(
        [
            KnownName(number, text, "person", "authorized", "")
            for number, one in enumerate(names)
            for text in one
        ]
    )


def _counted(monkeypatch, module, name: str) -> list[tuple[object, ...]]:
    """With what a function of a module is called from now on."""
    calls, function = [], getattr(module, name)

    def count(*arguments):
        calls.append(arguments)
        return function(*arguments)

    monkeypatch.setattr(module, name, count)
    return calls


def test_a_word_behind_which_no_name_can_end_is_not_compared_by_its_skeleton(monkeypatch) -> None:
    finder = _finder(["Subramanian Raghunathan"])
    heard = _counted(monkeypatch, by_skeleton, "_heard")
    assert finder.find("Вчера решили, что Москва будет первой. Там же Киев был вторым.") == []
    assert heard == []


def test_where_everybody_has_a_name_in_the_script_of_a_text_no_word_is_compared(monkeypatch) -> None:
    finder = _finder(["Nikolai Patrushev", "Николай Патрушев", "نيكولاي باتروشيف"])
    heard = _counted(monkeypatch, by_skeleton, "_heard")
    finder.find("Вчера Иван Смирнов и Анна Петрова были в Москве.")
    assert heard == []


def test_a_whole_name_is_still_found_by_its_skeleton() -> None:
    [found] = _finder(["Subramanian Raghunathan"]).find("Там был Субраманьян Рагхунатхан.")
    assert found.exact == "Субраманьян Рагхунатхан"


def test_what_consonants_may_be_written_for_is_looked_up_once_for_all_forms_of_a_word(monkeypatch) -> None:
    finder = _finder(["Ivan Chtcheglov"])
    written = _counted(monkeypatch, by_sound, "consonants_written")
    [found] = finder.find("Вчера говорили с Щегловым.")
    assert found.exact == "Щегловым"
    assert len(written) == len({key for (key,) in written}) > 0
