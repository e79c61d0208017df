"""When a page was published, as its head tells: datelines of news pages, agencies, metadata."""

from datetime import date

import pytest

from pipeline.parse import parse_article
from pipeline.parse.dateline import read_dateline
from pipeline.records import Article, PassageKind

DAY = date(2023, 3, 4)
HEADLINE = "Lighthouse at Grey Point opens its doors to visitors"
TEXT = (
    "The old lighthouse at Grey Point will open to visitors next summer, the harbour board decided after long debate.",
    "Engineers have spent four years on the stairs and the lamp, which had not been lit since the storm of 1987.",
    "A small museum tells of the families who lived there, and of the ships that did not make it past the rocks.",
)
LINES = [
    ("By Mira Holm | Published: Mar 4, 2023 10:30 GMT", DAY),
    ("4 March 2023 · 5 min read", DAY),
    ("3 min read · Mar 4, 2023", DAY),
    ("Updated March 6, 2023\nPosted on March 4, 2023", DAY),
    ("Published 4 March 2023, updated 6 March 2023", DAY),
    ("Posted on March 4, 2023 by admin", DAY),
    ("Saturday 4 March 2023 09.15 GMT", DAY),
    ("Sat, 04 Mar 2023 10:30:00 +0000", DAY),
    ("Mira Holm, Staff Writer\n03/14/2023", date(2023, 3, 14)),
    ("Mira Holm • 4 Mar 2023", DAY),
    ("Culture — March 4th, 2023", DAY),
    ("March 4, 2023 / 10:30 AM / Harbour News", DAY),
    ("Mar 4, 2023, 10:30 AM EST | Updated Mar 5, 2023, 9:00 AM EST", DAY),
    ("Mar 4, 2023 · by Mira Holm · Filed under: Harbours, Towers, Ships", DAY),
    ("04.03.2023 // words Mira Holm // photos Jon Aske", DAY),
    ("Harbour Post, 4 March 2023", DAY),
    ("Sat, Mar 04, 2023 page 14", DAY),
    ("By Mira Holm\nThe Harbour Review, March 4, 2023", DAY),
    ("4 March 2023 (Sat), 6.30pm MYT", DAY),
    ("Mira Holm | Mar. 4, 2023, 4:12 p.m. PHT", DAY),
    ("Mar 4, 2023 6:15am PT", DAY),
    ("LUND, MARCH 4, 2023 21:14 IST\nUPDATED: MARCH 5, 2023 00:03 IST", DAY),
    ("Essay by Mira Holm, 4 March 2023", DAY),
    ("Words: Mira Holm. Photographs: Jon Aske. 4 March 2023", DAY),
    ("Harbour Times ▪ Towers ▪ 4 Mar 2023", DAY),
    ("14/03/2023 — Mira Holm, from Lund", date(2023, 3, 14)),
    ("Mira Holm\nFirst published on: 14-03-2023 at 18:12 IST", date(2023, 3, 14)),
    ("Five things for the ride home · issue #88 · Saturday 4 March 2023", DAY),
    ("Last updated on Mar 4, 2023 at 6:12 pm EST", None),
    ("Mira Holm\n03-04-2023", None),
    ("Release date: March 4, 2023", None),
]
AGENCIES = [
    ("LONDON, March 4, 2023 (Agency) - ", DAY),
    ("LUND (March 4, 2023) — ", DAY),
    ("NEW YORK, 4 March 2023 /PineWire/ -- ", DAY),
    ("LONDON, March 4 (Agency) - ", None),
]
STATED = [
    '<meta property="article:published_time" content="2023-03-04T10:00:00Z">',
    '<meta name="DC.date.issued" content="2023-03-04">',
    '<meta name="publish-date" content="Sat, 04 Mar 2023 10:00:00 GMT">',
    '<meta property="og:published_time" content="2023-03-04">',
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2023-03-04T01:00+01:00"}]}'
    "</script>",
]
FRONT_MATTER = [
    "---\ntitle: a\ndate: 2023-03-04T10:00:00Z\n---\n",
    "---\ntitle: a\npubDate: 'Mar 4 2023'\n---\n",
    '+++\ntitle = "a"\ndate = 2023-03-04\n+++\n',
    "---\ntitle: a\npublish_date: 2023-03-04\n---\n",
]


def published_on(text: str) -> date | None:
    return parse_article(Article("a", text, "0", "utf-8")).metadata.published_on


def page(head: str = "", stated: str = "", lead: str = "") -> str:
    paragraphs = [*head.split("\n"), lead + TEXT[0], *TEXT[1:]]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)
    return f"<html><head>{stated}</head><body><article><h1>{HEADLINE}</h1>{body}</article></body></html>"


