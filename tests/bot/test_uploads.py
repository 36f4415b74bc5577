"""Files as they come: the good ones are read to the letter, the others refused by name, and no
file reaches the bot itself.
"""

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from bot.playground.sample import sample_table
from bot.upload_child import reading as child
from bot.upload_child.refusals import Refused
from bot.uploads import LARGEST, Refusal, UploadRefused, read_sheets, read_sheets_async
from conversations.coordination_table import Flag, NotATable, read
from tests.attacks import changed, document, zipped
from tests.tables import (
    EXAMPLES,
    HEADER,
    NUMBERS,
    csv_file,
    october_5th,
    office,
    sample_rows,
    saved,
    workbook,
)

EXPECTED = [
    (row["urzad"], row["kierownik"], row["doradca"], row["limit_I"], row["limit_II"])
    for row in json.loads((EXAMPLES / "tabela-A-expected.json").read_text(encoding="utf-8"))
]


def refusal_of(data: bytes, name: str = "tabela.xlsx") -> Refusal:
    with pytest.raises(UploadRefused) as refused:
        read_sheets(data, name)
    assert refused.value.name == name
    return refused.value.reason


def assert_is_table_a(data: bytes, name: str) -> None:
    reading = read(read_sheets(data, name))
    assert [
        (row.name, row.head, row.advisor, row.limit_steering, row.limit_editorial)
        for row in reading.offices
    ] == EXPECTED
    assert (reading.typed, reading.computed) == ((42, 22), (42, 22))
    assert reading.problems == ()


# Files that are read


def test_the_sample_workbook_is_table_a() -> None:
    assert_is_table_a(sample_table(), "tabela-A.xlsx")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1250", "iso-8859-2", "utf-16"])
def test_table_a_is_the_same_in_every_kind_of_text_file(separator: str, encoding: str) -> None:
    # ISO-8859-2 has no en dash; people who save in it lose it.
    rows = [[cell.replace("–", "-") if encoding == "iso-8859-2" else cell for cell in row]
            for row in sample_rows()]  # fmt: skip
    assert_is_table_a(csv_file(rows, separator, encoding), "tabela-A.csv")


def test_a_declared_separator_and_trailing_separators_are_no_cells() -> None:
    rows = [[*row, "", "", "", ""] for row in sample_rows()]
    assert_is_table_a(b"sep=;\r\n" + csv_file([*rows, [""] * 14], ";", "cp1250"), "tabela-A.csv")


def test_a_text_file_named_as_a_workbook_is_read_by_its_content() -> None:
    assert_is_table_a(csv_file(sample_rows()), "tabela-A.xls")


def test_an_unclosed_quote_swallows_no_office() -> None:
    rows = b'Lp.;Nazwa urz\xeadu;blok I;blok II\r\n1;"UG Osiek;8;4\r\n2;UG Zarszyn;6;3\r\n'
    assert len(read(read_sheets(rows, "tabela.csv")).offices) == 2


def test_a_workbook_keeps_what_excel_hides_behind_its_cells() -> None:
    rows = [HEADER, NUMBERS, office(1, "UG Osiek", " 8", "4,0"), office(2, "UG Zarszyn", 8, 4),
            office(3, "UG Sanok", "x", 4), office(4, "UG Jeżowe", 8, 4)]  # fmt: skip
    book = workbook(rows, title="podkarpackie")
    sheet = book.worksheets[0]
    raised = TextBlock(InlineFont(vertAlign="superscript"), "1)")
    sheet["E4"] = CellRichText("8", raised)
    sheet["E5"] = october_5th()
    sheet["F4"].comment = Comment("po aneksie", "x")
    sheet["F6"] = "=2+2"
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["G"].hidden = True
    book.create_sheet("stare").sheet_state = "hidden"
    book["stare"]["A1"] = "zostawione"
    first, old = read_sheets(saved(book), "tabela.xlsx")
    assert first.rows[3][4] == "8¹⁾"
    assert first.rows[4][4] == october_5th()
    assert first.notes == ((3, 5, "po aneksie"),)
    assert (first.hidden_rows, first.hidden_columns) == (frozenset({5}), frozenset({6}))
    assert (old.hidden, old.rows) == (True, (("zostawione",),))
    reading = read((first, old))
    assert [(row.limit_steering, row.limit_editorial) for row in reading.offices] == [
        (8, 4), (8, 4), (None, 4), (8, None)
    ]  # fmt: skip
    assert [row.flags for row in reading.offices] == [
        (), (Flag.FOOTNOTE,), (Flag.DATE_IN_CELL,), (Flag.NO_LIMIT,)
    ]  # fmt: skip
    assert reading.offices[0].voivodeship == "podkarpackie"


