"""Lists as offices paste them, with what each must read as: `*.txt` beside this file.

A case:

    ## what is special about it
    the text as pasted; ⇥ a tab, ⍽ a no-break space, ␟ a soft hyphen, ∅ a zero-width space
    =>
    > given | surname | class post | title | e-mail | telephone w. extension | ROLE | ?CODE | !CODE
    ? CODE      a question about no person
    ! CODE      a warning about no person
    - line      skipped
    ~ words     left over of a line that was read

Everything after the post is optional and told by its form; „–” stands for no post, a bare class
for none. The warnings that follow from the post alone (none, class D, class E) are not written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conversations.people import Person

_HERE = Path(__file__).parent
_MARKS = str.maketrans({"⇥": "\t", "⍽": "\u00a0", "␟": "\u00ad", "∅": "\u200b"})
_IMPLIED = {"–": "BRAK_STANOWISKA", "D": "STANOWISKO_NIEKIEROWNICZE", "E": "JEDNOSTKA_POZA_URZEDEM"}
_ROLES = {"PELNOMOCNIK", "REDAKCYJNY"}


@dataclass(frozen=True)
class Expected:
    """A person as it must be read; with `questions`, the person is an ambiguous one."""

    person: Person
    position_class: str
    roles: frozenset[str]
    questions: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A text and its reading; questions and warnings here are those about no person."""

    name: str
    text: str
    people: tuple[Expected, ...]
    questions: tuple[str, ...]
    warnings: tuple[str, ...]
    skipped: tuple[str, ...]
    leftovers: tuple[str, ...] = ()


def cases() -> Iterator[Case]:
    """Every case of every file, in order."""
    for path in sorted(_HERE.glob("*.txt")):
        blocks = path.read_text(encoding="utf-8").split("\n## ")
        for block in blocks[1:]:
            yield _case(path.stem, block)


def _case(theme: str, block: str) -> Case:
    pasted, _, reading = block.partition("\n=>\n")
    name, _, text = pasted.partition("\n")
    found: dict[str, list[str]] = {">": [], "?": [], "!": [], "-": [], "~": []}
    for line in reading.splitlines():
        if line.strip():
            kind, _, value = line.partition(" ")
            found[kind].append(value.translate(_MARKS))
    return Case(
        name=f"{theme}: {name.strip()}",
        text=text.translate(_MARKS),
        people=tuple(_expected(line) for line in found[">"]),
        questions=tuple(found["?"]),
        warnings=tuple(found["!"]),
        skipped=tuple(found["-"]),
        leftovers=tuple(found["~"]),
    )


def _expected(line: str) -> Expected:
    given, surname, post, *more = (part.strip() for part in line.split("|"))
    letter, _, position = post.partition(" ")
    values: dict[str, str] = {}
    roles, questions = set(), []
    warnings = [_IMPLIED[letter]] if letter in _IMPLIED else []
    for part in more:
        if part in _ROLES:
            roles.add(part)
        elif part.startswith("?"):
            questions.append(part[1:])
        elif part.startswith("!"):
            warnings.append(part[1:])
        elif "@" in part:
            values["email"] = part
        elif part.startswith(("+", "w. ")):
            phone, _, extension = part.partition("w. ")
            values |= {"phone": phone.strip()} if phone else {}
            values |= {"extension": extension} if extension else {}
        else:
            values["title"] = part
    return Expected(
        person=Person(given, surname, position=position or None, **values),
        position_class="?" if letter == "–" else letter,
        roles=frozenset(roles),
        questions=tuple(questions),
        warnings=tuple(warnings),
    )
