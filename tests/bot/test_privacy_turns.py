"""Turns that show and erase personal data, over a real store, and their cards in both languages."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot import turn, views
from bot.inbound import Inbound
from bot.post import post
from bot.screens import draw
from bot.screens import letter as letter_screen
from bot.turn import Outcome
from bot.words import LANGUAGES, Words
from conversations.access import Grant, Role
from conversations.events import Action, Asked, Audience, Command, Event, Notice, Tapped
from conversations.notes import NoteCode, NoticeCode
from conversations.places import Home
from conversations.places.office import ViewingOffice
from conversations.practice import Wish
from conversations.privacy import argument_of
from conversations.submission import Stage
from conversations.talk import ConfirmingErasure, Erasable, Topic
from storage import erasure, offices, outbox, practice, submissions, talks
from storage.database import Database
from storage.ledger import Ledger
from storage.tables.people import CardRow
from storage.tables.traffic import LetterRow
from storage.talks import Claim
from storage.vault import Vault
from tests.bot.drafts import Names
from tests.bot.drafts import submissions as every_submission
from tests.bot.screen_checks import drawn_well
from tests.bot.views import ROLES, a_view
from tests.storage.stock import LATER, comes_in, grant_of, import_offices, loaded, row, whole_team

HEAD, COORDINATOR = 777_000_111, 777_000_222
UPDATES = count(1)


@pytest.fixture
def ledger_file(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder / "erasures.jsonl"


@pytest.fixture
def store(database_url: str, ledger_file: Path) -> Iterator[Database]:
    """An office with a draft, its head and a coordinator."""
    database = Database(database_url, vault=Vault(ledger=ledger_file))
    database.prepare()
    office_id = import_offices(database, row("Urząd Gminy Rejowiec"))[0]
    comes_in(database, HEAD, Role.HEAD, office_id=office_id)
    comes_in(database, COORDINATOR, Role.COORDINATOR)
    before = loaded(database, office_id)
    drafted = before.with_team(whole_team())
    database.write(lambda c: submissions.save(c, before, drafted, actor=HEAD, now=LATER))
    yield database
    database.close()


def does(database: Database, person_id: int, event: Event, held: Grant | None = None) -> Outcome:
    """What somebody's update comes to; a button is one of the role `held`, or of their first."""
    grant = held or grant_of(database, person_id)
    tapped = isinstance(event, Tapped)
    inbound = Inbound(
        next(UPDATES), person_id, "Jan Nowak", event, grant.id if grant and tapped else 0,
        "callback" if tapped else None,
    )  # fmt: skip
    return database.write(lambda c: turn.take(c, inbound, LATER + timedelta(minutes=1)))


def erases(
    database: Database, person_id: int, wanted: ConfirmingErasure, version: int | None = None
) -> Outcome:
    """The three taps; `version` is what the last card showed, the present one if not given."""
    known = loaded(database, 1).version if version is None else version
    argument = argument_of(wanted)
    does(database, person_id, Tapped(Action.ERASE, argument, known))
    does(database, person_id, Tapped(Action.ERASE_ON, argument, known))
    return does(database, person_id, Tapped(Action.ERASE_SURELY, argument, known))


ACCOUNT = ConfirmingErasure(Erasable.ACCOUNT)
DRAFT = ConfirmingErasure(Erasable.DRAFT, 1)
SOMEBODY = ConfirmingErasure(Erasable.PERSON, 1, 4)


def look_at_office(database: Database) -> None:
    does(database, COORDINATOR, Asked(Command.START))
    does(database, COORDINATOR, Tapped(Action.BACK))
    does(database, COORDINATOR, Tapped(Action.OFFICE, "1"))
    place = database.read(lambda c: talks.load(c, COORDINATOR, lock=False)).talk.place
    assert place == ViewingOffice(1)


def letters_to(database: Database, person_id: int) -> list[tuple[str, dict[str, int]]]:
    """What waits to be sent: of what kind, and what it says."""
    waiting = select(LetterRow.__table__).where(LetterRow.__table__.c.person_id == person_id)
    rows = database.read(lambda c: c.execute(waiting).all())
    return [(row.code, json.loads(row.content)) for row in rows]


def test_the_last_words_say_what_was_erased_and_keep_nobody(store: Database) -> None:
    does(store, HEAD, Asked(Command.START))
    outcome = erases(store, HEAD, ACCOUNT)
    assert outcome.erased
    assert outcome.letters
    assert HEAD not in outcome.redraw
    seen = store.read(lambda c: talks.load(c, HEAD, lock=False))
    assert (seen.talk.grant, seen.card.wanted) == (None, 0)
    ((code, values),) = letters_to(store, HEAD)
    assert (code, values["roles"]) == (NoticeCode.ACCOUNT_ERASED, 1)
    for language in LANGUAGES:
        said = letter_screen(NoticeCode.ACCOUNT_ERASED, None, values, Words(language))
        assert "koordynator" in said.text
    does(store, HEAD, Tapped(Action.ERASE_SURELY, argument_of(ACCOUNT)))
    assert len(letters_to(store, HEAD)) == 1


def test_the_last_words_wait_for_whatever_another_process_is_drawing(store: Database) -> None:
    """It says nothing more once the card's row is gone, and what it draws would cover them."""
    does(store, HEAD, Asked(Command.START))
    drawing = Claim(LATER + timedelta(minutes=1))
    card = CardRow.__table__
    held = {"drawer": drawing.id, "held_until": drawing.until}
    store.write(lambda c: c.execute(update(card).where(card.c.person_id == HEAD).values(held)))
    erases(store, HEAD, ACCOUNT)
    due = store.write(lambda c: outbox.claim(c, now=drawing.until))
    assert isinstance(due, datetime)
    assert drawing.until < due < drawing.until + timedelta(seconds=1)


