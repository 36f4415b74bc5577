"""`komplet doctor`: what is wrong is named with its mend, and nothing is changed by looking."""

import json
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from bot import clock, doctor
from bot.doctor import Finding, Level
from bot.playground.bot_api import Playground, serve
from bot.playground.sample import sample_table
from bot.playground.world import World
from bot.settings import Settings
from storage import outbox, rotation, updates
from storage.database import Database
from storage.vault import Vault, new_key
from tests.bot.commands import Command
from tests.running import TOKEN
from tests.storage.stock import NOW, one_office
from tests.storage.traces import everywhere

Look = Callable[..., Any]


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with serve(World(TOKEN)) as served:
        yield served


@pytest.fixture
def look(playground: Playground, tmp_path: Path, sqlite_url: str) -> Look:
    """Everything looked at, with a token that Telegram's double knows."""

    async def looked(**changes: Any) -> list[Finding]:
        given = {
            "bot_token": SecretStr(TOKEN),
            "database_url": SecretStr(sqlite_url),
            "telegram_api_url": playground.url,
            **changes,
        }
        return await doctor.examine(Settings(_env_file=None, **given), tmp_path)

    return looked


def wrong(found: list[Finding]) -> dict[str, tuple[str, str]]:
    """What is not as it should be: what was said and its mend, by the check."""
    return {each.check: (each.said, each.mend) for each in found if each.level is not Level.OK}


async def test_a_sound_bot_has_nothing_to_mend(look: Look) -> None:
    found = await look()
    assert wrong(found) == {}
    checks = [each.check for each in found]
    assert {"settings", "database", "data", "disk", "files", "time zone", "telegram", "token"} <= (
        set(checks)
    )


async def test_a_token_that_telegram_does_not_know(look: Look) -> None:
    found = await look(bot_token=SecretStr("1234567:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQ"))
    assert wrong(found)["token"] == ("Telegram does not know it", "copy it again from @BotFather")
    assert "BOT_TOKEN is not set" in wrong(await look(bot_token=None))["settings"]


async def test_a_telegram_that_does_not_answer(look: Look) -> None:
    said, mend = wrong(await look(telegram_api_url="http://127.0.0.1:1"))["telegram"]
    assert "does not answer" in said
    assert "TELEGRAM_API_URL" in mend


@pytest.mark.parametrize("host", ["127.0.0.1:9", "999.1.1.1"], ids=["nobody", "no address"])
async def test_an_address_of_telegram_is_shown_without_its_password(look: Look, host: str) -> None:
    said, mend = wrong(await look(telegram_api_url=f"http://ela:hunter2@{host}"))["telegram"]
    assert said.startswith(f"http://{host} does not answer")
    assert "TELEGRAM_API_URL" in mend


async def test_a_webhook_in_the_way_of_polling(look: Look, playground: Playground) -> None:
    """Polling is refused by 409 while there is one."""
    import httpx

    async with httpx.AsyncClient(base_url=playground.url) as http:
        url = "http://127.0.0.1:1/hook"
        await http.post(f"/bot{TOKEN}/setWebhook", json={"url": url})
    said, mend = wrong(await look())["updates"]
    assert "409" in said
    assert "another program with the same token" in mend


def test_a_clock_that_is_wrong() -> None:
    """Told by the Date of Telegram's answers."""
    with clock.following(lambda: NOW):
        http = "%a, %d %b %Y %H:%M:%S GMT"
        (agrees,) = doctor._clock((NOW + timedelta(seconds=10)).strftime(http))
        (ahead,) = doctor._clock((NOW - timedelta(minutes=3)).strftime(http))
        assert (agrees.level, ahead.level) == (Level.OK, Level.WARNING)
        assert "180 s before" in ahead.said
        assert "NTP" in ahead.mend
        assert not list(doctor._clock(None))
        assert not list(doctor._clock("yesterday"))


async def test_databases_that_are_not_ready(look: Look, tmp_path: Path) -> None:
    async def about(url: str) -> tuple[str, str]:
        return wrong(await look(database_url=SecretStr(url)))["database"]

    assert "no file yet" in (await about(f"sqlite:///{tmp_path / 'new.sqlite3'}"))[0]
    assert not (tmp_path / "new.sqlite3").exists()
    assert "make it" in (await about(f"sqlite:///{tmp_path / 'no' / 'x.sqlite3'}"))[1]
    assert "use sqlite:///" in (await about("mysql://x"))[1]
    (tmp_path / "text").write_text("no database" * 100)
    assert "move it away" in (await about(f"sqlite:///{tmp_path / 'text'}"))[1]
    (tmp_path / "empty").touch()
    assert "it is empty" in (await about(f"sqlite:///{tmp_path / 'empty'}"))[0]


async def test_an_old_schema_is_told_and_left_alone(look: Look, sqlite: Database) -> None:
    sqlite.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '0001'")))
    said, mend = wrong(await look())["database"]
    assert "schema 0001 is older" in said
    assert "komplet backup" in mend
    assert sqlite.look() == "0001"


async def test_data_that_is_damaged_inside(look: Look, sqlite: Database) -> None:
    one_office(sqlite)
    sqlite.write(lambda c: c.execute(text("UPDATE submission SET people = '[]'")))
    said, mend = wrong(await look())["data"]
    assert "submission.people cannot be read" in said
    assert "komplet restore FILE" in mend


