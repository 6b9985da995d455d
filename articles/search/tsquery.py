"""Words → PostgreSQL's text search queries: one for the texts of each language, and all of them in one."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connection

from articles.languages import LANGUAGES
from articles.search.common_words import FRENCH
from articles.search.slips import is_key, key_of
from articles.search.word_forms import MOST_WORDS, is_asked_for, other_forms

#: The configuration of texts in all languages that have none of their own, and its name here.
SIMPLE, OTHER = "archive_simple", ""
_OWN = {code: one.search_config for code, one in LANGUAGES.items() if one.search_config != SIMPLE}
#: What every entry has.
EVERY = "'~e'"
#: Language → its configuration; the last one is for all other languages.
COLUMNS: dict[str, str] = {**_OWN, OTHER: SIMPLE}

#: What words that begin alike go on with: their stems, which the index has, may be shorter than their beginning.
_ENDINGS = {
    "fr": "e é s es ée és ées er ez ent ant ait aient ation ations ion ions on ons eur eurs euse euses ement ements ité"
    " ités if ive ifs ives ique iques isme iste istes al ale aux ales el elle els elles eux ence ences ance ances ien"
    " ienne iens ère ères ier iers ière ières re res n ns nt t te tes ue ues uer ué r rs",
    "en": "s es ed d ing ng g er ers ion ions on ons onal ation ations al ally ly ment ments ness ss y ies ity ities"
    " ive ives ism ist ists ic ical ence ences ance ances nt nce ntly e le ble bly n t ous able",
    "ru": "а я о е и ы у ю й ь ой ей ом ем ам ям ами ями ах ях ого его ому ему ый ий ая яя ое ее ые ие ых их ым им ую"
    " юю ть л ла ло ли ет ют ут ит ат ят ся ость ости остью ия ию ии ие нный нная ный ная ские ский ского",
    "ar": "ة ات ون ين ي ية ه ها هم",
}
#: Letters that the Arabic stemmer takes for «and», «so», «by» where a longer word begins with them.
_TAKEN_FOR_CLITICS, _LONGEST_UNCUT = ("ف", "ب", "و"), 3
#: So many letters behind an Arabic article are the beginning of a word.
SHORTEST_BARE = 2
_VOWEL_SIGNS = re.compile(r"[\u0640\u064b-\u0652\u0670]")
# What a minus stands before: a word, or what is in brackets, which may hold others.
_ABSENCE = re.compile(
    r"!\s*(?:'(?:[^']|'')*'(?::\*)?|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\))"
)
# One that stands in no quotation marks.
_OR = re.compile(r' OR (?=(?:[^"]*"[^"]*")*[^"]*$)')
_LEXEME = re.compile(r"'((?:[^']|'')*)'")
#: In so many texts is a word that may be their slip.
MOST_RARE = 2
# Those of the keys that texts have, and how many; nothing where no words are gathered.
_WRITTEN = """CASE WHEN EXISTS (SELECT FROM articles_writtenword) THEN ARRAY(SELECT folded || ' ' || sum(records)
    FROM articles_writtenword WHERE folded = ANY (%s) GROUP BY folded) END"""
# A word is looked for in the first of these, and in the second where it is not there.
_LOOKED_IN = ("articles_searchsample", "articles_searchentry")


@dataclass(frozen=True, slots=True)
class Words:
    """Words as typed, or the letters a word begins with; `forms` are the languages that have other forms of them.

    `also` are other words, or phrases, that texts of one language have for the same: (language, words). Of a word with
    hyphens that begins so, `compound` is the whole, and `before` are its words before the last one.
    """

    text: str
    is_prefix: bool = False
    forms: tuple[str, ...] = tuple(_OWN)
    also: tuple[tuple[str, str], ...] = ()
    only: str | None = None  # the one language whose texts are asked
    compound: str = ""
    before: str = ""

    def for_language(self, code: str) -> str:
        """The words without what is too common in a language; within quotation marks all words stay.

        Arabic ones without vowel signs, as the index has them.
        """
        if code == "ar":
            return _VOWEL_SIGNS.sub("", self.text)
        if code != "fr" or self.is_prefix or '"' in self.text:
            return self.text
        # PostgreSQL's list of French stop words is a short one.
        kept = [word for word in self.text.split() if word.removeprefix("-").casefold() not in FRENCH]
        return " ".join(kept)

    @property
    def alternatives(self) -> list[Words]:
        """The words between the ORs, each for itself, and what else is asked of texts of one language."""
        if not self.also and " OR " not in self.text:
            return [self]
        return [
            *(replace(self, text=part, also=()) for part in _OR.split(self.text)),
            *(Words(words, forms=(), only=code) for code, words in self.also),
        ]

    @property
    def languages(self) -> list[str]:
        """Those whose texts are asked."""
        return list(COLUMNS) if self.only is None else [self.only]

    def with_forms(self, code: str) -> _WithForms:
        """The words that have other forms in texts of a language, with these; none within quotation marks.

        A minus stands before its word.
        """
        if code not in self.forms or '"' in self.text:
            return []
        words = self.for_language(code).split()[:MOST_WORDS]
        return [(word, forms) for word in words if (forms := other_forms(word.removeprefix("-"), code))]


_WithForms = list[tuple[str, tuple[str, ...]]]


def compile_words(chunks: Sequence[Words]) -> list[dict[str, str]]:
    """Each chunk as PostgreSQL reads it, by language; empty where it holds stop words only. One statement, or none."""
    every = dict.fromkeys(words for chunk in chunks for words in chunk.alternatives)
    compiled = dict(zip(every, _compiled(list(every)), strict=True))
    return [_any_of([compiled[words] for words in chunk.alternatives]) for chunk in chunks]


def _any_of(compiled: Sequence[dict[str, str]]) -> dict[str, str]:
    """What asks for any of these, by language."""
    if len(compiled) == 1:
        return compiled[0]
    ways = {code: dict.fromkeys(one[code] for one in compiled if one[code]) for code in COLUMNS}
    return {code: " | ".join(f"({way})" for way in each) for code, each in ways.items()}


def _compiled(chunks: Sequence[Words]) -> list[dict[str, str]]:
    if not chunks:
        return []
    with_forms = [{code: chunk.with_forms(code) for code in chunk.languages} for chunk in chunks]
    parts, parameters = [], []
    for chunk, forms in zip(chunks, with_forms, strict=True):
        for code in chunk.languages:
            sql, asked = _beginning(chunk, code) if chunk.is_prefix else _as_words(chunk, code, forms[code])
            parts.append(sql)
            parameters += asked
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", parameters)
        values = iter(cursor.fetchone())
    return [
        dict.fromkeys(COLUMNS, "")
        | {
            code: _all_begun(next(values)) if chunk.is_prefix else _all_of(next(values), forms[code], code)
            for code in chunk.languages
        }
        for chunk, forms in zip(chunks, with_forms, strict=True)
    ]


def _as_words(chunk: Words, code: str, with_forms: _WithForms) -> tuple[str, list[Any]]:
    """What reads words in the texts of a language: those without other forms, then each of the others and its forms."""
    config, text = COLUMNS[code], chunk.for_language(code)
    sql = "ARRAY[websearch_to_tsquery(%s::regconfig, archive_words(%s, %s))::text]"
    if not with_forms:
        return sql, [config, code, text]
    apart = {word for word, _forms in with_forms}
    rest = " ".join(word for word in text.split() if word not in apart)
    # Unicode calls this apostrophe a letter; here it would end the quotation.
    each = [
        f"'{form.replace('ʼ', ' ')}'"
        for word, forms in with_forms
        for form in (word.removeprefix("-"), *forms)
    ]
    sql += """ || ARRAY(SELECT to_tsquery(%s::regconfig, archive_words(%s, form))::text
        FROM unnest(%s::text[]) WITH ORDINALITY AS asked (form, place) ORDER BY place)"""
    return sql, [config, code, rest, config, code, each]


def _all_of(read: Sequence[str], with_forms: _WithForms, code: str) -> str:
    """The query for all these words, each in any of its forms; what is too common is asked for in none."""
    rest, *stems = read
    parts = [rest] if rest else []
    for word, forms in with_forms:
        (own, *others), stems = stems[: len(forms) + 1], stems[len(forms) + 1 :]
        if own:
            typed = word.removeprefix("-")
            pairs = zip(forms, others, strict=True)
            kept = [stem for form, stem in pairs if _is_form(typed, own, form, stem, code)]
            ways = " | ".join(dict.fromkeys([own, *kept]))
            parts.append(f"!({ways})" if typed != word else f"({ways})" if kept else ways)
    return " & ".join(parts)


def _is_form(word: str, own: str, form: str, stem: str, code: str) -> bool:
    """Whether a form, whose stem stands in PostgreSQL's quotation marks, is asked for."""
    return bool(stem) and (" " in form or is_asked_for(word, own.strip("'"), form, stem.strip("'"), code))


