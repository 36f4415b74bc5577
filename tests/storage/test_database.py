"""Opening a database: a fresh one, an older one, and everything that can be wrong with it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, insert, make_url, text
from sqlalchemy.exc import IntegrityError, InternalError

from conversations.overview import Wanted, Which, look
from conversations.submission import Office, Submission
from storage import desks, migrations, offices, settings, submissions
from storage.database import Connection, Database, DatabaseUnusable
from storage.desks import COUNTED
from storage.tables.columns import Row
from storage.tables.offices import SubmissionRow
from storage.tables.programme import SettingRow
from storage.teams import columns
from storage.vault import Vault, make_secret, new_key
from tests.storage.stock import NOW, whole_team


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without a single table, of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new.db'}"
    make: Callable[[], str] = request.getfixturevalue("new_postgresql_url")
    return make()


@pytest.fixture
def opened(empty_url: str) -> Iterator[Database]:
    """An empty database, not yet prepared."""
    database = Database(empty_url)
    yield database
    database.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a test puts what is no good database."""
    return tmp_path / "komplet.db"


def refusal(file: Path, busy_seconds: float = 0.05) -> str:
    """What is said instead of opening it."""
    database = Database(f"sqlite:///{file}", busy_seconds=busy_seconds)
    try:
        with pytest.raises(DatabaseUnusable) as refused:
            database.prepare()
    finally:
        database.close()
    return str(refused.value)


def migrate(url: str, revision: str) -> None:
    """As a program of that revision would have."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    engine = create_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def set_key(database: Database, key: str, value: str) -> None:
    database.write(lambda c: settings.put(c, key, value))


def get_key(database: Database, key: str) -> str | None:
    return database.read(lambda c: settings.get(c, key))


# --- The address --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "no database address"),
        ("komplet.db", "no database address"),
        ("postgresql+psycopg://u:p@host:port/db", "no database address"),
        ("sqlite://", "names no file"),
        ("sqlite:///", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite+aiosqlite:///a.db", "'sqlite+aiosqlite' is not supported"),
        ("postgresql://localhost/db", "'postgresql' is not supported"),
        ("mysql://localhost/db", "'mysql' is not supported"),
        ("postgresql+psycopg://ela:hun@ter2@localhost/db", "a bare @ in its password: write it as"),
        ("postgresql+psycopg://ela:hun@ter2/x@localhost/db", "a bare @ in its password: write it"),
    ],
)
def test_an_address_that_means_nothing_is_refused_with_the_way_out(url: str, says: str) -> None:
    with pytest.raises(DatabaseUnusable) as refused:
        Database(url)
    assert says in str(refused.value)
    assert "use sqlite:///komplet.db or postgresql+psycopg://" in str(refused.value)
    assert "ter2" not in str(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://ela:hunter2@db.example.org/komplet",
        "postgresql+psycopg://ela@db.example.org/komplet?password=hunter2",
        "postgresql+psycopg://ela:hunter2%40x@db.example.org/komplet",
    ],
)
def test_an_address_is_shown_without_its_password(url: str) -> None:
    database = Database(url)
    shown = database.url_for_people
    assert "hunter2" not in shown
    assert shown.startswith("postgresql+psycopg://ela")
    assert shown.endswith("@db.example.org/komplet")
    database.close()


# --- The schema ---------------------------------------------------------------------------------


def test_an_empty_database_is_made_ready(opened: Database) -> None:
    opened.prepare()
    assert get_key(opened, "deadline") is None
    opened.prepare()
    set_key(opened, "deadline", "2027-01-15")
    opened.prepare()
    assert get_key(opened, "deadline") == "2027-01-15"


def test_nobody_but_its_owner_may_read_a_new_file_and_its_log(file: Path) -> None:
    before = os.umask(0o022)
    database = Database(f"sqlite:///{file}")
    try:
        database.prepare()
        set_key(database, "contact", "iod@example.org")
        modes = {each.name: oct(each.stat().st_mode & 0o777) for each in file.parent.iterdir()}
    finally:
        os.umask(before)
        database.close()
    names = (file.name, f"{file.name}-wal", f"{file.name}-shm")
    assert modes == dict.fromkeys(names, "0o600")


@pytest.mark.filterwarnings("ignore:Skipp.* unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
def test_the_migrations_make_exactly_the_tables_that_the_program_reads(opened: Database) -> None:
    opened.prepare()
    differences = opened.read(
        lambda c: compare_metadata(MigrationContext.configure(c), Row.metadata)
    )
    assert differences == []


def test_the_program_knows_every_revision_and_the_last() -> None:
    """Alembic itself is not asked at the start, since its import takes long."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    history = ScriptDirectory.from_config(config)
    assert history.get_heads() == [migrations.HEAD]
    assert {each.revision for each in history.walk_revisions()} == migrations.KNOWN


