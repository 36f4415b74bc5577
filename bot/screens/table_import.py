"""The preview of a coordination table: what was read, what is doubtful, what is to be decided.

Every doubtful row is told with its reason; nothing here decides what a cell means.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.screens.parts import (
    GAP,
    LONGEST_OFFICE,
    Card,
    Listing,
    Part,
    Row,
    back,
    bullets,
    button,
)
from bot.screens.table_difference import difference_parts
from bot.screens.view import Preview
from bot.words import Html, Words, cleaned, joined
from conversations.collation import polish_key
from conversations.coordination_table import Figures, Flag, OfficeRow, Problem, TableReading
from conversations.events import Action
from conversations.overview import MOST_SHARES

LONGEST_CELL = 60
LONGEST_SHEET = 31


def awaiting(words: Words) -> Card:
    """The card of `AwaitingTable`."""
    return Card((words("awaiting-table"),), (back(words),))


def previewing(preview: Preview | None, words: Words) -> Card:
    """The card of `PreviewingImport`."""
    if preview is None:
        return Card((words("table-gone"),), (back(words),))
    reading = preview.reading
    parts: list[Part] = [words("table", name=cleaned(preview.name, LONGEST_OFFICE))]
    if reading.title:
        parts.append(words("table-title", title=cleaned(reading.title, LONGEST_OFFICE)))
    steering, editorial = reading.computed
    offices = words("offices-accusative", count=len(reading.offices))
    parts += [
        words("table-read", offices=offices, steering=steering, editorial=editorial),
        typed_total(reading, words),
        *_advisors(reading, words),
        GAP,
        *_offices(reading, words),
        *doubts(reading, words),
    ]
    if reading.needs_column_confirmation:
        parts.append(words("table-confirm-columns"))
    if preview.decided:
        return Card((*parts, GAP, words("table-decided")), (back(words),))
    found = preview.difference
    if found is not None:
        parts += [GAP, *difference_parts(found, words)]
        parts.append(words("table-known", count=len(found.matched)))
        if found.grants:
            parts.append(words("table-granted"))
    parts += namesake_parts(preview.namesakes, words)
    parts += [GAP, words("table-question", count=len(reading.offices))]
    return Card(tuple(parts), (*_rows(preview, words), back(words)))


def namesake_parts(names: Sequence[str], words: Words) -> list[Part]:
    """Advisors of whom it is doubtful that they are one person, and what to do if they are not."""
    if not names:
        return []
    told = bullets((words("name", name=cleaned(each, 60)) for each in names), words)
    return [GAP, words("table-namesakes"), Listing(told, "more-rows"), words("table-namesakes-do")]


def _offices(reading: TableReading, words: Words) -> list[Part]:
    """Every office with its limits; doubts matter more where not everything can be shown."""
    unknown = words("table-unknown-limit")
    lines = [
        words(
            "table-office",
            office=cleaned(row.name, LONGEST_OFFICE),
            steering=unknown if row.limit_steering is None else row.limit_steering,
            editorial=unknown if row.limit_editorial is None else row.limit_editorial,
        )
        for row in reading.offices
    ]
    if not lines:
        return []
    listed = Listing(bullets(lines, words), "more-offices", yields=True)
    return [words("table-offices"), listed, GAP]


def _advisors(reading: TableReading, words: Words) -> list[Html]:
    """Whose offices they will be: a wrong Advisor would see other offices' names."""
    counted = Counter(row.advisor for row in reading.offices)
    without = counted.pop(None, 0)
    shown = sorted(counted.items(), key=lambda each: polish_key(each[0] or ""))[:MOST_SHARES]
    told = [
        words("table-advisor", name=cleaned(name or "", 60), count=count) for name, count in shown
    ]
    if more := len(counted) - len(shown):
        told.append(words("table-advisors-more", count=more))
    if without:
        told.append(words("table-no-advisor", count=without))
    return [words("table-advisors", advisors=joined(told, ", "))] if told else []


