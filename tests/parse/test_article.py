"""Promises that every parsed article keeps, whatever its text; and the development articles, where they are at hand."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ArticleRejected
from pipeline.parse import parse_article
from pipeline.parse.lines import INVISIBLE
from pipeline.records import Article, ParsedArticle, PassageKind

FRAGMENTS = """= Title =
== Heading ==
=== Deep ===
Infobox
- Key: value
- item
;
; term
| a | b |
| a | | |
|
| a
date 2025-04-06 Text
By Mira Holm
March 9, 2024
© Harbour Post
Menu   News   Film
Best Score
WINNER: Mira
Mira (Image via Pine)
A sentence that goes on until it ends.
Related Links
Short line
1. When?
灯台の丘。
=
==""".splitlines()
INVISIBLE_OR_LONG = ["x" * 300, "\ufeff", "\u200b"]
lines = st.lists(st.sampled_from([*FRAGMENTS, *INVISIBLE_OR_LONG]) | st.text(max_size=40), max_size=25)
breaks = st.sampled_from(["\n", "\r\n", "\n\n", "\u2028", "\r"])


def parse(text: str) -> ParsedArticle:
    return parse_article(Article("a.txt", text, "", "utf-8"))


def check_promises(parsed: ParsedArticle) -> None:
    raw, passages = parsed.text, parsed.passages
    covered = "".join(passage.text for passage in passages)
    for passage in passages:
        span = passage.span
        assert raw[span.start : span.end] == passage.text
        assert passage.text == passage.text.strip().strip(INVISIBLE)
        assert all(raw[cell.start : cell.end] == cell.text for cell in passage.cells)
        assert all(span.start <= cell.start <= cell.end <= span.end for cell in passage.cells)
    assert all(one.span.end <= two.span.start for one, two in pairwise(passages))
    lost = sum(map(str.isalpha, raw)) - sum(map(str.isalpha, covered))
    assert lost <= raw.lower().count("infobox") * 7 + raw.count("date") * 4
    assert any(passage.kind != PassageKind.FURNITURE for passage in passages)


@settings(deadline=None)  # machines are shared
@given(st.builds(lambda parts, end: end.join(parts), lines, breaks))
def test_every_text_is_parsed_or_rejected(text: str) -> None:
    try:
        parsed = parse(text)
    except ArticleRejected:
        return
    check_promises(parsed)


@settings(deadline=None)  # machines are shared
@given(st.text())
def test_arbitrary_text_is_parsed_or_rejected(text: str) -> None:
    try:
        parsed = parse(text)
    except ArticleRejected:
        return
    check_promises(parsed)


@pytest.mark.parametrize("text", ["", "...", "12 34", "© Harbour Post", "= =", "| |\n| |", "Close menu\nShare"])
def test_nothing_readable_is_a_rejection(text: str) -> None:
    with pytest.raises(ArticleRejected, match="no readable text"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "=" * 200_000 + " a",
        "a" + "\u200b " * 100_000 + "b",
        "| a " * 100_000 + "|",
        ("| a " * 10_000 + "|\n") * 5,
        "(" * 100_000 + "word",
        ("a (Image via " * 12 + "\n") * 500,
        ("Follow " + "x on " * 30 + "\n") * 500,
        "a" + "\n" * 200_000 + "b",
    ],
    ids=["line", "equals", "invisible", "cells", "wide", "brackets", "captions", "follow", "gaps"],
)
def test_odd_sizes_are_parsed_or_rejected(text: str) -> None:
    try:
        parsed = parse(text)
    except ArticleRejected:
        return
    check_promises(parsed)


def development_articles(shared_bench: Path) -> list[tuple[str, str, dict[str, Any]]]:
    articles = shared_bench / "articles"
    folders = [(shared_bench.parent / "raw", articles / "gold"), (articles / "dev/raw", articles / "dev/gold")]
    return [
        (
            path.name,
            path.read_bytes().decode("utf-8"),
            json.loads((gold / f"{path.stem}.json").read_text(encoding="utf-8")),
        )
        for raw, gold in folders
        for path in sorted(raw.glob("*.txt"))
    ]


def test_development_articles_keep_metadata_and_mentions(shared_bench: Path) -> None:
    """The rules were made with these articles: this guards against losing ground, it measures nothing."""
    for name, text, gold in development_articles(shared_bench):
        parsed = parse(text)
        check_promises(parsed)
        metadata, expected = parsed.metadata, gold["meta"]
        found = {
            "title": metadata.title,
            "publisher": metadata.publisher,
            "authors": list(metadata.authors),
            "published_on": metadata.published_on and metadata.published_on.isoformat(),
        }
        assert found == expected, name
        assert metadata.language == "en", name
        readable = [p.span for p in parsed.passages if p.kind != PassageKind.FURNITURE]
        lost = [
            d["text"] for d in gold["dates"] if not any(s.start <= d["start"] and d["end"] <= s.end for s in readable)
        ]
        assert lost == [], name
