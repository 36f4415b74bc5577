# The coordinator's work: access, links as a file, many lists at once, announcements, history.

access = <b>Dostęp do asystenta</b>
access-counts = Nadane role: { $held }. Zaproszenia, które czekają: { $waiting }.
access-found = Wyszukano: „{ $query }”
access-not-found = Nie znaleziono: „{ $query }”.
access-hint = Aby zawęzić listę, wystarczy wpisać część nazwy urzędu, konta albo roli. Odwołanie i przekazanie: po wybraniu pozycji.
access-project = <b>Projekt</b>
access-office = <b>{ $office }</b>
access-advisor = <b>Doradca: { $advisor }</b>
access-advisor-of-several = <b>Doradca: { $advisor }</b> (urzędy w kilku województwach: { $places } – czy to jedna osoba?)
access-held = { $role }: { $name }, od { $date }
access-link = { $role }: zaproszenie, ważne do { $date }
access-link-short = zaproszenie
access-gone = Tej pozycji nie ma już na liście: dostęp odwołano albo zaproszenie zostało użyte.
access-advisor-shared = Tę rolę ma więcej kont: { $count }. Każde z nich widzi wszystkie urzędy tego Doradcy. Jeżeli to różne osoby o tym samym imieniu i nazwisku, w Tabelach koordynacyjnych trzeba je odróżnić, np. dopisując województwo.
access-hand-over-hint = Przekazanie odwołuje dostęp i od razu tworzy link dla następcy.
access-ask-revoke = Odwołać ten dostęp? Ta osoba otrzyma o tym wiadomość. To, co zapisano w zgłoszeniu, pozostaje. Linki wydane przez odwołanego kierownika urzędu przestają działać.
access-ask-links = Zaproszenia wydane przez tę osobę, które czekają: { $count }. Jej samej już nie wpuszczą, a innych wpuszczą, dopóki są ważne. Można je odwołać razem z dostępem.
access-ask-hand-over = Przekazać tę rolę następcy? Dotychczasowa osoba traci dostęp i otrzyma o tym wiadomość, a link dla następcy pojawi się w osobnej wiadomości.
access-ask-link = Odwołać to zaproszenie? Link przestanie działać.
again = <b>{ $office }</b>: kierownik urzędu ma już dostęp.
again-ask = Jeżeli kierownik urzędu się zmienił, właściwe jest przekazanie roli. Drugi link oznacza, że decyzje będą mogły podejmować dwie osoby.

by-file = <b>Zaproszenia w pliku</b>
by-file-count = Powstaną nowe linki dla wszystkich, którzy nie mają jeszcze dostępu – kierownicy urzędów: { $heads }, Doradcy: { $advisors }.
by-file-kinds = Arkusz jest listą, np. do korespondencji seryjnej. Strony do druku to jedna strona z kodem QR na każdy urząd.
by-file-earlier = Każdy link jest jednorazowy i ważny 14 dni. Wcześniejsze linki działają nadal; po wejściu danej osoby pozostałe linki na jej miejsce tracą ważność. Linki są tylko w tym pliku, dlatego proszę przechowywać go jak klucze.
by-file-everybody = Wszyscy mają już dostęp.

lists-close = <b>Zamknięcie list</b>
lists-reopen = <b>Ponowne otwarcie list</b>
lists-close-ask = Listy otwarte: { offices-nominative }. Które zamknąć?
lists-reopen-ask = Listy zamknięte: { offices-nominative }. Które otworzyć?
lists-close-none = Nie ma tu list do zamknięcia.
lists-reopen-none = Nie ma tu list do otwarcia.
lists-more-advisors = Na przyciskach są Doradcy, którzy mają najwięcej takich urzędów.
lists-one-office = Listę jednego urzędu zamyka się i otwiera na jego karcie.
lists-whose = { $whose ->
    [all] Dotyczy: wszystkie urzędy.
   *[advisor] Dotyczy: urzędy Doradcy ({ $advisor }).
}
lists-count = Zmiana obejmie: { offices-nominative }.
lists-incomplete = Bez kompletu: { offices-nominative }. Po zamknięciu nie da się go uzupełnić.
lists-unconfirmed = Limit do potwierdzenia, dlatego lista pozostanie otwarta: { offices-nominative }.
lists-close-follows = Urzędy i Doradcy otrzymają wiadomość. Zamknięte listy może otworzyć tylko koordynator.
lists-reopen-follows = Urzędy i Doradcy otrzymają wiadomość.
lists-left = W toku. Do wykonania: { offices-nominative }.
lists-close-done = Zamknięto: { offices-nominative }.
lists-reopen-done = Otwarto: { offices-nominative }.
lists-outcome-unconfirmed = Pozostawiono, bo limit jest do potwierdzenia: { offices-nominative }.
lists-outcome-already = Bez zmian, bo zmieniono w międzyczasie: { offices-nominative }.
lists-outcome-failed = Nie udało się z powodu błędu: { offices-nominative }.
lists-gone = Tej czynności nie ma już w zapisach.

