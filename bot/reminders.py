"""Reminders: from what is stored to digests in the outbox, and the loop that looks for due ones.

`conversations.reminders` decides; here it is given the facts, and what is due is recorded and
posted in one transaction. Whoever records it first posts it, so restarts and several processes
send each digest once (domain.md §6).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import structlog

from bot import clock, work
from bot.scope import scope, today
from bot.screens.view import Digest, Upcoming
from conversations.access import OFFICE_ROLES, Grant, Role, advisor_code
from conversations.notes import NoticeCode
from conversations.reminders import (
    COORDINATOR,
    Facts,
    OfficeFacts,
    Reminder,
    concerning,
    current_keys,
    due,
    first_reminder,
    next_reminder,
    unsent,
    upcoming,
)
from conversations.settings import Programme
from conversations.submission import missing
from conversations.working_time import DAY
from storage import access, imports, outbox, reminders, settings, stand_ins, submissions, tally
from storage.database import Connection, Database

log = structlog.get_logger()

MOST_NAMED = 2
"""Advisors whom no reminder reaches that a card names: a line of a phone, all are at [Dostęp]."""


# --- Facts ------------------------------------------------------------------------------------


def programme(connection: Connection) -> Programme:
    """What the coordinator has set."""
    return Programme.of(settings.everything(connection))


def facts(
    connection: Connection,
    set_up: Programme,
    offices: Sequence[OfficeFacts],
    *,
    readers: Sequence[str | None] = (),
) -> Facts:
    """What decides about reminders, over the incomplete offices that are given.

    `readers`: of whom it matters what they were sent.
    """
    return Facts(
        offices=tuple(offices),
        working=set_up.working_time(clock.zone()),
        deadline=set_up.deadline,
        rhythm=set_up.rhythm,
        sent=reminders.created(connection, *readers) if readers else frozenset(),
        snoozed={reader: each.until for reader, each in reminders.snoozed(connection).items()},
        since=imports.first(connection),
    )


def due_now(connection: Connection, at: datetime) -> tuple[Reminder, ...]:
    """The digests that `create` would create at this moment; none while reminders are off."""
    set_up = programme(connection)
    if not set_up.reminders or not set_up.working_time(clock.zone()).is_open(at):
        return ()
    known = facts(connection, set_up, ())
    # Asked every minute: nearly always all were sent theirs, and nobody's offices need be read.
    advisors = tally.lacking_advisors(connection)
    occasions = current_keys(known, at, advisors)
    known = replace(known, sent=reminders.created(connection, occasions=occasions))
    left = unsent(known, advisors, at)
    if not left:
        return ()
    of_all = COORDINATOR in left and left[COORDINATOR].overdue
    lacking = reminders.lacking(connection, None if of_all else left)
    known = replace(known, offices=tuple(lacking))
    found = due(known, at)
    if not found:
        return ()
    active = reminders.activity(connection, {each.id for one in found for each in one.offices})
    offices = (replace(each, active_at=active.get(each.id)) for each in known.offices)
    return due(replace(known, offices=tuple(offices)), at)


def finished_now(connection: Connection, at: datetime) -> frozenset[str]:
    """The Advisors all of whose offices are complete and who have not been thanked yet."""
    set_up = programme(connection)
    if not set_up.reminders or not set_up.working_time(clock.zone()).is_open(at):
        return frozenset()
    return tally.finished_advisors(connection) - reminders.thanked(connection)


def may_leave(connection: Connection, now: datetime) -> datetime:
    """When a digest may be sent that waits at this moment: now, or when offices open next.

    It was created while they were open, but Telegram or the program may have been away since.
    """
    return programme(connection).working_time(clock.zone()).next_opening(now)


def reader_of(grant: Grant) -> str | None:
    """Whose digests a desk's grant gets: an Advisor's by name, or the coordinator's."""
    return grant.advisor if grant.role is Role.ADVISOR else COORDINATOR


def readers_of(connection: Connection, grant: Grant, now: datetime) -> list[str | None]:
    """Whose digests a desk gets today, those of Advisors it stands in for among them."""
    names = scope(connection, grant, now)
    return [COORDINATOR] if names is None else [*sorted(names)]


