"""Links that let people in."""

import asyncio
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot import clock
from bot.cli.common import WRONG_USAGE, advisor_meant, fail, in_force, office_meant, opened, say
from bot.settings import Settings, SettingsFault
from storage.database import Connection

if TYPE_CHECKING:
    from conversations.access import Invitation


def invite(
    role: Annotated[str, typer.Argument(help="coordinator, advisor, head or secretary.")],
    office: Annotated[
        str | None, typer.Option(help="The office: its name, a part of it, or its number.")
    ] = None,
    advisor: Annotated[str | None, typer.Option(help="The advisor, as in the table.")] = None,
) -> None:
    """Print a link that lets one person in, once, within 14 days (and a QR code).

    On standard error it says whom the link is for.
    """
    import segno

    from bot import invitations
    from conversations.access import OFFICE_ROLES, Role
    from storage import offices

    settings = in_force()
    if role not in set(Role):
        raise fail(f"unknown role {role!r}: one of {', '.join(Role)}", WRONG_USAGE)
    wanted = Role(role)
    for option, given, fits in (
        ("--office", office, wanted in OFFICE_ROLES),
        ("--advisor", advisor, wanted is Role.ADVISOR),
    ):
        if fits and not given:
            raise fail(f"{role} needs {option} NAME", WRONG_USAGE)
        if given and not fits:
            raise fail(f"{role} takes no {option}", WRONG_USAGE)

    def make(connection: Connection) -> "tuple[Invitation, str]":
        every = offices.all_offices(connection)
        names = sorted({each.advisor for each in every if each.advisor})
        return invitations.make(
            connection,
            role=wanted,
            office_id=office_meant(every, office).id if office else None,
            advisor=advisor_meant(names, advisor) if advisor else None,
            now=clock.now(),
        )

    username = settings.bot_username or _ask_username(settings)
    with opened(settings) as database:
        invitation, token = database.write(make)
        if wanted is Role.HEAD and invitation.office_id is not None:
            office_id = invitation.office_id
            known = database.read(lambda connection: offices.load(connection, office_id))
            if known is not None and known.head_registered:
                say("note: a head of this office is in already; see: komplet access")
    say(f"for: {' · '.join(filter(None, (role, invitation.office_name, invitation.advisor)))}")
    link = invitations.link(username, token)
    typer.echo(link)
    if sys.stdout.isatty():
        segno.make(link, error="m").terminal(compact=True)


def _ask_username(settings: Settings) -> str:
    """The bot's username as Telegram knows it."""
    from telegram import Bot
    from telegram.error import InvalidToken, TelegramError

    async def ask() -> str:
        async with Bot(settings.token, base_url=f"{settings.telegram_api_url}/bot") as bot:
            return bot.username

    try:
        return asyncio.run(ask())
    except InvalidToken:
        raise SettingsFault(
            "BOT_TOKEN is not known to Telegram: copy it again from @BotFather"
        ) from None
    except TelegramError:
        raise fail(
            "Telegram does not answer, so the bot's name is unknown: set BOT_USERNAME in .env"
        ) from None
