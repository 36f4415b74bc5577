"""Harmful files through the real child: a sentence each, in time, within memory, the bot alive."""

import os
import subprocess
import time
from collections.abc import Callable

import pytest

from bot import uploads
from bot.upload_child.__main__ import MEMORY
from bot.uploads import SECONDS, UploadRefused
from bot.words import Words
from tests.attacks import Outcome, attacks

ATTACKS = [(name, make, outcomes) for name, make, outcomes in attacks()]


def through_the_child(data: bytes) -> tuple[Outcome, int]:
    """What came of a file (None: it is read), and the most memory its reader had, in bytes."""
    with subprocess.Popen(
        uploads._COMMAND,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=uploads._environment(),
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(data)
        child.stdin.close()
        output = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    try:
        uploads._answer(child.returncode, output, "plik")
    except UploadRefused as refused:
        return refused.reason, usage.ru_maxrss * 1024
    return None, usage.ru_maxrss * 1024


def test_there_are_enough_of_them() -> None:
    assert len({name for name, *_ in ATTACKS}) == len(ATTACKS) >= 60


@pytest.mark.parametrize(
    ("make", "outcomes"), [attack[1:] for attack in ATTACKS], ids=[name for name, *_ in ATTACKS]
)
def test_a_harmful_file_ends_in_a_sentence_in_time_and_within_memory(
    make: Callable[[], bytes], outcomes: tuple[Outcome, ...]
) -> None:
    data = make()
    assert len(data) <= uploads.LARGEST
    started = time.monotonic()
    outcome, memory = through_the_child(data)
    assert outcome in outcomes
    assert time.monotonic() - started < SECONDS + 5, "the child's own clock is CPU time"
    assert memory < MEMORY + 64 * 1024 * 1024, "its limit, and what Python has before it"
    if outcome is not None:
        key = f"upload-{outcome.value.replace('_', '-')}"
        sentence = str(Words("pl")(key, name="tabela.xlsx", awaited="table"))
        assert "tabela.xlsx" in sentence
        assert sentence.endswith((".", "!"))
