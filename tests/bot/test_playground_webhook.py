"""Delivery to a webhook: as Telegram delivers, whatever the other side does.

Sources: Bot API, "setWebhook" and "Making requests when getting updates"; tdlib/telegram-bot-api,
`WebhookActor` and `process_set_webhook_query`.
"""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from bot.playground.cast import COORDINATOR
from tests.facts import check_shape
from tests.playing import HEAD, Receiver, Table, receiver

NOT_EMULATED = "is not emulated by the playground"


@pytest.fixture
async def hook() -> AsyncIterator[Receiver]:
    async with receiver() as made:
        yield made


def texts(hook: Receiver) -> list[str]:
    return [body["message"]["text"] for body in hook.bodies]


async def test_an_update_is_posted_as_json_with_the_secret_in_its_header(
    playing: Table, hook: Receiver
) -> None:
    answer = await playing.call("setWebhook", url=hook.url, secret_token="Ab-_9")
    assert (answer["result"], answer["description"]) == (True, "Webhook was set")
    await playing.say("dzień dobry")
    [update] = await hook.until(1)
    check_shape(update, "Update")
    assert update["message"]["text"] == "dzień dobry"
    assert hook.headers[0]["X-Telegram-Bot-Api-Secret-Token"] == "Ab-_9"
    assert hook.headers[0]["Content-Type"] == "application/json"
    idle = await playing.http.get("/playground/queue", params={"idle": 1, "timeout": 5})
    assert idle.json() == {"pending": 0}


async def test_what_waited_before_the_webhook_was_set_is_delivered_too(
    playing: Table, hook: Receiver
) -> None:
    await playing.say("raz")
    await playing.call("setWebhook", url=hook.url)
    await hook.until(1)
    assert texts(hook) == ["raz"]


async def test_pending_updates_can_be_dropped_when_the_webhook_is_set(
    playing: Table, hook: Receiver
) -> None:
    await playing.say("raz")
    await playing.call("setWebhook", url=hook.url, drop_pending_updates=True)
    await playing.say("dwa")
    await hook.until(1)
    assert texts(hook) == ["dwa"]


