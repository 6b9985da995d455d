"""A reader's query: how it is parted, what is recognised in it, which misspelling is read as whom."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from articles.filters import ArticleFilter
from articles.search.criteria import Cursor
from articles.search.pieces import part
from articles.search.query import read_query
from articles.search.results import search_articles
from articles.search.suggest import suggest
from tests import factories

pytestmark = pytest.mark.django_db


def search(parameters: str):
    return search_articles(ArticleFilter(QueryDict(parameters)).criteria)


def found(parameters: str) -> list[int]:
    return [hit.article.pk for hit in search(parameters).hits]


@pytest.mark.parametrize(
    ("text", "branches"),
    [
        ("roi Maroc", [["roi", "Maroc"]]),
        ("roi OR reine", [["roi"], ["reine"]]),
        ("roi OU reine", [["roi"], ["reine"]]),
        ("король ИЛИ царь", [["король"], ["царь"]]),
        ("«Conseil de sécurité» -Moscou", [['"Conseil de sécurité"', "-Moscou"]]),
        ("“Security Council”", [['"Security Council"']]),
        ("#Gaza2014 #بدرية_العجلان -foo_bar C#", [["Gaza2014", "بدرية", "العجلان", "-foo", "-bar", "C#"]]),
        ("OR OR", []),
        ("#PORTS_OR_ROADS", [["PORTS", "or", "ROADS"]]),
        ("roads;AND;ports,NOT,rails", [["roads", "and", "ports", "not", "rails"]]),
        ("#موانئ_أو_طرق", [["موانئ", "طرق"]]),
        ("#A_B OR #C_D", [["A", "B"], ["C", "D"]]),
    ],
)
def test_a_query_is_parted(text, branches):
    assert [[piece.text for piece in branch] for branch in part(text).branches] == branches


@pytest.mark.parametrize(
    ("q", "is_found"),
    [
        ("négocia*", True),
        ("negocia*", True),
        ("l'écon*", True),
        ("négocia* -signat*", False),
        ("Rab* négoci*", True),
        ("xyz*", False),
    ],
)
def test_the_beginning_of_a_word_is_enough_with_an_asterisk(q, is_found):
    factories.ArticleFactory(
        body="Les négociations sur l’économie à Rabat, avant la signature.", language="fr"
    )
    assert bool(found(f"q={q}")) == is_found


def test_common_french_words_do_not_narrow_a_query():
    article = factories.ArticleFactory(body="Accord signé à Rabat.", language="fr")
    assert found("q=cette+accord+dont+les") == [article.pk]


@pytest.fixture
def meeting(cast):
    article = factories.ArticleFactory(
        headline="Visite", lede="", body="Patrouchev est à Rabat.", date="2016-12-15"
    )
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Patrouchev")
    factories.ArticleFactory(headline="Autre", lede="", body="Rien de tel ici.")
    return article


@pytest.mark.parametrize("q", ["patrouchef", "Патрушёф", "Patrushew", "باتروشف", "patrouchef Rabat"])
def test_a_name_that_stands_on_no_record_so_is_read_as_the_one_it_sounds_like(meeting, cast, q):
    result = search(f"q={q}")
    assert [hit.article.pk for hit in result.hits] == [meeting.pk]
    (name,) = result.query.names
    assert name.agents[0].pk == cast.patrouchev.pk


def test_a_misspelt_name_that_no_text_has_is_read_as_the_one_it_is_near_to(meeting, cast):
    result = search("q=Patroutchev")
    assert [hit.article.pk for hit in result.hits] == [meeting.pk]
    (name,) = search("q=Patrouchtev").query.names
    assert name.is_near
    assert name.agents[0].pk == cast.patrouchev.pk


def test_a_word_that_texts_have_is_never_taken_for_a_name_it_resembles(meeting, cast):
    factories.ArticleFactory(body="Le patrouchtev est un mot d’ici.")
    assert not read_query("patrouchtev").names


@pytest.mark.parametrize("q", ["Patrushve", "Patruhsev", "Patrushlev", "Ptrushev", "Патршуев"])
def test_a_slip_of_one_letter_is_read_as_the_name(meeting, cast, q):
    (name,) = read_query(q).names
    assert [agent.pk for agent in name.agents] == [cast.patrouchev.pk]


def test_a_slip_in_a_short_name_is_asked_back():
    factories.PersonFactory(names={"fr": "Anna Trump"})
    query = read_query("Turmp")
    assert not query.names


def test_a_less_sure_resemblance_is_asked_back(meeting, cast):
    query = read_query("Petroushkov")
    assert not query.names
    assert [near.agent.pk for near in query.meant] == [cast.patrouchev.pk]


def test_a_name_can_be_taken_as_words(meeting, cast):
    ru = factories.ArticleFactory(language="ru", headline="х", lede="", body="Патрушев прибыл.")
    factories.MentionFactory(article=ru, agent=cast.patrouchev, exact="Патрушев")
    assert set(found("q=Patrouchev")) == {meeting.pk, ru.pk}
    assert found("q=Patrouchev&words=Patrouchev") == [meeting.pk]


def test_a_tag_and_an_outlet_are_found_by_their_names_in_either_language():
    tag = factories.TagFactory(pref_label_fr="Coopération militaire", pref_label_en="Military cooperation")
    source = factories.SourceFactory(name="Sputnik Afrique")
    tagged, published = (
        factories.ArticleFactory(body="Un."),
        factories.ArticleFactory(body="Deux.", source=source),
    )
    tagged.tags.add(tag)
    assert found("q=cooperation+militaire") == [tagged.pk]
    assert found("q=Military+Cooperation") == [tagged.pk]
    assert found("q=sputnik+afrique") == [published.pk]
    (subject,) = search("q=sputnik+afrique").query.subjects
    assert subject.records == (source,)


@pytest.mark.parametrize("name", ["person", "institution", "tag", "source", "language"])
def test_what_can_be_required_can_be_left_out(cast, name):
    kept = factories.ArticleFactory(language="ru", source=None)
    source, tag = factories.SourceFactory(), factories.TagFactory()
    other = factories.ArticleFactory(language="fr", source=source)
    other.tags.add(tag)
    factories.MentionFactory(article=other, agent=cast.patrouchev, exact=other.body.split()[0])
    factories.MentionFactory(article=other, agent=cast.council, exact=other.body.split()[1])
    value = {
        "person": cast.patrouchev.slug,
        "institution": cast.council.slug,
        "tag": tag.slug,
        "source": source.slug,
        "language": "fr",
    }[name]
    assert found(f"{name}={value}") == [other.pk]
    assert found(f"not_{name}={value}") == [kept.pk]


def test_texts_are_narrowed_to_those_with_a_translation_or_without():
    link = factories.TranslationFactory()
    alone = factories.ArticleFactory()
    assert set(found("translated=1")) == {link.original_id, link.translation_id}
    assert found("translated=0") == [alone.pk]


def test_a_word_in_the_headline_comes_before_one_in_the_body():
    body = factories.ArticleFactory(headline="Autre chose", lede="", body="Le phosphate. " * 3, date="2018")
    headline = factories.ArticleFactory(headline="Le phosphate", lede="", body="Un texte.", date="2001")
    assert found("q=phosphate") == [headline.pk, body.pk]


def test_words_near_each_other_come_before_scattered_ones():
    gap = "mot " * 80
    scattered = factories.ArticleFactory(lede="", body=f"accord {gap} pêche {gap}", date="2018")
    near = factories.ArticleFactory(lede="", body=f"{gap} accord pêche {gap}", date="2001")
    assert found("q=accord+pêche") == [near.pk, scattered.pk]


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_every_page_follows_on_the_last_one_though_records_are_added(sort):
    for year in range(1990, 2020):
        factories.ArticleFactory(body="page", date=str(year))
    factories.ArticleFactory.create_batch(30, body="page", date=None)
    first = search(f"q=page&sort={sort}")
    factories.ArticleFactory.create_batch(5, body="page", date="2030" if sort == "newest" else "1980")
    second = search(f"q=page&sort={sort}&page=2&after={first.next}")
    third = search(f"q=page&sort={sort}&page=3&after={second.next}")
    seen = [hit.article.pk for page in (first, second, third) for hit in page.hits]
    assert len(seen) == len(set(seen)) == 60
    assert third.next is None
    assert [hit.article.date is None for page in (first, second, third) for hit in page.hits] == [
        False
    ] * 30 + [True] * 30


@pytest.mark.parametrize(
    "text", ["", "x", "2016-13-01~4", "2016-01-01~", "2016-01-01~-4", "~", "2016-01-01~٣"]
)
def test_a_place_that_cannot_be_read_is_refused(text):
    with pytest.raises(ValueError):
        Cursor.parse(text)


def test_an_unreadable_place_is_told_and_the_rest_applied(meeting):
    filters = ArticleFilter(QueryDict("q=Rabat&after=x&page=2"))
    assert search_articles(filters.criteria).total == 1
    assert filters.form.errors["after"]


@pytest.mark.parametrize("typed", ["patr", "ПАТР", "باترو", "nikol", "csf"])
def test_a_beginning_suggests_whose_name_begins_so(meeting, cast, typed):
    assert suggest(typed)[0].slug in {cast.patrouchev.slug, cast.council.slug}


def test_the_most_named_is_suggested_first(cast):
    other = factories.PersonFactory(names={"fr": "Patrice Motsepe"})
    for article in factories.ArticleFactory.create_batch(2):
        factories.MentionFactory(article=article, agent=cast.patrouchev, exact=article.body.split()[0])
    assert [one.slug for one in suggest("patr")] == [cast.patrouchev.slug, other.slug]


@pytest.mark.parametrize(
    ("only", "found"), [("person", {"person"}), ("institution", {"institution"}), ("tag", {"tag"})]
)
def test_suggestions_can_be_of_one_kind_alone(cast, only, found):
    factories.TagFactory(pref_label_fr="Conseils", pref_label_en="Councils")
    factories.PersonFactory(names={"fr": "Conseil Dupont"})
    assert {one.parameter for one in suggest("conseil", only=only)} == found
    assert {one.parameter for one in suggest("conseil")} == {"person", "institution", "tag"}


def test_what_is_near_is_of_that_kind_too(cast):
    assert [one.slug for one in suggest("patrouchef", only="person")] == [cast.patrouchev.slug]
    assert suggest("patrouchef", only="institution") == []


def test_suggestions_are_few_queries_and_never_an_error(client, meeting, django_assert_max_num_queries):
    for typed in ("patr", "%", "_", "\\", "'", "\x00", "", "a", "x" * 500):
        with django_assert_max_num_queries(8):
            response = client.get("/fr/suggest/", {"q": typed})
        assert response.status_code == 200
        assert "suggestions" in response.json()


def test_gold_is_no_operator(cast):
    both = factories.ArticleFactory(body="La mine d’or de Rabat.", headline="Or", language="fr")
    factories.ArticleFactory(body="Une mine ailleurs.", language="fr")
    assert found("q=mine+Or+Rabat") == [both.pk]


def test_the_end_of_a_long_query_is_told():
    query = read_query("accord " + "x" * 600)
    assert query.text == "accord"
    assert "x" * 100 in query.unread
    assert not query.ignored


@pytest.mark.parametrize(
    ("q", "is_found"), [("Maroc-Russ*", True), ("Chine-Russ*", False), ("ne\u0301gociat*", True)]
)
def test_all_of_a_word_before_an_asterisk_counts(q, is_found):
    factories.ArticleFactory(body="Une négociation entre le Maroc et la Russie.", language="fr")
    assert bool(search_articles(ArticleFilter({"q": q}).criteria).total) == is_found


def test_a_full_name_is_known_among_many_namesakes():
    for number in range(205):
        factories.PersonFactory(names={"fr": f"Prénom{number} Zourabov"})
    asked = factories.PersonFactory(names={"fr": "Mikhaïl Zourabov"})
    (name,) = read_query("Mikhaïl Zourabov").names
    assert [agent.pk for agent in name.agents] == [asked.pk]


def test_a_misspelt_name_typed_twice_is_read_once(meeting, cast):
    assert found("q=patrouchef+patrouchef") == [meeting.pk]


def test_letters_as_typed_are_found_in_numbers_too():
    article = factories.ArticleFactory(headline="Covid-19 au Maroc", body="Version 1.2.3 du plan.")
    assert found("q=19&exact=1") == [article.pk]
    assert found("q=2&exact=1") == [article.pk]


def test_many_alternatives_ask_no_more_queries(meeting, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        read_query(" OR ".join("abcdefghijklmnop"))


@pytest.mark.parametrize(
    ("typed", "body", "stranger"),
    [
        ("С-400", "Les S-400 sont là.", "Les 400 sont là."),
        ("S-400", "Комплексы С-400.", "Комплексы 400."),
        ("MiG-29", "Истребитель МиГ-29.", "Истребитель 29."),
        ("90-е", "В 90-х годах.", "90 человек."),
        ("٢٠١٨", "En 2018.", "En 2019."),
        ("24/7", "Open 24/7.", "On the 24th, 7 came; 24 of them."),
        ("10:30", "At 10:30 sharp.", "30 of 10."),
        ("R&D", "The R&D budget.", "An R, then a D."),
        ("info@example.org", "Write to info@example.org.", "Example of info, org."),
        ("12 000", "Some 12,000 people.", "000 and 12."),
        ("1 000 000", "1000000 euros.", "1 000 euros."),
        ("2 000", "2,000 people.", "In 000, 2 people."),
        ("Mr President", "The president.", "Mr."),
    ],
)
def test_figures_and_signs_are_asked_as_texts_write_them(typed, body, stranger):
    language = "ru" if "а" in body else "en" if typed in ("24/7", "10:30", "R&D") else "fr"
    text = factories.ArticleFactory(headline="—", lede="", body=body, language=language)
    factories.ArticleFactory(headline="—", lede="", body=stranger, language=language)
    criteria = ArticleFilter(QueryDict(urlencode({"q": typed}))).criteria
    assert {hit.article.pk for hit in search_articles(criteria).hits} == {text.pk}


def test_one_letter_and_an_asterisk_are_told_to_be_too_little():
    text = factories.ArticleFactory(body="Le port de Rabat.").pk
    assert read_query("p*").ignored == ("p*",)
    assert read_query("Rabat p*").ignored == ("p*",)
    assert found(urlencode({"q": "Rabat p*"})) == [text]


@pytest.mark.parametrize("typed", ["الغا*", "الغاز*", "غا*"])
def test_the_beginning_of_an_arabic_word_behind_its_article(typed):
    text = factories.ArticleFactory(language="ar", headline="خبر", lede="", body="ارتفع سعر الغاز.").pk
    assert found(urlencode({"q": typed})) == [text]


def test_the_number_of_a_ruler_may_be_written_in_figures():
    king = factories.PersonFactory(names={"fr": "Mohammed VI"})
    assert [agent.pk for agent in read_query("Mohammed 6").names[0].agents] == [king.pk]
    assert all(one.is_near for one in read_query("Mohammed 7").names)


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("Noyal-sur*", {"Noyal-sur-Vilaine"}),  # «sur» alone is too common to be in the index
        ('"Noyal-sur*"', {"Noyal-sur-Vilaine"}),
        ("Noyal-sur-Vilaine*", {"Noyal-sur-Vilaine"}),
        ("à Noyal-s*", {"Noyal-sur-Vilaine"}),
        ("Saint-Pét*", {"Saint-Pétersbourg"}),
        ("saint-pet*", {"Saint-Pétersbourg"}),
        ("Saint‑Pét*", {"Saint-Pétersbourg"}),
        ('"États-U*"', {"États-Unis"}),
        ("États-U*", {"États-Unis"}),
        ("d'États-U*", {"États-Unis"}),
        ('ville -"Saint-Pét*" -États-U*', {"Noyal-sur-Vilaine", "Noyon"}),
        ("Аль-Кад*", {"Аль-Кадисия"}),
        ('"Noyo*"', {"Noyon"}),
        ("Noyal-p*", set()),
    ],
)
def test_the_beginning_of_a_word_with_hyphens_finds_the_word(typed, places):
    for place in ("Noyal-sur-Vilaine", "Saint-Pétersbourg", "États-Unis", "Noyon"):
        body = f"Une ville surprenante : {place}, dans les États unis par la paix, un saint."
        factories.ArticleFactory(headline=place, lede="", body=body, language="fr")
    factories.ArticleFactory(headline="Аль-Кадисия", lede="", body="Город Аль-Кадисия.", language="ru")
    hits = search_articles(ArticleFilter({"q": typed}).criteria).hits
    assert {hit.article.headline for hit in hits} == places


def test_what_is_left_out_alone_is_asked_in_no_language_to_which_the_other_word_says_nothing():
    """«thé» without its accent is no word to English texts."""
    tea = factories.ArticleFactory(headline="—", lede="", body="Le thé de Chine.", language="fr").pk
    factories.ArticleFactory(headline="—", lede="", body="Le thé de Mombasa.", language="fr")
    english = factories.ArticleFactory(headline="—", lede="", body="The news.", language="en").pk
    assert set(found(urlencode({"q": "thé -Mombasa"}))) == {tea}
    assert set(found(urlencode({"q": "-Mombasa"}))) == {tea, english}
    assert set(found(urlencode({"q": "thé -Mombasa OR news"}))) == {tea, english}
