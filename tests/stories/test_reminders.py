"""Reminders from the deadline to the office's chat: the bot runs, the operator moves the time."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import clock
from conversations.working_time import DAY, WorkingTime
from storage import settings
from tests.faults.moved_clock import MovedClock
from tests.person import Person
from tests.stories.conftest import TERESPOL, WLODAWA, WRONSKA, Stage

WORKING = WorkingTime(clock.zone())


@pytest.fixture
def moved_clock(tmp_path: Path) -> Iterator[Path]:
    """Offices work, today and tomorrow: a reminder waits until they do."""
    path = tmp_path / "clock"
    moved = MovedClock(path)
    day = WORKING.local(moved.now()).date() + DAY
    while not (WORKING.works(day) and WORKING.works(day + DAY)):
        day += DAY
    moved.move_to(WORKING.opening(day) + timedelta(hours=1))
    with clock.following(moved.now):
        yield path


async def remind(stage: Stage, at: datetime) -> list[dict[str, Any]]:
    """`komplet remind --at` beside the running bot."""
    done = await stage.komplet.command("remind", "--at", at.isoformat(), "--json")
    made: list[dict[str, Any]] = json.loads(done.out)
    return made


async def told(person: Person, part: str) -> int:
    """How many messages of the bot say so."""
    return sum(each.from_bot and part in each.text for each in (await person.see()).messages)


async def test_an_advisor_is_reminded_reminds_the_office_and_puts_the_rest_off(
    stage: Stage,
) -> None:
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.advisor, "advisor")
    await stage.comes_in(stage.head, "head")
    today = WORKING.local(clock.now()).date()
    deadline = today + 40 * DAY
    await stage.komplet.command("settings", "deadline", deadline.isoformat())
    week_before = WORKING.opening(WORKING.day_until(deadline - 7 * DAY)) + timedelta(minutes=20)

    assert await remind(stage, week_before - timedelta(hours=1)) == []
    made = await remind(stage, week_before)
    assert [(each["advisor"], each["occasion"]) for each in made] == [
        ("Andrzej Kmieć", "T-7"),
        (WRONSKA, "T-7"),
    ]
    letter = await stage.advisor.shown("Przypisane urzędy – stan na")
    assert "Brak Pełnomocnika: 2 urzędy" in letter.text
    assert f"{WLODAWA} – Pełnomocnik, grupa sterująca, zespół redakcyjny" in letter.text
    assert letter.buttons == [
        "Pokaż szczegóły",
        "Przypomnij urzędom",
        "Odłóż",
    ]

    await stage.letters_sent()
    stage.komplet.kill()
    stage.komplet.start()
    assert await remind(stage, week_before + timedelta(minutes=5)) == []

    await stage.advisor.tap("Przypomnij urzędom", on=letter)
    await stage.advisor.shown(f"Nie ma komu wysłać: {TERESPOL}")
    await stage.advisor.shown("Przypomnienie wysłano do 1 urzędu.")
    nudge = await stage.head.shown(f"Szanowni Państwo, do zgłoszenia {WLODAWA} brakuje:")
    assert "Pełnomocnik, grupa sterująca, zespół redakcyjny" in nudge.text
    assert clock.now().year <= deadline.year
    assert str(deadline.year) in nudge.text
    await stage.head.tap("Kontynuuj", on=nudge)
    await stage.head.shown("Krok 1 z 3")
    await stage.advisor.tap("Przypomnij urzędom", on=letter)
    await stage.advisor.shown("Dziś już przypomniano: 1.")

    await stage.advisor.tap("Odłóż", on=letter)
    await stage.advisor.tap("Z podaniem powodu")
    await stage.advisor.say("Wójt podpisuje zarządzenie jutro")
    await stage.advisor.until("Wójt podpisuje zarządzenie jutro")
    await stage.advisor.tap("Odłóż na jutro")
    await stage.advisor.shown("Odłożono. Następne przypomnienie:")
    await stage.advisor.say("/stan")
    await stage.advisor.shown("Przypomnienia odłożono do")
    await stage.advisor.shown("Powód odłożenia: „Wójt podpisuje zarządzenie jutro”")
    tomorrow = WORKING.opening(WORKING.day_from(today + DAY)) + timedelta(minutes=1)
    [again] = [each for each in await remind(stage, tomorrow) if each["advisor"] == WRONSKA]
    assert again["occasion"] == f"S{today + DAY}"
    await stage.letters_sent()
    assert await told(stage.advisor, "Przypisane urzędy – stan na") == 2
    assert await told(stage.head, "Szanowni Państwo") == 1


async def test_the_coordinator_sets_the_deadline_and_sees_whom_no_reminder_reaches(
    stage: Stage,
) -> None:
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.advisor, "advisor")
    deadline = WORKING.local(clock.now()).date() + 40 * DAY
    await stage.coordinator.say("/ustawienia")
    await stage.coordinator.until("Termin zgłoszenia składu: jeszcze nie ustalono")
    await stage.coordinator.tap("Terminy")
    await stage.coordinator.tap("Zmień termin")
    await stage.coordinator.until("Proszę wpisać termin")
    await stage.coordinator.say("na wiosnę")
    await stage.coordinator.until("Nie odczytano daty")
    await stage.coordinator.say(f"{deadline.day}.{deadline.month}.{deadline.year}")
    card = await stage.coordinator.until("Po zmianie: najbliższe przypomnienia")
    assert "godz. 8:30" in card.text
    assert stage.database.read(settings.everything) == {}, "nothing is kept before it is seen"
    await stage.coordinator.tap("Zapisz")
    card = await stage.coordinator.until("Ustawienie zapisano")
    assert "Najbliższe przypomnienia" in card.text
    assert "godz. 8:30" in card.text
    kept = stage.database.read(settings.everything)
    assert kept == {"deadline": deadline.isoformat()}
    await stage.coordinator.say("/stan")
    await stage.coordinator.until("Przypomnienia nie docierają do Doradców")
    card = await stage.coordinator.card()
    assert "Andrzej Kmieć" in card.text.split("nie docierają")[1]
    assert WRONSKA not in card.text.split("nie docierają")[1]
    await stage.advisor.block()
    await stage.settled()
    await stage.coordinator.say("/stan")
    await stage.coordinator.until(
        lambda sight: sight.card and WRONSKA in sight.card.text.split("nie docierają")[-1]
    )
    await stage.coordinator.say("/ustawienia")
    await stage.coordinator.tap("Przypomnienia")
    await stage.coordinator.tap("Wyłącz przypomnienia")
    await stage.coordinator.until("Przypomnień nie zaplanowano")
    await stage.advisor.unblock()
    await stage.advisor.say("/stan")
    await stage.advisor.until("Przypomnienia są wyłączone")
