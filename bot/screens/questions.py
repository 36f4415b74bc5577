"""The cards on which a rule asks: to confirm, to explain, to plead with the coordinator."""

from bot.screens.parts import (
    GAP,
    Card,
    Listing,
    Part,
    Row,
    back,
    bullets,
    button,
    member_line,
    name_of,
    numbered,
    size_line,
    source,
)
from bot.screens.view import Button
from bot.words import Html, Words
from conversations.events import Action
from conversations.limits import Block
from conversations.people import Person
from conversations.places.enrolment import Answering, Explaining, RefusedPlenipotentiary, Requesting
from conversations.positions import PositionClass
from conversations.rules import MANAGERIAL, find
from conversations.submission import Submission, unschooled
from conversations.team import Member, Rule

STEP_OF = {
    Rule.R1: 1,
    Rule.R1_BASIS: 1,
    Rule.R2: 1,
    Rule.R2A: 1,
    Rule.R2B: 1,
    Rule.R3: 1,
    Rule.R3A: 3,
    Rule.R4: 2,
    Rule.R4_EMPTY: 2,
    Rule.R4A: 2,
    Rule.R4_FREE: 2,
    Rule.R6: 3,
    Rule.R6_EMPTY: 3,
    Rule.R6A: 3,
    Rule.R6_FREE: 3,
    Rule.R8: 2,
    Rule.R4_EXACT: 2,
    Rule.R6_EXACT: 3,
    Rule.R11: 3,
}
SMALL_OFFICE = 6
"""Up to this limit of block I the remark on positions is one line (domain.md §3.4, note)."""

_NOT_A_MANAGER = {
    PositionClass.OUTSIDE: "ask-R8-outside",
    PositionClass.UNKNOWN: "ask-R8-unknown",
}


def answering(place: Answering, submission: Submission, words: Words) -> Card:
    """The card of `Answering`: what the rule says, and its answers as buttons."""
    rule = place.rule
    match rule:
        case Rule.R2:
            parts, rows = _management(submission, words)
        case Rule.R2A | Rule.R2B:
            person = _plenipotentiary(submission)
            parts, rows = [*_refused(rule, person, words)], [_waiver(rule, words)]
        case Rule.R3:
            parts, rows = (
                [words("ask-R3", name=name_of(_plenipotentiary(submission)))],
                [
                    (_button(words, "join", Action.JOIN, rule, "primary"),),
                    (_button(words, "stay-outside", Action.KEEP, rule),),
                ],
            )
        case Rule.R4_EXACT | Rule.R6_EXACT:
            parts, rows = _too_few(rule, submission, words)
        case Rule.R11:
            parts, rows = _unschooled(submission, words)
        case Rule.R4 | Rule.R6:
            parts, rows = _over(rule, submission, words)
        case Rule.R8:
            parts, rows = _not_managers(submission, words)
        case Rule.R4_FREE | Rule.R6_FREE:
            parts, rows = _free(rule, submission, words)
        case _:
            parts = [words("ask-other", reason=words(f"reason-{rule}"))]
            rows = [(_button(words, "change", Action.CHANGE, rule),)]
    return _card(rule, parts, (*rows, _last_row(words)), words)


def explaining(place: Explaining, submission: Submission, words: Words) -> Card:
    """The card of `Explaining`: a reason in words is awaited."""
    rule, team = place.rule, submission.team
    rows: list[Row] = []
    match rule:
        case Rule.R2 | Rule.R3:
            text = words(f"explain-{rule}")
        case Rule.R4A:
            text = words("explain-R4A", count=len(team.steering))
            rows = [(_button(words, "add-people", Action.CHANGE, rule),)]
        case Rule.R6A:
            text = words("explain-R6A", count=len(team.editorial))
            rows = [(_button(words, "change", Action.CHANGE, rule),)]
        case _:
            text = words("explain-other", reason=words(f"reason-{rule}"))
    return _card(rule, [text], (*rows, _last_row(words)), words)


def requesting(place: Requesting, submission: Submission, words: Words) -> Card:
    """The card of `Requesting`: a reason for the coordinator is awaited."""
    rule = place.rule
    if rule in {Rule.R4, Rule.R6}:
        block, count = _block_of(rule), len(_people(rule, submission))
        text = words(
            f"request-{rule}",
            count=count,
            column=source(block, submission.office, words),
        )
    else:
        text = words("request-other", reason=words(f"reason-{rule}"))
    return _card(rule, [text], (_last_row(words),), words)


def refused(place: RefusedPlenipotentiary, words: Words) -> Card:
    """The card of `RefusedPlenipotentiary`: somebody else, or the coordinator's consent."""
    parts = _refused(place.rule, place.person, words)
    return _card(place.rule, parts, (_waiver(place.rule, words), _last_row(words)), words)


def _card(rule: Rule, parts: list[Part], rows: tuple[Row, ...], words: Words) -> Card:
    return Card((words(f"step-{STEP_OF[rule]}"), *parts), rows)


def _button(words: Words, key: str, action: Action, rule: Rule, style: str | None = None) -> Button:
    return button(words, key, action, rule.value, style)


def _last_row(words: Words) -> Row:
    """The way back, and the source that the rule cites."""
    return (*back(words), button(words, "info", Action.TOPIC, "info"))


def _plenipotentiary(submission: Submission) -> Person:
    member = submission.team.plenipotentiary
    return member.person if member else Person("–", "")


def _block_of(rule: Rule) -> Block:
    return Block.STEERING if STEP_OF[rule] == 2 else Block.EDITORIAL


def _people(rule: Rule, submission: Submission) -> tuple[Member, ...]:
    team = submission.team
    return team.steering if _block_of(rule) is Block.STEERING else team.editorial


