"""What pasting a web page brings along with an article: captions, share bars, notices; found, never guessed at."""

import re
from functools import lru_cache

from articles.ingest.describe.captions import glued_caption, glued_credit
from articles.ingest.describe.layout import Paragraph, is_terminal
from articles.ingest.describe.record import Findings
from articles.ingest.describe.words import SENTENCE_OPENERS, latin_language


def _whole(*alternatives: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(alternatives) + ")", re.IGNORECASE)


_AGENCY = (
    r"(?:AFP|MAP|Reuters|EPA|AP|DR|TASS|Xinhua|EFE|Getty(?:\s?Images)?|Shutterstock|Sputnik|Archives?"
    r"|ТАСС|РИА\s?Новости|Коммерсантъ?|Интерфакс|رويترز|أ\.?\s?ف\.?\s?ب\.?|و\.?\s?م\.?\s?ع\.?)"
)
_SHARE_NAMES = (
    r"partager|partagez|share|tweet(?:er|ez)?|поделиться|твитнуть|شارك(?:ها)?|مشاركة|شارك\s(?:المقال|الخبر)|انشر"
    r"|facebook|twitter|whats\s?app|linked\s?in|telegram|pinterest|messenger|instagram|viber|google\+"
    r"|вконтакте|одноклассники|телеграм|فيسبوك|تويتر|واتساب|تلغرام"
)
_SHARE_FILLERS = (
    r"sur|on|via|this|cet\sarticle|l['’]article|article|story|par|by|with|avec|e-?mail|imprimer|print|copier\sle\slien"
    r"|copy\slink|youtube|vk|ok|x|rss|статьёй|в|на|على|عبر|المقال|طباعة|البريد|suivez-nous|follow\sus|plus|more|\+?\d+"
)

