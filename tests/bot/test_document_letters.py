"""From a tap to a file over a real store: one letter, the right version, nobody else's document."""

import io
import json
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from docx import Document
from sqlalchemy import text, update

from bot import turn, views
from bot.documents import papers
from bot.inbound import Inbound
from conversations.access import Role
from conversations.events import Action, Asked, Command, Event, Tapped
from conversations.notes import NoteCode, NoticeCode
from conversations.papers import Paper
from conversations.submission import Approval, Decider, Stage, Submission
from conversations.talk import Topic
from storage import approvals, outbox, settings, talks
from storage.database import Database
from storage.outbox import Letter
from storage.tables.offices import OfficeRow
from storage.tables.people import GrantRow
from tests.storage.stock import (
    LATER,
    NOW,
    comes_in,
    grant_of,
    import_offices,
    loaded,
    row,
    saved,
    whole_team,
)

HEAD_IS, SECRETARY_IS, ADVISOR_IS, COORDINATOR_IS = 201, 202, 203, 204
EWA, JAN = "Ewa Lis", "Jan Lis"


@pytest.fixture
def office(database: Database) -> Submission:
    """An approved office with its people, its Advisor and a coordinator, and another office."""
    ids = import_offices(database, row("Urząd Gminy Rejowiec"), row("Urząd Gminy X", advisor=JAN))
    empty = loaded(database, ids[0])
    draft = saved(database, empty, empty.with_team(whole_team()))
    approval = Approval(draft.team, NOW, Decider.HEAD, draft.team.basis)
    comes_in(database, HEAD_IS, Role.HEAD, office_id=ids[0], name="Zofia Kania")
    comes_in(database, SECRETARY_IS, Role.SECRETARY, office_id=ids[0])
    comes_in(database, ADVISOR_IS, Role.ADVISOR, advisor=EWA)
    comes_in(database, COORDINATOR_IS, Role.COORDINATOR)
    return saved(database, draft, replace(draft, stage=Stage.SETTLED, approval=approval))


UPDATES = iter(range(1, 10_000))


def does(database: Database, person_id: int, event: Event) -> NoteCode | None:
    """A person's update is taken; the remark that came of it."""
    grant_id = 0
    if isinstance(event, Tapped):
        grant_id = 0 if (held := grant_of(database, person_id)) is None else held.id
    inbound = Inbound(next(UPDATES), person_id, "X", event, grant_id, "q")
    outcome = database.write(lambda c: turn.take(c, inbound, LATER))
    note = outcome.alert or talk_of(database, person_id).note
    return note.code if note else None


def talk_of(database: Database, person_id: int) -> Any:
    return database.read(lambda c: talks.load(c, person_id, lock=False)).talk


def letters(database: Database) -> list[Letter]:
    """Every letter that waits, each at its time: one chat gets no more than a few at once."""
    found: list[Letter] = []
    at = LATER + timedelta(hours=1)
    while (taken := database.write(partial(outbox.claim, now=at))) is not None:
        if isinstance(taken, Letter):
            found.append(taken)
        else:
            at = taken
    return found


def gathered(database: Database, letter: Letter) -> papers.Facts:
    return database.read(lambda c: papers.gather(c, letter, LATER))


def document(argument: str) -> Tapped:
    return Tapped(Action.DOCUMENT, argument)


def test_a_document_is_a_letter_by_ids_that_is_built_when_it_is_sent(
    database: Database, office: Submission
) -> None:
    this = office.office.id
    assert does(database, HEAD_IS, document(f"order:{this}")) is NoteCode.DOCUMENT_COMING
    content = database.read(lambda c: c.scalar(text("SELECT content FROM letter")))
    assert set(json.loads(content)) == {"paper", "version", "grant"}
    (letter,) = letters(database)
    assert (letter.code, letter.office_id) == (NoticeCode.DOCUMENT, this)
    file = papers.make(gathered(database, letter))
    assert file.name == "projekt-zarzadzenia-urzad-gminy-rejowiec.docx"
    assert "Urząd Gminy Rejowiec" in file.caption
    written = "\n".join(each.text for each in Document(io.BytesIO(file.content)).paragraphs)
    assert "mgr Anna Kowalczyk – Sekretarz Gminy" in written


def test_a_second_tap_sends_no_second_copy_while_the_first_is_on_its_way(
    database: Database, office: Submission
) -> None:
    argument = f"list:{office.office.id}"
    assert does(database, HEAD_IS, document(argument)) is NoteCode.DOCUMENT_COMING
    assert does(database, HEAD_IS, document(argument)) is NoteCode.DOCUMENT_ON_ITS_WAY
    assert does(database, SECRETARY_IS, document(argument)) is NoteCode.DOCUMENT_COMING
    sent = letters(database)
    assert sorted(letter.person_id for letter in sent) == [HEAD_IS, SECRETARY_IS]
    for letter in sent:
        database.write(lambda c, at=letter.id: outbox.sent(c, at, LATER))  # type: ignore[misc]
    assert does(database, HEAD_IS, document(argument)) is NoteCode.DOCUMENT_COMING


def test_the_version_that_was_asked_for_is_the_one_that_comes(
    database: Database, office: Submission
) -> None:
    """A change approved between the tap and the sending is another document."""
    this = office.office.id
    does(database, HEAD_IS, document(f"record:{this}"))
    smaller = office.team.remove(4)
    amended = replace(office, team=smaller, approval=Approval(smaller, LATER, Decider.HEAD))
    after = saved(database, office, amended)
    does(database, SECRETARY_IS, document(f"record:{this}"))
    before_facts, after_facts = (gathered(database, letter) for letter in letters(database))
    assert before_facts.versions[-1].number == office.version
    assert after_facts.versions[-1].number == after.version
    assert len(after_facts.versions) == 2
    for facts in (before_facts, after_facts):
        assert papers.make(facts).name == "karta-zatwierdzenia-urzad-gminy-rejowiec.docx"
    assert does(database, HEAD_IS, document(f"amending:{this}")) is NoteCode.DOCUMENT_COMING
    (letter,) = letters(database)
    assert b"word/document.xml" in papers.make(gathered(database, letter)).content


