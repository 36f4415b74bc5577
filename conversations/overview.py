"""What a desk's card shows of many offices: how they stand in all, and the few that it lists.

`wanted` says what a talk's card lists; `storage.desks` finds it among a hundred thousand offices,
and `look` finds the same among a few that are at hand. A list is in the order of the desk: those
that wait for most first, then by name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from conversations import quick_questions
from conversations.collation import polish_key
from conversations.limits import Block
from conversations.office_names import Outcome
from conversations.office_search import look_up, namesakes, voivodeships
from conversations.places import Home
from conversations.places.office import ViewingOffice
from conversations.quick_questions import Question
from conversations.status import Totals, totals
from conversations.submission import (
    COMPLETE,
    Missing,
    Office,
    Request,
    Stage,
    Status,
    Submission,
    missing,
    status,
)
from conversations.talk import Talk, Topic

PAGE: Final = 8
"""More choices than this are paged (product.md "How the chat behaves")."""
LONGEST_LIST: Final = 60
"""Offices of an answer: more lines than these do not fit into a message."""

WAITING: Final = (
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
"""What an Advisor looks at first: what blocks an office most."""

MOST_SHARES: Final = 20
"""Advisors of whom a share is told: more of them is what their own cards are for."""

UNSENT: Final = frozenset({Stage.EMPTY, Stage.DRAFTING, Stage.RETURNED})


class Which(StrEnum):
    """Which offices of a desk a card lists."""

    NONE = "none"
    ALL = "all"
    UNSENT = "unsent"
    WITHOUT_PLENIPOTENTIARY = "without-plenipotentiary"
    LACKING = "lacking"
    FREE_SEATS = "free-seats"
    NAMED = "named"
    REGION = "region"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A part of a list: which offices, by typed words or an id, and which page of what size."""

    which: Which
    text: str = ""
    office_id: int = 0
    page: int = 0
    size: int = LONGEST_LIST


