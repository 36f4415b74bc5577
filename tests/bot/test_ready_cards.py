"""The card that a turn has ready beside others who change the same office, on PostgreSQL."""

import threading
import time
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import text

from bot import turn
from bot.inbound import Inbound
from bot.turn import Outcome
from conversations.access import Role
from conversations.events import Action, Asked, Command, Event, Tapped
from storage import access, submissions, talks
from storage.database import Connection, Database
from storage.talks import Claim
from tests.storage.stock import NOW, comes_in, import_offices, loaded, row, whole_team

HEAD = 5
UPDATES = count(1)


@pytest.fixture
def store(postgresql: Database) -> Database:
    """Somebody who is the head of two offices, at the first."""
    for office_id in import_offices(postgresql, row("Urząd Gminy Nowa"), row("Urząd Gminy Stara")):
        comes_in(postgresql, HEAD, Role.HEAD, office_id=office_id)
    does(postgresql, Asked(Command.START))
    return postgresql


def does(database: Database, event: Event, grant_id: int = 0) -> Outcome:
    number = next(UPDATES)
    inbound = Inbound(number, HEAD, "Jan Nowak", event, grant_id)
    return database.write(lambda c: turn.take(c, inbound, NOW + timedelta(minutes=number)))


def test_who_changes_role_sees_what_is_written_about_the_office_meanwhile(store: Database) -> None:
    """Whoever writes it does not find the newcomer among those who look at the office."""
    other = max(
        store.read(lambda c: access.grants(c, HEAD, NOW)), key=lambda grant: grant.office_id or 0
    )
    office_id = other.office_id
    assert office_id is not None
    written, outcomes = threading.Event(), []

    def switch() -> None:
        written.wait()
        outcomes.append(does(store, Tapped(Action.SWITCH, "", 0), other.id))

    switching = threading.Thread(target=switch)

    def waits_for_a_lock() -> bool:
        waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        return bool(store.read(lambda c: c.scalar(waiting)))

    def write(connection: Connection) -> None:
        before = submissions.load(connection, office_id, lock=True)
        assert before is not None
        after = before.with_team(whole_team())
        submissions.save(connection, before, after, actor=9, now=NOW)
        talks.redraw_office(connection, office_id, but=9, claim=Claim(NOW))
        written.set()
        while switching.is_alive() and not waits_for_a_lock():
            time.sleep(0.01)

    switching.start()
    store.write(write)
    switching.join()
    (outcome,) = outcomes
    assert outcome.ready is not None
    assert outcome.ready.view.submission is not None
    assert outcome.ready.view.submission.version == loaded(store, office_id).version
