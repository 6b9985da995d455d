"""Saved pages: the text without the page around it, and a date from metadata only."""

import pytest

from articles.ingest.encodings import UnreadableInput
from articles.ingest.saved_pages import read_page

TEXT = (
    "Le ministre de l’agriculture a signé lundi à Rabat un accord avec son homologue russe. Les deux pays veulent "
    "vendre davantage de produits de la mer et des primeurs. La signature a eu lieu en présence de l’ambassadeur."
)


def page(head: str = "", body: str = "", encoding: str = "utf-8") -> bytes:
    article = "".join(f"<p>{TEXT} Paragraphe {n}.</p>" for n in range(4))
    return (
        f"<!doctype html><html lang=fr><head><meta charset={encoding}><title>Accord – Le Site</title>{head}</head>"
        "<body>"
        f"<nav><a href=/>Accueil</a> <a href=/politique>Politique</a></nav><article><h1>Un accord de pêche</h1>{body}"
        f"{article}</article><aside><h2>Les plus lus</h2><ul><li><a href=/1>Autre chose</a></ul></aside>"
        "<footer>© 2016 Le Site. Tous droits réservés. 3 janvier 2017</footer></body></html>"
    ).encode(encoding, errors="xmlcharrefreplace")


def test_the_text_is_taken_and_the_page_around_it_left():
    decoded, _ = read_page(page())
    assert "accord avec son homologue russe" in decoded.text
    assert "Tous droits" not in decoded.text
    assert "Autre chose" not in decoded.text


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2016-12-14T09:30:00+01:00">', "2016-12-14"),
        ('<meta name="dc.date" content="2016-12">', "2016-12"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2016-12-15"}</script>',
            "2016-12-15",
        ),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"datePublished":"2016"}]}</script>',
            "2016",
        ),
        ('<meta property="article:published_time" content="2016-02-31">', None),
        ('<meta property="article:modified_time" content="2017-01-02">', None),
        ('<meta name="date" content="hier">', None),
        (
            '<script type="application/ld+json">{"@type":"WebSite","datePublished":"2015-01-01"}</script>',
            None,
        ),
        ('<script type="application/ld+json">{not json</script>', None),
        ("", None),
    ],
)
def test_a_date_comes_from_metadata_or_not_at_all(head, date):
    assert read_page(page(head))[1].get("date") == date


def test_a_time_counts_only_where_it_is_marked_as_that_of_publication():
    assert "date" not in read_page(page(body='<time datetime="2014-01-01">archives</time>'))[1]
    marked = read_page(
        page(body='<time itemprop="datePublished" datetime="2014-01-01T10:00">1er janvier</time>')
    )[1]
    assert marked["date"] == "2014-01-01"


def test_what_the_page_states_of_itself_is_taken():
    head = (
        '<link rel="canonical" href="https://lesite.example/accord"><meta property="og:site_name" content="Le Site">'
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Un accord de p&ecirc;che",'
        '"author":[{"@type":"Person","name":"A. B."},{"name":"C. D."}],"publisher":{"name":"Le Site SA"}}</script>'
    )
    assert read_page(page(head))[1] == {
        "headline": "Un accord de pêche",
        "source": "Le Site SA",
        "url": "https://lesite.example/accord",
        "byline": "A. B., C. D.",
    }


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "iso-8859-1"])
def test_the_declared_encoding_is_used(encoding):
    decoded, _ = read_page(page(encoding=encoding))
    assert "a signé lundi à Rabat" in decoded.text


def test_a_dangerous_address_is_not_taken():
    assert "url" not in read_page(page('<link rel="canonical" href="javascript:alert(1)">'))[1]


@pytest.mark.parametrize("data", [b"", b"<html><body></body></html>", b"\xff\xd8\xff\xe0\x00\x10JFIF"])
def test_a_page_without_a_text_is_refused(data):
    with pytest.raises(UnreadableInput):
        read_page(data)