def _written_by_an_older_program(connection: Connection, submission: Submission) -> None:
    """One office with its team, in the columns that there have always been."""
    office = {"id": 1, "name": submission.office.name, "limit": 8, "at": NOW.replace(tzinfo=None)}
    connection.execute(
        text(
            "INSERT INTO office (id, name, limit_steering, practice, closed, updated_at) "
            "VALUES (:id, :name, :limit, false, false, :at)"
        ),
        office,
    )
    of_old = columns(submission)
    connection.execute(
        text("INSERT INTO journal (at, what, version) VALUES (:at, 'x', 0)"), {"at": office["at"]}
    )
    values = {
        "office_id": 1,
        **{name: of_old[name] for name in of_old if name not in {*COUNTED, "word", "entered"}},
    }
    connection.execute(insert(SubmissionRow.__table__), values)


@pytest.mark.parametrize("revision", sorted(migrations.KNOWN - {migrations.HEAD}))
def test_an_older_database_is_brought_up_to_date_with_what_is_in_it(
    empty_url: str, revision: str
) -> None:
    """An older Komplet's office has a team; after the upgrade it has it still."""
    migrate(empty_url, revision)
    database = Database(empty_url)
    try:
        before = Submission(Office(1, "Urząd Gminy Rejowiec", limit_steering=8))
        kept = replace(before.with_team(whole_team()), version=3)
        database.write(partial(_written_by_an_older_program, submission=kept))
        database.prepare()
        assert database.read(submissions.all_submissions) == [kept]
        every = Wanted(Which.ALL)
        assert database.read(lambda c: desks.load(c, None, every)) == look([kept], every)
        with pytest.raises(IntegrityError):
            database.write(lambda c: c.execute(text("DELETE FROM office")))
        with pytest.raises(Exception, match="only added to"):
            database.write(lambda c: c.execute(text("DELETE FROM journal")))
    finally:
        database.close()


def test_an_older_database_is_brought_up_to_date_under_its_key_and_no_other(
    empty_url: str,
) -> None:
    """What a desk counts is read from what is encrypted."""
    migrate(empty_url, "0008")
    vault = Vault.of(new_key())
    sealed = Database(empty_url, vault=vault)
    kept = replace(Submission(Office(1, "Urząd Gminy Rejowiec")).with_team(whole_team()), version=3)
    try:
        sealed.write(make_secret)
        sealed.write(partial(_written_by_an_older_program, submission=kept))
        for other in (Vault(), Vault.of(new_key())):
            refused = Database(empty_url, vault=other)
            with pytest.raises(DatabaseUnusable, match="DATA_KEY"):
                refused.prepare()
            refused.close()
        assert sealed.look() == "0008"
        sealed.prepare()
        assert [each.team for each in sealed.read(submissions.all_submissions)] == [whole_team()]
        assert sealed.read(lambda c: desks.load(c, None, Wanted(Which.ALL))).overview.count == 1
    finally:
        sealed.close()


def test_a_database_of_a_newer_program_is_left_alone(opened: Database) -> None:
    opened.prepare()
    opened.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(
        DatabaseUnusable, match=r"newer Komplet \(schema 9999\): install that version"
    ):
        opened.prepare()


