"""What each piece of a row is: a name, a post, a title, a mark of a role.

A row is cut at commas, dashes, brackets and columns, and each piece told by its words (domain.md
§3.6 points 4 and 5). Posts are told by `positions`. Nothing is joined or decided about people here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from conversations.pasted_list.characters import (
    COLUMN_GAP,
    LOST_LETTER,
    QUOTED_COMMA,
    QUOTED_SEMICOLON,
)
from conversations.pasted_list.given_names import COMMON_SURNAMES
from conversations.pasted_list.names import is_given, is_initial, is_name_shaped, looks_like_surname
from conversations.pasted_list.values import ListedRole
from conversations.pasted_list.words import (
    DITTO,
    EDITORIAL_STEMS,
    FORMS_OF_ADDRESS,
    HEADING_WORDS,
    HEADS_OF_OFFICE,
    HONORIFICS,
    LINKING_VERBS,
    NOT_NAMES,
    PARTICLES,
    PLENIPOTENTIARY_STEMS,
    QUALITY_WORDS,
    STEERING_STEMS,
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
    TEXT = "text"


class Section(Enum):
    """The part of a list that a heading opens, or that a mark puts a person in."""

    STEERING = "steering"
    EDITORIAL = "editorial"
    PLENIPOTENTIARY = "plenipotentiary"


ROLE_OF: Final = {
    Section.EDITORIAL: ListedRole.EDITORIAL,
    Section.PLENIPOTENTIARY: ListedRole.PLENIPOTENTIARY,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a row; `dashed` when a dash stands before it, `polite` after „Pan” or „Pani”.

    `instead` is the name it may be, too, so that it must be asked about. `apart` tells that a mark
    stands before it which parts more than the commas of its row do, `glued` that nothing parts it
    from the name before.
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

    @property
    def text(self) -> str:
        """The piece as typed."""
        return " ".join(self.words)


_SEPARATOR: Final = re.compile(
    rf"[,;|\t()\[\]{COLUMN_GAP}{QUOTED_COMMA}{QUOTED_SEMICOLON}]"
    r"|(?<=\w)[/](?=[^\W\d_]{3})(?<![Dd]/)| / | \+ "
    rf"|:(?=[ \t{COLUMN_GAP}]|$)"
    r"|(?<= )[–-]+(?= )|(?<= )[–-]+(?=\S)|(?<=\S)[–-]+(?= )|^[–-]+|[–-]+$"
)
_LONGEST_NAME: Final = 5
_LONGEST_POST: Final = 14
_LONGEST_PIECE: Final = 200
_TRAILING: Final = " .,;:*"
_ACTING: Final = re.compile(r"^(?:p\. ?o\.|wz\.|w\.z\.) ?", re.IGNORECASE)
_AND_SOMEBODY: Final = re.compile(
    r"(?<![^\W\d_])(?:([^\W\d_-]{2,40}) )?([^\W\d_][^\s,;]{0,40}),? (?:i|oraz|a także) "
    r"(?=([^\W\d_][^\s,;]{0,40}) [^\W\d_]{2})"
)
_ANY_SECTION: Final = re.compile(
    "|".join((*STEERING_STEMS, *EDITORIAL_STEMS, *PLENIPOTENTIARY_STEMS))
    + r"|\b(?:gs|zs|zr|blok|bl|przedstawiciel)"
)
_VACANT: Final = re.compile(
    r"do (?:ustal|uzupeln|wskaz|obsadz|wyznacz|zatrudn)\w{2,8}\b|brak$|n\.? ?n\.?$"
    r"|(?:zostanie|bedzie) (?:wskazan|wyznaczon|ustalon|zatrudnion|podan)\w{1,3}\b"
    r"|w trakcie (?:naboru|rekrutacji|ustalania)|nie wyznaczono|nie wskazano|nabor$"
)
_DOUBLE: Final = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]{2,}-[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]{2,}")
_ENDS_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{5})\.$|(?<=[A-Z]{3})\.$")
_OF_A_FIELD: Final = re.compile(r"(?:ej|ych|ich|ów|ości|ctwa|stwa|nia|cji|rodowiska)$")
_EN_DASH_IN_WORD: Final = re.compile(r"(?<=[^\W\d_])–(?=[^\W\d_])")


def pieces_of(row: str) -> list[Piece]:
    """The pieces of a row in order; those without a letter are no pieces."""
    found: list[Piece] = []
    start, dashed, apart = 0, False, False
    stronger = ";|" if "," in row or QUOTED_COMMA in row else ""
    if _EN_DASH_IN_WORD.search(row):
        row = _EN_DASH_IN_WORD.sub(_hyphen_or_dash(row), row)
    row = _AND_SOMEBODY.sub(_comma_before_name, row)
    for separator in (*_SEPARATOR.finditer(row), None):
        end = separator.start() if separator else len(row)
        for piece in _told(row[start:end].strip(), dashed=dashed):
            found.append(replace(piece, apart=apart) if apart else piece)
            dashed = apart = False
        if separator:
            start = separator.end()
            apart = apart or separator[0] in stronger
            dashed = separator[0].strip()[:1] in ("–", "-") and separator[0].strip() != ""
    return list(_with_doubtful_surnames(list(_joined(found))))


def name_words(cell: str) -> tuple[str, ...]:
    """The words of a cell that holds a part of a name, without titles."""
    return tuple(_without_titles(cell.split())[2])


def whole_name(cell: str) -> Piece | None:
    """The name that a column of names holds and nothing else; None when there is more to it."""
    titles, polite, words = _without_titles(cell.split())
    plain = [word for word in words if fold(word) not in PARTICLES]
    if not 2 <= len(plain) <= _LONGEST_NAME or not all(map(is_name_shaped, plain)):
        return None
    if not any(map(is_given, plain)) and any(fold(word) in NOT_NAMES for word in plain):
        return None
    return Piece(Kind.NAME, tuple(words), titles, polite)


def section_of(text: str) -> Section | None:
    """The part of a list that a heading names, when it consists of a heading's words only."""
    sections = _sections_in(text)
    return next(iter(sections)) if len(sections) == 1 else None


