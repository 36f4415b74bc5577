"""`komplet invite`: who is meant, and the link that is printed."""

from pathlib import Path

import pytest

from storage import links
from storage.database import Database
from tests.bot.commands import Command, one_line
from tests.running import USERNAME
from tests.storage.stock import import_offices, row

WLODAWA = "Starostwo Powiatowe we Włodawie"
NAMESAKE = "Urząd Gminy Dębowiec"


def test_a_coordinator_is_invited_before_the_first_run(komplet: Command, folder: Path) -> None:
    done = komplet("invite", "coordinator")
    assert (done.code, done.err) == (0, "for: coordinator\n")
    link = done.out.strip()
    assert link.startswith(f"https://t.me/{USERNAME}?start=")
    database = Database(f"sqlite:///{folder / 'komplet.sqlite3'}")
    found = database.read(lambda c: links.by_token(c, link.split("=")[1]))
    database.close()
    assert found is not None


@pytest.mark.parametrize(
    "asked",
    [
        WLODAWA,
        "starostwo powiatowe we włodawie",
        "Starostwo Powiatowe we Wlodawie",
        "włodawie",
        "starostwo włodawie",
        "Włodawa",
        "starostwo Włodawa",
        "SP Włodawa",
        "Włod",
    ],
)
def test_an_office_is_meant_by_its_name_or_a_part_of_it(
    komplet: Command, imported: None, asked: str
) -> None:
    done = komplet("invite", "head", "--office", asked)
    assert (done.code, done.err) == (0, f"for: head · {WLODAWA}\n")


def test_an_advisor_is_meant_by_the_name_in_the_table(komplet: Command, imported: None) -> None:
    for asked in ("Halina Wrońska", "wronska", "hal wroń"):
        done = komplet("invite", "advisor", "--advisor", asked)
        assert (done.code, done.err) == (0, "for: advisor · Halina Wrońska\n")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("king",), 2, "unknown role 'king': one of coordinator, advisor, head, secretary"),
        (("head",), 2, "head needs --office NAME"),
        (("secretary", "--office", ""), 2, "secretary needs --office NAME"),
        (("advisor",), 2, "advisor needs --advisor NAME"),
        (("coordinator", "--office", "A"), 2, "coordinator takes no --office"),
        (("head", "--office", "A", "--advisor", "B"), 2, "head takes no --advisor"),
        (("head", "--office", "Urząd w Wenecji"), 1, "no office 'Urząd w Wenecji'"),
        (("head", "--office", " "), 1, "no office ' '"),
        (("head", "--office", "99"), 1, "no office '99' in the tables; see: komplet status"),
        (("advisor", "--advisor", "Nikt"), 1, "no advisor 'Nikt' in the tables; see: komplet"),
    ],
)
def test_an_invitation_for_nobody_says_what_is_missing(
    komplet: Command, imported: None, arguments: tuple[str, ...], code: int, says: str
) -> None:
    assert says in one_line(komplet("invite", *arguments), code)


def test_of_several_offices_it_says_which_there_are(komplet: Command, store: Database) -> None:
    """Namesakes can only be told by number; for the others a longer part will do."""
    one, other, _ = import_offices(
        store,
        row(NAMESAKE, county="jasielski", voivodeship="podkarpackie"),
        row(NAMESAKE, county="cieszyński", voivodeship="śląskie"),
        row("Urząd Miasta Jasło"),
    )
    line = one_line(komplet("invite", "head", "--office", NAMESAKE), 2)
    assert f"{one} ({NAMESAKE}, jasielski, podkarpackie); {other} ({NAMESAKE}, ciesz" in line
    assert "Jasło" not in line
    done = komplet("invite", "head", "--office", str(other))
    assert done.err == f"for: head · {NAMESAKE}\n"
    found = store.read(lambda c: links.by_token(c, done.out.strip().split("start=")[1]))
    assert found is not None
    assert found.office_id == other


def test_of_many_offices_it_says_a_few(komplet: Command, store: Database) -> None:
    import_offices(store, *(row(f"Urząd Gminy {letter}") for letter in "ABCDEFGHIJKL"))
    line = one_line(komplet("invite", "head", "--office", "urząd"), 2)
    assert "Urząd Gminy H" in line
    assert "Urząd Gminy I" not in line
    assert "and 4 more" in line


def test_of_several_advisors_it_says_which_there_are(komplet: Command, store: Database) -> None:
    import_offices(store, row("A", advisor="Ewa Lis"), row("B", advisor="Jan Lis"))
    line = one_line(komplet("invite", "advisor", "--advisor", "lis"), 2)
    assert "may be: Ewa Lis; Jan Lis" in line


def test_an_unreachable_telegram_says_how_to_do_without(komplet: Command) -> None:
    """The bot's name is all it is asked for, and that can be set."""
    line = one_line(
        komplet("invite", "coordinator", BOT_USERNAME="", TELEGRAM_API_URL="http://127.0.0.1:9"), 1
    )
    assert "set BOT_USERNAME" in line
