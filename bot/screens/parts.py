"""What cards are put together from: lines, lists that may be shortened, people, buttons.

A card keeps to the limits of the Bot API (4096 characters after parsing, 100 buttons): lists give
way, visibly, and sentences never do. Nothing here knows a rule or a place.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.screens.view import Button
from bot.words import Html, Words, cleaned, joined, unmarked
from conversations.events import Action
from conversations.limits import NORMS, Block
from conversations.overview import PAGE
from conversations.people import Person
from conversations.quick_questions import Question, Topic, argument_of
from conversations.submission import Office
from conversations.team import Member

LONGEST_TEXT = 4096
LONGEST_LABEL = 24
LONGEST_NAME = 60
LONGEST_OFFICE = 120
LONGEST_LINE_OF_NAMES = 600
MOST_LINES = 100
GAP = Html("")

Row = tuple[Button, ...]

OFFICE_ABBREVIATIONS = (
    ("Starostwo Powiatowe", "Starostwo"),
    ("Urząd Miasta i Gminy", "UMiG"),
    ("Urząd Marszałkowski", "UMW"),
    ("Urząd Miejski", "UM"),
    ("Urząd Miasta", "UM"),
    ("Urząd Gminy", "UG"),
)
"""Longest first (domain.md §3.1)."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of which the last may be left out; `more` then says how many.

    One that `yields` is shortened before any that does not. `beyond` lines were not even made.
    """

    lines: tuple[Html, ...]
    more: str = "more-people"
    most: int = MOST_LINES
    yields: bool = False
    beyond: int = 0


Part = Html | Listing


@dataclass(frozen=True, slots=True)
class Card:
    """The body of a card before it is fitted: lines and lists, and rows of buttons."""

    parts: tuple[Part, ...]
    rows: tuple[Row, ...] = ()


def fitted(parts: Iterable[Part], words: Words) -> Html:
    """The text of a card, its longest lists shortened until it can be sent."""
    every = tuple(parts)
    shown = {
        at: min(len(part.lines), part.most)
        for at, part in enumerate(every)
        if isinstance(part, Listing)
    }
    yielding = {at for at in shown if isinstance(part := every[at], Listing) and part.yields}
    while True:
        text = joined(_lines(every, shown, words))
        longest = max(
            shown, key=lambda at: (shown[at] > 0 and at in yielding, shown[at]), default=None
        )
        surplus = utf16_length(unmarked(text)) - LONGEST_TEXT
        if surplus <= 0 or longest is None or shown[longest] == 0:
            return text
        listing = every[longest]
        assert isinstance(listing, Listing), "`shown` counts lines of listings"
        widest = max(map(len, listing.lines)) + 1
        shown[longest] -= min(shown[longest], max(1, surplus // (2 * widest)))


def _lines(parts: Sequence[Part], shown: dict[int, int], words: Words) -> Iterator[Html]:
    gap = True
    for at, part in enumerate(parts):
        if isinstance(part, Listing):
            yield from part.lines[: shown[at]]
            left = len(part.lines) - shown[at] + part.beyond
            if left:
                yield words(part.more, count=left)
            gap = gap and not part.lines
        elif part or not gap:
            yield part
            gap = not part


def utf16_length(text: str) -> int:
    """Telegram's measure of text without markup: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


# --- Buttons ----------------------------------------------------------------------------------


def button(
    words: Words, key: str, action: Action, argument: str = "", style: str | None = None
) -> Button:
    """A button with words of ours: the key without `button-`."""
    return Button(words.plain(f"button-{key}"), action, argument, style)


def named(text: str, action: Action, argument: str) -> Button:
    """A button with somebody's words, shortened to what a phone shows."""
    return Button(cleaned(text, LONGEST_LABEL) or "…", action, argument)


def abbreviated(office: str) -> str:
    """An office's name short enough for a button, by the abbreviations that offices use."""
    for long, short in OFFICE_ABBREVIATIONS:
        if office.casefold().startswith(long.casefold()):
            return short + office[len(long) :]
    return office


def back(words: Words) -> Row:
    """The row that every card has."""
    return (button(words, "back", Action.BACK),)


def pager(words: Words, page: int, pages: int) -> tuple[Row, ...]:
    """The row that turns pages, if there are any to turn."""
    row = []
    if page > 0:
        row.append(button(words, "previous", Action.PAGE, str(page - 1)))
    if page + 1 < pages:
        row.append(button(words, "next", Action.PAGE, str(page + 1)))
    return (tuple(row),) if row else ()


