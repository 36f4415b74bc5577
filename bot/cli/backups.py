"""Copies of the database, and the way back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot import clock
from bot.cli.common import counted, fail, in_force, ledger_of, opened
from storage.database import Connection


def backup(
    file: Annotated[Path, typer.Argument(help="Where to; a former backup there is replaced.")],
) -> None:
    """Copy the whole database into one file, also while the bot runs.

    The file is checked before it gets its name, and only its owner may read it. It restores on
    SQLite and on PostgreSQL.
    """
    from storage.backup import make
    from storage.backup_file import BackupUnusable

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

    Whom ERASURE_LEDGER names is erased again. Stop the bot before, and start it afterwards: it
    would answer meanwhile.
    """
    from storage import erasure, restoring
    from storage.backup_file import BackupUnusable
    from storage.removal import Erased

    settings, erased = in_force(), Erased()

    def erase_again(connection: Connection) -> None:
        nonlocal erased
        erased = erasure.reapply(connection, ledger_of(settings))

    with opened(settings) as database, _progress() as told:
        try:
            manifest = restoring.restore(
                database,
                file,
                clock.now(),
                replace=replace,
                reapply_erasures=erase_again,
                told=told,
            )
        except BackupUnusable as fault:
            raise fail(str(fault)) from None
        database.scrub()
    made_at = manifest.made_at.astimezone(clock.zone()).strftime("%Y-%m-%d %H:%M")
    typer.echo(f"restored as of {made_at}: {_told(manifest.rows)}")
    if erased:
        typer.echo(f"erased again: {counted(asdict(erased))}")


def _told(rows: dict[str, int]) -> str:
    return f"{rows['office']} offices, {sum(rows.values())} rows"


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Shows which table is at work, where somebody looks on."""
    from rich.console import Console

    with Console(stderr=True).status("…") as shown:
        yield shown.update
