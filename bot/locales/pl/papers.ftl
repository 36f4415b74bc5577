# Documents: on cards, in letters, and what stands in them. The orders and the notice are templates
# in bot/documents/templates.

# Buttons
button-documents = Dokumenty
button-export = Pliki i zestawienia
button-informed = Poinformowano osoby z listy
button-document-order = Projekt zarządzenia
button-document-amending = Zarządzenie zmieniające
button-document-list = Lista uczestników
button-document-calendar = Kalendarz
button-document-notice = Informacja (art. 14)
button-document-record = Karta zatwierdzenia
button-document-chart = Wykres
button-document-xlsx = Excel (XLSX)
button-document-csv = CSV
button-document-json = JSON

# The card of an office's documents
documents = <b>Dokumenty – { $office }</b>
documents-none = Dokumenty pojawią się, gdy na liście będą osoby.
documents-no-office = Dokumenty urzędu są dostępne na karcie tego urzędu.
documents-of-draft = Skład nie jest jeszcze zatwierdzony, więc dokumenty powstaną z wersji roboczej.
document-order = <b>Projekt zarządzenia</b> – wyznaczenie Pełnomocnika i powołanie zespołów (Word).
document-amending = <b>Zarządzenie zmieniające</b> – projekt z różnicą między dwoma ostatnimi zatwierdzonymi składami (Word).
document-list = <b>Lista uczestników</b> – blok I, blok II, wszystkie osoby, liczby (Excel).
document-calendar = <b>Kalendarz</b> – termin zgłoszenia i daty szkoleń, z przypomnieniem dzień wcześniej (plik .ics).
document-notice = <b>Informacja (art. 14)</b> – o przetwarzaniu danych, do przekazania osobom z listy (Word).
document-record = <b>Karta zatwierdzenia</b> – kto, kiedy i na jakiej podstawie zatwierdził skład, z sumą kontrolną (Word).
document-chart = <b>Wykres</b> – stan zgłoszeń według województw i Doradców.
document-xlsx = <b>Excel (XLSX)</b> – urzędy i osoby w dwóch arkuszach.
document-csv = <b>CSV</b> – to samo w jednej tabeli tekstowej.
document-json = <b>JSON</b> – stan projektu dla programów.
export-ask = <b>Pliki i zestawienia</b>
export-nothing = Nie ma jeszcze urzędów, więc nie ma czego zestawić.
people-to-inform = Do poinformowania o przetwarzaniu danych (art. 14 RODO, najpóźniej w ciągu miesiąca): { people-nominative }.
people-informed = Osoby z listy poinformowano o przetwarzaniu danych: { $moment }.

# Remarks
note-document-coming = Przygotowywany dokument: { $paper }. Za chwilę pojawi się w tej rozmowie.
note-document-on-its-way = Ten dokument jest już w drodze: { $paper }.
note-not-approved-yet = Ten dokument powstaje dopiero po zatwierdzeniu składu.
note-not-amended = Zarządzenie zmieniające powstaje po zatwierdzeniu zmiany składu; takiej zmiany jeszcze nie było.
note-nobody-listed = Na liście nie ma jeszcze nikogo, więc nie ma z czego przygotować dokumentu.
note-no-dates = Nie ustalono jeszcze ani terminu zgłoszenia, ani dat szkoleń. Podaje je koordynator projektu.
note-informed = Zapisano, że osoby z listy poinformowano o przetwarzaniu danych.
paper-order = projekt zarządzenia
paper-amending = projekt zarządzenia zmieniającego
paper-list = lista uczestników
paper-calendar = kalendarz
paper-notice = informacja o przetwarzaniu danych
paper-record = karta zatwierdzenia
paper-chart = wykres
paper-xlsx = zestawienie XLSX
paper-csv = zestawienie CSV
paper-json = zestawienie JSON

# The letters that carry them
notice-document = { $office }
    { $text }
# projekt.zarz
paper-caption-order = W załączniku projekt zarządzenia. To wzór – wymaga uzupełnienia podstawy prawnej i sprawdzenia przez obsługę prawną urzędu.
paper-caption-amending = W załączniku projekt zarządzenia zmieniającego. To wzór – wymaga uzupełnienia i sprawdzenia przez obsługę prawną urzędu.
paper-caption-list = Lista uczestników szkoleń. Blok II to te same osoby co w bloku I, dlatego osoby liczone są raz.
paper-caption-calendar = Termin zgłoszenia i daty szkoleń. Otwarcie pliku dodaje je do kalendarza.
paper-caption-notice = Informacja dla osób z listy (art. 14 RODO). Miejsca wykropkowane uzupełnia administrator danych. Po przekazaniu informacji proszę nacisnąć „Poinformowano osoby z listy”.
paper-caption-record = Karta zatwierdzenia składu z sumą kontrolną.
paper-caption-chart = Stan zgłoszeń.
paper-caption-xlsx = Zestawienie urzędów i osób.
paper-caption-csv = Zestawienie urzędów i osób.
paper-caption-json = Stan projektu w postaci dla programów.
paper-file-order = projekt-zarzadzenia
paper-file-amending = zarzadzenie-zmieniajace
paper-file-list = lista-uczestnikow
paper-file-calendar = terminy
paper-file-notice = informacja-art-14
paper-file-record = karta-zatwierdzenia
paper-file-chart = wykres
paper-file-xlsx = zestawienie
paper-file-csv = zestawienie
paper-file-json = zestawienie
order-footer = Projekt – do weryfikacji przez obsługę prawną urzędu
notice-footer = Informacja dla osób, których dane podał urząd

