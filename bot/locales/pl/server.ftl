# The command line and exported files.

cli-import-confirm = Zatwierdzić wczytanie tej tabeli?
cli-import-choice = 1 – nowa wersja, 2 – tabela dodatkowa, { $granted ->
    [yes] 3 – nowa wersja z limitami z tabeli także tam, gdzie koordynator przyznał wyższy,
   *[no] {""}
} 0 – odrzuć
cli-import-additional = Wczytano jako tabelę dodatkową. Nowa wersja: komplet import PLIK { $option }
cli-more-offices = …i jeszcze { $count }; wszystkie: { $option }
cli-import-rejected = Tabelę odrzucono. Nic nie zmieniono.
cli-imported = Wczytano tabelę: { offices-nominative }.
cli-table-read = Wczytano { offices-nominative }, blok I razem { $steering }, blok II razem { $editorial }.
cli-no-offices = Nie ma jeszcze żadnych urzędów. Tabelę wczytuje: komplet import PLIK
cli-totals = Zgłoszone osoby: { $people } (blok II to te same osoby). Osobomiejsca: { $places }.

export-offices = Urzędy
export-people = Osoby
export-total = Razem
export-column-office = Urząd
export-column-advisor = Doradca
export-column-limit-steering = Limit – blok I (kol. 5)
export-column-limit-editorial = Limit – blok II (kol. 6)
export-column-status = Stan
export-column-plenipotentiary = Pełnomocnik
export-column-steering = Grupa sterująca
export-column-editorial = Zespół redakcyjny
export-column-given = Imiona
export-column-surname = Nazwisko
export-column-title = Tytuł
export-column-position = Stanowisko
export-column-email = E-mail
export-column-phone = Telefon
export-column-extension = Numer wewnętrzny
export-column-block-i = Blok I
export-column-block-ii = Blok II
export-column-missing = Brakuje