async def test_polling_is_refused_while_a_webhook_is_set_and_a_waiting_poll_ends(
    playing: Table, hook: Receiver
) -> None:
    poll = asyncio.create_task(playing.call("getUpdates", timeout=30))
    updates = playing.world.updates
    assert await updates.changed.wait_for(lambda: updates.polled, 5)
    await playing.call("setWebhook", url=hook.url)
    ended = await poll
    assert ended["error_code"] == 409
    assert ended["description"] == "Conflict: terminated by setWebhook request"
    answer = await playing.call("getUpdates")
    assert answer["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )


async def test_a_refused_update_comes_again_at_once_and_then_after_a_pause(
    playing: Table, hook: Receiver
) -> None:
    hook.answers = [(500, {}, b""), (500, {}, b""), (200, {}, b"")]
    await playing.call("setWebhook", url=hook.url)
    await playing.say("raz")
    await hook.until(2)
    info = await playing.result("getWebhookInfo")
    check_shape(info, "WebhookInfo")
    assert info["pending_update_count"] == 1
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Whatever"
    # The third try waits two seconds on the playground's clock.
    await playing.pass_time(2)
    assert texts(hook) == ["raz"] * 2 or len(hook.bodies) == 3
    assert len({body["update_id"] for body in await hook.until(3)}) == 1


async def test_the_other_side_may_ask_for_a_pause(playing: Table, hook: Receiver) -> None:
    hook.answers = [(503, {"retry-after": "3000"}, b"")]
    await playing.call("setWebhook", url=hook.url)
    await playing.say("raz")
    await hook.until(1)
    await playing.pass_time(2900)
    assert (await playing.result("getWebhookInfo"))["pending_update_count"] == 1
    assert len(hook.bodies) == 1
    await playing.pass_time(100)
    await hook.until(2)


async def test_one_persons_messages_wait_for_each_other_and_others_do_not(
    playing: Table, hook: Receiver
) -> None:
    hook.answers = [(503, {"retry-after": "60"}, b"")]
    await playing.call("setWebhook", url=hook.url)
    await playing.say("raz")
    await hook.until(1)
    await playing.say("dwa")
    await playing.say("obok", COORDINATOR.id)
    await hook.until(2)
    assert texts(hook) == ["raz", "obok"]
    await playing.pass_time(60)
    await hook.until(4)
    assert texts(hook) == ["raz", "obok", "raz", "dwa"]


async def test_no_more_requests_are_under_way_than_connections_are_allowed(
    playing: Table, hook: Receiver
) -> None:
    hook.held = asyncio.Event()
    await playing.call("setWebhook", url=hook.url, max_connections=1)
    await playing.say("raz")
    await playing.say("obok", COORDINATOR.id)
    await hook.until(1)
    assert (await playing.result("getWebhookInfo"))["max_connections"] == 1
    assert len(hook.bodies) == 1
    hook.held.set()
    await hook.until(2)


async def test_an_update_too_old_to_wait_is_dropped(playing: Table, hook: Receiver) -> None:
    hook.answers = [(500, {"retry-after": "200"}, b"")]
    message = await playing.result(
        "sendMessage",
        chat_id=HEAD,
        text="x",
        reply_markup={"inline_keyboard": [[{"text": "Dalej", "callback_data": "d"}]]},
    )
    await playing.call("setWebhook", url=hook.url)
    await playing.act("tap", message_id=message["message_id"], text="Dalej")
    idle = await playing.http.get("/playground/queue", params={"idle": 1, "timeout": 5})
    assert idle.json() == {"pending": 0}
    assert len(hook.bodies) == 1


async def test_the_answer_may_be_a_call_and_some_calls_are_not_taken(
    playing: Table, hook: Receiver
) -> None:
    call = {"method": "sendMessage", "chat_id": HEAD, "text": "słyszę"}
    json_type = {"content-type": "application/json"}
    hook.answers = [
        (200, json_type, json.dumps({"method": "deleteWebhook"}).encode()),
        (200, json_type, json.dumps(call).encode()),
    ]
    await playing.call("setWebhook", url=hook.url)
    await playing.say("raz")
    await playing.say("dwa")
    await hook.until(2)
    called = await playing.http.get(
        "/playground/calls", params={"method": "sendMessage", "timeout": 5}
    )
    [logged] = called.json()["calls"]
    assert logged["answer"]["ok"] is True
    assert [m["text"] for m in (await playing.chat())["messages"]][-1] == "słyszę"
    assert (await playing.result("getWebhookInfo"))["url"] == hook.url


async def test_a_hook_that_is_away_is_told_of_and_delivered_to_when_it_is_back(
    playing: Table,
) -> None:
    async with receiver() as gone:
        url = gone.url
    await playing.call("setWebhook", url=url)
    await playing.say("raz")
    trouble = ""
    while not trouble:
        info = await playing.result("getWebhookInfo")
        trouble = info.get("last_error_message", "")
    assert trouble == "Connection refused"
    assert info["pending_update_count"] == 1
    answer = await playing.call("deleteWebhook")
    assert answer["description"] == "Webhook was deleted"
    assert [u["message"]["text"] for u in await playing.updates()] == ["raz"]


async def test_setting_the_same_webhook_again_at_once_changes_nothing(
    playing: Table, hook: Receiver
) -> None:
    await playing.call("setWebhook", url=hook.url)
    again = await playing.call("setWebhook", url=hook.url)
    assert again["description"] == "Webhook is already set"
    await playing.call("setWebhook", url="")
    deleted = await playing.call("deleteWebhook")
    assert deleted["description"] == "Webhook is already deleted"


@pytest.mark.parametrize(
    ("params", "code", "refusal"),
    [
        (
            {"url": "http://example.org/x"},
            400,
            "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
        ),
        ({"url": "ftp://127.0.0.1/"}, 400, "Bad Request: invalid webhook URL specified"),
        ({"url": "http://[::1/"}, 400, "Bad Request: invalid webhook URL specified"),
        (
            {"url": "https://example.org/x"},
            501,
            f"Not Implemented: a webhook over TLS, or on another machine, {NOT_EMULATED}",
        ),
        (
            {"url": "http://127.0.0.1/", "secret_token": "ą"},
            400,
            "Bad Request: secret token contains unallowed characters",
        ),
        (
            {"url": "http://127.0.0.1/", "secret_token": "x" * 257},
            400,
            "Bad Request: secret token is too long",
        ),
    ],
)
async def test_a_webhook_that_telegram_refuses_is_refused(
    playing: Table, params: dict[str, str], code: int, refusal: str
) -> None:
    answer = await playing.call("setWebhook", **params)
    assert (answer["error_code"], answer["description"]) == (code, refusal)


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (b"", "Webhook connection closed"),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf", "Webhook connection closed"),
        (b"nonsense\r\n\r\n", "Wrong response from the webhook"),
    ],
)
async def test_an_answer_that_is_none_is_a_failure(
    playing: Table, hook: Receiver, answer: bytes, trouble: str
) -> None:
    hook.answers = [(0, {}, answer)]
    await playing.call("setWebhook", url=hook.url)
    await playing.say("raz")
    await hook.until(2)
    assert texts(hook) == ["raz", "raz"]
    assert (await playing.result("getWebhookInfo"))["last_error_message"] == trouble


async def test_an_answer_in_chunks_is_read_whole(playing: Table, hook: Receiver) -> None:
    call = json.dumps({"method": "sendMessage", "chat_id": HEAD, "text": "słyszę"}).encode()
    head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (call[:9], call[9:], b""))
    hook.answers = [(0, {}, head.encode() + chunks)]
    await playing.call("setWebhook", url=hook.url)
    await playing.say("raz")
    waiting: dict[str, str | int] = {"method": "sendMessage", "timeout": 5}
    [logged] = (await playing.http.get("/playground/calls", params=waiting)).json()["calls"]
    assert logged["params"]["text"] == "słyszę"
    assert len(hook.bodies) == 1
