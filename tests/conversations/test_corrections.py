"""Typed words that change a list: corrections in prose, matched columns, words that may be two."""

from dataclasses import replace

import pytest

from conversations.access import Role
from conversations.coordination_table import Sheet
from conversations.events import Action, Command, FileRead, Meaning
from conversations.list_entry import names_a_post
from conversations.pasted_list import QuestionCode, read
from conversations.places import Home
from conversations.places.enrolment import (
    AddingOutsider,
    Answering,
    CheckingList,
    Clarifying,
    ConfirmingChange,
    ConfirmingMatch,
    CorrectingMember,
    Explaining,
    GivingOrder,
    NamingPlenipotentiary,
    PickingEditors,
    Summary,
    TellingApart,
    Whence,
)
from conversations.quick_questions import Question as Asking
from conversations.quick_questions import Topic as Asked
from conversations.team import Rule
from tests.conversations.chat import ANNA, EIGHT, MARKED, Chat

TWO_COLUMNS = "Marek Wójcik\nJan Mazur\nEwa Lis\n\nSkarbnik\nKierownik Referatu\nNaczelnik Wydziału"


def begun() -> Chat:
    """A plenipotentiary in block I; the list is awaited."""
    chat = Chat()
    chat.tap(Action.CONTINUE)
    chat.say(ANNA)
    chat.tap(Action.JOIN, Rule.R3)
    chat.tap(Action.BASIS, "proposal")
    return chat


def listed(text: str = EIGHT) -> Chat:
    """A plenipotentiary in block I and a list that is being checked."""
    chat = begun()
    chat.say(text)
    assert isinstance(chat.place(), CheckingList), chat
    return chat


def proposed(chat: Chat) -> ConfirmingChange:
    place = chat.place()
    assert isinstance(place, ConfirmingChange), chat
    return place


# --- Corrections in prose ---------------------------------------------------------------------


def test_a_correction_is_proposed_and_applied_only_when_agreed_to() -> None:
    chat = listed()
    before = chat.submission
    chat.say("zamiast Zalewskiego będzie Jan Kania – Skarbnik")
    assert chat.submission == before
    assert [chat.id_of("Zalewski")] == [str(each) for each in proposed(chat).leaving]
    chat.tap(Action.APPLY)
    assert isinstance(chat.place(), CheckingList)
    assert chat.note == "changed"
    assert "Piotr Zalewski" not in chat.steering
    assert chat.steering[-1] == "Jan Kania"
    assert len(chat.steering) == 8


def test_a_correction_of_an_older_card_is_not_agreed_to() -> None:
    chat = listed()
    chat.say("proszę wykreślić nr 3")
    chat.tap(Action.APPLY, version=chat.submission.version - 1)
    assert chat.note == "changed-meanwhile"
    assert len(chat.steering) == 8


def test_a_new_post_is_proposed_and_leaves_the_person_where_they_were() -> None:
    chat = listed()
    chat.say("zmienić stanowisko Zalewskiego na Kierownik Referatu Oświaty")
    place = proposed(chat)
    assert (place.leaving, place.post) == (
        (int(chat.id_of("Zalewski")),),
        "Kierownik Referatu Oświaty",
    )
    before = chat.steering
    chat.tap(Action.APPLY)
    assert chat.steering == before
    posts = {each.person.surname: each.person.position for each in chat.submission.team.steering}
    assert posts["Zalewski"] == "Kierownik Referatu Oświaty"


def test_several_to_be_added_are_entries_and_no_change_to_be_confirmed() -> None:
    chat = listed()
    chat.say("proszę dopisać: Jan Nowak – Kierownik USC, Ewa Gil – Skarbnik")
    assert isinstance(chat.place(), CheckingList), chat
    assert (chat.note, chat.steering[8:]) == ("added", ["Jan Nowak", "Ewa Gil"]), chat


