# Between an office and whoever looks after it: words, substitutes, lists entered for an office.

button-write = Napisz do urzędu
button-answer = Odpowiedz
button-ask-advisor = Zapytaj Doradcę
button-answer-advisor = Odpowiedz Doradcy
button-about-all = Całe zgłoszenie
commenting = Proszę napisać krótką uwagę do urzędu. Zgłoszenie pozostaje bez zmian; uwagę zobaczą kierownik urzędu i osoba przygotowująca zgłoszenie.
commenting-about = Uwaga może dotyczyć jednej osoby – wystarczy ją wskazać.
asking-advisor = Proszę napisać pytanie lub odpowiedź do Doradcy. Doradca otrzyma powiadomienie, a treść zobaczy na karcie urzędu.
word-of-advisor = <b>Uwaga Doradcy:</b> „{ $text }”
word-of-coordinator = <b>Uwaga koordynatora:</b> „{ $text }”
word-of-office = <b>Urząd pisze:</b> „{ $text }”
word-about = Dotyczy: { $person }
note-commented = Uwagę przekazano urzędowi.
note-asked = Wiadomość przekazano Doradcy.
note-no-advisor = Ten urząd nie ma jeszcze Doradcy.
notice-commented = { $by ->
    [coordinator] { $office }: koordynator napisał uwagę do zgłoszenia. Treść jest na karcie.
   *[advisor] { $office }: Doradca napisał uwagę do zgłoszenia. Treść jest na karcie.
}
notice-asked = { $office }: urząd napisał do Doradcy. Treść jest na karcie urzędu.
viewing-secretary-joined = Osoba przygotowująca zgłoszenie ma dostęp do asystenta.

putting-off = Na kiedy odłożyć przypomnienia?
putting-off-why = Proszę napisać krótki powód; zobaczy go koordynator.
putting-off-reason = Powód odłożenia: „{ $reason }”
button-snooze = Odłóż
button-snooze-why = Z podaniem powodu
reminder-put-off-by = { $advisor }: odłożono do { $until } Powód: „{ $reason }”
reminder-put-off-by-unexplained = { $advisor }: odłożono do { $until }

button-stand-in = Zastępstwo Doradcy
button-stand-in-end = Zakończ zastępstwo
standing-in-who = <b>Zastępstwo Doradcy: { $advisor }</b>
    Kto przejmie na ten czas przypisane urzędy?
standing-in-days = <b>Zastępstwo Doradcy: { $advisor }</b>
    Zastępuje: { $substitute }. Proszę wpisać pierwszy i ostatni dzień, np. „1.12.2026 – 14.12.2026”.
standing-in-nobody = Doradca: { $advisor }. W Tabelach koordynacyjnych nie ma innego Doradcy.
stands-in = Zastępstwo od { $first } do { $last } Doradca: { $advisor }. Zastępuje: { $substitute }
note-stands-in = Zastępstwo zapisano. Doradcy otrzymają powiadomienie.
note-stands-in-no-more = Zastępstwo zakończono.
note-days-unclear = Nie odczytano dni zastępstwa. Proszę wpisać pierwszy i ostatni dzień, np. „1.12.2026 – 14.12.2026”; ostatni nie może być w przeszłości.
notice-stands-in = Koordynator wyznaczył zastępstwo od { $first } do { $last } Doradca: { $advisor }. Zastępuje: { $substitute }
notice-stands-in-no-more = Koordynator zakończył zastępstwo. Doradca: { $advisor }. Zastępstwo: { $substitute }

button-enter = Wprowadź listę urzędu
entering = <b>Wprowadzanie za urząd: { $office }</b>
entered = Skład wprowadził koordynator.
entered-on-basis = Skład wprowadził koordynator na podstawie: { $basis }

button-attendance = Obecność w bloku I
button-attended-all = Byli wszyscy
attendance = <b>Obecność w bloku I</b>
attendance-held = Blok I się odbył. Uczestniczyło w nim: { people-nominative }.
attendance-ask = Kto uczestniczył w bloku I? Proszę wpisać numery, np. „1 2 4”, wkleić listę obecności albo wybrać „Byli wszyscy”. Kolejny wpis zastępuje poprzedni.
attended = ✓ { $person }
note-attendance-unclear = Nie odczytano listy obecności. Proszę wpisać numery z karty, np. „1 2 4”, albo wkleić imiona i nazwiska.
