"""Small faults in `conversations/`: how many of them the fast tests find.

`python -m tests.faults.mutants --count 500 --seed 1` samples so many of all places and tries each
in a process of its own: the tests that run the line, those of `tests/conversations` first and the
fastest first, until one fails. Whoever survives them is shown to mypy, which stands before them in
`make test`. Prints a row of figures and who survived; ends with 1 below 90 %.
`--only FILE:LINE` tries every fault of one line, `--tests` with other tests.

mutmut 3 was left aside: it changes functions only, while half of the rules are tables.
"""

import argparse
import contextlib
import gc
import importlib
import io
import multiprocessing
import os
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

import coverage
import pytest
from _pytest.runner import runtestprotocol

from tests.faults.figures import Figures
from tests.faults.planting import ROOT, Finder, Functions, Mutant, every_mutant, is_ours
from tests.faults.typed import Types

PURE = "tests/conversations"
BESIDE = ("tests/corpus", "tests/storage/test_codec.py")
"""Tests beside those of conversations/ that find its faults fast, tried last."""
SLOW = ("test_machine_explored.py", "test_random_stories.py")
"""Tests that walk everywhere: each would find much, and take half a minute for it."""
SPELLING = f"{PURE}/test_stored_names.py"
"""Reads the names of every module, while it runs no line there."""
WANTED = 0.9
MOST_SECONDS = 90
"""Seconds of the processor for the tests of one fault; whoever needs twice as long hangs."""
FIRST = 40
"""So many tests are tried before the others are even read."""
MEMORY = 4 * 1024**3
_FORK = multiprocessing.get_context("fork")
_NOT_FAILED = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
_OPTIONS = (
    "-q",
    "-x",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "--assert=plain",
    "--timeout=0",
    "--noconftest",
)


class Verdict(Enum):
    KILLED = "killed"
    REFUSED = "refused by the types"
    SURVIVED = "survived"
    UNREACHED = "run by no test"
    HUNG = "killed by the time"


