"""The eighteen pasted lists of the specification read exactly as it says (domain.md §3.7)."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from conversations.pasted_list import Listed, read

_EXAMPLES = json.loads(
    (Path(__file__).parent.parent / "examples" / "pasted-lists.json").read_text(encoding="utf-8")
)


def _in_their_words(listed: Listed) -> dict[str, Any]:
    person = listed.person
    return {
        "imiona": person.given,
        "nazwisko": person.surname,
        "stanowisko": person.position,
        "tytul": person.title,
        "email": person.email,
        "telefon": person.phone,
        "wewnetrzny": person.extension,
        "role": sorted(listed.roles),
    }


def _counted(warnings: list[str]) -> Counter[str]:
    pairs = (warning.partition(":") for warning in warnings)
    return Counter({code: int(count or 1) for code, _, count in pairs})


@pytest.mark.parametrize("example", _EXAMPLES, ids=lambda example: example["id"])
def test_each_example_reads_as_the_specification_says(example: dict[str, Any]) -> None:
    reading = read(example["wejscie"])

    expected = [
        {key: value for key, value in person.items() if key != "uwaga"}
        for person in example["osoby"]
    ]
    assert [_in_their_words(listed) for listed in reading.people] == expected
    assert [(q.code, q.about) for q in reading.questions] == [
        (question["kod"], question["dotyczy"]) for question in example["pytania"]
    ]
    assert list(reading.skipped) == example["pominieto"]
    assert Counter(str(remark.code) for remark in reading.warnings) == _counted(
        example["ostrzezenia"]
    )