def is_heading(text: str) -> bool:
    """Whether the text is a heading of one or several parts of a list."""
    return bool(_sections_in(text))


def section_mentioned(text: str) -> Section | None:
    """The one part of a list that a heading in a sentence's form speaks of."""
    words = re.findall(r"\w+", fold(text[:_LONGEST_PIECE]))
    found = _named_in(words)
    if "ds" in words and not QUALITY_WORDS.intersection(words):
        found.discard(Section.PLENIPOTENTIARY)
    return found.pop() if len(found) == 1 else None


def _mark_of(text: str) -> Section | None:
    """The part that a mark beside a name puts the person in: of „blok I i II”, the second."""
    sections = _sections_in(text)
    for section in (Section.PLENIPOTENTIARY, Section.EDITORIAL, Section.STEERING):
        if section in sections:
            return section
    return None


def _sections_in(text: str) -> frozenset[Section]:
    folded = fold(text)
    if len(text) > _LONGEST_PIECE or not _ANY_SECTION.search(folded):
        return frozenset()
    words = re.findall(r"\w+", folded)
    stems = (*STEERING_STEMS, *EDITORIAL_STEMS, *PLENIPOTENTIARY_STEMS)
    if not words or not all(
        word in HEADING_WORDS or word.isdigit() or word.startswith(stems) for word in words
    ):
        return frozenset()
    if HEADS_OF_OFFICE.intersection(words) and not QUALITY_WORDS.intersection(words):
        return frozenset()
    block = "blok" in words or "bloku" in words or "bl" in words
    found = _named_in(words)
    if block and not found:
        found |= {Section.STEERING} if {"i", "1"} & set(words) else set()
        found |= {Section.EDITORIAL} if {"ii", "2"} & set(words) else set()
    return frozenset(found)


