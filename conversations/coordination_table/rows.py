"""Says of each row of a table's body what it is, and reads the row of an office.

A row is looked at by itself here; what it inherits from rows above, and whether the sums agree, is
decided in reading.py.
"""

from dataclasses import dataclass

from conversations.coordination_table.columns import Layout, is_body
from conversations.coordination_table.grid import Grid
from conversations.coordination_table.limits import read_limit
from conversations.coordination_table.model import Figures, Flag, LimitReading
from conversations.coordination_table.text import without_footnote
from conversations.office_names import canonical, office_kind
from conversations.table_vocabulary import (
    ADVISOR_HEADING,
    ADVISOR_INSIDE,
    AFTER_A_NAME,
    ANNEX,
    ANNEX_REMARK,
    COUNTY_ALONE,
    COUNTY_HEADING,
    DEPUTY,
    FOOTNOTE_TEXT,
    GRAND_TOTAL,
    HEADER_ROW,
    HEADS,
    HONORIFIC,
    NOBODY,
    NOT_AN_OFFICE,
    REGION_PREFIX,
    ROW_NUMBER,
    TABLE_TITLE,
    TOTAL,
    UNCHANGED,
    UNIT,
    VOIVODESHIP_HEADING,
    VOIVODESHIP_IN_TEXT,
    WITHDRAWN,
    WITHDRAWN_NAME,
    WITHDRAWN_WHOLLY,
)
from conversations.vocabulary import fold

OFFICES = frozenset({"um", "ug", "umig", "sp", "umw"})
_NORM_STEERING, _NORM_EDITORIAL = range(5, 11), range(3, 6)
"""Point 3 of the source, domain.md §1.2 R4a and R6a."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing to read: blank, a header's row repeated, or the second line of an office's row."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A title, a footnote, a heading that names nobody: not an office, and no figures."""

    lone: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """Figures or several cells, and yet no office: somebody should look."""


@dataclass(frozen=True, slots=True)
class Annex:
    """From here on, rows change earlier ones."""


@dataclass(frozen=True, slots=True)
class AdvisorHeading:
    advisor: str | None


@dataclass(frozen=True, slots=True)
class RegionHeading:
    voivodeship: str | None
    county: str | None


@dataclass(frozen=True, slots=True)
class Total:
    """`kind` tells subtotals of one sort apart from another; a figure of None is not typed."""

    kind: tuple[str, ...]
    grand: bool
    figures: tuple[int | None, int | None]
    legible: bool


@dataclass(frozen=True, slots=True)
class Office:
    """An office's row before anything is inherited.

    `typed` are its figures even if it withdrew; `unchanged` says for each block whether an annex
    would leave it alone, `annex` whether the row calls itself one.
    """

    name: str
    limits: tuple[LimitReading, LimitReading]
    flags: tuple[Flag, ...]
    texts: dict[Flag, str]
    participates: bool
    block_iii: int | None
    typed: Figures
    unchanged: tuple[bool, bool]
    annex: bool


Row = Blank | Remark | Unread | Annex | AdvisorHeading | RegionHeading | Total | Office


