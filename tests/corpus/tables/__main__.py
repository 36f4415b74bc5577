"""Print the score of the corpus of tables; exit 1 if anything is silently wrong."""

import sys

from tests.corpus.tables.cases import load
from tests.corpus.tables.score import Score

score = Score()
for case in load():
    score.take(case)
print("\n".join([*score.faults, score.table()]))  # noqa: T201
sys.exit(bool(score.silent))
