"""How the programme stands as a picture: a bar for each voivodeship and each Advisor.

A bar is all offices of its group; its parts differ by pattern and bear their counts, so colour is
never needed to tell them apart. Telegram shrinks a photo to 1280 pixels, so the picture is no
higher than that, and its letters are 12 pixels on a screen that is 400 wide. Pillow is imported
only when a picture is asked for: 0.1 s and 10 MB, where matplotlib takes 1 s and 68 MB.
"""

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from bot.documents.text import plain
from bot.words import Words
from conversations.progress import Group, Groups, Progress, Stand, grouped, overall
from conversations.submission import Office

WIDTH: Final = 1000
MOST_VOIVODESHIPS: Final = 8
MOST_ADVISORS: Final = 9
_FONT: Final = Path(__file__).parent / "fonts" / "DejaVuSansCondensed.ttf"
TEXT, _HEADING = 31, 36
_MARGIN, _NAMES = 24, 330
_ROW, _BAR = 49, 39
_INK, _PAPER, _QUIET = "#1b1b1b", "#ffffff", "#555555"
_FILLS: Final = {
    Progress.COMPLETE: ("#0072b2", ""),
    Progress.SUBMITTED: ("#8fd0f5", "/"),
    Progress.IN_WORK: ("#f2b84b", "."),
    Progress.NOT_STARTED: ("#ffffff", ""),
}
"""Colours that colour-blind people tell apart (Okabe and Ito), lightened below patterns."""


def chart(every: Sequence[Stand], words: Words) -> bytes:
    """The picture as PNG, in the reader's language."""
    sections = (
        ("voivodeship", grouped(every, _voivodeship, MOST_VOIVODESHIPS)),
        ("advisor", grouped(every, _advisor, MOST_ADVISORS)),
    )
    rows = sum(len(found.shown) + bool(found.rest) for _, found in sections)
    height = _MARGIN * 2 + 64 + 2 * 52 + len(sections) * 66 + rows * _ROW
    image = Image.new("RGB", (WIDTH, height), _PAPER)
    draw = ImageDraw.Draw(image)
    whole = overall(every)
    title = words.plain("chart-title", complete=whole.complete, count=whole.total)
    draw.text((_MARGIN, _MARGIN), title, _INK, _font(_HEADING))
    y = _legend(image, draw, whole, words, _MARGIN + 64)
    for key, found in sections:
        y += 18
        draw.text((_MARGIN, y), words.plain(f"chart-by-{key}"), _INK, _font(_HEADING))
        y = _bars(image, found, key, words, y + 48)
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def caption(every: Sequence[Stand], words: Words) -> str:
    """The picture in words, as HTML: for whoever does not see it."""
    whole = overall(every)
    lines = [words("chart-caption", complete=whole.complete, count=whole.total)]
    lines += [
        words("chart-caption-part", what=words(f"chart-{each}"), count=whole.counts.get(each, 0))
        for each in Progress
    ]
    worst = [
        words("chart-caption-group", name=_name(group, key, words), count=group.lacking)
        for key, of in (("voivodeship", _voivodeship), ("advisor", _advisor))
        for group in grouped(every, of, len(every) + 1).shown[:2]
        if group.lacking
    ]
    if worst:
        lines += [words("chart-caption-worst"), *worst]
    return "\n".join(lines)


def _voivodeship(office: Office) -> str | None:
    return office.voivodeship


def _advisor(office: Office) -> str | None:
    return office.advisor


def _name(group: Group, key: str, words: Words) -> str:
    return plain(group.name, 60) if group.name else words.plain(f"chart-no-{key}")


