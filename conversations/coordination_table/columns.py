"""Finds the columns: printed numbers first, headings as the cross-check (domain.md §5.2).

“Column 5” is what the number row says, not the fifth of the sheet. Where the two disagree, or
neither speaks, the columns are a proposal that a person has to confirm; `Layout.doubt` says why.
"""

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from conversations.coordination_table.grid import Grid
from conversations.coordination_table.limits import HIGHEST, read_limit
from conversations.coordination_table.model import NotATable, NotATableReason, ProblemCode
from conversations.office_names import office_kind
from conversations.table_vocabulary import (
    BLOCK,
    BLOCK_NUMBERS,
    BLOCK_WORD,
    GROUPS,
    HEADER_ROW,
    HEADERS,
    NOT_A_COUNT,
    NOT_A_NAME_HEADER,
    NUMBERS_LABEL,
    NUMERAL,
    ORDINAL,
    ROMAN,
    SPEAKS_BELOW,
    TOTAL,
)
from conversations.vocabulary import fold

_LONGEST_HEADING = 300
_TALLEST_HEADER = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a table keeps what. Rows from `first_row` on are its body."""

    header_rows: frozenset[int]
    first_row: int
    name: int
    steering: int
    editorial: int
    block_iii: int | None
    head: int | None
    advisor: int | None
    voivodeship: int | None
    county: int | None
    ordinal: int | None
    doubt: ProblemCode | None


def find_layouts(grid: Grid) -> tuple[Layout, ...]:
    """The layouts of the tables that stand below each other, the uppermost first.

    Raises NotATable (NO_COLUMNS) where columns 5 and 6 cannot even be proposed.
    """
    heads = _heads(grid)
    if not heads:
        return (_layout(grid, _first_body_row(grid), None, {}, grid.height),)
    layouts: list[Layout] = []
    first = min(heads[0].header_rows)
    if any(is_body(grid, row) for row in range(first)):
        # A table above the first header that can be told. If not even its columns can be
        # proposed, its rows will be told one by one.
        with contextlib.suppress(NotATable):
            layouts.append(_layout(grid, _first_body_row(grid), None, {}, first))
    said: tuple[object, ...] = ()
    for at, head in enumerate(heads):
        end = min(heads[at + 1].header_rows) if at + 1 < len(heads) else grid.height
        if at and head.numbers == heads[at - 1].numbers and head.says in {(), said}:
            # The header printed again on the next page, perhaps its number row alone.
            layouts.append(
                replace(layouts[-1], header_rows=head.header_rows, first_row=head.row + 1)
            )
            continue
        said = head.says
        number_row = head.row if head.numbers else None
        below_header = head.row if head.numbers else head.row + 1
        layouts.append(_layout(grid, below_header, number_row, head.numbers, end))
    return tuple(layouts)


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a table begins: the last row of its header, which is the number row if it has one."""

    row: int
    numbers: dict[int, int]
    header_rows: frozenset[int]
    says: tuple[object, ...]


def _heads(grid: Grid) -> list[_Head]:
    heads: list[_Head] = []
    for row in range(grid.height):
        numbers = _numbers(grid, row)
        if not numbers and not _names_both_blocks(grid, row):
            continue
        header = _header_rows(grid, row if numbers else row + 1)
        while heads and heads[-1].row in header:
            heads.pop()
        says = tuple(
            (column, fold(text)) for each in header for column, text in grid.own_texts(each)
        )
        heads.append(_Head(row, numbers, frozenset((*header, row)), says))
    return heads


def _names_both_blocks(grid: Grid, row: int) -> bool:
    """Whether a header ends with this row: it has a heading for the names and for each block."""
    own = grid.own_texts(row)
    if len(own) < 2 or is_body(grid, row) or not any(_blocks_of_heading(text) for _, text in own):
        return False
    header = _header_rows(grid, row + 1)
    columns = {column for each in header for column, _ in grid.own_texts(each)}
    headings = [_headings(grid, header, column) for column in sorted(columns)]
    by_block = _by_block(headings)
    named = any(any(map(HEADERS["name"].search, texts)) for texts in headings)
    return bool(named and by_block[1] and by_block[2])


