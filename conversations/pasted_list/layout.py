"""Parts a pasted text into rows: headings, columns, labelled cards, greetings and signatures.

Source: domain.md §3.6 points 3 and 4. A line that is in no row names nobody. Who is in a row is not
decided here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from conversations.pasted_list.broken_lines import continues, names_in_any_case, sentences
from conversations.pasted_list.bullets import numbered_parts, without_bullet
from conversations.pasted_list.changes import may_be_change, read_change
from conversations.pasted_list.characters import COLUMN_GAP, Line
from conversations.pasted_list.columns import (
    NAME_FIELDS,
    PARTS,
    Columns,
    column_alone,
    columns_of,
    label_of,
)
from conversations.pasted_list.contacts import is_room
from conversations.pasted_list.denial import answers_no, denies
from conversations.pasted_list.everybody import everybody_but, told_of_editors
from conversations.pasted_list.footnotes import footnote, leading_stars
from conversations.pasted_list.legends import with_marks_written_out
from conversations.pasted_list.marks_below import BULLETS, marks_below
from conversations.pasted_list.names import names_somebody
from conversations.pasted_list.numbers import read_numbers
from conversations.pasted_list.rows import Layout, Row, Walk
from conversations.pasted_list.sections import (
    Section,
    is_heading,
    is_post_and_heading,
    may_be_heading,
    part_told,
    parts_beside,
    section_of,
)
from conversations.pasted_list.sentences import announces
from conversations.pasted_list.words import (
    ADDRESSEE_LABELS,
    CLOSINGS,
    DISCLAIMER,
    DITTO,
    LINKING_VERBS,
    MAIL_LABELS,
    SENT_FROM,
    SIGNATURES,
    YES_MARKS,
)
from conversations.positions import PositionClass, classify
from conversations.vocabulary import fold

_NUMBER_ALONE: Final = re.compile(r"\(?(?:\d{1,3}|[IVX]{1,5})[.)/]?\)?")
_QUOTED: Final = re.compile(r"(?:> ?)+")
# „…; stanowisko: Skarbnik; tel.: …”: a whole card on one line.
_LABELLED: Final = re.compile(
    r" ?[;,| \x1f] ?(?=(?:imi|nazwisk|stanowisk|funkcj|tel|e-?mail|kom)[^:;,|]{0,20}: )",
    re.IGNORECASE,
)
_SIGNED_BY: Final = re.compile(r"[(\[/] ?[–-] ?[)\]/]")
_RESERVE: Final = re.compile(r"(?:(?:osoby|lista|sklad|uczestnicy) )?rezerw(?:a|y|ow\w{1,3}) ?:?")
_INITIALED: Final = re.compile(
    r"(?:[A-ZĆŁŚŹŻ]\. ?){1,2}[A-ZĆŁŚŹŻ][^\W\d_]{2}|[A-ZĆŁŚŹŻ][^\W\d_]{2,25} [A-ZĆŁŚŹŻ]\.(?!\w)"
)
# A part that is told of one person with a yes or a no, as in a card, and its label.
_LABELS: Final = {
    Section.EDITORIAL: "editorial",
    Section.STEERING: "steering",
    Section.PLENIPOTENTIARY: "plenipotentiary",
}
_PLAIN: Final = (":", " – ", " - ")
# „Pełnomocnikiem będzie …”, „… obejmie funkcję pełnomocnika”: a sentence, and no heading.
_OF_PLENIPOTENTIARY: Final = re.compile(r"[^:]*\bpelnomocni(?:ka|kiem|kowi)\b[^:]*")
_TOO: Final = frozenset({"tez", "takze", "rowniez", "jednoczesnie", "zarazem"})
_CELLS: Final = ("\t", ";", "|", COLUMN_GAP)
_NUMBERED_PART: Final = re.compile(r"(?::| [–-]) ?\d")
_NUMBER_WORD: Final = re.compile(r"\b(?:nr|poz|pkt|lp)\b\.? ?", re.IGNORECASE)
_LONGEST_NUMBER: Final = 3
"""Letters: of „B” and „II”, which number a heading as „2.” does."""
_LONGEST_HEADING: Final = 200


def lay_out(lines: Sequence[Line]) -> Layout:
    """Part the lines of a text."""
    legends = with_marks_written_out(lines)
    walk = Walk(
        leading_stars=leading_stars(lines),
        last_quoted=_last_quoted_name(lines),
        marks_below=marks_below(lines),
        lone_star=sum("*" in line.text for line in lines) == 1,
    )
    for line in legends.lines:
        if line.number in legends.told:
            continue
        for sentence in sentences(line.text):
            _take(walk, line if sentence == line.text else replace(line, text=sentence))
    walk.end_card()
    return Layout(
        rows=tuple(_with_blanks_denied(walk.rows)),
        editors=walk.editors,
        everybody=walk.everybody,
        legends=walk.legends,
        unseen=legends.unseen,
        both=walk.both,
        explained=frozenset(walk.explained),
        superfluous=frozenset(walk.superfluous),
        headings=frozenset(walk.headings),
        changes=frozenset(walk.changes),
        silent=walk.silent,
        sections=walk.sections,
        forwarded=walk.forwarded,
    )


def _with_blanks_denied(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, a blank in the group's column read as „nie” where others have a mark."""
    marked = any(row.fields.get("steering") for row in rows)
    for row in rows:
        blank = marked and row.fields.get("steering") == ""
        yield replace(row, fields={**row.fields, "steering": "nie"}) if blank else row


