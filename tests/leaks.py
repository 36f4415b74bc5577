"""What may stand in no log: secrets, accounts, and whatever anybody wrote to the bot.

Everything that is said in this process of tests is remembered, and the log of every bot that ran
beside it is searched when it ends (`tests.running`). A summary says how many were.
"""

import re
from collections import Counter

NAME = re.compile(r"\b[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]{3,}\b")
LINE = 12
"""Letters from which on a line that was written counts as a whole."""

searched: Counter[str] = Counter()
_said: set[str] = set()


def remember(*texts: str) -> None:
    """Somebody wrote this, or is called so: its names and its lines are nobody else's to read."""
    for text in texts:
        if not text.startswith("/"):
            _said.update(NAME.findall(text))
            _said.update(line.strip() for line in text.splitlines() if len(line.strip()) >= LINE)


def remember_account(account: int) -> None:
    """A Telegram account writes to a bot."""
    _said.add(str(account))


def leaks(log: str, *secrets: str) -> list[str]:
    """What of it all stands in a log."""
    searched["logs"] += 1
    searched["lines"] += log.count("\n")
    # Two sides of a token: the number is the bot's own and no secret, the rest is.
    hidden = {each for secret in secrets if secret for each in (secret, secret.rpartition(":")[2])}
    words = set(re.findall(r"\w+", log))
    found = [each for each in hidden if each in log]
    found += [each for each in _said if (each in words if each.isalnum() else each in log)]
    searched["wrong"] += len(found)
    return sorted(found)


def summary() -> str:
    """How many logs were searched; empty when none was."""
    if not searched["logs"]:
        return ""
    return (
        f"logs: {searched['logs']} searched for {len(_said)} names, accounts and texts, "
        f"{searched['lines']} lines, {searched['wrong']} wrong"
    )
