"""Whatever is pasted is read, and everything in it is accounted for."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conversations.pasted_list import Reading, read, read_change, read_numbers
from conversations.pasted_list.words import DISCARDED
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
_TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(_PIECES, max_size=40).map(" ".join),
    st.lists(_PIECES, max_size=40).map("".join),
)
_ROLE = re.compile(r"\bzr\b|redakc|pelnomoc")
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
def test_no_line_disappears(text: str) -> None:
    reading = read(text)

    lines = [line.strip() for line in _LINE_END.split(text) if line.strip()]
    skipped = list(reading.skipped)
    assert len(skipped) <= len(lines)
    assert all(line in lines or line == DISCARDED for line in skipped)
    told = _beginnings(_told(reading))
    for line in lines:
        words = _beginnings(_words(line))
        if line in skipped:
            skipped.remove(line)
        elif words and not words & told and not _ROLE.search(fold(line)):
            assert DISCARDED in skipped, (line, reading)
            skipped.remove(DISCARDED)
        else:
            assert reading.people or DISCARDED in skipped, (line, reading)


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