def test_a_line_that_removes_and_one_that_adds_are_both_heard() -> None:
    chat = listed()
    chat.say("proszę wykreślić nr 3\nJan Nowak – Kierownik USC")
    assert (chat.note, len(chat.steering)) == ("added", 9), chat
    assert proposed(chat).leaving == (3,)
    chat.tap(Action.APPLY)
    assert ("Ewa Lis-Sadowska" in chat.steering, "Jan Nowak" in chat.steering) == (False, True)


def test_a_correction_typed_while_one_entry_is_corrected_is_a_correction() -> None:
    chat = listed()
    chat.tap(Action.LIST_FIX)
    chat.say("4")
    assert isinstance(chat.place(), CorrectingMember), chat
    chat.say("zamiast Zalewskiego będzie Jan Kania – Skarbnik")
    assert [chat.id_of("Zalewski")] == [str(each) for each in proposed(chat).leaving]


def test_a_correction_typed_while_a_name_is_asked_about_is_a_correction() -> None:
    chat = begun()
    chat.say("Anna Lipinska – Skarbnik\nŁukasz Żak – Geodeta")
    assert isinstance(chat.place(), Clarifying), chat
    chat.say("proszę wykreślić Żaka")
    assert [chat.id_of("Żak")] == [str(each) for each in proposed(chat).leaving]


def test_a_number_is_that_of_the_list_and_one_that_is_not_there_is_refused() -> None:
    chat = listed()
    chat.say("proszę wykreślić nr 3")
    chat.tap(Action.APPLY)
    assert "Ewa Lis-Sadowska" not in chat.steering
    chat.say("proszę wykreślić nr 30")
    assert chat.note == "no-such-number"
    assert isinstance(chat.place(), CheckingList)


def test_where_several_may_be_meant_it_is_asked_which() -> None:
    chat = listed("Marek Wójcik – Skarbnik\nJan Wójcik – Naczelnik Wydziału")
    chat.say("proszę wykreślić Wójcika")
    assert len(proposed(chat).unsure[0]) == 2
    jan = next(m for m in chat.submission.team.members if m.person.given == "Jan")
    chat.tap(Action.CHOOSE, f"{jan.id}/2")
    assert chat.note == "stale"
    chat.tap(Action.CHOOSE, f"{jan.id}/1")
    assert proposed(chat).leaving == (jan.id,)
    chat.tap(Action.APPLY)
    assert chat.steering == ["Anna Kowalczyk", "Marek Wójcik"]


def test_who_is_meant_may_be_typed_by_number() -> None:
    chat = listed("Marek Wójcik – Skarbnik\nJan Wójcik – Naczelnik Wydziału")
    chat.say("proszę wykreślić Wójcika")
    chat.say("39")
    assert chat.note == "not-on-list"
    chat.say("3")
    chat.tap(Action.APPLY)
    assert chat.steering == ["Anna Kowalczyk", "Marek Wójcik"]


def test_where_nobody_fits_it_is_said_and_everybody_is_offered() -> None:
    chat = listed()
    chat.say("proszę wykreślić Zielińskiego")
    assert chat.note == "nobody-fits"
    assert len(proposed(chat).unsure[0]) == 8


def test_the_name_of_a_newcomer_in_another_case_is_asked_about() -> None:
    chat = listed()
    chat.say("proszę dopisać Jana Nowaka, skarbnika")
    options = [option.full_name for option in proposed(chat).readings[0]]
    assert options[0] == "Jan Nowak"
    chat.tap(Action.CHOOSE, "0/1")
    chat.tap(Action.APPLY)
    assert chat.steering[-1] == "Jan Nowak"


def test_a_surname_alone_is_asked_to_be_made_whole() -> None:
    chat = listed()
    chat.say("zamiast Zalewskiego będzie Kania")
    chat.tap(Action.CHOOSE, "0/1")
    assert chat.note == "stale"
    chat.say("Zofia Kania – Skarbnik Powiatu")
    chat.tap(Action.APPLY)
    assert chat.steering[-1] == "Zofia Kania"


def test_somebody_who_is_on_the_list_is_not_added_again() -> None:
    chat = listed()
    chat.say("proszę dopisać Piotr Zalewski")
    assert chat.note == "only-duplicates"
    assert isinstance(chat.place(), CheckingList)


