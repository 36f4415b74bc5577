"""Documents as their readers open them: Word's text, Excel's cells, a calendar, a picture.

No document may be broken by a name, whatever stands in it, and none may make anything up.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from PIL import Image

from bot.documents import calendar, chart, export, forms, notice, order, participants, record, text
from bot.words import Words
from conversations.papers import Version
from conversations.people import Person
from conversations.progress import Stand, stands
from conversations.settings import Programme
from conversations.submission import Approval, Decider, Office, Stage, Submission
from conversations.team import Basis, BasisKind, Seat, Team
from storage.approvals import Origin

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
ORDER_12 = Basis(BasisKind.ORDER, "12/2026", date(2026, 11, 20))
WLODAWA = Office(
    7, "Starostwo Powiatowe we Włodawie", "Starosta", "Halina Wrońska", 8, 4, "lubelskie"
)
EIGHT = (
    ("Anna Kowalczyk", "Sekretarz Powiatu"),
    ("Piotr Zalewski", "Wicestarosta"),
    ("Ewa Lis-Sadowska", "Skarbnik Powiatu"),
    ("Tomasz Borys", "Naczelnik Wydziału Geodezji"),
    ("Jan Żuk", None),
)
HOSTILE = {
    "formula": "=cmd|'/c calc'!A1",
    "plus": "+1+1",
    "minus": "-2-2",
    "at": "@SUM(A1)",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "markup": "<b>Anna</b> & <w:t>",
    "right to left": "\u202eannA\u202c",
    "nul": "An\x00na",
    "no character": "An\ufffe\uffffna",
    "surrogate": "An\ud83dna",
    "template": "{office} {0} %s {{ x }}",
    "calendar": "Anna;\\,\r\nBEGIN:VEVENT",
    "long": "Ą" * 10_000,
}


def team(people: Sequence[tuple[str, str | None]] = EIGHT, editors: int = 2) -> Team:
    made = Team()
    for at, (name, position) in enumerate(people):
        given, _, surname = name.rpartition(" ")
        person = Person(given, surname, position=position, phone="+48830000015", email="a@x.pl")
        made = made.appoint(person) if at == 0 else made
        made = made.add(person, Seat.EDITORIAL if at < editors else Seat.STEERING)
    return replace(made, basis=ORDER_12)


def version(number: int, of: Team, by: Decider = Decider.HEAD) -> Version:
    return Version(number, Approval(of, NOW, by, of.basis))


def approved(office: Office = WLODAWA, of: Team | None = None) -> Submission:
    of = team() if of is None else of
    return Submission(office, 9, Stage.SETTLED, of, Approval(of, NOW, Decider.HEAD, of.basis))


def lines(content: bytes) -> list[str]:
    """The paragraphs of a Word document."""
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def tables(content: bytes) -> list[list[list[str]]]:
    read = Document(io.BytesIO(content)).tables
    return [[[cell.text for cell in row.cells] for row in each.rows] for each in read]


def footer(content: bytes) -> str:
    return str(Document(io.BytesIO(content)).sections[0].footer.paragraphs[0].text)


# --- The order ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "head", "organ", "within", "act"),
    [
        (
            "Urząd Gminy Sosnowica", "Wójt",
            "WÓJTA GMINY SOSNOWICA", "w Urzędzie Gminy Sosnowica", "gminnym",
        ),
        (
            "Urząd Gminy w Jeżowem", "Wójt Gminy",
            "WÓJTA GMINY JEŻOWE", "w Urzędzie Gminy w Jeżowem", "gminnym",
        ),
        (
            "Urząd Miasta Terespol", "Burmistrz",
            "BURMISTRZA MIASTA TERESPOL", "w Urzędzie Miasta Terespol", "gminnym",
        ),
        (
            "Urząd Miejski w Tarnogrodzie", "Burmistrz",
            "BURMISTRZA TARNOGRODU", "w Urzędzie Miejskim w Tarnogrodzie", "gminnym",
        ),
        (
            "UMiG w Boguchwale", "Burmistrz",
            "BURMISTRZA BOGUCHWAŁY", "w Urzędzie Miasta i Gminy w Boguchwale", "gminnym",
        ),
        (
            "Urząd Miejski w Suwałkach", "Prezydent Miasta",
            "PREZYDENTA MIASTA SUWAŁK", "w Urzędzie Miejskim w Suwałkach", "gminnym",
        ),
        (
            "Starostwo Powiatowe we Włodawie", "Starosta",
            "STAROSTY WŁODAWSKIEGO", "w Starostwie Powiatowym we Włodawie", "powiatowym",
        ),
        (
            "Urząd Marszałkowski Województwa Podlaskiego", "Marszałek Województwa",
            "MARSZAŁKA WOJEWÓDZTWA PODLASKIEGO",
            "w Urzędzie Marszałkowskim Województwa Podlaskiego", "województwa",
        ),
    ],
)  # fmt: skip
def test_each_kind_of_office_has_its_organ_its_basis_and_its_name(
    name: str, head: str, organ: str, within: str, act: str
) -> None:
    """domain.md A7, §2.3 and §3.10."""
    written = lines(order.order(Office(1, name, head), team(), Programme()))
    assert written[0] == "ZARZĄDZENIE NR ……/……"
    assert written[1] == organ
    assert written[3].endswith(f"zespołu redakcyjnego {within}")
    assert f"o samorządzie {act} (Dz. U. z …… r. poz. …… z późn. zm.) zarządzam" in written[4]


@pytest.mark.parametrize(
    ("office", "organ"),
    [
        (Office(1, "Urząd Miejski w Nieznanowie", "Burmistrz"), None),
        (Office(1, "Urząd Gminy w Nieznanowie", "Wójt"), None),
        (Office(1, "Starostwo Powiatowe w Nieznanowie", "Starosta"), None),
        (Office(1, "Urząd Marszałkowski w Lublinie", "Marszałek"), None),
        (Office(1, "Urząd Gminy Rejowiec"), None),
        (Office(1, "Ośrodek Pomocy", "Dyrektor"), None),
        (Office(1, "Urząd Gminy Rejowiec", "Burmistrz"), "Burmistrza Rejowca"),
        (Office(1, "Urząd Miejski w Nieznanowie", "Burmistrz Nieznanowa"), "Burmistrza Nieznanowa"),
        (Office(1, "Urząd Miasta Chełm", "Prezydent Miasta"), "Prezydenta Miasta Chełm"),
        (Office(1, "Starostwo Powiatowe w X", "Starosta Bialski"), "Starosty Bialskiego"),
        (
            Office(1, "Starostwo Powiatowe w X", "Starosta", county="ropczycko-sędziszowski"),
            "Starosty Ropczycko-Sędziszowskiego",
        ),
        (
            Office(1, "Urząd Marszałkowski w Lublinie", "Marszałek", voivodeship="lubelskie"),
            "Marszałka Województwa Lubelskiego",
        ),
        (
            Office(1, "Starostwo Powiatowe w Ustrzykach Dolnych", "Starosta"),
            "Starosty Bieszczadzkiego",
        ),
    ],
)
def test_an_organ_is_inflected_only_where_the_data_hold_it(
    office: Office, organ: str | None
) -> None:
    assert forms.organ(office) == organ


def test_what_the_data_do_not_hold_stays_blank_and_is_said_as_it_is() -> None:
    unknown = Office(1, "Urząd Miejski w Nieznanowie", "Burmistrz")
    written = lines(order.order(unknown, team(), Programme()))
    assert written[1:3] == [f"BURMISTRZA {text.BLANK}", "(Urząd Miejski w Nieznanowie)"]
    nobody_knows = lines(order.order(Office(1, "Ośrodek Pomocy"), Team(), Programme()))
    assert nobody_knows[1] == f"KIEROWNIKA URZĘDU {text.BLANK}"
    assert "w urzędzie – Ośrodek Pomocy" in nobody_knows[4]
    assert f"{text.BLANK}." in nobody_knows
    level_only = lines(order.order(Office(1, "Starostwo Powiatowe w X"), team(), Programme()))
    assert "powiatowym" in "".join(level_only)
    assert "w imieniu kierownika urzędu" in "".join(level_only)
    assert not any("None" in line or "{" in line for line in (*written, *nobody_knows))


def test_the_order_names_everybody_where_they_belong() -> None:
    content = order.order(WLODAWA, team(), Programme())
    written = lines(content)
    at = written.index("§ 3. Powołuję grupę sterującą w składzie:")
    assert written[at + 1 : at + 6] == [
        "1) Anna Kowalczyk – Sekretarz Powiatu;",
        "2) Piotr Zalewski – Wicestarosta;",
        "3) Ewa Lis-Sadowska – Skarbnik Powiatu;",
        "4) Tomasz Borys – Naczelnik Wydziału Geodezji;",
        "5) Jan Żuk.",
    ]
    assert written[at + 6].startswith("§ 4. Spośród członków grupy sterującej")
    assert written[at + 7 : at + 9] == ["1) Anna Kowalczyk;", "2) Piotr Zalewski."]
    assert "Anna Kowalczyk – Sekretarz Powiatu." in written
    assert "§ 8. Zarządzenie wchodzi w życie z dniem podpisania." in written
    assert written[-2:] == ["Starosta", "……………………………………"]
    assert "w imieniu Starosty" in "".join(written)
    assert "przedstawianie Staroście" in "".join(written)
    assert footer(content).startswith("Projekt – do weryfikacji przez obsługę prawną urzędu")


def test_an_office_that_is_not_in_block_ii_orders_no_editorial_team() -> None:
    written = lines(order.order(replace(WLODAWA, limit_editorial=0), team(editors=0), Programme()))
    assert "redakcyjn" not in "".join(written)
    assert [line[:4] for line in written if line.startswith("§")] == [
        f"§ {number}." for number in range(1, 8)
    ]


def test_the_standard_is_that_of_the_edition() -> None:
    programme = Programme.of({"standard": "ISO 9001:2015"})
    assert "zgodnego z ISO 9001:2015;" in "".join(lines(order.order(WLODAWA, team(), programme)))


def test_an_amending_order_says_who_is_struck_out_and_who_is_entered() -> None:
    before = team()
    after = team((*EIGHT[1:4], ("Monika Sikora", "Kierownik Referatu")), editors=2)
    content = order.amending_order(WLODAWA, version(3, before), version(9, after), Programme())
    written = lines(content)
    assert written[3].startswith("zmieniające zarządzenie w sprawie")
    assert written[5].startswith("§ 1. W zarządzeniu nr 12/2026 z dnia 20 listopada 2026 r.")
    assert written[6:23] == [
        "1) w przepisie o wyznaczeniu Pełnomocnika:",
        "a) skreśla się:",
        "– Anna Kowalczyk – Sekretarz Powiatu.",
        "b) na Pełnomocnika wyznacza się:",
        "– Piotr Zalewski – Wicestarosta.",
        "2) w składzie grupy sterującej:",
        "a) skreśla się:",
        "– Anna Kowalczyk – Sekretarz Powiatu;",
        "– Jan Żuk.",
        "b) dopisuje się:",
        "– Monika Sikora – Kierownik Referatu.",
        "3) w składzie zespołu redakcyjnego:",
        "a) skreśla się:",
        "– Anna Kowalczyk – Sekretarz Powiatu.",
        "b) dopisuje się:",
        "– Ewa Lis-Sadowska – Skarbnik Powiatu.",
        "§ 2. Pozostałe postanowienia zarządzenia nie ulegają zmianie.",
    ]
    assert footer(content).startswith("Projekt – do weryfikacji")


def test_an_amending_order_leaves_out_what_did_not_change() -> None:
    before = replace(team(), basis=Basis(BasisKind.ORAL))
    renamed = before.correct(2, Person("Piotr", "Zalewski", position="Zastępca Starosty"))
    written = lines(
        order.amending_order(WLODAWA, version(3, before), version(9, renamed), Programme())
    )
    assert written[5].startswith(f"§ 1. W zarządzeniu nr …… z dnia {text.BLANK} r.")
    assert written[6:9] == [
        "1) dane osób otrzymują brzmienie:",
        "– Piotr Zalewski – Zastępca Starosty.",
        "§ 2. Pozostałe postanowienia zarządzenia nie ulegają zmianie.",
    ]


# --- The notice ---------------------------------------------------------------------------------


def test_the_notice_says_what_is_set_and_leaves_the_rest_to_be_filled_in() -> None:
    blank = "\n".join(lines(notice.notice(WLODAWA, Programme())))
    for needed in ("art. 14 RODO", "Prezesa Urzędu Ochrony Danych Osobowych", "sprzeciwu"):
        assert needed in blank
    assert f"Administratorem Państwa danych osobowych jest: {text.BLANK}." in blank
    assert f"Inspektor ochrony danych: {text.BLANK}." in blank
    kept = {
        "administrator": "Stowarzyszenie „Euroregion”, ul. Długa 1",
        "contact": "biuro@euroregion.example",
        "inspector": "iod@euroregion.example",
        "legal_basis": "umową o dofinansowanie nr 7",
        "recipients": "partnerzy",
        "retention": "do 31 grudnia 2030 r.",
        "project": "Projekt następny",
    }
    filled = "\n".join(lines(notice.notice(WLODAWA, Programme.of(kept))))
    assert all(value in filled for value in kept.values())
    assert "Kowalczyk" not in filled
    assert "…" not in filled


# --- The record ---------------------------------------------------------------------------------


def test_the_record_says_who_approved_what_when_and_on_what_basis() -> None:
    known = record.Circumstances(
        "Zofia Kania", Origin(3, "tabela.xlsx", NOW - timedelta(days=2)), accepted=True
    )
    facts, steering, editorial = tables(record.record(WLODAWA, version(9, team()), known))
    told = dict(facts)
    assert told["Numer wersji"] == "7/9"
    assert told["Decyzja"] == "Kierownik urzędu (Starosta) – w asystencie"
    assert told["Konto, z którego ją zapisano"] == "Zofia Kania"
    assert told["Data i godzina"] == "26 listopada 2026 r., godz. 10:00"
    assert "nr 12/2026 z dnia 20 listopada 2026 r." in told["Podstawa decyzji"]
    assert told["Tabela koordynacyjna"].startswith("nr 3, plik tabela.xlsx, wczytana: 24 listopada")
    assert told["Zaakceptował Doradca"] == "tak"
    assert told["Osoby z listy poinformowano"] == "jeszcze nie"
    assert [row[1] for row in steering] == ["Imię i nazwisko", *(name for name, _ in EIGHT)]
    assert [row[1] for row in editorial[1:]] == ["Anna Kowalczyk", "Piotr Zalewski"]
    on_basis = record.record(
        replace(WLODAWA, head_title=None, advisor=None, limit_editorial=None),
        version(9, replace(team(), basis=None), Decider.BASIS),
        record.Circumstances(table=Origin(4, "nowa.xlsx", NOW + timedelta(days=1)), informed=NOW),
    )
    told = dict(tables(on_basis)[0])
    assert (
        told["Decyzja"]
        == "Kierownik urzędu (Kierownik urzędu) – poza asystentem, na podanej podstawie"
    )
    assert told["Tabela koordynacyjna"].endswith("(po zatwierdzeniu)")
    assert told["Limity miejsc"] == "blok I: 8, blok II: –"


@pytest.mark.parametrize("name", ["Anna Kowalczyk", *HOSTILE.values()], ids=["plain", *HOSTILE])
def test_the_checksum_can_be_taken_again_from_the_record_itself(name: str) -> None:
    """docs/documents.md: SHA-256 of the last paragraph."""
    of = Team().appoint(Person(name, name, position=name))
    content = record.record(replace(WLODAWA, name=name), version(9, of), record.Circumstances())
    written = lines(content)
    stated = next(line for line in written if re.fullmatch(r"[0-9a-f]{64}", line))
    assert hashlib.sha256(written[-1].encode()).hexdigest() == stated


# --- The participants ---------------------------------------------------------------------------


def sheets(content: bytes) -> Mapping[str, list[tuple[Any, ...]]]:
    book = load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_the_list_has_both_blocks_everybody_once_and_the_counts() -> None:
    other = approved(Office(8, "Łaziska", "Wójt", "Ewa Lis", 5, None), team(EIGHT[:3], editors=1))
    practice = approved(Office(9, "Ćwiczenia", practice=True))
    found = sheets(participants.participants([approved(), other, practice]))
    assert list(found) == ["Blok I", "Blok II", "Osoby", "Urzędy"]
    block_i, block_ii, people, offices = found.values()
    assert block_i[1] == ("Lp.", "Urząd", "Imię i nazwisko", "Stanowisko", "Podpis")
    assert block_i[2][1:4] == ("Łaziska", "Anna Kowalczyk", "Sekretarz Powiatu")
    assert len(block_i) == 2 + 3 + 5
    assert len(block_ii) == 2 + 1 + 2
    assert people[2][4:] == ("+48830000015", "a@x.pl", "x", "x", "x")
    assert people[-1][6:] == ("x", None, None)
    assert len(people) == 2 + 8
    assert offices[2][1:] == ("Łaziska", "Ewa Lis", "zatwierdzone", 5, 3, None, 1, 3, 4)
    assert offices[-1][1:] == ("Razem", None, None, None, 8, None, 3, 8, 11)


def test_a_practice_office_has_a_list_of_its_own_and_is_in_no_other() -> None:
    practice = approved(Office(9, "Ćwiczenia", practice=True))
    assert len(sheets(participants.participants([practice]))["Osoby"]) == 2
    own = sheets(participants.participants([practice], practice=True))
    assert len(own["Osoby"]) == 2 + len(EIGHT)
    assert own["Urzędy"][2][1] == "Ćwiczenia"
    assert own["Urzędy"][-1][8:] == (5, 7)


def test_the_list_prints_on_paper_that_lies_across() -> None:
    book: Any = load_workbook(io.BytesIO(participants.participants([approved()])))
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.print_title_rows == "$1:$2"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[2]]
        assert all(4 < width < 40 for width in widths)


def test_a_list_of_nobody_is_still_a_list() -> None:
    found = sheets(participants.participants([]))
    assert [len(rows) for rows in found.values()] == [2, 2, 2, 3]


# --- The calendar -------------------------------------------------------------------------------


def entries(content: bytes) -> Any:
    """As a calendar program reads the file; its library's types say little."""
    return Calendar.from_ical(content)


