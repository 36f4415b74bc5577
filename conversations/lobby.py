"""What anybody may do at any moment: commands, links, roles, language.

A command never becomes a name and never moves the place: what it shows lies over the card until
the person goes back or simply goes on. The lobby answers first; what it does not know is handed
to the conversation of the role.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from conversations import practice, privacy, question_patterns
from conversations.access import OFFICE_ROLES, Grant, Role, allowed, may
from conversations.enrolment.where import whence
from conversations.events import (
    Action,
    Asked,
    Command,
    Event,
    FileRead,
    Note,
    Said,
    Sent,
    SentKind,
    Tapped,
)
from conversations.notes import NoteCode
from conversations.pasted_list import read_change
from conversations.places import ConfirmingInvitation, Home, Place
from conversations.places.desk import (
    AccessList,
    Announcing,
    AwaitingTable,
    ClosingLists,
    Entering,
    Inviting,
    InvitingByFile,
    NamingStandIn,
    PuttingOff,
    Setting,
    ViewingAccess,
)
from conversations.places.enrolment import (
    ConfirmingChange,
    Explaining,
    GivingOrder,
    GivingPosition,
    Requesting,
    Summary,
)
from conversations.places.office import (
    AskingAdvisor,
    Commenting,
    MarkingAttendance,
    Returning,
    ViewingHistory,
    ViewingOffice,
)
from conversations.question_sentence import asks, plain
from conversations.quick_questions import Question, asked_again, is_courtesy, recognise
from conversations.quick_questions import Topic as Asking
from conversations.talk import ConfirmingErasure, Erasable, Overlay, Talk, Topic
from conversations.turn import (
    AcceptInvitation,
    OpenInvitation,
    SendPersonalData,
    Turn,
    go,
    refuse,
)

_LANGUAGE = re.compile(r"[a-z]{2,3}")
"""Which languages there are is for the words to say: one that has none is spoken to in Polish."""

_ANYBODY = re.compile(question_patterns.ANYBODY)

_TOPICS = {
    Command.HELP: Topic.HELP,
    Command.STATUS: Topic.STATUS,
    Command.PRIVACY: Topic.PRIVACY,
    Command.INFO: Topic.INFO,
    Command.DEADLINE: Topic.DEADLINE,
    Command.ADVISOR: Topic.ADVISOR,
    Command.LANGUAGE: Topic.LANGUAGE,
    Command.EXPORT: Topic.EXPORT,
    Command.MY_DATA: Topic.MY_DATA,
}
_ENROLMENT = frozenset(
    {Command.CONTINUE, Command.PLENIPOTENTIARY, Command.STEERING, Command.EDITORIAL}
)
"""What only the office's submission can answer; `conversations.enrolment` does."""

_ASKS_FOR_WORDS = (
    *(Explaining, GivingOrder, GivingPosition, Requesting, Returning),
    *(Announcing, AskingAdvisor, Commenting, MarkingAttendance, NamingStandIn, PuttingOff),
)
"""Places that ask for a reason, a comment or the like: any words are the answer, no question."""

_DESK_PLACES: Mapping[Command, Place] = {
    Command.IMPORT: AwaitingTable(),
    Command.INVITATIONS: Inviting(),
    Command.SETTINGS: Setting(),
    Command.ACCESS: AccessList(),
    Command.ANNOUNCEMENT: Announcing(),
}


def arrive(talk: Talk, grants: tuple[Grant, ...]) -> Talk:
    """The talk with a role that is still held; one whose role was taken away starts again."""
    held = next((grant for grant in grants if talk.grant and grant.id == talk.grant.id), None)
    if held is not None:
        return replace(talk, grant=held)
    if talk.grant is None and isinstance(talk.place, ConfirmingInvitation):
        return talk
    if not grants:
        return replace(talk, grant=None, place=Home())
    return replace(talk, grant=grants[0], place=Home())


