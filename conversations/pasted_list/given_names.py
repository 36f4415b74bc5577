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
Bolesława Bożena Bożenna Bronisława Brygida Cecylia Celina Czesława Dagmara Danuta Daria Dariusza
Diana Dobrosława Dominika Domicela Donata Dorota Edyta Eleonora Eliza Elwira Elżbieta Emilia Emma
Ernestyna Eryka Estera Eugenia Eulalia Ewa Ewelina Fabiola Faustyna Felicja Filomena Flora
Florentyna Franciszka Fryderyka Gabriela Genowefa Gertruda Gizela Gloria Grażyna Greta Halina
Halszka Hanna Helena Henryka Hermina Hilaria Honorata Hortensja Hubertyna Ida Idalia Iga Ilona
Inga Ingeborga Irena Irmina Iryna Iwona Iza Izabela Izabella Izolda Jadwiga Jagna Jagoda Janina
Jarosława Joanna Jolanta Jowita Józefa Józefina Judyta Julia Julianna Julita Justyna Kaja Kalina
Kamila Karina Karolina Katarzyna Kazimiera Kinga Klara Klaudia Klementyna Kleopatra Konstancja
Kornelia Krystiana Krystyna Krzysztofa Ksenia Laura Lena Leokadia Leona Leonarda Leontyna Lidia
Liliana Lilianna Liwia Longina Luba Lubomira Lucja Lucjanna Lucyna Ludmiła Ludwika Ludwina Luiza
Łucja Magda Magdalena Maja Malwina Małgorzata Marcela Marcelina Maria Marianna Mariola Marlena
Marta Martyna Maryla Maryna Marzanna Marzena Matylda Melania Michalina Mieczysława Mila Milena
Mirella Mirosława Monika Nadia Nadzieja Natalia Natasza Nela Nikola Nikoletta Nina Nora Norberta
Oktawia Ola Olga Oliwia Olimpia Otylia Ola Patrycja Paula Paulina Pelagia Petronela Pola Rachela
Regina Renata Rita Roksana Romana Romualda Rozalia Róża Rufina Ryszarda Sabina Salomea Sandra Sara
Serafina Sławomira Sonia Stanisława Stefania Stella Sybilla Sylwia Tamara Tatiana Tekla Teodora
Teodozja Teresa Tola Urszula Wacława Waleria Walentyna Walburga Wanda Wera Weronika Wiesława
Wiktoria Wilhelmina Wioleta Wioletta Wirginia Wisława Wiwiana Władysława Zdzisława Zenobia Zenona
Zofia Zoja Zuzanna Zyta Żaneta Żanna Adam Adolf Adrian Albert Albin Aleks Aleksander Aleksy Alfons
Alfred Alojzy Ambroży Anatol Anatoliusz Andrzej Ansgar Antoni Apoloniusz Arkadiusz Arnold Artur
August Augustyn Aureliusz Bartłomiej Bartosz Bazyli Benedykt Beniamin Bernard Błażej Bogdan
Bogumił Bogusław Bohdan Bolesław Bonawentura Borys Bożydar Bronisław Brunon Bruno Cezary Cezariusz
Cyprian Cyryl Czesław Damian Daniel Dariusz Dawid Denis Dionizy Dobrosław Dominik Donat Edgar
Edmund Edward Edwin Eligiusz Eliasz Emanuel Emil Emilian Eryk Ernest Eugeniusz Eustachy Ewaryst
Fabian Faustyn Feliks Ferdynand Filip Florian Franciszek Fryderyk Gabriel Gerard Gerwazy Gniewomir
Gracjan Grzegorz Gustaw Gwidon Henryk Herbert Hieronim Hilary Hipolit Hubert Hugo Ignacy Igor
Ireneusz Iwo Izydor Jacek Jakub Jan Janisław Janusz Jarema Jaromir Jarosław Jeremi Jeremiasz Jerzy
Joachim Joel Jonasz Jonatan Jordan Józef Józefat Julian Juliusz Justyn Kacper Kajetan Kamil Karol
Kasper Kazimierz Klaudiusz Klemens Konrad Konstanty Konstantyn Kordian Kornel Korneliusz Kosma
Krystian Krystyn Krzysztof Ksawery Kuba Lech Lechosław Leon Leonard Leopold Lesław Leszek Longin
Lubomir Lucjan Lucjusz Ludomir Ludwik Łukasz Maciej Makary Maksym Maksymilian Marceli Marcel
Marcin Marcjan Marek Marian Mariusz Mateusz Maurycy Melchior Metody Michał Mieczysław Mieszko
Mikołaj Milan Miłosz Miron Miłosław Mirosław Modest Narcyz Natan Nikodem Norbert Oktawian
Oktawiusz Olaf Olgierd Oliwer Oskar Oswald Otto Patryk Paweł Piotr Prokop Protazy Przemysław
Radosław Rafał Rajmund Remigiusz Robert Roch Roland Roman Romuald Rudolf Rufin Ryszard Salwator
Samuel Sebastian Seweryn Sergiusz Sławomir Stanisław Stefan Sylweriusz Sylwester Symeon Szczepan
Szymon Tadeusz Teodor Teofil Tobiasz Tomasz Tristan Tymon Tymoteusz Wacław Waldemar Walenty
Walentyn Walerian Walery Wawrzyniec Wenancjusz Wespazjan Wiesław Wieńczysław Wiktor Wilhelm
Wincenty Wiktoryn Wirgiliusz Wit Witalis Witold Władysław Włodzimierz Wojciech Wojsław Zachariasz
Zbigniew Zbyszko Zdzisław Zefiryn Zenobiusz Zenon Ziemowit Zygfryd Zygmunt Żelisław Afanazy
Akulina Alesia Ałła Anatolij Andrij Andrej Anisja Arsen Artem Artiom Bohdana Dimitr Dmytro Dymitr
Eudokia Eufemia Eufrozyna Fedor Galina Genadiusz Gleb Hanna Haralampiusz Hryhorij Igor Ihor Ilja
Irina Iwan Iwanna Jarema Jelena Jewgienij Jurij Justynian Kateryna Kira Kirył Lubow Ludmyła Łarysa
Larysa Lesia Leonid Lew Lilia Maksim Marfa Marina Mychajło Myrosława Mykoła Nadia Nadieżda Natalla
Natalija Nestor Nikita Nikifor Nikon Oksana Oleg Oleh Olena Olesia Ołeksandr Ołena Onufry Orest
Ostap Paraskiewa Paweł Pantelejmon Prakseda Raisa Rusłan Rusłana Siergiej Serhij Siemion Sofia
Solomia Stepan Switłana Swietłana Światosław Sylwan Taisa Taras Tichon Uljana Wasilij Wasyl
Wiaczesław Wiera Wira Wital Witalij Władimir Wołodymyr Wsiewołod Zina Zinaida Zoja Julija Jana
Dajana Katherine Catherine John Michael Thomas Peter Paul George Elisabeth Elizabeth Christine
Martin Hans Carlos Maria Jose Ahmed Mohammed Natasha Vera Victoria Veronica Vladimir Nicolas
Xawery Xenia
"""

# Folded name → the names as they are spelled.
GIVEN_NAMES: Final[dict[str, str]] = {fold(name): name for name in _NAMES.split()}

_SURNAMES: Final = """
Wójcik Woźniak Dąbrowski Dąbrowska Kozłowski Kozłowska Wójtowicz Pawłowski Pawłowska Król
Wróbel Jabłoński Jabłońska Michałowski Michałowska Piątek Kołodziej Gołębiowski
Gołębiowska Głowacki Głowacka Kwaśniewski Kwaśniewska Żak Żuk Żukowski Żukowska Zając
Łukasik Łuczak Ślusarczyk Śliwa Ćwik Wysocki Jasiński Jasińska Zieliński Zielińska
Kamiński Kamińska Wiśniewski Wiśniewska Szymański Szymańska Kaźmierczak Wasiński Dudziński
Górski Górska Górecki Górecka Sokół Mróz Błaszczyk Błaszczak Cieślak Cieśla Gwóźdź Żmuda
Żurek Żebrowski Żebrowska Źrebiec Świątek Święcki Łapiński Łapińska Łoś Pająk Kłos Kozieł
Gąsior Ziółkowski Ziółkowska Kubiś Ostrowski
"""
# Surnames so common in their Polish spelling that the bare one is worth a question, not more.
COMMON_SURNAMES: Final[dict[str, str]] = {fold(name): name for name in _SURNAMES.split()}
