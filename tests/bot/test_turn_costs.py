"""What a turn asks of the database is counted, so that it does not grow unseen."""

from pathlib import Path

from sqlalchemy import event

from tests.bench.dialogue import SCRIPT
from tests.bench.turns import AtOnce, play

BEGINS = 12
"""The first word of somebody new."""
COMES_IN = 24
"""Taking a link: the role, the links that end with it, the letters to those whom it concerns."""
CHANGES = 15
"""Anything that changes the submission."""
SENDS = 22
"""Sending it off, which posts letters as well."""
LOOKS = 11
"""A card that only shows something."""
RESTS_ON = 2
"""More for an approved office: its versions, and whose people were told."""
SHOWN = 1
"""That a card was shown."""


class Counting(AtOnce):
    """A database that keeps what it was asked, by transaction."""

    transactions: list[list[str]]

    def __init__(self, url: str) -> None:
        super().__init__(url)
        type(self).transactions = []
        event.listen(self._engine, "before_cursor_execute", self._hears)

    def _hears(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("BEGIN"):
            self.transactions.append([])
        elif self.transactions and statement != "COMMIT":
            self.transactions[-1].append(statement)


async def test_a_turn_is_one_transaction_of_few_statements(tmp_path: Path) -> None:
    await play(tmp_path, 1, warm=0, kind=Counting)
    taken = "INSERT INTO seen_update"
    turns = [each for each in Counting.transactions if each and taken in each[0]]
    counts = [len(each) for each in turns]
    assert len(turns) == len(SCRIPT), "one transaction for each update"
    for (_, what), statements in zip(SCRIPT, turns, strict=True):
        assert sum("seen_update" in each for each in statements) == 1
        changed = any(each.startswith("UPDATE submission") for each in statements)
        most = {"/start {link}": BEGINS, "Potwierdzam": COMES_IN, "Wyślij": SENDS}.get(
            what, CHANGES if changed else LOOKS
        )
        if any("FROM approved" in each for each in statements):
            most += RESTS_ON
        assert len(statements) <= most, "\n".join([what, *statements])
    assert sum(counts) / len(counts) <= 12.1, counts


async def test_that_a_card_was_shown_is_kept_by_one_statement(tmp_path: Path) -> None:
    await play(tmp_path, 1, warm=0, kind=Counting)
    shown = [each for each in Counting.transactions if each and "message_id=" in each[0]]
    assert len(shown) == len(SCRIPT)
    assert {len(each) for each in shown} == {SHOWN}