def _beginning(chunk: Words, code: str) -> tuple[str, list[Any]]:
    """What reads a beginning in the texts of a language; of a word with hyphens the whole too, and what stands before.

    A single letter is asked for with the whole alone, and so is what is left out.
    """
    sql, asked = _begun(chunk.text, code)
    if not chunk.compound:
        return f"ARRAY[{sql}]", asked
    whole, asked_whole = _begun(chunk.compound, code)
    is_loose = len(chunk.text) > 1 and chunk.before
    before = replace(chunk, text=chunk.before, is_prefix=False).for_language(code) if is_loose else ""
    return f"ARRAY[{sql}, {whole}, websearch_to_tsquery(%s::regconfig, archive_words(%s, %s))::text]", [
        *asked,
        *asked_whole,
        COLUMNS[code],
        code,
        before,
    ]


def _all_begun(read: Sequence[str]) -> str:
    """The query for a beginning: as a whole with hyphens, or all of its words wherever they stand."""
    begun, *compound = read
    if not compound:
        return _each_once(begun)
    whole, before = compound
    # Of a compound PostgreSQL makes itself, then its parts.
    ways = [_each_once(" | ".join(way.split(" <", 1)[0] for way in whole.split(" | ")))]
    if before:
        ways.append(f"{before} & ({_each_once(begun)})")
    return " | ".join(f"({way})" for way in ways if way)


