"""Retention: warns, then deletes what has been kept long enough; once a day, in office hours.

`conversations.retention` decides. Office hours, because a warning is a message, and so that
somebody is there who may object. Whoever records the day runs it, so that of several processes one
does. What the ledger of erasures names is erased again in the same run.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import structlog

from bot import clock, work
from bot.post import post
from bot.reminders import programme
from conversations.events import Audience, Notice
from conversations.notes import NoticeCode
from conversations.retention import DRAFT_WARNING, Expired, expired
from storage import erasure, practice, retention
from storage.database import Connection, Database
from storage.ledger import Ledger, LedgerUnusable
from storage.removal import Erased
from storage.retention import Spent

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Done:
    """What one run found to be expired, what it erased for that, and whom it erased again.

    `unrecorded`: why nobody was erased, where an erasure could not have been recorded.
    """

    expired: Expired = field(default_factory=Expired)
    erased: Erased = field(default_factory=Erased)
    again: Erased = field(default_factory=Erased)
    spent: Spent = field(default_factory=Spent)
    unrecorded: str | None = None


def look(connection: Connection, now: datetime) -> Expired:
    """What a run would warn of and delete at this moment; changes nothing."""
    kept = programme(connection).kept
    return expired(retention.ages(connection, kept, clock.zone()), now)


def run(connection: Connection, now: datetime) -> Done:
    """Warn of what will go, delete what was warned of in time, forget what is spent.

    Where the ledger of erasures cannot be used nobody is erased; everything else is done.
    """
    kept = programme(connection).kept
    found = look(connection, now)
    today = _today(now)
    for office in found.warn_drafts:
        retention.warned_of_draft(connection, office, now)
        goes_on = today + max(DRAFT_WARNING, _left(office.changed_at, kept.drafts, now))
        values = {"day": goes_on.isoformat()}
        for audience in (Audience.OFFICE, Audience.ADVISOR):
            notice = Notice(NoticeCode.DRAFT_EXPIRES, audience, office.id, values)
            post(connection, notice, source=f"expires:{office.version}", by=None, now=now)
    if found.lists_go_on is not None:
        retention.warned_of_lists(connection, kept, now)
        values = {"day": found.lists_go_on.isoformat()}
        notice = Notice(NoticeCode.LISTS_EXPIRE, Audience.COORDINATORS, None, values)
        post(connection, notice, source=f"expire:{found.lists_go_on}", by=None, now=now)
    for office_id in found.practice:
        practice.end(connection, office_id)
    erased, again, unrecorded = Erased(), Erased(), None
    ledger = erasure.ledger_of(connection)
    try:
        if ledger:
            ledger.check()
    except LedgerUnusable as fault:
        unrecorded = str(fault)
    else:
        erased, again = _erase(connection, found, ledger, now)
    spent = retention.delete_spent(connection, now - kept.spent)
    questions = retention.forget_questions(connection, now - kept.drafts)
    return Done(found, erased, again, replace(spent, questions=questions), unrecorded)


def _erase(
    connection: Connection, found: Expired, ledger: Ledger | None, now: datetime
) -> tuple[Erased, Erased]:
    """Erase what has expired, and again whom the ledger names. Raises LedgerUnusable."""
    erased = Erased()
    leaving = retention.only_of(connection, found.leaving) if found.leaving else []
    for office_id in (*found.drafts, *found.lists):
        erased += erasure.erase_team(
            connection, office_id, approved=office_id in found.lists, actor=None, now=now
        )
    for person_id in leaving:
        erased += erasure.erase_account(connection, person_id, now)
    if ledger is None:
        return erased, Erased()
    # Not by texts: everybody else's turn would wait for as long.
    return erased, erasure.reapply(connection, ledger.read(), texts=False)


def _today(now: datetime) -> date:
    """The offices' day."""
    return now.astimezone(clock.zone()).date()


def _left(changed_at: datetime | None, kept: timedelta, now: datetime) -> timedelta:
    """How long a draft still has of its own time."""
    return changed_at + kept - now if changed_at else timedelta(0)


def run_once_today(connection: Connection, now: datetime) -> Done | None:
    """The run of the day, unless it is not office hours or somebody has run it."""
    if not _is_time(connection, now):
        return None
    if not retention.begin(connection, _today(now), now):
        return None
    return run(connection, now)


def _is_time(connection: Connection, now: datetime) -> bool:
    if not programme(connection).working_time(clock.zone()).is_open(now):
        return False
    return not retention.was_run(connection, _today(now))


async def watch(database: Database, letters_wait: Callable[[], None]) -> None:
    """Run what is due, for ever; what an erasure has left in the log is tried again meanwhile."""
    async for _ in clock.minutes():
        if database.to_scrub:
            await work.scrub(database)
        if not await work.read(database, lambda c: _is_time(c, clock.now())):
            continue
        done = await work.write(database, lambda c: run_once_today(c, clock.now()))
        if done is not None:
            # Also when nothing went: a command that erased somebody may have left it to this run.
            await work.scrub(database)
            if done.unrecorded:
                log.error("nobody is erased", why=done.unrecorded)
            log.info(
                "retention run",
                warned=len(done.expired.warn_drafts),
                drafts=len(done.expired.drafts),
                lists=len(done.expired.lists),
                practice=len(done.expired.practice),
                erased_again=bool(done.again),
            )
            letters_wait()
