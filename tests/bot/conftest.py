"""What tests of the bot share: the playground, and the command line in a folder of its own."""

import io
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
import telegram

from bot import cli
from bot.effects.tables import import_table
from bot.playground.bot_api import Playground, serve
from bot.playground.sample import sample_table
from bot.playground.world import World
from bot.settings import Settings
from conversations.coordination_table import Sheet, read
from storage.database import Database
from tests import running
from tests.bot.commands import Command
from tests.playing import TOKEN, USERNAME, Table, laid_table
from tests.running import Finished
from tests.storage.stock import NOW
from tests.tables import sample_rows


@pytest.fixture
async def playing() -> AsyncIterator[Table]:
    """A playground where the head of an office has begun a chat."""
    async with laid_table() as laid:
        yield laid


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    """The playground on a port of its own."""
    async with serve(World(TOKEN, username=USERNAME)) as served:
        yield served


@pytest.fixture
async def http(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    """People and calls, over raw HTTP."""
    async with httpx.AsyncClient(base_url=playground.url) as client:
        yield client


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[telegram.Bot]:
    """A bot of python-telegram-bot."""
    url = playground.url
    async with telegram.Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as ptb:
        yield ptb


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the operator works."""
    return tmp_path


@pytest.fixture
def komplet(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs a command in this process: `komplet("status", "--json", DATABASE_URL=…)`."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BOT_TOKEN", running.TOKEN)
    monkeypatch.setenv("BOT_USERNAME", running.USERNAME)
    root = logging.getLogger()
    level = root.level

    def run(*arguments: str, answer: str = "", **environment: str) -> Finished:
        with monkeypatch.context() as patched:
            for name, value in environment.items():
                patched.setenv(name, value)
            patched.setattr(sys, "argv", ["komplet", *arguments])
            patched.setattr(sys, "stdin", io.StringIO(answer))
            capsys.readouterr()
            code: Any = 0
            handlers = list(root.handlers)
            try:
                cli.main()
            except SystemExit as end:
                code = end.code or 0
            finally:
                # `run` logs to this test's standard error, which later tests do not have.
                root.handlers[:], root.level = handlers, level
                structlog.reset_defaults()
            said = capsys.readouterr()
            assert running.TOKEN not in said.out + said.err
            return Finished(code, said.out, said.err)

    return run


@pytest.fixture
def process(folder: Path) -> Command:
    """Runs a command as a process of its own, root's privileges over files left behind."""

    def run(*arguments: str, answer: str = "", **environment: str) -> Finished:
        names = ("PATH", "HOME", "COVERAGE_PROCESS_CONFIG")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        bot = {"BOT_TOKEN": running.TOKEN, "BOT_USERNAME": running.USERNAME}
        heeding = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
        done = subprocess.run(  # noqa: PLW1510 - the code is the test's business
            [*(heeding if os.geteuid() == 0 else []), sys.executable, "-m", "bot", *arguments],
            env=kept | bot | environment,
            cwd=folder,
            input=answer,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert running.TOKEN not in done.stdout + done.stderr
        return Finished(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def store(folder: Path, migrated_sqlite: Path) -> Iterator[Database]:
    """The operator's database, opened beside the program."""
    (folder / "komplet.sqlite3").write_bytes(migrated_sqlite.read_bytes())
    database = Database(f"sqlite:///{folder / 'komplet.sqlite3'}")
    yield database
    database.close()


@pytest.fixture
def table(folder: Path) -> Path:
    """The sample coordination table in the operator's folder."""
    file = folder / "tabela.xlsx"
    file.write_bytes(sample_table())
    return file


@pytest.fixture(scope="session")
def sample_sqlite(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file into which the sample table was imported, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "komplet.sqlite3"
    shutil.copy(migrated_sqlite, path)
    database = Database(f"sqlite:///{path}")
    reading = read([Sheet("tabela", tuple(map(tuple, sample_rows())))])
    database.write(lambda c: import_table(c, reading, "tabela.xlsx", NOW))
    database.close()
    return path


@pytest.fixture
def imported(folder: Path, sample_sqlite: Path) -> None:
    """The operator's database holds the sample table."""
    shutil.copy(sample_sqlite, folder / "komplet.sqlite3")
