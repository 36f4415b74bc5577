"""What goes wrong on purpose: rules that strike calls and updates, by chance and by count.

The shape of the rules is described in docs/playground.md. Nothing here acts; the server and the
queue ask what strikes and do it.
"""

import random
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

BEFORE: Final = ("flood", "server_error", "hang", "refuse")
AFTER: Final = ("drop_reply",)
UPON_UPDATES: Final = ("duplicate_update", "delay_update")
LONGEST: Final = 7 * 24 * 3600

Kind = Literal[
    "flood",
    "server_error",
    "hang",
    "refuse",
    "drop_reply",
    "duplicate_update",
    "delay_update",
]


class Rule(BaseModel):
    """One cause of trouble, and how often it has struck."""

    model_config = ConfigDict(extra="forbid", strict=True)

    kind: Kind
    method: str = "*"
    chance: Annotated[float, Field(ge=0, le=1)] = 1
    count: Annotated[int, Field(ge=0)] | None = None
    seconds: Annotated[float, Field(ge=0, le=LONGEST)] = 1
    struck: int = 0

    def applies(self, kinds: tuple[str, ...], name: str) -> bool:
        spent = self.count is not None and self.struck >= self.count
        return self.kind in kinds and self.method.lower() in {"*", name.lower()} and not spent


class Forecast(BaseModel):
    """The whole weather."""

    model_config = ConfigDict(extra="forbid", strict=True)

    seed: int = 0
    rules: list[Rule] = []


class Weather:
    """The rules in force; sunshine until some are put."""

    def __init__(self) -> None:
        self._forecast = Forecast()
        self._dice = random.Random(0)  # noqa: S311 - dice, not secrets

    @property
    def rules(self) -> list[Rule]:
        return self._forecast.rules

    def put(self, given: Any) -> None:
        """Replace the whole weather and begin the dice anew.

        Raises ValueError that says what cannot be read; the weather then stays as it was.
        """
        try:
            forecast = Forecast.model_validate(given)
        except ValidationError as reason:
            first = reason.errors()[0]
            place = ".".join(map(str, first["loc"])) or "the weather"
            raise ValueError(f"{place}: {first['msg']}") from None
        for rule in forecast.rules:
            rule.struck = 0
        self._forecast = forecast
        self._dice.seed(forecast.seed)

    def shown(self) -> dict[str, Any]:
        return self._forecast.model_dump()

    def strikes(self, kinds: tuple[str, ...], name: str) -> Rule | None:
        """The first rule of these kinds that strikes a method or an update's kind, if any."""
        for rule in self.rules:
            if rule.applies(kinds, name) and self._dice.random() < rule.chance:
                rule.struck += 1
                return rule
        return None