def test_a_database_of_another_program_is_left_alone(opened: Database) -> None:
    opened.write(lambda c: c.execute(text("CREATE TABLE invoices (id INTEGER)")))
    with pytest.raises(DatabaseUnusable, match="belongs to another program"):
        opened.prepare()
    assert opened.read(lambda c: c.scalar(text("SELECT count(*) FROM invoices"))) == 0


def test_a_start_that_was_interrupted_before_the_first_table_is_made_good(
    opened: Database,
) -> None:
    opened.write(
        lambda c: c.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
    )
    opened.prepare()
    assert opened.read(offices.all_offices) == []


def test_several_processes_that_start_at_once_migrate_once(empty_url: str) -> None:
    """Each is the real program; none fails, and the schema is whole."""
    program = "import sys; from storage.database import Database; Database(sys.argv[1]).prepare()"
    started = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", program, empty_url], stderr=subprocess.PIPE
        )
        for _ in range(4)
    ]
    errors = [process.communicate(timeout=60)[1].decode() for process in started]
    assert [process.returncode for process in started] == [0] * 4, errors
    database = Database(empty_url)
    try:
        database.prepare()
        assert database.read(offices.all_offices) == []
    finally:
        database.close()


# --- What can be wrong with a file --------------------------------------------------------------


def test_a_folder_that_is_not_there_is_named_and_not_made(tmp_path: Path) -> None:
    said = refusal(tmp_path / "a" / "komplet.db")
    assert "there is no such folder: make it, or correct DATABASE_URL" in said
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("")
    assert "cannot be opened" in refusal(tmp_path / "notes.txt" / "komplet.db")


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(tmp_path)


def test_a_text_file_is_no_database(file: Path) -> None:
    file.write_text("Lista osób\n" * 500)
    assert "no SQLite database" in refusal(file)
    assert file.read_text().startswith("Lista osób")


def test_a_damaged_file_is_recognised(migrated_sqlite: Path, file: Path) -> None:
    whole = migrated_sqlite.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole[:8192] + b"\xff" * 4096 + whole[12288:]):
        file.write_bytes(damaged)
        assert "the file is damaged: restore a backup" in refusal(file)
        assert file.read_bytes() == damaged


def test_a_file_that_another_program_holds_is_not_waited_for_for_ever(
    migrated_sqlite: Path, file: Path
) -> None:
    file.write_bytes(migrated_sqlite.read_bytes())
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        assert "another program holds it" in refusal(file)


# --- What can be wrong with a server ------------------------------------------------------------


def server_says(url: str) -> str:
    database = Database(url)
    try:
        with pytest.raises(DatabaseUnusable) as refused:
            database.prepare()
    finally:
        database.close()
    assert "hunter2" not in str(refused.value)
    return str(refused.value)


def test_a_server_that_is_not_there_is_named() -> None:
    said = server_says("postgresql+psycopg://ela:hunter2@127.0.0.1:9/komplet")
    assert "the server does not answer: start it" in said
    assert "@127.0.0.1:9/komplet" in said


def test_a_database_that_the_server_does_not_have_is_named(
    new_postgresql_url: Callable[[], str],
) -> None:
    url = new_postgresql_url().replace("/komplet_", "/missing_")
    assert "no such database or user: create it" in server_says(url)


def test_a_wrong_password_is_told(password_postgresql_url: Callable[[str], str]) -> None:
    assert "refuses the user or the password" in server_says(password_postgresql_url("hunter2"))


def test_whatever_else_a_server_says_is_passed_on(
    password_postgresql_url: Callable[[str], str], postgresql_server: str
) -> None:
    """Here nobody gave the user a schema to make tables in."""
    url = password_postgresql_url("right")
    database = make_url(url).database
    with psycopg.connect(postgresql_server, dbname=database, autocommit=True) as connection:
        connection.execute("ALTER SCHEMA public OWNER TO postgres")
        connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    assert "the server says: no schema has been selected" in server_says(url)


