"""Retention over a real store: warned of first, deleted in office hours, once a day."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text

from bot import clock, retention, screens, turn, views
from bot.inbound import Inbound
from bot.words import Words
from conversations.access import Role, StandIn
from conversations.events import Asked, Command, Event, Note, Said
from conversations.notes import NoteCode, NoticeCode
from conversations.submission import Approval, Decider, Stage
from conversations.team import Team
from storage import (
    access,
    bulk,
    erasure,
    imports,
    jobs,
    outbox,
    reminders,
    settings,
    stand_ins,
    submissions,
    talks,
    updates,
)
from storage import retention as storage_retention
from storage.database import Connection, Database
from storage.tables.people import GrantRow, InvitationRow, TalkRow
from storage.tables.programme import (
    BulkItemRow,
    BulkRow,
    ImportRow,
    RetentionRow,
    SnoozeRow,
    StandInRow,
)
from storage.tables.traffic import JobRow, LetterRow, UpdateRow
from storage.vault import Vault, new_key
from tests.storage.stock import comes_in, import_offices, loaded, row, table, whole_team

BEGAN = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)
"""A Tuesday, 10:00 in Warsaw: the offices of these stories were written then."""
DAY = timedelta(days=1)
HEAD, SECRETARY, ADVISOR, COORDINATOR, STRANGER = 11, 12, 13, 14, 15


@pytest.fixture
def kept(database_url: str, tmp_path: Path) -> Iterator[Database]:
    opened = Database(database_url, vault=Vault.of(new_key(), tmp_path / "erasures.jsonl"))
    opened.prepare()
    yield opened
    opened.close()


@pytest.fixture
def office_id(kept: Database) -> int:
    """Two offices; the first has a draft, a head, an Advisor, and there is a coordinator."""
    office_id, other = import_offices(
        kept, row("Urząd Gminy Rejowiec"), row("Urząd Miasta Terespol")
    )
    comes_in(kept, HEAD, Role.HEAD, office_id=office_id)
    comes_in(kept, SECRETARY, Role.SECRETARY, office_id=office_id)
    comes_in(kept, SECRETARY, Role.SECRETARY, office_id=other)
    comes_in(kept, ADVISOR, Role.ADVISOR, advisor="Ewa Lis")
    comes_in(kept, COORDINATOR, Role.COORDINATOR)
    write(kept, office_id, BEGAN)
    return office_id


def write(database: Database, office_id: int, now: datetime) -> None:
    before = loaded(database, office_id)
    after = before.with_team(replace(whole_team(), next_id=before.team.next_id + 20))
    database.write(lambda c: submissions.save(c, before, after, actor=HEAD, now=now))


def run(database: Database, now: datetime) -> retention.Done | None:
    done = database.write(lambda c: retention.run_once_today(c, now))
    database.scrub()
    return done


def letters(database: Database, code: NoticeCode) -> list[int]:
    letter = LetterRow.__table__
    statement = select(letter.c.person_id).where(letter.c.code == code).order_by(letter.c.person_id)
    return list(database.read(lambda c: c.scalars(statement)))


def count(database: Database, kind: type) -> int:
    statement = select(func.count()).select_from(kind.__table__)  # type: ignore[attr-defined]
    return database.read(lambda c: c.scalar(statement)) or 0


def test_a_forgotten_draft_is_warned_of_and_then_deleted(kept: Database, office_id: int) -> None:
    assert run(kept, BEGAN + 20 * DAY)
    assert letters(kept, NoticeCode.DRAFT_EXPIRES) == []
    warned = run(kept, BEGAN + 23 * DAY)
    assert warned is not None
    assert [each.id for each in warned.expired.warn_drafts] == [office_id]
    assert letters(kept, NoticeCode.DRAFT_EXPIRES) == [HEAD, SECRETARY, ADVISOR]
    assert run(kept, BEGAN + 27 * DAY)
    assert loaded(kept, office_id).team.members
    gone = run(kept, BEGAN + 30 * DAY)
    assert gone is not None
    assert gone.expired.drafts == (office_id,)
    after = loaded(kept, office_id)
    assert (after.stage, after.team.members) == (Stage.EMPTY, ())


def test_a_draft_that_is_taken_up_again_begins_its_time_anew(
    kept: Database, office_id: int
) -> None:
    run(kept, BEGAN + 23 * DAY)
    write(kept, office_id, BEGAN + 24 * DAY)
    assert run(kept, BEGAN + 34 * DAY)
    assert loaded(kept, office_id).team.members
    again = run(kept, BEGAN + 48 * DAY)
    assert again is not None
    assert [each.id for each in again.expired.warn_drafts] == [office_id]


def test_a_program_that_stood_still_warns_before_it_deletes(kept: Database, office_id: int) -> None:
    late = run(kept, BEGAN + 63 * DAY)
    assert late is not None
    assert (len(late.expired.warn_drafts), late.expired.drafts) == (1, ())


def test_lists_go_after_the_end_of_the_project_with_the_accounts_of_their_offices(
    kept: Database, office_id: int
) -> None:
    before = loaded(kept, office_id)
    approval = Approval(before.team, BEGAN, Decider.HEAD)
    decided = replace(before, stage=Stage.SETTLED, approval=approval)
    kept.write(lambda c: submissions.save(c, before, decided, actor=HEAD, now=BEGAN))
    kept.write(lambda c: settings.put(c, "project_end", "2026-12-01"))
    assert run(kept, datetime(2027, 2, 12, 9, 0, tzinfo=UTC))
    assert letters(kept, NoticeCode.LISTS_EXPIRE) == []
    assert run(kept, datetime(2027, 2, 15, 9, 0, tzinfo=UTC))
    assert letters(kept, NoticeCode.LISTS_EXPIRE) == [COORDINATOR]
    assert run(kept, datetime(2027, 2, 26, 9, 0, tzinfo=UTC))
    assert loaded(kept, office_id).approval is not None
    gone = run(kept, datetime(2027, 3, 1, 9, 0, tzinfo=UTC))
    assert gone is not None
    assert gone.expired.lists == (office_id,)
    after = loaded(kept, office_id)
    assert (after.approval, after.team.members) == (None, ())
    everybody = (HEAD, SECRETARY, ADVISOR, COORDINATOR)
    # The secretary's other office lists nobody.
    held = kept.read(lambda c: [bool(access.grants(c, person, BEGAN)) for person in everybody])
    assert held == [False, False, True, True]


def test_it_is_run_once_a_day_by_whichever_process(kept: Database, office_id: int) -> None:
    at = BEGAN + 23 * DAY
    assert run(kept, at) is not None
    assert run(kept, at + timedelta(hours=1)) is None
    assert run(kept, at + DAY) is not None


@pytest.mark.parametrize(
    "at",
    [BEGAN.replace(hour=5), BEGAN.replace(hour=20), BEGAN + 4 * DAY],
    ids=["early", "late", "Saturday"],
)
def test_nothing_is_deleted_while_offices_are_closed(
    kept: Database, office_id: int, at: datetime
) -> None:
    assert run(kept, at) is None


def test_what_has_served_its_purpose_goes(kept: Database, office_id: int) -> None:
    def work(connection: Connection) -> None:
        outbox.put(
            connection,
            key="k",
            person_id=HEAD,
            code="nudge",
            office_id=office_id,
            values={},
            now=BEGAN,
        )
        while isinstance(letter := outbox.claim(connection, now=BEGAN), outbox.Letter):
            outbox.sent(connection, letter.id, BEGAN)
        updates.first_time(connection, 77, BEGAN)
        updates.set_aside(connection, 78, "{}", "Traceback", BEGAN)
        imports.put(connection, name="t.xlsx", reading=table(row("X")), by=None, now=BEGAN)
        turn.take(connection, Inbound(79, STRANGER, "Ktoś", Asked(Command.START)), BEGAN)
        for number, person in enumerate((STRANGER, HEAD)):
            jobs.put(
                connection,
                update_id=80 + number,
                person_id=person,
                file_id="f",
                name="lista.docx",
                size=9,
                grant_id=None,
                now=BEGAN,
            )

    kept.write(work)
    assert kept.read(lambda c: talks.load(c, STRANGER, lock=False)).card.wanted == 1
    day_29 = run(kept, BEGAN + 29 * DAY)
    assert day_29 is not None
    assert day_29.spent.letters == 0
    assert run(kept, BEGAN + 41 * DAY)
    # A file of somebody with a role is still answered, however long the program stood still.
    assert kept.read(lambda c: c.scalars(select(JobRow.__table__.c.person_id)).all()) == [HEAD]
    assert count(kept, UpdateRow) == count(kept, InvitationRow) == count(kept, TalkRow) == 0
    assert letters(kept, NoticeCode.NUDGE) == []
    readings = kept.read(lambda c: c.scalars(select(ImportRow.__table__.c.name)).all())
    assert readings == [""]
    stored = kept.read(lambda c: imports.load(c, 1))
    assert stored is not None
    assert (stored.decided, stored.reading.offices) == (True, ())


def test_work_about_many_and_days_that_are_over_go_too(kept: Database, office_id: int) -> None:
    """What is not done, or not over, stays."""

    def work(connection: Connection) -> None:
        starts = partial(bulk.begin, connection, kind=bulk.ANNOUNCEMENT, by=None, now=BEGAN)
        bulk.finish(connection, starts(content={"text": "done"}, subjects=[HEAD]), BEGAN)
        starts(content={"text": "not done"}, subjects=[HEAD])
        today, later = BEGAN.date(), (BEGAN + 60 * DAY).date()
        for advisor, last in (("Ewa Lis", today), ("Jan Wilk", later)):
            stand_ins.put(connection, StandIn(advisor, "Ola Ptak", today, last), BEGAN)
            reminders.put_off(connection, advisor, last, "urlop", BEGAN)

    kept.write(work)
    done = run(kept, BEGAN + 41 * DAY)
    assert done is not None
    assert (done.spent.work, done.spent.substitutes, done.spent.put_off) == (1, 1, 1)
    tables = (BulkRow, BulkItemRow, StandInRow, SnoozeRow)
    assert [count(kept, each) for each in tables] == [1, 1, 1, 1]


def test_whoever_held_a_role_for_some_days_is_a_stranger_when_they_are_long_over(
    kept: Database,
) -> None:
    def comes_for_a_day(connection: Connection) -> None:
        connection.execute(
            insert(GrantRow.__table__).values(
                person_id=STRANGER,
                role="head",
                display_name="Ktoś",
                given_at=BEGAN,
                valid_from=BEGAN,
                valid_until=BEGAN + DAY,
            )
        )
        turn.take(connection, Inbound(79, STRANGER, "Ktoś", Asked(Command.START)), BEGAN)

    kept.write(comes_for_a_day)
    kept.write(lambda c: storage_retention.delete_spent(c, BEGAN + DAY / 2))
    assert count(kept, TalkRow) == 1
    spent = kept.write(lambda c: storage_retention.delete_spent(c, BEGAN + 2 * DAY))
    assert (spent.strangers, count(kept, TalkRow)) == (1, 0)
    grant = GrantRow.__table__
    assert spent.names == 1
    assert kept.read(lambda c: c.scalars(select(grant.c.display_name)).all()) == [""]


def test_of_former_digests_only_the_newest_and_the_end_are_remembered(kept: Database) -> None:
    """Without these an occasion that has passed would be reminded of again."""

    def remind(connection: Connection) -> None:
        for days, occasion in enumerate(("first", reminders.FINISHED, "second", "third")):
            reminders.create(connection, [("Ewa Lis", occasion)], BEGAN + days * DAY)
        reminders.create(connection, [(None, "first")], BEGAN)

    kept.write(remind)
    spent = kept.write(lambda c: storage_retention.delete_spent(c, BEGAN + 9 * DAY))
    assert spent.digests == 2
    left = {("Ewa Lis", "third"), ("Ewa Lis", reminders.FINISHED), (None, "first")}
    assert kept.read(reminders.created) == left


def asks(database: Database, *events: Event) -> None:
    """What the head sends when all began; the card shows what comes of it."""

    def work(connection: Connection) -> None:
        for number, event in enumerate(events):
            turn.take(connection, Inbound(900 + number, HEAD, "Konto", event), BEGAN)
        claim = talks.Claim(BEGAN + DAY)
        assert HEAD in talks.claim_stale(connection, claim)
        version = talks.load(connection, HEAD, lock=False).card.wanted
        talks.drawn(connection, HEAD, version=version, message_id=9, claim=claim)

    database.write(work)


def card(database: Database, now: datetime) -> str:
    """What the head's card says."""
    view, _ = database.read(lambda c: views.load(c, HEAD, now))
    return screens.draw(view, Words("pl")).text


