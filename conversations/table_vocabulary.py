"""The Polish words of coordination tables: headers, totals, offices, limits (domain.md §5).

Data and nothing else. Patterns are matched against `plain` text (small letters, no diacritics,
single blanks) and hold no capital or Polish letter, save where a comment says otherwise.
"""

import re

# What may follow „blok”: I typed as 1 or l, several joined by „i”, a comma, a dash. Roman joins
# Roman only: „blok II – 3 osoby” is block II.
_ROMAN = r"(?:iii|lll|ii|ll|i|l)"
_DIGIT = r"[123]"
_NUMERAL = rf"(?:{_ROMAN}|{_DIGIT})"
_JOIN = r"\s*(?:,|\+|/|-|–|—|\bi\b|\boraz\b|\bdo\b)\s*(?:blok[a-z]*\s*)?"
BLOCK = re.compile(
    rf"\bbl(?:ok[a-z]*\b|\.|\b)\s*({_ROMAN}\b(?:{_JOIN}{_ROMAN}\b)*|{_DIGIT}\b(?:{_JOIN}{_DIGIT}\b)*)"
)
NUMERAL = re.compile(rf"\b{_NUMERAL}\b")
BLOCK_WORD = re.compile(r"\bbl(?:ok|\.)")
BLOCK_NUMBERS = {
    "i": 1, "l": 1, "1": 1, "ii": 2, "ll": 2, "2": 2, "iii": 3, "lll": 3, "3": 3,
}  # fmt: skip
GROUPS = {
    1: re.compile(r"\bsteruj"),
    2: re.compile(r"\bredakc"),
    3: re.compile(r"\baudytor"),
}
NOT_A_COUNT = re.compile(
    r"\b(?:termin|data|daty|dni|godz|sala|miejsce|miejscowosc|trener|bylo|dotychczas|poprzedni"
    r"|przed zmian)"
)

ORDINAL = re.compile(r"\(?(?:kol(?:umna|\.)?\s*)?(?:([0-9]{1,2})|([ivx]{1,5}))[.)]{0,2}")
NUMBERS_LABEL = re.compile(r"(?:nr\s+)?kol(?:\.|umn[ay])\s*:?")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
         "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15}  # fmt: skip

HEADERS = {
    "advisor": re.compile(r"\b(?:dorad(?:ca|cy)|konsultan(?:t|ci)|opiekun)\b"),
    "head": re.compile(r"\b(?:kierowni(?:k|cy|ctwo)|szef)\b"),
    "name": re.compile(r"\b(?:nazw[ay]|urz[ae]d[a-z]*|jednostk[ai]|jst|samorzad[a-z]*)\b"),
    "voivodeship": re.compile(r"\b(?:wojewodztw[oa]|woj\b)"),
    "county": re.compile(r"\b(?:powiat|pow\b)"),
    "ordinal": re.compile(r"(?:l\s*\.?\s*p\b|nr\b|poz\b)"),
}
NOT_A_NAME_HEADER = re.compile(r"\b(?:liczb|ilosc|zatrudn|termin|adres|telefon|e-?mail|uwagi)")

HEADER_ROW = re.compile(r"^(?:nazw[ay]\b|l\.\s*p\.|urzad$|urzedy$)")
NOT_AN_OFFICE = re.compile(
    r"^(?:razem|ogolem|suma|lacznie|w tym|podsumowanie|wojewodztwo|woj\.|powiat\s*:|pow\.\s*:"
    r"|(?:doradca|opiekun|konsultant)(?:\s+pihz)?\s*:|grupa\b|aneks|zalacznik|tabela|sporzadzil|zatwierdzil|objasnieni"
    r"|uwag[ai]\b|legenda|zrodlo)"
)
TOTAL = re.compile(r"^(?:razem|ogolem|suma|lacznie)\b")
GRAND_TOTAL = re.compile(r"^(?:ogolem|(?:razem|suma|lacznie)\s+(?:ogolem|calosc|calkowit|wszyst))")
ANNEX = re.compile(r"^(?:zalacznik\W+(?:nr\s*[0-9]*\W+)?)?(?:aneks|korekta|sprostowanie|errata)\b"
                   r"|^zmian[ay]\s+(?:do|w)\s+tabel")  # fmt: skip
