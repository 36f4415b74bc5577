"""The program `komplet`: a command line over the same rooms as the chat.

Exit codes: 0 done, 1 failed, 2 wrong settings or usage. Errors are one line on standard error.
"""

import asyncio
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot import clock
from bot.settings import Settings, SettingsFault, load
from storage.database import BUSY_SECONDS, Connection, Database, DatabaseUnusable

if TYPE_CHECKING:
    from bot.words import Words
    from conversations.access import Invitation
    from conversations.submission import Office
    from conversations.table_import import Taking

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
PATIENCE = 4.0
"""Seconds for which a command waits while another program writes to the same SQLite file."""
MOST_SHOWN = 8
"""How many of several offices that a name may mean are told."""


def main() -> None:
    """Run the program; what an operator can mend is told in one line."""
    try:
        app(prog_name="komplet")
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


def _settings() -> Settings:
    """The settings of this process, in force."""
    settings = load()
    clock.set_zone(settings.timezone)
    return settings


@contextmanager
def _database(
    settings: Settings, *, create: bool = True, write: bool = True, patience: float = PATIENCE
) -> Iterator[Database]:
    """The database of the settings, brought to the program's schema.

    The flags are those of `Database.prepare`; `patience` is in seconds for another writer.
    """
    try:
        database = Database(settings.database_url.get_secret_value(), busy_seconds=patience)
    except DatabaseUnusable as fault:
        raise SettingsFault(str(fault)) from None
    try:
        database.prepare(create=create, write=write)
        yield database
    finally:
        database.close()