def _waiver(rule: Rule, words: Words) -> Row:
    return (
        _button(words, "change", Action.CHANGE, rule),
        _button(words, "request-waiver", Action.REQUEST, rule),
    )


def _refused(rule: Rule, person: Person, words: Words) -> list[Part]:
    name = name_of(person)
    if rule is Rule.R2A:
        return [words("ask-R2A", name=name)]
    return [words("ask-R2B", name=name), words("ask-R2B-waiver")]


def _management(submission: Submission, words: Words) -> tuple[list[Part], list[Row]]:
    """R2: is this the management of the office?"""
    rule, person = Rule.R2, _plenipotentiary(submission)
    position = person.position or words("no-position")
    change = _button(words, "change", Action.CHANGE, rule)
    match person.position_class:
        case PositionClass.MANAGEMENT | PositionClass.MANAGERIAL:
            key, answers = "ask-R2-managerial", []
        case PositionClass.UNKNOWN:
            key, answers = "ask-R2-unknown", [_button(words, "no", Action.KEEP, rule)]
        case _:
            text = words("ask-R2-outside-management", position=position)
            keep = _button(words, "keep", Action.KEEP, rule)
            return [text], [(change, keep)]
    text = words(key, name=name_of(person), position=position)
    yes = _button(words, "yes", Action.CONFIRM, rule, "success")
    return [text], [(yes, *answers, change)]


def _over(rule: Rule, submission: Submission, words: Words) -> tuple[list[Part], list[Row]]:
    """R4, R6: more people than seats."""
    block, people = _block_of(rule), _people(rule, submission)
    office = submission.office
    verdict = office.size(block, len(people))
    text = words(
        f"ask-{rule}",
        count=verdict.by,
        column=source(block, office, words),
    )
    listed = Listing(numbered((member_line(member, words) for member in people), words))
    shorten = (
        button(words, "remove-people", Action.LIST_REMOVE)
        if block is Block.STEERING
        else button(words, "choose-again", Action.EDIT_EDITORIAL)
    )
    plea = _button(words, "request-limit", Action.REQUEST, rule)
    return [listed, GAP, size_line(block, len(people), office, words), text], [(shorten,), (plea,)]


def _too_few(rule: Rule, submission: Submission, words: Words) -> tuple[list[Part], list[Row]]:
    """R4_EXACT, R6_EXACT: fewer people than exactly so many (A1)."""
    block, people = _block_of(rule), _people(rule, submission)
    office = submission.office
    verdict = office.size(block, len(people))
    text = words(f"ask-{rule}", count=verdict.by, column=source(block, office, words))
    more = _button(words, "add-people", Action.CHANGE, rule, "primary")
    plea = _button(words, "request-waiver", Action.REQUEST, rule)
    return [size_line(block, len(people), office, words), text], [(more,), (plea,)]


def _unschooled(submission: Submission, words: Words) -> tuple[list[Part], list[Row]]:
    """R11: editors who did not take block I."""
    outside = unschooled(submission.team, submission.office)
    listed = Listing(bullets((member_line(member, words) for member in outside), words))
    parts: list[Part] = [words("ask-R11"), listed, GAP, words("ask-R11-question")]
    again = button(words, "choose-again", Action.EDIT_EDITORIAL, style="primary")
    return parts, [(again,), (_button(words, "request-waiver", Action.REQUEST, Rule.R11),)]


def _not_managers(submission: Submission, words: Words) -> tuple[list[Part], list[Row]]:
    """R8 and A18: one question about everybody outside managerial staff."""
    team, office = submission.team, submission.office
    finding = find(team, office, Rule.R8)
    about = finding.about if finding else ()
    outside = [member for member in team.steering if member.id in about]
    rows: list[Row] = [
        (
            _button(words, "yes", Action.CONFIRM, Rule.R8, "success"),
            _button(words, "change", Action.CHANGE, Rule.R8),
        )
    ]
    if office.seats(Block.STEERING) <= SMALL_OFFICE:
        # One line for all; who does not work at the office at all is still told apart.
        named = [member_line(member, words, *_outside(member, words)) for member in outside]
        return [words("ask-R8-collective", count=len(outside)), Listing(tuple(named))], rows
    entries = [member_line(member, words, *_why(member, words)) for member in outside]
    listed = Listing(bullets(entries, words))
    return [words("ask-R8-several"), listed, GAP, words("ask-R8-question")], rows


def _why(member: Member, words: Words) -> list[Html]:
    """Why a member is not taken for managerial staff, where the position does not say so itself."""
    person = member.person
    if person.position is None or person.position_class in MANAGERIAL:
        return []
    key = _NOT_A_MANAGER.get(person.position_class)
    return [words(key)] if key else []


def _outside(member: Member, words: Words) -> list[Html]:
    outside = member.person.position_class is PositionClass.OUTSIDE
    return [words("ask-R8-outside")] if outside else []


def _free(rule: Rule, submission: Submission, words: Words) -> tuple[list[Part], list[Row]]:
    """R4_FREE, R6_FREE: fewer people than seats is allowed, and asked about once."""
    block, people = _block_of(rule), _people(rule, submission)
    office = submission.office
    verdict = office.size(block, len(people))
    accusative = "people-accusative" if block is Block.STEERING else "people-nominative"
    text = words(
        f"ask-{rule}",
        people=words(accusative, count=len(people)),
        count=verdict.by,
        column=source(block, office, words),
    )
    yes = _button(words, "yes", Action.CONFIRM, rule, "success")
    return [text], [(yes, _button(words, "add-people", Action.CHANGE, rule))]
