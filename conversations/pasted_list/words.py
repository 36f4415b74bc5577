"""Words that tell the lines and pieces of a pasted list apart, as plain data, folded.

Source: domain.md §3.5 (what people paste). Nothing is decided here.
"""

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What `skipped` says instead of repeating data that nobody asked for (product.md, `read --json`).
DISCARDED: Final = "[usunięto dane nadmiarowe]"

# Folded title, without the dot → as it is written.
TITLES: Final = {
    "mgr": "mgr",
    "inz": "inż.",
    "lic": "lic.",
    "dr": "dr",
    "hab": "hab.",
    "prof": "prof.",
    "arch": "arch.",
    "lek": "lek.",
    "wet": "wet.",
    "med": "med.",
    "mba": "MBA",
    "ing": "inż.",
    "mec": "mec.",
    "adw": "adw.",
    "kraj": "kraj.",
    "kpt": "kpt.",
    "mjr": "mjr",
}
HONORIFICS: Final = _words(
    "pan pani pana pania p sz szanowny szanowna panu panie panem kol kolega kolezanka druh druhna"
)
FORMS_OF_ADDRESS: Final = _words("pan pani p pana pania panu panem")
FORMAL_IN_OTHER_CASES: Final = _words("pana pania panu panem")
# What appoints or proposes, so that whom it names follows in the accusative.
ANNOUNCING_STEMS: Final = (
    *("wyznacz", "powolu", "powola", "wskaz", "zglasz", "zglosz", "delegu", "proponu", "mianu"),
    *("upowazni", "ustanaw", "powierz", "kieruj", "typuj", "typow"),
)
PARTICLES: Final = _words("von van der den de di da la le el del du zu mac mc al bin ibn ten")
SURNAME_ENDINGS: Final = tuple(
    _words("ski ska cki cka dzki dzka wicz czyk uk enko ak yszyn ec acz arz ycz icz ow owa")
)

# Words that no name is made of. A name may still be one of them beside a known given name.
NOT_NAMES: Final = _words("""
    dzien dobry dobra dobranoc witam witaj czesc hej halo siema szanowni szanowna szanowny
    panstwo panstwa panstwu pozdrawiam pozdrowienia serdecznie powazaniem wyrazami szacunku
    szacunkiem dziekuje dziekujemy dzieki prosze prosimy przepraszam uprzejmie niniejszym
    zalaczeniu zalacznik przesylam przesylamy zglaszam zglaszamy wyznaczam powoluje wskazuje
    proponuje deleguje informuje lista liste sklad zespol zespolu zespoly grupa grupy grupe
    sterujaca sterujacej redakcyjny redakcyjnego blok bloku urzad urzedu gmina gminy gmine
    miasto miasta miejski miejskiego powiat powiatu powiatowy powiatowego starostwo starostwa
    wojewodztwo wojewodztwa uczestnicy uczestnik uczestnikow osoby osob osoba szkolenie
    szkolenia szkolen projekt projektu iso norma normy szj termin kto kogo komu co czego czemu
    jak jaki jaka jakie kiedy gdzie czy dlaczego ile ilu jest sa bedzie beda byl byla nie tak
    ok okej dobrze super jeszcze brakuje brak braku zmien usun dodaj dopisz wykresl wykreslic
    popraw zapisz zamiast w we na do od z ze za po przez przy pod nad dla o u i a ale lub albo
    oraz ani ze aby zeby bo to ten ta te tego tej tym tych ja my wy on ona oni nam nas wam was
    mi mnie moj moja moje nasz nasza nasze status stan pomoc start anuluj dalej wstecz gotowe
    zatwierdz wyslij wroc kontynuuj koniec stop menu help zarzadzenie zarzadzenia uchwala nr
    dnia dotyczy temat re fw fwd data wyslano tel fax faks telefon mail email ul ulica www
    http https wakat nieobecny nieobecna vacat ustalenia uzupelnienia wydzial wydzialu referat
    referatu biuro biura departament oddzial limit limitu miejsc miejsca miejsce rok roku
    kwartal razem ogolem suma tabela tabeli kolumna kolumny pkt punkt informacja informacji
    wiadomosc wiadomosci tresc poufne imie imiona nazwisko stanowisko funkcja podpis uwagi lp
    pesel adres moze mozna trzeba musi mozemy mam mamy macie maja chce chcemy chcialbym
    chcialabym wiem wie robic zrobic podac podaje podajemy teraz dzis dzisiaj jutro wczoraj
    pozniej juz tylko tez rowniez takze bardzo wszystko wszyscy pierwszy drugi trzeci hello hi
    good morning thanks thank you please yes no the is are who what kadry kadra kierownicza
    kierownictwo jednostka jednostki organizacyjna organizacyjne zakladowy ustawa ustawy
    rozporzadzenie bip pdf excel word plik pliku unia unii europejska europejski
    rzeczpospolita polska polskiej polski projekcie zgloszenie zgloszenia propozycja
    propozycje spotkanie spotkania wtorek sroda czwartek piatek sobota niedziela poniedzialek
    serwus jasne polecenie komenda ustawienia dane anulowano zapisano test halo jeden dwa trzy
    cztery piec osmiu ug um umig ugim umw usc gs zr zs
    """)
