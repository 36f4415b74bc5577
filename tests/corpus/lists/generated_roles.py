"""Lists made up at random that say who is the plenipotentiary and who is in the editorial team.

Each way of saying so comes with the roles that it must give, and is as clear as the people are.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.corpus.lists import Case, Expected
from tests.corpus.lists.generated import (
    ORDERS,
    Made,
    bare,
    expected,
    made_people,
    written_name,
)

_POSTS_TOO = frozenset({"Starosta", "Sołtys", "Marszałek", "Wojewoda", "Zuk"})
"""Surnames that alone would be a post, or a Zakład Usług Komunalnych."""
PLENIPOTENTIARY, EDITORIAL = "PELNOMOCNIK", "REDAKCYJNY"


@dataclass(frozen=True)
class Told:
    """A list and the people in it, by their places: who represents and who edits."""

    people: Sequence[Made]
    order: str
    plenipotentiary: int | None
    editors: frozenset[int]
    asked: bool = False
    """Whether the office is asked about who has a part."""

    def name(self, at: int) -> str:
        """The name alone, as somebody writes who refers to it."""
        person = self.people[at].person
        return f"{person.given} {person.surname}"

    def numbers(self, those: Collection[int]) -> list[str]:
        return [str(at + 1) for at in sorted(those)]

    def surnames(self, those: Collection[int]) -> list[str]:
        return [self.people[at].person.surname for at in sorted(those)]

    def others(self) -> list[int]:
        return [at for at in range(len(self.people)) if at not in self.editors]


_Way = Callable[[Random, Told], tuple[str, Told]]


def list_with_roles(seed: int) -> Case:
    """Three to seven people, and one of the ways in which offices say who does what."""
    random = Random(seed)
    people = bare(made_people(random, random.randint(3, 7)))
    places = range(len(people))
    editors = frozenset(random.sample(places, random.randint(1, len(people) - 1)))
    told = Told(people, random.choice(ORDERS), random.choice((None, *places)), editors)
    way = random.choice(WAYS)
    text, meant = way(random, told)
    return Case(
        name=f"{way.__name__} {seed}",
        text=text,
        people=tuple(_with_roles(meant, at) for at in places),
        questions=(),
        warnings=(),
        skipped=(),
    )


def _with_roles(told: Told, at: int) -> Expected:
    roles = {PLENIPOTENTIARY} if at == told.plenipotentiary else set()
    roles |= {EDITORIAL} if at in told.editors else set()
    questions = ("?",) if roles and told.asked else ()
    return replace(expected(told.people[at]), roles=frozenset(roles), questions=questions)


def _row(told: Told, at: int) -> str:
    made = told.people[at]
    return f"{written_name(Random(at), made, order=told.order)} – {made.typed_post}"


def _rows(told: Told) -> list[str]:
    return [f"{at + 1}. {_row(told, at)}" for at in range(len(told.people))]


def _joined(random: Random, parts: Sequence[str]) -> str:
    if len(parts) > 1 and random.random() < 0.5:
        return ", ".join(parts[:-1]) + random.choice((" i ", " oraz ")) + parts[-1]
    return ", ".join(parts)


def _editors_alone(told: Told) -> Told:
    return replace(told, plenipotentiary=None)


def headings(random: Random, told: Told) -> tuple[str, Told]:
    """The three parts under headings of their own; who is in several stands there again."""
    of_editors = random.choice(
        ("Zespół redakcyjny:", "ZESPÓŁ REDAKCYJNY", "ZR:", "Zespół redagujący:", "Blok II:")
    )
    of_group = random.choice(("Grupa sterująca:", "GRUPA STERUJĄCA", "GS:", "Blok I:"))
    lines = [of_group, *_rows(told), of_editors]
    lines += [
        _row(told, at) if random.random() < 0.5 else told.name(at) for at in sorted(told.editors)
    ]
    if told.plenipotentiary is not None:
        first = random.choice(("Pełnomocnik:", "Pełnomocnik ds. SZJ:", "PEŁNOMOCNIK:"))
        above = [f"{first} {_row(told, told.plenipotentiary)}"]
        apart = [first, _row(told, told.plenipotentiary)]
        lines = [*random.choice((above, apart)), *lines]
    return "\n".join(lines), told


def marks(random: Random, told: Told) -> tuple[str, Told]:
    """A mark behind each of those that have a part."""
    editor = random.choice(
        (" (ZR)", ", ZR", " – zespół redakcyjny", " (zespół redakcyjny)", " [ZR]")
    )
    first = random.choice((" (pełnomocnik)", ", pełnomocnik", " – Pełnomocnik"))
    rows = _rows(told)
    for at in told.editors:
        rows[at] += editor
    if told.plenipotentiary is not None and told.plenipotentiary not in told.editors:
        rows[told.plenipotentiary] += first
        return "\n".join(rows), told
    return "\n".join(rows), _editors_alone(told)


def told_by_numbers(random: Random, told: Told) -> tuple[str, Told]:
    """„Zespół redakcyjny: 1, 3 i 4” below or above the list."""
    before = random.choice(("Zespół redakcyjny: ", "ZR: ", "Zespół redakcyjny – ", "Blok II: "))
    what = random.choice(("", "poz. ", "nr "))
    line = before + what + _joined(random, told.numbers(told.editors))
    lines = [*_rows(told), line]
    if told.plenipotentiary is not None:
        lines.append(f"Pełnomocnik: {what}{told.plenipotentiary + 1}")
    return "\n".join(lines), told


def told_by_surnames(random: Random, told: Told) -> tuple[str, Told]:
    """„ZR: Kowalski, Nowak” below the list: a surname alone is asked about."""
    if any(each.person.surname in _POSTS_TOO for each in told.people):
        return told_by_names(random, told)
    before = random.choice(("Zespół redakcyjny: ", "ZR: ", "W zespole redakcyjnym: "))
    lines = [*_rows(told), before + _joined(random, told.surnames(told.editors))]
    if told.plenipotentiary is not None:
        lines.append(f"Pełnomocnik: {told.people[told.plenipotentiary].person.surname}")
    return "\n".join(lines), replace(told, asked=True)


def told_by_names(random: Random, told: Told) -> tuple[str, Told]:
    """„Zespół redakcyjny: Anna Kowalczyk, Piotr Zalewski” below the list."""
    before = random.choice(
        (
            *("Zespół redakcyjny: ", "ZR: ", "Skład zespołu redakcyjnego: "),
            *("Zespół redakcyjny będą tworzyć: ", "W skład zespołu redakcyjnego wejdą: "),
            *("W skład zespołu redakcyjnego wchodzą: ", "Członkowie zespołu redakcyjnego: "),
        )
    )
    lines = [*_rows(told), before + _joined(random, [told.name(at) for at in sorted(told.editors)])]
    if told.plenipotentiary is not None:
        sentence = random.choice(
            (
                *("Pełnomocnikiem będzie {}", "Pełnomocnikiem jest {}.", "Pełnomocnik – {}"),
                *("Pełnomocnik: {}", "{} będzie pełnić funkcję pełnomocnika."),
            )
        )
        lines.append(sentence.format(told.name(told.plenipotentiary)))
    return "\n".join(lines), told


def told_by_posts(random: Random, told: Told) -> tuple[str, Told]:
    """„ZR: skarbnik, kierownik USC” below the list, where no two hold the same post."""
    posts = [each.typed_post for each in told.people]
    stored = {each.person.position for each in told.people}
    if len(stored) < len(posts) or any(each.position_class != "A" for each in told.people):
        return told_by_numbers(random, told)
    before = random.choice(("Zespół redakcyjny: ", "ZR: "))
    line = before + _joined(random, [posts[at] for at in sorted(told.editors)])
    return "\n".join((*_rows(told), line)), _editors_alone(told)


def all_but(random: Random, told: Told) -> tuple[str, Told]:
    """„Zespół redakcyjny: wszyscy oprócz poz. 2”."""
    before = random.choice(("Zespół redakcyjny: ", "ZR: ", "ZR – "))
    but = random.choice((" oprócz ", " z wyjątkiem ", " bez "))
    of_one = "osoby nr " if len(told.others()) == 1 else "osób nr "
    what = random.choice(("nr ", "poz. ", of_one))
    line = f"{before}wszyscy{but}{what}{_joined(random, told.numbers(told.others()))}"
    return "\n".join((*_rows(told), line)), _editors_alone(told)


def everybody(random: Random, told: Told) -> tuple[str, Told]:
    """„Wszyscy wchodzą też w skład zespołu redakcyjnego”."""
    line = random.choice(
        ("Zespół redakcyjny: wszyscy", "ZR: wszyscy", "Zespół redakcyjny – wszyscy")
    )
    meant = replace(told, plenipotentiary=None, editors=frozenset(range(len(told.people))))
    return "\n".join((*_rows(told), line)), meant


def legend(random: Random, told: Told) -> tuple[str, Told]:
    """A sign behind some, and below what it means."""
    sign = random.choice(("*", "**", "(r)", "[R]"))
    line = random.choice(
        ("{} – zespół redakcyjny", "{} - członek zespołu redakcyjnego", "{} – ZR")
    ).format(sign)
    rows = [row + f" {sign}" * (at in told.editors) for at, row in enumerate(_rows(told))]
    return "\n".join((*rows, line)), _editors_alone(told)


def column(random: Random, told: Told) -> tuple[str, Told]:
    """A column that says of each whether they edit."""
    delimiter = random.choice(("\t", ";", "|"))
    yes, no = random.choice((("x", ""), ("TAK", "NIE"), ("tak", ""), ("X", "-"), ("✓", "")))
    head = random.choice(("Zespół redakcyjny", "ZR", "Blok II"))
    rows = [delimiter.join(("Lp.", "Imię i nazwisko", "Stanowisko", head))]
    for at, made in enumerate(told.people):
        cells = (str(at + 1), told.name(at), made.typed_post, yes if at in told.editors else no)
        rows.append(delimiter.join(cells))
    return "\n".join(rows), _editors_alone(told)


def column_of_parts(random: Random, told: Told) -> tuple[str, Told]:
    """A column that names the part of each."""
    delimiter = random.choice(("\t", ";"))
    editor = random.choice(("zespół redakcyjny", "ZR", "GS, ZR"))
    head = random.choice(("Rola", "Funkcja w projekcie", "Uwagi"))
    rows = [delimiter.join(("Imię i nazwisko", "Stanowisko", head))]
    only = told.plenipotentiary not in told.editors
    for at, made in enumerate(told.people):
        part = editor if at in told.editors else "GS" if editor == "GS, ZR" else ""
        part = "pełnomocnik" if at == told.plenipotentiary and only else part
        rows.append(delimiter.join((told.name(at), made.typed_post, part)))
    return "\n".join(rows), told if only else _editors_alone(told)


WAYS: tuple[_Way, ...] = (
    *(headings, headings, marks, marks, told_by_numbers, told_by_surnames, told_by_names),
    *(told_by_names, told_by_posts),
    *(all_but, everybody, legend, column, column_of_parts),
)
