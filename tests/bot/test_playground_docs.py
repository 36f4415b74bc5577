"""docs/playground.md says what there is, no more and no less."""

import re
from pathlib import Path

from pydantic import SecretStr
from starlette.routing import Route

from bot.playground.facts import declared_methods
from bot.playground.methods import METHODS
from bot.playground.people_api import ACTS, PeopleApi
from bot.playground.weather import AFTER, BEFORE, UPON_UPDATES
from bot.playground.world import World
from bot.settings import Settings

DOCS = (Path(__file__).parent.parent.parent / "docs" / "playground.md").read_text()


def part(heading: str) -> str:
    return DOCS.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_the_token_shown_is_one_that_komplet_run_takes() -> None:
    (token,) = re.findall(r"--token (\S+)", DOCS)
    assert World(token).token == token
    assert Settings(_env_file=None, bot_token=SecretStr(token)).token == token


def test_every_route_is_described() -> None:
    documented = set(re.findall(r"`(GET|POST|PUT) (/playground/[^?`]*)", part("The people's side")))
    routes = {
        (method, re.sub(r"\{(\w+?)\}", lambda found: found[1].upper(), route.path))
        for route in PeopleApi(World()).routes()
        if isinstance(route, Route)
        for method in route.methods or ()
        if method != "HEAD"
    }
    assert documented - {("POST", "/playground/people/ID/ACT")} == routes


def test_every_act_is_described() -> None:
    table = part("The people's side").partition("| ACT |")[2]
    firsts = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert set(re.findall(r"`(\w+)`", " ".join(firsts))) == set(ACTS)


def test_every_emulated_method_is_listed_and_no_other() -> None:
    table = part("The bot's side").partition("Emulated, for private chats:")[2]
    rows = [line for line in table.splitlines() if line.startswith("| ")]
    listed = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert listed == {declared_methods()[name].name for name in METHODS}


def test_every_kind_of_weather_is_described() -> None:
    table = part("Weather").partition("| `kind` | What happens")[2]
    assert tuple(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == (
        *BEFORE,
        *AFTER,
        *UPON_UPDATES,
    )
