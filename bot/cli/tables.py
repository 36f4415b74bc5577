"""Files: a coordination table taken over, and how a file would be read."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import clock
from bot.cli.common import WRONG_USAGE, fail, in_force, opened, readable, say
from storage.database import Database

if TYPE_CHECKING:
    from bot.words import Words
    from conversations.table_import import Taking


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
    from bot.effects.tables import compared
    from bot.effects.tables import import_table as take_over
    from bot.words import Words
    from conversations.coordination_table import read
    from conversations.table_import import Taking, namesakes
    from storage import offices, submissions

    settings = in_force()
    words = Words("pl")
    with readable(file, words):
        reading = read(uploads.read_sheets(file.read_bytes(), file.name))
    if table_limits and new_version is False:
        raise fail("--table-limits is a new version, not --additional", WRONG_USAGE)
    terminal.show_table(reading, file.name, words, every=every)
    if dry_run and not Database.is_there(settings.database_url.get_secret_value()):
        return
    with opened(settings) as database:
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
        every_office = database.read(offices.all_offices)
        terminal.show_namesakes(namesakes(every_office, reading.offices), words)
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
            raise fail(words("cli-import-rejected"))
        chosen = taking
        database.write(
            lambda connection: take_over(connection, reading, file.name, clock.now(), chosen)
        )
    typer.echo(words("cli-imported", count=len(reading.offices)))
    if known and yes and new_version is None and not table_limits:
        say(words("cli-import-additional", option="--new-version"))


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
        say("")
        return ""
    return answer.strip()


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
        raise fail("--as is list or table", WRONG_USAGE)
    with readable(file, words):
        sheets = uploads.read_sheets(file.read_bytes(), file.name)
        if kind == "list":
            terminal.show_list(list_from_sheets(sheets), words, as_json=as_json)
            return
        reading = read(sheets)
    if as_json:
        typer.echo(json.dumps(terminal.table_as_json(reading), ensure_ascii=False, indent=2))
    else:
        terminal.show_table(reading, file.name, words)
