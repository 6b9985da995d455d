"""Names that texts have and no record, as readers ask for them: inflected, or beside a namesake on record."""

import pytest

from articles.search.query import read_query
from tests import factories
from tests.test_sounding import found, proposal, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "typed", ["Рустама Ачилбекова", "Рустаму Ачилбекову", "Рустамом Ачилбековым", "Рустам Ачилбеков"]
)
def test_a_whole_name_is_known_in_every_russian_case(typed):
    texts = {
        text("Then Rustam Achilbekov spoke.", language="en"),
        text("Рустам Ачилбеков сказал.", language="ru"),
    }
    proposal("Rustam Achilbekov")
    proposal("Рустам Ачилбеков")
    assert found(typed) == texts


@pytest.mark.parametrize("typed", ["Дитрихом фон Хальдаком", "Дитриха фон Хальдака"])
def test_so_is_that_of_a_person_on_record_in_another_script(typed):
    person = factories.PersonFactory(names={"fr": "Dietrich von Haldak"})
    linked = text("L’émissaire. Rien.", person)
    assert found(typed) == {linked}


def test_a_womans_name_is_not_that_of_a_man_in_the_genitive():
    proposal("Anna Petrovskaya")
    proposal("Anton Petrovsky")
    assert read_query("Антона Петровского").names[0].in_texts == ("Anton Petrovsky",)


@pytest.mark.parametrize("typed", ["لعبد الحكيم تشيكو", "وعبد الحكيم تشيكو"])
def test_an_arabic_name_is_known_behind_what_is_written_in_one_with_it(typed):
    person = factories.PersonFactory(names={"fr": "Abdelhakim Tchikou"})
    linked = text("Le ministre. Rien.", person)
    assert found(typed) == {linked}


@pytest.mark.parametrize("typed", ["Nesmara", "Несмарой", "نسمارة", "لنسمارة"])
def test_a_name_of_one_word_on_no_record_is_known_in_another_script(typed):
    texts = {text(f"x {name} y.", language="und") for name in ("Nesmara", "Несмара", "نسمارة")}
    for name in ("Nesmara", "Несмара", "نسمارة"):
        proposal(name)
    assert found(typed) == texts


def test_so_is_an_institution_of_one_word():
    named = text("Le groupe Baltmarket part.")
    proposal("Baltmarket", "institution")
    assert found("Балтмаркет") == {named}


@pytest.mark.parametrize(
    "typed", ["Sergei Bulganov", "sergei bulganov", "Сергей Булганов", "Сергея Булганова"]
)
def test_a_namesake_on_record_is_not_who_is_asked_for_by_another_given_name(typed):
    nikolai = factories.PersonFactory(names={"en": "Nikolai Bulganov"})
    linked = text("Nikolai Bulganov and his wife.", nikolai, language="en")
    texts = {
        text("Сергей Булганов играл.", language="ru"),
        text("Le joueur Sergueï Boulganov est blessé."),
    }
    proposal("Сергей Булганов")
    proposal("Sergueï Boulganov")
    assert all(name.agents == () for name in read_query(typed).names)
    assert found(typed) == texts
    proposal("Sergei Bulganov")
    assert all(name.agents == () for name in read_query(typed).names)
    assert linked in found("Bulganov")
    assert linked in found("Nikolai Bulganov")


@pytest.mark.parametrize(
    "typed", ["Nikolay Bulganov", "nikolay bulganov", "N. Bulganov", "Президент Булганов"]
)
def test_the_given_name_of_who_is_on_record_asks_for_him_however_it_is_spelt(typed):
    nikolai = factories.PersonFactory(names={"en": "Nikolai Bulganov"})
    proposal("Nikolaï Boulganov")
    proposal("Сергей Булганов")
    assert [agent.pk for agent in read_query(typed).names[0].agents] == [nikolai.pk]


def test_a_surname_that_is_somebody_s_given_name_is_not_taken_for_him():
    """«Новак» is a given name in no table: that texts name Novak Djokovic is enough."""
    factories.PersonFactory(names={"ru": "Александр Новак"})
    played = text("Новак Джокович выиграл турнир.", language="ru")
    proposal("Новак Джокович")
    assert all(name.agents == () for name in read_query("Новак Джокович").names)
    assert found("Новак Джокович") == found("Novak Djokovic") == {played}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ({"ru": "Александр Новак"}, "Вице-премьер Новак"),
        ({"fr": "Abdellatif Hammouchi"}, "Docteur Hammouchi"),
        ({"ar": "ناصر بوريطة"}, "الوزير بوريطة"),
    ],
)
def test_a_title_beside_a_surname_is_no_other_name(name, typed):
    person = factories.PersonFactory(names=name)
    proposal(typed)
    assert [agent.pk for agent in read_query(typed).names[0].agents] == [person.pk]


