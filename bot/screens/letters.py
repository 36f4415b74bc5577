"""Remarks on a card, alerts of refused taps, and letters: codes with values turned into sentences.

A letter tells which office and what, never the names of listed people (domain.md §4.5).
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from bot import invitations
from bot.screens.announcing import letter as announcement
from bot.screens.office import advised, unfit_lines
from bot.screens.parts import LONGEST_OFFICE, Row, button, office_name, utf16_length
from bot.screens.view import Screen, View
from bot.words import Html, Words, cleaned, joined
from conversations.access import Role
from conversations.events import Action, Note
from conversations.limits import Block
from conversations.notes import NoteCode, NoticeCode
from conversations.submission import Submission, asked_for, still_fits, within_limits
from conversations.talk import Topic

LONGEST_ALERT = 200
"""Bot API, answerCallbackQuery: text of 0-200 characters."""

_REASONS = {
    NoteCode.FILE_REFUSED: "upload",
    NoteCode.NOT_A_TABLE: "not-a-table",
    NoteCode.SETTING_UNREADABLE: "setting-fault",
}

_BEGUN: Final = frozenset({NoteCode.LISTS_BEGUN, NoteCode.ANNOUNCEMENT_BEGUN})
"""Notes that the result will come, which say nothing above the result."""


def remark(view: View, words: Words) -> Html | None:
    """The first line of a card: what has just happened; a refusal is marked as one."""
    note = view.talk.note
    ended = view.progress is not None and view.progress.done
    if note is None or (ended and note.code in _BEGUN):
        return None
    line = words(
        f"note-{note.code}", **_values(note, words, _awaited(view)), **_receipt(view, words)
    )
    return words("refusal" if note.refusal else "remark", remark=line)


def alert(note: Note, words: Words) -> str:
    """A refusal as plain text of at most 200 characters."""
    text = words.plain(f"note-{note.code}", **_values(note, words))
    if utf16_length(text) <= LONGEST_ALERT:
        return text
    while utf16_length(text) >= LONGEST_ALERT:
        text = text[:-1]
    return text + "…"


def _awaited(view: View) -> str:
    """What somebody would send a file for: the coordinator a table, an office a list."""
    grant = view.talk.grant
    return "table" if grant is not None and grant.role is Role.COORDINATOR else "list"


def _values(note: Note, words: Words, awaited: str = "list") -> dict[str, str | int]:
    """The note's own values; a reason given by code becomes its sentence."""
    values = dict(note.values)
    family = _REASONS.get(note.code)
    if note.code in {NoteCode.DOCUMENT_COMING, NoteCode.DOCUMENT_ON_ITS_WAY}:
        return {"paper": words(f"paper-{values['paper']}")}
    if note.code is NoteCode.SNOOZED:
        day = str(values["day"])
        if not day:
            return {"planned": "no", "day": "–"}
        return {"planned": "yes", "day": words.date(date.fromisoformat(day))}
    if note.code is NoteCode.SUBSTITUTE_LATER:
        return {"day": words.date(date.fromisoformat(str(values["day"])))}
    if note.code is NoteCode.PICTURE:
        return {"awaited": awaited}
    if family is None:
        return values
    key = f"{family}-{str(values['reason']).replace('_', '-')}"
    name = cleaned(str(values.get("name", "")), 60)
    return {"why": words(key, name=name, awaited=awaited)}


def _receipt(view: View, words: Words) -> dict[str, str | int]:
    """What the receipt of a submission names: its number, day and hour, and who is told."""
    if view.submission is None:
        return {"advised": "no"}
    at = view.submission.updated_at or view.now
    number = f"{view.submission.office.id}/{view.submission.version}"
    return {
        "date": words.date(at),
        "time": words.time(at),
        "number": number,
        "advised": advised(view.submission.office),
    }


