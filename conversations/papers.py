"""Documents that people may ask for: which there are, and the checksum of an approved version.

Nothing here makes a document; `bot/documents` does. When there is one, and who may have it, say
`conversations.paperwork` and `conversations.access`.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from typing import Any

from conversations.events import read_id
from conversations.submission import Approval
from conversations.team import Basis, Member, Seat


class Paper(StrEnum):
    """The kinds of document. Values travel in callback data, so they never change."""

    ORDER = "order"
    AMENDING_ORDER = "amending"
    PARTICIPANTS = "list"
    CALENDAR = "calendar"
    NOTICE = "notice"
    RECORD = "record"
    CHART = "chart"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


OF_OFFICE = (
    Paper.ORDER,
    Paper.AMENDING_ORDER,
    Paper.PARTICIPANTS,
    Paper.NOTICE,
    Paper.RECORD,
    Paper.CALENDAR,
)
"""Documents about one office, in the order in which it needs them."""
OF_DESK = (Paper.PARTICIPANTS, Paper.CALENDAR, Paper.CHART, Paper.XLSX, Paper.CSV, Paper.JSON)
"""Documents about every office of a desk."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a button asks for. Without an office it is about every office of the desk."""

    paper: Paper
    office_id: int | None = None

    @property
    def argument(self) -> str:
        """What the button carries: „order:7”, „chart”."""
        return self.paper if self.office_id is None else f"{self.paper}:{self.office_id}"


def read(argument: str) -> Wanted | None:
    """What a button's argument asks for; None for one that no button carries."""
    name, colon, number = argument.partition(":")
    office_id = read_id(number)
    if name not in set(Paper) or (colon and not office_id):
        return None
    wanted = Wanted(Paper(name), office_id)
    return wanted if wanted.paper in (OF_OFFICE if office_id else OF_DESK) else None


@dataclass(frozen=True, slots=True)
class Version:
    """One decision of the head: the submission's version that it made, and what was decided."""

    number: int
    approval: Approval


# --- The checksum ------------------------------------------------------------------------------


def canonical(office_id: int, office_name: str, version: Version) -> str:
    """What the checksum of an approved version is taken of, as one line of ASCII JSON.

    Keys in alphabetical order, no blanks, every other character escaped, times in UTC: equal for
    equal decisions, and the same after being copied out of a document (docs/documents.md).
    """
    approval = version.approval
    content = {
        "approved_at": approval.at.astimezone(UTC).isoformat(timespec="seconds"),
        "approved_by": approval.by.value,
        "basis": _basis(approval.basis),
        "office": {"id": office_id, "name": office_name},
        "people": [_member(member) for member in approval.team.members],
        "version": version.number,
    }
    return json.dumps(content, sort_keys=True, separators=(",", ":"))


def checksum(canonical_text: str) -> str:
    """SHA-256 of a canonical text in 64 hexadecimal digits."""
    return hashlib.sha256(canonical_text.encode("ascii")).hexdigest()


def _basis(basis: Basis | None) -> dict[str, Any] | None:
    if basis is None:
        return None
    dated = basis.dated.isoformat() if basis.dated else None
    return {"dated": dated, "kind": basis.kind.value, "number": basis.number}


def _member(member: Member) -> dict[str, Any]:
    person = member.person
    return {
        "block_i": member.seat >= Seat.STEERING,
        "block_ii": member.seat is Seat.EDITORIAL,
        "given": person.given,
        "plenipotentiary": member.plenipotentiary,
        "position": person.position,
        "surname": person.surname,
        "title": person.title,
    }
