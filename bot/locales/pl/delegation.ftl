# What the head hands on: the Sekretarz, a substitute for a time, a successor.

access-title = <b>Kto prowadzi sprawy urzędu</b>
access-entry = { $name } – { $role }
access-substitute = { $name } – zastępca kierownika urzędu, od { $since } do { $until }
access-hint = Sekretarz przygotowuje i wysyła zgłoszenie. Zastępca decyduje w imieniu kierownika urzędu w podanych dniach. Następca przejmuje funkcję na stałe.
substitute-ask = W jakich dniach zastępca może decydować? Proszę podać daty, np. „od 1 do 15 grudnia 2026”. Link dla zastępcy przyjdzie w osobnej wiadomości; zatwierdzenie przez zastępcę zostanie tak zapisane.
hand-over-ask = Link dla następcy przyjdzie w osobnej wiadomości. Gdy następca go przyjmie, dotychczasowy dostęp kierownika urzędu wygaśnie. Zgłoszenie i jego wersja robocza zostają bez zmian.
revoke-ask = Odwołać dostęp?
    { $entry }
    Ta osoba otrzyma wiadomość, a wersja robocza zgłoszenia zostanie zachowana.
revoke-gone = Ta osoba nie ma już dostępu.
revoke-label = Odwołaj { $number }. { $name }

button-access = Kto prowadzi sprawy
button-substitute = Wyznacz zastępcę
button-hand-over = Przekaż funkcję następcy
button-hand-over-surely = Utwórz link dla następcy
button-revoke = Odwołaj

role-substitute = zastępca kierownika urzędu (do { $until })
invitation-days = Od { $since } do { $until }
home-approved-by-substitute = Skład zatwierdzono: { $moment }. Decyzja zastępcy kierownika urzędu.

note-only-the-head = Dostęp zmienia tylko kierownik urzędu.
note-period-unclear = Nie odczytano dat. Proszę podać pierwszy i ostatni dzień, np. „od 1 do 15 grudnia 2026”.
note-period-past = Te dni już minęły. Proszę podać inne daty.
note-access-revoked = Dostęp odwołano.
note-substitute-later = Zaproszenie przyjęto. W pierwszym dniu zastępstwa wystarczy napisać tu dowolną wiadomość. Początek: { $day }
note-took-over = Funkcję kierownika urzędu przejęto.

notice-substitute-joined = { $office }: zastępca kierownika urzędu przyjął zaproszenie.
notice-office-access-revoked = { $office }: kierownik urzędu odwołał dostęp do zgłoszenia. Wersja robocza została zachowana.
notice-handed-over = { $office }: następca przyjął zaproszenie, więc dotychczasowy dostęp kierownika urzędu wygasł.
notice-invitation-substitute = Rola: zastępca kierownika urzędu ({ $office }), od { $since } do { $until }
notice-invitation-successor = Rola: kierownik urzędu ({ $office }), w miejsce dotychczasowego