announcing = <b>Ogłoszenie</b>
announcing-ask = Proszę wpisać treść (najwyżej { $most } znaków). Przed wysłaniem pojawi się podgląd i wybór odbiorców.
announcing-preview = Tak będzie wyglądało ogłoszenie:
announcing-whom = Do kogo wysłać?
announcing-count = Odbiorcy: { $whom } – { people-nominative }.
announcing-again = Nowo wpisana treść zastąpi powyższą.
announcing-result = <b>Wysyłanie ogłoszenia</b>
announcing-sent = Wysłano: { $count }
announcing-pending = Czeka na wysłanie: { $count }
announcing-unknown = Nie wiadomo, czy dotarło: { $count } (nie jest wysyłane ponownie)
announcing-undeliverable = Nie można dostarczyć: { $count }
announcing-gone = Tego ogłoszenia nie ma już w zapisach.
readers-everybody = wszyscy
readers-offices = kierownicy i Sekretarze
readers-advisors = Doradcy
readers-incomplete = urzędy bez kompletu

history = <b>Historia</b> · { $office }
history-empty = Nie ma jeszcze żadnych zapisów.
history-line = { $at } – { $who }: { $what }{ $version ->
    [0] {""}
   *[other] {" "}(wersja { $version })
}
history-program = bez konta
history-versions = Wersje zatwierdzone:
history-version-short = { $version }: { $date }
history-version = Wersja { $version }, zatwierdzona { $at }
journal-started = rozpoczęto wersję roboczą
journal-edited = { $times ->
    [1] zmieniono wersję roboczą
   *[other] zmieniono wersję roboczą ({ $times }×)
}
journal-submitted = przesłano do zatwierdzenia
journal-taken-back = wycofano do poprawy
journal-approved = zatwierdzono skład
journal-approved-by-basis = zapisano decyzję kierownika urzędu; skład zatwierdzony
journal-returned-by-head = zwrócono do poprawy (kierownik urzędu)
journal-returned-by-advisor = zwrócono do poprawy (Doradca)
journal-returned-by-limit = zgłoszenie wróciło do poprawy po zmianie limitu
journal-accepted = zaakceptowano skład
journal-amended = rozpoczęto zmianę zatwierdzonego składu
journal-discarded = porzucono zmianę; obowiązuje skład zatwierdzony
journal-requested = { $detail ->
    [R4] poproszono o większy limit bloku I
    [R6] poproszono o większy limit bloku II
   *[other] poproszono o zgodę dotyczącą Pełnomocnika
}
journal-granted = { $detail ->
    [R4] zwiększono limit bloku I
    [R6] zwiększono limit bloku II
   *[other] wyrażono zgodę dotyczącą Pełnomocnika
}
journal-refused = { $detail ->
    [R4] nie zwiększono limitu bloku I
    [R6] nie zwiększono limitu bloku II
   *[other] nie wyrażono zgody dotyczącej Pełnomocnika
}
journal-limit-changed = zmieniono limit
journal-attendance = zapisano obecność w bloku I
journal-closed = zamknięto listę
journal-reopened = otwarto listę ponownie
journal-document = pobrano dokument: { $detail }
journal-people-informed = potwierdzono poinformowanie osób z listy
journal-invited = utworzono zaproszenie ({ $detail })
journal-joined = przyjęto zaproszenie ({ $detail })
journal-revoked = odwołano dostęp ({ $detail })
journal-handed-over = przekazano rolę następcy ({ $detail })
journal-invitation-revoked = odwołano zaproszenie ({ $detail })
journal-invited-by-file = utworzono zaproszenia w pliku
journal-imported = wczytano Tabelę koordynacyjną
journal-setting = zmieniono ustawienie: { $detail }
journal-announced = wysłano ogłoszenie
journal-lists-closed = zamknięto wiele list
journal-lists-reopened = otwarto wiele list
journal-unknown = zapis nowszej wersji programu

