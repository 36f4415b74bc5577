"""Every word that a pasted list may be told by is known, each for what it says (domain.md §3.5)."""

import pytest

from conversations.pasted_list import ListedRole, Reading, WarningCode, read

ANNA = "Anna Lis – Skarbnik"
PAIR = [("Anna Lis", "Skarbnik"), ("Jan Kot", "Sekretarz")]


def named(reading: Reading) -> list[tuple[str, str | None]]:
    return [(each.person.full_name, each.person.position) for each in reading.people]


def roles(reading: Reading) -> list[str]:
    return [" ".join(sorted(each.roles)) for each in reading.people]


OTHERS_TELEPHONE = """
    Urząd · Starostwo · UG · UM · UMiG · Sekretariat · Kancelaria · Centrala ·
    Punkt obsługi · Biuro obsługi
"""
HEADS_OF_MAIL = """
    Od · Temat · Wysłano · Data · From · Sent · Subject · Dotyczy · Re · Fw · Odp · PD ·
    Reply-To · Date · Importance · Ważność · Do · DW · UDW · CC · BCC · To
"""
SIGNATURES = """
    Z poważaniem · Z wyrazami szacunku · Pozdrawiam · Z pozdrowieniami · Łączę wyrazy szacunku
"""
SENT_FROM = """
    Wysłane z iPhone'a · Sent from my phone · Pobierz aplikację Outlook · Get Outlook for Android ·
    Wiadomość jest przeznaczona dla Jana Kota
"""
GENERAL_MAILBOXES = """
    sekretariat · urzad · gmina · miasto · powiat · starostwo · ug · um · umig · ugim · sp · info ·
    biuro · poczta · kontakt · kancelaria · bok · boi · office · mail · admin · urzadgminy ·
    urzadmiasta · ratusz · promocja · usc · gci · organizacyjny · finanse · ksiegowosc · podatki ·
    kadry · oswiata · geodezja · inwestycje · drogi · komunikacja · srodowisko · rolnictwo ·
    budownictwo · architektura · zamowienia · przetargi · rada · gops · mops · ops · wojt ·
    burmistrz · starosta · prezydent · marszalek · sekretarz · skarbnik · informatyk · edukacja ·
    kultura · sport · mieszkaniowy · fundusze · rozwoj · zdrowie · pcpr · pup
"""
TITLES = """
    mgr/mgr · inz/inż. · lic/lic. · dr/dr · hab/hab. · prof/prof. · arch/arch. · lek/lek. ·
    wet/wet. · med/med. · mba/MBA · ing/inż. · mec/mec. · adw/adw. · kraj/kraj. · kpt/kpt. ·
    mjr/mjr
"""
ADDRESSED = """
    pan · pani · pana · panią · szanowny · szanowna · panu · panie · panem · kol. · kolega ·
    koleżanka · druh · druhna
"""
OF_NAMES = """
    von · van · der · den · de · di · da · la · le · el · del · du · zu · mac · mc · al · bin ·
    ibn · ten
"""
REMARKS = """
    zastępstwo · zastępuje · prosi · jeśli · jeżeli · ewentualnie · obecny · obecna · obecność ·
    uczestniczy · weźmie · przyjedzie · dojedzie · dojazd · nocleg · dieta · wegetarianin ·
    wegetarianka · rezerwa · rezerwowy · rezerwowa · urlop · zwolnienie · online · zdalnie ·
    stacjonarnie · kontakt · najlepiej · potwierdzić · potwierdzone · niepotwierdzone · uwaga
"""
IN_THE_TEAM = """
    przewodniczący · przewodnicząca · wiceprzewodniczący · wiceprzewodnicząca · członek ·
    członkini · lider · liderka
"""
VACANCIES = "wakat · vacat · wakujące · nieobecny · nieobecna · nieobsadzone"
DITTO = 'jak wyżej · jw · j.w · j.w. · jw. · -//- · -||- · " · -"- · ,, · //'
BEFORE_POST = """
    pełni funkcję · na stanowisku · jako · jest · będąca · będący · zatrudniona ·
    zatrudniony
"""
HARMLESS = """
    kierowca · samochód · autobus · dojazd · dojedzie · dojeżdża · parking · nocleg · hotel ·
    dieta · wegetarianka · weganka · bezglutenowa · bezmleczna ·
    zastępstwo · zastępuje · urlop · zwolnienie · online · zdalnie · stacjonarnie · emerytka ·
    dzwonić · nieobecna
"""
FOOTNOTES = """
    osoba · osoby · w · na · z · za · do · oraz · jest · będzie · pan · pani · dnia · stycznia ·
    lutego · marca · kwietnia · maja · czerwca · lipca · sierpnia · września · października ·
    listopada · grudnia
"""
PRIVATE = """
    PESEL · Data urodzenia · Zamieszkała · Adres · Dowód osobisty · Paszport · NIP
"""
NOBODY = """
    Osoba do kontaktu · Osoba kontaktowa · Prowadzi · Sporządził · Przygotował · Zatwierdził ·
    Sprawdził · Tytuł · Stopień · E-mail · Mail · Telefon · Kom. · Phone · Mobile · Wewn.
"""
NAMED_BY = """
    Nazwisko · Surname · Imię · Imiona · Uczestnik · Osoba · Pracownik · Kandydat · Name
"""
UNITS = "Wydział · Referat · Biuro · Departament · Dział · Oddział"
YES, NO = (
    "tak · t · x · + · 1 · v · yes · √ · ✓ · ✔ · ✔️ · ☑ · ✅",
    "nie · n · 0 · - · – · brak · no",
)
EDITORS = """
    Zespół redakcyjny · Zespół redagujący · Redaktorzy · ZR · Blok II · Blok 2 · Bl. II ·
    Lista: zespół redakcyjny · Skład zespołu redakcyjnego · Członkowie zespołu redakcyjnego ·
    Uczestnicy zespołu redakcyjnego · Kandydaci do zespołu redakcyjnego · Nasz zespół redakcyjny ·
    Zespół redakcyjny (max 4 osoby) · Zespół redakcyjny – szkolenie · Propozycja: ZR ·
    Szkolenie – blok II · Osoby do ZR · Limit ZR: 4
"""
STEERING = """
    Grupa sterująca · Komitet sterujący · Zespół wdrożeniowy · GS · ZS · Blok I · Blok 1 · Bl. I ·
    Lista grupy sterującej · Skład grupy sterującej · Pion sterujący
"""
PLENIPOTENTIARY = """
    Pełnomocnik · Pełnomocnik ds. SZJ · PSZJ · Pełnomocnik ISO · Pełnomocnik ds. jakości ·
    Pełnomocnik Wójta ds. systemu zarządzania jakością · Przedstawiciel kierownictwa ·
    Pełnomocnik Burmistrza ds. ISO 9001 · Pełnomocnik Starosty ds. SZJ ·
    Pełnomocnik Prezydenta ds. SZJ · Pełnomocnik Marszałka ds. SZJ
"""
ANNOUNCED = """
    Wyznaczamy · Powołujemy · Powołamy · Wskazujemy · Zgłaszamy · Zgłoszono · Delegujemy ·
    Proponujemy · Mianujemy · Upoważniamy · Ustanawiamy · Powierzamy · Kierujemy · Typujemy
"""
TAKING_PART = """
    wezmą udział · będą · są · wejdą · wchodzą · pojadą · jadą ·
    będą uczestniczyć · uczestniczą · reprezentują
"""


