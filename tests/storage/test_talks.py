"""Talks and cards: every place comes back, and a card lags until it was shown as it is."""

import itertools
from dataclasses import replace
from datetime import datetime, timedelta
from typing import get_args

import pytest
from sqlalchemy import select, update

from conversations import quick_questions
from conversations.access import Role
from conversations.events import Note
from conversations.limits import Block
from conversations.notes import NoteCode
from conversations.pasted_list import Question, QuestionCode
from conversations.places import ConfirmingInvitation, Home, Place, desk, enrolment, office
from conversations.settings import Group, Key
from conversations.talk import Talk, Topic
from conversations.team import Rule
from storage import talks
from storage.database import Database
from storage.tables.people import CardRow, GrantRow, TalkRow
from storage.talks import LEASE, Card, Claim, Seen
from tests.storage.stock import ANNA, NOW, OLGA, PIOTR, at_once, comes_in, one_office

PLACES: list[Place] = [
    Home(3, "Włodawa"),
    ConfirmingInvitation(12),
    enrolment.NamingPlenipotentiary(),
    enrolment.GivingPosition(OLGA),
    enrolment.Answering(Rule.R8),
    enrolment.Explaining(Rule.R4A),
    enrolment.Requesting(Rule.R2B, ANNA),
    enrolment.RefusedPlenipotentiary(PIOTR, Rule.R2A),
    enrolment.StatingBasis(),
    enrolment.GivingOrder(),
    enrolment.NamingSteering(),
    enrolment.Clarifying(
        (Question(QuestionCode.SZYK, 2, (ANNA, PIOTR)),),
        (4,),
        (OLGA,),
        enrolment.CheckingList(("Razem: 8",)),
    ),
    enrolment.CheckingList(("?", "—"), left=("600 000 014",)),
    enrolment.CheckingList(("?", "—"), None, (), (3, 4), ("zamiast Lisa będzie Nowak",)),
    enrolment.ConfirmingMatch(
        (3, 4), enrolment.CheckingList(("?",), enrolment.RefusedPlenipotentiary(PIOTR, Rule.R2A))
    ),
    enrolment.ConfirmingChange(
        enrolment.Whence.EDITORS, Block.EDITORIAL, (3,), (ANNA,), ((4, 5),), ((OLGA, PIOTR),), True
    ),
    enrolment.ConfirmingChange(enrolment.Whence.LIST, Block.STEERING, (3,), post="Skarbnik"),
    enrolment.TellingApart("Jan Nowak – Skarbnik", Rule.R2B, pleading=True, person=OLGA),
    enrolment.Removing(2),
    enrolment.ConfirmingRemoval(7, (8, 9)),
    enrolment.Correcting(1),
    enrolment.CorrectingMember(4, (5, 6)),
    enrolment.PickingEditors(),
    enrolment.AddingOutsider((ANNA, OLGA), enrolment.CheckingList()),
    enrolment.Summary(),
    office.Returning(3, 2, 1),
    office.Commenting(3, 2, 1),
    office.AskingAdvisor(),
    desk.PuttingOff(reason="urlop"),
    desk.NamingStandIn(3, "0a1b2c3d4e5f", 1),
    office.MarkingAttendance(3),
    office.OfficeAccess(),
    office.RevokingAccess(8),
    office.NamingSubstitute(),
    office.HandingOver(),
    desk.Inviting(1, "Tar"),
    office.ViewingOffice(5),
    desk.AwaitingTable(),
    desk.PreviewingImport(2),
    desk.Setting(Key.DEADLINE),
    desk.AccessList(2, "Kowal"),
    desk.ViewingAccess("g7", desk.Asking.HAND_OVER),
    desk.InvitingAgain(5),
    desk.InvitingByFile(),
    desk.ClosingLists(False, "a0123456789ab", 4),
    desk.Announcing("Szkolenie\n11 stycznia", desk.Recipients.INCOMPLETE, 3),
    office.ViewingHistory(5, 1, 12),
    desk.Setting(Key.DEADLINE, Group.DATES, "2027-01-15"),
    desk.Entering(5, enrolment.AddingOutsider((ANNA, OLGA), enrolment.CheckingList())),
]


LATER_AND_LATER = (NOW + timedelta(minutes=minutes) for minutes in itertools.count(1))


def seen(database: Database, person_id: int = 5) -> Seen:
    return database.read(lambda c: talks.load(c, person_id, lock=False))


def met(database: Database, person_id: int = 5) -> Talk:
    """Somebody whose talk has begun."""
    return database.write(lambda c: talks.load(c, person_id, lock=True)).talk


def keep(
    database: Database,
    talk: Talk,
    *,
    below: bool = False,
    claim: Claim | None = None,
) -> bool:
    """A turn that saves a talk; whether its claim has got the card."""
    claim = claim or Claim(NOW)
    return bool(database.write(lambda c: talks.save(c, talk, below=below, claim=claim)))


