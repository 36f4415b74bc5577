"""What a piece of a row is, told by its words: a name, a post, a unit, a mark, a vacancy.

Source: domain.md §3.6 point 5. Posts are told by `positions`. A piece may hold a post and a name
that nothing parts: „Sekretarz Gminy Anna Kowalczyk”.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from conversations.pasted_list.boundaries import (
    DOUBLE,
    LONGEST_NAME,
    NO_POST_BEGINS_SO,
    TRAILING,
    are_small,
    is_post_after,
    is_unit,
    may_be_name,
    may_be_surname,
    name_after_post,
    name_before_words,
    opens_with_name,
    post_before_name_and_more,
    post_behind_verb,
    post_of_clause,
    prose_ends,
    small_words,
    starts_unit,
    unit_between,
    verb_after_name,
)
from conversations.pasted_list.denial import NO, YES, decides_later, denies
from conversations.pasted_list.names import (
    is_common_word,
    is_given,
    is_initial,
    is_name_shaped,
    names_somebody,
)
from conversations.pasted_list.post_cases import post_in_nominative
from conversations.pasted_list.run_on import people_running_on
from conversations.pasted_list.sections import Section, mark_of, part_told, section_mentioned
from conversations.pasted_list.titles import without_titles
from conversations.pasted_list.words import (
    ANNOUNCING_STEMS,
    DITTO,
    EDITORS_STEMS,
    LINKING_VERBS,
    PARTICLES,
    REMARK_OPENERS,
    TAKING_PART_STEMS,
    TEAM_ROLES,
    TITLES,
    VACANCIES,
)
from conversations.positions import PositionClass, classify
from conversations.vocabulary import SHORT_FORMS, fold


class Kind(Enum):
    """What a piece of a row tells."""

    NAME = auto()
    WORD = auto()
    POST = auto()
    UNIT = auto()
    MARK = auto()
    DITTO = auto()
    VACANCY = auto()
    REMARK = auto()
    PROSE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a row; `dashed` when a dash stands before it, `polite` after „Pan” or „Pani”.

    `instead` is the name it may be, too, so that it must be asked about. `apart` tells that a mark
    stands before it which parts more than the commas of its row do, `glued` that nothing parts it
    from the name before, `heads` that a colon stands behind it, `bracketed` a bracket
    before it. A `doubtful` name stands in prose, a doubtful mark may be somebody else's. A mark
    that `opens` a part of its own within the row puts whom it is beside in no other. A post that
    `leads` stands right before the name that bears it.
    """

    kind: Kind
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    polite: bool = False
    dashed: bool = False
    section: Section | None = None
    instead: tuple[str, ...] = ()
    apart: bool = False
    glued: bool = False
    heads: bool = False
    doubtful: bool = False
    bracketed: bool = False
    opens: bool = False
    leads: bool = False

    @property
    def text(self) -> str:
        """The piece as typed, without titles."""
        return " ".join(self.words)

    @property
    def whole(self) -> str:
        """The piece with its titles."""
        return " ".join((*self.titles, *self.words))


