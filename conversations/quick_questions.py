"""Questions in words, recognised before they are taken for names (domain.md §3.9).

`recognise` says what is asked and about which office, in the asker's own words for it; finding the
office and deciding who may hear the answer is not done here. A sentence that is no question of
these kinds is None, so that a list or a name is never mistaken for one; `nearest` then offers what
somebody may have meant.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from conversations import question_words
from conversations.office_names import stem
from conversations.office_vocabulary import COUNTY_SEATS
from conversations.positions import PositionClass, classify
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
        *(Topic.FREE_SEATS, Topic.LIMIT, Topic.ADVISOR, Topic.REMIND),
    }
)
"""Topics that may name an office."""
_EVERYWHERE: Final = frozenset(
    {
        "WHAT",
        "WHICH",
        "WHETHER",
        "SHOW",
        "OUR",
        "MORE",
        "IS",
        "NOUN",
        "WHOM",
        "KTO",
        "LEFT",
        "SOMETHING",
    }
)
"""What may stand in any question beside its own words."""
_INTERROGATIVE: Final = frozenset(
    {"WHO", "WHAT", "HOWMANY", "HOW", "WHICH", "WHEN", "UNTIL", "WHERE", "WHETHER", "ONWHAT"}
)
_NOUNS: Final = frozenset(
    {
        "PEOPLE",
        "PLEN",
        "ADVISOR",
        "NAMED",
        "STATE",
        "LIMIT",
        "HOWMANY",
        "DATE",
        "OFFICES",
        "LIST",
        "LINEUP",
        "FREE",
        "CONTACT",
        "SUMMARY",
        "LATE",
    }
)
_PREPOSITIONS: Final = frozenset({"w", "we", "u", "z", "ze", "dla", "od", "do", "o"})
_BEFORE_OFFICES: Final = frozenset({"czy", "czego", "kogo", "tam", "juz", "jeszcze", "urzad"})
_COPULAS: Final = frozenset({"jest", "sa", "byc", "bedzie", "beda"})
_SECOND_WORD: Final = re.compile(
    r"\w+[sc]k(i|a|ie|im|iej|iego|iemu|ich)|(dol|gor)n\w+|fabryczn\w+|now\w+|wielk\w+|mal\w+|star\w+"
)
_DESCRIBED: Final = frozenset(
    {"LIMIT", "LIST", "PEOPLE", "SUBMISSION", "TRAIN", "BLOCK", "PLEN", "ADVISOR", "SEAT", "DATE"}
    | {"STEER", "EDIT", "TEAM", "OFFICE", "OFFICES", "LINEUP", "POST"}
)
"""Before these words a strange one says of what kind they are, and is no name."""
_INFINITIVE: Final = re.compile(r"[aeiy]c$(?<!iec)")
_OF_OFFICES: Final = frozenset(
    {"SUBMISSION", "LIMIT", "ADVISOR", "PLEN", "LINEUP", "STATE", "LIST", "STEER", "EDIT", "TEAM"}
    | {"REMIND", "SUMMARY", "LIST", "WAIT", "ARRIVED", "GO"}
    | {
        "SENT",
        "SENDING",
        "APPROVED",
        "ENTERED",
        "HAVE",
        "NAME",
        "GET",
        "LACK",
        "CARE",
        "MAY",
        "NOT",
    }
)
"""What an office does or has: beside these words its name may stand without a preposition."""
_BARE: Final = frozenset({"PEOPLE", "PLEN", "ADVISOR"})
"""Nouns that ask only with the name of an office, and nothing else, after them."""
_NO_PHRASE: Final = re.compile(r"\b(jest|sa|to|bedzie|nam|byl\w*)\b")
_WANTED: Final = r"((chce|chcemy|chcialbym|chcialabym|trzeba|nalezy|mozna|musze|musimy|mozesz|moge|prosze|czy) )*"
_REMIND: Final = re.compile(
    _WANTED + r"((przypomnij|przypomniec|ponagl|popedz|pogon|upomnij|upomniec)\w*\b"
    r"|((wyslij|wyslac|poslij|rozeslij|rozeslac|o|zrob)\w* )+(\w+ )?(przypomnien|ponaglen|monit)\w*)"
)
_REPLACE: Final = re.compile(
    _WANTED + r"((zmien|zamien|zastap|podmien|wymien)(ic|cie)?\b.+\bna\b.+"
    r"|(zamiana|podmiana|wymiana|zmiana)\b.*\b(osob|uczestni|nazwisk|czlonk)\w*\b.*"
    r"|(jak|gdzie)? ?(.* )?(zmieni|zamieni|podmieni|wymieni|zastapi)(c|my|e)?"
    r"\b.*\b(osob\w*|kogos|uczestni\w*|czlonk\w*|nazwisk\w*)\b.*)"
)
_REPLACED_ELSE: Final = re.compile(
    r"\b(termin|limit|dat[aey]|jezyk|haslo|stanowisk|polski|angielski)\w*"
)
_ORDER: Final = re.compile(
    r"(prosze )?(pokaz|podaj|podac|wyslij|przypomnij|ponagl|zmien|zamien|podmien|wypisz|sprawdz)"
)
_COURTESY: Final = re.compile(
    r"(dzien dobry|witam|czesc|hej|szanowni panstwo|prosze o (informacje|odpowiedz)|mam pytanie"
    r"|prosze( mi| nam)? (powiedziec|podac)(?= (kto|kogo|ile|ilu|kiedy|gdzie|jak|co|czy|do|na))"
    r"|(przypomnij|powiedz|napisz|podpowiedz)(cie)?( mi| nam)+(?= (kto|kogo|ile|ilu|kiedy|gdzie|jak|co|czy|do|na))"
    r"|(przypomnij|powiedz)(cie)? (mi|nam)"
    r"|(czy )?(wiadomo|wiecie|wie pani?|wiedza panstwo)|czy (mozesz|moze pani?|moga panstwo)( mi| nam)*"
    r" (powiedziec|podac|sprawdzic|pokazac)|(moge|mozna) (sie )?(do)?wiedziec|potrzebuje|chodzi mi o|interesuje mnie"
    r"|(chce|chcialbym|chcialabym) (wiedziec|zapytac|spytac)"
    r"|prosze sprawdzic|pytanie|prosze|poprosze o|a|i|wiec|to|no)\b[\s,:!.–-]*"
)
_THANKS: Final = re.compile(
    r"[\s,.!–-]*\b(prosze|dziekuje|dzieki|z gory dziekuje|pozdrawiam|pls|pilne)\b[\s.!]*$"
)
_LONGEST: Final = 160
"""A question is a sentence; what is longer is a list or a letter."""
_MOST_WORDS_OF_A_NAME: Final = 4
_KIND: Final = re.compile(
    r"urz[ae]d\w*|starostw\w*|gmin\w*|mia[s]t\w*|miescie|powia\w*|um|ug|umig|miejsk\w+"
)
_EXACT_KIND: Final = re.compile(r"starostw\w*|powiatow\w+|gmin\w*|mia[s]t\w*|miejsk\w+|u[mg]|umig")
"""Words that say what an office is; with nothing beside them, one's own is meant."""
_REGION: Final = re.compile(
    rf"({'|'.join(question_words.REGIONS.split())})(i|ie|iego|im|iemu|a|iej)"
)
_ALIKE: Final = ((10, 2), (6, 1))
"""From how many letters on a word may be misspelt by how many."""
_ENTRY: Final = re.compile(r"^\w[\w-]+(?: \w[\w-]+){1,2}(?:\s+[–—-]\s+|\s*,\s*)(?P<position>\w.+)$")
"""A name, what parts it from the rest, and the rest, which may be a position."""


