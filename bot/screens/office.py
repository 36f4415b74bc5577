"""The office's own card: where the submission stands and what its people can do next."""

from dataclasses import replace
from datetime import date, datetime
from typing import assert_never

from bot import clock
from bot.screens import papers
from bot.screens.parts import (
    GAP,
    Card,
    Part,
    Row,
    button,
    name_of,
    office_name,
    size_line,
    source,
)
from bot.screens.privacy import erase_button
from bot.screens.team import basis_line, difference_parts, request_line, team_parts
from bot.screens.view import Button, View
from bot.words import Html, Words, cleaned
from conversations.access import Role
from conversations.events import Action
from conversations.limits import Block, Size
from conversations.practice import Wish, role_in_practice
from conversations.rules import open_findings
from conversations.submission import (
    Decider,
    Missing,
    Office,
    Side,
    Stage,
    Status,
    Submission,
    misses_exact,
    missing,
    status,
)
from conversations.talk import ConfirmingErasure, Erasable
from conversations.team import Team


def home(view: View, submission: Submission, role: Role, words: Words) -> Card:
    """The first card of a head or a secretary."""
    if submission.stage is Stage.SUBMITTED and role is Role.HEAD and not submission.office.closed:
        return _approval(view, submission, words)
    parts = [*office_parts(submission.office, words), GAP, *stands(view, submission, words), GAP]
    parts += [*_next(submission, role, words), *papers.told(view.filed, words)]
    parts += [*entered_lines(submission, words), *word_lines(submission, words)]
    return Card(tuple(parts), _rows(view, submission, role, words))


def status_card(view: View, submission: Submission, words: Words) -> Card:
    """The answer to `/stan` for an office: the same facts without the decisions."""
    parts = [*office_parts(submission.office, words), GAP, *stands(view, submission, words), GAP]
    role = view.talk.grant.role if view.talk.grant else Role.SECRETARY
    return Card((*parts, *_next(submission, role, words)))


def office_parts(office: Office, words: Words) -> list[Part]:
    """Who the office is: head, advisor, limits."""
    name = "office-practice" if office.practice else "office"
    parts: list[Part] = [words(name, office=office_name(office))]
    if office.head_title:
        parts.append(words("office-head", title=cleaned(office.head_title, 60)))
    parts.append(
        words("office-advisor", advisor=cleaned(office.advisor, 60))
        if office.advisor
        else words("office-no-advisor")
    )
    return [*parts, *(block_line(block, office, words) for block in Block)]


def block_line(block: Block, office: Office, words: Words) -> Html:
    """How many people an office may send to a block."""
    seats = office.seats(block)
    if seats == 0:
        return words("office-block-none", block=block.value)
    key = "office-block-exact" if office.exactly(block) else "office-block"
    if office.limit(block) is None:
        key = "office-block-unknown"
    return words(key, block=block.value, count=seats)


def stands(view: View, submission: Submission, words: Words) -> list[Part]:
    """The status in words, the three items of point 8, the deadline."""
    parts: list[Part] = [words("office-status", status=status_name(status(submission), words))]
    if submission.amending:
        parts.append(words("office-amending"))
    shown = submission.team if submission.amending else submission.counted
    parts += items(shown, submission, words)
    due = deadline_line(view, words)
    return [*parts, due] if due else parts


def status_name(stands_at: Status, words: Words) -> Html:
    """A status as the offices call it."""
    return words(f"status-{stands_at.name.lower().replace('_', '-')}")


def items(team: Team, submission: Submission, words: Words) -> list[Part]:
    """The three items: what is there, what is missing."""
    lacking, office = missing(submission), submission.office
    member = team.plenipotentiary
    parts: list[Part] = [
        words("item-plenipotentiary", name=name_of(member.person))
        if member
        else words("item-plenipotentiary-missing")
    ]
    for block, people, item in (
        (Block.STEERING, team.steering, Missing.STEERING),
        (Block.EDITORIAL, team.editorial, Missing.EDITORIAL),
    ):
        if not office.seats(block):
            continue
        # Of a closed list that nobody began nothing is asked for; nobody is no full block yet.
        incomplete = item in lacking or not people
        key = _item_key(len(people), office.seats(block)) if incomplete else "item-block"
        parts.append(
            words(
                key,
                what=words(f"what-{item}"),
                size=size_line(block, len(people), office, words),
            )
        )
    return parts


def _item_key(count: int, seats: int) -> str:
    """What is wrong with a block that is not complete: nobody, too few or too many."""
    if count == 0:
        return "item-block-missing"
    return "item-block-over" if count > seats else "item-block-short"


def deadline_line(view: View, words: Words) -> Html | None:
    """The deadline with the days left, if the coordinator has set one."""
    due = deadline(view)
    if due is None:
        return None
    return words("deadline-line", date=words.date(due), days=days_left(due, view.now, words))


def deadline_answer(view: View, words: Words) -> Html:
    """The deadline as a sentence of its own, also where none is set."""
    due = deadline(view)
    if due is None:
        return words("deadline-unset")
    return words("deadline-set", date=words.date(due), days=days_left(due, view.now, words))