# The record of an approval
record-title = KARTA ZATWIERDZENIA SKŁADU
record-footer = Karta zatwierdzenia składu
record-about = Karta stwierdza, kto, kiedy i na jakiej podstawie zatwierdził skład zespołów do szkoleń.
record-head = Kierownik urzędu
record-by-head = Kierownik urzędu ({ $title }) – w asystencie
record-by-basis = Kierownik urzędu ({ $title }) – poza asystentem, na podanej podstawie
record-yes = tak
record-no = jeszcze nie
record-seats = blok I: { $steering }, blok II: { $editorial }
record-table = nr { $number }, plik { $name }, wczytana: { $at }{ $later ->
    [yes] {" "}(po zatwierdzeniu)
   *[no] {""}
}
record-fact-version = Numer wersji
record-fact-decider = Decyzja
record-fact-account = Konto, z którego ją zapisano
record-fact-moment = Data i godzina
record-fact-basis = Podstawa decyzji
record-fact-plenipotentiary = Pełnomocnik ds. SZJ
record-fact-limits = Limity miejsc
record-fact-table = Tabela koordynacyjna
record-fact-advisor = Doradca
record-fact-accepted = Zaakceptował Doradca
record-fact-informed = Osoby z listy poinformowano
record-steering = Grupa sterująca (blok I): { people-nominative }
record-editorial = Zespół redakcyjny (blok II): { people-nominative }
record-column-number = Lp.
record-column-name = Imię i nazwisko
record-column-position = Stanowisko
record-checksum = Suma kontrolna (SHA-256)
record-canonical = Treść objęta sumą kontrolną, w jednym wierszu:

# The participants of the training
participants-sheet-block-i = Blok I
participants-sheet-block-ii = Blok II
participants-sheet-people = Osoby
participants-sheet-offices = Urzędy
participants-title-block-i = Uczestnicy szkolenia – blok I (grupa sterująca)
participants-title-block-ii = Uczestnicy szkolenia – blok II (zespół redakcyjny)
participants-title-people = Osoby w obu blokach, każda raz
participants-title-offices = Liczba osób i osobomiejsc (blok II to osoby z bloku I)
participants-column-number = Lp.
participants-column-office = Urząd
participants-column-name = Imię i nazwisko
participants-column-position = Stanowisko
participants-column-phone = Telefon
participants-column-email = E-mail
participants-column-block-i = Blok I
participants-column-block-ii = Blok II
participants-column-plenipotentiary = Pełnomocnik
participants-column-signature = Podpis
participants-column-advisor = Doradca
participants-column-status = Stan
participants-column-limit-steering = Limit bloku I
participants-column-limit-editorial = Limit bloku II
participants-column-in-block-i = W bloku I
participants-column-in-block-ii = W bloku II
participants-column-people = Osoby
participants-column-places = Osobomiejsca

# The calendar
calendar-deadline = Termin zgłoszenia składu: { $project }
calendar-training = { $block ->
    [I] Szkolenie – blok I (grupa sterująca): { $project }
   *[II] Szkolenie – blok II (zespół redakcyjny): { $project }
}
calendar-alarm = Jutro
training-days = { $block ->
    [I] Blok I – grupa sterująca: { $days }
   *[II] Blok II – zespół redakcyjny: { $days }
}
training-days-unset = { $block ->
    [I] Blok I – grupa sterująca: daty jeszcze nie ustalono
   *[II] Blok II – zespół redakcyjny: daty jeszcze nie ustalono
}

# The picture
chart-title = Stan zgłoszeń: komplet { $complete } z { $count }
chart-complete = komplet
chart-submitted = zgłoszone
chart-in-work = w toku
chart-not-started = nierozpoczęte
chart-by-voivodeship = Według województw (komplet/wszystkie)
chart-by-advisor = Według Doradców (komplet/wszystkie)
chart-no-voivodeship = bez województwa
chart-no-advisor = bez Doradcy
chart-rest-voivodeship = pozostałe ({ $count })
chart-rest-advisor = pozostali ({ $count })
chart-caption = <b>Stan zgłoszeń: komplet { $complete } z { $count }</b>
chart-caption-part = { $what }: { $count }
chart-caption-worst = Najwięcej niekompletnych:
chart-caption-group = { $name }: { $count }
