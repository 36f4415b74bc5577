"""The history of an office in words: who in which role, what, when; names of nobody listed.

The people of an approved version, and what it changed, stand on its own card.
"""

from bot.screens.parts import GAP, Card, Part, Row, back, bullets, named, office_name, paged, pager
from bot.screens.team import change_parts, team_parts
from bot.screens.view import Button, Past, View
from bot.words import Html, Words
from conversations.access import Role
from conversations.events import Action
from conversations.journal import Entry, What
from conversations.papers import Paper, Version
from conversations.places.office import ViewingHistory
from conversations.submission import Office
from conversations.team import Team

_ON_A_PAGE = 12
_MOST_VERSIONS = 8


def history(view: View, place: ViewingHistory, words: Words) -> Card:
    """The card of `ViewingHistory`."""
    submission, past = view.submission, view.past
    if submission is None or past is None:
        return Card((words("viewing-gone"),), (back(words),))
    title = words("history", office=office_name(submission.office))
    at = next((at for at, each in enumerate(past.versions) if each.number == place.version), None)
    if at is not None:
        before = past.versions[at - 1].approval.team if at else None
        told = _version(past.versions[at], before, submission.office, words)
        return Card((title, *told), (back(words),))
    return _listed(title, past, place, words)


def _listed(title: Html, past: Past, place: ViewingHistory, words: Words) -> Card:
    if not past.entries:
        return Card((title, words("history-empty")), (back(words),))
    here, pages, indices = paged(len(past.entries), place.page, _ON_A_PAGE)
    parts: list[Part] = [
        title,
        *bullets((entry_line(past.entries[at], words) for at in indices), words),
    ]
    if pages > 1:
        parts += [GAP, words("page", page=here + 1, pages=pages)]
    rows: list[Row] = []
    if past.versions:
        parts += [GAP, words("history-versions")]
        newest = past.versions[::-1][:_MOST_VERSIONS]
        rows = [(_version_button(each, words),) for each in newest]
    return Card(tuple(parts), (*rows, *pager(words, here, pages), back(words)))


def _version_button(version: Version, words: Words) -> Button:
    date = words.date(version.approval.at)
    label = words.plain("history-version-short", version=version.number, date=date)
    return named(label, Action.HISTORY_VERSION, str(version.number))


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
    if entry.what is What.DOCUMENT and entry.detail in set(Paper):
        detail = words(f"paper-{entry.detail}")
    said = entry.what.replace(" ", "-")
    return words(f"journal-{said}", detail=detail or "–", times=entry.times)


def _version(version: Version, before: Team | None, office: Office, words: Words) -> list[Part]:
    """One approved version: when, what it changed against the one before, who is in it."""
    team, when = version.approval.team, words.moment(version.approval.at)
    parts: list[Part] = [words("history-version", version=version.number, at=when)]
    if before is not None:
        parts += change_parts(before, team, words)
    return [*parts, GAP, *team_parts(team, office, words)]
