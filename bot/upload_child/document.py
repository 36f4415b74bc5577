"""Reads .docx: its paragraphs and tables in their order, as one sheet.

The XML is read as it stands, through defusedxml: python-docx shows neither tracked changes nor
content controls, hands a merged cell out repeatedly, and makes 718 MB of a small file. A paragraph
is a row of one cell; what was deleted in tracked changes is left out, what was inserted is in.
"""

import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from bot.upload_child.cells import MOST_COLUMNS, Grid, parse, raised, text_cell
from bot.upload_child.refusals import Refusal, Refused

_GONE = {"del", "moveFrom", "Fallback", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr"}
Places = tuple[tuple[int, int], ...]
_DEEPEST = 12
"""Tables within tables, beyond all paper."""


def read(package: zipfile.ZipFile) -> list[dict[str, Any]]:
    """One sheet. Raises Refused, or what the parser raises at a damaged file."""
    styles = (
        _raised_styles(parse(package.read("word/styles.xml")))
        if "word/styles.xml" in package.namelist()
        else frozenset()
    )
    document = parse(package.read("word/document.xml"))
    reader = _Reader(styles)
    for body in _children(document):
        reader.blocks(body, 0)
    reader.end_tabbed()
    return [reader.grid.as_json()]


def _name(element: Element) -> str:
    """The tag without its namespace: transitional and strict files have different ones."""
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Element | None, name: str) -> str | None:
    if element is None:
        return None
    return next(
        (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None
    )


def _child(element: Element | None, *names: str) -> Element | None:
    for name in names:
        if element is None:
            return None
        element = next((child for child in element if _name(child) == name), None)
    return element


def _is_on(element: Element | None) -> bool:
    """Whether a switch such as <w:vanish/> is there and not turned off."""
    return element is not None and _attribute(element, "val") not in {"0", "false", "off"}


def _children(element: Element, *wanted: str) -> Iterator[Element]:
    """The wanted elements in their order, through content controls, insertions and the like."""
    for child in element:
        name = _name(child)
        if name in wanted or not wanted:
            yield child
        elif name not in _GONE:
            yield from _children(child, *wanted)


def _raised_styles(styles: Element) -> frozenset[str]:
    """The character styles that raise their text, such as the one of footnote marks."""
    own: dict[str, bool | None] = {}
    parents: dict[str, str | None] = {}
    for style in styles:
        if _name(style) == "style" and (identity := _attribute(style, "styleId")):
            own[identity] = _raises(_child(style, "rPr"))
            parents[identity] = _attribute(_child(style, "basedOn"), "val")
    found = set()
    for identity in own:
        at: str | None = identity
        seen: set[str] = set()
        while at in own and at not in seen and own[at] is None:
            seen.add(at)
            at = parents[at]
        if at is not None and own.get(at):
            found.add(identity)
    return frozenset(found)


def _raises(properties: Element | None) -> bool | None:
    """Whether text with these properties is raised; None where they do not say."""
    aligned = _attribute(_child(properties, "vertAlign"), "val")
    if aligned is not None:
        return aligned == "superscript"
    position = _attribute(_child(properties, "position"), "val")
    return None if position is None else not position.startswith("-") and position != "0"


class _Reader:
    """Walks a document from its top; `grid` holds what has been met."""

    def __init__(self, raised_styles: frozenset[str]) -> None:
        self.grid = Grid()
        self._raised_styles = raised_styles
        self._tabbed: list[list[str]] = []

    def blocks(self, parent: Element, depth: int) -> None:
        """Paragraphs and tables, wherever they stand in `parent`."""
        for block in _children(parent, "p", "tbl"):
            if _name(block) == "tbl":
                self.end_tabbed()
                self._table(block, depth)
            else:
                self._paragraph(block)

    def _paragraph(self, paragraph: Element) -> None:
        text = self._text(paragraph)
        if "\t" in text.strip():
            self._tabbed.append(text.split("\t"))
        elif text.strip():
            self.end_tabbed()
            self.grid.add_row([text_cell(text.strip())])
        for box in _boxes(paragraph):
            self.end_tabbed()
            self.blocks(box, 1)

    def end_tabbed(self) -> None:
        """The paragraphs with tabs so far are a table of their own."""
        for row in _aligned(self._tabbed):
            self.grid.add_row([text_cell(cell.strip()) for cell in row])
        self._tabbed = []

    def _table(self, table: Element, depth: int) -> None:
        if depth > _DEEPEST:
            raise Refused(Refusal.TOO_BIG_INSIDE)
        merges: dict[int, tuple[int, int]] = {}
        row = self.grid.height
        lines = [
            line for line in _children(table, "tr") if _child(_child(line, "trPr"), "del") is None
        ]
        places = [_places(line) for line in lines]
        usual = _usual_places(places)
        for line, own in zip(lines, places, strict=True):
            self._row(line, usual if len(own) == len(usual) else own, row, merges)
            inner = [each for cell in _children(line, "tc") for each in _children(cell, "tbl")]
            row = max(row + 1, self.grid.height)
            if inner:
                for each in inner:
                    self._table(each, depth + 1)
                merges.clear()
                row = self.grid.height
        self._merge_all(merges, row - 1)

    def _row(
        self, line: Element, places: Places, row: int, merges: dict[int, tuple[int, int]]
    ) -> None:
        going_on: set[int] = set()
        for cell, (column, last) in zip(_children(line, "tc"), places, strict=True):
            properties = _child(cell, "tcPr")
            vertical = _child(properties, "vMerge")
            continues = vertical is not None and _attribute(vertical, "val") != "restart"
            if continues and column in merges:
                going_on.add(column)
            else:
                if column in merges:
                    self._merge(column, merges.pop(column), row - 1)
                if _child(properties, "cellDel") is None:
                    self.grid.place(row, column, text_cell(self._cell(cell)))
                if vertical is not None:
                    merges[column] = (row, last)
                    going_on.add(column)
                else:
                    self.grid.merge(row, column, row, last)
        for ended in set(merges) - going_on:
            self._merge(ended, merges.pop(ended), row - 1)

    def _merge(self, column: int, begun: tuple[int, int], last_row: int) -> None:
        first_row, last_column = begun
        self.grid.merge(first_row, column, last_row, last_column)

    def _merge_all(self, merges: dict[int, tuple[int, int]], last_row: int) -> None:
        for column, begun in merges.items():
            self._merge(column, begun, last_row)

    def _cell(self, cell: Element) -> str:
        return "\n".join(
            text for each in _children(cell, "p", "tbl")
            if _name(each) == "p" and (text := self._text(each).strip())
        )  # fmt: skip

    def _text(self, paragraph: Element) -> str:
        return "".join(map(self._run, _children(paragraph, "r")))

    def _run(self, run: Element) -> str:
        properties = _child(run, "rPr")
        if _is_on(_child(properties, "vanish")):
            return ""
        pieces = []
        for piece in run:
            match _name(piece):
                case "t":
                    pieces.append(piece.text or "")
                case "tab":
                    pieces.append("\t")
                case "br" | "cr":
                    pieces.append("\n")
                case "noBreakHyphen":
                    pieces.append("-")
                case "footnoteReference" | "endnoteReference":
                    pieces.append(raised(_attribute(piece, "id") or "1"))
                case _:
                    pass
        text = "".join(pieces)
        return raised(text) if self._is_raised(properties) else text

    def _is_raised(self, properties: Element | None) -> bool:
        raises = _raises(properties)
        style = _attribute(_child(properties, "rStyle"), "val")
        return style in self._raised_styles if raises is None else raises


def _places(line: Element) -> Places:
    """First and last column of a row's cells on the table's own grid."""
    places = []
    column = _number(_attribute(_child(_child(line, "trPr"), "gridBefore"), "val"), 0)
    for cell in _children(line, "tc"):
        width = _number(_attribute(_child(_child(cell, "tcPr"), "gridSpan"), "val"), 1)
        last = column + max(width, 1) - 1
        if last >= MOST_COLUMNS:
            raise Refused(Refusal.TOO_BIG_INSIDE)
        places.append((column, last))
        column = last + 1
    return tuple(places)


def _usual_places(rows: list[Places]) -> Places:
    """Where the cells of most full rows stand. A border dragged by hand in one row gives the table
    a grid of slivers, on which that row's cells stand beside those they belong below.
    """
    most = max(map(len, rows), default=0)
    return Counter(row for row in rows if len(row) == most).most_common(1)[0][0] if rows else ()


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph."""
    for run in _children(paragraph, "r"):
        yield from _children(run, "txbxContent")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() else otherwise


def _aligned(rows: list[list[str]]) -> list[list[str]]:
    """Columns made with tabs. Several tabs in succession may stand for one column or for a blank
    cell: where only joining them makes the rows agree, a row that still has another number of
    cells is kept whole, for a person to look at.
    """
    if len({len(row) for row in rows}) < 2:
        return rows
    filled = [[cell for cell in row if cell.strip()] for row in rows]
    most = max(map(len, filled))
    return [row if len(row) in {most, 1} else [" ".join(row)] for row in filled]
