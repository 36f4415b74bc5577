"""The menus of commands: everybody's, and those of a coordinator's and an Advisor's own chat.

Bot API, "setMyCommands", "BotCommandScopeChat". A chat has a menu of its own where its person
holds a desk's role, or speaks another language than the default menu's.
"""

from collections.abc import Iterable

from telegram import BotCommand

from bot.words import LANGUAGES, Words
from conversations.access import Grant, Role

MENU = (
    *("start", "stan", "pomoc", "informacja", "termin", "doradca", "cwiczenie"),
    *("rodo", "moje_dane", "usun", "jezyk", "anuluj"),
)
"""Commands that everybody's menu offers; each has a `command-…` text."""
OF_ROLE = {
    Role.COORDINATOR: (
        *("stan", "import", "zaproszenia", "dostep", "ogloszenie", "historia", "ustawienia"),
        "eksport",
        *("pomoc", "informacja", "termin", "rodo", "moje_dane", "usun", "jezyk", "anuluj"),
    ),
    Role.ADVISOR: (
        *("stan", "eksport", "historia", "pomoc", "informacja", "termin"),
        *("rodo", "moje_dane", "usun", "jezyk", "anuluj"),
    ),
}


def wanted(grants: Iterable[Grant], language: str) -> str | None:
    """The menu of a person's chat, by role and language; None: everybody's."""
    held = {grant.role for grant in grants}
    role = next((each for each in OF_ROLE if each in held), None)
    if role is None:
        return None if language == LANGUAGES[0] else f"/{language}"
    return f"{role}/{language}"


def commands(menu: str) -> list[BotCommand]:
    """The commands of a menu that `wanted` names."""
    role, _, language = menu.partition("/")
    words = Words(language)
    names = OF_ROLE[Role(role)] if role else MENU
    return [BotCommand(name, words.plain(f"command-{name}")) for name in names]
