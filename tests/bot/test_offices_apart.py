"""The coordinator's files and buttons among several offices, as turns on a real database."""

from bot import screens, turn, views
from bot.inbound import Inbound
from bot.words import Words
from conversations.coordination_table import Sheet
from conversations.events import Action, Asked, Command, FileRead, Said, Sent, SentKind, Tapped
from conversations.notes import NoteCode
from storage import access, jobs, links, submissions
from storage.database import Connection, Database
from tests.bot.test_coordinating import COORDINATOR, HEAD, STRANGER, UPDATES, Stage, approved
from tests.storage.stock import NOW, loaded, saved
from tests.storage.test_delegation import substitute

LIST = (Sheet("Arkusz1", (("Jan Mazur", "Kierownik referatu"), ("Ola Nowak", "Inspektor"))),)


def enter(stage: Stage, office: int) -> None:
    stage.tap(COORDINATOR, Action.OPEN)
    stage.tap(COORDINATOR, Action.OFFICE, str(stage.ids[office]))
    stage.tap(COORDINATOR, Action.ENTER, str(stage.ids[office]))
    stage.tap(COORDINATOR, Action.EDIT_STEERING)


def labels(stage: Stage) -> list[str]:
    """The words on the buttons of the coordinator's card."""
    view, _ = stage.database.read(lambda c: views.load(c, COORDINATOR, NOW))
    return [button.text for row in screens.draw(view, Words("pl")).rows for button in row]


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


def test_who_came_is_kept_of_the_office_that_was_marked_alone(database: Database) -> None:
    stage = Stage(database)
    saved(database, loaded(database, stage.ids[0]), approved(stage))
    office = str(stage.ids[0])
    stage.tap(COORDINATOR, Action.OPEN)
    stage.tap(COORDINATOR, Action.OFFICE, office)
    version = loaded(database, stage.ids[0]).version
    stage.do(COORDINATOR, Tapped(Action.ATTENDANCE, office, version))
    stage.do(COORDINATOR, Tapped(Action.ATTENDANCE, f"{office}/all", version))
    team = loaded(database, stage.ids[0]).team
    marked = [loaded(database, each).office.attendance for each in stage.ids]
    assert marked[0] is not None
    assert marked[0].people == {each.person.key for each in team.steering}
    assert marked[1:] == [None, None]


def test_a_button_of_another_card_than_the_live_one_changes_no_office_that_is_entered(
    database: Database,
) -> None:
    """It carries no office: the card may be that of another enrolment."""
    stage = Stage(database)
    enter(stage, 0)
    tapped = Tapped(Action.BACK)
    of_older = Inbound(
        next(UPDATES), COORDINATOR, "Konto", tapped, stage.coordinator.id, "q", tapped_message=3
    )
    before = stage.place()
    outcome = stage.database.write(lambda c: turn.take(c, of_older, NOW))
    assert outcome.alert is not None
    assert outcome.alert.code is NoteCode.STALE
    assert stage.place() == before


def test_a_substitute_is_not_handed_over_and_stays_one_for_a_time(database: Database) -> None:
    stage = Stage(database)
    stands_in = substitute(database, stage.ids[0], STRANGER)
    entry = f"g{stands_in.id}"
    stage.tap(COORDINATOR, Action.ACCESS, entry)
    assert "Przekaż" not in labels(stage)
    assert "Odwołaj" in labels(stage)
    stage.tap(COORDINATOR, Action.INVITE, f"h{stage.ids[0]}")
    assert [each for each in labels(stage) if "Przekaż" in each] == ["Przekaż"]  # the head alone
    stage.tap(COORDINATOR, Action.HAND_OVER, entry)
    assert "Przekaż" not in stage.card()
    old = stage.tap(COORDINATOR, Action.HAND_OVER_SURELY, entry)
    assert old.alert is not None
    assert database.read(lambda c: links.waiting(c, NOW)) == ()
    assert database.read(lambda c: access.holder(c, stands_in.id, NOW)) is not None


def test_buttons_of_an_older_card_write_nothing_while_a_list_is_entered(database: Database) -> None:
    stage = Stage(database)
    enter(stage, 0)
    stage.do(COORDINATOR, Said("Anna Kowalczyk – Sekretarz Gminy\nOla Nowak – Inspektor"))
    assert people(stage, 0) == 2
    live, older = 9, 8

    def tap(action: Action, argument: str, message: int) -> turn.Outcome:
        kept = loaded(database, stage.ids[0])
        event = Tapped(action, argument, kept.version)
        inbound = Inbound(
            next(UPDATES), COORDINATOR, "Konto", event, stage.coordinator.id, "q", message
        )
        return database.write(lambda c: turn.take(c, inbound, NOW))

    refused = tap(Action.REMOVE_SURELY, "1", older)
    assert refused.alert is not None
    assert refused.alert.code is NoteCode.STALE
    assert people(stage, 0) == 2
    assert tap(Action.REMOVE_SURELY, "1", live).alert is None
    assert people(stage, 0) == 1
    assert tap(Action.OPEN, "", older).alert is None  # every card has a way back


def test_a_card_that_is_being_drawn_is_not_drawn_beside_that_when_access_ends(
    database: Database,
) -> None:
    stage = Stage(database)
    drawing = Inbound(next(UPDATES), HEAD, "Konto", Asked(Command.STATUS))
    assert HEAD in database.write(lambda c: turn.take(c, drawing, NOW)).redraw
    entry = f"g{stage.head.id}"
    stage.tap(COORDINATOR, Action.REVOKE, entry)
    outcome = stage.tap(COORDINATOR, Action.REVOKE_SURELY, entry)
    assert stage.grants(HEAD) == ()
    assert HEAD not in outcome.redraw  # whoever draws the card goes on to show it
