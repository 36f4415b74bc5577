"""Puts a fault into a module: before it is read, or into its functions once they are there."""

import ast
import functools
import gc
import importlib.abc
import importlib.util
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType

from tests.faults.mutation import Place, mutated, places

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Mutant:
    """One fault: the file, and the number of its place there."""

    file: str
    number: int
    place: Place

    def __str__(self) -> str:
        told = f"{self.place.before} → {self.place.after}"
        return f"{self.file}:{self.place.line} {self.place.kind}: {told}"


def every_mutant(files: Iterable[Path]) -> list[Mutant]:
    return [
        Mutant(str(path.relative_to(ROOT)), number, place)
        for path in files
        for number, place in enumerate(places(ast.parse(path.read_text(encoding="utf-8"))))
    ]


def is_ours(module: str) -> bool:
    return module.partition(".")[0] in {"bot", "conversations", "storage", "tests"}


class _Loader(SourceFileLoader):
    """Loads a module with a fault in it."""

    def __init__(self, name: str, path: str, number: int) -> None:
        super().__init__(name, path)
        self._number = number

    def get_code(self, fullname: str) -> CodeType:
        source = Path(self.path).read_text(encoding="utf-8")
        code: CodeType = compile(mutated(source, self._number, self.path), self.path, "exec")
        return code


class Finder(importlib.abc.MetaPathFinder):
    """Puts the fault into the one module that has it."""

    def __init__(self, mutant: Mutant) -> None:
        parts = Path(mutant.file).with_suffix("").parts
        self._name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self._mutant = mutant

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        if name != self._name:
            return None
        file = str(ROOT / self._mutant.file)
        loader = _Loader(name, file, self._mutant.number)
        return importlib.util.spec_from_file_location(name, file, loader=loader)


class Functions:
    """What was read of conversations/, looked for once: a look touches all memory."""

    def __init__(self) -> None:
        self._of = defaultdict[str, list[FunctionType]](list)
        self._caches = []
        for each in gc.get_objects():
            if isinstance(each, FunctionType) and is_ours(each.__module__ or ""):
                self._of[each.__code__.co_filename].append(each)
            elif isinstance(each, functools._lru_cache_wrapper) and is_ours(each.__module__ or ""):
                self._caches.append(each)

    def change(self, mutant: Mutant) -> None:
        """Put the fault into the functions, and forget what they remembered."""
        path = str(ROOT / mutant.file)
        source = Path(path).read_text(encoding="utf-8")
        anew = defaultdict[tuple[str, int], list[CodeType]](list)
        for code in _codes(compile(mutated(source, mutant.number, path), path, "exec")):
            anew[code.co_qualname, code.co_firstlineno].append(code)
        for each in self._caches:
            each.cache_clear()
        for there in self._of[path]:
            found = anew[there.__code__.co_qualname, there.__code__.co_firstlineno]
            # Of two of one name in one line nobody knows which is which; they stay as they are.
            if len(found) == 1 and found[0].co_freevars == there.__code__.co_freevars:
                there.__code__ = found[0]


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)
