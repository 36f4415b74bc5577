"""Personal data on the server: what is kept too long, who asked to be erased, and the keys."""

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from bot import clock
from bot.cli.common import (
    WRONG_USAGE,
    counted,
    fail,
    in_force,
    ledger_of,
    office_meant,
    opened,
    say,
)
from storage.database import Connection


def retention(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would go; change nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Stable JSON for programs.")] = False,
) -> None:
    """Delete what has been kept long enough, warning first. A running bot does it every day."""
    from bot import retention as run
    from bot.retention import Done
    from storage import offices

    settings = in_force()
    with opened(settings, create=False, write=not dry_run) as database:
        now = clock.now()
        if dry_run:
            done = Done(database.read(lambda connection: run.look(connection, now)))
        else:
            ledger_of(settings).check()
            done = database.write(lambda connection: run.run(connection, now))
            database.scrub()
            if done.unrecorded:
                raise fail(done.unrecorded)
        names = {each.id: each.name for each in database.read(offices.all_offices)}
    found = done.expired
    named = {
        "warned": [names[each.id] for each in found.warn_drafts],
        "drafts": [names[each] for each in found.drafts],
        "lists": [names[each] for each in found.lists],
    }
    shape = {
        **named,
        "practice": len(found.practice),
        "lists_go_on": found.lists_go_on.isoformat() if found.lists_go_on else None,
        "spent": asdict(done.spent),
        "erased_again": asdict(done.again),
    }
    if as_json:
        typer.echo(json.dumps(shape, ensure_ascii=False, indent=2))
        return
    for key, offices_named in named.items():
        typer.echo(f"{key}: {', '.join(offices_named) or '–'}")
    typer.echo(f"practice offices: {len(found.practice)}")
    if found.lists_go_on:
        typer.echo(f"lists go on: {found.lists_go_on.isoformat()}")
    if not dry_run:
        typer.echo(f"spent: {counted(asdict(done.spent))}")
        typer.echo(f"erased again: {counted(asdict(done.again))}")


def erase_person(
    office: Annotated[str, typer.Option(help="The office: its name, a part of it, or its number.")],
    name: Annotated[str, typer.Option(help="The person, as on the list: given name and surname.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Erase without asking.")] = False,
) -> None:
    """Erase a person whom an office has listed, from drafts, approved versions, tables, letters.

    Exit code 1 where nothing of them was found. With --yes nobody is erased, nor recorded, while
    the office lists somebody else who may be meant.
    """
    from bot.post import post
    from conversations.events import Audience, Notice
    from conversations.notes import NoticeCode
    from conversations.people import Person
    from storage import erasure, offices
    from storage.removal import Erased

    words = name.split()
    if len(words) < 2:
        raise fail(f"--name {name!r}: give the given name and the surname", WRONG_USAGE)
    typed = Person(" ".join(words[:-1]), words[-1])
    settings = in_force()
    with opened(settings, create=False) as database:
        ledger_of(settings).check()
        meant = office_meant(database.read(offices.all_offices), office)
        found = database.read(lambda c: erasure.listed(c, meant.id, typed.key))
        where = "is on its lists" if found else "is on no list of it: only texts will be searched"
        say(f"{meant.name}: {name} {where}")
        others = [] if found else database.read(lambda c: erasure.alike(c, meant.id, typed))
        if others:
            said = f"who may be meant is listed as {', '.join(each.full_name for each in others)}"
            if yes:
                raise fail(f"{said}: give that name; nothing was erased")
            say(said)
        if not yes and not _agreed("Erase for good? [t/N] "):
            raise fail("nothing was erased")
        now = clock.now()

        def work(connection: Connection) -> Erased:
            erased = erasure.erase_person(connection, meant.id, found or typed, actor=None, now=now)
            if erased.people or erased.versions:
                notice = Notice(NoticeCode.PERSON_ERASED, Audience.OFFICE, meant.id)
                post(connection, notice, source=f"erased:{now.isoformat()}", by=None, now=now)
            return erased

        erased = database.write(work)
        database.scrub()
    if not erased:
        raise fail(f"nothing of {name} was found; it is recorded, so that no backup brings it back")
    typer.echo(f"erased: {counted(asdict(erased))}")


def _agreed(question: str) -> bool:
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in {"t", "tak", "y", "yes"}


def reapply_erasures() -> None:
    """Erase again whom ERASURE_LEDGER names: after a restore of an older backup."""
    from storage import erasure

    settings = in_force()
    with opened(settings, create=False) as database:
        ledger = ledger_of(settings)
        erased = database.write(lambda connection: erasure.reapply(connection, ledger.read()))
        database.scrub()
    typer.echo(f"erased again: {counted(asdict(erased))}")


def new_key() -> None:
    """Print a new key for DATA_KEY."""
    from storage import vault

    typer.echo(vault.new_key())


def rotate_key() -> None:
    """Encrypt everything under the newest key of DATA_KEY, also what was not encrypted yet.

    First give every running program the new list, newest first; drop the old key only afterwards.
    """
    from storage import rotation

    settings = in_force()
    if settings.data_key is None:
        raise fail("DATA_KEY is not set: `komplet new-key` prints a key", WRONG_USAGE)
    with opened(settings, create=False) as database:
        rotated = rotation.rotate(database)
        ledger_of(settings).reseal()
        database.scrub()
    typer.echo(f"encrypted anew: {counted(rotated)}")
