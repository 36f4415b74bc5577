"""The enrolment's own cards, where the coordinator goes through them for an office."""

from dataclasses import replace

from bot.screens.enrolment import enrolment
from bot.screens.parts import GAP, Card, back, office_name
from bot.screens.view import View
from bot.words import Words
from conversations.access import Role
from conversations.places.enrolment import EnrolmentPlace


def entering(view: View, place: EnrolmentPlace, words: Words) -> Card:
    """The card of a step, under a line that says for whom it is."""
    if view.submission is None:
        return Card((words("viewing-gone"),), (back(words),))
    drawn = enrolment(place, view.submission, Role.SECRETARY, words)
    head = words("entering", office=office_name(view.submission.office))
    return replace(drawn, parts=(head, GAP, *drawn.parts))
