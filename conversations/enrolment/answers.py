"""The ends that buttons and words share: keep the team and stand somewhere, or show a decision."""

from dataclasses import replace

from conversations import approval
from conversations.enrolment.where import after_removal, awaits_basis, onward
from conversations.events import Note
from conversations.notes import NoteCode
from conversations.places import Home, Place
from conversations.places.enrolment import Clarifying
from conversations.submission import Decider, Submission
from conversations.talk import Talk
from conversations.team import Basis, Team
from conversations.turn import Context, Turn, go, refuse, said, stay


def on(talk: Talk, submission: Submission, team: Team, note: NoteCode | None = None) -> Turn:
    """Keep the team and go on to whatever is asked next."""
    changed = submission.with_team(team)
    return go(talk, changed, onward(changed), said(note) if note else None)


def at(
    talk: Talk, submission: Submission, team: Team, place: Place, note: NoteCode | None = None
) -> Turn:
    """Keep the team and stand at a given place."""
    return go(talk, submission.with_team(team), place, said(note) if note else None)


def decided(talk: Talk, submission: Submission, decision: approval.Decision) -> Turn:
    """Show a decision, or why there is none and what is still asked; then nothing has changed."""
    if not decision.done:
        asking = decision.code is NoteCode.NOT_READY
        standing = replace(talk, place=onward(submission)) if asking else talk
        return refuse(standing, submission, decision.code)
    after = decision.submission
    editing = decision.code in {NoteCode.TAKEN_BACK, NoteCode.AMENDMENT_OPEN}
    place = onward(after) if editing else Home()
    return go(talk, after, place, said(decision.code), decision.notices)


def clarified(talk: Talk, submission: Submission, answered: tuple[Team, Clarifying] | Note) -> Turn:
    """Keep an answer about a doubtful entry and ask the next; a refused one leaves the question."""
    if isinstance(answered, Note):
        return stay(talk, submission, answered)
    return at(talk, submission, *answered)


def with_basis(talk: Talk, submission: Submission, basis: Basis, context: Context) -> Turn:
    """Keep the basis of the choice; where a submission waits for it, that may approve it."""
    team = replace(submission.team, basis=basis)
    if awaits_basis(submission):
        waiting = replace(submission, team=team)
        if not basis.decides:
            return go(talk, waiting, Home(), said(NoteCode.SENT_WITHOUT_HEAD))
        approved = approval.approve(waiting, context.now, by=Decider.BASIS)
        return decided(talk, submission, approved)
    return on(talk, submission, team)


def removed(talk: Talk, submission: Submission, team: Team, others: tuple[int, ...]) -> Turn:
    """Somebody has left the list."""
    changed = submission.with_team(team)
    return go(talk, changed, after_removal(others, changed), said(NoteCode.REMOVED))
