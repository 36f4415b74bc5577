"""What anybody may do at any moment, and what the advisor's and the coordinator's desks answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from conversations import desk, lobby
from conversations.access import (
    Grant,
    Invitation,
    InvitationFault,
    Role,
    advisor_code,
    fault,
    may,
    may_invite,
)
from conversations.coordination_table import Sheet
from conversations.coordination_table import read as read_table
from conversations.desk.announcing import code_of
from conversations.events import (
    Action,
    Asked,
    Command,
    Event,
    FileRead,
    Note,
    Said,
    Sent,
    SentKind,
    Tapped,
    read_id,
)
from conversations.notes import NoteCode
from conversations.pasted_list import Question, QuestionCode
from conversations.places import ConfirmingInvitation, Home, Place, office_of
from conversations.places.desk import (
    Announcing,
    Asking,
    AwaitingTable,
    ClosingLists,
    Entering,
    Inviting,
    InvitingAgain,
    InvitingByFile,
    NamingStandIn,
    PreviewingImport,
    PuttingOff,
    Recipients,
    Setting,
    ViewingAccess,
)
from conversations.places.enrolment import Clarifying, NamingSteering, Summary
from conversations.places.office import Commenting, Returning, ViewingHistory, ViewingOffice
from conversations.settings import Group, Key
from conversations.submission import Decider, Stage, Submission
from conversations.table_import import Taking
from conversations.talk import Talk, Topic
from conversations.turn import (
    AcceptInvitation,
    ChangeSetting,
    Context,
    DecideImport,
    MakeInvitation,
    NudgeOffices,
    OpenInvitation,
    PutOff,
    ReadFile,
    StorePreview,
    Turn,
)
from tests.conversations.chat import NOW, WLODAWA, Chat

SECRETARY = Grant(4, Role.SECRETARY, 7, "Włodawa")
ADVISOR = Grant(5, Role.ADVISOR, advisor="Halina Wrońska")
COORDINATOR = Grant(1, Role.COORDINATOR)
STRANGER = Talk(1)
INVITED = Talk(1, place=ConfirmingInvitation(12))


def note(turn: Turn | None) -> NoteCode | None:
    assert turn is not None
    return turn.talk.note.code if turn.talk.note else None


def enter(talk: Talk, event: Event, *grants: Grant, tapped: int = 0) -> Turn | None:
    return lobby.step(talk, grants, event, tapped)


# --- Access -------------------------------------------------------------------------------------


def test_who_may_invite_whom() -> None:
    allowed = {(by, whom) for by in Role for whom in Role if may_invite(by, whom)}
    assert allowed == {
        (Role.COORDINATOR, Role.ADVISOR),
        (Role.COORDINATOR, Role.HEAD),
        (Role.COORDINATOR, Role.SECRETARY),
        (Role.HEAD, Role.SECRETARY),
    }


def test_a_link_serves_once_in_time_and_not_after_it_was_revoked() -> None:
    link = Invitation(1, Role.HEAD, NOW + timedelta(days=14), 7)
    assert fault(link, NOW) is None
    assert fault(None, NOW) is InvitationFault.UNKNOWN
    assert fault(replace(link, used=True, revoked=True), NOW) is InvitationFault.USED
    assert fault(replace(link, revoked=True), link.expires_at) is InvitationFault.REVOKED
    assert fault(replace(link, maker_until=NOW), NOW) is InvitationFault.REVOKED
    assert fault(replace(link, maker_until=NOW + timedelta(seconds=1)), NOW) is None
    assert fault(replace(link, valid_until=NOW), NOW) is InvitationFault.EXPIRED
    assert fault(link, link.expires_at) is InvitationFault.EXPIRED
    assert fault(link, link.expires_at - timedelta(seconds=1)) is None


def test_only_the_head_decides_and_no_advisor_writes() -> None:
    assert {role for role in Role if may(role, Action.APPROVE)} == {Role.HEAD}
    assert {role for role in Role if may(role, Action.SEND)} == {Role.HEAD, Role.SECRETARY}
    assert {role for role in Role if may(role, Action.GRANT)} == {Role.COORDINATOR}
    assert {action for action in Action if may(None, action)} <= {
        action for action in Action if all(may(role, action) for role in Role)
    }


@pytest.mark.parametrize(
    ("text", "number"), [("7", 7), ("", None), ("²", None), ("-1", None), ("9" * 10, None)]
)
def test_what_is_an_id(text: str, number: int | None) -> None:
    assert read_id(text) == number == Tapped(Action.PAGE, text).number


# --- The lobby ----------------------------------------------------------------------------------


def test_a_stranger_learns_nothing_about_any_office() -> None:
    for command in Command:
        turn = enter(STRANGER, Asked(command))
        assert turn is not None
        assert turn.talk.place == Home()
        assert turn.talk.topic not in {Topic.STATUS, Topic.ADVISOR, Topic.DEADLINE}
    told = enter(STRANGER, Said("Włodawa"))
    assert told is not None
    assert told.talk.note == Note(NoteCode.NOT_UNDERSTOOD, refusal=True)
    for asked in ("Zamień Zalewskiego na Annę Nowak", "Kto jest doradcą?"):
        greeted = enter(STRANGER, Said(asked))
        assert greeted is not None
        assert (greeted.talk.topic, greeted.talk.place) == (Topic.GREETING, Home())
    for action in Action:
        if not may(None, action):
            assert note(enter(STRANGER, Tapped(action))) is NoteCode.NOT_ALLOWED
    assert note(enter(STRANGER, Tapped(Action.SEND), tapped=4)) is NoteCode.OTHER_ROLE


def test_start_leads_a_desk_to_its_first_card_and_greets_an_office_over_its_step() -> None:
    """The greeting speaks of an enrolment, which nobody at a desk has before them."""
    for role in (Role.COORDINATOR, Role.ADVISOR):
        begun = enter(Talk(1, Grant(5, role, advisor="Ewa Lis"), Inviting()), Asked(Command.START))
        assert begun is not None
        assert (begun.talk.place, begun.talk.topic) == (Home(), None)
    greeted = enter(Talk(1, Grant(5, Role.HEAD, 7), NamingSteering()), Asked(Command.START))
    assert greeted is not None
    assert (greeted.talk.place, greeted.talk.topic) == (NamingSteering(), Topic.GREETING)


def test_start_shows_a_desk_how_things_stand_over_what_was_begun() -> None:
    """Telegram's own Start button sends it too: nothing typed, chosen or asked is lost."""
    unclear = Question(QuestionCode.PELNE_IMIE, 0)
    begun: list[Place] = [
        Announcing("Spotkanie w piątek"),
        Announcing("Spotkanie w piątek", Recipients.OFFICES),
        PreviewingImport(3),
        Entering(7, Clarifying((unclear,), (1,))),
        Setting(Key.DEADLINE, Group.DATES, "2027-01-15"),
        NamingStandIn(7, "abc"),
        PuttingOff(reason="urlop"),
        Commenting(7, about=2),
        ViewingAccess("g7", Asking.REVOKE),
        ClosingLists(scope="*"),
    ]
    for place in begun:
        for command in (Command.START, Command.STATUS):
            shown = enter(Talk(1, COORDINATOR, place), Asked(command), COORDINATOR)
            assert shown is not None
            assert (shown.talk.place, shown.talk.topic) == (place, Topic.STATUS), place
            back = enter(shown.talk, Tapped(Action.BACK), COORDINATOR)
            assert back is not None
            assert (back.talk.place, back.talk.topic) == (place, None)


