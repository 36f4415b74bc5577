"""The table of rights: complete, drawn in the docs, and closed to whatever has no row."""

from dataclasses import replace

import pytest

from conversations import lobby
from conversations.access import Grant, Role, Way, allowed, may
from conversations.events import Action, Command, Sent, SentKind, Tapped
from conversations.notes import NoteCode
from conversations.places import Home
from conversations.talk import Talk
from tests.conversations import authorisation
from tests.conversations.cast_of_access import GRANTS, OTHER, OWN

WHO = (None, *Role)


def test_the_page_shows_the_table_as_it_is() -> None:
    """`python -m tests.conversations.authorisation` draws it again."""
    assert authorisation.PAGE.read_text(encoding="utf-8") == authorisation.page()


@pytest.mark.parametrize("wanted", [*Action, *Command, *Way])
def test_every_button_and_command_has_a_row(wanted: Action | Command | Way) -> None:
    """What somebody adds and gives to nobody is forgotten, not forbidden."""
    holders = {who for who in WHO if may(who, wanted)}
    assert holders or wanted is Command.UNKNOWN, f"{wanted!r} has no row in conversations.access"


def test_one_word_never_means_two_rights() -> None:
    """Their values are texts: a button that is called like a command would be its equal."""
    values = [each.value for every in (Action, Command, SentKind, Way) for each in every]
    assert len(values) == len(set(values))


def test_the_coordinators_are_all_offices_and_everybody_elses_their_own() -> None:
    for role in Role:
        assert allowed(GRANTS[role], Way.CARD, OWN), role
        assert allowed(GRANTS[role], Way.CARD, OTHER) == (role is Role.COORDINATOR), role
    assert not allowed(None, Way.CARD, OWN)


@pytest.mark.parametrize("role", [Role.ADVISOR, Role.HEAD, Role.SECRETARY])
def test_a_grant_that_names_nobody_and_no_office_opens_none(role: Role) -> None:
    for office in (OWN, OTHER):
        assert not allowed(Grant(9, role), Way.CARD, office)


def test_an_office_without_an_advisor_is_no_advisors() -> None:
    assert not allowed(Grant(9, Role.ADVISOR), Way.CARD, replace(OWN, advisor=None))
    assert not allowed(GRANTS[Role.ADVISOR], Way.CARD, replace(OWN, advisor=None))


def test_a_right_over_an_office_is_none_without_the_role() -> None:
    assert not allowed(GRANTS[Role.ADVISOR], Action.SEND, OWN)
    assert not allowed(GRANTS[Role.SECRETARY], Action.APPROVE, OWN)
    assert not allowed(GRANTS[Role.COORDINATOR], Action.APPROVE, OWN)


def test_a_letters_button_leads_a_stranger_to_the_greeting() -> None:
    """E.g. below the one that says to slow down."""
    for action in (Action.OPEN, Action.BACK):
        turn = lobby.step(Talk(9, place=Home()), (), Tapped(action), 0)
        assert turn is not None
        assert (turn.talk.note, turn.talk.place) == (None, Home())


def test_a_document_is_taken_only_from_whom_it_is_expected() -> None:
    """An Advisor sends none."""
    for role, expected in ((Role.ADVISOR, NoteCode.NO_FILE_HERE), (Role.COORDINATOR, None)):
        grant = GRANTS[role]
        assert grant is not None
        turn = lobby.step(Talk(9, grant), (grant,), Sent(SentKind.DOCUMENT, "f", "n", 1), 0)
        note = turn.talk.note.code if turn and turn.talk.note else None
        assert note is expected