def _legend(
    image: Image.Image, draw: ImageDraw.ImageDraw, whole: Group, words: Words, top: int
) -> int:
    """What each pattern means, two in a line, with how many offices it stands for."""
    column = (WIDTH - 2 * _MARGIN) // 2
    for at, progress in enumerate(Progress):
        x, y = _MARGIN + (at % 2) * column, top + (at // 2) * 52
        _part(image, (x, y, x + 64, y + _BAR), progress)
        count = whole.counts.get(progress, 0)
        label = f"{words.plain(f'chart-{progress}')}: {count}"
        draw.text((x + 76, y + _BAR // 2), label, _INK, _font(TEXT), anchor="lm")
    return top + 2 * 52


def _bars(image: Image.Image, found: Groups, key: str, words: Words, top: int) -> int:
    """A row for each group: its name, its bar, how many of how many are complete."""
    draw = ImageDraw.Draw(image)
    rows = [(_name(group, key, words), group) for group in found.shown]
    if found.rest is not None:
        rows.append((words.plain(f"chart-rest-{key}", count=found.left_out), found.rest))
    shares = max((_measured(_share(group)) for _, group in rows), default=0)
    for name, group in rows:
        middle = top + _BAR // 2
        shown = _fitted(name, _NAMES - 12)
        draw.text((_MARGIN, middle), shown, _INK, _font(TEXT), anchor="lm")
        left, right = _MARGIN + _NAMES, WIDTH - _MARGIN - int(shares) - 14
        _bar(image, draw, group, (left, top, right, top + _BAR))
        draw.text((WIDTH - _MARGIN, middle), _share(group), _INK, _font(TEXT), anchor="rm")
        top += _ROW
    return top


def _share(group: Group) -> str:
    return f"{group.complete}/{group.total}"


def _bar(
    image: Image.Image, draw: ImageDraw.ImageDraw, group: Group, box: tuple[int, int, int, int]
) -> None:
    """One group: its parts in order, each with its count where that has room."""
    left, top, right, bottom = box
    before = 0
    for progress in Progress:
        count = group.counts.get(progress, 0)
        if not count:
            continue
        x0 = left + (right - left) * before // group.total
        before += count
        x1 = left + (right - left) * before // group.total
        _part(image, (x0, top, x1, bottom), progress)
        text = str(count)
        width, patterned = int(_measured(text)), bool(_FILLS[progress][1])
        # Beside its count enough of a pattern has to be left to be seen.
        if width + (44 if patterned else 14) > x1 - x0:
            continue
        middle = ((x0 + x1) // 2, (top + bottom) // 2)
        dark = progress is Progress.COMPLETE
        if patterned:
            around = (middle[0] - width // 2 - 5, top + 3, middle[0] + width // 2 + 5, bottom - 3)
            draw.rectangle(around, fill=_PAPER)
        draw.text(middle, text, _PAPER if dark else _INK, _font(TEXT), anchor="mm")


def _part(image: Image.Image, box: tuple[int, int, int, int], progress: Progress) -> None:
    """A part of a bar in its colour and pattern, with a line around it."""
    left, top, right, bottom = box
    width, height = max(right - left, 1), bottom - top
    colour, pattern = _FILLS[progress]
    part = Image.new("RGB", (width, height), colour)
    draw = ImageDraw.Draw(part)
    if pattern == "/":
        for x in range(-height, width, 14):
            draw.line((x, height, x + height, 0), fill="#004a75", width=3)
    if pattern == ".":
        for x in range(7, width, 14):
            for y in range(7, height, 14):
                draw.ellipse((x - 3, y - 3, x + 3, y + 3), fill="#7a4a00")
    draw.rectangle((0, 0, width - 1, height - 1), outline=_INK, width=2)
    image.paste(part, (left, top))


def _fitted(name: str, room: int) -> str:
    """A name as long as there is room: a person's given names first become initials."""
    if _measured(name) <= room:
        return name
    *given, last = name.split()
    shorter = " ".join((*(f"{each[0]}." for each in given), last))
    if _measured(shorter) <= room:
        return shorter
    while shorter and _measured(f"{shorter}…") > room:
        shorter = shorter[:-1]
    return f"{shorter}…"


def _measured(text: str) -> float:
    return _font(TEXT).getlength(text)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), size)
