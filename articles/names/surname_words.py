"""Words that tell what a bare surname is not: ordinary words, things named after people, what may stand beside it."""

from __future__ import annotations

from articles.names.fold import fold, folded_set
from articles.names.inflect import token_key

#: Surnames that are words of the language: at the head of a sentence their capital tells nothing.
ORDINARY = folded_set("""
petit grand gros long court blanc noir brun roux rouge vert gris bleu jaune roy roi leroy marchand boulanger
berger bois dubois fontaine riviere montagne val valle vallee marche page pas bien france royal bon bonne
mauvais sage jeune vieux charpentier meunier fournier mercier macon maitre chevalier comte prince duc pape
eveque abbe moine soldat lamy ami cousin neveu parent enfant garcon fille homme femme pere mere frere fils
besson bourgeois colin lebon legrand poisson loup renard lion cerf coq corbeau merle pigeon chat chien
cheval fleur rose lilas olive pomme poire prune noisette moulin maison chateau jardin pont port tour mur
porte rue place champ champs pre prairie plaine foret lac mer ile cote sable pierre roche rocher caillou
sel poivre vin pain fromage miel hiver ete printemps automne matin soir nuit jour midi minuit lundi temps
vent orage neige soleil lune etoile gloire victoire paix guerre espoir joie amour bonheur malheur fortune
richesse argent or fer acier cuivre plomb marteau hache couteau ciseaux barbe tete main pied bras jambe
coeur ventre gras maigre fort faible doux dur droit gauche haut bas neuf beau belle joli gentil vaillant
hardi courtois clair obscur vrai faux juste bonnet chapeau manteau gant soulier sabot camus picard
normand breton lombard lallemand langlais bourguignon gascon flamand allemand anglais marie noel pascal
brown green white black gray grey young king smith baker cook hill hills wood woods stone rice price fox
wolf wolfe bird day may little long short rich best good bright sharp strong power powers fields rivers
brooks banks church house hall park parks street lane field ford bridge law love hope grace joy moon sun
winter winters summer summers gates jobs cash case page cross bell ball butler carter mason hunter fisher
farmer gardener miller potter taylor turner walker weaver singer marshall major judge justice bishop pope
abbot monk knight squire earl duke baron queen rose flowers lake pool wells well waters frost snow rain
storm gale bush bushes root branch leaf berry cherry peach olive plum reed cotton silver gold steel iron
pike salmon trout drake crane swan hawk eagle finch martin lamb bull buck hart roe hare pound penny mark
rush swift quick speed race chance luck noble savage moody wise sweet pepper coffee tea bacon ham fry
cooke paine bass hand foot head legg armstrong self man newman freeman friend guest stranger french english
irish scott welsh holland london york west east north south early late will must may might bond bowman
archer shepherd chapman cooper wright porter clark page ward warden parker forester fuller tanner barber
rock cliff dale glen marsh moore moss heath grove forest garden orchard orchards gore rand stock trade
волк медведь заяц сокол орел ворон голубь воробей соловей коваль кузнец мельник бондарь гончар пастух
князь король царь белый черный красный зеленый синий рыжий старый молодой большой малый толстой тонкий
горький сладкий дикий тихий умный добрый веселый бедный богатый мороз снег ветер гром зима лето весна осень
победа слава правда мир воля любовь надежда вера хлеб соль сало мед дуб клен береза роза лев кот
صالح حسن سعيد كريم نجيب جميل شريف عادل صادق ماجد رائد سالم نور أمل جمال كامل حكيم فريد ناصر محسن مختار مالك
حافظ وائل فاضل شاكر صابر عارف مسعود منصور عزيز أمين شفيق رفيق فائز جابر جاسم رافع سلطان خليفة عثمان نعيم
مبارك مرسي قاضي حداد نجار خياط طيار بحار شاهين غزال باشا سليم سلام حلمي فهمي فوزي صبري شكري عاطف رشيد حبيب
""")
#: What is named after a person is not the person: «rue Kavanaugh», «улица Гагарина», «شارع بورقيبة».
THINGS = folded_set("""
rue avenue boulevard place quai pont stade tour prix fondation groupe societe entreprise usine maison hotel
chateau lycee college ecole universite aeroport gare hopital centre institut musee theatre parc square loi plan
banque compagnie firme cabinet marque mont lac fleuve ville village commune cap port ile ouragan tempete
operation station film roman album chanson navire missile fusee coupe trophee championnat square
street road hurricane storm operation stadium lake mount river film movie album song city town airport
university college school hospital bank fund group company saint st san santa sainte
""") | frozenset(
    token_key(fold(word))
    for word in """улица проспект площадь фонд группа компания завод город село имени премия мост станция театр
    музей институт университет академия школа больница аэропорт стадион корабль ледокол фильм роман ураган банк
    закон план переулок бульвар набережная метро поселок район""".split()
)
AR_THINGS = folded_set("""
شارع مدينة جامعة مؤسسة شركة مجموعة مطار ملعب جسر برج مدرسة مستشفى مركز فندق قصر معهد بنك جائزة كأس إعصار
عاصفة قانون خطة ساحة حي بلدة قرية ميناء متحف مسرح
""")
#: What may follow an English surname with its article: «the Trump administration».
BODIES_OF = folded_set(
    "administration presidency campaign government era team cabinet transition camp family doctrine"
)
#: Articles before which a surname is none: «la Marche», «un Picasso».
NO_NAME_AFTER = folded_set("la le les l un une au aux du des a an")
#: Arabic words after which a name may begin: of saying, of relation, small words.
AR_SAYING = folded_set("""
قال قالت أكد أكدت أعلن أعلنت أضاف أضافت صرح صرحت أوضح أوضحت ذكر ذكرت أشار أشارت اعتبر اعتبرت رأى تابع تابعت شدد
شددت كشف كشفت نفى نفت دعا دعت طالب طالبت حذر حذرت اتهم اتهمت وصف وصفت انتقد انتقدت رفض رفضت أخبر أخبرت كتب كتبت
وقع استقبل التقى زار وصل غادر فاز هاجم هدد وعد طلب أدلى يقول يؤكد يرى يعتبر يرفض يدعو يطالب يهاجم يزور يلتقي
يستقبل يعلن يواجه يريد يحصل توجه اختار عين أقال يغير إن أن بأن لأن كأن لكن أنه
""")
AR_BEFORE = AR_SAYING | folded_set("""
في من على إلى عن مع ضد بين حول لدى عند بعد قبل منذ خلال أثناء حتى أو ثم إذا كان كانت هل هو هي كما بينما حيث لو
إلا غير سوى مثل دون عبر نحو السيد السيدة الرئيس الوزير الدكتور القاضي السيناتور المستشار الجنرال
""")
