"""Claims about languages: the table, the scripts, and telling which language a text is in."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import langdetect
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.languages import LANGUAGES, Detection, detect, detection, get_language, load_profiles, script_of

FRENCH = (
    "Le ministre a présenté hier devant le parlement un plan pour les écoles rurales. Les maires attendent "
    "des précisions sur les crédits, car les travaux doivent commencer avant l’hiver prochain."
)
ENGLISH = (
    "The minister presented a plan for rural schools to parliament yesterday. Mayors are waiting for details "
    "about the money, because the work has to begin before next winter."
)
RUSSIAN = (
    "Министр представил вчера в парламенте план развития сельских школ. Мэры ждут подробностей о деньгах, "
    "потому что работы должны начаться до следующей зимы."
)
ARABIC = (
    "قدم الوزير أمس أمام البرلمان خطة لتطوير المدارس القروية. وينتظر رؤساء البلديات تفاصيل عن التمويل، "
    "لأن الأشغال يجب أن تبدأ قبل الشتاء المقبل."
)
ARCHIVE_TEXTS = {"fr": FRENCH, "en": ENGLISH, "ru": RUSSIAN, "ar": ARABIC}
OTHER_TEXTS = {
    "es": "El ministro presentó ayer ante el parlamento un plan para las escuelas rurales. Los "
    "alcaldes esperan más detalles sobre el dinero, porque las obras deben empezar antes "
    "del próximo invierno.",
    "it": "Il ministro ha presentato ieri al parlamento un piano per le scuole rurali. I sindaci "
    "aspettano altri dettagli sui soldi, perché i lavori devono cominciare prima del "
    "prossimo inverno.",
    "de": "Der Minister hat gestern im Parlament einen Plan für die Schulen auf dem Land "
    "vorgestellt. Die Bürgermeister warten auf Einzelheiten, denn die Arbeiten sollen vor "
    "dem Winter beginnen.",
    "pt": "O ministro apresentou ontem no parlamento um plano para as escolas rurais. Os "
    "prefeitos esperam mais detalhes sobre o dinheiro, porque as obras devem começar antes "
    "do próximo inverno.",
    "nl": "De minister heeft gisteren in het parlement een plan voor de scholen op het "
    "platteland voorgesteld. De burgemeesters wachten op details, want het werk moet voor "
    "de winter beginnen.",
    "tr": "Bakan dün mecliste köy okulları için bir plan sundu. Belediye başkanları para "
    "konusunda ayrıntıları bekliyor, çünkü çalışmaların gelecek kıştan önce başlaması "
    "gerekiyor.",
    "uk": "Міністр представив учора в парламенті план розвитку сільських шкіл. Мери чекають на "
    "подробиці щодо коштів, бо роботи мають розпочатися до наступної зими.",
    "bg": "Министърът представи вчера пред парламента план за селските училища. Кметовете "
    "очакват подробности за парите, защото работата трябва да започне преди следващата "
    "зима.",
    "fa": "وزیر دیروز در مجلس طرحی برای مدارس روستایی ارائه کرد. شهرداران منتظر جزئیات بیشتر "
    "درباره بودجه هستند، زیرا کارها باید پیش از زمستان آینده آغاز شود.",
    "ur": "وزیر نے کل پارلیمنٹ میں دیہی سکولوں کے لیے ایک منصوبہ پیش کیا۔ میئر رقم کے بارے میں "
    "مزید تفصیلات کا انتظار کر رہے ہیں، کیونکہ کام اگلی سردیوں سے پہلے شروع ہونا ہے۔",
    "el": "Ο υπουργός παρουσίασε χθες στη βουλή ένα σχέδιο για τα σχολεία της υπαίθρου.",
    "ja": "大臣は昨日、国会で農村の学校のための計画を発表しました。市長たちは詳細を待っています。",
}


def test_the_archives_languages_have_their_own_search_configurations():
    assert list(LANGUAGES)[:4] == ["fr", "en", "ru", "ar"]
    assert [get_language(code).search_config for code in ("fr", "en", "ru", "ar", "es", "und")] == [
        "archive_fr",
        "archive_en",
        "archive_ru",
        "archive_ar",
        "archive_simple",
        "archive_simple",
    ]


def test_every_language_the_detector_can_name_is_listed():
    profiles = {path.name for path in (Path(langdetect.__file__).parent / "profiles").iterdir()}
    assert len(profiles) >= 54
    assert set(LANGUAGES) == profiles | {"und"}


def test_scripts_from_right_to_left_are_marked():
    rtl = {code for code, language in LANGUAGES.items() if language.direction == "rtl"}
    assert rtl == {"ar", "fa", "he", "ur"}


def test_an_unknown_code_is_named_in_the_error():
    with pytest.raises(KeyError, match="'xx'"):
        get_language("xx")


@pytest.mark.parametrize("language", [language for language in LANGUAGES.values() if language.code != "und"])
def test_a_languages_own_name_is_in_its_own_script(language):
    assert script_of(language.name) in {language.script, "Hani"}


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("", "Zyyy"),
        ("12.12.2016 – 14:30", "Zyyy"),
        ("Россия et Maroc", "Latn"),
        ("Россия, Maroc", "Cyrl"),
        ("المغرب", "Arab"),
        ("東京の天気", "Jpan"),
        ("北京天气", "Hani"),
        ("서울", "Kore"),
    ],
)
def test_the_script_is_that_of_most_letters(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize("code", ARCHIVE_TEXTS)
def test_a_text_of_the_archive_is_recognised_in_any_case_of_letters(code):
    text = ARCHIVE_TEXTS[code]
    for version in (text, text.upper(), text.split(".")[0].upper() + "\n\n" + text):
        found = detect(version)
        assert (found.language, found.languages) == (code, (code,))
        assert found.confidence > 0.9


@pytest.mark.parametrize("code", OTHER_TEXTS)
def test_a_language_outside_the_archive_is_told_truly(code):
    assert detect(OTHER_TEXTS[code]).language == code


@pytest.mark.parametrize("code", ["uk", "fa", "ur", "tr"])
def test_a_short_text_is_foreign_only_when_its_letters_are(code):
    assert detect(OTHER_TEXTS[code].split(". ")[0].split("۔")[0]).language == code


def test_too_few_letters_are_undetermined():
    assert detect("Rabat, 2016") == Detection("und", 0.0, ())
    assert detect("") == Detection("und", 0.0, ())


def test_a_text_of_digits_and_signs_is_undetermined():
    assert detect("2016-12-15 " * 40).language == "und"


@pytest.mark.parametrize("first", ARCHIVE_TEXTS)
@pytest.mark.parametrize("second", ARCHIVE_TEXTS)
def test_both_languages_of_a_bilingual_text_are_told(first, second):
    found = detect(f"{ARCHIVE_TEXTS[first]}\n\n{ARCHIVE_TEXTS[second]}")
    assert set(found.languages) == {first, second}


def test_a_name_or_a_quotation_in_another_language_does_not_count():
    quoted = (
        f"{FRENCH} Il a cité un proverbe russe : « Москва слезам не верит, это знают все в этом городе »."
    )
    named = f"{FRENCH} L’agence РИА Новости et le journal العلم ont repris la nouvelle."
    english = f"{FRENCH} “We will wait for the details before the winter”, a répondu un diplomate."
    assert [detect(text).languages for text in (quoted, named, english)] == [("fr",)] * 3


@pytest.mark.parametrize("text", [*ARCHIVE_TEXTS.values(), *OTHER_TEXTS.values()])
def test_the_trials_left_out_would_change_nothing(text):
    profiles = detection._loaded()
    for few in (*profiles.few.values(), *profiles.wide.values()):
        for piece in (text[:40], text[:240], f"{text[:60]} {ARCHIVE_TEXTS['en'][:60]}"):
            trials = list(few._trials(piece))
            sums = [sum(chances) for chances in zip(*trials, strict=True)]
            likeliest = few.most_likely(piece)
            assert (likeliest and likeliest[0]) == (few._languages[sums.index(max(sums))] if trials else None)


def test_eight_threads_starting_together_agree():
    program = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from articles.languages import detect\n"
        f"texts = [{FRENCH!r}, {RUSSIAN!r}] * 8\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    print([(d.language, d.confidence) for d in pool.map(detect, texts)])\n"
    )
    root = Path(__file__).parent.parent
    run = [sys.executable, "-c", program]
    outputs = {
        subprocess.run(run, cwd=root, capture_output=True, text=True, check=True).stdout for _ in range(2)
    }
    assert len(outputs) == 1
    assert set(eval(outputs.pop())) == {(c, detect(ARCHIVE_TEXTS[c]).confidence) for c in ("fr", "ru")}


def test_detection_is_the_same_in_every_thread():
    load_profiles()
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(detect, [ENGLISH] * 8))) == 1


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_known_language(text):
    found = detect(text)
    assert found.language in LANGUAGES
    assert 0 <= found.confidence <= 1
    assert set(found.languages) <= set(LANGUAGES) - {"und"}
    assert (found.language == "und") == (found.languages == ())
