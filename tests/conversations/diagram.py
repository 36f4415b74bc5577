"""Draws docs/enrolment.md from the machine: `python -m tests.conversations.diagram`.

The edges are what the walk of `explored` found, by the buttons that the cards really have. Left out
is what would hide the way: home and back, commands, refusals, and what stays where it is. Most
answers lead to the first open question, so that is one node.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from bot.screens import draw
from bot.screens.view import View
from bot.words import Words
from conversations.access import Grant
from conversations.enrolment import onward
from conversations.events import Action, Said, Tapped
from conversations.places import Place
from conversations.places.enrolment import (
    AddingOutsider,
    CheckingList,
    Clarifying,
    ConfirmingChange,
    ConfirmingMatch,
    Correcting,
    CorrectingMember,
    Explaining,
    GivingPosition,
    NamingSteering,
    PickingEditors,
    Removing,
    Requesting,
)
from conversations.places.office import NamingSubstitute, Returning
from conversations.rules import open_findings
from conversations.talk import Talk
from conversations.team import Rule
from tests.conversations.chat import NOW
from tests.conversations.explored import State, Step, steps

PAGE = Path(__file__).parents[2] / "docs" / "enrolment.md"
NEXT = "first open question"
WAY_ROUND = {
    Action.OPEN,
    Action.BACK,
    Action.TOPIC,
    Action.INVITE,
    Action.EDIT,
    Action.EDIT_PLENIPOTENTIARY,
    Action.EDIT_STEERING,
    Action.EDIT_EDITORIAL,
    Action.EDIT_BASIS,
}
"""Buttons that lead home, back, or from the summary straight to what they name."""

HEAD = """\
# The enrolment, drawn

Written by `python -m tests.conversations.diagram` from the machine itself; a test fails when this
page is stale. Boxes are places (`conversations/places/enrolment.py`), `[words in brackets]`
are buttons (`Action` in `conversations/events.py`), other words are what people type or send.

Left out: home and back, which every card has; commands, which come back to the card; refusals,
which stay; the summary's buttons, which lead straight to what they name and, once answered, back;
that a list is taken wherever the team may be written, not only where it is asked for, and so is a
correction in prose from step 2 on.

"""
TAIL = """\

## What the first open question is

The order is that of `conversations.rules.findings`; what nobody has to answer is passed over.
Without an open question it is the summary.

| Rule (domain.md §1.2, §1.3) | Asked at |
|---|---|
"""


@cache
def drawn(state: State) -> frozenset[tuple[Action, str]]:
    """The buttons on the card of this state."""
    office = state.submission.office
    grant = Grant(1, state.role, office.id, office.name)
    view = View(Talk(1, grant, state.place), NOW, grants=(grant,), submission=state.submission)
    rows = draw(view, Words("pl")).rows
    return frozenset((button.action, button.argument) for row in rows for button in row)


def _label(step: Step) -> str | None:
    """How the edge is called; None for what is not on the card or not worth a line."""
    match step.event:
        case Tapped(action=action, argument=argument, version=version):
            shown = version == step.before.submission.version and action not in WAY_ROUND
            on_card = shown and (action, argument) in drawn(step.before)
            return f"[{action.name.lower().replace('_', ' ')}]" if on_card else None
        case Said() if step.name not in {"rubbish", "nothing"}:
            return _words(step)
        case _:
            return None


def _words(step: Step) -> str:
    """What people type, by what the card makes of it."""
    match step.before.place:
        case Explaining() | Requesting():
            return LIST if step.name.startswith("a list") else "a reason"
        case Returning():
            return "a comment"
        case CorrectingMember() | Clarifying():
            return LIST if step.name.startswith("a list") else "the right details"
        case GivingPosition():
            return LIST if step.name.startswith("a list") else "a position"
        case Removing() | Correcting() | PickingEditors() | AddingOutsider():
            return LIST if step.name.startswith("a list") else "numbers or names"
        case CheckingList() | NamingSteering():
            return LIST
        case NamingSubstitute():
            return "the days"
        case ConfirmingChange():
            return LIST if step.name.startswith("a list") else "who is meant"
        case _:
            return LIST if step.name.startswith("a list") else NAMES.get(step.name, "a name")


NAMES = {
    "a name without a position": "a name without a position",
    "an order": "an order",
    "days": "an order",
}
"""What the walk types in step 1; everything else there is somebody's name and position."""
LIST = "a list"
ENTERED = (AddingOutsider, CheckingList, Clarifying, ConfirmingChange, ConfirmingMatch)


def _name(place: Place) -> str:
    return type(place).__name__


def _edges() -> dict[tuple[str, str], set[str]]:
    edges: dict[tuple[str, str], set[str]] = defaultdict(set)
    for step in steps():
        note = step.turn.talk.note
        if step.after.place == step.before.place or (note and note.refusal):
            continue
        label = _label(step)
        if label is None:
            continue
        source, target = _name(step.before.place), _name(step.after.place)
        if isinstance(step.event, Said) and step.name.startswith("a correction"):
            edges["change", target].add("")
            continue
        if label == LIST:
            if isinstance(step.after.place, ENTERED):
                edges["list", target].add("")
            continue
        asked = step.after.place == onward(step.after.submission)
        if asked and step.after.submission.editable and step.turn.submission is not None:
            target = NEXT
        if source != target:
            edges[source, target].add(label)
    return edges


def _asked_at() -> dict[Rule, set[str]]:
    places: dict[Rule, set[str]] = defaultdict(set)
    for submission in {step.after.submission for step in steps()}:
        opened = open_findings(submission.team, submission.office)
        if submission.editable and opened and submission.request is None:
            places[opened[0].rule].add(_name(onward(submission)))
    return places


def page() -> str:
    """The whole page."""
    lines = ["```mermaid", "flowchart TD"]
    lines += [f"    next{{{{{NEXT}}}}}", f"    list[/{LIST}, pasted or sent/]"]
    lines += ["    change[/a correction in prose/]"]
    lines += ["    NamingPlenipotentiary --> list", "    NamingSteering --> list"]
    for (source, target), labels in sorted(_edges().items()):
        text = "<br>".join(sorted(labels))
        edge = f'-- "{text}" -->' if text else "-->"
        lines.append(f"    {source} {edge} {'next' if target == NEXT else target}")
    asked = _asked_at()
    lines += [f"    next -.-> {name}" for name in sorted({"Summary"}.union(*asked.values()))]
    rows = [f"| {rule} | {', '.join(sorted(asked[rule]))} |" for rule in Rule if rule in asked]
    return HEAD + "\n".join([*lines, "```", ""]) + TAIL + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
