"""Every cell of the table of rights, over the real turn on a real database.

The cells are made from what the program registers: `Action`, `Command`, `SentKind`, inline queries
and words. Each runs in a savepoint that is taken back. Nothing here repeats the table: what is
refused must write nothing but the asker's own talk, leave the office as it was, and name nobody;
what is allowed must not be refused for want of a right.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event, select

from bot import scope, screens, turn, views
from bot.inbound import Inbound
from bot.words import Words
from conversations import events
from conversations.access import Grant, Role, Wanted, Way, advisor_code, allowed, may
from conversations.events import ALIASES, Action, Asked, Command, Said, Sent, SentKind, Tapped
from conversations.notes import NoteCode
from conversations.people import Person
from conversations.places import Home
from conversations.places.desk import PreviewingImport
from conversations.places.office import Returning, ViewingOffice
from conversations.submission import Approval, Decider, Office, Request, Stage, Submission
from conversations.talk import Talk
from conversations.team import Member, Rule, Seat, Team
from storage import imports, offices, talks
from storage.database import Connection, Database
from storage.tables.columns import Row
from tests.storage.stock import NOW, comes_in, import_offices, loaded, row, saved, table

OWN, OTHER = "Urząd Gminy Rejowiec", "Urząd Miasta Terespol"
ADVISORS = {OWN: "Ewa Lis", OTHER: "Jan Wilk"}
SURNAMES = {OWN: ("Rejowiecka", "Chełmska"), OTHER: ("Terespolska", "Bużańska")}
SECRETS = {OWN: ("Rejow", "Rejowiecka", "Chełmska"), OTHER: ("Terespol", "Bużańska", "Wilk")}
WHO = (None, *Role)
STRANGER = 90
OWN_TALK = {"talk", "card", "seen_update", "failing_update"}
"""What an answer writes of the asker alone, whatever it answers."""
NO_RIGHT = {NoteCode.NOT_ALLOWED, NoteCode.UNKNOWN_COMMAND, NoteCode.NO_FILE_HERE}


@dataclass(frozen=True)
class Cell:
    """Who asks for what, about whose office, and by which way in."""

    who: Role | None
    wanted: Wanted
    office: Office
    way: str
    event: events.Event
    grant_id: int = 0


@dataclass
class Town:
    """Two offices in the same state, and somebody in every role of each."""

    database: Database
    own: Office
    other: Office
    people: dict[tuple[Role | None, str], int]
    grants: dict[tuple[Role | None, str], Grant | None]
    import_id: int


def team(of: str) -> Team:
    first, second = SURNAMES[of]
    return Team(
        (
            Member(1, Person("Anna", first, position="Sekretarz"), Seat.EDITORIAL, True),
            Member(2, Person("Zofia", second, position="Inspektor"), Seat.STEERING),
        ),
        next_id=3,
    )


def standing(submission: Submission, state: str) -> Submission:
    """The office's team in one of the states in which buttons decide."""
    drafted = replace(submission, stage=Stage.DRAFTING, team=team(submission.office.name))
    match state:
        case "drafting":
            return replace(drafted, request=Request(Rule.R4A, "Urząd jest mały", count=2))
        case "submitted":
            return replace(drafted, stage=Stage.SUBMITTED)
        case _:
            approval = Approval(drafted.team, NOW, Decider.HEAD)
            return replace(drafted, stage=Stage.SETTLED, approval=approval)


