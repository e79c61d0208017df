"""Lines that stand around and within articles, and prose that looks like them. Half of each was only counted while the
forms were written, and looked at afterwards.
"""

import pytest

from pipeline.parse import parse_article
from pipeline.records import Article, PassageKind

HEADLINE = "Lighthouse at Grey Point opens its doors to visitors"
TEXT = (
    "The old lighthouse at Grey Point will open to visitors next summer, the harbour board decided after long debate.",
    "Engineers have spent four years on the stairs and the lamp, which had not been lit since the storm of 1987.",
    "A small museum tells of the families who lived there, and of the ships that did not make it past the rocks.",
)
ABOVE, WITHIN, BELOW = 0, 2, 3  # paragraphs that stand before the line
UNREAD = (PassageKind.FURNITURE, PassageKind.CAPTION)

FURNITURE = [
    (WITHIN, "The cast at the premiere in Malmö (Image via Harbour Press, Pine Films and Jon Aske)"),
    (WITHIN, "A still from the second season. (Credit: Pine Pictures / Lark TV)"),
    (WITHIN, "Also Read | Ten bakeries worth the detour"),
    (WITHIN, "ALSO READ – What we know about the new ferry"),
    (ABOVE, "By Mira Holm | Published: Mar 4, 2023 10:30 GMT"),
    (ABOVE, "4 March 2023 · 5 min read"),
    (ABOVE, "Home / News / Culture / Film"),
    (ABOVE, "Home > Entertainment > Television"),
    (BELOW, "Share this:"),
    (BELOW, "Click to share on Facebook (Opens in new window)"),
    (WITHIN, "Get the best of our culture coverage in your inbox every Friday"),
    (WITHIN, "Sign up to our weekly newsletter and never miss a story"),
    (ABOVE, "This website uses cookies to ensure you get the best experience. Accept Decline"),
    (ABOVE, "We value your privacy"),
    (BELOW, "23 Comments"),
    (BELOW, "Be the first to comment"),
    (BELOW, "Read more..."),
    (BELOW, "Continue reading →"),
    (WITHIN, "Photograph: Mira Holm/The Harbour Post"),
    (WITHIN, "Mira Holm, left, with her sister at the gala. Photo by Jon Aske/Lark Images"),
    (WITHIN, "(Photo credit should read JON ASKE/LARK via Pine Images)"),
    (BELOW, "Previous article: Storm closes the northern pass"),
    (BELOW, "Next: The ten best lighthouses"),
    (BELOW, "About the Author: Mira Holm is a staff writer at Harbour Post."),
    (BELOW, "Mira Holm is a freelance journalist based in Lund. Follow her on X @miraholm."),
    (WITHIN, "Advertisement - Continue Reading Below"),
    (WITHIN, "Scroll to continue with content"),
    (ABOVE, "Last updated on Mar 4, 2023 at 6:12 pm EST"),
    (ABOVE, "Posted on March 4, 2023 by admin"),
    (ABOVE, "Add us as a preferred source on Google"),
    (BELOW, "Got a news tip? Email us at tips@harbourpost.example"),
    (BELOW, "Topics: Film | Sweden | Festivals"),
    (BELOW, "Trending Now"),
    (WITHIN, "Recommended by our editors"),
    (ABOVE, "Listen to this article"),
    (ABOVE, "Listen 4 min"),
    (BELOW, "Load more comments"),
    (BELOW, "Terms of Use | Privacy Policy | Do Not Sell My Info"),
    (ABOVE, "Facebook Twitter WhatsApp Email Copy Link"),
    (WITHIN, "Image source: Pine Films"),
]
PROSE = [
    "Read more of the letters and you hear a tired man, she said.",
    "Share holders of the old mill met twice that year and never agreed.",
    "Photographs by Mira Holm hang in every room of the house.",
    "By the time the ferry docked, the pier was empty.",
    "The posters, credited to Jon Aske, were printed in Lund.",
    "Home was a word she used for three different towns.",
    "“Subscribe to nothing,” her father used to say.",
    "The newsletter of the guild, The Pine, first appeared in 1931.",
    "Comments by the jury were kept secret until 1999.",
    "Also, read aloud, the second chapter takes forty minutes.",
    "The image, via a lens of rock crystal, fell on the wall.",
    "Next came the storm, and after it the silence.",
    "Follow the money, the inspector tells his pupil in chapter nine.",
    "Updated versions of the map were sold at the harbour.",
    "Advertisements in the papers promised a miracle.",
    "About the author nothing is known except his name.",
    "Continue reading aloud, the doctor ordered, and he did.",
    "Trending upward since May, ferry prices worry the islands.",
    "See more than two islands on a clear day and you are lucky.",
    "Listen to this: the bell was never rung again.",
]


def text_page(place: int, line: str) -> str:
    return "\n\n".join([HEADLINE, *TEXT[:place], line, *TEXT[place:]]) + "\n"


def html_page(place: int, line: str) -> str:
    shown = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    paragraphs = "".join(f"<p>{text}</p>" for text in (*TEXT[:place], shown, *TEXT[place:]))
    return f"<html><head><title>A page</title></head><body><h1>{HEADLINE}</h1>{paragraphs}</body></html>"


def kinds(page: str, line: str) -> list[tuple[PassageKind, str]]:
    passages = parse_article(Article("a", page, "0", "utf-8")).passages
    return [(p.kind, p.text) for p in passages if p.text in line]


@pytest.mark.parametrize("build", [text_page, html_page])
@pytest.mark.parametrize(("place", "line"), FURNITURE)
def test_what_is_no_part_of_the_article_is_not_read(build, place: int, line: str) -> None:  # type: ignore[no-untyped-def]
    for kind, text in kinds(build(place, line), line):
        is_day = any(map(str.isdigit, text)) and len(text) < 22  # of a dateline, which is read as a date
        assert kind in UNREAD or is_day, text


@pytest.mark.parametrize("build", [text_page, html_page])
@pytest.mark.parametrize("line", PROSE)
def test_prose_that_looks_like_it_is_read(build, line: str) -> None:  # type: ignore[no-untyped-def]
    assert kinds(build(WITHIN, line), line) == [(PassageKind.PROSE, line)]
