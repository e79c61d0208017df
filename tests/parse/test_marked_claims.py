"""A wiki page and an article in Markdown, from their text to what they say. All names are invented."""

from functools import cache
from pathlib import Path

import pytest

from pipeline.extract import extract_claims, load_language
from pipeline.parse import parse_article
from pipeline.records import Article, Extraction
from tests.parse.marked_articles import check_places

FOLDER = Path(__file__).parent
PAGES = {"wikitext": "wikitext_pages/series.wiki", "markdown": "markdown_pages/news.md"}


@cache
def extract(layout: str) -> tuple[str, Extraction]:
    raw = (FOLDER / PAGES[layout]).read_text(encoding="utf-8")
    parsed = parse_article(Article(PAGES[layout], raw, "", "utf-8"))
    check_places(parsed, raw)
    (extraction,) = extract_claims([parsed], load_language())
    return raw, extraction


@pytest.mark.parametrize("layout", PAGES)
def test_every_span_carries_its_words(layout: str) -> None:
    raw, extraction = extract(layout)
    assert extraction.layout == layout
    for found in (*extraction.mentions, *extraction.dates):
        assert raw[found.start : found.end] == found.text
    words = [m.words for m in extraction.mentions] + [s.value for s in extraction.statements]
    assert [word for word in words if any(mark in word for mark in ("[", "{", "|", "''", "**", "<"))] == []


@pytest.mark.parametrize("layout", PAGES)
def test_mentions(layout: str) -> None:
    _, extraction = extract(layout)
    found = {(m.words, m.label) for m in extraction.mentions}
    expected = {
        ("Quiet Harbour", "WORK_OF_ART"),
        ("Ada Quill", "PERSON"),
        ("Harbour TV", "ORG"),
        ("Pine Prize", "AWARD"),
    }
    assert expected <= found


def test_awards_of_a_table_with_row_spans() -> None:
    _, extraction = extract("wikitext")
    assert [
        (a.award, a.edition, a.year, a.category, a.recipient.text if a.recipient else None, a.result)
        for a in extraction.awards
    ] == [
        ("Heron Awards", 12, 2020, "Best Drama", "Quiet Harbour", "won"),
        ("Heron Awards", 12, 2020, "Best Actress", "Ada Quill", "nominated"),
        ("Pine Prize", None, 2020, "Best Director", "Jon Aske", "won"),
    ]


def test_awards_of_a_markdown_table() -> None:
    _, extraction = extract("markdown")
    assert [(a.award, a.year, a.category, a.recipient and a.recipient.text, a.result) for a in extraction.awards] == [
        ("Heron Awards", 2020, "Best Drama", "Quiet Harbour", "won"),
        ("Pine Prize", 2021, "Best Actress", "Ada Quill", None),
    ]


def test_dates_inside_templates() -> None:
    _, extraction = extract("wikitext")
    found = {(d.text, d.edtf) for d in extraction.dates}
    assert {("2019|3|8", "2019-03-08"), ("2021|11|20", "2021-11-20"), ("8 March 2019", "2019-03-08")} <= found


def test_what_an_infobox_states() -> None:
    _, extraction = extract("wikitext")
    stated = {(s.predicate, s.value) for s in extraction.statements}
    assert {
        ("author", "Mira Holm"),
        ("director", "Jon Aske"),
        ("director", "Lars Ek"),
        ("broadcaster", "Harbour TV"),
        ("premiere", "2019-03-08"),
        ("finale", "2021-11-20"),
        ("episodes", "24"),
    } <= stated


def test_what_an_article_says_of_itself() -> None:
    metadata = extract("markdown")[1].metadata
    assert metadata.title == "Quiet Harbour returns for a third season"
    assert metadata.authors == ("Mira Holm",)
    assert metadata.publisher == "Pine News"
    assert str(metadata.published_on) == "2024-03-08"
