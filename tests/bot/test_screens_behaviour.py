"""How the cards behave (product.md): colours, ways back, corrections, what an amendment changes."""

import re
from dataclasses import replace
from datetime import date
from itertools import cycle
from typing import Any

import pytest

from bot import screens
from bot.screens.view import Button, Progress, Screen, Upcoming, View
from bot.words import LANGUAGES, Html, Words, unmarked
from conversations.access import Grant, Role
from conversations.approval import amend, send
from conversations.coordination_table import OfficeRow
from conversations.events import Action, Note
from conversations.notes import NoteCode
from conversations.overview import PAGE
from conversations.pasted_list import DISCARDED
from conversations.people import Person
from conversations.places import Home, Place
from conversations.places.desk import AwaitingTable, ClosingLists, Entering, PreviewingImport
from conversations.places.enrolment import (
    Answering,
    CheckingList,
    Explaining,
    NamingPlenipotentiary,
    NamingSteering,
    PickingEditors,
    Requesting,
    Summary,
)
from conversations.places.office import ViewingOffice
from conversations.submission import Decider, Request, Return, Stage, Submission
from conversations.talk import Topic
from conversations.team import Basis, BasisKind, Rule, Seat, Team
from tests.bot.drafts import FEW_STAGES, NOW, Names, a_team, an_office, submissions
from tests.bot.views import ROLES, a_preview, a_view, places

NAMES = Names()
VIEWED = ViewingOffice(1)

CONFIRMING = {
    Action.ACCEPT_INVITATION,
    Action.CONFIRM,
    Action.LIST_OK,
    Action.DONE,
    Action.SEND,
    Action.APPROVE,
    Action.ACCEPT,
    Action.GRANT,
    Action.IMPORT_ADD,
    Action.IMPORT_REPLACE,
    Action.MATCHED,
    Action.APPLY,
}
DESTROYING = {
    Action.REVOKE_SURELY,
    Action.HAND_OVER_SURELY,
    Action.REMOVE_SURELY,
    Action.DISCARD,
    Action.REFUSE,
    Action.IMPORT_REJECT,
}


def card(place: Place, submission: Submission | None, role: Role = Role.SECRETARY) -> Screen:
    return screens.draw(a_view(NAMES, role, place, submission), Words("pl"))


def text(place: Place, submission: Submission | None, role: Role = Role.SECRETARY) -> str:
    return unmarked(Html(card(place, submission, role).text))


def text_of(view: View) -> str:
    return unmarked(Html(screens.draw(view, Words("pl")).text))


def shown_buttons(screen: Screen) -> list[Button]:
    return [button for row in screen.rows for button in row]


def labels(screen: Screen) -> list[str]:
    return [button.text for button in shown_buttons(screen)]


def every_card() -> list[Screen]:
    words = Words("pl")
    drawn = [
        screens.draw(a_view(NAMES, role, place, submissions(NAMES)[stage]), words)
        for role in ROLES
        for stage in FEW_STAGES
        for place in places(NAMES)
    ]
    drawn += [
        screens.draw(a_view(NAMES, role, place, submission), words)
        for role in Role
        for submission in submissions(NAMES).values()
        for place in (Home(), Summary(), ViewingOffice(1))
    ]
    ready = Summary(), approved_draft()
    drawn.append(screens.draw(a_view(NAMES, Role.SECRETARY, *ready), words))
    known = a_view(NAMES, Role.COORDINATOR, PreviewingImport(1), None, preview=a_preview(NAMES, 3))
    return [*drawn, screens.draw(known, words)]


def test_green_confirms_and_red_destroys_on_every_card() -> None:
    """Colour never carries the meaning alone: the words say it, and the colour agrees."""
    seen = set()
    for button in (button for screen in every_card() for button in shown_buttons(screen)):
        if button.action in CONFIRMING:
            assert button.style == "success", button
        elif button.action in DESTROYING:
            assert button.style == "danger", button
        else:
            assert button.style in {None, "primary"}, button
        seen.add(button.action)
    assert seen >= CONFIRMING | DESTROYING, "each of them stands on some card"


