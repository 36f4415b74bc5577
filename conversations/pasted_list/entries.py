"""The list as it grows: each draft becomes a person, or more about a person already there.

Source: domain.md §3.6 points 6, 9 and 10. One name twice is one person, silently when another part
of the list repeats it; what only may be one person is asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from conversations.pasted_list.characters import LOST_LETTER
from conversations.pasted_list.draft import Draft
from conversations.pasted_list.names import (
    Name,
    NameReading,
    Order,
    clear_order,
    is_initial,
    proper,
    resolve,
    with_polish_letters,
)
from conversations.pasted_list.sections import ROLE_OF, Section
from conversations.pasted_list.values import ListedRole, QuestionCode
from conversations.people import Person, details, filled, may_be_same
from conversations.positions import PositionClass, classify, normalise
from conversations.vocabulary import fold

_BROKEN_Z: Final = "ś"
_IN_NO_PART: Final = frozenset({None})
_NO_ROLES: Final[frozenset[ListedRole]] = frozenset()


@dataclass(slots=True)
class Entry:
    """A person of the list while its rows are still being put together."""

    person: Person
    sections: set[Section | None]
    questions: list[tuple[QuestionCode, tuple[Person, ...]]] = field(default_factory=list)
    duplicates: int = 0
    private: bool = False
    left: list[str] = field(default_factory=list)

    @property
    def roles(self) -> frozenset[ListedRole]:
        """The roles that the parts and marks of the list give."""
        if self.sections == _IN_NO_PART:
            return _NO_ROLES
        return frozenset(ROLE_OF[section] for section in self.sections if section in ROLE_OF)

    def ask(self, code: QuestionCode, options: Sequence[Person] = ()) -> None:
        """Keep a doubt about this person."""
        self.questions.append((code, tuple(options)))


@dataclass(slots=True)
class Entries:
    """The people of the list in order, found by name without going through all of them."""

    all: list[Entry] = field(default_factory=list)
    _by_key: dict[str, Entry] = field(default_factory=dict)
    _by_surname: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, entry: Entry, key: str) -> None:
        """Put a person at the end of the list, found by the key of the name from now on."""
        self.all.append(entry)
        self._by_key[key] = entry
        self._by_surname.setdefault(fold(entry.person.surname), []).append(entry)

    def same(self, key: str) -> Entry | None:
        """The entry of the same name (R10), by its key."""
        return self._by_key.get(key)

    def bearers(self, surname: str) -> list[Entry]:
        """Everybody of that surname."""
        return self._by_surname.get(fold(surname), [])


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the whole list tells about each of its names."""

    order: Order | None
    mended: frozenset[str]
    bare: bool
    legends: Mapping[int, Section]
    explained: frozenset[int]


def enter(entries: Entries, draft: Draft, own: Order | None, evidence: Evidence) -> bool:
    """Enter a draft; False when it names nobody after all, so that its lines are skipped.

    `own` is the order that the row itself proves.
    """
    sections = _sections(draft, evidence.legends)
    if not draft.is_named:
        return _matched_by_surname(entries, draft, sections)
    entry = _entry(draft, sections, own, evidence)
    key = entry.person.key
    same = entries.same(key)
    if same is not None:
        if draft.ditto and same.person.position:
            entry.person = replace(entry.person, position=None)
        _merge(same, entry)
        return True
    namesakes = entries.bearers(entry.person.surname)
    alike = [known for known in namesakes if may_be_same(known.person, entry.person)]
    repeats = draft.row.section in (Section.EDITORIAL, Section.PLENIPOTENTIARY)
    if len(alike) == 1 and repeats and not alike[0].sections & sections:
        alike[0].sections |= sections
        alike[0].left += _unused(draft)
        alike[0].ask(QuestionCode.POTWIERDZ_DOPASOWANIE, (alike[0].person, entry.person))
        return True
    if alike:
        entry.ask(QuestionCode.POTWIERDZ_DOPASOWANIE, (entry.person, alike[0].person))
    entries.add(entry, key)
    return True


def _sections(draft: Draft, legends: Mapping[int, Section]) -> set[Section | None]:
    starred = {legends[draft.stars]} if draft.stars in legends else set()
    return {draft.row.section, *draft.marks, *starred}


def _matched_by_surname(entries: Entries, draft: Draft, sections: set[Section | None]) -> bool:
    """A bare surname among the editors is the one person of the list who bears it."""
    marked = sections & {Section.EDITORIAL, Section.PLENIPOTENTIARY}
    bearers = entries.bearers(draft.words[0]) if draft.words else []
    if not marked or len(bearers) != 1:
        return False
    bearers[0].sections |= marked
    bearers[0].left += _unused(draft)
    bearers[0].ask(QuestionCode.POTWIERDZ_DOPASOWANIE, (bearers[0].person,))
    return True


def _unused(draft: Draft) -> Iterator[str]:
    """What a row says about somebody who is only mentioned again."""
    told = (draft.post, *draft.contacts.details.values(), *draft.titles)
    yield from (each for each in told if each)
    yield from _left(draft)


def _left(draft: Draft) -> list[str]:
    return [*draft.contacts.others, *draft.left]


