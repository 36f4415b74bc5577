"""The machine walked through: every state that people can bring about, and every event in it.

A state is one person's place and the office's submission. States that the rules and the cards
cannot tell apart (`_shape`) are walked once, so that the walk ends.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from conversations import approval, enrolment
from conversations.access import Role, may
from conversations.coordination_table import Sheet
from conversations.events import (
    Action,
    Asked,
    Command,
    Event,
    FileRead,
    Meaning,
    Said,
    Sent,
    SentKind,
    Tapped,
)
from conversations.places import Home, Place
from conversations.places.enrolment import (
    AddingOutsider,
    Answering,
    CheckingList,
    Clarifying,
    ConfirmingChange,
    ConfirmingRemoval,
    CorrectingMember,
    Explaining,
    PickingEditors,
    RefusedPlenipotentiary,
    Removing,
    Requesting,
    StatingBasis,
    Summary,
    TellingApart,
)
from conversations.places.office import AccessPlace, AskingAdvisor, Returning, ViewingHistory
from conversations.rules import findings
from conversations.submission import Decider, Stage, Submission
from conversations.talk import Talk
from conversations.team import Basis, BasisKind, Rule
from conversations.turn import Context, Turn
from tests.conversations.chat import ANNA, NOW, WLODAWA

OFFICE = replace(WLODAWA, limit_steering=4, limit_editorial=2, head_key="kania zofia")
"""A small office: few people make every case."""

LIST = """\
Anna Kowalczyk – Sekretarz Powiatu
Marek Wójcik – Skarbnik Powiatu
Ewa Lis-Sadowska – Naczelnik Wydziału
Piotr Zalewski – inspektor
"""
WORDS = {
    "a name": ANNA,
    "a name without a position": "Jan Mazur",
    "the head": "Zofia Kania – Starosta",
    "an advisor": "Halina Wrońska – Zastępca Starosty",
    "somebody without a manager's post": "Piotr Zalewski – inspektor",
    "a list": LIST,
    "a doubtful name": "Adam Marek – Skarbnik",
    "a list with doubtful names": "Adam Marek – Skarbnik\nPaweł Henryk – Kierownik Referatu",
    "a list that marks the head": "Pełnomocnik: Zofia Kania – Starosta\nGrupa sterująca:\n"
    "Zofia Kania – Starosta\nMarek Wójcik – Skarbnik",
    "a list with an editor from outside": "Grupa sterująca:\nMarek Wójcik – Skarbnik\n"
    "Ewa Lis-Sadowska – Naczelnik Wydziału\nZespół redakcyjny:\nJan Mazur\nMarek Wójcik",
    "a correction": "zamiast Wójcika będzie Jan Mazur – Skarbnik",
    "a correction about nobody": "proszę wykreślić Zielińskiego",
    "a correction without a whole name": "zamiast Wójcika będzie Mazur",
    "a list in two columns": "Marek Wójcik\nJan Mazur\n\nSkarbnik\nKierownik Referatu",
    "a list with a correction": LIST + "Zamiast Wójcika będzie Jan Mazur – Skarbnik\n",
    "days": "od 1 do 15 grudnia 2026",
    "a number": "1",
    "numbers": "1 2 3",
    "a number that is not there": "39",
    "a reason": "Urząd zatrudnia tylko dwanaście osób.",
    "an order": "Zarządzenie nr 12/2026 z 5 stycznia 2026 r.",
    "rubbish": "?!",
    "nothing": "",
}
FILES = (
    Sent(SentKind.DOCUMENT, "f", "lista.xlsx", 10),
    Sent(SentKind.PICTURE),
    Sent(SentKind.OTHER),
    FileRead("lista.xlsx", (Sheet("Arkusz1", (("Jan Mazur", "Kierownik"),)),)),
    FileRead("lista.xlsx", (Sheet("Arkusz1", ()),)),
    FileRead("lista.xlsx", refusal="unreadable"),
)
ENROLMENT_COMMANDS = (
    Command.CONTINUE,
    Command.PLENIPOTENTIARY,
    Command.STEERING,
    Command.EDITORIAL,
)
DECIDING = (Home, Summary, Returning)
"""Where it matters who asks and how far the submission has come."""
LEADING_ON = (CheckingList, PickingEditors, Explaining, Summary)
"""Where it matters what is open, because a button leads there."""
APART = AccessPlace | AskingAdvisor | ViewingHistory
"""Places beside the work on the team: what the team is like changes nothing there."""
FORGED = ("", "forged", "9" * 40)
OFFICES = tuple(
    action
    for action in Action
    if any(may(role, action) for role in (Role.HEAD, Role.SECRETARY)) and not may(None, action)
)
"""Buttons of an office. All others mean the same wherever they are pressed: nothing."""


@dataclass(frozen=True, slots=True)
class State:
    """Where somebody stands, and on what."""

    role: Role
    place: Place
    submission: Submission


@dataclass(frozen=True, slots=True)
class Step:
    """One event in one state, and what came of it."""

    before: State
    name: str
    event: Event
    turn: Turn
    after: State


def talk_at(place: Place) -> Talk:
    return Talk(1, place=place)


def arguments(action: Action, submission: Submission) -> tuple[str, ...]:
    """Everything that a button of this kind could carry here, and what nobody draws."""
    match action:
        case Action.CHANGE:
            return (*Rule, "forged")
        case Action.CONFIRM | Action.KEEP | Action.REQUEST:
            stated = {found.rule for found in findings(submission.team, submission.office)}
            # Of the rules that say nothing here, some stand for all: the answer is the same.
            return (*sorted(stated | {Rule.R1, Rule.R2A, Rule.R2B, Rule.R4}), "forged")
        case Action.JOIN:
            return (Rule.R3, "forged")
        case Action.BASIS:
            return (*BasisKind, *FORGED)
        case Action.ABOUT if submission.editable:
            return ("", "forged")
        case (
            Action.FIX
            | Action.REMOVE
            | Action.REMOVE_SURELY
            | Action.PICK
            | Action.UNPICK
            | Action.ABOUT
        ):
            return (*(str(member.id) for member in submission.team.members), "999", *FORGED)
        case Action.CHOOSE | Action.SKIP | Action.ADD_OUTSIDER:
            about = (f"{member.id}/1" for member in submission.team.members)
            return (*about, "0/1", "1/1", "0/2", "9/1", "²/1", "/1", "/2", *FORGED)
        case Action.MEANT:
            return (*Meaning, "forged")
        case Action.REVOKE | Action.REVOKE_SURELY:
            return ("1", "2", *FORGED)
        case Action.PAGE | Action.HISTORY_VERSION:
            return ("0", "2", "-1", "²", *FORGED)
        case Action.DOCUMENT:
            this = submission.office.id
            return (f"order:{this}", f"record:{this}", "order:999", "chart", *FORGED)
        case Action.INFORMED:
            return (str(submission.office.id), "999", *FORGED)
        case _:
            return ("", "forged")


def buttons(
    submission: Submission, actions: tuple[Action, ...] = tuple(Action)
) -> Iterator[Tapped]:
    """Every action with every argument, and once as on a card that is out of date."""
    for action in actions:
        for argument in arguments(action, submission):
            yield Tapped(action, argument, submission.version)
        yield Tapped(action, "", submission.version + 1)


def events(submission: Submission, *, words: bool) -> Iterator[tuple[str, Event]]:
    """Everything that a head or secretary may do.

    Only with `words`: what is typed or sent, and buttons that no office has.
    """
    for tap in buttons(submission, tuple(Action) if words else OFFICES):
        yield f"[{tap.action.name}]", tap
    if not words:
        return
    for name, text in WORDS.items():
        yield name, Said(text)
    for command in ENROLMENT_COMMANDS:
        yield f"/{command}", Asked(command)
    for file in FILES:
        yield "a file", file


def others(submission: Submission) -> Iterator[Submission]:
    """What the head, the advisor, the coordinator and a new table may do meanwhile."""
    yield approval.send(submission, Role.SECRETARY, NOW).submission
    yield approval.approve(submission, NOW).submission
    yield approval.give_back(submission, Decider.ADVISOR, "Proszę poprawić.").submission
    yield approval.set_closed(submission, closed=not submission.office.closed).submission
    for granted in (True, False):
        yield approval.decide_request(submission, granted=granted).submission
    for limits in ((4, 2), (4, 4), (1, 1), (0, 0), (8, 4), (None, None)):
        office = replace(submission.office, limit_steering=limits[0], limit_editorial=limits[1])
        decision = approval.after_limits(submission, replace(submission, office=office))
        if decision is not None:
            yield decision.submission
    office = replace(submission.office, head_registered=not submission.office.head_registered)
    yield replace(submission, office=office)


def answer(state: State, event: Event) -> Turn:
    """One step of the enrolment."""
    return enrolment.step(talk_at(state.place), state.submission, event, Context(state.role, NOW))


def _shape(state: State) -> tuple[object, ...]:
    """What tells two states apart: the card's question, whose it is, how the submission stands.

    At work on the team everybody is answered alike; `variants` shows it.
    """
    submission = state.submission
    whose = (
        state.role,
        submission.stage,
        submission.approval is not None,
        submission.office.head_registered,
    )
    return (_topic(state), whose if isinstance(state.place, DECIDING) else None)


def _topic(state: State) -> tuple[object, ...]:
    """What the card asks, whoever sees it: on this it depends what typed words mean."""
    place, submission = state.place, state.submission
    team = submission.team
    detail: object = None
    if isinstance(place, APART):
        return (type(place), submission.editable)
    match place:
        case Answering(rule=rule) | Explaining(rule=rule) | RefusedPlenipotentiary(rule=rule):
            detail = rule
        case Requesting(rule=rule, person=person):
            detail = (rule, person is None)
        case Clarifying(questions=questions, outsiders=outsiders, then=then):
            detail = (min(len(questions), 2), bool(outsiders), then is None)
        case CheckingList(refused=refused):
            detail = refused is None
        case AddingOutsider(people=people, then=then):
            detail = (min(len(people), 2), then is None)
        case StatingBasis() if submission.editable:
            stated = replace(team, basis=Basis(BasisKind.PROPOSAL))
            detail = enrolment.onward(replace(submission, team=stated))
        case ConfirmingChange():
            asked = place.agreed or bool(place.unsure or place.readings)
            detail = (place.whence, place.block, asked)
        case TellingApart():
            detail = (place.rule is None, enrolment.meanings(place, submission))
        case Removing():
            detail = bool(team.editorial)
        case CorrectingMember(others=others):
            detail = bool(others)
        case ConfirmingRemoval(others=waiting):
            detail = bool(waiting)
        case _:
            pass
    leads_on = isinstance(place, LEADING_ON) and submission.editable
    return (
        type(place),
        detail,
        submission.editable,
        submission.office.closed,
        submission.request is not None,
        enrolment.onward(submission) if leads_on else None,
        bool(team.steering),
    )


@cache
def steps() -> tuple[Step, ...]:
    """Every event in every state that can be reached, from an office nobody has written about."""
    first = [
        State(role, Home(), Submission(replace(OFFICE, head_registered=registered)))
        for role in (Role.HEAD, Role.SECRETARY)
        for registered in (True, False)
    ]
    seen = {_shape(state) for state in first}
    waiting = deque(first)
    heard: set[tuple[object, ...]] = set()
    walked: list[Step] = []

    def meet(state: State) -> None:
        shape = _shape(state)
        if shape not in seen:
            seen.add(shape)
            waiting.append(state)

    while waiting:
        state = waiting.popleft()
        words = _topic(state) not in heard
        heard.add(_topic(state))
        for name, event in events(state.submission, words=words):
            turn = answer(state, event)
            after = State(state.role, turn.talk.place, _saved(state.submission, turn.submission))
            walked.append(Step(state, name, event, turn, after))
            if after != state:
                meet(after)
        for changed in others(state.submission):
            kept = _saved(state.submission, changed)
            meet(State(state.role, enrolment.settle(state.place, kept), kept))
    return tuple(walked)


def _saved(before: Submission, after: Submission | None) -> Submission:
    if after is None or after == before:
        return before
    return replace(after, version=before.version + 1)


@cache
def states() -> tuple[State, ...]:
    """Every state, once."""
    return tuple({id(step.before): step.before for step in steps()}.values())


def variants(state: State) -> Iterator[State]:
    """The same card before the other role, and on what was returned or approved before."""
    submission = state.submission
    approved = approval.approve(replace(submission, stage=Stage.SUBMITTED), NOW).submission.approval
    for role in (Role.HEAD, Role.SECRETARY):
        for stage in (Stage.DRAFTING, Stage.RETURNED):
            for decided in (None, approved):
                yield State(role, state.place, replace(submission, stage=stage, approval=decided))