def test_a_ninth_person_meets_the_limit_as_on_the_usual_way() -> None:
    chat = listed()
    chat.say("proszę dopisać Jan Kania – Skarbnik")
    while proposed(chat).readings:
        chat.tap(Action.CHOOSE, "0/1")
    chat.tap(Action.APPLY)
    chat.tap(Action.LIST_OK)
    assert chat.place() == Answering(Rule.R4)


def test_an_editor_who_leaves_block_i_is_asked_about_before_anything_happens() -> None:
    chat = Chat().prepare()
    chat.command(Command.STEERING)
    chat.say("zamiast Wójcika będzie Jan Kania – Skarbnik")
    chat.tap(Action.APPLY)
    assert proposed(chat).agreed
    assert "Jan Kania" not in chat.steering
    chat.tap(Action.BACK)
    assert not proposed(chat).agreed
    chat.tap(Action.APPLY)
    chat.tap(Action.REMOVE_SURELY)
    assert "Marek Wójcik" not in chat.steering
    assert "Marek Wójcik" not in chat.editorial
    assert "Jan Kania" in chat.steering


def test_the_plenipotentiary_who_leaves_block_i_stays_appointed_and_r3_asks() -> None:
    chat = listed()
    chat.say("proszę wykreślić Kowalczyk")
    chat.tap(Action.APPLY)
    assert chat.plenipotentiary == "Anna Kowalczyk"
    assert "Anna Kowalczyk" not in chat.steering
    chat.tap(Action.LIST_OK)
    assert chat.place() == Answering(Rule.R3)


def test_a_change_may_be_put_otherwise_and_left() -> None:
    chat = listed()
    chat.say("proszę wykreślić nr 3")
    chat.say("proszę wykreślić nr 4")
    assert [chat.id_of("Zalewski")] == [str(each) for each in proposed(chat).leaving]
    chat.tap(Action.REPHRASE)
    assert chat.note == "change-dropped"
    assert isinstance(chat.place(), CheckingList)
    assert len(chat.steering) == 8


def test_in_step_3_a_change_is_one_of_the_editors() -> None:
    chat = Chat().prepare()
    chat.command(Command.EDITORIAL)
    assert isinstance(chat.place(), PickingEditors)
    chat.say("zamiast Wójcika będzie Zalewski")
    chat.tap(Action.APPLY)
    assert isinstance(chat.place(), PickingEditors)
    assert "Marek Wójcik" in chat.steering
    assert "Marek Wójcik" not in chat.editorial
    assert "Piotr Zalewski" in chat.editorial


def test_in_step_3_somebody_from_outside_joins_both_blocks() -> None:
    """R5, said on the card that is agreed to."""
    chat = Chat().prepare()
    chat.command(Command.EDITORIAL)
    chat.say("zamiast Wójcika będzie Jan Kania – Skarbnik")
    chat.tap(Action.APPLY)
    assert "Jan Kania" in chat.editorial
    assert "Jan Kania" in chat.steering


def test_on_the_summary_a_change_returns_to_the_first_open_question() -> None:
    chat = Chat().prepare()
    assert isinstance(chat.place(), Summary)
    chat.say("zamiast Zalewskiego będzie Jan Kania – Skarbnik")
    chat.tap(Action.APPLY)
    assert isinstance(chat.place(), Summary), chat
    assert "Jan Kania" in chat.steering


def test_after_approval_a_change_is_an_amendment() -> None:
    """Product.md, step 7: the approved team counts until the change is approved."""
    chat = Chat().approve()
    approved = chat.submission.approval
    chat.say("zamiast Zalewskiego będzie Jan Kania – Skarbnik")
    assert not chat.submission.amending
    chat.tap(Action.APPLY)
    assert chat.submission.amending
    assert chat.submission.approval == approved
    assert isinstance(chat.place(), Summary), chat
    assert "Jan Kania" in chat.steering


