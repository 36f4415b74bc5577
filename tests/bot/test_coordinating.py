"""The coordinator's work as turns on a real database: access, links, lists, announcements.

Nothing is sent here: what is looked at is the state, the letters that wait and the cards.
"""

import io
import itertools
import re
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import select

from bot import bulk as worker
from bot import invitations as offering
from bot import menus, screens, turn, views
from bot.documents import invitations
from bot.documents.papers import NoSuchDocument
from bot.effects.programme import change_setting
from bot.inbound import Inbound
from bot.screens.view import View
from bot.words import Words
from conversations.access import Grant, Role, advisor_code
from conversations.desk.announcing import code_of
from conversations.events import Action, Asked, Command, Event, Note, Said, Tapped
from conversations.journal import What
from conversations.notes import NoteCode, NoticeCode
from conversations.places import Home
from conversations.places.desk import (
    AccessList,
    Announcing,
    ClosingLists,
    Inviting,
    InvitingAgain,
    Recipients,
)
from conversations.places.office import ViewingHistory
from conversations.privacy import argument_of
from conversations.settings import Key
from conversations.submission import Approval, Decider, Submission
from conversations.submission import Stage as How
from conversations.talk import ConfirmingErasure, Erasable
from storage import access, bulk, journal, links, offices, outbox, talks
from storage.database import Connection, Database
from storage.outbox import Letter
from storage.tables.offices import OfficeRow
from storage.tables.people import InvitationRow, TalkRow
from storage.tables.programme import JournalRow
from storage.tables.traffic import LetterRow
from storage.talks import Claim
from tests.storage.stock import (
    LATER,
    NOW,
    claimed_letters,
    comes_in,
    import_offices,
    loaded,
    row,
    saved,
    whole_team,
)

COORDINATOR, HEAD, SECRETARY, ADVISOR, STRANGER, OUTSIDER = 1, 2, 3, 4, 5, 6
UPDATES = itertools.count(1)


