"""Whatever an office, its advisor and the coordinator do, no submission breaks a rule.

Fifty events a story, sensible and hostile, with tables that change the limits in between. The rules
are written down here once more, from domain.md §1.2 and §1.3 alone, so that a fault of
`conversations.rules` is seen. `KOMPLET_STORIES` makes the trial larger, `KOMPLET_STORIES_SEED`
another one; without it the stories are the same every time.
"""

import os
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from conversations.access import Role
from conversations.events import Action, Command
from conversations.places.office import Returning
from conversations.submission import Office, Stage, Submission
from conversations.team import Member, Seat, Team
from tests.conversations.chat import WLODAWA, Chat, sensible
from tests.conversations.explored import arguments

STORIES = int(os.environ.get("KOMPLET_STORIES", "500"))
SEED = os.environ.get("KOMPLET_STORIES_SEED")
LENGTH = 50

POSTS = {
    "Sekretarz Powiatu": "A",
    "Skarbnik Powiatu": "A",
    "Skarbnik": "A",
    "Starosta": "A",
    "Zastępca Starosty": "A",
    "Kierownik Referatu": "B",
    "Naczelnik Wydziału": "B",
    "główny specjalista": "C",
    "radca prawny": "C",
    "inspektor": "D",
    "informatyk": "D",
    "Kierownik GOPS": "E",
    "animator spotkań": "?",
}
"""Posts and their class by domain.md §3.4; the stories name no other."""
PEOPLE = (
    "Anna Kowalczyk – Sekretarz Powiatu",
    "Marek Wójcik – Skarbnik Powiatu",
    "Ewa Lis-Sadowska – Naczelnik Wydziału",
    "Piotr Zalewski – inspektor",
    "Monika Sikora – Kierownik Referatu",
    "Tomasz Dąbrowski – główny specjalista",
    "Barbara Nowicka – radca prawny",
    "Jan Mazur – Kierownik GOPS",
    "Zofia Kania – Starosta",
    "Halina Wrońska – Zastępca Starosty",
    "Krzysztof Baran – animator spotkań",
    "Wójcik Marek – Skarbnik Powiatu",
    "KOWALCZYK ANNA – Sekretarz Powiatu",
)
HEAD, ADVISOR = "kania zofia", "halina wronska"
WORDS = (
    "1 3 5 8",
    "1 2 3 4 5 6",
    "2",
    "99",
    "Jan Mazur",
    "Marek Wójcik",
    "Kierownik Referatu",
    "inspektor",
    "Urząd zatrudnia tylko dwanaście osób.",
    "Zarządzenie nr 12/2026 z 5 stycznia 2026 r.",
    "ok",
    "?!",
    "",
    "Ą" * 300,
)
STEERING_LIMITS = (8, 4, 1, 0, None, 25, 6)
EDITORIAL_LIMITS = (4, 1, 0, None, 8, 3)


# --- The rules, once more -----------------------------------------------------------------------


def _key(member: Member) -> str:
    folded = unicodedata.normalize("NFD", member.person.full_name.casefold().replace("ł", "l"))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(sorted(plain.replace("-", " ").split()))


def _class(member: Member) -> str:
    return POSTS.get(member.person.position or "", "?")


def _confirmed(team: Team, rule: str, about: tuple[int, ...], count: int) -> bool:
    return any((a.rule, a.about, a.count) == (rule, about, count) for a in team.confirmations)


def _explained(team: Team, rule: str, about: tuple[int, ...], count: int) -> bool:
    return any(
        (a.rule, a.about, a.count) == (rule, about, count) and a.reason for a in team.confirmations
    )


def _waived(team: Team, rule: str, about: tuple[int, ...]) -> bool:
    return any(a.waived and a.rule == rule and a.about == about for a in team.confirmations)


def _limits(office: Office) -> tuple[int, int]:
    """Columns 5 and 6, or the norm; who is not in block I is not in block II."""
    steering = 10 if office.limit_steering is None else office.limit_steering
    editorial = 5 if office.limit_editorial is None else office.limit_editorial
    return steering, 0 if steering == 0 else editorial


def broken_hard(team: Team, office: Office) -> list[str]:
    """The rules that hold whatever anybody confirms: BLOK, and BLOK/W without a waiver."""
    named = [member for member in team.members if member.plenipotentiary]
    steering = [member for member in team.members if member.seat >= Seat.STEERING]
    editorial = [member for member in team.members if member.seat is Seat.EDITORIAL]
    first, second = _limits(office)
    broken = []
    if len(named) != 1 or team.basis is None:
        broken.append("R1")
    for member in named:
        if _key(member) == ADVISOR and not _waived(team, "R2A", (member.id,)):
            broken.append("R2a")
        head = member.person.position == "Starosta" or _key(member) == HEAD
        if head and not _waived(team, "R2B", (member.id,)):
            broken.append("R2b")
    if len(steering) > first or (first and not steering):
        broken.append("R4")
    if len(editorial) > second or (second and not editorial):
        broken.append("R6")
    if not {member.id for member in editorial} <= {member.id for member in steering}:
        broken.append("R5")
    if len({_key(member) for member in team.members}) != len(team.members):
        broken.append("R10")
    return broken