@pytest.mark.parametrize(
    "place",
    [
        Home(2, "włod"),
        InvitingByFile(),
        ViewingOffice(7),
        ViewingHistory(7),
        ViewingAccess("g7"),
        AwaitingTable(),
        Setting(Key.DEADLINE),
        Announcing(),
        ClosingLists(),
        Announcing("Spotkanie w piątek", Recipients.OFFICES, bulk_id=3),
        ClosingLists(scope="*", bulk_id=3),
    ],
)
def test_start_leaves_a_desks_place_where_nothing_is_begun_or_all_is_done(place: Place) -> None:
    begun = enter(Talk(1, COORDINATOR, place), Asked(Command.START), COORDINATOR)
    assert begun is not None
    assert (begun.talk.place, begun.talk.topic) == (Home(), None)


def test_a_link_is_looked_up_and_then_taken_or_left() -> None:
    opened = enter(STRANGER, Asked(Command.START, "secret"))
    assert opened is not None
    assert opened.effects == (OpenInvitation("secret"),)
    taken = enter(INVITED, Tapped(Action.ACCEPT_INVITATION, "12"))
    assert taken is not None
    assert taken.effects == (AcceptInvitation(12),)
    left = enter(INVITED, Tapped(Action.DECLINE_INVITATION, "12"))
    assert note(left) is NoteCode.LINK_DECLINED
    assert note(enter(INVITED, Said("tak"))) is NoteCode.NOT_UNDERSTOOD
    assert note(enter(INVITED, Tapped(Action.BACK))) is NoteCode.STALE


