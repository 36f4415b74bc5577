"""Personal data: the notice, what is held about whoever asks, and cards that ask before erasing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, assert_never

from bot.screens.parts import (
    GAP,
    LONGEST_NAME,
    LONGEST_OFFICE,
    Card,
    Listing,
    Part,
    Row,
    bullets,
    button,
    member_line,
    name_of,
    named,
    numbered,
    office_name,
    paged,
    pager,
)
from bot.screens.view import Button, View
from bot.words import Html, Words, cleaned
from conversations.events import Action
from conversations.privacy import argument_of, is_erased
from conversations.settings import Key, Programme
from conversations.submission import Stage, Submission
from conversations.talk import ConfirmingErasure, Erasable, Topic
from conversations.team import Member

_POINTS = 8
_MOST_ROLES = 10


def administrator(view: View, words: Words) -> str:
    """The controller as the coordinator has set it."""
    return view.settings.get("administrator") or words("privacy-administrator-unset")


def notice(view: View, words: Words) -> Card:
    """The notice of art. 13, and the way to one's own data (domain.md §4.7)."""
    kept = Programme.of(view.settings).kept
    values: dict[str, str | int] = {
        "administrator": administrator(view, words),
        "inspector": view.settings.get(Key.INSPECTOR) or "",
        **{
            key: view.settings.get(key) or words(f"privacy-{key}-unset")
            for key in (Key.CONTACT, Key.PROJECT, Key.LEGAL_BASIS, Key.RECIPIENTS, Key.RETENTION)
        },
        "drafts": kept.drafts.days,
        "lists": kept.lists.days,
    }
    points = [words(f"privacy-{number}", **values) for number in range(1, _POINTS + 1)]
    if values["inspector"]:
        points.insert(1, words("privacy-inspector", **values))
    rows = (
        (button(words, "my-data", Action.TOPIC, Topic.MY_DATA),),
        (erase_button(words, "erase-me", ConfirmingErasure(Erasable.ACCOUNT)),),
    )
    return Card((words("privacy-title"), *points, words("privacy-ways")), rows)


def erase_button(words: Words, key: str, wanted: ConfirmingErasure) -> Button:
    """A button to a card that asks before erasing."""
    return button(words, key, Action.ERASE, argument_of(wanted))


# --- What is held -----------------------------------------------------------------------------


def my_data(view: View, words: Words) -> Card:
    """Everything that is held about the person, in short; the file has it in full."""
    held: Mapping[str, Any] = view.personal or {}
    roles = [_role(each, words) for each in held.get("roles", ())]
    listed = [_listed(each, words) for each in held.get("listed", ())]
    parts: list[Part] = [
        words("my-data"),
        words("my-data-account", account=str(held.get("account", view.talk.person_id))),
    ]
    if roles:
        parts += [words("my-data-roles"), Listing(bullets(roles, words), "more-rows", _MOST_ROLES)]
    if listed:
        parts += [words("my-data-listed"), Listing(bullets(listed, words), "more-rows")]
    counts = {
        key: len(held.get(key, ()))
        for key in ("letters", "files", "tables", "invitations", "actions")
    }
    parts += [words("my-data-rest", **counts), GAP, words("my-data-file")]
    return Card(
        tuple(parts), ((erase_button(words, "erase-me", ConfirmingErasure(Erasable.ACCOUNT)),),)
    )


def _role(role: Mapping[str, Any], words: Words) -> Html:
    until = role.get("until")
    return words(
        "my-data-role-past" if until else "my-data-role",
        role=words(f"role-{role['role']}"),
        whom=cleaned(role.get("office") or role.get("advisor") or "–", LONGEST_OFFICE),
        name=cleaned(role.get("name") or "–", LONGEST_NAME),
        since=words.date(datetime.fromisoformat(role["since"])),
        until=words.date(datetime.fromisoformat(until)) if until else "–",
    )


