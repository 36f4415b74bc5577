"""Who decides about a submission, and where it then stands (product.md, statuses; A20)."""

from dataclasses import asdict, replace

import pytest

from conversations import approval
from conversations.access import Role
from conversations.approval import Decision
from conversations.events import Action, Audience
from conversations.notes import NoteCode, NoticeCode
from conversations.status import report, totals
from conversations.submission import (
    Decider,
    Missing,
    Request,
    Return,
    Stage,
    Status,
    Submission,
    missing,
    status,
    still_fits,
    within_limits,
)
from conversations.team import Basis, BasisKind, Confirmation, Rule, Seat
from tests.conversations.chat import NOW, WLODAWA, Chat, people

ORDER = Basis(BasisKind.ORDER, "12/2026", NOW.date())


def prepared() -> Submission:
    return Chat().prepare().submission


def sent() -> Submission:
    return Chat().submit().submission


def approved() -> Submission:
    return Chat().approve().submission


def closed(submission: Submission) -> Submission:
    return replace(submission, office=replace(submission.office, closed=True))


def limited(submission: Submission, steering: int | None, editorial: int | None) -> Submission:
    office = replace(submission.office, limit_steering=steering, limit_editorial=editorial)
    return replace(submission, office=office)


def heard(decision: Decision) -> set[tuple[NoticeCode, Audience]]:
    return {(news.code, news.audience) for news in decision.notices}


# --- Sending and approving ----------------------------------------------------------------------


def test_what_the_secretary_sends_waits_for_the_head_and_both_hear_of_it() -> None:
    decision = approval.send(prepared(), Role.SECRETARY, NOW)
    assert (decision.code, decision.submission.stage) == (NoteCode.SENT_TO_HEAD, Stage.SUBMITTED)
    assert heard(decision) == {
        (NoticeCode.APPROVAL_WAITS, Audience.HEAD),
        (NoticeCode.SUBMITTED, Audience.ADVISOR),
    }


def test_what_the_head_sends_is_approved_at_once() -> None:
    decision = approval.send(prepared(), Role.HEAD, NOW)
    given = decision.submission.approval
    assert decision.code is NoteCode.APPROVED
    assert given is not None
    assert (given.by, given.at, given.team) == (Decider.HEAD, NOW, decision.submission.team)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (BasisKind.ORDER, NoteCode.APPROVED),
        (BasisKind.ORAL, NoteCode.APPROVED),
        (BasisKind.PROPOSAL, NoteCode.SENT_WITHOUT_HEAD),
    ],
)
def test_where_the_head_has_no_account_a_basis_decides_and_a_proposal_waits(
    kind: BasisKind, code: NoteCode
) -> None:
    ready = prepared()
    office = replace(ready.office, head_registered=False)
    team = replace(ready.team, basis=Basis(kind))
    decision = approval.send(replace(ready, office=office, team=team), Role.SECRETARY, NOW)
    assert decision.code is code
    given = decision.submission.approval
    assert (given.by if given else None) == (Decider.BASIS if code is NoteCode.APPROVED else None)


@pytest.mark.parametrize(
    ("submission", "code"),
    [
        (Submission(WLODAWA), NoteCode.NOT_READY),
        (closed(prepared()), NoteCode.LISTS_CLOSED),
        (sent(), NoteCode.NOT_EDITABLE),
        (approved(), NoteCode.NOT_EDITABLE),
        (approval.amend(approved()).submission, NoteCode.NOTHING_CHANGED),
        (
            replace(limited(prepared(), 7, 4), request=Request(Rule.R4, "powód", 8)),
            NoteCode.AWAITS_COORDINATOR,
        ),
    ],
    ids=["empty", "closed", "sent", "approved", "an amendment of nothing", "a plea waits"],
)
def test_what_cannot_be_sent(submission: Submission, code: NoteCode) -> None:
    decision = approval.send(submission, Role.SECRETARY, NOW)
    assert (decision.done, decision.code, decision.submission) == (False, code, submission)


