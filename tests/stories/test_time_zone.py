"""Offices elsewhere: what the bot says of an hour is said in the operator's TIMEZONE."""

from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from sqlalchemy import select

from bot.playground.sample import sample_table
from storage.database import Database
from storage.tables.people import InvitationRow
from tests.stories.conftest import WLODAWA, Stage


async def test_a_bot_with_the_time_zone_of_the_azores_tells_their_hour(
    stage: Stage, bot_database_url: str
) -> None:
    """The head invites the Sekretarz; the letter says until when the link serves."""
    stage.komplet.kill()
    (stage.komplet.folder / ".env").write_text("TIMEZONE=Atlantic/Azores\n")
    stage.komplet.start()
    (stage.komplet.folder / "tabela.xlsx").write_bytes(sample_table())
    await stage.komplet.command("import", "tabela.xlsx", "--yes")
    await stage.head.open(await stage.komplet.link("head", "--office", WLODAWA))
    await stage.head.tap("Potwierdzam")
    await stage.head.tap("Zaproś Sekretarza")
    await stage.head.until(lambda sight: any("?start=" in each.text for each in sight.messages))
    letter = next(
        each.text for each in reversed((await stage.head.see()).messages) if "?start=" in each.text
    )
    store = Database(bot_database_url)
    table = InvitationRow.__table__
    ends = store.read(lambda c: c.scalar(select(table.c.expires_at).order_by(table.c.id.desc())))
    store.close()
    assert ends is not None
    there, here = (
        format_datetime(ends, "H:mm", tzinfo=ZoneInfo(zone), locale="pl")
        for zone in ("Atlantic/Azores", "Europe/Warsaw")
    )
    assert f"godz. {there}" in letter
    assert here not in letter
