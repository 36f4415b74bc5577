"""Importing what stays for as long as the process does, at little cost."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


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


@contextmanager
def without(module: str) -> Iterator[None]:
    """Import others as where this one is not installed, which they can do without.

    Only before anything has imported it.
    """
    absent: Any = None  # as the reference of Python says (import system, the module cache)
    sys.modules.setdefault(module, absent)
    try:
        yield
    finally:
        if sys.modules[module] is None:
            del sys.modules[module]
