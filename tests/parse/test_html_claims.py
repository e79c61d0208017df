"""A page from its bytes to what it says: names without markup, evidence with it."""

from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.extract import extract_claims, load_language
from pipeline.parse import parse_article
from pipeline.records import Article, Extraction
from pipeline.resolve import resolve_entities

PAGES = Path(__file__).parent / "html_pages"


@cache
def language() -> Language:
    return load_language()


@cache
def extract(name: str) -> tuple[str, Extraction]:
    raw = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    (extraction,) = extract_claims([parse_article(Article(f"{name}.html", raw, "", "utf-8"))], language())
    return raw, extraction


@pytest.mark.parametrize("name", ["encyclopedia", "news", "blog", "broken"])
def test_every_span_carries_its_words(name: str) -> None:
    raw, extraction = extract(name)
    assert extraction.layout == "html"
    assert extraction.mentions
    for found in (*extraction.mentions, *extraction.dates):
        assert raw[found.start : found.end] == found.text
    for award in extraction.awards:
        assert all(0 <= span.start < span.end <= len(raw) for span in award.evidence)


@pytest.mark.parametrize("name", ["encyclopedia", "news", "blog", "broken"])
def test_no_name_and_no_value_holds_markup(name: str) -> None:
    _, extraction = extract(name)
    words = [m.words for m in extraction.mentions] + [m.canonical or "" for m in extraction.mentions]
    for s in extraction.statements:
        words += [s.subject.text, s.value, s.written or ""]
    for a in extraction.awards:
        words += [a.award, a.category or "", *(n.text for n in (a.recipient, a.work) if n)]
    assert [w for w in words if "<" in w or "&amp;" in w or "&nbsp;" in w or "  " in w] == []


def test_mentions_of_an_encyclopedia_page() -> None:
    _, extraction = extract("encyclopedia")
    found = {(m.words, m.label) for m in extraction.mentions}
    assert {
        ("The Glass Orchard", "WORK_OF_ART"),
        ("Ida Sundqvist", "PERSON"),
        ("Lantern & Reed Pictures", "ORG"),
        ("Karin Holt", "PERSON"),
        ("Golden Heron Awards", "AWARD"),
    } <= found
    assert {m.name for m in extraction.mentions if m.text == "Lantern &amp; Reed Pictures"} == {
        "Lantern & Reed Pictures"
    }


def test_awards_of_an_encyclopedia_page() -> None:
    raw, extraction = extract("encyclopedia")
    rows = [(a.award, a.year, a.category, a.recipient and a.recipient.text, a.result) for a in extraction.awards]
    assert sorted(rows, key=str) == sorted(
        [
            ("Golden Heron Awards", 2012, "Best Film", "The Glass Orchard", "won"),
            ("Golden Heron Awards", 2012, "Best Director", "Ida Sundqvist", "won"),
            ("Golden Heron Awards", 2012, "Best Screenplay", "Ida Sundqvist", "nominated"),
            ("Northern Film Awards", 2012, "Best Score", "Oona Reyl", "nominated"),
            ("Northern Film Awards", 2012, "Best Score", "Petra Vance", "nominated"),
            ("Silver Lamp Awards", 2013, "Best Actress", "Karin Holt", "won"),
        ],
        key=str,
    )
    joint = next(a for a in extraction.awards if a.recipient and a.recipient.text == "Petra Vance")
    assert "Oona Reyl<br>Petra Vance" in [raw[span.start : span.end] for span in joint.evidence]


def test_statements_of_an_infobox() -> None:
    _, extraction = extract("encyclopedia")
    stated = {(s.predicate, s.value) for s in extraction.statements}
    assert {
        ("director", "Ida Sundqvist"),
        ("screenwriter", "Marek Dolny"),
        ("composer", "Oona Reyl"),
        ("composer", "Petra Vance"),
        ("studio", "Lantern & Reed Pictures"),
        ("release_date", "2011-03-12"),
    } <= stated


def test_dates_and_awards_of_a_news_page() -> None:
    raw, extraction = extract("news")
    dates = {(d.text, d.edtf) for d in extraction.dates}
    assert dates == {("3 May 2024", "2024-05-03"), ("Thursday", "2024-05-02"), ("14&nbsp;June&nbsp;2025", "2025-06-14")}
    rows = [(a.award, a.edition, a.category, a.recipient and a.recipient.text, a.result) for a in extraction.awards]
    assert rows == [
        ("Lantern Film Awards", 12, "Best Film", "Kite Season", "won"),
        ("Lantern Film Awards", 12, "Best Film", "Salt & Smoke", "nominated"),
        ("Lantern Film Awards", 12, "Best Score", "Oona Reyl", "won"),
    ]
    assert "should have won" in raw  # in a comment below the article: nobody's award


def test_entities_are_named_without_markup() -> None:
    extractions = {f"{name}.html": extract(name)[1] for name in ("encyclopedia", "news")}
    resolution = resolve_entities(extractions)
    names = {entity.name for entity in resolution.entities} | {a for e in resolution.entities for a in e.aliases}
    assert "Lantern & Reed Pictures" in names
    assert [name for name in names if "&" in name and ";" in name] == []


def test_a_box_about_several_forms_of_a_work() -> None:
    raw = """<!doctype html><meta name=generator content="MediaWiki 1.43"><body><h1>Paper Moons</h1>
    <table class="infobox"><tr><th colspan=2><i>Paper Moons</i></th></tr>
    <tr><th colspan=2>Manga</th></tr><tr><th>Written by</th><td>Rin Asako</td></tr>
    <tr><th>Published by</th><td>Kawabe Shoten</td></tr>
    <tr><th colspan=2>Anime television series</th></tr><tr><th>Directed by</th><td>Shun <b>Odaka</b></td></tr></table>
    <p><b>Paper Moons</b> is a Japanese manga series by Rin Asako. An anime television series was made of it.</p>"""
    (extraction,) = extract_claims([parse_article(Article("a.html", raw, "", "utf-8"))], language())
    stated = {(s.predicate, s.value, s.medium) for s in extraction.statements}
    assert {("director", "Shun Odaka", "anime"), ("publisher", "Kawabe Shoten", "manga")} <= stated
