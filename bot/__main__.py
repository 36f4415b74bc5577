"""The program `komplet`, which is `python -m bot` as well."""

import os

from bot.imports import uncollected


def main() -> None:
    """Run the program."""
    # pyreqwest's allocator would take memory by pages of 2 MB, of which most stays empty.
    os.environ.setdefault("MIMALLOC_ALLOW_THP", "0")
    with uncollected():
        from bot.cli import main as program  # noqa: PLC0415 - that is what is waited for
    program()


if __name__ == "__main__":
    main()
