"""The ledger of erasures: it names nobody, forgets nothing and outlives its keys."""

from pathlib import Path

import pytest

from storage.ledger import Ledger, LedgerUnusable
from storage.vault import Vault, new_key
from tests.storage.stock import (
    LATER,
    NOW,
)


def test_the_ledger_names_nobody_and_forgets_nothing(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.jsonl", Vault.of(new_key()))
    ledger.record("account:7", NOW)
    ledger.record("account:7", LATER)
    ledger.record("person:1:anna", NOW)
    assert "account" not in ledger.path.read_text()
    assert ledger.path.stat().st_mode & 0o077 == 0
    known = ledger.read()
    assert (known.of("account:7"), known.of("person:1:anna")) == (LATER, NOW)
    assert known.of("account:8") is None


def test_a_line_that_a_crash_cut_short_spoils_no_other(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.jsonl", Vault())
    ledger.record("account:7", NOW)
    with ledger.path.open("a") as file:
        file.write('{"at": "2026-')
    ledger.record("account:8", LATER)
    known = ledger.read()
    assert (known.of("account:7"), known.of("account:8")) == (NOW, LATER)


def test_a_ledger_outlives_its_keys(tmp_path: Path) -> None:
    old, new = new_key(), new_key()
    file = tmp_path / "l.jsonl"
    Ledger(file, Vault.of(old)).record("account:7", NOW)
    Ledger(file, Vault.of(f"{new},{old}")).reseal()
    assert Ledger(file, Vault.of(new)).read().of("account:7") == NOW
    with pytest.raises(LedgerUnusable, match="set DATA_KEY"):
        Ledger(file, Vault()).check()
    with pytest.raises(LedgerUnusable, match="does not open it"):
        Ledger(file, Vault.of(new_key())).check()


KEY = b'{"key": "00ff"}\n'
AT = NOW.isoformat().encode()
DAMAGES = {
    "no JSON": b'{"x": }\n',
    "no UTF-8": KEY + b'{"at": "\xff"}\n',
    "a key that is no number": b'{"key": "xyz"}\n',
    "a key of another kind": b'{"key": 5}\n',
    "no moment": KEY + b'{"at": "yesterday", "who": "a"}\n',
    "a moment of no zone": KEY + b'{"at": "2026-11-24T08:30:00", "who": "a"}\n',
    "a moment that is missing": KEY + b'{"who": "a"}\n',
    "no key": b'{"at": "' + AT + b'", "who": "a"}\n',
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_ledger_is_told(tmp_path: Path, damage: str) -> None:
    ledger = Ledger(tmp_path / "l.jsonl", Vault())
    ledger.path.write_bytes(DAMAGES[damage])
    for look in (ledger.check, ledger.read):
        with pytest.raises(LedgerUnusable, match="it is damaged: restore it from its own backup"):
            look()


@pytest.mark.parametrize("damage", ["no JSON", "no UTF-8", "a key that is no number"])
def test_nothing_is_recorded_in_a_ledger_whose_key_cannot_be_read(
    tmp_path: Path, damage: str
) -> None:
    ledger = Ledger(tmp_path / "l.jsonl", Vault())
    ledger.path.write_bytes(DAMAGES[damage])
    with pytest.raises(LedgerUnusable, match="it is damaged"):
        ledger.record("account:7", NOW)
    assert ledger.path.read_bytes() == DAMAGES[damage]
