"""What retention looks at, and what it deletes beside the lists themselves (domain.md §4.4).

`conversations.retention` decides. A warning is a line of the journal that names the version it was
about, so that a draft which is taken up again is warned of anew.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, delete, exists, func, or_, select, update

from conversations.coordination_table import TableReading
from conversations.retention import Ages, Kept, OfficeAge, lists_go_on
from conversations.submission import Stage
from storage import codec, journal, talks
from storage.reminders import FINISHED
from storage.rows import add_once
from storage.tables.offices import ApprovedRow, MemberRow, OfficeRow, SubmissionRow
from storage.tables.people import CardRow, GrantRow, InvitationRow, TalkRow
from storage.tables.programme import (
    BulkItemRow,
    BulkRow,
    ImportRow,
    JournalRow,
    ReminderRow,
    RetentionRow,
    SnoozeRow,
    StandInRow,
)
from storage.tables.traffic import FailingRow, FailureRow, JobRow, LetterRow, UpdateRow

_submission, _approved, _member = (
    SubmissionRow.__table__,
    ApprovedRow.__table__,
    MemberRow.__table__,
)
_journal, _letter, _import = JournalRow.__table__, LetterRow.__table__, ImportRow.__table__
_talk, _card, _grant = TalkRow.__table__, CardRow.__table__, GrantRow.__table__
_invitation, _failed, _seen = InvitationRow.__table__, FailureRow.__table__, UpdateRow.__table__
_bulk, _item, _failing = BulkRow.__table__, BulkItemRow.__table__, FailingRow.__table__
_stand_in, _snooze = StandInRow.__table__, SnoozeRow.__table__
_reminder, _job = ReminderRow.__table__, JobRow.__table__
_run = RetentionRow.__table__
_office = OfficeRow.__table__

DRAFT_WARNED, LISTS_WARNED = "warned: draft expires", "warned: lists expire"
SETTLED_LETTERS = ("sent", "unknown", "undeliverable")
_EMPTY_READING = codec.dump(
    TableReading((), (), None, (0, 0), (), None, needs_column_confirmation=False)
)


def begin(connection: Connection, day: date, now: datetime) -> bool:
    """Record the run of a local day; False when it was recorded before, by whatever process."""
    return add_once(connection, _run, {"day": day, "at": now})


def was_run(connection: Connection, day: date) -> bool:
    """Whether the run of a local day was recorded."""
    return connection.scalar(select(_run.c.day).where(_run.c.day == day)) is not None


def ages(connection: Connection, kept: Kept, zone: ZoneInfo) -> Ages:
    """How old everything is."""
    warned = {
        (row.office_id, row.version): row.at
        for row in connection.execute(select(_journal).where(_journal.c.what == DRAFT_WARNED))
    }
    listing = set(connection.scalars(select(_member.c.office_id).distinct()))
    listing |= set(connection.scalars(select(_approved.c.office_id).distinct()))
    rows = connection.execute(
        select(
            _submission.c.office_id,
            _submission.c.version,
            _submission.c.stage,
            _submission.c.updated_at,
            _office.c.practice,
            _office.c.updated_at.label("begun_at"),
        )
        .join(_office, _office.c.id == _submission.c.office_id)
        .order_by(_submission.c.office_id)
    ).all()
    goes_on = lists_go_on(kept)
    told = select(func.max(_journal.c.at)).where(
        _journal.c.what == LISTS_WARNED, _journal.c.version == (goes_on or date.min).toordinal()
    )
    return Ages(
        offices=tuple(
            OfficeAge(
                row.office_id,
                row.version,
                Stage(row.stage),
                row.updated_at,
                warned.get((row.office_id, row.version)),
                row.office_id in listing,
            )
            for row in rows
            if not row.practice
        ),
        practice=tuple(
            OfficeAge(row.office_id, row.version, Stage(row.stage), row.updated_at or row.begun_at)
            for row in rows
            if row.practice
        ),
        kept=kept,
        zone=zone,
        lists_warned_at=connection.scalar(told),
    )


def warned_of_draft(connection: Connection, office: OfficeAge, now: datetime) -> None:
    """Remember that an office was told that this version will be deleted."""
    journal.note(
        connection,
        actor=None,
        office_id=office.id,
        what=DRAFT_WARNED,
        version=office.version,
        now=now,
    )


def warned_of_lists(connection: Connection, kept: Kept, now: datetime) -> None:
    """Remember that the coordinator was told of this end of the project."""
    goes_on = lists_go_on(kept)
    if goes_on is not None:
        journal.note(
            connection,
            actor=None,
            office_id=None,
            what=LISTS_WARNED,
            version=goes_on.toordinal(),
            now=now,
        )


def only_of(connection: Connection, office_ids: tuple[int, ...]) -> list[int]:
    """Accounts whose every role is for one of these offices: they go with the offices' records.

    What they practise with is no role of theirs.
    """
    practised = select(_office.c.id).where(_office.c.practice.is_(True))
    inside = select(_grant.c.person_id).where(
        _grant.c.office_id.in_(office_ids), _grant.c.person_id > 0
    )
    elsewhere = select(_grant.c.person_id).where(
        _grant.c.revoked_at.is_(None),
        or_(
            _grant.c.office_id.is_(None),
            _grant.c.office_id.not_in(office_ids) & _grant.c.office_id.not_in(practised),
        ),
    )
    found = connection.scalars(inside.where(_grant.c.person_id.not_in(elsewhere)).distinct())
    return sorted(found)


@dataclass(frozen=True, slots=True)
class Spent:
    """How much had served its purpose and was deleted, by kind."""

    letters: int = 0
    files: int = 0
    invitations: int = 0
    failures: int = 0
    updates: int = 0
    tables: int = 0
    strangers: int = 0
    work: int = 0
    substitutes: int = 0
    put_off: int = 0
    names: int = 0
    digests: int = 0
    questions: int = 0


def delete_spent(connection: Connection, before: datetime) -> Spent:
    """Delete what has served its purpose and is older than a moment.

    Letters that were sent or never will be; links that were used, withdrawn or have run out; what
    was set aside; update numbers; the readings of tables that were decided on or never were; work
    about many that is done; files of people without a role, who would not be answered; substitutes
    and digests put off whose days are over; the talks of people without a role; that there were
    digests of former occasions; names of roles that have ended, but for those that a decision
    bears.
    """

    def gone(table: object, *which: object) -> int:
        return connection.execute(delete(table).where(*which)).rowcount  # type: ignore[arg-type]

    strangers = and_(
        _talk.c.updated_at < before,
        ~exists().where(
            _grant.c.person_id == _talk.c.person_id,
            _grant.c.revoked_at.is_(None),
            or_(_grant.c.valid_until.is_(None), _grant.c.valid_until >= before),
        ),
    )
    ids = list(connection.scalars(select(_talk.c.person_id).where(strangers)))
    gone(_card, _card.c.person_id.in_(ids))
    done = select(_bulk.c.id).where(_bulk.c.done_at < before)
    gone(_item, _item.c.bulk_id.in_(done))
    gone(_failing, _failing.c.at < before)
    decided = select(_journal.c.actor).where(
        _journal.c.actor.is_not(None),
        _journal.c.office_id.in_(select(_approved.c.office_id)),
    )
    names = connection.execute(
        update(_grant)
        .where(
            or_(_grant.c.revoked_at < before, _grant.c.valid_until < before),
            _grant.c.display_name != "",
            _grant.c.person_id.not_in(decided),
        )
        .values(display_name="")
    ).rowcount
    newer = _reminder.alias()
    passed = exists().where(
        newer.c.advisor == _reminder.c.advisor,
        newer.c.occasion != FINISHED,
        newer.c.at > _reminder.c.at,
    )
    return Spent(
        digests=gone(
            # The newest says that its occasion was reminded of, and the last that it is the end.
            _reminder,
            _reminder.c.at < before,
            _reminder.c.occasion != FINISHED,
            passed,
        ),
        files=gone(_job, _job.c.at < before, _job.c.person_id.in_(ids)),
        letters=gone(_letter, _letter.c.state.in_(SETTLED_LETTERS), _letter.c.changed_at < before),
        invitations=gone(
            _invitation,
            or_(
                _invitation.c.used_at < before,
                _invitation.c.revoked_at < before,
                _invitation.c.expires_at < before,
            ),
        ),
        failures=gone(_failed, _failed.c.at < before),
        updates=gone(_seen, _seen.c.at < before),
        tables=connection.execute(
            update(_import)
            .where(
                _import.c.at < before,
                or_(_import.c.accepted.is_(None), _import.c.decided_at < before),
                _import.c.name != "",
            )
            .values(
                reading=_EMPTY_READING, name="", accepted=func.coalesce(_import.c.accepted, False)
            )
        ).rowcount,
        strangers=gone(_talk, _talk.c.person_id.in_(ids)),
        work=gone(_bulk, _bulk.c.done_at < before),
        substitutes=gone(_stand_in, _stand_in.c.last < before.date()),
        put_off=gone(_snooze, _snooze.c.until < before.date()),
        names=names,
    )


_MOST_AT_ONCE = 1_000
"""People whom one statement names."""


def forget_questions(connection: Connection, before: datetime) -> int:
    """Take everybody back to the first card whose talk nobody has touched since a moment; how many.

    What was asked and never answered holds names that are on no list, as remarks do.
    """
    untouched = select(_talk).where(_talk.c.updated_at < before).order_by(_talk.c.person_id)
    asked = [
        row.person_id
        for row in connection.execute(untouched)
        if row.topic or row.note or talks.is_away(connection, row.place)
    ]
    # Locked and looked at again: who answers at this very moment is not taken away from it.
    people: list[int] = []
    still = untouched.with_only_columns(_talk.c.person_id)
    for at in range(0, len(asked), _MOST_AT_ONCE):
        some = _talk.c.person_id.in_(asked[at : at + _MOST_AT_ONCE])
        people += connection.scalars(still.where(some).with_for_update())
    return talks.begin_again(connection, people)
