"""Every remark that may stand on a card, with what it says."""

from collections.abc import Iterator
from itertools import product

from conversations.events import Note
from conversations.notes import NoteCode


def every_remark() -> Iterator[Note]:
    for code, refusal in product(NoteCode, (False, True)):
        yield Note(code, REMARK_VALUES.get(code, {}), refusal)


REMARK_VALUES: dict[NoteCode, dict[str, str | int]] = {
    NoteCode.TOO_LONG: {"most": 500},
    NoteCode.FILE_RECEIVED: {"name": "Skład grupy sterującej – wersja ostateczna (2).docx"},
    NoteCode.FILE_OF_OTHER_ROLE: {"name": "Skład grupy sterującej – wersja ostateczna (2).docx"},
    NoteCode.FILE_OF_OTHER_OFFICE: {"name": "Skład grupy sterującej – wersja ostateczna (2).docx"},
    NoteCode.FILE_REFUSED: {"reason": "too_big_inside", "name": "Tabela koordynacyjna nr 1.xlsx"},
    NoteCode.NOT_A_TABLE: {"reason": "BRAK_KOLUMN", "name": "Tabela koordynacyjna nr 1.xlsx"},
    NoteCode.ADDED: {"count": 8},
    NoteCode.ADDED_WITH_DUPLICATES: {"count": 8, "people": "Anna Kowalczyk, Piotr Zalewski"},
    NoteCode.ONLY_DUPLICATES: {"count": 0, "people": "Anna Kowalczyk"},
    NoteCode.TOO_MANY: {"most": 40},
    NoteCode.ALREADY_ON_LIST: {"person": "Katarzyna Brzęczyszczykiewicz-Kowalewska"},
    NoteCode.NOT_ON_LIST: {"people": "Katarzyna Brzęczyszczykiewicz-Kowalewska"},
    NoteCode.NO_SUCH_NUMBER: {"most": 12},
    NoteCode.EXTRA_DATA_DROPPED: {"count": 8},
    NoteCode.EDITORS_FULL: {"count": 4},
    NoteCode.IMPORTED: {"count": 42},
    NoteCode.NUDGED: {
        "count": 3,
        "before": 2,
        "nobody": 1,
        "rest": 0,
        "offices": "Urząd Miasta i Gminy w Ustrzykach Dolnych",
    },
    NoteCode.SNOOZED: {"day": "2026-11-30"},
    NoteCode.STANDS_IN: {
        "advisor": "Halina Wrońska",
        "substitute": "Andrzej Kmieć",
        "first": "2026-12-01",
        "last": "2026-12-14",
    },
    NoteCode.NOBODY_FITS: {"people": "Brzęczyszczykiewicza-Kowalewskiego"},
    NoteCode.SUBSTITUTE_LATER: {"day": "2026-12-01"},
    NoteCode.SETTING_UNREADABLE: {"reason": "not-a-date"},
    NoteCode.REVOKED: {"kind": "grant", "name": "Tomasz Bartoszuk"},
    NoteCode.HANDED_OVER: {"name": "Tomasz Bartoszuk"},
    NoteCode.ANNOUNCEMENT_BEGUN: {"count": 22},
    NoteCode.ANNOUNCEMENT_TOO_LONG: {"most": 3000},
    NoteCode.DOCUMENT_COMING: {"paper": "amending"},
    NoteCode.DOCUMENT_ON_ITS_WAY: {"paper": "amending"},
    NoteCode.DRAFT_ERASED: {"contact": "inspektor@example.org"},
    NoteCode.OFFICE_ERASED: {"contact": "inspektor@example.org"},
}
