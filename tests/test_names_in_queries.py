"""Names as readers write them: inflected, behind a clitic, with titles and initials, beside words that say nothing."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from articles.filters import ArticleFilter
from articles.models import SearchEntry
from articles.search import recognition
from articles.search.name_forms import is_given_name, keys_of
from articles.search.pieces import part
from articles.search.query import read_query
from articles.search.results import search_articles
from articles.search.spans import candidate_spans
from tests import factories

pytestmark = pytest.mark.django_db


def found(q: str, **others: str) -> set[int]:
    criteria = ArticleFilter(QueryDict(urlencode({"q": q, **others}))).criteria
    return {hit.article.pk for hit in search_articles(criteria).hits}


@pytest.fixture
def archive(cast):
    """One text in each of four languages about one man, another one in each about nobody."""
    texts = {}
    for language, body in {
        "fr": "Patrouchev est à Rabat.",
        "ru": "Переговоры с Патрушевым прошли.",
        "en": "Patrushev met the king.",
        "ar": "التقى باتروشيف الملك",
    }.items():
        texts[language] = factories.ArticleFactory(headline="—", lede="", body=body, language=language)
        factories.MentionFactory(article=texts[language], agent=cast.patrouchev, exact=body.split()[0])
        factories.ArticleFactory(
            headline="—", lede="", body="Un homme, le roi, the king, и король.", language=language
        )
    cast.texts = {article.pk for article in texts.values()}
    return cast


@pytest.mark.parametrize(
    "q",
    [
        *("Патрушева", "Патрушеву", "Патрушевым", "о Патрушеве", "Николаем Патрушевым", "г-н Патрушев"),
        *("Патрушев Николай", "Патрушев Н.", "Н. Патрушев", "Патрушева Николая"),
        *("de Patrouchev", "le Patrouchev", "Mr Patrushev", "M. Patrouchev", "Patrushev's", "the Patrushev"),
        *("Patrouchev Nikolaï", "N. Patrouchev", "d’Patrouchev", "Monsieur Patrouchev", "Nikolaj Patrushev"),
        *("وباتروشيف", "لباتروشيف", "السيد باتروشيف", "باتروشيف نيكولاي", "عن باتروشيف"),
    ],
)
def test_a_name_is_known_however_it_is_written(archive, q):
    assert found(q) == archive.texts


def test_a_misspelt_surname_takes_the_given_name_beside_it(archive):
    assert found("Nikolai Petrushof") == archive.texts
    (name,) = read_query("Nikolai Petrushof").names
    assert name.is_alike
    assert name.surface == "Nikolai Petrushof"


def test_a_given_name_alone_is_never_read_as_whom_it_resembles(archive):
    query = read_query("Nikolaij")
    assert not query.names
    assert [near.agent.pk for near in query.meant] == [archive.patrouchev.pk]


def test_another_given_name_is_a_word_like_others(archive):
    assert found("Ivan Patrouchev") == set()


def test_a_given_name_tells_namesakes_apart(archive):
    other = factories.PersonFactory(names={"fr": "Dmitri Patrouchev", "ru": "Дмитрий Патрушев"})
    assert {agent.pk for agent in read_query("Патрушев").names[0].agents} == {archive.patrouchev.pk, other.pk}
    assert {agent.pk for agent in read_query("Патрушев Дмитрий").names[0].agents} == {other.pk}
    assert {agent.pk for agent in read_query("Н. Патрушев").names[0].agents} == {archive.patrouchev.pk}


def test_what_is_taken_as_words_is_taken_so_with_its_given_name(archive):
    query = read_query("Патрушев Николай", as_words=["Патрушев Николай"])
    assert not query.names


@pytest.mark.parametrize(
    ("q", "is_found"),
    [
        ("Совета безопасности Российской Федерации", True),
        ("Советом безопасности", False),
        ("CSFR", True),
        ("le CSFR", True),
        ("l’CSFR", True),
        ("C.S.F.R.", True),
    ],
)
def test_an_institution_is_known_in_other_cases(cast, q, is_found):
    factories.AgentNameFactory(
        agent=cast.council, text="Совет безопасности Российской Федерации", language="ru", form="authorized"
    )
    article = factories.ArticleFactory(language="fr", headline="—", lede="", body="Le conseil s’est réuni.")
    factories.MentionFactory(article=article, agent=cast.council, exact="conseil")
    assert (article.pk in found(q)) == is_found


def test_a_common_word_is_no_name_beside_others(cast):
    nations = factories.InstitutionFactory(names={"en": "UN", "fr": "ONU"})
    text = factories.ArticleFactory(headline="Un homme", lede="", body="Rien.", language="fr")
    named = factories.ArticleFactory(headline="Homme", lede="", body="ONU.", language="ru")
    factories.MentionFactory(article=named, agent=nations, exact="ONU")
    assert found("un homme") == {text.pk, named.pk}
    assert [name.agents[0].pk for name in read_query("un").names] == [nations.pk]
    assert found("UN homme") == {named.pk}
    assert found("UN HOMME") == {text.pk, named.pk}


@pytest.mark.parametrize(
    "q", ["le Kremlin", "du Kremlin", "the Kremlin", "of the Kremlin", "au Kremlin", "о Kremlin"]
)
def test_words_that_say_nothing_need_stand_in_no_text(q):
    texts = {
        factories.ArticleFactory(body="Kremlin.", language=code).pk for code in ("fr", "en", "ru", "ar", "de")
    }
    factories.ArticleFactory(body="Le the du of au о.", language="en")
    assert found(q) == texts


def test_such_words_alone_are_asked_where_they_mean_something_and_told():
    factories.ArticleFactory(body="le la les", language="fr")
    other = factories.ArticleFactory(body="le la les", language="en")
    assert found("le la les") == {other.pk}
    assert (read_query("le la les").partly, read_query("le la les").ignored) == (("le la les",), ())
    assert read_query('"it was a"').partly == ('"it was a"',)


def test_a_common_word_leaves_nothing_out_and_that_is_told():
    texts = {factories.ArticleFactory(body="le pain", language=code).pk for code in ("fr", "en")}
    assert found("pain -le") == texts
    assert read_query("pain -le").ignored == ("-le",)


@pytest.mark.parametrize(
    ("q", "branches"),
    [
        ("-" * 40, []),
        ("!" * 40, []),
        ("Lavrov " + "-" * 40, [["Lavrov"]]),
        ("Maroc - Russie", [["Maroc", "Russie"]]),
        ("Maroc – Russie", [["Maroc", "Russie"]]),
        ("--Lavrov", [["Lavrov"]]),
        ("… «Новости» - Известия", [['"Новости"', "Известия"]]),
        ("pays---bas", [["pays", "bas"]]),
        ("~a1 ~e", [["a1", "e"]]),
        ("حرب أو سلام", [["حرب"], ["سلام"]]),
        ("(((", [["((("]]),
        ("- -", []),
    ],
)
def test_signs_that_stand_alone_are_no_words(q, branches):
    assert [[piece.text for piece in branch] for branch in part(q).branches] == branches


@pytest.mark.parametrize("q", ["-" * 40, "!" * 40 + "x", "x " + "- " * 40, "-!-!" * 20 + "a", '"-' * 20])
@pytest.mark.parametrize("exact", ["0", "1"])
def test_no_run_of_signs_is_too_much(q, exact):
    found(q, exact=exact)


def test_a_dash_between_words_leaves_nothing_out():
    text = factories.ArticleFactory(body="Maroc et Russie", language="fr")
    assert found("Maroc - Russie") == {text.pk}
    assert found("Maroc -Russie") == set()


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Лавровым", "лавров"),
        ("Буритой", "бурита"),
        ("Зелинского", "зелинскии"),
        ("Кремля", "кремль"),
        ("Насером Буритой", "насер бурита"),
        ("Министерства обороны", "министерство обороны"),
        ("Российской Федерации", "россииская федерация"),
        ("للأمم المتحدة", "الامم المتحده"),
        ("بالكرملين", "الكرملين"),
        ("l'Union africaine", "union africaine"),
        ("L’Économiste", "l economiste"),
        ("Patrushev’s", "patrushev"),
    ],
)
def test_the_keys_of_a_form_hold_that_of_the_name(typed, key):
    assert key in keys_of(part(typed).branches[0])


def test_few_keys_are_looked_up():
    for text in (
        "Совета безопасности Российской Федерации и Министерства",
        "Насером Буритой",
        "Владимира Путина",
    ):
        assert len(keys_of(part(text).branches[0])) <= 200


@pytest.mark.parametrize(
    ("word", "names", "is_given"),
    [
        ("Сергей", ["Сергей Лавров"], True),
        ("Сергея", ["Сергей Лавров"], True),
        ("С.В.", ["Сергей Викторович Лавров"], True),
        ("С.В.", ["Сергей Лавров"], True),
        ("В.С.", ["Сергей Лавров"], False),
        ("Abdel-Ilah", ["Abdelilah Benkirane"], True),
        ("И.", ["Сергей Лавров"], False),
        ("Serguei", ["Sergueï Lavrov"], True),
        ("Лавров", ["Сергей Лавров"], False),
        ("Moscou", ["Sergueï Lavrov"], False),
        ("ناصر", ["Nasser Bourita"], True),
        ("x", ["Pelé"], False),
        ("с", ["Саид Бутефлика"], False),
        ("С", ["Саид Бутефлика"], False),
        ("С.", ["Саид Бутефлика"], True),
        ("à", ["Abdelaziz Bouteflika"], False),
        ("n'a", ["Nikolaï Patrouchev"], False),
        ("victoire", ["Viktor Orban", "Виктор Орбан"], False),
        ("Victoire", ["Viktor Orban"], False),
        ("Viktor", ["Victor Orban"], True),
        ("française", ["François Hollande"], False),
        ("Paris", ["Boris Godounov"], False),
        ("presse", ["Boris Godounov", "Борис Годунов"], False),
        ("mairie", ["Marie Curie"], False),
        ("Россия", ["Rosa Luxemburg"], False),
        ("один", ["Saad Hariri"], False),
    ],
)
def test_a_given_name_is_told_from_other_words(word, names, is_given):
    assert is_given_name(word, names) == is_given


@pytest.mark.parametrize(
    ("q", "is_found"),
    [
        ("portes*", False),
        ("législativ*", True),
        ("envoy*", True),
        ("communiq*", True),
        ("portugais*", True),
    ],
)
def test_the_beginning_of_a_word_finds_words_that_begin_so_and_no_others(q, is_found):
    text = factories.ArticleFactory(
        headline="—", lede="", body="Portugais, communiqué, les législatives, un envoyé.", language="fr"
    )
    assert (text.pk in found(q)) == is_found


def test_a_small_or_between_two_names_gives_the_texts_of_both(archive):
    other = factories.ArticleFactory(headline="—", lede="", body="Hammouchi.", language="fr")
    factories.MentionFactory(article=other, agent=archive.hammouchi, exact="Hammouchi")
    assert found("Patrouchev ou Hammouchi") == {*archive.texts, other.pk}
    assert found("Патрушев или Hammouchi") == {*archive.texts, other.pk}
    assert found("Patrouchev ou Hammouchi Rabat") <= archive.texts
    assert found("Patrouchev Hammouchi") == set()


@pytest.mark.parametrize(
    ("q", "name"),
    [
        *(
            (q, "Fouad Ali El Himma")
            for q in ("Elhimma", "El Himma", "El-Himma", "Al Himma", "Fouad Elhimma")
        ),
        *(
            (q, "Abdelilah Benkirane")
            for q in ("Ben Kirane", "Benkirane", "Abdel-Ilah Benkirane", "ben kirane")
        ),
    ],
)
def test_a_particle_may_be_written_apart_or_not(q, name):
    person = factories.PersonFactory(names={"fr": name})
    text = factories.ArticleFactory(body="Le conseiller.", language="fr")
    factories.MentionFactory(article=text, agent=person, exact="conseiller")
    assert found(q) == {text.pk}


def test_an_institution_that_is_an_outlet_too_has_the_texts_of_both():
    agency = factories.InstitutionFactory(names={"fr": "RIA Novosti", "ru": "РИА Новости"})
    outlet = factories.SourceFactory(name="РИА «Новости»")
    named = factories.ArticleFactory(body="L’agence le dit.", language="fr")
    factories.MentionFactory(article=named, agent=agency, exact="agence")
    published = factories.ArticleFactory(body="Текст.", language="ru", source=outlet)
    assert found("RIA Novosti") == {named.pk, published.pk}
    query = read_query("RIA Novosti")
    assert [name.agents[0].pk for name in query.names] == [agency.pk]
    assert [subject.records for subject in query.subjects] == [(outlet,)]


def test_letters_with_points_are_the_acronym_on_record():
    nations = factories.InstitutionFactory(names={"en": "UN"})
    assert [name.agents[0].pk for name in read_query("U.N. reform").names] == [nations.pk]


@pytest.mark.parametrize(
    "q",
    [
        *("Kremlin est", "Kremlin a été", "Kremlin mais", "Kremlin meme tres", "Kremlin which has been"),
        *("Kremlin после", "Kremlin был", "Kremlin были уже"),
    ],
)
def test_no_text_need_have_a_word_that_is_common_in_another_language(q):
    texts = {
        factories.ArticleFactory(body="Kremlin.", language=code).pk for code in ("fr", "en", "ru", "ar", "de")
    }
    assert found(q) == texts


def test_an_accent_makes_another_word_of_a_common_one():
    text = factories.ArticleFactory(headline="—", lede="", body="Le maïs est cher.", language="en")
    factories.ArticleFactory(headline="—", lede="", body="Le blé est cher.", language="en")
    assert found("maïs cher") == {text.pk}


def test_words_beside_an_institution_are_words():
    nations = factories.InstitutionFactory(names={"fr": "Organisation des Nations unies"}, variants=["ONU"])
    named = factories.ArticleFactory(headline="—", lede="", body="Sur l’ONU.", language="fr")
    factories.MentionFactory(article=named, agent=nations, exact="ONU")
    assert found("ONU") == {named.pk}
    assert found("organisation ONU") == set()


def test_a_word_of_many_in_another_case_is_an_institution():
    court = factories.InstitutionFactory(names={"ru": "Международный уголовный суд", "fr": "CPI"})
    for q in (
        "Международного уголовного суда",
        "Международному уголовному суду",
        "Международный уголовный суд",
    ):
        assert [name.agents[0].pk for name in read_query(q).names] == [court.pk]


def test_a_number_is_no_surname():
    king = factories.PersonFactory(names={"fr": "Mohammed VI", "ar": "محمد السادس"})
    assert [name.agents[0].pk for name in read_query("محمد السادس").names] == [king.pk]
    assert not read_query("المؤتمر السادس").names
    assert not read_query("chapitre VI").names


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("The Harbour Post", "harbour post"),
        ("Le Phare normand", "Phare normand"),
        ("L’Écho du Nord", "Écho du Nord"),
        ("النهار الجديد", "نهار الجديد"),
    ],
)
def test_an_outlet_is_known_without_its_article(name, typed):
    outlet = factories.SourceFactory(name=name)
    text = factories.ArticleFactory(headline="—", lede="", body="Rien.", source=outlet)
    assert found(typed) == {text.pk}


def test_a_single_word_is_no_outlet_that_has_an_article():
    outlet = factories.SourceFactory(name="Le Monde")
    factories.ArticleFactory(headline="—", lede="", body="Rien.", source=outlet)
    assert found("Monde") == set()


def test_a_small_or_is_gold():
    gold = factories.ArticleFactory(headline="—", lede="", body="La mine d’or.", language="fr")
    factories.ArticleFactory(headline="—", lede="", body="La mine.", language="fr")
    assert found("mine or") == {gold.pk}
    assert found("or") == {gold.pk}


@pytest.mark.parametrize(
    "q", ["Н.Патрушев", "N.Patrouchev", "Mr.Patrushev", "Н.П.Патрушев", "г-н Патрушев", "г-ном Патрушевым"]
)
def test_initials_and_titles_may_be_written_without_a_blank(archive, q):
    assert found(q) == archive.texts


def test_who_has_one_name_is_found_by_it_in_every_spelling():
    factories.PersonFactory(names={"fr": "Pelé", "ru": "Пеле"})
    texts = {
        factories.ArticleFactory(headline="—", lede="", body=body, language=code).pk
        for code, body in {"fr": "Pelé marque.", "ru": "Пеле забил."}.items()
    }
    assert found("Pelé") == found("Пеле") == texts


def test_a_given_name_is_taken_once(archive):
    factories.PersonFactory(names={"fr": "Nikolaï Ivanov"})
    first, second = read_query("Nikolaï Patrouchev Nikolaï Ivanov").names
    assert (first.surface, second.surface) == ("Nikolaï Patrouchev", "Nikolaï Ivanov")


def test_a_long_query_is_looked_up_under_a_bounded_number_of_keys():
    words = " ".join(f"Лавровым{ending}" for ending in "абвгдежзиклмнопрстуфхцчшщэюя")
    (pieces,) = part(words).branches
    assert sum(map(len, candidate_spans(pieces, frozenset()).values())) <= 2_500


def test_many_namesakes_of_one_surname_leave_room_for_another(monkeypatch):
    monkeypatch.setattr(recognition, "MOST_NAMESAKES", 5)
    for number in range(8):
        factories.PersonFactory(names={"fr": f"Prénom{number} Ivanov"})
    other = factories.PersonFactory(names={"fr": "Guerman Gref"})
    assert other.pk in {agent.pk for name in read_query("Ivanov Gref").names for agent in name.agents}


@pytest.mark.parametrize(("q", "word"), [("die*", "dying"), ("cri*", "cry"), ("fli*", "flying")])
def test_a_short_beginning_is_marked_where_its_stem_is_written_otherwise(q, word):
    text = factories.ArticleFactory(headline="—", lede="", body=f"The {word} man.", language="en")
    (hit,) = search_articles(ArticleFilter(QueryDict(urlencode({"q": q}))).criteria).hits
    assert hit.article.pk == text.pk
    assert any(segment.opens for segment in hit.snippet)


def test_summer_is_a_word():
    summer = factories.ArticleFactory(headline="—", lede="", body="Kremlin, été.", language="de")
    factories.ArticleFactory(headline="—", lede="", body="Kremlin.", language="de")
    assert found("Kremlin été") == {summer.pk}


def test_a_capital_may_be_meant_as_that_letter():
    vitamin = factories.ArticleFactory(headline="—", lede="", body="Vitamine A.", language="de")
    factories.ArticleFactory(headline="—", lede="", body="Vitamine B.", language="de")
    assert found("vitamine A") == {vitamin.pk}
    assert found("A vitamine") != {vitamin.pk}


def test_letters_as_typed_are_parted_by_blanks_alone():
    (pieces,) = part("С.В.Лавров Yahoo! a--b --foo ~x - y -z", as_typed=True).branches
    assert [piece.text for piece in pieces] == ["С.В.Лавров", "Yahoo!", "a--b", "foo", "~x", "y", "-z"]
    text = factories.ArticleFactory(body="С.В.Лавров прибыл.", language="ru")
    factories.ArticleFactory(body="Лавров и С.В. Иванов.", language="ru")
    assert found("С.В.Лавров", exact="1") == {text.pk}


def test_a_small_name_that_is_a_common_word_in_one_language_is_not_required_there():
    person = factories.PersonFactory(names={"fr": "Jamal Son", "ru": "Джамал Сон"})
    text = factories.ArticleFactory(headline="—", lede="", body="Son parc.", language="fr")
    assert found("son parc") == {text.pk}
    assert [name.agents[0].pk for name in read_query("son parc").names] == [person.pk]


@pytest.mark.parametrize(
    "typed",
    [
        "le président Erdogan",
        "président Recep Tayyip Erdogan",
        "президента Эрдогана",
        "الرئيس أردوغان",
        "والرئيس أردوغان",
        "premier ministre Erdogan",
        "sultan Erdogan",
        "RT Erdogan",
        "R. T. Erdogan",
    ],
)
def test_a_title_before_a_name_is_needed_in_no_text(typed):
    person = factories.PersonFactory(
        names={"fr": "Recep Tayyip Erdogan", "ru": "Реджеп Тайип Эрдоган", "ar": "رجب طيب أردوغان"}
    )
    text = factories.ArticleFactory(headline="—", lede="", body="Recep Tayyip Erdogan parle.", language="fr")
    factories.MentionFactory(article=text, agent=person, exact="Recep Tayyip Erdogan")
    assert [name.agents[0].pk for name in read_query(typed).names] == [person.pk]
    assert found(typed) == {text.pk}


@pytest.mark.parametrize(
    "typed",
    [
        "Юрий Алексеевич Гагарин",
        "Ю. А. Гагарин",
        "Гагарин Ю. А.",
        "Гагарин Юрий Алексеевич",
        "Юрия Алексеевича Гагарина",
        "Youri Alekseïevitch Gagarine",
    ],
)
def test_the_fathers_name_need_not_be_on_record(typed):
    person = factories.PersonFactory(names={"ru": "Юрий Гагарин", "fr": "Youri Gagarine"})
    other = factories.PersonFactory(names={"ru": "Пётр Гагарин", "fr": "Piotr Gagarine"})
    text = factories.ArticleFactory(headline="—", lede="", body="Youri Gagarine vole.", language="fr")
    factories.MentionFactory(article=text, agent=person, exact="Youri Gagarine")
    not_linked = factories.ArticleFactory(
        headline="—", lede="", body="Юрий Гагарин / Youri Gagarine", language="ru"
    )
    (name,) = read_query(typed).names
    assert [agent.pk for agent in name.agents] == [person.pk]
    assert found(typed) == {text.pk, not_linked.pk}
    assert [agent.pk for agent in read_query("Алексеевич Гагарин").names[0].agents] == [person.pk, other.pk]


@pytest.mark.parametrize("typed", ["Lefèvre Jean-Marc", "Jean-Marc Lefèvre", "JM Lefèvre", "J.-M. Lefèvre"])
def test_a_given_name_of_two_parts_is_one_wherever_it_stands(typed):
    person = factories.PersonFactory(names={"fr": "Jean-Marc Lefèvre"})
    factories.PersonFactory(names={"fr": "Paul Lefèvre"})
    (name,) = read_query(typed).names
    assert [agent.pk for agent in name.agents] == [person.pk]
    assert name.surface == typed


def test_a_title_that_is_part_of_a_name_on_record_is_looked_for():
    factories.PersonFactory(names={"fr": "Sultan Bouzid"})
    text = factories.ArticleFactory(headline="—", lede="", body="Sultan Bouzid chante.", language="fr")
    factories.ArticleFactory(headline="—", lede="", body="Karim Bouzid danse.", language="fr")
    assert found("Sultan Bouzid") == found("monsieur Sultan Bouzid") == {text.pk}


@pytest.mark.parametrize(
    ("name", "typed", "stranger"),
    [
        ("Принц Гарри", "принца Гарри", "Гарри Поттер"),
        ("Cheikh Anta Diop", "Cheikh Diop", "Karim Diop"),
    ],
)
def test_a_title_that_belongs_to_the_name_is_looked_for_in_any_form(name, typed, stranger):
    factories.PersonFactory(names={"fr": name})
    factories.ArticleFactory(headline="—", lede="", body=f"{stranger} parle.", language="fr")
    assert found(typed) == set()


@pytest.mark.parametrize("label", ["Premier ministre", "Président russe", "Prince héritier"])
def test_all_words_of_a_label_are_looked_for(label):
    factories.TagFactory(pref_label_fr=label)
    factories.ArticleFactory(headline="—", lede="", body=f"Un {label.split()[1]} parle.", language="fr")
    assert found(label) == set()


@pytest.mark.parametrize("typed", ["président Gazprom", "président Gasprom", "ambassadeur Gazprom"])
def test_the_title_before_an_institution_is_looked_for(typed):
    institution = factories.InstitutionFactory(names={"fr": "Gazprom"})
    linked = factories.ArticleFactory(headline="—", lede="", body="Gazprom vend.", language="fr")
    factories.MentionFactory(article=linked, agent=institution, exact="Gazprom")
    assert found(typed) == set()


@pytest.mark.parametrize(
    ("names", "typed", "stranger"),
    [
        ({"ru": "Владимир Путин", "fr": "Путин Владимир Владимирович"}, "Путин", "Иван Владимирович"),
        ({"fr": "Hillary Clinton", "en": "Hillary Rodham"}, "Rodham", "Bill Clinton"),
        ({"fr": "Jorge Bergoglio", "en": "Pape François"}, "Bergoglio", "François Hollande"),
    ],
)
def test_a_surname_is_asked_in_no_other_word_of_the_record(names, typed, stranger):
    factories.PersonFactory(names=names)
    factories.ArticleFactory(headline="—", lede="", body=f"{stranger} parle.", language="fr")
    assert found(typed) == set()


@pytest.mark.parametrize("typed", ["ONDIMBA ALI", "ALI ONDIMBA"])
def test_a_given_name_of_three_capitals_is_one(typed):
    factories.PersonFactory(names={"fr": "Ali Bongo Ondimba"})
    (name,) = read_query(typed).names
    assert name.surface == typed


def test_what_stands_before_the_given_name_is_no_fathers_name():
    factories.PersonFactory(names={"ru": "Дмитрий Анатольевич Медведев"})
    assert read_query("Шостакович Дмитрий Медведев").names[0].surface == "Дмитрий Медведев"


def test_the_alternatives_of_a_reader_remain_what_they_are():
    factories.PersonFactory(names={"fr": "Vladimir Poutine"})
    text = factories.ArticleFactory(headline="—", lede="", body="Poutine parle.", language="fr")
    assert found("Vladimir Poutine ou Poutine") == {text.pk}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("sardines AND thon", [["sardines", "thon"]]),
        ("sardines & thon", [["sardines", "thon"]]),
        ("sardines NOT thon", [["sardines", "-thon"]]),
        ("sardines AND NOT thon", [["sardines", "-thon"]]),
        ("sardines NOT -thon", [["sardines", "-thon"]]),
        ("sardines | thon", [["sardines"], ["thon"]]),
        ("sardines NOT OR thon", [["sardines"], ["thon"]]),
        ("NOT GUILTY", [["NOT", "GUILTY"]]),
        ("OTAN NOT ONU", [["OTAN", "-ONU"]]),
        ("UE AND NOT ONU", [["UE", "-ONU"]]),
        ("DO NOT PANIC", [["DO", "NOT", "PANIC"]]),
        (
            "PRESIDENT OF FRANCE REFUSES NOT TO RESIGN",
            [list("PRESIDENT OF FRANCE REFUSES NOT TO RESIGN".split())],
        ),
        ("Maroc Russie Rabat | Le Matin", [["Maroc", "Russie", "Rabat", "Le", "Matin"]]),
        ("Rabat -Dakhla,poulpe", [["Rabat", "-Dakhla", "-poulpe"]]),
        ("Rabat NOT Dakhla,poulpe", [["Rabat", "-Dakhla", "-poulpe"]]),
        ("sardines AND", [["sardines"]]),
        ("AND sardines", [["sardines"]]),
        ("AND", [["AND"]]),
        ("قطار ۹۳", [["قطار", "93"]]),
        ("Dakhla,poulpe+thon;1,5", [["Dakhla", "poulpe", "thon;1,5"]]),
        ("القمح،الخبز", [["القمح", "الخبز"]]),
        ("Bолкова Gаvrilov", [["Волкова", "Gavrilov"]]),
        ("Zоркий Фlот", [["Zоркий", "Фlот"]]),  # no letters that only look alike
    ],
)
def test_what_other_searches_write_is_understood(typed, read):
    assert [[piece.text for piece in branch] for branch in part(typed).branches] == read


@pytest.mark.parametrize(
    "typed",
    [
        "عبدالقادر العمراني",
        "العمراني عبدالقادر",
        "al-Amrani",
        "Al Amrani",
        "Abdelkader al-Amrani",
        "عبد القادر العمراني",
    ],
)
def test_arabic_names_are_written_together_and_apart(typed):
    person = factories.PersonFactory(names={"fr": "Abdelkader Amrani", "ar": "عبد القادر العمراني"})
    assert [agent.pk for name in read_query(typed).names for agent in name.agents] == [person.pk]


def test_an_institution_of_one_word_is_read_where_it_is_misspelt():
    firm = factories.InstitutionFactory(names={"fr": "Gazprom"})
    assert [name.agents[0].pk for name in read_query("Gasprom").names] == [firm.pk]


def test_texts_linked_to_a_name_stand_before_those_that_only_have_its_words():
    person = factories.PersonFactory(names={"ru": "Дмитрий Медведев", "fr": "Dmitri Medvedev"})
    bears = factories.ArticleFactory(
        headline="Медведи и медведь", lede="Медведей много.", body="Медведь, медведи.", language="ru"
    )
    body = factories.ArticleFactory(
        headline="—", lede="", body="Слова Дмитрия Медведева. " * 60, language="ru"
    )
    head = factories.ArticleFactory(headline="Dmitri Medvedev à Rabat", lede="", body="Rien.", language="fr")
    factories.MentionFactory(article=body, agent=person, exact="Дмитрия Медведева")
    factories.MentionFactory(article=head, agent=person, field="headline", exact="Dmitri Medvedev")
    criteria = ArticleFilter(QueryDict("q=Медведев")).criteria
    assert [hit.article.pk for hit in search_articles(criteria).hits] == [head.pk, body.pk, bears.pk]
    entries = SearchEntry.objects.matching(criteria.query.tsquery)
    ranked = entries.most_relevant_first(criteria.query.by_language, criteria.query.records)
    assert [entry.article_id for entry in ranked] == [head.pk, body.pk, bears.pk]
    assert read_query("-Медведев").records == ""


@pytest.mark.parametrize(
    "typed", ["Erdogan", "président Erdogan", "Эрдоган", "أردوغان", "Эрдогана", "Erdoğan"]
)
def test_a_surname_alone_is_found_in_every_spelling_on_record(typed):
    factories.PersonFactory(
        names={"fr": "Recep Tayyip Erdogan", "ru": "Реджеп Тайип Эрдоган", "ar": "رجب طيب أردوغان"}
    )
    texts = {
        factories.ArticleFactory(headline="—", lede="", body=body, language=language).pk
        for language, body in (("fr", "Erdogan menace."), ("ru", "Эрдоган грозит."), ("ar", "أردوغان يهدد."))
    }
    factories.ArticleFactory(headline="—", lede="", body="Bilal menace.", language="fr")
    assert found(typed) == texts


def test_a_whole_name_asks_for_no_surname_alone():
    factories.PersonFactory(names={"fr": "Recep Tayyip Erdogan", "ru": "Реджеп Тайип Эрдоган"})
    factories.ArticleFactory(headline="—", lede="", body="Билал Эрдоган.", language="ru")
    assert found("Recep Tayyip Erdogan") == set()


@pytest.mark.parametrize(
    "typed", ["президенту Эрдогану", "король Эрдоган", "королевы Эрдоган", "судьи Эрдогана", "والملك أردوغان"]
)
def test_a_title_is_one_in_any_case(typed):
    factories.PersonFactory(names={"ru": "Реджеп Эрдоган", "ar": "رجب أردوغان"})
    (name,) = read_query(typed).names
    assert name.surface == typed


@pytest.mark.parametrize(
    "typed",
    [
        "суд Эрдогана",
        "мэрия Эрдогана",
        "судья и Эрдоган",
        "королевство Эрдогана",
        "فريق أردوغان",
        "mairie Erdogan",
    ],
)
def test_a_word_that_only_looks_like_a_title_is_looked_for(typed):
    factories.PersonFactory(names={"ru": "Реджеп Эрдоган", "ar": "رجب أردوغان", "fr": "Recep Erdogan"})
    (name,) = read_query(typed).names
    assert name.surface == typed.split()[-1]


@pytest.mark.parametrize("typed", ["N'Dri", "N’Dri", "n'dri", "Kouakou N'Dri", "Ndri", "Émile Ndri", "NDri"])
def test_a_letter_before_a_consonant_is_no_elision(typed):
    person = factories.PersonFactory(names={"fr": "Émile Kouakou N'Dri"})
    linked = factories.ArticleFactory(headline="—", lede="", body="Émile Kouakou N'Dri parle.", language="fr")
    factories.MentionFactory(article=linked, agent=person, exact="Émile Kouakou N'Dri")
    factories.ArticleFactory(headline="—", lede="", body="A dry season, drier still.", language="en")
    assert found(typed) == {linked.pk}
    assert [agent.pk for name in read_query(typed).names for agent in name.agents] == [person.pk]


@pytest.mark.parametrize("typed", ["N'Djamena", "M'Barek", "M’Bow"])
def test_a_name_with_a_letter_before_its_consonant_is_asked_as_it_stands(typed):
    text = factories.ArticleFactory(headline="—", lede="", body=f"À {typed}, rien.", language="fr")
    factories.ArticleFactory(headline="—", lede="", body="Djamena, Barek et Bow.", language="en")
    assert found(typed) == {text.pk}


@pytest.mark.parametrize(
    "typed", ["l'accord", "l’été d'Ormesson", "qu'Haïti", "l'hôpital", "d'Yverdon", "l'œuvre"]
)
def test_an_elision_stands_before_a_vowel_or_an_h(typed):
    assert all(
        piece.word == piece.text[piece.text.find("'") + 1 :].split("’")[-1]
        for piece in part(typed).branches[0]
    )


@pytest.mark.parametrize("typed", ["Jean-Baptiste M'bemba", "Jean Baptiste M’Bemba", "M'bemba", "Mbemba"])
def test_what_is_on_record_without_an_apostrophe_is_typed_with_one(typed):
    person = factories.PersonFactory(names={"fr": "Jean-Baptiste Mbemba"})
    assert [agent.pk for name in read_query(typed).names for agent in name.agents] == [person.pk]