# Each is tried on a whole paragraph of at most 600 characters; the first that matches names it.
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "copyright",
        _whole(
            r"(?:©|\(c\)|copyright)(?=.*(?:\b(?:19|20)\d\d|droits|rights|права|الحقوق)).{0,160}",
            r".{0,100}(?:tous\sdroits\s(?:de\sreproduction\s)?réservés|all\srights\sreserved|все\sправа\sзащищены"
            r"|(?:جميع|كل|كافة)\sالحقوق\sمحفوظة|reproduction\sinterdite|перепечатка).{0,120}",
        ),
    ),
    (
        "caption",
        _whole(
            r"[(\[]?(?:(?:crédits?|credits?|légende|file\sphoto|архивное\sфото|صورة\sأرشيفية|photo\s?credits?|image\s?credits?|credit)(?:\s?(?:photos?|images?))?"
            r"|photos?|ph|image|illustration|picture|фото|снимок|иллюстрация|صورة|الصورة|تصوير|عدسة|مصدر\sالصورة)"
            r"\.?\s?(?:[:：©/|]\s?.{0,200}|\s(?:by|par|d['’])\s?.{1,60}|\s?" + _AGENCY + r".{0,40})",
            r"(?:crédits?|photo\s?credits?)\s(?:photos?\s)?.{0,60}",
            r"[(\[]?©\s?(?!.{0,60}(?:droits|rights|права|الحقوق)).{1,80}",
            r".{1,180}\s©\s?[^.]{1,40}",
            r".{1,180}[(\[](?:photo|ph|crédit|credit|фото|صورة)\b[^)\]]{0,60}[)\]]",
            # What follows the stop is who took it: «… in 2019. Photograph: A. Marlowe/PA».
            r".{1,120}[.!?…»”)]\s(?:photo(?:graph)?s?|crédits?(?:\sphotos?)?|credits?|фото|(?:ال)?صورة|تصوير)\s?[:：]\s?[^.!?…]{2,30}(?:\.[^.!?…]{2,30})?",
            r".{1,160}[^/\s]\s?/\s?" + _AGENCY,
            _AGENCY
            + r"(?:\s?[/|,]\s?"
            + _AGENCY
            + r")+|ph\.?\s?"
            + _AGENCY
            + r"|getty images|AFP PHOTO.{0,60}",
            r"[\w.()%+-]+\.(?:jpe?g|png|gif|webp|svg)",
            r"!\[.*\]\(.*\)|\[(?:image|photo|img|video|vidéo|фото|صورة)\b[^\]]*\]",
            r"(?:IMG|DSC|DSCN|DSCF|P)[_-]?\d{3,}(?:[_-]\w+)?",
        ),
    ),
    (
        "share",
        _whole(rf"(?=.*(?:{_SHARE_NAMES}))(?:(?:{_SHARE_NAMES}|{_SHARE_FILLERS})(?:[\s,|•·/:&-]+|$))+"),
    ),
    (
        "comments",
        _whole(
            r"\(?\d+\)?\s(?:commentaires?|comments?|réactions?|комментари\w+|تعليقات?|تعليق)",
            r"(?:aucun|no|laisser\sun|laissez\sun|leave\sa|post\sa|ajouter\sun|écrire\sun|add\sa|оставить|нет|добавить)\s"
            r"(?:commentaires?|comments?|reply|комментари\w+).{0,20}",
            r"(?:commentaires?|comments?|комментарии|التعليقات)\s?:?\s?\(?\d+\)?",
            r"(?:أضف|اترك|أكتب|لا\sتوجد|لا\sيوجد)\s(?:تعليقا?ً?ا?|تعليقات).{0,20}",
        ),
    ),
    (
        "related",
        _whole(
            r"(?:[►▶→➡>»#*•]\s?){0,3}(?:(?:à|a)\slire(?:\s(?:aussi|également))?|lire\s(?:aussi|également|plus)|voir\s(?:aussi|également)"
            r"|read\s(?:also|more)|also\sread|see\salso|related(?:\s(?:articles?|stories|news|posts))?"
            r"|sur\sle\smême\s(?:sujet|thème)|articles?\s(?:liés|similaires|connexes)|dans\sla\smême\srubrique|vous\saimerez\saussi"
            r"|читайте\s(?:также|ещё|еще)|смотрите\sтакже|см\.\sтакже|по\sтеме|материалы\sпо\sтеме|подробнее|другие\sновости"
            r"|[إا]قر[أا](?:وا)?\s(?:أيض[اًا]+|المزيد)|مواضيع\s(?:ذات\sصلة|مشابهة)|مقالات\sذات\sصلة|شاهد\sأيض[اًا]+)"
            r"\s?(?:[:：>»→|–-].{0,250}|\.\.\.|…)?",
            r"(?:\(|\[)(?:lire|voir|read|see|читайте|اقرأ)\s(?:aussi|également|also|также|أيضا).{0,200}(?:\)|\])",
        ),
    ),
    (
        "cookies",
        _whole(
            r"(?=.*(?:cookie|куки|كوكيز|ملفات\sتعريف\sالارتباط))(?:en\s(?:poursuivant|continuant|naviguant|utilisant)"
            r"|nous\s(?:et\snos\spartenaires\s)?utilisons|ce\ssite|le\ssite|notre\ssite|this\s(?:web)?site|our\s(?:web)?site|we\suse|by\s(?:continuing|using)"
            r"|accept|мы\sиспользуем|этот\sсайт|наш\sсайт|на\sсайте|используя|продолжая|نستخدم|يستخدم|هذا\sالموقع|باستخدام).{0,560}"
        ),
    ),
    (
        "newsletter",
        _whole(
            r"(?=.{0,240}(?:newsletter|lettre\sd['’]information|notification|google\snews|whatsapp|telegram|facebook"
            r"|twitter|youtube|inbox|e-?mail|рассылк|канал|телеграм|النشرة|قناة|صفحتنا|واتساب|تلغرام|نشرتنا|subscri|abonner))"
            r"(?:abonnez-vous|(?:cliquez\sici\spour|click\shere\sto)|самое\s(?:интересное|важное|главное)(?=.{0,40}канал)|inscrivez-vous|recevez|rejoignez(?:-nous)?|suivez(?:-nous)?|retrouvez-nous|subscribe|sign\sup|join\s(?:us|our)|follow\sus"
            r"|подпишитесь|подписывайтесь|подписаться|следите\sза|اشتركوا?|إشترك|تابعوا?نا|تابعنا|انضموا?).{0,240}",
            r"تابعونا\s(?:على|عبر)\s.{1,80}",
        ),
    ),
    (
        "furniture",
        _whole(
            r"(?:accueil|home|главная|الرئيسية)(?:\s?[>»/›|→-]\s?.{1,120})?",
            # A trail of links pasted without its marks: AccueilPolitique, ГлавнаяВ миреАфрика.
            r"(?-i:Accueil|Home|Главная)(?:(?-i:[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]{2,20})(?:\s[\w’'&-]{1,20})?){1,4}|الرئيسية[\u0621-\u064a]{4,20}",
            r".{0,60}ctrl\s?\+\s?enter.{0,40}|(?:our\sstandards|nos\s(?:standards|normes)|наши\sстандарты|معاييرنا)\s?:.{0,80}",
            r"(?:cet\sarticle|la\ssuite)(?:\sde\scet\sarticle)?\sest\sréservée?\s(?:à\snos|aux)\sabonnés.{0,20}",
            r"this\s(?:article|content)\sis\s(?:(?:only|exclusively|available|reserved)\s){0,3}(?:for|to)\s(?:our\s)?subscribers.{0,20}",
            r"(?:téléchargez|скачайте|(?:للمزيد.{0,30}\s)?حمّ?لوا?(?=\sتطبيق(?:نا|\sال))|download\s(?:our|the)(?=\s.{0,20}\bapp\b))"
            r"\s.{0,30}(?:application|app\b|приложение|تطبيق).{0,40}",
            r"e-?mail|courriel|электронная\sпочта|البريد\sالإلكتروني",
            r"imprimer(?:\s.{0,20})?|print(?:\sthis.{0,20})?|распечатать|طباعة|envoyer\s(?:par\s(?:e-?)?mail|à\sun\sami)|send\s(?:by\se-?mail|to\sa\sfriend)",
            r"(?:temps\sde\slecture|reading\stime|lecture|время\s(?:на\s)?чтени[ея]|مدة\sالقراءة)\s?:?\s?(?:environ\s)?~?\d+.{0,20}",
            r"\d+\s?min(?:utes?|\.)?\s(?:de\slecture|read|lecture)|\d+\sмин(?:ут\w?|\.)?\s(?:чтения|на\sчтение)",
            r"[-–—*\s]*(?:publicité|advertisement|advertising|annonces?|реклама|إعلان(?:ات)?|pub)[-–—*\s]*|la\ssuite\saprès\s(?:la|cette)\spublicité",
            r"menu|rechercher|recherche|search|поиск|بحث|connexion|se\sconnecter|s['’]abonner|s['’]inscrire|subscribe|log\s?in|sign\sin|войти",
            r"(?:article\s)?(?:suivant|précédent)|(?:next|previous)(?:\sarticle)?|retour(?:\s(?:en\shaut|à\sl['’]accueil))?|haut\sde\spage|back\sto\stop|наверх",
            r"skip\sto\s(?:main\s)?content|aller\sau\scontenu(?:\sprincipal)?|écouter(?:\sl['’]article|\scet\sarticle)?|listen(?:\sto\sthis\sarticle)?",
            r"[aа][+-](?:\s?[aа][+-]?)*|taille\sdu\stexte.{0,20}|font\ssize.{0,20}|page\s\d+(?:\s?(?:sur|of|/)\s?\d+)?|lire\sla\ssuite|continue\sreading|читать\sдалее",
            r"(?:vues?|views|lectures?|просмотр\w*|مشاهدات|عدد\sالمشاهدات)\s?:?\s?\d[\d\s.,]*|\d[\d\s.,]*\s(?:vues|views|lectures|просмотр\w*|مشاهدة)",
            r"(?:j['’]aime|like|нравится|إعجاب)\s?:?\s?\d*|chargement.{0,3}|loading.{0,3}|archives?|[-–—_=*~•.\s]{3,}",
        ),
    ),
)
_LONGEST = 600
# Icons before a notice: ⓘ, 📷, ➤. Nothing given back: a long line of them would be tried in all its parts.
_ORNAMENT = re.compile(r"^(?:[^\w\s()\[\]!©#*+<>«»\"'“”‘’.–—_=~-]++\s*+)++(?=\w)")
# How debris begins, in lower case: a glance at it spares nearly all paragraphs the patterns above.
_HINT = re.compile(
    r"\W*(?:\d|file|архивн|cliqu|click|самое|télécharg|downl|скачай|للمزيد|حمّ?لو|эта\s|нашли|заметил|crédit|credit|légend|photo|ph\b|image|illustr|pictur|фото|снимо|иллюст|(?:ال)?صورة|تصوير|عدسة|مصدر|afp|map|reuters|epa"
    r"|ap\b|dr\b|tass|xinhua|efe|getty|shutter|sputnik|archive|тасс|риа|коммерс|интерфакс|رويترز|أ|و|img|dsc|vid[eé]o|p\d"
    r"|partage|share|tweet|подел|твит|شارك|مشارك|انشر|facebook|twitter|whats|linked|telegram|pinterest|messenger|insta|viber|google"
    r"|вконтакте|однокл|телеграм|فيسبوك|تويتر|واتساب|تلغرام|suivez|follow|comment|réaction|коммент|تعليق|التعليق|aucun|no\s|laisse|leave|post"
    r"|ajout|écri|add|оставить|нет|добавить|أضف|اترك|أكتب|لا\s|à\s|a\s|lire|voir|read|also|see|related|sur|article|dans|vous|читай|смотри"
    r"|см\.|по\s|материал|подроб|другие|[إا]قر|مواضيع|مقالات|شاهد|en\s|nous|cet?\s|le\s|la\s|notre|this|our|nos\s|наши|معايير|we\s|by|accept|мы|этот|наш|на\s"
    r"|использ|продолж|نستخدم|يستخدم|هذا|باستخدام|abonne|inscri|receve|rejoi|retrouv|subscr|sign|join|подпис|следите|[اإ]شترك|تابع|انضم"
    r"|copyright|c\)|accueil|home|главная|الرئيسية|e-?mail|courriel|электр|البريد|imprim|print|распеч|طباعة|envoy|send|temps|lecture|время|مدة|publi|advert|annonce|реклама"
    r"|إعلان|pub\b|menu|recherch|search|поиск|بحث|connex|se\s|s['’]|log|войти|suivant|précéd|next|prev|retour|haut|back|наверх|skip|aller"
    r"|écout|listen|[aа][+-]|taille|font|page|continu|читать|vue|view|просмотр|مشاهد|عدد|j['’]|like|нравится|إعجاب|charg|load|$)"
)
_INSIDE = re.compile(
    r"©|[cC]trl\s?\+|[)\]]$|\.(?:jpe?g|JPG|png|gif|webp|svg)$|/.{1,20}$|droits|rights|права|الحقوق|interdite|Перепечатка"
    r"|[.!?…»”)]\s(?:[Pp]hoto|[Cc]r[ée]dit|[Фф]ото|(?:ال)?صورة|تصوير)"
)

