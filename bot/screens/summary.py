"""The summary before sending: everything, what is open, what is next; every item a tap away."""

from bot.screens import papers
from bot.screens.office import advised, returned_lines
from bot.screens.parts import GAP, Card, Listing, Part, Row, bullets, button, office_name
from bot.screens.team import basis_line, difference_parts, request_line, team_parts
from bot.words import Html, Words
from conversations.access import Role
from conversations.events import Action
from conversations.limits import Block
from conversations.rules import open_findings
from conversations.submission import Stage, Submission
from conversations.team import Seat


def summary(submission: Submission, role: Role, words: Words) -> Card:
    """The card of `Summary`."""
    team, office = submission.team, submission.office
    unanswered = open_findings(team, office)
    asked = submission.request.rule if submission.request else None
    answerable = [finding for finding in unanswered if finding.rule is not asked]
    parts: list[Part] = []
    if submission.stage is Stage.RETURNED:
        parts += [*returned_lines(submission, words), GAP]
    parts.append(words("summary", office=office_name(office)))
    parts += [*team_parts(team, office, words)]
    if submission.amending:
        parts += difference_parts(submission, words)
    parts.append(GAP)
    if submission.request:
        parts.append(request_line(submission.request, words))
    if answerable:
        opened = bullets((words(f"open-{finding.rule}") for finding in answerable), words)
        parts += [words("summary-open"), Listing(opened, "more-rows")]
    elif unanswered:
        parts.append(words("summary-waits"))
    else:
        parts += [_next(submission, role, words), words("summary-send")]
    return Card(
        tuple(parts), _rows(submission, words, can_go_on=bool(answerable), can_send=not unanswered)
    )


def _next(submission: Submission, role: Role, words: Words) -> Html:
    """What sending will do (product.md 6)."""
    basis, told = submission.team.basis, advised(submission.office)
    if role is Role.HEAD:
        return words("summary-then-head", advised=told)
    if submission.office.head_registered:
        return words("summary-then-approval", advised=told)
    if basis is not None and basis.decides:
        return words("summary-then-basis", basis=basis_line(basis, words))
    return words("summary-then-waits")


def _rows(
    submission: Submission, words: Words, *, can_go_on: bool, can_send: bool
) -> tuple[Row, ...]:
    rows: list[Row] = []
    if can_send:
        rows.append((button(words, "send", Action.SEND, style="success"),))
    if can_go_on:
        rows.append((button(words, "continue", Action.CONTINUE, style="primary"),))
    member = submission.team.plenipotentiary
    in_block_i = submission.office.seats(Block.STEERING)
    if member is not None and member.seat is Seat.OUTSIDE and in_block_i:
        rows.append((button(words, "join", Action.JOIN, "R3"),))
    rows += [
        (
            button(words, "plenipotentiary", Action.EDIT_PLENIPOTENTIARY),
            button(words, "steering", Action.EDIT_STEERING),
        ),
        (
            button(words, "editorial", Action.EDIT_EDITORIAL),
            button(words, "basis", Action.EDIT_BASIS),
        ),
        *papers.on_summary(submission, words),
        (button(words, "back-to-editing", Action.BACK),),
    ]
    return tuple(rows)
