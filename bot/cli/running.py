"""The bot and the playground."""

import asyncio
from typing import Annotated

import typer

from bot.cli.common import fail, in_force, ledger_of, opened
from bot.imports import uncollected, without
from bot.settings import SettingsFault
from storage.database import BUSY_SECONDS


def run() -> None:
    """Run the bot until it is stopped (Ctrl+C): by long polling, or with WEBHOOK_URL by webhook."""
    # structlog and httpx would have it for tracebacks and a command line that nobody asks for.
    with uncollected(), without("rich"):
        from telegram.error import BadRequest, InvalidToken, NetworkError

        from bot import logs
        from bot.app import NotMet, serve
        from bot.server import Address, CannotListen
        from bot.webhook import Hook

    settings = in_force()
    logs.set_up(settings.log_format, settings.log_level, settings.secrets)
    token = settings.token
    hook = Hook(*settings.hook) if settings.hook else None
    listen = Address(*settings.listening) if settings.listening else None
    with opened(settings, patience=BUSY_SECONDS) as database:
        database.check()
        ledger_of(settings).check()
        try:
            asyncio.run(serve(token, settings.telegram_api_url, database, hook=hook, listen=listen))
        except* CannotListen as fault:
            taken = fault.exceptions[0]
            raise SettingsFault(f"LISTEN cannot be used ({taken}): choose another") from None
        except* InvalidToken:
            raise SettingsFault(
                "BOT_TOKEN is not known to Telegram: copy it again from @BotFather"
            ) from None
        except* NotMet as unmet:
            raise SettingsFault(
                f"TELEGRAM_API_URL {settings.telegram_for_people} does not say whose BOT_TOKEN is "
                f"({unmet.exceptions[0]}): correct one of them"
            ) from None
        except* BadRequest as refused:
            why = refused.exceptions[0]
            raise SettingsFault(
                f"WEBHOOK_URL is refused by Telegram ({why}): correct it, or take it out to poll"
            ) from None
        except* NetworkError:
            raise fail(
                f"TELEGRAM_API_URL {settings.telegram_for_people} does not answer: check the "
                "address and the network"
            ) from None


def playground(
    port: Annotated[int, typer.Option(help="Port on the loopback address.")] = 8080,
    open_browser: Annotated[bool, typer.Option("--open/--no-open")] = True,
) -> None:
    """Try everything on one page: no token, no network, a chat for every role."""
    from bot import logs
    from bot.playground.house import run_playground

    logs.set_up("text")
    try:
        asyncio.run(run_playground(port, open_browser=open_browser))
    except OSError as fault:
        raise fail(f"port {port} cannot be used ({fault.strerror}): try --port 8081") from None
