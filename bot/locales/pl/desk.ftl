# The desks of the Advisor and the coordinator.

desk-advisor = <b>Przypisane urzędy</b> · Doradca: { $advisor }
desk-coordinator = <b>Stan zgłoszeń</b>
desk-offices = { offices-nominative }, w tym z kompletem: { $complete }
desk-empty-advisor = Nie ma jeszcze przypisanych urzędów. Pojawią się po wczytaniu Tabeli koordynacyjnej przez koordynatora.
desk-empty-coordinator = Nie ma jeszcze żadnych urzędów. Proszę przesłać Tabelę koordynacyjną jako plik ({ -formats }).
desk-not-found = Nie znaleziono urzędu: „{ $query }”. Proszę sprawdzić nazwę albo wybrać urząd z listy.
desk-found = Wyszukano: „{ $query }”
desk-near = Nie znaleziono urzędu: „{ $query }”. Podobne nazwy:
desk-hint-advisor = Aby znaleźć urząd, wystarczy wpisać część nazwy.
desk-hint-coordinator = Aby znaleźć urząd, wystarczy wpisać część nazwy. Tabelę koordynacyjną można przesłać jako plik ({ -formats }).
desk-left-out = <b>Nie ma ich w nowej wersji tabeli:</b>
desk-requests = <b>Prośby do rozpatrzenia:</b>
desk-request = { $office }: { $request }
# Every send whose outcome is unknown is shown; it is never repeated blindly.
desk-unknown-letters = Powiadomienia, co do których nie wiadomo, czy dotarły: { $count }. Nie są wysyłane ponownie; karty zainteresowanych są aktualne.
desk-by-status = <b>Stany:</b>
desk-by-status-short = <b>Stany:</b> { $statuses }
desk-run = { $numbers } { $status }
desk-by-voivodeship = <b>Województwa</b> (komplet / urzędy):
desk-by-advisor = <b>Doradcy</b> (komplet / urzędy):
desk-count = { $what }: { $count }
desk-share = { $what }: { $complete } / { $count }
desk-no-voivodeship = nie podano
desk-no-advisor = bez Doradcy
desk-people = Zgłoszone osoby: { $people } (blok II to te same osoby). Osobomiejsca w obu blokach: { $places }.
desk-office = { $office } – { $status }
desk-office-lacking = { $office } – { $status }; brakuje: { $missing }
desk-office-amending = { $office } – { $status }; trwa zmiana składu

viewing-counted = <b>Skład zatwierdzony</b>
viewing-draft = <b>Wersja robocza urzędu</b>
viewing-pending = <b>Zmiana w toku</b> – do czasu jej zatwierdzenia obowiązuje skład powyżej.
viewing-head-joined = Kierownik urzędu ma dostęp do asystenta.
viewing-head-absent = Kierownik urzędu nie ma jeszcze dostępu do asystenta.
viewing-gone = Tego urzędu nie ma już na liście.
viewing-returned = Zwrócono do poprawy z uwagą: „{ $comment }”.
viewing-left-out = Tego urzędu nie ma już w nowej wersji tabeli. Skład pozostaje bez zmian.
viewing-returned-by-limit = Do poprawy po zmianie limitu.
request-R4-card = <b>Prośba urzędu:</b> większy limit bloku I – obecnie: { $limit }, potrzebny: { $wanted }. Powód: „{ $reason }”.
request-R6-card = <b>Prośba urzędu:</b> większy limit bloku II – obecnie: { $limit }, potrzebny: { $wanted }. Powód: „{ $reason }”.
request-R2A-card = <b>Prośba urzędu:</b> zgoda na Pełnomocnika niezatrudnionego w urzędzie. Powód: „{ $reason }”.
request-R2B-card = <b>Prośba urzędu:</b> zgoda, aby Pełnomocnikiem był kierownik urzędu. Powód: „{ $reason }”.
request-unlimited = brak
request-short-R4 = limit bloku I: { $wanted }
request-short-R6 = limit bloku II: { $wanted }
request-short-other = zgoda na Pełnomocnika

inviting = <b>Zaproszenia</b>
inviting-ask = Kogo zaprosić? Powstanie link dla jednej osoby, jednorazowy, ważny 14 dni. ✓ – ta osoba ma już dostęp.
inviting-hint = Aby zawęzić listę, wystarczy wpisać część nazwy. Sekretarza zaprasza się z karty urzędu.
inviting-nobody = Nie ma kogo zaprosić: proszę najpierw przesłać Tabelę koordynacyjną jako plik ({ -formats }).
inviting-not-found = Nie znaleziono: „{ $query }”.
invitee-advisor = Doradca: { $name }
invitee-head = Kierownik urzędu: { $name }
invitee-joined = ✓ { $who }

awaiting-table = Proszę przesłać Tabelę koordynacyjną jako plik ({ -formats }). Przed wczytaniem pojawi się podgląd.
