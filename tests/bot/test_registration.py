"""That Telegram posts here, and goes on doing so: whoever takes the webhook, it comes back.

The engine runs in this process against the playground; a test plays the other program.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs
from telegram import Bot
from telegram.error import BadRequest

from bot import registration
from bot.app import Engine
from bot.playground.bot_api import Playground
from bot.playground.cast import STRANGER
from bot.playground.webhook import Delivery, Webhook
from bot.registration import Registration
from bot.server import Address
from bot.transport import Transport
from bot.webhook import Hook
from storage.database import Database
from tests.bot.test_webhook import SECRET, Listening, listening, playground
from tests.person import Person
from tests.playing import Receiver, receiver
from tests.running import TOKEN, free_port

__all__ = ["playground"]
TAKEN = "another program with the same token has taken the webhook; stop it"
Lines = list[dict[str, Any]]


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked after fifty times a second."""
    monkeypatch.setattr(registration, "LOOK_EVERY", 0.02)


@pytest.fixture
async def bot(playground: Playground, sqlite: Database) -> AsyncIterator[Listening]:
    async with listening(playground, sqlite) as made:
        yield made


@pytest.fixture
async def other() -> AsyncIterator[Receiver]:
    """Where another program wants updates to be posted."""
    async with receiver() as made:
        yield made


def asked(playground: Playground, method: str) -> int:
    return sum(call["method"] == method for call in playground.world.calls)


async def called(playground: Playground, told: Callable[[], bool]) -> None:
    """Wait for what can be seen after some call."""
    async with asyncio.timeout(20):
        assert await playground.world.called.wait_for(told, 20)


async def looked_at(playground: Playground, times: int) -> None:
    """Until the engine has looked so often again; it has acted on all but the last."""
    enough = asked(playground, "getWebhookInfo") + times
    await called(playground, lambda: asked(playground, "getWebhookInfo") >= enough)


async def calls(playground: Playground, method: str, **params: str) -> None:
    """Another program with the same token calls Telegram."""
    async with httpx.AsyncClient(base_url=playground.url) as http:
        answer = await http.post(f"/bot{TOKEN}/{method}", data=params)
        assert answer.json()["ok"], answer.text


def posted_to(playground: Playground) -> str:
    current = playground.world.webhook
    return current.webhook.url if current else ""


async def test_a_webhook_that_a_polling_program_takes_away_is_set_again_at_once(
    playground: Playground, bot: Listening
) -> None:
    """The first thing that `run` without WEBHOOK_URL does."""
    url = posted_to(playground)
    with capture_logs() as lines:
        await calls(playground, "deleteWebhook")
        await called(playground, lambda: posted_to(playground) == url)
        await looked_at(playground, 2)
    assert bot.engine.readiness.receiving
    (line,) = [line for line in lines if line["event"] == TAKEN]
    assert (line["posts_to"], line["set_again_in"]) == ("nobody, it may be polled", 0)
    async with httpx.AsyncClient(base_url=playground.url) as http:
        (stranger,) = Person.on(http, STRANGER)
        await stranger.say("/start")
        await stranger.until("potrzebny jest link z zaproszeniem")


async def test_two_deployments_with_different_addresses_do_not_fight_every_minute(
    playground: Playground, bot: Listening, other: Receiver
) -> None:
    """Taken a second time, it is left to the other for a while; the process is not ready."""
    url = posted_to(playground)
    await calls(playground, "setWebhook", url=other.url)
    await called(playground, lambda: posted_to(playground) == url)
    with capture_logs() as lines:
        await calls(playground, "setWebhook", url=other.url)
        await looked_at(playground, 5)
        assert posted_to(playground) == other.url
        unready = await bot.http.get("/readyz")
        assert (unready.status_code, unready.json()["receiving"]) == (503, False)
    told = [line for line in lines if line["event"] == TAKEN]
    assert {line["posts_to"] for line in told} == {"127.0.0.1"}
    assert 0 < told[-1]["set_again_in"] <= registration.FIRST_PAUSE
    assert other.url not in str(lines), "an address may hold a secret"
    # A process beside this one, whose pause is over, takes it back.
    await calls(playground, "setWebhook", url=url, secret_token=SECRET, max_connections="100")
    await looked_at(playground, 2)
    assert (await bot.http.get("/readyz")).status_code == 200


