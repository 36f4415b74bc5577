"""Answers to questions in words (domain.md §3.9), drawn from what the asker may see.

An office that is not the asker's is answered like one that does not exist: the search knows only
their own, so nothing is told, not even a count.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
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
from conversations.limits import NORMS, Block
from conversations.office_names import Outcome
from conversations.overview import PAGE, Desk, Wanted, Which, look, summed, wanted
from conversations.quick_questions import Question, Topic, argument_of
from conversations.settings import Programme
from conversations.submission import (
    Stage,
    Submission,
    missing,
)

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
            return _training(view, words)
        case Topic.REPLACE:
            return _replace(view, words)
        case Topic.VOIVODESHIP:
            return _voivodeship(view, words)
        case Topic.EDITORS_IN_ALL:
            summed = _desk(view).overview.totals
            count, people = summed.editorial, summed.people
            return Card((words("answer-editors-in-all", count=count, people=people),))
        case _ if topic in _MANY:
            return _MANY[topic](view, words)
        case _:
            return _of_office(question, view, words)


def _training(view: View, words: Words) -> Card:
    """The days of each block as the coordinator has set them."""
    training = Programme.of(view.settings).training
    if not training:
        return Card((words("answer-training"),))
    return Card(tuple(_training_line(block, training.get(block, ()), words) for block in Block))


def _training_line(block: Block, days: Iterable[date], words: Words) -> Html:
    told = joined((words.date(day) for day in days), ", ")
    return words("training-days" if told else "training-days-unset", block=block.value, days=told)


def _desk(view: View) -> Desk:
    """What the asker may hear of: the offices of their desk, or their own one."""
    if _at_desk(view):
        return view.desk or Desk(summed(()))
    own = (view.submission,) if view.submission is not None else ()
    return look(own, wanted(view.talk) or Wanted(Which.NONE))


def _at_desk(view: View) -> bool:
    return view.talk.grant is not None and view.talk.grant.role not in OFFICE_ROLES


# --- Several offices --------------------------------------------------------------------------


def _listed(key: str, view: View, words: Words) -> Card:
    """A sentence with the number of offices, the offices by what blocks them, a way into each."""
    found = _desk(view).found
    entries = (desk.office_line(each, found.alike, words) for each in found.submissions)
    lines = Listing(
        numbered(entries, words), "more-offices", beyond=found.count - len(found.submissions)
    )
    shown = found.submissions[:PAGE] if _at_desk(view) else ()
    rows = desk.office_rows(shown, found.alike)
    return Card((words(key, count=found.count), lines), tuple(rows))


def _overdue(view: View, words: Words) -> Card:
    due = deadline(view)
    said = deadline_answer(view, words)
    if due is None or days_to(due, view.now) >= 0:
        return Card((said, words("answer-not-overdue")))
    card = _listed("answer-overdue", view, words)
    return Card((said, *card.parts), card.rows)


def _remind(view: View, words: Words) -> Card:
    if not _at_desk(view):
        return Card((words("answer-remind-office"),))
    card = _listed("answer-missing-several", view, words)
    return Card((words("answer-remind"), GAP, *card.parts), card.rows)


_MANY: Mapping[Topic, Callable[[View, Words], Card]] = {
    Topic.NOT_SENT: partial(_listed, "answer-not-sent"),
    Topic.WITHOUT_PLENIPOTENTIARY: partial(_listed, "answer-without-plenipotentiary"),
    Topic.OVERDUE: _overdue,
    Topic.OFFICES: partial(_listed, "answer-offices"),
    Topic.REMIND: _remind,
}


def _voivodeship(view: View, words: Words) -> Card:
    region = _desk(view).region
    if region is None:
        return Card((words("answer-no-voivodeship"),))
    name = next((each.name for each in region.voivodeships), "")
    parts: tuple[Part, ...] = (
        words(
            "answer-voivodeship",
            voivodeship=cleaned(name, 60),
            count=region.count,
            complete=region.complete,
        ),
        words("desk-people", people=region.totals.people, places=region.totals.person_places),
    )
    card = _listed("answer-missing-several", view, words)
    return Card((*parts, GAP, *card.parts), card.rows)


# --- One office -------------------------------------------------------------------------------


def _of_office(question: Question, view: View, words: Words) -> Card:
    """About the office that was named, or one's own; which one is asked where several fit."""
    found = _desk(view).found
    what = wanted(view.talk)
    if what is not None and what.which is Which.CHOSEN:
        chosen = found.submissions
        return _about(question, chosen[0], view, words) if chosen else _none(words)
    if what is not None and what.which is Which.NAMED:
        if found.outcome is Outcome.EXACT and found.submissions:
            return _about(question, found.submissions[0], view, words)
        card = _which(question, view, words)
        return card if found.outcome is Outcome.SEVERAL else Card(_none(words).parts, card.rows)
    only = view.submission if not _at_desk(view) else _desk(view).only
    return _about(question, only, view, words) if only else _of_all(question, view, words)


def _none(words: Words) -> Card:
    """Told alike of an office that does not exist and of one that is somebody else's."""
    return Card((words("answer-no-office"),))


def _which(question: Question, view: View, words: Words) -> Card:
    """Several offices may be meant: each a button that asks about it."""
    found = _desk(view).found
    shown = found.submissions[:PAGE]
    lines = numbered((office_among(each.office, found.alike, words) for each in shown), words)
    rows = tuple(
        (
            office_button(
                f"{number}. ",
                each.office,
                found.alike,
                Action.ASK,
                argument_of(Question(question.topic, office_id=each.office.id)),
            ),
        )
        for number, each in enumerate(shown, 1)
    )
    left = found.count - len(shown)
    more = [words("more-offices", count=left)] if left else []
    return Card((words("answer-which"), *lines, *more), rows)


def _of_all(question: Question, view: View, words: Words) -> Card:
    """A question about one office that names none, at a desk with several."""
    summed_up = _desk(view).overview
    grant = view.talk.grant
    match question.topic:
        case _ if not summed_up.count:
            return _none(words)
        case Topic.STATUS if grant is not None:
            return desk.status_card(view, grant.role, words)
        case Topic.MISSING:
            return _listed("answer-missing-several", view, words)
        case Topic.HOW_MANY:
            people, places = summed_up.totals.people, summed_up.totals.person_places
            return Card((words("desk-people", people=people, places=places),))
        case Topic.FREE_SEATS:
            return _listed("answer-free-several", view, words)
        case Topic.HEAD:
            return Card((words("answer-head"),))
        case _:
            return _which(question, view, words)


def _about(question: Question, submission: Submission, view: View, words: Words) -> Card:
    """The answer about one office of the asker's."""
    office = submission.office
    name = words("office", office=office_among(office, _desk(view).found.alike, words))
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
    count = dict(_counts(submission))[block]
    size = size_line(block, count, submission.office, words)
    free = max(0, _free(block, submission))
    # Where the table gives fewer seats than the norm, or how many exactly, the seats say it all.
    short = NORMS[block].least - count
    if 0 < short < free and not submission.office.exactly(block):
        return words("answer-free-short", block=block.value, count=free, short=short, size=size)
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
