"""What a running bot counts, for Prometheus; every name is explained in docs/operations.md.

`Meter` counts nothing: it is what runs where nothing is served, so that the library is imported
only where somebody asks. No label holds a name, an id or a text: kinds, codes and rules only.
"""

from typing import Any

from conversations.events import Asked, Event, FileRead, Note, Said, Sent, Tapped
from storage.backlog import Backlog

KINDS = {Said: "text", Asked: "command", Tapped: "button", Sent: "file", FileRead: "file read"}
"""How a turn is called by what began it."""
OTHER = "other"
"""A person who blocks the bot, or comes back."""
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Meter:
    """Counts nothing."""

    def turn(self, event: Event | None, seconds: float, refusal: Note | None) -> None:
        """A turn was committed, so many seconds after its update had come."""

    def inline(self) -> None:
        """An inline query is answered."""

    def repeated(self) -> None:
        """An update came again that had been answered."""

    def set_aside(self) -> None:
        """An update was stored aside, since its turn kept failing."""

    def upload(self, result: str) -> None:
        """A file was read, or refused for this reason."""

    def reminders(self, count: int) -> None:
        """Digests were created."""

    def surplus(self, count: int) -> None:
        """Updates of somebody too fast were not taken."""

    def committed(self, seconds: float) -> None:
        """The database took so long for a commit."""


class Metrics(Meter):
    """Counts in a registry of its own."""

    def __init__(self) -> None:
        from prometheus_client import (  # noqa: PLC0415 - only where it is served
            CollectorRegistry,
            Counter,
            Gauge,
            Histogram,
            PlatformCollector,
            ProcessCollector,
        )

        kept = self.registry = CollectorRegistry()
        ProcessCollector(registry=kept)
        PlatformCollector(registry=kept)
        self._turns = Counter("komplet_turns", "Turns by kind.", ["kind"], registry=kept)
        self._turn_seconds = Histogram(
            "komplet_turn_seconds", "From an update to its commit.", buckets=SECONDS, registry=kept
        )
        self._refusals = Counter(
            "komplet_refusals", "Refusals by code and rule.", ["code", "rule"], registry=kept
        )
        self._repeated = Counter("komplet_repeated_updates", "Repeated updates.", registry=kept)
        self._set_aside = Counter("komplet_updates_set_aside", "Set aside.", registry=kept)
        self._surplus = Counter("komplet_surplus_updates", "Not taken: too fast.", registry=kept)
        self._uploads = Counter("komplet_uploads", "Files by result.", ["result"], registry=kept)
        self._reminders = Counter("komplet_reminders_created", "Digests created.", registry=kept)
        self._commit_seconds = Histogram(
            "komplet_commit_seconds", "Commits of the database.", buckets=SECONDS, registry=kept
        )
        self._letters = Gauge("komplet_letters", "Letters by state.", ["state"], registry=kept)
        self._oldest = Gauge("komplet_oldest_letter_seconds", "The oldest due.", registry=kept)
        self._cards = Gauge("komplet_lagging_cards", "Cards to be drawn.", registry=kept)
        self._files = Gauge("komplet_waiting_files", "Files to be read.", registry=kept)
        self._aside = Gauge("komplet_set_aside_updates", "Kept for mending.", registry=kept)

    def turn(self, event: Event | None, seconds: float, refusal: Note | None) -> None:
        self._turns.labels(KINDS.get(type(event), OTHER)).inc()
        self._turn_seconds.observe(seconds)
        if refusal is not None:
            self._refusals.labels(refusal.code, str(refusal.values.get("rule", ""))).inc()

    def inline(self) -> None:
        self._turns.labels("inline").inc()

    def repeated(self) -> None:
        self._repeated.inc()

    def set_aside(self) -> None:
        self._set_aside.inc()

    def upload(self, result: str) -> None:
        self._uploads.labels(result).inc()

    def reminders(self, count: int) -> None:
        self._reminders.inc(count)

    def surplus(self, count: int) -> None:
        self._surplus.inc(count)

    def committed(self, seconds: float) -> None:
        self._commit_seconds.observe(seconds)

    def page(self, backlog: Backlog) -> tuple[bytes, str]:
        """Everything counted, with what waits now, in Prometheus' text format; and its type."""
        from prometheus_client.exposition import (  # noqa: PLC0415 - as above
            CONTENT_TYPE_LATEST,
            generate_latest,
        )

        for state, count in backlog.letters.items():
            self._letters.labels(state).set(count)
        gauges: tuple[tuple[Any, float], ...] = (
            (self._oldest, backlog.oldest),
            (self._cards, backlog.cards),
            (self._files, backlog.files),
            (self._aside, backlog.set_aside),
        )
        for gauge, value in gauges:
            gauge.set(value)
        return generate_latest(self.registry), CONTENT_TYPE_LATEST