def read_row(grid: Grid, layout: Layout, row: int) -> Row:
    """What this row of the sheet is. Every row is something; none is refused."""
    own = grid.own_texts(row)
    if not own or row in layout.header_rows or _continues(grid, layout, row):
        return Blank()
    label = _label(grid, layout, row)
    words = fold(label)
    if HEADER_ROW.match(words):
        return Blank()
    if ANNEX.match(words):
        return Annex()
    if TOTAL.match(words):
        return _total(grid, layout, row, words)
    if len(own) == 2 and label == own[0][1] and label.endswith(":"):
        # „Doradca:” in one cell and who it is in the next.
        label = f"{label} {own[1][1]}"
    found = ADVISOR_HEADING.match(label) or (len(own) == 1 and ADVISOR_INSIDE.search(label))
    if found and (":" in found[0] or len(own) == 1):
        return AdvisorHeading(advisor_name(label[found.end() :]))
    if len(own) == 1 and COUNTY_ALONE.match(words):
        return RegionHeading(None, region(label))
    if COUNTY_HEADING.match(words):
        return RegionHeading(None, region(_rest(label)))
    title = TABLE_TITLE.search(words) or (row < layout.first_row and len(own) == 1)
    if VOIVODESHIP_HEADING.match(words) or (title and voivodeship_in(label)):
        return RegionHeading(voivodeship_in(label), None)
    if NOT_AN_OFFICE.match(words):
        return Remark(lone=False)
    figures = [grid.text(row, column) for column in (layout.steering, layout.editorial)]
    name = grid.text(row, layout.name)
    numbered = layout.ordinal is not None and grid.text(row, layout.ordinal)
    named = any(map(str.isalpha, name)) and (
        any(figures) or bool(numbered) or (office_kind(name) is not None and len(own) > 1)
    )
    if named and row >= layout.first_row:
        return _office(grid, layout, row)
    if len(own) == 1 and not any(figures):
        text = own[0][1]
        if row >= layout.first_row and office_kind(ROW_NUMBER.sub("", text)) in OFFICES:
            return Unread()
        return Remark(lone=FOOTNOTE_TEXT.match(text) is None)
    return Unread() if row >= layout.first_row or is_body(grid, row) else Remark(lone=False)


def _continues(grid: Grid, layout: Layout, row: int) -> bool:
    return row > layout.first_row and grid.origin(row, layout.name)[0] < row


def _label(grid: Grid, layout: Layout, row: int) -> str:
    """The cell that says what the row is: a total's word may stand left of the names."""
    name, own = grid.text(row, layout.name), grid.own_texts(row)
    if office_kind(name) is None:
        for text in (name, *(text for column, text in own if column < layout.steering)):
            if NOT_AN_OFFICE.match(fold(text)):
                return text
    return name or own[0][1]


def _rest(label: str) -> str:
    return label.partition(":")[2].strip()


def _total(grid: Grid, layout: Layout, row: int, words: str) -> Total:
    texts = [grid.text(row, column) for column in (layout.steering, layout.editorial)]
    return Total(
        kind=tuple(words.split()[:2]),
        grand=GRAND_TOTAL.match(words) is not None,
        figures=(_sum(texts[0]), _sum(texts[1])),
        legible=all(not text or _sum(text) is not None for text in texts),
    )


def _sum(text: str) -> int | None:
    digits = UNIT.sub("", fold(without_footnote(text)[0])).removesuffix(",0").removesuffix(".0")
    return int(digits) if digits.isdecimal() and len(digits) <= 6 else None


