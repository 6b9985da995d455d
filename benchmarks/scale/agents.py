"""People and institutions of the synthetic archive, each with its names in four languages and two or three scripts.

A name is a row of sounds, and every language spells it its own way: as a French and an English newsroom write a
Russian name, and as it is written in Cyrillic and in Arabic letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.scale.lexicon import SOUNDS

LANGUAGES = ("fr", "en", "ru", "ar")

# sound: French, English, Russian, Arabic
_SPELT = {
    "b": "b b б ب", "v": "v v в ف", "g": "g g г غ", "d": "d d д د", "zh": "j zh ж ج", "z": "z z з ز",
    "k": "k k к ك", "l": "l l л ل", "m": "m m м م", "n": "n n н ن", "p": "p p п ب", "r": "r r р ر",
    "s": "s s с س", "t": "t t т ت", "f": "f f ф ف", "kh": "kh kh х خ", "sh": "ch sh ш ش",
    "ch": "tch ch ч تش", "ts": "ts ts ц تس", "a": "a a а ا", "e": "e e е ي", "i": "i i и ي",
    "o": "o o о و", "u": "ou u у و", "ya": "ia ya я يا",
}  # fmt: skip
_SOUNDS = {sound: dict(zip(LANGUAGES, spelt.split(), strict=True)) for sound, spelt in _SPELT.items()}
_CONSONANTS = tuple("b v g d z k l m n p r s t f kh sh ch ts zh b d k l m n r s t r n".split())
_VOWELS = tuple("a a a e i o u ya".split())
_SURNAME_ENDINGS = tuple(
    tuple(e.split()) for e in ("o v", "e v", "i n", "s k i", "e n k o", "i", "a n", "e r")
)

_INSTITUTIONS = (
    ("Conseil", "Council", "Совет", "مجلس"),
    ("Agence", "Agency", "Агентство", "وكالة"),
    ("Ministère", "Ministry", "Министерство", "وزارة"),
    ("Banque", "Bank", "Банк", "بنك"),
    ("Institut", "Institute", "Институт", "معهد"),
    ("Fondation", "Foundation", "Фонд", "مؤسسة"),
    ("Office", "Office", "Управление", "مكتب"),
    ("Université", "University", "Университет", "جامعة"),
)


@dataclass(frozen=True, slots=True)
class SyntheticAgent:
    """One authority record: `names` by language, other spellings, and what stands for it at a second mention."""

    number: int
    kind: str
    names: dict[str, str]
    variants: tuple[str, ...]
    short: dict[str, str]  # surname or acronym, by language

    @property
    def slug(self) -> str:
        """The slug under which it is loaded."""
        return f"{self.kind}-{self.number}"


def make_agents(count: int, seed: str) -> list[SyntheticAgent]:
    """So many agents, two persons for one institution, no two with the same French name."""
    random = Random(f"{seed} agents")
    taken: set[str] = set()
    agents: list[SyntheticAgent] = []
    while len(agents) < count:
        number = len(agents) + 1
        agent = _institution(number, random) if number % 3 == 0 else _person(number, random)
        if agent.names["fr"] in taken:
            continue
        taken.add(agent.names["fr"])
        agents.append(agent)
    return agents


def _person(number: int, random: Random) -> SyntheticAgent:
    given = _sounds(random, random.choice((1, 2)), ("a",) if random.random() < 0.3 else ())
    surname = _sounds(random, random.choice((1, 2, 2, 3)), random.choice(_SURNAME_ENDINGS))
    names = {code: f"{_spell(given, code)} {_spell(surname, code)}" for code in LANGUAGES}
    short = {code: _spell(surname, code) for code in LANGUAGES}
    return SyntheticAgent(number, "person", names, _respelt(names["fr"], random), short)


def _institution(number: int, random: Random) -> SyntheticAgent:
    words = random.choice(_INSTITUTIONS)
    place = _sounds(random, random.choice((2, 3)), ("s", "k") if random.random() < 0.4 else ())
    names = {code: f"{word} {_spell(place, code)}" for code, word in zip(LANGUAGES, words, strict=True)}
    acronym = "".join(random.choice("ABCDEFGILMNOPRSTUV") for _ in range(random.choice((4, 5, 5))))
    return SyntheticAgent(number, "institution", names, (acronym,), dict.fromkeys(LANGUAGES, acronym))


def _sounds(random: Random, syllables: int, ending: tuple[str, ...]) -> list[str]:
    sounds = []
    for _ in range(syllables):
        sounds += [random.choice(_CONSONANTS), random.choice(_VOWELS)]
    return [*sounds, random.choice(_CONSONANTS), *(ending or (random.choice(_VOWELS),))]


def _spell(sounds: list[str], language: str) -> str:
    word = "".join(_SOUNDS[sound][language] for sound in sounds)
    return word[0].upper() + word[1:]


def _respelt(name: str, random: Random) -> tuple[str, ...]:
    """Spellings a newspaper might use beside the usual one."""
    swaps = [
        ("tch", "ch"),
        ("ou", "u"),
        ("v", "ff"),
        ("k", "c"),
        ("ch", "sh"),
        ("ia", "ya"),
        ("i", "y"),
        ("s", "ss"),
    ]
    random.shuffle(swaps)
    found = [name[0] + name[1:].replace(*swap) for swap in swaps if swap[0] in name[1:]]
    return tuple(found[: random.choice((0, 1, 1, 2))])


def outlets(count: int) -> list[tuple[str, str]]:
    """(name, language) of each outlet, three in five of them French."""
    random = Random("outlets")
    titles = {"fr": "Le Journal de", "en": "The Gazette of", "ru": "Вестник", "ar": "جريدة"}
    shares = ("fr",) * 36 + ("en",) * 15 + ("ru",) * 7 + ("ar",) * 2
    named = []
    for place in range(count):
        language = shares[place * len(shares) // count]
        sounds = _sounds(random, 2, ())
        named.append((f"{titles[language]} {_spell(sounds, language)}", language))
    assert set(titles) == set(SOUNDS)
    return named
