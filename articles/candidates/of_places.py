"""Two words that are a place by the first of them («Bandar Abbas», «Wadi al-Hitan»), and who is called so."""

from __future__ import annotations

from articles.candidates.occupations import belongs_to_body, is_occupation
from articles.candidates.reading import ADDRESS, Reading
from articles.candidates.shapes import has_age, is_said, says
from articles.candidates.thing_words import THINGS_BEFORE
from articles.names.fold import folded_set, script_of

# What towns, gates and valleys are called by.
_OF_PLACES = folded_set("""
bani beni banu bab deir dayr tell tall wadi oued ouadi jebel jabal djebel beit beyt bayt sharm charm
ras kafr qasr ksar souk souq port porto fort lake cape cap mount mont playa puerto puente kota kampung
бани бени баб дейр телль вади уэд джебель бейт шарм рас кафр порт форт пуэрто
""")
# And people too, as often.
_OF_BOTH = folded_set("bandar khan dar oum umm бандар хан умм")


def is_of_place(reading: Reading, first: int, last: int, titled: str) -> bool:
    """Whether two words are a place by the first of them, and no «Ms Oum Kalthoum».

    A port may speak («Port Louis a dit»), nobody but a person is addressed, has a calling or an age.
    """
    opening = reading.folded(first)
    if last != first + 2 or not (opening in _OF_PLACES or opening in _OF_BOTH):
        return False
    if titled or _is_called(reading, first) or has_age(reading, last):
        return False
    return opening in _OF_PLACES or not (says(reading, last) or is_said(reading, first))


def _is_called(reading: Reading, first: int) -> bool:
    """Whether a form of address stands right before, or a calling behind which no town stands («мэр Порт Луи») and no
    club («the striker Port Vale signed»)."""
    before = reading.folded(first - 1)
    calling = script_of(before) == "Latn" and is_occupation(before) and before not in THINGS_BEFORE
    called = before in ADDRESS or (calling and not belongs_to_body(before))
    return called and not reading.words[first].broken
