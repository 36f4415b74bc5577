"""The people of the playground: fictional, with fixed Telegram ids and what each is there for."""

from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Member:
    """A person with a Telegram account. `caption` is shown on the page and never to the bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    caption: str = ""
    language_code: str = "pl"

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def as_user(self) -> dict[str, Any]:
        """The Bot API's `User`."""
        return (
            {"id": self.id, "is_bot": False} | self._names() | {"language_code": self.language_code}
        )

    def as_chat(self) -> dict[str, Any]:
        """The Bot API's `Chat`: the private one with this person."""
        return {"id": self.id, "type": "private"} | self._names()

    def _names(self) -> dict[str, str]:
        names = {
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
        }
        return {key: value for key, value in names.items() if value}


COORDINATOR: Final = Member(
    700_000_001, "Joanna", "Maciejewska", "joanna_maciejewska", "koordynatorka projektu"
)
ADVISOR: Final = Member(700_000_002, "Halina", "Wrońska", "halina_wronska", "Doradca")
HEAD_OF_WLODAWA: Final = Member(700_000_003, "Tomasz", "Bartoszuk", caption="starosta włodawski")
HEAD_OF_TERESPOL: Final = Member(
    700_000_004, "Ewa", "Sidorczuk", "ewa_sidorczuk", "burmistrz Terespola"
)
SECRETARY: Final = Member(
    700_000_005, "Anna", "Kowalczyk", caption="Sekretarz powiatu włodawskiego"
)
STRANGER: Final = Member(700_000_006, "Karol", "Nowicki", caption="ktoś obcy, bez zaproszenia")

CAST: Final = (
    COORDINATOR,
    ADVISOR,
    HEAD_OF_WLODAWA,
    HEAD_OF_TERESPOL,
    SECRETARY,
    STRANGER,
)
