"""No exported field becomes a formula, whatever it begins with and whichever field it is."""

import csv
import io
from dataclasses import fields, replace

import openpyxl
import pytest

from bot.documents import export
from conversations.people import Person
from conversations.submission import Approval, Decider, Office, Stage, Submission
from conversations.team import Member, Seat, Team
from tests.storage.stock import NOW

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
BEFORE = ("", " ", "\t", "\r", "\n", "\u00a0", "\u200b", "\ufeff", "\u202e", "\x00", "'")
PAYLOADS = ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")', "SUM(A1:A9)")
HOSTILE = [
    f"{before}{sign}{payload}" for before in BEFORE for sign in SIGNS for payload in PAYLOADS
]
TEXTS = [each.name for each in fields(Person)]
INVISIBLE = "\u200b\ufeff\u202e\u2066\u2069\u00ad\x00"


def submission(text: str) -> Submission:
    """An office in which every text that is exported is this one."""
    person = Person("Anna", "Kowalczyk")
    for name in TEXTS:
        if isinstance(getattr(person, name), str | None):
            person = replace(person, **{name: text})
    team = Team((Member(1, person, Seat.EDITORIAL, plenipotentiary=True),), next_id=2)
    office = Office(1, text, head_title=text, advisor=text, voivodeship=text, county=text)
    approval = Approval(team, NOW, Decider.HEAD)
    return Submission(office, 1, Stage.SETTLED, team, approval)


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet may take the text for one, when it is opened or edited."""
    return cell.strip(INVISIBLE).strip()[:1] in {"=", "+", "-", "@"}


@pytest.mark.parametrize("sign", SIGNS)
def test_no_cell_of_the_csv_is_a_formula(sign: str) -> None:
    for text in (each for each in HOSTILE if sign in each[:2]):
        content = export.as_csv([submission(text)]).decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(content), delimiter=";") for cell in row]
        assert len(cells) == 2 * len(export.CSV_COLUMNS)
        assert not [cell for cell in cells if is_formula(cell)], repr(text)


def test_no_cell_of_the_workbook_is_a_formula() -> None:
    """A cell that begins like one is marked as text, so that it stays one when it is edited."""
    content = export.as_xlsx([submission(text) for text in HOSTILE])
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(cells) > 18 * len(HOSTILE)
    for cell in cells:
        assert cell.data_type != "f", repr(cell.value)
        if isinstance(cell.value, str) and is_formula(cell.value):
            assert cell.quotePrefix, repr(cell.value)
