"""The desks of the Advisor and the coordinator: all offices, one office, invitations."""

from collections.abc import Callable, Iterable, Sequence

from bot.screens.office import (
    deadline_line,
    home_row,
    office_parts,
    settled_lines,
    stands,
    status_name,
    unfit_lines,
)
from bot.screens.parts import (
    GAP,
    Card,
    Listing,
    Part,
    Row,
    abbreviated,
    back,
    bullets,
    button,
    named,
    numbered,
    office_name,
    paged,
    pager,
    polish_order,
)
from bot.screens.team import difference_parts, team_parts
from bot.screens.view import Invitee, View
from bot.words import Html, Words, cleaned, joined
from conversations.access import Role
from conversations.events import Action
from conversations.limits import Block
from conversations.status import totals
from conversations.submission import (
    COMPLETE,
    Decider,
    Request,
    Stage,
    Status,
    Submission,
    missing,
    status,
)
from conversations.talk import Home, Inviting
from conversations.team import Rule
from conversations.vocabulary import fold

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

_ENDING = 3
"""Letters by which a place name in another case may differ: Rejowcu, Rejowiec (domain.md §3.10)."""


def home(view: View, role: Role, place: Home, words: Words) -> Card:
    """The first card of a desk: how things stand, and every office a tap away."""
    coordinator = role is Role.COORDINATOR
    last = _last_rows(view, words, coordinator=coordinator)
    if not view.desk:
        empty = "desk-empty-coordinator" if coordinator else "desk-empty-advisor"
        return Card((_title(view, words, coordinator=coordinator), words(empty)), last)
    found = _found(view.desk, place.query)
    if not found:
        parts = (words("desk-not-found", query=cleaned(place.query, 60)),)
        return Card(parts, ((button(words, "all-offices", Action.OPEN),), *last))
    overview = [] if place.query else _overview(view, words, coordinator=coordinator)
    here, pages, indices = paged(len(found), place.page)
    shown = [found[at] for at in indices]
    entries = (_office_line(submission, words) for submission in shown)
    lines = Listing(numbered(entries, words, indices.start + 1), "more-offices")
    parts_of: list[Part] = [_title(view, words, coordinator=coordinator), *overview, GAP]
    if place.query:
        parts_of.append(words("desk-found", query=cleaned(place.query, 60)))
    parts_of += [lines, GAP]
    if pages > 1:
        parts_of.append(words("page", page=here + 1, pages=pages))
    parts_of.append(words("desk-hint-coordinator" if coordinator else "desk-hint-advisor"))
    everything = ((button(words, "all-offices", Action.OPEN),),) if place.query else ()
    rows = (*_office_rows(shown, indices.start + 1), *pager(words, here, pages), *everything, *last)
    return Card(tuple(parts_of), rows)


def _title(view: View, words: Words, *, coordinator: bool) -> Html:
    if coordinator:
        return words("desk-coordinator")
    advisor = view.talk.grant.advisor if view.talk.grant else None
    return words("desk-advisor", advisor=cleaned(advisor or "–", 60))


def _last_rows(view: View, words: Words, *, coordinator: bool) -> tuple[Row, ...]:
    invitations = (button(words, "invitations", Action.INVITE),)
    return ((invitations,) if coordinator else ()) + (home_row(view, words),)


def _office_rows(shown: Iterable[Submission], start: int) -> list[Row]:
    """A button per office under its number in the list, since many names begin alike."""
    return [
        (named(f"{number}. {abbreviated(each.office.name)}", Action.OFFICE, str(each.office.id)),)
        for number, each in enumerate(shown, start)
    ]


def _found(desk: Sequence[Submission], query: str) -> list[Submission]:
    """The offices that a typed part of a name means, those that wait for most first."""
    wanted = [word for word in fold(query).split() if len(word) > 2] or fold(query).split()
    matching = [each for each in desk if _matches(wanted, fold(each.office.name).split())]

    def order(each: Submission) -> tuple[int, tuple[tuple[int, int], ...]]:
        return _BLOCKERS.index(status(each)), polish_order(each.office.name)

    return sorted(matching, key=order)


def _matches(wanted: Sequence[str], name: Sequence[str]) -> bool:
    """Whether each wanted word begins, or in another case is, a word of the name."""
    return all(any(_same_stem(word, part) for part in name) for word in wanted)


def _same_stem(typed: str, word: str) -> bool:
    stem = typed[: max(3, len(typed) - _ENDING)]
    return word.startswith(typed) or (
        len(typed) > _ENDING and word.startswith(stem) and abs(len(word) - len(typed)) <= _ENDING
    )


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


def _office_line(submission: Submission, words: Words) -> Html:
    """One office in a list, without the names of its people."""
    office, stands_at = office_name(submission.office), status_name(status(submission), words)
    lacking = joined((words(f"missing-{item}") for item in missing(submission)), ", ")
    if lacking:
        return words("desk-office-lacking", office=office, status=stands_at, missing=lacking)
    if submission.amending:
        return words("desk-office-amending", office=office, status=stands_at)
    return words("desk-office", office=office, status=stands_at)


def status_card(view: View, role: Role, words: Words) -> Card:
    """The answer to `/stan` at a desk: the first card, whatever place waits below."""
    on_top = isinstance(view.talk.place, Home)
    drawn = home(
        view, role, view.talk.place if isinstance(view.talk.place, Home) else Home(), words
    )
    if on_top:
        return Card(drawn.parts, drawn.rows[: -len(_last_rows(view, words, coordinator=False))])
    offices = tuple(row for row in drawn.rows if row[0].action is Action.OFFICE)
    return Card(drawn.parts, (*offices, (button(words, "all-offices", Action.OPEN),)))


