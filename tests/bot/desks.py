"""Desks of a few offices, as `storage.desks` would find them among many."""

from collections.abc import Sequence
from dataclasses import replace

from bot.screens.view import View
from conversations.overview import look, wanted
from conversations.submission import Submission


def at_desk(view: View, own: Sequence[Submission]) -> View:
    """The view of somebody who may see these offices, wherever their talk is now."""
    what = wanted(view.talk)
    return replace(view, desk=look(own, what) if what else None)