def _listed(entry: Mapping[str, Any], words: Words) -> Html:
    name = " ".join(filter(None, (entry.get("title"), entry["given"], entry["surname"])))
    contacts = " ".join(filter(None, (entry.get("email"), entry.get("phone"))))
    return words(
        "my-data-entry",
        office=cleaned(entry.get("office") or "–", LONGEST_OFFICE),
        version="draft" if entry.get("version") is None else str(entry["version"]),
        name=cleaned(name, LONGEST_NAME),
        position=cleaned(entry.get("position") or "–", LONGEST_NAME),
        contacts=cleaned(contacts or "–", LONGEST_OFFICE),
    )


# --- Erasing ----------------------------------------------------------------------------------


def erasing(shown: ConfirmingErasure, view: View, words: Words) -> Card:
    """What would be erased, and the button that leads on; the second card says that it is final."""
    if shown.what is Erasable.ACCOUNT:
        return _asked(shown, words("erase-account"), words)
    submission = view.submission
    if submission is None or submission.office.id != shown.office_id:
        return Card((words("viewing-gone"),))
    office = office_name(submission.office)
    match shown.what:
        case Erasable.PERSON if not shown.member_id:
            return _whom(shown, submission, words)
        case Erasable.PERSON:
            member = _member(submission, shown.member_id)
            if member is None:
                return Card((words("erase-nobody", office=office),))
            person = name_of(member.person)
            return _asked(shown, words("erase-person", office=office, person=person), words)
        case Erasable.DRAFT:
            people = len(submission.team.members)
            kept = "no" if submission.approval is None else "yes"
            return _asked(
                shown, words("erase-draft", office=office, count=people, kept=kept), words
            )
        case Erasable.OFFICE:
            people = len(_everybody(submission))
            return _asked(shown, words("erase-office", office=office, count=people), words)
        case _:
            assert_never(shown.what)


def _asked(shown: ConfirmingErasure, text: Html, words: Words) -> Card:
    argument = argument_of(shown)
    if shown.surely:
        surely = button(words, "erase-surely", Action.ERASE_SURELY, argument, "danger")
        return Card((text, GAP, words("erase-surely")), ((surely,),))
    return Card((text,), ((button(words, "erase-on", Action.ERASE_ON, argument),),))


def _whom(shown: ConfirmingErasure, submission: Submission, words: Words) -> Card:
    """Whom to erase, a button each, and what else of this office may be erased."""
    office, people = submission.office, _everybody(submission)
    here, pages, indices = paged(len(people), shown.page)
    members = [people[at] for at in indices]
    lines = numbered((member_line(each, words) for each in members), words, indices.start + 1)
    rows: list[Row] = [
        (
            named(
                f"{number}. {each.person.full_name}",
                Action.ERASE,
                argument_of(ConfirmingErasure(Erasable.PERSON, office.id, each.id)),
            ),
        )
        for number, each in enumerate(members, indices.start + 1)
    ]
    rows += pager(words, here, pages)
    if submission.stage not in {Stage.EMPTY, Stage.SETTLED}:
        draft = ConfirmingErasure(Erasable.DRAFT, office.id)
        rows.append((erase_button(words, "erase-draft", draft),))
    if people:
        everything = ConfirmingErasure(Erasable.OFFICE, office.id)
        rows.append((erase_button(words, "erase-office", everything),))
    key = "erase-whom" if people else "erase-nobody"
    return Card((words(key, office=office_name(office)), Listing(lines)), tuple(rows))


def _everybody(submission: Submission) -> list[Member]:
    """Everybody of the working copy, then those who are only in the approved version."""
    people = {each.id: each for each in submission.team.members}
    if submission.approval is not None:
        people = {**{each.id: each for each in submission.approval.team.members}, **people}
    return [people[each] for each in sorted(people) if not is_erased(people[each].person)]


def _member(submission: Submission, member_id: int) -> Member | None:
    return next((each for each in _everybody(submission) if each.id == member_id), None)
