"""Step 3: who edits."""

from bot.screens.parts import (
    GAP,
    Card,
    Listing,
    Part,
    back,
    button,
    member_line,
    name_of,
    named,
    numbered,
    size_line,
)
from bot.screens.sizes import asking, size_means
from bot.screens.view import Button
from bot.words import Words
from conversations.events import Action
from conversations.limits import Block
from conversations.people import Person
from conversations.submission import Submission
from conversations.team import Member, Seat

ONE_COLUMN = 12
"""Up to so many editors each has a row of their own; more stand in pairs."""


def picking(submission: Submission, words: Words) -> Card:
    """The card of `PickingEditors`."""
    team, office = submission.team, submission.office
    seats, count = office.seats(Block.EDITORIAL), len(team.editorial)
    asked = words(asking("step-3-ask", Block.EDITORIAL, office), count=seats)
    entries = [
        member_line(
            member, words, *([words("mark-chosen")] if member.seat is Seat.EDITORIAL else [])
        )
        for member in team.steering
    ]
    size_now = size_line(Block.EDITORIAL, count, office, words)
    means = size_means(Block.EDITORIAL, count, submission, words)
    parts: list[Part] = [
        words("step-3"),
        asked,
        words("step-3-numbers"),
        GAP,
        Listing(numbered(entries, words)),
        GAP,
        words("step-3-chosen", size=size_now),
        *(means if count else [words("step-3-none")]),
    ]
    known = team.plenipotentiary
    if known is not None and known.seat is Seat.STEERING and count < seats:
        parts.append(words("reason-R3A"))
    toggles = [_toggle(number, member) for number, member in enumerate(team.steering, 1)]
    across = 1 if len(toggles) <= ONE_COLUMN else 2
    rows = [tuple(toggles[at : at + across]) for at in range(0, len(toggles), across)]
    done = (button(words, "done", Action.DONE, style="success"),)
    return Card(tuple(parts), (*rows, done, back(words)))


def _toggle(number: int, member: Member) -> Button:
    chosen = member.seat is Seat.EDITORIAL
    label = f"{'☑' if chosen else '☐'} {number}. {member.person.full_name}"
    return named(label, Action.UNPICK if chosen else Action.PICK, str(member.id))


def adding_outsider(people: tuple[Person, ...], submission: Submission, words: Words) -> Card:
    """The card of `AddingOutsider`."""
    steering = len(submission.team.steering)
    size_now = size_line(Block.STEERING, steering, submission.office, words)
    parts: list[Part] = [
        words("step-3"),
        words("outsider", name=name_of(people[0])),
        words("outsider-in-group", size=size_now),
    ]
    if len(people) > 1:
        parts.append(words("outsiders-left", count=len(people) - 1))
    rows = (
        (button(words, "add-outsider", Action.ADD_OUTSIDER, f"/{len(people)}", "primary"),),
        (button(words, "skip", Action.SKIP, f"/{len(people)}"),),
        back(words),
    )
    return Card(tuple(parts), rows)
