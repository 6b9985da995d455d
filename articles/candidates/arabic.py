"""Persons in Arabic text, which has no capitals: words before, given names, shapes of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from articles.candidates.arabic_called import called_row, named_alone
from articles.candidates.arabic_faint import behind_a_calling
from articles.candidates.arabic_frames import (
    NO_GIVEN,
    before_families,
    begun_before,
    framed_row,
    is_known_surname,
    is_like_family,
    is_office_of_thing,
)
from articles.candidates.arabic_leads import WEAK, led_by
from articles.candidates.arabic_lists import (
    coordinated_person,
    is_foreign_pair,
    is_speaking_pair,
    listed_person,
)
from articles.candidates.arabic_pairs import lone_pair
from articles.candidates.arabic_rows import FOREIGN_LINKS, led_row, whole_name
from articles.candidates.arabic_rulers import ruler
from articles.candidates.arabic_stems import may_be_arabic
from articles.candidates.arabic_strangers import (
    end_of_stranger,
    is_object,
    is_of_things,
    is_strange,
    stranger,
)
from articles.candidates.arabic_words import (
    ARTICLE_GIVEN,
    FOREIGN_GIVEN,
    FOREIGN_SURNAME,
    SAYERS,
    SAYING,
    SENTENCE,
    THIRD_FORM,
    faith_skip,
    has_article,
    has_foreign_ending,
    is_article_surname,
    is_foreign,
    plain_end,
)
from articles.candidates.institution_words import AR_HEADS
from articles.candidates.likely_given import is_likely_given
from articles.candidates.occupations import is_occupation
from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.names.common_words import is_arabic_place
from articles.names.fold import folded_set
from articles.names.given_names import is_doubtful, is_given_name, sounds_given

_LINKS = folded_set("بن ابن بنت منت أبو أبي آل ولد عبد بو دي دو فان فون لو لا أم ذو ماك بين دير دن آغ")


def find_arabic_persons(reading: Reading) -> Iterator[Run]:
    """Given names with what follows them, and names right after an address or an office."""
    index, whole, told = 0, list[str](), (named_alone(reading), before_families(reading))
    while index < len(reading.words):
        run = None if plain_end(reading, index) else _person_or_stranger(reading, index, *told)
        while run:
            if is_known_surname(reading, run, whole):
                break
            reading.claim(run.first, run.last)
            whole.append(reading.exact(run.first, run.last))
            yield run
            index = run.last - 1
            run = coordinated_person(reading, run.last)
        index += 1


def _person_or_stranger(
    reading: Reading, index: int, alone: Counter[str], before: Mapping[str, set[str]]
) -> Run | None:
    run = ruler(reading, index) or _person_at(reading, index)
    if run is None and (run := stranger(reading, index, led_by)) and is_given_name(reading.folded(index + 1)):
        run = replace(run, last=max(run.last, _name_end(reading, index + 1)))  # «أشتا محمد زين»
    run = run or led_row(reading, index, led_by) or called_row(reading, index, alone)
    run = run or framed_row(reading, index, before) or lone_pair(reading, index, alone)
    run = run or behind_a_calling(reading, index)
    run = run and begun_before(reading, whole_name(reading, end_of_stranger(reading, run)))
    return run if run and reading.free(run.first, run.last) else None


def _person_at(reading: Reading, index: int) -> Run | None:
    folded = reading.folded(index)
    if reading.folded(index - 1) == "من" and (run := listed_person(reading, index)):
        return run
    if reading.folded(index + 1) == "الدين" and (faith := faith_skip(reading, index)) is not None:
        if reading.folded(index + 2).startswith("و"):
            return None  # «عز الدين وشرفه»
        last = _name_end(reading, index)
        return Run(index, last, "given name", 0.6 if faith else 0.85, faith) if last > index + 2 else None
    if folded.removeprefix("و") in ARTICLE_GIVEN:
        return _behind_article(reading, index)
    skip = _clitic(folded)
    given = is_given_name(folded[skip:]) or (folded.startswith("عبد") and sounds_given(folded))
    led = led_by(reading, index)
    if led == WEAK:
        led = "office before" if given or _seems_given(reading, index) else ""
        if not led and (_is_lone_surname(reading, index) or _is_ranked(reading, index)):
            return Run(index, index + 1, "title before", 0.5)
    if given and is_office_of_thing(reading, index):
        return None
    if given and is_doubtful(folded[skip:]) and not led and not _tells_surname(reading, index + 1):
        return None
    if not given and not led and _is_named_again(reading, index):
        return Run(index, index + 2, "two capitals", 0.55)
    if not given and not led and is_speaking_pair(reading, index):
        return Run(index, _end_of_likely(reading, index + 2), "verb of saying beside", 0.55)
    if not given and not led and _is_likely(reading, index):
        return Run(index, _end_of_likely(reading, index + 2), "given name", 0.55)
    if led and _is_no_verb(reading, index) and _is_named_again(reading, index):
        return Run(index, index + 2, "office before", 0.6)
    if not given and folded in NO_GIVEN:
        return None  # «مدير المستشفى أثناء مؤتمر صحفي»
    if folded == "عبد":
        given = reading.folded(index + 1).startswith("ال")
    if not given and not led:
        return None
    if folded.startswith("ال") or (led and not given and not _is_name_shape(reading, folded)):
        return None
    if not given and (
        _is_state(reading, index) or (led != "title before" and _is_plain_noun(reading, index))
    ):
        return None
    last = _name_end(reading, index)
    if not given and last > index + 1 and not _may_end_unknown(reading, index + 1, led):
        last = index + 1
    if last - index < 2 and (led != "title before" or (folded[0] in "بلوفك" and not given)):
        return None
    if given and last - index > 1:
        return Run(index, last, "given name", 0.6 if skip else 0.85, skip)
    return Run(index, last, led, 0.7 if last - index == 2 else 0.5)


def _is_plain_noun(reading: Reading, index: int) -> bool:
    """«نائب مساعد», «حالة طوارئ»: what somebody is, or a noun of the feminine before another word of Arabic."""
    folded, following = reading.folded(index), reading.folded(index + 1)
    if is_likely_given(folded) or not may_be_arabic(folded):
        return False
    telling = is_given_name(following) or following in _LINKS or following in FOREIGN_LINKS
    telling = telling or following.startswith("ال") or not may_be_arabic(following)
    plain = (folded.endswith("ه") and not plain_end(reading, index + 1)) or is_of_things(reading, index)
    return is_occupation(f"ال{folded}") or (plain and not telling)


def _is_state(reading: Reading, index: int) -> bool:
    """«لجمهورية أفريقيا الوسطى»: what an office is of."""
    return reading.folded(index)[0] in "لب" and is_arabic_place(reading.folded(index + 1))


def _behind_article(reading: Reading, index: int) -> Run | None:
    """«المهدي بوشتاوي», «الطاهر بن جلون»: a given name with its article, and what only a surname begins with."""
    folded, following = reading.folded(index), reading.folded(index + 1)
    son = following in ("بن", "بنت", "ولد") and not plain_end(reading, index + 2)
    said = following in reading.said and not SENTENCE.fullmatch(following)
    known = said or _OF_MAGHREB.fullmatch(following) is not None
    if plain_end(reading, index + 1) and following != "ولد":
        return None
    skip = int(not folded.startswith("ال"))
    return Run(index, _name_end(reading, index), "given name", 0.6, skip) if son or known else None


_OF_MAGHREB = re.compile(r"(?:بن|بو)(?!ال)\S{3,}(?<!ات)(?<!ه)(?<!ين)(?<!اء)")


def _may_end_unknown(reading: Reading, index: int, led: str) -> bool:
    """Whether the word may be a surname behind an unknown given name: «الأستاذ جراح الظفيري» too."""
    folded = reading.folded(index)
    if _follows_foreign(folded) or (folded[0] in "بلوفك" and is_foreign_pair(reading, index - 1)):
        return True
    origin = led == "title before" and folded.startswith("ال") and is_like_family(reading, index)
    return origin and is_article_surname(folded) and not is_occupation(folded)


_RANKS = folded_set("الجنرال العقيد العميد اللواء الكولونيل الماريشال المارشال المشير الأميرال الأدميرال")
_PARTICIPLE = re.compile(r".ا..ا?")


def _is_ranked(reading: Reading, index: int) -> bool:
    """«الجنرال أوفقير»: a lone word with a foreign name's vowels right behind a rank."""
    folded = reading.folded(index)
    if _JOINED_LETTERS.sub("", reading.folded(index - 1)) not in _RANKS or reading.words[index].broken:
        return False
    shaped = FOREIGN_GIVEN.fullmatch(folded) and not (
        SENTENCE.fullmatch(folded) or THIRD_FORM.fullmatch(folded) or _PARTICIPLE.fullmatch(folded)
    )
    following = reading.folded(index + 1)
    goes_on = plain_end(reading, index + 1) or following.startswith("ال") or SENTENCE.fullmatch(following)
    return bool(shaped and goes_on) and folded[0] not in "بلوفك" and not is_arabic_place(folded)


