"""`komplet settings` and `komplet remind` as an operator meets them."""

import json
from pathlib import Path

import pytest

from storage import settings
from storage.database import Database
from tests.bot.commands import Command, one_line
from tests.storage.stock import import_offices, row

HALINA, WLODAWA = "Halina Wrońska", "Starostwo Powiatowe we Włodawie"
NOTHING = ["plenipotentiary", "steering", "editorial", "approval"]


@pytest.fixture
def programme(store: Database) -> Database:
    """One office with an Advisor, one without."""
    import_offices(
        store,
        row(WLODAWA, advisor=HALINA),
        row("Urząd Gminy Rejowiec", advisor=None),  # type: ignore[arg-type]
    )
    store.write(lambda c: settings.put(c, "deadline", "2027-01-15"))
    return store


# --- settings -----------------------------------------------------------------------------------


def test_settings_are_shown_with_their_defaults(process: Command, store: Database) -> None:
    shown = process("settings")
    assert (shown.code, shown.err) == (0, "")
    assert "deadline: – (default: –)\n" in shown.out
    assert "limit_mode: max (default: max)\n" in shown.out
    assert "reminder_days: 14,7,3,1 (default: 14,7,3,1)\n" in shown.out


def test_a_setting_is_set_in_words_or_digits_and_taken_back(
    komplet: Command, store: Database
) -> None:
    assert komplet("settings", "deadline", "2027-01-15").out == "deadline: 2027-01-15\n"
    assert komplet("settings", "deadline", "20", "stycznia", "2027").out == "deadline: 2027-01-20\n"
    assert komplet("settings", "deadline").out == "deadline: 2027-01-20 (default: –)\n"
    assert komplet("settings", "limit_mode", "exact").code == 0
    assert store.read(settings.everything) == {"deadline": "2027-01-20", "limit_mode": "exact"}
    assert komplet("settings", "limit_mode", "none").out == "limit_mode: max\n"
    assert store.read(settings.everything) == {"deadline": "2027-01-20"}


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("deadline", "wkrótce"), "deadline 'wkrótce'"),
        (("deadline", "2027-02-30"), "deadline '2027-02-30'"),
        (("limit_mode", "about"), "limit_mode 'about'"),
        (("reminder_opens", "15:00"), "reminder_opens '15:00'"),
        (("reminder_days", "0"), "reminder_days '0'"),
        (("colour", "red"), "unknown setting 'colour'"),
        (("colour",), "unknown setting 'colour'"),
    ],
)
def test_what_is_no_setting_is_refused_in_one_line_and_changes_nothing(
    komplet: Command, store: Database, arguments: tuple[str, ...], named: str
) -> None:
    assert named in one_line(komplet("settings", *arguments), 2)
    assert store.read(settings.everything) == {}


# --- remind -------------------------------------------------------------------------------------


def test_what_is_due_is_told_created_and_told_no_more(
    komplet: Command, programme: Database
) -> None:
    due = ("remind", "--at", "2027-01-08T09:00", "--json")
    expected = [
        {
            "advisor": HALINA,
            "occasion": "T-7",
            "due_at": "2027-01-08T08:30:00+01:00",
            "offices": [{"name": WLODAWA, "missing": NOTHING}],
        },
        {
            "advisor": None,
            "occasion": "T-7",
            "due_at": "2027-01-08T08:30:00+01:00",
            "offices": [{"name": "Urząd Gminy Rejowiec", "missing": NOTHING}],
        },
    ]
    for _ in range(2):
        assert json.loads(komplet(*due, "--dry-run").out) == expected
    assert json.loads(komplet(*due).out) == expected
    assert json.loads(komplet(*due).out) == []


def test_a_person_reads_lines_instead(komplet: Command, programme: Database) -> None:
    said = komplet("remind", "--at", "2027-01-08T09:00").out
    assert "Halina Wrońska – T-7: 1 urząd\n" in said
    assert f"- {WLODAWA} – Pełnomocnik, grupa sterująca, zespół redakcyjny" in said
    assert "Koordynator – T-7: 1 urząd\n" in said
    assert "Nie ma przypomnień" in komplet("remind", "--at", "2027-01-08T09:00").out
    komplet("settings", "reminders", "off")
    assert "wyłączone" in komplet("remind", "--at", "2027-01-12T09:00").out


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2027-01-08T08:29", "8 stycznia 2027 r., godz. 8:30"),
        ("2027-01-08T14:30", "11 stycznia 2027 r., godz. 8:30"),
        ("2027-01-06T10:00", "7 stycznia 2027 r., godz. 8:30"),
    ],
)
def test_outside_office_hours_there_are_none_and_it_says_when_offices_open(
    komplet: Command, programme: Database, at: str, opens: str
) -> None:
    assert json.loads(komplet("remind", "--at", at, "--json").out) == []
    assert f"Urzędy pracują znowu: {opens}" in komplet("remind", "--at", at).out.replace("\n", " ")


def test_an_hour_without_an_offset_is_that_of_the_offices(
    komplet: Command, programme: Database
) -> None:
    """Half past eight in Warsaw is half past seven in UTC, and an hour earlier in the Azores."""
    see = ("remind", "--dry-run", "--json", "--at")
    assert json.loads(komplet(*see, "2027-01-08T07:29Z").out) == []
    assert len(json.loads(komplet(*see, "2027-01-08T07:30Z").out)) == 2
    assert len(json.loads(komplet(*see, "2027-01-08T12:30:00+05:00").out)) == 2
    azores = {"TIMEZONE": "Atlantic/Azores"}
    [one, _] = json.loads(komplet(*see, "2027-01-08T08:30", **azores).out)
    assert one["due_at"] == "2027-01-08T08:30:00-01:00"
    komplet("settings", TIMEZONE="Europe/Warsaw")


@pytest.mark.parametrize("at", ["soon", "", "2027-13-01T09:00", "0001-01-01T00:00"])
def test_a_moment_that_is_none_is_refused_in_one_line(
    komplet: Command, programme: Database, at: str
) -> None:
    assert "--at" in one_line(komplet("remind", "--at", at), 2)


def test_a_day_without_an_hour_is_midnight_when_nobody_works(
    komplet: Command, programme: Database, folder: Path
) -> None:
    assert json.loads(komplet("remind", "--at", "2027-01-08", "--json").out) == []
    assert not list(folder.glob("*.log"))
