"""What nobody should send and somebody does: a clear sentence with the way out, nothing changed."""

from bot.uploads import LARGEST
from tests.person import Person
from tests.stories.acts import EIGHT, SEKRETARZ, secretary_at_step_two
from tests.stories.conftest import Stage

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


async def test_words_that_are_no_list_leave_the_list_as_it_is(stage: Stage) -> None:
    """Nothing to see, nothing to read, ten thousand letters, an unknown command."""
    person = await secretary_at_step_two(stage)
    for words in ("!!!", "A" * 4000, "<b>&amp;</i>"):
        await person.say(words)
        await person.until("Nie znaleziono imienia i nazwiska")
        await person.until("Krok 2 z 3")
    await person.say("/takiego_nie_ma")
    await person.until("Nie ma takiego polecenia")
    await person.say("B" * 10_000)
    await stage.settled()
    await person.until("Krok 2 z 3")
    assert [each["name"] for each in stage.office()["steering"]] == ["Anna Kowalczyk"]


async def test_a_name_of_ten_thousand_letters_is_no_name(stage: Stage) -> None:
    """Telegram cuts it into three messages; the card can be drawn whatever becomes of them."""
    stage.table()
    person = stage.secretary
    await stage.comes_in(person, "secretary")
    await person.until("Krok 1 z 3")
    await person.say("Anna " + "K" * 10_000 + " – Sekretarz Powiatu")
    await stage.settled()
    await person.say(SEKRETARZ)
    await person.until("Zapisano Pełnomocnika")
    assert stage.office()["plenipotentiary"]["name"] == "Anna Kowalczyk"


async def test_a_picture_or_a_voice_instead_of_a_list_is_answered(stage: Stage) -> None:
    """Each says what to do instead."""
    person = await secretary_at_step_two(stage)
    await person.upload("lista.png", PIXEL, as_photo=True)
    await person.until("z obrazu nie da się odczytać listy")
    speak(stage, person)
    await stage.settled()
    await person.until("Krok 2 z 3")
    assert len(stage.office()["steering"]) == 1


def speak(stage: Stage, person: Person) -> None:
    """Send a voice message: what the page cannot record, Telegram can deliver."""
    chat = stage.world.chats[person.member.id]
    voice = {"file_id": "voice-1", "file_unique_id": "v1", "duration": 3}
    message = stage.world.post(chat, person.member.as_user(), {"voice": voice})
    stage.world.push("message", chat, message)


NO_LISTS = (
    ("lista.pdf", b"%PDF-1.4 ...", "Z pliku PDF (lista.pdf) nie da się pewnie odczytać"),
    ("lista.exe", b"MZ\x90\x00\x03" * 40, "Nie udało się odczytać pliku lista.exe"),
    ("lista.xlsx", b"PK\x03\x04 broken", "Nie udało się odczytać pliku lista.xlsx"),
    ("obraz.png", PIXEL, "Plik obraz.png to obraz"),
    ("lista.csv", b"0" * (LARGEST + 1), "zbyt duży. Można przesłać plik do 10 MB"),
)


async def test_files_that_are_no_lists_are_refused_with_the_reason(stage: Stage) -> None:
    """A PDF, a program, a broken workbook, a picture, too many bytes; then a list is read."""
    person = await secretary_at_step_two(stage)
    for name, content, answer in NO_LISTS:
        await person.upload(name, content)
        await person.until(answer)
    assert len(stage.office()["steering"]) == 1
    await person.say(EIGHT)
    await person.until("Odczytano 8 osób")


async def test_a_file_of_ten_thousand_people_holds_nobody_up(stage: Stage) -> None:
    """It is refused as a whole before it is read; a table for the coordinator is not so bounded."""
    person = await secretary_at_step_two(stage)
    everybody = "\n".join(f"Jan Kowalski{n};Naczelnik Wydziału" for n in range(10_000))
    await person.upload("wszyscy.csv", everybody.encode())
    await person.until("Lista może liczyć najwyżej 40 osób. Nic nie dopisano")
    assert len(stage.office()["steering"]) == 1


async def test_a_file_where_none_is_asked_for_is_not_read(stage: Stage) -> None:
    """At the editors' step."""
    person = await secretary_at_step_two(stage)
    await person.say("/redakcyjny")
    await person.until("Krok 3 z 3")
    await person.upload("lista.csv", b"Anna Nowak;Skarbnik")
    await person.until("W tym miejscu plik nie jest potrzebny")
    assert len(stage.office()["steering"]) == 1


FORGED = ("", "x", "....", "1.0.ap.", "1.0.rs.1", "0.0.zz.", "9" * 64, "1.-1.pk.1", "1.0.sd.\n")


async def test_forged_button_data_is_refused(stage: Stage) -> None:
    """A tampered client sends what no button carries."""
    person = await secretary_at_step_two(stage)
    before = stage.office()
    for data in FORGED:
        await person.forge(data)
        assert await person.alert(), data
    assert stage.office() == before


async def test_a_double_tap_is_one_answer(stage: Stage) -> None:
    """The second press of [To propozycja] finds the next step and changes nothing."""
    stage.table()
    person = stage.secretary
    await stage.comes_in(person, "secretary")
    await person.until("Krok 1 z 3")
    await person.say(SEKRETARZ)
    await person.tap("Dopisz do grupy")
    card = await person.until_button("To propozycja")
    await person.tap("To propozycja", on=card)
    await person.forge(card.data("To propozycja"), on=card)
    assert "zmieniło się w międzyczasie" in await person.alert()
    await person.until("Krok 2 z 3")
    assert stage.office()["status"] == "w przygotowaniu"


async def test_a_message_that_is_edited_later_changes_nothing(stage: Stage) -> None:
    """What was entered stands; the card is where it is corrected."""
    person = await secretary_at_step_two(stage)
    sent = await person.say(EIGHT)
    await person.until("Odczytano 8 osób")
    await person.edit(sent, "Jan Inny – Skarbnik")
    await stage.settled()
    await person.tap("Tak")
    await person.until("Krok 3 z 3")
    assert "Jan Inny" not in [each["name"] for each in stage.office()["steering"]]
