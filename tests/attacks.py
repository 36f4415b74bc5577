"""Files that harm the programs that read them, made small, each with what may come of it.

`quality.md` names the kinds: bombs, formulas, foreign entities, macros, cut and disguised files,
passwords, hundreds of sheets, what aborts or stalls the known libraries.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial

import openpyxl

from bot.playground.sample import sample_table
from bot.uploads import Refusal
from tests.corpus.tables.builder import build
from tests.corpus.tables.cases import Case
from tests.tables import csv_file, sample_rows, saved, workbook

READ = None
"""The file is read, and what is harmful in it is left alone."""
Outcome = Refusal | None
BIG, BAD = Refusal.TOO_BIG_INSIDE, Refusal.UNREADABLE
MEGABYTE = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BIFF = b"\x09\x08\x10\x00\x00\x06\x05\x00\xbb\x0d\xcc\x07\x00\x00\x00\x00\x06\x00\x00\x00"

_XXE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10)
        for letter in range(ord("b"), ord("k"))
    )
    + b'<!ENTITY e "&j;">]>'
)
_DTD = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/evil.dtd">'
_W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_W_END = b"</w:body></w:document>"
_O = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    b"<office:spreadsheet>"
)
_O_END = b"</office:spreadsheet></office:body></office:document-content>"


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def changed(part: str, change: Callable[[bytes], bytes], data: bytes | None = None) -> bytes:
    """A workbook (the sample's) with one part of its package rewritten."""
    with zipfile.ZipFile(io.BytesIO(data or sample_table())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts.get(part, b""))
    return zipped(parts)


def document(body: bytes, before: bytes = b"", **parts: bytes) -> bytes:
    """A Word file with this body, whatever it is."""
    content = before + _W + body + _W_END
    return zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": content, **parts})


def spreadsheet(tables: bytes, before: bytes = b"", **parts: bytes) -> bytes:
    """An OpenDocument file with these tables."""
    return zipped({"content.xml": before + _O + tables + _O_END, **parts})


def _in_sheet(before: bytes, after: bytes) -> bytes:
    return changed("xl/worksheets/sheet1.xml", lambda xml: xml.replace(before, after, 1))


def _poisoned(doctype: bytes) -> bytes:
    def poison(xml: bytes) -> bytes:
        head, _, body = xml.partition(b"<worksheet")
        return head + doctype + b"<worksheet" + body.replace(b"<t>Lp.</t>", b"<t>&e;</t>")

    return changed("xl/worksheets/sheet1.xml", poison)


def _many_sheets(count: int) -> bytes:
    book = openpyxl.Workbook()
    for _ in range(count - 1):
        book.create_sheet()
    return saved(book)


def _lying() -> bytes:
    bomb = bytearray(changed("xl/worksheets/sheet1.xml", lambda _: b" " * (60 * MEGABYTE)))
    size = (60 * MEGABYTE).to_bytes(4, "little")
    while (at := bomb.find(size)) >= 0:
        bomb[at : at + 4] = (1_000).to_bytes(4, "little")
    return bytes(bomb)


def _encrypted_zip() -> bytes:
    data = bytearray(sample_table())
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def record(kind: int, body: bytes) -> bytes:
    """A record of an Excel file before 2007."""
    return kind.to_bytes(2, "little") + len(body).to_bytes(2, "little") + body


def old_workbook(name: str = "50-xls-advisor-above-footnoted") -> bytes:
    """A real .xls of the corpus."""
    return build(Case(name, file=f"saved {name}.xls"))


def _cut(share: float) -> bytes:
    data = old_workbook()
    return data[: int(len(data) * share)]


def _ole_named(*streams: str) -> bytes:
    return OLE + b"".join(stream.encode("utf-16-le") for stream in streams)


def _looping_ole() -> bytes:
    """A directory whose chain of sectors leads back to its start."""
    data = bytearray(old_workbook())
    sector = int.from_bytes(data[0x4C:0x50], "little") * 512 + 512
    for at in range(sector, sector + 512, 4):
        data[at : at + 4] = (1).to_bytes(4, "little")
    return bytes(data)


def _formulas() -> bytes:
    book = workbook(sample_rows())
    for row, formula in enumerate(
        ("=cmd|' /C calc'!A0", '=WEBSERVICE("http://127.0.0.1:9")', "=A1+", "@SUM(1)"), 20
    ):
        book.worksheets[0].cell(row, 1).value = formula
    return saved(book)


def _stray() -> bytes:
    book = workbook(sample_rows())
    book.worksheets[0]["XFD1048576"] = "x"
    return saved(book)


def _nested(opening: bytes, closing: bytes, depth: int, inner: bytes = b"") -> bytes:
    return opening * depth + inner + closing * depth


_ROW = b"<w:tr><w:tc><w:p><w:r><w:t>8</w:t></w:r></w:p></w:tc></w:tr>"
_TABLE = b"<table:table>"
_P = b"<text:p>8</text:p>"
_FULL = b'<table:table-cell office:value-type="string">' + _P + b"</table:table-cell>"


def attacks() -> Iterator[tuple[str, Callable[[], bytes], tuple[Outcome, ...]]]:
    """Name, maker and permitted outcomes of every file."""
    yield from _workbooks()
    yield from _old_workbooks()
    yield from _documents()
    yield from _open_documents()
    yield from _pages_and_texts()
    yield from _disguised()


def _workbooks() -> Iterator[tuple[str, Callable[[], bytes], tuple[Outcome, ...]]]:
    sheet = "xl/worksheets/sheet1.xml"
    yield "xlsx bomb of 60 MB", lambda: changed(sheet, lambda _: b" " * (60 * MEGABYTE)), (BIG,)
    yield "xlsx bomb that lies about its size", _lying, (BAD,)
    yield (
        "xlsx bomb within the size",
        lambda: _in_sheet(b"<sheetData>", b"<sheetData>" + b"<row/>" * (5 * MEGABYTE)),
        (BIG,),
    )
    cells = b"<row>" + b"<c/>" * 1_000 + b"</row>"
    yield (
        "xlsx of a million cells",
        lambda: _in_sheet(b"<sheetData>", b"<sheetData>" + cells * 1_000),
        (BIG,),
    )
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    yield (
        "xlsx of a million shared strings",
        lambda: changed(
            "xl/sharedStrings.xml", lambda _: strings + b"<si><t>x</t></si>" * MEGABYTE
        ),
        (BIG, BAD, Refusal.TOO_SLOW, READ),
    )
    yield "xlsx of two hundred sheets", lambda: _many_sheets(200), (BIG,)
    yield (
        "xlsx of a thousand parts",
        lambda: zipped({f"xl/{at}": b"" for at in range(1_001)}),
        (BIG,),
    )
    yield "xlsx with a foreign entity", lambda: _poisoned(_XXE), (BAD,)
    yield "xlsx with a billion laughs", lambda: _poisoned(_LAUGHS), (BAD,)
    yield "xlsx with a foreign DTD", lambda: _poisoned(_DTD), (BAD,)
    yield (
        "xlsx merged over everything",
        lambda: _in_sheet(b'ref="F4:H4"', b'ref="A1:XFD1048576"'),
        (BIG,),
    )
    yield (
        "xlsx merged over everything, in other quotes",
        lambda: _in_sheet(b'ref="F4:H4"', b"ref='A1:XFD1048576'"),
        (BIG,),
    )
    yield (
        "xlsx with a dimension of everything",
        lambda: _in_sheet(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>'),
        (READ, BAD),
    )
    yield "xlsx with a stray cell in the last corner", _stray, (BIG,)
    yield (
        "xlsx with a cell that is nowhere",
        lambda: _in_sheet(b'r="B4"', b'r="ZZZZ99999999"'),
        (BAD, BIG),
    )
    yield "xlsx nested a hundred thousand deep", lambda: _in_sheet(
        b"<sheetData>", _nested(b"<a>", b"</a>", 100_000) + b"<sheetData>"
    ), (READ, BAD)  # fmt: skip
    yield "xlsx with formulas that call out", _formulas, (READ,)
    yield (
        "xlsx with macros",
        lambda: changed("xl/vbaProject.bin", lambda _: b"x"),
        (Refusal.MACROS,),
    )
    yield (
        "xlsx that asks for a password",
        lambda: _ole_named("EncryptedPackage"),
        (Refusal.PASSWORD,),
    )
    yield "xlsx in an encrypted zip", _encrypted_zip, (Refusal.PASSWORD,)
    yield "xlsx cut in half", lambda: sample_table()[: len(sample_table()) // 2], (BAD,)
    yield "xlsx cut by a byte", lambda: sample_table()[:-1], (BAD,)
    yield (
        "xlsx with a damaged part",
        lambda: changed(sheet, lambda xml: xml[: len(xml) // 2]),
        (BAD,),
    )
    yield "xlsx without a sheet", lambda: changed("xl/workbook.xml", lambda _: b"<workbook/>"), (
        BAD,
    )  # fmt: skip
    yield (
        "xlsx that climbs out of its folder",
        lambda: changed("../../../etc/passwd", lambda _: b"x"),
        (READ,),
    )


def _old_workbooks() -> Iterator[tuple[str, Callable[[], bytes], tuple[Outcome, ...]]]:
    for share in (0.1, 0.5, 0.9):
        yield (
            f"xls cut to {share:.0%}",
            partial(_cut, share),
            (BAD, Refusal.UNSUPPORTED),
        )
    yield "xls whose sectors go in a circle", _looping_ole, (BAD, READ)
    yield "xls that asks for a password", lambda: BIFF + record(0x2F, bytes(54)), (
        Refusal.PASSWORD,
    )  # fmt: skip
    yield "xls with macros", lambda: _ole_named("Workbook", "_VBA_PROJECT_CUR"), (Refusal.MACROS,)
    yield "xls of noise", lambda: BIFF + bytes(range(256)) * 200, (BAD,)
    yield "xls with a string longer than itself", lambda: BIFF + record(
        0xFC, b"\xff\xff\xff\x7f\xff\xff\xff\x7f\xff\xff\x00"
    ), (BAD,)  # fmt: skip
    blanks = b"\x00\x00" * 4_000
    rows = b"".join(
        record(0xBE, row.to_bytes(2, "little") + b"\x00\x00" + blanks + b"\x9f\x0f")
        for row in range(1_000)
    )
    yield "xls of four million blank cells", lambda: BIFF + rows + record(0x0A, b""), (
        BAD, BIG, Refusal.TOO_SLOW, READ,
    )  # fmt: skip
    yield "an old Office file of another kind", lambda: _ole_named("PowerPoint Document"), (
        Refusal.UNSUPPORTED,
    )  # fmt: skip
    yield "doc", lambda: _ole_named("WordDocument"), (Refusal.OLD_WORD,)


def _documents() -> Iterator[tuple[str, Callable[[], bytes], tuple[Outcome, ...]]]:
    yield "docx bomb of 60 MB", lambda: document(b" " * (60 * MEGABYTE)), (BIG,)
    yield (
        "docx of five million paragraphs",
        lambda: document(b"<w:p/>" * (5 * MEGABYTE)),
        (BIG,),
    )
    yield (
        "docx of a hundred thousand rows",
        lambda: document(b"<w:tbl>" + _ROW * 100_000 + b"</w:tbl>"),
        (BIG,),
    )
    yield "docx of one word of 30 MB", lambda: document(
        b"<w:p><w:r><w:t>" + b"x" * (30 * MEGABYTE) + b"</w:t></w:r></w:p>"
    ), (BIG,)  # fmt: skip
    nested = _nested(b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>", 200, b"<w:p/>")
    yield "docx of tables in tables", lambda: document(nested), (BIG, BAD)
    yield (
        "docx of a hundred thousand content controls",
        lambda: document(_nested(b"<w:sdt>", b"</w:sdt>", 100_000, b"<w:p/>")),
        (BAD, BIG),
    )
    wide = (
        b'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="%s"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    )
    yield "docx with a cell a milliard wide", lambda: document(wide % b"1000000000"), (BIG,)
    yield "docx with a width that is no number", lambda: document(wide % b"-7x"), (READ,)
    yield "docx with a foreign entity", lambda: document(b"<w:p>&e;</w:p>", _XXE), (BAD,)
    yield "docx with a billion laughs", lambda: document(b"<w:p>&e;</w:p>", _LAUGHS), (BAD,)
    yield "docx with a foreign DTD", lambda: document(b"<w:p/>", _DTD), (BAD, READ)
    styles = (
        b'<w:styles xmlns:w="w"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        b'<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    yield (
        "docx with styles based on each other",
        lambda: document(b"<w:p><w:r><w:t>x</w:t></w:r></w:p>", **{"word/styles.xml": styles}),
        (READ,),
    )
    yield (
        "docx with macros",
        lambda: document(b"<w:p/>", **{"word/vbaProject.bin": b"x"}),
        (Refusal.MACROS,),
    )
    yield "docx cut in half", lambda: document(_ROW * 99)[:200], (BAD,)
    yield "docx that is no XML", lambda: document(b"<w:p>"), (BAD,)


def _open_documents() -> Iterator[tuple[str, Callable[[], bytes], tuple[Outcome, ...]]]:
    rows = b'<table:table-row table:number-rows-repeated="%s">' + _FULL + b"</table:table-row>"
    end = b"</table:table>"
    yield "ods with a row a milliard times", lambda: spreadsheet(
        _TABLE + rows % b"1000000000" + end
    ), (BIG,)  # fmt: skip
    yield "ods with a cell a milliard times", lambda: spreadsheet(
        _TABLE + b"<table:table-row>"
        + _FULL.replace(b" office", b' table:number-columns-repeated="1000000000" office')
        + b"</table:table-row>" + end
    ), (BIG,)  # fmt: skip
    yield "ods with hidden columns by the milliard", lambda: spreadsheet(
        _TABLE + b'<table:table-column table:visibility="collapse" '
        b'table:number-columns-repeated="1000000000"/>' + rows % b"1" + end
    ), (READ,)  # fmt: skip
    yield "ods with a span over everything", lambda: spreadsheet(
        _TABLE + b"<table:table-row>" + _FULL.replace(
            b" office",
            b' table:number-rows-spanned="1000000" table:number-columns-spanned="16000" office',
        ) + b"</table:table-row>" + end
    ), (BIG,)  # fmt: skip
    yield "ods with a milliard blanks", lambda: spreadsheet(
        _TABLE + (rows % b"1").replace(b"8<", b'8<text:s text:c="1000000000"/>8<') + end
    ), (READ, BIG)  # fmt: skip
    deep = _nested(b"<text:span>", b"</text:span>", 100_000)
    yield (
        "ods nested a hundred thousand deep",
        lambda: spreadsheet(_TABLE + (rows % b"1").replace(b"8", deep) + end),
        (BAD, BIG),
    )
    yield "ods bomb of 60 MB", lambda: spreadsheet(b" " * (60 * MEGABYTE)), (BIG,)
    yield (
        "ods of two hundred sheets",
        lambda: spreadsheet((_TABLE + rows % b"1" + end) * 200),
        (BIG,),
    )
    yield "ods with a foreign entity", lambda: spreadsheet(_TABLE + b"&e;" + end, _XXE), (BAD,)
    yield "ods with a billion laughs", lambda: spreadsheet(_TABLE + b"&e;" + end, _LAUGHS), (BAD,)
    yield "ods that asks for a password", lambda: spreadsheet(
        b"x", **{"META-INF/manifest.xml": b"<manifest:encryption-data/>"}
    ), (Refusal.PASSWORD,)  # fmt: skip
    yield "ods with macros", lambda: spreadsheet(b"", **{"Basic/Standard/m.xml": b"x"}), (
        Refusal.MACROS,
    )  # fmt: skip
    yield "odt", lambda: zipped({"content.xml": _O.replace(b"spreadsheet", b"text") + b"<a/>"
                                 + _O_END.replace(b"spreadsheet", b"text")}), (
        Refusal.UNSUPPORTED,
    )  # fmt: skip


def _pages_and_texts() -> Iterator[tuple[str, Callable[[], bytes], tuple[Outcome, ...]]]:
    yield "html with a cell a milliard wide", lambda: (
        b"<table><tr><td rowspan=1000000000 colspan=1000000000>x</td></tr></table>"
    ), (BIG,)  # fmt: skip
    yield "html of two million cells", lambda: b"<table><tr>" + b"<td>8" * (1_900_000), (
        BIG,
    )  # fmt: skip
    yield "html nested a million deep", lambda: b"<table><tr><td>8" + b"<div>" * MEGABYTE, (
        BIG,
    )  # fmt: skip
    yield "html that runs scripts", lambda: (
        b"<script>alert(1)</script><table><tr><td onclick=x>8</td></tr></table>"
    ), (READ,)  # fmt: skip
    yield "html of one tag that never ends", lambda: b"<html " + b"a=" * (4 * MEGABYTE), (
        Refusal.WEB_PAGE, BIG, Refusal.TOO_SLOW,
    )  # fmt: skip
    yield "csv of ten million separators", lambda: b";" * (10 * MEGABYTE - 1), (
        BIG,
    )  # fmt: skip
    yield "csv of one line of nine megabytes", lambda: b"x" * (9 * MEGABYTE), (BIG,)
    yield "csv with a quote that never ends", lambda: b'a;b\n"' + b"c;d\n" * 5_000, (READ, BIG)
    yield "csv too wide", lambda: csv_file([["8"] * 300] * 3), (BIG,)
    yield "csv too long", lambda: csv_file([["1", "2"]] * 10_001), (BIG,)
    yield (
        "csv with formulas",
        lambda: csv_file([["=cmd|' /C calc'!A0", "+1"], ["-1", "@x"]]),
        (READ,),
    )
    yield "csv with a zero byte", lambda: b"a;b\x00;c\n", (BAD,)
    yield "csv of half a character", lambda: b"\xff\xfea\x00;\x00b", (BAD,)


def _disguised() -> Iterator[tuple[str, Callable[[], bytes], tuple[Outcome, ...]]]:
    yield "zip bomb of zips", lambda: zipped({
        f"{at}.zip": zipped({"x": bytes(MEGABYTE)}) for at in range(30)
    }), (Refusal.ARCHIVE,)  # fmt: skip
    for name, head, reason in (
        ("rtf", b"{\\rtf1\\ansi", Refusal.OLD_WORD),
        ("pdf", b"%PDF-1.4\n%\xe2\xe3", Refusal.PDF),
        ("jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", Refusal.IMAGE),
        ("png", b"\x89PNG\r\n\x1a\n", Refusal.IMAGE),
        ("heic", b"\x00\x00\x00\x18ftypheic", Refusal.IMAGE),
        ("rar", b"Rar!\x1a\x07\x00", Refusal.ARCHIVE),
        ("gz", b"\x1f\x8b\x08\x00", Refusal.ARCHIVE),
        ("program", b"\x7fELF\x02\x01\x01" + bytes(64), BAD),
        ("mail", b"MIME-Version: 1.0\r\n", Refusal.WEB_PAGE),
        ("xml of an old Excel", b'<?xml version="1.0"?><Workbook/>', Refusal.WEB_PAGE),
    ):
        yield name, partial(bytes, head), (reason,)
    yield "xlsb", lambda: zipped({"xl/workbook.bin": b""}), (Refusal.UNSUPPORTED,)
    yield "nothing but zeros", lambda: bytes(MEGABYTE), (Refusal.EMPTY,)
