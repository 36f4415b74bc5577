"""What the coordinator sets: every value that the source leaves open, with its default (§1.5).

Settings are kept as texts by key. `read` takes a text as a person types it and answers the text
that is kept, or what is wrong with it; `Programme.of` gives the values their types.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from conversations.basis import read_date
from conversations.limits import Block
from conversations.reminders import Rhythm
from conversations.retention import Kept
from conversations.working_time import WorkingTime

LONGEST = 300


class Key(StrEnum):
    """The settings by their names on the command line and in the database."""

    DEADLINE = "deadline"
    LIMIT_MODE = "limit_mode"
    ADMINISTRATOR = "administrator"
    CONTACT = "contact"
    REMINDERS = "reminders"
    REMINDER_DAYS = "reminder_days"
    REMINDER_AFTER = "reminder_after"
    REMINDER_EVERY = "reminder_every"
    REMINDER_OPENS = "reminder_opens"
    REMINDER_CLOSES = "reminder_closes"
    QUIET_HOURS = "quiet_hours"
    FREE_DAYS = "free_days"
    TRAINING_I = "training_i"
    TRAINING_II = "training_ii"
    PROJECT = "project"
    STANDARD = "standard"
    INSPECTOR = "inspector"
    LEGAL_BASIS = "legal_basis"
    RECIPIENTS = "recipients"
    RETENTION = "retention"
    PROJECT_END = "project_end"
    KEEP_DRAFTS = "keep_drafts"
    KEEP_LISTS = "keep_lists"
    KEEP_SPENT = "keep_spent"


class Group(StrEnum):
    """Settings that belong together: a card of their own each."""

    DATES = "dates"
    RHYTHM = "rhythm"
    LIMITS = "limits"
    DATA = "data"
    KEPT = "kept"


GROUPS: Final[Mapping[Group, tuple[Key, ...]]] = {
    Group.DATES: (Key.DEADLINE, Key.TRAINING_I, Key.TRAINING_II, Key.FREE_DAYS),
    Group.RHYTHM: (
        Key.REMINDERS,
        Key.REMINDER_DAYS,
        Key.REMINDER_AFTER,
        Key.REMINDER_EVERY,
        Key.REMINDER_OPENS,
        Key.REMINDER_CLOSES,
        Key.QUIET_HOURS,
    ),
    Group.LIMITS: (Key.LIMIT_MODE,),
    Group.DATA: (
        Key.PROJECT,
        Key.STANDARD,
        Key.ADMINISTRATOR,
        Key.CONTACT,
        Key.INSPECTOR,
        Key.LEGAL_BASIS,
        Key.RECIPIENTS,
        Key.RETENTION,
    ),
    Group.KEPT: (Key.PROJECT_END, Key.KEEP_DRAFTS, Key.KEEP_LISTS, Key.KEEP_SPENT),
}
"""Every key stands in one group."""
PREVIEWED: Final = frozenset(
    {
        Key.DEADLINE,
        Key.FREE_DAYS,
        Key.REMINDER_DAYS,
        Key.REMINDER_AFTER,
        Key.REMINDER_EVERY,
        Key.REMINDER_OPENS,
        Key.REMINDER_CLOSES,
    }
)
"""Keys that move reminders: what would follow is shown before a value is kept."""


def switches() -> Mapping[Key, tuple[str, ...]]:
    """Keys that are turned by a button, with their values; every other one is typed."""
    return {Key.REMINDERS: ("on", "off"), Key.LIMIT_MODE: tuple(LimitMode)}


def group_of(key: Key) -> Group:
    """The group of a key."""
    return next(group for group, keys in GROUPS.items() if key in keys)


class SettingFault(StrEnum):
    """Why a text is no value of its key."""

    NOT_A_DATE = "not-a-date"
    NOT_A_TIME = "not-a-time"
    NOT_DAYS = "not-days"
    NOT_A_NUMBER = "not-a-number"
    NOT_A_CHOICE = "not-a-choice"
    TOO_LONG = "too-long"
    NEVER_OPEN = "never-open"


class LimitMode(StrEnum):
    """Whether a table's figure is the most people or exactly so many (A1)."""

    MAX = "max"
    EXACT = "exact"


