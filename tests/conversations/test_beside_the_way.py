"""Steps beside the usual way through the enrolment: old and forged buttons, words elsewhere."""

from dataclasses import replace

import pytest

from conversations import enrolment
from conversations.access import Role
from conversations.enrolment.changes import meanings
from conversations.events import Action, FileRead, Meaning, Said, Sent, SentKind, Tapped
from conversations.places import Home, Place
from conversations.places.enrolment import (
    AddingOutsider,
    Answering,
    CheckingList,
    Clarifying,
    ConfirmingChange,
    ConfirmingMatch,
    ConfirmingRemoval,
    Explaining,
    GivingOrder,
    NamingPlenipotentiary,
    NamingSteering,
    PickingEditors,
    Removing,
    StatingBasis,
    Summary,
    TellingApart,
)
from conversations.places.office import (
    NamingSubstitute,
    Returning,
)
from conversations.team import MOST_PEOPLE, Rule
from conversations.turn import Context
from tests.conversations.chat import ANNA, EIGHT, NOW, WLODAWA, Chat, people

REASON = "Urząd zatrudnia tylko dwanaście osób."
INSPECTOR = "Jan Nowak – główny specjalista"


def named(text: str = ANNA) -> Chat:
    chat = Chat()
    chat.tap(Action.CONTINUE)
    chat.say(text)
    return chat


def listed() -> Chat:
    """The plenipotentiary is in block I; eight people are listed and wait to be checked."""
    chat = named()
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "proposal")
    chat.say(EIGHT)
    assert chat.place() == CheckingList(), chat
    return chat


def doubtful(text: str = "Adam Marek – Skarbnik") -> Chat:
    chat = named(text)
    assert isinstance(chat.place(), Clarifying), chat
    return chat


# --- Buttons -----------------------------------------------------------------------------------


def test_the_menu_is_a_tap_away_from_every_card() -> None:
    chat = listed()
    talk, context = chat.talks[Role.SECRETARY], Context(Role.SECRETARY, NOW)
    chat.tap(Action.OPEN)
    assert chat.place() == Home()
    by_a_button_of_no_role = enrolment.step(talk, chat.submission, Tapped(Action.OPEN), context)
    assert by_a_button_of_no_role.talk.place == Home()


def test_the_summary_leads_to_each_step_and_a_rule_to_where_it_is_changed() -> None:
    chat = Chat().prepare()
    for action, argument, place in (
        (Action.EDIT, "", Summary()),
        (Action.EDIT_PLENIPOTENTIARY, "", NamingPlenipotentiary()),
        (Action.EDIT_EDITORIAL, "", PickingEditors()),
        (Action.EDIT_STEERING, "", CheckingList()),
        (Action.CHANGE, Rule.R4, Removing()),
        (Action.CHANGE, Rule.R4_FREE, NamingSteering()),
    ):
        chat.tap(action, argument)
        assert chat.place() == place, chat


def test_an_old_button_of_the_basis_asks_first_whose_basis_it_is() -> None:
    chat = Chat()
    chat.tap(Action.EDIT_BASIS)
    assert chat.place() == NamingPlenipotentiary()


def test_a_head_who_returns_a_long_list_turns_its_pages() -> None:
    chat = Chat().submit()
    chat.tap(Action.RETURN, role=Role.HEAD)
    chat.tap(Action.PAGE, "1", Role.HEAD)
    chat.tap(Action.ABOUT, "2", Role.HEAD)
    assert chat.place(Role.HEAD) == Returning(about=2, page=1)


def test_an_editor_is_taken_off_the_list_only_after_a_yes() -> None:
    chat = Chat().prepare()
    editor = chat.id_of("Mazur")
    chat.tap(Action.REMOVE, editor)
    assert chat.place() == ConfirmingRemoval(int(editor))
    chat.tap(Action.REMOVE_SURELY, editor)
    assert "Jan Mazur" not in chat.steering


def test_an_editor_is_let_go_by_a_tap_and_stays_in_the_steering_group() -> None:
    chat = Chat().prepare()
    chat.tap(Action.EDIT_EDITORIAL)
    chat.tap(Action.UNPICK, chat.id_of("Mazur"))
    assert "Jan Mazur" in chat.steering
    assert "Jan Mazur" not in chat.editorial


@pytest.mark.parametrize("action", [Action.CONFIRM, Action.PAGE, Action.MEANT, Action.MATCHED])
def test_a_button_that_the_card_has_not_is_out_of_date(action: Action) -> None:
    chat = listed()
    before = chat.submission
    chat.tap(action, chat.id_of("Mazur"))
    assert (chat.note, chat.refused) == ("stale", True)
    assert chat.submission == before