def test_an_old_invitation_answers_for_no_newer_one_and_takes_nobody_out_of_a_step() -> None:
    working = Talk(1, SECRETARY, Summary())
    for action in (Action.ACCEPT_INVITATION, Action.DECLINE_INVITATION):
        for talk in (INVITED, working):
            turn = enter(talk, Tapped(action, "11"), SECRETARY)
            assert note(turn) is NoteCode.STALE
            assert turn is not None
            assert turn.talk.place == talk.place


def test_a_command_lies_over_the_step_and_back_lifts_it() -> None:
    working = Talk(1, SECRETARY, Summary())
    shown = enter(working, Asked(Command.STATUS), SECRETARY)
    assert shown is not None
    assert (shown.talk.place, shown.talk.topic) == (Summary(), Topic.STATUS)
    lifted = enter(shown.talk, Tapped(Action.BACK), SECRETARY, tapped=4)
    assert lifted is not None
    assert (lifted.talk.place, lifted.talk.topic) == (Summary(), None)
    by_button = enter(working, Tapped(Action.TOPIC, Topic.HELP), SECRETARY)
    assert by_button is not None
    assert by_button.talk.topic is Topic.HELP
    assert note(enter(working, Asked(Command.CANCEL), SECRETARY)) is NoteCode.KEPT
    assert note(enter(working, Asked(Command.UNKNOWN), SECRETARY)) is NoteCode.UNKNOWN_COMMAND
    assert note(enter(working, Asked(Command.IMPORT), SECRETARY)) is NoteCode.UNKNOWN_COMMAND
    for answered_by_the_enrolment in (Command.STEERING, Command.CONTINUE, Command.HISTORY):
        assert enter(working, Asked(answered_by_the_enrolment), SECRETARY) is None


def test_roles_are_switched_by_a_button_and_only_to_one_that_is_held() -> None:
    talk = Talk(1, SECRETARY, Summary())
    roles = enter(talk, Tapped(Action.SWITCH_ROLE), SECRETARY, ADVISOR)
    assert roles is not None
    assert roles.talk.topic is Topic.ROLES
    switched = enter(talk, Tapped(Action.SWITCH), SECRETARY, ADVISOR, tapped=5)
    assert switched is not None
    assert (switched.talk.grant, switched.talk.place) == (ADVISOR, Home())
    assert note(enter(talk, Tapped(Action.SWITCH), SECRETARY, tapped=5)) is NoteCode.NOT_ALLOWED
    other = enter(talk, Tapped(Action.ACCEPT), SECRETARY, ADVISOR, tapped=5)
    assert note(other) is NoteCode.OTHER_ROLE
    assert note(enter(talk, Tapped(Action.ACCEPT), SECRETARY, tapped=4)) is NoteCode.NOT_ALLOWED
    for own in (0, 4):
        for action in (Action.SEND, Action.EDIT):
            assert enter(talk, Tapped(action), SECRETARY, tapped=own) is None


