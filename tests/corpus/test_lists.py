"""The corpus of lists is read as it says; made-up lists give back the people they were made of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.pasted_list import read
from tests.corpus.lists import Case, cases
from tests.corpus.lists.generated import doubtful_list, made_list
from tests.corpus.lists.generated_roles import list_with_roles
from tests.corpus.lists.score import differences, score

_CASES = list(cases())


def test_the_corpus_holds_lists_of_every_kind() -> None:
    assert len(_CASES) >= 150
    assert len({case.text for case in _CASES}) == len(_CASES)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_each_list_reads_as_the_corpus_says(case: Case) -> None:
    assert not differences(case, read(case.text)), case.text


def test_nothing_is_silently_wrong_and_only_the_unclear_is_asked() -> None:
    total = score(_CASES)

    assert total.silently_wrong == 0, total.report()
    assert total.share_clear_right >= 0.97, total.report()
    assert total.share_ambiguous_asked >= 0.95, total.report()
    assert total.share_clear_asked < 0.03, total.report()


def test_lists_nobody_tuned_the_reader_on_are_read_as_well() -> None:
    total = score(made_list(seed) for seed in range(600))

    assert total.silently_wrong == 0, "\n".join((*total.faults, total.report()))
    assert total.share_clear_right >= 0.99, "\n".join((*total.faults, total.report()))
    assert total.share_clear_asked < 0.01, "\n".join((*total.faults, total.report()))


def test_lists_that_say_who_does_what_give_everybody_their_part() -> None:
    total = score(list_with_roles(seed) for seed in range(600))

    assert total.silently_wrong == 0, "\n".join((*total.faults, total.report()))
    assert total.share_clear_right >= 0.999, "\n".join((*total.faults, total.report()))
    assert total.share_ambiguous_asked == 1, "\n".join((*total.faults, total.report()))


def test_doubtful_lists_nobody_tuned_the_reader_on_are_asked_about() -> None:
    total = score(doubtful_list(seed) for seed in range(400))

    assert total.silently_wrong == 0, "\n".join((*total.faults, total.report()))
    assert total.share_ambiguous_asked >= 0.98, "\n".join((*total.faults, total.report()))


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=1000, max_value=2**40))
def test_a_made_up_list_gives_back_its_people(seed: int) -> None:
    case = made_list(seed)
    reading = read(case.text)

    wanted = {each.person.key for each in case.people}
    asked = {question.about for question in reading.questions}
    silent = [
        p.person for i, p in enumerate(reading.people) if i not in asked and None not in asked
    ]
    assert wanted == {listed.person.key for listed in reading.people}, case.text
    expected = {each.person.key: each.person for each in case.people}
    assert all(person == expected[person.key] for person in silent), case.text
