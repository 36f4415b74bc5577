"""Of all who try a link exactly one gets in, and nobody else learns whose it was."""

from collections.abc import Callable

import pytest

from tests.faults import invitations
from tests.faults.figures import Figures


@pytest.mark.parametrize(("kind", "count"), [("sqlite", 1000), ("postgresql", 200)])
def test_exactly_one_gets_in_by_a_link(
    kind: str, count: int, request: pytest.FixtureRequest, judged: Callable[[Figures], Figures]
) -> None:
    """1,000 links; `python -m tests.faults.invitations` tries a million."""
    figures = judged(invitations.run(count, 3, request.getfixturevalue(kind)))
    assert set(invitations.KINDS) <= set(figures.counts)