def test_what_waits_for_the_head_has_to_be_taken_back_first() -> None:
    chat = Chat().submit()
    chat.say("proszę wykreślić nr 3")
    assert chat.note == "not-editable"
    assert chat.place() == Home()


def test_a_correction_among_the_lines_of_a_list_is_asked_about_before_the_list() -> None:
    chat = listed()
    chat.say("Jan Kania – Geodeta Powiatowy\nZofia Lis – Skarbnik\nproszę wykreślić nr 3\n")
    assert proposed(chat).leaving == (int(chat.id_of("Lis-Sadowska")),)
    chat.tap(Action.APPLY)
    assert chat.place() == CheckingList()
    assert "Ewa Lis-Sadowska" not in chat.steering


# --- Changes that read like the question how to change ----------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Zamień Piotra Zalewskiego na Annę Nowak",
        "wymień Zalewskiego na Jana Kanię",
        "Proszę zmienić Piotra Zalewskiego na Annę Nowak",
        "zmień Zalewskiego na Kanię",
    ],
)
def test_a_change_is_proposed_and_not_answered_by_how_it_is_done(text: str) -> None:
    checking, summary = listed(), Chat().prepare()
    for chat in (checking, summary):
        chat.say(text)
        assert [chat.id_of("Zalewski")] == [str(each) for each in proposed(chat).leaving]
        chat.say(text)
        assert isinstance(chat.place(), ConfirmingChange), chat


@pytest.mark.parametrize(
    "text",
    [
        "jak zmienić Piotra Zalewskiego na Annę Nowak",
        "czy można zamienić Zalewskiego na Nowaka?",
        "chcę zamienić osobę na liście",
        "zamień Zalewskiego na Annę Nowak?",
        "Zmień Zalewskiego na Annę Nowak? ",
    ],
)
def test_whoever_asks_how_to_change_is_told_and_nothing_is_proposed(text: str) -> None:
    chat = listed()
    chat.say(text)
    assert chat.talks[Role.SECRETARY].topic == Asking(Asked.REPLACE)
    assert isinstance(chat.place(), CheckingList)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("zmień telefon na 600100200", "phone", "+48600100200"),
        ("600 100 200", "phone", "+48600100200"),
        ("zmień e-mail na a@b.pl", "email", "a@b.pl"),
        ("proszę zmienić nazwisko na Sikora-Lis", "surname", "Sikora-Lis"),
        ("zmień imię na Moniko", "given", "Moniko"),
    ],
)
def test_one_detail_of_an_entry_is_corrected_and_the_rest_stays(
    text: str, field: str, value: str
) -> None:
    chat = listed()
    chat.tap(Action.LIST_FIX)
    chat.say("5")
    before = chat.submission.team.members[4].person
    chat.say(text)
    assert chat.note == "corrected", chat
    assert chat.submission.team.members[4].person == replace(before, **{field: value})


@pytest.mark.parametrize(
    "text",
    [
        "zmień telefon na 12",
        "zmień nazwisko na 7 lis",
        "zmień imię na a b c d",
        "600100200 ok jutro",
    ],
)
def test_a_detail_that_cannot_be_read_changes_nothing(text: str) -> None:
    chat = listed()
    before = chat.submission.team
    chat.tap(Action.LIST_FIX)
    chat.say("5")
    chat.say(text)
    assert isinstance(chat.place(), CorrectingMember), chat
    assert chat.submission.team == before


@pytest.mark.parametrize("text", ["zmień telefon na 600100200", "zmień e-mail na a@b.pl"])
def test_a_contact_typed_while_a_name_is_asked_about_is_no_question(text: str) -> None:
    chat = begun()
    chat.say("Anna Lipinska – Skarbnik\nŁukasz Żak – Geodeta")
    before = chat.submission.team
    chat.say(text)
    assert isinstance(chat.place(), Clarifying), chat
    assert chat.talks[Role.SECRETARY].topic is None
    assert chat.submission.team == before


# --- Matched columns --------------------------------------------------------------------------


