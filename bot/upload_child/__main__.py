"""The child itself: limits first, then the file, then one answer."""

import json
import resource
import sys
from pathlib import Path

from bot.upload_child.reading import read
from bot.upload_child.refusals import Refusal, Refused

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 10
LONGEST_ANSWER = 8 * 1024 * 1024


def _limit_itself() -> None:
    """From here on, this process dies of greed before the machine does."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer {"sheets": […]} or {"refused": reason}; a death is an answer too."""
    data = sys.stdin.buffer.read()
    _limit_itself()
    try:
        answer = json.dumps({"sheets": read(data)})
        if len(answer) > LONGEST_ANSWER:
            answer = json.dumps({"refused": Refusal.TOO_BIG_INSIDE})
    except Refused as refused:
        answer = json.dumps({"refused": refused.reason})
    except MemoryError:
        answer = json.dumps({"refused": Refusal.TOO_BIG_INSIDE})
    sys.stdout.write(answer)


if __name__ == "__main__":
    main()
