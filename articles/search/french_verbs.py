"""French verbs of which the stemmer parts the forms: «craindre», «craint», «craignent», by their conjugations.

Left out is what is another word too («nuit», «part», «revenu», «entreprise»), asked for by itself alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.names import fold

#: Endings, then what stands before them in each verb.
_BY_ENDINGS = (
    "dre d dent du due dus dues dait daient dit dirent dra dront dant: ren ven atten défen suspen éten enten préten"
    " descen répan fon confon répon correspon per tor ten pen dépen reven"
    "|prendre prend prennent pris prise prises prenait prenaient prit prirent prendra prendront prenant: 0 re ap com"
    " sur entre"
    "|mettre met mettent mis mise mises mettait mettaient mit mirent mettra mettront mettant: 0 per re pro ad sou trans"
    " com dé é o"
    "|indre int inte ints intes ignent ignait ignaient ignit ignirent ignant indra: cra contra pla pe dépe repe te éte"
    " déte atte restre astre enfre fe empre jo rejo adjo disjo enjo"
    "|uire uit uite uits uites uisent uisait uisaient uisit uisirent uisant uira: cond prod réd constr détr instr trad"
    " introd séd reprod reconstr ind déd c recond"
    "|ire it ite its ites ivent ivait ivaient ivit ivirent ivant ira: écr décr inscr prescr souscr proscr transcr"
    "|aître aît aissent u ue us ues aissait aissaient ut urent aissant aîtra: conn reconn par appar dispar compar"
    " transpar"
    "|enir ient iennent enu enue enus enues enait enaient int inrent enant iendra: t obt ret maint sout dét cont entret"
    " v dev rev interv parv prév conv prov surv contrev"
    "|ir ent i ie is ies ait aient irent ira iront ant: part sort serv dorm ment sent ressent consent repart"
    "|rir re rent ert erte erts ertes rait raient rirent rant rira: ouv couv découv recouv rouv off souff"
    "|rir rt rent ru rue rus rues rait raient rut rurent rant rra: cou accou parcou secou recou concou encou"
    "|cevoir çoit çoivent çu çue çus çues cevait cevaient çut çurent cevant cevra: re aper dé con per"
    "|ure ut uent u ue us ues uait urent ura: concl excl incl"
    "|quérir quiert quièrent quis quise quises quérait quirent quérant: ac con re recon"
    "|ttre t ttent ttu ttue ttus ttues ttait ttaient ttit ttirent ttant: ba comba aba déba"
    "|pre pt pent pu pue pus pues pait paient pit pirent pant pra: rom corrom interrom"
    "|vre t vent vi vie vis vies vait vaient virent vant vra: sui poursui"
    "|ivre it ivent écu écue ivait ivaient écut écurent ivant ivra: v surv rev"
    "|oir oit oient u ue us ues oyait oyaient it irent oyant oira: v rev prév"
    "|ire it isent ite isait isaient irent isant: interd préd contred méd"
    "|ire it isent u ue us ues isait isaient ut urent isant: él réél"
    "|oudre out olvent olu olue olus olues olvait olurent olvant: rés"
    "|oudre out olvent ous oute outes olvant: diss abs"
    "|ncre nc nquent ncu ncue ncus ncues nquait nquit nquirent nquant: vai convai"
    "|aire ait aient aite aits aites ayait ayant: extr soustr distr abstr"
    "|eter ette ettent eté etée etés etées etait etaient eta etèrent ettera: j rej proj"
    "|eler elle ellent elé elée elés elées elait elaient ela elèrent ellera: app rapp renouv chanc ép"
    "|ever ève èvent evé evée evés evées evait evaient eva evèrent èvera: l enl él soul rel prél ach"
    "|ener ène ènent ené enée enés enées enait enaient ena enèrent ènera: m amem emm ramen prom surm"
    "|yer ie ient yé yée yés yées yait yaient ya yèrent iera: netto emplo essa appu ennu renvo convo tuto"
)
_LISTED = (
    "croire croit croient croyait croyaient crurent croyant|boire boit boivent buvait buvaient burent"
    "|devoir doit doivent devait devaient devra devront|vouloir veut veulent voulu voulait voulaient voudra"
    "|savoir sait savent savait savaient saura|valoir vaut valent valait vaudra|émouvoir émeut émeuvent ému émue émus"
    "|plaire plaît plaisent plaisait|naître naît naissent né née nés nées naissait naquit naquirent"
    "|cueillir cueille cueillent cueilli cueillie cueillis|accueillir accueille accueillent accueilli accueillie"
    " accueillis accueillies accueillait|fuir fuit fuient fuyait fuyaient fuyant|coudre coud cousent cousu cousue"
    " cousus cousues|moudre moulu moulue moulus|croître croît croissent croissait|lire lisent lisait lisaient"
    "|nuire nuisent nuisait|luire luisent luisait|vêtir vêt vêtu vêtue vêtus|bouillir bout bouillent bouilli"
    "|peser pèse pèsent pesé pesait|semer sème sèment semé semée|céder cède cèdent cédé cédée cédait"
    "|posséder possède possèdent possédé possédait|protéger protège protègent protégé protégée protégés protégeait"
    "|assiéger assiège assiègent assiégé assiégée assiégeait|célébrer célèbre célèbrent célébré célébrée célébrait"
    "|inquiéter inquiète inquiètent inquiété|espérer espère espèrent espéré espérait|répéter répète répètent répété"
    "|révéler révèle révèlent révélé révélée révélait|régner règne règnent régné régnait|acheter achète achètent acheté"
    " achetée achetés achetait|geler gèle gèlent gelé gelée gelait|dégeler dégèle dégèlent dégelé"
)
#: Of the nouns in -eron the stemmer takes the plural for a verb: «vignerons», as «mangerons».
_IN_ERON = "vign forg bûch ép mouch puc chap"
#: What is another word, or nearly every text's: nothing is asked beside it, nor is it asked beside others.
OWN_WORDS = frozenset(
    fold(word)
    for word in (
        "nuit vénus promises commis commit commirent"
        " part parts parti partie partis parties partant sort sorts sortie sorties court cours courant"
        " courants courir fond fonds tend tendre tendu tendant pend pendant pendre rend tord prise prises mise"
        " mises mis met mit mettra reprise reprises entreprise entreprises surprise surprises remise remises"
        " promise commise émise permis compromis tenant tenue tenues teint teinte teintes revenu revenus venant"
        " venue venues avenue avenues lieutenant maintenant contenu contenus provenant vu vue vues vit revue revues"
        " vie vies vis vive vivant vivants suit suis suivant suivante cru crue crus crues lu lue lus lues dit point"
        " pointe joint joints jointe plaint plainte plaintes contrainte contraintes crainte craintes étreinte"
        " feinte empreinte atteinte atteintes conduit conduite conduits conduites produit produits réduit réduits"
        " écrit écrits récit cuit cuite cuits cuites servant servie serviront serve sert ment mente mentes mentie"
        " sens sent sente senti sentie sentis sentes dort dorme serf ressort repart couvert couverte couverts"
        " couvertes ouvert offre offres souffre découverte découvertes recours secours parcours concours recourt"
        " débat débats combat combats abat bat sus paru parue parus transparue apparent apparait transparent"
        " extrait extraits abstrait abstraite abstraits abstraites extraient appel appelle rappelle élève élèves"
        " enlève relève lève relevé relevés relevée achevé achève mène amène promenade emploie essaie tutoie envoie"
        " épelle élu élue élus jette projette projet rejet regret tient vient devient attendant entendant étendue"
        " étendues dépendant dépendante répondant correspondant correspondants correspondante correspondance"
        " descendant descendants descend perdant perdants fondant fondue fondues revendu réveil couvent couvents"
        " éprise entreprenant répit survient suspens prévenant provient souvent soutenant conséquent convainquant"
        " inclus incluse concluant excluant doit doivent devoir devait devaient devra devront sait savoir savent"
        " savait saura veut veulent vouloir voulu voulait voulaient voudra vaut valoir valent croit croissant née"
        " nés bout fui fuit vêt burent règne règnes célèbre célèbres répète cède sème pèse gelée gelées dédit médit"
        " médite médites médisent contredit vainc reste élit lisait lit lire naît pris prit prendre prend"
    ).split()
)


def french_verbs() -> Iterator[str]:
    """The forms of each verb, parted by blanks; none of a word of its own."""
    for conjugation in _BY_ENDINGS.split("|"):
        endings, _, stems = conjugation.partition(": ")
        for stem in stems.split():
            begun = stem.strip("0")
            yield _telling([f"{begun}{ending}" for ending in endings.split()])
    yield from (_telling(verb.split()) for verb in _LISTED.split("|"))
    yield from (f"{stem}eron {stem}erons" for stem in _IN_ERON.split())


def _telling(forms: Iterable[str]) -> str:
    return " ".join(form for form in forms if fold(form) not in OWN_WORDS)
