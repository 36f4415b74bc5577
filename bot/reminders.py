"""Reminders: from what is stored to digests in the outbox, and the loop that looks for due ones.

`conversations.reminders` decides; here it is given the facts, and what is due is recorded and
posted in one transaction. Whoever records it first posts it, so restarts and several processes
send each digest once (domain.md §6).
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot import clock, work
from bot.screens.view import Digest, Upcoming
from conversations.access import OFFICE_ROLES, Grant, Role, advisor_code
from conversations.notes import NoticeCode
from conversations.reminders import (
    COORDINATOR,
    Facts,
    OfficeFacts,
    Reminder,
    concerning,
    due,
    next_reminder,
    upcoming,
)
from conversations.settings import Programme
from conversations.submission import Submission, missing
from conversations.working_time import DAY
from storage import access, imports, outbox, reminders, settings, submissions
from storage.database import Connection, Database

log = structlog.get_logger()

LOOK = 5
"""Seconds between looks at the clock: it may be moved."""
EVERY = timedelta(minutes=1)
"""How much time passes before the store is asked again what is due."""


# --- Facts ------------------------------------------------------------------------------------


def programme(connection: Connection) -> Programme:
    """What the coordinator has set."""
    return Programme.of(settings.everything(connection))


def facts(
    connection: Connection, set_up: Programme, every: Iterable[Submission] | None = None
) -> Facts:
    """What decides about reminders, over all offices or over those given.

    Closed offices and those for practice are left out.
    """
    active = reminders.activity(connection)
    return Facts(
        offices=tuple(
            OfficeFacts(
                each.office.id,
                each.office.name,
                each.office.advisor,
                missing(each),
                active.get(each.office.id),
            )
            for each in (submissions.all_submissions(connection) if every is None else every)
            if not (each.office.closed or each.office.practice)
        ),
        working=set_up.working_time(clock.zone()),
        deadline=set_up.deadline,
        rhythm=set_up.rhythm,
        sent=reminders.created(connection),
        snoozed=reminders.snoozed(connection),
        since=imports.first(connection),
    )


def due_now(connection: Connection, at: datetime) -> tuple[Reminder, ...]:
    """The digests that `create` would create at this moment; none while reminders are off."""
    set_up = programme(connection)
    if not set_up.reminders or not set_up.working_time(clock.zone()).is_open(at):
        return ()
    return due(facts(connection, set_up), at)


def reader_of(grant: Grant) -> str | None:
    """Whose digests a desk's grant gets: an Advisor's by name, or the coordinator's."""
    return grant.advisor if grant.role is Role.ADVISOR else COORDINATOR


def coming(connection: Connection, grant: Grant, desk: Sequence[Submission]) -> Upcoming:
    """When this desk is reminded next, and whom no reminder reaches."""
    set_up, now = programme(connection), clock.now()
    known = facts(connection, set_up, desk)
    reader = reader_of(grant)
    put_off = known.snoozed.get(reader)
    unreachable: tuple[str, ...] = ()
    if grant.role is Role.COORDINATOR:
        named = {each.advisor for each in known.offices if each.advisor}
        unreachable = tuple(sorted(named - access.reachable_advisors(connection)))
    return Upcoming(
        on=set_up.reminders,
        at=next_reminder(known, reader, now) if set_up.reminders else None,
        put_off=put_off if put_off and put_off > known.working.local(now).date() else None,
        unreachable=unreachable,
        planned=upcoming(known, now) if set_up.reminders else (),
    )


# --- Creating ---------------------------------------------------------------------------------


def create(connection: Connection, at: datetime, posted_at: datetime) -> tuple[Reminder, ...]:
    """Record each digest that is due at a moment, once, and post its letters.

    Returns what was recorded here. An Advisor for whom nobody is in gets no letter; the
    coordinator's desk says so. `posted_at` is when the letters may leave.
    """
    created = tuple(
        each
        for each in due_now(connection, at)
        if reminders.create(connection, each.advisor, each.occasion.key, at)
    )
    for reminder in created:
        _post(connection, reminder, at, posted_at)
    return created