def test_shared_strings_with_raised_footnotes_are_read_as_excel_saves_them() -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    raised = '<r><t>8</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
    strings = f'<sst xmlns="{main}"><si><t>Starostwo Powiatowe</t></si><si>{raised}</si></sst>'

    def shared(xml: bytes) -> bytes:
        for at, text in enumerate(("UG Osiek", "osiem")):
            was = f't="inlineStr"><is><t>{text}</t></is>'.encode()
            assert was in xml
            xml = xml.replace(was, f't="s"><v>{at}</v>'.encode())
        return xml

    data = saved(workbook([HEADER, NUMBERS, office(1, "UG Osiek", "osiem", 4)]))
    data = changed("xl/worksheets/sheet1.xml", shared, data)
    data = changed("xl/sharedStrings.xml", lambda _: strings.encode(), data)
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    data = changed("[Content_Types].xml", lambda xml: xml.replace(b"</Types>", override.encode()),
                   data)  # fmt: skip
    (sheet,) = read_sheets(data, "tabela.xlsx")
    assert (sheet.rows[2][1], sheet.rows[2][4]) == ("Starostwo Powiatowe", "8¹")


def test_a_stray_cell_far_away_does_not_grow_the_sheet() -> None:
    book = workbook(sample_rows())
    book.worksheets[0]["XFD1048576"] = " "
    (sheet,) = read_sheets(saved(book), "tabela.xlsx")
    assert len(sheet.rows) == len(sample_rows())


# Files that are refused


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b"\xef\xbb\xbf \r\n", Refusal.EMPTY),
        (bytes(100), Refusal.EMPTY),
        (b"a;b\x00;c\n", Refusal.UNREADABLE),
        (b"\x7fELF\x02\x01\x01" + bytes(64), Refusal.UNREADABLE),
        (b"%PDF-1.4\n%\xe2\xe3", Refusal.PDF),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", Refusal.IMAGE),
        (b"\x89PNG\r\n\x1a\n", Refusal.IMAGE),
        (b"GIF89a", Refusal.IMAGE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Refusal.IMAGE),
        (b"\x00\x00\x00\x18ftypheic", Refusal.IMAGE),
        (b"BM\x0a\x00\x00\x00\x00\x00\x00\x00", Refusal.IMAGE),
        (b"<html><p>1</p></html>", Refusal.WEB_PAGE),
        (b"\xef\xbb\xbf  <!DOCTYPE html>", Refusal.WEB_PAGE),
        (b'<?xml version="1.0"?><Workbook/>', Refusal.WEB_PAGE),
        (b"MIME-Version: 1.0\r\n", Refusal.WEB_PAGE),
        (b"{\\rtf1\\ansi", Refusal.OLD_WORD),
        (OLE + "WordDocument".encode("utf-16-le"), Refusal.OLD_WORD),
        (OLE + "PowerPoint Document".encode("utf-16-le"), Refusal.UNSUPPORTED),
        (OLE + "Workbook".encode("utf-16-le"), Refusal.UNREADABLE),
        (OLE + "Workbook_VBA_PROJECT".encode("utf-16-le"), Refusal.MACROS),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Refusal.PASSWORD),
        (zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), Refusal.UNREADABLE),
        (zipped({"mimetype": b"", "content.xml": b"<x/>"}), Refusal.UNSUPPORTED),
        (zipped({"xl/workbook.bin": b""}), Refusal.UNSUPPORTED),
        (zipped({"zdjecia/1.txt": b"a;b"}), Refusal.ARCHIVE),
        (b"Rar!\x1a\x07\x00", Refusal.ARCHIVE),
        (zipped({"xl/workbook.xml": b"<x/>", "xl/vbaProject.bin": b""}), Refusal.MACROS),
        (zipped({"xl/workbook.xml": b"not xml"}), Refusal.UNREADABLE),
        (zipped({f"xl/{at}": b"" for at in range(1_001)}), Refusal.TOO_BIG_INSIDE),
        (csv_file([["8"] * 300] * 3), Refusal.TOO_BIG_INSIDE),
        (csv_file([["1", "2"]] * 10_001), Refusal.TOO_BIG_INSIDE),
    ],
)  # fmt: skip
def test_each_kind_of_wrong_file_is_refused_by_name(data: bytes, reason: Refusal) -> None:
    assert refusal_of(data) is reason
    with pytest.raises(Refused) as refused:
        child.read(data)
    assert refused.value.reason is reason


def test_a_file_above_ten_megabytes_is_not_even_handed_on() -> None:
    assert refusal_of(b"x" * (LARGEST + 1)) is Refusal.TOO_LARGE


@pytest.mark.parametrize("kept", [10, 100, 0.5, 0.9, 0.999])
def test_a_truncated_workbook_is_unreadable(kept: float) -> None:
    data = sample_table()
    assert refusal_of(data[: int(kept if kept > 1 else len(data) * kept)]) is Refusal.UNREADABLE


def test_greed_that_no_count_foresees_ends_the_child_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    less = (
        "import bot.upload_child.__main__ as child; child.MEMORY = 64 * 1024 * 1024; child.main()"
    )
    run_instead(monkeypatch, tmp_path, less)
    assert refusal_of(document(b"<w:p/>" * 1_400_000)) is Refusal.TOO_BIG_INSIDE


SAMPLE = sample_table()


