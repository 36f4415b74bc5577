"""The command line as an operator meets it: what works, and one line with the mend where not.

Most commands run in this process, through the program's own `main`; what a process, its rights or
its streams decide runs as `python -m bot`.
"""

import csv
import io
import json
import logging
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import psycopg
import pytest
import structlog
from sqlalchemy import make_url, text

from bot import cli
from bot.effects.tables import import_table
from bot.playground.sample import sample_table
from bot.settings import Settings
from conversations.coordination_table import Sheet, read
from conversations.people import Person
from conversations.submission import Approval, Decider, Stage
from conversations.team import Member, Seat, Team
from storage import links, offices, submissions
from storage.database import Database
from tests.running import TOKEN, USERNAME, Finished
from tests.storage.stock import NOW, import_offices, loaded, row, saved
from tests.tables import HEADER, NUMBERS, csv_file, office, sample_rows

WLODAWA = "Starostwo Powiatowe we Włodawie"
IMPATIENT = {"create": True, "write": True, "patience": 0.05}
NAMESAKE = "Urząd Gminy Dębowiec"
Command = Callable[..., Finished]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the operator works."""
    return tmp_path


@pytest.fixture
def komplet(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs a command in this process: `komplet("status", "--json", DATABASE_URL=…)`."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("BOT_USERNAME", USERNAME)
    root = logging.getLogger()
    level = root.level

    def run(*arguments: str, answer: str = "", **environment: str) -> Finished:
        with monkeypatch.context() as patched:
            for name, value in environment.items():
                patched.setenv(name, value)
            patched.setattr(sys, "argv", ["komplet", *arguments])
            patched.setattr(sys, "stdin", io.StringIO(answer))
            capsys.readouterr()
            code: Any = 0
            handlers = list(root.handlers)
            try:
                cli.main()
            except SystemExit as end:
                code = end.code or 0
            finally:
                # `run` logs to this test's standard error, which later tests do not have.
                root.handlers[:], root.level = handlers, level
                structlog.reset_defaults()
            said = capsys.readouterr()
            assert TOKEN not in said.out + said.err
            return Finished(code, said.out, said.err)

    return run


@pytest.fixture
def process(folder: Path) -> Command:
    """Runs a command as a process of its own, root's privileges over files left behind."""

    def run(*arguments: str, answer: str = "", **environment: str) -> Finished:
        names = ("PATH", "HOME", "COVERAGE_PROCESS_CONFIG")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        heeding = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
        done = subprocess.run(  # noqa: PLW1510 - the code is the test's business
            [*(heeding if os.geteuid() == 0 else []), sys.executable, "-m", "bot", *arguments],
            env=kept | {"BOT_TOKEN": TOKEN, "BOT_USERNAME": USERNAME, **environment},
            cwd=folder,
            input=answer,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert TOKEN not in done.stdout + done.stderr
        return Finished(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def store(folder: Path, migrated_sqlite: Path) -> Iterator[Database]:
    """The operator's database, opened beside the program."""
    (folder / "komplet.sqlite3").write_bytes(migrated_sqlite.read_bytes())
    database = Database(f"sqlite:///{folder / 'komplet.sqlite3'}")
    yield database
    database.close()


@pytest.fixture
def table(folder: Path) -> Path:
    """The sample coordination table in the operator's folder."""
    file = folder / "tabela.xlsx"
    file.write_bytes(sample_table())
    return file


@pytest.fixture(scope="session")
def sample_sqlite(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file into which the sample table was imported, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "komplet.sqlite3"
    shutil.copy(migrated_sqlite, path)
    database = Database(f"sqlite:///{path}")
    reading = read([Sheet("tabela", tuple(map(tuple, sample_rows())))])
    database.write(lambda c: import_table(c, reading, "tabela.xlsx", NOW))
    database.close()
    return path


@pytest.fixture
def imported(folder: Path, sample_sqlite: Path) -> None:
    """The operator's database holds the sample table."""
    shutil.copy(sample_sqlite, folder / "komplet.sqlite3")


def one_line(finished: Finished, code: int) -> str:
    """The only thing that was said, on standard error."""
    assert finished.code == code, finished
    assert finished.out == "", finished
    (line,) = finished.err.splitlines()
    assert line.startswith("komplet: ")
    return line


def names(database: Database) -> list[str]:
    return [each.name for each in database.read(offices.all_offices)]


# --- Settings and usage --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    ["run", "playground", "import", "invite", "status", "export", "read"],
)
def test_every_command_explains_itself(komplet: Command, command: str) -> None:
    told = komplet(command, "--help")
    assert told.code == 0
    assert "Usage: komplet" in told.out
    assert "Traceback" not in told.err
    assert "Options" in told.out


def test_the_program_alone_lists_its_commands(komplet: Command) -> None:
    told = komplet("--help")
    for command in ("run", "playground", "import", "invite", "status", "export", "read"):
        assert command in told.out
    assert komplet().code == 2


@pytest.mark.parametrize(
    "arguments", [("fly",), ("export",), ("import",), ("invite",), ("status", "--xml")]
)
def test_wrong_usage_is_code_2(komplet: Command, arguments: tuple[str, ...]) -> None:
    told = komplet(*arguments)
    assert told.code == 2
    assert "Traceback" not in told.err


@pytest.mark.parametrize("command", [("status",), ("invite", "coordinator")])
@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DATABASE_URL", "komplet.db", "DATABASE_URL is no database address: use sqlite:///"),
        ("DATABASE_URL", "mysql://host/db", "'mysql' is not supported: use sqlite:///"),
        ("DATABASE_URL", "sqlite://", "DATABASE_URL names no file: use sqlite:///"),
        ("BOT_TOKEN", "hunter2", "BOT_TOKEN must look like"),
        ("TIMEZONE", "Mars/Olympus", "TIMEZONE must be a name such as Europe/Warsaw"),
        (
            "WEBHOOK_URL",
            "bot.example.pl",
            "WEBHOOK_URL must be an address such as https://bot.example.pl/telegram",
        ),
    ],
)
def test_a_wrong_setting_stops_every_command_with_code_2(
    komplet: Command, *, command: tuple[str, ...], name: str, value: str, says: str
) -> None:
    line = one_line(komplet(*command, **{name: value}), 2)
    assert says in line
    assert "hunter2" not in line


