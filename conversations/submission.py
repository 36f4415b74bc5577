"""Where an office's submission stands: the draft, the approved version and what waits for whom.

`status` is derived, never stored twice: product.md "Where a submission stands".
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from conversations.limits import Block, Size, Verdict, seats, size
from conversations.team import Basis, Member, Rule, Team


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who took block I, by `Person.key`, once it has been held (R11, A16).

    `editors` are the editors at the time: they stay what they were, whether they came or not.
    """

    people: frozenset[str] = frozenset()
    editors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Office:
    """An office as its table and its people make it.

    `granted` are the blocks whose limit the coordinator gave (A19) and no table has reached since;
    `gone` says that a new version of its table no longer names it; `exact` that its figures are
    exact (A1, `limit_mode`). Without `attendance` block I has not been held yet.
    """

    id: int
    name: str
    head_title: str | None = None
    advisor: str | None = None
    limit_steering: int | None = None
    limit_editorial: int | None = None
    voivodeship: str | None = None
    county: str | None = None
    practice: bool = False
    closed: bool = False
    head_registered: bool = False
    head_key: str | None = None
    advisor_keys: frozenset[str] = frozenset()
    granted: frozenset[Block] = frozenset()
    gone: bool = False
    exact: bool = False
    attendance: Attendance | None = None

    def limit(self, block: Block) -> int | None:
        """The limit of column 5 (block I) or 6 (block II); None where the table gives none.

        An office that is not in block I is not in block II either (domain.md R5, R7).
        """
        if block is Block.STEERING or self.limit_steering == 0:
            return self.limit_steering
        return self.limit_editorial

    def seats(self, block: Block) -> int:
        """Seats in a block, the norm's where the table gives none (domain.md §1.3)."""
        return seats(block, self.limit(block))

    def size(self, block: Block, count: int) -> Verdict:
        """What so many people in a block are to this office (domain.md §1.3)."""
        return size(block, count, self.limit(block), exact=self.exact)

    def exactly(self, block: Block) -> bool:
        """Whether the block takes exactly its number of people, neither more nor fewer."""
        return self.exact and bool(self.limit(block))

    def with_grant(self, block: Block, limit: int) -> "Office":
        """With the limit that the coordinator grants in one block (A19)."""
        granted = self.granted | {block}
        if block is Block.STEERING:
            return replace(self, limit_steering=limit, granted=granted)
        return replace(self, limit_editorial=limit, granted=granted)


class Stage(StrEnum):
    """How far the working copy has come."""

    EMPTY = "empty"
    DRAFTING = "drafting"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SETTLED = "settled"


class Status(StrEnum):
    """The statuses of product.md, in the words of `status --json`."""

    NOT_STARTED = "nierozpoczęte"
    IN_PREPARATION = "w przygotowaniu"
    SUBMITTED = "zgłoszone"
    SUBMITTED_WITH_REMARK = "zgłoszone z uwagą"
    RETURNED = "zwrócone do poprawy"
    APPROVED = "zatwierdzone"
    ACCEPTED = "zaakceptowane przez Doradcę"
    TO_COMPLETE = "do uzupełnienia"
    CLOSED = "zamknięte"


COMPLETE = frozenset({Status.APPROVED, Status.ACCEPTED, Status.CLOSED})
"""Statuses that leave nothing to remind about."""


class Decider(StrEnum):
    """Who decided or returned."""

    HEAD = "head"
    BASIS = "basis"
    SUBSTITUTE = "substitute"
    ADVISOR = "advisor"
    COORDINATOR = "coordinator"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Approval:
    """The version that counts: what the head decided, when (UTC) and on what basis."""

    team: Team
    at: datetime
    by: Decider
    basis: Basis | None = None
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Return:
    """Why a submission came back; `about` is the member whom the comment points at."""

    by: Decider
    comment: str
    about: int | None = None


class Side(StrEnum):
    """Whose word it is: the office's, or of whoever looks after it."""

    OFFICE = "office"
    ADVISOR = "advisor"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Word:
    """The last thing that one side said to the other, until it is answered.

    `about` is the member whom it points at, by id: a name would outlive its place on the list.
    """

    by: Side
    text: str
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """The office's plea to the coordinator: a larger limit (R4, R6) or a waiver of another rule.

    A waiver is asked for about the finding as it is: these people, by this `count`.
    """

    rule: Rule
    reason: str
    wanted: int = 0
    about: tuple[int, ...] = ()
    count: int = 0


EMPTY_TEAM = Team()


