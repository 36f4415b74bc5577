"""How fast whole enrolments are answered, by Komplet and by what one would use instead.

    python -m tests.bench.dialogue [--people 400] [--at-a-time 100] [--rounds 3] [--round-trip 50]
                                   [--rate 200] [--only NAME ...]
    python -m tests.bench.dialogue --workers 1 2

Every contestant plays the same script (25 updates, `SCRIPT`) against `tests.bench.telegram`, a
process of its own; rounds are interleaved, so that a slow minute of the machine is everybody's.
Printed are medians with their spread, and the ratio to the first contestant of the same run.
CPU is the bot's, user and system; memory is the bot's resident set when everybody has finished.
`--workers` compares Komplet with itself: so many processes behind a webhook, on PostgreSQL.
"""

import argparse
import compileall
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot import clock, invitations
from bot.effects.tables import import_table
from conversations.access import Role
from conversations.coordination_table import read
from storage import offices
from storage.database import Connection, Database
from tests.bench.growth import urls
from tests.running import free_port
from tests.tables import office, table

ROOT = Path(__file__).parents[2]
CLIENTS = ROOT / ".venv" / "clients" / "bin" / "python"
SECRET = "for-the-bench-only"
TOKEN = "4200000001:AAHfor-the-bench-only-and-nothing-else-1"

EIGHT = """1. Anna Kowalczyk – Sekretarz Gminy
2. Piotr Zalewski – Zastępca Wójta
3. Ewa Lis-Sadowska – Skarbnik Gminy
4. Tomasz Borys – Kierownik Referatu Geodezji
5. Monika Sikora – Kierownik Referatu Organizacyjnego
6. Krzysztof Żółkowski – Kierownik Referatu Inwestycji
7. Beata Chmiel – Kierownik Referatu Oświaty
8. Marek Wójcik – Kierownik USC"""

SCRIPT: list[list[str]] = [
    ["say", "/start {link}"],
    ["tap", "Potwierdzam"],
    ["say", "Anna Kowalczyk – Sekretarz Gminy"],
    ["tap", "Dopisz do grupy"],
    ["tap", "To propozycja"],
    ["say", EIGHT],
    ["tap", "Tak"],
    ["tap", "Kowalczyk"],
    ["tap", "Lis-Sadowska"],
    ["tap", "Borys"],
    ["say", "/stan"],
    ["tap", "Wróć"],
    ["tap", "Borys"],
    ["tap", "Sikora"],
    ["tap", "Wójcik"],
    ["tap", "Gotowe"],
    ["say", "/pomoc"],
    ["tap", "Wróć"],
    ["say", "/termin"],
    ["tap", "Wróć"],
    ["say", "/doradca"],
    ["tap", "Wróć"],
    ["tap", "Wyślij"],
    ["say", "/stan"],
    ["say", "/informacja"],
]
"""One office from the link to the submission, with a look around, as its head would do it."""

ECHO: list[list[str]] = [["say", what if kind == "say" else f"tap {what}"] for kind, what in SCRIPT]
"""The same number of updates as texts, for bots that only repeat them."""


@dataclass(frozen=True)
class Contestant:
    """A bot of the bench, as `python -m MODULE`; a peer gets its address, token and folder."""

    name: str
    keeps: str
    module: str
    more: tuple[str, ...] = ()
    python: str = sys.executable
    script: list[list[str]] = field(default_factory=lambda: SCRIPT)
    workers: int = 0
    """Processes behind a webhook, on PostgreSQL; 0 for one that polls, on SQLite."""

    @property
    def is_komplet(self) -> bool:
        return self.module == "bot"

    def prepare(self, database: str, people: int) -> list[str]:
        """What it needs before it starts: the secrets of everybody's link, if it has any."""
        return offices_for(database, people) if self.is_komplet else []

    def command(self, url: str, folder: Path) -> list[str]:
        command = [self.python, "-m", self.module]
        return (
            [*command, "run"]
            if self.is_komplet
            else [*command, url, TOKEN, str(folder), *self.more]
        )

    def environment(self, url: str, database: str, port: int | None) -> dict[str, str]:
        """Of one process; `port` is where it listens, if it does."""
        if not self.is_komplet:
            return {}
        found = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": url,
            "DATABASE_URL": database,
            "LOG_FORMAT": "json",
        }
        if port is not None:
            found["WEBHOOK_URL"] = "https://bot.example.pl/telegram"
            found["WEBHOOK_SECRET"], found["LISTEN"] = SECRET, f"127.0.0.1:{port}"
        return found