def test_a_step_always_has_a_way_back() -> None:
    """„Wstecz” on every card below the first one; the summary calls it „Wróć do edycji”."""
    below = [place for place in places(NAMES) if not isinstance(place, Home)]
    drafting = submissions(NAMES)["drafting full"]
    for place in below:
        role = Role.COORDINATOR if isinstance(place, ViewingOffice) else Role.SECRETARY
        actions = {button.action for button in shown_buttons(card(place, drafting, role))}
        assert actions & {Action.BACK, Action.DECLINE_INVITATION}, place


def test_a_topic_leads_back_to_work() -> None:
    for topic in Topic:
        view = a_view(NAMES, Role.HEAD, NamingSteering(), submissions(NAMES)["drafting few"])
        screen = screens.draw(replace(view, talk=replace(view.talk, topic=topic)), Words("pl"))
        assert labels(screen)[-1] == "Wróć do pracy", topic


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_lets_every_item_be_corrected_by_one_tap(language: str) -> None:
    words = Words(language)
    view = a_view(NAMES, Role.SECRETARY, Summary(), submissions(NAMES)["drafting full"], language)
    actions = {button.action for button in shown_buttons(screens.draw(view, words))}
    assert actions >= {
        Action.EDIT_PLENIPOTENTIARY,
        Action.EDIT_STEERING,
        Action.EDIT_EDITORIAL,
        Action.EDIT_BASIS,
        Action.BACK,
    }


def test_a_remark_cites_the_point_and_offers_it_in_one_tap() -> None:
    """product.md, /informacja: a refusal that cites a point offers it."""
    crowd = submissions(NAMES)["drafting, 40 people"]
    for rule in Rule:
        for place in (Answering(rule), Explaining(rule), Requesting(rule)):
            screen = card(place, crowd)
            assert any(
                b.action is Action.TOPIC and b.argument == "info" for b in shown_buttons(screen)
            )


def test_an_office_outside_block_i_is_not_offered_a_seat_in_it() -> None:
    outside = submissions(NAMES)["takes no block"]
    assert "Grupa sterująca: urząd nie uczestniczy w tym bloku" in text(Summary(), outside)
    assert "Dopisz do grupy" not in labels(card(Summary(), outside))


def test_a_name_with_an_ampersand_reads_so_everywhere() -> None:
    """On cards, on buttons, in the choice of roles."""
    name = "A & B <c>"
    submission = replace(approved_draft(), office=an_office(NAMES, id=7, name=name, advisor=name))
    view = a_view(NAMES, Role.ADVISOR, Home(), None, desk=(submission,))
    desk = screens.draw(view, Words("pl"))
    assert f"1. {name} – w przygotowaniu" in unmarked(Html(desk.text))
    assert labels(desk)[0] == f"1. {name}"
    grants = (Grant(1, Role.HEAD, 7, name), Grant(2, Role.ADVISOR, advisor=name))
    roles = replace(view, grants=grants, talk=replace(view.talk, topic=Topic.ROLES))
    assert labels(screens.draw(roles, Words("pl")))[:2] == [f"1. {name}", f"2. Doradca {name}"]
    assert f"{name} · kierownik urzędu" in unmarked(Html(screens.draw(roles, Words("pl")).text))


# --- Why it is not yet possible to go on ------------------------------------------------------


def drafted(
    people: int, editors: int, limits: tuple[int | None, int | None] = (8, 4)
) -> Submission:
    office = an_office(NAMES, limit_steering=limits[0], limit_editorial=limits[1])
    return Submission(office, 3, Stage.DRAFTING, a_team(NAMES, people, editors), updated_at=NOW)


def test_the_list_says_how_many_of_how_many_and_the_least() -> None:
    assert "7 z 8 · minimum 5" in text(CheckingList(), drafted(7, 3))
    assert "W bloku I zostało 1 wolne miejsce." in text(CheckingList(), drafted(7, 3))
    assert "Do minimum brakuje 2 osób" in text(CheckingList(), drafted(3, 1))
    assert "przekracza limit o 1 osobę" in text(CheckingList(), drafted(9, 3))
    assert "2 z 4\n" in text(CheckingList(), drafted(2, 1, (4, 2))), "the table's figure wins"