def test_a_name_that_texts_have_is_not_the_place_that_its_first_half_sounds_like():
    named = text("Giorgia Meloni a parlé.")
    text("La Géorgie a voté, selon Mme Meloni.")
    proposal("Giorgia Meloni")
    assert read_query("جورجيا ميلوني").terms == ()
    assert named in found("جورجيا ميلوني")
    assert [one.surface for one in read_query("جورجيا").terms] == ["جورجيا"]


@pytest.mark.parametrize("typed", ["Ferenc Krausz", "ferenc krausz"])
def test_a_name_in_arabic_is_found_behind_what_is_written_in_one_with_it(typed):
    """The stemmer cuts «وفيرينك» otherwise than «فيرينك»."""
    texts = {text(f"فاز بالجائزة آلان {clitic}فيرينك كراوس.", language="ar") for clitic in ("و", "ل", "")}
    proposal("فيرينك كراوس")
    assert found(typed) == texts


def test_a_whole_name_asks_for_no_half_of_a_double_surname_in_another_script():
    factories.PersonFactory(names={"fr": "Khadija Lahrichi-Fassi"})
    named = text("قالت خديجة لحريشي الفاسي إن", language="ar")
    text("وصل إلى مدينة فاس اليوم", language="ar")
    proposal("خديجة لحريشي الفاسي")
    assert found("Khadija Lahrichi-Fassi") == {named}


@pytest.mark.parametrize("typed", ["Bulganov", "Булганов", "Булганову"])
def test_who_asks_for_a_surname_alone_asks_for_all_who_bear_it(typed):
    nikolai = factories.PersonFactory(names={"en": "Nikolai Bulganov"})
    texts = {
        text("Nikolai Bulganov and his wife.", nikolai, language="en"),
        text("Le joueur Sergueï Boulganov est blessé."),
    }
    proposal("Sergueï Boulganov")
    assert found(typed) == texts
    (name,) = read_query(typed).names
    assert (name.agents, name.in_texts) == ((nikolai,), ("Boulganov",))


def test_a_small_or_stands_between_names_that_texts_have_as_they_are_typed():
    texts = {text("Рустам Ачилбеков сказал.", language="ru"), text("Антон Шаврин ушёл.", language="ru")}
    proposal("Рустам Ачилбеков")
    proposal("Антон Шаврин")
    assert found("Ачилбеков или Шаврин") == texts
    assert found("Рустам Ачилбеков или Шаврин") == texts


def test_a_mark_behind_a_name_is_no_part_of_it():
    proposal("Рустам Ачилбеков")
    (name,) = read_query("Achilbekov, сказал").names
    assert name.surface == "Achilbekov"


@pytest.mark.parametrize("typed", ["Émile Kouakou N'Dri", "Emile Kouakou N’Dri", "directeur N'Dri"])
def test_a_name_with_a_letter_before_its_consonant_is_known_in_another_script(typed):
    factories.PersonFactory(names={"fr": "Émile Kouakou N'Dri"})
    russian = text("Эмиль Куаку Н’Дри ушёл.", language="ru")
    proposal("Эмиль Куаку Н’Дри")
    assert found(typed) == {russian}


@pytest.mark.parametrize("typed", ["ЮНЕСПО", "UNESPO", "اليونيسبو", "باليونيسبو"])
def test_an_acronym_in_texts_is_found_in_every_script(typed):
    texts = {text("Dit l’UNESPO."), text("Глава ЮНЕСПО сказал.", language="ru")}
    texts |= {text("قالت اليونيسبو أمس.", language="ar")}
    for name in ("UNESPO", "ЮНЕСПО", "اليونيسبو"):
        proposal(name, kind="institution")
    assert found(typed) == texts


def test_a_word_with_a_capital_alone_is_no_acronym_of_another_script():
    proposal("ALENAT", kind="institution")
    text("Dit l’ALENAT.")
    assert found("Аленото") == set()
