"""Gathers what one person's card is drawn from. Reads only."""

from dataclasses import replace
from datetime import datetime

from bot import reminders
from bot.effects.tables import compared
from bot.screens.view import Invitee, Preview, Upcoming, View
from bot.turn import office_looked_at
from conversations import enrolment
from conversations.access import OFFICE_ROLES, Grant, Role, Way, advisor_code, allowed
from conversations.submission import Submission
from conversations.table_import import Taking
from conversations.talk import (
    ConfirmingInvitation,
    Inviting,
    PreviewingImport,
    Setting,
    Talk,
    Topic,
)
from storage import access, imports, outbox, settings, submissions, talks
from storage.database import Connection


def load(connection: Connection, person_id: int, now: datetime) -> tuple[View, talks.Card]:
    """The view of a person's talk as it is stored now, and what is known of their card."""
    seen = talks.load(connection, person_id, lock=False)
    submission = _submission(connection, seen.talk)
    talk = _settled(seen.talk, submission)
    desk = _desk(connection, talk.grant)
    view = View(
        talk=talk,
        now=now,
        grants=access.grants(connection, person_id),
        submission=submission,
        desk=desk,
        invitation=(
            access.invitation(connection, talk.place.invitation_id)
            if isinstance(talk.place, ConfirmingInvitation)
            else None
        ),
        invitees=_invitees(connection, desk) if isinstance(talk.place, Inviting) else (),
        preview=_preview(connection, talk, desk),
        unknown_letters=(
            outbox.count_unknown(connection)
            if talk.grant is not None and talk.grant.role is Role.COORDINATOR
            else 0
        ),
        upcoming=_upcoming(connection, talk, desk),
        settings=settings.everything(connection),
    )
    return view, seen.card


def own_offices(connection: Connection, person_id: int, now: datetime) -> View:
    """A view whose `desk` is every office that any of a person's roles may see."""
    talk = talks.load(connection, person_id, lock=False).talk
    grants = access.grants(connection, person_id)
    found: dict[int, Submission] = {}
    for grant in grants:
        held = (
            (submissions.load(connection, grant.office_id, lock=False),)
            if grant.office_id is not None
            else _desk(connection, grant)
        )
        found |= {
            each.office.id: each
            for each in held
            if each is not None and allowed(grant, Way.INLINE, each.office)
        }
    known = settings.everything(connection)
    return View(talk, now, grants, desk=tuple(found.values()), settings=known)


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
    return looked_at if looked_at and allowed(grant, Way.CARD, looked_at.office) else None


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


def _invitees(connection: Connection, desk: tuple[Submission, ...]) -> tuple[Invitee, ...]:
    """Advisors whom the tables name, then offices' heads, with who is in already."""
    every = [each.office for each in desk]
    named = sorted({office.advisor for office in every if office.advisor})
    advisors = [
        Invitee(
            f"a{advisor_code(name)}",
            name,
            bool(access.people_with(connection, role=Role.ADVISOR, advisor=name)),
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
    found = compared(connection, desk, stored.reading, Taking.NEW_VERSION)
    known = found.matched or found.unsure
    return replace(preview, difference=found if known else None)
