"""Every table of the corpus reads as the domain rules say, through the child that reads uploads."""

import pytest

from tests.corpus.tables.cases import Case, load
from tests.corpus.tables.score import Score


@pytest.mark.parametrize("case", load(), ids=lambda case: case.name)
def test_a_table_of_the_corpus_reads_as_it_should(case: Case) -> None:
    score = Score()
    score.take(case)
    assert (case.what, score.silent, score.faults) == (case.what, [], [])


def test_a_wrong_reading_would_be_noticed() -> None:
    case = next(case for case in load() if case.name.startswith("16-"))
    case.offices[0], case.typed = case.offices[1], (1, 1)
    score = Score()
    score.take(case)
    assert score.silent == ["16-csv-wrong-total: Urząd Gminy Puńsk is no office of the table"]
    assert len(score.faults) == 3
    assert "silently wrong 1" in score.table()