def _last_quoted_name(lines: Sequence[Line]) -> int:
    """The last quoted line that names somebody, but for who signed; -1 without one.

    Headings above it are those of a list, others only those of what was asked.
    """
    last = -1
    for line in lines:
        if not line.text.startswith(">"):
            continue
        text = _QUOTED.sub("", line.text, count=1)
        if _is_signature(fold(text[:_LONGEST_HEADING])):
            break
        named = names_somebody(text[:100]) or _INITIALED.match(without_bullet(text)[0])
        if named and fold(text.partition(":")[0]) not in MAIL_LABELS:
            last = line.number
    return last


def _take(walk: Walk, line: Line) -> None:
    walk.quoted = line.text.startswith(">")
    text = _QUOTED.sub("", line.text, count=1) if walk.quoted else line.text
    columns = columns_of(text)
    alone = column_alone(text)
    if columns or alone:
        walk.end_card()
        walk.headings.add(line.number)
        walk.columns = columns or (Columns((alone,)) if alone in NAME_FIELDS else walk.columns)
        return
    if _take_footnote(walk, line, text):
        return
    if _NUMBER_ALONE.fullmatch(text):
        walk.numbers.append(line.number)
        return
    bare, numbered = without_bullet(text)
    label, value = _label_of(bare)
    if label and not (label in PARTS and _is_of_list(walk, value)):
        value, *more = _LABELLED.split(value)
        _take_label(walk, line, label, value)
        for labelled in more:
            _take_label(walk, line, *(_label_of(labelled)))
        return
    walk.end_card()
    if _take_mark_below(walk, line, bare, bulleted=text[:1] in BULLETS):
        return
    if is_room(text) and walk.extend(line.number):
        return
    if _take_addressees(walk, line, text):
        return
    if _SIGNED_BY.match(text):
        _take_signature(walk, line)
    folded = fold(text[:_LONGEST_HEADING])
    closes = walk.named or (line.number > 0 and folded.startswith(CLOSINGS))
    walk.signed = walk.signed or (closes and _is_signature(folded))
    whole = fold(bare)
    if may_be_change(whole) and _asks_for_change(bare):
        walk.changes.add(line.number)
        return
    walk.inline = walk.inline or (walk.quoted and not walk.named)
    asked = walk.quoted and walk.answered and line.number > walk.last_quoted
    asked = asked and not (walk.inline and bare.endswith(":"))
    if not asked and _take_heading(walk, line, bare, whole):
        return
    if _is_noise(text, folded) or (walk.signed and not numbered):
        walk.silent.append((line.number, text))
        return
    walk.signed = False
    if _take_parts_beside(walk, line, text):
        return
    cells = walk.columns.cells(text)
    if cells is not None:
        _repeat_units(walk, cells)
        walk.add(Row((line.number,), fields=cells, section=walk.section, numbered=True))
        return
    if bare == text and _is_rest(walk, line, text):
        row = walk.rows[-1]
        glue = "" if row.text.endswith("-") and row.text[-2:-1].isalpha() else " "
        walk.rows[-1] = replace(
            row, text=f"{row.text}{glue}{text}", lines=(*row.lines, line.number)
        )
        return
    for part in numbered_parts(text):
        bare, numbered = without_bullet(part)
        walk.add(
            Row(
                (line.number,),
                text=bare,
                section=_section_here(walk, bare, numbered=numbered),
                numbered=numbered,
                oblique=walk.oblique,
            )
        )


