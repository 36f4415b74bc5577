"""A person of an office, as listed for the training, and when two entries are one person.

Source: domain.md §3.6 point 10. Names are kept as typed; nothing here inflects or corrects them.
"""

import re
from dataclasses import dataclass, fields, replace
from typing import Final

from conversations.positions import PositionClass, classify, is_head_of_office
from conversations.vocabulary import fold

_TOKEN: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = str.maketrans("", "", "'’ʼ`´")


@dataclass(frozen=True, slots=True)
class Person:
    """What is kept about one listed person: a name, a post and business contacts, nothing else."""

    given: str
    surname: str
    title: str | None = None
    position: str | None = None
    email: str | None = None
    phone: str | None = None
    extension: str | None = None

    @property
    def full_name(self) -> str:
        """Given names first, without the academic title: „Anna Kowalczyk”."""
        return f"{self.given} {self.surname}".strip()

    @property
    def key(self) -> str:
        """Equal for two entries of one name, whatever the order, case or Polish letters."""
        return " ".join(sorted(_tokens(self.full_name)))

    @property
    def position_class(self) -> PositionClass:
        """The class of the post by domain.md §3.4; UNKNOWN without a post."""
        return classify(self.position)

    @property
    def is_head(self) -> bool:
        """Whether this is the head of the office by the post (R2b), not a deputy."""
        return is_head_of_office(self.position)


DETAILS: Final = tuple(
    each.name for each in fields(Person) if each.default is None and each.name != "position"
)
"""What a list may say of a person beside name and post: the title, the contacts.

Another one is a field above, a heading in `pasted_list/words.py`, the name of its column.
"""


def details(person: Person) -> dict[str, str | None]:
    """Title and contacts by their names."""
    return {name: getattr(person, name) for name in DETAILS}


def filled(known: Person, given: Person) -> Person:
    """`known`, with the details that it lacks taken from `given`."""
    lacking = {name: value for name, value in details(given).items() if not getattr(known, name)}
    return replace(known, **lacking)  # type: ignore[arg-type]


def same_person(a: Person, b: Person) -> bool:
    """Whether the two entries name one person (R10)."""
    return a.key == b.key


def may_be_same(a: Person, b: Person) -> bool:
    """Whether to ask if they are one: one surname, and given names that do not exclude each other.

    „A. Kowalczyk” and „Anna Maria Kowalczyk” may both be Anna Kowalczyk; Adam Kowalczyk is not.
    """
    if same_person(a, b) or sorted(_tokens(a.surname)) != sorted(_tokens(b.surname)):
        return False
    pairs = zip(_tokens(a.given), _tokens(b.given), strict=False)
    return all(
        one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
        for one, other in pairs
    )


def _tokens(name: str) -> list[str]:
    return _TOKEN.findall(fold(name).translate(_APOSTROPHES))
