"""The Polish words of office names: kinds of office, abbreviations, inflected places (domain.md
§3.1, §3.10).

Data and nothing else. Patterns and keys are matched against folded text (small letters, no
diacritics, single blanks).
"""

import re

# Longest first: „u.m. i g.” before „u.m.”. The name is what the abbreviation stands for.
_URZAD = r"urz(?:ad|\.)?\s?"
OFFICE_KINDS = (
    (
        re.compile(
            rf"^(?:{_URZAD}(?:(?:miasta|miejski|m\.)\s?i\s?(?:gminy|gm?\.)|mi?g\b)"
            r"|u\.?\s?m\.?\s?i?\s?g\b\.?)"
        ),
        "umig",
        "Urząd Miasta i Gminy",
    ),
    (
        re.compile(
            rf"^(?:{_URZAD}(?:(?:gminy|gm?\.)\s?i\s?(?:miasta|m\.)|gi?m\b(?!\.))"
            r"|u\.?\s?g\.?\s?i?\s?m\b\.?)"
        ),
        "umig",
        "Urząd Gminy i Miasta",
    ),
    (
        re.compile(rf"^(?:{_URZAD}marsz(?:alkowski\b|\.)|u\.?m\.?w[a-z]?\b\.?)"),
        "umw",
        "Urząd Marszałkowski",
    ),
    (re.compile(rf"^{_URZAD}(?:miejski\b|miej\.)"), "um", "Urząd Miejski"),
    (re.compile(rf"^(?:{_URZAD}(?:miasta\b|m\.)|u\.?\s?m\b\.?)"), "um", "Urząd Miasta"),
    (re.compile(rf"^(?:{_URZAD}(?:gminy\b|gm?\.)|u\.?\s?g\b\.?)"), "ug", "Urząd Gminy"),
    (
        re.compile(
            r"^(?:starostwo(?:\s?pow(?:iatowe\b|\.))?|st(?:ar)?\.\s?pow(?:iatowe\b|\.)"
            r"|s\.?\s?p\b\.?)"
        ),
        "sp",
        "Starostwo Powiatowe",
    ),
)
OTHER_OFFICE = re.compile(r"^(?:urzad|urz\.|gmina|miasto|powiat)\s")

VOIVODESHIP = re.compile(r"^woj(?:ewodztwa|\.)\s*")
ADDRESS = re.compile(
    r"(?:,\s*(?:ul|al|pl|os|tel)\.|\s+ul\.|[,\s]\s*[0-9]{2}-[0-9]{3}\b).*", re.IGNORECASE
)

# Words that only say what kind of office is meant, in any case.
KIND_WORDS = re.compile(
    r"urz(?:ad|ed)[a-z]*|gmin(?:a|y|ie|e)|miast(?:o|a|u)|miescie|miejsk[a-z]*|starost[a-z]*"
    r"|wojt[a-z]*|burmistrz[a-z]*|prezydent[a-z]*"
    r"|powiat(?:u|owi|em|owe|owego|owym|owemu)?|marszalkowsk[a-z]*|wojewodztw[a-z]*|woj|pow|gm|urz|star|st|m|miej|marsz"
    r"|ug|um|umi?g|ugi?m|sp|umw"
)
KIND_OF_WORD = (
    (re.compile(r"umi?g|ugi?m"), frozenset({"ug", "um"})),
    (re.compile(r"umw|marsz"), frozenset({"umw"})),
    (re.compile(r"sp$|star|st$|pow"), frozenset({"sp"})),
    (re.compile(r"um$|m$|mia|mie|burm|prez"), frozenset({"um"})),
    (re.compile(r"ug$|gm|wojt"), frozenset({"ug"})),
)
NO_PLACE = frozenset({"w", "we", "i", "z", "dla"})

# What a word ends in besides its stem, the longer first.
ENDINGS = (
    "iego", "iemu", "iach", "iami", "owi", "ego", "emu", "ymi", "imi", "ach", "ami", "ich", "ych",
    "iej", "iem", "ej", "em", "im", "ym", "ie", "iu", "ia", "io", "a", "e", "i", "o", "u", "y",
)  # fmt: skip
IRREGULAR = {
    "bialymstoku": "bialystok", "bialegostoku": "bialystok",
    "krasnymstawie": "krasnystaw", "krasnegostawu": "krasnystaw",
    "swietej": "swieta", "zdroju": "zdroj",
}  # fmt: skip

# Adjectives of counties whose seat has another stem.
COUNTY_SEATS = {
    "bieszczadzki": "ustrzyki dolne", "jasielski": "jaslo", "przemyski": "przemysl",
    "suwalski": "suwalki", "sejnenski": "sejny", "ostrowiecki": "ostrowiec swietokrzyski",
    "gizycki": "gizycko", "opolski": "opole lubelskie", "chelmski": "chelm",
    "bialski": "biala podlaska", "radzynski": "radzyn podlaski", "bielski": "bielsk podlaski",
    "stalowowolski": "stalowa wola", "rzeszowski": "rzeszow", "olecki": "olecko",
    "wegorzewski": "wegorzewo", "elcki": "elk", "kielecki": "kielce", "konecki": "konskie",
    "buski": "busko-zdroj", "wloszczowski": "wloszczowa", "zamojski": "zamosc",
}  # fmt: skip
COUNTY_ADJECTIVE = re.compile(r"[a-z-]+[scz]ki(?:e|ego|m|emu)?")
