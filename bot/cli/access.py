"""Who has access, taking it back, and what was done about an office."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from bot import clock
from bot.cli.common import WRONG_USAGE, fail, in_force, looked_up, office_meant, opened
from storage.database import Connection
from storage.talks import Claim

if TYPE_CHECKING:
    from bot.screens.view import AccessEntry
    from conversations.journal import Entry


def access(
    as_json: Annotated[bool, typer.Option("--json", help="Stable JSON for programs.")] = False,
) -> None:
    """List who holds which role (g7) and which links wait (i7): the coordinator's /dostep."""
    from bot import coordinating
    from bot.words import Words, cleaned

    words, now = Words("pl"), clock.now()
    found = looked_up(lambda connection: coordinating.entries(connection, now))
    if as_json:
        typer.echo(json.dumps([_as_json(each) for each in found], ensure_ascii=False, indent=2))
        return
    for each in found:
        whose = cleaned(each.office_name or each.advisor or "–")
        name = words.plain("access-link-short") if each.waits else cleaned(each.name)
        date = words.plain("name", name=words.date(each.at))
        role = words.plain(f"role-{each.role}")
        typer.echo("\t".join((each.code, role, whose, name, date)))


def _as_json(entry: "AccessEntry") -> dict[str, object]:
    """Times are ISO 8601 in UTC: since when a role is held, until when a link waits."""
    return {
        "id": entry.code,
        "role": entry.role.value,
        "name": None if entry.waits else entry.name,
        "office": entry.office_name,
        "office_id": entry.office_id,
        "advisor": entry.advisor,
        "waits": entry.waits,
        "at": entry.at.isoformat(),
    }


def revoke(
    which: Annotated[str, typer.Argument(metavar="ID", help="As „komplet access” shows it.")],
    with_links: Annotated[
        bool, typer.Option("--with-links", help="A coordinator's, with the links handed out.")
    ] = False,
) -> None:
    """Take a role (g7) or a link (i7) back. A running bot tells the person."""
    from bot.effects.access_list import is_last, take_back, take_back_link, take_back_links_of
    from bot.effects.room import Room
    from bot.inbound import Inbound
    from conversations.access import Role
    from conversations.desk.access_list import GRANT, INVITATION
    from conversations.events import read_id
    from storage import access as kept

    number = read_id(which[1:])
    if which[:1] not in {GRANT, INVITATION} or number is None:
        raise fail(f"{which!r} is no id: see komplet access", WRONG_USAGE)

    def work(connection: Connection) -> str | None:
        room = Room(connection, Inbound(0, 0, "", None), Claim(clock.now()))
        if which.startswith(INVITATION):
            done = take_back_link(room, number, by=None)
            return None if done else "no such link waits"
        held = kept.holder(connection, number, clock.now())
        if held is None:
            return "nobody holds such a role"
        if held.grant.role is Role.COORDINATOR and is_last(connection):
            return "this is the only coordinator: invite another one first"
        if not take_back(room, held, by=None):
            return "nobody holds such a role"
        if with_links and held.grant.role is Role.COORDINATOR:
            take_back_links_of(room, held.person_id, by=None)
        return None

    with opened(in_force(), create=False) as database:
        why_not = database.write(work)
    if why_not is not None:
        raise fail(f"{which}: {why_not}")
    typer.echo(f"revoked: {which}")


def history(
    office: Annotated[str, typer.Option(help="The office: its name, a part of it, or its number.")],
) -> None:
    """Print what was done about an office, newest first; no names of listed people."""
    from bot.screens.history import entry_line
    from bot.words import Words, unmarked
    from conversations.journal import newest_first
    from storage import journal, offices

    def work(connection: Connection) -> "tuple[Entry, ...]":
        meant = office_meant(offices.all_offices(connection), office)
        return newest_first(journal.of_office(connection, meant.id))

    words = Words("pl")
    for entry in looked_up(work):
        typer.echo(unmarked(entry_line(entry, words)))
