"""The dates of the programme as a calendar file (RFC 5545): the deadline and the training."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.documents.text import plain
from bot.words import Words
from conversations.limits import Block
from conversations.settings import Programme

_LINE: Final = 75
"""Octets of the longest line, its end left out (RFC 5545, 3.1)."""
_ALARM: Final = "-PT15H"
"""Nine in the morning of the day before: whole days begin at midnight."""


@dataclass(frozen=True, slots=True)
class _Event:
    """Whole days from `first` to `last`. `uid` stays when the dates move: the entry moves along."""

    uid: str
    first: date
    last: date
    summary: str


def calendar(programme: Programme, whom: str, now: datetime, words: Words) -> bytes:
    """What is set of the deadline and the days of training. `whom`: an office, or "" for a desk.

    `now` (UTC) is when it was made. A reminder rings the day before each.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Komplet//Komplet//PL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    edition = hashlib.sha256(plain(programme.project).encode()).hexdigest()[:12]
    for event in _events(programme, whom, words):
        lines += _event(event, edition, now, words)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def _events(programme: Programme, whom: str, words: Words) -> Iterator[_Event]:
    project = plain(programme.project)
    about = f" – {plain(whom)}" if whom else ""
    if programme.deadline is not None:
        summary = words.plain("calendar-deadline", project=project) + about
        yield _Event("deadline", programme.deadline, programme.deadline, summary)
    for block, days in programme.training.items():
        summary = words.plain("calendar-training", block=block.value, project=project) + about
        for number, (first, last) in enumerate(_runs(days), 1):
            yield _Event(f"block-{_NAMES[block]}-{number}", first, last, summary)


_NAMES: Final = {Block.STEERING: "i", Block.EDITORIAL: "ii"}


def _runs(days: Sequence[date]) -> Iterable[tuple[date, date]]:
    """Days that follow each other as one event."""
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _event(event: _Event, edition: str, now: datetime, words: Words) -> list[str]:
    """The lines of an event. `DTEND` is the day after the last one (RFC 5545, 3.6.1)."""
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    summary = _escaped(event.summary)
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}-{edition}@komplet",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{summary}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(words.plain('calendar-alarm'))}: {summary}",
        f"TRIGGER:{_ALARM}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, no letter torn (RFC 5545, 3.1)."""
    pieces: list[str] = []
    piece = ""
    for letter in line:
        room = _LINE - (1 if pieces else 0)
        if len(f"{piece}{letter}".encode()) > room:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join((*pieces, piece))
