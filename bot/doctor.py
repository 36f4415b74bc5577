"""Looks at everything a running bot needs, changes nothing, and says how to mend what is wrong.

May run beside the bot: it never polls, since that would break the bot's own poll off (409).
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot import clock, uploads
from bot.settings import Settings
from storage import backlog, migrations, rotation, soundness
from storage.database import Connection, Database, DatabaseUnusable
from storage.ledger import Ledger
from storage.vault import check, vault_of

LEAST_DISK, LITTLE_DISK = 50 * 2**20, 500 * 2**20
"""Bytes below which a disk is a fault, and a warning."""
OLDEST_SQLITE = (3, 35)
"""Knows RETURNING."""
MOST_SKEW = timedelta(seconds=30)
"""By which the clock may differ from Telegram's before reminders and links are told wrongly."""
MOST_WAITING = 100
"""Updates that wait at Telegram before it is worth a word."""
PATIENCE = 10.0


class Level(StrEnum):
    """A fault keeps the bot from working; a warning does not."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found, and how it is mended where something is wrong."""

    check: str
    level: Level
    said: str
    mend: str = ""


Findings = Iterator[Finding]


def _ok(check: str, said: str) -> Finding:
    return Finding(check, Level.OK, said)


def _warning(check: str, said: str, mend: str) -> Finding:
    return Finding(check, Level.WARNING, said, mend)


def _fault(check: str, said: str, mend: str) -> Finding:
    return Finding(check, Level.FAULT, said, mend)


async def examine(settings: Settings, folder: Path) -> list[Finding]:
    """Everything, in the order in which an operator mends it. `folder` is where `.env` lies."""
    return [
        *_settings(settings, folder),
        *_database(settings),
        *_ledger(settings),
        *_files(),
        *_time(settings),
        *[each async for each in _telegram(settings)],
    ]


def _settings(settings: Settings, folder: Path) -> Findings:
    yield _ok("settings", "every setting can be read")
    if settings.bot_token is None:
        yield _fault("settings", "BOT_TOKEN is not set", "put @BotFather's token into .env")
    file = folder / ".env"
    if file.exists() and file.stat().st_mode & 0o077:
        yield _warning("settings", ".env can be read by others", "chmod 600 .env")


def _database(settings: Settings) -> Findings:
    try:
        database = Database(settings.database_url.get_secret_value(), vault=settings.vault)
        try:
            yield from _opened(database)
            yield from _disk(database.file.parent if database.file else None)
        finally:
            database.close()
    except DatabaseUnusable as fault:
        said, _, mend = str(fault).rpartition(": ")
        yield _fault("database", said, mend)


def _opened(database: Database) -> Findings:
    if database.file is not None:
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            yield _fault("database", f"SQLite {sqlite3.sqlite_version}", "install 3.35 or newer")
        if database.file.parent.exists() and not os.access(database.file.parent, os.W_OK):
            yield _fault(
                "database",
                f"the folder {database.file.parent} may not be written to",
                "give it to the user that runs the bot",
            )
        if database.file.parent.exists() and not database.file.exists():
            yield _warning(
                "database", "there is no file yet", "import a table (komplet import FILE)"
            )
            return
        if database.file.exists() and database.file.stat().st_mode & 0o077:
            yield _warning(
                "database", f"{database.file} can be read by others", f"chmod 600 {database.file}*"
            )
    schema = database.look()
    if schema is None:
        yield _warning("database", "it is empty", "import a table (komplet import FILE)")
        return
    if schema != migrations.HEAD:
        yield _warning(
            "database",
            f"schema {schema} is older than {migrations.HEAD}",
            "back it up (komplet backup FILE); the next start brings it up to date",
        )
        return
    yield _ok("database", f"{database.url_for_people}: schema {schema}")
    keys = list(database.read(_keys))
    yield from keys
    if any(each.level is Level.FAULT for each in keys):
        return
    wrong = database.read(soundness.faults)
    for said in wrong:
        yield _fault("data", said, "restore a backup (komplet restore FILE --replace)")
    if not wrong:
        yield _ok("data", "whole")
        yield from _waiting(database.read(lambda c: backlog.measure(c, clock.now())))


def _keys(connection: Connection) -> list[Finding]:
    """Whether DATA_KEY opens what is encrypted, and whether everything is."""
    try:
        check(connection)
    except DatabaseUnusable as fault:
        said, _, mend = str(fault).partition(": ")
        return [_fault("encryption", said, mend)]
    if not vault_of(connection).keys:
        return [_ok("encryption", "off: DATA_KEY is not set")]
    current, other = rotation.coverage(connection)
    if other:
        said = f"{other} of {current + other} texts are not under the newest key of DATA_KEY"
        return [_warning("encryption", said, "encrypt them (komplet rotate-key)")]
    return [_ok("encryption", "everything is under the newest key of DATA_KEY")]


