"""Text of documents: templates in files, and strangers' words made fit to stand in them.

A template is a line a paragraph: how it is set, a colon, what it says. The first word of how is
the style; `bold` and conditions may follow. A condition names something that must be there, with
`no-` before it something that must not. `people` stands for a paragraph of each of several people.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from bot.words import cleaned
from conversations.team import Member
from conversations.vocabulary import fold

BLANK: Final = "……………………"
SHORT_BLANK: Final = "……"
LONGEST: Final = 300
"""Letters of one foreign value in a document."""

_TEMPLATES: Final = Path(__file__).parent / "templates"


def plain(text: str, longest: int = LONGEST) -> str:
    """Foreign text on one line, as a document may hold it."""
    return cleaned(text, longest)


def full_name(member: Member) -> str:
    """„mgr Anna Kowalczyk”, as it was given."""
    person = member.person
    return plain(" ".join(filter(None, (person.title, person.full_name))))


def entry(member: Member) -> str:
    """„mgr Anna Kowalczyk – Sekretarz Gminy”."""
    position = member.person.position
    return f"{full_name(member)} – {plain(position)}" if position else full_name(member)


def slug(text: str, longest: int = 60) -> str:
    """A text as a part of a file's name, without Polish letters: „urzad-gminy-rejowiec”."""
    words = "".join(each if each.isascii() and each.isalnum() else " " for each in fold(text))
    return "-".join(words.split())[:longest].strip("-") or "urzad"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its style, whether it is bold, its text with the number it bears."""

    style: str
    text: str
    bold: bool = False


def paragraphs(
    template: str,
    values: Mapping[str, str],
    people: Mapping[str, Sequence[str]],
    present: Collection[str] = (),
) -> Iterator[Paragraph]:
    """The paragraphs of a template, numbered by their styles: § 1., 1), a).

    `values` stand in its braces as they are, `people` are lists by name. Raises KeyError for what
    a template asks for and is not given.
    """
    numbers = {"section": 0, "item": 0, "letter": 0, "numbered": 0}
    for style, bold, conditions, text in _lines(template):
        if not all(_holds(condition, present) for condition in conditions):
            continue
        listed = people[text] if style in {"people", "names"} else None
        lines = [text.format_map(values)] if listed is None else listed
        for at, line in enumerate(lines, 1):
            kept = {"people": "item", "names": "dash"}.get(style, style)
            ends = "" if listed is None else "." if at == len(lines) else ";"
            yield Paragraph(kept, f"{_number(kept, numbers)}{line}{ends}", bold)


def _holds(condition: str, present: Collection[str]) -> bool:
    return condition[3:] not in present if condition.startswith("no-") else condition in present


def _number(style: str, numbers: dict[str, int]) -> str:
    """The number of a paragraph; what is below it starts again."""
    below = {"section": ("item", "letter"), "item": ("letter",)}
    if style in numbers:
        numbers[style] += 1
    for each in below.get(style, ()):
        numbers[each] = 0
    match style:
        case "section":
            return f"§ {numbers[style]}. "
        case "numbered":
            return f"{numbers[style]}. "
        case "item":
            return f"{numbers[style]}) "
        case "letter":
            return f"{chr(ord('a') + numbers[style] - 1)}) "
        case "dash":
            return "– "
        case _:
            return ""


@cache
def _lines(template: str) -> tuple[tuple[str, bool, tuple[str, ...], str], ...]:
    read = []
    for line in (_TEMPLATES / f"{template}.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        setting, _, text = line.partition(": ")
        style, *rest = setting.split()
        conditions = tuple(each for each in rest if each != "bold")
        read.append((style, "bold" in rest, conditions, text))
    return tuple(read)
