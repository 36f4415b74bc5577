"""What is to be erased of an office that is not there, or holds nothing of it: nothing happens."""

from collections.abc import Callable

import pytest

from conversations.submission import Attendance
from storage import offices, removal
from storage.database import Connection, Database
from storage.removal import Erased
from tests.storage.stock import ANNA, NOW, OLGA, loaded, one_office

ERASING: dict[str, Callable[[Connection, int], Erased]] = {
    "a team": lambda c, office_id: removal.team(c, office_id, approved=True, now=NOW),
    "a draft": lambda c, office_id: removal.team(c, office_id, approved=False, now=NOW),
    "a person": lambda c, office_id: removal.person(c, office_id, ANNA),
    "who came": lambda c, office_id: removal.forget_attendance(c, office_id, ANNA.key),
}


@pytest.mark.parametrize("what", ERASING)
def test_nothing_is_erased_of_an_office_that_is_not_there(database: Database, what: str) -> None:
    assert database.write(lambda c: ERASING[what](c, 99)) == Erased()


@pytest.mark.parametrize("what", ERASING)
def test_nothing_is_erased_of_an_office_that_holds_nothing(database: Database, what: str) -> None:
    office_id = one_office(database)
    before = loaded(database, office_id)
    assert database.write(lambda c: ERASING[what](c, office_id)) == Erased()
    assert loaded(database, office_id) == before


def test_who_came_is_forgotten_by_name_and_the_others_stay(database: Database) -> None:
    office_id = one_office(database)
    came = Attendance(frozenset({ANNA.key, OLGA.key}))
    database.write(lambda c: offices.set_attendance(c, office_id, came, NOW))
    assert database.write(lambda c: removal.forget_attendance(c, office_id, "ktos inny")) == (
        Erased()
    )
    assert loaded(database, office_id).office.attendance == came
    forgotten = database.write(lambda c: removal.forget_attendance(c, office_id, ANNA.key))
    assert forgotten == Erased(people=1)
    assert loaded(database, office_id).office.attendance == Attendance(frozenset({OLGA.key}))
