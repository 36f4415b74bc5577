"""The command line as an operator meets it: what works, and one line with the mend where not.

Most commands run in this process, through the program's own `main`; what a process, its rights or
its streams decide runs as `python -m bot`.
"""

import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from bot import cli
from storage.database import Database
from tests.bot.commands import Command, one_line
from tests.running import Finished
from tests.storage.stock import import_offices, row

IMPATIENT = {"create": True, "write": True, "patience": 0.05}


# --- Settings and usage -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    ["run", "playground", "import", "invite", "status", "export", "read"],
)
def test_every_command_explains_itself(komplet: Command, command: str) -> None:
    told = komplet(command, "--help")
    assert told.code == 0
    assert "Usage: komplet" in told.out
    assert "Traceback" not in told.err
    assert "Options" in told.out


def test_the_program_alone_lists_its_commands(komplet: Command) -> None:
    told = komplet("--help")
    for command in ("run", "playground", "import", "invite", "status", "export", "read"):
        assert command in told.out
    assert komplet().code == 2


@pytest.mark.parametrize(
    "arguments", [("fly",), ("export",), ("import",), ("invite",), ("status", "--xml")]
)
def test_wrong_usage_is_code_2(komplet: Command, arguments: tuple[str, ...]) -> None:
    told = komplet(*arguments)
    assert told.code == 2
    assert "Traceback" not in told.err


@pytest.mark.parametrize("command", [("status",), ("invite", "coordinator")])
@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DATABASE_URL", "komplet.db", "DATABASE_URL is no database address: use sqlite:///"),
        ("DATABASE_URL", "mysql://host/db", "'mysql' is not supported: use sqlite:///"),
        ("DATABASE_URL", "sqlite://", "DATABASE_URL names no file: use sqlite:///"),
        ("BOT_TOKEN", "hunter2", "BOT_TOKEN must look like"),
        ("TIMEZONE", "Mars/Olympus", "TIMEZONE must be a name such as Europe/Warsaw"),
        (
            "WEBHOOK_URL",
            "bot.example.pl",
            "WEBHOOK_URL must be an address such as https://bot.example.pl/telegram",
        ),
    ],
)
def test_a_wrong_setting_stops_every_command_with_code_2(
    komplet: Command, *, command: tuple[str, ...], name: str, value: str, says: str
) -> None:
    line = one_line(komplet(*command, **{name: value}), 2)
    assert says in line
    assert "hunter2" not in line


def test_a_wrong_setting_stops_the_bot_before_its_log_repeats_it(process: Command) -> None:
    line = one_line(process("run", BOT_TOKEN="hunter2"), 2)
    assert "BOT_TOKEN must look like" in line
    assert "hunter2" not in line


def test_a_bot_without_a_token_says_where_to_get_one(process: Command) -> None:
    line = one_line(process("run", BOT_TOKEN=""), 2)
    assert "BOT_TOKEN is not set" in line
    assert "komplet playground" in line


def test_a_bot_that_cannot_reach_telegram_names_the_address(process: Command) -> None:
    told = process("run", TELEGRAM_API_URL="http://127.0.0.1:9")
    assert told.code == 1
    assert told.err.splitlines()[-1] == (
        "komplet: TELEGRAM_API_URL http://127.0.0.1:9 does not answer: check the address and the "
        "network"
    )


@pytest.mark.parametrize("status", [400, 403])
def test_a_start_that_telegram_refuses_names_the_address_and_the_token(
    process: Command, status: int
) -> None:
    class Refusing(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = json.dumps({"ok": False, "error_code": status, "description": "Logged out"})
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer.encode())

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with HTTPServer(("127.0.0.1", 0), Refusing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        told = process("run", TELEGRAM_API_URL=url)
        server.shutdown()
    assert told.code == 2
    assert told.err.splitlines()[-1] == (
        f"komplet: TELEGRAM_API_URL {url} does not say whose BOT_TOKEN is (Logged out): correct "
        "one of them"
    )


def test_a_settings_file_that_may_not_be_read_is_named(process: Command, folder: Path) -> None:
    (folder / ".env").write_text("LOG_FORMAT=json\n")
    (folder / ".env").chmod(0)
    assert ".env cannot be read (Permission denied)" in one_line(process("status"), 2)


# --- Databases on their worst days ------------------------------------------------------------


def every_command(komplet: Command, table: Path) -> Iterator[Finished]:
    yield komplet("status")
    yield komplet("export", "stan.json")
    yield komplet("invite", "coordinator")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda file: file.write_bytes(b"to nie baza " * 99), "no SQLite database"),
        (lambda file: file.write_bytes(file.read_bytes()[:9000]), "damaged: restore a backup"),
        (lambda file: alter(file, "UPDATE alembic_version SET version_num = '9'"), "newer Komplet"),
        (lambda file: (file.unlink(), file.mkdir()), "cannot be opened"),
    ],
    ids=["no database", "damaged", "newer", "a folder"],
)
def test_a_database_that_cannot_be_used_is_one_line_and_left_alone(
    komplet: Command,
    migrated_sqlite: Path,
    folder: Path,
    table: Path,
    *,
    spoil: Callable[[Path], object],
    says: str,
) -> None:
    file = folder / "komplet.sqlite3"
    file.write_bytes(migrated_sqlite.read_bytes())
    spoil(file)
    before = file.read_bytes() if file.is_file() else None
    for finished in every_command(komplet, table):
        line = one_line(finished, 1)
        assert says in line
        assert "komplet.sqlite3" in line
    assert not (folder / "stan.json").exists()
    assert before == (file.read_bytes() if file.is_file() else None)
    refused = komplet("import", "tabela.xlsx", "--yes")
    assert refused.code == 1
    assert says in refused.err


