"""Whom the texts name that erasing a person looks through, for a ledger that knows codes alone.

Values of `Person` in stored places, and what may be a name in any string (`conversations.named`).
Reads everything; what it finds is kept nowhere.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, literal, select

from conversations.named import people_in
from conversations.people import Person
from storage import striking, traces


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody whom a text names, and when it was written."""

    person: Person
    at: datetime | None

    def is_older(self, other: "Mention") -> bool:
        """Whether it was written before another; what does not say when is the oldest."""
        return other.at is not None and (self.at is None or self.at < other.at)


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    office_ids: Iterable[int | None]
    at: datetime | None
    lists: bool = False


def oldest(connection: Connection) -> dict[tuple[int | None, str], Mention]:
    """The oldest mention of everybody by `Person.key`, of each office whose own a text is, and of
    None where a text is searched for anybody.

    Who is in a list is not among them for being listed.
    """
    found: dict[tuple[int | None, str], Mention] = {}
    read: dict[str, list[tuple[str, Person]]] = {}
    for said in _everything(connection):
        for key, person in _named(_parsed(said.text), read, lists=said.lists):
            for office_id in said.office_ids:
                mention = Mention(person, said.at)
                known = found.get((office_id, key))
                if known is None or mention.is_older(known):
                    found[office_id, key] = mention
    return found


def _everything(connection: Connection) -> Iterator[_Said]:
    """Every text that erasing a person looks through: see `storage.removal.person`."""
    talk, grant = traces.talk, traces.grant
    holding = talk.outerjoin(grant, grant.c.id == talk.c.grant_id)
    for row in connection.execute(select(talk, grant.c.office_id).select_from(holding)).all():
        near = {row.office_id, row.looking_at, None}
        for text in filter(None, (row.place, row.note, row.topic)):
            yield _Said(text, near, row.updated_at)
    for each in striking.TEXTS:
        office = literal(None) if each.office is None else each.office
        wanted = select(each.column.label("said"), office.label("office"), each.at.label("at"))
        for row in connection.execute(wanted.where(each.column.is_not(None))).all():
            yield _Said(row.said, {row.office, None}, row.at)
    accounts = _accounts(connection)
    for row in connection.execute(select(traces.failed)).all():
        senders = accounts.keys() & striking.numbers(row.payload)
        offices: set[int | None] = {None}
        offices.update(*(accounts[each] for each in senders))
        for text in (row.payload, row.traceback):
            yield _Said(text, offices, row.at)
    drafts, decided = traces.submission, traces.approved
    for row in connection.execute(select(drafts)).all():
        yield _Said(row.people, (row.office_id,), row.updated_at, lists=True)
        for text in filter(None, (row.returned, row.request, row.word)):
            yield _Said(text, (row.office_id,), row.updated_at)
    for row in connection.execute(select(decided)).all():
        for text in filter(None, (row.people, row.basis)):
            yield _Said(text, (row.office_id,), row.at, lists=True)


def _accounts(connection: Connection) -> dict[int, set[int | None]]:
    """The offices for which each account holds or held a role."""
    held = select(traces.grant.c.person_id, traces.grant.c.office_id).where(
        traces.grant.c.person_id > 0, traces.grant.c.office_id.is_not(None)
    )
    found: dict[int, set[int | None]] = {}
    for row in connection.execute(held):
        found.setdefault(row.person_id, set()).add(row.office_id)
    return found


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _named(
    value: Any, read: dict[str, list[tuple[str, Person]]], *, lists: bool
) -> Iterator[tuple[str, Person]]:
    """Everybody in a JSON value, each with the key; `read` remembers the strings of before."""
    if isinstance(value, str):
        if value not in read:
            read[value] = [(person.key, person) for person in people_in(value)]
        yield from read[value]
    elif isinstance(value, list):
        for each in value:
            yield from _named(each, read, lists=lists)
    elif isinstance(value, dict):
        given, surname = value.get("given"), value.get("surname")
        if isinstance(given, str) and isinstance(surname, str):
            if not lists:
                person = Person(given, surname, email=value.get("email"), phone=value.get("phone"))
                yield person.key, person
            return
        for each in value.values():
            yield from _named(each, read, lists=lists)