note-revoked = { $kind ->
    [link] Zaproszenie odwołano.
    [with-links] Dostęp odwołano: { $name }. Odwołane zaproszenia: { $count }.
   *[grant] Dostęp odwołano: { $name }.
}
note-handed-over = Dostęp odwołano: { $name }. Link dla następcy jest w osobnej wiadomości.
note-last-coordinator = Roli koordynatora nie można w ten sposób oddać: projekt zostałby bez koordynatora. Następcę zaprasza się na serwerze: komplet invite coordinator.
note-already-revoked = Tej pozycji nie ma już na liście: dostęp odwołano albo zaproszenie zostało użyte.
note-invitations-being-made = Plik z zaproszeniami powstaje i pojawi się w osobnej wiadomości.
note-lists-begun = Rozpoczęto. Wynik pojawi się na tej karcie.
note-nothing-to-close = Nie ma tu list do zmiany.
note-announcement-begun = Wysyłanie rozpoczęto. Odbiorcy: { people-nominative }.
note-announcement-too-long = Tekst jest zbyt długi. Proszę zmieścić się w { $most } znakach.
note-nobody-to-tell = Nikt z wybranych osób nie ma jeszcze dostępu do asystenta.
note-history-of-which = Historia jest na karcie urzędu. Proszę wybrać urząd.

notice-access-revoked = { $role ->
    [coordinator] Dostęp w roli koordynatora projektu został wycofany.
    [advisor] Dostęp w roli Doradcy ({ $advisor }) został wycofany.
   *[other] { $office }: dostęp do zgłoszenia został wycofany. W razie pytań proszę o kontakt z koordynatorem projektu.
}
notice-lists-closed = Koordynator zamknął listy urzędów Doradcy ({ $advisor }): { offices-nominative }.
notice-lists-reopened = Koordynator otworzył ponownie listy urzędów Doradcy ({ $advisor }): { offices-nominative }.
notice-announcement = Ogłoszenie koordynatora projektu.
notice-invitation-file = Zaproszenia do asystenta. Linki są jednorazowe i ważne 14 dni; są tylko w tym pliku.

command-import = wczytanie tabeli
command-zaproszenia = linki dla innych osób
command-dostep = kto ma dostęp
command-ogloszenie = wiadomość do wielu osób
command-historia = historia urzędu
command-eksport = pliki i zestawienia
command-ustawienia = termin i przypomnienia

button-access = Dostęp
button-all-access = Cała lista
button-revoke = Odwołaj
button-hand-over = Przekaż
button-revoke-surely = Tak, odwołaj
button-revoke-with-links = Tak, z zaproszeniami
button-hand-over-surely = Tak, przekaż
button-invite-another = Zaproś drugą osobę
button-by-file = Zaproszenia w pliku
button-by-file-xlsx = Arkusz (.xlsx)
button-by-file-docx = Strony do druku (.docx)
button-announcing = Ogłoszenie
button-lists = Zamykanie list
button-lists-all = Wszystkie urzędy
button-lists-close = Zamknij listy
button-lists-reopen = Otwórz listy
button-lists-close-instead = Zamykanie list
button-lists-reopen-instead = Ponowne otwarcie
button-refresh = Odśwież
button-last-announcement = Ostatnie ogłoszenie
button-announce = Wyślij ogłoszenie
button-readers-everybody = Wszyscy
button-readers-offices = Kierownicy, Sekretarze
button-readers-advisors = Doradcy
button-readers-incomplete = Urzędy bez kompletu
button-history = Historia

# Links as a file: the sheet, and the page that is printed for an office.
by-file-name-xlsx = zaproszenia
by-file-name-docx = zaproszenia-do-druku
by-file-sheet = Zaproszenia
by-file-column-name = Urząd lub Doradca
by-file-column-role = Rola
by-file-column-link = Link
by-file-column-until = Ważny do
by-file-column-joined = Ma już dostęp
by-file-yes = tak
by-file-no = nie
page-title = Zaproszenie do asystenta projektu „ISO 9001 w administracji samorządowej Polski Wschodniej”
page-role = Zaproszenie dla osoby w roli: { $role }
page-about-1 = Asystent w komunikatorze Telegram prowadzi urząd przez zgłoszenie zespołu na szkolenia ISO 9001.
page-about-2 = Zgłoszenie składa się z trzech części: Pełnomocnik, grupa sterująca (blok I) i zespół redakcyjny (blok II).
page-about-3 = Zwykle wystarcza kilka wiadomości; wersja robocza zapisuje się sama, a zgłoszenie zatwierdza kierownik urzędu.
page-how = Proszę zeskanować kod aparatem telefonu albo otworzyć link:
page-until = Zaproszenie jest dla jednej osoby, jednorazowe, ważne do { $until }
page-ask = Nowy link i pomoc: koordynator projektu.
page-ask-contact = Nowy link i pomoc: { $contact }
page-nobody = Wszyscy mają już dostęp.

table-namesakes = <b>Czy to ta sama osoba?</b> Doradcy o tym imieniu i nazwisku mają już urzędy w innym województwie:
table-namesakes-do = Urzędy przydziela się Doradcy po imieniu i nazwisku. Jeżeli to różne osoby, proszę odrzucić tabelę i odróżnić je w niej, np. dopisując województwo.
