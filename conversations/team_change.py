"""What a correction in prose does to a team: „zamiast Zalewskiego będzie Lis-Sadowska”.

Source: domain.md §3.5, R5, R9, R10. Between the reader (`pasted_list.read_change`, which knows no
team) and the enrolment. A change is proposed, made certain by questions, and applied in one piece
or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from conversations.choosing import choose_members
from conversations.events import Note
from conversations.limits import Block
from conversations.notes import NoteCode
from conversations.pasted_list import Change, Mention, Newcomer, read, read_change, read_post
from conversations.people import Person
from conversations.places.enrolment import CheckingList, ConfirmingChange, Whence
from conversations.team import MOST_PEOPLE, Member, Seat, Team
from conversations.vocabulary import fold


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change to be asked about; `stranger` is a name that fits nobody, so that all are offered.

    Without a `place` there is nothing to ask, and `note` says why.
    """

    place: ConfirmingChange | None
    note: Note | None = None

    @property
    def certain(self) -> bool:
        """Whether everybody who is to leave was found, so that this is a change for certain."""
        return self.place is not None and self.note is None


def propose(
    team: Team, text: str, whence: Whence, then: CheckingList | None = None
) -> Proposal | None:
    """The change that a text asks for; None when it asks for none.

    A name that fits nobody offers everybody, with the note NOBODY_FITS. Refused without a question
    are a number that is not there (NO_SUCH_NUMBER), somebody who is there already (ONLY_DUPLICATES)
    and a name where nobody is listed yet (NOBODY_FITS).
    """
    change = read_change(text)
    if change is None:
        return None
    block = _block(team, change, whence)
    pool = people_of(team, block)
    leaving: list[int] = []
    unsure: list[tuple[int, ...]] = []
    note = None
    for mention in change.leaving:
        fitting = _fitting(team, pool, mention)
        if mention.number is not None and not fitting:
            most = {"most": len(team.steering)}
            return Proposal(None, Note(NoteCode.NO_SUCH_NUMBER, most, refusal=True))
        if not fitting:
            note = Note(NoteCode.NOBODY_FITS, {"people": " ".join(mention.words)}, refusal=True)
            fitting = tuple(member.id for member in pool)
        if not fitting:
            return Proposal(None, note)
        if len(fitting) == 1 and note is None:
            leaving.append(fitting[0])
        else:
            unsure.append(fitting)
    known = [_known(team, newcomer, block) for newcomer in change.joining]
    joining = tuple(person for person in known if person)
    readings = tuple(
        newcomer.options
        for newcomer, person in zip(change.joining, known, strict=True)
        if person is None
    )
    place = ConfirmingChange(
        whence,
        block,
        tuple(dict.fromkeys(leaving)),
        joining,
        tuple(unsure),
        readings,
        then=then or CheckingList(),
        post=change.post,
    )
    if not (leaving or unsure or readings) and not newcomers(team, place):
        names = ", ".join(person.full_name for person in joining)
        return Proposal(None, Note(NoteCode.ONLY_DUPLICATES, {"people": names}, refusal=True))
    return Proposal(place, note)


def post_told(team: Team, text: str, whence: Whence, asked: Sequence[int] = ()) -> Proposal | None:
    """The new post that a sentence tells of one member: „Sowa to kierownik Referatu Oświaty”.

    Told of nobody by name it is that of the one who is `asked` about. None where it fits nobody,
    or several: the words are then something else.
    """
    change = read_post(text)
    if change is None:
        return None
    fitting = _fitting(team, team.steering, change.leaving[0]) if change.leaving else tuple(asked)
    if len(fitting) != 1:
        return None
    return Proposal(
        ConfirmingChange(whence, Block.STEERING, fitting, then=CheckingList(), post=change.post)
    )


def people_of(team: Team, block: Block) -> tuple[Member, ...]:
    """Who takes a block."""
    return team.steering if block is Block.STEERING else team.editorial


def newcomers(team: Team, place: ConfirmingChange) -> tuple[Person, ...]:
    """Whom the change really adds to its block: not those who are in it already (R10)."""
    seat = _seat(place.block)
    return tuple(
        person
        for person in place.joining
        if (known := team.find(person)) is None or known.seat < seat
    )


def editors_leaving(team: Team, place: ConfirmingChange) -> tuple[Member, ...]:
    """Editors whom the change takes out of block I, and so out of both (R9)."""
    if place.block is Block.EDITORIAL or place.post:
        return ()
    return tuple(member for member in team.editorial if member.id in place.leaving)


