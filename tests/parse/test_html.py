"""HTML pages, written for these tests in the form of real ones; see html_pages/."""

import gc
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ArticleRejected
from pipeline.ingest.decoding import decode
from pipeline.parse import parse_article
from pipeline.parse.html import read, recognises
from pipeline.parse.html.attributes import has_class
from pipeline.parse.html.metadata import read_day, read_stated, without_site
from pipeline.parse.html.tree import Node, build_tree
from pipeline.parse.layouts import sniff
from pipeline.parse.references import decode_references
from pipeline.records import Article, ParsedArticle, PassageKind
from pipeline.vocabulary import load_vocabulary

PAGES = Path(__file__).parent / "html_pages"
NAMES = ("encyclopedia", "news", "blog", "broken")


def page(name: str) -> str:
    return (PAGES / f"{name}.html").read_text(encoding="utf-8")


def texts(parsed: ParsedArticle, *kinds: PassageKind) -> list[str]:
    return [p.text for p in parsed.passages if p.kind in kinds]


def body(markup: str) -> ParsedArticle:
    return read(f"<!doctype html><title>T</title><body>{markup}")


# --- recognition -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_recognised_by_its_content(name: str) -> None:
    assert sniff(page(name)).name == "html"


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff<!-- saved from a site -->\n<!DOCTYPE html>",
        '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml">',
        "<p>One.</p><p>Two.</p>",
        "<div><h1>A</h1><p>b</p></div>",
        "<HTML>",
    ],
)
def test_other_beginnings(text: str) -> None:
    assert recognises(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain text",
        "= Title =\n<p>a</p><p>b</p>",
        "a < b and <b>c</b>",
        "<ref>x</ref> '''Name''' is {{lang|ja|x}} <p>a</p><p>b</p><p>c</p>",
        "# Head\n\n<div>note</div>\n",
        "<3 this film",
        "<p> is the tag of a paragraph",
        "<rss><channel><item>",
    ],
)
def test_no_pages(text: str) -> None:
    assert not recognises(text)


# --- whole pages -----------------------------------------------------------------------------------------------------


def test_encyclopedia_page() -> None:
    parsed = read(page("encyclopedia"))
    assert parsed.metadata.title == "The Glass Orchard"
    assert parsed.metadata.publisher == "Openpedia"
    assert (parsed.metadata.authors, parsed.metadata.published_on) == ((), None)  # a page's creation is no publication
    assert parsed.is_encyclopedia
    entries = [tuple(c.text for c in p.cells) for p in parsed.passages if p.kind == PassageKind.INFOBOX]
    assert entries == [
        ("Directed by", "Ida Sundqvist"),
        ("Written by", "Ida Sundqvist, Marek Dolny"),
        ("Music by", "Oona Reyl, Petra Vance"),
        ("Production companies", "Lantern & Reed Pictures"),
        ("Release date", "12 March 2011"),
    ]
    assert texts(parsed, PassageKind.HEADING) == ["Plot", "Awards and nominations"]
    assert texts(parsed, PassageKind.PROSE) == [
        "The Glass Orchard is a 2011 drama film directed by Ida Sundqvist and produced by Lantern & Reed Pictures. "
        "It was released on March 12, 2011, and stars Karin Holt.",
        "A glass-blower in Lund returns to her mother's orchard.",
    ]
    assert "Karin Holt in 2010 (Image via Lantern & Reed)" in texts(parsed, PassageKind.CAPTION)


def test_a_table_with_row_spans_is_whole() -> None:
    parsed = read(page("encyclopedia"))
    (table,) = parsed.tables
    assert table.roles == ("year", "award", "category", "recipient", "result", "ref")
    assert table.section == ("Awards and nominations",)
    assert [[c.text if c else None for c in row[:5]] for row in table.rows] == [
        ["2012", "Golden Heron Awards", "Best Film", "The Glass Orchard", "Won"],
        ["2012", "Golden Heron Awards", "Best Director", "Ida Sundqvist", "Won"],
        ["2012", "Golden Heron Awards", "Best Screenplay", "Ida Sundqvist", "Nominated"],
        ["2012", "Northern Film Awards", "Best Score", "Oona Reyl, Petra Vance", "Nominated"],
        ["2013", "Silver Lamp Awards", "Best Actress", "Karin Holt", "Won"],
    ]
    assert table.rows[0][0] is table.rows[3][0]  # an inherited cell is the cell that it comes from