_LONGEST_PIECE: Final = 200
_SHORT_MARKS: Final = frozenset({"ZR", "GS", "ZS", "PSZJ"})
_IN_NO_PLAIN_NAME: Final = NO_POST_BEGINS_SO | VACANCIES | TITLES.keys() | {YES, NO}
# Of the team, or a post; only who wrote it can tell.
_EDITOR: Final = frozenset({"redaktor", "redaktorka"})
_DEPUTY: Final = frozenset({"zast.", "z-ca", "zastępca", "zastępuje"})
_ANDS: Final = frozenset({"i", "oraz", "a", "zaś", "natomiast", "ponadto"})
_NUMBERED: Final = re.compile(r"\d{1,2}[.)]? (?=[^\W\d_])")
_LONG_NUMBER: Final = re.compile(r"\d{3}")
_LETTER: Final = re.compile(r"[^\W\d_]")
_VACANT: Final = re.compile(
    r"do (?:ustal|uzupeln|wskaz|obsadz|wyznacz|zatrudn)\w{2,8}\b|n\.? ?n\.?$"
    r"|brak(?: obsady| osoby| kandydata)?$"
    r"|(?:zostanie|bedzie) (?:wskazan|wyznaczon|ustalon|zatrudnion|podan)\w{1,3}\b"
    r"|w trakcie (?:naboru|rekrutacji|ustalania)|nie wyznaczono|nie wskazano|nabor$"
)
_ANNOUNCES: Final = tuple(stem + end for stem in ANNOUNCING_STEMS for end in ("a", "je", "ja"))
_DOERS: Final = ("kierown", "pracown", "prowadzac")
_TEAMS: Final = ("zespol", "grup", "komisj", "komitet")
# Short forms end in a consonant: „Biura Rady.” ends a sentence, „Ref. Gosp.” does not.
_ENDS_SENTENCE: Final = re.compile(
    r"(?<=[^\W\d_]{5})\.$|(?<=[A-Z]{3})\.$|(?<=[^\W\d_]{2}[aeiouyąęó])\.$"
)


def told(text: str, *, dashed: bool) -> Iterator[Piece]:
    """What a piece without separators tells: mostly one thing, a post and a name at times."""
    numbered = _NUMBERED.match(text) if text[:1].isdigit() else None
    if numbered and names_somebody(text[numbered.end() :]):
        text = text[numbered.end() :]
    if _is_plain_name(text):
        yield Piece(Kind.NAME, tuple(text.split()), dashed=dashed)
    elif classify(text) is not PositionClass.UNKNOWN and not names_somebody(text):
        yield from _told_of_post(text, dashed=dashed)
    else:
        yield from _told(text, dashed=dashed)


def _is_plain_name(text: str) -> bool:
    """„Anna Kowalczyk”: most pieces are such, and are told at once."""
    words = text.split(" ")
    return (
        len(words) == 2
        and words[0].istitle()
        and words[1].istitle()
        and words[1].isalpha()
        and is_given(words[0])
        and not is_given(words[1])
        and fold(words[1]) not in _IN_NO_PLAIN_NAME
        and classify(words[1]) is PositionClass.UNKNOWN
    )


# As few posts come again and again as `positions` remembers, and no names with them.
@lru_cache(maxsize=512)
def _told_of_post(text: str, *, dashed: bool) -> tuple[Piece, ...]:
    return tuple(_told(text, dashed=dashed))


