"""The coordinator's files and buttons among several offices, as turns on a real database."""

from bot import turn
from conversations.coordination_table import Sheet
from conversations.events import Action, FileRead, Sent, SentKind
from storage import jobs, submissions
from storage.database import Connection, Database
from tests.bot.test_coordinating import COORDINATOR, Stage
from tests.storage.stock import NOW

LIST = (Sheet("Arkusz1", (("Jan Mazur", "Kierownik referatu"), ("Ola Nowak", "Inspektor"))),)


def enter(stage: Stage, office: int) -> None:
    stage.tap(COORDINATOR, Action.OPEN)
    stage.tap(COORDINATOR, Action.OFFICE, str(stage.ids[office]))
    stage.tap(COORDINATOR, Action.ENTER, str(stage.ids[office]))
    stage.tap(COORDINATOR, Action.EDIT_STEERING)


def people(stage: Stage, office: int) -> int:
    kept = stage.database.read(lambda c: submissions.load(c, stage.ids[office], lock=False))
    assert kept is not None
    return len(kept.team.members)


def read(stage: Stage) -> None:
    """The file that waits is read and answered."""

    def answered(connection: Connection) -> None:
        job = jobs.claim(connection, NOW)
        assert job is not None
        event = FileRead(job.name, LIST, office_id=job.office_id)
        turn.take_file(connection, job, event, NOW)

    stage.database.write(answered)


def test_a_list_waits_for_the_office_that_it_was_sent_for(database: Database) -> None:
    stage = Stage(database)
    enter(stage, 0)
    stage.do(COORDINATOR, Sent(SentKind.DOCUMENT, "f", "lista.xlsx", 10))
    enter(stage, 1)
    read(stage)
    assert [people(stage, 0), people(stage, 1)] == [0, 0]
    assert "innego urzędu" in stage.card()
    enter(stage, 0)
    stage.do(COORDINATOR, Sent(SentKind.DOCUMENT, "f", "lista.xlsx", 10))
    read(stage)
    assert [people(stage, 0), people(stage, 1)] == [2, 0]
