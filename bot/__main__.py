"""`python -m bot` is `komplet`."""

from bot.cli import main

if __name__ == "__main__":
    main()
