"""Everything that is held about one person who uses the bot (art. 15 RODO). Reads only."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from conversations.team import Member, Team
from storage import codec, traces
from storage.bulk import ANNOUNCEMENT
from storage.offices import name_key


def personal_data(connection: Connection, person_id: int) -> dict[str, Any]:
    """All rows about a Telegram account, as JSON values; times are ISO 8601 in UTC.

    `listed` are entries of the person's own name in the lists of the offices for which they hold
    a role: elsewhere a namesake may be meant, and a list is not theirs to see.
    """
    offices = {
        row.id: row.name
        for row in connection.execute(select(traces.office.c.id, traces.office.c.name))
    }

    def rows(table: Any, which: ColumnElement[bool]) -> list[Any]:
        return list(connection.execute(select(table).where(which).order_by(*table.primary_key)))

    grants = rows(traces.grant, traces.grant.c.person_id == person_id)
    named = sorted({row.advisor for row in grants if row.advisor and row.revoked_at is None})
    talk = next(iter(rows(traces.talk, traces.talk.c.person_id == person_id)), None)
    card = next(iter(rows(traces.card, traces.card.c.person_id == person_id)), None)
    return {
        "account": person_id,
        "conversation": None
        if talk is None
        else {
            "language": talk.language,
            "place": json.loads(talk.place),
            "over_it": talk.topic,
            "remark": json.loads(talk.note) if talk.note else None,
            "last_change": _iso(talk.updated_at),
            "last_card": card.message_id if card else None,
            "menu": card.menu if card else None,
            "bot_blocked": bool(card and card.blocked),
        },
        "roles": [
            {
                "role": row.role,
                "office": offices.get(row.office_id),
                "advisor": row.advisor,
                "name": row.display_name,
                "since": _iso(row.given_at),
                "from": _iso(row.valid_from),
                "until": _iso(row.revoked_at or row.valid_until),
            }
            for row in grants
        ],
        "invitations": [
            {
                "what": "made" if row.created_by == person_id else "used",
                "role": row.role,
                "office": offices.get(row.office_id),
                "advisor": row.advisor,
                "at": _iso(row.created_at if row.created_by == person_id else row.used_at),
                "expires": _iso(row.expires_at),
                "from": _iso(row.valid_from),
                "until": _iso(row.valid_until),
            }
            for row in rows(
                traces.invitation,
                (traces.invitation.c.created_by == person_id)
                | (traces.invitation.c.used_by == person_id),
            )
        ],
        "letters": [
            {
                "about": row.code,
                "office": offices.get(row.office_id),
                "state": row.state,
                "content": json.loads(row.content) if row.content else None,
                "at": _iso(row.changed_at),
            }
            for row in rows(traces.letter, traces.letter.c.person_id == person_id)
        ],
        "files": [
            {"name": row.name, "size": row.size, "at": _iso(row.at)}
            for row in rows(traces.job, traces.job.c.person_id == person_id)
        ],
        "tables": [
            {"name": row.name, "at": _iso(row.at)}
            for row in rows(traces.imported, traces.imported.c.by == person_id)
        ],
        "work": [
            {
                "kind": row.kind,
                "what": json.loads(row.content),
                "at": _iso(row.at),
                "done": _iso(row.done_at),
            }
            for row in rows(traces.bulk, traces.bulk.c.by == person_id)
        ],
        "announcements": [
            {"at": _iso(row.at), "outcome": row.outcome}
            for row in connection.execute(
                select(traces.bulk.c.at, traces.item.c.outcome)
                .join(traces.item, traces.item.c.bulk_id == traces.bulk.c.id)
                .where(traces.bulk.c.kind == ANNOUNCEMENT, traces.item.c.subject == person_id)
                .order_by(traces.bulk.c.id)
            )
        ],
        "substitutes": [
            {
                "advisor": row.advisor,
                "substitute": row.substitute,
                "from": row.first.isoformat(),
                "until": row.last.isoformat(),
            }
            for row in rows(
                traces.stand_in,
                traces.stand_in.c.advisor.in_(named) | traces.stand_in.c.substitute.in_(named),
            )
        ],
        "put_off": [
            {"until": row.until.isoformat(), "reason": row.reason, "at": _iso(row.at)}
            for row in rows(traces.snooze, traces.snooze.c.advisor.in_(named))
        ],
        "actions": [
            {"at": _iso(row.at), "office": offices.get(row.office_id), "what": row.what}
            for row in rows(traces.journal, traces.journal.c.actor == person_id)
        ],
        "failed_updates": [
            {"at": _iso(row.at), "payload": row.payload}
            for row in connection.execute(select(traces.failed))
            if re.search(rf"(?<!\d){person_id}(?!\d)", row.payload)
        ],
        "listed": list(_listed(connection, grants, offices)),
    }


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _listed(
    connection: Connection, grants: list[Any], offices: dict[int, str]
) -> Iterator[dict[str, Any]]:
    """Entries of the account's name in its own offices' lists."""
    held = {
        (row.office_id, name_key(row.display_name))
        for row in grants
        if row.office_id is not None and row.revoked_at is None
    }
    for office_id, key in sorted(held, key=str):
        for version, text in _lists(connection, office_id):
            for member in codec.load(Team, text).members:
                if key is not None and member.person.key == key:
                    entry = {"office": offices.get(office_id), "version": version}
                    yield entry | _entry(member) | _attended(connection, office_id, key)


def _lists(connection: Connection, office_id: int) -> Iterator[tuple[int | None, str]]:
    """An office's working copy (None) and its approved versions."""
    draft = select(traces.submission.c.people).where(traces.submission.c.office_id == office_id)
    yield from ((None, text) for text in connection.scalars(draft))
    decided = select(traces.approved.c.version, traces.approved.c.people).order_by(
        traces.approved.c.version
    )
    for row in connection.execute(decided.where(traces.approved.c.office_id == office_id)):
        yield row.version, row.people


def _attended(connection: Connection, office_id: int, key: str) -> dict[str, Any]:
    """Whether the person took block I, where it has been held."""
    marked = select(traces.attendance).where(traces.attendance.c.office_id == office_id)
    rows = connection.execute(marked).all()
    return {"took_block_i": any(r.attended and r.person_key == key for r in rows) if rows else None}


def _entry(member: Member) -> dict[str, Any]:
    return {
        **asdict(member.person),
        "block_i": member.seat >= 1,
        "block_ii": member.seat == 2,
        "plenipotentiary": member.plenipotentiary,
    }
