"""Erasing for good: nothing of the person can be read anywhere afterwards, nor after a restore.

The trial of quality.md, „RODO”: tables, outbox, journal, ledger and the database's own files are
searched, on both databases, with and without keys.
"""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from conversations.access import Role, StandIn
from conversations.overview import Wanted, Which, look
from conversations.places import Home, Place
from conversations.places.enrolment import GivingPosition
from conversations.places.office import ViewingOffice
from conversations.submission import Side, Stage, Word, status, unschooled
from conversations.vocabulary import ERASED
from storage import (
    access,
    desks,
    erasure,
    jobs,
    outbox,
    stand_ins,
    submissions,
    talks,
    updates,
)
from storage.database import Connection, Database
from storage.ledger import LedgerUnusable
from storage.personal import personal_data
from storage.tables.offices import ApprovedRow, MemberRow
from storage.tables.programme import JournalRow
from storage.tables.traffic import FailureRow, JobRow
from tests.storage.erasing import erase_account, erase_listed
from tests.storage.stock import (
    LATER,
    NOW,
    OLGA,
    comes_in,
    loaded,
    whole_team,
)
from tests.storage.traces import (
    ACCOUNT,
    ACCOUNT_NAME,
    CLERK,
    HIDDEN,
    LISTED,
    OF_ACCOUNT,
    an_account,
    everywhere,
    found,
    head_title,
    unthought_of,
)


def test_of_every_text_it_is_said_whether_people_stand_in_it() -> None:
    """A new column is sealed, or listed with the reason in tests/storage/traces.py."""
    assert unthought_of() == set()


# --- A listed person --------------------------------------------------------------------------


def test_a_listed_person_can_be_read_nowhere_after_the_erasure(
    kept: Database, ledger_file: Path
) -> None:
    office_id = everywhere(kept)
    places = {place for place in found(kept, HIDDEN) if "." in place}
    assert places >= {
        *("submission.people", "submission.returned", "submission.request", "approved.people"),
        *("approved.basis", "talk.place", "talk.note", "table_import.reading", "table_import.name"),
        *("letter.content", "snooze.reason", "set_aside.payload"),
        *("submission.word", "attendance.person_key", "bulk.content"),
    }
    erased = erase_listed(kept, office_id)
    assert found(kept, HIDDEN, ledger_file) == set()
    assert (erased.people, erased.versions, erased.updates) == (1, 2, 1)


def test_what_an_office_sent_is_forgotten_by_surname_or_contact_and_what_others_sent_stays(
    kept: Database,
) -> None:
    """Updates that were set aside, and the names of files that wait to be read."""
    office_id = everywhere(kept)
    far = 777_000_111_444
    own, other = {"from": {"id": CLERK}}, {"from": {"id": far}}
    goes = (
        own | {"text": "Zgrzebnicka, skarbnik"},
        other | {"text": f"proszę pisać do {str(LISTED.email).upper()}"},
        other | {"text": "tel. 81 765-43-21"},
        other | {"text": "tel. +48817654321"},
    )
    stays = (
        own | {"text": "Kowalczyk, sekretarz"},
        other | {"text": "pani Zgrzebnicka"},
        other | {"text": "tel. 9817654321"},
    )

    def work(connection: Connection) -> None:
        for number, said in enumerate((*goes, *stays)):
            updates.set_aside(connection, number, json.dumps(said), "Traceback: boom", NOW)
        names = ((office_id, "Zgrzebnicka - lista.docx"), (None, "lista Zgrzebnickiej.docx"))
        for number, (office, name) in enumerate(names):
            jobs.put(
                connection,
                update_id=number,
                person_id=CLERK,
                file_id="f",
                name=name,
                size=9,
                grant_id=None,
                office_id=office,
                now=NOW,
            )

    kept.write(work)
    erase_listed(kept, office_id)
    aside, job = FailureRow.__table__, JobRow.__table__
    left = kept.read(lambda c: c.scalars(select(aside.c.payload).order_by(aside.c.update_id)).all())
    assert [json.loads(each) for each in left] == list(stays)
    files = kept.read(lambda c: c.scalars(select(job.c.name).order_by(job.c.id)).all())
    assert files == [f"[{ERASED}] - lista.docx", "lista Zgrzebnickiej.docx"]


