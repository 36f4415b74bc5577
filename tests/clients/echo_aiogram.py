"""An aiogram 3 bot for the playground: run by its own interpreter, told everything by arguments.

    python echo_aiogram.py <api url> <token> poll|<webhook port>

`/start` is answered by a keyboard; a tap is answered and edits the card; a file comes back;
"koniec" ends the program.
"""

import asyncio
import contextlib
import sys

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyKeyboardRemove,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

NEXT = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Dalej", callback_data="n1", style="success")]]
)
SECRET = "Ab-_9"
over = asyncio.Event()
dispatcher = Dispatcher()


@dispatcher.message(CommandStart(deep_link=True))
async def start(message: Message, command) -> None:
    await message.answer(
        f"<b>Witaj</b>, {command.args}", parse_mode=ParseMode.HTML, reply_markup=NEXT
    )


@dispatcher.callback_query(F.data == "n1")
async def tapped(query: CallbackQuery) -> None:
    await query.answer("Dobrze", show_alert=True)
    await query.message.edit_text("Krok 2", reply_markup=NEXT)
    with contextlib.suppress(TelegramBadRequest):
        await query.message.edit_text("Krok 2", reply_markup=NEXT)
        raise AssertionError("an edit that changes nothing was taken")


@dispatcher.message(F.document)
async def document(message: Message, bot: Bot) -> None:
    content = await bot.download(message.document)
    await message.answer_document(
        BufferedInputFile(content.read(), "kopia-" + message.document.file_name), caption="Kopia"
    )


@dispatcher.message(F.text == "koniec")
async def end(message: Message) -> None:
    await message.reply("Do widzenia", reply_markup=ReplyKeyboardRemove())
    over.set()


async def main(url: str, token: str, way: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with Bot(token, session=session) as bot:
        assert (await bot.me()).is_bot
        if way == "poll":
            running = asyncio.create_task(
                dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False)
            )
            await over.wait()
            await dispatcher.stop_polling()
            await running
        else:
            app = web.Application()
            handler = SimpleRequestHandler(dispatcher, bot, secret_token=SECRET)
            handler.register(app, "/hook")
            runner = web.AppRunner(app)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", int(way)).start()
            await bot.set_webhook(f"http://127.0.0.1:{way}/hook", secret_token=SECRET)
            await over.wait()
            await bot.delete_webhook()
            await runner.cleanup()


asyncio.run(main(*sys.argv[1:]))
