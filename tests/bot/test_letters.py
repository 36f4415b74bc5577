"""Alerts and letters: every code in both languages, short enough, without listed people's names."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from bot import screens
from bot.screens.letters import LONGEST_ALERT
from bot.words import LANGUAGES, Words
from conversations.access import Role
from conversations.coordination_table.model import NotATableReason
from conversations.events import Action, Note
from conversations.notes import NoteCode, NoticeCode
from conversations.submission import Submission
from conversations.team import Rule, Seat
from tests.bot.drafts import HOSTILE, NOW, Names, submissions
from tests.bot.remarks import REMARK_VALUES
from tests.bot.screen_checks import check, check_buttons
from tests.facts import marked_up

TOKEN = "x" * 43
"""As long as a secret of 256 bits in base64."""

RECEIPT: Mapping[str, str | int] = {
    "date": "22 listopada 2026 r.",
    "time": "9:00",
    "number": "4294967296/1024",
    "advised": "yes",
}
"""What a card adds to the receipts of a submission, which are never alerts themselves."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", NoteCode)
def test_an_alert_is_told_whole(language: str, code: NoteCode) -> None:
    """Bot API, answerCallbackQuery: 0-200 characters. Nothing realistic is cut."""
    note = Note(code, {**RECEIPT, **REMARK_VALUES.get(code, {})}, refusal=True)
    text = screens.alert(note, Words(language))
    assert 1 <= len(text.encode("utf-16-le")) // 2 <= LONGEST_ALERT
    assert not text.endswith("…"), f"{len(text)} characters: {text}"
    assert "<" not in text
    assert "&" not in text


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_an_alert_with_a_hostile_name_is_cut_and_not_refused(name: str) -> None:
    for code, key in (
        (NoteCode.ALREADY_ON_LIST, "person"),
        (NoteCode.FILE_RECEIVED, "name"),
        (NoteCode.ONLY_DUPLICATES, "people"),
    ):
        text = screens.alert(Note(code, {"count": 0, key: name}), Words("pl"))
        assert 1 <= len(text.encode("utf-16-le")) // 2 <= LONGEST_ALERT


def test_an_alert_says_a_name_as_it_is_written() -> None:
    note = Note(NoteCode.ALREADY_ON_LIST, {"person": 'Anna „A & B" <c>'})
    assert 'Anna „A & B" <c>' in screens.alert(note, Words("pl"))


def test_a_full_team_is_refused_with_its_column() -> None:
    """product.md: the reason and the rule, „kol. 5 Tabel koordynacyjnych: 8 osób”."""
    text = screens.alert(Note(NoteCode.EDITORS_FULL, {"count": 4}), Words("pl"))
    assert "4 osoby" in text
    assert "kol. 6 Tabel koordynacyjnych" in text


# --- Letters ----------------------------------------------------------------------------------

SEVERAL: dict[str, str | int] = {
    "advisor": "Halina Wrońska",
    "count": 12,
    "offices": ", ".join(["Urząd Gminy Rejowiec"] * 10) + "…",
}

STAND_IN: dict[str, str | int] = {"advisor": "Halina Wrońska", "substitute": "Andrzej Kmieć"}
VALUES: dict[NoticeCode, list[dict[str, str | int]]] = {
    NoticeCode.DOCUMENT: [{"text": "W załączniku projekt zarządzenia."}],
    NoticeCode.REQUESTED: [{"rule": rule} for rule in (Rule.R4, Rule.R6, Rule.R2A, Rule.R2B)],
    NoticeCode.REQUEST_GRANTED: [{"rule": rule} for rule in (Rule.R4, Rule.R6, Rule.R2A)],
    NoticeCode.REQUEST_REFUSED: [{"rule": rule} for rule in (Rule.R4, Rule.R6, Rule.R2B)],
    NoticeCode.COMMENTED: [{"by": side} for side in ("advisor", "coordinator")],
    NoticeCode.STANDS_IN: [{**STAND_IN, "first": "2026-12-01", "last": "2026-12-14"}],
    NoticeCode.STANDS_IN_NO_MORE: [STAND_IN],
    NoticeCode.ADVISOR_CHANGED: [{"advisor": name} for name in ("Halina Wrońska", "none")],
    NoticeCode.ACCESS_REVOKED: [{"role": role, "advisor": "Halina Wrońska"} for role in Role],
    NoticeCode.LISTS_CLOSED: [SEVERAL],
    NoticeCode.LISTS_REOPENED: [SEVERAL],
    NoticeCode.ANNOUNCEMENT: [{"text": "Szkolenie.\n\nProszę o przybycie."}],
    NoticeCode.OFFICES_ASSIGNED: [SEVERAL],
    NoticeCode.OFFICES_REASSIGNED: [SEVERAL],
    NoticeCode.INVITATION: [
        {
            "role": role,
            "advisor": "Halina Wrońska",
            "token": TOKEN,
            "expires": (NOW + timedelta(days=14)).isoformat(),
        }
        for role in Role
    ],
    NoticeCode.ACCOUNT_ERASED: [
        {"roles": 2, "letters": 11, "files": 1, "contact": "inspektor@example.org"}
    ],
    NoticeCode.DRAFT_EXPIRES: [{"day": "2026-12-17"}],
    NoticeCode.LISTS_EXPIRE: [{"day": "2027-03-01"}],
}


