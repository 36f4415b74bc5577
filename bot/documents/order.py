"""The draft of an order (zarządzenie), as .docx: the one that appoints, and one that changes it.

For the office's lawyer: number, date and publication data stay blank, no name is inflected, and
what the data do not hold is not made up (domain.md §2.3, A7, §3.10).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.documents import forms, word
from bot.documents.text import BLANK, SHORT_BLANK, entry, full_name, paragraphs, plain
from bot.words import Words
from conversations.approval import difference
from conversations.limits import Block
from conversations.papers import Version
from conversations.settings import Programme
from conversations.submission import Office
from conversations.team import BasisKind, Member, Team

_FOOTER: Final = "order-footer"
_NOBODY: Final[Sequence[str]] = (BLANK,)


def order(office: Office, team: Team, programme: Programme) -> bytes:
    """The draft that appoints the plenipotentiary and the teams."""
    people: dict[str, Sequence[str]] = {
        "steering": _entries(team.steering),
        "editorial": [full_name(member) for member in team.editorial] or _NOBODY,
    }
    in_block_ii = office.seats(Block.EDITORIAL) > 0 or team.editorial
    present = {"editorial"} if in_block_ii else set[str]()
    values = _values(office, programme) | {
        "plenipotentiary": entry(team.plenipotentiary) if team.plenipotentiary else BLANK
    }
    return _made("order", office, values, people, present)


def amending_order(office: Office, before: Version, after: Version, programme: Programme) -> bytes:
    """The draft that changes an earlier order by what differs between two approved versions."""
    old, new, basis = before.approval.team, after.approval.team, before.approval.basis
    changes = difference(old, new)
    people: dict[str, Sequence[str]] = {
        "left": _named(old.steering, changes.left),
        "joined": _named(new.steering, changes.joined),
        "editors-left": _named(old.editorial, changes.editors_left),
        "editors-joined": _named(new.editorial, changes.editors_joined),
        "corrected": _named(new.members, changes.corrected),
    }
    present = {name for name, listed in people.items() if listed}
    if {"left", "joined"} & present:
        present.add("steering")
    if {"editors-left", "editors-joined"} & present:
        present.add("editorial")
    if changes.plenipotentiary:
        present.add("plenipotentiary")
    of_order = basis if basis is not None and basis.kind is BasisKind.ORDER else None
    dated = of_order.dated if of_order else None
    values = _values(office, programme) | {
        "number": plain(of_order.number) if of_order and of_order.number else SHORT_BLANK,
        "dated": Words("pl").date(dated) if dated else f"{BLANK} r.",
    }
    for key, member in (("former", old.plenipotentiary), ("named", new.plenipotentiary)):
        people[key] = [entry(member)] if member else _NOBODY
    return _made("amending", office, values, people, present)


def _made(
    template: str,
    office: Office,
    values: dict[str, str],
    people: Mapping[str, Sequence[str]],
    present: set[str],
) -> bytes:
    words = Words("pl")
    known = {"organ"} if forms.organ(office) else set()
    document = word.new(words.plain(f"paper-{template}"), words.plain(_FOOTER))
    word.write(document, paragraphs(template, values, people, present | known))
    return word.saved(document)


def _values(office: Office, programme: Programme) -> dict[str, str]:
    head, name = forms.head(office), plain(office.name)
    organ = forms.organ(office) or f"{head.genitive} {BLANK}"
    return {
        "organ": plain(organ).upper(),
        "office": name,
        "within": plain(forms.within(office) or f"w urzędzie – {name}"),
        "basis": head.basis or f"{BLANK}{BLANK}",
        "genitive": head.genitive,
        "dative": head.dative,
        "standard": plain(programme.standard),
        "signature": plain(office.head_title or head.title),
    }


def _named(members: Iterable[Member], names: Iterable[str]) -> list[str]:
    """The entries of those who bear the names, which one team has once each."""
    wanted = set(names)
    return [entry(member) for member in members if member.person.full_name in wanted]


def _entries(members: Iterable[Member]) -> Sequence[str]:
    return [entry(member) for member in members] or _NOBODY
