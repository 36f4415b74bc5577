"""What people do again and again in the stories: the steps of the enrolment, and looking around."""

from tests.person import Person, Sight
from tests.stories.conftest import Stage

SEKRETARZ = "Anna Kowalczyk – Sekretarz Powiatu"
EIGHT = f"""1. {SEKRETARZ}
2. Piotr Zalewski – Wicestarosta
3. Ewa Lis-Sadowska – Skarbnik Powiatu
4. Tomasz Borys – Naczelnik Wydziału Geodezji
5. Monika Sikora – Kierownik Referatu Organizacyjnego
6. Krzysztof Żółkowski – Naczelnik Wydziału Komunikacji
7. Beata Chmiel – Dyrektor Wydziału Oświaty
8. Marek Wójcik – Geodeta Powiatowy"""
NINE = EIGHT + "\n9. Adam Lis – Naczelnik Wydziału Promocji"


def first(count: int) -> str:
    """So many lines of the eight."""
    return "\n".join(EIGHT.splitlines()[:count])


async def answer_step_one(person: Person, who: str = SEKRETARZ) -> None:
    """Three actions: the name, the seat, the basis."""
    await person.shown("Krok 1 z 3")
    await person.say(who)
    await person.until("Zapisano Pełnomocnika")
    await person.tap("Dopisz do grupy")
    await person.tap("To propozycja")
    await person.until("Krok 2 z 3")


async def secretary_at_step_two(stage: Stage) -> Person:
    """The Sekretarz of Włodawa comes in and names the Pełnomocnik."""
    stage.table()
    await stage.comes_in(stage.secretary, "secretary")
    await answer_step_one(stage.secretary)
    return stage.secretary


async def answer_step_two(person: Person, people: str = EIGHT) -> None:
    """Two actions: the list, and that it is right."""
    await person.say(people)
    await person.until("Odczytano")
    await person.tap("Tak")


async def keep_free_seats(person: Person) -> None:
    """One action: that so few will come."""
    await person.until("Zgłosić taki skład?")
    await person.tap("Tak")


async def choose_editors(person: Person, numbers: str) -> None:
    """Two actions: the editors by number, and that they are all."""
    await person.shown("Krok 3 z 3")
    await person.say(numbers)
    await person.until("Wybór zapisano")
    await person.tap("Gotowe")


async def submit(person: Person, numbers: str = "1 3 5 8") -> None:
    """Three actions: the editors, that they are all, and off it goes."""
    await choose_editors(person, numbers)
    await person.until("Podsumowanie")
    await person.tap("Wyślij")


async def write_everything(person: Person) -> None:
    """From the first card to the submission in eight actions."""
    await answer_step_one(person)
    await answer_step_two(person)
    await submit(person)


async def approved_team(stage: Stage) -> None:
    """The head of Włodawa has submitted eight people, four of them editors: approved at once."""
    await stage.comes_in(stage.head, "head")
    await write_everything(stage.head)
    await stage.head.shown("Stan: zatwierdzone")


async def submitted_team(stage: Stage) -> None:
    """The Sekretarz has submitted eight people, four of them editors; the head is asked."""
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.secretary, "secretary")
    await write_everything(stage.secretary)
    await stage.head.until_button("Zatwierdź")


async def link_in_chat(person: Person) -> str:
    """The newest invitation link that the bot posted."""
    await person.shown("?start=")
    texts = [message.text for message in (await person.see()).messages]
    text = next(text for text in reversed(texts) if "?start=" in text)
    return next(word for word in text.split() if "?start=" in word)


async def pick(person: Person, surname: str) -> None:
    """Tap an editor's toggle and wait until the card shows it."""

    def chosen(sight: Sight) -> bool:
        card = sight.card
        return card is not None and any(
            surname in each and each.startswith("☑") for each in card.buttons
        )

    await person.tap_like(surname)
    await person.until(chosen)


async def open_office(person: Person, name: str) -> None:
    """From a desk to the card of one office, by a typed part of its name."""
    await person.say(name)
    await person.until(f"Wyszukano: „{name}”")
    await person.tap_like(name)
    await person.until("Stan:")
