"""What a head of office hands on, takes back and gives away."""

from datetime import timedelta

from bot import clock
from tests.stories.acts import answer_step_one, link_in_chat, submitted_team
from tests.stories.conftest import Stage


async def test_a_head_takes_access_back_and_the_draft_stays(stage: Stage) -> None:
    """The Sekretarz is told and can do nothing more; what was written is there for the next one."""
    stage.table()
    await stage.comes_in(stage.head, "head")
    await stage.comes_in(stage.secretary, "secretary")
    await answer_step_one(stage.secretary)
    head = stage.head
    await head.say("/anuluj")
    await head.until("Przerwano")
    await head.tap("Kto prowadzi sprawy")
    await head.until("osoba przygotowująca zgłoszenie")
    await head.tap_like("Odwołaj 2.")
    await head.until("Odwołać dostęp?")
    await head.tap("Odwołaj")
    await head.until("Dostęp odwołano")
    await stage.secretary.shown("kierownik urzędu odwołał dostęp")
    await stage.secretary.say("Jan Mazur – Skarbnik")
    await stage.secretary.until("potrzebny jest link z zaproszeniem")
    office = stage.office()
    assert office["plenipotentiary"]["name"] == "Anna Kowalczyk"
    assert [each["name"] for each in office["steering"]] == ["Anna Kowalczyk"]


async def test_a_substitute_decides_on_the_given_days_and_it_is_recorded(stage: Stage) -> None:
    stage.table()
    await submitted_team(stage)
    head, deputy = stage.head, stage.stranger
    await head.tap("Kto prowadzi sprawy")
    await head.tap("Wyznacz zastępcę")
    today = clock.now().astimezone(clock.zone()).date()
    last = today + timedelta(days=14)
    await head.say(f"{today:%d.%m.%Y} – {last:%d.%m.%Y}")
    link = await link_in_chat(head)
    await deputy.open(link)
    card = await deputy.until("Od ")
    assert "kierownik urzędu" in card.text
    await deputy.tap("Potwierdzam")
    await deputy.until_button("Zatwierdź")
    await deputy.tap("Zatwierdź")
    await deputy.until("Skład zatwierdzono")
    assert stage.office()["decided_by"] == "substitute"
    await head.shown("zastępca kierownika urzędu przyjął zaproszenie")


async def test_a_head_who_leaves_hands_over_to_a_successor(stage: Stage) -> None:
    """Until the successor accepts, the head stays; then the former head is a stranger."""
    stage.table()
    await stage.comes_in(stage.head, "head")
    head, successor = stage.head, stage.other_head
    await head.say("/anuluj")
    await head.until("Przerwano")
    await head.tap("Kto prowadzi sprawy")
    await head.tap("Przekaż funkcję następcy")
    await head.until("dotychczasowy dostęp kierownika urzędu wygaśnie")
    await head.tap("Utwórz link dla następcy")
    link = await link_in_chat(head)
    await successor.open(link)
    await successor.tap("Potwierdzam")
    await successor.shown("Funkcję kierownika urzędu przejęto")
    await head.shown("następca przyjął zaproszenie")
    await head.say("/stan")
    await head.until("potrzebny jest link z zaproszeniem")
