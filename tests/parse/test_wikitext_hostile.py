"""Wikitext that nobody would write: no exception but ArticleRejected, no blow-up, every span in its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parse import wikitext
from tests.parse.marked_articles import check_places, grows_with_length, read_quietly

PIECES = [
    "{{",
    "}}",
    "[[",
    "]]",
    "{|",
    "|}",
    "\n{|\n",
    "\n|-\n",
    "\n|}\n",
    "\n| ",
    "\n! ",
    "|",
    "||",
    "!!",
    "=",
    "\n",
    "\n\n",
    "''",
    "'''",
    "'''''",
    "''''",
    "<ref>",
    "</ref>",
    "<ref name=a/>",
    "<!--",
    "-->",
    "<nowiki>",
    "</nowiki>",
    "<br>",
    "\n* ",
    "\n# ",
    "\n; ",
    "\n: ",
    "\n== ",
    " ==\n",
    "[http://a ",
    "]",
    "&amp;",
    "&nbsp;",
    "a",
    "Mira ",
    "2019",
    " ",
    "{{won}}",
    "{{ubl|a|b}}",
    "{{nihongo|a|b|c}}",
    "{{start date|2019|3|8}}",
    "{{film date|2019|3|8|a|2020}}",
    "{{Infobox film\n| name = a\n| director = ",
    "rowspan=2 | ",
    'colspan="3" | ',
    "[[File:a|",
    "__TOC__",
    "\u200b",
    "\r",
    "{{plainlist|\n* ",
    "{{sort|a|",
    "{{!}}",
    "<span style='display:none'>",
    "</span>",
    "{{DISPLAYTITLE:",
    "\ufeff",
    "{{cite|",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_soup_of_marks(raw: str) -> None:
    if (parsed := read_quietly(wikitext.read, raw)) is not None:
        check_places(parsed, raw)
    wikitext.recognises(raw)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text(raw: str) -> None:
    if (parsed := read_quietly(wikitext.read, raw)) is not None:
        check_places(parsed, raw)


@pytest.mark.parametrize(
    "piece",
    [
        "{{",
        "[[",
        "{{a|",
        "[[a|",
        "{|\n",
        "{|\n|\n",
        "<ref>",
        "<!--",
        "'''",
        "[http://a ",
        "{{a|[[",
        "\n| a || ",
        "\n* [[a]]",
        "{{won}}",
        "{{{",
        "<b>",
        "|-\n",
        "]]",
        "}}",
        "== a ==\n",
        "{{nihongo|a|b",
        "{{ubl|",
        "[[File:a|",
        "=",
        "<nowiki>",
    ],
)
def test_time_grows_with_the_length(piece: str) -> None:
    assert grows_with_length(wikitext.read, lambda n: piece * (n // len(piece)), 3_000)


@pytest.mark.parametrize(
    "raw",
    [
        "{{" * 100_000,
        "[[" * 100_000,
        "{{ubl|" * 20_000 + "a" + "}}" * 20_000,
        "[[a|" * 20_000 + "]]" * 20_000,
        "{|\n|\n" * 5_000 + "a" + "\n|}" * 5_000,
        "'" * 100_000,
        "{|\n|" + " a ||" * 10_000 + "\n|}",
        "{|\n| rowspan=2147483648 colspan=2147483648 | a\n|-\n| b\n|}",
        "{|\n" + "|-\n| rowspan=65534 colspan=1000 | a\n" * 500 + "|}",
        "{{film date|" + "2019|1|1|a|" * 5_000 + "}}",
        "<b>" * 30_000,
    ],
    ids=lambda raw: raw[:12],
)
def test_hostile_pages(raw: str) -> None:
    if (parsed := read_quietly(wikitext.read, raw)) is not None:
        check_places(parsed, raw)


def test_what_lies_too_deep_is_left_out_and_the_rest_read() -> None:
    raw = "Before. " + "{{ubl|" * 1_000 + "a" + "}}" * 1_000 + " Behind."
    assert "Behind." in wikitext.read(raw).passages[-1].text
