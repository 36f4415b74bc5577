"""Reads .ods: its XML as it stands, through defusedxml, since a sheet repeats rows and columns by
the million and a library that unrolls them is a bomb.
"""

import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from bot.upload_child.cells import MOST_CELLS, Grid, date, parse, raised, text_cell
from bot.upload_child.refusals import Refusal, Refused

_ROW_GROUPS = {"table-header-rows", "table-rows", "table-row-group"}
_COLUMN_GROUPS = {"table-header-columns", "table-columns", "table-column-group"}


def read(package: zipfile.ZipFile) -> list[dict[str, Any]]:
    """The sheets. Raises Refused, or what the parser raises at a damaged file."""
    names = package.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in package.read(
        "META-INF/manifest.xml"
    ):
        raise Refused(Refusal.PASSWORD)
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        raise Refused(Refusal.MACROS)
    content = parse(package.read("content.xml"))
    body = _child(content, "body")
    spreadsheet = None if body is None else _child(body, "spreadsheet")
    if spreadsheet is None:
        raise Refused(Refusal.UNSUPPORTED)
    styles = _Styles(_child(content, "automatic-styles"))
    return [_sheet(table, styles) for table in spreadsheet if _name(table) == "table"]


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if _name(child) == name), None)


def _attribute(element: Element, name: str) -> str | None:
    return next(
        (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None
    )


def _number(element: Element, name: str) -> int:
    text = _attribute(element, name)
    return max(1, int(text)) if text and text.isascii() and text.isdecimal() else 1


class _Styles:
    """What a style's name means here: raised text, a hidden sheet."""

    def __init__(self, styles: Element | None) -> None:
        self.raised: set[str] = set()
        self.hidden: set[str] = set()
        for style in () if styles is None else styles:
            name = _attribute(style, "name") or ""
            for properties in style:
                position = _attribute(properties, "text-position") or ""
                if position.startswith("super") or position[:1] in set("123456789"):
                    self.raised.add(name)
                if _name(properties) == "table-properties" and (
                    _attribute(properties, "display") == "false"
                ):
                    self.hidden.add(name)


def _each(parent: Element, wanted: str, groups: set[str]) -> Iterator[Element]:
    for child in parent:
        if _name(child) == wanted:
            yield child
        elif _name(child) in groups:
            yield from _each(child, wanted, groups)


def _sheet(table: Element, styles: _Styles) -> dict[str, Any]:
    style = _attribute(table, "style-name")
    grid = Grid(_attribute(table, "name") or "", hidden=style in styles.hidden)
    column = 0
    for each in _each(table, "table-column", _COLUMN_GROUPS):
        repeated = min(_number(each, "number-columns-repeated"), MOST_CELLS)
        if _attribute(each, "visibility") in {"collapse", "filter"}:
            grid.hidden_columns |= set(range(column, column + repeated))
        column += repeated
    row = 0
    for line in _each(table, "table-row", _ROW_GROUPS):
        repeated = _number(line, "number-rows-repeated")
        if _fill(grid, line, row, styles):
            for again in range(1, repeated):
                _fill(grid, line, row + again, styles)
        if _attribute(line, "visibility") in {"collapse", "filter"}:
            grid.hidden_rows |= set(range(row, row + min(repeated, MOST_CELLS)))
        row += repeated
    return grid.as_json()


def _fill(grid: Grid, line: Element, row: int, styles: _Styles) -> bool:
    """One row's cells; answers whether it holds anything."""
    column, filled = 0, False
    for cell in line:
        if _name(cell) not in {"table-cell", "covered-table-cell"}:
            continue
        repeated = _number(cell, "number-columns-repeated")
        if _name(cell) == "table-cell":
            value = _value(cell, styles)
            for at in range(column, column + (repeated if value is not None else 0)):
                grid.place(row, at, value)
                filled = True
            grid.merge(
                row, column,
                row + _number(cell, "number-rows-spanned") - 1,
                column + _number(cell, "number-columns-spanned") - 1,
            )  # fmt: skip
            for note in cell:
                if _name(note) == "annotation":
                    grid.note(row, column, _paragraphs(note, styles))
        column += repeated
    return filled


def _value(cell: Element, styles: _Styles) -> Any:
    kind = _attribute(cell, "value-type")
    text = text_cell(_paragraphs(cell, styles))
    if kind in {"float", "percentage", "currency"}:
        figure = float(_attribute(cell, "value") or "nan")
        if abs(figure) < 1e15:
            return int(figure) if figure.is_integer() else figure
    told = _attribute(cell, "date-value") if kind == "date" else None
    if told:
        year, month, day = told[:10].split("-")
        return date(int(year), int(month), int(day))
    return text


def _paragraphs(cell: Element, styles: _Styles) -> str:
    return "\n".join(_text(each, styles) for each in cell if _name(each) == "p")


def _text(element: Element, styles: _Styles) -> str:
    pieces = [element.text or ""]
    for child in element:
        match _name(child):
            case "s":
                pieces.append(" " * min(_number(child, "c"), 1_000))
            case "tab":
                pieces.append("\t")
            case "line-break":
                pieces.append("\n")
            case "note":
                citation = _child(child, "note-citation")
                pieces.append("" if citation is None else raised(_text(citation, styles)))
            case "annotation":
                pass
            case _:
                pieces.append(_text(child, styles))
        pieces.append(child.tail or "")
    text = "".join(pieces)
    return raised(text) if _attribute(element, "style-name") in styles.raised else text