@pytest.mark.parametrize("argument", ["0/2", "0/", "7/1", "x/1", "/1", "-1/1"])
def test_only_an_offered_answer_of_the_present_question_is_taken(argument: str) -> None:
    chat = doubtful()
    before = chat.submission
    chat.tap(Action.CHOOSE, argument)
    assert (chat.note, chat.refused) == ("stale", True), chat
    assert chat.submission == before


def test_a_question_is_passed_over_once_not_twice() -> None:
    chat = doubtful()
    chat.tap(Action.SKIP, "/2")
    assert (chat.note, chat.refused) == ("stale", True), chat
    assert isinstance(chat.place(), Clarifying)


def test_somebody_who_is_not_offered_cannot_be_pointed_out() -> None:
    chat = listed()
    chat.say("proszę wykreślić Zielińskiego")
    asked = chat.place()
    assert isinstance(asked, ConfirmingChange), chat
    for argument in ("99/1", "²/1", "x/1", f"{chat.id_of('Mazur')}/2"):
        chat.tap(Action.CHOOSE, argument)
        assert (chat.note, chat.refused) == ("stale", True), argument
    chat.tap(Action.CHOOSE, f"{chat.id_of('Mazur')}/1")
    chosen = chat.place()
    assert isinstance(chosen, ConfirmingChange)
    assert (chosen.leaving, chosen.unsure) == ((int(chat.id_of("Mazur")),), ())


def test_words_cannot_be_taken_for_what_they_were_not_asked_about() -> None:
    chat = named(INSPECTOR)
    chat.tap(Action.KEEP, Rule.R2)
    chat.say("Jan Kania – Geodeta")
    assert isinstance(chat.place(), TellingApart), chat
    order = replace(chat.talks[Role.SECRETARY], place=TellingApart("Zarządzenie nr 5"))
    chat.talks[Role.SECRETARY] = order
    chat.tap(Action.MEANT, Meaning.LIST)
    assert (chat.note, chat.refused) == ("stale", True), chat


# --- Words and files ---------------------------------------------------------------------------


def test_a_picture_of_a_list_is_refused_in_words_of_its_own() -> None:
    chat = listed()
    chat.happens(Sent(SentKind.PICTURE))
    assert (chat.note, chat.refused) == ("picture", True)


def test_a_file_that_cannot_be_read_is_refused_by_its_name() -> None:
    chat = listed()
    chat.file(FileRead("lista.xlsx", refusal="unreadable"))
    note = chat.last.talk.note
    assert note is not None
    assert (note.code.value, note.refusal) == ("file-refused", True)
    assert note.values == {"reason": "unreadable", "name": "lista.xlsx"}


def test_a_remark_about_the_plenipotentiary_is_answered_by_naming_another() -> None:
    chat = named(INSPECTOR)
    assert chat.place() == Answering(Rule.R2)
    chat.say(ANNA)
    assert chat.plenipotentiary == "Anna Kowalczyk"


def test_while_the_name_is_asked_about_another_plenipotentiary_may_be_named() -> None:
    chat = doubtful()
    chat.say(ANNA)
    assert chat.plenipotentiary == "Anna Kowalczyk"
    assert not isinstance(chat.place(), Clarifying)


def test_numbers_answer_no_remark_that_asks_for_none() -> None:
    chat = named(INSPECTOR)
    chat.tap(Action.KEEP, Rule.R2)
    chat.say(REASON)
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "proposal")
    chat.say(people(6))
    chat.tap(Action.LIST_OK)
    chat.talks[Role.SECRETARY] = replace(chat.talks[Role.SECRETARY], place=Answering(Rule.R8))
    chat.say("1 2")
    assert (chat.note, chat.refused) == ("not-understood", True), chat


def test_words_that_are_nobody_are_no_plenipotentiary() -> None:
    chat = named("!!!")
    assert (chat.note, chat.refused) == ("not-a-person", True)
    assert chat.place() == NamingPlenipotentiary()


def test_a_whole_list_typed_instead_of_a_reason_is_taken_as_the_list() -> None:
    chat = named(INSPECTOR)
    chat.tap(Action.KEEP, Rule.R2)
    assert chat.place() == Explaining(Rule.R2)
    chat.say(people(3))
    assert len(chat.steering) == 3, chat


