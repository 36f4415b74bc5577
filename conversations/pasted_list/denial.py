"""Words that deny a part of the list: „nie wchodzi”, „bez ZR”, „spoza zespołu”, „nie dotyczy”.

Source: domain.md §3.5. Who is denied what is decided by whoever asks: here only that it is denied.
"""

import re
from typing import Final

from conversations.pasted_list.words import NO_MARKS
from conversations.vocabulary import fold

YES: Final = "tak"
NO: Final = "nie"
# „Nie tylko w bloku I” denies nothing, nor does „niezależnie”.
_DENIAL: Final = re.compile(
    r"\bnie\b(?! tylko\b)|\b(?:bez|spoza|nikt|nikogo|nikomu|zad(?:en|n[aey]|nego|nej|nych))\b"
    r"|\bn/d\b|\bn\. ?d\.|\bnd\b"
    r"|\bpoza (?:zespol|sklad|redakc|grup|blok|zr\b)"
    r"|\b(?:z?rezygn|odmow|odmaw|wyklucz|wylacz(?!nie)|zwolnion)"
)

# Who „wyznaczy” or „wskaże” somebody decides later, and is not the one; „wyznacza” may name one.
_DECIDES_LATER: Final = re.compile(
    r"\b(?:wyznaczy|wskaze|powola|zglosi|ustanowi|powierzy|wytypuje|zaproponuje|oddeleguje"
    r"|upowazni|mianuje|ustali|okresli|wybierze|poda)\b"
)
_ANSWER: Final = re.compile(
    r"nie(?: dotyczy| wchodzi| uczestniczy| bierze udzialu| nalezy| jest)?|n/d|n\. ?d|nd"
)


def answer_of(text: str) -> bool | None:
    """What a text says that is no more than „tak”, „nie” or the like; None for any other."""
    return True if fold(text) == YES else False if answers_no(text) else None


def answers_no(text: str) -> bool:
    """Whether a text is a denial and nothing else: „nie dotyczy”, „N/D”, „–”."""
    answer = fold(text).strip(" .()")
    return answer in NO_MARKS or _ANSWER.fullmatch(answer) is not None


def denies(text: str) -> bool:
    """Whether words deny what they speak of, or are no more than the mark of a denial („–”)."""
    return answers_no(text) or _DENIAL.search(fold(text)) is not None


def decides_later(text: str) -> bool:
    """Whether words tell who is going to name somebody: „pełnomocnika wyznaczy …”."""
    return _DECIDES_LATER.search(fold(text)) is not None
