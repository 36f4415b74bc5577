"""Which small faults the types refuse: `make test` begins with mypy, so nobody commits them."""

import ast
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from functools import cached_property
from pathlib import Path
from types import TracebackType

from tests.faults.mutation import mutated
from tests.faults.planting import ROOT, Mutant


class Types:
    """A copy of `conversations/` in a folder of its own, into which faults are put for mypy.

    Used as a context, which deletes the copy at its end; nothing is copied before the first fault.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="komplet-types-")
        self._said = dict[str, Counter[str]]()

    def __enter__(self) -> "Types":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._folder.cleanup()

    def refuse(self, mutant: Mutant) -> bool:
        """Whether mypy finds the fault in the module that has it."""
        source = (ROOT / mutant.file).read_text(encoding="utf-8")
        if mutant.file not in self._said:
            self._said[mutant.file] = _said_of(self._copy, mutant.file, ast.parse(source))
        said = _said_of(self._copy, mutant.file, mutated(source, mutant.number, mutant.file))
        (self._copy / mutant.file).write_text(source, encoding="utf-8")
        return bool(said - self._said[mutant.file])

    @cached_property
    def _copy(self) -> Path:
        folder = Path(self._folder.name)
        shutil.copytree(ROOT / "conversations", folder / "conversations")
        shutil.copy(ROOT / "pyproject.toml", folder)
        return folder


def _said_of(folder: Path, file: str, module: ast.Module) -> Counter[str]:
    """What mypy says of a file with this in it; the tree alone has no `type: ignore` any more."""
    (folder / file).write_text(ast.unparse(module), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", file]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return Counter(line.partition(" error: ")[2] for line in done.stdout.splitlines())
