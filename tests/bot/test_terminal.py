"""What the server's operator reads: the preview, the status and the export, names as they are."""

import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from rich.console import Console

from bot import terminal
from bot.documents.export import as_json, as_xlsx
from bot.words import Words
from conversations.coordination_table import read
from conversations.submission import Submission
from conversations.team import Basis, BasisKind
from tests.bot.drafts import HOSTILE, Names, submissions
from tests.bot.views import a_preview
from tests.running import Komplet
from tests.tables import HEADER, NUMBERS, office, table, workbook

AMPERSAND = "Urząd A & B <c> [bold]d[/bold] :smile:"


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What the terminal shows, on a screen wide enough for any line."""
    screen = io.StringIO()
    wide = Console(file=screen, width=1_000, highlight=False, markup=False, emoji=False)
    monkeypatch.setattr(terminal, "out", wide)
    return screen


def called(name: str) -> Submission:
    approved = submissions(Names())["approved"]
    return replace(approved, office=replace(approved.office, name=name, advisor=name))


def test_the_real_terminal_takes_nothing_for_markup(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.out.print(AMPERSAND)
    assert capsys.readouterr().out.strip() == AMPERSAND


def test_the_status_shows_a_name_as_it_is_written(printed: io.StringIO) -> None:
    terminal.show_status([called(AMPERSAND)], Words("pl"))
    assert printed.getvalue().count(AMPERSAND) == 2
    assert "zatwierdzone" in printed.getvalue()
    assert "8/8" in printed.getvalue()
    assert "&amp;" not in printed.getvalue()


def test_a_status_without_offices_says_how_to_go_on(printed: io.StringIO) -> None:
    terminal.show_status([], Words("pl"))
    assert "komplet import PLIK" in printed.getvalue()


def test_the_preview_shows_a_name_as_it_is_written(printed: io.StringIO) -> None:
    reading = read([table(office(1, AMPERSAND, 8, 4, advisor="Ewa & Lis"))])
    terminal.show_table(reading, "a & b [red].xlsx", Words("pl"))
    shown = printed.getvalue()
    assert AMPERSAND in shown
    assert "Ewa & Lis" in shown
    assert "a & b [red].xlsx" in shown
    assert "Wczytano 1 urząd, blok I razem 8, blok II razem 4." in shown
    assert "&amp;" not in shown


def test_the_preview_gives_the_same_reasons_as_the_chat(printed: io.StringIO) -> None:
    """product.md: the same preview in the terminal, every doubtful row with its reason."""
    sheet = table(
        office(1, "Urząd Gminy Rejowiec", "8–10", 4),
        office(2, "Urząd Gminy A & B", 3, 5),
        office(3, "Urząd Gminy Sosnowica", 5, "x"),
    )
    terminal.show_table(read([sheet]), "tabela.xlsx", Words("pl"))
    shown = printed.getvalue()
    assert "Urząd Gminy Rejowiec, wiersz 4: „8–10” – zakres: limitem będzie wyższa liczba" in shown
    assert "Nie zostaną wczytane:" in shown
    assert "Urząd Gminy A & B (wiersz 5) – limit bloku II nie może być większy" in shown
    assert "brak limitu" in shown


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_name_neither_steers_nor_breaks_the_terminal(
    printed: io.StringIO, name: str
) -> None:
    terminal.show_status([called(name)], Words("pl"))
    terminal.show_table(a_preview(Names(name), 8).reading, name, Words("pl"))
    terminal.show_list(f"1. {name} – Sekretarz", Words("pl"), as_json=False)
    shown = printed.getvalue()
    assert shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\x00" not in shown


def test_a_pasted_list_is_shown_with_its_questions_in_words(printed: io.StringIO) -> None:
    terminal.show_list("Stanisław Józef Wojciech", Words("pl"), as_json=False)
    shown = printed.getvalue()
    assert "1. Stanisław Józef Wojciech – ?" in shown
    assert "? 1. Które słowo jest nazwiskiem?" in shown


def test_a_pasted_list_as_json_is_json(printed: io.StringIO) -> None:
    terminal.show_list("Anna Kowalczyk – Sekretarz & Skarbnik", Words("pl"), as_json=True)
    assert json.loads(printed.getvalue())["people"][0]["surname"] == "Kowalczyk"
    assert "&amp;" not in printed.getvalue()


@pytest.mark.parametrize("reason", ["too_large", "pdf", "password"])
def test_a_refusal_names_the_file_as_it_is_called(reason: str) -> None:
    line = terminal.refusal(reason, "a & b <c>.xlsx", Words("pl"))
    assert "a & b <c>.xlsx" in line
    assert "a & b <c>.xlsx" in terminal.not_a_table("PUSTA", "a & b <c>.xlsx", Words("pl"))


# --- Files ------------------------------------------------------------------------------------


def test_the_export_holds_names_as_they_are_written() -> None:
    exported = [called(AMPERSAND)]
    assert json.loads(as_json(exported))["offices"][0]["name"] == AMPERSAND
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(exported)))
    offices, people = book["Urzędy"], book["Osoby"]
    assert [offices["A1"].value, offices["B1"].value] == ["Urząd", "Doradca"]
    assert [offices["A2"].value, offices["B2"].value] == [AMPERSAND, AMPERSAND]
    assert people["A2"].value == AMPERSAND
    assert people["B2"].value == "Anna"


@pytest.mark.parametrize("start", list("=+-@\t\r"))
def test_no_cell_of_the_export_is_a_formula(start: str) -> None:
    """quality.md: export cells that begin with = + - @ tab CR are text."""
    name = f'{start}HYPERLINK("https://evil.example","x")'
    team = replace(submissions(Names(name))["approved"].team, basis=Basis(BasisKind.PROPOSAL))
    written = as_xlsx([replace(called(name), team=team)])
    for sheet in openpyxl.load_workbook(io.BytesIO(written)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.value


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_name_is_exported_and_the_book_opens(name: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx([submissions(Names(name))["approved"]])))
    assert book["Osoby"].max_row == 9


async def test_an_office_is_called_the_same_by_every_command(tmp_path: Path) -> None:
    """A real table, a real database, real processes: import, status and export."""
    name = "Urząd Gminy A & B <c>"
    workbook([HEADER, NUMBERS, office(1, name, 8, 4, advisor="Ewa & Lis")]).save(
        tmp_path / "a & b.xlsx"
    )
    komplet = Komplet("http://127.0.0.1:9", f"sqlite:///{tmp_path / 'komplet.sqlite3'}", tmp_path)
    preview = await komplet.command("import", "a & b.xlsx", "--yes")
    status = await komplet.command("status")
    report = await komplet.status()
    await komplet.command("export", "all.xlsx")
    for printed in (preview.out, status.out):
        assert "&amp;" not in printed
        assert all(part in printed for part in ("& B", "<c>")), "wrapped in its column"
    assert "a & b.xlsx" in preview.out
    assert report["offices"][0]["name"] == name
    assert report["offices"][0]["advisor"] == "Ewa & Lis"
    offices = openpyxl.load_workbook(tmp_path / "all.xlsx")["Urzędy"]
    assert [offices["A2"].value, offices["B2"].value] == [name, "Ewa & Lis"]
