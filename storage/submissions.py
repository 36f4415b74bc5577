"""Submissions: the working copy, its members as the database sees them, and what was approved."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, delete, insert, select, update

from conversations.journal import is_new, what
from conversations.submission import (
    Approval,
    Decider,
    Office,
    Request,
    Return,
    Stage,
    Submission,
    Word,
)
from conversations.team import Basis, Team
from storage import codec, journal, offices, tally
from storage.rows import Prepared
from storage.tables.offices import ApprovedRow, MemberRow, OfficeRow, SubmissionRow
from storage.teams import columns
from storage.vault import vault_of

_submission = SubmissionRow.__table__
_member = MemberRow.__table__
_approved = ApprovedRow.__table__
_office = OfficeRow.__table__


class Outdated(Exception):
    """A submission was saved that somebody else had changed after it was read."""


_load: Select[Any] = select(
    _submission,
    _approved.c.people.label("approved_people"),
    _approved.c.decided_by,
    _approved.c.basis,
    _approved.c.at.label("approved_at"),
).select_from(
    _submission.outerjoin(
        _approved,
        and_(
            _approved.c.office_id == _submission.c.office_id,
            _approved.c.version == _submission.c.approved_version,
        ),
    )
)

_load_one = Prepared(_load.where(_submission.c.office_id == bindparam("office")))
_keep = Prepared(
    update(_submission).where(
        _submission.c.office_id == bindparam("office"), _submission.c.version == bindparam("before")
    )
)
_add_approved = Prepared(insert(_approved))
_empty_members = Prepared(delete(_member).where(_member.c.office_id == bindparam("office")))
_add_members = Prepared(insert(_member))


def load(connection: Connection, office_id: int, *, lock: bool) -> Submission | None:
    """An office's submission. `lock` keeps other turns about this office waiting."""
    office = offices.load(connection, office_id, lock=lock)
    if office is None:
        return None
    row = _load_one.one_or_none(connection, {"office": office_id})
    # An office for practice may have ended between the two.
    return None if row is None else _build(office, row)


def all_submissions(
    connection: Connection, *, lock: bool = False, practice: bool = False
) -> list[Submission]:
    """Every office's submission, in the order of the tables; see `offices.all_offices`."""
    every = offices.all_offices(connection, lock=lock, practice=practice)
    return _of(connection, every, _load)


def of_advisor(connection: Connection, advisor: str) -> list[Submission]:
    """The submissions of an advisor's offices."""
    own = offices.of_advisor(connection, advisor)
    ids = select(_office.c.id).where(_office.c.advisor == advisor)
    return _of(connection, own, _load.where(_submission.c.office_id.in_(ids)))


def of_ids(connection: Connection, ids: Sequence[int]) -> list[Submission]:
    """The submissions of these offices, in this order."""
    if not ids:
        return []
    found = _of(
        connection, offices.of_ids(connection, ids), _load.where(_submission.c.office_id.in_(ids))
    )
    by_id = {each.office.id: each for each in found}
    return [by_id[each] for each in ids]


def _of(
    connection: Connection, every: Iterable[Office], statement: Select[Any]
) -> list[Submission]:
    rows = {row.office_id: row for row in connection.execute(statement)}
    return [_build(office, rows[office.id]) for office in every]


def _build(office: Office, row: Any) -> Submission:
    approval = None
    if row.approved_people is not None:
        approval = Approval(
            team=codec.load(Team, row.approved_people),
            at=row.approved_at,
            by=Decider(row.decided_by),
            basis=codec.load(Basis, row.basis) if row.basis else None,
            accepted=row.accepted,
        )
    return Submission(
        office=office,
        version=row.version,
        stage=Stage(row.stage),
        team=codec.load(Team, row.people),
        approval=approval,
        returned=codec.load(Return, row.returned) if row.returned else None,
        request=codec.load(Request, row.request) if row.request else None,
        updated_at=row.updated_at,
        word=codec.load(Word, row.word) if row.word else None,
        entered=row.entered,
    )


def save(
    connection: Connection,
    before: Submission,
    after: Submission,
    *,
    actor: int | None,
    now: datetime,
    said: str | None = None,
) -> Submission:
    """Keep a changed submission as the next version; an unchanged one is left alone.

    `said` is the journal's line where these two do not tell it; of practice it has none. The
    office itself is kept by `storage.offices`. Raises Outdated, and keeps nothing, when `before`
    is no longer what is stored; whoever loads under lock never meets it.
    """
    if after == before:
        return before
    kept = replace(after, version=before.version + 1, updated_at=now)
    office_id = kept.office.id
    values = columns(kept)
    decided = kept.approval if is_new(before.approval, kept.approval) else None
    if decided is not None:
        values["approved_version"] = kept.version
    if _keep.run(connection, {"office": office_id, "before": before.version, **values}) != 1:
        raise Outdated(f"office {office_id}: version {before.version} is not the stored one")
    if decided is not None:
        _add_approved.run(
            connection,
            {
                "office_id": office_id,
                "version": kept.version,
                "people": codec.dump(decided.team),
                "decided_by": decided.by,
                "basis": codec.dump(decided.basis) if decided.basis else None,
                "at": decided.at,
            },
        )
    tally.moved(connection, before, kept)
    if kept.team.members != before.team.members:
        keep_members(connection, office_id, kept.team)
    if not kept.office.practice:
        journal.note(
            connection,
            actor=actor,
            office_id=office_id,
            what=said or what(before, kept),
            version=kept.version,
            now=now,
        )
    return kept


def keep_members(connection: Connection, office_id: int, team: Team) -> None:
    """Write anew who sits where, as the database itself sees it."""
    _empty_members.run(connection, {"office": office_id})
    vault = vault_of(connection)
    _add_members.run_each(
        connection,
        [
            {
                "office_id": office_id,
                "id": member.id,
                "seat": int(member.seat),
                "plenipotentiary": member.plenipotentiary,
                "person_key": vault.name_code(connection, office_id, member.person.key),
            }
            for member in team.members
        ],
    )
