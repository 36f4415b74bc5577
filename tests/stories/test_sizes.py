"""How many may come: columns 5 and 6, the norm, and every way round them (domain.md §1.3)."""

from tests.stories.acts import (
    NINE,
    answer_step_one,
    answer_step_two,
    choose_editors,
    first,
    keep_free_seats,
    open_office,
    secretary_at_step_two,
    submit,
)
from tests.stories.conftest import WLODAWA, Stage, wlodawa


async def test_four_people_with_a_reason_are_submitted_with_a_remark(stage: Stage) -> None:
    """Fewer than the five of point 3: asked for a reason, which goes to whoever decides."""
    stage.table()
    await stage.comes_in(stage.advisor, "advisor")
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await answer_step_one(person)
    await answer_step_two(person, first(4))
    card = await person.until("zwykle od 5 do 10 osób")
    assert "Na liście: 4 osoby" in card.text
    await person.say("ok")
    await person.until("Potrzebny jest krótki powód")
    await person.say("Urząd zatrudnia dwanaście osób")
    await submit(person, "1 2 3 4")
    await person.until("Zgłoszenie przyjęto")
    assert stage.office()["status"] == "zgłoszone z uwagą"
    await stage.advisor.shown("urząd przesłał zgłoszenie")
    await open_office(stage.advisor, "Włodaw")
    card = await stage.advisor.until("Stan: zgłoszone z uwagą")
    assert "„Urząd zatrudnia dwanaście osób”" in card.text


async def test_free_seats_are_confirmed_once(stage: Stage) -> None:
    """Six of eight: one [Tak] more, no reason, no remark on the status."""
    person = await secretary_at_step_two(stage)
    await answer_step_two(person, first(6))
    card = await person.until("Zgłosić taki skład?")
    assert "zostały 2 wolne miejsca (kol. 5 Tabel koordynacyjnych: 8 osób)" in card.text
    await person.tap("Tak")
    await submit(person, "1 3 5 6")
    await person.until("Zgłoszenie przyjęto")
    assert stage.office()["status"] == "zgłoszone"
    assert len(stage.office()["steering"]) == 6


async def test_whoever_adds_people_is_asked_again_about_the_seats_that_are_left(
    stage: Stage,
) -> None:
    """A [Tak] to two free seats is no [Tak] to one."""
    person = await secretary_at_step_two(stage)
    await answer_step_two(person, first(6))
    await keep_free_seats(person)
    await person.until("Krok 3 z 3")
    await person.say("/grupa")
    await person.tap("Dopisz")
    await person.until("Krok 2 z 3 – grupa sterująca\nBlok I")
    await person.say("Beata Chmiel – Dyrektor Wydziału Oświaty")
    await person.until("Odczytano 7 osób")
    await person.tap("Tak")
    await person.until("zostało 1 wolne miejsce (kol. 5")


async def test_a_small_office_fills_its_four_seats_without_any_reason(stage: Stage) -> None:
    """The office's own limit prevails over the norm (A1): nothing is asked that cannot be met."""
    stage.table(wlodawa(4, 2))
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await answer_step_one(person)
    await answer_step_two(person, first(4))
    await submit(person, "1 2")
    await person.until("Zgłoszenie przyjęto")
    assert stage.office()["status"] == "zgłoszone"
    assert len(stage.office()["editorial"]) == 2


async def test_a_limit_that_the_table_lacks_lets_work_but_not_close(stage: Stage) -> None:
    """The norm holds meanwhile, the summary says so, and the coordinator cannot close the list."""
    stage.table(wlodawa(None, None))
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.head, "head")
    person = stage.head
    await answer_step_one(person)
    card = await person.until("nie podano limitu Państwa urzędu")
    assert "Do 10 osób" in card.text
    await answer_step_two(person)
    await keep_free_seats(person)
    await choose_editors(person, "1 3 5 7 8")
    card = await person.until("Podsumowanie")
    assert "Limit do potwierdzenia" in card.text
    await person.tap("Wyślij")
    await person.shown("Stan: zatwierdzone")
    await open_office(stage.coordinator, "Włodaw")
    await stage.coordinator.tap("Więcej…")
    await stage.coordinator.tap("Zamknij listę")
    assert (
        "w Tabelach koordynacyjnych brakuje limitu tego urzędu" in await stage.coordinator.alert()
    )
    assert stage.office()["status"] == "zatwierdzone"


