"""Steps 2 and 3: whom a list may name, and what happens to those whom it names twice or nowhere."""

from tests.stories.acts import (
    EIGHT,
    answer_step_one,
    answer_step_two,
    first,
    keep_free_seats,
    secretary_at_step_two,
    submit,
)
from tests.stories.conftest import Stage


async def test_every_refusal_says_why_and_loses_nothing(stage: Stage) -> None:
    """The head and an inspector as Pełnomocnik, nine of eight, a fifth editor."""
    stage.table()
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await person.until("Krok 1 z 3")
    await person.say("Jan Nowak – Starosta")
    await person.until("To kierownik urzędu")
    await person.say("Halina Gil – inspektor")
    await person.until("nie wygląda na kierownicze")
    await person.tap("Zmień")
    await answer_step_one(person)
    await answer_step_two(person, EIGHT + "\n9. Adam Lis – Naczelnik Wydziału Promocji")
    card = await person.until("przekracza limit o 1 osobę. Limit bloku I")
    assert "8" in card.text
    await person.tap("Usuń osoby")
    await person.until("Adam Lis")
    await person.say("9")
    await person.until("Odczytano 8 osób")
    await person.tap("Tak")
    await person.until("Krok 3 z 3")
    await person.say("1 2 3 4 5")
    await person.until("przekracza limit o 1 osobę")
    await person.tap("Wybierz ponownie")
    await person.say("1 2 3 4")
    await person.until("4 z 4")
    await person.tap("☐ 5. Monika Sikora")
    assert "Limit bloku II to 4 osoby" in await person.alert()
    await submit(person)
    await person.until("Zgłoszenie przyjęto")
    assert len(stage.office()["steering"]) == 8


async def test_a_name_in_reversed_order_is_the_same_person(stage: Stage) -> None:
    """R10: told once, entered once, also when the list is pasted a second time."""
    person = await secretary_at_step_two(stage)
    await person.say(first(5))
    await person.until("Odczytano 5 osób")
    await person.say("Zalewski Piotr – Wicestarosta\nChmiel Beata – Dyrektor Wydziału Oświaty")
    card = await person.until("Już na liście: Piotr Zalewski")
    assert "Odczytano 6 osób" in card.text
    await person.say("SIKORA MONIKA")
    await person.until("Już na liście: Monika Sikora. Nikogo nowego nie dopisano")
    assert len(stage.office()["steering"]) == 6


async def test_an_editor_from_outside_is_added_to_both_or_left_out(stage: Stage) -> None:
    """R5: block II comes from block I; one tap makes it so where there is a seat."""
    person = await secretary_at_step_two(stage)
    await answer_step_two(person, first(7))
    await keep_free_seats(person)
    await person.until("Krok 3 z 3")
    await person.say("Zofia Obca – Naczelnik Wydziału Kultury")
    card = await person.until("spoza grupy sterującej")
    assert "pkt 5" in card.text
    await person.tap("Pomiń")
    await person.until("Wybrano: 0 z 4")
    assert len(stage.office()["steering"]) == 7
    await person.say("Zofia Obca – Naczelnik Wydziału Kultury")
    await person.tap("Dopisz też do grupy sterującej")
    await person.until("Wybrano: 1 z 4")
    office = stage.office()
    assert office["editorial"] == ["Zofia Obca"]
    assert "Zofia Obca" in [each["name"] for each in office["steering"]]


async def test_whoever_leaves_the_steering_group_leaves_the_editors_after_asking(
    stage: Stage,
) -> None:
    """R9: both, or neither."""
    person = await secretary_at_step_two(stage)
    await answer_step_two(person)
    await person.until("Krok 3 z 3")
    await person.say("1 3 5 8")
    await person.until("4 z 4")
    await person.say("/grupa")
    await person.tap("Usuń")
    await person.say("Sikora")
    await person.until("Monika Sikora: także w zespole redakcyjnym")
    await person.tap("Wstecz")
    await person.until("Odczytano 8 osób")
    assert "Monika Sikora" in stage.office()["editorial"]
    await person.tap("Usuń")
    await person.tap("5. Monika Sikora")
    await person.until("Kontynuować?")
    await person.tap("Usuń")
    await person.until("Odczytano 7 osób")
    office = stage.office()
    assert "Monika Sikora" not in office["editorial"]
    assert "Monika Sikora" not in [each["name"] for each in office["steering"]]


