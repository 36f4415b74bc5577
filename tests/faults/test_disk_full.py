"""A full disk at whatever write: what was acknowledged is there, what was not is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event, select

from storage.database import Database, DatabaseUnusable
from storage.tables.traffic import UpdateRow
from tests.faults import disk_full
from tests.faults.figures import Figures


def test_nothing_acknowledged_is_lost_when_files_cannot_grow(
    tmp_path: Path, judged: Callable[[Figures], Figures]
) -> None:
    """20 sizes, each in a process of its own, which goes on once there is room again."""
    figures = judged(disk_full.run(20, tmp_path))
    assert figures.counts["acknowledged"] > 20
    assert figures.counts["refused"] > 20


@pytest.mark.parametrize("room", [1, 2, 3, 5, 8, 13])
def test_nothing_acknowledged_is_lost_when_the_database_is_full(sqlite_url: str, room: int) -> None:
    """SQLite itself says „full” at the n-th new page."""
    database = Database(sqlite_url)
    pages = database.read(lambda c: c.exec_driver_sql("PRAGMA page_count").scalar())
    limit = (pages or 0) + room

    def narrow(connection: object, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count={limit}")  # type: ignore[attr-defined]

    database._engine.dispose()
    event.listen(database._engine, "connect", narrow)
    kept = set()
    told = ""
    for number in range(1, 2000):
        try:
            disk_full.take(database, number)
            kept.add(number)
        except DatabaseUnusable as fault:
            told = str(fault)
            break
    database.close()
    assert "the disk is full: make room" in told
    again = Database(sqlite_url)
    again.prepare()
    again.check()
    found = again.read(lambda c: set(c.scalars(select(UpdateRow.__table__.c.update_id))))
    again.close()
    assert found == kept
