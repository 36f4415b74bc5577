"""News becomes letters: whom a notice is for, and one letter of the outbox for each of them."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.scope import today
from conversations.access import Role, advisor_code
from conversations.events import Audience, Notice
from storage import access, offices, outbox, stand_ins
from storage.database import Connection

_OF_OFFICE = {Audience.HEAD: (Role.HEAD,), Audience.OFFICE: (Role.HEAD, Role.SECRETARY)}
"""Whom of an office's people a notice is for."""


def post(
    connection: Connection, notice: Notice, *, source: str, by: int | None, now: datetime
) -> bool:
    """Put a notice into the outbox, a letter for everybody it is for but whoever caused it.

    `source` names what caused it; the same source posts a notice once.
    """
    posted = False
    about = notice.office_id or (advisor_code(notice.advisor) if notice.advisor else None)
    for person_id in set(recipients(connection, notice, now)) - {by}:
        posted |= outbox.put(
            connection,
            key=f"{source}:{notice.code}:{about}:{person_id}",
            person_id=person_id,
            code=notice.code,
            office_id=notice.office_id,
            values=notice.values,
            now=now,
        )
    return posted


def recipients(connection: Connection, notice: Notice, now: datetime) -> Iterator[int]:
    """Telegram ids of everybody a notice is for at a moment, an Advisor's substitutes as well."""
    desks = notice.audience in {Audience.COORDINATORS, Audience.ADVISOR}
    office = offices.load(connection, notice.office_id) if desks and notice.office_id else None
    roles: Iterable[tuple[Role, int | None, str | None]]
    match notice.audience:
        case Audience.COORDINATORS | Audience.ADVISOR if office is not None and office.practice:
            return
        case Audience.COORDINATORS:
            roles = [(Role.COORDINATOR, None, None)]
        case Audience.ADVISOR:
            advisor = notice.advisor or (office.advisor if office else None)
            others = stand_ins.on(connection, today(now)).get(advisor, ()) if advisor else ()
            roles = [(Role.ADVISOR, None, name) for name in (advisor, *others) if name]
        case _:
            roles = [(role, notice.office_id, None) for role in _OF_OFFICE[notice.audience]]
    for role, office_id, name in roles:
        for person_id, _ in access.people_with(
            connection, role=role, office_id=office_id, advisor=name, now=now
        ):
            yield person_id
