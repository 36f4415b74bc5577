"""The draft of an order (zarządzenie) that appoints the plenipotentiary and the teams, as .docx.

The text stands in `templates/order.txt`, a line a paragraph: how it is set, a colon, what it says.
It is a draft for the office's lawyer: number, date, publication data and inflected names stay blank
(domain.md §2.3), since nothing here inflects a name.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from bot.words import cleaned
from conversations.submission import Submission
from conversations.team import Member, Team
from conversations.vocabulary import fold

_TEMPLATE: Final = Path(__file__).parent / "templates" / "order.txt"
_BLANK: Final = "……………………"
_GMINA: Final = "art. 33 ust. 1 i 3 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym"
_HEADS: Final[Mapping[str, tuple[str, str]]] = {
    "wojt": (f"WÓJTA GMINY {_BLANK}", _GMINA),
    "burmistrz": (f"BURMISTRZA {_BLANK}", _GMINA),
    "prezydent": (f"PREZYDENTA MIASTA {_BLANK}", _GMINA),
    "starosta": (
        f"STAROSTY {_BLANK}",
        "art. 34 ust. 1 i art. 35 ust. 2 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym",
    ),
    "marszalek": (
        f"MARSZAŁKA WOJEWÓDZTWA {_BLANK}",
        "art. 43 ust. 1 i 3 ustawy z dnia 5 czerwca 1998 r. o samorządzie województwa",
    ),
}
"""The head's title in the genitive and the usual legal basis, by the level of the office."""
_UNKNOWN: Final = (f"KIEROWNIKA URZĘDU {_BLANK}", f"{_BLANK}{_BLANK}")
_ALIGNED: Final = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_NOBODY: Final = "nie dotyczy"


def order(submission: Submission) -> bytes:
    """The draft for the team that counts, as the bytes of a .docx file."""
    office, team = submission.office, submission.counted
    organ, basis = _HEADS.get(_first_word(office.head_title), _UNKNOWN)
    values = {
        "organ": organ,
        "office": cleaned(office.name),
        "basis": basis,
        "plenipotentiary": _entry(team.plenipotentiary),
        "signature": cleaned(office.head_title or "Kierownik urzędu"),
    }
    document = Document()
    _set_up(document)
    for setting, text in _paragraphs(team, values):
        style, *weight = setting.split()
        paragraph = document.add_paragraph()
        paragraph.add_run(text).bold = bool(weight)
        paragraph.alignment = _ALIGNED.get(style, WD_ALIGN_PARAGRAPH.JUSTIFY)
        if style == "entry":
            paragraph.paragraph_format.left_indent = Cm(1)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set_up(document: DocumentObject) -> None:
    document.core_properties.author = ""
    document.core_properties.title = "Projekt zarządzenia"
    normal = document.styles["Normal"]
    normal.font.name = "Times New Roman"
    normal.font.size = Pt(12)
    note = document.sections[0].header.paragraphs[0]
    note.text = "Projekt – do weryfikacji przez radcę prawnego"
    note.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _paragraphs(team: Team, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each paragraph with its setting; a list of people becomes an entry for each."""
    people = {"{steering}": team.steering, "{editorial}": team.editorial}
    for setting, text in _template():
        if setting == "people":
            yield from (("entry", line) for line in _numbered(people[text]))
        else:
            yield setting, text.format_map(values)


@cache
def _template() -> tuple[tuple[str, str], ...]:
    lines = _TEMPLATE.read_text(encoding="utf-8").splitlines()
    parted = (line.partition(": ") for line in lines if line)
    return tuple((setting, text) for setting, _, text in parted)


def _numbered(members: Sequence[Member]) -> Iterator[str]:
    if not members:
        yield _NOBODY
    for number, member in enumerate(members, 1):
        yield f"{number}) {_entry(member)}{'.' if number == len(members) else ';'}"


def _entry(member: Member | None) -> str:
    """„mgr Anna Kowalczyk – Sekretarz Gminy”; blank where nobody was named."""
    if member is None:
        return _BLANK
    person = member.person
    name = " ".join(filter(None, (person.title, person.full_name)))
    return cleaned(f"{name} – {person.position}" if person.position else name)


def _first_word(title: str | None) -> str:
    return fold(title or "").partition(" ")[0]
