"""How fast one person may write: what piles up is counted, and told once."""

from bot.inbound import Received, received
from bot.pace import BURST, PAUSE, PER_SECOND, TOLD_AGAIN, Pace

ANNA = 7
NOW = 1_800_000_000


def said(number: int, at: float = NOW) -> Received:
    """A message as Telegram delivers it, written at that second."""
    message = {"message_id": number, "date": int(at), "from": {"id": ANNA}}
    return received({"update_id": number, "message": message})


def some(count: int, at: float = NOW) -> list[Received]:
    return [said(number, at) for number in range(count)]


def test_who_waits_for_each_answer_is_never_too_fast() -> None:
    """A thousand taps a second, one after the other."""
    pace = Pace()
    for number in range(1000):
        assert not pace.split(ANNA, [said(number)], NOW + number / 1000).surplus


def test_a_burst_is_taken_and_what_exceeds_it_is_not() -> None:
    """E.g. messages forwarded together; the order stays."""
    pace = Pace()
    waiting = some(BURST + 10)
    split = pace.split(ANNA, waiting, NOW)
    assert split.taken == waiting[: BURST + 1]
    assert split.surplus == waiting[BURST + 1 :]
    assert split.tell


def test_whoever_is_too_fast_is_told_once_and_heard_again_after_a_pause() -> None:
    pace = Pace()
    assert pace.split(ANNA, some(100), NOW).tell
    for tenth in range(1, 50):
        split = pace.split(ANNA, some(10, NOW + tenth / 10), NOW + tenth / 10)
        assert (split.taken, split.tell) == ([], False)
    later = NOW + 5 + PAUSE
    assert not pace.split(ANNA, some(5, later), later).surplus
    assert not pace.split(ANNA, some(100, later + 1), later + 1).tell
    much_later = NOW + TOLD_AGAIN + 10
    assert pace.split(ANNA, some(100, much_later), much_later).tell


def test_what_waited_while_the_bot_was_away_is_all_taken() -> None:
    """A message counts at the second it was written."""
    patient = [said(number, NOW + number) for number in range(100)]
    assert not Pace().split(ANNA, patient, NOW + 3600).surplus
    hasty = [said(number, NOW + number / (3 * PER_SECOND)) for number in range(100)]
    assert Pace().split(ANNA, hasty, NOW + 3600).surplus


def test_one_persons_haste_is_nobody_elses() -> None:
    pace = Pace()
    assert pace.split(ANNA, some(100), NOW).surplus
    assert not pace.split(8, some(10), NOW).surplus


def test_only_so_many_people_are_remembered() -> None:
    pace = Pace()
    for person in range(10_050):
        pace.split(person, some(2), NOW)
    assert len(pace._people) == 10_000
