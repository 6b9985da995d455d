"""Small closed word lists of French, English, Russian and Arabic that the rules of description need."""

SENTENCE_OPENERS: dict[str, frozenset[str]] = {
    "fr": frozenset(
        "le la les l' un une des du de d' au aux à en dans sur selon après avant pour par avec sans sous chez vers "
        "ce cet cette ces c' il elle ils elles on nous vous s' n' j' je qu' que qui son sa ses leur leurs notre nos "
        "lors depuis alors malgré entre face mais et si comme quand lorsque plus pendant durant hier aujourd'hui "
        "demain tout toute tous toutes plusieurs deux trois quatre cinq dix c'est quelques chaque aucun outre "
        "ainsi cependant toutefois dès jusqu' grâce suite concernant devant contre parmi m' mme".split()
    ),
    "en": frozenset(
        "the a an in on at after before as for from with according when while this that these those it he she they "
        "we his her its their there if but and by to since during under over two three four several some most "
        "all no not more what who how why under between despite meanwhile".split()
    ),
    "ru": frozenset(
        "в во на по не со с к ко из за от об о обо при для после до у как и но а это этот эта эти его её ее их он "
        "она они оно мы вы что если когда также ранее накануне сегодня вчера между под над без через перед по-прежнему "
        "согласно однако глава президент министр российский российская российские москва".split()
    ),
}
"""Words that open sentences, in lower case; after a caption glued to one of them, the sentence begins."""

NO_PLACES = frozenset(
    "à a au aux en dans sur vers chez près depuis hier demain aujourd'hui ce cette ici "
    "in at on near from yesterday today tomorrow "
    "в во на под у из около вчера сегодня завтра "
    "في من إلى على منذ قبل بعد عن حتى يوم أمس اليوم غدا".split()
)
"""Words that open a phrase of time or place, never the name of a place, in lower case."""

ARTICLES = frozenset("le la les l' un une des du the this l'agence en lors selon dans après в на".split())

NAME_PREFIXES = frozenset(
    "mc mac o d l de di da du des del la le les van von fitz saint st san abd ab el al ben bin ibn i e vi xi".split()
)
"""What stands before a capital inside one name: McDonald, DeLa, LeMonde, MacOS."""

BRANDS = frozenset(
    "linkedin iphone ipad imac ebay youtube whatsapp facebook paypal playstation deepmind openai github gitlab "
    "tiktok wikileaks wikipedia macos ios airbnb spacex bein beinsports mastercard fedex vkontakte lemonde lefigaro "
    "lepoint leparisien medias24 telquel huffpost buzzfeed techcrunch microsoft powerpoint javascript standby "
    "checkin login blackberry moneygram inwi attijariwafa appstore googleplay chatgpt sberbank россетиин лукойл "
    "мегафон сбербанк приватбанк автоваз газпромбанк альфабанк".split()
)
"""Compounds that are written with a capital inside, in lower case."""

_FRENCH = frozenset("le la les des du de et un une que dans pour sur est au par".split())
_ENGLISH = frozenset("the of and to in is was for that with by said at has".split())

TRAILING = frozenset(
    "le la les l' un une des du de d' au aux à en dans sur et ou que qui par pour avec son sa ses ce cette ces "
    "the a an of in on at to and or for with by from that which his her its their is are was were has have "
    "в во на по с со к из за от о об и а но что для при у как его её их не "
    "في من إلى على عن و أن التي الذي مع ما".split()
)
"""Words on which a shortened headline must not end."""

BEFORE_DAYS = TRAILING | frozenset(
    "avant après depuis dès jusque jusqu vers entre courant fin début mi ce cet daté datée l d "
    "before after since until till through about around between dated mid early late "
    "до от после перед около к ко между начиная "
    "ب ل ك و ف منذ حتى قبل بعد خلال حوالي نحو بين بتاريخ يوم ليوم بيوم مساء صباح فجر".split()
)
"""Words behind which a phrase goes on with its day: «du 14 juin», “until June 14”, «до 14 июня», «منذ 14»."""


def latin_language(text: str) -> str:
    """ "en" or "fr", whichever's small words are more in the beginning of a text; a guess for word lists only."""
    words = text[:1500].lower().split()
    return "en" if sum(word in _ENGLISH for word in words) > sum(word in _FRENCH for word in words) else "fr"
