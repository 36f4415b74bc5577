"""Sorting by the Polish alphabet: ą after a, ł after l, ż last (domain.md §3.10)."""

from typing import Final

_LETTERS: Final = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_FIRST: Final = 0xE000
"""Private code points stand for the letters in their order, above digits, dashes and spaces."""
_FOREIGN: Final = chr(_FIRST + len(_LETTERS))
_ORDER: Final = {ord(letter): _FIRST + at for at, letter in enumerate(_LETTERS)}


def polish_key(text: str) -> bytes:
    """A key whose bytes sort as the text does in Polish, whatever compares them.

    Other marks come before letters, letters of other alphabets after them; case does not count.
    """
    ordered = text.casefold().translate(_ORDER)
    if not text.isascii():
        # Private code points are no letters to Python.
        ordered = "".join(_FOREIGN + each if each.isalpha() else each for each in ordered)
    return ordered.encode("utf-8", "surrogatepass")
