"""A correction of one thing in an entry: „zmień telefon na 600 100 200”, „nazwisko na Kowalska”."""

import re
from dataclasses import replace
from typing import Final

from conversations.pasted_list.contacts import take_contacts
from conversations.pasted_list.names import is_name_shaped, proper
from conversations.people import Person
from conversations.vocabulary import fold

_MOST_WORDS_OF_A_NAME: Final = 3
_NAME: Final = re.compile(
    r"(?:prosz[eę] )?(?:(?:zmie[nń]|popraw)\w* )?"
    r"(?P<which>imi[eęa]\w*|nazwisk[oa]) na (?P<name>.+)",
    re.IGNORECASE,
)
_BESIDE: Final = frozenset(
    {
        *("prosze", "zmien", "zmienic", "zmiana", "popraw", "poprawic", "na", "to"),
        *("telefon", "telefonu", "nr", "numer", "e-mail", "mail"),
    }
)


def with_detail(known: Person, text: str) -> Person | None:
    """`known` with the one name, or the contacts, that a line states; None where it states more.

    Nothing else of the entry is touched: a position and the other contacts stay as they were.
    """
    line = " ".join(text.split()).rstrip(".")
    named = _NAME.fullmatch(line)
    if named:
        words = named["name"].split()
        if len(words) > _MOST_WORDS_OF_A_NAME or not all(map(is_name_shaped, words)):
            return None
        name = " ".join(map(proper, words))
        if fold(named["which"]).startswith("imi"):
            return replace(known, given=name)
        return replace(known, surname=name)
    contacts = take_contacts(line)
    if not contacts.details or contacts.others or contacts.private or contacts.dated:
        return None
    rest = re.findall(r"[^\W_][\w-]*", fold(contacts.rest))
    return replace(known, **contacts.details) if _BESIDE.issuperset(rest) else None
