"""Commands as tests run them (fixtures `komplet` and `process`), and what they say."""

from collections.abc import Callable

from storage import offices
from storage.database import Database
from tests.running import Finished

Command = Callable[..., Finished]


def one_line(finished: Finished, code: int) -> str:
    """The only thing that was said, on standard error."""
    assert finished.code == code, finished
    assert finished.out == "", finished
    (line,) = finished.err.splitlines()
    assert line.startswith("komplet: ")
    return line


def names(database: Database) -> list[str]:
    return [each.name for each in database.read(offices.all_offices)]