def test_a_returned_submission_may_be_sent_again_as_it_is() -> None:
    returned = approval.give_back(approved(), Decider.ADVISOR, "Proszę sprawdzić.").submission
    again = approval.send(returned, Role.HEAD, NOW)
    assert again.done
    assert again.submission.returned is None


@pytest.mark.parametrize(
    ("submission", "code"),
    [
        (prepared(), NoteCode.NOT_SUBMITTED),
        (closed(sent()), NoteCode.LISTS_CLOSED),
        (limited(sent(), 7, 4), NoteCode.NOT_READY),
    ],
    ids=["a draft", "closed", "over the limit"],
)
def test_what_the_head_cannot_approve(submission: Submission, code: NoteCode) -> None:
    decision = approval.approve(submission, NOW)
    assert (decision.done, decision.code, decision.submission) == (False, code, submission)


def test_a_larger_limit_does_not_keep_the_head_from_approving() -> None:
    """A20: a new limit that fits changes nothing, though seats are free now."""
    assert approval.approve(limited(sent(), 25, 8), NOW).done


# --- Returning, taking back, amending -----------------------------------------------------------


def test_the_head_returns_what_waits_and_the_advisor_also_what_is_approved() -> None:
    by_head = approval.give_back(sent(), Decider.HEAD, "Brakuje Skarbnika.")
    assert by_head.submission.stage is Stage.RETURNED
    assert heard(by_head) == {
        (NoticeCode.RETURNED_BY_HEAD, Audience.OFFICE),
        (NoticeCode.RETURNED_BY_HEAD, Audience.ADVISOR),
    }
    accepted = approval.accept(approved()).submission
    by_advisor = approval.give_back(accepted, Decider.ADVISOR, "Brakuje Skarbnika.").submission
    assert by_advisor.approval is not None
    assert not by_advisor.approval.accepted
    assert approval.may_return(approved(), Decider.HEAD) is NoteCode.NOT_SUBMITTED
    assert approval.may_return(closed(sent()), Decider.HEAD) is NoteCode.LISTS_CLOSED
    assert not approval.give_back(prepared(), Decider.ADVISOR, "Brakuje Skarbnika.").done


def test_what_was_returned_stays_returned_while_it_is_corrected() -> None:
    chat = Chat().submit()
    chat.tap(Action.RETURN, role=Role.HEAD)
    chat.say("Brakuje Skarbnika.", Role.HEAD)
    chat.tap(Action.REMOVE, chat.id_of("Zalewski"))
    assert (chat.stage, len(chat.steering)) == (Stage.RETURNED, 7), chat
    chat = Chat().submit()
    chat.tap(Action.TAKE_BACK)
    chat.tap(Action.REMOVE, chat.id_of("Zalewski"))
    assert chat.stage is Stage.DRAFTING, chat


def test_a_submission_is_taken_back_while_it_waits() -> None:
    assert approval.take_back(sent()).submission.stage is Stage.DRAFTING
    assert approval.take_back(approved()).code is NoteCode.NOT_SUBMITTED
    assert approval.take_back(closed(sent())).code is NoteCode.LISTS_CLOSED


def test_during_an_amendment_the_approved_team_counts_and_giving_up_restores_it() -> None:
    chat = Chat().approve()
    chat.tap(Action.AMEND)
    chat.tap(Action.REMOVE_SURELY, chat.id_of("Zalewski"))
    assert len(chat.steering) == 7
    assert len(chat.submission.counted.steering) == 8
    entered = chat.submission.team.next_id
    chat.tap(Action.DISCARD)
    assert len(chat.steering) == 8
    assert chat.submission.team.next_id == entered
    assert chat.stage is Stage.SETTLED
    assert approval.amend(closed(approved())).code is NoteCode.LISTS_CLOSED
    assert approval.amend(sent()).code is NoteCode.NOT_EDITABLE
    assert approval.discard(closed(approved())).code is NoteCode.LISTS_CLOSED
    assert approval.discard(prepared()).code is NoteCode.NOT_EDITABLE