def test_a_language_is_a_short_code() -> None:
    """Whether it has words is not for the rules to know: tests/bot/test_words.py."""
    talk = Talk(1, SECRETARY)
    english = enter(talk, Tapped(Action.LANGUAGE, "en"), SECRETARY)
    assert english is not None
    assert english.talk.language == "en"
    assert enter(talk, Tapped(Action.LANGUAGE, "<b>"), SECRETARY) is None


def test_a_role_that_was_taken_away_starts_again_from_what_is_left() -> None:
    working = Talk(1, SECRETARY, Summary())
    assert lobby.arrive(working, (SECRETARY, ADVISOR)) == working
    assert lobby.arrive(working, (ADVISOR,)) == Talk(1, ADVISOR, Home())
    assert lobby.arrive(working, ()) == Talk(1, None, Home())
    assert lobby.arrive(INVITED, (SECRETARY,)) == INVITED
    assert lobby.arrive(STRANGER, (SECRETARY,)) == Talk(1, SECRETARY, Home())


def test_the_coordinators_commands_lead_to_the_desk() -> None:
    coordinator = Talk(1, Grant(1, Role.COORDINATOR))
    held = (Grant(1, Role.COORDINATOR),)
    places = {
        command: turn.talk.place
        for command in (Command.IMPORT, Command.INVITATIONS, Command.CONTINUE)
        if (turn := lobby.step(coordinator, held, Asked(command), 0))
    }
    assert places == {
        Command.IMPORT: AwaitingTable(),
        Command.INVITATIONS: Inviting(),
        Command.CONTINUE: Home(),
    }


# --- The desks ----------------------------------------------------------------------------------

SHEET = Sheet(
    "tabela",
    (
        ("Lp.", "Urząd", "Województwo", "Doradca", "Blok I", "Blok II"),
        ("1", "2", "3", "4", "5", "6"),
        ("1", "Urząd Gminy Rejowiec", "lubelskie", "Halina Wrońska", "6", "3"),
    ),
)
TABLE = FileRead("tabela.csv", (SHEET,), read_table([SHEET]))


def sit(
    event: Event,
    place: Place = Home(),  # noqa: B008 (a frozen value)
    submission: Submission | None = None,
    role: Role = Role.COORDINATOR,
) -> Turn:
    return desk.step(Talk(1, place=place), submission, event, Context(role, NOW))


def test_a_desk_is_paged_and_narrowed_by_typing() -> None:
    assert sit(Said("rejo")).talk.place == Home(query="rejo")
    assert sit(Tapped(Action.PAGE, "2"), Home(query="rejo")).talk.place == Home(2, "rejo")
    assert sit(Said("rejo"), Inviting()).talk.place == Inviting(query="rejo")
    assert len(getattr(sit(Said("a" * 10_000)).talk.place, "query")) == desk.LONGEST_QUERY  # noqa: B009
    assert note(sit(Tapped(Action.PAGE, "forged"))) is NoteCode.STALE
    assert note(sit(Said("tak"), AwaitingTable())) is NoteCode.NOT_UNDERSTOOD
    assert note(sit(Said("tak"), PreviewingImport(3))) is NoteCode.NOT_UNDERSTOOD


def test_every_place_of_a_desk_leads_home() -> None:
    places: list[Place] = [Inviting(), ViewingOffice(7), AwaitingTable(), PreviewingImport(3)]
    for place in places:
        assert sit(Tapped(Action.BACK), place).talk.place == Home()
        assert sit(Tapped(Action.OPEN), place).talk.place == Home()
    assert sit(Tapped(Action.BACK), Returning(7)).talk.place == ViewingOffice(7)
    assert office_of(Returning(7)) == office_of(ViewingOffice(7)) == 7
    assert office_of(Home()) is office_of(Returning()) is None


