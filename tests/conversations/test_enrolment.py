"""The enrolment as people walk through it, and where it used to lose them."""

from dataclasses import replace

import pytest

from conversations.access import Role
from conversations.coordination_table import Sheet
from conversations.events import Action, Asked, Command, FileRead, Sent, SentKind
from conversations.places import Home
from conversations.places.enrolment import (
    AddingOutsider,
    Answering,
    CheckingList,
    Clarifying,
    ConfirmingRemoval,
    Correcting,
    Explaining,
    GivingPosition,
    NamingPlenipotentiary,
    NamingSteering,
    PickingEditors,
    RefusedPlenipotentiary,
    Removing,
    Requesting,
    StatingBasis,
    Summary,
    TellingApart,
)
from conversations.submission import Stage
from conversations.team import Rule
from tests.conversations.chat import ANNA, EIGHT, MARKED, WLODAWA, Chat, people

SMALL = replace(WLODAWA, limit_steering=4, limit_editorial=2)


def begun(chat: Chat | None = None) -> Chat:
    """From the confirmed invitation: step 1 is asked."""
    chat = chat or Chat()
    chat.tap(Action.CONTINUE)
    assert chat.place() == NamingPlenipotentiary()
    return chat


def test_eleven_actions_are_enough_with_the_editors_tapped() -> None:
    chat = begun()
    chat.say(ANNA)
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "proposal")
    chat.say(EIGHT)
    chat.tap(Action.LIST_OK)
    for surname in ("Kowalczyk", "Lis-Sadowska", "Sikora", "Mazur"):
        chat.tap(Action.PICK, chat.id_of(surname))
    chat.tap(Action.DONE)
    chat.tap(Action.SEND)
    assert chat.stage is Stage.SUBMITTED, chat
    assert len(chat.log) - 1 == 11


def test_eight_with_the_editors_typed_as_numbers() -> None:
    chat = begun()
    chat.say(ANNA)
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "oral")
    chat.say(EIGHT)
    chat.tap(Action.LIST_OK)
    chat.say("1 3 5 8")
    chat.tap(Action.DONE)
    chat.tap(Action.SEND)
    assert chat.stage is Stage.SUBMITTED, chat
    assert len(chat.log) - 1 == 8


def test_four_when_the_pasted_list_marks_the_roles() -> None:
    chat = begun()
    chat.say(MARKED)
    chat.tap(Action.LIST_OK)
    chat.tap(Action.BASIS, "oral")
    chat.tap(Action.SEND)
    assert chat.stage is Stage.SUBMITTED, chat
    assert len(chat.log) - 1 == 4
    assert chat.plenipotentiary == "Anna Kowalczyk"
    assert (len(chat.steering), len(chat.editorial)) == (8, 4)


# --- Nothing is lost ----------------------------------------------------------------------------


def test_a_second_plea_does_not_replace_the_first() -> None:
    chat = Chat(replace(WLODAWA, limit_steering=7, limit_editorial=3))
    begun(chat).say(MARKED)
    chat.tap(Action.REQUEST, "R4")
    chat.say("Urząd ma dwa budynki.")
    chat.tap(Action.REQUEST, "R6")
    assert (chat.note, chat.refused) == ("request-waits", True), chat
    assert chat.submission.request is not None
    assert chat.submission.request.rule is Rule.R4


def test_two_people_plead_at_once_and_the_second_is_told() -> None:
    chat = Chat(replace(WLODAWA, limit_steering=7, limit_editorial=3))
    begun(chat).say(MARKED)
    chat.tap(Action.REQUEST, "R4")
    chat.tap(Action.REQUEST, "R6", Role.HEAD)
    chat.say("Urząd ma dwa budynki.")
    chat.say("Urząd ma dwa budynki.", Role.HEAD)
    assert (chat.note, chat.refused) == ("request-waits", True), chat
    assert chat.talks[Role.HEAD].place == Requesting(Rule.R6)


def test_a_marked_head_is_asked_about_though_the_list_asks_something_else_first() -> None:
    chat = begun()
    chat.say("Pełnomocnik: Zofia Kania – Starosta\nGrupa sterująca:\nAdam Marek – Skarbnik\n")
    assert isinstance(chat.place(), Clarifying), chat
    chat.tap(Action.SKIP, "/1")
    assert isinstance(chat.place(), CheckingList), chat
    chat.tap(Action.LIST_OK)
    refused = chat.place()
    assert isinstance(refused, RefusedPlenipotentiary), chat
    assert (refused.person.surname, refused.rule) == ("Kania", Rule.R2B)