# No verb has these vowels behind the letter of its person: «سيليشي».
_NO_VERB = re.compile(r"(?:سي|ي|ت).ي\Sي\S*")


def _is_no_verb(reading: Reading, index: int) -> bool:
    folded = reading.folded(index)
    return SENTENCE.fullmatch(folded) is not None and _NO_VERB.fullmatch(folded) is not None


def _is_lone_surname(reading: Reading, index: int) -> bool:
    """«الرئيس ترامب»: foreign letters, or a name that the text says elsewhere («وقال ترامب»)."""
    folded = reading.folded(index)
    return _is_name_shape(reading, folded) and (is_foreign(folded) or _comes_again(reading, folded))


def _is_named_again(reading: Reading, index: int) -> bool:
    """«ديتريش هالباخ», and elsewhere «وقال هالباخ»: foreign vowels before a name that the text says alone."""
    folded, following = reading.folded(index), reading.folded(index + 1)
    if following not in reading.said:
        return False
    bare = _JOINED_LETTERS.sub("", folded)
    if any(is_arabic_place(word) or word in AR_HEADS for word in (folded, bare, following)):
        return False  # «في إيران ظريف», «كازينو موسكو»
    return (
        not plain_end(reading, index + 1)
        and FOREIGN_SURNAME.fullmatch(following) is not None
        and FOREIGN_GIVEN.fullmatch(folded) is not None
        and THIRD_FORM.fullmatch(folded) is None
        and (
            SENTENCE.fullmatch(folded) is None or is_foreign(folded) or _NO_VERB.fullmatch(folded) is not None
        )
        and not is_occupation(f"ال{folded}")
        and folded not in SAYERS
        and folded not in SAYING
    )