async def test_people_outside_managerial_staff_stay_after_one_question(stage: Stage) -> None:
    """R8 and A18: an inspector, and the manager of a unit of its own, in one card."""
    person = await secretary_at_step_two(stage)
    outside = "7. Jan Gil – inspektor\n8. Ewa Nowak – Kierownik GOPS"
    await answer_step_two(person, f"{first(6)}\n{outside}")
    card = await person.until("Poza kadrą kierowniczą:")
    assert "Jan Gil – inspektor" in card.text
    assert "Ewa Nowak" in card.text
    assert "Tomasz Borys" not in card.text
    assert "odrębna jednostka" in card.text
    await person.tap("Tak")
    await submit(person, "1 2 3 4")
    card = await person.until("Zgłoszenie przyjęto")
    assert stage.office()["status"] == "zgłoszone"
    assert len(stage.office()["steering"]) == 8


async def test_a_pressed_question_is_answered_once_however_often_it_is_pressed(
    stage: Stage,
) -> None:
    """Two unclear names; a double tap on the first question leaves the second one open."""
    person = await secretary_at_step_two(stage)
    await person.say("Borys Tomasz – Skarbnik\nRoman Adam – Naczelnik Wydziału Promocji")
    card = await person.until("Do wyjaśnienia: 2 pytania")
    first_answer = card.buttons[0]
    await person.tap(first_answer, on=card)
    await person.forge(card.data(first_answer), on=card)
    assert "Poniżej aktualna karta" in await person.alert()
    await person.until("Do wyjaśnienia: 1 pytanie")
    await person.tap("Pomiń")
    await person.until("Odczytano 3 osoby")


async def test_a_list_comes_as_a_file(stage: Stage) -> None:
    """A .csv of two columns reads as if it had been pasted."""
    person = await secretary_at_step_two(stage)
    rows = [line[3:].replace(" – ", ";") for line in EIGHT.splitlines()]
    await person.upload("lista.csv", "\n".join(rows).encode("cp1250"))
    await person.until("Odczytano 8 osób")
    names = [each["name"] for each in stage.office()["steering"]]
    assert "Krzysztof Żółkowski" in names


async def test_a_correction_in_words_is_shown_before_it_is_made(stage: Stage) -> None:
    """In step 2, on the summary and, as an amendment, after the approval."""
    stage.table()
    await stage.comes_in(stage.head, "head")
    person = stage.head
    await answer_step_one(person)
    await person.say(EIGHT)
    await person.until("Odczytano 8 osób")
    await person.say("zamiast Wójcika będzie Zofia Kania – Skarbnik")
    card = await person.until("Wprowadzić tę zmianę?")
    assert "Usunąć: Marek Wójcik – Geodeta Powiatowy" in card.text
    assert "Dopisać: Zofia Kania – Skarbnik" in card.text
    assert "Marek Wójcik" in [each["name"] for each in stage.office()["steering"]]
    await person.tap("Tak")
    await person.until("Zmianę wprowadzono")
    assert "Zofia Kania" in [each["name"] for each in stage.office()["steering"]]
    await person.tap("Tak")
    await submit(person, "1 2 3 4")
    await person.until("Stan: zatwierdzone")
    await person.say("proszę wykreślić Borysa")
    await person.until("Zatwierdzony skład zostanie otwarty do zmiany")
    await person.tap("Tak")
    await person.until("Tomasz Borys: także w zespole redakcyjnym")
    assert stage.office()["amendment"] is None
    await person.tap("Usuń")
    await person.until("Zmianę wprowadzono")
    office = stage.office()
    assert office["amendment"] == "drafting"
    assert "Tomasz Borys" in office["editorial"]