def test_positions_matched_by_their_order_are_asked_about_and_kept_on_yes() -> None:
    chat = begun()
    chat.say(TWO_COLUMNS)
    place = chat.place()
    assert isinstance(place, ConfirmingMatch), chat
    assert len(place.members) == 3
    chat.tap(Action.MATCHED)
    assert isinstance(chat.place(), CheckingList)
    assert not any(member.doubts for member in chat.submission.team.members)
    assert chat.submission.team.members[1].person.position == "Skarbnik"


def test_positions_that_belong_to_others_are_taken_off_and_may_be_pasted_again() -> None:
    chat = begun()
    chat.say(TWO_COLUMNS)
    chat.tap(Action.UNMATCHED)
    assert chat.note == "match-undone"
    assert [member.person.position for member in chat.submission.team.members[1:]] == [None] * 3
    chat.say("Marek Wójcik – Naczelnik Wydziału\nJan Mazur – Skarbnik")
    assert chat.submission.team.members[2].person.position == "Skarbnik"


def test_unanswered_the_matching_is_left_to_the_advisor() -> None:
    chat = begun()
    chat.say(TWO_COLUMNS)
    chat.tap(Action.OPEN)
    doubts = {code for member in chat.submission.team.members for code in member.doubts}
    assert doubts == {QuestionCode.POTWIERDZ_DOPASOWANIE}


# --- Several entries to be corrected ----------------------------------------------------------


@pytest.mark.parametrize("typed", ["2, 5", "2 i 5", "2 5"])
def test_several_numbers_are_corrected_one_after_another(typed: str) -> None:
    chat = listed()
    chat.tap(Action.LIST_FIX)
    chat.say(typed)
    assert chat.place() == CorrectingMember(int(chat.id_of("Wójcik")), (int(chat.id_of("Sikora")),))
    chat.say("Wicestarosta")
    assert chat.place() == CorrectingMember(int(chat.id_of("Sikora")))
    chat.say("Geodeta Powiatowy")
    assert isinstance(chat.place(), CheckingList)
    posts = {m.person.surname: m.person.position for m in chat.submission.team.members}
    assert (posts["Wójcik"], posts["Sikora"]) == ("Wicestarosta", "Geodeta Powiatowy")


def test_one_of_several_may_be_passed_over_or_be_gone() -> None:
    chat = listed()
    chat.tap(Action.LIST_FIX)
    chat.say("2, 3, 5")
    chat.tap(Action.SKIP)
    assert chat.place() == CorrectingMember(
        int(chat.id_of("Lis-Sadowska")), (int(chat.id_of("Sikora")),)
    )
    chat.tap(Action.REMOVE, chat.id_of("Lis-Sadowska"), role=Role.HEAD)
    assert chat.place() == CorrectingMember(int(chat.id_of("Sikora")))


# --- Words that may be something else ---------------------------------------------------------

NEW = "Nowy Pełnomocnik: Jan Kania – Skarbnik Powiatu"


def asked_for_a_reason() -> Chat:
    chat = begun()
    chat.say("Marek Wójcik – Skarbnik Powiatu")
    chat.tap(Action.LIST_OK)
    assert chat.place() == Explaining(Rule.R4A), chat
    return chat


def test_a_new_plenipotentiary_typed_instead_of_a_reason_is_no_reason() -> None:
    chat = asked_for_a_reason()
    chat.say(NEW)
    assert chat.place() == TellingApart(NEW, Rule.R4A)
    assert not chat.submission.team.confirmations
    chat.tap(Action.MEANT, Meaning.PLENIPOTENTIARY)
    assert chat.plenipotentiary == "Jan Kania"


def test_the_same_words_may_be_meant_as_the_reason() -> None:
    chat = asked_for_a_reason()
    chat.say(NEW)
    chat.tap(Action.MEANT, Meaning.ANSWER)
    assert chat.plenipotentiary == "Anna Kowalczyk"
    assert [answer.reason for answer in chat.submission.team.confirmations] == [NEW]


