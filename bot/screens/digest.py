"""A reminder as a letter: how a reader's offices stand, by what blocks them (domain.md §3.8, §6).

Names of offices only: it may show on a locked screen.
"""

from bot import clock
from bot.screens.parts import GAP, Listing, Part, button, fitted, numbered, office_name
from bot.screens.view import Digest, Screen
from bot.words import Html, Words, joined
from conversations.events import Action
from conversations.submission import (
    COMPLETE,
    Missing,
    Status,
    Submission,
    asked_for,
    missing,
    status,
)

URGENT = 1
"""Days before the deadline from which on the digest speaks of nothing else (dor.pilne)."""


def digest(about: Digest, words: Words) -> Screen:
    """The letter and its buttons; when nothing is missing any more, thanks (dor.koniec)."""
    details = (button(words, "details", Action.OPEN),)
    if not about.lacking:
        return Screen(words("digest-done"), (details,))
    parts: list[Part] = [_standing(about, words), _due(about, words)]
    number = 1
    for item in Missing:
        group = [each for each in about.lacking if missing(each)[0] is item]
        if group:
            entries = (_office(each, words) for each in group)
            parts += [
                GAP,
                words("digest-blocked", what=item.value, count=len(group)),
                Listing(numbered(entries, words, number), "more-offices"),
            ]
            number += len(group)
    if about.overdue and about.advisor is not None:
        parts += [GAP, words("digest-coordinator-too")]
    nudge = (button(words, "nudge", Action.NUDGE),)
    return Screen(fitted(parts, words), (details, nudge, (button(words, "snooze", Action.SNOOZE),)))


def _standing(about: Digest, words: Words) -> Html:
    """„Przypisane urzędy – stan na …: komplet, do uzupełnienia, nierozpoczęte.”"""
    stand = [status(each) for each in about.own]
    complete = sum(each in COMPLETE for each in stand)
    untouched = sum(each is Status.NOT_STARTED for each in stand)
    whose = "advisor" if about.advisor is not None else "all" if about.overdue else "unassigned"
    return words(
        "notice-digest",
        whose=whose,
        date=words.date(about.at),
        complete=complete,
        lacking=len(stand) - complete - untouched,
        untouched=untouched,
    )


def _due(about: Digest, words: Words) -> Html:
    if about.deadline is None:
        return words("digest-no-deadline")
    days = (about.deadline - about.at.astimezone(clock.zone()).date()).days
    date = words.date(about.deadline)
    if days < 0:
        return words("digest-over", count=-days, date=date)
    return words("digest-urgent" if days <= URGENT else "digest-due", count=days, date=date)


def _office(submission: Submission, words: Words) -> Html:
    lacking = joined((words(f"missing-{item}") for item in asked_for(submission)), ", ")
    return words("digest-office", office=office_name(submission.office), missing=lacking)