@pytest.mark.parametrize(("lines", "expected"), LINES)
def test_a_dateline_below_the_headline(lines: str, expected: date | None) -> None:
    assert published_on("\n\n".join([HEADLINE, lines, *TEXT])) == expected
    assert published_on(page(head=lines)) == expected


def test_wide_spaces_part_a_name_from_the_day() -> None:
    assert published_on("\n\n".join([HEADLINE, "MIRA HOLM  Saturday, 4 March 2023", *TEXT])) == DAY


@pytest.mark.parametrize("line", ["Harbour Times ▪ Towers ▪ 4 Mar 2023", "Mar 4, 2023 6:15am PT", "By Mira Holm"])
def test_a_dateline_above_the_headline_is_no_headline(line: str) -> None:
    assert parse_article(Article("a", "\n\n".join([line, HEADLINE, *TEXT]), "0", "utf-8")).metadata.title == HEADLINE


@pytest.mark.parametrize(
    "above",
    [
        "The Grey Log\na blog about towers, ships and standing in line",
        "PRESS RELEASE\nFOR IMMEDIATE USE – 3 March 2023",
        "MEDIA RELEASE — for immediate use",
        "THE GREY REVIEW\nWeekend › Towers & Ships",
        "Grey Review\nISSUE 41 / TOWERS",
        "GREY — new towers from old places\n[About] [Reading lists] [Support us on paper]",
        "Grey Times ▪ Towers ▪ 4 Mar 2023",
    ],
)
def test_mottos_and_paths_above_the_headline_are_none(above: str) -> None:
    text = "\n".join([above, "", HEADLINE, "By Mira Holm", "", *TEXT, "It is the pride of Grey Point, as all agree."])
    assert parse_article(Article("a", text, "0", "utf-8")).metadata.title == HEADLINE


def test_a_quotation_may_be_the_headline() -> None:
    line = "“We burnt a hill to learn how smoke moves.”"
    text = "\n\n".join(["Grey Review", line, "Words: Mira Holm. 4 March 2023", *TEXT])
    assert parse_article(Article("a", text, "0", "utf-8")).metadata.title == line


def test_a_markdown_page_may_mark_no_headline() -> None:
    text = "\n\n".join(["Grey › Towers", HEADLINE, "by Mira Holm on 4 March 2023", TEXT[0], "## More", *TEXT[1:]])
    metadata = parse_article(Article("a", text, "0", "utf-8")).metadata
    assert (metadata.title, metadata.published_on) == (HEADLINE, DAY)


@pytest.mark.parametrize(("lead", "expected"), AGENCIES)
def test_the_dateline_of_an_agency(lead: str, expected: date | None) -> None:
    assert published_on("\n\n".join([HEADLINE, lead + TEXT[0], *TEXT[1:]])) == expected
    assert published_on(page(lead=lead)) == expected


@pytest.mark.parametrize("stated", STATED)
def test_what_a_page_states(stated: str) -> None:
    assert published_on(page(stated=stated, head="Posted on March 9, 2023")) == DAY


def test_a_time_element_shows_less_than_it_says() -> None:
    assert published_on(page(head='By Mira Holm <time datetime="2023-03-04T10:00:00Z">6 days ago</time>')) == DAY


def test_a_time_element_elsewhere_says_nothing() -> None:
    later = page().replace("</article>", '<p>See <time datetime="2020-01-01">then</time>.</p></article>')
    assert published_on(later) is None


@pytest.mark.parametrize("matter", FRONT_MATTER)
def test_front_matter(matter: str) -> None:
    assert published_on(matter + f"# {HEADLINE}\n\n" + "\n\n".join(TEXT)) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "The film opened on March 4, 2023 | it was a success with everybody who saw it",
        "Volume 3 sold out by March 4, 2023",
        "Born: Lund, 4 March 1973",
        "15 | Copper rain on the roof | 31–33 | March 4, 2023",
        "Volume 3 · a story of salt and of the sea · March 4, 2023",
        "Cinema: Mira Holm. Doors: Jon Aske. 4 March 2023",
        "Died in Lund, 4 March 2023, after a short illness",
        "Tickets, 4 March 2023, doors at seven",
        "Doors: 7 pm / March 4, 2023 in the old hall of the town",
    ],
)
def test_other_lines_with_a_day_are_no_datelines(line: str) -> None:
    assert read_dateline(line) is None


def test_every_day_of_a_dateline_is_read_as_a_date() -> None:
    line = "Wed 1 Mar 2023 21.40 GMT | Last modified on Sat 4 Mar 2023 08.12 GMT"
    parsed = parse_article(Article("a", "\n\n".join([HEADLINE, line, *TEXT]), "0", "utf-8"))
    assert parsed.metadata.published_on == date(2023, 3, 1)
    assert [p.text for p in parsed.passages if "Mar 2023" in p.text and p.kind == PassageKind.PROSE] == [
        "Wed 1 Mar 2023",
        "Sat 4 Mar 2023",
    ]
