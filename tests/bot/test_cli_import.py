"""Files at the command line: a table is imported, a list or a table is read."""

import json
from pathlib import Path

import pytest

from storage import offices
from storage.database import Database
from tests.bot.commands import Command, names, one_line
from tests.tables import HEADER, NUMBERS, csv_file, office, sample_rows


def test_a_table_is_imported_before_the_first_run(komplet: Command, table: Path) -> None:
    done = komplet("import", "tabela.xlsx", "--yes")
    assert done.code == 0
    assert "Włodawie" in done.out
    assert "Wczytano tabelę: 6 urzędów" in done.out
    report = json.loads(komplet("status", "--json").out)
    assert len(report["offices"]) == 6


def test_a_csv_table_is_the_same_table(komplet: Command, folder: Path) -> None:
    (folder / "tabela.csv").write_bytes(csv_file(sample_rows(), encoding="cp1250"))
    assert komplet("import", "tabela.csv", "--yes").code == 0
    totals = json.loads(komplet("status", "--json").out)
    assert sum(each["limit_steering"] for each in totals["offices"]) == 42


def test_a_dry_run_shows_and_changes_nothing(komplet: Command, table: Path, folder: Path) -> None:
    shown = komplet("import", "tabela.xlsx", "--dry-run")
    assert shown.code == 0
    assert "6 urzędów" in shown.out
    assert [each.name for each in folder.iterdir()] == ["tabela.xlsx"]


def test_a_table_that_is_declined_changes_nothing(
    komplet: Command, table: Path, store: Database
) -> None:
    declined = komplet("import", "tabela.xlsx", answer="n\n")
    assert declined.code == 1
    assert declined.err.endswith("komplet: Tabelę odrzucono. Nic nie zmieniono.\n")
    assert names(store) == []


def test_a_question_that_nobody_answers_is_no_consent(
    process: Command, table: Path, store: Database
) -> None:
    """From cron, or with Ctrl+D."""
    told = process("import", "tabela.xlsx")
    assert told.code == 1
    assert [line.strip() for line in told.err.splitlines()] == [
        "Zatwierdzić wczytanie tej tabeli? [t/N]",
        "komplet: Tabelę odrzucono. Nic nie zmieniono.",
    ]
    assert names(store) == []


@pytest.mark.parametrize(
    ("answer", "code", "gone"), [("1\n", 0, 6), ("2\n", 0, 0), ("0\n", 1, 0), ("n\n", 1, 0)]
)
def test_a_table_that_shares_an_office_is_asked_about_by_number(
    komplet: Command,
    table: Path,
    folder: Path,
    imported: None,
    *,
    answer: str,
    code: int,
    gone: int,
) -> None:
    """A new version marks what it leaves out, an additional table does not; no default."""
    store = Database(f"sqlite:///{folder / 'komplet.sqlite3'}")
    known = names(store)
    rows = [HEADER, NUMBERS, office(1, known[0], 8, 4), office(2, "Urząd Gminy Giby", 5, 3)]
    (folder / "nowa.csv").write_bytes(csv_file(rows))
    done = komplet("import", "nowa.csv", answer=answer)
    assert done.code == code, done
    assert "Nie ma ich już w tabeli (5):" in done.out
    every = store.read(offices.all_offices)
    store.close()
    assert sum(each.gone for each in every) == max(0, gone - 1)


@pytest.mark.parametrize("answer", ["t", "Tak", "y"])
def test_consent_imports(komplet: Command, table: Path, store: Database, answer: str) -> None:
    assert komplet("import", "tabela.xlsx", answer=f"{answer}\n").code == 0
    assert len(names(store)) == 6


@pytest.mark.parametrize(
    ("name", "content", "code", "says"),
    [
        ("nie-ma.xlsx", None, 2, "No such file"),
        ("tabela.pdf", b"%PDF-1.4", 1, "PDF"),
        ("tabela.xlsx", b"", 1, "tabela.xlsx"),
        ("tabela.xlsx", b"PK\x03\x04 cut off", 1, "tabela.xlsx"),
        ("tabela.xlsx", b"Lp.;Nazwa", 1, "tabela.xlsx"),
        ("tabela.csv", b"", 1, "tabela.csv"),
        ("tabela.csv", "Proszę o kontakt;w sprawie\n".encode(), 1, "tabela.csv"),
        ("tabela.csv", csv_file([("Lp.", "Nazwa urzędu", "blok I", "blok II")]), 1, "tabela.csv"),
    ],
)
def test_a_file_that_is_no_table_is_named_and_changes_nothing(
    komplet: Command,
    folder: Path,
    store: Database,
    *,
    name: str,
    content: bytes | None,
    code: int,
    says: str,
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    line = one_line(komplet("import", name, "--yes"), code)
    assert name in line
    assert says in line
    assert names(store) == []


def test_a_folder_is_no_table(komplet: Command, folder: Path) -> None:
    (folder / "tabele.xlsx").mkdir()
    assert "Is a directory" in one_line(komplet("import", "tabele.xlsx", "--yes"), 2)


def test_a_file_that_may_not_be_read_is_named(process: Command, table: Path) -> None:
    table.chmod(0)
    assert "Permission denied" in one_line(process("import", "tabela.xlsx", "--yes"), 2)


def test_a_list_is_read_without_a_database(komplet: Command, folder: Path) -> None:
    (folder / "lista.txt").write_text("1. Anna Kowalczyk – Sekretarz Gminy\n", encoding="utf-8-sig")
    shown = json.loads(komplet("read", "lista.txt", "--json").out)
    assert shown["people"][0]["surname"] == "Kowalczyk"
    assert "Anna Kowalczyk – Sekretarz Gminy" in komplet("read", "lista.txt").out
    assert [each.name for each in folder.iterdir()] == ["lista.txt"]


def test_a_table_is_read_without_a_database(komplet: Command, folder: Path, table: Path) -> None:
    shown = json.loads(komplet("read", "tabela.xlsx", "--as", "table", "--json").out)
    assert shown["totals"] == {"typed": [42, 22], "computed": [42, 22]}
    assert "6 urzędów" in komplet("read", "tabela.xlsx", "--as", "table").out
    assert [each.name for each in folder.iterdir()] == ["tabela.xlsx"]


def test_a_list_in_a_sheet_is_read(komplet: Command, folder: Path) -> None:
    rows = [("Imię i nazwisko", "Stanowisko"), ("Anna Kowalczyk", "Sekretarz Gminy")]
    (folder / "lista.csv").write_bytes(csv_file(rows))
    shown = json.loads(komplet("read", "lista.csv", "--json").out)
    assert [each["surname"] for each in shown["people"]] == ["Kowalczyk"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("nie-ma.txt",), 2, "No such file or directory"),
        (("stara.txt", "--as", "poem"), 2, "--as is list or table"),
        (("pusta.csv", "--as", "table"), 1, "pusta.csv"),
    ],
)
def test_what_cannot_be_read_is_named(
    komplet: Command, folder: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    (folder / "stara.txt").write_bytes("Żółkowski".encode("cp1250"))
    (folder / "pusta.csv").write_bytes(csv_file([("a", "b"), ("c", "d")]))
    assert says in one_line(komplet("read", *arguments), code)