def step(talk: Talk, grants: tuple[Grant, ...], event: Event, tapped_grant: int) -> Turn | None:
    """Answer what anybody may do; None leaves the event to the conversation of the role.

    `tapped_grant` is the id of the grant that a button was drawn for, or in which a file was sent
    (0: none, or neither of the two).
    """
    match event:
        case Asked(command=command, argument=argument):
            return _asked(talk, grants, command, argument)
        case Tapped(action=Action.ACCEPT_INVITATION | Action.DECLINE_INVITATION):
            return _invited(talk, event)
        case Tapped(action=Action.LANGUAGE, argument=language) if _LANGUAGE.fullmatch(language):
            spoken = replace(talk, language=language)
            return go(spoken, None, talk.place, Note(NoteCode.LANGUAGE_SET))
        case Tapped(action=Action.TOPIC, argument=topic) if topic in set(Topic):
            return _over(talk, Topic(topic))
        case Tapped(action=Action.SWITCH_ROLE):
            return _over(talk, Topic.ROLES)
        case Tapped(action=Action.SWITCH | Action.OPEN) if tapped_grant:
            return _switch(talk, grants, tapped_grant, event.number)
        case Tapped(action=Action.EDIT) if tapped_grant and not _speaks_for(talk, tapped_grant):
            return _edit(talk, grants, tapped_grant)
        case Said(text=text) if question := _question(talk, text):
            return _over(talk, question if talk.grant else Topic.GREETING)
        case Said(text=text) if is_courtesy(text) and not wants_words(talk):
            return go(talk, None, talk.place, Note(NoteCode.COURTESY))
        case Tapped(action=Action.BACK) if talk.topic is not None:
            return go(talk, None, talk.place)
        case Tapped() if tapped_grant and not _speaks_for(talk, tapped_grant):
            return refuse(talk, None, NoteCode.OTHER_ROLE)
        case FileRead(name=name) if tapped_grant and not _speaks_for(talk, tapped_grant):
            return refuse(talk, None, NoteCode.FILE_OF_OTHER_ROLE, name=name)
        case Tapped(action=action) if not may(_acting_as(talk), action):
            return refuse(talk, None, NoteCode.NOT_ALLOWED)
        case Tapped(action=Action.ERASE | Action.ERASE_ON | Action.ERASE_SURELY):
            return privacy.step(talk, event)
        case Tapped(action=Action.PRACTICE, argument=wish) if wish in set(practice.Wish):
            return practice.step(talk, grants, practice.Wish(wish))
        case Tapped(action=Action.PAGE, number=int(page)) if isinstance(
            talk.topic, ConfirmingErasure
        ):
            return _over(talk, replace(talk.topic, page=page))
        case Tapped(action=Action.ASK, argument=argument) if question := asked_again(argument):
            return _over(talk, question if talk.grant else Topic.GREETING)
        case Tapped(action=Action.ASK):
            return refuse(talk, None, NoteCode.STALE)
        case Tapped(action=Action.OPEN | Action.BACK) if talk.grant is None and not isinstance(
            talk.place, ConfirmingInvitation
        ):
            return go(talk, None, Home())
        case Tapped() if isinstance(talk.place, ConfirmingInvitation):
            return refuse(talk, None, NoteCode.STALE)
        case _ if isinstance(talk.place, ConfirmingInvitation):
            return refuse(talk, None, NoteCode.NOT_UNDERSTOOD)
        case _ if talk.grant is None:
            return go(talk, None, Home(), Note(NoteCode.NOT_UNDERSTOOD, refusal=True))
        case Sent(kind=SentKind.DOCUMENT) if not allowed(talk.grant, SentKind.DOCUMENT):
            return refuse(talk, None, NoteCode.NO_FILE_HERE)
        case _:
            return None


def _acting_as(talk: Talk) -> Role | None:
    """The role whose buttons count: whoever enters a list for an office acts as its secretary."""
    if talk.grant is None:
        return None
    return Role.SECRETARY if isinstance(talk.place, Entering) else talk.grant.role


def _invited(talk: Talk, tap: Tapped) -> Turn:
    """Take or decline the invitation on the card; an older one's button answers no other."""
    place = talk.place
    if not isinstance(place, ConfirmingInvitation) or tap.number != place.invitation_id:
        return refuse(talk, None, NoteCode.STALE)
    if tap.action is Action.DECLINE_INVITATION:
        return go(talk, None, Home(), Note(NoteCode.LINK_DECLINED))
    return go(talk, None, place, effects=(AcceptInvitation(place.invitation_id),))


def _speaks_for(talk: Talk, grant_id: int) -> bool:
    return talk.grant is not None and talk.grant.id == grant_id


def _holds(place: Place) -> bool:
    """Whether a desk's place holds what was begun there: words, a choice, a question to answer."""
    match place:
        case Home() | Inviting() | InvitingByFile() | AccessList() | AwaitingTable():
            return False
        case ViewingOffice() | ViewingHistory() | ViewingAccess(asking=None):
            return False
        case Setting(value=None) | Announcing(text="") | ClosingLists(scope=""):
            return False
        case Announcing(bulk_id=int()) | ClosingLists(bulk_id=int()):
            return False
        case _:
            return True


