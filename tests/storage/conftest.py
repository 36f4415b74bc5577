"""Databases that remember whom they have erased."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.vault import Vault, new_key


@pytest.fixture
def ledger_file(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere" / "erasures.jsonl"


@pytest.fixture(params=["", "with a key"], ids=["plain", "sealed"])
def vault(request: pytest.FixtureRequest, ledger_file: Path) -> Vault:
    ledger_file.parent.mkdir()
    return Vault.of(new_key() if request.param else None, ledger_file)


@pytest.fixture
def kept(database_url: str, vault: Vault) -> Iterator[Database]:
    """A database with a ledger, with and without keys, of each kind."""
    opened = Database(database_url, vault=vault)
    opened.prepare()
    yield opened
    opened.close()
