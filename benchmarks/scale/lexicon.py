"""Words for the synthetic archive: a vocabulary for each language, made of its own syllables and endings.

A *concept* is a number; each language has a word for it, in one form or several, as nouns and verbs have. The
same concepts stand in a text and in its translation. Nothing is read from outside: the function words below are
the languages' own, all other words are made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

#: Concepts in all, in the order of how common they are; Zipf with Mandelbrot's offset (Mandelbrot 1953).
CONCEPTS = 300_000
EXPONENT, OFFSET = 1.07, 9.0


@dataclass(frozen=True, slots=True)
class Sounds:
    """What the words of a language are made of."""

    onsets: tuple[str, ...]
    vowels: tuple[str, ...]
    codas: tuple[str, ...]
    endings: tuple[tuple[str, ...], ...]  # the forms of each class of words
    prefixes: tuple[str, ...] = ()  # written together with the word, as the Arabic article
    function_words: tuple[str, ...] = ()


SOUNDS = {
    "fr": Sounds(
        tuple("b c d f g l m n p r s t v br cr dr gr pr tr ch pl cl bl fl qu j".split()),
        tuple("a e i o u é ou ai on an in eu oi è".split()),
        ("", "", "", "r", "l", "s", "n", "t"),
        (("e", "es"), ("", "s"), ("er", "e", "ait", "é", "ant"), ("tion", "tions"), ("al", "ale", "aux")),
        (),
        tuple(
            "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec "
            "ont été son cette mais comme on ou si leur y dont aux même ses être était entre fait après selon "
            "sans sous aussi deux ces elle ils nous très contre où depuis encore tous alors avant peu tout".split()
        ),
    ),
    "en": Sounds(
        tuple("b c d f g h l m n p r s t v w br cr dr gr pr tr sh th pl st sp".split()),
        tuple("a e i o u ea oo ai ou ee".split()),
        ("", "", "r", "l", "n", "t", "s", "nd", "ck", "m"),
        (("", "s"), ("", "s", "ed", "ing"), ("ment", "ments"), ("y", "ies"), ("al", "ally")),
        (),
        tuple(
            "the of to and a in that is for on was with as it by be at from are has have said not he an this "
            "which but will its were had or their who been they would more about one up his after also than "
            "new over some into could other there two when can between under before most only".split()
        ),
    ),
    "ru": Sounds(
        tuple("б в г д ж з к л м н п р с т ф х ц ч ш бр вр гр др кр пр ст тр сл пл".split()),
        tuple("а е и о у ы я ю е о а".split()),
        ("", "", "н", "р", "л", "т", "с", "к", "м"),
        (
            ("", "а", "у", "ом", "е", "ы", "ов"),
            ("а", "ы", "у", "ой", "е"),
            ("ный", "ная", "ного", "ные", "ных"),
            ("ать", "ает", "ал", "али"),
            ("ение", "ения", "ению"),
        ),
        (),
        tuple(
            "в и на не что с по он как к из за это от о его но у для а так до же или был этого также при их "
            "которые после год года если бы все она чтобы было между только под будет уже еще более том во "
            "того без когда сам ее со этом мы они быть может были где нет".split()
        ),
    ),
    "ar": Sounds(
        tuple("ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه".split()),
        ("", "ا", "ي", "و", ""),
        ("", "ر", "ن", "م", "ل", "د"),
        (("", "ات"), ("", "ين", "ون"), ("ة",), ("ية", "ي")),
        ("", "ال", "ال", "وال", "بال", "لل"),
        tuple(
            "في من على إلى أن التي عن مع الذي هذا ما هذه كان لا بين بعد كما ذلك قد أو كل ان هو خلال عام لم منذ "
            "أي غير قال تم حول وفي وقال عند حيث قبل كانت أنه لكن وهو إن ولا وقد حتى أكثر عدد ضد".split()
        ),
    ),
}  # fmt: skip


@dataclass(slots=True)
class Lexicon:
    """The words of one language; each is made when it is first wanted, and always the same."""

    language: str
    _forms: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def forms(self, concept: int) -> tuple[str, ...]:
        """The forms of a concept's word; a concept of `has_one_form` has but one."""
        known = self._forms.get(concept)
        if known is None:
            known = self._forms[concept] = self._make(concept)
        return known

    @property
    def function_words(self) -> tuple[str, ...]:
        """The commonest words, which say nothing by themselves, the commonest first."""
        return SOUNDS[self.language].function_words

    def _make(self, concept: int) -> tuple[str, ...]:
        sounds = SOUNDS[self.language]
        random = Random(f"{self.language} {concept}")
        syllables = random.choice((2, 2, 3)) if concept < 3_000 else random.choice((2, 3, 3, 4))
        if self.language == "ar":
            syllables += 1
        stem = "".join(random.choice(sounds.onsets) + random.choice(sounds.vowels) for _ in range(syllables))
        stem += random.choice(sounds.codas)
        endings = random.choice(sounds.endings)
        forms = [stem + ending for ending in endings]
        if sounds.prefixes:
            forms = [prefix + form for form in forms for prefix in dict.fromkeys(sounds.prefixes)]
        return tuple(forms[:1] if has_one_form(concept) else forms)


def has_one_form(concept: int) -> bool:
    """Whether the words for a concept never change, so that every engine counts the same texts for them."""
    return concept % 3 == 0


def zipf_totals(size: int, exponent: float = EXPONENT, offset: float = OFFSET) -> list[float]:
    """Running totals of Zipf weights, as `random.choices` takes them."""
    totals, total = [], 0.0
    for rank in range(size):
        total += 1.0 / (rank + 1 + offset) ** exponent
        totals.append(total)
    return totals
