"""Questions in words, typed at any moment, and the bot's name in any chat (domain.md §3.9)."""

from tests.person import Person
from tests.stories.acts import (
    SEKRETARZ,
    answer_step_two,
    approved_team,
    first,
    secretary_at_step_two,
)
from tests.stories.conftest import KMIEC, PULAWY, TERESPOL, WLODAWA, Stage

NONE = "Nie ma takiego urzędu wśród Państwa urzędów."


async def asked(person: Person, sentence: str, *parts: str) -> str:
    """The person types a question; what the card answers, which holds all these parts."""
    await person.say(sentence)
    card = await person.until(parts[0])
    for part in parts:
        assert part in card.text, await person.transcript()
    return card.text


async def test_a_question_in_the_middle_of_a_step_is_answered_and_the_step_goes_on(
    stage: Stage,
) -> None:
    person = await secretary_at_step_two(stage)
    await asked(person, "ile osób możemy wysłać na blok I?", "do 8 osób", "kol. 5")
    await asked(person, "czy redakcyjny może być spoza grupy?", "pkt 5 Informacji")
    await person.tap("Treść Informacji")
    await person.until("Informacja dla Urzędów")
    await person.tap("Wróć do pracy")
    await person.until("Krok 2 z 3")
    await asked(person, "kto jest naszym doradcą?", "Doradca: Halina Wrońska")
    await answer_step_two(person, first(8))
    await person.until("Krok 3 z 3")
    await asked(person, "kto jest naszym pełnomocnikiem?", SEKRETARZ)


async def test_the_office_its_advisor_and_the_coordinator_are_told_and_nobody_else(
    stage: Stage,
) -> None:
    stage.table()
    await approved_team(stage)
    await stage.comes_in(stage.advisor, "advisor")
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.other_head, "head", TERESPOL)
    sentence = "kto jest pełnomocnikiem we Włodawie?"
    for person in (stage.head, stage.advisor, stage.coordinator):
        await asked(person, sentence, SEKRETARZ)
    await asked(stage.advisor, "kto nie wysłał?", "nie wysłały zgłoszenia: 1", TERESPOL)
    await asked(stage.coordinator, "kto nie wysłał?", "nie wysłały zgłoszenia: 2", PULAWY)
    await asked(stage.advisor, "czego brakuje w Terespolu?", "Brakuje: Pełnomocnik")
    await asked(stage.advisor, "ile wolnych miejsc w Puławach", NONE)
    assert "Kowalczyk" not in await asked(stage.other_head, sentence, NONE)
    same = await asked(stage.other_head, "kto jest pełnomocnikiem w Nibylandii?", NONE)
    assert same == (await stage.other_head.card()).text
    await asked(stage.other_head, "co jeszcze brakuje?", "Brakuje: Pełnomocnik", TERESPOL)
    await stage.stranger.say(sentence)
    card = await stage.stranger.until("potrzebny jest link z zaproszeniem")
    assert "Włodaw" not in card.text


async def test_what_is_not_understood_offers_questions_and_a_tap_asks_one(stage: Stage) -> None:
    stage.table()
    await stage.comes_in(stage.head, "head")
    await stage.head.say("/anuluj")
    await stage.head.say("numer buta naszego doradcy")
    await stage.head.until("Nie udało się zrozumieć")
    await stage.head.tap("Kto jest Doradcą?")
    await stage.head.until("Doradca: Halina Wrońska")
    await stage.head.tap("Wróć do pracy")
    await stage.head.until("Stan: nierozpoczęte")


async def test_the_bots_name_in_any_chat_gives_cards_of_ones_own_offices(stage: Stage) -> None:
    stage.table()
    await approved_team(stage)
    await stage.comes_in(stage.advisor, "advisor")
    every = await stage.advisor.ask_inline("")
    assert [each["title"] for each in every] == [TERESPOL, WLODAWA]
    (card,) = await stage.advisor.ask_inline("wlodawie")
    assert card["description"] == "zatwierdzone"
    text = card["message"]["text"]
    assert "Stan: zatwierdzone" in text
    for name in ("Kowalczyk", "Zalewski", KMIEC):
        assert name not in text
    assert await stage.advisor.ask_inline("Puławy") == []
    assert [each["title"] for each in await stage.head.ask_inline("")] == [WLODAWA]
    assert await stage.head.ask_inline("Terespol") == []
    assert await stage.stranger.ask_inline("Włodawa") == []
    answers = [call for call in stage.world.calls if call["method"] == "answerInlineQuery"]
    assert answers
    for call in answers:
        told = call["params"]
        assert (str(told["is_personal"]).lower(), str(told["cache_time"])) == ("true", "0")


async def test_a_letter_opens_its_office_and_its_correction_speaks_for_it(stage: Stage) -> None:
    """The head of Włodawa is an Advisor too: each letter knows in which role it is read."""
    stage.table()
    await stage.comes_in(stage.advisor, "advisor")
    await approved_team(stage)
    await stage.letters_sent()
    letter = await stage.advisor.until_button("Otwórz")
    await stage.advisor.tap("Otwórz", on=letter)
    card = await stage.advisor.until("Skład zatwierdzony")
    assert WLODAWA in card.text
    await stage.comes_in(stage.head, "advisor", advisor=KMIEC)
    await stage.advisor.tap("Zwróć do poprawy")
    await stage.advisor.until("Co należy uzupełnić lub poprawić?")
    await stage.advisor.say("Proszę dopisać Skarbnika")
    await stage.letters_sent()
    await stage.head.tap("Popraw")
    await stage.head.until("Podsumowanie")
