"""Results of an inline query: cards of the asker's own offices, without names of people.

A card is sent into a chat where others read, so it says only where an office stands.
"""

from dataclasses import dataclass

from bot.screens.office import deadline_line, status_name
from bot.screens.parts import GAP, Part, fitted, office_among
from bot.screens.view import View
from bot.words import Html, Words, cleaned, joined, unmarked
from conversations.limits import Block
from conversations.overview import Found
from conversations.submission import Submission, missing, status

LONGEST_TITLE = 100


@dataclass(frozen=True, slots=True)
class Result:
    """One result: what the list shows in plain text, and the message it becomes."""

    id: str
    title: str
    description: str
    text: Html


def results(view: View, words: Words) -> tuple[Result, ...]:
    """The offices that `view.desk` found for a query."""
    found = view.desk.found if view.desk else Found()
    return tuple(_result(each, found.alike, view, words) for each in found.submissions)


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