def _named_in(words: Sequence[str]) -> set[Section]:
    found = set()
    if any(word.startswith(STEERING_STEMS) or word in ("gs", "zs") for word in words):
        found.add(Section.STEERING)
    if any(word.startswith(EDITORIAL_STEMS) or word == "zr" for word in words):
        found.add(Section.EDITORIAL)
    if any(word.startswith(PLENIPOTENTIARY_STEMS) for word in words) or (
        "kierownictwa" in words and any(word.startswith("przedstawiciel") for word in words)
    ):
        found.add(Section.PLENIPOTENTIARY)
    return found


def _hyphen_or_dash(row: str) -> str:
    """An unspaced dash parts a name from a post, or joins a double surname."""
    head, _, tail = row.partition("–")
    joins = classify(tail.strip()) is PositionClass.UNKNOWN and len(head) > 0
    return "-" if joins else " – "


def _comma_before_name(joined: re.Match[str]) -> str:
    """„… skarbnik i Ewa Lis” names another person, and so does „… Jan Gil oraz Skarbnik Ewa Lis”.

    „Anna i Piotr Kowalscy” and „Zastępca Wójta i Sekretarz” are left alone.
    """
    before, last, following = joined.groups()
    begins_name = is_given(following) and not is_given(last)
    named_before = is_given(before or "") or is_given(last)
    begins_post = named_before and classify(following) is not PositionClass.UNKNOWN
    head = f"{before} {last}" if before else last
    return f"{head}, " if begins_name or begins_post else joined[0]


def _told(text: str, *, dashed: bool) -> Iterator[Piece]:
    typed = text.strip(" ")
    if not typed:
        return
    if _ENDS_SENTENCE.search(typed) and fold(typed.split()[-1][:-1]) not in SHORT_FORMS:
        typed = typed[:-1]
    if typed.casefold().strip(".") in DITTO or typed.casefold() in DITTO:
        yield Piece(Kind.DITTO, (typed,), dashed=dashed)
        return
    words = tuple(word for word in typed.split() if any(map(str.isalpha, word)))
    if not words or len(typed) > _LONGEST_PIECE:
        if words:
            yield Piece(Kind.TEXT, tuple(typed.split()), dashed=dashed)
        return
    mark = _mark_of(typed)
    if mark:
        yield Piece(Kind.MARK, words, dashed=dashed, section=mark)
        return
    if any(fold(word).strip(_TRAILING) in VACANCIES for word in words) or _VACANT.match(
        fold(typed)
    ):
        yield Piece(Kind.VACANCY, words, dashed=dashed)
        return
    yield from _by_words(typed, dashed=dashed)


def _by_words(typed: str, *, dashed: bool) -> Iterator[Piece]:
    titles, polite, words = _without_titles(typed.split())
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
        more, _, rest = _without_titles(clean[after_post:])
        yield Piece(Kind.NAME, tuple(rest), (*titles, *more), polite)
        return
    is_post = classify(whole) is not PositionClass.UNKNOWN and not _DOUBLE.fullmatch(whole)
    if is_post and not _opens_with_name(clean):
        yield Piece(Kind.POST, tuple(words), titles, polite, dashed)
        return
    for cut in range(2, min(len(words), _LONGEST_NAME + 1)):
        if _is_name(clean[:cut]) and _is_post_after(clean[:cut], words[cut:]):
            yield Piece(Kind.NAME, clean[:cut], titles, polite, dashed)
            yield Piece(Kind.POST, tuple(words[cut:]), glued=True)
            return
    if _is_name(clean):
        yield Piece(Kind.NAME, clean, titles, polite, dashed)
    elif is_post:
        yield Piece(Kind.POST, tuple(words), titles, polite, dashed)
    elif (told := _told_after_prose(words, clean)) is not None:
        yield from told
    elif len(clean) == 1 and is_name_shaped(clean[0]) and _may_be_surname(clean[0]):
        yield Piece(Kind.WORD, clean, titles, polite, dashed)
    else:
        yield Piece(Kind.TEXT, tuple(words), titles, polite, dashed)


