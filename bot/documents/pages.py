"""Pages to be printed, one for each recipient, each with a picture.

python-docx looks through the whole document for each paragraph and picture that it adds, which
takes minutes for thousands. So it lays out the first page, and the others are copies of it.
"""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from bot.documents import word

PICTURE = Cm(5.5)


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page: sentences and a picture (PNG)."""

    name: str
    role: str
    about: tuple[str, ...]
    how: str
    link: str
    picture: bytes
    until: str
    ask: str


def pages(every: Iterable[Page], title: str, nobody: str) -> bytes:
    """A Word document with a page for each; one that says that there is nobody."""
    document = word.new(title, title)
    model: list[Paragraph] = []
    for number, page in enumerate(every, 1):
        reference = _kept(document, page.picture, number)
        if not model:
            model = _laid_out(document, page, reference)
        else:
            _copied(document, model, page, reference, number)
    if not model:
        document.add_paragraph(nobody)
    return word.saved(document)


def _kept(document: DocumentObject, content: bytes, number: int) -> str:
    """A picture as a part of the file; the reference by which a page shows it."""
    name = PackURI(f"/word/media/qr{number}.png")
    part = Part(name, CONTENT_TYPE.PNG, content, document.part.package)
    reference = f"rIdQr{number}"
    document.part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, part, reference)
    return reference


def _lines(page: Page) -> tuple[str, ...]:
    """What stands on a page in its order; the picture's place is empty."""
    return (page.name, page.role, *page.about, page.how, "", page.link, page.until, page.ask)


def _laid_out(document: DocumentObject, page: Page, reference: str) -> list[Paragraph]:
    """The first page, which the others are copies of."""
    left = WD_ALIGN_PARAGRAPH.LEFT
    picture = document.add_paragraph()
    picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shown = CT_Inline.new_pic_inline(1, reference, "qr.png", PICTURE, PICTURE)
    picture.add_run()._r.add_drawing(shown)
    above = [
        _text(document, page.name, size=18, bold=True),
        _text(document, page.role, size=12),
        *(_text(document, each, size=12, align=left) for each in page.about),
        _text(document, page.how, size=12, bold=True),
    ]
    for each in above:
        picture._p.addprevious(each._p)
    below = [
        _text(document, page.link, size=9),
        _text(document, page.until, size=12, bold=True),
        _text(document, page.ask, size=12, align=left),
    ]
    return [*above, picture, *below]


def _copied(
    document: DocumentObject, model: list[Paragraph], page: Page, reference: str, number: int
) -> None:
    """Another page like the model: its sentences, its picture, a break before it."""
    end = document.element.body.sectPr
    for at, (paragraph, line) in enumerate(zip(model, _lines(page), strict=True)):
        copy = deepcopy(paragraph._p)
        if at == 0:
            Paragraph(copy, document).paragraph_format.page_break_before = True
        for text in copy.iter(qn("w:t")):
            text.text = line
        for shown in copy.iter(qn("a:blip")):
            shown.set(qn("r:embed"), reference)
        for properties in copy.iter(qn("wp:docPr")):
            properties.set("id", str(number))
        end.addprevious(copy)


def _text(
    document: DocumentObject,
    text: str,
    *,
    size: int,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.CENTER,
) -> Paragraph:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(8)
    return paragraph
