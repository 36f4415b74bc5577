"""Stories about personal data, under a key and with debugging on: asked for, erased, and gone.

Whatever the program wrote is searched afterwards: its log, its database, its ledger.
"""

import asyncio
import json

import pytest
from sqlalchemy import text, update

from storage.database import Database
from storage.tables.traffic import LetterRow
from storage.talks import LONG_AGO
from storage.vault import Vault, new_key
from tests.person import PATIENCE, Person
from tests.running import TOKEN, Komplet
from tests.stories.acts import approved_team, open_office
from tests.stories.conftest import WLODAWA, Stage

KEY = new_key()
MORE = {"DATA_KEY": KEY, "LOG_LEVEL": "debug", "ERASURE_LEDGER": "elsewhere.jsonl"}


@pytest.fixture(autouse=True)
def under_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every program of these stories has a key and tells all that it may tell."""
    plain = vars(Komplet)["environment"].fget
    monkeypatch.setattr(Komplet, "environment", property(lambda self: plain(self) | MORE))


@pytest.fixture
def keyed(stage: Stage) -> Stage:
    """The stage with a database that the tests can read as well."""
    stage.database.close()
    stage.database = Database(stage.komplet.database_url, vault=Vault.of(KEY))
    return stage


def written(stage: Stage, *needles: str) -> set[str]:
    """The files that the program wrote in which any of the texts can be read."""
    folder = stage.komplet.folder
    return {
        file.name
        for file in folder.iterdir()
        if file.is_file() and any(each.encode() in file.read_bytes() for each in needles)
    }


async def tap_through(person: Person, label: str) -> None:
    """The button that begins an erasure, and the two cards that ask."""
    await person.tap(label)
    await person.tap("Dalej")
    await person.until("Na pewno?")
    await person.tap("Tak, usuń na zawsze")


async def test_somebody_asks_for_their_data_erases_them_and_is_a_stranger(keyed: Stage) -> None:
    stage = keyed
    stage.table()
    await approved_team(stage)
    head = stage.head
    await head.say("/moje_dane")
    await head.shown(f"Konto Telegram: {head.member.id}")
    held = json.loads(await head.document("moje-dane"))
    assert held["account"] == head.member.id
    assert held["roles"][0]["office"] == WLODAWA
    assert held["actions"]

    await head.say("/usun")
    await head.until("Usunięcie własnych danych")
    await head.tap("Dalej")
    await head.until("Na pewno?")
    await head.tap("Tak, usuń na zawsze")
    gone = await head.until("Dane z tej rozmowy zostały usunięte: role – 1")
    assert not gone.buttons
    await head.say("/stan")
    await head.shown("Aby rozpocząć, potrzebny jest link z zaproszeniem")
    assert stage.office()["steering"], "what the office decided stays"
    assert await stage.komplet.stop() == 0
    assert "elsewhere.jsonl" in written(stage, "who")
    # The settings that the program was started with are the test's own.
    assert written(stage, "Kowalczyk", TOKEN, KEY, str(head.member.id)) == set()


async def test_the_last_words_arrive_although_the_bot_was_killed_before_them(
    keyed: Stage,
) -> None:
    """kill -9 between the erasure and its answer; what was on its way counts as not said."""
    stage, head = keyed, keyed.head
    stage.table()
    await stage.comes_in(head, "head")
    await head.say("/usun")
    await head.until("Usunięcie własnych danych")
    await head.tap("Dalej")
    await head.until("Na pewno?")
    hangs = {"kind": "hang", "method": "editMessageText", "seconds": 60}
    await stage.http.put("/playground/weather", json={"rules": [hangs]})
    await head.tap("Tak, usuń na zawsze")
    saying = text("SELECT count(*) FROM letter WHERE state = 'sending'")
    async with asyncio.timeout(PATIENCE):
        while not stage.database.read(lambda c: c.scalar(saying)):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    stage.komplet.kill()
    long_ago = update(LetterRow.__table__).values(changed_at=LONG_AGO)
    stage.database.write(lambda c: c.execute(long_ago))
    await stage.http.put("/playground/weather", json={"rules": []})
    stage.komplet.start()
    gone = await head.until("Dane z tej rozmowy zostały usunięte: role – 1")
    assert not gone.buttons
    assert await stage.komplet.stop() == 0
    left = text("SELECT count(*) FROM letter")
    assert stage.database.read(lambda c: c.scalar(left)) == 0
    assert written(stage, str(head.member.id)) == set()


async def test_the_coordinator_erases_somebody_whom_an_office_has_listed(keyed: Stage) -> None:
    stage = keyed
    stage.table()
    await approved_team(stage)
    coordinator = stage.coordinator
    await stage.comes_in(coordinator, "coordinator")
    await open_office(coordinator, "Włodaw")
    await coordinator.tap("Więcej…")
    await coordinator.tap("Usuwanie danych")
    await coordinator.until("Kogo usunąć?")
    await coordinator.tap_like("Monika Sikora")
    await coordinator.until("Do usunięcia: Monika Sikora")
    await coordinator.tap("Dalej")
    await coordinator.until("Na pewno?")
    await coordinator.tap("Tak, usuń na zawsze")
    await coordinator.until("Dane tej osoby zostały usunięte")
    await stage.letters_sent()
    await stage.head.shown("z listy usunięto osobę na jej wniosek")
    office = stage.office()
    names = [each["name"] for each in office["steering"]]
    assert len(names) == 8
    assert "Monika Sikora" not in names
    assert any("osoba usunięta na wniosek" in each for each in names)


async def test_the_head_erases_a_draft_after_being_asked_twice(keyed: Stage) -> None:
    stage = keyed
    stage.table()
    await stage.comes_in(stage.head, "head")
    await stage.head.say("Anna Kowalczyk – Sekretarz Powiatu")
    await stage.head.until("Zapisano Pełnomocnika")
    await stage.head.say("/anuluj")
    await stage.head.until_button("Usuń wersję roboczą")
    await stage.head.tap("Usuń wersję roboczą")
    await stage.head.until("W wersji roboczej: 1 osoba")
    await stage.head.tap("Dalej")
    await stage.head.until("Na pewno?")
    await stage.head.tap("Wróć do pracy")
    await stage.head.until_button("Usuń wersję roboczą")
    assert stage.office()["plenipotentiary"] is not None
    await tap_through(stage.head, "Usuń wersję roboczą")
    await stage.head.until("Wersja robocza została usunięta")
    assert stage.office()["plenipotentiary"] is None
    assert stage.office()["status"] == "nierozpoczęte"