def test_a_list_over_the_limit_is_told_with_its_column() -> None:
    over = text(Answering(Rule.R4), drafted(9, 3))
    assert "Lista przekracza limit o 1 osobę." in over
    assert "kol. 5 Tabel koordynacyjnych: 8 osób" in over
    assert labels(card(Answering(Rule.R4), drafted(9, 3)))[:2] == [
        "Usuń osoby",
        "Poproś o zmianę limitu",
    ]


def test_the_editors_card_says_what_is_still_needed() -> None:
    assert "0 z 4 · minimum 3" in text(PickingEditors(), drafted(8, 0))
    assert "wybrać przynajmniej jedną osobę" in text(PickingEditors(), drafted(8, 0))
    assert "Do minimum brakuje 1 osoby" in text(PickingEditors(), drafted(8, 2))
    assert "proszę odznaczyć 2 osoby" in text(PickingEditors(), drafted(8, 6))


def test_an_office_without_a_limit_is_told_who_will_confirm_it() -> None:
    unknown = drafted(3, 1, (None, None))
    assert "3 z 10 · limit do potwierdzenia" in text(CheckingList(), unknown)
    assert "potwierdzi go koordynator" in text(NamingSteering(), unknown)


def test_the_first_card_tells_too_few_from_too_many() -> None:
    few = text(Home(), replace(drafted(3, 1), team=replace(a_team(NAMES, 3, 1), confirmations=())))
    assert "– Grupa sterująca: za mało osób (3 z 8 · minimum 5)" in few
    assert "– Grupa sterująca: za dużo osób (9 z 8" in text(Home(), drafted(9, 3))
    assert "– Zespół redakcyjny: brakuje (0 z 4" in text(Home(), drafted(9, 0))


def test_whoever_mends_a_returned_team_sees_what_was_asked_for() -> None:
    """[Popraw] leads to the summary: the remark stands on top of it until the team is sent."""
    returned = replace(
        drafted(8, 4), stage=Stage.RETURNED, returned=Return(Decider.ADVISOR, "Brak Skarbnika")
    )
    shown = text(Summary(), returned)
    assert "Doradca prosi o uzupełnienie: „Brak Skarbnika”.\n\nPodsumowanie" in shown, shown
    assert "Brak Skarbnika" not in text(Summary(), replace(returned, stage=Stage.DRAFTING))


def test_a_county_office_is_not_taken_for_a_primary_school() -> None:
    office = an_office(NAMES, name="Starostwo Powiatowe we Włodawie")
    view = a_view(NAMES, Role.ADVISOR, Home(), None, desk=(Submission(office),))
    assert labels(screens.draw(view, Words("pl")))[0] == "1. Starostwo we Włodawie"


def test_a_line_left_out_for_its_data_is_not_called_one_without_a_surname() -> None:
    """The note above has told of it; only what names nobody is counted and shown."""
    skipped = (DISCARDED, "tel. do sekretariatu", DISCARDED)
    shown = text(CheckingList(skipped=skipped), drafted(8, 4))
    assert "Pominięto 1 wiersz" in shown
    assert "tel. do sekretariatu" in shown
    assert DISCARDED not in shown
    assert "Pominięto" not in text(CheckingList(skipped=(DISCARDED,)), drafted(8, 4))


def test_words_beside_the_people_that_were_not_saved_are_told() -> None:
    shown = text(CheckingList(left=("600 000 014", "zastępstwo za Marię Gil")), drafted(8, 4))

    assert "nie zapisano:" in shown
    assert "„600 000 014”" in shown
    assert "„zastępstwo za Marię Gil”" in shown
    assert "nie zapisano:" not in text(CheckingList(), drafted(8, 4))


def test_the_list_as_read_marks_whoever_is_in_the_editorial_team() -> None:
    shown = text(CheckingList(), drafted(8, 3))
    assert shown.count("✓ zespół redakcyjny") == 3, shown
    assert "zespół redakcyjny" not in text(CheckingList(), drafted(8, 0))