_TAGS = re.compile(r"(?:#[^\s#]{2,40}[\s,]*){2,}")


def rule_of(text: str) -> str:
    """Which debris the whole of a line or a paragraph is, or "" for a part of the article."""
    return _rule_of(text) if len(text) <= _LONGEST else ""


@lru_cache(maxsize=256)  # Most lines are asked about twice, as a line and as a paragraph.
def _rule_of(text: str) -> str:
    if not (_HINT.match(text[:30].lower()) or _INSIDE.search(text)):
        return ""
    bare = _ORNAMENT.sub("", text)
    return next((rule for rule, pattern in _RULES if pattern.fullmatch(bare)), "")


def is_hashtags(text: str) -> bool:
    """Whether a line is nothing but hashtags."""
    return _TAGS.fullmatch(text) is not None


# The name of a picture file left standing alone: hammouchi, patrouchev_putin, maroc-russie-2.
_SLUG = re.compile(r"[a-z0-9]{3,}(?:[_-][a-z0-9]+){0,5}")


# A heading over the titles of other texts, each on its line: «LIRE AUSSI», “Related articles”.
_RELATED = re.compile(r"\W*[^\W\d_]+(?:\s[^\W\d_]+){0,4}\s?:?")
# «Sergueï Lavrov. AFP»
_SIGNED_CAPTION = re.compile(rf"[^.!?…]{{1,60}}\.\s{_AGENCY}", re.IGNORECASE)
_CREDIT_AT_END = re.compile(r".{120,}[.!?…»”]\s?(?P<credit>[(\[][^()\[\]]{2,60}[)\]])", re.DOTALL)