def _section_here(walk: Walk, bare: str, *, numbered: bool) -> Section | None:
    """The part a line stands in; the sentence below the editors that appoints is not of theirs."""
    of_editors = walk.section is Section.EDITORIAL and not numbered
    told = _OF_PLENIPOTENTIARY.match(fold(bare)) if of_editors else None
    words = told[0].split() if told else ()
    appoints = not LINKING_VERBS.isdisjoint(words) or announces(" ".join(words))
    if not appoints or not _TOO.isdisjoint(words):
        return walk.section
    return None if denies(bare) else Section.PLENIPOTENTIARY


def _is_of_list(walk: Walk, value: str) -> bool:
    """Whether „Pełnomocnik: 1” tells who, by a number of the list, rather than that somebody is."""
    return value.strip(" .").isdigit() and not walk.card_lines


def _take_footnote(walk: Walk, line: Line, text: str) -> bool:
    """Whether the line says what the stars beside names mean."""
    note = footnote(text)
    if note is None or (walk.lone_star and walk.rows and is_heading(text.removeprefix("* "))):
        return False
    if note.section is not None:
        walk.legends[note.stars] = note.section
        return True
    if note.stars in walk.starred and walk.leading_stars[note.stars] == 1:
        walk.explained.add(note.stars)
        walk.silent.append((line.number, text))
        return True
    return False


def _take_parts_beside(walk: Walk, line: Line, text: str) -> bool:
    """Whether the line is a row of a table whose columns are parts, each cell somebody of one."""
    mark, parts = walk.beside
    cells = text.strip("|").split(mark) if mark and mark in text else []
    if not 0 < len(cells) <= len(parts):
        return False
    for cell, part in zip(cells, parts, strict=False):
        if cell.strip():
            bare, _ = without_bullet(cell.strip())
            walk.add(Row((line.number,), text=bare, section=part, numbered=True))
    return True


def _take_mark_below(walk: Walk, line: Line, bare: str, *, bulleted: bool) -> bool:
    """Whether a line with a bullet, below a row without one, puts whom that names in a part."""
    below, walk.bulleted = bulleted and not walk.bulleted, bulleted
    above = walk.rows[-1] if walk.rows else None
    if above is None or above.lines[-1] + 1 != line.number or not below:
        return False
    if line.number not in walk.marks_below or not names_somebody(above.text):
        return False
    walk.rows[-1] = replace(above, text=f"{above.text} ({bare})", lines=(*above.lines, line.number))
    walk.bulleted = False
    return True


def _repeat_units(walk: Walk, cells: dict[str, str]) -> None:
    """Write out a „j.w.” in the column of parts of the office, from the row above."""
    above = walk.rows[-1].fields if walk.rows else {}
    for name, value in cells.items():
        if name.startswith(("unit", "any_unit")) and fold(value) in DITTO:
            cells[name] = above.get(name, "")


def _is_rest(walk: Walk, line: Line, text: str) -> bool:
    row = walk.rows[-1] if walk.rows else None
    if row is None or row.lines[-1] + 1 != line.number:
        return False
    return continues(row.text, text, numbered=row.numbered)


def _take_signature(walk: Walk, line: Line) -> None:
    """„/-/ Jan Gil”: who signed is no list, nor is the post right above."""
    walk.signed = True
    above = walk.rows[-1] if walk.rows else None
    if above is None or above.lines[-1] + 1 != line.number or names_somebody(above.text):
        return
    if classify(above.text) is not PositionClass.UNKNOWN:
        walk.silent += [(number, above.text) for number in above.lines]
        walk.rows.pop()


def _asks_for_change(text: str) -> bool:
    change = read_change(text)
    return change is not None and bool(change.leaving)


def _take_addressees(walk: Walk, line: Line, text: str) -> bool:
    """Whether the line is of a mail's head; those it was sent to may be the list."""
    head, colon, tail = text.partition(":")
    label = fold(head).strip(" .") if colon else ""
    if label not in MAIL_LABELS | ADDRESSEE_LABELS:
        return False
    if label in ADDRESSEE_LABELS and "@" in tail:
        walk.add(Row((line.number,), text=tail.strip(), numbered=True, addressees=True))
    walk.forwarded = walk.forwarded or label in MAIL_LABELS
    return True