def built(database: Database, state: str) -> Town:
    import_offices(database, *(row(name, advisor=ADVISORS[name]) for name in (OWN, OTHER)))
    every = {each.name: each for each in database.read(offices.all_offices)}
    people: dict[tuple[Role | None, str], int] = {(None, OWN): STRANGER, (None, OTHER): STRANGER}
    grants: dict[tuple[Role | None, str], Grant | None] = {(None, OWN): None, (None, OTHER): None}
    for number, (role, name) in enumerate(((r, n) for n in (OWN, OTHER) for r in Role), 1):
        of_office = role in {Role.HEAD, Role.SECRETARY}
        people[role, name] = number
        grants[role, name] = comes_in(
            database,
            number,
            role,
            office_id=every[name].id if of_office else None,
            advisor=ADVISORS[name] if role is Role.ADVISOR else None,
            name=f"Jan {SURNAMES[name][1]}",
        )
    for office in every.values():
        before = loaded(database, office.id)
        saved(database, before, standing(before, state))
        if state == "closed":
            database.write(partial(offices.set_closed, office_id=office.id, closed=True, now=NOW))
    import_id = database.write(
        lambda c: imports.put(c, name="t.csv", reading=table(row("Nowy Urząd")), by=1, now=NOW)
    )
    every = {each.name: each for each in database.read(offices.all_offices)}
    return Town(database, every[OWN], every[OTHER], people, grants, import_id)


def about(action: Action, office: Office, who: Role | None, town: Town) -> tuple[str, ...]:
    """What the button of an action carries about this office: as drawn, and as somebody forges."""
    office_id = str(office.id)
    match action:
        case Action.INVITE:
            code = advisor_code(office.advisor or "")
            return ("", f"h{office_id}", f"s{office_id}", f"a{code}")
        case Action.SETTING:
            return ("deadline", "reminders=off")
        case Action.SNOOZE | Action.NUDGE | Action.PAGE:
            return ("1",)
        case Action.BASIS:
            return ("proposal", "order")
        case Action.LANGUAGE:
            return ("pl",)
        case Action.TOPIC:
            return ("status", "roles", "advisor")
        case Action.ASK:
            return ("lacking", "deadline", "")
        case Action.CONFIRM | Action.KEEP | Action.CHANGE | Action.REQUEST:
            return (Rule.R4A.value,)
        case Action.IMPORT_ADD | Action.IMPORT_REPLACE | Action.IMPORT_OVERRULE:
            return (str(town.import_id),)
        case Action.IMPORT_REJECT:
            return (str(town.import_id),)
        case _ if who in {Role.HEAD, Role.SECRETARY, None}:
            return ("1", "2", office_id)
        case _:
            return (office_id,)


def buttons(town: Town, version: int) -> Iterator[Cell]:
    """Each button as its reader has it, and forged with the role of whoever may press it."""
    for who in WHO:
        own = town.grants[who, OWN]
        for office in (town.own, town.other):
            holders = [town.grants[role, office.name] for role in (Role.HEAD, *Role)]
            for action in Action:
                able = (each for each in holders if each and each != own and may(each.role, action))
                forged = next(able, None)
                for argument in about(action, office, who, town):
                    tap = Tapped(action, argument, version)
                    yield Cell(who, action, office, "button", tap, own.id if own else 0)
                    if forged is not None:
                        yield Cell(who, action, office, "forged", tap, forged.id)


def words(town: Town) -> Iterator[Cell]:
    """Commands under every name, files, inline queries and what people type about an office."""
    for who in WHO:
        for office in (town.own, town.other):
            for name, command in (*ALIASES.items(), ("?", Command.UNKNOWN)):
                yield Cell(who, command, office, f"/{name}", Asked(command))
            yield Cell(who, Command.START, office, "/start", Asked(Command.START, "guessed"))
            for kind in SentKind:
                yield Cell(who, kind, office, "file", Sent(kind, "f", "lista.docx", 9))
            for query in ("", office.name, office.name.split()[-1]):
                yield Cell(who, Way.INLINE, office, "inline", Said(query))
            for text in (
                office.name,
                f"czego brakuje w urzędzie {office.name.split()[-1]}?",
                "kto jest pełnomocnikiem?",
            ):
                yield Cell(who, Way.CARD, office, "words", Said(text))


