"""The words, folded, by which a query says what is wanted to be known: of whom, or of what."""

from __future__ import annotations

from articles.names import fold
from articles.names.fold import folded_set

#: Texts, and what is new in them: before a name, with or without a word between.
TEXTS = folded_set("""
article articles texte textes text texts news latest nouvelle nouvelles actualité actualités actu actus dernier dernière
dernières derniers info infos information informations about tell parle moi dis
статья статьи статей статью статьям статьях новость новости новостей новостях текст тексты текстов материал материалы
материалов публикации публикаций информация информацию последние последняя последних свежие известно рассказ расскажи
расскажите
مقال مقالة مقالات المقالات أخبار الأخبار خبر آخر نصوص نص معلومات حول بخصوص
""")
#: What a text may also be about: where a small word leads on to the name, or a case does.
KINDS = folded_set("""
biographie biography bio profile profil portrait interview interviews entretien entretiens photo photos photographie
photographies photograph photographs picture pictures image images
биография биографию биографии интервью фото фотография фотографии портрет снимки
سيرة السيرة الذاتية نبذة صورة صور مقابلة مقابلات حوار
""")
#: Behind these a verb of saying is asked for of nobody's words.
QUESTIONS = folded_set("""
what que qu quoi how who where when why qui où quand pourquoi comment
что чего как кто где когда почему зачем куда откуда ماذا ما بم بماذا من أين متى لماذا كيف
""")
#: These are such words only where a sign tells so: «ou», «من» («from»).
AMONG_OTHERS, SIGNS = folded_set("ou من"), ("?", "؟")
WHERE = "où"
SAYING = folded_set("""
say says said think thinks dit disait déclaré déclare pense pensait raconte
сказал сказала сказали говорит говорил говорила говорят думает думал думала заявил заявила рассказал рассказала пишет
قال قالت يقول تقول صرح صرحت يرى ترى
""")
#: What else is asked about somebody: behind the name, or the question; and no noun (mort, works, عمل, ولد).
DOING = folded_set("""
lived born died comes happened travaille travaillait vit vivait habite habitait né née vient faisait
работает работал работала живет жил жила родился родилась умер умерла делает делал делала
يعمل تعمل عملت يعيش تعيش عاش عاشت ولدت توفي توفيت يفعل تفعل
""")
#: Before a name; and what stands behind it then.
AUXILIARY, INFINITIVE = folded_set("do does did"), folded_set("work live die come do happen")
#: What begins a question and says nothing else; behind the last ones a noun of time says no more.
INTERROGATIVES = folded_set("""
pourquoi comment quand où quoi when why how where whose почему зачем отчего откуда куда когда где кто чей как
لماذا كيف متى أين ماذا هل
""")
DETERMINERS = folded_set("""
quel quelle quels quelles lequel laquelle what which какой какая какое какие каких какого какому каком каким какими
какую أي أية
""")
TIMES = folded_set("""
date jour année an mois day year month дата дату даты день дня год году года месяц месяце месяца числа числе дату
تاريخ يوم عام سنة شهر
""")
#: French verbs that stand before their pronoun in a question.
INVERTED = frozenset(
    fold(f"{verb}-{pronoun}")
    for verb in "a-t ont est sont était étaient fut furent avait avaient sera seront aura auront y-a-t".split()
    for pronoun in "il elle on ils elles ce".split()
)
