"""One office without Telegram and without a database: who did what, and what came of it.

`Chat` plays the part of `bot/turn.py`: the lobby answers first, then the conversation of the role;
a changed submission gets the next version. Everything is kept, so that a failure prints the chat.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot import screens
from bot.words import Words
from conversations import approval, desk, enrolment, lobby
from conversations.access import OFFICE_ROLES, Grant, Role
from conversations.events import (
    Action,
    Asked,
    Command,
    Event,
    FileRead,
    Meaning,
    Note,
    Said,
    Tapped,
)
from conversations.places import Home, Place, office_of
from conversations.places.enrolment import (
    AddingOutsider,
    Answering,
    CheckingList,
    Clarifying,
    ConfirmingChange,
    ConfirmingMatch,
    Explaining,
    GivingOrder,
    GivingPosition,
    NamingPlenipotentiary,
    NamingSteering,
    PickingEditors,
    RefusedPlenipotentiary,
    Requesting,
    StatingBasis,
    Summary,
    TellingApart,
)
from conversations.rules import Level, find, open_findings
from conversations.submission import Office, Stage, Submission
from conversations.talk import Talk
from conversations.team import BasisKind
from conversations.turn import Context, Turn

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
WLODAWA = Office(
    7,
    "Starostwo Powiatowe we Włodawie",
    head_title="Starosta",
    advisor="Halina Wrońska",
    limit_steering=8,
    limit_editorial=4,
    head_registered=True,
    advisor_keys=frozenset({"halina wronska"}),
)
ANNA = "Anna Kowalczyk – Sekretarz Powiatu"
EIGHT = """\
1. Anna Kowalczyk – Sekretarz Powiatu
2. Marek Wójcik – Skarbnik Powiatu
3. Ewa Lis-Sadowska – Naczelnik Wydziału Geodezji
4. Piotr Zalewski – Naczelnik Wydziału Komunikacji
5. Monika Sikora – Kierownik Biura Rady
6. Tomasz Dąbrowski – Dyrektor Wydziału Edukacji
7. Barbara Nowicka – Naczelnik Wydziału Ochrony Środowiska
8. Jan Mazur – Kierownik Referatu Organizacyjnego
"""
MARKED = f"""\
Pełnomocnik: {ANNA}
Grupa sterująca:
{EIGHT}\
Zespół redakcyjny:
Anna Kowalczyk
Marek Wójcik
Ewa Lis-Sadowska
Jan Mazur
"""


def people(count: int, position: str = "Kierownik Referatu") -> str:
    """So many lines of different managers."""
    given = ("Anna", "Marek", "Ewa", "Piotr", "Monika", "Tomasz", "Barbara", "Jan")
    surnames = ("Kowalczyk", "Wójcik", "Zalewski", "Sikora", "Mazur", "Nowak", "Kaczmarek")
    names = [f"{name} {surname}" for surname in surnames for name in given]
    return "\n".join(f"{name} – {position}" for name in names[:count])


_POLISH = Words("pl")
_OF_CARD = {"date": "–", "time": "–", "number": "–", "advised": "no"}
"""What a card adds to the receipts of a submission."""


def _tell(note: Note | None) -> None:
    """Fail where a note lacks what its sentence names."""
    if note is not None:
        screens.alert(replace(note, values={**_OF_CARD, **note.values}), _POLISH)


@dataclass
class Chat:
    """One office and everybody who speaks about it. Failing assertions print `log`."""

    office: Office = WLODAWA
    submission: Submission = field(init=False)
    talks: dict[Role, Talk] = field(init=False)
    last: Turn = field(init=False)
    log: list[tuple[object, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.submission = Submission(self.office)
        self.talks = {role: Talk(at, _grant(role)) for at, role in enumerate(Role)}
        self.last = Turn(self.talks[Role.SECRETARY], self.submission)

    def __repr__(self) -> str:
        return "\n".join(["", *(" · ".join(map(_short, line)) for line in self.log[-30:])])

    # --- Doing ---

    def say(self, text: str, role: Role = Role.SECRETARY) -> Turn:
        return self.happens(Said(text), role)

    def tap(
        self,
        action: Action,
        argument: str = "",
        role: Role = Role.SECRETARY,
        version: int | None = None,
    ) -> Turn:
        """A press on the card as it is; `version` makes it one on an older card."""
        drawn = self.submission.version if version is None else version
        return self.happens(Tapped(action, argument, drawn), role)

    def command(self, command: Command, role: Role = Role.SECRETARY) -> Turn:
        return self.happens(Asked(command), role)

    def file(self, sheets: FileRead, role: Role = Role.SECRETARY) -> Turn:
        return self.happens(sheets, role)

    def coordinator(self, action: Action) -> Turn:
        """The coordinator opens the office's card and presses a button on it."""
        return self._at_a_desk(action, Role.COORDINATOR)

    def advisor(self, action: Action) -> Turn:
        return self._at_a_desk(action, Role.ADVISOR)

    def _at_a_desk(self, action: Action, role: Role) -> Turn:
        this = str(self.office.id)
        self.tap(Action.OFFICE, this, role)
        return self.tap(action, this, role)

    def limits(self, steering: int | None, editorial: int | None) -> None:
        """A new table with other limits is confirmed (bot/turn.py, apply_table)."""
        office = replace(self.submission.office, limit_steering=steering, limit_editorial=editorial)
        decision = approval.after_limits(self.submission, replace(self.submission, office=office))
        self.log.append(("table", f"{steering}/{editorial}", "", ""))
        if decision is not None:
            self._keep(decision.submission)

    def happens(self, event: Event, role: Role = Role.SECRETARY) -> Turn:
        """Answer an event as `bot/turn.py` does, without the effects."""
        before, talk = self.submission, self.talks[role]
        assert talk.grant is not None
        grant = talk.grant
        tapped_grant = grant.id if isinstance(event, Tapped) else 0
        turn = lobby.step(talk, (grant,), event, tapped_grant)
        if turn is None and role in OFFICE_ROLES:
            turn = enrolment.step(talk, before, event, Context(role, NOW))
        elif turn is None:
            tapped_office = isinstance(event, Tapped) and event.action is Action.OFFICE
            looked_at = before if tapped_office or office_of(talk.place) is not None else None
            turn = desk.step(talk, looked_at, event, Context(role, NOW))
        self.talks[role] = turn.talk
        if turn.submission is not None and turn.submission != before:
            self._keep(turn.submission)
        self.last = turn
        self.log.append((role, event, turn.talk.place, turn.talk.note))
        _tell(turn.talk.note)
        return turn

    def _keep(self, after: Submission) -> None:
        """As `storage.submissions.save`: every change is the next version."""
        self.submission = replace(after, version=self.submission.version + 1, updated_at=NOW)

    # --- Seeing ---

    def place(self, role: Role = Role.SECRETARY) -> Place:
        """Where somebody stands, as the card is drawn: settled on the submission as it is."""
        return enrolment.settle(self.talks[role].place, self.submission)

    @property
    def note(self) -> str | None:
        return self.last.talk.note.code.value if self.last.talk.note else None

    @property
    def refused(self) -> bool:
        return self.last.talk.note is not None and self.last.talk.note.refusal

    @property
    def stage(self) -> Stage:
        return self.submission.stage

    @property
    def steering(self) -> list[str]:
        return [member.person.full_name for member in self.submission.team.steering]

    @property
    def editorial(self) -> list[str]:
        return [member.person.full_name for member in self.submission.team.editorial]

    @property
    def plenipotentiary(self) -> str | None:
        named = self.submission.team.plenipotentiary
        return named.person.full_name if named else None

    def id_of(self, surname: str) -> str:
        """What a button about this member carries."""
        member = next(m for m in self.submission.team.members if surname in m.person.surname)
        return str(member.id)

    # --- Whole passages ---

    def prepare(self, text: str = MARKED) -> "Chat":
        """From nothing to the summary, by a list that marks everybody."""
        self.tap(Action.CONTINUE)
        self.say(text)
        self.tap(Action.LIST_OK)
        self.tap(Action.BASIS, "proposal")
        return self

    def submit(self) -> "Chat":
        self.prepare().tap(Action.SEND)
        assert self.stage is Stage.SUBMITTED, self
        return self

    def approve(self) -> "Chat":
        self.submit().tap(Action.APPROVE, role=Role.HEAD)
        assert self.stage is Stage.SETTLED, self
        return self


