# The rules of the programme as people read them (each with its point of the Informacja), and the
# cards that ask about them.

reason-R1 = Kierownik urzędu wyznacza swojego Pełnomocnika (pkt 6 Informacji).
reason-R1_BASIS = Kierownik urzędu wyznacza swojego Pełnomocnika (pkt 6 Informacji).
reason-R2 = Norma wskazuje osobę z kierownictwa urzędu (pkt 6 Informacji).
reason-R2A = Pełnomocnikiem powinna być osoba zatrudniona w urzędzie (pkt 6 Informacji).
reason-R2B = Pełnomocnik działa w imieniu kierownika urzędu, więc musi to być inna osoba (pkt 6 Informacji).
reason-R3 = Jest bardzo wskazane, aby przyszły Pełnomocnik uczestniczył co najmniej w bloku I (pkt 7 Informacji).
reason-R3A = Warto rozważyć udział Pełnomocnika także w bloku II (pkt 7 Informacji).
reason-R4 = Liczbę miejsc w bloku I wyznacza kolumna 5 Tabel koordynacyjnych (pkt 4 Informacji).
reason-R4_EMPTY = Grupa sterująca liczy od 5 do 10 osób (pkt 3 Informacji).
reason-R4A = Grupa sterująca liczy od 5 do 10 osób (pkt 3 Informacji).
reason-R4_FREE = Liczbę miejsc w bloku I wyznacza kolumna 5 Tabel koordynacyjnych (pkt 4 Informacji).
reason-R6 = Liczbę miejsc w bloku II wyznacza kolumna 6 Tabel koordynacyjnych (pkt 4 Informacji).
reason-R6_EMPTY = Zespół redakcyjny liczy od 3 do 5 osób (pkt 3 Informacji).
reason-R6A = Zespół redakcyjny liczy od 3 do 5 osób (pkt 3 Informacji).
reason-R6_FREE = Liczbę miejsc w bloku II wyznacza kolumna 6 Tabel koordynacyjnych (pkt 4 Informacji).
reason-R8 = Grupę sterującą tworzy kadra kierownicza (pkt 3 Informacji).

# What is still open, on the summary
open-R1 = Nie wskazano Pełnomocnika.
open-R1_BASIS = Nie podano, na jakiej podstawie wyznaczono Pełnomocnika.
open-R2 = Do potwierdzenia: czy Pełnomocnik należy do kierownictwa urzędu.
open-R2A = Pełnomocnik nie jest osobą zatrudnioną w urzędzie.
open-R2B = Pełnomocnikiem nie może być kierownik urzędu.
open-R3 = Do decyzji: udział Pełnomocnika w bloku I.
open-R3A = Do rozważenia: udział Pełnomocnika w bloku II.
open-R4 = Grupa sterująca przekracza limit.
open-R4_EMPTY = Nie podano składu grupy sterującej.
open-R4A = Grupa sterująca liczy mniej niż 5 osób: potrzebny krótki powód.
open-R4_FREE = Do potwierdzenia: wolne miejsca w bloku I.
open-R6 = Zespół redakcyjny przekracza limit.
open-R6_EMPTY = Nie wybrano zespołu redakcyjnego.
open-R6A = Zespół redakcyjny liczy mniej niż 3 osoby: potrzebny krótki powód.
open-R6_FREE = Do potwierdzenia: wolne miejsca w bloku II.
open-R8 = Do potwierdzenia: osoby spoza kadry kierowniczej w grupie sterującej.

# Remarks on the summary and on the approval card
remark-R2 = Pełnomocnik – stanowisko poza kierownictwem urzędu
remark-R2A = Pełnomocnik spoza urzędu – za zgodą koordynatora
remark-R2B = Pełnomocnikiem jest kierownik urzędu – za zgodą koordynatora
remark-R3 = Pełnomocnik bez udziału w bloku I
remark-R4A = Grupa sterująca poniżej 5 osób
remark-R4_FREE = Blok I: { free-seats }
remark-R6A = Zespół redakcyjny poniżej 3 osób
remark-R6_FREE = Blok II: { free-seats }
remark-R8 = Spoza kadry kierowniczej: { people-nominative }
remark-entry = { $entry }: { $remarks }
doubt-szyk = które słowo jest nazwiskiem
doubt-potwierdz-nazwisko = nazwisko do potwierdzenia
doubt-pelne-imie = brak pełnego imienia
doubt-polskie-znaki = polskie znaki do potwierdzenia
doubt-kto = nie wiadomo, kto to
doubt-potwierdz-dopasowanie = wpis do potwierdzenia
doubt-potwierdz-role = rola do potwierdzenia
doubt-poza-grupa = spoza grupy sterującej
remark-reasoned = { $remark } – „{ $reason }”