@pytest.mark.parametrize(
    ("argument", "effect"),
    [
        ("h7", MakeInvitation(Role.HEAD, 7)),
        ("s7", MakeInvitation(Role.SECRETARY, 7)),
        (
            f"a{advisor_code('Halina Wrońska')}",
            MakeInvitation(Role.ADVISOR, advisor_code=advisor_code("Halina Wrońska")),
        ),
        ("x7", None),
        ("hseven", None),
        ("h" + "9" * 40, None),
    ],
)
def test_an_invitation_is_for_an_advisor_or_for_somebody_of_an_office(
    argument: str, effect: MakeInvitation | None
) -> None:
    turn = sit(Tapped(Action.INVITE, argument))
    assert turn.effects == ((effect,) if effect else ())
    assert note(turn) is (NoteCode.LINK_MADE if effect else NoteCode.STALE)
    assert sit(Tapped(Action.INVITE)).talk.place == Inviting()
    forbidden = sit(Tapped(Action.INVITE, argument), role=Role.ADVISOR)
    assert forbidden.effects == ()


def test_a_table_is_read_shown_and_decided_once() -> None:
    sent = Sent(SentKind.DOCUMENT, "f", "tabela.csv", 9)
    assert sit(sent).effects == (ReadFile(sent),)
    (preview,) = sit(TABLE).effects
    assert isinstance(preview, StorePreview)
    assert [row.name for row in preview.reading.offices] == ["Urząd Gminy Rejowiec"]
    here = PreviewingImport(3)
    for action, taking in (
        (Action.IMPORT_ADD, Taking.ADDITIONAL),
        (Action.IMPORT_REPLACE, Taking.NEW_VERSION),
        (Action.IMPORT_OVERRULE, Taking.OVERRULING),
        (Action.IMPORT_REJECT, None),
    ):
        assert sit(Tapped(action, "3"), here).effects == (DecideImport(3, taking),)
        assert note(sit(Tapped(action, "2"), here)) is NoteCode.IMPORT_DECIDED
        assert note(sit(Tapped(action, "3"))) is NoteCode.IMPORT_DECIDED


def test_a_file_that_is_no_table_is_refused_with_the_reason() -> None:
    assert note(sit(FileRead("x.csv"))) is NoteCode.NOT_A_TABLE
    assert note(sit(FileRead("x.csv", refusal="unreadable"))) is NoteCode.FILE_REFUSED
    assert note(sit(Sent(SentKind.PICTURE))) is NoteCode.PICTURE
    assert note(sit(Sent(SentKind.OTHER))) is NoteCode.NO_FILE_HERE
    assert note(sit(Sent(SentKind.DOCUMENT), role=Role.ADVISOR)) is NoteCode.NO_FILE_HERE


def test_the_advisor_returns_with_a_comment_or_accepts() -> None:
    chat = Chat().approve()
    chat.advisor(Action.RETURN)
    assert chat.talks[Role.ADVISOR].place == Returning(7)
    chat.say("?", Role.ADVISOR)
    assert chat.note == "reason-needed", chat
    chat.say("Proszę rozważyć Skarbnika.", Role.ADVISOR)
    assert chat.submission.returned is not None
    assert chat.submission.returned.by is Decider.ADVISOR
    chat.advisor(Action.ACCEPT)
    assert chat.note == "not-submitted", chat
    chat.advisor(Action.RETURN)
    assert chat.note == "not-submitted", chat
    chat.tap(Action.SEND, role=Role.HEAD)
    chat.advisor(Action.ACCEPT)
    assert chat.note == "accepted", chat


def test_a_late_press_decides_about_no_other_office() -> None:
    """The card of another office had the button; this one is looked at now."""
    waiting = Chat().submit().submission
    for action in (Action.CLOSE, Action.REOPEN, Action.GRANT, Action.REFUSE, Action.RETURN):
        for argument in ("", "8", "forged"):
            tap = Tapped(action, argument, waiting.version)
            turn = sit(tap, ViewingOffice(7), waiting)
            assert (note(turn), turn.submission) == (NoteCode.STALE, waiting)