def offices_for(database_url: str, people: int) -> list[str]:
    """A database with an office for everybody, and the secrets of their links."""
    reading = read(
        [table(*(office(n, f"Urząd Gminy {_name(n)}", 8, 4, head="Wójt") for n in range(people)))]
    )
    database = Database(database_url)
    database.prepare()

    def make(connection: Connection) -> list[str]:
        import_table(connection, reading, "tabela.csv", clock.now())
        return [
            invitations.make(connection, role=Role.HEAD, office_id=each.id, now=clock.now())[1]
            for each in offices.all_offices(connection)
        ]

    links = database.write(make)
    database.close()
    assert len(links) == people, (len(links), people)
    return links


def _name(number: int) -> str:
    """A name for an office that no other has."""
    letters = ""
    for _ in range(4):
        number, at = divmod(number, 20)
        letters = "bcdfghjklmnprstwzbcd"[at] + "aeiouyaeiouyaeiouyae"[at] + letters
    return letters.capitalize() + "wice"


PEERS = "tests.bench.peers"
CONTESTANTS = (
    Contestant("PTB echo", "nothing", f"{PEERS}.ptb_echo", script=ECHO),
    Contestant(
        "PTB ConversationHandler + PicklePersistence", "every 60 s", f"{PEERS}.ptb_conversation"
    ),
    Contestant(
        "aiogram FSM, memory", "nothing", f"{PEERS}.aiogram_fsm", ("memory",), python=str(CLIENTS)
    ),
    Contestant(
        "aiogram FSM, Redis",
        "states, in Redis' memory",
        f"{PEERS}.aiogram_fsm",
        ("redis",),
        python=str(CLIENTS),
    ),
    Contestant("Komplet", "everything, before it is confirmed", "bot"),
)


@dataclass
class Figures:
    """What one round showed."""

    updates: float
    dialogues: float
    p50: float
    p99: float
    cpu: float
    memory: float
    first: float


def play(contestant: Contestant, options: argparse.Namespace, made: Callable[[], str]) -> Figures:
    """One round of one contestant. Raises RuntimeError where it does not come to the end.

    `made` makes an empty database of PostgreSQL, for those that need one.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = made() if contestant.workers else f"sqlite:///{folder / 'komplet.sqlite3'}"
        links = contestant.prepare(database, options.people)
        ports = [free_port() for _ in range(contestant.workers)]
        plan = folder / "play.json"
        plan.write_text(
            json.dumps(
                {
                    "people": options.people,
                    "at_a_time": options.at_a_time,
                    "script": contestant.script,
                    "travel": options.round_trip / 1000,
                    "rate": options.rate,
                    "links": links,
                    "hooks": ports,
                    "secret": SECRET,
                }
            )
        )
        with (
            redis(folder) if "redis" in contestant.more else nullcontext(),
            subprocess.Popen(
                [sys.executable, "-m", "tests.bench.telegram", str(plan)],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                text=True,
            ) as telegram,
        ):
            assert telegram.stdout
            url = f"http://127.0.0.1:{telegram.stdout.readline().strip()}"
            with (folder / "log").open("w") as log:
                begun = time.perf_counter()
                bots = [
                    subprocess.Popen(
                        contestant.command(url, folder),
                        cwd=ROOT,
                        env={**os.environ, **contestant.environment(url, database, port)},
                        stdout=log,
                        stderr=log,
                    )
                    for port in ports or (None,)
                ]
                try:
                    seen = json.loads(telegram.stdout.readline())
                    total = time.perf_counter() - begun
                    spendings = [spent(bot.pid) for bot in bots]
                finally:
                    for bot in bots:
                        bot.terminate()
                    for bot in bots:
                        bot.wait(20)
                    telegram.kill()
        if seen["stuck"]:
            said = (folder / "log").read_text()[-2000:]
            raise RuntimeError(f"{contestant.name} left people waiting: {seen['stuck']}\n{said}")
    return Figures(
        updates=seen["updates"] / seen["seconds"],
        dialogues=seen["dialogues"] / seen["seconds"],
        p50=seen["p50"] * 1000,
        p99=seen["p99"] * 1000,
        cpu=sum(cpu for cpu, _ in spendings) / seen["updates"] * 1000,
        memory=sum(memory for _, memory in spendings),
        first=total - seen["seconds"],
    )


@contextmanager
def redis(folder: Path) -> Iterator[None]:
    """A server of Debian's package (apt-get install redis-server), as it is set up by default."""
    command = ["redis-server", "--port", "0", "--unixsocket", str(folder / "redis.sock")]
    with subprocess.Popen(
        [*command, "--dir", str(folder), "--appendonly", "no"], stdout=subprocess.DEVNULL
    ) as server:
        try:
            yield
        finally:
            server.terminate()


