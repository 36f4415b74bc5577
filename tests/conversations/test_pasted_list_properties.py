"""Whatever is pasted is read, and everything in it is accounted for."""

import re
import sys
from dataclasses import astuple
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conversations.pasted_list import Reading, read, read_change, read_numbers
from conversations.pasted_list.characters import lines_of
from conversations.pasted_list.sections import section_mentioned
from conversations.pasted_list.sentences import announces
from conversations.pasted_list.words import (
    ADDRESSEE_LABELS,
    ANNOUNCING_STEMS,
    DISCARDED,
    EDITORIAL_STEMS,
    FIELD_WORDS,
    HEADING_WORDS,
    HONORIFICS,
    LINKING_VERBS,
    MAIL_LABELS,
    NOT_NAMES,
    PLENIPOTENTIARY_STEMS,
    STEERING_STEMS,
)
from conversations.vocabulary import fold

_PIECES = st.sampled_from(
    [
        *("Anna", "Piotr", "Kowalczyk", "KOWALCZYK", "Lis-Sadowska", "A.", "Annę", "Zalewskiego"),
        *("Sekretarz", "z-ca wójta", "Kierownik USC", "insp.", "GOPS", "wakat", "j.w.", "Radny"),
        *(" – ", ", ", "; ", " | ", "\t", "  ", ": ", "/", "(", ")", "*", "\n", "\n\n", ">", "i"),
        *(
            "1.",
            "2)",
            "a)",
            "§ 1.",
            "•",
            "nr 3",
            "83 000 00 15",
            "w. 12",
            "a.k@ug.example",
            "<",
            ">",
        ),
        *("Grupa sterująca:", "Zespół redakcyjny:", "Pełnomocnik", "ZR: 1, 2", "Do:", "Od:", "mgr"),
        *(
            "Imię i nazwisko",
            "Stanowisko",
            "Nazwisko:",
            "PESEL 85010112345",
            "ur. 1.02.1980",
            "Pani",
        ),
        *(
            "wyznaczam",
            "zamiast",
            "Z poważaniem",
            "Dzień dobry",
            "Pawe³",
            "PaweĹ‚",
            "?",
            "\u200b",
            "ds.",
        ),
    ]
)
_PARTS = st.sampled_from(
    [
        *("Anna Kowalczyk", "ZALEWSKI Piotr", "mgr Ewa Lis-Sadowska", "J. Wilk", "pani Ania Gil"),
        *("Panią Annę Kowalczyk", "Pana Piotra Zalewskiego", "wakat", "Maria Gil Borys", "x"),
        *("Sekretarz Gminy", "Kierownika USC", "insp. ds. kadr", "stolarz", "referat finansów"),
        *("tel. 83 000 00 15", "600 000 014 / 600 000 015", "w. 12", "wew. 13", "pok. 7", "nr 9"),
        *("a.lis@ug.example", "od 1 stycznia", "zastępstwo za Jana Bąka", "prosi o nocleg", "ZR"),
        *("Pełnomocnik ds. SZJ", "Urząd Gminy Osiek", "przyjedzie później", "j.w.", "4567", "(*)"),
    ]
)
_BETWEEN = st.sampled_from(
    [" – ", ", ", "; ", " (", ") ", "\t", "   ", " / ", ": ", " i ", " oraz "]
)
_LINES = st.lists(st.tuples(_PARTS, _BETWEEN), min_size=1, max_size=6).map(
    lambda line: "".join(part for pair in line for part in pair)
)
_HEADS = st.sampled_from(
    [
        "Imię i nazwisko\tStanowisko\tTelefon\tUwagi",
        "Nazwisko;Imię;Stanowisko;Wydział",
        "Grupa sterująca:",
        "Powołuję:",
        "1.",
        "Anna Kowalczyk – Sekretarz",
    ]
)
_TEXTS = st.one_of(
    st.lists(st.one_of(_LINES, _LINES, _HEADS), max_size=6).map("\n".join),
    st.text(max_size=300),
    st.lists(_PIECES, max_size=40).map(" ".join),
    st.lists(_PIECES, max_size=40).map("".join),
)
_PRIVATE = re.compile(r"pesel|\d{11}|ur\.|\bzam\b|\d\.\d", re.IGNORECASE)
# What lists consist of beside people: labels, headings, forms of address, words of sentences.
_WHOLE = NOT_NAMES | HONORIFICS | HEADING_WORDS | LINKING_VERBS | MAIL_LABELS | ADDRESSEE_LABELS
_OF_EVERY_LIST = re.compile(
    "|".join(
        (
            rf"(?:{'|'.join(sorted(_WHOLE))})$",
            *(*STEERING_STEMS, *EDITORIAL_STEMS, *PLENIPOTENTIARY_STEMS, *ANNOUNCING_STEMS),
            *(stem for _, stems in FIELD_WORDS for stem in stems if len(stem) > 3),
            *("wewn", "pok", "mailto", "nbsp"),
        )
    )
)
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}|\d{3,}", fold(text)))