def _begun(beginning: str, code: str) -> tuple[str, list[Any]]:
    """What reads a beginning as typed, and as the words that begin so are stemmed: «négociations*» finds «négoci».

    What stands for an Arabic article no lexeme keeps; the plain configuration would.
    """
    # Unicode calls this apostrophe a letter; here it would end the quotation.
    letters = beginning.replace("ʼ", " ")
    endings = ("", *_ENDINGS.get(code, "").split())
    beginnings = f"'{letters}':*"
    bare = letters.removeprefix("ال")
    if code == "ar" and bare.startswith(_TAKEN_FOR_CLITICS) and len(bare) > _LONGEST_UNCUT:
        beginnings += f" | '{bare[1:]}':*"
        if bare[1] == "س" and len(bare) > _LONGEST_UNCUT + 1:
            beginnings += f" | '{bare[2:]}':*"  # «فسيفساء», as if it were «and he will»
    if code == "ar" and SHORTEST_BARE <= len(bare) < len(letters):
        beginnings += f" | '{bare}':*"  # «الغا», of which no article is taken off: it is too short
    sql = (
        "(to_tsquery('archive_simple', translate(archive_words(%s, %s), U&'\\034F\\064E', ''))"
        " || to_tsquery(%s::regconfig, archive_words(%s, %s)))::text"
    )
    return sql, [
        code,
        beginnings,
        COLUMNS[code],
        code,
        " | ".join(f"'{letters}{ending}'" for ending in endings),
    ]


def _each_once(query: str) -> str:
    """A query for a beginning and for stems, without the stems that begin so; empty where no beginning is left."""
    beginning, *stems = query.split(" | ")
    if not beginning.endswith(":*"):
        return ""
    begun = beginning.removesuffix(":*").removesuffix("'")
    return " | ".join([beginning, *dict.fromkeys(stem for stem in stems if not stem.startswith(begun))])


@dataclass(frozen=True, slots=True)
class Scope:
    """What the texts of some languages are asked: of these, or where `is_rest`, of all but these."""

    tsquery: str
    languages: tuple[str, ...]
    is_rest: bool = False


def scopes(by_language: Mapping[str, str]) -> list[Scope]:
    """The same as `scoped`, parted: the languages that are asked the same together, no text in two of them.

    The row tells its language for nothing; asked by its token, the index goes along all texts of the language. What
    may ask for nothing but the absence of words is given what every entry has: the whole index would be read.
    """
    together: dict[str, list[str]] = {}
    for code, query in by_language.items():
        if query:
            together.setdefault(query, []).append(code)
    return [
        Scope(
            f"{EVERY} & ({query})" if "!" in query else query,
            tuple(code for code in _OWN if (code in codes) != (OTHER in codes)),
            OTHER in codes,
        )
        for query, codes in together.items()
    ]