def test_the_calendar_has_the_deadline_and_the_days_of_both_blocks() -> None:
    programme = Programme.of(
        {
            "deadline": "2027-01-15",
            "training_i": "2027-02-10,2027-02-11,2027-02-15",
            "training_ii": "2027-12-31",
        }
    )
    content = calendar.calendar(programme, WLODAWA.name, NOW, Words("pl"))
    read = entries(content)
    events = [
        (str(event["SUMMARY"]).partition(":")[0], event["DTSTART"].dt, event["DTEND"].dt)
        for event in read.walk("VEVENT")
    ]
    assert events == [
        ("Termin zgłoszenia składu", date(2027, 1, 15), date(2027, 1, 16)),
        ("Szkolenie – blok I (grupa sterująca)", date(2027, 2, 10), date(2027, 2, 12)),
        ("Szkolenie – blok I (grupa sterująca)", date(2027, 2, 15), date(2027, 2, 16)),
        ("Szkolenie – blok II (zespół redakcyjny)", date(2027, 12, 31), date(2028, 1, 1)),
    ]
    assert len({str(event["UID"]) for event in read.walk("VEVENT")}) == 4
    for event in read.walk("VEVENT"):
        assert str(event["SUMMARY"]).endswith(WLODAWA.name)
        assert event["DTSTAMP"].dt == NOW
        (alarm,) = event.walk("VALARM")
        rings = datetime.combine(event["DTSTART"].dt, datetime.min.time()) + alarm["TRIGGER"].dt
        assert (event["DTSTART"].dt - rings.date(), rings.hour) == (timedelta(days=1), 9)


