"""Polish given names in use, and names common in Eastern Poland, as plain data.

They tell a given name from a surname (domain.md §3.6 point 6). A name missing here is no reason to
refuse anybody.
"""

from typing import Final

from conversations.vocabulary import fold

_NAMES: Final = """
Ada Adela Adelajda Adrianna Agata Agnieszka Aldona Aleksandra Alicja Alina Amanda Amelia Anastazja
Andżelika Aneta Angela Angelika Angelina Aniela Anita Anna Antonina Apolonia Arleta Aurelia
Balbina Barbara Beata Berenika Bernadeta Bernadetta Blanka Bogdana Bogna Bogumiła Bogusława
Bolesława Bożena Bożenna Bronisława Brygida Cecylia Celina Czesława Dagmara Danuta Daria Diana
Dobrosława Dominika Domicela Donata Dorota Edyta Eleonora Eliza Elwira Elżbieta Emilia Emma
Ernestyna Eryka Estera Eugenia Eulalia Ewa Ewelina Fabiola Faustyna Felicja Filomena Flora
Florentyna Franciszka Fryderyka Gabriela Genowefa Gertruda Gizela Gloria Grażyna Greta Halina
Halszka Hanna Helena Henryka Hermina Hilaria Honorata Hortensja Hubertyna Ida Idalia Iga Ilona
Inga Ingeborga Irena Irmina Iryna Iwona Iza Izabela Izabella Izolda Jadwiga Jagna Jagoda Janina
Jarosława Joanna Jolanta Jowita Józefa Józefina Judyta Julia Julianna Julita Justyna Kaja Kalina
Kamila Karina Karolina Katarzyna Kazimiera Kinga Klara Klaudia Klementyna Kleopatra Konstancja
Kornelia Krystiana Krystyna Krzysztofa Ksenia Laura Lena Leokadia Leona Leonarda Leontyna Lidia
Liliana Lilianna Liwia Longina Luba Lubomira Lucjanna Lucyna Ludmiła Ludwika Ludwina Luiza Łucja
Magda Magdalena Maja Malwina Małgorzata Marcelina Maria Marianna Mariola Marlena Marta Martyna
Maryla Maryna Marzanna Marzena Matylda Melania Michalina Mieczysława Mila Milena Mirella Mirosława
Monika Nadia Nadzieja Natalia Natasza Nela Nikola Nikoletta Nina Nora Oktawia Olga Oliwia Olimpia
Otylia Patrycja Paula Paulina Pelagia Petronela Pola Rachela Regina Renata Rita Roksana Romana
Romualda Rozalia Róża Rufina Ryszarda Sabina Salomea Sandra Sara Serafina Sławomira Sonia
Stanisława Stefania Stella Sybilla Sylwia Tamara Tatiana Tekla Teodora Teodozja Teresa Urszula
Wacława Waleria Walentyna Walburga Wanda Wera Weronika Wiesława Wiktoria Wilhelmina Wioleta
Wioletta Wirginia Wisława Wiwiana Władysława Zdzisława Zenobia Zenona Zofia Zoja Zuzanna Zyta
Żaneta Żanna Adam Adolf Adrian Albert Albin Aleks Aleksander Aleksy Alfons Alfred Alojzy Ambroży
Anatol Anatoliusz Andrzej Ansgar Antoni Apoloniusz Arkadiusz Arnold Artur August Augustyn
Aureliusz Bartłomiej Bartosz Bazyli Benedykt Beniamin Bernard Błażej Bogdan Bogumił Bogusław
Bohdan Bolesław Bonawentura Borys Bożydar Bronisław Brunon Bruno Cezary Cezariusz Cyprian Cyryl
Czesław Damian Daniel Dariusz Dawid Denis Dionizy Dobrosław Dominik Donat Edgar Edmund Edward
Edwin Eligiusz Eliasz Emanuel Emil Emilian Eryk Ernest Eugeniusz Eustachy Ewaryst Fabian Faustyn
Feliks Ferdynand Filip Florian Franciszek Fryderyk Gabriel Gerard Gerwazy Gniewomir Gracjan
Grzegorz Gustaw Gwidon Henryk Herbert Hieronim Hilary Hipolit Hubert Hugo Ignacy Igor Ireneusz Iwo
Izydor Jacek Jakub Jan Janisław Janusz Jarema Jaromir Jarosław Jeremi Jeremiasz Jerzy Joachim Joel
Jonasz Jonatan Jordan Józef Józefat Julian Juliusz Justyn Kacper Kajetan Kamil Karol Kasper
Kazimierz Klaudiusz Klemens Konrad Konstanty Konstantyn Kordian Kornel Korneliusz Kosma Krystian
Krystyn Krzysztof Ksawery Lech Lechosław Leon Leonard Leopold Lesław Leszek Longin Lubomir Lucjan
Lucjusz Ludomir Ludwik Łukasz Maciej Makary Maksym Maksymilian Marceli Marcel Marcin Marcjan Marek
Marian Mariusz Mateusz Maurycy Melchior Metody Michał Mieczysław Mieszko Mikołaj Milan Miłosz
Miron Miłosław Mirosław Modest Narcyz Natan Nikodem Norbert Oktawian Oktawiusz Olaf Olgierd Oliwer
Oskar Oswald Otto Patryk Paweł Piotr Prokop Protazy Przemysław Radosław Rafał Rajmund Remigiusz
Robert Roch Roland Roman Romuald Rudolf Ryszard Salwator Samuel Sebastian Seweryn Sergiusz
Sławomir Stanisław Stefan Sylweriusz Sylwester Symeon Szczepan Szymon Tadeusz Teodor Teofil
Tobiasz Tomasz Tristan Tymon Tymoteusz Wacław Waldemar Walenty Walentyn Walerian Walery Wawrzyniec
Wenancjusz Wespazjan Wiesław Wieńczysław Wiktor Wilhelm Wincenty Wiktoryn Wirgiliusz Wit Witalis
Witold Władysław Włodzimierz Wojciech Wojsław Zachariasz Zbigniew Zbyszko Zdzisław Zefiryn
Zenobiusz Zenon Ziemowit Zygfryd Zygmunt Żelisław Afanazy Akulina Alesia Ałła Anatolij Andrij
Andrej Anisja Arsen Artem Artiom Bohdana Dimitr Dmytro Dymitr Eudokia Eufemia Eufrozyna Fedor
Galina Genadiusz Gleb Haralampiusz Hryhorij Ihor Ilja Irina Iwan Iwanna Jelena Jewgienij Jurij
Justynian Kateryna Kira Kirył Lubow Ludmyła Larysa Lesia Leonid Lew Lilia Maksim Marfa
Marina Mychajło Myrosława Mykoła Nadieżda Natalla Natalija Nestor Nikita Nikifor Nikon Oksana Oleg
Oleh Olena Olesia Onufry Orest Ostap Paraskiewa Pantelejmon Prakseda Raisa Rusłan
Rusłana Siergiej Serhij Siemion Sofia Solomia Stepan Switłana Światosław Sylwan Taisa
Taras Tichon Uljana Wasilij Wasyl Wiaczesław Wiera Wira Wital Witalij Władimir Wołodymyr Wsiewołod
Zina Zinaida Julija Jana Dajana Katherine Catherine John Michael Thomas Peter Paul George
Elisabeth Elizabeth Christine Martin Hans Carlos Jose Ahmed Mohammed Natasha Vera Victoria
Veronica Vladimir Nicolas Xawery Xenia Jędrzej Alan Alex Alexander Aleksandr Oliwier Maks Nataniel
Nikolas Bronisz Dobiesław Dobromir Drogomir Egon Emeryk Erazm Ezechiel Fidelis Gościsław Gotard
Grzymisław Innocenty Jacenty Jarogniew Kalikst Kevin Kiejstut Krescenty Krzesimir Ksenofont
Laurencjusz Leander Leoncjusz Łazarz Maksymin Malachiasz Marcelin Medard Mojżesz Odon Pafnucy
Pankracy Patrycjusz Paschalis Platon Polikarp Przybysław Przecław Racław Radomił Radomir Radosz
Rajnold Sambor Saturnin Sędzimir Sobiesław Stanimir Świętosław Świętopełk Telesfor Teofan Ulryk
Warcisław Winicjusz Witosław Wolfgang Wszebor Zachary Zbysław Ziemisław Żegota Żyrosław Damazy
Radzimir Oleksandr Oleksij Mykhailo Pavlo Petro Vasyl Yuriy Serhii Andrii Ivan Denys
Vitalii Viktor Jürgen Dieter Heinz Friedrich Josef Johann Andreas Markus Matthias Uwe Ralf Sven
Lars Erik Anders Nils Pierre Jean Jacques Michel Louis François Claude Antoine Philippe André Luca
Marco Giovanni Giuseppe Antonio Francesco Alessandro Matteo Lorenzo Paolo Pedro Juan Luis Miguel
Diego Pablo Jorge Manuel James William David Richard Charles Joseph Christopher Matthew Anthony
Steven Andrew Kenneth Brian Ronald Timothy Jason Jeffrey Ryan Jacob Gary Eric Stephen Jonathan
Justin Patrick Jack Dennis Harry Oliver Liam Ali Omar Hassan Ibrahim Yusuf Mustafa Mehmet Gniewosz
Godzimir Hektor Honoriusz Jowan Juda Kandyd Kryspin Lubosław Ludosław Marcjalis Mścisław Niemir
Nikander Pantaleon Prot Rościsław Sylwiusz Tytus Tyberiusz Wacysław Wielisław Wisław Zbylut
Zdobysław Zenobi Jeremij Ksawier Noel Dorian Fabrycjusz Gaspar Jurand Kasjan Ariel Amadeusz Anzelm
Achilles Abel Abraham Adalbert Aron Atanazy Barnaba Bazyl Bonifacy Cyriak Czcibor Dezyderiusz
Efrem Eugen Felicjan Gaudenty Gedeon Hiacynt Izaak Izajasz Jakow Jozue Krystofer Makariusz
Maurycjusz Maksymiljan Napoleon Nepomucen Oktaw Otton Pius Rajnald Sykstus Sylwin Teobald Teodozy
Tomisław Wiktoriusz Bianka Nicole Marika Gaja Pamela Nikoleta Noemi Lea Lara Lila Mia Milana
Miriam Ofelia Pia Rebeka Roma Rozalinda Sabrina Samanta Selena Seweryna Świetlana Tacjana Telimena
Tina Ulrika Waleska Wilma Wincentyna Żywia Żywisława Dobrochna Dobromiła Dąbrówka Bożysława Cyryla
Czcibora Dalia Daniela Debora Delfina Dina Edeltrauda Edwarda Edwina Elena Elina Emanuela Emiliana
Erna Erika Fatima Felicyta Flawia Fortunata Gabriella Gracja Henrietta Hiacynta Hildegarda Ilza
Ingrid Irma Jaśmina Jessica Jesika Joachima Józefata Kamelia Kasandra Klotylda Kunegunda Ksawera
Ludosława Lutosława Łucjana Malina Marcjanna Margareta Margarita Margit Marieta Marietta Mariella
Mercedes Mirabella Mirela Nastazja Nella Nikol Perpetua Placyda Rafaela Rena Romina Rozanna
Scholastyka Simona Sophia Stela Sydonia Świętosława Teofila Tomira Ulana Zefiryna Zdenka Zenaida
Oleksandra Nataliia Olha Tetiana Yuliia Halyna Liudmyla Svitlana Lyudmyla Tetyana Nataliya Yulia
Mariia Sofiia Anastasiia Viktoriia Mary Patricia Jennifer Linda Susan Sarah Karen Nancy Lisa
Margaret Betty Ashley Emily Michelle Carol Melissa Deborah Stephanie Rebecca Sharon Cynthia
Kathleen Amy Helen Brenda Samantha Olivia Sophie Charlotte Isabelle Claire Camille Julie Sylvie
Brigitte Monique Heike Petra Ursula Gabriele Helga Birgit Giulia Chiara Francesca Lucia Carmen
Pilar Aisha Leila Adriana Agnes Alfreda Amalia Anatolia Anastasja Antonia Arkadia Astrid Augustyna
Bazylia Benigna Celestyna Cezaryna Dionizja Dobrawa Dorotea Dżesika Eligia Erazma Eufrazja
Ezechiela Febronia Fidelia Florencja Gwendolina Herta Hieronima Ignacja Inez Ingrida Iwetta Iweta
Jarmiła Jolenta Katarina Kazimira Kordula Korina Leandra Leonia Lidwina Lubomiła Lukrecja Łada
Majka Makryna Marcja Milada Miłka Miłosława Nawojka Nelly Nonna Norma Odeta Onufria Ota Prudencja
Rozamunda Saturnina Sewera Sidonia Solange Sonja Sulisława Sława Święcława Tabita Taida Tamila
Tatjana Teona Tulia Walentina Warwara Wiwianna Włodzimiera Wszemiła Zoe Zuza Zwinisława Zygfryda
Żaklina Tola Ula Kajetana Kanty
Bogumira Celestyn Ursyn Florentyn Tadea Witomir Lutosław Tycjan Brajan Bronimir Leoncja Jaropełk
Emilianna Elwina Erwina Erwin Elmira Eustachia Faustina Filipina Flawian Gerda Hilda Hilariusz
Horacy Irmgarda Iwanka Jacenta Jakubina Jeremia Józefin Julisława Ksymena Ławrentij Marcelia
Marcelian Maurycja Melita Mirosz Nastka Odyla Ondrej Pankracja Pelagiusz Ramona Remigia Rozetta
Sergia Sławoj Symforian Teodozjusz Teresjan Tolisława Wandalin Wendelin Wenancja Wiktorian Wojmir
Augusta Edmunda Gustawa Leopolda
Bernarda Xymena Zachariusz Zdzimir Zygfrida Żanetta Blandyna Borysław Borysława Chryzostom Danisława
Mikhail Mykhaylo Mychailo Mykyta Dmitry Dmitrij Dzmitry Siarhei Siarhiej Aleksei Aliaksandr
Aliaksei Andrei Andriy Anton Artsiom Daniil Danylo Eduard Egor Evgeny Yevhen Yevhenii Yevgen Fedir
Georgy Heorhii Hryhorii Illia Ilya Kanstantsin Kirill Kyrylo Kostiantyn Lubomyr Matvii Mikalai
Mstyslav Nazarii Nikolai Nikolay Oleksii Rostyslav Sergei Sergey Serhiy Stanislav Sviatoslav
Tymofii Vadym Valentyn Valerii Valeriy Viacheslav Vitaliy Vladyslav Vladislav Volodymyr Vsevolod
Yakiv Yaroslav Yauheni Yegor Yurii Yury Yuri Zakhar Zenovii Alesya Aliaksandra Alona Alyona
Anastasia Anastasiya Anhelina Anzhela Daryna Darya Ekaterina Yekaterina Emiliia Evgenia Yevheniia
Inna Inessa Ivanna Yana Yanina Yelyzaveta Katsiaryna Khrystyna Kseniia Larisa Lesya Lidiya Lidiia
Liliia Liliya Liubov Lyubov Maryana Marharyta Maryia Myroslava Nadezhda Nadiia Nadiya Natalya
Natallia Nelia Olesya Polina Snizhana Sofiya Solomiia Stanislava Svetlana Sviatlana Tatsiana
Tatyana Uliana Ulyana Vasylyna Valentyna Valiantsina Veranika Viktoriya Vira Volha Yaroslava
Yuliya Zhanna Zlata Zoia Zoryana Zoriana Kęstutis Vytautas Algirdas Mindaugas Gintaras Darius
Tomas Andrius Arūnas Jurgita Rasa Birutė Aušra Daiva Danguolė Nijolė Laima Audrius Saulius Valdas
Rimantas Antanas Juozas Marius Jiří Václav Zdeněk Hana Lenka Markéta Zuzana Miroslav Jaroslav
Ladislav Dušan István László Zoltán Ferenc Sándor Gábor Katalin Ildikó Mihai Gheorghe
Hiroshi Kenji Anil Sunil Priya Deepak Joao Ana Isabel Cristina Álvaro Javier Fernando Ricardo
Eduardo Rafael Paulo Roberto Stefano Giorgio Maurizio Elisa Federica Valentina Günter Günther Jens
Thorsten Torsten Anke Silke Kerstin Katrin Renate Gisela Ingeborg Leonie Hannah Annika Maren
Sigrid Björn Søren Jørgen Edith Ellen Evelyn Isaac Larry Lucas Lucy Ruth Sheila Theodore Aylin
Ayşe Emine Fatma Hatice Hüseyin Ahmet Abdullah Khaled Youssef Yasmin Mohamed Muhammad Tariq Zainab
Amina Giorgi Tamar Zurab Irakli Armen Gayane Tigran
"""

