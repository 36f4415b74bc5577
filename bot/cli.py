"""The program `komplet`: a command line over the same rooms as the chat.

Exit codes: 0 done, 1 failed, 2 wrong settings or usage. Errors are one line on standard error.
"""

import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot import clock
from bot.settings import Settings, SettingsFault, load
from storage.database import Connection, Database, DatabaseUnusable

if TYPE_CHECKING:
    from bot.words import Words

T = TypeVar("T")

app = typer.Typer(
    name="komplet",
    help="Take every office to a complete, approved team: a Telegram bot and its tools.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

FAILED, WRONG_USAGE = 1, 2


def main() -> None:
    """Run the program; what an operator can mend is told in one line."""
    try:
        app()
    except SettingsFault as fault:
        _say(f"komplet: {fault}")
        sys.exit(WRONG_USAGE)
    except DatabaseUnusable as fault:
        _say(f"komplet: {fault}")
        sys.exit(FAILED)


def _say(line: str) -> None:
    """One line for a person, on standard error."""
    sys.stderr.write(f"{line}\n")


def _fail(line: str, code: int = FAILED) -> typer.Exit:
    _say(f"komplet: {line}")
    return typer.Exit(code)


@contextmanager
def _database(settings: Settings) -> Iterator[Database]:
    """The database of the settings, brought to the program's schema."""
    database = Database(settings.database_url.get_secret_value())
    try:
        database.prepare()
        yield database
    finally:
        database.close()


def _with_database(work: Callable[[Connection], T]) -> T:
    with _database(load()) as database:
        return database.write(work)


@contextmanager
def _reading(file: Path, words: "Words") -> Iterator[None]:
    """Tell in one line why a file cannot be read, or not as what it was taken for."""
    from bot import terminal, uploads
    from conversations.coordination_table import NotATable

    try:
        yield
    except OSError as fault:
        raise _fail(f"{file}: {fault.strerror}", WRONG_USAGE) from None
    except uploads.UploadRefused as refused:
        raise _fail(terminal.refusal(refused.reason, file.name, words)) from None
    except NotATable as fault:
        raise _fail(terminal.not_a_table(str(fault.reason), file.name, words)) from None


@app.command()
def run() -> None:
    """Run the bot by long polling until it is stopped (Ctrl+C)."""
    from telegram.error import InvalidToken, NetworkError

    from bot import logs
    from bot.app import serve

    settings = load()
    logs.set_up(settings.log_format)
    token = settings.token
    with _database(settings) as database:
        try:
            asyncio.run(serve(token, settings.telegram_api_url, database))
        except* InvalidToken:
            raise SettingsFault(
                "BOT_TOKEN is not known to Telegram: copy it again from @BotFather"
            ) from None
        except* NetworkError:
            raise _fail(
                f"TELEGRAM_API_URL {settings.telegram_api_url} does not answer: check the address "
                "and the network"
            ) from None


@app.command()
def playground(
    port: Annotated[int, typer.Option(help="Port on the loopback address.")] = 8080,
    open_browser: Annotated[bool, typer.Option("--open/--no-open")] = True,
) -> None:
    """Try everything on one page: no token, no network, a chat for every role."""
    from bot import logs
    from bot.playground.house import run_playground

    logs.set_up("text")
    try:
        asyncio.run(run_playground(port, open_browser=open_browser))
    except OSError as fault:
        raise _fail(f"port {port} cannot be used ({fault.strerror}): try --port 8081") from None


@app.command("import")
def import_table(
    file: Annotated[
        Path, typer.Argument(help="A coordination table: .docx, .xlsx, .xls, .ods, .csv.")
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Take it over without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be read.")] = False,
) -> None:
    """Import a coordination table: the same preview as in the chat, then yes or no."""
    from bot import terminal, uploads
    from bot.turn import apply_table
    from bot.words import Words
    from conversations.coordination_table import read
    from storage import imports

    settings = load()
    words = Words("pl")
    with _reading(file, words):
        reading = read(uploads.read_sheets(file.read_bytes(), file.name))
    terminal.show_table(reading, file.name, words)
    if dry_run:
        return
    if not yes and not typer.confirm(words("cli-import-confirm"), err=True):
        raise _fail(words("cli-import-rejected"))
    with _database(settings) as database:

        def put(connection: Connection) -> None:
            now = clock.now()
            stored_id = imports.put(connection, name=file.name, reading=reading, by=None, now=now)
            stored = imports.load(connection, stored_id)
            if stored is None:
                raise RuntimeError("a stored import vanished within its transaction")
            imports.decide(connection, stored_id, True, now)
            apply_table(connection, stored, by=None, now=now)

        database.write(put)
    typer.echo(words("cli-imported", count=len(reading.offices)))


@app.command()
def invite(
    role: Annotated[str, typer.Argument(help="coordinator, advisor, head or secretary.")],
    office: Annotated[str | None, typer.Option(help="The office, as in its table.")] = None,
    advisor: Annotated[str | None, typer.Option(help="The advisor, as in the table.")] = None,
) -> None:
    """Print a link that lets one person in, once, within 14 days (and a QR code)."""
    import segno

    from bot import invitations
    from conversations.access import OFFICE_ROLES, Role
    from storage import offices

    settings = load()
    if role not in set(Role):
        raise _fail(f"unknown role {role!r}: one of {', '.join(Role)}", WRONG_USAGE)
    wanted = Role(role)
    if wanted in OFFICE_ROLES and not office:
        raise _fail(f"{role} needs --office NAME", WRONG_USAGE)
    if wanted is Role.ADVISOR and not advisor:
        raise _fail("advisor needs --advisor NAME", WRONG_USAGE)

    def make(connection: Connection) -> str:
        every = offices.all_offices(connection)
        found = [each for each in every if office and each.name.casefold() == office.casefold()]
        if wanted in OFFICE_ROLES and not found:
            raise _fail(f"no office {office!r} in the tables; see: komplet status")
        if wanted is Role.ADVISOR and advisor not in {each.advisor for each in every}:
            raise _fail(f"no advisor {advisor!r} in the tables; see: komplet status")
        _, token = invitations.make(
            connection,
            role=wanted,
            office_id=found[0].id if wanted in OFFICE_ROLES else None,
            advisor=advisor if wanted is Role.ADVISOR else None,
            now=clock.now(),
        )
        return token

    username = settings.bot_username or _ask_username(settings)
    with _database(settings) as database:
        link = invitations.link(username, database.write(make))
    typer.echo(link)
    if sys.stdout.isatty():
        segno.make(link, error="m").terminal(compact=True)


def _ask_username(settings: Settings) -> str:
    """The bot's username as Telegram knows it."""
    from telegram import Bot
    from telegram.error import InvalidToken, TelegramError

    async def ask() -> str:
        async with Bot(settings.token, base_url=f"{settings.telegram_api_url}/bot") as bot:
            return bot.username

    try:
        return asyncio.run(ask())
    except InvalidToken:
        raise SettingsFault(
            "BOT_TOKEN is not known to Telegram: copy it again from @BotFather"
        ) from None
    except TelegramError:
        raise _fail(
            "Telegram does not answer, so the bot's name is unknown: set BOT_USERNAME in .env"
        ) from None


@app.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="Stable JSON for programs.")] = False,
) -> None:
    """How every office stands: the coordinator's /stan."""
    from bot import terminal
    from bot.words import Words
    from conversations.status import report
    from storage import submissions

    every = _with_database(submissions.all_submissions)
    if as_json:
        typer.echo(json.dumps(report(every), ensure_ascii=False, indent=2))
    else:
        terminal.show_status(every, Words("pl"))


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where to: .xlsx or .json.")],
) -> None:
    """Write the full export."""
    from bot.documents import export as documents
    from storage import submissions

    writer = documents.WRITERS.get(file.suffix.casefold())
    if writer is None:
        raise _fail(f"{file.name}: one of {', '.join(documents.WRITERS)}", WRONG_USAGE)
    every = _with_database(submissions.all_submissions)
    try:
        file.write_bytes(writer(every))
    except OSError as fault:
        raise _fail(f"{file}: {fault.strerror}") from None


@app.command("read")
def read_file(
    file: Annotated[
        Path, typer.Argument(help="A list or a table: .docx, .xlsx, .xls, .ods, .csv, .txt.")
    ],
    kind: Annotated[str, typer.Option("--as", help="list or table.")] = "list",
    as_json: Annotated[bool, typer.Option("--json", help="Stable JSON for programs.")] = False,
) -> None:
    """Show how a list or a table would be read; changes nothing."""
    from bot import terminal, uploads
    from bot.words import Words
    from conversations.coordination_table import read
    from conversations.list_entry import list_from_sheets

    words = Words("pl")
    if kind not in {"list", "table"}:
        raise _fail("--as is list or table", WRONG_USAGE)
    with _reading(file, words):
        sheets = uploads.read_sheets(file.read_bytes(), file.name)
        if kind == "list":
            terminal.show_list(list_from_sheets(sheets), words, as_json=as_json)
            return
        reading = read(sheets)
    if as_json:
        typer.echo(json.dumps(terminal.table_as_json(reading), ensure_ascii=False, indent=2))
    else:
        terminal.show_table(reading, file.name, words)
