"""Given names of many countries, rarer in the press of four languages: they make two capitals a likely person."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from articles.names.common_words import is_opener, is_people, is_place
from articles.names.fold import fold, script_of
from articles.names.given_names import sounds_given
from articles.names.inflect import token_key
from articles.names.romanise import consonant_key, romanise_token

# None that is as often a word, a town, a firm or a surname.
_NAMES = """
Aad Abay Abebe Abena Abimbola Abiola Abiy Aca Achieng Achilleas Achim Adaeze Adama Addisu Adebayo Adelaida
Adélaïde Adelmo Adjoa Adolf Adolfo Adonis Adriana Aécio Afonso Afua Agathon Agim Agneta Agnieszka Agostino
Agus Aibek Aigul Aino Aïssata Aitana Aivars Akbar Akhmed Akihito Akiko Akinwumi Akinyi Akio Akira Aksel Akwasi
Albin Aldo Alejandra Aleksander Aleksi Alemayehu Alessandra Alfonso Alibek Aliénor Alija Alioune Almaz
Almazbek Alois Alonso Aloys Alparslan Amara Amaury Amedeo Amin Aminatou Amit Amitabh Amparo Anabela Anand
Anastasios Anatole Anders András Andreina Andrej Anil Anja Anjali Anke Annalisa Annamaria Annegret Anneli
Annelies Annika Anoushiravan Anselme Ansgar Antonella Antti Anuar Anurag Anyango Aoife Apollinaire Apolline
Apostolos Araceli Arash Arayik Ardeshir Aretha Ariane Ariel Aristide Aristoteles Aristotelis Aristotle Arjun
Armelle Armen Armin Arndt Arne Arrigo Arsène Arshak Aruna Arundhati Arvid Arvind Arvydas Asami Asel Asfaw
Asghar Asha Ashok Ashot Ashraf Askar Aslan Asli Assimi Astrid Atal Athanasios Athénaïs Atieno Attila Attilio
Augusto Aung Aurelio Avi Avigdor Avraham Awino Aydın Aymeric Ayşe Ayumi Azamat Babacar Babak Babangida Bahram
Bakary Bakhyt Baktiyar Bakytzhan Baltasar Bambang Bartosz Bashir Beatriz Begoña Behrouz Bekir Béla Belmiro
Benedita Bengt Benigno Benito Beppe Beppino Bérangère Berat Berdibek Bérénice Berhane Bernardo Bernd Bernhard
Berthold Besnik Bettina Bettino Bhimrao Bhumibol Bidzina Bijan Biljana Binali Binta Bintou Binyamin Birgit
Birgitta Bjarne Björn Blandine Blaž Boban Bodil Bogumił Bogusław Bohumil Bohuslav Bojan Bojko Bolesław Børge
Borislav Borut Boško Boyko Bożena Božidar Branislav Branko Brendan Bronisław Bruce Brunhilde Bujar Bülent
Burak Burkhard Caetano Călin Calixte Camillo Camilo Canan Candace Capucine Carlota Carlotta Carmela Catalina
Cees Célestin Cem Cemal Cengiz Cevdet Chaim Chandrika Charalambos Charline Chebet Chiara Chidi Chimamanda
Chinedu Chinua Chioma Christoph Christos Chukwuma Ciaran Cinzia Ciprian Clélia Clemente Clint Clotilde Coline
Colm Côme Conchita Condoleezza Conor Constantin Consuelo Corazon Cornelia Corneliu Corrado Cosimo Costas
Cristian Cristóbal Csaba Cyprian Cyrus Czesław Dacian Dagmar Daisuke Dalibor Damir Danica Daniela Danilo
Daniyar Danuta Dariga Dariush Darko Darlene Darryl Daudi Dauren Davit Davor Dawit Declan Deepak Deepika Dejan
Demba Désiré Despina Desta Detlef Devendra Dhirubhai Diarmuid Didace Dietmar Dietrich Dieudonné Dimitra Dinara
Dinesh Djalma Djibril Djokhar Doina Domenico Domingo Dorota Dorothée Dragan Dragana Dragica Draginja Drago
Dragoș Dragoslav Dror Dumisani Dušan Duško Dwight Eamon Ebele Eberhard Ebrahim Ebru Eckhard Edgar Edi Edoardo
Edson Eduard Edwige Eero Eftychia Egil Egon Eiji Einar Eino Eirik Ekrem Eleftherios Eleni Elfriede Eli Elif
Eliott Elisabeta Elisabetta Eliud Elke Elsa Elton Elvis Elżbieta Emeka Émeric Emiko Emil Emiliano Emine
Emmerson Emomali Endre Enes Engin Enguerrand Enver Enzo Eoin Épiphanie Erdal Erich Erlan Erling Ernestine
Ernst Erzsébet Esa Estrella Étiennette Ettore Eudes Eulalia Eulalie Evangelos Évariste Evita Ewa Fabiola
Fabrício Fabrizio Fahrettin Farah Farhad Fariba Farooq Farrokh Farzad Fatimata Fatimatou Fatmir Fatoumata
Faustin Faustine Fela Femke Fereydoun Fergal Fermín Fethullah Fidel Fidelia Fikre Fikret Fiorella Firmin
Flavia Flávio Florin Floyd Folasade Forough Fotini Francine Franciszek Franco František Frauke Fredrik Freja
Frida Fumiko Fumio Funmilayo Gábor Gabriela Gaétan Gaetano Gagik Ganesh Garik Gaspard Gautam Gauthier Gebre
Geert Geir Geraint Geraldine Geraldo Gerardo Gerd Gerda Gergely Germán Gérôme Gerrit Gerry Gervais Getachew
Gevorg Géza Gheorghe Giampiero Giancarlo Gianfranco Gianluca Gianna Giannis Gilberto Gildas Gilmar Gino Giorgi
Giorgia Giovanna Girma Gisela Gisèle Gitanas Giulia Giuliano Giulio Giuseppina Gladys Godelieve Gökhan Golda
Golnaz Gopal Goran Gordana Goro Gotabaya Gottfried Götz Govind Graciela Graziano Grażyna Gregor Gregorio Greta
Grzegorz Gudrun Guglielmo Guillermo Gulnara Gülsüm Gunilla Gunnar Guntis Gurbanguly Gustaf Gustáv Gwenaëlle
Gwendal Gyula Haakon Habibou Hage Hailemariam Hajime Håkan Hakob Halina Halldór Haluk Halvor Hana Hanna
Hannelore Harald Harish Hartmut Haruka Haruki Haruto Hashim Hawa Hayao Héctor Hedvig Hege Heide Heikki Heiner
Helge Héloïse Hemant Hendrik Henrik Henryk Hermann Hermine Hernán Hernando Hideki Hideo Hilda Hildegard
Hippolyte Hiroaki Hirohito Hiroko Hiroshi Hirut Hjalmar Holger Hooman Horacio Horia Hortense Hossein Hovik
Hrvoje Hulusi Humberto Hüseyin Hyacinthe Hyun Ichiro Ifeanyi Ignace Ikechukwu Ilan Ildikó Ileana Ilir Ilkka
Ilse Imelda Immaculée Inácio Indra Ineke Inga Ingeborg Ingemar Ingmar Ingo Íñigo Ioan Ioannis Ion Ippolito Ira
Irakli Ireneusz İrfan Irmgard Irving Isamu Isao Iseult Isidore Isidoro İsmet Issoufou István Italo Itzhak
Iulian Ivana Ivar Ivica Ivo Ivonne Jaakko Jaap Jabulani Jacek Jacinda Jackie Jadwiga Jagdish Jair Jairam
Jakaya Jamshid Janez Janko János Jari Jaromír Jaroslav Jarvis Javad Jawaharlal Jelena Jenő Jermaine Jeroen
Jerzy Jesper Ji-hoon Jimena Jindřich Jiří Jiro Joakim Joaquim Joaquín Jocelyn Jocelyne Joko Jolanta Jomo Jonas
Joost Jordi Jörg Jørgen Jorginho Joris Josef Josefa Joséphine Josip Jovan Jovanka Józef József Juana Judit
Juha Jukka Juliane Julio Julius Juma Junichiro Junko Jussi Jutta Juvénal Jyoti Kaarina Kadiatou Kairat Kaja
Kakha Kalle Kálmán Kamau Kamran Kanat Kaori Kapil Karan Kåre Karel Karin Kariuki Kassym-Jomart Katalin
Katerina Katja Katrin Katsuhiko Katsumi Kaveh Kazimierz Kazuo Keanu Kebede Keiko Keisuke Kémi Kendrick
Kenenisa Kenichi Kenji Kenzaburo Kenzo Kersti Ketevan Khabib Khady Khosrow Kiarash Kimani Kipchoge Kiplagat
Kiril Kirit Kirsten Kiyoshi Kjell Klaas Klára Knut Koen Koffi Koichi Koji Kolinda Konstantinos Koray Kouadio
Kouakou Kreshnik Krešimir Krishna Krišjānis Kristin Kristoffer Krystyna Krzysztof Kumiko Kunigunde Kurmanbek
Květa Kwabena Kwame Kwasi Kyriakos Ladislas Ladislav Lajos Lakshmi Lalit Lamar Lasse Lassina Lata Latoya
Laureano Lauri Lavinia Léandre Leandro Lefteris Leif Lemma Lennart Leonardo Leonel Leonor Léopoldine Leopoldo
Leroy Lester Leszek Levon Leyla Libuše Liesel Lilian Liliana Lilou Lindiwe Livia Liviu Ljubiša Ljubo Ljubomir
Loretta Louison Lourdes Luca Luchino Luciano Lucile Luděk Ľudovít Luisa Lula Lulzim Lutz Lyndon Maarten
Macarena Maciej Maciek Maddalena Madhav Madhuri Mado Maël Maëlle Maëlys Maeve Magali Magdalena Magnus Magomed
Mahamadou Mahamane Mahamat Mahathir Mahendra Mahinda Mahsa Maithripala Makena Makoto Małgorzata Malin Mallika
Mamoudou Mamuka Mandla Mangosuthu Manish Manlio Manmohan Manolo Manouchehr Marat Marceau Marcelline Marcelo
Marella Margarete Margarita Margot Margrethe Mariam Mariama Marianne Mariannick Mariastella Maricarmen
Marielle Marija Marijke Mariko Marisol Mariusz Marjane Marjatta Marjolaine Markku Markus Markwart Marlon
Martina Marvin Maryse Maryvonne Masaaki Masahiro Masako Masao Masayoshi Massamba Mateusz Mathurin Matías Mats
Matti Maung Maureen Maurizio Maximiliano Máximo Maxwell Maylis Mayumi Meera Megawati Mehran Meinhard Meir
Melchior Meles Melina Mélodie Melvin Menachem Mengistu Meral Mervyn Meryl Mesut Mevlüt Michalis Micheál
Michelangelo Michiko Mieczysław Mieke Mihai Mihály Mika Mikis Mikkel Mikko Miklós Milada Milanka Milica
Milivoje Milo Milorad Milton Milutin Min-jun Mindaugas Minoru Mircea Mirek Mirella Miriam Mirjana Mirko
Miroslav Miroslava Mitsuko Mladen Moctar Modibo Mogens Mohandas Mohsen Moira Mojtaba Momčilo Monica Mordechai
Moritz Morten Moshe Muammer Mugur Muhammadu Mukesh Mulatu Murad Murali Murat Musa Mwai Mylène Myrtille Nader
Naftali Nandan Nanni Naoko Naoto Narayan Narges Naruhito Nasrin Nayib Nazanin Nazım Nebojša Necdet Necmettin
Negasso Nemanja Nenad Néstor Netanel Ngozi Ngugi Niamh Nicanor Niccolò Nicolae Nihat Nika Nikica Nikola Nils
Nino Ninon Nirmala Nitin Nitish Njeri Njoroge Nkosazana Nnamdi Nobuo Noëlle Nokuthula Nomvula Nona Norbert
Noriko Numan Nuri Nurlan Nursultan Nyambura Obafemi Octave Octavian Octavio Ofer Ognjen Oisín Okan Olafur Olav
Ollanta Olusegun Oluwaseun Olzhas Ombeline Ondřej Ophélie Oprah Orhan Oriana Oriane Orianne Ornella Orson
Osamu Oskar Osvaldo Oswald Otakar Otieno Ottavio Ovidiu Özgür Paavo Padma Padraig Päivi Panagiotis Panos Paola
Parvati Parviz Pasquale Patricio Paulinho Pavlos Paweł Pekka Pélagie Pentti Pernille Pervin Petar Pétronille
Petros Petteri Piero Pierrick Pieter Pietro Pirjo Piyush Plamen Prabhakar Prabowo Pradeep Prakash Pranab
Prashant Pratibha Praveen Prayut Predrag Priyanka Przemysław Qasem Quincy Quitterie Rabindranath Rade Radek
Radim Radoslav Radovan Radu Raffaele Raffaella Raghuram Ragnar Ragnhild Raimonds Raimundo Rajendra Rajesh
Rajiv Rajnath Rakesh Ramesh Ramiro Ramiz Ramón Randall Ranil Ranjit Raoul Raquel Rasmus Ratan Ratko Ravi
Răzvan Reginald Reiko Reinaldo Reinhard Reinhold Réjane Renan Renata Renate Renzo Reza Rhonda Riccardo
Rigoberto Rishi Risto Roberta Rocío Roderick Rodolfo Rodolphe Rogelio Róisín Rokia Romário Ronaldo Ronan
Rosalind Rosanna Roselyne Rostislav Roxana Roza Rozenn Rüdiger Rudolf Rufat Ruhollah Rui Rumen Rupert Rustam
Rüştü Rutger Ruud Ryszard Ryuichi Sabiha Sacha Sachiko Sachin Sadako Sadyr Saeed Sahle-Work Salimata Samvel
Sander Sándor Sandro Sanja Sanjay Saoirse Saparmurat Sarojini Saša Satoshi Sauli Scarlett Seamus Sedat Seiji
Selahattin Selçuk Selin Sembène Senad Seo-yeon Serik Serkan Servane Serzh Sezen Shahla Shahram Shamil Shankar
Shapour Shashi Shavkat Shigeru Shikhar Shimon Shinji Shinzo Shirin Shlomo Shohei Shoichi Shota Shpend Siavash
Sibel Sibusiso Sidonie Siegfried Siegmund Sigrid Sigurd Silke Silvana Silviu Simin Simona Simonetta Sinead
Siniša Siobhan Siphiwe Sipho Siri Sixtine Sjoerd Slavica Slavko Sławomir Slobodan Snežana Sofía Sohrab Soizic
Solenn Solveig Sonali Sooronbay Soraya Søren Sorin Sotiris Souleymane Soumaïla Spyros Srđan Stanisław Stanko
Stavros Stefania Steffen Stelian Stelios Stevan Stig Stipe Subhash Sudha Şükrü Süleyman Sulim Sumiko Sune
Sunil Suresh Sushma Susilo Suu Suzie Suzy Svein Svetozar Swetlana Sylvester Sylvestre Sylviane Synnøve
Szabolcs Szilárd Tadao Tadeusz Tadhg Takahiro Takako Takashi Takeo Takeshi Takis Talgat Tamar Tamás Tanja
Tansu Tapio Tatsuya Taus Taye Tayyip Tedros Teemu Teferi Tejaswi Tekle Temur Tendai Tengiz Teodoro Terence
Terje Tesfaye Tetsuo Tewodros Thaksin Thanasis Thandi Themba Theodoros Théoneste Thijs Thilo Thorbjørn
Thorsten Thorvald Tibor Tidiane Tidjane Tigist Tigran Tihomir Tijani Timo Timur Tiphaine Titouan Tiziana
Tiziano Toivo Tokhtar Tomislav Tommaso Tomoko Torbjörn Toru Toshio Traian Traugott Trygve Tshepo Tsutomu Tudor
Tülay Tullio Tuomas Turgut Tvrtko Tyrone Tzipi Ubaldo Uddhav Udo Ulf Ulrika Ulrike Ulysses Umar Umaru Ümit
Urho Uri Ursule Urszula Ute Václav Vahagn Väinö Vakhtang Valdis Valentino Valère Valeria Valeriu Vandana
Vangelis Vartan Vasile Vasilis Vazgen Veaceslav Védaste Veikko Veit Venkatesh Verónica Veselin Vesna Vianney
Vibeke Viggo Vijay Vikram Vilmos Vincenzo Vinícius Vinod Violaine Viorel Viorica Virat Virgile Virgilio
Virginio Vittoria Vittorio Vivek Vlad Vladan Vladeta Vlado Vojislav Volkan Vratislav Vuk Vytautas Wacław Wafaa
Wagner Waldemar Walt Waltraud Wambui Wangari Wanjiku Wanjiru Wesley Whitney Wiesława Wilbur Wilfredo Wilfried
Willem Wim Winfried Winnie Winston Wisława Witold Władysław Włodzimierz Wojciech Wole Wolfram Woodrow Workneh
Wouter Xanana Xenia Ximena Yael Yahya Yair Yakubu Yanis Yannis Yaşar Yasuhiro Yasunari Yasuo Yaya Yemi Yerlan
Yıldırım Yılmaz Yingluck Yitzhak Yngve Yoann Yoav Yohann Yohannes Yoko Yolanda Yolande Yoshihide Yoshiko
Yoshiro Yossi Ysaline Yuichi Yuki Yukiko Yukio Yumi Yuriko Yusuf Yutaka Yvain Yvan Zacharie Zaur Zaza Zbigniew
Zdeněk Zdravko Zdzisław Zé Zeev Zeinab Zeki Želimir Zelimkhan Željko Zénabou Zewde Zeynep Zhanna Zlatko Zofia
Zsófia Zsolt Zulema Zulfiya Zülfü Zurab Zuzana Zvi Zviad Zvonimir Zygmunt
"""


# As Russian hears them, where it writes them otherwise than they are spelt.
_HEARD = """
Айше Ален Аристотель Гийом Грегуар Грейс Гурбангулы Гюнтер Джаред Джастин Джеральд Джеффри Джонни Дэрил Жаир
Жаклин Жером Жилберту Жильбер Жислен Жоан Жоау Жозеф Жюльет Жюстин Ив Ивон Йоахим Йорг Йохан Йохен Кит
Кондолиза Крейг Ксавье Кэндзи Люк Люси Марго Матье Мехмет Мэгги Опра Поль Пьер Реми Сесиль Сигэру Синдзо Сью
Сьюзен Сюзанна Сюзи Сюити Такэси Уго Уэйн Франсуаза Хесус Хидэо Хоакин Хулиан Хулио Шэрон Эво Эктор Эмине
Энрике Эрве Эрнесто Этьен Юбер Юг Юджин Юрген
"""


_OU = re.compile(r"(?<![aeiou])v(?=[aeiou])")


@cache
def _tables() -> tuple[frozenset[str], frozenset[str], frozenset[str], dict[str, tuple[str, ...]]]:
    """The names as written, as they sound, without last vowels, and by their consonants for Arabic letters."""
    names = frozenset(fold(name) for name in _NAMES.split())
    heard = [*sorted(names), *(fold(name) for name in _HEARD.split())]
    keys = [key for name in heard if len(key := romanise_token(name)) > 2]
    # «Kouadio», «Ouassila»: Cyrillic writes the vowel, «Куадио».
    whole = frozenset(keys) | {_OU.sub("u", key) for key in keys}
    stems = frozenset(stem for key in whole if len(stem := key.rstrip("aeiou")) > 3)
    consonants: dict[str, tuple[str, ...]] = {}
    for name in names:
        key = consonant_key(name)
        if len(key) > 2:
            consonants[key] = (*consonants.get(key, ()), romanise_token(name).translate(_MERGED))
    return names, whole, stems, consonants


_MERGED = str.maketrans("eo", "iu")


@lru_cache(maxsize=1 << 13)
def is_likely_given(folded: str) -> bool:
    """Whether the folded word is, or in another script sounds like, a given name of any country.

    Weaker than `is_given_name`: whoever asks has to rule out plain words.
    """
    first = folded.split(" ", 1)[0]
    if len(first) < 3 or is_place(first) or is_people(first) or is_opener(first):
        return False
    names, whole, stems, consonants = _tables()
    script = script_of(first)
    if script == "Latn":
        return first in names
    if script == "Cyrl":
        key = token_key(first)
        return romanise_token(first) in whole or (
            len(key) > 3 and romanise_token(key).rstrip("aeiou") in stems
        )
    if script != "Arab" or first.startswith("ال") or sum(letter in "اوي" for letter in first[1:]) < 2:
        return False
    written = romanise_token(first).translate(_MERGED)
    heard = any(_vowels(written) == _vowels(name) for name in consonants.get(consonant_key(first), ()))
    return heard or sounds_given(first)


def _vowels(key: str) -> list[str]:
    """The vowels but the last one, which Arabic writes of foreign names as other papers do."""
    return [letter for letter in key[:-1] if letter in "aiu"]
