"""How well the reader of lists does: precision and recall per field, questions, silent faults."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from conversations.pasted_list import Listed, Reading, read
from tests.corpus.lists import Case, Expected

FIELDS = (
    *("given", "surname", "title", "position", "class", "email", "phone", "extension", "roles"),
)


@dataclass
class Score:
    """Counts over any number of cases; `faults` say in words where the reading differs."""

    clear: int = 0
    clear_right: int = 0
    clear_asked: int = 0
    ambiguous: int = 0
    ambiguous_asked: int = 0
    silently_wrong: int = 0
    right: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def report(self) -> str:
        """The score as a table."""
        lines = [f"{'field':<10} precision  recall"]
        for name in FIELDS:
            precision = _share(self.right[name], self.read[name])
            recall = _share(self.right[name], self.expected[name])
            lines.append(f"{name:<10} {precision:>8.2%} {recall:>8.2%}")
        return "\n".join(
            [
                *lines,
                f"people               {self.clear + self.ambiguous}",
                f"silently wrong       {self.silently_wrong}",
                f"clear, fully right   {self.share_clear_right:.2%} of {self.clear}",
                f"clear, asked         {self.share_clear_asked:.2%}",
                f"ambiguous, asked     {self.share_ambiguous_asked:.2%} of {self.ambiguous}",
            ]
        )

    @property
    def share_clear_right(self) -> float:
        """Of the people who are not ambiguous, those read fully right without a question."""
        return _share(self.clear_right, self.clear)

    @property
    def share_clear_asked(self) -> float:
        """Of the people who are not ambiguous, those asked about."""
        return _share(self.clear_asked, self.clear)

    @property
    def share_ambiguous_asked(self) -> float:
        """Of the ambiguous people, those asked about."""
        return _share(self.ambiguous_asked, self.ambiguous)


def score(cases: Iterable[Case]) -> Score:
    """Read every case and compare."""
    total = Score()
    for case in cases:
        _score_case(total, case, read(case.text))
    return total


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _score_case(total: Score, case: Case, reading: Reading) -> None:
    asked_of = {question.about for question in reading.questions}
    asked_at_all = None in asked_of
    pairs = _paired(case.people, reading.people)
    for wanted, index in pairs:
        got = reading.people[index] if index is not None else None
        _count_fields(total, wanted, got)
        asked = asked_at_all or index in asked_of
        right = (
            wanted is not None and got is not None and _fields_of(wanted) == _fields_of_read(got)
        )
        reported = got is None and bool(reading.skipped)
        if wanted is not None and (wanted.questions or case.questions):
            total.ambiguous += 1
            total.ambiguous_asked += asked
        elif wanted is not None:
            total.clear += 1
            total.clear_right += right and not asked
            total.clear_asked += asked
        total.silently_wrong += not (right or asked or reported)
    total.faults.extend(f"{case.name}: {fault}" for fault in differences(case, reading))


def differences(case: Case, reading: Reading) -> list[str]:
    """Everything in which a reading is not exactly the expected one, in words."""
    found = []
    for wanted, index in _paired(case.people, reading.people):
        got = reading.people[index] if index is not None else None
        want = _fields_of(wanted) if wanted else None
        have = _fields_of_read(got) if got else None
        if want != have:
            found.append(f"expected {_shown(want)}, read {_shown(have)}")
    for what, want_list, have_list in (
        (
            "questions",
            _expected_questions(case),
            [(q.code.value, q.about) for q in reading.questions],
        ),
        ("warnings", _expected_warnings(case), [(w.code.value, w.about) for w in reading.warnings]),
        ("skipped", list(case.skipped), list(reading.skipped)),
        ("leftovers", list(case.leftovers), [each.text for each in reading.leftovers]),
    ):
        if Counter(want_list) != Counter(have_list):
            found.append(f"{what}: expected {want_list}, read {have_list}")
    return found


def _expected_questions(case: Case) -> list[tuple[str, int | None]]:
    about = [(code, i) for i, each in enumerate(case.people) for code in each.questions]
    return [*about, *((code, None) for code in case.questions)]


def _expected_warnings(case: Case) -> list[tuple[str, int | None]]:
    about = [(code, i) for i, each in enumerate(case.people) for code in each.warnings]
    return [*about, *((code, None) for code in case.warnings)]


def _paired(
    wanted: tuple[Expected, ...], got: tuple[Listed, ...]
) -> list[tuple[Expected | None, int | None]]:
    """Each expected person with the one read in its place: by name, else in order; then others."""
    left = dict(enumerate(got))
    found: dict[int, int] = {}
    for number, each in enumerate(wanted):
        for index, listed in left.items():
            if listed.person.key == each.person.key:
                found[number] = index
                del left[index]
                break
    for number in range(len(wanted)):
        if number not in found and number in left:
            found[number] = number
            del left[number]
    pairs: list[tuple[Expected | None, int | None]] = [
        (each, found.get(number)) for number, each in enumerate(wanted)
    ]
    return [*pairs, *((None, index) for index in left)]


def _count_fields(total: Score, wanted: Expected | None, got: Listed | None) -> None:
    want = _fields_of(wanted) if wanted else {}
    have = _fields_of_read(got) if got else {}
    for name in FIELDS:
        total.expected[name] += bool(want.get(name))
        total.read[name] += bool(have.get(name))
        total.right[name] += bool(want.get(name)) and want.get(name) == have.get(name)


def _fields_of(expected: Expected) -> dict[str, str]:
    person = expected.person
    return {
        "given": person.given,
        "surname": person.surname,
        "title": person.title or "",
        "position": person.position or "",
        "class": expected.position_class,
        "email": person.email or "",
        "phone": person.phone or "",
        "extension": person.extension or "",
        "roles": " ".join(sorted(expected.roles)),
    }


def _fields_of_read(listed: Listed) -> dict[str, str]:
    roles = frozenset(role.value for role in listed.roles)
    return _fields_of(Expected(listed.person, listed.person.position_class.value, roles, (), ()))


def _shown(fields: dict[str, str] | None) -> str:
    return " | ".join(value for value in fields.values() if value) if fields else "nobody"
