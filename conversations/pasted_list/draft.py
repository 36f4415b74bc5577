"""A draft: what one row says about one person, before rows are compared. Values, hardly more.

Whoever reads rows makes drafts; `neighbours` joins them and `entries` turns them into people.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from conversations.pasted_list.boundaries import names_part_of_office
from conversations.pasted_list.contacts import Contacts
from conversations.pasted_list.names import Name, Order
from conversations.pasted_list.rows import Row
from conversations.pasted_list.sections import Section
from conversations.pasted_list.telling import Kind, Piece
from conversations.vocabulary import ACRONYMS, fold

NO_CONTACTS: Final = Contacts("")


class Tells(Enum):
    """What a draft brings: a name alone, a post alone, a contact alone, or a name and more."""

    NAME = auto()
    POST = auto()
    CONTACT = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class Draft:
    """What one row says about one person, before rows are compared.

    Without `words` it is a post or a contact that belongs to a neighbouring row. `exact` is a name
    that columns already part; `confirm` are names that a sentence may have meant as well. `order`
    is stated by a heading, `usual` by one that people do not always keep to. `stars` counts those
    beside the name, `unclear` tells that a mark of the row may be this person's or not, `absent`
    that the row says the person will not come. `left` are the words of the row that nothing is made
    of, `post_too` what the post may be instead. `far` tells that the contacts stand below a line
    that tells nothing, `untold` that the row speaks of a part of the list, and it stays unclear who
    is in it.
    """

    row: Row
    lines: tuple[int, ...]
    words: tuple[str, ...] = ()
    exact: Name | None = None
    order: Order | None = None
    usual: Order | None = None
    post: str | None = None
    titles: tuple[str, ...] = ()
    contacts: Contacts = NO_CONTACTS
    marks: frozenset[Section] = frozenset()
    unclear: bool = False
    ditto: bool = False
    stars: int = 0
    absent: bool = False
    confirm: tuple[tuple[str, ...], ...] | None = None
    left: tuple[str, ...] = ()
    post_too: str | None = None
    far: bool = False
    untold: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the draft holds a whole name, not a single word."""
        return len(self.words) > 1 or self.exact is not None


def text_of(draft: Draft) -> str:
    """All the words of a draft, for one that names nobody after all."""
    contacts = draft.contacts
    told = (*draft.titles, *draft.words, draft.post, *contacts.details.values())
    told = (*told, *contacts.others, *draft.left)
    return " ".join(each for each in told if each)


def in_part(draft: Draft, part: str) -> Draft:
    """The draft with a part of the office behind its post, unless the post names one itself."""
    if draft.post is None or names_part_of_office(draft.post):
        return draft
    glue = " " if fold(part) in ACRONYMS else ", "
    return replace(draft, post=f"{draft.post}{glue}{part}")


def post_of_pieces(posts: Sequence[Piece]) -> str | None:
    """One text of all the pieces that tell a post; without a post, a bare unit is none."""
    if all(piece.kind is Kind.UNIT for piece in posts):
        return None
    if posts[0].kind is Kind.UNIT:
        posts = sorted(posts, key=lambda each: each.kind is Kind.UNIT)
    text = posts[0].text
    for piece in posts[1:]:
        continues = fold(piece.text) in ACRONYMS or fold(piece.words[0]) in ("ds.", "ds", "d/s")
        text += (" " if continues else ", ") + piece.text
    return text


def tells(draft: Draft) -> Tells:
    """What a draft brings."""
    if draft.words or draft.exact:
        bare = draft.is_named and draft.post is None and not draft.ditto
        return Tells.NAME if bare else Tells.ALL
    return Tells.POST if draft.post else Tells.CONTACT
