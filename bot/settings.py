"""Settings from the environment and `.env` (`.env.example` lists all). Checked at the start.

A wrong setting raises `SettingsFault` with one line that names it and the mend; values that are
secrets are never printed. Whether DATABASE_URL is an address is for `storage.database` to say.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from storage.database import password_of, sqlite_file
from storage.ledger import DEFAULT_NAME
from storage.vault import Vault

_LISTEN = "127.0.0.1:8443"
"""Where a webhook listens, for a proxy on the same machine, unless LISTEN says otherwise."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{20,}")


class SettingsFault(Exception):
    """A setting is wrong; the message names it and says what to do."""


class Settings(BaseSettings):
    """What an operator sets. Names are the variables' names in lower case."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = None
    bot_username: str | None = None
    database_url: SecretStr = SecretStr("sqlite:///komplet.sqlite3")
    telegram_api_url: str = Field("https://api.telegram.org", repr=False)
    timezone: str = "Europe/Warsaw"
    log_format: str = "text"
    log_level: str = "info"
    data_key: SecretStr | None = None
    erasure_ledger: Path | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen: str | None = None

    @field_validator("bot_token")
    @classmethod
    def _is_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("must look like 123456:ABC…, as @BotFather gave it")
        return value

    @field_validator("bot_username")
    @classmethod
    def _is_username(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"@?\w{3,32}", value, re.ASCII):
            raise ValueError("must be the bot's username, e.g. komplet_bot")
        return value.removeprefix("@") if value else None

    @field_validator("telegram_api_url")
    @classmethod
    def _is_address(cls, value: str) -> str:
        if not _is_url(value):
            raise ValueError("must be an address such as https://api.telegram.org")
        return value.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def _is_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise ValueError("must be a name such as Europe/Warsaw") from None
        return value

    @field_validator("log_format")
    @classmethod
    def _is_format(cls, value: str) -> str:
        if value not in {"text", "json"}:
            raise ValueError("must be text or json")
        return value

    @field_validator("log_level")
    @classmethod
    def _is_level(cls, value: str) -> str:
        if value not in {"debug", "info", "warning", "error"}:
            raise ValueError("must be debug, info, warning or error")
        return value

    @field_validator("data_key")
    @classmethod
    def _is_key(cls, value: SecretStr | None) -> SecretStr | None:
        try:
            Vault.of(value.get_secret_value() if value else None)
        except ValueError:
            raise ValueError(
                "must be keys with commas between, newest first: `komplet new-key` prints one"
            ) from None
        return value

    @field_validator("erasure_ledger")
    @classmethod
    def _is_file(cls, value: Path | None) -> Path | None:
        if value is not None and value.is_dir():
            raise ValueError("must be a file, not a folder: e.g. /var/lib/komplet/erasures.jsonl")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _is_webhook(cls, value: str | None) -> str | None:
        if value is not None and not _is_url(value):
            raise ValueError("must be an address such as https://bot.example.pl/telegram")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _is_secret(cls, value: SecretStr | None) -> SecretStr | None:
        # Bot API, setWebhook, secret_token
        if value is not None and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("must be 1 to 256 letters, digits, _ or -: openssl rand -hex 32")
        return value

    @field_validator("listen")
    @classmethod
    def _is_host_and_port(cls, value: str | None) -> str | None:
        if value is not None and _host_and_port(value) is None:
            raise ValueError(f"must be an address and a port to listen at, such as {_LISTEN}")
        return value

    @property
    def hook(self) -> tuple[str, str] | None:
        """Address and secret of the webhook; None to poll. Raises SettingsFault for half of it."""
        if self.webhook_url is None:
            return None
        if self.webhook_secret is None:
            raise SettingsFault(
                "WEBHOOK_SECRET must be set with WEBHOOK_URL: make one by openssl rand -hex 32"
            )
        return self.webhook_url, self.webhook_secret.get_secret_value()

    @property
    def listening(self) -> tuple[str, int] | None:
        """Host and port to listen at; None when there is nothing to listen for."""
        listen = self.listen or (_LISTEN if self.webhook_url else None)
        return _host_and_port(listen) if listen else None

    @property
    def telegram_for_people(self) -> str:
        """TELEGRAM_API_URL without a user and a password."""
        parts = urlsplit(self.telegram_api_url)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()

    @property
    def on_server(self) -> bool:
        """Whether the database is no file of this machine."""
        return self._file is None

    @property
    def _file(self) -> Path | None:
        return sqlite_file(self.database_url.get_secret_value())

    @property
    def vault(self) -> Vault:
        """The keys of personal data, and the file of erasures: by default beside the database's."""
        keys = self.data_key.get_secret_value() if self.data_key else None
        file = self._file
        beside = file.with_name(f"{file.name}.{DEFAULT_NAME}") if file else Path(DEFAULT_NAME)
        return Vault.of(keys, self.erasure_ledger or beside)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be printed, wherever it turns up."""
        keys = self.data_key.get_secret_value().split(",") if self.data_key else ()
        addresses = (self.telegram_api_url, self.webhook_url or "")
        passwords = [
            password_of(self.database_url.get_secret_value()),
            *(urlsplit(each).password for each in addresses),
        ]
        given = (self.bot_token, self.webhook_secret)
        tokens = (each.get_secret_value() for each in given if each)
        return tuple(each.strip() for each in (*tokens, *passwords, *keys) if each and each.strip())

    @property
    def token(self) -> str:
        """The bot's token; raises SettingsFault when there is none."""
        if self.bot_token is None:
            raise SettingsFault(
                "BOT_TOKEN is not set: put the token that @BotFather gave you into .env, "
                "or try everything without one by `komplet playground`"
            )
        return self.bot_token.get_secret_value()


def _is_url(value: str) -> bool:
    """Whether this is an address that can be posted to; whether Telegram takes it, it will say."""
    try:
        parts = urlsplit(value)
        return bool(
            re.fullmatch(r"[\x21-\x7e]+", value)
            and parts.scheme in {"http", "https"}
            and parts.hostname
            and not parts.fragment
            and (parts.port is None or parts.port)
        )
    except ValueError:
        return False


def _host_and_port(value: str) -> tuple[str, int] | None:
    host, colon, port = value.rpartition(":")
    in_brackets = re.fullmatch(r"\[([0-9A-Fa-f:.]+)\]", host)
    if not (in_brackets or re.fullmatch(r"[\w.-]+", host, re.ASCII)):
        return None
    if not (colon and re.fullmatch(r"[0-9]{1,5}", port) and int(port) < 2**16):
        return None
    return in_brackets[1] if in_brackets else host, int(port)


def load() -> Settings:
    """The settings of this process; raises SettingsFault in one line."""
    try:
        return Settings()
    except ValidationError as fault:
        first = fault.errors()[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "settings"
        reason = str(first["msg"]).removeprefix("Value error, ")
        raise SettingsFault(f"{name} {reason}") from None
    except UnicodeDecodeError:
        raise SettingsFault(".env is not text in UTF-8: save it as UTF-8") from None
    except OSError as fault:
        raise SettingsFault(f".env cannot be read ({fault.strerror}): correct it") from None
