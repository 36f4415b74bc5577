"""The program `komplet`, which is `python -m bot` as well."""

from bot.imports import uncollected


def main() -> None:
    """Run the program."""
    with uncollected():
        from bot.cli import main as program  # noqa: PLC0415 - that is what is waited for
    program()


if __name__ == "__main__":
    main()