def _beginnings(words: set[str]) -> set[str]:
    """A word may have been put into another case or had its letters mended."""
    return {word[:3] for word in words}


def _told(reading: Reading) -> set[str]:
    """The words of everything that was read about anybody."""
    people = [
        " ".join(
            value or ""
            for value in (
                *(listed.person.full_name, listed.person.title, listed.person.position),
                *(listed.person.email, listed.person.phone, listed.person.extension),
            )
        )
        for listed in reading.people
    ]
    return _words(" ".join(people))


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
@example("Jan")
@example("\u0301\u200b\ufffd")
@example("Nazwisko;Imię;Stanowisko\nmgr;Anna;Kowalczyk")
def test_any_text_ends_in_a_reading(text: str) -> None:
    reading = read(text)

    indexes = range(len(reading.people))
    assert all(q.about is None or q.about in indexes for q in reading.questions)
    assert all(w.about is None or w.about in indexes for w in reading.warnings)
    assert all(p.person.given and p.person.surname for p in reading.people), text
    assert read_numbers(text) is None or read_numbers(text)
    read_change(text)


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
@example("Anna Kowalczyk – Sekretarz\nzażółć gęślą jaźń\nPiotr Zalewski")
def test_only_what_was_pasted_is_skipped(text: str) -> None:
    reading = read(text)

    lines = [line.strip() for line in _LINE_END.split(text) if line.strip()]
    assert len(reading.skipped) <= len(lines)
    assert all(line in lines or line == DISCARDED for line in reading.skipped)


@settings(max_examples=600, deadline=None)
@given(_TEXTS)
@example("Anna Kowalczyk – Sekretarz, tel. 83 000 00 15, kom. 600 000 014, od 1 stycznia")
@example("Ewa Lis – Kierownik USC (zastępstwo za Marię Gil), prosi o inny termin")
@example("1. Anna Lis – Sekretarz 2. wakat – inspektor 3. Jan Gil – referent")
@example("Imię i nazwisko;Tel.;Uwagi\nAnna Lis;83 000 (sekretariat);dojedzie później")
@example("Imię i nazwisko: Anna Lis\nTel.: 83 000 00 15\nTel.: 83 000 00 16")
@example("Anna Lis – Sekretarz, a.lis@ug.example\nAnna Lis – Sekretarz, anna@ug.example")
@example("Anna Lis /\nAnna Lis – Anna Lis – Anna Lis i GIL Jan – j.w. –")
@example("AA B:* ANA * A")
@example("Anna Kowalczyk: ZR i 4567 – ")
def test_every_word_is_read_left_over_or_skipped(text: str) -> None:
    reading = read(text)

    discarded = DISCARDED in (*reading.skipped, *(left.text for left in reading.leftovers))
    told = _words(_everything_told(reading))
    beginnings, digits = _beginnings(told), "".join(filter(str.isdigit, _everything_told(reading)))
    for line in filter(None, map(str.strip, _LINE_END.split(text))):
        if line in reading.skipped or (discarded and _PRIVATE.search(line)):
            continue
        for word in _words(_meant(line)):
            assert (
                word[:3] in beginnings
                or (word.isdigit() and word in digits)
                or _OF_EVERY_LIST.match(word)
            ), (word, line, reading)


