"""The main job on PostgreSQL: from an empty server to an approved team, with a bot that dies."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from bot.playground.sample import sample_table
from storage.database import Database
from tests.person import Person
from tests.stories.acts import EIGHT
from tests.stories.conftest import WLODAWA, Stage


@pytest.fixture
def bot_database_url(new_postgresql_url: Callable[[], str]) -> str:
    """A PostgreSQL database without a single table."""
    return new_postgresql_url()


async def said(person: Person, words: str) -> None:
    """Wait until one of the bot's messages says so: letters may stand below the card."""
    await person.until(
        lambda sight: any(words in each.text for each in sight.messages if each.from_bot)
    )


async def test_an_office_goes_from_a_table_to_an_approved_team(
    stage: Stage, bot_database_url: str
) -> None:
    """Table and links by the command line beside the bot, the rest in two chats.

    The bot is killed with the Sekretarz's list unread and the submission unanswered: both wait.
    """
    head, secretary = stage.head, stage.secretary
    (stage.komplet.folder / "tabela.xlsx").write_bytes(sample_table())
    await stage.komplet.command("import", "tabela.xlsx", "--yes")
    for person, role in ((head, "head"), (secretary, "secretary")):
        await person.open(await stage.komplet.link(role, "--office", WLODAWA))
        await person.tap("Potwierdzam")
    await secretary.until("Krok 1 z 3")
    await secretary.say("Anna Kowalczyk – Sekretarz Powiatu")
    await secretary.tap("Dopisz do grupy")
    await secretary.tap("To propozycja")
    await secretary.until("Krok 2 z 3")
    stage.komplet.kill()
    await secretary.say(EIGHT)
    stage.komplet.start()
    await secretary.until("Odczytano")
    await secretary.tap("Tak")
    await secretary.until("Krok 3 z 3")
    await secretary.say("1 3 5 8")
    await secretary.until("Wybór zapisano")
    await secretary.tap("Gotowe")
    await secretary.until("Podsumowanie")
    stage.komplet.kill()
    await secretary.tap("Wyślij")
    stage.komplet.start()

    await head.tap("Zatwierdź")
    await said(head, "Stan: zatwierdzone")
    await said(secretary, "Stan: zatwierdzone")
    office = await stage.komplet.office(WLODAWA)
    assert office["status"] == "zatwierdzone", office
    assert office["missing"] == []
    assert len(office["steering"]) == 8
    assert sorted(office["editorial"]) == [
        "Anna Kowalczyk",
        "Ewa Lis-Sadowska",
        "Marek Wójcik",
        "Monika Sikora",
    ]

    store = Database(bot_database_url)
    approved = store.read(lambda c: c.scalar(text("SELECT count(*) FROM approved")))
    failed = store.read(lambda c: c.scalar(text("SELECT count(*) FROM set_aside")))
    store.close()
    assert (approved, failed) == (1, 0)