def test_an_amendment_of_the_basis_alone_is_sent_and_approved() -> None:
    chat = Chat().approve()
    chat.tap(Action.AMEND)
    chat.tap(Action.EDIT_BASIS)
    chat.say("Zarządzenie nr 12/2026 z 5 stycznia 2026 r.")
    before = chat.submission.approval
    chat.tap(Action.SEND)
    assert chat.stage is Stage.SUBMITTED, chat
    assert chat.submission.approval == before
    chat.tap(Action.APPROVE, role=Role.HEAD)
    assert chat.submission.approval is not None
    assert chat.submission.approval.basis == Basis(
        BasisKind.ORDER, "12/2026", NOW.replace(month=1, day=5).date()
    )


def test_an_amendment_of_a_persons_details_alone_is_sent_and_approved() -> None:
    chat = Chat().approve()
    chat.tap(Action.AMEND)
    chat.tap(Action.FIX, chat.id_of("Mazur"))
    chat.say("Naczelnik Wydziału Organizacyjnego")
    chat.tap(Action.SEND, role=Role.HEAD)
    assert chat.note == "approved", chat


def test_a_difference_names_everybody_it_touches() -> None:
    before = approved().team
    named = before.plenipotentiary
    assert named is not None
    after = before.remove(2).seat(3, Seat.STEERING).seat(4, Seat.EDITORIAL)
    after = after.add(replace(named.person, given="Ewa", surname="Baran"))
    difference = approval.difference(before, after)
    assert difference.left == ("Marek Wójcik",)
    assert difference.joined == ("Ewa Baran",)
    assert difference.editors_joined == ("Piotr Zalewski",)
    assert set(difference.editors_left) == {"Marek Wójcik", "Ewa Lis-Sadowska"}
    assert difference.corrected == ()
    assert not difference.plenipotentiary
    assert difference
    assert not approval.difference(before, before)
    assert approval.difference(before, before.appoint(after.members[1].person)).plenipotentiary


def test_each_change_alone_makes_a_difference() -> None:
    before = approved().team
    anna, marek = (before.members[at].person for at in (0, 1))
    alone = {
        "joined": before.add(replace(anna, given="Ewa", surname="Baran")),
        "left": before.remove(4),
        "editors_joined": before.seat(4, Seat.EDITORIAL),
        "editors_left": before.seat(3, Seat.STEERING),
        "corrected": before.correct(2, replace(marek, position="Główny Księgowy")),
        "basis": replace(before, basis=ORDER),
        "plenipotentiary": replace(before.appoint(marek), basis=before.basis),
    }
    for what, after in alone.items():
        difference = approval.difference(before, after)
        assert difference, what
        told = asdict(difference)
        assert [name for name, value in told.items() if value] == [what], told
    assert approval.difference(before, alone["corrected"]).corrected == ("Marek Wójcik",)


# --- The advisor and the coordinator ------------------------------------------------------------


def test_the_advisor_accepts_after_the_head_and_never_instead() -> None:
    decision = approval.accept(approved())
    assert heard(decision) == {(NoticeCode.ACCEPTED, Audience.OFFICE)}
    assert approval.accept(sent()).code is NoteCode.NOT_SUBMITTED
    assert approval.accept(closed(approved())).code is NoteCode.LISTS_CLOSED
    assert approval.accept(limited(approved(), 7, 4)).code is NoteCode.NOT_READY


@pytest.mark.parametrize(
    ("limits", "rule", "wanted"),
    [((7, 4), Rule.R4, 8), ((8, 3), Rule.R6, 4)],
)
def test_a_plea_for_seats_is_answered_by_exactly_the_seats_it_asked_for(
    limits: tuple[int, int], rule: Rule, wanted: int
) -> None:
    over = limited(prepared(), *limits)
    asked = approval.request(over, rule, "Urząd ma dwa budynki.")
    assert heard(asked) == {(NoticeCode.REQUESTED, Audience.COORDINATORS)}
    granted = approval.decide_request(asked.submission, granted=True)
    office = granted.submission.office
    assert (office.limit_steering, office.limit_editorial) == (8, 4)
    assert wanted in {office.limit_steering, office.limit_editorial}
    assert approval.send(granted.submission, Role.SECRETARY, NOW).done
    refused = approval.decide_request(asked.submission, granted=False)
    assert refused.submission == over
    assert heard(refused) == {(NoticeCode.REQUEST_REFUSED, Audience.OFFICE)}


