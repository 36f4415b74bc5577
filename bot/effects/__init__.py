"""What a step asks for beyond the state: carried out in its turn, within its transaction.

A module per subject. An effect changes the database and lets the answer know what came of it;
nothing is sent here.
"""

from bot.effects import entering, privacy, programme, tables
from bot.effects.room import Room, answered
from conversations.talk import PreviewingImport
from conversations.turn import (
    AcceptInvitation,
    ChangeSetting,
    DecideImport,
    Effect,
    Erase,
    MakeInvitation,
    NudgeOffices,
    OpenInvitation,
    PutOff,
    ReadFile,
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
        case ReadFile(file=file):
            jobs.put(
                connection,
                update_id=inbound.update_id,
                person_id=inbound.person_id,
                grant_id=turn.talk.grant.id if turn.talk.grant else None,
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
        case PutOff(days=days):
            return programme.put_off(room, turn, days)
        case ChangeSetting():
            return programme.set_to(room, turn, effect)
        case SendPersonalData():
            return privacy.send_personal_data(room, turn)
        case Erase():
            return privacy.erase(room, turn, effect)