def test_a_wrong_setting_stops_the_bot_before_its_log_repeats_it(process: Command) -> None:
    line = one_line(process("run", BOT_TOKEN="hunter2"), 2)
    assert "BOT_TOKEN must look like" in line
    assert "hunter2" not in line


def test_a_bot_without_a_token_says_where_to_get_one(process: Command) -> None:
    line = one_line(process("run", BOT_TOKEN=""), 2)
    assert "BOT_TOKEN is not set" in line
    assert "komplet playground" in line


def test_a_bot_that_cannot_reach_telegram_names_the_address(process: Command) -> None:
    told = process("run", TELEGRAM_API_URL="http://127.0.0.1:9")
    assert told.code == 1
    assert told.err.splitlines()[-1] == (
        "komplet: TELEGRAM_API_URL http://127.0.0.1:9 does not answer: check the address and the "
        "network"
    )


def test_a_settings_file_that_may_not_be_read_is_named(process: Command, folder: Path) -> None:
    (folder / ".env").write_text("LOG_FORMAT=json\n")
    (folder / ".env").chmod(0)
    assert ".env cannot be read (Permission denied)" in one_line(process("status"), 2)


# --- import --------------------------------------------------------------------------------------


def test_a_table_is_imported_before_the_first_run(komplet: Command, table: Path) -> None:
    done = komplet("import", "tabela.xlsx", "--yes")
    assert done.code == 0
    assert WLODAWA in done.out.replace("\n", " ") or "Włodawie" in done.out
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


