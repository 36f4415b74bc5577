"""The calls that every turn makes: answering a tap, sending a card, editing it.

Their parameters are text as it is sent, and of a reply only the message's number is looked at, so
that nothing of it is made into python-telegram-bot's objects
(docs/decisions/0022-calls-and-updates-without-objects.md). Everything else goes through its `Bot`.
"""

from typing import Any

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.patience import Patience


class Calls:
    """Raises what `Bot`'s methods do."""

    def __init__(self, bot: Bot, patience: Patience) -> None:
        self._bot = bot
        self._patience = patience

    async def answer_tap(self, callback_id: str, alert: str | None) -> None:
        """Answer a tap, with an alert where there is one."""
        parameters = {"callback_query_id": callback_id}
        if alert:
            parameters |= {"text": alert, "show_alert": "true"}
        await self._call("answerCallbackQuery", parameters)

    async def send(self, chat_id: int, text: str, markup: str | None = None) -> int:
        """Send HTML with the buttons of `bot.buttons.markup`; the message's number."""
        sent = await self._call("sendMessage", _message(chat_id, text, markup))
        return int(sent["message_id"])

    async def edit(
        self, chat_id: int, message_id: int, text: str, markup: str | None = None
    ) -> bool:
        """Put HTML and buttons in place of those of a message; False where none can be edited."""
        parameters = _message(chat_id, text, markup)
        try:
            await self._call("editMessageText", {**parameters, "message_id": str(message_id)})
        except BadRequest as fault:
            reason = str(fault).casefold()
            if "not modified" in reason:
                return True
            if "to edit not found" in reason or "can't be edited" in reason:
                return False
            raise
        return True

    async def _call(self, method: str, parameters: dict[str, str]) -> Any:
        url, data = f"{self._bot.base_url}/{method}", form(parameters)
        return await self._patience.process_request(
            self._bot.request.post, (url, data), {}, method, {}, None
        )


def form(parameters: dict[str, str]) -> RequestData:
    """A call's parameters as python-telegram-bot's requests take them."""
    return RequestData([RequestParameter(*each, None) for each in parameters.items()])


def _message(chat_id: int, text: str, markup: str | None) -> dict[str, str]:
    parameters = {"chat_id": str(chat_id), "text": text, "parse_mode": ParseMode.HTML.value}
    return parameters if markup is None else {**parameters, "reply_markup": markup}