def test_a_waiver_is_recorded_with_the_offices_reason() -> None:
    ready = prepared()
    office = replace(ready.office, advisor_keys=frozenset({"anna kowalczyk"}))
    asked = approval.request(replace(ready, office=office), Rule.R2A, "Mała gmina.").submission
    granted = approval.decide_request(asked, granted=True).submission
    assert granted.team.confirmations == (
        Confirmation(Rule.R2A, (1,), reason="Mała gmina.", waived=True),
    )


def test_one_plea_waits_at_a_time_so_that_none_is_lost() -> None:
    asked = approval.request(limited(prepared(), 7, 3), Rule.R4, "Dwa budynki.").submission
    second = approval.request(asked, Rule.R6, "Dwa budynki.")
    assert (second.done, second.code) == (False, NoteCode.REQUEST_WAITS)
    assert approval.request(asked, Rule.R4, "Trzy budynki.").done


def test_a_plea_that_nothing_calls_for_any_more_cannot_be_granted() -> None:
    asked = approval.request(limited(prepared(), 7, 4), Rule.R4, "Dwa budynki.").submission
    assert approval.decide_request(limited(asked, 8, 4), granted=True).code is NoteCode.NO_REQUEST
    assert approval.decide_request(closed(asked), granted=True).code is NoteCode.LISTS_CLOSED
    assert approval.decide_request(prepared(), granted=True).code is NoteCode.NO_REQUEST


def test_lists_are_closed_and_opened_again_once_the_limits_are_known() -> None:
    shut = approval.set_closed(approved(), closed=True)
    assert heard(shut) == {(NoticeCode.CLOSED, Audience.OFFICE)}
    assert approval.set_closed(shut.submission, closed=True).code is NoteCode.NOTHING_CHANGED
    assert approval.set_closed(shut.submission, closed=False).code is NoteCode.REOPENED
    unknown = limited(approved(), None, 4)
    assert approval.set_closed(unknown, closed=True).code is NoteCode.LIMIT_UNCONFIRMED


# --- A new table (A20) --------------------------------------------------------------------------


def test_a_limit_that_still_fits_changes_nothing_and_only_the_advisor_hears() -> None:
    decision = approval.after_limits(sent(), limited(sent(), 10, 5))
    assert decision is not None
    assert decision.submission.stage is Stage.SUBMITTED
    assert heard(decision) == {(NoticeCode.LIMIT_CHANGED, Audience.ADVISOR)}
    assert approval.after_limits(sent(), sent()) is None


def test_a_limit_too_low_brings_a_submission_back_and_evicts_nobody() -> None:
    decision = approval.after_limits(sent(), limited(sent(), 7, 4))
    assert decision is not None
    back = decision.submission
    assert back.stage is Stage.RETURNED
    assert back.returned == Return(Decider.LIMIT, "")
    assert back.team == sent().team
    assert heard(decision) == {
        (NoticeCode.LIMIT_CHANGED, Audience.OFFICE),
        (NoticeCode.LIMIT_CHANGED, Audience.ADVISOR),
    }


def test_seats_in_a_block_that_had_none_bring_a_submission_without_anybody_in_it_back() -> None:
    chat = Chat(replace(WLODAWA, limit_editorial=0))
    chat.tap(Action.CONTINUE)
    chat.say("Pełnomocnik: Anna Kowalczyk – Sekretarz\nGrupa sterująca:\n" + people(8))
    for action, argument in ((Action.LIST_OK, ""), (Action.BASIS, "oral"), (Action.SEND, "")):
        chat.tap(action, argument)
    assert chat.note == "sent-to-head", chat
    chat.limits(8, 4)
    assert chat.stage is Stage.RETURNED


