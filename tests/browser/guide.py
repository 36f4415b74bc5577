"""Takes the pictures of the coordinator's guide that the album of all roles has not.

`python -m tests.browser.guide docs`, as `make pictures` does. What is photographed is what the
guide tells: each step of docs/przewodnik-koordynatora.md that has a card of its own.
"""

import asyncio
import csv
import io
import sys
from pathlib import Path

import openpyxl

from tests.browser.album import Album, links, opened, tap
from tests.stories.acts import NINE, SEKRETARZ, open_office

NAME, ADVISOR, BLOCK_I, BLOCK_II = 2, 4, 5, 6
"""Columns of the sample table, counted from its empty margin."""


async def guide(album: Album) -> None:
    """The coordinator's work beside one office that asks for a ninth seat and is approved."""
    album.chapter("guide")
    table = (await album.http.get("/playground/sample")).content
    await _table_and_deadline(album, table)
    await _invitations(album)
    await _request(album)
    await _approved(album)
    await _new_version(album, table)
    await _end(album)


async def _table_and_deadline(album: Album, table: bytes) -> None:
    who = album.coordinator
    people = (await album.http.get("/playground/people")).json()
    await who.open(people["invitation"])
    await tap(who, "Potwierdzam")
    await who.upload("tabela-A-lubelskie.tsv", table)
    await tap(who, "Zatwierdź")
    await who.shown("Wczytano tabelę: 6")
    await who.say("/ustawienia")
    await tap(who, "Terminy")
    await tap(who, "Zmień termin")
    await who.shown("Proszę wpisać termin")
    await who.say("15.01.2027")
    await album.keep(
        who, "guide-deadline", "Another deadline, and what is reminded then", "Po zmianie"
    )
    await tap(who, "Zapisz")


async def _invitations(album: Album) -> None:
    who = album.coordinator
    await who.say("/zaproszenia")
    await tap(who, "Zaproszenia w pliku")
    await album.keep(who, "guide-by-file", "Every invitation in one file", "Zaproszenia w pliku")
    await who.say("/zaproszenia")
    await who.shown("Kogo zaprosić")
    await tap(who, "Włodaw")
    (link,) = await links(who, 1)
    await album.head.open(link)
    await tap(album.head, "Potwierdzam")


async def _request(album: Album) -> None:
    head, who = album.head, album.coordinator
    await head.shown("Krok 1 z 3")
    await head.say(SEKRETARZ)
    await tap(head, "Dopisz do grupy")
    await tap(head, "To propozycja")
    await head.shown("Krok 2 z 3")
    await head.say(NINE)
    await tap(head, "Tak")
    await tap(head, "Poproś o zmianę limitu")
    await head.say("W tym roku powstał nowy wydział.")
    await head.shown("Krok 3 z 3")
    await head.say("1 3 5 8")
    await tap(head, "Gotowe")
    await tap(who, "Pokaż")
    await album.keep(who, "guide-request", "An office asks for a larger limit", "Prośba urzędu")
    await tap(who, "Zgódź się")


async def _approved(album: Album) -> None:
    head, who = album.head, album.coordinator
    await tap(head, "Wyślij")
    await head.shown("Stan: zatwierdzone")
    await who.say("/stan")
    await who.shown("Następne przypomnienie")
    await album.keep(who, "guide-status", "How it stands", "Następne przypomnienie")
    await open_office(who, "Włodaw")
    await tap(who, "Więcej…")
    await tap(who, "Obecność w bloku I")
    await album.keep(who, "guide-attendance", "Who took block I", "Kto uczestniczył")


async def _new_version(album: Album, table: bytes) -> None:
    who = album.coordinator
    await who.upload("tabela-A-wersja-2.csv", changed(table))
    await album.keep(
        who, "guide-new-version", "What a new version changes", "Zmiany w nowej wersji"
    )
    await tap(who, "Zatwierdź – nowa wersja")


async def _end(album: Album) -> None:
    who = album.coordinator
    await who.shown("Wczytano tabelę: 5")
    await who.say("/ogloszenie")
    await who.shown("Proszę wpisać treść")
    await who.say("Szkolenie bloku I odbędzie się w dniach 10–11 lutego 2027 r.")
    await album.keep(who, "guide-announcement", "Readers are chosen", "Do kogo wysłać")
    await tap(who, "Wstecz")
    await tap(who, "Zamykanie list")
    await who.shown("Które zamknąć")
    await tap(who, "Wszystkie urzędy")
    await album.keep(who, "guide-closing", "What closing will change", "Zmiana obejmie")
    await tap(who, "Wstecz")
    await who.shown("Które zamknąć")
    await tap(who, "Wstecz")
    await open_office(who, "Włodaw")
    await tap(who, "Więcej…")
    await tap(who, "Usuwanie danych")
    await album.keep(who, "guide-erasing", "Whom to erase", "Kogo usunąć")


def changed(table: bytes) -> bytes:
    """A new version of the sample: two other limits, another Advisor, an office left out."""
    sheet = openpyxl.load_workbook(io.BytesIO(table)).worksheets[0]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    by_name = {row[NAME]: row for row in rows}
    by_name["Starostwo Powiatowe we Włodawie"][BLOCK_II] = 3
    by_name["Urząd Miasta Terespol"][BLOCK_I] = 7
    by_name["Starostwo Powiatowe w Puławach"][ADVISOR] = "Maria Zielińska"
    rows.remove(by_name["Urząd Miejski w Tarnogrodzie"])
    told = [row for row in rows if not str(row[1]).startswith(("Razem", "OGÓŁEM"))]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(told)
    return out.getvalue().encode()


async def taken(docs: Path) -> None:
    """Play the guide through and keep its pictures."""
    async with opened(docs / "screens") as album:
        await guide(album)


if __name__ == "__main__":
    asyncio.run(taken(Path(sys.argv[1])))