def _without_titles(words: Sequence[str]) -> tuple[tuple[str, ...], bool, list[str]]:
    """The titles around the words, whether „Pan” or „Pani” stood before them, and the words."""
    rest = list(words)
    titles: list[str] = []
    polite = False
    while rest:
        bare = fold(rest[0]).strip(".,")
        glued = bare.split(".")
        if len(glued) > 1 and all(part in TITLES for part in glued):
            titles += [TITLES[part] for part in glued]
        elif len(glued) > 1 and all(part in HONORIFICS for part in glued):
            polite = True
        elif bare == "n" and titles[-1:] == ["dr"] and len(rest) > 1:
            titles += ["n.", rest.pop(1)]
        elif bare in TITLES:
            titles.append(TITLES[bare])
        elif _is_initial_of(rest):
            break
        elif bare in HONORIFICS and (len(bare) > 2 or rest[0].endswith(".")) and not _acts(rest):
            polite = True
        else:
            break
        rest.pop(0)
    after: list[str] = []
    while len(rest) > 1 and fold(rest[-1]).strip(".,") in TITLES:
        after.insert(0, TITLES[fold(rest.pop()).strip(".,")])
    return (*titles, *after), polite, rest


def _is_initial_of(words: Sequence[str]) -> bool:
    """„P. Zalewski” is somebody whose given name begins with a P, „P. Jan Zalewski” a Pan."""
    return len(words) == 2 and words[0] == "P." and is_name_shaped(words[1])


def _acts(words: Sequence[str]) -> bool:
    return _ACTING.match(" ".join(words[:2])) is not None


def _starts_unit(words: Sequence[str]) -> bool:
    first = fold(words[0])
    is_unit = first.startswith(tuple(UNITS)) and not first.startswith("stanowisk")
    return is_unit or first in ("ds.", "ds", "d/s")


def _is_name(words: Sequence[str]) -> bool:
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
    if not any(known) and any(_OF_A_FIELD.search(word) for word in plain):
        return False
    common = [fold(word) in NOT_NAMES for word in plain]
    if any(common) and not _is_common_word_a_surname(plain, known, common):
        return False
    capital = all(word[0].isupper() or word[0] == LOST_LETTER for word in plain)
    if any(known):
        return capital or all(word.islower() for word in plain) or len(plain) < 4
    if any(initials):
        return capital and len(plain) <= 3
    return capital and len(plain) <= 3


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
    for cut in range(1, min(len(words) - 1, _LONGEST_POST)):
        if classify(" ".join(words[:cut])) is PositionClass.UNKNOWN:
            continue
        _, _, rest = _without_titles(clean[cut:])
        if not _is_name(rest) or any(_is_post_word(word) for word in rest[:-1]):
            continue
        if cut == 1 and all(map(is_given, rest)) and _is_shouted_surname(words[0], rest):
            return None
        if is_given(rest[0]) or is_initial(rest[0]) or _ends_in_given(rest):
            return cut
    return None


def _is_shouted_surname(word: str, given: Sequence[str]) -> bool:
    """„STAROSTA Jan Adam” has the surname in capitals; „Zuk Jan Adam” is no ZUK."""
    shouted = word.isupper() and not any(map(str.isupper, given))
    return shouted or (word.istitle() and fold(word) in ACRONYMS)


def _told_after_prose(words: Sequence[str], clean: Sequence[str]) -> list[Piece] | None:
    """The pieces behind the words of a sentence: „Pełnomocnikiem będzie Pani Anna Kowalczyk”."""
    cut = _prose_ends(clean)
    told = list(_by_words(" ".join(words[cut:]), dashed=False)) if cut else []
    if not any(piece.kind in (Kind.NAME, Kind.POST) for piece in told):
        return None
    section = section_mentioned(" ".join(words[:cut]))
    return [*([Piece(Kind.MARK, tuple(words[:cut]), section=section)] if section else []), *told]


