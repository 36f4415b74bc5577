"""Statements run on the driver's cursor do what SQLAlchemy's own execution does."""

from typing import Any

import pytest
from sqlalchemy import bindparam, event, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.database import Connection, Database
from storage.rows import Prepared
from storage.tables.traffic import FailureRow, UpdateRow
from tests.storage.stock import NOW

_seen = UpdateRow.__table__
_failure = FailureRow.__table__
_add = Prepared(insert(_seen))
_of = Prepared(select(_seen).where(_seen.c.update_id == bindparam("number")))


def test_rows_are_read_by_the_types_of_their_columns(database: Database) -> None:
    database.write(lambda c: _add.run_each(c, [{"update_id": n, "at": NOW} for n in (1, 2)]))
    row = database.read(lambda c: _of.one_or_none(c, {"number": 2}))
    assert (row.update_id, row.at, row.at.tzinfo) == (2, NOW, NOW.tzinfo)
    assert database.read(lambda c: _of.one_or_none(c, {"number": 3})) is None


def test_sealed_texts_go_through_the_vault_of_their_database(database: Database) -> None:
    row = {"update_id": 1, "payload": "plain:ż", "traceback": "100 %", "at": NOW}
    database.write(lambda c: Prepared(insert(_failure)).run(c, row))
    by_prepared = database.read(lambda c: Prepared(select(_failure)).all(c, {}))
    by_sqlalchemy = database.read(lambda c: c.execute(select(_failure)).all())
    assert [tuple(each) for each in by_prepared] == [tuple(each) for each in by_sqlalchemy]
    assert by_prepared[0].payload == "plain:ż"


def test_a_statement_sets_just_the_columns_that_it_is_given(database: Database) -> None:
    change = Prepared(update(_failure).where(_failure.c.update_id == bindparam("number")))
    row = {"update_id": 1, "payload": "a", "traceback": "b", "at": NOW}
    database.write(lambda c: Prepared(insert(_failure)).run(c, row))

    def work(connection: Connection) -> Any:
        assert change.run(connection, {"number": 1, "payload": "c"}) == 1
        assert change.run(connection, {"number": 1, "traceback": "d"}) == 1
        assert change.run(connection, {"number": 2, "traceback": "e"}) == 0
        return Prepared(select(_failure)).one_or_none(connection, {})

    kept = database.write(work)
    assert (kept.payload, kept.traceback) == ("c", "d")


def test_a_parameter_that_is_missing_is_a_fault(database: Database) -> None:
    with pytest.raises(KeyError, match="number"):
        database.read(lambda c: _of.all(c, {}))


def test_faults_are_those_of_sqlalchemy(database: Database) -> None:
    def work(connection: Connection) -> None:
        for _ in range(2):
            _add.run(connection, {"update_id": 1, "at": NOW})

    with pytest.raises(IntegrityError, match="INSERT INTO seen_update"):
        database.write(work)
    assert database.read(lambda c: _of.all(c, {"number": 1})) == [], "nothing of it is kept"


def test_listeners_hear_of_it(database: Database) -> None:
    heard: list[str] = []

    def work(connection: Connection) -> None:
        for when in ("before_cursor_execute", "after_cursor_execute"):
            event.listen(connection, when, lambda _c, _cur, text, *_: heard.append(text))
        _of.all(connection, {"number": 1})

    database.write(work)
    assert [text.split()[0] for text in heard[:2]] == ["SELECT", "SELECT"]
