"""The locales as files: complete, used, and in the house's language (domain.md §3.1–3.3, 3.8)."""

import ast as python
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast

from bot.documents import participants
from bot.menus import MENU, OF_ROLE
from bot.upload_child.refusals import Refusal
from bot.words import LANGUAGES
from conversations.access import Role
from conversations.coordination_table.model import Flag, NotATableReason, ProblemCode
from conversations.desk import SNOOZES
from conversations.desk.inviting import FILES
from conversations.events import ALIASES
from conversations.journal import What
from conversations.notes import NoteCode, NoticeCode
from conversations.papers import Paper
from conversations.pasted_list import QuestionCode
from conversations.places.desk import Asking, Recipients
from conversations.progress import Progress
from conversations.quick_questions import OFFERED, Topic
from conversations.settings import Group, Key, SettingFault
from conversations.submission import Missing, Side, Status
from conversations.team import BasisKind, Rule

BOT = Path(__file__).parents[2] / "bot"
LEAFLET = {
    # The words in square brackets of domain.md §3.8, and the headings that product.md names.
    "button-order": "Zarządzenie – podam numer",
    "button-oral": "Decyzja ustna, zarządzenie w przygotowaniu",
    "button-proposal": "To propozycja",
    "button-yes": "Tak",
    "button-fix": "Popraw",
    "button-add": "Dopisz",
    "button-remove": "Usuń",
    "button-remove-people": "Usuń osoby",
    "button-request-limit": "Poproś o zmianę limitu",
    "button-add-people": "Dopisz osoby",
    "button-change": "Zmień",
    "button-join": "Dopisz do grupy",
    "button-stay-outside": "Pozostaw bez udziału",
    "button-add-outsider": "Dopisz też do grupy sterującej",
    "button-skip": "Pomiń",
    "button-send": "Wyślij",
    "button-back-to-editing": "Wróć do edycji",
    "button-continue": "Kontynuuj",
    "button-approve": "Zatwierdź",
    "button-reject": "Odrzuć",
    "button-return": "Zwróć do poprawy",
    "button-done": "Gotowe",
    "button-back": "Wstecz",
    "step-1": "<b>Krok 1 z 3 – Pełnomocnik</b>",
    "step-2": "<b>Krok 2 z 3 – grupa sterująca</b>",
    "step-3": "<b>Krok 3 z 3 – zespół redakcyjny</b>",
    "summary": "<b>Podsumowanie – { $office }</b>",
}
LONG_IN_THE_LEAFLET = {
    *("button-order", "button-oral", "button-add-outsider"),
    "button-informed",  # domain.md §4.3
}
LONGEST_LABEL = 24

QUOTES = {"pl": ("„", "”"), "en": ("“", "”")}


@cache
def resource(language: str) -> Mapping[str, ast.Message | ast.Term]:
    """Every entry of a language by its key; a term's key begins with a dash."""
    found: dict[str, ast.Message | ast.Term] = {}
    for file in sorted((BOT / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message | ast.Term):
                key = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
                assert key not in found, f"{file.name}: {key} stands twice"
                found[key] = entry
    return found


def nodes(tree: ast.BaseNode) -> Iterator[ast.BaseNode]:
    """A node and everything below it."""
    yield tree
    for value in vars(tree).values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.BaseNode):
                yield from nodes(each)


def references(entry: ast.BaseNode) -> set[str]:
    """The messages and terms that an entry is made of."""
    return {
        f"-{node.id.name}" if isinstance(node, ast.TermReference) else node.id.name
        for node in nodes(entry)
        if isinstance(node, ast.MessageReference | ast.TermReference)
    }


