"""The words of offices in four languages, folded: head nouns, what joins their parts, what ends them."""

from __future__ import annotations

from articles.names.fold import word_set

HEADS = {
    "fr": word_set(
        "roi reine prince princesse emir sultan souverain empereur president presidente ministre "
        "viceministre "
        "secretaire conseiller conseillere directeur directrice responsable ambassadeur ambassadrice "
        "consul porte "
        "general colonel commandant amiral marechal capitaine lieutenant chef cheffe gouverneur "
        "gouverneure maire "
        "depute deputee senateur senatrice juge procureur procureure avocat avocate delegue deleguee "
        "commissaire "
        "coordinateur coordinatrice coordonnateur patron pdg fondateur fondatrice cofondateur leader "
        "dirigeant "
        "dirigeante chancelier chanceliere pape cardinal archeveque eveque imam recteur rectrice doyen "
        "professeur "
        "professeure economiste analyste politologue historien historienne chercheur chercheuse expert "
        "experte "
        "representant representante envoye envoyee chercheure redacteur redactrice journaliste editorialiste "
        "inspecteur inspectrice prefet prefete wali caid chambellan "
        "militant militante syndicaliste ecrivain ecrivaine realisateur realisatrice entraineur "
        "selectionneur "
        "adjoint adjointe administrateur administratrice tresorier tresoriere rapporteur rapporteuse "
        "mediateur mediatrice"
    ),
    "en": word_set(
        "king queen prince princess emir sultan emperor president minister premier chancellor secretary "
        "adviser "
        "advisor director head chief ambassador consul spokesman spokeswoman spokesperson general "
        "colonel commander "
        "admiral marshal captain lieutenant governor mayor senator congressman congresswoman "
        "representative judge "
        "prosecutor lawyer delegate commissioner coordinator chairman chairwoman chairperson chair ceo "
        "founder "
        "cofounder leader pope cardinal archbishop bishop imam rector dean professor economist analyst "
        "historian "
        "researcher expert envoy editor journalist inspector prefect lawmaker deputy speaker official "
        "executive "
        "treasurer rapporteur mediator attorney sheriff coach manager member"
    ),
    "ru": word_set(
        "король королева принц принцесса эмир султан император президент премьер министр замминистра "
        "секретарь "
        "госсекретарь советник директор гендиректор глава посол консул представитель постпред "
        "генерал полковник "
        "командующии адмирал маршал капитан леитенант губернатор мэр депутат сенатор судья прокурор "
        "генпрокурор "
        "адвокат делегат комиссар координатор председатель зампред основатель лидер канцлер папа "
        "патриарх митрополит "
        "епископ имам ректор декан профессор академик экономист аналитик политолог историк эксперт редактор "
        "журналист инспектор спикер руководитель начальник заместитель замглавы помощник уполномоченныи "
        "омбудсмен "
        "тренер менеджер член"
    ),
    "ar": word_set(
        "ملك ملكه امير اميره سلطان عاهل رييس رييسه وزير وزيره امين امينه كاتب كاتبه مستشار مستشاره مدير "
        "مديره مسوول "
        "مسووله سفير سفيره قنصل ناطق ناطقه متحدث متحدثه جنرال عقيد لواء لوا عميد قايد محافظ والي عمده "
        "نايب نايبه "
        "قاضي وكيل محامي مندوب مفوض منسق زعيم موسس بابا كاردينال مطران امام شيخ عضو خبير باحث محلل مبعوث "
        "ممثل "
        "رئيس مسيول"
    ),
}
ARTICLES = {
    "fr": word_set("le la les l un une ce cet cette son sa notre"),
    "en": word_set("the a an his her its our"),
    "ru": frozenset(),
    "ar": frozenset(),
}
# Words that join the parts of an office; any other small word (a verb's «a», «est», «qui») ends it.
JOINTS = {
    "fr": word_set(
        "de du des d la le les l et aux au à en pour sur charge chargee chargees pres par interim"
    ),
    "en": word_set("of the for to and in on at"),
    "ru": word_set("по и в на при за во"),
    "ar": word_set("في من على لدى و ب"),
}
STOPS = {
    "fr": word_set(
        "qui que dont ou est sont etait etaient a ont avait avaient sera fut va vont dit se s il elle "
        "ils ne n y mais "
        "lors selon avec sans dans apres avant depuis comme car puis quand lorsque si c ete etre avoir "
        "entre contre "
        "vers chez sous pendant durant invite recu estime affirme declare annonce explique rencontre "
        "selon ainsi "
        "aussi afin face notamment hier mardi lundi mercredi jeudi vendredi samedi dimanche rencontrera "
        "recevra aujourd demain dernier derniere prochain prochaine janvier fevrier mars avril mai juin juillet "
        "aout septembre octobre novembre decembre nomme nommee elu elue designee limoge limogee decede decedee"
    ),
    "en": word_set(
        "who which that is was are were has have had will would said says told he she they it but with "
        "without after "
        "before since when while as by from into met meets visited visits announced during if not also "
        "both between "
        "against be been can could may did does do yesterday today tomorrow last appointed elected born "
        "monday tuesday wednesday thursday friday saturday sunday"
    ),
    "ru": word_set(
        "которыи которая что это был была были есть будет сказал сказала заявил заявила сообщил сообщила "
        "но а с со "
        "к от до после перед когда если как он она они также отметил подчеркнул не из у сам сама сами свои "
        "своего своеи своему своим своими своих свою вчера сегодня завтра понедельник вторник среду четверг "
        "пятницу субботу воскресенье"
    ),
    "ar": word_set("الذي التي ان انه قال قالت كان كانت هو هي مع بعد قبل منذ عندما لكن الى عن ثم قد لم لن لا"),
}
TITLE_WORDS = word_set("m mr mrs ms mme monsieur madame dr sir maitre me г господин سيد السيد السيده الدكتور")

# Adjectives that stand before the head noun and belong to the office.
EN_MODIFIERS = word_set(
    "prime foreign deputy vice first interior defense defence finance justice crown former acting "
    "interim chief royal "
    "national federal senior chairman assistant under permanent executive managing general state "
    "security economy "
    "energy trade transport health education labour labor agriculture industry culture tourism us uk eu un"
)

RELATIVES = word_set("qui que dont ou who which whose where которыи которая الذي التي")
# Head nouns written with é or ée at their end; «jugé», «patronné» are participles.
FR_PARTICIPLES = word_set("depute deputee delegue deleguee envoye envoyee")
# Head nouns before which or after which a name stands without more: whose name follows them, is theirs.
TITLES_OF_NAMES = word_set(
    "king queen prince princess pope emperor sultan emir imam cardinal archbishop bishop senator governor judge "
    "colonel captain admiral president premier minister chancellor mayor roi reine princesse pape empereur "
    "senateur senatrice gouverneur depute deputee juge capitaine amiral presidente ministre chancelier maire"
)
FR_MODIFIERS = word_set("premier premiere vice haut haute sous ancien ancienne ex grand grande adjoint")

FR_VERBS = word_set("explique indique critique applique implique revendique rappelle appelle revele")
