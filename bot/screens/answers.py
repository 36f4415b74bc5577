"""Answers to questions in words (domain.md §3.9), drawn from what the asker may see.

An office that is not the asker's is answered like one that does not exist: the search knows only
their own, so nothing is told, not even a count.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import assert_never

from bot.screens import desk
from bot.screens.office import (
    block_line,
    days_to,
    deadline,
    deadline_answer,
    deadline_line,
    items,
    stands,
)
from bot.screens.parts import (
    GAP,
    PAGE,
    Card,
    Listing,
    Part,
    Row,
    button,
    numbered,
    office_among,
    office_button,
    person_line,
    size_line,
    source,
)
from bot.screens.team import difference_parts, team_parts
from bot.screens.view import View
from bot.words import Html, Words, cleaned, joined
from conversations.access import OFFICE_ROLES
from conversations.events import Action
from conversations.limits import Block
from conversations.office_names import Outcome
from conversations.office_search import in_voivodeship, look_up, namesakes
from conversations.quick_questions import Question, Topic, argument_of
from conversations.status import totals
from conversations.submission import (
    COMPLETE,
    Missing,
    Stage,
    Submission,
    missing,
    status,
)
from conversations.talk import ViewingOffice

_RULES = frozenset(
    {
        Topic.RULE_TRAINING,
        Topic.RULE_EDITORS,
        Topic.RULE_HEAD,
        Topic.RULE_MANAGEMENT,
        Topic.RULE_SIZE,
        Topic.RULE_HEAD_IN_GROUP,
    }
)
_UNSENT = frozenset({Stage.EMPTY, Stage.DRAFTING, Stage.RETURNED})


def answer(question: Question, view: View, words: Words) -> Card:
    """The answer to a question of somebody with a role, in one message."""
    topic = question.topic
    if topic in _RULES:
        point = (button(words, "info", Action.TOPIC, "info"),)
        return Card((words(f"answer-{topic}"),), (point,))
    match topic:
        case Topic.DEADLINE:
            return Card((deadline_answer(view, words),))
        case Topic.TRAINING:
            return Card((words("answer-training"),))
        case Topic.REPLACE:
            return _replace(view, words)
        case Topic.VOIVODESHIP:
            return _voivodeship(question, view, words)
        case Topic.EDITORS_IN_ALL:
            summed = totals(_own(view))
            count, people = summed.editorial, summed.people
            return Card((words("answer-editors-in-all", count=count, people=people),))
        case _ if topic in _MANY:
            return _MANY[topic](view, words)
        case _:
            return _of_office(question, view, words)


def _own(view: View) -> tuple[Submission, ...]:
    """Every office that the asker may hear of."""
    grant = view.talk.grant
    if grant is None:
        return ()
    if grant.role in OFFICE_ROLES:
        return (view.submission,) if view.submission is not None else ()
    return view.desk


def _at_desk(view: View) -> bool:
    return view.talk.grant is not None and view.talk.grant.role not in OFFICE_ROLES


# --- Several offices --------------------------------------------------------------------------


def _listed(key: str, found: Iterable[Submission], view: View, words: Words) -> Card:
    """A sentence with the number of offices, the offices by what blocks them, a way into each."""
    every, alike = desk.waiting_first(found), namesakes(_own(view))
    lines = numbered((desk.office_line(each, alike, words) for each in every), words)
    parts: tuple[Part, ...] = (words(key, count=len(every)), Listing(lines, "more-offices"))
    rows = desk.office_rows(every[:PAGE], alike) if _at_desk(view) else ()
    return Card(parts, tuple(rows))


def _real(view: View) -> list[Submission]:
    """The offices that count, without those for practice."""
    return [each for each in _own(view) if not each.office.practice]


def _not_sent(view: View, words: Words) -> Card:
    unsent = [
        each for each in _real(view) if each.stage in _UNSENT and status(each) not in COMPLETE
    ]
    return _listed("answer-not-sent", unsent, view, words)


def _without_plenipotentiary(view: View, words: Words) -> Card:
    without = [each for each in _real(view) if Missing.PLENIPOTENTIARY in missing(each)]
    return _listed("answer-without-plenipotentiary", without, view, words)


def _lacking(view: View) -> list[Submission]:
    return [each for each in _real(view) if missing(each)]


def _overdue(view: View, words: Words) -> Card:
    due = deadline(view)
    said = deadline_answer(view, words)
    if due is None or days_to(due, view.now) >= 0:
        return Card((said, words("answer-not-overdue")))
    card = _listed("answer-overdue", _lacking(view), view, words)
    return Card((said, *card.parts), card.rows)


def _offices(view: View, words: Words) -> Card:
    return _listed("answer-offices", _own(view), view, words)


def _remind(view: View, words: Words) -> Card:
    if not _at_desk(view):
        return Card((words("answer-remind-office"),))
    card = _listed("answer-missing-several", _lacking(view), view, words)
    return Card((words("answer-remind"), GAP, *card.parts), card.rows)


_MANY: Mapping[Topic, Callable[[View, Words], Card]] = {
    Topic.NOT_SENT: _not_sent,
    Topic.WITHOUT_PLENIPOTENTIARY: _without_plenipotentiary,
    Topic.OVERDUE: _overdue,
    Topic.OFFICES: _offices,
    Topic.REMIND: _remind,
}


def _voivodeship(question: Question, view: View, words: Words) -> Card:
    found = in_voivodeship(_real(view), question.about)
    name = cleaned(next((each.office.voivodeship or "" for each in found), ""), 60)
    if not found:
        return Card((words("answer-no-voivodeship"),))
    summed = totals(found)
    parts: tuple[Part, ...] = (
        words(
            "answer-voivodeship",
            voivodeship=name,
            count=len(found),
            complete=sum(status(each) in COMPLETE for each in found),
        ),
        words("desk-people", people=summed.people, places=summed.person_places),
    )
    card = _listed("answer-missing-several", [e for e in found if missing(e)], view, words)
    return Card((*parts, GAP, *card.parts), card.rows)


# --- One office -------------------------------------------------------------------------------


def _of_office(question: Question, view: View, words: Words) -> Card:
    """About the office that was named, or one's own; which one is asked where several fit."""
    own = _own(view)
    if question.office_id is not None:
        chosen = [each for each in own if each.office.id == question.office_id]
        return _about(question, chosen[0], view, words) if chosen else _none(words)
    if question.about:
        matches = look_up(own, question.about)
        if matches.outcome is Outcome.EXACT:
            return _about(question, matches.submissions[0], view, words)
        if matches.outcome is Outcome.SEVERAL:
            return _which(question, matches.submissions, view, words)
        card = _which(question, matches.submissions, view, words)
        return Card(_none(words).parts, card.rows)
    looking_at = isinstance(view.talk.place, ViewingOffice) and question.topic is not Topic.STATUS
    if looking_at and view.submission is not None:
        return _about(question, view.submission, view, words)
    if len(own) == 1:
        return _about(question, own[0], view, words)
    return _of_all(question, view, words)


