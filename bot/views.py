"""Gathers what one person's card is drawn from. Reads only."""

from dataclasses import replace
from datetime import datetime

from bot import coordinating, reminders
from bot.effects.tables import compared
from bot.screens.view import Filed, Invitee, Preview, Upcoming, View
from bot.turn import may_see, office_looked_at
from conversations import enrolment, lobby
from conversations.access import OFFICE_ROLES, Grant, OfficeHolder, Role, advisor_code
from conversations.paperwork import uninformed
from conversations.submission import Submission
from conversations.table_import import Taking, namesakes
from conversations.talk import (
    ConfirmingInvitation,
    Inviting,
    InvitingByFile,
    OfficeAccess,
    PreviewingImport,
    RevokingAccess,
    Setting,
    Talk,
    Topic,
)
from storage import access, approvals, imports, outbox, settings, submissions, talks
from storage.database import Connection


def load(connection: Connection, person_id: int, now: datetime) -> tuple[View, talks.Card]:
    """The view of a person's talk as it is stored now, and what is known of their card."""
    seen = talks.load(connection, person_id, lock=False)
    grants = access.grants(connection, person_id, now)
    arrived = lobby.arrive(seen.talk, grants)
    submission = _submission(connection, arrived)
    talk = _settled(arrived, submission)
    desk = _desk(connection, talk.grant)
    view = View(
        talk=talk,
        now=now,
        grants=grants,
        submission=submission,
        desk=desk,
        invitation=(
            access.invitation(connection, talk.place.invitation_id)
            if isinstance(talk.place, ConfirmingInvitation)
            else None
        ),
        invitees=_invitees(connection, desk, now)
        if isinstance(talk.place, Inviting | InvitingByFile)
        else (),
        holders=_holders(connection, talk, now),
        preview=_preview(connection, talk, desk),
        unknown_letters=(
            outbox.count_unknown(connection)
            if talk.grant is not None and talk.grant.role is Role.COORDINATOR
            else 0
        ),
        upcoming=_upcoming(connection, talk, desk),
        filed=_filed(connection, submission),
        settings=settings.everything(connection),
    )
    return coordinating.seen(connection, view), seen.card


def own_offices(connection: Connection, person_id: int, now: datetime) -> View:
    """A view whose `desk` is every office that any of a person's roles may see."""
    talk = talks.load(connection, person_id, lock=False).talk
    grants = access.grants(connection, person_id, now)
    found: dict[int, Submission] = {}
    for grant in grants:
        held = (
            (submissions.load(connection, grant.office_id, lock=False),)
            if grant.office_id is not None
            else _desk(connection, grant)
        )
        found |= {each.office.id: each for each in held if each is not None}
    known = settings.everything(connection)
    return View(talk, now, grants, desk=tuple(found.values()), settings=known)


def _filed(connection: Connection, submission: Submission | None) -> Filed | None:
    """What documents rest on, where there may be any but drafts."""
    if submission is None or submission.approval is None:
        return None
    office_id = submission.office.id
    versions = approvals.history(connection, office_id)
    informed = approvals.informed(connection, office_id)
    left = len(uninformed(versions, informed))
    return Filed(versions, left, max(informed.values(), default=None))


def _settled(talk: Talk, submission: Submission | None) -> Talk:
    """The talk where it stands now that others may have sent, approved or changed things.

    A remark on what the person did goes when somebody else has done something since.
    """
    grant, note = talk.grant, talk.note
    if submission is None or grant is None:
        return talk
    if note is not None and note.version is not None and note.version != submission.version:
        talk = replace(talk, note=None)
    if grant.role not in OFFICE_ROLES:
        return talk
    return replace(talk, place=enrolment.settle(talk.place, submission))


def _submission(connection: Connection, talk: Talk) -> Submission | None:
    grant = talk.grant
    if grant is None:
        return None
    if grant.role in OFFICE_ROLES and grant.office_id is not None:
        return submissions.load(connection, grant.office_id, lock=False)
    office_id = office_looked_at(talk, None)
    looked_at = submissions.load(connection, office_id, lock=False) if office_id else None
    return looked_at if looked_at and may_see(grant, looked_at.office) else None


def _desk(connection: Connection, grant: Grant | None) -> tuple[Submission, ...]:
    if grant is None or grant.role in OFFICE_ROLES:
        return ()
    if grant.role is Role.ADVISOR:
        return tuple(submissions.of_advisor(connection, grant.advisor or ""))
    return tuple(submissions.all_submissions(connection))


def _upcoming(connection: Connection, talk: Talk, desk: tuple[Submission, ...]) -> Upcoming | None:
    """Reminders, where a card speaks of them: elsewhere nobody waits for the calendar."""
    grant = talk.grant
    if grant is None or grant.role in OFFICE_ROLES:
        return None
    shown = talk.topic is Topic.STATUS or (talk.topic is None and isinstance(talk.place, Setting))
    return reminders.coming(connection, grant, desk) if shown else None


def _holders(connection: Connection, talk: Talk, now: datetime) -> tuple[OfficeHolder, ...]:
    """Who works on the office's behalf, where the head is told."""
    grant = talk.grant
    shown = isinstance(talk.place, OfficeAccess | RevokingAccess)
    if not shown or grant is None or grant.office_id is None:
        return ()
    return access.office_holders(connection, grant.office_id, now)


def _invitees(
    connection: Connection, desk: tuple[Submission, ...], now: datetime
) -> tuple[Invitee, ...]:
    """Advisors whom the tables name, then offices' heads, with who is in already."""
    every = [each.office for each in desk]
    named = sorted({office.advisor for office in every if office.advisor})
    advisors = [
        Invitee(
            f"a{advisor_code(name)}",
            name,
            bool(access.people_with(connection, role=Role.ADVISOR, advisor=name, now=now)),
        )
        for name in named
    ]
    heads = [Invitee(f"h{office.id}", office.name, office.head_registered) for office in every]
    return (*advisors, *heads)


def _preview(connection: Connection, talk: Talk, desk: tuple[Submission, ...]) -> Preview | None:
    if not isinstance(talk.place, PreviewingImport):
        return None
    stored = imports.load(connection, talk.place.import_id)
    if stored is None:
        return None
    preview = Preview(talk.place.import_id, stored.name, stored.reading, decided=stored.decided)
    if stored.decided:
        return preview
    alike = namesakes((each.office for each in desk), stored.reading.offices)
    preview = replace(preview, namesakes=alike)
    found = compared(connection, desk, stored.reading, Taking.NEW_VERSION)
    known = found.matched or found.unsure
    return replace(preview, difference=found if known else None)
