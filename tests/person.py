"""A person with a Telegram app, for stories: writes, taps, sends files, reads the chat.

Talks to the playground over HTTP only. Waits for conditions by long poll, never by sleeping; what
does not come true in time fails with the whole chat printed like a screenplay.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self, TypeVar

import httpx

from bot.playground.cast import Member
from tests import leaks

Json = dict[str, Any]
PATIENCE = 45.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Message:
    """One message as the person sees it."""

    raw: Json

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def from_bot(self) -> bool:
        return bool(self.raw["from"]["is_bot"])

    @property
    def rows(self) -> list[list[Json]]:
        rows: list[list[Json]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        return [str(button["text"]) for row in self.rows for button in row]

    def data(self, label: str) -> str:
        """What the button carries; it may be sent again by `forge` when the button is gone."""
        return next(
            str(button["callback_data"])
            for row in self.rows
            for button in row
            if button["text"] == label
        )

    @property
    def document(self) -> str:
        """The file's name; empty when the message carries none."""
        return str(self.raw.get("document", {}).get("file_name", ""))

    @property
    def file_id(self) -> str:
        sizes: list[Json] = self.raw.get("photo", [{}])
        return str(self.raw.get("document", sizes[-1]).get("file_id", ""))


@dataclass(frozen=True, slots=True)
class Sight:
    """The whole chat at one moment."""

    raw: Json

    @property
    def revision(self) -> int:
        return int(self.raw["revision"])

    @property
    def messages(self) -> list[Message]:
        return [Message(each) for each in self.raw["messages"]]

    @property
    def card(self) -> Message | None:
        """The bot's newest message that has a text."""
        cards = [each for each in self.messages if each.from_bot and each.text]
        return cards[-1] if cards else None

    def saying(self, text: str) -> Message | None:
        """The bot's newest message that contains the text."""
        found = [each for each in self.messages if each.from_bot and text in each.text]
        return found[-1] if found else None

    def with_button(self, label: str) -> Message | None:
        """The newest message that carries the button."""
        found = [each for each in self.messages if label in each.buttons]
        return found[-1] if found else None

    def answer(self, query_id: str) -> Json | None:
        """The bot's answer to a tap, once it is there."""
        return next((a for a in self.raw["answers"] if a["query_id"] == query_id), None)

    def inline(self, query_id: str) -> list[Json] | None:
        found = next(each for each in self.raw["inline"] if each["query_id"] == query_id)
        results: list[Json] | None = found["results"]
        return results

    def screenplay(self) -> str:
        """The chat as one would read it aloud."""
        person = self.raw["person"]
        lines = [f"--- {person['name']} ({person['caption']}) ---"]
        for message in self.messages:
            speaker = message.raw["from"]["first_name"]
            edited = " (edited)" if "edit_date" in message.raw else ""
            file = f"[file {message.document or 'photo'}] " if message.file_id else ""
            lines.append(f"{speaker}{edited}: {file}{message.text}".replace("\n", "\n    "))
            lines += [
                "    " + " ".join(f"[{button['text']}]" for button in row) for row in message.rows
            ]
        lines += [
            f"(answer to a tap{', as an alert' if a['show_alert'] else ''}: {a['text']})"
            for a in self.raw["answers"]
            if a["text"]
        ]
        if person["blocked"]:
            lines.append("(the bot is blocked)")
        return "\n".join(lines)