def test_a_server_that_goes_away_is_explained_to_readers_and_writers(
    postgresql: Database, migrated_postgresql_url: str, postgresql_server: str
) -> None:
    """Both are in the middle of their work when the server ends their connection."""
    end = text("SELECT pg_terminate_backend(pg_backend_pid())")
    with pytest.raises(DatabaseUnusable, match="does not answer"):
        postgresql.write(lambda c: c.execute(end))
    with pytest.raises(DatabaseUnusable, match="does not answer"):
        postgresql.read(lambda c: c.execute(end))
    assert get_key(postgresql, "deadline") is None


# --- Reading and writing ------------------------------------------------------------------------


def test_a_work_that_fails_leaves_nothing_behind(database: Database) -> None:
    def work(connection: object) -> None:
        settings.put(connection, "deadline", "2027-01-15")  # type: ignore[arg-type]
        raise LookupError("on purpose")

    with pytest.raises(LookupError, match="on purpose"):
        database.write(work)
    assert get_key(database, "deadline") is None


def test_a_mistake_in_the_program_stays_what_it_is(database: Database) -> None:
    """A statement that cannot be run is no fault of the operator's database."""
    wrong = text("SELECT nothing FROM setting")
    with pytest.raises(Exception, match="nothing") as fault:
        database.read(lambda c: c.execute(wrong))
    assert not isinstance(fault.value, DatabaseUnusable)
    with pytest.raises(Exception, match="nothing") as fault:
        database.write(lambda c: c.execute(wrong))
    assert not isinstance(fault.value, DatabaseUnusable)


def test_a_fault_does_not_tell_who_was_written_about(database: Database) -> None:
    """Tracebacks are logged and stored; names are not for them."""
    wrong = text("INSERT INTO setting (key, nothing) VALUES (:name, 1)")
    with pytest.raises(Exception, match="setting") as fault:
        database.write(lambda c: c.execute(wrong, {"name": "Anna Kowalczyk"}))
    assert "Kowalczyk" not in str(fault.value)


def test_a_reader_sees_one_unchanging_moment(database: Database) -> None:
    def read_twice(connection: object) -> list[str | None]:
        first = settings.get(connection, "a")  # type: ignore[arg-type]
        set_key(database, "a", "changed meanwhile")
        return [first, settings.get(connection, "a")]  # type: ignore[arg-type]

    assert database.read(read_twice) == [None, None]
    assert get_key(database, "a") == "changed meanwhile"


def test_what_was_erased_stays_in_a_log_that_is_read_and_goes_afterwards(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    database = Database(sqlite_url, busy_seconds=0.05)
    file = database.file
    assert file is not None
    log = file.with_name(f"{file.name}-wal")
    try:
        database.prepare()
        with closing(sqlite3.connect(file, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM talk").fetchall()
            set_key(database, "contact", "Bogumiła Zgrzebnicka")
            database.write(lambda c: settings.put(c, "contact", None))
            assert not database.scrub()
            assert not database.scrub(wait=False)
            assert database.to_scrub
            assert "Zgrzebnicka" in log.read_text(errors="replace")
        assert [str(file) in each for each in caplog.messages] == [True]
        assert database.scrub(wait=False)
        assert not database.to_scrub
        assert log.read_bytes() == b""
        assert b"Zgrzebnicka" not in file.read_bytes()
    finally:
        database.close()


def test_a_reader_cannot_write_on_postgresql(postgresql: Database) -> None:
    with pytest.raises(InternalError, match="read-only"):
        postgresql.read(
            lambda c: c.execute(insert(SettingRow.__table__).values(key="a", value="b"))
        )


def test_a_closed_database_takes_nothing_more(database: Database) -> None:
    set_key(database, "a", "b")
    database.close()
    with pytest.raises(RuntimeError, match="closed"):
        database.write(lambda _: None)


def test_closing_finishes_what_was_accepted(database: Database, database_url: str) -> None:
    futures = [
        database.submit(partial(settings.put, key=f"{key}", value="kept")) for key in range(50)
    ]
    database.close()
    assert all(future.done() and future.exception() is None for future in futures)
    again = Database(database_url)
    assert [get_key(again, f"{key}") for key in range(50)] == ["kept"] * 50
    again.close()


def test_a_database_that_was_never_used_closes(database_url: str) -> None:
    Database(database_url).close()
