"""Every template of every message, each of its branches, with hostile names in all its values."""

import itertools
import os
from collections.abc import Iterator

import pytest
from fluent.syntax import ast

from bot.words import LANGUAGES, Words
from tests.bot.drafts import HOSTILE
from tests.bot.test_locales import nodes, references, resource, variables
from tests.facts import marked_up

PLURALS = {"zero", "one", "two", "few", "many", "other"}
COUNTS = (1, 2, 5)
EVERY_NAME = "KOMPLET_EVERY_NAME" in os.environ
"""With it set, every name in every branch: six times as many."""
Values = dict[str, str | int]


def selectors(language: str, key: str) -> dict[str, set[str | int]]:
    """What the values that a message chooses by may be, also in messages that it is made of."""
    entry = resource(language)[key]
    found: dict[str, set[str | int]] = {}
    for other in references(entry):
        for name, keys in selectors(language, other).items():
            found.setdefault(name, set()).update(keys)
    for node in nodes(entry):
        if not isinstance(node, ast.SelectExpression):
            continue
        by = [
            each.id.name for each in nodes(node.selector) if isinstance(each, ast.VariableReference)
        ]
        keys = {
            each.key.name if isinstance(each.key, ast.Identifier) else int(each.key.value)
            for each in node.variants
        }
        counted = keys <= PLURALS | {k for k in keys if isinstance(k, int)}
        for name in by:
            found.setdefault(name, set()).update(COUNTS if counted else keys)
    return found


def fillings(language: str, key: str, hostile: str) -> Iterator[Values]:
    """The message's values: hostile wherever words may stand, and each choice once."""
    chosen = selectors(language, key)
    first: Values = dict.fromkeys(variables(language, key), hostile)
    first |= {name: min(keys, key=str) for name, keys in chosen.items()}
    yield first
    for name, keys in chosen.items():
        for each in keys:
            yield {**first, name: each}


def tries(language: str) -> Iterator[tuple[str, str, Values]]:
    """Each branch of each template, with markup and with one of the other names in turn, or all."""
    turn = itertools.cycle(HOSTILE)
    for key in resource(language):
        if key.startswith("-") or not variables(language, key):
            continue
        for values in fillings(language, key, "hostile"):
            for name in HOSTILE if EVERY_NAME else {"markup", next(turn)}:
                yield key, name, values


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_name_is_a_name_in_every_template(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """TDLib takes each text, and finds no other markup than with an ordinary name."""
    words, tried, wrong = Words(language), 0, []

    def filled(key: str, values: Values, name: str) -> tuple[str, tuple[str, ...]]:
        return marked_up(
            words(key, **{n: name if v == "hostile" else v for n, v in values.items()})
        )

    for key, name, values in tries(language):
        _, expected = filled(key, values, "Anna")
        text, found = filled(key, values, HOSTILE[name])
        tried += 1
        calm = all(c == "\n" or (c >= " " and c not in "\u202e\u2066\x7f") for c in text)
        if found != expected or not calm:
            wrong.append(f"{key} with {name}: {found}, not {expected}")
    with capsys.disabled():
        told = f"hostile names, {language}: {tried} templates filled, {len(wrong)} wrong"
        print(f"\n{told}")  # noqa: T201 - figures of a trial are for reading
    assert not wrong, wrong[:10]
    assert tried > 1_000