# p.niekierownictwo
ask-R2-outside-management = Stanowisko „{ $position }” nie wygląda na kierownicze. Pełnomocnik powinien wywodzić się z kierownictwa urzędu (pkt 6 Informacji). Zmienić czy pozostawić?
ask-R2-managerial = Pełnomocnik: { $name } – { $position }.
    Czy to kierownictwo urzędu? { reason-R2 }
ask-R2-unknown = Pełnomocnik: { $name } – { $position }.
    Nie rozpoznano tego stanowiska. Czy to kierownictwo urzędu? { reason-R2 }
ask-R2A = Pełnomocnik: { $name }. Ta osoba jest Doradcą tego urzędu. { reason-R2A } Proszę wskazać inną osobę albo poprosić koordynatora o zgodę.
# p.kierownik
ask-R2B = Pełnomocnik: { $name }.
    To kierownik urzędu. Pełnomocnik działa w jego imieniu, więc powinna to być inna osoba. Proszę wskazać np. Sekretarza lub Zastępcę.
ask-R2B-waiver = Jeśli urząd nie ma takiej możliwości, można poprosić koordynatora o zgodę.
# gs.pelnomocnik
ask-R3 = Pełnomocnika ({ $name }) nie ma na liście bloku I. Jest bardzo wskazane, aby uczestniczył co najmniej w bloku I (pkt 7 Informacji). Zajmie wtedy jedno z miejsc urzędu.
# gs.ponad
ask-R4 = Lista przekracza limit o { people-accusative }. Limit bloku I dla Państwa urzędu – { $column }. Proszę wskazać osoby do usunięcia z listy albo poprosić o zmianę limitu.
ask-R6 = Zespół redakcyjny przekracza limit o { people-accusative }. Limit bloku II dla Państwa urzędu – { $column }. Proszę wybrać zespół ponownie albo poprosić o zmianę limitu.
# gs.kadra
ask-R8-several = Poza kadrą kierowniczą:
ask-R8-collective = Poza kadrą kierowniczą: { people-nominative }. Grupę sterującą tworzy kadra kierownicza (pkt 3 Informacji). Pozostawić te osoby?
ask-R8-question = Grupę sterującą tworzy kadra kierownicza (pkt 3 Informacji). Pozostawić te osoby?
ask-R8-outside = poza urzędem: odrębna jednostka lub osoba niezatrudniona w urzędzie
ask-R8-unknown = stanowisko nierozpoznane – czy kierownicze?
# gs.mniej
ask-R4_FREE = Zgłoszono { $people }; { free-seats } ({ $column }). Zgłosić taki skład?
ask-R6_FREE = W zespole redakcyjnym: { $people }; { free-seats } ({ $column }). Zgłosić taki skład?
ask-other = { $reason } Proszę uzupełnić zgłoszenie.

explain-R2 = Proszę podać krótki powód, dla którego Pełnomocnikiem będzie osoba spoza kierownictwa urzędu – przekażemy go Doradcy. { reason-R2 }
explain-R3 = Proszę podać krótki powód, dla którego Pełnomocnik nie weźmie udziału w bloku I – przekażemy go Doradcy. { reason-R3 }
# gs.ponizej5
explain-R4A = Grupa sterująca liczy zwykle od 5 do 10 osób (pkt 3 Informacji). Na liście: { people-nominative }. Jeśli tak ma zostać, proszę podać krótki powód – przekażemy go Doradcy.
explain-R6A = Zespół redakcyjny liczy zwykle od 3 do 5 osób (pkt 3 Informacji). Wybrano: { people-nominative }. Jeśli tak ma zostać, proszę podać krótki powód – przekażemy go Doradcy.
explain-other = Proszę podać krótki powód – przekażemy go Doradcy. { $reason }

request-R4 = Prośba o większy limit bloku I. Na liście: { people-nominative }; { $column }. Proszę podać krótkie uzasadnienie – przekażemy je koordynatorowi. Do czasu odpowiedzi można przygotować resztę zgłoszenia.
request-R6 = Prośba o większy limit bloku II. W zespole: { people-nominative }; { $column }. Proszę podać krótkie uzasadnienie – przekażemy je koordynatorowi. Do czasu odpowiedzi można przygotować resztę zgłoszenia.
request-other = { $reason } Proszę podać krótkie uzasadnienie prośby o zgodę – przekażemy je koordynatorowi. Do czasu odpowiedzi można przygotować resztę zgłoszenia.

request-waits-R4 = Czeka na odpowiedź koordynatora: zwiększenie limitu bloku I do { $wanted }.
request-waits-R6 = Czeka na odpowiedź koordynatora: zwiększenie limitu bloku II do { $wanted }.
request-waits-other = Czeka na odpowiedź koordynatora: zgoda na wskazanego Pełnomocnika.
