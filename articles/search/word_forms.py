"""Other forms of a word that the stemmers keep apart, asked for beside it: what readers take for one word.

The index has the stem of each word as the stemmer of its language cuts it (docs/decisions/0011). Where that parts the
forms of one word, or the accent that was folded before hid an ending from it, a query asks for both. Where the stem
of a form is that of other words («commissions» is cut to that of «comme»), it is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from articles.names import fold
from articles.search.arabic_forms import arabic_forms
from articles.search.arabic_forms import is_asked_for as is_asked_for_arabic
from articles.search.english_spelling import other_spellings
from articles.search.russian_forms import russian_forms
from articles.search.word_groups import (
    ENGLISH_GROUPS,
    FRENCH_CHOSEN,
    FRENCH_GROUPS,
    IRREGULAR_VERBS,
    OWN_WORDS,
)

#: A shorter word is as it stands.
SHORTEST = 3
#: Of so many words other forms are asked for: each is another alternative in every text.
MOST_WORDS = 12

_LATIN = re.compile(r"[a-zà-öø-ÿœ]+", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]+", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0621-\u064a\u067e\u0686\u06a4\u06a9\u06af\u06cc]+")

# What is written with a hyphen may be written without.
_COMPOUND, _HYPHEN = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+"), re.compile("[-‐‑]")
# Arms, aeroplanes, roads; the decades of Russian texts.
_DESIGNATION = re.compile(r"([A-ZА-Я][A-Za-zА-Яа-я]{0,2})(-?\d{1,4})")
_TO_RUSSIAN = dict(zip("ABDFGIKLMNPRSTUVabgilmnrtuv", "АБДФГИКЛМНПРСТУВабгилмнртув", strict=True))
_TO_LATIN = {russian: latin for latin, russian in _TO_RUSSIAN.items()}
_DECADE, _OF_DECADES = re.compile(r"(\d{2,4})-(е|х|м|ми|ым|ых)"), ("е", "х", "м", "ми")
# A number that is no year may be written in groups of three figures.
_NUMBER = re.compile(r"(?!1[89]\d\d$|20\d\d$)[1-9]\d{3,8}")

#: French: how a folded word ends, and how it may end otherwise.
_FRENCH = (
    ("ieres", ("ier",)),
    ("iere", ("ier",)),
    ("iers", ("iere",)),
    ("ier", ("iere",)),
    ("mer", ("mee", "ment")),
    ("ment", ("mer",)),
    ("er", ("ee",)),
    ("ees", ("e",)),
    ("ee", ("e",)),
    ("iques", ("ic",)),
    ("ique", ("ic",)),
    ("ics", ("ique",)),
    ("ic", ("ique",)),
    ("aises", ("ais",)),
    ("ives", ("if",)),
    ("ive", ("if",)),
    ("ifs", ("ive",)),
    ("if", ("ive",)),
    ("aise", ("ais",)),
    ("ais", ("aise",)),
    ("aux", ("al", "au")),
)
#: Of fewer letters a participle is one only among these.
_LONG_PARTICIPLE = 7
_SHORT_PARTICIPLES = frozenset("elue tuee alliee exilee lesee noyee volee citee".split())
#: With a capital only what may begin a headline: «Crimée», «Vendée» and «Élysée» are names.
_PERSONS = frozenset(
    "blessee refugiee deputee accusee employee deleguee retraitee invitee associee alliee exilee immigree rescapee"
    " deplacee condamnee envoyee".split()
)
#: Nouns that are no participles: without their last letter they are other words, «arme», «Anne», «entre».
_FRENCH_NOUNS = frozenset(
    "armee annee journee musee idee entree duree pensee soiree matinee tournee rentree melee vallee fusee maree lycee"
    " trophee allee dictee veillee poupee epee coree guinee mosquee chaussee cheminee epopee contree denree portee"
    " montee levee assemblee visee traversee percee puree gelee bouee trouee lignee poignee renommee destinee"
    " randonnee donnee apogee athee mausolee orchidee bolee curee ondee risee ruee nuee couvee galilee judee"
    " mediterranee pyrenee plongee tranchee foulee gorgee flambee jetee rosee crimee vendee elysee pompee retombee"
    " echappee envolee coulee menee lancee avancee arrivee allee percee trainee giroflee maniere priere".split()
)
#: What ends in -ent and is no verb in the plural: an adjective, a noun.
_NO_VERBS = frozenset(
    "absent abstinent accent accident adherent adjacent adolescent affluent agent ambivalent antecedent"
    " apparent ardent argent arpent astringent auvent avent cent clement client coefficient coherent competent"
    " concurrent confident confluent conscient consequent constituent content continent contingent contrevent"
    " convalescent convergent couvent covalent credent decadent decent deficient delinquent dement dent"
    " dependent detergent different diligent dissident divergent dolent effervescent efficient eloquent emergent"
    " eminent equivalent escient evanescent event evident excedent excellent expedient ferment fervent florescent"
    " fluorescent frequent gradient grandiloquent imminent impatient impertinent impudent incandescent incident"
    " inclement incoherent incompetent inconscient indecent independent indigent indolent ingredient inherent"
    " innocent insolent insuffisent intelligent intermittent latent lent luminescent malcontent mecontent moment"
    " negligent nutrient occident omnipotent onguent opulent orient paravent parent patient penitent permanent"
    " pertinent polyvalent pourcent precedent preeminent present president prevalent proeminent prudent quotient"
    " recent recipient recurrent referent regiment relent reminiscent resident rodent rudiment sanguinolent sentiment"
    " sergent serpent somnolent souvent strident subsequent succulent talent tangent torrent transcendent"
    " transparent trident turbulent turgescent urgent vent violent virulent".split()
)
#: What ends so has a plural that the stemmer takes for another ending; other plurals it knows.
_PARTED_PLURALS = ("i", "o", "u", "er", "ir", "it")
#: What ends in -s and is no plural.
_NO_PLURALS = frozenset(
    "paris tunis avis permis tennis souris puis depuis tapis anis colis devis logis".split()
)
#: Of fewer letters than this, and than the word's own, a stem is also that of other words; but for these.
_TELLING_STEM = 5
_SHORT_PLURALS = frozenset("elu elus delit delits euro euros".split())
_ENGLISH = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("man", "men"),
)
#: French: how what a man does or is ends, and a woman; where the stemmer parts them.
_FRENCH_WOMEN = (("eur", "euse"), ("teur", "trice"), ("deur", "drice"), ("an", "anne"))


def other_forms(word: str, language: str) -> tuple[str, ...]:
    """Other forms in which a word may stand in texts of this language, folded; none of what is in other letters."""
    if language not in _FORMS:
        return ()
    if _COMPOUND.fullmatch(word):
        return (_HYPHEN.sub(" ", word),)
    if found := _DESIGNATION.fullmatch(word):
        return tuple(_in_other_letters(found[1], found[2]))
    if language == "ru" and (found := _DECADE.fullmatch(word)):
        return tuple(f"{found[1]}-{ending}" for ending in _OF_DECADES if ending != found[2])
    if _NUMBER.fullmatch(word):
        return (f"{int(word):,}".replace(",", " "),)
    if (language, word) == ("en", "us"):
        return ("US",)  # typed in haste; to the index it is another word
    letters, forms = _FORMS[language]
    if not letters.fullmatch(word) or (len(word) < SHORTEST and language != "ar"):
        return ()
    return tuple(dict.fromkeys(form for form in forms(word) if form != fold(word)))


def _in_other_letters(letters: str, figures: str) -> Iterator[str]:
    """What is so designated in the other alphabet: С-400, S-400; Су-24, Su-24; Т72."""
    for table in (_TO_RUSSIAN, _TO_LATIN):
        if table.keys() >= set(letters):
            yield "".join(table[letter] for letter in letters) + figures


def is_asked_for(word: str, stem: str, form: str, stem_of_form: str, language: str) -> bool:
    """Whether a form whose stem is this is asked for beside a word, or its stem says too little."""
    if language == "fr" and form.endswith("euse"):
        return stem_of_form.endswith("eux")  # «travailleuse» is cut as «travaille» is
    if language == "fr":
        least = _TELLING_STEM - form.endswith("ment")
        is_telling = len(stem_of_form) >= min(least, len(stem))
        is_shortened = stem in (f"{stem_of_form}e", f"{stem_of_form}er")
        is_of_its_verb = fold(word) in FRENCH_GROUPS and len(stem_of_form) > SHORTEST
        is_listed = fold(word) in _SHORT_PLURALS or fold(word) in FRENCH_CHOSEN or is_of_its_verb
        # «clous», «clou»: the stemmer leaves both as they are.
        is_whole = stem_of_form == form and word.islower() and fold(word) == stem in (f"{form}s", f"{form}x")
        return is_telling or is_shortened or is_listed or is_whole
    if language == "ar":
        return is_asked_for_arabic(word, stem, form, stem_of_form)
    return True


def _french(word: str) -> Iterator[str]:
    folded = fold(word)
    yield from map(fold, FRENCH_GROUPS.get(folded, ()))
    if not _is_noun(folded) and folded not in _NO_VERBS:
        for ending, others in _FRENCH:
            if folded.endswith(ending) and len(folded) > len(ending) + 1:
                if not ending.startswith("ee") or _is_participle(folded, word):
                    yield from _but_nouns(folded.removesuffix(ending) + other for other in others)
                break
    if word.islower():
        yield from _present(folded)
        yield from _of_the_other_sex(folded)
    if word.lower().endswith(("é", "és")):
        yield from _but_nouns([f"{folded.removesuffix('s')}e"])
    yield from _in_x(folded)
    singular = folded.removesuffix("s")
    is_long = len(singular) > SHORTEST or singular in _SHORT_PLURALS
    if word[0].isupper() and singular.endswith("o"):
        return  # Carlos
    if singular.endswith(_PARTED_PLURALS) and is_long and f"{singular}s" not in _NO_PLURALS:
        yield f"{singular}s" if folded == singular else singular


def _in_x(folded: str) -> Iterator[str]:
    """«cailloux» and «caillou», «neveux» and «neveu»."""
    singular = folded.removesuffix("x")
    if singular.endswith(("ou", "eu")) and len(singular) > SHORTEST:
        yield f"{singular}x" if folded == singular else singular


def _present(folded: str) -> Iterator[str]:
    """What many do beside what one does, which the stemmer parts: «dénoncent», «dénonce», «dénoncer»."""
    for ending in ("ent", "er", "e"):
        stem = folded.removesuffix(ending)
        if folded.endswith(ending) and len(stem) >= SHORTEST:
            is_verb = f"{stem}ent" not in _NO_VERBS and not stem.endswith("enn")  # vienne
            yield from (
                f"{stem}{other}" for other in (("e", "er") if ending == "ent" else ("ent",)) if is_verb
            )
            return


def _of_the_other_sex(folded: str) -> Iterator[str]:
    """«danseuse» and «danseur», «actrice» and «acteur», «paysanne» and «paysan»."""
    singular = folded.removesuffix("s")
    for man, woman in _FRENCH_WOMEN:
        for one, other in ((man, woman), (woman, man)):
            if singular.endswith(one) and len(singular) - len(one) >= SHORTEST - 1:
                yield singular.removesuffix(one) + other


def _is_noun(folded: str) -> bool:
    return folded.removesuffix("s") in _FRENCH_NOUNS


def _but_nouns(forms: Iterable[str]) -> Iterator[str]:
    """The forms that are no nouns: armer is not asked as armée."""
    return (form for form in forms if not _is_noun(form))


def _is_participle(folded: str, word: str) -> bool:
    """Whether a word in -ée, -ées may be one of a verb."""
    singular = folded.removesuffix("s")
    if not word.islower():
        return singular in _PERSONS
    return len(singular) >= _LONG_PARTICIPLE or singular in _SHORT_PARTICIPLES


def _english(word: str) -> Iterator[str]:
    folded = fold(word)
    if word.islower() and folded not in OWN_WORDS:
        yield from ENGLISH_GROUPS.get(folded, ())
        yield from _of_its_verb(folded)
    yield from other_spellings(folded)
    for pair in _ENGLISH:
        for one, other in (pair, pair[::-1]):
            if folded.endswith(one) and len(folded) - len(one) >= SHORTEST:
                yield folded.removesuffix(one) + other


def _of_its_verb(folded: str) -> Iterator[str]:
    """The past of a verb that is inflected otherwise: «sells», «selling», «sold»; no nouns such as «meeting»."""
    verb = _INFLECTED.get(folded)
    if verb and folded not in ENGLISH_GROUPS and folded not in OWN_WORDS and verb not in OWN_WORDS:
        yield from ENGLISH_GROUPS[verb]


def _inflected(verb: str) -> Iterator[str]:
    """Its third person and its -ing, and nothing that only begins so: «wins», no «winds», «wines» or «wings»."""
    stem = verb[:-1]
    if verb.endswith(("o", "s", "x", "z", "ch", "sh")):
        yield f"{verb}es"
    else:
        yield f"{stem}ies" if re.search("[^aeiou]y$", verb) else f"{verb}s"
    if verb.endswith("e") and not verb.endswith("ee"):
        yield f"{stem}ing"
    elif re.search("[^aeiou][aeiou][^aeiouwxy]$", verb):
        yield from (f"{verb}ing", f"{verb}{verb[-1]}ing")
    else:
        yield f"{verb}ing"


_INFLECTED = {form: verb for verb in IRREGULAR_VERBS for form in _inflected(verb)}


_FORMS: dict[str, tuple[re.Pattern[str], Callable[[str], Iterator[str]]]] = {
    "fr": (_LATIN, _french),
    "en": (_LATIN, _english),
    "ru": (_CYRILLIC, russian_forms),
    "ar": (_ARABIC, arabic_forms),
}
