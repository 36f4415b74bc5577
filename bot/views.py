"""Gathers what one person's card is drawn from. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot import coordinating, reminders
from bot.effects.tables import compared
from bot.scope import may_see, office_looked_at, scope, today
from bot.screens.view import Filed, Invitee, Preview, Upcoming, View
from conversations import enrolment, lobby, overview, table_import
from conversations.access import OFFICE_ROLES, Grant, OfficeHolder, Role, StandIn, advisor_code
from conversations.collation import polish_key
from conversations.office_search import namesakes
from conversations.overview import Desk, Found, Wanted, Which, summed, waiting_first, wanted
from conversations.paperwork import uninformed
from conversations.places import ConfirmingInvitation, Home
from conversations.places.desk import (
    Entering,
    Inviting,
    InvitingByFile,
    NamingStandIn,
    PreviewingImport,
    Setting,
)
from conversations.places.enrolment import EnrolmentPlace
from conversations.places.office import OfficeAccess, RevokingAccess, ViewingOffice
from conversations.submission import Submission
from conversations.table_import import Taking
from conversations.talk import Talk, Topic
from storage import (
    access,
    approvals,
    desks,
    imports,
    links,
    offices,
    outbox,
    settings,
    stand_ins,
    submissions,
    talks,
    tally,
)
from storage.database import Connection
from storage.personal import personal_data
from storage.tally import Scope

MOST_RESULTS = 10
"""Offices that an inline query offers."""


@dataclass(frozen=True, slots=True)
class Ready:
    """All that drawing a card takes: the view, the card, until when Telegram wants silence."""

    view: View
    card: talks.Card
    silence: datetime | None


def load(connection: Connection, person_id: int, now: datetime) -> tuple[View, talks.Card]:
    """The view of a person's talk as it is stored now, and what is known of their card."""
    found = look(connection, person_id, now)
    return found.view, found.card


def look(connection: Connection, person_id: int, now: datetime) -> Ready:
    """What a card is drawn from as it is stored now."""
    seen = talks.load(connection, person_id, lock=False)
    grants = access.grants(connection, person_id, now)
    return ready(connection, seen.talk, seen.card, grants=grants, known=None, now=now)


def ready(
    connection: Connection,
    talk: Talk,
    card: talks.Card,
    *,
    grants: tuple[Grant, ...],
    known: Submission | None,
    now: datetime,
) -> Ready:
    """The same from what a turn has at hand, before it commits; `known` is the office's own."""
    kept, silence = settings.with_silence(connection, now)
    return Ready(_view(connection, talk, grants, kept, known, now=now), card, silence)


def _view(
    connection: Connection,
    talk: Talk,
    grants: tuple[Grant, ...],
    kept: Mapping[str, str],
    known: Submission | None,
    *,
    now: datetime,
) -> View:
    arrived = lobby.arrive(talk, grants)
    within = scope(connection, arrived.grant, now)
    own = arrived.grant.office_id if arrived.grant else None
    if known is None or known.office.id != own:
        known = _submission(connection, arrived, now)
    submission, person_id = known, talk.person_id
    talk = _settled(arrived, submission)
    view = View(
        talk=talk,
        now=now,
        grants=grants,
        submission=submission,
        desk=_desk(connection, talk, within),
        alike=_has_namesakes(connection, talk, submission, within),
        joined=_joined(connection, talk, submission, now),
        stand_ins=_stand_ins(connection, talk, submission, now),
        advisors=(
            tuple(sorted(tally.advisors(connection), key=polish_key))
            if isinstance(talk.place, NamingStandIn)
            else ()
        ),
        invitation=(
            links.load(connection, talk.place.invitation_id)
            if isinstance(talk.place, ConfirmingInvitation)
            else None
        ),
        invitees=_invitees(connection, now)
        if isinstance(talk.place, Inviting | InvitingByFile)
        else (),
        holders=_holders(connection, talk, now),
        preview=_preview(connection, talk),
        unknown_letters=(
            outbox.count_unknown(connection)
            if talk.grant is not None and talk.grant.role is Role.COORDINATOR
            else 0
        ),
        filed=_filed(connection, submission),
        upcoming=_upcoming(connection, talk, now),
        personal=personal_data(connection, person_id) if talk.topic is Topic.MY_DATA else None,
        settings=kept,
    )
    return coordinating.seen(connection, view)


def own_offices(connection: Connection, person_id: int, query: str, now: datetime) -> View:
    """A view whose `desk` found, among what any of a person's roles may see, what a query means.

    An empty query means all; at most ten are found.
    """
    talk = talks.load(connection, person_id, lock=False).talk
    grants = access.grants(connection, person_id, now)
    which = Which.NAMED if query.strip() else Which.ALL
    what = Wanted(which, query, size=MOST_RESULTS)
    found: dict[int, Submission] = {}
    alike: set[str] = set()
    for grant in grants:
        if grant.office_id is not None:
            held = submissions.load(connection, grant.office_id, lock=False)
            desk = overview.look((held,) if held else (), what)
        else:
            desk = desks.load(connection, scope(connection, grant, now), what)
        found |= {each.office.id: each for each in desk.found.submissions}
        alike |= desk.found.alike
    shown = tuple(waiting_first(found.values())[:MOST_RESULTS])
    alike |= namesakes(each.office for each in shown)
    desk = Desk(summed(shown), Found(shown, len(shown), alike=frozenset(alike)))
    return View(talk, now, grants, desk=desk, settings=settings.everything(connection))