def broken_soft(team: Team, office: Office) -> list[str]:
    """OSTRZ+ without its reason and OSTRZ without its confirmation, for exactly this team."""
    steering = [member for member in team.members if member.seat >= Seat.STEERING]
    editorial = [member for member in team.members if member.seat is Seat.EDITORIAL]
    first, second = _limits(office)
    broken = []
    for member in (member for member in team.members if member.plenipotentiary):
        about = (member.id,)
        if _class(member) in "CDE" and not _explained(team, "R2", about, 0):
            broken.append("R2")
        if _class(member) in "B?" and not _confirmed(team, "R2", about, 0):
            broken.append("R2")
        if member not in steering and first and not _explained(team, "R3", about, 0):
            broken.append("R3")
    staff = tuple(m.id for m in steering if _class(m) in "DE?" and not m.plenipotentiary)
    if staff and not _confirmed(team, "R8", staff, len(staff)):
        broken.append("R8")
    for n, limit, least, short, free in (
        (len(steering), first, 5, "R4A", "R4_FREE"),
        (len(editorial), second, 3, "R6A", "R6_FREE"),
    ):
        if 0 < n < least <= limit and n != limit and not _explained(team, short, (), n):
            broken.append(short)
        if least <= n < limit and not _confirmed(team, free, (), limit - n):
            broken.append(free)
    return broken


# --- The stories --------------------------------------------------------------------------------


def _list(number: int) -> str:
    """A list of some of the people, perhaps with marks."""
    chosen = [PEOPLE[at] for at in range(len(PEOPLE)) if number >> at & 1] or [PEOPLE[0]]
    if number & 1:
        marked = chosen[number % len(chosen)]
        names = [line.partition(" – ")[0] for line in chosen[: 1 + number % 3]]
        return "\n".join(
            [f"Pełnomocnik: {marked}", "Grupa sterująca:", *chosen, "Zespół redakcyjny:", *names]
        )
    return "\n".join(chosen)


def _office_role(number: int) -> Role:
    return Role.HEAD if number % 3 == 1 else Role.SECRETARY


def _does_what_the_card_asks(chat: Chat, number: int) -> None:
    role = _office_role(number)
    chat.happens(sensible(chat.place(role), chat.submission), role)


