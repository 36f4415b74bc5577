"""What each kind of file says: Word as python-docx and Word write it, old Excel, OpenDocument, web
pages and plain text, read to the letter.
"""

import contextlib
import io
import json
import re
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.cli import app
from bot.upload_child import plain_text, reading
from bot.upload_child.refusals import Refusal, Refused
from bot.uploads import read_sheets
from conversations.coordination_table import Sheet, read
from conversations.list_entry import list_from_sheets
from tests.attacks import BIFF, document, old_workbook, record, spreadsheet, zipped
from tests.corpus.tables.builder import build
from tests.corpus.tables.cases import Case

Rows = list[list[object]]


def rows_of(data: bytes) -> Rows:
    """The cells of the one sheet of a file, read in this process."""
    (sheet,) = reading.read(data)
    rows: Rows = sheet["rows"]
    return rows


def refusal_of(data: bytes) -> Refusal:
    with pytest.raises(Refused) as refused:
        reading.read(data)
    return refused.value.reason


def word(table: list[list[str]]) -> Document:
    made = docx.Document()
    grid = made.add_table(len(table), len(table[0]))
    for at, row in enumerate(table):
        for column, text in enumerate(row):
            grid.cell(at, column).text = text
    return made


def saved(made: Document) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def paragraphs(xml: str, **parts: bytes) -> Rows:
    return rows_of(document(xml.encode(), **parts))


# Word


def test_paragraphs_and_tables_come_in_their_order() -> None:
    made = docx.Document()
    made.add_paragraph("Doradca: Ewa Lis")
    first = made.add_table(1, 2)
    first.cell(0, 0).text, first.cell(0, 1).text = "UG Giby", "5"
    made.add_paragraph("Doradca: Jan Bór")
    second = made.add_table(1, 2)
    second.cell(0, 0).text, second.cell(0, 1).text = "UG Puńsk", "6"
    assert rows_of(saved(made)) == [
        ["Doradca: Ewa Lis"], ["UG Giby", "5"], ["Doradca: Jan Bór"], ["UG Puńsk", "6"]
    ]  # fmt: skip


