"""How fast all processes send together: told by Telegram, or kept by themselves."""

from datetime import timedelta
from functools import partial

from storage import outbox, pace, settings
from storage.database import Database
from storage.outbox import Letter
from tests.storage.stock import NOW, at_once, one_office
from tests.storage.test_outbox import claim, look, post
from tests.storage.test_talks import met

SECOND = timedelta(seconds=1)


def silence(database: Database, seconds: int) -> None:
    database.write(lambda c: pace.be_silent(c, NOW + seconds * SECOND, NOW))


def test_nobody_was_ever_told_to_wait(database: Database) -> None:
    assert database.read(lambda c: settings.with_silence(c, NOW)[1]) is None


def test_of_several_waits_the_longest_holds(database: Database) -> None:
    at_once(*[lambda seconds=seconds: silence(database, seconds) for seconds in (3, 9, 1)])
    assert database.read(lambda c: settings.with_silence(c, NOW)[1]) == NOW + 9 * SECOND


def test_while_telegram_wants_silence_no_letter_is_claimed(database: Database) -> None:
    post(database)
    silence(database, 5)
    assert look(database) == NOW + 5 * SECOND
    assert isinstance(look(database, NOW + 5 * SECOND), Letter)


def test_a_silence_of_many_hours_holds_for_every_process(database: Database) -> None:
    post(database)
    silence(database, 20 * 3600)
    until = NOW + 20 * 3600 * SECOND
    for now in (NOW, until - SECOND):
        assert database.read(partial(settings.with_silence, now=now))[1] == until
        assert look(database, now) == until
    assert isinstance(look(database, until), Letter)


def test_letters_to_many_keep_to_a_rate_for_all_processes(database: Database) -> None:
    """A burst of a second's worth, then one after the other, whoever sends them."""
    for number in range(60):
        post(database, f"{number}", person_id=number)
    burst = [each for mine in at_once(*[lambda: claim(database)] * 4) for each in mine]
    assert len(burst) == 26
    assert look(database) == NOW + pace.LETTER_EVERY
    assert len(claim(database, NOW + SECOND)) == 25
    assert len(claim(database, NOW + 10 * SECOND)) == 60 - 26 - 25


def test_one_chat_gets_no_more_than_a_letter_a_second_and_others_do_not_wait(
    database: Database,
) -> None:
    met(database, 5)
    met(database, 6)
    for number in range(5):
        post(database, f"{number}", person_id=5)
    post(database, "other", person_id=6)
    assert [letter.person_id for letter in claim(database)] == [5, 5, 5, 6]
    assert look(database) == NOW + SECOND
    assert len(claim(database, NOW + SECOND)) == 1
    assert len(claim(database, NOW + 9 * SECOND)) == 1
    assert look(database, NOW + 9 * SECOND) is None


def test_who_waits_is_told_when_the_next_letter_may_leave(database: Database) -> None:
    one_office(database)
    post(database)
    (letter,) = claim(database)
    assert look(database) is None
    database.write(lambda c: outbox.retry(c, letter.id, NOW + 3 * SECOND, NOW))
    assert look(database) == NOW + 3 * SECOND
