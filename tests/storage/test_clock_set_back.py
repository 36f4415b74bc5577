"""The clock is set back an hour: what was held or to be sent by the former time does not wait."""

from datetime import timedelta
from functools import partial

from sqlalchemy import text

from storage import jobs, outbox, pace, settings, talks
from storage.database import Database
from storage.outbox import Letter
from storage.talks import Claim
from tests.storage.stock import NOW
from tests.storage.test_outbox import look, post
from tests.storage.test_talks import keep, met

AN_HOUR_LATER = NOW + timedelta(hours=1)
SECOND = timedelta(seconds=1)


def test_letters_go_on_at_their_rate_and_nobody_is_silent_for_an_hour(database: Database) -> None:
    met(database, 7)
    for number in range(4):
        post(database, f"{number}", person_id=7, now=AN_HOUR_LATER)
    first = look(database, AN_HOUR_LATER)
    assert isinstance(first, Letter)
    database.write(lambda c: outbox.sent(c, first.id, AN_HOUR_LATER))
    database.write(lambda c: pace.be_silent(c, AN_HOUR_LATER + SECOND, AN_HOUR_LATER))
    assert database.read(lambda c: settings.with_silence(c, NOW)[1]) is None
    assert isinstance(look(database), Letter)
    database.write(lambda c: pace.be_silent(c, NOW + 5 * SECOND, NOW))
    assert look(database) == NOW + 5 * SECOND


def test_a_silence_told_before_the_first_letter_is_not_believed_either_nor_comes_back(
    database: Database,
) -> None:
    """Once the letters go on by the clock as it is now, nothing of the former time holds."""
    database.write(lambda c: pace.be_silent(c, AN_HOUR_LATER + SECOND, AN_HOUR_LATER))
    for now in (NOW, NOW + SECOND):
        assert database.read(partial(settings.with_silence, now=now))[1] is None
        post(database, f"{now}", now=now)
        assert isinstance(look(database, now), Letter)


def test_what_a_dead_process_was_sending_is_unknown_and_not_for_an_hour(
    database: Database,
) -> None:
    post(database, now=AN_HOUR_LATER)
    assert isinstance(look(database, AN_HOUR_LATER), Letter)
    assert look(database) is None
    state = text("SELECT state FROM letter")
    assert database.read(lambda c: c.scalar(state)) == "unknown"


def test_a_card_whose_drawer_died_is_drawn_by_who_changes_it_or_looks(database: Database) -> None:
    talk = met(database)
    assert keep(database, talk, claim=Claim(AN_HOUR_LATER))
    assert database.write(lambda c: talks.claim_stale(c, Claim(NOW))) == [talk.person_id]
    assert not database.write(lambda c: talks.claim_stale(c, Claim(NOW)))
    assert keep(database, talk, claim=Claim(AN_HOUR_LATER + 2 * talks.LEASE))
    assert keep(database, talk, claim=Claim(NOW))


def test_a_file_whose_reader_died_or_that_was_left_for_a_while_is_read(database: Database) -> None:
    put = partial(jobs.put, person_id=7, file_id="f", name="a.csv", size=9, grant_id=None)
    database.write(lambda c: put(c, update_id=1, now=AN_HOUR_LATER))
    job = database.write(lambda c: jobs.claim(c, AN_HOUR_LATER))
    assert job is not None
    assert database.write(lambda c: jobs.claim(c, NOW)) == job
    assert database.write(lambda c: jobs.claim(c, NOW)) is None
