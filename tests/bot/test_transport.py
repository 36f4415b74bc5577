"""What becomes of one request to the Bot API, on real sockets."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.transport import NeverLeft, Transport

TOKEN = "4200000001:never-to-be-told"
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def telegram(answer: Answer) -> AsyncIterator[Bot]:
    """A server that answers every connection so, and a bot that speaks to it."""
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    transport = Transport(connections=4, read_seconds=0.5)
    await transport.initialize()
    try:
        yield Bot(
            TOKEN, f"http://127.0.0.1:{port}/bot", request=transport, get_updates_request=transport
        )
    finally:
        await transport.shutdown()
        server.close()


def says(body: str, status: str = "200 OK") -> Answer:
    """Reads one request whole and answers it; what was asked is kept in `asked`."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(
            int(line.split(":")[1])
            for line in head.splitlines()
            if line.casefold().startswith("content-length:")
        )
        asked.append(head + (await reader.readexactly(length)).decode(errors="replace"))
        raw = body.encode()
        writer.write(
            f"HTTP/1.1 {status}\r\ncontent-length: {len(raw)}\r\nconnection: close\r\n\r\n".encode()
            + raw
        )
        await writer.drain()
        writer.close()

    asked.clear()
    return answer


asked: list[str] = []


async def test_a_call_is_answered() -> None:
    async with telegram(says('{"ok": true, "result": true}')) as bot:
        assert await bot.answer_callback_query("7", "Zażółć", show_alert=True)
    (request,) = asked
    assert request.startswith(f"POST /bot{TOKEN}/answerCallbackQuery ")
    assert "callback_query_id=7" in request
    assert "text=Za%C5%BC%C3%B3%C5%82%C4%87" in request


async def test_a_file_goes_beside_its_parameters() -> None:
    sent = (
        '{"ok": true, "result": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}}}'
    )
    async with telegram(says(sent)) as bot:
        await bot.send_document(5, InputFile(b"Lp.;Urz\xc4\x85d", "lista.csv"), "Wykaz")
    (request,) = asked
    assert 'filename="lista.csv"' in request
    assert "Lp.;Urząd" in request
    assert "Wykaz" in request


async def test_what_telegram_refuses_says_why() -> None:
    refused = '{"ok": false, "error_code": 400, "description": "Bad Request: chat not found"}'
    async with telegram(says(refused, "400 Bad Request")) as bot:
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(5, "Dzień dobry")
    silence = (
        '{"ok": false, "error_code": 429, "description": "Too Many Requests: retry after 3", '
        '"parameters": {"retry_after": 3}}'
    )
    async with telegram(says(silence, "429 Too Many Requests")) as bot:
        with pytest.raises(RetryAfter):
            await bot.send_message(5, "Dzień dobry")


async def test_where_nobody_listens_nothing_has_left() -> None:
    server = await asyncio.start_server(says(""), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    transport = Transport(connections=1)
    await transport.initialize()
    bot = Bot(TOKEN, f"http://127.0.0.1:{port}/bot", request=transport)
    with pytest.raises(NeverLeft) as refused:
        await bot.send_message(5, "Dzień dobry")
    assert TOKEN not in str(refused.value)
    await transport.shutdown()


async def test_an_answer_that_does_not_come_may_mean_that_it_arrived() -> None:
    over, closed = asyncio.Event(), asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await over.wait()
        writer.close()
        closed.set()

    async with telegram(silent) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(5, "Dzień dobry")
        over.set()
        await asyncio.wait_for(closed.wait(), 5)


async def test_a_connection_that_breaks_may_mean_that_it_arrived() -> None:
    async def hangs_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.transport.abort()

    async with telegram(hangs_up) as bot:
        with pytest.raises(NetworkError) as broken:
            await bot.send_message(5, "Dzień dobry")
    assert not isinstance(broken.value, NeverLeft | TimedOut)
    assert TOKEN not in str(broken.value)


async def test_a_transport_that_was_shut_down_begins_anew() -> None:
    async with telegram(says('{"ok": true, "result": true}')) as bot:
        await bot.request.shutdown()
        with pytest.raises(NetworkError, match="not initialized"):
            await bot.answer_callback_query("7")
        await bot.request.initialize()
        assert await bot.answer_callback_query("7")
