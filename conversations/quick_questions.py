"""Questions in words, recognised before they are taken for names (domain.md §3.9).

`recognise` says what is asked and about which office, in the asker's own words for it; finding the
office and deciding who may hear the answer is not done here. A sentence that is no question of
these kinds is None, so that a list or a name is never mistaken for one; `nearest` then offers what
somebody may have meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

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


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the words that name an office or a voivodeship, as typed ("" for none).

    `office_id` is the office that was chosen among several of that name.
    """

    topic: Topic
    about: str = ""
    office_id: int | None = None


_PLENIPOTENTIARY = r"pelnomocnik\w*"
_OFFICE = r"urz\w*"
_HEAD = r"(wojt|burmistrz|prezydent|starosta|marszalek|kierownik|szef)\w*"
# First match wins, so what names more stands first. `about` is what an office is called by.
_PATTERNS: Final = tuple(
    (topic, re.compile(pattern))
    for topic, pattern in (
        # What the rules say
        (
            Topic.RULE_HEAD,
            rf"\bczy\b.*\b{_HEAD}\b.*\b{_PLENIPOTENTIARY}",
        ),
        (
            Topic.RULE_HEAD,
            rf"\bczy\b.*\b{_PLENIPOTENTIARY}\b.*\b{_HEAD}",
        ),
        (Topic.RULE_EDITORS, r"\bczy\b.*\bredakc\w*.*\b(spoza|poza|innych|nie jest)\b"),
        (Topic.RULE_EDITORS, r"\bczy\b.*\b(spoza|poza)\b.*\bredakc\w*"),
        (
            Topic.RULE_TRAINING,
            (
                rf"\bczy\b.*\b(sekretarz|{_PLENIPOTENTIARY})\b.*"
                r"\b(szkoleni\w*|blok\w*|uczestnicz\w*|udzial\w*|isc|grup\w*)"
            ),
        ),
        (
            Topic.RULE_MANAGEMENT,
            rf"\b(kto|czy)\b.*\b(moze|musi|powin\w*)\b.*\b(byc|zostac)\b.*\b{_PLENIPOTENTIARY}",
        ),
        (Topic.RULE_SIZE, r"\bile osob\b.*\b(liczy|powin\w*|musi)\b.*\b(grup\w*|zespol\w*)"),
        (Topic.HEAD, r"\b(kto|kim)\b.*\b(szef\w*|kierownik\w*) urzedu\b"),
        # What is to be done
        (Topic.REMIND, r"^(prosze )?(wyslij|wyslac|przypomnij|przypomniec)\b.*(przypomn\w*)?"),
        (Topic.REPLACE, r"^(prosze )?(zmien|zmienic|zamien|zamienic|zastap|zastapic)\b.+\bna\b.+"),
        # Many offices
        (
            Topic.WITHOUT_PLENIPOTENTIARY,
            (
                r"\b(kto|ktore|gdzie|jakie)\b.*\b(nie (ma|maja|wyzn\w*|wskaz\w*)|bez|brak\w*)\b"
                rf".*{_PLENIPOTENTIARY}"
            ),
        ),
        (Topic.NOT_SENT, r"\b(kto|ktore|jakie|ktory)\b.*\bnie\b.*\b(wysl|zglos|przesl|przysl)\w*"),
        (Topic.OVERDUE, r"\b(po terminie|spozni\w*|zaleg\w*|przeterminowan\w*)\b"),
        (
            Topic.EDITORS_IN_ALL,
            r"\bil[eu]\b.*\b(wszystkich|lacznie|razem)\b.*\b(blok\w* (ii|2|drugi\w*)|redakc\w*)",
        ),
        (Topic.VOIVODESHIP, r"\b(wojewodztw\w*)\s+(?P<about>[\w-]+)"),
        (
            Topic.OFFICES,
            rf"\b(lista|liste|moje|nasze|wszystkie|pokaz) ({_OFFICE}|wszystkie {_OFFICE})",
        ),
        # One office
        (
            Topic.PLENIPOTENTIARY,
            rf"\b(kto|kim)\b.*\b{_PLENIPOTENTIARY}(.*?\b(we?|dla|z|u)\s+(?P<about>.+))?",
        ),
        (
            Topic.FREE_SEATS,
            (
                r"\b(ile|czy sa|sa)\b.*\b(wolnych|wolne|zostalo|jest) miejsc\w*"
                r"(\s+we?\s+(?P<about>.+))?"
            ),
        ),
        (
            Topic.LIMIT,
            r"\b(jaki|ile wynosi|jakie)\b.*\blimit\w*(.*?\b(ma|we?|dla)\s+(?P<about>.+))?",
        ),
        (
            Topic.LIMIT,
            r"\bile osob\b.*\b(mozemy|mozna|moga|wolno|wyslac|na (pierwszy|drugi|blok|bl))",
        ),
        (
            Topic.HOW_MANY,
            r"\bil[eu]\b.*\b(osob|uczestnikow|ludzi)\b.*\bzglos\w*(\s+(urzad )?(?P<about>.+))?",
        ),
        (
            Topic.TEAM,
            (
                r"\b(pokaz|podaj|jaki jest|kto jest)\b"
                r".*\b(sklad\w*|w (grupie|zespole)|grupe|zespol)"
                r"( (grupy|zespolu|sterujac\w*|redakcyjn\w*))*(\s+(we?|dla|z)\s+(?P<about>.+))?"
            ),
        ),
        (
            Topic.MISSING,
            r"\b(czego|co)\b.*\b(brak\w*|trzeba)\b(\s+(jeszcze\s*)?((we?|dla|u|z)\s+)?(?P<about>.+))?",
        ),
        (Topic.ADVISOR, r"\b(kto|kim)\b.*\bdoradc\w*(\s+((dla|we?|z|urzedu)\s+)*(?P<about>.+))?"),
        (Topic.TRAINING, r"\b(kiedy|gdzie)\b.*\b(szkoleni\w*|blok|zajecia)\b"),
        (Topic.DEADLINE, r"\b(do kiedy|jaki|kiedy|ile)\b.*\b(termin\w*|czasu|dni)\b|^do kiedy\b"),
        (
            Topic.STATUS,
            (
                r"^(jaki (jest |mamy )?)?(stan|status)\b(\s+(zgloszeni\w*|spraw\w*))?"
                r"(\s+((we?|dla|u)\s+)?(?P<about>.+))?"
            ),
        ),
        (
            Topic.STATUS,
            r"^(jak|co)\b.*\b(stoi|slychac|wyglada|idzie)\b(.*?\b(we?|dla|u)\s+(?P<about>.+))?",
        ),
    )
)
_ASKING: Final = re.compile(
    r"^(a |i |dzien dobry |prosze |czy |kto|kim|co|czego|ile|ilu|jak|kiedy|gdzie|ktor|do kiedy|"
    r"pokaz|podaj|podsum|lista|moje|nasze|wszystkie|urzedy|stan\b|status\b|wyslij|przypomnij|zmien|zamien|zastap)"
)
_LONGEST: Final = 160
"""A question is a sentence; what is longer is a list or a letter."""
_FILLER: Final = frozenset(
    {
        *("jeszcze", "teraz", "obecnie", "juz", "dzis", "dzisiaj", "prosze"),
        *("nam", "nas", "nasz", "nasza", "naszym", "tam", "u", "w", "we"),
    }
)
_HERE: Final = frozenset(
    {
        *("urzad", "urzedu", "urzedowi", "urzedzie", "starostwo", "starostwa", "starostwie"),
        *("gmina", "gminy", "gminie", "miasto", "miasta", "miescie", "powiat", "powiecie"),
        *("nasz", "nasza", "nasze", "naszej", "naszego", "naszemu", "naszym", "grupie", "zespole"),
        *("blok", "bloku", "i", "ii", "1", "2", "pierwszym", "drugim"),
    }
)
"""Words that name no office: with none but these, one's own is meant („w naszym urzędzie”)."""
_ENTRY: Final = re.compile(r"^\w[\w-]+(?: \w[\w-]+){1,2}(?:\s+[–—-]\s+|\s*,\s*)(?P<position>\w.+)$")
"""A name, what parts it from the rest, and the rest, which may be a position."""


