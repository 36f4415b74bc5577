"""What can happen in a chat, what a button means, and what a step answers.

Events come in, a `Turn` goes out. Nothing here knows Telegram or words: a `Note` and a `Notice`
are codes with values, which `bot/screens` turns into sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from conversations.coordination_table import NotATableReason, Sheet, TableReading
from conversations.notes import NoteCode, NoticeCode

LONGEST_ID = 9
"""Digits of the longest id that a button carries; a longer one is forged."""


class Action(StrEnum):
    """What a button asks for. Values travel in callback data, so they are short and never change.

    An action names an outcome („seat person 7 in block II”), never a toggle, so that a button may
    be pressed twice or years later.
    """

    OPEN = "op"
    BACK = "bk"
    SWITCH = "sw"
    SWITCH_ROLE = "sr"
    LANGUAGE = "la"
    TOPIC = "tp"
    ASK = "qu"
    PAGE = "pg"
    ACCEPT_INVITATION = "ai"
    DECLINE_INVITATION = "di"
    CONTINUE = "go"
    CONFIRM = "ok"
    KEEP = "kp"
    CHANGE = "ch"
    JOIN = "jn"
    REQUEST = "rq"
    BASIS = "bs"
    LIST_OK = "lo"
    LIST_FIX = "lf"
    LIST_ADD = "la+"
    LIST_REMOVE = "lr"
    FIX = "fx"
    REMOVE = "rm"
    REMOVE_SURELY = "rs"
    CHOOSE = "cs"
    PICK = "pk"
    UNPICK = "up"
    DONE = "dn"
    ADD_OUTSIDER = "ao"
    SKIP = "sk"
    SEND = "sd"
    EDIT = "ed"
    EDIT_PLENIPOTENTIARY = "ep"
    EDIT_STEERING = "es"
    EDIT_EDITORIAL = "ee"
    EDIT_BASIS = "eb"
    APPROVE = "ap"
    RETURN = "rt"
    TAKE_BACK = "tb"
    AMEND = "am"
    DISCARD = "dc"
    INVITE = "iv"
    OFFICE = "of"
    ACCEPT = "ac"
    GRANT = "gr"
    REFUSE = "rf"
    CLOSE = "cl"
    REOPEN = "ro"
    IMPORT_ADD = "ia"
    IMPORT_REPLACE = "ir"
    IMPORT_OVERRULE = "io"
    IMPORT_REJECT = "ix"
    NUDGE = "ng"
    SNOOZE = "sz"
    SETTING = "st"
    ACCESS = "ax"
    REVOKE = "rv"
    REVOKE_SURELY = "rvs"
    HAND_OVER = "ho"
    HAND_OVER_SURELY = "hos"
    INVITE_SURELY = "ivs"
    INVITE_BY_FILE = "ib"
    CLOSING = "cg"
    CLOSING_SURELY = "cgs"
    ANNOUNCE = "an"
    ANNOUNCE_SURELY = "ans"
    HISTORY = "hi"
    HISTORY_VERSION = "hv"
    DOCUMENT = "do"
    INFORMED = "if"
    MATCHED = "mt"
    UNMATCHED = "mn"
    APPLY = "cy"
    REPHRASE = "cn"
    MEANT = "mw"
    SUBSTITUTE = "sb"
    SETTING_KEEP = "ks"
    SNOOZE_WHY = "zw"
    COMMENT = "cm"
    ABOUT = "ab"
    ASK_ADVISOR = "qa"
    STAND_IN = "si"
    STAND_IN_END = "sx"
    ENTER = "en"
    ATTENDANCE = "at"
    ERASE = "er"
    ERASE_ON = "eo"
    ERASE_SURELY = "ey"
    PRACTICE = "pr"


NEEDS_CURRENT = frozenset(
    {
        Action.CONFIRM,
        Action.JOIN,
        Action.BASIS,
        Action.SEND,
        Action.APPROVE,
        Action.ACCEPT,
        Action.REMOVE_SURELY,
        Action.ADD_OUTSIDER,
        Action.CHOOSE,
        Action.SKIP,
        Action.DISCARD,
        Action.GRANT,
        Action.REFUSE,
        Action.IMPORT_ADD,
        Action.IMPORT_REPLACE,
        Action.IMPORT_OVERRULE,
        Action.INFORMED,
        Action.MATCHED,
        Action.UNMATCHED,
        Action.APPLY,
        Action.MEANT,
        Action.STAND_IN_END,
        Action.ATTENDANCE,
    }
)
"""Actions that vouch for what the card showed: on an outdated card they are refused and redrawn."""


class Meaning(StrEnum):
    """What typed words were meant to be, as the button of `MEANT` says."""

    ANSWER = "answer"
    PLENIPOTENTIARY = "plenipotentiary"
    LIST = "list"


class Command(StrEnum):
    """The commands of product.md, by their canonical name."""

    START = "start"
    INFO = "informacja"
    STATUS = "stan"
    HELP = "pomoc"
    DEADLINE = "termin"
    ADVISOR = "doradca"
    PRIVACY = "rodo"
    LANGUAGE = "jezyk"
    CANCEL = "anuluj"
    CONTINUE = "kontynuuj"
    PLENIPOTENTIARY = "pelnomocnik"
    STEERING = "grupa"
    EDITORIAL = "redakcyjny"
    IMPORT = "import"
    INVITATIONS = "zaproszenia"
    EXPORT = "eksport"
    SETTINGS = "ustawienia"
    ACCESS = "dostep"
    ANNOUNCEMENT = "ogloszenie"
    HISTORY = "historia"
    MY_DATA = "moje_dane"
    ERASE = "usun"
    PRACTICE = "cwiczenie"
    UNKNOWN = "?"


ALIASES: Mapping[str, Command] = {
    **{command.value: command for command in Command},
    "status": Command.STATUS,
    "help": Command.HELP,
    "language": Command.LANGUAGE,
    "settings": Command.SETTINGS,
    "practice": Command.PRACTICE,
}
"""Every name under which a command is understood."""


@dataclass(frozen=True, slots=True)
class Said:
    """Text that is not a command."""

    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A command with what stands after it."""

    command: Command
    argument: str = ""