class Person:
    """One member of the cast in front of the app. `http` has the playground as its base URL.

    `actions` counts what the person did: messages, files and taps.
    """

    def __init__(self, http: httpx.AsyncClient, member: Member) -> None:
        self.http = http
        self.member = member
        leaks.remember(member.name)
        leaks.remember_account(member.id)
        self.actions = 0
        self._last_tap = ""

    @classmethod
    def on(cls, http: httpx.AsyncClient, *members: Member) -> tuple[Self, ...]:
        """Several people at once, in the order given."""
        return tuple(cls(http, member) for member in members)

    async def say(self, text: str) -> int:
        """Write a text; returns the id of the (last) message."""
        self.actions += 1
        leaks.remember(text)
        return int((await self._do("say", text=text))["message_ids"][-1])

    async def edit(self, message_id: int, text: str) -> None:
        """Correct one's own message."""
        leaks.remember(text)
        await self._do("edit", message_id=message_id, text=text)

    async def open(self, link: str = "") -> None:
        """Follow a deep link (or a bare payload), or press Start in an empty chat."""
        await self._do("open", link=link)

    async def block(self) -> None:
        await self._do("block")

    async def unblock(self) -> None:
        await self._do("unblock")

    async def tap(self, label: str, *, on: Message | None = None) -> Json:
        """Tap a button by its label: on the newest message that has it, or on the one given.

        Waits for the button to appear. Returns what the app would do itself for a link or a copy
        button, for a callback its query's id; `alert` then waits for the bot's answer.
        """
        if on is not None:
            return await self._tap(on.id, text=label)
        actions = self.actions
        while True:
            found = await self.until_button(label)
            try:
                return await self._tap(found.id, text=label)
            except AssertionError as refused:
                # A newer card takes the buttons off the one that was seen a moment ago.
                if "no such button" not in str(refused):
                    raise
                self.actions = actions

    async def tap_like(self, part: str) -> None:
        """Tap the button of the card whose label contains the text; waits for it to appear."""

        def label(sight: Sight) -> str | None:
            card = sight.card
            return next((each for each in card.buttons if part in each), None) if card else None

        await self.tap(await self._when(label, f"a button with {part!r} on the card"))

    async def forge(self, data: str, *, on: Message | None = None) -> Json:
        """Send callback data that nobody was shown, as a tampered client can."""
        return await self._tap((on or await self.card()).id, forged=data)

    async def upload(
        self, name: str, content: bytes, *, caption: str = "", as_photo: bool = False
    ) -> int:
        """Send a file; returns the message's id."""
        self.actions += 1
        reply = await self.http.post(
            self._at("upload"),
            files={"file": (name, content)},
            data={"caption": caption, "as": "photo" if as_photo else "document"},
        )
        return int((await self._checked(reply, f"upload {name}"))["message_ids"][-1])

    async def ask_inline(self, query: str) -> list[Json]:
        """Type `@bot query` and wait for the results."""
        query_id = (await self._do("inline", query=query))["query_id"]
        return await self._when(lambda s: s.inline(query_id), f"results for {query!r}")

    async def see(self) -> Sight:
        """The chat as it is now."""
        return Sight((await self.http.get(self._at())).raise_for_status().json())

    async def card(self) -> Message:
        """The bot's newest message with a text; waits for the first one."""
        return await self._when(lambda sight: sight.card, "a message of the bot")

    async def buttons(self) -> list[str]:
        """The labels under the card, in reading order."""
        return (await self.card()).buttons

    async def alert(self) -> str:
        """The bot's answer to the last tap; waits for it. Empty when it said nothing."""
        answer = await self._when(
            lambda sight: sight.answer(self._last_tap), "an answer to the last tap"
        )
        return str(answer["text"])

    async def document(self, part_of_name: str = "") -> bytes:
        """The newest file from the bot whose name contains the text; waits for it."""
        message = await self._when(
            lambda sight: next(
                (
                    each
                    for each in reversed(sight.messages)
                    if each.from_bot and each.file_id and part_of_name in each.document
                ),
                None,
            ),
            f"a file named {part_of_name!r}",
        )
        reply = await self.http.get(f"/playground/files/{message.file_id}")
        return reply.raise_for_status().content

    async def until(
        self,
        wanted: str | Callable[[Sight], object],
        timeout: float = PATIENCE,  # noqa: ASYNC109  (the failure must print the chat)
    ) -> Message:
        """Wait until the card contains the text, or the condition on the chat holds.

        Returns the card. Fails with the screenplay when the time is up.
        """
        if isinstance(wanted, str):
            part = wanted

            def holds(sight: Sight) -> bool:
                return sight.card is not None and part in sight.card.text

            await self._when(lambda s: holds(s) or None, f"{wanted!r} on the card", timeout)
        else:
            condition = wanted
            await self._when(lambda s: bool(condition(s)) or None, "the condition to hold", timeout)
        return await self.card()

    async def until_button(self, label: str) -> Message:
        """Wait for a message that carries the button; the newest one."""
        return await self._when(lambda sight: sight.with_button(label), f"a button [{label}]")

    async def shown(self, text: str) -> Message:
        """Wait for a message of the bot that says so, since letters may stand below the card."""
        return await self._when(lambda sight: sight.saying(text), f"{text!r} in the chat")

    async def find(self, look: Callable[[Sight], T | None], what: str) -> T:
        """Wait until the chat has what is looked for; returns it."""
        return await self._when(look, what)

    async def transcript(self) -> str:
        """The chat like a screenplay."""
        return (await self.see()).screenplay()

    async def _when(
        self, look: Callable[[Sight], T | None], what: str, seconds: float = PATIENCE
    ) -> T:
        deadline = time.monotonic() + seconds
        sight = await self.see()
        while (found := look(sight)) is None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"waited for {what} in vain:\n{sight.screenplay()}")
            reply = await self.http.get(
                self._at(),
                params={"after": sight.revision, "timeout": left},
                timeout=left + PATIENCE,
            )
            sight = Sight(reply.raise_for_status().json())
        return found

    async def _tap(self, message_id: int, **button: str) -> Json:
        self.actions += 1
        done = await self._do("tap", message_id=message_id, **button)
        self._last_tap = str(done.get("query_id", ""))
        return done

    async def _do(self, act: str, **body: object) -> Json:
        return await self._checked(await self.http.post(self._at(act), json=body), f"{act} {body}")

    async def _checked(self, reply: httpx.Response, act: str) -> Json:
        done: Json = reply.json()
        if reply.is_error:
            raise AssertionError(f"{act}: {done['error']}\n{await self.transcript()}")
        return done

    def _at(self, act: str = "") -> str:
        return f"/playground/people/{self.member.id}/{act}".rstrip("/")
