"""Who stands in for an Advisor: chosen from the Advisors, then the days; shown on their cards."""

from bot.screens.parts import Card, Part, back, named, paged, pager
from bot.screens.view import View
from bot.words import Html, Words, cleaned
from conversations.access import StandIn, advisor_code
from conversations.events import Action
from conversations.places.desk import NamingStandIn


def naming(view: View, place: NamingStandIn, words: Words) -> Card:
    """The card of `NamingStandIn`."""
    advisor = view.submission.office.advisor if view.submission else None
    if advisor is None:
        return Card((words("viewing-gone"),), (back(words),))
    of = cleaned(advisor, 60)
    others = [each for each in view.advisors if each != advisor]
    chosen = next((each for each in others if advisor_code(each) == place.substitute), None)
    if chosen is not None:
        days = words("standing-in-days", advisor=of, substitute=cleaned(chosen, 60))
        return Card((days,), (back(words),))
    if not others:
        return Card((words("standing-in-nobody", advisor=of),), (back(words),))
    here, pages, indices = paged(len(others), place.page)
    rows = tuple(
        (
            named(
                f"{at + 1}. {others[at]}",
                Action.STAND_IN,
                f"{place.office_id}/{advisor_code(others[at])}",
            ),
        )
        for at in indices
    )
    more: list[Part] = [words("page", page=here + 1, pages=pages)] if pages > 1 else []
    asked = words("standing-in-who", advisor=of)
    return Card((asked, *more), (*rows, *pager(words, here, pages), back(words)))


def stand_in_lines(stand_ins: tuple[StandIn, ...], words: Words) -> list[Part]:
    """Who stands in for whom, and until when."""
    return [_line(each, words) for each in stand_ins]


def _line(each: StandIn, words: Words) -> Html:
    return words(
        "stands-in",
        advisor=cleaned(each.advisor, 60),
        substitute=cleaned(each.substitute, 60),
        first=words.date(each.first),
        last=words.date(each.last),
    )
