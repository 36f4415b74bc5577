"""Says what a file is by its content, and has it read; its name and suffix are hearsay."""

import io
import re
import zipfile
from typing import Any

from bot.upload_child import (
    document,
    old_workbook,
    open_document,
    plain_text,
    web_page,
    workbook,
)
from bot.upload_child.cells import MOST_SHEETS
from bot.upload_child.refusals import Refusal, Refused

MOST_UNPACKED = 50 * 1024 * 1024
MOST_PARTS = 1_000

_SIGNATURES = (
    (b"%PDF-", Refusal.PDF),
    (b"\xff\xd8\xff", Refusal.IMAGE),
    (b"\x89PNG", Refusal.IMAGE),
    (b"GIF8", Refusal.IMAGE),
    (b"II*\x00", Refusal.IMAGE),
    (b"MM\x00*", Refusal.IMAGE),
    (b"{\\rtf", Refusal.OLD_WORD),
    (b"7z\xbc\xaf", Refusal.ARCHIVE),
    (b"Rar!", Refusal.ARCHIVE),
    (b"\x1f\x8b", Refusal.ARCHIVE),
)
_MARKUP = re.compile(rb"\s*(?:<[!?a-z]|mime-version:)", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00",
         b"\x09\x08\x10\x00")  # fmt: skip
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def read(data: bytes) -> list[dict[str, Any]]:
    """The sheets of a file, as JSON values. Raises Refused, whatever the bytes are."""
    try:
        sheets = _sheets(data)
    except Refused:
        raise
    except MemoryError:
        raise Refused(Refusal.TOO_BIG_INSIDE) from None
    except Exception:  # noqa: BLE001 - a damaged file may raise anything at all in its reader
        raise Refused(Refusal.UNREADABLE) from None
    if not sheets:
        raise Refused(Refusal.UNREADABLE)
    if len(sheets) > MOST_SHEETS:
        raise Refused(Refusal.TOO_BIG_INSIDE)
    return sheets


def _sheets(data: bytes) -> list[dict[str, Any]]:
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refused(Refusal.EMPTY)
    if data.startswith(_ZIP):
        return _zip(data)
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(_BIFF):
        return old_workbook.read(data)
    head = data[:1024].removeprefix(b"\xef\xbb\xbf")
    _refuse_foreign(head, len(data))
    if _MARKUP.match(head) or head.startswith((b"\xff\xfe<\x00", b"\xfe\xff\x00<")):
        return web_page.read(data)
    return plain_text.read(data)


def _refuse_foreign(head: bytes, size: int) -> None:
    for signature, reason in _SIGNATURES:
        if head.lstrip().startswith(signature):
            raise Refused(reason)
    if head[8:12] == b"WEBP" or head[4:8] == b"ftyp":
        raise Refused(Refusal.IMAGE)
    if head[:2] == b"BM" and int.from_bytes(head[2:6], "little") == size:
        raise Refused(Refusal.IMAGE)


def _ole(data: bytes) -> list[dict[str, Any]]:
    """An old Office file. Names of streams stand in its directory as UTF-16."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        raise Refused(Refusal.PASSWORD)
    if has("WordDocument"):
        raise Refused(Refusal.OLD_WORD)
    if not (has("Workbook") or has("Book")):
        raise Refused(Refusal.UNSUPPORTED)
    if has("_VBA_PROJECT"):
        raise Refused(Refusal.MACROS)
    return old_workbook.read(data)


def _zip(data: bytes) -> list[dict[str, Any]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Refused(Refusal.TOO_BIG_INSIDE)
        if any(part.flag_bits & 1 for part in parts):
            raise Refused(Refusal.PASSWORD)
        names = {part.filename for part in parts}
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise Refused(Refusal.MACROS)
        if "xl/workbook.xml" in names:
            return workbook.read(data, package)
        if "word/document.xml" in names:
            return document.read(package)
        if "content.xml" in names:
            return open_document.read(package)
        raise Refused(Refusal.UNSUPPORTED if "xl/workbook.bin" in names else Refusal.ARCHIVE)
