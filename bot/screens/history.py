"""The history of an office in words: who in which role, what, when; names of nobody listed.

The people of an approved version, and what it changed, stand on its own card.
"""

from bot.screens.parts import GAP, Card, Part, Row, back, named, office_name, paged, pager
from bot.screens.team import change_parts, team_parts
from bot.screens.view import Button, Past, View
from bot.words import Html, Words
from conversations.access import Role
from conversations.events import Action
from conversations.journal import Approved, Entry, Version, What
from conversations.submission import Office
from conversations.talk import ViewingHistory

_ON_A_PAGE = 12
_MOST_VERSIONS = 8


def history(view: View, place: ViewingHistory, words: Words) -> Card:
    """The card of `ViewingHistory`."""
    submission, past = view.submission, view.past
    if submission is None or past is None:
        return Card((words("viewing-gone"),), (back(words),))
    title = words("history", office=office_name(submission.office))
    if place.version is not None and past.version is not None:
        return Card((title, *_version(past.version, submission.office, words)), (back(words),))
    return _listed(title, past, place, words)


def _listed(title: Html, past: Past, place: ViewingHistory, words: Words) -> Card:
    if not past.entries:
        return Card((title, words("history-empty")), (back(words),))
    here, pages, indices = paged(len(past.entries), place.page, _ON_A_PAGE)
    parts: list[Part] = [title, *(entry_line(past.entries[at], words) for at in indices)]
    if pages > 1:
        parts += [GAP, words("page", page=here + 1, pages=pages)]
    rows: list[Row] = []
    if past.approved:
        parts += [GAP, words("history-versions")]
        rows = [(_version_button(each, words),) for each in past.approved[:_MOST_VERSIONS]]
    return Card(tuple(parts), (*rows, *pager(words, here, pages), back(words)))


def _version_button(approved: Approved, words: Words) -> Button:
    date = words.date(approved.at)
    label = words.plain("history-version-short", version=approved.version, date=date)
    return named(label, Action.HISTORY_VERSION, str(approved.version))


def entry_line(entry: Entry, words: Words) -> Html:
    """„24 listopada 2026 r., godz. 9:00 – koordynator projektu: zamknięto listę (wersja 7)”."""
    who = words(f"role-{entry.role}") if entry.role else words("history-program")
    return words(
        "history-line",
        at=words.moment(entry.at),
        who=who,
        what=_what(entry, words),
        version=entry.version,
    )


def _what(entry: Entry, words: Words) -> Html:
    detail: str | Html = entry.detail
    if entry.what in {What.INVITED, What.JOINED, What.REVOKED, What.HANDED_OVER} or (
        entry.what is What.INVITATION_REVOKED
    ):
        detail = words(f"role-{Role(entry.detail)}") if entry.detail in set(Role) else "–"
    return words(f"journal-{entry.what}", detail=detail or "–", times=entry.times)


def _version(version: Version, office: Office, words: Words) -> list[Part]:
    """One approved version: when, what it changed against the one before, who is in it."""
    approved = version.approved
    when = words.moment(approved.at)
    parts: list[Part] = [words("history-version", version=approved.version, at=when)]
    if version.before is not None:
        parts += change_parts(version.before, version.team, words)
    return [*parts, GAP, *team_parts(version.team, office, words)]
