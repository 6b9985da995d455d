"""Words → PostgreSQL's text search queries: one for the texts of each language, and all of them in one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from articles.languages import LANGUAGES
from articles.names import fold
from articles.search.arabic_patterns import phrase_with_hamza
from articles.search.common_words import FRENCH
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


@dataclass(frozen=True, slots=True)
class Words:
    """Words as typed, or the letters a word begins with; `forms` are the languages that have other forms of them.

    `also` are other words, or phrases, that texts of one language have for the same: (language, words). Of a word with
    hyphens that begins so, `compound` is the whole, and `before` are its words before the last one.
    Of what is `foreign` to a language nothing is asked there that its stemmer makes another word of: «Islande», island.
    """

    text: str
    is_prefix: bool = False
    forms: tuple[str, ...] = tuple(_OWN)
    also: tuple[tuple[str, str], ...] = ()
    only: str | None = None  # the one language whose texts are asked
    compound: str = ""
    before: str = ""
    foreign: tuple[str, ...] = ()  # the languages that have another word for it

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
        typed_plainly = phrase_with_hamza(self.text) if self.only in (None, "ar") else ""
        if not (self.also or typed_plainly) and " OR " not in self.text:
            return [self]
        return [
            *([Words(typed_plainly, forms=(), only="ar")] if typed_plainly else []),
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
            code: _all_begun(next(values))
            if chunk.is_prefix
            else _unless_foreign(_all_of(next(values), forms[code], code), chunk, code)
            for code in chunk.languages
        }
        for chunk, forms in zip(chunks, with_forms, strict=True)
    ]


def _unless_foreign(query: str, chunk: Words, code: str) -> str:
    is_one = code in chunk.foreign and chunk.text.isalpha() and query.strip("'").isalpha()
    return "" if is_one and query.strip("'") != fold(chunk.text) else query


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
