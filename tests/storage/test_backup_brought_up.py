"""An older backup that cannot be brought up to date: told in one line, without names."""

import resource
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from storage import migrations, restoring
from storage.backup_file import BackupUnusable
from storage.database import Database
from tests.storage.backups import as_written_then, rows
from tests.storage.stock import LATER


@pytest.fixture(params=["full", "missing"])
def without_room(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Temporary files have no room: no file may be larger, or there is no folder for them."""
    if request.param == "missing":
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def large_and_old(tmp_path: Path) -> Path:
    """A backup of an older schema with some megabytes of letters."""
    url = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        migrations.upgrade(connection, "0011")
        for number in range(500):
            connection.execute(
                text(
                    "INSERT INTO letter (id, key, person_id, code, content, state, attempts,"
                    " due_at, changed_at) VALUES (:id, :id, 7, 'nudge', :said, 'sent', 0,"
                    " '2026-11-24 08:30:00.000000', '2026-11-24 08:30:00.000000')"
                ),
                {"id": number, "said": f"Bogumiła Zgrzebnicka {'x' * 8000}"},
            )
    engine.dispose()
    return as_written_then(url, tmp_path / "old.backup", "0011")


def test_an_older_backup_that_has_no_room_to_be_brought_up_to_date_is_told_without_names(
    sqlite: Database, large_and_old: Path, without_room: None
) -> None:
    with pytest.raises(BackupUnusable, match=r"no room.*TMPDIR") as refused:
        restoring.restore(sqlite, large_and_old, LATER)
    said = "".join(traceback.format_exception(refused.value))
    assert "Zgrzebnick" not in said
    assert rows(sqlite)["letter"] == []


def test_an_older_backup_with_a_row_that_its_schema_forbids_is_damaged(
    sqlite: Database, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        migrations.upgrade(connection, "0011")
        connection.execute(text("DROP TABLE setting"))
        connection.execute(text("CREATE TABLE setting (key TEXT, value TEXT)"))
        connection.execute(text("INSERT INTO setting VALUES ('Zgrzebnicka', NULL)"))
    engine.dispose()
    forged = as_written_then(url, tmp_path / "old.backup", "0011")
    with pytest.raises(BackupUnusable, match="is damaged") as refused:
        restoring.restore(sqlite, forged, LATER)
    assert "Zgrzebnick" not in "".join(traceback.format_exception(refused.value))
