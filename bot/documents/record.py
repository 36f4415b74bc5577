"""The record of an approval, as .docx: who approved what, when and on what basis, to be signed.

Its last paragraph is the text that the checksum is taken of, so that whoever has the document can
take it again (docs/documents.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.documents import word
from bot.documents.text import BLANK, Paragraph, entry, full_name, plain
from bot.screens.team import basis_line
from bot.words import Html, Words, unmarked
from conversations.limits import Block
from conversations.papers import Version, canonical, checksum
from conversations.submission import Decider, Office
from conversations.team import Member
from storage.approvals import Origin


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of an approval beside what was approved. Times are UTC.

    `table` is the one that the office belongs to now; `informed` when its people were told of the
    processing of their data.
    """

    pressed_by: str | None = None
    table: Origin | None = None
    accepted: bool = False
    informed: datetime | None = None


def record(office: Office, version: Version, known: Circumstances) -> bytes:
    """The record of one approved version."""
    words = Words("pl")
    document = word.new(words.plain("paper-record"), words.plain("record-footer"))
    word.write(document, [Paragraph("title", words.plain("record-title"), bold=True)])
    word.write(document, [Paragraph("title", plain(office.name), bold=True)])
    word.write(document, [Paragraph("text", words.plain("record-about"))])
    word.table(document, _facts(office, version, known, words), (5.5, 10.5), heading=False)
    team = version.approval.team
    for key, members in (("steering", team.steering), ("editorial", team.editorial)):
        heading = words.plain(f"record-{key}", count=len(members))
        word.write(document, [Paragraph("heading", heading)])
        word.table(document, _people(members, words), (1.2, 7.0, 7.8), heading=True)
    text = canonical(office.id, office.name, version)
    word.write(
        document,
        [
            Paragraph("signature", plain(office.head_title or words.plain("record-head"))),
            Paragraph("signature", BLANK),
            Paragraph("heading", words.plain("record-checksum")),
            Paragraph("small", checksum(text)),
            Paragraph("text", words.plain("record-canonical")),
            Paragraph("small", text),
        ],
    )
    return word.saved(document)


def _facts(
    office: Office, version: Version, known: Circumstances, words: Words
) -> list[tuple[str, str]]:
    approval = version.approval
    member = approval.team.plenipotentiary
    decider = "head" if approval.by is Decider.HEAD else "basis"
    facts: dict[str, str] = {
        "version": f"{office.id}/{version.number}",
        "decider": words.plain(
            f"record-by-{decider}", title=plain(office.head_title or words.plain("record-head"))
        ),
        "account": plain(known.pressed_by or "–"),
        "moment": words.moment(approval.at),
        "basis": basis_line(approval.basis, words) if approval.basis else "–",
        "plenipotentiary": entry(member) if member else "–",
        "limits": words.plain(
            "record-seats",
            steering=_limit(office, Block.STEERING),
            editorial=_limit(office, Block.EDITORIAL),
        ),
        "table": _table(known, approval.at, words),
        "advisor": plain(office.advisor or "–"),
        "accepted": words.plain("record-yes" if known.accepted else "record-no"),
        "informed": words.moment(known.informed) if known.informed else words.plain("record-no"),
    }
    return [(words.plain(f"record-fact-{key}"), _bare(value)) for key, value in facts.items()]


def _bare(value: str) -> str:
    """A value for where there is no HTML, whether it came out of a message or not."""
    return unmarked(value) if isinstance(value, Html) else value


def _limit(office: Office, block: Block) -> str:
    limit = office.limit(block)
    return "–" if limit is None else str(limit)


def _table(known: Circumstances, approved_at: datetime, words: Words) -> str:
    """The table as it stands now; one taken over after the approval is said to be so."""
    if known.table is None:
        return "–"
    number, name, at = known.table.number, known.table.name, known.table.at
    later = "yes" if at is not None and at > approved_at else "no"
    when = words.moment(at) if at else "–"
    return words.plain("record-table", number=number, name=plain(name), at=when, later=later)


def _people(members: Sequence[Member], words: Words) -> list[tuple[str, ...]]:
    columns = ("number", "name", "position")
    heading = tuple(words.plain(f"record-column-{column}") for column in columns)
    rows: list[tuple[str, ...]] = [
        (f"{number}.", full_name(member), plain(member.person.position or "–"))
        for number, member in enumerate(members, 1)
    ]
    return [heading, *(rows or [("–", "–", "–")])]
