"""Articles in Markdown. All names are invented."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ArticleRejected
from pipeline.parse import markdown, parse_article
from pipeline.parse.layouts import sniff
from pipeline.parse.markdown.front_matter import read_front_matter
from pipeline.records import Article
from tests.parse.marked_articles import check_places, grows_with_length, read_quietly


def passages(raw: str) -> list[tuple[str, str]]:
    parsed = markdown.read(raw)
    check_places(parsed, raw)
    return [(passage.kind.value, passage.text) for passage in parsed.passages]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The *Night Pier* and **Kites**", "The Night Pier and Kites"),
        ('[Mira *Holm*](https://example.com/a_(b) "t") wrote', "Mira Holm wrote"),
        ("[y](y)y and [a][b] and [c]\n\n[b]: x\n[c]: x", "yy and a and c"),
        ("`code *x*` stays, `` a`b `` too", "code *x* stays, a`b too"),
        ("one \\* two &amp; three &nosuch; four", "one * two & three &nosuch; four"),
        ("one  \ntwo\nthree\\\nfour", "one two three four"),
        ("<b>one</b> two<br>three <https://example.com>", "one two three https://example.com"),
        ("a note[^1] here[^long-name].", "a note here."),
        ("5 * 3 * 2 snake_case_name", "5 * 3 * 2 snake_case_name"),
        ("an ![icon](a.png) inside", "an inside"),
        ("> quoted *by*\n> Mira", "quoted by Mira"),
        ("a\r\nb\r\nc", "a b c"),
        ("*a*b*c*", "abc"),
        ("1. 1", "1"),
    ],
)
def test_clean_text(raw: str, text: str) -> None:
    assert [shown for _, shown in passages(raw)] == [text]


def test_a_span_holds_the_words() -> None:
    raw = "> See [Mira *Holm*](x) \\& her\n> *Kites*."
    (passage,) = markdown.read(raw).passages
    assert passage.text == "See Mira Holm & her Kites."
    for words, written in (
        ("Mira Holm", "Mira *Holm"),
        ("Kites", "Kites"),
        ("&", "\\&"),
        ("her Kites", "her\n> *Kites"),
    ):
        at = passage.text.index(words)
        span = passage.to_raw(at, at + len(words))
        assert raw[span.start : span.end] == written


def test_blocks_in_reading_order() -> None:
    raw = (
        "# Kites return #\n\nBy Mira Holm\n\nMarch 8, 2024\n\nThe film opens in May, the studio said on Monday.\n\n"
        "![A pier (Photo: Lars Ek)](a.jpg)\n\nCast\n----\n\n- Ada Quill as Orla\n\n  More of her.\n* Bo Marsh\n\n"
        "### Deep\n1) one\n\n```\ncode\n```\n\n[^1]: A note.\n\n## End\n[Home](a) [News](b) [Mail](c)\n"
    )
    assert passages(raw) == [
        ("title", "Kites return"),
        ("furniture", "By Mira Holm"),
        ("prose", "March 8, 2024"),
        ("prose", "The film opens in May, the studio said on Monday."),
        ("caption", "A pier (Photo: Lars Ek)"),
        ("heading", "Cast"),
        ("list_item", "Ada Quill as Orla"),
        ("prose", "More of her."),
        ("list_item", "Bo Marsh"),
        ("heading", "Deep"),
        ("list_item", "one"),
        ("furniture", "``` code ```"),
        ("furniture", ": A note."),
        ("heading", "End"),
        ("furniture", "Home News Mail"),
    ]
    parsed = markdown.read(raw)
    assert parsed.metadata.title == "Kites return"
    assert parsed.metadata.authors == ("Mira Holm",)
    assert parsed.metadata.published_on == date(2024, 3, 8)
    assert {p.text: p.section for p in parsed.passages}["one"] == ("Cast", "Deep")


def test_a_table() -> None:
    raw = (
        "## Awards\n\nYear | Award | Category | Result\n-----|:-----:|---|---\n"
        "2019 | [Heron Awards](x) | Best \\| Score | **Won**\n| 2020 | Heron Awards | | Nominated |\n"
    )
    parsed = markdown.read(raw)
    check_places(parsed, raw)
    (table,) = parsed.tables
    assert table.roles == ("year", "award", "category", "result")
    assert [[cell and cell.text for cell in row] for row in table.rows] == [
        ["2019", "Heron Awards", "Best | Score", "Won"],
        ["2020", "Heron Awards", "", "Nominated"],
    ]
    category = table.rows[0][2]
    assert category is not None
    assert raw[category.start : category.end] == "Best \\| Score"


@pytest.mark.parametrize(
    ("raw", "title", "authors", "day", "publisher"),
    [
        (
            '---\ntitle: "Kites: a film"\nauthor: Mira Holm\ndate: 2024-03-08T10:00\npublisher: Pine\n---\nText.',
            "Kites: a film",
            ("Mira Holm",),
            date(2024, 3, 8),
            "Pine",
        ),
        ('+++\ntitle = "Kites"\ndate = 2024-03-08\n+++\nText.', "Kites", (), date(2024, 3, 8), None),
        (
            "---\nauthors: [Mira Holm, 'Jon Aske']\ntags:\n  - x\n---\nText.",
            None,
            ("Mira Holm", "Jon Aske"),
            None,
            None,
        ),
        (
            "---\nauthors:\n  - Mira Holm\n  - Jon Aske\ndate: March 8, 2024\n---\nText.",
            None,
            ("Mira Holm", "Jon Aske"),
            date(2024, 3, 8),
            None,
        ),
        ("---\n\nA ruler, no front matter.\n\n---\n", None, (), None, None),
        ("---\ntitle: never closed\n", None, (), None, None),
        ("Text.\n---\ntitle: Kites\n---\n", None, (), None, None),
    ],
)
def test_front_matter(
    raw: str, title: str | None, authors: tuple[str, ...], day: date | None, publisher: str | None
) -> None:
    matter = read_front_matter(raw)
    found = matter.title(raw)
    assert (found.text if found else None) == title
    assert matter.authors == authors
    assert matter.published_on == day
    assert matter.text(("publisher",)) == publisher


def test_front_matter_gives_the_title_where_no_heading_does() -> None:
    raw = "---\ntitle: 'Kites return'\ndate: 2024-03-08\n---\nThe film opens.\n"
    parsed = markdown.read(raw)
    check_places(parsed, raw)
    assert passages(raw) == [("title", "Kites return"), ("prose", "The film opens.")]
    assert parsed.metadata.title == "Kites return"
    assert parsed.metadata.published_on == date(2024, 3, 8)


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("Kites return to the screen\n\n*By Mira Holm*\n\nThe film [opens](a) today.", "Kites return to the screen"),
        ("Home › Screen › News\n\nKites return to the screen\n\nThe film [opens](a).", "Kites return to the screen"),
        ("The film [opens](a) today, and nobody came.\n\nKites return to the screen\n\nMore text is here.", None),
        ("- a list\n\nKites return to the screen\n\nThe film [opens](a) today.", None),
    ],
)
def test_the_first_line_of_a_page_without_headings_is_its_headline(raw: str, title: str | None) -> None:
    assert markdown.read(raw).metadata.title == title


@pytest.mark.parametrize(
    ("raw", "layout"),
    [
        ("# Kites\n\nA *film* by [Mira](https://example.com).", "markdown"),
        ("# Kites\n\nText.\n\n## Cast\n\nMore.", "markdown"),
        ("Kites\n=====\n\n| a | b |\n|---|---|\n| c | d |\n", "markdown"),
        ("---\ntitle: Kites\n---\nText.", "markdown"),
        ("[a](b) and [c](d) opened today.", "markdown"),
        ("Kites opened* today.\n\n* The film is long.\n* It is loud.", "web_text"),
        ("#1 album\n# 2 single\nKites (film) [1](2) opened.", "web_text"),
        ("It was **very** good, the critics said.", "web_text"),
        ("| a | b |\n| c | d |\n\nText.", "web_text"),
        ("--- \nText with a - dash.\n---", "web_text"),
    ],
)
def test_recognised_by_content(raw: str, layout: str) -> None:
    assert sniff(raw).name == layout


def test_an_article_without_anything_to_read_is_rejected() -> None:
    with pytest.raises(ArticleRejected, match="no readable text"):
        parse_article(Article("x.md", "---\nlayout: post\n---\n\n```\ncode\n```\n\n![A (Photo: B)](c)\n", "", "utf-8"))


PIECES = [
    "# ",
    "\n## ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "]",
    "](",
    ")",
    "![",
    "<",
    ">",
    "\\",
    "&amp;",
    "|",
    "\n|---|---|\n",
    "\n| a | b |\n",
    "a",
    "Mira ",
    "[^1]",
    "[^1]: ",
    "[a]: b\n",
    "---\n",
    "===\n",
    "<br>",
    "    ",
    "\t",
    "\r\n",
    "\r",
    "\x00",
    "<!--",
    "-->",
    "http://a",
    " ",
    "  \n",
    "\u200b",
    '"',
    "\ufeff",
    "title: a\n",
    "\x0c",
    "\x85",
    "\u2028",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_soup_of_marks(raw: str) -> None:
    if (parsed := read_quietly(markdown.read, raw)) is not None:
        check_places(parsed, raw)
    markdown.recognises(raw)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text(raw: str) -> None:
    if (parsed := read_quietly(markdown.read, raw)) is not None:
        check_places(parsed, raw)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "![",
        "**a ",
        "*a_ ",
        "`a ",
        "<",
        "> ",
        "- ",
        "&amp;",
        "[a](b) ",
        "| a ",
        "[a][",
        "# a\n",
        "[^1]",
        "\\*",
        "- a\n",
    ],
)
def test_time_grows_with_the_length(piece: str) -> None:
    assert grows_with_length(markdown.read, lambda n: piece * (n // len(piece)), 2_000)


@pytest.mark.parametrize(
    "raw",
    [
        "[" * 20_000,
        ">" * 100_000,
        "- " * 50_000,
        "*" * 100_000,
        '"' * 100_000,
        "# " + "word " * 100_000,
        "|" + " a |" * 10_000 + "\n|" + "---|" * 10_000,
    ],
    ids=lambda raw: raw[:8],
)
def test_hostile_articles(raw: str) -> None:
    if (parsed := read_quietly(markdown.read, raw)) is not None:
        check_places(parsed, raw)