# --- One office -------------------------------------------------------------------------------


def viewing(view: View, role: Role, words: Words) -> Card:
    """The card of `ViewingOffice`: everything about one office, and what this desk may decide."""
    submission = view.submission
    if submission is None:
        return Card((words("viewing-gone"),), (back(words),))
    office = submission.office
    head = "viewing-head-joined" if office.head_registered else "viewing-head-absent"
    parts: list[Part] = [
        *office_parts(office, words),
        words(head),
        *([words("viewing-left-out")] if office.gone else []),
        GAP,
        *stands(view, submission, words),
    ]
    if submission.request is not None and not office.closed:
        parts += [GAP, _request(submission.request, submission, words)]
    parts += [GAP, *_returned(submission, words), *_team(submission, words)]
    return Card(tuple(parts), (*_decisions(submission, role, words), back(words)))


def _returned(submission: Submission, words: Words) -> list[Part]:
    returned = submission.returned
    if submission.stage is not Stage.RETURNED or returned is None:
        return []
    if returned.by is Decider.LIMIT:
        exceeded = unfit_lines(submission.team, submission, words)
        return [words("viewing-returned-by-limit"), *exceeded, GAP]
    return [words("viewing-returned", comment=returned.comment), GAP]


def _team(submission: Submission, words: Words) -> list[Part]:
    office, approval = submission.office, submission.approval
    if approval is None:
        heading = [] if submission.stage is Stage.SUBMITTED else [words("viewing-draft")]
        return [*heading, *team_parts(submission.team, office, words)]
    parts: list[Part] = [
        words("viewing-counted"),
        *settled_lines(submission, words),
        *team_parts(approval.team, office, words),
    ]
    if submission.amending:
        parts += [GAP, words("viewing-pending"), *difference_parts(submission, words)]
    return parts


def _request(request: Request, submission: Submission, words: Words) -> Html:
    if request.rule in {Rule.R4, Rule.R6}:
        block = Block.STEERING if request.rule is Rule.R4 else Block.EDITORIAL
        limit = submission.office.limit(block)
        return words(
            f"request-{request.rule}-card",
            limit=words("request-unlimited") if limit is None else limit,
            wanted=request.wanted,
            reason=request.reason,
        )
    rule = Rule.R2A if request.rule is Rule.R2A else Rule.R2B
    return words(f"request-{rule}-card", reason=request.reason)


def _decisions(submission: Submission, role: Role, words: Words) -> list[Row]:
    office, rows = submission.office, list[Row]()
    this = str(office.id)
    if role is Role.ADVISOR:
        settled = submission.stage is Stage.SETTLED and submission.approval is not None
        if settled and submission.approval is not None and not submission.approval.accepted:
            rows.append((button(words, "accept", Action.ACCEPT, this, "success"),))
        if (settled or submission.stage is Stage.SUBMITTED) and not office.closed:
            rows.append((button(words, "return", Action.RETURN, this),))
        return rows
    if submission.request is not None:
        rows.append(
            (
                button(words, "grant", Action.GRANT, this, "success"),
                button(words, "refuse", Action.REFUSE, this, "danger"),
            )
        )
    if not office.closed:
        rows.append(
            (
                button(words, "invite-head", Action.INVITE, f"h{office.id}"),
                button(words, "invite-secretary", Action.INVITE, f"s{office.id}"),
            )
        )
    closing = ("reopen", Action.REOPEN) if office.closed else ("close", Action.CLOSE)
    return [*rows, (button(words, *closing, this),)]


# --- Invitations ------------------------------------------------------------------------------


def inviting(view: View, place: Inviting, words: Words) -> Card:
    """The card of `Inviting`: whom to make a link for."""
    wanted = fold(place.query).split()
    found = [each for each in view.invitees if _matches(wanted, fold(each.name).split())]
    parts: list[Part] = [words("inviting")]
    if not view.invitees:
        return Card((*parts, words("inviting-nobody")), (back(words),))
    if not found:
        parts.append(words("inviting-not-found", query=cleaned(place.query, 60)))
        return Card(tuple(parts), ((button(words, "invitations", Action.INVITE),), back(words)))
    here, pages, indices = paged(len(found), place.page)
    entries = (_invitee(found[at], words) for at in indices)
    parts += [
        words("inviting-ask"),
        GAP,
        Listing(numbered(entries, words, indices.start + 1), "more-rows"),
        GAP,
    ]
    if pages > 1:
        parts.append(words("page", page=here + 1, pages=pages))
    parts.append(words("inviting-hint"))
    rows = [
        (
            named(
                f"{at + 1}. {'✓ ' if found[at].joined else ''}{abbreviated(found[at].name)}",
                Action.INVITE,
                found[at].argument,
            ),
        )
        for at in indices
    ]
    return Card(tuple(parts), (*rows, *pager(words, here, pages), back(words)))


def _invitee(invitee: Invitee, words: Words) -> Html:
    key = "invitee-advisor" if invitee.argument.startswith("a") else "invitee-head"
    who = words(key, name=cleaned(invitee.name, 120))
    return words("invitee-joined", who=who) if invitee.joined else who