def _none(words: Words) -> Card:
    """Told alike of an office that does not exist and of one that is somebody else's."""
    return Card((words("answer-no-office"),))


def _which(question: Question, offices: Sequence[Submission], view: View, words: Words) -> Card:
    """Several offices may be meant: each a button that asks about it."""
    shown, alike = offices[:PAGE], namesakes(_own(view))
    lines = numbered((office_among(each.office, alike, words) for each in shown), words)
    rows = tuple(
        (
            office_button(
                f"{number}. ",
                each.office,
                alike,
                Action.ASK,
                argument_of(Question(question.topic, office_id=each.office.id)),
            ),
        )
        for number, each in enumerate(shown, 1)
    )
    more = [words("more-offices", count=len(offices) - len(shown))] if offices[PAGE:] else []
    return Card((words("answer-which"), *lines, *more), rows)


def _of_all(question: Question, view: View, words: Words) -> Card:
    """A question about one office that names none, at a desk with several."""
    summed = totals(_own(view))
    grant = view.talk.grant
    match question.topic:
        case _ if not _own(view):
            return _none(words)
        case Topic.STATUS if grant is not None:
            return desk.status_card(view, grant.role, words)
        case Topic.MISSING:
            return _listed("answer-missing-several", _lacking(view), view, words)
        case Topic.HOW_MANY:
            parts = words("desk-people", people=summed.people, places=summed.person_places)
            return Card((parts,))
        case Topic.FREE_SEATS:
            free = [each for each in _real(view) if any(_free(b, each) > 0 for b in Block)]
            return _listed("answer-free-several", free, view, words)
        case Topic.HEAD:
            return Card((words("answer-head"),))
        case _:
            return _which(question, desk.waiting_first(_own(view)), view, words)


