"""What lies over any place or needs no role: the greeting, an invitation, topics of commands."""

from typing import assert_never

from bot.screens import answers, desk, office, papers, privacy
from bot.screens.delegation import last_day
from bot.screens.parts import (
    GAP,
    LONGEST_OFFICE,
    Card,
    Part,
    Row,
    abbreviated,
    button,
    named,
    numbered,
    office_name,
)
from bot.screens.view import Button, View
from bot.words import LANGUAGES, Html, Words, cleaned
from conversations.access import OFFICE_ROLES, Grant, Invitation, Role
from conversations.events import Action
from conversations.places import ConfirmingInvitation
from conversations.quick_questions import Question
from conversations.retention import PRACTICE
from conversations.talk import ConfirmingErasure, Overlay, Topic

_INFO_POINTS = 8


def stranger(view: View, words: Words) -> Card:
    """What somebody without a role sees: nothing about any office."""
    parts: list[Part] = [words("greeting"), words("funding"), GAP, words("greeting-stranger")]
    contact = view.settings.get("contact")
    if contact:
        parts.append(words("greeting-contact", contact=contact))
    return Card(tuple(parts), _stranger_rows(words))


def _stranger_rows(words: Words) -> tuple[Row, ...]:
    topics = (("help", Topic.HELP), ("privacy", Topic.PRIVACY), ("language", Topic.LANGUAGE))
    return tuple((button(words, key, Action.TOPIC, topic),) for key, topic in topics)


def invitation(view: View, words: Words) -> Card:
    """The card of `ConfirmingInvitation`: what is offered, the notice in short, yes or no."""
    offered, place = view.invitation, view.talk.place
    opened = str(place.invitation_id) if isinstance(place, ConfirmingInvitation) else ""
    decline = button(words, "decline-invitation", Action.DECLINE_INVITATION, opened)
    if offered is None:
        return Card((words("invitation-gone"),), ((decline,),))
    short = words("privacy-short", administrator=privacy.administrator(view, words))
    parts = (
        _offer(offered, words),
        *_days(offered, words),
        GAP,
        short,
        GAP,
        words("invitation-question"),
    )
    accept = button(words, "accept-invitation", Action.ACCEPT_INVITATION, opened, "success")
    return Card(parts, ((accept,), (decline,)))


def _offer(offered: Invitation, words: Words) -> Html:
    match offered.role:
        case Role.HEAD | Role.SECRETARY:
            return words(
                "invitation-office",
                office=cleaned(offered.office_name or "–", LONGEST_OFFICE),
                role=words(f"role-{offered.role}"),
            )
        case Role.ADVISOR:
            return words("invitation-advisor", advisor=cleaned(offered.advisor or "–", 60))
        case Role.COORDINATOR:
            return words("invitation-coordinator")
        case _:
            assert_never(offered.role)


def _days(offered: Invitation, words: Words) -> list[Html]:
    """On which days a substitute decides."""
    since, until = offered.valid_from, offered.valid_until
    if since is None or until is None:
        return []
    last = words.date(last_day(until))
    return [words("invitation-days", since=words.date(since), until=last)]


def topic(shown: Overlay, view: View, words: Words) -> Card:
    """A topic or an answer over the place, with the way back to work."""
    if isinstance(shown, Question):
        card = answers.answer(shown, view, words) if view.talk.grant else stranger(view, words)
    elif isinstance(shown, ConfirmingErasure):
        card = privacy.erasing(shown, view, words)
    else:
        card = _topic(shown, view, words)
    if view.talk.grant is None and shown is Topic.GREETING:
        return card
    back_to_work = button(words, "back-to-work", Action.BACK)
    return Card(card.parts, (*card.rows, (back_to_work,)))


