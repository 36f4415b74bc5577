"""Reads the list of people that an office pastes, and says what it could not read for certain.

Source: domain.md §3.5–§3.7. It never drops a line in silence, never repeats private data, and
knows no team, limit or office.
"""

from conversations.pasted_list.changes import (
    Change,
    Mention,
    Newcomer,
    mentions,
    read_change,
    read_post,
)
from conversations.pasted_list.everybody import everybody_edits, those_left
from conversations.pasted_list.numbers import read_numbers
from conversations.pasted_list.reading import read
from conversations.pasted_list.sections import is_heading
from conversations.pasted_list.values import (
    Leftover,
    Listed,
    ListedRole,
    Question,
    QuestionCode,
    Reading,
    Remark,
    WarningCode,
)
from conversations.pasted_list.words import DISCARDED

__all__ = [
    "DISCARDED",
    "Change",
    "Leftover",
    "Listed",
    "ListedRole",
    "Mention",
    "Newcomer",
    "Question",
    "QuestionCode",
    "Reading",
    "Remark",
    "WarningCode",
    "everybody_edits",
    "is_heading",
    "mentions",
    "read",
    "read_change",
    "read_numbers",
    "read_post",
    "those_left",
]