def _entry(
    draft: Draft, sections: set[Section | None], own: Order | None, evidence: Evidence
) -> Entry:
    words = tuple([_healed(word, draft.words, evidence) for word in draft.words])
    if words != draft.words:
        own = clear_order(words, draft.contacts.email)
    if draft.exact is not None:
        exact = Name(_proper(draft.exact.given), _proper(draft.exact.surname))
        reading = NameReading(exact)
    else:
        listed = draft.usual or evidence.order
        reading = resolve(words, heading=draft.order, own=own, listed=listed)
    contacts = draft.contacts
    person = Person(
        given=reading.name.given,
        surname=reading.name.surname,
        title=" ".join(draft.titles) or None,
        position=normalise(draft.post) if draft.post else None,
        **contacts.details,
    )
    private = contacts.private or contacts.dated
    entry = Entry(person, sections, private=private, left=_left(draft))
    _ask_about_name(entry, reading, draft, evidence, healed=words != draft.words)
    if draft.post_too is not None:
        other = replace(person, position=normalise(draft.post_too))
        entry.ask(QuestionCode.POTWIERDZ_DOPASOWANIE, (person, other))
    if draft.far:
        without = replace(person, email=None, phone=None, extension=None)
        entry.ask(QuestionCode.POTWIERDZ_DOPASOWANIE, (person, without))
    if draft.absent or draft.row.reserve:
        entry.ask(QuestionCode.KTO)
    unexplained = draft.stars and draft.stars not in {*evidence.legends, *evidence.explained}
    if unexplained or draft.unclear:
        entry.ask(QuestionCode.POTWIERDZ_ROLE)
    return entry


def _ask_about_name(
    entry: Entry, reading: NameReading, draft: Draft, evidence: Evidence, *, healed: bool
) -> None:
    person = entry.person

    def as_read(names: Sequence[Name]) -> tuple[Person, ...]:
        others = (replace(person, given=name.given, surname=name.surname) for name in names)
        return (person, *others)

    if draft.confirm is not None:
        others = [Name(_proper(" ".join(w[:-1])), _proper(w[-1])) for w in draft.confirm]
        of_post = draft.ditto and not others
        code = QuestionCode.POTWIERDZ_DOPASOWANIE if of_post else QuestionCode.POTWIERDZ_NAZWISKO
        entry.ask(code, as_read(others))
        return
    if healed or any(_is_mended(word, evidence) for word in draft.words):
        entry.ask(QuestionCode.POTWIERDZ_NAZWISKO, (person,))
        return
    initials = all(map(is_initial, reading.name.given.split()))
    if reading.code is QuestionCode.PELNE_IMIE or (reading.code is None and initials):
        entry.ask(QuestionCode.PELNE_IMIE)
    elif reading.code is not None:
        entry.ask(reading.code, as_read(reading.others))
    elif draft.post is None and classify(reading.name.surname) is not PositionClass.UNKNOWN:
        turned = draft.words[:1] != tuple(reading.name.given.split()[:1])
        address = fold(draft.contacts.email or "")
        if (
            turned
            and evidence.order is not Order.SURNAME_FIRST
            and fold(reading.name.surname) not in address
        ):
            entry.ask(QuestionCode.POTWIERDZ_NAZWISKO, (person,))
    elif (spelled := with_polish_letters(reading.name, bare=evidence.bare)) is not None:
        entry.ask(QuestionCode.POLSKIE_ZNAKI, as_read([spelled]))


def _is_mended(word: str, evidence: Evidence) -> bool:
    return word.strip(".,;:") in evidence.mended or LOST_LETTER in word


def _healed(word: str, words: Sequence[str], evidence: Evidence) -> str:
    """A „śółkowski” among capitalised words is Żółkowski, as some PDF fonts lose the letter."""
    if not word.startswith(_BROKEN_Z) or all(other[0].islower() for other in words):
        return word
    if word[1:2] == "ó" or any("ż" in mended for mended in evidence.mended):
        return "Ż" + word[1:]
    return word


def _proper(text: str) -> str:
    return " ".join(proper(word) for word in text.split())


def _merge(known: Entry, again: Entry) -> None:
    """Put a second entry of one person into the first.

    A repeat within one part is a duplicate, unless it is there to tell a role.
    """
    repeated = bool(known.sections & again.sections) and not again.roles - known.roles
    known.duplicates += repeated
    known.sections |= again.sections
    known.private = known.private or again.private
    first, second = known.person, again.person
    known.left += again.left
    known.person = replace(filled(first, second), position=_fuller(first.position, second.position))
    known.questions += [each for each in again.questions if each[0] is QuestionCode.POTWIERDZ_ROLE]
    kept = details(known.person)
    known.left += [new for name, new in details(second).items() if new and new != kept[name]]
    if _contradict(first.position, second.position):
        known.ask(
            QuestionCode.POTWIERDZ_DOPASOWANIE,
            (known.person, replace(known.person, position=second.position)),
        )


def _fuller(first: str | None, second: str | None) -> str | None:
    """Of „Sekretarz” and „Sekretarz Gminy”, the longer; of two different posts, the first."""
    if first is None or second is None:
        return first or second
    return second if fold(second).startswith(fold(first)) else first


def _contradict(first: str | None, second: str | None) -> bool:
    if first is None or second is None:
        return False
    one, other = fold(first), fold(second)
    return not (one.startswith(other) or other.startswith(one))
