"""A damaged database is refused at the start, or does no harm."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.database import Database, DatabaseUnusable
from storage.soundness import faults
from tests.faults import damage
from tests.faults.figures import Figures
from tests.storage.stock import one_office


def test_a_damaged_database_is_refused_or_works_right(
    tmp_path: Path, judged: Callable[[Figures], Figures]
) -> None:
    """50 accidents; `python -m tests.faults.damage` runs more."""
    figures = judged(damage.run(50, 7, tmp_path))
    assert figures.counts["refused"] > 10


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ("UPDATE submission SET people = '{\"members\": 7}'", "submission.people cannot be read"),
        ("UPDATE submission SET people = CAST(x'ff22' AS TEXT)", "a row cannot be read"),
        ("UPDATE office SET limit_steering = 'ośmiu'", "office holds a value"),
        ("UPDATE office SET updated_at = 'wczoraj'", "office holds a value"),
        ("PRAGMA foreign_keys=OFF; DELETE FROM office", "points at no office"),
        ("DELETE FROM submission", "1 offices have no draft"),
    ],
)
def test_what_is_stored_wrong_is_named(sqlite: Database, spoilt: str, told: str) -> None:
    """However it came there: the start refuses it with the mend."""
    one_office(sqlite)
    sqlite.check()
    assert sqlite.file is not None
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(sqlite.file)) as connection:
        connection.executescript(spoilt)
    assert any(told in fault for fault in sqlite.read(faults))
    with pytest.raises(DatabaseUnusable, match=r"is damaged .*komplet restore FILE --replace"):
        sqlite.check()


def test_a_whole_postgresql_database_is_whole(postgresql: Database) -> None:
    one_office(postgresql)
    assert postgresql.read(faults) == []
    assert postgresql.file is None