def spent(pid: int) -> tuple[float, float]:
    """CPU seconds and resident MB of a process."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    ticks = os.sysconf("SC_CLK_TCK")
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return (int(fields[11]) + int(fields[12])) / ticks, pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def shown(rounds: list[Figures], what: str) -> str:
    """The median and the spread of a figure."""
    values = [float(getattr(each, what)) for each in rounds]
    return f"{statistics.median(values):.4g} ({min(values):.4g}–{max(values):.4g})"


def main() -> None:
    options = arguments()
    for package in ("bot", "conversations", "storage"):
        # As whoever installs a program does; the peers' libraries come so.
        compileall.compile_dir(ROOT / package, quiet=1)
    chosen = [each for each in CONTESTANTS if not options.only or each.name in options.only]
    if options.workers:
        chosen = [behind_a_webhook(count) for count in options.workers]
    found: dict[str, list[Figures]] = {each.name: [] for each in chosen}
    with databases() if options.workers else nullcontext(lambda: "") as made:
        for number in range(options.rounds):
            for contestant in chosen:
                figures = play(contestant, options, made)
                found[contestant.name].append(figures)
                line = f"round {number + 1}: {contestant.name}: {figures.updates:.0f} updates/s"
                print(line, file=sys.stderr)  # noqa: T201
    print(as_table(chosen, found))  # noqa: T201


def behind_a_webhook(count: int) -> Contestant:
    """Komplet as so many processes on PostgreSQL."""
    name = f"Komplet, workers on PostgreSQL: {count}"
    return Contestant(name, "everything, before it is confirmed", "bot", workers=count)


@contextmanager
def databases() -> Iterator[Callable[[], str]]:
    """Makes empty databases of a server of PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder, urls("postgresql", Path(folder)) as make:
        numbers = itertools.count(1)
        yield lambda: make(next(numbers))


def as_table(chosen: list[Contestant], found: dict[str, list[Figures]]) -> str:
    """The figures as a table of Markdown."""
    first = statistics.median(each.updates for each in found[chosen[0].name])
    heads: tuple[str, ...] = (
        "bot",
        "keeps",
        "updates/s",
        "ratio",
        "dialogues/s",
        "answer p50 ms",
        "p99 ms",
    )
    heads = (*heads, "CPU ms/update", "memory MB", "start to first answer s")
    lines = [" | ".join(heads), " | ".join("---" for _ in heads)]
    for contestant in chosen:
        rounds = found[contestant.name]
        ratio = statistics.median(each.updates for each in rounds) / first
        cells = [contestant.name, contestant.keeps, shown(rounds, "updates"), f"{ratio:.2f}"]
        whats = ("dialogues", "p50", "p99", "cpu", "memory", "first")
        lines.append(" | ".join([*cells, *(shown(rounds, what) for what in whats)]))
    return "\n".join(f"| {line} |" for line in lines)


def arguments() -> Any:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=400)
    parser.add_argument("--at-a-time", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--round-trip", type=float, default=0.0, help="ms until a call is answered")
    parser.add_argument("--rate", type=float, default=0.0, help="updates offered a second")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--workers", type=int, nargs="*", default=[], metavar="N")
    return parser.parse_args()


if __name__ == "__main__":
    main()
