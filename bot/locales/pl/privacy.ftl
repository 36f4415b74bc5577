# Personal data: what is held, how it is erased, what retention tells (domain.md §4).

privacy-ways = Dane przechowywane o Pani/Panu: /moje_dane. Usunięcie danych: /usun.

my-data = <b>Dane przechowywane w tym asystencie</b>
my-data-account = Konto Telegram: { $account }
my-data-roles = Role:
my-data-role = { $role }, { $whom } – od { $since }, nazwa konta: { $name }
my-data-role-past = { $role }, { $whom } – od { $since } do { $until }, nazwa konta: { $name }
my-data-listed = Na listach własnego urzędu pod tą samą nazwą:
my-data-entry = { $office }, { $version ->
    [draft] wersja robocza
   *[other] wersja zatwierdzona nr { $version }
}: { $name }, stanowisko: { $position }, kontakt: { $contacts }
my-data-rest = Wiadomości od asystenta: { $letters } · pliki do odczytania: { $files } · przesłane tabele: { $tables } · zaproszenia: { $invitations } · wpisy w historii zmian: { $actions }
my-data-file = Wszystkie dane zawiera plik, który asystent przesyła osobną wiadomością.
notice-personal-data = Dane przechowywane o Pani/Panu w tym asystencie (plik JSON).

erase-account = <b>Usunięcie własnych danych</b>
    Zostaną usunięte: ta rozmowa, role wraz z dostępem do urzędów, nazwa konta, wiadomości i pliki. W historii zmian pozostaną wpisy bez wskazania osoby.
    Skład przygotowany dla urzędu należy do urzędu i pozostaje. Usuwa go kierownik urzędu albo koordynator projektu.
erase-whom = <b>Usuwanie danych – { $office }</b>
    Kogo usunąć? Osoba zniknie z wersji roboczej, a w wersjach zatwierdzonych jej miejsce zajmie wpis „osoba usunięta na wniosek”.
erase-nobody = { $office }: na listach nie ma tej osoby albo nie ma nikogo.
erase-person = <b>Usunięcie osoby – { $office }</b>
    Do usunięcia: { $person }
    Dane tej osoby znikną z wersji roboczej, wersji zatwierdzonych, tabel, uwag i wiadomości. Liczba miejsc w wersjach zatwierdzonych się nie zmieni.
erase-draft = <b>Usunięcie wersji roboczej – { $office }</b>
    W wersji roboczej: { people-nominative }. { $kept ->
    [no] Zgłoszenie trzeba będzie przygotować od początku.
   *[yes] Wersja zatwierdzona pozostaje.
}
erase-office = <b>Usunięcie wszystkich danych – { $office }</b>
    Zostaną usunięte wersja robocza i wszystkie wersje zatwierdzone: { people-nominative }. Eksport trzeba zapisać wcześniej.
erase-surely = Na pewno? Tej operacji nie można cofnąć.

button-my-data = Moje dane
button-erase-me = Usuń moje dane
button-erase-on = Dalej
button-erase-surely = Tak, usuń na zawsze
button-erase-data = Usuwanie danych
button-erase-draft = Usuń wersję roboczą
button-erase-office = Usuń wszystko

# rodo.usun
notice-account-erased = Dane z tej rozmowy zostały usunięte: role – { $roles }, wiadomości – { $letters }, pliki – { $files }. Dane już przekazane do projektu usuwa administrator: { $contact }.
note-draft-erased = Wersja robocza została usunięta. Dane już przekazane do projektu usuwa administrator: { $contact }.
note-office-erased = Wszystkie dane o składzie tego urzędu zostały usunięte. Dane już przekazane do projektu usuwa administrator: { $contact }.
note-person-erased = Dane tej osoby zostały usunięte. W wersjach zatwierdzonych jej miejsce zajmuje wpis „osoba usunięta na wniosek”. Urząd otrzyma powiadomienie.
note-erasure-failed = Niczego nie usunięto: usterka po stronie serwera. Proszę powiadomić koordynatora projektu i spróbować ponownie.

notice-person-erased = { $office }: z listy usunięto osobę na jej wniosek. Proszę sprawdzić skład.
notice-draft-expires = { $office }: wersja robocza od dawna się nie zmienia. Zostanie usunięta { $day }, jeżeli nikt jej do tego czasu nie uzupełni.
notice-lists-expire = Listy wszystkich urzędów zostaną usunięte { $day }, zgodnie z okresem przechowywania danych. Proszę wcześniej zapisać eksport.

command-moje_dane = dane przechowywane o mnie
command-usun = usunięcie moich danych
