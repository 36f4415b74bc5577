# How long data are kept: the settings of their own group (domain.md §4.4).

settings-kept = <b>Przechowywanie danych</b>
button-settings-kept = Przechowywanie danych
set-project_end = Zakończenie projektu: { $value }
set-project_end-ask = Proszę wpisać datę zakończenia projektu, np. „30.09.2027”. Od niej liczy się czas przechowywania list; bez niej listy nie są usuwane. Słowo „brak” usuwa datę.
button-set-project_end = Koniec projektu
set-keep_drafts = Wersje robocze (dni od ostatniej zmiany): { $value }
set-keep_drafts-ask = Ile dni od ostatniej zmiany przechowywać wersje robocze? Proszę wpisać liczbę od 8 do 3650. Słowo „brak” przywraca wartość początkową.
button-set-keep_drafts = Wersje robocze
set-keep_lists = Listy (dni od zakończenia projektu): { $value }
set-keep_lists-ask = Ile dni od zakończenia projektu przechowywać listy? Proszę wpisać liczbę od 15 do 3650. Słowo „brak” przywraca wartość początkową.
button-set-keep_lists = Listy
set-keep_spent = Zapisy techniczne (dni): { $value }
set-keep_spent-ask = Ile dni przechowywać zapisy techniczne, np. wysłane wiadomości i wykorzystane zaproszenia? Proszę wpisać liczbę od 8 do 3650. Słowo „brak” przywraca wartość początkową.
button-set-keep_spent = Zapisy techniczne