def test_a_whole_list_typed_instead_of_an_answer_to_a_change_is_taken_as_the_list() -> None:
    chat = listed()
    chat.say("proszę wykreślić Mazura")
    assert isinstance(chat.place(), ConfirmingChange)
    chat.say("Ewa Wilk – Kierownik USC\nAdam Sowa – Kierownik Referatu")
    assert {"Ewa Wilk", "Adam Sowa"} <= set(chat.steering), chat


def test_words_that_answer_no_change_are_told_so_and_it_stays_proposed() -> None:
    chat = listed()
    chat.say("proszę wykreślić Mazura")
    proposed = chat.place()
    chat.say("no dobrze, ale kiedy")
    assert chat.refused, chat
    assert chat.place() == proposed


def test_a_newcomer_without_a_given_name_is_asked_for_a_whole_one() -> None:
    chat = listed()
    chat.say("zamiast Wójcika będzie Sowa")
    asked = chat.place()
    assert isinstance(asked, ConfirmingChange), chat
    for nobody in ("?!", "Nowak"):
        chat.say(nobody)
        assert (chat.note, chat.refused) == ("not-a-person", True), chat
        assert chat.place() == asked
    chat.say("Adam Sowa – Skarbnik")
    chat.tap(Action.APPLY)
    chat.tap(Action.REMOVE_SURELY)
    assert "Adam Sowa" in chat.steering


def test_a_closed_list_is_not_corrected_in_prose() -> None:
    chat = listed()
    chat.submission = replace(chat.submission, office=replace(WLODAWA, closed=True))
    chat.say("zamiast Wójcika będzie Adam Sowa – Skarbnik")
    assert (chat.note, chat.refused) == ("lists-closed", True), chat


def test_a_change_for_which_there_is_no_room_is_refused_whole() -> None:
    chat = named()
    chat.say(people(MOST_PEOPLE))
    before = chat.steering
    assert len(chat.submission.team.members) == MOST_PEOPLE
    chat.tap(Action.EDIT_STEERING)
    chat.say("dopisz: Adam Sowa – Skarbnik")
    assert isinstance(chat.place(), ConfirmingChange), chat
    chat.tap(Action.APPLY)
    assert (chat.note, chat.refused) == ("too-many", True), chat
    assert chat.steering == before, chat


def test_words_where_an_editor_is_to_be_removed_are_not_taken_for_an_answer() -> None:
    chat = Chat().prepare()
    chat.tap(Action.REMOVE, chat.id_of("Mazur"))
    asked = chat.place()
    chat.say("chyba raczej nie")
    assert (chat.note, chat.refused) == ("not-understood", True), chat
    assert chat.place() == asked


def test_a_correction_typed_as_the_reason_for_a_plenipotentiary_may_be_meant_as_one() -> None:
    chat = listed()
    chat.tap(Action.EDIT_PLENIPOTENTIARY)
    chat.say(INSPECTOR)
    chat.tap(Action.KEEP, Rule.R2)
    chat.say("Wójcik zrezygnował")
    assert isinstance(chat.place(), TellingApart), chat
    chat.tap(Action.MEANT, Meaning.LIST)
    place = chat.place()
    assert isinstance(place, ConfirmingChange), chat
    assert place.leaving == (int(chat.id_of("Wójcik")),)


@pytest.mark.parametrize(
    ("words", "may_be"),
    [
        ("Pełnomocnikiem będzie Jan Kania", (Meaning.ANSWER, Meaning.PLENIPOTENTIARY)),
        ("Jan Kania", (Meaning.ANSWER,)),
        ("Jan Kania – Geodeta", (Meaning.ANSWER, Meaning.PLENIPOTENTIARY, Meaning.LIST)),
        ("Urząd jest mały", (Meaning.ANSWER,)),
    ],
)
def test_a_bare_name_is_a_word_of_the_reason_and_more_is_asked_about(
    words: str, may_be: tuple[Meaning, ...]
) -> None:
    chat = named(INSPECTOR)
    assert meanings(TellingApart(words, Rule.R2), chat.submission) == may_be


def test_a_plenipotentiary_who_stays_outside_leaves_the_list_to_be_named() -> None:
    chat = named()
    chat.tap(Action.KEEP, Rule.R3)
    chat.say("Pełnomocnik był już na takim szkoleniu.")
    chat.tap(Action.BASIS, "proposal")
    assert chat.steering == []
    assert chat.place() == NamingSteering(), chat


def test_in_a_small_office_others_are_asked_for_before_the_editors() -> None:
    chat = Chat(replace(WLODAWA, limit_steering=2, limit_editorial=1))
    chat.tap(Action.CONTINUE)
    chat.say(ANNA)
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "proposal")
    assert chat.place() == NamingSteering(), chat
    chat.tap(Action.CONTINUE)
    chat.say("Marek Wójcik – Skarbnik")
    chat.tap(Action.LIST_OK)
    assert chat.place() == PickingEditors(), chat


