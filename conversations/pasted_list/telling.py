"""What a piece of a row is, told by its words: a name, a post, a unit, a mark, a vacancy.

Source: domain.md §3.6 point 5. Posts are told by `positions`. A piece may hold a post and a name
that nothing parts: „Sekretarz Gminy Anna Kowalczyk”.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Final

from conversations.pasted_list.characters import LOST_LETTER
from conversations.pasted_list.given_names import COMMON_SURNAMES
from conversations.pasted_list.names import (
    is_given,
    is_initial,
    is_name_shaped,
    names_somebody,
)
from conversations.pasted_list.sections import Section, mark_of, section_mentioned
from conversations.pasted_list.sentences import post_in_nominative
from conversations.pasted_list.titles import without_titles
from conversations.pasted_list.words import (
    ANNOUNCING_STEMS,
    ANSWERS,
    DITTO,
    FORMS_OF_ADDRESS,
    LISTING_WORDS,
    NOT_NAMES,
    OF_A_FIELD,
    PARTICLES,
    POST_FOLLOWS,
    REMARK_OPENERS,
    TEAM_ROLES,
    TITLES,
    VACANCIES,
)
from conversations.positions import PositionClass, classify
from conversations.vocabulary import ACRONYMS, SHORT_FORMS, UNITS, fold


class Kind(Enum):
    """What a piece of a row tells."""

    NAME = "name"
    WORD = "word"
    POST = "post"
    UNIT = "unit"
    MARK = "mark"
    DITTO = "ditto"
    VACANCY = "vacancy"
    REMARK = "remark"
    PROSE = "prose"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a row; `dashed` when a dash stands before it, `polite` after „Pan” or „Pani”.

    `instead` is the name it may be, too, so that it must be asked about. `apart` tells that a mark
    stands before it which parts more than the commas of its row do, `glued` that nothing parts it
    from the name before, `heads` that a colon stands behind it, `bracketed` a bracket
    before it. A `doubtful` name stands in prose.
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

    @property
    def text(self) -> str:
        """The piece as typed, without titles."""
        return " ".join(self.words)

    @property
    def whole(self) -> str:
        """The piece with its titles."""
        return " ".join((*self.titles, *self.words))


_LONGEST_NAME: Final = 5
_LONGEST_CLAUSE: Final = 5
_LONGEST_POST: Final = 14
_LONGEST_PIECE: Final = 200
_TRAILING: Final = " .,;:*"
_NO_POST_BEGINS_SO: Final = NOT_NAMES | LISTING_WORDS | REMARK_OPENERS
_SHORT_UNITS: Final = frozenset({"wydz", "ref", "dep", "departam", "oddz", "odz"})
_AFTER_POSTS: Final = frozenset({"ds", "d/s", "do"})
_SHORT_MARKS: Final = frozenset({"ZR", "GS", "ZS", "PSZJ"})
_IN_NO_PLAIN_NAME: Final = _NO_POST_BEGINS_SO | VACANCIES | TITLES.keys() | ANSWERS.keys()
_UNITS: Final = tuple(UNITS)
_UNITS_ALONE: Final = frozenset({"ug", "um", "umig", "ugim", "umw", "usc"})
_LONG_NUMBER: Final = re.compile(r"\d{3}")
_LETTER: Final = re.compile(r"[^\W\d_]")
_VACANT: Final = re.compile(
    r"do (?:ustal|uzupeln|wskaz|obsadz|wyznacz|zatrudn)\w{2,8}\b|brak$|n\.? ?n\.?$"
    r"|(?:zostanie|bedzie) (?:wskazan|wyznaczon|ustalon|zatrudnion|podan)\w{1,3}\b"
    r"|w trakcie (?:naboru|rekrutacji|ustalania)|nie wyznaczono|nie wskazano|nabor$"
)
_ANNOUNCES: Final = tuple(stem + end for stem in ANNOUNCING_STEMS for end in ("a", "je", "ja"))
_TEAMS: Final = ("zespol", "grup", "komisj", "komitet")
_DOUBLE: Final = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]{2,}-[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]{2,}")
# Short forms end in a consonant: „Biura Rady.” ends a sentence, „Ref. Gosp.” does not.
_ENDS_SENTENCE: Final = re.compile(
    r"(?<=[^\W\d_]{5})\.$|(?<=[A-Z]{3})\.$|(?<=[^\W\d_]{2}[aeiouyąęó])\.$"
)


def told(text: str, *, dashed: bool) -> Iterator[Piece]:
    """What a piece without separators tells: mostly one thing, a post and a name at times."""
    if _is_plain_name(text):
        yield Piece(Kind.NAME, tuple(text.split()), dashed=dashed)
    elif classify(text) is not PositionClass.UNKNOWN and not names_somebody(text):
        yield from (replace(piece, dashed=dashed) for piece in _told_of_post(text))
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
def _told_of_post(text: str) -> tuple[Piece, ...]:
    return tuple(_told(text, dashed=False))


def _told(text: str, *, dashed: bool) -> Iterator[Piece]:
    typed = _without_full_stop(text.strip(" ").lstrip(". "))
    folded = fold(typed)
    if folded in DITTO or folded.strip(".") in DITTO:
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
    mark, denied = _mark_in(folded)
    if mark:
        kind = Kind.REMARK if denied else Kind.MARK
        yield Piece(kind, words, dashed=dashed, section=None if denied else mark)
        return
    if _is_role_in_team(folded):
        yield Piece(Kind.PROSE, words, dashed=dashed)
        return
    vacant = _VACANT.match(folded) is not None
    if vacant or any(word.strip(_TRAILING) in VACANCIES for word in folded.split()):
        yield Piece(Kind.VACANCY, words, dashed=dashed)
        return
    if _is_remark(typed, folded):
        yield Piece(Kind.REMARK, tuple(every), dashed=dashed)
        return
    yield from _by_words(every, dashed=dashed)


def _mark_in(folded: str) -> tuple[Section | None, bool]:
    """The part that a mark names, and whether a „nie” beside it denies that."""
    words = folded.replace(":", " ").split()
    answer = next((ANSWERS[word] for word in (words[0], words[-1]) if word in ANSWERS), None)
    if answer is None or len(words) == 1:
        return mark_of(folded), False
    plain = words[1:] if words[0] in ANSWERS else words[:-1]
    return mark_of(" ".join(plain)), not answer


def _is_role_in_team(folded: str) -> bool:
    """„członek”, „zastępca przewodniczącego”; „Przewodniczący Zespołu” is a post (§3.4)."""
    words = [word.strip(_TRAILING) for word in folded.split()]
    if words[0].startswith(("z-c", "zast")) and len(words) > 1:
        return words[1].startswith("przewodnicz") and len(words) == 2
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
    opener = folded.partition(" ")[0].strip(_TRAILING)
    return opener in REMARK_OPENERS and classify(typed) is PositionClass.UNKNOWN


def _without_full_stop(typed: str) -> str:
    """The piece without the full stop of a sentence; short forms keep theirs."""
    if not typed.endswith(".") or not _ENDS_SENTENCE.search(typed):
        return typed
    return typed if fold(typed.rsplit(maxsplit=1)[-1][:-1]) in SHORT_FORMS else typed[:-1]


def whole_name(cell: str) -> Piece | None:
    """The name that a column of names holds and nothing else; None when there is more to it."""
    titles, polite, words = without_titles(cell.split())
    plain = [word for word in words if fold(word) not in PARTICLES]
    if not 2 <= len(plain) <= _LONGEST_NAME or not all(map(is_name_shaped, plain)):
        return None
    if not any(map(is_given, plain)) and any(fold(word) in NOT_NAMES for word in plain):
        return None
    return Piece(Kind.NAME, tuple(words), titles, polite)


def may_be_name(words: Sequence[str]) -> bool:
    """Whether the words may be a whole name: given names and a surname, none a common word."""
    plain = [word for word in words if fold(word) not in PARTICLES]
    if not 2 <= len(plain) <= 4 or len(words) > _LONGEST_NAME:
        return False
    if not all(is_name_shaped(word) for word in plain):
        return False
    known = [is_given(word) for word in plain]
    initials = [is_initial(word) for word in plain]
    if all(initials):
        return False
    if not any(known) and any(OF_A_FIELD.search(word) for word in plain):
        return False
    common = [fold(word) in NOT_NAMES for word in plain]
    if any(common) and not _is_common_word_a_surname(plain, known, common):
        return False
    capital = all(word[0].isupper() or word[0] == LOST_LETTER for word in plain)
    if any(known):
        trails = len(plain) > 2 and plain[1][0].isupper() and plain[-1].islower()
        return capital or all(word.islower() for word in plain) or (len(plain) < 4 and not trails)
    if any(initials):
        return capital and len(plain) <= 3
    return capital and len(plain) <= 3


def _by_words(typed: Sequence[str], *, dashed: bool) -> Iterator[Piece]:
    if len(typed) > 1 and typed[-1] in _SHORT_MARKS:
        yield from _by_words(typed[:-1], dashed=dashed)
        yield Piece(Kind.MARK, (typed[-1],), section=mark_of(fold(typed[-1])))
        return
    titles, polite, words = without_titles(typed)
    whole = " ".join(words)
    if not words:
        yield Piece(Kind.TEXT, (), titles, polite, dashed)
        return
    if _starts_unit(words):
        yield Piece(Kind.UNIT, tuple(words), titles, polite, dashed)
        return
    clean = tuple(word.rstrip(_TRAILING) if not is_initial(word) else word for word in words)
    after_post = _name_after_post(words, clean)
    if after_post is not None:
        yield Piece(Kind.POST, tuple(words[:after_post]), (), polite, dashed)
        more, _, rest = without_titles(clean[after_post:])
        yield Piece(Kind.NAME, tuple(rest), (*titles, *more), polite)
        return
    between = _post_before_name_and_more(words, clean)
    if between:
        yield Piece(Kind.POST, tuple(words[:between]), titles, polite, dashed)
        yield from _by_words(words[between:], dashed=False)
        return
    is_post = classify(whole) is not PositionClass.UNKNOWN and not _DOUBLE.fullmatch(whole)
    if is_post and not _opens_with_name(clean):
        yield Piece(Kind.POST, tuple(words), titles, polite, dashed)
        return
    for cut in range(2, min(len(words), _LONGEST_NAME + 1)):
        named = may_be_name(clean[:cut]) or (polite and cut == 2 and _are_small(clean[:cut]))
        if named and _is_post_after(clean[:cut], words[cut:]):
            yield Piece(Kind.NAME, clean[:cut], titles, polite, dashed)
            yield Piece(Kind.POST, tuple(words[cut:]), glued=True)
            return
    if may_be_name(clean):
        yield Piece(Kind.NAME, clean, titles, polite, dashed)
    elif is_post:
        yield Piece(Kind.POST, tuple(words), titles, polite, dashed)
    elif (verb := _verb_after_name(clean)) and (post := _post_behind_verb(words[verb:])):
        yield Piece(Kind.NAME, clean[:verb], titles, polite, dashed)
        yield Piece(Kind.POST, post, glued=True)
    elif (post := _post_behind_verb(words)) is not None:
        yield Piece(Kind.POST, post, titles, polite, dashed)
    elif (told := _told_after_prose(titles, words, clean)) is not None:
        yield from told
    elif (cut := _name_before_words(clean, words)) > 0:
        yield Piece(
            Kind.NAME, clean[:cut], titles, polite, dashed, doubtful=not _is_unit(words[cut:])
        )
        yield Piece(
            Kind.UNIT if _is_unit(words[cut:]) else Kind.TEXT, tuple(words[cut:]), glued=True
        )
    elif len(clean) == 1 and is_name_shaped(clean[0]) and _may_be_surname(clean[0]):
        yield Piece(Kind.WORD, clean, titles, polite, dashed)
    else:
        yield Piece(Kind.TEXT, tuple(words), titles, polite, dashed)


def _starts_unit(words: Sequence[str]) -> bool:
    first = fold(words[0])
    is_unit = first.startswith(_UNITS) and not first.startswith("stanowisk")
    if first.rstrip(".") in _SHORT_UNITS and len(words) > 1:
        return fold(words[1]).rstrip(".") not in _AFTER_POSTS and not is_given(words[1])
    return is_unit or first in ("ds.", "ds", "d/s") or (len(words) == 1 and first in _UNITS_ALONE)


def _is_common_word_a_surname(plain: list[str], known: list[bool], common: list[bool]) -> bool:
    """„Anna Dobry” is a name, and so is „Sobota Ewa”; „Witam Anna” is not."""
    at = common.index(True)
    others = known[:at] + known[at + 1 :]
    if not all(others) or not plain[at][0].isupper() or 0 < at < len(plain) - 1:
        return False
    return common[-1] or fold(plain[at]) in COMMON_SURNAMES


def _may_be_surname(word: str) -> bool:
    return fold(word) not in NOT_NAMES or fold(word) in COMMON_SURNAMES


def _is_post_after(name: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether the rest is a post, so that what stands before it is a whole name."""
    if classify(" ".join(rest)) is PositionClass.UNKNOWN:
        return False
    single_post_word = len(rest) == 1
    return not (single_post_word and all(is_given(word) for word in name))