@dataclass(frozen=True, slots=True)
class Submission:
    """An office, its working copy and its approved version. `version` rises with every change."""

    office: Office
    version: int = 0
    stage: Stage = Stage.EMPTY
    team: Team = EMPTY_TEAM
    approval: Approval | None = None
    returned: Return | None = None
    request: Request | None = None
    updated_at: datetime | None = None
    word: Word | None = None
    entered: bool = False
    """Whether the coordinator wrote it for an office without Telegram (domain.md §7 point 6)."""

    @property
    def editable(self) -> bool:
        """Whether the office may change the working copy as things stand."""
        open_stage = self.stage in {Stage.EMPTY, Stage.DRAFTING, Stage.RETURNED}
        return open_stage and not self.office.closed

    @property
    def amending(self) -> bool:
        """Whether the working copy departs from an approved version."""
        return self.approval is not None and self.stage is not Stage.SETTLED

    @property
    def counted(self) -> Team:
        """The team that is exported and counted: the approved one while there is one."""
        return self.approval.team if self.approval else self.team

    def with_team(self, team: Team) -> "Submission":
        """With another working copy; the same one changes nothing.

        What was returned stays returned until it is sent again (product.md, statuses).
        """
        if team == self.team:
            return self
        stage = Stage.RETURNED if self.stage is Stage.RETURNED else Stage.DRAFTING
        return replace(self, team=team, stage=stage)


def within_limits(team: Team, office: Office) -> bool:
    """Whether neither block exceeds the office's limit (R4, R6)."""
    return all(
        office.size(block, len(people)).size is not Size.OVER
        for block, people in ((Block.STEERING, team.steering), (Block.EDITORIAL, team.editorial))
    )


def still_fits(team: Team, office: Office) -> bool:
    """Whether a team that was complete is so under these limits: none exceeded, no block empty.

    Where the figures are exact, none missed without the coordinator's consent either.
    """
    return all(
        office.size(block, len(people)).size not in {Size.OVER, Size.EMPTY}
        and not misses_exact(block, team, office)
        for block, people in ((Block.STEERING, team.steering), (Block.EDITORIAL, team.editorial))
    )


def misses_exact(block: Block, team: Team, office: Office) -> bool:
    """Whether a block has fewer people than exactly so many, and nobody has consented (A1)."""
    count = len(team.steering if block is Block.STEERING else team.editorial)
    verdict = office.size(block, count)
    rule = Rule.R4_EXACT if block is Block.STEERING else Rule.R6_EXACT
    consented = any(
        answer.rule is rule and answer.waived and answer.count == verdict.by
        for answer in team.confirmations
    )
    return verdict.size is Size.TOO_FEW and not consented


def unschooled(team: Team, office: Office) -> tuple[Member, ...]:
    """New editors who did not take block I although it has been held (R11)."""
    held = office.attendance
    if held is None:
        return ()
    known = held.people | held.editors
    return tuple(member for member in team.editorial if member.person.key not in known)


def awaits_consent(team: Team, office: Office) -> bool:
    """Whether there are such editors whom the coordinator has not allowed."""
    about = tuple(member.id for member in unschooled(team, office))
    return bool(about) and not any(
        answer.rule is Rule.R11 and answer.waived and answer.about == about
        for answer in team.confirmations
    )


def has_remark(team: Team) -> bool:
    """Whether something was confirmed with a reason, or waived (OSTRZ+ and BLOK/W)."""
    return any(answer.reason for answer in team.confirmations)


def status(submission: Submission) -> Status:
    """Where this submission stands, first match first."""
    approval = submission.approval
    if submission.office.closed:
        return Status.CLOSED
    if submission.stage is Stage.RETURNED:
        return Status.RETURNED
    if approval is not None and still_fits(approval.team, submission.office):
        return Status.ACCEPTED if approval.accepted else Status.APPROVED
    if submission.stage is Stage.SUBMITTED:
        remark = has_remark(submission.team)
        return Status.SUBMITTED_WITH_REMARK if remark else Status.SUBMITTED
    if approval is not None:
        return Status.TO_COMPLETE
    return Status.NOT_STARTED if submission.stage is Stage.EMPTY else Status.IN_PREPARATION


class Missing(StrEnum):
    """The three things of point 8, and the decision."""

    PLENIPOTENTIARY = "plenipotentiary"
    STEERING = "steering"
    EDITORIAL = "editorial"
    APPROVAL = "approval"


def missing(submission: Submission) -> tuple[Missing, ...]:
    """What this office still lacks, in the order of the enrolment (R12)."""
    if status(submission) in COMPLETE:
        return ()
    team, office = submission.team, submission.office
    lacking = []
    if team.plenipotentiary is None:
        lacking.append(Missing.PLENIPOTENTIARY)
    for block, people, what, rule in (
        (Block.STEERING, team.steering, Missing.STEERING, Rule.R4A),
        (Block.EDITORIAL, team.editorial, Missing.EDITORIAL, Rule.R6A),
    ):
        verdict = office.size(block, len(people)).size
        explained = any(
            answer.rule is rule and answer.count == len(people) for answer in team.confirmations
        )
        lacks = verdict in {Size.EMPTY, Size.OVER} or misses_exact(block, team, office)
        unallowed = block is Block.EDITORIAL and awaits_consent(team, office)
        if lacks or unallowed or (verdict is Size.SHORT and not explained):
            lacking.append(what)
    return (*lacking, Missing.APPROVAL)


def asked_for(submission: Submission) -> tuple[Missing, ...]:
    """What a reminder asks for: the three things of point 8, the decision when they are there."""
    items = missing(submission)
    return tuple(item for item in items if item is not Missing.APPROVAL) or items