def test_decided_versions_keep_their_seats_and_the_draft_has_a_free_one(kept: Database) -> None:
    office_id = everywhere(kept)
    before = loaded(kept, office_id)
    erase_listed(kept, office_id)
    after = loaded(kept, office_id)
    assert before.approval is not None
    assert after.approval is not None
    assert len(after.approval.team.steering) == len(before.approval.team.steering) == 3
    assert len(after.approval.team.editorial) == len(before.approval.team.editorial) == 2
    assert [each.person.full_name for each in after.approval.team.members if each.id == 2] == [
        f"{ERASED} (2)"
    ]
    assert [each.id for each in after.team.members] == [1, 3, 4]
    assert (after.team.plenipotentiary, after.team.basis) == (None, None)
    assert (after.version, after.stage) == (before.version + 1, Stage.RETURNED)
    assert head_title(kept, office_id) == f"Wójt [{ERASED}]"
    assert kept.read(lambda c: talks.load(c, CLERK, lock=False)).talk.place == Home()


def test_whoever_took_block_i_is_forgotten_and_their_seat_needs_no_consent(
    kept: Database,
) -> None:
    """R11 is not asked anew about an entry that only keeps a seat."""
    office_id = everywhere(kept)
    before = loaded(kept, office_id)
    erase_listed(kept, office_id)
    after = loaded(kept, office_id)
    assert before.office.attendance is not None
    assert after.office.attendance is not None
    assert LISTED.key in before.office.attendance.people
    assert LISTED.key not in after.office.attendance.people | after.office.attendance.editors
    assert after.approval is not None
    assert unschooled(after.approval.team, after.office) == ()
    assert after.word == Word(Side.ADVISOR, f"Proszę o telefon do Pani [{ERASED}].")


def test_the_counts_of_a_desk_follow_an_erasure(kept: Database) -> None:
    office_id = everywhere(kept)
    other = loaded(kept, office_id + 1)
    kept.write(
        lambda c: submissions.save(c, other, other.with_team(whole_team()), actor=1, now=NOW)
    )
    erase_listed(kept, office_id, whole_team().members[0].person)
    kept.write(lambda c: erasure.erase_team(c, office_id + 1, approved=False, actor=1, now=LATER))
    every = Wanted(Which.ALL)
    stored = kept.read(submissions.all_submissions)
    assert kept.read(lambda c: desks.load(c, None, every)) == look(stored, every)


def test_two_who_are_erased_from_one_settled_team_stay_two(kept: Database) -> None:
    office_id = everywhere(kept)
    now = loaded(kept, office_id)
    assert now.approval is not None
    settled = replace(now, team=now.approval.team, stage=Stage.SETTLED, returned=None)
    kept.write(lambda c: submissions.save(c, now, settled, actor=1, now=NOW))
    for person in (LISTED, settled.team.members[0].person):
        erase_listed(kept, office_id, person)
    after = loaded(kept, office_id)
    assert after.approval is not None
    assert after.team == after.approval.team
    assert not after.amending
    assert len({each.person.key for each in after.team.members}) == 3
    rows = kept.read(lambda c: c.execute(select(MemberRow.__table__)).all())
    assert len(rows) == 3


def test_what_waited_for_the_head_goes_back_to_the_office(kept: Database) -> None:
    office_id = everywhere(kept)
    now = loaded(kept, office_id)
    kept.write(
        lambda c: submissions.save(c, now, replace(now, stage=Stage.SUBMITTED), actor=1, now=NOW)
    )
    erase_listed(kept, office_id)
    assert loaded(kept, office_id).stage is Stage.DRAFTING


def test_somebody_else_loses_nothing(kept: Database) -> None:
    office_id = everywhere(kept)
    before = loaded(kept, office_id)
    erased = kept.write(
        lambda c: erasure.erase_person(
            c, office_id, replace(OLGA, surname="Nikt"), actor=1, now=LATER
        )
    )
    assert not erased
    assert loaded(kept, office_id) == before


