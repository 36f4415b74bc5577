"""Buttons that people say instead of pressing them."""

from functools import partial
from itertools import count

import pytest

from bot import spoken, turn, views
from bot.inbound import Inbound
from bot.turn import Outcome
from conversations.access import Role
from conversations.events import Asked, Command, Event, Said
from conversations.notes import NoteCode
from conversations.places.enrolment import (
    Answering,
    CheckingList,
    Explaining,
    NamingPlenipotentiary,
    NamingSteering,
    Removing,
    StatingBasis,
)
from conversations.talk import Talk
from conversations.team import Rule
from storage import talks
from storage.database import Database
from tests.storage.stock import NOW, comes_in, import_offices, row

HEAD = 5
UPDATES = count(1)


@pytest.fixture
def store(database: Database) -> Database:
    """The head of an office at step 1; the card is on the phone."""
    (office_id,) = import_offices(database, row("Urząd Gminy Nowa"))
    comes_in(database, HEAD, Role.HEAD, office_id=office_id)
    says(database, Asked(Command.CONTINUE))
    return database


def does(database: Database, event: Event) -> Outcome:
    inbound = Inbound(next(UPDATES), HEAD, "Jan Nowak", event)
    return database.write(lambda c: turn.take(c, inbound, NOW))


def says(database: Database, *events: Event | str) -> Talk:
    """One after the other, each when the card before has arrived."""
    for each in events:
        outcome = does(database, Said(each) if isinstance(each, str) else each)
        assert outcome.claim is not None
        shown = database.read(lambda c: views.look(c, HEAD, NOW)).card.wanted
        arrived = partial(talks.drawn, version=shown, message_id=1, claim=outcome.claim)
        database.write(partial(arrived, person_id=HEAD))
    return talk(database)


def talk(database: Database) -> Talk:
    return database.read(lambda c: views.look(c, HEAD, NOW)).view.talk


@pytest.mark.parametrize(
    ("said", "rule"),
    [("Tak", Rule.R3), ("tak.", Rule.R3), ("  OK!", Rule.R3), ("zgadza się", Rule.R3)],
)
def test_what_a_button_says_may_be_written_instead(store: Database, said: str, rule: Rule) -> None:
    place = says(store, "Ewa Nowak – Kierownik Referatu Oświaty").place
    assert place == Answering(Rule.R2)

    assert says(store, said).place == Answering(rule)


def test_without_capitals_and_polish_letters_it_is_the_same_button(store: Database) -> None:
    says(store, "Ewa Nowak – Sekretarz Gminy", "dopisz do grupy", "to propozycja")
    place = says(store, "Jan Lis – Skarbnik Gminy").place
    assert isinstance(place, CheckingList)

    assert says(store, "usuń.").place == Removing()
    assert isinstance(says(store, "WSTECZ").place, CheckingList)


def test_how_a_button_begins_or_ends_will_do(store: Database) -> None:
    says(store, "Ewa Nowak – Sekretarz Gminy")

    assert says(store, "dopisz").place == StatingBasis()
    assert isinstance(says(store, "propozycja").place, NamingSteering)


def test_whatever_is_no_step_of_ones_own_must_be_said_whole(store: Database) -> None:
    """„Sekretarza” is an answer to step 1, and invites nobody."""
    place = says(store, "Sekretarza").place
    assert isinstance(place, NamingPlenipotentiary)

    assert says(store, "zaproś sekretarza").place != place


def test_a_question_presses_nothing(store: Database) -> None:
    assert says(store, "Ewa Nowak – Kierownik Referatu Oświaty").place == Answering(Rule.R2)

    assert says(store, "Tak?").place == Answering(Rule.R2)


def test_what_deletes_must_be_said_whole(store: Database) -> None:
    erasing = (Asked(Command.ERASE), "dalej")
    says(store, *erasing)
    assert says(store, "na zawsze").grant is not None

    says(store, *erasing)
    assert does(store, Said("tak, usuń na zawsze")).erased


def test_yes_where_nothing_is_asked_is_not_understood(store: Database) -> None:
    stays = says(store, "tak")

    assert isinstance(stays.place, NamingPlenipotentiary)
    assert stays.note is not None
    assert stays.note.refusal


def test_yes_to_a_card_that_has_not_arrived_agrees_to_nothing(store: Database) -> None:
    """It may have been meant for the card before: what is there now is shown once more."""
    does(store, Said("Ewa Nowak – Kierownik Referatu Oświaty"))

    does(store, Said("tak"))

    stays = talk(store)
    assert stays.place == Answering(Rule.R2)
    assert stays.note is not None
    assert stays.note.code is NoteCode.CHANGED_MEANWHILE


def test_yes_to_a_list_that_has_not_arrived_agrees_to_nothing(store: Database) -> None:
    says(store, "Ewa Nowak – Sekretarz Gminy", "dopisz", "propozycja")
    does(store, Said("Jan Lis – Skarbnik Gminy"))

    does(store, Said("tak"))

    assert isinstance(talk(store).place, CheckingList)


def test_where_words_are_asked_for_a_part_of_a_button_is_one_of_them(store: Database) -> None:
    says(store, "Ewa Nowak – inspektor", "pozostaw")
    assert talk(store).place == Explaining(Rule.R2)

    says(store, "ok")

    assert talk(store).place != Answering(Rule.R2)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_names_and_lists_are_not_looked_up_among_the_buttons(language: str) -> None:
    for text in ("Anna Kowalczyk – Sekretarz", "1 3 5", "Ewa Tak", "👍", "", "…"):
        assert not spoken.may_be(Said(text), language), text
    assert not spoken.may_be(None, language)