def recognise(text: str) -> Question | None:
    """The question that a text asks, or None: then it is something else, such as a name.

    Only one line, and only what asks: by „?”, by a word that asks, as an order or as the bare name
    of what is asked for. A sentence is a question only if all its words belong to it, but for one
    run of them, the name of an office: what says anything beside is not certain, so None. A person
    with a position is none, whatever the name („Stan Tymiński – Naczelnik”).
    """
    line = text.strip()
    if not line or "\n" in line or len(line) > _LONGEST:
        return None
    asked = line.endswith("?")
    if not asked and _is_entry(line):
        return None
    bare = _without_courtesy(fold(line))
    plain = _plain(bare)
    if _REMIND.match(plain) and "?" not in line:
        return Question(Topic.REMIND, _Sentence(plain).about)
    if _REPLACE.fullmatch(plain) and not _REPLACED_ELSE.search(plain):
        return Question(Topic.REPLACE)
    if not asked and ("," in bare or ":" in bare) and not _ORDER.match(plain):
        return None
    capitals = frozenset(_plain(fold(word)) for word in line.split()[1:] if word[:1].isupper())
    sentence = _Sentence(plain, capitals, marked=asked)
    return sentence.question() if sentence.asks else None


def _without_courtesy(folded: str) -> str:
    while found := _COURTESY.match(folded):
        folded = folded[found.end() :]
    return _THANKS.sub("", folded)


