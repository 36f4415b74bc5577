"""Whatever is sent to the playground, it answers: a result of the declared shape or a refusal."""

import asyncio
import json
import logging
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.playground.application import Application
from bot.playground.facts import declared_methods
from bot.playground.methods import METHODS
from bot.playground.people_api import ACTS
from bot.playground.world import World
from tests.facts import FACTS, check_shape
from tests.playing import HEAD, TOKEN, USERNAME

# What the methods return, where it is more than True.
RETURNS = {
    "getUpdates": "Array of Update",
    "getWebhookInfo": "WebhookInfo",
    "getMe": "User",
    "forwardMessages": "Array of MessageId",
    "copyMessage": "MessageId",
    "copyMessages": "Array of MessageId",
    "sendMediaGroup": "Array of Message",
    "getFile": "File",
    "getChat": "ChatFullInfo",
    "getChatMember": "ChatMember",
    "getUserProfilePhotos": "UserProfilePhotos",
    "getMyCommands": "Array of BotCommand",
    "getMyName": "BotName",
    "getMyDescription": "BotDescription",
    "getMyShortDescription": "BotShortDescription",
    "getChatMenuButton": "MenuButton",
}
HERE = json.dumps(HEAD)

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        (
            *("", "0", "1", "true", HERE, "attach://f", "FILE", "HTML", "<b>x", "*x", "[", "{}"),
            *("null", "https://a.pl", "http://[", "tg://user?id=1", "\ud800", "a\0b\u202e"),
            *("photo", "article", "chat", "bold", "emoji", "👍"),
        )
    ),
    st.sampled_from([HEAD, 1, 2, 3]),
)
names = st.sampled_from(
    sorted({name for fact in FACTS["types"].values() for name in fact.get("fields", {})})
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)
markups = st.fixed_dictionaries(
    {}, optional={"inline_keyboard": st.lists(st.lists(values, max_size=2), max_size=2)}
)
kinds = st.sampled_from(["emoji", "default", "chat", "article", "photo", "document", "bold", "x"])
typed = st.fixed_dictionaries(
    {"type": kinds}, optional={"id": st.just("1"), "emoji": st.just("👍")}
)
LIKELY: dict[str, st.SearchStrategy[Any]] = {
    "chat_id": st.sampled_from([HEAD, HERE]),
    "from_chat_id": st.just(HEAD),
    "user_id": st.just(HEAD),
    "text": st.text(min_size=1, max_size=9),
    "caption": st.text(max_size=9),
    "document": st.just("FILE"),
    "file_id": st.just("FILE"),
    "reply_markup": markups,
    "message_id": st.sampled_from([1, "MESSAGE"]),
    "message_ids": st.just(["MESSAGE"]),
    "reaction": st.lists(typed, max_size=2),
    "results": st.lists(typed, max_size=2),
    "scope": typed,
    "language_code": st.sampled_from(["", "pl"]),
    "parse_mode": st.sampled_from(["HTML", "Markdown", "MarkdownV2", ""]),
    "phone_number": st.just("1"),
    "first_name": st.just("Anna"),
    "latitude": st.just("51.5"),
    "longitude": st.just("23.5"),
}


def params(method: str) -> st.SearchStrategy[dict[str, Any]]:
    """Parameters that the method honours: three in four likely, the others nonsense."""
    # A poll that waits answers too, but late.
    honoured = set(declared_methods()[method].types) - METHODS[method].foreign - {"timeout"}
    likely = {name: LIKELY[name] for name in honoured if name in LIKELY}
    known = {
        name: st.one_of(*[likely[name]] * 3, values) if name in likely else values
        for name in honoured
    }
    needed = {name: known[name] for name in likely if name not in {"parse_mode", "reply_markup"}}
    rest = {name: strategy for name, strategy in known.items() if name not in needed}
    return st.fixed_dictionaries(needed, optional=rest)


calls = st.sampled_from(sorted(METHODS)).flatmap(
    lambda name: st.tuples(st.just(name), params(name))
)