# What the words of a unit's field end in, and those of names hardly ever.
OF_A_FIELD: Final = re.compile(
    r"(?:(?<=\w{3})(?:ej|ych|(?<!v)ich|ów|nia)|ości|ctwa|stwa|cji|rodowiska)$"
)
# What begins a remark beside a person: no post begins so, and no name.
REMARK_OPENERS: Final = _words("""
    zastepstwo zastepuje zastapi zamiast prosi prosze prosimy od do po tylko nie jesli jezeli
    ewentualnie obecny obecna obecnosc uczestniczy wezmie przyjedzie dojedzie dojazd nocleg dieta
    wegetarianin wegetarianka rezerwa rezerwowy rezerwowa urlop zwolnienie online zdalnie
    stacjonarnie kontakt najlepiej potwierdzic potwierdzone niepotwierdzone uwaga uwagi
    """)
# Posts that are of no department, though they may make up a bureau of their own (§3.4, class C).
STANDING_ALONE_STEMS: Final = (
    *("radca", "radczyni", "audytor", "informatyk", "iod", "abi", "rzeczni", "samodzieln"),
    *("inspektor ochrony danych", "pelnomocni", "asystent", "doradc"),
)
# Who somebody is in the team itself: no post, and left beside the person.
TEAM_ROLES: Final = _words("""
    przewodniczacy przewodniczaca wiceprzewodniczacy wiceprzewodniczaca czlonek czlonkini
    czlonkowie lider liderka
    """)
STAND_IN_STEMS: Final = (
    *("zastep", "zastap", "nieobecn", "zamian", "rezerw", "ewentual", "zmienni", "kontakt"),
    "inform",
)
# What a star beside a name may mean without putting its bearer in a part of the list.
HARMLESS_STEMS: Final = tuple(
    _words("""
    kierowc samoch autobus dojazd dojed dojezd parking nocleg hotel dieta diete diety weget wegan
    bezgluten bezmlecz zastepstw zastepuj urlop zwolnien online zdaln stacjonarn emeryt telefon
    dzwon kontakt nieobecn
    """)
)
FOOTNOTE_FILLERS: Final = _words("""
    osoba osoby w na z za do i oraz jest bedzie prosi pan pani dnia dniu stycznia lutego marca
    kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
    """)