# Folded name → the names as they are spelled.
GIVEN_NAMES: Final[dict[str, str]] = {fold(name): name for name in _NAMES.split()}

# Women's names that do not end in -a, and men's that do; a given name's sex is told by its ending.
_FEMININE_OTHERS: Final = """
nicole noemi nelly ingrid miriam astrid agnes inez carmen katherine catherine elisabeth elizabeth
christine mary jennifer susan karen nancy margaret betty ashley emily michelle carol deborah
stephanie sharon kathleen amy helen sophie charlotte isabelle claire camille julie sylvie brigitte
monique heike birgit pilar mercedes solange zoe nikol margit lubow gabriele
"""
FEMININE_OTHERS: Final = frozenset(_FEMININE_OTHERS.split())
_MASCULINE_IN_A: Final = """
kosma barnaba bonawentura kuba jarema sasza misza wasia nikita ilja luca juda
"""
MASCULINE_IN_A: Final = frozenset(_MASCULINE_IN_A.split())

# Given names of everyday speech: they show the order, and are no name for a certificate.
_DIMINUTIVES: Final = """
Ala Madzia Hela Genia Natalka Marzenka Jasia Tośka Wiesia Boguś Bolek Felek Lolek Władek Wacek
Pawełek Tomuś Maciuś Łukaszek Kamilek Marcinek Rafałek Ania Kasia Basia Gosia Asia Zosia Ela Hania
Jola Krysia Marysia Małgosia Jadzia Bożenka Terenia Renia Irenka Halinka Aga Agusia Tosia Wiola
Dorotka Joasia Justynka Lusia Stasia Wandzia Ola Kuba Tomek Jurek Wojtek Krzysiek Krzyś Piotrek
Grzesiek Grześ Staszek Zbyszek Bartek Maciek Przemek Radek Sławek Jarek Darek Mirek Czarek Arek
Romek Franek Józek Kazik Heniek Rysiek Mietek Tadek Zuzia Gabrysia Bogusia Danka Iwonka Lidka Anka
Kaśka Gośka Tereska Beatka Agatka Bożka Stefek Jasiek Edek Gienek Henio Rysio Zbysiu Zdzisiek
Krzychu Wiesiu Jacuś Piotruś Michaś Bodzio Waldek Wiesiek Włodek Zenek Janek Antek Olek Szymek Adaś
Jaś Staś Sasza Wasia Misza
"""
DIMINUTIVES: Final[dict[str, str]] = {fold(name): name for name in _DIMINUTIVES.split()}

