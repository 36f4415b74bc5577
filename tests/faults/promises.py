"""Which trials there are, what each promises, and how large it is run."""

import sys
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One row of docs/trials.md.

    `name` keys the row and says how its size is given. Either a module of tests.faults is run with
    `option` and a size, or `tests` of the suite, with a size and a seed in `environment` where
    they take any.
    """

    name: str
    promise: str
    suite: str
    passes: str
    size: int = 0
    wanted: str = ""
    """The size that the table of promises asks for."""
    option: str = "--count"
    module: str = ""
    more: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    environment: str = ""
    """Settings of the tests, `{size}` and `{seed}` in them."""
    seeded: bool = True
    size_is: str = ""
    """What the size counts, or all that there is."""

    def command(self, size: int, seed: int) -> list[str]:
        """How it is run, as somebody would type it."""
        if self.tests:
            told = self.environment.format(size=size, seed=seed).split()
            set_first = ["env", *told] if told else []
            return [*set_first, "python", "-m", "pytest", "-q", "-o", "timeout=0", *self.tests]
        parts = ["python", "-m", f"tests.faults.{self.module or self.name}", *self.more]
        if self.size:
            parts += [self.option, str(size)]
        return [*parts, "--seed", str(seed)] if self.seeded else parts

    def sized(self, size: int) -> str:
        """The size it was run at, beside the one that is asked for."""
        if not self.size:
            return self.size_is
        asked = f" (asked: {self.wanted})" if f"{size:,}" != self.wanted else ""
        return f"{size:,} {self.size_is}{asked}"


TRIALS = (
    Trial(
        name="crashes",
        promise="A crash at every await, commit and send of a turn, before and after",
        suite="every commit, call and hand-over",
        passes="0 lost, 0 double",
        size_is="every point, each statement too",
        seeded=False,
    ),
    Trial(
        name="kills",
        promise="kill -9 in the middle of dialogues, SQLite and PostgreSQL",
        suite="before every action of the main story on SQLite, 2 in one on PostgreSQL, and one a "
        "second of two workers",
        passes="0 lost, 0 double; every unknown flagged; ready again within 5 s (of the processor)",
        size=200,
        wanted="1,000",
        size_is="kills, half of them on each",
    ),
    Trial(
        name="streams",
        promise="Updates duplicated and reordered",
        suite="40 streams",
        passes="equal to the model",
        size=10_000,
        wanted="10,000",
        size_is="streams of an office",
    ),
    Trial(
        name="network",
        promise="Network: refused, timeout, reply dropped, 429, 5xx, 403, 400",
        suite="8 sends each",
        passes="0 silently lost, 0 ambiguous notices resent",
        size=2_000,
        wanted="10,000",
        size_is="sends each",
    ),
    Trial(
        name="workers",
        promise="Three webhook workers on PostgreSQL, ten hot offices, a worker killed every 5 s",
        suite="60 updates, 2 workers, a kill a second",
        passes="0 lost, 0 double; p95 below 1 s",
        size=20_000,
        wanted="100,000",
        size_is="updates of people who write, and as many that take out",
        option="--updates",
    ),
    Trial(
        name="reminders",
        promise="Reminders in two simulated years: four changes of the clock, an hour's jump each "
        "way, three days away, three processes on PostgreSQL",
        suite="6 Advisors, half a year with both changes of the clock",
        passes="one digest per Advisor and occasion, none outside hours, none when complete",
        size=1_000,
        wanted="5,000",
        size_is="Advisors, a tenth of them with an account",
    ),
    Trial(
        name="day",
        promise="A day in the life: offices enrol by three workers on PostgreSQL amid kills, 429s, "
        "doubled updates and a moved clock",
        suite="2 offices, two workers",
        passes="every office approved, every message that matters told, none twice on purpose",
        size=42,
        wanted="42",
        size_is="offices, five Advisors",
    ),
    Trial(
        name="stories",
        promise="Random stories of all roles, as Hypothesis makes them",
        suite="500 stories of 50 steps",
        passes="0 rules broken",
        size=10_000,
        wanted="100,000",
        size_is="stories of 50 steps",
        tests=("tests/conversations/test_random_stories.py",),
        environment="KOMPLET_STORIES={size} KOMPLET_STORIES_SEED={seed}",
    ),
    Trial(
        name="attacks",
        promise="Attack files for the importer: bombs, formulas, XXE, macros, truncated, wrong "
        "type, password, 200 sheets",
        suite="all",
        passes="the bot alive, a clear refusal, below 10 s and 512 MB",
        size_is="all, through the child",
        tests=("tests/bot/test_attack_files.py",),
        seeded=False,
    ),
    Trial(
        name="files",
        promise="Files for the importer, damaged at random, through the child",
        suite="30 files",
        passes="the bot alive, below 10 s and 512 MB, each read or refused",
        size=4_000,
        wanted="20,000",
        size_is="files",
        option="--files",
    ),
    Trial(
        name="texts",
        promise="Pasted lists, damaged at random, through the pure reader",
        suite="1,000 texts",
        passes="each read within 1 s, nothing contradicts the text",
        size=200_000,
        wanted="1,000,000",
        size_is="texts",
        option="--texts",
        module="files",
    ),
    Trial(
        name="authorisation",
        promise="Every role and the stranger × every action × own and other office × command, "
        "button, inline, forged button",
        suite="every cell, in two of four states of an office",
        passes="0 wrong",
        size_is="every cell, in all four states",
        tests=("tests/bot/test_access_matrix.py", "tests/conversations/test_authorisation.py"),
        environment="KOMPLET_EVERY_STATE=1",
        seeded=False,
    ),
    Trial(
        name="invitations",
        promise="Invitations guessed, reused at once from two sides, expired, revoked, forwarded",
        suite="1,000 on SQLite, 200 on PostgreSQL",
        passes="exactly one wins; 0 leaks",
        size=100_000,
        wanted="1,000,000",
        size_is="links",
    ),
    Trial(
        name="hostile_names",
        promise="Hostile names: HTML, RTL override, zalgo, homoglyphs, 10,000 letters, emoji, NUL",
        suite="every template, screen, letter, alert and document",
        passes="0 refusals by the Bot API, 0 markup injected",
        size_is="every template, screen, letter, alert and document",
        tests=(
            *("tests/bot/test_screens.py", "tests/bot/test_letters.py", "tests/bot/test_digest.py"),
            *("tests/bot/test_documents.py", "tests/bot/test_terminal.py"),
            "tests/bot/test_hostile_templates.py",
        ),
        environment="KOMPLET_EVERY_NAME=1",
        seeded=False,
    ),
    Trial(
        name="export_cells",
        promise="Export cells that begin with `= + - @`, a tab or CR",
        suite="every field",
        passes="0 formulas",
        size_is="every field",
        tests=("tests/bot/test_export_cells.py", "tests/bot/test_documents.py", "-k", "cell"),
        seeded=False,
    ),
    Trial(
        name="logs",
        promise="Logs of the whole suite searched for the token and for seeded personal data",
        suite="the log of every bot that runs in a process of its own, when it ends",
        passes="0 hits",
        size_is="every story, three workers, what libraries log",
        tests=(
            *("tests/stories", "tests/faults/test_workers.py", "tests/bot/test_logs.py"),
            "tests/bot/test_turn_in_logs.py",
        ),
        seeded=False,
    ),
    Trial(
        name="spammer",
        promise="A spammer at 100 messages a second",
        suite="5 s",
        passes="others' p95 below 1 s (of the processor)",
        size=60,
        wanted="60",
        size_is="seconds",
    ),
    Trial(
        name="rodo",
        promise="RODO: export and erase of a person and of an office, retention run, restore after "
        "erase",
        suite="2 of each, and every place on both databases, with and without a key",
        passes="0 residues, 100 % of fields",
        size=100,
        wanted="100",
        size_is="people with an account, people listed, offices",
    ),
    Trial(
        name="disk_full",
        promise="The disk full at the n-th write",
        suite="20 sizes, and 6 numbers of pages",
        passes="nothing acknowledged unsaved",
        size=200,
        wanted="200",
        size_is="sizes",
    ),
    Trial(
        name="damage",
        promise="A damaged database file",
        suite="50 accidents",
        passes="refuses to start with the mend in one line, or works right",
        size=1_000,
        wanted="1,000",
        size_is="accidents",
    ),
    Trial(
        name="mutants",
        promise="Small faults in conversations/, of which fast tests and types find nine in ten",
        suite="a few places of every kind",
        passes="at least 90 % found",
        size=500,
        wanted="500",
        size_is="faults",
    ),
)


def the(name: str) -> Trial:
    """The trial of a name; leaves with a sentence when there is none."""
    for trial in TRIALS:
        if trial.name == name:
            return trial
    names = ", ".join(each.name for each in TRIALS)
    sys.exit(f"There is no trial {name!r}; there are: {names}")
