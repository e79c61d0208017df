"""Each layout with a page of its own: recognised by content, read with title and tables, every span in its place."""

from pathlib import Path

import pytest

from pipeline.errors import ArticleRejected
from pipeline.parse import parse_article
from pipeline.parse.layouts import DOCUMENTS, LAYOUTS
from pipeline.records import Article, ParsedArticle, PassageKind
from tests.parse.making import docx_of, pdf_page

HERE = Path(__file__).parent
DUMP = """= Grey Harbour =
Infobox film
- Director: Ann Lee
- Release date: 4 March 2003
Grey Harbour is a 2003 film by Ann Lee. It was shot in the winter of 2002 on the coast, and it was her first.
== Accolades ==
| Year | Award | Category | Result |
| 2003 | Finch Awards | Best Film | Won |
| Best Score | Nominated |
"""
NEWS = """Home | News | Film

Grey Harbour wins at the Finch Awards

By Mira Holm
March 4, 2003 · 3 min read

The film Grey Harbour won Best Film at the Finch Awards in Lund on Monday, its producers said.

The cast on stage (Image via Pine Films and Jon Aske)

It had been shown for the first time a year ago, and nobody had expected it to win a prize.

Read more: All winners
"""
EXAMPLES: dict[str, tuple[str | bytes, int]] = {  # what lies in raw/, and how many tables it has at least
    "html": ((HERE / "html_pages" / "encyclopedia.html").read_text(encoding="utf-8"), 1),
    "wikitext": ((HERE / "wikitext_pages" / "series.wiki").read_text(encoding="utf-8"), 1),
    "markdown": ((HERE / "markdown_pages" / "news.md").read_text(encoding="utf-8"), 0),
    "wiki_dump": (DUMP, 1),
    "web_text": (NEWS, 0),
    "pdf": ((HERE / "data" / "lantern_keepers.pdf").read_bytes(), 0),
    "docx": ((HERE / "data" / "lantern_keepers.docx").read_bytes(), 0),
}
EMPTY: dict[str, str | bytes] = {
    "html": "<!DOCTYPE html><html><head><title></title></head><body><nav><a href='/'>Home</a></nav></body></html>",
    "wikitext": "{{Infobox film}}\n{{Reflist}}\n[[Category:Films]]\n'''",
    "markdown": "---\ndate: 2023-03-04\n---\n![](a.png)\n\n---\n",
    "wiki_dump": "= =\n== References ==\n== ==\n",
    "web_text": "— — —\n\n***\n\n12 34\n",
    "pdf": pdf_page(b"q Q"),
    "docx": docx_of("<w:p/>"),
}


def read(source: str | bytes) -> ParsedArticle:
    if isinstance(source, bytes):
        return parse_article(Article("a", "", "0", None, source))
    return parse_article(Article("a", source, "0", "utf-8"))


def test_every_layout_has_an_example() -> None:
    names = {layout.name for layout in (*LAYOUTS, *DOCUMENTS)}
    assert names == set(EXAMPLES) == set(EMPTY)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_is_read(name: str) -> None:
    source, tables = EXAMPLES[name]
    parsed = read(source)
    assert parsed.layout == name
    assert parsed.metadata.title
    assert parsed.metadata.language == "en"
    assert len(parsed.tables) >= tables
    assert sum(p.kind in (PassageKind.PROSE, PassageKind.LIST_ITEM) for p in parsed.passages) >= 1


@pytest.mark.parametrize("name", EXAMPLES)
def test_spans_refer_to_the_text_or_to_the_rendering(name: str) -> None:
    source, _ = EXAMPLES[name]
    parsed = read(source)
    assert parsed.text == source or isinstance(source, bytes)
    for passage in (
        p for p in parsed.passages if p.kind != PassageKind.INFOBOX
    ):  # keys are shown under their usual names
        for word in passage.text.split()[:40]:
            if not word.isalnum():
                continue
            at = passage.text.index(word)
            span = passage.to_raw(at, at + len(word))
            raw = parsed.text[span.start : span.end]  # may hold markup: '[[ferry]]s', '{{won}}'
            assert "".join(filter(str.isalnum, raw)) == word or "&" in raw or "{{" in raw


@pytest.mark.parametrize("name", EMPTY)
def test_a_page_without_an_article_is_rejected_with_a_reason(name: str) -> None:
    with pytest.raises(ArticleRejected, match=r"[a-z]{2,} [a-z]{2,}"):
        read(EMPTY[name])
