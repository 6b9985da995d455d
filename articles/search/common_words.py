"""Words that say nothing of a text: left out of a query beside others, whatever the language of the texts.

PostgreSQL leaves them out in the texts of their own language; in those of the others «le» of «le Kremlin» would have
to stand. Only such as mean nothing else in another language here: «car» and «son» are none.
"""

from __future__ import annotations

from articles.names.fold import script_of

COMMON = frozenset(
    # French
    "le la les l un une des du de d à au aux en dans par pour sur avec sans chez et ou où que qu qui ce cet cette ces"
    " leur leurs sa ses ne se il elle ils elles nous vous je tu"
    # English
    " the a an of and to in for from by with at as is are was were be been this that these those it its he she they"
    " we his her their"
    # Russian
    " а без бы в во для до же за и из или к ко как на над не ни но о об обо от перед по под при про с со так то у что"
    " чтобы это его её ее их он она они мы вы"
    # Arabic
    " في من على إلى الى عن مع أو و ثم هذا هذه ذلك تلك التي الذي الذين أن ان إن كان كانت ما لا لم قد بين".split()
)
#: What stands before a name and is none of it, folded.
HONORIFICS = frozenset(
    "m mr mrs ms mme mm mlle dr sir monsieur madame mademoiselle г гн господин господина господину госпожа госпожи"
    " السيد السيده الدكتور".split()
) | {"г н", "г жа"}


def is_common(word: str, *, among_capitals: bool) -> bool:
    """Whether a word says nothing; in capitals among small letters it is an acronym: UN, EU."""
    if word.isupper() and len(word) > 1 and not among_capitals and script_of(word) != "Arab":
        return False
    return word.lower() in COMMON
