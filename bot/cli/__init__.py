"""The program `komplet`: a command line over the same rooms as the chat.

Exit codes: 0 done, 1 failed, 2 wrong settings or usage, 143 stopped by SIGTERM (what runs for ever:
0). Errors are one line on standard error.
What a command alone needs it imports itself, so that `--help` is there at once.
"""

import sys
from typing import Annotated

import typer

from bot.cli import (
    access,
    backups,
    diagnosis,
    inviting,
    privacy,
    programme,
    running,
    tables,
)
from bot.cli.common import FAILED, WRONG_USAGE, say
from bot.settings import SettingsFault
from storage.database import DatabaseUnusable

app = typer.Typer(
    name="komplet",
    help="Take every office to a complete, approved team: a Telegram bot and its tools.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"komplet {version('komplet')}")
        raise typer.Exit


@app.callback()
def _komplet(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


app.command()(running.run)
app.command()(running.playground)
app.command("import")(tables.import_table)
app.command()(inviting.invite)
app.command()(access.access)
app.command()(access.revoke)
app.command()(access.history)
app.command()(programme.status)
app.command("settings")(programme.change_settings)
app.command()(programme.remind)
app.command()(programme.export)
app.command("read")(tables.read_file)
app.command()(privacy.retention)
app.command("erase-person")(privacy.erase_person)
app.command("reapply-erasures")(privacy.reapply_erasures)
app.command("new-key")(privacy.new_key)
app.command("rotate-key")(privacy.rotate_key)
app.command()(backups.backup)
app.command()(backups.restore)
app.command()(diagnosis.doctor)


def main() -> None:
    """Run the program; what an operator can mend is told in one line."""
    try:
        app(prog_name="komplet")
    except SettingsFault as fault:
        say(f"komplet: {fault}")
        sys.exit(WRONG_USAGE)
    except DatabaseUnusable as fault:
        say(f"komplet: {fault}")
        sys.exit(FAILED)
