"""Callback data: short, opaque, and never trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import buttons
from conversations.events import Action, Tapped

IDS = st.integers(0, 2**52)


@given(IDS, IDS, st.sampled_from(Action), st.text("0123456789abcdef/", max_size=14))
def test_what_a_button_carries_comes_back(
    grant: int, version: int, action: Action, argument: str
) -> None:
    data = buttons.encode(grant, version, action, argument)
    assert len(data.encode()) <= buttons.LONGEST
    assert buttons.decode(data) == (grant, Tapped(action, argument, version))


@given(st.text())
def test_forged_data_is_an_intent_or_nothing(data: str) -> None:
    """Whatever a tampered client sends is decoded without an error."""
    decoded = buttons.decode(data)
    if decoded is not None:
        grant, intent = decoded
        assert grant >= 0
        assert intent.action in set(Action)


@pytest.mark.parametrize(
    "data", ["", ".", "...", "1.2", "1.2.zz.", "-1.2.op.", "1.-2.op.", "٣.1.op.", "1e3.1.op."]
)
def test_what_was_not_encoded_here_is_not_decoded(data: str) -> None:
    assert buttons.decode(data) is None


def test_data_too_long_for_telegram_is_refused_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        buttons.encode(1, 1, Action.OPEN, "ż" * 40)


def test_actions_are_distinct_and_hold_no_separator() -> None:
    assert len({action.value for action in Action}) == len(Action)
    assert not [action for action in Action if "." in action.value]
