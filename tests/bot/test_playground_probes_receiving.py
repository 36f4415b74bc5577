"""Probes of how updates come to a bot and how its requests may come.

D: the documentation, S: Telegram's source, as in `test_playground_probes`.
"""

import asyncio

import pytest

from tests.bot.probing import NEXT, send
from tests.facts import check_shape
from tests.playing import HEAD, TOKEN, USERNAME, Table

# --- getUpdates -------------------------------------------------------------------------------


async def test_an_update_stays_until_a_higher_offset_confirms_it(playing: Table) -> None:
    """D getUpdates, "offset"."""
    await playing.say("raz")
    await playing.say("dwa")
    first, second = await playing.updates()
    assert second["update_id"] == first["update_id"] + 1
    assert await playing.updates(offset=first["update_id"]) == [first, second]
    assert await playing.updates(offset=second["update_id"]) == [second]
    assert await playing.updates(offset=second["update_id"] + 1) == []


async def test_a_negative_offset_keeps_the_newest_and_forgets_the_rest(playing: Table) -> None:
    """D getUpdates, "offset"; S do_get_updates."""
    for text in ("raz", "dwa", "trzy"):
        await playing.say(text)
    assert [u["message"]["text"] for u in await playing.updates(offset=-2)] == ["dwa", "trzy"]
    assert [u["message"]["text"] for u in await playing.updates()] == ["dwa", "trzy"]


async def test_an_offset_far_in_the_future_confirms_nothing(playing: Table) -> None:
    """S TQueue::get, "Specified from_id is in the future"."""
    await playing.say("raz")
    [update] = await playing.updates()
    assert await playing.updates(offset=update["update_id"] + 100) == [update]
    assert await playing.updates(offset=update["update_id"] + 5) == []


@pytest.mark.parametrize(("limit", "count"), [(2, 2), (0, 1), (-5, 1), (1000, 100), ("x", 1)])
async def test_a_limit_is_brought_between_one_and_a_hundred(
    playing: Table, limit: object, count: int
) -> None:
    """D getUpdates, "limit"; S get_integer_arg clamps and refuses nothing."""
    for number in range(101):
        await playing.say(str(number))
    assert len(await playing.updates(limit=limit)) == count


async def test_a_long_poll_wakes_at_once(playing: Table) -> None:
    """D getUpdates, "timeout"."""
    poll = asyncio.create_task(playing.updates(timeout=50))
    updates = playing.world.updates
    assert await updates.changed.wait_for(lambda: updates.polled, 5)
    async with asyncio.timeout(5):
        await playing.say("jestem")
        [update] = await poll
    assert update["message"]["text"] == "jestem"


async def test_the_older_of_two_pollers_is_ended_with_a_conflict(playing: Table) -> None:
    """S abort_long_poll."""
    older = asyncio.create_task(playing.call("getUpdates", timeout=50))
    updates = playing.world.updates
    assert await updates.changed.wait_for(lambda: updates.polled, 5)
    newer = asyncio.create_task(playing.call("getUpdates", timeout=50))
    async with asyncio.timeout(5):
        refused = await older
    assert (refused["error_code"], refused["description"]) == (
        409,
        (
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        ),
    )
    await playing.say("raz")
    assert (await newer)["ok"]


async def test_a_short_poll_does_not_end_a_long_one(playing: Table) -> None:
    """S do_get_updates: only a call that will wait ends the one that waits."""
    long = asyncio.create_task(playing.call("getUpdates", timeout=50))
    updates = playing.world.updates
    assert await updates.changed.wait_for(lambda: updates.polled, 5)
    assert await playing.updates() == []
    await playing.say("raz")
    assert (await long)["ok"]


async def test_kinds_not_asked_for_never_come_and_the_choice_is_kept(playing: Table) -> None:
    """D getUpdates, "allowed_updates": only updates created afterwards are concerned."""
    await playing.say("przedtem")
    await playing.updates(allowed_updates=["callback_query"])
    await playing.say("potem")
    assert [u["message"]["text"] for u in await playing.updates()] == ["przedtem"]
    info = await playing.result("getWebhookInfo")
    check_shape(info, "WebhookInfo")
    assert info["allowed_updates"] == ["callback_query"]


