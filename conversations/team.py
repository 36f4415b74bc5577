"""A team: the plenipotentiary, the steering group and the editorial team of one office.

A person's `Seat` is one of three rising values, so an editor outside the steering group (R5)
cannot be written down at all. A team may exceed or miss a limit while it is being written;
`conversations.rules` says what it would take to submit it.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum, StrEnum

from conversations.people import Person, filled

MOST_PEOPLE = 40
"""A draft holds at most this many people: the widest limit of a table with room for mistakes."""


class Seat(IntEnum):
    """Which blocks a person takes. Block II follows block I (domain.md R5)."""

    OUTSIDE = 0
    STEERING = 1
    EDITORIAL = 2


class Rule(StrEnum):
    """The rules a team is held to, by their names in domain.md §1.2.

    R4_FREE and R6_FREE are §1.3, third row; R4_EXACT and R6_EXACT the other reading of A1.
    """

    R1 = "R1"
    R1_BASIS = "R1_BASIS"
    R2 = "R2"
    R2A = "R2A"
    R2B = "R2B"
    R3 = "R3"
    R3A = "R3A"
    R4 = "R4"
    R4_EMPTY = "R4_EMPTY"
    R4A = "R4A"
    R4_FREE = "R4_FREE"
    R6 = "R6"
    R6_EMPTY = "R6_EMPTY"
    R6A = "R6A"
    R6_FREE = "R6_FREE"
    R8 = "R8"
    R4_EXACT = "R4_EXACT"
    R6_EXACT = "R6_EXACT"
    R11 = "R11"


class BasisKind(StrEnum):
    """On what the head's choice of the plenipotentiary rests (A8, A21)."""

    ORDER = "order"
    ORAL = "oral"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Basis:
    """The basis of the decision; an order has a number and its date."""

    kind: BasisKind
    number: str | None = None
    dated: date | None = None

    @property
    def decides(self) -> bool:
        """Whether this says that the head has decided, rather than that it is a proposal."""
        return self.kind is not BasisKind.PROPOSAL


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the team. `id` is unique in the team for ever and is what buttons carry.

    `doubts` are the codes of questions about the entry that nobody has answered: the Advisor's
    remarks (domain.md §3.6 point 11), while the entry stays as it is.
    """

    id: int
    person: Person
    seat: Seat
    plenipotentiary: bool = False
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """An answer to a finding: it holds only while the finding stays the same."""

    rule: Rule
    about: tuple[int, ...] = ()
    count: int = 0
    reason: str | None = None
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Team:
    """The people of one office in the order in which they were given."""

    members: tuple[Member, ...] = ()
    basis: Basis | None = None
    confirmations: tuple[Confirmation, ...] = ()
    next_id: int = 1

    @property
    def plenipotentiary(self) -> Member | None:
        """The plenipotentiary, if named (R1: there is at most one by construction)."""
        return next((member for member in self.members if member.plenipotentiary), None)

    @property
    def steering(self) -> tuple[Member, ...]:
        """Everybody in block I, editors included: their number is the office's headcount."""
        return tuple(member for member in self.members if member.seat >= Seat.STEERING)

    @property
    def editorial(self) -> tuple[Member, ...]:
        """Everybody in block II."""
        return tuple(member for member in self.members if member.seat is Seat.EDITORIAL)

    def member(self, member_id: int) -> Member | None:
        """The member with this id, or None if there is none any more."""
        return next((member for member in self.members if member.id == member_id), None)

    def find(self, person: Person) -> Member | None:
        """The member who is this person by the key of domain.md §3.6 (R10)."""
        key = person.key
        return next((member for member in self.members if member.person.key == key), None)

    def numbered(self, number: int) -> Member | None:
        """The steering member shown under this number, from 1."""
        steering = self.steering
        return steering[number - 1] if 1 <= number <= len(steering) else None

    def add(self, person: Person, seat: Seat = Seat.STEERING) -> "Team":
        """With this person. Somebody already here is seated, never entered twice (R10)."""
        known = self.find(person)
        if known is not None:
            seated = self.seat(known.id, max(known.seat, seat))
            return seated.correct(known.id, completed(known.person, person))
        if len(self.members) >= MOST_PEOPLE:
            return self
        entered = Member(self.next_id, person, seat)
        return replace(self, members=(*self.members, entered), next_id=self.next_id + 1)

    def put(self, member: Member) -> "Team":
        """With this member in the place of the one with the same id."""
        members = tuple(member if old.id == member.id else old for old in self.members)
        return replace(self, members=members)

    def seat(self, member_id: int, seat: Seat) -> "Team":
        """With one member in another seat; a member who is no longer here changes nothing."""
        member = self.member(member_id)
        return self if member is None else self.put(replace(member, seat=seat))

    def remove(self, member_id: int) -> "Team":
        """Without this member in either block (R9); the plenipotentiary stays, outside both."""
        member = self.member(member_id)
        if member is None:
            return self
        if member.plenipotentiary:
            return self.seat(member_id, Seat.OUTSIDE)
        return replace(self, members=tuple(old for old in self.members if old.id != member_id))

    def correct(self, member_id: int, person: Person) -> "Team":
        """With one member's details replaced.

        What was confirmed about them is asked again where the rules see another person or post; a
        telephone number more changes no answer.
        """
        member = self.member(member_id)
        if member is None:
            return self
        renamed = (member.person.full_name, member.person.position) != (
            person.full_name,
            person.position,
        )
        doubts = () if renamed else member.doubts
        team = self.put(replace(member, person=person, doubts=doubts))
        if _judged(member.person) == _judged(person):
            return team
        kept = tuple(answer for answer in self.confirmations if member_id not in answer.about)
        return replace(team, confirmations=kept)

    def doubt(self, member_id: int, code: str) -> "Team":
        """With one more question about this member's entry that waits for an answer."""
        member = self.member(member_id)
        if member is None or code in member.doubts:
            return self
        return self.put(replace(member, doubts=(*member.doubts, code)))

    def settle(self, member_id: int, code: str) -> "Team":
        """With this question about a member's entry answered."""
        member = self.member(member_id)
        if member is None or code not in member.doubts:
            return self
        left = tuple(each for each in member.doubts if each != code)
        return self.put(replace(member, doubts=left))

    def appoint(self, person: Person) -> "Team":
        """With this person as the plenipotentiary; the former one keeps a seat, if any (R1).

        A position given here is the one that holds. The same person stays appointed on the same
        basis. A team that has no room for somebody new is answered unchanged.
        """
        former, known = self.plenipotentiary, self.find(person)
        team = self
        if known is not None:
            team = team.correct(known.id, restated(known.person, person))
        if former is not None and former == known:
            return team
        if former is not None:
            team = team.put(replace(former, plenipotentiary=False))
            if former.seat is Seat.OUTSIDE:
                team = team.remove(former.id)
        team = team.add(person, Seat.OUTSIDE)
        entered = team.find(person)
        if entered is None:
            return self
        return replace(
            team.put(replace(entered, plenipotentiary=True)),
            basis=None,
            confirmations=tuple(
                answer for answer in team.confirmations if answer.rule not in {Rule.R2A, Rule.R2B}
            ),
        )

    def confirm(self, confirmation: Confirmation) -> "Team":
        """With one more answer; an older one of the same rule gives way."""
        kept = tuple(
            answer for answer in self.confirmations if answer.rule is not confirmation.rule
        )
        return replace(self, confirmations=(*kept, confirmation))


def _judged(person: Person) -> tuple[object, ...]:
    """What the rules look at (R2, R2a, R2b, R8)."""
    return person.key, person.position_class, person.is_head


def restated(known: Person, given: Person) -> Person:
    """`given`, with what it leaves unsaid taken from `known`: a correction loses no contact."""
    position = given.position or known.position
    return replace(completed(given, known), position=position)


def completed(known: Person, given: Person) -> Person:
    """`known` with what only `given` says: the same person named twice loses nothing.

    A longer position wins, since lists shorten what a card of the same person spells out.
    """
    position = max((known.position or "", given.position or ""), key=len) or None
    return replace(filled(known, given), position=position)
