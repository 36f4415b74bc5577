"""What is kept too long: a pure function of the facts and the moment (domain.md §4.4).

A draft that nobody has touched for 30 days is deleted, a week after its office was warned; a
question that nobody has answered is forgotten as soon. Lists go 90 days after the last block or the
end of the project, two weeks after the coordinator was told to export them. What has served its
purpose, as letters that were sent, goes after 30 days; an office for practice after a week.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from conversations.submission import Stage

DRAFT_WARNING: Final = timedelta(days=7)
LISTS_WARNING: Final = timedelta(days=14)
PRACTICE: Final = timedelta(days=7)
"""For how long an office for practice is kept that nobody touches. Nobody is warned of its end."""


@dataclass(frozen=True, slots=True)
class Kept:
    """For how long things are kept. `project_end`: the local day of the last block; None: open."""

    project_end: date | None = None
    drafts: timedelta = timedelta(days=30)
    lists: timedelta = timedelta(days=90)
    spent: timedelta = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class OfficeAge:
    """An office as retention sees it; moments are aware.

    `warned_at` is when it was told that this very version will be deleted. `holds_people` says
    that anybody is listed, in whatever version.
    """

    id: int
    version: int
    stage: Stage
    changed_at: datetime | None
    warned_at: datetime | None = None
    holds_people: bool = True


@dataclass(frozen=True, slots=True)
class Ages:
    """Everything that decides. `lists_warned_at`: when the coordinator was told of this end."""

    offices: tuple[OfficeAge, ...]
    kept: Kept
    zone: ZoneInfo
    lists_warned_at: datetime | None = None
    practice: tuple[OfficeAge, ...] = ()
    """Those for practice, which the others know nothing of."""


@dataclass(frozen=True, slots=True)
class Expired:
    """What is to be warned of and what is to go now, by office."""

    warn_drafts: tuple[OfficeAge, ...] = ()
    drafts: tuple[int, ...] = ()
    lists: tuple[int, ...] = ()
    leaving: tuple[int, ...] = ()
    """Offices whose accounts go too: at the end every office, whether it lists anybody or not."""
    lists_go_on: date | None = None
    """The day of which the coordinator is to be told now."""
    practice: tuple[int, ...] = ()


def expired(ages: Ages, now: datetime) -> Expired:
    """What is too old at `now` (aware). Nothing goes before whoever it concerns was warned."""
    kept = ages.kept
    untouched = [each for each in ages.offices if _is_draft(each)]
    warn = tuple(
        each
        for each in untouched
        if each.warned_at is None and _idle(each, now) >= kept.drafts - DRAFT_WARNING
    )
    drafts = tuple(
        each.id
        for each in untouched
        if each.warned_at is not None
        and now - each.warned_at >= DRAFT_WARNING
        and _idle(each, now) >= kept.drafts
    )
    listing = tuple(each.id for each in ages.offices if each.holds_people)
    goes_on = lists_go_on(kept)
    today = now.astimezone(ages.zone).date()
    lists: tuple[int, ...] = ()
    leaving: tuple[int, ...] = ()
    tell = None
    if goes_on is not None and listing:
        warned = ages.lists_warned_at
        if warned is None and today >= goes_on - LISTS_WARNING:
            tell = max(goes_on, today + LISTS_WARNING)
        elif warned is not None and today >= goes_on and now - warned >= LISTS_WARNING:
            lists = listing
    if goes_on is not None and today >= goes_on and lists == listing:
        leaving = tuple(each.id for each in ages.offices)
    return Expired(
        warn_drafts=tuple(each for each in warn if each.id not in lists),
        drafts=tuple(each for each in drafts if each not in lists),
        lists=lists,
        leaving=leaving,
        lists_go_on=tell,
        practice=tuple(each.id for each in ages.practice if _idle(each, now) >= PRACTICE),
    )


def lists_go_on(kept: Kept) -> date | None:
    """The local day on which lists are deleted; None while the project has no end."""
    return kept.project_end + kept.lists if kept.project_end else None


def _is_draft(office: OfficeAge) -> bool:
    """Whether the office has a working copy of its own that waits for nobody else."""
    return office.stage in {Stage.DRAFTING, Stage.RETURNED} and office.changed_at is not None


def _idle(office: OfficeAge, now: datetime) -> timedelta:
    return now - office.changed_at if office.changed_at else timedelta(0)