def test_news_page() -> None:
    parsed = read(page("news"))
    assert parsed.metadata.title == "‘Kite Season’ wins top prize at the Lantern Film Awards"
    assert parsed.metadata.publisher == "Harbour Post"
    assert parsed.metadata.authors == ("Mira Holm",)
    assert parsed.metadata.published_on == date(2024, 5, 3)
    assert parsed.metadata.language == "en"
    assert not parsed.is_encyclopedia
    assert texts(parsed, PassageKind.PROSE) == [
        "3 May 2024",
        "Kite Season won Best Film at the 12th Lantern Film Awards on Thursday, ahead of Salt & Smoke.",
        "The drama, directed by Ida Sundqvist, is set in Lund. Oona Reyl won Best Score for it.",
        "“It took us ten years,” Sundqvist said. Café Meridian, the film’s next project, will be released on "
        "14 June 2025.",
    ]
    assert texts(parsed, PassageKind.CAPTION) == ["Karin Holt as Vera. Credit: Lantern & Reed Pictures"]
    rest = texts(parsed, PassageKind.HEADING, PassageKind.LIST_ITEM, PassageKind.INFOBOX, PassageKind.TABLE_ROW)
    assert rest == []


def test_blog_page_in_its_own_encoding() -> None:
    data = page("blog").encode("windows-1252")
    text, encoding = decode(data)
    assert (encoding, data.decode(encoding)) == ("cp1252", text)
    parsed = read(text)
    assert parsed.metadata.title == "A visit to the café of “Kite Season”"
    assert parsed.metadata.authors == ("Jón Åske",)
    assert parsed.metadata.published_on == date(2008, 6, 9)
    assert texts(parsed, PassageKind.PROSE)[1:] == [
        "The café in Kite Season – Ida Sundqvist’s first film – is a real one.",
        "It opened in 1987, and the film won the Silver Lamp Award in 2006.",
        "My favourites are:",
    ]
    assert texts(parsed, PassageKind.LIST_ITEM) == ["Salt Road (2004)", "Kite Season (2006)"]
    assert "Links" not in "\n".join(p.text for p in parsed.passages)


def test_broken_page() -> None:
    parsed = read(page("broken"))
    said = texts(parsed, PassageKind.PROSE)
    assert "It won Best Film at the Golden Heron Awards in 2004. 3 < 5 & R&D &nosuch; \ufffd \ufffd 😀" in said
    assert not any("hidden" in text for text in said)
    assert [[c.text for c in row if c] for row in parsed.tables[0].rows] == [
        ["2004", "Golden Heron Award", "Won"],
        ["2005", "Silver Lamp Award", "Nominated"],
    ]


# --- parts of pages --------------------------------------------------------------------------------------------------

SENTENCE = "<p>A sentence of some length stands here.</p>"


