"""What the command line prints: previews, the status, readings. Words come from the locale."""

import json
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from bot.words import Words
from conversations.coordination_table import TableReading
from conversations.pasted_list import ListedRole, read
from conversations.status import totals
from conversations.submission import Submission, missing, status

out = Console(highlight=False)


def refusal(reason: str, name: str, words: Words) -> str:
    """Why a file was not read, in one line."""
    return words(f"upload-{reason.replace('_', '-')}", name=name)


def not_a_table(reason: str, name: str, words: Words) -> str:
    """Why a file holds no coordination table, in one line."""
    return words(f"not-a-table-{reason.replace('_', '-')}", name=name)


def show_table(reading: TableReading, name: str, words: Words) -> None:
    """The preview of a coordination table."""
    table = Table(title=escape(name), title_justify="left")
    for key in ("office", "advisor", "block-i", "block-ii", "flags"):
        table.add_column(words(f"export-column-{key}"))
    for row in reading.offices:
        limits = [
            "?" if limit is None else str(limit)
            for limit in (row.limit_steering, row.limit_editorial)
        ]
        flags = ", ".join(row.flags)
        table.add_row(Text(row.name), Text(row.advisor or "–"), *limits, flags)
    out.print(table)
    steering, editorial = reading.computed
    out.print(
        words(
            "cli-table-read",
            count=len(reading.offices),
            steering=steering,
            editorial=editorial,
        )
    )
    for rejected in reading.rejected:
        out.print(Text(words("cli-table-rejected", name=rejected.name, code=rejected.code)))
    for problem in reading.problems:
        out.print(
            Text(
                words(
                    "cli-table-problem",
                    code=problem.code,
                    row=problem.row or 0,
                    text=problem.text,
                )
            )
        )


def table_as_json(reading: TableReading) -> dict[str, object]:
    """The shape of `read --as table --json` (product.md)."""
    return {
        "offices": [
            {
                "name": row.name,
                "voivodeship": row.voivodeship,
                "county": row.county,
                "head": row.head,
                "advisor": row.advisor,
                "limit_steering": row.limit_steering,
                "limit_editorial": row.limit_editorial,
                "block_iii": row.block_iii,
                "participates": row.participates,
                "flags": [flag.value for flag in row.flags],
            }
            for row in reading.offices
        ],
        "rejected": [{"name": row.name, "code": row.code.value} for row in reading.rejected],
        "totals": {"typed": reading.typed, "computed": reading.computed},
        "problems": [
            {"code": str(problem.code), "row": problem.row, "text": problem.text}
            for problem in reading.problems
        ],
    }


def show_status(submissions: Sequence[Submission], words: Words) -> None:
    """The coordinator's `/stan` as a table."""
    real = [each for each in submissions if not each.office.practice]
    if not real:
        out.print(words("cli-no-offices"))
        return
    table = Table()
    for key in ("office", "advisor", "status", "block-i", "block-ii", "missing"):
        table.add_column(words(f"export-column-{key}"))
    for each in real:
        office, team = each.office, each.counted
        limits = ["?" if n is None else n for n in (office.limit_steering, office.limit_editorial)]
        table.add_row(
            Text(office.name),
            Text(office.advisor or "–"),
            status(each).value,
            f"{len(team.steering)}/{limits[0]}",
            f"{len(team.editorial)}/{limits[1]}",
            ", ".join(words(f"missing-{item}") for item in missing(each)),
        )
    out.print(table)
    summed = totals(real)
    out.print(words("cli-totals", people=summed.people, places=summed.person_places))


def show_list(text: str, words: Words, *, as_json: bool) -> None:
    """How a pasted list would be read."""
    reading = read(text)
    if as_json:
        shape = {
            "people": [
                {
                    "given": listed.person.given,
                    "surname": listed.person.surname,
                    "title": listed.person.title,
                    "position": listed.person.position,
                    "position_class": listed.person.position_class.value,
                    "email": listed.person.email,
                    "phone": listed.person.phone,
                    "extension": listed.person.extension,
                    "roles": [role.value for role in ListedRole if role in listed.roles],
                }
                for listed in reading.people
            ],
            "questions": [
                {
                    "code": question.code.value,
                    "about": question.about,
                    "text": words(f"question-{question.code.name.lower().replace('_', '-')}"),
                }
                for question in reading.questions
            ],
            "skipped": list(reading.skipped),
            "warnings": [
                {"code": warning.code.value, "about": warning.about} for warning in reading.warnings
            ],
        }
        out.print_json(json.dumps(shape, ensure_ascii=False))
        return
    for number, listed in enumerate(reading.people, 1):
        person = listed.person
        out.print(Text(f"{number}. {person.full_name} – {person.position or '?'}"))
    for question in reading.questions:
        out.print(Text(f"? {question.code.value}: {question.about}"))
    for line in reading.skipped:
        out.print(Text(f"- {line}"))