def test_where_the_plenipotentiary_has_the_only_seat_the_editors_are_asked_for_at_once() -> None:
    chat = Chat(replace(WLODAWA, limit_steering=1, limit_editorial=1))
    chat.tap(Action.CONTINUE)
    chat.say(ANNA)
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "proposal")
    assert chat.place() == PickingEditors(), chat


def test_a_correction_in_a_list_that_is_about_nobody_stays_among_what_was_not_read() -> None:
    chat = named()
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "proposal")
    odd = "Zamiast Zielińskiego będzie Adam Sowa – Skarbnik"
    chat.say(f"{EIGHT}{odd}\nZamiast Mazura będzie Ewa Wilk – Kierownik USC\n")
    place = chat.place()
    assert isinstance(place, ConfirmingChange), chat
    assert place.leaving == (int(chat.id_of("Mazur")),)
    chat.tap(Action.REPHRASE)
    checking = chat.place()
    assert isinstance(checking, CheckingList), chat
    assert odd in checking.skipped


# --- Others were here --------------------------------------------------------------------------


def test_positions_that_the_other_has_corrected_are_not_asked_about_any_more() -> None:
    chat = named()
    chat.tap(Action.JOIN)
    chat.tap(Action.BASIS, "proposal")
    chat.say("Marek Wójcik\nJan Mazur\n\nSkarbnik\nKierownik Referatu")
    asked = chat.place()
    assert isinstance(asked, ConfirmingMatch), chat
    for surname in ("Wójcik", "Mazur"):
        chat.tap(Action.FIX, chat.id_of(surname), Role.HEAD)
        chat.say("Naczelnik Wydziału", Role.HEAD)
    assert not isinstance(chat.place(), ConfirmingMatch), chat


def test_only_the_head_in_person_names_the_days_of_a_substitution() -> None:
    """The card cannot be come to otherwise; were it, the words would hand nothing on."""
    chat = Chat()
    for role, substitute in ((Role.SECRETARY, False), (Role.HEAD, True)):
        talk = replace(chat.talks[role], place=NamingSubstitute())
        context = Context(role, NOW, substitute=substitute)
        days = Said("od 1 do 15 grudnia 2026")
        turn = enrolment.step(talk, chat.submission, days, context)
        assert turn.effects == ()
        assert turn.talk.note is not None
        assert turn.talk.note.code.value == "only-the-head"


# --- What people write beside the way ---------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["Dziękuję!", "dzień dobry", "Dziękuję bardzo za pomoc. Pozdrawiam", "ok, dzięki :)"]
)
def test_a_greeting_or_thanks_is_answered_and_changes_nothing(text: str) -> None:
    chat = listed()
    chat.say(text)
    assert (chat.note, chat.refused) == ("courtesy", False)
    assert isinstance(chat.place(), CheckingList)


@pytest.mark.parametrize("text", ["Pani Ola", "Hej, dopisz Annę Gil", "Dziękuję, ale nie"])
def test_a_greeting_with_anything_else_is_no_courtesy(text: str) -> None:
    chat = listed()
    chat.say(text)
    assert chat.note != "courtesy"


def test_thanks_as_the_reason_asked_for_are_the_reason() -> None:
    chat = named(INSPECTOR)
    chat.tap(Action.KEEP, Rule.R2)
    chat.say("dziękuję")
    assert chat.note != "courtesy"


def test_on_the_offices_card_a_name_answers_the_step_that_waits() -> None:
    chat = Chat()
    chat.say("Dzień dobry, pełnomocnikiem będzie pani Anna Kowalczyk, sekretarz")
    assert chat.plenipotentiary == "Anna Kowalczyk"
    assert chat.place() == Answering(Rule.R3)


def test_on_the_offices_card_a_question_names_nobody() -> None:
    chat = Chat()
    chat.say("Anna Kowalczyk – Sekretarz może być?")
    assert chat.plenipotentiary is None
    assert (chat.note, chat.place()) == ("not-understood", Home())


@pytest.mark.parametrize(
    "text",
    [
        "Zespół redakcyjny: Zalewski, Lis-Sadowska i pani Sikora",
        "wybieramy panią Sikorę, p. Zalewskiego oraz Lis-Sadowską",
        "Zespół redakcyjny to 3, 4 i 5",
    ],
)
def test_editors_are_chosen_in_a_sentence(text: str) -> None:
    chat = listed()
    chat.tap(Action.EDIT_EDITORIAL)
    chat.say(text)
    assert set(chat.editorial) == {"Ewa Lis-Sadowska", "Piotr Zalewski", "Monika Sikora"}, chat