def _about(question: Question, submission: Submission, view: View, words: Words) -> Card:
    """The answer about one office of the asker's."""
    office = submission.office
    name = words("office", office=office_among(office, namesakes(_own(view)), words))
    opened = ((button(words, "open", Action.OFFICE, str(office.id)),),) if _at_desk(view) else ()
    return Card((name, *_facts(question.topic, submission, view, words)), opened)


def _facts(topic: Topic, submission: Submission, view: View, words: Words) -> list[Part]:
    office, team = submission.office, submission.counted
    match topic:
        case Topic.STATUS:
            return stands(view, submission, words)
        case Topic.MISSING:
            return _missing(submission, view, words)
        case Topic.PLENIPOTENTIARY:
            named = team.plenipotentiary
            if named is None:
                return [words("item-plenipotentiary-missing")]
            person = person_line(named.person, words)
            return [words("answer-plenipotentiary", person=person), *_draft(submission, words)]
        case Topic.TEAM:
            parts = [*_draft(submission, words), *team_parts(team, office, words)]
            if submission.amending:
                parts += [GAP, *difference_parts(submission, words)]
            return parts
        case Topic.HOW_MANY:
            return [
                words(
                    "answer-count", block=block.value, size=size_line(block, count, office, words)
                )
                for block, count in _counts(submission)
                if office.seats(block)
            ]
        case Topic.FREE_SEATS:
            return [_seats(block, submission, words) for block in Block]
        case Topic.LIMIT:
            return [
                words("answer-limit", limit=block_line(block, office, words), source=where)
                if office.seats(block)
                else block_line(block, office, words)
                for block in Block
                for where in (source(block, office, words),)
            ]
        case Topic.ADVISOR if office.advisor:
            return [words("office-advisor", advisor=cleaned(office.advisor, 60))]
        case Topic.ADVISOR:
            return [words("office-no-advisor")]
        case Topic.HEAD:
            title = office.head_title
            known = [words("office-head", title=cleaned(title, 60))] if title else []
            return [*known, words("answer-head")]
        case _:
            raise AssertionError(f"{topic} is not about one office")


def _draft(submission: Submission, words: Words) -> list[Part]:
    """That what is told has not been sent yet."""
    return [words("viewing-draft")] if submission.stage is Stage.DRAFTING else []


def _missing(submission: Submission, view: View, words: Words) -> list[Part]:
    lacking = joined((words(f"missing-{item}") for item in missing(submission)), ", ")
    if not lacking:
        return [words("answer-complete")]
    due = deadline_line(view, words)
    parts: list[Part] = [words("answer-missing", missing=lacking)]
    parts += items(submission.counted, submission, words)
    return [*parts, due] if due else parts


def _counts(submission: Submission) -> tuple[tuple[Block, int], ...]:
    team = submission.counted
    return ((Block.STEERING, len(team.steering)), (Block.EDITORIAL, len(team.editorial)))


def _free(block: Block, submission: Submission) -> int:
    return submission.office.seats(block) - dict(_counts(submission))[block]


def _seats(block: Block, submission: Submission, words: Words) -> Html:
    if not submission.office.seats(block):
        return block_line(block, submission.office, words)
    size = size_line(block, dict(_counts(submission))[block], submission.office, words)
    free = max(0, _free(block, submission))
    return words("answer-free", block=block.value, count=free, size=size)


# --- What is done elsewhere -------------------------------------------------------------------


def _replace(view: View, words: Words) -> Card:
    """Who is to be replaced: the way there, by how the submission stands."""
    submission, grant = view.submission, view.talk.grant
    if submission is None or grant is None or _at_desk(view):
        return Card((words("answer-replace-desk"),))
    rows: tuple[Row, ...] = ()
    if submission.office.closed:
        return Card((words("note-lists-closed"),))
    match submission.stage:
        case Stage.EMPTY | Stage.DRAFTING | Stage.RETURNED:
            rows = ((button(words, "steering", Action.EDIT_STEERING),),)
            return Card((words("answer-replace"),), rows)
        case Stage.SUBMITTED:
            rows = ((button(words, "take-back", Action.TAKE_BACK),),)
            return Card((words("answer-replace-submitted"),), rows)
        case Stage.SETTLED:
            rows = ((button(words, "amend", Action.AMEND),),)
            return Card((words("answer-replace-settled"),), rows)
        case _:
            assert_never(submission.stage)
