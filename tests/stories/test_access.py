"""Who gets in: links that serve once, strangers who learn nothing, one person in two roles."""

import asyncio
from datetime import timedelta

from bot import clock
from storage.tables.people import InvitationRow
from tests.stories.acts import SEKRETARZ, open_office
from tests.stories.conftest import KMIEC, PULAWY, TERESPOL, WLODAWA, Stage

NOT_VALID = "Ten link jest nieważny: wygasł, został użyty albo wycofany"


async def test_a_stranger_learns_nothing(stage: Stage) -> None:
    """Neither from a made-up link, nor from a used one, nor by asking."""
    stage.table()
    link = stage.link("secretary")
    await stage.secretary.open(link)
    await stage.secretary.tap("Potwierdzam")
    await stage.secretary.until("Krok 1 z 3")
    for attempt in (link, "zgadniety-token", "A" * 64):
        await stage.stranger.open(attempt)
        await stage.stranger.until(NOT_VALID)
    for words in ("/stan", "/doradca", WLODAWA, "/termin", "/grupa"):
        await stage.stranger.say(words)
    await stage.stranger.forge("1.0.ap.")
    await stage.stranger.say("/pomoc")
    await stage.stranger.until("Polecenia")
    seen = await stage.stranger.see()
    bot_said = " ".join(each.text for each in seen.messages if each.from_bot)
    for secret in ("Włodaw", "Wrońska", "Terespol", "Kmieć"):
        assert secret not in bot_said, seen.screenplay()


async def test_a_link_serves_one_person_once(stage: Stage) -> None:
    """The same link again: its owner keeps the role, to whom it was forwarded it opens nothing."""
    stage.table()
    link = stage.link("head")
    await stage.head.open(link)
    await stage.head.tap("Potwierdzam")
    await stage.head.until("Krok 1 z 3")
    await stage.head.open(link)
    await stage.head.until(NOT_VALID)
    await stage.head.say("/kontynuuj")
    await stage.head.until("Krok 1 z 3")
    await stage.stranger.open(link)
    await stage.stranger.until(NOT_VALID)
    assert "Włodaw" not in await stage.stranger.transcript()


async def test_a_link_that_is_pasted_instead_of_followed_lets_in_as_well(stage: Stage) -> None:
    """It came by mail and was copied. Words around it are words, and so is one to another bot."""
    stage.table()
    link = stage.link("head")
    name = link.partition("t.me/")[2].partition("?")[0]
    await stage.head.say(link.replace(name, "inny_bot"))
    await stage.head.until("Nie udało się zrozumieć")
    await stage.head.say(f"Mam taki link: {link}")
    await stage.head.until("Nie udało się zrozumieć")
    await stage.head.say(f" {link.removeprefix('https://').replace(name, name.upper())}\n")
    await stage.head.until("Czy to zaproszenie")
    await stage.head.tap("Potwierdzam")
    await stage.head.until("Krok 1 z 3")
    await stage.stranger.say(link)
    await stage.stranger.until(NOT_VALID)


async def test_a_declined_link_waits_for_the_right_person(stage: Stage) -> None:
    """[To nie ja] uses nothing up."""
    stage.table()
    link = stage.link("head")
    await stage.stranger.open(link)
    await stage.stranger.tap("To nie ja")
    await stage.stranger.until("Link nadal czeka na właściwą osobę")
    await stage.head.open(link)
    await stage.head.tap("Potwierdzam")
    await stage.head.until("Krok 1 z 3")


async def test_an_expired_link_opens_nothing(stage: Stage) -> None:
    """Also when it expires between the card and the tap."""
    stage.table()
    link, late = stage.link("head"), stage.link("secretary")
    await stage.secretary.open(late)
    await stage.secretary.until_button("Potwierdzam")
    row = InvitationRow.__table__
    yesterday = clock.now() - timedelta(days=1)
    stage.database.write(lambda c: c.execute(row.update().values(expires_at=yesterday)))
    await stage.head.open(link)
    await stage.head.until(NOT_VALID)
    await stage.secretary.tap("Potwierdzam")
    assert NOT_VALID in await stage.secretary.alert()
    await stage.secretary.say("/stan")
    await stage.secretary.until("potrzebny jest link z zaproszeniem")


async def test_of_two_people_with_one_link_exactly_one_gets_in(stage: Stage) -> None:
    """Both have the card with [Potwierdzam], both tap at the same moment."""
    stage.table()
    link = stage.link("head")
    rivals = (stage.head, stage.stranger)
    for person in rivals:
        await person.open(link)
        await person.until_button("Potwierdzam")
    await asyncio.gather(*(person.tap("Potwierdzam") for person in rivals))
    answers = [await person.alert() for person in rivals]
    assert sorted(bool(answer) for answer in answers) == [False, True]
    assert NOT_VALID in max(answers)
    await stage.settled()
    winner, loser = rivals if not answers[0] else reversed(rivals)
    await winner.until("Krok 1 z 3")
    await loser.say("/stan")
    await loser.until("potrzebny jest link z zaproszeniem")


async def test_one_person_in_two_roles_switches_by_one_tap(stage: Stage) -> None:
    """An Advisor who is also the Sekretarz of a town elsewhere; each card says for whom."""
    stage.table()
    person = stage.advisor
    await stage.comes_in(person, "advisor", advisor=KMIEC)
    card = await person.until("Przypisane urzędy")
    assert "Puław" in card.text
    await stage.comes_in(person, "secretary", TERESPOL)
    await person.until("Krok 1 z 3")
    assert "Terespol" in (await person.card()).text
    of_the_sekretarz = await person.card()
    await person.say("/anuluj")
    await person.until("Przerwano")
    await person.tap("Zmień rolę")
    await person.until("W jakiej roli kontynuować?")
    await person.tap_like(KMIEC)
    await person.until("Przypisane urzędy")

    await person.forge(of_the_sekretarz.data("Wstecz"), on=of_the_sekretarz)
    assert "innej roli" in await person.alert()
    await open_office(person, "Puław")
    await person.say(SEKRETARZ)
    await person.until("Nie znaleziono urzędu")
    assert stage.office(TERESPOL)["plenipotentiary"] is None
    assert stage.office(PULAWY)["plenipotentiary"] is None

    await person.say("/start")
    await person.tap("Zmień rolę")
    await person.until("W jakiej roli kontynuować?")
    await person.tap_like("Terespol")
    await person.until("Stan:")
    await person.say("/kontynuuj")
    await person.until("Krok 1 z 3")
    await person.say(SEKRETARZ)
    await person.until("bloku I")
    assert stage.office(TERESPOL)["plenipotentiary"]["name"] == "Anna Kowalczyk"


async def test_buttons_of_one_office_do_nothing_for_another(stage: Stage) -> None:
    """The head of Terespol sends every button that the head of Włodawa has."""
    stage.table()
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.other_head, "head", TERESPOL)
    await stage.head.say("/anuluj")
    card = await stage.head.until("Wersja robocza została zachowana")
    for label in card.buttons:
        await stage.other_head.forge(card.data(label))
        await stage.other_head.alert()
    await stage.settled()
    assert "Włodaw" not in await stage.other_head.transcript()