async def test_what_waits_for_somebody(look: Look, sqlite: Database) -> None:
    def spoil(connection: Any) -> None:
        updates.set_aside(connection, 5, "{}", "Traceback", NOW)
        put = partial(
            outbox.put, connection, person_id=7, code="x", office_id=None, values={}, now=NOW
        )
        put(key="old")
        begun = outbox.claim(connection, now=NOW)
        assert isinstance(begun, outbox.Letter)
        outbox.unknown(connection, begun.id, NOW)
        put(key="waits")

    sqlite.write(spoil)
    found = await look()
    assert "1 are stored aside" in wrong(found)["updates"][0]
    said = " ".join(each.said for each in found if each.check == "letters")
    assert "1 may or may not have arrived" in said
    assert "the oldest has waited" in said
    assert all(each.level is not Level.FAULT for each in found)


async def test_a_disk_with_little_room(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")
    for free, level in ((2**20, Level.FAULT), (100 * 2**20, Level.WARNING)):
        told = usage._replace(free=free)
        monkeypatch.setattr(shutil, "disk_usage", lambda _, told=told: told)
        assert {each.level for each in await look() if each.check == "disk"} == {level}


async def test_an_env_file_that_others_can_read(look: Look, tmp_path: Path) -> None:
    (tmp_path / ".env").touch(0o600)
    assert not wrong(await look())
    (tmp_path / ".env").chmod(0o644)
    assert wrong(await look())["settings"][1] == "chmod 600 .env"


async def test_a_database_that_others_can_read(look: Look, sqlite: Database) -> None:
    assert sqlite.file is not None
    sqlite.file.chmod(0o640)
    told = wrong(await look())["database"]
    assert told == (f"{sqlite.file} can be read by others", f"chmod 600 {sqlite.file}*")


def test_the_command_tells_everything_and_ends_by_what_it_found(
    komplet: Command, folder: Path
) -> None:
    """No Telegram there: a fault. Neither the token nor a password is ever shown."""
    (folder / "tabela.docx").write_bytes(sample_table())
    assert komplet("import", "tabela.docx", "--yes").code == 0
    away = {"TELEGRAM_API_URL": "http://127.0.0.1:1"}
    told = komplet("doctor", **away)
    assert told.code == 1
    assert "→ check TELEGRAM_API_URL" in told.out
    shape = json.loads(komplet("doctor", "--json", **away).out)
    assert not shape["ok"]
    assert {"check", "level", "said", "mend"} == set(shape["findings"][0])
    assert TOKEN not in told.out + told.err
    refused = komplet("doctor", TIMEZONE="Warsaw")
    assert (refused.code, refused.err) == (1, "")
    assert "TIMEZONE is wrong" in refused.out
    assert "must be a name such as Europe/Warsaw" in refused.out


async def test_keys_that_do_not_fit_and_what_is_not_encrypted(
    look: Look, sqlite: Database, sqlite_url: str
) -> None:
    old, new = new_key(), new_key()
    told = {each.check: each.said for each in await look()}
    assert told["encryption"] == "off: DATA_KEY is not set"
    everywhere(sqlite)
    said, mend = wrong(await look(data_key=SecretStr(old)))["encryption"]
    assert "not under the newest key" in said
    assert "komplet rotate-key" in mend
    sealed = Database(sqlite_url, vault=Vault.of(old))
    sealed.prepare()
    rotation.rotate(sealed)
    sealed.close()
    told = {each.check: each.said for each in await look(data_key=SecretStr(old))}
    assert told["encryption"] == "everything is under the newest key of DATA_KEY"
    said, _ = wrong(await look(data_key=SecretStr(f"{new},{old}")))["encryption"]
    assert "not under the newest key" in said
    for keys, why in ((None, "DATA_KEY is not set"), (SecretStr(new), "DATA_KEY does not open")):
        found = await look(data_key=keys)
        (finding,) = (each for each in found if each.check == "encryption")
        assert (finding.level, why in finding.said) == (Level.FAULT, True)
        assert "the key" in finding.mend


async def test_a_ledger_that_cannot_be_written(look: Look, tmp_path: Path) -> None:
    nowhere = tmp_path / "no" / "such" / "erasures.jsonl"
    said, _ = wrong(await look(erasure_ledger=nowhere))["erasures"]
    assert f"ERASURE_LEDGER {nowhere}" in said


async def test_a_ledger_with_a_line_that_cannot_be_read(look: Look, tmp_path: Path) -> None:
    """The key is sound, an erasure is not."""
    ledger = tmp_path / "l.jsonl"
    ledger.write_text('{"key": "00ff"}\n{"at": "yesterday", "who": "a"}\n')
    found = await look(erasure_ledger=ledger)
    (finding,) = (each for each in found if each.check == "erasures")
    assert (finding.level, "it is damaged" in finding.said) == (Level.FAULT, True)


async def test_a_ledger_whose_place_depends_on_the_folder(
    look: Look, tmp_path: Path, new_postgresql_url: Callable[[], str]
) -> None:
    server = {"database_url": SecretStr(new_postgresql_url())}
    said, mend = wrong(await look(**server))["erasures"]
    assert "ERASURE_LEDGER is not set" in said
    assert "one path" in mend
    assert "erasures" not in wrong(await look(**server, erasure_ledger=tmp_path / "l.jsonl"))
