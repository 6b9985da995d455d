"""English as it is spelt in London and in Washington: each word is asked in both spellings."""

from __future__ import annotations

from collections.abc import Iterator

# Beginnings of words, British and American; what goes on behind them is alike.
_PAIRS = (
    "armour armor|ardour ardor|behaviour behavior|candour candor|clamour clamor|colour color|demeanour demeanor"
    "|endeavour endeavor|favour favor|fervour fervor|flavour flavor|harbour harbor|honour honor|humour humor"
    "|labour labor|neighbour neighbor|odour odor|parlour parlor|rancour rancor|rigour rigor|rumour rumor"
    "|saviour savior|savour savor|splendour splendor|tumour tumor|valour valor|vapour vapor|vigour vigor"
    "|centre center|theatre theater|kilometre kilometer|centimetre centimeter|millimetre millimeter|metre meter"
    "|litre liter|fibre fiber|calibre caliber|sabre saber|spectre specter|sombre somber|meagre meager"
    "|manoeuvre maneuver|manoeuvring maneuvering|defence defense|offence offense|pretence pretense|licence license"
    "|practise practice|catalogue catalog|dialogue dialog|analogue analog|programme program|analyse analyze"
    "|paralyse paralyze|analysing analyzing|paralysing paralyzing|grey gray|aluminium aluminum|plough plow"
    "|sceptic skeptic|jewellery jewelry|jeweller jeweler|traveller traveler|counsellor counselor"
    "|marvellous marvelous|woollen woolen|mould mold|moustache mustache|pyjama pajama|sulphur sulfur|cosy cozy"
    "|encyclopaedia encyclopedia|paediatric pediatric|orthopaedic orthopedic|anaemi anemi|leukaemi leukemi"
    "|haemo hemo|gynaecolog gynecolog|archaeolog archeolog|palaeo paleo|mediaeval medieval|foetus fetus"
    "|oestrogen estrogen|oesophag esophag|diarrhoea diarrhea|aeroplane airplane|ageing aging"
    "|judgement judgment|acknowledgement acknowledgment|fulfil fulfill|enrol enroll|instalment installment"
    "|skilful skillful|wilful willful|cheque check|tonne ton"
)
# What a word of the one spelling is in the other one, which has other words so too: «check», «ton».
_ONE_WAY = frozenset(("check", "ton"))
_BEGINNINGS = tuple((one, other) for one, other in (pair.split() for pair in _PAIRS.split("|")))


def other_spellings(folded: str) -> Iterator[str]:
    """How a word, folded, is spelt in the other country."""
    for british, american in _BEGINNINGS:
        if folded.startswith(british) and not (american.startswith(british) and folded.startswith(american)):
            yield american + folded[len(british) :]
        elif folded.startswith(american) and american not in _ONE_WAY:
            yield british + folded[len(american) :]
