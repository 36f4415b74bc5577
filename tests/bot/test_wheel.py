"""The wheel has all the product needs, and runs in a folder that knows nothing of the checkout."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.playground.cast import COORDINATOR
from tests.person import Person

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "conversations", "storage")
SCRIPT = "deploy/wheel"
"""What `make wheel` runs."""
AT = "2026-11-26T19:31:{}+01:00"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as `make wheel` builds it, of a copy: building leaves folders behind."""
    source, made = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("dist")
    for room in ROOMS:
        shutil.copytree(ROOT / room, source / room, ignore=shutil.ignore_patterns("__pycache__"))
    (source / "deploy").mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", SCRIPT):
        shutil.copy(ROOT / name, source / name)
    subprocess.run(
        [source / SCRIPT, sys.executable, made], cwd=source, check=True, capture_output=True
    )
    (built,) = made.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def environment(unpacked: Path) -> dict[str, str]:
    """The wheel's modules before those of the checkout; the libraries are those of the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"PYTHONPATH": str(unpacked), "PYTHONWARNINGS": "error", "PYTHONUNBUFFERED": "1"}


def test_every_file_of_the_three_rooms_is_in_the_wheel(wheel: Path) -> None:
    """Words, pages, templates, migrations, the sample table: whatever is not a module as well."""
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith(ROOMS)}
    there = {
        file.relative_to(ROOT).as_posix()
        for room in ROOMS
        for file in (ROOT / room).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert packed == there


def test_the_wheel_says_its_version(environment: dict[str, str], tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "bot", "--version"],
        env=environment,
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    (version,) = re.findall(r'^version = "(.+)"', pyproject, re.MULTILINE)
    assert re.fullmatch(rf"komplet {re.escape(version)}\.post20\d{{12}}\n", told.stdout)


def git(folder: Path, *command: str, second: int = 0) -> None:
    at = AT.format(f"{second:02}")
    who = {"NAME": "A", "EMAIL": "a@example.org", "DATE": at}
    author = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in who.items()}
    subprocess.run(
        ["git", *command], cwd=folder, env=os.environ | author, check=True, capture_output=True
    )


def test_a_wheel_bears_the_second_of_its_commit_or_that_of_now(tmp_path: Path) -> None:
    """Two wheels of different contents never bear one version, or pip passes the newer one over."""
    folder = tmp_path / "komplet"
    for room in ("deploy", "bot"):
        (folder / room).mkdir(parents=True)
    shutil.copy(ROOT / SCRIPT, folder / SCRIPT)

    def moment() -> str:
        return subprocess.check_output([folder / SCRIPT], cwd=tmp_path, text=True).strip()

    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "Another project")
    assert not moment().startswith("202611261831"), "a tarball unpacked in somebody's repository"
    git(folder, "init", "-q")
    for second in (7, 8):
        (folder / "bot" / "module.py").write_text(f"SECOND = {second}\n", "utf-8")
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", "One", second=second)
        assert moment() == f"2026112618310{second}"
    (folder / "bot" / "module.py").write_text("SECOND = 9\n", "utf-8")
    assert moment() > "20261126183108", "not committed"


@pytest.fixture
def playground(environment: dict[str, str], unpacked: Path, tmp_path: Path) -> Iterator[str]:
    """The address of `komplet playground` out of the wheel, in a folder of its own."""
    where = "import bot; print(bot.__file__)"
    found = subprocess.check_output(
        [sys.executable, "-c", where], env=environment, cwd=tmp_path, text=True
    )
    assert Path(found.strip()).is_relative_to(unpacked)
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "playground", "--no-open", "--port", "0"],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        told = next((line for line in process.stdout if "http://" in line), "")
        try:
            yield re.findall(r"http://[\d.:]+", told)[0]
        finally:
            process.terminate()
            process.stdout.read()
    assert process.returncode == 0
    assert not list(tmp_path.iterdir()), "the playground leaves something behind"


async def test_the_playground_of_the_wheel_serves_its_page_and_reads_its_sample_table(
    playground: str,
) -> None:
    async with httpx.AsyncClient(base_url=playground, timeout=60) as http:
        page = (await http.get("/")).raise_for_status().text
        for path in re.findall(r'(?:src|href)="([\w./-]+\.(?:js|css|svg))"', page):
            (await http.get(path)).raise_for_status()
        (coordinator,) = Person.on(http, COORDINATOR)
        await coordinator.open((await http.get("/playground/people")).json()["invitation"])
        await coordinator.tap("Potwierdzam")
        sample = (await http.get("/playground/sample")).raise_for_status().content
        await coordinator.shown("Nie ma jeszcze żadnych urzędów")
        await coordinator.upload("tabela.xlsx", sample)
        await coordinator.shown("Wczytano 6 urzędów")
