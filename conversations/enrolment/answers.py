"""The ends that buttons and words share: keep the team and stand somewhere, or show a decision."""

from dataclasses import replace

from conversations import approval
from conversations.enrolment.where import after_removal, awaits_basis, onward
from conversations.notes import NoteCode
from conversations.submission import Decider, Submission
from conversations.talk import Home, Place, Talk
from conversations.team import Basis, Team
from conversations.turn import Context, Turn, go, refuse, said


def on(talk: Talk, submission: Submission, team: Team, note: NoteCode | None = None) -> Turn:
    """Keep the team and go on to whatever is asked next."""
    changed = submission.with_team(team)
    return go(talk, changed, onward(changed), said(note) if note else None)


def at(
    talk: Talk, submission: Submission, team: Team, place: Place, note: NoteCode | None = None
) -> Turn:
    """Keep the team and stand at a given place."""
    return go(talk, submission.with_team(team), place, said(note) if note else None)


def decided(talk: Talk, decision: approval.Decision) -> Turn:
    """Show a decision, or why there is none and what is still asked."""
    if decision.done:
        editing = decision.code in {NoteCode.TAKEN_BACK, NoteCode.AMENDMENT_OPEN}
        place = onward(decision.submission) if editing else Home()
        return go(talk, decision.submission, place, said(decision.code), decision.notices)
    turn = refuse(talk, decision.submission, decision.code)
    if decision.code is NoteCode.NOT_READY:
        return replace(turn, talk=replace(turn.talk, place=onward(decision.submission)))
    return turn


def with_basis(talk: Talk, submission: Submission, basis: Basis, context: Context) -> Turn:
    team = replace(submission.team, basis=basis)
    if awaits_basis(submission):
        waiting = replace(submission, team=team)
        if not basis.decides:
            return go(talk, waiting, Home(), said(NoteCode.SENT_WITHOUT_HEAD))
        return decided(talk, approval.approve(waiting, context.now, by=Decider.BASIS))
    return on(talk, submission, team)


def removed(talk: Talk, submission: Submission, team: Team, others: tuple[int, ...]) -> Turn:
    """Somebody has left the list."""
    changed = submission.with_team(team)
    return go(talk, changed, after_removal(others, changed), said(NoteCode.REMOVED))