@pytest.mark.parametrize(
    ("markup", "prose"),
    [
        ("<p>One film was made.<p>Two films were made.", ["One film was made.", "Two films were made."]),
        ("<p>It won.<sup>[1]</sup> Then it won again<sup>[note 2][3]</sup>.</p>", ["It won. Then it won again."]),
        ("<p>At 10<sup>th</sup> place came the film.</p>", ["At 10th place came the film."]),
        ("<p>Seen <span hidden>not</span><b style='display: none'>not</b> in all towns.</p>", ["Seen in all towns."]),
        ("<p>The <del>first</del> second film was shown.</p>", ["The second film was shown."]),
        ("<p>First line ends.<br>Second line stands alone.</p>", ["First line ends.", "Second line stands alone."]),
        ("<p>A line that goes on<br>in small letters.</p>", ["A line that goes on in small letters."]),
        ("<div>Some loose text in a div.<div>And more of it inside.</div>Then an end to it.</div>",
         ["Some loose text in a div.", "And more of it inside.", "Then an end to it."]),
        ("<p>Text<!-- a > b --> with a comment.</p><![CDATA[And some CDATA as it stands &amp;.]]>",
         ["Text with a comment.", "And some CDATA as it stands &amp;."]),
        ("<p>Here is 1 < 2 and <3 in text.</p>", ["Here is 1 < 2 and <3 in text."]),
        ("<nav><p>Menus are no text of the page.</p></nav>" + SENTENCE, ["A sentence of some length stands here."]),
        ("<p>" + "".join(f"<a href=/{i}>Page {i}</a> " for i in range(5)) + "</p>" + SENTENCE,
         ["A sentence of some length stands here."]),
    ],
)  # fmt: skip
def test_paragraphs(markup: str, prose: list[str]) -> None:
    assert texts(body(f"<h1>Title</h1>{markup}"), PassageKind.PROSE) == prose


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Ann Oba<br>Bo Lind", "Ann Oba, Bo Lind"),
        ("Best Supporting<br>Actress", "Best Supporting Actress"),
        ("<ul><li>Ann</li><li>Bo</li></ul>", "Ann, Bo"),
        ("<p>Ann Oba</p><p>(as writer)</p>", "Ann Oba (as writer)"),
        ("Ann Oba,<br>Bo Lind", "Ann Oba, Bo Lind"),
        ("A&amp;B<sup>[a]</sup>", "A&B"),
    ],
)
def test_cells(cell: str, text: str) -> None:
    rows = f"<tr><th>Year</th><th>Award</th><th>Name</th></tr><tr><td>1999</td><td>Heron Award</td><td>{cell}</td></tr>"
    (table,) = body(f"<h2>Awards</h2><table>{rows}<tr><td>2000</td><td>b</td><td>c</td></tr></table>").tables
    assert table.rows[0][2] is not None
    assert table.rows[0][2].text == text


def test_header_of_two_lines_and_lines_across() -> None:
    markup = """<h2>Accolades</h2><table>
      <thead><tr><th rowspan=2>Year</th><th colspan=2>Honour</th><th rowspan=2>Result</th></tr>
      <tr><th>Award</th><th>Category</th></tr></thead>
      <tr><td>2001</td><td>Heron Award</td><td>Best Film</td><td>Won</td></tr>
      <tr><th colspan=4>Later years</th></tr>
      <tr><td>2002</td><td>Heron Award</td><td>Best Score</td><td>Nominated</td></tr></table>"""
    (table,) = body(markup).tables
    assert [c.text if c else None for c in table.header] == ["Year", "Award", "Category", "Result"]
    assert table.roles == ("year", "award", "category", "result")
    assert len(table.rows) == 2


@pytest.mark.parametrize(
    "markup",
    [
        "<dl><dt>Director</dt><dd>Ann Oba</dd><dt>Music:</dt><dd>Bo Lind</dd></dl>",
        "<table><tr><th>Director</th><td>Ann Oba</td></tr><tr><th>Music:</th><td>Bo Lind</td></tr></table>",
        "<div class=infobox><div><b>Director</b><div>Ann Oba</div></div>"
        "<div><b>Music:</b><span>Bo Lind</span></div></div>",
        "<aside><h2>Film</h2><div><h3>Director</h3><div>Ann Oba</div></div><div><h3>Music:</h3><div>Bo Lind</div></div>"
        "<div><h3>Length</h3><div>90 minutes</div></div></aside>",
    ],
)
def test_keys_and_values(markup: str) -> None:
    parsed = body(f"<h1>Title</h1>{SENTENCE}{markup}")
    pairs = [tuple(c.text for c in p.cells) for p in parsed.passages if p.kind == PassageKind.INFOBOX]
    assert pairs[:2] == [("Director", "Ann Oba"), ("Music", "Bo Lind")]


def test_a_list_that_explains_terms_states_no_facts() -> None:
    parsed = body(f"<dl><dt>Vera</dt><dd>She is the owner of the café.</dd><dt>Otto</dt><dd>A cat.</dd></dl>{SENTENCE}")
    assert texts(parsed, PassageKind.INFOBOX) == []
    assert "She is the owner of the café." in texts(parsed, PassageKind.PROSE)


