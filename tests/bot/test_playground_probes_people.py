"""Probes of taps, inline queries, people who come and go, and what a bot says of itself.

D: the documentation, S: Telegram's source, as in `test_playground_probes`.
"""

import pytest

from bot.playground.cast import COORDINATOR
from tests.bot.probing import NEXT, file_id, send
from tests.facts import FACTS, check_shape
from tests.playing import HEAD, USERNAME, Json, Table


async def test_me_has_every_field_that_only_get_me_returns(playing: Table) -> None:
    """D User: "Returned only in getMe"."""
    me = await playing.result("getMe")
    check_shape(me, "User")
    assert {"can_join_groups", "supports_inline_queries", "can_manage_bots"} <= set(me)
    assert set(FACTS["types"]["User"]["fields"]) - set(me) == {
        "last_name",
        "language_code",
        "is_premium",
        "added_to_attachment_menu",
    }


# --- taps, inline queries, people -------------------------------------------------------------


async def test_a_tap_carries_who_where_and_which_chat_instance(playing: Table) -> None:
    """D CallbackQuery."""
    message = await send(playing, reply_markup=NEXT)
    for _ in range(2):
        await playing.act("tap", message_id=message["message_id"], text="Dalej")
    one, two = [update["callback_query"] for update in await playing.heard()]
    assert one["message"] == message
    assert (one["from"]["id"], one["data"]) == (HEAD, "n1")
    assert one["chat_instance"] == two["chat_instance"]
    assert one["id"] != two["id"]


async def test_a_tap_is_answered_once_in_time_and_with_200_characters(playing: Table) -> None:
    """D answerCallbackQuery; S QUERY_ID_INVALID."""
    message = await send(playing, reply_markup=NEXT)
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"

    async def tapped() -> Json:
        done = await playing.act("tap", message_id=message["message_id"], text="Dalej")
        return {"callback_query_id": done["query_id"]}

    query = await tapped()
    assert await playing.refusal("answerCallbackQuery", text="x" * 201, **query) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    assert await playing.result("answerCallbackQuery", text="x" * 200, show_alert=True, **query)
    assert await playing.refusal("answerCallbackQuery", **query) == old
    [answer] = (await playing.chat())["answers"]
    assert (answer["text"], answer["show_alert"]) == ("x" * 200, True)
    late = await tapped()
    await playing.pass_time(151)
    assert await playing.refusal("answerCallbackQuery", **late) == old


async def test_a_tap_may_open_only_this_bots_own_link(playing: Table) -> None:
    """D answerCallbackQuery, "url"."""
    message = await send(playing, reply_markup=NEXT)
    done = await playing.act("tap", message_id=message["message_id"], text="Dalej")
    query = {"callback_query_id": done["query_id"]}
    refusal = await playing.refusal("answerCallbackQuery", url="https://a.pl/", **query)
    assert refusal == "Bad Request: URL_INVALID"
    await playing.result("answerCallbackQuery", url=f"https://t.me/{USERNAME}?start=x", **query)


async def test_start_with_its_payload_carries_a_command_entity(playing: Table) -> None:
    """D "Deep linking", MessageEntity."""
    await playing.act("open", link=f"https://t.me/{USERNAME}?start=Ab-_9")
    [update] = await playing.heard()
    assert update["message"]["text"] == "/start Ab-_9"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["message"]["from"]["is_bot"] is False


@pytest.mark.parametrize("payload", ["x" * 65, "a b", "ą", "a.b"])
async def test_a_payload_is_64_of_its_alphabet(playing: Table, payload: str) -> None:
    """D "Deep linking"."""
    reply = await playing.http.post(
        f"/playground/people/{HEAD}/open", json={"link": f"https://t.me/{USERNAME}?start={payload}"}
    )
    assert reply.status_code == 400


async def test_blocking_and_coming_back_are_told(playing: Table) -> None:
    """D ChatMemberUpdated: in private chats only by my_chat_member."""
    await playing.act("block")
    await playing.act("unblock")
    changes = [update["my_chat_member"] for update in await playing.heard()]
    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]


async def test_an_inline_query_is_answered_shown_chosen_and_edited(playing: Table) -> None:
    """D "Inline mode", ChosenInlineResult, Message "via_bot", editMessageText."""
    query = (await playing.act("inline", query="włod"))["query_id"]
    [update] = await playing.heard()
    assert (update["inline_query"]["query"], update["inline_query"]["offset"]) == ("włod", "")
    result = {
        "type": "article",
        "id": "1",
        "title": "Włodawa",
        "input_message_content": {"message_text": "<b>8/4</b>", "parse_mode": "HTML"},
        "reply_markup": NEXT,
    }
    await playing.result("answerInlineQuery", inline_query_id=query, results=[result])
    number = (await playing.act("choose", query_id=query, result_id="1"))["message_ids"][0]
    message, chosen = await playing.heard()
    assert message["message"]["via_bot"]["username"] == USERNAME
    assert message["message"]["text"] == "8/4"
    inline_id = chosen["chosen_inline_result"]["inline_message_id"]
    await playing.act("tap", message_id=number, text="Dalej")
    [tap] = await playing.heard()
    assert tap["callback_query"]["inline_message_id"] == inline_id
    assert "message" not in tap["callback_query"]
    done = await playing.result("editMessageText", inline_message_id=inline_id, text="9/4")
    assert done is True


