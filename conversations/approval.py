"""Who decides about a submission: sending, approval, return, acceptance, requests, closing.

Each function takes a submission and answers with the next one and what others must hear, or with
the note that says why not. Who may call which is decided by the callers' tables
(`conversations.enrolment` for the office, `conversations.desk` for advisors and the coordinator).
"""

from dataclasses import dataclass, replace
from datetime import datetime

from conversations.access import Role
from conversations.events import Audience, Notice
from conversations.limits import Block
from conversations.notes import NoteCode, NoticeCode
from conversations.rules import Level, find, in_force, open_findings
from conversations.submission import (
    Approval,
    Decider,
    Request,
    Return,
    Side,
    Stage,
    Submission,
    Word,
    still_fits,
)
from conversations.team import Confirmation, Rule, Team
from conversations.turn import notice

LIMIT_RULES = {Rule.R4: Block.STEERING, Rule.R6: Block.EDITORIAL}
"""The rules that a larger limit answers, and whose."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a decision leaves behind: `code` says it to whoever decided."""

    submission: Submission
    code: NoteCode
    notices: tuple[Notice, ...] = ()
    done: bool = True


def _not(submission: Submission, code: NoteCode) -> Decision:
    return Decision(submission, code, done=False)


def send(
    submission: Submission, role: Role, now: datetime, *, by: Decider = Decider.HEAD
) -> Decision:
    """Submit the working copy (product.md 5 and 6).

    A head who submits approves at once, and so does a substitute, as `by` records. Where the head
    has no account, a recorded basis that says so counts as the head's decision; otherwise the
    submission waits for the head.
    """
    if submission.office.closed:
        return _not(submission, NoteCode.LISTS_CLOSED)
    if not submission.editable:
        return _not(submission, NoteCode.NOT_EDITABLE)
    unanswered = {finding.rule for finding in open_findings(submission.team, submission.office)}
    if unanswered:
        asked = submission.request is not None and unanswered == {submission.request.rule}
        return _not(submission, NoteCode.AWAITS_COORDINATOR if asked else NoteCode.NOT_READY)
    approval = submission.approval
    if (
        approval is not None
        and submission.stage is not Stage.RETURNED
        and not difference(approval.team, submission.team)
    ):
        return _not(submission, NoteCode.NOTHING_CHANGED)
    sent = replace(
        submission,
        stage=Stage.SUBMITTED,
        team=replace(submission.team, confirmations=in_force(submission.team, submission.office)),
        returned=None,
        request=None,
    )
    if role is Role.HEAD:
        return approve(sent, now, by=by)
    basis = sent.team.basis
    if not sent.office.head_registered and basis is not None and basis.decides:
        return approve(sent, now, by=Decider.BASIS)
    code = NoteCode.SENT_TO_HEAD if sent.office.head_registered else NoteCode.SENT_WITHOUT_HEAD
    return Decision(
        sent,
        NoteCode.PRACTICE_SENT if sent.office.practice else code,
        (
            notice(NoticeCode.APPROVAL_WAITS, Audience.HEAD, sent),
            notice(NoticeCode.SUBMITTED, Audience.ADVISOR, sent),
        ),
    )


def approve(submission: Submission, now: datetime, *, by: Decider = Decider.HEAD) -> Decision:
    """Let the head's decision stand (R1). What no longer meets a hard rule is not approved.

    A question that a larger limit has raised since the submission stops nothing (A20).
    """
    if submission.office.closed:
        return _not(submission, NoteCode.LISTS_CLOSED)
    if submission.stage is not Stage.SUBMITTED:
        return _not(submission, NoteCode.NOT_SUBMITTED)
    team = submission.team
    if any(found.level >= Level.WAIVABLE for found in open_findings(team, submission.office)):
        return _not(submission, NoteCode.NOT_READY)
    approved = replace(
        submission,
        stage=Stage.SETTLED,
        approval=Approval(team, now, by, team.basis),
        returned=None,
        request=None,
    )
    return Decision(
        approved,
        NoteCode.APPROVED,
        (
            notice(NoticeCode.APPROVED, Audience.OFFICE, approved),
            notice(NoticeCode.APPROVED, Audience.ADVISOR, approved),
        ),
    )


def may_return(submission: Submission, by: Decider) -> NoteCode | None:
    """Why there is nothing to return: the head may before approval, the advisor at any time."""
    if submission.office.closed:
        return NoteCode.LISTS_CLOSED
    settled = by is Decider.ADVISOR and submission.stage is Stage.SETTLED
    return None if submission.stage is Stage.SUBMITTED or settled else NoteCode.NOT_SUBMITTED


