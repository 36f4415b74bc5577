# Practice: an office of one's own in which nothing counts.

practice-office = Urząd Gminy Przykładowo
practice-head = Wójt
practice-mark = <b>ĆWICZENIE: nic się nie liczy</b> · { $role }
practice-waits = Zgłoszenie czeka na decyzję kierownika urzędu. W ćwiczeniu podejmuje ją ta sama osoba: proszę nacisnąć „{ button-practice-as-head }”.
speaking-in-practice = { $role } (ćwiczenie)
button-practice = Ćwiczenie
button-practice-again = Zacznij od nowa
button-practice-end = Zakończ ćwiczenie
button-practice-as-head = Wejdź w rolę kierownika
button-practice-as-secretary = Wróć do roli Sekretarza
command-cwiczenie = ćwiczenie: nic się nie liczy
help-practice = Całe zgłoszenie można najpierw przećwiczyć na zmyślonym urzędzie: /cwiczenie. Nic stamtąd nie trafia do urzędu, Doradcy ani koordynatora, a po { $days } dniach bez zmian ćwiczenie jest usuwane.
note-practice-begun = Urząd ćwiczebny jest gotowy. Proszę wpisywać zmyślone osoby; nikt inny tego nie zobaczy.
note-practice-ended = Ćwiczenie zakończono, a wszystko, co w nim wpisano, usunięto. Dalej liczy się już wszystko.
note-practice-sent = Zgłoszenie gotowe. Poza ćwiczeniem kierownik urzędu i Doradca otrzymaliby teraz powiadomienie.
note-practice-alone = W ćwiczeniu nic nie wychodzi poza tę rozmowę: bez zaproszeń i próśb do koordynatora.