async def test_a_document_or_photo_of_the_bots_may_be_an_inline_result_with_a_button_above(
    playing: Table,
) -> None:
    """D InlineQueryResultCachedDocument, InlineQueryResultsButton; "next_offset"."""
    document = await file_id(playing)
    query = (await playing.act("inline", query="", offset="10"))["query_id"]
    result = {"type": "document", "id": "1", "title": "x", "document_file_id": document}
    above = {"text": "Zaloguj", "start_parameter": "x"}
    asked = {"inline_query_id": query, "button": above, "next_offset": "20", "is_personal": True}
    await playing.result("answerInlineQuery", results=[result | {"caption": "lista"}], **asked)
    shown = (await playing.chat())["inline"][-1]
    assert (shown["button"], shown["next_offset"], shown["is_personal"]) == (above, "20", True)
    await playing.act("choose", query_id=query, result_id="1")
    message = (await playing.chat())["messages"][-1]
    check_shape(message, "Message")
    assert (message["document"]["file_id"], message["caption"]) == (document, "lista")
    other = {"inline_query_id": query, "results": [{"type": "gif", "id": "1"}]}
    assert (await playing.call("answerInlineQuery", **other))["error_code"] == 501


async def test_inline_results_have_ids_of_their_own_and_a_content(playing: Table) -> None:
    """D InlineQueryResult, InlineQueryResultArticle."""
    query = (await playing.act("inline", query=""))["query_id"]
    article = {"type": "article", "id": "1", "title": "x"}
    content = {"input_message_content": {"message_text": "x"}}

    async def refusal(*results: Json) -> str:
        return await playing.refusal("answerInlineQuery", inline_query_id=query, results=results)

    assert await refusal(article) == (
        "Bad Request: can't parse inline query result: Can't find field \"input_message_content\""
    )
    assert await refusal(article | content, article | content) == (
        "Bad Request: RESULT_ID_DUPLICATE"
    )
    assert await refusal(article | content | {"id": "x" * 65}) == "Bad Request: RESULT_ID_INVALID"


# --- what a bot says of itself, chats, members ------------------------------------------------


async def test_commands_are_kept_by_scope_and_language(playing: Table) -> None:
    """D setMyCommands, "Determining list of commands"."""

    def commands(name: str) -> list[Json]:
        return [{"command": name, "description": name}]

    mine = {"scope": {"type": "chat", "chat_id": HEAD}}
    private = {"scope": {"type": "all_private_chats"}, "language_code": "pl"}
    await playing.result("setMyCommands", commands=commands("help"))
    await playing.result("setMyCommands", commands=commands("pomoc"), **private)
    await playing.result("setMyCommands", commands=commands("import"), **mine)
    assert (await playing.chat())["commands"] == commands("import")
    assert await playing.result("getMyCommands", **private) == commands("pomoc")
    await playing.result("deleteMyCommands", **mine)
    assert (await playing.chat())["commands"] == commands("pomoc")
    assert await playing.result("getMyCommands", **mine) == []


async def test_a_name_and_descriptions_fall_back_to_the_one_without_a_language(
    playing: Table,
) -> None:
    """D setMyName, setMyDescription, setMyShortDescription."""
    assert await playing.result("getMyName") == {"name": "Komplet"}
    for method, name, most in (
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ):
        await playing.result(f"setMy{method}", **{name: "Helps"})
        await playing.result(f"setMy{method}", language_code="pl", **{name: "Pomaga"})
        assert await playing.result(f"getMy{method}", language_code="de") == {name: "Helps"}
        assert await playing.result(f"getMy{method}", language_code="pl") == {name: "Pomaga"}
        assert "TOO_LONG" in await playing.refusal(f"setMy{method}", **{name: "x" * (most + 1)})


async def test_the_menu_button_of_a_chat_falls_back_to_the_default(playing: Table) -> None:
    """D setChatMenuButton, getChatMenuButton."""
    await playing.result("setChatMenuButton", menu_button={"type": "commands"})
    assert await playing.result("getChatMenuButton", chat_id=HEAD) == {"type": "commands"}
    await playing.result("setChatMenuButton", chat_id=HEAD, menu_button={"type": "default"})
    assert await playing.result("getChatMenuButton", chat_id=HEAD) == {"type": "default"}


async def test_a_private_chat_has_two_members(playing: Table) -> None:
    """D getChatMember."""
    for user in (HEAD, playing.world.bot_id):
        member = await playing.result("getChatMember", chat_id=HEAD, user_id=user)
        check_shape(member, "ChatMemberMember")
    assert await playing.refusal("getChatMember", chat_id=HEAD, user_id=COORDINATOR.id)


async def test_closing_is_refused_in_the_first_ten_minutes(playing: Table) -> None:
    """D close."""
    answer = await playing.call("close")
    assert answer["error_code"] == 429
    assert answer["parameters"]["retry_after"] > 0