def test_a_doubtful_name_without_a_position_is_still_asked_about() -> None:
    chat = begun()
    chat.say("Adam Marek")
    assert isinstance(chat.place(), GivingPosition), chat
    chat.say("Skarbnik Powiatu")
    assert isinstance(chat.place(), Clarifying), chat
    chat.tap(Action.CHOOSE, "1/1")
    named = chat.submission.team.plenipotentiary
    assert named is not None
    assert (named.person.surname, named.person.position) == ("Adam", "Skarbnik Powiatu")


def test_an_answer_that_is_somebody_else_of_the_list_is_refused_and_the_question_stays() -> None:
    chat = begun()
    chat.say("Marek Adam – Naczelnik Wydziału")
    chat.tap(Action.SKIP, "/1")
    chat.tap(Action.LIST_ADD)
    chat.say("Jan Paweł – Kierownik Referatu")
    assert isinstance(chat.place(), Clarifying), chat
    chat.say("Marek Adam – Naczelnik Wydziału")
    assert (chat.note, chat.refused) == ("already-on-list", True), chat
    assert isinstance(chat.place(), Clarifying), chat


def test_an_initial_is_completed_by_the_given_name_alone() -> None:
    chat = begun()
    chat.say("A. Kowalczyk – Sekretarz\nMarek Wójcik – Skarbnik")
    assert isinstance(chat.place(), Clarifying), chat
    chat.say("anna maria")
    assert chat.steering[0] == "Anna Maria Kowalczyk", chat


def test_a_whole_entry_answers_the_question_about_an_initial_too() -> None:
    chat = begun()
    chat.say("A. Kowalczyk – Sekretarz\nMarek Wójcik – Skarbnik")
    chat.say("Adam Kowalski")
    assert chat.steering[0] == "Adam Kowalski", chat


def test_somebody_else_named_while_a_spelling_is_asked_about_is_added_and_the_question_stays() -> (
    None
):
    chat = begun()
    chat.say("Anna Lipinska – Skarbnik\nŁukasz Żak – Geodeta")
    asked = chat.place()
    assert isinstance(asked, Clarifying), chat
    chat.say("Piotr Nowak – Kierownik USC")
    assert chat.steering == ["Anna Lipinska", "Łukasz Żak", "Piotr Nowak"], chat
    assert chat.place() == asked
    chat.say("Anna Lipińska")
    assert chat.steering == ["Anna Lipińska", "Łukasz Żak", "Piotr Nowak"], chat
    assert isinstance(chat.place(), CheckingList), chat


def test_editors_from_outside_wait_until_doubtful_names_are_answered() -> None:
    chat = begun()
    chat.say(
        "Grupa sterująca:\nA. Wójcik – Skarbnik\nEwa Lis – Sekretarz\n"
        "Zespół redakcyjny:\nJan Mazur\nEwa Lis\n"
    )
    assert isinstance(chat.place(), Clarifying), chat
    chat.tap(Action.SKIP, "/1")
    outside = chat.place()
    assert isinstance(outside, AddingOutsider), chat
    assert [person.surname for person in outside.people] == ["Mazur"]


def test_a_telephone_in_the_pasted_list_does_not_ask_again_what_was_explained() -> None:
    chat = begun()
    chat.say("Jan Nowak – główny specjalista")
    chat.tap(Action.KEEP, "R2")
    chat.say("Urząd nie ma Sekretarza.")
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "oral")
    chat.say("Jan Nowak – główny specjalista, tel. 83 000 00 15\n" + people(7))
    chat.tap(Action.LIST_OK)
    assert chat.place() == PickingEditors(), chat


def test_a_corrected_name_keeps_its_telephone() -> None:
    chat = begun()
    chat.say("Jan Nowak – Skarbnik, tel. 83 000 00 15\nEwa Lis – Sekretarz")
    chat.tap(Action.FIX, chat.id_of("Nowak"))
    chat.say("Jan Nowakowski")
    person = chat.submission.team.members[0].person
    assert (person.surname, person.position) == ("Nowakowski", "Skarbnik")
    assert person.phone == "+48830000015"