def test_a_moved_date_moves_its_entry() -> None:
    uids = [
        entries(calendar.calendar(Programme.of({"deadline": day}), "", NOW, Words("pl"))).walk(
            "VEVENT"
        )[0]["UID"]
        for day in ("2027-01-15", "2027-01-22")
    ]
    assert uids[0] == uids[1]


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_calendar_is_written_as_its_standard_says(name: str) -> None:
    """RFC 5545, 3.1: lines of at most 75 octets that end in CRLF; 3.3.11: escaped text."""
    kept = {"deadline": "2027-01-15", "project": f"{name}, {name}"[:300]}
    content = calendar.calendar(Programme.of(kept), name, NOW, Words("en"))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        line.decode()
    read = entries(content)
    (event,) = read.walk("VEVENT")
    assert text.plain(name) in str(event["SUMMARY"])


# --- The picture --------------------------------------------------------------------------------


def programme_of(offices: int, advisors: int) -> tuple[Stand, ...]:
    stages = (Stage.EMPTY, Stage.DRAFTING, Stage.SUBMITTED, Stage.SETTLED)
    of = team()
    made = []
    for at in range(offices):
        advisor = f"Katarzyna Brzęczyszczykiewicz-Kowalewska {at % advisors}"
        region = ("warmińsko-mazurskie", "podlaskie", None)[at % 3]
        office = Office(at + 1, f"Urząd {at}", "Wójt", advisor, 8, 4, region)
        stage = stages[at % 4]
        decided = Approval(of, NOW, Decider.HEAD) if stage is Stage.SETTLED else None
        made.append(Submission(office, 1, stage, of, decided))
    return stands(made)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(("offices", "advisors"), [(0, 1), (1, 1), (42, 5), (5_000, 60)])