# --- Desks ------------------------------------------------------------------------------------


def test_the_coordinators_shares_stand_apart() -> None:
    view = a_view(NAMES, Role.COORDINATOR, Home(), None, desk=(approved_draft(),))
    shown = unmarked(Html(screens.draw(view, Words("pl")).text)).splitlines()
    for heading in ("Województwa", "Doradcy"):
        at = next(at for at, line in enumerate(shown) if line.startswith(heading))
        assert shown[at - 1] == "", shown


def test_a_closed_office_is_offered_no_decision_that_would_be_refused() -> None:
    """Neither the coordinator's answer to a request nor the Advisor's acceptance."""
    deciding = {Action.GRANT, Action.REFUSE, Action.ACCEPT, Action.RETURN}
    asking = replace(drafted(9, 4), request=Request(Rule.R4, "Jest nas więcej", 9))
    for role, submission in ((Role.COORDINATOR, asking), (Role.ADVISOR, approved())):
        closed = replace(submission, office=replace(submission.office, closed=True))
        for office, some in ((submission, True), (closed, False)):
            drawn = {button.action for button in shown_buttons(card(VIEWED, office, role))}
            assert bool(drawn & deciding) is some, (role, drawn)


@pytest.mark.parametrize(
    "note",
    [
        Note(NoteCode.PICTURE, refusal=True),
        Note(NoteCode.FILE_REFUSED, {"reason": "pdf", "name": "tabela.pdf"}, refusal=True),
        Note(NoteCode.FILE_REFUSED, {"reason": "image", "name": "tabela.png"}, refusal=True),
    ],
    ids=["photo", "pdf", "image"],
)
def test_a_coordinator_is_asked_for_another_file_and_an_office_also_for_text(note: Note) -> None:
    """A table is never pasted into the chat; a list may be."""
    for role, place, pasted in (
        (Role.COORDINATOR, AwaitingTable(), False),
        (Role.SECRETARY, NamingSteering(), True),
    ):
        view = a_view(NAMES, role, place, drafted(8, 4))
        view = replace(view, talk=replace(view.talk, note=note))
        told = screens.draw(view, Words("pl")).text.split("\n\n")[0]
        assert ("wkle" in told) is pasted, told
        assert ("odczytać tabeli. Proszę przesłać plik: .docx" in told) is not pasted, told


def test_the_preview_of_a_table_lists_its_offices_and_shortens_them_before_the_doubts() -> None:
    def previewed(offices: int) -> str:
        preview = a_preview(NAMES, offices)
        return text_of(a_view(NAMES, Role.COORDINATOR, PreviewingImport(1), None, preview=preview))

    assert "– Urząd Gminy Rejowiec 3 – 8 / ?\n" in previewed(3)
    long = previewed(60)
    assert "Urząd Gminy Rejowiec 60 – 8 / ?" not in long
    assert "i jeszcze 60 urzędów" in long, "all of them, while doubts are left out too"


def test_a_preview_tells_whose_the_offices_will_be_and_how_many_there_are() -> None:
    """A merged cell that was read wrongly would show an Advisor other offices' names."""
    preview = a_preview(Names(), 3)
    first, *others = preview.reading.offices
    rows = (
        replace(first, advisor="Łucja Żak"),
        *(replace(each, advisor="Ewa Lis") for each in others),
    )
    place = PreviewingImport(1)

    def previewed(offices: tuple[OfficeRow, ...]) -> str:
        reading = replace(preview.reading, offices=offices)
        shown = replace(preview, reading=reading)
        return text_of(a_view(NAMES, Role.COORDINATOR, place, None, preview=shown))

    assert "Doradcy: Ewa Lis (2), Łucja Żak (1).\n" in previewed(rows)
    assert "Doradcy: Łucja Żak (1), bez Doradcy (2).\n" in previewed((rows[0], *others))
    assert previewed(rows).endswith("Zatwierdzić wczytanie tabeli (3 urzędy)?")
    many = tuple(replace(first, advisor=f"Doradca {number:02}") for number in range(22))
    assert "Doradca 19 (1), i jeszcze 2.\n" in previewed(many)


