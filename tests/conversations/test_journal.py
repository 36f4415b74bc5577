"""What the journal says of each change of a submission, and how its lines are read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from conversations import approval
from conversations.access import Role
from conversations.journal import Entry, Held, What, line, newest_first, read, role_of, what
from conversations.people import Person
from conversations.submission import (
    Approval,
    Attendance,
    Decider,
    Request,
    Return,
    Side,
    Stage,
    Submission,
    Word,
)
from conversations.team import Confirmation, Rule, Seat, Team
from tests.conversations.chat import NOW, WLODAWA

TEAM = Team().add(Person("Anna", "Kowalczyk"), Seat.STEERING)
DRAFT = Submission(WLODAWA, 1, Stage.DRAFTING, TEAM)
SENT = replace(DRAFT, stage=Stage.SUBMITTED)
APPROVED = replace(DRAFT, stage=Stage.SETTLED, approval=Approval(TEAM, NOW, Decider.HEAD))
ASKED = replace(DRAFT, request=Request(Rule.R4, "mały urząd", 12))


def returned(by: Decider) -> Submission:
    return replace(SENT, stage=Stage.RETURNED, returned=Return(by, "Proszę poprawić."))


BY_BASIS = replace(APPROVED, approval=Approval(TEAM, NOW, Decider.BASIS))
ACCEPTED = replace(APPROVED, approval=Approval(TEAM, NOW, Decider.HEAD, accepted=True))
LARGER = replace(DRAFT, office=replace(WLODAWA, limit_steering=12))
WAIVED = replace(DRAFT, team=TEAM.confirm(Confirmation(Rule.R2A, (1,), waived=True)))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (Submission(WLODAWA), DRAFT, "started"),
        (DRAFT, DRAFT.with_team(TEAM.add(Person("Jan", "Mazur"), Seat.STEERING)), "edited"),
        (DRAFT, SENT, "submitted"),
        (SENT, DRAFT, "taken-back"),
        (SENT, APPROVED, "approved"),
        (SENT, BY_BASIS, "approved-by-basis"),
        (SENT, returned(Decider.HEAD), "returned-by-head"),
        (SENT, returned(Decider.ADVISOR), "returned-by-advisor"),
        (SENT, returned(Decider.LIMIT), "returned-by-limit"),
        (APPROVED, ACCEPTED, "accepted"),
        (returned(Decider.HEAD), DRAFT, "edited"),
        (APPROVED, replace(APPROVED, stage=Stage.DRAFTING), "amended"),
        (replace(APPROVED, stage=Stage.DRAFTING), APPROVED, "discarded"),
        (DRAFT, ASKED, "requested:R4"),
        (ASKED, LARGER, "granted:R4"),
        (ASKED, DRAFT, "refused:R4"),
        (replace(DRAFT, request=Request(Rule.R2A, "tak", 0, (1,))), WAIVED, "granted:R2A"),
        (DRAFT, LARGER, "limit-changed"),
        (DRAFT, replace(DRAFT, office=replace(WLODAWA, limit_editorial=5)), "limit-changed"),
        (ASKED, DRAFT.with_team(TEAM.add(Person("Jan", "Mazur"))), "edited"),
        (ASKED, replace(ASKED, request=Request(Rule.R6, "mały urząd", 5)), "requested:R6"),
        (ASKED, replace(LARGER, request=ASKED.request), "limit-changed"),
        (
            replace(DRAFT, request=Request(Rule.R6, "tak", 5)),
            replace(DRAFT, office=replace(WLODAWA, limit_editorial=5)),
            "granted:R6",
        ),
        (replace(DRAFT, request=Request(Rule.R2A, "tak", 0, (1,))), DRAFT, "refused:R2A"),
        (ACCEPTED, replace(ACCEPTED, stage=Stage.DRAFTING), "amended"),
        (BY_BASIS, replace(BY_BASIS, word=Word(Side.OFFICE, "Kiedy?")), "edited"),
        (DRAFT, approval.set_closed(DRAFT, closed=True).submission, "closed"),
        (approval.set_closed(DRAFT, closed=True).submission, DRAFT, "reopened"),
        (
            APPROVED,
            replace(APPROVED, office=replace(WLODAWA, attendance=Attendance())),
            "attendance",
        ),
    ],
)
def test_every_decision_has_a_line_of_its_own(
    before: Submission, after: Submission, said: str
) -> None:
    assert what(before, after) == said
    assert line(*read(said)) == said


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("not_started > in_preparation", (What.EDITED, "")),
        ("in_preparation > in_preparation", (What.EDITED, "")),
        ("in_preparation > submitted", (What.SUBMITTED, "")),
        ("in_preparation > submitted_with_remark", (What.SUBMITTED, "")),
        ("submitted > returned", (What.RETURNED_BY_ADVISOR, "")),
        ("in_preparation > approved", (What.APPROVED, "")),
        ("approved > approved", (What.EDITED, "")),
        ("approved > accepted", (What.ACCEPTED, "")),
        ("approved > to_complete", (What.LIMIT_CHANGED, "")),
        ("approved > closed", (What.CLOSED, "")),
        ("in_preparation > something of next year", (What.EDITED, "")),
        ("document order", (What.DOCUMENT, "order")),
        ("people informed", (What.INFORMED, "")),
        ("something of next year", (What.UNKNOWN, "")),
    ],
)
def test_lines_of_other_versions_are_read(kept: str, said: tuple[What, str]) -> None:
    assert read(kept) == said


def test_edits_in_a_row_are_one_entry_until_somebody_else_does_something() -> None:
    later = [NOW + timedelta(minutes=minutes) for minutes in range(6)]
    told = newest_first(
        [
            Entry(later[0], Role.SECRETARY, What.STARTED, version=1),
            Entry(later[1], Role.SECRETARY, What.EDITED, version=2),
            Entry(later[2], Role.SECRETARY, What.EDITED, version=3),
            Entry(later[3], Role.HEAD, What.EDITED, version=4),
            Entry(later[4], Role.HEAD, What.SUBMITTED, version=5),
            Entry(later[5], Role.HEAD, What.EDITED, version=6),
        ]
    )
    assert [(each.what, each.role, each.times, each.version) for each in told] == [
        (What.EDITED, Role.HEAD, 1, 6),
        (What.SUBMITTED, Role.HEAD, 1, 5),
        (What.EDITED, Role.HEAD, 1, 4),
        (What.STARTED, Role.SECRETARY, 3, 3),
    ]
    assert told[-1].at == later[2]


def test_a_person_of_two_roles_did_it_in_the_one_that_does_such_things() -> None:
    """A coordinator who is the Sekretarz of this office, and an Advisor since tomorrow."""
    held = [
        Held(Role.COORDINATOR, None, NOW, None),
        Held(Role.SECRETARY, 7, NOW, None),
        Held(Role.ADVISOR, None, NOW + timedelta(days=1), None),
        Held(Role.HEAD, 8, NOW, None),
    ]
    assert role_of(held, What.EDITED, 7, NOW) is Role.SECRETARY
    assert role_of(held, What.CLOSED, 7, NOW) is Role.COORDINATOR
    assert role_of(held, What.CLOSED, 9, NOW) is Role.COORDINATOR
    assert role_of([], What.CLOSED, 7, NOW) is None
    gone = [Held(Role.SECRETARY, 7, NOW - timedelta(days=2), NOW - timedelta(days=1))]
    assert role_of(gone, What.EDITED, 7, NOW) is None
    assert role_of(gone, What.EDITED, 7, NOW - timedelta(days=1)) is Role.SECRETARY
    assert role_of(gone, What.EDITED, 7, NOW - timedelta(days=2)) is Role.SECRETARY
    assert role_of(gone, What.EDITED, 7, NOW - timedelta(days=3)) is None


def test_of_no_lines_nothing_is_told() -> None:
    assert newest_first(()) == ()
