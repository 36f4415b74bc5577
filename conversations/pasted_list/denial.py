"""Words that deny a part of the list: „nie wchodzi”, „bez ZR”, „spoza zespołu”, „nie dotyczy”.

Source: domain.md §3.5. Who is denied what is decided by whoever asks: here only that it is denied.
"""

import re
from typing import Final

from conversations.pasted_list.words import NO_MARKS
from conversations.vocabulary import fold

# „Nie tylko w bloku I” denies nothing, nor does „niezależnie”.
_DENIAL: Final = re.compile(
    r"\bnie\b(?! tylko\b)|\b(?:bez|spoza|nikt|nikogo|nikomu|zad(?:en|n[aey]|nego|nej|nych))\b"
    r"|\bn/d\b|\bn\. ?d\.|\bnd\b"
    r"|\bpoza (?:zespol|sklad|redakc|grup|blok|zr\b)"
    r"|\b(?:z?rezygn|odmow|odmaw|wyklucz|wylacz(?!nie)|zwolnion)"
)


def denies(text: str) -> bool:
    """Whether words deny what they speak of, or are no more than the mark of a denial („–”)."""
    folded = fold(text).strip()
    return folded.strip(" .()") in NO_MARKS or _DENIAL.search(folded) is not None