class _Sentence:
    """The words of a folded line: what they say, and the run of them that names an office."""

    def __init__(
        self, plain: str, capitals: frozenset[str] = frozenset(), *, marked: bool = False
    ) -> None:
        for pattern, word in _PHRASES:
            plain = pattern.sub(word, plain)
        words = plain.split()
        said = [_concepts(word) for word in words]
        first, last, self.certain = _run(words, said, capitals)
        named = words[first:last]
        self.about = " ".join(named)
        self.said = [each for at, each in enumerate(said) if each and not first <= at < last]
        if named:
            self._name(words[:first], named)
        concepts = frozenset().union(*self.said)
        order = next((each for each in said if each), frozenset[str]())
        self.asks = bool(
            concepts & _INTERROGATIVE or order & {"SHOW", "MAY", "MUST"} or words[:1] == ["sa"]
        )
        phrase = order & _NOUNS or words[:1] in (["brak"], ["braki"], ["moje"], ["wszystkie"])
        loose = "LACK" in order and named and words[first - 1] not in _PREPOSITIONS
        bare = (
            bool(order & _BARE)
            and not order & {"NAMED"}
            and (len(self.said) != 2 or "SURE" not in concepts)
        )
        if not self.asks and phrase and not loose and not bare and not _NO_PHRASE.search(plain):
            self.asks = True
            self.said.append(frozenset({"NOUN"}))
        elif marked and not self.asks:
            self.asks = True
            self.said.append(frozenset({"WHETHER"}))

    def _name(self, before: list[str], named: list[str]) -> None:
        sure = {"SURE"} if _surely_named(before[-1] if before else "", named) else set()
        region = len(named) == 1 and bool(_REGION.fullmatch(named[0]))
        told = bool(before) and _concepts(before[-1]) >= {"REGION"}
        self.said.append(frozenset({"REGIONAL"} if region or told else {"PLACE", *sure}))

    def question(self) -> Question | None:
        """The first question all of whose words are here, and nothing beside them."""
        if not self.certain:
            return None
        rule = next((each for each in _RULES if each.holds(self.said)), None)
        if rule is None:
            return None
        named = rule.topic in _ABOUT_ONE or rule.topic is Topic.VOIVODESHIP
        return Question(rule.topic, self.about if named else "")

    def near(self, rule: "_Rule") -> float:
        """How much of what a question must say is said, 0 to 1, above that if nothing is beside."""
        concepts = frozenset().union(*self.said)
        told = [bool(group & concepts) for group in rule.needs]
        beside = sum(not each & rule.allowed for each in self.said)
        return sum(told) / len(told) + 0.1 * sum(told) - 0.05 * beside


@dataclass(frozen=True, slots=True)
class _Rule:
    """A question: of each group something must be said, and nothing that is not allowed."""

    topic: Topic
    needs: tuple[frozenset[str], ...]
    allowed: frozenset[str]
    never: frozenset[str]

    def holds(self, said: list[frozenset[str]]) -> bool:
        concepts = frozenset().union(*said)
        return (
            all(group & concepts for group in self.needs)
            and not self.never & concepts
            and all(each & self.allowed for each in said)
        )


def _rule(line: str) -> _Rule:
    topic, _, told = line.partition(": ")
    needed, _, beside = told.partition(" :")
    needs = tuple(frozenset(group.split("|")) for group in needed.split())
    words = beside.split()
    allowed = frozenset(each for each in words if not each.startswith("-"))
    never = frozenset(each[1:] for each in words if each.startswith("-"))
    return _Rule(Topic(topic), needs, _EVERYWHERE.union(allowed, *needs), never)


_RULES: Final = tuple(_rule(line) for line in question_words.QUESTIONS.strip().splitlines())
_PHRASES: Final = tuple((re.compile(pattern), word) for pattern, word in question_words.PHRASES)


def _lookup() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The concepts of whole words and of beginnings; fillers have none."""
    whole: dict[str, set[str]] = {}
    begun: dict[str, set[str]] = {}
    for concept, words in (*question_words.WORDS.items(), ("", question_words.FILLERS)):
        for word in words.split():
            to = begun if word.endswith("*") else whole
            to.setdefault(word.removesuffix("*"), set()).update({concept} - {""})
    return (
        {word: frozenset(found) for word, found in whole.items()},
        {word: frozenset(found) for word, found in begun.items()},
    )


_WHOLE, _BEGUN = _lookup()
_STRANGE: Final = frozenset({"?"})
"""Of a word that is none of the questions' own."""


@lru_cache(maxsize=1024)
def _concepts(word: str) -> frozenset[str]:
    """What a word says: nothing for a filler, `_STRANGE` for one that is not known."""
    if word in _WHOLE:
        return _WHOLE[word]
    for end in range(len(word), 1, -1):
        if word[:end] in _BEGUN:
            return _BEGUN[word[:end]]
    if _REGION.fullmatch(word) or stem(word) in _PLACES:
        return _STRANGE
    return _misspelt(word)


