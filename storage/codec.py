"""Values of `conversations/` as JSON text and back.

Pydantic reads the frozen dataclasses; a place carries the name of its class. A value is read whole
or not at all: what a newer program wrote into it would be gone at the next save
(docs/decisions/0024-what-a-newer-worker-wrote.md).
"""

import contextlib
import json
from typing import Any, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError

from conversations.events import Note
from conversations.notes import NoteCode
from conversations.places import Place
from conversations.places.desk import Entering
from conversations.places.enrolment import EnrolmentPlace
from conversations.quick_questions import Question
from conversations.talk import ConfirmingErasure, Overlay, Topic

T = TypeVar("T")


class Unreadable(ValueError):
    """A stored text is not what it should be. Pydantic's own words would quote people's names."""


_TOPICS = frozenset(Topic)
_PLACES = {place.__name__: place for place in get_args(Place)}


_adapters: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    """The adapter of a type, built once."""
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def dump(value: Any) -> str:
    """A dataclass as JSON."""
    text: str = _adapter(type(value)).dump_json(value).decode()
    return text


def load(kind: type[T], text: str) -> T:
    """The dataclass that `dump` wrote; raises Unreadable for anything else or more."""
    try:
        value: T = _adapter(kind).validate_json(text, extra="forbid")
    except ValidationError as fault:
        wrong = [f"{error['loc']}: {error['msg']}" for error in fault.errors(include_input=False)]
        raise Unreadable(f"{kind.__name__} {'; '.join(wrong)}") from None
    return value


def dump_place(place: Place) -> str:
    """A place with the name of its class."""
    return json.dumps(_named(place), ensure_ascii=False)


def _named(place: Place) -> list[Any]:
    if isinstance(place, Entering):
        return [Entering.__name__, {"office_id": place.office_id, "place": _named(place.place)}]
    return [type(place).__name__, _adapter(type(place)).dump_python(place, mode="json")]


def load_place(text: str) -> Place:
    """The place that `dump_place` wrote; raises Unreadable for one that is unknown here."""
    try:
        return _placed(*json.loads(text))
    except (ValueError, KeyError, TypeError):
        raise Unreadable("place") from None


def _placed(name: str, fields: dict[str, Any]) -> Place:
    if name == Entering.__name__:
        inner = _placed(*fields["place"])
        if not isinstance(inner, EnrolmentPlace):
            raise TypeError(name)
        return Entering(int(fields["office_id"]), inner)
    place: Place = _adapter(_PLACES[name]).validate_python(fields, extra="forbid")
    return place


def dump_topic(topic: Overlay | None) -> str | None:
    """What lies over the place: a topic by its name, anything else as JSON."""
    return topic if topic is None or isinstance(topic, Topic) else dump(topic)


def load_topic(text: str | None) -> Overlay | None:
    """What was stored; nothing where this program does not know it."""
    if text is None or text in _TOPICS:
        return Topic(text) if text else None
    with contextlib.suppress(Unreadable):
        return load(Question, text)
    with contextlib.suppress(Unreadable):
        return load(ConfirmingErasure, text)
    return None


def dump_note(note: Note | None) -> str | None:
    """A remark, or nothing."""
    if note is None:
        return None
    parts = [note.code, dict(note.values), note.refusal, note.version]
    return json.dumps(parts, ensure_ascii=False)


def load_note(text: str | None) -> Note | None:
    """The remark that was stored, if this program knows it."""
    if text is None:
        return None
    try:
        code, values, refusal, *version = json.loads(text)
        return Note(NoteCode(code), values, refusal, *version)
    except (ValueError, TypeError):
        return None
