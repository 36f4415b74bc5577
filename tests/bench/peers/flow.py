"""The flow that the peers share: what each step says, and the buttons below it."""

Screen = tuple[str, list[tuple[str, str]]]

PEOPLE = (
    "Kowalczyk",
    "Zalewski",
    "Lis-Sadowska",
    "Borys",
    "Sikora",
    "Żółkowski",
    "Chmiel",
    "Wójcik",
)

ASK_ACCEPT: Screen = ("Zaproszenie do urzędu", [("Potwierdzam", "accept")])
ASK_NAME: Screen = ("Krok 1 z 3 – Pełnomocnik", [])
ASK_JOIN: Screen = (
    "Krok 1 z 3 – blok I",
    [("Dopisz do grupy", "join"), ("Pozostaw bez udziału", "out")],
)
ASK_BASIS: Screen = ("Na jakiej podstawie?", [("To propozycja", "proposal")])
ASK_LIST: Screen = ("Krok 2 z 3 – grupa sterująca", [])
ASK_OK: Screen = ("Odczytano 8 osób", [("Tak", "yes"), ("Popraw", "fix")])
ASK_SEND: Screen = ("Podsumowanie", [("Wyślij", "send"), ("Wróć do edycji", "edit")])
SENT: Screen = ("Zgłoszenie przyjęto", [])
LOOK: Screen = ("Stan zgłoszenia", [("Wróć", "back")])


def editors(chosen: frozenset[int] | set[int]) -> Screen:
    """The third step: everybody as a toggle."""
    toggles = [
        (f"{'☑' if at in chosen else '☐'} {name}", f"pick {at}") for at, name in enumerate(PEOPLE)
    ]
    return f"Krok 3 z 3 – {len(chosen)} z 4", [*toggles, ("Gotowe", "done")]