POST_FOLLOWS: Final = _words(
    "funkcje stanowisko stanowisku jako jest to bedaca bedacy zatrudniona zatrudniony"
)
LINKING_VERBS: Final = _words(
    "bedzie zostaje zostanie zostal zostala jest beda sa wejda wejdzie wchodza wchodzi pelnic pelni"
    " obejmie"
)
# What somebody does who is of the team.
TAKING_PART_STEMS: Final = (
    *("uczestnicz", "pokier", "kierow", "poprowadz", "prowadz", "wezm", "bierz", "dolacz"),
    *("wejd", "wchod", "pojed", "jedz", "reprezent", "tworz", "znajd", "pracuj", "pracow", "nalez"),
)
# What several people do, and none alone.
SEVERAL_DO: Final = _words(
    "beda sa wejda wchodza wezma biora tworza znajda pracuja naleza zostana zostaja pojada jada"
)
# What a sentence has before the names that it lists: „w szkoleniu wezmą udział Anna Kowalczyk”.
LISTING_WORDS: Final = LINKING_VERBS | _words(
    "udzial pojada pojedzie jada jedzie uczestniczyc uczestnicza uczestniczy reprezentuja osoby"
)
# What else a sentence has that puts somebody in a part; any other word may deny or delay that.
IN_SENTENCES_OF_PARTS: Final = _words("""
    poz pkt nr lp ktore ktorzy redakcji blok bloku w we do na z ze i a oraz jako to jest ten ta ja
    tez takze rowniez tylko prosze prosimy funkcje funkcja roli role
    """)
# What may stand beside „wszyscy” and leaves it a whole group; „kierownicy” or „jutro” does not.
BESIDE_EVERYBODY: Final = _words("""
    to sa beda bedzie jest wejda wchodza wchodzi tworza tworzyc stanowia naleza w we do z ze i oraz
    co jak na takze tez rowniez osoby osob osoba sklad skladu czlonkowie uczestnicy wyzej powyzej
    powyzsi wskazani wskazane lista listy liscie blok bloku ii 2 1 gs zr zs sam sama same sami w/w
    ww jw
    """)
# What begins a sentence of whoever sends the list, behind one that names somebody.
OF_THE_SENDER: Final = _words("""
    prosze prosimy dziekuje dziekujemy dzieki pozdrawiam pozdrawiamy przepraszam szkolenie spotkanie
    """)
# Behind these stands whom a school is named after, and nobody of the list.
NAMED_AFTER: Final = frozenset({"im", "imienia"})
VACANCIES: Final = _words("wakat vacat wakujace nieobecny nieobecna nieobsadzone")
DITTO: Final = _words('jakwyzej jw j.w j.w. jw. -//- -||- " -"- ,, //')

# What is told with these words is no post: „stanowiska dosłane będą jutro”.
SAYING_WHEN: Final = _words(
    "sie jutro pojutrze dzisiaj dzis wkrotce pozniej potem niebawem jeszcze nadal juz mozna mozliwe"
)
# Who says so names nobody yet: „skład podamy w późniejszym terminie”.
LATER_STEMS: Final = (
    *("poda", "pozni", "ustal", "uzupeln", "zostan", "jeszcze", "brak", "dosl", "przesl", "nie"),
    *("termin", "kolejn", "przekaz", "prosz", "prosim"),
)

# What no message opens with, unlike „pozdrawiam”.
CLOSINGS: Final = ("z powazaniem", "z wyrazami szacunku", "lacze wyrazy")
# What follows the thanks is whose mail it is, no list.
SIGNATURES: Final = (
    "z powazaniem",
    "z wyrazami szacunku",
    "pozdrawiam",
    "z pozdrowieniami",
    "lacze wyrazy",
    "-- ",
    "zatwierdzam",
    "zatwierdzil",
    "podpisa",
    "z up.",
    "z upowaznienia",
    "dokument podpisan",
)
MAIL_LABELS: Final = _words(
    "od temat wyslano data from sent subject dotyczy re fw odp pd reply-to date importance waznosc"
)
ADDRESSEE_LABELS: Final = _words("do dw udw cc bcc to")
SENT_FROM: Final = ("wyslane z ", "sent from ", "pobierz aplikacje ", "get outlook ")
DISCLAIMER: Final = "wiadomosc jest przeznaczona"

GENERAL_MAILBOXES: Final = _words("""
    sekretariat urzad gmina miasto powiat starostwo ug um umig ugim sp info biuro poczta
    kontakt kancelaria bok boi office mail admin urzadgminy urzadmiasta ratusz promocja usc gci
    organizacyjny finanse ksiegowosc podatki kadry oswiata geodezja inwestycje drogi komunikacja
    srodowisko rolnictwo budownictwo architektura zamowienia przetargi rada gops mops ops wojt
    burmistrz starosta prezydent marszalek sekretarz skarbnik informatyk edukacja kultura sport
    mieszkaniowy fundusze rozwoj zdrowie pcpr pup
    """)