def _ledger(settings: Settings) -> Findings:
    """Whether an erasure could be recorded: if not, `run` does not start."""
    if settings.erasure_ledger is None and settings.on_server:
        yield _warning(
            "erasures",
            "ERASURE_LEDGER is not set: which file it is depends on the folder of each command",
            "set it to one path for every process and every restore",
        )
    vault = settings.vault
    if vault.ledger is None:
        return
    try:
        Ledger(vault.ledger, vault).check()
    except DatabaseUnusable as fault:
        yield _fault("erasures", str(fault), "correct ERASURE_LEDGER or the rights of its folder")
    else:
        yield _ok("erasures", f"can be recorded in {vault.ledger}")


def _waiting(found: backlog.Backlog) -> Findings:
    if found.set_aside:
        yield _warning(
            "updates",
            f"{found.set_aside} are stored aside, since their turns kept failing",
            "look at the tracebacks in the table set_aside",
        )
    if found.letters["unknown"]:
        yield _warning(
            "letters",
            f"{found.letters['unknown']} may or may not have arrived",
            "the coordinator asks whom they were for; they are never sent again blindly",
        )
    if found.oldest > 300:
        yield _warning(
            "letters",
            f"the oldest has waited for {found.oldest / 60:.0f} minutes",
            "start the bot (komplet run), or see whether Telegram answers",
        )


def _disk(data: Path | None) -> Findings:
    places = {"temporary files": Path(tempfile.gettempdir())}
    if data is not None and data.exists():
        places["the database"] = data
    for name, place in places.items():
        free = shutil.disk_usage(place).free
        said = f"{free // 2**20} MB free for {name} ({place})"
        if free < LEAST_DISK:
            yield _fault("disk", said, "make room")
        elif free < LITTLE_DISK:
            yield _warning("disk", said, "make room soon")
        else:
            yield _ok("disk", said)
        if not os.access(place, os.W_OK):
            yield _fault("disk", f"{place} may not be written to", "correct its rights, or TMPDIR")


def _files() -> Findings:
    """Whether an uploaded file can be read, in its process with limits of its own."""
    try:
        uploads.read_sheets(b"Lp.;Urz\xc4\x85d\n1;A\n", "tabela.csv")
        yield _ok("files", "tables and lists can be read")
    except (uploads.UploadRefused, OSError) as fault:
        yield _fault(
            "files",
            f"the reading of files does not start ({fault})",
            "let the bot start processes with 512 MB of memory",
        )


def _time(settings: Settings) -> Findings:
    now = clock.now().astimezone(ZoneInfo(settings.timezone))
    yield _ok("time zone", f"{settings.timezone}: it is {now:%Y-%m-%d %H:%M}")


async def _telegram(settings: Settings) -> AsyncIterator[Finding]:
    address, shown = settings.telegram_api_url, settings.telegram_for_people
    try:
        async with httpx.AsyncClient(timeout=PATIENCE) as http:
            reply = await http.get(f"{address}/")
    except (httpx.HTTPError, httpx.InvalidURL) as fault:
        yield _fault(
            "telegram",
            f"{shown} does not answer ({type(fault).__name__})",
            "check TELEGRAM_API_URL, the network and the firewall",
        )
        return
    yield _ok("telegram", f"{shown} answers")
    for each in _clock(reply.headers.get("date")):
        yield each
    if settings.bot_token is None:
        return
    try:
        async with Bot(settings.token, base_url=f"{address}/bot") as bot:
            yield _ok("token", f"it is @{bot.username}'s")
            for each in _webhook(await bot.get_webhook_info(), settings):
                yield each
    except InvalidToken:
        yield _fault("token", "Telegram does not know it", "copy it again from @BotFather")
    except TelegramError as fault:
        yield _fault("telegram", f"it says: {fault.message}", "try again in a minute")


def _clock(told: str | None) -> Findings:
    if told is None:
        return
    try:
        skew = clock.now() - parsedate_to_datetime(told)
    except ValueError:
        return
    said = f"{abs(skew.total_seconds()):.0f} s {'before' if skew > timedelta() else 'behind'}"
    if abs(skew) > MOST_SKEW:
        yield _warning("clock", f"it is {said} Telegram's", "let the machine keep time by NTP")
    else:
        yield _ok("clock", "it agrees with Telegram's")


def _webhook(known: WebhookInfo, settings: Settings) -> Findings:
    """What Telegram does with updates, against what the settings ask for."""
    wanted = settings.webhook_url or ""
    if known.url and not wanted:
        yield _warning(
            "updates",
            "Telegram posts them to a webhook, so that polling is refused (409)",
            "start the bot, which takes the webhook back; if it returns, another program with the "
            "same token sets it: stop that one",
        )
    elif known.url != wanted:
        yield _warning(
            "updates",
            "Telegram does not know WEBHOOK_URL yet",
            "start the bot (komplet run), which registers it",
        )
    else:
        yield _ok("updates", "come by webhook" if wanted else "come by polling")
    if known.last_error_message and wanted:
        yield _warning(
            "updates",
            f"the last delivery failed: {known.last_error_message}",
            "look at the proxy and its certificate",
        )
    if known.pending_update_count > MOST_WAITING:
        yield _warning(
            "updates",
            f"{known.pending_update_count} wait at Telegram",
            "start the bot (komplet run)",
        )