def test_an_acceptance_is_told_only_of_the_version_that_it_was_given_for(
    database: Database, office: Submission
) -> None:
    this, decided = office.office.id, office.approval
    assert decided is not None
    accepted = saved(database, office, replace(office, approval=replace(decided, accepted=True)))
    does(database, HEAD_IS, document(f"record:{this}"))
    (letter,) = letters(database)
    assert gathered(database, letter).accepted
    smaller = office.team.remove(4)
    newer = Approval(smaller, LATER, Decider.HEAD, accepted=True)
    saved(database, accepted, replace(accepted, team=smaller, approval=newer))
    assert not gathered(database, letter).accepted


def test_whoever_lost_the_role_meanwhile_gets_nothing(
    database: Database, office: Submission
) -> None:
    this = office.office.id
    does(database, ADVISOR_IS, document(f"list:{this}"))
    does(database, ADVISOR_IS, document("list"))
    does(database, HEAD_IS, document(f"list:{this}"))
    of_office, of_desk, of_head = letters(database)
    moved = update(OfficeRow.__table__).where(OfficeRow.__table__.c.id == this)
    database.write(lambda c: c.execute(moved.values(advisor=JAN)))
    with pytest.raises(papers.NoSuchDocument):
        gathered(database, of_office)
    assert gathered(database, of_desk).submissions == ()
    revoked = update(GrantRow.__table__).values(revoked_at=LATER)
    database.write(lambda c: c.execute(revoked))
    for letter in (of_desk, of_head):
        with pytest.raises(papers.NoSuchDocument):
            gathered(database, letter)


def test_nobody_gets_another_offices_documents(database: Database, office: Submission) -> None:
    other = office.office.id + 1
    assert does(database, HEAD_IS, document(f"order:{other}")) is NoteCode.STALE
    assert does(database, ADVISOR_IS, document(f"order:{other}")) is NoteCode.NOT_ALLOWED
    assert does(database, ADVISOR_IS, document("xlsx")) is NoteCode.STALE
    assert does(database, HEAD_IS, document("list")) is NoteCode.STALE
    assert does(database, 999, document(f"order:{other}")) is NoteCode.NOT_ALLOWED
    assert letters(database) == []
    assert does(database, COORDINATOR_IS, document(f"order:{other}")) is NoteCode.NOBODY_LISTED
    assert does(database, COORDINATOR_IS, document("order:999")) is NoteCode.STALE


def test_the_coordinator_has_everything_of_every_office(
    database: Database, office: Submission
) -> None:
    database.write(lambda c: settings.put(c, "deadline", "2027-01-15"))
    for paper in (
        Paper.PARTICIPANTS,
        Paper.CALENDAR,
        Paper.CHART,
        Paper.XLSX,
        Paper.CSV,
        Paper.JSON,
    ):
        assert does(database, COORDINATOR_IS, document(paper)) is NoteCode.DOCUMENT_COMING
    files = [papers.make(gathered(database, letter)) for letter in letters(database)]
    assert [file.name.rpartition(".")[2] for file in files] == [
        *("xlsx", "ics", "png", "xlsx", "csv", "json")
    ]
    assert [file.picture for file in files] == [False, False, True, False, False, False]
    assert all(file.content and 0 < len(file.caption) < 1024 for file in files)
    assert len(json.loads(files[-1].content)["offices"]) == 2


def test_a_calendar_without_a_date_is_refused_and_says_who_sets_it(
    database: Database, office: Submission
) -> None:
    argument = f"calendar:{office.office.id}"
    assert does(database, HEAD_IS, document(argument)) is NoteCode.NO_DATES
    database.write(lambda c: settings.put(c, "training_ii", "2027-02-10"))
    assert does(database, HEAD_IS, document(argument)) is NoteCode.DOCUMENT_COMING


def test_the_list_of_documents_stays_on_the_card_while_one_is_asked_for(
    database: Database, office: Submission
) -> None:
    does(database, COORDINATOR_IS, Asked(Command.EXPORT))
    assert talk_of(database, COORDINATOR_IS).topic is Topic.EXPORT
    does(database, COORDINATOR_IS, document("csv"))
    assert talk_of(database, COORDINATOR_IS).topic is Topic.EXPORT


def test_that_people_were_informed_is_kept_for_the_version_and_shown_to_all(
    database: Database, office: Submission
) -> None:
    this = office.office.id
    for person_id in (HEAD_IS, SECRETARY_IS):
        does(database, person_id, Asked(Command.CANCEL))
    filed = database.read(lambda c: views.load(c, HEAD_IS, LATER))[0].filed
    assert filed is not None
    assert (filed.uninformed, filed.informed) == (3, None)
    tap = Tapped(Action.INFORMED, str(this), office.version)
    assert does(database, ADVISOR_IS, tap) is NoteCode.NOT_ALLOWED
    assert does(database, SECRETARY_IS, tap) is NoteCode.INFORMED
    for person_id in (HEAD_IS, SECRETARY_IS):
        filed = database.read(lambda c, who=person_id: views.load(c, who, LATER))[0].filed  # type: ignore[misc]
        assert filed is not None
        assert (filed.uninformed, filed.informed) == (0, LATER)
    told = database.read(lambda c: approvals.informed(c, this))
    assert told == {office.version: LATER}
