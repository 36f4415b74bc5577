"""Cards, letters and alerts: a pure function of the state and the language.

`draw` sees only a `View` and answers with text and buttons. Nothing here decides, reads a clock,
a database or Telegram; the same view is always drawn the same.
"""

from dataclasses import replace

from bot.screens import (
    access_list,
    announcing,
    attendance,
    closing,
    correspondence,
    delegation,
    desk,
    desk_office,
    entering,
    history,
    inviting,
    lobby,
    office,
    programme,
    putting_off,
    standing_in,
    table_import,
)
from bot.screens.digest import digest
from bot.screens.enrolment import enrolment
from bot.screens.inline import results as inline
from bot.screens.letters import alert, letter, remark
from bot.screens.parts import GAP, Card, Part, Row, fitted, questions
from bot.screens.view import Screen, View
from bot.words import Words
from conversations.access import OFFICE_ROLES, Role
from conversations.notes import NoteCode
from conversations.places import ConfirmingInvitation, Home
from conversations.places.desk import (
    AccessList,
    Announcing,
    AwaitingTable,
    ClosingLists,
    CoordinatingPlace,
    Entering,
    Inviting,
    InvitingAgain,
    InvitingByFile,
    NamingStandIn,
    PreviewingImport,
    PuttingOff,
    Setting,
    ViewingAccess,
)
from conversations.places.enrolment import EnrolmentPlace, NamingPlenipotentiary
from conversations.places.office import (
    AskingAdvisor,
    Commenting,
    HandingOver,
    MarkingAttendance,
    NamingSubstitute,
    OfficeAccess,
    Returning,
    RevokingAccess,
    ViewingHistory,
    ViewingOffice,
)
from conversations.quick_questions import Topic
from conversations.submission import Stage

__all__ = ["alert", "digest", "draw", "inline", "letter"]


def draw(view: View, words: Words) -> Screen:
    """The card of a person as things stand: the role where there are several, the remark, the body.

    Within the limits of the Bot API whatever people and tables are called.
    """
    top: list[Part] = []
    grant = view.talk.grant
    if grant is not None and grant.practice:
        top.append(words("practice-mark", role=words(f"role-{grant.role}")))
    elif grant is not None and len(view.grants) > 1:
        top.append(lobby.speaking(grant, words))
    note = remark(view, words)
    if note is not None:
        top += [GAP, note] if grant is not None and grant.practice else [note]
    card = lobby.topic(view.talk.topic, view, words) if view.talk.topic else _place(view, words)
    return Screen(fitted((*top, GAP, *card.parts), words), (*_meant(view, words), *card.rows))


def _meant(view: View, words: Words) -> tuple[Row, ...]:
    """The questions that come nearest to words that were not understood."""
    note = view.talk.note
    if note is None or note.code is not NoteCode.NOT_UNDERSTOOD or view.talk.grant is None:
        return ()
    near = str(note.values.get("nearest", "")).split()
    return questions((Topic(each) for each in near if each in set(Topic)), words)


def _place(view: View, words: Words) -> Card:
    place, grant = view.talk.place, view.talk.grant
    if isinstance(place, ConfirmingInvitation):
        return lobby.invitation(view, words)
    if grant is None:
        return lobby.stranger(view, words)
    match place:
        case Home() if grant.role in OFFICE_ROLES:
            return _office_home(view, grant.role, words)
        case Home():
            return desk.home(view, grant.role, place, words)
        case Returning():
            return correspondence.returning(view, place, grant.role, words)
        case Commenting():
            return correspondence.commenting(view, place, words)
        case AskingAdvisor():
            return correspondence.asking(view, words)
        case PuttingOff():
            return putting_off.putting_off(place, words)
        case NamingStandIn():
            return standing_in.naming(view, place, words)
        case MarkingAttendance():
            return attendance.marking(view, words)
        case Entering(place=there):
            return entering.entering(view, there, words)
        case OfficeAccess() | RevokingAccess() | NamingSubstitute() | HandingOver():
            return delegation.delegation(place, view, words)
        case Inviting():
            return inviting.inviting(view, place, words)
        case ViewingOffice():
            return desk_office.viewing(view, grant.role, words)
        case AwaitingTable():
            return table_import.awaiting(words)
        case PreviewingImport():
            return table_import.previewing(view.preview, words)
        case Setting():
            return programme.setting(view, place, words)
        case ViewingHistory():
            return history.history(view, place, words)
        case (
            AccessList()
            | ViewingAccess()
            | InvitingAgain()
            | InvitingByFile()
            | ClosingLists()
            | Announcing()
        ):
            return _coordinating(place, view, words)
        case _:
            return _enrolment(place, view, grant.role, words)


def _coordinating(place: CoordinatingPlace, view: View, words: Words) -> Card:
    match place:
        case AccessList():
            return access_list.listing(view, place, words)
        case ViewingAccess():
            return access_list.entry(view, place, words)
        case InvitingAgain():
            return access_list.again(view, place, words)
        case InvitingByFile():
            return inviting.by_file(view, words)
        case ClosingLists():
            return closing.closing(view, place, words)
        case Announcing():
            return announcing.announcing(view, place, words)


def _office_home(view: View, role: Role, words: Words) -> Card:
    if view.submission is None:
        return Card((words("viewing-gone"),), (office.home_row(view, words),))
    return office.home(view, view.submission, role, words)


def _enrolment(place: EnrolmentPlace, view: View, role: Role, words: Words) -> Card:
    if view.submission is None:
        return Card((words("viewing-gone"),), (office.home_row(view, words),))
    drawn = enrolment(place, view.submission, role, words)
    begins = view.submission.stage is Stage.EMPTY and isinstance(place, NamingPlenipotentiary)
    if not begins or view.submission.office.practice:
        return drawn
    return replace(drawn, rows=(*drawn.rows[:-1], office.practice_row(words), drawn.rows[-1]))
