# The whole submission: the summary, the approval card, the office's own card.

# podsumowanie
summary = <b>Podsumowanie – { $office }</b>
summary-plenipotentiary = <b>Pełnomocnik:</b> { $person }
summary-no-plenipotentiary = <b>Pełnomocnik:</b> nie wskazano
summary-in-block-i = uczestniczy w bloku I
summary-in-both = uczestniczy w blokach I i II
summary-outside = bez udziału w bloku I
summary-basis = <b>Podstawa decyzji:</b> { $basis }
summary-no-basis = <b>Podstawa decyzji:</b> nie podano
summary-steering = <b>Grupa sterująca ({ $count }/{ $seats }):</b>
summary-editorial = <b>Zespół redakcyjny ({ $count }/{ $seats }):</b>
summary-nobody = nie podano
summary-not-in-block = <b>{ $what }:</b> urząd nie uczestniczy w tym bloku
summary-remarks = <b>Uwagi:</b>
summary-limit-unconfirmed = Limit do potwierdzenia przez koordynatora: nie podano go w Tabelach koordynacyjnych.
summary-open = <b>Do uzupełnienia przed wysłaniem:</b>
summary-waits = Po odpowiedzi koordynatora będzie można wysłać zgłoszenie.
summary-then-head = { $advised ->
    [no] Wysłanie oznacza zatwierdzenie składu przez kierownika urzędu.
   *[yes] Wysłanie oznacza zatwierdzenie składu przez kierownika urzędu. Zobaczy go także Doradca.
}
summary-then-approval = { $advised ->
    [no] Zgłoszenie trafi do kierownika urzędu do zatwierdzenia.
   *[yes] Zgłoszenie trafi do kierownika urzędu do zatwierdzenia. Zobaczy je także Doradca.
}
summary-then-basis = Kierownik urzędu nie ma jeszcze dostępu do asystenta, więc zgłoszenie zostanie zatwierdzone na tej podstawie: { $basis }
summary-then-waits = Kierownik urzędu nie ma jeszcze dostępu do asystenta. Zgłoszenie poczeka, aż go uzyska albo aż zostanie podana podstawa decyzji.
summary-send = Wysłać zgłoszenie?

difference = <b>Zmiany wobec zatwierdzonego składu:</b>
difference-none = Skład taki sam jak zatwierdzony.
difference-plenipotentiary = Pełnomocnik: { $name } (poprzednio: { $former })
difference-basis = Podstawa decyzji: { $basis }
difference-corrected = Poprawiono dane: { $people }
difference-joined = Dopisano: { $people }
difference-left = Usunięto: { $people }
difference-editors-joined = Dopisano do zespołu redakcyjnego: { $people }
difference-editors-left = Usunięto z zespołu redakcyjnego: { $people }
people-and-more = { $people } … i jeszcze { people-nominative }

# urzad.karta
office = <b>{ $office }</b>
office-practice = <b>{ $office }</b> (urząd ćwiczebny, nie jest liczony)
office-head = Kierownik urzędu: { $title }
office-advisor = Doradca: { $advisor }
office-no-advisor = Doradca: nie wyznaczono
office-block = { $block ->
    [I] Blok I – grupa sterująca: do { people-genitive }
   *[II] Blok II – zespół redakcyjny: do { people-genitive }
}
office-block-none = { $block ->
    [I] Blok I – grupa sterująca: urząd nie uczestniczy
   *[II] Blok II – zespół redakcyjny: urząd nie uczestniczy
}
office-block-unknown = { $block ->
    [I] Blok I – grupa sterująca: do { people-genitive } (limit do potwierdzenia)
   *[II] Blok II – zespół redakcyjny: do { people-genitive } (limit do potwierdzenia)
}
office-status = Stan: <b>{ $status }</b>
office-amending = Trwa zmiana zatwierdzonego składu; do czasu jej zatwierdzenia obowiązuje poprzedni.
item-plenipotentiary = ✓ Pełnomocnik: { $name }
item-plenipotentiary-missing = – Pełnomocnik: brakuje
item-block = ✓ { $what }: { $size }
item-block-missing = – { $what }: brakuje ({ $size })
item-block-short = – { $what }: za mało osób ({ $size })
item-block-over = – { $what }: za dużo osób ({ $size })
what-steering = Grupa sterująca
what-editorial = Zespół redakcyjny
deadline-line = Termin: { $date } ({ $days })

home-not-started = Zajmie to około 10 minut; pracę można przerwać w każdej chwili – wersja robocza zostanie zachowana.
home-drafting = { $open } Proszę nacisnąć „Kontynuuj”.
home-ready = Wszystko gotowe do wysłania – proszę otworzyć podsumowanie.
home-approve = <b>Zgłoszenie czeka na decyzję kierownika urzędu</b>
home-approve-question = Zatwierdzić ten skład?
home-waits-for-head = Zgłoszenie czeka na decyzję kierownika urzędu. Do tego czasu można je wycofać i poprawić.
home-waits-without-head = Zgłoszenie czeka na decyzję kierownika urzędu, który nie ma jeszcze dostępu do asystenta. Można poprosić koordynatora o link dla kierownika albo podać podstawę decyzji: zarządzenie lub decyzję ustną.
# zwrot
home-returned-by-advisor = Doradca prosi o uzupełnienie: „{ $comment }”.
home-returned-by-head = Kierownik urzędu prosi o poprawienie: „{ $comment }”.
home-returned-by-coordinator = Koordynator prosi o uzupełnienie: „{ $comment }”.
# limit.zmieniony
home-returned-by-limit = Zmieniono limit w Tabelach koordynacyjnych i zgłoszony skład już mu nie odpowiada. Nikogo nie usunięto z listy; proszę ją poprawić albo poprosić o zmianę limitu.
limit-exceeded = { $block ->
    [I] Blok I: zgłoszony skład przekracza limit o { people-accusative } ({ $column }).
   *[II] Blok II: zgłoszony skład przekracza limit o { people-accusative } ({ $column }).
}
home-approved = { $advised ->
    [no] Skład zatwierdzono: { $moment }.
   *[yes] Skład zatwierdzono: { $moment }. Teraz może go zaakceptować Doradca.
}
home-approved-by-basis = Skład zatwierdzono: { $moment }. Podstawa: { $basis }
home-accepted = Skład zatwierdzono: { $moment }. Doradca zaakceptował skład.
home-to-complete = Skład zatwierdzono, ale nie odpowiada nowemu limitowi. Proszę zmienić skład.
limit-opened = Blok { $block }: są miejsca, a nie ma jeszcze nikogo ({ $column }).
home-closed = Lista jest zamknięta. Zmiany są możliwe po jej otwarciu przez koordynatora projektu.
home-invite-secretary = Zgłoszenie może przygotować Sekretarz lub inna wyznaczona osoba – wystarczy wysłać jej link.

returning-head = Co należy poprawić? Proszę napisać krótką uwagę; otrzyma ją osoba przygotowująca zgłoszenie.
returning-advisor = Co należy uzupełnić lub poprawić? Proszę napisać krótką uwagę; otrzymają ją kierownik urzędu i osoba przygotowująca zgłoszenie. Wyboru dokonuje kierownik urzędu; Doradca pomaga i opiniuje.