def test_an_erasure_that_is_applied_again_leaves_the_last_words_that_wait(
    store: Database, ledger_file: Path
) -> None:
    does(store, HEAD, Asked(Command.START))
    erases(store, HEAD, ACCOUNT)
    assert not store.write(lambda c: erasure.reapply(c, Ledger(ledger_file, Vault()).read()))
    assert len(letters_to(store, HEAD)) == 1


def test_a_colleague_changed_the_draft_meanwhile(store: Database) -> None:
    outcome = erases(store, HEAD, DRAFT, version=loaded(store, 1).version - 1)
    assert outcome.alert is not None
    assert outcome.alert.code is NoteCode.CHANGED_MEANWHILE
    assert loaded(store, 1).team.members


def test_in_a_closed_list_the_coordinator_erases_and_the_head_does_not(store: Database) -> None:
    store.write(lambda c: offices.set_closed(c, 1, True, LATER))
    refused = erases(store, HEAD, DRAFT)
    assert refused.alert is not None
    assert refused.alert.code is NoteCode.LISTS_CLOSED
    look_at_office(store)
    assert erases(store, COORDINATOR, DRAFT).alert is None
    assert loaded(store, 1).stage is Stage.EMPTY


def test_what_was_played_is_to_be_left_nowhere_when_it_ends_or_begins_anew(store: Database) -> None:
    does(store, HEAD, Asked(Command.START))
    does(store, HEAD, Tapped(Action.PRACTICE, Wish.BEGIN))
    for wish in (Wish.AGAIN, Wish.END):
        played = store.read(lambda c: talks.load(c, HEAD, lock=False)).talk.grant
        assert played is not None
        assert played.practice
        assert does(store, HEAD, Tapped(Action.PRACTICE, wish), played).erased
    assert not store.read(lambda c: practice.of_person(c, HEAD))


@pytest.mark.parametrize("damage", [None, b"\xff}\n", b'{"key": "no hex"}\n'])
def test_nothing_is_erased_while_it_cannot_be_recorded(
    store: Database, ledger_file: Path, damage: bytes | None
) -> None:
    if damage is None:
        ledger_file.parent.rmdir()
    else:
        ledger_file.write_bytes(damage)
    for wanted in (DRAFT, ACCOUNT):
        outcome = erases(store, HEAD, wanted)
        assert outcome.alert is not None
        assert outcome.alert.code is NoteCode.ERASURE_FAILED
    assert loaded(store, 1).team.members
    assert grant_of(store, HEAD) is not None


def test_the_coordinator_erases_somebody_and_the_office_is_told(store: Database) -> None:
    look_at_office(store)
    outcome = erases(store, COORDINATOR, SOMEBODY)
    assert outcome.alert is None
    assert [each.id for each in loaded(store, 1).team.members] == [1, 9]
    letter = LetterRow.__table__
    codes = store.read(lambda c: c.execute(select(letter.c.person_id, letter.c.code)).all())
    assert (HEAD, "person-erased") in [tuple(each) for each in codes]
    gone = erases(store, COORDINATOR, SOMEBODY)
    assert gone.alert is not None
    assert gone.alert.code is NoteCode.STALE


def test_no_key_of_a_letter_bears_an_advisors_name(store: Database) -> None:
    comes_in(store, 9, Role.ADVISOR, advisor="Ewa Lis")
    notice = Notice(NoticeCode.OFFICES_ASSIGNED, Audience.ADVISOR, None, {}, "Ewa Lis")
    assert store.write(lambda c: post(c, notice, source="import:1", by=None, now=LATER))
    keys = store.read(lambda c: c.scalars(select(LetterRow.__table__.c.key)).all())
    assert [each for each in keys if "9" in each]
    assert not [each for each in keys if "Lis" in each]


def test_data_are_shown_and_posted_once_for_each_time_they_are_asked_for(store: Database) -> None:
    assert does(store, HEAD, Asked(Command.MY_DATA)).letters
    view, _ = store.read(lambda c: views.load(c, HEAD, LATER))
    assert view.personal is not None
    for language in LANGUAGES:
        assert str(HEAD) in draw(view, Words(language)).text
    does(store, HEAD, Tapped(Action.TOPIC, Topic.MY_DATA))
    letter = LetterRow.__table__
    posted = select(letter.c.id).where(letter.c.code == "personal-data")
    assert len(store.read(lambda c: c.execute(posted).all())) == 2


# --- Cards ------------------------------------------------------------------------------------

OVERLAYS = [
    replace(each, surely=surely)
    for each in (
        ACCOUNT,
        DRAFT,
        ConfirmingErasure(Erasable.OFFICE, 1),
        *(ConfirmingErasure(Erasable.PERSON, 1, page=page) for page in (0, 1, 99)),
        ConfirmingErasure(Erasable.PERSON, 1, 2),
        ConfirmingErasure(Erasable.PERSON, 1, 999_999_999),
        ConfirmingErasure(Erasable.DRAFT, 77),
    )
    for surely in (False, True)
]
"""Every card that asks, also of a person and of an office that are no longer there."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_every_card_that_asks_before_erasing_is_drawn(language: str, role: Role) -> None:
    names = Names()
    for overlay in OVERLAYS:
        for submission in every_submission(names).values():
            office = replace(submission.office, id=1)
            view = a_view(names, role, Home(), replace(submission, office=office), language)
            drawn_well(replace(view, talk=replace(view.talk, topic=overlay)))