def variables(language: str, key: str) -> set[str]:
    """What a message needs to be given, also for the messages that it is made of."""
    entry = resource(language)[key]
    own = {node.id.name for node in nodes(entry) if isinstance(node, ast.VariableReference)}
    return own.union(*(variables(language, other) for other in references(entry)))


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Every piece of text by its key, the markup and the values left out."""
    for key, entry in resource(language).items():
        for node in nodes(entry):
            if isinstance(node, ast.TextElement):
                yield key, re.sub(r"<[^>]*>", "", node.value)


def source(language: str, key: str) -> str:
    """A message of one piece as it stands in the file."""
    written = FluentSerializer().serialize_entry(resource(language)[key])
    return written.split("= ", 1)[1].strip()


# --- Two languages, one set of keys -----------------------------------------------------------


def test_both_languages_have_the_same_keys() -> None:
    assert set(resource("pl")) == set(resource("en"))


def test_a_sentence_needs_the_same_values_in_both_languages() -> None:
    differing = {
        key: (variables("pl", key), variables("en", key))
        for key in resource("pl")
        if variables("pl", key) != variables("en", key)
    }
    assert not differing


# --- Used and there ---------------------------------------------------------------------------


def values(*kinds: type[Enum]) -> set[str]:
    return {str(each.value) for kind in kinds for each in kind}


RULES_OF_LIMITS = {"R4", "R6"}
EXACT = {"R4_EXACT", "R6_EXACT"}
WAIVED = {"R2A", "R2B"}
ASKED_ABOUT_SIZE = {"R4_FREE", "R6_FREE"}
CHARTED = {"voivodeship", "advisor"}
SHEETS = {"block-i", "block-ii", "people", "offices"}
FAMILIES: Mapping[str, set[str]] = {
    # The keys that code puts together, with everything that may stand in the braces.
    "answer-{}": {topic for topic in values(Topic) if topic.startswith("rule-")},
    "access-ask-{}": {"link", *values(Asking)},
    "announcing-{}": {"pending", "unknown", "undeliverable"},
    "by-file-{}": set(),
    "by-file-column-{}": {"name", "role", "link", "until", "joined"},
    "by-file-name-{}": set(FILES),
    "page-about-{}": {"1", "2", "3"},
    "journal-{}": {each.replace(" ", "-") for each in values(What)},
    "lists-{}": {"close", "reopen"},
    "lists-{}-ask": {"close", "reopen"},
    "lists-{}-done": {"close", "reopen"},
    "lists-{}-follows": {"close", "reopen"},
    "lists-{}-instead": set(),
    "lists-{}-none": {"close", "reopen"},
    "lists-outcome-{}": {"unconfirmed", "already", "failed"},
    "readers-{}": values(Recipients),
    "command-{}": {*MENU, *itertools.chain(*OF_ROLE.values())},
    "chart-{}": values(Progress),
    "chart-by-{}": CHARTED,
    "chart-no-{}": CHARTED,
    "chart-rest-{}": CHARTED,
    "ask-{}": RULES_OF_LIMITS | ASKED_ABOUT_SIZE | EXACT,
    "difference-{}": {"joined", "left", "editors-joined", "editors-left", "corrected"},
    "document-{}": values(Paper),
    "doubt-{}": {code.lower().replace("_", "-") for code in values(QuestionCode)},
    "explain-{}": {"R2", "R3"},
    "export-column-{}": {
        *("office", "advisor", "limit-steering", "limit-editorial", "status", "plenipotentiary"),
        *("steering", "editorial", "given", "surname", "title", "position", "email", "phone"),
        "extension",
        *("block-i", "block-ii", "missing"),
    },
    "flag-{}": values(Flag),
    "help-{}": values(Role),
    "home-returned-by-{}": {"advisor", "coordinator", "head"},
    "info-{}": {str(point) for point in range(1, 9)},
    "missing-{}": values(Missing),
    "not-a-table-{}": {reason.replace("_", "-") for reason in values(NotATableReason)},
    "nearest-{}": set(),
    "note-{}": values(NoteCode),
    "notice-{}": values(NoticeCode),
    "notice-invitation-{}": values(Role) | {"substitute", "successor"},
    "open-{}": values(Rule),
    "paper-{}": values(Paper),
    "paper-caption-{}": values(Paper),
    "paper-file-{}": values(Paper),
    "participants-column-{}": {*participants.WIDTHS},
    "participants-sheet-{}": SHEETS,
    "participants-title-{}": SHEETS,
    "privacy-{}-unset": {"contact", "project", "legal_basis", "recipients", "retention"},
    "privacy-{}": {str(point) for point in range(1, 9)},
    "problem-{}": values(ProblemCode),
    "question-{}": {code.lower().replace("_", "-") for code in values(QuestionCode)},
    "reason-{}": values(Rule),
    "record-{}": {"steering", "editorial"},
    "record-by-{}": {"head", "basis"},
    "record-column-{}": {"number", "name", "position"},
    "record-fact-{}": {
        *("version", "decider", "account", "moment", "basis", "plenipotentiary", "limits"),
        *("table", "advisor", "accepted", "informed"),
    },
    "remark-{}": values(Rule) - {"R1", "R1_BASIS", "R3A", "R4", "R4_EMPTY", "R6", "R6_EMPTY"},
    "request-{}": RULES_OF_LIMITS,
    "request-short-{}": RULES_OF_LIMITS | EXACT | {"R11"},
    "request-waits-{}": RULES_OF_LIMITS | EXACT | {"R11"},
    "request-{}-card": RULES_OF_LIMITS | EXACT | WAIVED | {"R11"},
    "role-{}": values(Role),
    "status-{}": {each.name.lower().replace("_", "-") for each in Status},
    "setting-fault-{}": values(SettingFault),
    "snooze-{}": set(),
    "settings-{}": values(Group),
    "set-{}": values(Key)
    | {"reminders-is-on", "reminders-is-off", "limit_mode-is-max", "limit_mode-is-exact"},
    "set-{}-ask": values(Key) - {Key.REMINDERS, Key.LIMIT_MODE},
    "set-{}-{}": set(),
    "set-{}-is-{}": set(),
    "word-of-{}": values(Side),
    "step-{}": {"1", "2", "3"},
    "upload-{}": {reason.replace("_", "-") for reason in values(Refusal)},
    "what-{}": {"steering", "editorial"},
    "where-{}": {"county", "voivodeship"},
    # A block's or a refusal's own family: the first brace is one of these.
    "{}-over": {"step-2", "step-3"},
    "{}-short": {"step-2", "step-3"},
    "{}-free": {"step-2", "step-3"},
    "{}-exact": {"step-2", "step-3", "step-2-ask", "step-3-ask", "column-5", "column-6"},
    "{}-unlimited": {"step-2-ask", "step-3-ask"},
    "{}-{}": set(),
    # Buttons are named without their prefix.
    "button-{}": {f"snooze-{days}" for days in SNOOZES}
    | {f"lists-{way}" for way in ("close", "reopen", "close-instead", "reopen-instead")}
    | {f"by-file-{kind}" for kind in FILES}
    | {f"readers-{each}" for each in Recipients}
    | {f"document-{each}" for each in Paper}
    | {"answer", "write", "ask-advisor", "answer-advisor"}
    | {f"settings-{group}" for group in Group}
    | {f"set-{key}" for key in Key if key not in {Key.REMINDERS, Key.LIMIT_MODE}}
    | {"set-reminders-on", "set-reminders-off", "set-limit_mode-max", "set-limit_mode-exact"}
    | {f"nearest-{each}" for each in OFFERED}
    | values(BasisKind),
}  # fmt: skip


def written(tree: python.AST) -> tuple[set[str], set[str]]:
    """The string constants of a module, and its f-strings with `{}` for each value."""
    inside = {
        id(part)
        for node in python.walk(tree)
        if isinstance(node, python.JoinedStr)
        for part in node.values
    }
    constants = {
        node.value
        for node in python.walk(tree)
        if isinstance(node, python.Constant) and isinstance(node.value, str)
        if id(node) not in inside
    }
    templates = {
        "".join(
            str(part.value) if isinstance(part, python.Constant) else "{}" for part in node.values
        )
        for node in python.walk(tree)
        if isinstance(node, python.JoinedStr)
    }
    return constants, templates


@cache
def code() -> tuple[frozenset[str], frozenset[str]]:
    """Every string constant and every f-string of the room that speaks."""
    constants: set[str] = set()
    templates: set[str] = set()
    for file in BOT.rglob("*.py"):
        if "playground" not in file.parts:
            found, put_together = written(python.parse(file.read_text(encoding="utf-8")))
            constants |= found
            templates |= put_together
    return frozenset(constants), frozenset(templates)


def asked_for() -> set[str]:
    """Every key that the code can ask for."""
    constants, templates = code()
    keys = {key for key in constants if key in resource("pl")}
    keys |= {f"button-{name}" for name in constants if f"button-{name}" in resource("pl")}
    for template in templates & set(FAMILIES):
        keys |= {template.replace("{}", each, 1) for each in FAMILIES[template]}
    return keys


def test_every_key_that_the_code_puts_together_exists() -> None:
    assert asked_for() <= set(resource("pl")), sorted(asked_for() - set(resource("pl")))


def test_every_key_that_is_written_out_in_a_call_exists() -> None:
    """`words("…")`, `words.plain("…")` and `button(words, "…", …)` with a literal key."""
    missing = [key for key in called() if key not in resource("pl")]
    assert not missing


def called() -> Iterator[str]:
    for file in (BOT / "screens").glob("*.py"):
        for node in python.walk(python.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, python.Call):
                continue
            name = python.unparse(node.func)
            at, prefix = {"words": (0, ""), "words.plain": (0, ""), "button": (1, "button-")}.get(
                name, (-1, "")
            )
            if at >= 0 and len(node.args) > at and isinstance(node.args[at], python.Constant):
                yield f"{prefix}{node.args[at].value}"  # type: ignore[attr-defined]


def test_no_key_is_left_that_nothing_asks_for() -> None:
    reached: set[str] = set()
    waiting = asked_for()
    while waiting:
        key = waiting.pop()
        reached.add(key)
        for language in LANGUAGES:
            waiting |= references(resource(language)[key]) - reached
    assert set(resource("pl")) == reached, sorted(set(resource("pl")) - reached)


def test_a_family_of_keys_is_known_for_every_f_string_that_names_one() -> None:
    """A new family in the code has to be listed above, or its keys would go unchecked."""
    _, templates = code()
    prefixes = {key.rsplit("-", 1)[0] + "-" for key in resource("pl") if "-" in key[1:]}
    unknown = {
        template
        for template in templates
        if template.split("{}")[0] in prefixes and template not in FAMILIES
    }
    assert not unknown


def test_every_family_listed_here_is_one_that_the_code_uses() -> None:
    _, templates = code()
    assert set(FAMILIES) <= templates, sorted(set(FAMILIES) - templates)


# --- The leaflet ------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "text"), LEAFLET.items())
def test_what_the_leaflet_names_is_kept_to_the_letter(key: str, text: str) -> None:
    assert source("pl", key) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_that_a_sentence_names_is_one_that_exists(language: str) -> None:
    labels = {text for key, text in sentences(language) if key.startswith("button-")}
    named = {
        label
        for _, text in sentences(language)
        for label in re.findall(r"\[([^\]]+)\]|(?:nacisnąć|press) [„“]([^”]+)[”]", text)
        for label in label
        if label
    }
    assert len(named) >= 5, named
    assert named <= labels, named - labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_command_that_a_sentence_names_is_one_that_is_understood(language: str) -> None:
    named = {
        name
        for _, text in sentences(language)
        for name in re.findall(r"(?<![\w/])/([a-z]\w*)", text)
    }
    assert {"pomoc", "kontynuuj", "rodo"} <= named
    assert named <= set(ALIASES), named - set(ALIASES)
    assert {*MENU, *itertools.chain(*OF_ROLE.values())} <= set(ALIASES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_a_phone(language: str) -> None:
    labels = {key: text for key, text in sentences(language) if key.startswith("button-")}
    kept = LONG_IN_THE_LEAFLET if language == "pl" else set()
    long = {k: t for k, t in labels.items() if len(t) > LONGEST_LABEL and k not in kept}
    assert labels
    assert not long


# --- The house's language ---------------------------------------------------------------------


def found(pattern: str, texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, text) for key, text in texts if re.search(pattern, text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_shouted_at(language: str) -> None:
    assert not found("!", sentences(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotes_and_dashes_are_those_of_the_language(language: str) -> None:
    opening, closing = QUOTES[language]
    others = set("\"'„“”‚‘’«»") - {opening, closing, "'" if language == "en" else ""}
    assert not found(f"[{''.join(others)}]", sentences(language))
    assert not found(r"\s-\s|—|--", sentences(language))
    assert not found(r"(^|\S)–\S|\S– ", sentences(language))
    for key, entry in resource(language).items():
        text = "".join(n.value for n in nodes(entry) if isinstance(n, ast.TextElement))
        assert text.count(opening) == text.count(closing), f"{language} {key}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_spaces_are_single_and_points_are_points(language: str) -> None:
    assert not found(r"  |\.\.\.| [,.;:?]( |$)", sentences(language))


def test_polish_addresses_nobody_as_thou() -> None:
    """Impersonal forms and „proszę”, never the second person singular (domain.md §3.3)."""
    thou = r"(?i)\b(ty|ciebie|ci|tobie|twój|twoja|twoje|twojego|masz|możesz|musisz|chcesz|jesteś|"
    thou += r"wpisz|podaj|naciśnij|kliknij|wklej|wyślij|sprawdź|spróbuj|zaznacz|wybierz)\b"
    texts = [(k, t) for k, t in sentences("pl") if not k.startswith(("button-", "language-ask"))]
    assert not found(thou, texts)


def test_nobodys_sex_is_guessed() -> None:
    """No first person and no past tense of „Pan/i” (domain.md §3.3)."""
    gendered = (
        r"(?i)\b(?!hasłem|zespołem|wysyłam)\w+(łem|łam|łeś|łaś)\b|ł\(a\)|\bPan/i\b|\bPana/i\b|-am\b"
    )
    assert not found(gendered, sentences("pl"))


def test_polish_abbreviations_are_the_offices_own() -> None:
    assert not found(r"\bds(?!\.)\b|d/s|z pośród|\bpkt\.", sentences("pl"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_one_emoji_at_most(language: str) -> None:
    emoji = r"[\u231a-\u23ff\u2600-\u260f\u2612-\u2712\u2714-\u27bf\u2b50\U0001f000-\U0001faff]"
    for key, entry in resource(language).items():
        text = "".join(n.value for n in nodes(entry) if isinstance(n, ast.TextElement))
        assert len(re.findall(emoji, text)) <= (key == "refusal"), f"{key}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_bold_is_ever_used_and_always_closed(language: str) -> None:
    for key, entry in resource(language).items():
        text = "".join(n.value for n in nodes(entry) if isinstance(n, ast.TextElement))
        tags = re.findall(r"<[^>]*>|[<>]", text)
        assert tags in ([], ["<b>", "</b>"]), f"{key}: {text}"
