# Reminders: the digest, the nudge, the next one on a desk's card; what the coordinator sets.

digest-due = Do terminu ({ $date }): { days-nominative }.
# dor.pilne
digest-urgent = Termin mija { days-ahead } ({ $date }).
# dor.po
digest-over = Termin ({ $date }) minął { days-nominative } temu.
digest-coordinator-too = Koordynator otrzymał tę samą informację.
digest-no-deadline = Termin nie został jeszcze ustalony.
digest-blocked = { $what ->
    [plenipotentiary] Brak Pełnomocnika
    [steering] Brak pełnej grupy sterującej
    [editorial] Brak pełnego zespołu redakcyjnego
   *[approval] Brak decyzji kierownika urzędu
}: { offices-nominative }
digest-office = { $office } – { $missing }
# dor.koniec
digest-done = Wszystkie przypisane urzędy mają Pełnomocnika, grupę sterującą i zespół redakcyjny. Dziękujemy.

notice-finished = { digest-done }

button-details = Pokaż szczegóły
button-nudge = Przypomnij urzędom
button-snooze-1 = Odłóż na jutro
button-snooze-3 = Odłóż na 3 dni

note-nudged = { $count ->
    [0] Dziś nie wysłano nowych przypomnień.
   *[other] Przypomnienie wysłano do { offices-genitive }.
}{ $before ->
    [0] {""}
   *[other] {" "}Dziś już przypomniano: { $before }.
}{ $nobody ->
    [0] {""}
   *[other] {" "}Nie ma komu wysłać: { $offices }{ $rest ->
        [0] .
       *[other] {" "}i jeszcze { $rest }.
    }
}
note-snoozed = { $planned ->
    [no] Odłożono. Na razie niczego nie brakuje.
   *[other] Odłożono. Następne przypomnienie: { $day }
}
note-setting-set = Ustawienie zapisano.
note-setting-unreadable = { $why }

reminder-next = Następne przypomnienie: { $at }
reminder-next-advisors = Następne przypomnienie dla Doradców: { $at }
reminder-next-coordinator = Następne przypomnienie dla koordynatora: { $at }
reminder-put-off = Przypomnienia odłożono do { $until } Następne przypomnienie: { $at }
reminder-none = Następne przypomnienie: brak powodu.
reminders-are-off = Przypomnienia są wyłączone przez koordynatora.
desk-unreachable = <b>Przypomnienia nie docierają do Doradców</b> (brak dostępu albo blokada): { $names }{ $more ->
    [0] {""}
   *[other] {" "}i jeszcze { $more }
}

settings = <b>Ustawienia</b>
setting-preview = Najbliższe przypomnienia dla tych, którym czegoś brakuje:
setting-no-reminders = Przypomnień nie zaplanowano.

setting-fault-not-a-date = Nie odczytano daty. Proszę wpisać np. „15 stycznia 2027” albo „15.01.2027”.
setting-fault-not-a-time = Nie odczytano godziny. Proszę wpisać np. „8:30”.
setting-fault-not-days = Proszę podać liczby dni od 1 do 90, np. „14, 7, 3, 1”.
setting-fault-not-a-number = Proszę podać liczbę z dozwolonego zakresu.
setting-fault-not-a-choice = Nie ma takiej możliwości do wyboru.
setting-fault-too-long = Tekst jest zbyt długi: najwyżej 300 znaków.
setting-fault-never-open = Godzina rozpoczęcia musi być wcześniejsza niż godzina zakończenia.

cli-remind-none = Nie ma przypomnień do utworzenia.
cli-remind-off = Przypomnienia są wyłączone: komplet settings reminders on
cli-remind-closed = Poza godzinami pracy urzędów. Urzędy pracują znowu: { $at }
cli-remind-created = { $who } – { $occasion }: { offices-nominative }
cli-remind-coordinator = Koordynator
