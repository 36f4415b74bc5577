"""The flow in aiogram's finite state machine, its states in memory or in Redis."""

import asyncio
import sys
from typing import Any

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandStart, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from tests.bench.peers import flow


class Enrolment(StatesGroup):
    accept = State()
    name = State()
    join = State()
    basis = State()
    listing = State()
    check = State()
    editors = State()
    send = State()


def keyboard(rows: list[tuple[str, str]]) -> InlineKeyboardMarkup | None:
    buttons = [[InlineKeyboardButton(text=text, callback_data=data)] for text, data in rows]
    return InlineKeyboardMarkup(inline_keyboard=buttons) if rows else None


async def show(event: Message | CallbackQuery, screen: flow.Screen) -> None:
    text, rows = screen
    if isinstance(event, CallbackQuery):
        await event.answer()
        await event.message.edit_text(text, reply_markup=keyboard(rows))
    else:
        await event.answer(text, reply_markup=keyboard(rows))


def goes_on(screen: flow.Screen, place: State) -> Any:
    async def step(event: Message | CallbackQuery, state: FSMContext) -> None:
        said = {str(place.state): event.text} if isinstance(event, Message) else {}
        await state.update_data(screen=screen, **said)
        await state.set_state(place)
        await show(event, screen)

    return step


async def listed(query: CallbackQuery, state: FSMContext) -> None:
    screen = flow.editors(set())
    await state.update_data(chosen=[], screen=screen)
    await state.set_state(Enrolment.editors)
    await show(query, screen)


async def pick(query: CallbackQuery, state: FSMContext) -> None:
    data = await state.get_data()
    chosen = set(data["chosen"]) ^ {int(query.data.split()[1])}
    screen = flow.editors(chosen)
    await state.update_data(chosen=sorted(chosen), screen=screen)
    await show(query, screen)


async def look(message: Message) -> None:
    await show(message, flow.LOOK)


async def back(query: CallbackQuery, state: FSMContext) -> None:
    text, rows = (await state.get_data())["screen"]
    await show(query, (text, [(label, data) for label, data in rows]))


async def sent(query: CallbackQuery, state: FSMContext) -> None:
    await state.set_state(None)
    await show(query, flow.SENT)


def storage(kind: str, folder: str) -> Any:
    if kind == "memory":
        return MemoryStorage()
    from aiogram.fsm.storage.redis import RedisStorage

    return RedisStorage.from_url(f"unix://{folder}/redis.sock")


async def main(url: str, token: str, folder: str, kind: str) -> None:
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    dispatcher = Dispatcher(storage=storage(kind, folder))
    message, query = dispatcher.message, dispatcher.callback_query
    message.register(goes_on(flow.ASK_ACCEPT, Enrolment.accept), CommandStart())
    message.register(look, Command("stan", "pomoc", "termin", "doradca", "informacja"))
    query.register(back, F.data == "back")
    for register, screen, place, *wanted in (
        (query.register, flow.ASK_NAME, Enrolment.name, Enrolment.accept, F.data == "accept"),
        (message.register, flow.ASK_JOIN, Enrolment.join, Enrolment.name, F.text),
        (query.register, flow.ASK_BASIS, Enrolment.basis, Enrolment.join, F.data),
        (query.register, flow.ASK_LIST, Enrolment.listing, Enrolment.basis, F.data == "proposal"),
        (message.register, flow.ASK_OK, Enrolment.check, Enrolment.listing, F.text),
        (query.register, flow.ASK_SEND, Enrolment.send, Enrolment.editors, F.data == "done"),
    ):
        was, what = wanted
        register(goes_on(screen, place), StateFilter(was), what)
    query.register(listed, StateFilter(Enrolment.check), F.data == "yes")
    query.register(pick, StateFilter(Enrolment.editors), F.data.startswith("pick"))
    query.register(sent, StateFilter(Enrolment.send), F.data == "send")
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
