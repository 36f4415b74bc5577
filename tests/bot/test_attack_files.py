"""Harmful files through the real child: a sentence each, in time, within memory, the bot alive."""

from collections.abc import Callable

import pytest

from bot import uploads
from bot.upload_child.__main__ import MEMORY
from bot.uploads import SECONDS
from bot.words import Words
from tests.attacks import Outcome, attacks
from tests.faults.child import through_the_child

ATTACKS = [(name, make, outcomes) for name, make, outcomes in attacks()]


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
    passage = through_the_child(data)
    outcome = passage.refusal
    assert outcome in outcomes
    assert passage.seconds < SECONDS + 5, "the child's own clock is CPU time"
    assert passage.memory < MEMORY + 64 * 1024 * 1024, "its limit, and what Python has before it"
    if outcome is not None:
        key = f"upload-{outcome.value.replace('_', '-')}"
        sentence = str(Words("pl")(key, name="tabela.xlsx", awaited="table"))
        assert "tabela.xlsx" in sentence
        assert sentence.endswith((".", "!"))