def deadline(view: View) -> date | None:
    """The day that the coordinator has set."""
    stored = view.settings.get("deadline")
    return date.fromisoformat(stored) if stored else None


def days_to(due: date, now: datetime) -> int:
    """Days until a day by the calendar of the offices; below 0 once it has passed."""
    return (due - now.astimezone(clock.zone()).date()).days


def days_left(due: date, now: datetime, words: Words) -> Html:
    """„za 5 dni”, „jutro”, „po terminie o 2 dni”, by the calendar of the offices."""
    left = days_to(due, now)
    return words("days-ahead", count=left) if left >= 0 else words("days-overdue", count=-left)


def _approval(view: View, submission: Submission, words: Words) -> Card:
    """The head's card of a submission that waits: everything, then the decision."""
    parts: list[Part] = [
        words("home-approve"),
        words("office", office=office_name(submission.office)),
        GAP,
        *team_parts(submission.team, submission.office, words),
    ]
    if submission.amending:
        parts += difference_parts(submission, words)
    parts += word_lines(submission, words)
    parts += [GAP, words("home-approve-question")]
    rows = (
        (
            button(words, "approve", Action.APPROVE, style="success"),
            button(words, "return", Action.RETURN),
        ),
        (button(words, "take-back", Action.TAKE_BACK),),
        *_played(view, submission, Role.HEAD, words),
        *_last_rows(view, submission, Role.HEAD, words),
    )
    return Card(tuple(parts), rows)


def _next(submission: Submission, role: Role, words: Words) -> list[Part]:
    """What happens or is to be done next."""
    if submission.office.closed:
        return [words("home-closed")]
    match submission.stage:
        case Stage.EMPTY:
            parts: list[Part] = [words("home-not-started")]
            if role is Role.HEAD and not submission.office.practice:
                parts.append(words("home-invite-secretary"))
            return parts
        case Stage.DRAFTING:
            return _drafting(submission, words)
        case Stage.SUBMITTED:
            registered = submission.office.head_registered
            key = "home-waits-for-head" if registered else "home-waits-without-head"
            if submission.office.practice:
                key = "practice-waits"
            return [words("home-approve" if role is Role.HEAD else key)]
        case Stage.RETURNED:
            return returned_lines(submission, words)
        case Stage.SETTLED:
            return settled_lines(submission, words)
        case _:
            assert_never(submission.stage)


def _drafting(submission: Submission, words: Words) -> list[Part]:
    asked = submission.request
    parts: list[Part] = [request_line(asked, words)] if asked else []
    unanswered = open_findings(submission.team, submission.office)
    rules = [finding.rule for finding in unanswered if not asked or finding.rule is not asked.rule]
    if rules:
        parts.append(words("home-drafting", open=words(f"open-{rules[0]}")))
    elif not unanswered:
        parts.append(words("home-ready"))
    return parts + (difference_parts(submission, words) if submission.amending else [])


def returned_lines(submission: Submission, words: Words) -> list[Part]:
    """Who returned it and why."""
    returned = submission.returned
    if returned is None:
        return []
    if returned.by is Decider.LIMIT:
        return [
            words("home-returned-by-limit"),
            *unfit_lines(submission.team, submission, words),
        ]
    by = {Decider.ADVISOR: "advisor", Decider.COORDINATOR: "coordinator"}.get(returned.by, "head")
    said = words(f"home-returned-by-{by}", comment=returned.comment)
    return [said, *about_line(returned.about, submission, words)]


def about_line(about: int | None, submission: Submission, words: Words) -> list[Part]:
    """Whom a comment points at, while they are on the list."""
    member = submission.team.member(about) if about is not None else None
    return [words("word-about", person=name_of(member.person))] if member else []


def word_lines(submission: Submission, words: Words) -> list[Part]:
    """The last word of the office or of whoever looks after it, until it is answered."""
    word = submission.word
    if word is None:
        return []
    said = words(f"word-of-{word.by}", text=word.text)
    return [GAP, said, *about_line(word.about, submission, words)]


def entered_lines(submission: Submission, words: Words) -> list[Part]:
    """That the coordinator wrote the list for the office, and on what basis."""
    if not submission.entered:
        return []
    basis = submission.team.basis
    if basis is None or not basis.decides:
        return [words("entered")]
    return [words("entered-on-basis", basis=basis_line(basis, words))]


def unfit_lines(team: Team, submission: Submission, words: Words) -> list[Html]:
    """By how many a team exceeds each limit, or which block is empty, with the source of it."""
    lines: list[Html] = []
    for block, people in ((Block.STEERING, team.steering), (Block.EDITORIAL, team.editorial)):
        verdict = submission.office.size(block, len(people))
        column = source(block, submission.office, words)
        if verdict.size is Size.OVER:
            lines.append(
                words("limit-exceeded", block=block.value, count=verdict.by, column=column)
            )
        elif misses_exact(block, team, submission.office):
            lines.append(words("limit-missed", block=block.value, count=verdict.by, column=column))
        elif verdict.size is Size.EMPTY:
            lines.append(words("limit-opened", block=block.value, column=column))
    return lines


