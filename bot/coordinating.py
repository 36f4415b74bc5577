"""Gathers what the cards of the coordinator's work are drawn from. Reads only."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from bot.effects import announcing
from bot.screens.view import AccessEntry, Past, Progress, View
from conversations.access import Role
from conversations.journal import newest_first
from conversations.places.desk import (
    AccessList,
    Announcing,
    ClosingLists,
    InvitingAgain,
    Recipients,
    ViewingAccess,
)
from conversations.places.office import ViewingHistory
from storage import access, approvals, bulk, journal, links, outbox, submissions
from storage.database import Connection


def seen(connection: Connection, view: View) -> View:
    """The view with what its place and its remark need beyond what every card does."""
    view = _naming(connection, view)
    place, grant = view.talk.place, view.talk.grant
    if grant is None:
        return view
    if isinstance(place, ViewingHistory):
        return replace(view, past=_past(connection, view))
    if grant.role is not Role.COORDINATOR:
        return view
    match place:
        case AccessList() | ViewingAccess() | InvitingAgain():
            every = tuple(submissions.all_submissions(connection))
            return replace(view, access=entries(connection, view.now), every=every)
        case Announcing(bulk_id=int(bulk_id)) | ClosingLists(bulk_id=int(bulk_id)):
            return replace(view, progress=_progress(connection, bulk_id))
        case Announcing():
            held, me = access.holders(connection, view.now), view.talk.person_id
            every = tuple(submissions.all_submissions(connection))
            return replace(
                view,
                readers={
                    each: len(announcing.readers(held, every, each, but=me)) for each in Recipients
                },
                announced=bulk.latest(connection, bulk.ANNOUNCEMENT),
            )
        case ClosingLists():
            return replace(view, every=tuple(submissions.all_submissions(connection)))
        case _:
            return view


def _naming(connection: Connection, view: View) -> View:
    """The view whose remark names the account that it tells of by its role's number."""
    note = view.talk.note
    if note is None or "grant" not in note.values:
        return view
    name = access.name_of(connection, int(note.values["grant"])) or "–"
    note = replace(note, values={**note.values, "name": name})
    return replace(view, talk=replace(view.talk, note=note))


def entries(connection: Connection, now: datetime) -> tuple[AccessEntry, ...]:
    """Every role that is held, then every link that waits."""
    waiting = links.waiting(connection, now)
    handed_out = Counter(each.made_by for each in waiting)
    held = (
        AccessEntry(
            f"g{each.grant.id}",
            each.grant.role,
            each.since,
            each.display_name or "–",
            each.grant.office_id,
            each.grant.office_name,
            each.grant.advisor,
            each.grant.substitute,
            handed_out[each.person_id] if each.grant.role is Role.COORDINATOR else 0,
        )
        for each in access.holders(connection, now)
    )
    waits = (
        AccessEntry(
            f"i{each.id}",
            each.role,
            each.expires_at,
            "",
            each.office_id,
            each.office_name,
            each.advisor,
        )
        for each in waiting
    )
    return (*held, *waits)


def _progress(connection: Connection, bulk_id: int) -> Progress | None:
    found = bulk.load(connection, bulk_id)
    if found is None:
        return None
    letters = {}
    if found.kind == bulk.ANNOUNCEMENT:
        letters = dict(outbox.states(connection, announcing.key_of(bulk_id)))
    text = found.content.get("text", "")
    return Progress(found.left, found.done, found.outcomes, letters, text)


def _past(connection: Connection, view: View) -> Past | None:
    submission = view.submission
    if submission is None:
        return None
    office_id = submission.office.id
    entries_of = newest_first(journal.of_office(connection, office_id))
    return Past(entries_of, approvals.history(connection, office_id))