@dataclass
class Reach:
    """Which tests run which lines, and how long each takes."""

    lines: dict[str, dict[int, set[str]]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def at_import(self, mutant: Mutant) -> bool:
        """Whether the fault is met by whoever imports the module: all its tests may see it."""
        of_file = self.lines.get(mutant.file, {})
        met = {test for line in mutant.place.lines for test in of_file.get(line, ())}
        return mutant.place.at_import or met == {""}

    def tests(self, mutant: Mutant) -> list[str]:
        """The tests to try, in order: of conversations/ first, a case of each, the fastest."""
        of_file = self.lines.get(mutant.file, {})
        every = self.at_import(mutant)
        lines: Iterable[int] = of_file if every else mutant.place.lines
        found = {test for line in lines for test in of_file.get(line, ()) if test}
        if every:
            spelling = {test for test in self.seconds if test.startswith(SPELLING)}
            found = found | spelling if found else set(self.seconds)
        fastest = sorted(found, key=lambda test: (self.seconds[test], test))
        cases = Counter[str]()
        order = dict[str, tuple[bool, int]]()
        for test in fastest:
            order[test] = (not test.startswith(PURE), cases[_function(test)])
            cases[_function(test)] += 1
        return sorted(fastest, key=lambda test: order[test])


class _Watched:
    """Keeps which test runs, and for how long."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self.measured = measured
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self.measured.switch_context(item.nodeid)
        began = time.process_time()
        done = yield
        self.seconds[item.nodeid] = time.process_time() - began
        return done


class _Chosen:
    """Runs the tests that are wanted, in their order, within a time.

    A fault may change what the cases of a test are called: new names are wanted with the others.
    """

    def __init__(self, tests: Collection[str], known: Collection[str]) -> None:
        self.order = {test: at for at, test in enumerate(tests)}
        self.known = known
        for test, at in tuple(self.order.items()):
            self.order.setdefault(_function(test), at)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        places = {item: self._place(item.nodeid) for item in items}
        wanted = [item for item in items if places[item] is not None]
        items[:] = sorted(wanted, key=lambda item: places[item] or 0)

    def _place(self, test: str) -> int | None:
        return self.order.get(test if test in self.known else _function(test))

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        if time.process_time() > MOST_SECONDS:
            raise pytest.exit.Exception("no time is left", returncode=0)


class _Loop:
    """Has all tests read once; then tries each fault in a copy of this process."""

    def __init__(self, mutants: list[Mutant], reach: Reach, jobs: int, to: Connection) -> None:
        self.mutants, self.reach, self.jobs, self.to = mutants, reach, jobs, to

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        there = Functions()
        gc.freeze()

        def begun(mutant: Mutant) -> ForkProcess:
            wanted = [items[test] for test in self.reach.tests(mutant) if test in items]
            return _FORK.Process(target=_try_here, args=(mutant, wanted, there))

        for mutant, verdict in _tried(self.mutants, begun, self.jobs):
            self.to.send((mutant.file, mutant.number, verdict))
        return True


def _try_here(mutant: Mutant, items: list[pytest.Item], there: "Functions") -> None:
    """In a process of its own where all is read: exit with 1 when a test fails."""
    _within_bounds()
    there.change(mutant)
    for item, following in zip(items, [*items[1:], None], strict=True):
        if any(each.failed for each in runtestprotocol(item, log=False, nextitem=following)):
            os._exit(1)
        if time.process_time() > MOST_SECONDS:
            break
    os._exit(0)


def _within_bounds() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (2 * MOST_SECONDS, 2 * MOST_SECONDS))


def _function(test: str) -> str:
    return test.partition("[")[0]


def _steady() -> None:
    """Hypothesis takes the same examples for every fault, and learns from none."""
    from hypothesis import settings

    settings.register_profile("mutants", database=None, derandomize=True)
    settings.load_profile("mutants")


def _pytest(arguments: Iterable[str], plugin: object) -> tuple[int, str]:
    """How pytest ended, and what it said."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        return int(pytest.main([*_OPTIONS, *arguments], [plugin])), said.getvalue()


def _learn(tests: Iterable[str], to: Connection) -> None:
    """In a process of its own: run the tests once; what they run, and what they import."""
    _steady()
    measured = coverage.Coverage(data_file=None, branch=False, source=["conversations"])
    watched = _Watched(measured)
    measured.start()
    code, said = _pytest((*tests, *(f"--ignore={PURE}/{name}" for name in SLOW)), watched)
    measured.stop()
    data = measured.get_data()
    lines = {
        str(Path(file).relative_to(ROOT)): {
            line: set(tests) for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    modules = [module for module in sys.modules if not is_ours(module)]
    to.send((said if code else "", Reach(lines, watched.seconds), modules))


def learnt(tests: Iterable[str]) -> Reach:
    """What the tests reach, which must all pass; this process has then read what they need."""
    near, far = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_learn, args=(tests, far))
    child.start()
    far.close()
    failed: str
    reach: Reach
    failed, reach, modules = near.recv()
    child.join()
    if failed:
        sys.exit(f"the tests fail without any fault:\n{failed[-2000:]}")
    for module in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(module)
    return reach


def _try_anew(mutant: Mutant, tests: list[str], known: Collection[str]) -> None:
    """In a process of its own that has read nothing of ours: exit with 1 when a test fails."""
    _within_bounds()
    sys.meta_path.insert(0, Finder(mutant))
    _steady()
    for some in (tests[:FIRST], tests[FIRST:]):
        files = sorted({test.partition("::")[0] for test in some})
        if some and _pytest(files, _Chosen(some, known))[0] not in _NOT_FAILED:
            sys.exit(1)


def _try_read(mutants: list[Mutant], reach: Reach, jobs: int, to: Connection) -> None:
    """In a process of its own: read all tests, and try these faults one after the other."""
    _steady()
    files = sorted({test.partition("::")[0] for test in reach.seconds})
    _pytest(files, _Loop(mutants, reach, jobs, to))
    to.send(None)


def tried(mutants: list[Mutant], reach: Reach, jobs: int) -> Iterator[tuple[Mutant, Verdict]]:
    """Try each, so many beside each other; in the order in which they end.

    What runs at import is tried from the beginning, everything else where the tests are read.
    """
    reached = [each for each in mutants if reach.tests(each)]
    yield from ((each, Verdict.UNREACHED) for each in mutants if each not in reached)
    later = {(each.file, each.number): each for each in reached if not reach.at_import(each)}
    near, far = _FORK.Pipe(duplex=False)
    reading = _FORK.Process(target=_try_read, args=(list(later.values()), reach, jobs, far))
    reading.start()
    far.close()
    while (told := near.recv()) is not None:
        file, number, verdict = told
        yield later[file, number], verdict
    reading.join()

    def begun(mutant: Mutant) -> ForkProcess:
        return _FORK.Process(target=_try_anew, args=(mutant, reach.tests(mutant), reach.seconds))

    yield from _tried([each for each in reached if reach.at_import(each)], begun, jobs)


def _tried(
    mutants: list[Mutant], begun: Callable[[Mutant], ForkProcess], jobs: int
) -> Iterator[tuple[Mutant, Verdict]]:
    waiting, running = list(reversed(mutants)), dict[int, tuple[ForkProcess, Mutant, float]]()
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            process = begun(mutant)
            process.start()
            running[process.sentinel] = process, mutant, time.monotonic()
        ended = wait(list(running), timeout=1)
        for sentinel, (process, mutant, began) in list(running.items()):
            if time.monotonic() - began > 20 * MOST_SECONDS:
                process.kill()
            elif sentinel not in ended:
                continue
            process.join()
            del running[sentinel]
            yield mutant, _verdict(process.exitcode)


def _verdict(code: int | None) -> Verdict:
    if code is None or code < 0:
        return Verdict.HUNG
    return Verdict.KILLED if code else Verdict.SURVIVED


def run(chosen: list[Mutant], reach: Reach, jobs: int, tell: Callable[[str], object]) -> Figures:
    """Try these; the survivors are told as they are met, and too many are a fault."""
    figures, survivors = Figures("mutants"), defaultdict[Verdict, int](int)
    figures.count("mutants", len(chosen))
    with Types() as types:
        for number, (mutant, verdict) in enumerate(tried(chosen, reach, jobs), 1):
            if verdict is Verdict.SURVIVED and types.refuse(mutant):
                verdict = Verdict.REFUSED  # noqa: PLW2901
            survivors[verdict] += 1
            if verdict in {Verdict.SURVIVED, Verdict.UNREACHED}:
                tell(f"{number}/{len(chosen)} {verdict.value}: {mutant}\n")
    for verdict in Verdict:
        figures.count(verdict.value, survivors[verdict])
    found = sum(survivors[each] for each in (Verdict.KILLED, Verdict.HUNG, Verdict.REFUSED))
    figures.count("% found", round(100 * found / max(1, len(chosen))))
    if found < WANTED * len(chosen):
        figures.faults.append(f"less than {WANTED:.0%} found")
    return figures


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", metavar="FILE[:LINE]")
    parser.add_argument("--tests", nargs="+", default=(PURE, *BESIDE))
    options = parser.parse_args()
    file, _, line = options.only.partition(":")
    chosen = every_mutant([ROOT / file] if file else sorted((ROOT / "conversations").rglob("*.py")))
    if line:
        chosen = [each for each in chosen if each.place.line == int(line)]
    chosen = random.Random(options.seed).sample(chosen, min(options.count, len(chosen)))
    figures = run(chosen, learnt(options.tests), options.jobs, sys.stderr.write)
    sys.stdout.write(f"{figures.row()} (seed {options.seed})\n")
    sys.exit(bool(figures.faults))


if __name__ == "__main__":
    main()