def letters(submission: Submission | None, language: str) -> list[tuple[NoticeCode, str]]:
    """Every letter that can be sent about an office, checked as a message; its visible text."""
    sent = []
    for code in NoticeCode:
        # The digest is about many offices: tests/bot/test_digest.py.
        for values in VALUES.get(code, [{}] if code is not NoticeCode.DIGEST else []):
            bot = {"bot": "komplet_test_bot", **values}
            letter = screens.letter(code, submission, bot, Words(language))
            if code in {NoticeCode.INVITATION, NoticeCode.ACCOUNT_ERASED}:
                assert not letter.rows, "it is forwarded as it stands, or nothing is left to do"
            else:
                check_buttons(letter)
            text, entities = marked_up(letter.text)
            assert not entities
            assert 1 <= len(text.encode("utf-16-le")) // 2 <= 4096
            assert "  " not in text
            sent.append((code, text))
    return sent


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_names_the_office_and_nobody_of_its_team(language: str) -> None:
    """domain.md §4.5: no personal names where a locked screen shows them."""
    for submission in submissions(Names()).values():
        named = {
            part
            for member in submission.team.members
            for part in (member.person.given, member.person.surname)
        }
        for code, text in letters(submission, language):
            assert not [name for name in named if name in text], f"{code}: {text}"
            silent = code in {
                NoticeCode.SOMETHING_BROKE,
                NoticeCode.SLOW_DOWN,
                NoticeCode.INVITATION,
                NoticeCode.INVITATION_FILE,
                NoticeCode.ACCESS_REVOKED,
                NoticeCode.ANNOUNCEMENT,
                NoticeCode.LISTS_CLOSED,
                NoticeCode.LISTS_REOPENED,
                NoticeCode.OFFICES_ASSIGNED,
                NoticeCode.OFFICES_REASSIGNED,
                NoticeCode.FINISHED,
                NoticeCode.STANDS_IN,
                NoticeCode.STANDS_IN_NO_MORE,
                NoticeCode.PERSONAL_DATA,
                NoticeCode.LISTS_EXPIRE,
                NoticeCode.ACCOUNT_ERASED,
            }
            assert silent or submission.office.name in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_about_an_office_that_is_gone_is_still_a_letter(language: str) -> None:
    assert letters(None, language)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_an_office_with_a_hostile_name_gets_its_letters(name: str) -> None:
    letters(submissions(Names(name))["submitted"], "pl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invitation_holds_its_link_whole(language: str) -> None:
    link = f"https://t.me/komplet_test_bot?start={TOKEN}"
    texts = [t for c, t in letters(submissions(Names())["empty"], language) if "start=" in t]
    assert len(texts) == len(Role)
    assert all(text.endswith(link) for text in texts)


def test_a_returned_submission_is_one_tap_from_being_corrected() -> None:
    submission = submissions(Names())["returned"]
    for code in (NoticeCode.RETURNED_BY_HEAD, NoticeCode.RETURNED_BY_ADVISOR):
        (row,) = screens.letter(code, submission, {}, Words("pl")).rows
        assert [(button.text, button.action) for button in row] == [("Popraw", Action.EDIT)]


def test_a_changed_limit_is_told_with_what_it_means_for_the_team() -> None:
    """domain.md §3.8, limit.zmieniony: it fits, or by how many it does not."""
    every, words = submissions(Names()), Words("pl")
    fits = screens.letter(NoticeCode.LIMIT_CHANGED, every["approved"], {}, words)
    over = screens.letter(NoticeCode.LIMIT_CHANGED, every["to complete"], {}, words)
    check(fits)
    assert "mieści się w limicie" in fits.text
    assert "nie mieści się" in over.text
    assert "Blok I: zgłoszony skład przekracza limit o 3 osoby" in over.text
    assert "Nikogo nie usunięto" in over.text


def test_a_block_that_was_opened_is_not_said_to_fit() -> None:
    """Seats in block II where there were none: nobody sits there yet."""
    approved = submissions(Names())["approved"]
    assert approved.approval is not None
    nobody = replace(
        approved.approval.team,
        members=tuple(replace(m, seat=Seat.STEERING) for m in approved.approval.team.members),
    )
    opened = replace(approved, approval=replace(approved.approval, team=nobody))
    letter = screens.letter(NoticeCode.LIMIT_CHANGED, opened, {}, Words("pl"))
    assert "trzeba uzupełnić" in letter.text
    assert "mieści się" not in letter.text
    assert "Blok II: są miejsca, a nie ma jeszcze nikogo" in letter.text


@pytest.mark.parametrize("reason", NotATableReason)
def test_a_file_that_is_no_table_says_what_to_do(reason: NotATableReason) -> None:
    note = Note(NoteCode.NOT_A_TABLE, {"reason": reason.value, "name": "tabela.xlsx"})
    assert "tabela.xlsx" in screens.alert(note, Words("pl"))