NOT_BEGUN = (Asked(Command.PLENIPOTENTIARY), Said("Bogumiła Zgrzebnicka"))
DECIDED = (Said("proszę dopisać: Bogumiła Zgrzebnicka – Skarbnik"),)


@pytest.mark.parametrize(
    ("stage", "events"), [(Stage.EMPTY, NOT_BEGUN), (Stage.SETTLED, DECIDED)], ids=str
)
def test_a_question_that_nobody_answers_keeps_a_name_no_longer_than_a_draft(
    kept: Database, office_id: int, stage: Stage, events: tuple[Event, ...]
) -> None:
    """In no list is a name that waits for its position, or for a yes to a changed list."""
    before = loaded(kept, office_id)
    after = {
        Stage.EMPTY: replace(before, stage=Stage.EMPTY, team=Team()),
        Stage.SETTLED: replace(
            before, stage=stage, approval=Approval(before.team, BEGAN, Decider.HEAD)
        ),
    }[stage]
    kept.write(lambda c: submissions.save(c, before, after, actor=HEAD, now=BEGAN))
    ordinary = card(kept, BEGAN)
    asks(kept, *events)
    assert "Bogumiła Zgrzebnicka" in card(kept, BEGAN)

    run(kept, BEGAN + 29 * DAY)
    assert "Bogumiła Zgrzebnicka" in card(kept, BEGAN + 29 * DAY)
    done = run(kept, BEGAN + 31 * DAY)
    assert done is not None
    assert done.spent.questions == 1
    assert card(kept, BEGAN + 31 * DAY) == ordinary
    assert kept.write(lambda c: talks.claim_stale(c, talks.Claim(BEGAN + 31 * DAY))) == [HEAD]
    stored = kept.read(lambda c: c.scalars(select(TalkRow.__table__.c.place)).all())
    assert not any("Zgrzebnick" in place for place in stored)
    again = run(kept, BEGAN + 34 * DAY)
    assert again is not None
    assert again.spent.questions == 0