@pytest.mark.parametrize("action", [Action.LIST_REMOVE, Action.LIST_FIX])
def test_a_name_that_is_not_on_the_list_is_not_added_where_one_is_chosen(action: Action) -> None:
    chat = begun()
    chat.say(EIGHT)
    chat.tap(action)
    chat.say("Adam Baran – Kierownik Referatu")
    assert (chat.note, chat.refused) == ("not-on-list", True), chat
    chat.say("Marek Wójcik\nAdam Baran")
    assert (chat.note, len(chat.steering)) == ("not-on-list", 8), chat
    chat.say("Marek Wójcik\nAdam Baran\nEwa Nowak")
    told = chat.talks[Role.SECRETARY].note
    assert told is not None
    assert told.values == {"people": "Adam Baran, Ewa Nowak"}
    chat.say("99")
    assert chat.note == "no-such-number", chat
    chat.say("Adam Baran – Kierownik Referatu\nEwa Nowak – Sekretarz")
    assert chat.note == "added", chat


def test_a_whole_list_is_taken_wherever_the_draft_is_open() -> None:
    chat = Chat()
    chat.say(EIGHT)
    assert chat.place() == CheckingList(), chat
    chat.command(Command.CANCEL)
    chat.say("Tak jest")
    assert chat.note == "not-understood", chat
    chat.tap(Action.CONTINUE)
    chat.say(ANNA)
    assert chat.place() == StatingBasis(), chat
    chat.say(people(3))
    assert isinstance(chat.place(), CheckingList), chat


def test_a_file_is_taken_where_a_list_is_and_what_it_says_is_read_where_one_has_gone() -> None:
    chat = begun()
    turn = chat.happens(Sent(SentKind.DOCUMENT, "f", "lista.xlsx", 9))
    assert chat.note == "file-received"
    assert len(turn.effects) == 1
    chat.command(Command.CANCEL)
    rows = (("Jan Mazur", "Kierownik Referatu"), ("Ewa Nowak", "Sekretarz"))
    chat.file(FileRead("lista.xlsx", (Sheet("Arkusz1", rows),)))
    assert chat.steering == ["Jan Mazur", "Ewa Nowak"], chat
    chat.submission = replace(chat.submission, stage=Stage.SUBMITTED)
    chat.file(FileRead("lista.xlsx", (Sheet("Arkusz1", rows),)))
    assert chat.note == "no-file-here", chat


# --- The rules answer ---------------------------------------------------------------------------


def test_nine_of_eight_may_remove_or_plead() -> None:
    chat = begun()
    chat.say(MARKED)
    chat.say("Adam Baran – Kierownik Referatu")
    chat.tap(Action.LIST_OK)
    chat.tap(Action.BASIS, "oral")
    assert chat.place() == Answering(Rule.R4), chat
    chat.tap(Action.SEND)
    assert chat.note == "not-ready", chat
    chat.tap(Action.LIST_REMOVE)
    chat.say("9")
    assert chat.place() == CheckingList(), chat
    chat.tap(Action.LIST_OK)
    assert chat.place() == Summary(), chat


def test_an_editor_leaves_the_list_only_after_being_asked_about() -> None:
    chat = begun()
    chat.say(MARKED)
    chat.tap(Action.LIST_REMOVE)
    chat.say("2 3 4")
    assert len(chat.steering) == 7, chat
    where = chat.place()
    assert isinstance(where, ConfirmingRemoval), chat
    chat.tap(Action.REMOVE_SURELY, str(where.member_id))
    chat.tap(Action.REMOVE_SURELY, str(where.others[0]))
    assert (len(chat.steering), len(chat.editorial)) == (5, 2), chat
    assert chat.place() == CheckingList(), chat
    chat.tap(Action.LIST_REMOVE)
    chat.say("1")
    assert isinstance(chat.place(), ConfirmingRemoval), chat


def test_a_fifth_editor_of_four_is_refused_by_tap_and_asked_about_when_typed() -> None:
    chat = begun()
    chat.say(MARKED)
    chat.tap(Action.PICK, chat.id_of("Sikora"))
    assert (chat.note, chat.refused, len(chat.editorial)) == ("editors-full", True, 4)
    chat.tap(Action.EDIT_EDITORIAL)
    chat.say("1 2 3 4 5")
    assert chat.place() == Answering(Rule.R6), chat
    chat.tap(Action.EDIT_EDITORIAL)
    chat.tap(Action.UNPICK, chat.id_of("Sikora"))
    chat.tap(Action.UNPICK, chat.id_of("Sikora"))
    assert len(chat.editorial) == 4, chat