def _credit_at_end(text: str) -> int:
    """How many characters at the end of a sentence are a credit in brackets: so long a sentence is no caption."""
    credit = _CREDIT_AT_END.fullmatch(text)
    return len(credit["credit"]) if credit else 0


def set_debris_aside(paragraphs: list[Paragraph], findings: Findings) -> list[Paragraph]:
    """The paragraphs that are left when debris is put aside."""
    kept: list[Paragraph] = []
    openers = SENTENCE_OPENERS["ru"] | SENTENCE_OPENERS[latin_language(findings.text)]
    title_follows = listed = False
    for whole in paragraphs:
        paragraph, rule = _without_credits(whole, openers if len(kept) < 3 else None, findings)
        text = paragraph.text
        beneath = not paragraph.lines[0].after_blank and len(text) < 160
        listed = listed and beneath and not is_terminal(text)
        if not rule and beneath and (title_follows or listed):
            rule = "related"
        if not rule and whole is not paragraphs[-1] and _is_lone_caption(text, kept):
            rule = "caption"
        if rule:
            findings.put_aside(paragraph.start, paragraph.end, rule)
            title_follows = rule == "related" and text.endswith(":")
            listed = listed or (rule == "related" and _heads_a_list(text, kept))
            continue
        title_follows = listed = False
        if is_hashtags(text):
            findings.add("tags", text, paragraph.start, paragraph.end, "hashtags")
            continue
        if len(kept) < 3 and (length := glued_caption(paragraph.lines[0].text, findings.text, openers)):
            findings.put_aside(paragraph.start, paragraph.start + length, "caption")
            paragraph = paragraph.cut(length)
        kept.append(paragraph)
    return kept


