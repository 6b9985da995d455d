"""What the letters of an Arabic word may say otherwise, for comparing it with a name in other letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.names.romanise import OGLU_ARABIC

# «السويداني» is Suwaidani and «نجوى» Najwa, but «لويس» is Luis.
_ARABIC_W = re.compile(r"(?<=[^اوي])و(?=ي)")
# And «دروزة» Darwaza, «باوزير» Bawazir.
_ARABIC_W_WITHIN = re.compile(r"(?<=[^وي])و(?=[^اوي])")
# «ديوكوفيتش» is Djokovic.
_ARABIC_DJ = re.compile(r"^دي(?=[او])")
# «الزواغي» is Zwaghi, and Zouaghi, «Зуаги».
_ARABIC_U = re.compile(r"(?<=[^اويء])و(?=ا[^اوي]+ي$)|(?<=^[^اويء])و(?=ا.{3})")
# What an Arabic word may begin with, where folding leaves any vowel: «أنس» Ons, «إسلامي» Eslami, «عمر» Omar.
_ANY_VOWEL = re.compile(r"^(?:ء?[اع](?=[^اويل].)|ع(?=ي..))")
# So long is a word at the least with what may be the article, an h that is not heard, or «Ben».
_BARE_AL, _WITH_MUTE_H, _WITH_BEN = 6, 7, 5
# «الغيص» is Ghais.
_DIPHTHONG = re.compile(r"(?<=[^اويء])ي(?=[^اويه])")
_DIPHTHONG_U = re.compile(r"(?<=[^اويء])و(?=[^اويه])")


def arabic_sounds(word: str, plain: str) -> Iterator[str]:
    """An Arabic word, `plain` when folded, with other letters where its own have several sounds."""
    with_w = _ARABIC_W.sub("ف", plain)
    yield with_w
    yield _ARABIC_W_WITHIN.sub("ف", plain)
    yield _ARABIC_U.sub("وء", plain)
    # «جواكيم» is Joaquim.
    if plain.startswith(("جوا", "خوا")):
        yield f"{plain[:2]}ء{plain[2:]}"
    # «هوفسيبيان» is Овсепян in Russian.
    if len(plain) >= _WITH_MUTE_H and plain.startswith(("هو", "ها")):
        yield plain[1:]
    yield _ARABIC_DJ.sub("ج", plain)
    # Egypt and the Gulf write a foreign g so, and Egypt speaks its own: «جروميكو», «جمال».
    yield plain.replace("ج", "غ")
    opened = [plain]
    if not word.startswith("أ"):
        opened.append(_ANY_VOWEL.sub("ي", plain))
    if not word.startswith("إ"):
        opened.append(_ANY_VOWEL.sub("او", plain))
    # «بنبركة» has its «Ben» in one with it.
    if plain.startswith("بن") and len(plain) >= _WITH_BEN:
        opened.append(f"بين{plain[2:]}")
    yield from opened
    yield _DIPHTHONG.sub("اي", plain, count=1)
    # «الدوسري» is Dausari, «الربيعي» Rubai; in Turkish names it is a ç too: «ساراج أوغلو».
    yield _DIPHTHONG_U.sub("او", plain, count=1)
    if plain.endswith("يعي"):
        yield f"{plain[:-3]}اعي"
    if plain.endswith(OGLU_ARABIC):
        yield plain.replace("ج", "تش")
    # Of what Ukrainian says for г: «هريهورينكو».
    if plain.endswith(("نكو", "شوك", "يوك")):
        yield plain.replace("ه", "غ")
    # Without its hamza «الكسندر» begins as the article does.
    if plain.startswith("ال") and len(plain) >= _BARE_AL:
        yield f"ء{plain}"
    # «مصطفى», as long as it is not folded; in «الكويتي» it is an i, also where Egypt drops its dots.
    if word.endswith("ى") and len(plain) > 3 and not plain.startswith("ال"):
        # «نجوى» is Nagwa too.
        opened += [with_w, with_w.replace("ج", "غ")]
        yield from (f"{one[:-1]}ا" for one in opened)
