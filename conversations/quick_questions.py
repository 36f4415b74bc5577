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


_PLENIPOTENTIARY = r"pelnomocnik\w*"
_OFFICE = r"(urz[ae]d\w*|gmin\w*|starostw\w*|jednost\w*)"
_HEAD = (
    r"((?<!zastepca )(?<!zastepcy )((wojt|burmistrz|prezydent|marszal|wlodarz)\w*"
    r"|staros(ta|ty|te|to|cie)|(kierownik|szef)\w*\b(?! (referat|wydzial|zespol|biur|dzial)\w*)))"
)
_TEAM = r"(grup\w*|zespol\w*)"
_TRAINING = r"(szkole\w*|blok\w*|bl|zaje[cc]\w*|warsztat\w*)"
_PEOPLE = r"(osob\w*|ludzi|uczestni\w*|nazwisk\w*)"
_SENT = r"(wys[ly]|dosl|zgl[ao]s|przes[ly]|przys[ly]|przekaz|odda|dostarcz|wpis|poda[lln])\w*"
_MAY = r"(moze\w*|moga|mozna|musi\w*|musza|powin\w*|trzeba|nalezy|wolno|ma)"
# First match wins, so what names more stands first. The words are folded; endings are left open.
_PATTERNS: Final = tuple(
    (topic, re.compile(pattern))
    for topic, pattern in (
        # What the rules say
        (Topic.RULE_HEAD, rf"\bczy\b.*\b{_HEAD}\b.*\b{_PLENIPOTENTIARY}"),
        (Topic.RULE_HEAD, rf"\bczy\b.*\b{_PLENIPOTENTIARY}\b.*\b{_HEAD}"),
        (
            Topic.RULE_EDITORS,
            r"\bczy\b.*\bredak\w*.*\b(spoza|poza|innych|nie jest|w grup\w*|w sklad\w*)",
        ),
        (Topic.RULE_EDITORS, r"\bczy\b.*\b(spoza|poza)\b.*\breda[kg]\w*"),
        (
            Topic.RULE_HEAD_IN_GROUP,
            rf"\bczy\b.*\b{_HEAD}\b.*\b({_TEAM}|{_TRAINING}|uczestni\w*|udzial\w*)",
        ),
        (
            Topic.RULE_HEAD_IN_GROUP,
            rf"\bczy\b.*\b({_TEAM}|{_TRAINING}|uczestni\w*|udzial\w*)\b.*\b{_HEAD}\b",
        ),
        (
            Topic.RULE_TRAINING,
            (
                rf"\bczy\b.*\b(sekretarz|{_PLENIPOTENTIARY})\b.*"
                rf"\b({_TRAINING}|uczestnicz\w*|udzial\w*|isc|jechac|grup\w*)"
            ),
        ),
        (
            Topic.RULE_MANAGEMENT,
            (
                rf"\b(kto|kogo|czy)\b.*\b{_MAY}\b.*"
                rf"\b(byc|zostac|wyznacz\w*|wskaz\w*|powol\w*)\b.*\b{_PLENIPOTENTIARY}"
            ),
        ),
        (Topic.RULE_MANAGEMENT, rf"\bczy\b.*\b{_PLENIPOTENTIARY}.*\b{_MAY}\b.*\bbyc\b"),
        (
            Topic.RULE_SIZE,
            rf"\bil[eu] {_PEOPLE}.*\b(liczy\w*|powin\w*|musi|potrzeb\w*|sklada)\b.*\b{_TEAM}",
        ),
        (Topic.RULE_SIZE, rf"\bjak (duz|liczn)\w*\b.*\b{_TEAM}"),
        (Topic.HEAD, r"\b(kto|kim|kogo)\b.*\b(szef\w*|kierownik\w*) urzedu\b"),
        # What is to be done
        (Topic.REMIND, r"^(prosze )?(wyslij|wyslac|przypomnij|przypomniec|ponagl\w*)\b"),
        (
            Topic.REPLACE,
            (
                r"^(prosze )?(zmien|zmienic|zamien|zamienic|zastap|zastapic)\b"
                r"(?!.*\b(stanowisk|funkcj)).+\bna\b.+"
            ),
        ),
        (
            Topic.REPLACE,
            rf"\b(czy|jak)\b.*\b(zmieni\w*|zamieni\w*|podmieni\w*)\b.*\b({_PEOPLE}|kogos)\b",
        ),
        # Many offices
        (
            Topic.WITHOUT_PLENIPOTENTIARY,
            (
                rf"\b(kto|komu|ktor\w*|gdzie|jakie|ile|{_OFFICE})\b.*"
                r"\b(nie (ma|maja|wyzn\w*|wskaz\w*)|bez|brak\w*)\b"
                rf".*{_PLENIPOTENTIARY}"
            ),
        ),
        (
            Topic.NOT_SENT,
            rf"\b(kto|kogo|ktor\w*|jakie|ile|{_OFFICE})\b.*\b(nie|nic)\b.*\b({_SENT}|ma list\w*)",
        ),
        (Topic.NOT_SENT, r"\bkto\b.*\bzaleg\w* z|^kogo\b.*\bbrak\w*$|\b(milcz|ociag)\w*"),
        (
            Topic.OVERDUE,
            (
                r"\b(po terminie|spozni\w*|zaleg\w*|przeterminowan\w*|przekroczy\w* termin"
                r"|nie zdaz\w*)\b"
            ),
        ),
        (
            Topic.EDITORS_IN_ALL,
            (
                r"\bil[eu]\b.*\b(wszystkich|lacznie|razem|ogolem)\b"
                r".*\b(blok\w* (ii|2|drugi\w*)|redak\w*)"
            ),
        ),
        (Topic.VOIVODESHIP, r"\b(wojewodztw\w*|woj)\s+(?P<about>[\w-]+)"),
        (Topic.VOIVODESHIP, r"^(co|jak|podsum\w*|stan)\b.*\bwe? (?P<about>[\w-]+[sc]kim)$"),
        (
            Topic.OFFICES,
            (
                r"\b(lista|liste|wykaz|spis|moje|nasze|wszystkie|pokaz)"
                rf"( (moich|naszych|wszystkich|wszystkie))? {_OFFICE}$"
            ),
        ),
        (
            Topic.OFFICES,
            (
                rf"\b(ktore|jakie|ile)\b.*\b{_OFFICE}\b"
                r".*\b(moje|mam|opiek\w*|prowadz\w*|odpowiada\w*|program\w*|projek\w*)"
            ),
        ),
        (Topic.OFFICES, rf"\b(ktore|jakie|ile) (mam|mamy|prowadz\w*|obslug\w*) {_OFFICE}"),
        # One office
        (
            Topic.TRAINING,
            (
                r"\b(kiedy|gdzie|jakich dniach|jakim dniu|jaki\w*.* termin\w*)\b"
                rf"(?!.*\b{_SENT}).*\b{_TRAINING}\b"
            ),
        ),
        (
            Topic.ADVISOR,
            (
                r"\b(kto|kim|kogo|jak)\b.*\b"
                r"(dorad[cz]\w*|opiek\w*|konsult\w*|zajmuje sie|prowadzi)\b"
            ),
        ),
        (Topic.ADVISOR, r"\b(do|z) k(ogo|im)\b.*\b(dzwon|zwroc|zwraca|pisac|kontakt)"),
        (Topic.ADVISOR, r"\b(do|z) k(ogo|im)\b.*\b(zadzwon|napis|skontakt|porozm)\w*"),
        (
            Topic.PLENIPOTENTIARY,
            rf"\b(kto|kim|kogo|jak.* nazywa|pokaz|podaj)\b.*\b{_PLENIPOTENTIARY}",
        ),
        (Topic.FREE_SEATS, r"\b(ile|gdzie|czy|sa|pokaz)\b.*\b(woln\w+ miejsc|miejsc\w* woln)"),
        (
            Topic.FREE_SEATS,
            r"(\b(ile|czy|jakies)\b.*\b|^)(zosta\w+\b.*\bmiejsc|miejsc\w*\b.*\bzosta|jest miejsc)",
        ),
        (Topic.FREE_SEATS, r"\bil[eu]\b.*\bjeszcze\b.*\b(miejsc|dopis|doda[cj]|dolacz)"),
        (Topic.FREE_SEATS, r"\bczy\b.*\b(mozemy|mozna|moge)\b.*\b(dopis|doda[cj]|dolacz)"),
        (Topic.LIMIT, r"\b(jaki\w*|ile wynosi)\b.*\blimit\w*"),
        (Topic.LIMIT, r"^limit\w*( bloku \w+)?(?!.*\b(jest|sa|nie|to|osob)\b)( [\w-]+){0,4}$"),
        (
            Topic.LIMIT,
            (
                rf"\bil[eu] {_PEOPLE}\b.*\b(mozemy|mozna|moga|moze|wolno|wyslac|maksym\w*|najwyzej"
                r"|na (pierwszy|drugi|blok|bl))\b"
            ),
        ),
        (Topic.LIMIT, r"\bile miejsc\b.*\b(przyslug\w*|przyznan\w*|mamy|ma)\b"),
        (
            Topic.HOW_MANY,
            rf"\bil[eu]\b.*\b{_PEOPLE}\b.*\b({_SENT}|dopis\w*|jest|sa|ma|maja|mamy|liczy)\b",
        ),
        (
            Topic.TEAM,
            (
                r"\b(pokaz|podaj|jaki jest|kto|kogo)\b.*"
                r"\b(sklad\w*|we? (grupie|zespole|redak\w*|steruj\w*)|grupe|zespol|list\w* osob)\b"
            ),
        ),
        (Topic.TEAM, r"^(pokaz|podaj)\b.*\blist[ae]\b|\bkto\b.*\bna (naszej )?liscie\b"),
        (
            Topic.TEAM,
            rf"\bkogo\b.*\b({_SENT}|mamy)\b|\bkto\b.*\b(jedzi|jada|pojedzi|uczestnicz)\w*",
        ),
        (
            Topic.MISSING,
            (
                r"\b(czego|czegos|co|jakie|czy|gdzie)\b.*"
                r"\b(brak\w*|trzeba|potrzeb\w*|uzupeln\w*|poprawi\w*|dosl\w*|zrobi\w*|oczekuj\w*"
                r"|nie ma(ja)?)\b"
            ),
        ),
        (Topic.MISSING, r"\bczy\b.*\b(komplet\w*|w porzadku|dobrze)\b"),
        (
            Topic.DEADLINE,
            (
                r"\b(do kiedy|na kiedy|jaki\w*|kiedy|ile)\b.*\b(termin\w*|czasu|dni)\b"
                r"|^(do|na) kiedy\b|\bdo (ktorego|jakiego) (dnia|terminu)\b|^termin( zglosz\w*)?$"
            ),
        ),
        (Topic.STATUS, r"^((pokaz|podaj|podac|jaki) )?((jest|mamy) )?(stan|status)\b"),
        (
            Topic.STATUS,
            (
                r"^(jak\w*|co|na czym)\b.*"
                r"\b(stoi\w*|slychac|wyglada\w*|idzie|spraw[ya]|sytuacj\w*|postep\w*)\b"
            ),
        ),
        (Topic.STATUS, r"\bczy\b.*\b(list[ae]|zgloszeni[ae])\b.*\bjuz\b"),
        (Topic.STATUS, r"^jak (to )?(jest|tam|u)\b|^co (tam )?(u|z|ze|we?)\b"),
        (Topic.STATUS, rf"\bczy\b.*\b({_SENT}|dosz\w*|dotar\w*|zatwierdz\w*|zaakcept\w*|przyj\w*)"),
    )
)
_ABOUT_ONE: Final = frozenset(
    {
        *(Topic.STATUS, Topic.MISSING, Topic.PLENIPOTENTIARY, Topic.TEAM, Topic.HOW_MANY),
        *(Topic.FREE_SEATS, Topic.LIMIT, Topic.ADVISOR, Topic.REMIND),
    }
)
"""Topics that may name an office: what is left of the sentence then names it."""
_ASKING: Final = re.compile(
    r"^(a |i |dzien dobry |prosze |czy |kto|kim|kogo |komu |co|czego|czym|ile|ilu|jak|kiedy|gdzie|"
    r"ktor|do kiedy|na kiedy|na czym|od kogo|do kogo|z kim|do ktorego|w jaki|pokaz|podaj|podsum|"
    r"lista|wykaz urz|spis urz|limit|moje|nasze|wszystkie|urzedy|gminy|starostwa|stan\b|status\b|"
    r"wyslij|przypomnij|ponagl|zmien|zamien|zastap)"
)
_ORDER: Final = re.compile(r"(prosze )?(pokaz|podaj|podac|wyslij|przypomnij|ponagl|zmien|zamien)")
_COURTESY: Final = re.compile(r"^((dzien dobry|prosze|a|i|wiec|to) )+")
_LONGEST: Final = 160
"""A question is a sentence; what is longer is a list or a letter."""
_KIND: Final = re.compile(
    r"urz[ae]d\w*|starostw\w*|gmin\w*|mia[s]t\w*|miescie|powia\w*|um|ug|umig|miejsk\w+"
)
"""Words that say what an office is; with nothing beside them, one's own is meant."""
_KNOWN: Final = re.compile(
    r"a|i|o|u|w|we|z|ze|na|do|od|po|za|dla|przed|przy|pod|to|ta|te|ten|tej|sie|sam|tam|tu|je|ich|by"
    r"|juz|jeszcze|jakies|teraz|obecnie|dzis\w*|jutro|dotad|nadal|wlasciwie|moze|prosze|chyba|tylko"
    r"|czy|kto|kogo|komu|kim|co|czego|czegos|czym|ktor\w*|jak|jaki\w*|jaka|ile|ilu|kiedy|gdzie|nic|nie"
    r"|nam|nas|nami|nasz\w*|moj\w*|moi\w*|mnie|mi|pan\w*|wszyst\w*|wszysc\w*|lacznie|razem|ogolem"
    r"|jest|sa|byc|by[lł]\w*|bedz\w*|ma|mam|mamy|maja|mozemy|mozna|moga|moge|moze\w*|musi\w*|trzeba"
    r"|wolno|powin\w*|nalezy|zosta\w*|przyslug\w*|przyznan\w*|wynosi|obowiaz\w*|chodzi|prowadz\w*"
    r"|stan|stanu|status\w*|stoi\w*|slychac|wyglada\w*|idzie|spraw\w*|sytuacj\w*|postep\w*|porzadku"
    r"|dobrze|brak\w*|potrzeb\w*|uzupeln\w*|zrobi\w*|komplet\w*|dosz\w*|dotar\w*|zatwierdz\w*"
    r"|zaakcept\w*|przyj[emt]\w*|wy[sz][lyn]\w*|wyzn\w*|wskaz\w*|zgl[ao]s\w*|przes[ly]\w*|przys[ly]\w*"
    r"|przekaz\w*|odda\w*|dostarcz\w*|wpis\w*|poda[lcjnw]\w*|dopis\w*|doda\w*|dolacz\w*|list|lista"
    r"|liste|listy|liscie|pokaz\w*|nazywa\w*|pelnomocnik\w*|dorad[cz]\w*|opiek\w*|konsult\w*|zajmuje"
    r"|sklad\w*|grup\w*|zespol\w*|steruj\w*|redak\w*|osob\w*|ludzi|uczestni\w*|nazwisk\w*|miejsc\w*"
    r"|woln\w*|limit\w*|maksym\w*|najwyzej|blok\w*|bl|ii|1|2|pierwsz\w*|drug\w*|szkole\w*|zajec\w*"
    r"|termin\w*|jedzi\w*|jada|pojedzi\w*|pojecha\w*|zadzwon\w*|napis\w*|skontakt\w*|przypomn\w*"
    r"|przypomin\w*|ponagl\w*|spoznial\w*|liczy\w*|podsum\w*|jako|razie|pytan\w*|cos|kogos|kontaktow\w*|poprawi\w*|oczekuj\w*|dosl\w*"
    r"|wojt\w*|burmistrz\w*|prezydent\w*|marszal\w*|staros(ta|ty|te|to|cie)|kierownik\w*|szef\w*"
)
"""Words of the questions themselves: whatever else a sentence holds may name an office."""
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
    if not line.endswith("?") and (_is_entry(line) or _is_statement(line, plain)):
        return None
    plain = _COURTESY.sub("", plain)
    for topic, pattern in _PATTERNS:
        found = pattern.search(plain)
        if found:
            region = found.groupdict().get("about") or ""
            return Question(topic, _named(plain) if topic in _ABOUT_ONE else region)
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


def _is_statement(line: str, plain: str) -> bool:
    """Whether a line without „?” tells something: a clause after a comma, no order."""
    return "," in line and not _ORDER.match(plain)


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


def _named(plain: str) -> str:
    """What a question says beyond its own words: the last run of them, with its kind of office."""
    words = plain.split()
    strange = [not (_KNOWN.fullmatch(word) or _KIND.fullmatch(word)) for word in words]
    if not any(strange):
        return ""
    last = len(words) - strange[::-1].index(True)
    first = last - 1
    while first > 0 and (strange[first - 1] or _KIND.fullmatch(words[first - 1])):
        first -= 1
    return " ".join(words[first:last])
