"""Settings as an operator gets them wrong: one line that names the setting and the mend."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsFault, load

TOKEN = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQ"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to run in; nothing of this machine's own settings."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fault() -> str:
    with pytest.raises(SettingsFault) as wrong:
        load()
    assert "\n" not in str(wrong.value)
    return str(wrong.value)


def test_nothing_needs_to_be_set(folder: Path) -> None:
    settings = load()
    assert settings.database_url.get_secret_value() == "sqlite:///komplet.sqlite3"
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert (settings.timezone, settings.log_format) == ("Europe/Warsaw", "text")
    assert settings.bot_token is None


def test_the_example_file_is_valid_as_it_is_and_names_every_setting(folder: Path) -> None:
    example = (Path(__file__).parents[2] / ".env.example").read_text(encoding="utf-8")
    (folder / ".env").write_text(example, encoding="utf-8")
    named = {line.split("=")[0] for line in example.splitlines() if "=" in line and line[0] != "#"}
    assert named == {name.upper() for name in Settings.model_fields}
    assert load() == Settings(_env_file=None)


def test_the_environment_goes_before_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".env").write_text("TIMEZONE=Europe/Rome\nLOG_FORMAT=json\n")
    monkeypatch.setenv("TIMEZONE", "Atlantic/Azores")
    assert (load().timezone, load().log_format) == ("Atlantic/Azores", "json")


def test_an_empty_value_is_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "")
    monkeypatch.setenv("BOT_USERNAME", "")
    assert (load().bot_token, load().bot_username) == (None, None)


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("BOT_TOKEN", "hunter2", "as @BotFather gave it"),
        ("BOT_TOKEN", f"bot{TOKEN}", "as @BotFather gave it"),
        ("BOT_TOKEN", "123456:short", "as @BotFather gave it"),
        ("BOT_USERNAME", "my bot", "e.g. komplet_bot"),
        ("BOT_USERNAME", "https://t.me/komplet_bot", "e.g. komplet_bot"),
        ("BOT_USERNAME", "łódzki_bot", "e.g. komplet_bot"),
        ("TELEGRAM_API_URL", "api.telegram.org", "https://api.telegram.org"),
        ("TELEGRAM_API_URL", "ftp://api.telegram.org", "https://api.telegram.org"),
        ("TELEGRAM_API_URL", "http://api.telegram.org:99999", "https://api.telegram.org"),
        ("TELEGRAM_API_URL", "http://api.telegram.org:0", "https://api.telegram.org"),
        ("TELEGRAM_API_URL", "http://[::zz", "https://api.telegram.org"),
        ("TIMEZONE", "Warsaw", "Europe/Warsaw"),
        ("WEBHOOK_URL", "bot.example.pl/hook", "https://bot.example.pl/telegram"),
        ("WEBHOOK_URL", "https://bot.example.pl/a b", "https://bot.example.pl/telegram"),
        ("WEBHOOK_URL", "https://bot.example.pl:0/", "https://bot.example.pl/telegram"),
        ("WEBHOOK_URL", "https://[::1", "https://bot.example.pl/telegram"),
        ("WEBHOOK_URL", "https:///hook", "https://bot.example.pl/telegram"),
        ("WEBHOOK_URL", "https://bot.example.pl/#top", "https://bot.example.pl/telegram"),
        ("WEBHOOK_SECRET", "żółw", "openssl rand -hex 32"),
        ("WEBHOOK_SECRET", "with space", "openssl rand -hex 32"),
        ("WEBHOOK_SECRET", "x" * 257, "openssl rand -hex 32"),
        ("LISTEN", "8443", "such as 127.0.0.1:8443"),
        ("LISTEN", ":8443", "such as 127.0.0.1:8443"),
        ("LISTEN", "127.0.0.1:", "such as 127.0.0.1:8443"),
        ("LISTEN", "127.0.0.1:65536", "such as 127.0.0.1:8443"),
        ("LISTEN", "::1:8443", "such as 127.0.0.1:8443"),
        ("LISTEN", "http://127.0.0.1:8443", "such as 127.0.0.1:8443"),
        ("TIMEZONE", "+01:00", "Europe/Warsaw"),
        ("TIMEZONE", "../../etc/passwd", "Europe/Warsaw"),
        ("TIMEZONE", "Europe", "Europe/Warsaw"),
        ("LOG_FORMAT", "xml", "text or json"),
    ],
)
def test_a_wrong_value_is_named_with_the_mend(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, mend: str
) -> None:
    monkeypatch.setenv(name, value)
    said = fault()
    assert said.startswith(f"{name} must")
    assert mend in said
    assert value not in said.replace(mend, "")


def test_values_are_taken_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("BOT_USERNAME", "@komplet_bot")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081/")
    settings = load()
    assert settings.token == TOKEN
    assert settings.bot_username == "komplet_bot"
    assert settings.telegram_api_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    ("listen", "where"),
    [
        ("0.0.0.0:80", ("0.0.0.0", 80)),
        ("[::1]:8443", ("::1", 8443)),
        ("localhost:0", ("localhost", 0)),
    ],
)
def test_where_to_listen_is_an_address_and_a_port(
    monkeypatch: pytest.MonkeyPatch, listen: str, where: tuple[str, int]
) -> None:
    monkeypatch.setenv("LISTEN", listen)
    assert load().listening == where
    assert load().hook is None


def test_a_webhook_listens_on_this_machine_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert load().listening is None
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.pl/telegram")
    monkeypatch.setenv("WEBHOOK_SECRET", "Ab-_9")
    assert load().hook == ("https://bot.example.pl/telegram", "Ab-_9")
    assert load().listening == ("127.0.0.1", 8443)
    assert "Ab-_9" not in repr(load())


def test_a_webhook_without_a_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.pl/telegram")
    with pytest.raises(SettingsFault, match=r"^WEBHOOK_SECRET must be set.*openssl rand -hex 32$"):
        _ = load().hook


def test_a_missing_token_points_at_botfather_and_the_playground() -> None:
    with pytest.raises(SettingsFault, match=r"BOT_TOKEN is not set.*@BotFather.*playground"):
        _ = load().token


def test_secrets_do_not_show_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://ela:hunter2@host/db")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://ela:hunter2@127.0.0.1:8081")
    printed = f"{load()!r} {load()}"
    assert TOKEN not in printed
    assert load().telegram_for_people == "http://127.0.0.1:8081"
    assert "hunter2" in load().secrets
    assert "hunter2" not in printed


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    (folder / ".env").write_bytes("# zażółć\nLOG_FORMAT=json\n".encode("cp1250"))
    assert fault() == ".env is not text in UTF-8: save it as UTF-8"
