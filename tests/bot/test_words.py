"""Words put into messages: plurals by the sentence, foreign text made harmless, dates as spoken."""

import contextlib
import html
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from string import Formatter
from typing import Any

import pytest
from fluent.runtime import FluentBundle
from fluent.syntax import ast
from hypothesis import given
from hypothesis import strategies as st

from bot import words as words_module
from bot.words import LANGUAGES, LONGEST_VALUE, Html, Words, cleaned
from tests.bot.test_locales import nodes, resource
from tests.facts import marked_up

COUNTS = (0, 1, 2, 5, 12, 21, 22, 102, 112, 122)

# domain.md §3.2: each phrase in its sentence, for every count above.
PLURALS = {
    "people-nominative": "0 osób, 1 osoba, 2 osoby, 5 osób, 12 osób, 21 osób, 22 osoby, "
    "102 osoby, 112 osób, 122 osoby",
    "people-accusative": "0 osób, 1 osobę, 2 osoby, 5 osób, 12 osób, 21 osób, 22 osoby, "
    "102 osoby, 112 osób, 122 osoby",
    "people-genitive": "0 osób, 1 osoby, 2 osób, 5 osób, 12 osób, 21 osób, 22 osób, "
    "102 osób, 112 osób, 122 osób",
    "free-seats": "zostało 0 wolnych miejsc, zostało 1 wolne miejsce, zostały 2 wolne miejsca, "
    "zostało 5 wolnych miejsc, zostało 12 wolnych miejsc, zostało 21 wolnych miejsc, "
    "zostały 22 wolne miejsca, zostały 102 wolne miejsca, zostało 112 wolnych miejsc, "
    "zostały 122 wolne miejsca",
    "offices-nominative": "0 urzędów, 1 urząd, 2 urzędy, 5 urzędów, 12 urzędów, 21 urzędów, "
    "22 urzędy, 102 urzędy, 112 urzędów, 122 urzędy",
    "offices-accusative": "0 urzędów, 1 urząd, 2 urzędy, 5 urzędów, 12 urzędów, 21 urzędów, "
    "22 urzędy, 102 urzędy, 112 urzędów, 122 urzędy",
    "rows-accusative": "0 wierszy, 1 wiersz, 2 wiersze, 5 wierszy, 12 wierszy, 21 wierszy, "
    "22 wiersze, 102 wiersze, 112 wierszy, 122 wiersze",
    "questions-nominative": "0 pytań, 1 pytanie, 2 pytania, 5 pytań, 12 pytań, 21 pytań, "
    "22 pytania, 102 pytania, 112 pytań, 122 pytania",
    "offices-genitive": "0 urzędów, 1 urzędu, 2 urzędów, 5 urzędów, 12 urzędów, 21 urzędów, "
    "22 urzędów, 102 urzędów, 112 urzędów, 122 urzędów",
    "days-nominative": "0 dni, 1 dzień, 2 dni, 5 dni, 12 dni, 21 dni, 22 dni, 102 dni, 112 dni, "
    "122 dni",
    "days-ahead": "dziś, jutro, za 2 dni, za 5 dni, za 12 dni, za 21 dni, za 22 dni, za 102 dni, "
    "za 112 dni, za 122 dni",
}
ENGLISH = {
    "people-nominative": "0 people, 1 person, 2 people",
    "free-seats": "0 free seats are left, 1 free seat is left, 2 free seats are left",
    "offices-nominative": "0 offices, 1 office, 2 offices",
    "rows-accusative": "0 rows, 1 row, 2 rows",
    "questions-nominative": "0 questions, 1 question, 2 questions",
    "days-nominative": "0 days, 1 day, 2 days",
    "days-ahead": "today, tomorrow, in 2 days",
    "days-overdue": "0 days overdue, 1 day overdue, 2 days overdue",
}


@pytest.mark.parametrize(("phrase", "forms"), PLURALS.items())
def test_polish_numbers_take_the_case_of_their_sentence(phrase: str, forms: str) -> None:
    words = Words("pl")
    assert [words.plain(phrase, count=count) for count in COUNTS] == forms.split(", ")


@pytest.mark.parametrize(("phrase", "forms"), ENGLISH.items())
def test_english_numbers_have_two_forms(phrase: str, forms: str) -> None:
    words = Words("en")
    assert [words.plain(phrase, count=count) for count in (0, 1, 2)] == forms.split(", ")


