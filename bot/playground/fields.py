"""The fields of a JSON object as Telegram's server reads them, with its words for what is amiss.

tdlib/td, `JsonObject`: a number passes for a text, a text that is a number passes for one, null is
as good as absent.
"""

import re
from typing import Any, Final

NUMBER: Final = re.compile(r"-?\d{1,19}", re.ASCII)


class Unreadable(ValueError):
    """A value that Telegram cannot read; the message is its reason."""


class Fields:
    """Typed access to one object; every method raises `Unreadable`."""

    def __init__(self, value: Any, otherwise: str = "expected an Object") -> None:
        if not isinstance(value, dict):
            raise Unreadable(otherwise)
        self.value: dict[str, Any] = value

    def has(self, name: str) -> bool:
        return self.value.get(name) is not None

    def string(self, name: str, *, required: bool = False) -> str:
        match self._get(name, required):
            case None:
                return ""
            case str(text):
                return text
            case bool():
                raise Unreadable(f'Field "{name}" must be of type String')
            case int() | float() as number:
                return str(number)
            case _:
                raise Unreadable(f'Field "{name}" must be of type String')

    def integer(self, name: str, *, required: bool = False) -> int:
        match self._get(name, required):
            case None:
                return 0
            case bool():
                raise Unreadable(f'Field "{name}" must be of type Number')
            case int(number):
                return number
            case str(text) if NUMBER.fullmatch(text):
                return int(text)
            case _:
                raise Unreadable(f'Field "{name}" must be of type Number')

    def boolean(self, name: str) -> bool:
        value = self._get(name, required=False)
        if value is not None and not isinstance(value, bool):
            raise Unreadable(f'Field "{name}" must be of type Boolean')
        return bool(value)

    def array(self, name: str, *, required: bool = False) -> list[Any]:
        value = self._get(name, required)
        if value is not None and not isinstance(value, list):
            raise Unreadable(f'Field "{name}" must be of type Array')
        return value or []

    def fields(self, name: str) -> "Fields":
        """The object in a field that must be there."""
        return Fields(self._get(name, required=True), f'Field "{name}" must be of type Object')

    def _get(self, name: str, required: bool) -> Any:
        value = self.value.get(name)
        if value is None and required:
            raise Unreadable(f'Can\'t find field "{name}"')
        return value
