# The preview of a coordination table, and why a file is not one.

table = <b>Podgląd tabeli: { $name }</b>
table-read = Wczytano { $offices }, blok I razem { $steering }, blok II razem { $editorial }.
table-title = Tytuł: { $title }
table-offices = <b>Urzędy (blok I / blok II):</b>
table-office = { $office } – { $steering } / { $editorial }
table-advisors = Doradcy: { $advisors }.
table-advisor = { $name } ({ $count })
table-advisors-more = i jeszcze { $count }
table-no-advisor = bez Doradcy ({ $count })
table-typed-agrees = Suma wpisana w tabeli jest zgodna.
table-typed-differs = Suma wpisana w tabeli: blok I { $steering }, blok II { $editorial }. Różni się od obliczonej; obowiązują liczby z wierszy.
table-no-typed = W tabeli nie ma sumy ogólnej do porównania.
table-remarks = <b>Uwagi:</b>
table-no-remarks = Uwagi: brak.
table-rejected = <b>Nie zostaną wczytane:</b>
table-rejected-row = { $office } (wiersz { $row }) – { $why }
table-row = wiersz { $row }: „{ $text }” – { $why }
table-sheet-row = arkusz „{ $sheet }”, wiersz { $row }: „{ $text }” – { $why }
table-sheet = arkusz „{ $sheet }”: „{ $text }” – { $why }
table-office-row = { $office }, wiersz { $row }: „{ $text }” – { $why }
table-whole = „{ $text }” – { $why }
table-replaced = { $office }: było { $before }; będzie { $after }
table-figures = blok I { $steering }, blok II { $editorial }
table-unknown-limit = ?
table-known = Już w asystencie: { offices-nominative } z tej tabeli. Czy to nowa wersja wcześniejszej tabeli, czy tabela dodatkowa? Nowa wersja zastępuje wcześniejszą: puste pole usuwa daną, a urzędy pominięte zostają i będą oznaczone. Dodatkowa tylko dodaje: puste pole niczego nie zmienia i nic nie zostanie oznaczone. W obu przypadkach nikt nie zostanie usunięty z list.
table-granted = Limity przyznane przez koordynatora pozostaną, chyba że wybiorą Państwo [Limity z tabeli].
diff-title = <b>Zmiany w nowej wersji</b>
diff-none = Nowa wersja niczego nie zmienia w urzędach, które już są w asystencie.
diff-over = <b>Skład nie zmieści się w limicie ({ $count }):</b>
diff-over-block = blok { $block } – o { people-accusative } za dużo
diff-granted = <b>Limity przyznane przez koordynatora ({ $count }):</b>
diff-grant = blok { $block } – limit przyznany przez koordynatora: { $granted }, w tabeli: { $told }
diff-gone = <b>Nie ma ich już w tabeli ({ $count }):</b>
diff-limits = <b>Zmieniony limit ({ $count }):</b>
diff-limit = blok { $block }: { $before } → { $after }
diff-advisors = <b>Zmieniony Doradca ({ $count }):</b>
diff-heads = <b>Zmieniony kierownik urzędu ({ $count }):</b>
diff-pair = { $office }: { $before } → { $after }
diff-line = { $office }: { $what }
diff-renamed = <b>Nazwa zapisana inaczej ({ $count }):</b>
diff-rename = „{ $told }” to { $office }
diff-returned = <b>Ponownie w tabeli ({ $count }):</b>
diff-unsure = <b>Nie wiadomo, czy to nowe urzędy ({ $count }); zostaną dodane jako nowe:</b>
diff-maybe = { $office } – być może: { $either }
diff-new = <b>Nowe urzędy ({ $count }):</b>
table-confirm-columns = Kolumny 5 i 6 rozpoznano z wątpliwościami – proszę sprawdzić liczby przed zatwierdzeniem.
table-question = Zatwierdzić wczytanie tabeli ({ offices-nominative })?
table-decided = Ta tabela została już rozpatrzona.
table-gone = Podglądu tej tabeli już nie ma. Proszę przesłać plik ponownie.