def _told(text: str, *, dashed: bool) -> Iterator[Piece]:
    typed = _without_full_stop(text.strip(" ").lstrip(". "))
    folded = fold(typed)
    if folded in DITTO or folded.replace(" ", "").strip(".") in DITTO:
        yield Piece(Kind.DITTO, (typed,), dashed=dashed)
        return
    every = typed.split()
    words = tuple(word for word in every if _LETTER.search(word))
    if not words:
        if _LONG_NUMBER.search(typed):
            yield Piece(Kind.REMARK, tuple(every), dashed=dashed)
        return
    if len(typed) > _LONGEST_PIECE:
        yield Piece(Kind.TEXT, tuple(every), dashed=dashed)
        return
    if len(every) > 1 and every[0] in _ANDS:
        behind = tuple(_told(" ".join(every[1:]), dashed=dashed))
        if behind and behind[0].kind in (Kind.NAME, Kind.POST) and not behind[0].doubtful:
            yield from behind
            return
    if folded in _EDITOR:
        yield Piece(Kind.MARK, words, dashed=dashed, section=Section.EDITORIAL, doubtful=True)
        return
    if denies(folded) and (denial := _denial_within(every)):
        # „Sekretarz bez ZR”: what stands before the denial is told by itself.
        yield from _told(" ".join(every[:denial]), dashed=dashed)
        yield Piece(Kind.REMARK, tuple(every[denial:]))
        return
    mark, denied = _mark_in(folded)
    if mark:
        kind = Kind.REMARK if denied else Kind.MARK
        unsure = "?" in typed
        part = None if denied or unsure else mark
        yield Piece(kind, words, dashed=dashed, section=part, doubtful=unsure)
        return
    if len(every) > 1 and folded.startswith(EDITORS_STEMS):
        behind = tuple(_told(" ".join(every[1:]), dashed=False))
        if behind and behind[0].kind in (Kind.NAME, Kind.POST) and not behind[0].doubtful:
            yield Piece(Kind.MARK, words[:1], dashed=dashed, section=Section.EDITORIAL)
            yield from behind
            return
    if _is_role_in_team(folded):
        yield Piece(Kind.PROSE, words, dashed=dashed)
        return
    vacant = _VACANT.match(folded) is not None
    if vacant or any(word.strip(TRAILING) in VACANCIES for word in folded.split()):
        yield Piece(Kind.VACANCY, tuple(every), dashed=dashed)
        return
    if _is_remark(typed, folded):
        yield Piece(Kind.REMARK, tuple(every), dashed=dashed)
        return
    if len(every) > 2 and every[0] in _DEPUTY and is_given(every[1]) and may_be_name(every[1:]):
        # „Jan Gil (zast. Ewa Kot)” tells whose deputy somebody is, and no post.
        yield Piece(Kind.REMARK, (every[0],), dashed=dashed)
        yield Piece(Kind.NAME, tuple(every[1:]), doubtful=True)
        return
    yield from _by_words(every, dashed=dashed)


def _mark_in(folded: str) -> tuple[Section | None, bool]:
    """The part that a mark names, and whether a „nie” beside it denies that."""
    words = folded.replace(":", " ").split()
    if denies(folded) and not names_somebody(folded):
        return _part_mentioned(words), True
    if len(words) > 1 and _is_verb_of_taking_part(words[0]) and not names_somebody(folded):
        return _part_mentioned(words), False
    plain = words[words[0] == YES : len(words) - (words[-1] == YES)]
    return mark_of(" ".join(plain) if plain else folded), False


def _part_mentioned(words: Sequence[str]) -> Section | None:
    behind = (mark_of(" ".join(words[at:])) for at in range(1, len(words)))
    return section_mentioned(" ".join(words)) or next(filter(None, behind), None)


def _is_verb_of_taking_part(word: str) -> bool:
    """„kieruje” and „będzie”, but not „kierownik” or „pracownik”."""
    takes = word in LINKING_VERBS or word.startswith(TAKING_PART_STEMS)
    return takes and not word.startswith(_DOERS) and classify(word) is PositionClass.UNKNOWN


def _denial_within(words: Sequence[str]) -> int:
    """Where a denial of a part begins behind a name or a post; 0 without one."""
    for at in range(1, len(words) - 1):
        if denies(words[at]) and _mark_in(fold(" ".join(words[at:])))[0] is not None:
            before = " ".join(words[:at])
            known = names_somebody(before) or classify(before) is not PositionClass.UNKNOWN
            return at if known else 0
    return 0


def _is_role_in_team(folded: str) -> bool:
    """„członek”, „zastępca przewodniczącego”; „Przewodniczący Zespołu” is a post (§3.4)."""
    words = [word.strip(TRAILING) for word in folded.split()]
    if len(words) == 2 and words[0].startswith(("z-c", "zast")):
        return words[1].startswith("przewodnicz")
    if words[0] not in TEAM_ROLES:
        return False
    of_team = words[0].startswith(("czlon", "lider")) and len(words) < 4
    return len(words) == 1 or (of_team and words[1].startswith(_TEAMS))