def typed_total(reading: TableReading, words: Words) -> Html:
    """Whether the table's own total agrees with its rows."""
    if reading.typed is None:
        return words("table-no-typed")
    if reading.typed == reading.computed:
        return words("table-typed-agrees")
    steering, editorial = reading.typed
    return words("table-typed-differs", steering=steering, editorial=editorial)


def doubts(reading: TableReading, words: Words) -> list[Part]:
    """Every row that is not taken over or is doubtful, with its reason."""
    rejected = [
        words(
            "table-rejected-row",
            office=cleaned(row.name, LONGEST_OFFICE),
            row=str(row.row),
            why=words(f"flag-{row.code}"),
        )
        for row in reading.rejected
    ]
    remarks = [*_replaced(reading, words), *_problems(reading, words)]
    parts: list[Part] = []
    if rejected:
        parts += [words("table-rejected"), Listing(bullets(rejected, words), "more-rows"), GAP]
    if not remarks:
        return [*parts, words("table-no-remarks")]
    return [*parts, words("table-remarks"), Listing(bullets(remarks, words), "more-rows")]


def _replaced(reading: TableReading, words: Words) -> Iterator[Html]:
    """Offices met twice with different figures: the earlier row and the one that is taken."""
    for earlier in reading.replaced:
        later = next((row for row in reading.offices if row.name == earlier.name), None)
        if later is not None:
            yield words(
                "table-replaced",
                office=cleaned(earlier.name, LONGEST_OFFICE),
                before=_figures(earlier, words),
                after=_figures(later, words),
            )


def _figures(row: OfficeRow, words: Words) -> Html:
    unknown = words("table-unknown-limit")
    limits = (row.limit_steering, row.limit_editorial)
    steering, editorial = (unknown if limit is None else limit for limit in limits)
    return words("table-figures", steering=steering, editorial=editorial)


def _problems(reading: TableReading, words: Words) -> Iterator[Html]:
    names = {(row.sheet, row.row): row.name for row in reading.offices}
    several = len({row.sheet for row in reading.offices}) > 1
    rejected = {(row.sheet, row.row) for row in reading.rejected}
    for problem in reading.problems:
        where = (problem.sheet, problem.row)
        if where in rejected and problem.code is Flag.EDITORIAL_ABOVE_STEERING:
            continue
        yield _problem(problem, names.get((problem.sheet, problem.row or 0)), words, several)


def _problem(problem: Problem, office: str | None, words: Words, several: bool) -> Html:
    why = _why(problem, words)
    text = cleaned(problem.text, LONGEST_CELL)
    if problem.row is None:
        if problem.sheet:
            sheet = cleaned(problem.sheet, LONGEST_SHEET)
            return words("table-sheet", sheet=sheet, text=text, why=why)
        return words("table-whole", text=text, why=why)
    if office is not None:
        name = cleaned(office, LONGEST_OFFICE)
        return words("table-office-row", office=name, row=str(problem.row), text=text, why=why)
    if several:
        sheet = cleaned(problem.sheet, LONGEST_SHEET)
        return words("table-sheet-row", sheet=sheet, row=str(problem.row), text=text, why=why)
    return words("table-row", row=str(problem.row), text=text, why=why)


def _why(problem: Problem, words: Words) -> Html:
    if not isinstance(problem.code, Flag):
        return words(f"problem-{problem.code}")
    computed: Figures = problem.computed or (0, 0)
    figures = words("table-figures", steering=computed[0], editorial=computed[1])
    return words(f"flag-{problem.code}", computed=figures)


def _rows(preview: Preview, words: Words) -> tuple[Row, ...]:
    argument, found = str(preview.import_id), preview.difference
    reject = button(words, "reject", Action.IMPORT_REJECT, argument, "danger")
    if found is None:
        add = button(words, "approve", Action.IMPORT_ADD, argument, "success")
        return ((add, reject),)
    add = button(words, "additional", Action.IMPORT_ADD, argument, "success")
    newer = button(words, "new-version", Action.IMPORT_REPLACE, argument, "success")
    overrule = button(words, "table-limits", Action.IMPORT_OVERRULE, argument)
    return ((newer,), *(((overrule,),) if found.grants else ()), (add,), (reject,))
