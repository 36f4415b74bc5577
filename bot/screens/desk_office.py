"""The card of one office on a desk: everything about it, and what this desk may decide."""

from bot.screens import papers
from bot.screens.attendance import attendance_lines
from bot.screens.office import (
    about_line,
    entered_lines,
    office_parts,
    settled_lines,
    stands,
    unfit_lines,
    word_lines,
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
from bot.screens.standing_in import stand_in_lines
from bot.screens.team import NAMED_REQUESTS, difference_parts, team_parts
from bot.screens.view import Button, View
from bot.words import Html, Words, joined
from conversations.access import Role, advisor_code
from conversations.enrolment import awaits_basis
from conversations.events import Action
from conversations.limits import Block
from conversations.places.office import ViewingOffice
from conversations.submission import (
    Decider,
    Request,
    Side,
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
    where = whereabouts(office, words) if view.alike else []
    parts: list[Part] = [
        *office_parts(office, words),
        *([joined(where, ", ")] if where else []),
        words(head),
        *([words("viewing-secretary-joined")] if Role.SECRETARY in view.joined else []),
        *stand_in_lines(view.stand_ins, words),
        *attendance_lines(submission, words),
        *([words("viewing-left-out")] if office.gone else []),
        GAP,
        *stands(view, submission, words),
    ]
    if submission.request is not None and not office.closed:
        parts += [GAP, _request(submission.request, submission, words)]
    parts += word_lines(submission, words)
    parts += [GAP, *_returned(submission, words), *_team(submission, words)]
    parts += papers.told(view.filed, words)
    parts += entered_lines(submission, words)
    past = button(words, "history", Action.HISTORY, str(office.id))
    documents = papers.on_office(view, submission, words)
    if role is Role.ADVISOR:
        decisions = _advisors(submission, words)
        return Card(tuple(parts), (*decisions, *documents, (past, *back(words))))
    place = view.talk.place
    if isinstance(place, ViewingOffice) and place.page:
        return Card(tuple(parts), (*_seldom(view, submission, words), (past, *back(words))))
    more = button(words, "more", Action.PAGE, "1")
    decisions = _coordinators(view, submission, words)
    return Card(tuple(parts), (*decisions, *documents, (more, *back(words))))


def _returned(submission: Submission, words: Words) -> list[Part]:
    returned = submission.returned
    if submission.stage is not Stage.RETURNED or returned is None:
        return []
    if returned.by is Decider.LIMIT:
        exceeded = unfit_lines(submission.team, submission, words)
        return [words("viewing-returned-by-limit"), *exceeded, GAP]
    said = words("viewing-returned", comment=returned.comment)
    return [said, *about_line(returned.about, submission, words), GAP]


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
    if request.rule in NAMED_REQUESTS:
        return words(f"request-{request.rule}-card", count=request.count, reason=request.reason)
    rule = Rule.R2A if request.rule is Rule.R2A else Rule.R2B
    return words(f"request-{rule}-card", reason=request.reason)


def _write(submission: Submission, words: Words) -> Button:
    asked = submission.word is not None and submission.word.by is Side.OFFICE
    key = "answer" if asked else "write"
    return button(words, key, Action.COMMENT, str(submission.office.id))


def _advisors(submission: Submission, words: Words) -> list[Row]:
    """What an Advisor may decide."""
    office, this, rows = submission.office, str(submission.office.id), list[Row]()
    write = (_write(submission, words),)
    if office.closed:
        return [write]
    settled = submission.stage is Stage.SETTLED and submission.approval is not None
    if settled and submission.approval is not None and not submission.approval.accepted:
        rows.append((button(words, "accept", Action.ACCEPT, this, "success"),))
    if settled or submission.stage is Stage.SUBMITTED:
        rows.append((button(words, "return", Action.RETURN, this),))
    return [*rows, write]


def _coordinators(view: View, submission: Submission, words: Words) -> list[Row]:
    """What moves an office on: its plea, whoever is not in yet, a list to be entered, a word."""
    office, this, rows = submission.office, str(submission.office.id), list[Row]()
    if office.closed:
        return [(button(words, "reopen", Action.REOPEN, this),), (_write(submission, words),)]
    if submission.request is not None:
        rows.append(
            (
                button(words, "grant", Action.GRANT, this, "success"),
                button(words, "refuse", Action.REFUSE, this, "danger"),
            )
        )
    inviting = [
        button(words, key, Action.INVITE, whom)
        for key, whom, is_in in (
            ("invite-head", f"h{this}", office.head_registered),
            ("invite-secretary", f"s{this}", Role.SECRETARY in view.joined),
        )
        if not is_in
    ]
    rows += [tuple(inviting)] if inviting else []
    if submission.editable or awaits_basis(submission):
        rows.append((button(words, "enter", Action.ENTER, this),))
    return [*rows, (_write(submission, words),)]


def _seldom(view: View, submission: Submission, words: Words) -> list[Row]:
    """What is done once for an office, or never: the second page."""
    office, this, rows = submission.office, str(submission.office.id), list[Row]()
    if not office.closed and Role.SECRETARY in view.joined:
        rows.append((button(words, "invite-one-more", Action.INVITE, f"s{office.id}"),))
    if not office.closed and office.head_registered:
        rows.append((button(words, "invite-head", Action.INVITE, f"h{office.id}"),))
    if office.advisor is not None:
        named = (each.substitute for each in view.stand_ins if each.advisor == office.advisor)
        ends = (f"{this}/{advisor_code(each)}" for each in named)
        rows.append(
            (
                button(words, "stand-in", Action.STAND_IN, this),
                *(button(words, "stand-in-end", Action.STAND_IN_END, each) for each in ends),
            )
        )
    if submission.approval is not None:
        rows.append((button(words, "attendance", Action.ATTENDANCE, this),))
    if not office.closed:
        rows.append((button(words, "close", Action.CLOSE, this),))
    erasing = erase_button(words, "erase-data", ConfirmingErasure(Erasable.PERSON, office.id))
    return [*rows, (erasing,)]
