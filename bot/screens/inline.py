"""Results of an inline query: cards of the asker's own offices, without names of people.

A card is sent into a chat where others read, so it says only where an office stands.
"""

from dataclasses import dataclass

from bot.screens.desk import waiting_first
from bot.screens.office import deadline_line, status_name
from bot.screens.parts import GAP, Part, fitted, office_among
from bot.screens.view import View
from bot.words import Html, Words, cleaned, joined, unmarked
from conversations.limits import Block
from conversations.office_search import look_up, namesakes
from conversations.submission import Submission, missing, status

MOST_RESULTS = 10
LONGEST_TITLE = 100


@dataclass(frozen=True, slots=True)
class Result:
    """One result: what the list shows in plain text, and the message it becomes."""

    id: str
    title: str
    description: str
    text: Html


def results(view: View, query: str, words: Words) -> tuple[Result, ...]:
    """The offices of `view.desk` that the query means, at most ten; an empty one means all."""
    found = look_up(view.desk, query).submissions if query.strip() else view.desk
    alike = namesakes(view.desk)
    return tuple(_result(each, alike, view, words) for each in waiting_first(found)[:MOST_RESULTS])


def _result(submission: Submission, alike: frozenset[str], view: View, words: Words) -> Result:
    office = submission.office
    name = office_among(office, alike, words)
    stands_at = status_name(status(submission), words)
    lacking = joined((words(f"missing-{item}") for item in missing(submission)), ", ")
    parts: list[Part] = [
        words("office", office=name),
        words("office-status", status=stands_at),
        words("answer-missing", missing=lacking) if lacking else words("answer-complete"),
        GAP,
        *(
            words("answer-people", block=block.value, count=len(people), seats=office.seats(block))
            for block, people in (
                (Block.STEERING, submission.counted.steering),
                (Block.EDITORIAL, submission.counted.editorial),
            )
            if office.seats(block)
        ),
    ]
    due = deadline_line(view, words)
    return Result(
        str(office.id),
        cleaned(unmarked(name), LONGEST_TITLE),
        unmarked(stands_at),
        fitted((*parts, *([due] if due else [])), words),
    )
