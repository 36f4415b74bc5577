# The three steps.

# p.pytanie
step-1 = <b>Krok 1 z 3 – Pełnomocnik</b>
step-1-ask = Wyznacza go kierownik urzędu ({ $title }). Pełnomocnik powinien należeć do kierownictwa urzędu; w mniejszych urzędach jest to zwykle Sekretarz. Proszę podać imię, nazwisko i stanowisko.
step-1-ask-untitled = Wyznacza go kierownik urzędu. Pełnomocnik powinien należeć do kierownictwa urzędu; w mniejszych urzędach jest to zwykle Sekretarz. Proszę podać imię, nazwisko i stanowisko.
step-1-hint = Na przykład: { -example }. Można też od razu wkleić całą listę, z dopiskiem „Pełnomocnik” przy właściwej osobie.
step-1-listed = Jeśli jest to ktoś z listy, wystarczy nazwisko lub numer:
step-1-now = Obecnie: { $person }
step-1-position = { $name } – proszę podać stanowisko, np. „Sekretarz Gminy”.
# p.decyzja
step-1-basis = Na jakiej podstawie wyznaczono Pełnomocnika?
step-1-chosen = Pełnomocnik: { $person }.
step-1-basis-waiting = Kierownik urzędu nie ma jeszcze dostępu do asystenta. Podanie zarządzenia albo decyzji ustnej zatwierdzi zgłoszenie.
step-1-order = Proszę podać numer i datę zarządzenia, np. „0050.26.2026 z 5 stycznia 2026 r.”.

basis-now = Obecnie: { $basis }
basis-order = zarządzenie nr { $number } z dnia { $date }
basis-order-unnumbered = zarządzenie
basis-oral = decyzja ustna, zarządzenie w przygotowaniu
basis-proposal = propozycja

# gs.pytanie
step-2 = <b>Krok 2 z 3 – grupa sterująca</b>
step-2-ask = Blok I. Limit: do { people-genitive } (kol. 5 Tabel koordynacyjnych), z kadry kierowniczej.
step-2-ask-unlimited = Blok I. Do { people-genitive } z kadry kierowniczej. W Tabelach koordynacyjnych nie podano limitu Państwa urzędu; potwierdzi go koordynator.
step-2-hint = Proszę wkleić listę, każda osoba w nowym wierszu, np. „Anna Kowalczyk – Sekretarz”. Można też przesłać plik ({ -formats }).
step-2-listed = Na liście: { $size }
# gs.odczyt
step-2-read = Odczytano { people-accusative }:
step-2-question = Czy lista jest poprawna?
step-2-over = Lista przekracza limit o { people-accusative }; przed wysłaniem trzeba ją skrócić albo poprosić o zmianę limitu.
step-2-short = Do minimum brakuje { people-genitive }; przy mniejszym składzie potrzebny będzie krótki powód.
step-2-free = W bloku I { free-seats }.
step-2-outside = Pełnomocnik ({ $name }) – poza listą bloku I.
# gs.pominieto
step-2-skipped = Pominięto { rows-accusative }, bo nie ma w { $count ->
    [one] nim
   *[many] nich
} nazwiska:
skipped-line = „{ $line }”

clarify-left = Do wyjaśnienia: { questions-nominative }.
clarify-entry = Wpis: { $person }.
clarify-hint = Można też wpisać poprawne dane. Pominięte pytania wyjaśni Doradca.
question-szyk = Które słowo jest nazwiskiem?
question-potwierdz-nazwisko = Czy imię i nazwisko odczytano poprawnie?
question-pelne-imie = Proszę podać pełne imię.
question-polskie-znaki = W nazwisku mogło zabraknąć polskich liter. Jaka jest poprawna pisownia?
question-kto = Kogo dotyczy ten wpis? Proszę podać imię i nazwisko.
question-potwierdz-dopasowanie = Czy stanowisko przypisano właściwej osobie?
question-potwierdz-role = Czy rolę tej osoby odczytano poprawnie?
question-poza-grupa = Ta osoba jest w zespole redakcyjnym, ale nie w grupie sterującej. Dopisać ją do grupy sterującej?

removing = Kogo usunąć z listy? Można nacisnąć przycisk albo wpisać numery, np. „3 5”.
removing-over = Do usunięcia: jeszcze { people-nominative } ({ $column }).
correcting = Który wpis poprawić? Można nacisnąć przycisk albo wpisać numer.
correcting-member = Wpis: { $person }. Proszę podać poprawne dane, np. { -example }. Samo stanowisko też wystarczy.
correcting-contact = Kontakt: { $contact }
# zr.kaskada
removal-cascade = { $name }: także w zespole redakcyjnym. Usunięcie z grupy sterującej oznacza usunięcie z obu. Kontynuować?

# zr.pytanie
step-3 = <b>Krok 3 z 3 – zespół redakcyjny</b>
step-3-ask = Blok II. Wybiera się go spośród grupy sterującej. Limit: do { people-genitive } (kol. 6 Tabel koordynacyjnych). Proszę zaznaczyć osoby i nacisnąć „Gotowe”.
step-3-ask-unlimited = Blok II. Wybiera się go spośród grupy sterującej, do { people-genitive }. W Tabelach koordynacyjnych nie podano limitu Państwa urzędu; potwierdzi go koordynator. Proszę zaznaczyć osoby i nacisnąć „Gotowe”.
step-3-numbers = Można też wpisać numery, np. „1 3 5”.
step-3-chosen = Wybrano: { $size }
step-3-none = Aby przejść dalej, trzeba wybrać przynajmniej jedną osobę.
step-3-over = Zespół przekracza limit: proszę odznaczyć { people-accusative }.
step-3-short = Do minimum brakuje { people-genitive }; przy mniejszym składzie potrzebny będzie krótki powód.
step-3-free = W bloku II { free-seats }.
# zr.spoza
outsider = { $name }: spoza grupy sterującej. Zespół redakcyjny musi się wywodzić z grupy sterującej, bo zajęcia bloku II są kontynuacją bloku I (pkt 5 Informacji).
outsiders-left = Kolejne takie osoby: { $count }.
outsider-in-group = W grupie sterującej: { $size }