def test_a_person_with_a_position_may_be_one_more_for_the_list() -> None:
    chat = asked_for_a_reason()
    chat.say("Jan Kania – Geodeta Powiatowy")
    chat.tap(Action.MEANT, Meaning.LIST)
    assert chat.steering[-1] == "Jan Kania"


def test_a_correction_typed_instead_of_a_reason_is_asked_about() -> None:
    chat = asked_for_a_reason()
    chat.say("Wójcik zrezygnował")
    chat.tap(Action.MEANT, Meaning.LIST)
    assert proposed(chat).leaving == (int(chat.id_of("Wójcik")),)


def test_a_plain_reason_is_taken_at_once() -> None:
    chat = asked_for_a_reason()
    chat.say("Urząd zatrudnia tylko dwanaście osób, a Sekretarz jest chory.")
    assert not isinstance(chat.place(), TellingApart)
    assert chat.submission.team.confirmations


def test_where_an_order_is_awaited_a_person_is_asked_about_and_no_word_is_lost() -> None:
    chat = Chat()
    chat.tap(Action.CONTINUE)
    chat.say(ANNA)
    chat.tap(Action.JOIN, Rule.R3)
    chat.tap(Action.BASIS, "order")
    chat.say(NEW)
    assert chat.place() == TellingApart(NEW)
    chat.tap(Action.MEANT, Meaning.ANSWER)
    assert chat.place() == GivingOrder()
    chat.say(NEW)
    chat.tap(Action.MEANT, Meaning.PLENIPOTENTIARY)
    assert chat.plenipotentiary == "Jan Kania"


def test_an_answer_typed_on_the_card_that_asks_is_taken_as_such() -> None:
    chat = asked_for_a_reason()
    chat.say(NEW)
    chat.say("Urząd zatrudnia tylko dwanaście osób.")
    assert chat.submission.team.confirmations


# --- Every question is asked ------------------------------------------------------------------

ASKING: dict[QuestionCode, tuple[str, type[object]]] = {
    QuestionCode.SZYK: ("Adam Marek – Skarbnik", Clarifying),
    QuestionCode.POTWIERDZ_NAZWISKO: ("Halina Gil Kowalska – Skarbnik", Clarifying),
    QuestionCode.PELNE_IMIE: ("A. Kowalska – Skarbnik\nJan Kania – Geodeta", Clarifying),
    QuestionCode.POLSKIE_ZNAKI: ("Pawel Zielinski – skarbnik", Clarifying),
    QuestionCode.KTO: (
        "Jan Kania – Geodeta\nproszę wykreślić nr 1",
        ConfirmingChange,
    ),
    QuestionCode.POTWIERDZ_DOPASOWANIE: (TWO_COLUMNS, ConfirmingMatch),
    QuestionCode.POTWIERDZ_ROLE: (
        "Pełnomocnik: Jan Kania – Geodeta\nGrupa sterująca:\nZofia Lis – Skarbnik",
        Clarifying,
    ),
    QuestionCode.POZA_GRUPA: (
        MARKED.replace("Zespół redakcyjny:", "Zespół redakcyjny:\nZofia Obca"),
        AddingOutsider,
    ),
}
"""Of every code of domain.md §3.6 a list that raises it, and the card that asks."""


def test_there_is_a_list_for_every_question() -> None:
    assert set(ASKING) == set(QuestionCode)


@pytest.mark.parametrize("code", QuestionCode)
def test_every_question_of_the_reader_is_asked(code: QuestionCode) -> None:
    text, card = ASKING[code]
    assert code in {question.code for question in read(text).questions}
    chat = begun()
    chat.say(text)
    place = chat.place()
    assert isinstance(place, card), chat
    if isinstance(place, Clarifying):
        assert code in {question.code for question in place.questions}


def test_a_post_with_nobody_named_for_it_is_asked_about_on_the_list() -> None:
    chat = begun()
    chat.say("Jan Kania – Geodeta Powiatowy\nSkarbnik Powiatu:")
    place = chat.place()
    assert isinstance(place, CheckingList), chat
    assert any(names_a_post(line) for line in place.skipped)