# --- invite --------------------------------------------------------------------------------------


def test_a_coordinator_is_invited_before_the_first_run(komplet: Command, folder: Path) -> None:
    done = komplet("invite", "coordinator")
    assert (done.code, done.err) == (0, "for: coordinator\n")
    link = done.out.strip()
    assert link.startswith(f"https://t.me/{USERNAME}?start=")
    database = Database(f"sqlite:///{folder / 'komplet.sqlite3'}")
    found = database.read(lambda c: links.by_token(c, link.split("=")[1]))
    database.close()
    assert found is not None


@pytest.mark.parametrize(
    "asked",
    [
        WLODAWA,
        "starostwo powiatowe we włodawie",
        "Starostwo Powiatowe we Wlodawie",
        "włodawie",
        "starostwo włodawie",
        "Włodawa",
        "starostwo Włodawa",
        "SP Włodawa",
        "Włod",
    ],
)
def test_an_office_is_meant_by_its_name_or_a_part_of_it(
    komplet: Command, imported: None, asked: str
) -> None:
    done = komplet("invite", "head", "--office", asked)
    assert (done.code, done.err) == (0, f"for: head · {WLODAWA}\n")


def test_an_advisor_is_meant_by_the_name_in_the_table(komplet: Command, imported: None) -> None:
    for asked in ("Halina Wrońska", "wronska", "hal wroń"):
        done = komplet("invite", "advisor", "--advisor", asked)
        assert (done.code, done.err) == (0, "for: advisor · Halina Wrońska\n")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("king",), 2, "unknown role 'king': one of coordinator, advisor, head, secretary"),
        (("head",), 2, "head needs --office NAME"),
        (("secretary", "--office", ""), 2, "secretary needs --office NAME"),
        (("advisor",), 2, "advisor needs --advisor NAME"),
        (("coordinator", "--office", "A"), 2, "coordinator takes no --office"),
        (("head", "--office", "A", "--advisor", "B"), 2, "head takes no --advisor"),
        (("head", "--office", "Urząd w Wenecji"), 1, "no office 'Urząd w Wenecji'"),
        (("head", "--office", " "), 1, "no office ' '"),
        (("head", "--office", "99"), 1, "no office '99' in the tables; see: komplet status"),
        (("advisor", "--advisor", "Nikt"), 1, "no advisor 'Nikt' in the tables; see: komplet"),
    ],
)
def test_an_invitation_for_nobody_says_what_is_missing(
    komplet: Command, imported: None, arguments: tuple[str, ...], code: int, says: str
) -> None:
    assert says in one_line(komplet("invite", *arguments), code)


def test_of_several_offices_it_says_which_there_are(komplet: Command, store: Database) -> None:
    """Namesakes can only be told by number; for the others a longer part will do."""
    one, other, _ = import_offices(
        store,
        row(NAMESAKE, county="jasielski", voivodeship="podkarpackie"),
        row(NAMESAKE, county="cieszyński", voivodeship="śląskie"),
        row("Urząd Miasta Jasło"),
    )
    line = one_line(komplet("invite", "head", "--office", NAMESAKE), 2)
    assert f"{one} ({NAMESAKE}, jasielski, podkarpackie); {other} ({NAMESAKE}, ciesz" in line
    assert "Jasło" not in line
    done = komplet("invite", "head", "--office", str(other))
    assert done.err == f"for: head · {NAMESAKE}\n"
    found = store.read(lambda c: links.by_token(c, done.out.strip().split("start=")[1]))
    assert found is not None
    assert found.office_id == other


def test_of_many_offices_it_says_a_few(komplet: Command, store: Database) -> None:
    import_offices(store, *(row(f"Urząd Gminy {letter}") for letter in "ABCDEFGHIJKL"))
    line = one_line(komplet("invite", "head", "--office", "urząd"), 2)
    assert "Urząd Gminy H" in line
    assert "Urząd Gminy I" not in line
    assert "and 4 more" in line


