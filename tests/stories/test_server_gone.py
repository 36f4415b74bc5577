"""A PostgreSQL server that goes without a word while the bot runs, as in a failover."""

import time
from collections.abc import Callable, Iterator

import pytest

from storage.database import Database
from tests.storage.silence import Line, line_to
from tests.stories.acts import SEKRETARZ
from tests.stories.conftest import Stage

STOPPED_BY_FORCE = 15
"""Seconds after which systemd ends a worker that was told to stop (deploy/)."""


@pytest.fixture
def line(new_postgresql_url: Callable[[], str]) -> Iterator[tuple[Line, str]]:
    url = new_postgresql_url()
    prepared = Database(url)
    prepared.prepare()
    prepared.close()
    with line_to(url) as there:
        yield there


@pytest.fixture
def bot_database_url(line: tuple[Line, str]) -> str:
    return line[1]


async def test_a_bot_whose_server_is_silent_stops_when_it_is_told_to(
    stage: Stage, line: tuple[Line, str]
) -> None:
    """In the middle of turns, cards and letters."""
    stage.table()
    await stage.comes_in(stage.head, "head")
    await stage.head.shown("Krok 1 z 3")
    line[0].fall_silent()
    await stage.head.say(SEKRETARZ)
    await stage.stranger.say("/start")
    begun = time.monotonic()
    assert await stage.komplet.stop() == 0
    assert time.monotonic() - begun < STOPPED_BY_FORCE