def test_merged_cells_speak_once_and_say_how_far_they_reach() -> None:
    made = word([["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]])
    grid = made.tables[0]
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "ab"
    grid.cell(1, 2).merge(grid.cell(2, 2)).text = "fi"
    (sheet,) = reading.read(saved(made))
    assert sheet["rows"] == [["ab", None, "c"], ["d", "e", "fi"], ["g", "h"]]
    assert sheet["merged"] == [[0, 0, 0, 1], [1, 2, 2, 2]]


def test_a_block_merged_both_ways_is_one_range() -> None:
    made = word([["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]])
    made.tables[0].cell(0, 0).merge(made.tables[0].cell(1, 1)).text = "x"
    (sheet,) = reading.read(saved(made))
    assert sheet["rows"] == [["x", None, "c"], [None, None, "f"], ["g", "h", "i"]]
    assert sheet["merged"] == [[0, 0, 1, 1]]


def test_a_merge_that_begins_where_another_ends_is_another() -> None:
    restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    cell = "<w:tr><w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    lines = [(restart, "a"), (go_on, ""), (restart, "b"), (go_on, ""), ("", "c"), (go_on, "d")]
    table = "".join(cell.format(*line) for line in lines)
    (sheet,) = reading.read(document(f"<w:tbl>{table}</w:tbl>".encode()))
    assert sheet["rows"] == [["a"], [], ["b"], [], ["c"], ["d"]]
    assert sheet["merged"] == [[0, 0, 1, 0], [2, 0, 3, 0]]


def test_a_cell_set_in_from_the_margin_keeps_its_column() -> None:
    (sheet,) = reading.read(document(
        b'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>'
        b"<w:tc><w:p><w:r><w:t>8</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    ))  # fmt: skip
    assert sheet["rows"] == [[None, None, "8"]]


def test_a_border_dragged_by_hand_moves_no_figure() -> None:
    def row(*cells: tuple[str, int]) -> str:
        inner = "".join(
            f'<w:tc><w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>'
            f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
            for text, width in cells
        )
        return f"<w:tr>{inner}</w:tr>"

    straight = row(("UG Giby", 2), ("5", 1), ("3", 2))
    dragged = row(("UG Puńsk", 1), ("6", 3), ("4", 1))
    total = row(("Razem", 3), ("7", 2))
    table = f"<w:tbl>{straight}{straight}{dragged}{total}</w:tbl>"
    assert paragraphs(table) == [
        ["UG Giby", None, "5", "3"], ["UG Giby", None, "5", "3"], ["UG Puńsk", None, "6", "4"],
        ["Razem", None, None, "7"],
    ]  # fmt: skip


def test_raised_digits_are_told_from_others() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("8")
    paragraph.add_run("1").font.superscript = True
    paragraph = made.add_paragraph("H")
    paragraph.add_run("2").font.subscript = True
    assert rows_of(saved(made)) == [["8¹"], ["H2"]]


@pytest.mark.parametrize(
    ("properties", "read_as"),
    [
        ('<w:vertAlign w:val="superscript"/>', "8¹"),
        ('<w:position w:val="6"/>', "8¹"),
        ('<w:rStyle w:val="FootnoteReference"/>', "8¹"),
        ('<w:rStyle w:val="Child"/>', "8¹"),
        ('<w:rStyle w:val="FootnoteReference"/><w:vertAlign w:val="baseline"/>', "81"),
        ('<w:position w:val="-6"/>', "81"),
        ('<w:position w:val="0"/>', "81"),
        ('<w:rStyle w:val="Bold"/>', "81"),
        ('<w:rStyle w:val="Loop"/>', "81"),
        ('<w:vanish w:val="false"/>', "81"),
        ("<w:vanish/>", "8"),
    ],
)
def test_a_digit_may_be_raised_by_itself_by_its_place_or_by_its_style(
    properties: str, read_as: str
) -> None:
    styles = (
        b'<w:styles xmlns:w="w"><w:docDefaults/><w:style/>'
        b'<w:style w:styleId="FootnoteReference"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        b'</w:style><w:style w:styleId="Child"><w:basedOn w:val="FootnoteReference"/></w:style>'
        b'<w:style w:styleId="Bold"><w:rPr><w:b/></w:rPr></w:style>'
        b'<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>'
    )
    runs = f"<w:r><w:t>8</w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>1</w:t></w:r>"
    assert paragraphs(f"<w:p>{runs}</w:p>", **{"word/styles.xml": styles}) == [[read_as]]


def test_a_real_footnote_leaves_its_mark() -> None:
    runs = '<w:r><w:t>8</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    assert paragraphs(f"<w:p>{runs}</w:p>") == [["8²"]]
    assert paragraphs("<w:p><w:r><w:t>8</w:t><w:endnoteReference/></w:r></w:p>") == [["8¹"]]


def test_tracked_changes_are_read_as_if_accepted() -> None:
    deleted = "<w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
    moved = "<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>"
    inserted = "<w:ins><w:r><w:t>10</w:t></w:r></w:ins><w:moveTo><w:r><w:t>!</w:t></w:r></w:moveTo>"
    assert paragraphs(f"<w:p>{deleted}{moved}{inserted}</w:p>") == [["10!"]]
    cell = "<w:tc>{}<w:p><w:r><w:t>8</w:t></w:r></w:p></w:tc>"
    gone = cell.format("<w:tcPr><w:cellDel/></w:tcPr>")
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell.format('')}</w:tr>"
    table = f"<w:tbl>{row}<w:tr>{gone}{cell.format('')}</w:tr></w:tbl>"
    assert paragraphs(table) == [[None, "8"]]


def test_text_hides_in_links_fields_controls_and_boxes() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    inner = (
        f"<w:hyperlink>{run.format('a')}</w:hyperlink><w:sdt><w:sdtPr><w:x/></w:sdtPr><w:sdtContent>"
        f"{run.format('b')}</w:sdtContent></w:sdt><w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"<w:fldSimple>{run.format('c')}</w:fldSimple><w:r><w:noBreakHyphen/><w:br/><w:t>d</w:t></w:r>"
    )
    box = f"<w:p>{run.format('w ramce')}</w:p>"
    choice = f"<w:Choice><w:txbxContent>{box}</w:txbxContent></w:Choice>"
    fallback = f"<w:Fallback><w:txbxContent>{box}</w:txbxContent></w:Fallback>"
    boxed = f"<w:r><w:AlternateContent>{choice}{fallback}</w:AlternateContent></w:r>"
    body = f"<w:sdt><w:sdtContent><w:p>{inner}{boxed}</w:p></w:sdtContent></w:sdt>"
    assert paragraphs(body) == [["abc-\nd"], ["w ramce"]]


def test_a_table_inside_a_cell_comes_below_its_row() -> None:
    made = word([["a", "b"], ["c", "d"]])
    inner = made.tables[0].cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "w", "środku"
    assert rows_of(saved(made)) == [["a", "b"], ["w", "środku"], ["c", "d"]]


def test_lines_within_a_cell_stay_lines() -> None:
    made = word([["a", "b"]])
    run = made.tables[0].cell(0, 0).paragraphs[0].add_run()
    run.add_break(WD_BREAK.LINE)
    run.add_text("druga")
    made.tables[0].cell(0, 1).add_paragraph("trzecia")
    assert rows_of(saved(made)) == [["a\ndruga", "b\ntrzecia"]]


def test_tabs_make_columns_and_a_row_that_fits_none_is_kept_whole() -> None:
    made = docx.Document()
    for line in ("Lp.\tUrząd\tI", "1\tUG Giby\t\t5", "2\tUG\t", "\tUrząd Gminy", "Razem", "x\ty"):
        made.add_paragraph(line)
    assert rows_of(saved(made)) == [
        ["Lp.", "Urząd", "I"], ["1", "UG Giby", "5"], ["2 UG"], ["Urząd Gminy"], ["Razem"],
        ["x", "y"],
    ]  # fmt: skip


def test_a_strict_document_is_read_alike() -> None:
    body = b"<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    namespace = b'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    content = b"<w:document %s><w:body>%s</w:body></w:document>" % (namespace, body)
    assert rows_of(zipped({"word/document.xml": content})) == [["x"]]


# Old Excel


def test_an_old_workbook_keeps_its_raised_digits_dates_and_hidden_parts() -> None:
    rows = rows_of(old_workbook())
    assert [rows[5][4], rows[6][5]] == ["8¹", "3²⁾"]
    (dated,) = reading.read(old_workbook("51-xls-dates"))
    assert dated["rows"][2][4:] == [{"date": "2009-10-05"}, {"date": "2009-05-03"}]
    (noted,) = reading.read(old_workbook("54-xls-hidden-row-and-note"))
    assert noted["hidden_rows"] == [3]
    assert noted["notes"] == [[2, 4, "po rozmowie z Wójtem"]]
    names = [
        (sheet["name"], sheet["hidden"]) for sheet in reading.read(old_workbook("53-xls-sheets"))
    ]
    assert ("stare", True) in names


def test_a_workbook_of_excel_5_without_a_code_page_is_polish() -> None:
    begin = record(0x0809, bytes.fromhex("00050500bb0dcc07"))
    sheet_begin = record(0x0809, bytes.fromhex("00051000bb0dcc07"))
    text = "Żółwia Łąka".encode("cp1250")
    label = record(0x0204, bytes(6) + len(text).to_bytes(2, "little") + text)
    error = record(0x0205, b"\x00\x00\x01\x00\x00\x00\x07\x01")
    truth = record(0x0205, b"\x00\x00\x02\x00\x00\x00\x01\x00")
    end = record(0x0A, b"")
    font = record(0x31, b"\xc8\x00\x00\x00\xff\x7f\x90\x01\x00\x00\x00\x00\x00\x00\x05Arial")
    formats = record(0xE0, bytes(16)) * 16
    globals_length = len(begin + font + formats + end) + 4 + 6 + 1 + 2
    bound = record(0x85, globals_length.to_bytes(4, "little") + b"\x00\x00\x02ab")
    book = begin + font + formats + bound + end + sheet_begin + label + error + truth + end
    (sheet,) = reading.read(book)
    assert (sheet["name"], sheet["rows"]) == ("ab", [["Żółwia Łąka", "#DIV/0!"]])


def test_an_old_workbook_with_a_password_says_so() -> None:
    assert refusal_of(BIFF + record(0x2F, bytes(54))) is Refusal.PASSWORD


# OpenDocument


def ods(cells: str, columns: str = "") -> list[dict[str, object]]:
    table = f'<table:table table:name="a">{columns}<table:table-row>{cells}</table:table-row>'
    return reading.read(spreadsheet(f"{table}</table:table>".encode()))


def test_repeated_and_covered_cells_hold_their_columns() -> None:
    cell = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
    (sheet,) = ods(
        cell.format(' table:number-columns-repeated="2"', "a")
        + '<table:table-cell table:number-columns-repeated="3"/>'
        + cell.format(' table:number-columns-spanned="2"', "b")
        + "<table:covered-table-cell><text:p>ukryte</text:p></table:covered-table-cell><x/>"
        + cell.format("", "c")
    )
    assert sheet["rows"] == [["a", "a", None, None, None, "b", None, "c"]]
    assert sheet["merged"] == [[0, 5, 0, 6]]


def test_the_values_of_open_document_cells() -> None:
    (sheet,) = ods(
        '<table:table-cell office:value-type="float" office:value="8"><text:p>8 os.</text:p>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="percentage" office:value="0.5"/>'
        '<table:table-cell office:value-type="float" office:value="1e300"><text:p>dużo</text:p>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="float"><text:p>nic</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2009-10-05"/>'
        '<table:table-cell office:value-type="date"><text:p>5 paź</text:p></table:table-cell>'
        "<table:table-cell><text:p>a<text:s/>b<text:s text:c='2'/>c<text:tab/>d<text:line-break/>e"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body/></text:note>"
        "<text:note/><office:annotation/></text:p><text:p>f</text:p></table:table-cell>"
    )
    assert sheet["rows"] == [
        [8, 0.5, "dużo", "nic", {"date": "2009-10-05"}, "5 paź", "a b  c\td\ne¹\nf"]
    ]


def test_grouped_rows_and_hidden_columns_of_open_document() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row{}>" + cell + "</table:table-row>"
    table = (
        '<table:table table:name="a"><table:table-column table:visibility="collapse" '
        'table:number-columns-repeated="2"/><table:table-columns><table:table-column/>'
        "</table:table-columns><table:table-header-rows>" + row.format("", "a")
        + "</table:table-header-rows>" + row.format(' table:number-rows-repeated="2"', "b")
        + row.format(' table:visibility="filter"', "c") + "</table:table><x/>"
    )  # fmt: skip
    (sheet,) = reading.read(spreadsheet(table.encode(), **{"META-INF/manifest.xml": b"<m/>"}))
    assert sheet["rows"] == [["a"], ["b"], ["b"], ["c"]]
    assert (sheet["hidden_rows"], sheet["hidden_columns"]) == ([3], [0])


# Web pages


def test_a_web_page_is_read_as_it_looks() -> None:
    page = """<html><head><title>x</title><style>y</style></head><body>
      <h1>Tabela&nbsp;koordynacyjna</h1>
      <table><tr><th colspan=2>Blok</th><th rowspan="2">Uwagi<sup>1</sup></th></tr>
      <tr><td>I<br>osoby</td><td>II
      osoby</td></tr>
      <tr><td>8<td>4<td rowspan=x><div>a</div>b</tr></sup></style></td>
      </table><p>Sporządził</body>"""
    (sheet,) = reading.read(page.encode())
    assert sheet["rows"] == [
        ["Tabela koordynacyjna"], ["Blok", None, "Uwagi¹"], ["I\nosoby", "II osoby"],
        ["8", "4", "a\nb"], ["Sporządził"],
    ]  # fmt: skip
    assert sheet["merged"] == [[1, 0, 1, 1], [1, 2, 2, 2]]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=iso-8859-2>", "iso-8859-2"),
        ("<meta charset=nonsense>", "cp1250"),
        ("<meta charset=ascii>", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_a_web_page_says_its_encoding_or_lets_it_be_seen(head: str, encoding: str) -> None:
    page = f"<html>{head}<table><tr><td>Łąka świętokrzyska</table>".encode(encoding)
    assert rows_of(page) == [["Łąka świętokrzyska"]]


def test_a_web_page_without_a_table_is_refused() -> None:
    assert refusal_of(b"<html><p>Blok I, blok II</html>") is Refusal.WEB_PAGE


# Plain text


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Anna Kowalczyk, Sekretarz\nPiotr Zalewski, Skarbnik", 1),
        ("Anna Kowalczyk <a@x.example>; Piotr Zalewski <p@x.example>", 1),
        ("Anna Kowalczyk; Sekretarz\nPiotr Zalewski; Skarbnik", 1),
        ("Kowalczyk,Anna\nZalewski,Piotr", 2),
        ("Anna Kowalczyk\tSekretarz", 2),
        ("1, Giby, 5, 3\n2, Puńsk, 6, 3", 4),
        ("a|b\nc|d", 2),
        ("", 0),
    ],
)
def test_prose_is_lines_and_a_table_is_cells(text: str, rows: int) -> None:
    (sheet,) = plain_text.read(text.encode())
    assert max(map(len, sheet["rows"]), default=0) == rows


def test_blank_lines_keep_the_rows_that_a_person_counts() -> None:
    assert rows_of(b"a\n\nb\n\n") == [["a"], [], ["b"]]
    assert rows_of(b"a;b\n\nc;d\n;;\n") == [["a", "b"], [], ["c", "d"]]


def test_damaged_utf_8_does_not_pass_for_another_encoding() -> None:
    text = "Zażółć gęślą jaźń; Świętokrzyskie; Łódź\n".encode()
    assert refusal_of(text * 20 + b"\xc5") is Refusal.UNREADABLE


# What is too much


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"x" * 20_001, Refusal.TOO_BIG_INSIDE),
        (b"\n" * 10_001 + b"x", Refusal.TOO_BIG_INSIDE),
        (b";".join([b"8"] * 300) + b"\n1;2", Refusal.TOO_BIG_INSIDE),
        (b"8;4\n" * 300_000 + b";" * 500_000, Refusal.TOO_BIG_INSIDE),
        (b"<table><tr><td rowspan=9999 colspan=99>x</table>", Refusal.TOO_BIG_INSIDE),
        (b"<table>" + b"<tr>" * 500_000, Refusal.TOO_BIG_INSIDE),
        (spreadsheet(b"", **{"META-INF/manifest.xml": b"<encryption-data/>"}), Refusal.PASSWORD),
        (spreadsheet(b"", **{"Scripts/x": b""}), Refusal.MACROS),
        (spreadsheet(b""), Refusal.UNREADABLE),
        (zipped({"content.xml": b"<x/>"}), Refusal.UNSUPPORTED),
        (spreadsheet(b"<table:table/>" * 51), Refusal.TOO_BIG_INSIDE),
        (document(b"<w:tbl><w:tr><w:tc>" * 14 + b"</w:tc></w:tr></w:tbl>" * 14),
         Refusal.TOO_BIG_INSIDE),
        (zipped({"word/document.xml": b"", "x/vbaProject.bin": b""}), Refusal.MACROS),
    ],
)  # fmt: skip
def test_what_is_too_much_or_locked_is_refused(data: bytes, reason: Refusal) -> None:
    assert refusal_of(data) is reason


# Lists from files


LIST = [["Imię i nazwisko", "Stanowisko"], ["Anna Kowalczyk", "Sekretarz Gminy"],
        ["Ewa Lis-Sadowska", "Kierownik USC"]]  # fmt: skip


@pytest.mark.parametrize("kind", ["docx", "xlsx", "ods", "csv cp1250", "html"])
def test_a_list_is_the_same_in_every_format(kind: str, tmp_path: Path) -> None:
    data = build(Case("lista", file=kind, lines=[" | ".join(row) for row in LIST]))
    file = tmp_path / f"lista.{kind.split(maxsplit=1)[0]}"
    file.write_bytes(data)
    told = CliRunner().invoke(app, ["read", str(file), "--as", "list", "--json"])
    assert told.exit_code == 0, told.output
    people = json.loads(told.stdout)["people"]
    assert [(each["given"], each["surname"], each["position"]) for each in people] == [
        ("Anna", "Kowalczyk", "Sekretarz Gminy"), ("Ewa", "Lis-Sadowska", "Kierownik USC")
    ]  # fmt: skip


def test_a_list_in_paragraphs_is_read_line_by_line() -> None:
    made = docx.Document()
    for line in ("Grupa sterująca:", "Anna Kowalczyk, Sekretarz", "Jan Bór – Skarbnik"):
        made.add_paragraph(line, style="List Number")
    text = list_from_sheets(read_sheets(saved(made), "lista.docx"))
    assert text == "Grupa sterująca:\nAnna Kowalczyk, Sekretarz\nJan Bór – Skarbnik"


def test_a_list_inside_a_cell_is_lines_and_a_wrapped_cell_is_one() -> None:
    sheet = Sheet("", (
        ("Nazwisko\ni imię", "Stanowisko\nsłużbowe"),
        ("Grupa sterująca", "1. Anna Kowalczyk\n2. Jan Bór"),
        (None, "Ewa Lis\nAdam Wilk"),
    ))  # fmt: skip
    assert list_from_sheets([sheet, Sheet("", (("x",),), hidden=True)]).split("\n") == [
        "Nazwisko i imię\tStanowisko służbowe", "Grupa sterująca", "1. Anna Kowalczyk",
        "2. Jan Bór", "Ewa Lis", "Adam Wilk",
    ]  # fmt: skip


# Anything at all


def assert_sheets_or_a_refusal(data: bytes) -> None:
    """Any other exception than Refused fails the test by itself."""
    with contextlib.suppress(Refused):
        json.dumps(reading.read(data), allow_nan=False)


WORD = saved(word([["Lp.", "UG Giby", "8"], ["1", "x", "y"]]))
OLD = old_workbook("51-xls-dates")
OPEN = build(Case("x", file="ods", lines=["a | b^1^ | @2009-10-05", "c | < | 8 #d#"]))
WEB = b"<html><table><tr><td rowspan=2>8<sup>1</sup><td>x</table>tekst"


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([WORD, OLD, OPEN, WEB]), st.data())
def test_a_damaged_file_is_sheets_or_a_refusal(whole: bytes, draw: st.DataObject) -> None:
    data = bytearray(whole)
    for _ in range(draw.draw(st.integers(1, 8))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    assert_sheets_or_a_refusal(bytes(data[: draw.draw(st.integers(1, len(data)))]))


TAGS = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:tcPr", "w:vMerge", "w:del", "w:sdt"]
ELEMENTS = st.recursive(
    st.sampled_from(["8", "x", ""]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(TAGS), st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(ELEMENTS)
def test_any_markup_in_a_document_is_sheets_or_a_refusal(body: str) -> None:
    assert_sheets_or_a_refusal(document(body.encode()))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(re.findall(r"<[^>]*>|[^<]+", WEB.decode())), max_size=30))
def test_any_tags_of_a_page_are_sheets_or_a_refusal(pieces: list[str]) -> None:
    assert_sheets_or_a_refusal(f"<html>{''.join(pieces)}".encode())


def test_table_a_reads_from_a_word_file_that_another_program_wrote() -> None:
    made = word([
        ["Lp.", "Nazwa urzędu", "Kierownik", "Doradca", "Blok I", "Blok II"],
        ["1", "2", "3", "4", "5", "6"],
        ["1", "UG Giby", "Wójt", "Ewa Lis", "5", "3"], ["2", "UG Puńsk", "Wójt", "", "6", "3"],
    ])  # fmt: skip
    grid = made.tables[0]
    grid.cell(2, 3).merge(grid.cell(3, 3))
    offices = read(read_sheets(saved(made), "tabela.docx")).offices
    assert [(row.name, row.advisor, row.limit_steering) for row in offices] == [
        ("Urząd Gminy Giby", "Ewa Lis", 5), ("Urząd Gminy Puńsk", "Ewa Lis", 6)
    ]  # fmt: skip
