"""What goes wrong in life: a bot that was down, a person who blocked it, a row that is damaged."""

import json

from sqlalchemy import text

from tests.stories.acts import EIGHT, SEKRETARZ, answer_step_one, approved_team
from tests.stories.conftest import TERESPOL, WLODAWA, Stage, pulawy, terespol, wlodawa

BROKE = "Wystąpił błąd po naszej stronie"


async def test_whoever_blocked_the_bot_finds_everything_on_coming_back(stage: Stage) -> None:
    """Meanwhile a colleague went on; the card is redrawn without a word from the person."""
    stage.table()
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.secretary, "secretary")
    await stage.secretary.until("Krok 1 z 3")
    await stage.secretary.block()
    await answer_step_one(stage.head)
    await stage.head.say(EIGHT)
    await stage.head.until("Odczytano 8 osób")
    await stage.secretary.unblock()
    await stage.secretary.shown("Obecnie: Anna Kowalczyk")
    await stage.secretary.say("/grupa")
    await stage.secretary.until("Odczytano 8 osób")


async def test_what_happened_while_the_bot_was_down_is_made_up_for(stage: Stage) -> None:
    """Messages, taps, a new table: each is answered, each card is as it should be."""
    stage.table()
    await approved_team(stage)
    await stage.comes_in(stage.other_head, "head", TERESPOL)
    await stage.other_head.until("Krok 1 z 3")
    assert await stage.komplet.stop() == 0
    await stage.other_head.say(SEKRETARZ)
    await stage.stranger.say("/start")
    stage.table(wlodawa(7, 3), terespol(), pulawy())
    stage.komplet.start()
    await stage.other_head.until("nie ma na liście bloku I")
    await stage.stranger.until("potrzebny jest link z zaproszeniem")
    await stage.head.shown("zmieniono limit – blok I: 7, blok II: 3")
    await stage.head.shown("Stan: do uzupełnienia")
    assert stage.office()["status"] == "do uzupełnienia"


def damage(stage: Stage) -> str:
    """Make Włodawa's stored people unreadable; what they were."""
    where = "WHERE office_id = (SELECT id FROM office WHERE name = :name)"
    people: str = stage.database.read(
        lambda c: c.scalar(text(f"SELECT people FROM submission {where}"), {"name": WLODAWA})
    )
    put_people(stage, people[: len(people) // 2])
    return people


def put_people(stage: Stage, people: str) -> None:
    where = "WHERE office_id = (SELECT id FROM office WHERE name = :name)"
    stage.database.write(
        lambda c: c.execute(
            text(f"UPDATE submission SET people = :people {where}"),
            {"name": WLODAWA, "people": people},
        )
    )


async def test_an_update_that_cannot_be_answered_is_set_aside_and_told(stage: Stage) -> None:
    """A damaged row: after five tries the person is told, others are served, and once it is
    mended the person goes on."""
    stage.table()
    await stage.comes_in(stage.secretary, "secretary")
    await stage.comes_in(stage.other_head, "head", TERESPOL)
    await answer_step_one(stage.secretary)
    people = damage(stage)
    await stage.secretary.say(EIGHT)
    await stage.secretary.shown(BROKE)
    await stage.other_head.say(SEKRETARZ)
    await stage.other_head.until("nie ma na liście bloku I")
    [(payload, trace)] = stage.database.read(
        lambda c: c.execute(text("SELECT payload, traceback FROM set_aside")).all()
    )
    assert json.loads(payload)["message"]["text"] == EIGHT
    assert "Unreadable" in trace
    log = stage.komplet.log.read_text()
    assert "update stored aside" in log
    assert "Kowalczyk" not in log
    put_people(stage, people)
    await stage.secretary.say(EIGHT)
    await stage.secretary.until("Odczytano 8 osób")


async def test_a_file_that_cannot_be_answered_is_set_aside_and_told(stage: Stage) -> None:
    """It was read, but its turn fails: not for ever, and the next file is read."""
    stage.table()
    await stage.comes_in(stage.secretary, "secretary")
    await answer_step_one(stage.secretary)
    await stage.secretary.upload("lista.csv", b"Piotr Zalewski;Wicestarosta")
    await stage.secretary.until("Odczytano 2 osoby")
    fails = text(
        "CREATE TRIGGER damaged BEFORE UPDATE ON talk "
        "WHEN NEW.note LIKE '%added%' OR NEW.note LIKE '%file-refused%' "
        "BEGIN SELECT RAISE(ABORT, 'damaged'); END"
    )
    stage.database.write(lambda c: c.execute(fails))
    await stage.secretary.upload("druga.csv", "Beata Chmiel;Dyrektor Wydziału Oświaty".encode())
    await stage.secretary.shown(BROKE)
    log = stage.komplet.log.read_text()
    assert "file not answered" in log
    assert "Zalewski" not in log
    assert len(stage.office()["steering"]) == 2
    stage.database.write(lambda c: c.execute(text("DROP TRIGGER damaged")))
    await stage.secretary.upload("trzecia.csv", "Beata Chmiel;Dyrektor Wydziału".encode())
    await stage.secretary.until("Odczytano 3 osoby")