@dataclass(frozen=True, slots=True)
class Standing:
    """How words stand in the archive: `absent` are in no text, in no inflection; of the others `unwritten` are those
    that no text writes so, of those that were read for its words, and `rare` those that hardly any does.

    Of an archive whose words are not gathered yet only the first is known.
    """

    absent: list[str] = field(default_factory=list)
    unwritten: list[str] = field(default_factory=list)
    rare: list[str] = field(default_factory=list)
    is_gathered: bool = False

    def of(self, words: Container[str]) -> Standing:
        """That of these words alone."""
        return Standing(
            [word for word in self.absent if word in words],
            [word for word in self.unwritten if word in words],
            [word for word in self.rare if word in words],
            self.is_gathered,
        )


def standing_of(words: Mapping[str, Mapping[str, str]]) -> Standing:
    """How these words stand in the archive; one statement, or none.

    The words are given as `compile_words` has them, by language.

    A common word is found in the sample, at once; only what is not is looked for in all entries: PostgreSQL begins
    neither before it is asked for. Each is looked up as if all hits were wanted, of which the first is read: for a
    first hit alone the planner would read the table.
    """
    asked = {word: parts for word, compiled in words.items() if (parts := scopes(compiled))}
    if not asked:
        return Standing()
    keys = {word: key_of(word) for word in asked}
    sql, parameters = _are_there(list(asked.values()))
    with connection.cursor() as cursor:
        cursor.execute(f"{sql}, {_WRITTEN}", [*parameters, list(keys.values())])
        *found, written = cursor.fetchone()
    is_there = dict(zip(asked, found, strict=True))
    absent = [word for word in asked if not is_there[word]]
    if written is None:
        return Standing(absent)
    known = {key: int(records) for key, _blank, records in (one.partition(" ") for one in written)}
    # Numbers and the shortest words are not gathered.
    in_texts = {word: known.get(key, 0) for word, key in keys.items() if is_there[word] and is_key(key)}
    return Standing(
        absent,
        [word for word, records in in_texts.items() if not records],
        [word for word, records in in_texts.items() if records <= MOST_RARE],
        is_gathered=True,
    )


def _are_there(asked: Sequence[Sequence[Scope]]) -> tuple[str, list[str | list[str]]]:
    """What tells of each word, given by its scopes, whether any entry has it."""
    hits: list[str] = []
    parameters: list[str | list[str]] = []
    for table in _LOOKED_IN:
        for place, parts in enumerate(asked):
            hits.append(f"{table}{place} AS MATERIALIZED ({_hits_in(table, parts)})")
            for scope in parts:
                parameters += [scope.tsquery, list(scope.languages)]
    sample, every = _LOOKED_IN
    shown = ", ".join(
        f"EXISTS (SELECT FROM {sample}{place}) OR EXISTS (SELECT FROM {every}{place})"  # noqa: S608
        for place in range(len(asked))
    )
    return f"WITH {', '.join(hits)} SELECT {shown}", parameters


def _hits_in(table: str, parts: Sequence[Scope]) -> str:
    """What finds the entries of a table that have the words of these scopes."""
    return " UNION ALL ".join(
        f"SELECT FROM {table} WHERE search @@ (SELECT %s::tsquery)"
        f" AND language {'<> ALL' if scope.is_rest else '= ANY'} (%s)"
        for scope in parts
    )


def scoped(by_language: Mapping[str, str]) -> str:
    """One query for texts of every language: each language's texts are asked in its own words."""
    parts = []
    for code, query in by_language.items():
        if query:
            parts.append(f"('{'~l' + code if code else '~o'}' & ({query}))")
    return " | ".join(parts)


def in_headline(query: str) -> str:
    """A query for words as one for the words of headlines, wherever in them they stand."""
    return loosened(_LEXEME.sub(r"'=\1'", query)).replace("'=~", "'~")


def asks_for_words(query: str) -> bool:
    """Whether a query asks for any word, and not only for the absence of some."""
    return "'" in _ABSENCE.sub("", query)


def loosened(query: str) -> str:
    """A query for phrases as one for their words, wherever they stand."""
    return re.sub(r"<(?:-|\d+)>", "&", query)
