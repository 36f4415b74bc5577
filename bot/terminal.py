"""What the command line prints: previews, the status, readings. Words come from the locale.

Nothing that is printed is rich markup: names stand as they are called, without control characters.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from rich.console import Console
from rich.table import Table

from bot import clock
from bot.screens.parts import Listing, Part
from bot.screens.table_difference import difference_parts
from bot.screens.table_import import doubts, namesake_parts, typed_total
from bot.words import Words, cleaned, unmarked
from conversations.coordination_table import TableReading
from conversations.pasted_list import ListedRole, Question, read
from conversations.reminders import Reminder
from conversations.settings import Programme
from conversations.status import totals
from conversations.submission import Status, Submission, missing, status
from conversations.table_import import Difference

MOST_OFFICES = 60
"""Offices of a table that its preview shows unless every one is asked for."""

out = Console(highlight=False, markup=False, emoji=False)


def refusal(reason: str, name: str, words: Words) -> str:
    """Why a file was not read, in one line; nothing can be pasted here, whatever was awaited."""
    return words.plain(f"upload-{reason.replace('_', '-')}", name=name, awaited="table")


def not_a_table(reason: str, name: str, words: Words) -> str:
    """Why a file holds no coordination table, in one line."""
    return words.plain(f"not-a-table-{reason.replace('_', '-')}", name=name)


def show_table(reading: TableReading, name: str, words: Words, *, every: bool = False) -> None:
    """The preview of a coordination table: each office, then every doubt as the chat tells it.

    Of a long table the first offices only, unless `every` is wanted.
    """
    table = _table(words, "office", "advisor", "block-i", "block-ii")
    table.title, table.title_justify = cleaned(name), "left"
    count = len(reading.offices)
    for row in reading.offices if every else reading.offices[:MOST_OFFICES]:
        limits = (_limit(limit) for limit in (row.limit_steering, row.limit_editorial))
        table.add_row(cleaned(row.name), cleaned(row.advisor or "–"), *limits)
    out.print(table)
    if count > MOST_OFFICES and not every:
        out.print(words.plain("cli-more-offices", count=count - MOST_OFFICES, option="--all"))
    steering, editorial = reading.computed
    out.print(words.plain("cli-table-read", count=count, steering=steering, editorial=editorial))
    out.print(unmarked(typed_total(reading, words)))
    _show(doubts(reading, words))
    if reading.needs_column_confirmation:
        out.print(words.plain("table-confirm-columns"))


def show_difference(found: Difference, words: Words) -> None:
    """What a table changes in the offices that are there, as the chat tells it."""
    _show(difference_parts(found, words))


def show_namesakes(names: Sequence[str], words: Words) -> None:
    """Advisors of whom it is doubtful that they are one person, as the chat tells it."""
    _show(namesake_parts(names, words))


def _show(parts: Iterable[Part]) -> None:
    """Every line of a card, with none left out."""
    for part in parts:
        for line in part.lines if isinstance(part, Listing) else (part,):
            out.print(unmarked(line), soft_wrap=True)


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
        out.print(words.plain("cli-no-offices"))
        return
    table = _table(words, "office", "advisor", "status", "block-i", "block-ii", "missing")
    for each in real:
        office, team = each.office, each.counted
        stands = status(each)
        # Whoever has not begun lacks everything: as in the chat, that is not told again.
        lacking = () if stands is Status.NOT_STARTED else missing(each)
        table.add_row(
            cleaned(office.name),
            cleaned(office.advisor or "–"),
            stands.value,
            f"{len(team.steering)}/{_limit(office.limit_steering)}",
            f"{len(team.editorial)}/{_limit(office.limit_editorial)}",
            ", ".join(words.plain(f"missing-{item}") for item in lacking),
        )
    out.print(table)
    summed = totals(real)
    out.print(words.plain("cli-totals", people=summed.people, places=summed.person_places))


def reminders_as_json(found: Sequence[Reminder]) -> list[dict[str, object]]:
    """The shape of `remind --json` (product.md); the coordinator's has no advisor."""
    return [
        {
            "advisor": each.advisor,
            "occasion": each.occasion.code,
            "due_at": each.due_at.astimezone(clock.zone()).isoformat(),
            "offices": [
                {"name": office.name, "missing": [item.value for item in office.missing]}
                for office in each.offices
            ],
        }
        for each in found
    ]


def show_reminders(
    found: Sequence[Reminder], set_up: Programme, at: datetime, words: Words
) -> None:
    """A line for each reminder; why there is none otherwise."""
    working = set_up.working_time(clock.zone())
    if not set_up.reminders:
        out.print(words.plain("cli-remind-off"), soft_wrap=True)
    elif not working.is_open(at):
        opens = words.moment(working.next_opening(at))
        out.print(words.plain("cli-remind-closed", at=opens), soft_wrap=True)
    elif not found:
        out.print(words.plain("cli-remind-none"), soft_wrap=True)
    for each in found:
        who = each.advisor or words.plain("cli-remind-coordinator")
        occasion, count = each.occasion.code, len(each.offices)
        out.print(
            words.plain("cli-remind-created", who=who, occasion=occasion, count=count),
            soft_wrap=True,
        )
        for office in each.offices:
            lacking = ", ".join(words.plain(f"missing-{item}") for item in office.missing)
            out.print(f"- {cleaned(office.name)} – {lacking}", soft_wrap=True)


def _table(words: Words, *columns: str) -> Table:
    table = Table()
    for key in columns:
        table.add_column(words.plain(f"export-column-{key}"), overflow="fold")
    return table


def _limit(limit: int | None) -> str:
    return "?" if limit is None else str(limit)


def show_list(text: str, words: Words, *, as_json: bool) -> None:
    """How a pasted list would be read."""
    reading = read(text)
    if as_json:
        shape = {
            "people": [
                {
                    **asdict(listed.person),
                    "position_class": listed.person.position_class.value,
                    "roles": [role.value for role in ListedRole if role in listed.roles],
                }
                for listed in reading.people
            ],
            "questions": [
                {
                    "code": question.code.value,
                    "about": question.about,
                    "text": words.plain(f"question-{question.code.name.lower().replace('_', '-')}"),
                }
                for question in reading.questions
            ],
            "skipped": list(reading.skipped),
            "warnings": [
                {"code": warning.code.value, "about": warning.about} for warning in reading.warnings
            ],
            "leftovers": [{"text": left.text, "about": left.about} for left in reading.leftovers],
        }
        out.print_json(json.dumps(shape, ensure_ascii=False))
        return
    for number, listed in enumerate(reading.people, 1):
        person = listed.person
        out.print(f"{number}. {cleaned(person.full_name)} – {cleaned(person.position or '?')}")
    for question in reading.questions:
        out.print(f"? {_asked(question, words)}")
    for line in reading.skipped:
        out.print(f"- {cleaned(line)}")
    for left in reading.leftovers:
        beside = "" if left.about is None else f"{left.about + 1}. "
        out.print(f"~ {beside}{cleaned(left.text)}")


def _asked(question: Question, words: Words) -> str:
    """A question of the reading, with the number of the person it is about."""
    text = words.plain(f"question-{question.code.name.lower().replace('_', '-')}")
    return text if question.about is None else f"{question.about + 1}. {text}"
