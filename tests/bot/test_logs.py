"""What is logged: never a secret, however it got there."""

import json
import logging
from collections.abc import Callable, Iterator

import pytest
import structlog

from bot import logs
from tests.running import TOKEN

KEY = "pQ1-8tZyq0Rk5sVZb2H7xJdL3mN9aC4eF6gI0oP_uWs="
PASSWORD = "zażółć & gęślą"


@pytest.fixture
def errors(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """What was written to standard error; logging is as it was afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    quiet = {name: logging.getLogger(name).level for name in ("httpx", "httpcore", "telegram")}
    yield lambda: capsys.readouterr().err
    root.handlers[:], root.level = handlers, level
    for name, former in quiet.items():
        logging.getLogger(name).setLevel(former)
    structlog.reset_defaults()


def raising(what: str) -> None:
    raise RuntimeError(what)


Errors = Callable[[], str]
SECRETS = (TOKEN, KEY, PASSWORD)


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_a_secret_is_masked_wherever_an_event_carries_it(errors: Errors, log_format: str) -> None:
    logs.set_up(log_format, "debug", SECRETS)
    log = structlog.get_logger()
    log.info(f"calling {TOKEN}", url=f"http://x/bot{TOKEN}/getMe", keys=[KEY, {"k": KEY}])
    log.warning(
        "database",
        address="postgresql://u:za%C5%BC%C3%B3%C5%82%C4%87%20%26%20g%C4%99%C5%9Bl%C4%85@h/d",
    )
    try:
        raising(f"cannot connect with {PASSWORD}")
    except RuntimeError:
        log.exception("failed")
    said = errors()
    assert "calling ***" in said
    assert "RuntimeError" in said
    for secret in (*SECRETS, "za%C5%BC"):
        assert secret not in said
        assert json.dumps(secret)[1:-1] not in said


def test_what_libraries_log_is_masked_too(errors: Errors) -> None:
    logs.set_up("text", "debug", SECRETS)
    logging.getLogger("httpx").info("HTTP Request: POST %s", f"https://x/bot{TOKEN}/getMe")
    logging.getLogger("anything").error("postgresql://user:%s@host/db", "s3cr3t")
    try:
        raising(TOKEN)
    except RuntimeError:
        logging.getLogger("anything").exception("went wrong")
    said = errors()
    assert "https://x/bot***/getMe" in said
    assert "postgresql://user:***@host/db" in said
    assert "RuntimeError" in said
    assert TOKEN not in said


def test_a_token_that_nobody_named_is_masked_by_its_looks(errors: Errors) -> None:
    logs.set_up("text")
    structlog.get_logger().info("other bot", token="98765:AAAAbbbbCCCCddddEEEEffff")
    assert "98765" not in errors()


def test_messages_are_never_logged_by_the_library(errors: Errors) -> None:
    logs.set_up("text", "debug")
    for name in ("telegram.Bot", "telegram.ext.ExtBot", "httpcore.http11"):
        logging.getLogger(name).debug("Anna Kowalczyk – Sekretarz")
        logging.getLogger(name).info("Anna Kowalczyk – Sekretarz")
    assert errors() == ""


def test_calls_are_told_only_where_debugging_is_asked_for(errors: Errors) -> None:
    logs.set_up("text", "info")
    logging.getLogger("httpx").info("HTTP Request")
    structlog.get_logger().debug("hidden")
    assert errors() == ""


def test_setting_up_twice_says_everything_once(errors: Errors) -> None:
    logs.set_up("text")
    logs.set_up("text")
    logging.getLogger("anything").warning("once")
    assert errors().count("once") == 1


def test_an_account_is_a_pseudonym_that_tells_it_from_others(errors: Errors) -> None:
    logs.set_up("json")
    log = structlog.get_logger()
    for person in (777000111222, 777000111222, 42):
        log.warning("card refused", person=person)
    said = errors()
    assert "777000111222" not in said
    first, second, other = (json.loads(line)["person"] for line in said.splitlines())
    assert first == second != other


def test_an_account_that_every_line_of_a_turn_carries_is_a_pseudonym_too(errors: Errors) -> None:
    for log_format in ("json", "text"):
        logs.set_up(log_format)
        log = structlog.get_logger()
        with structlog.contextvars.bound_contextvars(update=7, person=777000111222):
            log.warning("something else")
        said = errors()
        assert "777000111222" not in said
        assert "p-" in said


def test_a_line_about_nobody_names_no_pseudonym(errors: Errors) -> None:
    logs.set_up("json")
    structlog.get_logger().warning("an update of a channel", person=None)
    assert json.loads(errors())["person"] is None