async def test_an_empty_choice_means_all_but_three_and_nonsense_changes_nothing(
    playing: Table,
) -> None:
    """D getUpdates, "allowed_updates"; S get_allowed_update_types."""
    message = await playing.say("raz")
    await playing.act("react", message_id=message, emoji="👍")
    assert len(await playing.heard()) == 1
    await playing.updates(allowed_updates=["message_reaction", "no_such"])
    await playing.act("react", message_id=message, emoji="")
    await playing.updates(allowed_updates="{")
    await playing.updates(allowed_updates=[1])
    [update] = await playing.heard()
    assert update["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    await playing.updates(allowed_updates=[])
    assert "allowed_updates" not in await playing.result("getWebhookInfo")


async def test_a_tap_is_forgotten_after_150_seconds_and_a_message_after_a_day(
    playing: Table,
) -> None:
    """S add_update: the timeouts of each kind."""
    message = await send(playing, reply_markup=NEXT)
    await playing.act("tap", message_id=message["message_id"], text="Dalej")
    await playing.say("raz")
    await playing.pass_time(149)
    assert len(await playing.updates()) == 2
    await playing.pass_time(2)
    assert ["message" in update for update in await playing.updates()] == [True]
    await playing.pass_time(24 * 3600)
    assert await playing.updates() == []


# --- how a request may come -------------------------------------------------------------------


async def test_query_form_multipart_and_json_say_the_same(playing: Table) -> None:
    """D "Making requests"."""
    path, said = f"/bot{TOKEN}/sendMessage", {"chat_id": str(HEAD), "text": "Dzień dobry"}
    replies = [
        await playing.http.get(path, params=said),
        await playing.http.post(path, data=said),
        await playing.http.post(path, files={key: (None, text) for key, text in said.items()}),
        await playing.http.post(path, json=said),
    ]
    assert {reply.json()["result"]["text"] for reply in replies} == {"Dzień dobry"}


async def test_digits_stay_a_text_where_a_text_is_declared(playing: Table) -> None:
    """D "Making requests": the type is the parameter's, not the value's."""
    path = f"/bot{TOKEN}/sendMessage"
    as_form = await playing.http.post(path, data={"chat_id": HEAD, "text": "12345"})
    assert as_form.json()["result"]["text"] == "12345"
    as_query = await playing.http.get(path, params={"chat_id": HEAD, "text": "[1]"})
    assert as_query.json()["result"]["text"] == "[1]"


async def test_a_json_value_of_another_type_is_its_own_text(playing: Table) -> None:
    """S parse_json_parameters: what is no string is taken as it is written."""
    assert (await send(playing, text=12345))["text"] == "12345"  # type: ignore[arg-type]
    assert (await send(playing, text=True))["text"] == "true"  # type: ignore[arg-type]
    assert (await send(playing, text={"a": 1}))["text"] == '{"a":1}'  # type: ignore[arg-type]


async def test_the_path_is_url_decoded_and_the_methods_case_does_not_matter(
    playing: Table,
) -> None:
    """S HttpConnection: the path is decoded, the method lowered."""
    path = f"/bot{TOKEN}".replace(":", "%3A") + "/GetM%65"
    assert (await playing.http.get(path)).json()["result"]["username"] == USERNAME


async def test_the_query_string_counts_before_the_body(playing: Table) -> None:
    """S HttpQuery::get_arg: the first of two values."""
    path = f"/bot{TOKEN}/sendMessage?text=z+adresu&chat_id={HEAD}"
    reply = await playing.http.post(path, json={"text": "z ciała"})
    assert reply.json()["result"]["text"] == "z adresu"


async def test_a_body_that_cannot_be_read_counts_as_empty(playing: Table) -> None:
    """S HttpReader: a parse error is logged and the query goes on."""
    path, json_type = f"/bot{TOKEN}/sendMessage", {"content-type": "application/json"}
    for body in (b"{", b"[]", b'{"text": "\\ud800"}', b"[" * 100_000, b"\xff"):
        reply = await playing.http.post(path, content=body, headers=json_type)
        assert reply.json()["description"] == "Bad Request: message text is empty"


async def test_a_text_that_is_no_utf8_is_refused(playing: Table) -> None:
    """S clean_input_string."""
    reply = await playing.http.get(f"/bot{TOKEN}/sendMessage?chat_id={HEAD}&text=a%FF")
    assert reply.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_a_wrong_token_is_unauthorized(playing: Table) -> None:
    """D "Authorizing your bot"."""
    for path in ("/bot42:wrong/getMe", "/bot/getMe", "/file/bot42:wrong/documents/file_1.xlsx"):
        reply = await playing.http.get(path)
        assert reply.status_code == 401
        assert reply.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_unknown_method_is_not_found_and_a_known_one_is_said_not_to_be_emulated(
    playing: Table,
) -> None:
    """S on_cmd; the second is the playground's own word."""
    unknown = await playing.call("sendPigeon")
    assert (unknown["error_code"], unknown["description"]) == (404, "Not Found: method not found")
    known = await playing.call("sendPoll")
    assert (known["error_code"], known["description"]) == (
        501,
        "Not Implemented: the method sendPoll is not emulated by the playground",
    )
