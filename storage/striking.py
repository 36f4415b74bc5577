"""Striking a person's name out of what is no list: talks, tables, letters, reasons, what failed.

A surname alone is enough in what belongs to the person's office or comes from its accounts;
elsewhere a namesake may be meant, so that a given name must stand in the same text.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from conversations.people import Person
from conversations.privacy import mentions, reaches, struck
from storage import talks
from storage.tables.offices import OfficeRow
from storage.tables.people import GrantRow, TalkRow
from storage.tables.programme import BulkRow, ImportRow, SnoozeRow
from storage.tables.traffic import FailureRow, JobRow, LetterRow

_talk, _grant, _failed = TalkRow.__table__, GrantRow.__table__, FailureRow.__table__
_import, _letter = ImportRow.__table__, LetterRow.__table__
_bulk, _job = BulkRow.__table__, JobRow.__table__
_office, _snooze = OfficeRow.__table__, SnoozeRow.__table__
_NUMBER = re.compile(r"(?<!\d)\d{3,18}(?!\d)")


@dataclass(frozen=True, slots=True)
class Text:
    """A column in which names may stand; of which office it is, if any; when it was written."""

    column: Any
    office: Any
    at: Any


TEXTS = (
    Text(_import.c.reading, None, _import.c.at),
    Text(_import.c.name, None, _import.c.at),
    Text(_letter.c.content, _letter.c.office_id, _letter.c.changed_at),
    Text(_office.c.head_title, _office.c.id, _office.c.updated_at),
    Text(_snooze.c.reason, None, _snooze.c.at),
    Text(_bulk.c.content, None, _bulk.c.at),
    Text(_job.c.name, _job.c.office_id, _job.c.at),
)
"""What is struck beside talks and updates set aside, which go as a whole."""


def by_whole_name(person: Person) -> Callable[[str], bool]:
    """Whether a text names the person by surname and given name: elsewhere one is not enough."""
    return lambda text: mentions(text, person, whole=True)


def everywhere(connection: Connection, office_id: int, person: Person) -> int:
    """Strike a name out of what is no list: talks and whatever `TEXTS` names; how many texts."""
    whole = by_whole_name(person)
    holders = set(connection.scalars(select(_grant.c.id).where(_grant.c.office_id == office_id)))
    telling = []
    for row in connection.execute(select(_talk)).all():
        said = " ".join(filter(None, (row.place, row.note, row.topic)))
        near = row.grant_id in holders or row.looking_at == office_id
        if mentions(said, person) if near else whole(said):
            telling.append(row.person_id)
    texts = talks.begin_again(connection, telling)
    for each in TEXTS:
        texts += _strike_column(connection, each.column, each.office, office_id, person)
    return texts


def _strike_column(
    connection: Connection, column: Any, near: Any, office_id: int, person: Person
) -> int:
    whole, table, changed = by_whole_name(person), column.table, 0
    keys = list(table.primary_key)
    wanted = [*keys, column.label("said"), *([near.label("office")] if near is not None else [])]
    for row in connection.execute(select(*wanted).where(column.is_not(None))).all():
        said = row.said
        of_office = near is not None and row.office == office_id
        if not (mentions(said, person) if of_office else whole(said)):
            continue
        text = _struck_json(said, person) if column.name in {"reading", "content"} else None
        changed += connection.execute(
            update(table)
            .where(*(key == getattr(row, key.name) for key in keys))
            .values({column.name: text or struck(said, person)})
        ).rowcount
    return changed


def _struck_json(text: str, person: Person) -> str:
    """A JSON text with a name struck out of every string in it."""

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return struck(value, person)
        if isinstance(value, list):
            return [walk(each) for each in value]
        if isinstance(value, dict):
            return {key: walk(each) for key, each in value.items()}
        return value

    return json.dumps(walk(json.loads(text)), ensure_ascii=False)


def drop_failures_about(connection: Connection, office_id: int, person: Person) -> int:
    """Drop what was set aside about somebody whom an office lists: by the name, or how to reach
    them; the surname alone is enough in what an account of the office sent. How many updates.
    """
    whole = by_whole_name(person)
    own = select(_grant.c.person_id).where(_grant.c.office_id == office_id, _grant.c.person_id > 0)
    accounts = set(connection.scalars(own))

    def concerns(text: str) -> bool:
        near = not accounts.isdisjoint(numbers(text))
        return (mentions(text, person) if near else whole(text)) or reaches(text, person)

    return drop_failures(connection, concerns)


def numbers(text: str) -> set[int]:
    """What may be accounts in an update that was set aside."""
    return {int(digits) for digits in _NUMBER.findall(text)}


def drop_failures(
    connection: Connection, concerns: Callable[[str], bool], until: datetime | None = None
) -> int:
    """Drop what was set aside about somebody: nobody mends an update of a person who is gone."""
    statement = select(_failed)
    if until is not None:
        statement = statement.where(_failed.c.at <= until)
    concerned = [
        row.update_id
        for row in connection.execute(statement)
        if concerns(_readable(row.payload)) or concerns(row.traceback)
    ]
    if concerned:
        connection.execute(delete(_failed).where(_failed.c.update_id.in_(concerned)))
    return len(concerned)


def _readable(payload: str) -> str:
    """A payload with its letters as letters: JSON may write them as escapes."""
    try:
        return json.dumps(json.loads(payload), ensure_ascii=False)
    except ValueError:
        return payload
