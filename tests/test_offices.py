"""Offices: the words for a function that stand beside a name, and nothing when it is not sure."""

import pytest

from articles.offices import find_office, nominative_office

STATED = [
    ("à l’épouse du président américain Donald Trump.", "Donald Trump", "fr", "président américain"),
    ("Le lieutenant-colonel Bernard Vann a gagné", "Bernard Vann", "fr", "lieutenant-colonel"),
    (
        "par Nikolaï Petrov, le directeur de la banque qui ferme, hier",
        "Nikolaï Petrov",
        "fr",
        "directeur de la banque",
    ),
    (
        "le secrétaire du Conseil de sécurité de la Fédération de Russie (CSFR), Nikolaï Patrouchev, se rendra",
        "Nikolaï Patrouchev",
        "fr",
        "secrétaire du Conseil de sécurité de la Fédération de Russie",
    ),
    (
        "Début décembre, le chef de gouvernement désigné, Abdelilah Benkirane, a déclaré",
        "Abdelilah Benkirane",
        "fr",
        "chef de gouvernement désigné",
    ),
    (
        "et d’autres domaines […] » avec le premier ministre russe, Dimitri Medvedev, lors",
        "Dimitri Medvedev",
        "fr",
        "premier ministre russe",
    ),
    (
        "avait rencontré le conseiller royal Fouad Ali El Himma qui",
        "Fouad Ali El Himma",
        "fr",
        "conseiller royal",
    ),
    ("la visite du roi Mohammed VI, au mois", "Mohammed VI", "fr", "roi"),
    (
        "Kremlin, par Nikolaï Patrouchev, le secrétaire général du conseil de sécurité russe, l’organe consultatif",
        "Nikolaï Patrouchev",
        "fr",
        "secrétaire général du conseil de sécurité russe",
    ),
    (
        "parallèlement, le vice ministre russe de l’industrie et du commerce, Victor Evtuhov, invité mardi",
        "Victor Evtuhov",
        "fr",
        "vice ministre russe de l’industrie et du commerce",
    ),
    (
        "Victor Evtuhov, vice-ministre de l’industrie, a dit",
        "Victor Evtuhov",
        "fr",
        "vice-ministre de l’industrie",
    ),
    ("Victor Evtuhov, vice-ministre de l’industrie.", "Victor Evtuhov", "fr", "vice-ministre de l’industrie"),
    ("avec Nikolaï Patrouchev, le ministre Sergueï Lavrov a dit", "Sergueï Lavrov", "fr", "ministre"),
    ("selon le porte-parole du ministère, Jean Dupont.", "Jean Dupont", "fr", "porte-parole du ministère"),
    (
        "le ministre marocain des Affaires étrangères, M. Nasser Bourita, a dit",
        "Nasser Bourita",
        "fr",
        "ministre marocain des Affaires étrangères",
    ),
    ("On Monday President Vladimir Putin said", "Vladimir Putin", "en", "President"),
    ("Russian President Vladimir Putin said", "Vladimir Putin", "en", "Russian President"),
    ("said Foreign Minister Sergei Lavrov.", "Sergei Lavrov", "en", "Foreign Minister"),
    ("Sergei Lavrov, the Russian foreign minister, said", "Sergei Lavrov", "en", "Russian foreign minister"),
    (
        "the secretary of the Security Council, Nikolai Patrushev, said",
        "Nikolai Patrushev",
        "en",
        "secretary of the Security Council",
    ),
    (
        "заявил секретарь Совета безопасности РФ Николай Патрушев.",
        "Николай Патрушев",
        "ru",
        "секретарь Совета безопасности РФ",
    ),
    (
        "встретился с министром иностранных дел России Сергеем Лавровым",
        "Сергеем Лавровым",
        "ru",
        "министром иностранных дел России",
    ),
    (
        "Пресс-секретарь президента Дмитрий Песков сообщил",
        "Дмитрий Песков",
        "ru",
        "Пресс-секретарь президента",
    ),
    ("глава ОАО «Газпром» Алексей Миллер пообещал", "Алексей Миллер", "ru", "глава ОАО «Газпром»"),
    (
        "Эдуард Товпинец, первый заместитель министра энергетики Белоруссии, сказал",
        "Эдуард Товпинец",
        "ru",
        "первый заместитель министра энергетики Белоруссии",
    ),
    ("وقال وزير الخارجية المغربي ناصر بوريطة إن", "ناصر بوريطة", "ar", "وزير الخارجية المغربي"),
    ("استقبل الملك محمد السادس", "محمد السادس", "ar", "الملك"),
    (
        "الأمين العام للأمم المتحدة، أنطونيو غوتيريش، قال",
        "أنطونيو غوتيريش",
        "ar",
        "الأمين العام للأمم المتحدة",
    ),
    ("التقى الرئيس الروسي فلاديمير بوتين", "فلاديمير بوتين", "ar", "الرئيس الروسي"),
    ("وأكد رئيس الحكومة عبد الإله بنكيران", "عبد الإله بنكيران", "ar", "رئيس الحكومة"),
    ("ناصر بوريطة، وزير الخارجية المغربي، قال", "ناصر بوريطة", "ar", "وزير الخارجية المغربي"),
    ("المحيط بقاضي المحكمة العليا محمد بنعلي أثناء", "محمد بنعلي", "ar", "قاضي المحكمة العليا"),
    ("المثيرة للجدل للرئيس أردوغان", "أردوغان", "ar", "رئيس"),
    ("تقرير المستشار الخاص روبرت مولر الخاص", "روبرت مولر", "ar", "المستشار الخاص"),
    ("قال الإمام علي الخطيب", "علي الخطيب", "ar", "الإمام"),
    ("مثل أمام القاضي محمد بنعلي", "محمد بنعلي", "ar", "القاضي"),
    ("محمد بنعلي، رئيس الحكومة أمام البرلمان، قال", "محمد بنعلي", "ar", "رئيس الحكومة"),
    ("وقال المتحدث باسم الكرملين دميتري بيسكوف", "دميتري بيسكوف", "ar", "المتحدث باسم الكرملين"),
    ("قال مدير عام المكتب الوطني للمطارات حبيب العلج", "حبيب العلج", "ar", "مدير عام المكتب الوطني للمطارات"),
    ("كَرَئيس الحكومة محمد بنعلي", "محمد بنعلي", "ar", "رَئيس الحكومة"),
    ("Адвокат Сноудена Анатолий Кучерена заявил", "Анатолий Кучерена", "ru", "Адвокат"),
    ("l’avocat de Donald Trump, Paul Martin, a dit", "Paul Martin", "fr", "avocat"),
    ("le conseiller de Macron, Paul Martin, a dit", "Paul Martin", "fr", "conseiller"),
    ("l’avocat de Paris, Paul Martin, a dit", "Paul Martin", "fr", "avocat de Paris"),
    (
        "уволит заместителя генерального прокурора Петра Орлова",
        "Петра Орлова",
        "ru",
        "заместителя генерального прокурора",
    ),
    (
        "said Mary Jones, managing director for Capital Group - home to a radio,",
        "Mary Jones",
        "en",
        "managing director for Capital Group",
    ),
]
UNSTATED = [
    # «أمام» (before) is no «إمام», «وإلى» (and to) no «والي»; neither is «امام» without its hamza.
    ("بشهادته أمام الكونغرس يوم الخميس نافيًا الادعاء الموجه من جانب ماري جونز", "ماري جونز", "ar"),
    ("مثل امام محمد بنعلي", "محمد بنعلي", "ar"),
    ("أمام الكونجرس على عقد مؤتمر لمحاسبة السيد بنعلي", "بنعلي", "ar"),
    ("من الرباط وإلى محمد بنعلي", "محمد بنعلي", "ar"),
    ("المستشار الخاص روبرت مولر الخاص بعرقلة السيد بنعلي", "بنعلي", "ar"),
    ("أكد رئيس مجلس النواب أمس الخميس محمد بنعلي", "محمد بنعلي", "ar"),
    ("محمد بنعلي، رئيس الحكومة يؤكد أن", "محمد بنعلي", "ar"),
    ("أعلن الحزب المحافظ محمد بنعلي", "محمد بنعلي", "ar"),
    ("من رئيس الحكومة للرئيس الروسي فلاديمير بوتين", "فلاديمير بوتين", "ar"),
    ("объявил президент толпе своих сторонников Петр Орлов", "Петр Орлов", "ru"),
    ("Адвокат Мэннинга подал. Мэннинг молчал", "Мэннинга", "ru"),
    ("Среди них академики Владимир Орлов и", "Владимир Орлов", "ru"),
    ("поделился с журналистами гражданин страны Петр Орлов", "Петр Орлов", "ru"),
    ("из них независимый директор и сам Орлов", "Орлов", "ru"),
    ("où sera jugé Mohamed Morsi.", "Mohamed Morsi", "fr"),
    ("renvoie l’adjoint au procureur général Paul Martin, l’homme qui", "Paul Martin", "fr"),
    (
        "voulu par la directrice générale nommée en septembre dernier Meg Whitman, devrait",
        "Meg Whitman",
        "fr",
    ),
    ("Lord Snowdon, Princess Marie-Chantal of Greece to Margaret of England.", "Snowdon", "en"),
    ("Selon Jean Dupont, les chercheurs américains doivent travailler.", "Jean Dupont", "fr"),
    ("Selon Jean Dupont, le ministre travaille trop.", "Jean Dupont", "fr"),
    ("Also Mary Jones, the judge asked Manning about an allegation that he", "Mary Jones", "en"),
    ("новым руководителем агентства станет Юлия Крижанская.", "Юлия Крижанская", "ru"),
    ("основателей компании Михаила Орлова", "Михаила Орлова", "ru"),
    ("entre Abdellatif Hammouchi et Nikolaï Patrouchev ont porté", "Nikolaï Patrouchev", "fr"),
    ("avec Nikolaï Patrouchev, le ministre Sergueï Lavrov a dit", "Nikolaï Patrouchev", "fr"),
    ("En réaction, Salaheddine Mezouar a souligné", "Salaheddine Mezouar", "fr"),
    ("Le président a rencontré Jean Dupont.", "Jean Dupont", "fr"),
    ("Le directeur de la DGSN a été reçu par Jean Dupont.", "Jean Dupont", "fr"),
    ("Le ministre de la Justice et Jean Dupont ont signé", "Jean Dupont", "fr"),
    ("Il est arrivé. Le ministre. Jean Dupont dort", "Jean Dupont", "fr"),
    ("The president met Nikolai Patrushev on", "Nikolai Patrushev", "en"),
    ("John Smith, who is head of", "John Smith", "en"),
    ("Президент встретил Николая Патрушева", "Николая Патрушева", "ru"),
    ("Après sa rencontre avec le roi, Nikolaï Patrouchev a déclaré", "Nikolaï Patrouchev", "fr"),
    ("Le président félicite Jean Dupont pour son élection", "Jean Dupont", "fr"),
    ("Nikolaï Patrouchev, secrétaire du Conseil, Abdelilah Benkirane, et", "Abdelilah Benkirane", "fr"),
    ("The president congratulated Nikolai Patrushev on", "Nikolai Patrushev", "en"),
    ("Nikolai Patrushev, a man of few words, spoke", "Nikolai Patrushev", "en"),
    ("الرئيس يستقبل ناصر بوريطة", "ناصر بوريطة", "ar"),
    ("Nikolaï Patrouchev", "Nikolaï Patrouchev", "fr"),
]