def rows_about(connection: Connection, office: Office) -> list[Any]:
    """Every row of every table that is about this office."""
    found: list[Any] = []
    for each in Row.metadata.sorted_tables:
        column = each.c.id if each.name == "office" else each.c.get("office_id")
        if column is not None:
            statement = select(each).where(column == office.id).order_by(*each.primary_key)
            found.append([tuple(kept) for kept in connection.execute(statement)])
    return found


@dataclass(frozen=True)
class Answer:
    """What came of a cell: the remark or alert, all that was shown, what was written to."""

    code: NoteCode | None
    shown: str
    written: frozenset[str]
    changed: bool


class Trial:
    """Plays cells one after the other; each is taken back."""

    def __init__(self, connection: Connection, town: Town) -> None:
        self._connection = connection
        self._town = town
        self._written: set[str] = set()
        self._update = 0
        self._words = Words("pl")
        self._before = {
            office.id: rows_about(connection, office) for office in (town.own, town.other)
        }
        event.listen(connection, "before_cursor_execute", self._note)

    def _note(self, *told: Any) -> None:
        verb, *rest = str(told[2]).split()
        if verb in {"INSERT", "UPDATE", "DELETE"}:
            self._written.add(rest[0 if verb == "UPDATE" else 1].strip('"'))

    def play(self, cell: Cell) -> Answer:
        connection = self._connection
        connection.exec_driver_sql("SAVEPOINT cell")
        try:
            return self._answer(cell)
        finally:
            connection.exec_driver_sql("ROLLBACK TO SAVEPOINT cell")

    def _answer(self, cell: Cell) -> Answer:
        connection, town = self._connection, self._town
        person = town.people[cell.who, OWN]
        self._stand(cell, person)
        self._written.clear()
        if cell.wanted is Way.INLINE:
            assert isinstance(cell.event, Said)
            view = views.own_offices(connection, person, cell.event.text, NOW)
            found = screens.inline(view, self._words)
            shown = " ".join(f"{each.title} {each.description} {each.text}" for each in found)
            return Answer(None, shown, frozenset(self._written), changed=False)
        self._update += 1
        tapped = isinstance(cell.event, Tapped)
        inbound = Inbound(
            self._update, person, "Ktoś", cell.event, cell.grant_id, "q" if tapped else None
        )
        outcome = turn.take(connection, inbound, NOW)
        written = frozenset(self._written) - OWN_TALK
        changed = bool(written) and (
            rows_about(connection, cell.office) != self._before[cell.office.id]
        )
        note = outcome.alert or talks.load(connection, person, lock=False).talk.note
        code = note.code if note else None
        if allowed(town.grants[cell.who, OWN], Way.CARD, cell.office):
            return Answer(code, "", written, changed)  # whatever it shows may be seen
        alert = screens.alert(outcome.alert, self._words) if outcome.alert else ""
        screen = screens.draw(views.load(connection, person, NOW)[0], self._words)
        labels = " ".join(button.text for line in screen.rows for button in line)
        return Answer(code, f"{alert} {screen.text} {labels}", written, changed)

    def _stand(self, cell: Cell, person: int) -> None:
        """Put the asker where the button would work for whoever has the right to it."""
        grant = self._town.grants[cell.who, OWN]
        place: Any = Home()
        if grant is not None and grant.role in {Role.ADVISOR, Role.COORDINATOR}:
            place = ViewingOffice(cell.office.id)
            if cell.way == "words":
                place = Returning(cell.office.id) if cell.who is Role.ADVISOR else Home()
            elif isinstance(cell.wanted, Action) and cell.wanted.name.startswith("IMPORT_"):
                place = (
                    PreviewingImport(self._town.import_id) if may(cell.who, cell.wanted) else place
                )
            elif cell.wanted is Action.PAGE:
                place = Home()
        talks.load(self._connection, person, lock=True)
        stands = Talk(person, grant, place)
        claim = talks.Claim(NOW)
        talks.save(self._connection, stands, below=False, claim=claim)


