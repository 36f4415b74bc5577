"""One person's chat on the playground's page, and the ways in which an office enrols there."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from playwright.sync_api import Locator, Page, expect

from bot.playground.cast import COORDINATOR, SECRETARY, Member
from tests.browser.offices import Place

PATIENCE = 20_000


@dataclass
class Phone:
    """The page, with one person's chat in front."""

    page: Page
    folder: Path
    member: Member = COORDINATOR

    @property
    def last(self) -> Locator:
        """The bot's newest message."""
        return self.page.locator(".message.theirs").last

    def of(self, member: Member) -> None:
        """Look at somebody's chat; press Start in one that has not begun."""
        self.member = member
        self.page.locator(f"[data-person='{member.id}']").click()
        expect(self.page.get_by_role("region", name=f"Rozmowa: {member.name}")).to_be_visible()
        begin = self.page.get_by_role("button", name=re.compile("Rozpocznij|Otwórz zaproszenie"))
        expect(begin.or_(self.page.locator(".composer")).first).to_be_visible()
        if begin.is_visible():
            begin.click()
            self.until(".")

    def say(self, text: str, then: str) -> None:
        """Write, and wait for what the newest message has to say."""
        mine = self.page.locator(".message.mine")
        before = mine.count()
        field = self.page.get_by_role("textbox", name="Wiadomość")
        field.fill(text)
        field.press("Enter")
        expect(mine).to_have_count(before + 1)
        self.until(then)

    def tap(self, label: str, then: str) -> None:
        """Tap the newest button with such a label, and wait for what the newest message says."""
        self.page.locator(".key", has_text=label).last.click(timeout=PATIENCE)
        self.until(then)

    def until(self, part: str) -> None:
        expect(self.page.locator(".message").last).to_have_class(
            re.compile("theirs"), timeout=PATIENCE
        )
        expect(self.last).to_contain_text(re.compile(part), timeout=PATIENCE)

    def send(self, name: str, content: bytes, then: str) -> None:
        """Attach a file."""
        self.page.get_by_role("button", name="Załącz").click()
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("menuitem", name=re.compile("^Plik")).click()
        chooser.value.set_files({"name": name, "mimeType": "", "buffer": content})
        self.page.get_by_role("dialog").get_by_role("button", name="Wyślij").click()
        self.until(then)

    def fetched(self, name: str) -> bytes:
        """The newest file of such a name, downloaded."""
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=name).last.click(timeout=PATIENCE)
        return download.value.path().read_bytes()

    def keep(self, name: str) -> None:
        self.page.screenshot(path=self.folder / f"{name}.png")


# --- Ways to enrol ------------------------------------------------------------------------------


def pasted_with_roles(phone: Phone, place: Place) -> None:
    """Everything in one message: who is Pełnomocnik and who edits stands beside the names."""
    marks = ["Pełnomocnik, zespół redakcyjny", *["zespół redakcyjny"] * (len(place.editors) - 1)]
    lines = [
        f"{line} ({marks[n]})" if n < len(marks) else line for n, line in enumerate(place.lines)
    ]
    phone.say("\n".join(lines), "Czy lista jest poprawna")
    phone.tap("Tak", "Na jakiej podstawie")
    phone.tap("Decyzja ustna", "Podsumowanie")
    phone.tap("Wyślij", "Stan:")


def _plenipotentiary(phone: Phone, place: Place) -> None:
    phone.say(place.lines[0], "Zapisano Pełnomocnika")
    phone.tap("Dopisz do grupy", "Na jakiej podstawie")


def _by_numbers(phone: Phone, place: Place) -> None:
    phone.say(" ".join(map(str, place.editors)), "Wybór zapisano")
    phone.tap("Gotowe", "Podsumowanie")
    phone.tap("Wyślij", "Stan:")


def step_by_step(phone: Phone, place: Place) -> None:
    """An order's number, a numbered list, editors by number."""
    _plenipotentiary(phone, place)
    phone.tap("podam numer", "numer")
    phone.say(f"120.{place.number + 1}.2026 z dnia 20 listopada 2026 r.", "Krok 2 z 3")
    numbered = "\n".join(f"{n}. {line}" for n, line in enumerate(place.lines, 1))
    phone.say(numbered, "Czy lista jest poprawna")
    phone.tap("Tak", "Krok 3 z 3")
    _by_numbers(phone, place)


def one_by_one(phone: Phone, place: Place) -> None:
    """A message per person, editors tapped."""
    _plenipotentiary(phone, place)
    phone.tap("Decyzja ustna", "Krok 2 z 3")
    for count, line in enumerate(place.lines[1:], 2):
        phone.say(line, f"Na liście: {count} ")
    phone.tap("Tak", "Krok 3 z 3")
    for count, at in enumerate(place.editors, 1):
        phone.tap(f"☐ {at}. ", f"Wybrano: {count} ")
    phone.tap("Gotowe", "Podsumowanie")
    phone.tap("Wyślij", "Stan:")


