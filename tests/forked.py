"""`komplet` as a process of its own that has already read its code: forked where that was done.

Reading it takes a second of the processor, and stories start the bot a hundred times. The server
that forks is one for each worker of a run, clean of the tests; what `python -m bot` adds is tried
by the tests of commands and of the deployment.
"""

import multiprocessing
import os
import runpy
import sys
import warnings
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot import app, cli, screens, webhook
from bot.playground import bot_api, house
from bot.words import Words

__all__ = ["app", "house", "screens", "webhook"]

_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload([__name__])
Words("pl")("note-unknown-command")


def start(
    program: str,
    *arguments: str,
    environment: dict[str, str],
    folder: Path,
    log: Path,
    out: Path | None = None,
) -> ForkServerProcess:
    """Run `bot`, `bot_api` or a module of the tests in a folder, with just that environment.

    What it says goes to the log, which is there from the start: whoever kills it at once reads it.
    With `out`, only what it says to standard error does.
    """
    log.touch()
    said = (str(out or log), str(log))
    process = _SERVER.Process(
        target=_komplet, args=(program, arguments, environment, str(folder), said), daemon=True
    )
    process.start()
    return process


def _komplet(
    program: str,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    folder: str,
    said: tuple[str, str],
) -> None:
    # What the program itself has set as it was read.
    kept = {name: value for name, value in os.environ.items() if name.startswith("PTB_")}
    os.environ.clear()
    os.environ.update(environment | kept)
    os.chdir(folder)
    for stream, name in zip((sys.stdout, sys.stderr), said, strict=True):
        file = os.open(name, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        os.dup2(file, stream.fileno())
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    warnings.simplefilter("error")
    sys.argv = ["komplet", *arguments]
    match program:
        case "bot":
            cli.main()
        case "bot_api":
            bot_api.main(arguments)
        case _:
            # A trial that is the main module itself was imported again here, with what it uses.
            sys.modules.pop(program, None)
            runpy.run_module(program, run_name="__main__")
