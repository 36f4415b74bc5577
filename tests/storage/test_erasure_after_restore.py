"""Who was erased stays erased when an older copy of the database comes back."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from conversations.access import Role
from conversations.submission import Attendance
from storage import (
    access,
    erasure,
    links,
    offices,
    submissions,
    talks,
    updates,
)
from storage.database import Connection, Database, sqlite_file
from storage.tables.columns import Row
from storage.vault import Vault
from tests.storage.erasing import erase_account, erase_listed, reapply
from tests.storage.stock import (
    ANNA,
    LATER,
    NOW,
    import_offices,
    loaded,
    row,
)
from tests.storage.traces import (
    ACCOUNT,
    ACCOUNT_NAME,
    HIDDEN,
    LISTED,
    OF_ACCOUNT,
    an_account,
    everywhere,
    found,
)


@dataclass
class Backup:
    """Puts a database back to what it was when `take` was called."""

    database: Database
    url: str
    vault: Vault
    again: Database | None = None

    def take(self) -> None:
        if self._file is not None:
            self.database.scrub()
            shutil.copy(self._file, self._copy)
            return
        self._each('CREATE TABLE "b_{0}" AS TABLE "{0}"')

    def restore(self) -> Database:
        if self._file is None:
            every = ", ".join(f'"{table.name}"' for table in Row.metadata.sorted_tables)
            self.database.write(lambda c: c.execute(text(f"TRUNCATE {every}")))
            self._each('INSERT INTO "{0}" TABLE "b_{0}"')
            return self.database
        self.database.close()
        for beside in self._file.parent.glob(f"{self._file.name}-*"):
            beside.unlink()
        self._copy.replace(self._file)
        self.again = Database(self.url, vault=self.vault)
        self.again.prepare()
        return self.again

    def close(self) -> None:
        if self._file is None:
            self._each('DROP TABLE IF EXISTS "b_{0}"')
        elif self.again is not None:
            self.again.close()

    @property
    def _file(self) -> Path | None:
        return sqlite_file(self.url)

    @property
    def _copy(self) -> Path:
        assert self._file is not None
        return self._file.with_name("backup.db")

    def _each(self, statement: str) -> None:
        names = [table.name for table in Row.metadata.sorted_tables]
        self.database.write(lambda c: [c.execute(text(statement.format(name))) for name in names])


@pytest.fixture
def backup(kept: Database, database_url: str, vault: Vault) -> Iterator[Backup]:
    made = Backup(kept, database_url, vault)
    yield made
    made.close()


def test_who_was_erased_is_erased_again_after_a_restore(
    kept: Database, backup: Backup, ledger_file: Path
) -> None:
    office_id = everywhere(kept)
    an_account(kept, office_id)
    backup.take()
    erase_listed(kept, office_id)
    erase_account(kept)
    again = backup.restore()
    assert found(again, OF_ACCOUNT)
    assert found(again, HIDDEN)
    assert reapply(again)
    assert found(again, (*OF_ACCOUNT, *HIDDEN), ledger_file) == set()
    assert not reapply(again)


def test_who_stands_only_in_what_was_set_aside_is_found_again(kept: Database) -> None:
    payload = json.dumps({"message": {"from": {"id": ACCOUNT, "first_name": "Wiktoryn"}}})
    kept.write(lambda c: updates.set_aside(c, 902, payload, "Traceback: boom", NOW))
    ledger = kept.read(erasure.ledger_of)
    assert ledger is not None
    ledger.record(f"account:{ACCOUNT}", LATER)
    assert reapply(kept).updates == 1
    assert found(kept, OF_ACCOUNT) == set()


def test_an_erased_draft_does_not_come_back_either(kept: Database, backup: Backup) -> None:
    office_id = everywhere(kept)
    backup.take()
    kept.write(lambda c: erasure.erase_team(c, office_id, approved=True, actor=1, now=LATER))
    again = backup.restore()
    assert loaded(again, office_id).team.members
    reapply(again)
    assert loaded(again, office_id).team.members == ()


def test_who_comes_back_after_the_erasure_is_left_alone(kept: Database) -> None:
    office_id = everywhere(kept)
    an_account(kept, office_id)
    erase_account(kept)
    much_later = LATER + timedelta(days=1)

    def back(connection: Connection) -> None:
        invitation = links.create(
            connection,
            role=Role.HEAD,
            token="again",
            expires_at=much_later + timedelta(days=1),
            now=much_later,
            office_id=office_id,
        )
        links.accept(connection, invitation, ACCOUNT, ACCOUNT_NAME, much_later)
        talk = talks.load(connection, ACCOUNT, lock=True).talk
        talks.save(connection, talk, below=False, claim=talks.Claim(much_later))

    kept.write(back)
    assert not reapply(kept)
    assert len(kept.read(lambda c: access.grants(c, ACCOUNT, NOW))) == 1


def test_who_is_listed_anew_after_the_erasure_is_left_alone(kept: Database) -> None:
    office_id = everywhere(kept)
    erase_listed(kept, office_id)
    now = loaded(kept, office_id)
    later = LATER + timedelta(days=1)
    kept.write(
        lambda c: submissions.save(c, now, now.with_team(now.team.add(LISTED)), actor=1, now=later)
    )
    assert not reapply(kept)
    assert loaded(kept, office_id).team.find(LISTED) is not None


def test_who_only_took_block_i_is_erased_again_too(kept: Database, backup: Backup) -> None:
    """Removed from the list before the erasure, and from no approved version."""
    office_id = import_offices(kept, row("Urząd Gminy Rejowiec"))[0]
    held = Attendance(frozenset({ANNA.key, LISTED.key}), frozenset({LISTED.key}))
    kept.write(lambda c: offices.set_attendance(c, office_id, held, NOW))
    backup.take()
    erase_listed(kept, office_id)
    again = backup.restore()
    assert reapply(again)
    assert loaded(again, office_id).office.attendance == Attendance(frozenset({ANNA.key}))
    assert not reapply(again)
