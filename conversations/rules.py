"""What stands between a team and its submission: the rule catalogue of domain.md §1.2 and §1.3.

`findings` is a pure function of the team and the office, in the order in which the enrolment asks.
R5 and R10 are absent because `Team` cannot break them. The conversation asks the first open
finding; a submission is possible when none is open. Nothing here speaks or changes anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from conversations.limits import Block, Size
from conversations.positions import PositionClass
from conversations.submission import Office, unschooled
from conversations.team import Confirmation, Member, Rule, Seat, Team


class Level(IntEnum):
    """How hard a rule holds (domain.md §1.2)."""

    INFO = 0
    CONFIRM = 1
    """OSTRZ: one tap."""
    REASON = 2
    """OSTRZ+: a reason is stored."""
    WAIVABLE = 3
    """BLOK/W: the coordinator may waive or raise the limit."""
    BLOCK = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that the team does not meet: about whom, and by how many."""

    rule: Rule
    level: Level
    about: tuple[int, ...] = ()
    count: int = 0

    def answered_by(self, confirmation: Confirmation) -> bool:
        """Whether this very finding, not a similar one, was confirmed as its level demands.

        What needs no answer (INFO) and what allows none (BLOCK) is answered by nothing.
        """
        same = (confirmation.rule, confirmation.about, confirmation.count) == (
            self.rule,
            self.about,
            self.count,
        )
        enough = {
            Level.CONFIRM: True,
            Level.REASON: bool(confirmation.reason),
            Level.WAIVABLE: confirmation.waived,
        }
        return same and enough.get(self.level, False)


MANAGERIAL = frozenset(
    {PositionClass.MANAGEMENT, PositionClass.MANAGERIAL, PositionClass.BORDERLINE}
)
"""Classes that need no confirmation in the steering group (R8; class C is only remarked upon)."""

_SIZE_RULES = {
    Block.STEERING: (Rule.R4_EMPTY, Rule.R4, Rule.R4A, Rule.R4_FREE, Rule.R4_EXACT),
    Block.EDITORIAL: (Rule.R6_EMPTY, Rule.R6, Rule.R6A, Rule.R6_FREE, Rule.R6_EXACT),
}


def findings(team: Team, office: Office) -> tuple[Finding, ...]:
    """Everything the rules say about this team, answered or not, in the order of the steps."""
    steering = tuple(_size(Block.STEERING, team.steering, office))
    managers = tuple(_managers(team))
    settles_size_first = any(finding.level >= Level.WAIVABLE for finding in steering)
    return (
        *_plenipotentiary(team, office),
        *((*steering, *managers) if settles_size_first else (*managers, *steering)),
        *_size(Block.EDITORIAL, team.editorial, office),
        *_unschooled(team, office),
        *_editing_plenipotentiary(team, office),
    )


def open_findings(team: Team, office: Office) -> tuple[Finding, ...]:
    """The findings that still have to be answered before a submission."""
    return tuple(
        finding
        for finding in findings(team, office)
        if finding.level is not Level.INFO
        and not any(finding.answered_by(answer) for answer in team.confirmations)
    )


def in_force(team: Team, office: Office) -> tuple[Confirmation, ...]:
    """The answers that still answer something; those to findings of the past are left out."""
    if not team.confirmations:
        return ()
    found = findings(team, office)
    return tuple(
        answer
        for answer in team.confirmations
        if any(finding.answered_by(answer) for finding in found)
    )


def find(team: Team, office: Office, rule: Rule) -> Finding | None:
    """The open finding of one rule, if there is one."""
    return next((found for found in open_findings(team, office) if found.rule is rule), None)


def _plenipotentiary(team: Team, office: Office) -> Iterator[Finding]:
    """R1, R2, R2a, R2b, R3 and the basis of the decision."""
    member = team.plenipotentiary
    if member is None:
        yield Finding(Rule.R1, Level.BLOCK)
        return
    about = (member.id,)
    if member.person.is_head or member.person.key == office.head_key:
        yield Finding(Rule.R2B, Level.WAIVABLE, about)
    elif member.person.key in office.advisor_keys:
        yield Finding(Rule.R2A, Level.WAIVABLE, about)
    match member.person.position_class:
        case PositionClass.MANAGEMENT:
            pass
        case PositionClass.MANAGERIAL | PositionClass.UNKNOWN:
            yield Finding(Rule.R2, Level.CONFIRM, about)
        case _:
            yield Finding(Rule.R2, Level.REASON, about)
    if member.seat is Seat.OUTSIDE and office.seats(Block.STEERING):
        yield Finding(Rule.R3, Level.REASON, about)
    if team.basis is None:
        yield Finding(Rule.R1_BASIS, Level.BLOCK, about)


def _managers(team: Team) -> Iterator[Finding]:
    """R8 and A18: people outside managerial staff, in one collective question."""
    outside = tuple(
        member.id
        for member in team.steering
        if member.person.position_class not in MANAGERIAL and not member.plenipotentiary
    )
    if outside:
        yield Finding(Rule.R8, Level.CONFIRM, outside, len(outside))


def _size(block: Block, people: tuple[Member, ...], office: Office) -> Iterator[Finding]:
    """R4, R4a, R6, R6a: the table of §1.3, which `limits.size` decides."""
    empty, over, short, free, exact = _SIZE_RULES[block]
    verdict = office.size(block, len(people))
    match verdict.size:
        case Size.EMPTY:
            yield Finding(empty, Level.BLOCK)
        case Size.OVER:
            yield Finding(over, Level.WAIVABLE, count=verdict.by)
        case Size.TOO_FEW:
            yield Finding(exact, Level.WAIVABLE, count=verdict.by)
        case Size.SHORT:
            yield Finding(short, Level.REASON, count=len(people))
        case Size.FREE_SEATS:
            yield Finding(free, Level.CONFIRM, count=verdict.by)
        case Size.SMALL_OFFICE:
            yield Finding(free, Level.INFO, count=verdict.by)
        case _:
            pass  # full, or not in this block


def _unschooled(team: Team, office: Office) -> Iterator[Finding]:
    """R11: whoever edits must have taken block I; the coordinator decides about exceptions."""
    about = tuple(member.id for member in unschooled(team, office))
    if about:
        yield Finding(Rule.R11, Level.WAIVABLE, about, len(about))


def _editing_plenipotentiary(team: Team, office: Office) -> Iterator[Finding]:
    """R3a: it is worth considering block II for the plenipotentiary as well."""
    member = team.plenipotentiary
    if member and member.seat is not Seat.EDITORIAL and office.seats(Block.EDITORIAL):
        yield Finding(Rule.R3A, Level.INFO, (member.id,))