@dataclass(frozen=True, slots=True)
class Share:
    """How many offices of one voivodeship or Advisor ("": none) there are, and are complete."""

    name: str
    complete: int
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """How the offices of a desk stand. Those for practice are none of them.

    Of the `advisors` the first are told, and how many more there are. `requests` wait for the
    coordinator; `left_out` are named by no table any more.
    """

    totals: Totals
    count: int = 0
    complete: int = 0
    voivodeships: tuple[Share, ...] = ()
    advisors: tuple[Share, ...] = ()
    advisors_beyond: int = 0
    requests: tuple[tuple[Office, Request], ...] = ()
    left_out: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The part of a list that is shown: `first` is the place of the first one in it, from 0.

    `outcome` is how typed words were understood; `alike` the names that several offices bear.
    """

    submissions: tuple[Submission, ...] = ()
    count: int = 0
    first: int = 0
    outcome: Outcome = Outcome.SEVERAL
    alike: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Desk:
    """What a card of many offices is drawn from. `region` sums up the voivodeship asked about;
    `only` is the one office of a desk that has no more.
    """

    overview: Overview
    found: Found = field(default_factory=Found)
    region: Overview | None = None
    only: Submission | None = None


def wanted(talk: Talk) -> Wanted | None:
    """What the card of a talk lists; None where it lists no offices."""
    topic, place = talk.topic, talk.place
    if isinstance(topic, Question):
        return _of_question(topic, talk)
    if topic is Topic.EXPORT or (topic is Topic.STATUS and not isinstance(place, Home)):
        return Wanted(Which.ALL, size=PAGE)
    if topic in {None, Topic.STATUS} and isinstance(place, Home):
        which = Which.NAMED if place.query else Which.ALL
        return Wanted(which, place.query, page=place.page, size=PAGE)
    return None


_LISTS: Final[Mapping[quick_questions.Topic, Wanted]] = {
    quick_questions.Topic.EDITORS_IN_ALL: Wanted(Which.NONE),
    quick_questions.Topic.NOT_SENT: Wanted(Which.UNSENT),
    quick_questions.Topic.WITHOUT_PLENIPOTENTIARY: Wanted(Which.WITHOUT_PLENIPOTENTIARY),
    quick_questions.Topic.OVERDUE: Wanted(Which.LACKING),
    quick_questions.Topic.OFFICES: Wanted(Which.ALL),
    quick_questions.Topic.REMIND: Wanted(Which.LACKING),
}
_OF_ONE: Final[Mapping[quick_questions.Topic, Wanted]] = {
    quick_questions.Topic.STATUS: Wanted(Which.ALL, size=PAGE),
    quick_questions.Topic.MISSING: Wanted(Which.LACKING),
    quick_questions.Topic.HOW_MANY: Wanted(Which.NONE),
    quick_questions.Topic.FREE_SEATS: Wanted(Which.FREE_SEATS),
    quick_questions.Topic.HEAD: Wanted(Which.NONE),
    quick_questions.Topic.PLENIPOTENTIARY: Wanted(Which.ALL, size=PAGE),
    quick_questions.Topic.TEAM: Wanted(Which.ALL, size=PAGE),
    quick_questions.Topic.LIMIT: Wanted(Which.ALL, size=PAGE),
    quick_questions.Topic.ADVISOR: Wanted(Which.ALL, size=PAGE),
}
"""Questions about one office, and what is listed where none was named."""


def _of_question(question: Question, talk: Talk) -> Wanted | None:
    topic = question.topic
    if topic is quick_questions.Topic.VOIVODESHIP:
        return Wanted(Which.REGION, question.about)
    if topic in _LISTS:
        return _LISTS[topic]
    if topic not in _OF_ONE:
        return None
    if question.office_id is not None:
        return Wanted(Which.CHOSEN, office_id=question.office_id)
    if question.about:
        return Wanted(Which.NAMED, question.about, size=PAGE)
    if isinstance(talk.place, ViewingOffice) and topic is not quick_questions.Topic.STATUS:
        return Wanted(Which.CHOSEN, office_id=talk.place.office_id)
    return _OF_ONE[topic]


# --- Among offices that are at hand -----------------------------------------------------------


def free(submission: Submission) -> bool:
    """Whether a block of this office has seats left."""
    team, office = submission.counted, submission.office
    taken = ((Block.STEERING, len(team.steering)), (Block.EDITORIAL, len(team.editorial)))
    return any(office.seats(block) > count for block, count in taken)


def unsent(submission: Submission) -> bool:
    """Whether an office has a submission still to send."""
    return submission.stage in UNSENT and status(submission) not in COMPLETE


_HOLDS: Final[Mapping[Which, Callable[[Submission], bool]]] = {
    Which.UNSENT: unsent,
    Which.WITHOUT_PLENIPOTENTIARY: lambda each: Missing.PLENIPOTENTIARY in missing(each),
    Which.LACKING: lambda each: bool(missing(each)),
    Which.FREE_SEATS: free,
}


def look(own: Sequence[Submission], what: Wanted) -> Desk:
    """The desk of these offices, as `storage.desks` would find it."""
    real = [each for each in own if not each.office.practice]
    overview, region, outcome = summed(real), None, Outcome.SEVERAL
    alike = namesakes(each.office for each in real)
    match what.which:
        case Which.NONE:
            found: list[Submission] = []
        case Which.ALL:
            found = list(real)
        case Which.CHOSEN:
            found = [each for each in real if each.office.id == what.office_id]
        case Which.NAMED:
            matches = look_up([each.office for each in real], what.text)
            named = frozenset(matches.ids)
            found, outcome = [each for each in real if each.office.id in named], matches.outcome
        case Which.REGION:
            known = {each.office.voivodeship for each in real if each.office.voivodeship}
            here = voivodeships(known, what.text)
            there = [each for each in real if each.office.voivodeship in here]
            region = summed(there) if there else None
            found = [each for each in there if missing(each)]
        case _:
            found = [each for each in real if _HOLDS[what.which](each)]
    only = real[0] if len(real) == 1 else None
    return Desk(overview, _part(waiting_first(found), alike, what, outcome), region, only)


def _part(
    found: Sequence[Submission], alike: frozenset[str], what: Wanted, outcome: Outcome
) -> Found:
    """The page of a whole list that is wanted, the last one where there are not so many."""
    first = first_of(len(found), what)
    shown = tuple(found[first : first + what.size])
    return Found(shown, len(found), first, outcome, alike)


def first_of(count: int, what: Wanted) -> int:
    """Where the wanted page of a list of so many begins."""
    pages = max(1, -(-count // what.size))
    return min(max(what.page, 0), pages - 1) * what.size


def waiting_first(offices: Iterable[Submission]) -> list[Submission]:
    """Offices in the order of the desk: those that wait for most first, then by name."""
    return sorted(
        offices, key=lambda e: (WAITING.index(status(e)), polish_key(e.office.name), e.office.id)
    )


def summed(own: Iterable[Submission]) -> Overview:
    """How these offices stand."""
    real = [each for each in own if not each.office.practice]
    advisors = _shares(real, lambda office: office.advisor)
    return Overview(
        totals=totals(real),
        count=len(real),
        complete=sum(status(each) in COMPLETE for each in real),
        voivodeships=_shares(real, lambda office: office.voivodeship),
        advisors=advisors[:MOST_SHARES],
        advisors_beyond=len(advisors[MOST_SHARES:]),
        requests=tuple((each.office, each.request) for each in real if each.request),
        left_out=tuple(each.office for each in real if each.office.gone),
    )


def _shares(real: Iterable[Submission], of: Callable[[Office], str | None]) -> tuple[Share, ...]:
    counts, complete = Counter[str](), Counter[str]()
    for each in real:
        kind = of(each.office) or ""
        counts[kind] += 1
        complete[kind] += status(each) in COMPLETE
    return tuple(
        Share(kind, complete[kind], counts[kind]) for kind in sorted(counts, key=polish_key)
    )
