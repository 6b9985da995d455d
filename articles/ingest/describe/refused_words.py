"""Words that say of what stands beside a day that it is an event, a site or a term, and no sender of a text."""

import re

# Whole words of French and English, to which a plural «s» may be written.
# What takes place.
_EVENTS = """
concert festival match matches matche colloque conférence conference congrès congress séminaire seminar
workshop symposium forum salon foire fair sommet summit assemblée assembly réunion meeting séance session
vernissage exposition exhibition expo spectacle récital recital gala soirée nuit night journée fête day week
weekend carnaval carnival kermesse atelier élection election scrutin vote référendum referendum tournoi
tournament cup coupe finale final championnat championship derby race rally rallye marathon semi-marathon
course tirage draw marche march manif manifestation protest demonstration grève strike attentat attack
explosion séisme tremblement earthquake quake incendie fire orage storm tempête inondation flood cyclone
hurricane naufrage shipwreck crash accident bataille battle massacre guerre war révolution revolution coup
putsch procès trial audience hearing obsèques funérailles funeral inhumation messe mass hommage tribute
cérémonie ceremony mariage wedding inauguration ouverture opening clôture closing lancement launch première
premiere nettoyage supper dinner dîner tour visite visit rencontres discours speech trêve truce accord
traité treaty débat debate projection screening bal parade défilé rassemblement rally commémoration
commemoration pèlerinage anniversaire anniversary jubilé jubilee panne éclipse eclipse raid évasion
"""
# Where one goes, and what pictures show.
_SITES = """
salle stade théâtre galerie musée place square rue street avenue boulevard parc église mosquée synagogue
cathédrale basilique pont gare aéroport café hôtel hôpital école lycée université faculté bibliothèque
médiathèque stadium hall theatre theater gallery museum road church mosque temple cathedral airport hotel hospital
school university library palais palace commissariat tribunal prison vallée marché plage pier usine factory mine archive
registry désert desert maison house ferme farm jardin garden aube dawn crépuscule sunset dusk
"""
# Such sites too, and English towns are called by them: «Overland Park», «Miami Beach», «State College».
_OF_TOWNS = """
park bridge station college valley market harbour harbor beach camp
"""
# A term, an act, a life, what was done with a text.
_TERMS = """
episode épisode saison season chapitre chapter film movie dossier partie
candidature apply application deadline délai inscription sortie released release effective valid version
programme program agenda calendrier calendar schedule horaire éphéméride almanach souvenir mémoire memory
memorial mémorial naissance birth décès mort death died life témoignage as propos enregistré enregistrée
recorded filmé filmée suivre prochain prochaine next return renvoi éditions edition books press publisher
dear cher chère chers limite vigueur pages arrêté avis
"""
# The beginnings of Russian words, and short words that are whole.
_RUSSIAN = """
концерт фестивал матч конференц конгресс съезд семинар форум ярмарк саммит собрани заседани совещани встреч
выставк вернисаж спектакл премьер праздник карнавал выбор голосован референдум турнир чемпионат первенств
гонк забег марафон лыжн митинг забастовк теракт взрыв землетряс пожар гроза буря ураган наводнен крушен
авари битв войн революц похорон панихид богослужен церемони свадьб открыти закрыти запуск визит трагед
катастроф затмен стадион театр галере музе площад площадк улиц проспект церковь собор мечет вокзал аэропорт гостиниц
больниц школ университет библиотек дворец рынок рынке шахт завод пляж архив рассвет закат заявк срок подач
вступает прокат версия версии программ повестк календар расписани годовщин юбиле память памяти родил умер
скончал издательств следующ здравствуй дорогой дорогая дорогие уважаем редакции
"""
_RUSSIAN_WHOLE = """
вечер день дни неделя неделю ночь кубок кубка финал марш бой суд процесс зал мост парк зима лето
"""
# Arabic words, to which an article and a preposition may be written.
_ARABIC = """
حفل حفلة مهرجان مباراة ندوة مؤتمر ملتقى منتدى معرض قمة جلسة اجتماع لقاء أمسية سهرة ليلة يوم أسبوع عيد موسم
كرنفال ورشة انتخابات اقتراع استفتاء بطولة كأس نهائي سباق ماراثون مسيرة مظاهرة مظاهرات احتجاج احتجاجات إضراب
هجوم هجمات تفجير تفجيرات انفجار انفجارات زلزال حريق عاصفة فيضان فيضانات تحطم حادث حادثة معركة مجزرة مذبحة
حرب ثورة انتفاضة انقلاب محاكمة جنازة تشييع مراسم زفاف افتتاح اختتام إطلاق عرض زيارة خطاب اتفاق اتفاقية
معاهدة هدنة نكسة نكبة كسوف غارة اغتيال قاعة ملعب مسرح رواق متحف ساحة ميدان شارع حديقة كنيسة مسجد جامع جسر
محطة مطار مقهى فندق مستشفى مدرسة جامعة مكتبة قصر سوق شاطئ محكمة أرشيف آخر أجل موعد يدخل ذكرى وفاة ولادة
ميلاد رحيل برنامج جدول المقبل القادم عزيزي عزيزتي
"""


