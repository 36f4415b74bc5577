"""After the submission: the head, the order where the head has no account, the Advisor, changes."""

from tests.stories.acts import (
    EIGHT,
    SEKRETARZ,
    answer_step_two,
    approved_team,
    link_in_chat,
    open_office,
    submit,
    submitted_team,
    write_everything,
)
from tests.stories.conftest import PULAWY, WLODAWA, Stage


async def test_the_head_returns_the_secretary_corrects_and_sends_again(stage: Stage) -> None:
    """A comment travels back; after the approval an amendment is shown as a difference."""
    stage.table()
    await submitted_team(stage)
    await stage.head.tap("Zwróć do poprawy")
    await stage.head.shown("Co należy poprawić?")
    await stage.head.say("Proszę zastąpić Monikę Sikorę kimś z finansów")
    await stage.head.shown("Stan: zwrócone do poprawy")
    assert stage.office()["status"] == "zwrócone do poprawy"
    await stage.secretary.shown("„Proszę zastąpić Monikę Sikorę kimś z finansów”")
    await stage.secretary.until(
        lambda sight: not any("Zgłoszenie przyjęto" in each.text for each in sight.messages)
    )
    await stage.secretary.tap("Popraw")
    await stage.secretary.tap("Wyślij")
    await stage.head.tap("Zatwierdź")
    await stage.head.shown("Stan: zatwierdzone")
    await stage.letters_sent()
    await stage.secretary.tap("Zmień skład")
    await stage.secretary.tap("Zespół redakcyjny")
    await stage.secretary.say("1 3 5 7")
    await stage.secretary.tap("Gotowe")
    await stage.secretary.until("Dopisano do zespołu redakcyjnego: Beata Chmiel")
    await stage.secretary.tap("Wyślij")
    await stage.head.shown("Dopisano do zespołu redakcyjnego: Beata Chmiel")
    office = stage.office()
    assert office["status"] == "zatwierdzone"
    assert "Marek Wójcik" in office["editorial"]
    await stage.head.tap("Zatwierdź")
    await stage.head.until_button("Zmień skład")
    assert "Beata Chmiel" in stage.office()["editorial"]


async def test_a_submission_is_taken_back_corrected_and_sent_again(stage: Stage) -> None:
    """Until the head has decided, the Sekretarz may."""
    stage.table()
    await submitted_team(stage)
    person = stage.secretary
    await person.tap("Wycofaj i popraw")
    await person.until("Zgłoszenie wycofano")
    assert stage.office()["status"] == "w przygotowaniu"
    await person.say("/redakcyjny")
    await submit(person, "1 2 3 4")
    await stage.head.until_button("Zatwierdź")
    await stage.head.say("ok")
    await stage.head.until("Nie udało się zrozumieć")
    assert stage.office()["status"] == "zgłoszone", "it may be the answer to a letter"
    await stage.head.say("Zatwierdzam.")
    await stage.head.shown("Stan: zatwierdzone")
    assert "Piotr Zalewski" in stage.office()["editorial"]


async def test_without_the_heads_account_a_recorded_order_approves(stage: Stage) -> None:
    """The submission waits; the number and date of the order are the head's decision."""
    stage.table()
    await stage.comes_in(stage.advisor, "advisor")
    await stage.comes_in(stage.secretary, "secretary")
    person = stage.secretary
    await write_everything(person)
    await person.until("Zgłoszenie przyjęto")
    assert stage.office()["status"] == "zgłoszone"
    await person.tap("Podstawa decyzji")
    await person.tap("To propozycja")
    await person.until("Czeka na podstawę decyzji")
    assert stage.office()["status"] == "zgłoszone"
    await person.tap("Podstawa decyzji")
    await person.tap("Zarządzenie – podam numer")
    await person.until("numer i datę")
    await person.say("kiedyś w styczniu")
    await person.until("Nie odczytano numeru i daty")
    await person.say("zarządzenie nr 0050.26.2026 z 5 stycznia 2026 r.")
    card = await person.until("Stan: zatwierdzone")
    assert "zarządzenie nr 0050.26.2026 z dnia 5 stycznia 2026 r." in card.text
    assert stage.office()["status"] == "zatwierdzone"
    await stage.advisor.shown("zatwierdził skład")


