"""Probes of what a bot sends: texts, replies, entities, keyboards.

D: the documentation, S: Telegram's source, as in `test_playground_probes`.
"""

import pytest

from bot.playground.cast import COORDINATOR, STRANGER
from tests.bot.probing import PNG, button, keyboard, send
from tests.facts import check_shape
from tests.playing import HEAD, TOKEN, USERNAME, Json, Table


async def test_an_answer_is_ok_with_a_complete_message_dated_in_seconds(playing: Table) -> None:
    """D "Making requests", Message, User, Chat."""
    message = await send(playing)
    assert message["from"] == {
        "id": 4200000001,
        "is_bot": True,
        "first_name": "Komplet",
        "username": USERNAME,
    }
    assert message["chat"]["type"] == "private"
    assert abs(message["date"] - playing.world.clock.now().timestamp()) < 60


async def test_the_limit_counts_what_is_left_of_the_markup(playing: Table) -> None:
    """D sendMessage: "after entities parsing"."""
    message = await send(playing, f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    assert len(message["text"]) == 4096


@pytest.mark.parametrize(
    ("mode", "text", "kinds"),
    [
        ("HTML", "<b>a</b> <i>b</i> <code>c</code>", ["bold", "italic", "code"]),
        ("html", "<blockquote expandable>a</blockquote>", ["expandable_blockquote"]),
        ("MarkdownV2", "*a* _b_ ||c|| __d__", ["bold", "italic", "spoiler", "underline"]),
        ("Markdown", "*a* [b](https://a.pl)", ["bold", "text_link"]),
    ],
)
async def test_each_parse_mode_is_read(
    playing: Table, mode: str, text: str, kinds: list[str]
) -> None:
    """D "Formatting options"."""
    message = await send(playing, text, parse_mode=mode)
    assert [entity["type"] for entity in message["entities"]] == kinds


async def test_what_telegram_finds_by_itself_is_marked(playing: Table) -> None:
    """D MessageEntity; S find_entities."""
    text = "/start @komplet_bot a@b.pl #praca example.com $PLN"
    kinds = [entity["type"] for entity in (await send(playing, text))["entities"]]
    assert kinds == ["bot_command", "mention", "email", "hashtag", "url", "cashtag"]


async def test_hostile_letters_are_cleaned_away_and_entities_move_along(playing: Table) -> None:
    """S clean_input_string_with_entities: NUL and tab become blanks, CR and overrides go."""
    message = await send(playing, "a\u202eb\0c\rd\t<b>e</b>", parse_mode="HTML")
    assert message["text"] == "ab cd e"
    [bold] = message["entities"]
    assert (bold["offset"], bold["length"]) == (6, 1)


async def test_a_reply_keyboard_is_shown_until_removed_and_is_no_part_of_the_message(
    playing: Table,
) -> None:
    """D ReplyKeyboardMarkup, ReplyKeyboardRemove, ForceReply; Message has inline keyboards only."""
    board = {"keyboard": [["Tak", {"text": "Nie"}]], "resize_keyboard": True}
    message = await send(playing, reply_markup=board | {"one_time_keyboard": True})
    assert "reply_markup" not in message
    shown = (await playing.chat())["keyboard"]
    assert shown["keyboard"] == [[{"text": "Tak"}, {"text": "Nie"}]]
    assert (shown["resize_keyboard"], shown["one_time_keyboard"]) == (True, True)
    await send(playing, reply_markup={"remove_keyboard": True})
    assert (await playing.chat())["keyboard"] is None
    await send(playing, reply_markup={"force_reply": True, "input_field_placeholder": "Imię"})
    assert (await playing.chat())["keyboard"]["input_field_placeholder"] == "Imię"


async def test_buttons_keep_their_colours_and_of_two_actions_the_first_counts(
    playing: Table,
) -> None:
    """D InlineKeyboardButton, "style"; S get_inline_keyboard_button."""
    both = {"callback_data": "x", "switch_inline_query": "y", "style": "success"}
    message = await send(playing, reply_markup=button(**both))
    assert message["reply_markup"]["inline_keyboard"] == [
        [{"text": "x", "style": "success", "callback_data": "x"}]
    ]


async def test_only_people_who_came_and_did_not_block_can_be_written_to(playing: Table) -> None:
    """D "Bots: privacy"; the 403s of the server."""
    text = {"chat_id": STRANGER.id, "text": "x"}
    answer = await playing.call("sendMessage", **text)
    assert (answer["error_code"], answer["description"]) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    await playing.act("open", STRANGER.id, link="")
    await playing.result("sendMessage", **text)
    await playing.act("block", STRANGER.id)
    answer = await playing.call("sendMessage", **text)
    assert (answer["error_code"], answer["description"]) == (
        403,
        "Forbidden: bot was blocked by the user",
    )


async def test_a_quotation_carries_the_message_it_answers(playing: Table) -> None:
    """D ReplyParameters, Message "reply_to_message", "quote"."""
    theirs = await playing.say("Anna Kowalczyk")
    parameters = {"message_id": theirs, "quote": "Anna"}
    message = await send(playing, reply_parameters=parameters)
    assert message["reply_to_message"]["text"] == "Anna Kowalczyk"
    assert message["quote"]["text"] == "Anna"
    gone = {"message_id": 1, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await send(playing, reply_parameters=gone)


async def test_places_and_contacts_are_sent(playing: Table) -> None:
    """D sendLocation, sendContact."""
    place = await playing.result("sendLocation", chat_id=HEAD, latitude=51.5, longitude="23.5")
    check_shape(place, "Message")
    assert place["location"] == {"latitude": 51.5, "longitude": 23.5}
    assert await playing.refusal("sendLocation", chat_id=HEAD, latitude=1) == (
        "Bad Request: longitude is empty"
    )
    far = {"chat_id": HEAD, "latitude": 91, "longitude": "x"}
    assert "wrong location" in await playing.refusal("sendLocation", **far)
    someone = {"phone_number": "+48600700800", "first_name": "Anna", "last_name": "Lis"}
    contact = await playing.result("sendContact", chat_id=HEAD, **someone)
    check_shape(contact, "Message")
    assert contact["contact"] == someone
    assert await playing.refusal("sendContact", chat_id=HEAD, phone_number="1") == (
        'Bad Request: parameter "first_name" is required'
    )


async def test_what_a_message_was_sent_with_is_part_of_it(playing: Table) -> None:
    """D Message: "link_preview_options", "effect_id", "show_caption_above_media"."""
    preview = {"is_disabled": True, "url": "https://a.pl/"}
    message = await send(playing, link_preview_options=preview, message_effect_id="5")
    assert (message["link_preview_options"], message["effect_id"]) == (preview, "5")
    legacy = await send(playing, disable_web_page_preview=True)
    assert legacy["link_preview_options"] == {"is_disabled": True}
    photo = await playing.http.post(
        f"/bot{TOKEN}/sendPhoto",
        data={
            "chat_id": HEAD,
            "caption": "x",
            "show_caption_above_media": "true",
            "has_spoiler": "1",
        },
        files={"photo": ("p.png", PNG)},
    )
    shown = photo.json()["result"]
    check_shape(shown, "Message")
    assert (shown["show_caption_above_media"], shown["has_media_spoiler"]) == (True, True)
    sent = {"chat_id": HEAD, "text": "x", "link_preview_options": []}
    assert await playing.refusal("sendMessage", **sent) == (
        "Bad Request: object expected as link preview options"
    )


async def test_entities_of_every_kind_may_be_given_and_those_found_anyway_are_passed_over(
    playing: Table,
) -> None:
    """D MessageEntity; S get_text_entity_type."""

    def over(kind: str, at: int, **more: object) -> Json:
        return {"type": kind, "offset": at, "length": 1} | more

    given = [
        over("text_link", 0, url="https://a.pl/"),
        over("text_mention", 1, user={"id": HEAD}),
        over("pre", 2, language="py"),
        over("custom_emoji", 3, custom_emoji_id="5368324170671202286"),
        over("date_time", 4, unix_time=1),
        over("spoiler", 5),
        over("hashtag", 6),
    ]
    entities = (await send(playing, "abcdefg", entities=given))["entities"]
    assert [entity["type"] for entity in entities] == [entity["type"] for entity in given[:-1]]
    assert entities[1]["user"]["id"] == HEAD
    for entity, refusal in (
        (over("moon", 0), "Unsupported type specified"),
        (over("", 0), "Type is not specified"),
        (over("text_link", 0), 'Can\'t find field "url"'),
        (over("text_mention", 0, user=1), 'Field "user" must be of type Object'),
        (over("bold", 2**40), 'Field "offset" must be of type Number'),
    ):
        said = {"chat_id": HEAD, "text": "abc", "entities": [entity]}
        assert await playing.refusal("sendMessage", **said) == (
            f"Bad Request: can't parse MessageEntity: {refusal}"
        )


async def test_an_answer_may_name_its_message_in_the_old_way_or_in_another_chat(
    playing: Table,
) -> None:
    """D ReplyParameters, "chat_id"; S get_reply_parameters reads "reply_to_message_id" still."""
    theirs = await playing.say("Anna")
    assert (await send(playing, reply_to_message_id=theirs))["reply_to_message"]
    await playing.act("open", COORDINATOR.id, link="")
    elsewhere = {"chat_id": COORDINATOR.id, "text": "x"}
    parameters = {"chat_id": HEAD, "message_id": theirs}
    message = await playing.result("sendMessage", reply_parameters=parameters, **elsewhere)
    check_shape(message, "Message")
    wrong = {"message_id": theirs, "quote": "Ewa"}
    said = {"chat_id": HEAD, "text": "x", "reply_parameters": wrong}
    assert await playing.refusal("sendMessage", **said) == "Bad Request: QUOTE_TEXT_INVALID"


async def test_every_button_of_the_api_that_needs_no_other_server_is_kept(playing: Table) -> None:
    """D InlineKeyboardButton, CopyTextButton, SwitchInlineQueryChosenChat."""
    chosen = {"query": "włod", "allow_user_chats": True}
    row: list[Json] = [
        {"text": "1", "url": "https://a.pl/"},
        {"text": "2", "copy_text": {"text": "abc"}},
        {"text": "3", "switch_inline_query": ""},
        {"text": "4", "switch_inline_query_current_chat": "x"},
        {"text": "5", "switch_inline_query_chosen_chat": chosen},
        {"text": "6", "url": f"tg://user?id={HEAD}"},
    ]
    message = await send(playing, reply_markup=keyboard(row))
    assert message["reply_markup"]["inline_keyboard"] == [row]
    for action in ("web_app", "login_url", "callback_game", "pay"):
        said = {"chat_id": HEAD, "text": "x", "reply_markup": button(**{action: {"url": "x"}})}
        assert (await playing.call("sendMessage", **said))["error_code"] == 501
    keys = {"keyboard": [[{"text": "x", "request_location": True}]]}
    answer = await playing.call("sendMessage", chat_id=HEAD, text="x", reply_markup=keys)
    assert answer["error_code"] == 501
