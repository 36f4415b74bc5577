"""The desks of the Advisor and the coordinator: how things stand, and every office a tap away."""

from collections.abc import Callable, Iterable, Sequence

from bot.screens.office import (
    deadline_line,
    home_row,
    status_name,
)
from bot.screens.parts import (
    GAP,
    Card,
    Listing,
    Part,
    Row,
    bullets,
    button,
    numbered,
    office_among,
    office_button,
    office_name,
    paged,
    pager,
    polish_order,
    questions,
)
from bot.screens.view import View
from bot.words import Html, Words, cleaned, joined
from conversations.access import Role
from conversations.events import Action
from conversations.office_names import Outcome
from conversations.office_search import Matches, look_up, namesakes
from conversations.quick_questions import nearest
from conversations.status import totals
from conversations.submission import (
    COMPLETE,
    Request,
    Status,
    Submission,
    missing,
    status,
)
from conversations.talk import Home
from conversations.team import Rule

_BLOCKERS = (
    Status.TO_COMPLETE,
    Status.RETURNED,
    Status.NOT_STARTED,
    Status.IN_PREPARATION,
    Status.SUBMITTED_WITH_REMARK,
    Status.SUBMITTED,
    Status.APPROVED,
    Status.ACCEPTED,
    Status.CLOSED,
)
"""What an advisor looks at first: what blocks an office most."""

MOST_SHARES = 20
"""There are 16 voivodeships; a longer list than this is what `/stan` of an office is for."""


def home(view: View, role: Role, place: Home, words: Words) -> Card:
    """The first card of a desk: how things stand, and every office a tap away."""
    coordinator = role is Role.COORDINATOR
    last = _last_rows(view, words, coordinator=coordinator)
    if not view.desk:
        empty = "desk-empty-coordinator" if coordinator else "desk-empty-advisor"
        return Card((_title(view, words, coordinator=coordinator), words(empty)), last)
    matches = (
        look_up(view.desk, place.query) if place.query else Matches(Outcome.SEVERAL, view.desk)
    )
    if not matches.submissions:
        parts = (words("desk-not-found", query=cleaned(place.query, 60)),)
        meant = questions(nearest(place.query), words)
        return Card(parts, (*meant, (button(words, "all-offices", Action.OPEN),), *last))
    found, alike = waiting_first(matches.submissions), namesakes(view.desk)
    overview = [] if place.query else _overview(view, words, coordinator=coordinator)
    here, pages, indices = paged(len(found), place.page)
    shown = [found[at] for at in indices]
    entries = (office_line(submission, alike, words) for submission in shown)
    lines = Listing(numbered(entries, words, indices.start + 1), "more-offices")
    parts_of: list[Part] = [_title(view, words, coordinator=coordinator), *overview, GAP]
    if place.query:
        key = "desk-near" if matches.outcome is Outcome.NONE else "desk-found"
        parts_of.append(words(key, query=cleaned(place.query, 60)))
    parts_of += [lines, GAP]
    if pages > 1:
        parts_of.append(words("page", page=here + 1, pages=pages))
    parts_of.append(words("desk-hint-coordinator" if coordinator else "desk-hint-advisor"))
    everything = ((button(words, "all-offices", Action.OPEN),),) if place.query else ()
    rows = (
        *office_rows(shown, alike, indices.start + 1),
        *pager(words, here, pages),
        *everything,
        *last,
    )
    return Card(tuple(parts_of), rows)


def _title(view: View, words: Words, *, coordinator: bool) -> Html:
    if coordinator:
        return words("desk-coordinator")
    advisor = view.talk.grant.advisor if view.talk.grant else None
    return words("desk-advisor", advisor=cleaned(advisor or "–", 60))


def _last_rows(view: View, words: Words, *, coordinator: bool) -> tuple[Row, ...]:
    invitations = (button(words, "invitations", Action.INVITE),)
    return ((invitations,) if coordinator else ()) + (home_row(view, words),)


def office_rows(shown: Iterable[Submission], alike: frozenset[str], start: int = 1) -> list[Row]:
    """A button per office under its number in the list, since many names begin alike."""
    return [
        (office_button(f"{number}. ", each.office, alike, Action.OFFICE, str(each.office.id)),)
        for number, each in enumerate(shown, start)
    ]


def waiting_first(offices: Iterable[Submission]) -> list[Submission]:
    """Offices in the order of the desk: those that wait for most first, then by name."""

    def order(each: Submission) -> tuple[int, tuple[tuple[int, int], ...]]:
        return _BLOCKERS.index(status(each)), polish_order(each.office.name)

    return sorted(offices, key=order)