def test_credits_are_captions_wherever_they_stand() -> None:
    credit = "Photo: Ann Oba/Lantern Images"
    for markup in (f"<figure><figcaption>{credit}</figcaption></figure>", f'<img src=a alt="{credit}">',
                   f'<div class="wp-caption-text">{credit}</div>'):  # fmt: skip
        parsed = body(f"<h1>Title</h1>{SENTENCE}{markup}{SENTENCE}")
        assert texts(parsed, PassageKind.CAPTION) == [credit]


def test_sections_follow_the_levels_of_headings() -> None:
    markup = "<h1>T</h1><h2>A</h2><p>Text of A stands here.</p><h3>B</h3><p>Text of B stands here.</p><h2>C</h2>"
    parsed = body(markup + "<p>Text of C stands here.</p><h2>References</h2><ul><li>Other</li></ul>")
    assert [p.section for p in parsed.passages if p.kind == PassageKind.PROSE] == [("A",), ("A", "B"), ("C",)]
    assert texts(parsed, PassageKind.LIST_ITEM) == []


def test_a_page_without_anything_to_read_is_rejected() -> None:
    for markup in ("<script>var a = 'text';</script>", "<nav><a href=/>Home</a></nav>", "<img src=a>", "<!-- -->"):
        raw = f"<!doctype html><html><body>{markup}</body></html>"
        with pytest.raises(ArticleRejected, match="no readable text"):
            parse_article(Article("a.html", raw, "", "utf-8"))


# --- metadata --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-03T18:22:00+01:00", date(2024, 5, 3)),
        ("20240503", date(2024, 5, 3)),
        ("3 May 2024", date(2024, 5, 3)),
        ("2024-13-40", None),
        ("2024", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Blue Orchard | Harbour Post", "Blue Orchard"),
        ("Blue Orchard - Harbour Post", "Blue Orchard"),
        ("Harbour Post: Blue Orchard", "Harbour Post: Blue Orchard"),
        ("Harbour Post » Blue Orchard", "Blue Orchard"),
        ("Blue Orchard - the film", "Blue Orchard - the film"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str, plain: str) -> None:
    assert without_site(title, ["Harbour Post"]) == plain


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 100_000,
        '{"@type": 5}',
        '{"@type":["Article"],"author":[null,5,{"name":7}],"headline":{}}',
        '"text"',
        "",
    ],
)
def test_broken_json_ld_says_nothing(script: str) -> None:
    raw = f'<script type="application/ld+json">{script}</script>'
    stated = read_stated(build_tree(raw), raw)
    assert (stated.titles, stated.authors, stated.published) == ([], [], [])


@pytest.mark.parametrize("entry", load_vocabulary("html")["class"], ids=lambda entry: str(entry["name"]))
def test_classes_of_the_vocabulary(entry: dict[str, list[str]]) -> None:
    def matches(value: str) -> bool:
        raw = f'<div class="{value}">'
        node = next(build_tree(raw).elements)
        return has_class(node, raw, str(entry["name"]))

    assert [value for value in entry["examples"] if not matches(value)] == []
    assert [value for value in entry["counter_examples"] if matches(value)] == []


# --- promises for any text -------------------------------------------------------------------------------------------

TAGS = (
    "div p b i a h1 h2 ul li dl dt dd table tr td th thead caption nav article figure sup br img title script".split()
)
SOUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{t}>" for t in TAGS] + [f"</{t}>" for t in TAGS]),
        st.sampled_from(
            ["Ann Oba won it. ", "Best Film", " ", "\n", "&amp;", "&nbsp;", "&#0;", "&#xD800;", "<!--", "-->", "<", ">",
             "<![CDATA[", "]]>", '<a href="', "'", '"', "<td rowspan=2147483648 colspan=99999>", "<td rowspan=0>",
             "<table class=infobox>", "<div class=related>", "<p hidden>", "<aside>", "2 May 2014", "<!doctype html>",
             "\x00", "\ufeff", "😀", "<?", "</", "<title", "= A =", "| a | b |", "[1]"]
        ),
        st.text(max_size=5),
    ),
    max_size=60,
)  # fmt: skip


