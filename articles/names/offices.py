"""Words after which a surname stands alone: «M.», «président», «министр», «السيد»."""

from __future__ import annotations

from articles.names.fold import fold_word, word_set
from articles.names.inflect import token_key

# Only words that are followed by the person, and by the family name: «King Charles», «Saint Martin» and
# «General Motors» are none.
_OFFICES = word_set(
    "mm mr mrs ms mme mlle dr messrs monsieur madame mademoiselle maitre docteur doctor professeur professor "
    "president presidente ministre minister senateur senator depute deputee ambassadeur ambassadrice ambassador "
    "chancelier chanceliere chancellor commissaire commissioner secretaire colonel commandant capitaine "
    "captain lieutenant amiral admiral congressman congresswoman gouverneur governor procureur judge juge "
    "гн гжа господин госпожа президент премьер министр депутат сенатор посол канцлер секретарь председатель "
    "губернатор генерал полковник адмирал академик профессор мэр судья "
    "السيد السيدة الرئيس الوزير الدكتور السفير المستشار المستشارة السيناتور الجنرال العقيد القاضي القاضية"
)
_FOLDED = [fold_word(word) for word in _OFFICES]
_KEYS = frozenset(token_key(word) for word in _FOLDED if word[:2] != "ال") | frozenset(
    word for word in _FOLDED if word[:2] == "ال"
)


_NOMINATIVES = frozenset(word for word in _FOLDED if "а" <= word[:1] <= "я")


def is_in_the_nominative(word: str) -> bool:
    """Whether a folded Russian word is such an office as it stands in the dictionary: so does the surname behind it."""
    return word in _NOMINATIVES


def is_office_word(readings: tuple[tuple[int, str], ...]) -> bool:
    """Whether a word, by its `word_readings`, is a title or an office that stands before a surname.

    In Arabic only with its article, perhaps behind a clitic: «رئيس» without it is the president of something.
    """
    return any(key in _KEYS for _, key in readings)
