"""The playground reads HTML exactly as Telegram's own library does, refusals included."""

import json
import sys
from typing import Any

import pytest
import tdjson
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground import genuine
from bot.playground.entities import Formatted, NotParsed, settle
from bot.playground.markup import parse_html
from bot.playground.refusals import Refused
from bot.playground.texts import formatted


def as_telegram_reads(text: str) -> tuple[str, list[tuple[Any, ...]]] | str:
    request = {
        "@type": "parseTextEntities",
        "text": text,
        "parse_mode": {"@type": "textParseModeHTML"},
    }
    raw = tdjson.td_execute(json.dumps(request).encode())
    assert raw is not None
    read = json.loads(raw)
    if read["@type"] == "error":
        return str(read["message"])
    entities = []
    for entity in read["entities"]:
        name = entity["type"]["@type"].removeprefix("textEntityType")
        kind = genuine.NAMES.get(name, name.lower())
        details = (entity["type"].get("url"), entity["type"].get("language"))
        entities.append((kind, entity["offset"], entity["length"], *details))
    return read["text"], entities


def as_the_playground_reads(text: str) -> tuple[str, list[tuple[Any, ...]]] | str:
    try:
        read = parse_html(text)
    except NotParsed as reason:
        return f"Can't parse entities: {reason}"
    return read.text, [
        (e["type"], e["offset"], e["length"], e.get("url"), e.get("language"))
        for e in read.entities
    ]


@pytest.mark.parametrize(
    "text",
    [
        "zwykły tekst",
        "<b>a</b><b>b</b>",
        "<b>a<i>b</i></b>",
        "<i><b>x</b></i>",
        "<b>😀</b>ł<i>x</i>",
        "<b></b><i>x</i>",
        "<B>x</b>",
        "<b\nx>q</b\n>",
        "<b>x</>",
        "<u>a</u><ins>b</ins><s>c</s><strike>d</strike><del>e</del><em>f</em><strong>g</strong>",
        "<tg-spoiler>x</tg-spoiler><span class='tg-spoiler'>y</span>",
        "<code><b>x</b></code>",
        '<pre><code class="language-py">x</code></pre>',
        '<code class="language-py"><pre>x</pre></code>',
        "<pre><code class='language-x'>a</code>b</pre>",
        "<blockquote>a\nb</blockquote><blockquote expandable>c</blockquote>",
        "<a href='http://x.pl'>x</a>",
        "<a href='t.me/x?start=1&amp;b=2'>x</a>",
        "<a href=abc.pl>x</a>",
        "<a href='HTTP://X.pl/ą b'>x</a>",
        "<a href='a.pl#x'>a</a>",
        "<a href='https://a.pl:80#x'>a</a>",
        "<a href='tg://user?id=123'>x</a>",
        "<a href='tg://resolve?domain=x'>x</a>",
        "<a href='http://localhost:8000/x'>a</a>",
        "<a href='http://127.0.0.1/'>a</a>",
        "<a href='ftp://a.pl'>a</a><a href='javascript:alert(1)'>a</a><a href=''>a</a>",
        "<a>http://x.pl</a>",
        "<tg-emoji emoji-id='5368324170671202286'>👍</tg-emoji>",
        "<tg-time unix='1'>x</tg-time><tg-time>y</tg-time>",
        "&lt;&gt;&amp;&quot;&apos;&nbsp;&#65;&#x41;&copy;&ltx&lt",
        "&#0;&#;&#9999999;&#000000065;&#00000065;",
        "  <b>x</b>  ",
    ],
)
def test_good_html_gives_the_text_and_entities_that_telegram_gives(text: str) -> None:
    assert as_the_playground_reads(text) == as_telegram_reads(text)
    assert not isinstance(as_telegram_reads(text), str)


