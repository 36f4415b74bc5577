"""Draws docs/authorisation.md from the table: `python -m tests.conversations.authorisation`."""

from collections.abc import Iterable
from pathlib import Path

from conversations.access import Role, Wanted, Way, allowed, may
from conversations.events import Action, Command, SentKind
from tests.conversations.cast_of_access import GRANTS, OFFICES

PAGE = Path(__file__).parents[2] / "docs" / "authorisation.md"
WHO = (None, *Role)
GROUPS: tuple[tuple[str, Iterable[Wanted]], ...] = (
    ("Buttons", Action),
    ("Commands", Command),
    ("Files", SentKind),
    ("Looking at an office", Way),
)
HEAD = """# Who may do what

Drawn from `conversations/access.py` by `python -m tests.conversations.authorisation`; a page that
is out of date fails a test. Every cell is tried over the real turn on a real database
(`tests/bot/test_access_matrix.py`): as a button, as the same button forged with somebody else's
role, as a command, a file, an inline query and as words. Whoever has no right changes nothing
and is told no office's name and nobody's.

- **all** – every office; **own** – the own one, an Advisor's those of the table; **yes** – where no
  office is concerned; **–** – never.
- What a right is worth is decided by where the submission stands (`conversations/approval.py`):
  in a closed office nothing is written by anybody before the coordinator reopens it.
- „UNKNOWN” is whatever is no command: everybody is told so.
"""


def _cell(who: Role | None, wanted: Wanted) -> str:
    if not may(who, wanted):
        return "–"
    own, other = (allowed(GRANTS[who], wanted, each) for each in OFFICES)
    return "all" if other else "own" if own else "yes"


def page() -> str:
    """The whole page."""
    lines = [HEAD]
    for title, every in GROUPS:
        names = ["stranger" if who is None else who.value for who in WHO]
        lines += [f"## {title}", "", f"| | {' | '.join(names)} |", "|---" * (len(WHO) + 1) + "|"]
        for wanted in every:
            cells = " | ".join(_cell(who, wanted) for who in WHO)
            code = f" (`/{wanted.value}`)" if isinstance(wanted, Command) else ""
            lines.append(f"| {wanted.name}{code} | {cells} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