async def test_an_office_without_seats_in_block_two_skips_the_third_step(stage: Stage) -> None:
    """Column 6 says 0: from the list straight to the summary."""
    stage.table(wlodawa(8, 0))
    await stage.comes_in(stage.head, "head")
    person = stage.head
    await answer_step_one(person)
    await answer_step_two(person)
    card = await person.until("Podsumowanie")
    assert "urząd nie uczestniczy w tym bloku" in card.text
    await person.tap("Wyślij")
    await person.shown("Stan: zatwierdzone")
    assert stage.office()["editorial"] == []
    assert stage.office()["missing"] == []


async def test_an_office_outside_the_training_names_its_plenipotentiary_only(stage: Stage) -> None:
    """Column 5 says 0: the second and third step are skipped, and there is no seat to offer."""
    stage.table(wlodawa(0, 0))
    await stage.comes_in(stage.head, "head")
    person = stage.head
    await person.until("Krok 1 z 3")
    await person.say("Anna Kowalczyk – Sekretarz Powiatu")
    await person.tap("To propozycja")
    await person.until("Podsumowanie")
    await person.tap("Wyślij")
    await person.shown("Stan: zatwierdzone")
    assert stage.office()["steering"] == []


async def test_a_larger_limit_is_asked_for_and_granted(stage: Stage) -> None:
    """Nine people for eight seats: the rest is prepared meanwhile, then it can be sent."""
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.advisor, "advisor")
    await stage.comes_in(stage.head, "head")
    person = stage.head
    await answer_step_one(person)
    await answer_step_two(person, NINE)
    await person.until("przekracza limit")
    await person.tap("Poproś o zmianę limitu")
    await person.say("Nowy wydział powstał w tym roku")
    await choose_editors(person, "1 3 5 8")
    await person.until("Po odpowiedzi koordynatora")
    await stage.coordinator.shown("prośba o zwiększenie limitu bloku I")
    await open_office(stage.coordinator, "Włodaw")
    await stage.coordinator.until(
        "limit bloku I – obecnie: 8, potrzebny: 9. Powód: „Nowy wydział powstał"
    )
    await stage.coordinator.tap("Zgódź się")
    for told in (person, stage.advisor):
        await told.shown("koordynator zwiększył limit bloku I do 9")
    await person.tap("Wyślij")
    await person.shown("Stan: zatwierdzone")
    assert stage.office()["limit_steering"] == 9
    assert len(stage.office()["steering"]) == 9


async def test_a_larger_limit_is_refused_and_the_list_is_shortened(stage: Stage) -> None:
    """The office is told, nobody is dropped for it, and it decides itself who stays."""
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await answer_step_one(person)
    await answer_step_two(person, NINE)
    await person.tap("Poproś o zmianę limitu")
    await person.say("Nowy wydział powstał w tym roku")
    await stage.coordinator.shown("prośba o zwiększenie limitu bloku I")
    await open_office(stage.coordinator, "Włodaw")
    await stage.coordinator.tap("Odmów")
    await person.shown("koordynator nie zwiększył limitu bloku I. Proszę skrócić listę")
    assert len(stage.office()["steering"]) == 9
    await person.say("/kontynuuj")
    await person.say("/grupa")
    await person.tap("Usuń")
    await person.until("Do usunięcia: jeszcze 1 osoba")
    await person.say("9")
    await person.until("Odczytano 8 osób")
    await person.tap("Tak")
    await submit(person)
    await person.until("Zgłoszenie przyjęto")
    office = stage.office()
    assert (office["status"], office["limit_steering"], len(office["steering"])) == (
        "zgłoszone",
        8,
        8,
    )
    assert office["name"] == WLODAWA
