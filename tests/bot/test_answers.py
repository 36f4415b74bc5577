"""What each role is told to each sentence of domain.md §3.9, about their own office and others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot import screens
from bot.screens.view import Invitee, Screen, View
from bot.words import LANGUAGES, Html, Words, unmarked
from conversations.access import Grant, Role
from conversations.events import Action
from conversations.overview import Wanted, Which, look
from conversations.people import Person
from conversations.places import Home
from conversations.places.desk import Inviting
from conversations.places.enrolment import NamingSteering
from conversations.places.office import ViewingOffice
from conversations.quick_questions import OFFERED, Question, Topic, asked_again, recognise
from conversations.submission import Approval, Decider, Office, Stage, Submission
from conversations.talk import Talk
from conversations.team import Seat, Team
from tests.bot.desks import at_desk
from tests.bot.screen_checks import check

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
WRONSKA, KMIEC = "Halina Wrońska", "Andrzej Kmieć"


def team(surnames: str, editors: int) -> Team:
    """People in block I, the first of them the plenipotentiary, so many of them in block II."""
    made = Team()
    for number, surname in enumerate(surnames.split()):
        seat = Seat.EDITORIAL if number < editors else Seat.STEERING
        made = made.add(Person("Anna", surname, None, "Kierownik Referatu"), seat)
    return made.appoint(made.members[0].person) if made.members else made


def place(number: int, name: str, county: str, region: str, advisor: str, *limits: int) -> Office:
    limit_steering, limit_editorial = limits
    return Office(
        number, name, "Wójt", advisor, limit_steering, limit_editorial, region, county
    )  # fmt: skip


def approved(office: Office, made: Team) -> Submission:
    settled = Approval(made, NOW - timedelta(days=2), Decider.HEAD)
    return Submission(office, 3, Stage.SETTLED, made, settled)


WLODAWA = approved(
    place(1, "Starostwo Powiatowe we Włodawie", "włodawski", "lubelskie", WRONSKA, 8, 4),
    team("Kowalczyk Zalewska Borys Sikora Mazur Wójcik Chmiel", 4),
)
REJOWIEC = Submission(
    place(2, "Urząd Gminy Rejowiec", "chełmski", "lubelskie", WRONSKA, 6, 3),
    1,
    Stage.DRAFTING,
    team("Nowak Lis", 1),
)
OSIEK = Submission(place(3, "Urząd Gminy Osiek", "jasielski", "podkarpackie", WRONSKA, 6, 3))
OTHER_OSIEK = Submission(
    place(4, "Urząd Gminy Osiek", "staszowski", "świętokrzyskie", WRONSKA, 6, 3)
)
PULAWY = approved(
    place(5, "Starostwo Powiatowe w Puławach", "puławski", "lubelskie", KMIEC, 10, 5),
    team("Tajna Skryta Ukryta Cicha Milcząca", 3),
)
HERS = (WLODAWA, REJOWIEC, OSIEK, OTHER_OSIEK)
DESKS: dict[Role, tuple[Submission, ...]] = {
    Role.HEAD: (WLODAWA,),
    Role.SECRETARY: (WLODAWA,),
    Role.ADVISOR: HERS,
    Role.COORDINATOR: (*HERS, PULAWY),
}
SECRETS = ("Tajna", "Skryta", "Ukryta", "Cicha", "Milcząca", "Puław", KMIEC)
OFFICE = (Role.HEAD, Role.SECRETARY)


def view(role: Role, own: Sequence[Submission], question: Question, language: str = "pl") -> View:
    office = own[0].office if role in OFFICE else None
    grant = Grant(
        1,
        role,
        office.id if office else None,
        office.name if office else None,
        WRONSKA if role is Role.ADVISOR else None,
    )
    asked = View(
        Talk(1, grant, NamingSteering() if office else Home(), question, None, language),
        NOW,
        (grant,),
        own[0] if office else None,
        settings={"deadline": "2026-12-01"},
    )
    return asked if office else at_desk(asked, own)


def drawn(
    role: Role, sentence: str, own: Sequence[Submission] = (), language: str = "pl"
) -> Screen:
    question = recognise(sentence)
    assert question is not None, sentence
    screen = screens.draw(view(role, own or DESKS[role], question, language), Words(language))
    check(screen)
    return screen


def told(role: Role, sentence: str, own: Sequence[Submission] = ()) -> str:
    text = drawn(role, sentence, own).text
    return unmarked(Html(text))


NONE = "Nie ma takiego urzędu wśród Państwa urzędów."
EVERYBODY = tuple(Role)
DESK = (Role.ADVISOR, Role.COORDINATOR)


@pytest.mark.parametrize(
    ("sentence", "roles", "parts"),
    [
        # One's own office
        ("jaki jest stan?", OFFICE, "Stan: zatwierdzone|Pełnomocnik: Anna Kowalczyk|7 z 8"),
        ("co jeszcze brakuje?", OFFICE, "niczego nie brakuje"),
        ("kto jest naszym pełnomocnikiem?", OFFICE, "Anna Kowalczyk – Kierownik Referatu"),
        ("kto jest pełnomocnikiem w naszym urzędzie?", OFFICE, "Anna Kowalczyk"),
        ("jaki mamy limit?", OFFICE, "do 8 osób|do 4 osób|kol. 5 Tabel|kol. 6 Tabel"),
        ("ile osób możemy wysłać na blok I", OFFICE, "do 8 osób"),
        ("ile mamy wolnych miejsc?", OFFICE, "Blok I: zostało 1 wolne|Blok II: zostało 0"),
        ("ile osób jeszcze brakuje?", OFFICE, "Blok I: zostało 1 wolne|7 z 8 · minimum 5"),
        ("kto jest naszym doradcą?", OFFICE, "Doradca: Halina Wrońska"),
        ("pokaż skład grupy sterującej", OFFICE, "Sikora|Chmiel"),
        ("lista urzędów", OFFICE, "Urzędy: 1|Włodaw"),
        ("kto nie wysłał?", OFFICE, "nie wysłały zgłoszenia: 0"),
        ("kto nie ma pełnomocnika", OFFICE, "bez Pełnomocnika: 0"),
        ("urzędy po terminie", OFFICE, "1 grudnia 2026|Żaden urząd"),
        ("ilu jest wszystkich uczestników bloku II?", OFFICE, "łącznie: 4|nie dodaje się"),
        ("podsumuj województwo lubelskie", OFFICE, "lubelskie: 1 urząd, w tym z kompletem: 1"),
        ("podsumuj województwo podkarpackie", OFFICE, "Nie ma urzędu z tego województwa"),
        ("wyślij przypomnienie", OFFICE, "Przypomnienia kierowane są do Doradców"),
        ("zmień Zalewskiego na Lis-Sadowską", OFFICE, "[Zmień skład]|[Popraw] albo [Usuń]"),
        # At a desk, by name as people write it
        ("status Rejowiec", DESK, "w przygotowaniu|Rejowiec"),
        ("czego brakuje w Rejowcu?", DESK, "Brakuje: grupa sterująca|decyzja kierownika urzędu"),
        ("czego brakuje Rejowcowi", DESK, "Brakuje: grupa sterująca"),
        ("czego brakuje w starostwie we wlodawie", DESK, "niczego nie brakuje"),
        ("kto jest pełnomocnikiem we Włodawie?", DESK, "Anna Kowalczyk"),
        ("ile osób zgłosił Rejowiec?", DESK, "(blok I): 2 z 6|(blok II): 1 z 3"),
        ("ile wolnych miejsc w Rejowcu", DESK, "Blok I: zostały 4|Blok II: zostały 2"),
        ("ilu jeszcze trzeba w Rejowcu?", DESK, "4 wolne miejsca, do minimum brakuje: 3 (2 z 6"),
        ("jaki limit ma Rejowiec?", DESK, "do 6 osób|do 3 osób"),
        ("kto jest doradcą w Rejowcu?", DESK, "Doradca: Halina Wrońska"),
        ("pokaż skład grupy sterującej w Rejowcu", DESK, "Nowak|Lis|Wersja robocza"),
        # At a desk, about several
        ("co jeszcze brakuje?", DESK, "czegoś brakuje: 3|Rejowiec"),
        ("kto nie wysłał?", DESK, "nie wysłały zgłoszenia: 3|Osiek (pow. jasielski, woj. podka"),
        ("kto nie ma pełnomocnika", DESK, "bez Pełnomocnika: 2|pow. staszowski"),
        ("urzędy po terminie", DESK, "Żaden urząd"),
        ("podsumuj województwo podkarpackie", DESK, "podkarpackie: 1 urząd, w tym z kompletem: 0"),
        ("wyślij przypomnienie", DESK, "Kartę otwiera przycisk|czegoś brakuje: 3"),
        ("zmień Zalewskiego na Lis-Sadowską", DESK, "zmienia urząd"),
        ("jaki jest stan?", (Role.ADVISOR,), "4 urzędy, w tym z kompletem: 1"),
        ("jaki jest stan?", (Role.COORDINATOR,), "5 urzędów, w tym z kompletem: 2"),
        ("lista urzędów", (Role.ADVISOR,), "Urzędy: 4"),
        ("lista urzędów", (Role.COORDINATOR,), "Urzędy: 5"),
        ("ilu jest wszystkich uczestników bloku II?", (Role.ADVISOR,), "łącznie: 5"),
        ("ilu jest wszystkich uczestników bloku II?", (Role.COORDINATOR,), "łącznie: 8"),
        ("ile osób zgłoszono?", (Role.ADVISOR,), "Zgłoszone osoby: 9"),
        ("ile mamy wolnych miejsc?", (Role.ADVISOR,), "z wolnymi miejscami: 4"),
        ("kto jest pełnomocnikiem w Puławach?", (Role.COORDINATOR,), "Anna Tajna"),
        ("kto jest pełnomocnikiem?", DESK, "O który urząd chodzi?"),
        # Whoever asks
        ("do kiedy termin?", EVERYBODY, "1 grudnia 2026 r. (za 7 dni)"),
        ("kiedy szkolenie?", EVERYBODY, "jeszcze nie ustalono"),
        ("kto to jest szef urzędu?", EVERYBODY, "wójt, burmistrz"),
        ("czy Sekretarz musi iść na szkolenie?", EVERYBODY, "bardzo wskazane|pkt 7 Informacji"),
        ("czy redakcyjny może być spoza grupy?", EVERYBODY, "musi się wywodzić|pkt 5 Informacji"),
        ("czy wójt może być pełnomocnikiem?", EVERYBODY, "musi to być inna osoba|pkt 6"),
        ("kto może być pełnomocnikiem?", EVERYBODY, "z kierownictwa urzędu|pkt 6 Informacji"),
        ("ile osób powinna liczyć grupa?", EVERYBODY, "od 5 do 10|od 3 do 5|pkt 3|pkt 4"),
    ],
)  # fmt: skip
def test_each_role_is_answered(sentence: str, roles: Sequence[Role], parts: str) -> None:
    for role in roles:
        text = told(role, sentence)
        for part in parts.split("|"):
            assert part in text, f"{role}: {sentence}\n{text}"


ABOUT_ONE = [
    "status {}",
    "czego brakuje w {}?",
    "kto jest pełnomocnikiem w {}?",
    "ile osób zgłosił {}?",
    "ile wolnych miejsc w {}",
    "jaki limit ma {}?",
    "kto jest doradcą w {}?",
    "pokaż skład grupy sterującej w {}",
]


@pytest.mark.parametrize("sentence", ABOUT_ONE)
@pytest.mark.parametrize("role", [Role.HEAD, Role.SECRETARY, Role.ADVISOR])
def test_of_an_office_that_is_not_ones_own_nothing_is_told(role: Role, sentence: str) -> None:
    """The answer is the one about an office that does not exist: not even a count differs."""
    others = drawn(role, sentence.format("Puławach"))
    nobodys = drawn(role, sentence.format("Nibylandii"))
    assert unmarked(Html(others.text)) == NONE
    assert others == nobodys


@pytest.mark.parametrize("role", [Role.HEAD, Role.SECRETARY, Role.ADVISOR])
@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("about", ["", "pulawach", "starostwo powiatowe w pulawach", "lubelskie"])
def test_no_answer_holds_anything_of_an_office_of_somebody_else(
    role: Role, topic: Topic, about: str
) -> None:
    for question in (Question(topic, about), Question(topic, office_id=PULAWY.office.id)):
        screen = screens.draw(view(role, DESKS[role], question), Words("pl"))
        labels = " ".join(button.text for row in screen.rows for button in row)
        for secret in SECRETS:
            assert secret not in screen.text + labels, screen.text


@pytest.mark.parametrize("topic", Topic)
def test_a_stranger_is_greeted_whatever_lies_over_the_card(topic: Topic) -> None:
    known = view(Role.COORDINATOR, DESKS[Role.COORDINATOR], Question(topic))
    stranger = replace(known, talk=replace(known.talk, grant=None), grants=())
    text = screens.draw(stranger, Words("pl")).text
    assert "potrzebny jest link z zaproszeniem" in text
    assert "Włodaw" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("topic", Topic)
def test_every_topic_is_drawn_in_both_languages_however_little_there_is(
    role: Role, topic: Topic, language: str
) -> None:
    for own in (DESKS[role], DESKS[role][:1]):
        for about in ("", "osiek", "wlodawa"):
            screen = screens.draw(
                view(role, own, Question(topic, about), language), Words(language)
            )
            check(screen)
    bare = view(role, DESKS[role], Question(topic, "x"), language)
    check(screens.draw(replace(bare, desk=None, submission=None, settings={}), Words(language)))


def test_of_namesakes_each_is_a_button_with_its_county_that_asks_about_it() -> None:
    screen = drawn(Role.ADVISOR, "ile wolnych miejsc w Osieku?")
    assert "O który urząd chodzi?" in screen.text
    offered = [button for row in screen.rows for button in row if button.action is Action.ASK]
    assert [button.text for button in offered] == [
        "1. UG Osiek (jasielski)",
        "2. UG Osiek (staszowski)",
    ]
    for button, submission in zip(offered, (OSIEK, OTHER_OSIEK), strict=True):
        again = asked_again(button.argument)
        assert again == Question(Topic.FREE_SEATS, office_id=submission.office.id)
        text = screens.draw(view(Role.ADVISOR, HERS, again), Words("pl")).text
        assert f"pow. {submission.office.county}" in text
        assert "Blok I: zostało 6" in text


def test_at_the_desk_namesakes_are_told_apart_wherever_one_is_chosen() -> None:
    """In the list, among those to be invited, and on the card of one of them."""
    words, base = Words("pl"), view(Role.COORDINATOR, HERS, Question(Topic.OFFICES))
    invitees = tuple(Invitee(f"h{e.office.id}", e.office.name, True, e.office) for e in HERS)
    for standing, label in (
        (Home(query="osiek"), "2. UG Osiek (staszowski)"),
        (Inviting(query="osiek"), "2. ✓ UG Os… (staszowski)"),
    ):
        talk = replace(base.talk, place=standing, topic=None)
        standing_there = at_desk(replace(base, talk=talk, invitees=invitees), HERS)
        screen = screens.draw(standing_there, words)
        check(screen)
        assert "Osiek (pow. jasielski, woj. podkarpackie)" in screen.text
        assert label in [button.text for row in screen.rows for button in row]
    talk = replace(base.talk, place=ViewingOffice(4), topic=None)
    looked_at = replace(base, talk=talk, submission=OTHER_OSIEK, alike=True)
    screen = screens.draw(looked_at, words)
    assert "pow. staszowski, woj. świętokrzyskie" in screen.text


def test_a_name_misspelt_at_the_desk_is_answered_with_those_spelt_nearly_so() -> None:
    base = view(Role.ADVISOR, HERS, Question(Topic.OFFICES))
    near = replace(base, talk=replace(base.talk, place=Home(query="Wldoawa"), topic=None))
    screen = screens.draw(at_desk(near, HERS), Words("pl"))
    assert "Nie znaleziono urzędu: „Wldoawa”. Podobne nazwy:" in screen.text
    assert "1. Starostwo we Włodawie" in [button.text for row in screen.rows for button in row]
    none = replace(base, talk=replace(base.talk, place=Home(query="zzz doradca"), topic=None))
    found = screens.draw(at_desk(none, HERS), Words("pl"))
    labels = [button.text for row in found.rows for button in row]
    assert labels[0] == "Kto jest Doradcą?"


def test_a_name_spelt_nearly_so_is_offered_and_not_guessed() -> None:
    screen = drawn(Role.ADVISOR, "czego brakuje w Wldoawie?")
    assert NONE in screen.text
    assert "1. Starostwo we Włodawie" in [button.text for row in screen.rows for button in row]


def test_a_rule_leads_to_the_information_and_an_answer_at_a_desk_to_the_office() -> None:
    rule = drawn(Role.SECRETARY, "czy wójt może być pełnomocnikiem?")
    assert [button.text for row in rule.rows for button in row] == [
        "Treść Informacji",
        "Wróć do pracy",
    ]
    (opens, _) = drawn(Role.ADVISOR, "status Rejowiec").rows
    assert [(button.action, button.argument) for button in opens] == [(Action.OFFICE, "2")]


def test_overdue_offices_are_those_that_lack_something_after_the_deadline() -> None:
    asked = view(Role.ADVISOR, HERS, Question(Topic.OVERDUE))
    late = replace(asked, settings={"deadline": "2026-11-20"})
    assert "Urzędy po terminie: 3" in screens.draw(late, Words("pl")).text
    unset = replace(asked, settings={})
    assert "Termin nie został jeszcze ustalony" in screens.draw(unset, Words("pl")).text


@pytest.mark.parametrize(
    ("stage", "action"),
    [
        (Stage.DRAFTING, Action.EDIT_STEERING),
        (Stage.RETURNED, Action.EDIT_STEERING),
        (Stage.SUBMITTED, Action.TAKE_BACK),
        (Stage.SETTLED, Action.AMEND),
    ],
)
def test_whoever_is_to_be_replaced_the_way_there_is_a_button(stage: Stage, action: Action) -> None:
    own = replace(WLODAWA, stage=stage)
    screen = drawn(Role.SECRETARY, "zmień Zalewskiego na Lis-Sadowską", (own,))
    assert screen.rows[0][0].action is action
    assert "Zalewskiego" not in screen.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_inline_card_has_no_name_of_anybody(language: str) -> None:
    asked = view(Role.COORDINATOR, DESKS[Role.COORDINATOR], Question(Topic.STATUS))
    every = screens.inline(asked, Words(language))
    assert len(every) == 5
    for result in every:
        shown = f"{result.title} {result.description} {result.text}"
        for name in ("Anna", "Kowalczyk", "Nowak", "Tajna", WRONSKA, KMIEC):
            assert name not in shown
    named = look(DESKS[Role.COORDINATOR], Wanted(Which.NAMED, "rejowiec"))
    (one,) = screens.inline(replace(asked, desk=named), Words("pl"))
    assert (one.title, one.description) == ("Urząd Gminy Rejowiec", "w przygotowaniu")
    assert "Grupa sterująca (blok I): 2 z 6" in one.text
    unknown = look(HERS, Wanted(Which.NAMED, "Nibylandia"))
    assert not screens.inline(replace(asked, desk=unknown), Words(language))


def test_every_question_that_is_offered_can_be_asked() -> None:
    for topic in OFFERED:
        assert asked_again(topic) == Question(topic)