# Whose telephone stands behind such a line, though a person is named above it.
OFFICES: Final = ("urzad", "starostwo", "ug ", "um ", "umig ")
SECRETARIATS: Final = ("sekretariat", "kancelaria", "centrala", "punkt obslugi", "biuro obslugi")

# A field and the words, folded, that a heading or label names it by; a „$” ends a whole word. The
# first field that fits is meant.
FIELD_WORDS: Final = tuple(
    (field, tuple(words.split()))
    for field, words in {
        "email": "mail email e-mail poczta$",
        "superfluous": "pesel urodz zamieszk adres dowod paszport nip$",
        "contact": "kontaktu$ kontaktowa$ prowadzi$ sporzadzil przygotowal zatwierdzil sprawdzil",
        "surname": "nazwisk surname$ last$",
        "given": "imie$ imiona$ imion$ first$",
        "title": "tytul stopien$",
        "position": "stanowisko$ funkcja$ position$ title$",
        "extension": "wew$ wewn$ wewnetrzny$ wewnetrznego$",
        "phone": "tel$ telefon kom$ komorkowy$ kontakt phone$ mobile$",
        "any_unit": "komorka$ jednostka$",
        "editorial": "zr$ redakcyjn redaguj ii$",
        "steering": "gs$ zs$ steruj blok$ bl$",
        "plenipotentiary": "pelnomocnik pszj$",
        "room": "pokoj pok$",
        "ignored": "uwagi$ podpis urzad$ data$ szkolenie$ obecnosc$",
        "name": "uczestnik$ uczestnika$ osoba$ pracownik$ kandydat$ name$ fn$",
        "number": "lp$ l$ nr$ poz$ pozycja$ numer$",
    }.items()
)
UNIT_FIELDS: Final = _words("wydzial referat biuro departament dzial oddzial wydzialy")
HEADING_FILLERS: Final = _words("""
    i e p oraz do sluzbowe sluzbowy sluzbowa sluzbowego organizacyjna zajmowane pelniona miejsce
    naukowy zawodowy sprawe uczestnika osoby szkolenia pracownika
    """)
NO_MARKS: Final = _words("nie n 0 - – brak no")
YES_MARKS: Final = _words("tak t x + 1 v yes √")

# Words that headings of the three parts consist of; other words make a line no heading.
HEADING_WORDS: Final = _words("""
    sklad skladzie lista czlonkowie czlonek uczestnicy uczestnikow kandydaci kandydat osoby
    osob osoba propozycja nasz nasza w do na od blok bloku bl i ii 1 2 gs zs zr grupa grupy
    grupe steruj zespol zespolu komitet pilotowy pelnomocnik pelnomocnika pszj ds szj iso
    jakosci systemu zarzadzania jakoscia 9001 szkolenie szkolenia szkolen urzedu spraw oraz
    limit max maks pion wojta burmistrza prezydenta starosty marszalka przedstawiciel
    przedstawiciela kierownictwa takze rowniez jednoczesnie zarazem
    red peln oba obu obie obydwa obydwie bloki blokach blokow zespoly zespolach grupach udzial
    """)
BOTH: Final = _words("oba obu obie obydwa obydwie")
HEADS_OF_OFFICE: Final = _words("wojta burmistrza prezydenta starosty marszalka")
STEERING_STEMS: Final = ("steruj", "wdrozeniow")
# Of several people, never of one.
EDITORS_STEMS: Final = ("redaktorz", "redaktoram", "redaktorow")
EDITORIAL_STEMS: Final = ("redakcyjn", "redakcja", "redaguj", *EDITORS_STEMS)
PLENIPOTENTIARY_STEMS: Final = ("pelnomocnik", "pszj")
QUALITY_WORDS: Final = _words("szj iso jakosci jakoscia systemu zarzadzania 9001")
