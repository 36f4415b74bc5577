"""Which known office a row of a new table means. Nothing is guessed: a doubtful row is a new one.

Offices may share a name (Urząd Gminy Dębowiec, powiat jasielski and cieszyński). Namesakes differ
in where they are or in who heads them, as in `conversations.coordination_table`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from conversations.coordination_table import OfficeRow, office_key


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells an office from its namesakes. None: not known, which contradicts nothing."""

    key: str
    voivodeship: str | None
    county: str | None
    head: str | None

    @classmethod
    def of(cls, row: OfficeRow) -> "Identity":
        """The identity that a row of a table gives; two spellings of one name are one key."""
        return cls(office_key(row.name), row.voivodeship, row.county, row.head)

    @property
    def place(self) -> "Identity":
        """The same whoever heads it: „Wójt” becomes „Burmistrz” with the town's rights."""
        return Identity(self.key, self.voivodeship, self.county, None)

    def may_be(self, other: "Identity") -> bool:
        """Whether nothing that both say contradicts the other."""
        told = (
            (self.key, other.key),
            (self.voivodeship, other.voivodeship),
            (self.county, other.county),
            (self.head, other.head),
        )
        return all(one is None or two is None or one == two for one, two in told)


def match(
    known: Mapping[int, Identity], rows: Iterable[OfficeRow]
) -> Sequence[tuple[OfficeRow, int | None]]:
    """Each office of a table with the id of the known one that it is; None for a new one.

    Of two rows that are the same in everything the later counts. A known office is matched once.
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
    return [(row, found.get(identity)) for identity, row in wanted.items()]


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