def words(text: str) -> list[str]:
    return " ".join(text.split()).split(" · ")


def shown_by_cp1252(text: str, encoding: str) -> str:
    """What a program shows that takes the bytes of a text for cp1252."""
    return "".join(
        bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)
        for byte in text.encode(encoding)
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250", "iso8859-2"])
@pytest.mark.parametrize("letter", "ąćęłńóśźżĄĆĘŁŃÓŚŻ")
def test_each_polish_letter_shown_as_something_else_is_read(letter: str, encoding: str) -> None:
    surname = f"Ka{letter}aska" if letter.islower() else f"KA{letter}ASKA"
    shown = shown_by_cp1252(f"Zofia {surname} - Skarbnik\nJan Kąłśćza - Sekretarz", encoding)
    assert [each.person.surname for each in read(shown).people] == [surname.title(), "Kąłśćza"]


def test_the_telephone_behind_an_office_is_nobodys() -> None:
    for word in words(OTHERS_TELEPHONE):
        (listed,) = read(f"{ANNA}\n{word} w Testowie tel. 81 123 45 67").people
        assert listed.person.phone is None, word


def test_whoever_stands_in_the_head_of_a_mail_is_not_of_its_list() -> None:
    for word in words(HEADS_OF_MAIL):
        reading = read(f"{word}: Jan Kot <jan.kot@example.org>\n{ANNA}")
        assert named(reading) == PAIR[:1], word