def _without_credits(
    paragraph: Paragraph, openers: frozenset[str] | None, findings: Findings
) -> tuple[Paragraph, str]:
    """(the paragraph without a credit that stands within it, which debris the whole of it is or "").

    `openers` of sentences are given where a caption may be glued to its beginning.
    """
    if openers and (length := glued_credit(paragraph.lines[0].text, openers)):
        findings.put_aside(paragraph.start, paragraph.start + length, "caption")
        paragraph = paragraph.cut(length)
    rule = rule_of(paragraph.text)
    if rule == "caption" and (length := _credit_at_end(paragraph.text)):
        findings.put_aside(paragraph.end - length, paragraph.end, rule)
        return paragraph.without_tail(len(paragraph.lines[-1].text) - length), ""
    return paragraph, rule


def _is_lone_caption(text: str, kept: list[Paragraph]) -> bool:
    """The name of a picture file above a text, or a caption signed by an agency before its first sentence."""
    if len(kept) >= 3:
        return False
    signed = _SIGNED_CAPTION.fullmatch(text) and not any(is_terminal(other.text) for other in kept)
    return bool(signed) or _SLUG.fullmatch(text) is not None


def _heads_a_list(text: str, kept: list[Paragraph]) -> bool:
    """Whether titles of other texts may follow, each on its line; above the text its own headline does."""
    return _RELATED.fullmatch(text) is not None and any(is_terminal(other.text) for other in kept)
