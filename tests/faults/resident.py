"""People who do what their chat asks for, and again when it did not come about."""

import asyncio
from dataclasses import dataclass
from typing import Any

from bot.playground import people
from bot.playground.cast import Member
from bot.playground.world import Chat, World
from tests.stories.acts import EIGHT, SEKRETARZ

PATIENCE = 300.0
AGAIN = 20.0
"""Seconds after which a button is pressed again: a worker that died may have shown two cards."""
RETURNED = "Proszę sprawdzić stanowiska"


def _labels(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


@dataclass
class Resident:
    """One person in front of the app, in the playground's own process."""

    world: World
    member: Member
    sent: int = 0
    """Updates that Telegram has to deliver."""

    @property
    def chat(self) -> Chat:
        return self.world.chats[self.member.id]

    @property
    def messages(self) -> list[dict[str, Any]]:
        """What the bot has said, oldest first."""
        return [each for each in self.chat.messages.values() if each["from"]["is_bot"]]

    def times(self, text: str) -> int:
        """How many messages of the bot say so."""
        return sum(text in each.get("text", "") for each in self.messages)

    def shows(self, sign: str) -> bool:
        """Whether a text, or a button's label in [brackets], is anywhere in the chat."""
        if sign.startswith("["):
            return self._with(sign[1:-1]) is not None
        return self.times(sign) > 0

    def say(self, text: str) -> None:
        people.say(self.world, self.chat, text)
        self.sent += 1

    def tap(self, label: str) -> None:
        """Press the button on the newest message that has it, if any still has."""
        found = self._with(label)
        if found is not None:
            people.tap(self.world, self.chat, found["message_id"], {"text": label})
            self.sent += 1

    async def sees(self, sign: str) -> None:
        """Wait until the chat shows it."""
        if not await self.chat.changed.wait_for(lambda: self.shows(sign), PATIENCE):
            raise AssertionError(f"{self.member.name} waits for {sign!r} in vain:\n{self.read()}")

    async def says(self, text: str, sign: str) -> None:
        self.say(text)
        await self.sees(sign)

    async def taps(self, label: str, sign: str) -> None:
        """Press a button as often as it takes until the chat shows what it leads to."""
        await self.sees(f"[{label}]")
        async with asyncio.timeout(PATIENCE):
            while True:
                self.tap(label)
                if await self.chat.changed.wait_for(lambda: self.shows(sign), AGAIN):
                    return

    def _with(self, label: str) -> dict[str, Any] | None:
        having = [each for each in self.messages if label in _labels(each)]
        return having[-1] if having else None

    def read(self) -> str:
        """The last of what the bot has said, for whoever looks for what went wrong."""
        return "\n".join(f"- {each.get('text', '')[:200]}" for each in self.messages[-6:])

    # --- What an office does ------------------------------------------------------------------

    async def writes_everything(self, sign: str) -> None:
        """From the first card to the submission, which shows the sign."""
        await self.sees("Krok 1 z 3")
        await self.says(SEKRETARZ, "[Dopisz do grupy]")
        await self.taps("Dopisz do grupy", "[To propozycja]")
        await self.taps("To propozycja", "Krok 2 z 3")
        await self.says(EIGHT, "[Tak]")
        await self.taps("Tak", "Krok 3 z 3")
        await self.says("1 3 5 8", "Wybór zapisano")
        await self.taps("Gotowe", "[Wyślij]")
        await self.taps("Wyślij", sign)

    async def returns(self) -> None:
        await self.taps("Zwróć do poprawy", "Co należy poprawić?")
        await self.says(RETURNED, "Stan: zwrócone do poprawy")

    async def corrects(self) -> None:
        await self.sees(RETURNED)
        await self.taps("Popraw", "[Wyślij]")
        await self.taps("Wyślij", "Stan: zgłoszone")

    async def approves(self) -> None:
        await self.taps("Zatwierdź", "Stan: zatwierdzone")
