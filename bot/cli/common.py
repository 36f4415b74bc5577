"""What the commands share: the settings and the database of this process, failing in one line."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from bot import clock
from bot.settings import Settings, SettingsFault, load
from storage.database import Connection, Database, DatabaseUnusable
from storage.ledger import Ledger

if TYPE_CHECKING:
    from bot.words import Words
    from conversations.submission import Office

T = TypeVar("T")

FAILED, WRONG_USAGE = 1, 2
PATIENCE = 4.0
"""Seconds for which a command waits while another program writes to the same SQLite file."""
MOST_SHOWN = 8
"""How many of several offices that a name may mean are told."""


def say(line: str) -> None:
    """One line for a person, on standard error."""
    sys.stderr.write(f"{line}\n")


def fail(line: str, code: int = FAILED) -> typer.Exit:
    say(f"komplet: {line}")
    return typer.Exit(code)


def counted(counts: Mapping[str, int]) -> str:
    """What there is any of, by kind."""
    return ", ".join(f"{key} {count}" for key, count in counts.items() if count) or "–"


def in_force() -> Settings:
    """The settings of this process, in force."""
    settings = load()
    clock.set_zone(settings.timezone)
    return settings


@contextmanager
def opened(
    settings: Settings, *, create: bool = True, write: bool = True, patience: float = PATIENCE
) -> Iterator[Database]:
    """The database of the settings, brought to the program's schema.

    The flags are those of `Database.prepare`; `patience` is in seconds for another writer.
    """
    try:
        database = Database(
            settings.database_url.get_secret_value(), busy_seconds=patience, vault=settings.vault
        )
    except DatabaseUnusable as fault:
        raise SettingsFault(str(fault)) from None
    try:
        database.prepare(create=create, write=write)
        yield database
    finally:
        database.close()


def ledger_of(settings: Settings) -> Ledger:
    """The ledger of erasures; the settings always name one."""
    vault = settings.vault
    assert vault.ledger is not None, "`Settings.vault` has a default"
    return Ledger(vault.ledger, vault)


def looked_up(work: Callable[[Connection], T]) -> T:
    with opened(in_force(), create=False, write=False) as database:
        return database.read(work)


@contextmanager
def readable(file: Path, words: "Words") -> Iterator[None]:
    """Tell in one line why a file cannot be read, or not as what it was taken for."""
    from bot import terminal, uploads
    from conversations.coordination_table import NotATable

    try:
        yield
    except OSError as fault:
        raise fail(f"{file}: {fault.strerror}", WRONG_USAGE) from None
    except uploads.UploadRefused as refused:
        raise fail(terminal.refusal(refused.reason, file.name, words)) from None
    except NotATable as fault:
        raise fail(terminal.not_a_table(str(fault.reason), file.name, words)) from None


def office_meant(every: "Sequence[Office]", wanted: str) -> "Office":
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


def advisor_meant(names: Sequence[str], wanted: str) -> str:
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
        raise fail(f"no {kind} {wanted!r} in the tables; see: komplet status")
    if len(found) > 1:
        rest = f" and {len(shown) - MOST_SHOWN} more" if len(shown) > MOST_SHOWN else ""
        several = "; ".join(shown[:MOST_SHOWN])
        raise fail(f"--{kind} {wanted!r} may be: {several}{rest}. Say which", WRONG_USAGE)
    return found[0]