def _opens_with_name(words: Sequence[str]) -> bool:
    """„Anna Wilk kierownik GOPS” and „Żuk Adam” begin with a name, as „Starosta Jan” may."""
    if len(words) < 2 or not is_name_shaped(words[0]):
        return False
    if all(is_given(word) for word in words[1:]):
        return True
    return any(is_given(word) for word in words[:2]) and not _is_post_word(words[0])


def _name_after_post(words: Sequence[str], clean: Sequence[str]) -> int | None:
    """Where the name begins in „Sekretarz Gminy Anna Kowalczyk”; None when there is none."""
    if not any(is_given(word) or is_initial(word) for word in clean[1:]):
        return None
    double = _DOUBLE.fullmatch(words[0]) is not None
    for cut in range(1 + double, min(len(words) - 1, _LONGEST_POST)):
        if classify(" ".join(words[:cut])) is PositionClass.UNKNOWN:
            continue
        _, _, rest = without_titles(clean[cut:])
        if not may_be_name(rest) or any(_is_post_word(word) for word in rest[:-1]):
            continue
        if cut == 1 and all(map(is_given, rest)) and _is_shouted_surname(words[0], rest):
            return None
        if is_given(rest[0]) or is_initial(rest[0]) or _ends_in_given(rest):
            return cut
    return None