def sensible(place: Place, submission: Submission) -> Said | Tapped:
    """What somebody does who reads the card and knows nothing else."""
    version, team = submission.version, submission.team

    def tap(action: Action, argument: str = "") -> Tapped:
        return Tapped(action, argument, version)

    match place:
        case Summary():
            sendable = not open_findings(team, submission.office) or submission.request
            return tap(Action.SEND if sendable else Action.CONTINUE)
        case Explaining() | Requesting():
            return Said("Urząd zatrudnia tylko dwanaście osób.")
        case Clarifying(questions=questions):
            return tap(Action.SKIP, f"/{len(questions)}")
        case ConfirmingMatch():
            return tap(Action.MATCHED)
        case ConfirmingChange():
            return tap(Action.REPHRASE)
        case TellingApart():
            return tap(Action.MEANT, Meaning.ANSWER)
        case AddingOutsider(people=waiting):
            return tap(Action.SKIP, f"/{len(waiting)}")
        case Answering(rule=rule):
            finding = find(team, submission.office, rule)
            assert finding is not None
            by_level = {
                Level.CONFIRM: Action.CONFIRM,
                Level.REASON: Action.KEEP,
                Level.WAIVABLE: Action.REQUEST,
            }
            return tap(by_level[finding.level], rule)
        case NamingPlenipotentiary() if team.plenipotentiary:
            return tap(Action.CONTINUE)
        case NamingPlenipotentiary() | RefusedPlenipotentiary():
            return Said(ANNA)
        case GivingPosition():
            return Said("Skarbnik Powiatu")
        case StatingBasis():
            return tap(Action.BASIS, BasisKind.PROPOSAL)
        case GivingOrder():
            return Said("Zarządzenie nr 12/2026 z 5 stycznia 2026 r.")
        case NamingSteering():
            return Said("Marek Wójcik – Skarbnik\nEwa Lis – Naczelnik Wydziału")
        case CheckingList():
            return tap(Action.LIST_OK)
        case PickingEditors() if team.steering and not team.editorial:
            return tap(Action.PICK, str(team.steering[0].id))
        case PickingEditors():
            return tap(Action.DONE)
        case Home():
            return tap(Action.CONTINUE)
        case _:
            return tap(Action.BACK)


def _grant(role: Role) -> Grant:
    number = list(Role).index(role) + 1
    office_id = WLODAWA.id if role in OFFICE_ROLES else None
    return Grant(
        number, role, office_id, advisor="Halina Wrońska" if role is Role.ADVISOR else None
    )


def _short(value: object) -> str:
    text = str(value).replace("\n", " ⏎ ")
    return text if len(text) <= 160 else text[:159] + "…"


def codes(turns: Sequence[Turn]) -> set[str]:
    """The codes of all remarks and news."""
    remarks = {turn.talk.note.code.value for turn in turns if turn.talk.note}
    return remarks | {news.code.value for turn in turns for news in turn.notices}
