"""Probes of files, albums, copies and forwards.

D: the documentation, S: Telegram's source, as in `test_playground_probes`.
"""

import json

import pytest

from bot.playground.cast import COORDINATOR
from tests.bot.probing import PNG, file_id, send
from tests.facts import check_shape
from tests.playing import HEAD, TOKEN, Table


async def test_an_album_is_one_group_and_its_files_may_be_attached(playing: Table) -> None:
    """D sendMediaGroup, InputMediaDocument, "attach://"."""
    media = [
        {
            "type": "document",
            "media": f"attach://f{n}",
            "caption": f"<b>{n}</b>",
            "parse_mode": "HTML",
        }
        for n in range(2)
    ]
    reply = await playing.http.post(
        f"/bot{TOKEN}/sendMediaGroup",
        data={"chat_id": HEAD, "media": json.dumps(media)},
        files={f"f{n}": (f"{n}.txt", b"Anna") for n in range(2)},
    )
    messages = reply.json()["result"]
    check_shape(messages, "Array of Message")
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message["caption_entities"][0]["type"] for message in messages] == ["bold"] * 2


async def test_photos_and_documents_do_not_share_an_album(playing: Table) -> None:
    """D sendMediaGroup: "Documents … can be only grouped in an album with messages of the same
    type"."""
    document = await file_id(playing)
    media = [{"type": kind, "media": document} for kind in ("document", "document")]
    assert len(await playing.result("sendMediaGroup", chat_id=HEAD, media=media)) == 2
    media[1]["type"] = "photo"
    refusal = await playing.refusal("sendMediaGroup", chat_id=HEAD, media=media)
    assert refusal == "Bad Request: can't use file of type Document as Photo"


@pytest.mark.parametrize(
    ("method", "kind", "content"),
    [
        ("sendDocument", "document", bytes(range(256))),
        ("sendPhoto", "photo", PNG),
        ("sendVideo", "video", b"x"),
        ("sendAnimation", "animation", b"x"),
        ("sendAudio", "audio", b"x"),
        ("sendVoice", "voice", b"x"),
    ],
)
async def test_each_kind_of_file_is_shaped_as_declared_and_downloads_byte_for_byte(
    playing: Table, method: str, kind: str, content: bytes
) -> None:
    """D "Sending files", getFile."""
    reply = await playing.http.post(
        f"/bot{TOKEN}/{method}", data={"chat_id": HEAD}, files={kind: ("ż.bin", content)}
    )
    message = reply.json()["result"]
    check_shape(message, "Message")
    shown = message[kind][-1] if kind == "photo" else message[kind]
    file = await playing.result("getFile", file_id=shown["file_id"])
    check_shape(file, "File")
    assert file["file_unique_id"] == shown["file_unique_id"]
    got = await playing.http.get(f"/file/bot{TOKEN}/{file['file_path']}")
    assert got.content == content
    again = await playing.result(method, chat_id=HEAD, **{kind: shown["file_id"]})
    assert again[kind] == message[kind]


async def test_a_photo_is_a_picture_of_reasonable_size(playing: Table) -> None:
    """D sendPhoto: 10 MB, width and height together 10000, ratio 20."""

    async def refusal(content: bytes) -> str:
        reply = await playing.http.post(
            f"/bot{TOKEN}/sendPhoto", data={"chat_id": HEAD}, files={"photo": ("a.png", content)}
        )
        return str(reply.json()["description"])

    assert await refusal(b"no picture") == "Bad Request: IMAGE_PROCESS_FAILED"
    steep = PNG[:16] + (1000).to_bytes(4) + (10).to_bytes(4) + PNG[24:]
    assert await refusal(steep) == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    heavy = PNG + bytes(10 * 1024 * 1024)
    assert "is too big for a photo" in await refusal(heavy)
    assert await refusal(b"") == "Bad Request: file must be non-empty"


async def test_a_copy_is_new_and_a_forward_names_its_origin(playing: Table) -> None:
    """D copyMessage, forwardMessage, MessageOriginUser."""
    theirs = await playing.say("Anna")
    source = {"from_chat_id": HEAD, "message_id": theirs}
    await playing.act("open", COORDINATOR.id, link="")
    copy = await playing.result("copyMessage", chat_id=COORDINATOR.id, **source)
    check_shape(copy, "MessageId")
    forward = await playing.result("forwardMessage", chat_id=COORDINATOR.id, **source)
    check_shape(forward, "Message")
    assert forward["forward_origin"]["sender_user"]["id"] == HEAD
    copied, forwarded = (await playing.chat(COORDINATOR.id))["messages"][-2:]
    assert (copied["text"], forwarded["text"]) == ("Anna", "Anna")
    assert "forward_origin" not in copied


async def test_several_are_copied_and_forwarded_in_order_and_the_missing_are_skipped(
    playing: Table,
) -> None:
    """D copyMessages, forwardMessages."""
    ids = [await playing.say(text) for text in ("raz", "dwa")]
    source = {"chat_id": HEAD, "from_chat_id": HEAD}
    given = [1, *ids]
    check_shape(
        await playing.result("copyMessages", message_ids=given, **source), "Array of MessageId"
    )
    assert len(await playing.result("forwardMessages", message_ids=given, **source)) == 2
    texts = [message["text"] for message in (await playing.chat())["messages"]]
    assert texts[-4:] == ["raz", "dwa", "raz", "dwa"]
    refusal = await playing.refusal("copyMessages", message_ids=ids[::-1], **source)
    assert "strictly increasing" in refusal


async def test_protected_content_is_neither_copied_nor_forwarded(playing: Table) -> None:
    """D sendMessage, "protect_content"."""
    message = await send(playing, protect_content=True)
    assert message["has_protected_content"] is True
    source = {"chat_id": HEAD, "from_chat_id": HEAD, "message_id": message["message_id"]}
    assert "can't be copied" in await playing.refusal("copyMessage", **source)
    assert "can't be forwarded" in await playing.refusal("forwardMessage", **source)


async def test_a_copy_may_have_another_caption_or_none(playing: Table) -> None:
    """D copyMessage, "caption"; copyMessages, "remove_caption"."""
    sent = await playing.result(
        "sendDocument", chat_id=HEAD, document=await file_id(playing), caption="stary"
    )
    source = {"chat_id": HEAD, "from_chat_id": HEAD}
    one = {"message_id": sent["message_id"], **source}
    await playing.result("copyMessage", caption="<b>nowy</b>", parse_mode="HTML", **one)
    many = {"message_ids": [sent["message_id"]], **source}
    await playing.result("copyMessages", remove_caption=True, **many)
    first, second = (await playing.chat())["messages"][-2:]
    assert (first["caption"], first["caption_entities"][0]["type"]) == ("nowy", "bold")
    assert "caption" not in second