flag-PRZYPIS = znak przypisu pominięto, przyjęto samą liczbę
flag-LIMIT_OPISOWY = przyjęto podaną liczbę jako limit
flag-ZAKRES = zakres: limitem będzie wyższa liczba
flag-BRAK_LIMITU = brak limitu: do ustalenia obowiązuje norma z pkt 3
flag-NIE_UCZESTNICZY = urząd nie uczestniczy w tym bloku
flag-DATA_W_KOMORCE = data zamiast liczby (prawdopodobnie zakres): limitu nie przyjęto, proszę go potwierdzić
flag-PODEJRZANE = liczba podejrzana: limitu nie przyjęto, proszę go potwierdzić
flag-BLAD_II_WIEKSZE_NIZ_I = limit bloku II nie może być większy niż bloku I (pkt 5)
flag-POZA_NORMA = poza normą z pkt 3; obowiązuje liczba z tabeli
flag-KONFLIKT_ANEKS = urząd występuje dwa razy z różnymi liczbami; przyjęto późniejszy wiersz
flag-SUMA_NIEZGODNA = suma nie zgadza się z wierszami; powinno być: { $computed }
flag-REZERWA = miejsca rezerwowe nie są wliczane do limitu
flag-BEZ_GORNEGO_LIMITU = podano tylko minimum: do ustalenia obowiązuje norma z pkt 3
problem-KOLUMNY_SPRZECZNE = numery kolumn nie zgadzają się z nagłówkami
problem-KOLUMNY_WEDLUG_POLOZENIA = nie ma numerów ani nagłówków; przyjęto piątą i szóstą kolumnę
problem-KOLUMNY_WATPLIWE = liczby w tych kolumnach nie wyglądają na limity
problem-POMINIETY_WIERSZ = wiersza nie rozpoznano i pominięto go
problem-UKRYTY_WIERSZ = wiersz jest ukryty w pliku
problem-POMINIETY_ARKUSZ = arkusz nie zawiera Tabeli koordynacyjnej i pominięto go
problem-UKRYTY_ARKUSZ = arkusz jest ukryty i pominięto go
problem-POWTORZONY_URZAD = urząd występuje dwa razy z tymi samymi liczbami; wczytano go raz
problem-DORADCA_NIEPEWNY = komórka Doradcy jest pusta i nie wiadomo, czy chodzi o Doradcę z wiersza wyżej; nie przyjęto żadnego
problem-PODOBNE_NAZWY = ta sama miejscowość w innym przypadku stoi już w tabeli; wczytano dwa urzędy

not-a-table-PUSTA = Plik { $name } jest pusty.
not-a-table-BRAK-KOLUMN = W pliku { $name } nie znaleziono kolumn bloku I i bloku II. Proszę sprawdzić, czy to Tabela koordynacyjna z numerami kolumn albo nagłówkami.
not-a-table-BRAK-URZEDOW = W pliku { $name } nie znaleziono żadnego urzędu.

# plik.zly
upload-too-large = Plik { $name } jest zbyt duży. Można przesłać plik do 10 MB.
upload-empty = Plik { $name } jest pusty.
upload-unsupported = Nie udało się odczytać pliku { $name }. Obsługiwane: { -formats }.
upload-unreadable = Nie udało się odczytać pliku { $name }. Obsługiwane: { -formats }.
upload-too-slow = Odczyt pliku { $name } trwał zbyt długo. Proszę usunąć z niego zbędne arkusze i przesłać ponownie.
upload-too-big-inside = Plik { $name } zawiera zbyt wiele danych. Proszę usunąć z niego zbędne arkusze i przesłać ponownie.
upload-password = Plik { $name } jest zabezpieczony hasłem. Proszę przesłać wersję bez hasła.
upload-macros = Plik { $name } zawiera makra. Proszę zapisać go bez makr, jako .xlsx albo .docx, i przesłać ponownie.
upload-old-word = Plik { $name } jest w starym formacie (.doc lub .rtf). Proszę zapisać jako .docx i przesłać ponownie.
upload-pdf = { $awaited ->
    [table] Z pliku PDF ({ $name }) nie da się pewnie odczytać tabeli. Proszę przesłać plik: { -formats }.
   *[list] Z pliku PDF ({ $name }) nie da się pewnie odczytać listy. Proszę wkleić tekst albo przesłać plik: { -formats }.
}
upload-image = { $awaited ->
    [table] Plik { $name } to obraz, a z obrazu nie da się odczytać tabeli. Proszę przesłać plik: { -formats }.
   *[list] Plik { $name } to obraz, a z obrazu nie da się odczytać listy. Proszę wkleić tekst albo przesłać plik: { -formats }.
}
upload-web-page = Plik { $name } to strona internetowa. Proszę zapisać go jako .xlsx i przesłać ponownie.
upload-archive = Plik { $name } to archiwum. Proszę je rozpakować i przesłać plik: { -formats }.