def test_an_editor_from_outside_joins_both_blocks_or_neither() -> None:
    chat = begun(Chat(replace(WLODAWA, limit_steering=10, limit_editorial=5)))
    chat.say(MARKED)
    chat.tap(Action.EDIT_EDITORIAL)
    chat.say("Adam Baran – Kierownik\nEwa Nowak – Skarbnik")
    assert isinstance(chat.place(), AddingOutsider), chat
    chat.tap(Action.ADD_OUTSIDER, "/1")
    assert chat.note == "stale", chat
    chat.tap(Action.ADD_OUTSIDER, "/2")
    assert "Adam Baran" in chat.editorial, chat
    assert "Adam Baran" in chat.steering, chat
    chat.tap(Action.ADD_OUTSIDER, "/1")
    assert chat.note == "editors-full", chat
    chat.tap(Action.SKIP, "/1")
    assert chat.place() == PickingEditors(), chat


def test_a_list_with_an_editor_from_outside_is_checked_after_the_question() -> None:
    chat = begun()
    chat.say(
        "Grupa sterująca:\nMarek Wójcik – Skarbnik\nEwa Lis – Sekretarz\n"
        "Zespół redakcyjny:\nJan Mazur\nMarek Wójcik\n"
    )
    assert isinstance(chat.place(), AddingOutsider), chat
    chat.tap(Action.BACK)
    assert isinstance(chat.place(), CheckingList), chat


def test_an_inspektor_as_plenipotentiary_needs_a_reason_and_a_yes_will_not_do() -> None:
    chat = begun()
    chat.say("Piotr Zalewski – inspektor")
    assert chat.place() == Answering(Rule.R2), chat
    chat.tap(Action.CONFIRM, "R2")
    assert (chat.note, chat.refused) == ("reason-needed", True), chat
    chat.tap(Action.KEEP, "R2")
    assert chat.place() == Explaining(Rule.R2), chat
    chat.say("ok")
    assert chat.note == "reason-needed", chat
    chat.say("a" * 501)
    assert chat.note == "too-long", chat
    chat.say("Urząd nie ma Sekretarza.")
    assert chat.place() == Answering(Rule.R3), chat


def test_the_head_as_plenipotentiary_waits_for_the_coordinator_and_the_rest_goes_on() -> None:
    chat = begun(Chat(replace(WLODAWA, head_key="zofia kania")))
    chat.say("Zofia Kania – Starosta")
    assert isinstance(chat.place(), RefusedPlenipotentiary), chat
    chat.tap(Action.REQUEST, "R4")
    assert chat.note == "stale", chat
    chat.tap(Action.REQUEST, "R2B")
    chat.tap(Action.BACK)
    chat.tap(Action.REQUEST, "R2B")
    chat.say("Urząd ma troje pracowników.")
    assert chat.plenipotentiary == "Zofia Kania", chat
    assert chat.place() == Answering(Rule.R3), chat
    chat.coordinator(Action.GRANT)
    assert chat.submission.team.confirmations[-1].waived, chat


def test_a_small_office_without_seats_in_block_two_ends_after_step_two() -> None:
    chat = begun(Chat(replace(WLODAWA, limit_steering=1, limit_editorial=0)))
    chat.say(ANNA)
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "oral")
    assert chat.place() == Summary(), chat
    chat.tap(Action.EDIT_EDITORIAL)
    assert chat.place() == Summary(), chat


def test_an_office_outside_both_blocks_names_only_its_plenipotentiary() -> None:
    chat = begun(Chat(replace(WLODAWA, limit_steering=0, limit_editorial=0)))
    chat.say(ANNA)
    chat.tap(Action.BASIS, "oral")
    assert chat.place() == Summary(), chat
    chat.tap(Action.LIST_ADD)
    assert chat.place() == Summary(), chat


def test_a_reason_may_be_signed_on_a_line_of_its_own() -> None:
    chat = begun()
    chat.say(ANNA)
    chat.tap(Action.KEEP, "R3")
    chat.say("Pani Sekretarz jest na urlopie.\nZ poważaniem\nJan Nowak")
    assert (chat.place(), chat.steering) == (StatingBasis(), []), chat


