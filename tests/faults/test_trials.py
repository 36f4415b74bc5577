"""The page of trials has a row for each, and a run changes its own row alone."""

from pathlib import Path

import pytest

from tests.faults import trials
from tests.faults.promises import TRIALS, the

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "trials.md").read_text(encoding="utf-8")


def test_every_trial_has_its_row_on_the_page_and_there_is_no_other() -> None:
    assert list(trials.rows(PAGE)) == [trial.name for trial in TRIALS]


def test_what_a_trial_runs_is_there() -> None:
    for trial in TRIALS:
        module = ROOT / "tests" / "faults" / f"{trial.module or trial.name}.py"
        files = [ROOT / each for each in trial.tests if each.startswith("tests/")]
        assert all(file.exists() for file in files or [module]), trial.name


def test_a_run_replaces_its_own_row_and_no_other() -> None:
    before = trials.rows(PAGE)
    changed = {**before, "kills": "| `kills` | another |"}
    after = trials.rows(trials.written(PAGE, changed))
    assert {name for name in after if after[name] != before[name]} == {"kills"}
    empty = f"before\n{trials.BEGIN}\n{trials.END}\nafter\n"
    filled = trials.written(empty, {})
    assert filled.startswith("before\n")
    assert filled.endswith("\nafter\n")
    assert filled.count(trials.NEVER) == len(TRIALS)


def test_a_size_below_the_one_that_is_asked_for_says_so() -> None:
    assert the("streams").sized(10_000) == "10,000 streams of an office"
    assert the("streams").sized(9) == "9 streams of an office (asked: 10,000)"
    with pytest.raises(SystemExit, match="there are: crashes"):
        the("trials")