def alter(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_locked_database_is_told(
    komplet: Command, store: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the patience of a few seconds, which this test does not have. Reading goes on."""
    monkeypatch.setattr(cli.common.opened.__wrapped__, "__kwdefaults__", IMPATIENT)  # type: ignore[attr-defined]
    with closing(sqlite3.connect(folder / "komplet.sqlite3", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        assert "another program holds it" in one_line(komplet("invite", "coordinator"), 1)
        for command in (("status",), ("export", "stan.csv"), ("remind", "--dry-run")):
            assert komplet(*command).code == 0


def test_a_file_that_may_not_be_written_is_told(
    process: Command, migrated_sqlite: Path, folder: Path
) -> None:
    file = folder / "komplet.sqlite3"
    file.write_bytes(migrated_sqlite.read_bytes())
    file.chmod(0o444)
    line = one_line(process("invite", "coordinator"), 1)
    assert "the file may not be written: check its owner and permissions" in line
    assert file.read_bytes() == migrated_sqlite.read_bytes()


def test_a_folder_that_may_not_be_written_is_told(process: Command, folder: Path) -> None:
    (folder / "closed").mkdir(mode=0o555)
    line = one_line(process("invite", "coordinator", DATABASE_URL="sqlite:///closed/k.db"), 1)
    assert "cannot be opened: check that it is a file in a folder that may be written" in line


@pytest.mark.parametrize(
    "arguments", [("status",), ("invite", "coordinator"), ("settings", "limit_mode", "exact")]
)
def test_a_missing_folder_is_told_and_not_made(
    komplet: Command, folder: Path, arguments: tuple[str, ...]
) -> None:
    line = one_line(komplet(*arguments, DATABASE_URL="sqlite:///data/komplet.db"), 1)
    assert "there is no such folder: make it, or correct DATABASE_URL" in line
    assert list(folder.iterdir()) == []


def test_a_postgresql_that_does_not_answer_is_told(komplet: Command) -> None:
    line = one_line(
        komplet("status", DATABASE_URL="postgresql+psycopg://ela:hunter2@127.0.0.1:9/k"), 1
    )
    assert "the server does not answer: start it, or correct DATABASE_URL" in line
    assert "hunter2" not in line


def test_a_wrong_password_is_told_and_not_repeated(
    komplet: Command, password_postgresql_url: Callable[[str], str]
) -> None:
    line = one_line(komplet("status", DATABASE_URL=password_postgresql_url("hunter2")), 1)
    assert "refuses the user or the password: correct DATABASE_URL" in line
    assert "hunter2" not in line
    assert komplet("status", DATABASE_URL=password_postgresql_url("right")).code == 0


def test_a_user_who_may_not_make_tables_is_told(
    komplet: Command, password_postgresql_url: Callable[[str], str], postgresql_server: str
) -> None:
    url = password_postgresql_url("right")
    database = make_url(url).database
    with psycopg.connect(postgresql_server, dbname=database, autocommit=True) as connection:
        connection.execute("ALTER SCHEMA public OWNER TO postgres")
    assert "the user may not do this: grant it" in one_line(komplet("status", DATABASE_URL=url), 1)


def test_the_same_commands_work_on_postgresql(
    komplet: Command, folder: Path, table: Path, new_postgresql_url: Callable[[], str]
) -> None:
    url = new_postgresql_url()
    assert komplet("import", "tabela.xlsx", "--yes", DATABASE_URL=url).code == 0
    assert komplet("invite", "head", "--office", "Włodawie", DATABASE_URL=url).code == 0
    assert komplet("export", "stan.csv", DATABASE_URL=url).code == 0
    report = json.loads(komplet("status", "--json", DATABASE_URL=url).out)
    assert len(report["offices"]) == 6
    assert not (folder / "komplet.sqlite3").exists()


def test_a_pipe_that_is_closed_early_is_no_failure_of_ours(folder: Path, store: Database) -> None:
    """`komplet status | head -1`."""
    import_offices(store, *(row(f"Urząd Gminy numer {number}") for number in range(600)))
    piped = subprocess.run(  # noqa: PLW1510
        ["bash", "-c", f"{sys.executable} -m bot status --json | head -c 10"],
        env={"PATH": os.environ["PATH"]},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert piped.stderr == ""
    assert piped.stdout == '{\n  "offic'
