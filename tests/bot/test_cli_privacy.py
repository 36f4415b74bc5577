"""Personal data on the command line: erased, kept no longer than said, under keys that change."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.settings import SettingsFault, load
from conversations.people import Person
from storage import submissions
from storage.database import Database
from storage.vault import Vault, new_key
from tests.bot.commands import Command
from tests.running import TOKEN
from tests.storage.stock import NOW, loaded
from tests.storage.traces import HIDDEN, LISTED, everywhere, found

KEY = new_key()
LEDGER = "komplet.sqlite3.erasures.jsonl"


@pytest.fixture
def store(folder: Path, migrated_sqlite: Path) -> Iterator[Callable[[str | None], Database]]:
    """The operator's database with somebody who stands everywhere, opened beside the program."""
    (folder / "komplet.sqlite3").write_bytes(migrated_sqlite.read_bytes())
    opened = []

    def open_with(keys: str | None = None) -> Database:
        opened.append(Database(f"sqlite:///{folder / 'komplet.sqlite3'}", vault=Vault.of(keys)))
        opened[-1].prepare()
        return opened[-1]

    yield open_with
    for each in opened:
        each.close()


def test_a_listed_person_is_erased_by_name(
    komplet: Command, store: Callable[..., Database], folder: Path
) -> None:
    office_id = everywhere(store())
    done = komplet(
        "erase-person", "--office", "Rejowiec", "--name", "zgrzebnicka Bogumila", answer="t\n"
    )
    assert (done.code, "is on its lists" in done.err) == (0, True)
    assert "people 1, versions 2" in done.out
    assert found(store(), HIDDEN, folder / "komplet.sqlite3.erasures.jsonl") == set()
    assert (folder / "komplet.sqlite3.erasures.jsonl").exists()
    assert loaded(store(), office_id).team.find(LISTED) is None


@pytest.mark.parametrize("name", ["B. Zgrzebnicka", "Zgrzebnicka B.", "Bogumiła Ewa Zgrzebnicka"])
def test_somebody_who_is_listed_under_a_name_like_it_is_told_and_not_taken_for_nobody(
    komplet: Command, store: Callable[..., Database], folder: Path, name: str
) -> None:
    office_id = everywhere(store())
    refused = komplet("erase-person", "--office", "Rejowiec", "--name", name, "--yes")
    assert (refused.code, refused.out) == (1, "")
    assert f"listed as {LISTED.full_name}: give that name; nothing was erased" in refused.err
    assert not (folder / LEDGER).exists()
    assert loaded(store(), office_id).team.find(LISTED) is not None


def test_an_erasure_that_finds_nothing_fails_and_is_recorded_all_the_same(
    komplet: Command, store: Callable[..., Database], folder: Path
) -> None:
    everywhere(store())
    nobody = ("--office", "Rejowiec", "--name", "Gerwazy Nieznany")
    for more, answer in ((("--yes",), ""), ((), "t\n")):
        done = komplet("erase-person", *nobody, *more, answer=answer)
        assert (done.code, done.out) == (1, "")
        assert "nothing of Gerwazy Nieznany was found" in done.err
    assert (folder / LEDGER).read_text().count('"who"') == 2


def test_who_is_only_like_somebody_listed_is_erased_when_that_is_agreed_to(
    komplet: Command, store: Callable[..., Database]
) -> None:
    """The question comes after the names that may be meant."""
    office_id = everywhere(store())
    name = ("--office", "Rejowiec", "--name", "Bogumiła Ewa Zgrzebnicka")
    done = komplet("erase-person", *name, answer="t\n")
    assert (done.code, f"listed as {LISTED.full_name}" in done.err) == (0, True)
    assert "texts" in done.out
    assert loaded(store(), office_id).team.find(LISTED) is not None


