"""Which texts may hold the names of an agent, asked of the index: more than do, so that none is missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from articles.languages import ARCHIVE_LANGUAGES, script_of
from articles.models import Agent, AgentName, Article, Mention, SearchEntry
from articles.names.tokens import surname_variants
from articles.vocabulary import AgentKind, ArticleStatus

#: So many letters of a stem are compared: what follows may be inflected, or written otherwise.
_LETTERS, _LETTERS_INFLECTED = 4, 3
#: Shorter words are passed over where a name has longer ones: «Xi» begins too many.
_SHORTEST = 4
_LONGEST_ACRONYM = 6
#: What an Arabic text may write together with the name that follows.
_CLITICS = ("", *"وفبكل", "ال", "وال", "بال", "فال", "كال", "لل", "وب", "ول", "ولل")

_LEXEMES = """
SELECT asked.place, asked.language,
       tsvector_to_array(to_tsvector(archive_config(asked.language), archive_words(asked.language, asked.word)))
FROM unnest(%s::int[], %s::text[], %s::text[]) AS asked (place, language, word)
"""

_Way = tuple[tuple[str, ...], ...]
"""One name in one language: for each of its words the beginnings by which it is looked for."""


def texts_that_may_name(agent: Agent) -> QuerySet[Article]:
    """The articles of any status in which a name of the agent may stand, or in which it is named now.

    Names are looked for by the beginnings of their words, whatever their endings, doubled letters and
    Arabic prefixes. All articles where a name has no word that an index could hold.
    """
    named = Q(pk__in=Mention.objects.filter(agent=agent.pk).values("article"))
    names = [name for name in agent.names.all() if name.folded]
    if not names:
        return Article.objects.filter(named)
    ways = _ways(agent, names)
    if ways is None:
        return Article.objects.all()
    published = Q(pk__in=SearchEntry.objects.matching(_of_all_languages(ways)).values("article_id"))
    return Article.objects.filter(named | published | _unpublished(ways))


def _ways(agent: Agent, names: Iterable[AgentName]) -> dict[str, list[_Way]] | None:
    """By language ("" for all that have no configuration of their own); None where a name cannot be asked.

    A person is proposed by the surname alone: what asks for it asks for the whole name too.
    """
    spelt = [
        (name.pk, spelling) for name in names for spelling in _asked_for(agent, name) or _spellings(name)
    ]
    words = [(key, word) for key in spelt for word in key[1].split()]
    places, languages, asked = [], [], []
    for place, (_key, word) in enumerate(words):
        for language in (*ARCHIVE_LANGUAGES, ""):
            is_prefixed = language == "ar" and script_of(word) == "Arab"
            for clitic in _CLITICS if is_prefixed else ("",):
                places.append(place)
                languages.append(language)
                asked.append(clitic + word)
    found: dict[tuple[str, int], set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_LEXEMES, [places, languages, asked])
        for place, language, lexemes in cursor.fetchall():
            found.setdefault((language, place), set()).update(lexemes)
    ways: dict[str, list[_Way]] = {}
    for language in (*ARCHIVE_LANGUAGES, ""):
        for _key, group in groupby(enumerate(words), lambda item: item[1][0]):
            way = _way([found[language, place] for place, _word in group])
            if not way:
                return None
            ways.setdefault(language, []).append(way)
    return ways


def _asked_for(agent: Agent, name: AgentName) -> list[str]:
    """The surname of a person's name, with its particles and without."""
    return (
        [" ".join(words) for words in surname_variants(name.text)] if agent.kind == AgentKind.PERSON else []
    )


def _spellings(name: AgentName) -> Iterator[str]:
    """The name, and for an acronym the form with points, which the index parts in its own way."""
    yield name.text
    if name.text.isupper() and name.text.isalpha() and 1 < len(name.text) <= _LONGEST_ACRONYM:
        yield ".".join(name.text)


def _way(words: list[set[str]]) -> _Way:
    """The beginnings of the telling words of a name."""
    known = [lexemes for lexemes in words if lexemes]
    telling = [lexemes for lexemes in known if max(map(len, lexemes)) >= _SHORTEST] or known
    return tuple(
        tuple(sorted({start for lexeme in lexemes for start in _beginnings(lexeme)})) for lexemes in telling
    )


def _beginnings(lexeme: str) -> Iterator[str]:
    """The first letters of a word, each of them perhaps doubled in the text."""
    letters = "".join(letter for letter, _same in groupby(lexeme))
    count = _LETTERS if script_of(lexeme) == "Latn" else _LETTERS_INFLECTED
    yield letters[:count]
    for place in range(1, min(count, len(letters) + 1)):
        yield (letters[:place] + letters[place - 1 :])[:count]


def _tsquery(ways: Iterable[_Way]) -> str:
    """In PostgreSQL's own notation."""
    return " | ".join(
        "(" + " & ".join("(" + " | ".join(map(_prefix, word)) + ")" for word in way) + ")" for way in ways
    )


def _prefix(start: str) -> str:
    quoted = start.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}':*" if len(start) >= _LETTERS_INFLECTED else f"'{quoted}'"


def _of_all_languages(ways: dict[str, list[_Way]]) -> str:
    """The texts of each language by the words of that language."""
    others = " & ".join(f"!'~l{language}'" for language in ARCHIVE_LANGUAGES)
    scopes = {language: f"'~l{language}'" if language else f"({others})" for language in ways}
    return " | ".join(f"({scopes[language]} & ({_tsquery(found)}))" for language, found in ways.items())


def _unpublished(ways: dict[str, list[_Way]]) -> Q:
    """Drafts and withdrawn texts are not in the index: their words are read."""
    text = Concat("headline", Value(" "), "lede", Value(" "), "body", output_field=TextField())
    vector = Func(F("language"), text, Value("D"), function="archive_vector")
    asked = Q()
    for language, found in ways.items():
        holds = Func(
            vector,
            Value(_tsquery(found)),
            template="(%(expressions)s::tsquery)",
            arg_joiner=" @@ ",
            output_field=BooleanField(),
        )
        spoken = Q(language=language) if language else ~Q(language__in=ARCHIVE_LANGUAGES)
        asked |= spoken & Q(holds)
    return ~Q(status=ArticleStatus.PUBLISHED) & asked
