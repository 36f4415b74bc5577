"""Importing what stays for as long as the process does."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Import without looking for garbage, now and later: what is imported is none.

    Each look would walk through everything that came before, an eighth of a start in all.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