def recognise(text: str) -> Question | None:
    """The question that a text asks, or None: then it is something else, such as a name.

    Only one line, and only what begins as a question or an order begins, or ends with „?”. A person
    with a position is none, whatever the name („Stan Tymiński – Naczelnik”).
    """
    line = text.strip()
    if not line or "\n" in line or len(line) > _LONGEST:
        return None
    plain = _plain(line)
    if not (line.endswith("?") or _ASKING.match(plain)):
        return None
    if not line.endswith("?") and _is_entry(line):
        return None
    for topic, pattern in _PATTERNS:
        found = pattern.search(plain)
        if found:
            about = found.groupdict().get("about") or ""
            return Question(topic, " ".join(_named(about)))
    return None


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
    words = set(_plain(text).split())

    def common(topic: Topic) -> int:
        return len({word[:5] for word in words} & _STEMS[topic])

    ranked = sorted(_STEMS, key=lambda topic: -common(topic))
    return tuple(ranked[:3])


_STEMS: Final = {
    Topic.STATUS: {"stan", "statu", "jak", "stoi", "zglos"},
    Topic.MISSING: {"brak", "braku", "czego", "jeszc"},
    Topic.DEADLINE: {"termi", "kiedy", "data", "dni"},
    Topic.LIMIT: {"limit", "osob", "ile", "miejs"},
    Topic.ADVISOR: {"dorad", "opiek", "konsu"},
    Topic.PLENIPOTENTIARY: {"pelno", "przed"},
    Topic.TEAM: {"sklad", "grupa", "grupy", "zespo", "lista"},
    Topic.OFFICES: {"urzed", "urzad"},
}

OFTEN_ASKED: Final = frozenset(_STEMS)
"""What `nearest` may offer."""


def _plain(line: str) -> str:
    """Folded, without punctuation but hyphens within words."""
    return " ".join(re.sub(r"[^\w\s-]|(?<!\w)-|-(?!\w)", " ", fold(line)).split())


def _named(about: str) -> Iterator[str]:
    """The words that name something, without those that only fill."""
    words = about.split()
    if _HERE.issuperset(set(words) - _FILLER):
        return
    for at, word in enumerate(words):
        if word in _FILLER and (at == 0 or at == len(words) - 1 or word in {"jeszcze", "teraz"}):
            continue
        yield word