def test_of_several_advisors_it_says_which_there_are(komplet: Command, store: Database) -> None:
    import_offices(store, row("A", advisor="Ewa Lis"), row("B", advisor="Jan Lis"))
    line = one_line(komplet("invite", "advisor", "--advisor", "lis"), 2)
    assert "may be: Ewa Lis; Jan Lis" in line


def test_an_unreachable_telegram_says_how_to_do_without(komplet: Command) -> None:
    """The bot's name is all it is asked for, and that can be set."""
    line = one_line(
        komplet("invite", "coordinator", BOT_USERNAME="", TELEGRAM_API_URL="http://127.0.0.1:9"), 1
    )
    assert "set BOT_USERNAME" in line


# --- status and export ---------------------------------------------------------------------------


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


def test_an_export_of_another_kind_is_refused(komplet: Command, folder: Path) -> None:
    line = one_line(komplet("export", "stan.pdf"), 2)
    assert line == "komplet: stan.pdf: one of .json, .xlsx, .csv"
    assert list(folder.iterdir()) == []


def test_an_export_into_nowhere_is_told(komplet: Command, store: Database) -> None:
    assert "No such file or directory" in one_line(komplet("export", "nie/ma/stan.csv"), 1)


# --- Databases on their worst days ---------------------------------------------------------------


def every_command(komplet: Command, table: Path) -> Iterator[Finished]:
    yield komplet("status")
    yield komplet("export", "stan.json")
    yield komplet("invite", "coordinator")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda file: file.write_bytes(b"to nie baza " * 99), "no SQLite database"),
        (lambda file: file.write_bytes(file.read_bytes()[:9000]), "damaged: restore a backup"),
        (lambda file: alter(file, "UPDATE alembic_version SET version_num = '9'"), "newer Komplet"),
        (lambda file: (file.unlink(), file.mkdir()), "cannot be opened"),
    ],
    ids=["no database", "damaged", "newer", "a folder"],
)
def test_a_database_that_cannot_be_used_is_one_line_and_left_alone(
    komplet: Command,
    migrated_sqlite: Path,
    folder: Path,
    table: Path,
    *,
    spoil: Callable[[Path], object],
    says: str,
) -> None:
    file = folder / "komplet.sqlite3"
    file.write_bytes(migrated_sqlite.read_bytes())
    spoil(file)
    before = file.read_bytes() if file.is_file() else None
    for finished in every_command(komplet, table):
        line = one_line(finished, 1)
        assert says in line
        assert "komplet.sqlite3" in line
    assert not (folder / "stan.json").exists()
    assert before == (file.read_bytes() if file.is_file() else None)
    refused = komplet("import", "tabela.xlsx", "--yes")
    assert refused.code == 1
    assert says in refused.err


