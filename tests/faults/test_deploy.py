"""The files of deploy/ name only settings and commands that exist, and are well formed."""

import configparser
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from bot.cli import app
from bot.outbound import LAST_CLAIMS, LAST_WORDS
from bot.server import OPEN_REQUESTS
from bot.settings import Settings, load
from storage.database import LAST_SECONDS

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SETTINGS = {name.upper() for name in Settings.model_fields}
COMMANDS = set(get_command(app).commands)  # type: ignore[attr-defined]
PROGRAM = "/opt/komplet/bin/komplet run"
OF_COMPOSE = {"POSTGRES_PASSWORD", "DOMAIN"}


@pytest.fixture
def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return read


@pytest.fixture
def unit() -> dict[str, list[str]]:
    """The settings of the [Service] section, each as often as it stands there."""
    found: dict[str, list[str]] = {}
    for line in (DEPLOY / "komplet@.service").read_text().splitlines():
        key, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found.setdefault(key, []).append(value)
    return found


def workers(compose: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for name, each in compose["services"].items() if name.startswith("worker")]


def test_two_workers_stand_behind_the_proxy_with_settings_that_exist(
    compose: dict[str, Any],
) -> None:
    assert len(workers(compose)) == 2
    for worker in workers(compose):
        assert set(worker["environment"]) <= SETTINGS
        assert worker["command"][0] in COMMANDS
        assert (DEPLOY / worker["build"]["context"] / worker["build"]["dockerfile"]).exists()
    taken = set(re.findall(r"\$\{(\w+)", (DEPLOY / "compose.yaml").read_text()))
    assert taken <= SETTINGS | OF_COMPOSE


def test_a_workers_settings_in_compose_are_taken(
    compose: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    given = {
        "BOT_TOKEN": "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQ",
        "WEBHOOK_URL": "https://bot.example.pl/telegram",
        "WEBHOOK_SECRET": "a-secret",
        "POSTGRES_PASSWORD": "a-password",
        "DATA_KEY": "",
    }
    for name, value in workers(compose)[0]["environment"].items():
        filled = re.sub(r"\$\{(\w+)[^}]*\}", lambda found: given[found[1]], value)
        monkeypatch.setenv(name, filled)
    settings = load()
    assert settings.hook == ("https://bot.example.pl/telegram", "a-secret")
    assert settings.listening == ("0.0.0.0", 8443)


def test_workers_can_record_erasures_in_one_place(
    compose: dict[str, Any], unit: dict[str, list[str]]
) -> None:
    """`run` refuses to start where the ledger cannot be written."""
    for worker in workers(compose):
        folder = str(Path(worker["environment"]["ERASURE_LEDGER"]).parent)
        assert folder in {each.partition(":")[2] for each in worker["volumes"]}
        assert all(each.partition(":")[0] in compose["volumes"] for each in worker["volumes"])
        assert f"--home-dir {folder} " in (DEPLOY / "Containerfile").read_text()
    assert unit["User"] == ["komplet"]
    assert unit["WorkingDirectory"] == [f"/var/lib/{unit['StateDirectory'][0]}"]


def test_the_proxy_knows_the_workers_and_the_path(compose: dict[str, Any]) -> None:
    caddy = (DEPLOY / "Caddyfile").read_text()
    port = workers(compose)[0]["environment"]["LISTEN"].rpartition(":")[2]
    for name in compose["services"]:
        if name.startswith("worker"):
            assert f"{name}:{port}" in caddy
    assert "handle /telegram" in caddy
    assert caddy.count("{") == caddy.count("}")


def test_the_image_has_what_the_program_needs() -> None:
    file = (DEPLOY / "Containerfile").read_text()
    for line in re.findall(r"^COPY (?!--)(.*) \S+$", file, re.MULTILINE):
        for source in line.split():
            assert (ROOT / source).exists(), source
    assert 'ENTRYPOINT ["komplet"]' in file
    assert re.search(r'^CMD \["run"\]$', file, re.MULTILINE)
    assert set(re.findall(r"\b([A-Z]+_[A-Z]+)=", file)) <= SETTINGS


def test_the_unit_runs_a_command_with_settings_that_exist(unit: dict[str, list[str]]) -> None:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.read_string((DEPLOY / "komplet@.service").read_text())
    assert parser.sections() == ["Unit", "Service", "Install"]
    ((start,)) = unit["ExecStart"]
    assert start.endswith(PROGRAM)
    assert PROGRAM.split()[1] in COMMANDS
    assert set(re.findall(r"\b([A-Z]+(?:_[A-Z]+)*)=", start)) <= SETTINGS


@pytest.mark.parametrize("port", [8443, 8444])
def test_a_worker_listens_at_its_own_port_whatever_the_file_of_settings_says(
    unit: dict[str, list[str]], tmp_path: Path, port: int
) -> None:
    """As systemd does it: variables of the file go before those of the unit (systemd.exec)."""
    file = (ROOT / ".env.example").read_text()
    environment = {"PATH": os.environ["PATH"]}
    for lines in (unit.get("Environment", []), file.splitlines()):
        environment |= {
            name: value
            for name, equals, value in (each.partition("=") for each in lines)
            if equals and not name.startswith("#")
        }
    assert "LISTEN" in environment
    ((start,)) = unit["ExecStart"]
    told = "from bot.settings import load; s = load(); print(*s.listening or [], s.log_format)"
    started = start.replace("%i", str(port)).replace(
        PROGRAM, shlex.join([sys.executable, "-c", told])
    )
    done = subprocess.run(
        shlex.split(started),
        env=environment
        | {"WEBHOOK_URL": "https://bot.example.pl/telegram", "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["127.0.0.1", str(port), "json"]


def test_whoever_stops_a_worker_gives_it_the_time_it_takes(
    compose: dict[str, Any], unit: dict[str, list[str]]
) -> None:
    takes = OPEN_REQUESTS + LAST_WORDS + LAST_CLAIMS + LAST_SECONDS
    assert takes < 10
    assert int(unit["TimeoutStopSec"][0]) > takes
    assert all(int(each["stop_grace_period"].rstrip("s")) > takes for each in workers(compose))
