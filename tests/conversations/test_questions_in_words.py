"""Questions in words of people's own, by every role, and what is no question (domain.md §3.9).

`questions_in_words.txt` was written lot by lot, each before the reader that answers it was made to:
the heading of a lot says how many of it were known at first sight. All are answered now.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.office_names import stem
from conversations.quick_questions import Topic, recognise

_FILE = Path(__file__).with_name("questions_in_words.txt")


def _lines() -> Iterator[tuple[str, str, str]]:
    for line in _FILE.read_text("utf8").splitlines():
        if line and not line.startswith("#"):
            topic, about, text = (part.strip() for part in line.split("|"))
            yield topic, about, text


_LINES = tuple(_lines())


def _understood(text: str) -> tuple[str, list[str]] | None:
    question = recognise(text)
    if question is None:
        return None
    return question.topic, [stem(word) for word in question.about.split()]


@pytest.mark.parametrize("topic", Topic)
def test_what_people_ask_is_understood_in_their_words(topic: Topic) -> None:
    asked = {text: about for each, about, text in _LINES if each == topic}
    wanted = {
        text: (topic, [stem(word) for word in about.split()]) for text, about in asked.items()
    }
    assert wanted
    assert {text: _understood(text) for text in wanted} == wanted


def test_what_people_tell_or_nothing_here_answers_is_no_question() -> None:
    told = [text for topic, _, text in _LINES if topic == "-"]
    assert told
    assert [text for text in told if recognise(text)] == []