# --- A post told where it is doubted ----------------------------------------------------------


TECHNICIAN = """\
Piotr Sowa – informatyk
Marek Wójcik – Skarbnik
Ewa Lis – Naczelnik Wydziału
Jan Mazur – Kierownik Referatu
Tomasz Bąk – Kierownik Biura
"""


def asked_whether_he_stays(more: str = "") -> Chat:
    chat = listed(TECHNICIAN + more)
    chat.tap(Action.LIST_OK)
    assert chat.place() == Answering(Rule.R8), chat
    return chat


def post_of(chat: Chat, surname: str) -> str | None:
    posts = {each.person.surname: each.person.position for each in chat.submission.team.members}
    return posts[surname]


@pytest.mark.parametrize(
    "told",
    [
        "Piotr Sowa to kierownik Referatu Oświaty",
        "Sowa jest kierownikiem Referatu Oświaty",
        "Pan Sowa pełni funkcję kierownika Referatu Oświaty.",
        "Sowa – kierownik Referatu Oświaty",
        "nie, to jest kierownik Referatu Oświaty",
        "kierownik Referatu Oświaty",
    ],
)
def test_a_post_told_where_it_is_doubted_is_asked_about_and_kept(told: str) -> None:
    chat = asked_whether_he_stays()
    chat.say(told)
    assert (proposed(chat).leaving, proposed(chat).post) == (
        (int(chat.id_of("Sowa")),),
        "Kierownik Referatu Oświaty",
    )
    assert post_of(chat, "Sowa") == "informatyk"
    chat.tap(Action.APPLY)
    assert post_of(chat, "Sowa") == "Kierownik Referatu Oświaty"
    assert chat.place() != Answering(Rule.R8)


def test_a_post_told_of_nobody_is_nobodys_where_several_are_doubted() -> None:
    chat = asked_whether_he_stays("Pola Rój – informatyk")
    chat.say("to kierownik Referatu Oświaty")
    assert chat.place() == Answering(Rule.R8)
    chat.say("Rój to kierownik Referatu Oświaty")
    assert proposed(chat).leaving == (int(chat.id_of("Rój")),)


def test_a_sentence_that_tells_no_post_or_of_somebody_new_changes_nobodys_post() -> None:
    chat = asked_whether_he_stays()
    for told in ("Sowa jest potrzebny", "to skandal", "Sowa i Lis to kierownicy"):
        chat.say(told)
        assert chat.place() == Answering(Rule.R8), told
    chat.say("Jan Nowak to Zastępca Burmistrza")
    assert (post_of(chat, "Sowa"), post_of(chat, "Nowak")) == ("informatyk", "Zastępca Burmistrza")


@pytest.mark.parametrize("told", ["to zastępca wójta", "Kowalska jest zastępcą wójta"])
def test_the_plenipotentiarys_doubted_post_is_corrected_in_a_sentence(told: str) -> None:
    chat = Chat()
    chat.tap(Action.CONTINUE)
    chat.say("Anna Kowalska – informatyk")
    assert chat.place() == Answering(Rule.R2), chat
    chat.say(told)
    assert post_of(chat, "Kowalska") == "Zastępca Wójta"
    assert chat.place() != Answering(Rule.R2)


@pytest.mark.parametrize("told", ["to skandal", "to dobra osoba", "Nowak to wójt"])
def test_a_sentence_that_tells_the_plenipotentiary_no_post_leaves_the_question(told: str) -> None:
    chat = Chat()
    chat.tap(Action.CONTINUE)
    chat.say("Anna Kowalska – informatyk")
    chat.say(told)
    assert (chat.place(), chat.note) == (Answering(Rule.R2), "not-understood")
    assert post_of(chat, "Kowalska") == "informatyk"


def whole_list_first() -> Chat:
    """A list that names no plenipotentiary, kept; step 1 asks for one."""
    chat = Chat()
    chat.tap(Action.CONTINUE)
    chat.say(EIGHT)
    chat.tap(Action.LIST_OK)
    assert chat.place() == NamingPlenipotentiary(), chat
    return chat