# --- An account -------------------------------------------------------------------------------


def test_an_account_can_be_read_nowhere_after_the_erasure(
    kept: Database, ledger_file: Path
) -> None:
    office_id = everywhere(kept)
    an_account(kept, office_id)
    tables = {"talk", "card", "access_grant", "letter", "job", "journal", "invitation"}
    tables |= {"bulk", "bulk_item"}
    assert found(kept, [str(ACCOUNT)]) >= tables | {"table_import", "set_aside.payload"}
    erased = erase_account(kept)
    assert found(kept, OF_ACCOUNT, ledger_file) == set()
    assert (erased.talks, erased.roles, erased.letters, erased.files) == (1, 1, 1, 1)
    assert erased.journal == 1


def test_the_office_keeps_what_its_head_prepared_and_loses_the_head(kept: Database) -> None:
    office_id = everywhere(kept)
    an_account(kept, office_id)
    before = loaded(kept, office_id)
    erase_account(kept)
    after = loaded(kept, office_id)
    assert (after.team, after.approval, after.stage) == (before.team, before.approval, before.stage)
    assert (before.office.head_registered, after.office.head_registered) == (True, False)
    assert kept.read(lambda c: access.grants(c, ACCOUNT, NOW)) == ()


def test_the_journal_keeps_its_lines_under_one_pseudonym(kept: Database) -> None:
    office_id = everywhere(kept)
    an_account(kept, office_id)
    table = JournalRow.__table__
    before = kept.read(lambda c: c.execute(select(table).order_by(table.c.id)).all())
    erase_account(kept)
    after = kept.read(lambda c: c.execute(select(table).order_by(table.c.id)).all())
    assert [row.what for row in after] == [*(row.what for row in before), "erased account"]
    changed = [row.actor for row in after[:-1] if row.actor is not None and row.actor < 0]
    assert set(changed) == {after[-1].actor}
    assert [row.actor for row in after if row.actor == CLERK] != []


def test_everything_that_is_held_is_told_and_afterwards_there_is_nothing(kept: Database) -> None:
    office_id = everywhere(kept)
    an_account(kept, office_id)
    held = kept.read(lambda c: personal_data(c, ACCOUNT))
    assert held["account"] == ACCOUNT
    assert held["roles"][0]["name"] == ACCOUNT_NAME
    kinds = ("roles", "letters", "files", "tables", "actions", "failed_updates", "invitations")
    assert all(held[kind] for kind in (*kinds, "work", "announcements"))
    assert held["conversation"]["place"][0] == "Home"
    erase_account(kept)
    nothing = kept.read(lambda c: personal_data(c, ACCOUNT))
    assert not any(value for key, value in nothing.items() if key != "account")


def test_a_person_is_told_what_the_own_office_lists_under_the_same_name(kept: Database) -> None:
    office_id = everywhere(kept)
    comes_in(kept, 5, Role.SECRETARY, office_id=office_id, name="Bogumiła Zgrzebnicka")
    listed = kept.read(lambda c: personal_data(c, 5))["listed"]
    assert [entry["version"] is None for entry in listed] == [True, False, False]
    assert {entry["position"] for entry in listed} == {"Skarbnik Gminy"}
    assert {entry["took_block_i"] for entry in listed} == {True}


def test_an_advisor_is_told_who_stands_in_and_what_was_put_off(kept: Database) -> None:
    everywhere(kept)
    comes_in(kept, 5, Role.ADVISOR, advisor="Ewa Lis", name="Ewa Lis")
    stand_in = StandIn("Ewa Lis", "Jan Mazur", NOW.date(), LATER.date())
    kept.write(lambda c: stand_ins.put(c, stand_in, NOW))
    held = kept.read(lambda c: personal_data(c, 5))
    assert [each["substitute"] for each in held["substitutes"]] == ["Jan Mazur"]
    assert [each["reason"] for each in held["put_off"]] == ["urlop B. Zgrzebnickiej"]


# --- An office --------------------------------------------------------------------------------


