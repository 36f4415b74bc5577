"""Three clients that know only the real Telegram hold a conversation with the playground.

python-telegram-bot and aiogram (Python) and grammY (JavaScript), each in a process of its own, by
polling and by webhook. aiogram and grammY live in `.venv/clients/`, made by `make setup`.
"""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.playground.cast import HEAD_OF_WLODAWA
from tests.person import Person
from tests.playing import TOKEN, USERNAME, Table, table

CLIENTS = Path(__file__).parent.parent / "clients"
HOME = Path(__file__).parent.parent.parent / ".venv" / "clients"
PROGRAMS = {
    "python-telegram-bot": [sys.executable, str(CLIENTS / "echo_ptb.py")],
    "aiogram": [str(HOME / "bin" / "python"), str(CLIENTS / "echo_aiogram.py")],
    "grammY": ["node", str(CLIENTS / "echo_grammy.mjs")],
}
PATIENCE = 60.0


@pytest.fixture
async def playing() -> AsyncIterator[Table]:
    async with table() as laid:
        yield laid


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.mark.parametrize("way", ["polling", "webhook"])
@pytest.mark.parametrize("client", PROGRAMS)
async def test_a_client_talks_taps_edits_and_exchanges_files(
    playing: Table, http_of_people: httpx.AsyncClient, client: str, way: str
) -> None:
    how = "poll" if way == "polling" else str(free_port())
    process = await asyncio.create_subprocess_exec(
        *PROGRAMS[client],
        playing.url,
        TOKEN,
        how,
        env=os.environ | {"NODE_PATH": str(HOME / "node_modules")},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    head = Person(http_of_people, HEAD_OF_WLODAWA)
    conversation = asyncio.create_task(converse(head))
    ended = asyncio.create_task(process.communicate())
    try:
        async with asyncio.timeout(PATIENCE):
            # Whichever is over first tells: a bot that fails ends before the conversation does.
            await asyncio.wait([conversation, ended], return_when=asyncio.FIRST_COMPLETED)
            output, _ = await ended
    finally:
        conversation.cancel()
        if process.returncode is None:
            process.kill()
    assert process.returncode == 0, output.decode()
    await asyncio.wait_for(conversation, 1)
    log = (await playing.http.get("/playground/calls")).json()["calls"]
    refused = [call for call in log if not call["answer"]["ok"]]
    assert [call["method"] for call in refused] == ["editMessageText"], refused
    assert any(call["method"] == "setWebhook" for call in log) == (way == "webhook")


@pytest.fixture
async def http_of_people(playing: Table) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=playing.url) as http:
        yield http


async def converse(head: Person) -> None:
    """The person's half. Its patience is the test's, since a client may need long to start."""
    await head.open(f"https://t.me/{USERNAME}?start=Ab-_9")
    await head.until("Witaj, Ab-_9", PATIENCE)
    await head.tap("Dalej")
    await head.until("Krok 2", PATIENCE)
    assert await head.alert() == "Dobrze"
    content = bytes(range(256)) * 300
    await head.upload("ąę.bin", content)
    await head.until("Kopia", PATIENCE)
    assert await head.document("kopia-ąę.bin") == content
    await head.say("koniec")
    await head.until("Do widzenia", PATIENCE)
