"""How the programme stands, what it has set, whom it reminds; and all of it as a file."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import clock
from bot.cli.common import WRONG_USAGE, fail, in_force, looked_up, opened


def status(
    as_json: Annotated[bool, typer.Option("--json", help="Stable JSON for programs.")] = False,
) -> None:
    """How every office stands: the coordinator's /stan."""
    from bot import terminal
    from bot.words import Words
    from conversations.status import report
    from storage import submissions

    every = looked_up(submissions.all_submissions)
    if as_json:
        typer.echo(json.dumps(report(every), ensure_ascii=False, indent=2))
    else:
        terminal.show_status(every, Words("pl"))


def change_settings(
    key: Annotated[str | None, typer.Argument(help="Which one; all are shown without.")] = None,
    value: Annotated[
        list[str] | None, typer.Argument(help="What to set it to; „none” takes it back.")
    ] = None,
) -> None:
    """Show or set what the coordinator sets in the chat."""
    from bot.effects.programme import change_setting
    from bot.words import Words
    from conversations.settings import DEFAULTS, Key, SettingFault
    from storage import settings

    if key is not None and key not in set(Key):
        raise fail(f"unknown setting {key!r}: one of {', '.join(Key)}", WRONG_USAGE)
    if key is None or not value:
        kept = looked_up(settings.everything)
        for each in Key if key is None else (Key(key),):
            shown = kept.get(each) or DEFAULTS[each] or "–"
            typer.echo(f"{each}: {shown} (default: {DEFAULTS[each] or '–'})")
        return
    wanted, typed = Key(key), " ".join(value)

    with opened(in_force()) as database:
        kept_as = database.write(
            lambda c: change_setting(c, wanted, typed, by=None, now=clock.now())
        )
    if isinstance(kept_as, SettingFault):
        why = Words("pl").plain(f"setting-fault-{kept_as}")
        raise fail(f"{key} {typed!r}: {why}", WRONG_USAGE)
    typer.echo(f"{key}: {kept_as or DEFAULTS[wanted] or '–'}")


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

    settings = in_force()
    moment = moment_typed(at) if at is not None else clock.now()
    with opened(settings, create=False, write=not dry_run) as database:
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


def moment_typed(text: str) -> datetime:
    """A moment as an operator types it."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=clock.zone())).astimezone(UTC)
    except (ValueError, OverflowError):
        raise fail(
            f"--at {text!r} is no moment: write it like 2027-01-08T09:00", WRONG_USAGE
        ) from None


def export(
    file: Annotated[Path, typer.Argument(help="Where to: .xlsx, .csv or .json.")],
) -> None:
    """Write the full export. A new file may be read by nobody else."""
    from bot.documents import export as documents
    from storage import submissions

    writer = documents.WRITERS.get(file.suffix.casefold())
    if writer is None:
        raise fail(f"{file.name}: one of {', '.join(documents.WRITERS)}", WRONG_USAGE)
    content = writer(looked_up(submissions.all_submissions))
    try:
        with open(file, "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as stream:
            stream.write(content)
    except OSError as fault:
        raise fail(f"{file}: {fault.strerror}") from None