def _is_remark(typed: str, folded: str) -> bool:
    """„zastępstwo za Marię Gil”, „prosi o inny termin”: a remark, but „po. Kierownika” a post.

    „Burmistrz Jan Lis zgłasza” tells who names the others.
    """
    if folded.rpartition(" ")[2].startswith(_ANNOUNCES):
        return True
    opener = folded.partition(" ")[0].strip(TRAILING)
    if opener not in REMARK_OPENERS or classify(typed) is not PositionClass.UNKNOWN:
        return False
    return not (names_somebody(typed) and section_mentioned(typed))


def _without_full_stop(typed: str) -> str:
    """The piece without the full stop of a sentence; short forms keep theirs."""
    if not typed.endswith(".") or not _ENDS_SENTENCE.search(typed):
        return typed
    return typed if fold(typed.rsplit(maxsplit=1)[-1][:-1]) in SHORT_FORMS else typed[:-1]


def whole_name(cell: str) -> Piece | None:
    """The name that a column of names holds and nothing else; None when there is more to it."""
    titles, polite, words = without_titles(cell.split())
    plain = [word for word in words if fold(word) not in PARTICLES]
    if not 2 <= len(plain) <= LONGEST_NAME or not all(map(is_name_shaped, plain)):
        return None
    if not any(map(is_given, plain)) and any(map(is_common_word, plain)):
        return None
    return Piece(Kind.NAME, tuple(words), titles, polite)


def _by_words(typed: Sequence[str], *, dashed: bool) -> Iterator[Piece]:
    if len(typed) > 1 and typed[-1] in _SHORT_MARKS:
        yield from _by_words(typed[:-1], dashed=dashed)
        yield Piece(Kind.MARK, (typed[-1],), section=mark_of(fold(typed[-1])))
        return
    titles, polite, words = without_titles(typed)
    if not words:
        yield Piece(Kind.TEXT, (), titles, polite, dashed)
        return
    if starts_unit(words):
        yield Piece(Kind.UNIT, tuple(words), titles, polite, dashed)
        return
    several, doubtful = people_running_on(typed, _cleaned(typed))
    if several:
        for at, person in enumerate(several):
            for piece in _by_words(person, dashed=dashed and at == 0):
                unsure = doubtful and piece.kind is Kind.NAME
                yield replace(piece, apart=at > 0, doubtful=unsure or piece.doubtful)
        return
    yield from _person_or_post(titles, words, _cleaned(words), polite=polite, dashed=dashed)


def _cleaned(words: Sequence[str]) -> tuple[str, ...]:
    """The words without the marks at their ends, which only initials keep."""
    return tuple(word if is_initial(word) else word.rstrip(TRAILING) or word for word in words)


