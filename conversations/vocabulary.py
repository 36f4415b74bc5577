"""The words Polish offices use: posts, units and their short forms, as plain data.

Source: domain.md §3.4 (classes of posts). Words are compared folded, so that case and missing
Polish letters do not matter. This module decides nothing; `positions` and `pasted_list` do.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_COMBINING: Final = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# Replaced one by one: on a text of some words, many times faster than a translation table.
_POLISH: Final = tuple(zip("ąćęłńóśźżøđ", "acelnoszzod", strict=True))
_DASH: Final = "–"
_LONGEST_WORD: Final = 24


def fold(text: str) -> str:
    """The text as it is compared: case folded, without diacritics (domain.md §3.6 point 10)."""
    return _plain_word(text) if len(text) < _LONGEST_WORD else _plain(text)


def _plain(text: str) -> str:
    folded = text.casefold()
    if folded.isascii():
        return folded
    for letter, plain in _POLISH:
        folded = folded.replace(letter, plain)
    if folded.replace(_DASH, "").isascii():
        return folded
    return _COMBINING.sub("", unicodedata.normalize("NFD", folded))


# Single words come again and again within one list. Bounded, and never a whole line of anybody's.
_plain_word: Final = lru_cache(maxsize=4096)(_plain)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What the history keeps in the place of somebody who was erased.
ERASED: Final = "osoba usunięta na wniosek"
# What the cases of a surname end in, after a stem too short to be sure by itself (folded).
CASE_ENDINGS: Final = frozenset({""}) | _words(
    "a u y i e o ie em iem om owi ej ego emu ych im ach ami owie ow"
)

# Heads of office: nominative, genitive. The feminine forms in use since 2021 are accepted as typed.
HEADS: Final = (
    ("wójt", "wójta"),
    ("wójcina", "wójciny"),
    ("burmistrz", "burmistrza"),
    ("burmistrzyni", "burmistrzyni"),
    ("prezydent", "prezydenta"),
    ("prezydentka", "prezydentki"),
    ("starosta", "starosty"),
    ("starościna", "starościny"),
    ("marszałek", "marszałka"),
    ("marszałkini", "marszałkini"),
)
# The generic name of the same post (domain.md §1.4 A7).
HEADS_BY_FUNCTION: Final = (
    ("kierownik urzędu", "kierownika urzędu"),
    ("szef urzędu", "szefa urzędu"),
)

# Management whose deputy is a manager, no longer management.
SENIOR_OFFICIALS: Final = (
    ("sekretarz", "sekretarza"),
    ("skarbnik", "skarbnika"),
    ("skarbniczka", "skarbniczki"),
)
# What may follow such a post; anything else ("redakcji", "komisji") makes it another post.
SENIOR_OFFICIAL_OF: Final = _words(
    "gmin miast miejsk powiat wojewodztw urzed starostw ug um umig ugim sp umw jst"
)

BOARD: Final = (("członek zarządu", "członka zarządu"), ("członkini zarządu", "członkini zarządu"))

MANAGERS: Final = (
    ("dyrektor", "dyrektora"),
    ("dyrektorka", "dyrektorki"),
    ("naczelnik", "naczelnika"),
    ("naczelniczka", "naczelniczki"),
    ("kierownik", "kierownika"),
    ("kierowniczka", "kierowniczki"),
    ("główny księgowy", "głównego księgowego"),
    ("główna księgowa", "głównej księgowej"),
    ("geodeta powiatowy", "geodety powiatowego"),
    ("geodeta województwa", "geodety województwa"),
    ("powiatowy geodeta", "powiatowego geodety"),
    ("komendant straży", "komendanta straży"),
    ("przewodniczący zespołu", "przewodniczącego zespołu"),
    ("przewodnicząca zespołu", "przewodniczącej zespołu"),
)
# A "kierownik" or "dyrektor" of these manages something other than a part of an office.
NOT_A_UNIT: Final = _words(
    """
    budowy budow robot projektu projektow magazynu swietlicy zmiany sklepu produkcji
    artystyczny
    """
)

BORDERLINE: Final = (
    ("audytor", "audytora"),
    ("auditor", "auditora"),
    ("radca", "radcy"),
    ("radczyni", "radczyni"),
    ("rzecznik", "rzecznika"),
    ("rzeczniczka", "rzeczniczki"),
    ("pełnomocnik", "pełnomocnika"),
    ("pełnomocniczka", "pełnomocniczki"),
    ("inspektor ochrony danych", "inspektora ochrony danych"),
    ("iod", "iod"),
    ("abi", "abi"),
    ("architekt", "architekta"),
    ("konserwator", "konserwatora"),
    ("geolog", "geologa"),
    ("koordynator", "koordynatora"),
    ("koordynatorka", "koordynatorki"),
    ("główny specjalista", "głównego specjalisty"),
    ("główna specjalistka", "głównej specjalistki"),
    ("samodzielne stanowisko", "samodzielnego stanowiska"),
    ("stanowisko", "stanowiska"),
)

STAFF: Final = (
    ("inspektor", "inspektora"),
    ("inspektorka", "inspektorki"),
    ("podinspektor", "podinspektora"),
    ("podinspektorka", "podinspektorki"),
    ("specjalista", "specjalisty"),
    ("specjalistka", "specjalistki"),
    ("referent", "referenta"),
    ("referentka", "referentki"),
    ("informatyk", "informatyka"),
    ("informatyczka", "informatyczki"),
    ("archiwista", "archiwisty"),
    ("archiwistka", "archiwistki"),
    ("asystent", "asystenta"),
    ("asystentka", "asystentki"),
    ("sekretarka", "sekretarki"),
    ("sekretariat", "sekretariatu"),
    ("pomoc administracyjna", "pomocy administracyjnej"),
    ("pomoc biurowa", "pomocy biurowej"),
    ("pomoc techniczna", "pomocy technicznej"),
    ("pomoc kancelaryjna", "pomocy kancelaryjnej"),
    ("stażysta", "stażysty"),
    ("stażystka", "stażystki"),
    ("praktykant", "praktykanta"),
    ("praktykantka", "praktykantki"),
    ("księgowy", "księgowego"),
    ("księgowa", "księgowej"),
    ("kasjer", "kasjera"),
    ("kasjerka", "kasjerki"),
    ("kancelista", "kancelisty"),
    ("pracownik", "pracownika"),
    ("pracownica", "pracownicy"),
    ("urzędnik", "urzędnika"),
    ("urzędniczka", "urzędniczki"),
    ("strażnik", "strażnika"),
    ("administrator", "administratora"),
    ("technik", "technika"),
    ("operator", "operatora"),
    ("robotnik", "robotnika"),
    ("kierowca", "kierowcy"),
    ("konserwator urządzeń", "konserwatora urządzeń"),
    ("geodeta", "geodety"),
    ("planista", "planisty"),
    ("goniec", "gońca"),
    ("sprzątaczka", "sprzątaczki"),
    ("woźny", "woźnego"),
    ("woźna", "woźnej"),
    ("dozorca", "dozorcy"),
    ("magazynier", "magazyniera"),
    ("maszynistka", "maszynistki"),
)

OUTSIDERS: Final = (
    ("prezes", "prezesa"),
    ("radny", "radnego"),
    ("radna", "radnej"),
    ("przewodniczący rady", "przewodniczącego rady"),
    ("przewodnicząca rady", "przewodniczącej rady"),
    ("sołtys", "sołtysa"),
    ("sołtyska", "sołtyski"),
    ("doradca", "doradcy"),
    ("doradczyni", "doradczyni"),
    ("konsultant", "konsultanta"),
    ("konsultantka", "konsultantki"),
    ("nauczyciel", "nauczyciela"),
    ("nauczycielka", "nauczycielki"),
    ("lekarz", "lekarza"),
    ("proboszcz", "proboszcza"),
    ("dzielnicowy", "dzielnicowego"),
    ("inspektor nadzoru budowlanego", "inspektora nadzoru budowlanego"),
    ("pracownik socjalny", "pracownika socjalnego"),
    ("pracownik firmy", "pracownika firmy"),
    ("przewodniczący sejmiku", "przewodniczącego sejmiku"),
    ("przewodnicząca sejmiku", "przewodniczącej sejmiku"),
    ("poseł", "posła"),
    ("senator", "senatora"),
    ("przedsiębiorca", "przedsiębiorcy"),
    ("właściciel", "właściciela"),
    ("właścicielka", "właścicielki"),
    ("ksiądz", "księdza"),
)
# Institutions that are not the office (domain.md §1.4 A18), folded.
OUTSIDE_ACRONYMS: Final = _words(
    """
    gops mops ops mgops mopr pcpr pup mup gup wup zgk zgkim zgkiw zuk zwik pwik mpwik
    mzk mpk gok mok mgok gck mck gbp mbp pbp dps pdps zdp pzd zdw mosir gosir osir wtz sds
    pinb winb gzeas gzo mzo zeas zeasip cuw ppp spzoz zoz psp osp zsp zso zsz krus zus kpp kppsp
    sanepid euroregion pihz
    """
)
# Patterns of words, folded, each to stand at the start of a word.
OUTSIDE_WORDS: Final = (
    r"szkol(?:a|y|e|om|ach)?\b",
    r"przedszkol",
    r"zlob(?:ek|k)",
    r"gimnazj",
    r"lice(?:um|a)\b",
    r"spolk",
    r"spolek\b",
    r"sp\.? ?z ?o\.? ?o\b",
    r"bibliote",
    r"dom\w* (?:kultury|pomocy|dziecka|samopomocy)",
    r"osrod(?:ek|k)",
    r"muze",
    r"szpital",
    r"przychodni",
    r"zaklad(?!ow)",
    r"przedsiebiorst",
    r"urzed\w* (?:pracy|skarbow|wojewodzk)",
    r"zarzad\w* drog",
    r"centrum (?:uslug|kultury|pomocy|integracji|ksztalcenia|zdrowia)",
    r"stowarzyszeni",
    r"fundacj",
    r"parafi(?:a|i|e)?\b",
    r"parafialn",
    r"policj",
    r"strazy pozarnej",
    r"firm(?:a|y)\b",
    r"instytucj\w* kultury",
    r"gospodarstw\w* (?:pomocnicz|domow)",
    r"sanitarn",
    r"weterynarii",
)
# Parts of the office itself: what follows such a word is a unit's field, not an institution.
UNITS: Final = _words("wydzial referat departament biur oddzial stanowisk")
# Parts of an office that are named by themselves, with none of the words above.
OTHER_PARTS: Final = _words(
    """
    zarzad kancelaria straz zespol centrum sekretariat samodzielne urzad archiwum pion dzial
    gabinet punkt kadry ksiegowosc pracownia inspektorat rada obsluga
    """
)

# Posts of several people at once, folded → of one of them, with what may stand beside such a post.
# „zastępcy” and „radcy” are one person's genitive as well, so they count before a colon alone.
PLURALS: Final = {
    **{
        fold(many): one
        for many, one in (
            ("kierownicy", "kierownik"),
            ("kierowniczki", "kierowniczka"),
            ("naczelnicy", "naczelnik"),
            ("dyrektorzy", "dyrektor"),
            ("zastępcy", "zastępca"),
            ("sekretarze", "sekretarz"),
            ("skarbnicy", "skarbnik"),
            ("komendanci", "komendant"),
            ("audytorzy", "audytor"),
            ("radcy", "radca"),
            ("rzecznicy", "rzecznik"),
            ("pełnomocnicy", "pełnomocnik"),
            ("koordynatorzy", "koordynator"),
            ("architekci", "architekt"),
            ("inspektorzy", "inspektor"),
            ("podinspektorzy", "podinspektor"),
            ("specjaliści", "specjalista"),
            ("referenci", "referent"),
            ("informatycy", "informatyk"),
            ("archiwiści", "archiwista"),
            ("asystenci", "asystent"),
            ("stażyści", "stażysta"),
            ("księgowi", "księgowy"),
            ("księgowe", "księgowa"),
            ("pracownicy", "pracownik"),
            ("urzędnicy", "urzędnik"),
            ("geodeci", "geodeta"),
            ("strażnicy", "strażnik"),
            ("sołtysi", "sołtys"),
            ("radni", "radny"),
            ("dyrektorki", "dyrektorka"),
            ("naczelniczki", "naczelniczka"),
            ("inspektorki", "inspektorka"),
        )
    }
}
ALL_OF_THEM: Final = _words("oboje obydwoje obaj obydwaj obie wszyscy wszystkie")
BESIDE_PLURALS: Final = {
    **{
        fold(many): one
        for many, one in (
            ("starsi", "starszy"),
            ("młodsi", "młodszy"),
            ("główni", "główny"),
            ("prawni", "prawny"),
            ("wewnętrzni", "wewnętrzny"),
            ("referatów", "referatu"),
            ("wydziałów", "wydziału"),
            ("departamentów", "departamentu"),
            ("oddziałów", "oddziału"),
            ("biur", "biura"),
            ("zespołów", "zespołu"),
            ("szkół", "szkoły"),
            ("jednostek", "jednostki"),
            ("organizacyjnych", "organizacyjnej"),
        )
    }
}

DEPUTIES: Final = ("zastępca", "zastępczyni")
DEPUTIES_IN_CASES: Final = (
    ("zastępca", "zastępcę"),
    ("zastępca", "zastępcy"),
    ("zastępczyni", "zastępczynię"),
)
VICE: Final = ("wice", "vice")
# Words before a post that do not change its class.
RANKS: Final = _words(
    """
    i ii iii iv pierwszy pierwsza drugi druga starszy starsza mlodszy mlodsza samodzielny
    samodzielna powiatowy powiatowa miejski miejska gminny gminna wojewodzki wojewodzka
    etatowy etatowa pierwszego drugiego powiatowego miejskiego gminnego wojewodzkiego
    starszego glowny glowna
    """
)

# Short forms: folded, without the dot → nominative, genitive (after a deputy or "p.o.").
SHORT_POSTS: Final = {
    "zast": ("zastępca", "zastępcy"),
    "z-ca": ("zastępca", "zastępcy"),
    "z-czyni": ("zastępczyni", "zastępczyni"),
    "zca": ("zastępca", "zastępcy"),
    "z.ca": ("zastępca", "zastępcy"),
    "burm": ("burmistrz", "burmistrza"),
    "prez": ("prezydent", "prezydenta"),
    "marsz": ("marszałek", "marszałka"),
    "sekr": ("sekretarz", "sekretarza"),
    "skarb": ("skarbnik", "skarbnika"),
    "skarbn": ("skarbnik", "skarbnika"),
    "dyr": ("dyrektor", "dyrektora"),
    "nacz": ("naczelnik", "naczelnika"),
    "kier": ("kierownik", "kierownika"),
    "kierow": ("kierownik", "kierownika"),
    "kom": ("komendant", "komendanta"),
    "przew": ("przewodniczący", "przewodniczącego"),
    "pełn": ("pełnomocnik", "pełnomocnika"),
    "aud": ("audytor", "audytora"),
    "gł": ("główny", "głównego"),
    "sam": ("samodzielne", "samodzielnego"),
    "st": ("starszy", "starszego"),
    "mł": ("młodszy", "młodszego"),
    "insp": ("inspektor", "inspektora"),
    "podinsp": ("podinspektor", "podinspektora"),
    "spec": ("specjalista", "specjalisty"),
    "księg": ("księgowy", "księgowego"),
    "stan": ("stanowisko", "stanowiska"),
    "ref": ("referent", "referenta"),
    "inf": ("informatyk", "informatyka"),
    "czł": ("członek", "członka"),
}
# Short forms of what follows a post; always in the genitive.
SHORT_UNITS: Final = {
    "ref": "referatu",
    "wydz": "wydziału",
    "dep": "departamentu",
    "departam": "departamentu",
    "oddz": "oddziału",
    "odz": "oddziału",
    "zesp": "zespołu",
    "gm": "gminy",
    "m": "miasta",
    "pow": "powiatu",
    "woj": "województwa",
    "zarz": "zarządu",
    "fin": "finansowego",
    "org": "organizacyjnego",
    "adm": "administracyjnego",
    "wewn": "wewnętrzny",
    "praw": "prawny",
}
SHORT_FORMS: Final = frozenset(map(fold, (*SHORT_POSTS, *SHORT_UNITS)))
# Words of what units do that lost their letters and can be nothing else; none is a name.
FIELDS_SPELLED: Final = _words(
    """
    dróg oświaty środowiska społecznych społecznej księgowości zamówień usług mieszkańców obsługi
    środków bezpieczeństwa współpracy własności działalności ludności ochrony płac kryzysowego
    zarządzania nieruchomości przestrzennego budżetu podatków opłat świadczeń funduszy
    przedsiębiorczości młodzieży działalność żywności łączności informacji urzędu mieszkaniowej
    rolnictwa
    """
)
# Words that give a post its shape but stay small in a capitalised one.
SMALL_WORDS: Final = _words(
    "i oraz ds. w we z ze na nad do dla a p.o. wz. im. pełniący pełniąca obowiązki zastępstwie"
)
ACRONYMS: Final = OUTSIDE_ACRONYMS | _words("usc ug um umig ugim umw rodo iod bhp bip szj iso")
