"""The ledger of erasures: keyed codes of who was erased, in a file apart from the database.

A backup that is restored brings erased people back; the ledger says whom to erase again. It names
nobody: each line is a time and codes (HMAC-SHA-256) under a key of the ledger's own, which stands
in the file encrypted under DATA_KEY (plain where there is none). Lines are only added; of several
keys the last holds, which is the same key under newer ones. Written before the erasure commits, so
that no erasure is ever without its line.
"""

import fcntl
import hmac
import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO

from storage.faults import DatabaseUnusable
from storage.vault import SEALED, Vault

DEFAULT_NAME = "erasures.jsonl"
"""What a ledger is called unless it has another name, after an SQLite file's own."""


class LedgerUnusable(DatabaseUnusable):
    """The ledger cannot be read or written; the message says the way out."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger by its file, which need not be there yet."""

    path: Path
    vault: Vault

    def check(self) -> None:
        """Refuse a ledger that could not be written or read, or whose key DATA_KEY does not open.

        Raises LedgerUnusable.
        """
        try:
            if self.path.exists():
                with self.path.open("r+b"):
                    pass
                self.read()
            elif not self.path.parent.is_dir() or not os.access(self.path.parent, os.W_OK):
                raise self._unusable("its folder is not there, or may not be written")
        except OSError as fault:
            raise self._unusable(fault.strerror or "it cannot be used") from None

    def record(self, subject: str, at: datetime, group: str | None = None) -> None:
        """Add an erasure; on the disk when this returns. Raises LedgerUnusable.

        `group`: what the subject belongs to, kept as a code as well, so that it is known where to
        look for somebody (`Erasures.any_of`).
        """
        try:
            with self._locked() as file:
                text = self._text(file.read)
                key = self._key(text.splitlines())
                if text and not text.endswith("\n"):
                    file.write("\n")
                if key is None:
                    key = secrets.token_bytes(32)
                    file.write(self._key_line(key))
                entry = {"at": at.isoformat(), "who": _code(key, subject)}
                if group is not None:
                    entry["of"] = _code(key, group)
                file.write(json.dumps(entry) + "\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as fault:
            raise self._unusable(fault.strerror or "it cannot be written") from None

    def read(self) -> "Erasures":
        """Everything that was erased, each by its latest erasure. Empty without a file.

        Raises LedgerUnusable.
        """
        try:
            text = self._text(partial(self.path.read_text, "utf-8")) if self.path.exists() else ""
        except OSError as fault:
            raise self._unusable(fault.strerror or "it cannot be read") from None
        lines = text.splitlines()
        key, when, groups = self._key(lines), dict[str, datetime](), set[str]()
        for entry in map(self._entry, lines):
            if "who" in entry:
                at = self._moment(entry)
                when[entry["who"]] = max(at, when.get(entry["who"], at))
                if "of" in entry:
                    groups.add(entry["of"])
        if when and key is None:
            raise self._damaged()
        return Erasures(key or b"", when, frozenset(groups))

    def refuse_for(self, erased_last: datetime | None) -> None:
        """Refuse to stand for a database that says of itself when it last erased somebody.

        None: it says of nobody. A ledger that is missing is refused then too where others lie
        beside it, by the names that it has by default. Raises LedgerUnusable.
        """
        if not self.path.exists():
            others = sorted(each.name for each in self.path.parent.glob(f"*{DEFAULT_NAME}"))
            if others:
                raise self._unusable(f"it is not there, but {', '.join(others)} beside it is")
            if erased_last is not None:
                raise self._unusable(
                    f"it is not there, but somebody was erased {_day(erased_last)}"
                )
        last = self.read().last
        if erased_last is not None and (last is None or last < erased_last):
            raise self._unusable(
                f"it ends before an erasure {_day(erased_last)}, so that it is an older copy or "
                "another database's"
            )

    def reseal(self) -> None:
        """Keep its key under the newest key of DATA_KEY."""
        if not self.path.exists():
            return
        with self._locked() as file:
            lines = self._text(file.read).splitlines()
            key = self._key(lines)
            stored = self._stored_key(lines)
            if key is not None and stored is not None and not self.vault.is_current(stored):
                file.write(self._key_line(key))

    def _locked(self) -> IO[str]:
        """The file, opened for adding, for this process alone until it is closed."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        file = os.fdopen(handle, "r+", encoding="utf-8")
        fcntl.flock(file, fcntl.LOCK_EX)
        return file

    def _key_line(self, key: bytes) -> str:
        return json.dumps({"key": self.vault.seal(key.hex())}) + "\n"

    def _stored_key(self, lines: list[str]) -> str | None:
        return next((e["key"] for e in map(self._entry, reversed(lines)) if "key" in e), None)

    def _key(self, lines: list[str]) -> bytes | None:
        stored = self._stored_key(lines)
        if stored is None:
            return None
        if stored.startswith(SEALED) and not self.vault.keys:
            raise self._unusable(
                "it is encrypted: set DATA_KEY to the key that it was written with"
            )
        try:
            return bytes.fromhex(self.vault.unseal(stored))
        except DatabaseUnusable:
            raise self._unusable(
                "DATA_KEY does not open it: put the key that it was written with back into the list"
            ) from None
        except ValueError:
            raise self._damaged() from None

    def _entry(self, line: str) -> Mapping[str, str]:
        """A line; nothing from one that a crash cut short, whose erasure was never committed."""
        if not line.endswith("}"):
            return {}
        try:
            entry: Mapping[str, str] = json.loads(line)
        except ValueError:
            raise self._damaged() from None
        if not all(isinstance(value, str) for value in entry.values()):
            raise self._damaged()
        return entry

    def _moment(self, entry: Mapping[str, str]) -> datetime:
        """When an erasure was, which must say its zone."""
        try:
            at = datetime.fromisoformat(entry.get("at", ""))
        except ValueError:
            raise self._damaged() from None
        if at.tzinfo is None:
            raise self._damaged()
        return at

    def _text(self, read: Callable[[], str]) -> str:
        try:
            return read()
        except UnicodeDecodeError:
            raise self._damaged() from None

    def _damaged(self) -> LedgerUnusable:
        return self._unusable("it is damaged: restore it from its own backup")

    def _unusable(self, why: str) -> LedgerUnusable:
        return LedgerUnusable(f"ERASURE_LEDGER {self.path}: {why}")


@dataclass(frozen=True, slots=True)
class Erasures:
    """What a ledger knows: subjects by their codes, with when they were erased last."""

    key: bytes
    when: Mapping[str, datetime]
    groups: frozenset[str] = frozenset()
    met: set[str] = field(default_factory=set)
    """The codes of the subjects that were asked for by `of`."""

    def of(self, subject: str) -> datetime | None:
        """When a subject was erased; None if never."""
        code = _code(self.key, subject) if self.when else ""
        if code in self.when:
            self.met.add(code)
        return self.when.get(code)

    def any_of(self, group: str) -> bool:
        """Whether anybody of a group was recorded with it."""
        return bool(self.groups) and _code(self.key, group) in self.groups

    @property
    def last(self) -> datetime | None:
        """When somebody was erased last."""
        return max(self.when.values(), default=None)

    def unmet(self, since: datetime) -> int:
        """How many were erased since a moment for whom nobody has asked by `of`."""
        return sum(at >= since and code not in self.met for code, at in self.when.items())


def _day(at: datetime) -> str:
    return f"on {at.date().isoformat()}"


def _code(key: bytes, subject: str) -> str:
    return hmac.digest(key, subject.encode(), "sha256").hex()
