"""A new table beside a running bot: limits change under people who have submitted (A20)."""

import pytest

from bot import clock
from conversations.limits import Block
from storage import offices
from storage.database import Connection
from tests.stories.acts import approved_team, submit, submitted_team
from tests.stories.conftest import (
    KMIEC,
    PULAWY,
    TERESPOL,
    WLODAWA,
    WRONSKA,
    Stage,
    pulawy,
    terespol,
    wlodawa,
)
from tests.tables import HEADER, NUMBERS, csv_file, office

SMALLER = csv_file([HEADER, NUMBERS, wlodawa(7, 3), terespol(), pulawy()])


async def new_table(stage: Stage, how: str) -> None:
    """Włodawa has seven and three seats now."""
    if how == "chat":
        await stage.comes_in(stage.coordinator, "coordinator")
        await stage.coordinator.upload("tabela-2.csv", SMALLER)
        await stage.coordinator.until("Już w asystencie: 3 urzędy z tej tabeli")
        await stage.coordinator.tap("Zatwierdź – nowa wersja")
        await stage.coordinator.until("Wczytano tabelę")
    else:
        (stage.komplet.folder / "tabela-2.csv").write_bytes(SMALLER)
        await stage.komplet.command("import", "tabela-2.csv", "--yes", "--new-version")


@pytest.mark.parametrize("how", ["chat", "command"])
async def test_an_approved_team_that_no_longer_fits_is_to_be_completed(
    stage: Stage, how: str
) -> None:
    """Told at once, nobody evicted, amended and approved again."""
    stage.table()
    await stage.comes_in(stage.advisor, "advisor")
    await approved_team(stage)
    await new_table(stage, how)
    for person in (stage.head, stage.advisor):
        await person.shown("zmieniono limit – blok I: 7, blok II: 3")
        await person.shown("Nikogo nie usunięto z listy")
    person = stage.head
    await person.shown("Stan: do uzupełnienia")
    office = stage.office()
    assert (office["status"], len(office["steering"])) == ("do uzupełnienia", 8)
    await person.tap("Zmień skład")
    await person.shown("przekracza limit o 1 osobę")
    await person.tap("Usuń osoby")
    await person.say("7")
    await person.until("Odczytano 7 osób")
    await person.tap("Tak")
    await person.until("Zespół redakcyjny przekracza limit o 1 osobę")
    await person.tap("Wybierz ponownie")
    await submit(person, "1 2 3")
    await person.until("Stan: zatwierdzone")
    office = stage.office()
    assert (len(office["steering"]), len(office["editorial"])) == (7, 3)


@pytest.mark.parametrize("how", ["chat", "command"])
async def test_a_submission_that_no_longer_fits_comes_back(stage: Stage, how: str) -> None:
    """The head cannot approve it any more; the Sekretarz sees why."""
    stage.table()
    await submitted_team(stage)
    waiting = await stage.head.until_button("Pokaż")
    await new_table(stage, how)
    await stage.secretary.shown("zmieniono limit – blok I: 7, blok II: 3")
    card = await stage.secretary.shown("Stan: zwrócone do poprawy")
    assert "przekracza limit o 1 osobę" in card.text
    office = stage.office()
    assert (office["status"], len(office["steering"])) == ("zwrócone do poprawy", 8)
    await stage.head.tap("Pokaż", on=waiting)
    await stage.head.shown("Stan: zwrócone do poprawy")


async def test_a_draft_is_asked_about_a_limit_that_was_lowered_meanwhile(stage: Stage) -> None:
    """The card that was there is drawn anew by the running bot, though another process did it."""
    stage.table()
    await stage.comes_in(stage.secretary, "secretary")
    await stage.secretary.until("Krok 1 z 3")
    await stage.secretary.say("/anuluj")
    await stage.secretary.until("Blok I – grupa sterująca: do 8 osób")
    await new_table(stage, "command")
    await stage.secretary.until("Blok I – grupa sterująca: do 7 osób")


async def test_a_limit_that_still_fits_is_news_for_the_advisor_alone(stage: Stage) -> None:
    """A20: more seats than people is nothing to the office, which is approved as before."""
    stage.table()
    await stage.comes_in(stage.advisor, "advisor")
    await approved_team(stage)
    stage.table(wlodawa(9, 4), terespol(), pulawy())
    await stage.advisor.shown("zmieniono limit – blok I: 9, blok II: 4. Zgłoszony skład (8 osób)")
    await stage.letters_sent()
    assert stage.office()["status"] == "zatwierdzone"
    assert not [m for m in (await stage.head.see()).messages if "zmieniono limit" in m.text]


