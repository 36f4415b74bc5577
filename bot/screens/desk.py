"""The desks of the Advisor and the coordinator: how things stand, and every office a tap away."""

from collections.abc import Iterable, Sequence
from itertools import chain, groupby

from bot.screens import papers
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
    pager,
    questions,
)
from bot.screens.standing_in import stand_in_lines
from bot.screens.team import NAMED_REQUESTS
from bot.screens.view import View
from bot.words import Html, Words, cleaned, joined
from conversations.access import Role
from conversations.desk.closing import argument_of
from conversations.events import Action
from conversations.office_names import Outcome
from conversations.overview import MOST_SHARES, PAGE, Overview, Share
from conversations.places import Home
from conversations.places.desk import ClosingLists
from conversations.quick_questions import nearest
from conversations.submission import (
    Request,
    Status,
    Submission,
    missing,
    status,
)


def home(view: View, role: Role, place: Home, words: Words) -> Card:
    """The first card of a desk: how things stand, and every office a tap away.

    Of more offices than a page holds, the buttons alone name them, and the sums are short: a list
    beside its buttons would push the sums out of a phone's sight.
    """
    coordinator = role is Role.COORDINATOR
    last = _last_rows(view, words, coordinator=coordinator)
    desk = view.desk
    if desk is None or not desk.overview.count:
        empty = "desk-empty-coordinator" if coordinator else "desk-empty-advisor"
        return Card((_title(view, words, coordinator=coordinator), words(empty)), last)
    found = desk.found
    if not found.submissions:
        parts = (words("desk-not-found", query=cleaned(place.query, 60)),)
        meant = questions(nearest(place.query), words)
        return Card(parts, (*meant, (button(words, "all-offices", Action.OPEN),), *last))
    crowded = desk.overview.count > PAGE and not place.query
    overview = (
        []
        if place.query
        else _overview(view, desk.overview, words, coordinator=coordinator, short=crowded)
    )
    here, pages = found.first // PAGE, max(1, -(-found.count // PAGE))
    entries = (office_line(each, found.alike, words) for each in found.submissions)
    lines: Part = Listing(numbered(entries, words, found.first + 1), "more-offices")
    if crowded:
        lines = _runs(found.submissions, found.first + 1, words)
    title = _title(view, words, coordinator=coordinator)
    acting = stand_in_lines(view.stand_ins, words)
    parts_of: list[Part] = [title, *acting, *overview, GAP]
    if place.query:
        key = "desk-near" if found.outcome is Outcome.NONE else "desk-found"
        parts_of.append(words(key, query=cleaned(place.query, 60)))
    parts_of.append(lines)
    if pages > 1:
        parts_of += [] if crowded else [GAP]
        parts_of.append(words("page", page=here + 1, pages=pages))
    full_hint = coordinator and not crowded
    parts_of += [GAP, words("desk-hint-coordinator" if full_hint else "desk-hint-advisor")]
    everything = ((button(words, "all-offices", Action.OPEN),),) if place.query else ()
    offices = office_rows(found.submissions, found.alike, found.first + 1)
    rows = (
        *(_in_pairs(offices) if crowded else offices),
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
    if not coordinator:
        return (home_row(view, words),)
    access = (
        button(words, "invitations", Action.INVITE),
        button(words, "access", Action.ACCESS),
    )
    everybody = (
        button(words, "announcing", Action.ANNOUNCE),
        button(words, "lists", Action.CLOSING, argument_of(ClosingLists())),
    )
    last = (button(words, "settings", Action.SETTING), *home_row(view, words))
    return (access, everybody, last)


def office_rows(shown: Iterable[Submission], alike: frozenset[str], start: int = 1) -> list[Row]:
    """A button per office under its number in the list, since many names begin alike."""
    return [
        (office_button(f"{number}. ", each.office, alike, Action.OFFICE, str(each.office.id)),)
        for number, each in enumerate(shown, start)
    ]


def _runs(shown: Sequence[Submission], start: int, words: Words) -> Html:
    """Which numbers of a page stand where: „1–5 nierozpoczęte, 6 zatwierdzone”."""
    told = []
    for stands_at, run in groupby(shown, status):
        last = start + len(tuple(run)) - 1
        numbers = str(start) if start == last else f"{start}–{last}"
        told.append(words("desk-run", numbers=numbers, status=status_name(stands_at, words)))
        start = last + 1
    return joined(told, ", ")


def _in_pairs(rows: Sequence[Row]) -> list[Row]:
    return [tuple(chain(*rows[at : at + 2])) for at in range(0, len(rows), 2)]


def _overview(
    view: View, desk: Overview, words: Words, *, coordinator: bool, short: bool = False
) -> list[Part]:
    """The sums; `short` leaves those by voivodeship and Advisor to `/stan`."""
    parts: list[Part] = []
    if coordinator:
        requests = [
            words(
                "desk-request",
                office=office_name(office),
                request=_short_request(request, words),
            )
            for office, request in desk.requests
        ]
        if requests:
            listed = Listing(bullets(requests, words), "more-rows")
            parts += [words("desk-requests"), listed, GAP]
        left_out = [words("name", name=office_name(office)) for office in desk.left_out]
        if left_out:
            parts += [words("desk-left-out"), Listing(bullets(left_out, words), "more-rows"), GAP]
        if view.unknown_letters:
            parts += [words("desk-unknown-letters", count=view.unknown_letters), GAP]
    parts.append(words("desk-offices", count=desk.count, complete=desk.complete))
    due = deadline_line(view, words)
    parts += [due] if due else []
    statuses = [
        words("desk-count", what=status_name(each, words), count=count)
        for each, count in desk.totals.by_status
    ]
    if desk.count > PAGE:
        parts.append(words("desk-by-status-short", statuses=joined(statuses, ", ")))
    else:
        parts += [GAP, words("desk-by-status"), *bullets(statuses, words)]
    if coordinator and not short:
        people, places = desk.totals.people, desk.totals.person_places
        # Of many offices each kind is one line, for a phone.
        shares = _shares_in_line if desk.count > PAGE else _shares
        parts += [
            *shares(
                words("desk-by-voivodeship"),
                _told(desk.voivodeships, "desk-no-voivodeship", words),
                words,
            ),
            *shares(
                words("desk-by-advisor"),
                _told(desk.advisors, "desk-no-advisor", words),
                words,
                beyond=desk.advisors_beyond,
            ),
            words("desk-people", people=people, places=places),
        ]
    return parts


def _shares(heading: Html, told: Sequence[Html], words: Words, beyond: int = 0) -> list[Part]:
    left = beyond + len(told[MOST_SHARES:])
    lines = bullets(told[:MOST_SHARES], words)
    return [GAP, heading, Listing(lines, "more-rows", beyond=left)]


def _shares_in_line(
    heading: Html, told: Sequence[Html], words: Words, beyond: int = 0
) -> list[Part]:
    left = beyond + len(told[PAGE:])
    more = [words("more-rows", count=left)] if left else []
    return [joined((heading, joined(told[:PAGE], ", "), *more), " ")]


def _told(shares: Iterable[Share], unknown: str, words: Words) -> list[Html]:
    """How many offices of each voivodeship or Advisor are complete."""
    return [
        words(
            "desk-share",
            what=cleaned(each.name, 60) or words(unknown),
            complete=each.complete,
            count=each.count,
        )
        for each in shares
    ]


def _short_request(request: Request, words: Words) -> Html:
    if request.rule in NAMED_REQUESTS:
        return words(f"request-short-{request.rule}", wanted=request.wanted)
    return words("request-short-other")


def office_line(submission: Submission, alike: frozenset[str], words: Words) -> Html:
    """One office in a list, without the names of its people."""
    office = office_among(submission.office, alike, words)
    stands_at = status_name(status(submission), words)
    if status(submission) is Status.NOT_STARTED:
        return words("desk-office", office=office, status=stands_at)
    lacking = joined((words(f"missing-{item}") for item in missing(submission)), ", ")
    if lacking:
        return words("desk-office-lacking", office=office, status=stands_at, missing=lacking)
    if submission.amending:
        return words("desk-office-amending", office=office, status=stands_at)
    return words("desk-office", office=office, status=stands_at)


def status_card(view: View, role: Role, words: Words) -> Card:
    """The answer to `/stan` at a desk: the first card, whatever place waits below.

    A coordinator of many offices is told the sums alone: one page of offices, and its buttons,
    would push them out of a phone's sight.
    """
    reminders = _reminders(view, words)
    if role is Role.COORDINATOR and view.desk and view.desk.overview.count > PAGE:
        overview = _overview(view, view.desk.overview, words, coordinator=True)
        return Card(
            # Without the gap before the reminders: a phone has no line to spare.
            (_title(view, words, coordinator=True), *overview, *reminders[1:]),
            (*papers.on_status(role, words), (button(words, "all-offices", Action.OPEN),)),
        )
    on_top = isinstance(view.talk.place, Home)
    drawn = home(
        view, role, view.talk.place if isinstance(view.talk.place, Home) else Home(), words
    )
    documents = papers.on_status(role, words) if view.desk else ()
    if on_top:
        rows = drawn.rows[: -len(_last_rows(view, words, coordinator=False))]
        return Card((*drawn.parts, *reminders), (*rows, *documents))
    offices = tuple(row for row in drawn.rows if row[0].action is Action.OFFICE)
    return Card(
        (*drawn.parts, *reminders),
        (*offices, *documents, (button(words, "all-offices", Action.OPEN),)),
    )


def _reminders(view: View, words: Words) -> list[Part]:
    """When this desk is reminded next, and which advisors no reminder reaches."""
    known = view.upcoming
    if known is None:
        return []
    coordinator = view.talk.grant is not None and view.talk.grant.role is Role.COORDINATOR
    parts: list[Part] = [GAP]
    if known.on and known.advisors is not None:
        # Advisors are reminded long before the coordinator is told of who is late.
        parts.append(words("reminder-next-advisors", at=words.moment(known.advisors)))
    if not known.on:
        parts.append(words("reminders-are-off"))
    elif known.at is None:
        parts += [] if len(parts) > 1 else [words("reminder-none")]
    elif known.put_off is not None:
        until = words.date(known.put_off)
        parts.append(words("reminder-put-off", until=until, at=words.moment(known.at)))
        if known.reason:
            parts.append(words("putting-off-reason", reason=known.reason))
    else:
        key = "reminder-next-coordinator" if coordinator else "reminder-next"
        parts.append(words(key, at=words.moment(known.at)))
    if known.others:
        put_off = (
            words(
                "reminder-put-off-by" if reason else "reminder-put-off-by-unexplained",
                advisor=cleaned(advisor, 60),
                until=words.date(until_then),
                reason=reason or "–",
            )
            for advisor, until_then, reason in known.others
        )
        parts.append(Listing(bullets(put_off, words), "more-rows", MOST_SHARES))
    if known.unreachable:
        names = joined((words("name", name=cleaned(each, 60)) for each in known.unreachable), ", ")
        parts.append(words("desk-unreachable", names=names, more=known.unreachable_beyond))
    return parts