class Stage:
    """Three offices of two Advisors, and everybody in; turns without Telegram."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.ids = import_offices(
            database,
            row("Rejowiec"),
            row("Tarnogród", steering=None),
            row("Giby", advisor="Jan Lis"),
        )
        self.coordinator = comes_in(database, COORDINATOR, Role.COORDINATOR)
        self.head = comes_in(database, HEAD, Role.HEAD, office_id=self.ids[0], name="Tomasz Bak")
        self.secretary = comes_in(database, SECRETARY, Role.SECRETARY, office_id=self.ids[0])
        self.advisor = comes_in(database, ADVISOR, Role.ADVISOR, advisor="Ewa Lis", name="Ewa Lis")
        for person in (COORDINATOR, HEAD, SECRETARY, ADVISOR):
            self.do(person, Asked(Command.CANCEL))

    def _shown(self, person: int, claim: Claim) -> None:
        def work(connection: Connection) -> None:
            version = talks.load(connection, person, lock=False).card.wanted
            talks.drawn(connection, person, version=version, message_id=9, claim=claim)

        self.database.write(work)

    def do(self, person: int, event: Event, grant: int = 0) -> turn.Outcome:
        update = next(UPDATES)
        callback = "q" if isinstance(event, Tapped) else None
        inbound = Inbound(update, person, "Konto", event, grant, callback)
        outcome = self.database.write(lambda c: turn.take(c, inbound, NOW))
        if outcome.claim is not None:
            for each in outcome.redraw:
                self._shown(each, outcome.claim)
        return outcome

    def tap(self, person: int, action: Action, argument: str = "") -> turn.Outcome:
        return self.do(person, Tapped(action, argument))

    def place(self, person: int = COORDINATOR) -> object:
        return self.database.read(lambda c: views.load(c, person, NOW))[0].talk.place

    def card(self, person: int = COORDINATOR) -> str:
        view, _ = self.database.read(lambda c: views.load(c, person, NOW))
        return screens.draw(view, Words("pl")).text

    def letters(self, code: NoticeCode) -> list[int]:
        table = LetterRow.__table__
        found = select(table.c.person_id).where(table.c.code == code).order_by(table.c.person_id)
        return self.database.read(lambda c: list(c.scalars(found)))

    def said(self, office: int = 0) -> list[What]:
        lines = self.database.read(lambda c: journal.of_office(c, self.ids[office]))
        return [each.what for each in lines]

    def grants(self, person: int) -> tuple[Grant, ...]:
        return self.database.read(lambda c: access.grants(c, person, NOW))

    def work(self) -> None:
        """What a running bot does with work that was begun."""
        for each in self.database.read(bulk.unfinished):
            self._work(each)

    def _work(self, begun: bulk.Bulk) -> None:
        def some(connection: Connection) -> bool:
            left = bulk.subjects_left(connection, begun.id, 2)
            worker.do(connection, begun, left, Claim(NOW))
            return bool(left)

        while self.database.write(some):
            pass
        self.database.write(lambda c: worker.finish(c, begun, Claim(NOW)))


@pytest.fixture
def stage(database: Database) -> Stage:
    return Stage(database)


# --- Access -----------------------------------------------------------------------------------


def test_a_role_that_is_taken_back_is_gone_at_once_and_its_person_is_told(stage: Stage) -> None:
    stage.do(HEAD, Asked(Command.PLENIPOTENTIARY))
    assert "Krok 1 z 3" in stage.card(HEAD)
    stage.tap(HEAD, Action.INVITE)
    entry = f"g{stage.head.id}"
    stage.do(COORDINATOR, Asked(Command.ACCESS))
    assert "Tomasz Bak" in stage.card()
    stage.tap(COORDINATOR, Action.REVOKE, entry)
    assert "Odwołać ten dostęp?" in stage.card()
    outcome = stage.tap(COORDINATOR, Action.REVOKE_SURELY, entry)

    assert {HEAD, SECRETARY} <= set(outcome.redraw)
    assert "potrzebny jest link z zaproszeniem" in stage.card(HEAD)
    assert "Rejowiec" not in stage.card(HEAD)
    assert stage.letters(NoticeCode.ACCESS_REVOKED) == [HEAD]
    assert stage.grants(HEAD) == ()
    assert not loaded(stage.database, stage.ids[0]).office.head_registered
    assert What.REVOKED in stage.said()
    assert stage.database.read(lambda c: links.waiting(c, NOW)) == ()  # the link by the head
    stage.tap(COORDINATOR, Action.ACCESS, entry)
    assert "nie ma już na liście" in stage.card()
    stage.do(HEAD, Said("Anna Kowalczyk – Sekretarz"))
    assert "potrzebny jest link z zaproszeniem" in stage.card(HEAD)


def test_the_last_coordinator_stays_and_one_of_two_may_go(stage: Stage) -> None:
    mine = f"g{stage.coordinator.id}"
    stage.tap(COORDINATOR, Action.REVOKE, mine)
    outcome = stage.tap(COORDINATOR, Action.REVOKE_SURELY, mine)
    assert outcome.alert is not None
    assert outcome.alert.code is NoteCode.LAST_COORDINATOR
    assert stage.grants(COORDINATOR) == (stage.coordinator,)
    comes_in(stage.database, STRANGER, Role.COORDINATOR)
    stage.tap(COORDINATOR, Action.REVOKE, mine)
    stage.tap(COORDINATOR, Action.REVOKE_SURELY, mine)
    assert stage.grants(COORDINATOR) == ()
    assert "potrzebny jest link z zaproszeniem" in stage.card()


def a_link_of(stage: Stage, person: int, role: Role, office: int | None = None) -> str:
    """The secret of a link that somebody handed out."""
    _, token = stage.database.write(
        lambda c: offering.make(
            c,
            role=role,
            office_id=None if office is None else stage.ids[office],
            advisor="Jan Lis" if role is Role.ADVISOR else None,
            created_by=person,
            now=NOW,
        )
    )
    return token


def opens(stage: Stage, person: int, token: str) -> bool:
    stage.do(person, Asked(Command.START, token))
    return "link jest nieważny" not in stage.card(person)


def another_coordinator(stage: Stage) -> str:
    """A second one who is about to be taken the role; the code of the entry."""
    entry = f"g{comes_in(stage.database, STRANGER, Role.COORDINATOR).id}"
    stage.do(STRANGER, Asked(Command.CANCEL))
    return entry


def test_a_coordinator_whose_role_is_taken_back_does_not_return_by_a_link_of_their_own(
    stage: Stage,
) -> None:
    """Not by one that was opened before, either; whoever else has one on paper comes in."""
    entry = another_coordinator(stage)
    tokens = [a_link_of(stage, STRANGER, Role.ADVISOR), a_link_of(stage, STRANGER, Role.HEAD, 1)]
    assert opens(stage, STRANGER, tokens[0])
    opened = str(getattr(stage.place(STRANGER), "invitation_id", ""))
    stage.tap(COORDINATOR, Action.REVOKE, entry)
    stage.tap(COORDINATOR, Action.REVOKE_SURELY, entry)
    stage.tap(STRANGER, Action.ACCEPT_INVITATION, opened)
    assert [opens(stage, STRANGER, each) for each in tokens] == [False, False]
    assert stage.grants(STRANGER) == ()
    assert [opens(stage, OUTSIDER, each) for each in tokens] == [True, True]


def test_the_links_of_a_coordinator_go_with_the_role_where_that_is_wanted(stage: Stage) -> None:
    entry = another_coordinator(stage)
    tokens = [a_link_of(stage, STRANGER, Role.ADVISOR), a_link_of(stage, STRANGER, Role.HEAD, 1)]
    kept = a_link_of(stage, COORDINATOR, Role.HEAD, 2)
    stage.tap(COORDINATOR, Action.REVOKE, entry)
    assert "które czekają: 2" in stage.card()
    stage.tap(COORDINATOR, Action.REVOKE_SURELY, f"{entry}l")
    assert "Odwołane zaproszenia: 2" in stage.card()
    assert stage.grants(STRANGER) == ()
    assert [opens(stage, OUTSIDER, each) for each in (*tokens, kept)] == [False, False, True]
    assert stage.said(1) == [What.INVITED, What.INVITATION_REVOKED]


def test_of_a_head_no_links_are_offered_to_be_taken_back_since_they_lapse(stage: Stage) -> None:
    a_link_of(stage, HEAD, Role.SECRETARY, 0)
    stage.tap(COORDINATOR, Action.REVOKE, f"g{stage.head.id}")
    assert "które czekają" not in stage.card()
    stage.tap(COORDINATOR, Action.REVOKE_SURELY, f"g{stage.head.id}l")
    assert "Dostęp odwołano: Tomasz Bak" in stage.card()
    assert stage.database.read(lambda c: links.waiting(c, NOW)) == ()


def test_a_role_is_handed_over_in_one_step(stage: Stage) -> None:
    entry = f"g{stage.head.id}"
    stage.tap(COORDINATOR, Action.HAND_OVER, entry)
    stage.tap(COORDINATOR, Action.HAND_OVER_SURELY, entry)
    (waits,) = stage.database.read(lambda c: links.waiting(c, NOW))
    assert (waits.role, waits.office_id) == (Role.HEAD, stage.ids[0])
    assert stage.letters(NoticeCode.INVITATION) == [COORDINATOR]
    assert stage.letters(NoticeCode.ACCESS_REVOKED) == [HEAD]
    again = stage.tap(COORDINATOR, Action.HAND_OVER_SURELY, entry)
    assert again.alert is not None
    assert stage.letters(NoticeCode.INVITATION) == [COORDINATOR]
    assert stage.said()[-2:] == [What.HANDED_OVER, What.INVITED]


@pytest.mark.parametrize(
    ("asking", "sure"),
    [
        (Action.REVOKE, Action.REVOKE_SURELY),
        (Action.HAND_OVER, Action.HAND_OVER_SURELY),
    ],
)
def test_a_card_that_says_whose_role_was_taken_back_loses_the_name_with_the_account(
    stage: Stage, asking: Action, sure: Action
) -> None:
    entry = f"g{stage.head.id}"
    stage.tap(COORDINATOR, asking, entry)
    stage.tap(COORDINATOR, sure, entry)
    assert "Dostęp odwołano: Tomasz Bak." in stage.card()
    for tapped in (Action.ERASE, Action.ERASE_ON, Action.ERASE_SURELY):
        outcome = stage.tap(HEAD, tapped, argument_of(ConfirmingErasure(Erasable.ACCOUNT)))
    assert COORDINATOR in outcome.redraw
    assert "Dostęp odwołano: –." in stage.card()
    notes = stage.database.read(lambda c: c.scalars(select(TalkRow.__table__.c.note)).all())
    assert not any("Bak" in (note or "") for note in notes)


def test_a_remark_of_a_former_version_still_says_whose_role_was_taken_back(stage: Stage) -> None:
    def work(connection: Connection) -> None:
        note = Note(NoteCode.REVOKED, {"kind": "grant", "name": "Tomasz Bak"})
        talk = replace(talks.load(connection, COORDINATOR, lock=True).talk, note=note)
        talks.save(connection, talk, below=False, claim=Claim(NOW))

    stage.database.write(work)
    assert "Dostęp odwołano: Tomasz Bak." in stage.card()


def test_a_link_is_taken_back_and_opens_nothing(stage: Stage) -> None:
    made, token = stage.database.write(
        lambda c: offering.make(c, role=Role.HEAD, office_id=stage.ids[1], now=NOW)
    )
    stage.tap(COORDINATOR, Action.REVOKE, f"i{made.id}")
    stage.tap(COORDINATOR, Action.REVOKE_SURELY, f"i{made.id}")
    stage.do(STRANGER, Asked(Command.START, token))
    assert "link jest nieważny" in stage.card(STRANGER)
    assert stage.said(1) == [What.INVITED, What.INVITATION_REVOKED]
    assert stage.place() == AccessList()


def test_a_second_head_is_asked_about_before_the_link_is_made(stage: Stage) -> None:
    stage.tap(COORDINATOR, Action.INVITE, f"h{stage.ids[0]}")
    assert stage.place() == InvitingAgain(stage.ids[0])
    assert "Tomasz Bak" in stage.card()
    assert stage.letters(NoticeCode.INVITATION) == []
    stage.tap(COORDINATOR, Action.INVITE_SURELY, f"h{stage.ids[0]}")
    assert stage.letters(NoticeCode.INVITATION) == [COORDINATOR]
    stage.tap(COORDINATOR, Action.INVITE, f"h{stage.ids[1]}")
    assert stage.letters(NoticeCode.INVITATION) == [COORDINATOR, COORDINATOR]


def test_once_a_head_is_in_copies_of_the_link_lapse_and_others_stay(stage: Stage) -> None:
    def link(role: Role, office: int) -> str:
        made = stage.database.write(
            lambda c: offering.make(c, role=role, office_id=stage.ids[office], now=NOW)
        )
        return made[1]

    first, copy = link(Role.HEAD, 1), link(Role.HEAD, 1)
    kept = {link(Role.SECRETARY, 1), link(Role.HEAD, 2)}
    stage.do(STRANGER, Asked(Command.START, first))
    place = stage.place(STRANGER)
    stage.tap(STRANGER, Action.ACCEPT_INVITATION, str(getattr(place, "invitation_id", "")))
    assert [grant.role for grant in stage.grants(STRANGER)] == [Role.HEAD]
    assert What.JOINED in stage.said(1)
    waits = stage.database.read(lambda c: links.waiting(c, NOW))
    assert len(waits) == len(kept)
    gone = stage.database.read(lambda c: links.by_token(c, copy))
    assert gone is not None
    assert gone.revoked


def test_the_list_is_found_through_account_role_and_office(stage: Stage) -> None:
    stage.do(COORDINATOR, Asked(Command.ACCESS))
    for typed, there, absent in (
        ("Bak", "Tomasz Bak", "Ewa Lis"),
        ("doradca", "Doradca: Ewa Lis", "Tomasz Bak"),
        ("rejowcu", "Tomasz Bak", "Ewa Lis"),
    ):
        stage.do(COORDINATOR, Said(typed))
        assert there in stage.card(), stage.card()
        assert absent not in stage.card(), stage.card()
    stage.do(COORDINATOR, Said("nikt taki"))
    assert "Nie znaleziono" in stage.card()


# --- Links as a file --------------------------------------------------------------------------


def a_letter(kind: str, letter_id: int = 7) -> Letter:
    code = NoticeCode.INVITATION_FILE
    return Letter(letter_id, COORDINATOR, code, None, {"kind": kind}, 1)


def waiting(database: Database) -> int:
    return len(database.read(lambda c: links.waiting(c, NOW)))


def test_a_file_holds_a_working_link_for_everybody_who_is_not_in(stage: Stage) -> None:
    stage.tap(COORDINATOR, Action.INVITE_BY_FILE)
    assert "kierownicy urzędów: 2, Doradcy: 1" in stage.card()
    stage.tap(COORDINATOR, Action.INVITE_BY_FILE, "xlsx")
    stage.tap(COORDINATOR, Action.INVITE_BY_FILE, "xlsx")
    assert stage.letters(NoticeCode.INVITATION_FILE) == [COORDINATOR]
    assert stage.place() == Inviting()
    assert waiting(stage.database) == 0, "links are made when the file is sent"

    facts = stage.database.write(lambda c: invitations.gather(c, a_letter("xlsx"), NOW))
    file = invitations.make(facts, "komplet_test_bot")
    sheet = load_workbook(io.BytesIO(file.content)).active
    assert sheet is not None
    rows = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert [(name, joined) for name, _, _, _, joined in rows[1:]] == [
        ("Ewa Lis", "tak"),
        ("Jan Lis", "nie"),
        ("Rejowiec", "tak"),
        ("Tarnogród", "nie"),
        ("Giby", "nie"),
    ]
    shown = [str(link) for _, _, link, _, _ in rows[1:] if link]
    assert len(shown) == waiting(stage.database) == 3
    stored = stage.database.read(lambda c: str(c.execute(select(InvitationRow.__table__)).all()))
    for link in shown:
        token = link.partition("?start=")[2]
        assert token not in stored
        assert stage.database.read(partial(links.by_token, token=token))
    assert stage.said(1) == [What.INVITED]


def test_pages_to_be_printed_have_a_code_that_leads_where_the_link_does(stage: Stage) -> None:
    stage.database.write(lambda c: offices_called(c, stage.ids[1], '<b>"Urząd" & Spółka</b>'))
    facts = stage.database.write(lambda c: invitations.gather(c, a_letter("docx"), NOW))
    document = Document(io.BytesIO(invitations.make(facts, "komplet_test_bot").content))
    texts = [each.text for each in document.paragraphs]
    assert len(document.inline_shapes) == 3
    assert '<b>"Urząd" & Spółka</b>' in texts
    shown = [text for text in texts if "?start=" in text]
    pictures = [
        part.blob for part in document.part.related_parts.values() if part.partname.endswith(".png")
    ]
    assert sorted(pictures) == sorted(invitations.qr(link) for link in shown)
    assert sum("ważne do 8 grudnia 2026 r." in text for text in texts) == 3


def offices_called(connection: Connection, office_id: int, name: str) -> None:
    table = OfficeRow.__table__
    connection.execute(table.update().where(table.c.id == office_id).values(name=name))


def test_an_attempt_that_failed_takes_its_links_back_and_others_keep_theirs(stage: Stage) -> None:
    earlier, again = a_letter("docx", 7), a_letter("docx", 8)
    stage.database.write(lambda c: invitations.gather(c, earlier, NOW))
    for _ in range(2):
        stage.database.write(lambda c: invitations.gather(c, again, NOW))
    assert waiting(stage.database) == 6, "each letter's own, the second one's once"
    stage.database.write(lambda c: links.revoke_batch(c, invitations.batch_of(again), NOW))
    assert waiting(stage.database) == 3


def test_a_file_is_for_a_coordinator_alone(stage: Stage) -> None:
    letter = Letter(7, ADVISOR, NoticeCode.INVITATION_FILE, None, {"kind": "xlsx"}, 1)
    with pytest.raises(NoSuchDocument):
        stage.database.write(lambda c: invitations.gather(c, letter, NOW))
    assert waiting(stage.database) == 0


# --- Many lists at once -----------------------------------------------------------------------


def closed(stage: Stage) -> list[bool]:
    every = stage.database.read(offices.all_offices)
    return [office.closed for office in every]


def test_lists_are_closed_an_office_at_a_time_each_once(stage: Stage) -> None:
    stage.tap(COORDINATOR, Action.CLOSING, "c*")
    assert "Zmiana obejmie: 2 urzędy" in stage.card()
    assert "lista pozostanie otwarta: 1 urząd" in stage.card()
    outcome = stage.tap(COORDINATOR, Action.CLOSING_SURELY, "c*")
    assert outcome.bulk
    stage.tap(COORDINATOR, Action.CLOSING_SURELY, "c*")
    (begun,) = stage.database.read(bulk.unfinished)
    assert closed(stage) == [False, False, False]

    stage.database.write(lambda c: worker.do(c, begun, stage.ids[:1], Claim(NOW)))
    assert closed(stage) == [True, False, False], "here the process was killed"
    assert "Do wykonania: 2 urzędy" in stage.card()
    stage.database.write(lambda c: worker.do(c, begun, stage.ids[:1], Claim(LATER)))
    stage.work()
    stage.work()

    assert closed(stage) == [True, False, True]
    assert stage.letters(NoticeCode.CLOSED) == [HEAD, SECRETARY]
    assert stage.letters(NoticeCode.LISTS_CLOSED) == [ADVISOR]
    assert stage.said().count(What.CLOSED) == 1
    assert "Zamknięto: 2 urzędy" in stage.card()
    assert "bo limit jest do potwierdzenia: 1 urząd" in stage.card()
    assert "zamknięta" in stage.card(HEAD) or "zamknięte" in stage.card(HEAD)


def test_only_one_advisors_lists_and_open_again(stage: Stage) -> None:
    scope = f"a{advisor_code('Jan Lis')}"
    stage.tap(COORDINATOR, Action.CLOSING, f"c{scope}")
    stage.tap(COORDINATOR, Action.CLOSING_SURELY, f"c{scope}")
    stage.work()
    assert closed(stage) == [False, False, True]
    stage.tap(COORDINATOR, Action.CLOSING, "o*")
    stage.tap(COORDINATOR, Action.CLOSING_SURELY, "o*")
    stage.work()
    assert closed(stage) == [False, False, False]
    assert stage.place() == ClosingLists(False, "*", 2)
    assert stage.said(2) == [What.CLOSED, What.REOPENED]


def test_what_cannot_be_done_is_given_up_and_counted(stage: Stage) -> None:
    stage.tap(COORDINATOR, Action.CLOSING, "c*")
    stage.tap(COORDINATOR, Action.CLOSING_SURELY, "c*")
    (begun,) = stage.database.read(bulk.unfinished)
    stage.database.write(lambda c: worker.give_up(c, begun, stage.ids[:1]))
    stage.work()
    assert closed(stage) == [False, False, True]
    assert "z powodu błędu: 1 urząd" in stage.card()


# --- Announcements ----------------------------------------------------------------------------


def announce(stage: Stage, whom: Recipients, text: str = "Szkolenie <b>11</b> stycznia.") -> None:
    stage.do(COORDINATOR, Asked(Command.ANNOUNCEMENT))
    stage.do(COORDINATOR, Said(text))
    stage.tap(COORDINATOR, Action.ANNOUNCE, whom.value)
    code = code_of(Announcing(text, whom))
    for _ in range(2):
        stage.tap(COORDINATOR, Action.ANNOUNCE_SURELY, code)


@pytest.mark.parametrize(
    ("whom", "people"),
    [
        (Recipients.EVERYBODY, [HEAD, SECRETARY, ADVISOR]),
        (Recipients.OFFICES, [HEAD, SECRETARY]),
        (Recipients.ADVISORS, [ADVISOR]),
        (Recipients.INCOMPLETE, [HEAD, SECRETARY]),
    ],
)
def test_an_announcement_reaches_everybody_it_is_for_once(
    stage: Stage, whom: Recipients, people: list[int]
) -> None:
    announce(stage, whom)
    stage.work()
    stage.work()
    assert stage.letters(NoticeCode.ANNOUNCEMENT) == people
    (begun,) = {stage.database.read(lambda c: bulk.latest(c, "announcement"))}
    assert stage.place() == Announcing(bulk_id=begun)
    assert f"Czeka na wysłanie: {len(people)}" in stage.card()
    assert "Szkolenie &lt;b&gt;11&lt;/b&gt; stycznia." in stage.card()


def test_what_became_of_an_announcement_is_counted(stage: Stage) -> None:
    announce(stage, Recipients.EVERYBODY)
    stage.work()
    claimed = claimed_letters(stage.database, NOW)
    for letter, end in zip(claimed, ("sent", "unknown", "undeliverable"), strict=True):
        finish = {"sent": outbox.sent, "unknown": outbox.unknown}.get(end)
        if finish is None:
            stage.database.write(
                partial(outbox.undeliverable, letter_id=letter.id, why="blocked", now=NOW)
            )
        else:
            stage.database.write(partial(finish, letter_id=letter.id, now=NOW))
    stage.do(COORDINATOR, Asked(Command.ANNOUNCEMENT))
    last = re.search(r"t(\d+)", str(screens.draw(view(stage), Words("pl")).rows))
    assert last is not None
    stage.tap(COORDINATOR, Action.ANNOUNCE, last[0])
    shown = stage.card()
    for line in ("Wysłano: 1", "czy dotarło: 1", "dostarczyć: 1"):
        assert line in shown
    assert "Czeka na wysłanie" not in shown


def view(stage: Stage) -> View:
    return stage.database.read(lambda c: views.load(c, COORDINATOR, NOW))[0]


def test_an_announcement_to_nobody_is_refused(stage: Stage) -> None:
    saved(stage.database, loaded(stage.database, stage.ids[0]), approved(stage))
    announce(stage, Recipients.INCOMPLETE)
    assert stage.database.read(bulk.unfinished) == []
    assert stage.letters(NoticeCode.ANNOUNCEMENT) == []


def approved(stage: Stage) -> Submission:
    """The first office with a team that the head approved; nobody of the others is in."""
    team = whole_team()
    decided = Approval(team, NOW, Decider.HEAD)
    before = loaded(stage.database, stage.ids[0])
    return replace(before, stage=How.SETTLED, team=team, approval=decided)


# --- History ----------------------------------------------------------------------------------


def test_an_office_reads_its_own_history_and_an_advisor_nobody_elses(stage: Stage) -> None:
    before = loaded(stage.database, stage.ids[0])
    saved(stage.database, before, before.with_team(whole_team()))
    stage.do(HEAD, Asked(Command.HISTORY))
    assert "rozpoczęto wersję roboczą" in stage.card(HEAD)
    assert "Kowalczyk" not in stage.card(HEAD)
    assert stage.place(HEAD) == ViewingHistory()
    stage.tap(ADVISOR, Action.HISTORY, str(stage.ids[0]))
    assert "rozpoczęto wersję roboczą" in stage.card(ADVISOR)
    refused = stage.tap(ADVISOR, Action.HISTORY, str(stage.ids[2]))
    assert refused.alert is not None
    assert refused.alert.code is NoteCode.NOT_ALLOWED
    assert stage.place(ADVISOR) == Home()


def test_settings_are_in_the_journal(stage: Stage) -> None:
    stage.database.write(
        lambda c: change_setting(c, Key.DEADLINE, "2027-01-15", by=COORDINATOR, now=NOW)
    )
    table = JournalRow.__table__
    lines = stage.database.read(lambda c: c.execute(select(table.c.what, table.c.actor)).all())
    assert ("setting:deadline", COORDINATOR) in [tuple(each) for each in lines]


# --- Menus ------------------------------------------------------------------------------------


def test_the_menu_follows_role_and_language(stage: Stage) -> None:
    assert menus.wanted((), "pl") is None
    assert menus.wanted((stage.head,), "pl") is None
    assert menus.wanted((stage.head,), "en") == "/en"
    assert menus.wanted((stage.head, stage.advisor), "pl") == "advisor/pl"
    assert menus.wanted((stage.advisor, stage.coordinator), "en") == "coordinator/en"
    for menu in ("/en", "advisor/pl", "coordinator/en"):
        told = menus.commands(menu)
        assert all(3 <= len(each.description) <= 256 for each in told)
    assert "dostep" in [each.command for each in menus.commands("coordinator/pl")]
    stage.database.write(lambda c: talks.menu_set(c, HEAD, "/en"))
    assert stage.database.read(lambda c: views.load(c, HEAD, NOW))[1].menu == "/en"


def test_links_expire(stage: Stage) -> None:
    stage.database.write(lambda c: invitations.gather(c, a_letter("xlsx"), NOW))
    later = NOW + timedelta(days=15)
    assert stage.database.read(lambda c: links.waiting(c, later)) == ()