def _filed(connection: Connection, submission: Submission | None) -> Filed | None:
    """What documents rest on, where there may be any but drafts."""
    if submission is None or submission.approval is None:
        return None
    office_id = submission.office.id
    versions = approvals.history(connection, office_id)
    informed = approvals.informed(connection, office_id)
    # Made-up people need not be told of anything (art. 14).
    left = 0 if submission.office.practice else len(uninformed(versions, informed))
    return Filed(versions, left, max(informed.values(), default=None))


def _settled(talk: Talk, submission: Submission | None) -> Talk:
    """The talk where it stands now that others may have sent, approved or changed things.

    A remark on what the person did goes when somebody else has done something since.
    """
    grant, note = talk.grant, talk.note
    if submission is None or grant is None:
        return talk
    if isinstance(talk.place, Entering):
        there, office_id = enrolment.settle(talk.place.place, submission), talk.place.office_id
        place = ViewingOffice(office_id)
        entering = Entering(office_id, there) if isinstance(there, EnrolmentPlace) else place
        talk = replace(talk, place=entering)
    if note is not None and note.version is not None and note.version != submission.version:
        talk = replace(talk, note=None)
    if grant.role not in OFFICE_ROLES:
        return talk
    return replace(talk, place=enrolment.settle(talk.place, submission))


def _submission(connection: Connection, talk: Talk, now: datetime) -> Submission | None:
    grant = talk.grant
    if grant is None:
        return None
    if grant.role in OFFICE_ROLES and grant.office_id is not None:
        return submissions.load(connection, grant.office_id, lock=False)
    office_id = office_looked_at(talk, None)
    looked_at = submissions.load(connection, office_id, lock=False) if office_id else None
    seen = looked_at is not None and may_see(connection, grant, looked_at.office, now)
    return looked_at if seen else None


def _desk(connection: Connection, talk: Talk, within: Scope) -> Desk | None:
    """The offices that a desk's card lists, where it lists any."""
    if talk.grant is None or talk.grant.role in OFFICE_ROLES:
        return None
    what = wanted(talk)
    return desks.load(connection, within, what) if what else None


def _has_namesakes(
    connection: Connection, talk: Talk, submission: Submission | None, within: Scope
) -> bool:
    if submission is None or talk.grant is None or talk.grant.role in OFFICE_ROLES:
        return False
    return bool(desks.namesakes(connection, within, [submission.office.name]))


def _joined(
    connection: Connection, talk: Talk, submission: Submission | None, now: datetime
) -> frozenset[Role]:
    of_head = talk.grant is not None and talk.grant.role is Role.HEAD
    shown = isinstance(talk.place, ViewingOffice) or (of_head and isinstance(talk.place, Home))
    if submission is None or not shown:
        return frozenset()
    return access.roles_in(connection, submission.office.id, now)


def _stand_ins(
    connection: Connection, talk: Talk, submission: Submission | None, now: datetime
) -> tuple[StandIn, ...]:
    """Of the office that is looked at, or of the Advisor whose desk it is."""
    if talk.grant is None or talk.grant.role in OFFICE_ROLES:
        return ()
    advisor = submission.office.advisor if submission else talk.grant.advisor
    return tuple(stand_ins.concerning(connection, advisor, today(now))) if advisor else ()


def _upcoming(connection: Connection, talk: Talk, now: datetime) -> Upcoming | None:
    """Reminders, where a card speaks of them: elsewhere nobody waits for the calendar."""
    grant = talk.grant
    if grant is None or grant.role in OFFICE_ROLES:
        return None
    shown = talk.topic is Topic.STATUS or (talk.topic is None and isinstance(talk.place, Setting))
    if not shown:
        return None
    place = talk.place
    changes: dict[str, str] = {}
    if talk.topic is None and isinstance(place, Setting) and place.key and place.value is not None:
        changes = {place.key: place.value}
    return reminders.coming(connection, grant, now, changes)


def _holders(connection: Connection, talk: Talk, now: datetime) -> tuple[OfficeHolder, ...]:
    """Who works on the office's behalf, where the head is told."""
    grant = talk.grant
    shown = isinstance(talk.place, OfficeAccess | RevokingAccess)
    if not shown or grant is None or grant.office_id is None:
        return ()
    return access.office_holders(connection, grant.office_id, now)


def _invitees(connection: Connection, now: datetime) -> tuple[Invitee, ...]:
    """Advisors whom the tables name, then offices' heads, with who is in already."""
    every = offices.all_offices(connection)
    named = sorted({office.advisor for office in every if office.advisor})
    joined = access.advisors_in(connection, now)
    advisors = [Invitee(f"a{advisor_code(name)}", name, name in joined) for name in named]
    heads = [Invitee(f"h{each.id}", each.name, each.head_registered, each) for each in every]
    return (*advisors, *heads)


def _preview(connection: Connection, talk: Talk) -> Preview | None:
    if not isinstance(talk.place, PreviewingImport):
        return None
    stored = imports.load(connection, talk.place.import_id)
    if stored is None:
        return None
    preview = Preview(talk.place.import_id, stored.name, stored.reading, decided=stored.decided)
    if stored.decided:
        return preview
    every = submissions.all_submissions(connection)
    alike = table_import.namesakes((each.office for each in every), stored.reading.offices)
    preview = replace(preview, namesakes=alike)
    found = compared(connection, every, stored.reading, Taking.NEW_VERSION)
    known = found.matched or found.unsure
    return replace(preview, difference=found if known else None)