def test_whoever_signs_a_mail_is_not_of_its_list() -> None:
    for word in words(SIGNATURES):
        for signed in (f"{word}\nJan Kot\nSekretarz", f"{word}, Jan Kot"):
            assert named(read(f"{ANNA}\n{signed}")) == PAIR[:1], signed


def test_what_a_program_adds_below_a_mail_is_nobody_and_nobody_is_asked_about_it() -> None:
    for line in words(SENT_FROM):
        reading = read(f"{ANNA}\n{line}")
        assert (named(reading), reading.questions, reading.skipped) == (PAIR[:1], (), (line,)), line


def test_the_mailbox_of_many_is_told_to_be_one() -> None:
    for word in words(GENERAL_MAILBOXES):
        for address in (f"{word}@example.org", f"{word.upper()}@example.org"):
            found = [each.code for each in read(f"{ANNA}, {address}").warnings]
            assert found == [WarningCode.ADRES_OGOLNY], address


def test_a_title_is_kept_beside_the_name_as_it_is_written() -> None:
    for pair in words(TITLES):
        typed, written = pair.split("/")
        for line in (f"{typed}. {ANNA}", f"{typed.upper()} Anna Lis – Skarbnik"):
            (listed,) = read(line).people
            assert (listed.person.full_name, listed.person.title) == ("Anna Lis", written), line


def test_a_form_of_address_is_no_part_of_the_name() -> None:
    for word in words(ADDRESSED):
        for typed in (word, word.capitalize()):
            assert named(read(f"{typed} {ANNA}")) == PAIR[:1], typed


def test_a_particle_is_a_part_of_the_surname() -> None:
    for word in words(OF_NAMES):
        assert read(f"Jan {word} Kot – Skarbnik").people[0].person.surname == f"{word} Kot", word


def test_a_remark_beside_somebody_is_no_post_and_is_not_lost() -> None:
    for remark in (*(f"{word} jutro" for word in words(REMARKS)), *words(IN_THE_TEAM)):
        reading = read(f"{ANNA}, {remark}")
        left = [each.text for each in reading.leftovers]
        assert (named(reading), left) == (PAIR[:1], [remark]), remark


def test_a_vacant_post_is_nobody_and_nobody_is_asked_about_it() -> None:
    for word in words(VACANCIES):
        for line in (f"Sekretarz – {word}", f"{word.upper()} – Sekretarz"):
            reading = read(f"{ANNA}\n{line}")
            assert (named(reading), reading.questions) == (PAIR[:1], ()), line


def test_as_above_is_the_post_above_however_it_is_written() -> None:
    for word in words(DITTO):
        assert named(read(f"{ANNA}\nJan Kot – {word}")) == [PAIR[0], ("Jan Kot", "Skarbnik")], word


def test_what_leads_to_a_post_is_none_of_it() -> None:
    for word in words(BEFORE_POST):
        assert named(read(f"Anna Lis, {word} Skarbnik")) == PAIR[:1], word


def test_a_star_for_a_journey_or_a_meal_puts_nobody_in_a_part_of_the_list() -> None:
    for word in words(HARMLESS):
        reading = read(f"Anna Lis* – Skarbnik\nJan Kot – Sekretarz\n* {word}")
        assert (named(reading), roles(reading), reading.questions) == (PAIR, ["", ""], ()), word