def test_an_erased_draft_leaves_the_approved_version(kept: Database) -> None:
    office_id = everywhere(kept)
    before = loaded(kept, office_id)
    kept.write(lambda c: erasure.erase_team(c, office_id, approved=False, actor=1, now=LATER))
    kept.scrub()
    after = loaded(kept, office_id)
    assert before.approval is not None
    assert (after.stage, after.team) == (Stage.SETTLED, before.approval.team)
    assert found(kept, ["O'Hara"]) == set()


def test_an_erased_office_lists_nobody_and_is_not_begun(kept: Database) -> None:
    office_id = everywhere(kept)
    kept.write(lambda c: erasure.erase_team(c, office_id, approved=True, actor=1, now=LATER))
    kept.scrub()
    after = loaded(kept, office_id)
    assert (after.stage, after.approval, after.team.members) == (Stage.EMPTY, None, ())
    assert status(after).value == "nierozpoczęte"
    assert found(kept, ["Zażółć-Gęślą", "O'Hara"]) == set()
    rows = kept.read(lambda c: c.execute(select(ApprovedRow.__table__)).all())
    assert rows == []
    assert after.team.next_id == 6


def test_nothing_is_erased_that_cannot_be_recorded(kept: Database, ledger_file: Path) -> None:
    office_id = everywhere(kept)
    ledger_file.parent.rmdir()
    with pytest.raises(LedgerUnusable, match="ERASURE_LEDGER"):
        erase_listed(kept, office_id)
    assert loaded(kept, office_id).team.find(LISTED) is not None


def test_of_an_advisor_the_name_goes_with_the_account(kept: Database) -> None:
    """What stands under the pseudonym does not say in its stead who it was."""
    comes_in(kept, ACCOUNT, Role.ADVISOR, advisor=ACCOUNT_NAME, name=ACCOUNT_NAME)
    assert found(kept, OF_ACCOUNT) >= {"access_grant", "invitation"}
    erase_account(kept)
    assert found(kept, OF_ACCOUNT) == set()


def test_a_letter_that_waits_for_its_next_try_goes_with_the_account(kept: Database) -> None:
    kept.write(
        lambda c: outbox.put(
            c, key="k", person_id=ACCOUNT, code="nudge", office_id=None, values={}, now=NOW
        )
    )
    letter = kept.write(lambda c: outbox.claim(c, now=NOW))
    assert isinstance(letter, outbox.Letter)
    later_still = LATER + timedelta(minutes=1)
    kept.write(lambda c: outbox.retry(c, letter.id, later_still, NOW))
    assert erase_account(kept).letters == 1
    assert kept.write(lambda c: outbox.claim(c, now=later_still)) is None


# --- What is shown already --------------------------------------------------------------------


READER = 777_000_111_444


def shows(database: Database, person_id: int, place: Place) -> None:
    """Somebody whose card shows a place as it is."""

    def work(connection: Connection) -> None:
        talk = replace(talks.load(connection, person_id, lock=True).talk, place=place)
        claim = talks.Claim(NOW + timedelta(minutes=1))
        card = talks.save(connection, talk, below=False, claim=claim)
        assert card is not None
        talks.drawn(connection, person_id, version=card.wanted, message_id=9, claim=claim)

    database.write(work)


def lags(database: Database, person_id: int) -> bool:
    card = database.read(lambda c: talks.load(c, person_id, lock=False)).card
    return card.drawn < card.wanted


def test_no_card_goes_on_showing_whom_an_office_has_erased(kept: Database) -> None:
    office_id = everywhere(kept)
    shows(kept, READER, ViewingOffice(office_id))
    kept.write(lambda c: erasure.erase_team(c, office_id, approved=True, actor=1, now=LATER))
    assert lags(kept, READER)


def test_no_card_goes_on_showing_a_person_who_was_erased(kept: Database) -> None:
    """Neither one that shows the list, nor one that asks for the person's post."""
    office_id = everywhere(kept)
    shows(kept, READER, ViewingOffice(office_id))
    shows(kept, CLERK, GivingPosition(LISTED))
    erase_listed(kept, office_id)
    assert (lags(kept, READER), lags(kept, CLERK)) == (True, True)
    assert kept.read(lambda c: talks.load(c, CLERK, lock=False)).talk.place == Home()