def _question(talk: Talk, text: str) -> Question | None:
    """What typed words ask, where the card does not ask for words itself."""
    if wants_words(talk):
        return None
    if talk.grant is None and isinstance(talk.place, ConfirmingInvitation):
        return None
    question = recognise(text)
    place = _standing(talk)
    if question and question.topic is Asking.REPLACE and _is_change(talk, place, text):
        return None
    return question


def _standing(talk: Talk) -> Place:
    return talk.place.place if isinstance(talk.place, Entering) else talk.place


def wants_words(talk: Talk) -> bool:
    """Whether the card asks for words itself, so that all are its answer."""
    return isinstance(_standing(talk), _ASKS_FOR_WORDS)


def _is_change(talk: Talk, place: Place, text: str) -> bool:
    """Whether words change the list of the office that is spoken for, and ask not how to.

    „Zamień Zalewskiego na Annę Nowak” is proposed there as a change (domain.md §3.5); at a desk,
    where no list is open, the answer is how it is done.
    """
    of_office = talk.grant is not None and (
        talk.grant.role in OFFICE_ROLES or isinstance(talk.place, Entering)
    )
    takes_changes = whence(place) is not None or isinstance(place, ConfirmingChange)
    words = plain(text)
    asking = text.rstrip().endswith("?") or asks(words) or _ANYBODY.search(words)
    return of_office and takes_changes and not asking and read_change(text) is not None


def _over(talk: Talk, topic: Overlay) -> Turn:
    """Show a topic or an answer over the place, which waits below; data comes as a file as well."""
    effects = (SendPersonalData(),) if topic is Topic.MY_DATA else ()
    return Turn(replace(talk, topic=topic, note=None), None, effects=effects)


def _switch(
    talk: Talk, grants: tuple[Grant, ...], grant_id: int, office_id: int | None = None
) -> Turn:
    """Speak in another role: at its first card, or at the office that a letter to a desk names.

    Whether that office may be seen is asked where it is drawn and decided about.
    """
    grant = next((grant for grant in grants if grant.id == grant_id), None)
    if grant is None:
        return refuse(talk, None, NoteCode.NOT_ALLOWED)
    of_desk = grant.role not in OFFICE_ROLES and office_id is not None
    place = ViewingOffice(office_id) if of_desk and office_id else Home()
    return go(replace(talk, grant=grant), None, place)


def _edit(talk: Talk, grants: tuple[Grant, ...], grant_id: int) -> Turn:
    """[Popraw] of a letter for another office: speak for it from here, at its summary.

    The enrolment settles the place: where nothing can be corrected any more, it is the first card.
    """
    grant = next((grant for grant in grants if grant.id == grant_id), None)
    if grant is None or grant.role not in OFFICE_ROLES:
        return refuse(talk, None, NoteCode.NOT_ALLOWED)
    return go(replace(talk, grant=grant), None, Summary())


def _asked(talk: Talk, grants: tuple[Grant, ...], command: Command, argument: str) -> Turn | None:
    """Answer a command of product.md; None for one that the enrolment answers."""
    if command is Command.START:
        if argument:
            return Turn(talk, None, effects=(OpenInvitation(argument),))
        if talk.grant is not None and talk.grant.role not in OFFICE_ROLES:
            # The greeting tells an office what is ahead of it; a desk has its first card.
            return _over(talk, Topic.STATUS) if _holds(talk.place) else go(talk, None, Home())
        return _over(talk, Topic.GREETING)
    if command in _TOPICS:
        return _over(talk, _TOPICS[command] if allowed(talk.grant, command) else Topic.GREETING)
    if command is Command.ERASE:
        return _over(talk, ConfirmingErasure(Erasable.ACCOUNT))
    if command is Command.PRACTICE and allowed(talk.grant, command):
        return practice.step(talk, grants, practice.Wish.BEGIN)
    if command is Command.CANCEL:
        return go(talk, None, Home(), Note(NoteCode.KEPT))
    if command in _ENROLMENT and talk.grant is not None and talk.grant.role in OFFICE_ROLES:
        return None
    if command is Command.HISTORY and allowed(talk.grant, command):
        return None
    if command is Command.CONTINUE:
        return go(talk, None, talk.place)
    if command in _DESK_PLACES and allowed(talk.grant, command):
        return go(talk, None, _DESK_PLACES[command])
    return refuse(talk, None, NoteCode.UNKNOWN_COMMAND)
