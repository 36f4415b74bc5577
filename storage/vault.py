"""What a database's personal data is kept under: the keys of DATA_KEY, and what follows from them.

`SealedText` is the type of every column in which names, comments or messages may stand. With keys
it is written encrypted (Fernet) and read whoever of the keys wrote it; without, as it is. Rows from
before the keys are read as they are, so that encryption may be switched on later. A random secret,
kept encrypted in the database, gives the keyed codes of names, so that they outlive every key.
Sources: domain.md §4.6; quality.md, "Privacy".
"""

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection, String, Text, select, type_coerce
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from storage.faults import DatabaseUnusable

SEALED, PLAIN = "sealed:", "plain:"
"""Before an encrypted text, and before a plain one that begins like either of the two."""
SECRET_BYTES = 32

NO_KEY = (
    "DATA_KEY is not set, but personal data in the database is encrypted: set the key that it was "
    "written with"
)
WRONG_KEY = (
    "DATA_KEY does not open the personal data in the database: put the key that it was written "
    "with back into the list, newest first"
)


def new_key() -> str:
    """A key for DATA_KEY."""
    return Fernet.generate_key().decode()


@dataclass(slots=True)
class Vault:
    """The keys, newest first, and the file of erasures. Without keys everything is plain."""

    keys: tuple[str, ...] = ()
    ledger: Path | None = None
    _fernet: MultiFernet | None = field(default=None, repr=False)
    _secret: bytes | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.keys:
            self._fernet = MultiFernet([Fernet(key) for key in self.keys])

    @classmethod
    def of(cls, data_key: str | None, ledger: Path | None = None) -> "Vault":
        """From the text of DATA_KEY: keys with commas between. Raises ValueError for no key."""
        keys = tuple(key.strip() for key in (data_key or "").split(",") if key.strip())
        return cls(keys, ledger)

    def seal(self, text: str) -> str:
        """A text as it is stored. Nothing to say needs no secret."""
        if text and self._fernet is not None:
            return SEALED + self._fernet.encrypt(text.encode()).decode()
        return PLAIN + text if text.startswith((SEALED, PLAIN)) else text

    def unseal(self, stored: str) -> str:
        """The text that was stored; raises DatabaseUnusable where no key opens it."""
        if not stored.startswith(SEALED):
            return stored.removeprefix(PLAIN)
        if self._fernet is None:
            raise DatabaseUnusable(NO_KEY)
        try:
            return self._fernet.decrypt(stored.removeprefix(SEALED)).decode()
        except InvalidToken:
            raise DatabaseUnusable(WRONG_KEY) from None

    def is_current(self, stored: str) -> bool:
        """Whether a stored text is as `seal` would store it now: under the newest key, if any."""
        if not stored or not self.keys:
            return not stored.startswith(SEALED)
        if not stored.startswith(SEALED):
            return False
        try:
            Fernet(self.keys[0]).decrypt(stored.removeprefix(SEALED))
        except InvalidToken:
            return False
        return True

    def secret(self, connection: Connection) -> bytes | None:
        """The secret of the database's codes; None without keys."""
        if self._fernet is None:
            return None
        if self._secret is None:
            self._secret = _load_secret(connection)
        return self._secret

    def forget(self) -> None:
        """Look again for the database's secret: another may have come in its place."""
        self._secret = None

    def name_code(self, connection: Connection, office_id: int, key: str) -> str:
        """What stands for a name in the index of duplicates: a keyed code, without keys the name.

        `key` is `Person.key`. Codes of one name differ between offices, so that none follows a
        person from office to office.
        """
        secret = self.secret(connection)
        if secret is None:
            return key
        return code(secret, "duplicates", f"{office_id}:{key}")


def code(secret: bytes, purpose: str, text: str) -> str:
    """A keyed code (HMAC-SHA-256) of a text, under a key for this purpose alone (HKDF)."""
    return hmac.new(_derived(secret, purpose), text.encode(), hashlib.sha256).hexdigest()


@cache
def _derived(secret: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=f"komplet {purpose}".encode()).derive(secret)


# --- Which vault a connection has -------------------------------------------------------------

_vaults: "WeakKeyDictionary[Dialect, Vault]" = WeakKeyDictionary()
_OPEN = Vault()


def give(dialect: Dialect, vault: Vault) -> None:
    """Keep what goes over an engine under these keys."""
    _vaults[dialect] = vault


def vault_of(connection: Connection) -> Vault:
    """The vault of a connection's engine; one without keys where none was given."""
    return _vaults.get(connection.dialect, _OPEN)


class SealedText(TypeDecorator[str]):
    """A column whose text is personal data."""

    impl: type[String] = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else _vaults.get(dialect, _OPEN).seal(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        return None if value is None else _vaults.get(dialect, _OPEN).unseal(str(value))


class SealedString(SealedText):
    """The same where the column was made without knowing of it, as a VARCHAR."""

    impl = String
    cache_ok = True


# --- The secret -------------------------------------------------------------------------------


def check(connection: Connection) -> bool:
    """Whether the database has its secret, or needs none.

    Raises DatabaseUnusable where personal data is encrypted and these keys do not open it.
    """
    vault = vault_of(connection)
    stored = _stored_secret(connection)
    if stored is None:
        return not vault.keys
    vault.unseal(stored)
    return True


def make_secret(connection: Connection) -> None:
    """Give the database its secret, unless another process was faster."""
    from storage.rows import add_once  # noqa: PLC0415 - `tables` needs this module first
    from storage.tables.programme import SecretRow  # noqa: PLC0415

    made = b64encode(secrets.token_bytes(SECRET_BYTES)).decode()
    add_once(connection, SecretRow.__table__, {"id": 1, "secret": made})


def _stored_secret(connection: Connection) -> str | None:
    from storage.tables.programme import SecretRow  # noqa: PLC0415

    table = SecretRow.__table__
    stored: str | None = connection.scalar(
        select(type_coerce(table.c.secret, Text)).where(table.c.id == 1)
    )
    return stored


def _load_secret(connection: Connection) -> bytes:
    stored = _stored_secret(connection)
    if stored is None:
        raise DatabaseUnusable("the database has no secret yet: Database.prepare makes it")
    return b64decode(vault_of(connection).unseal(stored))