def settled_lines(submission: Submission, words: Words) -> list[Part]:
    """When and on what basis the team was approved, and whether it still fits."""
    approval = submission.approval
    if approval is None:
        return []
    if status(submission) is Status.TO_COMPLETE:
        exceeded = unfit_lines(approval.team, submission, words)
        return [words("home-to-complete"), *exceeded]
    moment = words.moment(approval.at)
    if approval.accepted:
        return [words("home-accepted", moment=moment)]
    if approval.by is Decider.BASIS and approval.basis is not None:
        basis = basis_line(approval.basis, words)
        return [words("home-approved-by-basis", moment=moment, basis=basis)]
    if approval.by is Decider.SUBSTITUTE:
        return [words("home-approved-by-substitute", moment=moment)]
    return [words("home-approved", moment=moment, advised=advised(submission.office))]


def advised(office: Office) -> str:
    """Whether there is an Advisor to be told, as the sentences ask: „yes” or „no”."""
    return "yes" if office.advisor else "no"


def _rows(view: View, submission: Submission, role: Role, words: Words) -> tuple[Row, ...]:
    """The next action first."""
    played = _played(view, submission, role, words)
    last = _last_rows(view, submission, role, words)
    if submission.office.closed:
        return last
    rows: list[Row] = []
    match submission.stage:
        case Stage.EMPTY:
            rows = [(button(words, "start", Action.CONTINUE, style="primary"),)]
        case Stage.DRAFTING:
            rows = [
                (
                    button(words, "continue", Action.CONTINUE, style="primary"),
                    button(words, "summary", Action.EDIT),
                )
            ]
            if submission.amending:
                rows.append((button(words, "discard", Action.DISCARD, style="danger"),))
        case Stage.SUBMITTED:
            if not submission.office.head_registered:
                rows.append((button(words, "basis", Action.EDIT_BASIS, style="primary"),))
            rows += played
            rows.append((button(words, "take-back", Action.TAKE_BACK),))
            return (*rows, *last)
        case Stage.RETURNED:
            rows = [(button(words, "fix", Action.EDIT, style="primary"),)]
        case Stage.SETTLED:
            rows = [(button(words, "amend", Action.AMEND),)]
        case _:
            assert_never(submission.stage)
    return (*rows, *played, *last)


def _played(view: View, submission: Submission, role: Role, words: Words) -> list[Row]:
    """In practice: the other role of the office, which the same person plays."""
    other = Role.SECRETARY if role is Role.HEAD else Role.HEAD
    grant = role_in_practice(view.grants, other)
    if not submission.office.practice or grant is None:
        return []
    waits = submission.stage is Stage.SUBMITTED and other is Role.HEAD
    style = "primary" if waits else None
    key = "practice-as-head" if other is Role.HEAD else "practice-as-secretary"
    drawn = button(words, key, Action.SWITCH, style=style)
    return [(replace(drawn, grant=grant.id),)]


def _last_rows(view: View, submission: Submission, role: Role, words: Words) -> tuple[Row, ...]:
    rows = papers.on_office(view, submission, words)
    if submission.office.practice:
        again = button(words, "practice-again", Action.PRACTICE, Wish.AGAIN)
        end = button(words, "practice-end", Action.PRACTICE, Wish.END)
        return (*rows, (again, end), home_row(view, words))
    if submission.office.advisor is not None:
        waits = submission.word is not None and submission.word.by is not Side.OFFICE
        key = "answer-advisor" if waits else "ask-advisor"
        rows.append((button(words, key, Action.ASK_ADVISOR),))
    people: list[Button] = []
    prepared = Role.SECRETARY in view.joined
    if role is Role.HEAD and not submission.office.closed and not prepared:
        people.append(button(words, "invite-secretary", Action.INVITE))
    grant = view.talk.grant
    full = role is Role.HEAD and grant is not None and not grant.substitute
    if full:
        people.append(button(words, "office-access", Action.ACCESS))
    if people:
        rows.append(tuple(people))
    if full and submission.stage not in {Stage.EMPTY, Stage.SETTLED}:
        draft = ConfirmingErasure(Erasable.DRAFT, submission.office.id)
        rows.append((erase_button(words, "erase-draft", draft),))
    if submission.editable:
        rows.append(practice_row(words))
    return (*rows, home_row(view, words))


def practice_row(words: Words) -> Row:
    """The way to an office for practice."""
    return (button(words, "practice", Action.PRACTICE, Wish.BEGIN),)


def home_row(view: View, words: Words) -> Row:
    """What every first card ends with: help, and another role where there are several."""
    row = [button(words, "help", Action.TOPIC, "help")]
    if len(view.grants) > 1:
        row.append(button(words, "switch-role", Action.SWITCH_ROLE))
    return tuple(row)