DEFAULTS: Final[Mapping[Key, str]] = {
    Key.DEADLINE: "",
    Key.LIMIT_MODE: LimitMode.MAX,
    Key.ADMINISTRATOR: "",
    Key.CONTACT: "",
    Key.REMINDERS: "on",
    Key.REMINDER_DAYS: "14,7,3,1",
    Key.REMINDER_AFTER: "1",
    Key.REMINDER_EVERY: "7",
    Key.REMINDER_OPENS: "08:30",
    Key.REMINDER_CLOSES: "14:30",
    Key.QUIET_HOURS: "24",
    Key.FREE_DAYS: "",
    Key.TRAINING_I: "",
    Key.TRAINING_II: "",
    Key.PROJECT: "ISO 9001 w administracji samorządowej Polski Wschodniej",
    Key.STANDARD: "ISO 9001",
    Key.INSPECTOR: "",
    Key.LEGAL_BASIS: "",
    Key.RECIPIENTS: "lider projektu i partnerzy, PIHZ Certyfikacja, Doradca Państwa urzędu, "
    "instytucja nadzorująca, dostawca hostingu",
    Key.RETENTION: "do zakończenia projektu, następnie przez okres wymagany w umowie "
    "o dofinansowanie; kopia robocza w asystencie – do 90 dni od zakończenia szkoleń",
    Key.PROJECT_END: "",
    Key.KEEP_DRAFTS: "30",
    Key.KEEP_LISTS: "90",
    Key.KEEP_SPENT: "30",
}
"""What holds until it is set; "" is no value."""

UNSET: Final = frozenset({"", "-", "–", "brak", "none"})
"""Words that take a setting back to its default."""


def read(key: Key, text: str, kept: Mapping[str, str]) -> str | SettingFault:
    """The text to be kept for a key beside those kept already, "" to take it back; or the fault."""
    flat = " ".join(text.split())
    value = "" if flat.casefold() in UNSET else _READERS[key](flat)
    if isinstance(value, SettingFault):
        return value
    changed = Programme.of({**kept, key: value})
    return value if changed.opens < changed.closes else SettingFault.NEVER_OPEN


def _date(text: str) -> str | SettingFault:
    found = read_date(text)
    return found.isoformat() if found else SettingFault.NOT_A_DATE


def _time(text: str) -> str | SettingFault:
    hours, _, minutes = text.replace(".", ":").partition(":")
    try:
        return time(int(hours), int(minutes or "0")).isoformat("minutes")
    except ValueError:
        return SettingFault.NOT_A_TIME


def _days(text: str) -> str | SettingFault:
    typed = text.replace(";", " ").replace(",", " ").split()
    days = {_DAYS_BEFORE(each) for each in typed}
    if not days or SettingFault.NOT_A_NUMBER in days:
        return SettingFault.NOT_DAYS
    return ",".join(sorted(days, key=int, reverse=True))


def _dates(text: str) -> str | SettingFault:
    days = [read_date(part) for part in text.replace(";", ",").split(",") if part.strip()]
    known = [day for day in days if day]
    if len(known) != len(days):
        return SettingFault.NOT_A_DATE
    return ",".join(sorted(day.isoformat() for day in known))


def _number(least: int, most: int) -> Callable[[str], str | SettingFault]:
    def reader(text: str) -> str | SettingFault:
        plain = text.isascii() and text.isdecimal() and len(text) < 6
        fits = plain and least <= int(text) <= most
        return str(int(text)) if fits else SettingFault.NOT_A_NUMBER

    return reader


_DAYS_BEFORE: Final = _number(1, 90)


def _choice(*choices: str) -> Callable[[str], str | SettingFault]:
    def reader(text: str) -> str | SettingFault:
        return text.casefold() if text.casefold() in choices else SettingFault.NOT_A_CHOICE

    return reader


def _words(text: str) -> str | SettingFault:
    return text if len(text) <= LONGEST else SettingFault.TOO_LONG


