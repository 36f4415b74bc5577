"""Who stands in for an Advisor, as turns on a real database: everybody's cards say the same."""

from datetime import date, timedelta

import pytest

from conversations.access import Role, StandIn, advisor_code
from conversations.events import Action, Asked, Command, Said
from conversations.notes import NoteCode, NoticeCode
from storage import stand_ins
from storage.database import Database
from tests.bot.test_coordinating import ADVISOR, COORDINATOR, HEAD, SECRETARY, Stage
from tests.storage.stock import NOW, comes_in, import_offices, row

DEPUTY, SUBSTITUTE, LATER_ONE = 11, 12, 13
EWA, JAN, OLA = "Ewa Lis", "Jan Lis", "Ola Ptak"
TODAY = NOW.date()


class Desks(Stage):
    """Two coordinators and three Advisors; the deputy has Ewa's office Rejowiec open."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        import_offices(database, row("Zwierzyniec", advisor=OLA))
        comes_in(database, DEPUTY, Role.COORDINATOR, name="Zofia Mak")
        comes_in(database, SUBSTITUTE, Role.ADVISOR, advisor=JAN, name=JAN)
        comes_in(database, LATER_ONE, Role.ADVISOR, advisor=OLA, name=OLA)
        for person in (DEPUTY, SUBSTITUTE, LATER_ONE):
            self.do(person, Asked(Command.CANCEL))
        self.opens(DEPUTY)

    @property
    def office_id(self) -> str:
        return str(self.ids[0])

    def opens(self, person: int) -> None:
        self.tap(person, Action.OFFICE, self.office_id)

    def names(self, substitute: str, first: date = TODAY) -> set[int]:
        """The coordinator names a substitute for Ewa for a week; whose cards are drawn anew."""
        self.opens(COORDINATOR)
        self.tap(COORDINATOR, Action.STAND_IN, self.office_id)
        self.tap(COORDINATOR, Action.STAND_IN, f"{self.office_id}/{advisor_code(substitute)}")
        days = f"{first:%d.%m.%Y} – {first + timedelta(days=6):%d.%m.%Y}"
        return set(self.do(COORDINATOR, Said(days)).redraw)

    def ends(self, person: int, substitute: str) -> set[int]:
        argument = f"{self.office_id}/{advisor_code(substitute)}"
        outcome = self.tap(person, Action.STAND_IN_END, argument)
        assert outcome.refusal is None
        return set(outcome.redraw)


@pytest.fixture
def desks(database: Database) -> Desks:
    return Desks(database)


def test_everybody_whose_card_speaks_of_it_sees_who_stands_in_and_since_when_nobody_does(
    desks: Desks,
) -> None:
    """The office's own people, whose cards do not, are left alone."""
    assert desks.names(JAN) == {COORDINATOR, DEPUTY, ADVISOR, SUBSTITUTE}
    for person in (COORDINATOR, DEPUTY, ADVISOR, SUBSTITUTE):
        assert f"Zastępuje: {JAN}" in desks.card(person)
    assert desks.letters(NoticeCode.STANDS_IN) == [ADVISOR, SUBSTITUTE]
    assert desks.ends(DEPUTY, JAN) == {COORDINATOR, DEPUTY, ADVISOR, SUBSTITUTE}
    for person in (COORDINATOR, DEPUTY, ADVISOR, SUBSTITUTE):
        assert "Zastępuje" not in desks.card(person)
    assert desks.letters(NoticeCode.STANDS_IN_NO_MORE) == [ADVISOR, SUBSTITUTE]
    assert not {HEAD, SECRETARY} & set(desks.letters(NoticeCode.STANDS_IN))


def test_a_substitute_for_days_to_come_is_told_at_once_and_once(desks: Desks) -> None:
    desks.names(JAN, TODAY + timedelta(days=3))
    assert desks.letters(NoticeCode.STANDS_IN) == [ADVISOR, SUBSTITUTE]


def test_whoever_stands_in_no_more_loses_the_office_from_the_card_at_once(desks: Desks) -> None:
    desks.names(JAN)
    desks.opens(SUBSTITUTE)
    assert "Rejowiec" in desks.card(SUBSTITUTE)
    assert desks.names(OLA) == {COORDINATOR, DEPUTY, ADVISOR, SUBSTITUTE, LATER_ONE}
    assert "Rejowiec" not in desks.card(SUBSTITUTE)
    assert f"Zastępuje: {OLA}" in desks.card(LATER_ONE)


def test_whoever_is_replaced_as_a_substitute_is_told_and_nobody_of_days_long_over(
    desks: Desks,
) -> None:
    """The same substitute for other days replaces nobody."""
    desks.names(JAN)
    desks.names(JAN, TODAY + timedelta(days=2))
    assert desks.letters(NoticeCode.STANDS_IN_NO_MORE) == []
    desks.names(OLA)
    assert desks.letters(NoticeCode.STANDS_IN_NO_MORE) == [SUBSTITUTE]
    over = StandIn(EWA, JAN, TODAY - timedelta(days=9), TODAY - timedelta(days=2))
    desks.database.write(lambda c: stand_ins.put(c, over, NOW))
    desks.names(OLA)
    assert desks.letters(NoticeCode.STANDS_IN_NO_MORE) == [SUBSTITUTE]


def test_a_button_that_names_a_former_substitute_does_not_end_the_next_ones_turn(
    desks: Desks,
) -> None:
    desks.names(JAN)
    desks.names(OLA)
    former = f"{desks.office_id}/{advisor_code(JAN)}"
    refused = desks.tap(DEPUTY, Action.STAND_IN_END, former)
    assert refused.refusal is not None
    assert refused.refusal.code is NoteCode.CHANGED_MEANWHILE
    assert f"Zastępuje: {OLA}" in desks.card(DEPUTY)
    assert desks.letters(NoticeCode.STANDS_IN_NO_MORE) == [SUBSTITUTE]


def test_days_that_are_over_and_an_advisor_whom_no_table_names_are_refused(desks: Desks) -> None:
    desks.names(JAN)
    desks.tap(COORDINATOR, Action.STAND_IN, desks.office_id)
    desks.tap(COORDINATOR, Action.STAND_IN, f"{desks.office_id}/{advisor_code(OLA)}")
    gone = f"{TODAY - timedelta(days=9):%d.%m.%Y} – {TODAY - timedelta(days=1):%d.%m.%Y}"
    over = desks.do(COORDINATOR, Said(gone))
    assert over.refusal is not None
    assert over.refusal.code is NoteCode.DAYS_UNCLEAR
    assert f"Zastępuje: {JAN}" in desks.card(DEPUTY)
    desks.tap(COORDINATOR, Action.STAND_IN, desks.office_id)
    desks.tap(COORDINATOR, Action.STAND_IN, f"{desks.office_id}/{advisor_code('Nikt Taki')}")
    nobody = desks.do(COORDINATOR, Said(f"{TODAY:%d.%m.%Y} – {TODAY:%d.%m.%Y}"))
    assert nobody.refusal is not None
    assert nobody.refusal.code is NoteCode.STALE
    assert f"Zastępuje: {JAN}" in desks.card(DEPUTY)