def _numbers(grid: Grid, row: int) -> dict[int, int]:
    """Printed number → column, if this is the row 1 2 3 4 5 …; else nothing."""
    numbers: dict[int, int] = {}
    own = grid.own_texts(row)
    if own and NUMBERS_LABEL.fullmatch(fold(own[0][1][:_LONGEST_HEADING])):
        own = own[1:]
    for column, text in own:
        found = ORDINAL.fullmatch(fold(text))
        number = found and (int(found[1]) if found[1] else ROMAN.get(found[2]))
        if number != len(numbers) + 1:
            return {}
        numbers[number] = column
    return numbers if len(numbers) >= 5 else {}


def _first_body_row(grid: Grid) -> int:
    for row in range(grid.height):
        if is_body(grid, row):
            return row
    raise NotATable(NotATableReason.NO_COLUMNS)


def is_body(grid: Grid, row: int) -> bool:
    """Whether a row holds figures of something named, as an office's or a total's row does."""
    texts = [text for _, text in grid.own_texts(row)]
    figures = sum(text.isdecimal() and len(text) <= 3 for text in texts)
    worded = any(any(map(str.isalpha, text)) for text in texts)
    office = len(texts) > 2 and any(map(office_kind, texts)) and any(map(_has_digit, texts))
    return worded and (figures >= 2 or office) and not any(map(_blocks_of_heading, texts))


def _header_rows(grid: Grid, below: int) -> list[int]:
    """The rows above `below` with at least two headings; titles and blanks between are passed.

    The heading of the names may stand alone above the others.
    """
    row = below - 1
    while row >= 0 and len(grid.own_texts(row)) < 2:
        row -= 1
    rows: list[int] = []
    while (
        row >= 0
        and len(rows) < _TALLEST_HEADER
        and (len(grid.own_texts(row)) >= 2 or (rows and _is_heading_alone(grid, row)))
        and not is_body(grid, row)
        and not any(
            SPEAKS_BELOW.match(fold(text[:_LONGEST_HEADING])) for _, text in grid.own_texts(row)
        )
    ):
        rows.append(row)
        row -= 1
    return rows[::-1]


def _is_heading_alone(grid: Grid, row: int) -> bool:
    """Whether a row of one cell heads the names, as a heading torn off its header does."""
    texts = [text for _, text in grid.own_texts(row)]
    return len(texts) == 1 and HEADER_ROW.match(fold(texts[0][:_LONGEST_HEADING])) is not None


def _names_offices(grid: Grid, row: int) -> bool:
    texts = [fold(text[:_LONGEST_HEADING]) for _, text in grid.own_texts(row)]
    return not is_body(grid, row) and len(texts) > 2 and any(map(HEADERS["name"].search, texts))


def _layout(
    grid: Grid, below_header: int, number_row: int | None, numbers: dict[int, int], end: int
) -> Layout:
    header = _header_rows(grid, below_header)
    first_row = below_header if number_row is None else number_row + 1
    if not header and _names_offices(grid, first_row):
        # The numbers stand above the header.
        header, first_row = [first_row], first_row + 1
    body = [row for row in range(first_row, end) if not _is_total(grid, row)]
    headings = [_headings(grid, header, column) for column in range(grid.width)]
    steering, editorial, doubt = _choose(grid, numbers, headings, body)
    third = [column for column in _by_block(headings)[3] if column not in {steering, editorial}]
    block_iii = max(third, key=lambda at: _share(grid, at, body), default=None)
    taken = {steering, editorial, block_iii}

    def first(kind: str) -> int | None:
        for column, texts in enumerate(headings):
            if column not in taken and any(map(HEADERS[kind].search, texts)):
                taken.add(column)
                return column
        return None

    advisor, head = first("advisor"), first("head")
    name = _name_column(grid, headings, taken, body, numbers)
    taken.add(name)
    ordinal = first("ordinal")
    voivodeship, county = first("voivodeship"), first("county")
    return Layout(
        header_rows=frozenset(header) | ({number_row} if number_row is not None else set()),
        first_row=first_row,
        name=name,
        steering=steering,
        editorial=editorial,
        block_iii=block_iii,
        head=head,
        advisor=advisor,
        voivodeship=voivodeship,
        county=county,
        ordinal=ordinal,
        doubt=doubt,
    )


