"""A document from its letter to its file: what it is made of is read, then it is made, then sent.

Reading is done in a transaction, making outside of any and in a thread, since it may take a second.
Whoever asked must still hold the role in which they asked.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.documents.text import slug
from bot.scope import may_see, scope
from bot.words import Html, Words
from conversations.access import Grant, may_have
from conversations.papers import Paper, Version, Wanted
from conversations.paperwork import unavailable
from conversations.progress import stands
from conversations.settings import Programme
from conversations.submission import Submission
from storage import access, approvals, settings, submissions, talks
from storage.database import Connection
from storage.outbox import Letter


class NoSuchDocument(Exception):
    """There is nothing to send any more, or nobody who may have it."""


@dataclass(frozen=True, slots=True)
class File:
    """A document ready to be sent; a picture goes as a photo."""

    name: str
    content: bytes
    caption: Html
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document is made of, at one moment (UTC)."""

    paper: Paper
    now: datetime
    language: str
    programme: Programme
    submissions: tuple[Submission, ...]
    """The one office it is about, or every office of the desk."""
    about: Submission | None = None
    versions: tuple[Version, ...] = ()
    """Of the one office: what was approved, up to the version that was asked for."""
    pressed_by: str | None = None
    table: approvals.Origin | None = None
    accepted: bool = False
    informed: datetime | None = None


def gather(connection: Connection, letter: Letter, now: datetime) -> Facts:
    """Read what the letter's document is made of. Raises NoSuchDocument."""
    wanted = Wanted(Paper(str(letter.values["paper"])), letter.office_id)
    asked_as = int(letter.values["grant"])
    held = access.grants(connection, letter.person_id, now)
    grant = next((each for each in held if each.id == asked_as), None)
    if grant is None or not may_have(grant.role, wanted):
        raise NoSuchDocument("the role that it is for was taken away")
    facts = Facts(
        wanted.paper,
        now,
        talks.load(connection, letter.person_id, lock=False).talk.language,
        Programme.of(settings.everything(connection)),
        _of_desk(connection, grant, now) if wanted.office_id is None else (),
    )
    if wanted.office_id is None:
        return facts
    version = int(letter.values["version"])
    return _about_office(connection, facts, wanted.office_id, grant, version=version, now=now)


def _of_desk(connection: Connection, grant: Grant, now: datetime) -> tuple[Submission, ...]:
    own = scope(connection, grant, now)
    if own is None:
        return tuple(submissions.all_submissions(connection))
    return tuple(each for name in own for each in submissions.of_advisor(connection, name))


def _about_office(
    connection: Connection,
    facts: Facts,
    office_id: int,
    grant: Grant,
    *,
    version: int,
    now: datetime,
) -> Facts:
    about = submissions.load(connection, office_id, lock=False)
    if about is None or not may_see(connection, grant, about.office, now):
        raise NoSuchDocument("the office is not this reader's any more")
    history = approvals.history(connection, office_id)
    versions = tuple(each for each in history if each.number <= version)
    if unavailable(facts.paper, about, versions or history, facts.programme) is not None:
        raise NoSuchDocument("there is no such document any more")
    return replace(
        facts,
        submissions=(about,),
        about=about,
        versions=versions,
        pressed_by=approvals.pressed_by(connection, office_id, version),
        table=approvals.origin(connection, office_id),
        # The Advisor's acceptance is kept of the latest version only.
        accepted=versions == history and about.approval is not None and about.approval.accepted,
        informed=approvals.informed(connection, office_id).get(version),
    )


def make(facts: Facts) -> File:
    """The document, in the reader's language where it is for the chat, in Polish for the office."""
    words = Words(facts.language)
    office = facts.about.office.name if facts.about else ""
    base = words.plain(f"paper-file-{facts.paper}")
    name = "-".join(filter(None, (slug(base), slug(office) if office else "")))
    suffix = _SUFFIXES.get(facts.paper, facts.paper.value)
    caption = words(f"paper-caption-{facts.paper}")
    heading = words("notice-document", office=office, text=caption) if office else caption
    if facts.paper is Paper.CHART:
        from bot.documents import chart  # noqa: PLC0415 - Pillow, only for a picture

        every = stands(facts.submissions)
        told, picture = Html(chart.caption(every, words)), chart.chart(every, words)
        return File(f"{name}.png", picture, told, picture=True)
    return File(f"{name}.{suffix}", _content(facts, words), heading)


_SUFFIXES = {
    **dict.fromkeys((Paper.ORDER, Paper.AMENDING_ORDER, Paper.NOTICE, Paper.RECORD), "docx"),
    Paper.PARTICIPANTS: "xlsx",
    Paper.CALENDAR: "ics",
    Paper.CHART: "png",
}


def _content(facts: Facts, words: Words) -> bytes:
    paper, about = facts.paper, facts.about
    if about is not None and paper in _WORD:
        return _docx(facts, about)
    if paper is Paper.CALENDAR:
        from bot.documents.calendar import calendar  # noqa: PLC0415

        whom = about.office.name if about else ""
        return calendar(facts.programme, whom, facts.now, words)
    return _table(facts)


_WORD = frozenset({Paper.ORDER, Paper.AMENDING_ORDER, Paper.NOTICE, Paper.RECORD})


def _table(facts: Facts) -> bytes:
    # openpyxl costs memory that a bot which only talks does not need.
    from bot.documents import export, participants  # noqa: PLC0415

    if facts.paper is Paper.PARTICIPANTS:
        own = facts.about is not None
        return participants.participants(facts.submissions, practice=own)
    return export.WRITERS[f".{facts.paper}"](facts.submissions)


def _docx(facts: Facts, about: Submission) -> bytes:
    from bot.documents import notice, order, record  # noqa: PLC0415 - python-docx: 0.15 s

    office, versions = about.office, facts.versions
    match facts.paper:
        case Paper.NOTICE:
            return notice.notice(office, facts.programme)
        case Paper.AMENDING_ORDER:
            return order.amending_order(office, versions[-2], versions[-1], facts.programme)
        case Paper.RECORD:
            known = record.Circumstances(
                facts.pressed_by, facts.table, facts.accepted, facts.informed
            )
            return record.record(office, versions[-1], known)
        case _:
            team = versions[-1].approval.team if versions else about.counted
            return order.order(office, team, facts.programme)