def _end_of_likely(reading: Reading, index: int) -> int:
    """«تيدروس أدهانوم غيبريسوس»: a third word belongs to the name where it is as foreign."""
    folded = reading.folded(index)
    foreign = is_foreign(folded) or has_foreign_ending(folded) or FOREIGN_GIVEN.fullmatch(folded) is not None
    if not foreign or plain_end(reading, index) or folded[0] in "بلوفك" or SENTENCE.fullmatch(folded):
        return index
    plain = is_arabic_place(folded) or is_occupation(f"ال{folded}") or is_object(reading, index - 2, index)
    return index if plain else index + 1


def _is_likely(reading: Reading, index: int) -> bool:
    """«النرويجي ماغنوس كارلسن»: the sound of a given name of some country, and what tells a surname behind it."""
    folded, following = reading.folded(index), reading.folded(index + 1)
    if plain_end(reading, index + 1) or not is_likely_given(folded) or THIRD_FORM.fullmatch(folded):
        return False
    bare = _JOINED_LETTERS.sub("", folded)
    if (
        any(is_arabic_place(word) or word in AR_HEADS for word in (folded, bare, following))
        or folded in SAYERS
    ):
        return False
    shaped = FOREIGN_SURNAME.fullmatch(following) or is_foreign(following)
    if not shaped or is_occupation(f"ال{folded}"):
        return False
    before = reading.folded(index - 1)
    origin = before.startswith("ال") and before.endswith(("ي", "يه")) and not reading.words[index].broken
    return origin or following in reading.said or is_foreign(following) or has_foreign_ending(following)


_JOINED_LETTERS = re.compile(r"^[وف]?[بلك]?(?=\S{3})")


def _seems_given(reading: Reading, index: int) -> bool:
    """Whether a word behind an occupation («المؤرخ») is a name and no verb: it or the next one looks foreign."""
    folded, following = reading.folded(index), reading.folded(index + 1)
    if plain_end(reading, index + 1) or not _is_name_shape(reading, folded) or is_occupation(following):
        return False
    return (
        is_foreign(folded)
        or has_foreign_ending(following)
        or (following in FOREIGN_LINKS and not plain_end(reading, index + 2))
        or sounds_given(folded)
        or (FOREIGN_GIVEN.fullmatch(folded) is not None and FOREIGN_SURNAME.fullmatch(following) is not None)
        or (is_likely_given(folded) and _PLAIN_M.fullmatch(following) is not None)
    )


# «مهرجويي», but no «منتخبات», «مسؤولين».
_PLAIN_M = re.compile(r"م(?=\S+[اوي])\S{3,}(?<![هاء])(?<!ات)(?<!ون)(?<!ين)")