def _post_before_name_and_more(words: Sequence[str], clean: Sequence[str]) -> int:
    """Where the name begins in „inspektor Anna Gil referat finansów”; 0 without such a name."""
    for at in range(1, min(len(words) - 2, _LONGEST_POST)):
        named = is_given(clean[at]) and clean[at][0].isupper() and clean[at + 1][0].isupper()
        if named and classify(" ".join(words[:at])) is not PositionClass.UNKNOWN:
            cut = _verb_after_name(clean[at:])
            return at if cut and _is_unit(words[at + cut :]) else 0
    return 0


def _is_shouted_surname(word: str, given: Sequence[str]) -> bool:
    """„STAROSTA Jan Adam” has the surname in capitals; „Zuk Jan Adam” is no ZUK."""
    shouted = word.isupper() and not any(map(str.isupper, given))
    return shouted or (word.istitle() and fold(word) in ACRONYMS)


def _are_small(words: Sequence[str]) -> bool:
    """„p. ula gil skarbnik”: words that only the form of address shows to be a name."""
    return all(
        word.islower()
        and is_name_shaped(word)
        and fold(word) not in NOT_NAMES
        and classify(word) is PositionClass.UNKNOWN
        for word in words
    )


def _verb_after_name(clean: Sequence[str]) -> int:
    """Where the small words begin behind a name: „Jan Gil pełni funkcję Skarbnika”; 0 without."""
    cut = next((at for at, word in enumerate(clean) if word.islower()), 0)
    return cut if any(map(is_given, clean[:cut])) and may_be_name(clean[:cut]) else 0