@pytest.mark.parametrize(
    "text",
    [
        "1 < 2",
        "<",
        "<>",
        "</",
        "<b",
        "<b>",
        "<b>x</i>",
        "<b>ą</i>",
        "ż<b",
        "</b>",
        "<b>x</b ",
        "<b>x</b x>",
        "<b><i>x</b></i>",
        "<B>x</b></B>",
        "<x>",
        "<br/>",
        "<b/>",
        "<b / >x</b>",
        "<b '>x</b>",
        "<h1>x</h1>",
        "<span class='x'>x</span>",
        "<span>x</span>",
        "<a =x>x</a>",
        "<a ",
        "<a href",
        "<a href= ",
        "<a href=a.pl",
        "<a href='a.pl",
        '<a href="abc>x</a>',
        "<a href=x.pl/y>a</a>",
        "<b x=ż>q</b>",
        "<tg-emoji emoji-id='x'>👍</tg-emoji>",
        "<tg-emoji>x</tg-emoji>",
        "&#55296;x",
    ],
)
def test_bad_html_is_refused_in_telegrams_own_words(text: str) -> None:
    assert as_the_playground_reads(text) == as_telegram_reads(text)
    assert isinstance(as_telegram_reads(text), str)


TOKENS = [
    *("a", "ż", "😀", " ", "\n", "&lt;", "&amp", "<", ">"),
    *("<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "<code>", "</code>", "<pre>", "</pre>"),
    *("<code class='language-x'>", "<a href='a.pl'>", "</a>", "<blockquote>", "</blockquote>"),
    *("<tg-spoiler>", "</tg-spoiler>", '<span class="tg-spoiler">', "</span>", "</>"),
]


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=12).map("".join))
def test_whatever_is_pieced_together_is_read_as_telegram_reads_it(text: str) -> None:
    assert as_the_playground_reads(text) == as_telegram_reads(text)


def found_in(text: str) -> list[tuple[str, str]]:
    return [
        (e["type"], text[e["offset"] : e["offset"] + e["length"]])
        for e in settle(Formatted(text, ())).entities
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start abc", [("bot_command", "/start")]),
        ("/stan@komplet_bot teraz", [("bot_command", "/stan@komplet_bot")]),
        ("5/7 oraz a/b i <b>", []),
        ("zob. https://t.me/x_bot?start=Ab-_9.", [("url", "https://t.me/x_bot?start=Ab-_9")]),
        ("a.k@powiat.pl, @wlodawa_bot", [("email", "a.k@powiat.pl"), ("mention", "@wlodawa_bot")]),
    ],
)
def test_commands_addresses_and_names_are_marked_by_themselves(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert found_in(text) == found


def test_a_delivered_text_loses_its_blank_ends_and_its_entities_move_along() -> None:
    text, entities = settle(parse_html(" \n <b> Anna </b> /x \n"))
    assert text == "Anna  /x"
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == [
        ("bold", 0, 5),
        ("bot_command", 6, 2),
    ]


def test_nothing_is_found_inside_code_and_code_keeps_its_leading_blanks() -> None:
    text, entities = settle(parse_html("<code>  /start x@y.pl</code>"))
    assert text == "  /start x@y.pl"
    assert [e["type"] for e in entities] == ["code"]


@pytest.fixture
def without_tdjson(monkeypatch: pytest.MonkeyPatch) -> Any:
    """As on a machine where the extra `playground` is not installed."""
    monkeypatch.setitem(sys.modules, "tdjson", None)
    genuine._library.cache_clear()
    yield
    genuine._library.cache_clear()


def test_without_telegrams_library_html_is_read_as_strictly_and_markdown_is_not(
    without_tdjson: None,
) -> None:
    assert not genuine.is_installed()
    read = formatted("<b>x</b>", "HTML", None)
    assert read == Formatted("x", ({"type": "bold", "offset": 0, "length": 1},))
    with pytest.raises(Refused, match="Unsupported start tag"):
        formatted("1 < 2", "HTML", None)
    with pytest.raises(Refused, match="not emulated"):
        formatted("*x*", "MarkdownV2", None)


def test_without_telegrams_library_entities_are_kept_within_the_text(
    without_tdjson: None,
) -> None:
    bold = {"type": "bold", "offset": 0, "length": 3}
    assert formatted("Anna", "", [bold]).entities == (bold,)
    for offset, length in ((-1, 2), (0, -1), (2, 9)):
        with pytest.raises(Refused, match=r"[Ee]ntity"):
            formatted("Anna", "", [bold | {"offset": offset, "length": length}])