def as_a_file(phone: Phone, place: Place) -> None:
    """The list in a document of its own."""
    _plenipotentiary(phone, place)
    phone.tap("To propozycja", "Krok 2 z 3")
    document = Document()
    drawn = document.add_table(rows=1, cols=3)
    for cell, title in zip(
        drawn.rows[0].cells, ("Lp.", "Imię i nazwisko", "Stanowisko"), strict=True
    ):
        cell.text = title
    for number, (name, post) in enumerate(place.people, 1):
        for cell, text in zip(drawn.add_row().cells, (str(number), name, post), strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    phone.send(f"lista {place.number}.docx", out.getvalue(), "Czy lista jest poprawna")
    phone.tap("Tak", "Krok 3 z 3")
    _by_numbers(phone, place)


def told(phone: Phone, place: Place) -> None:
    """In a sentence, as one would say it on the telephone."""
    (name, post), *others = place.people
    phone.say(f"Pełnomocnikiem będzie {name}, {post.lower()}.", "Zapisano Pełnomocnika")
    phone.tap("Dopisz do grupy", "Na jakiej podstawie")
    phone.tap("Decyzja ustna", "Krok 2 z 3")
    group = ", ".join(f"{name} ({post.lower()})" for name, post in others)
    phone.say(f"W skład grupy wejdą: {group}.", "Czy lista jest poprawna")
    phone.tap("Tak", "Krok 3 z 3")
    _by_numbers(phone, place)


def untidy(phone: Phone, place: Place) -> None:
    """Copied from an old order: titles, surname first, capitals, telephones, a private number."""
    rows = []
    for n, (name, post) in enumerate(place.people, 1):
        given, surname = name.split(" ", 1)
        rows.append(f"{n})  Pan(i) mgr {surname.upper()} {given};{post};tel. 83 571 00 {n:02}")
    phone.say(f"Pełnomocnik: {place.lines[0]}", "Zapisano Pełnomocnika")
    phone.tap("Dopisz do grupy", "Na jakiej podstawie")
    phone.tap("Decyzja ustna", "Krok 2 z 3")
    phone.say("\n".join(rows), "Czy lista jest poprawna")
    phone.tap("Tak", "Krok 3 z 3")
    _by_numbers(phone, place)


def by_the_secretary(phone: Phone, place: Place) -> None:
    """The head invites; the Sekretarz writes and sends; the head returns it once, then approves."""
    phone.tap("Zaproś Sekretarza", "start=")
    link = re.findall(r"https://\S+start=[\w-]+", phone.last.inner_text())[-1]
    head = phone.member
    phone.of(SECRETARY)
    phone.say(link, f"Zaproszenie: {place.name}")
    phone.tap("Potwierdzam", "Krok 1 z 3")
    spoken = [line.replace(" – ", ", ") for line in place.lines[:-1]]
    phone.say(place.lines[0], "Zapisano Pełnomocnika")
    phone.tap("Dopisz do grupy", "Na jakiej podstawie")
    phone.tap("To propozycja", "Krok 2 z 3")
    phone.say("\n".join(spoken), "Czy lista jest poprawna")
    phone.tap("Tak", "Krok 3 z 3|Zgłosić taki skład|powód")
    if "Krok 3" not in phone.last.inner_text():
        if "powód" in phone.last.inner_text():
            phone.say("Jeden z referatów nie ma teraz kierownika.", "Krok 3 z 3")
        else:
            phone.tap("Tak", "Krok 3 z 3")
    phone.say(" ".join(map(str, place.editors)), "Wybór zapisano")
    phone.tap("Gotowe", "Podsumowanie")
    phone.tap("Wyślij", "Stan: zgłoszone")
    phone.of(head)
    phone.until("czeka na decyzję")
    phone.tap("Pokaż", "Zatwierdzić ten skład")
    phone.keep(f"secretary-{place.number + 1:02}-head-asked")
    phone.tap("Zwróć do poprawy", "Co należy poprawić")
    phone.say("Proszę dopisać jeszcze jedną osobę.", "zwrócono|Stan: zwrócone")
    phone.of(SECRETARY)
    phone.keep(f"secretary-{place.number + 1:02}-returned")
    phone.tap("Popraw", "Podsumowanie")
    phone.tap("Grupa sterująca", "Krok 2 z 3")
    phone.say(place.lines[-1], "Czy lista jest poprawna")
    phone.tap("Tak", "Krok 3 z 3|Podsumowanie")
    phone.keep(f"secretary-{place.number + 1:02}-corrected")
    if "Krok 3" in phone.last.inner_text():
        phone.tap("Gotowe", "Podsumowanie")
    phone.tap("Wyślij", "Stan: zgłoszone")
    phone.of(head)
    phone.tap("Pokaż", "Zatwierdzić ten skład")
    phone.tap("Zatwierdź", "Stan: zatwierdzone")


Way = Callable[[Phone, Place], None]
WAYS: tuple[Way, ...] = (
    pasted_with_roles,
    step_by_step,
    one_by_one,
    as_a_file,
    told,
    untidy,
    by_the_secretary,
)
