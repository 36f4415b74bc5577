"""A whole team in words, as the summary, the approval card and the office's card show it."""

from collections.abc import Iterator

from bot.screens.parts import (
    GAP,
    LONGEST_NAME,
    Listing,
    Part,
    bullets,
    in_one_line,
    member_line,
    name_of,
    numbered,
    person_line,
    remarked,
)
from bot.words import Html, Words, cleaned, joined
from conversations.approval import difference
from conversations.limits import Block
from conversations.positions import PositionClass
from conversations.rules import findings
from conversations.submission import Office, Request, Submission
from conversations.team import Basis, BasisKind, Rule, Seat, Team

SEAT_KEYS = {
    Seat.OUTSIDE: "summary-outside",
    Seat.STEERING: "summary-in-block-i",
    Seat.EDITORIAL: "summary-in-both",
}
WHAT_KEYS = {Block.STEERING: "what-steering", Block.EDITORIAL: "what-editorial"}
BASIS_KEYS = {BasisKind.ORAL: "basis-oral", BasisKind.PROPOSAL: "basis-proposal"}
NAMED_REQUESTS = frozenset({Rule.R4, Rule.R6, Rule.R4_EXACT, Rule.R6_EXACT, Rule.R11})
"""Pleas that are not about the plenipotentiary."""
_NAMED_REMARKS = frozenset(
    {
        Rule.R2,
        Rule.R2A,
        Rule.R2B,
        Rule.R3,
        Rule.R4A,
        Rule.R4_FREE,
        Rule.R6A,
        Rule.R6_FREE,
        Rule.R8,
        Rule.R4_EXACT,
        Rule.R6_EXACT,
        Rule.R11,
    }
)


def team_parts(team: Team, office: Office, words: Words) -> list[Part]:
    """The three parts of a team with the basis of the decision and the remarks."""
    parts: list[Part] = [_plenipotentiary(team, words), *_basis(team, words), GAP]
    steering = tuple(member_line(member, words) for member in team.steering)
    parts += _block(Block.STEERING, "summary-steering", steering, office, words)
    editorial = tuple(words("name", name=name_of(member.person)) for member in team.editorial)
    parts += [GAP, *_block(Block.EDITORIAL, "summary-editorial", editorial, office, words)]
    remarks = remark_lines(team, office, words)
    if remarks:
        parts += [GAP, words("summary-remarks"), Listing(bullets(remarks, words), "more-rows")]
    return parts


def _plenipotentiary(team: Team, words: Words) -> Html:
    member = team.plenipotentiary
    if member is None:
        return words("summary-no-plenipotentiary")
    seat = words(SEAT_KEYS[member.seat])
    person = remarked(person_line(member.person, words), (seat,), words)
    return words("summary-plenipotentiary", person=person)


def _basis(team: Team, words: Words) -> list[Html]:
    if team.plenipotentiary is None:
        return []
    if team.basis is None:
        return [words("summary-no-basis")]
    return [words("summary-basis", basis=basis_line(team.basis, words))]


def basis_line(basis: Basis, words: Words) -> Html:
    """On what the choice rests: the order by number and date, or in words."""
    if basis.kind is BasisKind.ORDER and basis.dated is not None:
        date = words.date(basis.dated)
        return words("basis-order", number=cleaned(basis.number or "–", LONGEST_NAME), date=date)
    return words(BASIS_KEYS.get(basis.kind, "basis-order-unnumbered"))


def _block(
    block: Block, heading: str, lines: tuple[Html, ...], office: Office, words: Words
) -> list[Part]:
    seats = office.seats(block)
    if not lines and not seats:
        return [words("summary-not-in-block", what=words(WHAT_KEYS[block]))]
    title = words(heading, count=len(lines), seats=seats)
    if office.exactly(block):
        title = words("summary-exact", title=title, people=words("people-nominative", count=seats))
    return [title, Listing(numbered(lines, words)) if lines else words("summary-nobody")]


def remark_lines(team: Team, office: Office, words: Words) -> list[Html]:
    """What was confirmed although it is unusual, with the reason that was given."""
    lines = []
    for finding in findings(team, office):
        answer = next(
            (answer for answer in team.confirmations if finding.answered_by(answer)), None
        )
        if answer is None:
            continue
        if finding.rule in _NAMED_REMARKS:
            remark = words(f"remark-{finding.rule}", count=finding.count)
        else:
            remark = words(f"reason-{finding.rule}")
        if answer.reason:
            remark = words("remark-reasoned", remark=remark, reason=answer.reason)
        lines.append(remark)
    lines += _about_entries(team, words)
    if any(office.limit(block) is None for block in Block):
        lines.append(words("summary-limit-unconfirmed"))
    return lines


def _about_entries(team: Team, words: Words) -> Iterator[Html]:
    """What is left to the Advisor: questions that nobody answered, and borderline posts (R8)."""
    for member in team.members:
        about = [words(f"doubt-{code.lower().replace('_', '-')}") for code in member.doubts]
        borderline = member.person.position_class is PositionClass.BORDERLINE
        if borderline and member.seat is not Seat.OUTSIDE and not member.plenipotentiary:
            about.append(words("mark-borderline"))
        if about:
            entry = person_line(member.person, words)
            yield words("remark-entry", entry=entry, remarks=joined(about, "; "))


def difference_parts(submission: Submission, words: Words) -> list[Part]:
    """What an amendment changes; nothing when there is no approved team to compare with."""
    if submission.approval is None:
        return []
    return change_parts(submission.approval.team, submission.team, words)


def change_parts(before: Team, after: Team, words: Words) -> list[Part]:
    """What another team of the same office changes."""
    change = difference(before, after)
    if not change:
        return [GAP, words("difference-none")]
    lines: list[Html] = []
    if change.plenipotentiary:
        named, former = (_named(team) for team in (after, before))
        lines.append(words("difference-plenipotentiary", name=named, former=former))
    if change.basis:
        lines.append(words("difference-basis", basis=_based(after, words)))
    lines += [
        words(f"difference-{what}", people=in_one_line(people, words))
        for what, people in (
            ("joined", change.joined),
            ("left", change.left),
            ("editors-joined", change.editors_joined),
            ("editors-left", change.editors_left),
            ("corrected", change.corrected),
        )
        if people
    ]
    return [GAP, words("difference"), *lines]


def _named(team: Team) -> str:
    return name_of(team.plenipotentiary.person) if team.plenipotentiary else "–"


def _based(team: Team, words: Words) -> Html:
    return basis_line(team.basis, words) if team.basis else words("summary-nobody")


def request_line(request: Request, words: Words) -> Html:
    """That the office waits for the coordinator, and for what."""
    if request.rule in NAMED_REQUESTS:
        return words(f"request-waits-{request.rule}", wanted=request.wanted)
    return words("request-waits-other")