def test_the_picture_fits_a_phone_however_many_offices_there_are(
    offices: int, advisors: int, language: str
) -> None:
    """Telegram makes a photo 1280 pixels long at most: a longer one would lose its letters."""
    content = chart.chart(programme_of(offices, advisors), Words(language))
    image = Image.open(io.BytesIO(content))
    image.load()
    assert image.format == "PNG"
    assert image.width == chart.WIDTH
    assert image.height <= 1280
    assert len(content) < 200_000
    assert chart.TEXT * 400 / image.width >= 12


def test_four_parts_of_a_bar_are_told_apart_without_colour() -> None:
    """In grey, each part has another mixture of dark and light."""
    content = chart.chart(programme_of(40, 1), Words("pl"))
    grey = Image.open(io.BytesIO(content)).convert("L")
    legend = [(24, 88), (500, 88), (24, 140), (500, 140)]
    mixtures = []
    for left, top in legend:
        patch = grey.crop((left + 3, top + 3, left + 61, top + 36))
        shades = patch.histogram()
        dark = sum(shades[:128])
        mixtures.append((sum(map(bool, shades)) > 1, round(dark / (58 * 33), 1)))
    assert len(set(mixtures)) == 4, mixtures


def test_the_picture_is_told_in_words_to_whoever_does_not_see_it() -> None:
    told = chart.caption(programme_of(42, 5), Words("pl"))
    assert "komplet 10 z 42" in told
    assert "nierozpoczęte: 11" in told
    assert "bez województwa: 11" in told
    assert len(told) < 1024
    assert "Najwięcej" not in chart.caption([], Words("pl"))