def _headings(grid: Grid, header: Sequence[int], column: int) -> list[str]:
    """What stands above a column, from the top; a heading merged over several rows once."""
    origins = dict.fromkeys(grid.origin(row, column) for row in header)
    texts = [fold(grid.text(*origin)[:_LONGEST_HEADING]) for origin in origins]
    return [text for text in texts if text]


def _blocks(text: str) -> set[int]:
    blocks = {
        BLOCK_NUMBERS[numeral]
        for mention in BLOCK.finditer(text)
        for numeral in NUMERAL.findall(_without_joining_i(mention[1]))
    }
    return blocks | {block for block, word in GROUPS.items() if word.search(text)}


def _blocks_of_heading(text: str) -> set[int]:
    return _blocks(fold(text[:_LONGEST_HEADING]))


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _without_joining_i(mention: str) -> str:
    """„i i ii” → „i ii”: every second bare „i” joins, as people write „blok I i II”."""
    words = mention.replace(",", " , ").split()
    return " ".join(word for at, word in enumerate(words) if not (at % 2 and word == "i"))


def _block(texts: Sequence[str]) -> int | None:
    """The one block a column's headings name. A heading that names several is no evidence."""
    if any(BLOCK_WORD.search(text) for text in texts):
        bare = {BLOCK_NUMBERS[text] for text in texts if text in BLOCK_NUMBERS}
    else:
        bare = set()
    single = [blocks for text in texts if len(blocks := _blocks(text)) == 1]
    evidence = bare.union(*single) or _blocks(" ".join(texts))
    return next(iter(evidence)) if len(evidence) == 1 else None