def paged(count: int, page: int, most: int = PAGE) -> tuple[int, int, range]:
    """The page that exists, how many there are, and which of `count` things are on it."""
    pages = max(1, -(-count // most))
    here = min(max(page, 0), pages - 1)
    return here, pages, range(here * most, min(count, (here + 1) * most))


def questions(topics: Iterable[Topic], words: Words) -> tuple[Row, ...]:
    """A row for each question that somebody may have meant."""
    return tuple(
        (button(words, f"nearest-{topic}", Action.ASK, argument_of(Question(topic))),)
        for topic in topics
    )


# --- Offices ----------------------------------------------------------------------------------

_LONGEST_PLACE = 13
"""Letters of a county on a button: „świętokrzyski”."""


def office_among(office: Office, alike: frozenset[str], words: Words) -> Html:
    """An office's name, and where it is if its name is among those that several bear."""
    name = office_name(office)
    if office.name not in alike:
        return words("name", name=name)
    return remarked(words("name", name=name), whereabouts(office, words), words)


def whereabouts(office: Office, words: Words) -> list[Html]:
    """The county and the voivodeship of an office, as far as the tables say."""
    return [
        words(f"where-{kind}", place=cleaned(place, LONGEST_NAME))
        for kind, place in (("county", office.county), ("voivodeship", office.voivodeship))
        if place
    ]


def office_button(
    begins: str, office: Office, alike: frozenset[str], action: Action, argument: str
) -> Button:
    """An office after its number in the list („1. ”); a namesake with its county."""
    name = begins + abbreviated(office.name)
    place = office.county or office.voivodeship
    if office.name not in alike or not place:
        return named(name, action, argument)
    end = f" ({cleaned(place, _LONGEST_PLACE)})"
    return Button(cleaned(name, LONGEST_LABEL - len(end)) + end, action, argument)


# --- People -----------------------------------------------------------------------------------


def name_of(person: Person) -> str:
    """A name as it is kept, title included, of a length that leaves room for others."""
    return cleaned(" ".join(filter(None, (person.title, person.full_name))), LONGEST_NAME)


def office_name(office: Office) -> str:
    """An office's name of a length that leaves room for the rest of the line."""
    return cleaned(office.name, LONGEST_OFFICE)


def person_line(person: Person, words: Words) -> Html:
    """„Anna Kowalczyk – Sekretarz Gminy”."""
    position = cleaned(person.position or "", LONGEST_NAME) or words("no-position")
    return words("person", name=name_of(person), position=position)


def remarked(entry: Html, remarks: Iterable[Html], words: Words) -> Html:
    """An entry with what is to be said of it in brackets."""
    said = joined(remarks, ", ")
    return words("remarked", entry=entry, remarks=said) if said else entry


def numbered(entries: Iterable[Html], words: Words, start: int = 1) -> tuple[Html, ...]:
    """Entries under the numbers by which people may type them."""
    return tuple(
        words("numbered", number=number, entry=entry) for number, entry in enumerate(entries, start)
    )


def bullets(entries: Iterable[Html], words: Words) -> tuple[Html, ...]:
    """Entries without numbers."""
    return tuple(words("bullet", entry=entry) for entry in entries)


def member_line(member: Member, words: Words, *extra: Html) -> Html:
    """A member with the mark of the plenipotentiary and whatever else is to be said."""
    marks = [words("mark-plenipotentiary")] if member.plenipotentiary else []
    return remarked(person_line(member.person, words), (*marks, *extra), words)


def in_one_line(names: Sequence[str], words: Words) -> Html:
    """Names after one another; those that do not fit are counted."""
    shown: list[Html] = []
    for name in names:
        shown.append(words("name", name=cleaned(name, LONGEST_NAME)))
        if len(joined(shown, ", ")) > LONGEST_LINE_OF_NAMES and len(shown) > 1:
            shown.pop()
            left = len(names) - len(shown)
            return words("people-and-more", people=joined(shown, ", "), count=left)
    return joined(shown, ", ")


# --- Sizes ------------------------------------------------------------------------------------


def size_line(block: Block, count: int, office: Office, words: Words) -> Html:
    """„7 z 8 · minimum 5”, or what stands for it where the table gives no limit."""
    seats, least = office.seats(block), NORMS[block].least
    if office.limit(block) is None:
        return words("size-without-limit", count=count, seats=seats)
    if office.exactly(block):
        people = words("people-nominative", count=seats)
        return words("size-exact", count=count, seats=seats, people=people)
    if seats < least:
        return words("size", count=count, seats=seats)
    return words("size-with-least", count=count, seats=seats, least=least)


def source(block: Block, office: Office, words: Words) -> Html:
    """Where the limit comes from: „kol. 5 Tabel koordynacyjnych: 8 osób”."""
    if office.limit(block) is None:
        return words("norm-seats", count=office.seats(block))
    if block in office.granted:
        return words("granted-seats", count=office.seats(block))
    column = "column-5" if block is Block.STEERING else "column-6"
    if office.exactly(block):
        return words(f"{column}-exact", count=office.seats(block))
    return words(column, count=office.seats(block))
