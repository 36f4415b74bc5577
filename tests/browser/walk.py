"""The walk through the main cards of each role, in the order in which the job meets them."""

from tests.browser.album import Album, links, tap
from tests.stories.acts import EIGHT, SEKRETARZ


async def walk(album: Album) -> None:
    """Everything, from the stranger's greeting to the accepted team."""
    await _stranger(album)
    head, advisor = await _coordinator_begins(album)
    await _advisor_begins(album, advisor)
    await _head_begins(album, head)
    await _enrolment(album, (await links(album.head, 1))[0])
    await _decisions(album)
    await _coordinator_goes_on(album)
    await _everybody(album)


async def _stranger(album: Album) -> None:
    album.chapter("Who has no invitation")
    who = album.stranger
    await who.open()
    await album.keep(who, "stranger", "The greeting: nothing about any office", "Aby rozpocząć")


async def _coordinator_begins(album: Album) -> tuple[str, str]:
    """The table is read, two are invited; the head's and the Advisor's links."""
    album.chapter("The coordinator")
    who = album.coordinator
    people = (await album.http.get("/playground/people")).json()
    await who.open(people["invitation"])
    await album.keep(who, "coordinator-invitation", "An invitation asks whose it is", "Czy to")
    await tap(who, "Potwierdzam")
    await album.keep(who, "coordinator-first", "The first card asks for a table", "Nie ma jeszcze")
    sample = await album.http.get("/playground/sample")
    await who.upload("tabela-A-lubelskie.tsv", sample.content)
    await album.keep(who, "coordinator-preview", "A table is shown before it counts", "Podgląd")
    await tap(who, "Zatwierdź")
    await album.keep(who, "coordinator-desk", "How all offices stand", "Wczytano tabelę: 6")
    await tap(who, "Zaproszenia")
    await album.keep(who, "coordinator-inviting", "Whom to invite", "Kogo zaprosić")
    await tap(who, "Włodaw")
    await links(who, 1)
    await album.keep(who, "coordinator-link", "A link serves one person, once", "Rola: kierownik")
    await tap(who, "Wrońska")
    head, advisor = (await links(who, 2))[:2]
    return head, advisor


async def _advisor_begins(album: Album, link: str) -> None:
    album.chapter("The Advisor")
    who = album.advisor
    await who.open(link)
    await tap(who, "Potwierdzam")
    await album.keep(who, "advisor-desk", "The offices of one Advisor", "Przypisane urzędy")
    await tap(who, "Rejowiec")
    await album.keep(who, "advisor-office", "An office that has not begun", "Stan: nierozpoczęte")
    await tap(who, "Wstecz")


async def _head_begins(album: Album, link: str) -> None:
    album.chapter("The head of office")
    who = album.head
    await who.open(link)
    await album.keep(who, "head-invitation", "Office and role, and what data are for", "Czy to")
    await tap(who, "Potwierdzam")
    await album.keep(who, "head-first", "The head may begin, or send a link", "Krok 1 z 3")
    await tap(who, "Wstecz")
    await album.keep(who, "head-home", "The office's card", "Stan: nierozpoczęte")
    await tap(who, "Zaproś Sekretarza")
    await links(who, 1)
    await tap(who, "Kto prowadzi sprawy")
    await album.keep(who, "head-people", "Who acts for the office", "Kto prowadzi")
    await tap(who, "Wstecz")