def test_a_reason_in_one_line_is_no_list_though_it_names_two() -> None:
    chat = begun()
    chat.say(ANNA)
    chat.tap(Action.KEEP, "R3")
    chat.say("Jan Nowak – Skarbnik i Ewa Lis – Geodeta odchodzą na emeryturę")
    assert (chat.place(), chat.steering) == (StatingBasis(), []), chat


def test_a_reason_in_two_lines_that_names_one_is_asked_about_and_no_list() -> None:
    chat = begun()
    chat.say(ANNA)
    chat.tap(Action.KEEP, "R3")
    chat.say("Urząd jest mały.\nJan Nowak odchodzi na emeryturę.")
    assert isinstance(chat.place(), TellingApart), chat
    assert chat.steering == []


def test_a_basis_needs_somebody_whom_it_is_about_and_is_one_of_three() -> None:
    chat = begun()
    chat.tap(Action.BASIS, "oral")
    assert (chat.note, chat.submission.team.basis) == ("stale", None), chat
    chat.say(ANNA)
    chat.tap(Action.BASIS, "rumour")
    assert (chat.note, chat.submission.team.basis) == ("stale", None), chat


def test_the_summary_is_a_tap_away_from_every_step() -> None:
    chat = Chat().prepare()
    for step in (Action.EDIT_STEERING, Action.EDIT_EDITORIAL, Action.EDIT_PLENIPOTENTIARY):
        chat.tap(step)
        chat.tap(Action.EDIT)
        assert (chat.place(), chat.refused) == (Summary(), False), chat


def test_a_question_about_somebody_names_nobody() -> None:
    chat = Chat()
    for asked in (f"{ANNA}?", f"Pełnomocnikiem będzie {ANNA}? Proszę o odpowiedź."):
        chat.say(asked)
        assert (chat.note, chat.plenipotentiary) == ("not-understood", None), chat
    begun(chat).say("a ile to właściwie potrwa?")
    assert chat.note == "not-understood", chat
    chat.say("nie wiemy jeszcze")
    assert chat.note == "not-a-person", chat


# --- Two people, old cards, commands ------------------------------------------------------------


def test_a_yes_on_an_older_card_confirms_nothing() -> None:
    chat = begun(Chat(SMALL))
    chat.say("Marek Wójcik – Skarbnik\nPiotr Zalewski – inspektor")
    seen = chat.submission.version
    chat.say("Ewa Lis – informatyk", Role.HEAD)
    chat.tap(Action.LIST_ADD, role=Role.HEAD)
    chat.say("Ewa Lis – informatyk\nAdam Baran – inspektor", Role.HEAD)
    chat.tap(Action.CONFIRM, "R8", version=seen)
    assert (chat.note, chat.refused) == ("changed-meanwhile", True), chat
    assert chat.submission.team.confirmations == ()


def test_what_the_other_removed_is_not_asked_about_any_more() -> None:
    chat = begun()
    chat.say("Adam Marek – Skarbnik\nPaweł Henryk – Kierownik")
    assert isinstance(chat.place(), Clarifying), chat
    for surname in ("Marek", "Henryk"):
        chat.tap(Action.REMOVE, chat.id_of(surname), Role.HEAD)
    assert chat.place() == NamingSteering(), chat


def test_commands_in_the_middle_of_a_step_come_back_to_it() -> None:
    chat = begun()
    chat.say(EIGHT)
    chat.tap(Action.LIST_FIX)
    for command in (Command.HELP, Command.STATUS, Command.PRIVACY):
        chat.command(command)
        assert chat.place() == Correcting(), chat
    chat.command(Command.CONTINUE)
    assert (chat.place(), chat.talks[Role.SECRETARY].topic) == (Correcting(), None), chat
    chat.command(Command.PLENIPOTENTIARY)
    assert chat.place() == NamingPlenipotentiary(), chat
    chat.command(Command.CANCEL)
    chat.command(Command.CONTINUE)
    assert chat.place() == NamingPlenipotentiary(), chat
    chat.happens(Asked(Command.EDITORIAL))
    assert chat.place() == PickingEditors(), chat


def test_what_is_sent_is_not_edited_until_it_is_taken_back() -> None:
    chat = Chat().submit()
    chat.tap(Action.REMOVE, chat.id_of("Mazur"))
    assert chat.note == "not-editable", chat
    chat.command(Command.STEERING)
    assert chat.note == "not-editable", chat
    chat.say(people(5))
    assert chat.note == "not-understood", chat
    chat.tap(Action.TAKE_BACK)
    assert chat.place() == Summary(), chat


