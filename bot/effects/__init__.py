"""What a step asks for beyond the state: carried out in its turn, within its transaction.

A module per subject. An effect changes the database and lets the answer know what came of it;
nothing is sent here.
"""

from bot.effects import (
    access_list,
    announcing,
    closing,
    delegation,
    entering,
    papers,
    practice,
    privacy,
    programme,
    standing_in,
    tables,
)
from bot.effects.room import Room, answered
from conversations.places.desk import PreviewingImport
from conversations.turn import (
    AcceptInvitation,
    Announce,
    ChangeSetting,
    CloseLists,
    DecideImport,
    Effect,
    EndStandIn,
    Erase,
    MakeInvitation,
    MakeInvitations,
    NameStandIn,
    NotePeopleInformed,
    NudgeOffices,
    OpenInvitation,
    Practise,
    PutOff,
    ReadFile,
    Revoke,
    RevokeAccess,
    SendDocument,
    SendPersonalData,
    StorePreview,
    Turn,
)
from storage import imports, jobs

__all__ = ["Room", "carry_out"]


def carry_out(room: Room, turn: Turn) -> Turn:
    """Do what the step asked for beyond the state, and let the answer know what came of it."""
    for effect in turn.effects:
        turn = _effect(room, turn, effect)
    return turn


def _effect(room: Room, turn: Turn, effect: Effect) -> Turn:
    connection, inbound, now = room.connection, room.inbound, room.now
    match effect:
        case OpenInvitation(token=token):
            return entering.open_link(room, turn, token)
        case AcceptInvitation(invitation_id=invitation_id):
            return entering.accept(room, turn, invitation_id)
        case MakeInvitation():
            return entering.invite(room, turn, effect)
        case RevokeAccess():
            return delegation.revoke(room, turn, effect)
        case ReadFile(file=file, office_id=office_id):
            jobs.put(
                connection,
                update_id=inbound.update_id,
                person_id=inbound.person_id,
                grant_id=turn.talk.grant.id if turn.talk.grant else None,
                office_id=office_id,
                file_id=file.file_id,
                name=file.name,
                size=file.size,
                now=now,
            )
            return turn
        case StorePreview(name=name, reading=reading):
            import_id = imports.put(
                connection, name=name, reading=reading, by=inbound.person_id, now=now
            )
            return answered(turn, place=PreviewingImport(import_id))
        case DecideImport():
            return tables.decide(room, turn, effect)
        case NudgeOffices():
            return programme.nudge(room, turn)
        case PutOff():
            return programme.put_off(room, turn, effect)
        case ChangeSetting():
            return programme.set_to(room, turn, effect)
        case Revoke():
            return access_list.revoke(room, turn, effect)
        case MakeInvitations(kind=kind):
            return entering.invite_by_file(room, turn, kind)
        case CloseLists():
            return closing.begin(room, turn, effect)
        case Announce():
            return announcing.begin(room, turn, effect)
        case SendDocument(wanted=wanted):
            return papers.send(room, turn, wanted)
        case NotePeopleInformed():
            return papers.note_informed(room, turn, turn.submission)
        case NameStandIn():
            return standing_in.name(room, turn, effect)
        case EndStandIn():
            return standing_in.end(room, turn, effect)
        case SendPersonalData():
            return privacy.send_personal_data(room, turn)
        case Practise():
            return practice.practise(room, turn, effect)
        case Erase():
            return privacy.erase(room, turn, effect)