def test_where_step_one_asks_for_somebody_a_correction_is_still_one_of_the_list() -> None:
    chat = whole_list_first()
    chat.say("Proszę wykreślić nr 3")
    assert (proposed(chat).whence, len(proposed(chat).leaving)) == (Whence.LIST, 1)
    chat.tap(Action.APPLY)
    assert len(chat.steering) == 7


@pytest.mark.parametrize("told", ["p. Sikora", "Pełnomocnikiem będzie p. Sikora", "nr 5"])
def test_where_step_one_asks_a_surname_or_a_number_of_the_list_is_that_person(told: str) -> None:
    chat = whole_list_first()
    chat.say(told)
    named = chat.submission.team.plenipotentiary
    assert named is not None
    assert named.person.full_name == "Monika Sikora"


# --- The whole group but somebody -------------------------------------------------------------


def test_everybody_but_somebody_is_the_whole_group_without_them() -> None:
    chat = listed()
    chat.say("Zespół redakcyjny: wszyscy oprócz Piotra Zalewskiego, Mazura, Nowickiej i Sikory")
    assert (chat.note, len(chat.steering)) == ("editors-set", 8)
    left = ["Anna Kowalczyk", "Marek Wójcik", "Ewa Lis-Sadowska", "Tomasz Dąbrowski"]
    assert chat.editorial == left
    chat.tap(Action.EDIT, "3")
    chat.tap(Action.EDIT_EDITORIAL)
    assert chat.place() == PickingEditors()
    chat.say("wszyscy poza 1, 2, 3, 4, 5")
    assert chat.editorial == ["Tomasz Dąbrowski", "Barbara Nowicka", "Jan Mazur"]
    chat.say("wszyscy oprócz Wałęsy")
    assert chat.note == "not-understood"
    chat.say("wszyscy")
    assert (len(chat.editorial), chat.place()) == (8, Answering(Rule.R6))


@pytest.mark.parametrize("heading", ["Zespół redakcyjny:\n", "Zespół redakcyjny: "])
def test_everybody_but_somebody_is_understood_below_a_heading_and_in_a_file(heading: str) -> None:
    said = f"{heading}wszyscy oprócz Piotra Zalewskiego, Mazura, Nowickiej i Sikory"
    pasted, sent = listed(), listed()
    pasted.say(said)
    rows = tuple((line,) for line in said.splitlines())
    sent.file(FileRead("lista.xlsx", (Sheet("Arkusz1", rows),)))
    for chat in (pasted, sent):
        assert (chat.note, len(chat.steering), len(chat.editorial)) == ("editors-set", 8, 4), chat
    assert sent.place() == CheckingList()


def test_before_step_three_everybody_is_only_where_the_editors_are_told() -> None:
    chat = listed()
    chat.say("wszyscy oprócz Zalewskiego, Mazura, Nowickiej i Sikory")
    assert (chat.refused, chat.editorial) == (True, [])
    chat.say("wszyscy oprócz Zalewskiego, Mazura, Nowickiej i Sikory wejdą do zespołu redakcyjnego")
    assert (chat.place(), chat.note) == (CheckingList(), "editors-set"), chat
    assert len(chat.editorial) == 4


@pytest.mark.parametrize("around", ["", "\n"])
def test_editors_told_in_one_line_are_no_new_people(around: str) -> None:
    chat = listed()
    chat.say(f"{around}Zespół redakcyjny: Mazur, Sikora{around}")
    assert (chat.place(), chat.note) == (CheckingList(), "editors-set")
    assert (chat.editorial, len(chat.steering)) == (["Monika Sikora", "Jan Mazur"], 8)


def test_a_list_of_editors_below_a_heading_may_hold_new_people() -> None:
    chat = listed()
    chat.say("Zespół redakcyjny:\nJan Mazur – Kierownik Referatu\nAdam Sowa – Skarbnik")
    assert (chat.editorial, len(chat.steering)) == (["Jan Mazur", "Adam Sowa"], 9)