def _meant(line: str) -> str:
    """The line with its characters as they were meant, without the sentence that heads it."""
    text = " ".join(each.text for each in lines_of(line))
    head, _, people = text.partition(":")
    return people if section_mentioned(head) or announces(head) else text


def _everything_told(reading: Reading) -> str:
    people = [
        *(listed.person for listed in reading.people),
        *(option for question in reading.questions for option in question.options),
    ]
    told = [
        *(value for person in people for value in astuple(person) if value),
        *reading.skipped,
        *(left.text for left in reading.leftovers),
    ]
    return "\n".join(told)


@pytest.mark.parametrize("words", [30, 300, 3000])
def test_a_long_text_without_a_list_names_nobody(words: int) -> None:
    text = "w odpowiedzi na pismo informujemy " * words

    assert not read(text).people
    assert read(text).skipped == (text.strip(),)
    assert read_numbers("1 " * 4 * words) is None or words == 30
    assert read_change(f"zamiast {text}") is None


def test_a_long_word_is_no_name_and_a_long_heading_is_none() -> None:
    reading = read("Anna " + "x" * 10_000 + "\nGrupa sterująca " + "i " * 5_000)

    assert not reading.people
    assert len(reading.skipped) == 2


@pytest.mark.parametrize(
    "piece",
    [
        *(" – ą/@", ", x", ", Jan", " ZR: Jan Gil,", "redaktorzy, Jan Gil, ", "* kierowca\nJan*\n"),
        *("Ewa ZR: ", "a: ", "10:21 ", "10:21 A ", "[11:11] A: ", "Jan Gil\nz.y@b.pl\n", ", ZR:"),
    ],
)
def test_a_row_of_four_times_the_pieces_takes_about_four_times_the_work(piece: str) -> None:
    assert _calls_to_read(piece * 400) < 6 * _calls_to_read(piece * 100)


@pytest.mark.parametrize(
    "piece",
    [
        *("Ewa ZR: ", "Grupa sterująca: Jan Gil ZR: Ewa Lis ", "[11:11] A: ", "10:21 A "),
        *("Jan Gil, ZR:", "Jan Gil. ", "Z poważaniem Jan Gil ", "> "),
    ],
)
def test_however_often_a_piece_comes_again_the_text_is_read(piece: str) -> None:
    """Far more often than one call may stand within another."""
    text = piece * (3 * sys.getrecursionlimit())

    assert read(text).people or read(text).skipped == (text.strip(),)


def test_a_break_of_a_web_page_parts_a_line_with_whatever_blanks_around_it() -> None:
    assert [line.text for line in lines_of("Anna Lis  <br>  Jan Gil<BR/>Ewa Kot <br")] == [
        "Anna Lis, Jan Gil, Ewa Kot <br"
    ]
    assert not read("<br" + " " * 200_000).people


def _calls_to_read(text: str) -> int:
    """How many calls the reading makes; unlike time, the same on a busy machine."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return calls


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_no_private_number_is_ever_repeated(text: str) -> None:
    reading = read(f"{text}\nAnna Kowalczyk – Sekretarz, PESEL 75020254321, ur. 03.02.1975")

    shown = repr((reading.people, reading.questions, reading.skipped))
    assert "75020254321" not in shown
    assert "03.02.1975" not in shown


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["ąę", "Qwerty", "zażółć", "17", "lorem", "ipsum"]), max_size=6))
def test_words_that_name_nobody_are_all_skipped(words: list[str]) -> None:
    line = " ".join(words)
    reading = read(f"Anna Kowalczyk – Sekretarz\n\n{line}")

    assert (line.strip() in reading.skipped) or _words(line) <= _told(reading), reading