def test_the_coordinator_answers_pleas_and_closes_lists_on_a_card_of_today() -> None:
    chat = Chat(replace(WLODAWA, limit_steering=7))
    chat.prepare()
    chat.tap(Action.REQUEST, "R4")
    chat.say("Urząd ma dwa budynki.")
    asked = chat.submission
    old = sit(Tapped(Action.GRANT, "7", asked.version - 1), ViewingOffice(7), asked)
    assert note(old) is NoteCode.CHANGED_MEANWHILE
    chat.coordinator(Action.GRANT)
    assert chat.submission.office.limit_steering == 8
    chat.coordinator(Action.REFUSE)
    assert chat.note == "no-request", chat
    chat.coordinator(Action.CLOSE)
    assert chat.note == "closed", chat
    chat.say("Jan Mazur – Kierownik Referatu")
    assert chat.refused, chat
    chat.command(Command.CONTINUE)
    assert chat.note == "lists-closed", chat
    chat.tap(Action.CONTINUE)
    assert chat.note == "lists-closed", chat
    chat.coordinator(Action.REOPEN)
    assert chat.submission.editable


def test_a_button_without_an_office_to_be_about_is_out_of_date() -> None:
    for action in (Action.OFFICE, Action.CLOSE, Action.ACCEPT):
        assert note(sit(Tapped(action, "7"))) is NoteCode.STALE
    assert note(sit(Tapped(Action.SEND), ViewingOffice(7), Submission(WLODAWA))) is NoteCode.STALE


TYPED = Announcing("Szkolenie", Recipients.OFFICES)
COORDINATING: dict[Action, tuple[Place, Tapped]] = {
    Action.ACCESS: (Home(), Tapped(Action.ACCESS)),
    Action.REVOKE: (ViewingAccess("g7"), Tapped(Action.REVOKE, "g7")),
    Action.REVOKE_SURELY: (
        ViewingAccess("i7", Asking.REVOKE),
        Tapped(Action.REVOKE_SURELY, "i7"),
    ),
    Action.HAND_OVER: (ViewingAccess("g7"), Tapped(Action.HAND_OVER, "g7")),
    Action.HAND_OVER_SURELY: (
        ViewingAccess("g7", Asking.HAND_OVER),
        Tapped(Action.HAND_OVER_SURELY, "g7"),
    ),
    Action.INVITE_SURELY: (InvitingAgain(7), Tapped(Action.INVITE_SURELY, "h7")),
    Action.INVITE_BY_FILE: (InvitingByFile(), Tapped(Action.INVITE_BY_FILE, "docx")),
    Action.CLOSING: (Home(), Tapped(Action.CLOSING, "c")),
    Action.CLOSING_SURELY: (ClosingLists(scope="*"), Tapped(Action.CLOSING_SURELY, "c*")),
    Action.ANNOUNCE: (Home(), Tapped(Action.ANNOUNCE)),
    Action.ANNOUNCE_SURELY: (TYPED, Tapped(Action.ANNOUNCE_SURELY, code_of(TYPED))),
    Action.HISTORY_VERSION: (ViewingHistory(7), Tapped(Action.HISTORY_VERSION, "3")),
}
"""Buttons of the coordinator's cards, each on its own."""


@pytest.mark.parametrize("role", [Role.ADVISOR, Role.COORDINATOR])
def test_every_button_of_a_desk_is_answered_there(role: Role) -> None:
    offered = {action for action in Action if may(role, action) and not may(None, action)}
    waiting = Chat().approve().submission
    arguments = {
        Action.PAGE: "1",
        Action.INVITE: "h7",
        Action.SNOOZE: "3",
        Action.SETTING: "deadline",
        Action.DOCUMENT: "order:7",
    }
    places: dict[Action, Place] = {
        Action.PAGE: Home(),
        Action.ABOUT: Commenting(7),
        Action.SETTING_KEEP: Setting(Key.DEADLINE, value="2027-01-15"),
    }
    silent = set()
    for action in offered:
        imports = action in {Action.IMPORT_ADD, Action.IMPORT_REPLACE, Action.IMPORT_REJECT}
        place: Place = PreviewingImport(7) if imports else ViewingOffice(7)
        place = places.get(action, place)
        tap = Tapped(action, arguments.get(action, "7"), waiting.version)
        place, tap = COORDINATING.get(action, (place, tap))
        if note(sit(tap, place, waiting, role)) is NoteCode.STALE:
            silent.add(action)
    assert not silent
    assert waiting.stage is Stage.SETTLED


