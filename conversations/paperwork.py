"""Asking for documents, at the office and at the desks: what there is, and why not.

A document is never stored: it is made of what stands in the database when somebody asks for it.
Whose office it is was checked before, as for every event of a desk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from conversations import papers
from conversations.access import may_have
from conversations.approval import difference
from conversations.events import Action, Event, Tapped
from conversations.notes import NoteCode
from conversations.papers import Paper, Version
from conversations.settings import Programme
from conversations.submission import Submission
from conversations.talk import Talk
from conversations.team import Member
from conversations.turn import Context, NotePeopleInformed, SendDocument, Turn, refuse

_OF_APPROVED = frozenset({Paper.AMENDING_ORDER, Paper.NOTICE, Paper.RECORD})
"""Documents that there are only of a team that the head has decided on."""


def step(talk: Talk, submission: Submission | None, event: Event, context: Context) -> Turn | None:
    """Answer what documents are about; None for anything else.

    What lies over the place stays there, so that one may ask for the next document.
    """
    match event:
        case Tapped(action=Action.DOCUMENT, argument=argument):
            wanted = papers.read(argument)
            if wanted is None or not may_have(context.role, wanted):
                return refuse(talk, submission, NoteCode.STALE)
            if wanted.office_id is not None and not _about(submission, wanted.office_id):
                return refuse(talk, submission, NoteCode.STALE)
            return Turn(replace(talk, note=None), submission, effects=(SendDocument(wanted),))
        case Tapped(action=Action.INFORMED):
            if submission is None or not _about(submission, event.number):
                return refuse(talk, submission, NoteCode.STALE)
            if submission.office.practice:
                return refuse(talk, submission, NoteCode.PRACTICE_ALONE)
            if event.version != submission.version:
                return refuse(talk, submission, NoteCode.CHANGED_MEANWHILE)
            if submission.approval is None:
                return refuse(talk, submission, NoteCode.NOT_APPROVED_YET)
            effect = NotePeopleInformed(submission.office.id)
            return Turn(replace(talk, note=None), submission, effects=(effect,))
        case _:
            return None


def _about(submission: Submission | None, office_id: int | None) -> bool:
    return submission is not None and submission.office.id == office_id


def unavailable(
    paper: Paper,
    submission: Submission | None,
    versions: Sequence[Version],
    programme: Programme,
) -> NoteCode | None:
    """Why there is no such document yet, or None. `versions` are the office's, oldest first."""
    if paper is Paper.CALENDAR:
        return None if programme.has_dates else NoteCode.NO_DATES
    if submission is None:
        return None
    if paper in _OF_APPROVED and submission.approval is None:
        return NoteCode.NOT_APPROVED_YET
    if paper is Paper.AMENDING_ORDER and not amended(versions):
        return NoteCode.NOT_AMENDED
    if not submission.counted.members:
        return NoteCode.NOBODY_LISTED
    return None


def amended(versions: Sequence[Version]) -> bool:
    """Whether the latest decision changed what an order says about the people."""
    if len(versions) < 2:
        return False
    changes = difference(versions[-2].approval.team, versions[-1].approval.team)
    people = (changes.joined, changes.left, changes.editors_joined, changes.editors_left)
    return bool(changes.plenipotentiary or changes.corrected or any(people))


def uninformed(versions: Sequence[Version], informed: Mapping[int, datetime]) -> tuple[Member, ...]:
    """Who of the latest approved team has not been told of the processing of their data (art. 14).

    `informed` says of which versions' people the office ticked so, and when (UTC).
    """
    if not versions:
        return ()
    told = {
        member.person.key
        for version in versions
        if version.number in informed
        for member in version.approval.team.members
    }
    latest = versions[-1].approval.team
    return tuple(member for member in latest.members if member.person.key not in told)