def _prose_ends(words: Sequence[str]) -> int:
    """Behind which word the last „będzie” or before which the last „Pani” stands; 0 without one."""
    for cut in range(min(len(words) - 1, _LONGEST_POST), 0, -1):
        if fold(words[cut - 1]) in LINKING_VERBS or fold(words[cut]) in FORMS_OF_ADDRESS:
            return cut
    return 0


def _ends_in_given(words: Sequence[str]) -> bool:
    known = [is_given(word) or is_initial(word) for word in words]
    return known[-1] and not known[0] and all(known[1:])


def _is_post_word(word: str) -> bool:
    return classify(word) is not PositionClass.UNKNOWN or fold(word) in NOT_NAMES


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Single words of one name, parted by a column or a comma or a spaced hyphen, put together."""
    waiting: Piece | None = None
    for piece in pieces:
        if waiting is None:
            waiting = piece
            continue
        together = _together(waiting, piece)
        if together is None:
            yield waiting
            waiting = piece
        else:
            waiting = together
    if waiting is not None:
        yield waiting


def _with_doubtful_surnames(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """„Maria Gil – Grotka – Sekretarz”, „Jan Żbik Sołtys – Skarbnik”: a word between a name and a
    post may be of the surname.
    """
    index = 0
    while index < len(pieces):
        three = pieces[index : index + 3]
        kinds = [piece.kind for piece in three]
        if kinds == [Kind.NAME, Kind.POST, Kind.POST] and _is_surname_too(three[1]):
            words = (*three[0].words, *three[1].words) if three[1].glued else three[0].words
            yield replace(three[0], words=words)
            index += 1 + three[1].glued
        elif (
            kinds == [Kind.NAME, Kind.WORD, Kind.POST]
            and three[1].dashed
            and three[1].words[0][0].isupper()
        ):
            surname = f"{three[0].words[-1]}-{three[1].words[0]}"
            name = _as_name(three[0], three[1], (*three[0].words[:-1], surname))
            yield replace(name, instead=three[0].words)
            index += 2
        else:
            yield pieces[index]
            index += 1


def _together(first: Piece, second: Piece) -> Piece | None:
    if second.apart:
        return None
    if first.kind is Kind.WORD and second.kind is Kind.NAME:
        return _surname_parted_from(first, second)
    if _is_surname_too(first) and _is_given_alone(second):
        return _as_name(first, second, (*first.words, *second.words))
    if second.kind is not Kind.WORD:
        return None
    if first.kind is Kind.WORD:
        words = (*first.words, *second.words)
        if sum(is_given(word) for word in words) >= 1 and _is_name(words):
            return _as_name(first, second, words)
    if first.kind is Kind.NAME and second.dashed:
        surname = f"{first.words[-1]}-{second.words[0]}"
        if looks_like_surname(second.words[0]) and not is_given(second.words[0]):
            return _as_name(first, second, (*first.words[:-1], surname))
    return None


def _is_surname_too(piece: Piece) -> bool:
    """„Starosta” is a post and a surname."""
    single = piece.kind is Kind.POST and len(piece.words) == 1
    return single and fold(piece.words[0]) in COMMON_SURNAMES


def _is_given_alone(piece: Piece) -> bool:
    names = piece.kind in (Kind.NAME, Kind.WORD) and not piece.dashed
    return names and all(map(is_given, piece.words))


def _surname_parted_from(first: Piece, second: Piece) -> Piece | None:
    """„Lis – Sadowska Ewa” is one double surname and a given name."""
    if all(is_given(word) for word in second.words) and not is_given(first.words[0]):
        return _as_name(first, second, (*first.words, *second.words))
    if (
        not second.dashed
        or is_given(first.words[0])
        or is_given(second.words[0])
        or not is_given(second.words[-1])
    ):
        return None
    surname = f"{first.words[0]}-{second.words[0]}"
    return _as_name(first, second, (surname, *second.words[1:]))


def _as_name(first: Piece, second: Piece, words: tuple[str, ...]) -> Piece:
    return Piece(
        Kind.NAME,
        words,
        (*first.titles, *second.titles),
        first.polite or second.polite,
        first.dashed,
    )