def _overview(view: View, words: Words, *, coordinator: bool) -> list[Part]:
    real = [each for each in view.desk if not each.office.practice]
    complete = sum(status(each) in COMPLETE for each in real)
    summed = totals(real)
    parts: list[Part] = []
    if coordinator:
        requests = [
            words(
                "desk-request",
                office=office_name(each.office),
                request=_short_request(each.request, words),
            )
            for each in view.desk
            if each.request is not None
        ]
        if requests:
            listed = Listing(bullets(requests, words), "more-rows")
            parts += [words("desk-requests"), listed, GAP]
        left_out = [
            words("name", name=office_name(each.office)) for each in real if each.office.gone
        ]
        if left_out:
            parts += [words("desk-left-out"), Listing(bullets(left_out, words), "more-rows"), GAP]
        if view.unknown_letters:
            parts += [words("desk-unknown-letters", count=view.unknown_letters), GAP]
    parts.append(words("desk-offices", count=len(real), complete=complete))
    due = deadline_line(view, words)
    parts += [due] if due else []
    statuses = [
        words("desk-count", what=status_name(each, words), count=count)
        for each, count in summed.by_status
    ]
    parts += [GAP, words("desk-by-status"), *bullets(statuses, words)]
    if coordinator:
        people, places = summed.people, summed.person_places
        parts += [
            GAP,
            words("desk-by-voivodeship"),
            _shares(real, lambda each: each.office.voivodeship, "desk-no-voivodeship", words),
            GAP,
            words("desk-by-advisor"),
            _shares(real, lambda each: each.office.advisor, "desk-no-advisor", words),
            words("desk-people", people=people, places=places),
        ]
    return parts


def _shares(
    desk: Sequence[Submission],
    of: Callable[[Submission], str | None],
    unknown: str,
    words: Words,
) -> Listing:
    """How many offices of each kind are complete, the kinds in the Polish order."""
    kinds = sorted({of(each) or "" for each in desk}, key=polish_order)
    lines = []
    for kind in kinds:
        group = [each for each in desk if (of(each) or "") == kind]
        complete = sum(status(each) in COMPLETE for each in group)
        what = cleaned(kind, 60) or words(unknown)
        lines.append(words("desk-share", what=what, complete=complete, count=len(group)))
    return Listing(bullets(lines, words), "more-rows", MOST_SHARES)


def _short_request(request: Request | None, words: Words) -> Html:
    if request is not None and request.rule in {Rule.R4, Rule.R6}:
        return words(f"request-short-{request.rule}", wanted=request.wanted)
    return words("request-short-other")


def office_line(submission: Submission, alike: frozenset[str], words: Words) -> Html:
    """One office in a list, without the names of its people."""
    office = office_among(submission.office, alike, words)
    stands_at = status_name(status(submission), words)
    lacking = joined((words(f"missing-{item}") for item in missing(submission)), ", ")
    if lacking:
        return words("desk-office-lacking", office=office, status=stands_at, missing=lacking)
    if submission.amending:
        return words("desk-office-amending", office=office, status=stands_at)
    return words("desk-office", office=office, status=stands_at)


def status_card(view: View, role: Role, words: Words) -> Card:
    """The answer to `/stan` at a desk: the first card, whatever place waits below."""
    reminders = _reminders(view, words)
    on_top = isinstance(view.talk.place, Home)
    drawn = home(
        view, role, view.talk.place if isinstance(view.talk.place, Home) else Home(), words
    )
    if on_top:
        return Card(
            (*drawn.parts, *reminders),
            drawn.rows[: -len(_last_rows(view, words, coordinator=False))],
        )
    offices = tuple(row for row in drawn.rows if row[0].action is Action.OFFICE)
    return Card(
        (*drawn.parts, *reminders), (*offices, (button(words, "all-offices", Action.OPEN),))
    )


def _reminders(view: View, words: Words) -> list[Part]:
    """When this desk is reminded next, and which advisors no reminder reaches."""
    known = view.upcoming
    if known is None:
        return []
    parts: list[Part] = [GAP]
    if not known.on:
        parts.append(words("reminders-are-off"))
    elif known.at is None:
        parts.append(words("reminder-none"))
    elif known.put_off is not None:
        until = words.date(known.put_off)
        parts.append(words("reminder-put-off", until=until, at=words.moment(known.at)))
    else:
        parts.append(words("reminder-next", at=words.moment(known.at)))
    if known.unreachable:
        names = [words("name", name=cleaned(each, 60)) for each in known.unreachable]
        listed = Listing(bullets(names, words), "more-rows", MOST_SHARES)
        parts += [words("desk-unreachable"), listed]
    return parts