def test_the_coordinator_of_many_offices_is_told_the_sums_alone() -> None:
    """A page of offices and their buttons would push the sums out of a phone's sight."""
    every = [each for each in submissions(NAMES).values() if not each.office.practice]
    for count, listed in ((PAGE, True), (PAGE + 1, False)):
        desk = tuple(
            replace(each, office=replace(each.office, id=number))
            for number, each in zip(range(count), cycle(every), strict=False)
        )
        view = a_view(NAMES, Role.COORDINATOR, Home(), None, desk=desk)
        asked = replace(view, talk=replace(view.talk, topic=Topic.STATUS))
        screen = screens.draw(asked, Words("pl"))
        opened = [each for each in shown_buttons(screen) if each.action is Action.OFFICE]
        assert bool(opened) is listed, labels(screen)
        assert listed or "Wszystkie urzędy" in labels(screen)
        assert "Stany:" in text_of(asked)


def test_a_desk_of_many_offices_names_them_on_their_buttons_alone_below_the_sums() -> None:
    """A list beside its buttons would push the sums out of a phone's sight."""
    every = [each for each in submissions(NAMES).values() if not each.office.practice]
    desk = tuple(
        replace(each, office=replace(each.office, id=number, name=f"Urząd Gminy Nr {number}"))
        for number, each in zip(range(PAGE + 1), cycle(every), strict=False)
    )
    view = a_view(NAMES, Role.COORDINATOR, Home(), None, desk=desk)
    said = text_of(view).splitlines()
    assert any(line.startswith("9 urzędów, w tym z kompletem") for line in said), said
    assert any(line.startswith("Stany: ") for line in said)
    assert any(re.match(r"1(–\d)? \w+", line) for line in said), said
    assert not any(re.match(r"\d+\. Urząd|Województwa", line) for line in said), said
    shown = shown_buttons(screens.draw(view, Words("pl")))
    assert sum(each.action is Action.OFFICE for each in shown) == PAGE


def test_the_result_of_closing_lists_stands_without_the_promise_of_it() -> None:
    place = ClosingLists(bulk_id=1)
    view = a_view(NAMES, Role.COORDINATOR, place, None)
    view = replace(view, talk=replace(view.talk, note=Note(NoteCode.LISTS_BEGUN)))
    for done in (False, True):
        told = text_of(replace(view, progress=Progress(0 if done else 3, done, {"changed": 42})))
        assert "Zamknięto: 42 urzędy" in told
        assert ("Wynik pojawi się" in told) is not done


def test_a_closed_list_that_nobody_began_has_no_full_block() -> None:
    closed = Submission(an_office(NAMES, closed=True))
    told = text_of(a_view(NAMES, Role.HEAD, Home(), closed))
    assert "Stan: zamknięte" in told
    assert "✓" not in told, told


@pytest.mark.parametrize(("count", "told"), [(1, "A"), (2, "A, B"), (6, "A, B i jeszcze 4")])
def test_advisors_out_of_reach_are_told_in_one_line(count: int, told: str) -> None:
    view = a_view(NAMES, Role.COORDINATOR, Home(), None)
    asked = replace(view, talk=replace(view.talk, topic=Topic.STATUS))
    upcoming = Upcoming(unreachable=tuple("AB"[:count]), unreachable_beyond=max(0, count - 2))
    said = text_of(replace(asked, upcoming=upcoming))
    line = next(each for each in said.splitlines() if "nie docierają" in each)
    assert line == f"Przypomnienia nie docierają do Doradców (brak dostępu albo blokada): {told}"


