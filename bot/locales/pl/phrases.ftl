# Phrases with a number. The case depends on the sentence, so each case is a phrase of its own.

date = { $date } r.
moment = { $date }, godz. { $time }

# „Na liście: …”
people-nominative = { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
   *[many] { $count } osób
}
# „Zapisano …”, „Przekroczono o …”
people-accusative = { $count ->
    [one] { $count } osobę
    [few] { $count } osoby
   *[many] { $count } osób
}
# „Brakuje …”, „Limit: do …”
people-genitive = { $count ->
    [one] { $count } osoby
   *[many] { $count } osób
}
free-seats = { $count ->
    [one] zostało { $count } wolne miejsce
    [few] zostały { $count } wolne miejsca
   *[many] zostało { $count } wolnych miejsc
}
offices-nominative = { $count ->
    [one] { $count } urząd
    [few] { $count } urzędy
   *[many] { $count } urzędów
}
# „Wczytano …”
offices-accusative = { $count ->
    [one] { $count } urząd
    [few] { $count } urzędy
   *[many] { $count } urzędów
}
rows-accusative = { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[many] { $count } wierszy
}
questions-nominative = { $count ->
    [one] { $count } pytanie
    [few] { $count } pytania
   *[many] { $count } pytań
}
days-ahead = { $count ->
    [0] dziś
    [1] jutro
    [few] za { $count } dni
   *[many] za { $count } dni
}
days-overdue = { $count ->
    [one] po terminie o { $count } dzień
   *[many] po terminie o { $count } dni
}
# „do 3 urzędów”
offices-genitive = { $count ->
    [one] { $count } urzędu
   *[many] { $count } urzędów
}
days-nominative = { $count ->
    [one] { $count } dzień
   *[many] { $count } dni
}
