"""Submissions: a version for every change, an approval that stays, nobody overwritten."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from conversations.submission import (
    Approval,
    Decider,
    Request,
    Return,
    Stage,
    Submission,
)
from conversations.team import Basis, BasisKind, Member, Rule, Seat, Team
from storage import submissions
from storage.database import Database
from storage.tables.offices import ApprovedRow, MemberRow, SubmissionRow
from storage.tables.programme import JournalRow
from tests.storage.stock import (
    ANNA,
    LATER,
    NOW,
    OLGA,
    PIOTR,
    import_offices,
    loaded,
    one_office,
    row,
    saved,
    whole_team,
)


def approved(submission: Submission, by: Decider = Decider.HEAD) -> Submission:
    """As `conversations.approval` leaves it."""
    approval = Approval(submission.team, NOW, by, submission.team.basis)
    return replace(submission, stage=Stage.SETTLED, approval=approval)


@pytest.fixture
def draft(database: Database) -> Submission:
    """A draft with a whole team, as stored."""
    empty = loaded(database, one_office(database))
    return saved(database, empty, empty.with_team(whole_team()))


def test_a_draft_comes_back_with_every_field(database: Database, draft: Submission) -> None:
    assert loaded(database, draft.office.id) == draft
    assert draft.team == whole_team()
    assert (draft.version, draft.updated_at) == (1, LATER)


@pytest.mark.parametrize(
    "change",
    [
        {"stage": Stage.SUBMITTED},
        {"stage": Stage.RETURNED, "returned": Return(Decider.ADVISOR, "Proszę: <b>Annę</b> & \n")},
        {"request": Request(Rule.R4, "Nowy wydział", 9, (1, 4))},
        {"team": Team(next_id=40)},
        {"team": Team((Member(3, OLGA, Seat.OUTSIDE, plenipotentiary=True),), next_id=4)},
        {"team": replace(whole_team(), basis=Basis(BasisKind.ORAL))},
        {"team": replace(whole_team(), basis=None, confirmations=())},
    ],
    ids=str,
)
def test_every_part_of_a_submission_comes_back(
    database: Database, draft: Submission, change: dict[str, object]
) -> None:
    after = saved(database, draft, replace(draft, **change))  # type: ignore[arg-type]
    assert loaded(database, draft.office.id) == after
    assert after.version == draft.version + 1


def test_what_did_not_change_is_no_new_version(database: Database, draft: Submission) -> None:
    assert saved(database, draft, draft) == draft
    assert loaded(database, draft.office.id).version == draft.version


@pytest.mark.parametrize(
    "basis", [None, Basis(BasisKind.ORAL), Basis(BasisKind.ORDER, "7/26", date(2026, 2, 28))]
)
@pytest.mark.parametrize("by", [Decider.HEAD, Decider.BASIS])
def test_an_approval_comes_back_with_its_basis(
    database: Database, draft: Submission, basis: Basis | None, by: Decider
) -> None:
    decided = approved(draft.with_team(replace(draft.team, basis=basis)), by)
    after = saved(database, draft, decided)
    assert loaded(database, draft.office.id) == after
    assert after.approval == Approval(replace(whole_team(), basis=basis), NOW, by, basis)


def test_an_amendment_leaves_the_approved_team_alone(database: Database, draft: Submission) -> None:
    settled = saved(database, draft, approved(draft))
    smaller = settled.team.remove(4)
    amended = saved(database, settled, replace(settled, stage=Stage.DRAFTING, team=smaller))
    again = loaded(database, draft.office.id)
    assert again == amended
    assert again.team == smaller
    assert again.counted == whole_team()


def test_every_approved_version_is_kept_for_ever(database: Database, draft: Submission) -> None:
    first = saved(database, draft, approved(draft))
    second = saved(database, first, approved(first.with_team(first.team.remove(4))))
    kept = database.read(
        lambda c: (
            c.execute(
                select(ApprovedRow.__table__.c.version).order_by(ApprovedRow.__table__.c.version)
            )
            .scalars()
            .all()
        )
    )
    assert kept == [first.version, second.version]
    assert loaded(database, draft.office.id).counted == second.team


def test_accepting_is_the_same_decision_accepted(database: Database, draft: Submission) -> None:
    settled = saved(database, draft, approved(draft))
    assert settled.approval is not None
    accepted = saved(
        database, settled, replace(settled, approval=replace(settled.approval, accepted=True))
    )
    assert loaded(database, draft.office.id) == accepted
    rows = database.read(lambda c: c.execute(select(ApprovedRow.__table__)).all())
    assert [row.version for row in rows] == [settled.version]


def test_a_change_of_a_settled_team_keeps_the_decision(
    database: Database, draft: Submission
) -> None:
    settled = saved(database, draft, approved(draft))
    returned = replace(settled, stage=Stage.RETURNED, returned=Return(Decider.ADVISOR, "Kto?"))
    assert loaded(database, draft.office.id).approval == saved(database, settled, returned).approval


def test_the_columns_that_queries_read_follow(database: Database, draft: Submission) -> None:
    table = SubmissionRow.__table__
    stored = database.read(lambda c: c.execute(select(table)).one())
    assert (stored.status, stored.steering, stored.editorial) == ("w przygotowaniu", 3, 2)


def test_the_members_follow_without_a_name_of_theirs(database: Database, draft: Submission) -> None:
    def members() -> list[tuple[int, int, bool]]:
        table = MemberRow.__table__
        rows = database.read(lambda c: c.execute(select(table).order_by(table.c.id)).all())
        return [(each.id, each.seat, each.plenipotentiary) for each in rows]

    assert members() == [(1, 2, True), (4, 1, False), (9, 2, False)]
    after = saved(database, draft, draft.with_team(draft.team.remove(4)))
    assert members() == [(1, 2, True), (9, 2, False)]
    saved(database, after, after.with_team(Team(next_id=10)))
    assert members() == []


def test_two_may_swap_their_places_in_one_change(database: Database, draft: Submission) -> None:
    """The plenipotentiary hands over, and two names change places: no key stands in the way."""
    swapped = Team(
        (
            Member(1, PIOTR, Seat.EDITORIAL),
            Member(4, ANNA, Seat.STEERING, plenipotentiary=True),
            Member(9, OLGA, Seat.EDITORIAL),
        ),
        next_id=10,
    )
    after = saved(database, draft, draft.with_team(swapped))
    assert loaded(database, draft.office.id) == after


def test_a_change_of_something_older_is_refused_whole(
    database: Database, draft: Submission
) -> None:
    """Two read version 1; the second to save is told, and the first one's work stands."""
    first = saved(database, draft, draft.with_team(draft.team.remove(4)))
    with pytest.raises(submissions.Outdated, match="version 1"):
        saved(database, draft, approved(draft))
    assert loaded(database, draft.office.id) == first
    assert database.read(lambda c: c.execute(select(ApprovedRow.__table__)).all()) == []


def test_the_journal_says_who_did_what_without_names(database: Database, draft: Submission) -> None:
    saved(database, draft, approved(draft))
    table = JournalRow.__table__
    lines = database.read(lambda c: c.execute(select(table).order_by(table.c.id)).all())
    assert [(line.what, line.version, line.actor, line.office_id) for line in lines] == [
        ("started", 1, 7, draft.office.id),
        ("approved", 2, 7, draft.office.id),
    ]
    assert not any("Kowalczyk" in str(line) for line in lines)


def test_offices_do_not_mix(database: Database) -> None:
    one, other = import_offices(database, row("A"), row("B"))
    before = loaded(database, one)
    saved(database, before, before.with_team(whole_team()))
    every = database.read(submissions.all_submissions)
    assert [len(each.team.members) for each in every] == [3, 0]
    assert loaded(database, other).version == 0