def coming(
    connection: Connection,
    grant: Grant,
    now: datetime,
    changes: Mapping[str, str] | None = None,
) -> Upcoming:
    """When this desk is reminded next, and whom no reminder reaches.

    `changes` are settings that are only thought of: reminders are told as they would be then.
    """
    set_up = Programme.of({**settings.everything(connection), **(changes or {})})
    reader = reader_of(grant)
    few = reminders.few_lacking(connection, reader)
    known = facts(connection, set_up, few, readers=(reader,))
    put_off = reminders.snoozed(connection).get(reader)
    ahead = put_off is not None and put_off.until > known.working.local(now).date()
    unreachable: Sequence[str] = ()
    out_of_reach = 0
    of_advisors: datetime | None = None
    if grant.role is Role.COORDINATOR:
        reachable = access.reachable_advisors(now)
        unreachable, out_of_reach = tally.open_advisors(connection, but=reachable, most=MOST_NAMED)
        if set_up.reminders:
            of_advisors = _of_advisors(connection, known, reachable, now)
    return Upcoming(
        on=set_up.reminders,
        at=next_reminder(known, reader, now) if set_up.reminders else None,
        put_off=put_off.until if put_off and ahead else None,
        reason=put_off.reason if put_off and ahead else None,
        others=_put_off_by_others(connection, known, now) if reader is COORDINATOR else (),
        unreachable=tuple(unreachable),
        unreachable_beyond=out_of_reach - len(unreachable),
        planned=upcoming(known, now) if set_up.reminders else (),
        advisors=of_advisors,
    )


def _of_advisors(
    connection: Connection, known: Facts, reachable: tally.Names, now: datetime
) -> datetime | None:
    """When the first Advisor who lacks something, and whom a letter reaches, is reminded next."""
    advisors = tally.lacking_advisors(connection, among=reachable)
    if not advisors:
        return None
    occasions = current_keys(known, now, advisors)
    sent = reminders.created(connection, among=reachable, occasions=occasions)
    return first_reminder(replace(known, sent=sent), advisors, now)


def _put_off_by_others(
    connection: Connection, known: Facts, now: datetime
) -> tuple[tuple[str, date, str | None], ...]:
    """Who has put reminders off, until when and why: the coordinator is to know it."""
    today = known.working.local(now).date()
    return tuple(
        (advisor, each.until, each.reason)
        for advisor, each in sorted(
            reminders.snoozed(connection).items(), key=lambda item: item[0] or ""
        )
        if advisor is not None and each.until > today
    )


# --- Creating ---------------------------------------------------------------------------------


def create(connection: Connection, at: datetime, posted_at: datetime) -> tuple[Reminder, ...]:
    """Record each digest that is due at a moment, once, and post its letters.

    Returns what was recorded here. An Advisor for whom nobody is in gets no letter; the
    coordinator's desk says so. `posted_at` is when the letters may leave.
    """
    digests = {(each.advisor, each.occasion.key): each for each in due_now(connection, at)}
    new = reminders.create(connection, digests, at)
    finished = [(advisor, reminders.FINISHED) for advisor in finished_now(connection, at)]
    thanked = reminders.create(connection, finished, at)
    if not new and not thanked:
        return ()
    holders = _holders(connection, at)
    created = tuple(each for key, each in digests.items() if key in new)
    for reminder in created:
        _post(connection, reminder, holders(reminder.advisor), at, posted_at)
    for advisor, _ in sorted(thanked, key=str):
        _thank(connection, str(advisor), holders(advisor), posted_at)
    return created


def _post(
    connection: Connection,
    reminder: Reminder,
    holders: Iterable[int],
    at: datetime,
    posted_at: datetime,
) -> None:
    """A letter of ids and codes for everybody who holds the reader's role."""
    reader = advisor_code(reminder.advisor) if reminder.advisor else ""
    for person_id in sorted(holders):
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


def _holders(connection: Connection, at: datetime) -> Callable[[str | None], set[int]]:
    """Tells who holds a reader's role, and who stands in for that Advisor today."""
    people: dict[str | None, set[int]] = {}
    for role in (Role.COORDINATOR, Role.ADVISOR):
        for person_id, grant in access.people_with(connection, role=role, now=at):
            people.setdefault(reader_of(grant), set()).add(person_id)
    standing_in = stand_ins.on(connection, today(at))

    def of(reader: str | None) -> set[int]:
        names = [reader, *(standing_in.get(reader, ()) if reader is not COORDINATOR else ())]
        return {person_id for name in names for person_id in people.get(name, ())}

    return of