def test_the_head_returns_with_a_comment_that_says_something() -> None:
    chat = Chat().submit()
    chat.tap(Action.RETURN, role=Role.HEAD)
    chat.say("?", Role.HEAD)
    assert chat.note == "reason-needed", chat
    chat.say("Brakuje Skarbnika.", Role.HEAD)
    assert chat.stage is Stage.RETURNED, chat
    chat.tap(Action.RETURN, role=Role.HEAD)
    assert chat.note == "not-submitted", chat


def test_a_waiting_submission_is_approved_by_an_order_typed_or_not_by_a_proposal() -> None:
    chat = Chat(replace(WLODAWA, head_registered=False))
    chat.submit()
    chat.tap(Action.EDIT_BASIS)
    assert chat.place() == StatingBasis(), chat
    chat.tap(Action.BACK)
    assert chat.place() == Home(), chat
    chat.tap(Action.BASIS, "proposal")
    assert chat.note == "sent-without-head", chat
    chat.tap(Action.BASIS, "order")
    chat.say("wkrótce")
    assert chat.note == "order-unclear", chat
    chat.say("Zarządzenie nr 12/2026 z 5 stycznia 2026 r.")
    assert chat.note == "approved", chat
    assert chat.submission.approval is not None
    assert chat.submission.approval.basis is not None
    assert chat.submission.approval.basis.number == "12/2026"


def test_a_basis_that_approves_nothing_is_not_kept_on_what_was_sent() -> None:
    chat = Chat(replace(WLODAWA, head_registered=False))
    chat.submit()
    office = replace(chat.submission.office, advisor_keys=frozenset({"anna kowalczyk"}))
    chat.submission = replace(chat.submission, office=office)
    before = chat.submission
    chat.tap(Action.BASIS, "oral")
    assert (chat.note, chat.submission) == ("not-ready", before), chat


def test_a_head_may_invite_the_secretary_in_the_middle_of_a_step() -> None:
    chat = begun()
    turn = chat.tap(Action.INVITE, role=Role.HEAD)
    assert chat.note == "link-made"
    assert len(turn.effects) == 1


def test_a_full_draft_refuses_one_more_and_says_so() -> None:
    chat = begun()
    chat.say(people(40))
    chat.tap(Action.EDIT_PLENIPOTENTIARY)
    chat.say("Zenon Baran – Sekretarz")
    assert (chat.note, chat.plenipotentiary) == ("too-many", None), chat
    chat.tap(Action.EDIT_EDITORIAL)
    chat.say("Zenon Baran – Sekretarz")
    chat.tap(Action.ADD_OUTSIDER, "/1")
    assert chat.note == "too-many", chat
    chat.tap(Action.LIST_ADD)
    chat.say("Zenon Baran – Sekretarz")
    assert chat.note == "too-many", chat


@pytest.mark.parametrize(
    "words",
    [
        f"Pełnomocnik: {ANNA}",
        f"{ANNA} – Pełnomocnik",
        f"Pełnomocnikiem będzie {ANNA}",
        f"Pełnomocnik:\n{ANNA}",
        *(
            said
            for verb in ("będzie", "jest", "to", "zostaje", "zostanie", "wyznaczamy", "wybieramy")
            for said in (
                f"Pełnomocnikiem {verb} {ANNA}",
                f"{verb} na pełnomocnika {ANNA}",
                f"{ANNA}, {verb} pełnomocnikiem",
                f"{ANNA} {verb} naszym pełnomocnikiem ds. SZJ",
            )
        ),
        f"{ANNA} jako pełnomocnik ds. systemu zarządzania jakością",
        f"Niech będzie pełnomocnikiem ds. jakości: {ANNA}",
    ],
)
def test_a_plenipotentiary_called_so_is_the_answer_to_step_one(words: str) -> None:
    """The word repeats what the card asks for: no list of one has begun."""
    chat = begun()
    chat.say(words)
    assert chat.note == "plenipotentiary-set", chat
    assert chat.place() == Answering(Rule.R3), chat
    named = chat.submission.team.plenipotentiary
    assert named is not None
    assert (named.person.full_name, named.person.position) == tuple(ANNA.split(" – "))


def test_a_plenipotentiary_for_something_else_is_a_post() -> None:
    chat = begun()
    chat.say("Anna Kowalczyk – pełnomocnik ds. promocji")
    named = chat.submission.team.plenipotentiary
    assert named is not None
    assert named.person.position == "pełnomocnik ds. promocji"


