"""Copies of the database, and the way back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot import clock
from bot.cli.common import fail, in_force, opened


def backup(
    file: Annotated[Path, typer.Argument(help="Where to; a former backup there is replaced.")],
) -> None:
    """Copy the whole database into one file, also while the bot runs.

    The file is checked before it gets its name, and only its owner may read it. It restores on
    SQLite and on PostgreSQL.
    """
    from storage.backup import BackupUnusable, make

    with opened(in_force(), create=False, write=False) as database, _progress() as told:
        try:
            manifest = make(database, file, clock.now(), told)
        except BackupUnusable as fault:
            raise fail(str(fault)) from None
    typer.echo(f"{file}: {_told(manifest.rows)}, schema {manifest.schema}, checked")


def restore(
    file: Annotated[Path, typer.Argument(help="What `komplet backup` wrote.", readable=False)],
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Also over a database that is in use."),
    ] = False,
) -> None:
    """Put a backup in the place of what the database holds: all of it, or nothing.

    Stop the bot before, and start it afterwards: it keeps nothing, but it would answer meanwhile.
    """
    from storage import backup

    with opened(in_force()) as database, _progress() as told:
        try:
            manifest = backup.restore(database, file, clock.now(), replace=replace, told=told)
        except backup.BackupUnusable as fault:
            raise fail(str(fault)) from None
    made_at = manifest.made_at.astimezone(clock.zone()).strftime("%Y-%m-%d %H:%M")
    typer.echo(f"restored as of {made_at}: {_told(manifest.rows)}")


def _told(rows: dict[str, int]) -> str:
    return f"{rows['office']} offices, {sum(rows.values())} rows"


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Shows which table is at work, where somebody looks on."""
    from rich.console import Console

    with Console(stderr=True).status("…") as shown:
        yield shown.update