async def test_the_advisor_returns_one_office_and_accepts_another(stage: Stage) -> None:
    """Told of both submissions; the offices are told of the answers."""
    stage.table()
    await stage.comes_in(stage.advisor, "advisor")
    await stage.comes_in(stage.other_head, "head", "Urząd Miasta Terespol")
    await approved_team(stage)
    other = stage.other_head
    await other.until("Krok 1 z 3")
    await other.say(SEKRETARZ)
    await other.tap("Dopisz do grupy")
    await other.tap("To propozycja")
    await answer_step_two(other, "\n".join(EIGHT.splitlines()[:6]))
    await submit(other, "1 2 3")
    await other.shown("Stan: zatwierdzone")
    advisor = stage.advisor
    for name in ("Starostwo Powiatowe we Włodawie", "Urząd Miasta Terespol"):
        await advisor.shown(f"{name}: kierownik urzędu zatwierdził skład")

    await open_office(advisor, "Włodaw")
    await advisor.tap("Zwróć do poprawy")
    await advisor.say("Proszę dopisać kogoś z informatyki")
    await advisor.until("Zgłoszenie zwrócono")
    await stage.head.shown("Doradca prosi o uzupełnienie zgłoszenia")
    await stage.head.shown("„Proszę dopisać kogoś z informatyki”")
    assert stage.office()["status"] == "zwrócone do poprawy"

    await open_office(advisor, "Terespol")
    await advisor.until_button("Zaakceptuj")
    await advisor.say("akceptuję")
    await advisor.until("Skład zaakceptowano")
    await other.shown("Doradca zaakceptował skład")
    assert stage.office("Urząd Miasta Terespol")["status"] == "zaakceptowane przez Doradcę"


async def test_the_advisor_sees_own_offices_and_writes_nothing(stage: Stage) -> None:
    """R13: neither by a command, nor by words, nor by a button of another role."""
    stage.table()
    await stage.comes_in(stage.advisor, "advisor")
    await stage.comes_in(stage.head, "head")
    advisor = stage.advisor
    await advisor.say("/kontynuuj")
    card = await advisor.until("Przypisane urzędy")
    assert "Terespol" in card.text
    assert "Puław" not in card.text
    await advisor.say("Puławy")
    await advisor.until("Nie znaleziono urzędu")
    other = stage.office(PULAWY)["id"]
    await advisor.forge(f"1.0.of.{other}")
    assert "nie jest dostępna" in await advisor.alert()
    await advisor.say("/pelnomocnik")
    await advisor.until("Nie ma takiego polecenia w tej roli")
    await open_office(advisor, "Włodaw")
    await advisor.say(SEKRETARZ)
    await advisor.until("Nie znaleziono urzędu")
    for action in ("sd", "ap", "lo", "am", "cl", "gr"):
        await advisor.forge(f"1.0.{action}.")
        assert "nie jest dostępna" in await advisor.alert()
    assert stage.office()["status"] == "nierozpoczęte"


async def test_an_amendment_of_one_position_is_shown_and_approved(stage: Stage) -> None:
    """The same people with other details: worth a decision, shown by name."""
    stage.table()
    await submitted_team(stage)
    await stage.head.tap("Zatwierdź")
    person = stage.secretary
    await person.shown("kierownik urzędu zatwierdził skład")
    await person.tap("Zmień skład")
    await person.tap("Grupa sterująca")
    await person.tap("Popraw")
    await person.say("8")
    await person.until("Wpis: Marek Wójcik")
    await person.say("Naczelnik Wydziału Katastru")
    await person.until("Odczytano 8 osób")
    await person.tap("Tak")
    await person.until("Poprawiono dane: Marek Wójcik")
    await person.tap("Wyślij")
    await stage.head.shown("Poprawiono dane: Marek Wójcik")
    assert positions(stage)["Marek Wójcik"] == "Geodeta Powiatowy"
    await stage.head.tap("Zatwierdź")
    await stage.head.until_button("Zmień skład")
    assert positions(stage)["Marek Wójcik"] == "Naczelnik Wydziału Katastru"