def _topic(shown: Topic, view: View, words: Words) -> Card:
    match shown:
        case Topic.GREETING:
            if view.talk.grant is None:
                return stranger(view, words)
            return Card((words("greeting"), words("funding")))
        case Topic.HELP:
            return _help(view, words)
        case Topic.STATUS:
            return _status(view, words)
        case Topic.PRIVACY:
            return privacy.notice(view, words)
        case Topic.MY_DATA:
            return privacy.my_data(view, words)
        case Topic.INFO:
            points = (words(f"info-{number}") for number in range(1, _INFO_POINTS + 1))
            return Card((words("info-title"), GAP, *points))
        case Topic.DEADLINE:
            return Card((office.deadline_answer(view, words),))
        case Topic.ADVISOR:
            return Card((_advisor(view, words),))
        case Topic.LANGUAGE:
            spoken = tuple(
                named(Words(language).plain("language"), Action.LANGUAGE, language)
                for language in LANGUAGES
            )
            return Card((words("language-ask"),), (spoken,))
        case Topic.ROLES:
            return _roles(view, words)
        case Topic.DOCUMENTS | Topic.EXPORT if view.talk.grant is None:
            return stranger(view, words)
        case Topic.DOCUMENTS:
            return papers.documents(view, words)
        case Topic.EXPORT:
            return papers.export(view, words)
        case _:
            assert_never(shown)


def _help(view: View, words: Words) -> Card:
    grant = view.talk.grant
    if grant is None:
        parts = [words("help"), words("help-stranger"), words("help-commands-stranger")]
    else:
        parts = [words("help"), words(f"help-{grant.role}"), GAP, words("help-commands")]
        if grant.role in OFFICE_ROLES:
            parts.append(words("help-commands-office"))
            parts.append(words("help-practice", days=PRACTICE.days))
        elif grant.role is Role.COORDINATOR:
            parts.append(words("help-commands-coordinator"))
    contact = view.settings.get("contact")
    if contact:
        parts.append(words("greeting-contact", contact=contact))
    return Card(tuple(parts), ((button(words, "info", Action.TOPIC, Topic.INFO),),))


def _status(view: View, words: Words) -> Card:
    grant = view.talk.grant
    if grant is None:
        return stranger(view, words)
    if grant.role not in OFFICE_ROLES:
        return desk.status_card(view, grant.role, words)
    if view.submission is None:
        return Card((words("viewing-gone"),))
    return office.status_card(view, view.submission, words)


def _advisor(view: View, words: Words) -> Html:
    grant, submission = view.talk.grant, view.submission
    if grant is None or grant.role not in OFFICE_ROLES or submission is None:
        return words("advisor-desk")
    name, advisor = office_name(submission.office), submission.office.advisor
    if advisor is None:
        return words("advisor-none", office=name)
    return words("advisor-of", office=name, advisor=cleaned(advisor, 60))


# --- Roles ------------------------------------------------------------------------------------


def _roles(view: View, words: Words) -> Card:
    """One button per role; the button speaks for its own grant."""
    if not view.grants:
        return Card((words("roles-none"),))
    entries = []
    for grant in view.grants[:_MOST_ROLES]:
        entry = speaking(grant, words)
        current = view.talk.grant is not None and grant.id == view.talk.grant.id
        entries.append(words("role-entry-current", entry=entry) if current else entry)
    rows = tuple(
        (_role_button(number, grant, words),)
        for number, grant in enumerate(view.grants[:_MOST_ROLES], 1)
    )
    return Card((words("roles-ask"), *numbered(entries, words)), rows)


_MOST_ROLES = 20
"""Nobody holds so many; the card stays within its limits even so."""


def speaking(grant: Grant, words: Words) -> Html:
    """For which office and in which role a card speaks."""
    role = words(f"role-{grant.role}")
    if grant.valid_until is not None:
        role = words("role-substitute", until=words.date(last_day(grant.valid_until)))
    whom = grant.office_name or grant.advisor
    if whom is None:
        return words("speaking-as", role=role)
    if grant.practice:
        role = words("speaking-in-practice", role=role)
    return words("speaking-for", whom=cleaned(whom, 80), role=role)


def _role_button(number: int, grant: Grant, words: Words) -> Button:
    """A role under its number in the list: one person may have two in one office."""
    match grant.role:
        case Role.HEAD | Role.SECRETARY:
            label = abbreviated(grant.office_name or "–")
        case Role.ADVISOR:
            label = words.plain("role-label-advisor", advisor=grant.advisor or "–")
        case Role.COORDINATOR:
            label = words.plain("role-label-coordinator")
        case _:
            assert_never(grant.role)
    drawn = named(f"{number}. {label}", Action.SWITCH, "")
    return Button(drawn.text, drawn.action, grant=grant.id)
