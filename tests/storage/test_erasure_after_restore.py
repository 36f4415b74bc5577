"""Who was erased stays erased when an older copy of the database comes back."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from conversations.access import Role
from conversations.people import Person
from conversations.places.enrolment import GivingPosition
from conversations.submission import Attendance, Side, Word
from storage import (
    access,
    bulk,
    erasure,
    imports,
    jobs,
    links,
    offices,
    outbox,
    reminders,
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
    comes_in,
    import_offices,
    loaded,
    row,
    table,
)
from tests.storage.traces import (
    ACCOUNT,
    ACCOUNT_NAME,
    CLERK,
    HIDDEN,
    LISTED,
    OF_ACCOUNT,
    an_account,
    everywhere,
    found,
    listed_as,
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


# --- Who stands in texts only -----------------------------------------------------------------

STEMS = ("Abac", "Bedzic", "Cewin", "Dymar", "Ekier", "Fular", "Gomul", "Hajdac", "Jarmuc")


def in_texts_only(database: Database) -> tuple[int, list[Person]]:
    """An office of whose people none is listed, each in a text of another kind."""
    people = [listed_as(f"{stem}kowsk") for stem in STEMS]
    talk, near, far, read, word, why, said, aside, file = people
    office_id = import_offices(database, row("Urząd Gminy Rejowiec"))[0]
    comes_in(database, CLERK, Role.SECRETARY, office_id=office_id, name="Ewa Nowa")
    before = loaded(database, office_id)

    def letter(connection: Connection, key: str, office: int | None, text: str) -> None:
        outbox.put(
            connection,
            key=key,
            person_id=CLERK,
            code="x",
            office_id=office,
            values={"comment": text},
            now=NOW,
        )

    def work(connection: Connection) -> None:
        held = access.grants(connection, CLERK, NOW)[0]
        open_talk = talks.load(connection, CLERK, lock=True).talk
        talks.save(
            connection,
            replace(open_talk, grant=held, place=GivingPosition(talk)),
            below=False,
            claim=talks.Claim(NOW),
        )
        letter(connection, "near", office_id, f"Czy {near.surname} Bogumiła?")
        letter(connection, "far", None, f"Bez Bogumiły {far.surname[:-1]}iej.")
        table_of = table(row("Urząd Gminy Inny", head=f"Wójt {read.full_name}"))
        imports.put(connection, name="t.xlsx", reading=table_of, by=None, now=NOW)
        after = replace(before, word=Word(Side.ADVISOR, f"Pani {word.full_name}?"))
        submissions.save(connection, before, after, actor=CLERK, now=NOW)
        reminders.put_off(connection, "Ewa Lis", NOW.date(), f"urlop {why.full_name}", NOW)
        bulk.begin(
            connection,
            kind=bulk.ANNOUNCEMENT,
            content={"text": f"Prowadzi {said.full_name}."},
            subjects=[CLERK],
            by=None,
            now=NOW,
        )
        payload = json.dumps({"from": {"id": CLERK}, "text": f"{aside.full_name}, skarbnik"})
        updates.set_aside(connection, 901, payload, "Traceback: boom", NOW)
        jobs.put(
            connection,
            update_id=902,
            person_id=CLERK,
            file_id="f",
            name=f"{file.surname}_{file.given}.docx",
            size=9,
            grant_id=None,
            office_id=office_id,
            now=NOW,
        )

    database.write(work)
    return office_id, people


def test_who_stands_only_in_texts_is_erased_again_too(
    kept: Database, backup: Backup, ledger_file: Path
) -> None:
    office_id, people = in_texts_only(kept)
    stems = [person.surname[:-1] for person in people]
    backup.take()
    for person in people:
        assert erase_listed(kept, office_id, person)
    assert found(kept, stems) == set()
    again = backup.restore()
    assert all(found(again, [stem]) for stem in stems)
    assert reapply(again)
    assert found(again, stems, ledger_file) == set()
    assert not reapply(again)


def test_a_text_of_the_office_is_found_by_a_ledger_that_does_not_say_of_which_offices_it_tells(
    kept: Database,
) -> None:
    """As they were written before it said so; a text of no office is not."""
    office_id, people = in_texts_only(kept)
    ledger = kept.read(erasure.ledger_of)
    assert ledger is not None
    near, far = people[1], people[2]
    for person in (near, far):
        ledger.record(f"person:{office_id}:{person.key}", LATER)
    assert reapply(kept).texts == 1
    assert found(kept, [near.surname]) == set()
    assert found(kept, [far.surname[:-1]])


def test_who_is_typed_or_listed_anew_after_the_erasure_is_left_alone_in_texts_too(
    kept: Database,
) -> None:
    office_id, people = in_texts_only(kept)
    for person in people:
        erase_listed(kept, office_id, person)
    later = LATER + timedelta(days=1)
    typed, anew = people[0], people[1]
    before = loaded(kept, office_id)

    def work(connection: Connection) -> None:
        talk = replace(
            talks.load(connection, CLERK, lock=True).talk,
            grant=access.grants(connection, CLERK, NOW)[0],
            place=GivingPosition(typed),
        )
        talks.save(connection, talk, below=False, claim=talks.Claim(later))
        submissions.save(
            connection, before, before.with_team(before.team.add(anew)), actor=CLERK, now=later
        )
        # Older than the erasure: as if another copy had brought it.
        reminders.put_off(connection, "Ewa Lis", NOW.date(), f"urlop {anew.full_name}", NOW)

    kept.write(work)
    assert not reapply(kept)
    assert loaded(kept, office_id).team.find(anew) is not None
    assert kept.read(lambda c: talks.load(c, CLERK, lock=False)).talk.place == GivingPosition(typed)