_READERS: Final[Mapping[Key, Callable[[str], str | SettingFault]]] = {
    Key.DEADLINE: _date,
    Key.LIMIT_MODE: _choice(*LimitMode),
    Key.ADMINISTRATOR: _words,
    Key.CONTACT: _words,
    Key.REMINDERS: _choice("on", "off"),
    Key.REMINDER_DAYS: _days,
    Key.REMINDER_AFTER: _number(1, 30),
    Key.REMINDER_EVERY: _number(1, 30),
    Key.REMINDER_OPENS: _time,
    Key.REMINDER_CLOSES: _time,
    Key.QUIET_HOURS: _number(0, 168),
    Key.FREE_DAYS: _dates,
    Key.TRAINING_I: _dates,
    Key.TRAINING_II: _dates,
    **dict.fromkeys(
        (Key.PROJECT, Key.STANDARD, Key.INSPECTOR, Key.LEGAL_BASIS, Key.RECIPIENTS, Key.RETENTION),
        _words,
    ),
    Key.PROJECT_END: _date,
    Key.KEEP_DRAFTS: _number(8, 3650),
    Key.KEEP_LISTS: _number(15, 3650),
    Key.KEEP_SPENT: _number(8, 3650),
}
"""Days kept are more than the days of warning before, and than those of `storage.updates`."""


@dataclass(frozen=True, slots=True)
class Programme:
    """The settings with their types. `deadline` None: nothing is ever overdue (§7 point 2)."""

    deadline: date | None = None
    limit_mode: LimitMode = LimitMode.MAX
    administrator: str = ""
    contact: str = ""
    reminders: bool = True
    rhythm: Rhythm = field(default_factory=Rhythm)
    opens: time = time(8, 30)
    closes: time = time(14, 30)
    free_days: frozenset[date] = field(default_factory=frozenset)
    training: Mapping[Block, tuple[date, ...]] = field(default_factory=dict)
    project: str = DEFAULTS[Key.PROJECT]
    standard: str = DEFAULTS[Key.STANDARD]
    inspector: str = ""
    legal_basis: str = ""
    recipients: str = DEFAULTS[Key.RECIPIENTS]
    retention: str = DEFAULTS[Key.RETENTION]

    @property
    def has_dates(self) -> bool:
        """Whether there is anything to put into a calendar."""
        return self.deadline is not None or bool(self.training)

    kept: Kept = field(default_factory=Kept)

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> "Programme":
        """From the texts that `read` gave; keys that are absent or unknown have no say."""
        value = {key: kept.get(key) or DEFAULTS[key] for key in Key}
        before = tuple(int(day) for day in value[Key.REMINDER_DAYS].split(","))
        free = value[Key.FREE_DAYS]
        deadline, ends = value[Key.DEADLINE], value[Key.PROJECT_END]
        return cls(
            deadline=date.fromisoformat(deadline) if deadline else None,
            limit_mode=LimitMode(value[Key.LIMIT_MODE]),
            administrator=value[Key.ADMINISTRATOR],
            contact=value[Key.CONTACT],
            reminders=value[Key.REMINDERS] == "on",
            rhythm=Rhythm(
                before=before,
                after=int(value[Key.REMINDER_AFTER]),
                every=int(value[Key.REMINDER_EVERY]),
                quiet=timedelta(hours=int(value[Key.QUIET_HOURS])),
            ),
            opens=time.fromisoformat(value[Key.REMINDER_OPENS]),
            closes=time.fromisoformat(value[Key.REMINDER_CLOSES]),
            free_days=frozenset(map(date.fromisoformat, free.split(","))) if free else frozenset(),
            training={
                block: tuple(map(date.fromisoformat, days.split(",")))
                for block, days in (
                    (Block.STEERING, value[Key.TRAINING_I]),
                    (Block.EDITORIAL, value[Key.TRAINING_II]),
                )
                if days
            },
            project=value[Key.PROJECT],
            standard=value[Key.STANDARD],
            inspector=value[Key.INSPECTOR],
            legal_basis=value[Key.LEGAL_BASIS],
            recipients=value[Key.RECIPIENTS],
            retention=value[Key.RETENTION],
            kept=Kept(
                project_end=date.fromisoformat(ends) if ends else None,
                drafts=timedelta(days=int(value[Key.KEEP_DRAFTS])),
                lists=timedelta(days=int(value[Key.KEEP_LISTS])),
                spent=timedelta(days=int(value[Key.KEEP_SPENT])),
            ),
        )

    def working_time(self, zone: ZoneInfo) -> WorkingTime:
        """When reminders may be sent, by the clocks of a zone."""
        return WorkingTime(zone, self.opens, self.closes, self.free_days)

    def overdue(self, now: datetime, zone: ZoneInfo) -> bool:
        """Whether the deadline's day has passed in a zone."""
        return self.deadline is not None and now.astimezone(zone).date() > self.deadline
