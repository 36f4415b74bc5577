"""`komplet backup` and `restore` as an operator meets them: beside the running bot, and after."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from subprocess import DEVNULL
from typing import LiteralString

import psycopg
import pytest
from sqlalchemy import create_engine, make_url

from bot.playground.sample import sample_table
from storage import migrations
from tests.bot.commands import Command
from tests.storage.backups import as_written_then

ROOT = Path(__file__).parents[2]


@pytest.fixture
def table(folder: Path, komplet: Command) -> Path:
    """The sample table, imported."""
    file = folder / "tabela.docx"
    file.write_bytes(sample_table())
    assert komplet("import", str(file), "--yes").code == 0
    return file


def test_a_backup_brings_everything_back(table: Path, komplet: Command, folder: Path) -> None:
    before = komplet("status", "--json").out
    done = komplet("backup", "kopia.komplet")
    assert (done.code, done.err) == (0, "")
    assert "rows, schema" in done.out
    new = {"DATABASE_URL": "sqlite:///new.sqlite3"}
    assert komplet("restore", "kopia.komplet", **new).code == 0
    assert komplet("status", "--json", **new).out == before
    assert "https://t.me/" in komplet("invite", "coordinator", **new).out


def test_a_database_in_use_is_kept_unless_told_otherwise(table: Path, komplet: Command) -> None:
    assert komplet("backup", "a").code == 0
    refused = komplet("restore", "a")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.count("\n") == 1
    assert "--replace" in refused.err
    assert "restored as of" in komplet("restore", "a", "--replace").out


def test_a_backup_is_taken_while_somebody_writes(
    table: Path, komplet: Command, folder: Path
) -> None:
    """The writer is not waited for, and what is not committed is not in it."""
    with closing(sqlite3.connect(folder / "komplet.sqlite3", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM member")
        writer.execute("UPDATE office SET closed = 1")
        assert komplet("backup", "a").code == 0
        writer.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (("backup", "komplet.sqlite3"), "is no backup of Komplet"),
        (("backup", "no/such/folder/a"), "choose another place"),
        (("restore", "missing"), "cannot be read (No such file"),
        (("restore", "tabela.docx"), "is damaged: use another backup"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    table: Path, komplet: Command, folder: Path, arguments: tuple[str, ...], mend: str
) -> None:
    before = komplet("status", "--json").out
    refused = komplet(*arguments)
    assert (refused.code, refused.out) == (1, "")
    assert mend in refused.err
    assert refused.err.count("\n") == 1
    assert komplet("status", "--json").out == before


def test_there_is_nothing_to_back_up_before_the_first_table(komplet: Command) -> None:
    refused = komplet("backup", "a")
    assert refused.code == 1
    assert "there is no such file yet" in refused.err


@contextmanager
def blocked(url: str, table: str) -> Iterator[None]:
    """Somebody else holds a table, so that nothing gets past it."""
    server = make_url(url).set(drivername="postgresql")
    with psycopg.connect(server.render_as_string(hide_password=False)) as holder:
        holder.execute(f'LOCK TABLE "{table}" IN ACCESS EXCLUSIVE MODE')
        yield


def asked(url: str, query: LiteralString) -> int:
    """What somebody else finds on a server: one number."""
    server = make_url(url).set(drivername="postgresql")
    with psycopg.connect(server.render_as_string(hide_password=False)) as other:
        found = other.execute(query).fetchone()
    return int(found[0]) if found else 0


WAITING = """SELECT count(*) FROM pg_stat_activity
WHERE wait_event_type = 'Lock' AND datname = current_database()"""


def begun(folder: Path, url: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A command at work, with a folder of its own for what is temporary."""
    (folder / "tmp").mkdir()
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    given = {"DATABASE_URL": url, "TMPDIR": str(folder / "tmp"), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments], env=kept | given, cwd=folder, stderr=DEVNULL
    )


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_backup_that_is_stopped_leaves_no_part_of_itself(
    folder: Path, migrated_postgresql_url: str
) -> None:
    with blocked(migrated_postgresql_url, "letter"):
        command = begun(folder, migrated_postgresql_url, "backup", "kopia")
        until(lambda: list(folder.glob(".kopia.*")))
        command.terminate()
        assert command.wait(60) == 128 + signal.SIGTERM
    assert [each.name for each in folder.iterdir()] == ["tmp"]


def test_a_restore_of_an_older_backup_that_is_stopped_leaves_no_names_behind(
    folder: Path, migrated_postgresql_url: str
) -> None:
    older = f"sqlite:///{folder / 'older.sqlite3'}"
    engine = create_engine(older)
    with engine.begin() as connection:
        migrations.upgrade(connection, "0011")
    engine.dispose()
    as_written_then(older, folder / "kopia", "0011")
    with blocked(migrated_postgresql_url, "letter"):
        command = begun(folder, migrated_postgresql_url, "restore", "kopia")
        until(lambda: list(folder.glob("tmp/komplet-restore-*/older.sqlite3")))
        command.terminate()
        until(lambda: not list((folder / "tmp").iterdir()))
    assert command.wait(60) == 128 + signal.SIGTERM


def test_a_restore_that_is_stopped_restores_nothing(
    table: Path, komplet: Command, folder: Path, migrated_postgresql_url: str
) -> None:
    assert komplet("backup", "kopia").code == 0
    with blocked(migrated_postgresql_url, "letter"):
        command = begun(folder, migrated_postgresql_url, "restore", "kopia")
        until(lambda: asked(migrated_postgresql_url, WAITING))
        command.terminate()
        until(lambda: not list((folder / "tmp").iterdir()))
    assert command.wait(60) == 128 + signal.SIGTERM
    assert asked(migrated_postgresql_url, "SELECT count(*) FROM office") == 0
