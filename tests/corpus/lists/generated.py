"""Lists made up at random: people, posts and layouts that nobody tuned the reader on.

A list comes with the reading it must have. The people are clear by intention: whoever reads the
list aloud knows which word is the surname, so none may be asked about.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from unicodedata import normalize

from conversations.people import Person
from tests.corpus.lists import Case, Expected

_WOMEN_IN_USE = """
Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Magdalena Elżbieta Joanna Aleksandra
Zofia Monika Teresa Danuta Natalia Karolina Marta Julia Beata Dorota Janina Jadwiga Alicja Jolanta
Irena Halina Grażyna Iwona Bożena Paulina Justyna Hanna Urszula Sylwia Renata Wiesława Patrycja
Helena Wanda Aneta Kinga Emilia Izabela Stanisława Marianna Henryka Oksana Genowefa Zdzisława
Regina Lucyna Kazimiera Edyta Weronika Bogumiła Sabina Łucja Róża Aurelia Celina Longina Wiera
Ludmiła Nadzieja Bernadeta Honorata Żaneta Klaudia Dobrosława Pelagia Tatiana Raisa Świetlana
"""
_MEN_IN_USE = """
Jan Andrzej Piotr Krzysztof Stanisław Tomasz Paweł Józef Marcin Marek Michał Grzegorz Jerzy Tadeusz
Adam Łukasz Zbigniew Ryszard Dariusz Henryk Mariusz Kazimierz Wojciech Robert Mateusz Marian Rafał
Jacek Janusz Mirosław Maciej Sławomir Jarosław Kamil Wiesław Roman Władysław Jakub Artur Zdzisław
Edward Mieczysław Damian Dawid Przemysław Sebastian Czesław Leszek Daniel Waldemar Bartłomiej
Sergiusz Włodzimierz Mikołaj Bazyli Eugeniusz Wacław Zenon Bohdan Ireneusz Remigiusz Żelisław
Anatol Cezary Ignacy Konstanty Jędrzej Ziemowit Wasyl Orest Eligiusz Wit Hieronim Ambroży
"""
# As a man bears it, as a woman does.
_SURNAMES_IN_USE = """
Kowalski/Kowalska Nowicki/Nowicka Wiśniewski/Wiśniewska Jabłoński/Jabłońska Rzeszutek/Rzeszutek
Zawadzki/Zawadzka Dziedzic/Dziedzic Brzęczyszczykiewicz/Brzęczyszczykiewicz Gzik/Gzik Ćma/Ćma
Szczepańczuk/Szczepańczuk Iwaniuk/Iwaniuk Hryniewiecki/Hryniewiecka Ostapenko/Ostapenko Żbik/Żbik
Kuźma/Kuźma Bakuła/Bakuła Pietruczuk/Pietruczuk Olszewski/Olszewska Dąb/Dąb Głaz/Głaz Łaz/Łaz
Wojewoda/Wojewoda Starosta/Starosta Sołtys/Sołtys Wójtowicz/Wójtowicz Marszałek/Marszałek
Słowikowski/Słowikowska Mickiewicz/Mickiewicz Trzaskowski/Trzaskowska Okoń/Okoń Ożóg/Ożóg Pyć/Pyć
Krzyk/Krzyk Szadkowski/Szadkowska Źdźbło/Źdźbło Wołk/Wołk Bury/Bura Cichy/Cicha Kłusak/Kłusak
Świerk/Świerk Zdrojewski/Zdrojewska Rębacz/Rębacz Gałązka/Gałązka Dzięcioł/Dzięcioł Hajduk/Hajduk
Jaworski/Jaworska Kapuściński/Kapuścińska Lech-Nowak/Lech-Nowak Oleksiuk/Oleksiuk
Marciniak-Wilk/Marciniak-Wilk Paź/Paź Rój/Rój Skwarek/Skwarek Tchórz/Tchórz Ubysz/Ubysz
Wlazły/Wlazła Zgoda/Zgoda Żądło/Żądło Niedziela/Niedziela Miś/Miś Kwas/Kwas Jeż/Jeż Hałas/Hałas
Gęsior/Gęsior Fijoł/Fijoł Drozdowski/Drozdowska Chrząszcz/Chrząszcz Byk/Byk Buła/Buła Aszyk/Aszyk
Zuk/Zuk
Pop/Pop Diakun/Diakun Chwedoruk/Chwedoruk Bondaruk/Bondaruk Schmidt/Schmidt Wagner/Wagner Ney/Ney
"""
_WOMEN = _WOMEN_IN_USE.split()
_MEN = _MEN_IN_USE.split()
_SURNAMES = [tuple(pair.split("/")) for pair in _SURNAMES_IN_USE.split()]
# As stored, its class, as people type it.
_POSTS = (
    (
        "Sekretarz Gminy",
        "A",
        ("Sekretarz Gminy", "sekretarz gminy", "Sekr. Gminy", "Sekretarz gminy"),
    ),
    ("Skarbnik", "A", ("Skarbnik", "skarbnik", "Skarb.")),
    ("Zastępca Wójta", "A", ("Zastępca Wójta", "Z-ca Wójta", "zast. wójta", "zastępca wójta")),
    ("Wicestarosta", "A", ("Wicestarosta", "wicestarosta", "V-ce Starosta")),
    ("Skarbnik Powiatu", "A", ("Skarbnik Powiatu", "skarbnik powiatu", "Skarbnik pow.")),
    ("Członek Zarządu", "A", ("Członek Zarządu", "członek zarządu")),
    ("Kierownik USC", "B", ("Kierownik USC", "kierownik USC", "Kier. USC", "KUSC")),
    (
        "Kierownik Referatu Finansowego",
        "B",
        ("Kierownik Referatu Finansowego", "kier. ref. finansowego", "Kierownik Ref. Finansowego"),
    ),
    ("Naczelnik Wydziału Oświaty", "B", ("Naczelnik Wydziału Oświaty", "nacz. wydz. oświaty")),
    (
        "Dyrektor Departamentu Rolnictwa",
        "B",
        ("Dyrektor Departamentu Rolnictwa", "Dyr. Dep. Rolnictwa"),
    ),
    ("Geodeta Powiatowy", "B", ("Geodeta Powiatowy", "geodeta powiatowy")),
    ("p.o. Kierownika Referatu Rolnictwa", "B", ("p.o. Kierownika Referatu Rolnictwa",)),
    (
        "Kierownik Referatu Budownictwa i Gospodarki Komunalnej",
        "B",
        (
            "Kierownik Referatu Budownictwa i Gospodarki Komunalnej",
            "Kier. Ref. Budownictwa i Gospodarki Komunalnej",
        ),
    ),
    ("Audytor wewnętrzny", "C", ("Audytor wewnętrzny",)),
    ("radca prawny", "C", ("radca prawny",)),
    (
        "główny specjalista ds. promocji",
        "C",
        ("główny specjalista ds. promocji", "gł. spec. ds. promocji"),
    ),
    ("inspektor ds. kadr", "D", ("inspektor ds. kadr",)),
    ("st. insp.", "D", ("st. insp.",)),
    ("podinspektor", "D", ("podinspektor",)),
    ("informatyk", "D", ("informatyk",)),
    ("Kierownik GOPS", "E", ("Kierownik GOPS",)),
    ("Dyrektor Szkoły Podstawowej", "E", ("Dyrektor Szkoły Podstawowej",)),
)
_TITLES = ("mgr", "mgr inż.", "dr", "inż.", "lic.", "dr inż.", "dr hab.")


@dataclass(frozen=True)
class Made:
    """A made-up person: what must be read, and the post as typed."""

    person: Person
    position_class: str
    typed_post: str
    feminine: bool


def made_list(seed: int) -> Case:
    """A list of two to nine people in one layout, with whatever comes with such a list."""
    random = Random(seed)
    layout = random.choice(LAYOUTS)
    text, people, skipped = layout(random, made_people(random, random.randint(2, 9)))
    text, before, after = _wrapped(random, text)
    disturb = _disturbance(random)
    return Case(
        name=f"{layout.__name__} {seed}",
        text=disturb(text),
        people=tuple(expected(each) for each in people),
        questions=(),
        warnings=(),
        skipped=tuple(disturb(line).strip() for line in (*before, *skipped, *after)),
    )


def doubtful_list(seed: int) -> Case:
    """A list of people each of whom must be asked about: the text does not say enough."""
    random = Random(seed)
    doubt = random.choice(DOUBTS)
    text, people = doubt(random, made_people(random, random.randint(2, 6)))
    return Case(
        name=f"{doubt.__name__} {seed}",
        text=text,
        people=tuple(replace(expected(each), questions=("?",)) for each in people),
        questions=(),
        warnings=(),
        skipped=(),
    )


def made_people(random: Random, count: int) -> list[Made]:
    made: dict[str, Made] = {}
    while len(made) < count:
        each = _somebody(random)
        made.setdefault(each.person.surname, each)
    return list(made.values())


def _somebody(random: Random) -> Made:
    feminine = random.random() < 0.5
    pool = _WOMEN if feminine else _MEN
    given = random.choice(pool)
    if random.random() < 0.1:
        given += " " + random.choice([name for name in pool if name != given])
    surname = random.choice(_SURNAMES)[feminine]
    if random.random() < 0.08:
        surname += "-" + random.choice(_SURNAMES)[feminine].split("-")[0]
    stored, letter, typed = random.choice(_POSTS)
    ascii_name = _plain(given.split()[0][0] + "." + surname.split("-")[0])
    person = Person(
        given,
        surname,
        title=random.choice(_TITLES) if random.random() < 0.3 else None,
        position=stored,
        email=f"{ascii_name}@ug.przykladowo.example" if random.random() < 0.5 else None,
        phone=f"+48{random.randint(410, 899)}{random.randint(0, 999999):06}",
        extension=str(random.randint(10, 99)) if random.random() < 0.3 else None,
    )
    return Made(person, letter, random.choice(typed), feminine)


def _plain(text: str) -> str:
    return text.lower().translate(str.maketrans("ąćęłńóśźż", "acelnoszz"))


def _without(made: Made, *fields: str) -> Made:
    changes = dict.fromkeys(fields)
    person = Person(**{**_values(made.person), **changes})  # type: ignore[arg-type]
    return Made(
        person, made.position_class if person.position else "?", made.typed_post, made.feminine
    )


def _values(person: Person) -> dict[str, str | None]:
    return {name: getattr(person, name) for name in Person.__slots__}


def _phone(random: Random, person: Person) -> str:
    digits = (person.phone or "")[3:]
    area, rest = digits[:2], digits[2:]
    written = random.choice(
        (
            f"{area} {rest[:3]} {rest[3:5]} {rest[5:]}",
            f"({area}) {rest[:3]}-{rest[3:5]}-{rest[5:]}",
            f"{digits[:3]} {digits[3:6]} {digits[6:]}",
            f"+48 {digits[:3]} {digits[3:6]} {digits[6:]}",
            f"{digits[:3]}-{digits[3:6]}-{digits[6:]}",
            f"0{area}/{rest}",
            digits,
        )
    )
    if person.extension:
        written += random.choice((" w. ", " wew. ", " wewn. ")) + person.extension
    return written


def _contacts(random: Random, person: Person) -> list[str]:
    label = random.choice(("", "tel. ", "tel.: "))
    mail = random.choice(("", "", "e-mail: "))
    return [
        label + _phone(random, person),
        *([mail + person.email] if person.email else []),
    ]


def written_name(random: Random, made: Made, *, order: str) -> str:
    person = made.person
    surname = person.surname.upper() if order in ("CAPS first", "CAPS last") else person.surname
    name = f"{surname} {person.given}" if order.endswith("first") else f"{person.given} {surname}"
    polite = ("Pani " if made.feminine else "Pan ") if random.random() < 0.1 else ""
    title = f"{person.title} " if person.title else ""
    return polite + title + name


ORDERS = ("last", "last", "last", "first", "CAPS first", "CAPS last")
_Rendered = tuple[str, Sequence[Made], Sequence[str]]


_BULLETS = (
    *(
        "{n}. ",
        "{n}) ",
        "{n}/ ",
        "({n}) ",
        "{n}.\t",
        "{letter}) ",
        "- ",
        "• ",
        "– ",
        "✓ ",
        "🔹 ",
        "",
    ),
)


def bullets(random: Random) -> Callable[[int], str]:
    bullet = random.choice(_BULLETS)
    return lambda n: bullet.format(n=n, letter="abcdefghij"[n - 1])


def lines(random: Random, people: Sequence[Made]) -> _Rendered:
    """One person a line: name, mark, post, contacts."""
    order, bullet = random.choice(ORDERS), bullets(random)
    mark = random.choice((" – ", " - ", ", ", ": ", " — ", "; ", " | "))
    brackets = random.random() < 0.2
    with_contacts = random.random() < 0.5
    kept = people if with_contacts else [_without(p, "phone", "email", "extension") for p in people]
    rendered = []
    for number, made in enumerate(kept, 1):
        name = written_name(random, made, order=order)
        post = f" ({made.typed_post})" if brackets else mark + made.typed_post
        contacts = (
            "".join(", " + c for c in _contacts(random, made.person)) if with_contacts else ""
        )
        rendered.append(bullet(number) + name + post + contacts)
    return "\n".join(rendered), kept, []


def posts_first(random: Random, people: Sequence[Made]) -> _Rendered:
    """The post before the name."""
    order = random.choice(ORDERS)
    mark = random.choice((": ", " – ", " - ", ", "))
    kept = [_without(p, "phone", "email", "extension") for p in people]
    rows = [made.typed_post + mark + written_name(random, made, order=order) for made in kept]
    return "\n".join(rows), kept, []


def names_only(random: Random, people: Sequence[Made]) -> _Rendered:
    """Only names, a line or a comma between them."""
    order, bullet = random.choice(ORDERS), bullets(random)
    kept = [_without(p, "phone", "email", "extension", "position") for p in people]
    names = [written_name(random, made, order=order) for made in kept]
    if random.random() < 0.3:
        return ", ".join(names), kept, []
    return "\n".join(bullet(n) + name for n, name in enumerate(names, 1)), kept, []


def one_line(random: Random, people: Sequence[Made]) -> _Rendered:
    """Everybody on one line."""
    order = random.choice(ORDERS)
    between, inner = random.choice(
        (("; ", " – "), ("; ", ", "), (" | ", " – "), (", ", ", "), (", ", " – "), (" / ", " - "))
    )
    kept = [_without(p, "phone", "email", "extension") for p in people]
    rows = [written_name(random, made, order=order) + inner + made.typed_post for made in kept]
    return between.join(rows), kept, []


def two_lines(random: Random, people: Sequence[Made]) -> _Rendered:
    """Name on a line, post on the next, perhaps contacts on the third."""
    order = random.choice(ORDERS)
    gap = random.choice(("\n", "\n\n"))
    with_contacts = random.random() < 0.5
    kept = people if with_contacts else [_without(p, "phone", "email", "extension") for p in people]
    cards = []
    for made in kept:
        card = [written_name(random, made, order=order), made.typed_post]
        if with_contacts:
            card.append(", ".join(_contacts(random, made.person)))
        cards.append("\n".join(card))
    return gap.join(cards), kept, []


def cards(random: Random, people: Sequence[Made]) -> _Rendered:
    """Labelled lines."""
    label = random.choice(("Imię i nazwisko", "Nazwisko i imię", "apart"))
    blocks = []
    for made in people:
        person = made.person
        if label == "apart":
            block = [f"Imię: {person.given}", f"Nazwisko: {person.surname}"]
            if person.title:
                block.append(f"Tytuł: {person.title}")
        else:
            order = "last" if label.startswith("Imię") else "first"
            title = f"{person.title} " if person.title else ""
            name = f"{person.given} {person.surname}"
            name = name if order == "last" else f"{person.surname} {person.given}"
            block = [f"{label}: {title}{name}"]
        block += [f"Stanowisko: {made.typed_post}", f"Telefon: {_phone(random, person)}"]
        if person.email:
            block.append(f"E-mail: {person.email}")
        blocks.append("\n".join(block))
    return random.choice(("\n", "\n\n")).join(blocks), people, []


def table(random: Random, people: Sequence[Made]) -> _Rendered:
    """Columns with a heading, as Word, Excel or a CSV gives them."""
    delimiter = random.choice(("\t", "\t", ";", "|"))
    apart = random.random() < 0.4
    reverse = random.random() < 0.5
    heading = ["Lp."] if random.random() < 0.6 else []
    numbered = bool(heading)
    if apart:
        heading += ["Nazwisko", "Imię"] if reverse else ["Imię", "Nazwisko"]
        people = [_without(made, "title") for made in people]
    else:
        heading.append("Nazwisko i imię" if reverse else "Imię i nazwisko")
    heading += [
        random.choice(("Stanowisko", "Stanowisko służbowe", "Funkcja")),
        "Telefon",
        "E-mail",
    ]
    if random.random() < 0.5:
        heading.append("Podpis")
    rows = [delimiter.join(heading)]
    for number, made in enumerate(people, 1):
        person = made.person
        cells = [f"{number}."] if numbered else []
        names = [person.surname, person.given] if reverse else [person.given, person.surname]
        title = [person.title] if person.title else []
        cells += names if apart else [" ".join((*title, *names))]
        cells += [made.typed_post, _phone(random, person), person.email or ""]
        rows.append(delimiter.join(cells + [""] * (len(heading) - len(cells))))
    return "\n".join(rows), people, [rows[0]]


def bare_table(random: Random, people: Sequence[Made]) -> _Rendered:
    """Columns without a heading, by tabs or by spaces."""
    delimiter = random.choice(("\t", "   "))
    order = random.choice(ORDERS)
    rows = [
        delimiter.join(
            (written_name(random, made, order=order), made.typed_post, _phone(random, made.person))
        )
        for made in people
    ]
    kept = [_without(made, "email") for made in people]
    return "\n".join(rows), kept, []


def outlook(random: Random, people: Sequence[Made]) -> _Rendered:
    """The line of addressees of a mail."""
    kept = [_without(p, "phone", "extension", "position", "title") for p in people]
    kept = [
        made
        if made.person.email
        else Made(
            Person(made.person.given, made.person.surname, email=f"x{number}@ug.example"),
            "?",
            "",
            made.feminine,
        )
        for number, made in enumerate(kept)
    ]
    order = random.choice(("last", "first", "comma"))
    quote = random.choice(("", "", '"', "'"))
    entries = []
    for made in kept:
        person = made.person
        name = f"{person.given} {person.surname}"
        if order != "last":
            name = f"{person.surname}{',' * (order == 'comma')} {person.given}"
        entries.append(f"{quote}{name}{quote} <{person.email}>")
    label = random.choice(("", "Do: ", "To: ", "DW: "))
    return label + "; ".join(entries), kept, []


def shouted(random: Random, people: Sequence[Made]) -> _Rendered:
    """Everything in capitals."""
    kept = [
        _without(p, "phone", "email", "extension", "title")
        for p in people
        if p.position_class in ("A", "B") and "p.o." not in p.typed_post
    ]
    if not kept:
        return names_only(random, people)
    reverse = random.random() < 0.5
    rows = []
    for made in kept:
        person = made.person
        name = f"{person.surname} {person.given}" if reverse else f"{person.given} {person.surname}"
        rows.append(f"{name} – {made.typed_post}".upper())
    return "\n".join(rows), kept, []


LAYOUTS: tuple[Callable[[Random, Sequence[Made]], _Rendered], ...] = (
    *(lines, lines, lines, posts_first, names_only, one_line, two_lines, cards, table, table),
    *(bare_table, outlook, shouted),
)


def _wrapped(random: Random, text: str) -> tuple[str, list[str], list[str]]:
    """The list between a greeting and a signature, or under the letterhead of the office."""
    before: list[str] = []
    after: list[str] = []
    chance = random.random()
    if chance < 0.15:
        before = ["Dzień dobry,", "przesyłam listę osób na szkolenie:"]
        after = ["Z poważaniem", "Monika Sikora", "tel. 83 000 00 15"]
    elif chance < 0.25:
        before = ["Urząd Gminy Przykładowo", "Lista uczestników szkolenia"]
    return "\n".join((*before, text, *after)), before, after


def _disturbance(random: Random) -> Callable[[str], str]:
    """What another program does to a text that it hands over."""
    chance = random.random()
    if chance < 0.08:
        return lambda text: text.replace(" ", "\u00a0")
    if chance < 0.14:
        return lambda text: normalize("NFD", text)
    if chance < 0.2:
        return lambda text: text.replace("a", "a\u200b").replace("k", "k\u00ad")
    if chance < 0.26:
        return lambda text: text.replace("\n", "\r\n")
    return lambda text: text


def expected(made: Made) -> Expected:
    letter = made.position_class
    implied = {"D": ("STANOWISKO_NIEKIEROWNICZE",), "E": ("JEDNOSTKA_POZA_URZEDEM",)}
    warnings = implied.get(letter, ()) if made.person.position else ("BRAK_STANOWISKA",)
    return Expected(made.person, letter, frozenset(), (), warnings)


_Doubted = tuple[str, Sequence[Made]]


def bare(people: Sequence[Made]) -> list[Made]:
    return [_without(made, "phone", "email", "extension", "title") for made in people]


def _renamed(made: Made, given: str, surname: str) -> Made:
    return replace(made, person=replace(made.person, given=given, surname=surname))


def initials(random: Random, people: Sequence[Made]) -> _Doubted:
    """„A. Kowalczyk”, „Zalewski P.”."""
    kept = [
        _renamed(made, made.person.given[0] + ".", made.person.surname) for made in bare(people)
    ]
    rows = [written_name(random, made, order=random.choice(("first", "last"))) for made in kept]
    return "\n".join(f"{n} – {made.typed_post}" for n, made in zip(rows, kept, strict=True)), kept


def two_given_names(random: Random, people: Sequence[Made]) -> _Doubted:
    """„Adam Marek”: nothing tells which is the surname."""
    pairs = [random.sample([name for name in _MEN if name != "Wit"], 2) for _ in people]
    kept = [_renamed(made, *pair) for made, pair in zip(bare(people), pairs, strict=True)]
    unique = list({made.person.key: made for made in kept}.values())
    return "\n".join(f"{m.person.full_name}, {m.typed_post}" for m in unique), unique


def two_surnames(random: Random, people: Sequence[Made]) -> _Doubted:
    """„Halina Gil Kowalska”: a double surname without its hyphen."""
    kept = []
    for made in bare(people):
        first = random.choice(_SURNAMES)[made.feminine].removeprefix("Lech-")
        given = made.person.given.split()[0]
        kept.append(
            _renamed(made, given, f"{first.split('-')[0]} {made.person.surname.split('-')[-1]}")
        )
    return "\n".join(f"{m.person.full_name} – {m.typed_post}" for m in kept), kept


def broken_letters(random: Random, people: Sequence[Made]) -> _Doubted:
    """A text that went through the wrong encoding."""
    written, shown = random.choice((("cp1250", "cp1252"), ("utf-8", "cp1252"), ("utf-8", "cp1250")))

    def through(text: str) -> str:
        return text.encode(written, "replace").decode(shown, "replace")

    kept = [
        made for made in bare(people) if through(made.person.full_name) != made.person.full_name
    ]
    kept = [made for made in kept if "\ufffd" not in through(made.person.full_name)]
    kept = kept or [_renamed(bare(people)[0], "Małgorzata", "Ślęza")]
    text = "\n".join(f"{m.person.full_name} – {m.typed_post}" for m in kept)
    return through(text), kept


def no_polish_letters(random: Random, people: Sequence[Made]) -> _Doubted:
    """A text typed without Polish letters, of people whose given names have them."""
    with_letters = [name for name in (*_MEN, *_WOMEN) if not name.isascii()]
    kept = []
    for made in bare(people):
        given = random.choice(with_letters)
        kept.append(
            _renamed(made, given.translate(_STRIPPED), made.person.surname.translate(_STRIPPED))
        )
    rows = [f"{m.person.full_name} - {m.typed_post.translate(_STRIPPED)}" for m in kept]
    posts = [m.person.position or "" for m in kept]
    plain = [
        m if p.isascii() else _without(m, "position") for m, p in zip(kept, posts, strict=True)
    ]
    return "\n".join(rows), plain


def sentence(random: Random, people: Sequence[Made]) -> _Doubted:
    """A sentence of an order, its people in the accusative."""
    kept = [_without(made, "position") for made in bare(people)]
    kept = [_renamed(m, m.person.given.split()[0], m.person.surname) for m in kept]
    named = [("Panią " if made.feminine else "Pana ") + _accusative(made) for made in kept]
    start = random.choice(("Wyznaczam ", "Do grupy sterującej powołuję ", "Zgłaszam do udziału "))
    return start + ", ".join(named) + ".", kept


_STRIPPED = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
_FLEETING = {"Marek": "Marka", "Jacek": "Jacka", "Leszek": "Leszka", "Paweł": "Pawła"}


def _accusative(made: Made) -> str:
    given, surname = made.person.given, made.person.surname
    if made.feminine:
        return (
            f"{given[:-1]}ę {surname[:-1] + 'ą' if surname.endswith(('ska', 'cka')) else surname}"
        )
    given = _FLEETING.get(given, given[:-1] + "ego" if given.endswith("y") else given + "a")
    given = given.replace("Ignacya", "Ignacego").replace("Antonia", "Antoniego")
    if surname.endswith(("ski", "cki")):
        return f"{given} {surname}ego"
    if surname.endswith("a"):
        return f"{given} {surname[:-1]}ę"
    return f"{given} {surname}a"


DOUBTS: tuple[Callable[[Random, Sequence[Made]], _Doubted], ...] = (
    *(initials, two_given_names, two_surnames, broken_letters, no_polish_letters, sentence),
)