def test_a_star_is_of_the_editors_whatever_its_footnote_says_beside_that() -> None:
    for word in words(FOOTNOTES):
        reading = read(f"Anna Lis* – Skarbnik\nJan Kot – Sekretarz\n* {word} zespół redakcyjny")
        assert roles(reading) == [ListedRole.EDITORIAL, ""], word


def test_what_nobody_asked_for_is_never_repeated() -> None:
    for word in words(PRIVATE):
        reading = read(f"{ANNA}\n{word}: ABC 123456")
        assert [each.code for each in reading.warnings] == [WarningCode.DANE_NADMIAROWE], word
        assert "123456" not in repr(reading), word


def test_a_label_tells_whose_name_stands_behind_it() -> None:
    for word in words(NAMED_BY):
        assert named(read(f"{word}: Anna Lis")) == [("Anna Lis", None)], word
    for word in words(NOBODY):
        assert named(read(f"{word}: Anna Lis")) == [], word


def test_a_column_of_units_belongs_to_the_posts() -> None:
    for word in words(UNITS):
        rows = "Anna Lis\tFinansów\tKierownik\nJan Kot\tOświaty\tKierownik"
        found = named(read(f"Imię i nazwisko\t{word}\tStanowisko\n{rows}"))
        posts = [f"Kierownik, {word} {field}" for field in ("Finansów", "Oświaty")]
        assert found == [("Anna Lis", posts[0]), ("Jan Kot", posts[1])], word


def test_a_column_of_the_editors_is_ticked_or_is_not() -> None:
    for typed, role in (*((w, "REDAKCYJNY") for w in words(YES)), *((w, "") for w in words(NO))):
        rows = f"Anna Lis\tSkarbnik\t{typed}\nJan Kot\tSekretarz\ttak"
        reading = read(f"Imię i nazwisko\tStanowisko\tZR\n{rows}")
        assert (named(reading), roles(reading)) == (PAIR, [role, "REDAKCYJNY"]), typed


def test_a_tick_before_a_name_is_a_bullet_and_one_behind_it_says_nothing() -> None:
    for line in (f"✓ {ANNA}", f"✅\t{ANNA}", f"{ANNA} ✔"):
        reading = read(line)
        assert (named(reading), roles(reading), reading.leftovers) == (PAIR[:1], [""], ()), line


@pytest.mark.parametrize(
    ("headings", "role"),
    [(EDITORS, "REDAKCYJNY"), (STEERING, ""), (PLENIPOTENTIARY, "PELNOMOCNIK")],
)
def test_a_part_of_the_list_has_many_names(headings: str, role: str) -> None:
    for heading in words(headings):
        for typed in (heading, heading.upper(), f"{heading}:"):
            reading = read(f"{typed}\n{ANNA}")
            assert (named(reading), roles(reading)) == (PAIR[:1], [role]), typed
            assert reading.sections, typed


def test_whom_a_sentence_appoints_is_of_the_list() -> None:
    for word in words(ANNOUNCED):
        assert named(read(f"{word} Annę Lis – Skarbnika")) == PAIR[:1], word
    for word in words(TAKING_PART):
        reading = read(f"W szkoleniu {word} Anna Lis i Jan Kot")
        assert [name for name, _ in named(reading)] == ["Anna Lis", "Jan Kot"], word


def test_every_polish_letter_is_read_in_the_encodings_that_mails_break_it_in() -> None:
    broken = {
        (letter, codec): "".join(
            bytes([byte]).decode(codec, errors="ignore") or chr(byte) for byte in letter.encode()
        )
        for letter in "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
        for codec in ("cp1250", "cp1252", "latin-1")
    }
    broken |= {
        (letter, "cp1250 as cp1252"): letter.encode("cp1250").decode("cp1252")
        for letter in "ąćęłńóśźżĄĆĘŁŃÓŚŻ"
    }
    for (letter, codec), shown in broken.items():
        surname = f"Gu{letter}mak" if letter.islower() else f"{letter}umak"

        reading = read(f"Jan {surname.replace(letter, shown)} – Skarbnik")

        assert [each.person.surname for each in reading.people] == [surname], (letter, codec)