ANNEX_REMARK = re.compile(r"\b(?:aneks|korekt|sprostowan|zmiana limitu)")
UNCHANGED = re.compile(r"bez zmiany?|b\.?\s?/?\s?z\.?")
_ADVISOR_WORD = r"(?:doradca|konsultant|opiekun)(?:\s+pihz)?"
ADVISOR_HEADING = re.compile(rf"^{_ADVISOR_WORD}(?:\s*([:–—-])|\s|$)\s*", re.IGNORECASE)
ADVISOR_INSIDE = re.compile(
    rf"\b(?:{_ADVISOR_WORD}\s*[:–—-]|doradcą\s+(?:pihz\s+)?jest)\s*", re.IGNORECASE
)
HONORIFIC = re.compile(r"^(?:pan(?:i|ia)?|p\.)\s+", re.IGNORECASE)
AFTER_A_NAME = re.compile(
    r"\s*(?:[,;(|]|\s[–—-]\s|\btel\b|\btel\.|\bkom\.|\be-?mail\b|\S+@|\+?[0-9]{2}).*", re.IGNORECASE
)
VOIVODESHIP_HEADING = re.compile(r"^(?:wojewodztwo|woj\.)")
COUNTY_HEADING = re.compile(r"^(?:powiat|pow\.)\s*:")
SPEAKS_BELOW = re.compile(
    rf"^(?:{_ADVISOR_WORD}|wojewodztwo|woj\.|powiat|pow\.|grupa(?:\s+[a-z0-9]+)?)\s*:"
)
COUNTY_ALONE = re.compile(r"^powiat\s+[a-z-]+ki$")
TABLE_TITLE = re.compile(r"\btabel[ai]\b")

# These three find words to be shown, so they read casefolded text with its Polish letters.
_ADJECTIVE = r"[a-ząćęłńóśźż]+(?:[-–][a-ząćęłńóśźż]+)?"
VOIVODESHIP_IN_TEXT = re.compile(rf"\bwoj(?:ewództw[oa]|\.)\s*:?\s*({_ADJECTIVE}kie)(?:go)?\b")
COUNTY_IN_TEXT = re.compile(rf"\bpow(?:iat|iatu|\.)\s*:?\s*({_ADJECTIVE}[sc]ki)(?:ego)?\b")
REGION_ADJECTIVE = re.compile(rf"\b{_ADJECTIVE}(?:[sc]k|dzk)ie?\b(?!-)")
BRACKETS = re.compile(r"\(([^()]+)\)")
VOIVODESHIP_NAME = re.compile(rf"{_ADJECTIVE}[sc]kie")
REGION_PREFIX = re.compile(r"^(?:województwo|woj\.?|powiat|pow\.?)\s*:?\s+", re.IGNORECASE)

NOBODY = re.compile(
    r"[-–—x?.…]*|brak(?: doradcy)?|nie wyznaczono|nie dotyczy|n/d|wakat|do (?:uzgodnienia|ustalenia"
    r"|wyznaczenia|uzupelnienia)"
)
DEPUTY = re.compile(r"\b(?:zastepca|z-ca|zast\.|wice|podsekretarz)")
HEADS = {
    "wojt": "Wójt",
    "burmistrz": "Burmistrz",
    "prezydent": "Prezydent Miasta",
    "starosta": "Starosta",
    "marszalek": "Marszałek",
}
_WITHDRAWAL = (
    r"(?:zrezygnowa[a-z]*|rezygnacj[aeię]|rezygnuj[ea]|wycofa[a-z]*(?: sie)?|odstapi[a-z]*)"
)
WITHDRAWN = re.compile(rf"\b{_WITHDRAWAL}")
# Nothing about a part only: „rezygnacja z bloku II”, „z 1 miejsca”, „rezygnacja?” are asked about.
WITHDRAWN_WHOLLY = re.compile(
    rf"(?:urzad\s+)?{_WITHDRAWAL}(?:\s+z\s+(?:udzialu|projektu|uczestnictwa|calosci|szkolen[a-z]*))?"
    r"(?:\s+(?:w\s+(?:szkoleniach|projekcie)))?"
    r"(?:[\s,(–-]+(?:pismo|pismem|dnia|od|z dnia|z|wg)?[\s.:]*[0-9nrz./ \-]*r?\.?\)?)?"
)
WITHDRAWN_NAME = re.compile(rf"[\s,(–—-]+{_WITHDRAWAL}\)?$")
FOOTNOTE_TEXT = re.compile(r"[¹²³⁴-⁹*†‡]|[0-9a-z]\)")
ROW_NUMBER = re.compile(r"^[0-9]{1,3}[.)]?\s+")

WORDED_MAXIMUM = re.compile(
    r"(?:do|max\.?|maks\.?|maksimum|maksymalnie|najwyzej|co najwyzej|nie wiecej niz|≤|<=)\s*"
)
WORDED_MINIMUM = re.compile(r"(?:min\.?|minimum|minimalnie|co najmniej|nie mniej niz|od|≥|>=)\s*")
UNIT = re.compile(r"\s*(?:os(?:ob[ay]?|\.)?|uczestni(?:k|kow|cy)|miejsc[ae]?)$")
NONE_WORD = re.compile(
    r"[-–—−‐‑‒―]+|nie dotyczy|n/d\.?|nd\.?|n\.d\.|rezygnacja|rezygnuje|zrezygnowa[a-z]*"
    r"|wycofan[aey]|wycofal[a-z]*(?: sie)?|nie (?:uczestniczy|bierze udzialu|przystapil[a-z]*)"
)
MONTH = r"(?:sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paz|lis|gru)[a-z]*"
NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ("zero", "jeden", "dwa", "trzy", "cztery", "piec", "szesc", "siedem", "osiem", "dziewiec",
         "dziesiec", "jedenascie", "dwanascie", "trzynascie", "czternascie", "pietnascie")
    )
}  # fmt: skip
