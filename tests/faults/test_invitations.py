"""Of all who try a link exactly one gets in, and nobody else learns whose it was."""

import pytest

from tests.faults import invitations


@pytest.mark.parametrize(("kind", "count"), [("sqlite", 1000), ("postgresql", 200)])
def test_exactly_one_gets_in_by_a_link(
    kind: str, count: int, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    """1,000 links; `python -m tests.faults.invitations` tries a million."""
    figures = invitations.run(count, 3, request.getfixturevalue(kind))
    with capsys.disabled():
        print(f"\n{figures.row()}")  # noqa: T201 - figures of a trial are for reading
    assert not figures.faults, figures.faults[:5]
    assert set(invitations.KINDS) <= set(figures.counts)
