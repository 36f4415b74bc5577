# One line about what has just happened: `note-` and the code of conversations/notes.py.

note-stale = Ten przycisk jest już nieaktualny. Poniżej aktualna karta.
note-changed-meanwhile = Zgłoszenie zmieniło się w międzyczasie. Poniżej aktualna karta – proszę sprawdzić i nacisnąć ponownie.
note-other-role = Ten przycisk dotyczył innej roli. Poniżej karta obecnej roli.
note-not-allowed = Ta czynność nie jest dostępna w tej roli.
note-courtesy = Asystent jest do dyspozycji. Poniżej aktualna karta.
note-not-understood = Nie udało się zrozumieć tej wiadomości. Proszę użyć przycisków albo polecenia /pomoc.
note-unknown-command = Nie ma takiego polecenia w tej roli. Lista poleceń: /pomoc.
note-too-long = Tekst jest zbyt długi. Proszę zmieścić się w { $most } znakach.
note-picture = { $awaited ->
    [table] Otrzymano obraz, a z obrazu nie da się odczytać tabeli. Proszę przesłać plik: { -formats }.
   *[list] Otrzymano obraz, a z obrazu nie da się odczytać listy. Przy wklejaniu z Excela do Telegrama na komputerze proszę nacisnąć Esc przy pustym polu wiadomości – wklei się tekst – albo przesłać plik.
}
note-no-file-here = W tym miejscu plik nie jest potrzebny. Listę osób można przesłać w kroku 2.
note-file-received = Otrzymano plik { $name }. Trwa odczyt.
note-file-refused = { $why }
note-file-of-other-role = Plik { $name } przesłano w innej roli i nie wczytano go. Proszę wrócić do tamtej roli i przesłać go ponownie.
note-file-of-other-office = Plik { $name } przesłano jako listę innego urzędu i nie wczytano go. Proszę wrócić do listy tamtego urzędu i przesłać go ponownie.
note-kept = Przerwano. Wersja robocza została zachowana; powrót: /kontynuuj.
note-language-set = Język rozmowy: polski.
note-link-invalid = Ten link jest nieważny: wygasł, został użyty albo wycofany. Proszę poprosić o nowy.
note-link-declined = Zaproszenia nie przyjęto. Link nadal czeka na właściwą osobę.
note-welcome = Dostęp potwierdzono.
note-already-yours = Ta rola jest już przypisana do tej rozmowy.
note-link-made = Link z zaproszeniem jest w osobnej wiadomości – można ją przekazać dalej.
note-not-a-person = Nie znaleziono imienia i nazwiska. Proszę wpisać np. { -example }. Objaśnienie: /pomoc.
note-plenipotentiary-set = Zapisano Pełnomocnika.
note-list-kept = Listę zachowano.
note-order-unclear = Nie odczytano numeru i daty. Proszę podać oba, np. „0050.26.2026 z 5 stycznia 2026 r.”.
note-reason-needed = Potrzebny jest krótki powód słowami, np. „urząd zatrudnia 12 osób”.
note-added = { $count ->
    [0] Listę uzupełniono; nikogo nowego nie dopisano.
   *[other] Dopisano { people-accusative }.
}
note-added-with-duplicates = Dopisano { people-accusative }. Już na liście: { $people }.
note-only-duplicates = Już na liście: { $people }. Nikogo nowego nie dopisano.
note-too-many = Lista może liczyć najwyżej { $most } osób. Nic nie dopisano.
note-removed = Usunięto z listy.
note-corrected = Wpis poprawiono.
note-already-on-list = Ta osoba jest już na liście: { $person }.
note-not-on-list = Na liście nie ma tej osoby: { $people }. Proszę wybrać z listy.
note-no-such-number = Nie ma takiego numeru. Proszę wybrać od 1 do { $most }.
note-number-unclear = Nie wiadomo, co zrobić z podanymi numerami. Proszę najpierw wybrać [Popraw] albo [Usuń].
note-extra-data-dropped = Wykryto numer PESEL lub inne zbędne dane. Nie zostały zapisane. Proszę usunąć tę wiadomość z czatu. { $count ->
    [0] Nikogo nowego nie dopisano.
   *[other] Dopisano { people-accusative }.
}
note-request-sent = Prośbę przekazano koordynatorowi. Można przygotować resztę zgłoszenia.
note-request-waits = Poprzednia prośba czeka jeszcze na odpowiedź koordynatora. Następną można wysłać po tej odpowiedzi.
# zr.pelny
note-editors-full = Limit bloku II to { people-nominative } (kol. 6 Tabel koordynacyjnych). Aby dodać tę osobę, proszę najpierw odznaczyć inną.
note-editors-set = Wybór zapisano.
note-not-ready = Zgłoszenie wymaga jeszcze uzupełnienia – szczegóły są na karcie.
note-awaits-coordinator = Nie można jeszcze wysłać: prośba czeka na odpowiedź koordynatora.
note-not-editable = Tego zgłoszenia nie można teraz zmieniać. Wysłane trzeba najpierw wycofać, a zatwierdzone – otworzyć do zmiany.
note-lists-closed = Lista jest zamknięta. Może ją otworzyć koordynator projektu.
note-nothing-changed = Nic się nie zmieniło.
# wyslano
note-sent-to-head = { $advised ->
    [no] Zgłoszenie przyjęto { $date }, godz. { $time }. Numer: { $number }. Kierownik urzędu otrzyma powiadomienie.
   *[yes] Zgłoszenie przyjęto { $date }, godz. { $time }. Numer: { $number }. Kierownik urzędu otrzyma powiadomienie. Zgłoszenie zobaczy także Doradca.
}
note-sent-without-head = Zgłoszenie przyjęto { $date }, godz. { $time }. Numer: { $number }. Czeka na podstawę decyzji kierownika urzędu.
note-approved = { $advised ->
    [no] Skład zatwierdzono.
   *[yes] Skład zatwierdzono. Zobaczy go także Doradca.
}
note-not-submitted = To zgłoszenie nie czeka teraz na decyzję.
note-returned = Zgłoszenie zwrócono do poprawy.
note-taken-back = Zgłoszenie wycofano. Można je poprawić i wysłać ponownie.
note-amendment-open = Skład otwarto do zmiany. Do zatwierdzenia zmian obowiązuje poprzedni.
note-amendment-dropped = Zmiany porzucono. Obowiązuje zatwierdzony skład.
note-accepted = Skład zaakceptowano. Urząd otrzyma powiadomienie.
note-no-request = Ta prośba została już rozpatrzona albo wycofana.
note-granted = Zgodę zapisano. Urząd otrzyma powiadomienie.
note-refused = Odmowę zapisano. Urząd otrzyma powiadomienie.
note-closed = Listę zamknięto.
note-limit-unconfirmed = Nie można zamknąć listy: w Tabelach koordynacyjnych brakuje limitu tego urzędu. Proszę wczytać tabelę z limitem.
note-reopened = Listę otwarto ponownie.
note-not-a-table = { $why }
note-imported = Wczytano tabelę: { offices-nominative }.
note-import-rejected = Tabelę odrzucono. Nic nie zmieniono.
note-import-decided = Ta tabela została już rozpatrzona.
