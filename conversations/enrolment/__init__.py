"""The enrolment of one office, from the invitation to the approved team.

A chat, shortened:

    Krok 1 z 3 – Pełnomocnik. …          > Anna Kowalczyk – Sekretarz Powiatu
    … nie ma na liście bloku I. …        > [Dopisz do grupy]
    Na jakiej podstawie …                > [To propozycja]
    Krok 2 z 3 – grupa sterująca …       > (eight lines pasted)
    Odczytano 8 osób … poprawna?         > [Tak]
    Krok 3 z 3 – zespół redakcyjny …     > 1 3 5 8
    …                                    > [Gotowe]
    Podsumowanie …                       > [Wyślij]

`step` answers one event. `where` knows the way: where to stand next, what still makes sense, what
is before. `buttons` and `words` say what a tap or a message does; `lists` enters a pasted list.
Where to go next is never written into a case of theirs: `onward` asks the first open finding of
`conversations.rules`, and when none is open it shows the summary. So a correction from the summary
returns to the summary, and a lowered limit asks by itself.
"""

from conversations.enrolment.changes import meanings
from conversations.enrolment.machine import step
from conversations.enrolment.where import awaits_basis, back, onward, settle, takes_list

__all__ = ["awaits_basis", "back", "meanings", "onward", "settle", "step", "takes_list"]