def read_id(text: str) -> int | None:
    """The number in the text; None for anything else, and for more digits than an id can have."""
    plain = text.isascii() and text.isdecimal() and len(text) <= LONGEST_ID
    return int(text) if plain else None


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button: what it asks for, about what, and from which version of the card's subject."""

    action: Action
    argument: str = ""
    version: int = 0

    @property
    def number(self) -> int | None:
        """The id or page that the button carries, if it carries one."""
        return read_id(self.argument)


class SentKind(StrEnum):
    """What was sent instead of text."""

    DOCUMENT = "document"
    PICTURE = "picture"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sent:
    """A file or anything else without text. `file_id` is Telegram's, for a document."""

    kind: SentKind
    file_id: str = ""
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of a document sent before: its sheets, or why it could not be read.

    `table` is what the sheets say as a coordination table, or why they are none: reading one takes
    too long for a turn. `office_id` is the office whose list it was sent as, as in `ReadFile`.
    """

    name: str
    sheets: tuple[Sheet, ...] = ()
    table: TableReading | NotATableReason = NotATableReason.EMPTY
    refusal: str | None = None
    office_id: int | None = None


Event = Said | Asked | Tapped | Sent | FileRead

Values = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Note:
    """One line about what just happened, by code.

    `refusal` makes it the alert of the tap that caused it; typed words are refused in the card.
    `version` is the submission's after it: what others do next takes the remark off the card.
    """

    code: NoteCode
    values: Values = field(default_factory=dict)
    refusal: bool = False
    version: int | None = None


class Audience(StrEnum):
    """Who hears a notice."""

    HEAD = "head"
    OFFICE = "office"
    ADVISOR = "advisor"
    COORDINATORS = "coordinators"


@dataclass(frozen=True, slots=True)
class Notice:
    """News for somebody else about an office, by ids and codes, without names of listed people.

    News about several offices of an Advisor has no office but the Advisor's name.
    """

    code: NoticeCode
    audience: Audience
    office_id: int | None = None
    values: Values = field(default_factory=dict)
    advisor: str | None = None