async def test_each_time_that_a_webhook_is_taken_it_is_left_for_longer(
    playground: Playground, bot: Listening, other: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it has been held for long."""
    monkeypatch.setattr(registration, "FIRST_PAUSE", 0.1)
    url = posted_to(playground)

    async def taken_for() -> float:
        time = asyncio.get_running_loop().time
        since = time()
        await calls(playground, "setWebhook", url=other.url)
        await called(playground, lambda: posted_to(playground) == url)
        return time() - since

    taken = [await taken_for() for _ in range(4)]
    assert taken[1] >= 0.1
    assert taken[2] >= 0.2
    assert taken[3] >= 0.4
    monkeypatch.setattr(registration, "FIRST_PAUSE", registration.LONGEST_PAUSE)
    monkeypatch.setattr(registration, "HELD", 0)
    await taken_for()


async def test_why_telegram_could_not_deliver_is_told_once(
    playground: Playground, bot: Listening
) -> None:
    """Here since somebody has set another secret."""
    url = posted_to(playground)
    await calls(playground, "setWebhook", url=url, secret_token="another", max_connections="100")
    with capture_logs() as lines:
        async with httpx.AsyncClient(base_url=playground.url) as http:
            (stranger,) = Person.on(http, STRANGER)
            await stranger.say("/start")
            async with asyncio.timeout(20):
                while not any("deliver" in line["event"] for line in lines):
                    await looked_at(playground, 1)
        await looked_at(playground, 3)
    (line,) = [line for line in lines if "deliver" in line["event"]]
    assert line["why"] == "Wrong response from the webhook: 403 Forbidden"
    assert line["waiting"] == 1


async def test_a_telegram_that_does_not_say_where_it_posts_to_changes_nothing(
    playground: Playground, bot: Listening
) -> None:
    rule = {"kind": "server_error", "method": "getWebhookInfo", "count": 3}
    async with httpx.AsyncClient(base_url=playground.url) as http:
        await http.put("/playground/weather", json={"rules": [rule]})
    with capture_logs() as lines:
        await looked_at(playground, 6)
        await looked_at(playground, 1)  # it has acted on all but the last
    assert sum("does not say where it posts" in line["event"] for line in lines) == 3
    assert bot.engine.readiness.receiving
    assert not bot.running.done()


@contextlib.asynccontextmanager
async def refused(playground: Playground, database: Database) -> AsyncIterator[Engine]:
    """An engine whose address Telegram refuses to set, as it does where it finds no such name."""
    hook = Hook("http://bot.example.org/telegram", SECRET)
    address = Address("127.0.0.1", free_port())
    async with Engine(TOKEN, playground.url, database, hook=hook, listen=address) as engine:
        yield engine


async def test_a_start_goes_on_where_telegram_refuses_the_address_that_it_posts_to(
    playground: Playground, sqlite: Database
) -> None:
    """Once it says so; and a running process goes on whatever Telegram says."""
    world = playground.world
    hook = Webhook("http://bot.example.org/telegram", SECRET, 100)

    async def nothing(*_: object) -> None:
        raise AssertionError("nothing is posted")

    world.webhook = Delivery(hook, world.updates, world.clock, nothing)
    world.weather.put({"rules": [{"kind": "server_error", "method": "getWebhookInfo", "count": 1}]})
    async with refused(playground, sqlite) as engine:
        with capture_logs() as lines:
            running = asyncio.create_task(engine.run())
            await looked_at(playground, 3)
            assert engine.readiness.receiving
            assert {"WEBHOOK_URL is refused, but in force"} <= {line["event"] for line in lines}
            await calls(playground, "deleteWebhook")
            await looked_at(playground, 3)
            assert not engine.readiness.receiving
            assert not running.done()
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def test_a_start_ends_where_telegram_refuses_an_address_that_it_does_not_have(
    playground: Playground, sqlite: Database, other: Receiver
) -> None:
    await calls(playground, "setWebhook", url=other.url)
    async with refused(playground, sqlite) as engine:
        with pytest.raises(BadRequest, match="Bad webhook"):
            await engine.run()


class Contended(Transport):
    """Answers the first setWebhook as Telegram does when another comes before it is verified."""

    first = True

    async def do_request(self, url: str, *arguments: Any, **more: Any) -> tuple[int, bytes]:
        if url.endswith("/setWebhook") and self.first:
            self.first = False
            return 409, (
                b'{"ok": false, "error_code": 409, '
                b'"description": "Conflict: terminated by other setWebhook"}'
            )
        return await super().do_request(url, *arguments, **more)


async def test_of_two_processes_that_set_the_webhook_at_the_same_moment_both_go_on(
    playground: Playground, other: Receiver
) -> None:
    known: list[bool] = []
    url = f"{playground.url}/bot"
    async with Bot(TOKEN, base_url=url, request=Contended(connections=1)) as bot:
        looking = asyncio.create_task(
            Registration(bot, Hook(other.url, SECRET), known.append).run()
        )
        await called(playground, lambda: posted_to(playground) == other.url)
        await looked_at(playground, 1)
        assert set(known) == {True}
        while not looking.done():  # a cancellation that meets a request can be swallowed
            looking.cancel()
            await asyncio.wait({looking}, timeout=0.1)


async def test_a_token_that_telegram_does_not_know_for_a_while_makes_unready_and_ends_nothing(
    playground: Playground, bot: Listening
) -> None:
    """A proxy that answers 404 in Telegram's place; letters wait for as long."""

    async def receiving(so: bool) -> None:
        async with asyncio.timeout(20):
            while bot.engine.readiness.receiving is not so:  # noqa: ASYNC110 - nothing tells
                await asyncio.sleep(0.01)

    await receiving(True)
    known = playground.world.token
    with capture_logs() as lines:
        playground.world.token = "4200000001:another"
        await receiving(False)
        playground.world.token = known
        await receiving(True)
    assert "Telegram does not know the bot" in {line["event"] for line in lines}
    assert not bot.running.done()