def give_back(
    submission: Submission, by: Decider, comment: str, about: int | None = None
) -> Decision:
    """Return a submission with a comment; an acceptance of what is returned is withdrawn.

    `about` is the member whom the comment points at.
    """
    refusal = may_return(submission, by)
    if refusal is not None:
        return _not(submission, refusal)
    approval = submission.approval
    returned = replace(
        submission,
        stage=Stage.RETURNED,
        returned=Return(by, comment, about),
        approval=approval and replace(approval, accepted=False),
    )
    code = {
        Decider.HEAD: NoticeCode.RETURNED_BY_HEAD,
        Decider.ADVISOR: NoticeCode.RETURNED_BY_ADVISOR,
    }[by]
    audiences = [Audience.OFFICE] if by is Decider.ADVISOR else [Audience.OFFICE, Audience.ADVISOR]
    return Decision(
        returned,
        NoteCode.RETURNED,
        tuple(notice(code, audience, returned) for audience in audiences),
    )


def say(submission: Submission, by: Side, text: str, about: int | None = None) -> Decision:
    """A word to the other side; it answers what that side said last, and changes nothing else."""
    spoken = replace(submission, word=Word(by, text, about))
    if by is Side.OFFICE:
        return Decision(
            spoken, NoteCode.ASKED, (notice(NoticeCode.ASKED, Audience.ADVISOR, spoken),)
        )
    news = notice(NoticeCode.COMMENTED, Audience.OFFICE, spoken, by=by.value)
    return Decision(spoken, NoteCode.COMMENTED, (news,))


def without_moot_word(submission: Submission) -> Submission:
    """Without a word about somebody who is not on the list any more."""
    word = submission.word
    if word is None or word.about is None or submission.team.member(word.about):
        return submission
    return replace(submission, word=None)


def take_back(submission: Submission) -> Decision:
    """Withdraw a submission that still waits, to correct it."""
    if submission.office.closed:
        return _not(submission, NoteCode.LISTS_CLOSED)
    if submission.stage is not Stage.SUBMITTED:
        return _not(submission, NoteCode.NOT_SUBMITTED)
    return Decision(replace(submission, stage=Stage.DRAFTING), NoteCode.TAKEN_BACK)


def amend(submission: Submission) -> Decision:
    """Open the approved team for changes; until the next approval it stays the one that counts."""
    if submission.office.closed:
        return _not(submission, NoteCode.LISTS_CLOSED)
    if submission.stage is not Stage.SETTLED:
        return _not(submission, NoteCode.NOT_EDITABLE)
    return Decision(replace(submission, stage=Stage.DRAFTING), NoteCode.AMENDMENT_OPEN)


def discard(submission: Submission) -> Decision:
    """Give an amendment up: the approved team is the working copy again."""
    if submission.office.closed:
        return _not(submission, NoteCode.LISTS_CLOSED)
    if submission.approval is None or not submission.editable:
        return _not(submission, NoteCode.NOT_EDITABLE)
    settled = replace(
        submission,
        stage=Stage.SETTLED,
        team=replace(submission.approval.team, next_id=submission.team.next_id),
        returned=None,
        request=None,
    )
    return Decision(settled, NoteCode.AMENDMENT_DROPPED)


def accept(submission: Submission) -> Decision:
    """The advisor has seen the approved team and agrees (R13: after the head, never instead)."""
    if submission.office.closed:
        return _not(submission, NoteCode.LISTS_CLOSED)
    if submission.stage is not Stage.SETTLED or submission.approval is None:
        return _not(submission, NoteCode.NOT_SUBMITTED)
    if not still_fits(submission.approval.team, submission.office):
        return _not(submission, NoteCode.NOT_READY)
    accepted = replace(submission, approval=replace(submission.approval, accepted=True))
    return Decision(
        accepted, NoteCode.ACCEPTED, (notice(NoticeCode.ACCEPTED, Audience.OFFICE, accepted),)
    )


def may_request(submission: Submission, rule: Rule) -> NoteCode | None:
    """Why there can be no plea about `rule` now.

    One waits at a time, so that none is lost; from an office for practice comes none.
    """
    if submission.office.practice:
        return NoteCode.PRACTICE_ALONE
    asked = submission.request
    return None if asked is None or asked.rule is rule else NoteCode.REQUEST_WAITS


def request(submission: Submission, rule: Rule, reason: str) -> Decision:
    """Plead with the coordinator about the open finding of `rule` (BLOK/W)."""
    refusal = may_request(submission, rule)
    if refusal is not None:
        return _not(submission, refusal)
    team = submission.team
    wanted = {Rule.R4: len(team.steering), Rule.R6: len(team.editorial)}.get(rule, 0)
    finding = None if rule in LIMIT_RULES else find(team, submission.office, rule)
    about, count = (finding.about, finding.count) if finding else ((), 0)
    asked = replace(submission, request=Request(rule, reason, wanted, about, count))
    news = notice(NoticeCode.REQUESTED, Audience.COORDINATORS, asked, rule=rule)
    return Decision(asked, NoteCode.REQUEST_SENT, (news,))


def without_moot_request(submission: Submission) -> Submission:
    """Without a plea that nothing calls for any more: somebody left, or the table changed."""
    asked = submission.request
    if asked is None:
        return submission
    finding = find(submission.team, submission.office, asked.rule)
    waived = None if finding is None or asked.rule in LIMIT_RULES else finding.count
    moot = finding is None or (finding.about, waived or 0) != (asked.about, asked.count)
    return replace(submission, request=None) if moot else submission


