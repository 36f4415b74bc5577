"""A backup in the place of what a database holds, on either kind of database.

The whole file is checked before anything is touched, and the restore is one transaction. An older
schema is brought up to date on the way. What may have happened since the backup is allowed for: a
letter that waited then may have been sent, and a button may show what is gone.
"""

import tempfile
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import (
    Connection,
    MetaData,
    create_engine,
    delete,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DataError, IntegrityError, OperationalError, SQLAlchemyError

from conversations.notes import NoticeCode
from storage import bulk, desks, journal, migrations, numbering, vault
from storage.backup_file import (
    BackupUnusable,
    Manifest,
    Told,
    batches,
    damaged,
    inspect,
    plain_tables,
    unheard,
    write,
)
from storage.database import Database, DatabaseUnusable
from storage.tables.offices import SubmissionRow
from storage.tables.people import CardRow
from storage.tables.traffic import LetterRow

AHEAD = 10_000
"""Versions by which restored drafts are put ahead, so that no button drawn since the backup passes
for one that shows the restored draft."""
IN_USE = ("office", "access_grant", "invitation", "talk", "table_import", "setting")
"""Tables of which one that has a row makes a database one that somebody uses."""
_letter = LetterRow.__table__
_card = CardRow.__table__
_submission = SubmissionRow.__table__


def restore(
    database: Database,
    file: Path,
    now: datetime,
    *,
    replace: bool = False,
    reapply_erasures: Callable[[Connection], object] | None = None,
    told: Told = unheard,
) -> Manifest:
    """Put a backup in the place of what the database holds, or nothing at all; what it held.

    `reapply_erasures` erases again who was erased since, in the same transaction. Without `replace`
    a database that is in use is refused. Raises BackupUnusable, also where there is no room to
    bring an older one up to date, DatabaseUnusable where DATA_KEY does not open the backup's
    personal data, and what the erasing raises. `Database.scrub` must follow. Whoever is interrupted
    while it waits, as by Ctrl+C, has restored nothing.
    """
    manifest = inspect(file)
    given_up = threading.Event()

    def wanted() -> None:
        if given_up.is_set():
            raise InterruptedError("nobody waits for this restore any more")

    def work(connection: Connection) -> None:
        if not replace and _in_use(connection):
            raise BackupUnusable(
                "the database is in use: give DATABASE_URL another one, or replace all that it "
                "holds by --replace"
            )
        with _emptied(connection):
            for table in plain_tables():
                told(table.name)
                for batch in batches(current, table):
                    wanted()
                    connection.execute(insert(table), batch)
        vault.vault_of(connection).forget()
        if not vault.check(connection):
            vault.make_secret(connection)
        numbering.count_on(connection, manifest.numbers)
        if manifest.schema != migrations.HEAD:
            desks.refill(connection)
        if reapply_erasures is not None:
            # First: it goes by when each row was changed.
            reapply_erasures(connection)
        _allow_for_what_came_since(connection, manifest, now)
        wanted()

    with _of_this_schema(file, manifest) as current:
        if set(inspect(current).rows) != {table.name for table in plain_tables()}:
            raise damaged(file)
        try:
            database.write(work)
        except (IntegrityError, DataError):
            raise damaged(file) from None
        finally:
            # The transaction is another thread's, which no signal reaches.
            given_up.set()
            # Whether or not it was put in its place, the secret is the one that is stored now.
            database.read(lambda connection: vault.vault_of(connection).forget())
    return manifest


def _in_use(connection: Connection) -> bool:
    tables = {table.name: table for table in plain_tables()}
    return any(
        connection.execute(select(tables[name].primary_key.columns[0]).limit(1)).first()
        for name in IN_USE
    )


@contextmanager
def _emptied(connection: Connection) -> Iterator[None]:
    """All tables without a row. What guards rows against changes is off until the block ends."""
    names = [table.name for table in reversed(plain_tables())]
    if connection.dialect.name == "postgresql":
        quoted = ", ".join(f'"{name}"' for name in names)
        connection.execute(text(f"TRUNCATE {quoted}"))
        yield
        return
    guards = connection.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    ).all()
    for name, _ in guards:
        connection.execute(text(f'DROP TRIGGER "{name}"'))
    for name in names:
        connection.execute(text(f'DELETE FROM "{name}"'))  # noqa: S608 - our own tables
    yield
    for _, made in guards:
        connection.exec_driver_sql(made)


def _allow_for_what_came_since(connection: Connection, manifest: Manifest, now: datetime) -> None:
    """Nothing is sent twice, no button of a lost version counts, every card is drawn again."""
    # Said since; they would keep whoever was erased known.
    connection.execute(delete(_letter).where(_letter.c.code == NoticeCode.ACCOUNT_ERASED))
    connection.execute(
        update(_letter)
        .where(_letter.c.state.in_(("pending", "sending")))
        .values(
            state="unknown",
            why="it waited when the backup was made, and may have been sent since",
            content=None,
            changed_at=now,
        )
    )
    connection.execute(update(_submission).values(version=_submission.c.version + AHEAD))
    bulk.give_up_letters(connection)
    shown = _card.c.message_id.is_not(None)
    connection.execute(update(_card).where(shown).values(wanted=_card.c.wanted + 1))
    made_at = manifest.made_at.isoformat(timespec="seconds")
    journal.note(connection, actor=None, office_id=None, what=f"restored from {made_at}", now=now)


@contextmanager
def _of_this_schema(file: Path, manifest: Manifest) -> Iterator[Path]:
    """A backup with this program's schema: the file itself, or one that goes afterwards."""
    if manifest.schema == migrations.HEAD:
        yield file
        return
    with ExitStack() as until_restored:
        try:
            made = tempfile.TemporaryDirectory(prefix="komplet-restore-")
            folder = Path(until_restored.enter_context(made))
            current = _brought_up(file, folder, manifest)
        except (OSError, OperationalError, DatabaseUnusable):
            raise BackupUnusable(
                f"{file} cannot be brought up to date, for which there is no room among the "
                "temporary files: make room, or set TMPDIR to another folder"
            ) from None
        except SQLAlchemyError:
            raise damaged(file) from None
        yield current


def _brought_up(file: Path, folder: Path, manifest: Manifest) -> Path:
    """The same backup with this program's schema, by way of a database of its own."""
    url = f"sqlite:///{folder / 'older.sqlite3'}"
    # Parameters are hidden in what is raised: they are names.
    engine = create_engine(url, hide_parameters=True)
    with engine.begin() as connection:
        migrations.upgrade(connection, manifest.schema)
        former = MetaData()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of an index by an expression, which is not needed
            former.reflect(connection, only=list(manifest.rows))
        for table in former.sorted_tables:
            for batch in batches(file, table):
                connection.execute(insert(table), batch)
        migrations.upgrade(connection)
    engine.dispose()
    database = Database(url)
    try:
        current = folder / "current"
        with current.open("w+b") as stream:
            database.read(lambda c: write(c, stream, manifest.made_at, unheard))
        return current
    finally:
        database.close()