def still_there(team: Team, place: ConfirmingChange) -> ConfirmingChange | None:
    """The proposal about those who are still here; None when nothing is left of it."""
    here = {member.id for member in people_of(team, place.block)}
    unsure = (tuple(each for each in fitting if each in here) for fitting in place.unsure)
    left = replace(
        place,
        leaving=tuple(each for each in place.leaving if each in here),
        unsure=tuple(fitting for fitting in unsure if fitting),
    )
    left = replace(left, agreed=left.agreed and bool(editors_leaving(team, left)))
    waits = left.leaving or left.unsure or left.readings or newcomers(team, left)
    return left if waits else None


def pointed_out(place: ConfirmingChange, member_id: int) -> ConfirmingChange | None:
    """The first question about who leaves, answered; None for a member it does not offer."""
    if not place.unsure or member_id not in place.unsure[0]:
        return None
    leaving = tuple(dict.fromkeys((*place.leaving, member_id)))
    return replace(place, leaving=leaving, unsure=place.unsure[1:])


def named(place: ConfirmingChange, person: Person) -> ConfirmingChange:
    """The first question about who joins, answered."""
    return replace(place, joining=(*place.joining, person), readings=place.readings[1:])


def answered_in_words(team: Team, place: ConfirmingChange, text: str) -> ConfirmingChange | Note:
    """The first question answered by a number or a name; a note where the words answer nothing."""
    if place.unsure:
        choice = choose_members(team, text)
        chosen = choice.members if choice else ()
        answered = pointed_out(place, chosen[0]) if len(chosen) == 1 else None
        return answered or Note(NoteCode.NOT_ON_LIST, {"people": text[:60]}, refusal=True)
    people = [listed.person for listed in read(text).people]
    if len(people) != 1 or not people[0].given:
        return Note(NoteCode.NOT_A_PERSON, refusal=True)
    return named(place, people[0])


def apply(team: Team, place: ConfirmingChange) -> Team | Note:
    """The team after the change, whole; TOO_MANY where it has no room, and then nothing happens."""
    changed = team
    for member in (each for each in team.members if each.id in place.leaving):
        if place.post:
            changed = changed.correct(member.id, replace(member.person, position=place.post))
        elif place.block is Block.STEERING:
            changed = changed.remove(member.id)
        else:
            changed = changed.seat(member.id, Seat.STEERING)
    for person in place.joining:
        changed = changed.add(person, _seat(place.block))
        if changed.find(person) is None:
            return Note(NoteCode.TOO_MANY, {"most": MOST_PEOPLE}, refusal=True)
    return changed


def _seat(block: Block) -> Seat:
    return Seat.STEERING if block is Block.STEERING else Seat.EDITORIAL


def _block(team: Team, change: Change, whence: Whence) -> Block:
    """In step 3 a change is one of the editors, unless it takes away somebody who is none."""
    of_editors = not change.post and all(
        _fitting(team, team.editorial, mention) for mention in change.leaving
    )
    return Block.EDITORIAL if whence is Whence.EDITORS and of_editors else Block.STEERING


def fitting_of(team: Team, mention: Mention) -> tuple[int, ...]:
    """Who of the steering group may be meant."""
    return _fitting(team, team.steering, mention)


def _fitting(team: Team, pool: Sequence[Member], mention: Mention) -> tuple[int, ...]:
    if mention.number is None:
        return tuple(member.id for member in pool if mention.fits(member.person))
    numbered = team.numbered(mention.number)
    return (numbered.id,) if numbered in pool and numbered else ()


def _known(team: Team, newcomer: Newcomer, block: Block) -> Person | None:
    """The newcomer, if there is no doubt: one whole name, or somebody whom the team knows.

    In step 3 a surname will do that one member of the steering group alone bears.
    """
    for option in newcomer.options:
        member = team.find(option)
        if member is not None:
            return replace(member.person, position=option.position or member.person.position)
    surnames = {fold(option.surname) for option in newcomer.options if not option.given}
    bearers = [each.person for each in team.steering if fold(each.person.surname) in surnames]
    if block is Block.EDITORIAL and len(bearers) == 1:
        return bearers[0]
    only = newcomer.options[0]
    return only if len(newcomer.options) == 1 and only.given else None