def test_a_remark_that_names_somebody_goes_with_the_questions(
    kept: Database, office_id: int
) -> None:
    def work(connection: Connection) -> None:
        talk = talks.load(connection, HEAD, lock=True).talk
        note = Note(NoteCode.ALREADY_ON_LIST, {"person": "Bogumiła Zgrzebnicka"})
        claim = talks.Claim(BEGAN)
        talks.save(connection, replace(talk, note=note), below=False, claim=claim)

    kept.write(work)
    assert kept.write(partial(storage_retention.forget_questions, before=BEGAN)) == 0
    assert kept.write(partial(storage_retention.forget_questions, before=BEGAN + DAY)) == 1
    assert kept.read(lambda c: talks.load(c, HEAD, lock=False)).talk.note is None


def test_whom_the_ledger_names_is_erased_again_in_the_same_run(
    kept: Database, office_id: int
) -> None:
    ledger = kept.read(erasure.ledger_of)
    assert ledger is not None
    ledger.record(f"account:{HEAD}", BEGAN + 8 * DAY)
    done = run(kept, BEGAN + 9 * DAY)
    assert done is not None
    assert done.again.roles == 1
    assert kept.read(lambda c: access.grants(c, HEAD, BEGAN)) == ()


@pytest.mark.parametrize("day", [DAY * 7, DAY * 4], ids=["by the day's run", "each minute"])
async def test_what_a_reader_kept_in_the_log_of_an_erasure_is_taken_out_by_the_bot(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, day: timedelta
) -> None:
    """On a Saturday nothing is run: what this process has left in the log is tried all the same."""
    monkeypatch.setattr(clock, "LOOK", 0.01)
    bot, command = (Database(sqlite_url, busy_seconds=0.05) for _ in range(2))
    runs = day == DAY * 7
    log = Path(f"{bot.file}-wal")
    try:
        bot.prepare()
        with closing(sqlite3.connect(str(bot.file), isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM talk").fetchall()
            bot.write(lambda c: settings.put(c, "contact", "Bogumiła Zgrzebnicka"))
            bot.write(lambda c: settings.put(c, "contact", None))
            assert not (command if runs else bot).scrub()
        with clock.following(lambda: BEGAN + day):
            watching = asyncio.ensure_future(retention.watch(bot, lambda: None))
            async with asyncio.timeout(20):
                while "Zgrzebnicka" in log.read_text(errors="replace"):  # noqa: ASYNC110, ASYNC240
                    await asyncio.sleep(0.01)
            watching.cancel()
            with pytest.raises(asyncio.CancelledError):
                await watching
        assert count(bot, RetentionRow) == runs
    finally:
        command.close()
        bot.close()


def test_a_look_changes_nothing(kept: Database, office_id: int) -> None:
    before = kept.read(lambda c: c.scalar(text("SELECT count(*) FROM journal")))
    found = kept.read(lambda c: retention.look(c, BEGAN + 23 * DAY))
    assert len(found.warn_drafts) == 1
    assert kept.read(lambda c: c.scalar(text("SELECT count(*) FROM journal"))) == before
    assert clock.zone().key == "Europe/Warsaw"


def test_while_no_erasure_can_be_recorded_everything_else_is_done(
    kept: Database, office_id: int, tmp_path: Path
) -> None:
    """A draft that has expired waits for the ledger; letters that were sent long ago go."""
    ledger = tmp_path / "erasures.jsonl"
    assert run(kept, BEGAN + 23 * DAY) is not None
    kept.write(
        lambda c: outbox.put(
            c, key="x", person_id=HEAD, code="x", office_id=None, values={}, now=BEGAN - 60 * DAY
        )
    )
    letter = kept.write(lambda c: outbox.claim(c, now=BEGAN - 60 * DAY))
    assert isinstance(letter, outbox.Letter)
    kept.write(lambda c: outbox.sent(c, letter.id, BEGAN - 60 * DAY))
    ledger.write_bytes(b"\xff}\n")
    done = run(kept, BEGAN + 34 * DAY)
    assert done is not None
    assert done.unrecorded is not None
    assert "it is damaged" in done.unrecorded
    assert (bool(done.erased), done.spent.letters) == (False, 1)
    assert loaded(kept, office_id).team.members
    ledger.unlink()
    mended = run(kept, BEGAN + 35 * DAY)
    assert mended is not None
    assert (mended.unrecorded, mended.erased.drafts) == (None, 1)
