"""`python -m tests.corpus.lists`: the corpus read, every difference, the score."""

import sys

from tests.corpus.lists import cases
from tests.corpus.lists.score import score

found = list(cases())
total = score(found)
lines = (*total.faults, f"lists                {len(found)}", total.report())
sys.stdout.write("\n".join(lines) + "\n")
