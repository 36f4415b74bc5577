"""A python-telegram-bot 22.8 bot for the playground; the same conversation as echo_aiogram.py.

python echo_ptb.py <api url> <token> poll|<webhook port>
"""

import asyncio
import sys
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from uvicorn import Config, Server

NEXT = InlineKeyboardMarkup([[InlineKeyboardButton("Dalej", callback_data="n1")]])
SECRET = "Ab-_9"
over = asyncio.Event()
Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context) -> None:
    assert update.message
    assert context.args
    await update.message.reply_text(
        f"<b>Witaj</b>, {context.args[0]}", parse_mode=ParseMode.HTML, reply_markup=NEXT
    )


async def tapped(update: Update, _: Context) -> None:
    query = update.callback_query
    assert query
    await query.answer("Dobrze", show_alert=True)
    await query.edit_message_text("Krok 2", reply_markup=NEXT)
    try:
        await query.edit_message_text("Krok 2", reply_markup=NEXT)
    except BadRequest as refused:
        assert "not modified" in refused.message  # noqa: PT017
    else:
        raise AssertionError("an edit that changes nothing was taken")


async def document(update: Update, _: Context) -> None:
    assert update.message
    assert update.message.document
    file = await update.message.document.get_file()
    name = f"kopia-{update.message.document.file_name}"
    await update.message.reply_document(
        bytes(await file.download_as_bytearray()), filename=name, caption="Kopia"
    )


async def end(update: Update, _: Context) -> None:
    assert update.message
    await update.message.reply_text(
        "Do widzenia",
        reply_parameters=ReplyParameters(update.message.message_id),
        reply_markup=ReplyKeyboardRemove(),
    )
    over.set()


async def failed(_: object, context: Context) -> None:
    sys.stderr.write(repr(context.error))
    sys.exit(1)


async def main(url: str, token: str, way: str) -> None:
    builder = Application.builder().token(token)
    builder = builder.base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
    app: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CallbackQueryHandler(tapped, "n1"))
    app.add_handler(MessageHandler(filters.Document.ALL, document))
    app.add_handler(MessageHandler(filters.Text(["koniec"]), end))
    app.add_error_handler(failed)
    async with app:
        await app.start()
        if way == "poll":
            assert app.updater
            await app.updater.start_polling(poll_interval=0)
            await over.wait()
            await app.updater.stop()
        else:
            await receive(app, int(way))
        await app.stop()


async def receive(app: Application[Any, Any, Any, Any, Any, Any], port: int) -> None:
    """As PTB's own example of a custom webhook does."""

    async def hook(request: Request) -> Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == SECRET
        update = Update.de_json(await request.json(), app.bot)
        await app.update_queue.put(update)
        return Response()

    routes = [Route("/hook", hook, methods=["POST"])]
    config = Config(Starlette(routes=routes), port=port, log_config=None, lifespan="off")
    server = Server(config)
    # Whatever comes before it listens is delivered again.
    serving = asyncio.create_task(server.serve())
    await app.bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token=SECRET)
    await over.wait()
    await app.bot.delete_webhook()
    server.should_exit = True
    await serving


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
