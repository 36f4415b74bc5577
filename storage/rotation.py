"""Bringing everything under the newest key: what is encrypted under older ones, and what is plain.

A table after another, each in one transaction, beside a running bot: a row that changes meanwhile
was written under the newest key anyway. The secret comes last, since it is what tells at the start
whether the keys fit.
"""

from functools import partial
from typing import Any

from sqlalchemy import Connection, Table, Text, func, literal, select, type_coerce, update

from conversations.team import Team
from storage import codec
from storage.database import Database
from storage.tables.columns import Row
from storage.tables.offices import MemberRow, SubmissionRow
from storage.tables.programme import SecretRow
from storage.vault import SealedText, vault_of

_member, _submission = MemberRow.__table__, SubmissionRow.__table__
_secret = SecretRow.__table__


def sealed_columns() -> dict[Table, list[Any]]:
    """Every column of personal data by its table, the secret's last."""
    found = {
        table: [column for column in table.columns if isinstance(column.type, SealedText)]
        for table in Row.metadata.sorted_tables
    }
    ordered = {table: columns for table, columns in found.items() if columns and table != _secret}
    return ordered | {_secret: found[_secret]}


def rotate(database: Database) -> dict[str, int]:
    """Encrypt everything under the newest key; how many texts were, by table.

    Raises DatabaseUnusable where a text is under a key that is no longer in the list.
    """
    rotated: dict[str, int] = {}
    for table, columns in sealed_columns().items():
        for column in columns:
            count = database.write(partial(_rotate, column=column))
            rotated[table.name] = rotated.get(table.name, 0) + count
    rotated["member"] = database.write(_code_names)
    return rotated


def coverage(connection: Connection) -> tuple[int, int]:
    """How many texts of personal data are encrypted under the newest key, and how many not."""
    vault, current, other = vault_of(connection), 0, 0
    for columns in sealed_columns().values():
        for column in columns:
            for stored in connection.scalars(select(type_coerce(column, Text))):
                if stored:
                    is_current = bool(vault.keys) and vault.is_current(stored)
                    current, other = current + is_current, other + (not is_current)
    return current, other


def _rotate(connection: Connection, column: Any) -> int:
    vault, table, count = vault_of(connection), column.table, 0
    raw = type_coerce(column, Text)
    # A key that is sealed itself finds its row only as it is stored.
    keys = {
        each.name: type_coerce(each, Text) if isinstance(each.type, SealedText) else each
        for each in table.primary_key
    }
    for row in connection.execute(
        select(*(each.label(name) for name, each in keys.items()), raw.label("stored")).where(
            func.length(raw) > 0
        )
    ).all():
        if vault.is_current(row.stored):
            continue
        anew = literal(vault.seal(vault.unseal(row.stored)), Text)
        count += connection.execute(
            update(table)
            .where(*(key == getattr(row, name) for name, key in keys.items()), raw == row.stored)
            .values({column.name: anew})
        ).rowcount
    return count


def _code_names(connection: Connection) -> int:
    """Keyed codes in the place of names in the index of duplicates."""
    vault, count = vault_of(connection), 0
    stored = {
        (row.office_id, row.id): row.person_key for row in connection.execute(select(_member))
    }
    for office_id, people in connection.execute(
        select(_submission.c.office_id, _submission.c.people)
    ).all():
        for member in codec.load(Team, people).members:
            coded = vault.name_code(connection, office_id, member.person.key)
            if coded != stored.get((office_id, member.id)):
                count += connection.execute(
                    update(_member)
                    .where(_member.c.office_id == office_id, _member.c.id == member.id)
                    .values(person_key=coded)
                ).rowcount
    return count