NEXT = csv_file(
    [
        HEADER,
        NUMBERS,
        wlodawa(7, 3),
        office(2, TERESPOL, 6, 3, advisor=KMIEC, head="Burmistrz"),
        office(3, "Urząd Gminy Giby", 5, 3, advisor=KMIEC),
    ]
)


async def test_a_new_version_shows_its_difference_and_tells_whom_it_concerns(stage: Stage) -> None:
    """By chat: who is over, who is gone, whose Advisor changed; the new Advisor is told."""
    stage.table()
    await stage.comes_in(stage.advisor, "advisor", advisor=KMIEC)
    await stage.comes_in(stage.other_head, "head", TERESPOL)
    await approved_team(stage)
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.coordinator.upload("tabela-2.csv", NEXT)
    card = await stage.coordinator.until("Zmiany w nowej wersji")
    for line in (
        f"{WLODAWA}: blok I – o 1 osobę za dużo, blok II – o 1 osobę za dużo",
        f"{WLODAWA}: blok I: 8 → 7, blok II: 4 → 3",
        f"{TERESPOL}: {WRONSKA} → {KMIEC}",
        "Nie ma ich już w tabeli (1):",
        "Nowe urzędy (1):",
    ):
        assert line in card.text, card.text
    await stage.coordinator.tap("Zatwierdź – nowa wersja")
    await stage.coordinator.until("Wczytano tabelę")
    await stage.coordinator.until("Nie ma ich w nowej wersji tabeli")
    await stage.advisor.shown(f"2 urzędy. Urząd Gminy Giby, {TERESPOL}")
    await stage.other_head.shown(f"zmienił się Doradca. Doradca: {KMIEC}")
    assert stage.office(PULAWY)["limit_steering"] == 10


@pytest.mark.parametrize(
    ("button", "option", "limit"),
    [
        ("Zatwierdź – nowa wersja", "--new-version", 9),
        ("Limity z tabeli", "--table-limits", 8),
    ],
)
async def test_a_granted_limit_gives_way_only_where_the_coordinator_says_so(
    stage: Stage, button: str, option: str, limit: int
) -> None:
    """A19: nine granted, eight in the new version; by chat, and again by the command."""

    def grant(connection: Connection) -> None:
        found = next(o for o in offices.all_offices(connection) if o.name == WLODAWA)
        offices.set_limit(connection, found.id, Block.STEERING, 9, clock.now())

    same = csv_file([HEADER, NUMBERS, wlodawa(), terespol(), pulawy()])
    told = "blok I – limit przyznany przez koordynatora: 9, w tabeli: 8"
    stage.table()
    stage.database.write(grant)
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.coordinator.upload("tabela-2.csv", same)
    await stage.coordinator.until(told)
    await stage.coordinator.tap(button)
    await stage.coordinator.until("Wczytano tabelę")
    assert stage.office()["limit_steering"] == limit
    stage.database.write(grant)
    (stage.komplet.folder / "tabela-2.csv").write_bytes(same)
    shown = await stage.komplet.command("import", "tabela-2.csv", "--dry-run")
    assert told in shown.out.replace("\n", " ")
    await stage.komplet.command("import", "tabela-2.csv", "--yes", option)
    assert stage.office()["limit_steering"] == limit


async def test_a_table_that_is_rejected_changes_nothing(stage: Stage) -> None:
    """The preview asks; [Odrzuć] leaves everything as it was."""
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.coordinator.upload("tabela-2.csv", SMALLER)
    await stage.coordinator.tap("Odrzuć")
    await stage.coordinator.until("Tabelę odrzucono")
    assert stage.office(WLODAWA)["limit_steering"] == 8


async def test_a_table_that_is_none_is_explained(stage: Stage) -> None:
    """A list of people sent by the coordinator, an empty sheet."""
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.coordinator.upload("lista.csv", "Anna Kowalczyk;Sekretarz\nJan Nowak;Wójt".encode())
    await stage.coordinator.until("nie znaleziono kolumn bloku I i bloku II")
    await stage.coordinator.upload("pusta.csv", b"\n\n")
    await stage.coordinator.until("pusta.csv jest pusty")