def letter(
    code: NoticeCode,
    submission: Submission | None,
    values: Mapping[str, str | int],
    words: Words,
    *,
    corrects: bool = True,
) -> Screen:
    """A notice as a letter: its sentence, and a button that leads on.

    `corrects` tells whether its reader is one who may correct the submission.

    An invitation is to be passed on, so it has a link in its text and no button. Raises KeyError
    when the notice misses a value that its sentence needs.
    """
    if code is NoticeCode.INVITATION:
        return Screen(_invitation(submission, values, words))
    if code is NoticeCode.ANNOUNCEMENT:
        return announcement(str(values["text"]), words)
    if code is NoticeCode.ACCOUNT_ERASED:
        return Screen(words("notice-account-erased", **values))
    if code is NoticeCode.NUDGE:
        return Screen(*_nudge(submission, values, words))
    if code is NoticeCode.PERSONAL_DATA:
        notice = button(words, "privacy", Action.TOPIC, Topic.PRIVACY)
        return Screen(words("notice-personal-data"), ((notice,),))
    if code in {NoticeCode.DRAFT_EXPIRES, NoticeCode.LISTS_EXPIRE}:
        values = {**values, "day": words.date(date.fromisoformat(str(values["day"])))}
    text = words(f"notice-{code}", **_dated(values, words), **_of(submission, words))
    if code in {NoticeCode.OFFICE_ACCESS_REVOKED, NoticeCode.HANDED_OVER}:
        return Screen(text, ((button(words, "help", Action.TOPIC, "help"),),))
    if code is NoticeCode.LIMIT_CHANGED and submission is not None:
        text = joined((text, *unfit_lines(submission.counted, submission, words)))
    key = {
        NoticeCode.APPROVAL_WAITS: "see",
        NoticeCode.RETURNED_BY_HEAD: "fix",
        NoticeCode.RETURNED_BY_ADVISOR: "fix",
        NoticeCode.REQUESTED: "see",
        NoticeCode.ASKED: "answer",
    }.get(code, "open")
    if key == "fix" and not corrects:
        key = "open"
    action = Action.EDIT if key == "fix" else Action.OPEN
    office = str(submission.office.id) if submission is not None else ""
    return Screen(text, ((button(words, key, action, office),),))


def _dated(values: Mapping[str, str | int], words: Words) -> dict[str, str | int]:
    """The values with days as people write them."""
    return {
        name: words.date(date.fromisoformat(str(value))) if name in {"first", "last"} else value
        for name, value in values.items()
    }


def _of(submission: Submission | None, words: Words) -> dict[str, str | int]:
    if submission is None:
        keys = ("office", "limit-steering", "limit-editorial", "people", "fit", "mode")
        return dict.fromkeys(keys, "–")
    office = submission.office
    return {
        "office": office_name(office),
        "limit-steering": office.seats(Block.STEERING),
        "limit-editorial": office.seats(Block.EDITORIAL),
        "people": words("people-nominative", count=len(submission.counted.steering)),
        "fit": _fit(submission),
        "mode": "exact" if office.exact else "max",
    }


def _fit(submission: Submission) -> str:
    """Whether the team fits its limits, exceeds one, or has a block that nobody is in yet."""
    if not within_limits(submission.counted, submission.office):
        return "over"
    return "fits" if still_fits(submission.counted, submission.office) else "opened"


def _nudge(
    submission: Submission | None, values: Mapping[str, str | int], words: Words
) -> tuple[Html, tuple[Row, ...]]:
    """What an office still has to give, and until when (urz.przypomnienie)."""
    lacking = asked_for(submission) if submission else ()
    due = str(values.get("deadline", ""))
    text = words(
        "notice-nudge",
        missing=joined((words(f"missing-{item}") for item in lacking), ", ") or "–",
        deadline=words.date(date.fromisoformat(due)) if due else words("nudge-no-deadline"),
        office=office_name(submission.office) if submission else "–",
    )
    return text, ((button(words, "continue", Action.CONTINUE),),)


def _invitation(
    submission: Submission | None, values: Mapping[str, str | int], words: Words
) -> Html:
    role, days = str(Role(str(values["role"]))), {}
    if "until" in values:
        role = "substitute"
        days = {
            name: words.date(date.fromisoformat(str(values[key])))
            for name, key in (("since", "from"), ("until", "until"))
        }
    elif "hands_over" in values:
        role = "successor"
    whom = words(
        f"notice-invitation-{role}",
        **days,
        office=cleaned(submission.office.name, LONGEST_OFFICE) if submission else "–",
        advisor=cleaned(str(values.get("advisor") or "–"), 60),
    )
    expires = datetime.fromisoformat(str(values["expires"]))
    link = invitations.link(str(values["bot"]), str(values["token"]))
    return words("notice-invitation", whom=whom, expires=words.moment(expires), link=link)