def test_a_heading_of_the_group_at_step_one_begins_the_list() -> None:
    chat = begun()
    chat.say(f"Grupa sterująca: {ANNA}")
    assert chat.place() == CheckingList(), chat


def test_a_post_without_a_name_below_the_plenipotentiary_is_not_asked_about_as_hers() -> None:
    chat = begun()
    chat.say(f"{ANNA}\nSkarbnik Powiatu")
    assert chat.place() == CheckingList(("Skarbnik Powiatu",)), chat


def test_a_position_is_asked_for_and_another_candidate_is_heard_instead() -> None:
    chat = begun()
    chat.say("Jan Mazur")
    chat.say("?!")
    assert chat.note == "not-understood", chat
    chat.say("a" * 151)
    assert chat.note == "too-long", chat
    chat.say(ANNA)
    assert chat.plenipotentiary == "Anna Kowalczyk", chat
    chat.tap(Action.EDIT_PLENIPOTENTIARY)
    chat.say("Anna Kowalczyk")
    assert chat.place() == Answering(Rule.R3), chat


def test_a_position_may_take_a_line_of_a_hundred_and_fifty_letters() -> None:
    chat = begun()
    chat.say("Jan Mazur")
    chat.say("Kierownik Referatu ".ljust(150, "a"))
    assert chat.plenipotentiary == "Jan Mazur", chat


def test_typed_numbers_where_a_list_is_asked_for_are_not_people() -> None:
    chat = begun()
    chat.say(EIGHT)
    chat.say("1 2")
    assert chat.note == "number-unclear", chat
    chat.tap(Action.EDIT_EDITORIAL)
    chat.say("proszę bardzo")
    assert chat.note == "not-understood", chat
    chat.say("99")
    assert chat.note == "no-such-number", chat


def test_removing_goes_on_while_the_list_is_over_the_limit() -> None:
    chat = begun(Chat(SMALL))
    chat.say(EIGHT)
    chat.tap(Action.LIST_REMOVE)
    chat.tap(Action.PAGE, "1")
    assert chat.place() == Removing(1), chat
    chat.say("8")
    assert chat.place() == Removing(), chat
    chat.say("5 6 7")
    assert chat.place() == CheckingList(), chat


def test_correcting_somebody_into_somebody_else_of_the_list_is_refused() -> None:
    chat = begun()
    chat.say(EIGHT)
    chat.tap(Action.LIST_FIX)
    chat.say("2")
    chat.say("Jan Mazur – Kierownik Referatu")
    assert (chat.note, chat.refused) == ("already-on-list", True), chat
    chat.say("?")
    assert chat.note == "not-a-person", chat
    chat.say("Skarbnik Powiatu i Naczelnik")
    assert chat.note == "corrected", chat


def test_too_many_editors_are_mended_by_typing_their_numbers_where_it_is_said() -> None:
    """The card shows the numbers, so they mean the whole team (R6)."""
    chat = begun(Chat(WLODAWA))
    chat.prepare(EIGHT)
    chat.tap(Action.EDIT_EDITORIAL)
    chat.say("1 2 3 4 5")
    assert chat.place() == Answering(Rule.R6), chat
    chat.say("1 2 3 4")
    assert len(chat.editorial) == 4, chat
    assert not chat.refused, chat


def test_a_list_over_the_limit_is_shortened_by_typing_numbers_where_it_is_said() -> None:
    """R4: the numbers are those to be removed, as behind [Usuń osoby]."""
    chat = begun(Chat(WLODAWA))
    chat.say(ANNA)
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "proposal")
    chat.say(EIGHT + "\nAdam Lis – Naczelnik Wydziału Promocji\nOlga Wit – Kierownik USC")
    chat.tap(Action.LIST_OK)
    assert chat.place() == Answering(Rule.R4), chat
    before = len(chat.steering)
    chat.say("9 10")
    assert len(chat.steering) == before - 2, chat


def test_the_plenipotentiary_alone_typed_again_is_said_to_be_on_the_list() -> None:
    """R10, in whatever order the name is written; within a longer list it is passed over."""
    chat = begun(Chat(WLODAWA))
    chat.say(ANNA)
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "proposal")
    chat.say("KOWALCZYK ANNA")
    assert chat.note == "only-duplicates", chat
