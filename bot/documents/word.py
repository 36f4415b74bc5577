"""Word documents as Polish offices write them: A4, one typeface, numbered pages.

python-docx costs 0.15 s to import, so this module is imported only when a document is asked for.
"""

import io
from collections.abc import Iterable, Sequence
from typing import Final

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph as DocxParagraph

from bot.documents.text import Paragraph

FONT: Final = "Times New Roman"
_ALIGNED: Final = {
    "title": WD_ALIGN_PARAGRAPH.CENTER,
    "note": WD_ALIGN_PARAGRAPH.CENTER,
    "signature": WD_ALIGN_PARAGRAPH.CENTER,
    "text": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "paragraph": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "numbered": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_INDENTED: Final = {
    "entry": (1.25, 0.0),
    "item": (1.25, -0.6),
    "letter": (1.9, -0.6),
    "dash": (2.5, -0.5),
    "numbered": (0.75, -0.75),
    "section": (0.0, 0.75),
    "paragraph": (0.0, 0.75),
    "signature": (8.5, 0.0),
}
"""Left indent and that of the first line, in centimetres."""
_SPACED: Final = {"section": 8, "title": 6, "text": 8, "numbered": 5, "heading": 10}
"""Points above a paragraph."""


def new(title: str, footer: str) -> DocumentObject:
    """An empty document: A4, Polish, the footer with the page's number."""
    document = Document()
    properties = document.core_properties
    properties.author, properties.title, properties.language = "", title, "pl-PL"
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.paragraph_format.space_after = Pt(0)
    _speak_polish(normal.element.get_or_add_rPr())
    document.styles["Footer"].font.size = Pt(9)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(f"{footer} · ")
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")
    return document


def write(document: DocumentObject, paragraphs: Iterable[Paragraph]) -> None:
    """Add paragraphs in the styles of a template."""
    every = list(paragraphs)
    for at, each in enumerate(every):
        paragraph = document.add_paragraph()
        run = paragraph.add_run(each.text)
        run.bold = each.bold or each.style == "heading"
        laid = paragraph.paragraph_format
        paragraph.alignment = _ALIGNED.get(each.style, WD_ALIGN_PARAGRAPH.LEFT)
        laid.space_before = Pt(_SPACED.get(each.style, 2))
        if each.style in _INDENTED:
            left, first = _INDENTED[each.style]
            laid.left_indent, laid.first_line_indent = Cm(left), Cm(first)
        if each.style == "small":
            run.font.size = Pt(7)
        if each.style == "signature":
            laid.space_before = Pt(22)
            laid.keep_with_next = at + 1 < len(every)
        # An opening line never stands alone at the foot of a page.
        if each.text.endswith(":") or each.style == "heading":
            laid.keep_with_next = True


def table(
    document: DocumentObject,
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    heading: bool,
) -> None:
    """Add a table; `widths` in centimetres. A heading row is repeated on each page."""
    made = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for at, row in enumerate(rows):
        cells = made.add_row().cells
        for cell, text, width in zip(cells, row, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            run = paragraph.add_run(text)
            run.font.size = Pt(10)
            run.bold = heading and at == 0
    _whole_rows(made, heading=heading)


def saved(document: DocumentObject) -> bytes:
    """The bytes of the .docx file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _whole_rows(made: Table, *, heading: bool) -> None:
    """No row is torn between pages; the heading comes again on each."""
    for at, row in enumerate(made.rows):
        properties = row._tr.get_or_add_trPr()
        names = ["w:cantSplit", *(["w:tblHeader"] if heading and at == 0 else [])]
        for name in names:
            properties.append(OxmlElement(name))


def _field(paragraph: DocxParagraph, code: str) -> None:
    """A number that Word counts: the page's, or how many there are."""
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _speak_polish(properties: BaseOxmlElement) -> None:
    """The language in which Word checks the spelling."""
    language = OxmlElement("w:lang")
    for attribute in ("w:val", "w:eastAsia"):
        language.set(qn(attribute), "pl-PL")
    properties.append(language)