def alter(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_locked_database_is_told(
    komplet: Command, store: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the patience of a few seconds, which this test does not have. Reading goes on."""
    monkeypatch.setattr(cli.common.opened.__wrapped__, "__kwdefaults__", IMPATIENT)  # type: ignore[attr-defined]
    with closing(sqlite3.connect(folder / "komplet.sqlite3", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        assert "another program holds it" in one_line(komplet("invite", "coordinator"), 1)
        for command in (("status",), ("export", "stan.csv"), ("remind", "--dry-run")):
            assert komplet(*command).code == 0


def test_a_file_that_may_not_be_written_is_told(
    process: Command, migrated_sqlite: Path, folder: Path
) -> None:
    file = folder / "komplet.sqlite3"
    file.write_bytes(migrated_sqlite.read_bytes())
    file.chmod(0o444)
    line = one_line(process("invite", "coordinator"), 1)
    assert "the file may not be written: check its owner and permissions" in line
    assert file.read_bytes() == migrated_sqlite.read_bytes()


def test_a_folder_that_may_not_be_written_is_told(process: Command, folder: Path) -> None:
    (folder / "closed").mkdir(mode=0o555)
    line = one_line(process("invite", "coordinator", DATABASE_URL="sqlite:///closed/k.db"), 1)
    assert "cannot be opened: check that it is a file in a folder that may be written" in line


@pytest.mark.parametrize(
    "arguments", [("status",), ("invite", "coordinator"), ("settings", "limit_mode", "exact")]
)
def test_a_missing_folder_is_told_and_not_made(
    komplet: Command, folder: Path, arguments: tuple[str, ...]
) -> None:
    line = one_line(komplet(*arguments, DATABASE_URL="sqlite:///data/komplet.db"), 1)
    assert "there is no such folder: make it, or correct DATABASE_URL" in line
    assert list(folder.iterdir()) == []


def test_a_postgresql_that_does_not_answer_is_told(komplet: Command) -> None:
    line = one_line(
        komplet("status", DATABASE_URL="postgresql+psycopg://ela:hunter2@127.0.0.1:9/k"), 1
    )
    assert "the server does not answer: start it, or correct DATABASE_URL" in line
    assert "hunter2" not in line


def test_a_wrong_password_is_told_and_not_repeated(
    komplet: Command, password_postgresql_url: Callable[[str], str]
) -> None:
    line = one_line(komplet("status", DATABASE_URL=password_postgresql_url("hunter2")), 1)
    assert "refuses the user or the password: correct DATABASE_URL" in line
    assert "hunter2" not in line
    assert komplet("status", DATABASE_URL=password_postgresql_url("right")).code == 0


def test_a_user_who_may_not_make_tables_is_told(
    komplet: Command, password_postgresql_url: Callable[[str], str], postgresql_server: str
) -> None:
    url = password_postgresql_url("right")
    database = make_url(url).database
    with psycopg.connect(postgresql_server, dbname=database, autocommit=True) as connection:
        connection.execute("ALTER SCHEMA public OWNER TO postgres")
    assert "the user may not do this: grant it" in one_line(komplet("status", DATABASE_URL=url), 1)


def test_the_same_commands_work_on_postgresql(
    komplet: Command, folder: Path, table: Path, new_postgresql_url: Callable[[], str]
) -> None:
    url = new_postgresql_url()
    assert komplet("import", "tabela.xlsx", "--yes", DATABASE_URL=url).code == 0
    assert komplet("invite", "head", "--office", WLODAWA, DATABASE_URL=url).code == 0
    assert komplet("export", "stan.csv", DATABASE_URL=url).code == 0
    report = json.loads(komplet("status", "--json", DATABASE_URL=url).out)
    assert len(report["offices"]) == 6
    assert not (folder / "komplet.sqlite3").exists()


# --- read ----------------------------------------------------------------------------------------


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


def test_a_pipe_that_is_closed_early_is_no_failure_of_ours(folder: Path, store: Database) -> None:
    """`komplet status | head -1`."""
    import_offices(store, *(row(f"Urząd Gminy numer {number}") for number in range(600)))
    piped = subprocess.run(  # noqa: PLW1510
        ["bash", "-c", f"{sys.executable} -m bot status --json | head -c 10"],
        env={"PATH": os.environ["PATH"]},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert piped.stderr == ""
    assert piped.stdout == '{\n  "offic'


def test_a_practice_office_counts_nowhere(komplet: Command, store: Database) -> None:
    import_offices(store, row("Prawdziwy"), row("Na próbę"))
    store.write(lambda c: c.execute(text("UPDATE office SET practice = 1 WHERE name LIKE 'Na%'")))
    assert len(store.read(partial(submissions.all_submissions, practice=True))) == 2
    assert len(json.loads(komplet("status", "--json").out)["offices"]) == 1
    komplet("export", "stan.csv")
    assert "próbę" not in Path("stan.csv").read_text(encoding="utf-8")
