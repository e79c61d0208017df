"""Word documents: styles, lists, tables with true spans; what is rejected."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ArticleRejected
from pipeline.parse import parse_article
from pipeline.records import Article, ParsedArticle
from tests.parse.making import WORD, cell, docx_of, paragraph, table

SAMPLE = Path(__file__).parent / "data" / "lantern_keepers.docx"
PROSE = "The Lantern Keepers is a novel series by Oda Bremer."


def parsed(data: bytes) -> ParsedArticle:
    article = parse_article(Article("a.docx", "", "", None, data))
    assert article.is_rendered
    for passage in article.passages:
        assert article.text[passage.span.start : passage.span.end] == passage.text
        assert all(article.text[c.start : c.end] == c.text for c in passage.cells)
    return article


def shown(article: ParsedArticle) -> list[tuple[str, str]]:
    return [(passage.kind.value, passage.text) for passage in article.passages]


def rows(article: ParsedArticle) -> list[list[str | None]]:
    return [[cell and cell.text for cell in row] for row in article.tables[0].rows]


def test_the_sample() -> None:
    article = parsed(SAMPLE.read_bytes())
    assert article.layout == "docx"
    assert (article.metadata.title, article.metadata.authors) == ("The Lantern Keepers", ("Mira Holm",))
    assert article.metadata.published_on == date(2023, 3, 14)
    assert article.tables[0].roles == ("year", "award", "category", "result")
    assert rows(article) == [
        ["2021", "Golden Reel Award", "Best Series", "Nominated"],
        ["2022", "Golden Reel Award", "Best Series", "Won"],
        ["2022", "Golden Reel Award", "Best Director", "Nominated"],
        ["2023", "Northern Light Award", "Best Score", "Won"],
    ]
    assert article.tables[0].rows[1][1] is article.tables[0].rows[0][1]
    assert ("infobox", "Directed by: Anna Lind") in shown(article)
    assert ("list_item", "Lena Ros as Mira") in shown(article)
    assert "Harbor Courier" not in article.text  # the running head
    sections = {p.text: p.section for p in article.passages}
    assert sections["Television"] == ("Adaptations",)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:p><w:r><w:t>Shown </w:t></w:r><w:del><w:r><w:delText>gone </w:delText></w:r></w:del></w:p>", "Shown"),
        ("<w:p><w:ins><w:r><w:t>Put in.</w:t></w:r></w:ins></w:p>", "Put in."),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>Seen.</w:t></w:r></w:p>", "Seen."),
        ("<w:p><w:hyperlink><w:r><w:t>A </w:t></w:r></w:hyperlink><w:r><w:t>link.</w:t></w:r></w:p>", "A link."),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>One</w:t><w:tab/><w:t>two.</w:t></w:r></w:p>", "One two."),
        ("<w:p><w:r><w:t>Note</w:t><w:footnoteReference/><w:t>d.</w:t></w:r></w:p>", "Noted."),
        ("<w:sdt><w:sdtContent>" + paragraph("In a control.") + "</w:sdtContent></w:sdt>", "In a control."),
    ],
)  # fmt: skip
def test_what_a_reader_sees(body: str, expected: str) -> None:
    assert parsed(docx_of(body + paragraph(PROSE))).text.split("\n")[0] == expected


def test_styles_that_are_based_on_headings_and_have_other_names() -> None:
    styles = (
        '<w:styles xmlns:w="w"><w:style w:styleId="U1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Eigen"><w:name w:val="Eigene"/><w:basedOn w:val="U1"/></w:style>'
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        "</w:styles>"
    )
    body = paragraph("Adaptations", "Eigen") + paragraph(PROSE, "A")
    assert shown(parsed(docx_of(body, word__styles=styles))) == [("heading", "Adaptations"), ("prose", PROSE)]


def test_spans_of_columns_and_rows() -> None:
    first = cell("Award", '<w:gridSpan w:val="2"/>') + cell("Year")
    second = cell("Golden Reel") + cell("Best Score") + cell("2022", '<w:vMerge w:val="restart"/>')
    third = cell("Golden Reel") + cell("Best Song") + cell("", "<w:vMerge/>")
    article = parsed(docx_of(paragraph(PROSE) + table(first, second, third)))
    assert rows(article) == [["Golden Reel", "Best Score", "2022"], ["Golden Reel", "Best Song", "2022"]]


@pytest.mark.parametrize(
    "body",
    [
        table(cell("a", '<w:gridSpan w:val="2147483648"/><w:vMerge w:val="restart"/>') + cell("b"), cell("c")),
        table(*["".join(cell(f"x{n}") for n in range(800))] * 2),
        table(*[cell("a", "<w:vMerge/>") + cell("b")] * 500),
        table(*[cell("a", "<w:vMerge/>") + cell("b", "<w:vMerge/>")] * 2),
        "<w:tbl><w:tr><w:tc>" * 100 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 100,
        "<w:tbl/><w:tbl><w:tr/></w:tbl>",
    ],
)
def test_odd_tables_harm_nothing(body: str) -> None:
    assert PROSE in parsed(docx_of(paragraph(PROSE) + body)).text


ENTITIES = b'<!DOCTYPE a [<!ENTITY x "y"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
HOSTILE = {
    "no archive": (b"PK\x03\x04", "not a readable ZIP archive"),
    "cut off": (SAMPLE.read_bytes()[:-200], "not a readable ZIP archive"),
    "another office file": (docx_of("", b"<workbook/>", "xl/workbook.xml"), "not a Word document"),
    "no body": (docx_of("", b"<document/>"), "not a Word document"),
    "broken XML": (docx_of("<w:p>"), "broken Word document"),
    "entities": (docx_of("", ENTITIES + WORD.encode() % b"<w:p><w:r><w:t>&f;</w:t></w:r></w:p>"), "document type"),
    "bomb": (docx_of("<w:p/>" * 8_000_000), "larger than 40 MB"),
    "elements inside one another": (docx_of("<w:sdt>" * 100_000), "too many elements"),
    "empty": (docx_of("<w:p/>"), "no readable text"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_rejected_with_a_reason(name: str) -> None:
    data, reason = HOSTILE[name]
    with pytest.raises(ArticleRejected, match=reason):
        parsed(data)


@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 18_000), st.integers(0, 40))
def test_any_bytes_are_read_or_rejected(noise: bytes, at: int, length: int) -> None:
    sample = SAMPLE.read_bytes()
    for data in (b"PK\x03\x04" + noise, sample[: at + 4] + noise + sample[at + 4 + length :]):
        with suppress(ArticleRejected):
            parsed(data)


PIECES = (
    "<w:p>", "</w:p>", "<w:r><w:t>Ann Oba</w:t></w:r>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "</w:tc>",
    "<w:tc><w:tcPr><w:vMerge/></w:tcPr>",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_any_nesting_is_read_or_rejected(parts: list[str]) -> None:
    with suppress(ArticleRejected):
        parsed(docx_of("".join(parts)))
