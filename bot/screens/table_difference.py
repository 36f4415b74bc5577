"""What a table changes in the offices that are there, for the preview in the chat and the terminal.

What needs a decision stands first: who will be over the limit, whose limit the coordinator granted.
"""

from collections.abc import Iterable

from bot.screens.parts import GAP, LONGEST_OFFICE, Listing, Part, bullets
from bot.words import Html, Words, cleaned, joined
from conversations.table_import import Change, Difference, Newcomer, Standing

LONGEST_VALUE = 60
MOST_MAYBE, LONGEST_MAYBE = 2, 40
"""Offices that a doubtful row might be, in a line that Fluent takes (1000 characters a value)."""


def difference_parts(found: Difference, words: Words) -> list[Part]:
    """The difference by office, a heading and a list for each kind of change."""
    if found.is_empty:
        return [words("diff-none")]
    changed = found.changed
    unnamed = [change for change in changed if change.renamed]
    returned = [change for change in changed if change.returned]
    parts: list[Part] = [words("diff-title")]
    for heading, lines in (
        ("diff-over", [_over(change, words) for change in found.over_limit]),
        ("diff-granted", [_granted(change, words) for change in found.grants]),
        ("diff-gone", [_name(each.office.name, words) for each in found.gone]),
        ("diff-limits", [_limits(change, words) for change in changed if change.limits]),
        ("diff-advisors", _pairs(changed, "advisor", words)),
        ("diff-heads", _pairs(changed, "head", words)),
        ("diff-renamed", [_renamed(change, words) for change in unnamed]),
        ("diff-returned", [_name(change.after.name, words) for change in returned]),
        ("diff-unsure", [_unsure(each, words) for each in found.unsure]),
        ("diff-new", [_name(row.name, words) for row in found.new]),
    ):
        if lines:
            listed = Listing(bullets(lines, words), "more-rows")
            parts += [words(heading, count=len(lines)), listed]
    return [*parts, GAP]


def _name(name: str, words: Words) -> Html:
    return words("name", name=cleaned(name, LONGEST_OFFICE))


def _limit(limit: int | None, words: Words) -> str | int:
    return words("table-unknown-limit") if limit is None else limit


def _over(change: Change, words: Words) -> Html:
    surplus = (
        words("diff-over-block", block=each.block.value, count=each.by) for each in change.surplus
    )
    return words("diff-line", office=_name(change.after.name, words), what=joined(surplus, ", "))


def _granted(change: Change, words: Words) -> Html:
    grants = (
        words(
            "diff-grant",
            block=each.block.value,
            granted=each.granted,
            told=_limit(each.told, words),
        )
        for each in change.grants
    )
    return words("diff-line", office=_name(change.after.name, words), what=joined(grants, ", "))


def _limits(change: Change, words: Words) -> Html:
    limits = (
        words(
            "diff-limit",
            block=block.value,
            before=_limit(before, words),
            after=_limit(after, words),
        )
        for block, (before, after) in change.limits_of.items()
    )
    return words("diff-line", office=_name(change.after.name, words), what=joined(limits, ", "))


def _pairs(changed: Iterable[Change], of: str, words: Words) -> list[Html]:
    """„Urząd Gminy Giby: Ewa Lis → Jan Bór”."""
    lines = []
    for change in changed:
        pair = change.advisor if of == "advisor" else change.head
        if pair is not None:
            before, after = (cleaned(each or "–", LONGEST_VALUE) for each in pair)
            office = _name(change.after.name, words)
            lines.append(words("diff-pair", office=office, before=before, after=after))
    return lines


def _renamed(change: Change, words: Words) -> Html:
    return words(
        "diff-rename",
        told=_name(change.row.name, words),
        office=_name(change.before.office.name, words),
    )


def _unsure(newcomer: Newcomer, words: Words) -> Html:
    shown = [_place(each, words) for each in newcomer.maybe[:MOST_MAYBE]]
    more = [Html("…")] if len(newcomer.maybe) > MOST_MAYBE else []
    either = joined([*shown, *more], ", ")
    return words("diff-maybe", office=_name(newcomer.row.name, words), either=either)


def _place(standing: Standing, words: Words) -> Html:
    """An office with what tells it from its namesakes."""
    office = standing.office
    told = filter(None, (office.voivodeship, office.county, office.head_title))
    where = cleaned(", ".join(told), LONGEST_MAYBE)
    name = words("name", name=cleaned(office.name, LONGEST_MAYBE))
    return words("remarked", entry=name, remarks=where) if where else name
