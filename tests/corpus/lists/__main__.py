"""`python -m tests.corpus.lists`: the corpus read, every difference, the score."""

from tests.corpus.lists import cases
from tests.corpus.lists.score import score

found = list(cases())
total = score(found)
print("\n".join(total.faults))
print(f"lists                {len(found)}")
print(total.report())
