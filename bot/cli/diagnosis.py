"""Whether everything is as a bot needs it."""

import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import FAILED


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Stable JSON for programs.")] = False,
) -> None:
    """Check settings, database, disk, token, clock and time zone; say how to mend what is wrong.

    Changes nothing and may run beside the bot. Exit code 1: something keeps it from working.
    """
    from bot import clock
    from bot.doctor import Finding, Level, examine
    from bot.settings import SettingsFault, load

    try:
        settings = load()
        clock.set_zone(settings.timezone)
        found = asyncio.run(examine(settings, Path.cwd()))
    except SettingsFault as fault:
        name, _, mend = str(fault).partition(" ")
        found = [Finding("settings", Level.FAULT, f"{name} is wrong", f"it {mend}")]
    sound = all(each.level is not Level.FAULT for each in found)
    if as_json:
        shape = {"ok": sound, "findings": [asdict(each) for each in found]}
        typer.echo(json.dumps(shape, ensure_ascii=False, indent=2))
    else:
        for each in found:
            typer.echo(f"{each.level:<8} {each.check:<10} {each.said}")
            if each.mend:
                typer.echo(f"{'':<19} → {each.mend}")
    if not sound:
        raise typer.Exit(FAILED)