def show(
    database: Database,
    version: int,
    message_id: int = 900,
    person_id: int = 5,
    claim: Claim | None = None,
) -> bool | None:
    """Somebody draws the card, who has taken it over if no claim is given."""
    claim = claim or taken_over(database, next(LATER_AND_LATER))
    return database.write(
        lambda c: talks.drawn(c, person_id, version=version, message_id=message_id, claim=claim)
    )


def taken_over(database: Database, now: datetime) -> Claim:
    """Every card that lags, in the hands of one claim."""
    claim = Claim(now)
    database.write(lambda c: talks.claim_stale(c, claim))
    return claim


def lagging(database: Database) -> list[int]:
    """Whose cards lag, whoever draws them."""
    card = CardRow.__table__
    lags = select(card.c.person_id).where(card.c.drawn < card.c.wanted, card.c.blocked.is_(False))
    return database.read(lambda c: sorted(c.scalars(lags)))


def free(database: Database, now: datetime) -> bool:
    """Whether some card lags at this moment while nobody draws it."""
    since = database.read(talks.stale_from)
    return since is not None and since <= now


def test_there_is_a_place_of_every_kind_here() -> None:
    assert list(dict.fromkeys(map(type, PLACES))) == list(get_args(Place))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: type(place).__name__)
def test_every_place_comes_back(database: Database, place: Place) -> None:
    keep(database, replace(met(database), place=place))
    assert seen(database).talk.place == place


def test_a_place_that_no_program_knows_any_more_is_the_first_card(database: Database) -> None:
    met(database)
    database.write(lambda c: c.execute(update(TalkRow.__table__).values(place='["Dawne", {}]')))
    assert seen(database).talk.place == Home()
    assert met(database).place == Home()


def test_a_stranger_is_met_without_being_kept(database: Database) -> None:
    assert seen(database) == Seen(Talk(5), Card())
    assert lagging(database) == []


def test_two_who_meet_a_person_at_once_meet_the_same(database: Database) -> None:
    both = at_once(lambda: met(database), lambda: met(database))
    assert set(both) == {Talk(5)}


def test_topic_note_language_and_role_come_back(database: Database) -> None:
    office_id = one_office(database)
    grant = comes_in(database, 5, Role.SECRETARY, office_id=office_id)
    note = Note(NoteCode.ADDED, {"count": 3, "who": "Anna & <Jan>"}, refusal=True)
    talk = Talk(5, grant, enrolment.Summary(), Topic.HELP, note, "en")
    met(database)
    keep(database, talk)
    assert seen(database).talk == talk
    assert grant.office_name == "Urząd Gminy Rejowiec"


def test_a_question_comes_back_and_one_that_cannot_be_read_is_left_out(
    database: Database,
) -> None:
    question = quick_questions.Question(quick_questions.Topic.TEAM, "rejowcu", 7)
    met(database)
    keep(database, replace(seen(database).talk, topic=question))
    assert seen(database).talk.topic == question
    database.write(lambda c: c.execute(update(TalkRow.__table__).values(topic='{"topic":"x"}')))
    assert seen(database).talk.topic is None


def test_a_topic_of_a_newer_program_is_left_out(database: Database) -> None:
    met(database)
    database.write(lambda c: c.execute(update(TalkRow.__table__).values(topic="weather")))
    assert seen(database).talk.topic is None


def test_a_revoked_role_is_gone_from_the_talk(database: Database) -> None:
    grant = comes_in(database, 5, Role.ADVISOR, advisor="Ewa Lis")
    keep(database, replace(met(database), grant=grant))
    assert seen(database).talk.grant == grant
    database.write(lambda c: c.execute(update(GrantRow.__table__).values(revoked_at=NOW)))
    assert seen(database).talk.grant is None


def test_a_card_lags_until_it_was_shown(database: Database) -> None:
    talk = met(database)
    keep(database, talk)
    assert lagging(database) == [5]
    show(database, version=1)
    assert lagging(database) == []
    assert seen(database).card == Card(900, 1, 1)


def test_a_card_that_changed_while_it_was_sent_lags_still(database: Database) -> None:
    talk = met(database)
    keep(database, talk)
    keep(database, talk, below=True)
    show(database, version=1)
    assert lagging(database) == [5]
    assert seen(database).card == Card(900, 1, 2, below=True)
    show(database, version=2, message_id=901)
    assert seen(database).card == Card(901, 2, 2)


def test_who_has_blocked_the_bot_is_left_alone_until_they_write(database: Database) -> None:
    talk = met(database)
    keep(database, talk)
    database.write(lambda c: talks.blocked(c, 5, True))
    assert lagging(database) == []
    keep(database, talk)
    assert lagging(database) == [5]


