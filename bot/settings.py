"""Settings from the environment and `.env` (`.env.example` lists all). Checked at the start.

A wrong setting raises `SettingsFault` with one line that names it and the mend; values that are
secrets are never printed. Whether DATABASE_URL is an address is for `storage.database` to say.
"""

import re
from zoneinfo import ZoneInfo

from pydantic import SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_LISTEN = "127.0.0.1:8443"
_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{20,}")


class SettingsFault(Exception):
    """A setting is wrong; the message names it and says what to do."""


class Settings(BaseSettings):
    """What an operator sets. Names are the variables' names in lower case."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = None
    bot_username: str | None = None
    database_url: SecretStr = SecretStr("sqlite:///komplet.sqlite3")
    telegram_api_url: str = "https://api.telegram.org"
    timezone: str = "Europe/Warsaw"
    log_format: str = "text"
    webhook_url: str | None = None
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
        if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
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

    @field_validator("webhook_url")
    @classmethod
    def _is_not_yet(cls, value: str | None) -> None:
        if value is not None:
            raise ValueError("must be taken out: webhooks are not supported yet, the bot polls")

    @field_validator("listen")
    @classmethod
    def _is_host_and_port(cls, value: str | None) -> str | None:
        if value is not None and _host_and_port(value) is None:
            raise ValueError(f"must be an address and a port to listen at, such as {_LISTEN}")
        return value

    @property
    def listening(self) -> tuple[str, int] | None:
        """Host and port to listen at; None when there is nothing to listen for."""
        return _host_and_port(self.listen) if self.listen else None

    @property
    def token(self) -> str:
        """The bot's token; raises SettingsFault when there is none."""
        if self.bot_token is None:
            raise SettingsFault(
                "BOT_TOKEN is not set: put the token that @BotFather gave you into .env, "
                "or try everything without one by `komplet playground`"
            )
        return self.bot_token.get_secret_value()


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
