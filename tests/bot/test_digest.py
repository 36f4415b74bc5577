"""The digest as its reader gets it: what blocks which offices, and nobody's name."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot import screens
from bot.screens.view import Digest
from bot.words import LANGUAGES, Words
from conversations.events import Action
from conversations.submission import Submission, missing
from tests.bot.drafts import HOSTILE, Names, submissions
from tests.bot.screen_checks import check
from tests.facts import parsed

DEADLINE = date(2027, 1, 15)
HALINA = "Halina Wrońska"


def at(day: int, month: int = 1) -> datetime:
    return datetime(2027, month, day, 8, 0, tzinfo=UTC)


def about(every: tuple[Submission, ...], when: datetime, **changes: object) -> Digest:
    lacking = tuple(each for each in every if missing(each))
    shown = Digest(HALINA, when, every, lacking, DEADLINE)
    return replace(shown, **changes)  # type: ignore[arg-type]


def some(names: Names | None = None) -> tuple[Submission, ...]:
    """Two offices not begun, one drafting, one that waits for its head, one that is done."""
    every = submissions(names or Names())
    chosen = ("empty", "empty", "drafting few", "submitted", "approved")
    return tuple(
        replace(every[key], office=replace(every[key].office, id=number))
        for number, key in enumerate(chosen, 1)
    )


def text(digest: Digest, language: str = "pl") -> str:
    screen = screens.digest(digest, Words(language))
    check(screen)
    return parsed(screen.text)


def test_a_digest_says_what_blocks_how_many_offices() -> None:
    said = text(about(some(), at(8)))
    assert "Przypisane urzędy – stan na 8 stycznia 2027 r." in said
    assert "komplet: 1 · do uzupełnienia: 2 · nierozpoczęte: 2" in said
    assert "Do terminu (15 stycznia 2027 r.): 7 dni." in said
    assert "Brak Pełnomocnika: 3 urzędy\n1. " in said
    assert "Brak decyzji kierownika urzędu: 1 urząd\n4. " in said
    assert "– Pełnomocnik, grupa sterująca, zespół redakcyjny\n" in said
    assert said.count("decyzja kierownika urzędu") == 1, "asked for when the rest is there"


def test_the_last_day_and_the_days_after_are_told_in_their_own_words() -> None:
    assert "Termin mija jutro (15 stycznia 2027 r.)" in text(about(some(), at(14)))
    late = about(some(), at(18), overdue=True)
    assert "Termin (15 stycznia 2027 r.) minął 3 dni temu." in text(late)
    assert "Koordynator otrzymał tę samą informację." in text(late)
    coordinators = text(replace(late, advisor=None))
    assert "Wszystkie urzędy" in coordinators
    assert "Koordynator otrzymał" not in coordinators
    assert "Urzędy bez Doradcy" in text(replace(late, advisor=None, overdue=False))


def test_without_a_deadline_the_digest_says_so() -> None:
    """domain.md §7 point 2."""
    assert "Termin nie został jeszcze ustalony." in text(about(some(), at(8), deadline=None))


def test_what_was_completed_before_the_letter_left_is_answered_with_thanks() -> None:
    done = about(some()[-1:], at(8))
    assert "Dziękujemy" in text(done)
    [[button]] = screens.digest(done, Words("pl")).rows
    assert button.action is Action.OPEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digest_names_nobody(language: str) -> None:
    said = text(about(some(), at(8)), language)
    for submission in some():
        for member in submission.team.members:
            assert member.person.surname not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_digest_offers(language: str) -> None:
    rows = screens.digest(about(some(), at(8)), Words(language)).rows
    offered = [(button.action, button.argument) for row in rows for button in row]
    assert offered == [
        (Action.OPEN, ""),
        (Action.NUDGE, ""),
        (Action.SNOOZE, ""),
    ]


@pytest.mark.parametrize("name", [*HOSTILE.values(), "Urząd Gminy Rejowiec"])
def test_five_hundred_offices_fit_one_message(name: str) -> None:
    [empty, *_] = some(Names(name))
    every = tuple(replace(empty, office=replace(empty.office, id=id_)) for id_ in range(500))
    check(screens.digest(about(every, at(8)), Words("pl")), ordinary=False)
