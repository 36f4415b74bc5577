"""The walk goes on: practice, requests, reminders, the coordinator's work, what anybody may ask."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot import clock
from conversations.settings import Programme
from tests.browser.album import Album, links, tap
from tests.stories.acts import EIGHT


async def walk_on(album: Album) -> None:
    """Everything after the first accepted team."""
    await _practice(album)
    await _limit(album)
    await _settings(album)
    await _office(album)
    await _programme(album)
    await _access(album)
    await _digest(album)
    await _everybody(album)


async def _practice(album: Album) -> None:
    album.chapter("Practice: nothing counts")
    who = album.secretary
    begun = ("practice-begun", "An office of one's own", "Urząd ćwiczebny jest gotowy")
    await album.say(who, "/cwiczenie", *begun)
    await who.say("Anna Kowalczyk – Sekretarz Gminy")
    await tap(who, "Dopisz do grupy")
    await tap(who, "To propozycja")
    await who.shown("Blok I. Limit: do 8 osób")
    await who.say(EIGHT)
    await who.shown("Odczytano 8")
    await tap(who, "Tak")
    await who.say("1 3 5 8")
    await tap(who, "Gotowe")
    waits = ("practice-waits", "The same person plays the head", "ta sama osoba")
    await album.tap(who, "Wyślij", *waits)
    decides = ("practice-decides", "The head's decision", "Zatwierdzić ten skład?")
    await album.tap(who, "Wejdź w rolę kierownika", *decides)
    done = ("practice-done", "Again, or enough", "Stan: zatwierdzone")
    await album.tap(who, "Zatwierdź", *done)
    ended = ("practice-ended", "From here on everything counts", "Ćwiczenie zakończono")
    await album.tap(who, "Zakończ ćwiczenie", *ended)


async def _limit(album: Album) -> None:
    album.chapter("A larger limit")
    coordinator, head = album.coordinator, album.other_head
    await coordinator.say("/zaproszenia")
    await tap(coordinator, "Terespol")
    await coordinator.shown("(Urząd Miasta Terespol)")
    await album.come_in(head, (await links(coordinator, 3))[2])
    await head.shown("Krok 1 z 3")
    await head.say(EIGHT)
    await head.shown("Odczytano 8")
    await tap(head, "Tak")
    await head.shown("Krok 1 z 3")
    await head.say("Anna Kowalczyk – Sekretarz Miasta")
    await tap(head, "To propozycja")
    await head.shown("kol. 5")
    asking = ("limit-asking", "Why more people are needed", "krótkie uzasadnienie")
    await album.tap(head, "Poproś o zmianę limitu", *asking)
    asked = ("limit-asked", "The request is on its way", "Prośbę przekazano")
    await album.say(head, "W urzędzie powstały dwa nowe wydziały.", *asked)
    letter = ("limit-letter", "The coordinator hears of it", "Urząd Miasta Terespol")
    await album.keep(coordinator, *letter)
    decides = ("limit-decides", "Agree or refuse", "Prośba urzędu")
    await album.tap(coordinator, "Pokaż", *decides)
    await tap(coordinator, "Zgódź się")
    await album.keep(head, "limit-granted", "The office hears the answer", "koordynator zwi")


async def _settings(album: Album) -> None:
    album.chapter("The coordinator: settings")
    who = album.coordinator
    settings = ("settings", "What may be set", "Ustawienia")
    await album.say(who, "/ustawienia", *settings)
    for group, line, label, part in (
        ("dates", "Deadline, training, days off", "Terminy", "Terminy i dni wolne"),
        ("rhythm", "When reminders go out", "Przypomnienia", "Cisza po pracy"),
        ("limits", "How limits are read", "Limity", "Limity"),
        ("data", "What documents and notices say", "Projekt i dane", "Projekt i dane osobowe"),
        ("keeping", "How long data are kept", "Przechowywanie danych", "Przechowywanie"),
    ):
        await album.tap(who, label, f"settings-{group}", line, part)
        await tap(who, "Wstecz")
        await who.shown("Ustawienia")
    await tap(who, "Terminy")
    ask = ("settings-deadline", "A date as people write it", "Proszę wpisać termin")
    await album.tap(who, "Zmień termin", *ask)
    day = _next_digest()[0] + timedelta(days=7)
    after = ("settings-preview", "What would follow, before it is kept", "Po zmianie")
    await album.say(who, f"{day.day}.{day.month}.{day.year}", *after)
    await tap(who, "Zapisz")
    await who.shown("Ustawienie zapisano")


async def _office(album: Album) -> None:
    album.chapter("The coordinator: one office")
    who = album.coordinator
    await who.say("/anuluj")
    await who.say("Włodawa")
    office = ("coordinator-office", "An office, and what moves it on", "Stan: zaakc")
    await album.tap(who, "Włodaw", *office)
    await who.until_button("Więcej…")
    await tap(who, "Więcej…")
    await who.until_button("Obecność w bloku I")
    await album.keep(who, "coordinator-office-more", "What is seldom wanted", "Stan: zaakc")
    held = ("attendance", "Who took block I", "Kto uczestniczył")
    await album.tap(who, "Obecność w bloku I", *held)
    came = ("attendance-marked", "After the list", "Obecność w bloku I zapisano")
    await album.say(who, "1 2 3 5 6 7 8", *came)
    await tap(who, "Więcej…")
    stand_in = ("stand-in", "Who looks after the Advisor's offices", "Kto przejmie")
    await album.tap(who, "Zastępstwo Doradcy", *stand_in)
    days = ("stand-in-days", "From when to when", "pierwszy i ostatni dzień")
    await album.tap(who, "Kmieć", *days)
    first = clock.now().astimezone(ZoneInfo("Europe/Warsaw")).date()
    last = first + timedelta(days=5)
    named = ("stand-in-named", "Both are told", "Zastępstwo zapisano")
    await album.say(who, f"{first:%d.%m.%Y} – {last:%d.%m.%Y}", *named)
    past = ("office-history", "What was done about an office", "Historia")
    await tap(who, "Więcej…")
    await album.tap(who, "Historia", *past)
    await who.say("/anuluj")
    await who.say("Rejowiec")
    await tap(who, "Rejowiec")
    entering = ("entering", "A list is entered for an office", "Wprowadzanie za urząd")
    await album.tap(who, "Wprowadź listę", *entering)
    await who.say("/anuluj")
    await who.say("Włodawa")
    await tap(who, "Włodaw")
    commenting = ("commenting", "A word to an office", "krótką uwagę")
    await album.tap(who, "Napisz do urzędu", *commenting)
    await who.say("/anuluj")


async def _programme(album: Album) -> None:
    album.chapter("The coordinator: all offices")
    who = album.coordinator
    await album.say(who, "/stan", "coordinator-status", "How it stands", "Następne przypomnienie")
    await album.tap(who, "Wykres", "chart", "The same as a picture", "komplet 1 z 6")
    await album.say(
        who, "/eksport", "coordinator-export", "Files to take away", "Pliki i zestawienia"
    )
    await album.say(
        who, "/historia", "coordinator-history", "Of which office", "Historia jest na karcie"
    )
    await who.say("/zaproszenia")
    by_file = ("inviting-by-file", "Everybody who is not in yet", "Zaproszenia w pliku")
    await album.tap(who, "Zaproszenia w pliku", *by_file)
    await who.say("/anuluj")
    closing = ("closing", "Which lists to close", "Zamknięcie list")
    await album.tap(who, "Zamykanie list", *closing)
    surely = ("closing-surely", "What follows from it", "Zmiana obejmie")
    await album.tap(who, "Wszystkie urzędy", *surely)
    asks = ("announcing", "An announcement is written", "Proszę wpisać treść")
    await album.say(who, "/ogloszenie", *asks)
    text = "Szkolenie w bloku I odbędzie się w Lublinie. Program prześlemy w przyszłym tygodniu."
    whom = ("announcing-whom", "How it will look; to whom it goes", "Do kogo wysłać")
    await album.say(who, text, *whom)
    counted = ("announcing-count", "How many will read it", "Odbiorcy:")
    await album.tap(who, "Wszyscy", *counted)
    sent = ("announcing-result", "How it went", "Wysyłanie ogłoszenia")
    await album.tap(who, "Wyślij ogłoszenie", *sent)
    await album.keep(album.head, "announcement", "The announcement itself", "w Lublinie")


async def _access(album: Album) -> None:
    album.chapter("The coordinator: access and erasure")
    who = album.coordinator
    await album.say(
        who, "/dostep", "coordinator-access", "Who has access", "Odwołanie i przekazanie"
    )
    await who.say("Bartoszuk")
    await who.shown("Wyszukano: „Bartoszuk”")
    await album.tap(who, "Tomasz", "access-entry", "One role of one person", "od razu tworzy")
    await album.tap(
        who, "Odwołaj", "access-revoke", "Asked before it is done", "Odwołać ten dostęp"
    )
    await who.say("/anuluj")
    await who.say("Włodawa")
    await tap(who, "Włodaw")
    await tap(who, "Więcej…")
    whom = ("erasing-person", "Whose data are to go", "usun")
    await album.tap(who, "Usuwanie danych", *whom)
    await who.say("/anuluj")
    secretary = album.secretary
    await album.say(secretary, "/usun", "erasing", "What would be erased", "Usun")
    await album.tap(secretary, "Dalej", "erasing-surely", "And surely", "Na pewno?")


def _next_digest() -> tuple[date, float]:
    """The next day on which digests go out after today, and the hours until its office hours."""
    hours = Programme().working_time(ZoneInfo("Europe/Warsaw"))
    now = clock.now()
    today = hours.local(now).date()
    opens = hours.opening(hours.day_from(today + timedelta(days=1)))
    return hours.local(opens).date(), (opens - now) / timedelta(hours=1)


async def _digest(album: Album) -> None:
    album.chapter("Reminders")
    who = album.advisor
    await album.move_clock(_next_digest()[1] + 0.5)
    await album.keep(who, "digest", "One letter for all offices", "stan na")
    details = ("digest-details", "Which office lacks what", "brakuje")
    await album.tap(who, "Pokaż szczegóły", *details)
    put_off = ("digest-put-off", "Until when to put it off", "Na kiedy odłożyć")
    await album.tap(who, "Odłóż", *put_off)
    await album.tap(who, "Z podaniem powodu", "digest-why", "With a reason", "krótki powód")
    await who.say("Wójt podpisuje zarządzenie jutro")
    await who.shown("Wójt podpisuje zarządzenie jutro")
    done = ("digest-postponed", "When the next one comes", "Odłożono")
    await album.tap(who, "Odłóż na jutro", *done)
    await tap(who, "Przypomnij urzędom")
    nudge = ("nudge", "What an office is reminded of", "Szanowni Państwo")
    await album.keep(album.other_head, *nudge)


async def _everybody(album: Album) -> None:
    album.chapter("At any moment")
    who = album.secretary
    for name, line, said, part in (
        ("help", "Help", "/pomoc", "Pomoc"),
        ("information", "The programme's eight points", "/informacja", "Informacja dla Urzędów"),
        ("deadline", "The deadline", "/termin", "Termin zgłoszenia składu:"),
        ("advisor-contact", "Who the Advisor is", "/doradca", "Doradca Państwa urzędu"),
        ("privacy", "What happens with data", "/rodo", "art. 13 RODO"),
        ("my-data", "One's own data", "/moje_dane", "Dane przechowywane"),
        ("question", "A question in words", "czy wójt może być pełnomocnikiem?", "pkt 6"),
        ("language", "Polish or English", "/jezyk", "W jakim języku"),
    ):
        await album.say(who, said, name, line, part)
    await who.say("/anuluj")
    await tap(who, "Zapytaj Doradcę")
    await album.keep(who, "asking-advisor", "A word to the Advisor", "pytanie lub odpowiedź")
    await who.say("/anuluj")
    advisor = album.advisor
    await advisor.say("/zaproszenia")
    await album.say(
        advisor, "czego brakuje w Rejowcu?", "question-office", "About one office", "Brakuje:"
    )
    coordinator = album.coordinator
    await coordinator.say("/ustawienia")
    near = ("question-nearest", "Not understood: the nearest three", "Nie udało się zrozumieć")
    await album.say(coordinator, "ile mamy wolnych pieniędzy", *near)
    await album.keep_inline(coordinator, "Włodawa", "inline", "`@bot …` in any chat, without names")
