# Limits that are exact numbers (A1), and the attendance of block I (R11).

size-exact = { $count } z { $seats } · dokładnie { $people }
summary-exact = { $title } dokładnie { $people }
column-5-exact = kol. 5 Tabel koordynacyjnych: dokładnie { people-nominative }
column-6-exact = kol. 6 Tabel koordynacyjnych: dokładnie { people-nominative }
office-block-exact = { $block ->
    [I] Blok I – grupa sterująca: dokładnie { people-nominative }
   *[II] Blok II – zespół redakcyjny: dokładnie { people-nominative }
}
step-2-ask-exact = Blok I. Dokładnie { people-nominative } (kol. 5 Tabel koordynacyjnych), z kadry kierowniczej.
step-3-ask-exact = Blok II. Wybiera się go spośród grupy sterującej. Dokładnie { people-nominative } (kol. 6 Tabel koordynacyjnych). Proszę zaznaczyć osoby i nacisnąć „Gotowe”.
step-2-exact = Do wymaganej liczby brakuje { people-genitive }.
step-3-exact = Do wymaganej liczby brakuje { people-genitive }.
limit-missed = { $block ->
    [I] Blok I: do wymaganej liczby brakuje { people-genitive } ({ $column }).
   *[II] Blok II: do wymaganej liczby brakuje { people-genitive } ({ $column }).
}

reason-R4_EXACT = Liczba uczestników bloku I ma być dokładnie taka jak w kolumnie 5 Tabel koordynacyjnych (pkt 4 Informacji).
reason-R6_EXACT = Liczba uczestników bloku II ma być dokładnie taka jak w kolumnie 6 Tabel koordynacyjnych (pkt 4 Informacji).
open-R4_EXACT = Grupa sterująca liczy za mało osób.
open-R6_EXACT = Zespół redakcyjny liczy za mało osób.
remark-R4_EXACT = Blok I: mniej osób niż wyznaczono ({ $count }) – za zgodą koordynatora
remark-R6_EXACT = Blok II: mniej osób niż wyznaczono ({ $count }) – za zgodą koordynatora
ask-R4_EXACT = Do wymaganej liczby brakuje { people-genitive }. Blok I – { $column }. Proszę dopisać osoby albo poprosić koordynatora o zgodę na mniejszy skład.
ask-R6_EXACT = Do wymaganej liczby brakuje { people-genitive }. Blok II – { $column }. Proszę wybrać więcej osób albo poprosić koordynatora o zgodę na mniejszy skład.
request-R4_EXACT-card = <b>Prośba urzędu:</b> zgoda na mniejszy skład bloku I (brakuje: { $count }). Powód: „{ $reason }”.
request-R6_EXACT-card = <b>Prośba urzędu:</b> zgoda na mniejszy skład bloku II (brakuje: { $count }). Powód: „{ $reason }”.
request-short-R4_EXACT = mniejszy skład bloku I
request-short-R6_EXACT = mniejszy skład bloku II
request-waits-R4_EXACT = Czeka na odpowiedź koordynatora: zgoda na mniejszy skład bloku I.
request-waits-R6_EXACT = Czeka na odpowiedź koordynatora: zgoda na mniejszy skład bloku II.

reason-R11 = Osoba nie uczestniczyła w bloku I, a zajęcia bloku II są jego kontynuacją (pkt 5 Informacji).
open-R11 = Do decyzji koordynatora: redaktorzy, którzy nie uczestniczyli w bloku I.
remark-R11 = W zespole redakcyjnym bez udziału w bloku I: { people-nominative } – za zgodą koordynatora
ask-R11 = W szkoleniu bloku I nie uczestniczyli:
ask-R11-question = Blok I już się odbył, a zajęcia bloku II są jego kontynuacją (pkt 5 Informacji). Proszę wybrać osoby, które w nim uczestniczyły, albo poprosić koordynatora o zgodę.
request-R11-card = <b>Prośba urzędu:</b> udział w bloku II bez bloku I ({ people-nominative }). Powód: „{ $reason }”.
request-short-R11 = blok II bez bloku I
request-waits-R11 = Czeka na odpowiedź koordynatora: zgoda na udział w bloku II bez bloku I.

note-attendance-marked = Obecność w bloku I zapisano.
note-no-team-yet = Ten urząd nie ma jeszcze zatwierdzonego składu, więc obecności nie można zapisać.