def _thank(
    connection: Connection, advisor: str, holders: Iterable[int], posted_at: datetime
) -> None:
    """Everything of an Advisor is complete: told once (dor.koniec)."""
    for person_id in sorted(holders):
        outbox.put(
            connection,
            key=f"digest:finished:{advisor_code(advisor)}:{person_id}",
            person_id=person_id,
            code=NoticeCode.FINISHED,
            office_id=None,
            values={},
            now=posted_at,
        )


def digest(
    connection: Connection, person_id: int, values: dict[str, str | int], now: datetime
) -> tuple[Digest, Grant] | None:
    """What a posted digest shows now, and the role it is for; None when that role was taken away.

    Offices that were completed meanwhile have left it; when all have, it is about the rest.
    """
    found = _reading(connection, person_id, values["reader"], now)
    if found is None:
        return None
    grant, advisor = found
    overdue = bool(values["overdue"])
    every = (
        submissions.of_advisor(connection, advisor)
        if advisor
        else submissions.all_submissions(connection)
    )
    own = tuple(
        each
        for each in every
        if not (each.office.practice or each.office.closed)
        and (advisor or overdue or each.office.advisor is None)
    )
    wanted = {int(each) for each in str(values["offices"]).split(",")}
    lacking = tuple(each for each in own if missing(each))
    return Digest(
        advisor=advisor,
        at=max(now, datetime.fromisoformat(str(values["at"]))),
        own=own,
        lacking=tuple(each for each in lacking if each.office.id in wanted) or lacking,
        deadline=programme(connection).deadline,
        overdue=overdue,
    ), grant


def _reading(
    connection: Connection, person_id: int, reader: str | int, now: datetime
) -> tuple[Grant, str | None] | None:
    """The grant in which a digest is read, and whose offices it is about."""
    for grant in access.grants(connection, person_id, now):
        if not reader and grant.role is Role.COORDINATOR:
            return grant, COORDINATOR
        if grant.role is Role.ADVISOR:
            for advisor in scope(connection, grant, now) or ():
                if advisor_code(advisor) == reader:
                    return grant, advisor
    return None


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
    known = facts(connection, set_up, reminders.lacking(connection))
    overdue = set_up.overdue(now, clock.zone())
    day = known.working.local(now).date()
    told, before, nobody = 0, 0, list[str]()
    for office in (
        each
        for reader in readers_of(connection, grant, now)
        for each in concerning(known, reader, overdue=overdue)
    ):
        people = {
            person_id
            for role in OFFICE_ROLES
            for person_id, _ in access.people_with(
                connection, role=role, office_id=office.id, now=now
            )
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


def put_off(
    connection: Connection, grant: Grant, days: int, reason: str | None, now: datetime
) -> datetime | None:
    """Put a desk's next digest off by so many days; when it comes then, if anything is missing."""
    set_up = programme(connection)
    until = today(now) + days * DAY
    for reader in readers_of(connection, grant, now):
        reminders.put_off(connection, reader, until, reason, now)
    reader = reader_of(grant)
    few = reminders.few_lacking(connection, reader)
    return next_reminder(facts(connection, set_up, few, readers=(reader,)), reader, now)


# --- The loop ---------------------------------------------------------------------------------


def anything(connection: Connection, at: datetime) -> bool:
    """Whether `create` would record anything at this moment: asked every minute."""
    return bool(due_now(connection, at) or finished_now(connection, at))


async def watch(database: Database, created: Callable[[int], None]) -> None:
    """Create what is due, for ever; `created` hears how many each time."""
    async for _ in clock.minutes():
        made = await look(database)
        if made is not None:
            log.info("reminders created", count=made)
            created(made)


async def look(database: Database) -> int | None:
    """Create what is due now: how many digests were created here; None where nothing was due."""
    # Looked for beside the writers, so that nobody's turn waits for a minute without news.
    if not await work.read(database, lambda connection: anything(connection, clock.now())):
        return None
    made = await work.write(
        database, lambda connection: create(connection, clock.now(), clock.now())
    )
    return len(made)