@pytest.mark.parametrize(("text", "name", "language", "office"), STATED)
def test_an_office_is_taken_in_the_words_of_the_text(text, name, language, office):
    start = text.index(name)
    found = find_office(text, start, start + len(name), language)
    assert found is not None
    assert found.exact == office == text[found.start : found.end]


@pytest.mark.parametrize(("text", "name", "language"), UNSTATED)
def test_no_office_is_taken_when_it_is_not_sure(text, name, language):
    start = text.index(name)
    assert find_office(text, start, start + len(name), language) is None


def test_a_text_of_another_language_states_no_office_and_an_empty_span_is_an_error():
    assert find_office("König Karl", 6, 10, "de") is None
    with pytest.raises(ValueError, match="no text"):
        find_office("roi", 3, 3, "fr")


@pytest.mark.parametrize(("text", "name", "language"), [case[:3] for case in STATED])
def test_an_office_stands_in_the_text_at_the_place_it_says(text, name, language):
    start = text.index(name)

    found = find_office(text, start, start + len(name), language)

    assert found is not None
    assert text[found.start : found.end] == found.exact


@pytest.mark.parametrize(
    ("stated", "nominative"),
    [
        ("министра обороны", "министр обороны"),
        ("министром иностранных дел", "министр иностранных дел"),
        ("министр обороны", "министр обороны"),
        ("Президенту России", "Президент России"),
        ("премьер-министра", "премьер-министр"),
        ("вице-президентом компании", "вице-президент компании"),
        ("генерал-лейтенанта", "генерал-лейтенант"),
        ("заместителя министра энергетики", "заместитель министра энергетики"),
        ("посла России в Марокко", "посол России в Марокко"),
        ("главу МИД", "глава МИД"),
        ("главой района", "глава района"),
        ("судьи Верховного суда", "судья Верховного суда"),
        ("генерального директора завода", "генеральный директор завода"),
        ("российского посла", "российский посол"),
        ("бывшему королю", "бывший король"),
        ("российский министр", "российский министр"),
        ("уполномоченного по правам человека", "уполномоченный по правам человека"),
        ("замминистра финансов", "замминистра финансов"),
        ("генерала-майора", None),  # both are in that case
        ("городского главу", None),  # «городской»
        ("основного докладчика", None),
        ("замминистру", None),
        ("временно исполняющего обязанности главы", None),
        ("российский министра", None),
        ("министров", None),
        ("", None),
    ],
)
def test_a_russian_office_is_told_in_the_nominative_where_that_is_sure(stated, nominative):
    assert nominative_office(stated) == nominative