def test_a_change_of_an_office_makes_every_card_about_it_lag(database: Database) -> None:
    """Who holds a role there and who looks at it; not who did it, not who has no card yet."""
    office_id = one_office(database)
    head = comes_in(database, 1, Role.HEAD, office_id=office_id)
    secretary = comes_in(database, 2, Role.SECRETARY, office_id=office_id)
    advisor = comes_in(database, 3, Role.ADVISOR, advisor="Ewa Lis")
    newcomer = comes_in(database, 4, Role.SECRETARY, office_id=office_id)
    for grant, person_id, place in (
        (head, 1, Home()),
        (secretary, 2, Home()),
        (advisor, 3, office.ViewingOffice(office_id)),
        (newcomer, 4, Home()),
    ):
        keep(database, replace(met(database, person_id), grant=grant, place=place))
        if person_id != 4:
            show(database, version=1, person_id=person_id)
    met(database, 9)
    told = database.write(lambda c: talks.redraw_office(c, office_id, but=1))
    assert told == []
    assert lagging(database) == [2, 3, 4]


def test_who_changes_an_office_claims_the_cards_about_it(database: Database) -> None:
    office_id = one_office(database)
    secretary = comes_in(database, 2, Role.SECRETARY, office_id=office_id)
    keep(database, replace(met(database, 2), grant=secretary, place=Home()))
    show(database, version=1, person_id=2)
    claim = Claim(NOW)
    told = database.write(lambda c: talks.redraw_office(c, office_id, but=1, claim=claim))
    assert told == [2]
    assert database.write(lambda c: talks.redraw_person(c, 2, Claim(NOW))) == []
    assert show(database, 2, 900, person_id=2, claim=claim) is True
    assert show(database, 3, 900, person_id=2, claim=claim) is False
    assert database.write(lambda c: talks.redraw_person(c, 2, Claim(NOW))) == [2]


def test_what_changes_everybodys_card_claims_none_of_them(database: Database) -> None:
    """They are taken over a hundred at a time."""
    office_id = one_office(database)
    secretary = comes_in(database, 2, Role.SECRETARY, office_id=office_id)
    keep(database, replace(met(database, 2), grant=secretary, place=Home()))
    show(database, version=1, person_id=2)
    database.write(lambda c: talks.redraw_all(c, but=1))
    assert lagging(database) == [2]
    assert free(database, NOW)


def test_a_change_that_nobody_looks_at_tells_nobody(database: Database) -> None:
    office_id = one_office(database)
    assert database.write(lambda c: talks.redraw_office(c, office_id, but=None)) == []


def test_of_several_who_make_a_card_lag_at_once_one_draws_it(database: Database) -> None:
    talk = met(database)
    assert sorted(at_once(*[lambda: keep(database, talk)] * 4)) == [False, False, False, True]
    assert seen(database).card.wanted == 4


def test_who_draws_a_card_goes_on_while_others_change_it(database: Database) -> None:
    talk, claim = met(database), Claim(NOW)
    assert keep(database, talk, claim=claim)
    assert not keep(database, talk)
    assert show(database, version=1, claim=claim) is True
    assert show(database, version=2, claim=claim) is False
    assert keep(database, talk)


def test_a_card_whose_drawer_died_is_taken_over_by_one_other(database: Database) -> None:
    keep(database, met(database))
    assert database.read(talks.stale_from) == NOW + LEASE
    late = NOW + LEASE

    def take_over() -> list[int]:
        return database.write(lambda c: talks.claim_stale(c, Claim(late)))

    assert sorted(at_once(*[take_over] * 4)) == [[], [], [], [5]]


def test_whose_claim_ran_out_has_drawn_in_vain(database: Database) -> None:
    """It was slow, not dead: what it sent is not the card."""
    slow = Claim(NOW)
    keep(database, met(database), claim=slow)
    other = taken_over(database, NOW + LEASE)
    assert show(database, version=1, message_id=900, claim=slow) is None
    assert show(database, version=1, message_id=901, claim=other) is False
    assert seen(database).card == Card(901, 1, 1)


def test_a_claim_can_be_prolonged_and_given_back(database: Database) -> None:
    claim = Claim(NOW)
    keep(database, met(database), claim=claim)
    held = [(5, claim.id)]
    database.write(lambda c: talks.renew(c, held, NOW + 2 * LEASE))
    assert not free(database, NOW + LEASE)
    database.write(lambda c: talks.release(c, held))
    assert free(database, NOW)


def test_a_card_that_cannot_be_drawn_is_left_alone_until_the_person_acts(
    database: Database,
) -> None:
    talk, claim = met(database), Claim(NOW)
    keep(database, talk, claim=claim)
    database.write(lambda c: talks.release(c, [(5, claim.id)], again=NOW + LEASE))
    assert not free(database, NOW)
    assert free(database, NOW + LEASE)
    assert keep(database, talk)


def test_a_claim_that_another_has_is_neither_prolonged_nor_given_back(database: Database) -> None:
    mine = Claim(NOW)
    keep(database, met(database), claim=mine)
    others = [(5, Claim(NOW).id), (6, mine.id)]
    database.write(lambda c: talks.renew(c, others, NOW + 2 * LEASE))
    database.write(lambda c: talks.release(c, others))
    assert not free(database, NOW)
    assert free(database, NOW + LEASE)