@settings(max_examples=150)
@given(SOUP)
def test_tag_soup_is_read_and_every_place_is_true(pieces: list[str]) -> None:
    raw = "".join(pieces)
    parsed = read(raw)
    assert parsed == read(raw)
    end = 0
    for passage in parsed.passages:
        assert end <= passage.span.start < passage.span.end <= len(raw)  # in order, none inside another
        end = passage.span.end
        assert passage.text == " ".join(passage.text.split())
        for segment in passage.alignment.segments:
            clean = passage.text[segment.text_start : segment.text_start + segment.length]
            written = raw[segment.raw_start : segment.raw_to(segment.text_start + segment.length)]
            assert clean == (" ".join(written.split()) if segment.raw_length is None else clean)
            assert segment.raw_length is None or decode_references(written).startswith(clean)
        for cell in passage.cells:
            at = passage.to_text(cell.start)
            assert passage.text[at : at + len(cell.text)] == cell.text
    for table in parsed.tables:
        assert {len(table.header), len(table.roles), *map(len, table.rows)} == {len(table.header)}


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<p>a ", "<table><tr><td>", "<b>x", "<ul><li>y", '<a href="x', "<", "&amp;", "x<br>", "<sup>", "<!--",
     "<![CDATA[", "<title>", "<h1>t", "<b><div></b>", "<dl><dt>k<dd>v", "<table class=infobox><tr><th>a<td>b", "</p>",
     "<div class='related x'>", "word ", "<svg>", "<a '"],
)  # fmt: skip
def test_work_grows_with_the_text(unit: str) -> None:
    """Counted in calls, not in seconds: twice the text, at most about twice the calls."""
    read(unit * 10)  # vocabularies are loaded
    one, two = (_calls(lambda n=n: read("<!doctype html><body>" + unit * n)) for n in (500, 1000))
    assert two < 2.5 * one + 2_000


def _calls(work: Callable[[], object]) -> int:
    count = 0

    def count_call(frame: object, event: str, argument: object) -> None:  # noqa: ARG001 - the profiler passes them
        nonlocal count
        count += event in ("call", "c_call")

    gc.disable()
    sys.setprofile(count_call)
    try:
        work()
    finally:
        sys.setprofile(None)
        gc.enable()
    return count


@pytest.mark.parametrize(
    "raw",
    [
        "<div>" * 100_000 + "deep",
        "<b>" * 50_000 + "text" + "</b>" * 50_000,
        "<table><tr>" + "<td>a" * 10_000,
        "<table>" + "<tr><td rowspan=2147483648 colspan=2147483648>a<td>b" * 200,
        "<p>" + "word " * 20_000,
        "<p " + "a=b " * 20_000 + ">text",
        '<p class="' + "x" * 200_000 + '">text',
    ],
    ids=["nested", "closed", "wide", "spans", "long", "attributes", "class"],
)
def test_hostile_pages_are_read(raw: str) -> None:
    parsed = read("<!doctype html>" + raw)
    assert all(raw is not None and len(p.text) <= 20_000 for p in parsed.passages)


def depth_of(root: Node) -> int:
    deepest, waiting = 0, [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(child, depth + 1) for child in node.elements]
    return deepest


def test_depth_is_limited_and_no_text_is_lost() -> None:
    raw = "<div>" * 3000 + "deep" + "</div>" * 3000 + "after"
    root = build_tree(raw)
    assert depth_of(root) <= 400
    assert root.size == len("deepafter")


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("<div><title>Ann Oba won it again.", None),
        ("<body><p>Ann Oba won it again.</p><title>Salt Road</title>", "Salt Road"),
        ("<title>Salt Road | Harbour Post</title><p>Ann Oba won it again.", "Salt Road"),
        ("<title>Salt Road - Harbour Post</title><p>Ann Oba won it again.", "Salt Road - Harbour Post"),
    ],
)
def test_titles_outside_of_headings(raw: str, title: str | None) -> None:
    """The first two were found by fuzzing: a title that is never closed, and one behind the text."""
    parsed = read(raw)
    assert parsed.metadata.title == title
    assert texts(parsed, PassageKind.TITLE) == ([title] if title else [])
    assert texts(parsed, PassageKind.PROSE) == ["Ann Oba won it again."]
    assert list(parsed.passages) == sorted(parsed.passages, key=lambda p: p.span.start)