def _misspelt(word: str) -> frozenset[str]:
    """What a word says that is spelt nearly as one of the questions' own."""
    if len(word) < 4:
        return _STRANGE
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for what is not spelt right

    best, found = 99, _STRANGE
    for known, concepts, open_ended in _SPELT:
        may = next((most for letters, most in _ALIKE if len(known) >= letters), 1)
        ends = range(len(known) - may, len(known) + may + 1) if open_ended else (len(word),)
        for end in ends:
            distance = OSA.distance(word[:end], known, score_cutoff=may)
            if distance <= may and distance < best:
                best, found = distance, concepts
    return found


_SHORT: Final = frozenset({"limit", "kiedy", "urzad"})
_SPELT: Final = tuple(
    (word, concepts, known is _BEGUN)
    for known in (_WHOLE, _BEGUN)
    for word, concepts in known.items()
    if len(word) >= _ALIKE[-1][0] or word in _SHORT
)
_PLACES: Final = frozenset(stem(word) for seat in COUNTY_SEATS.values() for word in seat.split())


def _run(
    words: list[str], said: list[frozenset[str]], capitals: frozenset[str]
) -> tuple[int, int, bool]:
    """Where the words stand that name an office, and whether that is certain: one run at most."""
    strange = [
        at for at, each in enumerate(said) if each is _STRANGE and not _KIND.fullmatch(words[at])
    ]
    if not strange:
        return 0, 0, True
    first, last = strange[0], strange[-1] + 1
    while first > 0 and _KIND.fullmatch(words[first - 1]):
        first -= 1
    if first > 1 and words[first - 1] in {"w", "we"} and _EXACT_KIND.fullmatch(words[first - 2]):
        first -= 2
        while first > 0 and _KIND.fullmatch(words[first - 1]):
            first -= 1
    inside = all(
        at in strange or _KIND.fullmatch(words[at]) or words[at] in {"w", "we"}
        for at in range(first, last)
    )
    certain = inside and len(strange) <= _MOST_WORDS_OF_A_NAME
    certain = certain and not any(words[at].isdigit() for at in strange)
    return first, last, certain and _may_be_name(words, said, first, last, capitals)


def _surely_named(before: str, named: list[str]) -> bool:
    known = any(
        _KIND.fullmatch(word) or _REGION.fullmatch(word) or stem(word) in _PLACES for word in named
    )
    return known or before in _PREPOSITIONS or "REGION" in _concepts(before)


def _may_be_name(
    words: list[str],
    said: list[frozenset[str]],
    first: int,
    last: int,
    capitals: frozenset[str],
) -> bool:
    """Whether strange words stand as the name of an office does, and not as some verb may."""
    named = words[first:last]
    before = words[first - 1] if first else ""
    if capitals.intersection(named) or _surely_named(before, named):
        return True
    if before in _COPULAS or any(_INFINITIVE.search(word) for word in named):
        return False
    if first and last < len(words) and said[last] & _DESCRIBED:
        return False
    if len(named) > 1 and not _SECOND_WORD.fullmatch(named[-1]):
        return False
    at = first - 1 - (before == "sie")
    beside = frozenset().union(*said[max(0, at) : first], *said[last : last + 1])
    return first == 0 or before in _BEFORE_OFFICES or bool(beside & _OF_OFFICES)


def _is_entry(line: str) -> bool:
    """Whether a line is a capitalised name with a position after it."""
    words = line.split()
    named = len(words) > 2 and all(word[:1].isupper() for word in words[:2])
    if not named:
        return False
    rests = [found["position"] for found in (_ENTRY.match(line),) if found]
    rests += [" ".join(words[at:]) for at in (2, 3) if words[at:]]
    return any(classify(rest) is not PositionClass.UNKNOWN for rest in rests)


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


def nearest(text: str) -> tuple[Topic, ...]:
    """The three topics whose words a text comes nearest to, for „Czy chodziło o…”."""
    sentence = _Sentence(_plain(_without_courtesy(fold(text))[:_LONGEST]))
    best = dict.fromkeys(_OFTEN, 0.0)
    for rule in _RULES:
        best[rule.topic] = max(best.get(rule.topic, 0.0), sentence.near(rule))
    return tuple(sorted(best, key=lambda topic: -best[topic])[:3])


_OFTEN: Final = (Topic.STATUS, Topic.MISSING, Topic.DEADLINE)
"""Offered where nothing is nearer."""
OFTEN_ASKED: Final = frozenset(Topic) - {Topic.REMIND, Topic.REPLACE}
"""What `nearest` may offer."""


def _plain(line: str) -> str:
    """Folded, without punctuation but hyphens within words."""
    return " ".join(re.sub(r"[^\w\s-]|(?<!\w)-|-(?!\w)", " ", fold(line)).split())