async def _enrolment(album: Album, link: str) -> None:
    album.chapter("The Sekretarz: three steps")
    who = album.secretary
    await who.open(link)
    await tap(who, "Potwierdzam")
    await album.keep(who, "step-1", "Step 1: the Pełnomocnik", "Krok 1 z 3")
    await who.say(SEKRETARZ)
    await album.keep(who, "step-1-seat", "Does the Pełnomocnik take a seat", "bardzo wskazane")
    await tap(who, "Dopisz do grupy")
    await album.keep(who, "step-1-basis", "On what the choice rests", "Na jakiej podstawie")
    await tap(who, "To propozycja")
    await album.keep(who, "step-2", "Step 2: a list is pasted", "Krok 2 z 3")
    await who.say(EIGHT + "\n9. Jan Nowak")
    await album.keep(who, "step-2-read", "How the list was read", "Odczytano 9")
    await tap(who, "Tak")
    await album.keep(who, "step-2-over", "Over the limit: the rule, and two ways on", "kol. 5")
    await who.say("Proszę usunąć Jana Nowaka")
    await album.keep(who, "step-2-prose", "A correction in prose", "Wprowadzić tę")
    await tap(who, "Tak")
    await who.shown("Odczytano 8")
    await tap(who, "Tak")
    await album.keep(who, "step-3", "Step 3: editors out of the group", "Krok 3 z 3")
    await who.say("1 3 5 8")
    await album.keep(who, "step-3-chosen", "Editors by number", "Wybór zapisano")
    await tap(who, "Gotowe")
    await album.keep(who, "summary", "All of it, and what comes next", "Podsumowanie")
    await tap(who, "Wyślij")
    await album.keep(who, "submitted", "Waiting for the head", "Stan: zgłoszone")


async def _decisions(album: Album) -> None:
    album.chapter("Decisions")
    head, secretary, advisor = album.head, album.secretary, album.advisor
    await head.until_button("Zatwierdź")
    await album.keep(head, "head-decides", "The head approves or returns", "Zatwierdzić ten")
    await tap(head, "Zwróć do poprawy")
    await album.keep(head, "head-returns", "What is to be corrected", "popraw")
    await head.say("Proszę dopisać stanowisko Geodety.")
    await album.keep(secretary, "returned", "Returned, with the reason", "zwrócone do poprawy")
    await tap(secretary, "Popraw")
    await album.keep(secretary, "correcting", "Every part a tap away", "Podsumowanie")
    await tap(secretary, "Wyślij")
    await secretary.shown("Stan: zgłoszone")
    await head.until_button("Zatwierdź")
    await tap(head, "Zatwierdź")
    await album.keep(head, "head-approved", "Approved: documents and changes", "Stan: zatwierdzone")
    await album.keep(
        advisor, "advisor-letter", "A letter leads on by a button", "zatwierdził skład"
    )
    await tap(advisor, "Otwórz")
    await album.keep(advisor, "advisor-approved", "The Advisor sees names", "Stan: zatwierdzone")
    await tap(advisor, "Zaakceptuj")
    await album.keep(advisor, "advisor-accepted", "Accepted", "zaakceptowane przez")


async def _coordinator_goes_on(album: Album) -> None:
    album.chapter("The coordinator, later on")
    who = album.coordinator
    for name, line, command, part in (
        ("coordinator-status", "How it stands", "/stan", "Stan zgłoszeń"),
        ("coordinator-settings", "What may be set", "/ustawienia", "Ustawienia"),
        ("coordinator-access", "Who has access", "/dostep", "Odwołanie i przekazanie"),
        ("coordinator-announcing", "To whom an announcement goes", "/ogloszenie", "Ogłoszenie"),
        ("coordinator-export", "Files to take away", "/eksport", "Pliki i zestawienia"),
        ("coordinator-history", "What was done, by whom", "/historia", "Historia"),
    ):
        await who.say(command)
        await album.keep(who, name, line, part)
    await who.say("Włodawa")
    await tap(who, "Włodaw")
    await album.keep(who, "coordinator-office", "An office, and what may be done", "Stan: zaakc")


async def _everybody(album: Album) -> None:
    album.chapter("At any moment")
    who = album.secretary
    for name, line, command, part in (
        ("help", "Help", "/pomoc", "Pomoc"),
        ("deadline", "The deadline", "/termin", "ermin"),
        ("advisor-contact", "Who the Advisor is", "/doradca", "Doradca"),
        ("privacy", "What happens with data", "/rodo", "RODO"),
        ("my-data", "One's own data", "/moje_dane", "dane"),
    ):
        await who.say(command)
        await album.keep(who, name, line, part)
