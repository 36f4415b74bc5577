# What several cards share: buttons, lists, statuses, positions.

# What this language calls itself, and whose way of writing days and hours is its own (CLDR).
language = Polski
language-of-dates = pl

-formats = .docx, .xlsx, .xls, .ods, .csv, .txt
-example = „Anna Kowalczyk – Sekretarz Gminy”

remark = { $remark }
refusal = ⚠️ { $remark }
speaking-for = { $whom } · { $role }
speaking-as = { $role }

role-coordinator = koordynator projektu
role-advisor = Doradca
role-head = kierownik urzędu
role-secretary = osoba przygotowująca zgłoszenie

status-not-started = nierozpoczęte
status-in-preparation = w przygotowaniu
status-submitted = zgłoszone
status-submitted-with-remark = zgłoszone z uwagą
status-returned = zwrócone do poprawy
status-approved = zatwierdzone
status-accepted = zaakceptowane przez Doradcę
status-to-complete = do uzupełnienia
status-closed = zamknięte

missing-plenipotentiary = Pełnomocnik
missing-steering = grupa sterująca
missing-editorial = zespół redakcyjny
missing-approval = decyzja kierownika urzędu

# Lists
more-people = … i jeszcze { people-nominative }
more-rows = … i jeszcze: { $count }
more-offices = … i jeszcze { offices-nominative }
name = { $name }
person = { $name } – { $position }
no-position = bez stanowiska
numbered = { $number }. { $entry }
remarked = { $entry } ({ $remarks })
mark-plenipotentiary = Pełnomocnik
mark-borderline = czy to kadra kierownicza?
mark-chosen = ✓ zespół redakcyjny
page = Strona { $page } z { $pages }
bullet = – { $entry }

size = { $count } z { $seats }
size-with-least = { $count } z { $seats } · minimum { $least }
size-without-limit = { $count } z { $seats } · limit do potwierdzenia
norm-seats = norma z pkt 3 Informacji: { people-nominative }
granted-seats = limit przyznany przez koordynatora: { people-nominative }
column-5 = kol. 5 Tabel koordynacyjnych: { people-nominative }
column-6 = kol. 6 Tabel koordynacyjnych: { people-nominative }

# Buttons: the words in the offices' leaflet
button-order = Zarządzenie – podam numer
button-oral = Decyzja ustna, zarządzenie w przygotowaniu
button-proposal = To propozycja
button-yes = Tak
# What is typed instead, parted by commas.
said-yes = ok, okej, zgadza się, tak zgadza się, dobrze, poprawna, poprawnie, tak jest, tak poprawna
said-approve = zatwierdzam, akceptuję
said-send = wysyłam
said-on = dalej, kontynuuj, kontynuujemy, rozpocznij, zaczynamy, zaczynam
said-back = wróć, cofnij, powrót
button-no = Nie
button-fix = Popraw
button-add = Dopisz
button-remove = Usuń
button-remove-people = Usuń osoby
button-request-limit = Poproś o zmianę limitu
button-add-people = Dopisz osoby
button-change = Zmień
button-keep = Pozostaw
button-join = Dopisz do grupy
button-stay-outside = Pozostaw bez udziału
button-add-outsider = Dopisz też do grupy sterującej
button-skip = Pomiń
button-done = Gotowe
button-send = Wyślij
button-back-to-editing = Wróć do edycji
button-approve = Zatwierdź
button-reject = Odrzuć
button-return = Zwróć do poprawy

# Buttons: the rest
button-back = Wstecz
button-back-to-work = Wróć do pracy
button-open = Otwórz
button-see = Pokaż
button-start = Rozpocznij
button-continue = Kontynuuj
button-summary = Podsumowanie
button-plenipotentiary = Pełnomocnik
button-steering = Grupa sterująca
button-editorial = Zespół redakcyjny
button-basis = Podstawa decyzji
button-see-list = Zobacz listę
button-leave-as-is = Pozostaw bez zmian
button-choose-again = Wybierz ponownie
button-request-waiver = Poproś o zgodę
button-info = Treść Informacji
button-amend = Zmień skład
button-discard = Porzuć zmiany
button-take-back = Wycofaj i popraw
button-invite-secretary = Zaproś Sekretarza
button-invite-one-more = Zaproś kolejną osobę
button-more = Więcej…
button-settings = Ustawienia
button-invite-head = Zaproś kierownika
button-switch-role = Zmień rolę
button-accept-invitation = Potwierdzam
button-decline-invitation = To nie ja
button-privacy = Dane osobowe
button-help = Pomoc
button-language = Język / Language
button-accept = Zaakceptuj
button-grant = Zgódź się
button-refuse = Odmów
button-close = Zamknij listę
button-reopen = Otwórz ponownie
button-invitations = Zaproszenia
button-all-offices = Wszystkie urzędy
button-new-version = Zatwierdź – nowa wersja
button-table-limits = Limity z tabeli
button-additional = Zatwierdź – dodatkowa
button-previous = ‹ Poprzednie
button-next = Następne ›
