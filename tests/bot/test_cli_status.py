"""`komplet status` and `komplet export`: how it stands, for people and for programs."""

import csv
import io
import json
import os
from dataclasses import replace
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import text

from conversations.people import Person
from conversations.submission import Approval, Decider, Stage
from conversations.team import Member, Seat, Team
from storage import submissions
from storage.database import Database
from tests.bot.commands import Command, one_line
from tests.storage.stock import NOW, import_offices, loaded, row, saved


@pytest.mark.parametrize(
    "arguments",
    [("status",), ("export", "stan.csv"), ("remind",), ("remind", "--dry-run"), ("settings",)],
)
def test_what_only_reads_makes_no_database_and_says_how_to_begin(
    komplet: Command, folder: Path, arguments: tuple[str, ...]
) -> None:
    line = one_line(komplet(*arguments), 1)
    assert "there is no such file yet: import a table (komplet import FILE)" in line
    assert list(folder.iterdir()) == []


def test_an_empty_database_says_how_to_begin(komplet: Command, store: Database) -> None:
    done = komplet("status")
    assert done.code == 0
    assert "komplet import PLIK" in done.out
    assert json.loads(komplet("status", "--json").out) == {
        "offices": [],
        "totals": {"by_status": {}, "steering": 0, "editorial": 0},
    }


@pytest.fixture
def approved(store: Database) -> int:
    """An office with an approved team in which names are hostile; and one without anybody."""
    office_id, _ = import_offices(store, row("Urząd Gminy A & B"), row("=cmd|' /C calc'!A0"))
    before = loaded(store, office_id)
    team = Team(
        (
            Member(
                1,
                Person(
                    "Anna", "Kowalczyk-Żak", "mgr", "Sekretarz & Skarbnik", "a@b.pl", "+48 81 1"
                ),
                Seat.EDITORIAL,
                plenipotentiary=True,
            ),
            Member(2, Person("=1+1", "@SUM(A1)", position="-2+3\t\r\n<b>"), Seat.STEERING),
            Member(3, Person("Jan\u00a0Maria", 'O\'Hara; "Ohara"'), Seat.OUTSIDE),
        ),
        next_id=4,
    )
    settled = replace(before, team=team, stage=Stage.SETTLED)
    saved(store, before, replace(settled, approval=Approval(team, NOW, Decider.HEAD)))
    return office_id


def test_the_status_for_programs_has_the_promised_keys(komplet: Command, approved: int) -> None:
    """product.md, "On the server"."""
    report = json.loads(komplet("status", "--json").out)
    full, empty = report["offices"]
    promised = {
        "id", "name", "advisor", "limit_steering", "limit_editorial", "status", "plenipotentiary",
        "steering", "editorial", "missing", "approved_by", "updated_at",
    }  # fmt: skip
    assert promised <= set(full)
    assert set(full) == set(empty)
    assert full["plenipotentiary"] == {
        "name": "Anna Kowalczyk-Żak",
        "position": "Sekretarz & Skarbnik",
        "in_steering": True,
    }
    assert full["steering"][1] == {"name": "=1+1 @SUM(A1)", "position": "-2+3\t\r\n<b>"}
    assert full["editorial"] == ["Anna Kowalczyk-Żak"]
    assert (full["status"], full["missing"], full["approved_by"]) == ("zatwierdzone", [], "Wójt")
    assert (empty["plenipotentiary"], empty["steering"], empty["approved_by"]) == (None, [], None)
    assert empty["status"] == "nierozpoczęte"
    assert report["totals"] == {
        "by_status": {"nierozpoczęte": 1, "zatwierdzone": 1},
        "steering": 2,
        "editorial": 1,
    }


def test_the_status_for_people_shows_every_office(process: Command, approved: int) -> None:
    shown = process("status", COLUMNS="200").out
    assert "Urząd Gminy A & B" in shown
    assert "zatwierdzone" in shown
    assert "2/8" in shown


def test_the_json_export_is_the_status(komplet: Command, folder: Path, approved: int) -> None:
    assert komplet("export", "stan.json").code == 0
    exported = json.loads((folder / "stan.json").read_text(encoding="utf-8"))
    assert exported == json.loads(komplet("status", "--json").out)


def test_the_workbook_holds_offices_and_people_and_no_formula(
    komplet: Command, folder: Path, approved: int
) -> None:
    assert komplet("export", "Stan.XLSX").code == 0
    book = openpyxl.load_workbook(folder / "Stan.XLSX")
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    marked = {cell.value for cell in cells if cell.quotePrefix}
    assert marked == {"=cmd|' /C calc'!A0", "=1+1", "@SUM(A1)", "-2+3 <b>", "+48 81 1"}
    office_rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert office_rows[1][0] == "Urząd Gminy A & B"
    assert office_rows[-1][6:8] == (2, 1)
    people = list(book.worksheets[1].iter_rows(values_only=True))
    assert len(people) == 4
    assert people[3][1] == "Jan Maria"


def test_the_csv_opens_in_a_polish_excel_and_holds_no_formula(
    komplet: Command, folder: Path, approved: int
) -> None:
    assert komplet("export", "stan.csv").code == 0
    data = (folder / "stan.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    header, anna, second, third, empty = lines
    assert data.count(b"\r\n") == len(lines)
    assert header[:2] == ["Urząd", "Doradca"]
    assert anna == [
        "Urząd Gminy A & B", "Ewa Lis", "8", "4", "zatwierdzone", "Anna", "Kowalczyk-Żak", "mgr",
        "Sekretarz & Skarbnik", "a@b.pl", "'+48 81 1", "", "x", "x", "x",
    ]  # fmt: skip
    assert second[5:9] == ["'=1+1", "'@SUM(A1)", "", "'-2+3 <b>"]
    assert second[-3:] == ["", "x", ""]
    assert third[5:7] == ["Jan Maria", 'O\'Hara; "Ohara"']
    assert empty[0] == "'=cmd|' /C calc'!A0"
    assert empty[5:] == [""] * 10
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]


def test_an_export_may_be_read_by_whoever_wrote_it_alone(
    komplet: Command, folder: Path, approved: int
) -> None:
    before = os.umask(0o022)
    try:
        assert komplet("export", "stan.json").code == 0
    finally:
        os.umask(before)
    assert (folder / "stan.json").stat().st_mode & 0o777 == 0o600


def test_an_export_of_another_kind_is_refused(komplet: Command, folder: Path) -> None:
    line = one_line(komplet("export", "stan.pdf"), 2)
    assert line == "komplet: stan.pdf: one of .json, .xlsx, .csv"
    assert list(folder.iterdir()) == []


def test_an_export_into_nowhere_is_told(komplet: Command, store: Database) -> None:
    assert "No such file or directory" in one_line(komplet("export", "nie/ma/stan.csv"), 1)


def test_a_practice_office_counts_nowhere(komplet: Command, store: Database) -> None:
    import_offices(store, row("Prawdziwy"), row("Na próbę"))
    store.write(lambda c: c.execute(text("UPDATE office SET practice = 1 WHERE name LIKE 'Na%'")))
    assert len(store.read(partial(submissions.all_submissions, practice=True))) == 2
    assert len(json.loads(komplet("status", "--json").out)["offices"]) == 1
    komplet("export", "stan.csv")
    assert "próbę" not in Path("stan.csv").read_text(encoding="utf-8")