def _name_before_words(clean: Sequence[str], words: Sequence[str]) -> int:
    """Where the name of „Jan Gil zbrojmistrz” or „Jan Gil z referatu finansów” ends; 0 without one.

    Only small words follow, none of which belongs to sentences.
    """
    cut = _verb_after_name(clean)
    rest = words[cut:]
    if not cut or len(rest) > _LONGEST_CLAUSE:
        return 0
    known = {fold(word).strip(_TRAILING) for word in rest[:1]} & _NO_POST_BEGINS_SO
    return cut if _is_unit(rest) or not (known or any(map(str.isdigit, rest))) else 0


def _is_unit(words: Sequence[str]) -> bool:
    """„z referatu finansów”, „w USC”."""
    behind = words[1:] if fold(words[0]) in ("z", "ze", "w", "we") else words
    return bool(behind) and _starts_unit(behind)


def _post_behind_verb(words: Sequence[str]) -> tuple[str, ...] | None:
    """„która pełni funkcję Sekretarza Gminy”, „na stanowisku inspektora”: the post of a clause."""
    for at, word in enumerate(words[:_LONGEST_CLAUSE]):
        if fold(word) in POST_FOLLOWS:
            post = post_in_nominative(words[at + 1 :])
            return None if classify(post) is PositionClass.UNKNOWN else tuple(post.split())
    return None


