"""Given names common in the press of four languages, and whether a word is one of them in any of its forms."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from articles.names.fold import folded_set, script_of
from articles.names.inflect import is_form_of, token_key
from articles.names.romanise import consonant_key, romanise_token

_FRENCH = """
Adam Adèle Adrien Agathe Agnès Alain Alban Albert Alexandra Alexandre Alexis Alfred Alice Aline Alix
Amandine Amélie Anaïs André Andrée Ange Angélique Anne Annie Anouk Antoine Antoinette Armand Arnaud Arthur
Aude Audrey Augustin Aurélie Aurélien Axel Axelle Baptiste Barbara Bastien Béatrice Benjamin Benoît
Bernadette Bernard Bertrand Brigitte Bruno Camille Carine Carole Caroline Catherine Cécile Cédric Céline
Chantal Charles Charlotte Chloé Christelle Christian Christiane Christine Christophe Claire Clara Claude
Claudine Clémence Clément Colette Corinne Cyril Cyrille Damien Daniel Danièle Danielle David Delphine Denis
Denise Didier Dominique Édith Édouard Éléonore Éliane Élie Élisabeth Élise Élodie Éloïse Émeline Émile
Émilie Emma Emmanuel Emmanuelle Éric Erwan Estelle Étienne Eugène Eugénie Éva Fabien Fabienne Fabrice Fanny
Félix Fernand Flavie Florence Florent Florian Francis Franck François Françoise Frédéric Frédérique Gabriel
Gabrielle Gaël Gaëlle Gaston Gautier Geneviève Geoffrey Georges Gérald Gérard Germaine Ghislain Gilbert
Gilles Ginette Grégoire Grégory Guillaume Gustave Guy Hélène Henri Henriette Hervé Honoré Hubert Hugo Hugues
Inès Irène Isabelle Jacqueline Jacques Janine Jean Jeanne Jérémie Jérémy Jérôme Joël Joëlle Joseph Josette
Josiane Josée Jules Julie Julien Juliette Justine Karine Laëtitia Lambert Laura Laure Laurence Laurent Léa
Léo Léon Léonie Léopold Liliane Lionel Loïc Louis Louise Luc Lucas Lucie Lucien Lucienne Ludovic Lydie
Madeleine Manon Manuel Marc Marcel Marcelle Margaux Marguerite Marie Marine Marion Marius Marlène Marthe
Martin Martine Mathias Mathieu Mathilde Matthias Matthieu Maud Maurice Maxime Mélanie Mélissa Michel Michèle
Micheline Mireille Monique Morgane Muriel Myriam Nadège Nadine Natacha Nathalie Nathan Nicolas Nicole Noël
Noémie Océane Odette Odile Olivier Pascal Pascale Patrice Patricia Patrick Paul Paulette Pauline Perrine
Philippe Pierre Quentin Raphaël Raymond Raymonde Régine Régis Rémi Rémy Renaud René Renée Richard Robert
Robin Roger Roland Rolande Romain Romane Rosalie Roxane Sabine Sabrina Salomé Samuel Sandra Sandrine Sarah
Sébastien Ségolène Serge Séverine Simon Simone Solange Sonia Sophie Stanislas Stéphane Stéphanie Suzanne
Sylvain Sylvie Tanguy Théo Théodore Thérèse Thibaud Thibault Thierry Thomas Timothée Tristan Ulysse Valentin
Valentine Valérie Vanessa Véronique Victor Victoire Vincent Virginie Viviane Xavier Yann Yannick Yves Yvette
Yvon Yvonne Zoé Cécilia Solène Jordan Kévin Kylian Ludivine
"""
_ENGLISH = """
Aaron Abigail Adrian Aidan Alan Alastair Alec Alex Alexander Alexandria Alison Allen Allison Amanda Amber
Amy Andrea Andrew Andy Angela Anita Ann Anna Anthony April Archie Ashley Austin Barack Barry Becky Ben
Bernie Beth Betty Beverly Bill Billy Bob Bobby Boris Brad Bradley Brandon Brenda Brett Brian Bryan Calvin
Cameron Carl Carly Carol Cathy Chad Charlie Chelsea Cheryl Chris Christina Christopher Cindy Clarence Clark
Cliff Colin Connor Courtney Craig Crystal Curtis Cynthia Dale Damian Dan Danny Darren Dave Dawn Dean Deborah
Debra Dennis Derek Diana Diane Dick Don Donald Donna Doris Dorothy Doug Douglas Drew Duncan Dustin Dwayne
Dylan Earl Eddie Edward Edwin Eileen Elaine Eleanor Elena Elizabeth Ellen Emily Eric Erin Ernest Ethan Evan
Evelyn Faith Fiona Frank Fred Gareth Gary Gavin Gemma George Gerald Glenn Gloria Gordon Graham Grant Greg
Gregory Hannah Harold Harriet Harry Harvey Hazel Heather Heidi Helen Henry Herbert Hilary Hillary Holly
Howard Ian Irene Isaac Isabel Isabella Jack Jacob Jake James Jamie Jane Janet Janice Jared Jason Jay Jeff
Jeffrey Jennifer Jenny Jeremy Jesse Jessica Jill Jim Jimmy Jo Joan Joanna Joanne Jodie Joe Joel John Johnny
Jon Jonathan Joshua Josh Joyce Juan Judith Judy Julia Julian Julianne Karen Kate Katherine Kathleen Kathryn
Kathy Katie Keith Kelly Ken Kenneth Kerry Kevin Kieran Kim Kimberly Kirsty Kyle Larry Lauren Lawrence Lee
Leon Leonard Leslie Lewis Liam Linda Lindsay Lindsey Lisa Lloyd Logan Lois Lori Lorraine Lou Lucy Luke Lynn
Madison Malcolm Mandy Margaret Maria Marilyn Mark Marshall Martha Mary Matt Matthew Max Megan Melania Mia
Michael Michelle Mick Mike Miles Mitch Mitt Molly Morgan Nancy Naomi Natalie Nathaniel Neil Nick Nigel
Norman Oliver Olivia Oscar Owen Pamela Patty Peggy Penny Perry Pete Peter Phil Philip Phillip Rachel Ralph
Randy Ray Rebecca Rex Rhys Rick Ricky Rita Rob Robbie Rodney Ron Ronald Rory Rose Ross Roy Russell Ruth Ryan
Sally Sam Samantha Scott Sean Seth Shannon Sharon Shaun Shawn Sheila Shirley Sidney Spencer Stacey Stan
Stanley Stella Stephen Steve Steven Stewart Stuart Sue Susan Ted Teresa Terry Theresa Tiffany Tim Timothy
Tina Todd Tom Tommy Tony Tracy Travis Trevor Troy Tyler Vera Vernon Virginia Walter Warren Wayne Wendy Will
William Wilson Zachary Zoe Daisy Jasmine Kayla Brittany Serena
"""
_EUROPEAN = """
Abel Alberto Alejandro Aleksandar Alessandro Alfredo Álvaro Ana Andreas Andrés Andrzej Ángel Angelo Ante
Anton Antonio Antonis Armando Arturo Beata Bruna Carlo Carlos Carmen Cesare César Claudio Clemens Cristiano
Cristina Dani Dario Diego Dieter Dimitris Dirk Donatella Eduardo Emilio Enrico Enrique Ernesto Esteban
Eugenio Ezio Fabio Federica Federico Felipe Ferdinand Fernando Filippo Francesca Francesco Francisco Franz
Friedrich Fritz Gerhard Giacomo Gianluigi Gianni Giorgio Giorgos Giovanni Giuseppe Gonzalo Günter Günther
Guido Gustavo Hans Heiko Heinrich Heinz Helga Helmut Horst Ignacio Ilaria Ines Ingrid Iván Jaime Jan Janusz
Javier Jens Jesús Joachim João Jochen Johan Johann Johannes Jorge José Josep Jürgen Karl Katarina Klaus
Konrad Kostas Kurt Lars Leo Lorenzo Lothar Lucia Luigi Luis Luiz Maja Manfred Manuela Marcello Marco Marcos
Mariano Mario Marta Marek Massimo Mateo Matteo Mauricio Mauro Mercedes Mette Miguel Mikael Milan Milos
Nicola Nicolás Niels Niklas Nikos Novak Olaf Olga Ole Oriol Otto Pablo Pål Paolo Pau Paulo Pedro Petra
Pierluigi Rafael Rafał Raúl Ricardo Roberto Rodrigo Rolf Romano Rosa Ruben Salvador Salvatore Santiago
Sergio Sigmar Silvia Silvio Stefan Stefano Sven Tomas Tomás Tomasz Torsten Ulrich Umberto Ursula Uwe Vicente
Viktor Vítor Volker Werner Wilhelm Willy Wolfgang Ariana Sebastian Thiago Thomasz Joao Neymar Luka Kanye
Lionel Gareth Sadio Eden Romelu Karim Ngolo Mohamed Elijah Ethan Noah Liam Mason Lucas Ella Ava Grace Lily
Ivanka Jared Reince Kellyanne Nikki Tulsi Kamala Beto Elon Jeff Sundar Satya Tolib Oumed Nancy Xherdan
Zlatan Zoran Recep Mehmet Mustafa Ahmet Emre Erdem Kemal Fatih Lech Donata Jarosław Radosław Viktória
Orsolya Ferenc László Zoltán György Imre Jānis Andris Toomas Dalia Narendra Rahul Sonia Indira Imran Nawaz
Benazir Asif Xi Kofi Nelson Jacob Thabo Cyril Desmond Paolina Evo Dilma Hugo Nicolás Raila Uhuru Yoweri
Alassane
"""
_SLAVIC_LATIN = """
Alekseï Aleksei Alexei Alexeï Alexey Aleksandr Anatoli Anatoly Andreï Andrei Andrey Arkadi Artem Artur Boris
Bogdan Denis Dimitri Dmitri Dmitriy Dmitry Ekaterina Elvira Evgueni Evgeny Yevgeny Evguenia Fiodor Fyodor
Galina Gennadi Gleb Grigori Guennadi Igor Ilya Ioulia Iouri Irina Ivan Kirill Konstantin Ksenia Leonid Lev
Lioudmila Ludmila Lyudmila Maksim Maria Marina Maxim Mikhaïl Mikhail Nadejda Natalia Natalya Nikita Nikolaï
Nikolai Nikolay Oksana Oleg Olga Pavel Petr Petro Piotr Rouslan Ruslan Roman Sergueï Sergei Sergey Stanislav
Svetlana Tatiana Valentina Valeri Valery Vassili Vasily Vera Viatcheslav Vyacheslav Viktor Vitali Vitaly
Vladimir Vladislav Volodymyr Youri Yulia Yuri Yury Zinaïda Anastasia Arseni Alexeï Dmytro Oleksandr Viktoria
Ramzan Sergiy Timour Vadim Vsevolod Mikheil Guiorgui Nikol Ilham Noursoultan Viacheslav
"""
_ARABIC_LATIN = """
Aadel Abbas Abdallah Abdel Abdelaali Abdelaziz Abdelbaki Abdelfattah Abdelghani Abdelhadi Abdelhak
Abdelhamid Abdelilah Abdelkader Abdelkrim Abdellah Abdellatif Abdelmadjid Abdelmajid Abdelmalek Abdelouahab
Abdelouahed Abdelwahab Abderrahim Abderrahman Abderrahmane Abderrazak Abdeslam Abdessalam Abdou Abdul
Abdullah Achraf Adel Adil Adnan Ahmad Ahmed Aïcha Aisha Ali Amal Amar Amina Amine Amir Ammar Anas Anis
Anouar Anwar Aya Ayman Ayoub Azeddine Aziz Aziza Bachar Badr Bahija Bashar Bassam Béji Bilal Boualem Brahim
Chakib Charki Chawki Cherif Dalil Djamel Driss Fadila Faisal Farid Farida Farouk Fathi Fatiha Fatima Fatma
Fayçal Fayez Fouad Fouzi Ghassan Habib Hafid Hafsa Haïm Hakim Hakima Hamad Hamdan Hamid Hamza Hanane Hani
Hasan Hasna Hassan Hassane Hassiba Hayat Hicham Hind Hisham Houda Houria Hussein Ibrahim Idriss Ilham Ilyas
Imad Imane Ismaël Ismaïl Issam Jalal Jamal Jamila Jawad Kamal Kamel Karim Karima Khadija Khaled Khalid
Khalil Khalifa Laïla Lahcen Lakhdar Lamia Larbi Latifa Leïla Lotfi Loubna Maati Mahjoub Mahmoud Mahmud Malik
Malika Mansour Maryam Mehdi Meriem Mohamed Mohammad Mohammed Mohand Moktar Moncef Moncif Mostafa Mouad
Mouhcine Moulay Mounia Mounir Mourad Moussa Mouloud Muhammad Mustapha Nabil Nabila Nacer Nadia Nadir Naïma
Najat Najib Najla Nasser Nawal Nizar Noura Nourredine Noureddine Omar Othman Othmane Ouafa Oumar Oussama
Qassem Rabah Rachid Rachida Rachad Rafik Rafiq Ramtane Rania Rashid Réda Redouane Riad Rim Saad Saadeddine
Said Saïd Saida Salah Salaheddine Saleh Salem Salim Salima Salma Salman Samia Samir Samira Sanaa Selim Sidi
Siham Sofiane Soufiane Soumaya Slimane Tahar Taïeb Tamim Tarek Tariq Tawfik Taoufik Wafa Walid Wassim Yacine
Yasser Yassin Yassine Yasmine Younes Youness Youssef Yousef Claudia Carey Ramazan Llewyn Zakaria Zakia Zahra
Elin Zaki Zineb Zined Zouhair Nizar Aboubakr Mamadou Amadou Ousmane Abdoulaye Cheikh Macky Oumou Aminata
Fatou Ibrahima Moustapha Seydou Salif Boubacar Idrissa Sékou Ismaila
"""
_RUSSIAN = """
Адам Айдар Александр Александра Алексей Алексий Алексия Алина Алиса Алла Альберт Анастасия Анатолий
Ангелина Андрей Анжелика Анна Антон Антонина Аркадий Арман Армен Арсений Артем Артур
Аслан Ахмат Ахмед Богдан Борис Вадим Валентин Валентина Валерий Валерия Варвара Василий Василиса Вениамин
Вера Вероника Виктор Виктория Виталий Владимир Владислав Всеволод Вячеслав Галина Геннадий Георгий
Герман Глеб Григорий Давид Дарья Денис Диана Дмитрий Евгений Евгения Егор Екатерина Елена Елизавета Ефим
Жанна Захар Зинаида Зоя Иван Игорь Илья Ильдар Инна Иосиф Ираклий Ирина Камиль Кирилл Клавдия
Константин Кристина Ксения Лариса Лев Леван Леонид Лидия Лилия Любовь Людмила Магомед Майя Макар Максим
Маргарита Марина Мария Марат Марк Матвей Михаил Мурат Надежда Наталия Наталья Никита Николай Нина
Оксана Олег Олеся Ольга Павел Петр Полина Порфирий Прохор Рамзан Раиса Расул Рашид Ринат Римма Роберт Родион
Роман Ростислав Руслан Рустам Рустем Савелий Светлана Святослав Семен Сергей Софья София Станислав Степан
Тамара Тарас Татьяна Тимофей Тимур Тихон Ульяна Фарид Федор Федот Филипп Фома Шамиль Эдуард Элла Эльвира
Эмилия Эмма Юлия Юрий Яков Ян Яна Ярослав Аким Алан Анзор Аскар Эмомали Нурсултан Касым Ильхам Гейдар Петро
Владислава Олесь Остап Сослан Заур Абдель Абдул Абу Авраам Агата Адольф Айзек Али Алан Аллан Альфред Амин
Амира Анвар Ангела Андреас Андре Анджей Анри Антонио Антуан Ариэль Арнольд Барак Бернар Бернард Бен
Бенджамин Берни Билл Билал Бенуа Боб Брайан Брюс Вальтер Вернер Вилли Вильгельм Вольфганг Гарри Гаррет
Гельмут Генри Генрих Герхард Гордон Грег Грэм Густав Дарио Дейв Дейл Деннис Джеймс Джейсон Джейн Джек
Джереми Джерри Джессика Джим Джимми Джо Джоан Джозеф Джон Джонатан Джордж Джорджо Джошуа Джоэл Джузеппе
Джулиан Джулия Дидье Дик Диего Доминик Дональд Дуглас Дэвид Дэн Дэниел Жак Жан Жерар Жозе Жорж Жюль Зигмар
Ибрагим Имре Йенс Йозеф Карл Карлос Кейт Кеннет Кевин Ким Клаус Клод Кристиан Кристофер Курт Ларри
Лех Лоран Луи Луис Льюис Лука Майк Майкл Мануэль Маркос Маркус Марио Мартин Мариано Мари Мари Мать Махмуд
Мухаммед Мохаммед Мохамед Мустафа Мэри Мэтт Мэттью Мэтью Мишель Нельсон Николя Ник Нил Норман Оливер Оливье
Отто Пабло Патрик Пол Питер Педро Ральф Раджап Реджеп Рекс Рене Ричард Роналд Рональд Рон Роберто Саддам
Саманта Салман Сами Сара Сильвио Саймон Стив Стивен Стефан Тайип Тед Тереза Терри Тим Том Томас Тони Тьерри
Уве Уильям Уинстон Умар Уолтер Урсула Усама Фатима Фидель Фрэнк Франк Франсуа Франц Фридрих Хавьер Хамид
Хасан Хилари Хиллари Хорхе Хосе Хуан Хусейн Чарльз Шарль Шон Эдвард Эдгар Эдвин Элизабет Эмма
Эммануэль Эндрю Энтони Эрик Эрнст Эрнест Юсуф Якоб Ясир Петер Жюль
"""
_ARABIC = """
آدم آمال آمنة أحلام أحمد أدهم أسامة أسعد أسماء أشرف أكرم ألبرت أمجد أمل أمير أمين أمينة أنس أنور أنيس أيمن
أيوب إبراهيم إدريس إسماعيل إلياس إيمان إياد إيهاب باسم بدر بسام بشار بشير بلال بهاء توفيق تميم جابر جاسم
جعفر جلال جمال جميل جميلة جهاد جواد حاتم حافظ حامد حبيب حسام حسن حسناء حسني حسين حفيظ حكيم حليمة حمدان حمدي
حمزة حميد حنان حيدر خالد خديجة خليفة خليل داود ذكرى رائد رابح راشد رافع رامي رانيا ربيع رجب رشيد رشيدة رضا
رشاد رفيق رمضان رياض ريم زكريا زهير زياد زيد زين زينب سالم سامح سامي سعاد سعد سعيد سفيان سلطان سلمان سلمى سلوى
سليم سليمان سمير سميرة سناء سهام سيف شاكر شريف شفيق شكري شكيب شوقي صابر صادق صالح صباح صدام صلاح طارق طاهر
طلال عائشة عادل عارف عاصم عامر عباس عبده عبدالله عثمان عدنان عزيز عزيزة عصام علاء علي عماد عمار عمر عمران
عمرو غازي غسان فؤاد فائز فاروق فاضل فاطمة فايز فتحي فريد فريدة فهد فهمي فوزي فيصل قاسم كامل كريم كريمة كمال
لبنى لطفي لطيفة ليلى ماجد مازن مالك مأمون مجدي محسن محمد محمود مختار مراد مروان مريم مسعود مصطفى معاذ معمر
مقتدى ممدوح منذر منصور منصف منير منى مها مهدي موسى نادية ناصر نبيل نجاة نجلاء نجيب نزار نصر نعيمة نهى نور
نورة نوال هادي هاشم هاني هشام هند هيثم وائل وليد ياسر ياسين ياسمين يحيى يزيد يوسف يونس أوباما بنيامين باراك
بان بيل بوب بول بيتر بيير تشارلز توم توماس توني تيريزا تيم جاك جان جو جوزيف جون جونز جيم جيمس جيمي جورج جيف
جيفري خوان خوسيه دان دانيال دانييل دونالد ديفيد ديميتري دميتري ديمتري رجب روبرت روبرتو رونالد ريتشارد ريكس
ساره سارة سام ستيف ستيفن سيرغي سيرجي سيلفيو شارل فرانسوا فلاديمير فيكتور فيليب كارل كارلوس كريستيان كريستين
كريس كلود كوفي كوندوليزا كيم كيفين لويس ليونيل مارتن مارك ماري ماريا مارين مايك مايكل ماكس مانويل ميخائيل
ميشيل ميشال ميلانيا نانسي نيكولا نيكولاس نيكولاي نيلسون هيلاري هنري وليام ويليام يوري ألكسندر ألكسندرا ألكسي
أليكسي أندرو أندريه أندريا أنطونيو أنطوان أنجيلا أنغيلا إدوارد إريك إيفان إيمانويل إيلي برنار بوريس دومينيك
ريان سعدالدين عبداللطيف عبدالإله صلاح شاه آلان جوليا جوليان كيت إيما إميلي آنا جينيفر جيسيكا بيرنارد برنارد
أريانا برادلي دينيس إيلين كلير غريغ جريج روبن أليكس أليسون إدين دانيل لورا ليزا ماتيو ماثيو جوردان جاريد
ستيفاني سيباستيان كيلي ليو أوليفر بروس بيرني إيلون جيريمي نايجل غافين جيسون باتريك أليكسيس أندرس إنريكي
خافيير رافائيل بابلو بيدرو ميغيل فرانسيسكو ناريندرا عمران شينزو تشي لي بيني أفيغدور إيهود شيمون إسحاق يائير
سيرجيو باولو روبيرتو إيزابيل جيل تود كاثرين كارولين روبن روس هارفي جوناثان جوش جايسون آدم إليزابيث تشاك
ليندسي بريت كريستوفر سوزان راشيل كيفن كولين غاري غوردون غراهام بران براين رايان أنطوني
إلهام ابتسام أسية أنيسة إكرام باسمة بثينة بختيار بديعة بهيجة جميلة حسناء حفصة حكيمة حليم حمادي حمود حميدة
حورية خولة دنيا رحيم رستم رشدي رضوان رقية زبيدة زهرة زهور زينة سامية سعدية سعيدة سكينة سلام سليمة سمية سندس شادي
شريفة شهرزاد صفاء صفية صهيب ضياء طلعت عائدة عاطف عزالدين عفاف عواطف عياد عيسى غادة غزلان فاتح فاتن
فاطمةالزهراء فتيحة فدوى فريال فوزية فيروز قيس كلثوم لمياء لؤي ليث ماجدة مجيد محجوب مرزوق مروة مسعد مصعب معتز
مفتاح منية مهند ميلود نائلة نبيلة نجوى نزهة نسرين نصيرة نضال نعيم نورالدين هاجر هدى هبة هيفاء وفاء وداد
وسام وسيم ياسمينة يزن يعقوب يمنى أركادي أرتيوم ألكسندرا ألكساندر ألكسندر أليكساندر ألينا أليسا أناتولي أناستاسيا
أندري أنطون أنطونينا أوكسانا أكسانا أوليغ أولغا إيغور إيليا إيلينا يلينا إيرينا بافيل بوغدان بولينا تاتيانا تاراس
تيمور جينادي غينادي غريغوري داريا ديمتري رسلان روستيسلاف زينايدا سفيتلانا ستانيسلاف ستيبان سفياتوسلاف سيميون
صوفيا غالينا غليب فاديم فاسيلي فالنتين فالنتينا فاليري فاليريا فسيفولود فلاديسلاف فياتشيسلاف فيتالي فيكتوريا
قسطنطين كسينيا كونستانتين كيريل لاريسا لودميلا ليودميلا ليوبوف ليونيد مارغريتا مارينا ماكسيم مكسيم
ناتاليا ناديجدا نيكيتا يفغيني يفغينيا يكاترينا يوليا ياروسلاف
أروى بتول بلقيس جيهان حسيبة دلال دينا رباب رزان رغد رفيدة رنا رندة رولا روان ريما ريهام زهراء زهيرة سلافة سميحة سهى
سهير سوسن شيماء شيرين صابرين عبلة علياء غيداء فايزة كوثر لبابة لجين لينا مجدولين مديحة مرام منال منيرة ميادة مياسة
ميرفت ميسون ميساء نادين ناهد نبيهة نجود نجية نرمين نهاد نهال نوف هناء هديل هنادي هيام يسرا بدرية بهية جليلة رتيبة
زليخة زوليخة كنزة لويزة مسعودة وهيبة يامنة يمينة زكية زهية ميمونة مليكة نجيبة هنية إيناس ألفت أميمة تماضر ثريا خنساء
رملة رهف ريناد زينات شادية فتون لميس لولوة مضاوي ميثاء نورا نوران يارا سماهر عوضية إشراقة عيشة لالة فاطنة رحمة طامو
تسعديت تاسعديت خدوج صليحة ذهيبة جويدة دوجة رندا سيرين جمانة لارا مايا هيلة حصة نوير عنود منيفة لطفية عطيات نعمات إسراء
حبيبة شفيقة رشا رضوى بسنت دعد عبير سهيلة نيفين بهيرة هانم نفيسة فريحة أكثم أيهم براء برهان بكر بكري تامر ثامر جبران
جبريل حارث حمد حنفي خلدون خلفان دريد ذياب رامز رؤوف زاهي زكي زيدان زهدي سرحان سعدون سعود سنان سهيل شعبان شاهين
صفوان صدقي ضرغام طه ظافر عابد عباد عبدو عبود عدي عزام عزت عزمي عطية عطا عقيل عكرمة علوان عواد غيث فادي فرحات فرحان
فواز فياض قتيبة قحطان قصي كنعان لقمان مشاري معاوية مناف مهران ميسرة نايف نبيه نجدت نديم نصري نصار نصوح نواف نوري هارون
وجدي وضاح يامن أحميدة إدير إيدير أمزيان أزواو باديس بوجمعة بوعلام بوبكر بلقاسم بلعيد بوزيد تيجاني جيلالي جلول حسان حمو
حميدو دحمان رزقي زروق زوبير سحنون سعدي شعيب عاشور عبدي علال فضيل قدور لخضر لمين محند مقران هواري يوغرطة يوبا سيداتي
محمدن أحمدو محمدو بابكر حسنين رأفت بهجت شوكت جودت ثروت صفوت عصمت مدحت مرسي متولي شحاتة صبحي صبري محروس وصفي جرجس بطرس
بولس كيرلس شنودة تواضروس طوني شربل مارون بيار كميل سمعان يوحنا حنا كاظم مقداد ميثم آزاد برهم شيركو كاروان نيجيرفان
مقرن متعب هزاع عذبي شملان ضاري ثويني قابوس زاهر عيدروس عبدربه بوشعيب بوعزة حماد عياش فيليكس زبير عمير حمدون حازم
ماهر شافع بديع لبيب نقولا وليم إدمون فارس وهبي ميخا توما سركيس نعمان إسكندر صايل عايض ناجي راكان سطام عجلان جمعان زايد
سرور طحنون مكتوم هلال حسونة قيصر بلحسن بنعيسى بنسالم مولود بوطيب أشعث بشارة عكاشة يوشع منجي تيديان باباكار ممادو أمادو
إبراهيما موديبو سيكو فاتو فاتيما أميناتا عيساتا كاديا خادي أستو أداما وديع
"""


LATIN = folded_set(_FRENCH + _ENGLISH + _EUROPEAN + _SLAVIC_LATIN + _ARABIC_LATIN)
ARABIC = folded_set(_ARABIC)


def _by_key(names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name in sorted(names):
        table[token_key(name)] = (*table.get(token_key(name), ()), name)
    return table


CYRILLIC = _by_key(folded_set(_RUSSIAN))
# Given names that are as often something else: they do not tell a person by themselves.
_DOUBTFUL = folded_set(
    "April Chelsea Crystal Dawn Faith Grant Holly Jordan Mark Max Miles Rose Will Ange Noël Don Ray Dale "
    "Dean Earl "
    "Virginia Madison Lloyd Morgan Wilson Warren Lou Jo Romane Romain Milan Marine Marines Victoire "
    "Mercedes "
    "Charlotte Florence Lee Jay Austin Lloyd Xi Ange Aude Océane Manuel Salvador San Sidi Cheikh "
    "باسم كامل أسماء جميل شريف سعيد حكيم كريم عادل صالح صادق ماجد رائد سالم نور أمل جمال سيف نصر بدر فريد"
    " ناصر ربيع رجب رمضان محسن "
    "إلهام زهور دنيا سلام ضياء عاطف عفاف نزهة نضال نعيم هدى هبة وفاء وداد وسام وسيم فاتح فاتن مفتاح قيس "
    "زهرة عواطف مجيد رحيم حليم رضوان سعيدة شريفة غادة مسعد معتز يمنى صفاء فيكتوريا حميدة حمود "
    "مختار مالك منى مراد بان تيم مها جو جان شاه بران توفيق نجاة حافظ وائل فاضل شاكر صابر عارف ذكرى مسعود "
    "منصور صلاح رضا نجيب منير "
    "عزيز جهاد أمير أمين شفيق رفيق هاني فائز جابر جاسم رافع ريم سلمى صباح مجدي ماكس كارل مارك لي تشي ليو "
    "إيهود جيل روس روبن هادي أحلام "
    "مهدي سناء نزار فتحي ماري زيد ليلى سام بول سلطان خليل خليفة عثمان مازن غازي كلود كريس جونز توم داود "
    "سهام إيمان إياد علاء عماد بهاء بشير بلال "
    "حصة فايزة رحمة ماهر شعبان جليلة بديع زاهر حازم عابد نفيسة إشراقة عبير عيشة منيرة بهية ثريا دينا "
    "لينا مايا نورا روان رباب يسرا برهان بكر حمد زكي عباد غيث فرحان فياض قصي نديم قدور مرسي وصفي متعب "
    "ضاري فارس ناجي زايد سرور مكتوم هلال قيصر مولود بشارة منجي وديع حبيبة يزن "
    "Роман Вера Любовь Надежда Майя Лев Марк Ким Том Пол Мать Ян Хорхе"
)


@lru_cache(maxsize=1 << 14)
def given_names_of(folded: str) -> tuple[str, ...]:
    """The given names (folded, nominative) that the folded word can be a form of; empty when it is none.

    Of a double name («jean pierre», «франк вальтер») the first part decides.
    """
    first = folded.split(" ", 1)[0]
    script = script_of(first)
    if script == "Cyrl":
        return tuple(name for name in CYRILLIC.get(token_key(first), ()) if is_form_of(first, name))
    if script == "Arab":
        return (first,) if first in ARABIC else ()
    return (first,) if first in LATIN else ()


def is_given_name(folded: str) -> bool:
    """Whether the folded word is a common given name, in any Russian case."""
    return bool(given_names_of(folded))


def is_doubtful(folded: str) -> bool:
    """Whether the given name is as often an ordinary word, a place or a surname."""
    names = given_names_of(folded)
    return bool(names) and " " not in folded and all(name in _DOUBTFUL for name in names)


# Names that are said of God's servant or of religion: there are more of them than any list has.
_THEOPHORIC = re.compile(
    r"abd(?:[aeu]l|oul|[aeu][rsnzd]|ou[rsnzd])[a-z]{3,}|[a-z]{3,}(?:[ea]ddin|[ea]ddine|uddin|[uea]llah|oullah)"
    r"|абд[уаеэ][лрсзн][а-я]{3,}|[а-я]{3,}[уеаэ]ддин(?:а|у|ом|е)?"
    r"|عبد(?:ال)?[\u0621-\u064a]{4,}|[\u0621-\u064a]{2,}(?<!و)الدين"
)
_LONG_VOWELS = frozenset("اوي")
_MERGED = str.maketrans("eo", "iu")


def _stem(folded: str) -> str:
    """How a given name sounds, without the endings of Russian cases and without last vowels."""
    return romanise_token(token_key(folded) if script_of(folded) == "Cyrl" else folded).rstrip("aeiou")


@cache
def _sounds() -> tuple[frozenset[str], frozenset[str], dict[str, tuple[str, ...]]]:
    """The given names as they sound: whole, as stems, and by their consonants for Arabic letters."""
    nominatives = {name for names in CYRILLIC.values() for name in names}
    sure = [name for name in sorted(LATIN | nominatives) if name not in _DOUBTFUL]
    whole = frozenset(key for name in sure if len(key := romanise_token(name)) > 3)
    stems = frozenset(key for name in sure if len(key := _stem(name)) > 3)
    consonants: dict[str, tuple[str, ...]] = {}
    for name in sure:
        key = consonant_key(name)
        if len(key) > 2:
            consonants[key] = (*consonants.get(key, ()), romanise_token(name).translate(_MERGED))
    return whole, stems, consonants


@lru_cache(maxsize=1 << 13)
def sounds_given(folded: str) -> bool:
    """Whether a folded word that is no known given name sounds like one known in another script or spelling.

    «Шарон» (Sharon), «Rustam» (Рустам), «فالنتينا»; also «Abdelhakim», «Абдулкадер». Weaker than
    `is_given_name`: places and plain words may sound so too, which whoever asks has to rule out.
    """
    if _THEOPHORIC.fullmatch(folded):
        return True
    first = folded.split(" ", 1)[0]
    script = script_of(first)
    if len(first) < 4 or script not in ("Latn", "Cyrl", "Arab"):
        return False
    whole, stems, consonants = _sounds()
    if script == "Latn":
        return romanise_token(first) in whole
    if script == "Cyrl":
        return romanise_token(first) in whole or _stem(first) in stems
    if first.startswith("ال") or sum(letter in _LONG_VOWELS for letter in first[1:]) < 2:
        return False
    written = romanise_token(first).translate(_MERGED)
    return any(_is_within(written, name) for name in consonants.get(consonant_key(first), ()))


def _is_within(written: str, name: str) -> bool:
    """Whether the vowels that Arabic writes are vowels of the name, in their order."""
    letters = iter(letter for letter in name if letter in "aiu")
    return all(vowel in letters for vowel in written if vowel in "aiu")
