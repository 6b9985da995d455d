"""Bytes become text in the encoding they were written in, or are refused with a reason."""

import codecs
import random

import pytest

from articles.ingest.encodings import MAX_BYTES, Decoded, UnreadableInput, decode

FRENCH = (
    "Nikolaï Patrouchev a été reçu à Rabat où il a évoqué le « développement du dialogue bilatéral » "
    "entre les deux pays, déjà engagé l’été passé : une coopération sécuritaire très étroite."
)
ENGLISH = "The secretary “of the Council” arrived in Rabat – a café meeting followed, it’s said, at length…"
RUSSIAN = (
    "Секретарь Совета безопасности России Николай Патрушев провёл в Рабате переговоры, сообщает «Интерфакс». "
    "Стороны обсудили вопросы сотрудничества."
)
ARABIC = (
    "استقبل الملك محمد السادس أمين مجلس الأمن الروسي، وتناولت المباحثات سبل تعزيز التعاون الأمني بين البلدين."
)


def code_of(data: bytes) -> str:
    with pytest.raises(UnreadableInput) as refusal:
        decode(data)
    return refusal.value.code


@pytest.mark.parametrize("text", [FRENCH, ENGLISH, RUSSIAN, ARABIC], ids=["fr", "en", "ru", "ar"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_recognised_without_being_told(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + RUSSIAN.encode(encoding)) == Decoded(RUSSIAN, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (ENGLISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859-6"),
        (FRENCH, "mac-roman"),
        ("Le cœur de l'été où naît la tempête coûte 5 €, à bâbord comme à Noël", "iso8859-15"),
        (RUSSIAN.upper(), "koi8-r"),
        (RUSSIAN.upper(), "cp1251"),
        ("LA COOPÉRATION SÉCURITAIRE À L’ÉTÉ", "cp1252"),
        ("Visite du roi à Moscou", "cp1252"),
    ],
)
def test_one_byte_encodings_are_told_apart_by_what_they_say(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    assert decode(data).text == data.decode(encoding)


def test_french_is_cp1252_although_cp1256_reads_it_alike() -> None:
    assert decode("Une coopération très étroite".encode("cp1256")).encoding == "cp1252"


def test_plain_ascii_is_utf_8() -> None:
    assert decode(b"The king is in Moscow.").encoding == "utf-8"


def test_newlines_become_one_character_and_nothing_else_is_changed() -> None:
    assert decode(b" a\r\nb\rc\n\n d \t").text == " a\nb\nc\n\n d \t"


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", "\xa0\u3000\n".encode()])
def test_nothing_but_blanks_is_empty(data: bytes) -> None:
    assert code_of(data) == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n% text",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04rest",
        b"\x7fELF\x02\x01",
        b"{\\rtf1 Bonjour}",
        b"Bonjour" + b"\x00" * 30,
        bytes(range(256)) * 8,
        b"ab\x01\x02\x03\x04\x05 not a text" * 5,
    ],
)
def test_a_binary_file_is_refused_whatever_its_name(data: bytes) -> None:
    assert code_of(data) == "binary"


@pytest.mark.parametrize(
    "data",
    [
        FRENCH.encode()[:-1] + b"\xc3",
        FRENCH.encode() + b"\xff" + FRENCH.encode(),
        RUSSIAN.encode()[:100],
        codecs.BOM_UTF16_LE + b"abc",
        "Książę powiedział, że źródło jest w Łodzi, a część ludzi wyszła".encode("cp1250"),
        "Ο πρωθυπουργός της Ελλάδας συναντήθηκε με τον πρόεδρο και συζήτησαν".encode("cp1253"),
        "ראש הממשלה נפגש עם הנשיא בירושלים היום ודן עמו בשיתוף הפעולה בין המדינות".encode("cp1255"),
        "日本の首相はモロッコを訪問した".encode("shift-jis"),
        "中国外交部长访问摩洛哥并会见了国王".encode("gbk"),
        "\ufffd".encode() * 40 + b" letters",
    ],
)
def test_what_no_encoding_makes_readable_is_refused_rather_than_guessed(data: bytes) -> None:
    assert code_of(data) == "undecodable"


def test_random_high_bytes_are_never_accepted() -> None:
    source = random.Random(7)
    for _ in range(20):
        data = bytes(source.choice(range(32, 256)) for _ in range(300))
        assert code_of(data) in ("undecodable", "binary")


def test_a_text_without_letters_is_no_text() -> None:
    assert code_of(b"12 34 -- 56 ...") == "no_text"


def test_more_than_the_limit_is_refused_before_it_is_looked_at() -> None:
    assert code_of(b"a" * (MAX_BYTES + 1)) == "too_large"


@pytest.mark.parametrize(
    "text",
    [
        FRENCH.encode().decode("cp1252", "ignore"),
        RUSSIAN.encode().decode("cp1251", "ignore"),
        RUSSIAN.encode("cp1251").decode("cp1252"),
        RUSSIAN.encode("koi8-r", "ignore").decode("cp1251"),
    ],
)
def test_a_text_that_was_misread_earlier_is_kept_with_a_warning(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.warnings


@pytest.mark.parametrize("text", [FRENCH, ENGLISH, RUSSIAN, ARABIC])
def test_a_sound_text_has_no_warning(text: str) -> None:
    assert decode(text.encode()).warnings == ()
