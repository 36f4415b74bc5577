"""Documents on cards: what there is to ask for, and whether listed people were told (art. 14)."""

from bot.screens.parts import GAP, Card, Part, Row, button, office_name
from bot.screens.view import Button, Filed, View
from bot.words import Words
from conversations.access import OFFICE_ROLES, Role, may_have
from conversations.events import Action
from conversations.papers import OF_DESK, OF_OFFICE, Paper, Wanted
from conversations.paperwork import unavailable
from conversations.settings import Programme
from conversations.submission import Submission
from conversations.talk import Topic


def documents(view: View, words: Words) -> Card:
    """What there is about the office on the card below, each a tap away."""
    grant, submission = view.talk.grant, view.submission
    if grant is None or submission is None:
        return Card((words("documents-no-office"),))
    programme = Programme.of(view.settings)
    versions = view.filed.versions if view.filed else ()
    there = [
        paper
        for paper in OF_OFFICE
        if may_have(grant.role, Wanted(paper, submission.office.id))
        and unavailable(paper, submission, versions, programme) is None
    ]
    parts: list[Part] = [words("documents", office=office_name(submission.office)), GAP]
    parts += [words(f"document-{paper}") for paper in there] or [words("documents-none")]
    if submission.approval is None and there:
        parts += [GAP, words("documents-of-draft")]
    rows = tuple((_asking(Wanted(paper, submission.office.id), words),) for paper in there)
    return Card(tuple(parts), rows)


def export(view: View, words: Words) -> Card:
    """What there is about every office of a desk; an office has its own documents."""
    grant = view.talk.grant
    if grant is None or grant.role in OFFICE_ROLES:
        return documents(view, words)
    if view.desk is None or not view.desk.overview.count:
        return Card((words("export-nothing"),))
    programme = Programme.of(view.settings)
    there = [
        paper
        for paper in OF_DESK
        if may_have(grant.role, Wanted(paper)) and unavailable(paper, None, (), programme) is None
    ]
    parts = (words("export-ask"), GAP, *(words(f"document-{paper}") for paper in there))
    return Card(parts, tuple((_asking(Wanted(paper), words),) for paper in there))


def on_office(view: View, submission: Submission, words: Words) -> list[Row]:
    """The rows of an approved office's card: the order, everything else, and the tick."""
    if submission.approval is None:
        return []
    this = Wanted(Paper.ORDER, submission.office.id)
    rows: list[Row] = [(_asking(this, words), all_documents(words))]
    grant = view.talk.grant
    if view.filed and view.filed.uninformed and grant and grant.role in OFFICE_ROLES:
        rows.append((button(words, "informed", Action.INFORMED, str(submission.office.id)),))
    return rows


def told(filed: Filed | None, words: Words) -> list[Part]:
    """Whether the listed people were told of the processing of their data, and when."""
    if filed is None or not filed.versions:
        return []
    if filed.uninformed:
        return [GAP, words("people-to-inform", count=filed.uninformed)]
    if filed.informed is None:
        return []
    return [GAP, words("people-informed", moment=words.moment(filed.informed))]


def on_summary(submission: Submission, words: Words) -> tuple[Row, ...]:
    """The draft of the order that the head may sign before approving here."""
    ready = submission.approval is None and submission.team.plenipotentiary is not None
    return ((_asking(Wanted(Paper.ORDER, submission.office.id), words),),) if ready else ()


def on_status(role: Role, words: Words) -> tuple[Row, ...]:
    """The picture below the coordinator's numbers, and whatever else there is of a whole desk."""
    more = button(words, "export", Action.TOPIC, Topic.EXPORT)
    if role is not Role.COORDINATOR:
        return ((more,),)
    return ((_asking(Wanted(Paper.CHART), words), more),)


def all_documents(words: Words) -> Button:
    """The way to everything there is about the office."""
    return button(words, "documents", Action.TOPIC, Topic.DOCUMENTS)


def _asking(wanted: Wanted, words: Words) -> Button:
    return button(words, f"document-{wanted.paper}", Action.DOCUMENT, wanted.argument)