def _by_block(headings: Sequence[Sequence[str]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {1: [], 2: [], 3: []}
    for column, texts in enumerate(headings):
        block = _block(texts)
        if block is not None and not any(NOT_A_COUNT.search(text) for text in texts):
            found[block].append(column)
    return found if found[1] or found[2] else _by_bare_numerals(headings) or found


def _by_bare_numerals(headings: Sequence[Sequence[str]]) -> dict[int, list[int]] | None:
    """I and II side by side under one heading that does not say „blok”."""
    lowest = [texts[-1:] for texts in headings]
    for at, pair in enumerate(pairwise(lowest)):
        if pair == (["i"], ["ii"]) and headings[at][:-1] == headings[at + 1][:-1] != []:
            third = [at + 2] if lowest[at + 2 : at + 3] == [["iii"]] else []
            return {1: [at], 2: [at + 1], 3: third}
    return None


def _choose(
    grid: Grid, numbers: dict[int, int], headings: Sequence[Sequence[str]], body: Sequence[int]
) -> tuple[int, int, ProblemCode | None]:
    """Columns 5 and 6, and what is doubtful about them."""
    by_block = _by_block(headings)
    printed = (numbers[5], numbers[6]) if 6 in numbers else None
    named = tuple(
        printed[block - 1]
        if printed and printed[block - 1] in by_block[block]
        else max(by_block[block], key=lambda at: _share(grid, at, body), default=None)
        for block in (1, 2)
    )  # fmt: skip
    pair: tuple[int, int]
    doubt: ProblemCode | None = None
    match named:
        case int() as first, int() as second:
            pair = (first, second)
            if printed not in {None, pair}:
                doubt = ProblemCode.COLUMNS_CONFLICT
                pair = max((printed or pair), pair, key=lambda two: _fit(grid, two, body))
        case first, second if printed:
            pair = printed
            if first not in {None, printed[0]} or second not in {None, printed[1]}:
                doubt = ProblemCode.COLUMNS_CONFLICT
        case int() as first, None:
            pair, doubt = (first, first + 1), ProblemCode.COLUMNS_BY_POSITION
        case None, int() as second if second > 0:
            pair, doubt = (second - 1, second), ProblemCode.COLUMNS_BY_POSITION
        case _:
            pair, doubt = _fifth_and_sixth(grid, body), ProblemCode.COLUMNS_BY_POSITION
    agreed = printed == named
    rivals = any(
        _share(grid, at, body) >= 0.5 for block in (1, 2) for at in by_block[block]
        if at not in pair
    )  # fmt: skip
    if doubt is None and not agreed and (rivals or _fit(grid, pair, body) < 0.5):
        doubt = ProblemCode.COLUMNS_DOUBTFUL
    return (*pair, doubt)


def _fifth_and_sixth(grid: Grid, body: Sequence[int]) -> tuple[int, int]:
    used = sorted({
        column for row in body if len(own := grid.own_texts(row)) >= 3 for column, _ in own
    } - grid.sheet.hidden_columns)  # fmt: skip
    visible = [
        column for column in range(used[0], used[-1] + 1)
        if column not in grid.sheet.hidden_columns
    ] if used else []  # fmt: skip
    if len(visible) < 6 or _fit(grid, (visible[4], visible[5]), body) < 0.5:
        raise NotATable(NotATableReason.NO_COLUMNS)
    return visible[4], visible[5]


def _is_total(grid: Grid, row: int) -> bool:
    return any(TOTAL.match(fold(text[:_LONGEST_HEADING])) for _, text in grid.own_texts(row)[:2])


def _fit(grid: Grid, pair: tuple[int, int], body: Sequence[int]) -> float:
    return min(_share(grid, column, body) for column in pair)


def _share(grid: Grid, column: int, body: Sequence[int]) -> float:
    """How much of a column could be limits: 0–25, and not the running number 1, 2, 3 …"""
    cells = [(row, text) for row in body if (text := grid.text(row, column))]
    figures = [int(text) for _, text in cells if text.isdecimal() and len(text) <= 3]
    if not cells or (len(figures) > 2 and figures == list(range(1, len(figures) + 1))):
        return 0.0
    could_be = sum(read_limit(grid.cell(row, column)).maximum is not None for row, _ in cells)
    # Words such as „do uzgodnienia” speak neither for a column nor against it.
    against = sum(figure > HIGHEST for figure in figures)
    silent = len(cells) - could_be - against
    return (could_be + silent / 2) / len(cells)


def _name_column(
    grid: Grid,
    headings: Sequence[Sequence[str]],
    taken: Collection[int | None],
    body: Sequence[int],
    numbers: dict[int, int],
) -> int:
    """The column of office names: by its heading, and by what stands in it."""
    free = [column for column in range(grid.width) if column not in taken]
    offices = {
        column: sum(office_kind(grid.text(row, column)) is not None for row in body)
        for column in free
    }
    headed = [
        column
        for column in free
        if any(map(HEADERS["name"].search, headings[column]))
        and not any(map(NOT_A_NAME_HEADER.search, headings[column]))
    ]
    best = max(headed, key=lambda column: offices[column], default=None)
    if best is None or not offices[best]:
        best = max(free, key=lambda column: offices[column], default=best)
        if best is not None and not offices[best]:
            best = headed[0] if headed else numbers.get(2)
    if best is None:
        raise NotATable(NotATableReason.NO_OFFICES)
    return best
