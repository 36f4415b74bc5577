"""One file through the real child, as an upload goes, and what it cost."""

import os
import signal
import subprocess
from dataclasses import dataclass
from enum import Enum

from bot import uploads
from bot.uploads import Refusal, UploadRefused
from conversations.coordination_table import Sheet


class End(Enum):
    """How the child ended."""

    ANSWERED = "answered"
    OUT_OF_TIME = "killed by time"
    OUT_OF_MEMORY = "killed by memory"
    FAILED = "failed"


@dataclass(frozen=True)
class Passage:
    """`refusal` is None for a file that is read; `memory` in bytes, the child's most.

    `seconds` are the processor's, as those of its limit: a busy machine is no slow file.
    """

    end: End
    refusal: Refusal | None
    sheets: tuple[Sheet, ...]
    seconds: float
    memory: int


_SIGNALS = {-signal.SIGXCPU: End.OUT_OF_TIME, -signal.SIGKILL: End.OUT_OF_MEMORY}


def through_the_child(data: bytes) -> Passage:
    """Read a file by the command, with the environment and the limits of an upload."""
    with subprocess.Popen(
        uploads._COMMAND,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=uploads._environment(),
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(data)
        child.stdin.close()
        output = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    end = End.ANSWERED if child.returncode == 0 else _SIGNALS.get(child.returncode, End.FAILED)
    refusal: Refusal | None = None
    sheets: tuple[Sheet, ...] = ()
    try:
        sheets = uploads._answer(child.returncode, output, "plik")
    except UploadRefused as refused:
        refusal = refused.reason
    return Passage(end, refusal, sheets, seconds, usage.ru_maxrss * 1024)
