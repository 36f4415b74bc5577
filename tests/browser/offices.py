"""Forty-two offices of four voivodeships, whom each will name, and the table that lists them."""

import io
import re
from dataclasses import dataclass

from docx import Document

REGIONS = {
    "lubelskie": """
        Halina Wrońska: Starostwo Powiatowe we Włodawie, Starosta, 8, 4
        Halina Wrońska: Urząd Miasta Terespol, Burmistrz, 6, 3
        Halina Wrońska: Urząd Gminy Rejowiec, Wójt, 6, 3
        Halina Wrońska: Urząd Gminy Sosnowica, Wójt, 5, 3
        Andrzej Kmieć: Starostwo Powiatowe w Puławach, Starosta, 10, 5
        Andrzej Kmieć: Urząd Miejski w Tarnogrodzie, Burmistrz, 7, 4""",
    "podkarpackie": """
        Zofia Krawiec: Starostwo Powiatowe w Jaśle, Starosta, 10, 5
        Zofia Krawiec: Starostwo Powiatowe w Przemyślu, Starosta, 8, 4
        Zofia Krawiec: Starostwo Powiatowe w Strzyżowie, Starosta, 8, 4
        Zofia Krawiec: Starostwo Powiatowe w Ustrzykach Dolnych, Starosta, 7, 3
        Zofia Krawiec: Urząd Miasta w Lubaczowie, Burmistrz, 7, 4
        Zofia Krawiec: Urząd Miasta w Sanoku, Burmistrz, 10, 5
        Marek Dziedzic: Urząd Miasta i Gminy w Błażowej, Burmistrz, 6, 3
        Marek Dziedzic: Urząd Miasta i Gminy w Boguchwale, Burmistrz, 7, 3
        Marek Dziedzic: Urząd Miasta i Gminy w Ustrzykach Dolnych, Burmistrz, 6, 3
        Marek Dziedzic: Urząd Gminy w Jeżowem, Wójt, 5, 3
        Marek Dziedzic: Urząd Gminy w Osieku Jasielskim, Wójt, 5, 3
        Marek Dziedzic: Urząd Gminy w Zarszynie, Wójt, 6, 3""",
    "podlaskie": """
        Halina Wrońska: Starostwo Powiatowe w Suwałkach, Starosta, 8, 4
        Halina Wrońska: Starostwo Powiatowe w Sejnach, Starosta, 7, 3
        Halina Wrońska: Starostwo Powiatowe w Augustowie, Starosta, 8, 4
        Halina Wrońska: Urząd Miejski w Suwałkach, Prezydent Miasta, 10, 5
        Bożena Sokołowska: Urząd Miasta Sejny, Burmistrz, 6, 3
        Bożena Sokołowska: Urząd Miejski w Lipsku, Burmistrz, 5, 3
        Bożena Sokołowska: Urząd Gminy Sejny, Wójt, 5, 3
        Bożena Sokołowska: Urząd Gminy Suwałki, Wójt, 6, 3
        Bożena Sokołowska: Urząd Gminy Wizajny, Wójt, 5, 3
        Bożena Sokołowska: Urząd Gminy Rutka-Tartak, Wójt, 5, 3
        Bożena Sokołowska: Urząd Gminy Giby, Wójt, 5, 3
        Bożena Sokołowska: Urząd Gminy Narewka, Wójt, 6*, 3""",
    "warmińsko-mazurskie": """
        Janusz Pilecki: Starostwo Powiatowe w Gołdapi, Starosta, 8, 4
        Janusz Pilecki: Starostwo Powiatowe w Olecku, Starosta, 7, 4
        Janusz Pilecki: Starostwo Powiatowe w Ełku, Starosta, 8–10, 5
        Janusz Pilecki: Urząd Miejski w Gołdapi, Burmistrz, 7, 4
        Janusz Pilecki: Urząd Miejski w Olecku, Burmistrz, 7, 3
        Janusz Pilecki: Urząd Miasta Ełk, Prezydent Miasta, 10, 5
        Janusz Pilecki: Urząd Miejski w Węgorzewie, Burmistrz, 6, 3
        Janusz Pilecki: Urząd Gminy Kowale Oleckie, Wójt, 5, 3
        Janusz Pilecki: Urząd Gminy Świętajno, Wójt, 5, 3
        Janusz Pilecki: Urząd Gminy Dubeninki, Wójt, 5, 3
        Janusz Pilecki: Urząd Gminy Banie Mazurskie, Wójt, 5, 3
        Janusz Pilecki: Urząd Gminy Kalinowo, Wójt, 6, 3""",
}
"""Offices by voivodeship: their Advisor, name, head, and what columns 5 and 6 have."""
HEADER = ("Lp.", "Nazwa urzędu", "Kierownik urzędu", "Doradca")
BLOCKS = ("blok I (grupa sterująca)", "blok II (zespół redakcyjny)", "Uwagi")
GIVEN = (
    "Anna", "Piotr", "Ewa", "Tomasz", "Monika", "Krzysztof", "Beata", "Marek", "Zofia", "Adam",
    "Maria", "Paweł", "Irena", "Jan",
)  # fmt: skip
SURNAMES = (
    "Baran", "Czajka", "Dudek", "Fijał", "Gawron", "Hryniewicz", "Jabłonka", "Kaczor", "Lipka",
    "Maj", "Nowak-Rola", "Olcha", "Pawlik", "Rutka", "Sowa", "Turek", "Urban", "Wilk", "Zając",
    "Żuk", "Bielak", "Cygan", "Drozd",
)  # fmt: skip
POSTS = (
    "Skarbnik", "Kierownik Referatu Inwestycji", "Kierownik Urzędu Stanu Cywilnego",
    "Kierownik Referatu Organizacyjnego", "Kierownik Referatu Finansowego",
    "Kierownik Referatu Oświaty", "Kierownik Referatu Rolnictwa", "Naczelnik Wydziału Geodezji",
    "Kierownik Referatu Promocji",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """An office of the programme, and whom it will name."""

    number: int
    advisor: str
    name: str
    head: str
    block_i: str
    block_ii: str

    @property
    def people(self) -> list[tuple[str, str]]:
        """As many as column 5 allows, the Sekretarz first: name and post."""
        count = int(re.findall(r"\d+", self.block_i)[-1])
        names = (
            f"{GIVEN[(self.number * 3 + n) % len(GIVEN)]} "
            f"{SURNAMES[(self.number * 5 + n * 3) % len(SURNAMES)]}"
            for n in range(count)
        )
        return list(zip(names, ("Sekretarz", *POSTS), strict=False))

    @property
    def lines(self) -> list[str]:
        return [f"{name} – {post}" for name, post in self.people]

    @property
    def editors(self) -> list[int]:
        """Their numbers in the list, the Sekretarz among them."""
        return list(range(1, int(self.block_ii) + 1))


def places() -> list[Place]:
    """All offices in the order of the table."""
    found: list[Place] = []
    for lines in REGIONS.values():
        for line in lines.strip().splitlines():
            advisor, _, rest = line.strip().partition(": ")
            found.append(Place(len(found), advisor, *rest.split(", ")))
    return found


def table() -> bytes:
    """The document that a coordinator holds: a table per voivodeship, Advisors merged, sums."""
    document, rest = Document(), iter(places())
    document.add_paragraph("Tabele koordynacyjne – szkolenia Zespołów Pilotowych, blok I i II")
    for region, lines in REGIONS.items():
        document.add_paragraph(f"województwo {region}")
        drawn = document.add_table(rows=2, cols=7)
        for at, title in enumerate((*HEADER, *BLOCKS)):
            drawn.rows[0].cells[at].text = title
            drawn.rows[1].cells[at].text = str(at + 1)
        above, merged, sums = "", None, [0, 0]
        for number in range(1, len(lines.strip().splitlines()) + 1):
            each = next(rest)
            cells = drawn.add_row().cells
            told = (str(number), each.name, each.head, "", each.block_i, each.block_ii)
            for cell, text in zip(cells, told, strict=False):
                cell.text = text
            sums = [sums[0] + len(each.people), sums[1] + int(each.block_ii)]
            merged = merged.merge(cells[3]) if merged and each.advisor == above else cells[3]
            merged.text = above = each.advisor
        cells = drawn.add_row().cells
        cells[1].text, cells[4].text, cells[5].text = "Razem", *map(str, sums)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
