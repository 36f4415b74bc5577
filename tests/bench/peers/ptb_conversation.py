"""The flow in PTB's ConversationHandler with PicklePersistence, which saves every 60 s."""

import sys
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from tests.bench.peers import flow

Context = ContextTypes.DEFAULT_TYPE
ACCEPT, NAME, JOIN, BASIS, LIST, CHECK, EDITORS, SEND = range(8)


def keyboard(rows: list[tuple[str, str]]) -> InlineKeyboardMarkup | None:
    buttons = [[InlineKeyboardButton(text, callback_data=data)] for text, data in rows]
    return InlineKeyboardMarkup(buttons) if rows else None


async def show(update: Update, screen: flow.Screen) -> None:
    text, rows = screen
    if update.callback_query:
        await update.callback_query.answer()
        await update.callback_query.edit_message_text(text, reply_markup=keyboard(rows))
    else:
        assert update.message
        await update.message.reply_text(text, reply_markup=keyboard(rows))


def goes_on(screen: flow.Screen, state: int) -> Any:
    async def step(update: Update, context: Context) -> int:
        context.user_data["screen"] = screen  # type: ignore[index]
        if update.message and update.message.text:
            context.user_data[state] = update.message.text  # type: ignore[index]
        await show(update, screen)
        return state

    return step


async def listed(update: Update, context: Context) -> int:
    context.user_data["chosen"] = set()  # type: ignore[index]
    screen = context.user_data["screen"] = flow.editors(set())  # type: ignore[index]
    await show(update, screen)
    return EDITORS


async def pick(update: Update, context: Context) -> int:
    assert update.callback_query
    assert update.callback_query.data
    chosen = context.user_data["chosen"]  # type: ignore[index]
    chosen ^= {int(update.callback_query.data.split()[1])}
    screen = context.user_data["screen"] = flow.editors(chosen)  # type: ignore[index]
    await show(update, screen)
    return EDITORS


async def look(update: Update, _: Context) -> None:
    await show(update, flow.LOOK)


async def back(update: Update, context: Context) -> None:
    await show(update, context.user_data["screen"])  # type: ignore[index]


async def sent(update: Update, _: Context) -> int:
    await show(update, flow.SENT)
    return int(ConversationHandler.END)


def main(url: str, token: str, folder: str) -> None:
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{url}/bot")
        .persistence(PicklePersistence(Path(folder) / "talks.pickle"))
        .build()
    )
    text = filters.TEXT & ~filters.COMMAND
    looks: list[BaseHandler[Any, Any, Any]] = [
        CommandHandler(["stan", "pomoc", "termin", "doradca", "informacja"], look),
        CallbackQueryHandler(back, "^back$"),
    ]
    application.add_handler(
        ConversationHandler(
            [CommandHandler("start", goes_on(flow.ASK_ACCEPT, ACCEPT))],
            {
                ACCEPT: [CallbackQueryHandler(goes_on(flow.ASK_NAME, NAME), "^accept$")],
                NAME: [MessageHandler(text, goes_on(flow.ASK_JOIN, JOIN))],
                JOIN: [CallbackQueryHandler(goes_on(flow.ASK_BASIS, BASIS), "^(join|out)$")],
                BASIS: [CallbackQueryHandler(goes_on(flow.ASK_LIST, LIST), "^proposal$")],
                LIST: [MessageHandler(text, goes_on(flow.ASK_OK, CHECK))],
                CHECK: [CallbackQueryHandler(listed, "^yes$")],
                EDITORS: [
                    CallbackQueryHandler(pick, "^pick"),
                    CallbackQueryHandler(goes_on(flow.ASK_SEND, SEND), "^done$"),
                ],
                SEND: [CallbackQueryHandler(sent, "^send$")],
            },
            looks,
            name="enrolment",
            persistent=True,
        )
    )
    application.add_handlers(looks)
    application.run_polling(poll_interval=0)


if __name__ == "__main__":
    main(*sys.argv[1:])
