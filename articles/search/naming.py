"""Which texts may hold the names of an agent, asked of the index: more than do, so that none is missed.

But for those in which a name only sounds like it, in a script of which the record has none or in another Latin
spelling: of them it gives those where a new name waits that has the same consonants. `manage.py link` goes through
all texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from articles.languages import ARCHIVE_LANGUAGES, script_of
from articles.models import Agent, AgentName, Article, Mention, NameProposalPlace, SearchEntry
from articles.names.lone import halves_of
from articles.names.tokens import surname_variants
from articles.vocabulary import AgentKind, ArticleStatus

#: So many letters of a stem are compared: what follows may be inflected, or written otherwise.
_LETTERS, _LETTERS_INFLECTED = 4, 3
#: A surname alone is asked for by its stem, or by all but the last letters of one that may be inflected: «Contreras»
#: is not «contre».
_LEFT_OUT = 2
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
"""One name in one language: for each of its words the operands of a query by which it is looked for."""
_Beginnings = Callable[[str], Iterator[str]]


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
    # Of an institution only a name of one word is known by its sound.
    heard = [name.text for name in names if agent.kind == AgentKind.PERSON or " " not in name.folded]
    sounding = NameProposalPlace.objects.sounding_like(heard)
    return Article.objects.filter(
        named | published | Q(pk__in=sounding.values("article_id")) | _unpublished(ways)
    )


def _ways(agent: Agent, names: Iterable[AgentName]) -> dict[str, list[_Way]] | None:
    """By language ("" for all that have no configuration of their own); None where a name cannot be asked.

    A person is proposed by the surname alone: what asks for it asks for the whole name too. Where a language has the
    surname as one of its small words («Son», «Will»), the whole name is asked for.
    """
    names = list(names)
    found = _lexemes(dict.fromkeys(word for name in names for one in _all(name) for word in one.split()))
    ways: dict[str, list[_Way]] = {}
    for language in (*ARCHIVE_LANGUAGES, ""):
        for name in names:
            surnames = _surnames(name) if agent.kind == AgentKind.PERSON else []
            asked = [_way([found[language, word] for word in one.split()], _whole) for one in surnames]
            if not asked or not all(asked):
                asked = [
                    _way([found[language, word] for word in one.split()], _first_letters)
                    for one in _spellings(name)
                ]
            if not all(asked):
                return None
            ways.setdefault(language, []).extend(asked)
    return ways


def _lexemes(words: Iterable[str]) -> dict[tuple[str, str], set[str]]:
    """(language, word) → what the index has for it, with all that an Arabic text may write together with it."""
    places = list(words)
    numbers, languages, asked = [], [], []
    for number, word in enumerate(places):
        for language in (*ARCHIVE_LANGUAGES, ""):
            is_prefixed = language == "ar" and script_of(word) == "Arab"
            for clitic in _CLITICS if is_prefixed else ("",):
                numbers.append(number)
                languages.append(language)
                asked.append(clitic + word)
    found: dict[tuple[str, str], set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_LEXEMES, [numbers, languages, asked])
        for number, language, lexemes in cursor.fetchall():
            found.setdefault((language, places[number]), set()).update(lexemes)
    return found


def _all(name: AgentName) -> Iterator[str]:
    yield from _surnames(name)
    yield from _spellings(name)


def _surnames(name: AgentName) -> list[str]:
    """The surname of a person's name, with its particles and without, and its halves."""
    return [" ".join(words) for words in surname_variants(name.text)] + list(halves_of(name.text))


def _spellings(name: AgentName) -> Iterator[str]:
    """The name, and for an acronym the form with points, which the index parts in its own way."""
    yield name.text
    if name.text.isupper() and name.text.isalpha() and 1 < len(name.text) <= _LONGEST_ACRONYM:
        yield ".".join(name.text)


def _way(words: list[set[str]], beginnings: _Beginnings) -> _Way:
    """The telling words of a name, each by its beginnings; none where the language looks up none of them."""
    known = [lexemes for lexemes in words if lexemes]
    telling = [lexemes for lexemes in known if max(map(len, lexemes)) >= _SHORTEST] or known
    return tuple(
        tuple(sorted({start for lexeme in lexemes for start in beginnings(lexeme)})) for lexemes in telling
    )


def _first_letters(lexeme: str) -> Iterator[str]:
    """The words that begin with the same few letters."""
    count = _LETTERS if script_of(lexeme) == "Latn" else _LETTERS_INFLECTED
    for start in _doubled(lexeme, count):
        yield _operand(start, is_prefix=len(start) >= _LETTERS_INFLECTED)


def _whole(lexeme: str) -> Iterator[str]:
    """The words of the stem of a surname, or that begin with most of one that may be inflected."""
    if len(lexeme) < _SHORTEST or script_of(lexeme) == "Latn":
        for word in {lexeme, *_doubled(lexeme, len(lexeme) + 1)}:
            yield _operand(word, is_prefix=False)
        return
    for start in _doubled(lexeme, max(len(lexeme) - _LEFT_OUT, _LETTERS_INFLECTED)):
        yield _operand(start, is_prefix=True)


def _doubled(lexeme: str, count: int) -> Iterator[str]:
    """So many letters of a word, each of them perhaps doubled in the text, and none where the word has two."""
    letters = "".join(letter for letter, _same in groupby(lexeme))
    yield letters[:count]
    for place in range(1, min(count, len(letters) + 1)):
        yield (letters[:place] + letters[place - 1 :])[:count]


def _operand(letters: str, *, is_prefix: bool) -> str:
    quoted = letters.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}'{':*' if is_prefix else ''}"


def _tsquery(ways: Iterable[_Way]) -> str:
    """In PostgreSQL's own notation."""
    return " | ".join("(" + " & ".join("(" + " | ".join(word) + ")" for word in way) + ")" for way in ways)


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