def _taps(chat: Chat, number: int) -> None:
    actions = tuple(Action)
    action = actions[number % len(actions)]
    choices = arguments(action, chat.submission)
    argument = choices[number // 64 % len(choices)]
    stale = number % 7 == 0
    chat.tap(
        action, argument, _office_role(number // 8), chat.submission.version - 1 if stale else None
    )


def _says(chat: Chat, number: int) -> None:
    texts = (*WORDS, *PEOPLE)
    chat.say(texts[number % len(texts)], _office_role(number // 32))


def _pastes(chat: Chat, number: int) -> None:
    chat.say(_list(number % 2 ** len(PEOPLE)), _office_role(number))


def _commands(chat: Chat, number: int) -> None:
    commands = tuple(Command)
    chat.command(commands[number % len(commands)], _office_role(number))


def _the_head_decides(chat: Chat, number: int) -> None:
    if number % 3:
        chat.tap(Action.APPROVE, role=Role.HEAD)
    else:
        chat.tap(Action.RETURN, role=Role.HEAD)
        if chat.place(Role.HEAD) == Returning():
            chat.say("Proszę poprawić skład.", Role.HEAD)


def _the_advisor_looks(chat: Chat, number: int) -> None:
    if number % 2:
        chat.advisor(Action.ACCEPT)
    else:
        chat.advisor(Action.RETURN)
        chat.say("Proszę rozważyć Sekretarza.", Role.ADVISOR)


def _the_coordinator_decides(chat: Chat, number: int) -> None:
    actions = (Action.GRANT, Action.GRANT, Action.REFUSE, Action.CLOSE, Action.REOPEN)
    chat.coordinator(actions[number % len(actions)])


def _a_table_comes(chat: Chat, number: int) -> None:
    steering = STEERING_LIMITS[number % len(STEERING_LIMITS)]
    chat.limits(steering, EDITORIAL_LIMITS[number // 7 % len(EDITORIAL_LIMITS)])


def _the_office_goes_on(chat: Chat, number: int) -> None:
    """What moves a stuck story: reopened, taken back, amended."""
    actions = (Action.AMEND, Action.TAKE_BACK, Action.DISCARD, Action.EDIT_STEERING)
    if chat.submission.office.closed:
        chat.coordinator(Action.REOPEN)
    else:
        chat.tap(actions[number % len(actions)], role=_office_role(number))


def _nothing(chat: Chat, number: int) -> None:
    """Where a failing story shrinks to."""


Move = Callable[[Chat, int], None]
MOVES: tuple[Move, ...] = (
    _nothing,
    *[_does_what_the_card_asks] * 12,
    *[_taps] * 6,
    *[_says] * 3,
    _pastes,
    _commands,
    _the_head_decides,
    _the_advisor_looks,
    *[_the_coordinator_decides] * 2,
    _a_table_comes,
    _the_office_goes_on,
)
BY_OTHERS = {_the_head_decides, _the_advisor_looks, _the_coordinator_decides, _a_table_comes}


def _check(chat: Chat, before: Submission, move: Move) -> None:
    after = chat.submission
    team, office = after.team, after.office
    told = (broken_hard(team, office), broken_soft(team, office), chat)
    sent = after.stage is Stage.SUBMITTED and before.stage is not Stage.SUBMITTED
    decided = after.approval is not None and (
        before.approval is None
        or replace(before.approval, accepted=False) != replace(after.approval, accepted=False)
    )
    if sent:
        assert not broken_soft(team, office), told
    if after.stage is Stage.SUBMITTED or decided:
        assert not broken_hard(team, office), told
    if decided and after.approval is not None:
        assert before.stage is Stage.SUBMITTED or not broken_soft(team, office), told
        assert after.approval.team == team, told
        assert after.stage is Stage.SETTLED, told
    if before.approval is not None:
        assert after.approval is not None, told
    editorial = {member.id for member in team.editorial}
    assert editorial <= {member.id for member in team.steering}, told
    assert len({_key(member) for member in team.members}) == len(team.members), told
    assert (after.version > before.version) == (after != before), told
    if move in BY_OTHERS or not before.editable:
        dropped = after.approval is not None and team.members == after.approval.team.members
        assert team.members == before.team.members or dropped, told
    if before.team.members and not before.approval:
        assert before.stage is after.stage or after.stage is not Stage.EMPTY, told


def tell(limits: tuple[int | None, int | None, bool], numbers: list[int]) -> Chat:
    """One story; what must always hold is asked after every step."""
    steering, editorial, registered = limits
    office = replace(
        WLODAWA,
        limit_steering=steering,
        limit_editorial=editorial,
        head_registered=registered,
        head_key=HEAD,
        advisor_keys=frozenset({ADVISOR}),
    )
    chat = Chat(office)
    for number in numbers:
        move = MOVES[number % len(MOVES)]
        before = chat.submission
        move(chat, number // len(MOVES))
        _check(chat, before, move)
    return chat


LIMITS = st.tuples(
    st.sampled_from(STEERING_LIMITS), st.sampled_from(EDITORIAL_LIMITS), st.booleans()
)
NUMBERS = st.lists(st.integers(0, len(MOVES) * 2**16), min_size=LENGTH, max_size=LENGTH)


@given(limits=LIMITS, numbers=NUMBERS)
@settings(
    max_examples=STORIES,
    deadline=None,
    database=None,
    derandomize=SEED is None,
    suppress_health_check=list(HealthCheck),
)
def test_no_submission_ever_breaks_a_rule(
    limits: tuple[int | None, int | None, bool], numbers: list[int]
) -> None:
    tell(limits, numbers)


if SEED is not None:
    test_no_submission_ever_breaks_a_rule = seed(int(SEED))(test_no_submission_ever_breaks_a_rule)


def test_the_stories_come_to_submissions_approvals_and_waivers() -> None:
    """Otherwise the test above would show nothing."""
    import random

    reached = set()
    chance = random.Random(2026)
    for _ in range(60):
        numbers = [chance.randrange(len(MOVES) * 2**16) for _ in range(LENGTH)]
        limits = (chance.choice(STEERING_LIMITS), chance.choice(EDITORIAL_LIMITS), True)
        chat = tell(limits, numbers)
        reached |= {str(line[-1].code) for line in chat.log if hasattr(line[-1], "code")}
    assert {"sent-to-head", "approved", "returned", "accepted", "granted", "refused"} <= reached
    assert {"request-sent", "amendment-open", "taken-back", "closed", "reopened"} <= reached
