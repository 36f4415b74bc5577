"""Cuts contacts out of a row, and throws away what nobody asked for (domain.md §3.6 point 5).

E-mail, one telephone as E.164, the extension; rooms go. A PESEL, a date of birth or a home address
is discarded unread: only the fact is reported, the data never leaves this module.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from conversations.pasted_list.characters import COLUMN_GAP, holds

_DIGIT: Final = re.compile(r"\d")
# Begun at its beginning and never twice, so that no run of letters, however long, holds it up.
_RUN: Final = re.compile(r"(?<![^\s\x1f,;<>()\[\]|])[^\s\x1f,;<>()\[\]|@]*+@[^\s\x1f,;<>()\[\]|]*")
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_SPELLED_AT: Final = re.compile(r" ?[(\[](?:at|małpa)[)\]] ?")
_ROOM: Final = re.compile(
    r"\b(?:pok(?:ój|oj)?\b\.?|p\.(?= ?\d{1,3}[a-z]?(?:[ ,;|\t\x1f]|$))):? ?(?:nr )?\d{1,4}[a-z]?\b"
    r"(?:,? (?:(?:[IVX]{1,3}|\d)(?:\.? ?p(?:i[eę]tro\b|\.(?! ?o\b))|(?= p\. ?o\b))|parter\b"
    r"|bud(?:ynek\b|\.) ?\w{1,2}\b))?",
    re.IGNORECASE,
)
_EXTENSION: Final = re.compile(
    r"(?:\bwew(?:n|nętrzny|netrzny)?\b\.?|\bw\.) ?(?:nr )?:? ?(\d{1,5})\b", re.IGNORECASE
)
# Each begins with what it may begin with, so that most places of a row are left at once.
_PHONE: Final = re.compile(
    r"(?=[\d+(])(?<![\d+])(?<!\d )(?:(?:\+|00)48[ -]?|48 ?)?"
    r"\(?0?(\d(?:[ )/.-]{0,3}\d){8})(?!\d)(?! \d{1,2}\b)"
)
_FOREIGN_PHONE: Final = re.compile(r"\+(?!48)(\d(?:[ ()-]{0,2}\d){7,13})(?!\d)")
_KIND_OF_PHONE: Final = (
    r"(?: ?(?:sł|służb\w{0,5}|kom(?:órk\w{0,4})?|stac\w{0,8}|kontakt\w{0,4}|pryw\w{0,6}|dom\w{0,4})"
    r"\b\.?)"
)
# Begun by a set of letters, so that most places of a row are passed over at once.
_LABEL: Final = re.compile(
    r"[aemntfkAEMNTFK](?<!\w.)(?i:"
    r"(?:(?<=a)dres e-?mail|(?<=e)-?mail|(?<=m)ail(?:to)?"
    r"|(?:(?<=n)r t|(?<=n)umer t|(?<=t))el(?:efon\w{0,2})?|(?<=f)(?:ax|aks))"
    rf"\b\.?{_KIND_OF_PHONE}?:?"
    rf"|(?<=k)om\b\.?{_KIND_OF_PHONE}?:?(?= ?(?:$|[,;\x1f]))"
    r"|(?<=[temf]):(?= ?(?:$|[ ,;\x1f])))"
)
_PESEL: Final = re.compile(
    r"(?=[p\d])(?:\bpesel\b\W{0,3}\d(?:[ -]?\d){5,14}|(?<![\d+])\d{11}(?!\d))", re.IGNORECASE
)
_ELEVEN: Final = re.compile(r"\d{11}")
_PESEL_LABEL: Final = re.compile(r"\bpesel\b:?", re.IGNORECASE)
_MONTHS: Final = r"(?:stycz|lut|mar|kwie|maj|czerw|lip|sierp|wrze|pa[źz]dz|listop|grud)\w{0,8}"
_DAY: Final = (
    rf"(?:\d{{1,4}}[.\-/]\d{{1,2}}[.\-/]\d{{1,4}}|\d{{1,2}}\.? {_MONTHS} \d{{4}}|(?:19|20)\d\d)"
    r"(?: ?r\b\.?| roku\b)?"
)
_BIRTH: Final = re.compile(
    r"\b(?:dat[ay] )?ur(?:odz\w{0,6})?\b\.?:? ?(?:w dniu |dnia |w )?"
    rf"{_DAY}(?: we? [^\W\d_]{{2,30}}(?: [A-ZŁŚŻ]\w{{2,30}})?)?|\brocznik \d{{2,4}}",
    re.IGNORECASE,
)
_HOME: Final = re.compile(
    r"\b(?:zam(?!\.? ?publ)|zamieszk\w{1,6}|adres(?! e-?mail)(?: \w{1,15}){0,2}:)(?!\w)\.?:? ?"
    r"[^,;|\t\x1f]{0,120}",
    re.IGNORECASE,
)
_PAPERS: Final = re.compile(
    r"\b(?:(?:nr |seria )?dow(?:[oó]d|odu)(?: os(?:obist\w{1,3}|\.))?|paszport)\b"
    r"[^,;|\t\x1f\d]{0,30}\d{3,9}",
    re.IGNORECASE,
)
_MAIDEN: Final = re.compile(
    r"(?:\(? ?\b(?:z ?d\.|z domu)|\( ?(?:d\.|dawn(?:iej|\.))) ?"
    r"[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})?\)?",
    re.IGNORECASE,
)
# A set of characters goes before what looks behind, so that most places are passed over at once.
_DATE: Final = re.compile(
    r"\d(?<!\d\d)(?:\d?[.\-/]\d{1,2}[.\-/](?:19|20)\d\d|(?:(?<=1)9|(?<=2)0)\d\d-\d\d-\d\d)(?!\d)"
    r"(?: ?r\b\.?)?"
)
# „od 1 stycznia”, „do 31.12.2026 r.”: when somebody holds a post, nothing of the person's own.
_PERIOD: Final = re.compile(
    r"\b(?:od|do|z dniem|w dni(?:u|ach))(?: dnia)? "
    rf"(?:\d{{1,2}}[.\-/]\d{{1,2}}[.\-/](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
    rf"|(?:\d{{1,2}}\.? )?{_MONTHS}(?: (?:19|20)\d\d)?)(?!\d)(?: r\b\.?| roku\b)?",
    re.IGNORECASE,
)
# The small letters without one of which a pattern finds nothing: cheaper to look for.
_SPELLED: Final = ("(at", "[at", "małpa")
_ROOM_WORDS: Final = ("pok", "p.")
_EXTENSION_WORDS: Final = ("wew", "w.")
_PERIOD_WORDS: Final = ("od ", "do ", "dni")
_PARTED_DIGITS: Final = re.compile(r"\d[.\-/]\d")
_STREET: Final = re.compile(
    r"\b(?:ul|al|os|pl)\. ?(?=[^,;|\d]{0,20}[^\W\d_])[^,;|\t\x1f\d]{1,40}"
    r"\d{1,4}\w?(?: ?(?:/|m\.) ?\d{1,4})?"
    r"(?=[ ,;|\t\x1f)]|$)",
    re.IGNORECASE,
)
_STREET_WORDS: Final = ("ul.", "al.", "os.", "pl.")
_POSTCODE: Final = re.compile(r"\d(?<![\d-].)\d-\d{3}(?![\d-])(?: [^\W\d_]{2,30})?")
# A pattern of private data and the small letters without one of which it finds nothing.
_PRIVATE: Final = (
    (_BIRTH, ("ur", "rocznik")),
    (_HOME, ("zam", "adres")),
    (_PAPERS, ("dow", "paszport")),
    (_MAIDEN, ("d.", "z domu", "dawn")),
)
_PRIVATE_HINTS: Final = tuple(hint for _, hints in _PRIVATE for hint in hints)
_MONTHS_OF_A_YEAR: Final = 12
_PESEL_WEIGHTS: Final = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)


@dataclass(frozen=True, slots=True)
class Contacts:
    """What a row says about reaching a person, and the rest of the row.

    `details` are by the names of `Person`: e-mail, telephone, extension, what only a column says.
    `others` are telephones and addresses beside the one that is kept, and from when to when the
    row holds, as typed. `private` tells that data of the person's own was discarded; `dated` that
    a date or an address was, which is private only beside a name.
    """

    rest: str
    details: Mapping[str, str] = field(default_factory=dict)
    private: bool = False
    dated: bool = False
    others: tuple[str, ...] = ()

    @property
    def email(self) -> str | None:
        """The one that is kept."""
        return self.details.get("email")

    @property
    def phone(self) -> str | None:
        """The one that is kept, as E.164."""
        return self.details.get("phone")

    def completed(self, more: "Contacts") -> "Contacts":
        """With what the other says beyond this one; what contradicts it is among `others`."""
        displaced = (
            value for name, value in more.details.items() if self.details.get(name, value) != value
        )
        return replace(
            self,
            details={**more.details, **self.details},
            private=self.private or more.private,
            dated=self.dated or more.dated,
            others=(*self.others, *displaced, *more.others),
        )


def take_contacts(text: str) -> Contacts:
    """Cut the contacts out of a row; an incomplete number is left where it stands."""
    text = _SPELLED_AT.sub("@", text) if holds(text, _SPELLED) else text
    emails: list[str] = []

    def cut_mail(run: re.Match[str]) -> str:
        address = _MAIL.search(run[0])
        if address is None:
            return run[0]
        emails.append(address[0].lower())
        return f" {run[0][: address.start()]} {run[0][address.end() :]} "

    # No run holds a space, so none begins before the one that stands before the first „@”.
    begin = text.rfind(" ", 0, text.find("@")) + 1
    rest = text[:begin] + _RUN.sub(cut_mail, text[begin:]) if "@" in text else text
    rest = rest.replace("<", " ").replace(">", " ")
    # What is cut out below may have held a word that it holds no more: it is looked for in vain.
    small = rest.lower()
    rest, rooms = _ROOM.subn(COLUMN_GAP, rest) if holds(small, _ROOM_WORDS) else (rest, 0)
    rest, private = _without_private(rest, small)
    dates = holds(small, _PERIOD_WORDS)
    periods = [period[0] for period in _PERIOD.finditer(rest)] if dates else []
    rest = _PERIOD.sub(COLUMN_GAP, rest) if periods else rest
    rest, dated = _without_dates(rest, small)
    extended = holds(small, _EXTENSION_WORDS)
    extensions = list(_EXTENSION.finditer(rest)) if extended else []
    rest = _EXTENSION.sub(COLUMN_GAP, rest) if extensions else rest
    phones: list[str] = []
    others = [*periods, *[address for address in emails[1:] if address != emails[0]]]
    others += [extension[0] for extension in extensions[1:]]

    def cut_phone(found: re.Match[str], prefix: str) -> str:
        if phones:
            others.append(found[0])
        phones.append(prefix + _digits(found[1]))
        return COLUMN_GAP

    if _DIGIT.search(rest):
        rest = _PHONE.sub(partial(cut_phone, prefix="+48"), rest)
    if "+" in rest:
        rest = _FOREIGN_PHONE.sub(partial(cut_phone, prefix="+"), rest)
    if phones or emails or rooms or extensions:
        rest = _LABEL.sub(" ", rest)
    kept = {}
    if emails:
        kept["email"] = emails[0]
    if phones:
        kept["phone"] = phones[0]
    if extensions:
        kept["extension"] = extensions[0][1]
    return Contacts(
        rest=rest,
        details=kept,
        private=private,
        dated=dated,
        others=tuple(dict.fromkeys(others)),
    )


def _without_dates(text: str, small: str) -> tuple[str, bool]:
    """The text without dates and addresses, `small` the same in small letters, and whether any."""
    streets = (_STREET,) if holds(small, _STREET_WORDS) else ()
    days = (_DATE, _POSTCODE) if _PARTED_DIGITS.search(text) else ()
    found = 0
    for pattern in (*days[:1], *streets, *days[1:]):
        text, cut = pattern.subn(COLUMN_GAP, text)
        found += cut
    return text, found > 0


def is_room(text: str) -> bool:
    """Whether a line holds nothing but where somebody sits."""
    return text[:1] in "pP" and _ROOM.fullmatch(text.strip(" .,;")) is not None


def is_private(text: str) -> bool:
    """Whether a line holds data that must not be repeated to anybody."""
    return _without_private(text, text.lower())[1]


def _without_private(text: str, small: str) -> tuple[str, bool]:
    """The text without data of the person's own, `small` its small letters, and whether any."""
    found = False

    def cut(match: re.Match[str]) -> str:
        nonlocal found
        if match[0].startswith("48") and not _is_pesel(match[0]):
            return match[0]
        found = True
        return COLUMN_GAP

    named = "pesel" in small
    rest = _PESEL.sub(cut, text) if named or _ELEVEN.search(text) else text
    if named:
        rest = _PESEL_LABEL.sub(" ", rest)
    for pattern, hints in _PRIVATE if holds(small, _PRIVATE_HINTS) else ():
        if holds(small, hints):
            rest, cuts = pattern.subn(COLUMN_GAP, rest)
            found = found or cuts > 0
    return rest, found


def _is_pesel(digits: str) -> bool:
    """Of eleven digits that begin with 48: of who was born in a month of 1948, or a telephone."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _PESEL_WEIGHTS, strict=True))
    return total % 10 == 0 and 1 <= int(digits[2:4]) <= _MONTHS_OF_A_YEAR


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