# What is written for a given name beside single letters, with a full stop; folded.
SHORT_GIVEN_NAMES: Final = frozenset(["st", "wl", "cz", "zb", "ch", "fr", "kaz", "stan", "krz"])

_SURNAMES: Final = """
Szkoła Poniedziałek Dzień Rok Moj Grupa Koniec Senator
Starosta Sołtys Marszałek Burmistrz Wojewoda
Niedziela Środa Czwartek Wtorek Kwiecień Grudzień Wrzesień Styczeń
Adamczyk Adamek Banach Banaś Baran Bednarek Bednarz Bielak Bocian Borek Borowiec Buczek Burda Bury
Bąk Błaszczak Błaszczyk Cebula Chmiel Cichy Ciesielczyk Cieśla Cieślak Cygan Czaja Czapla Czech
Dec Domagała Drozd Duda Dudek Dudzik Dudziński Dziedzic Dzik Dziuba Dąbek Dąbrowska Dąbrowski Fila
Filipek Flis Frankowski Fronczak Frączek Gajda Gajek Gawlik Gawron Gil Golec Gołąb Gołębiowska
Gołębiowski Grabarczyk Gruszka Grzelak Grzyb Guzik Gwóźdź Góra Góral Górecka Górecki Górska Górski
Gąsior Gąska Gęś Głowacka Głowacki Głąb Hajduk Jabłońska Jabłoński Jagielski Janik Janus Jaros
Jarosz Jasińska Jasiński Jeleń Jurek Jurkiewicz Jędrzejczak Kaczmarek Kaczor Kamińska Kamiński
Kania Kapusta Karaś Karpiuk Kasprzak Kasprzyk Kałuża Kaźmierczak Kisiel Klimczak Klimek Kluska
Kmiecik Knap Kobus Kociuba Kogut Konieczny Koper Kopeć Korczak Kos Kostrzewa Kot Kotlarz Kowal
Kowalczuk Kowalczyk Koza Kozak Kozieł Kozioł Kozłowska Kozłowski Kołodziej Kołodziejczyk Krawczyk
Krawiec Kruk Krupa Krzak Król Kubiak Kubik Kubiś Kuc Kuchta Kuciński Kuczyński Kulik Kuna Kurek
Kurowski Kuś Kuśmierz Kwaśniewska Kwaśniewski Kwiatek Kwiecień Kądziołka Kłos Lasota Lewandowski
Lewicki Leśniak Lipiec Lis Machnik Madej Maj Majcher Makuch Malec Marchewka Marciniak Marzec
Matusiak Matuszak Mazur Mazurek Małek Małysz Michalak Michalik Michałowska Michałowski Mielczarek
Mika Mikołajczak Mikołajczyk Misiak Mleczko Mnich Motyka Mróz Mucha Musiał Muszyński
Mącznik Nawrot Niemiec Nosal Nowak Nowicki Nowosad Olejniczak Olejnik Oleksy Olszak Orzeł Osiński
Ostrowski Owczarek Pająk Pakuła Palacz Paluch Panasiuk Pasternak Pawlak Pawlik Pawłowska Pawłowski
Piech Piecuch Pietras Pietruszka Pietrzak Pietrzyk Piskorz Piwowar Piątek Podgórny Polak Ptak
Puchalski Puchała Pyra Pytel Rak Ratajczak Rogala Rogalski Romaniuk Rudnik Rudzik Rybak Ryś Rzepka
Sadowski Sawa Sawicki Serafin Sienkiewicz Sikora Siwek Siwiec Skiba Skowron Skowronek Skrzypczak
Skrzypek Smoleń Sobczak Sobczyk Sobota Socha Sokół Sowa Sroka Stachura Stasiak Stec Stefaniak
Stefańczyk Stolarczyk Stolarz Struzik Strzelec Stępień Suchy Surma Szafran Szczepaniak Szczur
Szewc Szewczuk Szewczyk Szostak Szot Szpak Szulc Szwed Szydło Szymańska Szymański Szymczak
Szymczyk Sójka Słowik Tarka Tkacz Tkaczyk Tokarz Tomala Tomczak Tomczyk Tracz Trela Turek Urban
Wach Walczak Warzecha Wasiński Wawrzyniak Wdowiak Wicha Wieczorek Wielgus Wierzba Wierzbicki
Wilczek Wilk Witczak Witek Więcek Więckowski Wiśniewska Wiśniewski Wlazło Wnuk Wojtas Wojtczak
Wolak Wolny Woś Woźniak Wrona Wróbel Wypych Wysocki Wójcik Wójt Wójtowicz Wąs Wąsik Włodarczyk
Zagórny Zając Zalewa Zaręba Zawada Zdun Zielińska Zieliński Ziemba Ziółkowska Ziółkowski Zięba
Znak Zuber Zwierz Zych Ćwik Łapińska Łapiński Łoś Łuczak Łukasik Śliwa Ślusarczyk Śmigiel
Świerczek Świątek Święcki Źrebiec Żaba Żak Żebrowska Żebrowski Żmuda Żuk Żukowska Żukowski Żuraw
Żurawski Żurek Żyła
"""
# Surnames in use, folded → as they are spelled. They tell the order beside a rare given name; one
# that lost its Polish letters is worth a question, not more.
COMMON_SURNAMES: Final[dict[str, str]] = {fold(name): name for name in _SURNAMES.split()}
# Surnames that are rare given names as well, and are taken for those beside a plain surname.
GIVEN_TOO: Final = frozenset(["urban", "serafin"])
# Given names of other languages that Polish spells with a letter of its own.
SPELLED_SO_TOO: Final = frozenset(["Mykola", "Ruslan", "Ruslana", "Ludmila"])
