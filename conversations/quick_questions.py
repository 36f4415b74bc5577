"""Questions in words, recognised before they are taken for names (domain.md §3.9).

`recognise` says what is asked and about which office, in the asker's own words for it; finding the
office and deciding who may hear the answer is not done here. A sentence that is no question of
these kinds is None, so that a list or a name is never mistaken for one; `nearest` then offers what
somebody may have meant.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from conversations import question_patterns
from conversations.pasted_list.given_names import COMMON_SURNAMES
from conversations.pasted_list.names import is_given, is_name_shaped
from conversations.pasted_list.words import HONORIFICS, TITLES
from conversations.positions import PositionClass, classify
from conversations.question_sentence import (
    Sentence,
    asks,
    is_known,
    is_place,
    may_ask,
    plain,
    sentence,
)
from conversations.vocabulary import fold


class Topic(StrEnum):
    """What can be asked."""

    STATUS = "status"
    MISSING = "missing"
    NOT_SENT = "not-sent"
    WITHOUT_PLENIPOTENTIARY = "without-plenipotentiary"
    PLENIPOTENTIARY = "plenipotentiary"
    TEAM = "team"
    HOW_MANY = "how-many"
    FREE_SEATS = "free-seats"
    LIMIT = "limit"
    OFFICES = "offices"
    OVERDUE = "overdue"
    ADVISOR = "advisor"
    DEADLINE = "deadline"
    TRAINING = "training"
    EDITORS_IN_ALL = "editors-in-all"
    VOIVODESHIP = "voivodeship"
    REMIND = "remind"
    REPLACE = "replace"
    HEAD = "head"
    RULE_TRAINING = "rule-training"
    RULE_EDITORS = "rule-editors"
    RULE_HEAD = "rule-head"
    RULE_MANAGEMENT = "rule-management"
    RULE_SIZE = "rule-size"
    RULE_HEAD_IN_GROUP = "rule-head-in-group"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the words that name an office or a voivodeship, as typed ("" for none).

    `office_id` is the office that was chosen among several of that name.
    """

    topic: Topic
    about: str = ""
    office_id: int | None = None


_ABOUT_ONE: Final = frozenset(
    {
        *(Topic.STATUS, Topic.MISSING, Topic.PLENIPOTENTIARY, Topic.TEAM, Topic.HOW_MANY),
        *(Topic.FREE_SEATS, Topic.LIMIT, Topic.ADVISOR, Topic.VOIVODESHIP),
    }
)
"""Topics that may name an office, or the voivodeship."""
_LONGEST: Final = 160
"""A question is a sentence; what is longer is a list or a letter."""
_DASH: Final = re.compile(r"\s[–—-]\s")
_COURTESY: Final = re.compile(question_patterns.COURTESY)
_POLITE: Final = re.compile(question_patterns.POLITE)
_THANKS: Final = re.compile(question_patterns.THANKS)
_ORDER: Final = re.compile(question_patterns.ORDER)
_REMIND: Final = re.compile(question_patterns.REMIND)
_REPLACE: Final = re.compile(question_patterns.REPLACE)
_NOBODY_REPLACED: Final = re.compile(question_patterns.NOBODY_REPLACED)
_CONTACT: Final = re.compile(r"\S@\S|\d(?:[ -]?\d){6}")
"""An address or a telephone: with one a line tells of somebody."""


def is_courtesy(text: str) -> bool:
    """Whether a text only greets or thanks."""
    return len(text) <= _LONGEST and _POLITE.fullmatch(fold(text.strip())) is not None


def recognise(text: str) -> Question | None:
    """The question that a text asks, or None: then it is something else, such as a name.

    Only one line, and only what asks: by „?”, by a word that asks, as an order or as the bare name
    of what is asked for. A sentence is a question only if all its words belong to it, but for one
    run of them, the name of an office: what says anything beside is not certain, so None. A person
    is none, whatever the name, with a position („Stan Tymiński – Naczelnik”), with a telephone, or
    by a name alone („Lista Anna”): a person lost costs more than a question not understood.
    """
    line = text.strip()
    if not line or "\n" in line or len(line) > _LONGEST:
        return None
    asked = line.endswith("?")
    if not asked and (_CONTACT.search(line) or _is_entry(line) or _is_person(line)):
        return None
    bare = _without_courtesy(fold(line))
    words = plain(bare)
    if not asked and _REMIND.match(words):
        return Question(Topic.REMIND, sentence(words).about)
    if _REPLACE.fullmatch(words) and not _NOBODY_REPLACED.search(words):
        return Question(Topic.REPLACE)
    if not asked and ("," in bare or ":" in bare) and not _ORDER.match(words):
        return None
    if not (asked or may_ask(words)):
        return None
    capitals = frozenset(plain(fold(word)) for word in line.split()[1:] if word[:1].isupper())
    said = sentence(words, capitals, marked=asked)
    if not (said.asks and said.certain) or (said.is_phrase and _DASH.search(line)):
        return None
    topic = next((each.topic for each in _RULES if each.holds(said)), None)
    if topic is None:
        return None
    return Question(topic, said.about if topic in _ABOUT_ONE else "")


