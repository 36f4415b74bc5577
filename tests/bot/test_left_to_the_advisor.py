"""Questions that nobody answered are remarks for the Advisor (domain.md §3.6 point 11)."""

from bot.screens.team import remark_lines
from bot.words import Words, unmarked
from conversations.events import Action
from conversations.list_entry import MOST_QUESTIONS
from conversations.places.enrolment import Clarifying
from tests.conversations.chat import Chat

INITIALS = """A. Kowalczyk – Sekretarz Powiatu
B. Zalewski – Wicestarosta
E. Lis-Sadowska – Skarbnik Powiatu
T. Borys – Naczelnik Wydziału Geodezji
Monika Sikora – Radca prawny"""


def remarks(chat: Chat) -> list[str]:
    """What the Advisor's card and the summary remark."""
    lines = remark_lines(chat.submission.team, chat.submission.office, Words("pl"))
    return [unmarked(line) for line in lines if ":" in line]


def pasted() -> Chat:
    chat = Chat()
    chat.say("Grupa sterująca:\n" + INITIALS)
    return chat


def test_what_is_beyond_three_questions_is_left_to_the_advisor() -> None:
    chat = pasted()
    place = chat.place()
    assert isinstance(place, Clarifying)
    assert len(place.questions) == MOST_QUESTIONS
    for given in ("Anna", "Bogdan", "Ewa"):
        chat.say(given)
    assert remarks(chat) == [
        "T. Borys – Naczelnik Wydziału Geodezji: brak pełnego imienia",
        "Monika Sikora – Radca prawny: czy to kadra kierownicza?",
    ], chat


def test_a_question_passed_over_is_left_to_the_advisor() -> None:
    chat = pasted()
    chat.tap(Action.SKIP, "/3")
    assert "A. Kowalczyk – Sekretarz Powiatu: brak pełnego imienia" in remarks(chat), chat


def test_a_remark_lasts_as_long_as_the_entry_stays_as_it_is() -> None:
    chat = pasted()
    for _ in range(3):
        place = chat.place()
        assert isinstance(place, Clarifying)
        chat.tap(Action.SKIP, f"/{len(place.questions)}")
    assert len(remarks(chat)) == 5, chat
    borys = next(m for m in chat.submission.team.members if m.person.surname == "Borys")
    chat.tap(Action.FIX, str(borys.id))
    chat.say("Tomasz Borys – Naczelnik Wydziału Geodezji")
    assert len(remarks(chat)) == 4, chat
