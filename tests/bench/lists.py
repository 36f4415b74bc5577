"""`python -m tests.bench.lists`: how long a list takes to read. To be run on an idle machine."""

import sys
import time

from conversations.pasted_list import read
from tests.corpus.lists.generated import made_list


def fifty_lines() -> str:
    """Fifty people with posts, telephones and addresses, as the longest real lists have them."""
    return "\n".join(
        f"{n}. Anna Kowal{chr(96 + n % 26 or 122)}ska – Kierownik Referatu Finansowego, "
        f"tel. 83 000 00 {n:02}, a.k{n}@ug.przykladowo.example"
        for n in range(1, 51)
    )


def milliseconds(*texts: str) -> float:
    """The best of several rounds, in processor time."""
    best = float("inf")
    for _ in range(20):
        start = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - start)
    return best * 1000


if __name__ == "__main__":
    mixed = [made_list(seed).text for seed in range(100)]
    lines = sum(text.count("\n") + 1 for text in mixed)
    sys.stdout.write(
        f"a list of 50 lines          {milliseconds(fifty_lines()):.1f} ms\n"
        f"50 lines of mixed layouts   {milliseconds(*mixed) * 50 / lines:.1f} ms\n"
    )
