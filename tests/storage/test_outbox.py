"""Letters: posted once, claimed by one process alone, never sent twice blindly."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Row, select

from storage import outbox
from storage.database import Database
from storage.outbox import LEASE, Letter
from storage.tables.traffic import LetterRow
from tests.storage.stock import NOW, at_once

SOON = NOW + timedelta(minutes=1)


def post(database: Database, key: str = "k", **more: object) -> bool:
    values = {"person_id": 5, "code": "approved", "office_id": 3, "values": {}, "now": NOW, **more}
    return database.write(lambda c: outbox.put(c, key=key, **values))  # type: ignore[arg-type]


def look(database: Database, now: datetime = NOW) -> Letter | datetime | None:
    return database.write(lambda c: outbox.claim(c, now=now))


def claim(database: Database, now: datetime = NOW) -> list[Letter]:
    """All letters that may leave at once."""
    letters = []
    while isinstance(letter := look(database, now), Letter):
        letters.append(letter)
    return letters


def stored(database: Database) -> "Row[tuple[object, ...]]":
    """The only letter as the database has it."""
    return database.read(lambda c: c.execute(select(LetterRow.__table__)).one())


def test_a_letter_says_to_whom_what_and_about_which_office(database: Database) -> None:
    values: dict[str, str | int] = {"role": "head", "count": 3, "advisor": "Ewa „Lis” & Syn"}
    assert post(database, values=values)
    (letter,) = claim(database)
    assert letter == Letter(letter.id, 5, "approved", 3, values, attempts=1)


def test_a_letter_about_no_office(database: Database) -> None:
    post(database, office_id=None)
    assert claim(database)[0].office_id is None


def test_the_same_news_is_posted_once(database: Database) -> None:
    assert post(database)
    assert not post(database)
    assert post(database, "another")
    assert len(claim(database)) == 2


def test_of_two_who_post_the_same_at_once_one_does(database: Database) -> None:
    assert sorted(at_once(*[lambda: post(database)] * 4)) == [False, False, False, True]


def test_a_claimed_letter_is_not_claimed_again(database: Database) -> None:
    post(database)
    assert len(claim(database)) == 1
    assert claim(database) == []


def test_letters_go_out_in_the_order_of_their_posting(database: Database) -> None:
    for number in range(5):
        post(database, f"{number}", person_id=number)
    assert [letter.person_id for letter in claim(database)] == [0, 1, 2, 3, 4]


def test_claimers_never_share_a_letter(database: Database) -> None:
    """Four processes on one outbox."""
    for number in range(20):
        post(database, f"{number}", person_id=number)
    taken = [each.id for mine in at_once(*[lambda: claim(database)] * 4) for each in mine]
    assert len(taken) == len(set(taken)) == 20


def test_what_arrived_is_wiped_and_done(database: Database) -> None:
    post(database, values={"token": "a link's secret"})
    (letter,) = claim(database)
    database.write(lambda c: outbox.sent(c, letter.id, NOW))
    assert claim(database, NOW + LEASE * 9) == []
    assert (stored(database).state, stored(database).content) == ("sent", None)


def test_what_did_not_arrive_is_tried_again_when_told(database: Database) -> None:
    post(database, values={"token": "t"})
    (letter,) = claim(database)
    database.write(lambda c: outbox.retry(c, letter.id, SOON, NOW))
    assert claim(database) == []
    (again,) = claim(database, SOON)
    assert again == Letter(letter.id, 5, "approved", 3, {"token": "t"}, attempts=2)


def test_what_was_claimed_and_has_not_left_waits_as_though_it_had_not_been(
    database: Database,
) -> None:
    post(database, values={"token": "t"})
    (letter,) = claim(database)
    database.write(lambda c: outbox.put_back(c, letter, NOW))
    assert stored(database).due_at == NOW
    (again,) = claim(database)
    assert again == letter
    database.write(lambda c: outbox.put_back(c, again, NOW, at=SOON))
    assert claim(database) == []
    assert claim(database, SOON) == [letter]


def test_only_whoever_has_claimed_a_letter_puts_it_back(database: Database) -> None:
    post(database)
    (letter,) = claim(database)
    database.write(lambda c: outbox.retry(c, letter.id, NOW, NOW))
    (of_another,) = claim(database)
    database.write(lambda c: outbox.put_back(c, letter, NOW))
    assert claim(database) == []
    database.write(lambda c: outbox.sent(c, of_another.id, NOW))
    database.write(lambda c: outbox.put_back(c, of_another, NOW))
    assert stored(database).state == "sent"


def test_what_may_have_arrived_is_never_sent_again(database: Database) -> None:
    post(database, values={"token": "t"})
    (letter,) = claim(database)
    database.write(lambda c: outbox.unknown(c, letter.id, NOW))
    assert claim(database, NOW + LEASE * 9) == []
    assert (stored(database).state, stored(database).content) == ("unknown", None)


def test_what_will_not_arrive_says_why(database: Database) -> None:
    post(database, values={"token": "t"})
    (letter,) = claim(database)
    database.write(lambda c: outbox.undeliverable(c, letter.id, "Forbidden: " * 99, NOW))
    assert claim(database, NOW + LEASE * 9) == []
    assert stored(database).state == "undeliverable"
    assert stored(database).why.startswith("Forbidden")
    assert len(stored(database).why) == 200
    assert stored(database).content is None


@pytest.mark.parametrize(("passed", "state"), [(LEASE, "sending"), (LEASE * 1.01, "unknown")])
def test_a_letter_whose_process_died_may_have_arrived(
    database: Database, passed: timedelta, state: str
) -> None:
    """Within its lease it is still being sent; after it nobody sends it, and its secret goes."""
    post(database, values={"token": "t"})
    claim(database)
    assert claim(database, NOW + passed) == []
    assert stored(database).state == state
    assert (stored(database).content is None) == (state == "unknown")


def test_a_letter_that_was_given_up_and_arrives_after_all_was_sent(database: Database) -> None:
    """Its process was slow, not dead; what it finds out later counts, but nothing is sent again."""
    post(database, values={"token": "t"})
    (letter,) = claim(database)
    late = NOW + 2 * LEASE
    assert claim(database, late) == []
    database.write(lambda c: outbox.retry(c, letter.id, late, late))
    assert stored(database).state == "unknown"
    database.write(lambda c: outbox.sent(c, letter.id, late))
    assert stored(database).state == "sent"
    database.write(lambda c: outbox.unknown(c, letter.id, late))
    assert stored(database).state == "sent"
