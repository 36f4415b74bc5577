"""`komplet access`, `revoke` and `history`: the coordinator's work on the server."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import clock, invitations
from bot.cli import app
from conversations.access import Role
from storage import access, links
from storage.database import Database
from tests.storage.stock import NOW, comes_in, import_offices, loaded, row, saved, whole_team

runner = CliRunner()


@pytest.fixture
def database(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Database]:
    """A database that the settings of this process name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    opened = Database(sqlite_url)
    yield opened
    opened.close()


def run(*arguments: str, code: int = 0) -> str:
    result = runner.invoke(app, arguments)
    assert result.exit_code == code, result.output
    return result.output


def test_access_is_listed_for_people_and_for_programs(database: Database) -> None:
    (office,) = import_offices(database, row("Urząd Gminy Rejowiec"))
    head = comes_in(database, 5, Role.HEAD, office_id=office, name="Tomasz Bak")
    assert f"g{head.id}\tkierownik urzędu\tUrząd Gminy Rejowiec\tTomasz Bak" in run("access")
    (listed,) = json.loads(run("access", "--json"))
    assert listed == {
        "id": f"g{head.id}",
        "role": "head",
        "name": "Tomasz Bak",
        "office": "Urząd Gminy Rejowiec",
        "office_id": office,
        "advisor": None,
        "waits": False,
        "at": "2026-11-24T08:30:00+00:00",
    }


def test_a_role_is_revoked_once_and_the_last_coordinator_stays(database: Database) -> None:
    (office,) = import_offices(database, row("Urząd Gminy Rejowiec"))
    head = comes_in(database, 5, Role.HEAD, office_id=office)
    chief = comes_in(database, 6, Role.COORDINATOR)
    assert run("revoke", f"g{head.id}") == f"revoked: g{head.id}\n"
    assert database.read(lambda c: access.grants(c, 5, NOW)) == ()
    assert "nobody holds" in run("revoke", f"g{head.id}", code=1)
    assert "only coordinator" in run("revoke", f"g{chief.id}", code=1)
    assert "no such link" in run("revoke", "i99", code=1)
    for forged in ("7", "x7", "g", "g-1"):
        assert "no id" in run("revoke", forged, code=2)


def test_a_coordinators_links_stay_or_go_with_the_role_as_told(database: Database) -> None:
    (office,) = import_offices(database, row("Urząd Gminy Rejowiec"))
    comes_in(database, 6, Role.COORDINATOR)
    for person, option, left in ((7, (), 1), (8, ("--with-links",), 1)):
        leaving = comes_in(database, person, Role.COORDINATOR)
        database.write(
            lambda c, by=person: invitations.make(  # type: ignore[misc]
                c, role=Role.SECRETARY, office_id=office, created_by=by, now=clock.now()
            )
        )
        run("revoke", f"g{leaving.id}", *option)
        assert len(database.read(lambda c: links.waiting(c, clock.now()))) == left


def test_the_history_of_an_office_is_told_in_words(database: Database) -> None:
    (office,) = import_offices(database, row("Urząd Gminy Rejowiec"))
    before = loaded(database, office)
    saved(database, before, before.with_team(whole_team()))
    told = run("history", "--office", "Rejowiec")
    assert "rozpoczęto wersję roboczą (wersja 1)" in told
    assert "Kowalczyk" not in told
