"""Words that explain something to a person: a reason, a comment. Never anything but their measure.

Both ends are refused rather than mended: nothing that was typed is cut off in silence.
"""

from conversations.notes import NoteCode

LONGEST_REASON = 500
FEWEST_LETTERS = 3


def is_reason(text: str) -> bool:
    """Whether the text says anything: a full stop or „ok” is no reason."""
    return sum(character.isalpha() for character in text) >= FEWEST_LETTERS


def read_reason(text: str) -> str | NoteCode:
    """The reason on one line, or why it is none (REASON_NEEDED, TOO_LONG)."""
    if not is_reason(text):
        return NoteCode.REASON_NEEDED
    reason = " ".join(text.split())
    return reason if len(reason) <= LONGEST_REASON else NoteCode.TOO_LONG
