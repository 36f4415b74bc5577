"""The playground for tests of the bot's side: over raw HTTP, and for clients of the Bot API."""

from collections.abc import AsyncIterator

import httpx
import pytest
import telegram

from bot.playground.bot_api import Playground, serve
from bot.playground.world import World
from tests.playing import TOKEN, USERNAME, Table, laid_table


@pytest.fixture
async def playing() -> AsyncIterator[Table]:
    """A playground where the head of an office has begun a chat."""
    async with laid_table() as laid:
        yield laid


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    """The playground on a port of its own."""
    async with serve(World(TOKEN, username=USERNAME)) as running:
        yield running


@pytest.fixture
async def http(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    """People and calls, over raw HTTP."""
    async with httpx.AsyncClient(base_url=playground.url) as client:
        yield client


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[telegram.Bot]:
    """A bot of python-telegram-bot."""
    url = playground.url
    async with telegram.Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as ptb:
        yield ptb
