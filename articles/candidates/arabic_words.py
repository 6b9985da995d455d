"""What Arabic letters tell of a word without capitals: that it is a small word, a verb, or a foreign name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from articles.candidates.arabic_stems import may_be_arabic
from articles.candidates.occupations import is_occupation
from articles.candidates.reading import Reading
from articles.names.fold import folded_set

STOP = folded_set(
    """
أنا أنت أنتم نحن في من على إلى عن أن إن كان كانت قال قالت قد لقد ثم أو أم لا لم لن ما هو هي هم هذا هذه ذلك
تلك الذي التي الذين مع بعد قبل منذ عندما لكن حتى إذا كل بعض غير بين حول عبر خلال ضد نحو عند لدى أي أيضا وقد
فقد كما حيث أمام وراء فوق تحت دون سوى مثل أكثر أقل أمس اليوم غدا الآن صباح مساء يوم الأحد الاثنين الثلاثاء
الأربعاء الخميس الجمعة السبت الأسبوع الشهر العام الماضي الماضية المقبل المقبلة الجاري الحالي الحالية السابق
السابقة الجديد الجديدة الأخير الأخيرة الأول الأولى الثاني الثانية الثالث يناير فبراير مارس أبريل مايو يونيو
يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر إنه أنه إنها أنها بأن بأنه لأن لأنه أحد إحدى عام عاما سنة شهر التي
اللذين اللذان أعلن أعلنت أكد أكدت صرح أضاف أضافت ذكر ذكرت أوضح أوضحت أشار أشارت دعا طالب التقى زار وصل
استقبل نفى قام قامت تم جاء جاءت بدأ أصبح خارج داخل ضمن بسبب رغم بشأن إزاء تجاه فيما بينما نفسه نفسها له لها
لهم به بها فيه فيها عليه عليها منه منها وهو وهي هناك هنا ليس ليست
    أبرز وقع فاز خسر سجل حقق توفي ولد قتل عاد غادر وصف عبر رفض وافق نشر كتب يقول تقول وقال وقالت أخبر
    صوت ترك حصل شاهد ظهر لعب تولى شارك تحدث رئيس وزير"""
)
ADDRESS = folded_set(
    "السيد السيدة الدكتور الدكتورة الشيخ الأستاذ الأستاذة سيد الحاج الأمير الأميرة الملك الرئيس المستشار "
    "اللواء العقيد "
    "العميد الجنرال القاضي السيناتور المحامي النائب الوزير البابا السلطان الكاتب الناشط الممثل اللاعب "
    "المدرب الصحفي الصحافي"
)
# The others are offices too, after which a text may go on with a verb or its object («اللاعب استعاد لياقته»).
MERE_ADDRESS = folded_set(
    "السيد السيدة الدكتور الدكتورة الشيخ الأستاذ الأستاذة سيد الحاج البابا السلطان الأميرة"
)
SENTENCE = re.compile(r"[وف]?(?:ي|ست|سي|ت)\S{3,}")
# Endings of foreign surnames and given names: no verb has them.
_FOREIGN_ENDING = re.compile(
    r"\S{3,}(?:سكي|سكايا|سكوي|فيتش|وفيتس|شفيلي|ادزي|اشفيلي|ينكو|شينكو|شتاين|بيرغ|بيرج|[او]وف|يوف|نوف|روف|لوف|كوف|اييف|ايف|ييف|هايم|[^اويه]ييه"
    r"|[نرلكدبتسمز]وفا|[اي]يفا|[رلتك]ينا|ينغ|زاده|اوغلو)"
)
# Two long vowels and a third at the end, which neither verbs nor their nouns have («تشيروما»), but
# «توقيعا», «تعاونا», «يقدمها», «تنظيميا»; or و after four letters («تشيكو»).
_FOREIGN_VOWELS = re.compile(
    r"(?!ت..ي.ا$|ت.ا..ا$)(?=\S{6})\S*[اوي]\S+[اوي]\S*[^اويهن]ا(?<!هما)(?<!كما)|(?!س[تي]|[وف]?[يت]..و$)\S{3,}[^ا]و"
)

# Vowels written out as foreign names have them, in words that are no participle, adjective or plural.
FOREIGN_GIVEN = re.compile(
    r"(?!م|ا?ست|[ان]?[نعختحرقفب]ت|[وفبلك]{0,2}ال|[وف]?لل)(?=\S+[اوي]\S*[اوي])\S{3,9}(?<!اءي)(?<!ايي)(?<!اوي)(?<![هاء])(?<!ات)(?<!ون)(?<!ين)"
)
FOREIGN_SURNAME = re.compile(
    r"(?!م[^اوي]|ال|[وفبلك]ال|لل)(?=\S+[اوي])\S{3,}(?<![هاء])(?<!ات)(?<!ون)(?<!ين)(?<!كم)"
)
THIRD_FORM = re.compile(r"[وف]?.ا[وي].(?:ت|وا)?")  # «حاول», «عاينت» are verbs


@lru_cache(maxsize=1 << 13)
def has_foreign_ending(folded: str) -> bool:
    """Whether the word ends like a Slavic, Georgian or German surname."""
    return not folded.startswith("ال") and _FOREIGN_ENDING.fullmatch(folded) is not None


@lru_cache(maxsize=1 << 13)
def is_foreign(folded: str) -> bool:
    """Whether the letters are those of a foreign name: «تسفيتايفسكي», «تونكيبا», «فالنتينا»."""
    if folded.startswith("ال") or folded in STOP:
        return False
    return has_foreign_ending(folded) or _FOREIGN_VOWELS.fullmatch(folded) is not None


# Given names that keep their article.
ARTICLE_GIVEN = folded_set(
    "المهدي الحسن الحسين الطاهر العربي المختار البشير الهادي الصادق المنصف الشاذلي الحبيب الطيب المصطفى المعطي المحجوب "
    "الجيلالي الهاشمي اليزيد الأخضر السعيد العباس المأمون الفاضل الوليد الزبير الصديق التهامي الغالي الخليل "
    "الباجي البكاي"
)
# «خير الدين»: who is called so; «رجال الدين», «علوم الدين» are nobody.
_OF_FAITH = folded_set(
    "نور صلاح عز خير سيف شمس علاء بدر جمال تقي محيي محي بهاء عماد حسام ضياء شهاب ناصر نصر فخر زين سعد سراج تاج قطب "
    "جلال كمال نجم مجد صفي ركن شرف عصام برهان معين معز غياث صدر قمر شجاع ظهير أمين"
)
_BEFORE_FAITH = re.compile(r"[وف]?[بلك]?")


def faith_skip(reading: Reading, index: int) -> int | None:
    """How many letters are joined before «خير» of «خير الدين», where such a name stands here; else None."""
    if reading.folded(index + 1) != "الدين" or plain_end(reading, index + 1):
        return None
    folded = reading.folded(index)
    if folded in _OF_FAITH:
        return 0
    match = _BEFORE_FAITH.match(folded)
    joined = match.end() if match else 0
    return next((cut for cut in range(1, joined + 1) if folded[cut:] in _OF_FAITH), None)


SAYING = folded_set(
    "قال قالت وقال وقالت أكد أكدت وأكد وأكدت أضاف أضافت وأضاف وأضافت صرح صرحت وصرح أوضح أوضحت وأوضح أشار أشارت "
    "وأشار كشف وكشف كشفت ذكر وذكر تابع وتابع اعتبر واعتبر شدد وشدد يقول تقول ويقول السيد السيدة "
    "وتقول يرى ويرى ترى وترى ورأى يعد ويعد يعتبر ويعتبر وتعتبر يؤكد ويؤكد وتؤكد يضيف ويضيف وتضيف يوضح ويوضح وتوضح "
    "يشير ويشير وتشير يتابع ويتابع وأردف واستطرد واختتم وختم ولفت وشددت واعتبرت وكشفت وذكرت وأفاد وأفادت وأعرب وأعربت "
    "وعلق وعلقت واعترف واعترفت وحذر وحذرت وطالب ودعا وندد وتعهد بحسب وبحسب"
)
# Who speaks without being named.
SAYERS = folded_set(
    "مصدر مصادر بيان تقرير شهود خبراء نواب رجال قادة زعماء سكان مسؤول مسؤولون محللون مراقبون ناطق متحدث متحدثة "
    "صحيفة وكالة دبلوماسيون ناشطون نشطاء علماء باحثون أطباء مسؤولين عدد أحدهم آخر آخرون شخص رجل امرأة سيدة والده والدته"
)


def said_in(readings: Iterable[Reading]) -> frozenset[str]:
    """The words right after a verb of saying or a form of address that seem to be names: no occupation, and
    never with an article in this text."""
    rows = [[word.folded for word in reading.words] for reading in readings]
    said = {after for row in rows for before, after in pairwise(row) if before in SAYING}
    seen = {word for row in rows for word in row}
    return frozenset(
        word
        for word in said - STOP - SAYERS
        if len(word) > 3
        and word.isalpha()
        and not word.startswith("ال")
        and f"ال{word}" not in seen
        and not is_occupation(f"ال{word}")
    )


_ARTICLE = re.compile(r"[وفبكل]{0,2}ال|[وف]?لل")


def has_article(reading: Reading, index: int) -> bool:
    """Whether the word as written has the article: «الدار», but not «إلدار»."""
    return _ARTICLE.match(reading.sign(index)) is not None


def plain_end(reading: Reading, index: int) -> bool:
    """Whether the word cannot belong to a name: a sign, a number, a small word, a verb, another line."""
    if index >= len(reading.words) or reading.words[index].shape != "l" or reading.words[index].broken:
        return True
    if reading.claimed[index]:
        return True
    folded = reading.words[index].folded
    name = _is_van(reading, index) or _is_pham(reading, index) or _is_son(reading, index)
    return _is_small(folded) and not name


def _is_van(reading: Reading, index: int) -> bool:
    """«فان دير إلزن», «فان غوخ»: no «فإن» that somebody wrote without its hamza."""
    if reading.sign(index) != "فان" or has_article(reading, index + 1):
        return False
    following = reading.folded(index + 1)
    return following in ("دير", "دن") or (len(following) > 2 and not may_be_arabic(following))


def _is_pham(reading: Reading, index: int) -> bool:
    """«فام ثي»: before a syllable no «فأم» without its hamza."""
    following = reading.folded(index + 1)
    return reading.sign(index) == "فام" and _SHORT.fullmatch(following) is not None and following not in STOP


def _is_son(reading: Reading, index: int) -> bool:
    """«جينيت ولد يوهانس»: between words of which one is strange, where no birth is told, «ولد» is «son of»."""
    if reading.sign(index) != "ولد" or index == 0 or reading.words[index].broken:
        return False
    before, after, then = (reading.folded(place) for place in (index - 1, index + 1, index + 2))
    names = [word for word in (before, after) if word.isalpha() and word not in STOP]
    bare = not (has_article(reading, index - 1) or has_article(reading, index + 1)) and len(names) == 2
    return bare and then not in _OF_BIRTH and not all(may_be_arabic(word) for word in names)


_OF_BIRTH = folded_set("في عام سنة يوم قبل بعد لأب لأم لأسرة لعائلة من")
_SHORT = re.compile(r"[^اوي][اوي]\S?")


@lru_cache(maxsize=1 << 13)
def _is_small(folded: str) -> bool:
    bare = re.sub(r"^[وف](?=\S{2})", "", folded)
    return folded in STOP or bare in STOP or re.sub(r"^[بلك](?=\S{4})", "", bare) in _NUMBERS


# «أربعة عشر يوما»: how many there are, behind whoever does something.
_NUMBERS = folded_set("""
ثلاث ثلاثة أربع أربعة خمس خمسة ستة سبعة ثماني ثمانية ثمان تسع تسعة عشر عشرة عشرون عشرين ثلاثون ثلاثين أربعون أربعين
خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتان مئتين مائتين ألفان ألفين آلاف ملايين
مليونان مليونين ملياران مليارين مليارات اثنان اثنين اثنتان اثنتين اثنا اثني إحدى
""")


_ARTICLE_NO_SURNAME = folded_set(
    "الأمريكي الأميركي الروسي المغربي الفرنسي البريطاني الجزائري التونسي المصري السعودي الإسرائيلي "
    "الفلسطيني الإيراني الألماني الأوروبي "
    "الخاص الخاصة الأمريكية الأميركية الروسية الدولي الدولية المتحدة الجمهوري الديمقراطي السابق الحالي "
    "الجديد الماضي الوطني الوطنية العامة التركي السوري"
)


def is_article_surname(folded: str) -> bool:
    """Whether a word with the article may be a family's name, by its length and ending."""
    return folded not in _ARTICLE_NO_SURNAME and not folded.endswith(("ات", "ه")) and len(folded) < 10
