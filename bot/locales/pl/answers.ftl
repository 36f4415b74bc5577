# Answers to questions in words (domain.md §3.9). Names of people stand only in what is put in.

where-county = pow. { $place }
where-voivodeship = woj. { $place }

answer-no-office = Nie ma takiego urzędu wśród Państwa urzędów.
answer-no-voivodeship = Nie ma urzędu z tego województwa wśród Państwa urzędów.
answer-which = O który urząd chodzi?
answer-complete = Zgłoszenie jest kompletne: niczego nie brakuje.
answer-missing = Brakuje: { $missing }.
answer-plenipotentiary = Pełnomocnik: { $person }
answer-count = { $block ->
    [I] Grupa sterująca (blok I): { $size }
   *[II] Zespół redakcyjny (blok II): { $size }
}
answer-people = { $block ->
    [I] Grupa sterująca (blok I): { $count } z { $seats }
   *[II] Zespół redakcyjny (blok II): { $count } z { $seats }
}
answer-free = { $block ->
    [I] Blok I: { free-seats } ({ $size })
   *[II] Blok II: { free-seats } ({ $size })
}
answer-free-short = { $block ->
    [I] Blok I: { free-seats }, do minimum brakuje: { $short } ({ $size })
   *[II] Blok II: { free-seats }, do minimum brakuje: { $short } ({ $size })
}
answer-limit = { $limit } ({ $source })
answer-head = Szef (kierownik) urzędu to wójt, burmistrz, prezydent miasta, starosta albo marszałek województwa. Wyznacza Pełnomocnika (pkt 6 Informacji) i zatwierdza skład.
answer-training = Terminu szkolenia jeszcze nie ustalono w asystencie. Podaje go koordynator projektu.

answer-offices = Urzędy: { $count }
answer-not-sent = Urzędy, które nie wysłały zgłoszenia: { $count }
answer-without-plenipotentiary = Urzędy bez Pełnomocnika: { $count }
answer-missing-several = Urzędy, którym czegoś brakuje: { $count }
answer-free-several = Urzędy z wolnymi miejscami: { $count }
answer-overdue = Urzędy po terminie: { $count }
answer-not-overdue = Żaden urząd nie jest po terminie.
answer-voivodeship = Województwo { $voivodeship }: { offices-nominative }, w tym z kompletem: { $complete }
answer-editors-in-all = Uczestnicy bloku II łącznie: { $count }. Te osoby uczestniczą też w bloku I (łącznie: { $people }), więc obu liczb nie dodaje się do siebie.

answer-remind = Z karty urzędu widać, czego mu brakuje i na co czeka. Kartę otwiera przycisk z nazwą urzędu.
answer-remind-office = Przypomnienia kierowane są do Doradców. O stan zgłoszenia można zapytać tutaj: /stan.
answer-replace = Aby zamienić osobę, proszę otworzyć listę grupy sterującej i wybrać [Popraw] albo [Usuń], a nową osobę dopisać przyciskiem [Dopisz].
answer-replace-submitted = Zgłoszenie czeka na zatwierdzenie. Aby zamienić osobę, proszę je najpierw wycofać, a potem na liście wybrać [Popraw] albo [Usuń].
answer-replace-settled = Skład jest zatwierdzony. Aby zamienić osobę, proszę wybrać [Zmień skład], a potem na liście [Popraw] albo [Usuń].
answer-replace-desk = Osoby na liście zmienia urząd: na liście wybiera [Popraw] albo [Usuń]. Doradca może zwrócić zgłoszenie do poprawy z karty urzędu.

answer-rule-training = { reason-R3 } Zajmie wtedy jedno z miejsc urzędu.
answer-rule-editors = Zespół redakcyjny musi się wywodzić z grupy sterującej: zajęcia bloku II są kontynuacją bloku I (pkt 5 Informacji). Osobę spoza grupy można dopisać także do grupy sterującej.
answer-rule-head = { reason-R2B } Jeśli urząd nie ma takiej możliwości, można poprosić koordynatora o zgodę.
answer-rule-head-in-group = Kierownik urzędu może, ale nie musi uczestniczyć w grupie sterującej: należy do kadry kierowniczej. Zajmuje wtedy jedno z miejsc urzędu. Pełnomocnikiem powinna być inna osoba (pkt 6 Informacji).
answer-rule-management = Pełnomocnikiem powinna być osoba z kierownictwa urzędu (pkt 6 Informacji), inna niż kierownik urzędu. W małych urzędach jest to zwykle Sekretarz.
answer-rule-size = Grupa sterująca liczy od 5 do 10 osób, a zespół redakcyjny od 3 do 5 (pkt 3 Informacji). Liczbę miejsc urzędu wyznaczają kolumny 5 i 6 Tabel koordynacyjnych (pkt 4 Informacji).

# What somebody may have meant whose words were not understood
button-nearest-status = Jaki jest stan?
button-nearest-missing = Czego brakuje?
button-nearest-deadline = Do kiedy jest termin?
button-nearest-limit = Jaki jest limit?
button-nearest-advisor = Kto jest Doradcą?
button-nearest-plenipotentiary = Kto jest Pełnomocnikiem?
button-nearest-team = Jaki jest skład?
button-nearest-offices = Lista urzędów
button-nearest-not-sent = Kto nie wysłał?
button-nearest-without-plenipotentiary = Kto bez Pełnomocnika?
button-nearest-how-many = Ile osób zgłoszono?
button-nearest-free-seats = Ile jest wolnych miejsc?
button-nearest-overdue = Kto jest po terminie?
button-nearest-training = Kiedy jest szkolenie?
button-nearest-editors-in-all = Ile osób w bloku II?
button-nearest-head = Kto to jest szef urzędu?
button-nearest-rule-training = Pełnomocnik w bloku I
button-nearest-rule-editors = Redakcyjny spoza grupy
button-nearest-rule-head = Wójt Pełnomocnikiem
button-nearest-rule-management = Kto na Pełnomocnika?
button-nearest-rule-size = Wielkość obu zespołów
button-nearest-rule-head-in-group = Wójt w grupie