def test_a_limit_makes_the_cards_of_a_draft_out_of_date_and_tells_nobody() -> None:
    """A [Tak] to two free seats must not confirm the four there are now."""
    chat = Chat(replace(WLODAWA, limit_editorial=0))
    chat.say("Pełnomocnik: Anna Kowalczyk – Sekretarz\nGrupa sterująca:\n" + people(6))
    chat.tap(Action.LIST_OK)
    chat.tap(Action.BASIS, "oral")
    seen = chat.submission.version
    chat.limits(10, 0)
    chat.tap(Action.CONFIRM, "R4_FREE", version=seen)
    assert (chat.note, chat.refused) == ("changed-meanwhile", True), chat
    decision = approval.after_limits(prepared(), limited(prepared(), 10, 4))
    assert decision is not None
    assert decision.notices == ()


# --- Status -------------------------------------------------------------------------------------


def with_remark(submission: Submission) -> Submission:
    answer = Confirmation(Rule.R4A, (), 4, "Mały urząd.")
    return replace(submission, team=submission.team.confirm(answer))


@pytest.mark.parametrize(
    ("submission", "expected"),
    [
        (Submission(WLODAWA), Status.NOT_STARTED),
        (prepared(), Status.IN_PREPARATION),
        (approval.take_back(sent()).submission, Status.IN_PREPARATION),
        (sent(), Status.SUBMITTED),
        (with_remark(sent()), Status.SUBMITTED_WITH_REMARK),
        (approval.give_back(sent(), Decider.HEAD, "Uwaga.").submission, Status.RETURNED),
        (approval.give_back(approved(), Decider.ADVISOR, "Uwaga.").submission, Status.RETURNED),
        (approved(), Status.APPROVED),
        (approval.amend(approved()).submission, Status.APPROVED),
        (approval.accept(approved()).submission, Status.ACCEPTED),
        (limited(approved(), 7, 4), Status.TO_COMPLETE),
        (limited(approved(), 8, 3), Status.TO_COMPLETE),
        (closed(approved()), Status.CLOSED),
        (closed(Submission(WLODAWA)), Status.CLOSED),
    ],
)
def test_where_a_submission_stands(submission: Submission, expected: Status) -> None:
    assert status(submission) is expected


def test_seats_left_empty_by_a_new_table_are_within_the_limits_but_not_complete() -> None:
    without = replace(prepared().team, members=())
    assert within_limits(without, WLODAWA)
    assert not still_fits(without, WLODAWA)


def test_what_an_office_still_lacks() -> None:
    assert missing(approved()) == ()
    assert missing(sent()) == (Missing.APPROVAL,)
    assert missing(Submission(WLODAWA)) == tuple(Missing)
    assert missing(limited(prepared(), 7, 3))[:2] == (Missing.STEERING, Missing.EDITORIAL)
    few = replace(prepared(), team=prepared().team.seat(1, Seat.STEERING).seat(2, Seat.STEERING))
    assert Missing.EDITORIAL in missing(few)
    explained = few.team.confirm(Confirmation(Rule.R6A, (), 2, "Mały urząd."))
    assert Missing.EDITORIAL not in missing(replace(few, team=explained))
    of_other = few.team.confirm(Confirmation(Rule.R4A, (), 2, "Mały urząd."))
    assert Missing.EDITORIAL in missing(replace(few, team=of_other))
    fewer = few.team.confirm(Confirmation(Rule.R6A, (), 1, "Mały urząd."))
    assert Missing.EDITORIAL in missing(replace(few, team=fewer))


def test_the_totals_never_count_an_editor_twice_or_a_practice_office_at_all() -> None:
    practice = replace(approved(), office=replace(WLODAWA, practice=True))
    summed = totals([approved(), Submission(WLODAWA), practice])
    assert (summed.people, summed.steering, summed.editorial, summed.person_places) == (8, 8, 4, 12)
    assert summed.by_status == ((Status.NOT_STARTED, 1), (Status.APPROVED, 1))
    offices = report([approved(), Submission(WLODAWA), practice])["offices"]
    assert isinstance(offices, list)
    assert [office["status"] for office in offices] == ["zatwierdzone", "nierozpoczęte"]
    assert offices[0]["approved_at"] == NOW.isoformat()
    assert offices[1]["plenipotentiary"] is None
