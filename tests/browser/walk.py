"""The walk through the cards of each role, in the order in which the job meets them.

What comes after the first accepted team is walked in `tests.browser.walk_on`.
"""

from tests.browser import walk_on
from tests.browser.album import Album, links, tap
from tests.stories.acts import EIGHT, SEKRETARZ


async def walk(album: Album) -> None:
    """Everything, from the stranger's greeting to the accepted team and what may follow."""
    await _stranger(album)
    head, advisor = await _coordinator_begins(album)
    await _advisor_begins(album, advisor)
    await _head_begins(album, head)
    await _enrolment(album, (await links(album.head, 1))[0])
    await _decisions(album)
    await walk_on.walk_on(album)


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
    first = ("coordinator-first", "The first card asks for a table", "Nie ma jeszcze")
    await album.tap(who, "Potwierdzam", *first)
    sample = await album.http.get("/playground/sample")
    await who.upload("tabela-A-lubelskie.tsv", sample.content)
    await album.keep(who, "coordinator-preview", "A table is shown before it counts", "Podgląd")
    desk = ("coordinator-desk", "How all offices stand", "Wczytano tabelę: 6")
    await album.tap(who, "Zatwierdź", *desk)
    await album.tap(who, "Zaproszenia", "coordinator-inviting", "Whom to invite", "Kogo zaprosić")
    await tap(who, "Włodaw")
    await links(who, 1)
    await album.keep(who, "coordinator-link", "A link serves one person, once", "Rola: kierownik")
    await tap(who, "Wrońska")
    head, advisor = (await links(who, 2))[:2]
    return head, advisor


async def _advisor_begins(album: Album, link: str) -> None:
    album.chapter("The Advisor")
    who = album.advisor
    desk = ("advisor-desk", "The offices of one Advisor", "Przypisane urzędy")
    await album.come_in(who, link, *desk)
    office = ("advisor-office", "An office that has not begun", "Stan: nierozpoczęte")
    await album.tap(who, "Rejowiec", *office)
    await tap(who, "Wstecz")


async def _head_begins(album: Album, link: str) -> None:
    album.chapter("The head of office")
    who = album.head
    await who.open(link)
    await album.keep(who, "head-invitation", "Office and role, and what data are for", "Czy to")
    first = ("head-first", "The head may begin, or send a link", "Krok 1 z 3")
    await album.tap(who, "Potwierdzam", *first)
    await album.tap(who, "Wstecz", "head-home", "The office's card", "Stan: nierozpoczęte")
    await tap(who, "Zaproś Sekretarza")
    await links(who, 1)
    people = "Kto prowadzi sprawy"
    await album.tap(who, people, "head-people", "Who acts for the office", "Kto prowadzi")
    days = ("head-substitute", "A substitute, for some days", "W jakich dniach")
    await album.tap(who, "Wyznacz zastępcę", *days)
    await tap(who, "Wstecz")
    left = ("head-hand-over", "Handing over to a successor", "następc")
    await album.tap(who, "Przekaż funkcję", *left)
    await tap(who, "Wstecz")
    await tap(who, "Wstecz")


async def _enrolment(album: Album, link: str) -> None:
    album.chapter("The Sekretarz: three steps")
    who = album.secretary
    await album.come_in(who, link, "step-1", "Step 1: the Pełnomocnik", "Krok 1 z 3")
    seat = ("step-1-seat", "Does the Pełnomocnik take a seat", "bardzo wskazane")
    await album.say(who, SEKRETARZ, *seat)
    basis = ("step-1-basis", "On what the choice rests", "Na jakiej podstawie")
    await album.tap(who, "Dopisz do grupy", *basis)
    await album.tap(who, "To propozycja", "step-2", "Step 2: a list is pasted", "Krok 2 z 3")
    read = ("step-2-read", "How the list was read", "Odczytano 9")
    await album.say(who, EIGHT + "\n9. Jan Nowak", *read)
    over = ("step-2-over", "Over the limit: the rule, and two ways on", "kol. 5")
    await album.tap(who, "Tak", *over)
    prose = ("step-2-prose", "A correction in prose", "Wprowadzić tę")
    await album.say(who, "Proszę usunąć Jana Nowaka", *prose)
    await tap(who, "Tak")
    await who.shown("Odczytano 8")
    await album.tap(who, "Tak", "step-3", "Step 3: editors out of the group", "Krok 3 z 3")
    await album.say(who, "1 3 5 8", "step-3-chosen", "Editors by number", "Wybór zapisano")
    await album.tap(who, "Gotowe", "summary", "All of it, and what comes next", "Podsumowanie")
    await album.tap(who, "Wyślij", "submitted", "Waiting for the head", "Stan: zgłoszone")


async def _decisions(album: Album) -> None:
    album.chapter("Decisions")
    head, secretary, advisor = album.head, album.secretary, album.advisor
    await head.until_button("Zatwierdź")
    await album.keep(head, "head-decides", "The head approves or returns", "Zatwierdzić ten")
    await album.tap(head, "Zwróć do poprawy", "head-returns", "What is to be corrected", "popraw")
    await head.say("Proszę dopisać stanowisko Geodety.")
    await album.keep(secretary, "returned", "Returned, with the reason", "zwrócone do poprawy")
    await album.tap(secretary, "Popraw", "correcting", "Every part a tap away", "Podsumowanie")
    await tap(secretary, "Wyślij")
    await secretary.shown("Stan: zgłoszone")
    await head.until_button("Zatwierdź")
    approved = ("head-approved", "Approved: documents and changes", "Stan: zatwierdzone")
    await album.tap(head, "Zatwierdź", *approved)
    papers = ("documents", "What is drawn up of the team", "Dokumenty –")
    await album.tap(head, "Dokumenty", *papers)
    letter = ("advisor-letter", "A letter leads on by a button", "zatwierdził skład")
    await album.keep(advisor, *letter)
    seen = ("advisor-approved", "The Advisor sees names", "Stan: zatwierdzone")
    await album.tap(advisor, "Otwórz", *seen)
    await album.tap(advisor, "Zaakceptuj", "advisor-accepted", "Accepted", "zaakceptowane przez")