def _without_courtesy(folded: str) -> str:
    while found := _COURTESY.match(folded):
        folded = folded[found.end() :]
    return _THANKS.sub("", folded)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A question: of each group something must be said, and nothing that is not allowed."""

    topic: Topic
    needs: tuple[frozenset[str], ...]
    allowed: frozenset[str]
    never: frozenset[str]

    def holds(self, asked: Sentence) -> bool:
        """Whether a sentence is this question and says nothing beside."""
        concepts = asked.concepts
        return (
            all(group & concepts for group in self.needs)
            and not self.never & concepts
            and all(each & self.allowed for each in asked.said)
        )

    def near(self, asked: Sentence) -> float:
        """How much of what must be said is said, less for what is said beside."""
        told = sum(bool(group & asked.concepts) for group in self.needs)
        beside = sum(not each & self.allowed for each in asked.said)
        return told / len(self.needs) + 0.1 * told - 0.05 * beside


def _rule(line: str) -> _Rule:
    topic, _, told = line.partition(": ")
    needed, _, beside = told.partition(" :")
    needs = tuple(frozenset(group.split("|")) for group in needed.split())
    words = beside.split()
    allowed = {*question_patterns.ANYWHERE.split(), *words}.union(*needs)
    never = frozenset(each[1:] for each in words if each.startswith("-"))
    return _Rule(Topic(topic), needs, frozenset(allowed), never)


_RULES: Final = tuple(map(_rule, re.split(r"\n(?! )", question_patterns.QUESTIONS.strip())))


def _is_entry(line: str) -> bool:
    """Whether a line is a capitalised name with a position after it."""
    words = line.split()
    if len(words) < 3 or not all(word[:1].isupper() for word in words[:2]):
        return False
    rests = (" ".join(words[at:]) for at in (2, 3))
    return any(classify(rest) is not PositionClass.UNKNOWN for rest in rests)


def _is_person(line: str) -> bool:
    """Whether a line is a name, alone or before a dash or a comma.

    By a given name in use, however the others are written; or, where all begin with a capital, by
    what only surnames look like, or as a place of a name that asks in small letters.
    """
    words = _words_of_name(line)
    if not 0 < len(words) <= _MOST_WORDS_OF_A_NAME or not all(map(is_name_shaped, words)):
        return False
    if any(is_given(word) and not is_known(fold(word)) for word in words):
        return True
    first = fold(words[0])
    if not all(word[0].isupper() for word in words) or asks(first):
        return False
    titled = not any(word.isupper() for word in words)
    # Two words after one of the questions' own are an office: „Status Piotrków Trybunalski”.
    of_office = len(words) == _MOST_WORDS_OF_A_NAME and is_known(first)
    named = not of_office and any(_is_surname(word) for word in words)
    return named or (titled and fold(" ".join(words)) in _NAMES_OF_PLACES)


def _words_of_name(line: str) -> list[str]:
    """The words before a dash or a comma but for titles; none if what follows may ask."""
    end = _END_OF_NAME.search(line)
    named, rest = (line[: end.start()], line[end.end() :]) if end else (line, "")
    if asks(plain(rest)):
        return []
    plainly = (word.rstrip(".") for word in named.split())
    return [word for word in plainly if word and fold(word) not in HONORIFICS | TITLES.keys()]


def _is_surname(word: str) -> bool:
    folded = fold(word)
    common = folded in COMMON_SURNAMES and not is_known(folded)
    return common or (_SURNAME.search(folded) is not None and not is_place(folded))


_MOST_WORDS_OF_A_NAME: Final = 3
_END_OF_NAME: Final = re.compile(r"\s[–—-]\s|[,;:(|/\t]")
_SURNAME: Final = re.compile(r"..([sc]|dz)k[ia]$|.wicz$|.czyk$")
"""Of the endings of surnames those that names of offices and words of questions hardly have."""
_NAMES_OF_PLACES: Final = frozenset({"wolne miejsce"})
"""Written as a name they are one, though in small letters they ask."""


def argument_of(question: Question) -> str:
    """What a button carries that asks a question anew: its topic, and the office once chosen."""
    return question.topic + (f"/{question.office_id}" if question.office_id else "")


def asked_again(argument: str) -> Question | None:
    """The question of a button's argument; None for anything that `argument_of` did not make."""
    topic, _, office_id = argument.partition("/")
    if topic not in set(Topic) or (office_id and not _ID.fullmatch(office_id)):
        return None
    return Question(Topic(topic), office_id=int(office_id) if office_id else None)


_ID: Final = re.compile(r"[1-9][0-9]{0,8}")


def nearest(text: str, *, of_many: bool = True) -> tuple[Topic, ...]:
    """The three topics whose words a text comes nearest to, for „Czy chodziło o…”.

    Not `of_many`, for somebody of one office: none that only tells offices from each other.
    """
    asked = sentence(plain(_without_courtesy(fold(text[:_LONGEST]))))
    best = dict.fromkeys(_OFTEN, 0.0)
    offered = OFFERED if of_many else OFFERED - _OF_MANY
    for rule in (each for each in _RULES if each.topic in offered):
        best[rule.topic] = max(best.get(rule.topic, 0.0), rule.near(asked))
    return tuple(sorted(best, key=lambda topic: -best[topic])[:3])


_OFTEN: Final = (Topic.STATUS, Topic.MISSING, Topic.DEADLINE)
"""Offered where nothing is nearer."""
OFFERED: Final = frozenset(rule.topic for rule in _RULES) - {Topic.VOIVODESHIP}
"""What `nearest` may offer."""
_OF_MANY: Final = frozenset(
    {
        Topic.NOT_SENT,
        Topic.OVERDUE,
        Topic.OFFICES,
        Topic.WITHOUT_PLENIPOTENTIARY,
        Topic.EDITORS_IN_ALL,
        Topic.REMIND,
    }
)