@pytest.mark.parametrize("said", ["Zespół redakcyjny: Zalewski, Lis-Sadowska, Sikora", "ZR: 3 4 5"])
def test_editors_may_be_told_before_they_are_asked_for(said: str) -> None:
    chat = listed()
    chat.say(said)
    assert set(chat.editorial) == {"Ewa Lis-Sadowska", "Piotr Zalewski", "Monika Sikora"}, chat
    assert isinstance(chat.place(), CheckingList)


def test_editors_of_whom_one_fits_nobody_are_not_chosen_by_halves() -> None:
    chat = listed()
    chat.say("Zespół redakcyjny: Zalewski, Nieznany, Sikora")
    assert chat.editorial == [], chat
    assert chat.refused


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("mamy zarządzenie", GivingOrder()),
        ("jest zarządzenie burmistrza z 3 listopada", GivingOrder()),
        ("zarządzenie będzie później", StatingBasis()),
        ("nie ma zarządzenia", StatingBasis()),
    ],
)
def test_of_an_order_that_is_there_number_and_date_are_asked(text: str, asked: Place) -> None:
    chat = named(ANNA)
    chat.tap(Action.JOIN, Rule.R3)
    chat.say(text)
    assert chat.place() == asked


def test_an_outsider_told_among_the_editors_is_asked_about_and_nobody_is_lost() -> None:
    chat = listed()
    chat.say("Zespół redakcyjny: Sikora, Jan Gil")
    place = chat.place()
    assert isinstance(place, AddingOutsider), chat
    assert [person.full_name for person in place.people] == ["Jan Gil"]
    assert chat.editorial == ["Monika Sikora"]


def test_a_whole_name_is_nobody_elses_however_alike() -> None:
    chat = listed()
    chat.tap(Action.EDIT_EDITORIAL)
    chat.say("Ewa Lis")
    assert isinstance(chat.place(), AddingOutsider), chat


STEERING = "\n".join(EIGHT.splitlines()[1:])


def without_plenipotentiary() -> Chat:
    chat = Chat()
    chat.tap(Action.CONTINUE)
    chat.say(STEERING)
    chat.tap(Action.LIST_OK)
    assert chat.place() == NamingPlenipotentiary(), chat
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "pełnomocnik to Wójcik",
        "na pełnomocnika wyznaczamy Wójcika",
        "proponujemy p. Wójcika",
        "wybieramy Wójcika",
        "niech będzie Wójcik",
        "będzie pan Wójcik",
        "1",
    ],
)
def test_at_step_one_somebody_of_the_list_is_named_in_short(text: str) -> None:
    chat = without_plenipotentiary()
    chat.say(text)
    assert chat.plenipotentiary == "Marek Wójcik", chat


@pytest.mark.parametrize(
    "text",
    [
        "Dziękuję, Anna Kowalczyk",
        "Pełnomocnikiem nie będzie Marek Wójcik",
        "Nowy telefon Marka Wójcika 600 100 200",
        "1",
        "Wójcik",
        "proszę dodać, że Wójcik odpada",
        "nie wykreślać Wójcika",
        "dopisać Jana Gila, nie skreślać Wójcika",
        "dopisać 2 osoby i skreślić Wójcika",
        "zmienić stanowisko Wójcika na Sekretarza i dopisać Jana Gila",
        "Sikora to kierownik Biura Rady, a Mazur to Sekretarz",
        "Skreślić Wójcika. Dopisać Jana Gila. Pełnomocnikiem będzie Sikora",
        "Wójcik rezygnuje z noclegu",
    ],
)
def test_on_the_offices_card_half_of_a_sentence_or_its_opposite_is_never_done(text: str) -> None:
    chat = without_plenipotentiary()
    chat.tap(Action.BACK)
    before = chat.submission
    assert chat.place() == Home()
    chat.say(text)
    assert (chat.submission, chat.place()) == (before, Home()), chat
    assert chat.refused


@pytest.mark.parametrize(
    "text",
    [
        "bez zarządzenia",
        "wydamy zarządzenie",
        "zarządzenie czeka na podpis",
        "czy trzeba zarządzenie",
    ],
)
def test_an_order_that_is_not_there_is_not_asked_for(text: str) -> None:
    chat = named(ANNA)
    chat.tap(Action.JOIN, Rule.R3)
    chat.say(text)
    assert chat.place() == StatingBasis()
