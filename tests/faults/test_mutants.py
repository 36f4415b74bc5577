"""The trial of faults in `conversations/` does what it says; `make trials` runs it large."""

import ast
import os
import random
import subprocess
import sys

import pytest

from tests.faults.mutation import mutated
from tests.faults.planting import ROOT, every_mutant
from tests.faults.typed import Types


def test_every_fault_is_another_module_that_can_be_read() -> None:
    every = every_mutant(sorted((ROOT / "conversations").rglob("*.py")))
    for mutant in random.Random(2026).sample(every, 60):
        source = (ROOT / mutant.file).read_text(encoding="utf-8")
        changed = mutated(source, mutant.number, mutant.file)
        compile(changed, mutant.file, "exec")
        assert ast.dump(changed) != ast.dump(ast.parse(source)), mutant


@pytest.mark.parametrize(
    ("by", "code", "told"),
    [("test_people.py", 0, "2 mutants, 2 killed"), ("test_limits.py", 1, "2 run by no test")],
)
def test_a_fault_is_found_by_the_tests_that_see_it_alone(by: str, code: int, told: str) -> None:
    """„Is one person” turned round, and without an answer."""
    line = (ROOT / "conversations/people.py").read_text().partition("return a.key")[0].count("\n")
    command = ("tests.faults.mutants", "--only", f"conversations/people.py:{line + 1}", "--tests")
    done = subprocess.run(
        [sys.executable, "-m", *command, f"tests/conversations/{by}"],
        capture_output=True,
        text=True,
        check=False,
        env={key: value for key, value in os.environ.items() if key != "PYTEST_ADDOPTS"},
    )
    assert done.returncode == code, done
    assert told in done.stdout, done


def test_a_fault_of_the_wrong_type_is_refused_and_one_of_the_wrong_value_is_not() -> None:
    """Where „is one person” answers nothing, and where it is turned round."""
    path = ROOT / "conversations/people.py"
    line = path.read_text().partition("return a.key")[0].count("\n") + 1
    found = [each for each in every_mutant([path]) if each.place.line == line]
    with Types() as types:
        refused = {each.place.kind: types.refuse(each) for each in found}

    assert refused == {"return": True, "comparison": False}