def test_a_command_says_that_somebody_who_reads_keeps_what_was_erased_in_the_log(
    process: Command, store: Callable[..., Database], folder: Path
) -> None:
    everywhere(store())
    with closing(sqlite3.connect(folder / "komplet.sqlite3", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM talk").fetchall()
        name = f"{LISTED.given} {LISTED.surname}"
        done = process("erase-person", "--office", "Rejowiec", "--name", name, "--yes")
    assert done.code == 0
    (line,) = [each for each in done.err.splitlines() if "is on its lists" not in each]
    assert "komplet.sqlite3-wal, which somebody else is reading: `komplet retention`" in line


@pytest.mark.parametrize("answer", ["", "n\n", "nie\n"])
def test_nobody_is_erased_without_a_yes(
    komplet: Command, store: Callable[..., Database], answer: str
) -> None:
    office_id = everywhere(store())
    done = komplet(
        "erase-person", "--office", "Rejowiec", "--name", LISTED.full_name, answer=answer
    )
    assert (done.code, "nothing was erased" in done.err) == (1, True)
    assert loaded(store(), office_id).team.find(LISTED) is not None


def test_a_name_needs_two_words(komplet: Command, store: Callable[..., Database]) -> None:
    everywhere(store())
    done = komplet("erase-person", "--office", "Rejowiec", "--name", "Zgrzebnicka", "--yes")
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_erasures_are_applied_again_after_a_restore(
    komplet: Command, store: Callable[..., Database], folder: Path
) -> None:
    everywhere(store())
    file = folder / "komplet.sqlite3"
    store().scrub()
    backup = file.read_bytes()
    komplet("erase-person", "--office", "Rejowiec", "--name", LISTED.full_name, "--yes")
    for beside in folder.glob("komplet.sqlite3-*"):
        beside.unlink()
    file.write_bytes(backup)
    assert found(store(), HIDDEN)
    done = komplet("reapply-erasures")
    assert (done.code, "people 1, versions 2" in done.out) == (0, True)
    assert found(store(), HIDDEN) == set()


def test_retention_shows_what_it_would_do_and_does_it(
    komplet: Command, store: Callable[..., Database]
) -> None:
    everywhere(store())
    komplet("settings", "project_end", "2020-01-01")
    shown = json.loads(komplet("retention", "--dry-run", "--json").out)
    assert shown["lists_go_on"] is not None
    assert shown["lists"] == []
    assert json.loads(komplet("retention", "--json").out)["lists_go_on"] == shown["lists_go_on"]
    assert json.loads(komplet("retention", "--json").out)["lists_go_on"] is None
    assert komplet("retention").out.startswith("warned: –")


def test_everything_is_encrypted_under_a_new_key(
    komplet: Command, store: Callable[..., Database], folder: Path
) -> None:
    office_id = everywhere(store())
    first = komplet("new-key").out.strip()
    assert "submission" in komplet("rotate-key", DATA_KEY=first).out
    second = komplet("new-key").out.strip()
    assert komplet("rotate-key", DATA_KEY=f"{second},{first}").code == 0
    assert loaded(store(second), office_id).team.find(LISTED) is not None
    with closing(sqlite3.connect(folder / "komplet.sqlite3")) as raw:
        (people,) = raw.execute(
            f"SELECT people FROM submission WHERE office_id={office_id}"
        ).fetchone()
    assert people.startswith("sealed:")
    for keys, why in (("", "DATA_KEY is not set"), (first, "DATA_KEY does not open")):
        refused = komplet("status", DATA_KEY=keys)
        assert (refused.code, why in refused.err, refused.err.count("\n")) == (1, True, 1)
        assert first not in refused.err


def test_there_is_nothing_to_rotate_without_a_key(komplet: Command) -> None:
    done = komplet("rotate-key")
    assert (done.code, "new-key" in done.err) == (2, True)


def test_a_bot_whose_erasures_could_not_be_recorded_does_not_start(
    komplet: Command, store: Callable[..., Database], folder: Path
) -> None:
    store()
    done = komplet("run", ERASURE_LEDGER=str(folder / "nowhere" / "erasures"))
    assert (done.code, "ERASURE_LEDGER" in done.err, done.err.count("\n")) == (1, True, 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [("DATA_KEY", "secret-but-no-key"), ("LOG_LEVEL", "loud"), ("ERASURE_LEDGER", "/")],
)
def test_a_wrong_setting_is_one_line_without_its_value(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsFault, match=name) as wrong:
        load()
    assert "\n" not in str(wrong.value)
    assert "secret-but" not in str(wrong.value)


def test_the_ledger_lies_beside_the_database_unless_said_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/komplet/data.db")
    assert load().vault.ledger == Path("/srv/komplet/data.db.erasures.jsonl")
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://u:p%40ss@h/d")
    assert load().vault.ledger == Path("erasures.jsonl")
    assert load().secrets == ("p@ss",)
    monkeypatch.setenv("ERASURE_LEDGER", "/mnt/other/l")
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATA_KEY", f"{KEY}, {KEY}")
    assert load().vault.ledger == Path("/mnt/other/l")
    assert load().secrets == (TOKEN, "p@ss", KEY, KEY)


def test_a_restore_erases_again_and_says_so(
    komplet: Command, store: Callable[..., Database], folder: Path
) -> None:
    """With a key: the copy is of before the erasure, and nobody is readable in it."""
    office_id = everywhere(store(KEY))
    assert komplet("backup", "copy", DATA_KEY=KEY).code == 0
    name = ("--office", "Rejowiec", "--name", LISTED.full_name)
    assert komplet("erase-person", *name, "--yes", DATA_KEY=KEY).code == 0
    done = komplet("restore", "copy", "--replace", DATA_KEY=KEY)
    assert done.code == 0
    assert "erased again: " in done.out
    assert "people 1, versions 2" in done.out
    assert loaded(store(KEY), office_id).team.find(LISTED) is None
    assert found(store(KEY), HIDDEN, folder / "komplet.sqlite3.erasures.jsonl") == set()


def test_a_restore_without_the_key_of_the_copy_touches_nothing(
    komplet: Command, store: Callable[..., Database]
) -> None:
    everywhere(store(KEY))
    assert komplet("backup", "copy", DATA_KEY=KEY).code == 0
    for keys, said in (({}, "DATA_KEY is not set"), ({"DATA_KEY": new_key()}, "does not open")):
        new = {"DATABASE_URL": "sqlite:///new.sqlite3", **keys}
        refused = komplet("restore", "copy", **new)
        assert (refused.code, refused.err.count("\n")) == (1, 1)
        assert said in refused.err
        assert json.loads(komplet("status", "--json", **new).out)["offices"] == []


# --- A restore and its ledger -----------------------------------------------------------------

NAME = ("--office", "Rejowiec", "--name", LISTED.full_name)
NEW = {"DATABASE_URL": "sqlite:///new.sqlite3"}


def offices(komplet: Command, **environment: str) -> int:
    return len(json.loads(komplet("status", "--json", **environment).out)["offices"])


def test_a_database_of_another_name_is_not_restored_past_the_ledger_that_lies_beside_it(
    komplet: Command, store: Callable[..., Database], folder: Path
) -> None:
    """The backup is of before the erasure, and cannot tell of it."""
    everywhere(store())
    assert komplet("backup", "copy").code == 0
    assert komplet("erase-person", *NAME, "--yes").code == 0
    refused = komplet("restore", "copy", **NEW)
    assert (refused.code, refused.out, refused.err.count("\n")) == (1, "", 1)
    assert "new.sqlite3.erasures.jsonl: it is not there" in refused.err
    assert LEDGER in refused.err
    assert "--without-ledger" in refused.err
    assert offices(komplet, **NEW) == 0
    done = komplet("restore", "copy", ERASURE_LEDGER=LEDGER, **NEW)
    assert done.code == 0
    assert f"{LEDGER}: 1 erasures" in done.out
    assert "people 1, versions 2" in done.out
    assert "were not found" not in done.out
    with closing(Database(f"sqlite:///{folder / 'new.sqlite3'}")) as restored:
        assert found(restored, HIDDEN) == set()


def test_a_backup_that_tells_of_an_erasure_is_not_restored_without_its_ledger(
    komplet: Command, store: Callable[..., Database], folder: Path
) -> None:
    everywhere(store())
    assert komplet("erase-person", *NAME, "--yes").code == 0
    early = (folder / LEDGER).read_bytes()
    other = ("--office", "Rejowiec", "--name", "Anna Kowalczyk", "--yes")
    assert komplet("erase-person", *other).code == 0
    assert komplet("backup", "copy").code == 0
    (folder / LEDGER).write_bytes(early)
    for why in ("it ends before an erasure on", "it is not there, but somebody was erased on"):
        refused = komplet("restore", "copy", "--replace")
        assert (refused.code, refused.out, refused.err.count("\n")) == (1, "", 1)
        assert why in refused.err
        (folder / LEDGER).unlink(missing_ok=True)
    done = komplet("restore", "copy", "--replace", "--without-ledger")
    assert done.code == 0
    assert "nobody was erased again" in done.out
    assert LEDGER in done.out


def test_a_restore_says_how_many_recorded_erasures_it_did_not_find(
    komplet: Command, store: Callable[..., Database]
) -> None:
    """Somebody who was listed, and erased, after the backup was made."""
    office_id = everywhere(store())
    before = loaded(store(), office_id)
    assert komplet("backup", "copy").code == 0
    late = Person("Wit", "Późny")
    store().write(
        lambda c: submissions.save(
            c, before, before.with_team(before.team.add(late)), actor=1, now=NOW
        )
    )
    arguments = ("--office", "Rejowiec", "--name", late.full_name, "--yes")
    assert komplet("erase-person", *arguments).code == 0
    done = komplet("restore", "copy", "--replace")
    assert done.code == 0
    assert "1 recorded erasures were not found" in done.out
