"""What only PostgreSQL does: transactions side by side, which wait for each other or fall out."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import text

from conversations.places.enrolment import Summary
from conversations.submission import Submission
from conversations.team import Team
from storage import migrations, settings, submissions, talks
from storage.database import MIGRATION_LOCK, POSTGRES_TRIES, Connection, Database, DatabaseUnusable
from storage.talks import Claim
from tests.storage.stock import LATER, NOW, loaded, one_office, whole_team

WAITING = text(
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


def until_somebody_waits(database: Database) -> None:
    """Until the server says that a transaction waits for another's lock."""
    deadline = time.monotonic() + 20
    while database.read(lambda c: c.scalar(WAITING)) == 0:
        assert time.monotonic() < deadline, "nobody waits"


def test_who_waited_for_another_to_migrate_does_not_migrate_again(
    new_postgresql_url: Callable[[], str],
) -> None:
    url = new_postgresql_url()
    first, second = Database(url), Database(url)
    waiting = threading.Thread(target=second.prepare)

    def migrate_while_the_other_waits(connection: Connection) -> None:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
        waiting.start()
        until_somebody_waits(first)
        migrations.upgrade(connection)

    first.write(migrate_while_the_other_waits)
    waiting.join(20)
    assert not waiting.is_alive()
    second.prepare()
    for database in (first, second):
        database.close()


class Turn:
    """A turn that is held open after its first half, until told to go on."""

    def __init__(
        self,
        database: Database,
        first: Callable[[Connection], Submission],
        second: Callable[[Connection, Submission], Submission],
    ) -> None:
        self._first, self._second = first, second
        self._begun, self._goes_on = threading.Event(), threading.Event()
        self.future = database.submit(self._run)
        assert self._begun.wait(20)

    def _run(self, connection: Connection) -> Submission:
        found = self._first(connection)
        self._begun.set()
        assert self._goes_on.wait(20)
        return self._second(connection, found)

    def go_on(self) -> Submission:
        self._goes_on.set()
        return self.future.result(20)


def locked(connection: Connection, office_id: int) -> Submission:
    found = submissions.load(connection, office_id, lock=True)
    assert found is not None
    return found


def with_team(connection: Connection, before: Submission, team: Team) -> Submission:
    return submissions.save(connection, before, before.with_team(team), actor=1, now=LATER)


def test_two_turns_of_one_office_wait_for_each_other(postgresql: Database) -> None:
    """The second begins when the first has committed, and sees what it did."""
    office_id = one_office(postgresql)
    first = Turn(
        postgresql,
        lambda c: locked(c, office_id),
        lambda c, found: with_team(c, found, whole_team()),
    )
    second = postgresql.submit(
        lambda c: with_team(c, locked(c, office_id), locked(c, office_id).team.remove(4))
    )
    until_somebody_waits(postgresql)
    assert not second.done()
    first.go_on()
    assert second.result(20).team == whole_team().remove(4)
    assert loaded(postgresql, office_id).version == 2


def test_turns_of_two_offices_do_not_wait(postgresql: Database) -> None:
    one, other = one_office(postgresql, "A"), 0
    one_office(postgresql, "B")
    other = postgresql.read(submissions.all_submissions)[1].office.id
    first = Turn(postgresql, lambda c: locked(c, one), lambda _, found: found)
    done = postgresql.submit(lambda c: with_team(c, locked(c, other), whole_team()))
    assert done.result(20).version == 1
    assert not first.future.done()
    first.go_on()


@pytest.mark.parametrize("known", [True, False], ids=["known", "a stranger"])
def test_two_turns_of_one_talk_wait_for_each_other(postgresql: Database, known: bool) -> None:
    """Of a stranger's talk there is no row to lock yet: the second finds the first one's."""
    if known:
        postgresql.write(lambda c: talks.load(c, 5, lock=True))
    begun, goes_on = threading.Event(), threading.Event()

    def first(connection: Connection) -> None:
        talk = talks.load(connection, 5, lock=True).talk
        begun.set()
        assert goes_on.wait(20)
        moved = replace(talk, place=Summary())
        talks.save(connection, moved, below=False, claim=Claim(NOW))

    one = postgresql.submit(first)
    assert begun.wait(20)
    two = postgresql.submit(lambda c: talks.load(c, 5, lock=True).talk)
    until_somebody_waits(postgresql)
    goes_on.set()
    one.result(20)
    assert two.result(20).place == Summary()


def test_an_unlocked_change_from_a_stale_version_is_refused(postgresql: Database) -> None:
    office_id = one_office(postgresql)
    stale = loaded(postgresql, office_id)
    postgresql.write(lambda c: with_team(c, locked(c, office_id), whole_team()))
    with pytest.raises(submissions.Outdated):
        postgresql.write(lambda c: with_team(c, stale, Team(next_id=7)))
    assert loaded(postgresql, office_id).team == whole_team()


def test_two_that_fall_out_with_each_other_both_get_through(postgresql: Database) -> None:
    """A locks 1 then 2, B locks 2 then 1: the server ends one, which is tried again."""
    for key in ("1", "2"):
        postgresql.write(partial(settings.put, key=key, value=""))
    both_hold_one = threading.Barrier(2)
    attempts: list[str] = []

    def work(order: str) -> Callable[[Connection], None]:
        def lock_both(connection: Connection) -> None:
            connection.execute(text("SET LOCAL deadlock_timeout = '20ms'"))
            attempts.append(order)
            for key in order:
                connection.execute(
                    text("UPDATE setting SET value = value || :by WHERE key = :key"),
                    {"by": order, "key": key},
                )
                if key == order[0] and attempts.count(order) == 1:
                    both_hold_one.wait(20)

        return lock_both

    for future in [postgresql.submit(work("12")), postgresql.submit(work("21"))]:
        future.result(30)
    assert len(attempts) == 3
    first = postgresql.read(lambda c: settings.get(c, "1"))
    assert sorted(first or "") == sorted("1221")


@pytest.mark.parametrize("state", ["40001", "40P01"])
def test_a_quarrel_without_end_is_told_after_some_attempts(
    postgresql: Database, state: str
) -> None:
    attempts = []

    def work(connection: Connection) -> None:
        attempts.append(1)
        connection.execute(
            text(f"DO $$ BEGIN RAISE EXCEPTION 'no way' USING ERRCODE = '{state}'; END $$")
        )

    with pytest.raises(DatabaseUnusable, match="no way"):
        postgresql.write(work)
    assert len(attempts) == POSTGRES_TRIES