def _one_of(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=lambda word: (-len(word), word)))


# The beginning of a Russian word is one only before what such words end in: «выборы», and no «Выборг».
_FORMING = "ени ани ни альн ильн ьн очн ионн онн енн овн ивн йн н"
_ENDINGS = """
а я о е ё и ы у ю ь й ой ою ей ею ом ем ём ам ям ами ями ах ях ов ев ье ья ью ия ие ии ию ий ием иям иями иях
ый ое ее ая яя ые ого его ому ему ую юю ым им ых их ыми ими ся ась ось ись лся лась лись ла ло ли ила или те
"""
# «Марафонский», «митинговый»: behind a longer word, as places and people are called by short ones, «Пожарский».
_LONG = 6
_ADJECTIVE = r"(?:ь?ск(?:ий|им|их|ими|ие)|ов(?:ый|ым|ых|ыми|ые)|(?:ь?ск|ов)(?:ая|ое|ого|ому|ой|ую|ом))"

REFUSED = re.compile(
    rf"(?<![^\W_])(?:(?:{_one_of(_EVENTS + _SITES + _OF_TOWNS + _TERMS)})s?(?![^\W_])"
    rf"|(?:{_one_of(_RUSSIAN)})(?:(?:{_one_of(_FORMING)})?(?:{_one_of(_ENDINGS)}))?(?![^\W_])"
    rf"|(?:{_one_of(' '.join(word for word in _RUSSIAN.split() if len(word) >= _LONG))})(?:{_ADJECTIVE})(?![^\W_])"
    rf"|(?:{_one_of(_RUSSIAN_WHOLE)})(?![^\W_])|[وفبكل]?(?:ال|لل)?(?:{_one_of(_ARABIC)})(?![^\W_]))",
    re.IGNORECASE,
)
"""One such word anywhere in what stands beside a day."""

ENGLISH_TOWN = re.compile(rf"(?:{_one_of(_OF_TOWNS)})s?", re.IGNORECASE)
"""A site that English towns are called by too."""

_OF_FRENCH_TOWNS = "pont maison salle école marché vallée ferme parc"
_PARTICLE = r"(?:(?:à|aux?|des?|du|en|et|l[ae]s?|lès|sous|sur)-|[dl]['’])*"
FRENCH_TOWN = re.compile(
    rf"(?:(?i:{_one_of(_OF_FRENCH_TOWNS)})s?-{_PARTICLE}[A-ZÀ-ÖØ-Þ][\w’'-]+"
    rf"|[A-ZÀ-ÖØ-Þ][\w’']+-(?:l[ae]s?|aux?|du|sur)-(?i:{_one_of(_OF_FRENCH_TOWNS)})s?)"
)
"""A site of which French makes the name of a town, by hyphens: «Pont-à-Mousson», «Villeneuve-la-Salle»."""