def _person_or_post(
    titles: tuple[str, ...],
    words: Sequence[str],
    clean: tuple[str, ...],
    *,
    polite: bool,
    dashed: bool,
) -> Iterator[Piece]:
    """The pieces of words that name one person at most; `clean` without the marks at their ends."""
    whole = " ".join(words)
    after_post = name_after_post(words, clean)
    if after_post is not None:
        typed = tuple(_without_full_stop(" ".join(words[:after_post])).split())
        if denies(" ".join(typed)) and section_mentioned(" ".join(typed)):
            yield Piece(Kind.MARK, typed, dashed=dashed, doubtful=True, glued=True)
            yield from _by_words(words[after_post:], dashed=False)
            return
        mark = mark_of(fold(" ".join(typed)))
        yield Piece(
            Kind.MARK if mark else Kind.POST,
            typed,
            polite=polite,
            dashed=dashed,
            section=mark,
            leads=not dashed,
        )
        more, _, rest = without_titles(clean[after_post:])
        yield Piece(Kind.NAME, tuple(rest), (*titles, *more), polite)
        return
    between = post_before_name_and_more(words, clean)
    if between:
        yield Piece(Kind.POST, tuple(words[:between]), titles, polite, dashed)
        yield from _by_words(words[between:], dashed=False)
        return
    is_post = classify(whole) is not PositionClass.UNKNOWN and not DOUBLE.fullmatch(whole)
    if is_post and not opens_with_name(clean):
        yield Piece(Kind.POST, tuple(words), titles, polite, dashed)
        return
    for cut in range(2, min(len(words), LONGEST_NAME + 1)):
        named = may_be_name(clean[:cut]) or (polite and cut == 2 and are_small(clean[:cut]))
        if named and is_post_after(clean[:cut], words[cut:]):
            yield Piece(Kind.NAME, clean[:cut], titles, polite, dashed)
            yield Piece(Kind.POST, tuple(words[cut:]), glued=True)
            return
    if may_be_name(clean):
        yield Piece(Kind.NAME, clean, titles, polite, dashed)
    elif (parts := unit_between(clean, words)) is not None:
        name_ends, post_begins = parts
        yield Piece(Kind.NAME, clean[:name_ends], titles, polite, dashed)
        yield Piece(Kind.UNIT, tuple(words[name_ends:post_begins]), glued=True)
        if words[post_begins:]:
            yield Piece(Kind.POST, tuple(words[post_begins:]), glued=True)
    elif is_post:
        yield Piece(Kind.POST, tuple(words), titles, polite, dashed)
    elif (verb := verb_after_name(clean)) and (part := _part_taken(words[verb:])):
        yield Piece(Kind.NAME, clean[:verb], titles, polite, dashed)
        yield Piece(Kind.MARK, tuple(words[verb:]), section=part)
    elif verb and (post := post_of_clause(words[verb:])):
        yield Piece(Kind.NAME, clean[:verb], titles, polite, dashed)
        yield Piece(Kind.POST, post, glued=True)
    elif (post := post_behind_verb(words)) is not None:
        yield Piece(Kind.POST, post, titles, polite, dashed)
    elif (told := _told_after_prose(titles, words, clean)) is not None:
        yield from told
    elif (cut := name_before_words(clean, words)) > 0:
        yield Piece(
            Kind.NAME, clean[:cut], titles, polite, dashed, doubtful=not is_unit(words[cut:])
        )
        yield Piece(
            Kind.UNIT if is_unit(words[cut:]) else Kind.TEXT, tuple(words[cut:]), glued=True
        )
    elif len(clean) == 1 and is_name_shaped(clean[0]) and may_be_surname(clean[0]):
        yield Piece(Kind.WORD, clean, titles, polite, dashed)
    else:
        yield Piece(Kind.TEXT, tuple(words), titles, polite, dashed)


def _part_taken(clause: Sequence[str]) -> Section | None:
    """The part that „będą też w zespole redakcyjnym” tells of, behind a name."""
    verb = fold(clause[0])
    takes = verb in LINKING_VERBS or verb.startswith(TAKING_PART_STEMS)
    return part_told(" ".join(clause)) if takes else None


def _told_after_prose(
    titles: Sequence[str], words: Sequence[str], clean: Sequence[str]
) -> list[Piece] | None:
    """The pieces behind the words of a sentence: „Pełnomocnikiem będzie Pani Anna Kowalczyk”."""
    cut = prose_ends(clean)
    small = 0 if cut else small_words(clean)
    cut = cut or small
    told = list(_by_words(words[cut:], dashed=False)) if cut else []
    section = section_mentioned(" ".join(words[:cut]))
    if small and section is None:
        told = [replace(piece, doubtful=True) for piece in told]
    if not any(piece.kind in (Kind.NAME, Kind.POST) for piece in told):
        return None
    if section is None and fold(words[cut - 1]) in LINKING_VERBS:
        post = post_in_nominative(words[: cut - 1])
        if classify(post) is not PositionClass.UNKNOWN:
            return [Piece(Kind.POST, tuple(post.split()), tuple(titles), heads=True), *told]
    before = " ".join(words[:cut])
    unsure = section is not None and (denies(before) or decides_later(before))
    prose = Piece(
        Kind.MARK if section else Kind.PROSE,
        (*titles, *words[:cut]),
        section=None if unsure else section,
        doubtful=unsure,
        glued=True,
    )
    return [prose, *told]