def _told_after_prose(
    titles: Sequence[str], words: Sequence[str], clean: Sequence[str]
) -> list[Piece] | None:
    """The pieces behind the words of a sentence: „Pełnomocnikiem będzie Pani Anna Kowalczyk”."""
    cut = _prose_ends(clean)
    small = 0 if cut else _small_words(clean)
    cut = cut or small
    told = list(_by_words(words[cut:], dashed=False)) if cut else []
    if small:
        told = [replace(piece, doubtful=True) for piece in told]
    if not any(piece.kind in (Kind.NAME, Kind.POST) for piece in told):
        return None
    section = section_mentioned(" ".join(words[:cut]))
    prose = Piece(Kind.MARK if section else Kind.PROSE, (*titles, *words[:cut]), section=section)
    return [prose, *told]


def _small_words(words: Sequence[str]) -> int:
    """How many words stand before the name of „w razie nieobecności Jan Gil”; 0 without a name."""
    small = next((at for at, word in enumerate(words) if not word.islower()), 0)
    return small if small and is_given(words[small]) and may_be_name(words[small:]) else 0


def _prose_ends(words: Sequence[str]) -> int:
    """Behind which word the last „będzie” or before which the last „Pani” stands; 0 without one."""
    for cut in range(min(len(words) - 1, _LONGEST_POST), 0, -1):
        before, at = fold(words[cut - 1]), fold(words[cut]).rstrip(".")
        if before in LISTING_WORDS or before.startswith(ANNOUNCING_STEMS) or at in FORMS_OF_ADDRESS:
            return cut
    return 0


def _ends_in_given(words: Sequence[str]) -> bool:
    known = [is_given(word) or is_initial(word) for word in words]
    return known[-1] and not known[0] and all(known[1:])


def _is_post_word(word: str) -> bool:
    return classify(word) is not PositionClass.UNKNOWN or fold(word) in NOT_NAMES
