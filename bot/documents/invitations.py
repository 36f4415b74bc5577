"""Links for everybody who is not in yet, as one file: a list, or pages with QR codes to be printed.

A link's secret cannot be made again from its hash, so links are made when their file is sent:
`gather` in a transaction of its own, `make` outside of any and in a thread. An attempt that
certainly failed takes its links back; one that may have arrived leaves them to expire.
"""

import io
import secrets
from dataclasses import dataclass
from datetime import datetime

import segno

from bot import invitations
from bot.documents.papers import File, NoSuchDocument
from bot.documents.text import plain
from bot.words import Words
from conversations.access import INVITATION_LIFETIME, Role
from conversations.journal import What, line
from storage import access, journal, links, offices, settings
from storage.database import Connection
from storage.outbox import Letter

QR_SCALE = 5
"""Pixels of a QR code's module: sharp on paper at five centimetres."""
_MASK = 2
"""A fixed mask is as readable as the best one and takes a fifth of the time (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who is to come in: the head of an office, or an advisor. No token: in already."""

    role: Role
    name: str
    token: str | None
    office_id: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file is made of; links are valid until `expires` (UTC)."""

    kind: str
    seats: tuple[Seat, ...]
    expires: datetime
    contact: str = ""


def batch_of(letter: Letter) -> str:
    """How the links of a letter are told from others."""
    return f"letter:{letter.id}"


def gather(connection: Connection, letter: Letter, now: datetime) -> Facts:
    """Make the links of a file, and take back those of an attempt that failed before.

    Raises NoSuchDocument when whoever asked is no coordinator any more.
    """
    roles = {grant.role for grant in access.grants(connection, letter.person_id, now)}
    if Role.COORDINATOR not in roles:
        raise NoSuchDocument("the role that it is for was taken away")
    batch = batch_of(letter)
    links.revoke_batch(connection, batch, now)
    expires = now + INVITATION_LIFETIME
    every = offices.all_offices(connection)
    here = {
        held.grant.advisor
        for held in access.holders(connection, now)
        if held.grant.role is Role.ADVISOR
    }
    advisors = sorted({each.advisor for each in every if each.advisor})
    seats = (
        *(Seat(Role.ADVISOR, name, None if name in here else _token()) for name in advisors),
        *(
            Seat(Role.HEAD, each.name, None if each.head_registered else _token(), each.id)
            for each in every
        ),
    )
    wanted = [
        links.Wanted(
            seat.role,
            seat.token,
            office_id=seat.office_id,
            advisor=seat.name if seat.role is Role.ADVISOR else None,
        )
        for seat in seats
        if seat.token
    ]
    by = letter.person_id
    links.create_batch(connection, wanted, batch=batch, created_by=by, expires_at=expires, now=now)
    journal.note(connection, actor=by, office_id=None, what=What.INVITED_BY_FILE.value, now=now)
    invited = [each.office_id for each in wanted if each.office_id is not None]
    said = line(What.INVITED, Role.HEAD)
    journal.note_each(connection, invited, actor=by, what=said, now=now)
    contact = settings.get(connection, "contact") or ""
    return Facts(str(letter.values["kind"]), seats, expires, contact)


def _token() -> str:
    return secrets.token_urlsafe(32)


def make(facts: Facts, username: str) -> File:
    """The file, in Polish: it is for the offices. `username` is the bot's."""
    words = Words("pl")
    content = (as_xlsx if facts.kind == "xlsx" else as_pages)(facts, username, words)
    name = words.plain(f"by-file-name-{facts.kind}")
    return File(f"{name}.{facts.kind}", content, words("notice-invitation-file"))


def as_xlsx(facts: Facts, username: str, words: Words) -> bytes:
    """A row for each advisor and each office's head: name, role, link, until when, in already.

    A cell is text whatever it begins with, as in the export.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - memory that a bot which only talks does not need
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet(words.plain("by-file-sheet"))
    for letter, width in zip("ABCDE", (48, 20, 88, 26, 16), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    until = words.plain("name", name=words.moment(facts.expires))
    rows = (
        (
            plain(seat.name),
            words.plain(f"role-{seat.role}"),
            invitations.link(username, seat.token) if seat.token else "",
            until if seat.token else "",
            words.plain("by-file-no" if seat.token else "by-file-yes"),
        )
        for seat in facts.seats
    )
    columns = ("name", "role", "link", "until", "joined")
    heading = [words.plain(f"by-file-column-{each}") for each in columns]
    for row in (tuple(heading), *rows):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value)
            cell.data_type, cell.quotePrefix = "s", True
            cells.append(cell)
        sheet.append(cells)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def as_pages(facts: Facts, username: str, words: Words) -> bytes:
    """A page for each who is to come in, to be printed and handed over."""
    from bot.documents import pages  # noqa: PLC0415 - python-docx: 0.15 s

    until = words.plain("name", name=words.moment(facts.expires))
    ask = (
        words.plain("page-ask-contact", contact=facts.contact)
        if facts.contact
        else words.plain("page-ask")
    )
    return pages.pages(
        (
            pages.Page(
                name=plain(seat.name),
                role=words.plain("page-role", role=words.plain(f"role-{seat.role}")),
                about=tuple(words.plain(f"page-about-{number}") for number in (1, 2, 3)),
                how=words.plain("page-how"),
                link=invitations.link(username, seat.token),
                picture=qr(invitations.link(username, seat.token)),
                until=words.plain("page-until", until=until),
                ask=ask,
            )
            for seat in facts.seats
            if seat.token
        ),
        words.plain("page-title"),
        words.plain("page-nobody"),
    )


def qr(text: str) -> bytes:
    """A QR code as PNG that stands a soiled corner (level M)."""
    picture = io.BytesIO()
    made = segno.make(text, error="m", mask=_MASK, boost_error=False, micro=False)
    made.save(picture, kind="png", scale=QR_SCALE, border=4)
    return picture.getvalue()
