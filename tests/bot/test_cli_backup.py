"""`komplet backup` and `restore` as an operator meets them: beside the running bot, and after."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.playground.sample import sample_table
from tests.bot.commands import Command


@pytest.fixture
def table(folder: Path, komplet: Command) -> Path:
    """The sample table, imported."""
    file = folder / "tabela.docx"
    file.write_bytes(sample_table())
    assert komplet("import", str(file), "--yes").code == 0
    return file


def test_a_backup_brings_everything_back(table: Path, komplet: Command, folder: Path) -> None:
    before = komplet("status", "--json").out
    done = komplet("backup", "kopia.komplet")
    assert (done.code, done.err) == (0, "")
    assert "rows, schema" in done.out
    new = {"DATABASE_URL": "sqlite:///new.sqlite3"}
    assert komplet("restore", "kopia.komplet", **new).code == 0
    assert komplet("status", "--json", **new).out == before
    assert "https://t.me/" in komplet("invite", "coordinator", **new).out


def test_a_database_in_use_is_kept_unless_told_otherwise(table: Path, komplet: Command) -> None:
    assert komplet("backup", "a").code == 0
    refused = komplet("restore", "a")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.count("\n") == 1
    assert "--replace" in refused.err
    assert "restored as of" in komplet("restore", "a", "--replace").out


def test_a_backup_is_taken_while_somebody_writes(
    table: Path, komplet: Command, folder: Path
) -> None:
    """The writer is not waited for, and what is not committed is not in it."""
    with closing(sqlite3.connect(folder / "komplet.sqlite3", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM member")
        writer.execute("UPDATE office SET closed = 1")
        assert komplet("backup", "a").code == 0
        writer.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (("backup", "komplet.sqlite3"), "is no backup of Komplet"),
        (("backup", "no/such/folder/a"), "choose another place"),
        (("restore", "missing"), "cannot be read (No such file"),
        (("restore", "tabela.docx"), "is damaged: use another backup"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    table: Path, komplet: Command, folder: Path, arguments: tuple[str, ...], mend: str
) -> None:
    before = komplet("status", "--json").out
    refused = komplet(*arguments)
    assert (refused.code, refused.out) == (1, "")
    assert mend in refused.err
    assert refused.err.count("\n") == 1
    assert komplet("status", "--json").out == before


def test_there_is_nothing_to_back_up_before_the_first_table(komplet: Command) -> None:
    refused = komplet("backup", "a")
    assert refused.code == 1
    assert "there is no such file yet" in refused.err