class Fuzzed:
    """A world behind its application, reached without a socket, so that thousands fit."""

    def __init__(self, runner: asyncio.Runner) -> None:
        self.run = runner.run
        self.world = World(TOKEN, username=USERNAME)
        transport = httpx.ASGITransport(Application(self.world), raise_app_exceptions=True)
        self.http = httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")
        self.message = self.file = ""
        self.run(self.begin())

    async def begin(self) -> None:
        """A chat with a message of the bot's and a file."""
        place = f"/playground/people/{HEAD}"
        await self.http.post(f"{place}/open", json={"link": ""})
        await self.http.post(f"{place}/upload", files={"file": ("a.txt", b"Anna")})
        chat = (await self.http.get(place)).json()
        self.file = chat["messages"][-1]["document"]["file_id"]
        sent = await self.http.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": HEAD, "text": "x"})
        self.message = str(sent.json()["result"]["message_id"])

    def filled(self, given: Any) -> str:
        text = json.dumps(given, allow_nan=True)
        return text.replace('"MESSAGE"', self.message).replace("FILE", self.file)


@pytest.fixture
def fuzzed() -> Any:
    logging.getLogger("httpx").setLevel(logging.WARNING)
    with asyncio.Runner() as runner:
        made = Fuzzed(runner)
        yield made
        runner.run(made.world.close())
        runner.run(made.http.aclose())


LONG = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@LONG
@given(calls, st.booleans())
def test_any_parameters_to_any_method_are_answered_in_the_declared_shape(
    fuzzed: Fuzzed, call: tuple[str, dict[str, Any]], as_form: bool
) -> None:
    method, sent = call
    body = fuzzed.filled(sent)
    path = f"/bot{TOKEN}/{method}"
    if as_form:
        form = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in json.loads(body).items()
        }
        form = {name: value.encode("utf-8", "surrogatepass") for name, value in form.items()}  # type: ignore[misc]
        reply = fuzzed.run(fuzzed.http.post(path, data=form))
    else:
        json_type = {"content-type": "application/json"}
        reply = fuzzed.run(fuzzed.http.post(path, content=body, headers=json_type))
    answer = reply.json()
    assert reply.status_code in {200, 400, 403, 404, 409, 429, 501}, answer
    assert answer["ok"] is (reply.status_code == 200)
    if answer["ok"] and answer["result"] is not True:
        name = declared_methods()[method].name
        check_shape(answer["result"], RETURNS.get(name, "Message"))
    newest = fuzzed.world.calls[-1]["number"] - 1
    log = fuzzed.run(fuzzed.http.get("/playground/calls", params={"after": newest}))
    json.loads(log.content, parse_constant=pytest.fail)


bodies = st.dictionaries(
    st.sampled_from(
        (
            *("text", "message_id", "link", "query", "offset", "emoji", "query_id", "result_id"),
            *("row", "column", "data", "forged", "reply_to"),
        )
    ),
    scalars,
    max_size=4,
)


@LONG
@given(st.sampled_from(sorted(ACTS)), bodies)
def test_whatever_a_person_is_made_to_do_is_done_or_refused(
    fuzzed: Fuzzed, act: str, body: dict[str, Any]
) -> None:
    json_type = {"content-type": "application/json"}
    path = f"/playground/people/{HEAD}/{act}"
    content = fuzzed.filled(body)
    reply = fuzzed.run(fuzzed.http.post(path, content=content, headers=json_type))
    assert reply.status_code in {200, 400}, reply.text
    chat = fuzzed.run(fuzzed.http.get(f"/playground/people/{HEAD}"))
    check_shape(chat.json()["messages"], "Array of Message")
    updates = fuzzed.run(fuzzed.http.get(f"/bot{TOKEN}/getUpdates")).json()["result"]
    check_shape(updates, "Array of Update")


@LONG
@given(
    st.binary(max_size=200),
    st.sampled_from(
        [
            "multipart/form-data; boundary=x",
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "",
        ]
    ),
)
def test_bytes_of_any_kind_are_answered(fuzzed: Fuzzed, body: bytes, kind: str) -> None:
    headers = {"content-type": kind}
    reply = fuzzed.run(fuzzed.http.post(f"/bot{TOKEN}/sendMessage", content=body, headers=headers))
    assert reply.status_code == 400
    for path in ("clock", f"people/{HEAD}/say", f"people/{HEAD}/upload"):
        reply = fuzzed.run(fuzzed.http.post(f"/playground/{path}", content=body, headers=headers))
        assert reply.status_code in {200, 400}, reply.text
    reply = fuzzed.run(fuzzed.http.put("/playground/weather", content=body, headers=headers))
    assert reply.status_code in {200, 400}
