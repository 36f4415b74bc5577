"""Updates may come twice and overtake each other: what is stored is what a model says."""

from collections.abc import Callable

import pytest

from storage import updates
from storage.database import Database
from tests.faults import streams
from tests.faults.figures import Figures


def test_streams_that_are_doubled_and_reordered_end_as_their_models(
    sqlite: Database, judged: Callable[[Figures], Figures]
) -> None:
    """40 offices; `python -m tests.faults.streams` takes thousands."""
    figures = judged(streams.run(40, 7, sqlite))
    assert figures.counts["repeated"] > 100


def test_the_trial_itself_sees_updates_that_are_taken_twice(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "first_time", lambda *_: True)
    faults = streams.run(5, 7, sqlite).faults
    assert any("taken twice" in fault for fault in faults)
    assert any("version is" in fault for fault in faults)