def _take_heading(walk: Walk, line: Line, bare: str, folded: str) -> bool:
    """Whether the line is a heading, alone or with its people behind it."""
    before, colon, after = bare.partition(":")
    if not (colon or walk.section is Section.EDITORIAL or may_be_heading(folded)):
        return False
    told = told_of_editors(bare)
    if told is not None:
        numbers = read_numbers(told)
        walk.open(Section.EDITORIAL)
        if numbers is not None:
            walk.editors[line.number] = numbers
        else:
            walk.everybody[line.number] = everybody_but(told) or ()
        return True
    for mark in _PLAIN:
        head, _, number = bare.partition(mark)
        if section_of(head) is Section.PLENIPOTENTIARY and read_numbers(number):
            walk.open(Section.PLENIPOTENTIARY)
            number = f"nr {number.strip()}"
            walk.add(Row((line.number,), text=number, section=walk.section, numbered=True))
            return True
    unopened = bool(walk.rows) and walk.rows[-1].section is not Section.EDITORIAL
    if walk.section is Section.EDITORIAL and unopened:
        numbers = read_numbers(_NUMBER_WORD.sub("", line.text.lstrip("> ")))
        if numbers and len(numbers) > 1:
            walk.editors[line.number] = numbers
            return True
        but = everybody_but(bare)
        if but is not None:
            walk.everybody[line.number] = but
            return True
    if walk.rows and _NUMBERED_PART.search(bare) and is_heading(bare) and not section_of(bare):
        walk.sections = True
        walk.add(Row((line.number,), text=bare, numbered=True))
        return True
    if is_heading(bare):
        walk.open(section_of(bare))
        walk.beside = parts_beside(bare)
        walk.both = walk.both or (section_of(bare) is None and not walk.beside[1])
        return True
    if _RESERVE.fullmatch(folded):
        walk.reserve = True
        return True
    for mark in (":", " – ", " - ", "\t", "|", COLUMN_GAP):
        head, found, tail = bare.partition(mark)
        if found and len(head) < _LONGEST_NUMBER and is_heading(tail):
            walk.open(section_of(tail))
            return True
        section = section_of(head) if found else None
        answered = fold(tail).strip(" .") in YES_MARKS or answers_no(tail)
        if section in _LABELS and answered and not _is_of_list(walk, tail):
            _take_label(walk, line, _LABELS[section], tail.strip())
            return True
        if section is not None and (mark in _PLAIN or names_in_any_case(tail)):
            _open_with(walk, line, section, tail.strip(), oblique=False)
            return True
    if colon and len(before) < _LONGEST_HEADING and not names_in_any_case(before):
        section = None if is_post_and_heading(before) else part_told(before)
        if section is not None or announces(before):
            if denies(before):
                section = walk.section = None
            _open_with(walk, line, section, after.strip(), oblique=announces(before))
            return True
    return False


def _open_with(
    walk: Walk, line: Line, section: Section | None, people: str, *, oblique: bool
) -> None:
    walk.open(section)
    walk.oblique = oblique
    for part in numbered_parts(people) if people else ():
        text = without_bullet(part)[0]
        walk.add(
            Row((line.number,), text=text, section=walk.section, numbered=True, oblique=oblique)
        )


def _take_label(walk: Walk, line: Line, label: str, value: str) -> None:
    begins_another = label in NAME_FIELDS and label in walk.card
    if begins_another or (walk.card_lines and line.number > walk.card_lines[-1] + 1):
        walk.end_card()
    if label == "superfluous":
        walk.superfluous.add(line.number)
    if label == "room" and not walk.card_lines and walk.extend(line.number):
        return
    if label == "superfluous" and walk.card_lines:
        walk.card_lines.append(line.number)
    if label in ("superfluous", "contact"):
        return
    label = "remarks" if label == "ignored" else label
    walk.card[label] = f"{walk.card[label]}, {value}" if label in walk.card else value
    walk.card_lines.append(line.number)


def _label_of(text: str) -> tuple[str, str]:
    """The field that a line's label names, and the rest; two empty texts without a label."""
    head, colon, tail = text.partition(":")
    short = bool(colon) and len(head) < 40 and not names_somebody(head)
    label = label_of(head) if short else ""
    if not label or label == "number":
        return "", ""
    value = tail.strip()
    if label == "room" and not value[:1].isdigit():
        return "", ""
    if label in ("position", "unit", "any_unit", "ignored", "room") and names_somebody(tail):
        return "", ""
    if label in PARTS:
        yes_or_no = fold(value).strip(" .") in YES_MARKS or answers_no(value)
        return (label, value) if yes_or_no else ("", "")
    return label, value


def _is_signature(folded: str) -> bool:
    return folded.startswith(SIGNATURES) or folded == "--" or DISCLAIMER in folded


def _is_noise(text: str, folded: str) -> bool:
    """A command, a question, a greeting or a telephone's advertisement: it names nobody."""
    return (
        text.startswith("/")
        or text.endswith("?")
        or folded.startswith(SENT_FROM)
        or (folded.startswith(SIGNATURES) and len(text) < 40)
    )
