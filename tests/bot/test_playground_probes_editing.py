"""Probes of what a bot does to a message that is there.

D: the documentation, S: Telegram's source, as in `test_playground_probes`.
"""

import json

from tests.bot.probing import NEXT, PNG, file_id, send
from tests.facts import check_shape
from tests.playing import HEAD, TOKEN, Table

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def test_an_edit_that_changes_neither_text_nor_keyboard_is_refused(playing: Table) -> None:
    """S fail_query_with_error, MESSAGE_NOT_MODIFIED."""
    message = await send(playing, reply_markup=NEXT)
    place = {"chat_id": HEAD, "message_id": message["message_id"]}
    assert await playing.refusal("editMessageText", text="Karta", reply_markup=NEXT, **place) == (
        NOT_MODIFIED
    )
    edited = await playing.result("editMessageText", text="Karta", **place)
    check_shape(edited, "Message")
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]
    await playing.result("editMessageReplyMarkup", reply_markup=NEXT, **place)
    refusal = await playing.refusal("editMessageReplyMarkup", reply_markup=NEXT, **place)
    assert refusal == NOT_MODIFIED


async def test_a_text_has_no_caption_and_a_file_no_text_to_edit(playing: Table) -> None:
    """S edit_message_text, edit_message_caption of tdlib/td."""
    place = {"chat_id": HEAD, "message_id": (await send(playing))["message_id"]}
    assert await playing.refusal("editMessageCaption", caption="x", **place) == (
        "Bad Request: there is no caption in the message to edit"
    )
    sent = await playing.result("sendDocument", chat_id=HEAD, document=await file_id(playing))
    place["message_id"] = sent["message_id"]
    assert await playing.refusal("editMessageText", text="x", **place) == (
        "Bad Request: there is no text in the message to edit"
    )
    edited = await playing.result("editMessageCaption", caption="podpis", **place)
    assert edited["caption"] == "podpis"


async def test_media_are_replaced_with_their_caption(playing: Table) -> None:
    """D editMessageMedia."""
    sent = await playing.result(
        "sendDocument", chat_id=HEAD, document=await file_id(playing), caption="stary"
    )
    media = {"type": "photo", "media": "attach://p", "caption": "nowy"}
    reply = await playing.http.post(
        f"/bot{TOKEN}/editMessageMedia",
        data={"chat_id": HEAD, "message_id": sent["message_id"], "media": json.dumps(media)},
        files={"p": ("p.png", PNG)},
    )
    edited = reply.json()["result"]
    check_shape(edited, "Message")
    assert ("document" in edited, "photo" in edited, edited["caption"]) == (False, True, "nowy")


async def test_what_people_wrote_cannot_be_edited(playing: Table) -> None:
    """S can_edit_message."""
    theirs = await playing.say("moje")
    refusal = await playing.refusal("editMessageText", chat_id=HEAD, message_id=theirs, text="x")
    assert refusal == "Bad Request: message can't be edited"


async def test_a_message_is_deleted_once_and_within_48_hours(playing: Table) -> None:
    """D deleteMessage."""
    place = {"chat_id": HEAD, "message_id": (await send(playing))["message_id"]}
    await playing.result("deleteMessage", **place)
    assert (
        await playing.refusal("deleteMessage", **place)
        == "Bad Request: message to delete not found"
    )
    old = (await send(playing))["message_id"]
    await playing.pass_time(48 * 3600 + 1)
    refusal = await playing.refusal("deleteMessage", chat_id=HEAD, message_id=old)
    assert refusal == "Bad Request: message can't be deleted"
    await playing.result("deleteMessages", chat_id=HEAD, message_ids=[old, 1])
    assert old in {message["message_id"] for message in (await playing.chat())["messages"]}


async def test_a_pin_is_seen_by_both_sides_and_unpinning_takes_the_newest(playing: Table) -> None:
    """D pinChatMessage, unpinChatMessage, ChatFullInfo "pinned_message"."""
    first, second = [(await send(playing, text))["message_id"] for text in ("raz", "dwa")]
    for number in (first, second):
        await playing.result("pinChatMessage", chat_id=HEAD, message_id=number)
    chat = await playing.result("getChat", chat_id=HEAD)
    check_shape(chat, "ChatFullInfo")
    assert chat["pinned_message"]["message_id"] == second
    await playing.result("unpinChatMessage", chat_id=HEAD)
    assert (await playing.chat())["pinned"] == [first]
    await playing.result("unpinAllChatMessages", chat_id=HEAD)
    assert "pinned_message" not in await playing.result("getChat", chat_id=HEAD)


async def test_a_bot_gives_one_reaction_of_those_allowed(playing: Table) -> None:
    """D setMessageReaction, ReactionTypeEmoji."""
    theirs = await playing.say("zrobione")
    place = {"chat_id": HEAD, "message_id": theirs}
    thumb = {"type": "emoji", "emoji": "👍"}
    await playing.result("setMessageReaction", reaction=[thumb], **place)
    assert (await playing.chat())["reactions"][str(theirs)]["bot"] == [thumb]
    many = [thumb, {"type": "emoji", "emoji": "🔥"}]
    assert await playing.refusal("setMessageReaction", reaction=many, **place) == (
        "Bad Request: REACTIONS_TOO_MANY"
    )
    odd = [{"type": "emoji", "emoji": "🪑"}]
    assert await playing.refusal("setMessageReaction", reaction=odd, **place) == (
        "Bad Request: REACTION_INVALID"
    )
