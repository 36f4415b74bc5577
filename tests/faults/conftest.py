"""How a trial of the suite is judged: its row of figures is shown, and nothing may be wrong."""

from collections.abc import Callable

import pytest

from tests.faults.figures import Figures


@pytest.fixture
def judged(capsys: pytest.CaptureFixture[str]) -> Callable[[Figures], Figures]:
    """Shows the row also where all is well, and fails for every fault that was found."""

    def judge(figures: Figures) -> Figures:
        with capsys.disabled():
            print(f"\n{figures.row()}")  # noqa: T201 - figures of a trial are for reading
        assert not figures.faults, figures.faults[:5]
        return figures

    return judge
