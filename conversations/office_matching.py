"""Which known office a row of a new table means. Nothing is guessed: a doubtful row is a new one.

Offices may share a name (Urząd Gminy Dębowiec, powiat jasielski and cieszyński). Namesakes differ
in where they are or in who heads them, as in `conversations.coordination_table`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from conversations.coordination_table import OfficeRow, office_key
from conversations.office_names import caseless_key


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells an office from its namesakes. None: not known, which contradicts nothing.

    `caseless` joins one name in different cases („w Rejowcu”), and now and then two names.
    """

    key: str
    voivodeship: str | None
    county: str | None
    head: str | None
    caseless: str | None = field(default=None, compare=False)

    @classmethod
    def named(
        cls, name: str, voivodeship: str | None, county: str | None, head: str | None
    ) -> "Identity":
        """The identity of an office with this name; two spellings of one name are one key."""
        return cls(office_key(name), voivodeship, county, head, caseless_key(name))

    @classmethod
    def of(cls, row: OfficeRow) -> "Identity":
        """The identity that a row of a table gives."""
        return cls.named(row.name, row.voivodeship, row.county, row.head)

    @property
    def place(self) -> "Identity":
        """The same whoever heads it: „Wójt” becomes „Burmistrz” with the town's rights."""
        return Identity(self.key, self.voivodeship, self.county, None, self.caseless)

    def may_be(self, other: "Identity") -> bool:
        """Whether nothing that both say contradicts the other."""
        return self.key == other.key and self.may_be_where(other)

    def may_be_where(self, other: "Identity") -> bool:
        """Whether nothing that both say beside their names contradicts the other."""
        told = (
            (self.voivodeship, other.voivodeship),
            (self.county, other.county),
            (self.head, other.head),
        )
        return all(one is None or two is None or one == two for one, two in told)


@dataclass(frozen=True, slots=True)
class Match:
    """A row with the id of the known office that it is; None for a new one.

    `maybe` are the ids of offices that a new one might be after all.
    """

    row: OfficeRow
    office_id: int | None = None
    maybe: tuple[int, ...] = ()


def match(known: Mapping[int, Identity], rows: Iterable[OfficeRow]) -> Sequence[Match]:
    """Each office of a table with the known one that it is, in the table's order.

    Of two rows that are the same in everything the later counts. A known office is matched once.
    Names that differ in their case are one where no other row and no other office fits.
    """
    wanted = {Identity.of(row): row for row in rows}
    of_key: dict[str, dict[int, Identity]] = {}
    for office_id, identity in known.items():
        of_key.setdefault(identity.key, {})[office_id] = identity
    namesakes: dict[str, list[Identity]] = {}
    for identity in wanted:
        namesakes.setdefault(identity.key, []).append(identity)
    found: dict[Identity, int] = {}
    for key, new in namesakes.items():
        found |= _pair(of_key.get(key, {}), new)
    like = _alike(known, wanted, found)
    claims = Counter(each for ids in like.values() for each in ids)
    for identity, ids in like.items():
        if len(ids) == 1 and claims[ids[0]] == 1 and identity.key != known[ids[0]].key:
            found[identity] = ids[0]
    return [
        Match(row, found.get(identity), () if identity in found else like.get(identity, ()))
        for identity, row in wanted.items()
    ]


def _alike(
    known: Mapping[int, Identity], wanted: Iterable[Identity], found: Mapping[Identity, int]
) -> dict[Identity, tuple[int, ...]]:
    """The offices left over that each row left over might be."""
    taken = set(found.values())
    left: dict[str | None, dict[int, Identity]] = {}
    for office_id, identity in known.items():
        if office_id not in taken:
            left.setdefault(identity.caseless or identity.key, {})[office_id] = identity
    alike: dict[Identity, tuple[int, ...]] = {}
    for identity in (each for each in wanted if each not in found):
        near = left.get(identity.caseless or identity.key, {})
        place = identity.place
        ids = tuple(each for each, other in near.items() if place.may_be_where(other))
        if ids:
            alike[identity] = ids
    return alike


def _pair(known: Mapping[int, Identity], new: Sequence[Identity]) -> dict[Identity, int]:
    """Pair offices of one name: first the exact ones, then those that can be no other."""
    exact = {identity: each for each, identity in known.items()}
    found = {identity: exact[identity] for identity in new if identity in exact}
    left = {each: identity for each, identity in known.items() if identity not in found}
    for identity in (each for each in new if each not in found):
        alike = [each for each, other in left.items() if identity.may_be(other)]
        if not alike and len(new) == 1:
            alike = [each for each, other in left.items() if identity.place.may_be(other)]
        if len(alike) == 1:
            rivals = sum(left[alike[0]].may_be(each) for each in new if each not in found)
            if rivals <= 1:
                found[identity] = alike[0]
    return found