def _office(grid: Grid, layout: Layout, row: int) -> Office:
    written, footnoted = without_footnote(grid.text(row, layout.name))
    columns = (layout.steering, layout.editorial)
    steering, editorial = (_limit(grid, layout, row, column) for column in columns)
    typed = known((steering, editorial))
    others = {layout.name, layout.advisor, layout.head, *columns}
    remarks = [fold(text) for column, text in grid.own_texts(row) if column not in others]
    name = written[: _end_of_name(written)]
    withdrawn = name != written or any(map(WITHDRAWN.search, remarks))
    wholly = name != written or any(
        WITHDRAWN_WHOLLY.fullmatch(remark.rstrip(". ")) for remark in remarks
    )
    texts: dict[Flag, list[str]] = {}
    if footnoted:
        texts[Flag.FOOTNOTE] = [grid.text(row, layout.name)]
    if withdrawn:
        texts[Flag.NOT_TAKING_PART] = [grid.row_text(row)]
        if wholly or not any(grid.text(row, column) for column in columns):
            steering = editorial = LimitReading(0)
    elif steering.maximum == 0 and not grid.text(row, layout.editorial):
        # Block II is made of block I's people (R5), so none there leaves none here.
        editorial = LimitReading(0)
    for column, limit in ((layout.steering, steering), (layout.editorial, editorial)):
        for flag in limit.flags:
            texts.setdefault(flag, []).append(grid.text(row, column))
    outside = [
        str(limit.maximum)
        for limit, norm in ((steering, _NORM_STEERING), (editorial, _NORM_EDITORIAL))
        if limit.maximum and limit.maximum not in norm
    ]
    if outside:
        texts[Flag.OUTSIDE_NORM] = outside
    for column in columns:
        if note := grid.note(row, column):
            texts.setdefault(Flag.FOOTNOTE, []).append(note)
    return Office(
        name=canonical(name),
        limits=(steering, editorial),
        flags=tuple(flag for flag in Flag if flag in texts),
        texts={flag: " / ".join(dict.fromkeys(said)) for flag, said in texts.items()},
        participates=not (steering.maximum == 0 and editorial.maximum == 0),
        block_iii=None
        if layout.block_iii is None
        else read_limit(grid.cell(row, layout.block_iii)).maximum,
        typed=typed,
        unchanged=(
            _is_unchanged(grid.text(row, layout.steering)),
            _is_unchanged(grid.text(row, layout.editorial)),
        ),
        annex=any(map(ANNEX_REMARK.search, remarks)),
    )


def _end_of_name(written: str) -> int:
    """Where a name ends that carries its withdrawal: „UG Osiek (rezygnacja)”."""
    folded = fold(written)
    found = WITHDRAWN_NAME.search(folded) if len(folded) == len(written) else None
    return found.start() if found else len(written)


def _is_unchanged(text: str) -> bool:
    return not text or UNCHANGED.fullmatch(fold(text)) is not None


def _limit(grid: Grid, layout: Layout, row: int, column: int) -> LimitReading:
    origin = grid.origin(row, column)
    shared = origin[0] < row or (
        grid.origin(row + 1, column) == origin and grid.origin(row + 1, layout.name)[0] > row
    )
    if shared:
        # One figure over several offices: each one's, or theirs together? Only a person knows.
        return LimitReading(None, (Flag.SUSPICIOUS,))
    return read_limit(grid.cell(row, column))


def exceeds(limits: tuple[int | None, int | None]) -> bool:
    """Whether block II is larger than block I, which contradicts R5 and R7."""
    steering, editorial = limits
    return steering is not None and editorial is not None and editorial > steering


def known(limits: tuple[LimitReading, LimitReading]) -> Figures:
    """The limits as they count in a sum: what is not known counts nothing."""
    return limits[0].maximum or 0, limits[1].maximum or 0


def advisor_name(text: str) -> str | None:
    """The Advisor whom a cell or heading names, without footnote, „p.” and telephone; None for a
    dash or „brak”.
    """
    name = HONORIFIC.sub("", AFTER_A_NAME.sub("", without_footnote(text)[0]).strip(" :–—-"))
    return name if name and _somebody(name) else None


def _somebody(text: str) -> bool:
    return NOBODY.fullmatch(fold(text)) is None and any(map(str.isalpha, text))


def head_title(text: str) -> str | None:
    """The title of the head of office, if the cell says exactly one; a person's name is left."""
    words = fold(text)
    if DEPUTY.search(words):
        return None
    titles = {title for word, title in HEADS.items() if word in words}
    return titles.pop() if len(titles) == 1 else None


def region(text: str) -> str | None:
    """A voivodeship or county without the word for it; None for a blank or a dash."""
    bare = REGION_PREFIX.sub("", text)
    return bare if bare and _somebody(bare) else None


def voivodeship_in(text: str) -> str | None:
    """The voivodeship that a title names, in the nominative; None for none or for several."""
    found = set(VOIVODESHIP_IN_TEXT.findall(text.casefold()))
    return found.pop() if len(found) == 1 else None