def _follows_foreign(folded: str) -> bool:
    """Whether the word may be the surname after an unknown given name: nothing joined, no verb's ending."""
    article = folded.startswith("ال")
    return (
        folded in FOREIGN_LINKS
        or is_given_name(folded)
        or is_foreign(folded)
        or (folded[0] not in "بلوفكي" and not folded.endswith(("ه", "ها", "هم", "ات")) and not article)
    )


def _clitic(folded: str) -> int:
    """1 when the word is a known given name only without the letter joined before it."""
    if is_given_name(folded) or folded[:1] not in ("و", "ل", "ب", "ف") or len(folded) < 5:
        return 0
    return int(is_given_name(folded[1:]) and not is_doubtful(folded[1:]))


def _tells_surname(reading: Reading, index: int) -> bool:
    """Whether the word after a doubtful given name settles it: «بن», another given name, a surname in «ال…ي»."""
    if plain_end(reading, index):
        return False
    folded = reading.folded(index)
    given = is_given_name(folded) and not is_doubtful(folded)
    return (
        given
        or _comes_again(reading, folded)
        or folded in _LINKS
        or (is_article_surname(folded) and folded.startswith("ال") and folded.endswith("ي"))
    )


def _comes_again(reading: Reading, folded: str) -> bool:
    """Whether the text names somebody so elsewhere: right after a verb of saying, behind no given name."""
    return folded in reading.said


def _is_name_shape(reading: Reading, folded: str) -> bool:
    """A word that may be a foreign name: no article, no joined preposition before an article, no verb."""
    if len(folded) < 3 or folded in AR_HEADS:
        return False
    plain = SENTENCE.fullmatch(folded) or _JOINED.match(folded)
    return not plain or is_foreign(folded) or _comes_again(reading, folded)


def _name_end(reading: Reading, index: int) -> int:
    """After the surname: links join, one word with an article ends the name, at most four words."""
    last, parts = index + 1, 1
    if (reading.folded(index) == "عبد" and _is_word(reading, last)) or faith_skip(reading, index) is not None:
        last += 1
    while parts < 4 and (not plain_end(reading, last) or _is_son(reading, last)):
        folded = reading.folded(last)
        if _is_link(reading, last) or faith_skip(reading, last) == 0:
            last += 3 if _is_link(reading, last + 1) else 2
        elif folded.startswith("ال") and has_article(reading, last):
            return last + 1 if is_article_surname(folded) and _may_go_on(reading, last, parts) else last
        elif (
            is_given_name(folded)
            or (parts < 2 and _is_name_shape(reading, folded))
            or (parts < 3 and (has_foreign_ending(folded) or _comes_again(reading, folded)))
        ):
            last += 1
        else:
            break
        parts += 1
    return last


def _is_word(reading: Reading, index: int) -> bool:
    """Whether a word stands there that is in no name yet; a small one may be («عبد الأحد»)."""
    return index < len(reading.words) and reading.words[index].shape == "l" and not reading.claimed[index]


def _is_link(reading: Reading, index: int) -> bool:
    """«بن», «عبد», and «فان» before «دير» too."""
    return reading.folded(index) in _LINKS and not plain_end(reading, index + 1)


_JOINED = re.compile(r"[وفبلك]+ال")


def _is_son(reading: Reading, index: int) -> bool:
    """«محمد ولد سيداتي»: son of, not «was born»."""
    son = reading.folded(index) == "ولد" and not reading.claimed[index] and not reading.words[index].broken
    return son and not plain_end(reading, index + 1) and not _JOINED.match(reading.folded(index + 1))


def _may_go_on(reading: Reading, index: int, parts: int) -> bool:
    """After a surname without article comes the verb's object («ناصر بوريطة الوفد»), or a surname in «ال…ي»."""
    if parts > 1 and is_occupation(reading.folded(index)):
        return False  # «حسام حسن المدير الفني»
    if parts > 1 and _PLURAL.fullmatch(reading.folded(index)):
        return False  # «ابتهال عبد الرحيم الأبواب»
    bare = parts > 1 and not is_given_name(reading.folded(index - 1))
    return (
        not bare
        or reading.folded(index).endswith("ي")
        or (reading.folded(index - 2) in _LINKS and not is_strange(reading, index - 1))
    )


# «الأبواب», «المفاتيح»: nouns in the plural by their pattern, which an article ends a name with seldom.
_PLURAL = re.compile(r"ال(?:ا..ا.|م.ا.ي?.|[^م].ا.ي.|.وا.ي?.|..ائ.)")