def test_the_buttons_of_a_digest_leave_the_card_where_it_stands() -> None:
    for place in (Home(), ViewingOffice(7), Returning(7)):
        nudged = sit(Tapped(Action.NUDGE), place, Submission(WLODAWA), Role.ADVISOR)
        assert (nudged.talk.place, nudged.effects) == (place, (NudgeOffices(),))
        put_off = sit(Tapped(Action.SNOOZE, "1"), place, Submission(WLODAWA), Role.ADVISOR)
        assert (put_off.talk.place, put_off.effects) == (place, (PutOff(1),))
    asked = sit(Tapped(Action.SNOOZE), Home(), None, Role.ADVISOR)
    assert asked.talk.place == PuttingOff()
    three = sit(Tapped(Action.SNOOZE, "3"), PuttingOff(reason="urlop"), None, Role.ADVISOR)
    assert (three.talk.place, three.effects) == (Home(), (PutOff(3, "urlop"),))
    for forged in ("0", "2", "-1", "²", "365"):
        turn = sit(Tapped(Action.SNOOZE, forged), Home(), None, Role.ADVISOR)
        assert (note(turn), turn.effects) == (NoteCode.STALE, ())


def test_the_deadline_is_typed_and_reminders_are_switched() -> None:
    asking = sit(Tapped(Action.SETTING, "deadline"), Setting())
    assert asking.talk.place == Setting(Key.DEADLINE, Group.DATES)
    typed = sit(Said("15 stycznia 2027"), Setting(Key.DEADLINE))
    assert typed.effects == (ChangeSetting(Key.DEADLINE, "15 stycznia 2027"),)
    shown = Setting(Key.DEADLINE, Group.DATES, "2027-01-15")
    kept = sit(Tapped(Action.SETTING_KEEP), shown)
    assert kept.effects == (ChangeSetting(Key.DEADLINE, "2027-01-15", surely=True),)
    group = sit(Tapped(Action.BACK), Setting(Key.DEADLINE)).talk.place
    assert group == Setting(group=Group.DATES)
    assert sit(Tapped(Action.BACK), group).talk.place == Setting()
    assert sit(Tapped(Action.BACK), Setting()).talk.place == Home()
    off = sit(Tapped(Action.SETTING, "reminders=off"), Home())
    assert off.talk.place == Setting(group=Group.RHYTHM)
    assert off.effects == (ChangeSetting(Key.REMINDERS, "off"),)
    assert note(sit(Said("15 stycznia 2027"), Setting())) is NoteCode.NOT_UNDERSTOOD
    assert sit(Tapped(Action.SETTING), Home()).talk.place == Setting()
    for forged in ("=", "limit_mode", "quiet_hours=0", "administrator=X"):
        turn = sit(Tapped(Action.SETTING, forged), Setting())
        assert (note(turn), turn.effects) == (NoteCode.STALE, ())


def test_a_file_read_after_a_switch_of_roles_enters_nothing() -> None:
    """A coordinator's table must not become a Sekretarz's list."""
    coordinator = Grant(1, Role.COORDINATOR)
    secretary = Grant(2, Role.SECRETARY, 7, "Urząd Gminy Rejowiec")
    here = Talk(1, secretary, NamingSteering())
    turn = lobby.step(here, (coordinator, secretary), TABLE, coordinator.id)
    assert turn is not None
    assert note(turn) is NoteCode.FILE_OF_OTHER_ROLE
    assert (turn.talk.place, turn.effects) == (here.place, ())
    assert lobby.step(here, (coordinator, secretary), TABLE, secretary.id) is None
