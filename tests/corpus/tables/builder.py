"""Makes the file of a case, as an office's program would save it.

In a table's lines `|` parts cells, `<` is merged with the cell on its left and `^` with the one
above. `8^1^` is a raised 1, `'8` is text where a figure would be a number, `@2026-10-05` a date,
`8 #note#` carries a comment, `\\n` breaks a line, `{-gone-}` and `{+new+}` are tracked changes, a
line that begins with `{-}` is a deleted row. `=== name` begins a sheet (`=== name (hidden)`), in
.docx another table; `hidden rows 6 7` and `hidden columns D` stand below it. A tab stays a tab.
"""

import csv
import datetime as dt
import io
import re
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.utils import column_index_from_string

from tests.corpus.tables.cases import CASES, Case

_RAISED = re.compile(r"\^([^^|]+)\^")
_NOTE = re.compile(r"\s*#([^#]+)#$")


@dataclass
class Part:
    """One sheet: its rows of cells as written; a paragraph is a row of one."""

    name: str = "Arkusz1"
    hidden: bool = False
    rows: list[list[str]] = field(default_factory=list)
    deleted: set[int] = field(default_factory=set)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)

    def merges(self) -> list[tuple[int, int, int, int]]:
        """First row, first column, last row, last column, from 0."""
        found = []
        for row, cells in enumerate(self.rows):
            for column, cell in enumerate(cells):
                if cell in {"<", "^"}:
                    continue
                right = column
                while right + 1 < len(cells) and cells[right + 1] == "<":
                    right += 1
                down = row
                while down + 1 < len(self.rows) and self.rows[down + 1][column:][:1] == ["^"]:
                    down += 1
                if (right, down) != (column, row):
                    found.append((row, column, down, right))
        return found


def build(case: Case) -> bytes:
    """The bytes of the case's file."""
    kind, *options = case.file.split(" ")
    if kind == "saved":
        return (CASES / "saved" / options[0]).read_bytes()
    if kind == "csv":
        return _csv(case.lines, *options)
    if kind == "txt":
        return "\r\n".join(case.lines).encode(*options)
    parts = _parts(case.lines)
    if kind == "xlsx":
        return _xlsx(parts)
    if kind == "ods":
        return _ods(parts)
    if kind == "html":
        return _html(parts, *options)
    assert kind == "docx", case.file
    return _docx(parts)


def _parts(lines: list[str]) -> list[Part]:
    parts = [Part()]
    for line in lines:
        if line.startswith("=== "):
            if parts[0].rows:
                parts.append(Part())
            name, hidden = line[4:], line.endswith(" (hidden)")
            parts[-1].name, parts[-1].hidden = name.removesuffix(" (hidden)"), hidden
        elif line.startswith("hidden rows "):
            parts[-1].hidden_rows = list(map(int, line.split()[2:]))
        elif line.startswith("hidden columns "):
            parts[-1].hidden_columns = line.split()[2:]
        else:
            if line.startswith("{-}"):
                parts[-1].deleted.add(len(parts[-1].rows))
            parts[-1].rows.append(_cells(line.removeprefix("{-}")))
    return parts


def _cells(line: str) -> list[str]:
    return [cell.strip(" ").replace("\\n", "\n") for cell in line.split("|")]


def _csv(lines: list[str], encoding: str = "utf-8", separator: str = ";", *flags: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter={"tab": "\t"}.get(separator, separator))
    if "sep" in flags:
        stream.write(f"sep={separator}\r\n")
    rows = [_cells(line) if line else [] for line in lines]
    width = max(map(len, rows))
    for row in rows:
        blanks = [""] * (width - len(row) if "padded" in flags else 0)
        writer.writerow(["" if cell in {"<", "^"} else cell for cell in row] + blanks)
    return stream.getvalue().encode(encoding)


# .xlsx


