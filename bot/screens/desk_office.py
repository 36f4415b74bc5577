"""The card of one office on a desk: everything about it, and what this desk may decide."""

from bot.screens.office import (
    office_parts,
    settled_lines,
    stands,
    unfit_lines,
)
from bot.screens.parts import (
    GAP,
    Card,
    Part,
    Row,
    back,
    button,
    whereabouts,
)
from bot.screens.privacy import erase_button
from bot.screens.team import difference_parts, team_parts
from bot.screens.view import View
from bot.words import Html, Words, joined
from conversations.access import Role
from conversations.events import Action
from conversations.limits import Block
from conversations.office_search import namesakes
from conversations.submission import (
    Decider,
    Request,
    Stage,
    Submission,
)
from conversations.talk import ConfirmingErasure, Erasable
from conversations.team import Rule


def viewing(view: View, role: Role, words: Words) -> Card:
    """The card of `ViewingOffice`: everything about one office, and what this desk may decide."""
    submission = view.submission
    if submission is None:
        return Card((words("viewing-gone"),), (back(words),))
    office = submission.office
    head = "viewing-head-joined" if office.head_registered else "viewing-head-absent"
    where = whereabouts(office, words) if office.name in namesakes(view.desk) else []
    parts: list[Part] = [
        *office_parts(office, words),
        *([joined(where, ", ")] if where else []),
        words(head),
        *([words("viewing-left-out")] if office.gone else []),
        GAP,
        *stands(view, submission, words),
    ]
    if submission.request is not None and not office.closed:
        parts += [GAP, _request(submission.request, submission, words)]
    parts += [GAP, *_returned(submission, words), *_team(submission, words)]
    return Card(tuple(parts), (*_decisions(submission, role, words), back(words)))


def _returned(submission: Submission, words: Words) -> list[Part]:
    returned = submission.returned
    if submission.stage is not Stage.RETURNED or returned is None:
        return []
    if returned.by is Decider.LIMIT:
        exceeded = unfit_lines(submission.team, submission, words)
        return [words("viewing-returned-by-limit"), *exceeded, GAP]
    return [words("viewing-returned", comment=returned.comment), GAP]


def _team(submission: Submission, words: Words) -> list[Part]:
    office, approval = submission.office, submission.approval
    if approval is None:
        heading = [] if submission.stage is Stage.SUBMITTED else [words("viewing-draft")]
        return [*heading, *team_parts(submission.team, office, words)]
    parts: list[Part] = [
        words("viewing-counted"),
        *settled_lines(submission, words),
        *team_parts(approval.team, office, words),
    ]
    if submission.amending:
        parts += [GAP, words("viewing-pending"), *difference_parts(submission, words)]
    return parts


def _request(request: Request, submission: Submission, words: Words) -> Html:
    if request.rule in {Rule.R4, Rule.R6}:
        block = Block.STEERING if request.rule is Rule.R4 else Block.EDITORIAL
        limit = submission.office.limit(block)
        return words(
            f"request-{request.rule}-card",
            limit=words("request-unlimited") if limit is None else limit,
            wanted=request.wanted,
            reason=request.reason,
        )
    rule = Rule.R2A if request.rule is Rule.R2A else Rule.R2B
    return words(f"request-{rule}-card", reason=request.reason)


def _decisions(submission: Submission, role: Role, words: Words) -> list[Row]:
    office, rows = submission.office, list[Row]()
    this = str(office.id)
    if role is Role.ADVISOR:
        settled = submission.stage is Stage.SETTLED and submission.approval is not None
        if office.closed:
            return rows
        if settled and submission.approval is not None and not submission.approval.accepted:
            rows.append((button(words, "accept", Action.ACCEPT, this, "success"),))
        if settled or submission.stage is Stage.SUBMITTED:
            rows.append((button(words, "return", Action.RETURN, this),))
        return rows
    if submission.request is not None and not office.closed:
        rows.append(
            (
                button(words, "grant", Action.GRANT, this, "success"),
                button(words, "refuse", Action.REFUSE, this, "danger"),
            )
        )
    if not office.closed:
        rows.append(
            (
                button(words, "invite-head", Action.INVITE, f"h{office.id}"),
                button(words, "invite-secretary", Action.INVITE, f"s{office.id}"),
            )
        )
    closing = ("reopen", Action.REOPEN) if office.closed else ("close", Action.CLOSE)
    erasing = erase_button(words, "erase-data", ConfirmingErasure(Erasable.PERSON, office.id))
    return [*rows, (button(words, *closing, this), erasing)]