def wrong(cell: Cell, answer: Answer, town: Town) -> str | None:
    """What is wrong with the answer to a cell; None where it is as the table says."""
    grant = town.grants[cell.who, OWN]
    refused = not allowed(grant, cell.wanted, cell.office)
    if not may(cell.who, cell.wanted) and answer.written:
        return f"wrote to {sorted(answer.written)}"
    if refused and answer.changed:
        return "changed the office"
    if not allowed(grant, Way.CARD, cell.office):
        told = [secret for secret in SECRETS[cell.office.name] if secret in answer.shown]
        if told:
            return f"told {told}"
    asked = cell.way in {"button", "file"} or cell.way.startswith("/")
    if asked and not refused and answer.code in NO_RIGHT:
        return f"refused by {answer.code}"
    return None


@dataclass
class Figures:
    """What a trial came to. `moved` is who changed an office's data, by which button."""

    cells: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)
    moved: set[tuple[Role | None, Wanted]] = field(default_factory=set)

    def told(self, name: str) -> str:
        return (
            f"\nauthorisation, {name}: {self.cells} cells, {self.refused} refused, "
            f"{len(self.faults)} wrong\n"
        )


def played(town: Town, cells: Iterable[Cell]) -> Figures:
    """Play every cell; what came of it."""
    figures = Figures()

    def work(connection: Connection) -> None:
        trial = Trial(connection, town)
        for cell in cells:
            answer = trial.play(cell)
            figures.cells += 1
            figures.refused += not allowed(town.grants[cell.who, OWN], cell.wanted, cell.office)
            if {"submission", "office", "member", "approved"} & answer.written:
                figures.moved.add((cell.who, cell.wanted))
            fault = wrong(cell, answer, town)
            if fault:
                asked = f"{cell.who or 'stranger'} {cell.way} {cell.wanted.name} {cell.event}"
                figures.faults.append(f"{asked} on {cell.office.name}: {fault}")

    town.database.write(work)
    return figures


EVERY_STATE = ("drafting", "submitted", "settled", "closed")
STATES = ("drafting", "settled") if "KOMPLET_EVERY_STATE" not in os.environ else EVERY_STATE
"""All four with KOMPLET_EVERY_STATE set: what is submitted or closed adds minutes, no right."""


@pytest.mark.parametrize("state", STATES)
def test_every_button_does_what_the_table_says_and_no_more(
    sqlite: Database, state: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every role and the stranger × every action × own and other office × real and forged.

    In a closed office only the coordinator moves anything.
    """
    town = built(sqlite, state)
    figures = played(town, buttons(town, loaded(sqlite, town.own.id).version))
    with capsys.disabled():
        sys.stdout.write(figures.told(state))
    assert not figures.faults, "\n".join(figures.faults[:20])
    if state == "closed":
        assert {who for who, _ in figures.moved} == {Role.COORDINATOR}
        assert {what for _, what in figures.moved} == {
            Action.REOPEN,
            Action.IMPORT_ADD,
            Action.IMPORT_REPLACE,
            Action.IMPORT_OVERRULE,
        }


def test_every_command_file_and_query_does_what_the_table_says_and_no_more(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    """By every name of every command; what is typed about an office is answered from rights."""
    town = built(database, "drafting")
    figures = played(town, words(town))
    with capsys.disabled():
        sys.stdout.write(figures.told("words"))
    assert not figures.faults, "\n".join(figures.faults[:20])


def test_the_trial_itself_sees_a_right_that_is_too_wide(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the question about the office answered „yes” to everybody, it must fail."""
    town = built(sqlite, "settled")
    anybody: Callable[..., bool] = lambda *_: True  # noqa: E731
    monkeypatch.setattr(scope, "allowed", anybody)
    cells = (
        each
        for each in buttons(town, loaded(sqlite, town.own.id).version)
        if each.who is Role.ADVISOR
    )
    faults = played(town, cells).faults
    assert any("changed the office" in fault for fault in faults)
    assert any("told" in fault for fault in faults)
