"""A Sekretarz rehearses before anything counts."""

from sqlalchemy import text

from storage import submissions
from tests.person import Person
from tests.stories.acts import EIGHT, answer_step_two, choose_editors
from tests.stories.conftest import Stage

MARK = "ĆWICZENIE: nic się nie liczy"


async def plays_it_through(who: Person) -> None:
    """From the button to the approval, both roles played by one person."""
    await who.tap("Ćwiczenie")
    await who.until("Urząd ćwiczebny jest gotowy")
    # The very Sekretarz, under whose name both roles are played, is proposed: R2b does not hold.
    await who.say(f"{who.member.name} – Sekretarz Gminy")
    await who.until("Zapisano Pełnomocnika")
    await who.tap("Dopisz do grupy")
    await who.tap("To propozycja")
    await answer_step_two(who, f"{EIGHT}\n9. Jan Nowak – Kierownik Referatu")
    card = await who.until("9 z 8")
    assert card.text.startswith(MARK)
    await who.tap("Poproś o zmianę limitu")
    assert "nic nie wychodzi" in await who.alert()
    await who.say("Proszę usunąć Jana Nowaka")
    await who.until("Wprowadzić tę")
    await who.tap("Tak")
    await who.until("Odczytano 8")
    await who.tap("Tak")
    await choose_editors(who, "1 3 5 8")
    await who.until("Podsumowanie")
    await who.tap("Wyślij")
    card = await who.until("podejmuje ją ta sama osoba")
    assert MARK in card.text
    await who.tap("Wejdź w rolę kierownika")
    await who.until("Zatwierdzić ten skład?")
    await who.tap("Zatwierdź")
    card = await who.until("Stan: zatwierdzone")
    assert MARK in card.text


async def test_a_secretary_plays_the_whole_enrolment_and_nothing_of_it_counts(stage: Stage) -> None:
    """The office's own list is begun first and is as it was when the practice has ended."""
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.secretary, "secretary")
    who = stage.secretary
    before = stage.office()

    await plays_it_through(who)

    # Nobody else knows of it.
    assert stage.office() == before
    coordinator = stage.coordinator
    await coordinator.say("/stan")
    assert "zatwierdzone" not in (await coordinator.until("Stan zgłoszeń")).text
    await coordinator.say("Przykładowo")
    await coordinator.until("Nie znaleziono")
    assert "Przykładowo" not in await stage.head.transcript()

    await who.tap("Zacznij od nowa")
    await who.until("Krok 1 z 3")
    await who.tap("Wstecz")
    await who.until("Stan: nierozpoczęte")
    await who.tap("Zakończ ćwiczenie")
    card = await who.until("Ćwiczenie zakończono")
    assert MARK not in card.text
    assert "Włodawie" in card.text
    every = stage.database.read(lambda c: submissions.all_submissions(c, practice=True))
    assert not [each for each in every if each.office.practice]
    left = text("SELECT count(*) FROM letter WHERE office_id NOT IN (SELECT id FROM office)")
    assert stage.database.read(lambda c: c.scalar(left)) == 0