def _post(connection: Connection, reminder: Reminder, at: datetime, posted_at: datetime) -> None:
    """A letter of ids and codes for everybody who holds the reader's role."""
    advisor = reminder.advisor
    role = Role.COORDINATOR if advisor is COORDINATOR else Role.ADVISOR
    reader = advisor_code(advisor) if advisor else ""
    holders = access.people_with(connection, role=role, advisor=advisor)
    for person_id in sorted({person_id for person_id, _ in holders}):
        outbox.put(
            connection,
            key=f"digest:{reminder.occasion.key}:{reader}:{person_id}",
            person_id=person_id,
            code=NoticeCode.DIGEST,
            office_id=None,
            values={
                "reader": reader,
                "occasion": reminder.occasion.code,
                "overdue": int(reminder.occasion.overdue),
                "offices": ",".join(str(each.id) for each in reminder.offices),
                "at": at.isoformat(),
            },
            now=posted_at,
        )


def digest(
    connection: Connection, person_id: int, values: dict[str, str | int], now: datetime
) -> tuple[Digest, Grant] | None:
    """What a posted digest shows now, and the role it is for; None when that role was taken away.

    Offices that were completed meanwhile have left it; when all have, it is about the rest.
    """
    grant = next(
        (each for each in access.grants(connection, person_id) if _reads(each, values["reader"])),
        None,
    )
    if grant is None:
        return None
    overdue = bool(values["overdue"])
    every = (
        submissions.of_advisor(connection, grant.advisor)
        if grant.advisor
        else submissions.all_submissions(connection)
    )
    own = tuple(
        each
        for each in every
        if not (each.office.practice or each.office.closed)
        and (grant.advisor or overdue or each.office.advisor is None)
    )
    wanted = {int(each) for each in str(values["offices"]).split(",")}
    lacking = tuple(each for each in own if missing(each))
    return Digest(
        advisor=grant.advisor,
        at=max(now, datetime.fromisoformat(str(values["at"]))),
        own=own,
        lacking=tuple(each for each in lacking if each.office.id in wanted) or lacking,
        deadline=programme(connection).deadline,
        overdue=overdue,
    ), grant


def _reads(grant: Grant, reader: str | int) -> bool:
    if not reader:
        return grant.role is Role.COORDINATOR
    return grant.advisor is not None and advisor_code(grant.advisor) == reader


# --- What the buttons of a digest do ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Nudged:
    """How many offices were told, how many had been told today, and those with nobody to tell."""

    told: int = 0
    before: int = 0
    nobody: tuple[str, ...] = field(default=())


def nudge(connection: Connection, grant: Grant, now: datetime) -> Nudged:
    """Tell the people of each incomplete office of a desk what is missing, once a day."""
    set_up = programme(connection)
    known = facts(connection, set_up)
    overdue = set_up.overdue(now, clock.zone())
    day = known.working.local(now).date()
    told, before, nobody = 0, 0, list[str]()
    for office in concerning(known, reader_of(grant), overdue=overdue):
        people = {
            person_id
            for role in OFFICE_ROLES
            for person_id, _ in access.people_with(connection, role=role, office_id=office.id)
        }
        posted = [
            outbox.put(
                connection,
                key=f"nudge:{office.id}:{day}:{person_id}",
                person_id=person_id,
                code=NoticeCode.NUDGE,
                office_id=office.id,
                values={},
                now=now,
            )
            for person_id in sorted(people)
        ]
        told += any(posted)
        before += bool(posted) and not any(posted)
        if not posted:
            nobody.append(office.name)
    return Nudged(told, before, tuple(nobody))


def put_off(connection: Connection, grant: Grant, days: int, now: datetime) -> datetime | None:
    """Put a desk's next digest off by so many days; when it comes then, if anything is missing."""
    set_up = programme(connection)
    reader = reader_of(grant)
    today = set_up.working_time(clock.zone()).local(now).date()
    reminders.put_off(connection, reader, today + days * DAY, None, now)
    return next_reminder(facts(connection, set_up), reader, now)


# --- The loop ---------------------------------------------------------------------------------


async def watch(database: Database, created: Callable[[int], None]) -> None:
    """Create what is due, for ever; `created` hears how many each time.

    The first look leaves the first answers their time.
    """
    looked: datetime | None = None
    while True:
        await asyncio.sleep(LOOK)
        now = clock.now()
        if looked is not None and looked <= now < looked + EVERY:
            continue
        looked = now
        # Looked for beside the writers, so that nobody's turn waits for a minute without news.
        if await work.read(database, lambda connection: due_now(connection, clock.now())):
            made = await work.write(
                database, lambda connection: create(connection, clock.now(), clock.now())
            )
            log.info("reminders created", count=len(made))
            created(len(made))