def assert_sheets_or_a_refusal(data: bytes) -> None:
    """Any other exception than Refused fails the test by itself."""
    with contextlib.suppress(Refused):
        json.dumps(child.read(data), allow_nan=False)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text('1;,\t\n"ąUG', max_size=80).map(str.encode)))
def test_any_bytes_are_sheets_or_a_refusal(data: bytes) -> None:
    assert_sheets_or_a_refusal(data)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_sheets_or_a_refusal(draw: st.DataObject) -> None:
    data = bytearray(SAMPLE)
    for _ in range(draw.draw(st.integers(1, 8))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    assert_sheets_or_a_refusal(bytes(data))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_damaged_sheet_inside_a_sound_package_is_sheets_or_a_refusal(
    draw: st.DataObject,
) -> None:
    def damage(xml: bytes) -> bytes:
        at = draw.draw(st.integers(0, len(xml)))
        with_what = draw.draw(st.sampled_from([b"<", b'"', b"9999999999", b"NaN", b"&x;", b"-1"]))
        return xml[:at] + with_what + xml[at + draw.draw(st.integers(0, 9)) :]

    part = draw.draw(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/styles.xml",
                                      "xl/workbook.xml"]))  # fmt: skip
    assert_sheets_or_a_refusal(changed(part, damage, SAMPLE))


# The child


async def test_several_files_are_read_at_once() -> None:
    answers = await asyncio.gather(
        *(read_sheets_async(SAMPLE, "a.xlsx") for _ in range(4)),
        read_sheets_async(b"%PDF-1.4", "b.pdf"),
        return_exceptions=True,
    )
    assert all(isinstance(answer, tuple) for answer in answers[:4])
    assert isinstance(answers[4], UploadRefused)


async def test_a_slow_file_is_given_up_and_its_child_is_buried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pid_file = slow_child(monkeypatch, tmp_path)
    monkeypatch.setattr("bot.uploads.SECONDS", 0.5)
    with pytest.raises(UploadRefused) as refused:
        await read_sheets_async(SAMPLE, "a.xlsx")
    assert refused.value.reason is Refusal.TOO_SLOW
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid_file.read_text()), 0)


def test_a_slow_file_is_given_up_on_the_command_line_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pid_file = slow_child(monkeypatch, tmp_path)
    monkeypatch.setattr("bot.uploads.SECONDS", 0.5)
    assert refusal_of(SAMPLE) is Refusal.TOO_SLOW
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid_file.read_text()), 0)


async def test_a_cancelled_reading_leaves_no_child(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pid_file = slow_child(monkeypatch, tmp_path)
    reading = asyncio.ensure_future(read_sheets_async(SAMPLE, "a.xlsx"))
    await asyncio.to_thread(wait_for, pid_file)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid_file.read_text()), 0)


@pytest.mark.parametrize(
    ("death", "reason"),
    [
        ("os.kill(os.getpid(), 11)", Refusal.UNREADABLE),
        ("os.kill(os.getpid(), 9)", Refusal.TOO_BIG_INSIDE),
        ("os.kill(os.getpid(), 24)", Refusal.TOO_SLOW),
        ("sys.exit(3)", Refusal.UNREADABLE),
    ],
)
def test_a_child_that_dies_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, death: str, reason: Refusal
) -> None:
    run_instead(monkeypatch, tmp_path, f"import os, sys; sys.stdin.buffer.read(); {death}")
    assert refusal_of(SAMPLE) is reason


def test_the_child_knows_none_of_our_secrets(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "1:secret")
    run_instead(
        monkeypatch, tmp_path,
        "import json, os\n"
        "print(json.dumps({'sheets': [{'name': '', 'rows': [sorted(os.environ)]}]}))",
    )  # fmt: skip
    (sheet,) = read_sheets(b"x", "a.csv")
    assert "BOT_TOKEN" not in sheet.rows[0]
    assert "PYTHONPATH" in sheet.rows[0]


def test_the_child_starts_light() -> None:
    listed = subprocess.run(
        [sys.executable, "-c", "import bot.upload_child.__main__, sys; print(*sys.modules)"],
        capture_output=True, check=True, text=True,
    ).stdout.split()  # fmt: skip
    assert not {"telegram", "sqlalchemy", "asyncio", "openpyxl", "conversations"} & set(listed)


def test_a_table_that_is_none_is_readable_and_still_no_table() -> None:
    with pytest.raises(NotATable):
        read(read_sheets(b"imie;nazwisko\nJan;B\xf3r\n", "lista.csv"))


def slow_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A child that writes its id and never ends."""
    pid_file = tmp_path / "pid"
    script = f"echo $$ > {pid_file}; exec sleep 99"
    monkeypatch.setattr("bot.uploads._COMMAND", ("/bin/sh", "-c", script))
    return pid_file


def wait_for(pid_file: Path) -> None:
    while not (pid_file.exists() and pid_file.read_text()):
        time.sleep(0.01)


def run_instead(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> None:
    script = tmp_path / "child.py"
    script.write_text(code)
    monkeypatch.setattr("bot.uploads._COMMAND", (sys.executable, str(script)))
