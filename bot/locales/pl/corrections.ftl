# Corrections in prose, positions matched to names, and words that may mean several things.

change-leaving = Usunąć: { $people }
change-joining = Dopisać: { $people }
change-there = Już na liście: { $people }
change-post = Nowe stanowisko: { $people }
change-size = Po zmianie: { $size }
change-ask = Wprowadzić tę zmianę?
change-amends = Zatwierdzony skład zostanie otwarty do zmiany; do zatwierdzenia zmian obowiązuje poprzedni.
change-plenipotentiary = Pełnomocnik ({ $name }) pozostanie Pełnomocnikiem, ale bez udziału w bloku I. Aby wskazać inną osobę, trzeba zmienić Pełnomocnika.
change-outside = Spoza grupy sterującej: { $people }. Zespół redakcyjny wywodzi się z grupy sterującej (pkt 5 Informacji), więc dopisanie dotyczy obu bloków.
change-who-leaves = Kogo usunąć? Można nacisnąć przycisk albo wpisać numer.
change-who-of-many = Kogo usunąć? Proszę wpisać numer z listy.
change-whose-post = Czyje stanowisko zmienić? Można nacisnąć przycisk albo wpisać numer.
change-whose-of-many = Czyje stanowisko zmienić? Proszę wpisać numer z listy.
change-who-joins = Jak brzmi imię i nazwisko osoby do dopisania?
change-or-type = Można też wpisać poprawne dane, np. { -example }.
change-whole-name = Do dopisania: { $surname }. Proszę podać imię, nazwisko i stanowisko tej osoby, np. { -example }.

match-told = Nazwiska i stanowiska podano osobno. Połączono je według kolejności:
match-ask = Czy nazwiska i stanowiska dopasowano poprawnie?
step-2-who = W pominiętych wierszach są stanowiska bez nazwisk. Proszę dopisać te osoby, np. „Jan Nowak – Skarbnik”, albo pozostawić wolne miejsca.
correcting-left = Następne wpisy do poprawienia: { $count }.

apart-words = Napisano: „{ $text }”
apart-reason = Czy to powód, o który pytano, czy coś innego?
apart-order = Nie ma tu numeru i daty zarządzenia. Czego dotyczy ta wiadomość?

button-meant-answer = To powód
button-meant-plenipotentiary = Nowy Pełnomocnik
button-meant-list = Zmiana na liście

note-changed = Zmianę wprowadzono.
note-change-dropped = Zmiany nie wprowadzono. Można ją opisać inaczej, np. „zamiast Zalewskiego będzie Ewa Lis – Skarbnik”, albo użyć przycisków.
note-nobody-fits = Na liście nie ma takiej osoby: { $people }.
note-match-undone = Stanowiska usunięto z tych wpisów. Proszę wkleić listę jeszcze raz, w każdym wierszu imię, nazwisko i stanowisko, albo wybrać [Popraw].