def test_overdue_days_are_counted_in_the_accusative() -> None:
    """„po terminie o …” (domain.md §3.2); a deadline of today is not overdue."""
    words = Words("pl")
    told = [words.plain("days-overdue", count=count) for count in COUNTS[1:]]
    assert told[0] == "po terminie o 1 dzień"
    assert set(told[1:]) == {f"po terminie o {count} dni" for count in COUNTS[2:]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_that_counts_is_left_out_here(language: str) -> None:
    """Every message that says a number with its noun is told above."""
    counted = {
        key
        for key, entry in resource(language).items()
        for node in nodes(entry)
        if isinstance(node, ast.SelectExpression)
        and {
            variant.key.name for variant in node.variants if isinstance(variant.key, ast.Identifier)
        }
        & {"one", "few"}
    }
    sentences_of_their_own = {"step-2-skipped", "table-known"}
    assert counted - sentences_of_their_own <= {*PLURALS, *ENGLISH, "days-overdue"}


@pytest.mark.parametrize(("count", "pronoun"), [(1, "nim"), (2, "nich"), (22, "nich")])
def test_skipped_rows_are_spoken_of_in_their_number(count: int, pronoun: str) -> None:
    assert f"nie ma w {pronoun} " in Words("pl")("step-2-skipped", count=count)


# --- Foreign text -----------------------------------------------------------------------------


@given(st.text(min_size=1))
def test_whatever_people_are_called_it_is_text_and_nothing_else(name: str) -> None:
    words = Words("pl")
    shown, entities = marked_up(words("name", name=name))
    assert shown == cleaned(name)
    assert not entities
    assert shown == words.plain("name", name=name)


@given(st.text(min_size=1), st.integers(2, 60))
def test_foreign_text_takes_one_line_of_the_length_allowed(text: str, longest: int) -> None:
    shown = cleaned(text, longest)
    assert 1 <= len(shown) <= longest
    assert len(shown.splitlines()) == 1
    assert shown == shown.strip()
    assert "  " not in shown
    assert cleaned(shown, longest) == shown, "cleaning twice changes nothing"


def test_foreign_text_loses_what_would_disturb_the_line_around_it() -> None:
    assert cleaned("Jan\u202eaksla\u200bB\x00 \n Kowalski") == "JanakslaB Kowalski"
    assert cleaned("Z̶̢̛̤a̷l̴g̵o" + "\u0335" * 50).count("\u0335") <= 3
    assert cleaned("\u202e\u200b\x00") == "…"
    assert cleaned("") == ""
    assert cleaned("x" * 10_000) == "x" * (LONGEST_VALUE - 1) + "…"


@given(st.from_regex(words_module._PLAIN, fullmatch=True))
def test_what_one_look_takes_for_plain_has_nothing_to_clean_or_to_escape(name: str) -> None:
    assert words_module._calm(name)
    assert html.escape(name, quote=False) == name


@pytest.mark.parametrize(
    "name",
    ["{ $count } { people-nominative } { -example }", "{name}", "{0.__class__}", "{{name}}", "%s"],
)
def test_the_syntax_of_messages_in_a_name_stays_a_name(name: str) -> None:
    assert Words("pl")("name", name=name) == name
    assert words_module._unformatted(name).format_map({}) == name


def test_plain_words_show_an_ampersand_as_it_is() -> None:
    words = Words("pl")
    assert words("name", name="A & B <c>") == "A &amp; B &lt;c&gt;"
    assert words.plain("name", name="A & B <c>") == "A & B <c>"
    assert words.plain("name", name=words("name", name="A & B <c>")) == "A & B <c>"


def test_what_went_through_the_door_once_is_not_escaped_again() -> None:
    words = Words("pl")
    inner = words("name", name="A & B")
    assert isinstance(inner, Html)
    assert words("bullet", entry=inner) == "– A &amp; B"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_key_or_value_is_an_error_and_never_shown(language: str) -> None:
    words = Words(language)
    for key in ("no-such-key", "bullet"):
        with pytest.raises(KeyError):
            words(key)


def test_an_unknown_language_is_polish() -> None:
    assert Words("uk").language == "pl"


# --- Days and hours ---------------------------------------------------------------------------


def test_days_and_hours_are_those_of_the_offices() -> None:
    """domain.md §3.1: „22 listopada 2026 r.”, „godz. 9:00”; Europe/Warsaw."""
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    polish, english = Words("pl"), Words("en")
    assert polish.date(date(2026, 11, 22)) == "22 listopada 2026 r."
    assert polish.moment(late) == "23 listopada 2026 r., godz. 0:30"
    assert polish.time(datetime(2026, 7, 1, 7, 0, tzinfo=UTC)) == "9:00"
    assert english.date(date(2026, 11, 22)) == "22 November 2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_taken_one_by_one_are_those_of_the_whole_files(language: str) -> None:
    whole = resource(language)
    assert set(words_module._sources(language)) == set(whole)
    for key, entry in whole.items():
        alone = words_module._entry(language, key)
        assert alone.equals(entry, ignored_fields=["span", "comment"]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_of_text_and_variables_reads_as_fluent_itself_formats_it(language: str) -> None:
    words = Words(language)
    simple = [
        (key, template)
        for key in words_module._sources(language)
        if not key.startswith("-")
        if (template := words_module._simple(language, key)) is not None
    ]
    assert len(simple) > 300
    for key, template in simple:
        names = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
        for number in (0, 7, 12_345):
            values: dict[str, str | int] = {
                name: number if at % 2 else f"„{number}”" for at, name in enumerate(names)
            }
            bundle = words_module._given(language, key)
            pattern = bundle.get_message(key).value
            assert pattern is not None
            by_fluent, errors = bundle.format_pattern(pattern, dict(values))
            assert not errors
            assert words.plain(key, **values) == by_fluent, key


def test_a_quoted_sentence_that_ends_takes_no_second_full_stop() -> None:
    for comment, said in (
        ("Brakuje stanowisk.", "„Brakuje stanowisk.”"),
        ("Kiedy?", "„Kiedy?”"),
        ("brak", "„brak”."),
    ):
        assert Words("pl")("home-returned-by-head", comment=comment).endswith(said)


def test_the_first_words_are_found_by_all_who_need_them_at_the_same_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A bundle takes a while to make: whoever comes meanwhile makes no other."""
    two = threading.Barrier(2)

    def slowly(*given: Any, **named: Any) -> FluentBundle:
        with contextlib.suppress(threading.BrokenBarrierError):
            two.wait(0.2)
        return FluentBundle(*given, **named)

    monkeypatch.setattr(words_module, "FluentBundle", slowly)
    kept = (words_module._bundle, words_module._given, words_module._remembered)
    for each in kept:
        each.cache_clear()
    with ThreadPoolExecutor(2) as pool:
        said = pool.map(lambda key: Words("pl")(key, count=8), ["people-to-inform"] * 2)
        assert all(each.endswith(" 8 osób.") for each in said)
    assert Words("pl")("people-to-inform", count=5).endswith(" 5 osób.")