def positions(stage: Stage) -> dict[str, str]:
    """Who of Włodawa's steering group holds which position, as it counts."""
    return {each["name"]: each["position"] for each in stage.office()["steering"]}


async def test_an_amendment_may_record_the_order_alone(stage: Stage) -> None:
    """First a proposal, later the order: nobody changes, the basis does."""
    stage.table()
    await approved_team(stage)
    person = stage.head
    await person.tap("Zmień skład")
    await person.tap("Podstawa decyzji")
    await person.say("Zarządzenie nr 12/2026 z 5.01.2026")
    await person.until("Zmiany wobec zatwierdzonego składu")
    await person.tap("Wyślij")
    await person.shown("Stan: zatwierdzone")
    await person.tap("Zmień skład")
    await person.until("zarządzenie nr 12/2026 z dnia 5 stycznia 2026 r.")


async def test_an_amendment_is_dropped_and_one_without_a_change_is_not_sent(stage: Stage) -> None:
    """The approved team stands as it was."""
    stage.table()
    await approved_team(stage)
    person = stage.head
    await person.tap("Zmień skład")
    await person.until("Skład taki sam jak zatwierdzony")
    await person.tap("Wyślij")
    assert "Nic się nie zmieniło" in await person.alert()
    await person.tap("Zespół redakcyjny")
    await person.say("1 2 3 4")
    await person.until("Wybór zapisano")
    await person.say("/anuluj")
    await person.until("Trwa zmiana zatwierdzonego składu")
    await person.tap("Porzuć zmiany")
    await person.shown("Zmiany porzucono")
    office = stage.office()
    assert office["status"] == "zatwierdzone"
    assert "Marek Wójcik" in office["editorial"]
    assert "Piotr Zalewski" not in office["editorial"]


async def test_the_coordinator_closes_a_list_and_opens_it_again(stage: Stage) -> None:
    """Closed, the office can neither write nor send; nothing is lost by it."""
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    await stage.comes_in(stage.head, "head")
    person, coordinator = stage.head, stage.coordinator
    await person.until("Krok 1 z 3")
    await person.say(SEKRETARZ)
    await person.until("bloku I")
    await open_office(coordinator, "Włodaw")
    await coordinator.tap("Więcej…")
    await coordinator.tap("Zamknij listę")
    await coordinator.until("Listę zamknięto")
    await person.shown("koordynator zamknął listę")
    await person.say("Piotr Zalewski – Wicestarosta")
    await person.until("Lista jest zamknięta")
    await person.say("/kontynuuj")
    await person.until("Może ją otworzyć koordynator")
    assert stage.office()["status"] == "zamknięte"
    await coordinator.tap("Otwórz ponownie")
    await person.shown("koordynator otworzył listę ponownie")
    await person.say("/kontynuuj")
    await person.tap("Dopisz do grupy")
    await person.tap("To propozycja")
    await person.until("Krok 2 z 3")
    assert stage.office()["status"] == "w przygotowaniu"


async def test_the_coordinator_invites_heads_and_secretaries(stage: Stage) -> None:
    """From the list of invitations and from an office's card."""
    stage.table()
    await stage.comes_in(stage.coordinator, "coordinator")
    coordinator = stage.coordinator
    await coordinator.tap("Zaproszenia")
    await coordinator.until("Kogo zaprosić?")
    await coordinator.say("Terespol")
    await coordinator.until(lambda s: s.card and "Puław" not in s.card.text)
    await coordinator.tap("1. UM Terespol")
    await coordinator.shown("Rola: kierownik urzędu (Urząd Miasta Terespol)")
    await stage.other_head.open(await link_in_chat(coordinator))
    await stage.other_head.tap("Potwierdzam")
    await stage.other_head.until("Krok 1 z 3")
    await coordinator.tap("Wstecz")
    await coordinator.shown("Stan zgłoszeń")
    await open_office(coordinator, "Włodaw")
    await coordinator.tap("Zaproś Sekretarza")
    await coordinator.shown(f"Rola: osoba przygotowująca zgłoszenie ({WLODAWA})")
    await stage.secretary.open(await link_in_chat(coordinator))
    await stage.secretary.tap("Potwierdzam")
    await stage.secretary.until("Krok 1 z 3")
