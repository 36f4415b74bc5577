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

_WAY_OUT = (
    "set ERASURE_LEDGER to the ledger of the database that was backed up, or restore without it "
    "by --without-ledger: who was erased may come back"
)


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
    without_ledger: Annotated[
        bool,
        typer.Option(
            "--without-ledger",
            help="Also where ERASURE_LEDGER is missing or older: who was erased may come back.",
        ),
    ] = False,
) -> None:
    """Put a backup in the place of what the database holds: all of it, or nothing.

    Whom ERASURE_LEDGER names is erased again; a backup of a database that has erased somebody
    whom it does not know is refused. Stop the bot before, and start it afterwards: it would answer
    meanwhile.
    """
    from storage import erasure, journal, restoring
    from storage.backup_file import BackupUnusable
    from storage.ledger import LedgerUnusable
    from storage.removal import Erased

    settings, erased = in_force(), Erased()
    ledger = ledger_of(settings)
    erasures = ledger.read()

    def erase_again(connection: Connection) -> None:
        nonlocal erased
        try:
            ledger.refuse_for(journal.erased_last(connection))
        except LedgerUnusable as fault:
            if not without_ledger:
                raise fail(f"{fault}: {_WAY_OUT}") from None
        erased = erasure.reapply(connection, erasures)

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
    if erasures.last is None:
        typer.echo(
            f"nobody was erased again: ERASURE_LEDGER {ledger.path} names nobody; if another file "
            "does, set it and run komplet reapply-erasures"
        )
        return
    last = erasures.last.astimezone(clock.zone()).strftime("%Y-%m-%d %H:%M")
    typer.echo(f"{ledger.path}: {len(erasures.when)} erasures, the last of {last}")
    typer.echo(f"erased again: {counted(asdict(erased))}")
    if missed := erasures.unmet(manifest.made_at):
        typer.echo(
            f"{missed} recorded erasures were not found: whom they were about came after the "
            "backup, or stands in its texts without the whole name; erase those anew "
            "(komplet erase-person)"
        )


def _told(rows: dict[str, int]) -> str:
    return f"{rows['office']} offices, {sum(rows.values())} rows"


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Shows which table is at work, where somebody looks on."""
    from rich.console import Console

    with Console(stderr=True).status("…") as shown:
        yield shown.update
