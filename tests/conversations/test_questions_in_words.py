"""Questions in words of people's own, by every role, and what is no question (domain.md §3.9).

`questions_in_words.txt` was written lot by lot, each before the reader that answers it was made to:
the heading of a lot says how many of it were known at first sight. All are answered now.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.office_names import stem
from conversations.quick_questions import recognise

_FILE = Path(__file__).with_name("questions_in_words.txt")


def _lines(*, questions: bool) -> Iterator[tuple[str, str, str]]:
    for line in _FILE.read_text("utf8").splitlines():
        if line and not line.startswith("#"):
            topic, about, text = (part.strip() for part in line.split("|"))
            if (topic != "-") is questions:
                yield text, topic, about


@pytest.mark.parametrize(("text", "topic", "about"), [*_lines(questions=True)])
def test_what_people_ask_is_understood_in_their_words(text: str, topic: str, about: str) -> None:
    question = recognise(text)
    assert question is not None, text
    named = [stem(word) for word in question.about.split()]
    assert (question.topic, named) == (topic, [stem(word) for word in about.split()])


@pytest.mark.parametrize(("text", "topic", "about"), [*_lines(questions=False)])
def test_what_people_tell_is_no_question(text: str, topic: str, about: str) -> None:
    assert recognise(text) is None
