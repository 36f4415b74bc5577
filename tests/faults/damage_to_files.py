"""Files as discs, mail and scripts damage them: each from a seed, so that any can be made again."""

import io
import random
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

from tests.corpus.tables.builder import build
from tests.corpus.tables.cases import load

_INTRUDERS = (
    *(b"<", b">", b'"', b"&x;", b"&#0;", b"9999999999", b"-1", b"NaN", b"1E400", b"\x00", b"]]>"),
    *(b' r="XFD1048576"', b' number-columns-repeated="99999999"', b' gridSpan="100000"'),
    *(b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]>", b"<w:tbl><w:tr><w:tc>", b"</table>", b";;;;\r\n"),
)


@cache
def whole_files() -> tuple[bytes, ...]:
    """Every table of the corpus, in its own format."""
    return tuple(build(case) for case in load())


def damaged(seed: int, number: int) -> bytes:
    """A file of the corpus with one to three kinds of damage."""
    chance = random.Random(f"{seed}:{number}")
    data = chance.choice(whole_files())
    for _ in range(chance.randint(1, 3)):
        harm = chance.choice(_HARMS)
        data = harm(data, chance) or data
    return data


def _overwritten(data: bytes, chance: random.Random) -> bytes:
    harmed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        harmed[chance.randrange(len(harmed))] = chance.randrange(256)
    return bytes(harmed)


def _cut_short(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(1, len(data))]


def _moved(data: bytes, chance: random.Random) -> bytes:
    """A stretch of the file stands elsewhere, or twice."""
    start = chance.randrange(len(data))
    stretch = data[start : start + chance.randint(1, 2_000)]
    rest = data if chance.random() < 0.5 else data[:start] + data[start + len(stretch) :]
    at = chance.randint(0, len(rest))
    return rest[:at] + stretch + rest[at:]


def _intruded(data: bytes, chance: random.Random) -> bytes:
    """Markup and numbers that no program writes, within a part of a package or in the text."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return _with_intruders(data, chance)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
        return data
    name = chance.choice(sorted(parts)) if parts else ""
    if not name:
        return data
    if chance.random() < 0.15:
        del parts[name]
    else:
        parts[name] = _with_intruders(parts[name], chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for each, content in parts.items():
            package.writestr(each, content)
    return stream.getvalue()


def _with_intruders(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(data))
        intruder = chance.choice(_INTRUDERS) * chance.choice((1, 1, 1, 50))
        data = data[:at] + intruder + data[at + chance.randint(0, 9) :]
    return data


_HARMS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_overwritten, _cut_short, _moved),
    *(_intruded, _intruded, _intruded),
)
