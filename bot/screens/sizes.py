"""What the steps of both blocks ask for, and what the number of people they have means."""

from bot.words import Html, Words
from conversations.limits import NORMS, Block, Size
from conversations.submission import Office, Submission


def asking(key: str, block: Block, office: Office) -> str:
    """What a step asks: for up to so many, for exactly so many, or without a limit of the table."""
    if office.limit(block) is None:
        return f"{key}-unlimited"
    return f"{key}-exact" if office.exactly(block) else key


def size_means(block: Block, count: int, submission: Submission, words: Words) -> list[Html]:
    """What the size means for going on; nothing when the list is full or the office small."""
    step = "step-2" if block is Block.STEERING else "step-3"
    verdict = submission.office.size(block, count)
    match verdict.size:
        case Size.TOO_FEW:
            return [words(f"{step}-exact", count=verdict.by)]
        case Size.OVER:
            return [words(f"{step}-over", count=verdict.by)]
        case Size.SHORT:
            return [words(f"{step}-short", count=NORMS[block].least - count)]
        case Size.FREE_SEATS | Size.SMALL_OFFICE:
            return [words(f"{step}-free", count=verdict.by)]
        case Size.EMPTY | Size.FULL | Size.NOT_TAKING_PART:
            return []
