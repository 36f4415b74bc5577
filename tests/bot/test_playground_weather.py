"""The playground's weather: what goes wrong on purpose, to whom, how often, and the same again."""

import asyncio

import httpx
import pytest

from tests.playing import HEAD, TOKEN, Json, Table


async def texts(playing: Table) -> list[str]:
    """What the bot has got through to the chat."""
    messages = (await playing.chat())["messages"]
    return [message["text"] for message in messages if message["from"]["is_bot"]]


async def send(playing: Table, text: str = "Karta") -> Json:
    return await playing.call("sendMessage", chat_id=HEAD, text=text)


async def test_a_flood_is_a_429_that_says_how_long_to_wait_and_applies_nothing(
    playing: Table,
) -> None:
    await playing.weather({"kind": "flood", "method": "sendMessage", "count": 1, "seconds": 2.5})
    answer = await send(playing)
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    assert await texts(playing) == []
    assert (await send(playing))["ok"]


async def test_a_server_error_is_a_502_and_strikes_only_its_method(playing: Table) -> None:
    await playing.weather({"kind": "server_error", "method": "SENDMESSAGE"})
    assert (await playing.call("getMe"))["ok"]
    answer = await send(playing)
    assert (answer["error_code"], answer["description"]) == (502, "Bad Gateway")


async def test_a_refused_connection_applies_nothing(playing: Table) -> None:
    await playing.weather({"kind": "refuse", "method": "*", "count": 1})
    with pytest.raises(httpx.TransportError):
        await send(playing)
    assert await texts(playing) == []


async def test_a_dropped_reply_comes_after_the_work_was_done(playing: Table) -> None:
    await playing.weather({"kind": "drop_reply", "method": "sendMessage", "count": 1})
    with pytest.raises(httpx.TransportError):
        await send(playing)
    assert await texts(playing) == ["Karta"]
    [logged] = (await playing.http.get("/playground/calls?method=sendMessage")).json()["calls"]
    assert logged["answer"]["dropped"] is True


async def test_a_hang_keeps_quiet_until_its_time_is_up_and_applies_nothing(playing: Table) -> None:
    await playing.weather({"kind": "hang", "method": "sendMessage", "count": 1, "seconds": 3600})
    with pytest.raises(httpx.ReadTimeout):
        await playing.http.post(
            f"/bot{TOKEN}/sendMessage", json={"chat_id": HEAD, "text": "x"}, timeout=0.2
        )
    await playing.weather({"kind": "hang", "method": "sendMessage", "count": 1, "seconds": 3600})
    hanging = asyncio.create_task(send(playing))
    weather = playing.world.weather
    while not weather.rules[0].struck:
        await playing.http.get("/playground/weather")
    await playing.pass_time(3600)
    with pytest.raises(httpx.TransportError):
        await hanging
    assert await texts(playing) == []


async def test_a_duplicate_update_comes_again_after_it_was_confirmed(playing: Table) -> None:
    await playing.weather({"kind": "duplicate_update", "method": "message", "count": 1})
    await playing.say("raz")
    await playing.say("dwa")
    first, second = await playing.updates()
    again = await playing.updates(offset=second["update_id"] + 1)
    assert again == [first]
    assert await playing.updates(offset=second["update_id"] + 1) == []


async def test_a_delayed_update_is_overtaken(playing: Table) -> None:
    await playing.weather({"kind": "delay_update", "count": 1, "seconds": 60})
    await playing.say("raz")
    await playing.say("dwa")
    assert (await playing.http.get("/playground/queue")).json() == {"pending": 2}
    assert [u["message"]["text"] for u in await playing.updates()] == ["dwa"]
    await playing.pass_time(60)
    assert [u["message"]["text"] for u in await playing.updates(timeout=5)][-1] == "raz"


async def test_the_same_seed_gives_the_same_weather(playing: Table) -> None:
    rule = {"kind": "flood", "method": "sendMessage", "chance": 0.5}

    async def strikes(seed: int) -> list[bool]:
        await playing.weather(rule, seed=seed)
        return [not (await send(playing))["ok"] for _ in range(40)]

    first = await strikes(7)
    assert first == await strikes(7)
    assert first != await strikes(8)
    assert 5 < sum(first) < 35


async def test_a_rule_says_how_often_it_has_struck_and_sunshine_is_no_rules(
    playing: Table,
) -> None:
    await playing.weather({"kind": "server_error", "method": "sendMessage", "count": 2})
    assert [(await send(playing))["ok"] for _ in range(3)] == [False, False, True]
    weather = (await playing.http.get("/playground/weather")).json()
    assert weather == {
        "seed": 0,
        "rules": [
            {
                "kind": "server_error",
                "method": "sendMessage",
                "chance": 1,
                "count": 2,
                "seconds": 1,
                "struck": 2,
            }
        ],
    }
    again = (await playing.http.put("/playground/weather", json=weather)).json()
    assert again["rules"][0]["struck"] == 0
    await playing.http.put("/playground/weather", json={"rules": []})
    assert (await send(playing))["ok"]


@pytest.mark.parametrize(
    ("weather", "reason"),
    [
        ([], "the weather"),
        ({"rules": {}}, "rules"),
        ({"rules": [{}]}, "rules.0.kind"),
        ({"rules": [{"kind": "hail"}]}, "rules.0.kind"),
        ({"rules": [{"kind": "flood", "chance": 2}]}, "rules.0.chance"),
        ({"rules": [{"kind": "flood", "chance": True}]}, "rules.0.chance"),
        ({"rules": [{"kind": "flood", "count": -1}]}, "rules.0.count"),
        ({"rules": [{"kind": "flood", "seconds": "3"}]}, "rules.0.seconds"),
        ({"rules": [{"kind": "flood", "wind": 1}]}, "rules.0.wind"),
        ({"seed": "x"}, "seed"),
    ],
)
async def test_weather_that_cannot_be_read_is_refused_and_the_old_one_stays(
    playing: Table, weather: object, reason: str
) -> None:
    await playing.weather({"kind": "flood", "method": "getMe"})
    reply = await playing.http.put("/playground/weather", json=weather)
    assert reply.status_code == 400
    assert reply.json()["error"].startswith(f"{reason}: ")
    assert not (await playing.call("getMe"))["ok"]