def test_the_coordinator_is_told_when_advisors_are_reminded_and_when_the_coordinator_is() -> None:
    """The coordinator hears only of who is late: that date alone looks as if nobody is reminded."""
    view = a_view(NAMES, Role.COORDINATOR, Home(), None)
    at, late = NOW.replace(month=12, day=1), NOW.replace(month=12, day=20)

    def told(**known: Any) -> list[str]:
        asked = replace(view, talk=replace(view.talk, topic=Topic.STATUS))
        said = text_of(replace(asked, upcoming=Upcoming(**known)))
        return [line for line in said.splitlines() if "rzypomnieni" in line]

    advisors, coordinator = told(at=late, advisors=at)
    assert advisors.startswith("Następne przypomnienie dla Doradców: 1 grudnia")
    assert coordinator.startswith("Następne przypomnienie dla koordynatora: 20 grudnia")
    assert told(advisors=at) == [advisors]
    assert told(planned=(at,)) == ["Następne przypomnienie: brak powodu."]
    assert told(on=False, advisors=at) == ["Przypomnienia są wyłączone przez koordynatora."]


def test_nobody_is_told_of_an_advisor_where_there_is_none_or_that_one_has_been_told() -> None:
    """Before sending, in the receipt, and once approved. An Advisor may have no access yet."""
    alone = an_office(NAMES, advisor=None, head_registered=True)
    advised = replace(alone, advisor="Jan Doradca")
    for office, promised in ((alone, False), (advised, True)):
        draft = replace(approved_draft(), office=office)
        settled = replace(approved(), office=office)
        receipts = []
        for code in (NoteCode.SENT_TO_HEAD, NoteCode.APPROVED):
            view = a_view(NAMES, Role.SECRETARY, Home(), replace(draft, stage=Stage.SUBMITTED))
            receipts.append(text_of(replace(view, talk=replace(view.talk, note=Note(code)))))
        for shown in (
            text(Summary(), draft),
            text(Summary(), draft, Role.HEAD),
            text(Home(), settled),
            *receipts,
        ):
            said = "także Doradca" in shown or "zaakceptować Doradca" in shown
            assert said is promised, shown
            assert "Doradca otrzym" not in shown


# --- Amendments -------------------------------------------------------------------------------


def approved_draft() -> Submission:
    """Eight managers, four editors: nothing is left to ask."""
    team = Team()
    for number in range(8):
        person = Person("Anna", f"Lis-{number}", None, "Kierownik Referatu Finansowego")
        team = team.add(person, Seat.EDITORIAL if number < 4 else Seat.STEERING)
    team = team.appoint(Person("Ewa", "Borys", None, "Sekretarz Gminy"))
    team = team.remove(8).seat(9, Seat.STEERING)
    team = replace(team, basis=Basis(BasisKind.PROPOSAL))
    return Submission(an_office(NAMES), 1, Stage.DRAFTING, team)


def approved() -> Submission:
    """The same team once the head has sent it."""
    sent = send(approved_draft(), Role.HEAD, NOW)
    assert sent.submission.approval is not None, sent.code
    return sent.submission


def amended(team: Team) -> Submission:
    opened = amend(approved()).submission
    return replace(opened, team=team)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda team: replace(
                team, basis=Basis(BasisKind.ORDER, "0050.26.2026", date(2026, 1, 5))
            ),
            "Podstawa decyzji: zarządzenie nr 0050.26.2026 z dnia 5 stycznia 2026 r.",
        ),
        (
            lambda team: team.correct(
                2, replace(team.member(2).person, position="Naczelnik Wydziału Geodezji")
            ),
            "Poprawiono dane: Anna Lis-1",
        ),
        (
            lambda team: team.correct(2, replace(team.member(2).person, phone="+48600000014")),
            "Poprawiono dane: Anna Lis-1",
        ),
        (lambda team: team.seat(4, Seat.STEERING), "Usunięto z zespołu redakcyjnego: Anna Lis-3"),
        (
            lambda team: team.seat(4, Seat.STEERING).seat(5, Seat.EDITORIAL),
            "Dopisano do zespołu redakcyjnego: Anna Lis-4",
        ),
        (
            lambda team: team.remove(7).add(Person("Jan", "Nowy", None, "Skarbnik Gminy")),
            "Dopisano: Jan Nowy",
        ),
        (
            lambda team: team.remove(7).add(Person("Jan", "Nowy", None, "Skarbnik Gminy")),
            "Usunięto: Anna Lis-6",
        ),
        (
            lambda team: replace(
                team.appoint(Person("Jan", "Nowy", None, "Zastępca Wójta"))
                .remove(7)
                .seat(10, Seat.STEERING),
                basis=Basis(BasisKind.PROPOSAL),
            ),
            "Pełnomocnik: Jan Nowy (poprzednio: Ewa Borys)",
        ),
    ],
    ids=["basis", "post", "phone", "seat lost", "seat won", "joined", "left", "plenipotentiary"],
)
def test_an_amendment_says_what_it_changes(change: object, told: str) -> None:
    assert callable(change)
    submission = amended(change(approved().team))
    for shown in everywhere(submission):
        assert "Zmiany wobec zatwierdzonego składu:" in shown
        assert told in shown, shown