def _read(work: Callable[[Connection], T]) -> T:
    with _database(_settings(), create=False, write=False) as database:
        return database.read(work)


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
    """Run the bot until it is stopped (Ctrl+C): by long polling, or with WEBHOOK_URL by webhook."""
    from telegram.error import BadRequest, InvalidToken, NetworkError

    from bot import logs
    from bot.app import serve
    from bot.server import Address, CannotListen
    from bot.webhook import Hook

    settings = _settings()
    logs.set_up(settings.log_format)
    token = settings.token
    hook = Hook(*settings.hook) if settings.hook else None
    listen = Address(*settings.listening) if settings.listening else None
    with _database(settings, patience=BUSY_SECONDS) as database:
        try:
            asyncio.run(serve(token, settings.telegram_api_url, database, hook=hook, listen=listen))
        except* InvalidToken:
            raise SettingsFault(
                "BOT_TOKEN is not known to Telegram: copy it again from @BotFather"
            ) from None
        except* CannotListen as fault:
            taken = fault.exceptions[0]
            raise SettingsFault(f"LISTEN cannot be used ({taken}): choose another") from None
        except* BadRequest as refused:
            why = refused.exceptions[0]
            raise SettingsFault(
                f"WEBHOOK_URL is refused by Telegram ({why}): correct it, or take it out to poll"
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
def import_table(  # noqa: PLR0917 - typer's parameters
    file: Annotated[
        Path,
        typer.Argument(
            help="A coordination table: .docx, .xlsx, .xls, .ods, .csv.", readable=False
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Take it over without asking.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be read and changed.")
    ] = False,
    new_version: Annotated[
        bool | None,
        typer.Option(
            "--new-version/--additional",
            help="As what it is taken over, where some of its offices are there already.",
            show_default="asked; with --yes additional",
        ),
    ] = None,
    table_limits: Annotated[
        bool,
        typer.Option(
            "--table-limits",
            help="A new version whose limits hold also where the coordinator granted more.",
        ),
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Show every office of a long table.")
    ] = False,
) -> None:
    """Import a coordination table: the same preview as in the chat, then the same choice.

    An additional table only adds: an empty cell changes nothing. A new version replaces an earlier
    table: an empty cell empties, and offices that it leaves out stay and are marked.
    """
    from bot import terminal, uploads
    from bot.turn import compared
    from bot.turn import import_table as take_over
    from bot.words import Words
    from conversations.coordination_table import read
    from conversations.table_import import Taking
    from storage import submissions

    settings = _settings()
    words = Words("pl")
    with _reading(file, words):
        reading = read(uploads.read_sheets(file.read_bytes(), file.name))
    if table_limits and new_version is False:
        raise _fail("--table-limits is a new version, not --additional", WRONG_USAGE)
    terminal.show_table(reading, file.name, words, every=every)
    if dry_run and not Database.is_there(settings.database_url.get_secret_value()):
        return
    with _database(settings) as database:
        found = database.read(
            lambda connection: compared(
                connection,
                submissions.all_submissions(connection),
                reading,
                Taking.ADDITIONAL if new_version is False else Taking.NEW_VERSION,
            )
        )
        known = bool(found.matched or found.unsure)
        if known:
            terminal.show_difference(found, words)
        if dry_run:
            return
        taking = _taking(new_version=new_version, table_limits=table_limits)
        if yes:
            taking = taking or Taking.ADDITIONAL
        elif known and taking is None:
            taking = _ask_taking(words, granted=bool(found.grants))
        elif _agreed(words("cli-import-confirm")):
            taking = taking or Taking.ADDITIONAL
        else:
            taking = None
        if taking is None:
            raise _fail(words("cli-import-rejected"))
        chosen = taking
        database.write(
            lambda connection: take_over(connection, reading, file.name, clock.now(), chosen)
        )
    typer.echo(words("cli-imported", count=len(reading.offices)))
    if known and yes and new_version is None and not table_limits:
        _say(words("cli-import-additional", option="--new-version"))


def _taking(*, new_version: bool | None, table_limits: bool) -> "Taking | None":
    """As what the options say that a table is taken over; None where they do not say."""
    from conversations.table_import import Taking

    if table_limits:
        return Taking.OVERRULING
    if new_version is None:
        return None
    return Taking.NEW_VERSION if new_version else Taking.ADDITIONAL


def _ask_taking(words: "Words", *, granted: bool) -> "Taking | None":
    """The choice that the chat gives by buttons, by number; None rejects the table."""
    from conversations.table_import import Taking

    choices = {"1": Taking.NEW_VERSION, "2": Taking.ADDITIONAL}
    if granted:
        choices["3"] = Taking.OVERRULING
    asked = words("cli-import-choice", granted="yes" if granted else "no")
    return choices.get(_answer(asked, ": "))


def _agreed(question: str) -> bool:
    """Whether the operator says yes."""
    return _answer(question, " [t/N] ").casefold() in {"t", "tak", "y", "yes"}


def _answer(question: str, suffix: str) -> str:
    """What the operator types; no answer is an empty one, as from cron or at Ctrl+D."""
    try:
        answer: str = typer.prompt(question, "", show_default=False, prompt_suffix=suffix, err=True)
    except typer.Abort:
        _say("")
        return ""
    return answer.strip()


@app.command()
def invite(
    role: Annotated[str, typer.Argument(help="coordinator, advisor, head or secretary.")],
    office: Annotated[
        str | None, typer.Option(help="The office: its name, a part of it, or its number.")
    ] = None,
    advisor: Annotated[str | None, typer.Option(help="The advisor, as in the table.")] = None,
) -> None:
    """Print a link that lets one person in, once, within 14 days (and a QR code).

    On standard error it says whom the link is for.
    """
    import segno

    from bot import invitations
    from conversations.access import OFFICE_ROLES, Role
    from storage import offices

    settings = _settings()
    if role not in set(Role):
        raise _fail(f"unknown role {role!r}: one of {', '.join(Role)}", WRONG_USAGE)
    wanted = Role(role)
    for option, given, fits in (
        ("--office", office, wanted in OFFICE_ROLES),
        ("--advisor", advisor, wanted is Role.ADVISOR),
    ):
        if fits and not given:
            raise _fail(f"{role} needs {option} NAME", WRONG_USAGE)
        if given and not fits:
            raise _fail(f"{role} takes no {option}", WRONG_USAGE)

    def make(connection: Connection) -> "tuple[Invitation, str]":
        every = offices.all_offices(connection)
        names = sorted({each.advisor for each in every if each.advisor})
        return invitations.make(
            connection,
            role=wanted,
            office_id=_office_meant(every, office).id if office else None,
            advisor=_advisor_meant(names, advisor) if advisor else None,
            now=clock.now(),
        )

    username = settings.bot_username or _ask_username(settings)
    with _database(settings) as database:
        invitation, token = database.write(make)
    _say(f"for: {' · '.join(filter(None, (role, invitation.office_name, invitation.advisor)))}")
    link = invitations.link(username, token)
    typer.echo(link)
    if sys.stdout.isatty():
        segno.make(link, error="m").terminal(compact=True)


def _office_meant(every: "Sequence[Office]", wanted: str) -> "Office":
    """The one office that a name as people write it, a part of it or a number means."""
    from conversations.office_names import Entry, OfficeFinder, Outcome

    if wanted.isdecimal():
        found = [each for each in every if each.id == int(wanted)]
    else:
        finder = OfficeFinder(Entry(o.id, o.name, o.voivodeship, o.county) for o in every)
        meant = finder.find(wanted)
        ids = {each.id for each in meant.entries}
        found = (
            [each for each in every if _part(wanted, each.name)]
            if meant.outcome is Outcome.NONE
            else [each for each in every if each.id in ids]
        )
    places = [
        f"{each.id} ({', '.join(filter(None, (each.name, each.county, each.voivodeship)))})"
        for each in found
    ]
    return _only("office", wanted, found, places)


def _advisor_meant(names: Sequence[str], wanted: str) -> str:
    """The one advisor of the tables that a name or a part of it means."""
    found = [name for name in names if name == wanted]
    found = found or [name for name in names if _part(wanted, name)]
    return _only("advisor", wanted, found, found)


def _part(wanted: str, name: str) -> bool:
    """Whether a word of the name begins with each, whatever its case and its Polish letters."""
    from conversations.vocabulary import fold

    asked, words = fold(wanted).split(), fold(name).split()
    return bool(asked) and all(any(word.startswith(part) for word in words) for part in asked)


def _only(kind: str, wanted: str, found: Sequence[T], shown: Sequence[str]) -> T:
    """The only one found; otherwise says in one line which there are."""
    if not found:
        raise _fail(f"no {kind} {wanted!r} in the tables; see: komplet status")
    if len(found) > 1:
        rest = f" and {len(shown) - MOST_SHOWN} more" if len(shown) > MOST_SHOWN else ""
        several = "; ".join(shown[:MOST_SHOWN])
        raise _fail(f"--{kind} {wanted!r} may be: {several}{rest}. Say which", WRONG_USAGE)
    return found[0]


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

    every = _read(submissions.all_submissions)
    if as_json:
        typer.echo(json.dumps(report(every), ensure_ascii=False, indent=2))
    else:
        terminal.show_status(every, Words("pl"))


@app.command("settings")
def change_settings(
    key: Annotated[str | None, typer.Argument(help="Which one; all are shown without.")] = None,
    value: Annotated[
        list[str] | None, typer.Argument(help="What to set it to; „none” takes it back.")
    ] = None,
) -> None:
    """Show or set what the coordinator sets in the chat."""
    from bot.turn import change_setting
    from bot.words import Words
    from conversations.settings import DEFAULTS, Key, SettingFault
    from storage import settings

    if key is not None and key not in set(Key):
        raise _fail(f"unknown setting {key!r}: one of {', '.join(Key)}", WRONG_USAGE)
    if key is None or not value:
        kept = _read(settings.everything)
        for each in Key if key is None else (Key(key),):
            shown = kept.get(each) or DEFAULTS[each] or "–"
            typer.echo(f"{each}: {shown} (default: {DEFAULTS[each] or '–'})")
        return
    wanted, typed = Key(key), " ".join(value)

    with _database(_settings()) as database:
        kept_as, _ = database.write(lambda c: change_setting(c, wanted, typed, by=None))
    if isinstance(kept_as, SettingFault):
        why = Words("pl").plain(f"setting-fault-{kept_as}")
        raise _fail(f"{key} {typed!r}: {why}", WRONG_USAGE)
    typer.echo(f"{key}: {kept_as or DEFAULTS[wanted] or '–'}")


@app.command()
def remind(
    at: Annotated[
        str | None,
        typer.Option(help="As if it were then: ISO 8601, in the offices' zone without an offset."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show them, create none.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Stable JSON for programs.")] = False,
) -> None:
    """Create the reminders that are due: one digest per Advisor and occasion, and only once.

    A running bot sends them.
    """
    from bot import reminders, terminal
    from bot.words import Words

    settings = _settings()
    moment = _moment(at) if at is not None else clock.now()
    with _database(settings, create=False, write=not dry_run) as database:
        found = (
            database.read(lambda connection: reminders.due_now(connection, moment))
            if dry_run
            else database.write(
                lambda connection: reminders.create(connection, moment, clock.now())
            )
        )
        set_up = database.read(reminders.programme)
    if as_json:
        shape = terminal.reminders_as_json(found)
        typer.echo(json.dumps(shape, ensure_ascii=False, indent=2))
    else:
        terminal.show_reminders(found, set_up, moment, Words("pl"))


def _moment(text: str) -> datetime:
    """A moment as an operator types it."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=clock.zone())).astimezone(UTC)
    except (ValueError, OverflowError):
        raise _fail(
            f"--at {text!r} is no moment: write it like 2027-01-08T09:00", WRONG_USAGE
        ) from None


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where to: .xlsx, .csv or .json.")],
) -> None:
    """Write the full export."""
    from bot.documents import export as documents
    from storage import submissions

    writer = documents.WRITERS.get(file.suffix.casefold())
    if writer is None:
        raise _fail(f"{file.name}: one of {', '.join(documents.WRITERS)}", WRONG_USAGE)
    every = _read(submissions.all_submissions)
    try:
        file.write_bytes(writer(every))
    except OSError as fault:
        raise _fail(f"{file}: {fault.strerror}") from None


@app.command("read")
def read_file(
    file: Annotated[
        Path,
        typer.Argument(
            help="A list or a table: .docx, .xlsx, .xls, .ods, .csv, .txt.", readable=False
        ),
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