def decide_request(submission: Submission, *, granted: bool) -> Decision:
    """The coordinator's answer: a larger limit, or a waiver recorded with the office's reason."""
    if submission.office.closed:
        return _not(submission, NoteCode.LISTS_CLOSED)
    submission = without_moot_request(submission)
    asked = submission.request
    if asked is None:
        return _not(submission, NoteCode.NO_REQUEST)
    answered = replace(submission, request=None)
    if not granted:
        return Decision(
            answered,
            NoteCode.REFUSED,
            (notice(NoticeCode.REQUEST_REFUSED, Audience.OFFICE, answered, rule=asked.rule),),
        )
    block = LIMIT_RULES.get(asked.rule)
    if block is not None:
        answered = replace(answered, office=answered.office.with_grant(block, asked.wanted))
    else:
        waiver = Confirmation(asked.rule, asked.about, asked.count, asked.reason, waived=True)
        answered = replace(answered, team=answered.team.confirm(waiver))
    return Decision(
        answered,
        NoteCode.GRANTED,
        tuple(
            notice(NoticeCode.REQUEST_GRANTED, audience, answered, rule=asked.rule)
            for audience in (Audience.OFFICE, Audience.ADVISOR)
        ),
    )


def set_closed(submission: Submission, *, closed: bool) -> Decision:
    """Close an office's list, or open it again; a limit that is not in the table stops closing."""
    office = submission.office
    if office.closed == closed:
        return _not(submission, NoteCode.NOTHING_CHANGED)
    unconfirmed = None in {office.limit_steering, office.limit_editorial}
    if closed and unconfirmed:
        return _not(submission, NoteCode.LIMIT_UNCONFIRMED)
    changed = replace(submission, office=replace(office, closed=closed))
    code, news = (
        (NoteCode.CLOSED, NoticeCode.CLOSED) if closed else (NoteCode.REOPENED, NoticeCode.REOPENED)
    )
    return Decision(changed, code, (notice(news, Audience.OFFICE, changed),))


def after_limits(before: Submission, after: Submission) -> Decision | None:
    """What a changed limit of the table, or the other reading of it (A1), does to a submission.

    None when neither has changed (A20).

    Nobody is evicted: a submission that no longer fits comes back, an approved team that no
    longer fits is shown as to be completed. The office hears of it only then; the Advisor hears of
    any other figure, and of another reading where it matters. In any case what cards showed is
    out of date, and a plea that the table has answered is over.
    """
    limits = [
        (office.limit_steering, office.limit_editorial, office.exact)
        for office in (before.office, after.office)
    ]
    if limits[0] == limits[1]:
        return None
    submitted = after.stage is Stage.SUBMITTED
    returns = submitted and not still_fits(after.team, after.office)
    counts = after.approval is not None and not still_fits(after.counted, after.office)
    concerned = [Audience.OFFICE] if returns or counts else []
    figures = limits[0][:2] != limits[1][:2]
    if concerned or (figures and (submitted or after.approval)):
        concerned.append(Audience.ADVISOR)
    news = tuple(notice(NoticeCode.LIMIT_CHANGED, audience, after) for audience in concerned)
    after = replace(without_moot_request(after), version=after.version + 1)
    if returns:
        after = replace(after, stage=Stage.RETURNED, returned=Return(Decider.LIMIT, ""))
    return Decision(after, NoteCode.IMPORTED, news)


@dataclass(frozen=True, slots=True)
class Difference:
    """What an amendment changes, by the people themselves: ids may differ, names count.

    `corrected` are those who stay with other details, `basis` whether the decision's basis changed.
    """

    plenipotentiary: bool
    joined: tuple[str, ...]
    left: tuple[str, ...]
    editors_joined: tuple[str, ...]
    editors_left: tuple[str, ...]
    corrected: tuple[str, ...]
    basis: bool

    def __bool__(self) -> bool:
        people = (self.joined, self.left, self.editors_joined, self.editors_left, self.corrected)
        return self.plenipotentiary or self.basis or any(people)


def difference(before: Team, after: Team) -> Difference:
    """Compare two teams of one office, for the card of an amendment („dopisano… / usunięto…”)."""

    def gained(old: Team, new: Team, *, editors: bool) -> tuple[str, ...]:
        was = {m.person.key for m in (old.editorial if editors else old.steering)}
        now = new.editorial if editors else new.steering
        return tuple(m.person.full_name for m in now if m.person.key not in was)

    former, named = (
        team.plenipotentiary and team.plenipotentiary.person.key for team in (before, after)
    )
    were = {member.person.key: member.person for member in before.members}
    return Difference(
        plenipotentiary=former != named,
        joined=gained(before, after, editors=False),
        left=gained(after, before, editors=False),
        editors_joined=gained(before, after, editors=True),
        editors_left=gained(after, before, editors=True),
        corrected=tuple(
            member.person.full_name
            for member in after.members
            if member.person != were.get(member.person.key, member.person)
        ),
        basis=before.basis != after.basis,
    )