def everywhere(submission: Submission) -> list[str]:
    """The cards on which an amendment has to show: summary, approval, the Advisor's office."""
    sent = replace(submission, stage=Stage.SUBMITTED)
    return [
        text(Summary(), submission),
        text(Home(), sent, Role.HEAD),
        text(ViewingOffice(1), sent, Role.ADVISOR),
    ]


def test_an_amendment_that_changes_nothing_says_so() -> None:
    assert "Skład taki sam jak zatwierdzony." in text(Summary(), amended(approved().team))


def test_during_an_amendment_the_approved_team_is_named_as_the_one_that_counts() -> None:
    submission = amended(approved().team.remove(7))
    shown = text(ViewingOffice(1), submission, Role.ADVISOR)
    assert "Skład zatwierdzony" in shown
    assert "Anna Lis-6" in shown.split("Zmiana w toku")[0], "still in the team that counts"
    assert "Usunięto: Anna Lis-6" in shown.split("Zmiana w toku")[1]


def test_the_coordinators_card_keeps_what_is_seldom_wanted_on_a_second_page() -> None:
    """Nothing that destroys stands among what moves the office on, and whoever is in is not
    invited."""
    approved = submissions(NAMES)["approved"]
    first = card(ViewingOffice(1), approved, Role.COORDINATOR)
    second = card(ViewingOffice(1, page=1), approved, Role.COORDINATOR)
    assert len(labels(first)) <= 6
    assert not {"Zamknij listę", "Usuwanie danych", "Zaproś Sekretarza"} & set(labels(first))
    assert {"Zamknij listę", "Usuwanie danych", "Historia", "Wstecz"} <= set(labels(second))
    absent = replace(a_view(NAMES, Role.COORDINATOR, VIEWED, approved), joined=frozenset())
    assert "Zaproś Sekretarza" in labels(screens.draw(absent, Words("pl")))


def test_the_notice_on_data_says_what_the_settings_say() -> None:
    view = a_view(NAMES, Role.SECRETARY, Home(), submissions(NAMES)["empty"])
    set_so = {
        "recipients": "Urząd Marszałkowski",
        "retention": "do 31 grudnia 2032 r",
        "legal_basis": "umowa nr 7",
        "inspector": "iod@example.org",
        "project": "Jakość w gminie",
    }
    asked = replace(view, talk=replace(view.talk, topic=Topic.PRIVACY), settings=set_so)
    said = text_of(asked)
    assert all(value in said for value in set_so.values())
    assert "PIHZ Certyfikacja" not in said


def test_practice_is_offered_to_whoever_begins_and_marks_every_card() -> None:
    empty = submissions(NAMES)["empty"]
    begins = card(NamingPlenipotentiary(), empty)
    assert "Ćwiczenie" in labels(begins)
    entering = card(Entering(1, NamingPlenipotentiary()), empty, Role.COORDINATOR)
    assert "Ćwiczenie" not in labels(entering)
    played = replace(empty, office=replace(empty.office, practice=True))
    view = a_view(NAMES, Role.SECRETARY, Home(), played)
    grant = view.talk.grant
    assert grant is not None
    practising = replace(view.talk, grant=replace(grant, practice=True))
    for topic in (None, *Topic):
        shown = replace(view, talk=replace(practising, topic=topic))
        assert text_of(shown).startswith("ĆWICZENIE: nic się nie liczy")