def _xlsx(parts: list[Part]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for part in parts:
        sheet = book.create_sheet(part.name)
        for row, cells in enumerate(part.rows, 1):
            for column, written in enumerate(cells, 1):
                text = _NOTE.sub("", written)
                if note := _NOTE.search(written):
                    sheet.cell(row, column).comment = Comment(note[1], "x")
                if text not in {"", "<", "^"}:
                    sheet.cell(row, column).value = _xlsx_value(text)
        for top, left, bottom, right in part.merges():
            sheet.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
        for hidden in part.hidden_rows:
            sheet.row_dimensions[hidden].hidden = True
        for letter in part.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
        sheet.sheet_state = "hidden" if part.hidden else "visible"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _xlsx_value(text: str) -> object:
    if text.startswith("@"):
        return dt.date.fromisoformat(text[1:])
    if text.startswith("'"):
        return text[1:]
    if _RAISED.search(text):
        raised = InlineFont(vertAlign="superscript")
        pieces = _RAISED.split(text)
        return CellRichText(
            *(
                TextBlock(raised, piece) if at % 2 else piece
                for at, piece in enumerate(pieces)
                if piece
            )
        )
    try:
        return int(text) if text.isdecimal() else float(text)
    except ValueError:
        return text


# .docx

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DATE = 'w:date="2009-10-12T08:00:00Z"'
_RUN = re.compile(r"\{([-+])(.*?)[-+]\}|\^([^^]+)\^|(\n)|(\t)|([^{^\n\t]+|[{^])", re.DOTALL)


def _docx(parts: list[Part]) -> bytes:
    body = ""
    for part in parts:
        rows: list[tuple[bool, list[str]]] = []
        for at, cells in enumerate([*part.rows, [""]]):
            if len(cells) > 1:
                rows.append((at in part.deleted, cells))
                continue
            body += _docx_table(rows) if rows else ""
            rows = []
            body += _docx_paragraph(cells[0]) if cells[0] else ""
        body += _docx_paragraph("")
    return _package(
        ("[Content_Types].xml", _TYPES),
        ("_rels/.rels", _RELATIONS),
        ("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>"),
    )


def _docx_table(rows: list[tuple[bool, list[str]]]) -> str:
    xml = ""
    for at, (deleted, cells) in enumerate(rows):
        line = ""
        for column, text in enumerate(cells):
            if text == "<":
                continue
            span = 1
            while cells[column + span : column + span + 1] == ["<"]:
                span += 1
            below = rows[at + 1][1][column : column + 1] if at + 1 < len(rows) else []
            merge = "" if text == "^" else ' w:val="restart"' if below == ["^"] else None
            vertical = "" if merge is None else f"<w:vMerge{merge}/>"
            wide = f'<w:tcW w:w="{span * 1000}" w:type="dxa"/>'
            wide += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            shown = "" if text == "^" else f"{{-{text}-}}" if deleted and text else text
            line += f"<w:tc><w:tcPr>{wide}{vertical}</w:tcPr>{_docx_paragraph(shown)}</w:tc>"
        gone = f'<w:trPr><w:del w:id="3" w:author="x" {_DATE}/></w:trPr>' if deleted else ""
        xml += f"<w:tr>{gone}{line}</w:tr>"
    columns = '<w:gridCol w:w="1000"/>' * max(len(cells) for _, cells in rows)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{xml}</w:tbl>"


def _docx_paragraph(text: str) -> str:
    runs = ""
    for change, changed, raised, line_break, tab, plain in _RUN.findall(text):
        if change == "-":
            deleted = f"<w:delText>{escape(changed)}</w:delText>"
            runs += f'<w:del w:id="1" w:author="x" {_DATE}><w:r>{deleted}</w:r></w:del>'
        elif change:
            runs += f'<w:ins w:id="2" w:author="x" {_DATE}>{_docx_run(changed)}</w:ins>'
        elif raised:
            runs += _docx_run(raised, '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')
        elif line_break or tab:
            runs += "<w:r><w:br/></w:r>" if line_break else "<w:r><w:tab/></w:r>"
        else:
            runs += _docx_run(plain)
    return f"<w:p>{runs}</w:p>"


def _docx_run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


# .ods

_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
_ODS_STYLES = (
    '<office:automatic-styles><style:style style:name="T1" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="ta2" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
)


def _ods(parts: list[Part]) -> bytes:
    tables = "".join(map(_ods_table, parts))
    content = (
        f"<office:document-content {_ODS}>{_ODS_STYLES}<office:body><office:spreadsheet>"
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return _package(
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)
    )


def _ods_table(part: Part) -> str:
    spans = {(row, column): (down - row + 1, right - column + 1)
             for row, column, down, right in part.merges()}  # fmt: skip
    hidden = sorted(column_index_from_string(letter) for letter in part.hidden_columns)
    columns = range(1, max(hidden, default=0) + 1)
    xml = "".join(f"<table:table-column{_collapse(at in hidden)}/>" for at in columns)
    for row, cells in enumerate(part.rows):
        line = ""
        for column, text in enumerate(cells):
            if text in {"<", "^"}:
                line += "<table:covered-table-cell/>"
                continue
            down, right = spans.get((row, column), (1, 1))
            line += _ods_cell(
                text,
                f' table:number-rows-spanned="{down}" table:number-columns-spanned="{right}"'
                if (down, right) != (1, 1) else "",
            )  # fmt: skip
        line += '<table:table-cell table:number-columns-repeated="16000"/>'
        xml += f"<table:table-row{_collapse(row + 1 in part.hidden_rows)}>{line}</table:table-row>"
    blank = "<table:table-cell/></table:table-row>"
    xml += f'<table:table-row table:number-rows-repeated="1048000">{blank}'
    style = "ta2" if part.hidden else "ta1"
    return (
        f'<table:table table:name="{escape(part.name)}" table:style-name="{style}">'
        f"{xml}</table:table>"
    )


def _collapse(hidden: bool) -> str:
    return ' table:visibility="collapse"' if hidden else ""


def _ods_cell(text: str, spans: str) -> str:
    note = _NOTE.search(text)
    comment = f"<office:annotation><text:p>{note[1]}</text:p></office:annotation>" if note else ""
    text = text[: note.start()] if note else text
    if text.startswith("@"):
        value = f' office:value-type="date" office:date-value="{text[1:]}T00:00:00"'
    elif text.isdecimal():
        value = f' office:value-type="float" office:value="{text}"'
    else:
        value = ' office:value-type="string"' if text else ""
    raised = r'<text:span text:style-name="T1">\1</text:span>'
    shown = _RAISED.sub(raised, escape(text.removeprefix("'"))).replace("\n", "<text:line-break/>")
    inner = f"<text:p>{shown}</text:p>" if text else ""
    return f"<table:table-cell{value}{spans}>{comment}{inner}</table:table-cell>"


# .html


def _html(parts: list[Part], encoding: str = "utf-8") -> bytes:
    body = ""
    for part in parts:
        spans = {(row, column): (down - row + 1, right - column + 1)
                 for row, column, down, right in part.merges()}  # fmt: skip
        for row, cells in enumerate(part.rows):
            if len(cells) == 1:
                body += f"<p>{escape(cells[0])}</p>\n"
                continue
            body += "<table><tr>"
            for column, text in enumerate(cells):
                if text in {"<", "^"}:
                    continue
                down, right = spans.get((row, column), (1, 1))
                shown = _RAISED.sub(r"<sup>\1</sup>", escape(text)).replace("\n", "<br>")
                body += f'<td rowspan="{down}" colspan="{right}">{shown or "&nbsp;"}</td>'
            body += "</tr></table>\n"
    page = body.replace("</table>\n<table>", "")
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
    return f"<html><head>{head}</head><body>{page}</body></html>".encode(encoding)


def _package(*parts: tuple[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, content.encode())
    return stream.getvalue()