# --- Whatever a name may be ---------------------------------------------------------------------


def hostile(name: str) -> Submission:
    of = Team().appoint(Person(name, name, name, name, name, name, name))
    of = replace(of.seat(1, Seat.EDITORIAL), basis=Basis(BasisKind.ORDER, name, date(2026, 1, 2)))
    office = Office(7, name, name, name, 8, 4, name, name)
    return Submission(office, 9, Stage.SETTLED, of, Approval(of, NOW, Decider.HEAD, of.basis))


def hostile_programme(name: str) -> Programme:
    keys = ("administrator", "contact", "inspector", "legal_basis", "recipients", "retention")
    return Programme.of({**dict.fromkeys((*keys, "project", "standard"), name), "deadline": ""})


def word_documents(name: str) -> list[bytes]:
    one, programme = hostile(name), hostile_programme(name)
    first = version(1, team())
    second = version(2, one.team)
    return [
        order.order(one.office, one.team, programme),
        order.amending_order(one.office, first, second, programme),
        order.amending_order(one.office, second, first, programme),
        notice.notice(one.office, programme),
        record.record(one.office, second, record.Circumstances(name, Origin(1, name, NOW))),
    ]


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_name_breaks_no_word_document(name: str) -> None:
    shown = text.plain(name, 20).rstrip("…")
    for content in word_documents(name):
        inside = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
        assert "<b>" not in inside
        written = "\n".join(
            [*lines(content), *(cell for each in tables(content) for row in each for cell in row)]
        )
        assert shown in written
        assert len(written) < 1_000_000


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("write", [participants.participants, export.as_xlsx])
def test_a_hostile_name_is_text_in_every_cell(
    write: Callable[[Sequence[Submission]], bytes], name: str
) -> None:
    """quality.md: cells that begin with = + - @ tab CR, every field, no formula."""
    book = load_workbook(io.BytesIO(write([hostile(name)])))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    named = [cell for cell in cells if cell.value == text.plain(name)]
    begins = text.plain(name).startswith(("=", "+", "-", "@"))
    assert named or len(name) > text.LONGEST
    assert all(cell.quotePrefix == begins for cell in named)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_name_is_only_a_name_in_the_picture(name: str) -> None:
    one = hostile(name)
    Image.open(io.BytesIO(chart.chart(stands([one]), Words("pl")))).load()
    empty = stands([replace(one, approval=None, stage=Stage.EMPTY)])
    assert "<b>Anna" not in chart.caption(empty, Words("pl"))
    assert len(chart.caption(empty, Words("pl"))) < 1024


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_name_is_no_path(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]{1,60}", text.slug(name))
